/** Stands in for the firm's logo: its first letter, drawn and not read, for the name stands beside it. */
export function FirmMark({ name }: { name: string }) {
  const [initial = '·'] = name.trim();
  return (
    <span
      className="ui-firm-badge size-7 text-sm before:content-[attr(data-initial)]"
      data-initial={initial.toUpperCase()}
      aria-hidden="true"
    />
  );
}
