/** What a colour says; severities and statuses share one set of four values per tone. */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'positive'
  | 'caution'
  | 'negative'
  | 'special'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'info';
