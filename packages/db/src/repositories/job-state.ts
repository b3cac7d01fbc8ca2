import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { LiveNotice } from '../live.ts';

interface JobState {
  progress: { done: number; total: number } | null;
  state: string | null;
}

/** How far the work on an import or a report is; nothing for what no job works on, or is gone. */
export async function jobState(tx: Tx, { kind, id, projectId }: LiveNotice): Promise<JobState> {
  if (kind !== 'import' && kind !== 'report') return { progress: null, state: null };
  const table = kind === 'import' ? Prisma.sql`scan_import` : Prisma.sql`report`;
  const [row] = await tx.$queryRaw<{ done: number; total: number; state: string }[]>(Prisma.sql`
    select progress_done::float8 as done, progress_total::float8 as total, state from ${table}
    where id = ${id}::uuid and project_id = ${projectId}::uuid`);
  return row
    ? { progress: { done: row.done, total: row.total }, state: row.state }
    : { progress: null, state: null };
}
