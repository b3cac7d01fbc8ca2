import type { RichText } from '@sallyport/richtext';
import { describe, expect, it } from 'vitest';
import { ReportModel } from './report-model.ts';
import { sampleReport } from './testing/sample-report.ts';
import { figure, heading, list, paragraph, quote, table } from './testing/tree.ts';

const withText = (text: unknown) => ({ ...sampleReport([]), summary: { ...sampleReport([]).summary, text } });
const isValid = (value: unknown) => ReportModel.safeParse(value).success;

describe('the model', () => {
  it('takes the sample and freezes it down to its texts', () => {
    const model = ReportModel.parse(sampleReport());
    expect(model).toEqual(sampleReport());
    expect(Object.isFrozen(model)).toBe(true);
    expect(Object.isFrozen(model.findings[0]?.description)).toBe(true);
    expect(Object.isFrozen(model.findings[0]?.instances[0])).toBe(true);
  });

  it('survives being stored as JSON', () => {
    expect(ReportModel.parse(JSON.parse(JSON.stringify(sampleReport())))).toEqual(sampleReport());
  });

  it('takes every kind of block', () => {
    const text: RichText = [
      heading(4, 'a'),
      list(true, [quote(paragraph('b'))]),
      table(['c'], ['d']),
      figure('e', 'f'),
      { type: 'rule' },
    ];
    expect(isValid(withText(text))).toBe(true);
  });

  it.each([
    ['a block of another type', [{ type: 'html', html: '<b>' }]],
    ['a heading of level 5', [{ type: 'heading', level: 5, children: [] }]],
    ['a key too many', [{ type: 'rule', onclick: 'x' }]],
    ['text that is no tree', '**bold**'],
  ])('refuses %s', (_, text) => {
    expect(isValid(withText(text))).toBe(false);
  });

  it.each([
    ['an unknown key', { ...sampleReport([]), notes: 'internal' }],
    ['a local time', { ...sampleReport([]), generatedAt: '2025-11-21T22:30:00' }],
    ['a missing severity', { ...sampleReport([]), summary: { text: [], total: 0, counts: { critical: 0 } } }],
  ])('refuses %s', (_, model) => {
    expect(isValid(model)).toBe(false);
  });
});
