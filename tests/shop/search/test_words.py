"""Words made comparable, what goods are called, slips of the pen, colours and sizes."""

from __future__ import annotations

import pytest

from agentpay_plugin.shop.search.colors import has_color
from agentpay_plugin.shop.search.dictionary import dictionary, known_words
from agentpay_plugin.shop.search.sizes import is_size, size_in
from agentpay_plugin.shop.search.terms import any_of, terms_of
from agentpay_plugin.shop.search.typos import nearest, slip_count
from agentpay_plugin.shop.search.words import forms, split


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dress", "dresses"),
        ("box", "boxes"),
        ("candle", "candles"),
        ("accessory", "accessories"),
        ("pantalon", "pantalones"),
        ("luz", "luces"),
        ("botao", "botoes"),
        ("jornal", "jornais"),
        ("rojo", "rojas"),
        ("vermelho", "vermelha"),
    ],
)
def test_number_and_gender_make_no_difference(one: str, other: str) -> None:
    assert forms(one) & forms(other)


@pytest.mark.parametrize(("one", "other"), [("cap", "capa"), ("dress", "dre"), ("mug", "rug")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


def test_words_are_split_and_folded_with_what_belongs_together() -> None:
    assert split("The T-Shirt, um Boné & 2 lãs") == ("the", "tshirt", "um", "bone", "2", "lana")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("camisetas", "tshirt"),
        ("fones de ouvido", "headphone"),
        ("zumos", "juice"),
        ("gift vouchers", "gift card"),
        ("flip flops", "sandal"),
    ],
)
def test_the_dictionary_knows_goods_in_three_languages(text: str, thing: str) -> None:
    (term,) = terms_of(text)

    assert (thing.split(" ") == list(term.names[0])) or tuple(thing.split(" ")) in term.names


def test_all_kinds_are_things_that_are_named() -> None:
    words = dictionary()
    kinds = {kind for each in words.kinds.values() for kind in each}

    assert kinds | set(words.kinds) <= set(words.named)


def test_a_broad_word_stands_for_its_kinds() -> None:
    (term,) = terms_of("soft drinks")

    assert term.said == ("soft", "drinks")
    assert ("juice",) in term.kinds
    assert ("juice",) not in term.names


def test_the_shop_is_asked_for_the_singular_too() -> None:
    assert {"monospaces", "monospace"} <= set(any_of(terms_of("monospaces")))


def test_what_is_asked_of_the_shop_is_bounded() -> None:
    assert len(terms_of(" ".join(f"word{n}" for n in range(50)))) == 8
    assert len(any_of(terms_of("clothes shoes bags accessories homeware gifts"))) == 40


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hoddie", "hoodie"),
        ("shrit", "shirt"),
        ("sneekers", "sneakers"),
        ("headfones", "headphones"),
        ("mugg", None),  # a mug or a muggy?
        ("xyzzyplugh", None),
        ("cat", None),
        ("42000", None),
    ],
)
def test_slips_are_borne_where_only_one_word_is_near(word: str, meant: str | None) -> None:
    known = {"hoodie", "shirt", "sneakers", "headphones", "muggs", "muggy", "cap"}

    assert nearest(word, known) == meant


def test_a_swap_of_two_letters_is_one_slip() -> None:
    assert slip_count("shrit", "shirt", 2) == 1
    assert slip_count("abcdef", "uvwxyz", 2) == 3


def test_a_known_word_is_never_taken_for_another() -> None:
    assert terms_of("rug")[0].spelled == ()
    assert terms_of("boots")[0].spelled == ()
    assert "boot" in known_words()


@pytest.mark.parametrize(
    ("text", "color", "expected"),
    [
        ("Azul-marinho", "navy", True),
        ("Azul-marinho", "blue", True),
        ("Blue", "navy", False),
        ("Negro", "black", True),
        ("Vinho tinto", "red", False),
    ],
)
def test_a_shade_passes_for_its_colour(text: str, color: str, expected: bool) -> None:
    assert has_color((text,), color) is expected


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("shirt in size M", "m"),
        ("sneakers, size 42", "42"),
        ("camiseta tamanho GG", "gg"),
        ("zapatillas talla 39.5", "39.5"),
        ("a tee XXL", "xxl"),
        ("a tee in L", "l"),
        ("size 42 or size 43", None),
        ("I'M", None),
        ("size 100%", None),
        ("a mug", None),
    ],
)
def test_sizes_are_read_where_they_are_certain(text: str, size: str | None) -> None:
    assert size_in(text) == size


@pytest.mark.parametrize(
    ("value", "wanted", "expected"),
    [
        ("M", "m", True),
        ("GG", "xl", True),
        ("42", "42", True),
        ("Small", "s", True),
        ("L", "xl", False),
    ],
)
def test_a_size_has_other_names(value: str, wanted: str, expected: bool) -> None:
    assert is_size(value, wanted) is expected
