/**
 * Things under the day on which they happened, a day in the browser's own zone; in the order in which they come. Two that
 * overtook each other around midnight do not part a day.
 */
export function byDay<Item extends { at: string }>(items: readonly Item[]): { day: string; items: Item[] }[] {
  const days = new Map<string, Item[]>();
  for (const item of items) {
    const day = dayOf(new Date(item.at));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, ofDay]) => ({ day, items: ofDay }));
}

/** How many days ago a day was; a day is `YYYY-MM-DD`. */
export function daysAgo(day: string, now = new Date()): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(day)) / 86_400_000);
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
