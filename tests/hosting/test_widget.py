"""The widget's files as a page fetches them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from agentpay_plugin.apps import missing_widget
from agentpay_plugin.hosting import urls, widget

LOADER = b"(function(){/* the loader */})();"
PANEL = b"export const mount = 1;" * 50
DAY_AND_YEAR = {"loader": "public, max-age=300", "hashed": "public, max-age=31536000, immutable"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of the widget, as `scripts/widget` leaves it."""
    built = tmp_path / "script"
    built.mkdir()
    (built / "agentpay-widget.js").write_bytes(LOADER)
    (built / "panel-BTCCVj4_.js").write_bytes(PANEL)
    (built / "pt-BR-CiwcjdMt.js").write_bytes(b"export default {};")
    (built / "README.md").write_text("not a script")
    (tmp_path / "secret.js").write_text("nobody's business")
    return built


def asked(folder: Path, name: str, method: str = "GET", **headers: str) -> HttpResponseBase:
    given = {f"HTTP_{key.upper()}": value for key, value in headers.items()}
    return widget.answer(RequestFactory().generic(method, "/", **given), folder, name)


@pytest.mark.parametrize(
    ("name", "body", "cache"),
    [
        ("agentpay-widget.js", LOADER, DAY_AND_YEAR["loader"]),
        ("panel-BTCCVj4_.js", PANEL, DAY_AND_YEAR["hashed"]),
    ],
)
def test_file(folder: Path, name: str, body: bytes, cache: str) -> None:
    answer = asked(folder, name)

    assert (answer.status_code, answer.content) == (200, body)  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == cache
    assert answer["Content-Length"] == str(len(body))
    assert answer["Vary"] == "Accept-Encoding, Origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Content-Encoding" not in answer


def test_compressed_for_whoever_takes_it(folder: Path) -> None:
    answer = asked(folder, "panel-BTCCVj4_.js", accept_encoding="br, gzip;q=0.8")

    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == PANEL  # type: ignore[attr-defined]
    assert answer["Content-Length"] == str(len(answer.content))  # type: ignore[attr-defined]
    assert answer["ETag"] != asked(folder, "panel-BTCCVj4_.js")["ETag"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.0, br", "xgzip"])
def test_plain_for_whoever_does_not(folder: Path, accepted: str) -> None:
    answer = asked(folder, "panel-BTCCVj4_.js", accept_encoding=accepted)

    assert "Content-Encoding" not in answer
    assert answer.content == PANEL  # type: ignore[attr-defined]


def test_same_content_is_not_sent_again(folder: Path) -> None:
    known = asked(folder, "agentpay-widget.js", accept_encoding="gzip")

    again = asked(folder, "agentpay-widget.js", accept_encoding="gzip", if_none_match=known["ETag"])

    assert (again.status_code, again.content) == (304, b"")  # type: ignore[attr-defined]
    assert again["ETag"] == known["ETag"]
    assert again["Cache-Control"] == "public, max-age=300"
    assert again["Access-Control-Allow-Origin"] == "*"
    other = asked(folder, "agentpay-widget.js", accept_encoding="gzip", if_none_match='"other"')
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("name", "present"),
    [
        ("panel-0ldOne__.js", "./panel-BTCCVj4_.js"),
        ("pt-BR-0ldOne__.js", "./pt-BR-CiwcjdMt.js"),
    ],
)
def test_page_of_before_an_upgrade_is_led_to_the_present_file(
    folder: Path, name: str, present: str
) -> None:
    answer = asked(folder, name)

    assert (answer.status_code, answer["Location"]) == (302, present)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "README.md",
        "secret.js",
        "../secret.js",
        "..",
        "fr-0ldOne__.js",
        "agentpay-widget.js.map",
    ],
)
def test_anything_else_is_not_there(folder: Path, name: str) -> None:
    answer = asked(folder, name)

    assert answer.status_code == 404
    assert answer.content == b"There is no such file of the chat's."  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_it_is_only_read(folder: Path, method: str) -> None:
    answer = asked(folder, "agentpay-widget.js", method)

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert answer.content == b""  # type: ignore[attr-defined]
    assert asked(folder, "agentpay-widget.js", "HEAD").status_code == 200


def test_missing_build_is_told_until_it_is_there(tmp_path: Path) -> None:
    missing = asked(tmp_path, "agentpay-widget.js")
    (tmp_path / "agentpay-widget.js").write_bytes(LOADER)

    assert missing.status_code == 404
    assert missing.content.decode() == widget.MISSING  # type: ignore[attr-defined]
    assert missing["Cache-Control"] == "no-store"
    assert asked(tmp_path, "agentpay-widget.js").status_code == 200


def test_address() -> None:
    assert urls.widget_path() == "/plugins/global/agentpay-gateway/widget/agentpay-widget.js"


def test_operators_are_warned_of_a_missing_build(folder: Path, tmp_path: Path) -> None:
    assert [warning.msg for warning in missing_widget(tmp_path)] == [widget.MISSING]
    assert missing_widget(folder) == []
