import { createContext, useContext } from 'react';

/** Every word the parts say by themselves; what a screen says it passes as props. */
export const ENGLISH = {
  locale: 'en-GB',
  close: 'Close',
  cancel: 'Cancel',
  optional: 'optional',
  copy: 'Copy',
  copied: 'Copied',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  clear: 'Clear',
  remove: 'Remove',
  removeFilter: (field: string) => `Remove filter: ${field}`,
  addFilter: 'Filter',
  search: 'Search',
  noMatches: 'Nothing matches',
  choose: 'Choose',
  lockNote: 'asks you to confirm it’s you',
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear selection',
  selectAll: 'Select all rows',
  selectRow: (name: string) => `Select ${name}`,
  sortedUp: 'sorted ascending',
  sortedDown: 'sorted descending',
  loading: 'Loading',
  loadMore: 'Show more',
  loadingMore: 'Loading more',
  previous: 'Previous',
  next: 'Next',
  openPage: 'Open as a page',
  retry: 'Try again',
  undo: 'Undo',
  dismiss: 'Dismiss',
  notifications: 'Messages and menus',
  account: 'Account',
  mainNavigation: 'Main',
  openNavigation: 'Open navigation',
  breadcrumb: 'Breadcrumb',
  jump: 'Search or jump',
  skipToContent: 'Skip to content',
  theme: 'Theme',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  reach: (permission: string) => `Reach of ${permission}`,
  reachAll: 'All projects',
  reachAssigned: 'Assigned',
  used: (used: number, of: number) => `${used} of ${of}`,
  unused: 'Not used',
  gain: 'Gain',
  lose: 'Lose',
  checks: 'Checks',
  added: 'Added',
  removed: 'Removed',
  before: 'Before',
  after: 'After',
  more: (count: number) => `${count} more`,
  typeToConfirm: (text: string): [string, string, string] => ['Type ', text, ' to confirm'],
  formErrors: (count: number) =>
    count === 1 ? 'One thing needs your attention' : `${count} things need your attention`,
  strengthShort: (missing: number) => (missing === 1 ? '1 more character' : `${missing} more characters`),
  strengthGood: 'Long enough',
  paletteMove: 'move',
  paletteRun: 'run',
  paletteClose: 'close',
  paletteTitle: 'Command palette',
  palettePlaceholder: 'Type a command, a name or a place',
  shortcutsTitle: 'Keyboard shortcuts',
  notFoundTitle: 'Not found, or not shared with you',
  notFoundBody: 'The address may be wrong, or the page is not shared with you.',
  notFoundHome: 'Go to the start page',
  artLine1: 'Two doors.',
  artLine2: 'Never open together.',
  justNow: 'just now',
  accountStatus: {
    INVITED: 'Invited',
    ACTIVE: 'Active',
    INACTIVE: 'Inactive',
    SUSPENDED: 'Suspended',
    EXPIRED: 'Expired',
  },
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' },
  bulkHint: 'Esc',
} as const;

type Widen<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => infer Result
    ? (...args: Args) => Result
    : { [Key in keyof Value]: Widen<Value[Key]> };

/** The catalogue a second language fills in. */
export type UiStrings = Widen<typeof ENGLISH>;

export const StringsContext = createContext<UiStrings>(ENGLISH);

/** The words of the current language. */
export function useStrings(): UiStrings {
  return useContext(StringsContext);
}
