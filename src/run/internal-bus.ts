import { join } from 'node:path';
import { checkBroker } from '../eiffel/broker-connection.js';
import { addressOf, readBroker } from '../eiffel/broker.js';
import { openInternalPublisher, type UploadedFile } from '../eiffel/internal-publisher.js';
import { startReceiving } from '../eiffel/receiver.js';
import type { Outcome } from '../documents/outcome.js';
import type { Clock } from '../host/clock.js';
import { NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Progress, Step } from './progress.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The bus on which log lines for users and the end of a run go, beside the Eiffel events (eiffel.md 6). */
export interface InternalBus extends AsyncDisposable {
  /** Publishes a step of the run as a log line, where it is one. */
  readonly tell: Progress;
  /** Publishes that a file is in the run's own log area; an artifact has a directory. */
  uploaded(file: UploadedFile & { readonly directory?: string }): void;
  /** Publishes that the run is over, and how. */
  shutdown(outcome: Outcome): void;
  /** Waits until everything is confirmed, and leaves. Log lines are not owed to anybody afterwards. */
  settle(late: AbortSignal): Promise<void>;
}

export interface OpeningInternalBus {
  readonly runId: string;
  /** The run's directory. */
  readonly directory: string;
  readonly environment: Variables;
  /** Gets the lines that delegated test runners publish. */
  readonly progress: Progress;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** What tells our own lines, which come back to us, from those of others. */
const application = 'ETOS Suite Runner';

/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`. A line of a delegated test runner becomes output of the run as it comes.
 * @returns undefined when no host is named, or `ETOS_ENABLE_SENDING_LOGS` is false
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in
 */
export async function openInternalBus({
  runId,
  directory,
  environment,
  progress,
  clock,
  log,
  signal,
}: OpeningInternalBus): Promise<InternalBus | undefined> {
  const broker = readBroker(environment, 'ETOS_RABBITMQ');
  if (!broker || environment.ETOS_ENABLE_SENDING_LOGS === 'false') return undefined;
  log.secret(broker.password);
  await checkBroker(broker, { clock, signal });
  const publisher = await openInternalPublisher(broker, {
    identifier: runId,
    application,
    outbox: join(directory, 'log-outbox'),
    clock,
    log,
  });
  const tooLate = new NotCarriedOut(
    `RabbitMQ at ${addressOf(broker)} gave no queue within 60 s`,
    'It answered before; has it been restarted?',
  );
  const receiver = startReceiving(
    broker,
    // Gone with the connection: a line that nobody sees live is in the logs all the same.
    { queue: `etos-log-${runId}`, routingKey: `${runId}.log.#`, parameters: { exclusive: true, auto_delete: true } },
    {
      name: `etos log of ${runId}`,
      prefetch: 200,
      clock,
      log,
      take(body) {
        linesIn(body).forEach(progress);
        return 'taken';
      },
    },
  );
  const leave = async (): Promise<void> => {
    await publisher[Symbol.asyncDispose]();
    await receiver[Symbol.asyncDispose]();
  };
  try {
    await receiver.ready(AbortSignal.any([signal, clock.deadline(60_000, tooLate)]));
  } catch (error) {
    await leave();
    throw error;
  }
  return {
    tell(step) {
      const line = textOf(step);
      if (line !== undefined) publisher.line(line.level, 'ETOS', line.message);
    },
    uploaded(file) {
      const { directory: subSuite, ...data } = file;
      publisher.event(subSuite === undefined ? { event: 'report', data } : { event: 'artifact', data: { ...data, directory: subSuite } });
    },
    shutdown: (outcome) => publisher.event({ event: 'shutdown', data: shutdownData(outcome) }),
    settle: (late) => publisher.settle(late),
    [Symbol.asyncDispose]: leave,
  };
}

/** What the end of a run is on that bus: words with a capital, as the released services write them. */
function shutdownData({ verdict, conclusion, description }: Outcome): Record<keyof Outcome, string> {
  const capital = (word: string): string =>
    word
      .toLowerCase()
      .split('_')
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
      .join('');
  return { verdict: capital(verdict), conclusion: capital(conclusion), description };
}

/**
 * What a test runner published, line by line: a line without its name before it would pass for ours, or for a command to the CI system. Nothing for our own,
 * and for what is no log record.
 */
function linesIn(body: Buffer): readonly Extract<Step, { kind: 'output' }>[] {
  let said: unknown;
  try {
    said = JSON.parse(body.toString());
  } catch {
    return [];
  }
  const { message, name, application: from } = (said ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof message !== 'string' || from === application) return [];
  const subSuite = typeof name === 'string' ? name : 'test runner';
  return message.split(/\r?\n|[\r\v\f\u0085\u2028\u2029]/).map((line) => ({ kind: 'output', subSuite, line }));
}

function textOf(step: Step): { readonly level: 'INFO' | 'WARNING'; readonly message: string } | undefined {
  const info = (message: string) => ({ level: 'INFO', message }) as const;
  switch (step.kind) {
    case 'run':
      return info(`Run of ${step.identity}: suites ${step.suites}, recipes ${step.recipes}`);
    case 'execution space':
      return info(`Execution space: ${step.text}`);
    case 'suite started':
      return info(`${step.suite}: started, recipes ${step.recipes}`);
    case 'sub suite waiting':
      return info(`${step.subSuite}: waiting for ${step.on}`);
    case 'sub suite started':
      return info(`${step.subSuite}: started`);
    case 'recipe started':
      return info(`${step.subSuite}: ${step.testCase} started`);
    case 'recipe finished':
      return info(`${step.subSuite}: ${step.testCase} ${step.outcome.verdict}`);
    case 'sub suite finished':
      return info(`${step.subSuite}: ${step.outcome.verdict}: ${step.outcome.description}`);
    case 'suite finished':
      return info(`${step.suite}: ${step.outcome.verdict}: ${step.outcome.description}`);
    case 'note':
      return { level: step.warning ? 'WARNING' : 'INFO', message: step.text };
    case 'output':
      // What delegations print is theirs to publish, and goes into their logs.
      return undefined;
  }
}
