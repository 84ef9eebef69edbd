"""An old library wants a callback. A future turns it into something to await."""

import asyncio
from collections import deque
from collections.abc import Callable


class Dictionary:
    """The old library: takes questions, and calls back when an answer is found."""

    def __init__(self) -> None:
        self.questions: deque[tuple[str, Callable[[str], None]]] = deque()

    def look_up(self, word: str, callback: Callable[[str], None]) -> None:
        self.questions.append((word, callback))

    def answer_one(self) -> None:
        if self.questions:
            word, callback = self.questions.popleft()
            callback(f"{word} has {len(word)} letters")


async def work(dictionary: Dictionary) -> None:
    """The library at work: an answer every 100 ms."""
    while True:
        await asyncio.sleep(0.100)
        dictionary.answer_one()


async def look_up(word: str, dictionary: Dictionary) -> str:
    """The bridge: the callback sets the result, the coroutine waits for it."""
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    dictionary.look_up(word, lambda text: answer.done() or answer.set_result(text))
    return await answer


async def main() -> None:
    dictionary = Dictionary()
    library = asyncio.create_task(work(dictionary))

    dictionary.look_up("callback", lambda text: print(f"called back: {text}"))
    print("asked, and nothing to wait for")

    print(f"awaited: {await look_up('future', dictionary)}")

    a, b = await asyncio.gather(look_up("poll", dictionary), look_up("wake", dictionary))
    print(f"gathered: {a}, {b}")
    library.cancel()


asyncio.run(main())
