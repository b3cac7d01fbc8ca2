import { describe, expect, it } from 'vitest';
import { Slots } from './slots.ts';

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describe('slots of a batch', () => {
  it('let no more than the limit run at once, and everyone in the end', async () => {
    const slots = new Slots(3);
    const gates = Array.from({ length: 10 }, gate);
    let running = 0;
    let most = 0;
    const works = gates.map(({ passed }) =>
      slots.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await passed;
        running -= 1;
      }),
    );
    for (const { open } of gates) open();
    await Promise.all(works);
    expect(most).toBe(3);
    expect(running).toBe(0);
  });

  it('give the slot back when the work fails', async () => {
    const slots = new Slots(1);
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(slots.run(async () => 'next')).resolves.toBe('next');
  });
});
