import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSubSuite } from '../../src/documents/sub-suite.js';
import { run } from './sub-suites.js';

const offline = await readFile(join(import.meta.dirname, 'fixtures/sub-suite-offline.json'), 'utf8');

describe('the offline sub suite, which both released generations carry out', () => {
  test('is carried out', async () => {
    await using ran = await run({ subSuite: (url) => parseSubSuite(offline.replaceAll('http://127.0.0.1:8931', url), 'offline') });
    console.log(
      ran.printed,
      ran.logged,
      ran.outcome,
      JSON.stringify(
        ran.events.map((e) => [e.meta.type, e.data, e.links]),
        undefined,
        0,
      ),
    );
    console.log(ran.logArea.names, ran.logArea.file('passes_test_output.log').toString());
    expect(ran.outcome.verdict).toBe('FAILED');
  });
});
