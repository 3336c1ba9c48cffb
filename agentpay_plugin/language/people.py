"""For whom things are: words for people, by what we call them. None of them names goods."""

from __future__ import annotations

import re

from agentpay_plugin.language.words import fold

PEOPLE = {
    "a woman": "woman|women|wife|mother|mum|mom|girlfriend|aunt|grandmother|grandma|sister|mulher|esposa|mae|namorada|tia|avo materna"
    r"|irma|mujer|madre|mama|novia|abuela|hermana",
    "a man": "man|men|husband|father|dad|boyfriend|uncle|grandfather|grandpa|brother|homem|marido|pai|namorado|tio|irmao|hombre"
    r"|esposo|padre|papa|novio|abuelo|hermano",
    "a girl": "girl|daughter|niece|menina|filha|sobrinha|nina|hija|sobrina",
    "a boy": "boy|son|nephew|menino|filho|sobrinho|nino|hijo|sobrino",
    "a baby": "baby|newborn|bebe|recem-nascido|recien nacido",
    "a child": "kids?|child|children|crianca|criancas|infantil",
    "themselves": "me|myself|mim|mi mismo|mi misma",
}
_PERSON = re.compile(
    rf"(?:{'|'.join(PEOPLE.values())}|bf|gf|hubby|friends?|teacher|boss|colleague|coworker|grandad|granddad|granny|gran|nan|auntie|mother in law|father in law"
    r"|amig[oa]s?|professora?|profesora?|maestr[oa]|colega|chefe|jef[ea]|avo|vo|vovo|marido|noiv[oa]|sogr[oa]|suegr[oa]|primo|prima)"
)


def is_person(mention: str) -> bool:
    """Tell whether a word says for whom something is, and names no goods."""
    return _PERSON.fullmatch(fold(mention)) is not None
