import { randomUUID } from 'node:crypto';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** INSIDE: staff and jobs; PORTAL: what a portal process can open. */
export type StoreName = 'INSIDE' | 'PORTAL';
type FileKind = 'LOGO' | 'PHOTO' | 'EVIDENCE' | 'SCAN' | 'REPORT';

/** Whose file it is: a project's, or the company's own (its logo, photos of its people). */
export interface FileOwner {
  companyId: string;
  projectId: string | null;
}

/** A row of stored_file. */
export interface StoredFile extends FileOwner {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  inPortalAt: Date | null;
}

const COLUMNS = Prisma.sql`f.id, f.company_id as "companyId", f.project_id as "projectId", f.kind, f.name,
  f.media_type as "mediaType", f.bytes::float8 as bytes, f.in_portal_at as "inPortalAt"`;

/** A file and the wrapped key of its owner in a store; null when one of them is not there, or not for this role. */
export async function readFileAndKey(
  tx: Tx,
  fileId: string,
  store: StoreName,
): Promise<(StoredFile & { wrapped: Uint8Array }) | null> {
  const rows = await tx.$queryRaw<(StoredFile & { wrapped: Uint8Array })[]>(Prisma.sql`
    select ${COLUMNS}, k.wrapped from stored_file f join file_key k on k.company_id = f.company_id
      and k.project_id is not distinct from f.project_id and k.store = ${store}
    where f.id = ${fileId}::uuid`);
  return rows[0] ?? null;
}

export async function lockFile(tx: Tx, fileId: string): Promise<StoredFile | null> {
  const rows = await tx.$queryRaw<StoredFile[]>(
    Prisma.sql`select ${COLUMNS} from stored_file f where f.id = ${fileId}::uuid for update`,
  );
  return rows[0] ?? null;
}

export interface NewFile extends FileOwner {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  width: number | null;
  height: number | null;
  createdById: string | null;
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    insert into stored_file (id, company_id, project_id, kind, name, media_type, bytes, sha256, width, height, created_by_id)
    values (${file.id}::uuid, ${file.companyId}::uuid, ${file.projectId}::uuid, ${file.kind}, ${file.name},
      ${file.mediaType}, ${file.bytes}::bigint, ${file.sha256}::bytea, ${file.width}::int, ${file.height}::int,
      ${file.createdById}::uuid)`);
}

export async function deleteFile(tx: Tx, fileId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`delete from stored_file where id = ${fileId}::uuid`);
}

/** Marks the copy in the portal's store, or that there is none; returns the mark as stored. */
export async function markInPortal(tx: Tx, fileId: string, isThere: boolean): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ inPortalAt: Date | null }[]>(Prisma.sql`
    update stored_file set in_portal_at = case when ${isThere}::boolean then clock_timestamp() end
    where id = ${fileId}::uuid returning in_portal_at as "inPortalAt"`);
  return rows[0]?.inPortalAt ?? null;
}

/** Those of the ids that are files: with their mark, so that a sweep knows what belongs to nobody. */
export async function readMarks(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Date | null>> {
  const rows = await tx.$queryRaw<{ id: string; inPortalAt: Date | null }[]>(
    Prisma.sql`select id, in_portal_at as "inPortalAt" from stored_file where id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, inPortalAt }) => [id, inPortalAt]));
}

/** The wrapped data key of an owner in a store; null before its first use. */
export async function readWrappedKey(
  tx: Tx,
  { companyId, projectId }: FileOwner,
  store: StoreName,
): Promise<Uint8Array | null> {
  const [found] = await tx.$queryRaw<{ wrapped: Uint8Array }[]>(Prisma.sql`
    select wrapped from file_key where company_id = ${companyId}::uuid
      and project_id is not distinct from ${projectId}::uuid and store = ${store}`);
  return found?.wrapped ?? null;
}

/** Keeps the data key of an owner, unless somebody else made one at the same moment: read what is stored afterwards. */
export async function addWrappedKey(
  tx: Tx,
  { companyId, projectId }: FileOwner,
  store: StoreName,
  wrapped: Uint8Array,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    insert into file_key (id, company_id, project_id, store, wrapped)
    values (${randomUUID()}::uuid, ${companyId}::uuid, ${projectId}::uuid, ${store}, ${wrapped}::bytea)
    on conflict do nothing`);
}
