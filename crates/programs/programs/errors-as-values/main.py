"""Errors as values: stop at the first one, or collect them all."""

import asyncio


class NoStation(Exception):
    pass


async def weather(city, ms):
    await asyncio.sleep(ms / 1000)
    match city:
        case "Oslo":
            return 4
        case "Lima":
            return 19
        case _:
            raise NoStation(f"no weather station in {city}")


async def stop_at_first():
    # The group cancels the tasks that are left when one of them raises.
    async with asyncio.TaskGroup() as group:
        oslo = group.create_task(weather("Oslo", 100))
        atlantis = group.create_task(weather("Atlantis", 200))
        lima = group.create_task(weather("Lima", 300))
    print(f"{oslo.result()}, {atlantis.result()} and {lima.result()} degrees")


async def collect_all():
    results = await asyncio.gather(
        weather("Oslo", 100),
        weather("Atlantis", 200),
        weather("Lima", 300),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, Exception):
            print(f"error: {result}")
        else:
            print(f"{result} degrees")


async def main():
    print("-- stop at the first --")
    try:
        await stop_at_first()
    except* NoStation as group:
        for error in group.exceptions:
            print(f"error: {error}")

    print("-- collect all --")
    await collect_all()


asyncio.run(main())
