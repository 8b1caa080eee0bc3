import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { validate } from '../../src/collection/validate.js';

interface Case {
  readonly name: string;
  readonly collection: unknown;
  readonly errorMentions: readonly string[];
  readonly referenceRejects: boolean;
}

// Run through the validators of the released API, which decided `referenceRejects`.
const cases = JSON.parse(readFileSync(new URL('invalid-collections.json', import.meta.url), 'utf8')) as readonly Case[];

describe('collections that the released API refuses', () => {
  test.each(cases.filter(({ referenceRejects }) => referenceRejects))('$name', async ({ collection, errorMentions }) => {
    const message = await refusal(JSON.stringify(collection, null, 2));
    for (const mentioned of errorMentions) expect(message).toContain(mentioned);
    for (const line of message.split('\n')) expect(line).toMatch(/^c\.json:\d+:\d+: /);
  });
});

describe('mistakes that the released API accepts', () => {
  test.each(cases.filter(({ referenceRejects }) => !referenceRejects))('$name', async ({ collection, errorMentions }) => {
    const { warnings } = await validate(JSON.stringify(collection, null, 2), 'c.json');
    for (const mentioned of errorMentions) expect(warnings.join('\n')).toContain(mentioned);
  });
});

async function refusal(text: string): Promise<string> {
  const error = await validate(text, 'c.json').then(
    () => undefined,
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toMatchObject({ name: 'InvalidInput', exitCode: 2 });
  return error?.message ?? '';
}
