import { firstRefusal } from '../rules/rule.ts';
import type { Gate } from './gate.ts';

/** G6, G7 and G9 ask the rules of the action's row; who is let through as an Admin is said in each rule. */

export const object: Gate = {
  key: 'G6',
  label: 'Object',
  hides: true,
  check: (actor, row, request) => firstRefusal(row.sight, actor, request),
  passed: (row) =>
    row.sight.length === 0 ? 'This acts on nothing that could be out of sight.' : 'It is in sight.',
};

export const relation: Gate = {
  key: 'G7',
  label: 'Relation',
  hides: false,
  check: (actor, row, request) => firstRefusal(row.relation, actor, request),
  passed: (row) =>
    row.relation.length === 0 ? 'No rule about who acts on whom applies.' : said(row.relation),
};

export const field: Gate = {
  key: 'G9',
  label: 'Field',
  hides: false,
  check: (actor, row, request) => firstRefusal(row.field, actor, request),
  passed: (row) => (row.field.length === 0 ? 'This is possible in every state.' : said(row.field)),
};

function said(rules: readonly { says: string }[]): string {
  return rules.map(({ says }) => says).join(' ');
}
