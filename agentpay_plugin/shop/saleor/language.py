"""From a conversation's locale to Saleor's LanguageCodeEnum (the same 779 names in 3.21 to 3.24)."""

from __future__ import annotations

# The languages that shops translate into, of those Saleor knows; regions only where the words differ.
_LANGUAGES = frozenset(
    """
    AF AM AR AS AZ BE BG BN BO BR BS CA CS CY DA DE EL EN EO ES ET EU FA FI FIL FO FR FY GA GD
    GL GSW GU HA HE HI HR HU HY ID IS IT JA KA KK KM KN KO KU KY LB LO LT LV MI MK ML MN MR MS
    MT MY NB NE NL NN OR PA PL PS PT RM RO RU RW SI SK SL SO SQ SR SV SW TA TE TG TH TK TR TT
    UG UK UR UZ VI XH YI YO ZH ZU
    """.split()  # noqa: SIM905
)
_REGIONAL = frozenset({"PT_BR", "ZH_HANS", "ZH_HANT"})
DEFAULT = "EN"


def language_code(locale: str) -> str:
    """Return the enum's name for a BCP 47 locale, such as PT_BR for pt-BR; English for one it does not have."""
    parts = locale.replace("_", "-").upper().split("-")
    regional = "_".join(parts[:2])
    if regional in _REGIONAL:
        return regional
    return parts[0] if parts[0] in _LANGUAGES else DEFAULT
