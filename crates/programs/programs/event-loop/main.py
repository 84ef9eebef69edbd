"""The event loop: first come, first served, and timers come last."""

import asyncio


async def alarm(ms):
    await asyncio.sleep(ms / 1000)
    print(f"alarm: {ms} ms are over")


async def polite():
    print("polite: after you")
    await asyncio.sleep(0)  # to the end of the queue
    print("polite: my turn again")


async def quick(name):
    print(f"{name}: done")


async def main():
    tasks = [
        asyncio.create_task(alarm(20)),
        asyncio.create_task(polite()),
        asyncio.create_task(quick("a")),
        asyncio.create_task(quick("b")),
    ]
    print("main: nothing has run yet")

    for task in tasks:
        await task
    print("main: all have run")


asyncio.run(main())
