import { z } from 'zod';
import { send } from './http.ts';

/** A call that the server refused: the sample and the product disagree. */
class Refused extends Error {}

const Result = z.object({ result: z.object({ data: z.unknown() }) });

/** Somebody at one door, as their browser would speak to it. */
export class Caller {
  readonly url: string;
  /** Cookies by name, as a browser keeps them. */
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  async query<Output>(path: string, input: unknown, output: z.ZodType<Output>): Promise<Output> {
    const search = `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.#result(path, `/trpc/${path}${search}`, { method: 'GET' }, output);
  }

  async mutate<Output>(path: string, input: unknown, output: z.ZodType<Output>): Promise<Output> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(input);
    return this.#result(path, `/trpc/${path}`, { method: 'POST', headers, body }, output);
  }

  /** Sends a file's bytes to an upload route. */
  async upload<Output>(
    path: string,
    name: string,
    bytes: Buffer,
    output: z.ZodType<Output>,
  ): Promise<Output> {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
    return output.parse(JSON.parse(await this.#body(path, path, { method: 'POST', headers, body: bytes })));
  }

  async #result<Output>(
    name: string,
    path: string,
    sent: { method: string; headers?: Record<string, string>; body?: string },
    output: z.ZodType<Output>,
  ): Promise<Output> {
    return output.parse(Result.parse(JSON.parse(await this.#body(name, path, sent))).result.data);
  }

  async #body(
    name: string,
    path: string,
    {
      method,
      headers = {},
      body = '',
    }: { method: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<string> {
    const cookie = [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const own = { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }) };
    const answer = await send(`${this.url}${path}`, { method, headers: { ...own, ...headers }, body });
    for (const line of answer.cookies) this.#keep(line);
    if (answer.status !== 200) throw new Refused(`${name} answered ${answer.status}: ${answer.body}`);
    return answer.body;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.#cookies.delete(key);
    else this.#cookies.set(key, value);
  }
}
