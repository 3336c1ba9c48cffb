"""Is this webhook the bank's, and which payments is it about?

The standard signs nothing: a bank proves itself by its TLS certificate, which a proxy before the shop may
check. What is checked here is the secret in the address that the bank was given; only the bank knows it.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator, Mapping, Sequence

from agentpay_plugin.charges.ports import ProviderEvent
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments import exact_json
from agentpay_plugin.payments.pix_ids import reference_of

PARAMETER = "hmac"  # what Efí calls it, though it is the secret itself

_E2EID = re.compile(r"[A-Za-z0-9]{1,35}")
_REFUND_ID = re.compile(r"[A-Za-z0-9]{1,35}")
_STATUS = re.compile(r"[A-Z_]{1,30}")


def verify(
    body: bytes, query: Mapping[str, str], secrets: Sequence[str], live: bool
) -> tuple[ProviderEvent, ...]:
    """Return what a call tells of payments of ours; nothing of others, and nothing that we do not understand.

    Raises NotAuthentic for a call without one of the secrets.
    """
    given = query.get(PARAMETER, "").encode(errors="surrogatepass")
    found = False
    for secret in secrets:
        found |= bool(secret) and hmac.compare_digest(secret.encode(), given)
    if not found:
        raise NotAuthentic("no secret of ours in the address")
    try:
        told = exact_json.loads(body)
    except ValueError:
        return ()
    payments = told.get("pix") if isinstance(told, dict) else None
    if not isinstance(payments, list):
        return ()
    return tuple(event for one in payments if isinstance(one, dict) for event in _events(one, live))


def _events(paid: Mapping[str, object], live: bool) -> Iterator[ProviderEvent]:
    txid, e2eid = paid.get("txid"), paid.get("endToEndId")
    reference = reference_of(txid) if isinstance(txid, str) else None
    if reference is None or not isinstance(e2eid, str) or not _E2EID.fullmatch(e2eid):
        return
    refunds = paid.get("devolucoes")
    listed = refunds if isinstance(refunds, list) else [refunds]
    names = [("pix", e2eid)] + [
        ("devolucao", f"{e2eid}:{one['id']}:{one['status']}")
        for one in listed
        if isinstance(one, dict)
        and _fits(one.get("id"), _REFUND_ID)
        and _fits(one.get("status"), _STATUS)
    ]
    for kind, name in names:
        yield ProviderEvent(
            id=name,
            type=kind,
            charge_ref=str(txid),
            reference=reference,
            live=live,
            handled=True,
            payment_ref=e2eid,
            about_refund=kind == "devolucao",
        )


def _fits(value: object, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None
