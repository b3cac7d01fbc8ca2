import { fold } from './combobox-filter.ts';

/** What a list of choices needs to know of each. */
export type Choice = { label: string; disabled?: boolean | undefined };

/** Letters typed with a longer pause between them begin a new word. */
const PAUSE_MS = 800;
const PAGE = 10;

/** What was typed to find a choice, and when (as events count time). */
export type Typed = { text: string; at: number };

export const NOTHING_TYPED: Typed = { text: '', at: Number.NEGATIVE_INFINITY };

/** Whether a letter now would go on with a word; a space then belongs to it. */
export const isTyping = (before: Typed, at: number) => at - before.at <= PAUSE_MS;

/** Adds a letter to what is being typed. */
export function typed(before: Typed, letter: string, at: number): Typed {
  return { text: isTyping(before, at) ? before.text + letter : letter, at };
}

/** The first choice that can be taken from `start` on, in steps of `step`; -1 when there is none. */
function enabledFrom(choices: readonly Choice[], start: number, step: 1 | -1): number {
  for (let index = start; index >= 0 && index < choices.length; index += step) {
    if (!choices[index]?.disabled) return index;
  }
  return -1;
}

/**
 * Where a key of an open list leads (WAI-ARIA, select-only combobox): it stops at both ends and passes over what cannot be
 * taken. Null for keys that move nothing.
 */
export function moveTo(key: string, active: number, choices: readonly Choice[]): number | null {
  const last = choices.length - 1;
  const near = (start: number, step: 1 | -1) => {
    const found = enabledFrom(choices, Math.min(last, Math.max(0, start)), step);
    return found === -1 ? active : found;
  };
  switch (key) {
    case 'ArrowDown':
      return near(active + 1, 1);
    case 'ArrowUp':
      return active <= 0 ? active : near(active - 1, -1);
    case 'Home':
      return near(0, 1);
    case 'End':
      return near(last, -1);
    case 'PageDown':
      return near(active + PAGE, active + PAGE > last ? -1 : 1);
    case 'PageUp':
      return near(active - PAGE, active - PAGE < 0 ? 1 : -1);
    default:
      return null;
  }
}

/** The next choice that begins with what was typed; the same letter again and again walks all that begin with it. */
export function findTyped(text: string, active: number, choices: readonly Choice[]): number | null {
  const folded = fold(text);
  const [first = ''] = folded;
  const isOneLetter = [...folded].every((letter) => letter === first);
  const wanted = isOneLetter ? first : folded;
  const order = [...choices.keys()].map(
    (offset) => (active + offset + (isOneLetter ? 1 : 0) + choices.length) % choices.length,
  );
  const found = order.find((index) => {
    const choice = choices[index];
    return choice !== undefined && !choice.disabled && fold(choice.label).startsWith(wanted);
  });
  return found ?? null;
}
