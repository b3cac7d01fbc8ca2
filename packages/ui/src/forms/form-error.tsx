import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** Sums up what is wrong with a form and takes focus when it appears; each line leads to its field. */
export function FormError({
  title,
  problems = [],
  children,
}: {
  title?: string | undefined;
  problems?: readonly { fieldId?: string | undefined; message: string }[] | undefined;
  children?: ReactNode | undefined;
}) {
  const strings = useStrings();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="ui-notice" data-tone="negative" role="alert" tabIndex={-1}>
      <Icon name="alert" />
      <div className="ui-notice-body">
        <p className="ui-notice-title">{title ?? strings.formErrors(problems.length)}</p>
        {children}
        {problems.length > 0 ? (
          <ul>
            {problems.map(({ fieldId, message }) => (
              <li key={message}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
