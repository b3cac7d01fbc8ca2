import { describe, expect, test } from 'vitest';
import { parseRichText } from './parse-rich-text.ts';
import { treeOutline } from './test-outline.ts';
import { referenceOutline } from './test-reference.ts';

const ONE = '0190b3c1-7c1e-7000-8000-0123456789a1';
const TWO = '0190b3c1-7c1e-7000-8000-0123456789a2';
const outlineOf = (markdown: string) => treeOutline(parseRichText(markdown));

describe('reads as an independent parser does', () => {
  test.each([
    ['paragraphs', 'One\ntwo.\n\nThree'],
    ['wrappers', 'a **b** *c* __d__ _e_ ~~f~~ ***g*** **h *i* j** snake_case_name 2*3*4'],
    ['unmatched marks', '**a *b _c ~~d `e [f ![g (h'],
    ['code spans', '`a` ``b ` c`` ` d ` ` `'],
    ['escapes', '\\*a\\* \\[b\\] \\\\ \\a 1\\. &amp; &lt; &#65; &#x41; &unknown;'],
    ['links', '[a](https://b.example "t") [c](<https://d.example/e_f>) [**g** h](https://i.example/(j))'],
    ['definitions', '[a][x], [x], [X][] and [y]\n\n[x]: https://a.example "t"\n[x]: https://b.example'],
    [
      'addresses',
      '<https://a.example> www.b.example https://c.example/d?e=f. (https://g.example) h@i.example',
    ],
    ['headings', '# a\n## b ##\n### c\n#### d\n##### e\n###### f\n####### g\n#h'],
    ['underlined headings', 'a\nb\n===\nc\n---\n\n---'],
    ['lists', '- a\n- b\n  - c\n    - d\n- e\n\n  f\n* g\n1. h\n2. i\n\n7) j'],
    ['a list in a paragraph', 'In the year\n1984. it was\n- so'],
    ['tasks', '- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- []'],
    ['quotes', '> a\nb\n> > c\n\n> - d\n>\n> e'],
    ['code blocks', '```sh\na\n\n  b\n```\n~~~~\n```\n~~~~\n\n    c\n\n    d\n\n- ```\n  e\n  ```'],
    ['an open fence', 'a\n```\nb\n\n# c\n'],
    ['tabs', '-\ta\n\n\tb\n\n\t\tc'],
    ['tables', '| a | b |\n|:--|:-:|\n| `c` | d \\| e |\n| f | |\n\ng | h\n-: | -\ni | j\n> k'],
    ['a table below text', 'a\n|b|\n|-|\n|c|'],
    ['rules', '***\n---\n___\n- - -\n* *'],
    ['breaks', 'a  \nb\\\nc'],
    ['HTML as text', '<b>a</b> <!-- b --> <br/>\n\n<div>\n*c*\n</div>'],
  ])('%s', (_, markdown) => {
    expect(outlineOf(markdown)).toBe(referenceOutline(markdown));
  });
});

describe('figures', () => {
  test('an image alone is a figure', () => {
    expect(outlineOf(`![The *reply*](evidence:${ONE} "t")`)).toBe('figure<a1>(The reply)');
  });

  test('an image parts its paragraph, and what was open goes on behind it', () => {
    expect(outlineOf(`a ![b](evidence:${ONE}) c **d ![e](evidence:${TWO}) f**`)).toBe(
      'paragraph(a)figure<a1>(b)paragraph(c strong(d ))figure<a2>(e)paragraph(strong( f))',
    );
  });

  test('stands in lists and quotes', () => {
    expect(outlineOf(`- a\n\n  ![b](evidence:${ONE})\n\n> ![c](evidence:${TWO})`)).toBe(
      'list(item(paragraph(a)figure<a1>(b)))quote(figure<a2>(c))',
    );
  });

  test('is its caption in a heading and in a table', () => {
    expect(outlineOf(`# ![a](evidence:${ONE})\n\n|b|\n|-|\n|c ![d](evidence:${TWO}) e|`)).toBe(
      'heading1(a)table<->(row(cell(b))row(cell(c d e)))',
    );
  });

  test('a link around an image gives the image', () => {
    expect(outlineOf(`[![a](evidence:${ONE})](https://b.example)`)).toBe('figure<a1>(a)');
  });

  test.each([
    ['https://a.example/b.png'],
    ['evidence:2'],
    [`evidence:${ONE.toUpperCase()}`],
    [`evidence:${ONE}/..`],
    [`EVIDENCE:${ONE}`],
    ['data:image/png;base64,AAAA'],
  ])('an image at %s is its words and address', (address) => {
    expect(outlineOf(`![alt](${address})`)).toBe(`paragraph(alt (${address}))`);
  });
});

describe('limits', () => {
  test('footnotes are text', () => {
    expect(outlineOf('a[^1]\n\n[^1]: b')).toBe('paragraph(a[^1])paragraph([^1]: b)');
  });

  test('a short row is filled up, a long one is cut', () => {
    expect(outlineOf('|a|b|\n|-|-|\n|c|\n|d|e|f|')).toBe(
      'table<-,->(row(cell(a)cell(b))row(cell(c)cell())row(cell(d)cell(e)))',
    );
  });

  test('an empty link shows its address', () => {
    expect(outlineOf('[](https://a.example)')).toBe('paragraph(link<https://a.example>(https://a.example))');
  });

  test('a link has no link inside', () => {
    expect(outlineOf('[see https://a.example](https://b.example)')).toBe(
      'paragraph(link<https://b.example>(see https://a.example))',
    );
  });

  test('the seventeenth quote is text', () => {
    const outline = outlineOf(`${'> '.repeat(18)}a`);
    expect(outline.match(/quote\(/g)).toHaveLength(16);
    expect(outline).toContain('paragraph(> > a)');
  });

  test('quotes, lists and wrappers count together', () => {
    const outline = outlineOf(`${'> - '.repeat(7)}${'**a *b '.repeat(4)}${'c* d** '.repeat(4)}`);
    expect(outline.match(/quote|item|strong|emphasis/g)).toHaveLength(16);
    expect(outline).toContain('a b c d');
  });

  test('a short address repeated by reference cannot grow without end', () => {
    const address = `https://a.example/${'b'.repeat(2000)}`;
    const tree = parseRichText(`[a]: ${address}\n\n${'[a] '.repeat(10_000)}`);
    expect(JSON.stringify(tree).length).toBeLessThan(400_000);
  });

  test('an empty head cannot make very many cells', () => {
    const tree = parseRichText(`${'|a'.repeat(64)}|\n${'|-'.repeat(64)}|\n${'|\n'.repeat(20_000)}`);
    const [table] = tree;
    expect(table?.type === 'table' ? table.rows.length : 0).toBe(250);
  });

  test('a language is a plain lower-case word or nothing', () => {
    const languages = ['HTTP', 'c++ x', '"><b>', ''].map((info) => parseRichText(`~~~${info}\na\n~~~`)[0]);
    expect(languages.map((block) => (block?.type === 'code' ? block.language : 'none'))).toEqual([
      'http',
      'c++',
      null,
      null,
    ]);
  });
});
