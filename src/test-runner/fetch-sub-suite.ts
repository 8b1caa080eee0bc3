import { readSubSuite, type SubSuite } from '../documents/sub-suite.js';
import { idPattern } from '../eiffel/catalogue.js';
import type { Clock } from '../host/clock.js';
import { InvalidInput, NotCarriedOut, messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpClient } from '../http/client.js';
import { parseJson } from '../json/parse.js';
import { isObject, type JsonValue } from '../json/value.js';
import { environmentAddress } from './environment-address.js';

export interface Fetching {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

// A run that is being started may need a moment until its server knows the sub suite; a deployment's services, some minutes after a restart.
const patience = 300_000;

/**
 * Fetches the sub suite that ENVIRONMENT_URL, SUB_SUITE_URL or ENVIRONMENT_ID names and makes clear text of what is encrypted in it (etos.md 6.1, 6.2).
 * @throws {InvalidInput} nothing names it, or it is not a sub suite
 * @throws {NotCarriedOut} it cannot be had; the signal's reason
 */
export async function fetchSubSuite(
  variables: Readonly<Record<string, string>>,
  { http, clock, log, signal }: Fetching,
): Promise<SubSuite> {
  const url =
    variables.ENVIRONMENT_URL ||
    variables.SUB_SUITE_URL ||
    (variables.ENVIRONMENT_ID ? await environmentAddress(variables, { http, clock, signal }) : undefined);
  if (!url)
    throw new InvalidInput(
      'nothing says which sub suite to carry out',
      'Set ENVIRONMENT_URL or SUB_SUITE_URL to the address of its document, or ENVIRONMENT_ID to its event',
    );
  const source = `the sub suite at ${url}`;
  const document = parseJson(await get(url, { http, signal }), source);
  const subSuite = readSubSuite(await decrypted(document, { variables, http, clock, log, signal }), source);
  checkIds(subSuite, source);
  return subSuite;
}

/** What events will point at. Better now than by an event that cannot be made, after others have been published. */
function checkIds({ artifact, context, suiteId, subSuiteId, testSuiteStartedId }: SubSuite, source: string): void {
  const ids = { artifact, context, suite_id: suiteId, sub_suite_id: subSuiteId, test_suite_started_id: testSuiteStartedId };
  const problems = Object.entries(ids)
    .filter(([, id]) => id !== undefined && !idPattern.test(id.toLowerCase()))
    .map(([name, id]) => `${name} is ${JSON.stringify(id)}`);
  if (problems.length > 0)
    throw new InvalidInput(
      `${source} cannot be announced: ${problems.join('; ')}; expected ids of events`,
      'An id is a UUID of version 1 to 5',
    );
}

async function get(url: string, { http, signal }: Pick<Fetching, 'http' | 'signal'>): Promise<string> {
  const hint = 'See whether the run that started this test runner is still there, and reachable from here';
  try {
    const answer = await http.request({ method: 'GET', url, retry: { within: patience, statuses: [404] }, signal });
    const body = await answer.text();
    if (answer.status < 200 || answer.status > 299)
      throw new NotCarriedOut(`${url} answered ${answer.status} ${answer.reason}`.trimEnd(), hint);
    return body;
  } catch (error) {
    if (error instanceof NoAnswer) throw new NotCarriedOut(`the sub suite cannot be fetched: ${messageOf(error)}`, hint, { cause: error });
    throw error;
  }
}

// Steps of the IUT are documents of their own, evaluated by whoever carries them out (jsontas.md 12.5): a query in them means nothing yet.
const stages: readonly string[] = ['environment_provider', 'suite_runner', 'test_runner'];

/**
 * The document with every `{"$decrypt": {"value": token}}` replaced by the clear text, which is a secret of the log from then on. Nothing else in
 * it is looked at: `$` is at home in commands (etos.md 6.2, jsontas.md 12.8).
 */
async function decrypted(
  value: JsonValue,
  parts: Fetching & { readonly variables: Readonly<Record<string, string>> },
  name = '',
): Promise<JsonValue> {
  if (Array.isArray(value)) return await Promise.all(value.map((element) => decrypted(element, parts)));
  if (!isObject(value)) return value;
  if (value.has('$decrypt')) return await decrypt(value, parts);
  const members = await Promise.all(
    [...value].map(async ([key, member]): Promise<readonly [string, JsonValue]> => [
      key,
      name === 'iut' && stages.includes(key) ? member : await decrypted(member, parts, key),
    ]),
  );
  return new Map(members);
}

async function decrypt(
  value: JsonValue,
  { variables, log, ...parts }: Fetching & { readonly variables: Readonly<Record<string, string>> },
): Promise<JsonValue> {
  const { evaluate, testRunnerStructures } = await import('../jsontas/evaluate.js');
  const clear = await evaluate(value, { ...parts, log, dataset: new Map(), structures: testRunnerStructures({ environment: variables }) });
  if (typeof clear === 'string') log.secret(clear);
  return clear;
}
