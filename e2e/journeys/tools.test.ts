import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser } from '../support/browser.ts';
import { HARBOUR_SCAN, makeCompany, makeProject } from '../support/engagement.ts';
import { useHouse } from '../support/house.ts';
import { at } from '../support/http.ts';
import { groupId, onboard, PASSWORD, setUp } from '../support/people.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../packages/client', import.meta.url));
const ADMIN = fileURLToPath(new URL('../../apps/api/dist/admin.js', import.meta.url));
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const TOKEN = /\bsp_[0-9a-f-]{36}_[\w-]{40,}/;

/** What the owner of a token might write on a Monday morning. */
const SCRIPT = `import { readFile } from 'node:fs/promises';
import { createClient, SallyportError } from '@sallyport/client';

const [url = '', token = '', scan = ''] = process.argv.slice(2);
const sallyport = createClient({ url, token });
try {
  const { rows } = await sallyport.projects.listProjects({ status: ['IN_PROGRESS'] });
  const projects = rows.map(({ name, company }): string => \`\${company.name}: \${name}\`);
  const [first] = rows;
  if (!first || scan === '') console.log(JSON.stringify({ projects }));
  else {
    const done = await sallyport.importScan(first.id, { name: 'harbour-office.nessus', bytes: await readFile(scan) });
    const { rows: findings } = await sallyport.findings.listFindings({ projectId: first.id, severity: ['critical'] });
    console.log(JSON.stringify({ projects, state: done.state, findings: done.newFindingCount, instances: done.newInstanceCount, worst: findings.map(({ title }) => title) }));
  }
} catch (error) {
  if (!(error instanceof SallyportError)) throw error;
  console.log(JSON.stringify({ code: error.code }));
}
`;
/** The same with two mistakes, which types are there to find. */
const WRONG = SCRIPT.replace("['IN_PROGRESS']", "['NEVER']").replace('done.state', 'done.mood');
const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: 'ES2023',
  lib: ['ES2023'],
  types: ['node'],
  typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
};

let folder = '';

/** Packs the client as it would be published and installs it where nothing else is. */
async function installPacked(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-client-'));
  await run(process.execPath, [join(PACKAGE, 'build.mjs')]);
  await run('npm', ['pack', '--pack-destination', folder], { cwd: PACKAGE });
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed === undefined) throw new Error('npm pack made no file');
  await writeFile(join(folder, 'package.json'), '{ "name": "monday", "private": true, "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed}`], {
    cwd: folder,
  });
  await writeFile(join(folder, 'monday.ts'), SCRIPT);
  await writeFile(join(folder, 'wrong.ts'), WRONG);
  await writeFile(
    join(folder, 'monday.js'),
    transpile(SCRIPT, { module: ModuleKind.ESNext, target: ScriptTarget.ES2023 }),
  );
}

interface Ended {
  code: unknown;
  stdout: string;
  stderr: string;
}

/** What became of a program, whether it went well or not. */
function ended(program: Promise<{ stdout: string; stderr: string }>): Promise<Ended> {
  return program.then(
    (said) => ({ ...said, code: 0 }),
    (error: unknown) => ({
      code: at(error, 'code'),
      stdout: String(at(error, 'stdout')),
      stderr: String(at(error, 'stderr')),
    }),
  );
}

const house = useHouse(async ({ server }) => {
  const { caller } = await setUp(server);
  await caller.confirmIdentity(PASSWORD);
  const lead = await onboard(server, caller, {
    displayName: 'Ines Duarte',
    email: 'ines.duarte@stonemere.example',
    groupIds: [await groupId(caller, 'Penetration Tester')],
  });
  const projectId = await makeProject(
    lead.caller,
    await makeCompany(caller, 'Harbour Trust'),
    'Monthly scan',
  );
  await makeProject(caller, await makeCompany(caller, 'Birch Logistics'), 'Somebody else’s');
  const { stdout } = await run(
    process.execPath,
    [ADMIN, 'create-token', '--for', lead.email, '--scopes', 'manage-projects:ASSIGNED', '--days', '30'],
    { env: { PATH: process.env['PATH'], NODE_ENV: 'production', SALLYPORT_DATA_DIR: server.dataFolder } },
  );
  const token = TOKEN.exec(stdout)?.[0];
  if (token === undefined) throw new Error(`the command line printed no token:\n${stdout}`);
  return { admin: caller, lead, projectId, token, said: stdout };
});

/** Runs the compiled script with a token. */
async function monday(token: string, scan = ''): Promise<unknown> {
  const script = join(folder, 'monday.js');
  const { stdout } = await run(process.execPath, [script, house().server.staffUrl, token, scan], {
    cwd: folder,
  });
  return JSON.parse(stdout);
}

function command(args: readonly string[], token: string) {
  const env = { PATH: process.env['PATH'], SALLYPORT_URL: house().server.staffUrl, SALLYPORT_TOKEN: token };
  return ended(run(join(folder, 'node_modules/.bin/sallyport'), [...args], { env, cwd: folder }));
}

describe('the client, packed and installed where nothing else is', { shuffle: false }, () => {
  beforeAll(() => (hasBrowser ? installPacked() : undefined));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('brings no dependency and nothing of the workspace', async () => {
    const installed = await readdir(join(folder, 'node_modules', '@sallyport'));
    expect(installed).toEqual(['client']);
    const described: unknown = JSON.parse(
      await readFile(join(folder, 'node_modules/@sallyport/client/package.json'), 'utf8'),
    );
    expect(at(described, 'dependencies')).toBeUndefined();
    const files = await readdir(join(folder, 'node_modules/@sallyport/client/dist'));
    for (const file of files) {
      const text = await readFile(join(folder, 'node_modules/@sallyport/client/dist', file), 'utf8');
      expect(text, file).not.toMatch(/from '(@sallyport|zod|@trpc|\.\.\/\.\.)/);
    }
  });

  test.each([
    ['NodeNext', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
    ['a bundler', { module: 'ESNext', moduleResolution: 'bundler' }],
  ])('has types that hold under the strictest settings, resolved as %s does', async (_, resolution) => {
    const compilerOptions = { ...STRICT, ...resolution, noEmit: true };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { stdout } = await ended(run(process.execPath, [TSC, '-p', '.'], { cwd: folder }));
    const refused = stdout.split('\n').filter((line) => line.includes(': error '));
    expect(refused).toEqual([
      expect.stringMatching(/^wrong\.ts.*Type '"NEVER"' is not assignable/),
      expect.stringMatching(/^wrong\.ts.*Property 'mood' does not exist/),
    ]);
  });

  test('its token is shown once, by the administrator’s command line alone', () => {
    expect(house().said).toContain('A token that acts for Ines Duarte');
  });

  test('lists what its owner sees and imports a scan', async () => {
    const { token } = house();
    await copyFile(HARBOUR_SCAN, join(folder, 'scan.nessus'));
    expect(await monday(token)).toEqual({ projects: ['Harbour Trust: Monthly scan'] });
    expect(await monday(token, 'scan.nessus')).toEqual({
      projects: ['Harbour Trust: Monthly scan'],
      state: 'APPLIED',
      findings: 6,
      instances: 14,
      worst: ['Cargo Ledger < 4.2.1 Remote Command Execution'],
    });
  });

  test('its command does the same in a shell', async () => {
    const { token, projectId } = house();
    expect((await command(['projects'], token)).stdout).toMatch(
      new RegExp(`^${projectId}\\tSP-\\w+\\tHarbour Trust\\tMonthly scan\\n$`),
    );
    const again = await command(['import', HARBOUR_SCAN, projectId], token);
    expect([again.code, again.stdout, again.stderr]).toEqual([0, '0 new findings, 0 new places\n', '']);
    const { stdout } = await command(['findings', projectId], token);
    expect(stdout.split('\n')).toHaveLength(7);
    expect(stdout).toContain('critical\tCargo Ledger < 4.2.1 Remote Command Execution\t2 places');
    const stranger = await command(['projects'], `${token.slice(0, -4)}AAAA`);
    expect([stranger.code, stranger.stdout]).toEqual([1, '']);
  });

  test('loses what its owner loses, at the very next call', async () => {
    const { admin, lead, token, projectId } = house();
    const tester = await groupId(admin, 'Penetration Tester');
    const group = await admin.done('query', 'groups.getGroup', { groupId: tester });
    const [version, name, purpose] = ['version', 'name', 'purpose'].map((key) => at(group, key));
    const grants = { audience: 'STAFF', staff: [{ permission: 'manage-projects', reach: 'ASSIGNED' }] };
    await admin.done('mutate', 'groups.updateGroup', {
      groupId: tester,
      version,
      name,
      purpose,
      grants,
      addMembers: [],
      removeMembers: [lead.id],
    });
    const refused = await command(['import', HARBOUR_SCAN, projectId], token);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Manage Projects')]);
    expect(await monday(token, 'scan.nessus')).toEqual({ code: 'FORBIDDEN' });

    const leaving = { userId: lead.id, reason: 'Left the firm', leavesProjects: true };
    await admin.done('mutate', 'users.deactivateUser', leaving);
    expect(await monday(token)).toEqual({ code: 'UNAUTHENTICATED' });
  });
});
