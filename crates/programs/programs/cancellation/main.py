"""Cancellation: cancel and timeout, what is cleaned up, and what is lost."""

import asyncio

PATIENCE = 0.25


async def upload(photo):
    try:
        for part in range(1, 6):
            await asyncio.sleep(0.1)
            print(f"{photo}: part {part} sent")
        print(f"{photo}: complete")
    finally:
        print("temporary file removed")


# Keeps the parts to itself until all are there.
async def receive():
    parts = []
    await receive_into(parts)
    return parts


# Leaves every part with the caller as soon as it is there.
async def receive_into(parts):
    for part in range(1, 6):
        await asyncio.sleep(0.1)
        parts.append(part)


async def main():
    # A task is cancelled by its handle.
    task = asyncio.create_task(upload("cat"))
    await asyncio.sleep(PATIENCE)
    task.cancel()
    print("main: asked for an abort")
    await asyncio.wait([task])
    print(f"main: cancelled? {str(task.cancelled()).lower()}")

    # A timeout cancels what is awaited inside of it.
    received = []
    try:
        async with asyncio.timeout(PATIENCE):
            received = await receive()
    except TimeoutError:
        pass
    print(f"receive: {received}")

    parts = []
    try:
        async with asyncio.timeout(PATIENCE):
            await receive_into(parts)
    except TimeoutError:
        pass
    print(f"receive_into: {parts}")


asyncio.run(main())
