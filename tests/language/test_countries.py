import pytest

from agentpay_plugin.language.countries import country_in


@pytest.mark.parametrize(
    ("text", "locale", "code"),
    [
        ("do you ship to Germany?", "en", "DE"),
        ("shipping to the USA", "en", "US"),
        ("deliver in the uk pls", "en-GB", "GB"),
        ("Do you deliver to South Korea", "en", "KR"),
        ("vocês entregam na Alemanha?", "pt-BR", "DE"),
        ("¿envían a México?", "es", "MX"),
        ("envian a mexico", "es", "MX"),
        ("to France or Spain?", "en", None),
        ("do you ship it to us?", "en", None),
        ("in germanyland", "en", None),
        ("", "en", None),
    ],
)
def test_finds_the_one_country_that_is_named(text: str, locale: str, code: str | None) -> None:
    assert country_in(text, locale) == code
