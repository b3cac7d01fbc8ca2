import { Field, IconButton, Person } from '@sallyport/ui';
import { PersonPicker } from '../../components/person-picker.tsx';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import { RoleSelect } from './role-select.tsx';
import type { ChosenMember } from './team-draft.ts';

const t = strings.projects.team;

/** The team of a project that is being planned; its creator leads and is not listed. */
export function TeamChoice({
  self,
  team,
  onChange,
}: {
  self: string;
  team: readonly ChosenMember[];
  onChange: (team: ChosenMember[]) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <Field label={t.heading} help={strings.projects.form.teamHelp} optional>
        {(ids) => (
          <PersonPicker
            {...ids}
            value={null}
            placeholder={t.addPlaceholder}
            emptyText={t.addEmpty}
            refusal={(person) =>
              person.id === self || team.some((member) => member.person.id === person.id)
                ? t.alreadyOn
                : undefined
            }
            onChange={(person) => (person ? onChange([...team, { person, role: 'TESTER' }]) : undefined)}
          />
        )}
      </Field>
      {team.length > 0 ? (
        <ul className="ui-card mt-2.5 divide-y divide-border-soft">
          {team.map(({ person, role }) => (
            <li key={person.id} className="flex items-center gap-2 py-1.5 pr-2 pl-3">
              <span className="min-w-0 flex-1">
                <Person {...faceOf(person)} note={person.title} />
              </span>
              <RoleSelect
                name={person.displayName}
                role={role}
                onChange={(next) =>
                  onChange(
                    team.map((member) =>
                      member.person.id === person.id ? { ...member, role: next } : member,
                    ),
                  )
                }
              />
              <IconButton
                size="sm"
                icon="x"
                label={t.remove(person.displayName)}
                onClick={() => onChange(team.filter((member) => member.person.id !== person.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}
