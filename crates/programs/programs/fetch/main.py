"""Fetch: three documents, one by one and together, and two that fail."""

import asyncio
import json
import os
from urllib.error import HTTPError, URLError
from urllib.request import urlopen


def download(file):
    with urlopen(f"{os.environ['SITE']}/data/todos/{file}") as response:
        return json.load(response)


async def fetch(file):
    # The standard library's HTTP client blocks, so it gets a thread.
    return await asyncio.to_thread(download, file)


def show(todo):
    print(f"{todo['id']}. {todo['title']}")


async def sequential():
    show(await fetch("1.json?delay=300"))
    show(await fetch("2.json?delay=200"))
    show(await fetch("3.json?delay=400"))


async def gathered():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(fetch("1.json?delay=300"))
        second = group.create_task(fetch("2.json?delay=200"))
        third = group.create_task(fetch("3.json?delay=400"))
    for task in (first, second, third):
        show(task.result())


async def handled():
    for file in ("404.json", "broken.json"):
        try:
            show(await fetch(file))
        except json.JSONDecodeError:
            print(f"{file}: broken JSON")
        except HTTPError as error:
            print(f"{file}: status {error.code}")
        except URLError:
            print(f"{file}: no answer")


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()

    print("-- failures, handled --")
    await handled()


asyncio.run(main())
