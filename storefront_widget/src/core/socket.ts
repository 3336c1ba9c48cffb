// One subscription over graphql-transport-ws, kept up for as long as it is wanted.
import { type Backoff, pauseAfter } from './backoff.js';

export type SocketState = 'connecting' | 'live' | 'down';

export interface SocketOptions {
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
  readonly query: string;
  /** Asked anew for each connection, so that it resumes where the last one ended. */
  readonly variables: () => Record<string, unknown>;
  readonly onData: (data: Record<string, unknown>) => void;
  readonly onState: (state: SocketState) => void;
  /** The server says that there is no such conversation (any more). */
  readonly onGone: () => void;
  readonly random: () => number;
}

export interface Socket {
  /** Tries at once instead of at the next turn: the tab woke, or the network is back. */
  hurry(): void;
  close(): void;
}

export const BACKOFF: Backoff = { first: 1_000, longest: 30_000 };
const ACK_WITHIN = 10_000;
const PING_EVERY = 25_000;
const PONG_WITHIN = 10_000;
const PROTOCOL = 'graphql-transport-ws';
// 4400 bad request, 4401 unauthorized, 4406 protocol: it will not get better by asking again soon.
const HOPELESS = [4400, 4401, 4403, 4406];

interface Frame {
  type: string;
  payload?: unknown;
}

interface Result {
  data?: Record<string, unknown> | null;
  errors?: Problem[];
}

interface Problem {
  extensions?: { code?: string };
}

export function openSocket(options: SocketOptions): Socket {
  let socket: WebSocket | undefined;
  let failures = 0;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  function connect() {
    clearTimeout(retry);
    options.onState('connecting');
    try {
      socket = new options.WebSocket(options.url, PROTOCOL);
    } catch {
      again(); // a bad address, or forbidden by the page's Content-Security-Policy
      return;
    }
    const mine = socket;
    expect(ACK_WITHIN);
    mine.onopen = () => say({ type: 'connection_init' });
    mine.onmessage = ({ data }) => mine === socket && hear(data);
    mine.onclose = ({ code }) => mine === socket && again(HOPELESS.includes(code));
  }

  function hear(data: unknown) {
    const frame = parsed(data);
    if (!frame) return;
    idle();
    switch (frame.type) {
      case 'connection_ack':
        failures = 0;
        say({
          id: '1',
          type: 'subscribe',
          payload: { query: options.query, variables: options.variables() },
        });
        options.onState('live');
        break;
      case 'ping':
        say({ type: 'pong' });
        break;
      case 'next':
        take(frame.payload ?? {});
        break;
      case 'error':
        if (isGone(frame.payload as Problem[])) end();
        else drop();
        break;
      case 'complete':
        drop();
    }
  }

  function take({ data, errors = [] }: Result) {
    if (data) options.onData(data);
    else if (isGone(errors)) end();
  }

  function say(frame: Frame & { id?: string }) {
    if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
  }

  // A connection that says nothing for long is asked, and given up when it does not answer.
  function idle() {
    clearTimeout(watch);
    watch = setTimeout(() => {
      say({ type: 'ping' });
      expect(PONG_WITHIN);
    }, PING_EVERY);
  }

  function expect(within: number) {
    clearTimeout(watch);
    watch = setTimeout(drop, within);
  }

  function drop() {
    const old = socket;
    again();
    old?.close();
  }

  function again(isHopeless = false) {
    socket = undefined;
    clearTimeout(watch);
    if (isClosed) return;
    failures += isHopeless ? 10 : 1;
    options.onState('down');
    retry = setTimeout(connect, pauseAfter(failures, BACKOFF, options.random));
  }

  function end() {
    close();
    options.onGone();
  }

  function close() {
    isClosed = true;
    clearTimeout(retry);
    clearTimeout(watch);
    const old = socket;
    socket = undefined;
    old?.close(1000);
  }

  connect();
  return {
    hurry() {
      if (isClosed) return;
      if (!socket) connect();
      else if (socket.readyState === 1) {
        say({ type: 'ping' }); // a sleeping tab's connection may be dead without knowing
        expect(PONG_WITHIN);
      }
    },
    close,
  };
}

function parsed(data: unknown): Frame | undefined {
  try {
    return JSON.parse(String(data)) as Frame;
  } catch {
    return undefined;
  }
}

const isGone = (errors: Problem[] | undefined) =>
  Array.isArray(errors) && errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND');
