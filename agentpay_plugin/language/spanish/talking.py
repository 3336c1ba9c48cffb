"""What is said that is no matter of goods, of placed orders that are to change, and of money taken wrongly."""

from __future__ import annotations

_LANGUAGE = (
    r"(?:ingles|portugues|espanol|castellano|frances|aleman|italiano|chino|japones|ruso|arabe)"
)
_OTHERS = r"(?:(?:otro|otros|otra|otras|todos|todas|sus|tus|algun|los|las|el|la|de|un) )+(?:cliente|clientes|usuario|usuarios|comprador|compradores|persona|personas)"
_THEIRS = r"(?:pedido|pedidos|datos|direccion|direcciones|correo|correos|email|emails|nombre|nombres|telefono|telefonos|informacion|compras|lista|ordenes)"

TALKING: dict[str, tuple[str, ...]] = {
    "talks_secrets": (
        r"(?:ignora|ignore|ignorar|olvida|olvide|olvidate de|descarta|omite) (?:(?:todas|todos|las|los|tus|sus|esas|mis) )*(?:instrucciones|instruccion|reglas|ordenes|indicaciones)(?: \w+){0,3}",
        r"(?:prompt|instrucciones) (?:de |de el )?(?:sistema|inicial|iniciales|secretas|ocultas|internas)|(?:tu|su|tus|sus) (?:prompt|instrucciones)",
        r"(?:actua|actue|finge|comportate|haz)(?: \w+){0,2} (?:como|ser|que eres|de)(?: (?:el|la|un|una))? (?:dueno|duena|admin|administrador|desarrollador|gerente|hacker)",
        r"(?:ahora eres|eres ahora|eres|ahora sos) (?:(?:el|la|un|una) )?(?:admin|administrador|dueno|desarrollador|gerente)",
        r"modo (?:desarrollador|admin|administrador|debug|dios)",
        rf"{_THEIRS} {_OTHERS}",
        rf"(?:lista|listame|muestra|muestrame|dame|pasame|ver|ensename)(?: todos)? {_OTHERS}$",
        r"(?:pon|ponle|ponlo|cambia|cambiale|deja|baja)(?: (?:el|la|los|todo|todos|mi))* (?:precio|total|valor|precios)(?: \w+){0,3} (?:a|en|por)(?: \w+)?$",
        r"(?:pon|ponlo|ponla|dejalo|dejala) (?:todo )?(?:a|en) (?:0|cero)$",
        r"que (?:compro|pidio|ordeno|escribio) (?:(?:el|la|tu|ultimo|otro|ultima) )+(?:cliente|persona|usuario)(?: anterior)?|que (?:compraron|pidieron) (?:los )?otros clientes",
        r"(?:acceso|contrasena|clave|cuenta) (?:de |de el |como )?(?:admin|administrador|sistema|dueno)",
        r"(?:marca|marcalo|pon|considera)(?: \w+){0,4} como pagad[oa]",
    ),
    "talks_languages": (
        rf"(?:habla|hablas|hablan|entiendes|entiende|entienden|escribes|atienden|respondes|responden)(?: \w+){{0,3}} {_LANGUAGE}",
        rf"(?:hablar|hablemos|hablame|responde|respondeme|escribe|escribeme|seguir|seguimos|cambia|cambiar|contesta|contestame) (?:en|a|al|a el) {_LANGUAGE}",
        rf"^(?:en )?{_LANGUAGE}(?: por favor)?$",
        r"(?:que|cuales|en que) (?:idiomas|idioma|lenguas|lengua)",
    ),
    "talks_buttons": (
        r"(?:no|sin)(?: \w+){0,2} (?:veo|ver|encuentro|encontrar|leer|leo|pulsar|apretar|tocar|usar|hacer clic en|presionar)(?: (?:el|la|los|las|ningun|en|ese|esos|de|pagar))* (?:boton|botones|pantalla)",
        r"(?:boton|botones)(?: \w+){0,3} no (?:\w+ )?(?:funciona|funcionan|aparece|aparecen|responde|sirve|sirven|anda|abre|va|hace)(?: \w+){0,2}",
        r"soy (?:\w+ )?(?:cieg[oa]|invidente|daltonic[oa]|dislexic[oa])|(?:baja vision|discapacidad visual)",
        r"(?:lector|lectores) de pantalla|talkback|voiceover|nvda",
        r"(?:donde (?:esta|estan|queda)) (?:el|los) (?:boton|botones)(?: \w+){0,3}$|^no (?:hay|aparece|sale) (?:ningun )?boton(?: \w+){0,3}$",
    ),
    "talks_calls": (
        r"mi (?:telefono|celular|movil|whatsapp|cel)(?: \w+)? es(?: \w+){0,5}$",
        r"(?:manda|mandame|envia|enviame|mandamelo|enviamelo)(?: \w+){0,3} (?:sms|por whatsapp|a el whatsapp|a mi whatsapp|por sms)(?: \w+){0,4}$",
        r"(?:puedo|se puede|quiero|quisiera|podria) (?:\w+ )?(?:comprar|pedir|pagar|hacer el pedido|ordenar)(?: \w+){0,2} (?:por|a traves de) (?:telefono|whatsapp|llamada)$",
    ),
    "talks_bargain": (
        r"(?:haz|hazme|me haces|me hace|haceme|dame|da|me das|me da|consigueme|me puedes hacer|me puedes dar|puedes hacerme)(?: (?:un|una|el|algun|alguna|mas|buen|pequeno|mejor|me))* (?:descuento|descuentito|rebaja|rebajita|mejor precio|buen precio|precio mejor|precio)(?: (?:por favor|mejor|especial|en esta|en este|a mi|para mi|bueno))*$",
        r"(?:baja|bajar|bajame|bajas|rebaja|rebajame|rebajar|negociar|regatear|iguala|igualan|mejorar|mejora|mejoras)(?: \w+)? (?:el |ese |este |la |los )?(?:precios?|oferta|valor)",
        r"(?:dueno|duena|jefe|gerente|amigo|amiga|colega|alguien|usted|ustedes|el|ella|vendedor|tienda)(?: \w+){0,3} (?:dijo|dijeron|prometio|prometieron|aseguro)(?: \w+){0,6} (?:gratis|descuento|mitad|regalado|regalada)(?: \w+){0,3}$",
        r"(?:competencia|amazon|mercado libre|otra tienda|otro sitio|otro lado)(?: \w+){0,5} (?:mas barat[oa]|por menos|mejor precio|mas economic[oa])(?: \w+){0,3}$|(?:dejamel[oa]|hazmel[oa]|me l[oa] (?:dejas|haces)) mas barat[oa]$",
    ),
    # Beside an amount alone.
    "offers_amount": (
        r"(?:me lo |me la |lo |la )?(?:dejas|deja|haces|vendes|das|sacas|aceptas)(?: \w+)? (?:en|por)(?: \d+)?(?: menos)?$",
        r"(?:te |le |les |solo )*(?:doy|pago|ofrezco)(?: (?:solo|hasta|maximo))?(?: \d+)?(?: (?:por ella|por el|por eso|y me (?:lo|la) llevo))*$",
    ),
    "talks_world": (
        r"que (?:tiempo|clima) (?:hace|hay|hara)(?: \w+){0,4}|como (?:esta|estara|va a estar) el (?:clima|tiempo)(?: \w+){0,4}|pronostico de el tiempo|(?:va a|ira a) (?:llover|nevar)(?: \w+){0,3}",
        r"(?:cuenta|cuentame|contame|cuenteme|dime|sabes|di|echate)(?: (?:un|algun|otro|me|mas|buen|algunos|contar))* (?:chiste|chistes)(?: \w+){0,4}$",
        r"(?:dame|pasame|me das|sabes|tienes|quiero|ensename|cual es|necesito|dime)(?: (?:la|una|alguna|buena|tu|de))* (?:receta|recetas)(?: \w+){0,6}$",
        r"^receta (?:de|para)(?: \w+){1,5}$",
        r"quien (?:gano|gana|ganara|va a ganar|va ganando)(?: \w+){0,6}",
        r"quien (?:es|fue) (?:el |la )?(?:\w+ )?(?:presidente|presidenta|papa|alcalde|gobernador|primer ministro)(?: \w+){0,5}",
        r"(?:escribe|escribeme|cantame|canta|hazme|haz|cuentame|crea)(?: (?:un|una))(?: \w+)? (?:poema|poesia|cancion|cuento|historia|codigo|carta)(?: \w+){0,8}",
        r"(?:que hora es|que horas son|que dia es(?: hoy)?|que fecha es(?: hoy)?)(?: ahora| ahi)*$",
        r"cual es (?:la|el) (?:capital|poblacion|sentido|moneda) de(?: \w+){1,4}",
        r"(?:traduce|traduceme|traducir|traduccion)(?: \w+){0,6} (?:a el|a|en) \w+",
        r"(?:ayuda|ayudame|ayudarme)(?: \w+){0,2} (?:con|en) (?:(?:la|los|mi|mis|el) )*(?:tarea|tareas|deberes|matematicas|examen)(?: \w+){0,4}$",
    ),
    "asks_privacy": (
        r"(?:borra|borrar|borre|elimina|eliminar|elimine|quita|quitar|olvida|suprime|borren|eliminen)(?: (?:todos|todo|los|las|el|la|mi|mis|esta|este|de))* (?:datos|cuenta|conversacion|conversaciones|historial|informacion|mensajes|chat|perfil)(?: \w+){0,4}$",
        r"que (?:datos |informacion |cosas )?(?:sabes|saben|sabe|tienes|tienen|guardas|guardan|almacenan|recopilan)(?: \w+){0,3} (?:de mi|sobre mi|mios|mia)",
        r"(?:esta|este|la|mi|mis|el|los|las)(?: \w+)? ?(?:conversacion|chat|mensajes|datos|informacion|tarjeta)(?: \w+){0,3} (?:se graba|se graban|se guarda|se guardan|grabad[oa]s?|guardad[oa]s?|privad[oa]s?|compartid[oa]s?|protegid[oa]s?|confidencial|confidenciales|queda grabad[oa])",
        r"(?:guardan|guardas|guarda|graban|grabas|graba|almacenan|comparten|venden|recopilan|registran|se guarda|se graba|estan grabando)(?: (?:los|las|el|la|mi|mis|esta|este|datos|numero|de))* (?:datos|tarjeta|tarjetas|conversacion|mensajes|informacion|chat)(?: \w+){0,3}$",
        r"(?:privacidad|rgpd|proteccion de datos)(?: \w+){0,3}$",
        r"(?:darme de baja|dame de baja|quiero (?:la )?baja|no quiero (?:mas )?recibir|dejar de recibir)(?: \w+){0,6}$",
        r"que (?:pasa|hacen|haces) con (?:mis|mi) (?:datos|tarjeta|informacion)(?: \w+){0,3}$",
        r"quien (?:puede |va a )?(?:ver|ve|leer|lee)(?: \w+){0,3} (?:escribo|conversacion|mensajes|datos)",
        r"como (?:borro|elimino|quito)(?: \w+){0,2} (?:conversacion|datos|cuenta|historial)(?: \w+){0,3}$",
    ),
    "asks_invoice": (
        r"(?:necesito|quiero|quisiera|manda|mandame|mandar|mandas|envia|enviame|enviar|emiten|emites|hacen|dan|hay|donde esta|tienen|solicito|pedir|recibir|me das|me dan|descargo|descargar|veo|encuentro)(?: \w+){0,4} (?:factura|facturas|boleta|recibo|comprobante fiscal|cfdi|ticket de compra)(?: \w+){0,6}$",
        r"^(?:la |una |mi |y la )?(?:factura|recibo)(?: por favor| de mi pedido| de la compra)*$",
    ),
    "asks_terms": (
        r"(?:tengo que|hay que|necesito|debo|se necesita|tienes que) (?:tener|ser)(?: (?:mas de|por lo menos|a el menos|minimo))? (?:\d+|mayor|adulto)(?: \w+){0,5}$",
        r"(?:edad minima|limite de edad|restriccion de edad|desde que edad|que edad)(?: \w+){0,5}",
        r"(?:tengo|soy|el tiene|ella tiene)(?: \w+)? (?:\d{1,2} anos|menor de edad|menor)(?: \|)?(?: \w+){0,2} (?:puedo|puede|se puede|podria)",
        r"menor(?:es)? de edad(?: \w+){0,5}$",
        r"mi (?:mama|papa|madre|padre|abuela|abuelo|esposo|esposa|marido|mujer) (?:va a|puede|quiere|paga|pagara) ?(?:pagar|comprar)?(?: \w+){0,4}",
    ),
    "goods_missing": (
        r"(?:falta|faltan|falto|faltaba|faltaron|vino sin)(?: (?:un|una|el|la|los|las|\d+|dos|algunos))? (?:articulo|articulos|producto|productos|pieza|piezas|parte|partes|prenda|cosa|cosas)(?: \w+){0,5}$",
        r"(?:robaron|me robaron|fue robad[oa]|se lo robaron)(?: \w+){0,5}$|(?:llego|vino) (?:abiert[oa]|vaci[oa]|violad[oa])(?: \w+){0,6}$",
    ),
    # Ways to pay that AgentPay has not.
    "by_other": (
        r"(?:paypal|apple ?pay|google ?pay|efectivo|transferencia|mercado pago|oxxo|bizum|cheque|bitcoin|cripto|contra ?reembolso|contra ?entrega)",
    ),
    "checks_number": (
        r"(?:ver|revisar|rastrear|consultar|buscar|checar|revisa|verificar)(?: \w+){0,2} (?:pedido|orden)",
    ),
    "complains": (
        r"(?:repartidor|mensajero|cartero|empleado|empleada|vendedor|vendedora|personal|chico de el reparto)(?: \w+){0,4} (?:grosero|grosera|maleducad[oa]|borde|rud[oa]|antipatic[oa])(?: \w+){0,4}$",
        r"(?:nadie|nunca|ustedes no)(?: \w+)? (?:responde|responden|contesta|contestan|atiende|atienden|resuelve)(?: \w+){0,5}$",
        r"(?:estoy|muy|quede)(?: \w+){0,2} (?:decepcionad[oa]|frustrad[oa]|enojad[oa]|enfadad[oa]|molest[oa]|indignad[oa]|hart[oa]|furios[oa])(?: \w+){0,5}$",
        r"(?:pesimo|pesima|horrible|terrible|peor|mal|mala) (?:\w+ )?(?:atencion|servicio|tienda|experiencia|soporte|empresa)(?: \w+){0,3}$|(?:atencion|servicio) (?:\w+ )?(?:pesim[oa]|horrible|terrible|mal[oa])$",
        r"(?:nunca|no) (?:mas |volvere a |vuelvo a )+(?:\w+ )?(?:compro|comprar|volver)(?: \w+){0,4}$",
        r"(?:voy a|los voy a|les voy a) (?:\w+ )?(?:denunciar|demandar|reportar)\w*(?: \w+){0,5}$|(?:profeco|consumo|indecopi)$",
        r"(?:falta de respeto|inaceptable|una verguenza|indignante|una burla|tomadura de pelo)(?: \w+){0,3}$",
    ),
    "charged_wrong": (
        r"(?:cobraron|cobro|cobrado|cobrada|descontaron|debitaron|cargaron|cargado|descontado|cobrando)(?: \w+){0,4} (?:dos veces|doble|2 veces|de mas|mal|duplicado|otra vez|por duplicado)",
        r"(?:pague|pagado|pagamos)(?: \w+){0,3} (?:dos veces|doble|2 veces)",
        r"(?:dos|2|tres|3|varios|doble) (?:cargos|cobros|cargo|cobro|pagos)|(?:cargo|cobro)(?: \w+){0,6} (?:que )?no (?:reconozco|hice|autorice|conozco)|(?:cargo|cobro) (?:desconocido|indebido|extrano|duplicado|doble)",
        r"doble (?:cobro|cargo)",
    ),
    "changes_order": (
        r"(?:cambiar|cambia|cambie|modificar|modifica|corregir|corrige|editar|actualizar|cambio)(?: \w+){0,4} (?:de el|en el|de la|en la|de|en|a) (?:mi |la |el |ese )?(?:\w+ )?(?:pedido|compra|orden)",
        r"(?:cambiar|cambia|modificar|modifica|editar|corregir) (?:(?:el|la|mi|ese) )*(?:pedido|compra|orden)",
        r"(?:anade|anadir|anademe|agrega|agregar|agregame|pon|poner|ponme|suma|sumar|incluye|incluir|mete)(?: \w+){0,5} (?:a|en|a el|en el) (?:(?:mi|mismo|ese|ultimo) )+(?:pedido|orden|compra)(?: \w+){0,3}$",
        r"(?:pedi|compre|elegi|escogi|seleccione)(?: \w+){0,3} (?:equivocad[oa]|que no era|incorrect[oa]|mal)(?: \w+){0,3}$",
        r"(?:parar|para|detener|deten|suspender) (?:el |mi |la )+(?:pedido|compra|orden)",
    ),
    "changes_address": (
        r"(?:cambiar|cambia|cambie|cambiarme|modificar|modifica|corregir|corrige|actualizar|actualiza)(?: (?:el|la|mi|de))* (?:direccion|codigo postal|domicilio)",
        r"(?:puse|escribi|di|meti|coloque|ingrese)(?: \w+){0,4} (?:mal|equivocad[oa]|incorrect[oa]|viej[oa]|antigu[oa])|direccion(?: \w+){0,2} (?:equivocada|incorrecta|mal|vieja)",
        r"(?:manda|mandalo|mandar|envia|envialo|enviar|entrega|entregalo)(?: \w+){0,3} (?:a|en) (?:otra|una nueva|otro) (?:direccion|lugar|domicilio)",
        r"me equivoque (?:(?:de|en|con|el|la|a el|poner|escribir|mi) )*(?:direccion|domicilio|numero|calle|codigo postal|correo|ciudad)",
    ),
}
