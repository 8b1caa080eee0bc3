import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import schema from '../../schemas/collection.schema.json' with { type: 'json' };
// @ts-expect-error -- a tool of the project, plain JavaScript
import { compile, compiled } from '../../tools/compile-schemas.js';

test.each(compiled as readonly (readonly [string, string])[])('%s is compiled to %s', async (schemaPath, filePath) => {
  const fresh = await (compile as (schemaPath: string, filePath: string) => Promise<string>)(schemaPath, filePath);
  // Otherwise: node tools/compile-schemas.js
  expect(readFileSync(new URL(`../../${filePath}`, import.meta.url), 'utf8')).toBe(fresh);
});

test('every example of the published schema keeps it', () => {
  const ajv = new Ajv({ strictTypes: false, allowUnionTypes: true });
  ajv.addKeyword('errorMessage');
  const valid = ajv.compile(schema);
  for (const example of schema.examples) expect(valid(example)).toBe(true);
  for (const [name, definition] of Object.entries(schema.definitions)) {
    const conforms = ajv.compile({ $ref: `#/definitions/${name}`, definitions: schema.definitions });
    for (const example of 'examples' in definition ? definition.examples : []) expect([name, conforms(example)]).toEqual([name, true]);
  }
});
