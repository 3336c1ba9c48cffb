"""Whether a sentence of a model's may be shown: what touches price, stock, delivery, payment, order, cart, discount, the shop's rules
or what goods are like
is let through only where the shop told just that in this turn.

A sentence is let through or not, never mended. It is looked at clause by clause (clauses.py): a question, an offer to look, and "I do not know"
claim nothing, but for their figures. What the shop told is `Facts`, each figure of the thing it belongs to; what people wrote
(names, descriptions) proves what goods are like, neither a price nor a stock nor a time of delivery. What the merchant wrote about the shop itself
proves the shop's own rules (quoted.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from agentpay_plugin.conversation.facts import NOTHING, Facts
from agentpay_plugin.language import claims, deeds, properties, topics
from agentpay_plugin.language.clauses import Clause, Mood, clauses_of
from agentpay_plugin.language.figures import Subject
from agentpay_plugin.language.naming import Named, Names, Things
from agentpay_plugin.language.numerals import WORDS
from agentpay_plugin.language.statements import Statements
from agentpay_plugin.language.words import fold

SHINGLE = 6  # words in a row that, taken from the instructions, are a leak
_LONGEST_CLAIM = 80  # characters from the first word that makes a claim to the last one
_OFTEN_NONE = {"um", "uma", "un", "una", "uno", "dos", "one", "single", "once"}
_RISKY = re.compile(
    "|".join(
        (
            r"\d",
            claims.CURRENCY,
            claims.PERCENT,
            *(
                one.pattern
                for one in (
                    topics.PRICE, topics.FREE, topics.BARGAIN, topics.DISCOUNT, topics.INSTALMENTS, topics.PROMISE,
                    topics.OUT_OF_STOCK, topics.IN_STOCK, topics.SCARCE, topics.RESTOCK, topics.DELIVERY, topics.WHEN,
                    topics.SOON, topics.TAX, topics.ON_A_DAY, topics.CART, topics.PAYMENT, topics.ORDER, topics.ADDRESS, topics.CODE_LIKE, topics.COLLECTED,
                    *topics.METHODS.values(), topics.OTHER_METHOD,
                )
            ),
            deeds.WORDS,
            properties.WORDS,
            r"\bhalf\b|\bbuy\b|(?<!feel )\bfree\b|\bsold\b",
            rf"\b(?:{'|'.join(sorted(WORDS - _OFTEN_NONE))})\b",
        )
    )
)  # fmt: skip


class Guard:
    """Checks sentences against the facts told so far; `secrets` are texts that must not be repeated.

    `things` knows names of goods, to tell that goods are meant of which nothing was told.
    """

    def __init__(self, secrets: Iterable[str], things: Things) -> None:
        self._secrets = frozenset(run for text in secrets for run in _runs(_words(text)))
        self._things = things
        self.facts = NOTHING

    @property
    def facts(self) -> Facts:
        """What was told in this turn so far."""
        return self._facts

    @facts.setter
    def facts(self, facts: Facts) -> None:
        self._facts = facts
        self._names = Names(facts, self._things)
        self._statements = Statements(facts, self._names)

    def allows(self, sentence: str, before: str = "") -> bool:
        """Tell whether a sentence may be shown after what was said `before` it in this reply."""
        folded = fold(sentence)
        if topics.ADDRESS.search(folded) or topics.CODE_LIKE.search(folded):
            return False
        if self._leaks(sentence):
            return False
        last, about = self._last_named(before), ""
        for clause in clauses_of(sentence, _is_risky):
            if any(rule.search(clause.folded) for rule in topics.RULES.values()):
                about = clause.folded
            subject = self._subject(clause, last, about)
            if not self._statements.are_told(clause, subject, fold(before)):
                return False
            last = self._named_by(clause, last) or last
        return True

    def shown_before_its_end(self, sentence: str, shown: int = 0) -> int:
        """Return how much of a sentence that is still being written may be shown: whole words without a claim.

        `shown`: how much of it is shown already.
        """
        whole = max(sentence.rfind(" "), sentence.rfind("\n")) + 1
        folded = fold(sentence)
        risk = _RISKY.search(folded, max(shown - _LONGEST_CLAIM, 0))
        # Folding may change lengths; then nothing is shown early.
        if len(folded) != len(sentence) or self._leaks(sentence):
            return 0
        if risk is None:
            return whole
        start = max(sentence.rfind(" ", 0, risk.start()), sentence.rfind("\n", 0, risk.start())) + 1
        return min(whole, start)

    def _leaks(self, sentence: str) -> bool:
        return not self._secrets.isdisjoint(_runs(_words(sentence)))

    def _last_named(self, before: str) -> Named:
        """Return what was named last in what was said before."""
        if not (self._facts.wares or self._facts.ways):
            return Named()
        for sentence in reversed(re.split(r"(?<=[.!?\n])\s+", before)):
            if named := self._named_by(Clause(sentence, fold(sentence), Mood.STATED), Named()):
                return named
        return Named()

    def _named_by(self, clause: Clause, last: Named) -> Named | None:
        """Return what a clause names, its variants alone where it names some: what follows is said of these."""
        named = self._names.named(clause)
        wares = named.wares or self._names.same_products(last)
        if named.wares or self._names.has_options(wares, clause):
            return Named(self._names.options(wares, clause), named.ways)
        return named if named.ways else None

    def _subject(self, clause: Clause, last: Named, about: str = "") -> Subject:
        named = self._names.named(clause)
        is_delivery = bool(
            named.ways
            or topics.DELIVERY.search(clause.folded)
            or topics.COLLECTED.search(clause.folded)
            or (last.ways and not last.wares and not named.wares)
        )
        others = self._names.same_products(last)
        has_options = self._names.has_options(others, clause)
        wares = named.wares or (last.wares if last.wares and not has_options else others)
        ways = (
            named.ways
            or (last.ways if not topics.DELIVERY.search(clause.folded) else ())
            or self._facts.ways
        )
        # What the shop's rules name is no price of goods.
        about = "" if named.wares or named.is_foreign else about
        return Subject(named, wares, ways, is_delivery, last, about)


def _is_risky(text: str) -> bool:
    return _RISKY.search(fold(text)) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
