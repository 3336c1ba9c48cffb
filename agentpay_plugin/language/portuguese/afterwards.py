"""What is said about payments, orders and returns, and to people."""

from __future__ import annotations

from agentpay_plugin.language.portuguese.fragments import CAN_YOU, GOODS, PAYMENT, PLEASE

_SENT = r"(?:feito|feita|realizado|realizada|efetuado|efetuada|concluido|concluida|enviado|enviada|pago|paga|ok|aprovado|confirmado|completo|completado|finalizado|transferido|agendado)"
_MINE = r"(?:meu|minha|meus|minhas|nosso|nossa|nossos)"
_PERSON = r"(?:pessoa|pessoas|humano|humana|atendente|atendentes|vendedor|vendedora|alguem|suporte|gerente|consultor|consultora|operador|operadora|responsavel|sac|funcionario|funcionaria|supervisor|representante|equipe|time|central de atendimento|agente)"

AFTERWARDS: dict[str, tuple[str, ...]] = {
    "says_paid": (
        r"(?:eu |ja |acabei de |acabo de |agora |tudo |sim |ok |pronto )*(?:paguei|pagamos|quitei)",
        r"(?:acabei de|acabo de|acabamos de|terminei de) (?:pagar|fazer (?:o |a |um |uma )?(?:pagamento|pix|transferencia|deposito|ted)|efetuar|realizar o pagamento|transferir|depositar|enviar o (?:pix|comprovante|pagamento))",
        r"^(?:sim |ok |tudo |pronto |ta |esta |foi |ja foi |ja esta |ja ta )*(?:pago|paga)(?: (?:ja|agora|sim|ta|tudo|certo|hoje|via \w+))*$",
        r"(?:ja (?:esta|foi|ta)|foi|esta tudo|ta tudo|esta|conta como) pag[oa](?! (?:como|com o|quando|no ato|na entrega))",
        rf"{PAYMENT} (?:ja |foi |esta |ta )*{_SENT}",
        rf"(?:fiz|fizemos|efetuei|realizei|mandei|enviei|transferi|depositei|conclui|completei|passei|anexei) (?:ja |agora |hoje |ontem )?(?:o |a |um |uma |meu |minha |esse |seu )?(?:\w+ )?{PAYMENT}",
        r"(?:ja|acabei de) (?:fiz|transferi|depositei|mandei|enviei)(?: (?:o|a|um|tudo))?(?: \w+)?$",
        r"^(?:\w+ ){0,2}(?:transferi|depositei)(?: \w+){0,3}$",
        r"(?:segue|aqui esta|ta ai|esta ai|olha) (?:o |em anexo o )?(?:meu )?comprovante",
    ),
    "not_paid": (
        r"(?:nao|nunca) (?:\w+ )?(?:paguei|pagamos|fiz (?:o |a )?(?:pagamento|pix|transferencia)|pago|efetuei|realizei)",
        r"(?:ainda nao|sem) (?:\w+ )?(?:paguei|pago|pagar|pagamento)",
        r"(?:vou|quero|queria|depois de|depois que|apos|quando|assim que|se|antes de|ate|posso|preciso|para) (?:eu |ja |so |te )*(?:pagar|paga|pago|paguei)",
    ),
    "payment_state": (
        rf"(?:meu|minha|nosso|o|do|da|no|na) {PAYMENT}(?: \w+){{0,5}} (?:caiu|entrou|chegou|aprovad[oa]|aprovou|recusad[oa]|negad[oa]|rejeitad[oa]|confirmad[oa]|confirmou|compensou|compensado|passou|passa|pendente|processando|processad[oa]|processamento|consta|constando|aparece|aparecendo|recebid[oa]|erro|falhou|falha|duplicad[oa]|cobrad[oa]|debitad[oa]|bloquead[oa]|estornad[oa]|analise|aguardando|identificad[oa]|cancelad[oa]|problema|nao (?:foi|caiu|entrou|passou|passa|aprova|esta|deu|vai|funciona|constou|chegou))",
        rf"{PAYMENT} (?:\w+ )?(?:caiu|entrou|aprovad[oa]|recusad[oa]|negad[oa]|rejeitad[oa]|confirmad[oa]|compensou|pendente|falhou|nao (?:foi|caiu|entrou|passou|passa|esta|deu|vai|funciona)|deu erro|deu certo|em analise|duplicad[oa])",
        rf"(?:caiu|entrou|chegou|compensou|receberam|recebeu|recebido|confirmar|confirma|confirmam|confirmaram|confirmou|verificar|verifica|verificam|conferir|confere|identificaram|aprovaram|aprovou|recusou|recusaram|acusou) (?:ai |ja |se |\w+ )?(?:o |a |meu |minha |do |de )?{PAYMENT}",
        rf"(?:status|situacao|confirmacao|andamento|aprovacao|problema|problemas|erro|falha) (?:d[oae]|n[oa]|com|com o|com a|sobre o|em o) (?:meu |minha |o |a )*{PAYMENT}",
        r"(?:fui|foi|fomos|me|sera) (?:ja |duas vezes )?(?:cobrad[oa]|cobraram|debitad[oa]|debitaram|descontad[oa]|descontaram)",
        r"(?:cobraram|debitaram|descontaram|cobrou|debitou)(?: \w+){0,4} (?:duas vezes|em dobro|errado|cartao|conta|meu|minha|2 vezes)",
        r"(?:duas|2|tres|3|varias) cobrancas|cobranca (?:\w+ ){0,8}(?:que )?(?:eu )?nao (?:fiz|reconheco|autorizei|conheco)|cobranca (?:indevida|desconhecida|estranha)",
        r"(?:cobrad[oa]|pago|paguei|cobranca) (?:\w+ ){0,3}(?:duas vezes|em dobro|duplicad[oa]|2 vezes)",
        r"nao (?:\w+ )?(?:consigo|consegui|estou conseguindo) (?:\w+ )?(?:pagar|efetuar o pagamento|fazer o (?:pagamento|pix)|concluir o pagamento)",
        r"(?:aguardando|esperando) (?:a )?(?:confirmacao|aprovacao)(?: (?:do|de))?(?: (?:pagamento|pix|boleto))?",
        r"(?:deu|foi) (?:certo|tudo certo)? ?(?:o |a )?(?:pagamento|pix)",
        r"por que (?:\w+ ){0,4}(?:pagamento|cartao|pix|boleto|transacao|compra)(?: \w+){0,4} (?:recusad[oa]|negad[oa]|pendente|nao|cancelad[oa]|rejeitad[oa])",
        r"(?:outro|novo|segundo) cartao|cartao diferente|(?:trocar|mudar) (?:de |o )?cartao",
        r"(?:codigo pix|pix|qr code|qrcode|qr|link|pagina de pagamento|codigo de o pix|codigo do pix)(?: \w+){0,3} (?:nao (?:\w+ )?(?:funciona|funcionou|abre|carrega|le|certo|valido)|invalid[oa]|venceu|vencid[oa]|expirou|expirad[oa]|travou|erro)",
        r"(?:meu |o )?(?:banco|app do banco)(?: \w+){0,4} (?:recusou|bloqueou|codigo|invalido|erro|nao)(?: \w+){0,4}$",
        r"^(?:por favor |pode |ok )*(?:verifica|verificar|olha|confere|checa|ve)(?: (?:de novo|outra vez|novamente|ai))+(?: por favor)?$",
        r"(?:tentar|pagar|usar|passar)(?: \w+)? (?:com |em |no )?outro$",
    ),
    "cancels_payment": (
        rf"(?:cancela|cancelar|cancele|cancelem|cancelo|interrompe|interromper|aborta|abortar|parar|anula|anular|anule) (?:\w+ )?{PAYMENT}",
        r"nao (?:quero|desejo|vou) (?:mais )?pagar",
        rf"^{PLEASE}(?:{CAN_YOU} |quero |queria )?(?:cancela|cancelar|cancele|cancelem|aborta|abortar)(?: (?:isso|tudo|por favor|agora|ai|essa))*$",
    ),
    "cancels_order": (
        r"(?:cancel\w+|desistir|desisti|desisto|anular) (?:d[oae] |d[oae]s )?(?:\w+ ){0,2}(?:pedido|pedidos|compra|compras|encomenda|assinatura)",
        r"(?:quero|queria|preciso|gostaria|como|posso|da para|consigo|por favor|favor|solicito|desejo)(?: \w+){0,5} (?:cancelar|cancelamento|cancelo)",
    ),
    "order_status": (
        rf"(?:cade|onde (?:e que )?(?:esta|anda|foi parar|se encontra|ficou|encontro|vejo|fica)|aonde esta|que fim levou) (?:o |a |os |as |meu |minha |meus |minhas |nosso |nossa )*(?:\w+ )?{GOODS}",
        r"(?:cade|onde estao) (?:as )?minhas coisas",
        r"(?:rastrear|rastreia|rastreio|rastreamento|rastreando|localizar (?:meu|minha|o|a)|acompanhar|acompanho|acompanhamento)(?: (?:d[oae]s? |o |a |meu |minha |do meu |da minha )*(?:pedido|pedidos|encomenda|compra|pacote|entrega|produto|envio|codigo|link|numero))*",
        rf"(?:status|situacao|andamento|posicao|novidade|novidades|noticia|noticias|atualizacao|informacao|informacoes) (?:d[oae]s?|sobre|sobre o|sobre a) (?:o |a |meu |minha |meus |um )*(?:\w+ )?{GOODS}",
        r"^(?:qual (?:e )?)?(?:o )?status(?: (?:do|da|de|meu|minha|pedido|entrega|compra))*$",
        rf"(?:meu|minha|meus|minhas|nosso|nossa) (?:\w+ )?{GOODS}(?: \w+){{0,4}} (?:chega|chegou|chegar|chegara|chegando|saiu|enviad[oa]s?|enviaram|despachad[oa]s?|entregue|entregar|entregaram|atrasad[oa]s?|atrasou|atraso|veio|vem|recebi|postad[oa]|caminho|parad[oa]|perdid[oa]|extraviad[oa]|confirmad[oa]|preparando|separad[oa]|status|sumiu|demorando|demora|transito|retid[oa])",
        r"(?:pedido|encomenda|pacote|compra|produto|entrega|mercadoria) (?:\w+ ){0,3}(?:nao (?:chegou|veio|foi entregue|saiu|foi enviad[oa]|chega)|atrasad[oa]|atrasou|ja (?:saiu|foi enviado|foi despachado|chegou)|foi (?:enviad[oa]|despachad[oa]|postad[oa]|extraviad[oa])|esta (?:atrasad[oa]|parad[oa]|demorando)|saiu para entrega)",
        r"(?:nao|nunca) (?:\w+ )?(?:recebi|recebemos|recebido|recebida|chegou|entregaram|foi entregue|foi enviado|enviaram|despacharam)(?! (?:o |a )?(?:resposta|email|codigo|link|desconto|cupom|sms|confirmacao))",
        rf"(?:quando|que dia|ate quando|em quantos dias) (?:\w+ ){{0,4}}(?:meu|minha|meus|minhas) (?:\w+ )?{GOODS}",
        rf"(?:quando|que dia) (?:\w+ ){{0,3}}(?:recebo|vou receber|receberei|recebe) (?:o |a |meu |minha )+(?:\w+ )?{GOODS}",
        r"(?:ja )?(?:fiz|realizei|efetuei|fizemos) (?:um|uma|o|a|meu|minha|esse|essa) (?:pedido|compra|encomenda|pedidos|compras)",
        r"(?:comprei|pedi|encomendei|adquiri)(?: \w+){0,6} (?:dia|ontem|semana|mes|dias|ha|faz|e (?:ate agora |ainda )?nao|ate agora|numero|n|nao chegou|hoje|segunda|terca|quarta|quinta|sexta|sabado|domingo|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)",
        r"(?:ja )?(?:foi|foram|esta|esta sendo) (?:enviad[oa]s?|despachad[oa]s?|postad[oa]s?|entregues?)",
        r"(?:saiu|sai) para (?:a )?entrega",
        r"(?:era para|devia|deveria|tinha que) (?:ja )?ter (?:chegado|sido entregue|recebido)",
        rf"(?:ver|veja|consultar|verificar|achar|encontrar|sobre|saber d[oae]|checar|conferir) (?:o |a |os |as )?(?:meu|minha|meus|minhas) {GOODS}",
        r"(?:numero|codigo|protocolo) (?:do|da|de) (?:meu |minha )?(?:pedido|compra|encomenda|rastreio|rastreamento)",
        r"(?:pedido|compra) (?:de )?(?:numero |n |no )?\d{3,}",
        rf"{_MINE} (?:\w+ )?(?:pedido|pedidos|encomenda|encomendas|pacote|pacotes|compra|compras|entrega|envio|remessa|mercadoria)",
        r"(?:quando|onde|que horas|quanto tempo)(?: \w+){0,6} (?:o|a|os|as|esse|essa) (?:pedido|pedidos|encomenda|pacote|remessa)",
        r"(?:status|situacao|andamento|estado|progresso|posicao|detalhes)(?: \w+){0,3} (?:pedido|pedidos|encomenda|pacote|remessa|rastreamento)",
        r"(?:comprei|pedi|encomendei|adquiri|tinha (?:comprado|pedido|encomendado))(?: \S+){0,9} (?:quando|ja|chega|chegam|chegou|ainda|cade|recebi|demora|demorar|vem|entregar|entregam|status|rastrear|prazo|tempo)",
        r"(?:que|o que) (?:eu )?(?:comprei|pedi|encomendei)",
        r"(?:atraso|demora) (?:na|da|do|no) (?:minha |meu )?(?:entrega|pedido|encomenda)",
    ),
    "not_order_status": (
        r"(?:se|caso|quando|antes de|depois de|apos) (?:eu )?(?:\w+ )?(?:comprar|pedir|encomendar|levar|fechar|fizer o pedido)",
        r"onde (?:eu )?(?:posso |consigo )?(?:compro|comprar|acho|encontro o)",
        r"(?:fazer|faco|comecar|montar|repetir|repete|refazer|adicionar|adiciona|colocar|coloca|incluir|inclui|alterar|mudar|trocar|devolver|aumentar) (?:\w+ ){0,4}(?:pedido|compra|compras|encomenda)",
        r"(?:n[oa]|ao|para) (?:meu|minha|proxim[oa]) (?:\w+ )?(?:pedido|compra)",
        r"(?:garantia|frete|parcel\w*|desconto|cupom|pagar|juros|embalagem|embrulho)",
        r"(?:minha|meu) (?:primeira|primeiro|proxima|proximo|lista de) (?:compra|compras|pedido)",
    ),
    "returns_goods": (
        r"(?:quero|queria|preciso|gostaria de|gostaria|desejo|posso|solicito|como faco para)(?: \w+){0,2} (?:devolver|devolucao|reembolso|estorno|estornar|ressarcimento|trocar(?! (?:\w+ ){0,4}(?:para|por|pelo|pela|de cor|de tamanho))|fazer (?:uma |a )?(?:troca|devolucao))",
        r"^(?:por favor )?(?:devolver|trocar|devolva|estorna|reembolsa|estorno|reembolso) (?:o|a|meu|minha|esse|essa) (?:\w+)$",
        r"(?:quero|devolvam|devolve|devolva|cade|preciso do) (?:o )?(?:meu )?dinheiro(?: de volta)?",
        r"^(?:por favor )?(?:reembolso|estorno|devolucao|dinheiro de volta)(?: por favor| ja| agora)*$",
    ),
    "came_wrong": (
        r"(?:chegou|chegaram|veio|vieram|entregaram|mandaram|enviaram|recebi|recebemos|mandou|enviou)(?: \w+){0,6} (?:quebrad[oa]s?|danificad[oa]s?|rachad[oa]s?|amassad[oa]s?|rasgad[oa]s?|estragad[oa]s?|vazand[oa]|vazad[oa]s?|com defeito|defeituos[oa]s?|trincad[oa]s?|vencid[oa]s?|furad[oa]s?|mofad[oa]s?|errad[oa]s?|trocad[oa]s?)",
        r"(?:produto|item|tamanho|cor|modelo|pedido|pacote|encomenda)(?: \w+)? (?:errad[oa]|trocad[oa]|quebrad[oa]|com defeito|danificad[oa])(?: \w+){0,2} (?:chegou|veio|entregue|recebid[oa])",
        r"(?:quebrou|rasgou|estragou|parou de funcionar|descosturou|encolheu|desbotou)(?: (?:ja|depois|apos|em|no|na|logo|com|de|o|a|um|uma|\w+ (?:dia|dias|lavagem|semana|uso)))*$",
        r"nao (?:e|foi) (?:o que|isso que) (?:eu )?(?:pedi|comprei)|(?:mandaram|enviaram|recebi|veio|chegou) (?:o |a |um |uma )?(?:produto|item|tamanho|cor|modelo|pedido|outro|outra) (?:errad[oa]|diferente|trocad[oa]|\w+)$",
        r"(?:chegou|veio|chegaram|vieram)(?: \w+)? com (?:um |uma |uns |varias )*(?:furo|furos|rachadura|mancha|manchas|risco|riscos|defeito|rasgo|trinca|buraco)(?: \w+){0,4}",
    ),
    "wants_person": (
        rf"(?:falar|conversar|falo|fala|contato|contatar|atendid[oa]|passa|passar|transfere|transferir|transfira|chama|chamar|chame|liga|ligar|conecta|conectar|atendimento|preciso|quero|queria|ajuda|chat)(?: (?:com|por|para|de|d[oa]|me|a|o|um|uma|algum|alguma|seu|sua|outro|outra))* {_PERSON}",
        rf"^{PLEASE}{_PERSON}(?: (?:por favor|real|humano|humana|agora))*$",
        r"(?:atendimento|atendente|pessoa|agente|suporte) (?:humano|humana|real|de verdade|com pessoa)",
        r"^(?:atendimento|suporte|central|sac)(?: (?:de|ao|do|para|a|o|cliente|clientes|tecnico|por favor|atendimento))*$",
        rf"{_PERSON} (?:para|que possa|que) (?:me )?(?:atender|ajudar|responder|falar|conversar|resolver)",
        rf"(?:tem|teria|ha|existe) {_PERSON} (?:\w+ ){{0,3}}(?:ai|para|que|disponivel|online|real)",
        rf"^{PLEASE}(?:me (?:liga|ligue|ligar|liguem|chama|contate)|podem? me (?:ligar|chamar))",
        r"(?:fazer|registrar|abrir|deixar) (?:um |uma |minha )?(?:reclamacao|queixa|chamado|protocolo)",
        r"(?:quero|vou|queria) (?:\w+ )?reclamar",
        r"(?:falar|conversar) com gente(?: de verdade| real)?$|nao quero (?:mais )?(?:falar|conversar|ser atendid[oa])(?: \w+)? (?:com|por) (?:um |uma |esse )?(?:robo|bot|maquina|computador)",
        r"com quem (?:e que )?(?:eu )?(?:posso |consigo )?(?:falo|falar|reclamo|reclamar)",
    ),
    "greets": (
        r"^(?:oi|oii|oiii|ola|opa|eae|eaew|iae|tem alguem ai|alguem ai|bom dia|boa tarde|boa noite|e ai|eai|alo|ei|hey|hi|hello|hola|salve|fala|saudacoes|bem vindo|tudo bem|tudo bom|como vai)(?: (?:tudo|bem|bom|td|pessoal|gente|moca|moco|amigo|amiga|amigos|dia|boa|tarde|noite|voce|voces|e|como|vai|esta|beleza|com|galera|ai|la|joia|certo|oi|ola))*$",
        r"^(?:k{3,}|(?:ha|he|hua|rs){2,}h?|rsrs\w*)(?: (?:k{3,}|ok))*$",
    ),
    "thanks": (
        r"(?:obrigado|valeu|agradeco|agradecido|agradecida|grato|grata|gratidao|muito gentil|ajudou muito|me ajudou)",
        r"(?:te amo|amo voces|amei o atendimento|voce (?:e|eh) (?:muito |demais |tao )*(?:linda|lindo|demais|incrivel|otimo|otima|maravilhoso|maravilhosa|fofo|fofa|legal|boa|bom|gentil|querida|querido|show|dez|nota 10))$",
    ),
    "parts_with": (
        r"^(?:ok )?(?:obrigado )?(?:\w+ )?(?:tchau|ate mais|ate logo|ate breve|ate amanha|ate a proxima|adeus|abraco|abracos|bom descanso|bye)(?: \w+){0,6}$",
        r"^(?:ok )?(?:falou|fui)(?: valeu| obrigado)?$",
    ),
    "yes": (
        r"^(?:sim|ok|tentar de novo|tenta de novo|tente de novo|tentar novamente|tentar outra vez|de novo|claro|claro que sim|com certeza|certeza|isso|isso ai|isso mesmo|e isso|e isso ai|pode|pode ser|pode sim|pode adicionar|pode colocar|pode fechar|pode incluir|pode mandar|pode por|por favor|beleza|fechado|fechou|combinado|perfeito|otimo|show|show de bola|certo|certinho|correto|exato|exatamente|positivo|confirmo|confirma|confirmado|confirmar|aceito|concordo|topo|bora|bora la|vamos|vamos la|vai|vai la|manda|manda ver|manda bala|quero|quero sim|eu quero|esta bom|esta bem|esta otimo|esta certo|tudo bem|tudo certo|ta|ta bom|legal|boa|joia|uhum|aham|acho que sim|de acordo|feito|tranquilo|por mim tudo bem|sem problema|sem problemas|pode confirmar|pode chamar|chama|chame|pode pedir|esta|obvio|logico|demorou|adiciona|coloca|faz isso|faca isso|pode ir|segue|prossiga|prosseguir)(?: (?:sim|claro|por favor|obrigado|ok|quero|pode|pode ser|esta bom|ta|isso|mesmo|agora|ai|entao|certo|beleza|manda|confirmo|com certeza|perfeito|fechado|adicionar|colocar|e isso|tudo bem|ver|la|vamos|bora|moca|amigo|otimo|valeu|adiciona|bom|eu))*$",
    ),
    "no": (
        r"^(?:nao|no|no thanks|nao quero|nao obrigado|agora nao|ainda nao|hoje nao|nunca|jamais|nada|nenhum|nenhuma|de jeito nenhum|nem pensar|negativo|voltar|volta|deixa|deixa para la|deixe|esquece|depois|mais tarde|espera|pera|perai|para|pare|cancela|cancelar|melhor nao|acho que nao|nao precisa|nao precisa nao|por enquanto nao|talvez depois|nem|que nao|claro que nao|nao sei)(?: (?:obrigado|por favor|nao|agora|hoje|ainda|mesmo|precisa|quero|valeu|eu|isso|ok|ta|esta bom|por enquanto|mais|para la|um pouco))*$",
        r"^(?:kkk |haha |oh |ok )*(?:me )?(?:desculpa|desculpe|foi mal|perdao|brincadeira|era brincadeira|estou brincando|to brincando|zoeira)(?: (?:ai|tava|estava|nervoso|nervosa|por|isso|eu|mesmo|so|brincando|viu))*$",
    ),
}
