// The official schemas of the Eiffel protocol, which lie beside the project where its developers work. Without them the tests that need them are
// skipped, with the reason in their name.

import { expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EiffelEvent } from '../../src/eiffel/event.js';

const folder = fileURLToPath(new URL('../../../shared/eiffel-schemas/', import.meta.url));
const present = existsSync(folder);

/** A test that compares with the official schemas. */
export function testWithSchemas(name: string, body: () => void | Promise<void>): void {
  if (present) test(name, body);
  else test.skip(`${name} (skipped: no ${folder})`, body);
}

/** Fails when the official schema of the event's own version refuses it. Where the schemas are absent, nothing is checked. */
export function expectValid(event: EiffelEvent): void {
  if (present) expect({ event, problems: problemsBySchema(event) }).toEqual({ event, problems: [] });
}

/** What the official schema of the event's version says against it. */
export function problemsBySchema(event: EiffelEvent): readonly string[] {
  const { type, version } = event.meta;
  const validate = validatorOf(type, version);
  if (!validate) return [`there is no schema of ${type} ${version}`];
  // What goes over the wire is checked: members that are undefined do not.
  validate(JSON.parse(JSON.stringify(event)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const validators = new Map<string, ValidateFunction | undefined>();

function validatorOf(type: string, version: string): ValidateFunction | undefined {
  const path = `${folder}${type}/${version}.json`;
  if (!validators.has(path)) {
    // Drafts 4 and 2020-12 read alike as far as these schemas go (eiffel.md 9); not strict, because one of them is misspelt.
    const { $schema: _, ...schema } = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)
      : { $schema: '' };
    validators.set(path, existsSync(path) ? new Ajv({ strict: false, allErrors: true }).compile(schema) : undefined);
  }
  return validators.get(path);
}
