import type { Person } from '@sallyport/contracts/staff';
import type { Outputs } from '../../lib/trpc.ts';

export type Preview = Outputs['offboarding']['preview'];
export type Item = Preview['items'][number];

/** Who takes a thing over; null: it stays as it is, on purpose. */
export type Choice = Person | null;
export type Choices = ReadonlyMap<string, Choice>;

/** What must be answered for, in the order of the preview. */
export function toHandOver(items: readonly Item[]): Item[] {
  return items.filter(({ noun }) => noun === 'project');
}

/** How many of a noun end with the person. */
export function countOf(items: readonly Item[], noun: Item['noun']): number {
  return items.filter((item) => item.noun === noun).length;
}

/** One person for everything that the viewer can hand over; the rest stays as it is. */
export function chooseForAll(items: readonly Item[], person: Person): Choices {
  return new Map(toHandOver(items).map(({ id, canHandOver }) => [id, canHandOver ? person : null]));
}

/** What a choice comes to: how many change hands, how many stay, how many have no answer yet. */
export function summaryOf(
  items: readonly Item[],
  choices: Choices,
): { handed: number; left: number; open: number } {
  const all = toHandOver(items);
  const answers = all.map(({ id }) => choices.get(id));
  return {
    handed: answers.filter((answer) => answer !== undefined && answer !== null).length,
    left: answers.filter((answer) => answer === null).length,
    open: answers.filter((answer) => answer === undefined).length,
  };
}

/** The choices as the server takes them. */
export function successorsOf(items: readonly Item[], choices: Choices) {
  return toHandOver(items).map(({ noun, id }) => ({ noun, id, to: choices.get(id)?.id ?? null }));
}
