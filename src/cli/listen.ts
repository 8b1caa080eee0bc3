import { resolve } from 'node:path';
import { checkBroker } from '../eiffel/broker-connection.js';
import { parseIdentity } from '../documents/identity.js';
import { readBroker, readSubscription } from '../eiffel/broker.js';
import { InvalidInput } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { createHttpClient } from '../http/create-client.js';
import { programPath } from '../run/program-path.js';
import { listen } from '../suite-starter/listen.js';
import type { Face } from './face.js';
import { levelOf } from './log-level.js';
import { runOptions, type Flags } from './run-options.js';

/** The options of `etos listen`: those of `etos run`, which each of its runs is given, and its own. */
export interface ListenFlags extends Flags {
  readonly atOnce: string;
}

/** `etos listen`: starts a run for each recipe collection event, until it is told to end. Gives the exit code. */
export async function listenCommand(flags: ListenFlags, { environment, directory, clock, signal, out, err }: Face): Promise<number> {
  const most = Number(flags.atOnce);
  if (!Number.isInteger(most) || most < 1)
    throw new InvalidInput(`--at-once is ${JSON.stringify(flags.atOnce)}; expected a whole number from 1 on`, 'See etos listen --help');
  // What is wrong for every run is told now.
  const { TERCC: _tercc, ...own } = environment;
  const { identity } = runOptions('the batches of each event', flags, { environment: own, directory });
  if (identity !== undefined) parseIdentity(identity);
  const broker = readBroker(environment, 'RABBITMQ');
  if (!broker) throw new InvalidInput('RABBITMQ_HOST is not set; there is nothing to listen to', 'See docs/eiffel.md for the variables');
  const log = createLog({
    level: levelOf(flags.verbose),
    write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`),
  });
  log.secret(broker.password);
  try {
    await checkBroker(broker, { clock, signal });
  } catch (error) {
    // As at any other time: it was asked to end.
    if (signal.aborted) return 0;
    throw error;
  }
  const workspace = resolve(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
  await using http = createHttpClient({ log, environment, clock });
  await listen(
    {
      broker,
      subscription: readSubscription(environment),
      most,
      workspace,
      reportDirectory: resolve(workspace, flags.reportDir),
      artifactDirectory: resolve(workspace, flags.artifactDir),
      command: [process.execPath, programPath('cli'), 'run', '--workspace', workspace, ...optionsOf(flags, identity)],
    },
    { environment, http, clock, log, signal, say: (line) => out.write(`${log.redact(line)}\n`) },
  );
  return 0;
}

/** The options of a run as they are typed; the folders of its reports and artifacts are its own. */
function optionsOf(flags: ListenFlags, identity: string | undefined): readonly string[] {
  const given = (name: string, ...values: readonly (string | undefined)[]): readonly string[] =>
    values.flatMap((value) => (value === undefined ? [] : [name, value]));
  return [
    ...given('--identity', identity),
    ...given('--iut-provider', flags.iutProvider),
    ...given('--execution-space-provider', flags.executionSpaceProvider),
    ...given('--log-area-provider', flags.logAreaProvider),
    ...given('--providers-dir', flags.providersDir),
    ...given('--dataset', ...flags.dataset),
    ...given('--splitter', flags.splitter),
    ...given('--durations', ...flags.durations),
    ...given('--advertise-url', flags.advertiseUrl),
    ...(flags.publishArtifact === true ? ['--publish-artifact'] : []),
    ...given('--timeout', flags.timeout),
    ...given('--wait-for-iut', flags.waitForIut),
    ...given('--wait-for-log-area', flags.waitForLogArea),
    ...given('--wait-for-execution-space', flags.waitForExecutionSpace),
  ];
}
