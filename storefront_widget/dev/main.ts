// Mounts the widget with what the address asks for: ?state=quote&locale=pt-BR&scheme=dark&live=1
import { createAgentPayChat } from '../src/script/loader.js';
import { mount } from '../src/script/panel.js';
import type { Conversation } from '../src/core/types.js';
import { languageOf } from '../src/core/texts.js';
import { fakeFetch } from './fake-server.js';
import english from './recorded/en.json';
import spanish from './recorded/es.json';
import portuguese from './recorded/pt-BR.json';
import { STATES, type Recorded, recordedState } from './states.js';

const WHOLE = { en: english, es: spanish, 'pt-BR': portuguese };

const asked = new URLSearchParams(location.search);
const locale = asked.get('locale') ?? 'en';
const isLive = asked.has('live');
if (asked.has('rtl')) document.documentElement.dir = 'rtl';

document.querySelector('#states')!.replaceChildren(
  ...Object.keys(STATES).map((name) => {
    const link = document.createElement('a');
    link.href = `?${new URLSearchParams({ ...Object.fromEntries(asked), state: name })}`;
    link.textContent = name;
    return link;
  }),
);

let recorded: Recorded | undefined;
if (!isLive) {
  localStorage.clear();
  sessionStorage.clear();
  const whole = WHOLE[languageOf(locale)] as unknown as Conversation;
  recorded = recordedState(asked.get('state') ?? 'greeting', whole, location.origin);
  window.fetch = fakeFetch(recorded);
  if (recorded.streams) stream(recorded.streams);
}

const chat = createAgentPayChat(mount);
Object.assign(window, { AgentPayChat: chat });
chat.init({
  apiUrl: '/graphql/',
  socketUrl:
    isLive || asked.get('state') === 'streaming' ? `ws://${location.host}/graphql/` : undefined,
  channel: asked.get('channel') ?? 'default-channel',
  locale,
  productSlug: asked.get('product') ?? 'essential-tee',
  color: asked.get('color') ?? undefined,
  scheme: (asked.get('scheme') ?? 'auto') as 'auto',
  position: (asked.get('position') ?? 'right') as 'right',
  privacyUrl: 'https://example.com/privacy',
  consent: recorded?.consent,
});
if (asked.get('state')) chat.open();

// A gateway that has sent the first pieces of a reply.
function stream(text: string) {
  class Gateway {
    readyState = 1;
    onopen?: () => void;
    onmessage?: (event: { data: string }) => void;
    constructor() {
      setTimeout(() => this.onopen?.());
    }
    send(sent: string) {
      const { type } = JSON.parse(sent) as { type: string };
      const say = (frame: object) =>
        setTimeout(() => this.onmessage?.({ data: JSON.stringify(frame) }));
      if (type === 'connection_init') say({ type: 'connection_ack' });
      if (type !== 'subscribe') return;
      const chatEvents = { __typename: 'ChatDeltaEvent', replyId: 'r', index: 0, text };
      say({ id: '1', type: 'next', payload: { data: { chatEvents } } });
    }
    close() {
      this.readyState = 3;
    }
  }
  Object.assign(window, { WebSocket: Gateway });
}
