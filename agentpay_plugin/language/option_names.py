"""How the options of a product are written: one spelling for what the shop and the shopper write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.words import BREAK, Words, name_words, singular

_SOUND_ALIKE = ("kc", "zs", "sz", "bv", "vb")  # what is written, what is meant
_MEASURE = re.compile(
    r"(\d{1,5}(?:[.,]\d{1,2})?) ?(?:ml|cl|mm|cm)"
)  # of one unit: 1 kg and 250 g are not compared
_SPAN = re.compile(r"(\d{1,3})\s?[-\u2013]\s?(\d{1,3})")
_WIDEST = 10  # sizes in one
_TELLING_FIGURE = 100  # a smaller one alone may be how many
_LONG = 5  # letters; shorter words are a slip away from too many others
_SHORT = 3  # … but for those that stand where an option stands
NO_SLUG = ""  # stands for what names a variant itself

Index = dict[str, dict[str, set[str]]]  # what is written -> slug -> values


def attributes_of(product: Product) -> dict[str, Attribute]:
    """Return all attributes of a product by slug; those of its variants first."""
    found: dict[str, Attribute] = {}
    for variant in product.variants:
        for attribute in variant.attributes:
            found.setdefault(attribute.slug, attribute)
    for attribute in product.attributes:
        found.setdefault(attribute.slug, attribute)
    return found


def names(words: tuple[str, ...] | list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return how an option can be written, what comes nearest to the words first.

    "G" is a shop's G where it has one, and its L where it has not.
    """
    last = singular(words[-1], lexicon.plurals)
    agreeing = singular(words[-1], lexicon.agreement)
    written = [[*words[:-1], each] for each in (words[-1], last, agreeing)]
    return ("".join(words), *dict.fromkeys(key(each, lexicon) for each in written))


def mistyped(word: str, index: Index, lexicon: Lexicon, *, is_cued: bool) -> str | None:
    """Return the one option that a word of no meaning is a slip away from: "whtie", "brnca".

    `is_cued`: it stands where an option stands, so that short words count too: "in blu", "lage".
    """
    known = lexicon.vocabulary | lexicon.numbers.keys() | lexicon.goods.keys() | lexicon.states
    least = _SHORT if is_cued else _LONG
    if len(word) < least or not word.isalpha() or word in known or word in lexicon.colours:
        return None
    near = {
        called
        for written in (word, singular(word, lexicon.agreement))
        for name, called in _called(index, lexicon)
        if len(name) >= max(least, _SHORT + 1)
        and name[0] == word[0]
        and _is_near(written, name, lexicon)
    }
    meant = {frozenset((slug, *values)) for name in near for slug, values in index[name].items()}
    return min(near) if len(meant) == 1 else None


def _called(index: Index, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield how each option may be written, and what it is called in the index: "large" for L."""
    yield from ((name, name) for name in index)
    for alias, name in lexicon.option_aliases.items():
        if name in index and alias not in index:
            yield alias, name


def _is_near(written: str, name: str, lexicon: Lexicon) -> bool:
    """Tell a slip of a name, in whatever gender and number it was meant."""
    forms = [name]
    for ending, basic in lexicon.agreement:
        if basic and name.endswith(basic):
            forms.append(name.removesuffix(basic) + ending)
    return any(is_a_slip(written, form) for form in forms)


def is_a_slip(written: str, name: str) -> bool:
    """Tell whether a letter is missing or too much, or two change places; another letter is another word."""
    if abs(len(written) - len(name)) > 1 or written == name:
        return False
    at = next((at for at, (a, b) in enumerate(zip(written, name, strict=False)) if a != b), -1)
    if at < 0:
        return True
    swapped = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    sounds_alike = f"{written[at:][:1]}{name[at:][:1]}" in _SOUND_ALIKE
    return (
        written[at + 1 :] == name[at:]
        or written[at:] == name[at + 1 :]
        or written == swapped
        or (sounds_alike and written[at + 1 :] == name[at + 1 :])
    )


def key(words: tuple[str, ...] | list[str], lexicon: Lexicon) -> str:
    """Return words run together, in the spelling that options are compared by."""
    joined = "".join(words)
    return lexicon.option_aliases.get(joined, joined)


def option_index(product: Product, lexicon: Lexicon) -> Index:
    """Return all that can name an option of the product, whole values before parts of them."""
    whole: Index = {}
    evened: Index = {}
    partial: Index = {}
    for variant in product.variants:
        for attribute in variant.attributes:
            for value in attribute.values:
                parts = spelled(value, lexicon)
                _enter(whole, evened, attribute.slug, value, parts, lexicon)
                for part in parts if len(parts) > 1 else ():
                    if len(part) > 3 and part not in lexicon.stop:
                        _enter(partial, partial, attribute.slug, value, [part], lexicon)
    if not any(variant.attributes for variant in product.variants):
        _enter_names(whole, evened, product, lexicon)
    return partial | _measured(product, lexicon) | evened | whole


def _measured(product: Product, lexicon: Lexicon) -> Index:
    """Return what else names a measure: the figure alone, "small" and "large" of the least and the greatest, a size in a span."""
    found: Index = {}
    for slug, values in _values(product).items():
        figures = {value: _MEASURE.fullmatch(value) for value in values}
        told = {value: Decimal(one[1].replace(",", ".")) for value, one in figures.items() if one}
        spans = {value: one for value in values if (one := _SPAN.fullmatch(value))}
        for value, one in spans.items():
            for number in range(int(one[1]), min(int(one[2]), int(one[1]) + _WIDEST) + 1):
                found.setdefault(str(number), {}).setdefault(slug, set()).add(value)
        if len(told) == len(values) > 1:
            by_size = sorted(told, key=lambda value: told[value])
            for value in (one for one in told if told[one] >= _TELLING_FIGURE):
                found.setdefault(f"{told[value]:f}", {}).setdefault(slug, set()).add(value)
            for names_, value in ((lexicon.least, by_size[0]), (lexicon.greatest, by_size[-1])):
                for name in names_:
                    found.setdefault(name, {}).setdefault(slug, set()).add(value)
    return found


def _values(product: Product) -> dict[str, tuple[str, ...]]:
    """Return the values of the variants' attributes by slug."""
    found: dict[str, dict[str, None]] = {}
    for variant in product.variants:
        for attribute in variant.attributes:
            found.setdefault(attribute.slug, {}).update(dict.fromkeys(attribute.values))
    return {slug: tuple(values) for slug, values in found.items()}


def _enter(
    whole: Index, evened: Index, slug: str, value: str, parts: list[str], lexicon: Lexicon
) -> None:
    if not parts:
        return
    exactly, *nearly = names(parts, lexicon)
    whole.setdefault(exactly, {}).setdefault(slug, set()).add(value)
    for written in nearly:
        evened.setdefault(written, {}).setdefault(slug, set()).add(value)


def _enter_names(whole: Index, evened: Index, product: Product, lexicon: Lexicon) -> None:
    """Enter the words of the variants' names that tell the variants apart."""
    called = {variant.id: set(spelled(variant.name, lexicon)) for variant in product.variants}
    shared = set.intersection(*called.values()) if len(called) > 1 else set()
    shared |= set(spelled(product.name, lexicon))
    for variant_id, parts in called.items():
        for part in parts - shared - lexicon.stop:
            _enter(whole, evened, NO_SLUG, variant_id, [part], lexicon)


def spelled(name: str, lexicon: Lexicon) -> list[str]:
    """Return the plain words of a name of the shop's."""
    return [
        part for word in name_words(name) for part in lexicon.spell(word).split() if part != BREAK
    ]


def is_times(words: Words, at: int) -> bool:
    """Tell whether a word is the sign in "2 x L"."""
    return words.items[at] == "x" and words.before(at).isdecimal()


def counts_a_size(parts: list[str], lexicon: Lexicon) -> bool:
    """Tell "2 XL" and "2 x L", which are two pieces, from "2XL"."""
    return len(parts) > 1 and parts[0].isdecimal() and key(parts, lexicon) in lexicon.sizes


def is_refused(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is refused by what stands beside it: "not the BLUE one"."""
    if words.after(at) in lexicon.refused_after and words.after(at + 1) == BREAK:
        return True
    clause = words.clause_before(at)
    return any(
        found.end() == len(clause) for found in lexicon.patterns["negations"].finditer(clause)
    )
