import { type ReactNode, useId } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** What a control needs to be tied to its label, help and error; spread it onto the control. */
export type FieldIds = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-errormessage': string | undefined;
  required: boolean | undefined;
};

/** A label above a control, help below it; an error takes the help's place. */
export function Field({
  label,
  help,
  error,
  optional,
  required,
  labelAction,
  children,
}: {
  label: ReactNode;
  help?: ReactNode | undefined;
  error?: ReactNode | undefined;
  /** Says beside the label that it may stay empty. */
  optional?: boolean | undefined;
  required?: boolean | undefined;
  /** A link or button at the far end of the label's line. */
  labelAction?: ReactNode | undefined;
  children: (ids: FieldIds) => ReactNode;
}) {
  const strings = useStrings();
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? help);
  return (
    <div className="ui-field">
      <div className="ui-field-head">
        <label htmlFor={id} className="ui-label">
          {label}
          {optional ? <span className="ui-label-optional"> {strings.optional}</span> : null}
        </label>
        {labelAction}
      </div>
      {children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-errormessage': error ? noteId : undefined,
        required: required || undefined,
      })}
      {error ? (
        <p className="ui-field-error" id={noteId}>
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : help ? (
        <p className="ui-field-help" id={noteId}>
          {help}
        </p>
      ) : null}
    </div>
  );
}
