// The Dashboard's page of AgentPay: the way to the settings, and the chats that wait for a person.
// What it may see is what the Dashboard's token says: it is handed over when the page is loaded, and anew before it ends.
(() => {
  const EVERY = 30000; // ms between looks at the list
  const CHANNELS = "{ channels { slug } }";
  const LIST = `query ($channel: String!) { chatHandovers(channel: $channel) {
    errors { message } total
    handovers { askedAt chat { id locale lastSequence messages { sequence author createdAt text } } }
  } }`;
  const CLOSE = `mutation ($channel: String!, $id: ID!, $seen: Int) {
    chatHandoverClose(channel: $channel, id: $id, seen: $seen) { errors { message } closed }
  }`;
  const REPLY = `mutation ($channel: String!, $id: ID!, $text: String!, $clientId: String!) {
    chatHandoverReply(channel: $channel, id: $id, text: $text, clientId: $clientId) { errors { message } }
  }`;
  const SPEAKERS = { SHOPPER: "Shopper", ASSISTANT: "Chat", PERSON: "You (the shop)" };
  const drafts = new Map(); // by conversation: what is being written, and the id that makes sending it safe to repeat
  const list = document.getElementById("handovers");
  const status = document.getElementById("status");
  let token = "";
  let looking = false;
  let isOutdated = false; // something changed while the list was read

  if (new URLSearchParams(location.search).get("theme") === "dark") document.body.classList.add("dark");
  document.getElementById("settings").addEventListener("click", () =>
    parent.postMessage(
      { type: "redirect", payload: { to: "/extensions/plugin/agentpay", actionId: "settings" } },
      "*",
    ),
  );
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data || !data.payload) return;
    if (data.type === "theme") document.body.classList.toggle("dark", data.payload.theme === "dark");
    if (data.type !== "handshake" && data.type !== "tokenRefresh") return;
    token = String(data.payload.token || "");
    look();
  });
  setInterval(() => document.hidden || look(), EVERY);

  async function asked(query, variables) {
    const answer = await fetch("/graphql/", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Authorization-Bearer": token },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  }

  async function look() {
    isOutdated = looking;
    if (!token || looking) return;
    looking = true;
    try {
      const { channels } = await asked(CHANNELS);
      const told = await Promise.all((channels || []).map(({ slug }) => ofChannel(slug)));
      show(told.flat());
      status.textContent = told.flat().length ? "" : "Nobody is waiting.";
    } catch (problem) {
      status.textContent = `The list cannot be shown: ${problem.message}`;
    } finally {
      looking = false;
    }
    if (isOutdated) await look();
  }

  // A channel that this member of staff may not see is none of their list.
  async function ofChannel(channel) {
    try {
      const { chatHandovers: found } = await asked(LIST, { channel });
      if (found.errors.length) throw new Error(found.errors[0].message);
      return found.handovers.map((one) => ({ channel, ...one }));
    } catch (problem) {
      if (/access to the/.test(problem.message)) return [];
      throw problem;
    }
  }

  function show(handovers) {
    const open = new Set([...list.querySelectorAll("details[open]")].map((each) => each.id));
    const at = document.activeElement;
    const [writing, from, to] = at.name === "reply" ? [at.form.id, at.selectionStart, at.selectionEnd] : [];
    list.replaceChildren(...handovers.map((one) => entry(one, open)));
    const field = writing && document.getElementById(writing)?.elements.reply;
    if (!field) return;
    field.focus();
    field.setSelectionRange(from, to);
  }

  function entry({ channel, askedAt, chat }, open) {
    const summary = made("summary", `${when(askedAt)} · ${channel} · ${chat.locale}`);
    const lines = chat.messages.filter(({ text }) => text).map(line);
    const found = made("details", "");
    found.id = chat.id;
    found.open = open.has(chat.id);
    found.append(summary, ...lines, answering(channel, chat));
    return found;
  }

  function answering(channel, { id, lastSequence: seen }) {
    const form = made("form", "");
    form.id = `answer-${id}`;
    const field = made("textarea", drafts.get(id)?.text || "");
    Object.assign(field, { name: "reply", rows: 3, maxLength: 2000, required: true });
    field.setAttribute("aria-label", "Your answer, as the shopper reads it in the chat");
    field.placeholder = "Write into the chat";
    field.addEventListener("input", () => drafts.set(id, { text: field.value, clientId: newId() }));
    const send = made("button", "Send");
    const done = made("button", "Done");
    done.type = "button";
    done.className = "quiet";
    done.addEventListener("click", () => change(done, CLOSE, "chatHandoverClose", { channel, id, seen }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { text, clientId } = drafts.get(id) || {};
      if (!text?.trim()) return;
      change(send, REPLY, "chatHandoverReply", { channel, id, text, clientId }, () => {
        if (drafts.get(id)?.clientId === clientId) drafts.delete(id); // else more was written meanwhile
      });
    });
    form.append(field, send, done);
    return form;
  }

  function line({ author, createdAt, text }) {
    const found = made("p", "");
    found.className = author.toLowerCase();
    found.append(made("small", `${SPEAKERS[author] || author}, ${when(createdAt)}`), made("span", text));
    return found;
  }

  async function change(button, document, name, variables, then = () => undefined) {
    button.disabled = true;
    try {
      const { [name]: answer } = await asked(document, variables);
      if (answer.errors.length) throw new Error(answer.errors[0].message);
      then();
      await look();
    } catch (problem) {
      button.disabled = false;
      status.textContent = `That did not work: ${problem.message}`;
    }
  }

  // A Dashboard that is not served by https has no randomUUID.
  function newId() {
    return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  }

  function made(name, text) {
    const found = document.createElement(name);
    found.textContent = text;
    return found;
  }

  function when(moment) {
    return new Date(moment).toLocaleString();
  }
})();
