"""Which of the merchant's words answer a question, in three languages; nothing rather than what is beside it."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.library import Source, own_answers
from agentpay_plugin.demo.answers import ANSWERS
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from agentpay_plugin.shop.search.library import Article, passages

RETURNS = Article(("Returns",), "Send it back within 30 days.", Source.PAGE)
LONG = Article(
    ("Terms",),
    "\n".join([f"Clause {n} speaks of nothing in particular." for n in range(60)])
    + "\nOur oak boards are treated with linseed oil and dry for a week before they are packed.",
    Source.PAGE,
)


@pytest.mark.parametrize(
    ("locale", "question", "title", "holds"),
    [
        ("en", "can I return something after two weeks?", "Returns & refunds", "30 days"),
        ("en", "do you do exchanges", "Returns & refunds", "30 days"),
        ("en", "which size should I take?", "Size guide", "Chest"),
        ("en", "is there a warranty on your bags?", "Questions & answers", "two years"),
        ("en", "can you gift wrap it?", "Questions & answers", "brown paper"),
        ("en", "when are you open on Sunday?", "Opening hours", "10 to 19"),
        ("en", "where are you located", "Where is your store?", "Jay Street"),
        ("en", "how do I contact you", "How can I reach you?", "hello@shop.example"),
        ("pt", "posso trocar se não servir?", "Trocas e devoluções", "30 dias"),
        ("pt", "quero meu dinheiro de volta", "Trocas e devoluções", "30 dias"),
        ("pt", "qual o horário de funcionamento?", "Horário de funcionamento", "10h"),
        ("pt", "vocês emitem nota fiscal?", "Perguntas frequentes", "nota fiscal"),
        ("es", "¿puedo devolver un producto?", "Cambios y devoluciones", "30 días"),
        ("es", "¿tienen garantía?", "Preguntas frecuentes", "dos años"),
        ("es", "¿dónde está la tienda?", "¿Dónde está la tienda?", "Jay Street"),
        ("fr", "return policy", "Returns & refunds", "30 days"),
    ],
)
def test_questions_find_the_merchants_words(
    locale: str, question: str, title: str, holds: str
) -> None:
    library = SandboxShop(assortment()).library(locale, own_answers(ANSWERS))

    found = library.passages(question, "")

    assert found
    assert found[0].title == title
    assert holds in found[0].words


@pytest.mark.parametrize(
    ("question", "described", "quoted"),
    [
        ("is it warm enough for winter?", "From wool. Warm and light.", "Warm and light."),
        ("does it itch?", "From wool. It is not scratchy.", "It is not scratchy."),
        ("é pesado?", "De lã. Quente e leve.", "Quente e leve."),
        ("¿cuánto mide?", "De lana. Son 130 por 180 cm.", "Son 130 por 180 cm."),
        ("¿abriga?", "De lana. Muy cálido.", "Muy cálido."),
        ("is it waterproof?", "From wool. Warm and light.", None),
        ("does it contain sugar?", "Dark and not bitter.", None),
    ],
)
def test_a_description_is_quoted_where_it_speaks_of_what_is_asked(
    question: str, described: str, quoted: str | None
) -> None:
    found = passages((), question, described=described)

    assert [each.words for each in found] == ([quoted] if quoted else [])


@pytest.mark.parametrize(
    "question",
    [
        "asdf",
        "",
        "???",
        "do you like music?",
        "what is the capital of France?",
        "tell me a joke",
        "qual é o seu time?",
        "me cuenta un chiste",
        "is the moon made of cheese",
    ],
)
def test_what_is_beside_the_question_is_not_told(question: str) -> None:
    for locale in ("en", "pt", "es"):
        library = SandboxShop(assortment()).library(locale, own_answers(ANSWERS))
        assert library.passages(question, "") == ()


def test_the_merchants_own_answer_in_the_shoppers_language_comes_first() -> None:
    answers = own_answers("Can I return it?\nYes.\n[es]\n¿Puedo devolverlo?\nSí.")
    library = SandboxShop(assortment()).library("es", answers)

    assert [each.words for each in library.passages("devolver", "returns")][:2] == ["Sí.", "Yes."]


def test_a_known_topic_counts_more_than_the_words() -> None:
    assert passages((RETURNS,), "and if I do not like it?", "returns")[0].title == "Returns"
    assert passages((RETURNS,), "and if I do not like it?") == ()


def test_of_a_long_text_the_part_that_answers_is_quoted() -> None:
    (found,) = passages(
        (LONG,), "are your oak boards treated with linseed oil in terms of packing?"
    )

    assert found.words.startswith("Our oak boards are treated with linseed oil")
    assert len(found.words) <= 600
