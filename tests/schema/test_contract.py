"""The graphene binding is the contract, to the letter, but for the subscription, which the realtime gateway serves."""

from __future__ import annotations

import graphene

from tests.schema.contract import (
    contract_descriptions,
    contract_schema,
    described,
    shape,
    subscription_schema,
    whole_contract,
)


def test_holds_the_contracts_types_fields_arguments_and_defaults(schema: graphene.Schema) -> None:
    contract = shape(contract_schema())

    ours = shape(schema)

    assert len(contract) == 70
    assert ours.keys() == contract.keys()
    for name, expected in contract.items():
        assert ours[name] == expected, name


def test_leaves_out_the_subscription_and_what_it_alone_uses() -> None:
    whole = shape(whole_contract()).keys()
    served, subscribed = shape(contract_schema()).keys(), shape(subscription_schema()).keys()

    assert whole == served | subscribed
    assert subscribed - served == {
        "Subscription",
        "ChatEvent",
        "ChatMessageEvent",
        "ChatDeltaEvent",
        "ChatTypingEvent",
        "ChatPaymentEvent",
        "ChatCartEvent",
    }


def test_says_the_contracts_own_words(schema: graphene.Schema) -> None:
    served = shape(contract_schema())
    contract = {
        path: words
        for path, words in contract_descriptions().items()
        if path.partition(".")[0] in served
    }

    ours = described(schema)

    assert len(contract) == 129
    assert ours == contract
