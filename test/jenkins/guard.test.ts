import { describe, expect } from '@jest/globals';
import { existsSync } from 'node:fs';
import { temporaryDirectory } from '../support/directory.js';
import { build, buildEach, testWithGroovy } from '../support/pipeline.js';

interface Habit {
  readonly habit: string;
  readonly text: string;
  readonly says: string;
}

/** What Jenkins cannot save while a step runs (jenkins.md 2). */
const unsaveable: readonly Habit[] = [
  {
    habit: 'a slurper',
    text: "def s = new groovy.json.JsonSlurper(); echo 'x'",
    says: 'NotSerializableException: groovy.json.JsonSlurper',
  },
  { habit: 'a matcher', text: "def m = 'ab' =~ /a/; echo 'x'", says: 'NotSerializableException: java.util.regex.Matcher' },
  { habit: 'a field of the script', text: "m = 'ab' =~ /a/; echo 'x'", says: 'NotSerializableException: java.util.regex.Matcher' },
  { habit: 'an entry of a map', text: "for (e in [a: 1]) echo 'x'", says: 'NotSerializableException: java.util.LinkedHashMap$Entry' },
  {
    habit: 'inside a list',
    text: "def all = []; all += ('a' =~ /a/); echo 'x'",
    says: 'NotSerializableException: java.util.regex.Matcher',
  },
  { habit: 'one of several', text: "def (a, b) = [1, 'a' =~ /a/]; echo 'x'", says: 'NotSerializableException: java.util.regex.Matcher' },
  {
    habit: 'of the caller',
    text: "def m = 'a' =~ /a/; says()\ndef says() { echo 'x' }",
    says: 'NotSerializableException: java.util.regex.Matcher',
  },
  { habit: 'in a closure', text: "['a'].each { def m = it =~ /a/; echo 'x' }", says: 'NotSerializableException: java.util.regex.Matcher' },
  {
    habit: 'a step in a native method',
    text: "go()\n@NonCPS def go() { echo 'x' }",
    says: 'step echo was called in the @NonCPS method go',
  },
  {
    habit: 'a translated method in a native one',
    text: 'go()\n@NonCPS def go() { on() }\ndef on() { 1 }',
    says: 'on was called in the @NonCPS method go',
  },
  { habit: 'a closure that nobody has translated', text: '[2, 1].sort { it }', says: 'a closure of a pipeline was given to sort' },
];

/** What the sandbox has no rule for (jenkins.md 5). */
const refused: readonly Habit[] = [
  { habit: 'a file of the controller', text: "def f = new File('/etc/passwd')", says: 'not permitted to use new java.io.File' },
  { habit: 'a variable of the controller', text: "System.getenv('HOME')", says: 'static java.lang.System getenv' },
  { habit: 'a slurper that has no rule', text: 'new groovy.json.JsonSlurperClassic()', says: 'new groovy.json.JsonSlurperClassic' },
  { habit: 'a process', text: "'id'.execute()", says: 'java.lang.String execute()' },
  { habit: 'a stream', text: "'http://x'.toURL().text", says: 'java.lang.String toURL()' },
  { habit: 'JSON of anything', text: 'groovy.json.JsonOutput.toJson([1])', says: 'groovy.json.JsonOutput toJson(java.lang.Object)' },
  { habit: 'the way to a class', text: "'x'.class.classLoader", says: 'java.lang.String get class' },
  { habit: 'another way to it', text: "'x'.getClass()", says: 'java.lang.String getClass()' },
  { habit: 'a metaclass', text: '[1].metaClass', says: 'java.util.ArrayList get metaClass' },
];

const safe: readonly { readonly habit: string; readonly text: string }[] = [
  {
    habit: 'anything, in a native method',
    text: `def size = sizeOf('{"a": 1}'); echo "\${size}"\n@NonCPS int sizeOf(String text) { def all = new groovy.json.JsonSlurper().parseText(text); return all.size() }`,
  },
  { habit: 'anything, in a block that is over', text: "if (true) { def m = 'a' =~ /a/; m.find() }; echo 'x'" },
  { habit: 'anything that another value has replaced', text: "def m = 'a' =~ /a/; m = m.find(); echo 'x'" },
  { habit: 'JSON of a map', text: 'echo groovy.json.JsonOutput.toJson([a: [1, null, "b"]])' },
  {
    habit: 'lists and maps',
    text: "def all = [a: 1].collect { k, v -> [k, v] }.findAll { it }; all.each { echo it.join('=') }; assert all == [['a', 1]]",
  },
];

describe('the guard', () => {
  testWithGroovy('refuses a script with lazy maps alive while a step starts', async () => {
    await using directory = await temporaryDirectory();
    const params = { docker: '{"image": "busybox", "environment": {"A": "b"}, "parameters": {}}' };
    const built = await build({ script: 'test/fixtures/unsafe-delegation.groovy', workspace: directory.at('ws'), params });
    expect(built).toMatchObject({ result: 'FAILURE', thrown: 'java.io.NotSerializableException: groovy.json.internal.LazyMap' });
    expect(existsSync(directory.at('ws/run.sh'))).toBe(false);
  });

  testWithGroovy('refuses what cannot be saved while a step runs, and what the sandbox has no rule for', async () => {
    await using directory = await temporaryDirectory();
    const habits = [...unsaveable, ...refused];
    const built = await buildEach(
      habits.map(({ text }) => text),
      directory.at('ws'),
    );
    const answers = habits.map(({ habit, says }, n) => [
      habit,
      built[n]?.result,
      built[n]?.thrown?.includes(says) === true ? says : built[n]?.thrown,
    ]);
    expect(answers).toEqual(habits.map(({ habit, says }) => [habit, 'FAILURE', says]));
  });

  testWithGroovy('lets pass what is safe', async () => {
    await using directory = await temporaryDirectory();
    const built = await buildEach(
      safe.map(({ text }) => text),
      directory.at('ws'),
    );
    expect(safe.map(({ habit }, n) => [habit, built[n]?.thrown ?? 'passed'])).toEqual(safe.map(({ habit }) => [habit, 'passed']));
  });
});
