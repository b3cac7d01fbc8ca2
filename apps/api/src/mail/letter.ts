import type { MailKind, MailVariables } from './mail-kinds.ts';

/** What a mail says, before it becomes text and HTML. Everything is plain text; markup is made by the renderers alone. */
export interface Letter {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** Pairs of label and value. */
  facts?: readonly (readonly [label: string, value: string])[];
  action?: { label: string; url: string };
  /** Smaller, below the button. */
  notes?: readonly string[];
}

/** What every template knows beside its own variables. */
export interface LetterContext {
  firmName: string;
  /** Which door the recipient uses, in words. */
  doorName: string;
  /** Of the account that is written to. */
  displayName: string;
  email: string;
  /** A page of the recipient's door, with a secret behind the #, which no server and no log sees. */
  linkTo(path: string, secret?: string): string;
}

/** The letter of one kind of mail. */
export type Template<Kind extends MailKind> = (
  variables: MailVariables<Kind>,
  context: LetterContext,
) => Letter;

/** What the renderers get. */
export interface RenderedLetter {
  letter: Letter;
  notMeUrl: string | null;
  context: LetterContext;
  hasLogo: boolean;
}
