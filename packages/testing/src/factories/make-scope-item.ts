import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

/** A host in the scope of a project. Returns its id. */
export async function makeScopeItem(
  db: TestDatabase,
  project: { id: string; companyId: string },
  input: { target?: string; note?: string; isInScope?: boolean } = {},
): Promise<string> {
  const target = input.target ?? `host-${nextNumber()}.client.example`;
  const { id } = await insertRow<{ id: string }>(
    db,
    'scope_item',
    {
      project_id: project.id,
      company_id: project.companyId,
      kind: 'HOST',
      target,
      target_key: target.toLowerCase(),
      note: input.note,
      is_in_scope: input.isInScope,
    },
    'id',
  );
  return id;
}
