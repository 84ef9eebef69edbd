"""Orders come in faster than the kitchen cooks: a queue with much room, and one with little."""

import asyncio


async def waiter(name: str, first_ms: int, orders: asyncio.Queue[str]) -> None:
    """Takes an order every 60 ms. `put` waits for as long as the queue is full."""
    await asyncio.sleep(first_ms / 1000)
    for number in range(1, 4):
        await orders.put(f"{name}'s order {number}")
        await asyncio.sleep(0.060)
    print(f"{name} goes home")


async def cook(orders: asyncio.Queue[str]) -> None:
    """Needs 160 ms for an order. The queue has no end of its own: the cook is cancelled."""
    while True:
        order = await orders.get()
        print(f"cooking {order}, {orders.qsize()} more in the queue")
        await asyncio.sleep(0.160)
        orders.task_done()


async def kitchen(room: int) -> None:
    print(f"A queue with room for {room}:")
    orders: asyncio.Queue[str] = asyncio.Queue(room)
    cooking = asyncio.create_task(cook(orders))
    await asyncio.gather(waiter("Ann", 20, orders), waiter("Bob", 40, orders))
    await orders.join()
    cooking.cancel()


async def roomy() -> None:
    await kitchen(100)


async def tight() -> None:
    await kitchen(2)


async def main() -> None:
    await roomy()
    await tight()


asyncio.run(main())
