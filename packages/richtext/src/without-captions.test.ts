import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceIds } from './evidence-ids.ts';
import { parseRichText } from './parse-rich-text.ts';
import { withoutCaptions } from './without-captions.ts';

const SHOWN = '0190b3c1-7c1e-7000-8000-0123456789a1';
const HIDDEN = '0190b3c1-7c1e-7000-8000-0123456789a2';
const strip = (text: string) => withoutCaptions(text, (id) => id === SHOWN);

describe('the words for an image that is not shown go', () => {
  test.each([
    [
      'in a paragraph',
      `Before\n\n![secret](evidence:${HIDDEN})\n\nAfter`,
      `Before\n\n![](evidence:${HIDDEN})\n\nAfter`,
    ],
    [
      'in a sentence',
      `a ![secret *x* \`y\`](<evidence:${HIDDEN}> "secret") b`,
      `a ![](evidence:${HIDDEN}) b`,
    ],
    ['over lines', `> ![secret\n> secret](evidence:${HIDDEN}) b`, `> ![](evidence:${HIDDEN}) b`],
    ['in a heading', `# The ![secret](evidence:${HIDDEN})`, `# The ![](evidence:${HIDDEN})`],
    [
      'in a table',
      `|a|b|\n|-|-|\n|1|![secret](evidence:${HIDDEN})|`,
      `|a|b|\n|-|-|\n|1|![](evidence:${HIDDEN})|`,
    ],
    ['with brackets in it', `![se[cret] \\] secret](evidence:${HIDDEN})`, `![](evidence:${HIDDEN})`],
    ['with another image in it', `![secret ![secret](x.png)](evidence:${HIDDEN})`, `![](evidence:${HIDDEN})`],
    [
      'within the words of one that is shown',
      `![a ![secret](evidence:${HIDDEN}) b](evidence:${SHOWN})`,
      `![a ![](evidence:${HIDDEN}) b](evidence:${SHOWN})`,
    ],
    ['behind a label', `![secret][1]\n\n[1]: evidence:${HIDDEN} "secret"`, `![](evidence:${HIDDEN})\n\n`],
    [
      'that are the label',
      `- ![Secret]\n\n[secret]: evidence:${HIDDEN}\n'secret'`,
      `- ![](evidence:${HIDDEN})\n\n`,
    ],
    ['with an address in disguise', `![secret](evidence&#58;${HIDDEN})`, `![](evidence:${HIDDEN})`],
    [
      'beside a backtick of another item',
      `- a \` b\n- ![secret \` x](evidence:${HIDDEN})`,
      `- a \` b\n- ![](evidence:${HIDDEN})`,
    ],
  ])('%s', (_where, text, expected) => {
    expect(text).toMatch(/secret/i);
    expect(strip(text)).toBe(expected);
  });

  test('with all around them, where they cannot be told apart', () => {
    const text = `Kept\n\n> a \` b\n> - ![secret\n>   \` secret](evidence:${HIDDEN})\n\nKept too`;
    expect(strip(text)).not.toContain('secret');
    expect(strip(text)).toContain('Kept too');
  });
});

test.each([
  `![Seen](evidence:${SHOWN})\r\n\r\n![](evidence:${HIDDEN})  `,
  `[a link](evidence:${HIDDEN}) and [another]: no definition`,
  '',
  '`![x](y)`\n',
])('everything else stays as it was: %j', (text) => {
  expect(strip(text)).toBe(text);
});

const PIECES = [
  '![',
  '](',
  ')',
  '[',
  ']',
  ']: ',
  '`',
  '``',
  '\\',
  '> ',
  '- ',
  '\n',
  '\n\n',
  ' ',
  '|',
  '# ',
  '<',
  '>',
  '"',
  '    ',
  'secret',
  'b',
  `evidence:${HIDDEN}`,
  `evidence:${SHOWN}`,
  `![secret](evidence:${HIDDEN})`,
];

test('whatever stands around them: no figure that is hidden has a caption, and none that is shown comes to be', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const tree = parseRichText(strip(text));
      const hidden = JSON.stringify(tree).match(/"evidenceId":"[^"]*a2","caption":"[^"]+"/);
      expect(hidden).toBeNull();
      const before = evidenceIds(parseRichText(text));
      for (const id of evidenceIds(tree)) expect(before).toContain(id);
    }),
    { numRuns: process.env['SALLYPORT_DEEP'] === '1' ? 100_000 : 5_000 },
  );
});
