// Talks to the chat API: calls over HTTP, events over graphql-transport-ws.

const ENDPOINT = "/graphql/";
const TIMEOUT = 25_000;
const LONGEST_PAUSE = 8_000;

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

let loading;

function documents() {
  loading ??= fetch("/documents.json").then((answer) => answer.json());
  return loading;
}

// A call that failed on its way is made again; with the same clientId nothing happens twice.
export async function call(name, variables, tries = 1) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask(name, variables);
    } catch (error) {
      if (tried >= tries) throw error;
      await pause(400 * 2 ** tried);
    }
  }
}

async function ask(name, variables) {
  const query = (await documents())[name];
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const { data, errors } = await response.json();
  if (errors || !data) throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
  return data[name];
}

// Follows a conversation until stopped. `since()` is the newest sequence number that the caller has.
export function follow(token, since, { onEvent, onLive, onGone }) {
  let socket;
  let stopped = false;
  let failures = 0;

  const say = (message) => socket.send(JSON.stringify(message));

  async function hear({ data }) {
    const message = JSON.parse(data);
    switch (message.type) {
      case "connection_ack": {
        const query = (await documents()).chatEvents;
        say({ id: "1", type: "subscribe", payload: { query, variables: { token, after: since() } } });
        failures = 0;
        onLive(true);
        break;
      }
      case "ping":
        say({ type: "pong" });
        break;
      case "next":
        if (message.payload.data) onEvent(message.payload.data.chatEvents);
        else if (message.payload.errors.some(({ extensions }) => extensions?.code === "NOT_FOUND")) onGone();
        break;
      case "error":
      case "complete":
        socket.close();
        break;
    }
  }

  async function connect() {
    if (stopped) return;
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(`${scheme}//${location.host}${ENDPOINT}`, "graphql-transport-ws");
    socket.onopen = () => say({ type: "connection_init" });
    socket.onmessage = hear;
    socket.onclose = async () => {
      onLive(false);
      await pause(Math.min(LONGEST_PAUSE, 300 * 2 ** failures) * (0.5 + Math.random()));
      failures += 1;
      connect();
    };
  }

  connect();
  return () => {
    stopped = true;
    socket?.close();
  };
}
