/** A stretch of the ring, clockwise from twelve o'clock, in the ring's own length. */
export interface Arc {
  start: number;
  length: number;
}

/**
 * The stretches of a ring for counts, in their order, with a gap after each. A count above zero is never too small to
 * be seen; one count alone is the whole ring.
 */
export function donutArcs(
  counts: readonly number[],
  { circumference, gap, minimum }: { circumference: number; gap: number; minimum: number },
): readonly Arc[] {
  const shown = counts.filter((count) => count > 0);
  if (shown.length < 2) return counts.map((count) => ({ start: 0, length: count > 0 ? circumference : 0 }));
  const total = shown.reduce((sum, count) => sum + count, 0);
  const room = circumference - shown.length * (gap + minimum);
  let start = gap / 2;
  return counts.map((count) => {
    if (count <= 0) return { start, length: 0 };
    const arc = { start, length: minimum + (count / total) * room };
    start += arc.length + gap;
    return arc;
  });
}
