import type { ImportFormat } from '../format.ts';
import { readHead } from '../input/read-head.ts';
import { readHeader } from './header.ts';
import { readNessusCsv } from './read-nessus-csv.ts';

/** The table that Nessus exports, and the one of Tenable Vulnerability Management with its dotted columns. */
export const nessusCsv: ImportFormat = {
  key: 'nessus-csv',
  name: 'Nessus or Tenable (.csv)',
  extensions: ['.csv'],
  recognises: (head) => readHeader(readHead(head).split(/\r?\n/, 1)[0] ?? '') !== null,
  read: readNessusCsv,
};
