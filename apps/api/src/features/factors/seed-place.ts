/** Binds a sealed seed to its account: moved to another row it does not open. */
export function seedPlace(accountId: string): string {
  return `totp:${accountId}`;
}
