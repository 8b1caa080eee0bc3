import { InvalidInput } from '../host/errors.js';
import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { printPath } from '../json/parse.js';
import { printText } from '../json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../json/value.js';

/** What the IUT asks of a test runner (etos.md 6.7). */
export interface IutSteps {
  /** Variables for all commands of the sub suite. */
  readonly environment: Readonly<Record<string, string>>;
  /** Programs that run beside the tests. */
  readonly commands: readonly IutCommand[];
}

/** A program that runs from before the first test until after the last. */
export interface IutCommand {
  readonly name: string;
  /** The lines of its file, the first one being its `#!` line. */
  readonly script: readonly string[];
  readonly parameters: readonly string[];
}

export interface Evaluating {
  /** The variables that `$decrypt` needs. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const form = 'The steps are {"environment": {"NAME": "text"}, "commands": [{"name": "…", "script": ["#!/bin/sh", "…"], "parameters": []}]}';

/** Reads and evaluates `iut.test_runner.steps`. Unknown steps are logged and left out. @throws {InvalidInput} with all problems */
export async function iutSteps(iut: JsonObject, parts: Evaluating): Promise<IutSteps> {
  const stage = iut.get('test_runner');
  const steps = isObject(stage) ? stage.get('steps') : undefined;
  if (!isObject(steps)) return { environment: {}, commands: [] };
  const problems: string[] = [];
  let environment: IutSteps['environment'] = {};
  let commands: IutSteps['commands'] = [];
  for (const [name, step] of steps) {
    if (name === 'environment') environment = readEnvironment(await evaluated(step, iut, parts), problems);
    else if (name === 'commands') commands = readCommands(await evaluated(step, iut, parts), problems);
    else parts.log.warning('unknown step of the IUT skipped', { step: name });
  }
  if (problems.length > 0) throw new InvalidInput(`iut.test_runner.steps: ${problems.join('; ')}`, form);
  return { environment, commands };
}

async function evaluated(step: JsonValue, iut: JsonObject, { variables, ...parts }: Evaluating): Promise<JsonValue> {
  if (!holdsQuery(step)) return step;
  const { evaluate, testRunnerStructures } = await import('../jsontas/evaluate.js');
  // An item shows its members by name, and all of them as `as_dict` (jsontas.md 12.2).
  const dataset = new Map<string, JsonValue>([['iut', new Map([...iut, ['as_dict', iut]])]]);
  // A document is an object; a list of commands is put into one.
  const document = new Map<string, JsonValue>([['step', step]]);
  const result = await evaluate(document, { ...parts, dataset, structures: testRunnerStructures({ environment: variables }) });
  return isObject(result) ? (result.get('step') ?? null) : result;
}

function holdsQuery(value: JsonValue): boolean {
  if (typeof value === 'string') return value.startsWith('$');
  if (Array.isArray(value)) return value.some(holdsQuery);
  return isObject(value) && [...value].some(([name, member]) => name.startsWith('$') || holdsQuery(member));
}

function readEnvironment(value: JsonValue, problems: string[]): IutSteps['environment'] {
  if (!isObject(value)) {
    problems.push(`environment is ${inJson(value)}; expected an object of texts`);
    return {};
  }
  return Object.fromEntries(
    [...value].map(([name, member]) => {
      if (typeof member !== 'string') problems.push(`${printPath(['environment', name])} is ${inJson(member)}; expected text`);
      return [name, printText(member)];
    }),
  );
}

function readCommands(value: JsonValue, problems: string[]): IutSteps['commands'] {
  const commands = Array.isArray(value) ? value : [value];
  return commands.map((command, n) => {
    const at = `commands[${n}]`;
    const of = (name: string): JsonValue => (isObject(command) ? (command.get(name) ?? null) : null);
    if (!isObject(command)) problems.push(`${at} is ${inJson(command)}; expected an object`);
    const name = of('name');
    if (typeof name !== 'string' || name === '' || /[/\0]/.test(name)) problems.push(`${at}.name is ${inJson(name)}; expected a file name`);
    return {
      name: printText(name),
      script: texts(of('script'), `${at}.script`, problems),
      parameters: texts(of('parameters') ?? [], `${at}.parameters`, problems),
    };
  });
}

function texts(value: JsonValue, at: string, problems: string[]): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  problems.push(`${at} is ${inJson(value)}; expected a list of texts`);
  return [];
}

function inJson(value: JsonValue): string {
  return JSON.stringify(toPlain(value));
}
