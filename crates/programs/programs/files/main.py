"""A folder of recipes: written together, read together, and one that is not there."""

import asyncio
import shutil
from pathlib import Path

FOLDER = Path("recipes")


async def write(name: str, text: str) -> None:
    await asyncio.to_thread((FOLDER / name).write_text, text)


def append(path: Path, line: str) -> None:
    with path.open("a") as file:
        file.write(line)


async def add(name: str, line: str) -> None:
    await asyncio.to_thread(append, FOLDER / name, line)


async def count_lines(name: str) -> int:
    text = await asyncio.to_thread((FOLDER / name).read_text)
    return len(text.splitlines())


async def names() -> list[str]:
    """The names in the folder. A folder has no order of its own."""
    paths = await asyncio.to_thread(lambda: list(FOLDER.iterdir()))
    return sorted(path.name for path in paths)


async def main() -> None:
    await asyncio.to_thread(FOLDER.mkdir, exist_ok=True)
    async with asyncio.TaskGroup() as group:
        group.create_task(write("soup.txt", "carrots\nonions\n"))
        group.create_task(write("salad.txt", "tomatoes\n"))
        group.create_task(write("tea.txt", "mint\nwater\nsugar\n"))
    await add("salad.txt", "basil\n")

    print(f"the folder holds {', '.join(await names())}")
    recipes = ["soup.txt", "salad.txt", "tea.txt", "cake.txt"]
    counts = await asyncio.gather(*map(count_lines, recipes), return_exceptions=True)
    for recipe, count in zip(recipes, counts):
        match count:
            case int(lines):
                print(f"{recipe} has {lines} lines")
            case FileNotFoundError():
                print(f"{recipe} is not there")
            case error:
                raise error
    await asyncio.to_thread(shutil.rmtree, FOLDER)


asyncio.run(main())
