import type { ImportedInstance } from '../finding.ts';
import type { ImportLimits } from '../limits.ts';
import { ImportProblem, quoted } from '../problem.ts';
import { cleanLine, cleanText, detached, shorten } from '../text/clean-text.ts';

/** Where a Nessus file says a plugin reported, as it stands there. */
export interface PlaceText {
  readonly host: string;
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
  readonly service: string;
  readonly output: string;
}

const EXPORT_AGAIN = 'Export the report again without changing it, and import that file.';
const MAX_HOST = 255;
const MAX_WORD = 60;
/** IPv6 with an embedded IPv4 address. */
const MAX_ADDRESS = 45;
const MAX_PORT = 65_535;
/** Spreadsheet-safe exports put an apostrophe ahead of what a spreadsheet could take for a formula. */
const SPREADSHEET_GUARD = /^'(?=[\r\n=+\-@])/;

/** One place; the same host, protocol and port are the same place in every import. */
export function pluginInstance(place: PlaceText, line: number, limits: ImportLimits): ImportedInstance {
  const host = detached(cleanLine(place.host, MAX_HOST));
  if (host === '') throw new ImportProblem('A result names no host', line, EXPORT_AGAIN);
  const port = portOf(place.port, line);
  const protocol = detached(cleanLine(place.protocol, MAX_WORD).toLowerCase());
  const address = addressOf(place.address) ?? addressOf(host);
  return {
    key: `${host}|${protocol}|${port}`,
    host,
    address: address === null ? null : detached(address),
    port: port === 0 ? null : port,
    protocol: protocol === '' ? null : protocol,
    service: detached(cleanLine(place.service, MAX_WORD)) || null,
    output: detached(cleanText(shorten(place.output.replace(SPREADSHEET_GUARD, ''), limits.maxTextChars))),
  };
}

/** Nessus writes port 0 for the host as a whole. */
function portOf(text: string, line: number): number {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (port <= MAX_PORT) return port;
  throw new ImportProblem(
    `The port ${quoted(text)} is not a number from 0 to ${MAX_PORT}`,
    line,
    EXPORT_AGAIN,
  );
}

function addressOf(text: string): string | null {
  const address = text.trim();
  if (address.length > MAX_ADDRESS) return null;
  const isAddress =
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) || /^[\da-f]*:[\da-f:.]*:[\da-f:.]*$/i.test(address);
  return isAddress ? address : null;
}

/** A plugin's number. */
export function pluginId(text: string, line: number): string {
  const id = text.trim();
  if (/^\d{1,12}$/.test(id)) return id;
  const what = id === '' ? 'A result names no plugin' : `The plugin ID ${quoted(text)} is not a number`;
  throw new ImportProblem(what, line, EXPORT_AGAIN);
}

/** A plugin's name, which becomes the title. */
export function pluginName(text: string, line: number): string {
  if (cleanLine(text, MAX_WORD) !== '') return text;
  throw new ImportProblem('A result has no plugin name', line, EXPORT_AGAIN);
}
