"""Nothing until awaited: calling an async def makes a coroutine, and no more."""

import asyncio


async def boil_water():
    print("the kettle is on")
    await asyncio.sleep(0.2)
    return "hot water"


async def main():
    water = boil_water()  # a coroutine object: the recipe, not the water
    print("boil_water was called")

    await asyncio.sleep(0.1)
    print("100 ms later")

    print(await water)  # now its body runs

    _forgotten = boil_water()  # "was never awaited", says Python on stderr
    print("done")


asyncio.run(main())
