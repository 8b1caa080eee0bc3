// Compiles published schemas to functions that say yes or no. Loading ajv and compiling took 60 ms of each start, of which every run has one;
// the programs load ajv only to say what is wrong. `node tools/compile-schemas.js` writes the files, a test compares them.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { format, resolveConfig } from 'prettier';

const root = new URL('../', import.meta.url);

/** Schema and file made of it. */
export const compiled = [
  ['schemas/collection.schema.json', 'src/collection/conforms.generated.ts'],
  ['schemas/provider.schema.json', 'src/environment/conforms.generated.ts'],
];

/** The text of the file that is made of a schema. */
export async function compile(schemaPath, filePath) {
  const ajv = new Ajv({ messages: false, strictTypes: false, allowUnionTypes: true, code: { source: true, esm: true } });
  ajv.addKeyword('errorMessage');
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(schemaPath, root), 'utf8'), withoutWords));
  const code = standalone
    .default(ajv, validate)
    .replace('"use strict";', '')
    // Named exports only, and nothing of ajv at run time.
    .replace(/export default \w+;/, '')
    .replace(/export const validate = (\w+);/, 'export const conforms: (document: unknown) => boolean = $1;')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', '(text) => [...text].length');
  if (code.includes('require(')) throw new Error(`${schemaPath}: the compiled code needs a part of ajv at run time`);
  const header = `/* eslint-disable */\n// @ts-nocheck -- made of ${schemaPath} by tools/compile-schemas.js; do not edit\n\n`;
  const path = fileURLToPath(new URL(filePath, root));
  return format(header + code, { ...(await resolveConfig(path)), filepath: path });
}

/** Leaves out what is there for people. A member that is called `description` is an object, not text, and stays. */
function withoutWords(name, value) {
  const words =
    (typeof value === 'string' && ['title', 'description', 'errorMessage'].includes(name)) || (name === 'examples' && Array.isArray(value));
  return words ? undefined : value;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [schemaPath, filePath] of compiled) writeFileSync(new URL(filePath, root), await compile(schemaPath, filePath));
}
