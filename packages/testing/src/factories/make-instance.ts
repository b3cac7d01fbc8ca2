import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface InstanceInput {
  host?: string;
  address?: string;
  port?: number;
  protocol?: string;
  url?: string;
  note?: string;
  output?: string;
  result?: 'OPEN' | 'FIXED' | 'PARTIALLY_FIXED' | 'NOT_RETESTED' | 'WITHDRAWN';
  sourceKey?: string;
}

/** An affected place of a finding, with the first entry of its history. Returns its id. */
export async function makeInstance(
  db: TestDatabase,
  finding: { id: string; projectId: string; companyId: string },
  input: InstanceInput = {},
): Promise<string> {
  const parent = { finding_id: finding.id, project_id: finding.projectId, company_id: finding.companyId };
  const place = input.url ?? input.host ?? input.address;
  const { id } = await insertRow<{ id: string }>(
    db,
    'instance',
    {
      ...parent,
      host: place === undefined ? `host-${nextNumber()}.client.example` : input.host,
      address: input.address,
      port: input.port ?? (input.url === undefined ? 443 : undefined),
      protocol: input.protocol ?? (input.url === undefined ? 'tcp' : undefined),
      url: input.url,
      note: input.note,
      output: input.output,
      result: input.result,
      source_key: input.sourceKey,
    },
    'id',
  );
  await insertRow(
    db,
    'instance_event',
    { ...parent, instance_id: id, to_result: input.result ?? 'OPEN' },
    'id',
  );
  return id;
}
