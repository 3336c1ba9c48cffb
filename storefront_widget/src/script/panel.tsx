// Everything behind the button; fetched when someone is interested.
import { createRoot } from 'react-dom/client';
import { ChatWidget } from '../components/ChatWidget.js';
import { createChat } from '../core/chat.js';
import { browserEnvironment } from '../core/environment.js';
import { loadSpoken, loadTexts } from '../core/load-texts.js';
import { productOf } from '../core/options.js';
import { onNavigation, productOnPage } from '../core/page-product.js';
import { unreadOf } from '../core/state.js';
import { addStyles } from '../core/stylesheets.js';
import type { ProductRef } from '../core/types.js';
import { isAwaiting, remember } from '../core/waking.js';
import cards from '../styles/cards.css?inline';
import messages from '../styles/messages.css?inline';
import panel from '../styles/panel.css?inline';
import theme from '../styles/theme.css?inline';
import type { Panel, PanelContext } from './api.js';

export async function mount({
  root,
  options,
  locale,
  emitter,
  button,
}: PanelContext): Promise<Panel> {
  let pages = locale;
  let texts = await loadTexts(pages, options.texts);
  const chat = createChat({ ...options, locale }, browserEnvironment(), emitter);
  const place = document.createElement('div');
  const view = createRoot(place);
  let given: ProductRef | null = productOf(options);
  addStyles(root, theme, panel, messages, cards);
  root.append(place);

  let isDrawn = false;
  let hasEnded = false;
  const draw = () => {
    isDrawn = true;
    view.render(<ChatWidget chat={chat} texts={texts} look={options} onClose={close} />);
  };

  // The first drawing is of the open panel: a closed one that opens would have to be drawn twice.
  function open() {
    chat.open();
    if (!isDrawn) draw();
  }

  function show() {
    const state = chat.getState();
    const unread = unreadOf(state);
    const closed = unread ? texts('openUnread', { count: unread }) : texts('open');
    button.show({ isOpen: state.isOpen, unread, label: state.isOpen ? texts('close') : closed });
    remember(state.isOpen, isAwaiting(state.payment));
  }

  function look() {
    const found = given ?? productOnPage();
    if (JSON.stringify(found) !== JSON.stringify(chat.getState().product)) chat.setProduct(found);
  }

  function close() {
    if (!chat.getState().isOpen) return;
    chat.close();
    button.focus();
  }

  let heard: string | null = null;
  async function speak() {
    const [spoken, tag] = [heard, pages];
    const loaded = await loadSpoken(spoken, tag, options.texts);
    // What was asked for later counts.
    if (hasEnded || spoken !== heard || tag !== pages) return;
    texts = loaded;
    if (isDrawn) draw();
    show();
  }

  // Drawn again only when what it shows has changed.
  let shown = '';
  const unsubscribe = chat.subscribe(() => {
    const { isOpen, payment, spoken } = chat.getState();
    if (spoken !== heard) {
      heard = spoken;
      void speak();
    }
    const now = `${isOpen} ${unreadOf(chat.getState())} ${payment?.state}`;
    if (now !== shown) show();
    shown = now;
  });
  const stay = onNavigation(look);
  look();
  // A payment may have arrived since, or a reply.
  chat.resume();
  // Fetched ahead of the press: there is time to draw it, too.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  whenIdle(() => isDrawn || hasEnded || draw());

  return {
    open,
    close,
    toggle: () => (chat.getState().isOpen ? close() : open()),
    send(text) {
      open();
      chat.send(text);
    },
    setProduct(product) {
      given = product;
      look();
    },
    setLocale(tag) {
      chat.setLocale(tag);
      pages = tag;
      void speak();
    },
    identify: chat.identify,
    attachCheckout: chat.attachCheckout,
    reset: chat.restart,
    destroy() {
      hasEnded = true;
      stay();
      unsubscribe();
      view.unmount();
      chat.destroy();
    },
  };
}
