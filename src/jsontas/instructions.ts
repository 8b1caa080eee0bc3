import { randomUUID } from 'node:crypto';
import { copyOf } from './copy.js';
import type { Structure } from './structure.js';
import { kindOf, type Value, type ValueObject } from './value.js';

/**
 * `$execution_space_instructions`: the dataset's `instructions` with `environment`, `parameters` and `image` of the parameters put over them, and
 * identifiers of their own (jsontas.md 9).
 */
export function executionSpaceInstructions(environment: Readonly<Record<string, string | undefined>>): Structure {
  return (parameters, { dataset }) => {
    const base = dataset.get('instructions') ?? null;
    if (!(base instanceof Map)) throw new Error(`the dataset's "instructions" are ${kindOf(base)}; expected an object`);
    const instructions = copyOf(base);
    const variables = merged(instructions, 'environment', parameters);
    merged(instructions, 'parameters', parameters);
    if (parameters.has('image')) instructions.set('image', parameters.get('image') ?? null);
    instructions.set('identifier', randomUUID());
    variables.set('ENVIRONMENT_ID', randomUUID());
    if ((variables.get('ETR_VERSION') ?? null) === null) variables.set('ETR_VERSION', environment.ETR_VERSION ?? null);
    return instructions;
  };
}

function merged(instructions: ValueObject, name: string, parameters: ValueObject): ValueObject {
  const own: Value = instructions.get(name) ?? null;
  if (!(own instanceof Map)) throw new Error(`the "${name}" of the dataset's instructions are ${kindOf(own)}; expected an object`);
  const given = parameters.has(name) ? (parameters.get(name) ?? null) : new Map<string, Value>();
  if (!(given instanceof Map)) throw new Error(`its "${name}" are ${kindOf(given)}; expected an object`);
  for (const [key, value] of given) own.set(key, value);
  return own;
}
