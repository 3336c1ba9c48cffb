"""One look-alike of Claude: who may ask, and what it costs to be asked."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from typing import Any

from agentpay_plugin.demo.claude.cache import Cache
from agentpay_plugin.demo.claude.checking import MODELS, check
from agentpay_plugin.demo.claude.events import signature, stream
from agentpay_plugin.demo.claude.problems import error, invalid, problem
from agentpay_plugin.demo.lookalikes.web import Request, Response, json_response
from agentpay_plugin.demo.speakers.brain import Heard
from agentpay_plugin.demo.speakers.script import Answer, Counts, Think
from agentpay_plugin.demo.speakers.speaker import Speaker

Json = dict[str, Any]

VERSIONS = ("2023-06-01", "2026-10-21")


class LookAlike(Speaker):
    """Steered by these methods in-process, and by the same words over HTTP."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.cache = Cache()

    def work(self, request: Request, body: Json) -> Response:
        self._let_in(request)
        match (request.method, request.path.removeprefix("/v1/").split("/")):
            case ("GET", ["models"]):
                return json_response(
                    200, {"data": [_model(one) for one in MODELS], "has_more": False}
                )
            case ("GET", ["models", name]):
                if name not in MODELS:
                    raise problem(404, f"model: {name}")
                return json_response(200, _model(name))
            case ("POST", ["messages"]):
                return self._speak(body)
            case _:
                raise problem(404, "Not found")

    def _let_in(self, request: Request) -> None:
        key = request.headers.get("authorization", "").removeprefix("Bearer ")
        key = key or request.headers.get("x-api-key", "")
        if not re.fullmatch(r"sk-ant-[A-Za-z0-9_-]{8,}", key) or key in self.revoked:
            raise problem(401, "invalid x-api-key")
        version = request.headers.get("anthropic-version", "")
        if version not in VERSIONS:
            raise invalid(f'anthropic-version: "{version}" is not a valid version')
        if request.method == "POST" and request.headers.get("content-type") != "application/json":
            raise invalid("content-type: must be application/json")

    def _speak(self, body: Json) -> Response:
        check(body, lambda block: block.get("signature") == signature(block.get("thinking", "")))
        answer = self.next_answer(heard(body))
        if body.get("thinking", {}).get("type") == "disabled":
            answer = replace(
                answer, steps=tuple(each for each in answer.steps if not isinstance(each, Think))
            )
        told = error(answer.status, "As the script says.")

        def speak(number: int) -> Generator[bytes]:
            counts = answer.counts or self._reckoned(body, answer)
            return stream(self, answer, body["model"], counts, number)

        return self.spoken(answer, told, speak)

    def _reckoned(self, body: Json, answer: Answer) -> Counts:
        """Return tokens, four characters each; what is marked goes through the cache, if it is long enough."""
        sent, read, written = self.cache.take(body)
        return Counts(sent, answer.size() // 4 + 1, read, written)


def heard(body: Json) -> Heard:
    """Return a request in no provider's words."""
    said = [message for message in body["messages"] if message["role"] == "user"]
    texts: list[str] = []
    for message in said:
        content = message["content"]
        blocks = [{"type": "text", "text": content}] if isinstance(content, str) else content
        texts += [block["text"] for block in blocks if block["type"] == "text"]
    last = said[-1]["content"]
    has_results = not isinstance(last, str) and last[0]["type"] == "tool_result"
    tools = [(tool["name"], tool["input_schema"]) for tool in body.get("tools", ())]
    return Heard(texts[-1] if texts else "", has_results, tools)


def _model(name: str) -> Json:
    return {"type": "model", "id": name, "display_name": name, "created_at": "2026-10-07T00:00:00Z"}
