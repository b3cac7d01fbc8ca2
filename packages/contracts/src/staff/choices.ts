// The values behind the enumerations, without their schemas: a screen that only lists them carries no validator.
import { ACCOUNT_STATUSES } from '../common/choices.ts';

export const SHOWN_STATUSES = [...ACCOUNT_STATUSES, 'EXPIRED', 'SUSPENDED'] as const;

export const USER_SORTS = ['displayName', 'email', 'lastSignInAt', 'createdAt'] as const;

export const COMPANY_SORTS = ['name', 'createdAt'] as const;

export const PROJECT_SORTS = ['name', 'testStart', 'testEnd', 'createdAt'] as const;

export const FINDING_SORTS = ['severity', 'title', 'createdAt'] as const;

export const AUDIT_AREAS = ['sign-in', 'people', 'groups', 'engagements', 'security', 'refusals'] as const;

export const AUDIT_OUTCOMES = ['ALLOWED', 'REFUSED', 'FAILED'] as const;

export const SIGN_IN_KINDS = [
  'PASSWORD',
  'FACTOR',
  'PASSKEY',
  'CONFIRMATION',
  'RESET',
  'LINK',
  'TOKEN',
] as const;

export const SIGN_IN_OUTCOMES = ['SUCCEEDED', 'FAILED', 'REFUSED'] as const;
