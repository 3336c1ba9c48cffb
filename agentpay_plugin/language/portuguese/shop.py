"""What is said to ask of the shop itself: what it sells, when and where it is open, how to reach it."""

from __future__ import annotations

_SHOP = r"(?:voce|voces|a loja|essa loja|esta loja|a loja de voces|aqui|as lojas)"

SHOP: dict[str, tuple[str, ...]] = {
    "asks_goods": (
        rf"(?:o )?que (?:e que |mais |tipo de produtos |produtos )*{_SHOP} (?:vende|vendem|oferece|oferecem|tem|trabalha|trabalham)(?: aqui| na loja| em estoque)*$",
        r"(?:o )?que (?:e que )?(?:vende|vendem|tem|posso comprar|posso encontrar) (?:aqui|na loja|nessa loja|em a loja|em essa loja)$",
        rf"(?:quais|que) (?:sao )?(?:as |os )?(?:categorias|colecoes|departamentos|tipos de produto|tipos de produtos|produtos)(?: (?:que )?{_SHOP} (?:tem|vende|vendem)| tem| existem| ha)?$",
        r"(?:mostra|mostre|me mostra|ver|lista|listar) (?:todas )?(?:as )?(?:categorias|colecoes)$",
        r"com (?:o )?que (?:voces|voce) trabalham?$",
    ),
    "asks_hours": (
        r"(?:quando|que horas|a que horas|ate que horas|que dia|quais dias|em que dias|em quais dias) (?:e que )?(?:voces |voce |a loja |as lojas |ai )?(?:abre|abrem|fecha|fecham|funciona|funcionam|estao abertos|atende|atendem|esta aberta|ficam abertos|fica aberta)",
        r"horarios?(?: de (?:funcionamento|atendimento|abertura|a loja|as lojas))",
        r"^(?:qual (?:e )?(?:o )?)?(?:horario|horarios)(?: (?:de a loja|de voces))?$",
        r"(?:abre|abrem|aberto|aberta|abertos|abertas|funciona|funcionam|atende|atendem) (?:no |em o |aos |em os |de |a |em )?(?:fim de semana|fins de semana|domingo|domingos|sabado|sabados|feriado|feriados|natal|noite)",
        r"(?:voces|a loja) (?:ja |ainda )?(?:esta|estao) (?:aberta|abertos|fechada|fechados)",
    ),
    "asks_location": (
        r"onde (?:e que )?(?:fica|ficam|esta|estao|e|e a|se localiza)(?: a| as| o)? (?:loja|lojas|voces|voce|endereco|essa loja|sede|empresa|loja fisica)",
        r"onde (?:voces|a loja) (?:fica|ficam|estao|se localizam|esta)",
        r"(?:tem|tem uma|voces tem|existe|possuem|voces possuem) (?:uma |alguma )?(?:loja fisica|lojas fisicas|showroom|filial|filiais|loja para visitar|loja perto)",
        r"(?:qual (?:e )?(?:o )?)?endereco (?:de a|da|de voces|fisico|de)(?: \w+)?(?: loja)?$",
        r"(?:posso|da para|como faco para) (?:visitar|ir (?:ate|a|em)|conhecer|passar) (?:a |em a |ate )?(?:loja|voces)",
    ),
    "asks_contact": (
        r"como (?:e que )?(?:eu )?(?:entro em contato|faco contato|falo|posso falar|consigo falar|ligo|posso ligar|posso entrar em contato|contato)(?: (?:com|para))? ?(?:voces|voce|a loja|o atendimento|o suporte)?$",
        r"(?:qual (?:e )?(?:o )?|tem |tem algum |me passa |me passe |me da |voces tem )(?:o |um )?(?:telefone|contato|whatsapp|whats|zap|e mail|email|mail|numero)(?: (?:de voces|da loja|de a loja|de contato|para contato|de telefone))*$",
        r"^(?:contato|telefone|whatsapp)(?: por favor)?$",
    ),
    "asks_promotions": (
        r"(?:esta|estao|esse esta|essa esta|ela esta|ele esta|isso esta) (?:\w+ )?(?:em|com) (?:promocao|oferta|desconto|liquidacao)",
        r"(?:tem|ha|existe|voces tem|tem algum|tem alguma|estao com|esta com|fazem|rola) (?:alguma |algum |uma |um )?(?:promocao|promocoes|desconto|descontos|oferta|ofertas|cupom|cupons|liquidacao)(?: (?:hoje|agora|no momento|em o momento|ai|aqui|disponivel|para primeira compra|essa semana))*$",
        r"(?:algo|alguma coisa|algum produto) (?:em|com|na) (?:promocao|oferta|desconto|liquidacao)",
        r"(?:o )?que (?:esta|tem|ha|estao) em (?:promocao|oferta|liquidacao)",
        r"(?:quais|que) (?:sao )?(?:as |os )?(?:promocoes|ofertas|descontos|produtos em promocao)",
    ),
    "names_group": (
        r"(?:o )?que (?:e que )?(?:tem|ha|voces tem) (?:em |na |no |em a |em o |dentro de )(?:a |o )?(?:colecao |categoria |secao )?(?P<what>.{1,60})$",
        r"(?:mostra|mostre|me mostra|ver|quero ver) (?:a |o )?(?:colecao|categoria|secao) (?:de |da |do |de a )?(?P<what>.{1,60})$",
    ),
    "asks_sizes": (
        r"(?:tabela|guia) (?:de|dos) (?:medidas|tamanhos|tamanho)",
        r"(?:qual|que) (?:e )?(?:o )?(?:meu )?tamanho (?:eu |devo |e |deve |serve |fica |me )+(?:\w+ )*(?:uso|usar|comprar|pedir|escolher|serve|ideal|certo|pego|levo)",
        r"(?:qual|que) (?:e |seria )?(?:o )?meu (?:tamanho|numero)",
        r"(?:qual|que|q) (?:e )?(?:o )?(?:meu )?(?:tamanho|numero) (?:eu |e que eu |que eu |devo |e para |para )?(?:uso|usaria|pego|peco|levo|compro|visto|escolho|serve|mim|quem)",
        r"(?:a forma|o tamanho|o modelo|ele|ela) (?:e|veste|calca) (?:pequen[oa]|grande|normal|apertad[oa]|larg[oa])",
    ),
    "asks_suggestion": (
        r"(?:o )?que (?:e que )?(?:voce|voces|me) (?:me )?(?:recomenda|recomendam|sugere|sugerem|indica|indicam|aconselha)(?: \w+){0,8}$",
        r"(?:me )?(?:recomenda|recomende|sugere|sugira|indica|indique) (?:algo|alguma coisa|um presente|algum presente|uma coisa)",
        r"(?:alguma|uma|tem|me da|da|quero|preciso de|quais)(?: \w+)? (?:sugestao|sugestoes|recomendacao|recomendacoes|indicacao|ideia|ideias)",
        r"(?:algo|alguma coisa|um presente|presente|presentes|lembranca|lembrancinha) (?:para|de) (?:o |a |os |as |dar |dar para |meu |minha |meus |minhas |um |uma )*(?:pai|mae|irmao|irma|esposa|marido|namorado|namorada|filho|filha|amigo|amiga|amigos|crianca|criancas|bebe|avo|tio|tia|chefe|colega|professor|professora|homem|mulher|ele|ela|mim|aniversario|natal|casamento|casal|familia)",
        r"(?:algo|alguma coisa|outra coisa|coisas?) (?:\w+ )?(?:para (?:presentear|dar)|de presente)",
        r"(?:mais (?:vendid|procurad|pedid)[oa]s?|populares|em alta|novidades|lancamentos)",
        r"(?:o )?que (?:voces )?(?:tem|ha|chegou) de (?:novo|bom|legal)",
        r"^(?:eu )?(?:quero|queria|preciso de|procuro|estou procurando|busco)? ?(?:um |uns )?presentes?(?: por favor)?$",
    ),
}
