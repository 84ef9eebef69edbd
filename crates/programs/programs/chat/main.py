"""A chat: whatever one member says, the room sends to all."""

import asyncio
from asyncio import StreamReader, StreamWriter

room: set[StreamWriter] = set()


async def member(reader: StreamReader, writer: StreamWriter) -> None:
    """One member, as the server sees it."""
    room.add(writer)
    while line := await reader.readline():  # empty: the member has left
        print(line.decode().rstrip())
        for other in room:
            other.write(line)
    room.discard(writer)
    writer.close()


async def client(name: str, text: str, wait_ms: int, port: int) -> str:
    """One member, as the member sees it: says one line, and leaves after having heard three."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(wait_ms / 1000)
    writer.write(f"{name}: {text}\n".encode())
    await writer.drain()

    heard = 0
    while heard < 3 and await reader.readline():
        heard += 1
    writer.close()
    return f"{name} heard {heard} lines"


async def main() -> None:
    server = await asyncio.start_server(member, "127.0.0.1", 0)
    _, port = server.sockets[0].getsockname()

    async with server:
        heard = await asyncio.gather(
            client("Ann", "is anybody here?", 100, port),
            client("Bob", "I am", 200, port),
            client("Cid", "me too", 300, port),
        )
        print("\n".join(heard))


asyncio.run(main())
