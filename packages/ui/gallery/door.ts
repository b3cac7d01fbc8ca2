import { useSyncExternalStore } from 'react';

/** Which of the two doors the parts are shown for. */
export type Door = 'staff' | 'portal';

const listeners = new Set<() => void>();
let door: Door = 'staff';

/** Shows the parts as they look behind this door. */
export function setDoor(next: Door): void {
  door = next;
  document.documentElement.dataset['door'] = next;
  for (const listener of listeners) listener();
}

/** The door the parts are shown for. */
export function useDoor(): Door {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => door,
  );
}
