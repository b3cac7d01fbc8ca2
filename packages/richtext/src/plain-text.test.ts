import { expect, test } from 'vitest';
import { evidenceIds } from './evidence-ids.ts';
import { parseRichText } from './parse-rich-text.ts';
import { plainText } from './plain-text.ts';

const ONE = '0190b3c1-7c1e-7000-8000-0123456789a1';
const TWO = '0190b3c1-7c1e-7000-8000-0123456789a2';

test('plain text has every word once and no marks', () => {
  const tree = parseRichText(
    `# A **b**\n\nc [d](https://e.example) \`f\`  \ng\n\n> - h\n>   1. i\n\n---\n\n\`\`\`sh\nj\n\`\`\`\n\n|k|l|\n|-|-|\n|m|n|\n\n![o](evidence:${ONE})`,
  );
  expect(plainText(tree)).toBe('A b\nc d f\ng\nh\ni\nj\nk\tl\nm\tn\no');
});

test('plain text of nothing is empty', () => {
  expect(plainText(parseRichText(' \n\n'))).toBe('');
});

test('evidence is named in order, each once, wherever it stands', () => {
  const tree = parseRichText(
    `- ![a](evidence:${TWO})\n\n> ![b](evidence:${ONE})\n\nc ![d](evidence:${TWO})\n\n![e](evidence:x)`,
  );
  expect(evidenceIds(tree)).toEqual([TWO, ONE]);
});
