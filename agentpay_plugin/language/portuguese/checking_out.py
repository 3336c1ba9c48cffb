"""What is asked on the way to an order: tax, what is due, the address, gift cards as money, instalments."""

from __future__ import annotations

_GIFT = r"(?:vale|vales|vale presente|vales presente|cartao presente|cartao de presente|gift card|giftcard|vale compras?)"

CHECKING_OUT: dict[str, tuple[str, ...]] = {
    "asks_tax": (
        r"(?:com|sem|inclui|incluso|inclusos|incluido|incluidos|tem|mais|ja com|e|os|o|cobra|cobram|pago|vou pagar) (?:\w+ ){0,3}(?:imposto|impostos|taxa|taxas|tributo|tributos|icms)(?: (?:incluso|inclusos|inclusa|incluido|incluidos|incluida|a parte|por fora|junto))*",
        r"(?:imposto|impostos|taxa|taxas) (?:\w+ ){0,3}(?:incluso|inclusos|inclusas|incluido|incluidos|a parte|por fora|junto)",
    ),
    "asks_details": (
        r"(?:precisa|precisam|preciso|tenho que|tem que|necessita|e preciso|para que|por que|voce quer|voces precisam) (?:\w+ ){0,4}(?:endereco|mail|email|cep|telefone|meus dados|dados)",
        r"(?:onde|como|quando) (?:eu |que |e que |posso |devo |voces |voce )*(?:coloco|ponho|digito|informo|escrevo|passo|mando|preencho|dou|boto|colocar|por|informar|digitar|preencher|passar|pedem|pede|pega) (?:o |a |os |meu |minha |meus )*(?:endereco|mail|email|cep|telefone|dados)",
        r"(?:endereco|cadastro) (?:e |vai ser |sera )?(?:necessario|obrigatorio|preciso)",
    ),
    "asks_gift_card": (
        rf"(?:posso|da para|consigo|pode|podemos|tem como|aceita|aceitam|e possivel|quero saber se posso) (?:\w+ ){{0,5}}(?:com |usando )?(?:um |o |meu |outro |algum )?{_GIFT}",
        rf"(?:como|onde) (?:eu |que |posso |se )*(?:uso|usar|usa|coloco|colocar|resgato|resgatar|pago com|pagar com|ponho) (?:um |o |meu |outro )?{_GIFT}",
    ),
    "asks_installments": (
        r"(?:parcela|parcelam|parcelar|parcelas|parcelado|parcelamento|parcelo|crediario|carne)",
        r"(?:em quantas|quantas|ate quantas) (?:vezes|x|parcelas)",
        r"(?:em|de) (?:ate )?(?:\d+|duas|tres|quatro|cinco|seis|dez|doze) ?(?:x|vezes)(?: sem juros| no cartao| em o cartao)*$",
        r"(?:divide|dividir|dividem|dividido) (?:\w+ ){0,4}(?:vezes|x|cartao|parcelas)",
    ),
    "with_delivery": (r"(?:frete|entrega|envio|tudo)",),
    "asks_due": (
        r"quanto (?:eu )?(?:falta|tenho que|tenho de|devo|preciso|vou|resta|sobra)(?: para| que)? ?(?:pagar|pago)?(?: (?:agora|no total|em o total|ao todo|tudo|com tudo|por tudo))*$",
        r"quanto (?:e |fica |ficou |da |deu |vai dar |vai ficar |sai |seria |custa )(?:\w+ ){0,3}(?:\| )?(?:com|mais|e) (?:o |a )?(?:frete|entrega|envio|imposto|tudo)(?: incluso| junto)?$",
        r"(?:ja )?(?:esta |e |fica )?(?:com|incluindo|inclui|sem) (?:o )?(?:frete|envio)(?: incluso| junto)?$",
        r"(?:valor|preco|total) (?:final|total|com frete|com o frete)",
    ),
    "asks_trust": (
        r"(?:como (?:e que )?(?:eu )?(?:sei|vou saber|posso saber|posso confiar|confio|tenho certeza)|^e|^isso e|^sera|^isso nao e|^nao e)(?: \w+){0,6} (?:golpe|fraude|furada|picaretagem|confiavel|de verdade|fake|idoneo|idonea)(?: ne)?$",
        r"(?:segur[oa]|confiavel) (?:comprar|pagar|colocar|usar|passar)(?: \w+){0,6}$",
        r"(?:posso|da para|vale|como|sera que posso) (?:mesmo )?confiar(?: \w+){0,3}$",
        r"(?:site|loja|voces)(?: \w+){0,3} (?:confiavel|confiaveis|idoneo|idonea)(?: mesmo)?$",
    ),
    "asks_of_way": (
        r"(?:quanto tempo|quantos dias|quao rapid[oa]|vale a pena|e mais rapid[oa]|demora)(?: \w+){0,4} (?:expressa?|economica|padrao|sedex|pac)(?: \w+){0,2}",
        r"(?:expressa?|economica|padrao|sedex|pac)(?: \w+){0,2} (?:demora|vale a pena|e rapid[oa]|chega quando|quanto tempo)(?: \w+){0,2}",
    ),
    "extra_fees": (
        r"(?:taxas?|custos?|cobrancas?) (?:escondid[oa]s?|ocult[oa]s?|extras?|adiciona(?:l|is)|surpresa)|mais alguma (?:taxa|cobranca)",
    ),
}
