import { describe, expect, test } from 'vitest';
import { highlightLanguage } from './highlight-language.ts';
import { highlightCode } from './highlighter.ts';

describe('colours', () => {
  test.each([
    ['http', 'GET /a HTTP/1.1\nHost: b.example', 'keyword', 'GET'],
    ['http', 'HTTP/1.1 404 Not Found', 'number', '404'],
    ['powershell', 'Get-ADUser -Filter $name # all', 'comment', '# all'],
    ['bash', 'echo "a"', 'string', '"a"'],
    ['csharp', 'return 1;', 'keyword', 'return'],
    ['diff', '- a', 'removed', '- a'],
    ['go', 'func a() {}', 'keyword', 'func'],
    ['java', 'class A {}', 'keyword', 'class'],
    ['javascript', 'const a = 1', 'number', '1'],
    ['json', '{"a": 12}', 'number', '12'],
    ['php', '<?php echo 1;', 'keyword', 'echo'],
    ['python', 'def a(): pass', 'keyword', 'def'],
    ['sql', "select 'a'", 'string', "'a'"],
    ['typescript', 'type A = string', 'keyword', 'type'],
    ['xml', '<a b="c"/>', 'string', '"c"'],
    ['yaml', 'a: 1', 'number', '1'],
  ] as const)('%s: %j has a %s %j', (language, code, kind, text) => {
    const tokens = highlightCode(code, language);
    expect(tokens).toContainEqual({ text, kind });
    expect(tokens.map((token) => token.text).join('')).toBe(code);
  });
});

describe('languages', () => {
  test.each([
    ['js', 'javascript'],
    ['c#', 'csharp'],
    ['html', 'xml'],
    ['sh', 'bash'],
    ['yml', 'yaml'],
    ['plaintext', null],
    ['constructor', null],
    ['', null],
    [null, null],
  ])('%s is %s', (name, language) => {
    expect(highlightLanguage(name, 'a')).toBe(language);
  });

  test('a very long block stays plain', () => {
    expect(highlightLanguage('json', ' '.repeat(20_001))).toBeNull();
  });
});
