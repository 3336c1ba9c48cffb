"""Which variants of the product in focus a message names. Knows no wishes and no intents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from agentpay_plugin.conversation.goods import Attribute, Product, Variant
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.words import BREAK, Words, name_words, singular

_LONGEST = 8  # words of a value
_NO_SLUG = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What was named. `claimed` are the indexes of the words that named it, wanted or not."""

    chosen: tuple[tuple[str, str], ...] = ()
    variant_ids: tuple[str, ...] = ()
    unknown: str | None = None
    refused: bool = False
    claimed: frozenset[int] = frozenset()

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


_Index = dict[str, dict[str, set[str]]]  # what is written -> slug -> values


def find_options(words: Words, product: Product, lexicon: Lexicon) -> Options:
    """Return the options of `product` that the words name, and one that it does not have."""
    hits = [*_sku_hits(words, product)] or [
        *_hits(words, _index(product, lexicon), product, lexicon)
    ]
    wanted = [hit for hit in hits if not _is_refused(words, hit.first, lexicon)]
    chosen: dict[str, frozenset[str]] = {}
    for hit in _last_word(words, wanted, lexicon):
        common = chosen.get(hit.slug, hit.values)
        chosen[hit.slug] = (common & hit.values) or (common | hit.values)
    claimed = frozenset(at for hit in hits for at in range(hit.first, hit.end))
    unknown = _unknown(words, product, claimed, lexicon)
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
    )


def attributes_of(product: Product) -> dict[str, Attribute]:
    """Return all attributes of a product by slug; those of its variants first."""
    found: dict[str, Attribute] = {}
    for variant in product.variants:
        for attribute in variant.attributes:
            found.setdefault(attribute.slug, attribute)
    for attribute in product.attributes:
        found.setdefault(attribute.slug, attribute)
    return found


def key(words: tuple[str, ...] | list[str], lexicon: Lexicon) -> str:
    """Return words run together, in the spelling that options are compared by."""
    joined = "".join(words)
    return lexicon.option_aliases.get(joined, joined)


def _index(product: Product, lexicon: Lexicon) -> _Index:
    index: _Index = {}
    partial: _Index = {}
    for variant in product.variants:
        for attribute in variant.attributes:
            for value in attribute.values:
                _enter(index, partial, attribute.slug, value, lexicon)
    if not any(variant.attributes for variant in product.variants):
        _enter_names(index, product, lexicon)
    for written, found in partial.items():
        index.setdefault(written, found)
    index.pop("", None)
    return index


def _enter(index: _Index, partial: _Index, slug: str, value: str, lexicon: Lexicon) -> None:
    parts = _spelled(value, lexicon)
    index.setdefault(key(parts, lexicon), {}).setdefault(slug, set()).add(value)
    if len(parts) > 1:
        for part in parts:
            if len(part) > 3 and part not in lexicon.stop:
                partial.setdefault(key([part], lexicon), {}).setdefault(slug, set()).add(value)


def _enter_names(index: _Index, product: Product, lexicon: Lexicon) -> None:
    """Enter the words of the variants' names that tell the variants apart."""
    names = {variant.id: set(_spelled(variant.name, lexicon)) for variant in product.variants}
    shared = set.intersection(*names.values()) if len(names) > 1 else set()
    shared |= set(_spelled(product.name, lexicon))
    for variant_id, parts in names.items():
        for part in parts - shared - lexicon.stop:
            index.setdefault(key([part], lexicon), {}).setdefault(_NO_SLUG, set()).add(variant_id)


def _spelled(name: str, lexicon: Lexicon) -> list[str]:
    return [
        part
        for word in name_words(name)
        for part in lexicon.spell(word).split()
        if part != BREAK
    ]


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
                yield _Hit(inside[0], inside[-1] + 1, _NO_SLUG, frozenset({variant.id}))


def _hits(words: Words, index: _Index, product: Product, lexicon: Lexicon) -> Iterator[_Hit]:
    at = end = 0
    product_words = {word for word in _spelled(product.name, lexicon)}
    while at < len(words.items):
        hit = _hit_at(words, at, index, lexicon, is_beside=at == end > 0)
        if hit and not (hit.end == at + 1 and _is_name_only(words, at, product_words, lexicon)):
            yield hit
            at = end = hit.end
        else:
            at += 1


def _hit_at(
    words: Words, at: int, index: _Index, lexicon: Lexicon, *, is_beside: bool
) -> _Hit | None:
    """Return what the words from `at` on name; `is_beside`: another option ends just there."""
    if words.items[at] == BREAK or _is_times(words, at):
        return None
    for end in range(min(at + _LONGEST, len(words.items)), at, -1):
        if words.items[end - 1] == BREAK:
            continue
        parts = [word for word in words.items[at:end] if word != BREAK]
        if _counts_a_size(parts, lexicon):
            continue
        found = index.get(key(parts, lexicon)) or index.get(
            key([*parts[:-1], singular(parts[-1], lexicon.plurals)], lexicon)
        )
        if found and (end > at + 1 or is_beside or _is_meant(words, at, lexicon)):
            slug = _slug_meant(words, at, end, found, lexicon)
            return _Hit(at, end, slug, frozenset(found[slug]))
    return None


def _is_times(words: Words, at: int) -> bool:
    return words.items[at] == "x" and words.before(at).isdecimal()


def _counts_a_size(parts: list[str], lexicon: Lexicon) -> bool:
    """Tell "2 XL" and "2 x L", which are two pieces, from "2XL"."""
    return len(parts) > 1 and parts[0].isdecimal() and key(parts, lexicon) in lexicon.sizes


def _is_meant(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a lone letter or number stands where an option can stand."""
    word, before, after = words.items[at], words.before(at), words.after(at)
    if word[0].isdecimal():
        return _is_number_meant(before, after, word, lexicon)
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


def _is_number_meant(before: str, after: str, word: str, lexicon: Lexicon) -> bool:
    if before in lexicon.quantity_names | lexicon.number_names - lexicon.articles - lexicon.attributes["size"]:
        return False
    if before in lexicon.attributes["size"] or before in lexicon.articles:
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
        names = parts.union(*(each for each in lexicon.attributes.values() if each & parts))
        if names & near:
            return slug
    return next(iter(found))


def _is_refused(words: Words, at: int, lexicon: Lexicon) -> bool:
    clause = " ".join(words.items[:at]).rpartition(BREAK)[2].strip()
    return any(
        found.end() == len(clause) for found in lexicon.patterns["negations"].finditer(clause)
    )


def _last_word(words: Words, hits: list[_Hit], lexicon: Lexicon) -> list[_Hit]:
    """Leave out what is given up in "change L to M"."""
    given_up = {
        first
        for first, second in pairwise(hits)
        if first.slug == second.slug
        and words.items[first.end : second.first] in lexicon.gives_up
    }
    return [hit for hit in hits if hit not in given_up]


def _fitting(product: Product, chosen: dict[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(
        variant.id
        for variant in product.variants
        if all(_fits(variant, slug, values) for slug, values in chosen.items())
    )


def _fits(variant: Variant, slug: str, values: frozenset[str]) -> bool:
    if slug == _NO_SLUG:
        return variant.id in values
    return any(
        attribute.slug == slug and not values.isdisjoint(attribute.values)
        for attribute in variant.attributes
    )


def _unknown(
    words: Words, product: Product, claimed: frozenset[int], lexicon: Lexicon
) -> str | None:
    known = _known_words(product, lexicon)
    for at, word in enumerate(words.items):
        if at in claimed or word == BREAK or _is_times(words, at) or word in lexicon.vague:
            continue
        if word in known or _is_refused(words, at, lexicon):
            continue
        length = _unknown_at(words, at, product, known, lexicon)
        if length:
            return words.written(at, at + length)
    return None


def _known_words(product: Product, lexicon: Lexicon) -> frozenset[str]:
    texts = [product.name, product.category or ""]
    for attribute in product.attributes:
        texts += [attribute.name, *attribute.values]
    for attribute in attributes_of(product).values():
        texts.append(attribute.name)
    parts = {part for text in texts for part in _spelled(text, lexicon)}
    return frozenset(parts | {singular(part, lexicon.plurals) for part in parts})


def _unknown_at(
    words: Words, at: int, product: Product, known: frozenset[str], lexicon: Lexicon
) -> int:
    """Return how many words from `at` name an option the product does not have; 0 for none."""
    for length in (3, 2, 1):
        parts = list(words.items[at : at + length])
        if len(parts) == length and BREAK not in parts:
            follows = words.after(at + length - 1)
            ends = follows == BREAK or follows in lexicon.one_of | lexicon.inside | lexicon.polite | known
            written = key(parts, lexicon)
            if _counts_a_size(parts, lexicon):
                continue
            if written in lexicon.sizes and _is_size(words, at, length, ends, lexicon):
                return length
            if length == 1 and written in lexicon.colours and ends:
                return int(_is_colour_of(words, at, product, follows in known, lexicon))
    if words.items[at].isdecimal() and _is_unknown_number(words, at, product, lexicon):
        return 1
    return int(_names_attribute(words, at, product, lexicon))


def _is_colour_of(
    words: Words, at: int, product: Product, is_named: bool, lexicon: Lexicon
) -> bool:
    """Tell "in orange" from "orange juice", which is another product unless colours can be chosen."""
    if not is_named or words.before(at) in lexicon.inside:
        return True
    slugs = {part for each in product.variants for one in each.attributes for part in one.slug.split("-")}
    return bool(slugs & lexicon.attributes["color"])


def _is_size(words: Words, at: int, length: int, ends: bool, lexicon: Lexicon) -> bool:
    word, before = words.items[at], words.before(at)
    if before in lexicon.attributes["size"]:
        return True
    if length > 1 or len(word) > 1:
        return ends
    first, end = words.spans[at]
    is_lone = before == BREAK and words.after(at) == BREAK
    return words.text[first:end].isupper() and (before in lexicon.articles or is_lone)


def _is_unknown_number(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    before, after = words.before(at), words.after(at)
    if before in lexicon.attributes["size"]:
        return after not in lexicon.measures
    has_options = any(variant.attributes for variant in product.variants)
    ends = after == BREAK or after in lexicon.polite
    return before in lexicon.inside and has_options and ends


def _names_attribute(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    """Tell whether "in STRAWBERRY flavour" names a value of an attribute of the variants."""
    if words.before(at) not in lexicon.articles:
        return False
    word, after = words.items[at], words.after(at)
    if word in lexicon.stop or word in lexicon.numbers or not word[0].isalpha():
        return False
    names = {part for variant in product.variants for each in variant.attributes for part in name_words(each.name)}
    concepts = frozenset().union(*(each for each in lexicon.attributes.values() if each & names))
    return after in concepts
