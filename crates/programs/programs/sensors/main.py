"""Three sensors report at their own pace. One loop reads them all, in the order in which they report."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass
class Reading:
    sensor: str
    value: float


async def sensor(
    name: str, first_ms: int, every_ms: int, values: list[float]
) -> AsyncIterator[Reading]:
    """A stream of readings: the first after `first_ms`, the next ones every `every_ms`."""
    loop = asyncio.get_running_loop()
    tick = loop.time() + first_ms / 1000
    for value in values:
        await asyncio.sleep(tick - loop.time())
        yield Reading(name, value)
        tick += every_ms / 1000


async def merge(*streams: AsyncIterator[Reading]) -> AsyncIterator[Reading]:
    """All items of all streams, in the order in which they come."""
    merged: asyncio.Queue[Reading] = asyncio.Queue()

    async def forward(stream: AsyncIterator[Reading]) -> None:
        async for item in stream:
            await merged.put(item)

    forwarding = asyncio.gather(*map(forward, streams))
    while not (forwarding.done() and merged.empty()):
        getting = asyncio.ensure_future(merged.get())
        await asyncio.wait([getting, forwarding], return_when=asyncio.FIRST_COMPLETED)
        if getting.done():
            yield getting.result()
        else:
            getting.cancel()


def smooth(temperatures: list[float]) -> float:
    """The mean of the last three temperatures: a single wrong reading does not raise the alarm."""
    last = temperatures[-3:]
    return sum(last) / len(last)


async def main() -> None:
    readings = merge(
        sensor("temperature", 50, 200, [20.0, 20.5, 27.5, 24.0, 26.0]),
        sensor("humidity", 100, 300, [61.0, 60.0, 58.0]),
        sensor("pressure", 150, 400, [1012.0, 1011.0]),
    )

    temperatures: list[float] = []
    async for reading in readings:
        print(f"{reading.sensor} {reading.value:.1f}")
        if reading.sensor == "temperature":
            temperatures.append(reading.value)
            if smooth(temperatures) > 25.0:
                print("too warm")


asyncio.run(main())
