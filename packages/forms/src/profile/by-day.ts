/** Things under the day on which they happened, in the order in which they come; a day in the browser's own zone. */
export function byDay<Item extends { at: string }>(items: readonly Item[]): { day: string; items: Item[] }[] {
  const days: { day: string; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayOf(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** How many days ago a day was; a day is `YYYY-MM-DD`. */
export function daysAgo(day: string, now = new Date()): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(day)) / 86_400_000);
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
