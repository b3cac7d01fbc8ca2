import type { Job } from './define-job.ts';
import { applyImport, importScan } from './import-scan.ts';
import { purgeSignInAttempts } from './purge-sign-in-attempts.ts';
import { purgeSignIns } from './purge-sign-ins.ts';
import { remindOfEndingTokens } from './remind-of-ending-tokens.ts';
import { renderReport } from './render-report.ts';
import { reportNotMe } from './report-not-me.ts';
import { purgeMail, sendMail, sendWaitingMail } from './send-mail.ts';

/** Every job that a worker knows. */
export const JOBS: readonly Job[] = [
  importScan,
  applyImport,
  renderReport,
  purgeSignInAttempts,
  purgeSignIns,
  sendMail,
  sendWaitingMail,
  purgeMail,
  reportNotMe,
  remindOfEndingTokens,
];
