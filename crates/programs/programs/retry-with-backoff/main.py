"""Three clients meet a server that has too much to do. Each of them tries again later."""

import asyncio
import json
import os
from urllib.error import HTTPError
from urllib.request import urlopen

SITE = os.environ["SITE"]
MAX_RETRIES = 4


class Dice:
    """A tiny random generator with a fixed seed, so that every run is the same."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def roll(self, below: int) -> int:
        self.state = self.state * 48_271 % 2_147_483_647
        return self.state % below


def get(url: str) -> dict:
    with urlopen(url) as response:
        return json.load(response)


async def ask(id: int, retries: int) -> dict:
    """The server answers 503, "not now", until the third request."""
    refusal = "?status=503" if retries < 2 else ""
    return await asyncio.to_thread(get, f"{SITE}/data/todos/{id}.json{refusal}")


async def client(id: int) -> tuple[dict, list[int]]:
    """Waits 50 to 100 ms before the first retry, 100 to 200 before the second, and so on."""
    dice = Dice(id)
    waits: list[int] = []
    while True:
        try:
            return await ask(id, len(waits)), waits
        except HTTPError as error:
            # Only an error that may go away is worth a retry. A 404 is not.
            if len(waits) == MAX_RETRIES or error.code != 503:
                raise
        half = 50 << len(waits)
        wait = half + dice.roll(half)
        await asyncio.sleep(wait / 1000)
        waits.append(wait)


async def main() -> None:
    for todo, waits in await asyncio.gather(*(client(id) for id in range(1, 4))):
        print(f"todo {todo['id']} is here, after waiting {waits} ms")


asyncio.run(main())
