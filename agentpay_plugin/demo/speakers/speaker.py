"""The base of a look-alike of a model: who may ask, what was asked, what it is to answer, and its levers."""

from __future__ import annotations

import json
import threading
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Generator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agentpay_plugin.demo.lookalikes.faults import Faults
from agentpay_plugin.demo.lookalikes.levers import Refused
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response, json_response
from agentpay_plugin.demo.speakers import brain
from agentpay_plugin.demo.speakers.script import Answer, Happening, answer_of

_TICK = 0.02
_SECRET = ("authorization", "x-api-key")

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, for tests to look at; without what lets one in. `status`: how it was answered."""

    method: str
    path: str
    body: Body
    headers: Mapping[str, str]
    status: int


class Speaker:
    """Answers by its script, one answer after the other, then by its own mind. `gone` is set once a caller hung up
    before the end of a stream. `late`: seconds after which what has no end ends after all."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.late = 60.0
        self.faults = Faults()
        self.requests: list[Asked] = []
        self.revoked: set[str] = set()
        self.gone = threading.Event()
        self._script: deque[Answer] = deque()
        self._spoken = 0

    def start(self) -> None:
        """Nothing runs beside the server."""

    def stop(self) -> None:
        self.faults.release()

    def answers(self, *answers: Answer) -> None:
        """Put answers at the end of the script."""
        self._script.extend(answers)

    def revoke(self, key: str) -> None:
        """Refuse this key from now on."""
        self.revoked.add(key)

    @property
    def asked(self) -> list[Body]:
        """The bodies of what the model was asked and took, the oldest first."""
        return [one.body for one in self.requests if one.method == "POST" and one.status != 400]

    @abstractmethod
    def work(self, request: Request, body: Body) -> Response:
        """Answer a call of the API. Raises Refused."""

    def answer(self, request: Request) -> Response:
        """Answer whatever comes in: a lever, or a call of the API."""
        if request.path.startswith("/_control"):
            return self._pull(request)
        body: Body = {}
        try:
            body = _read(request)
            response = self.work(request, body)
        except Refused as refusal:
            response = json_response(refusal.status, refusal.body)
        seen = {name: each for name, each in request.headers.items() if name not in _SECRET}
        self.requests.append(Asked(request.method, request.path, body, seen, response.status))
        return response

    def next_answer(self, heard: brain.Heard) -> Answer:
        return self._script.popleft() if self._script else brain.answer(heard)

    def spoken(
        self, answer: Answer, error: Body, stream: Callable[[int], Generator[bytes]]
    ) -> Response:
        """Return what an answer becomes: `error`, where it fails at once, else the stream of its number."""
        if answer.status != 200:
            headers = {"retry-after": answer.retry_after} if answer.retry_after else {}
            return json_response(answer.status, error, headers)
        self._spoken += 1
        return self.streamed(stream(self._spoken))

    def streamed(self, pieces: Generator[bytes]) -> Response:
        return Response(
            200, headers={"Content-Type": "text/event-stream"}, stream=self._told(pieces)
        )

    def befall(self, what: Happening, ping: bytes, error: bytes) -> Generator[bytes]:
        """Yield what comes when something befalls the stream. Raises Dropped for one that is cut."""
        match what:
            case Happening.HOLD:
                self.faults.wait(self.late)
            case Happening.CUT:
                raise Dropped
            case Happening.SILENCE:
                self.faults.wait(self.late)
                raise Dropped
            case Happening.DRIP:
                yield from self._for_ever(b" ", first=b"data: {")
            case Happening.PINGS:
                yield from self._for_ever(ping)
            case Happening.ERROR:
                yield error
            case Happening.NONSENSE:
                yield b"event: message_delta\ndata: {oops\n\n"

    def _for_ever(self, piece: bytes, first: bytes = b"") -> Generator[bytes]:
        if first:
            yield first
        for _ in range(int(self.late / _TICK)):
            yield piece
            self.faults.wait(_TICK)
        raise Dropped

    def _told(self, pieces: Generator[bytes]) -> Generator[bytes]:
        is_over = False
        try:
            yield from pieces
            is_over = True
        except Dropped:
            is_over = True
            raise
        finally:
            if not is_over:
                self.gone.set()

    def _pull(self, request: Request) -> Response:
        work = _LEVERS.get((request.method, request.path.removeprefix("/_control").rstrip("/")))
        if work is None:
            return json_response(404, {"error": f"no lever {request.method} {request.path}"})
        try:
            return json_response(200, work(self, json.loads(request.body or b"{}")))
        except (TypeError, ValueError, KeyError) as error:
            return json_response(400, {"error": f"{type(error).__name__}: {error}"})


def _read(request: Request) -> Body:
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {"": "no JSON object"}


def _script(like: Speaker, given: Body) -> Any:
    like.answers(*map(answer_of, given["answers"]))
    return {}


def _revoke(like: Speaker, given: Body) -> Any:
    like.revoke(given["key"])
    return {}


def _release(like: Speaker, _: Body) -> Any:
    like.faults.release()
    return {}


_LEVERS: Mapping[tuple[str, str], Callable[[Speaker, Body], Any]] = {
    ("GET", ""): lambda like, _: {"url": like.url},
    ("GET", "/requests"): lambda like, _: [asdict(one) for one in like.requests],
    ("POST", "/script"): _script,
    ("POST", "/keys/revoke"): _revoke,
    ("POST", "/release"): _release,
}
