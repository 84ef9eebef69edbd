"""Fetching many documents: one after another, all at once, and straight from the host."""

import asyncio
import json
import os
from urllib.request import urlopen

PRODUCTS = 12
ALL = 24


def download(url):
    with urlopen(url) as response:
        return json.load(response)


async def fetch(id, wish):
    # The standard library's HTTP client blocks, so each request gets a thread.
    # There are as many threads as CPUs and four more: a limit of its own.
    url = f"{os.environ['SITE']}/data/products/{id}.json{wish}"
    return await asyncio.to_thread(download, url)


def report(products):
    print(", ".join(product["name"] for product in products))
    total = sum(product["price"] for product in products)
    print(f"{len(products)} products for {total} euros")


async def sequential():
    report([await fetch(id, "?delay=100") for id in range(1, PRODUCTS + 1)])


async def gathered():
    report(await asyncio.gather(*(fetch(id, "?delay=100") for id in range(1, PRODUCTS + 1))))


async def straight():
    products = await asyncio.gather(*(fetch(id, "") for id in range(1, ALL + 1)))
    print(f"{len(products)} products")


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()

    print("-- straight from the host --")
    await straight()


asyncio.run(main())
