"""Sentence patterns of a language (grammar/*.txt) and the sentences that they make."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "grammar"
_SECTION = re.compile(r"\[\[(\w+) (\w+) (\d+)\]\]")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_MOST_DEPTH = 12
# Lists that never hold all there is, and how often another word stands in for theirs.
_OPEN = frozenset(
    {
        *("clothes", "tech", "home", "food", "care", "sport", "service"),
        *("name", "part", "thing", "star", "film", "city", "place"),
    }
)
_MADE_UP = 0.2
_BEGINNINGS = (*"bcdfghjklmnprstvz", "br", "cr", "dr", "fl", "gr", "pl", "st", "tr", "ch", "sh")


@dataclass(frozen=True)
class Section:
    """Patterns of one subject; `weight` is its share of the intent's sentences."""

    intent: str
    subject: str
    weight: int
    patterns: tuple[str, ...]


@dataclass(frozen=True)
class Grammar:
    """All patterns of a language, and the lists that they name."""

    lists: dict[str, tuple[str, ...]]
    sections: tuple[Section, ...]

    def sentence(self, section: Section, dice: random.Random) -> tuple[str, str]:
        """Return the line before (often empty) and a sentence."""
        before, _, text = dice.choice(section.patterns).rpartition(" => ")
        return self._expanded(before, dice), self._expanded(text, dice)

    def _expanded(self, pattern: str, dice: random.Random) -> str:
        """Choose from inside out, and fill the lists in, until nothing is left to choose."""
        for _ in range(_MOST_DEPTH):
            chosen = _CHOICE.sub(lambda found: dice.choice(found[1].split("|")), pattern)
            filled = _SLOT.sub(lambda found: self._one_of(found[1], dice), chosen)
            if filled == pattern:
                break
            pattern = filled
        return re.sub(r"\s+", " ", pattern).strip()

    def _one_of(self, name: str, dice: random.Random) -> str:
        if name in _OPEN and dice.random() < _MADE_UP:
            return made_up(dice)
        return dice.choice(self.lists[name])


def made_up(dice: random.Random) -> str:
    """Return a word of no language: shops sell things that no list holds."""
    parts = (dice.choice(_BEGINNINGS) + dice.choice("aeiou") for _ in range(dice.choice((2, 2, 3))))
    return "".join(parts) + dice.choice(("", "", "n", "s", "r", "x", "l", "t"))


def load(language: str) -> Grammar:
    """Read a language's patterns. Raises ValueError for a list that nobody wrote."""
    lists: dict[str, tuple[str, ...]] = {}
    sections: dict[tuple[str, str, int], list[str]] = {}
    at: list[str] = []
    for line in (FOLDER / f"{language}.txt").read_text().splitlines():
        found = _SECTION.fullmatch(line)
        if found:
            at = sections.setdefault((found[1], found[2], int(found[3])), [])
        elif line.startswith("= "):
            name, _, values = line.removeprefix("= ").partition(": ")
            lists[name] = tuple(value.strip() for value in values.split(";"))
        elif line and not line.startswith("#"):
            at.append(line)
    grammar = Grammar(lists, tuple(Section(*key, tuple(rows)) for key, rows in sections.items()))
    _check(grammar)
    return grammar


def _check(grammar: Grammar) -> None:
    written = [row for section in grammar.sections for row in section.patterns]
    written += [value for values in grammar.lists.values() for value in values]
    unknown = {name for row in written for name in _SLOT.findall(row)} - grammar.lists.keys()
    if unknown:
        raise ValueError(f"no such lists: {sorted(unknown)}")
