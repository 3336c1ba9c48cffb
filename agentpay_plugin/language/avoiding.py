"""What goods must not be: "anything but mugs", "not tea", "qualquer cor menos preto"."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Intent, Wish
from agentpay_plugin.language import lines
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.slots import find_mention
from agentpay_plugin.language.words import BREAK, read_words

_MOST_WORDS = 3


def avoided(heard: Heard) -> str:
    """Return the goods or the colour that are not wanted, as written; empty where none are named."""
    found = (
        each
        for name in ("avoids_all", "avoids")
        for each in heard.lexicon.patterns[name].finditer(heard.words.plain)
    )
    mentions = (find_mention(heard.words, each, heard.lexicon) for each in found)
    named = (_cut(heard, each) for each in mentions if each)
    return next((one for one in named if one and _may_be_goods(heard, one)), "")


def rather_not(heard: Heard) -> Meaning | None:
    """Something else is wanted than what is named: whatever there is beside it, or the rest of what was found."""
    if not heard.context.is_looking or heard.words.email or heard.promo_code is not None:
        return None
    if heard.is_elsewhere or heard.options.refused or heard.says("buys"):
        return None
    mention = avoided(heard)
    if not mention or lines.named(heard, mention):
        return None
    is_open = heard.says("avoids_all")
    if heard.words.has_question_mark and not is_open:
        return None
    is_color = not _telling(heard, mention)
    is_beside = is_color and _names_more(heard, mention)
    wish = Wish.SUGGEST if is_beside or (is_open and not is_color) else Wish.SEARCH
    why = "wants something else than that"
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, why, wish, avoid=mention)


def _cut(heard: Heard, mention: str) -> str:
    """Return a mention up to the first word of talk: "tea" of "tea though"."""
    lexicon = heard.lexicon
    said = read_words(mention, lexicon)
    talk = lexicon.vocabulary - lexicon.stop - lexicon.colours
    end = next((at for at, word in enumerate(said.items) if word in talk), len(said.items))
    return said.written(0, end)


def _names_more(heard: Heard, mention: str) -> bool:
    """Tell whether goods may be named beside the colour that they must not have: "a sweater, not red"."""
    said = read_words(mention, heard.lexicon).items
    known = heard.lexicon.vocabulary | heard.lexicon.attribute_names | {BREAK}
    rest = (word for word in heard.words.items if word not in said and word not in known)
    return any(not word.isdecimal() for word in rest)


def _telling(heard: Heard, mention: str) -> list[str]:
    """Return the words of a mention that are no colour and carry a meaning of their own."""
    lexicon = heard.lexicon
    spare = lexicon.stop | lexicon.polite | lexicon.articles | lexicon.colours | {BREAK}
    return [word for word in read_words(mention, lexicon).items if word not in spare]


def _may_be_goods(heard: Heard, mention: str) -> bool:
    lexicon = heard.lexicon
    telling = _telling(heard, mention)
    has_color = not lexicon.colours.isdisjoint(read_words(mention, lexicon).items)
    known = lexicon.vocabulary | lexicon.not_goods | lexicon.sizes | lexicon.attribute_names
    is_name = len(telling) <= _MOST_WORDS and known.isdisjoint(telling)
    return is_name and bool(telling or has_color) and not any(map(str.isdecimal, telling))
