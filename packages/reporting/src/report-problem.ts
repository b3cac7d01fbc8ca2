/** A report that cannot be made as it stands. `userMessage` says which part and what to do, for the person who asked. */
export class ReportProblem extends Error {
  readonly userMessage: string;

  constructor(userMessage: string, options?: ErrorOptions) {
    super(userMessage, options);
    this.name = 'ReportProblem';
    this.userMessage = userMessage;
  }
}
