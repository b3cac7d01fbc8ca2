import { AccountStatus } from '@sallyport/contracts/common';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { admin, by, groupChange, staff } from '../test-principals.ts';

describe.each([
  ['user.renewInvitation', ['INVITED']],
  ['user.deactivate', ['INVITED', 'ACTIVE']],
  ['user.reactivate', ['INACTIVE']],
  ['user.update', ['INVITED', 'ACTIVE', 'INACTIVE']],
] as const)('U1 %s', (action, open: readonly AccountStatus[]) => {
  it.each(AccountStatus.options)('U1 allows or refuses by the status %s', (status) => {
    const decision = decide(by(admin()), { action, target: staff([], { status }), isLastUsableAdmin: false });
    if (open.includes(status)) expect(decision.allowed).toBe(true);
    else expect(decision).toMatchObject({ reason: { gate: 'G9', rule: 'U1' } });
  });
});

describe('U1 joining a group', () => {
  it('U1 allows whoever is a person still, and refuses who was anonymised', () => {
    const add = (status: AccountStatus) =>
      decide(by(admin()), groupChange({ adds: [staff([], { status })] }));
    expect(add('INVITED').allowed).toBe(true);
    expect(add('ANONYMISED')).toMatchObject({ reason: { gate: 'G9', rule: 'U1' } });
  });
});
