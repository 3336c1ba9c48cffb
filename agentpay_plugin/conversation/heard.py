"""What the shopper wrote: the wish that was read in it, the answer to what was offered, or a question.

Words raise only what a tap could raise, except money: no words ever confirm a quote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agentpay_plugin.conversation import cart as carts
from agentpay_plugin.conversation import lines, promo
from agentpay_plugin.conversation.answers import answer
from agentpay_plugin.conversation.attending import answer_to_email, is_for_answer, person_asked
from agentpay_plugin.conversation.buying import set_quantity
from agentpay_plugin.conversation.changing import (
    delivery_changed,
    details_changed,
    option_changed,
)
from agentpay_plugin.conversation.checkout import SETTLING, check_out, is_filled
from agentpay_plugin.conversation.checkout_questions import details_typed
from agentpay_plugin.conversation.choosing import buy, tell, variant_tapped
from agentpay_plugin.conversation.comparing import compare, is_comparison
from agentpay_plugin.conversation.consulting import consult
from agentpay_plugin.conversation.delivery import delivery_chosen
from agentpay_plugin.conversation.doing import Searching
from agentpay_plugin.conversation.events import Said
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.names import is_meant, shown_variant
from agentpay_plugin.conversation.orders import status
from agentpay_plugin.conversation.paying import paid_said, payment_cancelled
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.picking import names_way, picked, way_meant
from agentpay_plugin.conversation.products import one_found, product_chosen, show
from agentpay_plugin.conversation.quoting import method_of, pay_by, tax_id_said
from agentpay_plugin.conversation.reading import (
    OF_WAY,
    Intent,
    Offered,
    Pick,
    ReadBy,
    Reading,
    Topic,
    Wish,
)
from agentpay_plugin.conversation.replies import PERSON, after, info, quick, text
from agentpay_plugin.conversation.returning import (
    back,
    is_in_cart,
    left,
    not_understood,
    nudged,
    remind,
    which_product,
)
from agentpay_plugin.conversation.seeking import cheaper, more, search, seek, suggest
from agentpay_plugin.conversation.state import Conversation, Stage, Step
from agentpay_plugin.conversation.suggesting import similar
from agentpay_plugin.conversation.talking import (
    card_warned,
    in_trouble,
    order_change_asked,
    talked,
)
from agentpay_plugin.conversation.wanted import Wanted

_CHECKING_OUT = (Stage.DETAILS, Stage.DELIVERY, Stage.QUOTED, *SETTLING)
# What is done though a tax id was written beside it.
_BEFORE_TAX_ID = (Wish.CANCEL_PAYMENT, Wish.PERSON, Wish.SAY_PAID)
_CHOOSING_WAY = (Stage.DELIVERY, Stage.QUOTED)
_SURELY = 0.95  # the local model is of what it knows well
_SENTENCE = 4  # words; fewer may be a name
_FEW = 4  # words that may name other goods than those in focus
_WAYS = (Pick.FASTEST, Pick.CHEAPEST, Pick.COLLECT)
_GOODS = (Offered.BUY, Offered.ANOTHER_QUANTITY)


@dataclass(frozen=True, slots=True)
class _Offer:
    """What the last reply offered."""

    kind: Offered
    variant_id: str | None
    quantity: int | None


def said(conversation: Conversation, event: Said) -> Step:
    """Answer what the shopper wrote."""
    reading = event.reading
    offer = _Offer(
        conversation.offered, conversation.offered_variant_id, conversation.offered_quantity
    )
    # What was stored before "it" was remembered knows the variant by its offer alone.
    meant_id = offer.variant_id or conversation.meant_id
    conversation = replace(offering(conversation, Offered.NOTHING), meant_id=meant_id)
    if event.had_card:
        rest = replace(event, had_card=False)
        is_urgent = reading.wish in (Wish.CANCEL_PAYMENT, Wish.PERSON)
        return card_warned(said(conversation, rest) if is_urgent else back(conversation))
    if event.tax_id is not None and reading.wish not in _BEFORE_TAX_ID:
        return tax_id_said(conversation, event.tax_id)
    if reading.email is not None and offer.kind is Offered.PERSON and reading.wish is Wish.NONE:
        return person_asked(conversation, event.text)
    if reading.email is not None and reading.wish in (Wish.NONE, Wish.CHECK_OUT):
        return _email(conversation, reading.email, event.text)
    if reading.wish == Wish.NONE and offer.kind != Offered.NOTHING:
        another = offer.kind in _GOODS and reading.quantity is not None
        if reading.yes is True or (another and not _names_option(reading)):
            return _agreed(conversation, reading, offer)
        if reading.yes is False and reading.pick is None and not _names_option(reading):
            return _declined(conversation, offer)
    another = offer.kind == Offered.ANOTHER_QUANTITY and reading.quantity is not None
    if reading.wish == Wish.BUY and another and not _names_goods(reading):
        return _another_quantity(conversation, reading, offer)
    way = way_meant(conversation, event.text, reading)
    mention = (reading.product_mention or "").casefold()
    is_named = way is not None and bool(mention) and mention in way.name.casefold()
    meant = reading.wish is Wish.NONE or reading.pick in _WAYS
    another = conversation.stage == Stage.QUOTED and (meant or is_named)
    is_asked = reading.attribute == OF_WAY
    if way is not None and not is_asked and (conversation.stage == Stage.DELIVERY or another):
        return delivery_chosen(conversation, way.id)
    if reading.pick is Pick.COLLECT and reading.wish is Wish.NONE and _may_choose(conversation):
        of_delivery = replace(reading, topic=Topic.DELIVERY, product_mention=None)
        return answer(conversation, event.text, of_delivery)
    return _wished(conversation, event, offer)


def _may_choose(conversation: Conversation) -> bool:
    return conversation.stage in _CHOOSING_WAY and bool(conversation.deliveries)


def _wished(conversation: Conversation, event: Said, offer: _Offer) -> Step:
    reading, focus = event.reading, conversation.product
    if reading.about is not None and (focus is None or focus.id != reading.about):
        return product_chosen(conversation, reading.about)
    if is_comparison(reading):
        return compare(conversation, reading, event.text)
    match reading.wish:
        case Wish.BUY if (named := _perhaps_goods(conversation, event)) is not None:
            return named
        case Wish.BUY:
            return _buy(conversation, reading, offer)
        case Wish.CHANGE_QUANTITY:
            return _change_quantity(conversation, reading, offer)
        case Wish.CHANGE_OPTION:
            return _change_option(conversation, reading, offer)
        case Wish.REMOVE:
            return lines.taken_out(conversation, reading)
        case Wish.EMPTY_CART:
            return lines.emptied(conversation, reading)
        case Wish.CHANGE_DETAILS if reading.topic is Topic.DETAILS:
            return details_typed(conversation)
        case Wish.CHANGE_DETAILS:
            return details_changed(conversation)
        case Wish.CHANGE_DELIVERY:
            return delivery_changed(conversation, event.text, reading)
        case Wish.SHOW_CART:
            return carts.show(conversation)
        case Wish.PAY_BY:
            return _pay_by(conversation, event)
        case Wish.CHECK_OUT if reading.method is not None:
            return _pay_by(conversation, event)
        case Wish.CHECK_OUT if (bought := _bought_first(conversation, reading, offer)) is not None:
            return bought
        case Wish.CHECK_OUT:
            return check_out_asked(conversation)
        case Wish.APPLY_PROMO:
            return promo.apply(conversation, reading.promo_code or "")
        case Wish.ASK if _asks_to_pay_otherwise(conversation, reading):
            return _pay_by(conversation, event)
        case Wish.ASK | Wish.SEARCH | Wish.NONE if _asks_of_a_way(conversation, event):
            of_delivery = replace(reading, topic=Topic.DELIVERY, product_mention=None)
            return answer(conversation, event.text, of_delivery)
        case Wish.ASK:
            return answer(conversation, event.text, reading)
        case Wish.SEARCH:
            return search(conversation, reading, event.text)
        case Wish.SUGGEST:
            return suggest(conversation, reading, event.text)
        case Wish.MORE:
            return more(conversation)
        case Wish.CHEAPER:
            return cheaper(conversation)
        case Wish.SIMILAR:
            return similar(conversation, Wanted())
        case Wish.BESIDE:
            return similar(conversation, Wanted(beside=True))
        case Wish.SAY_PAID:
            return paid_said(conversation)
        case Wish.CANCEL_PAYMENT if conversation.stage == Stage.ORDERED:
            return order_change_asked(conversation, event.text)
        case Wish.CANCEL_PAYMENT:
            return payment_cancelled(conversation)
        case Wish.ORDER_STATUS:
            return status(conversation, reading.order_number)
        case Wish.CHANGE_ORDER if reading.topic is Topic.DELIVERY and not conversation.order_ids:
            return answer(conversation, event.text, reading)
        case Wish.CHANGE_ORDER:
            return order_change_asked(conversation, event.text)
        case Wish.TROUBLE:
            return in_trouble(conversation, event.text, reading.topic)
        case Wish.TALK:
            return talked(conversation, event.text, reading.subject)
        case Wish.PERSON:
            return person_asked(conversation, event.text)
        case Wish.GREET:
            return after((text(Say.HELLO),), remind(conversation))
        case Wish.COMPLAIN:
            return after((text(Say.SORRY), quick(PERSON)), remind(conversation))
        case Wish.THANK:
            return after((text(Say.WELCOME),), remind(conversation))
        case Wish.GOODBYE:
            return Step(conversation, (text(Say.GOODBYE),))
        case Wish.HELP:
            return after((text(Say.ABOUT_ME), quick(PERSON)), remind(conversation))
        case Wish.NONE:
            return _unclear(conversation, event)


def check_out_asked(conversation: Conversation) -> Step:
    """Go on to the quote; while a payment is under way, say how it stands."""
    if conversation.stage in SETTLING:
        return back(conversation)
    if not is_filled(conversation):
        return after((info(Say.CART_EMPTY),), back(conversation))
    return check_out(conversation)


def _asks_to_pay_otherwise(conversation: Conversation, reading: Reading) -> bool:
    """Tell "can I pay by PIX?" while a payment by card is open: a wish rather than a question."""
    charge = conversation.charge
    is_other = charge is not None and reading.method not in (None, charge.method)
    offered = method_of(conversation, reading.method) is not None
    return conversation.stage == Stage.PAYING and is_other and offered


def _asks_of_a_way(conversation: Conversation, event: Said) -> bool:
    """Tell whether it is one of the ways to deliver on the screen that is asked about."""
    if conversation.stage not in _CHOOSING_WAY or event.reading.intent != Intent.PRODUCT_QUESTION:
        return False
    return names_way(conversation, event.reading.product_mention or event.text)


def _pay_by(conversation: Conversation, event: Said) -> Step:
    """Pay by the method that was named; with nothing to pay for, tell how one can pay."""
    settling = conversation.stage in SETTLING
    if event.reading.method is None or not (settling or is_filled(conversation)):
        return answer(conversation, event.text, replace(event.reading, topic=Topic.PAYMENT))
    return pay_by(conversation, event.reading.method)


def _unclear(conversation: Conversation, event: Said) -> Step:
    """Words without a wish: an option, a quantity, one of those shown, perhaps goods, or nothing we understand."""
    reading, product = event.reading, conversation.product
    if reading.about is not None and product is not None and not _names_option(reading):
        return show(conversation, product)
    if (shown := _one_shown(conversation, event)) is not None:
        return shown
    picks = _names_option(reading) or reading.quantity is not None
    if product is not None and picks and conversation.stage == Stage.CHOOSING:
        return buy(conversation, product, reading)
    if product is not None and _names_option(reading):
        return tell(conversation, product, reading)
    at_rest = conversation.stage in (Stage.SHOPPING, Stage.QUOTED)
    if reading.quantity and at_rest and is_filled(conversation):
        return _change_quantity(conversation, reading, _Offer(Offered.NOTHING, None, None))
    if product is not None and reading.quantity and conversation.stage == Stage.BROWSING:
        return buy(conversation, product, reading)
    if _is_talk(event):
        return not_understood(conversation)
    if product is not None and reading.product_mention and "?" in event.text:
        return consult(
            conversation, event.text, None, unclear=True, mention=reading.product_mention
        )
    if reading.product_mention and conversation.stage not in SETTLING:
        return search(conversation, reading, event.text, guess=True)
    if reading.topic is not None or reading.intent == Intent.PRODUCT_QUESTION:
        return answer(conversation, event.text, reading)
    if reading.intent == Intent.PAYMENT_CONFIRMATION and conversation.stage in SETTLING:
        return paid_said(conversation)
    if reading.intent == Intent.PAYMENT_CONFIRMATION and conversation.stage == Stage.QUOTED:
        return back(conversation)
    if reading.yes is not None:
        return nudged(conversation) if reading.yes else left(conversation)
    if conversation.stage in SETTLING or not any(map(str.isalpha, event.text)):
        return not_understood(conversation)
    guess = (
        _guessed(conversation, reading, event.text.strip())
        if reading.step != ReadBy.RULES
        else None
    )
    return guess or consult(conversation, event.text, None, unclear=True)


def _is_talk(event: Said) -> bool:
    """Tell a sentence that is surely about no goods: it is not looked for among them."""
    reading = event.reading
    is_sure = reading.intent is Intent.GENERAL and reading.confidence >= _SURELY
    is_sentence = len(event.text.split()) >= _SENTENCE
    return is_sure and is_sentence and reading.step is ReadBy.MODEL and reading.yes is None


def _guessed(conversation: Conversation, reading: Reading, said: str) -> Step | None:
    """Ask back instead of acting on what the local model thinks was meant."""
    product = conversation.product
    if conversation.stage in _CHECKING_OUT:
        return None
    has_paid = conversation.charge is not None or bool(conversation.order_ids)
    if reading.intent == Intent.PAYMENT_CONFIRMATION:
        return status(conversation) if has_paid or reading.confidence >= _SURELY else None
    if reading.intent != Intent.PURCHASE_INTENT:
        return None
    if product is None and said.endswith("?"):
        return None
    if product is None:
        return _named_in(conversation, said)
    if is_in_cart(conversation, product):
        return None
    offered = back(conversation)
    return offered if offered.parts else None


def _named_in(conversation: Conversation, said: str) -> Step:
    """Look for what a whole message surely names; where it names nothing, ask which product is meant."""
    wanted = Wanted(said, said, certain=True)
    return seek(conversation, wanted, Searching(None, otherwise=Say.WHICH_PRODUCT))


def _perhaps_goods(conversation: Conversation, event: Said) -> Step | None:
    """Look for goods in words that the local model alone takes for a purchase: "fine, the candle"."""
    reading, said = event.reading, event.text.strip()
    told = reading.product_mention or _names_option(reading)
    if reading.step is not ReadBy.MODEL or told or conversation.stage in _CHECKING_OUT:
        return None
    if conversation.product is None:
        return _named_in(conversation, said)
    if reading.quantity is not None or len(said.split()) > _FEW:
        return None
    wanted = Wanted(said, said, certain=True, named=True)
    return seek(conversation, wanted, Searching(None, rather=event))


def _one_shown(conversation: Conversation, event: Said) -> Step | None:
    """Take the variant or the product that is called by its place or by its name."""
    if conversation.stage == Stage.CHOOSING:
        variant_id = picked(conversation.narrowed, event.reading)
        return variant_tapped(conversation, variant_id, None) if variant_id else None
    found = picked(conversation.found, event.reading) or one_found(conversation, event.text)
    at = event.reading.quantity or 0
    if found is None and conversation.product is None and 0 < at <= len(conversation.found):
        found = conversation.found[at - 1]
    return product_chosen(conversation, found.id) if found else None


def _agreed(conversation: Conversation, reading: Reading, offer: _Offer) -> Step:
    match offer.kind:
        case Offered.BUY:
            return _buy(conversation, reading, offer)
        case Offered.ANOTHER_QUANTITY:
            return _another_quantity(conversation, reading, offer)
        case Offered.PAY:
            return back(conversation)
        case Offered.CODE:
            return promo.apply(conversation, "")
        case _:
            return check_out_asked(conversation)


def _bought_first(conversation: Conversation, reading: Reading, offer: _Offer) -> Step | None:
    """Put what is on offer into the cart, where the shopper would check out and the cart holds nothing."""
    product = conversation.product
    if is_filled(conversation) or product is None or conversation.meant_id is None:
        return None
    if offer.kind == Offered.ANOTHER_QUANTITY:
        return _another_quantity(conversation, reading, offer)
    return buy(conversation, product, reading) if conversation.stage == Stage.BROWSING else None


def _declined(conversation: Conversation, offer: _Offer) -> Step:
    match offer.kind:
        case Offered.PAY | Offered.RETRY_PAYMENT:
            return Step(conversation, (text(Say.NOTHING_CHARGED),))
        case Offered.CHECK_OUT:
            return Step(conversation, (text(Say.AS_YOU_LIKE),))
        case _:
            return left(conversation)


def _buy(conversation: Conversation, reading: Reading, offer: _Offer) -> Step:
    product, mention = conversation.product, reading.product_mention
    if product is None and reading.more and (added := lines.one_more(conversation, reading)):
        return added
    if product is None and not mention:
        return Step(conversation, which_product(conversation))
    if product is None or not is_meant(mention, product):
        return search(conversation, reading)
    if reading.more and (added := lines.one_more(conversation, reading)) is not None:
        return added
    if reading.every and (all_of := lines.all_there_are(conversation, reading)) is not None:
        return all_of
    specific = mention or reading.quantity is not None or reading.every or _names_option(reading)
    if not specific and is_in_cart(conversation, product):
        # What only the local model takes for a purchase leads nobody to the check-out.
        if conversation.stage in _CHECKING_OUT or reading.step is not ReadBy.RULES:
            return back(conversation)
        if offer.kind == Offered.CHECK_OUT:
            return check_out(conversation)
    return buy(conversation, product, reading)


def _another_quantity(conversation: Conversation, reading: Reading, offer: _Offer) -> Step:
    known = shown_variant(conversation, offer.variant_id or "")
    quantity = offer.quantity if reading.quantity is None else reading.quantity
    if known is None or quantity is None:
        return Step(conversation, (text(Say.WHICH_PRODUCT),))
    return set_quantity(conversation, *known, quantity)


def _change_quantity(conversation: Conversation, reading: Reading, offer: _Offer) -> Step:
    if conversation.stage == Stage.CHOOSING and conversation.product is not None:
        return buy(conversation, conversation.product, reading)
    if not is_filled(conversation):
        wanted = replace(conversation, wanted_quantity=reading.quantity)
        return _buy(wanted, reading, _Offer(Offered.NOTHING, None, None))
    counted = reading.quantity or reading.times
    if counted and _of_what_is_offered(conversation, reading, offer):
        return _buy(conversation, replace(reading, quantity=counted, variant_ids=()), offer)
    return lines.quantity_changed(conversation, reading)


def _of_what_is_offered(conversation: Conversation, reading: Reading, offer: _Offer) -> bool:
    """Tell whether "make it 3" is of what was spoken of or offered last, and of no line of the cart."""
    if _names_goods(replace(reading, variant_ids=())):
        return False
    return offer.kind is Offered.BUY or lines.means_no_line(conversation)


def _change_option(conversation: Conversation, reading: Reading, offer: _Offer) -> Step:
    product = conversation.product
    changed = option_changed(conversation, product, reading) if product is not None else None
    return _buy(conversation, reading, offer) if changed is None else changed


def _email(conversation: Conversation, email: str, words: str) -> Step:
    if is_for_answer(conversation):
        return answer_to_email(conversation, words)
    if conversation.stage == Stage.PAID or not is_filled(conversation):
        return after((text(Say.EMAIL_LATER),), back(conversation))
    return carts.take_email(conversation, email)


def _names_option(reading: Reading) -> bool:
    return bool(reading.options or reading.variant_ids or reading.unknown_option)


def _names_goods(reading: Reading) -> bool:
    return _names_option(reading) or reading.product_mention is not None
