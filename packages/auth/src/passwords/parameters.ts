/** How an argon2id tag is computed. The database stores these beside the salt; the pepper is never stored. */
export interface Argon2Parameters {
  memoryKib: number;
  iterations: number;
  parallelism: number;
  /** Which of the process's peppers was used; peppers may be rotated. */
  pepperVersion: number;
}

/** S3: 64 MiB, t=3, p=1. */
export const DEFAULT_PARAMETERS: Readonly<Argon2Parameters> = {
  memoryKib: 64 * 1024,
  iterations: 3,
  parallelism: 1,
  pepperVersion: 1,
};

/** S3: never weaker than 19 MiB with t=2 [OWASP Password Storage]. */
export const FLOOR = { memoryKib: 19 * 1024, iterations: 2 } as const;

/** S3: whether a credential was made with less than what is configured now, so that it should be made anew. */
export function isWeaker(used: Argon2Parameters, wanted: Argon2Parameters): boolean {
  return (
    used.memoryKib < wanted.memoryKib ||
    used.iterations < wanted.iterations ||
    used.pepperVersion < wanted.pepperVersion
  );
}

/** @throws RangeError below the floor of S3 */
export function assertAboveFloor(parameters: Argon2Parameters): void {
  if (parameters.memoryKib < FLOOR.memoryKib || parameters.iterations < FLOOR.iterations) {
    throw new RangeError(`argon2id below the floor of ${FLOOR.memoryKib} KiB, t=${FLOOR.iterations}`);
  }
}
