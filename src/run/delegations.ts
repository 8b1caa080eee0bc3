import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runLabel } from '../release/release.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import { endProcessesMarked } from '../host/strays.js';
import { localDelegations, outcomeFileIn, type Delegated, type LocalDelegations, type Program } from '../server/local-delegation.js';
import { childEnvironment } from './child-environment.js';
import type { RunDirectory } from './directory.js';
import { localGrace } from './limits.js';
import type { RunOptions } from './options.js';
import { programPath } from './program-path.js';
import type { Progress } from './progress.js';
import type { RunRecord } from './record.js';

export interface DelegationsOf {
  readonly options: RunOptions;
  readonly runId: string;
  readonly directory: RunDirectory;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  /** Whether the lines that delegations print are wanted as progress. */
  readonly verbose: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** The variable by which what a delegation on this machine started is found, wherever it went. */
const delegationVariable = 'ETOS_DELEGATION_ID';
const strayGrace = 1_000;

/** The local execution spaces of a run: the delegation runner for Docker, the test runner itself for this machine. */
export function delegationsOf(
  record: RunRecord,
  { options, runId, directory, environment, progress, verbose, clock, log }: DelegationsOf,
): LocalDelegations {
  const outcomeFile = outcomeFileIn(directory.path);
  const policyFile = join(directory.path, 'policy.json');
  const names = new Map<string, string>();
  let policy: Promise<void> | undefined;
  const mark = ({ n }: Delegated): string => `${runId}.${n}`;
  return localDelegations({
    outcomeFile,
    /** A test runner that was killed leaves what it had started; nothing of a delegation outlives it. */
    async onEnd(delegated) {
      if (delegated.space !== 'process') return;
      const signal = clock.deadline(strayGrace + 5_000, new Error('what the test runner left does not end, SIGKILL included'));
      const ended = await endProcessesMarked(delegationVariable, mark(delegated), { clock, signal, grace: strayGrace });
      if (ended > 0) log.warning('the test runner left processes, which were ended', { processes: ended });
    },
    grace: localGrace + 3_000,
    log,
    console({ identifier, n }) {
      const found = record.console(identifier);
      if (found) names.set(identifier, found.subSuite);
      return found?.path ?? join(directory.path, `console-${n}.log`);
    },
    async program(delegated) {
      const own = childEnvironment(runId, { environment, parameter: delegated.parameter, space: delegated.space });
      const node = process.execPath;
      if (delegated.space === 'process') {
        const cwd = join(directory.scratch, String(delegated.n));
        await mkdir(cwd, { recursive: true });
        return {
          command: [node, programPath('test-runner')],
          environment: { ...own, [delegationVariable]: mark(delegated), ETOS_GRACE: String(localGrace / 1000) },
          cwd,
        };
      }
      await (policy ??= writeFile(policyFile, JSON.stringify(localPolicy(options.workspace)), { mode: 0o600 }));
      const where = ['--param-file', '-', '--policy', policyFile, '--outcome', outcomeFile(delegated), '--label', `${runLabel}=${runId}`];
      const command: Program['command'] = [
        node,
        programPath('runner'),
        'run',
        ...where,
        '--grace',
        `${localGrace / 1000}s`,
        '--pull',
        'missing',
      ];
      return { command, environment: own, cwd: directory.path };
    },
    ...(verbose && { onLine: ({ identifier }, line) => progress({ kind: 'output', subSuite: names.get(identifier) ?? identifier, line }) }),
  });
}

/** The delegation policy of local runs (delegation.md 6): nothing beyond the default but reading the workspace. */
function localPolicy(workspace: string): object {
  return { binds: [{ source: workspace, writable: false }] };
}
