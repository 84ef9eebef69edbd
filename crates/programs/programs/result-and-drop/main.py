"""Result and Drop: try, except and finally."""

import asyncio
from contextlib import contextmanager


class Burnt(Exception):
    pass


@contextmanager
def oven():
    print("oven on")
    try:
        yield
    finally:
        print("oven off")


async def heat(food, ms):
    await asyncio.sleep(ms / 1000)
    if ms > 250:
        raise Burnt(f"the {food} is burnt")


async def bake(food, ms):
    with oven():
        await heat(food, ms)
        print(f"the {food} is done")


async def main():
    # Out by the end of the function.
    await bake("bread", 200)

    # Out by an error.
    try:
        await bake("pizza", 300)
    except Burnt as error:
        print(f"error: {error}")

    # Out by cancellation: CancelledError is raised in the middle.
    try:
        async with asyncio.timeout(0.1):
            await bake("cake", 200)
    except TimeoutError:
        print("no time for the cake")


asyncio.run(main())
