/** Makes a box that may scroll reachable by keyboard, with a name. */
export function scrolls(label: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': label } as const;
}
