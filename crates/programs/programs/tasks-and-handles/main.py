"""Tasks and handles: a task runs by itself, but not longer than main."""

import asyncio


async def write(to, pages):
    print(f"to {to}: first page")
    await asyncio.sleep(0.1 * pages)
    print(f"to {to}: sent")
    return pages


async def main():
    ada = asyncio.create_task(write("Ada", 1))
    bob = asyncio.create_task(write("Bob", 2))
    _cleo = asyncio.create_task(write("Cleo", 4))  # asyncio wants the reference kept
    print("main: three letters begun")

    pages = await ada + await bob
    print(f"main: {pages} pages sent, good night")
    # asyncio.run cancels the tasks that are left.


asyncio.run(main())
