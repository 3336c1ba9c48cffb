// One card for each part of a message. A part that is not known here is left to the message's text.

import { button, filled, make } from "./dom.js";
import { detailsForm } from "./details.js";
import { cartCard, plainLines, productCard, sums, variantPicker } from "./goods.js";

const CARDS = {
  ChatTextPart: ({ text }) => make("p", {}, text),
  ChatNotice: ({ kind, noticeText }) => make("p", { class: kind === "PROBLEM" ? "notice problem" : "notice" }, noticeText),
  ChatProductCard: productCard,
  ChatVariantPicker: variantPicker,
  ChatCartSummary: cartCard,
  ChatDetailsForm: detailsForm,
  ChatDeliveryPicker: deliveryPicker,
  ChatQuote: quote,
  ChatPaymentRequest: paymentRequest,
  ChatReceipt: receipt,
  ChatOrderStatus: ({ order }, chat) => orderCard(order, chat, make("p", {}, order.tracking.length ? `${chat.texts.tracking}: ${order.tracking.join(", ")}` : "")),
  ChatQuickReplies: quickReplies,
};

// Of these the newest alone can be used: an older one is about what has changed since.
export const REPLACED = ["ChatVariantPicker", "ChatCartSummary", "ChatDetailsForm", "ChatDeliveryPicker", "ChatQuote", "ChatPaymentRequest"];

// What a card's own button does needs no quick reply beside it.
const BUTTONS = {
  ChatCartSummary: ["CHECK_OUT"],
  ChatQuote: ["PAY"],
  ChatPaymentRequest: ["CHECK_PAYMENT", "CANCEL_PAYMENT"],
};

export function withoutDoubles(parts) {
  const taps = parts.flatMap((part) => BUTTONS[part.__typename] ?? []);
  return parts
    .map((part) => (part.replies ? { ...part, replies: part.replies.filter((reply) => !taps.includes(reply.tap)) } : part))
    .filter((part) => part.replies?.length !== 0);
}

export function card(part, chat) {
  const element = CARDS[part.__typename]?.(part, chat);
  if (element) element.dataset.part = part.__typename;
  return element ?? null;
}

function deliveryPicker({ options, chosenId }, chat) {
  const { texts } = chat;
  return make("fieldset", { class: "card options" }, make("legend", {}, texts.howToGet),
    options.map((option) => button([
      make("span", { class: "grow" }, option.name, make("small", {}, deliveryWords(option, texts))),
      make("span", {}, option.price.text),
    ], () => chat.act({ chooseDelivery: { optionId: option.id } }), { class: "option", "aria-pressed": String(option.id === chosenId) })));
}

function deliveryWords({ kind, minimumDays, maximumDays, description }, texts) {
  const days = minimumDays !== null && maximumDays !== null ? filled(texts.days, { least: minimumDays, most: maximumDays }) : "";
  return [kind === "COLLECTION" ? texts.collect : days, description].filter(Boolean).join(" · ");
}

function quote({ version, cart, methods }, chat) {
  const { texts } = chat;
  return make("div", { class: "card" }, plainLines(cart.lines), sums(cart, texts),
    methods.map((method) => button(filled(texts[`pay_${method}`] ?? texts.pay_other, { total: cart.total.text }),
      () => chat.act({ pay: { method, quoteVersion: version } }), { class: "primary wide", "data-testid": "pay-button" })));
}

function paymentRequest({ payment }, chat) {
  const { texts } = chat;
  const state = make("p", { class: "state", role: "status" });
  const until = make("p", { class: "quiet" });
  const link = make("a", { class: "primary wide", href: payment.pageUrl, target: "_blank", rel: "noopener", "data-testid": "payment-button",
    onclick: () => chat.track("payment_link_clicked", { chargeId: payment.chargeId }) }, texts.payNow, make("small", {}, texts.newTab));
  const taps = make("div", { class: "row" },
    button(texts.checkPayment, () => chat.act({ checkPayment: true }), { class: "secondary" }),
    button(texts.cancelPayment, () => chat.act({ cancelPayment: true }), { class: "plain" }));
  const element = make("div", { class: "card payment" }, make("strong", { class: "big" }, payment.amount.text), state, link, until, taps);
  // The payment's news reach the card that it was opened in.
  element.hear = (news) => {
    if (news.chargeId !== payment.chargeId) return;
    const isOpen = news.state === "OPEN" && Boolean(news.pageUrl);
    state.textContent = texts[`state_${news.state}`] ?? news.state;
    state.dataset.state = news.state;
    link.hidden = taps.hidden = until.hidden = !isOpen;
    until.textContent = news.expiresAt ? filled(texts.payUntil, { time: new Intl.DateTimeFormat(chat.locale, { timeStyle: "short" }).format(new Date(news.expiresAt)) }) : "";
  };
  element.hear(payment);
  return element;
}

function receipt({ order, paid }, chat) {
  return orderCard(order, chat, make("p", { class: "paid" }, `${chat.texts.paid}: ${paid.text}`), "receipt");
}

function orderCard(order, chat, last, testid) {
  return make("div", { class: "card order", "data-testid": testid }, make("strong", {}, filled(chat.texts.order, { number: order.number })),
    plainLines(order.lines), order.deliveryName ? make("p", { class: "quiet" }, order.deliveryName) : null,
    make("dl", { class: "sums" }, make("div", { class: "total" }, make("dt", {}, chat.texts.total), make("dd", {}, order.total.text))), last);
}

function quickReplies({ replies }, chat) {
  return make("div", { class: "replies" }, replies.map((reply) => button(reply.label, () => tap(reply, chat))));
}

function tap({ label, tap: kind, argument }, chat) {
  switch (kind) {
    case "TEXT": return chat.say(argument ?? label);
    case "CHECK_OUT": return chat.act({ checkOut: true });
    case "SHOW_CART": return chat.act({ showCart: true });
    case "PAY": return chat.act({ pay: { method: argument, quoteVersion: chat.quoteVersion() } });
    case "CHECK_PAYMENT": return chat.act({ checkPayment: true });
    case "CANCEL_PAYMENT": return chat.act({ cancelPayment: true });
    case "ASK_PERSON": return chat.act({ askPerson: true });
    default: return chat.say(label);
  }
}
