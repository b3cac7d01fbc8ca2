/** What a Sallyport server answered instead of a result. `message` is fit to be shown to people. */
export class SallyportError extends Error {
  override readonly name = 'SallyportError';
  /** As in NOT_FOUND, FORBIDDEN, INVALID_INPUT, STALE_EDIT; UNREACHABLE when no answer came. */
  readonly code: string;
  /** 0 when no answer came. */
  readonly httpStatus: number;
  /** Problems of single fields, by their dotted path. */
  readonly fields: readonly { path: string; message: string }[];

  constructor(
    message: string,
    details: Pick<SallyportError, 'code' | 'httpStatus'> &
      Partial<Pick<SallyportError, 'fields'>> & { cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.httpStatus = details.httpStatus;
    this.fields = details.fields ?? [];
  }
}
