import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { type Argon2Parameters, assertAboveFloor, DEFAULT_PARAMETERS, isWeaker } from './parameters.ts';
import { createWorkQueue, type WorkQueue } from './work-queue.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What the database hands out before a password is checked: enough to compute a tag, nothing to crack. */
export interface HashRecipe extends Argon2Parameters {
  salt: Bytes;
}

/** What is stored for a password: how to compute its tag, and the SHA-256 of the tag. */
export interface NewCredential extends HashRecipe {
  /** Compared with by the database alone; no door reads it. */
  verifier: Bytes;
  /** The tag itself, to sign in with at once. Never stored. */
  tag: Bytes;
}

export interface Passwords {
  /** The argon2id tag of a password (32 bytes). @throws QueueFullError when too many wait */
  computeTag(password: string, recipe: HashRecipe): Promise<Bytes>;
  /** A fresh salt and tag with the configured strength. */
  newCredential(password: string): Promise<NewCredential>;
  /**
   * A recipe for an account that does not exist, the same one for the same identifier, so that computing costs as much as
   * for a real one (S1).
   */
  decoyRecipe(identifier: string): HashRecipe;
  /** S3: whether the credential should be made anew at the next chance. */
  needsRehash(used: Argon2Parameters): boolean;
}

export interface PasswordOptions {
  /** By version. A credential keeps the version with which it was made. */
  peppers: Readonly<Record<number, Uint8Array>>;
  parameters?: Argon2Parameters;
  /** Shared by all doors of a process: the machine is one. */
  queue?: WorkQueue;
  /** Tests hash with less than the floor. */
  isFloorEnforced?: boolean;
}

const TAG_BYTES = 32;
const SALT_BYTES = 16;
// Algorithm is a const enum, which isolated modules cannot read; 2 is Argon2id.
const ARGON2ID: Algorithm = 2;

/** The queue of S3: two hashes at once, and a hundred waiting. */
export function createHashQueue(): WorkQueue {
  return createWorkQueue({ atOnce: 2, waitingAtMost: 100 });
}

/** S3: argon2id with a pepper from outside the database. @throws RangeError below the floor */
export function createPasswords(options: PasswordOptions): Passwords {
  const parameters = options.parameters ?? DEFAULT_PARAMETERS;
  if (options.isFloorEnforced ?? true) assertAboveFloor(parameters);
  const queue = options.queue ?? createHashQueue();

  const pepperOf = (version: number): Uint8Array => {
    const pepper = options.peppers[version];
    if (!pepper) throw new Error(`no pepper of version ${version}`);
    return pepper;
  };
  // Derived and not random: asking twice about an unknown account must not show two salts' worth of difference.
  const decoyKey = createHmac('sha256', pepperOf(parameters.pepperVersion)).update('decoy salt').digest();

  const computeTag = (password: string, recipe: HashRecipe) =>
    queue.run(async () =>
      Uint8Array.from(
        await hashRaw(password.normalize('NFC'), {
          algorithm: ARGON2ID,
          memoryCost: recipe.memoryKib,
          timeCost: recipe.iterations,
          parallelism: recipe.parallelism,
          outputLen: TAG_BYTES,
          salt: recipe.salt,
          secret: pepperOf(recipe.pepperVersion),
        }),
      ),
    );

  return {
    computeTag,
    async newCredential(password) {
      const recipe = { salt: Uint8Array.from(randomBytes(SALT_BYTES)), ...parameters };
      const tag = await computeTag(password, recipe);
      return { ...recipe, tag, verifier: verifierOf(tag) };
    },
    decoyRecipe(identifier) {
      const digest = createHmac('sha256', decoyKey)
        .update(identifier.normalize('NFC').toLowerCase())
        .digest();
      return { salt: Uint8Array.from(digest.subarray(0, SALT_BYTES)), ...parameters };
    },
    needsRehash: (used) => isWeaker(used, parameters),
  };
}

/** What the database keeps and compares: SHA-256 of a tag. */
function verifierOf(tag: Bytes): Bytes {
  return Uint8Array.from(createHash('sha256').update(tag).digest());
}
