import type { Outcome } from '../documents/outcome.js';

/** What a face (terminal, GitHub, Jenkins) is told while a run goes on, in the order in which it happens. */
export type Step =
  | {
      readonly kind: 'run';
      readonly id: string;
      readonly directory: string;
      readonly identity: string;
      readonly suites: number;
      readonly recipes: number;
    }
  /** Where the sub suites will be carried out and why: one line. */
  | { readonly kind: 'execution space'; readonly text: string }
  | { readonly kind: 'suite started'; readonly suite: string; readonly recipes: number }
  | { readonly kind: 'sub suite waiting'; readonly suite: string; readonly subSuite: string; readonly recipes: number; readonly on: string }
  | { readonly kind: 'sub suite started'; readonly subSuite: string }
  /** `inOutput`: a test case that the output of a recipe told of; there may be thousands. */
  | { readonly kind: 'recipe started'; readonly subSuite: string; readonly testCase: string; readonly inOutput?: boolean }
  | {
      readonly kind: 'recipe finished';
      readonly subSuite: string;
      readonly testCase: string;
      readonly outcome: Outcome;
      readonly duration: number;
    }
  | { readonly kind: 'sub suite finished'; readonly subSuite: string; readonly outcome: Outcome }
  | { readonly kind: 'suite finished'; readonly suite: string; readonly outcome: Outcome }
  /** A line that a delegation printed. */
  | { readonly kind: 'output'; readonly subSuite: string; readonly line: string }
  /** Something people should read: a warning, a wait, a clean-up that left something. */
  | { readonly kind: 'note'; readonly text: string; readonly warning: boolean };

export type Progress = (step: Step) => void;
