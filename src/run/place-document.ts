import { Readable } from 'node:stream';
import { parseLogArea } from '../documents/log-area.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { printJson } from '../json/print.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';
import { Uploader } from '../log-area/upload.js';
import type { PlacedSubSuite, ReadySubSuite } from '../suite/carry-out.js';
import type { Progress } from './progress.js';
import { isThisMachine, type Reach } from './reach.js';
import type { SubSuiteDocuments } from './sub-suite-documents.js';

export interface Placing {
  readonly documents: SubSuiteDocuments;
  readonly serverRoot: string;
  readonly progress: Progress;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** An upload is there at once in most log areas; some hand it on behind their answer. */
const patience = 5_000;

/**
 * How sub suite documents get to test runners. The run's own server gives them to whoever reaches it. For those who may not, a document goes to the log
 * area, by its own upload instructions as `{sub suite}.json` (etos.md 5.7), and is referred to there, where it can be read without a login; where not,
 * the run's server stays the place, with a warning when the request goes to another machine.
 */
export function placing(
  { by, host: ourHost }: Reach,
  { documents, serverRoot, progress, http, clock, log }: Placing,
): (subSuite: ReadySubSuite, waiting: { readonly signal: AbortSignal }) => Promise<PlacedSubSuite> {
  let warned = false;

  return async (subSuite, { signal }) => {
    const here = { uri: documents.add(subSuite, serverRoot), subSuite };
    const host = hostOf(subSuite.environment.executor.item.get('request'));
    const onThisMachine = host === undefined || host === ourHost || isThisMachine(host);
    if (by === 'own' || by === 'others' || (by === 'containers' && onThisMachine)) return here;
    try {
      return await upload(subSuite, signal);
    } catch (error) {
      signal.throwIfAborted();
      log.debug('the sub suite is not in its log area', { subSuite: subSuite.name, reason: messageOf(error) });
      if (!onThisMachine && !warned) {
        warned = true;
        const text = `test runners that ${host} starts may not reach this run at ${new URL(serverRoot).origin}, and the log area cannot hold their sub suites for them: ${messageOf(error)}; name an address that they reach with --advertise-url`;
        progress({ kind: 'note', text: log.redact(text), warning: true });
      }
      return here;
    }
  };

  async function upload(given: ReadySubSuite, signal: AbortSignal): Promise<PlacedSubSuite> {
    const problems: string[] = [];
    const area = parseLogArea(given.environment.logArea.item, problems);
    if (problems.length > 0) throw new Error(problems.join('; '));
    if (area.upload.url.startsWith(serverRoot)) throw new Error("it is the run's own");
    const { mainSuiteId, id, name } = given;
    const uploader = new Uploader(area, { context: contextOf(given.document), mainSuiteId, subSuiteId: id }, { http, clock, log });
    const uri = new URL(uploader.addressOf(`${name}.json`)).href;
    const subSuite = referringTo(uri, given);
    const content = Buffer.from(printJson(subSuite.document));
    const open = () => Promise.resolve({ length: content.length, content: Readable.from([content]) });
    const uploaded = await uploader.upload({ name: `${name}.json`, open }, signal);
    if (uploaded.state === 'missing') throw new Error(uploaded.reason);
    // Test runners show no login when they fetch it.
    const answer = await http.request({ method: 'GET', url: uri, retry: { within: patience, statuses: [404] }, signal });
    const text = await answer.text();
    if (answer.status !== 200 || text !== content.toString())
      throw new Error(`${new URL(uri).origin} does not give it back: it answered ${answer.status} ${answer.reason}`.trimEnd());
    return { uri, subSuite };
  }
}

function hostOf(request: JsonValue | undefined): string | undefined {
  const url = isObject(request) ? request.get('url') : undefined;
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : undefined;
}

function contextOf(document: JsonObject): string {
  const context = document.get('context');
  return typeof context === 'string' ? context : '';
}

/** The sub suite with another address of its document, wherever its execution space says it: the request may hold it as text in text. */
function referringTo(uri: string, subSuite: ReadySubSuite): ReadySubSuite {
  const { environment, document } = subSuite;
  const { executor } = environment;
  const instructions = executor.item.get('instructions');
  const variables = isObject(instructions) ? instructions.get('environment') : undefined;
  const addresses = ['SUB_SUITE_URL', 'ENVIRONMENT_URL'].flatMap((name) => {
    const address = isObject(variables) ? variables.get(name) : undefined;
    return typeof address === 'string' ? [address] : [];
  });
  const item = replaced(executor.item, addresses, uri) as JsonObject;
  return {
    ...subSuite,
    environment: { ...environment, executor: { ...executor, item } },
    document: new Map([...document, ['executor', item]]),
  };
}

function replaced(value: JsonValue, from: readonly string[], to: string): JsonValue {
  if (typeof value === 'string') return from.reduce((text, address) => text.replaceAll(address, () => to), value);
  if (Array.isArray(value)) return value.map((element) => replaced(element, from, to));
  if (!isObject(value)) return value;
  return new Map([...value].map(([name, member]) => [name, replaced(member, from, to)]));
}
