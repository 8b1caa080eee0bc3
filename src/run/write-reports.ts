import { join } from 'node:path';
import { writeWhole } from '../host/durable.js';
import type { Log } from '../host/log.js';
import { printJunit } from '../report/junit.js';
import { redacted } from '../report/redact.js';
import type { Results } from '../report/results.js';
import { printResultsJson } from '../report/results-json.js';
import { printSummary } from '../report/summary.js';

/** Writes `results.json`, `junit.xml` and `summary.md`, without secrets. @returns their paths */
export async function writeReports(
  results: Results,
  { directory, log }: { readonly directory: string; readonly log: Log },
): Promise<readonly string[]> {
  const shown = redacted(results, log);
  const reports = { 'results.json': printResultsJson(shown), 'junit.xml': printJunit(shown), 'summary.md': printSummary(shown) };
  const paths = Object.entries(reports).map(([name, text]) => ({ path: join(directory, name), text }));
  for (const { path, text } of paths) await writeWhole(path, text, { mode: 0o644 });
  return paths.map(({ path }) => path);
}
