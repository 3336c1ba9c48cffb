"""The nearest of known words to one that is spelled otherwise."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 4  # letters: any other word is near a shorter one
_LONG = 8  # letters: two slips are borne in these


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a folded word is a slip of; None where there is none, or where several are."""
    if len(word) < _SHORTEST or not word.isalpha():
        return None
    slips = 2 if len(word) >= _LONG else 1
    near = ((slip_count(word, each, slips), each) for each in known if _may_be(word, each, slips))
    found = sorted(each for each in near if each[0] <= slips)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def slip_count(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped; `most` + 1 stands for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row, two_before = row, [at], before
        before = last
        for to, wanted in enumerate(other, 1):
            cost = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, two_before[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _may_be(word: str, known: str, slips: int) -> bool:
    """Leave out at once what is too long, too short, or begins otherwise: nobody slips on the first letter."""
    return word[0] == known[0] and len(known) >= _SHORTEST and abs(len(word) - len(known)) <= slips
