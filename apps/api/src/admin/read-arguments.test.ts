import { describe, expect, test } from 'vitest';
import { AdminError } from './admin-error.ts';
import { readArguments } from './read-arguments.ts';

const read = (text: string) => readArguments(text.split(' '));
const START = 'create-token --for ines@firm.example';

describe('arguments of the command line', () => {
  test('are read, with what is usual for what is not said', () => {
    expect(read(`${START} --scopes manage-projects:ASSIGNED,manage-companies`)).toEqual({
      name: 'create-token',
      request: {
        email: 'ines@firm.example',
        scopes: [
          { permission: 'manage-projects', reach: 'ASSIGNED' },
          { permission: 'manage-companies', reach: null },
        ],
        days: 90,
        name: 'Command line',
      },
    });
    expect(read(`${START} --scopes manage-projects:ALL --days 365 --name CI`)).toMatchObject({
      request: { days: 365, name: 'CI' },
    });
  });

  test.each([
    [
      'create-admin --for Ada@Firm.example --name Ada',
      { request: { email: 'ada@firm.example', displayName: 'Ada' } },
    ],
    ['create-admin --for ada@firm.example', { request: { displayName: null } }],
    ['reset-factor --for ada@firm.example', { door: 'staff' }],
    ['reset-factor --for ada@firm.example --door portal', { door: 'portal' }],
    ['ip-reset', { level: null }],
    ['ip-reset --level staff', { level: 'STAFF' }],
    ['list-sessions', { email: null }],
    ['list-sessions --for ada@firm.example', { email: 'ada@firm.example' }],
    ['revoke-all --yes', {}],
    ['calibrate', { isSaved: false }],
    ['calibrate --save', { isSaved: true }],
    ['rotate-key --dry-run', { step: 'dry-run' }],
    ['rotate-key --yes', { step: 'rotate' }],
    ['rotate-key --finish', { step: 'finish' }],
  ])('%j is understood', (text, expected) => {
    expect(read(text)).toMatchObject({ name: text.split(' ')[0], ...expected });
  });

  test.each([
    ['', /create-token --for/],
    ['create-admin', /create-admin --for/],
    ['create-admin --for nobody', /e-mail address/],
    ['create-admin --for ada@firm.example --scopes x', /takes no --scopes/],
    ['create-token', /--for/],
    ['reset-factor', /--for/],
    ['reset-factor --for ada@firm.example --door back', /staff or portal/],
    ['ip-reset --level all', /staff, customers, company, account, token/],
    ['ip-reset now', /Say what to do/],
    ['revoke-all', /--yes/],
    ['rotate-key', /--dry-run/],
    ['rotate-key --dry-run --yes', /Say one of/],
    ['toString', /Say what to do/],
    [START, /--scopes/],
    [`${START} --scopes manage-projects`, /take a reach/],
    [`${START} --scopes manage-companies:ALL`, /is no scope/],
    [`${START} --scopes manage-everything`, /is no scope/],
    [`${START} --scopes manage-projects:ALL:ALL`, /is no scope/],
    [`${START} --scopes manage-companies --days 0`, /1 to 365/],
    [`${START} --scopes manage-companies --days 366`, /1 to 365/],
    [`${START} --scopes manage-companies --days ten`, /1 to 365/],
    [`${START} --scopes manage-companies --colour red`, /colour/],
  ])('%j is refused and says what to do', (text, message) => {
    expect(() => read(text)).toThrow(AdminError);
    expect(() => read(text)).toThrow(message);
  });
});
