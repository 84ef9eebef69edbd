"""Two tasks: the second to start is the first to finish."""

import asyncio

UNIT = 0.2


async def task1():
    print("task 1: started")
    await asyncio.sleep(2 * UNIT)
    print("task 1: finished")
    return "one"


async def task2():
    print("task 2: started")
    await asyncio.sleep(UNIT)
    print("task 2: finished")
    return "two"


async def sequential():
    first = await task1()
    second = await task2()
    print(f"results: {first}, {second}")


async def gathered():
    first, second = await asyncio.gather(task1(), task2())
    print(f"results: {first}, {second}")


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()


asyncio.run(main())
