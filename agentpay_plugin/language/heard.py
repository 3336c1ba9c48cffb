"""A message with everything that is read off it before its meaning is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import (
    Budget,
    Intent,
    Offered,
    ReadingContext,
    Subject,
    Topic,
    Wish,
)
from agentpay_plugin.language.budgets import find_budget
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import attributes_of, is_a_slip
from agentpay_plugin.language.options import Options, find_options
from agentpay_plugin.language.places import find_order_number
from agentpay_plugin.language.slots import (
    VERBS_TOO,
    code_beside_its_word,
    find_mention,
    find_promo_code,
    find_quantity,
    lone_code,
    noun,
    nouns,
)
from agentpay_plugin.language.words import BREAK, Words, clean, read_words

_SHORT = 4  # letters: such words are a slip away from too many others


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule makes of a message."""

    intent: Intent
    confidence: float
    reasoning: str
    wish: Wish = Wish.NONE
    topic: Topic | None = None
    subject: Subject | None = None
    attribute: str | None = None
    mention: str | None = None
    yes: bool | None = None
    code: str | None = None  # empty: one that is not named
    method: str | None = None
    quantity: int | None = None  # where another is meant than all the numbers of the message tell
    variant_ids: tuple[str, ...] = ()  # of lines of the cart, where they are meant
    more: bool = False
    times: int | None = None
    every: bool = False
    options: tuple[tuple[str, str], ...] = ()  # where others are meant than all that are named
    compare: tuple[str, ...] = ()  # what is shown, where that is to be compared
    narrows: str | None = None
    avoid: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """`plain` is what the rules look at: the words, or those of the clauses that refuse nothing."""

    words: Words
    plain: str
    context: ReadingContext
    lexicon: Lexicon
    options: Options
    quantity: int | None
    promo_code: str | None
    budget: Budget | None
    order_number: str | None

    def says(self, name: str) -> bool:
        """Tell whether an expression of the lexicon's field `name` stands in the words."""
        return self.lexicon.patterns[name].search(self.plain) is not None

    def says_all(self, name: str) -> bool:
        """Tell whether an expression of the field takes up a clause, and all others are polite."""
        pattern, polite = self.lexicon.patterns[name], self.lexicon.polite
        clauses = [clause.strip() for clause in self.plain.split(BREAK) if clause.strip()]
        others = [clause for clause in clauses if not pattern.fullmatch(clause)]
        spare = all(word in polite for clause in others for word in clause.split())
        return spare and len(others) < len(clauses)

    def mention(self, name: str) -> str | None:
        """Return the goods that an expression of the field names, if they are not the product in focus."""
        for found in self.lexicon.patterns[name].finditer(self.plain):
            named = find_mention(self.words, found, self.lexicon)
            if named and not self.is_in_focus(named):
                return named
        return None

    def any_mention(self, name: str) -> str | None:
        """Return the goods that an expression of the field names."""
        found = self.lexicon.patterns[name].search(self.plain)
        return find_mention(self.words, found, self.lexicon) if found else None

    def line_mention(self, name: str) -> str | None:
        """Return the name of the one cart line that an expression names, else the words as written."""
        mention = self.any_mention(name)
        lines = self.context.cart.lines if self.context.cart else ()
        if mention is None:
            return None
        said = nouns(mention, self.lexicon) - self.lexicon.stop
        names = {line.product_name for line in lines}
        fitting = [each for each in sorted(names) if said <= nouns(each, self.lexicon)]
        return fitting[0] if len(fitting) == 1 else mention

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether the words are about the world, the shop as a firm, or the assistant itself."""
        return self.says("elsewhere") or self.says("about_us")

    @property
    def is_asking(self) -> bool:
        return self.words.has_question_mark or self.says("asks") or self.says("wonders")

    @property
    def speaks_of_options(self) -> bool:
        return self.options.named or self.options.unknown is not None

    def is_in_focus(self, mention: str) -> bool:
        """Tell whether all words of a mention are the product's own, or options of it."""
        product, lexicon = self.context.product, self.lexicon
        spare = lexicon.stop | lexicon.mention_fillers | lexicon.pronouns
        spare = (spare | lexicon.units | lexicon.vague) - VERBS_TOO
        claimed = {self.words.items[at] for at in self.options.claimed}
        said = read_words(mention, lexicon).items
        rest = {
            noun(word, lexicon)
            for word in said
            if word not in spare and word not in claimed and word.isalnum()
        }
        if self.options.unknown:
            rest -= nouns(self.options.unknown, lexicon)
        rest -= lexicon.attribute_names
        if not rest:
            return True
        if product is None:
            return False
        own = called(product, lexicon)
        unknown = {word for word in rest - own if not _is_misspelled(word, own)}
        return not unknown or self._is_pointed_at(said, product)

    def _is_pointed_at(self, said: tuple[str, ...], product: Product) -> bool:
        """Tell "this shirt", and "the shirt" of a product whose description speaks of a shirt."""
        place = f" {self.words.plain} ".find(f" {' '.join(said)} ")
        before = self.words.plain[:place].split()[-1:] if place > 0 else []
        if not before or not said:
            return False
        if before[0] in self.lexicon.pointers:
            return True
        described = nouns(product.description[:2000], self.lexicon)
        return before[0] in self.lexicon.definite and nouns(said[-1], self.lexicon) <= described


def hear(text: str, context: ReadingContext, lexicon: Lexicon) -> Heard:
    """Read the slots off a message."""
    written, asked = clean(text), context.offered is Offered.CODE
    promo_code = (
        find_promo_code(written, lexicon)
        or lone_code(written, lexicon, asked)
        or code_beside_its_word(written, lexicon)
    )
    budget, limit = find_budget(written, lexicon) or (None, None)
    words = read_words(text, lexicon, hide=promo_code or limit)
    options = Options()
    if context.product:
        options = find_options(words, context.product, lexicon, by_price=budget is None)
    quantity = find_quantity(words, options.claimed, context.product, lexicon)
    number = find_order_number(written, lexicon)
    return Heard(
        words, words.plain, context, lexicon, options, quantity, promo_code, budget, number
    )


def without(heard: Heard, name: str) -> Heard:
    """Return the message without the clauses that an expression of the field stands in."""
    pattern = heard.lexicon.patterns[name]
    clauses = [
        _blank(clause) if pattern.search(clause.strip()) else clause
        for clause in re.split(r"(?<=\|)", heard.plain)
    ]
    return replace(heard, plain="".join(clauses))


def _blank(clause: str) -> str:
    """Keep the length, so that places stay places of the words."""
    return BREAK * (len(clause) - 1) + clause[-1:]


def _is_misspelled(word: str, called: frozenset[str]) -> bool:
    """Tell "camsieta" of the Camiseta in focus."""
    near = (name for name in called if len(name) > _SHORT and name[0] == word[0])
    return len(word) > _SHORT and any(is_a_slip(word, name) for name in near)


def called(product: Product, lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns that a product is called by: of its name, its category, its attributes."""
    texts = [product.name, product.category or ""]
    for attribute in attributes_of(product).values():
        texts += [attribute.name, *attribute.values]
    return frozenset().union(*(nouns(text, lexicon) for text in texts))
