import { NotCarriedOut } from '../host/errors.js';
import { kinds } from './kinds.js';
import type { Provider } from './provider-file.js';

/** Nothing came in time. @param limit milliseconds */
export function tooLate({ kind, id }: Pick<Provider, 'kind' | 'id'>, limit: number, why: string): NotCarriedOut {
  const { called, waitVariable, waitOption } = kinds[kind];
  return new NotCarriedOut(
    `No ${called} became available from provider "${id}" within ${limit / 1000}s: ${why}`,
    `Raise --${waitOption} (or ${waitVariable}, seconds), or free what a killed run left: etos release`,
  );
}
