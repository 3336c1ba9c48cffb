// The button that opens the chat. The widget may still be on its way when it is pressed.
const button = document.querySelector("[data-open-chat]");
button.addEventListener("click", () => {
  if (window.AgentPayChat) window.AgentPayChat.open();
  else document.querySelector("script[data-api-url]").addEventListener("load", () => window.AgentPayChat.open(), { once: true });
});
