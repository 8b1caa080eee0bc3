import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { answerJson } from './answer.js';
import { readBody } from './body.js';

/** What the delegation is about, read from its parameter. */
export interface Delegated {
  readonly n: number;
  readonly space: Space;
  /** `instructions.identifier`. */
  readonly identifier: string;
}

export type Space = 'docker' | 'process';

/** The programs that carry a delegation out: a command line without the parameter, and the variables it starts with. */
export interface Program {
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** The directory it works in; must be there. */
  readonly cwd: string;
}

export interface LocalDelegationOptions {
  /** Gives the program for a delegation; called before it is started, so that it can be written down first. */
  readonly program: (delegated: Delegated & { readonly parameter: Readonly<Record<string, string>> }) => Promise<Program>;
  /** The file that gets what the delegation prints. */
  readonly console: (delegated: Delegated) => string;
  readonly onLine?: (delegated: Delegated, line: string) => void;
  /** The outcome record that the delegation runner writes (delegation.md 2), where there is one. */
  readonly outcomeFile: (delegated: Delegated) => string;
  readonly onEnd?: (delegated: Delegated) => Promise<void>;
  /** Called when a delegation was asked to end and may need to be told once more. Milliseconds from SIGTERM to SIGKILL. */
  readonly grace: number;
  readonly log: Log;
}

/** The local execution spaces: answers the request that Jenkins answers, by starting a program on this machine (design.md, decision 1). */
export interface LocalDelegations extends AsyncDisposable {
  /** Handles what lies below `/delegation`; `rest` is the path after it. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: { readonly root: string; readonly rest: string; readonly query: URLSearchParams },
  ): Promise<void>;
  /** Ends what still runs. */
  endAll(): void;
}

type State =
  | { readonly state: 'running'; readonly log: string }
  | { readonly state: 'ended'; readonly log: string; readonly code: number; readonly reason?: string };

interface Item {
  readonly delegated: Delegated;
  readonly child?: ChildProcess;
  state: State;
  /** Resolves when the state is final. */
  readonly ended: Promise<void>;
}

export function localDelegations(options: LocalDelegationOptions): LocalDelegations {
  const items = new Map<number, Item>();
  let last = 0;

  async function build(request: IncomingMessage, response: ServerResponse, root: string, space: Space): Promise<void> {
    const text = parameterIn(await readBody(request, { atMost: longestBody, instead: 'a parameter is far shorter' }));
    if (text === undefined)
      return answerJson(response, 400, { error: 'expected the form field json={"parameter":[{"name":"docker","value":"…"}]}' });
    const instructions = instructionsIn(text);
    if (instructions === undefined)
      return answerJson(response, 400, { error: 'the docker parameter is not a JSON object with "environment"' });
    const delegated: Delegated = { n: ++last, space, identifier: instructions.identifier };
    try {
      items.set(delegated.n, await start(delegated, text, instructions.environment));
    } catch (error) {
      return answerJson(response, 500, { error: `could not start the delegation: ${messageOf(error)}` });
    }
    response.writeHead(201, { location: `${root}/delegation/item/${delegated.n}/` }).end();
  }

  async function start(delegated: Delegated, text: string, parameter: Readonly<Record<string, string>>): Promise<Item> {
    const consoleFile = options.console(delegated);
    await mkdir(dirname(consoleFile), { recursive: true });
    const { command, environment, cwd } = await options.program({ ...delegated, parameter });
    const [file, ...args] = command;
    // A session of its own: a Ctrl+C in the terminal reaches the run, which then decides. Descriptor 3 is the lifeline: it ends when this
    // process is gone, however it went.
    const child = spawn(file, args, {
      cwd,
      env: { ...environment, ETOS_LIFELINE_FD: '3' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdin?.on('error', () => undefined).end(text);
    child.stdio[3]?.on('error', () => undefined);
    const output = createWriteStream(consoleFile, { mode: 0o600 });
    const { onLine } = options;
    const lines = copy(child, output, onLine && ((line) => onLine(delegated, line)));
    const running: State = { state: 'running', log: consoleFile };
    const exit = new Promise<number>((resolve) => {
      child.on('error', (error) => {
        options.log.warning('delegation could not be started', { reason: messageOf(error) });
        resolve(125);
      });
      child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
    });
    const item: Item = {
      delegated,
      child,
      state: running,
      ended: exit.then(async (code) => {
        await lines.catch(() => undefined);
        const reason = await reasonIn(options.outcomeFile(delegated));
        await options.onEnd?.(delegated);
        item.state = { state: 'ended', log: consoleFile, code, ...(reason !== undefined && { reason }) };
      }),
    };
    return item;
  }

  async function tell(item: Item, response: ServerResponse, known: string, wait: number): Promise<void> {
    if (item.state.state === known) {
      let timer: NodeJS.Timeout | undefined;
      const gone = new Promise<void>((resolve) => response.on('close', resolve));
      await Promise.race([item.ended, gone, new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(wait, 60_000))))]);
      clearTimeout(timer);
    }
    answerJson(response, 200, item.state);
  }

  const cancel = ({ child, state }: Item): void => {
    if (state.state === 'running') child?.kill('SIGTERM');
  };

  return {
    async handle(request, response, { root, rest, query }) {
      const [, space] = /^\/(docker|process)\/build(?:WithParameters)?\/?$/.exec(rest) ?? [];
      if (space !== undefined) {
        if (request.method !== 'POST') return answerJson(response, 405, { error: 'expected POST' });
        return build(request, response, root, space as Space);
      }
      const item = items.get(Number(/^\/item\/(\d+)\/?$/.exec(rest)?.[1]));
      if (!item) return answerJson(response, 404, { error: `there is no delegation at ${rest}` });
      if (request.method === 'DELETE') {
        cancel(item);
        return answerJson(response, 202, {});
      }
      return tell(item, response, query.get('known') ?? '', Number(query.get('wait') ?? 0));
    },
    endAll: () => items.forEach(cancel),
    async [Symbol.asyncDispose]() {
      const timer = setTimeout(
        () => items.forEach(({ child, state }) => state.state === 'running' && child?.kill('SIGKILL')),
        options.grace,
      );
      items.forEach(cancel);
      await Promise.all([...items.values()].map(({ ended }) => ended));
      clearTimeout(timer);
    },
  };
}

/** Copies what a child prints into its console file, byte by byte, and hands on whole lines. */
async function copy(child: ChildProcess, output: WriteStream, onLine?: (line: string) => void): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  for (const stream of streams) {
    stream.pipe(output, { end: false });
    // Only for whoever listens: finding lines costs more than copying bytes.
    if (onLine) createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
  }
  await Promise.all(streams.map((stream) => finished(stream).catch(() => undefined)));
  output.end();
  await finished(output);
}

// Far above any parameter (a value may hold 60 kB, delegation.md 1), far below what would hurt.
const longestBody = 16 * 1024 * 1024;

/** The `docker` parameter of a Jenkins form: in the field `json`, or as a field of its own (`buildWithParameters`). */
function parameterIn(body: string): string | undefined {
  const form = new URLSearchParams(body);
  const field = form.get('docker');
  if (field !== null) return field;
  try {
    const { parameter } = JSON.parse(form.get('json') ?? '') as {
      readonly parameter?: readonly { readonly name?: unknown; readonly value?: unknown }[];
    };
    const { value } = [parameter].flat().find((one) => one?.name === 'docker') ?? {};
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Identifier and variables of a parameter, as texts: numbers and booleans as JSON, null left out (delegation.md 1). */
function instructionsIn(text: string): { readonly identifier: string; readonly environment: Readonly<Record<string, string>> } | undefined {
  try {
    const { identifier, environment } = JSON.parse(text) as { readonly identifier?: unknown; readonly environment?: unknown };
    if (typeof environment !== 'object' || environment === null) return undefined;
    const texts = Object.entries(environment)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const);
    return { identifier: typeof identifier === 'string' ? identifier : '', environment: Object.fromEntries(texts) };
  } catch {
    return undefined;
  }
}

async function reasonIn(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { reason } = JSON.parse(text) as { readonly reason?: unknown };
    return typeof reason === 'string' ? reason : undefined;
  } catch {
    return undefined;
  }
}

/** Where the outcome record of a delegation lies in a run's directory. */
export function outcomeFileIn(directory: string): (delegated: Delegated) => string {
  return ({ n }) => join(directory, `delegation-${n}.json`);
}
