"""Whether the body of POST /v1/messages is one that Claude takes. Raises Refused with Claude's own words for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agentpay_plugin.demo.claude.problems import invalid, problem
from agentpay_plugin.demo.speakers.strict import wrong_with

Json = dict[str, Any]

MODELS = (
    "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-1", "claude-haiku-4-5",
)  # fmt: skip
_FIELDS = frozenset(
    ["model", "max_tokens", "messages", "system", "tools", "stream", "output_config", "thinking"]
)
# How each model may be told to think; without a word those of the fifth generation do as they see fit.
_THINKING = {
    "claude-haiku-5-5": ("adaptive", "disabled"),
    "claude-sonnet-5-5": ("adaptive", "between_tools"),
    "claude-opus-5-5": ("adaptive",),
    "claude-fable-5-1": ("adaptive",),
    "claude-haiku-4-5": ("disabled",),
}
_SAMPLING = frozenset({"temperature", "top_p", "top_k"})
_MARKS = 4  # of what is to be cached
_TOOL = frozenset(["name", "description", "input_schema", "strict", "cache_control", "type"])
_NAME = r"[a-zA-Z0-9_-]{1,128}"


def check(body: Json, is_signed: Callable[[Json], bool]) -> None:
    """`is_signed` tells a block of thinking that was made here and left as it was."""
    if "" in body:
        raise invalid("The request body is not valid JSON")
    for name in sorted(body.keys() - _FIELDS):
        no_sampling = name in _SAMPLING
        raise invalid(
            f"`{name}` is not supported"
            if no_sampling
            else f"{name}: Extra inputs are not permitted"
        )
    for name in ("model", "max_tokens", "messages"):
        if name not in body:
            raise invalid(f"{name}: Field required")
    if body["model"] not in MODELS:
        raise problem(404, f"model: {body['model']}")
    if not isinstance(body["max_tokens"], int) or not 1 <= body["max_tokens"] <= 128_000:
        raise invalid("max_tokens: Input should be from 1 to 128000")
    if body.get("stream") is not True:
        raise invalid("stream: this look-alike only streams")
    _check_effort(body)
    _check_thinking(body)
    _check_system(body.get("system", []))
    _check_tools(body.get("tools", []))
    _check_messages(body["messages"], is_signed)
    marks = str(body).count("'cache_control':")
    if marks > _MARKS:
        raise invalid(f"A maximum of 4 blocks with cache_control may be provided. Found {marks}.")


def _check_effort(body: Json) -> None:
    given = body.get("output_config", {})
    _only(given, {"effort"}, "output_config")
    if "effort" in given and body["model"] == "claude-haiku-4-5":
        raise invalid("This model does not support the effort parameter.")
    if given.get("effort", "low") not in ("low", "medium", "high", "xhigh", "max"):
        raise invalid(
            "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'"
        )


def _check_thinking(body: Json) -> None:
    given = body.get("thinking")
    if given is None:
        return
    _only(given, {"type"}, "thinking")
    if given.get("type") not in _THINKING[body["model"]]:
        raise invalid(f"thinking.type: {given.get('type')} is not supported for this model")
    is_much = body.get("output_config", {}).get("effort") in ("xhigh", "max")
    if given["type"] == "disabled" and is_much:
        raise invalid("thinking.type: disabled is not supported at this effort")


def _check_system(system: object) -> None:
    if isinstance(system, str):
        return
    for at, block in enumerate(_listed(system, "system")):
        _check_text(block, f"system.{at}")


def _check_tools(tools: object) -> None:
    names: set[str] = set()
    for at, tool in enumerate(_listed(tools, "tools")):
        _only(tool, _TOOL, f"tools.{at}")
        _check_mark(tool, f"tools.{at}")
        name, schema = str(tool.get("name", "")), tool.get("input_schema")
        if not re.fullmatch(_NAME, name):
            raise invalid(f"tools.{at}.name: String should match pattern '^{_NAME}$'")
        if name in names:
            raise invalid("tools: Tool names must be unique.")
        names.add(name)
        if not isinstance(schema, dict) or schema.get("type") != "object":
            raise invalid(f"tools.{at}.input_schema.type: Field required")
        if tool.get("strict") and (wrong := wrong_with(schema)):
            raise invalid(f"tools.{at}.input_schema: {wrong}")


def _check_messages(messages: object, is_signed: Callable[[Json], bool]) -> None:
    listed = _listed(messages, "messages")
    if not listed:
        raise invalid("messages: at least one message is required")
    if listed[0].get("role") != "user":
        raise invalid('messages: first message must use the "user" role')
    if listed[-1].get("role") != "user":
        raise invalid("This model does not support assistant message prefill.")
    waiting: list[str] = []
    for at, message in enumerate(listed):
        _only(message, {"role", "content"}, f"messages.{at}")
        blocks = _blocks(message, f"messages.{at}")
        if message["role"] == "user":
            _check_user(blocks, waiting, at)
            waiting = []
        elif message["role"] == "assistant":
            if waiting:
                raise _no_results(at, waiting)
            waiting = _check_assistant(blocks, at, is_signed)
        else:
            raise invalid(f"messages.{at}.role: Input should be 'user' or 'assistant'")


def _check_user(blocks: Sequence[Json], waiting: Sequence[str], at: int) -> None:
    results = [block for block in blocks if block["type"] == "tool_result"]
    if blocks[: len(results)] != results:
        raise invalid(f"messages.{at}.content: tool_result blocks must come first")
    ids = [str(block.get("tool_use_id")) for block in results]
    if missing := [one for one in waiting if one not in ids]:
        raise _no_results(at, missing)
    if strange := [one for one in ids if one not in waiting]:
        raise invalid(f"messages.{at}.content: unexpected `tool_use_id` found: {strange[0]}")
    if len(set(ids)) < len(ids):
        raise invalid(f"messages.{at}.content: each tool_use must have a single result")
    for index, block in enumerate(blocks):
        path = f"messages.{at}.content.{index}"
        match block["type"]:
            case "text":
                _check_text(block, path)
            case "tool_result":
                _only(block, {"type", "tool_use_id", "content", "is_error", "cache_control"}, path)
                _check_mark(block, path)
                if not isinstance(block.get("content", ""), str):
                    raise invalid(f"{path}.content: Input should be a valid string")
            case kind:
                raise invalid(f"{path}: `{kind}` blocks are not permitted here")


def _check_assistant(
    blocks: Sequence[Json], at: int, is_signed: Callable[[Json], bool]
) -> list[str]:
    """Return the ids of the calls in it."""
    calls: list[str] = []
    for index, block in enumerate(blocks):
        path = f"messages.{at}.content.{index}"
        match block["type"]:
            case "text":
                _check_text(block, path)
            case "thinking":
                if not is_signed(block):
                    raise invalid(f"{path}: Invalid `signature` in `thinking` block")
            case "tool_use":
                _only(block, {"type", "id", "name", "input", "caller", "cache_control"}, path)
                if not re.fullmatch(_NAME, str(block.get("id", ""))):
                    raise invalid(f"{path}.id: String should match pattern '^{_NAME}$'")
                if not isinstance(block.get("input"), dict):
                    raise invalid(f"{path}.input: Input should be a valid dictionary")
                calls.append(block["id"])
            case kind:
                raise invalid(f"{path}: `{kind}` blocks are not permitted here")
    return calls


def _no_results(at: int, ids: Sequence[str]) -> Exception:
    return invalid(
        f"messages.{at}: `tool_use` ids were found without `tool_result` blocks immediately after:"
        f" {', '.join(ids)}."
    )


def _blocks(message: Json, path: str) -> list[Json]:
    content = message.get("content")
    if isinstance(content, str):
        content = [{"type": "text", "text": content}]
    blocks = _listed(content, f"{path}.content")
    if not blocks or not all(isinstance(block.get("type"), str) for block in blocks):
        raise invalid(f"{path}.content: Input should be blocks, at least one")
    return blocks


def _check_text(block: Json, path: str) -> None:
    _only(block, {"type", "text", "cache_control", "citations"}, path)
    _check_mark(block, path)
    if block.get("citations") is not None and not path.startswith("messages"):
        raise invalid(f"{path}.citations: Extra inputs are not permitted")
    if not isinstance(block.get("text"), str) or not block["text"].strip():
        raise invalid(f"{path}: text content blocks must contain non-whitespace text")


def _check_mark(block: Json, path: str) -> None:
    mark = block.get("cache_control", {"type": "ephemeral"})
    if (
        not isinstance(mark, dict)
        or mark.get("type") != "ephemeral"
        or mark.keys() - {"type", "ttl"}
    ):
        raise invalid(f"{path}.cache_control: Input should be of type ephemeral")


def _listed(value: object, path: str) -> list[Json]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise invalid(f"{path}: Input should be a valid list")
    return value


def _only(value: Mapping[str, Any], known: set[str] | frozenset[str], path: str) -> None:
    for name in sorted(value.keys() - known):
        raise invalid(f"{path}.{name}: Extra inputs are not permitted")
