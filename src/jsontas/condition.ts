import { comparisonOf } from './operator.js';
import type { Structure } from './structure.js';
import { kindOf } from './value.js';

/** `$condition`: `then` if every operator of `if` is true, `else` otherwise; both were evaluated already (jsontas.md 6.2). */
export const condition: Structure = (parameters, { log }) => {
  const test = parameters.get('if') ?? null;
  const operators = test instanceof Map ? [test] : test;
  if (!Array.isArray(operators)) throw new Error(`its "if" is ${kindOf(test)}; expected an operator object, or a list of them`);
  const holds = operators.every((one) => {
    if (!(one instanceof Map)) throw new Error(`its "if" holds ${kindOf(one)}; expected an object with key, operator and value`);
    return comparisonOf(one.get('operator'))(one.get('key') ?? null, one.get('value') ?? null, log);
  });
  return parameters.get(holds ? 'then' : 'else') ?? null;
};
