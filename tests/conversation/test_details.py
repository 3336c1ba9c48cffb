"""Contact, addresses by the country's rules, and the way of delivery."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.conversation.codec import encode
from agentpay_plugin.conversation.commands import (
    ChooseDelivery,
    ReadAddressRules,
    ReadCart,
    ReadDelivery,
    ReadQuote,
    SetAddresses,
    SetContact,
)
from agentpay_plugin.conversation.events import (
    AddressRulesRead,
    CartRead,
    CartRefused,
    CheckOutAsked,
    CountryChosen,
    DeliveryChosen,
    DeliveryRead,
    DetailsGiven,
    QuoteRead,
)
from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.conversation.parts import DeliveryPicker, DetailsForm, Notice, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import Bounds
from agentpay_plugin.conversation.replies import info, problem, text
from agentpay_plugin.conversation.state import Conversation, Stage, Step
from tests.builders import a_cart, a_delivery, a_line, a_ready_cart, an_address, us_rules, usd
from tests.conversation.play import a_conversation, play, step, words

CART = a_cart(a_line("v-m", 1))
ADDRESSED = a_cart(
    a_line("v-m", 1), has_email=True, has_shipping_address=True, has_billing_address=True
)
REQUIRED, INVALID = Phrase(Say.FIELD_REQUIRED), Phrase(Say.FIELD_INVALID)
POLAND = us_rules(country="PL", country_name="Poland", country_areas=(), required=("city",))


def at_details(**changes: object) -> Conversation:
    return a_conversation(**{"stage": Stage.DETAILS, "cart": CART} | changes)


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        (DetailsGiven(None, an_address(), None), (("email", REQUIRED),)),
        (DetailsGiven("ada@home", an_address(), None), (("email", Phrase(Say.FIELD_EMAIL)),)),
        (
            DetailsGiven("ada@example.com", an_address(city=" ", postal_code=""), None),
            (("city", REQUIRED), ("postal_code", REQUIRED)),
        ),
        (
            DetailsGiven("ada@example.com", an_address(country_area="ZZ"), None),
            (("country_area", INVALID),),
        ),
        (
            DetailsGiven("ada@example.com", an_address(), an_address(city="")),
            (("billing_address.city", REQUIRED),),
        ),
        (
            DetailsGiven("ada@example.com", an_address(country="JP"), None),
            (("country", Phrase(Say.FIELD_COUNTRY)),),
        ),
        (
            DetailsGiven("ada@example.com", None, an_address()),
            tuple((name, REQUIRED) for name in us_rules().required),
        ),
    ],
)
def test_wrong_details_come_back_with_their_fields_before_the_shop_is_asked(
    given: DetailsGiven, errors: tuple[tuple[str, Phrase], ...]
) -> None:
    refused = play(at_details(), given, AddressRulesRead(us_rules()))

    assert refused.parts == (
        problem(Say.DETAILS_WRONG),
        DetailsForm(us_rules(), needs_email=True, needs_shipping=True, errors=errors),
    )
    assert refused.commands == ()
    assert refused.conversation.stage == Stage.DETAILS


def test_a_billing_address_of_another_country_is_held_to_its_own_rules() -> None:
    given = DetailsGiven(
        "ada@example.com", an_address(), an_address(country="PL", city="", country_area="")
    )

    second = play(at_details(), given, AddressRulesRead(us_rules()))
    refused = step(second.conversation, AddressRulesRead(POLAND))

    assert second.commands == (ReadAddressRules("PL"),)
    assert refused.parts[1] == DetailsForm(
        us_rules(), True, True, (("billing_address.city", REQUIRED),)
    )


def test_an_area_may_be_given_by_its_label() -> None:
    given = DetailsGiven("ada@example.com", an_address(country_area="California"), None)

    assert play(at_details(), given, AddressRulesRead(us_rules())).commands == (
        SetContact("cart-1", "ada@example.com"),
    )


@pytest.mark.parametrize(
    ("code", "say"), [("REQUIRED", Say.FIELD_REQUIRED), ("INVALID", Say.FIELD_INVALID)]
)
def test_what_the_shop_refuses_comes_back_with_its_field(code: str, say: Say) -> None:
    saving = play(
        at_details(),
        DetailsGiven("ada@example.com", an_address(), None),
        AddressRulesRead(us_rules()),
        CartRead(CART),
    )

    refused = step(saving.conversation, CartRefused(code, "Saleor's words", "postal_code"))

    assert saving.commands == (SetAddresses("cart-1", an_address(), an_address()),)
    assert refused.parts == (
        problem(Say.DETAILS_WRONG),
        DetailsForm(us_rules(), True, True, (("postal_code", Phrase(say)),)),
    )


def test_no_address_stays_in_the_state_once_nothing_is_awaited() -> None:
    given = DetailsGiven("ada@example.com", an_address(city=""), None)

    refused = play(at_details(), given, AddressRulesRead(us_rules()))

    stored = str(encode(refused.conversation))
    assert "Lovelace" not in stored
    assert "ada@example.com" not in stored


def test_another_country_shows_the_form_by_its_rules() -> None:
    chosen = step(at_details(), CountryChosen("PL"))
    form = step(chosen.conversation, AddressRulesRead(POLAND))

    assert chosen.commands == (ReadAddressRules("PL"),)
    assert form.parts == (text(Say.ASK_DETAILS), DetailsForm(POLAND, True, True))
    assert step(form.conversation, words("how much?", topic="price")).commands == (
        ReadAddressRules("PL"),
    )


@pytest.mark.parametrize("event", [CountryChosen("PL"), DetailsGiven("a@b.co", None, None)])
def test_details_without_a_cart_are_not_asked_for(event: CountryChosen | DetailsGiven) -> None:
    told = step(a_conversation(), event)

    assert told.parts == (info(Say.DETAILS_NOT_NOW),)
    assert told.commands == ()


def test_an_email_in_the_words_is_taken_and_the_rest_asked_for() -> None:
    saved = play(
        at_details(),
        words("ada@example.com", email="ada@example.com"),
        CartRead(a_cart(a_line("v-m", 1), has_email=True)),
    )
    form = step(saved.conversation, AddressRulesRead(us_rules()))

    assert saved.parts == (text(Say.EMAIL_SAVED),)
    assert form.parts[1] == DetailsForm(us_rules(), needs_email=False, needs_shipping=True)


def test_only_what_is_missing_is_asked() -> None:
    billed = a_cart(a_line("v-m", 1), has_shipping_address=True, has_email=True)

    form = play(
        a_conversation(stage=Stage.SHOPPING, cart=billed),
        CheckOutAsked(),
        CartRead(billed),
        AddressRulesRead(us_rules()),
    )

    assert form.parts == (text(Say.ASK_BILLING_ALONE), DetailsForm(us_rules(), False, False))


def test_an_email_alone_completes_the_details() -> None:
    addressed = a_cart(a_line("v-m", 1), has_shipping_address=True, has_billing_address=True)

    saving = step(at_details(cart=addressed), DetailsGiven("ada@example.com", None, None))
    going_on = step(saving.conversation, CartRead(ADDRESSED))

    assert saving.commands == (SetContact("cart-1", "ada@example.com"),)
    assert going_on.commands == (ReadDelivery("cart-1", None),)


COLLECTED = a_cart(
    a_line("v-m", 1),
    has_email=True,
    has_shipping_address=True,
    has_billing_address=True,
    delivery=a_delivery("point-1", kind=DeliveryKind.COLLECTION, price=usd(0)),
)


def test_what_is_collected_takes_an_address_for_the_bill_alone() -> None:
    given = DetailsGiven("ada@example.com", an_address(city="Boston"), None)

    saving = play(
        at_details(cart=COLLECTED), given, AddressRulesRead(us_rules()), CartRead(COLLECTED)
    )
    going_on = step(saving.conversation, CartRead(COLLECTED))

    assert saving.commands == (SetAddresses("cart-1", None, an_address(city="Boston")),)
    assert going_on.commands == (ReadQuote("cart-1"),)


def test_what_is_collected_is_never_asked_where_it_goes() -> None:
    collected = a_conversation(stage=Stage.SHOPPING, cart=COLLECTED)

    form = play(collected, CountryChosen("PL"), AddressRulesRead(POLAND))
    again = play(
        form.conversation,
        DetailsGiven(None, None, an_address(country="PL", city="", country_area="")),
        AddressRulesRead(POLAND),
    )

    assert form.parts == (text(Say.ASK_BILLING_ALONE), DetailsForm(POLAND, False, False))
    assert again.parts == (
        problem(Say.DETAILS_WRONG),
        DetailsForm(POLAND, False, False, (("city", REQUIRED),)),
    )


def test_an_email_alone_is_kept_and_a_missing_bill_asked_for() -> None:
    unbilled = replace(COLLECTED, has_email=False, has_billing_address=False)

    asking = play(
        at_details(cart=unbilled),
        DetailsGiven("ada@example.com", None, None),
        AddressRulesRead(us_rules()),
        CartRead(replace(unbilled, has_email=True)),
    )
    form = step(asking.conversation, AddressRulesRead(us_rules()))

    assert asking.commands == (ReadAddressRules("US"),)
    assert form.parts == (text(Say.ASK_BILLING_ALONE), DetailsForm(us_rules(), False, False))


def picking(options: tuple[DeliveryOption, ...]) -> Step:
    return play(
        a_conversation(stage=Stage.SHOPPING, cart=ADDRESSED),
        CheckOutAsked(),
        CartRead(ADDRESSED),
        DeliveryRead(options, "US"),
    )


@pytest.mark.parametrize(
    ("price", "lead"),
    [
        (usd(500), text(Say.DELIVERY_ONLY_ONE, option="DHL", price=usd(500))),
        (usd(0), text(Say.DELIVERY_ONLY_ONE_FREE, option="DHL")),
    ],
)
def test_the_only_way_of_delivery_is_chosen_and_said(price: object, lead: object) -> None:
    only = a_delivery(price=price)

    choosing = picking((only,))
    chosen = step(choosing.conversation, CartRead(a_ready_cart()))

    assert choosing.commands == (ChooseDelivery("cart-1", only),)
    assert chosen.parts == (lead,)
    assert chosen.commands == (ReadQuote("cart-1"),)


def test_a_single_collection_point_is_asked_for() -> None:
    point = a_delivery(kind=DeliveryKind.COLLECTION, name="Shop")

    asked = picking((point,))

    assert asked.parts == (text(Say.ASK_DELIVERY), DeliveryPicker((point,)))
    assert asked.commands == ()


def test_no_way_of_delivery_asks_for_another_address() -> None:
    none = picking(())
    form = step(none.conversation, AddressRulesRead(us_rules()))

    assert none.parts == (problem(Say.NO_DELIVERY),)
    assert form.parts == (text(Say.ASK_DETAILS), DetailsForm(us_rules(), False, True))


def test_a_way_of_delivery_can_be_named() -> None:
    options = (a_delivery(), a_delivery("d-2", name="Post"))

    named = step(picking(options).conversation, words("by post, please"))

    assert named.commands == (ChooseDelivery("cart-1", options[1]),)


def test_a_way_of_delivery_from_an_old_card_is_asked_again() -> None:
    asked = picking((a_delivery(), a_delivery("d-2", name="Post")))

    old = step(asked.conversation, DeliveryChosen("d-9"))

    assert old.parts == (problem(Say.DELIVERY_AGAIN),)
    assert old.commands == (ReadCart("cart-1"),)


@pytest.mark.parametrize("code", ["INVALID_SHIPPING_METHOD", "DELIVERY_METHOD_NOT_APPLICABLE"])
def test_a_way_of_delivery_that_the_shop_refuses_is_asked_again(code: str) -> None:
    asked = picking((a_delivery(), a_delivery("d-2", name="Post")))

    refused = play(asked.conversation, DeliveryChosen("d-1"), CartRefused(code, "no", None))

    assert refused.parts == (problem(Say.DELIVERY_AGAIN),)
    assert refused.commands == (ReadDelivery("cart-1", None),)


def test_a_shop_that_drops_the_choice_does_not_go_round_in_circles() -> None:
    dropped = step(picking((a_delivery(),)).conversation, CartRead(ADDRESSED))

    assert dropped.parts == (problem(Say.DELIVERY_AGAIN),)
    assert dropped.commands == ()


def test_payments_that_are_closed_keep_the_cart() -> None:
    ready = a_ready_cart()

    closed = play(
        a_conversation(stage=Stage.SHOPPING, cart=ready),
        CheckOutAsked(),
        CartRead(ready),
        QuoteRead(ready, ()),
    )

    notices = [part for part in closed.parts if isinstance(part, Notice)]
    assert notices == [problem(Say.PAYMENTS_CLOSED)]
    assert closed.conversation.cart == ready
    assert closed.conversation.stage == Stage.SHOPPING


def test_a_country_without_rules_shows_the_form_of_the_carts_own() -> None:
    refusal = CartRefused("GRAPHQL_ERROR", "no such country", None)

    chosen = play(at_details(), CountryChosen("XX"), refusal)
    given = play(at_details(), DetailsGiven("a@b.co", an_address(country="XX"), None), refusal)

    for refused in (chosen, given):
        assert refused.parts == (problem(Say.FIELD_COUNTRY),)
        assert refused.commands == (ReadAddressRules("US"),)
        assert refused.conversation.country is None
        assert step(refused.conversation, refusal).commands == ()


def test_ways_of_delivery_that_the_shop_never_tells_are_not_asked_for_ever() -> None:
    asking = play(
        a_conversation(stage=Stage.SHOPPING, cart=ADDRESSED), CheckOutAsked(), CartRead(ADDRESSED)
    )

    refused = step(asking.conversation, CartRefused("INVALID_SHIPPING_METHOD", "no", None))

    assert refused.parts[0] == problem(Say.SHOP_REFUSED)
    assert refused.commands == ()


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (
            Bounds(least=usd(2501)),
            problem(Say.TOTAL_TOO_SMALL, total=usd(2500), least=usd(2501)),
        ),
        (Bounds(most=usd(2499)), problem(Say.TOTAL_TOO_LARGE, total=usd(2500), most=usd(2499))),
        (Bounds(usd(50), usd(99_999)), problem(Say.TOTAL_NOT_TAKEN, total=usd(2500))),
        (Bounds(None, usd(0)), problem(Say.TOTAL_NOT_TAKEN, total=usd(2500))),
        (Bounds(only_without_gift_cards=True), problem(Say.GIFT_CARD_PART)),
    ],
)
def test_a_total_that_nothing_takes_is_told_from_payments_that_are_closed(
    bounds: Bounds, told: Notice
) -> None:
    ready = a_ready_cart()

    unpayable = play(
        a_conversation(stage=Stage.SHOPPING, cart=ready),
        CheckOutAsked(),
        CartRead(ready),
        QuoteRead(ready, (), bounds),
    )

    assert [part for part in unpayable.parts if isinstance(part, Notice)] == [told]
    assert (unpayable.conversation.stage, unpayable.commands) == (Stage.SHOPPING, ())
