import type { Outcome } from '../../documents/outcome.js';
import type { Exit } from '../shell/shell.js';
import type { Uploaded } from '../../log-area/upload.js';

/** How a recipe was carried out. */
export interface Carried {
  readonly exit: Exit;
  /** Milliseconds. */
  readonly duration: number;
  /** Its logs. */
  readonly logs: readonly Uploaded[];
}

/** Announces the test cases of one recipe: itself, or those that its output tells of. */
export interface TestCases {
  begin(): void;
  /** Takes a line of the output; the recipe waits while the promise is pending. Absent where output tells nothing. */
  line?(line: string): Promise<void> | void;
  end(carried: Carried): void;
  /** The recipe was not carried out to its end. */
  abandon(outcome: Outcome, logs: readonly Uploaded[]): void;
}
