const MAX_QUOTED = 40;

/** Why a file cannot be imported. The message is for people: what is wrong, where, and what to do. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
  /** The first line is 1; null when no line can be named. */
  readonly line: number | null;
  readonly userMessage: string;

  /** @param what a sentence without its full stop  @param remedy whole sentences */
  constructor(what: string, line: number | null, remedy: string) {
    const userMessage = `${what}${line === null ? '' : ` (line ${line})`}. ${remedy}`;
    super(userMessage);
    this.line = line;
    this.userMessage = userMessage;
  }
}

/** A value from the file, fit for a message. */
export function quoted(value: string): string {
  const plain = value.replace(/\s+/g, ' ');
  return `“${plain.length > MAX_QUOTED ? `${plain.slice(0, MAX_QUOTED)}…` : plain}”`;
}
