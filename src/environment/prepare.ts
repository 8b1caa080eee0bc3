import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { isTruthy } from '../jsontas/evaluate.js';
import { printJson } from '../json/print.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';
import type { Acquired } from './acquired.js';
import type { JsontasProvider } from './provider-file.js';

export interface Prepared {
  readonly ready: readonly Acquired[];
  readonly failed: readonly { readonly acquired: Acquired; readonly listed: JsonObject; readonly reason: string }[];
}

/**
 * Runs the steps of stage `environment_provider` for each IUT, the IUTs in parallel, the steps in order (jsontas.md 12.5). Each result becomes a
 * member of the IUT under the step's name; the definitions of all stages follow, for later services that carry out theirs.
 */
export async function prepare(
  provider: JsontasProvider,
  items: readonly Acquired[],
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
): Promise<Prepared> {
  const { stages } = provider;
  if (!stages) return { ready: items, failed: [] };
  const ends = await Promise.all(items.map((acquired) => prepareOne(acquired, stages, signal)));
  const failed = ends.filter((end) => 'reason' in end);
  failed.forEach(({ reason }) => log.warning('preparation of an IUT failed', { provider: provider.id, reason }));
  return { ready: ends.filter((end) => 'item' in end), failed };
}

async function prepareOne(acquired: Acquired, stages: JsonObject, signal: AbortSignal): Promise<Acquired | Prepared['failed'][number]> {
  const stage = stages.get('environment_provider');
  const steps = isObject(stage) ? stage.get('steps') : undefined;
  const item: JsonObject = new Map(acquired.item);
  const results: JsonObject = new Map();
  for (const [name, definition] of isObject(steps) ? steps : []) {
    const fail = (reason: string) => ({ acquired, listed: acquired.item, reason: `step "${name}" ${reason}` });
    if (!isObject(definition)) return fail('is not an object');
    let result: JsonValue;
    try {
      const names = new Map<string, JsonValue>([
        ['iut', item],
        ['steps', results],
      ]);
      result = await acquired.evaluate(definition, ['prepare', 'stages', 'environment_provider', 'steps', name], {
        names,
        apart: true,
        signal,
      });
    } catch (error) {
      return fail(`failed: ${messageOf(error)}`);
    }
    item.set(name, result);
    if (!isTruthy(result)) return fail(`came out as ${printJson(result)}`);
    results.set(name, result);
  }
  for (const [name, definition] of stages) item.set(name, definition);
  return { ...acquired, item };
}
