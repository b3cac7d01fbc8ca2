import type { ProjectFacts } from '../project-facts.ts';
import type { Rule } from './rule.ts';

/** 06-parity: what was delivered stays as it was delivered. */
export const notCompleted: Rule<{ project: ProjectFacts }> = {
  id: 'Lock',
  says: 'A completed project is locked: its texts, ratings, scope, instances, dates and findings stay.',
  check: (_actor, { project }) =>
    project.isCompleted
      ? { rule: 'Lock', message: 'This project is completed, so its contents are locked.' }
      : null,
};
