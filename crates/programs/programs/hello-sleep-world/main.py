"""Hello, sleep, world: the smallest program that waits."""

import asyncio


async def greet():
    print("hello")
    await asyncio.sleep(0.5)
    print("world")


async def main():
    await greet()


asyncio.run(main())
