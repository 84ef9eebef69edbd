"""Two awaitables without async: one wakes itself, one is woken by somebody else."""

import asyncio
from collections.abc import Generator


class Countdown:
    def __init__(self, count: int) -> None:
        self.count = count

    def __await__(self) -> Generator[None, None, str]:
        while self.count > 0:
            print(f"countdown {self.count}: Pending")
            self.count -= 1
            yield  # resume me at the next turn of the loop
        return "lift-off"


class Bell:
    def __init__(self) -> None:
        self.rung = False
        self.waker: asyncio.Future[None] | None = None


class Ring:
    """Ready when the bell has rung."""

    def __init__(self, bell: Bell) -> None:
        self.bell = bell

    def __await__(self) -> Generator[object, None, None]:
        while not self.bell.rung:
            print("no bell yet: Pending")
            self.bell.waker = asyncio.get_running_loop().create_future()  # what to set, when it is time
            yield from self.bell.waker
        print("the bell has rung: Ready")


async def ring_later(bell: Bell) -> None:
    await asyncio.sleep(0.200)
    print("ringing the bell")
    bell.rung = True
    if bell.waker:
        bell.waker.set_result(None)


async def count_down() -> None:
    print(await Countdown(3))


async def listen() -> None:
    bell = Bell()
    ringing = asyncio.create_task(ring_later(bell))
    await Ring(bell)
    await ringing


async def main() -> None:
    await count_down()
    await listen()


asyncio.run(main())
