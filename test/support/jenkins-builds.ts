// What builds of the fake Jenkins do: a script of the test, the delegation runner as a process of the build, or the delegation pipeline itself.

import { randomUUID } from 'node:crypto';
import { temporaryDirectory } from './directory.js';
import type { Behaviour, Result } from './jenkins-server.js';
import { startBuild } from './pipeline.js';
import { start, type Running } from './program.js';

/** Prints, and ends so. */
export function ends(result: Result, output = ''): Behaviour {
  return async ({ print }) => {
    print(output);
    return result;
  };
}

/** Goes on until it is aborted, and then takes a moment; deaf to what is not in `hears`. */
export function runsUntilAborted(hears: readonly string[] = ['stop', 'term']): Behaviour {
  return ({ onAbort }) => new Promise((resolve) => onAbort((how) => (hears.includes(how) || how === 'kill') && resolve('ABORTED')));
}

/** The delegation runner itself, as a pipeline's `exec` starts it. */
export function runner(...args: readonly string[]): Behaviour {
  return async ({ parameters, print, onAbort, number }) => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('parameter.json', parameters.docker ?? '', 0o600);
    const env = { JENKINS_URL: 'http://jenkins/', JOB_NAME: `fake-${randomUUID()}`, BUILD_NUMBER: String(number) };
    await using running = start('runner', ['run', '--param-file', file, '--pull', 'never', '--grace', '2s', ...args], {
      cwd: directory.path,
      env,
    });
    let aborted = false;
    onAbort((how) => {
      aborted = true;
      if (how === 'stop') running.kill('SIGTERM');
    });
    using _streaming = stream(running, print);
    const { exitCode } = await running.ended;
    return aborted ? 'ABORTED' : exitCode === 0 ? 'SUCCESS' : exitCode === 1 ? 'UNSTABLE' : 'FAILURE';
  };
}

/** The test runner as the build itself, as on an agent that has no engine: a tenth of the time of a container. */
export function testRunner(): Behaviour {
  return async ({ parameters, print, onAbort }) => {
    await using directory = await temporaryDirectory();
    const { environment } = JSON.parse(parameters.docker ?? '') as {
      readonly environment: Readonly<Record<string, string | number | boolean | null>>;
    };
    const env = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
    await using running = start('test-runner', [], { cwd: directory.path, env });
    onAbort(() => running.kill('SIGTERM'));
    using _streaming = stream(running, print);
    const { exitCode } = await running.ended;
    return exitCode === 0 ? 'SUCCESS' : 'UNSTABLE';
  };
}

/** The delegation pipeline: the step `etosDelegation` in the Groovy of Jenkins, with its options. */
export function pipeline(options = ''): Behaviour {
  return async ({ parameters, print, onAbort }) => {
    await using directory = await temporaryDirectory();
    await using build = startBuild({
      text: `node('docker') { etosDelegation(${options}) }`,
      workspace: directory.at('ws'),
      params: parameters,
    });
    onAbort((how) => build.abort(how));
    using _streaming = stream(build.running, print);
    return (await build.built).result;
  };
}

/** Copies what a program prints, as it prints it, until disposed of: then the rest. */
function stream(running: Running, print: (text: string) => void): Disposable {
  let copied = 0;
  const copy = (): void => {
    const { output } = running;
    if (output.length > copied) print(output.slice(copied));
    copied = output.length;
  };
  const timer = setInterval(copy, 50);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
      copy();
    },
  };
}
