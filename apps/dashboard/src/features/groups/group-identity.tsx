import { Button, Field, Icon, PageTitle, Tag, TextArea, TextInput } from '@sallyport/ui';
import { type ReactNode, useState } from 'react';
import { strings } from '../../strings/strings.ts';

const t = strings.groups;

/** Name and purpose, edited where they stand. */
export function GroupIdentity({
  name,
  purpose,
  tags,
  canEdit,
  startsOpen = false,
  errors,
  onChange,
  actions,
}: {
  name: string;
  purpose: string;
  tags: ReactNode;
  canEdit: boolean;
  startsOpen?: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (patch: { name?: string; purpose?: string }) => void;
  actions?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(startsOpen);
  const hasError = Boolean(errors['name'] ?? errors['purpose']);
  if (!(isOpen || hasError))
    return (
      <PageTitle
        icon={<Icon name="layers" size={20} />}
        title={name}
        tags={tags}
        subtitle={purpose}
        actions={
          <>
            {canEdit ? (
              <Button size="sm" icon="pencil" onClick={() => setOpen(true)}>
                {t.editor.rename}
              </Button>
            ) : null}
            {actions}
          </>
        }
      />
    );
  return (
    <div className="flex flex-col gap-3.5">
      <div className="flex items-end gap-2">
        <div className="min-w-0 max-w-md flex-1">
          <Field label={t.editor.name} error={errors['name']}>
            {(ids) => (
              <TextInput
                {...ids}
                autoFocus
                autoComplete="off"
                maxLength={60}
                value={name}
                onChange={(event) => onChange({ name: event.target.value })}
              />
            )}
          </Field>
        </div>
        {startsOpen ? null : (
          <Button icon="check" onClick={() => setOpen(false)}>
            {t.editor.renameDone}
          </Button>
        )}
      </div>
      <Field label={t.editor.purpose} help={t.editor.purposeHelp} error={errors['purpose']}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            maxLength={300}
            value={purpose}
            onChange={(event) => onChange({ purpose: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** What kind of group it is. */
export function GroupTags({
  group,
}: {
  group: {
    key: string | null;
    grants: { audience: 'STAFF' | 'CUSTOMER' };
    isAssignable: boolean;
    requiresAccountExpiry?: boolean;
  };
}) {
  return (
    <>
      {group.key ? (
        <Tag icon="lock" title={t.builtInTitle}>
          {t.builtIn}
        </Tag>
      ) : null}
      <Tag>{t.audience[group.grants.audience]}</Tag>
      {group.isAssignable ? (
        <Tag icon="user-plus" title={t.assignableTitle}>
          {t.assignable}
        </Tag>
      ) : null}
      {group.requiresAccountExpiry ? (
        <Tag icon="hourglass" title={t.needsEndTitle}>
          {t.needsEnd}
        </Tag>
      ) : null}
    </>
  );
}
