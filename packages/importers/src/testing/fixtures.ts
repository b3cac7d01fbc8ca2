import { existsSync, readFileSync } from 'node:fs';

const packageFolder = `${import.meta.dirname}/../..`;
const scansFolder = `${packageFolder}/../../../shared/scans`;

export function fixture(name: string): string {
  return readFileSync(`${packageFolder}/fixtures/${name}`, 'utf8');
}

/** Reports of real scanners lie beside the project, not in it. */
export const realFilesAbsent: string | null = existsSync(`${scansFolder}/nessus`)
  ? null
  : 'real scanner files are not there (../shared/scans from the project’s root)';

export function realFile(name: string): Uint8Array {
  return readFileSync(`${scansFolder}/${name}`);
}
