// Answers the chat's calls from a recorded conversation.
import type { Recorded } from './states.js';

export function fakeFetch({ chat, server }: Recorded): typeof fetch {
  let started = false;
  return async (_url, init) => {
    const { query, variables } = JSON.parse(init?.body as string) as {
      query: string;
      variables: { after?: number };
    };
    await new Promise((done) => setTimeout(done, 30));
    if (server === 'down' || (server === 'offline' && started))
      throw new TypeError('Failed to fetch');
    const name = /[{]\s*(\w+)/.exec(query)?.[1] ?? '';
    started ||= name === 'chatStart';
    return Response.json({ data: { [name]: answer(name, variables) } });
  };

  function answer(name: string, { after = 0 }: { after?: number }) {
    const messages = chat.messages.filter(({ sequence }) => sequence > after);
    if (name === 'chatStart') return server === 'closed' ? CLOSED : start();
    if (name === 'chat') return { ...chat, messages };
    if (name === 'chatVisit' || name === 'chatEventTrack') return { errors: [] };
    return {
      errors: [{ code: 'INVALID', field: null, message: 'A recorded chat takes nothing.' }],
      pending: false,
      stoppable: false,
      messages: [],
    };
  }

  const start = () => ({ errors: [], token: 'recorded', chat });
}

const CLOSED = {
  errors: [{ code: 'CHAT_CLOSED', field: null, message: 'The chat is not open at the moment.' }],
  token: null,
  chat: null,
};
