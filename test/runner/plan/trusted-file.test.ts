import { describe, expect, test } from '@jest/globals';
import { chmod, chown, mkdir, symlink } from 'node:fs/promises';
import { changeableByOthers } from '../../../runner/plan/trusted-file.js';
import { temporaryDirectory, type TestDirectory } from '../../support/directory.js';

const user = process.getuid?.() ?? 0;

/** What is said of a file, less what is said of the machine's own folders above it. */
function doubts(file: string, directory: TestDirectory, whoAsks = user): readonly string[] {
  return changeableByOthers(file, whoAsks).filter((doubt) => doubt.includes(directory.path));
}

describe('who else can change a file', () => {
  test('nobody', async () => {
    await using directory = await temporaryDirectory();
    expect(doubts(await directory.write('a/policy.json', {}), directory)).toEqual([]);
  });

  test('everybody who may write it, or the folder that it is in', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('a/policy.json', {});
    await chmod(file, 0o666);
    await chmod(directory.at('a'), 0o777);
    expect(doubts(file, directory)).toEqual([`everybody may write ${file}`, `everybody may write ${directory.at('a')}`]);
  });

  test('nobody in a folder like /tmp, where all may write and none may replace', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('a/policy.json', {});
    await chmod(directory.at('a'), 0o1777);
    expect(doubts(file, directory)).toEqual([]);
  });

  test('whoever may change what a link leads to', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('open/policy.json', {});
    await chmod(directory.at('open'), 0o777);
    await mkdir(directory.at('a'));
    await symlink(directory.at('open/policy.json'), directory.at('a/policy.json'));
    expect(doubts(directory.at('a/policy.json'), directory)).toEqual([`everybody may write ${directory.at('open')}`]);
  });

  test('its owner, when that is neither root nor who asks', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('policy.json', {});
    const owner = user || 4711;
    await chown(file, owner, -1);
    expect(doubts(file, directory, owner)).toEqual([]);
    expect(doubts(file, directory, owner + 1)).toContain(`${file} belongs to user ${owner}`);
  });

  test('of a pipe there is nothing to say', () => {
    expect(changeableByOthers('/dev/stdin', user).filter((doubt) => doubt.includes('pipe'))).toEqual([]);
  });
});
