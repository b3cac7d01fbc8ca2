import { describe, expect, test } from 'vitest';
import { cweOf, findCwe } from './cwe.service.ts';

const XSS = "Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')";

describe('the list of weaknesses', () => {
  test('a number has its name; a number that is in no list keeps itself', () => {
    expect(cweOf(79)).toEqual({ id: 79, name: XSS });
    expect(cweOf(1004).name).toContain("'HttpOnly'");
    expect(cweOf(99_998)).toEqual({ id: 99_998, name: 'CWE-99998' });
  });

  test.each(['79', 'CWE-79', 'cwe 79', ' 79 '])(
    '"%s" finds the number first, then what begins with it',
    (search) => {
      const found = findCwe(search);
      expect(found[0]).toEqual({ id: 79, name: XSS });
      expect(found.every(({ id }) => String(id).startsWith('79'))).toBe(true);
      expect(found.length).toBeGreaterThan(5);
    },
  );

  test('words find names in any order and case', () => {
    expect(findCwe('SCRIPTING cross-site').map(({ id }) => id)).toContain(79);
    expect(findCwe('sql injection').map(({ id }) => id)).toContain(89);
    expect(findCwe('no such weakness anywhere')).toEqual([]);
  });

  test('nothing typed finds nothing, everything typed finds at most twenty', () => {
    expect(findCwe('')).toEqual([]);
    expect(findCwe(' - ')).toEqual([]);
    expect(findCwe('improper')).toHaveLength(20);
  });

  test('deprecated weaknesses are not offered', () => {
    expect(findCwe('deprecated')).toEqual([]);
    expect(findCwe('1')[0]?.id).not.toBe(1);
  });
});
