import type { ImportFormat } from './format.ts';
import { nessusCsv } from './nessus-csv/nessus-csv.ts';
import { nessusXml } from './nessus-xml/nessus-xml.ts';

/** Every format that can be imported. The first that recognises a file reads it. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [nessusXml, nessusCsv];

/** The format of a file by its first bytes, whatever its name says. */
export function recogniseFormat(head: Uint8Array): ImportFormat | null {
  return IMPORT_FORMATS.find((format) => format.recognises(head)) ?? null;
}
