// Pipelines of Jenkins, carried out by jenkins/test/pipeline.groovy: the Groovy of Jenkins, the steps as shims, `sh` for real. Skipped with the reason
// in the name where Groovy 2.4 is missing, a failure where ETOS_TEST_REQUIRE_REAL_PARTS is 1.

import { test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startProcess, type Listening } from './program.js';

/** Debian's package `groovy` has the very version that is inside Jenkins. */
export const groovyJar = '/usr/share/java/groovy-all.jar';
/** The programs as the library has them, or as they were built elsewhere (program.ts). */
export const programs = process.env.ETOS_TEST_DIST
  ? join(process.env.ETOS_TEST_DIST, 'jenkins')
  : resolve(import.meta.dirname, '../../jenkins/resources/etos');
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

/** Builds several pipelines, one after the other, each on its own. */
export async function buildEach(texts: readonly string[], workspace: string): Promise<readonly Omit<Built, 'console'>[]> {
  await using running = startHarness({ texts, workspace });
  const { output } = await running.ended;
  const results = await readFile(resultOf(workspace), 'utf8').catch(() => '');
  if (results === '') throw new Error(`the harness did not come to its end: ${output}`);
  return JSON.parse(results) as readonly Omit<Built, 'console'>[];
}

/** Starts a build. */
export function startBuild(scenario: Scenario): RunningBuild {
  const running = startHarness(scenario);
  return {
    running,
    abort: (how) => running.type(`${how}\n`),
    built: running.ended.then(async ({ output }) => {
      const ended = '{"result":"ABORTED","archived":[],"junit":[],"unstable":[],"steps":[]}';
      const text = await readFile(resultOf(scenario.workspace), 'utf8').catch(() => ended);
      return { console: output, ...(JSON.parse(text) as Omit<Built, 'console'>) };
    }),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

const resultOf = (workspace: string): string => `${workspace}.result.json`;

/** The harness as classes, translated once for all tests: that takes longer than most pipelines. */
function classesOfHarness(): string {
  const text = readFileSync(harness);
  const classes = join(root, 'node_modules/.cache/etos-harness', createHash('sha256').update(text).digest('hex').slice(0, 16));
  if (existsSync(classes)) return classes;
  const made = `${classes}.${process.pid}`;
  mkdirSync(made, { recursive: true });
  execFileSync('java', ['-cp', groovyJar, 'org.codehaus.groovy.tools.FileSystemCompiler', '-d', made, harness], { stdio: 'pipe' });
  try {
    renameSync(made, classes);
  } catch {
    // Another worker was faster.
    rmSync(made, { recursive: true });
  }
  return classes;
}

function startHarness({ script, ...rest }: Scenario & { readonly texts?: readonly string[] }): Listening {
  const scenario = {
    library: join(root, 'jenkins'),
    resources: programs,
    ...(script !== undefined && { script: join(root, 'jenkins', script) }),
    ...rest,
    result: resultOf(rest.workspace),
  };
  const options = [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Dfile.encoding=UTF-8',
    '-Dsun.stdout.encoding=UTF-8',
    '-cp',
    `${groovyJar}:${classesOfHarness()}`,
    'pipeline',
    '-',
  ];
  // By it Java knows how names of files and values of variables are written.
  return startProcess(['java', ...options], { holdInput: `${JSON.stringify(scenario)}\n`, env: { LC_ALL: 'C.UTF-8' } });
}
