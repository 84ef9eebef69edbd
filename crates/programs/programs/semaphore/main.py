"""A semaphore: at most two at the same time."""

import asyncio

PHOTOS = [
    ("beach", 150),
    ("cat", 50),
    ("bridge", 300),
    ("dinner", 100),
    ("sunset", 200),
    ("me", 250),
]


async def upload(photo, ms, slots):
    async with slots:
        await asyncio.sleep(ms / 1000)
        print(f"{photo}: uploaded")
    # Leaving the block lets the next one in.


async def upload_all(limit):
    slots = asyncio.Semaphore(limit)
    await asyncio.gather(*(upload(photo, ms, slots) for photo, ms in PHOTOS))


async def unlimited():
    await upload_all(len(PHOTOS))


async def limited():
    await upload_all(2)


async def main():
    print("-- unlimited --")
    await unlimited()

    print("-- two at a time --")
    await limited()


asyncio.run(main())
