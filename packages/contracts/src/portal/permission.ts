/** What customers may be allowed on the portal. A closed set of its own; never mixed with staff permissions (A10). */
export const PortalPermission = {
  ViewFindings: 'view-findings',
  ViewStepsAndEvidence: 'view-steps-and-evidence',
  DownloadReports: 'download-reports',
  Comment: 'comment',
  MarkReadyForRetest: 'mark-ready-for-retest',
  AcceptRisk: 'accept-risk',
  RequestRetest: 'request-retest',
  ManageColleagues: 'manage-colleagues',
  ViewAccess: 'view-access',
} as const;
export type PortalPermission = (typeof PortalPermission)[keyof typeof PortalPermission];
