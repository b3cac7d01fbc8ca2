import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PARAMETERS, FLOOR } from './parameters.ts';
import { createPasswords } from './passwords.ts';
import { createWorkQueue } from './work-queue.ts';

const peppers = { 1: new Uint8Array(32).fill(9), 2: new Uint8Array(32).fill(8) };
const cheap = { memoryKib: 64, iterations: 1, parallelism: 1, pepperVersion: 1 };
const passwords = createPasswords({ peppers, parameters: cheap, isFloorEnforced: false });

describe('S3: passwords', () => {
  test('S3: the default is 64 MiB, t=3, p=1, and a tag has 32 bytes', async () => {
    expect(DEFAULT_PARAMETERS).toMatchObject({ memoryKib: 65_536, iterations: 3, parallelism: 1 });
    const { tag, ...stored } = await createPasswords({ peppers }).newCredential('quiet lamps under water');
    expect(tag).toHaveLength(32);
    expect(stored).toMatchObject({ memoryKib: 65_536, iterations: 3, parallelism: 1, pepperVersion: 1 });
  });

  test('S3: less than 19 MiB or t=2 is refused, the floor itself is allowed', () => {
    const at = (memoryKib: number, iterations: number) => () =>
      createPasswords({ peppers, parameters: { memoryKib, iterations, parallelism: 1, pepperVersion: 1 } });
    expect(at(FLOOR.memoryKib, FLOOR.iterations)).not.toThrow();
    expect(at(FLOOR.memoryKib - 1, FLOOR.iterations)).toThrow(RangeError);
    expect(at(FLOOR.memoryKib, FLOOR.iterations - 1)).toThrow(RangeError);
  });

  test('S3: what is stored is SHA-256 of the tag, and the tag can be computed again', async () => {
    const { tag, verifier, ...recipe } = await passwords.newCredential('quiet lamps under water');
    expect(Buffer.from(verifier)).toEqual(createHash('sha256').update(tag).digest());
    expect(await passwords.computeTag('quiet lamps under water', recipe)).toEqual(tag);
    expect(await passwords.computeTag('quiet lamps under Water', recipe)).not.toEqual(tag);
  });

  test('S3: without the same pepper the tag is another one', async () => {
    const { tag, ...recipe } = await passwords.newCredential('quiet lamps under water');
    expect(
      await passwords.computeTag('quiet lamps under water', { ...recipe, pepperVersion: 2 }),
    ).not.toEqual(tag);
    await expect(passwords.computeTag('x', { ...recipe, pepperVersion: 3 })).rejects.toThrow('pepper');
  });

  test('S2: composed and decomposed letters are the same password', async () => {
    const { tag, ...recipe } = await passwords.newCredential('caf\u00e9 at the corner');
    expect(await passwords.computeTag('cafe\u0301 at the corner', recipe)).toEqual(tag);
  });

  test('S1: an unknown account gets the same decoy every time, whatever its case, and another than its neighbour', () => {
    const decoy = passwords.decoyRecipe('nobody@example.test');
    expect(passwords.decoyRecipe('Nobody@Example.test')).toEqual(decoy);
    expect(passwords.decoyRecipe('somebody@example.test').salt).not.toEqual(decoy.salt);
    expect(decoy).toMatchObject(cheap);
  });

  test('S3: a weaker or older credential is made anew, an equal one is not', () => {
    expect(passwords.needsRehash(cheap)).toBe(false);
    expect(passwords.needsRehash({ ...cheap, memoryKib: 32 })).toBe(true);
    expect(passwords.needsRehash({ ...cheap, iterations: 0 })).toBe(true);
    expect(passwords.needsRehash({ ...cheap, pepperVersion: 0 })).toBe(true);
  });
});

describe('S3: bounded concurrency', () => {
  test('S3: no more than two at once; beyond the waiting line it refuses; places come free', async () => {
    const queue = createWorkQueue({ atOnce: 2, waitingAtMost: 3 });
    let running = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => releases.push(resolve));
      running -= 1;
    };
    const accepted = Array.from({ length: 5 }, () => queue.run(work));
    await expect(queue.run(work)).rejects.toThrow('too much work');
    while (releases.length > 0 || running > 0) {
      releases.shift()?.();
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(accepted);
    expect(most).toBe(2);
    await expect(queue.run(() => Promise.reject(new Error('own')))).rejects.toThrow('own');
    await expect(queue.run(() => Promise.resolve(7))).resolves.toBe(7);
  });
});
