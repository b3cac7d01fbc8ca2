import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';
import { proseToMarkdown } from './prose-to-markdown.ts';

const WRAPPED = 'The harbour gateway still speaks a version of the protocol that';

test.each([
  ['wrapped lines as one', `${WRAPPED}\n  nobody needs.`, `${WRAPPED} nobody needs.`],
  [
    'a break that was meant',
    'Upgrade to one of\nLedger 4\nLedger 5',
    'Upgrade to one of  \nLedger 4  \nLedger 5',
  ],
  ['numbered lines as lines', `${WRAPPED}\n1. stop\n2. start`, `${WRAPPED}  \n1\\. stop  \n2\\. start`],
  ['paragraphs', 'a\n\n\n  \nb', 'a\n\nb'],
  ['a list', 'Either :\n\n  - one\n\n  - two', 'Either :\n\n- one\n- two'],
  [
    'a list right after text',
    'Either :\n - one\n * two\n • three\nEnd',
    'Either :\n\n- one\n- two\n- three\n\nEnd',
  ],
  ['wrapped list items', `  - ${WRAPPED}\n    nobody needs.\n  - b`, `- ${WRAPPED} nobody needs.\n- b`],
  ['a list item that acts', '- # a\n- - b\n- 1. c\n- *d*', '- \\# a\n- \\- b\n- 1\\. c\n- \\*d\\*'],
  ['an option, not a list', '-v shows more', '\\-v shows more'],
  ['nothing', ' \n ', ''],
])('shows %s', (_name, text, expected) => {
  expect(proseToMarkdown(text)).toBe(expected);
});

test('keeps every word in its order', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'word', '<b>', '*x*', '1.', '#', 'https://a.example/x_y'),
    fc.string({ maxLength: 5 }),
  );
  const space = fc.constantFrom(' ', '\n', '\n\n', '\n  ', '\n    ', '\n  - ', '\n- ');
  fc.assert(
    fc.property(fc.array(fc.tuple(space, word)), (parts) => {
      const text = parts.flat().join('');
      const words = (from: string) =>
        from.split(/\s+/).filter((part) => part !== '' && !/^\\?[-*•]$/.test(part));
      const marked = /^\s*(?:[-*]\s+|•\s*)(?=\S)/;
      const plain = cleanText(text)
        .split('\n')
        .map((line) => line.replace(marked, ''))
        .join('\n');
      const shown = proseToMarkdown(text)
        .split('\n')
        .map((line) => line.replace(/^- /, ''))
        .join('\n');
      expect(words(shown.replace(/\\(.)/g, '$1'))).toEqual(words(plain));
    }),
  );
});
