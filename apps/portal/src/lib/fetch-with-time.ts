import { noteServerTime } from '@sallyport/forms';

/** Fetches, and takes note of what the server's clock says: it decides when a session ends. */
export async function fetchWithTime(input: RequestInfo | URL, init?: object): Promise<Response> {
  const response = await fetch(input, init);
  noteServerTime(response.headers.get('date'));
  return response;
}
