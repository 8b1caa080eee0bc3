import type { Outcome } from '../../src/documents/outcome.js';
import type { RecipeResult, Results, SubSuiteResult, SuiteResult } from '../../src/report/results.js';

export const passed: Outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' };
export const failed: Outcome = { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: 'exit code 1' };
export const inconclusive: Outcome = { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: 'the runner died' };

/** As a test framework that skips a test tells it (etos.md 6.9). */
export const skipped: Outcome = { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'SKIPPED' };

const start = Date.UTC(2026, 10, 20, 9, 0, 0);

/** A passed recipe of a second and a half, where nothing else is said. */
export function aRecipeResult(parts: Partial<RecipeResult> = {}): RecipeResult {
  return {
    recipe: '6e8d29eb-4b05-4f5e-9207-0c94438479c7',
    testCase: { id: 'login' },
    outcome: passed,
    started: start,
    finished: start + 1500,
    log: 'reports/login.log',
    ...parts,
  };
}

export function aSubSuiteResult(parts: Partial<SubSuiteResult> = {}): SubSuiteResult {
  return {
    name: 'Smoke_SubSuite_0',
    testRunner: 'python:3.13',
    outcome: passed,
    started: start,
    finished: start + 3000,
    logs: ['reports/full_execution.log'],
    artifacts: [],
    recipes: [aRecipeResult()],
    ...parts,
  };
}

export function aSuiteResult(parts: Partial<SuiteResult> = {}): SuiteResult {
  return { name: 'Smoke', outcome: passed, started: start, finished: start + 4000, subSuites: [aSubSuiteResult()], notRun: [], ...parts };
}

export function aResults(parts: Partial<Results> = {}): Results {
  return {
    run: {
      id: 'c7e1a9c0-3f70-4c0c-9d8b-6a3a9c8f1d11',
      identity: 'pkg:docker/acme/webshop@4.2.0',
      collection: 'examples/quickstart/collection.json',
      executionSpace: 'on this machine (process): no Docker engine answers',
      started: start,
      finished: start + 5000,
    },
    outcome: passed,
    suites: [aSuiteResult()],
    ...parts,
  };
}

/** Names that break what does not escape: markup of every kind, control characters, half a character, more than one plane. */
export const nasty = 'a|b <b>&"\' `x` *y* _z_ [l](u) @me :smile: $x$ #1 \\ ]]> \u0000\u001b[31m\uD800 😀 漢\n\n<script>\r\n| --- |';
