/**
 * The fields of one line of CSV, which the argument of `--mount` is: a field in quotes may hold commas, and quotes twice.
 * @returns undefined when quotes stand or are missing where CSV has none
 */
export function commaSeparated(line: string): readonly string[] | undefined {
  const fields: string[] = [];
  // Each match starts where the last one ended, so what fits no field ends the reading.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/y;
  for (;;) {
    const [, quoted, plain = '', after] = field.exec(line) ?? [];
    if (after === undefined) return undefined;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (after === '') return fields;
  }
}
