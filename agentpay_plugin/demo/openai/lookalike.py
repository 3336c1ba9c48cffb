"""One look-alike of OpenAI: who may ask, and what it costs to be asked."""

from __future__ import annotations

import json
import re
from typing import Any

from agentpay_plugin.demo.lookalikes.web import Request, Response, json_response
from agentpay_plugin.demo.openai.checking import MODELS, check
from agentpay_plugin.demo.openai.chunks import stream
from agentpay_plugin.demo.openai.problems import error, problem
from agentpay_plugin.demo.speakers.brain import Heard
from agentpay_plugin.demo.speakers.script import Answer, Counts
from agentpay_plugin.demo.speakers.speaker import Speaker

Json = dict[str, Any]


class LookAlike(Speaker):
    """Steered by these methods in-process, and by the same words over HTTP. `is_open`: nobody needs a key, as at a
    server of one's own."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.is_open = False

    def work(self, request: Request, body: Json) -> Response:
        self._let_in(request)
        match (request.method, request.path.removeprefix("/v1/").split("/")):
            case ("GET", ["models"]):
                return json_response(
                    200, {"object": "list", "data": [_model(one) for one in MODELS]}
                )
            case ("GET", ["models", name]):
                if name not in MODELS:
                    raise problem(404, f"The model '{name}' does not exist")
                return json_response(200, _model(name))
            case ("POST", ["chat", "completions"]):
                return self._speak(body)
            case _:
                raise problem(404, f"Invalid URL ({request.method} {request.path})", "unknown_url")

    def _let_in(self, request: Request) -> None:
        key = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.is_open and not key:
            return
        if not re.fullmatch(r"sk-[A-Za-z0-9_-]{8,}", key) or key in self.revoked:
            raise problem(401, "Incorrect API key provided.")

    def _speak(self, body: Json) -> Response:
        check(body)
        answer = self.next_answer(heard(body))
        told = error(answer.status, "As the script says.", answer.code)
        wanted = body.get("stream_options", {}).get("include_usage") and answer.is_counted
        counts = (answer.counts or _reckoned(body, answer)) if wanted else None
        return self.spoken(
            answer, told, lambda number: stream(self, answer, body["model"], counts, number)
        )


def _reckoned(body: Json, answer: Answer) -> Counts:
    """Return tokens, four characters each."""
    return Counts(len(json.dumps(body)) // 4, answer.size() // 4 + 1)


def heard(body: Json) -> Heard:
    """Return a request in no provider's words."""
    texts = [each["content"] for each in body["messages"] if each["role"] == "user"]
    tools = [
        (tool["function"]["name"], tool["function"]["parameters"]) for tool in body.get("tools", ())
    ]
    return Heard(texts[-1] if texts else "", body["messages"][-1]["role"] == "tool", tools)


def _model(name: str) -> Json:
    return {"id": name, "object": "model", "created": 1796000000, "owned_by": "look-alike"}
