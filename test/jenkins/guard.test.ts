import { describe, expect } from '@jest/globals';
import { existsSync } from 'node:fs';
import { temporaryDirectory } from '../support/directory.js';
import { build, testWithGroovy } from '../support/pipeline.js';

describe('the guard', () => {
  testWithGroovy('refuses a script with lazy maps alive while a step starts', async () => {
    await using directory = await temporaryDirectory();
    const params = { docker: '{"image": "busybox", "environment": {"A": "b"}, "parameters": {}}' };
    const built = await build({ script: 'test/fixtures/unsafe-delegation.groovy', workspace: directory.at('ws'), params });
    expect(built).toMatchObject({ result: 'FAILURE', thrown: 'java.io.NotSerializableException: groovy.json.internal.LazyMap' });
    expect(existsSync(directory.at('ws/run.sh'))).toBe(false);
  });

  for (const { habit, text, says } of [
    {
      habit: 'a slurper',
      text: "def s = new groovy.json.JsonSlurper(); echo 'x'",
      says: 'NotSerializableException: groovy.json.JsonSlurper',
    },
    { habit: 'a matcher', text: "def m = 'ab' =~ /a/; echo 'x'", says: 'NotSerializableException: java.util.regex.Matcher' },
    { habit: 'a field of the script', text: "m = 'ab' =~ /a/; echo 'x'", says: 'NotSerializableException: java.util.regex.Matcher' },
    { habit: 'an entry of a map', text: "for (e in [a: 1]) echo 'x'", says: 'NotSerializableException: java.util.LinkedHashMap$Entry' },
    { habit: 'a step in a native method', text: "go()\n@NonCPS def go() { echo 'x' }", says: 'was called in the @NonCPS method go' },
    { habit: 'a file of the controller', text: "def f = new File('/etc/passwd')", says: 'Scripts not permitted to use new File' },
    { habit: 'a variable of the controller', text: "echo System.getenv('HOME')", says: 'Scripts not permitted to use System.getenv' },
  ]) {
    testWithGroovy(`refuses ${habit}`, async () => {
      await using directory = await temporaryDirectory();
      expect((await build({ text, workspace: directory.at('ws') })).console).toContain(says);
    });
  }

  testWithGroovy('lets what is safe pass: a native method may hold anything', async () => {
    await using directory = await temporaryDirectory();
    const text = `def size = sizeOf('{"a": 1}'); echo "\${size}"\n@NonCPS int sizeOf(String text) { def all = new groovy.json.JsonSlurper().parseText(text); return all.size() }`;
    expect(await build({ text, workspace: directory.at('ws') })).toMatchObject({ result: 'SUCCESS' });
  });
});
