// One POST per operation. Errors of the way are thrown; refusals of the server are answers.

/** Why a call brought no answer. With `isLasting` the same call would fail again. */
export class CallFailed extends Error {
  constructor(
    readonly reason: 'unreachable' | 'timeout' | 'server',
    message: string,
    readonly isLasting = false,
  ) {
    super(message);
    this.name = 'CallFailed';
  }
}

export interface CallOptions {
  /** Milliseconds. */
  readonly timeout?: number;
  /** A logged-in customer's Saleor token. */
  readonly authorization?: string | undefined;
  readonly keepalive?: boolean;
}

export type Call = <Data>(
  document: string,
  variables: Record<string, unknown>,
  options?: CallOptions,
) => Promise<Data>;

export const TIMEOUT = 20_000;

export function createCall(url: string, fetcher: typeof fetch): Call {
  return async <Data>(
    query: string,
    variables: Record<string, unknown>,
    { timeout = TIMEOUT, authorization, keepalive = false }: CallOptions = {},
  ) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeout);
    try {
      const response = await fetcher(url, {
        method: 'POST',
        credentials: 'omit',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          ...(authorization ? { Authorization: `Bearer ${authorization}` } : {}),
        },
        body: JSON.stringify({ query, variables }),
        signal: controller.signal,
        keepalive,
      });
      return dataOf(await bodyOf(response), response.status) as Data;
    } catch (error) {
      if (error instanceof CallFailed) throw error;
      if (controller.signal.aborted) throw new CallFailed('timeout', `no answer in ${timeout} ms`);
      throw new CallFailed('unreachable', String(error));
    } finally {
      clearTimeout(timer);
    }
  };
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
}

async function bodyOf(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch {
    throw new CallFailed('server', `HTTP ${response.status}`);
  }
}

function dataOf({ data, errors }: Body, status: number): unknown {
  if (errors?.length || !data) {
    const isLasting = status >= 400 && status < 500 && status !== 408 && status !== 429;
    throw new CallFailed('server', errors?.[0]?.message ?? `HTTP ${status}`, isLasting);
  }
  return data;
}
