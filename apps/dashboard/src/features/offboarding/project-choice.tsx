import type { Person } from '@sallyport/contracts/staff';
import { Button, Icon, Tag, TextLink } from '@sallyport/ui';
import { PersonPicker } from '../../components/person-picker.tsx';
import { strings } from '../../strings/strings.ts';
import type { Choice, Item } from './offboarding-draft.ts';

const t = strings.offboarding;

/** One project: who takes it over, or that it stays. */
export function ProjectChoice({
  item,
  leaverId,
  choice,
  onChoose,
}: {
  item: Item;
  leaverId: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice | undefined) => void;
}) {
  return (
    <li className="grid gap-x-4 gap-y-2 border-t border-border-soft px-3.5 py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] sm:items-center">
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-1.5 font-medium">
          <TextLink href={`/projects/${item.id}`}>{item.name}</TextLink>
          {item.role ? <Tag>{t.roles[item.role]}</Tag> : null}
          {item.isOpen ? null : <Tag>{t.completed}</Tag>}
        </p>
        <p className="truncate text-xs text-text-3">{item.detail}</p>
      </div>
      {item.canHandOver ? (
        <div className="flex min-w-0 items-center gap-2">
          <div className="min-w-0 flex-1">
            <PersonPicker
              label={t.eachOf(item.name)}
              value={choice ?? null}
              onChange={(person: Person | null) => onChoose(person ?? undefined)}
              refusal={({ id }) => (id === leaverId ? t.isLeaving : undefined)}
              placeholder={choice === null ? t.leave : t.choose}
              emptyText={t.nobody}
            />
          </div>
          <Button
            size="sm"
            variant="ghost"
            aria-pressed={choice === null}
            aria-label={t.leaveOf(item.name)}
            icon={choice === null ? 'check' : undefined}
            onClick={() => onChoose(choice === null ? undefined : null)}
          >
            {t.leave}
          </Button>
        </div>
      ) : (
        <p className="flex items-start gap-1.5 text-xs text-text-2">
          <Icon name="lock" size={12} className="mt-0.5 shrink-0" />
          <span>{`${t.leave}. ${item.why ?? ''}`}</span>
        </p>
      )}
    </li>
  );
}
