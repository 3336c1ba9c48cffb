"""The words of a language, as data: another language is another `Lexicon`, and no code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.cues import Cues, any_of


@dataclass(frozen=True)
class Lexicon:
    """One language's words. Everything is lower case, without accents, contractions spelled out.

    `expressions` are regular expressions over such plain words, where "|" stands for the end of a
    clause (write it "\\|"), "^" and "$" also for the ends of one, and a group named `what` for the
    goods that are spoken of. Repeats of any word are bounded, so that reading stays quick.
    """

    locale: str
    expressions: Mapping[str, tuple[str, ...]]  # by what they say: buys, refuses, …
    # More of them, whose words name goods as well (a button, a recipe) and tell nothing of the language.
    talk: Mapping[str, tuple[str, ...]]
    # How words are spelled in chats -> plain words.
    spellings: Mapping[str, str]
    endings: tuple[str, ...]  # of any word, left out: the owner's 's
    plurals: tuple[tuple[str, str], ...]  # endings and what stands for them in the singular
    # Words that carry no meaning of their own.
    stop: frozenset[str]
    polite: frozenset[str]
    objects: frozenset[str]  # IT: no noun follows
    pronouns: frozenset[str]

    # Numbers and sizes.
    numbers: Mapping[str, int]
    number_phrases: Mapping[str, int]
    units: frozenset[str]  # counting words: pieces, boxes
    measures: frozenset[str]  # what is measured and not counted: days, kg
    number_names: frozenset[str]  # before a number that names something: order, room
    streets: frozenset[str]  # near a house number
    quantity_names: frozenset[str]
    corrections: frozenset[str]  # 2, NO 3: which one is not clear
    gives_up: frozenset[tuple[str, ...]]  # between two options of which the second is meant
    articles: frozenset[str]  # and what else stands before a named option
    inside: frozenset[str]  # IN blue
    option_cues: frozenset[str]  # before a short option: in, size
    option_aliases: Mapping[str, str]  # "extralarge" -> "xl"
    states: frozenset[str]  # after an option: L AVAILABLE
    sizes: frozenset[str]
    colours: frozenset[str]
    before_one: frozenset[str]  # take ONE: it counts
    one_of: frozenset[str]  # the blue ONE
    attributes: Mapping[str, frozenset[str]]  # concept -> the names it has
    attribute_questions: tuple[tuple[str, str], ...]  # (expression, concept)
    vague: frozenset[str]  # the OTHER colour
    ranges: frozenset[str]  # between two numbers that leave the quantity open
    topics: tuple[tuple[Topic, tuple[str, ...]], ...]
    sure_topics: frozenset[Topic]  # these are questions even without the form of one

    not_goods: frozenset[str]
    pointers: frozenset[str]  # THIS shirt
    definite: frozenset[str]  # THE shirt
    mention_ends: frozenset[str]
    mention_fillers: frozenset[str]
    promo: tuple[str, ...]  # over the text as written; group `code`
    cues: Cues
    least: frozenset[str]  # the SMALL one of several measures, and the LARGE one
    greatest: frozenset[str]
    before_price: frozenset[str]  # the one FOR 25
    takes_back: tuple[str, ...]  # over the flat text: "a blue M, NO WAIT, a black M"
    waits: frozenset[str]  # "WAIT no"
    joining: frozenset[str]  # between two wishes, as written: "two blue AND one black"
    code_words: tuple[str, ...]  # what a code is spoken of by, over the text as written
    counts_one: frozenset[str]  # A black one: one of it
    comes_in: frozenset[str]  # it COMES in blue, do you HAVE any in blue
    this_one: str  # stands for one of those shown that is called by its place
    goods_too: frozenset[str]  # what the expressions say and goods may be called: express, case

    # What not every language has.
    adjectives_follow: bool = False  # "camiseta azul"
    agreement: tuple[tuple[str, str], ...] = ()  # endings of options by gender and number
    refused_after: frozenset[str] = frozenset()  # "a azul NÃO"
    # Words that only their accents tell apart -> plain words.
    accented: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] = frozenset()  # before an article that counts: SÓ uma caneca
    size_numbers: frozenset[str] = frozenset()  # before a size in figures: CALÇO 42
    pairs: frozenset[str] = frozenset()  # number phrases that are one piece of paired goods
    paired: frozenset[str] = frozenset()  # goods that come in pairs, in the singular
    goods: Mapping[str, str] = field(default_factory=dict)  # nouns -> the one name for all of them

    def spell(self, word: str) -> str:
        """Return the plain words for a folded word."""
        plain = self.spellings.get(word)
        if plain is None:
            ending = next((each for each in self.endings if word.endswith(each)), "")
            plain = word.removesuffix(ending)
        return plain

    @cached_property
    def attribute_names(self) -> frozenset[str]:
        """All names that attributes have, as single words."""
        return frozenset().union(*self.attributes.values(), self.one_of)

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The expressions, each compiled when it is first asked for."""
        return _Compiled({**self.expressions, **self.talk})

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words that the language is known by, as they are written, folded."""
        sources = [*(words for _, words in self.topics), *self.expressions.values()]
        written = " ".join(each for source in sources for each in source)
        known = set(_WORD.findall(_NO_WORD.sub(" ", written))) - self.goods_too
        return frozenset(known) | self.stop | self.polite | set(self.spellings) | set(self.numbers)

    @cached_property
    def topic_patterns(self) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
        return tuple((topic, _any(expressions)) for topic, expressions in self.topics)

    @cached_property
    def attribute_patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((_any([words]), concept) for words, concept in self.attribute_questions)

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """What two wishes can be parted at: the end of a sentence, a comma, a joining word, a code spoken of."""
        joining = rf"(?:(?:{any_of(self.joining)})\s+)+"
        signs = r"(?<=[?!])\s*(?=[^\s?!])|[.!;\n]+(?:\s+|$)|,\s+|\s+[-\u2013\u2014+]\s+"
        codes = rf"(?P<code>\s+)(?=(?:{any_of(self.code_words)})\b)"
        return re.compile(rf"(?:{signs}|\s+){joining}|{signs}|{codes}", re.IGNORECASE)

    @cached_property
    def taking_back(self) -> re.Pattern[str]:
        """Where a message takes back what it has just said; clauses may end around it."""
        words = any_of(self.takes_back)
        return re.compile(
            rf"[\s,.;!\u2026\u2013\u2014-]+(?:{words})(?:[\s,.;:!\u2026\u2013\u2014-]+)"
        )

    @cached_property
    def taking_back_at_once(self) -> re.Pattern[str]:
        """A message that begins by taking back what came before it: "wait no black" is "no, black"."""
        refused = any_of(self.corrections)
        waits = any_of(self.waits)
        return re.compile(rf"(?:(?:{waits})[\s,.!]+)+(?:{refused})[\s,.!]+(?=\w)")

    @cached_property
    def promo_patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in self.promo)


_NO_WORD = re.compile(r"\(\?P<\w+>|\\.|\[[^\]]*\]")
_WORD = re.compile(r"[a-z]{2,}")


class _Compiled(dict[str, re.Pattern[str]]):
    """Compiling all of a language takes a fifth of a second: only what is used is paid for."""

    def __init__(self, expressions: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._expressions = expressions

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = _any(self._expressions[name])
        return self[name]


def _any(expressions: Iterable[str]) -> re.Pattern[str]:
    """Match any of the expressions as whole words; `^` also begins a clause and `$` ends one."""
    joined = "|".join(f"(?:{each})" for each in expressions)
    joined = joined.replace("^", "(?:^|(?<=\\| ))").replace("$", "(?=$| \\|)")
    return re.compile(rf"(?<!\S)(?:{_numbered(joined)})(?!\S)")


def _numbered(expression: str) -> str:
    """Make every group `what` a group of its own: Python wants each name once."""
    pieces = expression.split("(?P<what>")
    return pieces[0] + "".join(f"(?P<what{index}>{piece}" for index, piece in enumerate(pieces[1:]))
