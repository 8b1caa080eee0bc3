// Pipelines of Jenkins, carried out by jenkins/test/pipeline.groovy: the Groovy of Jenkins, the steps as shims, `sh` for real. Skipped with the reason
// in the name where Groovy 2.4 is missing, a failure where ETOS_TEST_REQUIRE_REAL_PARTS is 1.

import { test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startProcess, type Listening } from './program.js';

/** Debian's package `groovy` has the very version that is inside Jenkins. */
export const groovyJar = '/usr/share/java/groovy-all.jar';
const root = resolve(import.meta.dirname, '../..');
const harness = join(root, 'jenkins/test/pipeline.groovy');

export interface Scenario {
  /** The pipeline: its text, or a file below jenkins/. */
  readonly text?: string;
  readonly script?: string;
  readonly workspace: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Variables of the build. */
  readonly env?: Readonly<Record<string, string>>;
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Steps of plugins that are not installed. */
  readonly without?: readonly string[];
  /** `false`: no guard and no sandbox. */
  readonly guard?: boolean;
}

/** What came of a build. */
export interface Built {
  readonly console: string;
  readonly result: 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'ABORTED';
  /** What the script threw in the end, its message. */
  readonly thrown?: string;
  readonly description?: string;
  /** The script's field `returned`. */
  readonly returned?: unknown;
  readonly archived: readonly string[];
  readonly junit: readonly Readonly<Record<string, unknown>>[];
  readonly unstable: readonly string[];
  /** The names of all steps that ran. */
  readonly steps: readonly string[];
}

export interface RunningBuild extends AsyncDisposable {
  readonly running: Listening;
  /** `stop` as the button does; `term` fails the running step and sends no signal; `kill` ends the record at once. */
  abort(how: 'stop' | 'term' | 'kill'): void;
  readonly built: Promise<Built>;
}

/** A test that needs Groovy. */
export function testWithGroovy(name: string, body: () => Promise<void>, timeout?: number): void {
  if (existsSync(groovyJar)) return test(name, body, timeout);
  const missing = `${groovyJar} is not there (Debian: apt-get install groovy)`;
  if (process.env.ETOS_TEST_REQUIRE_REAL_PARTS !== '1') return test.skip(`${name} (skipped: ${missing})`, () => undefined);
  test(name, () => {
    throw new Error(`${missing}; ETOS_TEST_REQUIRE_REAL_PARTS=1 wants it`);
  });
}

/** Builds a pipeline to its end. */
export async function build(scenario: Scenario): Promise<Built> {
  await using started = startBuild(scenario);
  return await started.built;
}

/** Starts a build. */
export function startBuild(scenario: Scenario): RunningBuild {
  const result = `${scenario.workspace}.result.json`;
  const { script, ...rest } = scenario;
  const file = {
    library: join(root, 'jenkins'),
    // Bundles that were built elsewhere (program.ts).
    ...(process.env.ETOS_TEST_DIST && { resources: join(process.env.ETOS_TEST_DIST, 'jenkins') }),
    ...(script !== undefined && { script: join(root, 'jenkins', script) }),
    ...rest,
    result,
  };
  const options = [
    '-XX:TieredStopAtLevel=1',
    '-Dfile.encoding=UTF-8',
    '-Dsun.stdout.encoding=UTF-8',
    '-cp',
    groovyJar,
    'groovy.ui.GroovyMain',
    harness,
    '-',
  ];
  const running = startProcess(['java', ...options], { holdInput: `${JSON.stringify(file)}\n` });
  return {
    running,
    abort: (how) => running.type(`${how}\n`),
    built: running.ended.then(async ({ output }) => {
      const text = await readFile(result, 'utf8').catch(() => '{"result":"ABORTED","archived":[],"junit":[],"unstable":[],"steps":[]}');
      return { console: output, ...(JSON.parse(text) as Omit<Built, 'console'>) };
    }),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}
