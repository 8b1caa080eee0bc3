// The Eiffel events that ETOS publishes (eiffel.md 2 and 3): versions, data and links of each type, said once. Types, constructors and checks are
// made of it.

import { conclusions, verdicts } from '../documents/outcome.js';
import { anything, listOf, objectOf, oneOf, text, wholeNumber } from './shape.js';

/** Versions 1 to 5, lower case: what the schemas take as an id (eiffel.md 1.1). */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Which versions of the events are published: those of edition Arica, which every consumer in use reads; those of edition Orizaba; the newest
 * official ones. A consumer of the released services drops a version it has no schema for without a word (eiffel.md 2).
 */
export const editions = ['Arica', 'Orizaba', 'newest'] as const;
export type Edition = (typeof editions)[number];

/** A link beside those that every event may have. */
export interface LinkRule {
  readonly required?: true;
  readonly many?: true;
  /** The first version that knows it, where an edition's version does not. */
  readonly since?: string;
  /** What the event is about stands behind all other links, as the released library writes it (etos.md 9.2). */
  readonly last?: true;
}

const uuid = text(idPattern, 'a lower-case UUID of version 1 to 5');
const purl = text(/^pkg:/, 'a package URL, pkg:…');
const texts = listOf(text());
const custom = { customData: listOf(objectOf({ key: text(), value: anything }, {})) };
const liveLogs = listOf(objectOf({ name: text(), uri: text() }, { mediaType: text(), tags: texts }));
const integrityProtection = objectOf(
  {
    alg: oneOf('SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA-512/224', 'SHA-512/256'),
    digest: text(/^[0-9a-f]+$/, 'lower-case hexadecimal digits'),
  },
  {},
);
const persistentLogs = listOf(objectOf({ name: text(), uri: text() }, { mediaType: text(), tags: texts, integrityProtection }));
const triggers = listOf(objectOf({ type: oneOf('MANUAL', 'EIFFEL_EVENT', 'SOURCE_CHANGE', 'TIMER', 'OTHER') }, { description: text() }));
const executionType = oneOf('MANUAL', 'SEMI_AUTOMATED', 'AUTOMATED', 'OTHER');
const testCase = objectOf({ id: text() }, { tracker: text(), version: text(), uri: text() });
const verdict = oneOf(...verdicts);
const conclusion = oneOf(...conclusions);
const recipe = objectOf({ id: uuid, testCase }, { constraints: listOf(objectOf({ key: text(), value: anything }, {})) });

const activity = { activityExecution: { required: true, last: true } } as const;
const testCaseExecution = { testCaseExecution: { required: true, last: true } } as const;

/** By the type's name without `Eiffel` and `Event`. `versions` in the order of `editions`. */
export const catalogue = {
  ActivityTriggered: {
    versions: ['4.2.0', '4.3.0', '5.0.1'],
    data: objectOf({ name: text() }, { categories: texts, triggers, executionType, ...custom }),
    links: { precursor: { many: true }, originalTrigger: { since: '4.3.0' } },
  },
  ActivityStarted: {
    versions: ['4.3.0', '4.3.0', '5.0.1'],
    data: objectOf({}, { executionUri: text(), liveLogs, ...custom }),
    links: { ...activity, previousActivityExecution: {} },
  },
  ActivityFinished: {
    versions: ['3.3.0', '3.3.0', '4.1.1'],
    data: objectOf(
      {
        outcome: objectOf(
          { conclusion: oneOf('SUCCESSFUL', 'UNSUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE') },
          { description: text() },
          { open: true }, // the official schemas forget to close it
        ),
      },
      { persistentLogs, ...custom },
    ),
    links: activity,
  },
  ActivityCanceled: {
    versions: ['3.2.0', '3.2.0', '5.0.1'],
    // Open, because the schema of 3.2.0 misspells what would close it (eiffel.md 9).
    data: objectOf({}, { reason: text(), ...custom }, { open: true }),
    links: activity,
  },
  ArtifactCreated: {
    versions: ['3.3.0', '3.3.0', '4.0.2'],
    data: objectOf(
      { identity: purl },
      {
        fileInformation: listOf(objectOf({ name: text() }, { tags: texts, integrityProtection })),
        buildCommand: text(),
        requiresImplementation: oneOf('NONE', 'ANY', 'EXACTLY_ONE', 'AT_LEAST_ONE'),
        dependsOn: listOf(purl),
        implements: listOf(purl),
        name: text(),
        ...custom,
      },
    ),
    links: { composition: {}, environment: {}, previousVersion: { many: true } },
  },
  ArtifactPublished: {
    versions: ['3.3.0', '3.3.0', '4.0.1'],
    data: objectOf(
      { locations: listOf(objectOf({ type: oneOf('ARTIFACTORY', 'NEXUS', 'PLAIN', 'OTHER'), uri: text() }, { name: text() })) },
      custom,
    ),
    links: { artifact: { required: true, last: true } },
  },
  TestExecutionRecipeCollectionCreated: {
    versions: ['4.3.0', '4.3.0', '5.0.1'],
    data: objectOf(
      { selectionStrategy: objectOf({ id: text() }, { tracker: text(), uri: text() }) },
      {
        batchesUri: text(),
        batches: listOf(
          objectOf(
            { priority: wholeNumber, recipes: listOf(recipe) },
            { name: text(), dependencies: listOf(objectOf({ dependent: text(), dependency: text() }, {})) },
          ),
        ),
        ...custom,
      },
    ),
    links: {},
  },
  TestSuiteStarted: {
    versions: ['3.3.0', '3.4.0', '4.0.1'],
    data: objectOf(
      { name: text() },
      {
        categories: texts,
        types: listOf(
          oneOf(
            ...([
              'ACCESSIBILITY',
              'BACKUP_RECOVERY',
              'COMPATIBILITY',
              'CONVERSION',
              'DISASTER_RECOVERY',
              'FUNCTIONAL',
              'INSTALLABILITY',
            ] as const),
            ...(['INTEROPERABILITY', 'LOCALIZATION', 'MAINTAINABILITY', 'PERFORMANCE', 'PORTABILITY', 'PROCEDURE', 'RELIABILITY'] as const),
            ...(['SECURITY', 'STABILITY', 'USABILITY'] as const),
          ),
        ),
        liveLogs,
        ...custom,
      },
    ),
    links: { terc: {}, precursor: { many: true }, originalTrigger: { since: '3.4.0' } },
  },
  TestSuiteFinished: {
    versions: ['3.3.0', '3.3.0', '4.1.1'],
    data: objectOf({}, { outcome: objectOf({}, { verdict, conclusion, description: text() }), persistentLogs, ...custom }),
    links: { testSuiteExecution: { required: true, last: true } },
  },
  TestCaseTriggered: {
    versions: ['3.2.0', '3.5.0', '4.0.1'],
    data: objectOf(
      { testCase },
      { recipeId: uuid, triggers, executionType, parameters: listOf(objectOf({ name: text(), value: text() }, {})), ...custom },
    ),
    links: { iut: { required: true, last: true }, precursor: { many: true }, originalTrigger: { since: '3.5.0' } },
  },
  TestCaseStarted: {
    versions: ['3.3.0', '3.3.0', '4.0.1'],
    data: objectOf({}, { executor: text(), liveLogs, ...custom }),
    links: { ...testCaseExecution, environment: {} },
  },
  TestCaseFinished: {
    versions: ['3.3.0', '3.3.0', '4.1.1'],
    data: objectOf(
      {
        outcome: objectOf(
          { verdict, conclusion },
          { description: text(), metrics: listOf(objectOf({ name: text(), value: anything }, {})) },
        ),
      },
      { persistentLogs, ...custom },
    ),
    // Of skipped test cases; the protocol has it on TestCaseStarted alone, but test runners send it (etos.md 6.9).
    links: { ...testCaseExecution, environment: {} },
  },
  TestCaseCanceled: {
    versions: ['3.2.0', '3.2.0', '4.0.1'],
    data: objectOf({}, { reason: text(), ...custom }),
    links: testCaseExecution,
  },
  EnvironmentDefined: {
    versions: ['3.3.0', '3.3.0', '4.0.1'],
    data: objectOf(
      { name: text() },
      { version: text(), image: text(), host: objectOf({ name: text(), user: text() }, {}), uri: text(), ...custom },
    ),
    links: { previousVersion: { many: true }, runtimeEnvironment: { many: true } },
  },
  ConfidenceLevelModified: {
    versions: ['3.2.0', '3.3.0', '4.0.1'],
    data: objectOf(
      { name: text(), value: oneOf('SUCCESS', 'FAILURE', 'INCONCLUSIVE') },
      { issuer: objectOf({}, { name: text(), email: text(), id: text(), group: text() }), ...custom },
    ),
    links: { subject: { required: true, many: true }, subConfidenceLevel: { many: true }, confidenceBasis: { many: true, since: '3.4.0' } },
  },
  AnnouncementPublished: {
    versions: ['3.2.0', '3.2.0', '4.0.1'],
    data: objectOf(
      { heading: text(), body: text(), severity: oneOf('MINOR', 'MAJOR', 'CRITICAL', 'BLOCKER', 'CLOSED', 'CANCELED') },
      { uri: text(), ...custom },
    ),
    links: { modifiedAnnouncement: {} },
  },
  CompositionDefined: {
    versions: ['3.3.0', '3.3.0', '4.0.1'],
    data: objectOf({ name: text() }, { version: text(), ...custom }),
    links: { element: { many: true }, previousVersion: { many: true } },
  },
} as const;

/** The links that every event may have (eiffel.md 1.2). */
export const commonLinks = { cause: { many: true }, context: {}, flowContext: { many: true } } as const;

export type EventName = keyof typeof catalogue;
export type EventType<Name extends EventName> = `Eiffel${Name}Event`;

export function typeOf<Name extends EventName>(name: Name): EventType<Name> {
  return `Eiffel${name}Event`;
}

/** The name of a type that the catalogue knows. */
export function nameOf(type: string): EventName | undefined {
  const name = /^Eiffel(.+)Event$/.exec(type)?.[1] ?? '';
  return Object.hasOwn(catalogue, name) ? (name as EventName) : undefined;
}

/** The links of a type, by the name they have in our code: `testCaseExecution`. */
export function linkRules(name: EventName): Readonly<Record<string, LinkRule>> {
  return { ...commonLinks, ...catalogue[name].links };
}

/** `testCaseExecution` as `TEST_CASE_EXECUTION`. */
export function wireName(link: string): string {
  return link.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Whether version `a` is older than version `b`. */
export function olderThan(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const n = left?.findIndex((part, i) => part !== right?.[i]) ?? -1;
  return n >= 0 && (left?.[n] ?? 0) < (right?.[n] ?? 0);
}
