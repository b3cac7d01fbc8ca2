import type { OwnActivityRow } from '@sallyport/contracts/common';
import { AuditAction } from '@sallyport/contracts/staff';
import { strings } from '../../strings/strings.ts';

const t = strings.profile.activity;
/** What happened to one's own account by nobody's own hand; everything else is told as in the audit log. */
const OTHERS: Readonly<Record<string, string>> = t.byOthers;
const OWN: Readonly<Record<string, string>> = t.own;
const FIELDS: Readonly<Record<string, string>> = t.fields;

/** One line of one's own activity as a sentence. */
export function activitySentence({ action, isOwn, changed }: OwnActivityRow): string {
  if (!isOwn) return OTHERS[action] ?? t.byOther;
  if (action === 'account.updated' && changed.length > 0)
    return t.changed(changed.map((field) => FIELDS[field] ?? field).join(', '));
  const own = OWN[action];
  if (own !== undefined) return own;
  const known = AuditAction.safeParse(action);
  return known.success ? t.you(strings.audit.sentences[known.data].alone) : t.unknown;
}
