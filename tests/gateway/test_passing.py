"""Our own queries and mutations go through the gateway as they came; nothing else does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from graphql import get_introspection_query

from tests.gateway.conftest import TOKEN, World, serving
from tests.gateway.listener import Listener
from tests.gateway.shop import SCHEMA

pytestmark = pytest.mark.anyio

CHAT = "query($token: String!) { chat(token: $token) { stage } }"
JSON = {"content-type": "application/json"}
INTROSPECTION = "{ __schema { queryType { name } types { name } } }"


@asynccontextmanager
async def browser(world: World, **limits: Any) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        world.gateway(**limits) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=20) as client,
    ):
        yield client


async def test_bytes_and_the_callers_own_headers_go_on(world: World) -> None:
    body = b'{ "query" : "query($token: String!) { chat(token: $token) { stage } }",\n "variables":{"token":"a-token"} }'
    sent = {
        **JSON,
        "authorization": "Bearer customer",
        "accept-language": "pt-BR",
        "x-forwarded-for": "198.51.100.7",
        "cookie": "session=secret",
        "x-anything": "else",
    }
    async with browser(world) as client:
        answer = await client.post("/graphql/", content=body, headers=sent)

    ((came, headers),) = world.shop.calls
    assert answer.json() == {"data": {"chat": {"stage": "BROWSING"}}}
    assert came == body
    assert headers["authorization"] == "Bearer customer"
    assert headers["accept-language"] == "pt-BR"
    assert headers["x-forwarded-for"] == "198.51.100.7, 127.0.0.1"
    assert not {"cookie", "x-anything", "origin"} & headers.keys()


@pytest.mark.parametrize("name", ["authorization", "accept-language", "x-forwarded-for"])
async def test_header_that_is_not_ascii_goes_on_as_it_came(world: World, name: str) -> None:
    odd = {name: "Olá".encode()}
    async with world.gateway() as address:
        async with httpx.AsyncClient(trust_env=False) as client:
            body = json.dumps({"query": CHAT, "variables": {"token": TOKEN}})
            headers = [*JSON.items(), *odd.items()]
            url = f"http://{address}/graphql/"
            answer = await client.post(url, content=body, headers=headers)
        named = {name: "Olá".encode().decode("latin-1")}
        async with Listener(f"ws://{address}/graphql/", additional_headers=named) as listener:
            await listener.ask(CHAT, {"token": TOKEN})
            said = await listener.next()

    told = {"data": {"chat": {"stage": "BROWSING"}}}
    assert (answer.json(), said["payload"]) == (told, told)
    assert all("Olá".encode().decode("latin-1") in sent[name] for _, sent in world.shop.calls)


async def test_answer_comes_back_as_it_is_without_cookies(world: World) -> None:
    told = b'{"data" : {"chat": null}, "extensions": {"cost": 1}}'
    world.shop.answer = (
        429,
        told,
        {"content-type": "application/json", "set-cookie": "a=b", "retry-after": "3"},
    )
    async with browser(world) as client:
        first = await client.post("/graphql/", json={"query": CHAT})
        await client.post("/graphql/", json={"query": CHAT})

    assert (first.status_code, first.content) == (429, told)
    assert first.headers["retry-after"] == "3"
    assert "set-cookie" not in first.headers
    assert "cookie" not in world.shop.calls[1][1]


@pytest.mark.parametrize(
    "query",
    [
        "{ products(first: 1) { totalCount } }",
        "{ chat: products { totalCount } }",
        '{ chat(token: "t") { stage } shop { name } }',
        "query A { chat { stage } } query B { shop { name } }",
        "{ ...More } fragment More on Query { ... { shop { name } } }",
        'mutation { chatErase(token: "t") { errors { code } } tokenCreate { token } }',
        "mutation { chat { stage } }",
        "query { chatErase { errors { code } } }",
        '{ chat(token: """t""") { stage } }',
        '{ chat(token: "t") { stage } __schema { types { name } } }',
        '{ chat(token: "t") { stage ',
        "fragment More on Query { chat { stage } }",
        "{ ...A } fragment A on Query { shop { name } } fragment A on Query { chat { stage } }",
        "{ a: __schema { types { name } } b: __schema { types { name } } }",
        "{ __schema { types { fields { a: name b: name } } } }",
        "{ __schema { types { fields { type { ...T } } } } } fragment T on __Type { fields { name } }",
        "type Query { chat: Int }",
        "",
        "{" + "a {" * 2000 + "b" + "}" * 2001,
        "{ chat { stage } }" + " #" * 10 + "\n{ a }" * 3000,
        "subscription { chatEvents(token: 1) { __typename } }",
    ],
)
async def test_anything_else_is_refused(world: World, query: str) -> None:
    async with browser(world) as client:
        answer = await client.post("/graphql/", json={"query": query})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"] == {"code": "INVALID"}
    assert world.shop.calls == []


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (json.dumps([{"query": CHAT}]), "application/json", 400),
        (json.dumps({"query": [CHAT]}), "application/json", 400),
        (json.dumps({"variables": {}}), "application/json", 400),
        ('{"query": "{ shop { name } }", "query": "{ chat { stage } }"}', "application/json", 400),
        ("{", "application/json", 400),
        ("[" * 50_000, "application/json", 400),
        (json.dumps({"query": CHAT}).encode("utf-16"), "application/json", 400),
        (json.dumps({"query": CHAT}), "text/plain", 415),
        (CHAT, "application/graphql", 415),
        ("x" * 70_000, "application/json", 413),
    ],
)
async def test_body_that_the_shop_might_read_otherwise_is_refused(
    world: World, body: Any, content_type: str, status: int
) -> None:
    async with browser(world) as client:
        answer = await client.post(
            "/graphql/", content=body, headers={"content-type": content_type}
        )

    assert answer.status_code == status
    assert answer.json()["errors"][0]["message"]
    assert world.shop.calls == []


async def test_every_operation_of_the_contract_is_passed_on(world: World) -> None:
    core = SCHEMA._schema
    queries = [f"{{ {name} }}" for name in core.query_type.fields]
    mutations = [f"mutation {{ a: {name} __typename }}" for name in core.mutation_type.fields]
    world.shop.answer = (200, b"{}", JSON)
    async with browser(world) as client:
        answers = [
            (await client.post("/graphql/", json={"query": query})).status_code
            for query in [*queries, *mutations]
        ]

    assert answers == [200] * len(answers)
    assert len(world.shop.calls) == len(queries) + len(mutations) >= 8


async def test_schema_is_told_without_asking_the_shop(world: World) -> None:
    async with browser(world) as client:
        answer = await client.post("/graphql/", json={"query": INTROSPECTION})
        name = await client.post("/graphql/", json={"query": "{ __typename }"})

    types = {one["name"] for one in answer.json()["data"]["__schema"]["types"]}
    assert {"Chat", "ChatEvent", "Subscription"} <= types
    assert "Product" not in types
    assert name.json() == {"data": {"__typename": "Query"}}
    assert world.shop.calls == []


async def test_whole_introspection_of_todays_tools_is_answered(world: World) -> None:
    query = get_introspection_query(
        specified_by_url=True, schema_description=True, input_value_deprecation=True
    ).replace("kind", "kind isOneOf")
    async with browser(world) as client:
        answer = await client.post("/graphql/", json={"query": query})

    assert "errors" not in answer.json()


async def test_shop_that_is_gone_is_said_so(world: World) -> None:
    world.settings = replace(world.settings, saleor_url="http://127.0.0.1:1/graphql/")
    async with browser(world) as client:
        answer = await client.post("/graphql/", json={"query": CHAT})
        health = await client.get("/health")
        live = await client.get("/health/live")

    assert answer.status_code == 502
    assert answer.json()["errors"] == [
        {
            "message": "The shop cannot be reached at the moment. Try again.",
            "extensions": {"code": "SHOP_UNAVAILABLE"},
        }
    ]
    assert (health.status_code, health.json()) == (
        503,
        {"saleor": "down", "redis": "ok", "connections": 0},
    )
    assert live.status_code == 200


async def test_shop_that_takes_too_long_is_said_so(world: World) -> None:
    async def hang() -> None:
        await asyncio.sleep(2)

    world.shop.before_answer = hang
    world.settings = replace(world.settings, shop_seconds=0.2)
    async with browser(world) as client:
        answer = await client.post("/graphql/", json={"query": CHAT, "variables": {"token": TOKEN}})

    assert answer.status_code == 504
    assert "clientId" in answer.json()["errors"][0]["message"]


async def test_health_names_everything(world: World) -> None:
    async with (
        world.gateway() as address,
        Listener(f"ws://{address}/graphql/"),
        httpx.AsyncClient(trust_env=False) as client,
    ):
        health = await client.get(f"http://{address}/health")
        await client.get(f"http://{address}/health")

    assert (health.status_code, health.json()) == (
        200,
        {"saleor": "ok", "redis": "ok", "connections": 1},
    )
    assert len(world.shop.calls) == 1  # one look lasts a while


async def test_health_asked_twice_at_once_is_one_answer(world: World) -> None:
    async with browser(world) as client:
        both = await asyncio.gather(client.get("/health"), client.get("/health"))

    assert [answer.status_code for answer in both] == [200, 200]
    assert len(world.shop.calls) == 1


async def test_storefronts_on_other_origins_may_call(world: World) -> None:
    asked = {
        "origin": "https://shop.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,authorization",
    }
    world.settings = replace(world.settings, origins=("https://shop.example",))
    async with browser(world) as client:
        allowed = await client.options("/graphql/", headers=asked)
        other = await client.options(
            "/graphql/", headers={**asked, "origin": "https://evil.example"}
        )

    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "https://shop.example"
    assert "access-control-allow-credentials" not in allowed.headers
    assert other.status_code == 400
    assert "access-control-allow-origin" not in other.headers


async def test_playground_is_a_page(world: World) -> None:
    async with browser(world) as client:
        page = await client.get("/graphql/", headers={"accept": "text/html"})
        by_get = await client.get("/graphql/", params={"query": CHAT})

    assert page.status_code == 200
    assert "graphiql" in page.text
    assert by_get.status_code in (400, 405)
    assert world.shop.calls == []


async def test_operations_over_the_websocket_are_passed_on_too(world: World) -> None:
    async with world.listener() as listener:
        await listener.ask(CHAT, {"token": TOKEN})
        said = [await listener.next(), await listener.next()]
        await listener.ask("{ shop { name } }", key="2")
        refused = await listener.next()
        await listener.ask("{ __typename }", key="3")
        looked = await listener.next()

    assert said == [
        {"id": "1", "type": "next", "payload": {"data": {"chat": {"stage": "BROWSING"}}}},
        {"id": "1", "type": "complete"},
    ]
    assert (refused["type"], refused["payload"][0]["extensions"]) == ("error", {"code": "INVALID"})
    assert looked["payload"] == {"data": {"__typename": "Query"}}
    ((body, headers),) = world.shop.calls
    assert json.loads(body) == {"query": CHAT, "variables": {"token": TOKEN}, "operationName": None}
    assert headers["x-forwarded-for"] == "127.0.0.1"


async def test_shop_that_is_gone_is_said_over_the_websocket(world: World) -> None:
    world.settings = replace(world.settings, saleor_url="http://127.0.0.1:1/graphql/")
    async with world.listener() as listener:
        await listener.ask(CHAT, {"token": TOKEN})
        said = await listener.next()

    assert said["payload"]["errors"][0]["extensions"] == {"code": "SHOP_UNAVAILABLE"}


async def test_what_fails_inside_says_nothing_of_itself(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """A shop of another version, whose answer is no chat of ours."""
    world.shop.answer = (200, b'{"data": {"chat": {"secret": "ada@example.com"}}}', JSON)
    async with serving(world.shop.app()), world.listener() as listener:
        await listener.subscribe(TOKEN)
        said = await listener.next()

    assert said["payload"]["errors"][0]["message"].startswith("Something went wrong on our side.")
    assert "ada@example.com" not in caplog.text + json.dumps(said)
    assert TOKEN not in caplog.text


async def test_shop_that_gives_no_chats_is_named_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.shop.answer = (404, b"<h1>Not Found</h1>", {"content-type": "text/html"})
    async with world.listener() as listener:
        await listener.subscribe(TOKEN)
        while len(world.shop.calls) < 3:
            await asyncio.sleep(0.01)
        world.shop.answer = None
        await listener.events(3)

    assert caplog.messages == ["the shop's API gives no chats: it answered with status 404"]
