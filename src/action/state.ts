/** What `main` leaves for `post` (names of `core.saveState`). */
export const state = {
  /** The run's directory with its journal; saved before the run begins anything. */
  runDirectory: 'run-directory',
  /** `yes` as soon as the step's summary is written. */
  summarized: 'summarized',
} as const;
