"""The Portuguese words, as written in Brazil. Data only; English has the same fields."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.portuguese.afterwards import AFTERWARDS
from agentpay_plugin.language.portuguese.asking import ASKING
from agentpay_plugin.language.portuguese.buying import BUYING
from agentpay_plugin.language.portuguese.checking_out import CHECKING_OUT
from agentpay_plugin.language.portuguese.cues import CUES
from agentpay_plugin.language.portuguese.goods import GOODS, PAIRED
from agentpay_plugin.language.portuguese.guiding import GUIDING
from agentpay_plugin.language.portuguese.numbers import NUMBER_PHRASES, NUMBERS
from agentpay_plugin.language.portuguese.options import COLOURS, SIZE_ALIASES
from agentpay_plugin.language.portuguese.shop import SHOP
from agentpay_plugin.language.portuguese.showing import SHOWING
from agentpay_plugin.language.portuguese.spelling import SPELLINGS
from agentpay_plugin.language.portuguese.talking import TALKING
from agentpay_plugin.language.portuguese.topics import ATTRIBUTE_QUESTIONS, TOPICS
from agentpay_plugin.language.sizes import SIZES


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OPTIONS: dict[str, tuple[str, ...]] = {
    "not_quantity": (
        r"(?:eu|ele|ela|nos) (?:sou|e|tenho|estou)",
        r"(?:meu|minha) \w+ (?:e|sao)(?: o| a)?",
        r"(?:pedido|nota|telefone|casa|apartamento|apto|bloco|quadra|lote|protocolo|conta) (?:no|n|e)",
        r"(?:em|ate|parcel\w+(?: em| de)?|divid\w+(?: em)?|que|menos|por|as|ha|faz|de|entre|desde)",
    ),
    "conditional": (r"(?:^se|caso|mas se|e se|so se|so quando|desde que|dependendo|depende)",),
    "negations": (
        r"(?:nao|nunca|muito|sem|menos|exceto|nem|tudo menos|em vez de|ao inves de|no lugar de|que nao seja)"
        r"(?: (?:a|o|as|os|um|uma|em|no|na|tamanho|cor|quero|queria|gosto|preciso|levo|vou|e|de|da|do|que|seja|ser|muito|comprar|levar|esse|essa|esta|este|mais|mesmo))*",
    ),
}

PORTUGUESE = Lexicon(
    cues=CUES,
    comes_in=_set(
        "vem veem disponivel vendem mostra mostre somente apenas algo algum alguma tiver vende mesma mesmo"
    ),
    this_one="esse",
    least=_set("s pequeno pequena menor menores menorzinha"),
    greatest=_set("l grande maior maiores grandona"),
    before_price=_set("de por o a vale"),
    waits=_set("pera perai espera ah hum ops opa"),
    takes_back=(
        r"(?:ah |ops |opa |hum )?(?:(?:nao|n)[,\s]+)?(?:pera|perai|pera ai|espera|espera ai|desculpa|desculpe|perdao|digo|quer dizer|quis dizer|quero dizer|na verdade|na vdd|alias|ou melhor|melhor|minto)(?:,? (?:nao|digo|na verdade|quero|melhor|vai ser|e))*",
        r"(?<=,) ?nao,",
    ),
    joining=_set("e mais também tambem mas além alem ah aí aliás"),
    code_words=(
        r"(?:c[oó]digo|cupom|cupon|vale[ -]presente|voucher)",
        r"(?:usa|usar|use|aplica|aplicar|aplique) (?:o )?[A-Z][A-Z0-9_-]{3,}",
    ),
    counts_one=_set("um uma uns umas outro outra mais"),
    goods_too=_set(
        "sacola sacolas cesta cestas cestinha lixo golpe palhaco express expresso expressa economico economica sedex pac transportadora "
        "acessorio acessorios look visual conjunto celular colar sueter blazer mixer pulover poster"
    ),
    locale="pt",
    spellings=SPELLINGS,
    topics=TOPICS,
    attribute_questions=ATTRIBUTE_QUESTIONS,
    expressions=BUYING | CHECKING_OUT | ASKING | AFTERWARDS | GUIDING | SHOP | SHOWING | _OPTIONS,
    talk=TALKING,
    endings=(),
    plurals=(
        ("oes", "ao"),
        ("aes", "ao"),
        ("ais", "al"),
        ("eis", "el"),
        ("uis", "ul"),
        ("ns", "m"),
        ("res", "r"),
        ("zes", "z"),
        ("ss", "ss"),
        ("s", ""),
    ),
    stop=_set(
        "o a os as um uma uns umas e ou mas se que de da do das dos em no na nos nas por para com "
        "sem ate ao aos eu voce voces ele ela eles elas nos me te lhe meu minha meus minhas seu "
        "sua seus suas esse essa esses essas este esta estes estas isso isto aquele aquela dele "
        "dela ser sou era foi sao seria estou estava estao ter tem tenho tinha teria haver ha vai "
        "vou vamos pode posso podem quero queria quer gostaria preciso comprar levar pedir ver "
        "nao sim ja so tambem muito mais menos mesmo aqui ai la agora hoje ainda como quando onde "
        "qual quais quanto quanta quantos quantas quem porque entao obrigado favor por algum alguma outro outra tudo todo "
        "toda bem bom boa"
    ),
    polite=_set(
        "por favor obrigado oi ola opa ei ok sim senhor senhora moca moco amigo amiga gente cara mano "
        "querida querido bom dia boa tarde noite tudo bem beleza entao e bom ah hum hein ta esta ai "
        "otimo legal perfeito certo show valeu so o a em um uma mim para agora claro tambem me eu "
        "isso pessoal obrigada mesmo pois"
    ),
    objects=_set("ele ela eles elas isso lo las los"),
    pronouns=_set(
        "ele ela eles elas isso isto esse essa esses essas este esta estes estas aquele aquela "
        "mesmo mesma ambos ambas todos todas lo la los las dele dela"
    ),
    numbers=NUMBERS,
    number_phrases=NUMBER_PHRASES,
    units=_set(
        "x peca pecas pc pcs unidade unidades und unds un uni par pares pacote pacotes pct caixa "
        "caixas cx garrafa garrafas lata latas copia copias exemplar exemplares kit kits conjunto "
        "conjuntos jogo jogos item itens mais desse dessa desses dessas dele dela deles delas cada "
        "frasco frascos pote potes saco sacos fardo fardos quantidade qtd qtde"
    ),
    measures=_set(
        "dia dias semana semanas mes meses ano anos hora horas h minuto minutos min kg kgs quilo "
        "quilos g grama gramas mg ml l litro litros cm mm m metro metros polegada polegadas km gb mb "
        "tb hz ghz w watts v volts a estrela estrelas pessoa pessoas real reais dolar "
        "dolares euros parcelas parcela vezes prestacoes filhos filhas juros capsulas comprimidos "
        "lugares portas graus"
    ),
    number_names=_set(
        "rua avenida av apto apartamento ap casa bloco quadra lote andar cep telefone tel fone "
        "celular numero n versao v modelo idade iphone dia as ha ate desde apos antes depois "
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro "
        "cpf cnpj pedido protocolo conta agencia tamanho tam por menos ref codigo km galaxy"
    ),
    streets=_set(
        "rua avenida av travessa alameda praca estrada rodovia bairro andar apto apartamento bloco "
        "quadra lote cep street road"
    ),
    quantity_names=_set("quantidade qtd qtde x vezes total"),
    corrections=frozenset({"nao"}),
    gives_up=frozenset(
        tuple(words.split())
        for words in (
            "para",
            "para o",
            "para a",
            "por",
            "por o",
            "por a",
            "| nao |",
            "| nao",
            "| digo",
            "| digo |",
            "| quer dizer",
            "| quer dizer |",
            "| alias",
            "| alias |",
            "| ou melhor",
            "| ou melhor |",
            "| melhor",
            "| ops |",
            "| ops",
            "| desculpa |",
            "| desculpe |",
            "| perdao |",
            "| minto |",
            "| na verdade",
            "nao |",
            "| nao | quero",
            "| nao | e",
            "| melhor o",
            "| melhor a",
        )
    ),
    articles=_set("em no na nos nas um uma o a os as do da de com e ou"),
    inside=_set("em no na"),
    option_cues=_set(
        "em no na nos nas tamanho tam tamanhos numero num um uma o a os as e ou cor de do da quero "
        "queria preciso levo levar leva pega pego usar uso visto vestir prefiro sou e seria ser "
        "manda ve com so ficar fico para mais comprar adiciona coloca pode por favor gostaria tem "
        "ate mesmo 1 2 3 4 5 6 7 8 9 10 dois duas tres quatro cinco seis |"
    ),
    option_aliases=SIZE_ALIASES | COLOURS,
    states=_set("disponivel disponiveis ainda agora hoje mesmo"),
    sizes=SIZES,
    colours=frozenset(COLOURS.values()) | frozenset(COLOURS),
    before_one=_set(
        "quero queria queremos leva levo levar so apenas somente mais adiciona adicionar adicione "
        "add coloca colocar coloque poe bota botar manda mandar mande me ve da compra comprar compro "
        "pedir peco pego pega pegar tira tirar tire remove remover remova ser e seria querer gostaria de "
        "preciso fecha fechar ficar fico com sim pode por separa reserva deixa deixar para muda ok "
        "encomendar favor"
    ),
    one_of=_set("um uma modelo versao cor opcao tambem mesmo mesma por"),
    attributes={
        "material": _set("material materiais tecido composicao fabric"),
        "color": _set("cor cores tonalidade color colour"),
        "size": _set("tamanho tamanhos numeracao tam size"),
        "flavor": _set("sabor sabores aroma flavor flavour"),
        "brand": _set("marca marcas fabricante brand"),
        "volume": _set("volume capacidade"),
        "weight": _set("peso weight"),
        "dimensions": _set("medida medidas dimensoes altura largura comprimento dimensions"),
        "author": _set("autor autora escritor artista author"),
        "publisher": _set("editora publisher"),
        "format": _set("formato formatos midia format medium"),
        "ingredients": _set("ingrediente ingredientes ingredients"),
        "care": _set("cuidado cuidados lavagem limpeza"),
        "warranty": _set("garantia warranty"),
        "origin": _set("origem procedencia origin"),
        "expiry": _set("validade vencimento expiry"),
    },
    vague=_set(
        "outro outra outros outras diferente mesmo mesma certo certa errado errada maior menor "
        "maiores menores proximo novo nova meu minha seu sua qualquer qual que melhor todo toda "
        "padrao normal bom boa bonito bonita tamanho tamanhos primeiro primeira segundo segunda "
        "ultimo ultima favorito favorita unico unica todos todas cada algum alguma mais esse essa "
        "disponivel so ideal exato correto correta ambos escuro escura claro clara"
    ),
    ranges=_set("ou a ate"),
    sure_topics=frozenset({Topic.PRICE, Topic.STOCK, Topic.OPTIONS, Topic.OTHER, Topic.PAYMENT}),
    not_goods=_set(
        "total verdade preco precos valor valores minuto minutinho momento segundo instante tempo link fatura recibo nota fiscal boleto pix dinheiro desconto "
        "descontos reembolso entrega frete envio mesa pausa chance cuidado informacao informacoes "
        "detalhes loja lojas politica politicas programa vaga vagas emprego trabalho hobby hobbies "
        "ideia piada piadas afiliado franquia aplicativo app site telefone numero email conta senha "
        "cadastro atendente humano pessoa alguem hora horas idioma idiomas tempo clima receita "
        "receitas noticia noticias musica musicas filme filmes lembrete alarme data nome idade "
        "opiniao protecao saldo reclamacao dieta ajuda ajudar suporte servico servicos endereco "
        "contato conselho plano planos jeito foto fotos video videos catalogo resposta duvida duvidas "
        "orcamento comprovante pagamento codigo cupom promocional promocao rastreio protocolo whatsapp "
        "zap favor pergunta certeza problema troca devolucao estorno cancelamento paciencia saber "
        "voce voces gente beijo abraco nada reuniao cartao mensagem mensagens cancao cancoes playlist lista radio podcast "
        "barbeiro cabeleireiro dentista medico medica encanador advogado mecanico psicologo restaurante restaurantes hotel hoteis"
    ),
    pointers=_set("esse essa esses essas este esta estes estas aquele aquela desse dessa"),
    definite=_set("o a os as do da no na"),
    mention_ends=_set(
        "| com em no na nos nas para que quem se porque por e ou mas favor agora online ao aos quando "
        "onde entao obrigado via usando ate sem antes depois tambem hoje amanha aqui ai la tem voces "
        "voce disponivel disponiveis ainda esta estao nao ja custa custam me eu sai fica"
    ),
    mention_fillers=_set(
        "sao seria junto o a os as um uma uns umas algum alguma alguns algumas mais outro outra outros outras de do "
        "da dos das meu minha seu sua dois duas tres quatro cinco seis sete oito nove dez onze doze "
        "por favor so apenas somente par pares novo nova garrafa garrafas peca pecas pacote pacotes "
        "caixa caixas kit tipo tipos todo toda todos todas disponivel estoque ai aqui mesmo muito "
        "comprar levar pedir esse essa esses essas este esta estes estas isso isto aquele aquela ele "
        "ela bom boa melhor barato barata proximo algo alguma coisa coisas qualquer produto produtos "
        "item itens opcao opcoes similar parecido igual como tamanho tam tamanhos numero cor cores "
        "ainda agora atualmente quero unidade unidades quantidade duzia meia com em no na tambem "
        "modelo modelos entao tal vez"
    ),
    promo=(
        r"\b(?:cupom|cupon|cup[aã]o|vale[ -]?(?:presente|compras?)|gift[ -]?card|cart[aã]o[ -]?presente|voucher"
        r"|c[oó]digo(?:\s+(?:promocional|promo|de desconto|do cupom|de cupom))?)(?:\s+de desconto)?"
        r"\s*(?:[eé]\s+o\s+|[eé]\s+|:\s*|=\s*|#\s*|chamado\s+)(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{2,31})\b",
        r"\b(?:cupom|cupon|cup[aã]o|vale[ -]?(?:presente|compras?)|gift[ -]?card|cart[aã]o[ -]?presente|voucher"
        r"|c[oó]digo(?:\s+(?:promocional|promo|de desconto|do cupom|de cupom))?|promo)(?:\s+de desconto)?\s+"
        r"(?P<code1>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{2,31}"
        r"|(?-i:[A-Z][A-Z0-9_-]{3,31}))\b",
        r"\b(?:aplica|aplicar|aplique|resgatar|usar|usa|use)\s+(?:o\s+)?(?P<code2>(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])"
        r"[A-Za-z0-9][A-Za-z0-9_-]{3,31})\b",
        r"\b(?-i:[Aa]plica|[Aa]plicar|[Aa]plique|[Rr]esgata|[Rr]esgatar|[Uu]sa|[Uu]sar|[Uu]se)\s+(?:o |meu |esse )?(?P<bare>(?-i:[A-Z][A-Z0-9_-]{3,31}))\b",
        r"^\W*(?:aplica|aplicar|aplique|resgata|resgatar|usa|usar|use|adiciona|coloca|insere)\s+(?:o |meu |esse )?(?:cupom|cupon|cup[aã]o|vale[ -]presente|voucher|c[oó]digo)"
        r"(?: (?:promocional|de desconto|de descuento))? (?P<bare1>[a-z][a-z0-9_-]{3,31})[\s.!]*$",
    ),
    adjectives_follow=True,
    agreement=(("os", "o"), ("as", "o"), ("a", "o")),
    refused_after=frozenset({"nao"}),
    only=_set("so apenas somente mais unicamente"),
    size_numbers=_set("numero num n calco calca visto uso usa veste"),
    pairs=frozenset({"um par", "o par"}),
    paired=PAIRED,
    goods=GOODS,
)
