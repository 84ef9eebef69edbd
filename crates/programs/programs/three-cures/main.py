"""Three cures for a blocked loop: yield, chunk, or use another worker."""

import asyncio
from math import isqrt

LIMIT = 200_000
STEP = 10_000


def is_prime(n):
    for divisor in range(2, isqrt(n) + 1):
        if n % divisor == 0:
            return False
    return n >= 2


# The patient: busy from its start to its end.
def count_primes(start, stop):
    return sum(is_prime(n) for n in range(start, stop))


# Who suffers: a task that wants a turn every 20 ms.
async def metronome():
    while True:
        await asyncio.sleep(0.02)


# Cure 1: give way to all that are ready.
async def yielding():
    primes = 0
    for start in range(0, LIMIT, STEP):
        primes += count_primes(start, start + STEP)
        await asyncio.sleep(0)
    return primes


# Cure 2: rest between the chunks, so that timers get their turn as well.
async def chunked():
    primes = 0
    for start in range(0, LIMIT, STEP):
        primes += count_primes(start, start + STEP)
        await asyncio.sleep(0.001)
    return primes


# Cure 3: let somebody else do it, and wait. In CPython a thread shares the
# interpreter with the loop; a ProcessPoolExecutor would not.
async def another_worker():
    return await asyncio.to_thread(count_primes, 0, LIMIT)


async def main():
    beat = asyncio.create_task(metronome())
    print(f"yielding: {await yielding()} primes")
    print(f"chunked: {await chunked()} primes")
    print(f"another worker: {await another_worker()} primes")
    beat.cancel()


asyncio.run(main())
