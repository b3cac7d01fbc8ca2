import { z } from 'zod';
import { SEVERITIES } from './choices.ts';

/** Five steps, most severe first; the order of every list, chart and report. */
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** How severities are called on screens and in reports. */
export const SEVERITY_LABEL: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Informational',
};

/** Number of findings or instances of each severity. */
export const SeverityCounts = z.strictObject({
  critical: z.number().int().min(0),
  high: z.number().int().min(0),
  medium: z.number().int().min(0),
  low: z.number().int().min(0),
  info: z.number().int().min(0),
});
export type SeverityCounts = z.infer<typeof SeverityCounts>;
