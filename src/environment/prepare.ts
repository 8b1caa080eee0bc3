import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import type { Journal } from '../journal/journal.js';
import { isTruthy } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../json/value.js';
import type { Acquired } from './acquired.js';
import { nameOf } from './check-in.js';
import type { Evaluator } from './evaluate-part.js';
import type { JsontasProvider } from './provider-file.js';

export interface Prepared {
  readonly ready: readonly Acquired[];
  readonly failed: readonly Unprepared[];
}

export interface Unprepared {
  readonly acquired: Acquired;
  readonly reason: string;
}

interface Preparing {
  readonly evaluate: Evaluator;
  readonly journal: Journal;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Runs the steps of stage `environment_provider` for each IUT, the IUTs in parallel, the steps in order (jsontas.md 12.5). Each result becomes a
 * member of the IUT under the step's name; the definitions of all stages follow, for later services that carry out theirs.
 */
export async function prepare(provider: JsontasProvider, items: readonly Acquired[], preparing: Preparing): Promise<Prepared> {
  const { stages } = provider;
  if (!stages) return { ready: items, failed: [] };
  const ends = await Promise.all(items.map((acquired) => prepareOne(acquired, stages, preparing)));
  const failed = ends.filter((end) => 'reason' in end);
  failed.forEach(({ acquired, reason }) =>
    preparing.log.warning('preparation of an IUT failed', { provider: provider.id, item: nameOf(acquired.item), reason }),
  );
  return { ready: ends.filter((end) => 'item' in end), failed };
}

async function prepareOne(
  acquired: Acquired,
  stages: JsonObject,
  { evaluate, journal, signal }: Preparing,
): Promise<Acquired | Unprepared> {
  const stage = stages.get('environment_provider');
  const steps = isObject(stage) ? stage.get('steps') : undefined;
  const item: JsonObject = new Map(acquired.item);
  const results: JsonObject = new Map();
  for (const [name, definition] of isObject(steps) ? steps : []) {
    const fail = (reason: string): Unprepared => ({ acquired, reason: `step "${name}" ${reason}` });
    if (!isObject(definition)) return fail('is not an object');
    let result: JsonValue;
    try {
      const names = new Map<string, JsonValue>([
        ['iut', item],
        ['steps', results],
      ]);
      const path = ['prepare', 'stages', 'environment_provider', 'steps', name];
      result = await evaluate(definition, path, { names, apart: true, signal });
    } catch (error) {
      return fail(`failed: ${messageOf(error)}`);
    }
    item.set(name, result);
    if (!isTruthy(result)) return fail(`came out as ${printJson(result)}`);
    results.set(name, result);
  }
  for (const [name, definition] of stages) item.set(name, definition);
  // A check-in rule may use what a step gave.
  const entry = acquired.entry && (await journal.amend(acquired.entry, { item: toPlain(item) }));
  return { ...acquired, item, ...(entry && { entry }) };
}
