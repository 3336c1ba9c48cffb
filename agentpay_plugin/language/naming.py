"""Which of the things that were told a clause speaks of: by their names, their kinds and what tells their variants apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from agentpay_plugin.conversation.facts import Facts, Ware, Way
from agentpay_plugin.language.clauses import Clause
from agentpay_plugin.language.topics import COLLECTED
from agentpay_plugin.language.words import fold


class Things(Protocol):
    """Tells which things a word may be a name of, and on demand also of which kinds those are."""

    def __call__(self, word: str, *, with_kinds: bool = False) -> frozenset[str]: ...


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a word that may name a thing
_CODE = 3  # letters of an option that is written in capitals: XL
_SAID_OF_MANY = _set(
    "the and with for from of in de da do das dos del la las los com con para por size color colour delivery"
    " shipping store entrega envio frete loja tienda retirada"
)
# Nouns that mean whatever is being spoken of.
_ANYTHING = _set(
    "price prices product products item items one ones total cost costs size sizes color colors colour colours"
    " piece pieces first second third other others same whole cheapest only best latter former model version variant"
    " garment order cart money card shop rest option options set most large medium small preco precos produto"
    " produtos item itens valor total tamanho tamanhos cor cores peca pecas primeiro primeira segundo segunda outro"
    " outra outros outras mesmo mesma modelo opcao opcoes pedido carrinho mais unica unico loja grande media medio"
    " pequena pequeno dois duas precio precios producto productos articulo talla tallas prenda color colores pieza"
    " piezas primero segundo otro otra mismo misma opcion opciones carrito tienda grande mediana pequena dos mas"
    " unidad unidades unidade restantes que"
)
_SUBJECT = re.compile(
    r"\b(?:the|this|that|our|your|those|these|all|every|os?|as?|este|esta|esse|essa|nosso|nossa|todos os|todas as|el|la|los|las|ese|esa|nuestro|nuestra|un|una|uma?) ([a-z]{3,})"
)

# An unknown noun right before these is something that has a price of its own.
_PRICED = re.compile(
    r" (?:\w+ )?(?:costs?|sells?|goes for|is (?:only |just )?(?:\d|[$€£r])|custa|sai por|fica (?:em|por)|cuesta|vale|sale por)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a clause names. `is_foreign`: it names goods that nobody told of."""

    wares: tuple[Ware, ...] = ()
    ways: tuple[Way, ...] = ()
    is_foreign: bool = False


class Names:
    """The names of what was told. `things` returns what a word may mean as a name of goods, and the kinds it is of."""

    def __init__(self, facts: Facts, things: Things) -> None:
        self._facts, self._things = facts, things
        self._texts = frozenset(stem(word) for text in facts.texts for word in _words(text))
        self._kinds = {ware.names: self._kinds_of(ware.names) for ware in facts.wares}

    def named(self, clause: Clause, until: int | None = None) -> Named:
        """Return what a clause names, in its words up to `until`."""
        folded = clause.folded[:until]
        words = [stem(word) for word in _words(folded)]
        wares = self._wares(words)
        return Named(wares, self._ways(words, folded), not wares and self._is_foreign(folded))

    def options(
        self, wares: Iterable[Ware], clause: Clause, until: int | None = None
    ) -> tuple[Ware, ...]:
        """Return of some wares those variants that a clause names, or all."""
        wares = tuple(wares)
        # The place in folded text is about that in written text.
        folded = clause.folded[:until]
        scores = {
            ware: sum(_has_option(one, clause.written, folded, until) for one in ware.options)
            for ware in wares
        }
        best = max(scores.values(), default=0)
        return tuple(ware for ware in wares if scores[ware] == best)

    def is_goods(self, word: str) -> bool:
        """Tell whether a word names goods that were told."""
        return any(stem(word) in _naming(*names) for names in self._kinds)

    def same_products(self, last: Named) -> tuple[Ware, ...]:
        """Return all variants of what was named last, else of all that was told."""
        names = {ware.names for ware in last.wares}
        return tuple(ware for ware in self._facts.wares if not names or ware.names in names)

    def has_options(self, wares: Iterable[Ware], clause: Clause) -> bool:
        """Tell whether a clause names a variant."""
        return any(
            _has_option(one, clause.written, clause.folded, None)
            for ware in wares
            for one in ware.options
        )

    def _wares(self, words: list[str]) -> tuple[Ware, ...]:
        scores = {names: self._score(names, words) for names in self._kinds}
        best = max(scores.values(), default=0)
        if not best:
            return ()
        # Two products may be named at once, each by all of its name.
        return tuple(
            ware
            for ware in self._facts.wares
            if (score := scores[ware.names])
            and (score == best or (score >= 1 and self._is_apart(ware.names, words)))
        )

    def _score(self, names: tuple[str, ...], words: list[str]) -> float:
        direct = len(_naming(names[0]) & set(words))
        if direct:
            return direct
        kinds = self._kinds[names]
        return (
            0.5
            if any(self._things(word) & kinds for word in words) or _naming(*names[1:]) & set(words)
            else 0
        )

    def _is_apart(self, names: tuple[str, ...], words: list[str]) -> bool:
        """Tell whether a word is said that names this product alone."""
        others = frozenset(
            word for other in self._kinds if other[0] != names[0] for word in _naming(other[0])
        )
        return bool((_naming(names[0]) - others) & set(words))

    def _ways(self, words: list[str], folded: str) -> tuple[Way, ...]:
        ways = self._facts.ways
        named = tuple(way for way in ways if way.name and _naming(way.name) & set(words))
        if not named and COLLECTED.search(folded):
            return tuple(way for way in ways if way.is_collected)
        return named

    def _is_foreign(self, folded: str) -> bool:
        for match in _SUBJECT.finditer(folded):
            word = stem(match[1])
            if word in self._texts or match[1] in _ANYTHING or word in _ANYTHING:
                continue
            if self._things(match[1]) or _PRICED.match(folded[match.end() :]):
                return True
        return False

    def _kinds_of(self, names: tuple[str, ...]) -> frozenset[str]:
        words = (word for name in names for word in _words(fold(name)))
        return frozenset().union(*(self._things(word, with_kinds=True) for word in words))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a folded word without its plural."""
    if len(word) > _SHORTEST and word.endswith("es") and not word.endswith("ees"):
        return word[:-2]
    bare = (
        word[:-1]
        if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss")
        else word
    )
    return (
        bare[:-1]
        if len(bare) > _SHORTEST and bare.endswith("e") and not bare.endswith("ee")
        else bare
    )


@lru_cache(maxsize=1024)
def _naming(*names: str) -> frozenset[str]:
    words = {word for name in names for word in _words(fold(name))}
    long = {stem(word) for word in words if len(word) >= _SHORTEST and word not in _SAID_OF_MANY}
    return frozenset(long or map(stem, words))


@lru_cache(maxsize=2048)
def _option_pattern(option: str) -> tuple[re.Pattern[str], bool]:
    is_code = len(option) <= _CODE and option.isalpha()
    text = option if is_code else fold(option)
    return re.compile(rf"(?<![\w'\u2019]){re.escape(text)}(?!\w|['\u2019])"), is_code


def _has_option(option: str, written: str, folded: str, until: int | None) -> bool:
    pattern, is_code = _option_pattern(option)
    if is_code and not option.islower():
        return pattern.search(written if until is None else written[: until + _CODE]) is not None
    return pattern.search(folded) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
