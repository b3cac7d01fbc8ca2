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

export const ProjectId = idOf('ProjectId');
export type ProjectId = z.infer<typeof ProjectId>;

export const FindingId = idOf('FindingId');
export type FindingId = z.infer<typeof FindingId>;

export const InstanceId = idOf('InstanceId');
export type InstanceId = z.infer<typeof InstanceId>;

export const EvidenceId = idOf('EvidenceId');
export type EvidenceId = z.infer<typeof EvidenceId>;

export const ScopeItemId = idOf('ScopeItemId');
export type ScopeItemId = z.infer<typeof ScopeItemId>;

export const ImportId = idOf('ImportId');
export type ImportId = z.infer<typeof ImportId>;

export const ReportId = idOf('ReportId');
export type ReportId = z.infer<typeof ReportId>;

export const ContactId = idOf('ContactId');
export type ContactId = z.infer<typeof ContactId>;

export const ProjectTypeId = idOf('ProjectTypeId');
export type ProjectTypeId = z.infer<typeof ProjectTypeId>;

export const StandardId = idOf('StandardId');
export type StandardId = z.infer<typeof StandardId>;

export const TokenId = idOf('TokenId');
export type TokenId = z.infer<typeof TokenId>;

export const PasskeyId = idOf('PasskeyId');
export type PasskeyId = z.infer<typeof PasskeyId>;

export const AlertId = idOf('AlertId');
export type AlertId = z.infer<typeof AlertId>;

export const AddressRuleId = idOf('AddressRuleId');
export type AddressRuleId = z.infer<typeof AddressRuleId>;

export const MailId = idOf('MailId');
export type MailId = z.infer<typeof MailId>;
