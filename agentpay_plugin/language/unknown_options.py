"""Options that a shopper names and the product in focus does not have: "size XXXL", "in purple"."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import (
    attributes_of,
    counts_a_size,
    is_refused,
    is_times,
    key,
    names,
    spelled,
)
from agentpay_plugin.language.slots import noun, nouns
from agentpay_plugin.language.words import BREAK, Words, name_words, singular

_FURTHEST = 6  # words from the article to the colour
_CODE = 4  # letters: "XXXL" is a size on any goods, "large" only where there are sizes


def unknown_option(
    words: Words, product: Product, claimed: frozenset[int], lexicon: Lexicon
) -> str | None:
    """Return an option that the words clearly name and the product does not have, as written."""
    known = _known_words(product, lexicon)
    for at, word in enumerate(words.items):
        if at in claimed or word == BREAK or is_times(words, at) or word in lexicon.vague:
            continue
        if word in known:
            continue
        length = _unknown_at(words, at, product, known, claimed, lexicon)
        if length and not is_refused(words, at, lexicon):
            return words.written(at, at + length)
    return None


def _known_words(product: Product, lexicon: Lexicon) -> frozenset[str]:
    texts = [product.name, product.category or ""]
    for attribute in product.attributes:
        texts += [attribute.name, *attribute.values]
    for attribute in attributes_of(product).values():
        texts.append(attribute.name)
    parts = {part for text in texts for part in spelled(text, lexicon)}
    return frozenset(parts | {singular(part, lexicon.plurals) for part in parts})


def _unknown_at(
    words: Words,
    at: int,
    product: Product,
    known: frozenset[str],
    claimed: frozenset[int],
    lexicon: Lexicon,
) -> int:
    """Return how many words from `at` name an option the product does not have; 0 for none."""
    for length in (3, 2, 1):
        parts = list(words.items[at : at + length])
        if len(parts) == length and BREAK not in parts:
            follows = words.after(at + length - 1)
            ends = (
                follows == BREAK
                or follows in lexicon.one_of | lexicon.inside | lexicon.polite | known
            )
            written = key(parts, lexicon)
            if counts_a_size(parts, lexicon) or (length > 1 and parts[-2] in lexicon.stop):
                continue
            if written in lexicon.sizes and _is_size(words, at, length, product, ends, lexicon):
                return length
            is_end = ends or at + length in claimed  # "a blue 27"
            if length == 1 and written in lexicon.colours and is_end:
                return int(_is_colour_of(words, at, product, lexicon))
    if words.items[at].isdecimal() and _is_unknown_number(words, at, product, lexicon):
        return 1
    return int(_names_attribute(words, at, product, lexicon))


def _is_colour_of(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    """Tell "in orange" from "orange juice", which is another product unless colours can be chosen."""
    before = words.before(at)
    beside = words.after(at)
    if lexicon.adjectives_follow:
        beside = before if before not in lexicon.stop else words.before(at - 1)
    own = nouns(f"{product.name} {product.category or ''}", lexicon)
    if lexicon.adjectives_follow and _follows_others(words, at, own, lexicon):
        return False
    if noun(beside, lexicon) not in own or before in lexicon.inside:
        return True
    slugs = {
        part for each in product.variants for one in each.attributes for part in one.slug.split("-")
    }
    return bool(slugs & lexicon.attributes["color"])


def colours_others(
    words: Words, first: int, end: int, own: frozenset[str], lexicon: Lexicon
) -> bool:
    """Tell whether a colour is that of other goods: "a blue mug", "uma caneca azul", beside a tee in focus."""
    if lexicon.adjectives_follow:
        return _follows_others(words, first, own, lexicon)
    before, after = words.before(first), words.after(end - 1)
    begins = lexicon.counts_one | lexicon.definite | lexicon.numbers.keys()
    if after == BREAK or after.isdecimal() or not (before in begins or before.isdecimal()):
        return False  # "one yellow 25" is of these goods
    spare = lexicon.vocabulary | lexicon.units | lexicon.one_of | lexicon.attribute_names
    spare |= lexicon.mention_fillers | lexicon.colours | lexicon.states | lexicon.sizes
    is_size = not lexicon.sizes.isdisjoint(names([after], lexicon))
    return not is_size and after not in spare and noun(after, lexicon) not in own


def _follows_others(words: Words, at: int, own: frozenset[str], lexicon: Lexicon) -> bool:
    """Tell "uma sacola marinho" of other goods from "uma amarela" and "uma camiseta amarela"."""
    spare = lexicon.one_of | lexicon.attribute_names
    begins = lexicon.counts_one | lexicon.definite | lexicon.numbers.keys()
    said: list[str] = []
    for step in range(1, _FURTHEST):
        word = words.items[at - step] if at >= step else BREAK
        if word in begins or word.isdecimal():
            are_others = own.isdisjoint(noun(each, lexicon) for each in said)
            return are_others and not lexicon.vocabulary.issuperset(said)
        if word == BREAK or word in lexicon.stop or word in spare:
            return False
        if (
            word
            not in lexicon.colours | lexicon.units | lexicon.sizes | lexicon.option_aliases.keys()
        ):
            said.append(word)
    return False


def _is_adjective(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    """Tell "a grande" of goods that have sizes from "um desconto grande"."""
    before = words.before(at)
    if lexicon.adjectives_follow and before not in lexicon.option_cues:
        return False
    names = lexicon.attributes["size"]
    slugs = {each.slug for variant in product.variants for each in variant.attributes}
    return any(not names.isdisjoint(slug.split("-")) for slug in slugs)


def _is_size(
    words: Words, at: int, length: int, product: Product, ends: bool, lexicon: Lexicon
) -> bool:
    word, before = words.items[at], words.before(at)
    if before in lexicon.attributes["size"]:
        return True
    if length > 1 or len(word) > 1:
        return ends and (len(word) <= _CODE or _is_adjective(words, at, product, lexicon))
    first, end = words.spans[at]
    is_lone = before == BREAK and words.after(at) == BREAK
    return words.text[first:end].isupper() and (before in lexicon.articles or is_lone)


def _is_unknown_number(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    before, after = words.before(at), words.after(at)
    if before in lexicon.attributes["size"]:
        return after not in lexicon.measures
    values = {
        value
        for variant in product.variants
        for each in variant.attributes
        for value in each.values
    }
    ends = after == BREAK or after in lexicon.polite
    has_numbers = any(value.isdecimal() for value in values)
    return before in lexicon.inside and has_numbers and ends


def _names_attribute(words: Words, at: int, product: Product, lexicon: Lexicon) -> bool:
    """Tell whether "in STRAWBERRY flavour" names a value of an attribute of the variants."""
    word, before, after = words.items[at], words.before(at), words.after(at)
    if word in lexicon.stop or word in lexicon.numbers or not word[0].isalpha():
        return False
    names = {
        part
        for variant in product.variants
        for each in variant.attributes
        for part in name_words(each.name)
    }
    concepts = frozenset().union(*(each for each in lexicon.attributes.values() if each & names))
    if lexicon.adjectives_follow:
        return before in concepts and words.before(at - 1) in lexicon.articles | {BREAK}
    return before in lexicon.articles and after in concepts
