"""The bus of one process: from any thread to every listener, and no memory without bound."""

from __future__ import annotations

import asyncio
from threading import Thread

from agentpay_plugin.realtime.bus import MOST_WAITING, Mailbox
from agentpay_plugin.realtime.events import LOOK_AGAIN, ChatNews, Delta, News, decode, encode
from agentpay_plugin.realtime.memory import MemoryBus


def news(sequence: int) -> ChatNews:
    return ChatNews(
        sequence, sequence, [{"sequence": sequence}], None, None, typing=False, stoppable=False
    )


def test_every_listener_hears_what_another_thread_tells() -> None:
    bus = MemoryBus()

    async def listen() -> list[News]:
        async with bus.listen("a") as one, bus.listen("a") as two, bus.listen("b") as other:
            thread = Thread(target=bus.send, args=("a", encode(news(1))))
            thread.start()
            heard = [await one.get(), await two.get()]
            thread.join()
            bus.send("b", encode(news(2)))
            return [*heard, await other.get()]

    assert asyncio.run(listen()) == [news(1), news(1), news(2)]
    assert bus._listeners == {}


def test_what_nobody_listens_to_is_gone() -> None:
    bus = MemoryBus()

    bus.send("a", encode(news(1)))

    assert bus._listeners == {}


def test_slow_reader_finds_one_look_again_in_place_of_everything() -> None:
    async def read() -> list[News]:
        mailbox = Mailbox()
        for number in range(MOST_WAITING + 1):
            mailbox.put(news(number))
        mailbox.put(news(500))
        return [await mailbox.get(), await mailbox.get()]

    assert asyncio.run(read()) == [LOOK_AGAIN, news(500)]


def test_what_cannot_be_read_is_a_reason_to_look() -> None:
    whole = encode(news(1))

    assert decode(whole) == news(1)
    assert decode(encode(LOOK_AGAIN)) is LOOK_AGAIN
    for broken in (b"", b"{", b"[]", b"7", b"{}", whole.replace(b'"v":1', b'"v":2'), b'{"v":1}'):
        assert decode(broken) is LOOK_AGAIN


def test_pieces_of_a_reply_take_no_place_from_news() -> None:
    async def read() -> list[News]:
        mailbox = Mailbox()
        for number in range(MOST_WAITING * 2):
            mailbox.put(Delta("r", number, "x", after=1))
        mailbox.put(news(1))
        return [await mailbox.get() for _ in range(MOST_WAITING // 2 + 1)]

    heard = asyncio.run(read())

    assert heard[-1] == news(1)
    assert [one.index for one in heard[:-1] if isinstance(one, Delta)] == list(
        range(MOST_WAITING // 2)
    )


def test_piece_of_a_reply_is_published_as_it_is() -> None:
    delta = Delta("r", 3, "é\u2026", after=7)

    assert decode(encode(delta)) == delta
    assert decode(b'{"v":1,"delta":{"index":1}}') is LOOK_AGAIN
