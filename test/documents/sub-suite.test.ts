import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printSubSuite, readSubSuite } from '../../src/documents/sub-suite.js';
import { parseJson } from '../../src/json/parse.js';
import { isObject, type JsonObject, type JsonValue } from '../../src/json/value.js';

const fixture = parseJson(await readFile(join(import.meta.dirname, 'fixtures/sub-suite.json'), 'utf8'), 'sub-suite.json') as JsonObject;
const of = (generation: string): JsonObject => fixture.get(generation) as JsonObject;
const without = (generation: string, ...names: readonly string[]): JsonObject =>
  new Map([...of(generation)].filter(([name]) => !names.includes(name)));

describe('a sub suite document', () => {
  test.each(['v2021', 'current'])('%s is read, whatever the generation calls things', (generation) => {
    const subSuite = readSubSuite(of(generation), generation);
    expect(subSuite).toMatchObject({
      name: 'Webshop API regression_SubSuite_0',
      priority: 1,
      artifact: 'b3f1c1de-6a0a-4a3c-9c0b-5a1d7b0c9002',
    });
    expect(subSuite.recipes).toHaveLength(3);
    expect(subSuite.recipes[0]).toEqual({
      id: '0c1f3c52-5f57-4f4b-9b1e-0f5b6a7c1d01',
      testCase: {
        id: 'test_login',
        tracker: 'GitHub',
        uri: 'https://git.example.com/acme/webshop-tests/blob/main/cases/test_login.md',
        version: expect.any(String) as unknown,
      },
      environment: [
        ['WEBSHOP_URL', 'https://staging.webshop.example.com'],
        ['LOG_LEVEL', 'debug'],
      ],
      command: 'python3 -m pytest',
      checkout: ['git clone --depth 1 --branch main https://git.example.com/acme/webshop-tests.git .'],
      parameters: [
        ['-v', ''],
        ['-k', 'login'],
        ['--junitxml', '$TEST_ARTIFACT_PATH/junit-login.xml'],
      ],
      execute: ['python3 -m pip install --quiet -r requirements.txt'],
      testRunner: 'ghcr.io/example/etos-python-test-runner:3.11.9',
    });
    expect(subSuite.logArea).toMatchObject({
      upload: { method: 'PUT', timeout: 30_000, auth: { username: 'etos', type: 'basic' }, unknown: [] },
      logs: { prepend: '192.0.2.17', joinCharacter: '_' },
      type: 'OTHER',
    });
    expect(subSuite.suiteId === undefined).toBe(generation === 'v2021');
  });

  test('is printed as it was read, with its members in their order', () => {
    const document = of('current');
    const subSuite = readSubSuite(document, 'current');
    const printed = printSubSuite({ ...subSuite, logArea: document.get('log_area') as JsonObject });
    expect([...printed.keys()]).toEqual([...document.keys()]);
    // `url` is for the test runner of 2021; nothing else differs.
    expect(withoutUrl(printed)).toEqual(withoutUrl(document));
  });

  test('that is not one is refused with everything that is wrong', () => {
    const bad = without('current', 'name', 'artifact').set(
      'log_area',
      new Map([['upload', new Map<string, JsonValue>([['timeout', 'long']])]]),
    );
    expect(() => readSubSuite(bad, 'the document')).toThrow(
      /^the document is not a sub suite: .*log_area\.upload\.url is missing or not text; log_area\.upload\.timeout is "long"; expected seconds/,
    );
    expect(() => readSubSuite(bad, 'the document')).toThrow(/name is missing or not text/);
    expect(() => readSubSuite(bad, 'the document')).toThrow(/artifact is missing or not text/);
  });
});

function withoutUrl(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutUrl);
  if (!isObject(value)) return value;
  const isTestCase = value.has('tracker');
  const members = [...value].filter(([name]) => !isTestCase || name !== 'url');
  return new Map(members.map(([name, member]) => [name, withoutUrl(member)]));
}
