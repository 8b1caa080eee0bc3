import type { Structure, Structures } from '../jsontas/evaluate.js';
import { isObject, textOf, type JsonObject, type JsonValue } from '../json/value.js';

/** What test runners are told beside the image, before a provider adds to it: variables in the order of the released services. */
export type RunnerVariables = readonly (readonly [name: string, value: string | number | boolean | null])[];

/**
 * The instructions that `$execution_space_instructions` starts from (etos.md 8.1, jsontas.md 9): the image of the test runner, no parameters, and the
 * variables every test runner of the run gets.
 */
export function baseInstructions(testRunner: string, variables: RunnerVariables): JsonObject {
  return new Map<string, JsonValue>([
    ['image', testRunner],
    ['environment', new Map(variables)],
    ['parameters', new Map()],
  ]);
}

const name = 'execution_space_instructions';

/**
 * The structures of a provider, whose `$execution_space_instructions` also says where the sub suite can be fetched: `SUB_SUITE_URL` below
 * `ETOS_ENVIRONMENT_PROVIDER`, after everything a provider may override (etos.md 8.1), and `ENVIRONMENT_URL` where the base asks for one. A
 * member `testRunner` (`image` or `embedded`) is handed on; the released services know none (design.md, decision 2).
 */
export function withSubSuiteAddress(structures: Structures): Structures {
  const base = structures.get(name);
  if (!base) return structures;
  const extended: Structure = (parameters, scope) => {
    const instructions = base(parameters, scope);
    if (!(instructions instanceof Map)) return instructions;
    const environment = instructions.get('environment');
    const testRunner = parameters.get('testRunner') ?? null;
    if (testRunner !== null) instructions.set('testRunner', testRunner);
    if (!isObject(environment)) return instructions;
    const provider = environment.get('ETOS_ENVIRONMENT_PROVIDER');
    if (typeof provider !== 'string') return instructions;
    if (environment.has('ENVIRONMENT_URL'))
      environment.set('ENVIRONMENT_URL', `${provider}/environment/${textOf(environment.get('ENVIRONMENT_ID'))}`);
    environment.set('SUB_SUITE_URL', `${provider}/sub_suite?id=${textOf(instructions.get('identifier') as JsonValue)}`);
    return instructions;
  };
  return new Map([...structures, [name, extended]]);
}
