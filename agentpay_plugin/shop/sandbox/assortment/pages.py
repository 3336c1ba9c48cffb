"""The pages of the demo's shop: returns, delivery, sizes, questions that are asked often."""

from __future__ import annotations

from agentpay_plugin.shop.sandbox.goods import SamplePage, Text

PAGES = (
    SamplePage(
        Text("Returns & refunds", "Trocas e devoluções", "Cambios y devoluciones"),
        Text(
            "You can send anything back within 30 days of its arrival, unworn and with its label.\n"
            "Write to us first: we send you a prepaid label. Your money is back within 5 working days of the"
            " parcel's arrival with us.\n"
            "Gift vouchers and downloads cannot be returned.",
            "Você pode devolver qualquer produto em até 30 dias após o recebimento, sem uso e com a etiqueta.\n"
            "Escreva para nós primeiro: enviamos uma etiqueta já paga. O dinheiro volta em até 5 dias úteis"
            " depois que o pacote chegar aqui.\n"
            "Vales-presente e downloads não podem ser devolvidos.",
            "Puedes devolver cualquier producto en los 30 días siguientes a su llegada, sin usar y con la"
            " etiqueta.\n"
            "Escríbenos antes: te enviamos una etiqueta ya pagada. El dinero vuelve en un máximo de 5 días"
            " hábiles desde que el paquete llega aquí.\n"
            "Las tarjetas regalo y las descargas no se pueden devolver.",
        ),
    ),
    SamplePage(
        Text("Delivery", "Entrega", "Envíos"),
        Text(
            "We pack on working days; what is ordered by noon leaves the same day.\n"
            "You get a tracking number by e-mail as soon as the parcel is on its way.\n"
            "Customs and duties outside the country of the shop are paid by you.",
            "Preparamos os pacotes em dias úteis; o que for pedido até o meio-dia sai no mesmo dia.\n"
            "Você recebe o código de rastreio por e-mail assim que o pacote estiver a caminho.\n"
            "Taxas de alfândega fora do país da loja são pagas por você.",
            "Preparamos los paquetes en días hábiles; lo que se pide antes del mediodía sale el mismo día.\n"
            "Recibes el número de seguimiento por correo en cuanto el paquete está en camino.\n"
            "La aduana y los impuestos fuera del país de la tienda corren por tu cuenta.",
        ),
    ),
    SamplePage(
        Text("Size guide", "Guia de tamanhos", "Guía de tallas"),
        Text(
            "Chest in cm: S 88-94, M 95-102, L 103-110, XL 111-118.\n"
            "Between two sizes take the larger one; our shirts are cut straight.\n"
            "Shoes are in EU sizes: 38 is 24.0 cm, 40 is 25.3 cm, 42 is 26.7 cm, 44 is 28.0 cm.",
            "Tórax em cm: S 88-94, M 95-102, L 103-110, XL 111-118.\n"
            "Entre dois tamanhos, escolha o maior; nossas camisas têm corte reto.\n"
            "Os calçados seguem a numeração europeia: 38 são 24,0 cm, 40 são 25,3 cm, 42 são 26,7 cm, 44 são"
            " 28,0 cm.",
            "Pecho en cm: S 88-94, M 95-102, L 103-110, XL 111-118.\n"
            "Entre dos tallas elige la mayor; nuestras camisas son de corte recto.\n"
            "El calzado va en tallas europeas: 38 son 24,0 cm, 40 son 25,3 cm, 42 son 26,7 cm, 44 son 28,0 cm.",
        ),
    ),
    SamplePage(
        Text("Questions & answers", "Perguntas frequentes", "Preguntas frecuentes"),
        Text(
            "Do you wrap gifts?\n"
            "Yes. Write “gift” into the note of your order and we wrap it in brown paper, free of charge.\n"
            "Is there a warranty?\n"
            "Everything has a warranty of two years against faults of material and making.\n"
            "Do I get an invoice?\n"
            "The invoice comes by e-mail with the confirmation of your order.",
            "Vocês embrulham para presente?\n"
            "Sim. Escreva “presente” na observação do pedido e embrulhamos em papel pardo, sem custo.\n"
            "Tem garantia?\n"
            "Tudo tem garantia de dois anos contra defeitos de material e de fabricação.\n"
            "Recebo nota fiscal?\n"
            "A nota fiscal chega por e-mail com a confirmação do pedido.",
            "¿Envuelven para regalo?\n"
            "Sí. Escribe «regalo» en la nota del pedido y lo envolvemos en papel kraft, sin coste.\n"
            "¿Hay garantía?\n"
            "Todo tiene una garantía de dos años contra defectos de material y de fabricación.\n"
            "¿Recibo factura?\n"
            "La factura llega por correo con la confirmación del pedido.",
        ),
    ),
)
