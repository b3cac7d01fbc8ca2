import type { KnownIds, Procedure } from './procedures.ts';

const VECTOR_31 = 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N';
const company = {
  name: 'Cedar Health',
  legalName: 'Cedar Health plc',
  address: '1 Mole Road',
  website: 'https://cedar.example',
  notes: 'Calls before noon.',
  contacts: [
    { name: 'Hana Quay', role: 'Head of IT', email: 'hana@cedar.example', phone: '', isEmergency: true },
  ],
};
const project = ({ typeId, standardId }: KnownIds) => ({
  name: 'Quay, spring',
  typeId,
  approach: 'GREY_BOX',
  testStart: '2026-03-02',
  testEnd: '2026-03-20',
  standardIds: [standardId],
  description: '**Bold**',
});
const finding = {
  title: 'Vouchers can be read',
  severitySource: 'CVSS31',
  severity: 'high',
  cvss31Vector: VECTOR_31,
  cvss40Vector: '',
  cwe: [639],
  cve: ['CVE-2026-12345'],
  links: ['https://cwe.example/639'],
  description: 'Any **voucher**.',
  impact: '',
  steps: '1. Open it.',
  recommendation: 'Check it.',
};
const sort = (field: string) => ({ field, direction: 'asc' });
/** Too old to be taken, so that what is attacked stays for the next. */
const STALE = { version: 1 };

/** What staff call about clients, projects and findings. */
export const ENGAGEMENT_PROCEDURES: readonly Procedure[] = [
  query('companies.listCompanies', () => ({ search: 'a', sort: sort('name'), limit: 20 })),
  query('companies.getCompany', ({ companyId }) => ({ companyId })),
  mutate('companies.createCompany', () => company),
  mutate('companies.updateCompany', ({ companyId }) => ({ companyId, ...company, ...STALE })),
  mutate('companies.removeLogo', ({ companyId }) => ({ companyId, ...STALE })),
  // Never the real one: its people are at the portal.
  mutate('companies.archiveCompany', ({ nowhere }) => ({ companyId: nowhere, reason: 'For the test' })),
  mutate('companies.restoreCompany', ({ nowhere }) => ({ companyId: nowhere, reason: 'For the test' })),
  query('customers.listCustomers', ({ companyId }) => ({ companyId })),
  query('customers.listCustomerGroups', ({ companyId }) => ({ companyId })),
  mutate('customers.inviteCustomer', ({ companyId, customerGroupId }) => ({
    companyId,
    displayName: 'Jon Berg',
    email: 'jon.berg@cedar.example',
    title: 'Auditor',
    groupIds: [customerGroupId],
    reason: 'Ordered the test',
    expiresAt: null,
  })),
  mutate('customers.renewCustomerInvitation', ({ customerId }) => ({ customerId })),
  query('projects.listProjects', ({ companyId }) => ({
    search: 'a',
    companyId,
    status: ['IN_PROGRESS'],
    isMine: true,
    sort: sort('testEnd'),
    limit: 20,
  })),
  query('projects.getProjectChoices', () => ({})),
  query('projects.getProject', ({ projectId }) => ({ projectId })),
  mutate('projects.createProject', (ids) => ({ companyId: ids.companyId, ...project(ids) })),
  mutate('projects.updateProject', (ids) => ({ projectId: ids.projectId, ...project(ids), version: 0 })),
  mutate('projects.assignProject', ({ projectId, userId }) => ({
    projectId,
    version: 0,
    members: [{ accountId: userId, role: 'OWNER' }],
  })),
  query('projects.previewCompletion', ({ projectId }) => ({ projectId })),
  mutate('projects.completeProject', ({ projectId, findingId }) => ({
    projectId,
    version: 0,
    publishes: [findingId],
  })),
  query('scope.listScope', ({ projectId }) => ({ projectId })),
  mutate('scope.addScope', ({ projectId }) => ({
    projectId,
    text: '192.0.2.0/24 # at night',
    isInScope: true,
    dryRun: true,
  })),
  mutate('scope.updateScopeItem', ({ projectId, scopeItemId }) => ({
    projectId,
    scopeItemId,
    isInScope: false,
    note: 'x',
  })),
  mutate('scope.removeScope', ({ projectId, nowhere }) => ({ projectId, scopeItemIds: [nowhere] })),
  query('findings.listFindings', ({ projectId }) => ({
    projectId,
    search: 'a',
    severity: ['high'],
    isPublished: true,
    sort: sort('severity'),
    limit: 20,
  })),
  query('findings.getFinding', ({ findingId }) => ({ findingId })),
  mutate('findings.createFinding', ({ projectId }) => ({
    projectId,
    title: 'Written down',
    severity: 'low',
  })),
  mutate('findings.updateFinding', ({ findingId }) => ({ findingId, ...finding, version: 0 })),
  mutate('findings.deleteFinding', ({ findingId }) => ({ findingId, version: 0 })),
  query('findings.scoreVector', () => ({ vector: VECTOR_31 })),
  query('findings.searchCwe', () => ({ search: '639' })),
  mutate('findings.publishFindings', ({ projectId, findingId }) => ({ projectId, findingIds: [findingId] })),
  mutate('findings.unpublishFindings', ({ projectId, nowhere }) => ({
    projectId,
    findingIds: [nowhere],
    reason: 'Once more',
  })),
  mutate('instances.addInstances', ({ findingId }) => ({
    findingId,
    text: 'gate.harbour.example:443/tcp # x',
  })),
  mutate('instances.updateInstance', ({ findingId, instanceId }) => ({
    findingId,
    instanceId,
    parameter: 'id',
    note: 'x',
  })),
  mutate('instances.removeInstances', ({ findingId, nowhere }) => ({ findingId, instanceIds: [nowhere] })),
  mutate('evidence.updateEvidence', ({ findingId, nowhere }) => ({
    findingId,
    evidenceId: nowhere,
    caption: 'A voucher',
    alt: 'A voucher',
    audience: 'CLIENT',
  })),
  mutate('evidence.removeEvidence', ({ findingId, nowhere }) => ({ findingId, evidenceId: nowhere })),
  query('imports.listImports', ({ projectId }) => ({ projectId })),
  query('imports.getImport', ({ importId }) => ({ importId })),
  mutate('imports.applyImport', ({ importId }) => ({ importId, version: 0 })),
  mutate('imports.discardImport', ({ importId }) => ({ importId, version: 0 })),
  query('reports.listReports', ({ projectId }) => ({ projectId })),
  query('reports.getReport', ({ nowhere }) => ({ reportId: nowhere })),
  mutate('reports.generateReport', ({ nowhere }) => ({ projectId: nowhere })),
  mutate('reports.releaseReport', ({ nowhere }) => ({ reportId: nowhere })),
];

/** What customers ask for. */
export const CLIENT_PROCEDURES: readonly Procedure[] = [
  query('home.getHome', () => ({})),
  query('projects.listProjects', () => ({})),
  query('projects.getProject', ({ projectId }) => ({ projectId })),
  query('findings.listFindings', ({ projectId }) => ({
    search: 'a',
    projectId,
    severity: ['high'],
    result: ['OPEN'],
    limit: 20,
  })),
  query('findings.getFinding', ({ findingId }) => ({ findingId })),
  query('reports.listReports', ({ projectId }) => ({ projectId })),
];

function query(path: string, input: Procedure['input']): Procedure {
  return { path, kind: 'query', input };
}

function mutate(path: string, input: Procedure['input']): Procedure {
  return { path, kind: 'mutate', input };
}
