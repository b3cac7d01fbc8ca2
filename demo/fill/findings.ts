import { readFile } from 'node:fs/promises';
import { Done } from '@sallyport/contracts/common';
import {
  AddInstancesResult,
  CreatedFinding,
  FindingDetail,
  SavedFinding,
  UploadedEvidence,
} from '@sallyport/contracts/staff';
import { EVIDENCE_SCHEME } from '@sallyport/richtext';
import type { SampleFinding, SampleImage } from '../sample/finding.ts';
import type { Caller } from './caller.ts';
import { imagePath } from './images.ts';

/** Writes one finding as its author would: pictures first, then the texts that show them, then where it occurs. */
export async function writeFinding(by: Caller, projectId: string, finding: SampleFinding): Promise<string> {
  const { title, vector, cwe, cve = [], links = [], impact, recommendation, instances } = finding;
  const severity = 'info';
  const { id } = await by.mutate('findings.createFinding', { projectId, title, severity }, CreatedFinding);
  const pictures = new Map<string, string>();
  for (const image of finding.images ?? []) pictures.set(image.file, await addImage(by, id, image));
  const { version } = await by.query('findings.getFinding', { findingId: id }, FindingDetail);
  const text = (markdown: string) => withPictures(markdown, pictures);
  await by.mutate(
    'findings.updateFinding',
    {
      findingId: id,
      version,
      title,
      severity,
      ...ratingOf(vector),
      cwe,
      cve,
      links,
      description: text(finding.description),
      impact,
      steps: text(finding.steps),
      recommendation,
    },
    SavedFinding,
  );
  if (instances.length > 0) {
    const input = { findingId: id, text: instances.join('\n') };
    const { refused } = await by.mutate('instances.addInstances', input, AddInstancesResult);
    if (refused.length > 0) throw new Error(`${title}: ${JSON.stringify(refused)}`);
  }
  return id;
}

function ratingOf(vector: string | null): {
  severitySource: string;
  cvss31Vector: string;
  cvss40Vector: string;
} {
  if (vector === null) return { severitySource: 'MANUAL', cvss31Vector: '', cvss40Vector: '' };
  return vector.startsWith('CVSS:4.0/')
    ? { severitySource: 'CVSS40', cvss31Vector: '', cvss40Vector: vector }
    : { severitySource: 'CVSS31', cvss31Vector: vector, cvss40Vector: '' };
}

/** Uploads a picture and returns how a text shows it. */
async function addImage(by: Caller, findingId: string, { file, caption, alt }: SampleImage): Promise<string> {
  const bytes = await readFile(imagePath(file));
  const { id } = await by.upload(`/upload/evidence/${findingId}`, file, bytes, UploadedEvidence);
  const input = { findingId, evidenceId: id, caption, alt, audience: 'CLIENT' };
  await by.mutate('evidence.updateEvidence', input, Done);
  return `![${alt}](${EVIDENCE_SCHEME}${id})`;
}

/** Puts each picture where the text names it. @throws when the text names one that the finding has not */
function withPictures(markdown: string, pictures: ReadonlyMap<string, string>): string {
  return markdown.replace(/\[\[([\w-]+)\]\]/g, (_, name: string) => {
    const shown = pictures.get(`${name}.png`);
    if (shown === undefined) throw new Error(`The sample shows a picture that is not there: ${name}`);
    return shown;
  });
}
