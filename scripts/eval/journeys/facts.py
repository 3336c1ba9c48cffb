"""What a reply must state, and must not, compared with the shop's own data and not with anybody's sentences.

A fact is written `[not ]<kind> <argument>`; FACTS lists the kinds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agentpay_plugin.conversation.goods import DeliveryOption, Product, Variant
from agentpay_plugin.language.say import money_text
from agentpay_plugin.money import Money
from scripts.eval.journeys.journey import Journey
from scripts.eval.journeys.world import World

# How the three languages say what no data of the shop says.
_OUT = (
    r"out of stock|sold out|not (?:in stock|available)|unavailable|no longer|cannot be had|not for sale"
    r"|esgotad|sem estoque|fora de estoque|indisponive|nao esta disponive|nao (?:tem|ha|temos)"
    r"|agotad|sin existencias|sin stock|no (?:esta )?disponible|no (?:hay|queda|tenemos)"
)
_METHODS = {"card": r"\bcards?\b|\bcartao|\bcartoes|\btarjeta", "pix": r"\bpix\b"}


@dataclass(frozen=True)
class Replies:
    """What the shop said at one step: its words, folded, and its cards."""

    text: str
    cards: Sequence[Mapping[str, Any]]
    journey: Journey
    world: World

    @property
    def products(self) -> tuple[Product, ...]:
        catalogue = self.world.shop.catalogue(self.journey.channel, self.journey.locale)
        found: tuple[Product, ...] = catalogue.everything()
        return found

    def has(self, words: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(folded(words))}(?!\w)", self.text) is not None


def missing(
    journey: Journey, world: World, replies: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[str]:
    """Return the facts of the journey that its replies did not state, or stated though they must not."""
    found = []
    for step, facts in journey.facts.items():
        said = _read(journey, world, replies.get(step, ()))
        found += [f"reply to “{step}”: {fact}" for fact in facts if not holds(said, fact)]
    return found


def holds(said: Replies, fact: str) -> bool:
    """Say whether a fact is stated (or, with `not`, is not)."""
    positive = fact.removeprefix("not ")
    kind, _, argument = positive.partition(" ")
    return FACTS[kind](said, argument) is (positive == fact)


def folded(text: str) -> str:
    """Return a text in small letters without accents and with plain spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _read(journey: Journey, world: World, messages: Sequence[Mapping[str, Any]]) -> Replies:
    text = "\n".join(message["text"] for message in messages)
    cards = [part for message in messages for part in message["parts"]]
    return Replies(folded(text), cards, journey, world)


def _thing(said: Replies, name: str) -> tuple[Product, Sequence[Variant]]:
    """Return a product with the variants that a name means: all of a product's, or one."""
    for product in said.products:
        meant = [one for one in product.variants if one.id == f"variant-{name}"]
        if product.id == f"product-{name}":
            return product, product.variants
        if meant:
            return product, meant
    raise LookupError(f"{said.journey.id}: the shop has no {name}")


def _price(said: Replies, name: str) -> bool:
    """The price; of several the lowest and the highest."""
    _, variants = _thing(said, name)
    prices = [one.price for one in variants if one.price]
    return all(_money(said, price) for price in (min(prices), max(prices)))


def _money(said: Replies, amount: Money) -> bool:
    return said.has(money_text(amount, said.journey.locale)) or _bare(said, amount)


def _bare(said: Replies, amount: Money) -> bool:
    """Find an amount in figures alone, by any decimal sign."""
    whole, _, cents = f"{amount.amount:f}".partition(".")
    return re.search(rf"(?<![\d.,]){whole}[.,]{cents}(?!\d)", said.text) is not None


def _amount(said: Replies, figures: str) -> bool:
    currency = "BRL" if said.journey.channel.startswith("brazil") else "USD"
    return _bare(said, Money.of(figures, currency))


def _out(said: Replies, _: str) -> bool:
    return re.search(_OUT, said.text) is not None


def _stock(said: Replies, name: str) -> bool:
    """That it can be had: it is spoken of, and nothing is said to be out of stock."""
    product, (variant, *_) = _thing(said, name)
    options = [value for one in variant.attributes for value in one.values]
    is_named = said.has(product.name) or (bool(options) and all(map(said.has, options)))
    return is_named and not _out(said, "")


def _attribute(said: Replies, argument: str) -> bool:
    """All values of an attribute, such as `attribute essential-tee material`."""
    name, _, slug = argument.partition(" ")
    product, variants = _thing(said, name)
    gathered = [one for one in product.attributes if one.slug == slug] or [
        one
        for variant in variants
        if variant.available
        for one in variant.attributes
        if one.slug == slug
    ]
    values = {value for one in gathered for value in one.values}
    return bool(values) and all(map(said.has, values))


def _delivery(said: Replies, delivery_id: str) -> bool:
    """The name of a way to deliver with its price and its days."""
    option = _option(said, delivery_id)
    days = [option.minimum_days, option.maximum_days]
    told = [str(day) for day in days if day is not None]
    is_priced = not option.price or _money(said, option.price)
    return said.has(option.name) and is_priced and all(map(said.has, told))


def _option(said: Replies, delivery_id: str) -> DeliveryOption:
    catalogue = said.world.shop.catalogue(said.journey.channel, said.journey.locale)
    channel = said.world.shop.goods.channels[said.journey.channel]
    everywhere = (
        one for country in channel.countries for one in catalogue.delivery_options(country)
    )
    return next(one for one in everywhere if one.id == delivery_id)


def _has_tap(said: Replies, tap: str) -> bool:
    found = [one for one in said.cards if one["__typename"] == "ChatQuickReplies"]
    return any(reply["tap"] == tap.upper() for one in found for reply in one["replies"])


FACTS: Mapping[str, Callable[[Replies, str], bool]] = {
    "price": _price,  # of a product or a variant
    "amount": _amount,  # in figures, such as 21.60
    "stock": _stock,  # that a variant can be had
    "out": _out,  # that something cannot be had
    "attribute": _attribute,
    "delivery": _delivery,
    "method": lambda said, name: re.search(_METHODS[name], said.text) is not None,
    "names": lambda said, name: said.has(_thing(said, name)[0].name),
    "says": lambda said, words: said.has(words),  # a name or a number of the shop's
    "card": lambda said, kind: any(one["__typename"] == f"Chat{kind}" for one in said.cards),
    "offers": _has_tap,  # a button, such as ask_person
    "anything": lambda said, _: bool(said.text),
}
