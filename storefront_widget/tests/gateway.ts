// A realtime gateway in memory: what a page opens a socket to.

export class FakeSocket {
  static all: FakeSocket[] = [];
  static refuses = false;
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: {
    type: string;
    id?: string;
    payload?: { variables?: Record<string, unknown> };
  }[] = [];

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.all.push(this);
    if (FakeSocket.refuses) queueMicrotask(() => this.drop(1006));
  }

  static get last(): FakeSocket {
    return FakeSocket.all.at(-1)!;
  }

  static reset(): void {
    FakeSocket.all = [];
    FakeSocket.refuses = false;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as FakeSocket['sent'][number]);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The handshake, up to the subscription. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
    this.frame({ type: 'connection_ack' });
  }

  frame(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  event(chatEvents: object): void {
    this.frame({ id: '1', type: 'next', payload: { data: { chatEvents } } });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  /** The sequence number that the subscription resumed after. */
  get after(): unknown {
    return this.sent.find(({ type }) => type === 'subscribe')?.payload?.variables?.['after'];
  }
}

export const SocketClass = FakeSocket as unknown as typeof WebSocket;
