/** How far something is; without a total it only says that it goes on. */
export function ProgressBar({
  label,
  done,
  total,
  valueText,
}: {
  label: string;
  done: number;
  total: number;
  valueText: string;
}) {
  const share = total > 0 ? Math.min(1, done / total) : null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      aria-valuetext={valueText}
      className="h-1.5 overflow-hidden rounded-full bg-border-soft"
    >
      <div
        className={
          share === null
            ? 'h-full w-1/4 animate-pulse rounded-full bg-accent-solid'
            : 'h-full rounded-full bg-accent-solid transition-[width] duration-300 ease-out'
        }
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
