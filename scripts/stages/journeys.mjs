import { findChromium } from '../support/chromium.mjs';
import { vitest } from '../support/vitest.mjs';

/** Nothing has this name, so every test is counted as skipped. */
const NO_TEST = '(?!)';

/** The journeys in e2e with a real browser; without one all of them are skipped, and the reason is said once. */
export async function journeys(filters = []) {
  const chromium = await findChromium();
  const args = ['--project', 'e2e', ...filters];
  if (chromium.path) return vitest(args, { CHROMIUM_PATH: chromium.path });
  const counts = await vitest([...args, '--testNamePattern', NO_TEST], { SALLYPORT_NO_BROWSER: '1' });
  return { ...counts, reasons: { [chromium.reason]: counts.skipped } };
}
