import { Checkbox, Icon, useStrings } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.projects.form;

/** What the test is measured against: any number of the firm's standards. */
export function StandardsField({
  standards,
  chosen,
  onChange,
  error,
}: {
  standards: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="min-w-0">
      <legend className="ui-label">
        {t.standards} <span className="ui-label-optional">{useStrings().optional}</span>
      </legend>
      <p className="mt-0.5 mb-2 text-xs text-text-3">{t.standardsHelp}</p>
      <div className="ui-card grid gap-x-4 gap-y-2 px-3.5 py-3 sm:grid-cols-2">
        {standards.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
            label={name}
          />
        ))}
      </div>
      {error ? (
        <p className="ui-field-error mt-1.5" role="alert">
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
