"""What others wrote reaches a model as data on one line, in which nothing is hidden."""

from __future__ import annotations

import json

from agentpay_plugin.chat.assistant.prompt import as_data
from agentpay_plugin.chat.assistant.telling import told
from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.conversation.parts import ProductCard

HIDDEN = "so\U0001d173ft\u2028\U000e0041\u2800tee\u202e"


def test_every_text_in_data_is_seen_whole() -> None:
    told_data = as_data({"a": [HIDDEN, {"b": HIDDEN}], HIDDEN: (1, None, True), "\ud800": "\x00"})

    assert (
        told_data == '{"a":["soft\\n tee",{"b":"soft\\n tee"}],"soft\\n tee":[1,null,true],"":""}'
    )


def test_texts_of_products_are_told_as_a_reader_sees_them() -> None:
    product = Product(
        id=f"id{HIDDEN}",
        name=HIDDEN,
        slug="tee",
        description=HIDDEN,
        category=HIDDEN,
        attributes=(Attribute("fabric", HIDDEN, (HIDDEN,)),),
        variants=(),
        image_url=None,
        requires_shipping=True,
        available_for_purchase=True,
    )

    said = json.loads(told((ProductCard(product),), "en"))["shown"][0]["product"]

    assert said["description"] == said["name"] == said["category"] == "soft\n tee"
    assert said["attributes"] == {"soft\n tee": ["soft\n tee"]}
