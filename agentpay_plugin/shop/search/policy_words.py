"""What shoppers ask of a shop itself, and by which words; English, Portuguese, Spanish. A row begins with our name of it."""

from __future__ import annotations

POLICIES = """
returns: return, returns policy, returnable, refund, exchange, replacement, money back, send back, give back, take back, change mind; devolução, devolver, troca, trocar, trocas, reembolso, dinheiro de volta, estorno, arrependimento; devolución, devolver, cambio, cambiar, cambios, reembolso, dinero de vuelta
warranty: warranty, guarantee, guaranteed, defect, defective, faulty, broken, repair, damaged; garantia, defeito, conserto, quebrado, quebrou, assistência técnica; garantía, defecto, defectuoso, reparación, averiado, roto
payment: pay, payment, paypal, installment, instalment, credit card, debit card, cash, klarna, invoice payment; pagamento, pagar, parcela, parcelar, parcelamento, boleto, cartão, dinheiro, pix; pago, pagar, cuota, plazo, tarjeta, efectivo, transferencia
delivery: shipping, ship, delivery, deliver, postage, tracking, dispatch, arrive; frete, entrega, entregar, entregam, envio, enviar, rastreio, rastreamento, prazo; envío, enviar, entrega, entregar, gastos de envío, seguimiento, despacho
hours: opening hours, opening times, business hours, open, opens, close, closes, closing time, weekend, holiday; horário, horário de funcionamento, abre, abrem, aberto, aberta, fecha, fecham, feriado; horario, abre, abren, abierto, abierta, cierra, cierran, festivo
location: physical store, physical shop, store address, shop address, located, location, visit, showroom, directions, parking, where store, where shop, your address; loja física, endereço, onde fica, onde ficam, localização, visitar, estacionamento, onde loja; tienda física, dirección, ubicación, dónde están, dónde queda, dónde tienda, visitar, ubicados, aparcamiento
contact: contact, telephone, phone number, email address, whatsapp, customer service, customer support, reach, get in touch; contato, telefone, ligar, whatsapp, atendimento, falar com vocês, e-mail de vocês; contacto, contactar, teléfono, llamar, whatsapp, atención al cliente, correo
sizes: size chart, size guide, sizing, size table, measurements, which size, what size, fit, fits, runs small, runs large; tabela de medidas, tabela de tamanhos, guia de tamanhos, medidas, que tamanho, qual tamanho, veste; guía de tallas, tabla de tallas, medidas, qué talla, cuál talla
care: wash, washing, washable, care, clean, cleaning, iron, tumble dry, dishwasher; lavar, lavagem, lavável, cuidado, cuidados, limpar, passar ferro, lava-louças; lavar, lavado, lavable, cuidado, cuidados, limpiar, planchar, lavavajillas
privacy: privacy, personal data, cookies, gdpr; privacidade, dados pessoais, lgpd, cookies; privacidad, datos personales, cookies
wrapping: gift wrap, gift wrapping, wrapped, gift message, gift note; embrulho, embalagem de presente, embrulhar, papel de presente; envolver, envoltorio, papel de regalo, envuelto
invoice: invoice, vat, tax receipt; nota fiscal, nfe; factura, facturación
cancelling: cancel order, cancel my order, cancellation; cancelar pedido, cancelamento; cancelar pedido, anular pedido, cancelación
about: about us, who are you, company, your story, founded, behind shop; sobre vocês, quem são vocês, quem somos, empresa, história; sobre ustedes, quiénes son, quiénes somos, empresa, historia
sustainability: sustainable, sustainability, eco, environment, recycled packaging, organic, fair trade; sustentável, sustentabilidade, meio ambiente, ecológico; sostenible, sostenibilidad, medio ambiente, ecológico
wholesale: wholesale, bulk, bulk order, reseller, b2b; atacado, revenda, revendedor; mayorista, al por mayor, revendedor
jobs: job, career, hiring, vacancy, work for you; vaga, emprego, trabalhe conosco, trabalhar com vocês; empleo, trabajo, vacante, trabajar con ustedes
promotions: promotion, discount, coupon, voucher code, newsletter, offer, loyalty, student discount, black friday; promoção, desconto, cupom, oferta, fidelidade, black friday; promoción, descuento, cupón, oferta, fidelidad, black friday
international: abroad, international, internationally, overseas, customs, duties, import; exterior, internacional, alfândega, impostos de importação; extranjero, internacional, aduana, aranceles
"""
