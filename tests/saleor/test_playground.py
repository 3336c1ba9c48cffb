"""The developer's view: our operations stand in Saleor's own schema, with words."""

import pytest

from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

OURS = {
    "queryType": {"chat", "chatFunnel", "chatHandovers"},
    "mutationType": {
        "chatVisit", "chatStart", "chatMessageSend", "chatActionSubmit", "chatEventTrack", "chatErase",
        "chatHandoverReply", "chatHandoverClose",
    },
}  # fmt: skip


@pytest.mark.parametrize("root", OURS)
def test_operations_are_described_in_saleors_schema(running: Shop, root: str) -> None:
    data = running.graphql("{ __schema { " + root + " { fields { name description } } } }")

    described = {f["name"]: f["description"] for f in data["__schema"][root]["fields"]}
    assert OURS[root] <= described.keys()
    assert all(described[name] for name in OURS[root])
    assert "checkoutComplete" in described or "products" in described
