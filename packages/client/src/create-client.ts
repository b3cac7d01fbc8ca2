import type { ToolsApi } from './tools-api.ts';
import { type Connection, request } from './transport.ts';
import { type Scan, uploadScan } from './upload-scan.ts';
import { type WaitOptions, waitForImport } from './wait-for-import.ts';

type Path = keyof ToolsApi;
export type InputOf<P extends Path> = ToolsApi[P]['input'];
export type OutputOf<P extends Path> = ToolsApi[P]['output'];

type Area = Path extends `${infer Name}.${string}` ? Name : never;
type Procedures<A extends Area> = {
  [P in Path as P extends `${A}.${infer Name}` ? Name : never]: (input: InputOf<P>) => Promise<OutputOf<P>>;
};

/** A connected client: every procedure of the tools door, and what a script does with a scan. */
export type SallyportClient = { [A in Area]: Procedures<A> } & {
  /** Sends a scanner's file to a project; its preview is there when `waitForImport` says READY. */
  uploadScan(projectId: string, scan: Scan): Promise<{ id: string }>;
  /** Waits until an import is READY, APPLIED, FAILED or DISCARDED. */
  waitForImport(importId: string, options?: WaitOptions): Promise<OutputOf<'imports.getImport'>>;
  /** Uploads a scan, waits for its preview and carries it out. @throws Error when the file cannot be read */
  importScan(projectId: string, scan: Scan): Promise<OutputOf<'imports.getImport'>>;
};

/** How each procedure is sent; the compiler demands every path. */
const KIND: { readonly [P in Path]: ToolsApi[P]['kind'] } = {
  'projects.listProjects': 'query',
  'projects.getProject': 'query',
  'findings.listFindings': 'query',
  'findings.getFinding': 'query',
  'imports.listImports': 'query',
  'imports.getImport': 'query',
  'imports.applyImport': 'mutation',
  'imports.discardImport': 'mutation',
};

/** A client for one server, with the rights of one API token. Nothing is sent until a procedure is called. */
export function createClient(connection: Connection): SallyportClient {
  const call =
    <P extends Path>(path: P) =>
    (input: InputOf<P>): Promise<OutputOf<P>> =>
      callProcedure(connection, path, input);
  const getImport = call('imports.getImport');
  const applyImport = call('imports.applyImport');

  const client: SallyportClient = {
    projects: { listProjects: call('projects.listProjects'), getProject: call('projects.getProject') },
    findings: { listFindings: call('findings.listFindings'), getFinding: call('findings.getFinding') },
    imports: {
      listImports: call('imports.listImports'),
      getImport,
      applyImport,
      discardImport: call('imports.discardImport'),
    },
    uploadScan: (projectId, scan) => uploadScan(connection, projectId, scan),
    waitForImport: (importId, options) => waitForImport(getImport, importId, options),
    async importScan(projectId, scan) {
      const { id: importId } = await uploadScan(connection, projectId, scan);
      const preview = await waitForImport(getImport, importId);
      if (preview.state !== 'READY') return preview;
      await applyImport({ importId, version: preview.version });
      return waitForImport(getImport, importId, { until: ['APPLIED', 'FAILED'] });
    },
  };
  return client;
}

async function callProcedure<P extends Path>(
  connection: Connection,
  path: P,
  input: InputOf<P>,
): Promise<OutputOf<P>> {
  const body = JSON.stringify(input);
  const answer =
    KIND[path] === 'query'
      ? await request(connection, `/tools/${path}?input=${encodeURIComponent(body)}`, { method: 'GET' })
      : await request(connection, `/tools/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
  // The server checks its answers against the schema that this type was written from.
  return (answer as { result: { data: OutputOf<P> } }).result.data;
}
