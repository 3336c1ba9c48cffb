"""The least that relays: `bare.py <redis> <port>`. A client names its channel, and is sent what is published there."""

from __future__ import annotations

import asyncio
import sys

from redis.asyncio import Redis
from websockets.asyncio.server import ServerConnection, serve


async def main(redis_url: str, port: int) -> None:
    """Serve until it is ended. One connection to Redis; no compression, as in the gateway."""
    clients: dict[bytes, ServerConnection] = {}
    pubsub = Redis.from_url(redis_url).pubsub()
    await pubsub.subscribe("agentpay-bench-none")  # opens the connection

    async def connected(socket: ServerConnection) -> None:
        channel = str(await socket.recv())
        clients[channel.encode()] = socket
        await pubsub.subscribe(channel)
        await socket.send("subscribed")
        await socket.wait_closed()
        del clients[channel.encode()]
        await pubsub.unsubscribe(channel)

    async with serve(connected, "127.0.0.1", port, compression=None):
        async for heard in pubsub.listen():
            if heard["type"] == "message" and (client := clients.get(heard["channel"])):
                await client.send(heard["data"], text=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
