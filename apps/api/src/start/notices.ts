import { listenLive } from '@sallyport/db';
import type { LiveHub } from '../live/live-hub.ts';
import type { Logger } from '../log.ts';
import type { Undo } from './undo.ts';

/** Hears what the database announces, on a connection of its own that is made again when it breaks. */
export async function listenToNotices(url: string, live: LiveHub, log: Logger, undo: Undo): Promise<void> {
  const listening = await listenLive(
    url,
    (notice) => live.publish(notice),
    (error) => log.warn('live updates are interrupted', { error: error.message }),
  );
  undo.add(() => listening.close());
}
