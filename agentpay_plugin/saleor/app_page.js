// The Dashboard's page of AgentPay: the way to the settings, and the chats that wait for a person.
// What it may see is what the Dashboard's token says: it is handed over when the page is loaded, and anew before it ends.
(() => {
  const EVERY = 30000; // ms between looks at the list
  const CHANNELS = "{ channels { slug } }";
  const LIST = `query ($channel: String!) { chatHandovers(channel: $channel) {
    errors { message } total
    handovers { askedAt chat { id locale stage messages { sequence author createdAt text } } }
  } }`;
  const CLOSE = `mutation ($channel: String!, $id: ID!) { chatHandoverClose(channel: $channel, id: $id) {
    errors { message } closed
  } }`;
  const SPEAKERS = { SHOPPER: "Shopper", ASSISTANT: "Chat" };
  const list = document.getElementById("handovers");
  const status = document.getElementById("status");
  let token = "";
  let looking = false;

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
    list.replaceChildren(...handovers.map((one) => entry(one, open)));
  }

  function entry({ channel, askedAt, chat }, open) {
    const summary = made("summary", `${when(askedAt)} · ${channel} · ${chat.locale}`);
    const lines = chat.messages.filter(({ text }) => text).map(line);
    const done = made("button", "Done");
    done.type = "button";
    done.addEventListener("click", () => close(done, channel, chat.id));
    const found = made("details", "");
    found.id = chat.id;
    found.open = open.has(chat.id);
    found.append(summary, ...lines, done);
    return found;
  }

  function line({ author, createdAt, text }) {
    const found = made("p", "");
    found.className = author.toLowerCase();
    found.append(made("small", `${SPEAKERS[author] || author}, ${when(createdAt)}`), made("span", text));
    return found;
  }

  async function close(button, channel, id) {
    button.disabled = true;
    try {
      const { chatHandoverClose: answer } = await asked(CLOSE, { channel, id });
      if (answer.errors.length) throw new Error(answer.errors[0].message);
      await look();
    } catch (problem) {
      button.disabled = false;
      status.textContent = `That did not work: ${problem.message}`;
    }
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
