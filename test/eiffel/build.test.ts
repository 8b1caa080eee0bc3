import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createBuilder, type Build } from '../../src/eiffel/build.js';
import { catalogue, editions, type Edition, type EventName } from '../../src/eiffel/catalogue.js';
import type { EiffelEvent } from '../../src/eiffel/event.js';
import { systemClock } from '../../src/host/clock.js';
import { InvalidInput } from '../../src/host/errors.js';
import { expectValid, testWithSchemas } from '../support/eiffel-schemas.js';

/** For what the compiler refuses: documents from outside are not compiled. */
type LooseBuild = (name: EventName, data: object, links: object, id?: string) => EiffelEvent;

const clock = { ...systemClock, now: () => 1735689600000 };

function aBuild(edition?: Edition): Build {
  return createBuilder({ source: { name: 'ETOS Suite Runner', host: 'esr-1' }, clock, ...(edition && { edition }) });
}

const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()] as const;
const log = { name: 'console.log', uri: 'https://logs/1/console.log', mediaType: 'text/plain', tags: ['x'] };
const triggers = [{ type: 'EIFFEL_EVENT' }, { type: 'OTHER', description: 'why' }] as const;
const testCase = { id: 't', tracker: 'tr', version: 'v', uri: 'https://t' };
const customData = [{ key: 'k', value: { any: [1] } }];
const common = { cause: [a, b], context: c, flowContext: [a] };

/** Every type with every member and link that its Arica version knows, and as little as it may have. */
const everything: { readonly [Name in EventName]: readonly ((build: Build) => EiffelEvent)[] } = {
  ActivityTriggered: [
    (build) => build('ActivityTriggered', { name: 'n' }, {}),
    (build) =>
      build(
        'ActivityTriggered',
        { name: 'n', categories: ['c'], triggers, executionType: 'AUTOMATED', customData },
        { ...common, precursor: a },
      ),
  ],
  ActivityStarted: [
    (build) => build('ActivityStarted', {}, { activityExecution: a }),
    (build) =>
      build(
        'ActivityStarted',
        { executionUri: 'https://ci/1', liveLogs: [log], customData },
        { ...common, activityExecution: a, previousActivityExecution: b },
      ),
  ],
  ActivityFinished: [
    (build) => build('ActivityFinished', { outcome: { conclusion: 'SUCCESSFUL' } }, { activityExecution: a }),
    (build) =>
      build(
        'ActivityFinished',
        { outcome: { conclusion: 'UNSUCCESSFUL', description: 'd' }, persistentLogs: [log], customData },
        { ...common, activityExecution: a },
      ),
  ],
  ActivityCanceled: [
    (build) => build('ActivityCanceled', {}, { activityExecution: a }),
    (build) => build('ActivityCanceled', { reason: 'r', customData }, { ...common, activityExecution: a }),
  ],
  ArtifactCreated: [
    (build) => build('ArtifactCreated', { identity: 'pkg:etos-test-output/s/t::x[1]' }, {}),
    (build) =>
      build(
        'ArtifactCreated',
        {
          identity: 'pkg:docker/acme/shop@1',
          fileInformation: [{ name: 'f', tags: ['t'], integrityProtection: { alg: 'SHA-256', digest: '9f' } }],
          buildCommand: 'make',
          requiresImplementation: 'ANY',
          dependsOn: ['pkg:a/b'],
          implements: ['pkg:c/d'],
          name: 'shop',
          customData,
        },
        { ...common, composition: a, environment: b, previousVersion: [a, b] },
      ),
  ],
  ArtifactPublished: [
    (build) => build('ArtifactPublished', { locations: [] }, { artifact: a }),
    (build) =>
      build('ArtifactPublished', { locations: [{ type: 'OTHER', uri: 'https://l', name: 'f' }], customData }, { ...common, artifact: a }),
  ],
  TestExecutionRecipeCollectionCreated: [
    (build) =>
      build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: 's' }, batchesUri: 'https://c.json' }, { cause: [a, b] }, c),
    (build) =>
      build(
        'TestExecutionRecipeCollectionCreated',
        {
          selectionStrategy: { id: 's', tracker: 'Suite Builder', uri: 'https://s' },
          batches: [
            {
              name: 'b',
              priority: 1,
              recipes: [
                { id: a, testCase, constraints: [{ key: 'COMMAND', value: 'true' }] },
                { id: b, testCase: { id: 't' } },
              ],
              dependencies: [{ dependent: a, dependency: b }],
            },
          ],
          customData,
        },
        common,
      ),
  ],
  TestSuiteStarted: [
    (build) => build('TestSuiteStarted', { name: 's' }, {}),
    (build) =>
      build(
        'TestSuiteStarted',
        { name: 's', categories: ['Regression test_suite', 'Sub suite'], types: ['FUNCTIONAL', 'USABILITY'], liveLogs: [log], customData },
        { ...common, terc: a, precursor: b },
      ),
  ],
  TestSuiteFinished: [
    (build) => build('TestSuiteFinished', {}, { testSuiteExecution: a }),
    (build) =>
      build(
        'TestSuiteFinished',
        { outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'd' }, persistentLogs: [log], customData },
        { ...common, testSuiteExecution: a },
      ),
  ],
  TestCaseTriggered: [
    (build) => build('TestCaseTriggered', { testCase: { id: 't' } }, { iut: a }),
    (build) =>
      build(
        'TestCaseTriggered',
        { testCase, recipeId: b, triggers, executionType: 'MANUAL', parameters: [{ name: 'n', value: 'v' }], customData },
        { ...common, iut: a, precursor: [b] },
      ),
  ],
  TestCaseStarted: [
    (build) => build('TestCaseStarted', {}, { testCaseExecution: a }),
    (build) =>
      build('TestCaseStarted', { executor: 'e', liveLogs: [log], customData }, { ...common, testCaseExecution: a, environment: b }),
  ],
  TestCaseFinished: [
    (build) => build('TestCaseFinished', { outcome: { verdict: 'FAILED', conclusion: 'INCONCLUSIVE' } }, { testCaseExecution: a }),
    (build) =>
      build(
        'TestCaseFinished',
        {
          outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'SKIPPED', metrics: [{ name: 'duration_ms', value: 1 }] },
          persistentLogs: [log],
          customData,
        },
        { ...common, testCaseExecution: a },
      ),
  ],
  TestCaseCanceled: [
    (build) => build('TestCaseCanceled', {}, { testCaseExecution: a }),
    (build) => build('TestCaseCanceled', { reason: 'r', customData }, { ...common, testCaseExecution: a }),
  ],
  EnvironmentDefined: [
    (build) => build('EnvironmentDefined', { name: 'e', uri: 'https://s.json' }, { context: a }),
    (build) =>
      build(
        'EnvironmentDefined',
        { name: 'e', version: '1', image: 'i', host: { name: 'h', user: 'etos' }, uri: 'https://u', customData },
        { ...common, previousVersion: a, runtimeEnvironment: [a, b] },
      ),
  ],
  ConfidenceLevelModified: [
    (build) => build('ConfidenceLevelModified', { name: 'smoke', value: 'SUCCESS' }, { subject: a }),
    (build) =>
      build(
        'ConfidenceLevelModified',
        { name: 'smoke', value: 'FAILURE', issuer: { name: 'ETOS', email: 'e', id: 'i', group: 'g' }, customData },
        { ...common, subject: [a, b], subConfidenceLevel: c },
      ),
  ],
  AnnouncementPublished: [
    (build) => build('AnnouncementPublished', { heading: 'h', body: 'b', severity: 'MINOR' }, {}),
    (build) =>
      build(
        'AnnouncementPublished',
        { heading: 'h', body: 'b', severity: 'CLOSED', uri: 'https://a', customData },
        { ...common, modifiedAnnouncement: a },
      ),
  ],
  CompositionDefined: [
    (build) => build('CompositionDefined', { name: 'c' }, {}),
    (build) => build('CompositionDefined', { name: 'c', version: '1', customData }, { ...common, element: [a, b], previousVersion: c }),
  ],
};

describe('every event', () => {
  for (const edition of editions)
    for (const [name, makers] of Object.entries(everything))
      testWithSchemas(`${name} of edition ${edition} is valid by the official schema`, () => {
        for (const make of makers) expectValid(make(aBuild(edition)));
      });

  test('is in the catalogue', () => {
    expect(Object.keys(everything)).toEqual(Object.keys(catalogue));
  });
});

describe('an event', () => {
  test('has the members of the released library in their order', () => {
    const event = aBuild()('TestSuiteFinished', {}, { context: a, testSuiteExecution: b });
    expect(JSON.stringify(event)).toBe(
      `{"meta":{"type":"EiffelTestSuiteFinishedEvent","version":"3.3.0","id":"${event.meta.id}","time":1735689600000,` +
        `"source":{"name":"ETOS Suite Runner","host":"esr-1"}},"data":{},` +
        `"links":[{"type":"CONTEXT","target":"${a}"},{"type":"TEST_SUITE_EXECUTION","target":"${b}"}]}`,
    );
  });

  test.each<[string, (build: Build) => EiffelEvent, readonly string[]]>([
    [
      'what it is about last',
      (build) => build('ActivityFinished', { outcome: { conclusion: 'FAILED' } }, { activityExecution: a, context: b }),
      ['CONTEXT', 'ACTIVITY_EXECUTION'],
    ],
    [
      'the order in which they are given',
      (build) => build('TestSuiteStarted', { name: 's' }, { context: a, cause: b }),
      ['CONTEXT', 'CAUSE'],
    ],
    ['one for each target', (build) => build('ActivityTriggered', { name: 'n' }, { cause: [a, b] }), ['CAUSE', 'CAUSE']],
    ['none that is undefined', (build) => build('TestSuiteStarted', { name: 's' }, { cause: undefined, context: a }), ['CONTEXT']],
    [
      'the subject where it is given',
      (build) =>
        build('ConfidenceLevelModified', { name: 'n', value: 'SUCCESS' }, { context: a, cause: b, subject: c, subConfidenceLevel: [a] }),
      ['CONTEXT', 'CAUSE', 'SUBJECT', 'SUB_CONFIDENCE_LEVEL'],
    ],
  ])('has links in the recorded order: %s', (_, make, types) => {
    expect(make(aBuild()).links.map(({ type }) => type)).toEqual(types);
  });

  test('may have an id that others know already, in lower case like its links', () => {
    const event = aBuild()('TestSuiteStarted', { name: 's' }, { context: a.toUpperCase() }, b.toUpperCase());
    expect([event.meta.id, event.links[0]?.target]).toEqual([b, a]);
  });

  test('leaves out a host that is not known, and members that are undefined', () => {
    const build = createBuilder({ source: { name: 'x', host: undefined, domainId: '' }, clock });
    const event = build('EnvironmentDefined', { name: 'n', uri: 'u', image: undefined }, {});
    expect(event.meta.source).toStrictEqual({ name: 'x' });
    expect(event.data).toStrictEqual({ name: 'n', uri: 'u' });
  });

  test.each([undefined, null, ''])('leaves out live logs whose address is %j', (uri) => {
    expect(aBuild()('TestSuiteStarted', { name: 's', liveLogs: [{ name: 'console', uri }] }, {}).data).toStrictEqual({ name: 's' });
    const two = aBuild()('TestSuiteStarted', { name: 's', liveLogs: [{ name: 'console', uri }, log] }, {});
    expect(two.data.liveLogs).toEqual([log]);
  });

  test.each<[string, (build: LooseBuild) => unknown, RegExp]>([
    ['a missing link', (build) => build('TestSuiteFinished', {}, {}), /the link TEST_SUITE_EXECUTION is missing/],
    ['no subject', (build) => build('ConfidenceLevelModified', { name: 'n', value: 'SUCCESS' }, { subject: [] }), /SUBJECT is missing/],
    [
      'two contexts',
      (build) => build('ActivityTriggered', { name: 'n' }, { context: [a, b] }),
      /CONTEXT is there 2 times; expected it once/,
    ],
    ['an unknown link', (build) => build('TestCaseCanceled', {}, { testCaseExecution: a, environment: b }), /ENVIRONMENT is not known/],
    [
      'a target that is no id',
      (build) => build('ActivityStarted', {}, { activityExecution: 'x' }),
      /links\[0\]\.target is "x"; expected a lower-case UUID/,
    ],
    ['an id of version 7', (build) => build('ActivityTriggered', { name: 'n' }, {}, '01890a5d-ac96-774b-bcce-b302099a8057'), /meta\.id/],
    [
      'a later link',
      (build) => build('ActivityTriggered', { name: 'n' }, { originalTrigger: a }),
      /ORIGINAL_TRIGGER came with version 4\.3\.0; this is 4\.2\.0/,
    ],
    [
      'batches and batchesUri',
      (build) => build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: 's' }, batches: [], batchesUri: 'u' }, {}),
      /both batches and batchesUri/,
    ],
    ['neither of them', (build) => build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { id: 's' } }, {}), /neither/],
    ['an environment that is nowhere', (build) => build('EnvironmentDefined', { name: 'n' }, {}), /none of image, host and uri/],
    [
      'an end of no announcement',
      (build) => build('AnnouncementPublished', { heading: 'h', body: 'b', severity: 'CLOSED' }, {}),
      /MODIFIED_ANNOUNCEMENT/,
    ],
    [
      'an identity that is none',
      (build) => build('ArtifactCreated', { identity: 'shop' }, {}),
      /data\.identity is "shop"; expected a package URL/,
    ],
    ['null', (build) => build('ActivityCanceled', { reason: null }, { activityExecution: a }), /data\.reason is null; expected text/],
    [
      'an unknown word',
      (build) => build('AnnouncementPublished', { heading: 'h', body: 'b', severity: 'HIGH' }, {}),
      /"HIGH"; expected MINOR, MAJOR/,
    ],
    [
      'a digest before its time',
      (build) =>
        build(
          'TestSuiteFinished',
          { persistentLogs: [{ name: 'n', uri: 'u', integrityProtection: { alg: 'SHA-256', digest: 'ab' } }] },
          { testSuiteExecution: a },
        ),
      /came with 4\.1\.0/,
    ],
  ])('with %s is refused', (_, make, message) => {
    const build: LooseBuild = aBuild();
    expect(() => make(build)).toThrow(message);
    expect(() => make(build)).toThrow(InvalidInput);
  });

  test('that breaks a rule of its type does not compile', () => {
    const build = aBuild();
    const broken = [
      // @ts-expect-error a mandatory link is missing
      () => build('TestSuiteFinished', {}, {}),
      // @ts-expect-error a mandatory link has no target
      () => build('ConfidenceLevelModified', { name: 'n', value: 'SUCCESS' }, { subject: [] }),
      // @ts-expect-error there is one context at most
      () => build('ActivityTriggered', { name: 'n' }, { context: [a, b] }),
      // @ts-expect-error the type does not know this link
      () => build('TestCaseCanceled', {}, { testCaseExecution: a, environment: b }),
      // @ts-expect-error null is not text
      () => build('ActivityCanceled', { reason: null }, { activityExecution: a }),
      // @ts-expect-error severities are words of their own
      () => build('AnnouncementPublished', { heading: 'h', body: 'b', severity: 'HIGH' }, {}),
    ];
    for (const make of broken) expect(make).toThrow(InvalidInput);
  });

  test('of the newest edition takes what came later', () => {
    const build = aBuild('newest');
    const logs = [{ name: 'n', uri: 'u', integrityProtection: { alg: 'SHA-256', digest: 'ab' } }] as const;
    expectValid(build('TestSuiteFinished', { persistentLogs: logs }, { testSuiteExecution: a }));
    expectValid(build('ActivityTriggered', { name: 'n' }, { originalTrigger: a }));
    expect(build('TestCaseTriggered', { testCase }, { iut: a, originalTrigger: b }).meta.version).toBe('4.0.1');
  });
});
