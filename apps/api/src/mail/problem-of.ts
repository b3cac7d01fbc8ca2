import type { MailProblem } from '@sallyport/contracts/staff';

/** What went wrong, and whether another try could change it. */
export interface MailTrouble {
  problem: MailProblem;
  isFinal: boolean;
}

/** What nodemailer throws: a code of its own, and the server's reply code where there was one. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
  cause?: unknown;
}

const TLS_ERROR = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/;

/**
 * The kind of trouble behind an error of sending. The server's own words are thrown away: they may quote addresses and
 * what was sent. Refusals for good (5xx) are final, except of our own sign-in, which an administrator may put right.
 */
export function problemOf(error: unknown): MailTrouble {
  const { code, responseCode, command } = Object(error) as SmtpError;
  const name = typeof code === 'string' ? code : '';
  if (name === 'EOAUTH2') return { problem: 'token-refused', isFinal: false };
  if (name === 'EAUTH' || name === 'ENOAUTH') return { problem: 'sign-in-refused', isFinal: false };
  if (name === 'ETLS' || name === 'EREQUIRETLS' || isTlsError(error))
    return { problem: 'tls', isFinal: false };
  if (name === 'ETIMEDOUT') return { problem: 'timeout', isFinal: false };
  if (typeof responseCode === 'number' && responseCode >= 500) {
    return { problem: command === 'RCPT TO' ? 'recipient-refused' : 'refused', isFinal: true };
  }
  if (typeof responseCode === 'number' && responseCode >= 400) return { problem: 'busy', isFinal: false };
  if (name === 'EENVELOPE') return { problem: 'recipient-refused', isFinal: true };
  return { problem: 'no-connection', isFinal: false };
}

function isTlsError(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; depth += 1) {
    if ('code' in at && typeof at.code === 'string' && TLS_ERROR.test(at.code)) return true;
    if (/certificate|tls|ssl/i.test(at.message)) return true;
    at = at.cause;
  }
  return false;
}
