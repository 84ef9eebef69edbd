"""A small web server and five clients, all in one program. Every connection is a task of its own."""

import asyncio
from asyncio import StreamReader, StreamWriter


async def answer(reader: StreamReader, writer: StreamWriter) -> None:
    """Reads one request and answers it, as HTTP/1.1 wants it."""
    request = await reader.readuntil(b"\r\n\r\n")  # an empty line is the end
    path = request.decode().split()[1]  # GET /soup HTTP/1.1

    await asyncio.sleep(0.200)  # the kitchen is at work
    body = f"you asked for {path}"
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + body.encode())
    await writer.drain()
    writer.close()


async def get(path: str, host: str, port: int) -> str:
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    response = await reader.read()  # until the server closes
    writer.close()
    return response.decode()


async def main() -> None:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)  # port 0: any free one
    host, port = server.sockets[0].getsockname()

    async with server:
        paths = ["/soup", "/salad", "/tea", "/bread", "/cake"]
        responses = await asyncio.gather(*(get(path, host, port) for path in paths))
        for path, response in zip(paths, responses):
            lines = response.splitlines()
            print(f"{path}: {lines[0]}: {lines[-1]}")


asyncio.run(main())
