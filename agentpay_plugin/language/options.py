"""Which variants of the product in focus a message names. Knows no wishes and no intents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.language.budgets import MONEY, amount_of
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import (
    NO_SLUG,
    Index,
    counts_a_size,
    is_refused,
    is_times,
    key,
    mistyped,
    names,
    option_index,
    spelled,
)
from agentpay_plugin.language.slots import noun, nouns
from agentpay_plugin.language.unknown_options import colours_others, unknown_option
from agentpay_plugin.language.words import BREAK, PRICE, Words

_SEVERAL = 2
_LEAST_NAMED = 10  # less, without a sign of money, is how many
_LONGEST = 8  # words of a value
_WRITTEN_OUT = 4  # letters: a size is a word rather than its letters


@dataclass(frozen=True, slots=True)
class Options:
    """What was named. `claimed` are the indexes of the words that named it, wanted or not.

    `values` are all that were named of an attribute, which `chosen` leaves out where they are several.
    """

    chosen: tuple[tuple[str, str], ...] = ()
    variant_ids: tuple[str, ...] = ()
    unknown: str | None = None
    refused: bool = False
    claimed: frozenset[int] = frozenset()
    values: tuple[tuple[str, frozenset[str]], ...] = ()

    @property
    def named(self) -> bool:
        return bool(self.chosen or self.variant_ids)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words `first` up to `end` name one of `values` of an attribute (or a name, an SKU: no slug)."""

    first: int
    end: int
    slug: str
    values: frozenset[str]


def find_options(
    words: Words, product: Product, lexicon: Lexicon, *, by_price: bool = True
) -> Options:
    """Return the options of `product` that the words name, and one that it does not have.

    `by_price`: an amount in the words may tell which one is meant.
    """
    hits = [*_sku_hits(words, product)] or [
        *_hits(words, option_index(product, lexicon), product, lexicon)
    ]
    if by_price and not hits:
        hits = [*_priced_hits(words, product, lexicon)]
    wanted = [hit for hit in hits if not is_refused(words, hit.first, lexicon)]
    chosen: dict[str, frozenset[str]] = {}
    for hit in _last_word(words, wanted, lexicon):
        common = chosen.get(hit.slug, hit.values)
        chosen[hit.slug] = (common & hit.values) or (common | hit.values)
    claimed = frozenset(at for hit in hits for at in range(hit.first, hit.end))
    unknown = unknown_option(words, product, claimed, lexicon)
    return Options(
        chosen=tuple(
            (slug, next(iter(values)))
            for slug, values in chosen.items()
            if slug and len(values) == 1
        ),
        variant_ids=_fitting(product, chosen) if chosen else (),
        unknown=unknown,
        refused=len(wanted) < len(hits),
        claimed=claimed,
        values=tuple(chosen.items()),
    )


def _priced_hits(words: Words, product: Product, lexicon: Lexicon) -> Iterator[_Hit]:
    """Find what is called by its price, where prices differ: "the $50 one", "la de 25"."""
    prices: dict[Decimal, set[str]] = {}
    for variant in product.variants:
        if variant.price is not None:
            prices.setdefault(variant.price.amount, set()).add(variant.id)
    if len(prices) < _SEVERAL:
        return
    for found in PRICE.finditer(words.text):
        figures = re.search(r"\d[\d.,]*\d|\d", found.group())
        if figures and (ids := prices.get(amount_of(figures.group(), None))):
            yield _Hit(0, 0, NO_SLUG, frozenset(ids))
    for at, word in enumerate(words.items):
        named = Decimal(word) if word.isdecimal() else lexicon.cues.amounts.get(word, 0)
        if named >= _LEAST_NAMED and _is_a_price(words, at, lexicon) and named in prices:
            yield _Hit(at, at + 1, NO_SLUG, frozenset(prices[Decimal(named)]))


def _is_a_price(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell "one for fifty" and "a fifty dollar one" from fifty pieces."""
    after = words.after(at)
    counts = after in lexicon.units | lexicon.measures
    return after in MONEY or (words.before(at) in lexicon.before_price and not counts)


def _sku_hits(words: Words, product: Product) -> Iterator[_Hit]:
    """Find SKUs as they are written, dashes and all."""
    text = words.text.lower()
    for variant in product.variants:
        sku = (variant.sku or "").lower()
        place = text.find(sku) if len(sku) > 3 else -1
        around = text[max(place - 1, 0) : place] + text[place + len(sku) : place + len(sku) + 1]
        if place >= 0 and not any(sign.isalnum() for sign in around):
            inside = [
                at
                for at, (first, end) in enumerate(words.spans)
                if place <= first and end <= place + len(sku)
            ]
            if inside:
                yield _Hit(inside[0], inside[-1] + 1, NO_SLUG, frozenset({variant.id}))


def _hits(words: Words, index: Index, product: Product, lexicon: Lexicon) -> Iterator[_Hit]:
    at = end = 0
    product_words = set(spelled(product.name, lexicon))
    own = nouns(f"{product.name} {product.category or ''}", lexicon)
    while at < len(words.items):
        hit = _hit_at(words, at, index, lexicon, is_beside=at == end > 0)
        if hit and _describes_another(words, hit, own, index, lexicon):
            hit = None
        if hit and not (hit.end == at + 1 and _is_name_only(words, at, product_words, lexicon)):
            yield hit
            at = end = hit.end
        else:
            at += 1


def _describes_another(
    words: Words, hit: _Hit, own: frozenset[str], index: Index, lexicon: Lexicon
) -> bool:
    """Tell "a small box" from "a small one": a size in full or a colour, beside a noun that is not the product."""
    last = words.items[hit.end - 1]
    if last in lexicon.colours:
        return colours_others(words, hit.first, hit.end, own, lexicon)
    if len(last) < _WRITTEN_OUT or key([last], lexicon) not in lexicon.sizes:
        return False
    follows = lexicon.adjectives_follow
    beside = words.before(hit.first) if follows else words.after(hit.end - 1)
    plain = lexicon.stop | lexicon.polite | lexicon.one_of | lexicon.units | lexicon.states
    plain |= lexicon.attribute_names | lexicon.colours | lexicon.option_cues
    if beside == BREAK or beside in plain or mistyped(beside, index, lexicon, is_cued=True):
        return False
    return noun(beside, lexicon) not in own


def _hit_at(
    words: Words, at: int, index: Index, lexicon: Lexicon, *, is_beside: bool
) -> _Hit | None:
    """Return what the words from `at` on name; `is_beside`: another option ends just there."""
    if words.items[at] == BREAK or is_times(words, at):
        return None
    for end in range(min(at + _LONGEST, len(words.items)), at, -1):
        if words.items[end - 1] == BREAK:
            continue
        parts = [word for word in words.items[at:end] if word != BREAK]
        if counts_a_size(parts, lexicon) or _is_letter_alone(parts, index, lexicon):
            continue
        found = next((index[name] for name in names(parts, lexicon) if name in index), None)
        if found and (end > at + 1 or is_beside or _is_meant(words, at, lexicon)):
            slug = _slug_meant(words, at, end, found, lexicon)
            return _Hit(at, end, slug, frozenset(found[slug]))
    is_cued = is_beside or _stands_as_option(words, at, lexicon)
    meant = mistyped(words.items[at], index, lexicon, is_cued=is_cued)
    if meant is None:
        return None
    slug = _slug_meant(words, at, at + 1, index[meant], lexicon)
    return _Hit(at, at + 1, slug, frozenset(index[meant][slug]))


def _stands_as_option(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word stands behind what goes before options, or is one of very few."""
    rest = [word for word in words.items if word not in lexicon.polite and word != BREAK]
    if len(words.items[at]) < _WRITTEN_OUT:
        is_next = key([words.after(at)], lexicon) in lexicon.sizes
        return len(rest) == 1 or is_next or words.before(at) in lexicon.articles
    return len(rest) <= _SEVERAL or words.before(at) in lexicon.option_cues - {BREAK}


def _is_letter_alone(parts: list[str], index: Index, lexicon: Lexicon) -> bool:
    """Tell "rojo S", a colour and a size, from "rojos", and "é G" from "EG"."""
    *named, letter = parts
    if len(letter) > 1 or not named:
        return False
    return named[-1] in lexicon.stop or {key(named, lexicon), letter} <= index.keys()


def _is_meant(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a lone letter or number stands where an option can stand."""
    word, before, after = words.items[at], words.before(at), words.after(at)
    if word[0].isdecimal():
        return _is_number_meant(before, after, lexicon)
    if len(word) > 1:
        return word not in lexicon.stop
    first, end = words.spans[at]
    if _is_spelled_out(words, at, lexicon):
        return False
    is_capital = words.text[first:end].isupper() and not words.text.isupper()
    rest = [other for other in words.items if other not in lexicon.polite and other != BREAK]
    return is_capital or before in lexicon.option_cues - {BREAK} or len(rest) == 1


def _is_spelled_out(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a letter is one of several that are no options: "U S A"."""
    for near in (at - 1, at + 1):
        if 0 <= near < len(words.items) and words.items[near] not in lexicon.articles:
            first, end = words.spans[near]
            if end - first == 1 and words.text[first].isalpha() and words.items[near] != "x":
                return True
    return False


def _is_number_meant(before: str, after: str, lexicon: Lexicon) -> bool:
    places = lexicon.articles | lexicon.attributes["size"] | lexicon.size_numbers
    if before in (lexicon.quantity_names | lexicon.number_names) - places:
        return False
    if before in places:
        return after not in lexicon.measures - lexicon.inside
    return after not in (lexicon.units | lexicon.measures) - lexicon.inside


def _is_name_only(words: Words, at: int, product_words: set[str], lexicon: Lexicon) -> bool:
    """Tell whether a word only repeats the product's name: "blue hoodie" of the Blue Hoodie."""
    if words.items[at] not in product_words:
        return False
    near = {words.before(at), words.after(at)} - {BREAK}
    return bool(near & (product_words - lexicon.stop))


def _slug_meant(
    words: Words, at: int, end: int, found: dict[str, set[str]], lexicon: Lexicon
) -> str:
    """Return the attribute whose name stands beside the value, else the first that has it."""
    near = {words.before(at), words.after(end - 1)}
    for slug in found:
        parts = set(slug.split("-"))
        called = parts.union(*(each for each in lexicon.attributes.values() if each & parts))
        if called & near:
            return slug
    return next(iter(found))


def _last_word(words: Words, hits: list[_Hit], lexicon: Lexicon) -> list[_Hit]:
    """Leave out what is given up in "change L to M"."""
    given_up = {
        first
        for first, second in pairwise(hits)
        if first.slug == second.slug and words.items[first.end : second.first] in lexicon.gives_up
    }
    return [hit for hit in hits if hit not in given_up]


def _fitting(product: Product, chosen: dict[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(
        variant.id
        for variant in product.variants
        if all(_fits(variant, slug, values) for slug, values in chosen.items())
    )


def _fits(variant: Variant, slug: str, values: frozenset[str]) -> bool:
    if slug == NO_SLUG:
        return variant.id in values
    return any(
        attribute.slug == slug and not values.isdisjoint(attribute.values)
        for attribute in variant.attributes
    )
