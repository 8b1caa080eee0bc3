import { isObject, type JsonValue } from './value.js';

/** JSON text without white space, members in their order. */
export function printJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(printJson).join(',')}]`;
  if (isObject(value)) return `{${[...value].map(([name, member]) => `${JSON.stringify(name)}:${printJson(member)}`).join(',')}}`;
  return JSON.stringify(value);
}

/** A value where text is wanted: text as it is, `otherwise` for null and for nothing, anything else as JSON. */
export function printText(value: JsonValue | undefined, otherwise = ''): string {
  if (value === undefined || value === null) return otherwise;
  return typeof value === 'string' ? value : printJson(value);
}

/** JSON text for people: two spaces a level, members in their order. */
export function printIndented(value: JsonValue, indent = ''): string {
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((element) => deeper + printIndented(element, deeper))
    : isObject(value)
      ? [...value].map(([name, member]) => `${deeper}${JSON.stringify(name)}: ${printIndented(member, deeper)}`)
      : undefined;
  if (lines === undefined) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** JSON text as Python's `json.dumps` writes it: `", "` and `": "`, everything outside U+0020 to U+007E escaped (jsontas.md 11.5). */
export function printPython(value: JsonValue): string {
  const pieces: string[] = [];
  write(value, pieces);
  return pieces.join('');
}

// One list of pieces for the whole text: texts added to texts stay chains of small ones, and keep the memory of all.
function write(value: JsonValue, pieces: string[]): void {
  if (typeof value === 'string') pieces.push(ascii(value));
  else if (typeof value === 'number') pieces.push(printNumber(value));
  else if (Array.isArray(value)) {
    pieces.push('[');
    for (const [i, element] of value.entries()) {
      if (i > 0) pieces.push(', ');
      write(element, pieces);
    }
    pieces.push(']');
  } else if (isObject(value)) {
    pieces.push('{');
    let separator = '';
    for (const [name, member] of value) {
      pieces.push(separator, ascii(name), ': ');
      write(member, pieces);
      separator = ', ';
    }
    pieces.push('}');
  } else pieces.push(JSON.stringify(value));
}

/** As `printPython`, of plain objects; members that are undefined are left out. */
export function printPlainPython(value: unknown): string {
  if (typeof value === 'string') return ascii(value);
  if (typeof value === 'number' && Number.isFinite(value)) return printNumber(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const element of value) text += `${text === '' ? '' : ', '}${printPlainPython(element)}`;
    return `[${text}]`;
  }
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? String(value) : 'null';
  // Not by their entries, which are a list of lists: events are printed by the thousand.
  for (const name of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) text += `${text === '' ? '' : ', '}${ascii(name)}: ${printPlainPython(member)}`;
  }
  return `{${text}}`;
}

/** A number as Python prints it: exponent form from 1e16 on and below 1e-4, two digits of exponent at least (jsontas.md 11.3). */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (Number.isSafeInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size < 1e16 && size >= 1e-4) return String(value);
  const [mantissa, exponent = ''] = value.toExponential().split('e');
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

function ascii(text: string): string {
  // Nearly every text needs nothing: this test costs a fifth of what follows.
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  const json = JSON.stringify(text);
  return /[\u007f-\uffff]/.test(json)
    ? json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
}
