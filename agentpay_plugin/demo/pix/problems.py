"""The errors the look-alike answers with: RFC 7807 as the standard says."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.levers import Refused

_TYPES = "https://pix.bcb.gov.br/api/v2/error/"


def problem(status: int, kind: str, detail: str, path: str = "") -> Refused:
    """Return an answer that is no success. `path`: of the property that is wrong."""
    body: dict[str, object] = {
        "type": _TYPES + kind,
        "title": kind,
        "status": status,
        "detail": detail,
    }
    if path:
        body["violacoes"] = [{"razao": detail, "propriedade": path}]
    return Refused(status, body, detail)


def no_such(kind: str = "NaoEncontrado") -> Refused:
    return problem(404, kind, "Entidade não encontrada.")


def cob_invalid(detail: str, path: str = "") -> Refused:
    return problem(400, "CobOperacaoInvalida", detail, path)


def refund_invalid(detail: str, path: str = "") -> Refused:
    return problem(400, "PixDevolucaoInvalida", detail, path)


def denied() -> Refused:
    return problem(403, "AcessoNegado", "Requisição de participante autenticado sem autorização.")
