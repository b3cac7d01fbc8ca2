/** Stands in for a firm's logo: its first letter on the accent. */
export function FirmBadge({ name, size = 28 }: { name: string; size?: number | undefined }) {
  return (
    <span
      className="ui-firm-badge"
      style={{ width: size, height: size, fontSize: size * 0.5 }}
      aria-hidden="true"
    >
      {[...name.trim()][0]?.toUpperCase() ?? '·'}
    </span>
  );
}
