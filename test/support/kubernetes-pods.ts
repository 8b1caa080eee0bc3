// What pods of the fake Kubernetes do: a script of the test, or a container with a test runner in Docker, as a node starts it.

import { spawn, execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Node } from './kubernetes-server.js';
import { bundleOf } from './program.js';

/** Prints, and ends so. */
export function ends(code: number, log = ''): Node {
  return (pod) => {
    pod.runs();
    if (log !== '') pod.prints(log);
    pod.exits(code);
  };
}

export const runsUntilDeleted: Node = (pod) => pod.runs();

/**
 * A node with a real engine: waits for the Secrets, then runs the image's container with its variables. The image has our test runner, which is mounted
 * instead of being built in.
 */
export function container(image: string): Node {
  return async (pod) => {
    pod.waits('ContainerCreating');
    let environment = pod.environment();
    while (environment === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      environment = pod.environment();
    }
    const name = `etos-test-${pod.name}`;
    const mounts = [`${process.execPath}:/usr/local/bin/node:ro`, `${dirname(bundleOf('test-runner'))}:/opt/etos:ro`].flatMap((mount) => [
      '-v',
      mount,
    ]);
    const variables = Object.keys(environment).flatMap((variable) => ['-e', variable]);
    const args = [
      'run',
      '--rm',
      '--init',
      '--name',
      name,
      '--label',
      'etos-test.pod',
      ...mounts,
      ...variables,
      image,
      'node',
      '/opt/etos/index.js',
    ];
    const child = spawn('docker', args, {
      // With the variables that tell the CLI where the engine is; the container gets only those that are named above.
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => pod.prints(text));
    const over = new Promise<number>((done) => child.once('close', (code) => done(code ?? 137)));
    pod.runs();
    pod.onDelete(async () => {
      await promisify(execFile)('docker', ['stop', '-t', '5', name]).catch(() => undefined);
      await over;
    });
    pod.exits(await over);
  };
}
