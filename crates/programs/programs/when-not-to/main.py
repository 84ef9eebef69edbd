"""Five thousand small sums, once in a loop and once as five thousand tasks. Nothing here ever waits."""

import asyncio

ITEMS = 5_000


def scramble(seed: int) -> int:
    """Quick work: a hundred multiplications."""
    x = seed
    for _ in range(100):
        x = x * 48_271 % 2_147_483_647
    return x


async def scramble_later(seed: int) -> int:
    return scramble(seed)


async def sequential() -> int:
    return sum(scramble(seed) for seed in range(1, ITEMS + 1))


async def gathered() -> int:
    tasks = [asyncio.create_task(scramble_later(seed)) for seed in range(1, ITEMS + 1)]
    return sum(await asyncio.gather(*tasks))


async def main() -> None:
    print(f"a loop: {await sequential()}")
    print(f"{ITEMS} tasks: {await gathered()}")


asyncio.run(main())
