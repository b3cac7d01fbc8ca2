import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameSkeleton } from './name-skeleton.ts';

describe('A6 names that look alike have one skeleton', () => {
  const ALIKE: Record<string, readonly string[]> = {
    Administrator: [
      'administrator',
      'ADMINISTRATOR',
      ' Administrator ',
      'Аdministrator',
      'Adrninistrator',
      'Adm1nistrator',
      'Admіnistrator',
      'Administrat0r',
      'Admin\u00adistrator',
      'Admin\u200bistrator',
      'Ａｄｍｉｎｉｓｔｒａｔｏｒ',
      '𝐀𝐝𝐦𝐢𝐧𝐢𝐬𝐭𝐫𝐚𝐭𝐨𝐫',
      'Αdministrator',
      'AdmIn|strator',
    ],
    Manager: ['МANAGER', 'Ⅿanager', 'Mаnаgеr', 'MANAGΕR'],
    'Red Team': ['Red  Team', 'Red\u00a0Team', 'RED\u2003TEAM', 'Rеd Теаm'],
    'Web Viewers': ['VVeb Viewers'],
    'Co-Leads': ['Co–Leads', 'Co‑Leads', 'Co_Leads'],
  };
  for (const [name, others] of Object.entries(ALIKE)) {
    test(name, () => {
      for (const other of others) expect([other, nameSkeleton(other)]).toEqual([other, nameSkeleton(name)]);
    });
  }

  test('names that differ to the eye stay apart', () => {
    const names = [
      'Manager',
      'Managers',
      'Project Manager',
      'Tester',
      'Team A',
      'Team B',
      'Équipe',
      'Prüfer',
      'Команда',
      'チーム',
      '2nd Line',
      '3rd Line',
    ];
    expect(new Set(names.map(nameSkeleton)).size).toBe(names.length);
  });

  test('a skeleton is its own skeleton, in lower case, without outer spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const skeleton = nameSkeleton(name);
        expect(nameSkeleton(skeleton)).toBe(skeleton);
        expect(skeleton.trim()).toBe(skeleton);
      }),
      { numRuns: process.env['SALLYPORT_DEEP'] === '1' ? 50_000 : 2_000 },
    );
  });
});
