"""What is said about payments, orders and returns, and to people."""

from __future__ import annotations

from agentpay_plugin.language.spanish.fragments import CAN_YOU, GOODS, PAYMENT, PLEASE

_SENT = r"(?:hecho|hecha|realizado|realizada|efectuado|efectuada|completado|completada|enviado|enviada|listo|lista|ok|aprobado|confirmado|completo|exitoso|exitosa|finalizado|transferido)"
_MINE = r"(?:mi|mis|nuestro|nuestra|nuestros)"
_PERSON = r"(?:persona|personas|humano|humana|agente|agentes|vendedor|vendedora|alguien|soporte|gerente|asesor|asesora|asesores|operador|operadora|encargado|encargada|responsable|supervisor|representante|equipo|ejecutivo|servicio al cliente|atencion al cliente)"

AFTERWARDS: dict[str, tuple[str, ...]] = {
    "says_paid": (
        r"(?:yo |ya |acabo de |ahora |todo |si |ok |listo |he |lo |la |te |les )*(?:pague|pagamos|abone|cancele el (?:pago|total|monto))",
        r"(?:he|hemos|ya he|ya hemos) (?:pagado|abonado|hecho (?:el|la|un|una) (?:pago|transferencia|deposito)|transferido|realizado (?:el|la) (?:pago|transferencia))",
        r"(?:acabo de|acabamos de|termine de) (?:pagar\w*|hacer (?:el |la |un |una )?(?:pago|transferencia|deposito|giro|bizum|pix)|transferir\w*|depositar|abonar|realizar (?:el |la )?(?:pago|transferencia)|enviar (?:el |la )?(?:pago|comprobante|transferencia))",
        r"^(?:si |ok |todo |ya |listo |esta )*(?:pagado|pagada|abonado)(?: (?:ya|ahora|todo|hoy|por \w+))*$",
        r"(?:ya (?:esta|quedo|fue)|esta todo|esta|quedo|fue) pagad[oa]",
        rf"{PAYMENT} (?:ya |esta |fue |ha sido |se ha )*{_SENT}",
        rf"(?:hice|hicimos|realice|efectue|mande|envie|transferi|deposite|complete|pase|adjunte|adjunto) (?:ya |ahora |hoy |ayer )?(?:el |la |un |una |mi |este |los )?(?:\w+ )?{PAYMENT}",
        r"(?:ya|acabo de|recien) (?:transferi|deposite|mande|envie|pague|abone)(?: \w+){0,3}$",
        r"^(?:\w+ ){0,2}(?:transferi|deposite)(?: \w+){0,3}$",
        r"(?:aqui esta|ahi va|ahi esta|adjunto|te paso|te mando|les paso) (?:el )?(?:mi )?comprobante",
    ),
    "not_paid": (
        r"(?:no|nunca) (?:\w+ )?(?:pague|pagamos|he pagado|hice (?:el |la )?(?:pago|transferencia)|realice)",
        r"(?:aun no|todavia no|sin) (?:\w+ )?(?:pague|he pagado|pagado|pagar|pago|lo he pagado)",
        r"(?:voy a|quiero|quisiera|despues de|cuando|una vez que|en cuanto|si|antes de|hasta|puedo|necesito|para|luego de) (?:yo |ya |lo |la |te |haya |les )*(?:pagar\w*|pague|pago|pagado)",
    ),
    "payment_state": (
        rf"(?:ha|han|habra|habran) (?:\w+ )?(?:llegado|entrado|pasado|recibido|funcionado|aprobado|salido bien|confirmado|procesado|rechazado|denegado|declinado|cobrado) (?:ya |bien )?(?:el |mi |la |los |su )?{PAYMENT}",
        rf"(?:mi|el|del|de mi|la|al) {PAYMENT}(?: \w+){{0,5}} (?:llego|entro|acredito|acredita|acreditado|aprobad[oa]|rechazad[oa]|rechazo|rechaza|denegad[oa]|declinad[oa]|confirmad[oa]|confirmo|pendiente|procesando|procesad[oa]|procesado|aparece|recibid[oa]|error|fallo|fallido|duplicad[oa]|cobrad[oa]|debitad[oa]|bloquead[oa]|devuelt[oa]|verificad[oa]|cancelad[oa]|problema|paso|pasa|no (?:llego|entro|paso|pasa|se|ha|fue|esta|funciona|aparece|me))",
        rf"{PAYMENT} (?:\w+ )?(?:acreditad[oa]|rechazad[oa]|denegad[oa]|declinad[oa]|confirmad[oa]|pendiente|fallo|fallid[oa]|no (?:llego|entro|paso|pasa|se|ha|fue|esta|funciona)|duplicad[oa]|en proceso)",
        rf"(?:llego|entro|se acredito|recibieron|recibio|recibiste|recibido|han recibido|confirmar\w*|confirma|confirman|confirmaron|verificar\w*|verifica|verifican|revisar|revisan|rechazo|rechazaron|aprobaron|aprobo|confirmo|registro|acreditaron|les llego|te llego|paso|se hizo|se proceso) (?:ya |si |\w+ )?(?:el |la |mi |del |tu )?{PAYMENT}",
        rf"(?:estado|situacion|confirmacion|problema|problemas|error|fallo|inconveniente) (?:de|del|con|en|con el|con la|en el|de mi|con mi) (?:el |la |mi )*{PAYMENT}",
        r"(?:me|nos) (?:han |ya |lo |hicieron |fue )*(?:cobraron|cobrado|cobro|cobrad[oa]|debitaron|debitado|descontaron|descontado|cargaron|cargado|un cargo|doble cargo)",
        r"(?:cobro|cobraron|pague|pago|cargo|cargaron) (?:\w+ ){0,3}(?:dos veces|doble|duplicad[oa]|2 veces)",
        r"(?:cobro|cargo|pago) (?:doble|duplicado|no reconocido|desconocido|extrano|indebido)",
        r"(?:dos|2|tres|3|varios) (?:cargos|cobros)|(?:cargo|cobro) (?:\w+ ){0,8}(?:que )?no (?:reconozco|hice|autorice|conozco)",
        r"no (?:\w+ )?(?:puedo|pude|logro|logre|he podido|me deja) (?:\w+ )?(?:pagar\w*|hacer el pago|completar el pago|realizar el pago)",
        r"(?:esperando|espero) (?:la )?(?:confirmacion|aprobacion|acreditacion)(?: (?:del|de mi))?(?: pago)?",
        r"(?:salio bien|se realizo|se efectuo|se completo) (?:el |mi )?pago",
        r"por que (?:\w+ ){0,4}(?:pago|tarjeta|transferencia|transaccion|compra)(?: \w+){0,4} (?:rechazad[oa]|rechazo|pendiente|no|cancelad[oa]|denegad[oa]|fallo)",
        r"(?:otra|nueva|segunda) tarjeta|tarjeta (?:distinta|diferente)|cambiar (?:de |la )?tarjeta",
        r"(?:enlace|link|qr|codigo qr|codigo de pago|pagina de pago)(?: \w+){0,2} (?:no (?:funciona|abre|carga|sirve)|invalido|vencio|vencido|caduco|caducado|expiro|expirado|error)",
        r"(?:mi |el )?banco(?: \w+){0,4} (?:rechazo|rechaza|bloqueo|dice|dijo|nego)(?: \w+){0,6}$",
        r"^(?:por favor |puedes |ok )*(?:revisa|revisalo|verifica|verificalo|mira|checa|comprueba)(?: (?:de nuevo|otra vez|nuevamente))+(?: por favor)?$",
    ),
    "cancels_payment": (
        rf"(?:cancela|cancelar|cancele|cancelen|cancelo|interrumpe|aborta|abortar|deten|detener|anula|anular|anule) (?:\w+ )?{PAYMENT}",
        r"(?:no|ya no) (?:quiero|deseo|voy a) (?:mas )?pagar",
        rf"^{PLEASE}(?:{CAN_YOU} |quiero |quisiera )?(?:cancela|cancelar|cancele|cancelen|cancelalo|cancelarlo|aborta|abortar|anular)(?: (?:eso|todo|por favor|ahora|esto))*$",
    ),
    "cancels_order": (
        r"(?:cancel\w+|anular|desistir de) (?:\w+ ){0,3}(?:pedido|pedidos|compra|compras|orden|ordenes|encargo)",
        r"(?:quiero|queria|quisiera|necesito|me gustaria|como|puedo|se puede|por favor|favor|deseo)(?: \w+){0,5} (?:cancelar\w*|cancelacion|cancelo)",
    ),
    "order_status": (
        rf"(?:donde (?:esta|anda|quedo|se encuentra|puedo ver|veo|viene|va)|adonde esta|que paso con|que hay de|que ha pasado con|que sabe\w* de) (?:el |la |los |las |mi |mis |nuestro |nuestra )*(?:\w+ )?{GOODS}",
        r"donde estan mis (?:cosas|productos|compras)",
        r"(?:rastrear|rastrea|rastreo|rastreame|seguimiento|tracking|trackear|localizar (?:mi|el|la)|seguir (?:mi|el))(?: (?:de|del|mi|mis|el|la|pedido|pedidos|orden|compra|paquete|envio|codigo|link|numero|producto))*",
        rf"(?:estado|status|estatus|situacion|novedades|novedad|noticias|actualizacion|informacion|info) (?:de|del|sobre|acerca de|sobre el|de la) (?:el |la |mi |mis |un )*(?:\w+ )?{GOODS}",
        r"^(?:cual es )?(?:el )?(?:estado|status|estatus)(?: (?:de|del|mi|pedido|envio|compra|orden))*$",
        rf"(?:mi|mis|nuestro|nuestra) (?:\w+ )?{GOODS}(?: \w+){{0,4}} (?:llega|llego|llegar|llegara|llegado|llegan|llegaron|salio|enviad[oa]s?|enviaron|despachad[oa]s?|despacharon|entregad[oa]s?|entregar|entregaron|retrasad[oa]s?|retraso|atrasad[oa]|demorad[oa]|demora|vino|viene|recibi|recibido|camino|parad[oa]|perdid[oa]|extraviad[oa]|confirmad[oa]|preparando|estado|tarda|tardando|transito|retenid[oa]|sale)",
        r"(?:pedido|orden|paquete|compra|producto|envio|entrega|encomienda) (?:\w+ ){0,3}(?:no (?:llego|llega|ha llegado|vino|fue entregado|salio|me llego)|retrasad[oa]|demorad[oa]|ya (?:salio|fue enviado|fue despachado|llego)|fue (?:enviad[oa]|despachad[oa])|esta (?:retrasad[oa]|demorad[oa]|parad[oa]|tardando)|en camino)",
        r"(?:no|nunca|todavia no|aun no) (?:\w+ ){0,2}(?:recibi|recibimos|recibido|llego|llegado|entregaron|entregado|despacharon|llega)(?! (?:la |el |un )?(?:respuesta|correo|email|codigo|enlace|descuento|cupon|sms|confirmacion))",
        rf"(?:cuando|que dia|para cuando) (?:\w+ ){{0,4}}(?:mi|mis) (?:\w+ )?{GOODS}",
        rf"(?:cuando|que dia) (?:\w+ ){{0,3}}(?:recibo|voy a recibir|recibire) (?:el |la |mi )+(?:\w+ )?{GOODS}",
        r"(?:ya )?(?:hice|realice|efectue|hicimos|he hecho|he realizado|levante) (?:un|una|el|la|mi|este|esta) (?:pedido|compra|orden|encargo|pedidos|compras)",
        r"(?:compre|pedi|encargue|ordene|he comprado|he pedido)(?: \w+){0,6} (?:dia|ayer|semana|mes|dias|hace|y (?:todavia |aun )?no|numero|no llego|no ha llegado|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
        r"(?:ya )?(?:fue|fueron|ha sido|esta siendo) (?:enviad[oa]s?|despachad[oa]s?|entregad[oa]s?)",
        r"(?:tendria que|deberia|tenia que|debia) (?:de )?haber(?:me)? (?:llegado|sido entregado|recibido)",
        r"ya (?:lo |la |me lo )?(?:enviaron|despacharon|mandaron)",
        rf"(?:ver|consultar|verificar|revisar|encontrar|sobre|saber de|chequear|checar|acerca de) (?:el |la |los |las |de )?(?:mi|mis) {GOODS}",
        r"(?:numero|codigo) (?:de|del) (?:mi )?(?:pedido|compra|orden|rastreo|seguimiento|guia)",
        r"(?:pedido|orden|compra) (?:numero |n |no )?\d{3,}",
        rf"{_MINE} (?:\w+ )?(?:pedido|pedidos|orden|ordenes|paquete|paquetes|compra|compras|envio|entrega|encomienda)",
        r"(?:cuando|donde|a que hora|cuanto tiempo)(?: \w+){0,6} (?:el|la|los|las|este|ese) (?:pedido|pedidos|orden|paquete|encomienda)",
        r"(?:status|situacion|estado|estatus|progreso|seguimiento|detalles)(?: \w+){0,3} (?:pedido|pedidos|orden|paquete|encomienda|seguimiento|rastreo)",
        r"(?:compre|pedi|encargue|ordene|he comprado|he pedido|habia (?:comprado|pedido|encargado))(?: \S+){0,9} (?:cuando|llega|llegan|llego|todavia|aun|donde|ya|recibi|tarda|tardar|tardara|entregar|entregan|estado|rastrear|tiempo|llegado)",
        r"(?:que|lo que) (?:yo )?(?:compre|pedi|encargue|ordene)",
        r"(?:retraso|demora) (?:en|de|del|con) (?:la |el |mi )*(?:entrega|pedido|envio)",
    ),
    "not_order_status": (
        r"(?:si|cuando|antes de|despues de|una vez que) (?:yo |lo |la )?(?:compro|compre|comprar\w*|pido|pida|pedir\w*|llevo|hago el pedido)",
        r"donde (?:puedo |lo )?(?:compro|comprar\w*|encuentro el|consigo)",
        r"(?:hacer|hago|empezar|armar|repetir|repite|repetime|agregar|agrega|anadir|anade|poner|pon|incluir|incluye|modificar|cambiar|devolver|aumentar) (?:\w+ ){0,4}(?:pedido|compra|compras|orden)",
        r"(?:garantia|cuotas|plazos|descuento|cupon|pagar\w*|intereses|embalaje|envoltura)",
        r"(?:en|a|para) (?:mi|mis) (?:proxim[oa] )?(?:\w+ )?(?:pedido|compra|orden)$",
        r"(?:mi) (?:primera|primer|proxima|proximo|lista de) (?:compra|compras|pedido)",
    ),
    "returns_goods": (
        r"(?:quiero|queria|quisiera|necesito|me gustaria|deseo|puedo|solicito|como hago para)(?: \w+){0,2} (?:devolver\w*|devolucion|reembolso|reembolsar|reintegro|cambiar\w*(?! (?:\w+ ){0,4}(?:a|por|de color|de talla|la cantidad|la talla|el color|mi|el pedido|la direccion))|hacer (?:un |una )?(?:cambio|devolucion))",
        r"(?:devuelvan|devuelva|regresen|reembolsen|reintegren) (?:mi|el|la) (?:dinero|plata|importe)",
        r"^(?:por favor )?(?:devolver|devuelvan|reembolso|reembolsen|devolucion de) (?:el|la|mi|este|esta) (?:\w+)$",
        r"(?:quiero|devuelvanme|devuelvame|devuelveme|devolveme|regresenme) (?:mi )?(?:dinero|plata)(?: de vuelta)?",
        r"^(?:por favor )?(?:reembolso|devolucion|reintegro|devuelvanme mi dinero)(?: por favor| ya| ahora)*$",
    ),
    "came_wrong": (
        r"(?:llego|llegaron|vino|vinieron|entregaron|mandaron|enviaron|recibi|recibimos|trajeron|ha llegado|han llegado)(?: \w+){0,6} (?:rot[oa]s?|danad[oa]s?|quebrad[oa]s?|aplastad[oa]s?|rasgad[oa]s?|abollad[oa]s?|golpead[oa]s?|defectuos[oa]s?|con defecto|vencid[oa]s?|caducad[oa]s?|equivocad[oa]s?|erroneo|erronea|incorrect[oa]s?|malograd[oa]s?|pinchad[oa]s?|estropead[oa]s?)",
        r"(?:producto|articulo|talla|color|modelo|pedido|paquete) (?:equivocad[oa]|erroneo|incorrecto|rot[oa]|defectuos[oa]|danad[oa])(?: \w+){0,2} (?:llego|vino|entregado|recibido)",
        r"(?:se (?:me )?(?:rompio|descosio|dano|encogio|destino|estropeo)|dejo de funcionar)(?: \w+){0,5}$",
        r"no es lo que (?:pedi|compre|ordene)|(?:llego|mandaron|enviaron|recibi|vino)(?: \w+)? (?:la |el |otra |otro |un |una )?(?:talla|color|producto|articulo|modelo|pedido) (?:equivocad[oa]|incorrect[oa]|erroneo|que no)",
        r"(?:llego|vino|llegaron|vinieron)(?: \w+)? con (?:un |una |unos |varias )*(?:grieta|agujero|agujeros|mancha|manchas|rasguno|defecto|raya|rayas|hueco|rotura)(?: \w+){0,4}",
    ),
    "wants_person": (
        rf"(?:hablar|conversar|hablo|comunicar\w*|contactar\w*|contacto|atienda|pasame|paseme|pasar|pasen|transfiere\w*|transferir|llamar|llama|conectar\w*|atencion|necesito|quiero|quisiera|ayuda|chat|chatear)(?: (?:con|por|para|de|a|al|el|la|un|una|algun|alguna|me|otro|otra|su|directamente|ya|que|atienda))* {_PERSON}",
        rf"^{PLEASE}{_PERSON}(?: (?:por favor|real|humano|humana|ahora))*$",
        r"^(?:atencion|soporte|servicio|ayuda)(?: (?:a el|al|de|cliente|clientes|tecnico|por favor|del|servicio|atencion))+$",
        rf"{_PERSON} (?:para que|que pueda|que) (?:me )?(?:atienda|ayude|responda|resuelva|ayudar|atender)",
        r"(?:atencion|agente|persona|asesor|soporte) (?:humana|humano|real|de verdad|personalizada)",
        rf"(?:hay|tienen|habra) (?:algun |alguna )?{_PERSON} (?:\w+ ){{0,3}}(?:ahi|que|disponible|en linea|real|para)",
        r"me (?:puede|podria|pueden|podrian) (?:atender|ayudar) (?:alguien|una persona)",
        r"(?:que )?me (?:atienda|llame|llamen|contacte|contacten) (?:una|un|alguien)",
        rf"^{PLEASE}(?:llamame|llameme|llamenme|contactame|contactenme|me (?:pueden|puedes|puede) llamar)",
        r"(?:hacer|poner|presentar|registrar|dejar|levantar) (?:un |una |mi )?(?:reclamo|reclamacion|queja)",
        r"(?:quiero|voy a|quisiera) (?:\w+ )?(?:reclamar|quejarme)",
        r"no quiero (?:mas )?(?:hablar|chatear|tratar)(?: \w+)? con (?:un |una |este )?(?:robot|bot|maquina|computadora|ordenador)|me (?:atiende|va a atender) (?:alguien|una persona)(?: \w+){0,3}",
        r"(?:con |a )?quien (?:puedo|se puede|me puede) (?:hablar|llamar|contactar|atender)",
    ),
    "greets": (
        r"^(?:hola|que onda|que hubo|hay alguien|hay alguien ahi|buenas|buenos dias|buenas tardes|buenas noches|buen dia|que tal|hey|hi|hello|oi|saludos|bienvenido|bienvenidos|alo|que onda|ey|como estas|como esta)(?: (?:hola|que|tal|como|estas|esta|estan|a|todos|amigo|amiga|buenas|buenos|dias|tardes|noches|buen|dia|va|te|todo|bien|equipo|gente|onda|muy|les))*$",
        r"^(?:(?:ja|je|ji){2,}j?|lol|xd)(?: (?:ok|lol))*$",
    ),
    "thanks": (
        r"(?:gracias|agradezco|agradecido|agradecida|muy amable|te lo agradezco|se agradece|me ayudaste mucho)",
        r"(?:te quiero|te quiero mucho|te amo|los amo|eres (?:muy |tan )*(?:genial|increible|linda|lindo|amable|maja|majo|buena onda|un amor|el mejor|la mejor|lo maximo|un crack|un sol))$",
    ),
    "parts_with": (
        r"^(?:ok )?(?:gracias )?(?:\w+ )?(?:adios|chau|chao|hasta luego|hasta pronto|hasta manana|nos vemos|hasta la vista|bye|me voy|cuidate|saludos)(?: \w+){0,6}$",
    ),
    "yes": (
        r"^(?:si|sip|ok|es[aeo]|es[ae] mism[oa]|justo es[aeo]|intentar de nuevo|intenta de nuevo|intentar otra vez|intentalo de nuevo|intentalo otra vez|reintentar|de nuevo|otra vez|claro|claro que si|por supuesto|desde luego|obvio|seguro|vale|dale|va|sale|orale|venga|listo|perfecto|genial|de acuerdo|bueno|esta bien|me parece|me parece bien|eso|eso mismo|eso es|exacto|exactamente|correcto|asi es|adelante|hagale|hazlo|hacelo|avisala|avisale|avisa|llamala|hagamoslo|de una|por favor|con gusto|como no|acepto|confirmo|confirmado|confirmar|confirma|afirmativo|positivo|quiero|si quiero|aja|ya|bien|muy bien|excelente|fenomenal|estupendo|trato hecho|hecho|cierto|simon|andale|agregalo|agregala|anadelo|ponlo|procede|continua|sigamos|sigue|vamos|vamos alla|cuando quieras|encantado|encantada|chevere|bacan|okay|joya|buenisimo|barbaro)(?: (?:si|claro|por favor|gracias|ok|quiero|dale|vale|esta bien|bien|eso|lo|la|me|parece|perfecto|adelante|ahora|ya|entonces|confirmo|de acuerdo|listo|agregalo|agregala|anadelo|ponlo|hazlo|que|sigamos|genial|va|muy|bueno|hecho|correcto|exacto))*$",
    ),
    "no": (
        r"^(?:no|nop|no gracias|no quiero|ahora no|todavia no|aun no|hoy no|nunca|jamas|nada|ninguno|ninguna|para nada|ni hablar|negativo|volver|atras|regresar|dejalo|olvidalo|despues|luego|mas tarde|espera|espere|para|alto|cancela|cancelar|mejor no|creo que no|no hace falta|por ahora no|tal vez luego|ni|que no|claro que no|no se|paso|de momento no)(?: (?:gracias|por favor|no|ahora|hoy|todavia|mismo|quiero|muchas|eso|ok|esta bien|por ahora|mas|un poco|de momento|asi|estoy|bien))*$",
        r"^(?:jaja |ja |jajaja |oh |ok )*(?:perdon|perdona|perdone|disculpa|disculpe|disculpas|lo siento|era broma|es broma|era una broma|estaba bromeando|estoy bromeando)(?: (?:estaba|enojado|enojada|enfadado|por|eso|era|broma|yo|de verdad|solo))*$",
    ),
}
