import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fateOf, identify, printProcess, readProcess } from '../../src/host/process-identity.js';

const self = identify(process.pid);
const ended = spawnSync('true').pid;

test.each([
  { what: 'this process', process: self, fate: 'alive' },
  { what: 'one that has ended', process: { ...self, pid: ended }, fate: 'dead' },
  { what: 'another one with the same number', process: { ...self, started: '1' }, fate: 'dead' },
  { what: 'one of another boot', process: { ...self, boot: 'earlier' }, fate: 'dead' },
  { what: 'one of another namespace', process: { ...self, namespace: 'pid:[1]', pid: ended }, fate: 'unknown' },
  { what: 'one of another machine', process: { ...self, machine: '0', boot: 'earlier' }, fate: 'unknown' },
  { what: 'one that knew no boot, without /proc', process: { ...self, boot: 'unknown', namespace: 'unknown' }, fate: 'unknown' },
])('$what is $fate', ({ process, fate }) => {
  expect(fateOf(process)).toBe(fate);
});

test('what was printed is read as it was', () => {
  expect(readProcess(printProcess(self))).toEqual(self);
});

test.each([
  { what: 'nothing', text: '' },
  { what: 'a word', text: 'nobody' },
  { what: 'a number that is none', text: printProcess({ ...self, pid: NaN }) },
  { what: 'a word too many', text: `${printProcess(self)} more` },
])('$what is no process', ({ text }) => {
  expect(readProcess(text)).toBeUndefined();
});
