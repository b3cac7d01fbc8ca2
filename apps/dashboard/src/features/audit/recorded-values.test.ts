import { expect, test } from 'vitest';
import { recordedChange } from './recorded-values.ts';

const NAMES = new Map<string, string>();
const GRANTS = ['manage-projects:ASSIGNED', 'manage-vulnerability-data'];

test('permissions that a change left as they were are not shown', () => {
  const change = recordedChange(
    { purpose: 'Tests', members: ['Ines Duarte'], grants: GRANTS },
    { purpose: 'Tests', members: ['Ines Duarte', 'Tomasz Nowak'], grants: GRANTS },
    NAMES,
  );
  expect(change.grants).toBeNull();
  expect(change.facts).toEqual({
    before: { members: 'Ines Duarte' },
    after: { members: 'Ines Duarte, Tomasz Nowak' },
  });
});

test('of the permissions only those that differ are shown', () => {
  const { grants } = recordedChange(
    { grants: GRANTS },
    { grants: ['manage-projects:ALL', 'manage-vulnerability-data'] },
    NAMES,
  );
  expect(grants).toEqual({
    before: { 'Manage Projects': 'Assigned' },
    after: { 'Manage Projects': 'All projects' },
  });
});
