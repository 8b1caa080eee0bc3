import { defaultSocket, engineAddress, type EngineAddress } from '../src/docker/address.js';
import { InvalidInput } from '../src/host/errors.js';
import type { Instructions } from '../src/documents/instructions.js';
import type { RunOptions } from './options.js';
import { readParameter } from './parameter.js';
import { plan, type Plan } from './plan/plan.js';
import { defaultPolicy, readPolicy, type Policy } from './plan/policy.js';
import { changeableByOthers } from './plan/trusted-file.js';
import { besides, both } from './problems.js';
import type { Say } from './say.js';
import { surroundings, type Surroundings } from './surroundings.js';

/** Everything that can be known before anything happens. */
export interface Prepared {
  readonly instructions: Instructions;
  readonly planned: Plan;
  readonly address: EngineAddress;
  readonly surroundings: Surroundings;
  readonly owner: string;
  /** Undefined: none is named, and nothing is let that needs one. */
  readonly policyFile: string | undefined;
}

/**
 * Reads and validates everything and applies the policy (delegation.md 2.1). The engine is not asked.
 * @throws {InvalidInput} with every refusal
 */
export function prepare(
  options: Pick<RunOptions, 'parameter' | 'policy'> & Partial<Pick<RunOptions, 'owner' | 'grace' | 'timeLimit' | 'pull' | 'init'>>,
  { variables, say }: { readonly variables: Record<string, string | undefined>; readonly say: Say },
): Prepared {
  const problems: string[] = [];
  const policyFile = options.policy ?? variables['ETOS_RUNNER_POLICY'];
  const [instructions, policy] = both(
    () => readParameter(options.parameter, variables, problems),
    () => besides(problems, () => readPolicyOf(policyFile, say)),
  );
  for (const note of instructions.notes) say(note);
  const around = surroundings(variables);
  const address = engineAddress(variables);
  const operator = {
    policy,
    policyFile,
    pull: options.pull,
    init: options.init,
    grace: options.grace ?? around.grace,
    timeLimit: options.timeLimit,
    sockets: [...(address.kind === 'socket' ? [address.path] : []), defaultSocket, '/run/docker.sock', '/run/podman/podman.sock'],
  };
  const planned = plan(instructions, operator, problems);
  return { instructions, planned, address, surroundings: around, owner: options.owner ?? around.owner, policyFile };
}

function readPolicyOf(path: string | undefined, say: Say): Policy {
  if (path === undefined) return defaultPolicy;
  // Somebody meant to name one, and what holds without lets images and amounts through that it may not.
  if (path === '')
    throw new InvalidInput(
      'ETOS_RUNNER_POLICY is empty',
      'Let it name the policy, or unset it: then everything is denied that needs an allowance, and nothing is limited',
    );
  const read = readPolicy(path);
  // Told, not refused: in containers of CI systems mounted files belong to numbers that nobody has there, and everybody may write them.
  const doubts = changeableByOthers(path, process.getuid?.());
  if (doubts.length > 0)
    say(
      `warning: others can change the policy ${path}: ${doubts.join('; ')}. Let root or this user own the file and the folders above it, and chmod o-w them`,
    );
  return read;
}
