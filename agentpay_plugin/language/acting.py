"""What a shopper's own words ask to be done to the cart or the order, clause by clause, and what each of them names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from agentpay_plugin.conversation.asked import Ask, Deed
from agentpay_plugin.conversation.reading import Intent, Offered, ReadingContext, Wish
from agentpay_plugin.language.cues import flat
from agentpay_plugin.language.deciding import understood
from agentpay_plugin.language.deed_words import DEED_WORDS, DeedWords
from agentpay_plugin.language.heard import Heard, Meaning, hear
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.named_by import NamedBy
from agentpay_plugin.language.option_names import is_a_slip
from agentpay_plugin.language.words import clean, read_words

Deeds = frozenset[Deed]

_NONE: Deeds = frozenset()
_CLEARLY = 0.7  # the confidence of a rule that words are taken for a deed by
_SLIP = 5  # letters; shorter words are a slip away from too many others
_BY_WISH = {
    Wish.BUY: _NONE | {Deed.ADD},
    Wish.CHANGE_QUANTITY: _NONE | {Deed.CHANGE},
    Wish.CHANGE_OPTION: _NONE | {Deed.SWAP},
    Wish.REMOVE: _NONE | {Deed.REMOVE},
    Wish.EMPTY_CART: _NONE | {Deed.REMOVE, Deed.ALL},
    Wish.CHECK_OUT: _NONE | {Deed.CHECK_OUT},
    Wish.PAY_BY: _NONE | {Deed.CHECK_OUT},
    Wish.APPLY_PROMO: _NONE | {Deed.PROMO},
    Wish.CHANGE_DETAILS: _NONE | {Deed.DETAILS},
    Wish.CHANGE_DELIVERY: _NONE | {Deed.DETAILS},
}
_PARTS = re.compile(
    r"(?<=[?!])\s+|[.;:\n\u2026]+(?:\s+|$)|,\s+|\s+[-\u2013\u2014+]\s+"
    r"|\s+(?:and|but|then|e|mas|y|pero)\s+(?=\S+\s+\S|\S{4})",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w-])(?:(?=[A-Z_-]*\d)[A-Z][A-Z0-9_-]{3,31}|[A-Z]{5,31}\d*)(?![\w-])")
# Spanish tells "compré" (I bought) from "compre" (buy!) by the accent alone, which plain words leave out.
_PAST = re.compile(r"(?<=[a-z\u00f1]{2})(?<!ar)(?<!er)[\u00e9\u00f3](?!\w)", re.IGNORECASE)


def asks_of(text: str, context: ReadingContext, proposed: str = "") -> tuple[Ask, ...]:
    """Return what the words ask for; nothing where they only tell, ask a question, refuse, or put it off.

    `proposed` is what a language model said last: a "yes" asks for the one thing that it proposed there.
    """
    alone = replace(context, offered=Offered.NOTHING, is_piece=True)
    lexicon = understood(text, alone)[0].lexicon
    return tuple(_Reader(alone, lexicon).asks(text, proposed))


def language_of(text: str, context: ReadingContext) -> Lexicon:
    """Return the words of the language that a message is written in."""
    return understood(text, context)[0].lexicon


@dataclass
class _Reader:
    """Goes through a message. A clause without a deed of its own belongs to the deed before it, else to the next."""

    context: ReadingContext
    lexicon: Lexicon

    def __post_init__(self) -> None:
        self._words = _patterns(self.lexicon.locale)

    def asks(self, text: str, proposed: str) -> list[Ask]:
        parts = _clauses(text)
        deeds, asking = self._agreed(parts, proposed)
        others = [one for one in parts if not (deeds and self._is_yes(one))]
        asks = [Ask(deeds, (self._said(asking),))] if deeds and not others else []
        lead: list[str] = []
        for clause in others:
            plain = read_words(clause, self.lexicon).plain
            if self._words.cancels.fullmatch(plain):
                asks, deeds, lead = [], _NONE, []
                continue
            found = self._deeds_in(clause)
            if found is None:
                deeds = _NONE
                # What is told or asked may name what is ordered next; what is refused does not.
                lead = [] if self._words.refusing.search(plain) else [*lead, clause]
            elif found:
                own = self._unwanted(clause) if Deed.REMOVE in found else clause
                asks.append(Ask(found, tuple(map(self._said, (own, *lead[::-1])))))
                deeds, asking, lead = found, clause, []
            elif deeds:
                asks.append(Ask(deeds, (self._said(f"{asking}, {clause}"),)))
                asks.append(Ask(deeds, (self._said(clause), self._said(asking))))
            else:
                lead.append(clause)
        return asks

    def _said(self, text: str) -> NamedBy:
        return NamedBy(text, self.lexicon)

    def _unwanted(self, clause: str) -> str:
        """Return what is no longer wanted without the words that say so: it is the very thing that is named."""
        unwanted = self._words.unwanted.search(flat(clause))
        return clause if unwanted is None else clause[unwanted.end() :]

    def _is_yes(self, clause: str) -> bool:
        heard = hear(clause, self.context, self.lexicon)
        return self.lexicon.patterns["yes"].fullmatch(heard.plain) is not None

    def _agreed(self, parts: list[str], proposed: str) -> tuple[Deeds, str]:
        """Return the one thing that the last question proposed, if the words agree to it."""
        asked = re.findall(r"[^.!?\n]*\?", proposed)
        if not asked or not any(map(self._is_yes, parts)):
            return _NONE, ""
        question = asked[-1].strip()
        plain = hear(question, self.context, self.lexicon).plain
        words = self._words
        found = {deed for deed, one in words.bare.items() if one.search(plain)} - {Deed.ALL}
        main = found - {Deed.MORE, Deed.SWAP if Deed.CHANGE in found else Deed.MORE}
        if Deed.ADD in main:
            main -= {Deed.CHECK_OUT}
        if len(main) != 1 or words.either.search(plain):
            return _NONE, ""
        return frozenset(main), question

    def _deeds_in(self, clause: str) -> Deeds | None:
        """Return the deeds that a clause asks for; None where it takes back, tells, asks or puts off."""
        words = self._words
        clause_told = _PAST.sub(r"\g<0>x", clause)
        heard, meaning = understood(clause_told, self.context)
        # Not the words that were heard: "up to 5" is hidden there, as a budget.
        plain = words.polite.sub("", read_words(clause_told, self.lexicon).plain)
        if words.later.search(plain) or _is_put_off(heard, plain):
            return None
        refused = {deed for deed, one in words.bare.items() if words.is_refused(plain, one)}
        by_rules = self._by_rules(meaning) - refused
        own = words.found(plain, is_asked="?" in clause)
        if not own:
            plain = self._mended(plain, words.source)
            own = words.found(plain, is_asked="?" in clause)
        own -= refused
        if _names_code(heard) and not words.refusing.search(plain):
            own |= {Deed.PROMO}
        if words.tells.match(plain):
            own = own & words.told
            by_rules &= {Deed.CHECK_OUT, Deed.DETAILS}
        if found := own | by_rules:
            if Deed.CHANGE in found and Deed.MORE not in found:
                found -= {Deed.ADD}
            return frozenset(found) | self._all(plain, words, found)
        is_answer = refused or words.tells.match(plain) or "?" in clause
        return None if is_answer else _NONE

    def _by_rules(self, meaning: Meaning) -> Deeds:
        if meaning.wish is Wish.SEARCH and meaning.intent is Intent.PURCHASE_INTENT:
            return frozenset({Deed.ADD})
        is_clear = meaning.confidence >= _CLEARLY
        return _BY_WISH.get(meaning.wish, _NONE) if is_clear else _NONE

    def _all(self, plain: str, words: _Patterns, found: set[Deed] | Deeds) -> Deeds:
        is_all = Deed.REMOVE in found and words.bare[Deed.ALL].search(plain) is not None
        return frozenset({Deed.ALL}) if is_all else _NONE

    def _mended(self, plain: str, words: DeedWords) -> str:
        """Return the words with slips of a verb mended: "remvoe it"."""
        return " ".join(_mend(word, words, self.lexicon) for word in plain.split(" "))


def _mend(word: str, words: DeedWords, lexicon: Lexicon) -> str:
    if len(word) < _SLIP or word in lexicon.vocabulary or word in words.verbs:
        return word
    near = [verb for verb in sorted(words.verbs) if verb[0] == word[0] and is_a_slip(word, verb)]
    return near[0] if near else word


def _is_put_off(heard: Heard, plain: str) -> bool:
    """Tell what is to be done on a condition, or at another time."""
    patterns = heard.lexicon.patterns
    return any(patterns[name].search(plain) for name in ("conditional", "postpones"))


def _names_code(heard: Heard) -> bool:
    text = heard.words.text
    return bool(heard.promo_code) or (not text.isupper() and _CODE.search(text) is not None)


def _clauses(text: str) -> list[str]:
    return [one for part in _PARTS.split(clean(text)) if (one := part.strip(" \u00bf\u00a1"))]


class _Patterns:
    """The words of a language, compiled when they are first asked for."""

    told = frozenset({Deed.DETAILS})  # "where do I write my address": the form is the answer

    def __init__(self, locale: str) -> None:
        self.source = source = DEED_WORDS[locale]
        every = {*source.deeds, *source.phrases}
        self.bare = {
            deed: re.compile(rf"(?<!\S)(?:{source.deeds.get(deed) or source.phrases[deed]})(?!\S)")
            for deed in every
        }
        self.refusing = _word(source.refusing)
        self.polite = _word(source.polite)
        self.cancels = _word(source.cancels)
        self.later = _word(source.later)
        self.unwanted = _word(source.unwanted)
        self.either = _word(source.either)
        fillers = rf"(?:(?:{source.fillers}) )*"
        self.tells = re.compile(rf"{fillers}(?:{source.tells})(?!\S)")
        self._begun = {
            deed: re.compile(rf"^{fillers}(?:{words})(?!\S)")
            for deed, words in source.deeds.items()
        }
        self._asked = {
            deed: re.compile(rf"(?<!\S)(?:{source.asking}) {fillers}(?:{words})(?!\S)")
            for deed, words in source.deeds.items()
        }
        self._phrases = {deed: _word(words) for deed, words in source.phrases.items()}

    def found(self, plain: str, *, is_asked: bool) -> set[Deed]:
        """Return the deeds that stand where an order can stand; `is_asked`: the clause is a question."""
        found = {deed for deed, one in self._asked.items() if one.search(plain)}
        if is_asked:
            found -= {Deed.CHECK_OUT}
        else:
            found |= {deed for deed, one in self._begun.items() if one.search(plain)}
        for deed in self._phrases.keys() - {Deed.ALL}:
            if self._phrases[deed].search(plain) and not self.is_refused(
                plain, self._phrases[deed]
            ):
                found.add(deed)
        return found | ({Deed.ADD} if Deed.MORE in found else set())

    def is_refused(self, plain: str, bare: re.Pattern[str]) -> bool:
        """Tell whether a word that takes back stands before the deed, or right behind its verb."""
        matched = bare.search(plain)
        if matched is None:
            return False
        before, behind = plain[: matched.start()], plain[matched.end() :].split()[:1]
        return bool(self.refusing.search(before) or (behind and self.refusing.fullmatch(behind[0])))


@lru_cache(maxsize=8)
def _patterns(locale: str) -> _Patterns:
    return _Patterns(locale)


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{words})(?!\S)")
