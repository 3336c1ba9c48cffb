"""The errors the look-alike answers with, in Asaas's JSON shape."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.levers import Refused


def problem(status: int, code: str, description: str) -> Refused:
    """Return an answer that is no success."""
    body = {"errors": [{"code": code, "description": description}]}
    return Refused(status, body, description)


def invalid(description: str, code: str = "invalid_action") -> Refused:
    """Something that Asaas does not do."""
    return problem(400, code, description)


def no_such() -> Refused:
    """An object that this account does not have."""
    return problem(404, "not_found", "O recurso solicitado não foi encontrado.")


def unauthorized(code: str = "invalid_access_token") -> Refused:
    """A key that is missing, wrong, or of the other environment."""
    return problem(401, code, "A chave de API fornecida é inválida")
