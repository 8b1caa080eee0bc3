// GitHub's runner as far as a step sees it (toolchain.md 8 and 9): inputs as variables, files for outputs, state and summary, signals to the one
// process, post with the saved state.

import { readFile } from 'node:fs/promises';
import { temporaryDirectory, type TestDirectory } from './directory.js';
import { start, type Ended, type Running } from './program.js';

export interface Step extends AsyncDisposable {
  readonly main: Running;
  outputs(): Promise<Readonly<Record<string, string>>>;
  summary(): Promise<string>;
  /** The step's end of the job: post, with the same inputs and the state that main saved. */
  post(): Promise<Ended & { readonly summary: string }>;
}

/** Starts the action's bundle as a step of a job whose workspace is `workspace`. */
export async function startStep(
  inputs: Readonly<Record<string, string>>,
  { workspace, env = {} }: { readonly workspace: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Step> {
  const files = await temporaryDirectory();
  const environment = { ...(await runnerVariables(files, workspace)), ...asVariables(inputs), ...env };
  const main = start('action', [], { cwd: workspace, env: environment });
  return {
    main,
    outputs: async () => entriesOf(await readFile(files.at('output'), 'utf8')),
    summary: () => readFile(files.at('summary'), 'utf8'),
    async post() {
      const state = entriesOf(await readFile(files.at('state'), 'utf8'));
      const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
      const summary = await files.write('post-summary', '');
      await using post = start('post', [], { cwd: workspace, env: { ...environment, ...saved, GITHUB_STEP_SUMMARY: summary } });
      return { ...(await post.ended), summary: await readFile(summary, 'utf8') };
    },
    async [Symbol.asyncDispose]() {
      await main[Symbol.asyncDispose]();
      await files[Symbol.asyncDispose]();
    },
  };
}

async function runnerVariables(files: TestDirectory, workspace: string): Promise<Readonly<Record<string, string>>> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'octo/example',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_OUTPUT: await files.write('output', ''),
    GITHUB_STATE: await files.write('state', ''),
    GITHUB_STEP_SUMMARY: await files.write('summary', ''),
    GITHUB_ENV: await files.write('env', ''),
    GITHUB_PATH: await files.write('path', ''),
    RUNNER_TEMP: files.path,
  };
}

function asVariables(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`, value]));
}

/** `name<<delimiter`, the value, the delimiter. */
function entriesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/^(.+?)<<(\S+)\n([^]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [name, value]));
}
