"""Fetching many documents: 24 requests, one after another and all at once."""

import asyncio
import json
import os
from urllib.request import urlopen

PRODUCTS = 24
DELAYED = 12  # so many are answered late; the others come straight from the host


def download(url):
    with urlopen(url) as response:
        return json.load(response)


async def fetch(id):
    # The standard library's HTTP client blocks, so each request gets a thread.
    # There are as many threads as CPUs and four more: a limit of its own.
    wish = "?delay=100" if id <= DELAYED else ""
    url = f"{os.environ['SITE']}/data/products/{id}.json{wish}"
    return await asyncio.to_thread(download, url)


def report(products):
    print(", ".join(product["name"] for product in products))
    total = sum(product["price"] for product in products)
    print(f"{len(products)} products for {total} euros")


async def sequential():
    report([await fetch(id) for id in range(1, PRODUCTS + 1)])


async def gathered():
    report(await asyncio.gather(*(fetch(id) for id in range(1, PRODUCTS + 1))))


async def main():
    print("-- sequential --")
    await sequential()

    print("-- gathered --")
    await gathered()


asyncio.run(main())
