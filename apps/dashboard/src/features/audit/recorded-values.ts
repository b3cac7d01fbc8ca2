import { PORTAL_PERMISSION_REGISTRY } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY } from '@sallyport/contracts/staff';
import type { GroupNames } from '../../components/audit/use-group-names.ts';
import { strings } from '../../strings/strings.ts';
import type { AuditEntry } from './audit.queries.ts';

type Recorded = AuditEntry['before'];
type Lines = Record<string, string>;

const GRANTS = 'grants';
const LABELS: Readonly<Record<string, { label: string }>> = {
  ...PERMISSION_REGISTRY,
  ...PORTAL_PERMISSION_REGISTRY,
};
const REACH: Readonly<Record<string, string>> = strings.users.reach;

/** What changed: plain facts, and the permissions of a group line by line. */
export interface RecordedChange {
  facts: { before: Lines; after: Lines };
  grants: { before: Lines; after: Lines } | null;
}

function wordsOf(value: unknown, names: GroupNames): string {
  if (Array.isArray(value)) return value.map((item) => wordsOf(item, names)).join(', ');
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return names.get(String(value)) ?? String(value);
}

function factsOf(values: Recorded, names: GroupNames): Lines {
  const plain = Object.entries(values ?? {}).filter(
    ([key, value]) => key !== GRANTS && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(plain.map(([key, value]) => [key, wordsOf(value, names)]));
}

/** "manage-projects:ALL" becomes the line Manage Projects with the value All projects. */
function grantLines(values: Recorded): Lines {
  const grants = values?.[GRANTS];
  if (!Array.isArray(grants)) return {};
  return Object.fromEntries(
    grants.map((grant) => {
      const [key = '', reach = 'everywhere'] = String(grant).split(':');
      return [LABELS[key]?.label ?? key, REACH[reach] ?? reach];
    }),
  );
}

/** What differs: a line that reads the same before and after is no change. */
function differing(before: Lines, after: Lines): { before: Lines; after: Lines } {
  const without = (lines: Lines, others: Lines): Lines =>
    Object.fromEntries(Object.entries(lines).filter(([key, value]) => others[key] !== value));
  return { before: without(before, after), after: without(after, before) };
}

/** Recorded values as lines for people, ids of groups as their names. */
export function recordedChange(before: Recorded, after: Recorded, names: GroupNames): RecordedChange {
  const grants = differing(grantLines(before), grantLines(after));
  const hasGrants = Object.keys({ ...grants.before, ...grants.after }).length > 0;
  return {
    facts: differing(factsOf(before, names), factsOf(after, names)),
    grants: hasGrants ? grants : null,
  };
}
