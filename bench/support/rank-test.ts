/** Two samples compared by ranks (Mann and Whitney 1947), with the normal approximation and correction for ties. */
export interface RankStatistic {
  u: number;
  z: number;
  /** Two-sided: how likely a distance like this is when there is none. */
  p: number;
  /** How often a value of the first sample is the greater one; 0.5 when the samples cannot be told apart. */
  effect: number;
}

export function mannWhitney(first: readonly number[], second: readonly number[]): RankStatistic {
  const [n, m] = [first.length, second.length];
  const all = [...first.map((value) => [value, 1] as const), ...second.map((value) => [value, 0] as const)];
  all.sort(([a], [b]) => a - b);
  let rankSum = 0;
  let ties = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.[0] === all[at]?.[0]) end += 1;
    const size = end - at;
    // Equal values share the mean of their ranks.
    const rank = (at + 1 + end) / 2;
    for (let index = at; index < end; index += 1) rankSum += (all[index]?.[1] ?? 0) * rank;
    ties += size ** 3 - size;
    at = end;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const z = variance === 0 ? 0 : (u - (n * m) / 2) / Math.sqrt(variance);
  return { u, z, p: 2 * (1 - normal(Math.abs(z))), effect: u / (n * m) };
}

/** The normal distribution, by Abramowitz and Stegun 7.1.26; off by less than 1.5e-7. */
function normal(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 0.5 * (2 - poly * Math.exp(-x * x));
}
