import { systemClock as clock } from '../src/host/clock.js';
import type { JobOutput } from './output/job-output.js';
import { readRunOptions } from './options.js';
import { prepare } from './prepare.js';
import type { Say } from './say.js';

/**
 * The `check` command: prints what would be created, without the values of variables. Touches nothing.
 * @throws {InvalidInput} with every refusal
 */
export function check(
  args: readonly string[],
  { variables, output, say }: { readonly variables: NodeJS.ProcessEnv; readonly output: JobOutput; readonly say: Say },
): number {
  const began = clock.monotonic();
  const options = readRunOptions(args, 'check');
  const { planned, address, owner, policyFile, surroundings } = prepare(options, { variables, say });
  const { Env, ...spec } = planned.spec as typeof planned.spec & { readonly Env: readonly string[] };
  const shown = {
    engine: address.url,
    owner,
    policy: policyFile ?? null,
    image:
      planned.image.name + (planned.image.tag ? `:${planned.image.tag}` : '') + (planned.image.digest ? `@${planned.image.digest}` : ''),
    pull: planned.pull,
    testRunner: planned.testRunner,
    graceSeconds: planned.grace / 1000,
    ...(planned.timeLimit !== undefined && { timeLimitSeconds: planned.timeLimit / 1000 }),
    ...(planned.name !== undefined && { name: planned.name }),
    ...(planned.platform !== undefined && { platform: planned.platform }),
    // Every value is a secret.
    variables: Env.map((variable) => variable.split('=', 1)[0]),
    container: { ...spec, Labels: { ...(spec['Labels'] as object), ...surroundings.labels, ...options.labels } },
  };
  output.writeLine(`${JSON.stringify(shown, undefined, 2)}\n`);
  say(`the parameter is accepted (${Math.round(clock.monotonic() - began)} ms)`);
  return 0;
}
