"""A search: what a shopper wants, taken apart once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Order
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from agentpay_plugin.shop.search.colors import colors_in
from agentpay_plugin.shop.search.dictionary import holds, is_same
from agentpay_plugin.shop.search.needs import Needs, needs_of, without_needs
from agentpay_plugin.shop.search.ranking import Entry, chosen, is_called, is_named
from agentpay_plugin.shop.search.terms import Term, terms_of
from agentpay_plugin.shop.search.words import forms_in, split


@dataclass(frozen=True, slots=True)
class Search:
    """`terms` are what is looked for, `needs` what is required; `anything` that fits will do where no goods are named.

    `avoided`: terms that nothing may be called by.
    """

    terms: tuple[Term, ...]
    needs: Needs
    anything: bool
    order: Order | None = None
    without: frozenset[str] = frozenset()
    named: bool = False
    avoided: tuple[Term, ...] = ()

    @property
    def words(self) -> str:
        """The words that are looked for, as the shopper wrote them."""
        return " ".join(word for term in self.terms for word in term.said)

    def found(self, entries: Iterable[Entry], limit: int, group: str = "") -> Found:
        """Return of what may fit what does."""
        if limit < 1 or not (self.terms or self.anything):
            return Found()
        every = tuple(each for each in entries if each.product.id not in self.without)
        avoided = self._surely_avoided(every)
        every = tuple(each for each in every if not _is_any(each, avoided))
        if self.named:
            every = tuple(replace(each, values=(), descriptions=()) for each in every)
        found = chosen(every, self.terms, self.needs, limit, self.order)
        missed = not found.products and any(not term.is_whom for term in self.terms)
        if not self.anything and not self.named:
            missed = self._only_told_of(found, every)
        if not found.products and self.anything:
            found = chosen(every, (), self.needs, limit, self.order)
        if not found.products:
            return found
        return replace(
            found,
            words=self.words,
            missed=missed,
            suggested=self.anything,
            unmet=tuple(self._honest(need, found) for need in found.unmet),
            group=group,
            spelled=self._spelled(found),
            avoided=(*(" ".join(term.said) for term in avoided), *sorted(self.needs.not_colors)),
        )

    def _only_told_of(self, found: Found, every: tuple[Entry, ...]) -> bool:
        """Tell whether goods were named, and nothing that was found is called so: descriptions speak of much."""
        ids = {one.id for one in found.products}
        shown = [each for each in every if each.product.id in ids]
        things = [term for term in self.terms if term.is_thing]
        return bool(things and shown) and not any(
            is_named(each, term) for each in shown for term in things
        )

    def _surely_avoided(self, every: tuple[Entry, ...]) -> tuple[Term, ...]:
        """Return the terms to be avoided that are goods, by what they are called at all or in this shop."""
        return tuple(
            term
            for term in self.avoided
            if not term.spelled and (term.is_goods or any(is_called(each, term) for each in every))
        )

    def _spelled(self, found: Found) -> str:
        """Return the word that was taken for a misspelled one, unless that one stands in what was found."""
        for term in self.terms:
            texts = (text for each in found.products for text in _texts(each))
            if term.spelled and not holds(forms_in(*texts), term.said):
                return " ".join(term.spelled[0])
        return ""

    def _honest(self, need: Need, found: Found) -> Need:
        """Tell a budget in another currency from one that is too small."""
        budget = self.needs.budget
        prices = (one.price for each in found.products for one in each.variants if one.price)
        here = next((price.currency for price in prices), None)
        is_other = need is Need.BUDGET and budget and budget.currency not in (None, here)
        return Need.CURRENCY if is_other else need


def search_of(wanted: Wanted, known: Iterable[str] = ()) -> Search:
    """Return what is wanted, taken apart. `known` are words of the shop's own, folded."""
    needs = needs_of(wanted)
    words = wanted.words
    if wanted.color and not needs.color:  # a colour that we have no name for is a word like others
        words = f"{words} {wanted.color}"
    avoided = _avoided(wanted, known)
    said = terms_of(without_needs(words, needs), known)
    terms = tuple(term for term in said if not (term.is_anyone or _is_among(term, avoided)))
    if wanted.named and wanted.certain:
        terms = tuple(term for term in terms if term.is_thing)
    elif wanted.anything or wanted.certain:
        terms = tuple(term for term in terms if term.names and (wanted.anything or term.is_goods))
    return Search(
        terms,
        needs,
        wanted.anything or (_names_nothing(said, terms, needs, avoided) and not wanted.certain),
        wanted.order,
        frozenset(wanted.without),
        wanted.named,
        avoided,
    )


def _names_nothing(
    said: tuple[Term, ...], terms: tuple[Term, ...], needs: Needs, avoided: tuple[Term, ...]
) -> bool:
    """Tell whether it is said what goods are like, or for whom, and not which. `terms`: those of `said` to be looked for."""
    if terms:
        return all(term.is_whom for term in terms)
    return bool(needs or avoided or any(term.is_anyone for term in said))


def _avoided(wanted: Wanted, known: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms that are to be avoided; colours are no terms."""
    words = (split(each) for each in wanted.avoid)
    plain = (_without_colors(each) for each in words)
    return tuple(term for each in plain for term in terms_of(each, known))


def _texts(product: Product) -> tuple[str, ...]:
    every = (*product.attributes, *(one for each in product.variants for one in each.attributes))
    return (product.name, product.description, *(value for each in every for value in each.values))


def _without_colors(words: tuple[str, ...]) -> str:
    spans = [(first, end) for _, first, end in colors_in(words)]
    kept = (word for at, word in enumerate(words) if not any(a <= at < b for a, b in spans))
    return " ".join(kept)


def _is_among(term: Term, avoided: tuple[Term, ...]) -> bool:
    """Tell whether a term is what is to be avoided, or a kind of it."""
    return any(
        is_same(term.said, phrase)
        for each in avoided
        for phrase in (each.said, *each.names, *each.kinds)
    )


def _is_any(entry: Entry, avoided: tuple[Term, ...]) -> bool:
    return any(is_called(entry, term) for term in avoided)
