import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';

test.each([
  ['emphasis', '*a* _b_ **c** ~~d~~', '\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\~\\~d\\~\\~'],
  ['an underscore inside a word', 'max_open_files', 'max_open_files'],
  ['code', '`rm -rf`\n~~~\n```', '\\`rm -rf\\`\n\\~\\~\\~\n\\`\\`\\`'],
  ['HTML', '<script>alert(1)</script> <!-- x', '\\<script>alert(1)\\</script> \\<!-- x'],
  ['references to characters', '&lt; &#60; AT&T', '\\&lt; \\&#60; AT\\&T'],
  ['links and images', '![a](b) [c]: d [^1]', '!\\[a\\](b) \\[c\\]: d \\[^1\\]'],
  ['headings and quotes', '# a\n> b', '\\# a\n\\> b'],
  ['underlines', 'a\n===\nb\n---', 'a\n\\===\nb\n\\---'],
  ['lists', '- a\n+ b\n* c\n1. d\n2) e', '\\- a\n\\+ b\n\\* c\n1\\. d\n2\\) e'],
  ['tables', '| a | b |\n|:-|-:|\n:-', '\\| a \\| b \\|\n\\|:-\\|-:\\|\n\\:-'],
  ['placeholders', '{{client.name}}', '\\{\\{client.name\\}\\}'],
  ['formulas', '=HYPERLINK("x")\n+1\n-1', '\\=HYPERLINK("x")\n\\+1\n\\-1'],
  ['backslashes', 'C:\\temp\\*', 'C:\\\\temp\\\\\\*'],
  ['indented code', 'a\n\n    b', 'a\n\nb'],
  ['a hard break', 'a  \nb', 'a\nb'],
  ['an address', 'See https://a.example/x_y?b=1&c=2.', 'See https://a.example/x_y?b=1&c=2.'],
  ['an address in brackets', '(http://a.example/)', '(http://a.example/)'],
  ['an address with what acts', 'http://a.example/_b_*', 'http\\://a.example/\\_b\\_\\*'],
  ['an address with a reference', 'http://a.example/?a&lt;', 'http\\://a.example/?a\\&lt;'],
  ['an address without scheme', 'www.a.example/*', 'www\\.a.example/\\*'],
])('shows %s literally', (_name, text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

const tricky = fc.oneof(
  fc.constantFrom(...'\\`*_{}[]()<>#+-=.!|~&:;\n\n  \t1aé'),
  fc.constantFrom('http://', 'https://a.example/b_c', 'www.', '&amp;', '1. ', '- ', '{{x}}', '\r\n', 'word'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(tricky, { maxLength: 30 }).map((bits) => bits.join(''));

test('keeps every line and every character: without the backslashes it is the text', () => {
  fc.assert(
    fc.property(text, (original) => {
      const lines = cleanText(original).split('\n');
      const shown = escapeMarkdown(original).split('\n');
      expect(shown.map((line) => line.replace(/\\(.)/g, '$1'))).toEqual(lines.map((line) => line.trim()));
    }),
  );
});

test('leaves nothing bare that acts, outside plain addresses', () => {
  fc.assert(
    fc.property(text, (original) => {
      for (const line of escapeMarkdown(original).split('\n')) {
        const bare = line.replace(/https?:\/\/\S+/g, 'address').replace(/\\./g, 'x');
        expect(bare).not.toMatch(/[\\`*{}[\]<&~|]|:\/\/|www\.|^[#+=>-]|^\d+[.)](\s|$)/i);
        expect(bare).not.toMatch(/(^|[^A-Za-z0-9])_|_([^A-Za-z0-9]|$)/);
      }
    }),
  );
});

test.each(['http://a/'.padEnd(200_000, '.'), 'http://a/_'.repeat(20_000), '(http://a.'.repeat(20_000)])(
  'takes a hostile line in one pass (%#)',
  (line) => {
    const started = performance.now();
    const shown = escapeMarkdown(`${line}<`);
    expect(shown.endsWith('\\<')).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
