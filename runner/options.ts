import { parseArgs } from 'node:util';
import { durationForm, parseDuration } from '../src/host/duration.js';
import { InvalidInput, messageOf } from '../src/host/errors.js';
import { didYouMean } from '../src/host/nearest.js';
import type { PullRule } from './plan.js';

/** Where the parameter is: never on the command line, which every user of the machine can read. */
export type ParameterSource = { readonly file: string } | { readonly variable: string };

export interface CheckOptions {
  readonly parameter: ParameterSource;
  readonly policy: string | undefined;
}

export interface RunOptions extends CheckOptions {
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

const parameterOptions: Readonly<Record<string, Option>> = {
  'param-file': { type: 'string', argument: 'FILE', help: 'the delegation parameter as a file; - is standard input' },
  'param-env': { type: 'string', argument: 'NAME', help: 'the variable that holds it (default: docker)' },
  policy: {
    type: 'string',
    argument: 'FILE',
    help: 'what a parameter may ask for (default: $ETOS_RUNNER_POLICY, else nothing that needs an allowance)',
  },
};

/** Every option of every command, as the help shows it. */
export const commands: Readonly<
  Record<'run' | 'cleanup' | 'check', { readonly help: string; readonly options: Readonly<Record<string, Option>> }>
> = {
  run: {
    help: 'run the container that the parameter asks for, show its output, end with its exit code, leave nothing behind',
    options: {
      ...parameterOptions,
      run: { type: 'string', argument: 'ID', help: 'the id of this run, for a later cleanup --run (default: a random one)' },
      owner: { type: 'string', argument: 'NAME', help: 'whose dead containers are swept first (default: host name and job)' },
      grace: {
        type: 'string',
        argument: 'TIME',
        help: 'from the stop signal to SIGKILL (default: 15s under Jenkins, 6s under GitHub, 10s elsewhere)',
      },
      timeout: { type: 'string', argument: 'TIME', help: 'limit of the whole run, such as 90m; then the exit code is 124 (default: none)' },
      pull: { type: 'string', argument: 'WHEN', help: 'always, missing or never (default: always for a tag, missing for a digest)' },
      outcome: { type: 'string', argument: 'FILE', help: 'gets one JSON line that says how the run ended' },
      label: { type: 'string', multiple: true, argument: 'KEY=VALUE', help: 'a further label of the container; repeatable' },
      init: {
        type: 'string',
        argument: 'on|off',
        help: 'the engine’s init as PID 1, which makes shells hear the stop signal (default: on)',
      },
    },
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
    help: 'say what would be created, or what is refused and why; touches nothing',
    options: parameterOptions,
  },
};

export const commandNames = ['run', 'cleanup', 'check'] as const;

/** @throws {InvalidInput} with all problems of one kind */
export function readRunOptions(args: readonly string[]): RunOptions {
  const values = parse('run', initWithValue(args));
  const problems: string[] = [];
  const duration = (name: string): number | undefined => {
    const text = values.text(name);
    const milliseconds = text === undefined ? undefined : parseDuration(text);
    if (text !== undefined && milliseconds === undefined) problems.push(`--${name} must be ${durationForm}`);
    return milliseconds;
  };
  const pull = values.text('pull');
  if (pull !== undefined && !/^(?:always|missing|never)$/.test(pull)) problems.push('--pull must be always, missing or never');
  const init = values.text('init')?.toLowerCase();
  if (init !== undefined && !/^(?:on|off|true|false|yes|no)$/.test(init)) problems.push('--init must be on or off');
  const run = values.text('run');
  if (run !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(run)) problems.push('--run must be letters, digits, "_", "." and "-"');
  const outcome = values.text('outcome');
  if (outcome === '' || outcome === '-') problems.push('--outcome must be a file: standard output is the container’s');
  const labels = values.texts('label').map((text) => {
    if (!/^[^=\s]+=/.test(text)) problems.push('--label must be KEY=VALUE');
    return [text.split('=', 1)[0] ?? '', text.slice(text.indexOf('=') + 1)] as const;
  });
  const options = {
    ...parameterAndPolicy(values),
    run,
    owner: values.text('owner'),
    grace: duration('grace'),
    timeLimit: duration('timeout'),
    pull: pull as PullRule | undefined,
    outcome,
    labels: Object.fromEntries(labels),
    init: init === undefined ? undefined : /^(?:on|true|yes)$/.test(init),
  };
  if (problems.length > 0) throw new InvalidInput(problems.join('; '), 'See etos-runner run --help');
  return options;
}

/** @throws {InvalidInput} */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  return parameterAndPolicy(parse('check', args));
}

/** @throws {InvalidInput} */
export function readCleanupOptions(args: readonly string[]): CleanupOptions {
  const values = parse('cleanup', args);
  const [run, owner, expired] = [values.text('run'), values.text('owner'), values.flag('expired')];
  if ([run !== undefined, owner !== undefined, expired].filter(Boolean).length > 1)
    throw new InvalidInput('--run, --owner and --expired exclude each other', 'See etos-runner cleanup --help');
  const of = run !== undefined ? { run } : expired ? { expired } : { owner };
  return { of: of, dryRun: values.flag('dry-run') };
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
}

function parse(command: keyof typeof commands, args: readonly string[]): Values {
  const { options } = commands[command];
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  let values: ReturnType<typeof parseArgs>['values'];
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: config,
      strict: true,
      allowPositionals: false,
    }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
      throw new InvalidInput(
        'an argument that is no option; the parameter comes in a file or a variable, as everybody on the machine sees arguments',
        `See etos-runner ${command} --help`,
      );
    const unknown = /Unknown option '--?([^']+)'/.exec(messageOf(error))?.[1];
    const message =
      unknown === undefined
        ? messageOf(error).split('. To specify')[0]
        : `--${unknown} is not known.${didYouMean(
            `--${unknown}`,
            Object.keys(options).map((name) => `--${name}`),
          )}`;
    throw new InvalidInput(message ?? '', `See etos-runner ${command} --help`);
  }
  return {
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    flag: (name) => values[name] === true,
  };
}

function parameterAndPolicy(values: Values): CheckOptions {
  const [file, variable] = [values.text('param-file'), values.text('param-env')];
  if (file !== undefined && variable !== undefined) throw new InvalidInput('--param-file and --param-env exclude each other', '');
  return { parameter: file === undefined ? { variable: variable ?? 'docker' } : { file }, policy: values.text('policy') };
}

/** `--init` alone is `--init on`, `--no-init` is `--init off`. */
function initWithValue(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, n) => {
    if (arg === '--no-init') return ['--init=off'];
    return arg === '--init' && !/^(?:on|off|true|false|yes|no)$/i.test(args[n + 1] ?? '') ? ['--init=on'] : [arg];
  });
}
