import { describe, expect, test } from 'vitest';
import { AdminError } from './admin-error.ts';
import { readArguments } from './read-arguments.ts';

const read = (text: string) => readArguments(text.split(' '));
const START = 'create-token --for ines@firm.example';

describe('arguments of the command line', () => {
  test('are read, with what is usual for what is not said', () => {
    expect(read(`${START} --scopes manage-projects:ASSIGNED,manage-companies`)).toEqual({
      email: 'ines@firm.example',
      scopes: [
        { permission: 'manage-projects', reach: 'ASSIGNED' },
        { permission: 'manage-companies', reach: null },
      ],
      days: 90,
      name: 'Command line',
    });
    expect(read(`${START} --scopes manage-projects:ALL --days 365 --name CI`)).toMatchObject({
      days: 365,
      name: 'CI',
    });
  });

  test.each([
    ['', /create-token --for/],
    ['create-admin', /create-token --for/],
    ['create-token', /--for/],
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
