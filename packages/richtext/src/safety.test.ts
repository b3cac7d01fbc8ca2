import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceIds } from './evidence-ids.ts';
import { parseRichText } from './parse-rich-text.ts';
import { plainText } from './plain-text.ts';
import { treeFaults } from './test-faults.ts';
import { treeOutline } from './test-outline.ts';

const ID = '0190b3c1-7c1e-7000-8000-0123456789a1';
const FRAGMENTS = [
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\\',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '    ',
    '|',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<',
    '>',
    '"',
    '\n|-|\n',
    '\n---\n',
    '- [x] ',
    '&#',
    ';',
    '&colon;',
    '\r',
    '\0',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:',
    'data:text/html,x',
    '//a.example',
    '/b',
    'https://c.example',
    'mailto:d@e.example',
  ],
  ...[
    '<script>',
    '<img src=x onerror=alert(1)>',
    `evidence:${ID}`,
    '[x]: ',
    '\u202e',
    '\u2066',
    '\ud800',
    '\u0085',
  ],
];
const markdown = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary' })), {
  maxLength: 60,
});

describe('any text', () => {
  test('gives a tree of known nodes with safe addresses, no control characters and at most 16 levels', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        const tree = parseRichText(parts.join(''));
        expect(treeFaults(tree)).toEqual([]);
        expect(typeof plainText(tree)).toBe('string');
        expect(evidenceIds(tree).every((id) => id === ID)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives the same tree with any kind of line end', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        const text = parts.join('').replaceAll('\r', '');
        const expected = treeOutline(parseRichText(text));
        expect(treeOutline(parseRichText(text.replaceAll('\n', '\r\n')))).toBe(expected);
        expect(treeOutline(parseRichText(text.replaceAll('\n', '\r')))).toBe(expected);
      }),
    );
  });
});

describe('an address that is none', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['<a href="javascript:alert(1)">a</a>'],
    ['[a](javascript:alert(1))'],
    ['[a](JAVASCRIPT:alert(1))'],
    ['[a]( javascript:alert(1) )'],
    ['[a](vbscript:b)'],
    ['[a](data:text/html;base64,AAAA)'],
    ['[a](//b.example)'],
    ['[a](/b)'],
    ['[a](b.html)'],
    ['[a](#b)'],
    ['[a](https:b)'],
    ['[a](file:///etc/passwd)'],
    ['[a](https://)'],
    ['<javascript:alert(1)>'],
  ])('%s stays as it was typed', (source) => {
    expect(treeOutline(parseRichText(source))).toBe(`paragraph(${source})`);
  });

  test.each([
    ['[a](&#106;avascript:alert(1))'],
    ['[a](&#x6A;avascript&#58;alert(1))'],
    ['[a](java\nscript:alert(1))'],
    ['[a](java&#10;script:alert(1))'],
    ['[a](java&#9;script:alert(1))'],
    ['[a](<java\nscript:alert(1)>)'],
    ['[a](\u0001javascript:alert(1))'],
    ['[a](&#1;javascript:alert(1))'],
    ['[a](java\\script:alert(1))'],
    ['[a](\u202ejavascript:alert(1))'],
    ['[a]\n\n[a]: javascript:alert(1)'],
    ['[a][b]\n\n[b]: <javascript:alert(1)>'],
    ['[a](https&#58//b.example\njavascript:alert(1))'],
    ['<java\nscript:alert(1)>'],
  ])('%j has no link', (source) => {
    expect(JSON.stringify(parseRichText(source))).not.toContain('"link"');
  });

  test('overrides of the reading direction go, written out or by number', () => {
    expect(plainText(parseRichText('a\u202eb&#x202E;c\u2066d&#8294;e `f\u202a`'))).toBe('abcde f');
  });

  test('control characters go, tabs stay', () => {
    expect(plainText(parseRichText('a\0b\u0007c\u001b[31md\u0085e\tf'))).toBe('abc[31mde\tf');
  });

  test('an address keeps no character that could end an attribute', () => {
    const [paragraph] = parseRichText('[a](<https://b.example/"x y`{}|^>)');
    expect(paragraph).toEqual({
      type: 'paragraph',
      children: [
        {
          type: 'link',
          href: 'https://b.example/%22x%20y%60%7B%7D%7C%5E',
          children: [{ type: 'text', text: 'a' }],
        },
      ],
    });
  });
});

describe('hostile texts of 100 kB come to an end', () => {
  const LENGTH = 100_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
  const half = (opening: string, closing: string) => {
    const count = Math.floor(LENGTH / (opening.length + closing.length));
    return opening.repeat(count) + closing.repeat(count);
  };
  test.each([
    ...[
      '[',
      ']',
      '![',
      '[a](',
      '[a]("',
      '[[a]',
      '][',
      '*',
      '*a ',
      '*a_b',
      '_a',
      'a_',
      'a**b',
      '*_',
      '~~a',
      '`',
      '<',
      '<a',
    ].map((unit) => [unit]),
    ...[
      '>',
      '> ',
      '>>>>>>>>>>>>>>>>>>>>a\n',
      '- ',
      '+ ',
      '1. ',
      '> - ',
      '- a\n',
      '* a\n  * b\n',
      '1) a\n\n  b\n',
      '-\n',
    ].map((unit) => [unit]),
    ...[
      'a\n=\n',
      '# a\n',
      'a  \n',
      '\n',
      ' ',
      '\t',
      '```\n',
      '    a\n',
      '|',
      '|a|\n',
      '[a]: b\n',
      '[a]: b "\n',
      '&#',
    ].map((unit) => [unit]),
    ...[
      'www.',
      'http://',
      'https://a',
      'a@',
      'a.',
      'a+b-c_',
      'https://a&amp;',
      '\\',
      '\0',
      '\u202e',
      '😀',
    ].map((unit) => [unit]),
  ])('%j', (unit) => {
    expect(treeFaults(parseRichText(fill(unit)))).toEqual([]);
  });

  test.each([
    ['[', ']'],
    ['*a ', ' a*'],
    ['**a ', ' a**'],
    ['![', '](x)'],
    ['[', '](https://a.example)'],
    ['(', ')'],
  ])('%j and then %j', (opening, closing) => {
    expect(treeFaults(parseRichText(half(opening, closing)))).toEqual([]);
  });

  test('code spans of every length', () => {
    const text = Array.from({ length: 440 }, (_, length) => `${'`'.repeat(length)}a`).join('');
    expect(treeFaults(parseRichText(text))).toEqual([]);
  });

  test('a list that goes ever deeper', () => {
    const text = Array.from({ length: 440 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
    expect(treeFaults(parseRichText(text))).toEqual([]);
  });
});
