import { Button, Checkbox, Field, IconButton, TextInput } from '@sallyport/ui';
import { useRef } from 'react';
import { strings } from '../../strings/strings.ts';
import { blankContact, type ContactDraft, moved, rowErrors } from './contact-rows.ts';

const t = strings.companies.contacts;

/** Contacts as rows to fill in, add, remove and put in order. */
export function ContactsEditor({
  rows,
  onChange,
  errors,
}: {
  rows: readonly ContactDraft[];
  onChange: (rows: ContactDraft[]) => void;
  errors: Readonly<Record<string, string>>;
}) {
  const box = useRef<HTMLFieldSetElement>(null);
  const problems = rowErrors(rows, errors);
  const add = () => {
    onChange([...rows, blankContact(crypto.randomUUID())]);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('li:last-of-type input')?.focus());
  };
  return (
    <fieldset ref={box} className="min-w-0">
      <legend className="ui-label mb-2">{t.heading}</legend>
      {rows.length > 0 ? (
        <ol className="mb-2.5 flex flex-col gap-2.5">
          {rows.map((row, index) => (
            <ContactRow
              key={row.key}
              row={row}
              number={index + 1}
              errors={problems.get(row.key) ?? {}}
              onChange={(patch) =>
                onChange(rows.map((one) => (one.key === row.key ? { ...one, ...patch } : one)))
              }
              onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
              onUp={index > 0 ? () => onChange(moved(rows, index, -1)) : undefined}
              onDown={index < rows.length - 1 ? () => onChange(moved(rows, index, 1)) : undefined}
            />
          ))}
        </ol>
      ) : (
        <p className="mb-2.5 text-xs text-text-3">{t.emptyBody}</p>
      )}
      <Button size="sm" icon="plus" onClick={add}>
        {t.add}
      </Button>
    </fieldset>
  );
}

const FIELDS = [
  { name: 'name', type: 'text' },
  { name: 'role', type: 'text' },
  { name: 'email', type: 'email' },
  { name: 'phone', type: 'tel' },
] as const;

function ContactRow({
  row,
  number,
  errors,
  onChange,
  onRemove,
  onUp,
  onDown,
}: {
  row: ContactDraft;
  number: number;
  errors: Readonly<Record<string, string>>;
  onChange: (patch: Partial<ContactDraft>) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}) {
  return (
    <li className="ui-card p-3">
      <fieldset className="min-w-0">
        <div className="mb-2 flex items-center gap-1">
          <legend className="float-left text-xs text-text-3">{t.numbered(number)}</legend>
          <span className="ml-auto flex gap-0.5">
            <IconButton size="sm" icon="arrow-up" label={t.up(row.name)} disabled={!onUp} onClick={onUp} />
            <IconButton
              size="sm"
              icon="arrow-down"
              label={t.down(row.name)}
              disabled={!onDown}
              onClick={onDown}
            />
            <IconButton size="sm" icon="x" label={t.remove(row.name)} onClick={onRemove} />
          </span>
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          {FIELDS.map(({ name, type }) => (
            <Field key={name} label={t[name]} error={errors[name]} optional={name !== 'name'}>
              {(ids) => (
                <TextInput
                  {...ids}
                  type={type}
                  autoComplete="off"
                  placeholder={name === 'role' ? t.rolePlaceholder : undefined}
                  value={row[name]}
                  onChange={(event) => onChange({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <Checkbox
          className="mt-3"
          checked={row.isEmergency}
          onChange={(isEmergency) => onChange({ isEmergency })}
          label={t.emergency}
          description={t.emergencyHelp}
        />
      </fieldset>
    </li>
  );
}
