import { resolve } from 'node:path';
import { checkBroker } from '../eiffel/broker-connection.js';
import { readBroker, readSubscription } from '../eiffel/broker.js';
import { InvalidInput } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { createHttpClient } from '../http/create-client.js';
import { programPath } from '../run/local-spaces.js';
import { listen } from '../suite-starter/listen.js';
import type { Face } from './face.js';
import { levelOf } from './log-level.js';

export interface ListenFlags {
  readonly workspace?: string;
  readonly atOnce: string;
  readonly reportDir: string;
  readonly artifactDir: string;
  readonly iutProvider: string;
  readonly executionSpaceProvider: string;
  readonly logAreaProvider: string;
  readonly providersDir: string;
  readonly dataset: readonly string[];
  readonly advertiseUrl?: string;
  readonly timeout?: string;
  readonly verbose: number;
}

/** `etos listen`: starts a run for each recipe collection event, until it is told to end. Gives the exit code. */
export async function listenCommand(flags: ListenFlags, { environment, directory, clock, signal, out, err }: Face): Promise<number> {
  const most = Number(flags.atOnce);
  if (!Number.isInteger(most) || most < 1)
    throw new InvalidInput(`--at-once is ${JSON.stringify(flags.atOnce)}; expected a whole number from 1 on`, 'See etos listen --help');
  const broker = readBroker(environment, 'RABBITMQ');
  if (!broker) throw new InvalidInput('RABBITMQ_HOST is not set; there is nothing to listen to', 'See docs/eiffel.md for the variables');
  const log = createLog({
    level: levelOf(flags.verbose),
    write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`),
  });
  log.secret(broker.password);
  await checkBroker(broker, { clock, signal });
  const workspace = resolve(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
  await using http = createHttpClient({ log, environment, clock });
  const handedOn = [
    ['--iut-provider', flags.iutProvider],
    ['--execution-space-provider', flags.executionSpaceProvider],
    ['--log-area-provider', flags.logAreaProvider],
    ['--providers-dir', flags.providersDir],
    ...flags.dataset.map((dataset) => ['--dataset', dataset] as const),
    ...(flags.advertiseUrl === undefined ? [] : [['--advertise-url', flags.advertiseUrl] as const]),
    ...(flags.timeout === undefined ? [] : [['--timeout', flags.timeout] as const]),
  ].flat();
  await listen(
    {
      broker,
      subscription: readSubscription(environment),
      most,
      workspace,
      reportDirectory: resolve(workspace, flags.reportDir),
      artifactDirectory: resolve(workspace, flags.artifactDir),
      command: [process.execPath, programPath('cli'), 'run', '--workspace', workspace, ...handedOn],
    },
    { environment, http, clock, log, signal, say: (line) => out.write(`${log.redact(line)}\n`) },
  );
  return 0;
}
