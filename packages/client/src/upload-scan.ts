import { type Connection, request } from './transport.ts';

/** A scanner's report as a file. */
export interface Scan {
  /** Shown with the import, as quay.nessus. */
  name: string;
  bytes: Uint8Array | Blob;
}

/** Sends the bytes of a scan. @throws SallyportError */
export async function uploadScan(
  connection: Connection,
  projectId: string,
  { name, bytes }: Scan,
): Promise<{ id: string }> {
  const answer = await request(connection, `/tools/imports/${encodeURIComponent(projectId)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) },
    body: bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)]),
  });
  return answer as { id: string };
}
