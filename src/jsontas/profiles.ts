import { randomUUID } from 'node:crypto';
import { printPython } from '../json/print.js';
import { condition } from './condition.js';
import { decrypt, encrypt } from './encryption.js';
import { expand } from './expand.js';
import { filter } from './filter.js';
import { from } from './from.js';
import { executionSpaceInstructions } from './instructions.js';
import { join } from './join.js';
import { jsonOf } from './json-of.js';
import { operator } from './operator.js';
import { reduce } from './reduce.js';
import { request } from './request.js';
import type { Structure, Structures } from './structure.js';
import { wait } from './wait.js';

/** What indexes and slices were made of; it has no use of its own, but its name is taken (jsontas.md 5). */
const list: Structure = () => {
  throw new Error('it has no use by name: write the index or slice behind a list, as in $items.0 or $items.1:3');
};

/** The nine structures of the language (jsontas.md 5). All that a check-in rule of a released deployment can rely on. */
export const builtIns: Structures = new Map<string, Structure>([
  ['condition', condition],
  ['operator', operator],
  ['list', list],
  ['request', request],
  ['filter', filter],
  ['expand', expand],
  ['from', from],
  ['wait', wait],
  ['reduce', reduce],
]);

interface Surroundings {
  /** The variables of the process: `ETOS_ENCRYPTION_KEY` for encryption, `ETR_VERSION` for instructions. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The built-in structures and those of the environment provider (jsontas.md 9): what provider files are written with. */
export function providerStructures({ environment }: Surroundings): Structures {
  return new Map<string, Structure>([
    ...builtIns,
    ['json_dumps', (parameters) => printPython(jsonOf(parameters))],
    ['uuid_generate', () => randomUUID()],
    ['join', join],
    ['encrypt', encrypt(environment)],
    ['execution_space_instructions', executionSpaceInstructions(environment)],
  ]);
}

/** What a test runner knows: `$decrypt` and nothing else, so that a sub suite can neither make requests nor read anything (jsontas.md 12.8). */
export function testRunnerStructures({ environment }: Surroundings): Structures {
  return new Map<string, Structure>([['decrypt', decrypt(environment)]]);
}
