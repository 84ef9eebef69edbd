"""Spawn and await: tasks run by themselves, and awaiting one gives its result."""

import asyncio


async def square(n, ms):
    await asyncio.sleep(ms / 1000)
    print(f"{n} * {n} = {n * n}")
    return n * n


async def sequential():
    return await square(2, 300) + await square(3, 100) + await square(4, 200)


async def gathered():
    # A task starts without being awaited.
    a = asyncio.create_task(square(2, 300))
    b = asyncio.create_task(square(3, 100))
    c = asyncio.create_task(square(4, 200))
    return await a + await b + await c


async def watch():
    for n in range(1, 3):
        await asyncio.sleep(0.5)
        print(f"watch: still here ({n})")
    return "watch: done"


async def main():
    # Lives on in the background while main awaits other things.
    watching = asyncio.create_task(watch())

    print("-- sequential --")
    print(f"sum: {await sequential()}")

    print("-- gathered --")
    print(f"sum: {await gathered()}")

    print(await watching)


asyncio.run(main())
