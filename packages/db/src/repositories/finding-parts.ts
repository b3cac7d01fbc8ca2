import type { Result } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** One affected place of a finding. */
export interface InstanceRecord {
  id: string;
  target: string;
  host: string;
  address: string;
  port: number | null;
  protocol: string;
  service: string;
  url: string;
  parameter: string;
  note: string;
  output: string;
  result: Result;
  sourceKey: string | null;
  createdAt: Date;
}

/** An image of a finding, with what is known of its file. */
export interface EvidenceRecord {
  id: string;
  fileId: string;
  caption: string;
  alt: string;
  audience: 'INTERNAL' | 'CLIENT';
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  inPortalAt: Date | null;
  createdAt: Date;
  createdBy: PersonRecord | null;
}

/** All instances of a finding, in their order. */
export function listInstances(tx: Tx, { id }: Grant<'finding'>): Promise<InstanceRecord[]> {
  return tx.$queryRaw<InstanceRecord[]>(Prisma.sql`
    select i.id, i.target, i.host, i.address, i.port, i.protocol, i.service, i.url, i.parameter, i.note, i.output,
      i.result, i.source_key as "sourceKey", i.created_at as "createdAt"
    from instance i where i.finding_id = ${id}::uuid order by i.position, i.id`);
}

/** All evidence of a finding, in its order. */
export function listEvidence(tx: Tx, { id }: Grant<'finding'>): Promise<EvidenceRecord[]> {
  return tx.$queryRaw<EvidenceRecord[]>(Prisma.sql`
    select e.id, e.file_id as "fileId", e.caption, e.alt, e.audience, sf.media_type as "mediaType",
      sf.bytes::float8 as bytes, sf.width, sf.height, sf.in_portal_at as "inPortalAt", e.created_at as "createdAt",
      ${personJson('cb')} as "createdBy"
    from evidence e join stored_file sf on sf.id = e.file_id left join account cb on cb.id = e.created_by_id
    where e.finding_id = ${id}::uuid order by e.position, e.id`);
}
