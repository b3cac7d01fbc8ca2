import { z } from 'zod';

/** From the worst to the least: the order of every list, table and chart. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;
