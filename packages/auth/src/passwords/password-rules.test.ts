import { expect, test } from 'vitest';
import { passwordProblem } from './password-rules.ts';

const context = {
  email: 'm.karlsen@northgate.example',
  displayName: 'Mira Karlsen',
  firmName: 'Northgate Security',
};

test.each([
  ['S2: fourteen code points', 'fourteen chars'],
  ['S2: seven pairs that look like fourteen', '😀'.repeat(14)],
  ['S2: 257 code points', 'ab cd ef gh ij '.repeat(18).slice(0, 257)],
  ['S2: the local part of the e-mail address', 'my mkarlsen passphrase'],
  ['S2: the first name in capitals', 'all of MIRAs little boats'],
  ['S2: the surname with dots between', 'the old k.a.r.l.s.e.n house'],
  ['S2: the firm', 'we love northgate forever'],
  ['S2: the product', 'open the SallyPort please'],
  ['S2: one letter', 'a'.repeat(20)],
  ['S2: a repeated word', 'winterwinterwinter'],
  ['S2: a keyboard walk', 'qwertyuiopasdfgh'],
  ['S2: a walk backwards', '0987654321098765'],
  ['S2: the alphabet', 'abcdefghijklmnopq'],
])('%s is refused', (_name, password) => {
  expect(passwordProblem(password, context)).toEqual(expect.any(String));
});

test.each([
  ['S2: fifteen code points', 'fifteen of them'],
  ['S2: 256 code points', 'plum river seven lanterns '.repeat(10).slice(0, 256)],
  ['S2: no digit, no capital, no sign', 'correct horse battery staple'],
  ['S2: a short word of the context inside another', 'orchids remain unsold'],
  ['S2: letters of any script', 'длинная парольная фраза'],
])('%s is allowed', (_name, password) => {
  expect(passwordProblem(password, context)).toBeNull();
});

test('S2: twelve are enough where a second factor is enforced, eleven are not', () => {
  expect(passwordProblem('twelve chars', { minimum: 12 })).toBeNull();
  expect(passwordProblem('eleven char', { minimum: 12 })).not.toBeNull();
  expect(passwordProblem('twelve chars', {})).not.toBeNull();
});
