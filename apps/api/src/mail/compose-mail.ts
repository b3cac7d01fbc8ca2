import { Audience } from '@sallyport/contracts/common';
import type { LetterContext } from './letter.ts';
import type { MailKind } from './mail-kinds.ts';
import { oneLine } from './one-line.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { letterOf } from './templates.ts';
import { WORDS } from './words.ts';

/** URLs of the doors, from the configuration and from nothing else. */
export type DoorUrls = Readonly<Record<Audience, string>>;

/** Who is written to. */
export interface MailReader {
  audience: Audience;
  displayName: string;
  /** Where this mail goes. */
  email: string;
}

export interface ComposedMail {
  subject: string;
  text: string;
  html: string;
  /** Where the mail asks to go; null when it only tells. */
  actionUrl: string | null;
  notMeUrl: string | null;
}

/** The words of a mail, as text and as HTML. @throws ZodError when the variables are not those of the kind */
export function composeMail({
  kind,
  variables,
  notMeSecret,
  reader,
  firmName,
  urls,
  hasLogo,
}: {
  kind: MailKind;
  variables: unknown;
  notMeSecret: string | null;
  reader: MailReader;
  firmName: string;
  urls: DoorUrls;
  hasLogo: boolean;
}): ComposedMail {
  const doorUrl = urls[reader.audience];
  const linkTo = (path: string, secret?: string) => `${doorUrl}${path}${secret ? `#${secret}` : ''}`;
  const context: LetterContext = {
    firmName: oneLine(firmName) || 'Sallyport',
    doorName: WORDS.doors[reader.audience === Audience.Staff ? 'STAFF' : 'CUSTOMER'],
    displayName: oneLine(reader.displayName),
    email: reader.email,
    linkTo,
  };
  const letter = letterOf(kind, variables, context);
  const notMeUrl = notMeSecret === null ? null : linkTo('/not-me', notMeSecret);
  const rendered = { letter, notMeUrl, context, hasLogo };
  return {
    subject: oneLine(letter.subject),
    text: renderText(rendered),
    html: renderHtml(rendered),
    actionUrl: letter.action?.url ?? null,
    notMeUrl,
  };
}
