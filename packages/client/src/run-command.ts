import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createClient, type SallyportClient } from './create-client.ts';
import { SallyportError } from './sallyport-error.ts';

export interface CommandContext {
  environment: Readonly<Record<string, string | undefined>>;
  print: (line: string) => void;
  warn: (line: string) => void;
}

const USAGE = `sallyport projects                     projects that the token sees
sallyport import FILE PROJECT-ID      sends a scan and imports it
sallyport findings PROJECT-ID         findings of a project, most severe first

SALLYPORT_URL    address of the staff door, as https://reports.firm.example
SALLYPORT_TOKEN  an API token`;

/** Runs one command; 0 when it went well, 1 when not, 2 when it was not understood. */
export async function runCommand(argv: readonly string[], context: CommandContext): Promise<number> {
  const { SALLYPORT_URL: url, SALLYPORT_TOKEN: token } = context.environment;
  const command = commandOf(argv);
  if (command === null) {
    context.warn(USAGE);
    return argv[0] === '--help' ? 0 : 2;
  }
  if (!url || !token) {
    context.warn('Set SALLYPORT_URL and SALLYPORT_TOKEN first.\n');
    context.warn(USAGE);
    return 2;
  }
  try {
    return await command(createClient({ url, token }), context.print);
  } catch (error) {
    context.warn(error instanceof Error ? error.message : String(error));
    if (error instanceof SallyportError)
      for (const { path, message } of error.fields) context.warn(`  ${path}: ${message}`);
    return 1;
  }
}

type Command = (client: SallyportClient, print: (line: string) => void) => Promise<number>;

function commandOf([name, first, second]: readonly string[]): Command | null {
  if (name === 'projects') return listProjects;
  if (name === 'findings' && first) return (client, print) => listFindings(client, print, first);
  if (name === 'import' && first && second)
    return (client, print) => importFile(client, print, first, second);
  return null;
}

async function listProjects(client: SallyportClient, print: (line: string) => void): Promise<number> {
  let cursor: string | undefined;
  do {
    const page = await client.projects.listProjects({ limit: 100, cursor });
    for (const { id, reference, company, name } of page.rows)
      print([id, reference, company.name, name].join('\t'));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return 0;
}

async function listFindings(
  client: SallyportClient,
  print: (line: string) => void,
  projectId: string,
): Promise<number> {
  let cursor: string | undefined;
  do {
    const page = await client.findings.listFindings({ projectId, limit: 100, cursor });
    for (const { reference, severity, title, instanceCount } of page.rows) {
      print([reference ?? 'draft', severity, title, `${instanceCount} places`].join('\t'));
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return 0;
}

async function importFile(
  client: SallyportClient,
  print: (line: string) => void,
  file: string,
  projectId: string,
): Promise<number> {
  const done = await client.importScan(projectId, { name: basename(file), bytes: await readFile(file) });
  if (done.state !== 'APPLIED') {
    const { message = 'The import was not carried out.', line = null } = done.problem ?? {};
    throw new Error(line === null ? message : `${message} (line ${line})`);
  }
  print(`${done.newFindingCount ?? 0} new findings, ${done.newInstanceCount ?? 0} new places`);
  return 0;
}
