// A vitest reporter that leaves the run's counts as JSON for the test command, which sums them over all runs.
import { writeFileSync } from 'node:fs';

/** Adds what one test module came to. A suite or module that broke outside its tests is a failure of its own. */
function countModule(counts, module) {
  counts.failed += module.errors().length > 0 ? 1 : 0;
  for (const suite of module.children.allSuites()) counts.failed += suite.errors().length > 0 ? 1 : 0;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') counts.passed += 1;
    else if (result.state === 'failed') counts.failed += 1;
    else {
      counts.skipped += 1;
      const reason =
        (result.state === 'skipped' && result.note) || 'marked as skipped or to do in its source';
      counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
    }
  }
}

export default class CountsReporter {
  onTestRunEnd(modules, unhandledErrors, reason) {
    const counts = { passed: 0, failed: 0, skipped: 0, reasons: {}, files: modules.length, reason };
    for (const module of modules) countModule(counts, module);
    counts.failed += unhandledErrors.length;
    const path = process.env.SALLYPORT_COUNTS;
    if (path) writeFileSync(path, JSON.stringify(counts));
  }
}
