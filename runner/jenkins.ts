import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '../src/host/errors.js';
import { didYouMean } from '../src/host/nearest.js';
import { readRunOptions, type RunOptions } from './options.js';
import { longestTime } from './plan/policy.js';
import { errorMark, type Say } from './say.js';

/** The options of the step `etosDelegation`. */
const names = ['timeoutMinutes', 'policy', 'credentials', 'parameter', 'programs'];
/** Those of its option `credentials`. */
const secretKinds = ['registry'];
const defaultMinutes = 360;
/** Minutes by which Jenkins itself is faster: it can say that it was a timeout. A build node that has lost its controller has only this limit. */
const margin = 5;

/**
 * The `jenkins` command, what the Jenkins library runs (vars/etosDelegation.groovy): a delegation by the options in `options.json` and the parameter in
 * `parameter.json` of a directory. The parameter is taken away: after a build that is killed nobody cleans up. Why it was not carried out is in `reason`
 * there afterwards: a pipeline cannot read its own log.
 * @param carryOut carries out a run; says the reason of one that was refused, or failed, as an error
 * @returns the exit code of the run
 */
export async function jenkins(
  [directory = '.']: readonly string[],
  carryOut: (options: RunOptions, say: Say) => Promise<number>,
  { variables, say }: { readonly variables: NodeJS.ProcessEnv; readonly say: Say },
): Promise<number> {
  let reason = '';
  const listening: Say = (message) => {
    if (message.startsWith(errorMark)) reason = message.slice(errorMark.length);
    say(message);
  };
  try {
    const run = variables['ETOS_DELEGATION'];
    const text = taken(join(directory, 'parameter.json'));
    const options = readRunOptions([...(run ? ['--run', run] : []), ...wordsFor(text, directory)]);
    return await carryOut({ ...options, parameter: { text, called: 'the parameter of the build' } }, listening);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    reason = error.message;
    say(errorMark + reason);
    return 2;
  } finally {
    if (reason !== '') writeFileSync(join(directory, 'reason'), reason.replace(/\s+/g, ' ').trim());
  }
}

/** A file that is full of secrets, and gone when it has been read. */
function taken(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(file, { force: true });
  }
}

/** The options of the step as those of `run`. @throws {InvalidInput} with all problems, also of the parameter's text */
function wordsFor(text: string, directory: string): readonly string[] {
  const options = JSON.parse(readFileSync(join(directory, 'options.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const { timeoutMinutes: minutes = null, policy = null, credentials = null, parameter = null } = options;
  const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));
  const problems = Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((name) => `there is no option "${name}"; expected ${names.join(', ')}.${didYouMean(name, names) || abbreviated(name)}`);
  if (minutes !== null && !/^"?[1-9]\d{0,5}"?$/.test(shown(minutes)))
    problems.push(`timeoutMinutes is ${shown(minutes)}; expected a number of minutes, from 1`);
  if (policy !== null && typeof policy !== 'string' && !isTable(policy))
    problems.push(`policy is ${shown(policy)}; expected a path on the build node, or a map`);
  if (parameter !== null && (typeof parameter !== 'string' || parameter === ''))
    problems.push(`parameter is ${shown(parameter)}; expected the name of a parameter`);
  problems.push(...problemsOf(credentials, shown));
  if (text.trim() === '')
    problems.push(
      `the build has no parameter "${typeof parameter === 'string' ? parameter : 'docker'}", or it is empty: start it with /build and json=…, or /buildWithParameters`,
    );
  if (problems.length > 0) throw new InvalidInput(`etosDelegation: ${problems.join('; ')}`, '');
  const limit = Math.min(Number(minutes ?? defaultMinutes) + margin, longestTime / 60_000);
  return ['--timeout', `${limit}m`, ...(policy === null ? [] : ['--policy', policyFile(policy, directory)])];
}

/** `timeout` for `timeoutMinutes`: not near by its letters, but what other steps call it. */
function abbreviated(word: string): string {
  const whole = names.find((name) => word.length > 2 && name.toLowerCase().startsWith(word.toLowerCase()));
  return whole === undefined ? '' : ` Did you mean ${whole}?`;
}

/** A list is of bindings of one's own, and is not told to this program. */
function problemsOf(credentials: unknown, shown: (value: unknown) => string): readonly string[] {
  if (credentials === null) return [];
  if (!isTable(credentials)) return [`credentials is ${shown(credentials)}; expected [registry: 'id'] or a list of bindings`];
  return Object.entries(credentials).flatMap(([kind, id]) => {
    if (!secretKinds.includes(kind))
      return [`credentials has "${kind}"; expected ${secretKinds.join(', ')}.${didYouMean(kind, secretKinds)}`];
    return typeof id === 'string' && id !== '' ? [] : [`credentials.${kind} is ${shown(id)}; expected the id of a credential`];
  });
}

function policyFile(policy: unknown, directory: string): string {
  if (typeof policy === 'string') return policy;
  const file = join(directory, 'policy.json');
  writeFileSync(file, JSON.stringify(policy), { mode: 0o600 });
  return file;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
