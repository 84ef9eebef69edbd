"""A shop with a database: queries, and a transaction that is rolled back when it is cancelled."""

import asyncio
import sqlite3


class Database:
    """One connection to sqlite3, which knows nothing of asyncio: every call goes to a thread."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.lock = asyncio.Lock()

    async def run(self, sql: str, *values: object) -> list[tuple]:
        async with self.lock:
            return await asyncio.to_thread(lambda: self.connection.execute(sql, values).fetchall())


async def fill(shop: Database) -> None:
    await shop.run("CREATE TABLE stock (number INTEGER PRIMARY KEY, name TEXT, left INTEGER)")
    for number, name in [(1, "apples"), (2, "pears"), (3, "plums"), (7, "nuts")]:
        await shop.run("INSERT INTO stock VALUES (?, ?, 10)", number, name)


async def sell(number: int, amount: int, payment_ms: int, shop: Database) -> None:
    """Takes goods from the stock. Without `COMMIT` nothing of it has happened."""
    await shop.run("BEGIN")
    try:
        [(left,)] = await shop.run("SELECT left FROM stock WHERE number = ?", number)
        if left < amount:
            raise ValueError("not enough left")
        await shop.run("UPDATE stock SET left = ? WHERE number = ?", left - amount, number)
        await asyncio.sleep(payment_ms / 1000)  # the customer pays
        await shop.run("COMMIT")
    except BaseException:  # an error, or the cancellation
        await shop.run("ROLLBACK")
        raise


async def left(number: int, shop: Database) -> str:
    [(count, name)] = await shop.run("SELECT left, name FROM stock WHERE number = ?", number)
    return f"{count} {name} left"


async def serve(customer: str, number: int, payment_ms: int, shop: Database) -> None:
    try:
        async with asyncio.timeout(0.400):
            await sell(number, 3, payment_ms, shop)
        print(f"{customer} customer: sold")
    except TimeoutError:
        print(f"{customer} customer: went away")


async def main() -> None:
    shop = Database()
    await fill(shop)
    query = "SELECT number, name FROM stock WHERE number BETWEEN 2 AND 5 ORDER BY number"
    for number, name in await shop.run(query):
        print(f"shelf {number}: {name}")

    await serve("quick", 1, 100, shop)
    await serve("slow", 2, 900, shop)

    apples, pears = await asyncio.gather(left(1, shop), left(2, shop))
    print(f"{apples}, {pears}")


asyncio.run(main())
