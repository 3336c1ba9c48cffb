"""What goods can be like and good for, and by which words it is said; English; Portuguese; Spanish.

A row begins with our name of it. Its words find goods by what is said of them; with those behind a bar, by which one
only asks for it, they tell the sentence of a description that speaks of it.
"""

from __future__ import annotations

QUALITIES = """
waterproof, water resistant, water repellent, rain, rainproof; impermeável, à prova d'água, resistente à água, chuva; impermeable, resistente al agua, lluvia
warm, insulated, cozy, cosy, cold weather; quente, quentinho, frio; abrigado, calentito, cálido, caliente | winter, warmth, cold; inverno, aquece, esquenta; invierno, abriga, calienta
lightweight, light weight; leve, levinho; ligero, liviano, pesa poco | light, weigh, heavy; peso, pesa, pesado; peso, pesa, pesado
itch, itchy, scratchy; pinica, coça, coceira; pica, picor
soft; macio; suave | smooth; maciez; suavidad
breathable, airy, hot weather; respirável, fresquinho, calor; transpirable, calor | sweat, heat, summer; transpira, verão; transpira, verano
stretchy, elastic, elastane, spandex; elástico, elastano; elástico, elastano | stretch; estica; elasticidad, estira
durable, sturdy; durável, resistente; duradero, resistente | last, shape; dura; dura
vegan, cruelty free; vegano; vegano
organic; orgânico; orgánico
recycled; reciclado; reciclado
handmade, by hand; feito à mão, artesanal, à mão; hecho a mano, artesanal, a mano
decaffeinated, decaf, without caffeine; descafeinado, sem cafeína; descafeinado, sin cafeína | caffeine; cafeína; cafeína
no sugar, sugar free, unsweetened; sem açúcar; sin azúcar | sugar; açúcar; azúcar
no milk, lactose free; sem leite, sem lactose; sin leche, sin lactosa | milk, lactose; leite, lactose; leche, lactosa
bitter; amargo; amargo | bitterness; amargor; amargor
wireless, bluetooth; sem fio, bluetooth; inalámbrico, bluetooth
noise cancelling; cancelamento de ruído; cancelación de ruido | noise, cancel; ruído, cancela; ruido, cancela
hours; horas; horas | last, burn; dura, queima; dura, arde
cm, mm, inches; polegadas; pulgadas | measure, measurements, dimensions, how big, how tall, how wide; mede, medidas, dimensões, comprimento, largura, altura; mide, medidas, dimensiones, largo, ancho, alto
ml, litres, liters; litros; litros | hold, capacity, volume; capacidade, volume; capacidad, volumen
pocket; bolso; bolsillo
hood; capuz; capucha
grippy, non slip; aderente, antiderrapante; antideslizante | grip, slip, slippery; aderência, escorrega; agarre, resbala
quick to dry, quick dry; secagem rápida; secado rápido | dry, drying; seca, secagem; seca, secado
no ironing, non iron; quase sem ferro; casi sin plancha | iron, ironing, wrinkle; ferro, passar, amassa; plancha, planchar, arruga
included; incluso; incluido | include, comes with; inclui, vem com, acompanha; incluye, viene con
"""


def meaning_words(row: str) -> str:
    """Return the part of a row that says so itself."""
    return row.partition("|")[0].strip()


QUALITY_NAMES = frozenset(
    row.partition(",")[0].partition(";")[0] for row in QUALITIES.strip().splitlines()
)
