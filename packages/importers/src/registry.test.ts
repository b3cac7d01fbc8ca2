import { expect, test } from 'vitest';
import { IMPORT_FORMATS, recogniseFormat } from './registry.ts';
import { fixture } from './testing/fixtures.ts';
import { bytesOf } from './testing/read-all.ts';

const wide = (text: string) =>
  new Uint8Array(Uint16Array.from([...text], (char) => char.charCodeAt(0)).buffer);

test.each([
  ['a .nessus file', fixture('harbour-office.nessus').slice(0, 4096), 'nessus-xml'],
  ['its first version, to say so', '<?xml version="1.0"?><NessusClientData>', 'nessus-xml'],
  ['blank lines and a byte order mark ahead', '\uFEFF\n\n<NessusClientData_v2>', 'nessus-xml'],
  ['UTF-16, to say so', wide('\uFEFF<NessusClientData_v2>'), 'nessus-xml'],
  ['a Nessus table', fixture('harbour-office.csv').slice(0, 4096), 'nessus-csv'],
  ['a table with semicolons', '\uFEFF"Host";"Plugin ID";"Name";"Risk"\r\n', 'nessus-csv'],
  ['a Tenable table', 'asset.name;definition.id;definition.severity\n', 'nessus-csv'],
  ['other XML', '<?xml version="1.0"?><issues>', null],
  ['another table that names Nessus', 'name,tool\nx,<NessusClientData_v2>', null],
  ['text', 'Plugin ID', null],
  ['nothing', '', null],
  ['any bytes', Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xfe), null],
])('recognises %s', (_name, head, key) => {
  expect(recogniseFormat(bytesOf(head))?.key ?? null).toBe(key);
});

test('has one format per key, each with a name and extensions', () => {
  expect(new Set(IMPORT_FORMATS.map(({ key }) => key)).size).toBe(IMPORT_FORMATS.length);
  for (const { name, extensions } of IMPORT_FORMATS) {
    expect(name).not.toBe('');
    expect(extensions.every((extension) => /^\.[a-z]+$/.test(extension))).toBe(true);
  }
});
