import type { NewImportedFinding, NewImportedInstance } from '@sallyport/db';
import type { ImportedInstance, MergedFinding } from '@sallyport/importers';

/** What the editor can save again; a scanner may have written more. */
const TEXT = 60_000;
const TITLE = 200;
const LISTS = { links: 500, cve: 1000, cwe: 100 } as const;
const OUTPUT = 64_000;

/** A finding as the project keeps it: the tool's own severity and vectors, texts and lists within their limits. */
export function fitFinding({ finding }: MergedFinding): NewImportedFinding {
  return {
    key: finding.key,
    title: cutLine(finding.title),
    severity: finding.severity,
    scannerVectors: finding.vectors,
    description: cutText(finding.description, TEXT),
    recommendation: cutText(finding.recommendation, TEXT),
    links: finding.references.filter((link) => link.length <= 500).slice(0, LISTS.links),
    cwe: finding.cwe.slice(0, LISTS.cwe),
    cve: finding.cve.slice(0, LISTS.cve),
  };
}

export function fitInstance(
  findingId: string,
  instance: ImportedInstance,
  position: number,
): NewImportedInstance {
  const { key, host, address, port, protocol, service, output } = instance;
  return {
    findingId,
    key,
    host,
    address: address ?? '',
    port,
    protocol: protocol ?? '',
    service: service ?? '',
    output: cutText(output, OUTPUT),
    position,
  };
}

function cutLine(text: string): string {
  return text.length <= TITLE ? text : `${text.slice(0, TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(/[\uD800-\uDBFF\\]+$/, '')}\n\n(Shortened: the scanner wrote more.)`;
}
