import { ask, type Inside } from './container-exec.js';
import type { Ending } from './shell.js';

// One script does all of it, because each call into a container costs more than everything else here. What carries the mark is found by
// /proc, where the environment of a process that has ended is empty. Times are counted in tenths of a second.
const endingScript = `mark=$1; shift
tell() {
  found=
  for process in /proc/[0-9]*; do
    [ "$process" = "/proc/$$" ] && continue
    tr '\\0' '\\n' < "$process/environ" 2> /dev/null | grep -qxF "$mark" || continue
    found=1
    case " $told " in *" $process "*) [ "$1" = KILL ] || continue;; esac
    told="$told $process"
    kill -s "$1" "\${process#/proc/}" 2> /dev/null
  done
}
while [ $# -gt 0 ]; do
  told=
  left=$2
  while :; do
    tell "$1"
    [ -z "$found" ] && exit 0
    [ "$left" -le 0 ] && break
    if sleep 0.1 2> /dev/null; then left=$((left - 1)); else sleep 1; left=$((left - 10)); fi
  done
  shift 2
done`;

/**
 * Ends every process that carries the mark (`NAME=value` of its environment), step by step, SIGKILL last.
 * @throws {NotCarriedOut} when the container does not answer in time
 */
export async function end(mark: string, stop: readonly Ending[], inside: Inside): Promise<void> {
  const steps = [...stop, { send: 'SIGKILL', patience: 2_000 } as const];
  const words = steps.flatMap(({ send, patience }) => [send.slice('SIG'.length), String(Math.ceil(patience / 100))]);
  await ask(['/bin/sh', '-c', endingScript, 'sh', mark, ...words], inside, {
    limit: steps.reduce((sum, { patience }) => sum + patience, 20_000),
  });
}

/** As `end`, and forced as soon as `hurry` fires. */
export async function endInTime(mark: string, stop: readonly Ending[], hurry: AbortSignal | undefined, inside: Inside): Promise<void> {
  const patient = end(mark, hurry?.aborted ? [] : stop, inside);
  patient.catch(() => undefined);
  if (!hurry || hurry.aborted) return await patient;
  const over = new AbortController();
  const forced = rejected(AbortSignal.any([hurry, over.signal])).catch(() => (over.signal.aborted ? undefined : end(mark, [], inside)));
  try {
    await Promise.race([patient, forced]);
  } finally {
    over.abort(new Error('it has ended'));
  }
}

/** Rejects with the signal's reason when it fires. */
export function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fire = (): void => reject(signal.reason as Error);
    if (signal.aborted) fire();
    else signal.addEventListener('abort', fire, { once: true });
  });
}
