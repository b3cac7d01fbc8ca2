import { deviceWords } from '../device-words.ts';
import type { Letter } from '../letter.ts';
import { WORDS } from '../words.ts';

/** From where something was done. */
export function originFacts({
  address,
  userAgent,
}: {
  address: string;
  userAgent: string;
}): NonNullable<Letter['facts']> {
  return [
    [WORDS.facts.address, address],
    [WORDS.facts.device, deviceWords(userAgent)],
  ];
}
