import { z } from 'zod';

/** A UUID in lower case, as PostgreSQL prints it. Upper case is accepted and folded. */
function idOf<Brand extends string>(_brand: Brand) {
  return z.uuid().toLowerCase().brand<Brand>();
}

export const AccountId = idOf('AccountId');
export type AccountId = z.infer<typeof AccountId>;

export const CompanyId = idOf('CompanyId');
export type CompanyId = z.infer<typeof CompanyId>;

export const GroupId = idOf('GroupId');
export type GroupId = z.infer<typeof GroupId>;

export const SessionId = idOf('SessionId');
/** The public id of a session, as shown in lists. Never the secret. */
export type SessionId = z.infer<typeof SessionId>;
