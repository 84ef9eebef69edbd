"""Don't block: a long computation without an await stalls every other task."""

import asyncio

LIMIT = 1_500_000


async def tick():
    for n in range(1, 6):
        await asyncio.sleep(0.2)
        print(f"tick {n}")


# "async" alone does not make it give way: only an await that has to wait does.
# A sieve, because to try all divisors would take CPython many seconds.
async def count_primes():
    is_prime = bytearray([0, 0]) + bytearray([1]) * (LIMIT - 2)
    for n in range(2, LIMIT):
        if is_prime[n]:
            for multiple in range(n * n, LIMIT, n):
                is_prime[multiple] = 0
    return sum(is_prime)


async def main():
    ticking = asyncio.create_task(tick())

    await asyncio.sleep(0.5)
    print("counting ...")
    print(f"{await count_primes()} primes below {LIMIT}")

    await ticking


asyncio.run(main())
