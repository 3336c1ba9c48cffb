"""Finding, suggesting and comparing, in the words of shoppers, on the demo's shop."""

from __future__ import annotations

import pytest

from tests.chat.shopper import Shopper, read

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("locale", "look", "words", "cart"),
    [
        ("en", "tshirts", "I'll take the cheaper one in blue M", "essential-tee-blue-m"),
        ("en", "mugs", "I'd like the first one in red", "camp-mug-red"),
        ("en", "do you have bags?", "I'll go with the backpack, black", "commuter-backpack-black"),
        ("pt-BR", "canecas", "vou querer a primeira, vermelha", "camp-mug-red"),
        ("es", "camisetas", "quiero la segunda en rojo L", "breton-tee-red-l"),
    ],
)
def test_one_of_those_shown_is_bought(locale: str, look: str, words: str, cart: str) -> None:
    shopper = Shopper(locale, None)

    shopper.says(look, words)

    assert shopper.cart() == [(cart, 1)]


@pytest.mark.parametrize(
    ("locale", "look", "words", "answer"),
    [
        ("en", "show me headphones", "how much is the last one", "Drift Wireless Earbuds costs $89.00."),
        ("en", "show me headphones", "and the battery of the first?", "Battery: 40 hours."),
        ("en", "show me headphones", "which is cheaper", "Drift Wireless Earbuds costs least: $89.00, against $149.00."),
        ("en", "sweaters", "which is warmer", "Fjord Sweater: “Knitted from merino wool"),
        ("pt-BR", "fones", "qual tem mais bateria", "Bateria: 8 horas, 32 com o estojo (Fones sem Fio Drift) e 40 horas (Headphones Hush)."),
        ("pt-BR", "canecas", "a primeira tem em azul?", "Sim, Caneca Esmaltada (Azul) está em estoque."),
        ("es", "tazas", "¿la primera viene en azul?", "Sí, Taza Esmaltada (Azul) está disponible."),
        ("es", "auriculares", "diferencia entre los dos?", "Lo más barato es Auriculares Inalámbricos Drift: 89,00 US$, frente a 149,00 US$."),
    ],
)  # fmt: skip
def test_those_shown_are_asked_about(locale: str, look: str, words: str, answer: str) -> None:
    shopper = Shopper(locale, None)
    shopper.says(look)

    told = shopper.says(words)

    assert answer in "\n".join(read(told))
    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "product", "words", "expected", "absent"),
    [
        ("en", "essential-tee", "what would go with it?", ("The shop has no list of what goes with Essential Tee", "Court Sneakers"), "Breton"),
        ("en", "essential-tee", "do you have others like this", ("Breton Striped Tee",), "Essential Tee:"),
        ("en", "essential-tee", "something similar but cheaper?", ("I found nothing like it for less.",), "$32.00"),
        ("en", "oxford-shirt", "too expensive", ("I found nothing like it for less.",), "$59.00"),
        ("en", "linen-shirt", "anything cheaper?", ("Oxford Shirt: $54.00",), "$59.00"),
        ("pt-BR", "linen-shirt", "tem mais barata?", ("Camisa Oxford: R$ 199,90",), "R$ 219,90"),
        ("pt-BR", "essential-tee", "o que combina com ela?", ("Tênis Court",), "Bretã"),
        ("es", "essential-tee", "¿qué le combina?", ("Zapatillas Court",), "Marinera"),
        ("es", "linen-shirt", "algo parecido pero más barato", ("Camisa Oxford: 54,00 US$",), "59,00 US$"),
    ],
)  # fmt: skip
def test_something_else_is_suggested(
    locale: str, product: str, words: str, expected: tuple[str, ...], absent: str
) -> None:
    told = "\n".join(read(Shopper(locale, product).says(words)))

    for each in expected:
        assert each in told
    assert absent not in told


@pytest.mark.parametrize(
    ("locale", "messages", "expected"),
    [
        ("en", ("shoes between 50 and 100", "only in size 42", "sort by price"), ["The cheapest first:", "Shore Sandals: $59.00", "Court Sneakers: $69.00"]),
        ("en", ("something under 20", "show me more", "show me more", "show me more"), ["That is all there is of that."]),
        ("en", ("cheapest mug",), ["The cheapest first:", "Enamel Camp Mug: $16.00"]),
        ("en", ("mugs", "and in green?"), ["I found this:", "Dipped Stoneware Mug: $22.00"]),
        ("pt-BR", ("moletom", "e em vermelho?"), ["Encontrei isto:", "Moletom Harbor: R$ 249,90"]),
        ("pt-BR", ("qual o produto mais caro da loja",), ["Do mais caro ao mais barato:", "Relógio Inteligente Orbit: R$ 749,90"]),
        ("es", ("zapatillas entre 50 y 120", "ordénalas por precio"), ["De más barato a más caro:", "Zapatillas Court: 69,00 US$"]),
        ("en", ("any promotions?",), ["These cost less than before:", "Breton Striped Tee: $32.00"]),
    ],
)  # fmt: skip
def test_what_is_looked_for_is_narrowed_and_sorted(
    locale: str, messages: tuple[str, ...], expected: list[str]
) -> None:
    assert read(Shopper(locale, None).says(*messages))[: len(expected)] == expected


@pytest.mark.parametrize(
    ("locale", "product", "words", "answer"),
    [
        ("en", "fjord-sweater", "is this warm enough for winter?", "The description says: “Warm, light, does not itch.”"),
        ("en", "fjord-sweater", "does it itch?", "The description says: “Warm, light, does not itch.”"),
        ("en", "camp-mug", "is it dishwasher safe?", "Care: Dishwasher safe."),
        ("en", "camp-mug", "microwave safe?", "The shop does not say that of Enamel Camp Mug. I can ask a person for you."),
        ("pt-BR", "fjord-sweater", "pinica?", "A descrição diz: “Quente, leve e não pinica.”"),
        ("pt-BR", "dusk-lamp", "vem com lampada?", "A descrição diz: “Lâmpada LED inclusa.”"),
        ("es", "slow-candle", "cuantas horas dura?", "La descripción dice: “Arde unas 40 horas.”"),
        ("es", "straight-jeans", "son elasticos?", "Eso la tienda no lo dice de Vaqueros Rectos."),
    ],
)  # fmt: skip
def test_what_a_product_is_like_is_quoted_or_not_claimed(
    locale: str, product: str, words: str, answer: str
) -> None:
    assert read(Shopper(locale, product).says(words))[0].startswith(answer)


@pytest.mark.parametrize(
    ("locale", "words", "nothing"),
    [
        ("en", "anything vegan?", "I found nothing for “vegan”."),
        ("pt-BR", "tem algo vegano?", "Não encontrei nada para “vegano”."),
        ("es", "¿tienen algo vegano?", "No he encontrado nada para “vegano”."),
    ],
)
def test_what_is_not_found_is_said_with_what_there_is(
    locale: str, words: str, nothing: str
) -> None:
    told = read(Shopper(locale, None).says(words))

    assert told[0].startswith(nothing)
    assert any(one in told[1] for one in ("T-shirts, Shirts", "Camisetas, Camisas"))


@pytest.mark.parametrize(
    ("locale", "said", "absent"),
    [
        ("en", ("gift ideas for a tea lover", "not tea though, he has enough of it"), "Tea"),
        ("en", ("mugs", "anything but mugs"), "Mug"),
        ("pt-BR", ("algo pra quem gosta de chá", "menos chá, ele já tem mto"), "Chá"),
        ("es", ("café", "para mi madre algo que no sea cafe"), "Café"),
    ],
)
def test_what_is_not_wanted_is_not_shown(locale: str, said: tuple[str, ...], absent: str) -> None:
    shopper = Shopper(locale, None)
    *before, last = said
    shopper.says(*before)

    told = read(shopper.says(last))

    assert len(told) > 3
    assert not any(absent in one for one in told)


@pytest.mark.parametrize("said", ["no homework please", "not sunday"])
def test_what_is_not_wanted_and_is_no_goods_changes_nothing_on_the_screen(said: str) -> None:
    shopper = Shopper("en", None)
    shopper.says("mugs")

    told = read(shopper.says(said))

    assert not any("$" in one for one in told)


@pytest.mark.parametrize(
    ("locale", "product", "words", "cart"),
    [
        ("en", "slow-candle", "2 blue camp mugs and a cedar candle", [("slow-candle-cedar", 1), ("camp-mug-blue", 2)]),
        ("es", "puddle-boots", "unas amarillas 25 y unas azules 27", [("puddle-boots-yellow-25", 1)]),
        ("pt-BR", "puddle-boots", "uma amarela 25 e uma azul 27", [("puddle-boots-yellow-25", 1)]),
        ("en", "camp-mug", "do you have it in blue and red", []),
    ],
)  # fmt: skip
def test_nothing_is_put_into_the_cart_but_what_was_said(
    locale: str, product: str, words: str, cart: list[tuple[str, int]]
) -> None:
    shopper = Shopper(locale, product)

    shopper.says(words)

    assert shopper.cart() == cart


@pytest.mark.parametrize(
    ("locale", "said", "expected"),
    [
        ("en", ("lamp", "fine, the candle"), "Slow Candle: $24.00"),
        ("en", ("kids boots size 28",), "Would you like Kids' Puddle Boots (Red / 28) for $34.00? I can put it in your cart."),
        ("pt-BR", ("tenis 40",), "Tênis Court: R$ 259,90"),
        ("pt-BR", ("pro meu pai um café",), "Café Minas, Origem Única: de R$ 46,90 a R$ 135,90"),
        ("en", ("laptop",), "I found nothing for “laptop”. Try other words, or ask for a person."),
        ("es", ("portatil",), "Esto es lo que más se acerca:"),
        ("en", ("essential tee black L", "that's all"), "Would you like Essential Tee (Black / L) for $24.00? I can put it in your cart."),
        ("en", ("candles and a laptop",), "I found nothing for “laptop”. Try other words, or ask for a person."),
    ],
)  # fmt: skip
def test_fragments_are_looked_for(locale: str, said: tuple[str, ...], expected: str) -> None:
    shopper = Shopper(locale, None)
    *before, last = said
    if before:
        shopper.says(*before)

    assert expected in read(shopper.says(last))
    assert shopper.cart() == []


def test_words_that_only_sound_like_a_payment_are_not_answered_with_an_order() -> None:
    shopper = Shopper("en", None)
    shopper.says("socks")

    told = read(shopper.says("no wait he is 42"))

    assert not any("order" in one for one in told)


@pytest.mark.parametrize(
    ("locale", "look", "words", "expected"),
    [
        ("es", "auriculares", "los segundos", "Auriculares Hush: 149,00 US$"),
        ("pt-BR", "canecas", "as segundas", "Caneca de Cerâmica: R$ 79,90"),
        ("en", "court sneakers", "no, show me hoodies instead", "Harbor Hoodie: $68.00"),
    ],
)
def test_hurried_follow_ups_are_understood(
    locale: str, look: str, words: str, expected: str
) -> None:
    shopper = Shopper(locale, None)
    shopper.says(look)

    assert expected in read(shopper.says(words))


@pytest.mark.parametrize(
    ("locale", "said", "cart"),
    [
        ("en", ("jeans 32", "blue", "2"), [("straight-jeans-blue-32", 2)]),
        ("es", ("vestido para mi hija talla M", "verde"), [("garden-dress-green-m", 1)]),
        ("pt-BR", ("calça jeans 32", "azul"), [("straight-jeans-blue-32", 1)]),
    ],
)
def test_a_size_that_was_looked_for_is_kept(
    locale: str, said: tuple[str, ...], cart: list[tuple[str, int]]
) -> None:
    shopper = Shopper(locale, None)

    shopper.says(*said)

    assert shopper.cart() == cart


@pytest.mark.parametrize(
    ("locale", "words", "expected"),
    [
        ("en", "what's the total incl delivery", "Standard: $5.00, 3 to 5 days."),
        ("en", "any hidden costs?", "Standard: $5.00, 3 to 5 days."),
        ("pt-BR", "tem custos escondidos?", "Entrega econômica: R$ 19,90, de 5 a 9 dias."),
        ("es", "hay gastos ocultos?", "Envío estándar: 5,00 US$, de 3 a 5 días."),
    ],
)
def test_what_comes_on_top_is_told_before_anything_is_bought(
    locale: str, words: str, expected: str
) -> None:
    shopper = Shopper(locale, "linen-shirt")

    assert expected in read(shopper.says(words))
