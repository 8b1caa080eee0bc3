import { NotCarriedOut } from '../host/errors.js';
import { bodyOf } from '../jsontas/evaluate.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import type { Evaluator } from './evaluate-part.js';
import { kinds } from './kinds.js';
import type { JsontasProvider } from './provider-file.js';

export type Listed =
  | { readonly possible: readonly JsonValue[]; readonly available: readonly JsonObject[] }
  /** Whoever knows the items was not to be asked: the wait for it is the wait for an item. */
  | { readonly silent: string };

/**
 * Evaluates a provider's list (jsontas.md 12.3). A null `possible` or `available` counts as empty. A server that does not answer, or answers with a
 * status of 500 or more, may do so in a moment.
 * @throws {NotCarriedOut} when it is of another form
 */
export async function listItems(
  provider: JsontasProvider,
  amount: number,
  { evaluate, signal }: { readonly evaluate: Evaluator; readonly signal: AbortSignal },
): Promise<Listed> {
  const listed = await evaluate(provider.list, ['list'], { names: new Map([['amount', amount]]), signal });
  const [possible, available] = isObject(listed) ? [itemsIn(listed.get('possible')), itemsIn(listed.get('available'))] : [];
  const answer = evaluate.lastAnswer();
  if (answer?.mayPass && !(possible && possible.length > 0)) return { silent: answer.text };
  const fail = (what: string, seen = ''): never => {
    throw new NotCarriedOut(
      `${provider.source}: list of ${kinds[provider.kind].called} provider "${provider.id}" ${what}${seen}`,
      '`possible` and `available` must come out as lists of objects; `etos jsontas` evaluates them (docs/providers.md)',
    );
  };
  const seen = answer ? `: ${answer.text}` : '';
  if (!isObject(listed)) return fail(`came out as ${typeOf(listed)}; expected an object with possible and available`, seen);
  if (possible === undefined) return fail(`has a possible that came out as ${typeOf(listed.get('possible'))}; expected a list`, seen);
  if (available === undefined) {
    const early = [...listed.keys()].indexOf('available') < [...listed.keys()].indexOf('possible');
    return fail(
      `has an available that came out as ${typeOf(listed.get('available'))}; expected a list`,
      early ? '. It stands before possible, and is evaluated first: put it after' : seen,
    );
  }
  const reserved = provider.kind === 'iut' ? ['provider_id', 'identity'] : ['provider_id'];
  return {
    possible,
    available: available.map((item, n) => {
      if (!isObject(item)) return fail(`has available[${n}], which is ${typeOf(item)}; expected an object`);
      const taken = reserved.find((name) => item.has(name));
      if (taken !== undefined) return fail(`has available[${n}] with a member "${taken}", a name that is set by ETOS; rename it`);
      return item;
    }),
  };
}

/** The list itself, nothing for null, or the list that a response description holds as its `json` (jsontas.md 8.4). */
function itemsIn(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  const items = bodyOf(value ?? null);
  return items === null && !isObject(value) ? [] : Array.isArray(items) ? items : undefined;
}

function typeOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) {
    const query = [...value.keys()].find((name) => name.startsWith('$'));
    return query !== undefined ? `an object in which ${query} was not found` : value.has('status_code') ? 'an answer' : 'an object';
  }
  return typeof value === 'string' && value.startsWith('$')
    ? `the text ${JSON.stringify(value)}, which was not found`
    : JSON.stringify(textOf(value));
}
