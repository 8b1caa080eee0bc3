import type { ProviderKind } from './provider-file.js';

/** What differs between the three kinds of provider. */
export interface Kind {
  /** For people. */
  readonly called: string;
  /** The dataset name of the item at hand (etos.md 5.5). */
  readonly item: string;
  /** The dataset name of all items that were checked out. */
  readonly items: string;
  /** The variable that limits the wait, in seconds (etos.md 5.4). */
  readonly waitVariable: string;
}

export const kinds: Readonly<Record<ProviderKind, Kind>> = {
  iut: { called: 'IUT', item: 'iut', items: 'iuts', waitVariable: 'ETOS_WAIT_FOR_IUT_TIMEOUT' },
  'log-area': { called: 'log area', item: 'log_area', items: 'log_areas', waitVariable: 'ETOS_WAIT_FOR_LOG_AREA_TIMEOUT' },
  'execution-space': {
    called: 'execution space',
    item: 'execution_space',
    items: 'execution_spaces',
    waitVariable: 'ETOS_WAIT_FOR_EXECUTION_SPACE_TIMEOUT',
  },
};

/** Milliseconds to wait for an item of each kind, from the three variables; 10 s where one is not set or no number (etos.md 5.4). */
export function waitLimits(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<ProviderKind, number>> {
  const limit = (kind: ProviderKind): number => {
    const seconds = Number(environment[kinds[kind].waitVariable] ?? Number.NaN);
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 10_000;
  };
  return { iut: limit('iut'), 'log-area': limit('log-area'), 'execution-space': limit('execution-space') };
}
