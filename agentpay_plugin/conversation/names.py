"""What products, variants and cart lines are called, and finding them by what was shown."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.goods import Attribute, CartLine, Product, Variant
from agentpay_plugin.conversation.state import Conversation

_FEW = 6  # variants that are named one by one
_DESCRIPTION_LENGTH = 2000
_FOUND_DESCRIPTION_LENGTH = 300


def label(variant: Variant) -> str:
    """Return what tells a variant apart: its attribute values, else its name (never its id)."""
    values = [value for attribute in variant.attributes for value in attribute.values]
    if values:
        return " / ".join(values)
    return "" if variant.name == variant.id else variant.name


def item(product: Product, variant: Variant) -> str:
    """Return the product's name, with the variant's where there are several."""
    return _named(product.name, label(variant) if len(product.variants) > 1 else "")


def line_item(line: CartLine) -> str:
    """Return what a cart line is called."""
    other = line.variant_name not in (line.product_name, line.variant_id)
    return _named(line.product_name, line.variant_name if other else "")


def labels(variants: tuple[Variant, ...]) -> tuple[str, ...]:
    """Return the labels of variants, each once, in their order."""
    return tuple(dict.fromkeys(label(variant) or variant.name for variant in variants))


def choices(variants: tuple[Variant, ...]) -> tuple[str, ...]:
    """Return what there is to choose from: the variants, or only their options where they are many."""
    if len(variants) <= _FEW:
        return labels(variants)
    every = [attribute for variant in variants for attribute in variant.attributes]
    slugs = dict.fromkeys(attribute.slug for attribute in every)
    values = (value for slug in slugs for one in every if one.slug == slug for value in one.values)
    return tuple(dict.fromkeys(values)) or labels(variants)[:_FEW]


def nearest(variants: tuple[Variant, ...], wanted: Variant) -> tuple[Variant, ...]:
    """Return of many variants those that differ least from the wanted one."""
    if len(variants) <= _FEW:
        return variants
    shared = [len(set(one.attributes) & set(wanted.attributes)) for one in variants]
    return tuple(one for one, alike in zip(variants, shared, strict=True) if alike == max(shared))


def same_name(mention: str, name: str) -> bool:
    """Tell whether the words a shopper used mean the thing of that name."""
    said, called = mention.casefold().strip(), name.casefold().strip()
    return bool(said and called) and (said in called or called in said)


def is_meant(mention: str | None, product: Product) -> bool:
    """Tell whether a mention, if there is one, means this product, by its name or its kind."""
    return not mention or any(
        same_name(mention, name) for name in (product.name, product.category or "")
    )


def kept(product: Product) -> Product:
    """Return the product as the state keeps it: with a description of bounded length."""
    return replace(product, description=product.description[:_DESCRIPTION_LENGTH])


def kept_short(product: Product) -> Product:
    """Return the product as it is kept among those found: it is read again when chosen."""
    return replace(product, description=product.description[:_FOUND_DESCRIPTION_LENGTH])


def variant_attributes(product: Product) -> tuple[Attribute, ...]:
    """Gather what tells the variants apart: each attribute once, with all its values."""
    gathered: dict[str, Attribute] = {}
    for attribute in (one for variant in product.variants for one in variant.attributes):
        known = gathered.get(attribute.slug, replace(attribute, values=()))
        values = dict.fromkeys((*known.values, *attribute.values))
        gathered[attribute.slug] = replace(known, values=tuple(values))
    return tuple(gathered.values())


def shown_variant(conversation: Conversation, variant_id: str) -> tuple[Product, Variant] | None:
    """Return a variant that this conversation showed, with its product; None when it did not."""
    focus = (conversation.product,) if conversation.product else ()
    for product in (*focus, *conversation.found):
        for variant in product.variants:
            if variant.id == variant_id:
                return product, variant
    return None


def line_of(conversation: Conversation, variant_id: str) -> CartLine | None:
    """Return the cart's line of a variant."""
    lines = conversation.cart.lines if conversation.cart else ()
    return next((line for line in lines if line.variant_id == variant_id), None)


def held(conversation: Conversation, variant_id: str) -> int:
    """Return how many of a variant are in the cart."""
    line = line_of(conversation, variant_id)
    return line.quantity if line else 0


def _named(product: str, variant: str) -> str:
    return f"{product} ({variant})" if variant else product
