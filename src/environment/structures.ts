import { providerStructures, type Structures } from '../jsontas/evaluate.js';

/** What provider files may use (jsontas.md 9). */
export function structuresOfProviders(environment: Readonly<Record<string, string | undefined>>): Structures {
  return providerStructures({ environment });
}
