import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { checkoutScript } from '../../src/test-runner/scripts.js';
import { trapsIn } from '../../src/test-runner/traps.js';
import type { Recipe } from '../../src/documents/recipe.js';

const recipe = (parts: Partial<Recipe>): Recipe => ({
  id: '6d1b8f0e-8a31-4b3e-9f5f-1a2b3c4d5e01',
  testCase: { id: 'a', tracker: '', uri: '', version: 'master' },
  environment: [],
  command: 'true',
  checkout: [],
  parameters: [],
  execute: [],
  testRunner: 'busybox',
  ...parts,
});

describe('what looks right and is not', () => {
  test.each([
    ['(true)', /starts with "\("/],
    ['! false', /starts with "!"/],
    ['{ true; }', /starts with "\{"/],
    ['if true; then true; fi', /starts with a word that only a shell knows/],
    ['for i in 1; do true; done', /starts with a word that only a shell knows/],
    ['A=1 true', /starts with a variable.*ENVIRONMENT/],
    ['cd . && ./x', /starts with cd.*EXECUTE/],
    ['cd .; ./x', /starts with cd.*EXECUTE/],
  ])('COMMAND %s', (command, says) => {
    expect(trapsIn(recipe({ command }))).toEqual([expect.stringMatching(says)]);
    // The claim itself: after the script's name these are no commands, and none of them passes.
    const ran = spawnSync('/bin/sh', ['-c', `executor() { "$@"; }; executor ${command} 2>&1`], { cwd: '/' });
    expect(ran.status).not.toBe(0);
  });

  test.each(['true', './x (1)', 'iffy', 'format=x'.replace('=', '-'), 'cd dir', 'test "!" = x', 'sh -c "(true)"', 'echo a=b'])(
    'COMMAND %s is right',
    (command) => expect(trapsIn(recipe({ command }))).toEqual([]),
  );

  test.each([
    ['sleep 1 &', /ends with "&"/],
    ['cat > f << EOF\nx\nEOF', /here-document/],
    ["cat <<'EOF'\nx\nEOF", /here-document/],
    ['false # why', /ends in a comment/],
    ['exit 0', /COMMAND is not run/],
    ['exit', /COMMAND is not run/],
  ])('EXECUTE %j', (line, says) => {
    expect(trapsIn(recipe({ execute: [line] }))).toEqual([expect.stringMatching(says)]);
  });

  test.each([
    '{ sleep 0 & }',
    'true && true',
    'echo a\\&',
    'exit 3',
    'cat <<< x',
    'echo $((1 << 2))',
    'echo "#"',
    'echo a#b',
    "echo 'a # b'",
  ])('EXECUTE %j is right', (line) => {
    expect(trapsIn(recipe({ execute: [line] }))).toEqual([]);
    const { status } = spawnSync('/bin/bash', ['-c', checkoutScript([line], '')]);
    expect(status).toBe(line === 'exit 3' ? 3 : 0);
  });

  test.each(['TEST_REGEX', 'VERDICT_RULES_FILE'])('%s in ENVIRONMENT', (name) => {
    expect(trapsIn(recipe({ environment: [[name, 'x.json']] }))).toEqual([
      expect.stringContaining(`${name} in ENVIRONMENT is only seen by`),
    ]);
  });
});
