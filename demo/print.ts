import type { House, Resident } from './fill/house.ts';
import type { DemoToken } from './fill/tokens.ts';

/** What the demo tells about itself once everything stands. */
export interface DemoFacts {
  house: House;
  tokens: readonly DemoToken[];
  readyAfterMs: number;
}

/** For other programs: one line of JSON. */
export function jsonLine({ house, tokens }: DemoFacts): string {
  const personas = [...house.residents.values()].map(({ key, door, email, groups, company, factor }) => ({
    key,
    door,
    email,
    password: house.password,
    totpSecret: factor?.totpSecret ?? null,
    recoveryCode: factor?.recoveryCode ?? null,
    groups,
    company,
  }));
  return `${JSON.stringify({ staff: house.staffUrl, portal: house.portalUrl, personas, tokens })}\n`;
}

const isColoured = () => process.stdout.isTTY === true && !process.env['NO_COLOR'];
const paint = (code: string) => (text: string) => (isColoured() ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint('1');
const dim = paint('2');
const accent = paint('36');

/** For people: where to go, and as whom. */
export function summary({ house, tokens, readyAfterMs }: DemoFacts): string {
  const everybody = [...house.residents.values()];
  const width = Math.max(...everybody.map(({ email }) => email.length));
  const line = ({ email, groups, company, factor }: Resident) => {
    const what = groups.length > 0 ? groups.join(', ') : company === null ? 'no groups' : '';
    return [
      `    ${email.padEnd(width)}  ${dim([what, company].filter(Boolean).join(' · '))}`,
      ...(factor ? [`    ${' '.repeat(width)}  ${dim(`recovery code ${factor.recoveryCode}`)}`] : []),
    ].join('\n');
  };
  const [admin, ...staff] = everybody.filter(({ door }) => door === 'staff');
  return [
    '',
    `  ${accent('▍▌')} ${bold('Sallyport demo')} ${dim(`is ready (${Math.round(readyAfterMs / 1000)} s)`)}`,
    '',
    `  Password of everybody  ${bold(house.password)}`,
    '',
    `  ${bold(`Staff dashboard  ${house.staffUrl}`)}`,
    ...(admin ? [line({ ...admin, groups: ['Admin: may do everything'] })] : []),
    ...staff.map(line),
    '',
    `  ${dim('Where a recovery code is shown, a second factor is needed: give a recovery code once, or add the key of --json to an authenticator app.')}`,
    '',
    `  ${bold(`Customer portal  ${house.portalUrl}`)}`,
    ...everybody.filter(({ door }) => door === 'portal').map(line),
    '',
    `  ${bold('Tokens for other tools')}`,
    ...tokens.map(({ owner, scopes, token }) => `    ${owner}, ${scopes.join(', ')}\n    ${token}`),
    '',
    `  ${dim('Ctrl-C stops the demo and removes everything in it.')}`,
    '',
    '',
  ].join('\n');
}
