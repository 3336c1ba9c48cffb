"""Which goods a piece of a message names, and how many: words of the chat held against what the shop showed."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Pick
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import is_a_slip, is_refused
from agentpay_plugin.language.options import Options, find_options
from agentpay_plugin.language.slots import find_counts, find_promo_code, noun
from agentpay_plugin.language.words import BREAK, clean, name_words, read_words

_ARTICLES = {"en": {"a", "an"}, "pt": {"um", "uma"}, "es": {"un", "una"}}  # they count one
_PLACES = {
    locale: re.compile(rf"(?<!\S)(?:{article}) (?:{places})(?!\S)(?! (?:time|day|vez|dia))")
    for locale, article, places in (
        ("en", "the", "(?P<first>first)|(?P<second>second)|(?P<third>third)|(?P<last>last)"),
        (
            "pt",
            "[oa]s?",
            "(?P<first>primeir[oa])|(?P<second>segund[oa])|(?P<third>terceir[oa])|(?P<last>ultim[oa])",
        ),
        (
            "es",
            "el|la|lo",
            "(?P<first>primer[oa]?)|(?P<second>segund[oa])|(?P<third>tercer[oa]?)|(?P<last>ultim[oa])",
        ),
    )
}
_SHORT, _LONG = 5, 6  # letters; in shorter words a wrong one makes another word


class NamedBy:
    """Implements the port Words for a piece of a message in the language it is written in."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self._lexicon = lexicon
        self._words = read_words(text, lexicon)
        self._found: dict[str, Options] = {}

    def __repr__(self) -> str:
        return f"NamedBy({self.text!r})"

    @property
    def pick(self) -> Pick | None:
        """Which one of those shown is meant, by its place."""
        found = _PLACES[self._lexicon.locale].search(self._words.plain)
        return Pick(found.lastgroup) if found and found.lastgroup else None

    def names(self, product: Product) -> int:
        """Return how many words of the product's name or kind they say; what is refused is not said."""
        called = f"{product.name} {product.category or ''}"
        every = {(word, noun(word, self._lexicon)) for word in name_words(called)}
        kinds = {kind for word, kind in every if self._says(word, kind)}
        return len(kinds - self._lexicon.stop)

    def fitting(self, product: Product) -> frozenset[str] | None:
        """Return the variants that have the options which are named; None when none is."""
        options = self._options(product)
        if options.values:
            return frozenset(options.variant_ids)
        return frozenset() if options.unknown else None

    def counts(self, product: Product) -> frozenset[int]:
        """Return the numbers of pieces that are said; an article counts one where no number stands."""
        claimed = self._options(product).claimed
        found = find_counts(self._words, claimed, product, self._lexicon)
        articles = _ARTICLES.get(self._lexicon.locale, set())
        return found or frozenset({1} if articles & set(self._words.items) else ())

    def say(self, code: str) -> bool:
        """Tell whether a promo code stands in them, as codes are written or named as one."""
        whole = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])", re.IGNORECASE)
        written = [found.group() for found in whole.finditer(clean(self.text))]
        if any(one.isupper() or re.search(r"\d", one) for one in written):
            return True
        named = find_promo_code(clean(self.text), self._lexicon)
        return named is not None and named in written

    def _options(self, product: Product) -> Options:
        if product.id not in self._found:
            self._found[product.id] = find_options(self._words, product, self._lexicon)
        return self._found[product.id]

    def _says(self, name: str, kind: str) -> bool:
        return any(
            kind == noun(word, self._lexicon) or word == name or _is_near(word, name)
            for at, word in enumerate(self._words.items)
            if word != BREAK and not is_refused(self._words, at, self._lexicon)
        )


def _is_near(word: str, name: str) -> bool:
    """Tell a slip: a letter too many, too few, wrong, or two that changed places."""
    word, name = word.removesuffix("s"), name.removesuffix("s")
    if len(word) < _SHORT or len(name) < _LONG or word[0] != name[0]:
        return False
    wrong = len(word) == len(name) and sum(a != b for a, b in zip(word, name, strict=True)) == 1
    return word == name or wrong or is_a_slip(word, name)
