"""Who a shopper is does not go to a language model."""

from __future__ import annotations

import pytest

from agentpay_plugin.language.masking import cut, masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("mail me at ada.lovelace+shop@example.co.uk please", "ada.lovelace"),
        ("call +55 11 91234-5678", "91234"),
        ("call (11) 91234-5678", "91234"),
        ("call 555-123-4567", "555-123"),
        ("my CPF is 529.982.247-25", "529"),
        ("my CPF is 52998224725", "529"),
        ("CNPJ 12.ABC.345/01DE-35", "12.ABC"),
        ("card 4242 4242 4242 4242", "4242"),
        ("card 4242424242424242", "4242"),
        ("send it to Rua das Flores, 123", "Flores"),
        ("send it to Av. Paulista 1000 apto 45", "Paulista"),
        ("moro na rua augusta nº 500", "augusta"),
        ("vivo en Calle Mayor 5", "Mayor"),
        ("I live at 221B Baker Street, London", "Baker"),
        ("12 main st", "main"),
        ("CEP 01310-100", "01310"),
    ],
)
def test_hides_who_somebody_is(text: str, hidden: str) -> None:
    assert hidden not in masked(text)
    assert "[" in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "two tees in size 42 for 199.90",
        "order 10482",
        "I want 3 of them in 2 colours",
        "does it come in 100 % cotton?",
        "a street style hoodie",
        "quero 2 camisetas tamanho M",
    ],
)
def test_leaves_what_the_purchase_is_about(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mi NIE es X1234567L gracias", "mi NIE es [number] gracias"),
        ("nie x-1234567-l", "nie [number]"),
        ("DNI 12345678Z", "DNI [number]"),
        ("12.345.678-Z", "[number]"),
        ("RFC GOMC850315AB1", "RFC [number]"),
        ("mi rfc es xaxx010101000", "mi rfc es [number]"),
        ("CURP GOMC850315HDFRRN09", "CURP [number]"),
        ("passport AB123456", "passport [number]"),
        ("my passport number is C01X00T47", "my passport number is [number]"),
        ("pasaporte: AAB 123456", "pasaporte: [number]"),
        ("ssn 123-45-6789", "ssn [number]"),
        ("write to ada @ example.com please", "write to [e-mail] please"),
        ("ada (at) example (dot) com", "[e-mail]"),
        ("ada arroba gmail ponto com", "[e-mail]"),
        ("ada at gmail.com", "[e-mail]"),
        ("Quadra 3 Lote 5", "[address]"),
        ("QD 12, Conj. B casa 4", "[address]"),
        ("Rua Augusta s/n", "[address]"),
        ("moro na Rua das Flores, sem número", "moro na [address]"),
        ("PO Box 123", "[address]"),
        ("caixa postal 77", "[address]"),
        ("Hauptstraße 12", "[address]"),
        ("Berliner Str. 5a", "[address]"),
        ("5 Park Place", "[address]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [number]"),
        ("GB29 NWBK 6016 1331 9268 19 thanks", "[number] thanks"),
        ("de89370400440532013000", "[number]"),
        ("4242/4242/4242/4242", "[number]"),
        ("4242 - 4242 - 4242 - 4242", "[number]"),
        ("4242\u28004242\u200d42424242", "[number]"),
        ("06 12 34 56 78", "[number]"),
        ("CNPJ 11.222.333/0001-81", "CNPJ [number]"),
    ],
)
def test_papers_accounts_and_addresses_of_our_countries(text: str, told: str) -> None:
    assert masked(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A4 paper",
        "12 x 500 ml",
        "iPhone 15 Pro 256",
        "128 256 or 512 GB",
        "Canon EOS R5 24-105mm",
        "sizes 36 37 38 39 40",
        "tamanhos 36-38-40-42",
        "199.90 299.90",
        "500-1000 ml",
        "between 1000-1500 reais",
        "budget 1000-2000",
        "R$ 1.299.000",
        "2 @ 19.90",
        "I want it by 2026-12-24",
        "I want 2 of the street style hoodies",
        "3 pairs of this place",
        "2 TB Hard Drive",
        "pago via pix em 3 vezes",
        "camiseta c/ bolso 2",
        "tênis para quadra 42",
        "us10 size good blue",
        "capa para passaporte 10 x 14 cm",
        "model ABC-123456",
        "spring 12",
    ],
)
def test_sizes_prices_and_models_are_told(text: str) -> None:
    assert masked(text) == text


def test_says_where_it_cut() -> None:
    assert cut("x" * 50, 20) == "x" * 16 + " […]"
    assert cut("short", 20) == "short"
