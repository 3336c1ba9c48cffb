"""Pieces that Spanish expressions are put together from: Latin America and Spain, tú, vos and usted."""

from __future__ import annotations

ONE_TO_SIX = r"(?:un|uno|una|dos|tres|cuatro|cinco|seis|\d+)"
THIS = (
    r"(?:ese|esa|esos|esas|este|esta|estos|estas|eso|esto|aquel|aquella|el|la|los|las|lo|ella|"
    rf"otro|otra|mas|ambos|ambas|{ONE_TO_SIX})"
)
PLEASE = (
    r"(?:(?:por favor|buenos dias|buenas tardes|buenas noches|buen dia|buenas|que tal|por supuesto|hola|ok|"
    r"si|entonces|y|pero|tambien|ahora|bueno|dale|vale|claro|perfecto|listo|genial|bien|pues|"
    r"amigo|amiga|no|yo|mira|oye|che|ah|eso|ya|gracias|disculpa|disculpe|disculpen|perdon|venga|"
    r"consulta|una consulta|una pregunta|de acuerdo|solo|estimados|ey|hey) )*"
)
WANT = (
    r"(?:quiero|queria|querria|quisiera|queremos|quisieramos|querriamos|deseo|desearia|necesito|"
    r"necesitaria|me gustaria|nos gustaria|me interesa|me interesaria|voy a|vamos a|pienso|"
    r"me encantaria|interesado en|interesada en|ganas de|quisiese|vengo a|busco|me apetece|"
    r"estoy por|listo para|lista para|pretendo|tengo ganas de|puedo ya)"
)
ALSO = (
    r"(?:(?:solo|ya|tambien|mucho|ahora|entonces|te|les|me|lo|la|los|las|hoy|poder|realmente|a) )*"
)
BUY = (
    r"(?:compra(?:r|rlo|rla|rlos|rlas|rme)|adquirir(?:lo|la|los|las)?|encargar(?:lo|la|los|las)?|"
    r"ordenar(?:lo|la|los|las)?|reservar(?:lo|la|los|las)?|lleva(?:r|rlo|rla|rlos|rlas|rme)|"
    r"quedarme(?:lo|la)? ?(?:con)?|"
    r"pedir(?:lo|la|los|las)?(?! (?:\w+ )?(?:informacion|info|ayuda|descuento|reembolso|devolucion|cambio|"
    r"disculpas?|perdon|que|un favor|presupuesto|factura|cita|prestamo|cancelar|te|permiso)))"
)
SURELY_BUY = r"(?:compra(?:r|rlo|rla|rlos|rlas|rme)|adquirir(?:lo|la)?|encargar(?:lo|la)?|llevar(?:lo|la|los|las|me)?)"
CAN_YOU = (
    r"(?:puedes|podes|puede|pueden|podrias|podria|podrian|me puedes|me podes|me puede|me podrias|"
    r"se puede|es posible|puedo|podria yo|me pueden|te puedo|les puedo)"
)
ADD = (
    r"(?:agrega|agregar|agregue|agregame|agregalo|agregala|anade|anadir|anada|anademe|anadelo|anadela|"
    r"anadime|anadi|suma|sumar|sumame|sume|pon|poner|ponga|ponme|poneme|pone|ponlo|ponla|mete|meter|"
    r"meteme|meteme|incluye|incluir|incluya|incluyeme|echa|echame|add)"
)
GIVE_ME = (
    r"(?:dame|deme|denme|damelo|damela|mandame|mandeme|manda|enviame|envieme|pasame|paseme|traeme|"
    r"traigame|vendeme|vendame|reservame|reserveme|separame|separeme|apartame|aparteme|regalame|"
    r"regaleme|consigueme|pideme|ponme|poneme|pongame|guardame|me das|me da|me mandas|me manda|me vendes|"
    r"me vende|me envias|me pones|me pone|me das|me guardas|me separas|me separa|me apartas|me aparta|me llevo|me quedo con)"
)
CART = r"(?:carrito|carro|cesta|canasta|bolsa|pedido|orden|changuito)"
GOODS = (
    r"(?:pedido|pedidos|orden|ordenes|compra|compras|paquete|paquetes|envio|envios|entrega|producto|"
    r"productos|encomienda|articulo|articulos|mercancia|mercaderia)"
)
PAYMENT = (
    r"(?:pago|pagos|transferencia|transaccion|tarjeta|dinero|deposito|cobro|comprobante|pix|abono|"
    r"bizum|giro|oxxo|cargo|plata)"
)
INFINITIVE = (
    r"(?!(?:collar|celular|par|mujer|sueter|blazer|alfiler|poster|taller|alquiler|hogar)(?: |$))"
    r"\w*(?:ar|er|ir)(?:me|te|se|lo|la|los|las|le|les|nos)?"
)
