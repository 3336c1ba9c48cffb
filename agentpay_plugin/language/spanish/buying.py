"""What is said to buy, or not to buy, and to change the cart."""

from __future__ import annotations

from agentpay_plugin.language.spanish.fragments import (
    ADD,
    ALSO,
    BUY,
    CAN_YOU,
    CART,
    GIVE_ME,
    INFINITIVE,
    ONE_TO_SIX,
    PLEASE,
    SURELY_BUY,
    THIS,
    WANT,
)

_ADDING = rf"(?:{CAN_YOU} )?(?:me |ya |entonces |tambien )*{ADD}"
_TAKING = r"(?:me llevo|llevo(?! (?:esperando|tiempo|mucho|rato|(?:\w+ ){1,2}(?:dias?|semanas?|mes|meses|horas?|minutos?|anos?)))|me quedo(?: con)?|compro|me lo llevo|me la llevo|me los llevo|me las llevo|voy a llevar|voy a comprar|voy a pedir|voy a querer|encargo|ordeno|me llevare|llevare|cojo)"
_TAKEN = r"(?:me l[oa]s? (?:llevo|quedo|compro|llevare)|l[oa]s? (?:compro|llevo|quiero|cojo|necesito|encargo|pido))"

_MORE = r"(?:(?:y|ok|si|ah|entonces|tambien|quiero|quisiera|dame|ponme|pon|agrega|agregame|anade|anademe|suma|sumame|me llevo|necesito|me das|me pones) )*"
_TAKE = rf"^{PLEASE}(?:(?:quiero|quisiera|me llevo|dame|ponme|pon|llevo|compro|entonces|pues) )*"
_STILL = r"(?: (?:ahi|aun|todavia|disponibles|en stock|comprar|pedir|llevar|entonces|por favor))*"
_PIECE = r"(?:de (?:ese|esa|esos|esas|estos|estas|este|esta|lo mismo|el mismo|la misma)|unidad|unidades|pieza|piezas|par|pares|igual|iguales|paquete|paquetes|bolsa|bolsas|caja|cajas|lata|latas|botella|botellas|copia|ejemplar|tambien)"

BUYING: dict[str, tuple[str, ...]] = {
    "buys": (
        rf"^{PLEASE}{SURELY_BUY}(?: \w+)?",
        rf"{WANT} {ALSO}{BUY}",
        rf"^{PLEASE}{_TAKING} {ALSO}(?:{THIS}|\w+)",
        rf"^{PLEASE}{_TAKEN}(?: ya| ahora| todo| por favor| igual| en| talla| \w+)*",
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:me )?(?:compra|compras|comprame|comprar|comprarme|pide|pideme|pida|pidame|pedime|pedirme|encarga|encargame|encargarme|ordena|ordename|ordenarme) (?:mas |ya |solo )*(?:un|una|unos|unas|mas|algun|alguna|dos|tres|cuatro|\d+|el|la|los|las|ese|esa|este|esta|otro|otra|algo|por favor|\w+ (?:para mi|por favor))(?! (?:informacion|ayuda|descuento|reembolso|factura))",
        rf"^{PLEASE}me compras \w+",
        r"(?:necesito|quiero|quisiera|me gustaria) que (?:me |usted |ustedes |tu )*(?:compres|compre|compren|pidas|pida|pidan|encargues|encargue|mandes|mande|agregues|agregue|anadas|pongas|ponga|reserves|reserve|apartes)",
        r"(?:repetir|repite|repeti|repitame) (?:el |la |mi |ese |esa )*(?:\w+ )?(?:compra|pedido|orden)",
        r"(?:volver a (?:pedir\w*|comprar\w*)|(?:comprar\w*|pedir\w*) (?:de nuevo|otra vez|nuevamente))",
        rf"^{PLEASE}(?:quiero|quisiera|necesito|dame) otr[oa](?: mas| igual)?$",
        r"(?:apuntame|anotame|inscribeme)(?: \w+)?",
        r"(?:lo|la|los|las) (?:voy a|quisiera|quiero|deseo) (?:comprar|llevar|pedir|encargar|adquirir)",
        r"(?:estoy|quede|estaria|estamos|ando) (?:muy |bastante )?interesad[oa]s?(?! en (?:trabajar|revender|saber|ser|vender))",
        r"(?:me|nos) interesa (?:comprar|adquirir|llevar|el producto|este|esta|ese|esa|mucho|el articulo)(?! saber)",
        rf"^{PLEASE}{_ADDING} (?:ahi |aqui |por favor |me |tambien )*{THIS}",
        rf"{_ADDING} (?:\w+ ){{0,6}}(?:al|a la|a mi|en el|en la|en mi|a) (?:mi )?{CART}",
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:agregal[oa]s?|agregarl[oa]s?|anadel[oa]s?|anadirl[oa]s?|sumal[oa]s?|ponl[oa]s?|ponel[oa]s?|metel[oa]s?|incluyel[oa]s?)(?: \w+){{0,4}}",
        rf"^{PLEASE}{GIVE_ME} (?:ahi |entonces |solo |por favor )*(?:{THIS}|\w+)",
        rf"^{PLEASE}{CAN_YOU} (?:me )?(?:dar|darme|mandar|mandarme|enviar|enviarme|vender|venderme|poner|ponerme|apartar|apartarme|separar|separarme|reservar|reservarme|traer|traerme|conseguirme) {THIS}",
        r"(?:hacer|realizar|cerrar|efectuar|levantar) (?:un|una|el|la|mi|este|esta) (?:nuevo |nueva )?(?:pedido|compra|orden|encargo)",
        r"(?:quiero|quisiera|queria|me gustaria|deseo|necesito) (?:este|esta|estos|estas|ese|esa|esos|esas|eso|esto|aquel|aquella)(?: (?:mismo|misma|de aqui|por favor|producto|ya|tambien|si|uno|una|aqui))*$",
        rf"^{PLEASE}(?:lo|la|los|las) (?:quiero|compro|llevo|necesito)(?: \w+){{0,4}}",
    ),
    "buys_what": (
        rf"{WANT} {ALSO}{BUY} (?P<what>.{{1,80}})",
        rf"^{PLEASE}{_TAKING} (?P<what>.{{1,80}})",
        rf"{_ADDING} (?P<what>.{{1,80}}?) (?:al|a la|a mi|en el|en la|en mi) (?:mi )?{CART}",
        rf"{_ADDING} (?:al|a la|a mi) {CART} (?P<what>.{{1,80}})",
        rf"{_ADDING} (?!(?:al|a el|a la|a mi|en el|en la|en mi|en) (?:mi )?{CART})(?P<what>.{{1,80}})",
        rf"{GIVE_ME} (?P<what>.{{1,80}})",
        r"(?:compra|compras|compre|comprame|comprarme|pide|pideme|pida|pidame|pedime|encarga|encargame|ordena|ordename|pidas|compres|agregues|anadas|pongas|enviar|mandar|vender|poner) (?P<what>.{1,80})",
        r"(?:darme|mandarme|enviarme|venderme|ponerme|apartarme|separarme|reservarme|traerme|dar|apartar|reservar) (?P<what>.{1,80})",
        rf"^{PLEASE}{SURELY_BUY} (?P<what>.{{1,80}})",
        r"interesad[oa]s? (?:en|por) (?P<what>.{1,80})",
        r"me interesa (?P<what>.{1,80})",
        r"(?:hacer|realizar) (?:un|una|el|la) (?:pedido|compra|orden|encargo) de (?P<what>.{1,80})",
    ),
    "wants_what": (
        rf"(?:quiero|quisiera|queria|querria|queremos|me gustaria|deseo|desearia|necesito|necesitaria|me llevaria|me llevo) (?:solo |tambien |mucho |solamente |nomas |unicamente )*(?!{INFINITIVE}(?: |$))(?!(?:te|me|se|le|les|que|no|mucho|saber|por|ser|eso|nada)(?: |$))(?P<what>.{{1,80}})",
    ),
    "how_to_buy": (
        r"como (?:yo |puedo |se |podria |hago |hacemos |le hago |lo |la |los |las |debo |para |es |seria |funciona |tengo que |puede uno )*(?:para |la |el |lo |una |a |de |que )*(?:comprar|compro|compra|comprarlo|comprarla|pedir|pido|pedirlo|encargar|encargo|adquirir|adquirirlo|adquiero|ordenar|ordeno|hacer (?:el |un |la |una |mi )?(?:pedido|compra|orden|encargo)|hago (?:el |un |la |una |mi )?(?:pedido|compra|orden|encargo))",
        r"(?:donde|por donde|en donde) (?:lo |la |los |puedo |se |podria |hago )*(?:compro|comprar|comprarlo|comprarla|pido|pedir|pedirlo|encargo|hago (?:el|un|mi) pedido|hacer (?:el|un|mi) pedido|clic para comprar)",
        r"(?:puedo|se puede|es posible|podria|podemos|podre) (?:yo |ya |aun |todavia |aqui )*(?:comprar\w*|encargar\w*|adquirir\w*|ordenar|pedirl\w+|hacer (?:el|un|una|la|mi) (?:pedido|compra|orden))",
        r"(?:boton|opcion|link|enlace|pagina) (?:de|para|donde) (?:comprar|compra|compro)",
    ),
    "cannot_buy": (
        r"no (?:\w+ )?(?:puedo|pude|podido|logro|logre|deja|permite|es posible|consigo|he podido|me sale) (?:\w+ ){0,5}(?:comprar\w*|pedir|agregar\w*|anadir\w*|finalizar|terminar|completar|carrito|compra|pedido)",
    ),
    "takes_rest": (
        r"(?:lo que|los que|las que|cuantos|cuantas|todo lo que|todos los que|todas las que) (?:se |le |les |te |os |me |ya )*(?:haya|hay|tengas|tengan|tengais|tienes|tienen|quede|queden|quedan|sobre|pueda|puedan|puedas|puedes)(?: \w+){0,3}$",
    ),
    # It is said to be taken, and nothing is asked: "cuantas hay" buys none, and "¡lo máximo!" is praise.
    "takes_all": (
        rf"{_TAKE}(?:todos los que|todas las que|los que|las que) (?:se |me |ya )*(?:haya|hay|tengas|tengan|tienes|tienen|quede|queden|quedan|pueda|puedan|puedas){_STILL}$",
        rf"{_TAKE}(?:cuantos|cuantas) (?:se |me |ya )*(?:haya|tengas|tengan|quede|queden|pueda|puedan|puedas){_STILL}$",
        rf"{_TAKE}(?:lo|el) maximo (?:que (?:se pueda|puedas|haya|tengas)|posible|permitido)(?: entonces| por favor)*$",
        rf"{_TAKE}(?:quiero|me llevo|dame|ponme|pon) (?:lo|el) maximo(?: entonces| por favor)*$",
        rf"{_TAKE}(?:todos|todas)(?: (?:ellos|ellas|entonces|por favor))*$",
    ),
    # What can be had of goods that are scarce, and nothing else beside it.
    "settles_for": (
        rf"^(?:(?:ok|vale|bueno|bien|entonces|pues|ah|si|dale|solo|nomas|dame|ponme|pon|me llevo|llevo|quiero|que sea|que sean|en ese caso|va) )*{ONE_TO_SIX}(?: (?:entonces|por favor|esta bien|nomas|nada mas|me vale|vale))*$",
    ),
    "doubles": (
        rf"^{PLEASE}(?:duplica|duplicar|dobla) (?:el |la |los |las )(?P<what>.{{1,60}})",
        rf"^{PLEASE}(?:(?:quiero|ponme|pon|dame|que sea|hazlo|mejor) )*(?:el doble|duplical[oa]s?|duplica|duplicar|duplicame)(?: (?:todo|eso|la cantidad|por favor))*$",
    ),
    "triples": (
        rf"^{PLEASE}(?:(?:quiero|ponme|pon|dame|que sea) )*(?:el triple|triplical[oa]s?|triplica)(?: (?:eso|por favor))*$",
    ),
    "fewer": (
        rf"{ONE_TO_SIX} menos(?: (?:de (?:el |la |los |las )?)?(?P<what>.{{1,60}}))?",
        rf"^{PLEASE}(?:quita|quitar|quite|quitame|saca|sacar|sacame|resta|elimina) (?:solo )?{ONE_TO_SIX}(?: (?:de (?:ellas|ellos|esas|esos)|solo|por favor|unidad|unidades))*$",
    ),
    "some_more": (
        r"(?:unos|unas|algunos|algunas|un par|unos cuantos|unas cuantas) mas(?: (?:de (?:esos|esas)))?(?: por favor)?$",
    ),
    "of_each": (
        r"(?:un|uno|una|1) (?:de|en|por) cada(?: (?:color|talla|sabor|tipo|uno|una))?",
        r"(?:un|uno|una|1) cada|cada (?:color|talla|sabor)|todos los (?:colores|sabores|tipos)",
    ),
    "all_shown": (
        r"(?:ok |pues |entonces |vale |quiero |me llevo |dame |ponme |si )*(?:todos|todas|ambos|ambas|(?:los|las) (?:dos|tres|cuatro|cinco|seis|\d)|(?:uno|una) de cada(?: uno| una)?)(?: entonces| por favor)*",
    ),
    "ranges_over": (r"(?:o|u|entre|cual|cuales)",),
    "like_the_last": (
        r"(?:de |en )?(?:el|la|lo) mism[oa](?: (?:talla|color|modelo|tamano|numero))?",
    ),
    "of_those": (r"de (?:las|los|el|la|esas|esos|estas|estos|ellas|ellos)|del",),
    "all_of_several": (r"(?:todos|todas|ambos|ambas|los dos|las dos)",),
    "instead": (
        r"(?:en vez|en lugar|en vez d\w+|en realidad|en total|(?:a el|al) final|mejor|perdon|quise decir|corrijo)",
    ),
    "how_to_check_out": (
        r"(?:como|donde) (?:\w+ ){0,4}(?:finalizo|finalizar|termino|terminar|cierro|concluyo|completo)(?: (?:la |el |mi )*(?:compra|pedido|orden))?",
        r"(?:puedo|podemos|ya puedo|se puede) (?:ya )?(?:pagar|finalizar|terminar)(?: ahora| ya| por favor| la compra| el pedido)*$",
    ),
    "adds_more": (
        rf"^{_MORE}{ONE_TO_SIX} {_PIECE}?mas(?: {_PIECE})*(?: por favor)?$",
        rf"^{_MORE}(?:otro|otra|otros|otras)(?: {ONE_TO_SIX})?(?: (?:mas|{_PIECE}))*(?: por favor)?$",
        rf"^{_MORE}mas {ONE_TO_SIX}$",
    ),
    "refuses": (
        rf"no (?:\w+ ){{0,3}}?(?:quiero|quisiera|queria|queremos|voy a (?:\w+ )?(?:comprar\w*|llevar\w*|pagar|pedir)|necesito|compro|llevo|pienso comprar|deseo|gusto|me interesa|interesa|estoy interesad[oa]|me decido|decidi|{ADD}|agregues|anadas|pongas|compres|compre)",
        r"(?:nunca|jamas) (?:\w+ ){0,2}(?:comprar\w*|compro|llevar\w*|quiero|voy)",
        r"^(?:ok )?(?:no|no no|nada|dejalo|deja|dejemoslo|olvidalo|olvida|olvidate|despues|luego|mas tarde|otro dia|en otro momento|otra vez sera|ahora no|todavia no|aun no|ni loco|para nada|tal vez luego|quizas luego|mejor no|por ahora no|hoy no|paso|nel|que va|no gracias)(?: (?:gracias|por favor|no|ahora|mismo|asi|hoy|quiero|de momento|por ahora|muchas|ya|esta bien|luego))*$",
        r"(?:no quiero|no necesito|no llevo) nada",
        r"(?:solo|solamente|nomas|unicamente|nada mas) (?:estoy |estaba |ando )*(?:mirando|viendo|curioseando|averiguando|consultando|preguntando|echando|miraba|curiosidad|queria saber)",
        r"(?:echando|dando|echar|dar) un(?:a)? (?:vistazo|ojeada|mirada|vuelta)",
        r"(?:lo pensare|lo voy a pensar|dejame pensarlo|tengo que pensarlo|lo pienso|mejor no|no me convence)",
    ),
    "postpones": (
        r"(?:manana|despues|luego|mas tarde|mas adelante|otro dia|en otro momento|la (?:semana|quincena) que viene|el (?:mes|ano|lunes|martes|miercoles|jueves|viernes|sabado|domingo) que viene|proxim[oa] (?:semana|mes|ano|vez|quincena)|cuando (?:cobre|me paguen|reciba|pueda|tenga)|en unos dias|fin de mes|esta noche)",
    ),
    "removes": (
        rf"^{PLEASE}(?:{CAN_YOU} |(?:quiero|quisiera|queria|necesito|me gustaria) )?(?:me )?(?:quita|quitar|quite|quitame|quital[oa]s?|quitarl[oa]s?|elimina|eliminar|elimine|eliminal[oa]s?|eliminarl[oa]s?|saca|sacar|saque|sacame|sacal[oa]s?|sacarl[oa]s?|borra|borrar|borre|borral[oa]s?|(?:retira|retirar)(?! (?:en|por|hoy|manana|personalmente|ahi|el pedido|mi pedido|cuando))|remueve|remover|descarta|descartar)(?: (?P<what>.{{1,80}}))?",
        rf"(?:quita|quitar|quite|elimina|eliminar|saca|sacar|borra|borrar|retira|retirar) (?P<what>.{{1,80}}?) (?:del|de la|de mi) {CART}",
        r"ya no (?:quiero|necesito) (?!comprar|nada|pagar|recibir)(?P<what>.{1,80})",
        r"no (?:quiero|necesito) mas (?!comprar|nada|pagar)(?P<what>.{1,80})",
        rf"(?:vacia|vaciar|vacie|limpia|limpiar|vaciame) (?:el |la |mi )*{CART}",
    ),
    "all_but": (
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:quita|quitar|quite|quitame|elimina|eliminar|saca|sacar|borra|borrar|retira|retirar|cancela|cancelar) (?:todo|todos|todas)(?: (?:del|de el|de la|de mi) {CART})? (?:menos|excepto|salvo) (?P<what>.{{1,60}})$",
    ),
    "drops_line": (
        r"(?:(?:ya )?no (?:quiero|necesito|llevo|voy a llevar|me llevo)|sin|menos|olvida|descarta|cancela|dejemos) (?P<what>.{1,60}?)(?: ya| por favor| entonces| al final)*$",
        r"^(?:no \| )?(?P<what>.{1,60}?) (?:ya )?no (?:(?:la|lo|las|los|me la|me lo) )?(?:quiero|necesito|llevo|voy a llevar)(?: mas| ya)?$",
        r"^(?P<what>.{1,60}?) (?:fuera|se puede quitar|puedes quitarl[oa])(?: \w+)?$",
    ),
    "keeps_only": (
        rf"^{PLEASE}(?:(?:deja|dejar|dejame|quiero|me quedo|llevo|me llevo|manten) )?(?:solo|solamente|unicamente)(?: con)? (?P<what>.{{1,60}}?)(?: nomas| por favor| entonces)*$",
    ),
    "changes_quantity": (
        r"(?:cambia|cambiar|cambie|cambialo|cambiame|cambiemos|modifica|modificar|aumenta|aumentar|sube|subir|subelo|baja|bajar|bajalo|reduce|reducir|disminuye|disminuir|corrige|corregir|actualiza|actualizar|pasa|pasalo|ajusta) (?P<what>.{0,80}?)(?:la )?(?:cantidad )?(?:de(?:l)? (?P<what>.{1,80}?) )?(?:a|por|para) (?:solo )?\w+",
        r"(?:cambia|cambiar|modifica|modificar|aumenta|aumentar|reduce|reducir|sube|baja|corrige) (?:la |las )?cantidad(?:es)?",
        r"cantidad (?:a |de |es )?\w+",
        rf"(?:deja|dejalo|dejame|dejar|haz|que sean|sean|que sea|seria|serian|son|pon|ponlo|mejor|prefiero|deje) (?:solo |solamente |en |a |que sean |con |mejor )*{ONE_TO_SIX}(?: \w+)?",
        rf"(?:quiero|quisiera|llevo|necesito|me llevo) (?:solo )?{ONE_TO_SIX} (?:\w+ )?(?:en vez|en lugar)",
        rf"(?:en realidad|mejor|corrijo|quise decir) (?:\| )?(?:yo )?(?:quiero |quisiera |son |solo |llevo |que sean |seran )*{ONE_TO_SIX}",
        rf"{ONE_TO_SIX} (?:\w+ )?(?:en vez|en lugar)(?: de)?(?: \w+)?",
    ),
    "only_quantity": (
        rf"{ONE_TO_SIX} (?:\w+ )?(?:mejor|en total|en realidad|(?:a el|al) final)$",
        rf"(?:en total|en realidad|(?:a el|al) final) (?:\w+ ){{0,2}}{ONE_TO_SIX}(?: por favor)?$",
        rf"^(?:no )?(?:ok )?(?:quiero |quisiera |necesito |son |seria |llevo |es )*(?:solo|solamente|nomas|unicamente|nada mas) (?:quiero |necesito |llevo |de )*{ONE_TO_SIX}(?: (?:por favor|nomas|nada mas|unidad|unidades|pieza|piezas|de (?:ese|esa|esos|esas)|entonces|en realidad|ahora|(?:al|a el) final|gracias))*$",
        rf"^(?:quiero |solo )?{ONE_TO_SIX} (?:nomas|solo|solamente|nada mas|y ya)$",
        rf"^con {ONE_TO_SIX} (?:me |nos )?(?:basta|bastan|alcanza|alcanzan|es suficiente|sobra|vale|llega)(?: \w+)?$",
    ),
    "shows_cart": (
        r"(?:muestra|mostrar|muestrame|mostrame|muestreme|ver|veo|revisar|revisa|abre|abrir|abri|ensename|lista|listar|que hay|que tengo|que llevo|que tiene|como va|consultar|mirar|ve|ir|ensena)(?: (?:me|ahi|aqui))?(?: (?:en|a|al|el|la|del))* ?(?:mi )?(?:carrito|carro|cesta|canasta|bolsa|changuito)",
        r"^(?:el |la |mi )*(?:carrito|carro|cesta|canasta|bolsa|total)(?: por favor)?$",
        r"(?:cual|cuanto) (?:es |seria |va |llevo |suma |queda |da )*(?:el |mi |en )?total",
        r"^(?:y |entonces )*cuanto (?:es|seria|sale|cuesta|queda) todo(?: junto)?$",
        r"donde (?:esta|veo) (?:el |la |mi )(?:carrito|carro|cesta|canasta|bolsa)",
        r"(?:total (?:del|de mi|de la) (?:carrito|pedido|compra|cesta|orden)|cuanto llevo|cuanto va)",
        r"(?:en|dentro de) mi (?:carrito|carro|cesta|canasta|bolsa)$",
    ),
    "checks_out": (
        r"^(?:yo )?(?:pago|pagar|voy a pagar|pagare) (?:con|por|via|en|a|mediante|al) \w+",
        r"^(?:ok |si |entonces |ya |dale )*(?:pagar|pagar ahora|pago|ir a pagar|ir al pago|a pagar|link de pago|enlace de pago)(?: por favor| ahora| ya)*$",
        r"(?:puedo|podemos|ya puedo|se puede) (?:ya )?(?:pagar|finalizar|terminar|pagarlo)(?: ahora| ya| por favor| la compra| el pedido)*$",
        r"(?:como|donde) (?:\w+ ){0,4}(?:finalizo|finalizar|termino|terminar|cierro|completo)(?: (?:la |el |mi )*(?:compra|pedido|orden))?",
        rf"(?:quiero|quisiera|queria|voy a|vamos a|me gustaria|necesito|podemos|puedo|deseo|quiero ya) (?:ya |ahora |entonces |solo |te |les )*(?:pagar\w*|hacer el pago|realizar el pago|efectuar el pago|finalizar\w*|terminar (?:la|mi|el|con)|concluir|completar (?:la|mi|el)|cerrar (?:la|mi|el)|ir (?:al pago|a pagar|a la caja|al checkout|a caja)|tramitar)(?! (?:{ONE_TO_SIX}|despues|manana|luego))",
        r"^(?:ok |si |entonces |dale |vamos |por favor |ya )*(?:finaliza|finalizar|finalice|termina|terminar|tramitar|tramita|cierra|cerrar|concluir|completar|completa|procesar|confirmar|ir a|proceder al?|procede al?) ?(?:la |el |mi |este )?(?:compra|pedido|orden|cuenta|pago|checkout)?(?: por favor| ahora| ya)*$",
        r"(?:finalizar|finaliza|terminar|concluir|completar|cerrar|tramitar|procesar|proceder con|proceder a|confirmar|realizar) (?:la |el |mi |este |esta )*(?:compra|pedido|orden|cuenta|pago)",
        r"(?:manda|mandame|mandeme|enviame|envia|envieme|pasame|paseme|dame|deme|genera|generame|me pasas|me pasa|me das|me mandas|me envias)(?: \w+)? ?(?:el |un |la |los |tu )?(?:link de pago|link para pagar|enlace de pago|enlace para pagar|pix|qr|codigo qr|datos (?:de|para) (?:la )?(?:transferencia|pagar|pago)|cuenta para|cbu|clabe|link del pago|cobro)",
        r"^(?:ok |si |va |dale |ya |listo |vamos |entonces |\\| )*(?:cerramos|cobrame|cobreme|cobra|cierro la compra)(?: ya| ahora| la compra| por favor)*$",
        r"(?:volver|vuelve|volvamos|vuelvo) (?:al|a el|a mi) (?:pedido|pago|check out)$",
        r"(?:seguimos|seguir|sigamos|continuar|continuamos|vamos|pasamos) (?:con el|al|a el) (?:pago|check out)$",
        r"^(?:ok |ya |listo |vale )*(?:terminamos|acabamos|cerramos la compra|finalizamos)(?: ya| por favor)*$",
        r"(?:check ?out|pasar por caja|ir a (?:la )?caja|tramitar (?:el )?pedido|la cuenta por favor)",
    ),
    "by_card": (
        r"(?:pagar|pago|pagare|pagarlo|comprar|compro|abonar|finalizar|cerrar) (?:\w+ ){0,3}(?:con|por|en|via|usando|mediante) (?:la |mi |una |el )?(?:tarjeta(?: de (?:credito|debito))?|credito|debito)",
        r"^(?:entonces |prefiero |mejor |quiero |voy a |vamos a |ok |si |no |en realidad |por favor |pagar |pago |ahora |hacer |haz |puede ser |que sea |seria |cambia |cambiar |cambialo |pasa |a )*(?:(?:con|por|en|via|usando|mediante) )?(?:la |mi |una |el )?(?:tarjeta(?: de (?:credito|debito))?|credito|debito)(?: mejor| entonces| por favor| ahora| gracias)*$",
    ),
    "by_pix": (
        r"(?:pagar|pago|pagare|pagarlo|comprar|compro|abonar|finalizar|cerrar) (?:\w+ ){0,3}(?:con|por|en|via|usando|mediante) (?:el |un )?pix",
        r"^(?:entonces |prefiero |mejor |quiero |voy a |vamos a |ok |si |no |en realidad |por favor |pagar |pago |ahora |hacer |haz |puede ser |que sea |seria |cambia |cambiar |cambialo |pasa |a )*(?:(?:con|por|en|via|usando|mediante) )?(?:el |un )?pix(?: mejor| entonces| por favor| ahora| gracias)*$",
        r"(?:manda|mandame|mandeme|enviame|envia|pasame|dame|deme|genera|generame)(?: \w+)? ?(?:el |un )?(?:codigo (?:de )?)?pix",
    ),
    "is_done": (
        r"(?:eso es|es|era|seria|seria eso|con eso es)? ?(?:todo|solo eso|eso nomas|eso seria todo|nada mas|seria todo|es todo|eso es todo)(?: (?:gracias|por ahora|por hoy|por favor|muchas gracias|entonces|de momento|y ya))*$",
        r"(?:nada mas (?:gracias|por ahora)?|ya (?:termine|esta todo|tengo todo)|estoy list[oa]|termine|solo eso)",
    ),
}
