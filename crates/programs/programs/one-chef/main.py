"""One chef, many dishes: concurrency on one thread."""

import asyncio

MINUTE = 0.01


async def soup():
    print("soup: chop the vegetables")
    await asyncio.sleep(20 * MINUTE)  # the stove works, the chef is free
    print("soup: season")
    await asyncio.sleep(15 * MINUTE)
    print("soup: serve")


async def cake():
    print("cake: mix the dough")
    await asyncio.sleep(30 * MINUTE)
    print("cake: take it out of the oven")
    await asyncio.sleep(15 * MINUTE)
    print("cake: serve")


async def salad():
    print("salad: wash and serve")  # nothing to wait for


async def sequential():
    await soup()
    await cake()
    await salad()


async def gathered():
    await asyncio.gather(soup(), cake(), salad())


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()


asyncio.run(main())
