import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidInput } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { createHttpClient } from '../http/create-client.js';
import { release, runDirectories, type Released } from '../release/release.js';
import { runsIn } from '../run/directory.js';
import { amount } from './step-lines.js';
import type { Face } from './face.js';
import { levelOf } from './log-level.js';

export interface ReleaseFlags {
  readonly workspace?: string;
  readonly verbose: number;
}

/** `etos release`: finishes what killed runs left. Exit code 0 when nothing is left, 3 when something could not be released. */
export async function releaseCommand(named: readonly string[], { workspace, verbose }: ReleaseFlags, face: Face): Promise<number> {
  const { environment, clock, signal, out, err } = face;
  const home = resolve(face.directory, workspace ?? (environment.WORKSPACE || '.'));
  const runs = runsIn(home);
  const directories =
    named.length > 0 ? await Promise.all(named.map((path) => runDirectory(resolve(face.directory, path)))) : await runDirectories(runs);
  if (directories.length === 0) {
    out.write(`Nothing to release: no run left anything in ${runs}\n`);
    return 0;
  }
  const log = createLog({ level: levelOf(verbose), write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`) });
  await using http = createHttpClient({ log, environment, clock });
  const released = await release(directories, { environment, http, clock, log, signal });
  for (const one of released) {
    const [lines, problems] = inWords(one);
    out.write(log.redact(lines.map((line) => `${line}\n`).join('')));
    err.write(log.redact(problems.map((line) => `error: ${line}\n`).join('')));
  }
  return released.some(({ refused }) => refused.length > 0) ? 3 : 0;
}

/** A directory that is removed afterwards had better be the one of a run. */
async function runDirectory(path: string): Promise<string> {
  const journal = await stat(join(path, 'journal.ndjson')).catch(() => undefined);
  if (journal?.isFile()) return path;
  throw new InvalidInput(
    `${path} is not the directory of a run: there is no journal.ndjson in it`,
    'Runs are in <workspace>/.etos/runs; without a directory all of them are released',
  );
}

function inWords({ directory, alive, done, refused }: Released): readonly [lines: readonly string[], problems: readonly string[]] {
  if (alive) return [[`${directory}: the run is still going on, nothing was touched`], []];
  const lines =
    done.length > 0 ? done.map((line) => `${directory}: ${line}`) : refused.length === 0 ? [`${directory}: nothing was left`] : [];
  return [
    lines,
    refused.length === 0
      ? []
      : [
          ...refused.map((line) => `${directory}: ${line}`),
          `${directory}: ${amount(refused.length, 'thing')} left; etos release tries again`,
        ],
  ];
}
