"""What a question about a product is about, by the words in it; the first that fits counts."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Topic

_CHOICES = r"(?:cores|cor|tamanhos|tamanho|sabores|sabor|opcoes|modelos|versoes|variacoes|estampas|numeracoes|numeracao|formatos|tipos|voltagens)"
_METHOD = r"(?:cartao|cartoes|pix|boleto|credito|debito|dinheiro|paypal|picpay|mercado pago|visa|mastercard|elo|amex|cheque|carne|crediario|bitcoin|vale|transferencia|transferencias|ted|pagamento)"

TOPICS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (
        Topic.PAYMENT,
        (
            r"(?:quanto tempo|ate quando|que horas)(?: eu)? (?:tenho|posso|da) (?:para )?(?:pagar|pago)",
            r"(?:pagar|pago) (?:de|com|por) (?:outr[oa]|alguma outra) (?:forma|jeito|maneira|modo|meio)|(?:outr[oa]) (?:forma|jeito|maneira|modo|meio) de (?:pagar|pagamento)",
            r"(?:forma|formas|meio|meios|metodo|metodos|opcao|opcoes|condicao|condicoes|tipo|tipos) de (?:pagamento|pagar)",
            r"(?:como|onde) (?:eu |que eu |que |posso |se |a gente |devo |e que )*(?:pago|pagar|pagamos|faco (?:para pagar|o pagamento)|faz o pagamento|fazer o pagamento|e (?:feito )?o pagamento|funciona o pagamento|efetuo o pagamento)",
            rf"(?:aceita|aceitam|aceitas|recebe|recebem|trabalha com|trabalham com|passa|passam|tem|fazem|faz) (?:\w+ ){{0,4}}?{_METHOD}",
            r"(?:posso|podemos|da para|consigo|tem como|pode|poderia|e possivel|quero saber se posso) (?:\w+ ){0,2}pagar (?:com|no|na|em|por|via|pelo|pela|depois|quando|so|parcelado|metade|a)",
            r"(?:parcela|parcelam|parcelar|parcelado|parcelamento|parcelas|parcelo|dividir|divide|dividem)(?: \w+){0,6}",
            r"(?:em quantas|quantas|ate quantas) (?:vezes|parcelas|x)",
            r"(?:sem juros|com juros|pagar na entrega|pagamento na entrega|pago na entrega|contra entrega)",
            rf"(?:pode ser|da para ser|seria|e) (?:no|por|em|via|so|so no|so por) {_METHOD}",
            r"(?:e|esta|site|pagamento|compra|loja) (?:\w+ )?(?:seguro|segura|confiavel)(?: (?:comprar|pagar|para|aqui|pelo|no|na|por))*",
            r"(?:chave pix|bandeiras?|quais cartoes|que cartoes)",
        ),
    ),
    (
        Topic.RETURNS,
        (
            r"(?:devolver|devolucao|devolucoes|devolvo|devolve|devolvem|reembolso|reembolsos|reembolsam|reembolsar|estorno|estornar|arrependimento|arrepender|ressarcimento)",
            r"(?:troca|trocas|trocar|troco|trocam)(?! (?:\w+ ){0,4}(?:para|por|pelo|pela|de (?:cor|tamanho)))",
            r"(?:dinheiro de volta|se (?:eu )?nao (?:servir|gostar|der|couber|ficar bom)|caso nao (?:sirva|goste|de))",
        ),
    ),
    (
        Topic.DELIVERY,
        (
            r"(?:entrega|entregas|entregam|entregar|entregue|entregues|frete|fretes|envio|envios|sedex|correios|correio|transportadora|motoboy|postagem|cep)(?! (?:imediata|humana))",
            r"(?:voce |voces |a loja )?(?:envia|enviam|enviar|manda|mandam|mandar|despacha|despacham|despachar|posta|postam) (?:\w+ )?(?:para|em|ao|a|pelo|por|hoje|no mesmo|na|no|fora|exterior)",
            r"como (?:e que )?(?:eu )?(?:vou )?(?:recebo|receber|chega)(?: (?:isso|ele|ela|o produto))?$",
            r"(?:chega|recebo|vem|mandam|enviam) (?:por|pelo|no) (?:e ?mail|mail|correio|whatsapp)",
            r"prazo(?! (?:de |da )?(?:garantia|validade|troca|devolucao))",
            r"(?:quanto tempo|quantos dias|quando|que dia|em quanto|demora|leva) (?:\w+ ){0,6}(?:chega|chegar|chegaria|chegam|demora|leva|recebo|receber|receberei|recebe|entregue|dias|muito)",
            r"(?:retirar|retirada|retiro|buscar|retira) (?:\w+ )?(?:na loja|no local|em maos|pessoalmente|na|no|ai)",
            r"(?:chega|chegaria|chegar) (?:\w+ )?(?:ate|antes|em|hoje|amanha|a tempo|rapido|dia|no|na|quando)",
        ),
    ),
    (
        Topic.OPTIONS,
        (
            rf"(?:que|quais|qual|quantas|quantos|outra|outras|outro|outros|mais|todas|todos|algum|alguma|demais) (?:\w+ ){{0,2}}{_CHOICES}(?! (?:d[oa] (?:caixa|tela|cabo|bateria)))",
            rf"^(?:as |os |a |o |e |e as |e os )?{_CHOICES}(?: e \w+)?(?: por favor)?$",
            r"(?:cores|tamanhos|sabores|opcoes|variacoes|estampas|numeracoes)",
            rf"(?:tem|vem|teria|disponivel) (?:em |de |com )?(?:que|quais|outra|outras|outro|outros|mais) {_CHOICES}",
            rf"(?:tem|teria) {_CHOICES} (?:diferente|diferentes|disponivel|disponiveis)",
            r"(?:ate que|ate qual|a partir de que|a partir de qual) (?:numero|tamanho)",
        ),
    ),
    (
        Topic.STOCK,
        (
            r"(?:disponivel|disponiveis|disponibilidade|estoque|esgotado|esgotada|esgotados|esgotou|em falta|acabou|acabaram|pronta entrega|reposicao|repor|indisponivel)",
            r"(?:ainda|voces|voce|nao) (?:\w+ )?(?:tem|teem|resta|restam|teria|vende|vendem)$",
            r"(?:ainda|nao) (?:tem|teem|teria|restam|vendem|vende)",
            r"(?:sobrou|sobraram|restam|resta|restou)",
            r"(?:quando|que dia) (?:\w+ ){0,3}(?:volta|voltam|vai ter|tera|chega mais|repoem)",
            r"(?:quantos|quantas) (?:\w+ ){0,4}(?:tem|restam|sobraram|ainda|em estoque|disponiveis)",
            r"(?:quantos|quantas) (?:eu )?(?:posso|podemos) (?:comprar|levar|pedir|pegar)",
            r"(?:tem|teem|teria|teriam|sobrou|achou|vende|vendem) (?:ai |ainda |mais |tambem |so )*(?:no|na|nos|nas|em|desse|dessa|deste|desta|dele|dela|de esse|de essa|de este|esse|essa|este|esta|ele|ela|ele|esses|essas|o|a|do|da|um|uma|tamanho|numero)(?: \w+){1,3}",
            r"(?:tem|teria|teriam)(?: sim| ai| mais| ainda| dele| dela| disponivel)*$",
        ),
    ),
    (
        Topic.PRICE,
        (
            r"quanto (?:que |e que |voces |voce |me |vai |ia |ta |te )*(?:custa|custam|custaria|e|eh|sai|saem|sairia|fica|ficam|ficaria|ficou|esta|estao|ta|tao|vale|valem|seria|sera|cobra|cobram|deu|da|daria|paga|pago|por|o|a|os|as|um|uma|de|do|da|esse|essa|este|isso|voces|vendem|vende|no|na|em|sao|era|faz|fazem)",
            r"^(?:\w+ ){0,2}quanto(?: por favor| moca| amigo)*$",
            r"(?:preco|precos|precinho|valor|valores|custo|custa|custam|custaria|orcamento|cotacao|tabela de precos)",
            r"(?:mais (?:barato|barata|baratos|baratas|em conta)|(?:e|esta|sai) (?:muito |mais |meio )?(?:caro|cara|barato|barata)|quao caro)",
            r"(?:por quanto|a quanto|de quanto)",
        ),
    ),
    (
        Topic.OTHER,
        (
            r"(?:desconto|descontos|descontinho|promocao|promocoes|promocional|oferta|ofertas|cupom|cupons|brinde|liquidacao|black friday|cashback|faz por|menor preco|melhor preco|queima)",
            r"(?:efeito colateral|efeitos colaterais|contra ?indicac\w+|dosagem|dose|beneficio|beneficios|original|originais|autentico|autentica|falsificado|replica|primeira linha|vegano|vegana|gluten|lactose|alergia|alergico|compativel|compativeis|compatibilidade|a prova d\w+|impermeavel|lavavel|maquina de lavar|resistente|bivolt|voltagem|110|220|110v|220v|adequado|adequada|apto|indicado|indicada|seguro para|homologado|anatel|inmetro)",
            r"(?:emite|emitem|dao|tem|fazem|vem com|com|enviam) nota fiscal|(?:faz|fazem|fazer) (?:\w+ )?(?:por menos|mais barato)",
            r"(?:diferenca|diferencas|difere|diferente|comparar|comparacao|versus|vs) (?:\w+ ){0,4}(?:entre|d[oae]s?|para|com|e|desse|dessa)",
            r"(?:qual|quais) (?:\w+ ){0,4}(?:melhor|melhores|mais (?:indicad[oa]|vendid[oa]|resistente|bonit[oa]|duravel)|recomenda|recomendam|indica|indicam|sugere)",
            r"(?:como (?:eu |se |que |faco para |devo |posso )*(?:usa|uso|usar|lava|lavo|lavar|limpa|limpo|limpar|monta|monto|montar|instala|instalo|instalar|aplica|aplicar|toma|tomo|tomar|consumir|guardar|conservar|configura|configuro|configurar)|modo de (?:usar|uso|preparo)|manual|instrucoes|montagem|instalacao)",
            r"(?:serve|servem|servira|serviria|funciona|funcionam|funcionaria|encaixa|cabe|cabem|da certo|pega) (?:\w+ )?(?:em|no|na|nos|nas|para|com|de|como|meu|minha|bem|ate|sem)",
            r"(?:vem|veem|acompanha|acompanham|inclui|incluso|inclusa|inclusos) (?:\w+ )?(?:com|na|no|quantos|quantas|o|a|os|as|junto|incluso|montado|montada|instalado|\w+)",
        ),
    ),
    (
        Topic.DESCRIPTION,
        (
            r"(?:mais|algumas|alguma|outras|outros) (?:\w+ )?(?:detalhes|detalhe|informacoes|informacao|infos|info|fotos|foto|imagens|videos?)",
            r"(?:me )?(?:fala|fale|falar|conta|conte|contar|explica|explique|explicar|diz|diga) (?:me )?(?:um pouco |mais |um pouco mais |tudo )*(?:sobre|d[oa]|desse|dessa|deste|dele|dela|de esse|de essa)(?: \w+){0,4}",
            r"(?:descricao|descreve|descreva|especificacao|especificacoes|caracteristica|caracteristicas|ficha tecnica|detalhes|funcionalidades|configuracao|configuracoes)",
            r"o que (?:e|sao|vem a ser|faz|seria) (?:isso|esse|essa|este|esses|essas|ele|ela|o produto|esse produto|esta)(?: \w+)?$",
            r"(?:saber mais|conhecer melhor|informacoes (?:sobre|d[oa]|desse|dessa)|(?:foto|fotos|video|imagens) (?:d[oa]|real|reais|desse|dessa))",
            r"(?:como (?:e|funciona) (?:esse|essa|este|isso|ele|ela|o produto|o tecido))",
        ),
    ),
)

ATTRIBUTE_QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        r"(?:lavar|lava|lavo|lavado|lavada|lavagem|lavavel|limpar|limpo|limpeza|cuidar|cuidados|cuido|passar a ferro|lavadora|secadora|(?:vai|ir|colocar|botar|por) (?:em a|na) maquina)",
        "care",
    ),
    (
        r"(?:e|sao|foi|foram)? ?(?:feito|feita|feitos|feitas) (?:de|em|com|do)|de que (?:e|sao) (?:feito|feita|feitos)|(?:e|sao) de (?:algodao|couro|plastico|metal|madeira|inox|aco|vidro|poliester|la|linho|seda|silicone|borracha)",
        "material",
    ),
    (r"(?:material|materiais|tecido|tecidos|composicao|pano|malha)", "material"),
    (
        r"(?:fabricado em|fabricada em|feito no|feito na|produzido em|origem|procedencia|importado|importada|nacional|onde (?:e |foi )?(?:feito|fabricado|produzido))",
        "origin",
    ),
    (
        r"(?:marca|marcas|fabricante|quem (?:fabrica|faz|produz|e o fabricante))",
        "brand",
    ),
    (r"(?:cor|cores|tonalidade|tom|tons|colorido)", "color"),
    (r"(?:tamanho|tamanhos|numeracao|numeracoes|tam)", "size"),
    (r"(?:sabor|sabores|gosto de|aroma|fragrancia)", "flavor"),
    (
        r"(?:volume|capacidade|quantos (?:ml|litros|mililitros)|quantas gramas|quanto cabe)",
        "volume",
    ),
    (r"(?:peso|pesa|pesam|quantos (?:quilos|kg)|e pesado|e leve)", "weight"),
    (
        r"(?:medida|medidas|dimensao|dimensoes|altura|largura|comprimento|profundidade|mede|medem|quantos (?:cm|centimetros|metros|polegadas)|diametro|espessura)",
        "dimensions",
    ),
    (r"(?:autor|autora|autores|escritor|escritora|quem escreveu|escrito por|artista)", "author"),
    (r"(?:editora|publicado por)", "publisher"),
    (r"(?:formato|formatos|midia)", "format"),
    (
        r"(?:ingrediente|ingredientes|nutricional|nutricionais|calorias|contem|acucar|proteinas?)",
        "ingredients",
    ),
    (r"(?:garantia|garantias|garantido)", "warranty"),
    (r"(?:validade|vence|vencimento|data de validade|vencido)", "expiry"),
)
