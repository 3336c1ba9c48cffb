"""What is said to find one's way: help, codes without a name, other details, one of several."""

from __future__ import annotations

from agentpay_plugin.language.portuguese.fragments import CART, PLEASE

_CODE = r"(?:cupom|cupons|cupon|desconto|codigo|vale presente|vale|voucher|gift card|cartao presente)(?: (?:promocional|de desconto|do cupom|promo))?"
_ONE = r"(?: (?:um|uma|produto|item|opcao|por favor|mesmo))*$"
_IT = r"(?:(?:na verdade|em a verdade|pensando bem|melhor|alias|quero|queria|vou querer|pode ser|prefiro|levo|me mostra|mostra|mostre|ver|escolho) )*(?:o |a )?"

GUIDING: dict[str, tuple[str, ...]] = {
    "asks_help": (
        rf"^{PLEASE}(?:preciso de )?(?:ajuda|me ajuda|me ajude|socorro)(?: por favor)?$",
        rf"^{PLEASE}(?:pode|poderia|voce pode) me ajudar(?: por favor)?$",
        r"(?:o )?que (?:e que )?(?:voce|voces|ce|esse chat|a loja) (?:pode fazer|faz|fazem|sabe fazer|consegue fazer)$",
        r"quem e voce$",
        r"(?:voce e|isso e|e|estou falando com|to falando com) (?:um |uma )?(?:robo|bot|humano|humana|pessoa|maquina|ia|gente de verdade)(?: \w+){0,4}$",
        r"como (?:funciona|usa) (?:esse|este|o) chat$",
        r"(?:qual (?:e )?(?:o )?(?:seu|teu) nome|como (?:voce |e que voce |ce )?(?:se )?chama|voce tem nome)$",
        r"nao sei (?:como )?(?:usar|mexer|usa|funciona)(?: \w+){0,3}$",
        r"(?:quantos anos (?:voce|ce|o robo) tem|quem (?:te|que te) (?:criou|fez|programou|inventou)|(?:quem )?(?:criou|fez|programou) voce|voce mora onde|onde voce mora|de onde voce e)$",
        r"voce (?:e|eh) (?:(?:um|uma|o|a) )?(?:chatgpt|gpt|siri|alexa|assistente|homem|mulher|menino|menina|casad[oa]|solteir[oa])(?: \w+){0,3}$",
    ),
    "insults": (
        r"(?:ladra|ladrao|ladroes|golpistas?|vigaristas?|pilantras?|safad[oa]s?|idiotas?|imbecil|imbecis|otari[oa]s?|trouxas?|estupid[oa]s?|merda|bosta|palhacada|palhacos?|roubalheira|inutil|inuteis)",
        r"(?:va|vai|vao) (?:se|tomar|a merda|para o inferno)(?: \w+){0,3}$",
        r"(?:robo|bot|chat|voce) (?:\w+ )?burr[oa]|burr[oa]s? demais",
        r"(?:que|uma|essa|e) (?:porcaria|lixo|vergonha)(?: \w+){0,3}$",
        r"(?:isso|isto|e|que|so) (?:e )?(?:um )?(?:golpe|roubo)$",
        r"(?:porra|caralho|vtnc|fdp|arrombad[oa]|filh[oa] da puta|filh[oa] de a puta|desgracad[oa]|vai a merda)",
    ),
    "asks_how": (r"como (?:e que )?(?:isso |isto )?funciona(?: isso| isto| aqui)?$",),
    "code_words": (rf"{_CODE}",),
    "has_code": (
        rf"^{PLEASE}(?:eu )?(?:tenho|ganhei|recebi|estou com) (?:um|uma|o|meu|esse) {_CODE}(?: aqui| tambem)?$",
        rf"^{PLEASE}(?:posso |quero |queria |gostaria de |da para )?(?:usar|aplicar|colocar|resgatar|inserir|usa|aplica) (?:um|uma|o|meu|esse) {_CODE}(?: aqui| tambem)?$",
        rf"(?:onde|como) (?:eu )?(?:coloco|colocar|uso|usar|insiro|aplico|boto|digito|ponho) (?:um|uma|o|meu|esse) {_CODE}$",
    ),
    "empties_cart": (
        rf"(?:esvazia|esvaziar|esvazie|limpa|limpar|limpe|zera|zerar) (?:o |a |meu |minha )*{CART}",
        rf"(?:tira|tirar|tire|remove|remover|remova|apaga|apagar|exclui|excluir|esvazia|esvaziar|limpa|limpar|zera|zerar|desfaz) tudo(?: d[oa] (?:meu |minha )?{CART})?(?: por favor)?$",
        r"^(?:(?:vamos|quero|posso|pode|por favor|ok|nao|melhor) )*(?:comecar|comeca|recomecar|recomeca) (?:de novo|do zero|tudo de novo|outra vez|do inicio|tudo)(?: por favor)?$",
        r"^(?:recomecar|recomeca|do zero)$",
    ),
    "cancels_all": (
        r"(?:cancela|cancelar|cancele|esquece|desiste) (?:de )?(?:tudo|o pedido todo|a compra toda|isso tudo)(?: por favor)?$",
    ),
    "changes_details": (
        r"(?:mudar|muda|mude|trocar|troca|troque|alterar|altera|altere|corrigir|corrige|corrija|editar|atualizar) (?:o |a |os |meu |meus |minha )*(?:\w+ )?(?:endereco|dados|mail|email|nome|cep|telefone)",
        r"(?:endereco|dados|cep) (?:\w+ )?(?:errad[oa]s?|diferente)",
        r"(?:outro|novo) endereco",
    ),
    "changes_delivery": (
        r"(?:mudar|muda|mude|trocar|troca|troque|alterar|altera|altere) (?:a |o |de |minha |forma de |tipo de )*(?:entrega|frete|envio)",
        r"(?:outra (?:forma de |opcao de )?entrega|outro (?:frete|envio|tipo de entrega))",
        r"(?:muda|mudar|mude|troca|trocar|troque|passa|prefiro|manda|envia|usa|use|coloca|faz)(?: \w+){0,4} (?:express[oa]|economic[oa]|sedex|pac|transportadora)(?! (?:e|custa|demora))",
    ),
    "changes_option": (
        r"(?:muda|mudar|mude|troca|trocar|troque|altera|alterar|altere)",
        r"^(?:nao|espera|perai|pera|desculpa) \|",
        r"(?:na verdade|alias|em vez|ao inves|no lugar|(?:mudei|mudo) de (?:ideia|opiniao)|prefiro|melhor|quer dizer|digo|quis dizer|me (?:enganei|confundi|equivoquei)|errei|por engano|(?:tamanho|cor) errad[oa]|passa (?:ele |ela )?para)",
    ),
    "adds_also": (
        r"(?:tambem|mais|outra|outro|adiciona|coloca|ambas|ambos|e (?:um|uma|dois|duas|\d+|a|o))",
    ),
    "adds_goods": (
        rf"^{PLEASE}(?:e|mais|tambem|alem disso|junto com)(?: \|)?(?: (?:tambem|mais|entao|junto|quero|coloca|bota|poe|adiciona|me ve))* (?P<what>.{{1,60}})",
    ),
    "goods_alone": (
        rf"^{PLEASE}(?:e |tambem |mais |um |uma |alguma coisa |algo |algum |alguma |que tal |quem sabe )*(?P<what>.{{1,60}}?)(?: (?:no |de )?(?:tamanho|numero) \w+)?$",
    ),
    "first": (rf"^{PLEASE}{_IT}(?:primeir[oa]|1o|1a|numero 1|numero um){_ONE}",),
    "second": (rf"^{PLEASE}{_IT}(?:segund[oa]|2o|2a|numero 2|numero dois){_ONE}",),
    "third": (rf"^{PLEASE}{_IT}(?:terceir[oa]|3o|3a|numero 3|numero tres){_ONE}",),
    "last": (rf"^{PLEASE}{_IT}ultim[oa]{_ONE}",),
    "cheapest": (
        rf"^{PLEASE}{_IT}(?:entrega |opcao |frete )?(?:(?:mais )?barat[oa]|mais (?:em conta|economic[oa])|gratis){_ONE}",
    ),
    "fastest": (
        rf"^{PLEASE}{_IT}(?:entrega |opcao |frete )?(?:que (?:chega|vem|e) )?(?:mais rapid[oa]|rapid[oa]|(?:mais cedo|antes)){_ONE}",
        r"(?:preciso|quero|queria|prefiro|precisava|tem que (?:chegar|ser)|manda|envia)(?: \w+){0,4} (?:mais rapido|mais cedo|mais depressa|o quanto antes|urgente|logo)",
        r"(?:com (?:muita )?(?:pressa|urgencia)|e urgente|o mais rapido possivel|o quanto antes)",
    ),
    # Looked at only while the ways to deliver are on the screen: there these words mean little else.
    "collect": (
        r"(?:retirar|retiro|retirada|(?:buscar|busco|busca|pegar|pego)(?! (?:um|uma|uns|umas|algo|alguma|\w+ para))|pessoalmente)",
        r"(?:passo|passar|vou|ir|dou um pulo|dar um pulo|apareco) (?:\w+ ){0,3}(?:loja|ai|local)",
        r"^(?:em a|na|em|a|aqui na|ai na)? ?(?:propria )?loja(?: \w+){0,3}$",
        r"sem (?:entrega|frete|envio)",
    ),
}
