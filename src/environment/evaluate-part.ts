import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpClient } from '../http/client.js';
import { evaluate, type Dataset, type Structures } from '../jsontas/evaluate.js';
import type { Path } from '../json/parse.js';
import type { JsonObject, JsonValue } from '../json/value.js';
import { topKeys, type Provider } from './provider-file.js';

/** Evaluates a part of one provider; each part is a document of its own (jsontas.md 12.1). */
export type Evaluate = (document: JsonObject, part: Path, options: EvaluatePart) => Promise<JsonValue>;

export interface EvaluatePart {
  /** Names that the dataset gets before: `amount`, or the item at hand. */
  readonly names: ReadonlyMap<string, JsonValue>;
  /** In a copy of the dataset, so that parts can be evaluated side by side. */
  readonly apart?: boolean;
  /** Called when a request of the part got no answer: nobody knows then whether it took effect, even if a later try is answered. */
  readonly onNoAnswer?: () => void;
  readonly signal: AbortSignal;
}

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
): Evaluate {
  return async (document, part, { names, apart, onNoAnswer, signal }) => {
    const own = apart ? new Map(dataset) : dataset;
    for (const [name, value] of names) own.set(name, value);
    const source = { name: provider.source, ...(provider.text && { text: provider.text }), path: [topKeys[provider.kind], ...part] };
    return evaluate(document, {
      dataset: own,
      structures,
      http: onNoAnswer ? watched(http, onNoAnswer) : http,
      clock,
      log,
      signal,
      source,
    });
  };
}

function watched(http: HttpClient, onNoAnswer: () => void): HttpClient {
  return {
    async request(request) {
      try {
        return await http.request(request);
      } catch (error) {
        if (error instanceof NoAnswer) onNoAnswer();
        throw error;
      }
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
}
