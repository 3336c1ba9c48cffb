// Beside the chat, since no real shop has this: a link that pays the chat's PIX code as if from a phone.
const link = document.querySelector("[data-phone]");
const KEPT = "demo:pix";

function offer(code) {
  if (code) sessionStorage.setItem(KEPT, code);
  else sessionStorage.removeItem(KEPT);
  link.hidden = !code;
  link.href = `${link.dataset.phone}?code=${encodeURIComponent(code ?? "")}`;
}

function listen() {
  window.AgentPayChat.on("message", ({ author, text }) => {
    const [code] = (author === "ASSISTANT" && text.match(/000201.*6304[0-9A-F]{4}/)) || [];
    if (code) offer(code);
  });
  window.AgentPayChat.on("payment_completed", () => offer(null));
}

offer(sessionStorage.getItem(KEPT));
if (window.AgentPayChat) listen();
else document.querySelector("script[data-api-url]").addEventListener("load", listen, { once: true });
