import type { Severity } from '@sallyport/contracts/common';
import type { CompletenessItem } from '@sallyport/contracts/staff';
import type { z } from 'zod';
import type { ProjectDates } from './project-status.service.ts';

/** A finding as completing looks at it. */
export interface CheckedFinding {
  id: string;
  severity: Severity;
  /** Rated by hand, neither by a vector nor by a tool. */
  isRatedByHand: boolean;
  isWithdrawn: boolean;
  /** Has a description and a recommendation. */
  hasTexts: boolean;
  instanceCount: number;
}

/** What completing looks at. */
export interface CheckedProject extends ProjectDates {
  standardCount: number;
  /** Targets in scope; those named as out of scope do not count. */
  scopeCount: number;
  findings: readonly CheckedFinding[];
  imports: {
    /** Read or being read, and not decided on. */
    waiting: number;
    /** Writing their findings right now. */
    applying: number;
  };
}

type Item = z.input<typeof CompletenessItem>;

/** What is missing before a project is complete (06-parity), what holds it back first. */
export function completenessOf(project: CheckedProject): Item[] {
  const items = [
    project.standardCount === 0 && blocking('standards', 'No standard is chosen. Choose at least one.'),
    project.scopeCount === 0 && blocking('scope', 'The scope is empty. Add what was tested.'),
    aboutFindings('instances', true, withoutInstance(project), [
      'finding has no instance. Add where it was found.',
      'findings have no instance. Add where they were found.',
    ]),
    project.imports.applying > 0 &&
      blocking('import-waiting', 'An import is being written to the project. Wait until it has finished.'),
    (project.testStart === null || project.testEnd === null) &&
      told('dates', 'The dates of the test are not set. Reports leave them out.'),
    project.findings.length === 0 &&
      told('findings', 'There are no findings. Reports say that nothing was found.'),
    aboutFindings('severity', false, project.findings.filter(isPerhapsUnrated), [
      'finding is rated Informational by hand. Check that this is meant.',
      'findings are rated Informational by hand. Check that this is meant.',
    ]),
    aboutFindings('texts', false, project.findings.filter(isWithoutTexts), [
      'finding has no description or no recommendation.',
      'findings have no description or no recommendation.',
    ]),
    project.imports.waiting > 0 &&
      told('import-waiting', `${importsWait(project.imports.waiting)} Completing leaves them as they are.`),
  ];
  return items.filter((item) => item !== false && item !== null);
}

/** What holds completion back, in one text; null when nothing does. */
export function whatBlocks(items: readonly Item[]): string | null {
  const messages = items.filter(({ isBlocking }) => isBlocking).map(({ message }) => message);
  return messages.length === 0 ? null : `This project cannot be completed yet. ${messages.join(' ')}`;
}

function withoutInstance({ findings }: CheckedProject): CheckedFinding[] {
  return findings.filter(({ instanceCount, isWithdrawn }) => instanceCount === 0 && !isWithdrawn);
}

// Every finding begins as Informational, so that one that nobody rated looks like this.
function isPerhapsUnrated({ severity, isRatedByHand, isWithdrawn }: CheckedFinding): boolean {
  return severity === 'info' && isRatedByHand && !isWithdrawn;
}

function isWithoutTexts({ hasTexts, isWithdrawn }: CheckedFinding): boolean {
  return !hasTexts && !isWithdrawn;
}

function importsWait(count: number): string {
  return count === 1 ? '1 import waits to be applied.' : `${count} imports wait to be applied.`;
}

function aboutFindings(
  key: Item['key'],
  isBlocking: boolean,
  findings: readonly CheckedFinding[],
  [one, many]: readonly [string, string],
): Item | null {
  if (findings.length === 0) return null;
  const message = `${findings.length} ${findings.length === 1 ? one : many}`;
  return { key, isBlocking, message, findingIds: findings.map(({ id }) => id) };
}

function blocking(key: Item['key'], message: string): Item {
  return { key, isBlocking: true, message, findingIds: [] };
}

function told(key: Item['key'], message: string): Item {
  return { key, isBlocking: false, message, findingIds: [] };
}
