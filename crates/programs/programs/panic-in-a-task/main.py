"""A panic in a task, or an exception: it ends that task, and only that task."""

import asyncio


async def bake(cake, eggs, ms):
    print(f"{cake}: mixed")
    await asyncio.sleep(ms / 1000)
    if eggs == 0:
        raise RuntimeError(f"no eggs for the {cake}")
    print(f"{cake}: baked")
    return cake


async def main():
    tasks = [
        asyncio.create_task(bake("sponge", 4, 100)),
        asyncio.create_task(bake("meringue", 0, 200)),
        asyncio.create_task(bake("pancake", 2, 300)),
    ]
    for task in tasks:
        try:
            print(f"main: serve the {await task}")
        except RuntimeError:
            print("main: a task panicked")
        except asyncio.CancelledError:
            print("main: a task was cancelled")


asyncio.run(main())
