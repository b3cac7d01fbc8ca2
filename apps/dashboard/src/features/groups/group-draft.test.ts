import { describe, expect, it } from 'vitest';
import { changeCount, draftOf, type GroupBase, GroupDraft, keptDraft, rebase } from './group-draft.ts';

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) =>
  GroupDraft.shape.added.element.shape.person.parse({
    id: id(n),
    displayName: `Person ${n}`,
    title: '',
    photo: null,
  });
const member = (n: number) => ({
  ...person(n),
  isActive: true,
  grantedAt: '2026-01-01T00:00:00.000Z',
  grantedBy: null,
  reason: 'Joined',
  expiresAt: null,
});

const base: GroupBase = {
  name: 'Leads',
  purpose: 'Lead engagements',
  grants: { audience: 'STAFF', staff: [{ permission: 'manage-projects', reach: 'ALL' }] },
  members: [member(1), member(2)],
};

describe('changeCount', () => {
  it('is zero for what was just loaded, spaces around the text included', () => {
    expect(changeCount(draftOf(base), base)).toBe(0);
    expect(changeCount({ ...draftOf(base), name: ' Leads ' }, base)).toBe(0);
  });

  it('counts name, purpose, each permission and each member once', () => {
    const draft: GroupDraft = {
      name: 'Team leads',
      purpose: 'Lead',
      grants: {
        audience: 'STAFF',
        staff: [
          { permission: 'manage-projects', reach: 'ASSIGNED' },
          { permission: 'manage-customers', reach: null },
        ],
      },
      added: [{ person: person(3), reason: 'Covers', expiresAt: null }],
      removed: [person(1).id],
    };
    expect(changeCount(draft, base)).toBe(6);
  });
});

describe('rebase', () => {
  it('drops additions of people who are members by now and removals of people who have left', () => {
    const draft: GroupDraft = {
      ...draftOf(base),
      name: 'Mine',
      added: [{ person: person(3), reason: 'Covers', expiresAt: null }],
      removed: [person(1).id],
    };
    const newer: GroupBase = { ...base, members: [member(2), member(3)] };
    expect(rebase(keptDraft(draft, base), newer)).toEqual({ ...draft, added: [], removed: [] });
  });

  it('never takes back what somebody else changed and the draft did not touch', () => {
    const draft: GroupDraft = {
      ...draftOf(base),
      grants: {
        audience: 'STAFF',
        staff: [
          { permission: 'manage-projects', reach: 'ALL' },
          { permission: 'manage-companies', reach: null },
        ],
      },
    };
    const newer: GroupBase = {
      ...base,
      purpose: 'Their new words',
      grants: {
        audience: 'STAFF',
        staff: [
          { permission: 'manage-projects', reach: 'ASSIGNED' },
          { permission: 'manage-customers', reach: null },
        ],
      },
    };
    expect(rebase(keptDraft(draft, base), newer)).toMatchObject({
      purpose: 'Their new words',
      grants: {
        staff: [
          { permission: 'manage-projects', reach: 'ASSIGNED' },
          { permission: 'manage-customers', reach: null },
          { permission: 'manage-companies', reach: null },
        ],
      },
    });
  });
});
