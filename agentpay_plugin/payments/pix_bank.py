"""Which bank is asked by the API Pix, where, and how it wants to be asked."""

from __future__ import annotations

import os
import ssl
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never


class Manner(StrEnum):
    """How a bank differs from the standard."""

    STANDARD = "standard"
    EFI = "efi"


@dataclass(frozen=True, slots=True)
class PixBank:
    """One merchant's access to a bank. `certificate` is one PEM text: certificate and private key; empty where
    the bank wants none. `key` is the merchant's PIX key (chave) that money goes to."""

    manner: Manner
    base: str  # the API's routes are below it
    token_url: str
    live: bool
    client_id: str
    client_secret: str = field(repr=False)
    key: str = field(repr=False)
    certificate: str = field(default="", repr=False)


def efi(
    client_id: str,
    client_secret: str,
    certificate: str,
    key: str,
    *,
    live: bool,
    base: str = "",
) -> PixBank:
    """Return an access to Efí (formerly Gerencianet); `base` leads to a look-alike of it."""
    host = base.rstrip("/") or f"https://pix{'' if live else '-h'}.api.efipay.com.br"
    return PixBank(
        manner=Manner.EFI,
        base=f"{host}/v2",
        token_url=f"{host}/oauth/token",
        live=live,
        client_id=client_id,
        client_secret=client_secret,
        key=key,
        certificate=certificate,
    )


def webhook_address(manner: Manner, url: str, secret: str) -> str:
    """Return what a bank is told of where to send webhooks, with the secret that they prove themselves by.

    Banks put /pix behind it. Efí does so behind the whole text, where it must not touch the secret.
    """
    match manner:
        case Manner.EFI:
            return f"{url}?hmac={secret}&ignorar="
        case Manner.STANDARD:
            return f"{url}?hmac={secret}"
        case _:
            assert_never(manner)


def tls_with(certificate: str) -> ssl.SSLContext:
    """Return a TLS context that shows a certificate given as one PEM text.

    Raises ValueError when the text is no certificate with its key.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # whom to trust `requests` adds
    try:
        with _as_file(certificate) as path:
            context.load_cert_chain(path, password=_none)
    except (ssl.SSLError, OSError):
        raise ValueError("no certificate with its private key, unencrypted, in PEM") from None
    return context


@contextmanager
def _as_file(text: str) -> Iterator[str]:
    """Give a text a path for the block, since Python reads certificates from files alone.

    On Linux it is a file in memory without a name, so that the key is nowhere on a disk; elsewhere one that
    its owner alone may read, gone after the block.
    """
    if sys.platform == "linux":
        handle = os.memfd_create("agentpay", os.MFD_CLOEXEC)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            yield f"/proc/self/fd/{handle}"
    else:
        with tempfile.NamedTemporaryFile() as file:
            file.write(text.encode())
            file.flush()
            yield file.name


def _none() -> str:
    """Give no password: a key that wants one must not make the process ask on its terminal."""
    return ""
