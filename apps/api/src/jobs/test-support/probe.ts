import { serveThread } from '../serve-thread.ts';

/** What the thread is told to do. */
export interface ProbeInput {
  does: 'double' | 'throw' | 'spin' | 'hoard';
  number?: number;
}

await serveThread<ProbeInput>(({ does, number = 0 }) => {
  switch (does) {
    case 'double':
      return number * 2;
    case 'throw':
      throw new RangeError('out of ink');
    case 'spin':
      for (;;);
    case 'hoard': {
      const hoard: number[][] = [];
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, at) => at));
    }
  }
});
