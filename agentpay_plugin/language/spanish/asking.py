"""What is said to ask about goods and to look for them."""

from __future__ import annotations

from agentpay_plugin.language.spanish.fragments import CAN_YOU, PLEASE

_HAVE = r"(?:tienes|tenes|tiene|tienen|teneis|tendrias|tendria|tendrian|tendran|tendra|vendes|venden|vende|vendeis|manejan|maneja|ofrecen|ofrece|trabajan|trabajan con|cuentan con|cuenta con|disponen de|hay|habra)"
_YOU = r"(?:ustedes |usted |vosotros |tu |vos |la tienda |aun |todavia |ya |aca |aqui |alli |no |de casualidad |acaso |por casualidad )*"
_SHOW = r"(?:muestra|muestrame|mostrame|muestreme|mostrar|mostrarme|ensename|ensenar|ensenarme|recomienda|recomiendame|recomendame|recomendarme|recomiendan|sugiere|sugiereme|sugerirme|encuentra|encuentrame|buscame|busca)"
_WH = r"(?:que|cual|cuales|cuando|donde|adonde|como|cuanto|cuanta|cuantos|cuantas|quien|quienes|por que|de que|a que|con que|en cuanto|en que|para que|hasta cuando|desde cuando|a cuanto|cuan|sera que|a como|cada cuanto)"
_VERB = (
    r"(?:tienes|tenes|tiene|tienen|teneis|tendria|tendrian|tendran|hay|habra|vendes|venden|vende|"
    r"aceptas|aceptan|acepta|haces|hacen|hace|haceis|entregas|entregan|entrega|envias|envian|"
    r"enviais|envia|mandan|sirve|sirven|serviria|viene|vienen|trae|traen|funciona|funcionan|se puede|"
    r"se pueden|puedes|podes|puede|pueden|podria|podrian|puedo|existe|existen|cabe|caben|incluye|"
    r"incluyen|soporta|necesita|es|son|seria|emiten|facturan|llega|llegan|tarda|demora|"
    r"demoran|aun|todavia|sale|queda|quedan|cuentan|manejan|dan|le queda|encoge|destine|me sirve|le sirve|"
    r"sabes|sabe|saben)"
)

ASKING: dict[str, tuple[str, ...]] = {
    "asks": (
        rf"^{PLEASE}{_WH}",
        rf"^{PLEASE}{_VERB}",
        r"(?:es|son|trata) (?:de|sobre|para) que(?: \w+){0,2}$",
        r"^(?:el )?(?:precio|costo|coste|valor|tiempo|plazo|gastos) (?:del?|de la) (?:envio|entrega)",
        rf"(?:saber|decir|decirme|dime|decime|digame|informar|informarme|sabes|sabe|ver|preguntar|duda|confirmar|confirmarme) (?:\w+ )?(?:{_WH}|si)",
        r"(?:cual|cuales|cuanto|cuantos|cuando|donde|sera que) (?:\w+ ){0,6}(?:es|son|tiene|cuesta|queda|esta|puedo|seria|tarda|llega|sale)",
    ),
    "inquires": (
        rf"^{PLEASE}(?:que (?!quiero)|cual|cuales|cuando|donde|adonde|como|cuanto|cuantos|cuantas|quien|por que|es|son|tiene|tienen|hay|existe)",
    ),
    "wonders": (
        r"(?:queria|quiero|quisiera|me gustaria|necesito|puedo|puedes|podes|puede|podria|podrias|pueden|podrian|deseo) (?:\w+ )?(?:saber|conocer|(?:me )?(?:decir|decirme|informar|informarme|indicar|indicarme|explicar|explicarme)|preguntar\w*|consultar\w*|hacer una (?:pregunta|consulta))",
        r"(?:duda|dudas|pregunta|preguntas|consulta|consultas|curiosidad|dime|decime|digame|diganme|cuentame|contame|cuenteme|hablame|explicame|informame|informeme|informacion|info|detalles|sabes si|sabe si|saben si|sabrias)",
        r"o no$",
    ),
    "about_goods": (
        r"(?:este|esta|estos|estas|ese|esa|esos|esas|esto|eso|ella|producto|productos|articulo|articulos|modelo|version|marca|kit|publicacion|unidad|unidades|prenda|pieza|piezas)",
        r"(?:sirve|sirven|serviria|funciona|funcionan|viene|vienen|trae|traen|cabe|caben|entra|soporta|soportan|aguanta|compatible|compatibles|encaja|carga|bateria|incluye|incluyen|incluido|contiene|dura|duran|destine|encoge|lavar|lava|lavable|removible|desmontable|regulable|ajustable|resistente|comodo|comoda|suave|grueso|gruesa|fino|fina|ligero|liviano|pesado|fuerte|nuevo|nueva|usado|usada|sellado|sellada|original|originales|nacional|importado)",
        r"(?:yo|mi|mis|hijo|hija|bebe|nino|nina|perro|gato|auto|coche|carro|moto|celular|movil|piel|pelo|cabello)(?: \w+){0,6} (?:usar|uso|usa|vestir|visto|calzo|calza|sirve|tomar|tomo|toma|tiene|mide|pesa)",
        r"(?:cual|cuales|que) (?:\w+ ){0,3}(?:elegir|llevar|comprar|elijo|recomiendas|recomienda|recomiendan|mejor|conviene|escoger)",
        r"(?:como|se puede|se pueden|puedo|puede|podemos|es posible|debo) (?:se |lo |la |ser )?(?:usa|usar\w*|usad[oa]s?|uso|lava|lavar|lavo|arma|armar|monta|montar|instala|instalar|limpia|limpiar|toma|tomar|aplica|aplicar|regula|guardar)",
        r"\w+ o (?:\w+ ){0,4}\w+$",
        r"(?:necesita|necesitan|puede ser|pueden ser|es|son) (?:\w+ )?(?:de|cambiar|cambio|instalad[oa]s?|usad[oa]s?|lavad[oa]s?|puest[oa]s?|hech[oa]s?|bueno|buena|buenos|buenas|mejor) \w+",
        rf"^{PLEASE}(?:el|la|los|las|su|sus|tu|tus) (?:\w+ ){{1,5}}?(?:es|son|viene|vienen|trae|traen|tiene|tienen|sirve|sirven|puede|pueden) \w+",
        rf"^{PLEASE}(?:es|son|viene|vienen|trae|traen|tiene|tienen) (?!(?:usted|hora|verdad|que|eso|tu|un robot|una persona|humano)(?: |$))\w+",
    ),
    "requests": (rf"{CAN_YOU} (?:me |nos |ya |te |por favor |yo )*\w+",),
    "conditions": (
        r"si (?:yo |lo |la |los |las |me |te |les |quiero |quisiera )*(?:compro|comprar|compramos|llevo|llevar|llevamos|pido|pedir|encargo|ordeno|pago|pagar|comprara|comprase|llevara|hago (?:el|un) pedido|compre)(?: |$)",
        r"(?:antes|despues) de (?:comprar\w*|pedir\w*|encargar\w*|llevar\w*|pagar\w*|ordenar\w*)",
        r"(?:deberia|debo|vale la pena|conviene|me conviene|crees que (?:debo|vale)|que (?:me )?(?:compro|llevo)|cual (?:\w+ ){0,3}(?:llevo|compro|llevar|comprar|elijo))",
        r"(?:pensando en|pienso en|pense en|considerando|miedo de|dudando en) (?:comprar\w*|llevar\w*|pedir\w*)",
        r"(?:quien|alguien|gente|clientes|otros) (?:\w+ )?(?:compro|compraron|ha comprado|han comprado|lo usa|llevo)",
        r"(?:tu|usted|vos) (?:\w+ )?(?:comprarias|compraria|llevarias|llevaria|recomendarias)",
        r"(?:compraria|llevaria|compro|llevo|comprarlo) (?:\w+ ){0,4}si",
        r"(?:tal vez|quizas|quiza|a lo mejor|puede que|creo que) (?:yo )?(?:\w+ )?(?:compre|compro|lleve|llevo|pida|compraria)",
        r"(?:no se si|no estoy segur[oa]|en duda|indecis[oa]|no me decido|no lo decidi|no he decidido|tengo dudas si)",
        r"pero (?:es |esta |me parece )?(?:muy |demasiado |bastante )(?:caro|cara|grande|pequeno|pequena|tarde|chico|chica)",
    ),
    "lists_goods": (
        r"(?:que|cuales) (?P<what>\w+(?: \w+)?) (?:tienen|tienes|tenes|venden|ofrecen|hay)(?: ustedes)?$",
    ),
    "searches": (
        r"(?:buscando|busco|buscaba|en busca de|ando buscando|buscar) (?:a |por )?(?P<what>.{1,80})",
        rf"(?:me )?{_SHOW} (?:me |por favor )*(?P<what>.{{1,80}})",
        rf"^{PLEASE}{_YOU}{_HAVE} (?:ahi |aun |tambien |todavia )*(?!en )(?P<what>.{{1,80}})",
        rf"(?:ustedes|usted|vosotros|la tienda|aun|todavia) (?:tambien |solo |no )*{_HAVE} (?!en )(?P<what>.{{1,80}})",
        r"(?:me gustaria|quiero|queria|quisiera|puedo|podria|me puedes|me podes) (?:ver|conocer|mirar|mostrar|echar un vistazo a) (?P<what>.{1,80})",
        r"(?:hay|existe|existen|habra) (?:algun |alguna |algunos |algunas )?(?!en )(?P<what>.{1,80})",
        rf"^{PLEASE}(?:algun|alguna|algunos|algunas) (?P<what>.{{1,80}})",
        rf"(?:que|cuales|que tipo de|que tipos de) (?P<what>.{{1,80}}?) (?:es que )?{_HAVE}",
        rf"^{PLEASE}(?P<what>(?:\w+ ){{1,6}}?)(?:tienes|tenes|tienen|hay|disponible|disponibles|en stock|en existencia)$",
        r"(?:precio|precios|valor|cuanto cuesta|cuanto cuestan|cuanto vale|cuanto valen|cuanto sale|cuanto salen|cuanto es|cuanto esta|cuanto estan|a cuanto|costo|cuanto por) (?:de |del |el |la |los |las |un |una |estan |esta )*(?P<what>.{1,80})",
        rf"que (?:mas |otras cosas )?(?:es lo que )?{_HAVE}(?P<what>)",
        r"cuales son (?:los|las) (?P<what>.{1,80})",
        r"(?:ver|muestra|mostrar|muestrame|mostrame|cuales|ensename)(?: me)? (?:son )?(?:los |las |todos |todas |otros |otras |sus |tus )*(?:productos|articulos|catalogo|coleccion|modelos|novedades|cosas)(?P<what>)",
    ),
    "has_goods": (
        r"(?:buscando|busco|buscaba|en busca de|buscar) (?:a |por )?\w+",
        rf"(?:me )?{_SHOW} (?:me )*\w+",
        rf"^{PLEASE}{_YOU}{_HAVE} \w+",
        rf"(?:ustedes|usted|vosotros|la tienda|aun|todavia) (?:tambien |solo )*{_HAVE} \w+",
        r"(?:me gustaria|quiero|queria|quisiera|puedo|podria) (?:ver|conocer|mirar) \w+",
        rf"(?:que|cuales|que tipo de) (?:\w+ ){{1,5}}{_HAVE}",
        rf"que (?:mas )?{_HAVE}",
        r"cuales son (?:los|las) \w+",
        rf"^{PLEASE}(?:algun|alguna|algunos|algunas) \w+",
        r"(?:ver|muestra|mostrar|muestrame|mostrame|cuales|ensename)(?: me)? (?:son )?(?:los |las |todos |todas |otros |otras |sus |tus )*(?:productos|articulos|catalogo|coleccion|modelos|novedades|cosas)",
    ),
    "elsewhere": (
        r"(?:mi|tu|su) (?:hobby|pasatiempo|edad|nombre|amigo|amiga|casa|alarma|vuelo|banco|cuenta|saldo|contrasena|novia|objetivo|limite|factura|reserva)",
        r"(?:clima|tiempo hace|pronostico|trafico|chiste|chistes|recetas? (?:de|para)|alarma|despertador|recordatorio|recordatorios|recuerdame|recuerda|reunion|agenda|calendario|(?:pon|ponme|poner|toca|tocar|reproduce|reproducir|escuchar|ver|oir) (?:\w+ ){0,3}(?:pelicula|peliculas|musica|cancion|canciones|playlist|radio|podcast|album)|que cancion|playlist|noticia|noticias|futbol|vacaciones|vuelo|viaje|taxi|uber|tren|autobus|boleto de|restaurante|prestamo|saldo|extracto bancario|extracto de (?:cuenta|mi)|contrasena|que hora|que dia|la hora|fecha de hoy|cumpleanos|(?:enciende|encender|apaga|apagar|prende|prender|baja|bajar|sube|subir) (?:\w+ ){0,2}(?:luz|luces|volumen|aspiradora|brillo|sonido)|tuitear|tweet|facebook|capital de|presidente|franquicia|curriculum|empleo|vacante|vacantes|revender|reventa|trabajar|sede|oficina|oficinas|contactos|(?:manda|mandar|envia|enviar|deja|dejar|mandale|enviale) (?:\w+ ){0,3}(?:mensaje|mensajes|correo)|mensajes de voz|salas? de reuniones|salas? de juntas|se dice|correos|lista de (?:compras|la compra|tareas)|precio del dolar|bolsa de valores|acciones de)",
        r"(?:tienda fisica|tiendas fisicas|local fisico|sucursal|sucursales|direccion|donde (?:estan|se encuentran|queda|quedan|esta la tienda|estan ubicados)|ubicacion|ubicad[oa]s?|horario|horarios|abren|cierran|atencion al publico|telefono|whatsapp|instagram|sitio web)",
        r"(?:quiero|quisiera|queria|me gustaria|necesito|puedo) (?:\w+ )?(?:vender|quejarme|reclamar|conversar|hablar|abrir|firmar|cambiar mi|actualizar)",
        r"(?:como (?:estas|esta|estan|te va|andas|va todo|te llamas|has estado)$|cuantos anos)",
    ),
    "about_us": (
        r"(?:eres|sos|quien (?:eres|sos|te (?:creo|hizo|programo))|estoy hablando con|es un robot|es una persona|eres humano|tu edad|tu nombre|(?:naciste|entiendes|entendes|te gusta|sabes hablar|duermes|comes|vives|crees en))",
    ),
}
