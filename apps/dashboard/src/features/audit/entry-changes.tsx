import { DiffList } from '@sallyport/ui';
import type { GroupNames } from '../../components/audit/use-group-names.ts';
import { strings } from '../../strings/strings.ts';
import type { AuditEntry } from './audit.queries.ts';
import { recordedChange } from './recorded-values.ts';

const t = strings.audit;

/** What an entry changed, with signs as well as tints. */
export function EntryChanges({ entry, groupNames }: { entry: AuditEntry; groupNames: GroupNames }) {
  const { facts, grants } = recordedChange(entry.before, entry.after, groupNames);
  const hasFacts = Object.keys({ ...facts.before, ...facts.after }).length > 0;
  if (!hasFacts && !grants) return <p className="text-text-3">{t.entry.noChanges}</p>;
  return (
    <div className="flex flex-col gap-2">
      {grants ? (
        <DiffList title={t.fields.grants} before={grants.before} after={grants.after} changedOnly />
      ) : null}
      {hasFacts ? <DiffList before={facts.before} after={facts.after} labels={t.fields} changedOnly /> : null}
    </div>
  );
}
