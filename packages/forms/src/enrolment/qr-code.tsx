import { encode } from 'uqr';

const QUIET_MODULES = 4;

/** One path over all dark modules: a run of them in a row is one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of rows.entries()) {
    let start = -1;
    for (const [x, isDark] of [...row, false].entries()) {
      if (isDark && start < 0) start = x;
      if (isDark || start < 0) continue;
      runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
      start = -1;
    }
  }
  return runs.join('');
}

/** Text as a QR code, drawn here and nowhere else: what it holds is a secret. Dark on white in both themes, as cameras want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  return (
    <svg
      className="ui-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={pathOf(data)} />
    </svg>
  );
}
