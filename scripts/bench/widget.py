"""The part about the storefront widget: what a shop's page and a shopper fetch of it, gzipped."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from scripts.bench.figures import Kind, NotHere, Row
from scripts.bench.running import REPOSITORY

if TYPE_CHECKING:
    from scripts.bench.runner import Size

FOLDER = REPOSITORY / "storefront_widget"
LANGUAGES = ("en", "pt-BR", "es")


def measure(size: Size) -> list[Row]:  # noqa: ARG001 there is nothing to repeat
    """Return the sizes. The limits are the widget's own: `make check` fails past them."""
    if shutil.which("npm") is None:
        raise NotHere("the widget is built with Node.js and npm, which are not here")
    subprocess.run([REPOSITORY / "scripts" / "widget"], check=True)
    asked = ["node", "scripts/sizes.mjs", "--json"]
    told = json.loads(subprocess.run(asked, cwd=FOLDER, check=False, stdout=subprocess.PIPE).stdout)
    return rows(told)


def rows(told: dict[str, Any]) -> list[Row]:
    """Return the table of what `sizes.mjs --json` tells, in kB of 1,000 bytes."""
    files, limits = told["files"], told["limits"]
    words = {language: _size(files, language) for language in LANGUAGES}

    def row(what: str, size: int, limit: int | None = None, note: str = "") -> Row:
        aim = None if limit is None else limit / 1000
        return Row(what, size / 1000, 0.0, "kB", Kind.DIFFERENCE, aim, note)

    return [
        row("the script, on every page", told["loader"], limits["loader"]),
        row(
            "all the rest, every language", told["panel"], limits["panel"], "nobody fetches it all"
        ),
        row("the panel, once someone is interested", _size(files, "panel")),
        *(row(f"its words, {language}", size) for language, size in words.items()),
    ]


def _size(files: dict[str, int], stem: str) -> int:
    """Return a file's size by its name without the hash."""
    return next(size for name, size in files.items() if name.startswith(f"{stem}-"))
