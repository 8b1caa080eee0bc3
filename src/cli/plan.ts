import { createLog } from '../host/log.js';
import { createHttpClient } from '../http/create-client.js';
import { printable } from '../report/printable.js';
import { prepare, type Prepared } from '../run/prepare.js';
import type { PlannedSuite } from '../suite/plan.js';
import type { Group } from '../suite/split.js';
import { leftOf } from '../suite/splitter.js';
import type { Face } from './face.js';
import { runOptions, type InputFlags } from './run-options.js';
import { amount } from './step-lines.js';

/** `etos plan`: what `etos run` would carry out where. Everything is read and checked as for a run; nothing is started or checked out. */
export async function planCommand(collection: string | undefined, flags: InputFlags, face: Face): Promise<number> {
  const { environment, clock, signal, out, err } = face;
  const options = runOptions(collection, { ...flags, artifactDir: 'artifacts', reportDir: 'reports', tty: false, verbose: 0 }, face);
  const log = createLog({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
  await using http = createHttpClient({ log, environment, clock });
  const prepared = await prepare(options, { environment, http, signal });
  for (const warning of prepared.warnings) err.write(`warning: ${warning}\n`);
  out.write(log.redact(`${printPlan(prepared).map(printable).join('\n')}\n`));
  return 0;
}

function printPlan(prepared: Prepared): readonly string[] {
  const { collection, identity, providers, spaces, plan } = prepared;
  const recipes = plan.suites.reduce((sum, suite) => sum + recipesOf(suite.groups), 0);
  return [
    `Collection:        ${collection.source}, ${amount(plan.suites.length, 'suite')}, ${amount(recipes, 'recipe')}`,
    `Item under test:   ${identity.text}`,
    `Execution space:   ${spaces.text}`,
    ...(['iut', 'execution-space', 'log-area'] as const).map(
      (kind) =>
        `${`${titles[kind]} provider:`.padEnd(18)} ${providers[kind].id} (${providers[kind].text === '' ? 'built in' : providers[kind].source})`,
    ),
    ...plan.suites.flatMap((suite, n) => ['', ...printSuite(suite, n, prepared)]),
  ];
}

const titles = { iut: 'IUT', 'execution-space': 'Space', 'log-area': 'Log area' } as const;

function printSuite(suite: PlannedSuite, n: number, { providers, spaces, maximumAmounts, splitter }: Prepared): readonly string[] {
  const head = `${suite.name}: ${amount(recipesOf(suite.groups), 'recipe')}`;
  if (suite.groups.length === 0) return [`${head}; the suite ends INCONCLUSIVE`];
  // The built-in provider makes as many IUTs as are asked for; of any other only a check-out would tell.
  if (providers.iut.text === '') {
    return [
      head,
      ...subSuites(suite, { atOnce: maximumAmounts[n] ?? 1, splitter }).flatMap(({ name, testRunner, recipes }) => [
        `  ${name} on ${spaces.placeOf(testRunner)}`,
        ...recipes.map(({ testCase }) => `    ${testCase.id}`),
      ]),
    ];
  }
  return [
    `${head}, over as many IUTs as "${providers.iut.id}" has, at most ${suite.maximumIuts} at once`,
    ...suite.groups.flatMap(({ testRunner, recipes }) => [
      `  on ${spaces.placeOf(testRunner)}`,
      ...recipes.map(({ testCase }) => `    ${testCase.id}`),
    ]),
  ];
}

/** The sub suites in the order in which they get their names: a test runner that gets no IUT waits for the next round (etos.md 4.4). */
function subSuites(
  { name, groups, maximumIuts }: PlannedSuite,
  { atOnce, splitter }: Pick<Prepared, 'splitter'> & { readonly atOnce: number },
): readonly (Group & { readonly name: string })[] {
  const shares: Group[] = [];
  for (let left = groups; left.length > 0;) {
    const iuts = Array.from({ length: Math.min(atOnce, maximumIuts, recipesOf(left)) }, (_, n) => n);
    const round = splitter(left, iuts);
    shares.push(...round);
    left = leftOf(left, round);
  }
  return shares.map((share, n) => ({ ...share, name: `${name}_SubSuite_${n}` }));
}

function recipesOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
}
