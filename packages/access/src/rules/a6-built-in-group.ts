import type { Rule } from './rule.ts';

/** A6: reports and defaults find built-in groups by key, so they stay. */
export const notBuiltIn: Rule<{ isBuiltIn: boolean }> = {
  id: 'A6',
  says: 'Built-in groups are not deleted.',
  check: (_actor, { isBuiltIn }) =>
    isBuiltIn
      ? { rule: 'A6', message: 'A built-in group cannot be deleted. Rename it, or take its members out.' }
      : null,
};
