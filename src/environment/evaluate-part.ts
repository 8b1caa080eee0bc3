import type { Clock } from '../host/clock.js';
import { InvalidInput } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { neverLeft } from '../http/never-left.js';
import { evaluate, whyUnanswered, type Dataset, type Structures } from '../jsontas/evaluate.js';
import type { Path } from '../json/parse.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import { type Provider } from './provider-file.js';
import { topKeys } from './provider-kind.js';

/** Evaluates the parts of one provider; each part is a document of its own (jsontas.md 12.1). */
export interface Evaluator {
  (document: JsonObject, part: Path, options: EvaluatePart): Promise<JsonValue>;
  /** What the last request of the provider met, for messages: an answer that was none, or one that holds no JSON. `mayPass`: in a moment it may be better. */
  lastAnswer(): { readonly text: string; readonly mayPass: boolean } | undefined;
  /** The values of these names in the dataset, where it has them. */
  values(names: Iterable<string>): JsonObject;
}

export interface EvaluatePart {
  /** Names that the dataset gets before: `amount`, or the item at hand. */
  readonly names: ReadonlyMap<string, JsonValue>;
  /** In a copy of the dataset, so that parts can be evaluated side by side. */
  readonly apart?: boolean;
  /** Told what became of each request of the part. */
  readonly onRequest?: (end: RequestEnd) => void;
  readonly signal: AbortSignal;
}

/**
 * What became of a request: `lost` is one whose answer never came, so that nobody knows whether it took effect, even if a later try is answered.
 * One that never left is not told of.
 */
export type RequestEnd = 'accepted' | 'refused' | 'lost';

/** Evaluates with one dataset: what one part leaves behind the next one sees (jsontas.md 12.2). */
export function evaluatorOf(
  provider: Pick<Provider, 'kind' | 'source' | 'text'>,
  {
    dataset,
    structures,
    http,
    clock,
    log,
  }: { readonly dataset: Dataset; readonly structures: Structures; readonly http: HttpClient; readonly clock: Clock; readonly log: Log },
): Evaluator {
  const evaluator = async (document: JsonObject, part: Path, { names, apart, onRequest, signal }: EvaluatePart): Promise<JsonValue> => {
    const own = apart ? new Map(dataset) : dataset;
    for (const [name, value] of names) own.set(name, value);
    const source = { name: provider.source, ...(provider.text && { text: provider.text }), path: [topKeys[provider.kind], ...part] };
    return evaluate(document, {
      dataset: own,
      structures,
      http: eachOnce(http, onRequest ?? (() => undefined)),
      clock,
      log,
      signal,
      source,
    });
  };
  return Object.assign(evaluator, {
    lastAnswer: () => describeAnswer(dataset),
    values: (names: Iterable<string>): JsonObject =>
      new Map([...names].flatMap((name) => (dataset.has(name) ? [[name, dataset.get(name) as JsonValue] as const] : []))),
  });
}

/** A request of a provider may take something: it is never repeated behind the back of the language, and what became of it is told. */
function eachOnce(http: HttpClient, onRequest: (end: RequestEnd) => void): HttpClient {
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof InvalidInput) && !neverLeft(error)) onRequest('lost');
      throw error;
    }
  };
  return {
    async request(request) {
      const answer = await watch(http.request({ ...request, once: true }));
      onRequest(answer.status < 400 ? 'accepted' : 'refused');
      return { ...answer, bytes: (atMost) => watch(answer.bytes(atMost)), text: (atMost) => watch(answer.text(atMost)) };
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}

function describeAnswer(dataset: Dataset): ReturnType<Evaluator['lastAnswer']> {
  const unanswered = whyUnanswered(dataset);
  if (unanswered !== undefined) return { text: unanswered, mayPass: true };
  const response = dataset.get('response');
  if (!isObject(response) || !response.has('status_code')) return undefined;
  const headers = response.get('headers');
  const type = isObject(headers) ? textOf(headers.get('content-type')) : '';
  const form = (response.get('json') ?? null) === null ? `, which is not JSON but ${type === '' ? 'of no content type' : type}` : '';
  const status = Number(response.get('status_code'));
  const words = [textOf(response.get('status_code')), textOf(response.get('reason'))].filter((word) => word !== '').join(' ');
  return { text: `${withoutQuery(textOf(response.get('url')))} answered ${words}${form}`, mayPass: status >= 500 };
}

/** A query may hold what is secret. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}
