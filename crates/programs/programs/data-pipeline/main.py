"""Ten thousand readings go through three stages, batch by batch."""

import asyncio

BATCHES = 5

Readings = list[int]
END = None  # the last thing that goes through a queue


async def read(batch: int) -> Readings:
    """2000 readings; 99 stands for "no reading"."""
    await asyncio.sleep(0.080)
    return [(batch + n) % 100 for n in range(2_000)]


async def clean(readings: Readings) -> Readings:
    await asyncio.sleep(0.060)
    return [reading for reading in readings if reading != 99]


async def save(readings: Readings) -> int:
    await asyncio.sleep(0.100)
    return len(readings)


async def sequential() -> int:
    saved = 0
    for batch in range(1, BATCHES + 1):
        saved += await save(await clean(await read(batch)))
    return saved


async def reader(out: asyncio.Queue[Readings | None]) -> None:
    for batch in range(1, BATCHES + 1):
        await out.put(await read(batch))
    await out.put(END)


async def cleaner(
    source: asyncio.Queue[Readings | None], out: asyncio.Queue[Readings | None]
) -> None:
    while (readings := await source.get()) is not END:
        await out.put(await clean(readings))
    await out.put(END)


async def saver(source: asyncio.Queue[Readings | None]) -> int:
    saved = 0
    while (readings := await source.get()) is not END:
        saved += await save(readings)
    return saved


async def gathered() -> int:
    """While one batch is saved, the next is cleaned and the one after it is read."""
    raw: asyncio.Queue[Readings | None] = asyncio.Queue(1)
    good: asyncio.Queue[Readings | None] = asyncio.Queue(1)
    _, _, saved = await asyncio.gather(reader(raw), cleaner(raw, good), saver(good))
    return saved


async def main() -> None:
    print(f"batch by batch: {await sequential()} readings saved")
    print(f"as a pipeline: {await gathered()} readings saved")


asyncio.run(main())
