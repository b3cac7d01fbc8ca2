import type { OwnActivityPage } from '@sallyport/contracts/common';
import type { listOwnActivity } from '@sallyport/db';
import type { z } from 'zod';
import { iso } from '../wire.ts';

type Stored = Awaited<ReturnType<typeof listOwnActivity>>;

const VIA: Readonly<Record<string, 'web' | 'tool'>> = { STAFF: 'web', PORTAL: 'web', TOOLS: 'tool' };

/** A page of one's own activity as it goes over the wire. */
export function activityPage({ rows, nextCursor }: Stored): z.input<typeof OwnActivityPage> {
  return {
    rows: rows.map(({ door, at, ...row }) => ({ ...row, at: iso(at), via: VIA[door] ?? 'system' })),
    nextCursor,
  };
}
