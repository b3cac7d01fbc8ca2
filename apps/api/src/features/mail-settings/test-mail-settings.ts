import { randomUUID } from 'node:crypto';
import { decide } from '@sallyport/access';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { MailTestResult } from '@sallyport/contracts/staff';
import { readMailSender } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { composeMail } from '../../mail/compose-mail.ts';
import { openMailServer } from '../../mail/mail-server.ts';
import { MailNotSent, sendBySmtp } from '../../mail/smtp-sender.ts';
import { refuseUnless } from '../../trpc/call.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { runApart } from '../../trpc/transaction.ts';
import { servicesOf } from '../services.ts';
import { SignedInStaff } from '../signed-in.ts';
import { NoInput } from '../wire.ts';

/** Sends a mail to oneself with the stored settings, at once, and says in a word what came of it. */
export const testMailSettings = procedure
  .staff({ permission: null, action: 'mailSettings.test' })
  .input(NoInput)
  .output(MailTestResult)
  .prepare(({ request, principal }) => {
    // The conversation holds no transaction; so the decision is asked before it, and again after.
    if (!principal) throw new AppError(ErrorCode.Unauthenticated);
    refuseUnless(decide(principal, { action: 'mailSettings.test' }));
    return sendTest(request);
  })
  .mutation(async ({ call, prepared }) => {
    call.authorize({ action: 'mailSettings.test' });
    const { problem } = prepared;
    await writeAudit(call, {
      action: 'mail-settings.tested',
      objectType: 'installation',
      objectId: null,
      after: { problem },
    });
    return prepared;
  });

async function sendTest(request: RequestContext): Promise<MailTestResult> {
  const { sealer, url, otherDoorUrl } = servicesOf(request);
  const { sender, caller } = await runApart(request, async (tx) => ({
    sender: await readMailSender(tx),
    caller:
      request.secret === null ? null : await request.door.sessions.authenticate(tx, request.secret, request),
  }));
  if (!(caller instanceof SignedInStaff)) throw new AppError(ErrorCode.Unauthenticated);
  const { email, displayName } = caller.record.account;
  if (!sender.server) return { problem: 'no-server', sentTo: email, tookMs: 0 };
  const { firmName } = sender;
  const composed = composeMail({
    kind: 'test',
    variables: {},
    notMeSecret: null,
    reader: { audience: Audience.Staff, displayName, email },
    firmName,
    urls: { STAFF: url, CUSTOMER: otherDoorUrl },
    hasLogo: false,
  });
  const startedAt = performance.now();
  const took = () => Math.round(performance.now() - startedAt);
  try {
    const mail = { id: randomUUID(), recipient: email, firmName, composed, logo: null };
    await sendBySmtp(openMailServer(sender.server, sealer), mail);
    return { problem: null, sentTo: email, tookMs: took() };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    return { problem: error.problem, sentTo: email, tookMs: took() };
  }
}
