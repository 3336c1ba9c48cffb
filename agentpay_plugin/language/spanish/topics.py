"""What a question about a product is about, by the words in it; the first that fits counts."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic

_CHOICES = r"(?:colores|color|tallas|talla|talles|talle|tamanos|tamano|medidas|sabores|sabor|opciones|modelos|versiones|variantes|estampados|numeros|formatos|tipos|presentaciones)"
_METHOD = r"(?:tarjeta|tarjetas|pix|credito|debito|efectivo|paypal|mercado ?pago|mercadopago|visa|mastercard|amex|cheque|transferencia|transferencias|bizum|oxxo|bitcoin|nequi|yape|plin|contra ?reembolso|contraentrega|pago|cripto|klarna|pse|daviplata)"

TOPICS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (
        Topic.PAYMENT,
        (
            r"(?:cuanto tiempo|hasta cuando)(?: \w+)? (?:tengo|puedo)(?: para)? pagar",
            r"(?:pagar|pago) (?:de|con|por) otr[oa] (?:forma|manera|modo|medio)|otr[oa] (?:forma|manera|modo|medio) de (?:pagar|pago)",
            r"(?:forma|formas|medio|medios|metodo|metodos|opcion|opciones|modo|modos|tipo|tipos|plan|planes) de (?:pago|pagar|pagos)",
            r"(?:como|donde) (?:yo |lo |la |puedo |se |debo |es |seria |podria |hay que |tengo que |te |les )*(?:pago|pagar\w*|pagamos|paga|hago (?:el pago|para pagar)|hace el pago|hacer el pago|el pago|realizo el pago|realizar el pago|abono)",
            rf"(?:acepta|aceptan|aceptas|aceptais|reciben|recibe|trabajan con|toman|tienen|hay|dan) (?:\w+ ){{0,4}}?{_METHOD}",
            r"(?:puedo|podemos|se puede|es posible|podria|pueden) (?:\w+ ){0,2}(?:pagar\w*|abonar) (?:con|en|por|via|a|despues|cuando|al|contra|mediante)",
            r"(?:hay|tienen|ofrecen|dan|aceptan|puedo|puede|cuantas|cuantos|que|hasta|sin|con)(?: \w+){0,4} (?:cuotas|plazos|mensualidades|meses)",
            r"^(?:en |a |con )?(?:\w+ )?(?:cuotas|plazos|mensualidades|meses sin interes(?:es)?)(?: \w+){0,4}",
            r"(?:meses sin intereses|msi|financiacion|financiamiento|financiar)",
            r"(?:sin interes|sin intereses|con intereses|pagar al recibir|pago al recibir|contra ?reembolso|contra ?entrega|pago contra entrega)",
            rf"(?:puede ser|seria|es) (?:con|en|por|solo con|solo en) {_METHOD}",
            r"(?:es|esta|sitio|pago|compra|tienda) (?:\w+ )?(?:seguro|segura|confiable|fiable)(?: (?:comprar|pagar|para|aqui|por|en|la))*",
            r"(?:que tarjetas|cuales tarjetas)",
        ),
    ),
    (
        Topic.RETURNS,
        (
            r"(?:devolver\w*|devolucion|devoluciones|devuelvo|devuelve|devuelven|reembolso|reembolsos|reembolsan|reembolsar|reintegro|reintegros|arrepiento)",
            r"(?:hacer|hacen|tienen|aceptan|admiten|politica de|se puede hacer|plazo de|hay|por) (?:\w+ )?(?:cambio|cambios)",
            r"(?:se puede|puedo|puede|podria|pueden|lo) (?:\w+ )?(?:cambiar\w*)(?! (?:\w+ ){0,4}(?:a|por|de color|de talla|la cantidad|la talla))",
            r"(?:dinero de vuelta|si no (?:me |le )?(?:sirve|gusta|queda|quedan|convence|va|vale))",
        ),
    ),
    (
        Topic.DELIVERY,
        (
            r"(?:envio|envios|entrega|entregas|entregan|entregar|entregado|reparto|repartos|domicilio|flete|despacho|despachos|correo argentino|paqueteria|mensajeria|codigo postal|delivery)(?! (?:tu|un correo))",
            r"(?:ustedes |usted |vosotros |la tienda )?(?:envia|envian|envias|enviais|enviar|manda|mandan|mandas|mandar|mandais|despacha|despachan|llegan|llega|reparten) (?:\w+ )?(?:a|al|para|en|por|hoy|fuera|hasta|el mismo|internacional)",
            r"como (?:lo |la |me )?(?:recibo|recibire|voy a recibir|llega|llegara)(?: (?:esto|eso|el producto))?$",
            r"plazo(?! de (?:garantia|validez|cambio|devolucion))",
            r"(?:cuanto tiempo|cuantos dias|cuanto|cuando|que dia|en cuanto) (?:\w+ ){0,6}(?:llega|llegar|llegaria|llegan|tarda|tardan|tardaria|demora|demoran|recibo|recibir|recibire|recibiria|recibe|entregado)",
            r"(?:retirar\w*|retiro|recoger\w*|recogida|buscar\w*|pasar a buscar\w*|pasar por|retiran) (?:\w+ )?(?:en (?:la )?tienda|en (?:el )?local|personalmente|en|por|el|la|mi)",
            r"(?:llega|llegaria|llegar|llegara) (?:\w+ )?(?:antes|hoy|manana|a tiempo|rapido|el|para|cuando)",
        ),
    ),
    (
        Topic.OPTIONS,
        (
            rf"(?:que|cuales|cual|cuantas|cuantos|otra|otras|otro|otros|mas|todas|todos|algun|alguna|demas) (?:\w+ ){{0,3}}?{_CHOICES}(?! (?:de la (?:caja|pantalla|bateria)|de pago))",
            rf"^(?:las |los |la |el |y )?{_CHOICES}(?: y \w+)?(?: por favor)?$",
            r"(?:colores|tallas|talles|tamanos|sabores|opciones|variantes|estampados)",
            rf"(?:tienen|tienes|tenes|viene|vienen|hay|disponible) (?:en |de |con )?(?:que|cuales|otra|otras|otro|otros|mas) {_CHOICES}",
            r"(?:hasta que|a partir de que|desde que) (?:talla|numero|talle)",
        ),
    ),
    (
        Topic.STOCK,
        (
            r"(?:disponible|disponibles|disponibilidad|stock|existencia|existencias|inventario|agotado|agotada|agotados|agoto|sin stock|reponer|reposicion|repongan|indisponible|entrega inmediata)",
            r"(?:aun|todavia|ustedes|ya no) (?:\w+ )?(?:tienen|tienes|tenes|hay|queda|quedan|venden)$",
            r"(?:aun|todavia|ya no) (?:lo |la |los |las )?(?:tienen|tienes|tenes|tendran|hay|venden|queda|quedan)",
            r"(?:queda|quedan|quedo|quedaron)(?! (?:\w+ )?(?:bien|mal|grande|chico|chica|pequeno|ajustado|ubicad\w+))",
            r"(?:cuando|que dia) (?:\w+ ){0,3}(?:vuelve|vuelven|vuelva|volvera|habra|tendran|entra|reponen|llegan mas)",
            r"(?:cuantos|cuantas) (?:\w+ ){0,4}(?:tienen|hay|quedan|tienes|en stock|disponibles)",
            r"(?:cuantos|cuantas) (?:yo )?(?:puedo|podemos) (?:comprar|llevar|pedir)",
            r"(?:tienen|tienes|tenes|tiene|teneis|tendrian|tendras|hay|venden|lo hay|la hay) (?:ahi |aun |mas |tambien |solo |todavia )*(?:en|de (?:ese|esa|esos|esas|este|esta|estos)|de|ese|esa|este|esta|estos|estas|esos|esas|el|la|los|las|un|una|talla|numero|talle)(?: \w+){1,3}",
            r"(?:lo|la|los|las) (?:tienen|tienes|tenes|tiene|teneis|hay|venden|tendran)(?: \w+){0,3}",
            r"^(?:hay|tienen|tienes|tenes)(?: aun| todavia| mas| disponible)*$",
        ),
    ),
    (
        Topic.PRICE,
        (
            r"(?:a )?cuanto (?:me |te |nos |lo |la |los |las |es que |seria |les )*(?:cuesta|cuestan|costaria|costarian|vale|valen|valdria|sale|salen|saldria|es|son|esta|estan|queda|quedaria|seria|cobra|cobran|cobras|sera|dejas|deja|dejan|por|el|la|los|las|un|una|de|ese|esa|este|esta|eso|piden|pides|venden|vendes|saldran|pago|pagaria|se vende|tiene de precio|costo)",
            r"^(?:\w+ ){0,2}cuanto(?: por favor| amigo)*$",
            r"(?:precio|precios|precito|costo|coste|costos|cuesta|cuestan|costaria|valor|presupuesto|cotizacion|tarifa|tarifas|lista de precios)",
            r"(?:mas (?:barato|barata|baratos|baratas|economico|economica)|(?:es|esta|sale|son) (?:muy |mas |bastante )?(?:caro|cara|barato|barata|caros|baratos))",
            r"(?:a como|a cuanto|de cuanto|que valor|que precio|que (?:vale|valen|cuesta|cuestan))",
        ),
    ),
    (
        Topic.OTHER,
        (
            r"(?:descuento|descuentos|rebaja|rebajas|promocion|promociones|promo|promos|oferta|ofertas|cupon|cupones|liquidacion|black friday|hot sale|buen fin|cashback|2x1|mejor precio|ultimo precio|regalo)",
            r"(?:efecto secundario|efectos secundarios|contraindicacion\w*|dosis|dosificacion|beneficio|beneficios|original|originales|autentico|autentica|falso|replica|imitacion|vegano|vegana|gluten|lactosa|alergia|alergico|compatible|compatibles|compatibilidad|a prueba de \w+|impermeable|lavable|lavadora|resistente|voltaje|110|220|110v|220v|adecuado|adecuada|apto|apta|aptos|aptas|recomendado|seguro para|homologado)",
            r"(?:dan|hacen|emiten|tienen|con|entregan) (?:factura|boleta)|factura [abc]|facturan",
            r"(?:diferencia|diferencias|difiere|diferente|comparar|comparacion|versus|vs) (?:\w+ ){0,4}(?:entre|de|del|con|y|al|a)",
            r"(?:cual|cuales|que) (?:\w+ ){0,4}(?:mejor|mejores|mas (?:indicad[oa]|vendid[oa]|resistente|bonit[oa]|durader[oa])|recomiendas|recomienda|recomiendan|sugieres|aconsejas|conviene)",
            r"(?:como (?:se |lo |la |debo |puedo |hay que )*(?:usa|uso|usar\w*|lava|lavo|lavar\w*|limpia|limpio|limpiar\w*|arma|armo|armar\w*|monta|montar\w*|instala|instalo|instalar\w*|aplica|aplicar\w*|toma|tomo|tomar\w*|consumir|guardar\w*|configura|configurar\w*)|modo de (?:uso|empleo|preparacion)|manual|instrucciones|montaje|instalacion|armado)",
            r"(?:sirve|sirven|serviria|funciona|funcionan|funcionaria|encaja|cabe|caben|entra|va bien|queda bien) (?:\w+ )?(?:en|para|con|de|como|a|sin|mi|el|la)",
            r"(?:viene|vienen|trae|traen|incluye|incluyen|incluido|incluida) (?:\w+ )?(?:con|en|cuantos|cuantas|el|la|los|las|incluido|armado|armada|instalado|de|\w+)",
        ),
    ),
    (
        Topic.DESCRIPTION,
        (
            r"(?:mas|algunas|alguna|otras|otros) (?:\w+ )?(?:detalles|detalle|informacion|info|datos|fotos|foto|imagenes|videos?)",
            r"(?:hablame|hableme|cuentame|contame|cuenteme|explicame|expliqueme|dime|decime|digame|me (?:cuentas|explicas|hablas|podrias hablar|puedes hablar|puedes contar)) (?:un poco |mas |un poco mas |todo )*(?:sobre|de|del|acerca)(?: \w+){0,4}",
            r"(?:descripcion|describe|describeme|especificacion|especificaciones|caracteristica|caracteristicas|ficha tecnica|detalles|funciones|prestaciones)",
            r"que (?:es|son|hace|seria) (?:esto|eso|ese|esa|este|esta|estos|estas|el producto|este producto)(?: \w+)?$",
            r"(?:saber mas|conocer mas|informacion (?:sobre|de|del)|(?:foto|fotos|video|imagenes) (?:de|del|real|reales))",
            r"(?:como (?:es|funciona) (?:ese|esa|este|esto|esta|el producto|la tela))",
        ),
    ),
)

ATTRIBUTE_QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        r"(?:lavar|lava|lavo|lavarlo|lavarla|lavado|lavable|limpiar|limpio|limpieza|cuidar|cuidarlo|cuidarla|cuidados|planchar|lavadora|secadora|(?:lo|la|los|las) cuido)",
        "care",
    ),
    (
        r"(?:hecho|hecha|hechos|hechas|fabricado|fabricada) (?:de|con)|de que (?:es|son|esta|estan) (?:hecho|hecha|hechos|hechas)|de que (?:es|son)$|(?:es|son) de (?:algodon|cuero|plastico|metal|madera|acero|vidrio|poliester|lana|lino|seda|silicona|piel)",
        "material",
    ),
    (r"(?:material|materiales|tela|telas|tejido|composicion)", "material"),
    (
        r"(?:hecho en|hecha en|fabricado en|fabricada en|origen|procedencia|importado|importada|nacional|donde (?:lo |la |se |los )?(?:fabrican|hacen|fabrica|hace|producen|fabricaron))",
        "origin",
    ),
    (
        r"(?:marca|marcas|fabricante|quien (?:lo |la )?(?:fabrica|hace|produce|es el fabricante))",
        "brand",
    ),
    (r"(?:color|colores|tono|tonos|tonalidad)", "color"),
    (r"(?:talla|tallas|talle|talles|tamano|tamanos|numeracion|que numeros?(?: de pie)?)", "size"),
    (r"(?:sabor|sabores|aroma|fragancia)", "flavor"),
    (r"(?:volumen|capacidad|cuantos (?:ml|litros|mililitros)|cuantos gramos)", "volume"),
    (r"(?:peso|pesa|pesan|cuantos (?:kilos|kg)|es pesado|es ligero)", "weight"),
    (
        r"(?:medida|medidas|dimension|dimensiones|altura|ancho|anchura|largo|longitud|profundidad|mide|miden|cuantos (?:cm|centimetros|metros|pulgadas)|diametro|espesor|grosor)",
        "dimensions",
    ),
    (
        r"(?:autor|autora|autores|escritor|escritora|quien (?:lo )?escribio|escrito por|artista)",
        "author",
    ),
    (r"(?:editorial|publicado por)", "publisher"),
    (r"(?:formato|formatos)", "format"),
    (
        r"(?:ingrediente|ingredientes|nutricional|nutricionales|calorias|contiene|azucar|proteinas?)",
        "ingredients",
    ),
    (r"(?:garantia|garantias|garantizado)", "warranty"),
    (r"(?:caducidad|caduca|vence|vencimiento|fecha de (?:caducidad|vencimiento)|expira)", "expiry"),
)
