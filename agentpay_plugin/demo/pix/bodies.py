"""What each call of the API takes, as the standard's version 2.9.0 says."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.shapes import Listed, Object, Text, Whole

_VALUE = Text(13, r"[0-9]{1,10}\.[0-9]{2}")
_NAME = Text(200)
CPF = Object({"cpf": Text(11, r"[0-9]{11}"), "nome": _NAME}, frozenset({"cpf", "nome"}))
CNPJ = Object({"cnpj": Text(14, r"[0-9A-Z]{14}"), "nome": _NAME}, frozenset({"cnpj", "nome"}))


class _Debtor:
    """A person or a company, never both."""

    def check(self, value: object, path: str) -> None:
        (CNPJ if isinstance(value, dict) and "cnpj" in value else CPF).check(value, path)


COB = Object(
    {
        "calendario": Object({"expiracao": Whole(1, 2**31 - 1)}, frozenset({"expiracao"})),
        "devedor": _Debtor(),
        "valor": Object(
            {"original": _VALUE, "modalidadeAlteracao": Whole(0, 1)}, frozenset({"original"})
        ),
        "chave": Text(77),
        "solicitacaoPagador": Text(140),
        "infoAdicionais": Listed(
            Object({"nome": Text(50), "valor": Text(200)}, frozenset({"nome", "valor"})), 50
        ),
    },
    frozenset({"calendario", "valor", "chave"}),
)
# Of the revisions that the standard knows the look-alike plays the removal, which must come alone.
COB_REMOVED = Object(
    {"status": Text(one_of=frozenset({"REMOVIDA_PELO_USUARIO_RECEBEDOR"}))}, frozenset({"status"})
)
REFUND = Object(
    {
        "valor": _VALUE,
        "natureza": Text(one_of=frozenset({"ORIGINAL", "RETIRADA"})),
        "descricao": Text(140),
    },
    frozenset({"valor"}),
)
WEBHOOK = Object({"webhookUrl": Text(2000, r"https?://[^\s]+")}, frozenset({"webhookUrl"}))
