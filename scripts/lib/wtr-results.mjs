// Writes what the browser tests found to a file, because the runner itself only prints.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const walk = (suite, path, visit) => {
  for (const test of suite?.tests ?? []) visit([...path, test.name].join(' › '), test);
  for (const inner of suite?.suites ?? []) walk(inner, [...path, inner.name], visit);
};

/** A reporter. The file gets `{ passed, failed, failures: [name] }`; a file that does not even load is one failure. */
export const resultsReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    const result = { passed: 0, failed: 0, failures: [] };
    for (const session of sessions) {
      const before = result.passed + result.failed;
      walk(session.testResults, [session.testFile.split('/packages/').pop()], (name, test) => {
        if (test.skipped) return;
        if (test.passed) result.passed += 1; else { result.failed += 1; result.failures.push(name); }
      });
      const empty = result.passed + result.failed === before;
      if ((session.errors?.length || !session.passed) && (empty || session.errors?.length)) { result.failed += 1; result.failures.push(`${session.testFile}: did not run`); }
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(result));
  },
});
