import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

export interface CompanyFields {
  name: string;
  legalName: string;
  address: string;
  website: string;
  notes: string;
}

export interface NewContact {
  name: string;
  role: string;
  email: string;
  phone: string;
  isEmergency: boolean;
}

/** A client company with its contacts, in their order. Returns its id. */
export async function createCompany(
  tx: Tx,
  fields: CompanyFields,
  contacts: readonly NewContact[],
  createdById: string,
): Promise<string> {
  const id = uuidv7();
  await tx.company.createMany({ data: [{ id, kind: 'EXTERNAL', ...fields, createdById }] });
  await addContacts(tx, id, contacts);
  return id;
}

/** The whole profile; `contacts` replace those that are there, null leaves them. False when somebody else changed it first. */
export async function updateCompany(
  tx: Tx,
  { id }: Grant<'company'>,
  version: number,
  fields: CompanyFields,
  contacts: readonly NewContact[] | null,
): Promise<boolean> {
  const { count } = await tx.company.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (count !== 1) return false;
  if (contacts) {
    await tx.companyContact.deleteMany({ where: { companyId: id } });
    await addContacts(tx, id, contacts);
  }
  return true;
}

/** Shows another logo from now on; says which file was shown before, whatever was there when its turn came. */
export async function replaceLogo(
  tx: Tx,
  { id }: Grant<'company'>,
  fileId: string,
): Promise<{ version: number; previousFileId: string | null }> {
  const [row] = await tx.$queryRaw<{ version: number; previousFileId: string | null }[]>(Prisma.sql`
    with before as (select c.id, c.logo_file_id from company c where c.id = ${id}::uuid for no key update)
    update company c set logo_file_id = ${fileId}::uuid, version = c.version + 1
    from before where c.id = before.id returning c.version, before.logo_file_id as "previousFileId"`);
  if (!row) throw new Error('the company is gone');
  return row;
}

/** The company shows no logo any more; its file goes next. False when somebody else changed the company first. */
export async function clearLogo(tx: Tx, { id }: Grant<'company'>, version: number): Promise<boolean> {
  const { count } = await tx.company.updateMany({
    where: { id, version },
    data: { logoFileId: null, version: { increment: 1 } },
  });
  return count === 1;
}

async function addContacts(tx: Tx, companyId: string, contacts: readonly NewContact[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx.companyContact.createMany({
    data: contacts.map((contact, position) => ({ companyId, position, ...contact })),
  });
}
