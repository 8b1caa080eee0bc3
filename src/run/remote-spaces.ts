import type { Clock } from '../host/clock.js';
import type { Log } from '../host/log.js';
import type { HttpClient } from '../http/client.js';
import { githubSpace } from '../tracking/github/space.js';
import { jenkinsSpace } from '../tracking/jenkins/space.js';
import { kubernetesSpace } from '../tracking/kubernetes/space.js';
import type { RemoteSpace } from '../tracking/tracker.js';
import type { Progress } from './progress.js';
import type { RunRecord } from './record.js';

/** The places elsewhere where a run may start its test runners; what they print is linked in the results, and shown where that is wanted. */
export function remoteSpaces(
  record: RunRecord,
  {
    verbose,
    progress,
    environment,
    http,
    clock,
    log,
  }: {
    readonly verbose: boolean;
    readonly progress: Progress;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly http: HttpClient;
    readonly clock: Clock;
    readonly log: Log;
  },
): readonly RemoteSpace[] {
  const telling = {
    onConsole: (identifier: string, address: string) => record.consoleAt(identifier, address),
    ...(verbose && {
      onWaiting: (identifier: string, why: string) =>
        progress({ kind: 'note', text: `${record.nameOf(identifier) ?? identifier} waits: ${why}`, warning: false }),
      onLine: (identifier: string, line: string) =>
        progress({ kind: 'output', subSuite: record.nameOf(identifier) ?? identifier, line: log.redact(line) }),
    }),
  };
  return [
    jenkinsSpace({ ...telling, http, clock, log }),
    githubSpace({ ...telling, http, clock, log }),
    kubernetesSpace({ ...telling, environment, http, clock, log }),
  ];
}
