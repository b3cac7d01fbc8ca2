/** How a finding is called once customers saw it: F-01, F-117. Null before its first publication. */
export function shownReference(number: number): string;
export function shownReference(number: number | null): string | null;
export function shownReference(number: number | null): string | null {
  return number === null ? null : `F-${String(number).padStart(2, '0')}`;
}
