"""Select and race: the first answer wins, and the loser is cancelled."""

import asyncio


async def ask(city, ms):
    await asyncio.sleep(ms / 1000)
    return f"{city} answers"


async def race():
    questions = [
        asyncio.create_task(ask("Berlin", 300)),
        asyncio.create_task(ask("Tokyo", 150)),
    ]
    done, pending = await asyncio.wait(questions, return_when=asyncio.FIRST_COMPLETED)
    for loser in pending:
        loser.cancel()
    return done.pop().result()


async def main():
    print(f"the first: {await race()}")

    # A task goes on from round to round.
    question = asyncio.create_task(ask("Quito", 350))
    while not question.done():
        print("still waiting")
        await asyncio.wait([question], timeout=0.1)
    print(f"at last: {question.result()}")


asyncio.run(main())
