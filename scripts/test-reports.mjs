// What the reports of the test runners say, in one form.
import { stripVTControlCharacters } from 'node:util';

/** Lines of a failure that are shown; the rest is in the runner's own output. */
const shown = 24;

const plain = (text) => stripVTControlCharacters(text).trimEnd();
const firstLine = (text) => plain(text).split('\n')[0];
const excerpt = (text) => plain(text).split('\n').slice(0, shown).join('\n');
const show = (title, messages) => `✗ ${title}\n${messages.map((message) => `${excerpt(message).replaceAll(/^/gm, '    ')}\n`).join('')}`;

/** Counts and failures of a Vitest JSON report; a file that could not be run counts as one failure, `again` names the tests that passed only when tried again. */
export function readVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const again = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}: ${firstLine(failureMessages[0])}`),
  );
  const failures = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [show(name, [message])];
    return failed.map(({ fullName, failureMessages }) => show(`${name} › ${fullName}`, failureMessages));
  });
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failures.length), skipped: numPendingTests, again, failures };
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** Counts and failures of a Playwright JSON report; `again` names the tests that passed only when tried again. */
export function readPlaywright({ stats, suites, errors }) {
  const failures = errors.map(({ message }) => show('Playwright', [message]));
  const again = [];
  for (const { title, file, line, tests } of suites.flatMap(specsOf)) {
    for (const { status, results } of tests) {
      const name = `${file}:${line} › ${title}`;
      const messages = results.flatMap((result) => result.errors.map(({ message }) => message));
      if (status === 'unexpected') failures.push(show(name, messages.slice(-1)));
      if (status === 'flaky') again.push(`${name}: ${firstLine(messages[0] ?? '')}`);
    }
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: Math.max(stats.unexpected, failures.length),
    skipped: stats.skipped,
    again,
    failures,
  };
}
