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
  /** The cookie of the session with its name; null when signed out. */
  cookie: string | null = null;
  /** All others by name: of a sign-in that owes a factor, of a known device. */
  readonly #others = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** As the door's own page would send it. */
  get headers(): Record<string, string> {
    const cookies = [...(this.cookie === null ? [] : [this.cookie]), ...this.#others.values()];
    return {
      'sec-fetch-site': 'same-origin',
      ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
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

  /** S5: the second step, where one is owed. */
  async presentRecoveryCode(code: string): Promise<void> {
    await this.done('mutate', 'auth.presentRecoveryCode', { code });
  }

  /** S8 */
  async confirmIdentity(password: string): Promise<void> {
    await this.done('mutate', 'auth.confirmIdentity', { password });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = ''] = pair.split('=');
    const isGone = pair.endsWith('=');
    if (!/_(?:pending|device)$/.test(name)) this.cookie = isGone ? null : pair;
    else if (isGone) this.#others.delete(name);
    else this.#others.set(name, pair);
  }

  #called(answer: Answer): Called {
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.#keep(line);
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
