"""Whether what a clause states is what the shop told: free or reduced, there or gone, on its way, paid, in the cart, the cheaper one."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.facts import Deed, Facts, Way
from agentpay_plugin.language import claims, deeds, properties, topics
from agentpay_plugin.language.clauses import Clause, Mood
from agentpay_plugin.language.figures import Figures, Subject
from agentpay_plugin.language.naming import Named, Names
from agentpay_plugin.language.quoted import Quoted
from agentpay_plugin.language.words import fold
from agentpay_plugin.money import Money

_FEW_LEFT = 5  # pieces
_PAYMENT_DEEDS = frozenset(Deed) - {
    Deed.IN_CART, Deed.ADDED, Deed.CHANGED, Deed.REMOVED, Deed.EMPTY, Deed.CODE, Deed.SAVED, Deed.PERSON,
}  # fmt: skip
_CART_DEEDS = frozenset((Deed.IN_CART, Deed.ADDED, Deed.CHANGED, Deed.REMOVED, Deed.EMPTY))
# "M and L are there, XL isn't."
_ELLIPTIC = re.compile(r"(?<=\w )(?:isn't|is not|aren't|nao|no)[\s.!]*$")
_HAS_CODE = re.compile(
    r"\b(?:do you have|have you|tem|tiene[s]?|possui|would you like to (?:use|enter)|quer (?:usar|aplicar)|quieres (?:usar|aplicar))\b"
)


class Statements:
    """Holds clauses against the facts of a turn."""

    def __init__(self, facts: Facts, names: Names) -> None:
        self._facts, self._names = facts, names
        self._quoted = Quoted(facts.quotes)
        self._figures = Figures(facts, names, self._quoted)

    def are_told(self, clause: Clause, subject: Subject, before: str) -> bool:
        """Tell whether everything that a clause claims was told. `before`: the folded words before its sentence."""
        if not self._figures.are_told(clause, subject, before):
            return False
        if clause.mood is Mood.DENIED:
            return True
        text = claims.with_cents(clause.folded)
        if topics.BARGAIN.search(text):
            return False
        if topics.FREE.search(text) and not self._figures.is_free(text, subject):
            return False
        if not self._discount_is_told(text, clause, subject):
            return False
        if clause.mood is Mood.ASKED:
            return True
        return (
            self._rules_are_told(text)
            and self._stock_is_told(text, clause, subject)
            and self._delivery_is_told(text, clause, subject)
            and self._deeds_are_told(text)
            and self._price_is_told(text, clause, subject)
            and self._state_is_told(text, clause, subject)
            and self._methods_are_told(text)
            and self._properties_are_told(text, subject)
        )

    def _methods_are_told(self, text: str) -> bool:
        """Ways to pay by their names."""
        named = {name for name, pattern in topics.METHODS.items() if pattern.search(text)}
        if other := topics.OTHER_METHOD.search(text):
            named.add(other[0])
        return named <= self._facts.methods or self._quoted.says(text)

    def _properties_are_told(self, text: str, subject: Subject) -> bool:
        """What goods are like: of each product meant, as people wrote of it."""
        claimed = properties.claimed_in(text)
        if not claimed:
            return True
        if subject.named.is_foreign:
            return False
        products = {ware.names[0] for ware in subject.wares} or {""}
        return all(
            properties.is_written(one, text, self._written_of(product))
            for product in products
            for one in claimed
        )

    def _written_of(self, product: str) -> tuple[str, ...]:
        """Return what was written of a product, and what of no product: the shop's own words, a phrase's."""
        of_any = {text for ware in self._facts.wares for text in ware.texts}
        own = (
            text for ware in self._facts.wares if ware.names[0] == product for text in ware.texts
        )
        loose = (text for text in self._facts.texts if text not in of_any)
        return tuple(dict.fromkeys(fold(text) for text in (*own, *loose, *self._facts.quotes)))

    def _discount_is_told(self, text: str, clause: Clause, subject: Subject) -> bool:
        if topics.INSTALMENTS.search(text):
            return (clause.mood is Mood.ASKED and "?" in clause.written) or self._quoted.says(text)
        if not topics.DISCOUNT.search(text):
            return True
        if clause.mood is Mood.ASKED and _HAS_CODE.search(text):
            return True
        is_code = Deed.CODE in self._facts.deeds or self._facts.discounts
        wares = self._names.options(subject.wares, clause)
        return bool(is_code) or any(ware.is_reduced for ware in wares)

    def _rules_are_told(self, text: str) -> bool:
        is_looked_up = topics.SEEKS.search(text) and not claims.NUMBER.search(text)
        if is_looked_up or not topics.PROMISE.search(text):
            return True
        is_done = self._facts.deeds & {Deed.REFUNDED, Deed.RETURNED}
        return bool(is_done) or self._quoted.says(text)

    def _stock_is_told(self, text: str, clause: Clause, subject: Subject) -> bool:
        is_left_out = _ELLIPTIC.search(text) and self._names.has_options(subject.wares, clause)
        is_out = bool(topics.OUT_OF_STOCK.search(text) or is_left_out)
        rest = topics.OUT_OF_STOCK.sub(" ", text)
        is_scarce = topics.SCARCE.search(rest) is not None
        is_in = topics.IN_STOCK.search(rest) is not None
        if not is_out and not self._offers_what_is_there(text, clause, subject):
            return False
        if not (is_out or is_scarce or is_in) or topics.RESTOCK.search(text):
            return topics.RESTOCK.search(text) is None
        if is_in and not is_out and not is_scarce and self._is_other_than_stock(text):
            return True
        if subject.named.is_foreign:
            return False
        wares = self._names.options(subject.wares, clause)
        told = [ware.available for ware in wares if ware.available is not None]
        if not told:
            return is_in and not (is_out or is_scarce) and clause.mood is Mood.GUIDED
        if is_out and any(told):
            return False
        few = 1 if topics.VERY_LAST.search(rest) else _FEW_LEFT
        # "Few left in M and L" is said of each, "few left" of any.
        how_many = all if self._names.has_options(wares, clause) else any
        if is_scarce and not how_many(0 < left <= few for left in told):
            return False
        if is_in and not is_out:
            if self._names.has_options(wares, clause):
                return all(told)
            products = {ware.names[0] for ware in wares}
            return all(any(w.available for w in wares if w.names[0] == one) for one in products)
        return True

    def _offers_what_is_there(self, text: str, clause: Clause, subject: Subject) -> bool:
        wares = self._names.same_products(Named(subject.wares))
        is_priced = claims.NUMBER.search(text) and re.search(
            f"{claims.CURRENCY}|{topics.PRICE.pattern}", text
        )
        if is_priced or topics.NO_OFFER.search(text) or not self._names.has_options(wares, clause):
            return True
        told = [
            one.available for one in self._names.options(wares, clause) if one.available is not None
        ]
        return not told or any(told)

    def _is_other_than_stock(self, text: str) -> bool:
        """ "These ways of delivery are available", "it has 3 left in your cart": of other things than goods."""
        facts = self._facts
        return bool(
            (topics.DELIVERY.search(text) and facts.ways)
            or (topics.CART.search(text) and facts.deeds & _CART_DEEDS)
            or (
                (topics.PAYMENT.search(text) or topics.ORDER.search(text))
                and facts.deeds & _PAYMENT_DEEDS
            )
            or self._quoted.says(text)
        )

    def _delivery_is_told(self, text: str, clause: Clause, subject: Subject) -> bool:
        is_delivery = topics.DELIVERY.search(text) is not None
        is_meant = is_delivery or bool(subject.named.ways)
        is_on_its_way = is_meant or topics.RECEIVED.search(text) or topics.ORDER.search(text)
        if is_on_its_way and topics.WHEN.search(text):
            return self._quoted.is_then(text)
        if topics.ON_A_DAY.search(text):
            return self._quoted.is_then(text)
        if topics.SOON.search(text) and not self._facts.ways:
            return self._quoted.says(text)
        if not is_delivery or clause.mood is Mood.GUIDED:
            return True
        if self._facts.ways or self._facts.deeds & _PAYMENT_DEEDS:
            return True
        return self._quoted.says(text) or bool(claims.NUMBER.search(text))

    def _deeds_are_told(self, text: str) -> bool:
        told = self._facts.deeds
        if topics.NEGATED.search(text):
            return all(one.is_of_cart or bool(told & _PAYMENT_DEEDS) for one in deeds.told_in(text))
        return all(one.deeds & told for one in deeds.told_in(text))

    def _price_is_told(self, text: str, clause: Clause, subject: Subject) -> bool:
        """Without a figure little can be said of a price: which of two is the cheaper one, and where it stands."""
        if topics.COMPARED.search(text) and not topics.SEEKS.search(text):
            return self._is_cheaper(text, clause, subject)
        if topics.TAX.search(text) and not self._facts.sums:
            return self._quoted.says(text)
        if not topics.PRICE.search(text) or clause.mood is Mood.GUIDED:
            return True
        if claims.NUMBER.search(text) or topics.FREE.search(text):
            return True
        return bool(
            topics.PAYMENT.search(text) and self._facts.deeds & _PAYMENT_DEEDS
        ) or self._quoted.says(text)

    def _is_cheaper(self, text: str, clause: Clause, subject: Subject) -> bool:
        is_dearer = topics.DEARER.search(text) is not None
        at = topics.COMPARED.search(text)
        left = self._names.named(clause, at.start() if at else None)
        if subject.is_about_delivery:
            return self._is_cheapest_way(
                left.ways or subject.last.ways or subject.named.ways, subject, is_dearer=is_dearer
            )
        first = left.wares or subject.last.wares or subject.wares
        names = {ware.names for ware in first}
        rest = [ware for ware in self._facts.wares if ware.names not in names]
        named = [ware for ware in subject.named.wares if ware.names not in names]
        mine = [ware.price for ware in first if ware.price]
        theirs = [ware.price for ware in named or rest if ware.price]
        return len(names) == 1 and _are_all_below(
            *((theirs, mine) if is_dearer else (mine, theirs))
        )

    def _is_cheapest_way(
        self, first: tuple[Way, ...], subject: Subject, *, is_dearer: bool
    ) -> bool:
        others = [way for way in subject.named.ways if way not in first] or [
            way for way in self._facts.ways if way not in first
        ]
        if len(first) != 1 or any(way.price is None for way in (*first, *others)):
            return False
        mine, theirs = (
            [way.price for way in ways if way.price is not None] for ways in (first, others)
        )
        return _are_all_below(*((theirs, mine) if is_dearer else (mine, theirs)))

    def _state_is_told(self, text: str, clause: Clause, subject: Subject) -> bool:
        """A payment, an order, a cart: nothing is stated of any that the tools did not speak of."""
        if clause.mood is Mood.GUIDED:
            return True
        told = self._facts.deeds
        is_carted = bool(told & _CART_DEEDS) and self._lies_in_cart(text, subject)
        if topics.CART.search(text) and not is_carted:
            return False
        if (
            topics.PRICE.search(text)
            and claims.NUMBER.search(text)
            and not topics.ORDER.search(text)
        ):
            return True  # "you pay $5.00" names a price, and its figure was told
        if (topics.PAYMENT.search(text) or topics.ORDER.search(text)) and not told & (
            _PAYMENT_DEEDS | _CART_DEEDS
        ):
            return self._quoted.says(text)
        return True

    def _lies_in_cart(self, text: str, subject: Subject) -> bool:
        """Tell whether what is named is what the cart was told to hold."""
        if topics.NEGATED.search(text) or Deed.REMOVED in self._facts.deeds:
            return True
        named = subject.named
        return not named.is_foreign and (not named.wares or any(ware.held for ware in named.wares))


def _are_all_below(lower: list[Money], higher: list[Money]) -> bool:
    """Tell whether all of some prices are lower than all of others, in one currency."""
    currencies = {one.currency for one in (*lower, *higher) if one}
    if not lower or not higher or len(currencies) != 1:
        return False
    return max(one.minor for one in lower) < min(one.minor for one in higher)
