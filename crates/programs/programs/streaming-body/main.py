"""The log of a weather station: counted piece by piece, while the rest of it is still on its way."""

import asyncio
import os
from dataclasses import dataclass
from urllib.request import urlopen

SITE = os.environ["SITE"]
STEP = 16_384


@dataclass
class Progress:
    bytes: int = 0
    lines: int = 0

    def take(self, piece: bytes) -> None:
        """Takes a piece of any size, and says so whenever another 16 kB are complete."""
        steps = self.bytes // STEP
        self.bytes += len(piece)
        self.lines += piece.count(b"\n")
        for step in range(steps + 1, self.bytes // STEP + 1):
            print(f"{step * STEP // 1024} kB are here")


async def download(path: str) -> Progress:
    with await asyncio.to_thread(urlopen, f"{SITE}{path}?delay=300&pause=50") as response:
        print(f"the answer begins: {response.status}")

        progress = Progress()
        while piece := await asyncio.to_thread(response.read1, 8_192):
            progress.take(piece)
        return progress


async def main() -> None:
    progress = await download("/data/station/day.txt")
    print(f"complete: {progress.bytes} bytes, {progress.lines} lines")


asyncio.run(main())
