import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { editions, type Edition } from './catalogue.js';

/** The edition that ETOS_EIFFEL_EDITION names, in any case; Arica without it (eiffel.md 2). @throws {InvalidInput} */
export function editionOf({ ETOS_EIFFEL_EDITION: name = '' }: Readonly<Record<string, string | undefined>>): Edition {
  if (name === '') return 'Arica';
  const edition = editions.find((one) => one.toLowerCase() === name.toLowerCase());
  if (edition) return edition;
  throw new InvalidInput(
    `ETOS_EIFFEL_EDITION is ${JSON.stringify(name)}; expected ${editions.join(', ')}.${didYouMean(name, editions)}`,
    'A consumer of the released services drops events of newer editions without a word',
  );
}
