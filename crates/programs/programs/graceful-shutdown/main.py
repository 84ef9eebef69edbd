"""Stop means: begin nothing new, finish what is begun, and do not take for ever."""

import asyncio
import signal


async def worker(name: str, first_ms: int, job_ms: int, stop: asyncio.Event) -> None:
    """Starts a job every 200 ms. Between two jobs it can be stopped, in the middle of one it cannot."""
    loop = asyncio.get_running_loop()
    tick = loop.time() + first_ms / 1000
    done = 0
    while True:
        try:
            async with asyncio.timeout_at(tick):
                await stop.wait()
            break
        except TimeoutError:
            await asyncio.sleep(job_ms / 1000)  # the job
            done += 1
            print(f"{name}: job {done} done")
            tick += 0.200
    print(f"{name}: closed after {done} jobs")


async def asked_to_stop() -> None:
    """Ends when Ctrl-C is pressed, or after 640 ms if nobody does."""
    pressed = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, pressed.set)
    try:
        async with asyncio.timeout(0.640):
            await pressed.wait()
        print("stop: somebody asked for it")
    except TimeoutError:
        print("stop: time is up")


async def main() -> None:
    stop = asyncio.Event()
    mailer = asyncio.create_task(worker("mailer", 0, 160, stop))
    saver = asyncio.create_task(worker("saver", 60, 60, stop))

    await asked_to_stop()
    stop.set()

    try:
        async with asyncio.timeout(0.500):
            await asyncio.gather(mailer, saver)
        print("every job is finished")
    except TimeoutError:
        print("some jobs were too slow and are lost")


asyncio.run(main())
