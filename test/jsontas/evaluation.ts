import { systemClock } from '../../src/host/clock.js';
import { createLog, type Log } from '../../src/host/log.js';
import type { HttpClient } from '../../src/http/client.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { fromPlain, toPlain, type JsonObject, type JsonValue } from '../../src/json/value.js';
import { evaluate, providerStructures, type Dataset, type Evaluating } from '../../src/jsontas/evaluate.js';

export interface Given extends Partial<Omit<Evaluating, 'dataset'>> {
  /** Plain values, or a dataset that an earlier evaluation has left. */
  readonly dataset?: Dataset | Readonly<Record<string, unknown>>;
}

/** A log whose lines a test can look at. */
export function logInto(lines: string[]): Log {
  return createLog({ level: 'debug', write: (line, level) => void lines.push(`${level}: ${line}`) });
}

const noHttp: HttpClient = {
  request: () => Promise.reject(new Error('this test makes no request')),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

/** Evaluates a document of plain values, with the structures of providers, and gives a plain result. */
export async function resultOf(document: unknown, { dataset = {}, ...given }: Given = {}): Promise<unknown> {
  const names = dataset instanceof Map ? dataset : (fromPlain(dataset) as JsonObject);
  const parsed: JsonValue = fromPlain(document);
  return toPlain(
    await evaluate(parsed, {
      structures: providerStructures({ environment: {} }),
      http: noHttp,
      clock: systemClock,
      log: logInto([]),
      ...given,
      dataset: names,
    }),
  );
}

/** The message of the error that an evaluation ends with. */
export async function failureOf(document: unknown, given: Given = {}): Promise<string> {
  return resultOf(document, given).then(
    (value) => {
      throw new Error(`it gave ${JSON.stringify(value)}`);
    },
    (error: Error) => error.message,
  );
}

/** A real client. */
export function aClient(): HttpClient {
  return createHttpClient({ log: logInto([]), environment: {}, clock: systemClock });
}
