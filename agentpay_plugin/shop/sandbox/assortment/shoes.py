"""Shoes and bags of the demo. Shoe sizes are European."""

from __future__ import annotations

from agentpay_plugin.shop.sandbox.assortment.making import product
from agentpay_plugin.shop.sandbox.assortment.words import (
    BAGS,
    SHOES,
    color,
    material,
    numbers,
)
from agentpay_plugin.shop.sandbox.goods import Drawing, Text

SHOES_AND_BAGS = (
    product(
        "court-sneakers",
        Text("Court Sneakers", "Tênis Court", "Zapatillas Court"),
        Text(
            "Low canvas sneakers on a natural rubber sole. They look better in their second year.",
            "Tênis baixo de lona com sola de borracha natural. Fica ainda melhor no segundo ano.",
            "Zapatillas bajas de lona con suela de caucho natural. Mejoran en su segundo año.",
        ),
        SHOES,
        (6900, 25990),
        Drawing("sneaker", "#c8443c", "#f7f1e3"),
        color("red", "white", "black"),
        numbers(36, 45),
        facts=(material("canvas", "rubber"),),
        stock=6,
        left={"white-38": 0, "black-44": 0, "red-45": 0},
    ),
    product(
        "trail-runners",
        Text("Trail Running Shoes", "Tênis de Corrida Trail", "Zapatillas de Trail"),
        Text(
            "Light, grippy and quick to dry. Made for forest paths, fine on the way to the bakery.",
            "Leves, aderentes e de secagem rápida. Feitos para trilhas, ótimos até a padaria.",
            "Ligeras, con agarre y de secado rápido. Para senderos, y también para ir a la panadería.",
        ),
        SHOES,
        (10900, 42990),
        Drawing("runner", "#2f6f8f", "#f2a541"),
        color("blue", "black"),
        numbers(38, 46),
        facts=(material("polyester", "rubber"),),
        stock=5,
        left={"blue-42": 1, "black-40": 0},
    ),
    product(
        "field-boots",
        Text("Field Boots", "Botas Field", "Botas Field"),
        Text(
            "Full-grain leather boots with a stitched sole that any cobbler can replace.",
            "Botas de couro integral com sola costurada que qualquer sapateiro troca.",
            "Botas de piel plena flor con suela cosida que cualquier zapatero puede cambiar.",
        ),
        SHOES,
        (15900, 59990),
        Drawing("boot", "#7a4e33", "#f0d9a8"),
        color("brown"),
        numbers(39, 45),
        facts=(material("leather", "rubber"),),
        stock=3,
        left={"brown-41": 0},
    ),
    product(
        "shore-sandals",
        Text("Shore Sandals", "Sandálias Shore", "Sandalias Shore"),
        Text(
            "Two soft leather straps and a cork footbed that learns your foot.",
            "Duas tiras de couro macio e uma palmilha de cortiça que aprende o seu pé.",
            "Dos tiras de cuero suave y una plantilla de corcho que aprende tu pie.",
        ),
        SHOES,
        (5900, 21990),
        Drawing("sandal", "#a8683f", "#f0d9a8"),
        color("brown", "black"),
        numbers(36, 43),
        facts=(material("leather"),),
        left={"black-43": 0},
    ),
    product(
        "puddle-boots",
        Text("Kids' Puddle Boots", "Galochas Infantis", "Botas de Agua para Niños"),
        Text(
            "Rubber boots for small feet and large puddles. Handles to pull them on alone.",
            "Galochas para pés pequenos e poças grandes. Com alças para calçar sem ajuda.",
            "Botas de goma para pies pequeños y charcos grandes. Con asas para ponérselas solos.",
        ),
        SHOES,
        (3400, 12990),
        Drawing("rainboot", "#efb82f", "#c8443c"),
        color("yellow", "red"),
        numbers(24, 32),
        facts=(material("rubber"),),
        stock=8,
        left={"yellow-28": 0},
    ),
    product(
        "commuter-backpack",
        Text("Commuter Backpack", "Mochila Commuter", "Mochila Commuter"),
        Text(
            "22 litres, a padded sleeve for a 15-inch laptop, and a dry place for wet things.",
            "22 litros, compartimento acolchoado para notebook de 15 polegadas e um canto seco para o que molha.",
            "22 litros, funda acolchada para portátil de 15 pulgadas y un sitio aparte para lo mojado.",
        ),
        BAGS,
        (8400, 32990),
        Drawing("backpack", "#4f8a5b", "#f0d9a8"),
        color("green", "black"),
        facts=(material("canvas"),),
    ),
    product(
        "market-tote",
        Text("Market Tote", "Sacola Market", "Bolsa Market"),
        Text(
            "Carries 15 kilos of oranges, folds to the size of one.",
            "Carrega 15 quilos de laranjas e dobra até o tamanho de uma.",
            "Lleva 15 kilos de naranjas y se pliega al tamaño de una.",
        ),
        BAGS,
        (1800, 5990),
        Drawing("tote", "#d3b88c", "#c8443c"),
        color("sand", "navy"),
        facts=(material("organic"),),
        stock=50,
    ),
)
