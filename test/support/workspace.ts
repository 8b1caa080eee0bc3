// A user's workspace: a folder with a collection, in which `etos run` is typed.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import type { CollectionSuite } from './collections.js';
import { temporaryDirectory, type TestDirectory } from './directory.js';
import { processesMarked } from '../../src/host/strays.js';
import { runCli, start, type Ended, type Running, type StartOptions } from './program.js';

export interface Workspace extends AsyncDisposable {
  readonly directory: TestDirectory;
  /** `etos run collection.json ARGS` to its end. */
  run(args?: readonly string[], options?: StartOptions): Promise<Ended>;
  /** `etos run collection.json ARGS`, started. */
  start(args?: readonly string[], options?: StartOptions): Running;
  release(options?: StartOptions): Promise<Ended>;
  results(): Promise<WrittenResults>;
  events(): Promise<readonly EiffelEvent[]>;
  text(...path: readonly string[]): Promise<string>;
  /** The ids of runs that left a directory. */
  runs(): Promise<readonly string[]>;
  /** The processes that a run has on this machine. */
  processesOf(run: string): Promise<readonly number[]>;
}

/** `results.json`, as far as tests look at it. */
export interface WrittenResults {
  readonly run: { readonly id: string; readonly identity: string; readonly executionSpace: string };
  readonly verdict: string;
  readonly conclusion: string;
  readonly description: string;
  readonly suites: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly subSuites: readonly {
      readonly name: string;
      readonly testRunner: string;
      readonly verdict: string;
      readonly description: string;
      readonly logs: readonly string[];
      readonly artifacts: readonly string[];
      readonly recipes: readonly {
        readonly testCase: { readonly id: string };
        readonly verdict: string;
        readonly log?: string;
        readonly output?: string;
      }[];
    }[];
  }[];
}

export async function aWorkspace(collection: readonly CollectionSuite[]): Promise<Workspace> {
  const directory = await temporaryDirectory();
  await directory.write('collection.json', collection);
  const inside = (options: StartOptions = {}): StartOptions => ({ cwd: directory.path, ...options });
  const text = (...path: readonly string[]): Promise<string> => readFile(directory.at(...path), 'utf8');
  return {
    directory,
    text,
    run: (args = [], options) => runCli(['run', 'collection.json', ...args], inside(options)),
    start: (args = [], options) => start('cli', ['run', 'collection.json', ...args], inside(options)),
    release: (options) => runCli(['release'], inside(options)),
    results: async () => JSON.parse(await text('reports', 'results.json')) as WrittenResults,
    events: async () =>
      (await text('reports', 'events.ndjson'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as EiffelEvent),
    async runs() {
      const entries = await readdir(join(directory.path, '.etos', 'runs'), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    processesOf: (run) => processesMarked('ETOS_RUN_ID', run),
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}
