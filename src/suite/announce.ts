import { randomUUID } from 'node:crypto';
import type { Identity } from '../documents/identity.js';
import type { Outcome } from '../documents/outcome.js';
import type { Publisher } from '../eiffel/bus.js';
import type { EiffelEvent } from '../eiffel/event.js';
import type { Build } from '../eiffel/build.js';
import type { Checkouts } from '../environment/environment.js';
import type { ProviderKind } from '../environment/provider-kind.js';

/** The ids that a run's events have, chosen before the first of them is published: other documents name them. */
export interface RunIds {
  /** The TERCC: the run's own id. */
  readonly run: string;
  readonly artifact: string;
  readonly activity: string;
}

export function newRunIds(run: string = randomUUID()): RunIds {
  return { run, artifact: randomUUID(), activity: randomUUID() };
}

/** Publishes the suite runner's events, in the order of etos.md 4.3. */
export interface Announcer {
  /** The run's ActivityTriggered: CONTEXT of everything. */
  readonly activityId: string;
  suiteStarted(name: string): Promise<SuiteAnnouncer>;
}

/** Publishes the events of one suite and of taking its environment (etos.md 5.7). */
export interface SuiteAnnouncer {
  /** The suite's TestSuiteStarted. */
  readonly id: string;
  checkoutStarted(): Promise<void>;
  /** Checkouts from single providers: activities within the one of the whole environment. */
  readonly checkouts: Checkouts;
  environmentDefined(environment: { readonly id: string; readonly name: string; readonly uri: string }): Promise<void>;
  /** @param problem why it could not be taken, when it could not */
  checkoutFinished(problem?: string): Promise<void>;
  finished(outcome: Outcome): Promise<void>;
}

/** What was there before the run. */
export interface Known {
  readonly artifactCreated?: EiffelEvent | undefined;
  readonly tercc?: EiffelEvent | undefined;
  /** The events of the CI build that the run is a part of, by their ids. */
  readonly build?: { readonly triggered?: string; readonly started?: string };
  /** Where the item under test can be had: announced with an ArtifactCreated of our own, where that is wanted. */
  readonly location?: { readonly type: 'PLAIN' | 'OTHER'; readonly uri: string } | undefined;
}

/** What datasets show of a run's first events. */
export interface Triggered {
  readonly artifactCreated: EiffelEvent;
  readonly artifactPublished?: EiffelEvent;
  readonly tercc: EiffelEvent;
}

/** The announcer of a run, with what only the run as a whole says. */
export interface RunAnnouncer extends Announcer {
  /** ArtifactCreated (and ArtifactPublished), TERCC, ActivityTriggered. Those that others have published are not published again. */
  triggered(collection: string, known?: Known): Promise<Triggered>;
  started(): Promise<void>;
  finished(): Promise<void>;
  canceled(reason: string): Promise<void>;
}

export function announcerOf(
  ids: RunIds,
  identity: Identity,
  { publisher, build }: { readonly publisher: Publisher; readonly build: Build },
): RunAnnouncer {
  const publish = async <E extends EiffelEvent>(event: E): Promise<E> => {
    await publisher.publish(event);
    return event;
  };
  const { activity, artifact, run } = ids;
  return {
    activityId: activity,
    async triggered(collection, known = {}) {
      const artifactCreated = known.artifactCreated ?? (await publish(build('ArtifactCreated', { identity: identity.text }, {}, artifact)));
      const artifactPublished =
        known.location && !known.artifactCreated
          ? await publish(build('ArtifactPublished', { locations: [known.location] }, { artifact }))
          : undefined;
      const tercc =
        known.tercc ??
        (await publish(
          build(
            'TestExecutionRecipeCollectionCreated',
            { selectionStrategy: { tracker: 'Suite Builder', id: randomUUID() }, batchesUri: collection },
            { cause: [artifact] },
            run,
          ),
        ));
      await publish(
        build(
          'ActivityTriggered',
          { name: 'ETOS testrun', executionType: 'AUTOMATED', triggers: [{ type: 'EIFFEL_EVENT' }] },
          {
            cause: [run, artifact, ...(known.build?.started === undefined ? [] : [known.build.started])],
            ...(known.build?.triggered !== undefined && { context: known.build.triggered }),
          },
          activity,
        ),
      );
      return { artifactCreated, tercc, ...(artifactPublished && { artifactPublished }) };
    },
    async started() {
      await publish(build('ActivityStarted', {}, { context: activity, activityExecution: activity }));
    },
    async finished() {
      await publish(
        build('ActivityFinished', { outcome: { conclusion: 'SUCCESSFUL' } }, { context: activity, activityExecution: activity }),
      );
    },
    async canceled(reason) {
      await publish(build('ActivityCanceled', { reason }, { context: activity, activityExecution: activity }));
    },
    async suiteStarted(name) {
      const { meta } = await publish(
        build(
          'TestSuiteStarted',
          { name, categories: ['Regression test suite', identity.name], types: ['FUNCTIONAL'] },
          { context: activity, terc: run },
        ),
      );
      return suiteAnnouncer(name, meta.id);
    },
  };

  async function publishEnd(activityExecution: string, problem: string | undefined): Promise<void> {
    const outcome =
      problem === undefined ? { conclusion: 'SUCCESSFUL' as const } : { conclusion: 'UNSUCCESSFUL' as const, description: problem };
    await publish(build('ActivityFinished', { outcome }, { activityExecution }));
  }

  function suiteAnnouncer(suite: string, id: string): SuiteAnnouncer {
    const checkout = randomUUID();
    return {
      id,
      async checkoutStarted() {
        await publish(
          build('ActivityTriggered', { name: `Checkout environment for ${suite}`, executionType: 'AUTOMATED' }, { context: id }, checkout),
        );
        await publish(build('ActivityStarted', {}, { activityExecution: checkout }));
      },
      checkouts: {
        async begun({ kind, id: provider, type }) {
          const own = randomUUID();
          const { called, category } = providerWords[kind];
          const data = {
            name: `Checkout ${called} from ${provider}`,
            categories: ['EnvironmentProvider', category, ...(type === 'external' ? ['External'] : [])],
            triggers: [{ type: 'OTHER', description: `Checking out ${called}` }],
            executionType: 'AUTOMATED',
          } as const;
          // Together: a bus that keeps them on disk does so once for both.
          await Promise.all([
            publish(build('ActivityTriggered', data, { context: checkout }, own)),
            publish(build('ActivityStarted', {}, { activityExecution: own })),
          ]);
          return (problem) => publishEnd(own, problem);
        },
      },
      async environmentDefined(environment) {
        await publish(build('EnvironmentDefined', { name: environment.name, uri: environment.uri }, { context: checkout }, environment.id));
      },
      checkoutFinished: (problem) => publishEnd(checkout, problem),
      async finished(outcome) {
        await publish(build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id }));
      },
    };
  }
}

/** How the released services call what is checked out, and whoever does it (eiffel.md 3.1). */
const providerWords: Readonly<Record<ProviderKind, { readonly called: string; readonly category: string }>> = {
  iut: { called: 'IUTs', category: 'IUTProvider' },
  'execution-space': { called: 'execution spaces', category: 'ExecutionSpaceProvider' },
  'log-area': { called: 'log areas', category: 'LogAreaProvider' },
};
