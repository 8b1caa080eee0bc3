import { InvalidInput } from '../host/errors.js';
import type { JsonObject } from '../json/value.js';
import type { ProviderKind } from './provider-kind.js';

/** What differs between the three kinds of provider. */
export interface Kind {
  /** For people. */
  readonly called: string;
  /** The dataset's names of the item at hand, of both generations (etos.md 5.5). */
  readonly item: readonly string[];
  /** The dataset name of all items that were checked out. */
  readonly items: string;
  /** The variable that limits the wait, in seconds (etos.md 5.4). */
  readonly waitVariable: string;
  /** The option that does so. */
  readonly waitOption: string;
}

export const kinds: Readonly<Record<ProviderKind, Kind>> = {
  iut: { called: 'IUT', item: ['iut'], items: 'iuts', waitVariable: 'ETOS_WAIT_FOR_IUT_TIMEOUT', waitOption: 'wait-for-iut' },
  'log-area': {
    called: 'log area',
    item: ['log_area', 'logs'],
    items: 'log_areas',
    waitVariable: 'ETOS_WAIT_FOR_LOG_AREA_TIMEOUT',
    waitOption: 'wait-for-log-area',
  },
  'execution-space': {
    called: 'execution space',
    item: ['execution_space'],
    items: 'execution_spaces',
    waitVariable: 'ETOS_WAIT_FOR_EXECUTION_SPACE_TIMEOUT',
    waitOption: 'wait-for-execution-space',
  },
};

/** The item at hand under its names. */
export function atHand(kind: ProviderKind, item: JsonObject): ReadonlyMap<string, JsonObject> {
  return new Map(kinds[kind].item.map((name) => [name, item]));
}

/** Milliseconds to wait for an item of each kind. */
export type WaitLimits = Readonly<Record<ProviderKind, number>>;

const usualLimit = 10_000;

/**
 * How long items are waited for: as given, else as the three variables say, else 10 s (etos.md 5.4).
 * @throws {InvalidInput} when a variable is no number of seconds
 */
export function waitLimits(
  environment: Readonly<Record<string, string | undefined>>,
  given: Readonly<Partial<Record<ProviderKind, number>>> = {},
): WaitLimits {
  const problems: string[] = [];
  const limit = (kind: ProviderKind): number => {
    const own = given[kind];
    if (own !== undefined) return own;
    const { waitVariable } = kinds[kind];
    const text = environment[waitVariable]?.trim() ?? '';
    const seconds = text === '' ? usualLimit / 1000 : Number(text);
    if (!Number.isFinite(seconds) || seconds < 0) problems.push(`${waitVariable} is ${JSON.stringify(text)}; expected seconds`);
    return seconds * 1000;
  };
  const limits = { iut: limit('iut'), 'log-area': limit('log-area'), 'execution-space': limit('execution-space') };
  if (problems.length > 0) throw new InvalidInput(problems.join('\n'), 'Without the variable the limit is 10 seconds');
  return limits;
}
