"""What is said to find one's way: help, codes without a name, other details, one of several."""

from __future__ import annotations

from agentpay_plugin.language.spanish.fragments import CART, PLEASE

_CODE = r"(?:cupon|cupones|descuento|codigo|vale|voucher|bono|cheque regalo|gift card|tarjeta (?:de )?regalo)(?: (?:promocional|de descuento|de el cupon|promo|de regalo))?"
_ONE = r"(?: (?:producto|articulo|opcion|por favor|mismo|misma))*$"
_IT = r"(?:(?:en realidad|mejor|pensandolo bien|a ver|quiero|quisiera|prefiero|me llevo|dame|muestrame|mostrame|ver|elijo|escojo|pon|puede ser) )*(?:el |la )?"

GUIDING: dict[str, tuple[str, ...]] = {
    "asks_help": (
        rf"^{PLEASE}(?:necesito |quiero )?(?:ayuda|ayudame|ayudeme|auxilio)(?: por favor)?$",
        rf"^{PLEASE}(?:me )?(?:puedes|podes|puede|podrias) ayudar(?:me)?(?: por favor)?$",
        r"que (?:puedes|podes|puede|sabes) hacer$",
        r"que haces$",
        r"quien (?:eres|sos|es usted)$",
        r"(?:eres|sos|es usted|es|hablo con|estoy hablando con) (?:un |una )?(?:robot|bot|humano|humana|persona|maquina|ia|persona real)(?: \w+){0,4}$",
        r"como (?:funciona|uso|se usa) (?:este|el) chat$",
        r"(?:como te llamas|cual es tu nombre|como se llama usted|tienes nombre|como te llamo)$",
        r"no se (?:como )?(?:usar|usarlo|se usa|funciona)(?: \w+){0,2}$",
        r"(?:cuantos anos (?:tienes|tenes)|quien te (?:creo|hizo|programo|invento)|donde vives|de donde eres)$",
        r"eres (?:(?:un|una|el|la) )?(?:chatgpt|gpt|siri|alexa|asistente|hombre|mujer|chico|chica|casad[oa]|solter[oa])(?: \w+){0,3}$",
    ),
    "insults": (
        r"(?:ladron|ladrones|ladrona|estafador|estafadores|estafa|timo|timadores|sinverguenzas?|idiotas?|imbecil|imbeciles|tont[oa]s?|estupid[oa]s?|inutil|inutiles|mierda|porqueria|cabron|cabrones|gilipollas|pendej[oa]s?|payasos?)",
        r"(?:vete|vayanse|iros) a (?:la |el )?(?:\w+)$",
        r"(?:vaya|que|menuda|sois|son|es) (?:una |pura )?(?:basura|verguenza|robo)(?: \w+){0,3}$",
        r"(?:hij[oa] de puta|hdp|put[oa] (?:tienda|bot|chat|asco|mierda)|joder|chinga\w*|verga|pinche \w+|malparid[oa])",
    ),
    "asks_how": (r"como (?:es que )?(?:esto |eso )?funciona(?: esto| eso| aqui)?$",),
    "code_words": (rf"{_CODE}",),
    "has_code": (
        rf"^{PLEASE}(?:yo )?(?:tengo|me dieron|recibi) (?:un|una|el|mi|este) {_CODE}(?: aqui| tambien)?$",
        rf"^{PLEASE}(?:puedo |quiero |quisiera |me gustaria )?(?:usar|aplicar|poner|canjear|introducir|usa|aplica) (?:un|una|el|mi|este) {_CODE}(?: aqui| tambien)?$",
        rf"(?:donde|como) (?:puedo |se )?(?:pongo|poner|uso|usar|usa|pone|introduzco|aplico|aplicar|meto|escribo|canjeo|canjear) (?:un|una|el|mi|este) {_CODE}$",
    ),
    "empties_cart": (
        rf"(?:vacia|vaciar|vacie|vaciame|limpia|limpiar) (?:el |la |mi )*{CART}",
        rf"(?:quita|quitar|quite|quitalo|elimina|eliminar|eliminalo|saca|sacar|sacalo|borra|borrar|borralo|vacia|vaciar|vacialo|limpia|limpiar|deshaz) todo(?: (?:del|de el|de la|de mi) {CART})?(?: por favor)?$",
        r"^(?:(?:vamos a|quiero|quisiera|puedo|por favor|ok|no|mejor) )*(?:empezar|empecemos|empieza|empezamos|comenzar|comencemos) (?:de (?:nuevo|cero)|otra vez|desde (?:cero|el principio))(?: por favor)?$",
    ),
    "cancels_all": (
        r"(?:cancela|cancelar|cancelalo|anula|anular|anulalo|olvida|olvidalo) (?:todo|todo el pedido|toda la compra)(?: por favor)?$",
    ),
    "changes_details": (
        r"(?:cambiar|cambia|cambie|modificar|modifica|corregir|corrige|editar|actualizar|cambio) (?:el |la |los |mi |mis |de )*(?:\w+ )?(?:direccion|datos|correo|email|mail|nombre|codigo postal|telefono|domicilio)",
        r"(?:direccion|datos|domicilio|correo) (?:\w+ )?(?:equivocad[oa]s?|mal|incorrect[oa]s?)",
        r"(?:otra|nueva) direccion",
    ),
    "changes_delivery": (
        r"(?:cambiar|cambia|cambie|modificar|modifica|cambio) (?:el |la |de |mi |forma de |tipo de |metodo de )*(?:envio|entrega)",
        r"(?:otro (?:tipo de |metodo de )?envio|otra (?:forma de |opcion de )?(?:entrega|envio))",
        r"(?:cambia|cambiar|cambialo|pasa|pasalo|ponlo|prefiero|mejor|manda|mandalo|envialo|usa|haz)(?: \w+){0,4} (?:expres|express|estandar|economic[oa]|mensajeria|urgente)(?! (?:es|cuesta|tarda))",
    ),
    "changes_option": (
        r"(?:cambia|cambiar|cambiame|cambialo|cambiala|cambie|cambiarlo|cambiarla|modifica)",
        r"^(?:no|espera|perdon) \|",
        r"(?:en realidad|mejor|en vez|en lugar|cambie de idea|he cambiado de (?:idea|opinion)|cambie de opinion|prefiero|que sea|quise decir|digo|mas bien|me (?:equivoque|confundi)|por error|(?:talla|talle|color) equivocad[oa]|pasal[oa] a|una (?:talla|talle) (?:mas|menos))",
    ),
    "adds_also": (
        r"(?:tambien|ademas|otra|otro|(?<!talla )(?<!talle )mas(?! bien)|agrega|anade|ambas|ambos|y)",
    ),
    "adds_goods": (
        rf"^{PLEASE}(?:y|mas|tambien|ademas|junto con)(?: \|)?(?: (?:tambien|ademas|mas|entonces|quiero|anade|agrega|pon|ponme|me pones))* (?P<what>.{{1,60}})",
    ),
    "goods_alone": (
        rf"^{PLEASE}(?:y |tambien |mas |un |una |algo |algun |alguna |que tal |quiza |unos |unas )*(?P<what>.{{1,60}}?)(?: (?:en |de )?(?:talla|talle|numero) \w+)?$",
    ),
    "first": (rf"^{PLEASE}{_IT}(?:primer[oa]?|1o|1a|numero 1|numero uno){_ONE}",),
    "second": (rf"^{PLEASE}{_IT}(?:segund[oa]|2o|2a|numero 2|numero dos){_ONE}",),
    "third": (rf"^{PLEASE}{_IT}(?:tercer[oa]?|3o|3a|numero 3|numero tres){_ONE}",),
    "last": (rf"^{PLEASE}{_IT}ultim[oa]{_ONE}",),
    "cheapest": (
        rf"^{PLEASE}{_IT}(?:envio |opcion |entrega )?(?:(?:mas )?(?:barat[oa]|economic[oa])|gratis){_ONE}",
    ),
    "fastest": (
        rf"^{PLEASE}{_IT}(?:envio |opcion |entrega )?(?:que (?:llega|llegue|es|sea) )?(?:mas rapid[oa]|rapid[oa]|antes){_ONE}",
        r"(?:necesito|quiero|quisiera|prefiero|necesitaria|tiene que llegar|manda|envia)(?: \w+){0,4} (?:mas rapido|antes|cuanto antes|lo antes posible|urgente|pronto)",
        r"(?:con (?:mucha )?(?:prisa|urgencia|apuro)|es urgente|lo (?:mas rapido|antes) posible|cuanto antes)",
    ),
    # Looked at only while the ways to deliver are on the screen: there these words mean little else.
    "collect": (
        r"(?:recog\w+|recojo|retirar\w*|retiro|buscarl[oa]s?|l[oa]s? busco|(?:ir|paso|voy|pasar) a buscar|personalmente|en persona)",
        r"(?:paso|pasar|pasarme|voy|ir|ire|me acerco|acercarme) (?:\w+ ){0,3}(?:tienda|local|sucursal|por (?:el|ella|alli|ahi)|yo|mismo|misma)",
        r"(?:voy|ire|paso) yo",
        r"(?:llev\w+) (?:\w+ ){0,3}(?:tienda|local|sucursal)",
        r"^(?:en |a )?(?:la |su |el )?(?:tienda|local|sucursal)(?: \w+){0,3}$",
        r"sin (?:envio|entrega)",
    ),
}
