import { describe, expect, test } from 'vitest';
import { vectorWords } from './vector-words.ts';

const words = (version: '3.1' | '4.0', vector: string) =>
  vectorWords(version, vector).map(({ name, meaning }) => `${name}: ${meaning}`);

describe('a vector in plain words', () => {
  test('says every metric of the base of 3.1', () => {
    expect(words('3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:L/A:N')).toEqual([
      'Attacked from: Anywhere on the network, the internet included',
      'Difficulty: Works each time',
      'Account needed: None',
      'Help of somebody else: Somebody has to click, open or visit',
      'Reaches other systems: Yes',
      'Secrecy lost: All, or what matters most',
      'Integrity lost: Some',
      'Availability lost: None',
    ]);
  });

  test('the same letter means what its standard says', () => {
    expect(words('4.0', 'CVSS:4.0/S:P')).toEqual(['Safety: People may be injured']);
    expect(words('3.1', 'CVSS:3.1/S:C')).toEqual(['Reaches other systems: Yes']);
  });

  test('what holds for this client alone says so', () => {
    expect(words('4.0', 'CVSS:4.0/MAV:A/MSI:S')).toEqual([
      'Attacked from, here: The same network, radio cell or VPN',
      'Integrity lost elsewhere, here: People may be injured',
    ]);
  });

  test('what is not defined or not known is left out', () => {
    expect(words('4.0', 'CVSS:4.0/E:X/ZZ:Q/AV:N/constructor:name')).toHaveLength(1);
  });
});
