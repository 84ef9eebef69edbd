"""Two jobs belong together and one of them fails: left alone, and held in a scope."""

import asyncio


class NotAllowed(Exception):
    def __str__(self) -> str:
        return f'Err("{self.args[0]}: not allowed")'


async def upload(photo: str) -> None:
    await asyncio.sleep(0.300)
    print(f"{photo}: uploaded")


async def check(photo: str) -> None:
    await asyncio.sleep(0.100)
    raise NotAllowed(photo)


async def loose() -> None:
    """Ends at the first error. The upload goes on, and nobody awaits it any more."""
    uploading = asyncio.create_task(upload("cat.jpg"))
    checking = asyncio.create_task(check("cat.jpg"))
    await checking
    await uploading


async def scoped() -> None:
    """Does not end before both jobs have ended, one way or the other."""
    async with asyncio.TaskGroup() as scope:
        scope.create_task(upload("dog.jpg"))
        scope.create_task(check("dog.jpg"))


async def main() -> None:
    try:
        await loose()
    except NotAllowed as error:
        print(f"loose returned: {error}")
    await asyncio.sleep(0.400)
    try:
        await scoped()
    except* NotAllowed as group:
        print(f"scoped returned: {group.exceptions[0]}")
    await asyncio.sleep(0.400)


asyncio.run(main())
