import {
  makeFinding,
  makeImport,
  makeInstance,
  makeProject,
  makeScopeItem,
  type TestCompany,
  type TestFinding,
  type TestProject,
} from '@sallyport/testing';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import type { Making } from './world.ts';

/** What a project is to the customers of our company; all but the first two are nothing to them. */
export type EngagementKind = 'shown' | 'completed' | 'hidden' | 'restricted' | 'foreign';

export interface Engagement {
  project: TestProject;
  published: readonly TestFinding[];
  drafts: readonly TestFinding[];
  clientEvidenceId: string;
  internalEvidenceId: string;
  draftEvidenceId: string;
  releasedReportId: string;
  draftReportId: string;
}

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const RESULTS = ['OPEN', 'FIXED', 'OPEN', 'WITHDRAWN'] as const;

/** A project with published findings, drafts, pictures, scope, an import, and reports with bytes behind them. */
export async function makeEngagement(
  making: Making,
  company: TestCompany,
  kind: EngagementKind,
): Promise<Engagement> {
  const { doors, secret, tick } = making;
  const { db } = doors;
  const isOurs = kind === 'shown' || kind === 'completed';
  const open = (text: string) => (isOurs ? text : secret('text'));
  const shownAt = await tick();
  const project = await makeProject(db, {
    company,
    name: open(kind === 'shown' ? 'Web shop' : 'Mobile app'),
    description: open('What was agreed.'),
    owners: [making.lead.account],
    team: [{ account: making.tester, role: 'TESTER' }],
    shownAt: kind === 'hidden' ? null : shownAt,
    isRestricted: kind === 'restricted',
    testStart: '2026-05-04',
    testEnd: '2026-05-15',
  });
  const scope = open('192.0.2.0/28');
  await db.owner.query('UPDATE scope_item SET target = $2, note = $3 WHERE id = $1', [
    await makeScopeItem(db, project),
    scope,
    open('Production'),
  ]);
  const published: TestFinding[] = [];
  for (const [at, severity] of SEVERITIES.entries()) {
    // The last two come out together.
    if (at < 3) await tick();
    published.push(await publishedFinding(making, project, open, severity, at));
  }
  const [first] = published;
  if (!first) throw new Error('nothing was published');
  const clientEvidence = await storeEvidence(doors, first, await pngOf(20, 10));
  await describe(making, clientEvidence.id, open('The answer of the server'));
  const internal = await storeEvidence(doors, first, await pngOf(21, 10), 'INTERNAL');
  await describe(making, internal.id, secret('internal-evidence'));
  await db.owner.query(`UPDATE finding SET description = description || $2 WHERE id = $1`, [
    first.id,
    `\n\n![Console](evidence:${clientEvidence.id})\n\n![Inside](evidence:${internal.id})`,
  ]);
  const drafts = [await draft(making, project), await draft(making, project)];
  const [withPicture] = drafts;
  const draftEvidence = await storeEvidence(doors, withPicture ?? first, await pngOf(22, 10));
  await describe(making, draftEvidence.id, secret('draft-evidence'));
  // Out once, and taken back: it keeps its number.
  const takenBack = await makeFinding(db, project, { isPublished: true, title: secret('taken-back') });
  await db.owner.query('UPDATE finding SET published_at = NULL WHERE id = $1', [takenBack.id]);
  const scan = await makeImport(db, project, {
    findings: [{ key: secret('key'), title: secret('planned') }],
  });
  await db.owner.query('UPDATE scan_import SET file_name = $2 WHERE id = $1', [scan.id, secret('scan')]);
  await tick();
  const released = await storeReport(doors, project, { findings: published.slice(0, 2), isReleased: true });
  const draftReport = await storeReport(doors, project, { findings: [...published, ...drafts] });
  if (kind === 'completed') {
    await db.owner.query('UPDATE project SET completed_at = app.now() WHERE id = $1', [project.id]);
  }
  return {
    project,
    published,
    drafts: [...drafts, takenBack],
    clientEvidenceId: clientEvidence.id,
    internalEvidenceId: internal.id,
    draftEvidenceId: draftEvidence.id,
    releasedReportId: released.id,
    draftReportId: draftReport.id,
  };
}

async function publishedFinding(
  { doors: { db }, secret }: Making,
  project: TestProject,
  open: (text: string) => string,
  severity: TestFinding['severity'],
  at: number,
): Promise<TestFinding> {
  const finding = await makeFinding(db, project, {
    title: open(`Weakness ${at + 1}`),
    severity,
    result: RESULTS[at] ?? 'OPEN',
    isPublished: true,
    description: open('What it is.'),
    impact: open('What follows.'),
    steps: open('1. Open it.'),
    recommendation: open('Close it.'),
    sourceKey: secret('source'),
    cvss31: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
  });
  await db.owner.query(`UPDATE finding SET cwe = '{79}', cve = '{CVE-2026-1000}' WHERE id = $1`, [
    finding.id,
  ]);
  const place = { host: open('shop.client.example'), note: open('behind the proxy'), output: open('Banner') };
  await makeInstance(db, finding, { ...place, sourceKey: secret('place') });
  return finding;
}

async function draft({ doors: { db }, secret }: Making, project: TestProject): Promise<TestFinding> {
  const finding = await makeFinding(db, project, {
    title: secret('title'),
    severity: 'critical',
    description: secret('description'),
    impact: secret('impact'),
    steps: secret('steps'),
    recommendation: secret('recommendation'),
    sourceKey: secret('source'),
  });
  await makeInstance(db, finding, { host: secret('host'), note: secret('note'), output: secret('output') });
  return finding;
}

function describe({ doors: { db } }: Making, evidenceId: string, words: string): Promise<unknown> {
  return db.owner.query('UPDATE evidence SET caption = $2, alt = $2 WHERE id = $1', [evidenceId, words]);
}
