import { PortalPermission } from './permission.ts';

/** Built-in customer groups, known in code by key and never by name (A6). */
export const CustomerGroupKey = {
  Administrator: 'customer-administrator',
  Engineer: 'customer-engineer',
  Viewer: 'customer-viewer',
  Auditor: 'customer-auditor',
} as const;
export type CustomerGroupKey = (typeof CustomerGroupKey)[keyof typeof CustomerGroupKey];

const P = PortalPermission;

export const CUSTOMER_STARTING_GROUPS = [
  {
    key: CustomerGroupKey.Administrator,
    name: 'Customer Administrator',
    purpose: 'Speaks for the client: everything on the portal, including their colleagues.',
    requiresAccountExpiry: false,
    grants: Object.values(P),
  },
  {
    key: CustomerGroupKey.Engineer,
    name: 'Customer Engineer',
    purpose: 'Fixes findings: sees how they were found, answers, and asks for the retest.',
    requiresAccountExpiry: false,
    grants: [
      P.ViewFindings,
      P.ViewStepsAndEvidence,
      P.DownloadReports,
      P.Comment,
      P.MarkReadyForRetest,
      P.RequestRetest,
    ],
  },
  {
    key: CustomerGroupKey.Viewer,
    name: 'Customer Viewer',
    purpose: 'Follows the state of things without taking part.',
    requiresAccountExpiry: false,
    grants: [P.ViewFindings, P.DownloadReports],
  },
  {
    key: CustomerGroupKey.Auditor,
    name: 'Customer Auditor',
    purpose: 'Looks at findings, reports and access for a limited time. An end date is required.',
    requiresAccountExpiry: true,
    grants: [P.ViewFindings, P.DownloadReports, P.ViewAccess],
  },
] as const;
