"""Rules for what is no matter of goods: the world, languages, other people's data, buttons, bargains; and what went wrong."""

from __future__ import annotations

import re

from agentpay_plugin.conversation.reading import Intent, Subject, Topic, Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.words import fold

_SUBJECTS = (
    ("talks_secrets", Subject.SECRETS),
    ("talks_languages", Subject.LANGUAGES),
    ("talks_buttons", Subject.BUTTONS),
    ("talks_calls", Subject.CALLS),
    ("talks_bargain", Subject.BARGAIN),
    ("talks_world", Subject.WORLD),
)
_TOPICS = (
    ("asks_privacy", Topic.PRIVACY),
    ("asks_invoice", Topic.INVOICE),
    ("asks_terms", Topic.TERMS),
)
_NUMBER = r"\d[\d.,]*\s?(?:%|percent|por ?cento|por ?ciento)?"
_ASKS_SUM = (
    r"(?:(?:how much|what|whats|what's) (?:is|are|does)|calculate|work out|quanto (?:e|da|fica|seria|sao)|calcul[ae]\w*"
    r"|cuanto (?:es|da|son|seria))[\s:]*"
)
_WORDED = r"(?:of|plus|minus|times|\*|\+|divided by|mais|menos|vezes|dividido (?:por|entre)|mas)"
# "how much is 15% of 230", "cuanto es 18 x 25"; sizes such as "90 x 200" are asked for with more words.
_SUM = re.compile(
    rf"{_ASKS_SUM}{_NUMBER}\s*(?:{_WORDED}|de|del|x|/|-|por|entre)\s*\d[\d.,]*(?: make)?[\s=]*"
)
# Of a product in focus the others may ask the price: "how much is 2 x 500 ml", "2 por 1".
_PLAIN_SUM = re.compile(rf"{_ASKS_SUM}{_NUMBER}\s*{_WORDED}\s*\d[\d.,]*(?: make)?[\s=]*")
_HAS_AMOUNT = re.compile(r"\d")
# Words of languages that are not ours, folded; none is a word of ours.
_ELSEWHERE = re.compile(
    r"\b(?:bonjour|bonsoir|je|voudrais|combien|avez|vous|pouvez|cherche|livraison|commande|merci|beaucoup|parlez|francais|coute"
    r"|est-ce|quel|quelle|prix|acheter|taille|avec|pour|une|bleu|payer|livrez|puis-je|peut"
    r"|hallo|guten|tag|ich|mochte|wo|meine|bestellung|danke|bitte|haben|sie|wie|viel|kostet|suche|und|eine|sprechen|deutsch"
    r"|kann|mit|lange|dauert|versand|nach|bezahlen|kaufen|gibt|wann|ist|lieferung|grosse"
    r"|buongiorno|ciao|vorrei|grazie|dove|dov|il|avete|ordine|parlate|cerco|spedizione|parla|maglietta|magliette"
    r"|comprare|acquistare|questo|questa|sono|disponibile|taglia|costano|spedite"
    r"|dzien|dobry|ile|kosztuje|prosze|szukam|zamowienie|gdzie|moje|czy|macie|jest|hoeveel|graag|waar|mijn|bestelling|heeft|ik"
    r"|een|jullie|verzending)\b"
)
_FEW = 2


def talk_of(heard: Heard) -> Meaning | None:
    """Return what is spoken of beside goods and orders."""
    if _is_sum(heard):
        return _talk(Subject.WORLD)
    subject = next((subject for name, subject in _SUBJECTS if heard.says(name)), None)
    if subject is None and _HAS_AMOUNT.search(heard.words.text) and heard.says("offers_amount"):
        subject = Subject.BARGAIN
    names_goods = heard.speaks_of_options or heard.promo_code is not None
    if subject in (Subject.BARGAIN, Subject.LANGUAGES) and names_goods:
        return None  # "English" may be a book's language
    return _talk(subject) if subject else None


def of_terms(heard: Heard) -> Meaning | None:
    """Return what only the merchant can tell: privacy, invoices, who may buy."""
    topic = next((topic for name, topic in _TOPICS if heard.says(name)), None)
    if topic is None:
        return None
    return Meaning(Intent.GENERAL, 0.85, f"asks the shop about {topic}", Wish.ASK, topic)


def trouble(heard: Heard) -> Meaning | None:
    """Goods that came broken, wrong or not at all, and what is to go back; money that was taken wrongly."""
    if heard.says("charged_wrong"):
        why = "had money taken wrongly"
        return Meaning(Intent.PAYMENT_CONFIRMATION, 0.9, why, Wish.TROUBLE, Topic.PAYMENT)
    if heard.says("came_wrong"):
        why = "got something broken or wrong"
        return Meaning(Intent.GENERAL, 0.85, why, Wish.TROUBLE, Topic.RETURNS)
    if heard.says("goods_missing"):
        why = "misses some of what was ordered"
        return Meaning(Intent.GENERAL, 0.85, why, Wish.TROUBLE, Topic.OTHER)
    return None


def complaint(heard: Heard) -> Meaning | None:
    """Somebody is angry about how they were treated, and asks for nothing."""
    if heard.says("complains") and not heard.speaks_of_options:
        return Meaning(Intent.GENERAL, 0.9, "complains", Wish.COMPLAIN)
    return None


def order_change(heard: Heard) -> Meaning | None:
    """An order that is placed is to be another: only while no cart is under way that could be meant."""
    if heard.context.cart is not None and heard.context.cart.lines:
        return None
    if heard.says("changes_address"):
        why = "gives another address"
        return Meaning(Intent.GENERAL, 0.8, why, Wish.CHANGE_ORDER, Topic.DELIVERY)
    if heard.says("changes_order"):
        return Meaning(Intent.GENERAL, 0.9, "wants a placed order changed", Wish.CHANGE_ORDER)
    return None


def is_foreign(text: str) -> bool:
    """Tell whether a message is in a language that is none of ours, by its letters or its words."""
    letters = [one for one in text if one.isalpha()]
    strange = sum(not fold(one).isascii() for one in letters)
    return strange * 2 > len(letters) > 1 or len(set(_ELSEWHERE.findall(fold(text)))) >= _FEW


FOREIGN = Meaning(
    Intent.GENERAL, 0.6, "is in another language", Wish.TALK, subject=Subject.LANGUAGES
)


def _is_sum(heard: Heard) -> bool:
    pattern = _SUM if heard.context.product is None else _PLAIN_SUM
    return pattern.fullmatch(fold(heard.words.text.strip(" ¿?¡!."))) is not None


def _talk(subject: Subject) -> Meaning:
    return Meaning(Intent.GENERAL, 0.95, f"speaks of {subject}", Wish.TALK, subject=subject)
