import { SallyportError } from './sallyport-error.ts';

/** Where a server is and who asks. */
export interface Connection {
  /** Address of the staff door, as https://reports.firm.example. */
  url: string;
  /** An API token: sp_… */
  token: string;
  /** Replaces the global fetch, for proxies and tests. */
  fetch?: typeof globalThis.fetch | undefined;
}

/** Sends one request and returns its JSON. @throws SallyportError */
export async function request(
  { url, token, fetch = globalThis.fetch }: Connection,
  path: string,
  init: RequestInit,
): Promise<unknown> {
  const address = `${url.replace(/\/+$/, '')}${path}`;
  const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` };
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers, redirect: 'error' });
  } catch (cause) {
    throw new SallyportError(`No answer from ${url}. Is the address right, and the server running?`, {
      code: 'UNREACHABLE',
      httpStatus: 0,
      cause,
    });
  }
  const body = await readJson(response);
  if (response.ok) return body;
  throw errorOf(body, response.status);
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new SallyportError('This address answered with something else than a Sallyport server would.', {
      code: 'NOT_SALLYPORT',
      httpStatus: response.status,
    });
  }
}

interface WireError {
  code: string;
  userMessage: string;
  fields?: { path: string; message: string }[];
}

function errorOf(body: unknown, httpStatus: number): SallyportError {
  const data = (body as { error?: { data?: Partial<WireError> } } | null)?.error?.data;
  const { code = 'INTERNAL', userMessage = `The server answered ${httpStatus}.`, fields = [] } = data ?? {};
  return new SallyportError(userMessage, { code, httpStatus, fields });
}
