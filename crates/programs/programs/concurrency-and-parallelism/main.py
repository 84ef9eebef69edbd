"""Concurrency and parallelism: the same job on one loop and in four workers."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from math import isqrt

STEP = 100_000
STARTS = [0, STEP, 2 * STEP, 3 * STEP]


def is_prime(n):
    for divisor in range(2, isqrt(n) + 1):
        if n % divisor == 0:
            return False
    return n >= 2


def count_primes(start):
    return sum(is_prime(n) for n in range(start, start + STEP))


# Async in name only: there is nothing in it to wait for.
async def count(start):
    return count_primes(start)


async def one_loop():
    counts = await asyncio.gather(*map(count, STARTS))
    print(f"one loop: {sum(counts)} primes")


async def four_workers():
    # Processes: CPython's threads take turns at one interpreter.
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(4) as pool:
        jobs = [loop.run_in_executor(pool, count_primes, start) for start in STARTS]
        primes = 0
        for job in jobs:
            primes += await job
    print(f"four workers: {primes} primes")


async def main():
    await one_loop()
    await four_workers()


if __name__ == "__main__":  # the worker processes import this file
    asyncio.run(main())
