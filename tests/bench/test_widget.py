"""How the widget's sizes become the bench's table."""

from __future__ import annotations

from scripts.bench import widget

TOLD = {
    "files": {
        "agentpay-widget.js": 4868,
        "en-Bw2My9s-.js": 2051,
        "es-0KysC6eu.js": 2218,
        "panel-Daa-lGHO.js": 35844,
        "pt-BR-CiwcjdMt.js": 2192,
    },
    "loader": 4868,
    "panel": 42305,
    "limits": {"loader": 5000, "panel": 42000},
}


def test_sizes_stand_beside_a_page_without_a_chat() -> None:
    rows = widget.rows(TOLD)

    assert [(row.what, row.figure, row.unit, row.is_within) for row in rows] == [
        ("the script, on every page", 4.868, "kB", True),
        ("all the rest, every language", 42.305, "kB", False),
        ("the panel, once someone is interested", 35.844, "kB", None),
        ("its words, en", 2.051, "kB", None),
        ("its words, pt-BR", 2.192, "kB", None),
        ("its words, es", 2.218, "kB", None),
    ]
