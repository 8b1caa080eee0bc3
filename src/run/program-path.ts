import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The committed bundle of another program, beside the one that runs: `dist/<name>/index.js`, from sources and bundles alike; from the
 * one-file bundles for Jenkins, which are `.mjs`, their neighbour.
 */
export function programPath(name: 'cli' | 'runner' | 'test-runner'): string {
  const own = fileURLToPath(import.meta.url);
  if (own.endsWith('.mjs')) return join(dirname(own), name === 'cli' ? 'etos.mjs' : `etos-${name}.mjs`);
  return join(dirname(own), '..', '..', 'dist', name, 'index.js');
}
