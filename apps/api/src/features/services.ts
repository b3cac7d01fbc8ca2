import type { AnswerTime, Passwords, Sessions } from '@sallyport/auth';
import type { Audience } from '@sallyport/contracts/common';
import type { Mailbox } from '../mail/mailbox.ts';
import type { Sealer } from '../secrets/sealer.ts';
import type { RequestContext } from '../trpc/context.ts';

/** What the handlers of one door need for the life of the process. A class, so that `servicesOf` can recognise it. */
export class DoorServices {
  readonly audience: Audience;
  /** Base URL of the door; links come from it and never from a header. */
  readonly url: string;
  readonly otherDoorUrl: string;
  readonly isDemo: boolean;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly answerTime: AnswerTime;
  /** Seals secrets under this door's own keys before they are stored. */
  readonly sealer: Sealer;
  /** Where the mail of a demo goes; null otherwise. */
  readonly mailbox: Mailbox | null;

  constructor(services: {
    audience: Audience;
    url: string;
    otherDoorUrl: string;
    isDemo: boolean;
    passwords: Passwords;
    sessions: Sessions;
    answerTime: AnswerTime;
    sealer: Sealer;
    mailbox: Mailbox | null;
  }) {
    this.audience = services.audience;
    this.url = services.url;
    this.otherDoorUrl = services.otherDoorUrl;
    this.isDemo = services.isDemo;
    this.passwords = services.passwords;
    this.sessions = services.sessions;
    this.answerTime = services.answerTime;
    this.sealer = services.sealer;
    this.mailbox = services.mailbox;
  }
}

/** The services of the door that a request came to. @throws TypeError when the door was built without them */
export function servicesOf(request: RequestContext): DoorServices {
  const { services } = request.door;
  if (services instanceof DoorServices) return services;
  throw new TypeError('the door was built without its services');
}
