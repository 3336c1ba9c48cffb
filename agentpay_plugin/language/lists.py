"""One of each of several: "one in each colour", "blue, black and white in M"."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.reading import Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.slots import noun, nouns
from agentpay_plugin.language.words import BREAK

_SEVERAL = 2


def listed(heard: Heard, meaning: Meaning, at_most: int) -> tuple[str, ...]:
    """Return the words for one of each that a message orders; none unless every one of them is clear."""
    product = heard.context.product
    if product is None or _names_others(heard, product):
        return ()
    if heard.is_asking or heard.says("ranges_over") or heard.options.refused:
        return ()
    if heard.says_all("all_shown") and (heard.context.narrowed or _has_two(heard, product)):
        return _all_shown(heard, product, at_most)
    each = heard.lexicon.patterns["of_each"].search(heard.plain)
    if each is None:
        is_order = meaning.wish is Wish.BUY or bool(heard.context.narrowed)
        values = _named(heard) if is_order else {}
    else:
        values = _all_left(heard, product)
    return _words(heard, values, at_most) if len(values) == 1 else ()


def _names_others(heard: Heard, product: Product) -> bool:
    """Tell whether words are left that are neither its options nor its name: other goods, perhaps."""
    lexicon, claimed = heard.lexicon, heard.options.claimed
    spare = lexicon.vocabulary | lexicon.units | lexicon.one_of | lexicon.attribute_names
    spare |= lexicon.mention_fillers | {BREAK}
    own = nouns(f"{product.name} {product.category or ''}", lexicon)
    rest = (word for at, word in enumerate(heard.words.items) if at not in claimed)
    return any(
        word not in spare and not word.isdecimal() and noun(word, lexicon) not in own
        for word in rest
    )


def _has_two(heard: Heard, product: Product) -> bool:
    """Tell whether "both" means one of each: of goods in just two kinds."""
    return len(product.variants) == _SEVERAL == heard.quantity


def _all_shown(heard: Heard, product: Product, at_most: int) -> tuple[str, ...]:
    """Return the words for each of those that are still in question: "all three", "both"."""
    narrowed = heard.context.narrowed
    shown = [one for one in _in_stock(heard, product) if not narrowed or one.id in narrowed]
    counts = (
        None,
        len(shown),
    )  # five were asked for, and three are there: one of each is not what was said
    if not _SEVERAL <= len(shown) <= at_most or heard.quantity not in counts:
        return ()
    if heard.context.wanted not in counts:
        return ()
    return tuple(
        " ".join(["1", *(value for each in one.attributes for value in each.values)])
        for one in shown
    )


def _named(heard: Heard) -> dict[str, tuple[str, ...]]:
    """Return the attribute of which several values are named, all others being named once at most."""
    several = {slug: values for slug, values in heard.options.values if len(values) >= _SEVERAL}
    return {slug: _as_said(heard, values) for slug, values in several.items() if slug}


def _as_said(heard: Heard, values: frozenset[str]) -> tuple[str, ...]:
    product = heard.context.product
    every = (
        (value for one in product.variants for at in one.attributes for value in at.values)
        if product
        else ()
    )
    return tuple(dict.fromkeys(value for value in every if value in values))


def _all_left(heard: Heard, product: Product) -> dict[str, tuple[str, ...]]:
    """Return the one attribute that is left open, with its values that are in stock."""
    chosen = {slug for slug, _ in heard.options.chosen}
    narrowed = heard.context.narrowed
    found: dict[str, dict[str, None]] = {}
    for variant in _in_stock(heard, product):
        for attribute in variant.attributes:
            if attribute.slug not in chosen:
                found.setdefault(attribute.slug, {}).update(dict.fromkeys(attribute.values))
    open_ = {slug: tuple(values) for slug, values in found.items()}
    return {slug: values for slug, values in open_.items() if len(values) > 1 or not narrowed}


def _in_stock(heard: Heard, product: Product) -> tuple[Variant, ...]:
    meant = heard.options.variant_ids or heard.context.narrowed
    return tuple(
        one
        for one in product.variants
        if one.available > 0 and one.price is not None and (not meant or one.id in meant)
    )


def _words(heard: Heard, values: dict[str, tuple[str, ...]], at_most: int) -> tuple[str, ...]:
    [(slug, several)] = values.items()
    if not _SEVERAL <= len(several) <= at_most or not _counts(heard, len(several)):
        return ()
    others = [value for other, value in heard.options.chosen if other != slug]
    others += _shared(heard, {slug, *(other for other, _ in heard.options.chosen)})
    return tuple(" ".join(["1", value, *others]) for value in several)


def _shared(heard: Heard, said: set[str]) -> list[str]:
    """Return what all have in common that are still in question: all are in M."""
    product, narrowed = heard.context.product, heard.context.narrowed
    asked = [one for one in product.variants if one.id in narrowed] if product else []
    common = set.intersection(*(set(one.attributes) for one in asked)) if asked else set()
    return [value for one in common if one.slug not in said for value in one.values]


def _counts(heard: Heard, count: int) -> bool:
    """Tell whether the numbers of the message, if it has any, are theirs: "three, one in each colour"."""
    lexicon, claimed = heard.lexicon, heard.options.claimed
    numbers = [
        (at, int(word) if word.isdecimal() else lexicon.numbers[word])
        for at, word in enumerate(heard.words.items)
        if at not in claimed and (word.isdecimal() or word in lexicon.numbers)
    ]
    # What stands beside a value counts that one: "2 L and 1 M".
    return all(number == 1 or (number == count and at + 1 not in claimed) for at, number in numbers)
