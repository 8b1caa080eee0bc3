#!/usr/bin/env node
// The delegation runner: the program that a CI job starts on a build machine to run one container, and that leaves nothing behind however the
// job ends. In: the delegation parameter, the operator's policy, options. Out: the container's output and exit code, an outcome record. `run`
// and what it calls are the life of a run; the numbers are the steps of delegation.md 2. What the tests are and mean does not belong here.

import { setImmediate } from 'node:timers/promises';
import { createEngine } from '../src/docker/create-engine.js';
import type { Engine } from '../src/docker/engine.js';
import { systemClock as clock } from '../src/host/clock.js';
import { EtosError } from '../src/host/errors.js';
import { leave } from '../src/host/leave.js';
import { didYouMean } from '../src/host/nearest.js';
import { newUuid } from '../src/host/uuid.js';
import { createContainer } from './container.js';
import { endingOfError, endingOfStop, refusal, type Ending, type StopReason } from './endings.js';
import { provideImage } from './image.js';
import type { carryOutInside } from './embedded.js';
import { jobOutput, type JobOutput } from './output/job-output.js';
import { printLabels, type Origin } from './labels.js';
import { commandNames, help, readRunOptions, type RunOptions } from './options.js';
import type { Account, Phase } from './outcome.js';
import { fired, hangs, orStopped, whileAway } from './patience.js';
import type { Plan } from './plan/plan.js';
import { prepare, type Prepared } from './prepare.js';
import { withHint } from './problems.js';
import { identify } from '../src/host/process-identity.js';
import { registryLogin } from './registry-login.js';
import { errorMark, sayTo, type Say } from './say.js';
import { listenForStops, type Stopping } from './stopping.js';
import { sweep } from './sweep.js';
import { version } from './version.js';
import { startWatchdog } from './watchdog/watchdog.js';

/** What a command works with. */
interface Job {
  readonly variables: NodeJS.ProcessEnv;
  /** This program's own file. */
  readonly program: string;
  readonly output: JobOutput;
  readonly say: Say;
  /** Fires when nobody reads the output any more. */
  readonly readerGone: AbortSignal;
}

/** A run that was not refused. */
interface Run {
  /** Tells this run from every other. */
  readonly instance: string;
  readonly options: RunOptions;
  readonly account: Account;
  readonly engine: Engine;
  readonly stopping: Stopping;
  readonly job: Job;
}

async function main([command, ...args]: readonly string[], variables: NodeJS.ProcessEnv, program: string): Promise<number> {
  if (command === 'watchdog') {
    await (await import('./watchdog/watch.js')).watch(args[0] ?? '', variables);
    return 0;
  }
  const readerGone = new AbortController();
  const output = jobOutput((reason) => readerGone.abort(reason));
  const say = sayTo(output.writeError);
  const job = { variables, program, output, say, readerGone: readerGone.signal };
  try {
    const asked = commandNames.find((name) => name === command);
    if (command === '--version') output.writeLine(`${version}\n`);
    else if (command === '--help' || command === '-h' || (asked && args.some((arg) => arg === '--help' || arg === '-h')))
      output.writeLine(help(asked));
    else if (command === 'jenkins')
      return await (await import('./jenkins.js')).jenkins(args, (options, heard) => run(options, { ...job, say: heard }), job);
    else if (asked === 'run') return await run(readRunOptions(args), job);
    else if (asked === 'cleanup') return await (await import('./cleanup.js')).cleanup(args, job);
    else if (asked === 'check') return (await import('./check.js')).check(args, job);
    else {
      say(errorMark + notACommand(command));
      return 2;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof EtosError)) throw error;
    say(errorMark + withHint(error));
    return 2;
  } finally {
    await output.flush(2_000);
  }
}

function notACommand(command: string | undefined): string {
  const what = command === undefined ? 'a command is missing' : `${JSON.stringify(command.slice(0, 40))} is not a command`;
  const meant = didYouMean(command ?? '', commandNames);
  return `${what}; expected ${commandNames.join(', ')}${meant && `.${meant}`}`;
}

/** A run from its options to its exit code: steps 1 and 2; 3 to 10 are `carryOut`, 11 is `conclude`. */
async function run(options: RunOptions, job: Job): Promise<number> {
  const instance = newUuid();
  const account: Account = { run: options.run ?? instance, began: clock.now(), phase: 'reading', clean: true };
  const begun = { options, account, job };

  // 1. Read and validate everything, apply the policy. Nothing outside this process has happened yet.
  let prepared: Prepared;
  try {
    prepared = prepare(options, job);
  } catch (error) {
    return await conclude(refusal(error), begun);
  }

  // 2. From here on a signal is a request to end well; the process listens until it ends. The watchdog belongs to this step too: it has to be there
  // before a container is created (6), and is started beside 4 and 5.
  const { timeLimit } = prepared.planned;
  const stopping = listenForStops({ timeLimit, lifeline: job.variables['ETOS_LIFELINE_FD'], readerGone: job.readerGone });

  const ending = await carryOut(prepared, { ...begun, instance, stopping });
  return await conclude(ending, { ...begun, stopping });
}

/** 3 to 10 in bounded time: when the engine hangs and the run is to end, the watchdog does the rest. */
async function carryOut(prepared: Prepared, run: Omit<Run, 'engine'>): Promise<Ending> {
  const { account, stopping, job } = run;
  const { instructions, planned, address } = prepared;
  Object.assign(account, { identifier: instructions.identifier, image: planned.image.text });
  const engine = createEngine(address);
  const { signal } = stopping;
  const endingNow = (): Ending => endingOfStop(signal.reason as StopReason);
  const leftToWatchdog = (why: string): Ending => {
    account.clean = false;
    job.output.abandon();
    job.say(`${why}: the watchdog removes what there is when it does`);
    return endingNow();
  };
  // So long without a sign of life, and an engine hangs.
  const silence = 12_000;
  const ending = await Promise.race([
    runContainer(prepared, { ...run, engine }).then((exitCode): Ending => ({ kind: 'exited', exitCode }), endingOfError),
    hangs(engine, signal, silence, clock).then(() => leftToWatchdog('the engine does not answer')),
    // Jenkins waits 20 s, of which 15 are the container's; no job is to take more than 18.
    fired(signal)
      .then(() => clock.sleep(Math.max(silence, planned.grace + 2_800)))
      .then(() => leftToWatchdog('the engine does not do what it is asked')),
  ]);
  // An aborted job is no success, whatever the container answered.
  if (signal.aborted) return endingNow();
  if (ending.kind === 'exited') account.phase = 'done';
  return ending;
}

/** 3 to 10, as far as nothing ends the run before. @returns the container's own exit code @throws what did */
async function runContainer(prepared: Prepared, run: Run): Promise<number> {
  const { planned, surroundings, owner } = prepared;
  const { instance, options, account, engine, stopping, job } = run;
  const { variables, program, output, say } = job;
  const { signal } = stopping;
  const enter = (phase: Phase): void => {
    signal.throwIfAborted();
    account.phase = phase;
  };

  // 3. The engine, and the version to speak.
  enter('connecting');
  await whileAway(() => engine.ping({ signal, limit: 8_000 }), 4_000, { clock, signal });

  // 2, 4, 5 side by side: the watchdog, what dead runs left, the image. None needs another, none creates a container, and step 6 waits for all.
  // The requests of 4 and 5 leave first, so that the engine works on them while a process is made for the watchdog.
  const swept = sweep(owner, { engine, clock, say, signal });
  const login = (registry: string): Promise<string | undefined> => registryLogin(registry, { variables, say, signal });
  const provided = provideImage(planned, { engine, login, clock, say, signal });
  provided.catch(() => undefined); // Told where it is awaited.
  await setImmediate(); // Node sends them in the next turn of its loop.

  enter('watchdog');
  await using watchdog = startWatchdog(
    { instance, grace: planned.grace, address: engine.address },
    { program, path: variables['PATH'], account },
  );
  const processes = { process: identify(process.pid), watchdog: await orStopped(watchdog.process, signal) };

  enter('pulling');
  const image = await provided;
  account.imageDigest = image.digests[0] ?? image.id;
  // Names and ports that the dead still hold are worth a moment.
  await Promise.race([swept, clock.sleep(3_000)]);

  // 6. The container. From here on there is something to remove.
  enter('creating');
  account.created = clock.now();
  const origin = originOf(prepared, { ...run, ...processes, created: account.created });
  const labels = printLabels(origin, { ...surroundings.labels, ...options.labels });
  await using container = await createContainer({ planned, labels, origin }, { engine, watchdog, clock, say, signal, account });

  // 7, 8. Attach, register the wait, start.
  enter('starting');
  using _guard =
    surroundings.system === 'github' ? (await import('./output/github-log.js')).guardGitHubLog(planned.environment, output) : undefined;
  const [started, follow] = await Promise.all([container.start(), followerOf(planned.testRunner, options)]);
  account.started = clock.now();
  say(`run ${account.run}: container ${started.id.slice(0, 12)} runs ${planned.image.text}`);

  // 9. Its output and its end; when the run is to end before, it is asked to stop and followed to its end.
  enter('running');
  const exitCode = await follow(started, planned, { engine, watchdog, output, clock, say, stopping, variables });
  account.ended = clock.now();
  account.containerExitCode = exitCode;
  if (options.outcome !== undefined || exitCode === 137)
    account.oomKilled = await killedForMemory(started.id, exitCode, { engine, say, signal });
  return exitCode;

  // 10. However this function is left, disposal removes the container, and then (11) lets the watchdog go if nothing is left.
}

function originOf(
  { planned, instructions, owner }: Prepared,
  { instance, account, created, process, watchdog }: Pick<Run, 'instance' | 'account'> & Pick<Origin, 'created' | 'process' | 'watchdog'>,
): Origin {
  const { grace, timeLimit } = planned;
  const { identifier } = instructions;
  return {
    run: account.run,
    instance,
    owner,
    version,
    created,
    ...(timeLimit !== undefined && { deadline: account.began + timeLimit + grace }),
    ...(identifier !== undefined && { identifier }),
    grace,
    process,
    watchdog,
  };
}

/**
 * What follows the container to its end. The files that are needed from here on are read now, while the engine starts the container: the test runner
 * is as large as all the rest, and somebody may put a newer version in their place before the end.
 */
async function followerOf(testRunner: Plan['testRunner'], { outcome }: Pick<RunOptions, 'outcome'>): Promise<typeof carryOutInside> {
  // The request to the engine first.
  await clock.sleep(10);
  if (outcome !== undefined) await import('./outcome.js');
  return testRunner === 'embedded'
    ? (await import('./embedded.js')).carryOutInside
    : (await import('./follow-container.js')).followContainer;
}

/**
 * Whether the container was killed at its memory limit. The engine learns of that by an event of its own, which may come after that of the end: one
 * whose exit code says so is looked at for a second.
 */
async function killedForMemory(
  id: string,
  exitCode: number,
  { engine, say, signal }: { readonly engine: Engine; readonly say: Say; readonly signal: AbortSignal },
): Promise<boolean> {
  const looks = exitCode === 137 && !signal.aborted ? 10 : 1;
  for (let look = 1; ; look++) {
    const state = await engine.inspectContainer(id, { limit: 5_000 }).catch(() => undefined);
    if (state?.oomKilled) say('the container was killed at its memory limit');
    if (!state || state.oomKilled || look === looks) return state?.oomKilled ?? false;
    await clock.sleep(100);
  }
}

/** 11. Tells how it ended, and waits a while for the reader of the output. @returns the exit code */
async function conclude(
  ending: Ending,
  { options, account, job, stopping }: Pick<Run, 'options' | 'account' | 'job'> & Partial<Pick<Run, 'stopping'>>,
): Promise<number> {
  const isError = ending.kind === 'refused' || ending.kind === 'not-run' || ending.kind === 'timed-out';
  if ('reason' in ending) job.say(isError ? errorMark + ending.reason : ending.reason);
  if (options.outcome !== undefined)
    await (await import('./outcome.js')).writeOutcome({ account, ending, finished: clock.now() }, options.outcome, job.say);
  // Whoever ends a run does not wait for somebody to read.
  const whole = job.output.flush(ending.kind === 'exited' || ending.kind === 'not-run' ? 30_000 : 500);
  await (stopping ? Promise.race([whole, fired(stopping.signal).then(() => job.output.flush(500))]) : whole);
  return ending.exitCode;
}

main(process.argv.slice(2), process.env, process.argv[1] ?? '').then(
  // An open connection to an engine that hangs must not keep this process.
  leave,
  (error: unknown) => {
    sayTo((line) => process.stderr.write(line))(
      `this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    leave(125);
  },
);
