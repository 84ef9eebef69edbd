"""The morning report. It is right, and it takes far longer than it should."""

import asyncio


async def load(section: str) -> str:
    await asyncio.sleep(0.200)
    return f"{section}: all is well"


async def heartbeat() -> None:
    """Something that has to happen every 100 ms, whatever else is going on."""
    while True:
        await asyncio.sleep(0.100)


def checksum(seed: int) -> int:
    x = seed
    for _ in range(15_000_000):
        x = x * 48_271 % 2_147_483_647
    return x


async def sign(report: str) -> int:
    seed = len(report)
    return checksum(seed)


async def deliver(reader: str, signature: int) -> str:
    await asyncio.sleep(0.150)
    return f"{reader}: delivered, signed {signature}"


async def send(reader: str, signature: int, log: list[str], lock: asyncio.Lock) -> None:
    async with lock:
        log.append(await deliver(reader, signature))


async def main() -> None:
    heart = asyncio.create_task(heartbeat())

    weather = await load("weather")
    traffic = await load("traffic")
    news = await load("news")
    report = "\n".join([weather, traffic, news])
    print(report)

    signature = await sign(report)

    log: list[str] = []
    lock = asyncio.Lock()
    await asyncio.gather(*(send(reader, signature, log, lock) for reader in ("Ann", "Bob", "Cid")))
    print("\n".join(log))
    heart.cancel()


asyncio.run(main())
