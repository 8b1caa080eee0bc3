// A delegation as a CI job starts it: the runner from its bundle, a parameter in a file, a container that does what a test's script says.

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { labelPrefix } from '../../runner/labels.js';
import { readProcess } from '../../src/host/process-identity.js';
import { bundleOf, startProcess, type Running } from '../support/program.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import type { Container, TestEngine } from '../support/docker.js';

export interface DelegationOptions {
  readonly environment?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly parameter?: Readonly<Record<string, unknown>>;
  /** Of the command `run`. */
  readonly args?: readonly string[];
  /** Of the job. */
  readonly env?: Readonly<Record<string, string>>;
  readonly owner?: string;
  /** Makes the command that starts the runner, for jobs that have something around it. */
  readonly around?: (command: readonly string[]) => readonly [string, ...string[]];
}

export interface Delegation extends Running {
  readonly run: string;
  readonly owner: string;
  readonly directory: TestDirectory;
  /** The containers of this run, in every state. */
  containers(): Promise<readonly Container[]>;
  /** Waits until there is none; fails after a bound in milliseconds. */
  untilGone(bound?: number): Promise<void>;
  /** The outcome record. */
  outcome(): Promise<Readonly<Record<string, unknown>>>;
}

const images = new Map<string, Promise<string>>();

/** An image that runs the shell script in its variable SCRIPT. */
export function scriptImage(engine: TestEngine): Promise<string> {
  const made = images.get(engine.busybox) ?? commitScriptImage(engine);
  images.set(engine.busybox, made);
  return made;
}

/** Starts a delegation. Its container runs `script` by busybox's shell. */
export async function delegate(script: string, engine: TestEngine, options: DelegationOptions = {}): Promise<Delegation> {
  const {
    environment = {},
    parameters = {},
    parameter = {},
    args = [],
    env = {},
    owner = `test-${randomUUID()}`,
    around = (command) => command,
  } = options;
  const directory = await temporaryDirectory();
  const run = randomUUID();
  const image = await scriptImage(engine);
  const text = { image, environment: { SCRIPT: script, ...environment }, parameters, identifier: randomUUID(), ...parameter };
  const file = await directory.write('parameter.json', text, 0o600);
  const outcome = directory.at('outcome.json');
  const command = [
    process.execPath,
    bundleOf('runner'),
    'run',
    '--param-file',
    file,
    '--run',
    run,
    '--owner',
    owner,
    '--pull',
    'never',
    '--outcome',
    outcome,
  ];
  const running = startProcess(around([...command, ...args]) as [string, ...string[]], {
    cwd: directory.path,
    env: { DOCKER_HOST: engine.host, ...env },
  });
  const containers = (): Promise<readonly Container[]> => engine.containersOf(run);
  return Object.assign(Object.create(running) as Running, {
    run,
    owner,
    directory,
    containers,
    async untilGone(bound = 30_000) {
      const late = Date.now() + bound;
      while ((await containers()).length > 0) if (Date.now() > late) throw new Error(`left: ${JSON.stringify(await containers())}`);
    },
    outcome: async () => JSON.parse(await readFile(outcome, 'utf8')) as Readonly<Record<string, unknown>>,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]();
      for (const container of await containers()) await engine.remove(container);
      await directory[Symbol.asyncDispose]();
    },
  });
}

/** The number of a container's runner or watchdog, as its label tells it. */
export function pidOf(who: 'process' | 'watchdog', container: Container | undefined): number {
  const identity = readProcess(container?.labels[labelPrefix + who] ?? '');
  if (!identity) throw new Error(`no container that says who its ${who} is`);
  return identity.pid;
}

async function commitScriptImage(engine: TestEngine): Promise<string> {
  const name = 'etos-test/script';
  const { body } = await engine.ask('POST', '/containers/create', { Image: engine.busybox, Cmd: ['true'] });
  const { Id: id } = body as { readonly Id: string };
  try {
    const committed = await engine.ask('POST', `/commit?container=${id}&repo=${name}&tag=1`, {
      Entrypoint: ['/bin/sh', '-c', 'eval "$SCRIPT"'],
      Cmd: [],
    });
    if (committed.status !== 201) throw new Error(`the engine commits no image: ${JSON.stringify(committed.body)}`);
    return `${name}:1`;
  } finally {
    await engine.remove({ id });
  }
}
