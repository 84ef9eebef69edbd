"""Timeouts: how long to wait, and what to do then."""

import asyncio

LIMIT = 0.2


async def answer(city, ms):
    await asyncio.sleep(ms / 1000)
    return f"greetings from {city}"


async def ask(city, ms):
    try:
        async with asyncio.timeout(LIMIT):
            print(await answer(city, ms))
    except TimeoutError:
        print(f"no answer from {city}")


async def tour():
    print(await answer("Rome", 120))
    print(await answer("Athens", 120))


async def main():
    await ask("Oslo", 100)
    await ask("Lima", 400)

    # One limit for all that a coroutine does.
    try:
        async with asyncio.timeout(LIMIT):
            await tour()
    except TimeoutError:
        print("the tour was cut short")

    # Something else instead.
    try:
        text = await asyncio.wait_for(answer("Cairo", 300), LIMIT)
    except TimeoutError:
        text = "an old card from Cairo"
    print(text)


asyncio.run(main())
