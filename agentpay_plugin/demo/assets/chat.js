// The demo's chat: keeps the conversation's token in the browser, sends, and shows what comes.

import { REPLACED, card, withoutDoubles } from "./cards.js";
import { button, filled, make } from "./dom.js";
import { store, stored, visitor } from "./memory.js";
import { call, follow } from "./server.js";

const settings = JSON.parse(document.getElementById("chat-settings").textContent);
const { texts, channel, locale, product } = settings;
const KEY = `agentpay:${channel}:${locale}`;
const POLL = 2_000;
const TRIES = 5;

const chat = {
  texts, locale, draft: {}, quoteVersion: () => quoteVersion, track,
  act: (action) => send("chatActionSubmit", { action }),
  say: (text) => send("chatMessageSend", { text }, text),
};

let token = stored(KEY);
let quoteVersion;
let since = 0;
let isLive = false;
let isOpen = false;
let stopFollowing;
let beginning = Promise.resolve();
let sending = Promise.resolve();
const shown = new Map();

// --- what is on the page ---------------------------------------------------------------------------

const status = make("p", { class: "status" }, texts.subtitle);
const log = make("div", { class: "log", role: "log", "aria-label": texts.history, tabindex: "0" });
const outbox = make("div", { class: "outbox" });
const typing = make("div", { class: "typing", hidden: true, "aria-label": texts.typing, role: "status" }, make("i"), make("i"), make("i"));
const scroller = make("div", { class: "scroller" }, log, outbox, typing);
const suggestion = make("div", { class: "replies suggestion" });
const input = make("textarea", { rows: 1, maxlength: 2000, placeholder: texts.placeholder, "aria-label": texts.placeholder, "data-testid": "chat-input" });
const composer = make("form", { class: "composer", onsubmit: submit }, input,
  make("button", { type: "submit", class: "primary", "data-testid": "chat-send" }, texts.send));
const panel = make("section", { class: "chat-panel", role: "dialog", "aria-label": texts.title, hidden: true, "data-testid": "chat-widget" },
  make("header", {}, make("div", { class: "grow" }, make("h2", {}, texts.title), status),
    button("↻", restart, { "aria-label": texts.again, title: texts.again, class: "icon" }),
    button("×", close, { "aria-label": texts.close, title: texts.close, class: "icon" })),
  scroller, suggestion, composer);
const launcher = button(texts.open, open, { class: "chat-button", "data-testid": "chat-button", "aria-expanded": "false" });

document.body.append(panel, launcher);
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
});
input.addEventListener("input", () => {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
});
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
for (const element of document.querySelectorAll("[data-open-chat]")) element.addEventListener("click", open);

call("chatVisit", { visitorId: visitor(), channel }).catch(() => {});
if (stored(`${KEY}:open`)) open();

// --- opening and closing ---------------------------------------------------------------------------

function open() {
  if (isOpen) return;
  isOpen = true;
  panel.hidden = false;
  launcher.hidden = true;
  launcher.setAttribute("aria-expanded", "true");
  document.body.classList.add("chat-is-open");
  store(`${KEY}:open`, "1");
  input.focus();
  beginning = token ? restore() : start();
}

function close() {
  isOpen = false;
  panel.hidden = true;
  launcher.hidden = false;
  launcher.setAttribute("aria-expanded", "false");
  document.body.classList.remove("chat-is-open");
  store(`${KEY}:open`, null);
  launcher.focus();
}

async function start() {
  const given = { channel, locale, visitorId: visitor(), pageUrl: location.href, product: product && { slug: product.slug } };
  await tried(async () => {
    const { errors, token: key, chat: opened } = await call("chatStart", { input: given });
    if (!key) return note(errors[0].message);
    token = key;
    store(KEY, token);
    store(`${KEY}:product`, product?.slug ?? null);
    track("chat_opened");
    begin(opened);
  }, start);
}

async function restore() {
  if (shown.size) return;
  await tried(async () => {
    const found = await call("chat", { token, after: 0 }, TRIES);
    if (!found) {
      forget();
      return start();
    }
    begin(found);
    suggestProduct();
  }, restore);
}

function begin(opened) {
  take(opened);
  stopFollowing?.();
  stopFollowing = follow(token, () => since, { onEvent: hear, onGone: ended, onLive: (live) => {
    isLive = live;
    status.textContent = live ? texts.subtitle : texts.polling;
  } });
}

function restart() {
  forget();
  beginning = start();
  input.focus();
}

function forget() {
  stopFollowing?.();
  store(KEY, null);
  token = quoteVersion = undefined;
  since = 0;
  shown.clear();
  log.replaceChildren();
  outbox.replaceChildren();
  suggestion.replaceChildren();
  setTyping(false);
}

// The conversation was erased, perhaps from another tab.
function ended() {
  forget();
  note(texts.closed, [texts.again, restart]);
}

// A conversation that began elsewhere does not know which product the shopper looks at now.
function suggestProduct() {
  const isOther = product && product.slug !== stored(`${KEY}:product`);
  const words = isOther && filled(texts.about, { product: product.name });
  suggestion.replaceChildren(...(words ? [button(words, () => {
    suggestion.replaceChildren();
    chat.say(product.name);
  })] : []));
}

// --- sending ---------------------------------------------------------------------------------------

function submit(event) {
  event.preventDefault();
  const text = input.value.trim();
  if (!text) return;
  input.value = "";
  input.style.height = "auto";
  chat.say(text);
}

// One after the other. A clientId makes a repeat harmless.
function send(operation, given, words) {
  const clientId = crypto.randomUUID();
  const echo = words ? make("div", { class: "message shopper sending" }, make("p", {}, words)) : null;
  if (echo) outbox.append(echo);
  setTyping(true);
  down();
  const deliver = () => tried(async () => {
    await beginning;
    if (!token) await (beginning = start());
    const done = await call(operation, { token, clientId, ...given }, TRIES);
    echo?.remove();
    for (const { message, code } of done.errors) code === "NOT_FOUND" ? ended() : note(message);
    done.messages.forEach(show);
    if (done.chat) take(done.chat);
    else setTyping(false);
  }, () => { sending = sending.then(deliver); });
  sending = sending.then(deliver);
  return sending;
}

async function tried(work, again) {
  try {
    await work();
  } catch {
    setTyping(false);
    note(texts.failed, [texts.retry, again]);
  }
}

function track(name, properties = {}) {
  if (token) call("chatEventTrack", { token, name, properties: JSON.stringify(properties) }).catch(() => {});
}

// --- hearing ---------------------------------------------------------------------------------------

function hear(event) {
  switch (event.__typename) {
    case "ChatMessageEvent": return show(event.message);
    case "ChatTypingEvent": return setTyping(event.typing);
    case "ChatPaymentEvent": return hearPayment(event.payment);
  }
}

function take(found) {
  found.messages.forEach(show);
  setTyping(found.pending);
  hearPayment(found.payment);
}

// Without a live connection the chat asks.
setInterval(async () => {
  if (!token || isLive || !isOpen || !shown.size) return;
  const found = await call("chat", { token, after: since }).catch(() => undefined);
  if (found === null) ended();
  if (found) take(found);
}, POLL);

function hearPayment(payment) {
  if (!payment) return;
  for (const element of log.querySelectorAll("[data-part=ChatPaymentRequest]")) element.hear(payment);
}

function show(message) {
  if (shown.has(message.sequence)) return;
  const isShopper = message.author === "SHOPPER";
  const parts = withoutDoubles(message.parts).map((part) => card(part, chat)).filter(Boolean);
  const element = make("div", { class: `message ${isShopper ? "shopper" : "assistant"}`, "data-sequence": message.sequence },
    parts.length ? parts : make("p", {}, message.text));
  element.title = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(new Date(message.createdAt));
  shown.set(message.sequence, element);
  since = Math.max(since, message.sequence);
  const next = [...log.children].find((other) => Number(other.dataset.sequence) > message.sequence);
  log.insertBefore(element, next ?? null);
  const quoted = message.parts.findLast((part) => part.__typename === "ChatQuote");
  if (quoted) quoteVersion = quoted.version;
  retire();
  down();
}

function retire() {
  for (const kind of REPLACED) {
    const all = [...log.querySelectorAll(`[data-part=${kind}]`)];
    all.forEach((element, index) => element.toggleAttribute("inert", index < all.length - 1));
  }
  const messages = [...log.querySelectorAll(".message")];
  messages.forEach((message, index) => {
    for (const replies of message.querySelectorAll(".replies")) replies.hidden = index < messages.length - 1;
  });
}

function note(words, again) {
  const element = make("div", { class: "message note", role: "alert" }, make("p", {}, words));
  if (again) element.append(button(again[0], () => { element.remove(); again[1](); }, { class: "secondary" }));
  outbox.append(element);
  down();
}

function setTyping(on) {
  typing.hidden = !on;
  down();
}

// Down to the end, but not past the beginning of what was said last.
function down() {
  const last = log.lastElementChild;
  const before = last?.previousElementSibling;
  const first = before?.classList.contains("shopper") ? before : last;
  const isAnswered = first && !outbox.childElementCount;
  scroller.scrollTop = isAnswered ? first.offsetTop - 12 : scroller.scrollHeight;
}
