"""What is said to ask about goods and to look for them."""

from __future__ import annotations

from agentpay_plugin.language.portuguese.fragments import CAN_YOU, PLEASE

_HAVE = r"(?:tem|teem|temos|teria|teriam|vende|vendem|trabalha com|trabalham com|possui|possuem|oferece|oferecem|fabricam|vendes)"
_YOU = r"(?:voce |voces |a loja |ai |ainda |por acaso |ja |la )*"
_SHOW = r"(?:mostra|mostrar|mostre|recomenda|recomendar|recomende|indica|indicar|indique|sugere|sugerir|sugira|acha|achar|encontra|encontrar|procura|procurar)"
_WH = r"(?:que|qual|quais|quando|onde|aonde|como|quanto|quanta|quantos|quantas|quem|por que|o que|cade|sera que|de que|a que|com que|em quanto|por quanto|em que|para que|ate quando|desde quando)"
_VERB = (
    r"(?:tem|teem|teria|teriam|voce|voces|vende|vendem|aceita|aceitam|faz|fazem|entrega|entregam|envia|"
    r"enviam|manda|mandam|serve|servem|vem|veem|funciona|funcionam|possui|possuem|da para|pode|podem|"
    r"poderia|posso|existe|existem|ha|consegue|conseguem|cabe|acompanha|aguenta|suporta|precisa|tras|"
    r"parcela|parcelam|emite|emitem|chega|demora|seria|sao|ainda|ele|ela|e (?!que|se|quero|"
    r"isso|tudo|ai|so|mais|pode|um|uma)|sai|fica|trocam|lava|desbota|encolhe|dura|inclui)"
)

ASKING: dict[str, tuple[str, ...]] = {
    "asks": (
        rf"^{PLEASE}{_WH}",
        rf"^{PLEASE}{_VERB}",
        r"(?:e|sao|fala|trata) (?:de|do|sobre|para) (?:o )?que(?: \w+){0,2}$",
        r"^(?:o )?(?:prazo|valor|preco|custo|tempo|taxa) (?:d[aoe] |para )?(?:entrega|frete|envio)",
        rf"(?:saber|dizer|diz|fala|falar|informar|informa|sabe|sabem|ver|perguntar|duvida) (?:\w+ )?(?:{_WH}|se)",
        r"(?:qual|quais|quanto|quantos|quando|onde|sera que) (?:\w+ ){0,6}(?:e|sao|tem|custa|fica|esta|posso|seria|demora|chega)",
    ),
    "inquires": (
        rf"^{PLEASE}(?:que|qual|quais|quando|onde|aonde|como|quanto|quantos|quantas|quem|por que|o que|cade|sera que|e (?!que|se|quero|isso)|sao|tem|ha|existe)",
    ),
    "wonders": (
        r"(?:queria|quero|gostaria de|gostaria|preciso|posso|pode|poderia|podia|da para) (?:\w+ )?(?:saber|me (?:dizer|informar|falar|tirar|explicar)|perguntar|tirar (?:uma )?duvidas?|entender)",
        r"(?:duvida|duvidas|pergunta|perguntas|curiosidade|me (?:diz|diga|fala|fale|informa|informe|explica|tira)|sabe (?:me )?(?:dizer|informar)|saberia|informacao|informacoes|detalhes)",
        r"ou nao$",
    ),
    "about_goods": (
        r"(?:esse|essa|esses|essas|este|isso|ele|ela|eles|elas|dele|dela|aquele|aquela|produto|produtos|item|itens|peca|pecas|modelo|versao|marca|kit|anuncio|unidade|unidades)",
        r"(?:serve|servem|serviria|funciona|funcionam|vem|veem|acompanha|acompanham|cabe|cabem|possui|possuem|suporta|suportam|aguenta|compativel|compativeis|encaixa|pega|liga|carrega|bateria|inclui|inclusos?|inclusas?|contem|dura|desbota|encolhe|estica|lavar|lava|lavavel|removivel|regulavel|ajustavel|resistente|confortavel|macio|macia|grosso|fino|leve|pesado|forte|novo|nova|usado|usada|lacrado|lacrada|original|originais|nacional|importado)",
        r"(?:eu|meu|minha|filh[oa]|esposa|marido|namorad[oa]|bebe|crianca|cachorro|gato|carro|moto|celular|pele|cabelo)(?: \w+){0,6} (?:usar|uso|usa|vestir|visto|veste|calco|calca|serve|tomar|tomo|toma|tem|mede|medem|pesa)",
        r"(?:qual|quais|que) (?:\w+ ){0,3}(?:escolher|levar|comprar|pegar|recomenda|recomendam|indica|indicam|melhor)",
        r"(?:como|da para|pode|posso|podemos|consigo|e possivel|devo) (?:se |que se |faco para |eu |ser )?(?:usa|usar|usad[oa]s?|uso|lava|lavar|monta|montar|instala|instalar|limpa|limpar|toma|tomar|aplica|aplicar|regula|regular|guardar)",
        r"\w+ ou (?:\w+ ){0,4}\w+$",
        r"(?:precisa|pode ser|podem ser|e|sao) (?:\w+ )?(?:de|trocar|instalad[oa]s?|usad[oa]s?|lavad[oa]s?|colocad[oa]s?|feit[oa]s?|bom|boa|bons|boas|melhor) \w+",
        rf"^{PLEASE}(?:o|a|os|as|seu|seus|sua|suas) (?:\w+ ){{1,5}}?(?:e|sao|vem|tem|possui|serve|servem|pode|podem) \w+",
        rf"^{PLEASE}(?:e|sao|vem|tem|possui) (?!(?:voce|bom te|noite|dia|que|isso)\b)\w+",
    ),
    "requests": (
        rf"{CAN_YOU} (?:me |nos |ja |te |por favor )*\w+",
        r"consigo \w+",
    ),
    "conditions": (
        r"(?:se|caso) (?:eu |a gente |nos |voce )?(?:\w+ )?(?:comprar|compro|levar|levo|pedir|peco|encomendar|pegar|pego|adquirir|pagar|pago|fechar|comprasse|levasse|compra)",
        r"(?:antes|depois) (?:de )?(?:eu )?(?:comprar|pedir|encomendar|levar|pagar|fechar)",
        r"(?:devo|deveria|vale a pena|compensa|sera que (?:devo|compro|levo)|acha que (?:devo|compro|vale)|que (?:eu )?(?:devo|compro)|qual (?:\w+ ){0,3}(?:levo|compro|levar|comprar|escolho))",
        r"(?:pensando em|penso em|pensei em|considerando|medo de|receio de) (?:comprar|levar|pedir|encomendar)",
        r"(?:quem|alguem|pessoal|pessoas|clientes) (?:\w+ )?(?:comprou|compraram|ja comprou|levou|usa)",
        r"(?:voce|tu) (?:\w+ )?(?:compraria|levaria|recomendaria)",
        r"(?:compraria|levaria|compro|levo|comprava) (?:\w+ ){0,4}se",
        r"(?:talvez|quem sabe|pode ser que|acho que) (?:eu )?(?:\w+ )?(?:compre|compro|leve|levo|peca|comprar|levar)",
        r"(?:nao sei se|na duvida|indecis[oa]|em duvida|estou em duvida|nao decidi|nao tenho certeza)",
        r"mas (?:e |esta |ta |achei )?(?:muito |bem |meio )(?:caro|cara|grande|pequeno|pequena|tarde)",
    ),
    "lists_goods": (
        r"(?:que|quais) (?P<what>\w+(?: \w+)?) (?:(?:voces?|a loja) )?(?:tem|vendem|vende|ha)(?: ai| em estoque)?$",
    ),
    "searches": (
        r"(?:procurando|procuro|buscando|busco|procurava|a procura de|atras de|procurar|buscar) (?:por )?(?P<what>.{1,80})",
        rf"(?:me |nos ){_SHOW} (?:ai |entao )?(?P<what>.{{1,80}})",
        rf"(?:^{PLEASE}|{CAN_YOU} ){_SHOW} (?:me |nos |para mim |ai )*(?P<what>.{{1,80}})",
        rf"^{PLEASE}{_YOU}{_HAVE} (?:ai |ainda |tambem )*(?!(?:em|no|na|nos|nas) )(?P<what>.{{1,80}})",
        rf"(?:voce|voces|a loja|loja) (?:ainda |tambem |nao |so )*{_HAVE} (?!(?:em|no|na|nos|nas) )(?P<what>.{{1,80}})",
        r"(?:gostaria de|quero|queria|posso|podia|poderia|da para) (?:ver|conhecer|olhar|dar uma olhada em|dar uma olhada n[oa]s?) (?P<what>.{1,80})",
        r"(?:ha|existe|existem|teria|teriam) (?:algum |alguma |alguns |algumas )?(?!(?:em|no|na|nos|nas) )(?P<what>.{1,80})",
        rf"^{PLEASE}(?:algum|alguma|alguns|algumas) (?P<what>.{{1,80}})",
        rf"(?:que|quais|qual|que tipo de|que tipos de) (?P<what>.{{1,80}}?) (?:e que )?(?:voce|voces|a loja) (?:{_HAVE})",
        rf"(?:que|quais) (?P<what>(?:\w+ ){{1,5}}?){_HAVE}$",
        rf"^{PLEASE}(?P<what>(?:\w+ ){{1,6}}?)(?:tem|disponivel|disponiveis|em estoque|ainda tem|tem disponivel)$",
        r"(?:preco|precos|valor|valores|quanto custa|quanto custam|quanto e|quanto sai|quanto esta|quanto fica|quanto estao|quanto ta) (?:d[oae]s? |um |uma |o |a |os |as )*(?P<what>.{1,80})",
        rf"o que (?:mais )?(?:e que )?(?:voce |voces |a loja )?{_HAVE}(?P<what>)",
        r"(?:quais|qual) sao (?:os|as) (?P<what>.{1,80})",
        r"(?:ver|mostra|mostrar|mostre|quais|veja)(?: me)? (?:sao )?(?:os |as |todos |todas |outros |outras |seus |suas )*(?:produtos|itens|catalogo|colecao|mercadorias|modelos|novidades|lancamentos)(?P<what>)",
    ),
    "has_goods": (
        r"(?:procurando|procuro|buscando|busco|procurava|a procura de|atras de|procurar|buscar) (?:por )?\w+",
        rf"(?:me |nos ){_SHOW} \w+",
        rf"(?:^{PLEASE}|{CAN_YOU} ){_SHOW} (?:me |nos |para mim )*\w+",
        rf"^{PLEASE}{_YOU}{_HAVE} \w+",
        rf"(?:voce|voces|a loja|loja) (?:ainda |tambem |so )*{_HAVE} \w+",
        r"(?:gostaria de|quero|queria|posso|podia|poderia|da para) (?:ver|conhecer|olhar) \w+",
        rf"(?:que|quais|qual|que tipo de) \w+(?: \w+){{0,4}} (?:voce|voces|a loja) {_HAVE}",
        rf"(?:que|quais) (?:\w+ ){{1,5}}{_HAVE}$",
        rf"o que (?:mais )?(?:voce |voces |a loja )?{_HAVE}",
        r"(?:quais|qual) sao (?:os|as) \w+",
        rf"^{PLEASE}(?:algum|alguma|alguns|algumas) \w+",
        r"(?:ver|mostra|mostrar|mostre|quais|veja)(?: me)? (?:sao )?(?:os |as |todos |todas |outros |outras |seus |suas )*(?:produtos|itens|catalogo|colecao|mercadorias|modelos|novidades|lancamentos)",
    ),
    "elsewhere": (
        r"(?:meu|minha|seu|sua|teu|tua) (?:hobby|idade|nome|amigo|amiga|casa|alarme|voo|banco|conta|saldo|senha|cadastro|objetivo|limite|fatura|namorada|carteira|reserva)",
        r"(?:clima|previsao do tempo|transito|piada|piadas|receitas? (?:de|para)|alarme|despertador|lembrete|lembretes|lembra|lembre|reuniao|agenda|calendario|(?:toca|toque|tocar|coloca|assistir|ouvir|escutar|passa) (?:\w+ ){0,3}(?:filme|filmes|musica|musicas|cancao|playlist|radio|podcast|album)|que musica|playlist|noticia|noticias|futebol|ferias|voo|viagem|taxi|uber|trem|onibus|passagem|restaurante|emprestimo|saldo|extrato bancario|extrato da conta|senha|login|cadastro|juros do|horas sao|que horas|que dia|data de hoje|aniversario|(?:acende|acenda|apaga|apague|liga|ligue|desliga|desligue|diminui|diminua|aumenta|aumente) (?:\w+ ){0,2}(?:luz|luzes|volume|aspirador|brilho|som)|tuitar|tweet|facebook|capital d\w+|presidente|franquia|curriculo|emprego|vagas?|revender|revenda|revendedor|trabalhar|trabalho|cnpj|sede|escritorio|contatos|(?:manda|mande|mandar|envia|enviar|envie|deixar) (?:\w+ ){0,3}(?:mensagem|mensagens)|mensagens de voz|sala de reuniao|salas de reuniao|se diz|e-mails|emails|lista de (?:compras|tarefas)|cotacao do dolar|bolsa de valores|acoes d\w+)",
        r"(?:loja fisica|lojas fisicas|tem loja|endereco|onde (?:voces (?:fica|ficam|estao)|(?:fica|ficam) (?:a loja|voces|localizad\w+)|fica$|e a loja|estao localizad\w+)|localizacao|localizad[oa]s?|horario|horarios|funcionamento|filial|filiais|abre|fecha|abrem|fecham|telefone|whatsapp|zap|instagram|site)",
        r"(?:quero|queria|gostaria de|preciso|posso) (?:\w+ )?(?:vender|reclamar|conversar|falar|abrir|assinar|mudar|atualizar)",
        r"(?:como (?:voce |voces |vai |esta |tem )*(?:vai|esta|estao|passou|anda|vao)$|tudo bem com voce|quantos anos)",
    ),
    "about_us": (
        r"(?:voce e|quem e voce|quem (?:te )?(?:criou|fez|programou)|estou falando com|e um robo|e uma pessoa|e humano|e real|sua idade|seu nome|voce (?:nasceu|entende|gosta|sabe|sente|dorme|come|mora|acredita))",
    ),
}
