import { type Action, decideEntry, type Principal } from '@sallyport/access';

/** What a customer's permissions open; fields behind the others are null. */
export interface CustomerSight {
  findings: boolean;
  /** Steps, outputs, evidence, and the reports that hold them. */
  steps: boolean;
  reports: boolean;
}

/** What a customer may see of what is shown to their company. */
export function sightOf(principal: Principal): CustomerSight {
  const may = (action: Action) => decideEntry(principal, action).allowed;
  return {
    findings: may('portal.finding.read'),
    steps: may('portal.evidence.read'),
    reports: may('portal.report.download'),
  };
}
