import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLogArea } from '../../src/documents/log-area.js';
import { systemClock as clock } from '../../src/host/clock.js';
import { createLog } from '../../src/host/log.js';
import { createHttpClient } from '../../src/http/create-client.js';
import { parseJson } from '../../src/json/parse.js';
import { printText } from '../../src/json/print.js';
import type { JsonObject } from '../../src/json/value.js';
import { archiveName, FileNames } from '../../src/test-runner/file-names.js';
import { Uploader } from '../../src/log-area/upload.js';

const fixture = parseJson(await readFile(join(import.meta.dirname, 'fixtures/log-area.json'), 'utf8'), 'log-area.json') as JsonObject;
const log = createLog({ level: 'error', write: () => undefined });

describe('the names of files in a log area', () => {
  const expected = fixture.get('expected') as JsonObject[];
  test.each(expected.map((row) => [printText(row.get('logArea')), printText(row.get('file')), row] as const))(
    '%s: %s',
    (area, file, row) => {
      const problems: string[] = [];
      const logArea = parseLogArea(fixture.get(area) as JsonObject, problems);
      expect(problems).toEqual([]);
      const testCaseId = (row.get('testCaseId') ?? undefined) as string | undefined;
      // The workspace keeps its name.
      const name = file === 'workspace.tar.gz' ? file : new FileNames(logArea.logs).give(file, testCaseId);
      expect(name).toBe(row.get('name'));
      const place = { context: 'a-context', mainSuiteId: printText(row.get('mainSuiteId')), subSuiteId: printText(row.get('subSuiteId')) };
      const http = createHttpClient({ log, environment: {}, clock });
      expect(new Uploader(logArea, place, { http, clock, log }).addressOf(name)).toBe(row.get('url'));
    },
  );

  test.each([
    { why: 'the default prefix is empty', logs: { joinCharacter: '-', prepend: '' }, file: 'a.log', gives: '-a.log' },
    {
      why: 'a test case may be a path',
      logs: {},
      file: 'a.log',
      testCase: 'tests/unit\\x.py::test[a/b]',
      gives: 'tests_unit_x.py::test[a_b]_a.log',
    },
    { why: 'the part before the last dot is shortened', logs: {}, file: `${'x'.repeat(300)}.tar.gz`, gives: `${'x'.repeat(247)}.gz` },
    { why: 'no dot is left at the cut', logs: {}, file: `${'x'.repeat(244)}.....${'y'.repeat(20)}.log`, gives: `${'x'.repeat(244)}.log` },
    { why: 'a name without a dot is cut', logs: {}, file: 'x'.repeat(251), gives: 'x'.repeat(250) },
    { why: '250 is not too long', logs: {}, file: `${'x'.repeat(246)}.log`, gives: `${'x'.repeat(246)}.log` },
    { why: 'no file system takes more than 255 bytes', logs: {}, file: `${'ä'.repeat(200)}.log`, gives: `${'ä'.repeat(125)}.log` },
    { why: 'an ending of many bytes is no ending', logs: {}, file: `a.${'漢'.repeat(100)}`, gives: `a.${'漢'.repeat(84)}` },
    { why: 'a character is not cut in two', logs: {}, file: `${'🚀'.repeat(70)}.log`, gives: `${'🚀'.repeat(62)}.log` },
  ])('$why', ({ logs, file, testCase, gives }) => {
    expect(new FileNames(logs).give(file, testCase)).toBe(gives);
  });

  test('a name with numbers in front of it is still one that file systems take', () => {
    const names = new FileNames({});
    const given = Array.from({ length: 12 }, () => names.give(`${'ä'.repeat(200)}.log`));
    expect(given.slice(0, 3)).toEqual([`${'ä'.repeat(125)}.log`, `1_${'ä'.repeat(124)}.log`, `2_1_${'ä'.repeat(123)}.log`]);
    expect(given.filter((name) => Buffer.byteLength(name) > 255)).toEqual([]);
    expect(new Set(given).size).toBe(12);
  });

  test('a name that was given before gets numbers in front of it', () => {
    const names = new FileNames({ prepend: 'p', joinCharacter: '_' });
    expect([1, 2, 3, 4].map(() => names.give('x.log', 't'))).toEqual(['p_t_x.log', '1_p_t_x.log', '2_1_p_t_x.log', '3_2_1_p_t_x.log']);
  });

  test.each([
    ['data', 'data.tar.gz'],
    ['run.1', 'run.1.tar.gz'],
    ['trailing...', 'trailing.tar.gz'],
  ])('directory %s becomes %s', (directory, archive) => {
    expect(archiveName(directory)).toBe(archive);
  });
});
