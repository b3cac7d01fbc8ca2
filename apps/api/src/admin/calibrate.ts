import { hash } from '@node-rs/argon2';
import { type Argon2Parameters, DEFAULT_PARAMETERS, FLOOR } from '@sallyport/auth';
import { type Database, saveHashParameters } from '@sallyport/db';
import { inCommand } from './record.ts';

export type Strength = Pick<Argon2Parameters, 'memoryKib' | 'iterations'>;

/** Computes one hash with this strength and says how long it took. */
export type MeasureHash = (strength: Strength) => Promise<number>;

/** Aimed at: as strong as can be while a sign-in still feels immediate (S3). */
const TARGET_MS = 250;
const MEASUREMENTS = 5;
/** From the strongest memory down; none below the floor, none that a small server could not bear twice over. */
const MEMORIES_KIB = [256, 192, 128, 96, 64, 48, 32, 19].map((mebibytes) => mebibytes * 1024);
const MOST_ITERATIONS = 12;

export interface Calibration extends Strength {
  /** Median of one hash with it. */
  medianMs: number;
  isDefault: boolean;
}

/**
 * S3 [OWASP Password Storage: as much memory as can be borne, then passes]: the strongest setting within the target, and
 * the floor where not even the least is.
 */
export async function calibrate(measure: MeasureHash = measureHash): Promise<Calibration> {
  for (const memoryKib of MEMORIES_KIB) {
    const least = { memoryKib, iterations: DEFAULT_PARAMETERS.iterations };
    const leastMs = await median(measure, least);
    if (leastMs > TARGET_MS) continue;
    const perPass = leastMs / least.iterations;
    const iterations = Math.min(MOST_ITERATIONS, Math.max(least.iterations, Math.floor(TARGET_MS / perPass)));
    const chosen = { memoryKib, iterations };
    return told(chosen, iterations === least.iterations ? leastMs : await median(measure, chosen));
  }
  const floor = { memoryKib: FLOOR.memoryKib, iterations: FLOOR.iterations };
  return told(floor, await median(measure, floor));
}

/** Keeps the strength for all processes; they take it at their next start, and re-hash at sign-in. */
export function saveCalibration(db: Database, { memoryKib, iterations }: Strength): Promise<void> {
  return inCommand(db, async (tx, record) => {
    await saveHashParameters(tx, { memoryKib, iterations });
    await record({ action: 'hashing.calibrated', objectType: 'policy', after: { memoryKib, iterations } });
  });
}

function told({ memoryKib, iterations }: Strength, medianMs: number): Calibration {
  const isDefault =
    memoryKib === DEFAULT_PARAMETERS.memoryKib && iterations === DEFAULT_PARAMETERS.iterations;
  return { memoryKib, iterations, medianMs, isDefault };
}

async function median(measure: MeasureHash, strength: Strength): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < MEASUREMENTS; n += 1) times.push(await measure(strength));
  return times.toSorted((a, b) => a - b)[Math.floor(MEASUREMENTS / 2)] ?? 0;
}

async function measureHash({ memoryKib, iterations }: Strength): Promise<number> {
  const startedAt = performance.now();
  // 2 is Argon2id; the enum of the package is a const one, which isolated modules cannot read.
  await hash('a password to measure with', {
    algorithm: 2,
    memoryCost: memoryKib,
    timeCost: iterations,
    parallelism: DEFAULT_PARAMETERS.parallelism,
  });
  return performance.now() - startedAt;
}
