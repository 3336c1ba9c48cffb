"""Words that a search is not looking for, in English, Portuguese and Spanish, folded."""

from __future__ import annotations

_WORDS = """
a an the some any or and of for in on with to from by at me my i you your it is are be do does
have has got want need like looking look find show see buy get please thanks hi hello good nice
great best cheap cheaper cheapest something anything things thing stuff one ones more other
under below over than less up most max maximum about around size color colour stock available
what which who that this these those there here can could would will
dollars dollar usd eur euro euros
o os as um uma uns umas e ou de da do das dos em no na nos nas para pra por com sem que qual quais
tem ter voce voces quero queria preciso procuro procurando busco ver mostrar mostra me meu minha
algum alguma alguns algumas algo coisa coisas bom boa barato barata baratos melhor ate menos mais
abaixo acima maximo cor tamanho estoque disponivel favor oi ola reais real brl
el la los las un una unos unas y del al en con sin para por que cual cuales hay tiene tienen tienes
quiero quisiera necesito busco buscando ver muestra muestrame mi su algun alguna algunos algunas
cosa cosas bueno buena barato barata mejor hasta menos mas debajo color talla disponible existencia
hola pesos dolares
"""

SPARE = frozenset(_WORDS.split())
