"""Where somebody lives, as people write it in English, Portuguese, Spanish and German: found in words and taken out."""

from __future__ import annotations

import re

_NUMBER = r"(?:n[º°.]?\s*)?\d{1,5}[A-Za-z]?"
_NO_NUMBER = r"s/n[º°.]?|sem n[uú]mero|sin n[uú]mero"
# "2 of the street style hoodies" is no address.
_NAME = r"(?!(?:of|the|in|a|an|to|for|from|with|and|or|x|em|de|e|y|o|com|con|pairs?|pieces?)\b)[\w'\u2019.ºª]+"
_LINK = r"(?:d[aeo]s?|del|la|las|los|el|e|y)"
_CAPITAL = r"(?-i:[A-ZÀ-Þ][\w'\u2019.-]*)"
_UNIT = r"(?:[gtm]b|[kmc]?[gml]|mm|[mc]l|inch(?:es)?|pol)\b"
# By the way that goods come or are paid: "via pix", "via Correios".
_NO_WAY = r"(?!\s+(?:pix|boleto|cart|card|app|e-?mail|site|web|whats|correios|sedex|dhl|ups|link))"

_BEFORE = re.compile(  # Rua das Flores, 123 · Calle Mayor 5 · Av. Paulista 1000 · Rua Augusta s/n
    r"\b(?:(?:rua|r\.|avenida|av\.?|alameda|travessa|rodovia|estrada|calle|carrera|cra\.?|paseo|plaza|pra[çc]a|camino)"
    rf"|c/(?=\s*{_CAPITAL})|(?-i:V[ií]a){_NO_WAY})"
    rf"\s*(?:{_LINK}\s+){{0,2}}(?<=[\s/]){_NAME}(?:\s+(?:{_LINK}|{_NAME})){{0,5}}?\s*,?\s*(?:{_NUMBER}\b|{_NO_NUMBER})",
    re.IGNORECASE,
)
_AFTER = re.compile(  # 12 Main Street · 221B Baker St
    rf"\b\d{{1,5}}[A-Za-z]?\s+(?!{_UNIT}){_NAME}(?:\s+{_NAME}){{0,4}}?\s+"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd)\b\.?",
    re.IGNORECASE,
)
# Words that mean other things as well stand behind names: 5 Park Place, but not "2 of this way".
_AFTER_NAMES = re.compile(
    rf"\b\d{{1,5}}[A-Za-z]?\s+(?!{_UNIT})(?!(?:hard|flash|usb|pen|disk|external|portable)\b)"
    rf"{_CAPITAL}(?:\s+(?!(?:hard|flash|usb|pen|disk|external|portable)\b){_CAPITAL}){{0,3}}?\s+"
    r"(?:drive|dr|court|ct|square|sq|terrace|way|place|pl|close|crescent|gardens)\b\.?",
    re.IGNORECASE,
)
_GERMAN = re.compile(  # Hauptstraße 12 · Berliner Str. 5a · Am Goetheplatz 3
    r"(?<![\w-])(?:[\w-]{2,40}(?:stra(?:ß|ss)e|str\.|gasse|allee|platz|weg)|[\w-]{1,40}\s+(?:stra(?:ß|ss)e|str\.))"
    r"\s*,?\s*\d{1,4}\s?(?:[a-h]\b)?",
    re.IGNORECASE,
)
_BRAZILIAN = re.compile(  # Quadra 3 Lote 5 · QD 12, Conj. B casa 4 · SQN 210 Bloco B
    r"\b(?:quadra|qd\.?|q\.)\s*\w{1,4}\s*,?\s*(?:conjunto|conj\.?|bloco|bl\.?|lote|lt\.?|casa)\s*\w{1,4}\b"
    r"(?:\s*,?\s*(?:lote|lt\.?|casa|bloco|bl\.?)\s*\w{1,4}\b)*"
    r"|\b(?:sqn|sqs|shis|shin|cln|cls|scln|scs|scn)\s*\d{1,3}\b(?:\s*,?\s*(?:bloco|bl\.?|conj\.?|casa)\s*\w{1,3}\b)*",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"\b(?:p\.?\s?o\.?\s?box|post office box|caixa postal|cx\.?\s?postal|apartado(?:\s+(?:de\s+correos|postal))?|postfach)"
    r"\s*(?:n[º°.o]?\s*)?\d{1,6}\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:apt|apartment|flat|suite|apto|apartamento|bloco|depto|departamento|piso)\.?\s*\d{1,4}\w?\b",
    re.IGNORECASE,
)
_ALL = (_BOX, _BRAZILIAN, _BEFORE, _AFTER, _AFTER_NAMES, _GERMAN, _FLAT)


def without_addresses(text: str) -> str:
    """Return the text with a sign in the place of each address."""
    for pattern in _ALL:
        text = pattern.sub("[address]", text)
    return text
