"""A bank that wants a certificate gets the merchant's, from memory alone."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.pix.server import running
from agentpay_plugin.errors import ProviderUnavailable
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.pix_bank import tls_with
from tests.payments.conftest import access

Build = Callable[..., ChargeRequest]

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="NOT RUN: needs openssl to make certificates"
)


@dataclass(frozen=True)
class Papers:
    """A certificate authority of our own, and what it signed: each certificate with its key as PEM."""

    authority: Path
    server: Path
    merchant: str
    stranger: str


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")

    def run(*arguments: str) -> None:
        command = ["openssl", *arguments]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    def new(name: str, authority: str | None) -> str:
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        signed = ["-CA", f"{authority}.crt", "-CAkey", f"{authority}.key"] if authority else []
        names = ["-addext", "subjectAltName=IP:127.0.0.1"]
        files = ["-keyout", f"{name}.key", "-out", f"{name}.crt"]
        run("req", "-x509", *key, *signed, *names, *files, "-days", "2", "-subj", f"/CN={name}")
        pem = (folder / f"{name}.crt").read_text() + (folder / f"{name}.key").read_text()
        (folder / f"{name}.pem").write_text(pem)
        return pem

    new("authority", None)
    new("server", "authority")
    merchant = new("merchant", "authority")
    stranger = new("stranger", None)
    return Papers(folder / "authority.crt", folder / "server.pem", merchant, stranger)


@pytest.fixture
def wants_certificates(papers: Papers) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(papers.authority))
    context.load_cert_chain(papers.server)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def test_the_merchants_certificate_opens_the_door_and_no_other(
    papers: Papers,
    wants_certificates: ssl.SSLContext,
    pix_request: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(papers.authority))
    with running(tls=wants_certificates) as bank:
        shown = access(bank, certificate=papers.merchant)
        charge = PixProvider(shown, (), deadline=5).open(pix_request())
        for certificate in ("", papers.stranger):
            with pytest.raises(ProviderUnavailable):
                PixProvider(access(bank, certificate=certificate), (), deadline=5).read(charge.ref)

        assert bank.url.startswith("https://")
        assert [one["txid"] for one in bank.charges] == [charge.ref]
        assert len(bank.requests) == 3


def test_a_bank_that_nobody_vouches_for_gets_nothing(
    papers: Papers, wants_certificates: ssl.SSLContext, pix_request: Build
) -> None:
    with running(tls=wants_certificates) as bank:
        shown = access(bank, certificate=papers.merchant)
        with pytest.raises(ProviderUnavailable, match="SSLError"):
            PixProvider(shown, (), deadline=5).open(pix_request())

        assert bank.requests == []


def test_no_file_of_the_key_is_left_open_or_lying_about(
    papers: Papers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(20):
        tls_with(papers.merchant)
        with pytest.raises(ValueError, match="PEM"):
            tls_with(papers.merchant.partition("-----BEGIN PRIVATE")[0])

    assert len(list(Path("/proc/self/fd").iterdir())) <= before
    assert list(tmp_path.iterdir()) == []
