const ARCHES = [358, 320, 282, 244, 206, 168, 130, 92];
const CENTRE_X = 420;
const FLOOR_Y = 884;

function arch(radius: number, floor: number): string {
  return `M${CENTRE_X - radius} ${floor}V${788 - radius}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${floor}Z`;
}

/** Door within door, the innermost one shut. */
export function ArchesArt() {
  return (
    <svg viewBox="0 0 840 884" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {ARCHES.map((radius, index) => (
        <path
          key={radius}
          d={arch(radius, FLOOR_Y)}
          style={{
            fill: `color-mix(in oklab, var(--art-far), var(--art-near) ${Math.round((index / (ARCHES.length - 1)) * 100)}%)`,
          }}
        />
      ))}
      <path d={arch(54, FLOOR_Y)} className="ui-art-door" />
      <path d={arch(168, FLOOR_Y + 16)} className="ui-art-frame" />
    </svg>
  );
}

const WAVES = [120, 178, 236, 294, 352];

/** Quiet water along the portal's lower edge. */
export function WavesArt() {
  return (
    <svg className="ui-art-waves" viewBox="0 0 1440 420" preserveAspectRatio="none" aria-hidden="true">
      {WAVES.map((y) => (
        <path
          key={y}
          d={`M0 ${y}C180 ${y - 60} 340 ${y - 60} 520 ${y}S880 ${y + 60} 1060 ${y}S1340 ${y - 50} 1440 ${y - 16}V420H0Z`}
        />
      ))}
    </svg>
  );
}
