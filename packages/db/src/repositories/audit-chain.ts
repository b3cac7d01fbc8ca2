import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** An entry that no seal covers yet: its number and a digest of all its columns. */
export interface UnsealedEntry {
  seq: bigint;
  digest: Uint8Array<ArrayBuffer>;
}

/** One link of the chain, beside the entry it covers as that entry is now. */
export interface ChainLink {
  position: bigint;
  seq: bigint;
  tag: Uint8Array<ArrayBuffer>;
  /** Null: the entry is gone. */
  digest: Uint8Array<ArrayBuffer> | null;
}

export interface ChainEnd {
  position: bigint;
  tag: Uint8Array<ArrayBuffer>;
}

export interface Checkpoint extends ChainEnd {
  signature: Uint8Array<ArrayBuffer>;
}

/**
 * Every column of an entry, as text that is the same on every machine. Here and not in a function of the database: whoever
 * could change entries could change that too.
 */
const DIGEST = Prisma.sql`sha256(convert_to(jsonb_build_array(e.seq, (extract(epoch from e.at) * 1000)::bigint, e.door,
  e.action, e.outcome, e.actor_id, e.session_id, e.object_type, e.object_id, e.address::text, e.request_id, e.reason,
  e.before, e.after, e.occurrences)::text, 'UTF8'))`;

/** Only one process at a time makes the chain longer; any number, but always this one. */
const CHAIN_LOCK = 7_236_104_512n;

/** Takes the chain for this transaction; false when another process has it. */
export async function takeChain(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isMine: boolean }[]>(
    Prisma.sql`select pg_try_advisory_xact_lock(${CHAIN_LOCK}::bigint) as "isMine"`,
  );
  return row?.isMine === true;
}

/** The key as it is stored; null before the first seal. */
export async function readSealedAuditKey(tx: Tx): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await tx.auditKey.findUnique({ where: { id: 1 }, select: { sealed: true } });
  return row?.sealed ?? null;
}

/** Keeps the key of the chain, once and for all. */
export async function keepAuditKey(tx: Tx, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.auditKey.create({ data: { sealed } });
}

/** Where the chain ends, and at which entry; null while it is empty. */
export async function readChainEnd(tx: Tx): Promise<(ChainEnd & { seq: bigint }) | null> {
  const [row] = await tx.$queryRaw<(ChainEnd & { seq: bigint })[]>(
    Prisma.sql`select position, seq, tag from audit_seal order by position desc limit 1`,
  );
  return row ?? null;
}

/**
 * Entries above a number that have no seal, in their order. What a transaction wrote that began before the oldest one that
 * still runs: later ones could still bring entries with smaller numbers.
 */
export function listUnsealed(
  tx: Tx,
  { above, limit }: { above: bigint; limit: number },
): Promise<UnsealedEntry[]> {
  return tx.$queryRaw<UnsealedEntry[]>(Prisma.sql`
    select e.seq, ${DIGEST} as digest from audit_entry e
    where e.seq > ${above} and age(e.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)
      and not exists (select from audit_seal s where s.seq = e.seq)
    order by e.seq limit ${limit}`);
}

/** Makes the chain longer, in one statement. */
export async function appendSeals(
  tx: Tx,
  seals: readonly { position: bigint; seq: bigint; tag: Uint8Array }[],
): Promise<void> {
  const columns = {
    positions: seals.map(({ position }) => position),
    seqs: seals.map(({ seq }) => seq),
    tags: seals.map(({ tag }) => Buffer.from(tag).toString('hex')),
  };
  await tx.$executeRaw(Prisma.sql`
    insert into audit_seal (position, seq, tag)
    select p, s, decode(t, 'hex')
    from unnest(${columns.positions}::bigint[], ${columns.seqs}::bigint[], ${columns.tags}::text[]) as x(p, s, t)`);
}

/** The next links of the chain above a position, with their entries. */
export function readChain(tx: Tx, { above, limit }: { above: bigint; limit: number }): Promise<ChainLink[]> {
  return tx.$queryRaw<ChainLink[]>(Prisma.sql`
    select s.position, s.seq, s.tag, case when e.seq is not null then ${DIGEST} end as digest
    from audit_seal s left join audit_entry e on e.seq = s.seq
    where s.position > ${above} order by s.position limit ${limit}`);
}

/**
 * Entries among the sealed ones that have no seal although they are older than this many seconds, or from the future: the
 * chain does not know them. At most 100 of them.
 */
export async function listStrangers(tx: Tx, seconds: number): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>(Prisma.sql`
    select e.seq from audit_entry e
    where e.seq < (select coalesce(max(seq), 0) from audit_seal)
      and e.at not between app.now() - make_interval(secs => ${seconds}) and app.now() + make_interval(secs => ${seconds})
      and not exists (select from audit_seal s where s.seq = e.seq)
    order by e.seq limit 100`);
  return rows.map(({ seq }) => seq);
}

/** How many entries wait for their seal at the end of the log. */
export async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    select count(*)::int as count from audit_entry
    where seq > (select coalesce(max(seq), 0) from audit_seal)`);
  return row?.count ?? 0;
}

/** The seal at a position; null when the chain does not reach so far. */
export async function readSealAt(tx: Tx, position: bigint): Promise<ChainEnd | null> {
  return tx.auditSeal.findUnique({ where: { position }, select: { position: true, tag: true } });
}

export async function addCheckpoint(tx: Tx, { position, tag, signature }: Checkpoint): Promise<void> {
  await tx.auditCheckpoint.create({
    data: { position, tag: new Uint8Array(tag), signature: new Uint8Array(signature) },
  });
}

/** The checkpoints that the database itself keeps, oldest first. */
export function listCheckpoints(tx: Tx): Promise<Checkpoint[]> {
  return tx.auditCheckpoint.findMany({
    orderBy: { position: 'asc' },
    select: { position: true, tag: true, signature: true },
  });
}
