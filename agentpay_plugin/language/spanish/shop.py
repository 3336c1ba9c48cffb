"""What is said to ask of the shop itself: what it sells, when and where it is open, how to reach it."""

from __future__ import annotations

_SHOP = r"(?:ustedes|usted|vosotros|la tienda|esta tienda|aqui|tu|su tienda|las tiendas)"

SHOP: dict[str, tuple[str, ...]] = {
    "asks_goods": (
        rf"que (?:es lo que |mas |tipo de productos |productos |cosas )*(?:{_SHOP} )?(?:venden|vendes|vende|vendeis|ofrecen|ofreces|ofrece|tienen|manejan|hay|tienes)(?: {_SHOP}| en la tienda| en stock)*$",
        r"que (?:puedo|se puede) (?:comprar|encontrar) (?:aqui|en la tienda|en esta tienda)$",
        rf"(?:cuales|que) (?:son )?(?:las |los )?(?:categorias|colecciones|departamentos|secciones|tipos de productos)(?: (?:que )?(?:{_SHOP} )?(?:tienen|tienes|hay|venden))?$",
        r"(?:muestrame|mostrame|muestreme|ver|lista|listar) (?:todas )?(?:las )?(?:categorias|colecciones)$",
    ),
    "asks_hours": (
        r"(?:cuando|a que hora|que dias|hasta que hora|en que horario|que horario|desde que hora) (?:es que )?(?:ustedes |la tienda |las tiendas )?(?:abre|abren|cierra|cierran|atiende|atienden|estan abiertos|esta abierta|tienen|trabajan|funcionan)",
        r"horarios?(?: de (?:apertura|atencion|la tienda|las tiendas|funcionamiento|el local|cierre))",
        r"^(?:cual es (?:el |su )?)?(?:horario|horarios)(?: (?:de la tienda|tienen))?$",
        r"(?:abre|abren|abierto|abierta|abiertos|abiertas|atienden|trabajan) (?:el |los |en |de |por la )*(?:fin de semana|fines de semana|domingo|domingos|sabado|sabados|festivos|feriados|navidad|noche)",
        r"(?:ustedes|la tienda) (?:ya |aun |todavia )?(?:esta|estan) (?:abierta|abiertos|cerrada|cerrados)",
    ),
    "asks_location": (
        r"donde (?:queda|quedan|esta|estan|es|se encuentra|se encuentran|esta ubicada|estan ubicados)(?: (?:la|las|el|su|ustedes))?(?: (?:tienda|tiendas|local|locales|empresa|sede|ubicados|ubicada))?$",
        r"(?:tienen|tienes|hay|cuentan con) (?:una |alguna |un )?(?:tienda fisica|tiendas fisicas|local|locales|sucursal|sucursales|showroom|tienda para visitar|tienda cerca)",
        r"(?:cual es (?:la |su )?|tienen )?direccion (?:de la tienda|de el local|de ustedes|fisica)",
        r"(?:puedo|se puede|como hago para) (?:visitar|ir a|pasar por|conocer) (?:la |su |el )?(?:tienda|local)",
    ),
    "asks_contact": (
        r"como (?:es que )?(?:puedo |me |los |las |les )*(?:contacto|contactar|contactarlos|contactarme|comunico|comunicarme|llamo|llamar|llamarlos|escribo|escribirles)(?: (?:con|a))? ?(?:ustedes|la tienda|soporte|atencion al cliente)?$",
        r"(?:cual es (?:el |su )?|tienen |me das |me da |me pasas |dame )(?:el |un |su |algun )?(?:telefono|contacto|whatsapp|correo|email|mail|numero)(?: (?:de la tienda|de contacto|de ustedes|de telefono))*$",
        r"^(?:contacto|telefono|whatsapp)(?: por favor)?$",
    ),
    "asks_promotions": (
        r"(?:esta|estan|esto esta|eso esta) (?:\w+ )?(?:en|de|con) (?:oferta|rebaja|rebajas|promocion|descuento|liquidacion)",
        r"(?:tienen|hay|tienes|existe|existen|manejan|hacen) (?:alguna |algun |una |un )?(?:promocion|promociones|descuento|descuentos|oferta|ofertas|cupon|cupones|rebaja|rebajas|liquidacion)(?: (?:hoy|ahora|en este momento|aqui|disponible|para la primera compra|esta semana))*$",
        r"(?:algo|alguna cosa) (?:en|de|con) (?:oferta|rebaja|rebajas|promocion|descuento)|algo rebajado",
        r"que (?:\w+ )?(?:esta|hay|tienen|estan) (?:rebajad[oa]s?|con (?:descuento|rebaja))",
        r"que (?:esta|hay|tienen|estan) (?:en|de) (?:promocion|oferta|rebaja|rebajas|liquidacion)",
        r"(?:cuales|que) (?:son )?(?:las |los )?(?:promociones|ofertas|descuentos|rebajas)",
    ),
    "names_group": (
        r"que (?:hay|tienen|tienes) en (?:la |el |los |las )?(?:coleccion |categoria |seccion )?(?:de |de la )?(?P<what>.{1,60})$",
        r"(?:muestrame|mostrame|muestreme|ver|quiero ver) (?:la |el )?(?:coleccion|categoria|seccion) (?:de |de la |de el )?(?P<what>.{1,60})$",
    ),
    "asks_sizes": (
        r"(?:tabla|guia) de (?:tallas|talles|medidas|tamanos)",
        r"que (?:talla|talle|numero) (?:me |debo |deberia |necesito |soy |uso|seria )+(?:\w+ )*(?:queda|va|pedir|comprar|elegir|usar|necesito|usar|soy|conviene)",
        r"cual (?:es|seria) mi (?:talla|talle|numero)",
        r"(?:que|cual) (?:talla|talle|numero) (?:es |seria )?(?:pido|llevo|cojo|compro|elijo|uso|para (?:mi|alguien)|recomiendas|recomiendan)",
        r"(?:talla|calza|queda|viene|tallan) (?:chico|chica|pequeno|grande|justo|normal|ancho)",
    ),
    "asks_suggestion": (
        r"que (?:es lo que )?(?:me |nos )?(?:recomiendas|recomienda|recomiendan|recomendas|sugieres|sugiere|sugieren|aconsejas|aconseja)(?: \w+){0,8}$",
        r"(?:recomiendame|recomendame|recomiendeme|sugiereme|sugerime|sugierame) (?:algo|un regalo|alguna cosa|unos regalos)",
        r"(?:alguna|una|tienen|tienes|me das|dame|quiero|necesito)(?: \w+)? (?:sugerencia|sugerencias|recomendacion|recomendaciones|idea|ideas)",
        r"(?:algo|alguna cosa|un regalo|regalo|regalos|un detalle) (?:para|de) (?:el |la |los |las |mi |mis |un |una |regalar a )*(?:padre|papa|madre|mama|hermano|hermana|esposa|esposo|marido|mujer|novio|novia|hijo|hija|amigo|amiga|amigos|nino|nina|ninos|bebe|abuelo|abuela|tio|tia|jefe|colega|profesor|profesora|hombre|ella|cumpleanos|navidad|boda|pareja|familia)",
        r"(?:algo|alguna cosa|otra cosa|cosas?) (?:\w+ )?(?:para (?:regalar|obsequiar)|de regalo)",
        r"(?:mas (?:vendid|pedid|buscad)[oa]s?|populares|novedades|lo mas nuevo)",
        r"que (?:hay|tienen|tienes|llego) de nuevo",
        r"^(?:yo )?(?:quiero|necesito|busco|estoy buscando)? ?(?:un |unos )?regalos?(?: por favor)?$",
    ),
}
