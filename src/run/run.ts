// Puts one run together: everything is made here, handed to the parts, and taken down again. In: options. Out: results, written to the report
// directory, and an exit code. What a part does belongs to its room; what a face shows belongs to the face.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Outcome } from '../documents/outcome.js';
import { embeddedBus } from '../eiffel/embedded-bus.js';
import { suiteEnvironments } from '../environment/environment.js';
import { withSubSuiteAddress } from '../environment/instructions.js';
import { waitLimits } from '../environment/kinds.js';
import { providerStructures } from '../environment/structures.js';
import type { Clock } from '../host/clock.js';
import { Cancelled, NotCarriedOut } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { identify } from '../host/process-identity.js';
import { createHttpClient } from '../http/create-client.js';
import { openJournal } from '../journal/journal.js';
import { release, runDirectories, type RunFact } from '../release/release.js';
import type { Results } from '../report/results.js';
import { outcomeOfRun } from '../suite/outcome.js';
import type { RunOptions } from './options.js';
import type { Progress } from './progress.js';

export interface Running {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Called with the run's directory before anything is started that would have to be released after a crash. */
  readonly onDirectory?: (directory: string) => void;
}

/** A finished run: what came of it, the exit code (design.md), the files it wrote. */
export interface Finished {
  readonly results: Results;
  readonly exitCode: number;
  readonly files: readonly string[];
}
