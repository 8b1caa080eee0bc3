import { printJson, printNumber } from '../json/print.js';
import { isObject, type JsonValue } from '../json/value.js';

/**
 * The text that a value of ENVIRONMENT or PARAMETERS stands for. Other than text is accepted by the released API: its test runner prints a
 * parameter as Python does (`-n=4`, `--x=True`) and stops at a variable (etos.md 3), where we take the JSON text, and nothing for null.
 */
export function textOf(key: 'ENVIRONMENT' | 'PARAMETERS', value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (key === 'PARAMETERS') return asPython(value);
  return value === null ? '' : printJson(value);
}

function asPython(value: JsonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'string') return inQuotes(value);
  if (isObject(value)) return `{${[...value].map(([name, member]) => `${inQuotes(name)}: ${asPython(member)}`).join(', ')}}`;
  return `[${value.map(asPython).join(', ')}]`;
}

function inQuotes(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` };
  // eslint-disable-next-line no-control-regex -- control characters are what is escaped
  const escaped = text.replace(/[\u0000-\u001f\u007f\\'"]/g, (c) =>
    c === '"' || c === "'" ? (c === quote ? `\\${c}` : c) : (named[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  );
  return quote + escaped + quote;
}
