"""Two transfers in opposite directions: each holds the lock that the other one needs."""

import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()


async def transfer(amount: int, source: Account, target: Account) -> None:
    """Locks the first account, then the second, and moves the money."""
    async with source.lock:
        await asyncio.sleep(0.050)  # checks the signature
        async with target.lock:
            source.balance -= amount
            target.balance += amount


async def crossed() -> None:
    """One transfer locks Ann's account first, the other one Bob's."""
    ann, bob = Account(100), Account(100)
    try:
        async with asyncio.timeout(0.500):
            await asyncio.gather(transfer(30, ann, bob), transfer(50, bob, ann))
        print("crossed: both transfers are done")
    except TimeoutError:
        print("crossed: deadlock, given up after 500 ms")
    print(f"Ann has {ann.balance}, Bob has {bob.balance}")


async def ordered() -> None:
    """Both lock Ann's account first: to send her 50 is to take -50 from her."""
    ann, bob = Account(100), Account(100)
    try:
        async with asyncio.timeout(0.500):
            await asyncio.gather(transfer(30, ann, bob), transfer(-50, ann, bob))
        print("ordered: both transfers are done")
    except TimeoutError:
        print("ordered: deadlock, given up after 500 ms")
    print(f"Ann has {ann.balance}, Bob has {bob.balance}")


async def main() -> None:
    await crossed()
    await ordered()


asyncio.run(main())
