import { parseArgs } from 'node:util';
import { durationForm, parseDuration } from '../src/host/duration.js';
import { InvalidInput } from '../src/host/errors.js';
import { didYouMean } from '../src/host/nearest.js';
import { labelPrefix } from './labels.js';
import { longestGrace, longestTime } from './plan/policy.js';
import { notKnown, sentences } from './problems.js';

/** When an image is pulled: at every run, if it is not on the machine, or not at all. */
export type PullRule = 'always' | 'missing' | 'never';
const pullRules: readonly string[] = ['always', 'missing', 'never'];

/** Where the parameter is: never on the command line, which every user of the machine can read. `called`: what people know a text by. */
export type ParameterSource =
  { readonly file: string } | { readonly variable: string } | { readonly text: string; readonly called: string };

export interface RunOptions {
  readonly parameter: ParameterSource;
  readonly policy: string | undefined;
  readonly run: string | undefined;
  readonly owner: string | undefined;
  /** Milliseconds. */
  readonly grace: number | undefined;
  /** Milliseconds. */
  readonly timeLimit: number | undefined;
  readonly pull: PullRule | undefined;
  readonly outcome: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly init: boolean | undefined;
}

export interface CleanupOptions {
  readonly of: { readonly run: string } | { readonly owner: string | undefined } | { readonly expired: true };
  readonly dryRun: boolean;
}

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly argument?: string;
  readonly help: string;
}

const runOptions: Readonly<Record<string, Option>> = {
  'param-file': { type: 'string', argument: 'FILE', help: 'the delegation parameter as a file; - is standard input' },
  'param-env': { type: 'string', argument: 'NAME', help: 'the variable that holds it (default: docker)' },
  policy: {
    type: 'string',
    argument: 'FILE',
    help: 'what a parameter may ask for (default: $ETOS_RUNNER_POLICY, else nothing that needs an allowance)',
  },
  run: { type: 'string', argument: 'ID', help: 'the id of this run, for a later cleanup --run (default: a random one)' },
  owner: { type: 'string', argument: 'NAME', help: 'whose dead containers are swept first (default: host name and job)' },
  grace: {
    type: 'string',
    argument: 'TIME',
    help: 'from the stop signal to SIGKILL (default: 15s under Jenkins, 6s under GitHub, 10s elsewhere)',
  },
  timeout: {
    type: 'string',
    argument: 'TIME',
    help: 'limit of the whole run, such as 90m, at most 24d; then the exit code is 124 (default: none)',
  },
  pull: { type: 'string', argument: 'WHEN', help: 'always, missing or never (default: always for a tag, missing for a digest)' },
  outcome: { type: 'string', argument: 'FILE', help: 'gets one JSON line that says how the run ended' },
  label: {
    type: 'string',
    multiple: true,
    argument: 'KEY=VALUE',
    help: 'a further label of the container, none of the runner’s own; repeatable',
  },
  init: {
    type: 'string',
    argument: 'on|off',
    help: 'the engine’s init as PID 1, which makes shells hear the stop signal (default: on)',
  },
};

/** Every option of every command, as the help shows it. */
export const commands: Readonly<
  Record<'run' | 'cleanup' | 'check', { readonly help: string; readonly options: Readonly<Record<string, Option>> }>
> = {
  run: {
    help: 'run the container that the parameter asks for, show its output, end with its exit code, leave nothing behind',
    options: runOptions,
  },
  cleanup: {
    help: 'remove what dead runs left; without an option, those of the owner that run would have here',
    options: {
      run: { type: 'string', argument: 'ID', help: 'the containers of this run, dead or not' },
      owner: { type: 'string', argument: 'NAME', help: 'those of dead runs of this owner' },
      expired: { type: 'boolean', help: 'those of all owners that are past their deadline' },
      'dry-run': { type: 'boolean', help: 'say what would be removed' },
    },
  },
  check: {
    help: 'say what run would create with these options, or what is refused and why; touches nothing',
    options: runOptions,
  },
};

export const commandNames = ['run', 'cleanup', 'check'] as const;

/**
 * Those of `check` are the same: whoever asks why a run is refused says `check` instead of `run`.
 * @throws {InvalidInput} with all problems
 */
export function readRunOptions(args: readonly string[], command: 'run' | 'check' = 'run'): RunOptions {
  const values = parse(command, initWithValue(args));
  const { problems } = values;
  const duration = (name: string, most: number): number | undefined => {
    const text = values.text(name);
    const milliseconds = text === undefined ? undefined : parseDuration(text);
    if (text !== undefined && milliseconds === undefined)
      problems.push(`--${name} must be ${/^[\s0.]+$/.test(text) ? 'more than 0: ' : ''}${durationForm}`);
    if (milliseconds !== undefined && milliseconds > most) problems.push(`--${name} may be at most ${most / 86_400_000}d`);
    return milliseconds;
  };
  const pull = values.text('pull');
  if (pull !== undefined && !pullRules.includes(pull)) {
    const meant = didYouMean(pull, pullRules);
    problems.push(`--pull must be always, missing or never${meant && `.${meant}`}`);
  }
  const init = values.text('init')?.toLowerCase();
  if (init !== undefined && !/^(?:on|off|true|false|yes|no)$/.test(init)) problems.push('--init must be on or off');
  const outcome = values.text('outcome');
  if (outcome === '-') problems.push('--outcome must be a file: standard output is the container’s');
  const options = {
    ...parameterAndPolicy(values),
    run: runId(values),
    owner: values.text('owner'),
    grace: duration('grace', longestGrace),
    timeLimit: duration('timeout', longestTime),
    pull: pull as PullRule | undefined,
    outcome,
    labels: labels(values),
    init: init === undefined ? undefined : /^(?:on|true|yes)$/.test(init),
  };
  return orThrow(options, command, problems);
}

/** @throws {InvalidInput} with all problems */
export function readCleanupOptions(args: readonly string[]): CleanupOptions {
  const values = parse('cleanup', args);
  const [run, owner, expired] = [runId(values), values.text('owner'), values.flag('expired')];
  if ([run !== undefined, owner !== undefined, expired].filter(Boolean).length > 1)
    values.problems.push('--run, --owner and --expired exclude each other');
  const of = run !== undefined ? { run } : expired ? { expired } : { owner };
  return orThrow({ of, dryRun: values.flag('dry-run') }, 'cleanup', values.problems);
}

/** The help of the program, or of one command. */
export function help(command?: keyof typeof commands): string {
  if (command === undefined) {
    const lines = Object.entries(commands).map(([name, { help: text }]) => `  ${name.padEnd(10)}${text}`);
    return ['usage: etos-runner COMMAND [OPTION …]', '', ...lines, '', 'etos-runner COMMAND --help tells a command’s options.', ''].join(
      '\n',
    );
  }
  const { help: text, options } = commands[command];
  const lines = Object.entries(options).map(([name, option]) => {
    return `  ${`--${name}${option.argument === undefined ? '' : ` ${option.argument}`}`.padEnd(20)}  ${option.help}`;
  });
  return [`usage: etos-runner ${command} [OPTION …]`, '', text, '', ...lines, ''].join('\n');
}

interface Values {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  /** What is wrong so far; readers add to it. */
  readonly problems: string[];
}

function parse(command: keyof typeof commands, args: readonly string[]): Values {
  const { options } = commands[command];
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  // Not strict: of several mistakes that tells the first alone, and with the value.
  const { tokens } = parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true });
  const problems = new Set<string>();
  const given = new Map<string, readonly string[]>();
  // What stands after an option that is refused is its value, or that of the option it took for one.
  let excused = -1;
  for (const token of tokens) {
    if (token.kind === 'positional' && token.index !== excused)
      problems.add(
        'there is an argument that is no option: the parameter comes in a file or a variable, as everybody on the machine sees arguments',
      );
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    // What follows a dash may be a secret: short options take their arguments that way.
    if (!rawName.startsWith('--')) problems.add('short options are not known: each option has one name, with two dashes');
    else if (!option) {
      excused = token.index + 1;
      problems.add(
        notKnown(
          /^--[a-z][a-z-]{0,30}$/i.test(rawName) ? rawName : 'an option',
          rawName,
          Object.keys(options).map((known) => `--${known}`),
        ),
      );
    } else if (option.type === 'boolean') {
      if (value !== undefined) problems.add(`--${name} takes no value`);
      given.set(name, []);
    } else if (value === undefined || (!inlineValue && /^-./.test(value))) {
      excused = token.index + 2;
      problems.add(`--${name} wants a value: --${name} ${option.argument ?? ''}`);
    } else if (value === '') problems.add(`--${name} is empty: --${name} ${option.argument ?? ''}`);
    else given.set(name, [...(given.get(name) ?? []), value]);
  }
  return {
    problems: [...problems],
    text: (name) => given.get(name)?.at(-1),
    texts: (name) => given.get(name) ?? [],
    flag: (name) => given.has(name),
  };
}

function orThrow<T>(options: T, command: keyof typeof commands, problems: readonly string[]): T {
  if (problems.length > 0) throw new InvalidInput(sentences(problems), `See etos-runner ${command} --help`);
  return options;
}

function parameterAndPolicy(values: Values): Pick<RunOptions, 'parameter' | 'policy'> {
  const [file, variable] = [values.text('param-file'), values.text('param-env')];
  if (file !== undefined && variable !== undefined) values.problems.push('--param-file and --param-env exclude each other');
  return { parameter: file === undefined ? { variable: variable ?? 'docker' } : { file }, policy: values.text('policy') };
}

function runId(values: Values): string | undefined {
  const run = values.text('run');
  if (run !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(run))
    values.problems.push('--run must be letters, digits, "_", "." and "-", a letter or digit first, at most 100');
  return run;
}

function labels(values: Values): Readonly<Record<string, string>> {
  const pairs = values.texts('label').map((text) => {
    const [key = ''] = text.split('=', 1);
    if (!/^[^=\s]+=/.test(text)) values.problems.push('--label must be KEY=VALUE');
    // By its own labels a run is found, and found to be dead. The one that names a whole ETOS run is `etos run`'s to give.
    else if (key.toLowerCase().startsWith(labelPrefix) && key !== `${labelPrefix}etos-run`)
      values.problems.push(`--label with the prefix ${labelPrefix} belongs to the runner`);
    return [key, text.slice(key.length + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

/** `--init` alone is `--init on`, `--no-init` is `--init off`. */
function initWithValue(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, n) => {
    if (arg === '--no-init') return ['--init=off'];
    return arg === '--init' && (args[n + 1] ?? '-').startsWith('-') ? ['--init=on'] : [arg];
  });
}
