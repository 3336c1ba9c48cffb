// Cards of what the shop has: products, variants, the cart and what it comes to.

import { button, filled, make } from "./dom.js";

export function productCard({ product, variantId }, chat) {
  const { texts } = chat;
  const chosen = product.variants.find((variant) => variant.id === variantId);
  const offered = chosen ? [chosen] : product.variants;
  const isSoldOut = !offered.some((variant) => variant.available > 0);
  const element = make("div", { class: "card" }, make("div", { class: "product" },
    product.imageUrl ? make("img", { src: product.imageUrl, alt: "", width: 72, height: 72 }) : null,
    make("div", { class: "grow" },
      make("strong", {}, chosen ? `${product.name} · ${chosen.name}` : product.name),
      make("p", { class: "price" }, priceOf(offered, texts)),
      isSoldOut ? make("span", { class: "badge out" }, texts.soldOut) : null),
    isSoldOut ? null : button(offered.length === 1 ? texts.add : texts.choose, choose, { class: "secondary" })));

  function choose({ target }) {
    if (offered.length === 1) return chat.act({ chooseVariant: { variantId: offered[0].id, quantity: 1 } });
    target.remove();
    element.append(...picking(product, product.variants, 1, chat));
    element.querySelector("input:not(:disabled)").focus();
  }
  return element;
}

function priceOf(variants, texts) {
  const priced = variants.filter((variant) => variant.price);
  if (!priced.length) return "";
  const sorted = priced.toSorted((a, b) => Number(a.price.amount) - Number(b.price.amount));
  const least = sorted[0].price;
  const hasRange = sorted.at(-1).price.amount !== least.amount;
  return hasRange ? filled(texts.from, { price: least.text }) : least.text;
}

export function variantPicker({ product, variantIds, quantity }, chat) {
  const inQuestion = product.variants.filter((variant) => variantIds.includes(variant.id));
  return make("div", { class: "card" }, make("strong", {}, product.name), picking(product, inQuestion, quantity, chat));
}

function picking(product, variants, quantity, chat) {
  const { texts } = chat;
  const name = `variant-${crypto.randomUUID()}`;
  const count = make("input", { type: "number", min: 1, max: 99, value: quantity || 1, inputmode: "numeric", class: "count" });
  const options = variants.map((variant) => {
    const isSoldOut = variant.available < 1 || !variant.price;
    const stock = isSoldOut ? texts.soldOut : variant.available < 6 ? filled(texts.left, { count: variant.available }) : "";
    return make("label", { class: isSoldOut ? "option sold-out" : "option" },
      make("input", { type: "radio", name, value: variant.id, required: true, disabled: isSoldOut }),
      make("span", { class: "grow" }, variant.name || product.name),
      make("span", { class: "quiet" }, stock),
      make("span", { class: "amount" }, variant.price?.text ?? ""));
  });
  return [make("form", { class: "picking", onsubmit: (event) => {
    event.preventDefault();
    const variantId = new FormData(event.target).get(name);
    chat.act({ chooseVariant: { variantId, quantity: Math.max(1, Number(count.value) || 1) } });
  } },
  make("div", { class: "options", role: "radiogroup", "aria-label": product.name }, options),
  make("div", { class: "row" }, make("label", { class: "row quiet" }, texts.quantity, count),
    make("button", { type: "submit", class: "primary" }, texts.add)))];
}

export function cartCard({ cart }, chat) {
  const { texts } = chat;
  if (!cart.lines.length) return make("div", { class: "card" }, texts.emptyCart);
  return make("div", { class: "card" },
    make("ul", { class: "lines" }, cart.lines.map((line) => cartLine(line, chat))),
    codes(cart, chat),
    sums(cart, texts),
    button(texts.checkOut, () => chat.act({ checkOut: true }), { class: "primary wide" }));
}

function cartLine(line, chat) {
  const { texts } = chat;
  const item = nameOf(line);
  const set = (quantity) => chat.act({ setQuantity: { variantId: line.variantId, quantity } });
  return make("li", {},
    line.imageUrl ? make("img", { src: line.imageUrl, alt: "", width: 44, height: 44 }) : null,
    make("div", { class: "grow" }, make("span", {}, item), problemOf(line, texts),
      make("div", { class: "stepper" },
        button("−", () => set(line.quantity - 1), { "aria-label": line.quantity > 1 ? filled(texts.fewer, { item }) : filled(texts.remove, { item }) }),
        make("output", { "aria-label": texts.quantity }, String(line.quantity)),
        button("+", () => set(line.quantity + 1), { "aria-label": filled(texts.more, { item }) }),
        button("×", () => set(0), { "aria-label": filled(texts.remove, { item }), class: "remove" }))),
    make("span", { class: "amount" }, line.total.text));
}

function problemOf(line, texts) {
  if (!line.problem) return null;
  const words = line.problem === "INSUFFICIENT_STOCK" ? filled(texts.onlyHas, { count: line.available ?? 0 }) : texts.notAvailable;
  return make("span", { class: "problem" }, words);
}

function codes(cart, chat) {
  const { texts } = chat;
  const applied = [cart.promoCode, ...cart.giftCardCodes].filter(Boolean);
  const field = make("input", { name: "code", "aria-label": texts.promoCode, placeholder: texts.promoCode, required: true, maxlength: 100, autocomplete: "off" });
  return make("div", { class: "codes" },
    applied.map((code) => make("span", { class: "code" }, code,
      button("×", () => chat.act({ removePromoCode: { code } }), { "aria-label": filled(texts.removeCode, { code }) }))),
    make("form", { class: "row", onsubmit: (event) => {
      event.preventDefault();
      chat.act({ applyPromoCode: { code: field.value.trim() } });
    } }, field, make("button", { type: "submit", class: "secondary" }, texts.apply)));
}

export function plainLines(lines) {
  return make("ul", { class: "lines" }, lines.map((line) => make("li", {},
    make("span", { class: "grow" }, `${line.quantity} × ${nameOf(line)}`), make("span", { class: "amount" }, line.total.text))));
}

// What a cart's total is made of. An amount of nothing is left out, the total never.
export function sums(cart, texts) {
  const rows = [
    [texts.subtotal, cart.subtotal],
    [cart.delivery ? `${texts.delivery}: ${cart.delivery.name}` : texts.delivery, cart.delivery ? cart.deliveryPrice : null],
    [texts.discount, nothing(cart.discount)],
    [texts.giftCards, nothing(cart.giftCards)],
    [texts.tax, nothing(cart.tax)],
  ].filter(([, amount]) => amount);
  return make("dl", { class: "sums" },
    rows.map(([name, amount]) => make("div", {}, make("dt", {}, name), make("dd", {}, amount.text))),
    make("div", { class: "total" }, make("dt", {}, texts.total), make("dd", {}, cart.total.text)));
}

const nothing = (amount) => (Number(amount.amount) === 0 ? null : amount);

const nameOf = (line) => (line.variantName && line.variantName !== line.productName ? `${line.productName} · ${line.variantName}` : line.productName);
