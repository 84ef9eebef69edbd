"""As completed: take the results as they come, not as they were asked for."""

import asyncio

CITIES = [("Oslo", 300), ("Lima", 100), ("Cairo", 400), ("Hanoi", 200)]


async def ask(city, ms):
    await asyncio.sleep(ms / 1000)
    return f"{city} answers"


async def in_order():
    questions = [ask(city, ms) for city, ms in CITIES]
    for answer in await asyncio.gather(*questions):
        print(answer)


async def as_completed():
    questions = [ask(city, ms) for city, ms in CITIES]
    for answer in asyncio.as_completed(questions):
        print(await answer)


async def main():
    print("-- in order --")
    await in_order()

    print("-- as completed --")
    await as_completed()


asyncio.run(main())
