import { MemberRole } from '@sallyport/contracts/staff';
import { SelectInput } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.projects.team;
const OPTIONS = MemberRole.options.map((value) => ({
  value,
  label: t.roles[value],
  description: t.roleNotes[value],
}));

/** What somebody is on a project, with what that means. */
export function RoleSelect({
  name,
  role,
  onChange,
  disabled,
}: {
  /** Whose role it is. */
  name: string;
  role: MemberRole;
  onChange: (role: MemberRole) => void;
  disabled?: boolean;
}) {
  return (
    <SelectInput
      className="w-32"
      label={t.roleOf(name)}
      options={OPTIONS}
      value={role}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
