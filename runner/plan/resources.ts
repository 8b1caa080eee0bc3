import { readBytes } from './amounts.js';
import type { Asked } from './asked.js';
import { leastCpus, leastMemory } from './policy.js';

/** What a container may use of the machine: the smaller of what the parameter asks for and what the policy lets (delegation.md 6). */
export function resources(asked: Asked): Readonly<Record<string, unknown>> {
  return { ...memory(asked), ...processors(asked), ...ulimits(asked) };
}

function memory(asked: Asked): Readonly<Record<string, number>> {
  const wanted = asked.bytes('--memory', leastMemory);
  const limit = asked.policy.limits.memory;
  const memory = smaller(wanted === 0 ? undefined : wanted, limit);
  const reservation = asked.bytes('--memory-reservation', leastMemory);
  const swapText = asked.let('--memory-swap', (argument) =>
    argument === '-1' || readBytes(argument) !== undefined ? undefined : 'must be bytes, or -1',
  );
  const swapAsked = swapText === undefined ? undefined : swapText === '-1' ? -1 : readBytes(swapText);
  if (swapAsked !== undefined && swapAsked !== 0 && memory === undefined) asked.refuse('--memory-swap', 'wants --memory beside it');
  if (swapAsked !== undefined && swapAsked > 0 && limit === undefined && memory !== undefined && swapAsked < memory)
    asked.refuse('--memory-swap', 'must be at least --memory: it is both together');
  // Memory and swap together. Twice the memory is the engine's own rule; without a bound here -1 would undo the operator's limit.
  const swap =
    limit === undefined || memory === undefined || swapAsked === undefined || swapAsked === 0
      ? swapAsked
      : Math.max(memory, swapAsked === -1 ? 2 * memory : Math.min(swapAsked, 2 * memory));
  const shared = asked.bytes('--shm-size');
  return {
    ...(memory !== undefined && { Memory: memory }),
    ...(reservation !== undefined && { MemoryReservation: memory === undefined ? reservation : Math.min(reservation, memory) }),
    ...(swap !== undefined && { MemorySwap: swap }),
    ...(shared !== undefined && { ShmSize: limit === undefined ? shared : Math.min(shared, limit) }),
  };
}

function processors(asked: Asked): Readonly<Record<string, unknown>> {
  const { limits } = asked.policy;
  const cpusText = asked.let('--cpus', (argument) => {
    if (!/^\d{1,5}(?:\.\d{1,9})?$/.test(argument)) return 'must be a number of processors';
    return Number(argument) !== 0 && Number(argument) < leastCpus ? `must be at least ${leastCpus}` : undefined;
  });
  const cpus = smaller(cpusText === undefined || Number(cpusText) === 0 ? undefined : Number(cpusText), limits.cpus);
  const shares = asked.integer('--cpu-shares', 0, 262_144);
  const set = asked.text('--cpuset-cpus', /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/, 'a list such as 0-2,4');
  const pidsAsked = asked.integer('--pids-limit', -1);
  const pids = smaller(pidsAsked !== undefined && pidsAsked <= 0 ? undefined : pidsAsked, limits.pids);
  return {
    ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
    ...(shares !== undefined && { CpuShares: shares }),
    ...(set !== undefined && { CpusetCpus: set }),
    ...(pids !== undefined && { PidsLimit: pids }),
  };
}

const ulimitNames = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');

function ulimits(asked: Asked): Readonly<Record<string, unknown>> {
  const limits = asked.each('--ulimit', (argument) => {
    const [, name, soft, hard] = /^([a-z]+)=(-1|\d+)(?::(-1|\d+))?$/.exec(argument) ?? [];
    if (name === undefined) return asked.form('--ulimit', 'name=soft[:hard]');
    if (!ulimitNames.includes(name)) return asked.form('--ulimit', `one of ${ulimitNames.join(', ')}`);
    const [most, least] = [Number(hard ?? soft), Number(soft)];
    if (most !== -1 && (least === -1 || least > most)) return asked.form('--ulimit', 'name=soft:hard with no more soft than hard');
    return { Name: name, Soft: least, Hard: most };
  });
  return limits.length > 0 ? { Ulimits: limits } : {};
}

export function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}
