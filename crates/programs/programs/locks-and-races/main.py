"""Two people draw from one account. Between looking and taking there is an await."""

import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()


async def permission() -> None:
    """Asks the bank. Everybody else runs meanwhile."""
    await asyncio.sleep(0.100)


async def careless(amount: int, account: Account) -> int:
    """Returns how much was taken."""
    if account.balance < amount:
        return 0
    await permission()
    account.balance -= amount
    return amount


async def careful(amount: int, account: Account) -> int:
    async with account.lock:  # held until the block ends
        if account.balance < amount:
            return 0
        await permission()
        account.balance -= amount
        return amount


async def without_lock() -> None:
    account = Account(100)
    ann, bob = await asyncio.gather(careless(80, account), careless(80, account))
    print(f"without a lock: Ann takes {ann}, Bob takes {bob}, {account.balance} left")


async def with_lock() -> None:
    account = Account(100)
    ann, bob = await asyncio.gather(careful(80, account), careful(80, account))
    print(f"with a lock: Ann takes {ann}, Bob takes {bob}, {account.balance} left")


async def main() -> None:
    await without_lock()
    await with_lock()


asyncio.run(main())
