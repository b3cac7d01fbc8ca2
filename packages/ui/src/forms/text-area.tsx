import type { Ref, TextareaHTMLAttributes } from 'react';
import { cx } from '../cx.ts';

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> & {
  mono?: boolean | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ mono, rows = 3, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={cx('ui-textarea', className)}
      data-mono={mono ? '' : undefined}
      data-invalid={rest['aria-invalid'] ? '' : undefined}
    />
  );
}
