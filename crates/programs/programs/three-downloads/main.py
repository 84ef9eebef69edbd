"""Three downloads: one after another, then all at once."""

import asyncio


async def download(file, ms):
    print(f"{file}: started")
    await asyncio.sleep(ms / 1000)  # stands for the network
    print(f"{file}: finished")


async def sequential():
    await download("a.pdf", 300)
    await download("b.pdf", 250)
    await download("c.pdf", 350)


async def gathered():
    await asyncio.gather(
        download("a.pdf", 300),
        download("b.pdf", 250),
        download("c.pdf", 350),
    )


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()


asyncio.run(main())
