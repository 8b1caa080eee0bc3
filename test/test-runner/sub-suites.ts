// Sub suites and what it takes to run them: each builder gives a valid value and lets a test say only what matters to it.

import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Outcome } from '../../src/documents/outcome.js';
import { readSubSuite, type SubSuite } from '../../src/documents/sub-suite.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { fromPlain } from '../../src/json/value.js';
import { usualCheckoutLimits, type CheckoutLimits } from '../../src/test-runner/checkout.js';
import { machineShell } from '../../src/test-runner/shell/machine-shell.js';
import { runSubSuite } from '../../src/test-runner/run-sub-suite.js';
import type { Shell } from '../../src/test-runner/shell/shell.js';
import { aRecipe, type CollectionRecipe } from '../support/collections.js';
import { temporaryDirectory, type TestDirectory } from '../support/directory.js';
import { expectValid } from '../support/eiffel-schemas.js';
import { logAreaServer, type Answering, type LogAreaServer } from '../support/log-area-server.js';

export interface SubSuiteParts {
  readonly name?: string;
  readonly recipes?: readonly CollectionRecipe[];
  readonly iut?: Readonly<Record<string, unknown>>;
  readonly upload?: Readonly<Record<string, unknown>>;
  readonly logs?: Readonly<Record<string, unknown>>;
}

/** A sub suite of these recipes whose log area is at this address. */
export function aSubSuite(
  url: string,
  { name = 'Suite_SubSuite_0', recipes = [aRecipe()], iut = {}, upload = {}, logs = {} }: SubSuiteParts = {},
): SubSuite {
  const document = {
    name,
    suite_id: randomUUID(),
    sub_suite_id: randomUUID(),
    test_suite_started_id: randomUUID(),
    priority: 1,
    recipes,
    test_runner: 'busybox',
    iut: { provider_id: 'default', identity: 'pkg:docker/acme/webshop@4.2.0', ...iut },
    artifact: randomUUID(),
    context: randomUUID(),
    executor: { provider_id: 'local' },
    log_area: {
      provider_id: 'default',
      livelogs: `${url}/live`,
      upload: { url: `${url}/log/{folder}/{name}`, method: 'PUT', as_json: false, ...upload },
      logs,
    },
  };
  return readSubSuite(fromPlain(document), 'a test');
}

export interface RunParts extends SubSuiteParts {
  readonly answering?: Answering;
  /** In place of the shell on this machine; gets the directory of the test. */
  readonly shell?: (directory: string) => Promise<Shell> | Shell;
  /** Variables of the machine's shell, beside PATH. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly checkoutLimits?: CheckoutLimits;
  readonly signal?: AbortSignal;
  readonly grace?: number;
  /** Files to lay into the shell's root before. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** Called with everything that was printed so far, at each piece. */
  readonly onOutput?: (printed: string) => void;
  /** Values that must not get into any log. */
  readonly secrets?: readonly string[];
  /** Called with each event when it is published. */
  readonly onEvent?: (event: EiffelEvent) => void;
  /** In place of the built sub suite. */
  readonly subSuite?: (url: string) => SubSuite;
}

/** A sub suite that was run to its end. Disposing removes its directory and its log area. */
export interface Ran extends AsyncDisposable {
  readonly outcome: Outcome;
  readonly events: readonly EiffelEvent[];
  readonly logArea: LogAreaServer;
  /** What recipes printed, where people watch. */
  readonly printed: string;
  /** The log of the test runner. */
  readonly logged: string;
  readonly root: string;
  /** The events of one type, without `Eiffel` and `Event`. */
  of(type: string): readonly EiffelEvent[];
}

/** Runs a sub suite to its end, as a machine with nothing but this directory and this log area would. */
export async function run(parts: RunParts = {}): Promise<Ran> {
  const directory = await temporaryDirectory();
  const logArea = await logAreaServer(parts.answering);
  const dispose = async (): Promise<void> => {
    await logArea[Symbol.asyncDispose]();
    await directory[Symbol.asyncDispose]();
  };
  try {
    return { ...(await runIn(directory, logArea, parts)), [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function runIn(
  directory: TestDirectory,
  logArea: LogAreaServer,
  { shell, environment = {}, variables = {}, files = {}, onOutput, subSuite, ...parts }: RunParts,
): Promise<Omit<Ran, typeof Symbol.asyncDispose>> {
  for (const [name, content] of Object.entries(files)) await directory.write(name, content);
  const clock = systemClock;
  const lines: string[] = [];
  const log = createLog({ level: 'debug', write: (line) => void lines.push(line) });
  parts.secrets?.forEach((secret) => log.secret(secret));
  const http = createHttpClient({ log, environment: {}, clock });
  const events: EiffelEvent[] = [];
  const publisher = {
    publish: async (event: EiffelEvent) => {
      events.push(event);
      parts.onEvent?.(event);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  let printed = '';
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed += chunk.toString('utf8');
      onOutput?.(printed);
      done();
    },
  });
  const path = process.env.PATH ?? '';
  await using used =
    (await shell?.(directory.path)) ?? machineShell(directory.path, { PATH: withoutPyenv(path), ...environment }, { clock });
  const outcome = await runSubSuite(subSuite?.(logArea.url) ?? aSubSuite(logArea.url, parts), {
    shell: used,
    publisher,
    http,
    clock,
    log,
    output,
    variables,
    host: 'a-host',
    checkoutLimits: parts.checkoutLimits ?? usualCheckoutLimits,
    signal: parts.signal ?? new AbortController().signal,
    grace: parts.grace ?? 5_000,
  });
  await http[Symbol.asyncDispose]();
  events.forEach(expectValid);
  return {
    outcome,
    events,
    logArea,
    printed,
    logged: lines.join('\n'),
    root: directory.path,
    of: (type) => events.filter(({ meta }) => meta.type === `Eiffel${type}Event`),
  };
}

// pyenv would be asked on each machine that has it, and its words are not what these tests are about.
function withoutPyenv(path: string): string {
  return path
    .split(':')
    .filter((part) => !part.includes('pyenv'))
    .join(':');
}
