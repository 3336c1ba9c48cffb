"""The storefront widget's files: the script that a page names, and what that fetches, each kept in memory.

They are made by `scripts/widget`; in an installed package they lie inside it (`agentpay_plugin/widget/`).
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

LOADER = "agentpay-widget.js"
MISSING = (
    "The chat's script is not part of this installation: AgentPay was installed without it. Install it again on a"
    " machine that has Node.js and npm, or build it in your clone (scripts/widget)."
)

_PACKAGE = Path(__file__).parents[1]
_HASHED = re.compile(r"(?P<stem>[A-Za-z]+(?:-[A-Z]{2})?)-[\w-]{8}\.js")
# A page gets a new version within this; what it fetches then has its content in its name.
_LOADER_CACHE = "public, max-age=300"
_HASHED_CACHE = "public, max-age=31536000, immutable"
# Pages of any shop import it, from other origins and under policies of their own.
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Script:
    """A file as it is, and compressed. Their digest is the ETag."""

    body: bytes
    compressed: bytes
    digest: str
    cache: str


class NotBuilt(Exception):  # noqa: N818 a state of the installation
    """The folder holds no build of the widget."""


def folder() -> Path:
    """Return where the files lie, or would."""
    inside = _PACKAGE / "widget"
    return inside if inside.is_dir() else _PACKAGE.parent / "storefront_widget" / "dist" / "script"


def is_built(where: Path) -> bool:
    """Whether the folder holds the widget."""
    return (where / LOADER).is_file()


def answer(request: HttpRequest, where: Path, name: str) -> HttpResponseBase:
    """Answer with a file of the folder; 404 for a name that is none.

    A page that was loaded before an upgrade, and servers of two versions side by side during one, ask for
    hashed names that are not here. They are led to the file's present version.
    """
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    try:
        files = scripts(where)
    except NotBuilt:
        return _plain(MISSING)
    script = files.get(name)
    if script is not None:
        return _script(request, script)
    present = _present(files, name)
    if present is None:
        return _plain("There is no such file of the chat's.")
    headers = {"Location": f"./{present}", "Cache-Control": "no-store", **_HEADERS}
    return HttpResponse(status=302, headers=headers)


@cache
def scripts(where: Path) -> dict[str, Script]:
    """Return the files of a folder by name. Raises NotBuilt where the widget is not in it, each time anew."""
    if not is_built(where):
        raise NotBuilt(str(where))
    return {path.name: _read(path) for path in sorted(where.glob("*.js"))}


def _read(path: Path) -> Script:
    body = path.read_bytes()
    return Script(
        body=body,
        compressed=gzip.compress(body, 9, mtime=0),
        digest=hashlib.sha256(body).hexdigest()[:32],
        cache=_LOADER_CACHE if path.name == LOADER else _HASHED_CACHE,
    )


def _script(request: HttpRequest, script: Script) -> HttpResponseBase:
    is_compressed = _takes_gzip(request.headers.get("Accept-Encoding", ""))
    etag = f'"{script.digest}{"-gzip" if is_compressed else ""}"'
    body = script.compressed if is_compressed else script.body
    whole = HttpResponse(
        body,
        content_type="text/javascript; charset=utf-8",
        headers={
            "Cache-Control": script.cache,
            "Content-Length": str(len(body)),
            "ETag": etag,
            # Saleor names the origin that asked instead of "*", and nobody without one: a cache keeps them apart.
            "Vary": "Accept-Encoding, Origin",
            **({"Content-Encoding": "gzip"} if is_compressed else {}),
        },
    )
    answer = get_conditional_response(request, etag=etag, response=whole) or whole
    for header, value in _HEADERS.items():
        answer[header] = value
    return answer


def _takes_gzip(accepted: str) -> bool:
    """Whether a client takes it: `gzip;q=0` says that it does not."""
    for one in accepted.lower().split(","):
        coding, _, weight = one.partition(";")
        if coding.strip() in ("gzip", "*"):
            return not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight)
    return False


def _present(files: dict[str, Script], name: str) -> str | None:
    """Return the name under which the file of another version's name is here."""
    asked = _HASHED.fullmatch(name)
    if asked is None:
        return None
    found = ((other, _HASHED.fullmatch(other)) for other in files)
    return next((other for other, made in found if made and made["stem"] == asked["stem"]), None)


def _plain(words: str) -> HttpResponse:
    headers = {"Cache-Control": "no-store", **_HEADERS}
    return HttpResponse(
        words, status=404, content_type="text/plain; charset=utf-8", headers=headers
    )
