// A report of any size, the same for the same seed: texts of 800 bytes, code, a screenshot in every third finding and
// three instances in each.
import { crc32, deflateSync } from 'node:zlib';
import { type ReportFinding, type ReportModel, SEVERITIES } from '@sallyport/reporting';

const TEXT_BYTES = 800;
const WIDTH = 1_280;
const HEIGHT = 720;
const WORDS =
  'the session token of a customer is accepted after sign-out because the gateway keeps its own list and never asks again so that whoever reads one answer may repeat it from another network until the night when old entries are removed'.split(
    ' ',
  );

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** Something like a screenshot of text, as a PNG with three channels. */
function screenshot(next: () => number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3), 255);
  for (let line = 0; line < HEIGHT; line += 20) {
    // Every line has marks of its own, six pixels wide and twelve high, as letters have.
    const marks = Array.from({ length: 20 + Math.floor(next() * 150) }, () => Math.floor(next() * 64));
    for (let y = line; y < line + 20; y += 1) {
      const start = y * (1 + WIDTH * 3);
      rows[start] = 0;
      for (const [index, mark] of marks.entries()) {
        const isInk = y - line >= 8 && ((mark >> ((y - line - 8) >> 1)) & 1) === 1;
        if (isInk) rows.fill(60, start + 121 + index * 21, start + 121 + index * 21 + 12);
      }
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function sentence(next: () => number): string {
  let text = '';
  while (text.length < TEXT_BYTES) text += `${WORDS[Math.floor(next() * WORDS.length)] ?? ''} `;
  return text.slice(0, TEXT_BYTES).trim();
}

function finding(index: number, next: () => number): ReportFinding {
  const severity = SEVERITIES[index % SEVERITIES.length] ?? 'info';
  const text = () => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text: sentence(next) }],
  });
  const id = `shot-${index}`;
  const hasShot = index % 3 === 0;
  const request = `GET /accounts/${Math.floor(next() * 1e6)} HTTP/1.1\nHost: www.aldervale.example\nAccept: application/json\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"owner": ${Math.floor(next() * 1e6)}, "balance": 12.5}`;
  return {
    reference: `F-${String(index + 1).padStart(2, '0')}`,
    title: `Session accepted after sign-out, case ${index + 1}`,
    severity,
    score: {
      version: '4.0',
      score: 6.9,
      vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N',
    },
    scannerVectors: [],
    cwe: [{ id: 613, name: 'Insufficient Session Expiration' }],
    cve: [],
    result: 'Open',
    description: [text()],
    impact: [text()],
    steps: [
      text(),
      { type: 'code', language: 'http', text: request },
      ...(hasShot ? [{ type: 'figure' as const, evidenceId: id, caption: 'The second answer' }] : []),
    ],
    recommendation: [text()],
    references: [`https://reference.example/${index + 1}`],
    instances: [1, 2, 3].map((host) => ({
      target: `https://host-${host}.aldervale.example/case/${index + 1}`,
      detail: 'Cookie session',
      result: 'Open' as const,
    })),
    images: hasShot ? { [id]: { id, alt: 'A page of text', widthPx: WIDTH, heightPx: HEIGHT } } : {},
  };
}

/** The report and the bytes of its images. */
export function benchReport(
  size: number,
  seed: number,
): { model: ReportModel; images: Map<string, Uint8Array> } {
  const next = numbers(seed);
  const findings = Array.from({ length: size }, (_, index) => finding(index, next));
  const images = new Map<string, Uint8Array>();
  for (const { id } of findings.flatMap((each) => Object.values(each.images)))
    images.set(id, screenshot(next));
  const count = Math.ceil(size / SEVERITIES.length);
  const model: ReportModel = {
    kind: 'penetration-test',
    version: { major: 1, minor: 0 },
    language: 'en',
    classification: 'Confidential',
    generatedAt: '2025-11-21T12:00:00Z',
    timeZone: 'UTC',
    firm: { name: 'Stonemere Security', logo: null },
    client: { name: 'Aldervale Bank', logo: null },
    project: {
      name: 'Online banking',
      reference: 'ALD-2025-014',
      type: 'Web application penetration test',
      approach: 'Grey box',
      standards: [],
      testStart: '2025-10-27',
      testEnd: '2025-11-14',
      description: [],
    },
    versions: [],
    scope: { inScope: [], outOfScope: [] },
    team: { management: [], projectManagement: [], leads: [], testers: [], reviewers: [] },
    clientContacts: [],
    summary: {
      text: [],
      counts: { critical: count, high: count, medium: count, low: count, info: count },
      total: size,
    },
    findings,
  };
  return { model, images };
}
