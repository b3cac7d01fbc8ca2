// The values behind the enumerations, without their schemas: a screen that only lists them carries no validator.

/** Five steps, most severe first; the order of every list, chart and report. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

export const PROJECT_STATUSES = ['UPCOMING', 'IN_PROGRESS', 'COMPLETED'] as const;

export const ACCOUNT_STATUSES = ['INVITED', 'ACTIVE', 'INACTIVE', 'ANONYMISED'] as const;

export const LANGUAGES = ['en'] as const;
