import { PORTAL_URL, SEALS, STAFF_URL } from '../../doors/testing/test-doors.ts';
import { Sealer } from '../../secrets/sealer.ts';
import type { MailTools } from '../deliver-mail.ts';

/** What a worker of the test doors has: the keys of both, their URLs, no mailbox. */
export function testMailTools(): MailTools {
  return {
    sealers: { STAFF: new Sealer(SEALS.STAFF), CUSTOMER: new Sealer(SEALS.CUSTOMER) },
    urls: { STAFF: STAFF_URL, CUSTOMER: PORTAL_URL },
    mailbox: null,
  };
}
