import { writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Command, type Option } from 'commander';
import { Cancelled, InvalidInput, messageOf } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { isAlive } from '../release/release.js';
import { count, type Results } from '../report/results.js';
import type { RunOptions } from '../run/options.js';
import type { Face } from './face.js';
import { printError } from './print-error.js';
import { releaseCommand } from './release.js';
import { addClusterOptions, addInputOptions, addOutputOptions, type Flags } from './run-options.js';
import { runAndShow, type ShownEnd } from './run.js';

/** What a verdict makes of the build. `failure`: FAILED tests fail it. `error`: only that they could not be carried out. `never`: neither. */
type FailOn = 'failure' | 'error' | 'never';
/** What the step has secrets for, and binds itself (vars/etos.groovy). */
const secretKinds = ['rabbitmq', 'jenkins', 'github', 'kubernetes', 'registry', 'encryption', 'cluster'];
const failOns: readonly FailOn[] = ['failure', 'error', 'never'];

/** What Jenkins makes of the build (jenkins.md 6). */
type BuildResult = 'SUCCESS' | 'UNSTABLE' | 'FAILURE';

interface Asked {
  readonly collection: string | undefined;
  readonly flags: Flags;
  readonly failOn: FailOn;
}

/**
 * What the Jenkins library runs: reads `options.json` in a directory, carries the collection out, and writes what the pipeline has to know to `result`
 * there, a line `name=value` for each, because a pipeline had better not parse JSON (jenkins.md 2). Gives the exit code of `etos run`.
 */
export async function jenkinsCommand(directory: string, face: Face): Promise<number> {
  const folder = resolve(face.directory, directory);
  let asked: Asked;
  try {
    asked = await readAsked(folder, face);
  } catch (error) {
    await writeResult(folder, { build: 'FAILURE', reason: inOneLine(error) });
    return printError(error, face);
  }
  // For the clean-up, which may come before a killed run is dead.
  const onDirectory = (path: string): void => writeFileSync(join(folder, runFile), path);
  const end = await runAndShow(asked.collection, asked.flags, face, onDirectory).catch((error: unknown): ShownEnd => {
    return { exitCode: printError(error, face), redact: unchanged, error };
  });
  if ('finished' in end) sayWhatIsNotArchived(end.options, face);
  const result = 'error' in end ? { build: 'FAILURE', reason: inOneLine(end.error) } : resultOf(end, asked.failOn, face);
  await writeResult(folder, result, end.redact);
  return end.exitCode;
}

/** Steps of Jenkins find nothing outside the directory they are called in. */
function sayWhatIsNotArchived({ reportDirectory, artifactDirectory }: RunOptions, { directory, out }: Face): void {
  const places = { reportDir: reportDirectory, artifactDir: artifactDirectory };
  for (const [option, path] of Object.entries(places))
    if (!isBelow(relative(directory, path)))
      out.write(`Nothing of ${path} is archived: it is not below ${directory}, where the steps of Jenkins look (${option})\n`);
}

/** Holds the directory of the run. */
const runFile = 'run';

/** Milliseconds in which a run that Jenkins has given up ends, or never. */
const lastMoments = 15_000;

/** Finishes what the run of these options left when it was killed, or given up by Jenkins while it was still ending what it had started. */
export async function jenkinsRelease(directory: string, face: Face): Promise<number> {
  const folder = resolve(face.directory, directory);
  const { flags } = await readAsked(folder, face);
  const run = await readFile(join(folder, runFile), 'utf8').catch(() => '');
  const { clock, signal } = face;
  for (const until = clock.now() + lastMoments; run !== '' && clock.now() < until && (await isAlive(run));) await clock.sleep(200, signal);
  return releaseCommand([], { workspace: flags.workspace ?? face.directory, verbose: 0 }, face);
}

async function readAsked(folder: string, face: Face): Promise<Asked> {
  const file = join(folder, 'options.json');
  const options = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
  // Inside `dir('below') { … }` paths are meant from there; the variable WORKSPACE knows nothing of it.
  return readOptions({ workspace: face.directory, ...options });
}

/**
 * The options of the step: those of `etos run` by their camelCase names, `testSuite`, `failOn`.
 * @throws {InvalidInput} with all problems
 */
export function readOptions(options: Readonly<Record<string, unknown>>): Asked {
  const command = addClusterOptions(
    addOutputOptions(addInputOptions(new Command('etos').exitOverride().configureOutput({ writeErr: () => undefined }))),
  );
  const byName = new Map(command.options.map((option) => [option.attributeName(), option]));
  const problems: string[] = [];
  const words: string[] = [];
  const { testSuite = null, failOn: rule = null, credentials = null, ...rest } = options;
  for (const [name, value] of Object.entries(rest)) {
    const option = byName.get(name);
    if (option === undefined) {
      const names = ['testSuite', 'credentials', 'failOn', 'programs', ...byName.keys()];
      problems.push(`there is no option "${name}"; expected ${names.join(', ')}.${didYouMean(name, names)}`);
    } else if (value !== null) words.push(...wordsFor(option, value, problems));
  }
  if (testSuite !== null && typeof testSuite !== 'string')
    problems.push(`testSuite is ${JSON.stringify(testSuite)}; expected a path or a URL`);
  problems.push(...problemsOf(credentials));
  const failOn = rule === null ? 'error' : failOns.find((word) => word === rule);
  if (failOn === undefined) {
    const said = typeof rule === 'string' ? rule : JSON.stringify(rule);
    problems.push(`failOn is "${said}"; expected ${failOns.join(', ')}.${didYouMean(said, failOns)}`);
  }
  if (problems.length > 0 || failOn === undefined)
    throw new InvalidInput(problems.map((problem) => `etos: ${problem}`).join('\n'), 'See the help of the step: vars/etos.txt');
  command.parse(words, { from: 'user' });
  return { collection: typeof testSuite === 'string' ? testSuite : undefined, flags: command.opts<Flags>(), failOn };
}

/** Bindings of one's own are not told to this program. */
function problemsOf(credentials: unknown): readonly string[] {
  const example = "[rabbitmq: 'id'], or a list of bindings";
  if (credentials === null) return [];
  if (typeof credentials !== 'object') return [`credentials is ${JSON.stringify(credentials)}; expected ${example}`];
  return Object.entries(credentials).flatMap(([kind, id]: [string, unknown]) => {
    if (!secretKinds.includes(kind))
      return [`credentials has "${kind}"; expected ${secretKinds.join(', ')}.${didYouMean(kind, secretKinds)}`];
    return typeof id === 'string' && id !== '' ? [] : [`credentials.${kind} is ${JSON.stringify(id)}; expected the id of a credential`];
  });
}

/** An option as words of a command line. Joined by "=", so that no value is taken for another option. */
function wordsFor(option: Option, value: unknown, problems: string[]): readonly string[] {
  const name = option.attributeName();
  const long = option.long ?? '';
  if (option.required) {
    return [value].flat().flatMap((one: unknown) => {
      const text = typeof one === 'string' ? one : JSON.stringify(one);
      if (text !== undefined && (typeof one !== 'object' || name === 'dataset')) return [`${long}=${text}`];
      problems.push(`${name} is ${text}; expected text`);
      return [];
    });
  }
  if (option.negate) {
    if (typeof value === 'boolean') return value ? [] : [long];
    problems.push(`${name} is ${JSON.stringify(value)}; expected true or false`);
    return [];
  }
  const times = typeof value === 'boolean' ? Number(value) : value;
  if (typeof times === 'number' && Number.isInteger(times) && times >= 0) return Array<string>(times).fill(long);
  problems.push(`${name} is ${JSON.stringify(value)}; expected true, false or how many times`);
  return [];
}

function resultOf(
  { exitCode, finished, options }: Exclude<ShownEnd, { readonly error: unknown }>,
  failOn: FailOn,
  { directory }: Pick<Face, 'directory'>,
): Readonly<Record<string, string | number>> {
  const { results } = finished;
  const { verdict, conclusion, description } = results.outcome;
  const counts = count(results);
  const below = (path: string): string => relative(directory, path);
  const archived = [options.reportDirectory, options.artifactDirectory].map(below);
  return {
    build: buildResultOf(exitCode, failOn),
    reason: `ETOS ${verdict}: ${description}`,
    description: descriptionOf(results, counts),
    verdict,
    conclusion,
    ...counts,
    runId: results.run.id,
    reports: below(options.reportDirectory),
    artifacts: below(options.artifactDirectory),
    results: below(join(options.reportDirectory, 'results.json')),
    summary: below(join(options.reportDirectory, 'summary.md')),
    // Steps of Jenkins find nothing outside the directory they are called in.
    junit: isBelow(below(options.reportDirectory)) ? below(join(options.reportDirectory, 'junit.xml')) : '',
    archive: archived
      .filter(isBelow)
      .map((path) => `${path}/**`)
      .join(','),
  };
}

/** Tests that failed are no failure of the build but make it unstable (jenkins.md 6), unless somebody wants it otherwise. */
function buildResultOf(exitCode: number, failOn: FailOn): BuildResult {
  if (exitCode === 0) return 'SUCCESS';
  if (exitCode === 1) return failOn === 'failure' ? 'FAILURE' : failOn === 'error' ? 'UNSTABLE' : 'SUCCESS';
  return exitCode === 3 && failOn === 'never' ? 'UNSTABLE' : 'FAILURE';
}

function descriptionOf({ outcome }: Results, { passed, failed, inconclusive, notRun, skipped }: ReturnType<typeof count>): string {
  const others = [
    [failed, 'failed'],
    [inconclusive, 'inconclusive'],
    [notRun, 'not run'],
    [skipped, 'skipped'],
  ] as const;
  return `ETOS ${outcome.verdict}: ${[`${passed} passed`, ...others.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`)].join(', ')}`;
}

function isBelow(path: string): boolean {
  return path !== '' && !path.startsWith('..') && !path.startsWith('/');
}

function inOneLine(error: unknown): string {
  return error instanceof Cancelled ? error.message : messageOf(error);
}

const unchanged = (text: string): string => text;

async function writeResult(folder: string, values: Readonly<Record<string, string | number>>, redact = unchanged): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${redact(String(value)).replace(/\s*[\r\n]+\s*/g, '; ')}\n`);
  await writeFile(join(folder, 'result'), lines.join(''));
}
