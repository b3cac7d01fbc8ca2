import { Avatar, Icon } from '@sallyport/ui';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { GroupNames } from './use-group-names.ts';

const t = strings.audit;

interface Whoever {
  id: string;
  name: string;
  photo: string | null;
}

/** Whoever did it; the first Admin comes into being with the entry itself. */
function personOf({ action, actor, object }: AuditEntry): Whoever | null {
  if (actor || action !== 'setup.completed' || !object?.name) return actor;
  return { id: object.id, name: object.name, photo: null };
}

/** The name of whoever did it: a person, the command line, the server, or nobody known. */
export function actorName(entry: AuditEntry): string {
  const person = personOf(entry);
  if (person) return person.name;
  if (entry.door === 'CLI') return t.commandLine;
  return entry.door === 'SYSTEM' ? t.system : t.nobody;
}

export function Actor({ entry }: { entry: AuditEntry }) {
  const person = personOf(entry);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {person ? (
        <Avatar {...faceOf({ ...person, displayName: person.name })} decorative />
      ) : (
        <span className="grid size-5 shrink-0 place-content-center rounded-full bg-pressed text-icon">
          <Icon
            name={entry.door === 'CLI' ? 'terminal' : entry.door === 'SYSTEM' ? 'server' : 'help'}
            size={12}
          />
        </span>
      )}
      <span className="truncate">{actorName(entry)}</span>
    </span>
  );
}

function textOf(values: AuditEntry['after'], key: string): string | undefined {
  const value = values?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** Which group a membership entry is about, in words. */
function membershipTail(entry: AuditEntry, names: GroupNames): string {
  if (entry.action === 'membership.added')
    return t.toGroup(names.get(textOf(entry.after, 'groupId') ?? '') ?? t.aGroup);
  if (entry.action === 'membership.removed')
    return t.fromGroup(names.get(textOf(entry.before, 'groupId') ?? '') ?? t.aGroup);
  return '';
}

/** What happened, as a sentence whose object stands out. */
export function Sentence({ entry, groupNames }: { entry: AuditEntry; groupNames: GroupNames }) {
  const { alone, about } = t.sentences[entry.action];
  const call = textOf(entry.after, 'procedure');
  const isTry = entry.action === 'access.refused' || entry.action === 'call.failed';
  const attempt = isTry && call !== undefined ? (t.attempts[call] ?? call) : undefined;
  const other = entry.object && entry.object.id !== personOf(entry)?.id ? entry.object.name : null;
  const tail = membershipTail(entry, groupNames);
  return (
    <>
      <span className="text-text-2">{other && attempt === undefined ? about : alone}</span>
      {attempt === undefined ? null : <span className="text-text-2">: {attempt}</span>}
      {other ? <b className="font-medium"> {other}</b> : null}
      {tail ? <span className="text-text-2"> {tail}</span> : null}
    </>
  );
}
