import { red, say } from './terminal.mjs';

/** A failure with what the tool said and what the reader can do about it. */
export class Failure extends Error {
  /** @param {string} message @param {{ output?: string, mend?: string, exitCode?: number }} details */
  constructor(message, { output = '', mend = '', exitCode = 1 } = {}) {
    super(message);
    this.output = output;
    this.mend = mend;
    this.exitCode = exitCode;
  }
}

/** Prints a failure: the tool's own words first, then ours, then the way out. */
export function report(error) {
  if (!(error instanceof Failure)) {
    say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
  if (error.output.trim()) say(`\n${error.output.trimEnd()}`);
  say(`\n${red(error.message)}`);
  if (error.mend) say(`${error.mend}`);
  say();
  return error.exitCode;
}
