import { type Answer, at, type Sent, send } from './http.ts';

/** What a call brought: its result, or the error's data. */
export interface Called extends Answer {
  data: unknown;
  /** `data` of the error; undefined when the call succeeded. */
  error: unknown;
  code: string | undefined;
}

/** Somebody who talks to one door without a browser and keeps its cookie. */
export class Caller {
  readonly url: string;
  /** The whole cookie header; null when signed out. */
  cookie: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  /** As the door's own page would send it. */
  get headers(): Record<string, string> {
    return {
      'sec-fetch-site': 'same-origin',
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
    };
  }

  async query(path: string, input?: unknown, more: Sent = {}): Promise<Called> {
    const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const headers = { ...this.headers, ...more.headers };
    return this.#called(await send(`${this.url}/trpc/${path}${search}`, { ...more, headers }));
  }

  async mutate(path: string, input?: unknown, more: Sent = {}): Promise<Called> {
    const headers = { ...this.headers, 'content-type': 'application/json', ...more.headers };
    const body = input === undefined ? '{}' : JSON.stringify(input);
    return this.#called(await send(`${this.url}/trpc/${path}`, { method: 'POST', body, ...more, headers }));
  }

  /** Calls and returns the result. @throws when the call was refused */
  async done(kind: 'query' | 'mutate', path: string, input?: unknown): Promise<unknown> {
    const called = await this[kind](path, input);
    if (called.error !== undefined || called.status !== 200)
      throw new Error(`${path} answered ${called.status}: ${called.body}`);
    return called.data;
  }

  async signIn(identifier: string, password: string): Promise<Called> {
    return this.mutate('auth.signIn', { identifier, password });
  }

  /** S8 */
  async confirmIdentity(password: string): Promise<void> {
    await this.done('mutate', 'auth.confirmIdentity', { password });
  }

  #called(answer: Answer): Called {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';');
      this.cookie = pair.endsWith('=') ? null : pair;
    }
    const error = at(answer.json, 'error', 'data');
    const code = at(error, 'code');
    return {
      ...answer,
      data: at(answer.json, 'result', 'data'),
      error,
      code: typeof code === 'string' ? code : undefined,
    };
  }
}
