// Quiet progress lines: one per step, with its duration. Colour only where a person looks.

const isLive = Boolean(process.stderr.isTTY) && !process.env.CI;
const hasColour = (isLive && !process.env.NO_COLOR) || Boolean(process.env.FORCE_COLOR);
const paint = (code) => (text) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);

const dim = paint(2);
export const bold = paint(1);
const green = paint(32);
export const red = paint(31);
export const yellow = paint(33);

/** A duration as people read it: "0.4 s", "38 s", "2 min 05 s". */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** Writes one line to stderr, so that stdout stays free for what a command has to say. */
export function say(line = '') {
  process.stderr.write(`${line}\n`);
}

const mark = (symbol, title, note) => `  ${symbol} ${title.padEnd(30)} ${dim(note)}`;

/**
 * Shows one step: while it runs (on a terminal), and its duration when it ends.
 * The step may return a short note to print in place of nothing; what it throws is thrown on.
 */
export async function step(title, work) {
  const started = Date.now();
  const tick = () => process.stderr.write(`\r${mark('◌', title, duration(Date.now() - started))}\u001b[K`);
  const timer = isLive ? setInterval(tick, 200) : undefined;
  if (isLive) tick();
  const finish = (symbol, note) => {
    clearInterval(timer);
    const line = mark(
      symbol,
      title,
      `${duration(Date.now() - started).padStart(9)}${note ? `  ${note}` : ''}`,
    );
    process.stderr.write(`${isLive ? '\r' : ''}${line}${isLive ? '\u001b[K' : ''}\n`);
  };
  try {
    const note = await work();
    finish(green('✓'), typeof note === 'string' ? note : '');
    return note;
  } catch (error) {
    finish(red('✗'), '');
    throw error;
  }
}
