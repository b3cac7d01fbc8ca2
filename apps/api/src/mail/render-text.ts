import type { RenderedLetter } from './letter.ts';
import { WORDS } from './words.ts';

/** The letter as plain text, for whoever reads mail so. */
export function renderText({ letter, notMeUrl, context }: RenderedLetter): string {
  const { firmName, doorName, displayName, email } = context;
  const blocks = [
    WORDS.greeting(displayName),
    ...letter.paragraphs,
    ...(letter.facts ? [letter.facts.map(([label, value]) => `${label}: ${value}`).join('\n')] : []),
    ...(letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : []),
    ...(letter.notes ?? []),
    ...(notMeUrl ? [`${WORDS.notMe.question} ${WORDS.notMe.text}\n${notMeUrl}`] : []),
    `-- \n${WORDS.sentBy(firmName, doorName)}\n${WORDS.sentTo(email)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
