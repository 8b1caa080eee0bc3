import { NotCarriedOut } from '../host/errors.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';
import type { Evaluate } from './evaluate-part.js';
import { kinds } from './kinds.js';
import type { JsontasProvider } from './provider-file.js';

export interface Listed {
  readonly possible: readonly JsonValue[];
  readonly available: readonly JsonObject[];
}

/** Evaluates a provider's list (jsontas.md 12.3). A null `possible` counts as empty. @throws {NotCarriedOut} when it is of another form */
export async function listItems(
  provider: JsontasProvider,
  amount: number,
  { evaluate, signal }: { readonly evaluate: Evaluate; readonly signal: AbortSignal },
): Promise<Listed> {
  const listed = await evaluate(provider.list, ['list'], { names: new Map([['amount', amount]]), signal });
  const fail = (what: string): never => {
    throw new NotCarriedOut(
      `${provider.source}: list of ${kinds[provider.kind].called} provider "${provider.id}" ${what}`,
      '`possible` and `available` must come out as lists of objects; `etos jsontas` evaluates them',
    );
  };
  if (!isObject(listed)) return fail(`came out as ${typeOf(listed)}; expected an object with possible and available`);
  const possible = itemsIn(listed.get('possible') ?? null);
  const available = itemsIn(listed.get('available') ?? null);
  if (possible === undefined) return fail(`has a possible that came out as ${typeOf(listed.get('possible') ?? null)}; expected a list`);
  if (available === undefined) return fail(`has an available that came out as ${typeOf(listed.get('available') ?? null)}; expected a list`);
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
function itemsIn(value: JsonValue): readonly JsonValue[] | undefined {
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  const json = isObject(value) && value.has('status_code') ? value.get('json') : undefined;
  return Array.isArray(json) ? json : undefined;
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value))
    return value.has('status_code') ? `a response with status ${textOf(value.get('status_code'), 'unknown')} and no list` : 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a ${typeof value}` : text;
}
