import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

const there = spawnSync('kubectl', ['version', '--client']).status === 0;
if (!there) {
  if (process.env.ETOS_TEST_REQUIRE_REAL_PARTS) throw new Error('kubectl is required here: apt-get install kubernetes-client');
  console.warn('kubectl is not here: tests that ask it are skipped (apt-get install kubernetes-client)');
}

/** A test that needs kubectl; skipped where there is none, but for CI, where it must be there. */
export const testWithKubectl = there ? test : test.skip;
