"""What is said to buy, or not to buy, and to change the cart."""

from __future__ import annotations

from agentpay_plugin.language.portuguese.fragments import (
    ADD,
    ALSO,
    BUY,
    CAN_YOU,
    CART,
    HAND,
    INFINITIVE,
    ONE_TO_SIX,
    PLEASE,
    SURELY_BUY,
    THIS,
    WANT,
)

_ADDING = rf"(?:{CAN_YOU} )?(?:me |ja |entao |tambem )*{ADD}"
_TAKING = r"(?:levo|compro|encomendo|fico com|fecho|vou levar|vou ficar com|vou querer|vou pegar|vou comprar|vou pedir|vou de|pego)"

_MORE = r"(?:(?:e|ok|sim|ah|entao|tambem|quero|queria|manda|me da|me ve|coloca|bota|poe|adiciona|acrescenta|vou querer|vou levar|preciso de|pode colocar|pode por) )*"
_TAKE = rf"^{PLEASE}(?:(?:quero|queria|levo|leva|levar|vou|querer|manda|me da|me ve|pode ser|pode por|coloca|bota|compro|entao) )*"
_STILL = r"(?: (?:ai|ainda|voces|em estoque|disponivel|disponiveis|entao|por favor))*"
_PIECE = r"(?:dele|dela|deles|delas|desse|dessa|desses|dessas|de esse|de essa|de esses|de essas|unidade|unidades|peca|pecas|par|pares|igual|iguais|pacote|pacotes|caixa|caixas|lata|latas|garrafa|garrafas|saco|sacos|kit|kits|copia|exemplar|do mesmo|da mesma|tambem)"

BUYING: dict[str, tuple[str, ...]] = {
    "buys": (
        rf"^{PLEASE}{SURELY_BUY}(?: \w+)?",
        rf"{WANT} {ALSO}{BUY}",
        rf"^{PLEASE}{WANT} {ALSO}fechar (?:com )?{THIS}",
        rf"^{PLEASE}{_TAKING} {ALSO}(?:{THIS}|\w+)",
        rf"^{PLEASE}(?:voce |voces |(?:{CAN_YOU}) )?(?:me )?(?:compra|compre|comprar|pede|peca|pedir|encomenda|encomende|encomendar) (?:para mim |para a gente |mais |ai |so )*(?:um|uma|uns|umas|mais|algum|alguma|dois|duas|tres|quatro|\d+|o|a|os|as|esse|essa|este|outro|outra|algo|uma coisa|para mim|\w+ para mim|\w+ \w+ para mim)(?! (?:informac\w+|ajuda|desconto|reembolso|nota))",
        r"(?:preciso|quero|queria|gostaria) que (?:voce |voces |me )*(?:compre|compra|peca|pede|encomende|mande|adicione|coloque|reserve|separe|inclua)",
        r"(?:repetir|repete|repita|refazer|refaz) (?:o |a |meu |minha |esse |essa )*(?:\w+ )?(?:compra|pedido)",
        r"(?:comprar|pedir|levar) (?:de novo|novamente|outra vez)",
        r"me (?:inscreve|inscreva|inscrever)(?: \w+)?",
        rf"^{PLEASE}(?:quero|queria|preciso de|vou querer) (?:mais )?outr[oa](?: igual| dess[ea]| dest[ea])?$",
        r"(?:ja )?vou (?:querer|levar|comprar|pedir|ficar)(?: sim| mesmo| agora| ja)*$",
        r"(?:eu )?(?:compro|levo)(?: sim| agora| ja)*$",
        r"(?:tenho|com|muito|tive|temos) interesse(?! em (?:trabalhar|revender|saber|ser))",
        r"(?:estou|fiquei|sou|estamos|ficamos) (?:muito |bem )?interessad[oa]s?(?! em (?:trabalhar|revender|saber|ser))",
        rf"^{PLEASE}{_ADDING} (?:ai |aqui |para mim |la |junto |tambem )*{THIS}",
        rf"{_ADDING} (?:\w+ ){{0,6}}(?:no|na|ao|a|para o|em) (?:meu |minha |o |a )?{CART}",
        rf"^{PLEASE}(?:{CAN_YOU} )?{ADD}(?: ai| para mim| sim)*$",
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:me|nos) {HAND} (?:ai |la |entao |so )*(?:{THIS}|\w+)",
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:separa|separar|separe|reserva|reservar|reserve|manda|mande|mandar|ve) (?:ai |la |para mim |entao |so )*{THIS}",
        rf"^{PLEASE}(?:pode|podem) (?:fechar|separar|reservar|mandar|incluir) (?:{THIS}|para mim)",
        r"(?:fazer|fechar|realizar|efetuar) (?:um|uma|o|a|meu|minha|esse|essa) (?:novo |nova )?(?:pedido|compra|encomenda)",
        r"(?:quero|queria|vou querer|gostaria de) (?:esse|essa|esses|essas|este|esta|estes|estas|isso|ele|ela|eles|elas|aquele|aquela|aqueles|aquelas)(?: (?:mesmo|mesma|aqui|ai|sim|por favor|produto|agora|tambem))*$",
        r"me (?:vende|ve) (?:esse|essa|isso|um|uma)",
    ),
    "buys_what": (
        rf"{WANT} {ALSO}{BUY} (?P<what>.{{1,80}})",
        rf"^{PLEASE}{_TAKING} (?P<what>.{{1,80}})",
        rf"{_ADDING} (?P<what>.{{1,80}}?) (?:no|na|ao|a|para o|em) (?:meu |minha |o |a )?{CART}",
        rf"{_ADDING} (?:no|na|ao) (?:meu |minha )?{CART} (?P<what>.{{1,80}})",
        rf"{_ADDING} (?!(?:ai |la )?(?:no|na|ao|a|em|para o) (?:meu |minha )?{CART})(?P<what>.{{1,80}})",
        rf"(?:me|nos) {HAND} (?P<what>.{{1,80}})",
        r"(?:separa|separar|separe|reserva|reservar|reserve|mande|manda|mandar|ve) (?P<what>.{1,80})",
        rf"^{PLEASE}{SURELY_BUY} (?P<what>.{{1,80}})",
        r"(?:compra|compre|pede|peca|pedir|encomenda|encomende|adicione|coloque|inclua) (?:para mim |para a gente )?(?P<what>.{1,80})",
        r"interesse (?:em|no|na|nos|nas) (?P<what>.{1,80})",
        r"interessad[oa]s? (?:em|no|na|nos|nas) (?P<what>.{1,80})",
        r"(?:fazer|fechar) (?:um|uma|o|a) (?:pedido|compra|encomenda) de (?P<what>.{1,80})",
    ),
    "wants_what": (
        rf"(?:quero|queria|queremos|queriamos|gostaria de|gostaria|desejo|preciso de|preciso|precisava de|necessito de|vou querer) (?:so |tambem |muito |mesmo |apenas |somente )*(?!{INFINITIVE}(?: |$))(?!(?:te|me|se|lhe|que|nao|muito|saber|por|pelo|ser|isso)(?: |$))(?P<what>.{{1,80}})",
    ),
    "how_to_buy": (
        r"como (?:eu |que |e |a gente |posso |podemos |faco |fazemos |fazer |faz |se |para |o |consigo |funciona )*(?:comprar|compro|compra|pedir|peco|encomendar|encomendo|adquirir|adquiro|levar|fazer (?:o |um |a |uma |meu |minha )?(?:pedido|compra|encomenda)|faco (?:o |um |a |uma |meu )?(?:pedido|compra|encomenda))",
        r"(?:onde|aonde|por onde) (?:eu |que eu |posso |consigo |se )*(?:compro|comprar|peco|pedir|encomendo|clico para comprar|faco (?:o |um |meu )?pedido)",
        r"(?:posso|da para|consigo|tem como|e possivel|podemos|poderia) (?:eu |ja |ainda |te )*(?:comprar|encomendar|adquirir|fazer (?:o|um|meu|uma) (?:pedido|compra|encomenda))",
        r"(?:botao|opcao|link|pagina|botao) (?:de|para|da) (?:comprar|compra)",
    ),
    "cannot_buy": (
        r"nao (?:estou |esta |ta |to )?(?:consigo|conseguindo|consegui|consegue|conseguimos|da para|deixa|deixando|permite|foi possivel|aceita) (?:\w+ ){0,5}(?:comprar|pedir|adicionar|finalizar|colocar|fechar|concluir|carrinho|compra|pedido)",
    ),
    "takes_rest": (
        r"(?:o que|os que|as que|quantos|quantas|tudo o que|tudo que|o quanto|todos os que|todas as que|todos que|todas que) (?:voces |voce |ainda )?(?:tem|tiver|tiverem|houver|ha|sobrar|sobraram|restam|restar|der|puder|for possivel)(?: \w+){0,3}$",
    ),
    # It is said to be taken, and nothing is asked: "quantos tem" buys none, and "o máximo!" is praise.
    "takes_all": (
        rf"{_TAKE}(?:todos os que|todas as que|todos que|todas que) (?:voces |voce |ainda )?(?:tem|tiver|tiverem|houver|ha|sobrar|sobraram|restam|der|puder|for possivel){_STILL}$",
        rf"{_TAKE}(?:quantos|quantas) (?:voces |voce |ainda )?(?:tiver|tiverem|houver|sobrar|der|puder|for possivel){_STILL}$",
        rf"{_TAKE}(?:o )?maximo (?:que (?:der|puder|voces tem|tem|tiver|for possivel)|possivel|permitido)(?: entao| por favor)*$",
        rf"{_TAKE}(?:quero|levo|manda|coloca|me da|me ve) o maximo(?: entao| por favor)*$",
        rf"{_TAKE}(?:todos|todas)(?: (?:eles|elas|entao|por favor))*$",
    ),
    # What can be had of goods that are scarce, and nothing else beside it.
    "settles_for": (
        rf"^(?:(?:ok|ta|esta|beleza|bom|entao|ah|sim|so|apenas|pode ser|pode|quero|levo|manda|coloca|me da|vai|fica|bota|fecha|nesse caso|em esse caso) )*{ONE_TO_SIX}(?: (?:entao|mesmo|por favor|ta bom|serve|esta bom|ja serve))*$",
    ),
    "doubles": (
        rf"^{PLEASE}(?:(?:quero|coloca|faz|pode|me da|bota) )*(?:dobra|dobrar|dobre|duplica|duplicar|duplique)(?: (?:isso|tudo|o pedido|a quantidade|ai|por favor))*$",
        rf"^{PLEASE}(?:dobra|dobrar|dobre|duplica|duplicar) (?:o |a |os |as )(?P<what>.{{1,60}})",
        rf"^{PLEASE}(?:(?:quero|coloca|faz|manda|me da|bota|pode ser) )*o dobro(?: (?:disso|de isso|por favor))*$",
    ),
    "triples": (
        rf"^{PLEASE}(?:(?:quero|coloca|faz|manda) )*(?:triplica|triplicar|o triplo)(?: (?:isso|por favor))*$",
    ),
    "fewer": (
        rf"{ONE_TO_SIX} a menos(?: (?:d[aeo]s? )?(?P<what>.{{1,60}}))?",
        rf"^{PLEASE}menos {ONE_TO_SIX}(?: por favor)?$",
        rf"^{PLEASE}(?:tira|tirar|tire|remove|remover|retira|diminui) (?:so |apenas )?{ONE_TO_SIX}(?: (?:delas|deles|so|por favor|unidade|unidades))*$",
    ),
    "some_more": (
        r"mais (?:alguns|algumas|uns|umas|uns poucos|umas poucas)(?: (?:deles|delas|desses|dessas|unidades|pecas))?(?: por favor)?$",
        r"(?:alguns|algumas|uns|umas) (?:a )?mais(?: por favor)?$",
    ),
    "of_each": (
        r"(?:um|uma|1) (?:de|em|por) cada(?: (?:cor|tamanho|sabor|tipo|um|uma))?",
        r"(?:um|uma|1) cada|cada (?:cor|tamanho|sabor)|todas as cores|todos os (?:sabores|tipos)",
    ),
    "all_shown": (
        r"(?:ok |entao |ta |quero |levo |manda |coloca |sim )*(?:todos|todas|ambos|ambas|os dois|as duas|os tres|as tres|(?:todos os|todas as|os|as) (?:dois|duas|tres|quatro|cinco|seis|\d)|(?:um|uma) de cada)(?: entao| por favor)*",
    ),
    "ranges_over": (r"(?:ou|entre|qual|quais)",),
    "like_the_last": (
        r"(?:d[oa]|de o|de a|o|a|em o|em a|no|na) mesm[oa](?: (?:tamanho|cor|modelo|numero))?",
    ),
    "of_those": (r"(?:das|dos|da|do|delas|deles|dessas|desses|de essas|de esses|dela|dele)",),
    "all_of_several": (r"(?:todos|todas|ambos|ambas|os dois|as duas|tudo)",),
    "instead": (
        r"(?:em vez d\w+|em vez|ao inves|ao inves d\w+|no lugar|na verdade|na real|no total|em o total|ao todo|a o todo|quer dizer|alias|melhor)",
    ),
    "how_to_check_out": (
        r"(?:como|onde) (?:\w+ ){0,4}(?:finalizo|finalizar|fecho|fechar|concluo|concluir|termino|terminar)",
        r"(?:posso|podemos|ja posso|da para) (?:ja )?(?:pagar|fechar|finalizar)(?: agora| ja| por favor| a compra| o pedido)*$",
    ),
    "adds_more": (
        rf"^{_MORE}(?:mais )?{ONE_TO_SIX} (?:a )?mais(?: {_PIECE})*(?: por favor)?$",
        rf"^{_MORE}mais {ONE_TO_SIX}(?: {_PIECE})*(?: por favor)?$",
        rf"^{_MORE}(?:mais )?(?:outro|outra|(?:outros|outras) {ONE_TO_SIX})(?: {_PIECE})*(?: por favor)?$",
    ),
    "refuses": (
        rf"nao (?:\w+ ){{0,3}}(?:quero|queria|queremos|vou (?:\w+ )?(?:{SURELY_BUY}|querer|pagar|pedir|ficar)|preciso|compro|levo|pretendo|desejo|gostei|interessa|tenho interesse|estou interessad[oa]|decidi|{SURELY_BUY}|{ADD}|compre|compra|obrigado)",
        r"(?:nunca|jamais) (?:\w+ ){0,2}(?:comprar\w*|compro|levar\w*|quero|vou)",
        r"^(?:ok )?(?:nao|nao nao|nada|deixa|deixa para la|deixe|esquece|esqueca|depois|mais tarde|outra hora|outro dia|agora nao|ainda nao|nem pensar|de jeito nenhum|talvez depois|quem sabe depois|melhor nao|por enquanto nao|hoje nao|desisto|desisti)(?: (?:obrigado|por favor|nao|agora|mesmo|valeu|ta|eu|hoje|para la|quero|vou pensar|por enquanto))*$",
        r"(?:quero|preciso de|levo|comprar) nada",
        r"(?:so|somente|apenas) (?:estou |estava |to |dando |vendo )*(?:olhando|vendo|pesquisando|uma olhada|uma olhadinha|consultando|curiosidade|curioso|curiosa|perguntando|sondando)",
        r"(?:dando|vou dar) uma (?:olhada|olhadinha)",
        r"(?:dispenso|deixa para la|sem interesse|vou pensar)",
    ),
    "postpones": (
        r"(?:amanha|depois|mais tarde|outro dia|outra hora|semana que vem|mes que vem|ano que vem|proxim[oa] (?:semana|mes|ano|vez)|quando (?:eu )?(?:receber|cair|sair|puder|der|tiver)|assim que (?:eu )?(?:receber|puder|der)|fim do mes|dia \d+)",
    ),
    "removes": (
        rf"^{PLEASE}(?:{CAN_YOU} |(?:quero|queria|gostaria de|preciso) )?(?:me )?(?:remove|remover|remova|tira|tirar|tire|(?:retira|retirar|retire)(?! (?:na|no|em|ai|pessoalmente|hoje|amanha|quando|direto|loja|com))|exclui|excluir|exclua|deleta|deletar|apaga|apagar|elimina|eliminar)(?: (?P<what>.{{1,80}}))?",
        rf"(?:tira|tirar|tire|remove|remover|remova|retira|retirar|exclui|excluir) (?P<what>.{{1,80}}?) (?:do|da) (?:meu |minha )?{CART}",
        r"nao (?:quero|preciso) mais (?!comprar|nada|pagar|receber)(?:d[oae]s? )?(?P<what>.{1,80})",
        r"(?:desisti|desisto) (?:d[oae]s?) (?!compra|pedido)(?P<what>.{1,80})",
        rf"(?:esvazia|esvaziar|esvazie|limpa|limpar|limpe|zera|zerar) (?:o |a |meu |minha )*{CART}",
    ),
    "all_but": (
        rf"^{PLEASE}(?:{CAN_YOU} )?(?:tira|tirar|tire|remove|remover|remova|retira|retirar|exclui|excluir|apaga|apagar|cancela|cancelar) (?:tudo|todos|todas)(?: d[oa] (?:meu |minha )?{CART})? (?:menos|exceto|fora|tirando|a nao ser) (?P<what>.{{1,60}})$",
    ),
    "drops_line": (
        r"(?:nao (?:quero|preciso|vou querer|vou levar|vou precisar)(?: mais)?|sem|menos|esquece|dispensa|dispenso|desisti|desisto|cancela) (?:de )?(?P<what>.{1,60}?)(?: mais| nao| por favor| entao)*$",
        r"^(?:nao \| )?(?P<what>.{1,60}?) (?:eu )?nao (?:quero|vou querer|preciso|precisa|vou levar)(?: mais)?(?: nao)?$",
        r"^(?P<what>.{1,60}?) pode (?:tirar|sair|remover|retirar)(?: \w+)?$",
    ),
    "keeps_only": (
        rf"^{PLEASE}(?:(?:deixa|deixar|quero|fico|fica|levo|vou levar|vou ficar|mantem)(?: com)? )?(?:so|somente|apenas)(?: com)? (?P<what>.{{1,60}}?)(?: mesmo| por favor| entao)*$",
    ),
    "changes_quantity": (
        r"(?:muda|mudar|mude|altera|alterar|altere|troca|trocar|troque|aumenta|aumentar|diminui|diminuir|reduz|reduzir|corrige|corrigir|passa|passar|atualiza|atualizar) (?P<what>.{0,80}?)(?:a )?(?:quantidade )?(?:d[oae]s? (?P<what>.{1,80}?) )?(?:para|por) (?:so |apenas )?\w+",
        r"(?:muda|mudar|altera|alterar|aumenta|aumentar|diminui|diminuir|reduz|reduzir|troca|trocar|corrige) (?:a |as )?quantidades?",
        r"quantidade (?:para|de|e|igual a)? ?\w+",
        rf"(?:deixa|deixar|deixe|faz|faca|fica|poe|sejam|seja|sao|sera|serao|melhor|prefiro) (?:so |apenas |somente |ser |entao |em |com |logo )*{ONE_TO_SIX}(?: \w+)?",
        rf"(?:quero|queria|vou querer|levo|preciso de) (?:so |apenas )?{ONE_TO_SIX} (?:\w+ )?(?:em vez|ao inves|no lugar)",
        rf"(?:na verdade|na real|alias|quer dizer|melhor) (?:\| )?(?:eu )?(?:quero |queria |vou querer |sao |so |e |levar )*{ONE_TO_SIX}",
        rf"{ONE_TO_SIX} (?:\w+ )?(?:em vez|ao inves|no lugar)(?: d\w+)?(?: \w+)?",
    ),
    "only_quantity": (
        rf"{ONE_TO_SIX} (?:\w+ )?(?:(?:no|em o) total|(?:ao|a o) todo|(?:na|em a) verdade)$",
        rf"(?:(?:no|em o) total|(?:ao|a o) todo) (?:\w+ ){{0,2}}{ONE_TO_SIX}(?: por favor)?$",
        rf"^(?:nao )?(?:ok )?(?:quero |queria |preciso |e |sao |vai ser |levo |vou querer )*(?:so|apenas|somente|unicamente) (?:quero |preciso de |de |mesmo )*{ONE_TO_SIX}(?: (?:por favor|mesmo|unidade|unidades|peca|pecas|dele|dela|desse|dessa|de esse|de essa|entao|ta|esta bom|e|na verdade|na real|agora|afinal|obrigad[oa]))*$",
        rf"^{PLEASE}(?:so |apenas )?{ONE_TO_SIX} (?:ja )?(?:basta|bastam|chega|chegam|da|dao|e suficiente|esta bom)(?: \w+)?$",
        rf"^{ONE_TO_SIX} (?:so|apenas|somente)$",
    ),
    "shows_cart": (
        r"(?:mostra|mostrar|mostre|ver|vejo|veja|ve|abre|abrir|abra|exibe|exibir|confere|conferir|revisar|lista|listar|o que tem|o que ha|o que esta|o que tenho|que eu tenho|como esta|olhar|consultar)(?: (?:me|ai|la|aqui))?(?: (?:no|na|em|o|a|do))? ?(?:meu |minha )?(?:carrinho|sacola|cesta|cestinha|sacolinha)",
        r"^(?:o |a |meu |minha )*(?:carrinho|sacola|cesta|total)(?: por favor)?$",
        r"(?:qual|quanto) (?:e |esta |deu |da |fica |ficou )?(?:o |no |meu )?(?:valor )?total",
        r"^(?:e |entao )*quanto (?:e|da|deu|fica|ficou|custa|sai) tudo(?: junto)?$",
        r"(?:cade|onde (?:esta|fica|vejo)) (?:o |a |meu |minha )*(?:carrinho|sacola|cesta)",
        r"(?:quanto deu|total do (?:carrinho|pedido)|total da (?:compra|sacola))",
        r"(?:no|na|em) (?:meu|minha) (?:carrinho|sacola|cesta)$",
        r"(?:o que|que|quais|quantos) (?:\w+ ){0,3}(?:eu )?(?:coloquei|adicionei|botei|escolhi|separei)(?: \w+){0,3}",
    ),
    "checks_out": (
        r"^(?:eu )?(?:pago|pagar|pagarei|vou pagar) (?:com|no|na|por|via|em|pelo|pela|a) \w+",
        r"^(?:ok |sim |entao |ja |eu )*(?:pagar|pagar agora|pagamento|ir para o pagamento|link de pagamento)(?: por favor| agora| ja)*$",
        r"(?:posso|podemos|ja posso|da para) (?:ja )?(?:pagar|fechar|finalizar|concluir)(?: agora| ja| por favor| a compra| o pedido)*$",
        r"(?:como|onde) (?:\w+ ){0,4}(?:finalizo|finalizar|fecho|concluo|concluir) ?(?:o |a |meu |minha )?(?:compra|pedido|carrinho)?",
        rf"(?:quero|queria|vou|vamos|gostaria de|preciso|bora|pode|podemos|posso|desejo|partiu) (?:ja |agora |entao |so |te |me |logo )*(?:pagar|fazer o (?:pagamento|pix)|efetuar o pagamento|finalizar|concluir|encerrar|terminar|fechar|ir para o (?:pagamento|caixa|checkout))(?! (?:com |mais )?{ONE_TO_SIX}| depois| amanha| esse| essa)",
        r"^(?:ok |sim |entao |pode |vamos |por favor )*(?:finaliza|finalizar|finalize|fecha|fechar|feche|conclui|concluir|conclua|encerra|encerrar|encerre) ?(?:ai |por favor )?(?:o |a |meu |minha |esse |essa )?(?:compra|pedido|carrinho|conta|venda|encomenda)?(?: por favor| agora| ai| entao)*$",
        r"(?:finalizar|finaliza|concluir|fechar|fecha|finalize|feche|concluindo|finalizando) (?:o |a |meu |minha |essa |esse )?(?:compra|pedido|carrinho|conta|encomenda|venda)",
        r"(?:manda|mandar|mande|envia|enviar|envie|gera|gerar|gere|passa|passar|passe|me da|emite|emitir)(?: \w+)? ?(?:o |um |a |seu )?(?:pix|boleto|link de pagamento|link para (?:eu )?pagar|qr code|qrcode|codigo pix|chave pix|link do pagamento|cobranca)",
        r"(?:voltar|volta|voltando) (?:para o|a o|ao|para) (?:meu )?(?:pedido|pagamento|check out)$",
        r"(?:seguir|segue|prosseguir|continuar|ir|vamos) (?:para o|com o|ao|a o|para) (?:pagamento|check out|caixa)$",
        r"(?:check ?out|ir para o caixa|passar no caixa|fechar a conta)",
    ),
    "by_card": (
        r"(?:pagar|pago|pagarei|pagamento|comprar|compro|finalizar|fechar|passar|passo) (?:\w+ ){0,3}(?:com|no|em|pelo|por|via|de|usando) (?:o |meu |um |a )?(?:cartao(?: de (?:credito|debito))?|credito|debito)",
        r"^(?:entao |prefiro |melhor |quero |queria |vou |vamos |ok |sim |nao |pode |ser |vai |na verdade |por favor |pagar |pago |de |agora |fazer |faz |faca |eu |em vez disso |mudar |muda |troca |trocar |passa |para |da )*(?:(?:com|no|em|pelo|por|via|de|usando) )?(?:o |meu |um |a )?(?:cartao(?: de (?:credito|debito))?|credito|debito)(?: mesmo| entao| por favor| agora| melhor| obrigad[oa])*$",
    ),
    "by_pix": (
        r"(?:pagar|pago|pagarei|pagamento|comprar|compro|finalizar|fechar) (?:\w+ ){0,3}(?:com|no|em|pelo|por|via|de|usando) (?:o |um )?pix",
        r"^(?:entao |prefiro |melhor |quero |queria |vou |vamos |ok |sim |nao |pode |ser |vai |na verdade |por favor |pagar |pago |de |agora |fazer |faz |faca |eu |em vez disso |mudar |muda |troca |trocar |passa |para |da )*(?:(?:com|no|em|pelo|por|via|de|usando) )?(?:o |um )?pix(?: mesmo| entao| por favor| agora| melhor| obrigad[oa])*$",
        r"(?:manda|mandar|mande|envia|enviar|envie|gera|gerar|gere|passa|passe|me da|me ve|emite)(?: \w+)? ?(?:o |um |a |seu )?(?:codigo |chave )?(?:de |do )?pix",
    ),
    "is_done": (
        r"(?:e |era |foi |seria |sera )?(?:so isso|so isto|isso e tudo|e tudo|era isso|so mesmo|apenas isso|somente isso)(?: (?:mesmo|obrigado|por enquanto|por hoje|ai|entao|por favor))*$",
        r"(?:mais nada|nada mais|por enquanto e so|por hoje e so|e so$|ja (?:acabei|terminei|escolhi tudo)|estou pront[oa]|terminei)",
    ),
}
