import type { Logger } from '../log.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { checkpointText } from './chain.ts';
import { makeCheckpoint, sealEntries, type Transaction } from './seal-entries.ts';

/** L2: at most two seconds behind; a pass that finds nothing costs one small query. */
const EVERY_MS = 1_000;
const CHECKPOINT_EVERY_MS = 3_600_000;

export interface SealingOptions {
  transaction: Transaction;
  /** Of the staff door: only who has the master key makes the chain longer. */
  sealer: Sealer;
  log: Logger;
}

/**
 * Seals new entries until stopped, and once an hour signs the end of the chain into the log, which the database cannot
 * reach. A failed pass is told once and tried again.
 */
export function keepSealing({ transaction, sealer, log }: SealingOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let isFailing = false;
  let fromTheStart = true;
  let signed = { position: 0n, at: performance.now() };
  let timer: NodeJS.Timeout | undefined;
  let pass = Promise.resolve();

  const work = async () => {
    await sealEntries(transaction, sealer, { fromTheStart });
    fromTheStart = false;
    if (performance.now() - signed.at < CHECKPOINT_EVERY_MS) return;
    const place = await transaction((tx) => makeCheckpoint(tx, sealer, signed.position));
    signed = { position: place?.position ?? signed.position, at: performance.now() };
    if (place !== null) log.info('audit checkpoint', { checkpoint: checkpointText(place) });
  };
  const next = () => {
    pass = work().then(
      () => {
        isFailing = false;
      },
      (error: unknown) => {
        if (!isFailing) log.error('the audit log could not be sealed', { error: String(error) });
        isFailing = true;
      },
    );
    void pass.then(() => {
      if (!isStopped) timer = setTimeout(next, EVERY_MS);
    });
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await pass;
    },
  };
}
