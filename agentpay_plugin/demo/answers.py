"""What the merchant of the demo answers in their settings."""

from __future__ import annotations

ANSWERS = """
[en]
# Opening hours
When are you open?
Our stores are open Monday to Saturday, 10 to 19. The chat is there at any time.

# Where is your store?
25 Jay Street in Brooklyn, New York, and Rua dos Pinheiros 700 in São Paulo.

# How can I reach you?
Write to hello@shop.example; we answer within one working day.

# Do you have any promotions or discounts?
The code WELCOME10 takes 10 % off your first order.

[pt]
# Horário de funcionamento
Quando vocês abrem?
Nossas lojas abrem de segunda a sábado, das 10h às 19h. O chat atende a qualquer hora.

# Onde fica a loja?
Rua dos Pinheiros, 700, em São Paulo, e 25 Jay Street, no Brooklyn, Nova York.

# Como falo com vocês? Contato
Escreva para ola@shop.example; respondemos em um dia útil.

# Tem promoções, descontos ou cupons?
O código WELCOME10 dá 10 % de desconto no seu primeiro pedido.

[es]
# Horario de apertura
¿Cuándo abren?
Nuestras tiendas abren de lunes a sábado, de 10 a 19 h. El chat está siempre.

# ¿Dónde está la tienda?
25 Jay Street en Brooklyn, Nueva York, y Rua dos Pinheiros 700 en São Paulo.

# ¿Cómo los contacto?
Escribe a hola@shop.example; respondemos en un día hábil.

# ¿Hay promociones o descuentos?
El código WELCOME10 da un 10 % de descuento en tu primer pedido.
"""
