"""Strawberry's GraphiQL page. Its scripts come from this folder, or where it was not filled, the internet."""

from __future__ import annotations

import re
from pathlib import Path

from strawberry.http.ides import get_graphql_ide_html

FOLDER = Path(__file__).parent / "static"
PATH = "/graphiql"  # where FOLDER is to be served

_CDN = "https://unpkg.com"


def sources() -> list[str]:
    """Return what the page loads: `<npm package>@<version>/<file>`."""
    return re.findall(rf'"{_CDN}/([^"]+)"', get_graphql_ide_html())


def is_local() -> bool:
    """Tell whether `scripts/graphiql` has filled the folder with what this page loads."""
    return all((FOLDER / name).is_file() for name in sources())


def page() -> str:
    """Return the page."""
    html = get_graphql_ide_html()
    return html.replace(_CDN, PATH) if is_local() else html
