"""What is asked on the way to an order: tax, what is due, the address, gift cards as money, instalments."""

from __future__ import annotations

_GIFT = r"(?:tarjetas? (?:de )?regalo|gift card|giftcard|cheque regalo|vale|vales|bono regalo|tarjeta de el regalo)"

CHECKING_OUT: dict[str, tuple[str, ...]] = {
    "asks_tax": (
        r"(?:con|sin|incluye|incluyen|lleva|llevan|tiene|tienen|mas|y|el|los|cobran|pago|hay que pagar) (?:\w+ ){0,3}(?:impuesto|impuestos|iva)(?: (?:incluido|incluidos|aparte))*",
        r"(?:impuesto|impuestos|iva) (?:\w+ ){0,2}(?:incluido|incluidos|aparte|incluye)",
    ),
    "asks_details": (
        r"(?:necesitas|necesitan|necesita|hace falta|hacen falta|tengo que|hay que|para que|por que|debo|es necesario|es necesaria|quieres|piden) (?:\w+ ){0,4}(?:direccion|correo|email|mail|codigo postal|telefono|mis datos|datos|domicilio)",
        r"(?:donde|como|cuando) (?:puedo |debo |tengo que |se |te |les |me )*(?:pongo|poner|escribo|escribir|doy|dar|digo|meto|meter|relleno|rellenar|mando|mandar|paso|introduzco|piden|pides|pone) (?:el |la |los |mi |mis )*(?:direccion|correo|email|mail|codigo postal|telefono|datos|domicilio)",
    ),
    "asks_gift_card": (
        rf"(?:puedo|se puede|se pueden|podria|es posible|aceptan|acepta|aceptais|podemos) (?:\w+ ){{0,5}}(?:con |usando )?(?:una |la |mi |otra |un |el |otro )?{_GIFT}",
        rf"(?:como|donde) (?:puedo |se |debo )*(?:uso|usar|usa|pongo|poner|canjeo|canjear|pago con|pagar con|meto) (?:una |la |mi |otra |un |el )?{_GIFT}",
    ),
    "asks_installments": (
        r"(?:cuotas?|plazos|mensualidades|meses sin intereses|a meses|msi|financiar|financiacion|financiamiento|pago fraccionado|fraccionar)",
        r"en (?:\d+|dos|tres|cuatro|seis|doce|varios|varias) (?:pagos|cuotas|plazos|meses)",
        r"(?:pagar|pago|pagarlo|divid\w+) (?:\w+ ){0,4}(?:en|a) (?:\d+|dos|tres|cuatro|seis|doce|varios|varias) (?:meses|pagos|veces|partes)",
    ),
    "with_delivery": (r"(?:envio|gastos|entrega|todo)",),
    "asks_due": (
        r"cuanto (?:me |te |le )?(?:queda|debo|falta|tengo que|hay que|voy a|resta)(?: por| para| que)? ?(?:pagar|pago)?(?: (?:ahora|en total|por todo|ya))*$",
        r"cuanto (?:es|sale|queda|seria|cuesta|me sale|me queda|suma|va) (?:\w+ ){0,3}(?:\| )?(?:con|mas|y) (?:el |los |la )?(?:envio|gastos|entrega|iva|impuestos|todo)(?: (?:incluido|de envio))*$",
        r"cuanto (?:suma|hace|da|va|sale|es|seria) todo(?: (?:junto|en total))?$",
        r"(?:ya )?(?:esta |es |va )?(?:con|incluye|sin|incluyendo) (?:el )?(?:envio|gastos de envio)(?: incluido)?$",
        r"(?:precio|importe|total) (?:final|total|con envio|con el envio)",
    ),
    "asks_trust": (
        r"(?:como (?:se|puedo saber|voy a saber|puedo confiar|confio|estoy segur[oa])|^es|^esto es|^sera|^esto no es|^no es)(?: \w+){0,6} (?:estafa|fraude|timo|confiable|fiable|de verdad|fake|falsa)(?: no)?$",
        r"(?:segur[oa]|confiable|fiable) (?:comprar|pagar|poner|usar|meter)(?: \w+){0,6}$",
        r"(?:puedo|se puede|como|por que) (?:de verdad )?confiar(?: \w+){0,3}$",
        r"(?:sitio|pagina|tienda|web|ustedes)(?: \w+){0,3} (?:confiable|confiables|fiable|de confianza)$",
    ),
    "asks_of_way": (
        r"(?:cuanto tarda|cuantos dias|que tan rapid[oa]|cuan rapid[oa]|vale la pena|es mas rapid[oa])(?: \w+){0,4} (?:expres|express|estandar|urgente|economic[oa])(?: \w+){0,2}",
        r"(?:expres|express|estandar|urgente|economic[oa])(?: \w+){0,2} (?:tarda|vale la pena|es rapid[oa]|cuando llega)(?: \w+){0,2}",
    ),
    "extra_fees": (
        r"(?:cargos?|costos?|costes?|gastos?|comision(?:es)?) (?:ocult[oa]s?|extras?|adiciona(?:l|les)|escondid[oa]s?)|alg[uo]n (?:cargo|gasto) mas",
    ),
}
