// The delegation runner beside a bare `docker run --rm`, in turn, by the engine's own times: what it costs before the container starts, after it has
// ended, and while it prints. Needs a Docker engine and the docker CLI; the images are made from test/support's busybox.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { median, report } from './measure.js';

interface Timed {
  /** Milliseconds from the start of the command to the start of the container, from its end to the command's, and of the whole. */
  readonly toStart: number;
  readonly toEnd: number;
  readonly whole: number;
  /** Highest resident memory in bytes. */
  readonly memory: number;
}

const rounds = 20;
const flood = 200_000_000;
const program = path.join(import.meta.dirname, '../../dist/runner/index.js');
const directory = await mkdtemp(path.join(os.tmpdir(), 'etos-bench-'));
try {
  const short = image('etos-bench/short:1', 'sleep 0.3');
  await compare(await parameter('short', short), short);
  const loud = image('etos-bench/loud:1', `yes ${'x'.repeat(99)} | head -c ${flood}`);
  await floods(await parameter('loud', loud), loud);
  await refuses();
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function compare(file: string, name: string): Promise<void> {
  const times: { readonly ours: Timed; readonly bare: Timed }[] = [];
  for (let round = 0; round < rounds; round++) times.push({ bare: await timed(bare(name), name), ours: await timed(ours(file), name) });
  const of = (who: 'ours' | 'bare', what: keyof Timed): number => median(times.map((time) => time[who][what]));
  report('from the start of a bare docker run to its container’s', of('bare', 'toStart'), 'ms');
  report('from the runner’s start to its container’s', of('ours', 'toStart'), 'ms');
  report('the runner beside it', of('ours', 'toStart') / of('bare', 'toStart'), 'times', { atMost: 1.2 });
  report('from the container’s end to a bare docker run’s', of('bare', 'toEnd'), 'ms');
  report('from the container’s end to the runner’s', of('ours', 'toEnd'), 'ms', { atMost: of('bare', 'toEnd') + 10 });
}

async function floods(file: string, name: string): Promise<void> {
  const [cli, runner]: [Timed[], Timed[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    cli.push(await timed(bare(name), name));
    runner.push(await timed(ours(file), name));
  }
  const rate = (times: readonly Timed[]): number => flood / 1e6 / (median(times.map(({ whole }) => whole)) / 1000);
  report('200 MB of output through a bare docker run', rate(cli), 'MB/s');
  // A tenth is what two such figures differ by when nothing differs.
  report('200 MB of output through the runner', rate(runner), 'MB/s', { atLeast: Math.min(100, rate(cli) * 0.9) });
  report('resident memory meanwhile', Math.max(...runner.map(({ memory }) => memory)) / 1e6, 'MB', { atMost: 100 });
}

async function refuses(): Promise<void> {
  const file = path.join(directory, 'bad.json');
  await writeFile(file, '{"image": "x", "parameters": {"--privileged": ""}}');
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    spawnSync(process.execPath, [program, 'check', '--param-file', file]);
    return performance.now() - started;
  });
  report('check of a parameter that is refused', median(times), 'ms', { atMost: 150 });
}

function bare(name: string): readonly [string, ...string[]] {
  return ['docker', 'run', '--rm', name];
}

function ours(file: string): readonly [string, ...string[]] {
  return [process.execPath, program, 'run', '--param-file', file];
}

/** An image that runs a script, made from the tests' busybox. */
function image(name: string, script: string): string {
  const docker = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`docker ${args[0] ?? ''}: ${stderr}. The image etos-test/busybox:1 is made by npm test`);
    return stdout.trim();
  };
  const container = docker('create', 'etos-test/busybox:1', 'true');
  docker('commit', '--change', `ENTRYPOINT ${JSON.stringify(['/bin/sh', '-c', script])}`, container, name);
  docker('rm', container);
  return name;
}

async function parameter(name: string, image: string): Promise<string> {
  const file = path.join(directory, `${name}.json`);
  await writeFile(file, JSON.stringify({ image, identifier: name }));
  return file;
}

/** Runs a command to its end beside the engine's events, which tell when its container started and ended. */
async function timed([command, ...args]: readonly [string, ...string[]], name: string): Promise<Timed> {
  const events = await watch(name);
  const started = now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.resume();
  let memory = 0;
  const sampling = setInterval(() => (memory = Math.max(memory, residentOf(child.pid ?? 0))), 20);
  const code = await new Promise((resolve) => child.once('close', resolve));
  const ended = now();
  clearInterval(sampling);
  const { start, die } = await events.seen();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}`);
  return { toStart: start - started, toEnd: ended - die, whole: ended - started, memory };
}

interface Watch {
  /** Milliseconds since 1970 of the first start and the first end. */
  seen(): Promise<{ readonly start: number; readonly die: number }>;
}

async function watch(name: string): Promise<Watch> {
  const child = spawn('docker', ['events', '--filter', 'type=container', '--filter', `image=${name}`, '--format', '{{json .}}'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const at = new Map<string, number>();
  let noticed = (): void => undefined;
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (text + piece).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const { Action, timeNano } = JSON.parse(line) as { Action: string; timeNano: number };
      if (!at.has(Action)) at.set(Action, timeNano / 1e6);
    }
    noticed();
  });
  // The CLI does not say when it listens.
  await new Promise((resolve) => setTimeout(resolve, 150));
  return {
    async seen() {
      while (!at.has('start') || !at.has('die')) await new Promise<void>((resolve) => (noticed = resolve));
      child.kill();
      return { start: at.get('start') ?? NaN, die: at.get('die') ?? NaN };
    },
  };
}

/** Highest resident memory so far, in bytes; 0 for a process that is gone. */
function residentOf(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
