"""What is said that is no matter of goods, of placed orders that are to change, and of money taken wrongly."""

from __future__ import annotations

_LANGUAGE = r"(?:ingles|portugues|espanhol|frances|alemao|italiano|chines|japones|russo|arabe)"
_OTHERS = r"(?:(?:outro|outros|outra|outras|todos|todas|seus|suas|algum|os|as|do|da|de|dos|das|o|a) )+(?:cliente|clientes|usuario|usuarios|comprador|compradores|pessoa|pessoas)"
_THEIRS = r"(?:pedido|pedidos|dados|endereco|enderecos|email|emails|nome|nomes|telefone|telefones|cpf|cpfs|informacoes|compras|lista|cadastro|cadastros)"

TALKING: dict[str, tuple[str, ...]] = {
    "talks_secrets": (
        r"(?:ignore|ignora|esqueca|esquece|desconsidere|desconsidera) (?:(?:todas|todos|as|os|suas|seus|essas|tudo) )*(?:instrucoes|instrucao|regras|ordens|comandos)(?: \w+){0,3}",
        r"(?:prompt|instrucoes) (?:de |do |iniciais|secretas|ocultas|internas)?(?:sistema)?|(?:seu|teu|suas) (?:prompt|instrucoes)",
        r"(?:aja|haja|finja|finge|atue|se comporte)(?: \w+){0,2} (?:como|ser|que e)(?: (?:o|a|um|uma))? (?:dono|dona|admin|administrador|desenvolvedor|gerente|hacker)",
        r"(?:voce (?:e|agora e)|agora voce e) (?:(?:o|a|um|uma) )?(?:admin|administrador|dono|desenvolvedor|gerente)",
        r"modo (?:desenvolvedor|admin|administrador|debug|deus)",
        rf"{_THEIRS} {_OTHERS}",
        rf"(?:lista|liste|mostra|mostre|passa|passe|da|manda|ver)(?: me)? {_OTHERS}$",
        r"(?:coloca|coloque|muda|mude|altera|altere|poe|deixa|bota) (?:(?:o|a|esse|todo|todos|os|meu) )*(?:preco|valor|total|precos)(?: \w+){0,3} (?:para|em|a)(?: \w+)?$",
        r"(?:o )?que (?:(?:o|a|os|as|ultimo|outro|outros|seu|ultima) )+(?:cliente|clientes|pessoa|usuario)(?: (?:anterior|passado))? (?:comprou|compraram|pediu|escreveu)|(?:o )?que (?:comprou|pediu) (?:o |a )?(?:ultimo |outro )?cliente",
        r"(?:acesso|senha|login|conta) (?:de |do |de o )?(?:admin|administrador|sistema|dono)",
        r"(?:marca|marque|coloca|considera)(?: \w+){0,4} como pag[oa]",
    ),
    "talks_languages": (
        rf"(?:fala|falam|entende|entendem|escreve|atende|atendem|responde|conversa)(?: \w+){{0,3}} {_LANGUAGE}",
        rf"(?:falar|falo|conversar|responde|responda|escreve|escreva|continuar|muda|mudar|fale|fala) (?:em|para|para o|o) {_LANGUAGE}",
        rf"^(?:em )?{_LANGUAGE}(?: por favor)?$",
        r"(?:quais|que|em que) (?:idiomas|idioma|linguas|lingua)",
    ),
    "talks_buttons": (
        r"(?:nao|sem)(?: \w+){0,2} (?:vejo|ver|enxergo|enxergar|acho|achar|encontro|encontrar|ler|leio|clicar|clico|apertar|aperto|tocar|usar)(?: (?:o|a|os|as|nenhum|no|nos|em|esse|esses|seu|de|pagar))* (?:botao|botoes|tela)",
        r"(?:botao|botoes)(?: \w+){0,3} (?:nao (?:\w+ )?(?:funciona|funcionam|funcionando|aparece|aparecem|responde|vai|abre|clica|da)|sumiu|sumiram|travou|travado)",
        r"(?:sou|eu sou) (?:\w+ )?(?:ceg[oa]|deficiente visual|daltonic[oa]|dislexic[oa])|(?:tenho )?(?:baixa visao|deficiencia visual)",
        r"(?:leitor|leitores) de tela|talkback|voiceover|nvda",
        r"(?:cade|onde (?:esta|estao|fica|ficam|ta)) (?:o|os) (?:botao|botoes)(?: \w+){0,3}$|^nao (?:tem|aparece|apareceu) (?:nenhum )?botao(?: \w+){0,3}$",
    ),
    "talks_calls": (
        r"meu (?:telefone|celular|whatsapp|zap|fone|whats)(?: \w+)? (?:e|eh)(?: \w+){0,5}$",
        r"(?:manda|mande|envia|envie|me manda)(?: \w+){0,3} (?:sms|por whatsapp|no whatsapp|no meu whatsapp|no zap|por sms)(?: \w+){0,4}$",
        r"(?:posso|consigo|da para|quero|tem como|queria) (?:\w+ )?(?:comprar|pedir|pagar|fazer o pedido)(?: \w+){0,2} (?:pelo|por o|por|no|em o) (?:telefone|whatsapp|zap|whats|ligacao)$",
    ),
    "talks_bargain": (
        r"(?:faz|faca|me faz|da um|de um|da uma|me da|me de|consegue|arruma|libera|melhora)(?: (?:um|uma|o|a|me|ai|mais|algum|bom|pequeno|descontinho|esse|para mim))* (?:desconto|descontinho|precinho|preco melhor|preco menor|precinho camarada|preco)(?: (?:melhor|para mim|ai|por favor|nesse|nessa|camarada|bom|a mais))*$",
        r"(?:baixa|abaixa|baixar|diminui|diminuir|negociar|negocia|reduz|cobre|cobrem|cobrir|igualam|melhorar|melhora|pechinchar)(?: \w+)? (?:o |esse |no |a )?(?:preco|valor|oferta)",
        r"(?:dono|dona|chefe|gerente|amigo|amiga|colega|alguem|voce|voces|ele|ela|vendedor|loja)(?: \w+){0,3} (?:falou|disse|prometeu|falaram|disseram|garantiu)(?: \w+){0,6} (?:graca|gratis|desconto|metade|off)(?: \w+){0,3}$",
        r"(?:concorrente|concorrencia|amazon|shopee|mercado livre|outra loja|outro site|outro lugar)(?: \w+){0,5} (?:mais barato|mais em conta|por menos|menor preco)(?: \w+){0,3}$|(?:ta |esta |muito )?(?:caro|salgado)(?: \|)? (?:faz|deixa|tem como fazer) (?:mais )?(?:barato|em conta|por menos)$|faz mais barato$",
    ),
    # Beside an amount alone.
    "offers_amount": (
        r"(?:faz|faria|fazem|vende|deixa|sai|aceita|consegue)(?: (?:ela|ele|isso|essa|esse|esta|este|para mim|tudo|fazer))* por(?: \d+)?(?: menos)?$",
        r"(?:te |so |eu )*(?:dou|pago|ofereco)(?: (?:so|ate|no maximo))?(?: \d+)?(?: (?:nela|nele|nisso|nessa|nesse|por ela|por ele|por isso|e fecho|e levo))*$",
    ),
    "talks_world": (
        r"(?:como (?:e que )?(?:esta|ta|vai|vai estar) o tempo|previsao do tempo|(?:vai|sera que vai) (?:chover|nevar|fazer (?:sol|frio|calor)))(?: \w+){0,4}",
        r"(?:conta|conte|contar|sabe|fala|diga|diz|manda)(?: (?:me|uma|alguma|outra|mais|para mim|contar|boa))* (?:piada|piadas)(?: \w+){0,4}$",
        r"(?:passa|passe|me passa|da|me da|manda|tem|sabe|quero|queria|qual|ensina|preciso)(?: (?:a|uma|alguma|me|boa|sua|de|da))* (?:receita|receitas)(?: \w+){0,6}$",
        r"^receita (?:de|do|da|para)(?: \w+){1,5}$",
        r"quem (?:ganhou|venceu|vai ganhar|ganha|esta ganhando)(?: \w+){0,6}",
        r"quem (?:e|foi|eh) (?:o |a )?(?:\w+ )?(?:presidente|papa|prefeito|governador|primeiro ministro)(?: \w+){0,5}",
        r"(?:escreve|escreva|canta|cante|faz|faca|cria|crie|conta|conte)(?: (?:para mim|me))? (?:um|uma)(?: \w+)? (?:poema|poesia|musica|historia|codigo|redacao|carta)(?: \w+){0,8}",
        r"(?:que horas (?:sao|e|tem)|que dia e hoje|qual (?:e )?a (?:hora|data)(?: de hoje)?)(?: agora| ai)*$",
        r"qual (?:e )?(?:a |o )?(?:capital|populacao|sentido|moeda) d[oae](?: \w+){1,4}",
        r"(?:traduz|traduza|traduzir|traducao)(?: \w+){0,6} (?:para|em) \w+",
        r"(?:ajuda|ajudar|ajude)(?: \w+){0,2} (?:com|no|na|em) (?:(?:o|a|meu|minha) )*(?:dever|licao|tarefa|trabalho da escola|matematica)(?: \w+){0,4}$",
        r"(?:qual (?:e )?(?:a )?|como (?:esta|ta) (?:a )?|quanto (?:esta|ta) (?:a )?)?cotacao(?: \w+){0,5}$",
    ),
    "asks_privacy": (
        r"(?:apaga|apague|apagar|deleta|delete|deletar|exclui|exclua|excluir|remove|remova|remover|apaguem|deletem|excluam|removam|esqueca|limpa|elimina)(?: (?:todos|tudo|os|as|o|a|meu|meus|minha|minhas|esta|essa|esse|este|de))* (?:dados|cadastro|conta|conversa|conversas|historico|informacoes|mensagens|chat|perfil)(?: \w+){0,4}$",
        r"(?:o )?(?:que|quais (?:dados|informacoes))(?: (?:e que|dados|informacoes))? (?:voce|voces|ce|a loja)(?: \w+)? (?:sabe|sabem|tem|guarda|guardam|armazena|armazenam|coleta|coletam)(?: \w+){0,3} (?:de mim|sobre mim|meu|meus|do cliente)",
        r"(?:essa|esta|a|minha|as|o|este|esse|meus|meu|os)(?: \w+)? (?:conversa|conversas|chat|mensagens|dados|informacoes|cartao)(?: \w+){0,3} (?:gravad[oa]s?|salv[oa]s?|guardad[oa]s?|armazenad[oa]s?|privad[oa]s?|compartilhad[oa]s?|vendid[oa]s?|protegid[oa]s?|segur[oa]s com voces|sigilos[oa]s?|fica gravad[oa])",
        r"(?:voce|voces|ces|ce|a loja|o site)? ?(?:guarda|guardam|salva|salvam|grava|gravam|gravando|armazena|armazenam|compartilha|compartilham|vende|vendem|coleta|coletam|registra|registram)(?: (?:os|as|o|a|meu|meus|minha|minhas|essa|esta|dados|numero|do|de|nossa))* (?:dados|cartao|cartoes|conversa|conversas|mensagens|informacoes|cpf)(?: \w+){0,3}$",
        r"(?:privacidade|lgpd|protecao de dados)(?: \w+){0,3}$",
        r"(?:descadastrar|descadastra|me descadastre|cancelar inscricao|parar de receber|nao quero (?:mais )?receber) ?(?:(?:os|as|seus|esses|de|do|da|me|mais) )*(?:emails?|newsletter|promocoes|mensagens)?(?: \w+){0,4}$",
        r"(?:o )?que (?:acontece|fazem|voces fazem) com (?:os |o )?(?:meus|meu) (?:dados|cartao|informacoes)(?: \w+){0,3}$",
        r"quem (?:pode |vai )?(?:ver|ve|ler|le)(?: \w+){0,3} (?:escrevo|conversa|mensagens|dados)",
        r"como (?:eu )?(?:apago|deleto|excluo)(?: \w+){0,2} (?:conversa|dados|conta|historico|cadastro)(?: \w+){0,3}$",
    ),
    "asks_invoice": (
        r"(?:preciso|quero|queria|manda|mande|envia|envie|emite|emitem|emitir|cade|tem|solicito|receber|recebo|vem com|gostaria|pedir|gera|onde (?:esta|vejo|acho|pego|baixo))(?: \w+){0,4} (?:nota fiscal|nota|nf|nfe|cupom fiscal|recibo|danfe|fatura)(?: \w+){0,6}$",
        r"^(?:a |minha |e a )?(?:nota fiscal|nf|nfe|recibo)(?: por favor| do pedido| da compra)*$",
    ),
    "asks_terms": (
        r"(?:preciso|precisa|tem que|tenho que|e preciso) (?:de )?(?:ter|ser)(?: (?:mais de|pelo menos|acima de|no minimo))? (?:\d+|maior|adulto)(?: \w+){0,5}$",
        r"(?:idade minima|limite de idade|restricao de idade|a partir de que idade|que idade)(?: \w+){0,5}",
        r"(?:tenho|sou|ele tem|ela tem)(?: \w+)? (?:\d{1,2} anos|menor de idade|menor|de menor)(?: \|)?(?: \w+){0,2} (?:posso|pode|consigo|da para)",
        r"(?:menor de idade|de menor)(?: \w+){0,5}$",
        r"(?:minha|meu) (?:mae|pai|vo|avo|tia|tio|marido|esposa|esposo|mulher) (?:vai|pode|quer|que vai) (?:pagar|comprar|passar o cartao)(?: \w+){0,4}",
    ),
    "goods_missing": (
        r"(?:faltou|faltando|faltaram|faltam|falta|veio sem)(?: (?:um|uma|o|a|os|as|\d+|dois|duas|alguns))? (?:item|itens|peca|pecas|produto|produtos|parte|partes|coisa|coisas)(?: \w+){0,5}$",
        r"(?:roubaram|roubou|furtaram|foi roubad[oa]|foi furtad[oa])(?: \w+){0,5}$|(?:chegou|veio) (?:abert[oa]|vazi[oa]|violad[oa])(?: \w+){0,5}$",
    ),
    # Ways to pay that AgentPay has not.
    "by_other": (
        r"(?:paypal|apple ?pay|google ?pay|boleto|dinheiro|especie|transferencia|ted|cheque|mercado pago|picpay|pagseguro|bitcoin|cripto|vale alimentacao)",
    ),
    "checks_number": (
        r"(?:ver|verificar|rastrear|consultar|achar|checar|olhar|confere|verifica)(?: \w+){0,2} pedido",
    ),
    "complains": (
        r"(?:entregador|motoboy|motorista|funcionario|funcionaria|atendente|vendedor|vendedora|pessoal)(?: \w+){0,4} (?:grosso|grossa|mal educad[oa]|rude|estupid[oa]|ignorante|desrespeitos[oa])(?: \w+){0,4}$",
        r"(?:ninguem|voces nao|voces nunca|nunca)(?: \w+)? (?:responde|respondem|atende|atendem|retorna|retornam|resolve|resolvem)(?: \w+){0,5}$",
        r"(?:estou|to|fiquei|muito)(?: \w+){0,2} (?:decepcionad[oa]|frustrad[oa]|irritad[oa]|chatead[oa]|indignad[oa]|insatisfeit[oa]|revoltad[oa]|puto|puta|com raiva)(?: \w+){0,5}$",
        r"(?:pessimo|pessima|horrivel|terrivel|pior|ruim) (?:\w+ )?(?:atendimento|servico|loja|experiencia|suporte|empresa)(?: \w+){0,3}$|(?:atendimento|servico) (?:\w+ )?(?:pessimo|horrivel|terrivel|ruim|lixo)$",
        r"nunca mais (?:\w+ )?(?:compro|comprar|volto)(?: \w+){0,4}$",
        r"vou (?:te |voces |la )?(?:denunciar|processar|reclamar no|no procon|a o procon|ao procon|botar no reclame)(?: \w+){0,5}$|(?:procon|reclame aqui)(?: \w+){0,3}$",
        r"(?:falta de respeito|inaceitavel|um absurdo|uma vergonha|palhacada|descaso)(?: \w+){0,3}$",
    ),
    "charged_wrong": (
        r"(?:cobraram|debitaram|descontaram|cobrou|debitou|descontou|cobrad[oa]|debitad[oa]|descontad[oa]|cobranca|cobrando)(?: \w+){0,4} (?:duas vezes|em dobro|duplicad[oa]|2 vezes|2x|errado|a mais|dobrado|de novo)",
        r"(?:pago|paguei)(?: \w+){0,3} (?:duas vezes|em dobro|duplicad[oa]|2 vezes)",
        r"(?:duas|2|tres|3|varias) cobrancas|cobranca (?:\w+ ){0,8}(?:que )?(?:eu )?nao (?:fiz|reconheco|autorizei|conheco)|cobranca (?:indevida|desconhecida|estranha|duplicada|dupla)",
        r"(?:duas|2) vezes (?:no|o|em o) (?:meu )?(?:cartao|valor)",
    ),
    "changes_order": (
        r"(?:mudar|muda|alterar|altera|trocar|troca|corrigir|corrige|editar|modificar|atualizar)(?: \w+){0,4} (?:do|no|da|na|em o|de o|em a|de a|em|de) (?:(?:meu|minha|o|a) )*(?:\w+ )?(?:pedido|compra|encomenda)",
        r"(?:mudar|muda|alterar|altera|editar|modificar|corrigir) (?:(?:o|a|meu|minha|esse) )*(?:pedido|compra)",
        r"(?:adiciona|adicionar|adicione|inclui|incluir|inclua|coloca|colocar|coloque|poe|bota|acrescenta|acrescentar)(?: \w+){0,5} (?:no|ao|em o|a o|em|para o) (?:meu |mesmo |esse |ultimo )*pedido(?: \w+){0,3}$",
        r"(?:comprei|pedi|escolhi|selecionei|peguei)(?: \w+){0,2} (?:errad[oa]|que nao era)(?: \w+){0,3}$",
        r"(?:parar|segura|segurar|suspender|suspende) (?:o |meu |a |minha )+(?:pedido|compra)",
    ),
    "changes_address": (
        r"(?:mudar|muda|alterar|altera|trocar|troca|corrigir|corrige|atualizar|atualiza)(?: (?:o|a|meu|minha|de))* (?:endereco|cep)",
        r"(?:endereco|cep|numero da casa)(?: \w+){0,2} (?:errad[oa]|antig[oa])|(?:coloquei|botei|digitei|escrevi|passei|preenchi|pus)(?: \w+){0,4} (?:errad[oa]|antig[oa])",
        r"(?:manda|mandar|envia|enviar|entrega|entregar|entregue)(?: \w+){0,3} (?:para|em|no) (?:outro|um outro|novo) (?:endereco|lugar)",
        r"errei (?:(?:o|a|de|no|na|meu|minha|em) )*(?:\w+ )?(?:endereco|cep|numero|rua|email|cidade)",
    ),
}
