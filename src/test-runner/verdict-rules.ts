import { conclusions, verdicts, type Conclusion, type Outcome, type Verdict } from '../documents/outcome.js';
import { InvalidInput } from '../host/errors.js';
import { didYouMean } from '../host/nearest.js';
import { parsePlain } from '../json/parse.js';

/** Says what the outcome is when a recipe ended with this exit code (etos.md 6.8). */
export interface VerdictRule {
  readonly exitCode: number;
  readonly outcome: Outcome;
}

const condition = 'test_framework_exit_code';
const members: readonly string[] = ['description', 'condition', 'conclusion', 'verdict'];

/**
 * Reads the file that VERDICT_RULES_FILE names: a list of objects with exactly `description`, `condition`, `conclusion` and `verdict`.
 * @throws {InvalidInput} with all problems
 */
export function parseVerdictRules(text: string, source: string): readonly VerdictRule[] {
  const rules = parsePlain(text, source);
  const problems: string[] = [];
  const read = Array.isArray(rules) ? rules.map((rule, n) => readRule(rule, `[${n}]`, problems)) : [];
  if (!Array.isArray(rules)) problems.push('it is not a list');
  if (problems.length > 0)
    throw new InvalidInput(
      `${source}: these are no verdict rules: ${problems.join('; ')}`,
      `Each is {"description": "…", "condition": {"${condition}": 1}, "conclusion": "SUCCESSFUL", "verdict": "FAILED"}`,
    );
  return read;
}

/** The outcome of the first rule that holds: its number is among the exit codes of the recipes. */
export function outcomeByRule(rules: readonly VerdictRule[], exitCodes: readonly number[]): Outcome | undefined {
  return rules.find(({ exitCode }) => exitCodes.includes(exitCode))?.outcome;
}

function readRule(rule: unknown, at: string, problems: string[]): VerdictRule {
  const of = isPlain(rule) ? rule : {};
  if (!isPlain(rule)) problems.push(`${at} is not an object`);
  for (const name of Object.keys(of)) if (!members.includes(name)) problems.push(`${at}.${name} is not known.${didYouMean(name, members)}`);
  for (const name of isPlain(rule) ? members : []) if (!(name in of)) problems.push(`${at}.${name} is missing`);
  return {
    exitCode: readCondition(of.condition, at, problems),
    outcome: {
      verdict: oneOf<Verdict>(of.verdict, verdicts, `${at}.verdict`, problems),
      conclusion: oneOf<Conclusion>(of.conclusion, conclusions, `${at}.conclusion`, problems),
      description: textOf(of.description, `${at}.description`, problems),
    },
  };
}

function readCondition(value: unknown, at: string, problems: string[]): number {
  if (value === undefined) return Number.NaN;
  const names = isPlain(value) ? Object.keys(value) : [];
  const code = isPlain(value) ? value[condition] : undefined;
  if (names.length === 1 && Number.isInteger(code)) return code as number;
  problems.push(`${at}.condition is ${JSON.stringify(value)}; expected {"${condition}": a whole number}, the only condition there is`);
  return Number.NaN;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], at: string, problems: string[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined && value !== undefined)
    problems.push(
      `${at} is ${JSON.stringify(value)}; expected ${allowed.join(', ')}.${typeof value === 'string' ? didYouMean(value, allowed) : ''}`,
    );
  return found ?? (allowed[0] as T);
}

function textOf(value: unknown, at: string, problems: string[]): string {
  if (typeof value !== 'string' && value !== undefined) problems.push(`${at} is not text`);
  return typeof value === 'string' ? value : '';
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
