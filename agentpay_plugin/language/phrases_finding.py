"""English words of looking for goods."""

from __future__ import annotations

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.msgids import Words, gettext_noop, ngettext

FINDING: dict[Say, Words] = {
    # Translators: {name} is a category or a collection of the shop: In Summer Picks there is:
    Say.FOUND_IN_GROUP: gettext_noop("In {name} there is:"),
    Say.FOUND_NEAREST: ngettext("This comes nearest:", "These come nearest:"),
    # Translators: {words} is the spelling that a misspelled word was taken for.
    Say.TAKEN_FOR: gettext_noop("I looked for “{words}”."),
    # Translators: {words} is a colour as the shopper wrote it.
    Say.NONE_IN_COLOR: gettext_noop("I found none in {words}."),
    Say.NONE_IN_SIZE: gettext_noop("I found none in size {words}."),
    # Translators: {words} names goods; none of those keeps to the price, the colour or the size that was asked for.
    Say.NONE_OF_IT_FITS: gettext_noop("“{words}”: there are some, but none that fits."),
    Say.NONE_IN_STOCK: gettext_noop("None of them is in stock right now."),
    # Translators: {most} is an amount of money.
    Say.NONE_SO_CHEAP: gettext_noop("I found none for {most} or less."),
    Say.NONE_SO_DEAR: gettext_noop("I found none for {least} or more."),
    Say.NONE_BETWEEN: gettext_noop("I found none between {least} and {most}."),
    # Translators: {currency} is a code such as USD.
    Say.OTHER_CURRENCY: gettext_noop(
        "Prices here are in {currency}, so I could not hold them to the amount you named."
    ),
    # Translators: {title} is the title of a page of the shop, {words} are quoted from it.
    Say.PAGE_SAYS: gettext_noop("From the page “{title}”: {words}"),
    Say.SHOP_SAYS: gettext_noop("{words}"),
    Say.WE_SELL: gettext_noop("You find here: {values}. What are you looking for?"),
    # Translators: {values} are names of collections, such as Summer Picks.
    Say.OUR_COLLECTIONS: gettext_noop("There are also collections: {values}."),
    Say.NOT_REDUCED: gettext_noop("I know of no discount on {product} right now."),
    Say.NO_GROUPS: gettext_noop("Tell me what you are looking for and I show you what there is."),
    Say.SUGGESTED: gettext_noop("How about one of these?"),
    Say.COMPARED: gettext_noop(
        "Which is better depends on what you need. This is how they compare:"
    ),
    # Translators: {price} is the least price, {before} that of the next cheapest one.
    Say.COMPARED_CHEAPEST: gettext_noop("{product} costs least: {price}, against {before}."),
    # Translators: {name} is an attribute such as Material; {values} such as: Linen (Linen Shirt).
    Say.COMPARED_ROW: gettext_noop("{name}: {values}."),
    # Translators: {name} is an attribute such as Material, {values} what all of them have.
    Say.COMPARED_SAME: gettext_noop("{name}: {values}, the same for all."),
    # Translators: {product} costs most of those that are compared.
    Say.COMPARED_DEAREST: gettext_noop("{product} costs most: {price}."),
    Say.COMPARED_SAME_PRICE: gettext_noop("They cost the same."),
    Say.COMPARED_UNTOLD: gettext_noop(
        "The shop does not compare them in that. This is what it says of each:"
    ),
    # Translators: {words} are quoted from the description of {product}.
    Say.DESCRIBED: gettext_noop("{product}: “{words}”"),
    Say.OTHERS_LIKE: gettext_noop("Also in this part of the shop:"),
    Say.MAY_GO_WITH: gettext_noop(
        "The shop has no list of what goes with {product}, but these may:"
    ),
    Say.NO_MORE: gettext_noop("That is all there is of that."),
    Say.NONE_REDUCED: gettext_noop("I know of nothing that is reduced right now."),
    Say.NONE_CHEAPER: gettext_noop("I found nothing like it for less."),
    Say.NOTHING_LIKE: gettext_noop("I found nothing else like it."),
    Say.NOTHING_BESIDE: gettext_noop("The shop does not say what goes with it."),
    Say.CHEAPEST_FIRST: gettext_noop("The cheapest first:"),
    Say.DEAREST_FIRST: gettext_noop("The most expensive first:"),
    Say.REDUCED_NOW: gettext_noop("These cost less than before:"),
    Say.WHICH_OF_THESE: gettext_noop("Which of these do you mean?"),
    # Translators: what the shop does say of {product} follows.
    Say.NOT_SAID: gettext_noop(
        "The shop does not say that of {product}. I can ask a person for you. This is what it says:"
    ),
    Say.OTHERS_IN_STOCK: gettext_noop("This is in stock and comes near:"),
}
