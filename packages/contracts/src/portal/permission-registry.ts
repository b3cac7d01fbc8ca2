import { PortalPermission } from './permission.ts';

export interface PortalPermissionEntry {
  label: string;
  description: string;
  audience: 'CUSTOMER';
  /** Customers' reach belongs to the account, not to the grant. */
  hasReach: false;
  managesPeople: boolean;
  dependsOn: readonly PortalPermission[];
}

function entry(
  label: string,
  description: string,
  dependsOn: readonly PortalPermission[] = [],
  managesPeople = false,
): PortalPermissionEntry {
  return { label, description, audience: 'CUSTOMER', hasReach: false, managesPeople, dependsOn };
}

const { ViewFindings } = PortalPermission;

/** Drives the check, the editor and the generated documents. The order is the order on screen. */
export const PORTAL_PERMISSION_REGISTRY: Readonly<Record<PortalPermission, PortalPermissionEntry>> = {
  [ViewFindings]: entry('View Findings', 'Published findings within reach'),
  [PortalPermission.ViewStepsAndEvidence]: entry(
    'View Steps and Evidence',
    'How it was found, with images and files',
    [ViewFindings],
  ),
  [PortalPermission.DownloadReports]: entry('Download Reports', 'Released reports within reach'),
  [PortalPermission.Comment]: entry('Comment', 'Talk with the firm on a finding', [ViewFindings]),
  [PortalPermission.MarkReadyForRetest]: entry('Mark Ready for Retest', 'Say that a fix can be checked', [
    ViewFindings,
  ]),
  [PortalPermission.AcceptRisk]: entry('Accept Risk', 'Accept a finding until a date', [ViewFindings]),
  [PortalPermission.RequestRetest]: entry('Request Retest', 'Ask the firm for a retest', [ViewFindings]),
  [PortalPermission.ManageColleagues]: entry(
    'Manage Colleagues',
    'Invite and manage people of the same company, within its limit',
    [],
    true,
  ),
  [PortalPermission.ViewAccess]: entry('View Access', 'Who of the company can see what, and who granted it'),
};
