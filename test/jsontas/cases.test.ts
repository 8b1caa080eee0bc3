import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseIdentity } from '../../src/documents/identity.js';
import { systemClock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import type { HttpClient } from '../../src/http/client.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { parseJson } from '../../src/json/parse.js';
import { printJson } from '../../src/json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../../src/json/value.js';
import { evaluate, identityValue, providerStructures, testRunnerStructures, type Dataset } from '../../src/jsontas/evaluate.js';
import { decryptFernet } from '../../src/jsontas/fernet.js';
import { difference } from './expectation.js';
import { closedBase, serveRoutes, type Arrived, type Route } from './routes.js';

// Recorded from the reference (jsontas.md 16). The key is theirs as well.
interface Case {
  readonly name: string;
  readonly input_text?: string;
  readonly identity?: string;
  readonly profile?: 'etr';
  readonly env?: Readonly<Record<string, string>>;
  readonly http?: readonly Route[];
  readonly expect?: unknown;
  readonly error?: true;
  readonly requests?: readonly unknown[];
  readonly request_count?: readonly [number, number];
  readonly elapsed?: { readonly min?: number; readonly max?: number };
  readonly decrypts?: Readonly<Record<string, string>>;
  readonly policy?: 'improve';
  readonly better?: { readonly error?: true; readonly expect?: unknown; readonly requests?: readonly unknown[]; readonly free?: string };
}

// The order of members is meaning, so inputs and datasets are taken from the text, not from what JSON.parse makes of it.
const cases = (parseJson(readFileSync(new URL('cases.json', import.meta.url), 'utf8'), 'cases.json') as JsonObject).get(
  'cases',
) as JsonObject[];

let http: HttpClient;
let closed: string;
const log = createLog({ level: 'error', write: () => undefined });

beforeAll(async () => {
  http = createHttpClient({ log, environment: {}, clock: systemClock });
  closed = await closedBase();
});
afterAll(async () => http[Symbol.asyncDispose]());

interface Outcome {
  readonly value?: unknown;
  readonly error?: Error;
  readonly arrived: readonly Arrived[];
  readonly seconds: number;
}

async function outcomeOf(given: JsonObject): Promise<{ readonly wanted: Case; readonly outcome: Outcome }> {
  let wanted = {} as Case;
  await using server = await serveRoutes((base) => {
    wanted = toPlain(placed(given, base)) as Case;
    return wanted.http ?? [];
  });
  const here = placed(given, server.base) as JsonObject;
  const environment = wanted.env ?? {};
  const dataset: Dataset = new Map(here.get('dataset') as JsonObject);
  if (wanted.identity !== undefined) dataset.set('identity', identityValue(parseIdentity(wanted.identity)));
  const structures = wanted.profile === 'etr' ? testRunnerStructures({ environment }) : providerStructures({ environment });
  const document = wanted.input_text === undefined ? (here.get('input') as JsonValue) : parseJson(wanted.input_text, 'input');
  const before = printJson(document);
  const start = performance.now();
  const outcome = await evaluate(document, { dataset, structures, http, clock: systemClock, log }).then(
    (value) => ({ value: toPlain(value) }),
    (error: Error) => ({ error }),
  );
  expect(printJson(document)).toBe(before);
  return { wanted, outcome: { ...outcome, arrived: server.arrived, seconds: (performance.now() - start) / 1000 } };
}

function placed(value: JsonValue, base: string): JsonValue {
  if (typeof value === 'string') return value.replaceAll('{{BASE}}', base).replaceAll('{{CLOSED}}', closed);
  if (Array.isArray(value)) return value.map((element) => placed(element, base));
  return isObject(value) ? new Map([...value].map(([name, member]) => [name, placed(member, base)])) : value;
}

/** Why an outcome is not the expected one; undefined when it is. */
function flaw({ value, error, arrived }: Outcome, wanted: Pick<Case, 'error' | 'expect' | 'requests'>): string | undefined {
  if (wanted.error) return error ? undefined : 'it did not fail';
  if (error) return `it failed: ${error.stack}`;
  const names = new Map<string, string>();
  return (
    difference(value, wanted.expect, names) ?? (wanted.requests && difference(arrived.map(inShort), wanted.requests, names, 'requests'))
  );
}

function inShort({ method, target, headers, body }: Arrived): unknown {
  const json = headers['content-type']?.startsWith('application/json');
  return {
    method,
    target,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(body !== '' && (json ? { json: JSON.parse(body) as unknown } : { body })),
  };
}

function at(path: string, value: unknown): string {
  return path.split('.').reduce((one, name) => (one as Record<string, unknown>)[name], value) as string;
}

describe('recorded from the reference', () => {
  test.each(cases.map((one) => [one.get('name') as string, one] as const))('%s', async (_, given) => {
    const { wanted, outcome } = await outcomeOf(given);
    const { better, request_count: [least, most] = [0, Infinity], elapsed = {}, decrypts = {} } = wanted;
    const asRecorded = flaw(outcome, wanted);
    // A case about what is free binds to nothing but ending well.
    const improved = better && (better.free === undefined ? flaw(outcome, better) : outcome.error && flaw(outcome, {}));
    expect(better ? asRecorded && improved : asRecorded).toBeUndefined();
    expect(outcome.arrived.length).toBeGreaterThanOrEqual(least);
    expect(outcome.arrived.length).toBeLessThanOrEqual(most);
    // An error instead of waiting in vain may come sooner.
    expect(outcome.seconds).toBeGreaterThanOrEqual(outcome.error ? 0 : (elapsed.min ?? 0));
    expect(outcome.seconds).toBeLessThanOrEqual(elapsed.max ?? Infinity);
    const key = wanted.env?.ETOS_ENCRYPTION_KEY ?? '';
    expect(Object.fromEntries(Object.keys(decrypts).map((path) => [path, decryptFernet(at(path, outcome.value), key)]))).toEqual(decrypts);
  });
});
