import type { Severity } from '@sallyport/contracts/common';
import { type FieldIds, SEVERITIES, SelectInput, SeverityGlyph, useStrings } from '@sallyport/ui';

/** Chooses one of the five severities. */
export function SeverityChoice({
  value,
  onChange,
  ...field
}: Partial<FieldIds> & {
  value: Severity;
  onChange: (severity: Severity) => void;
  /** Its name, where no Field labels it. */
  label?: string;
}) {
  const { severity: words } = useStrings();
  return (
    <SelectInput
      {...field}
      value={value}
      onChange={onChange}
      options={SEVERITIES.map((severity) => ({
        value: severity,
        label: words[severity],
        start: <SeverityGlyph severity={severity} />,
      }))}
    />
  );
}
