"""Pieces that Portuguese expressions are put together from."""

from __future__ import annotations

ONE_TO_SIX = r"(?:um|uma|dois|duas|tres|quatro|cinco|seis|\d+)"
THIS = (
    r"(?:esse|essa|esses|essas|este|esta|estes|estas|isso|isto|aquele|aquela|aqueles|aquelas|"
    rf"ele|ela|eles|elas|dele|dela|o|a|os|as|outro|outra|mais|ambos|ambas|{ONE_TO_SIX})"
)
PLEASE = (
    r"(?:(?:por favor|bom dia|boa tarde|boa noite|tudo bem|com certeza|oi|ola|opa|ok|sim|entao|e|mas|"
    r"tambem|agora|beleza|certo|claro|bom|boa|otimo|legal|show|perfeito|gente|moca|moco|amigo|amiga|"
    r"ai|dai|so|nao|eu|nos|isso|ah|hum|bem|olha|ta|ei|alo|fechado|sei|entendi) )*"
)
WANT = (
    r"(?:quero|queria|queremos|queriamos|quiser|querendo|gostaria de|gostaria|gostariamos de|desejo|"
    r"preciso|precisava|precisamos|pretendo|vou|vamos|bora|adoraria|afim de|a fim de|interesse em|"
    r"interessado em|interessada em|vontade de|vim|pensando em|posso ja|pronto para|pronta para)"
)
ALSO = r"(?:(?:so|ja|tambem|muito|mesmo|agora|apenas|realmente|entao|logo|te|me|aqui|querer|poder|a|hoje) )*"
BUY = (
    r"(?:comprar|adquirir|encomendar|levar|pegar|reservar|garantir|ficar com|(?:compra|leva) l[oa]s?|"
    r"pedir(?! (?:\w+ )?(?:informac\w+|ajuda|desconto|reembolso|devolucao|estorno|troca|desculpas?|"
    r"para|que|um favor|orientac\w+|orcamento|nota|segunda via|cancelamento)))"
)
SURELY_BUY = r"(?:comprar|adquirir|encomendar|levar)"
CAN_YOU = (
    r"(?:pode|podem|poderia|poderiam|consegue|conseguem|tem como|da para|daria para|"
    r"voce pode|voces podem|voce poderia|voces poderiam|posso|poderia)"
)
ADD = (
    r"(?:adiciona|adicionar|adicione|add|acrescenta|acrescentar|coloca|colocar|coloque|poe|ponha|bota|"
    r"botar|inclui|incluir|inclua|insere|inserir)"
)
HAND = (
    r"(?:ve|da|de|manda|mandar|mande|envia|enviar|envie|separa|separar|separe|reserva|reservar|"
    r"reserve|traz|trazer|traga|arruma|consegue|vende|vender)"
)
CART = r"(?:carrinho|sacola|cesta|cestinha|pedido|sacolinha)"
GOODS = (
    r"(?:pedido|pedidos|encomenda|encomendas|compra|compras|pacote|pacotes|entrega|produto|produtos|"
    r"mercadoria|item|itens|remessa|objeto|volume)"
)
PAYMENT = (
    r"(?:pagamento|pagto|pix|boleto|transferencia|transacao|cartao|dinheiro|deposito|cobranca|"
    r"comprovante|ted|compra no cartao)"
)
INFINITIVE = r"(?!(?:celular|colar|sueter|blazer|par|mixer|pulover|poster|qualquer)(?: |$))\w*(?:ar|er|ir|por)"
