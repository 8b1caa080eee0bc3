// Plays a released Python test runner on the wire (etos.md 6): what it asks for, what it publishes with the library of its time, what it uploads.

import type { ChannelModel, ConfirmChannel } from 'amqplib';
import { randomUUID } from 'node:crypto';

export type Generation = '2021' | 'current';
/** How the played runner carries out its sub suite. */
export type Conduct = 'passing' | 'failing' | 'crashing' | 'silent' | 'started twice' | 'without an outcome' | 'starts held back';

type Variables = Readonly<Record<string, string | number | boolean | null>>;

interface SubSuite {
  readonly name: string;
  readonly sub_suite_id: string;
  readonly test_suite_started_id: string;
  readonly artifact: string;
  readonly context: string;
  readonly recipes: readonly { readonly testCase: { readonly id: string } }[];
  readonly log_area: { readonly livelogs: string; readonly upload: { readonly url: string; readonly method: string } };
}

interface Link {
  readonly type: string;
  readonly target: string;
}

const versions: Readonly<Record<Generation, Readonly<Record<string, string>>>> = {
  '2021': {
    ActT: '4.0.0',
    ActS: '4.0.0',
    ActF: '3.0.0',
    TSS: '3.0.0',
    TSF: '3.0.0',
    TCT: '3.0.0',
    TCS: '3.0.0',
    TCF: '3.0.0',
    ED: '3.0.0',
    ArtC: '3.0.0',
  },
  current: {
    ActT: '4.2.0',
    ActS: '4.3.0',
    ActF: '3.3.0',
    TSS: '3.3.0',
    TSF: '3.3.0',
    TCT: '3.2.0',
    TCS: '3.3.0',
    TCF: '3.3.0',
    ED: '3.3.0',
    ArtC: '3.3.0',
  },
};
const types: Readonly<Record<string, string>> = {
  ActT: 'ActivityTriggered',
  ActS: 'ActivityStarted',
  ActF: 'ActivityFinished',
  TSS: 'TestSuiteStarted',
  TSF: 'TestSuiteFinished',
  TCT: 'TestCaseTriggered',
  TCS: 'TestCaseStarted',
  TCF: 'TestCaseFinished',
  ED: 'EnvironmentDefined',
  ArtC: 'ArtifactCreated',
};

/** Carries a sub suite out, told by the variables of its delegation parameter. */
export async function playRunner(generation: Generation, conduct: Conduct, variables: Variables, connection: ChannelModel): Promise<void> {
  if (conduct === 'silent' || waitsForEver(generation, variables)) return;
  const subSuite = (await (await fetch(await addressOf(generation, variables))).json()) as SubSuite;
  const channel = await connection.createConfirmChannel();
  const publishNow = publisher(channel, generation, String(variables.RABBITMQ_EXCHANGE));
  const heldBack: (() => void)[] = [];
  // What a lost connection kept from being confirmed the library sends again a second later, after what it published meanwhile.
  const publish: typeof publishNow = (short, data, links, id = randomUUID(), version) => {
    const send = (): string => publishNow(short, data, links, id, version);
    if (conduct === 'starts held back' && ['TSS', 'TCT', 'TCS'].includes(short)) heldBack.unshift(send);
    else send();
    return id;
  };
  const { name, artifact, context } = subSuite;
  const activity = publish('ActT', { name }, []);
  publish('ActS', {}, [{ type: 'ACTIVITY_EXECUTION', target: activity }]);
  const start = (): string => {
    const data = {
      name,
      categories: ['Regression test_suite', 'Sub suite', 'webshop'],
      types: ['FUNCTIONAL'],
      liveLogs: [{ name: 'console', uri: subSuite.log_area.livelogs }],
    };
    if (generation === '2021') return publish('TSS', data, [{ type: 'CONTEXT', target: context }]);
    return publish(
      'TSS',
      data,
      [
        { type: 'CONTEXT', target: context },
        { type: 'CAUSE', target: subSuite.test_suite_started_id },
      ],
      subSuite.sub_suite_id,
    );
  };
  let suite = start();
  if (conduct === 'crashing') return await channel.waitForConfirms();
  // A machine that lost its first runner starts another, which tells the story from its beginning.
  if (conduct === 'started twice') suite = start();
  const execution = { type: 'TEST_SUITE_EXECUTION', target: suite };
  publish('ED', { name: 'ETR Hostname', host: { name: 'a-host', user: 'etos' } }, [{ type: 'CONTEXT', target: suite }]);
  // Events of a version to come may have any data.
  const strange = publish('TCT', {}, [{ type: 'CONTEXT', target: suite }], randomUUID(), '99.0.0');
  for (const type of ['TCS', 'TCF']) publish(type, {}, [{ type: 'TEST_CASE_EXECUTION', target: strange }], randomUUID(), '99.0.0');
  const mainSuite = generation === '2021' ? await mainSuiteOf(context, variables) : subSuite.test_suite_started_id;
  for (const { testCase } of subSuite.recipes) {
    const links = [{ type: 'CONTEXT', target: generation === '2021' ? context : suite }];
    const triggered = publish('TCT', { testCase: { id: testCase.id } }, [...links, { type: 'IUT', target: artifact }]);
    const of = [...links, { type: 'TEST_CASE_EXECUTION', target: triggered }];
    publish('TCS', {}, of);
    publish('TCF', { outcome: { verdict: 'PASSED', conclusion: 'SUCCESSFUL' } }, of);
  }
  for (const send of heldBack) send();
  const place = { context, folder: `${mainSuite}/${suite}`, name: 'full_execution.log' };
  // The two ids became known later.
  const uri = filled(
    subSuite.log_area.upload.url,
    generation === '2021' ? place : { ...place, main_suite_id: mainSuite, sub_suite_id: suite },
  );
  const upload = await fetch(uri, { method: subSuite.log_area.upload.method, body: 'what the tests printed\n' });
  if (!upload.ok) throw new Error(`the log area answered ${upload.status}`);
  // The file is faster than what makes an artifact of it.
  const core = await fetch(uri.replace('full_execution.log', 'core'), { method: 'PUT', body: 'a core' });
  if (!core.ok) throw new Error(`the log area answered ${core.status}`);
  publish('ArtC', { identity: `pkg:etos-test-output/${name}`, fileInformation: [{ name: 'core' }] }, [
    { type: 'CONTEXT', target: context },
    { type: 'CAUSE', target: suite },
  ]);
  const passed = conduct !== 'failing';
  const outcome = passed
    ? { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: `All ${name} tests completed successfully.` }
    : { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: `At least some ${name} tests failed.` };
  const finished = { ...(conduct !== 'without an outcome' && { outcome }), persistentLogs: [{ name: 'full_execution.log', uri }] };
  publish('TSF', finished, [{ type: 'CONTEXT', target: context }, execution]);
  publish('ActF', { outcome: { conclusion: 'SUCCESSFUL' } }, [{ type: 'ACTIVITY_EXECUTION', target: activity }]);
  await channel.waitForConfirms();
  await channel.close();
}

/** Today's waits for its internal bus with its first upload, and with its first log line, unless both are switched off. */
function waitsForEver(generation: Generation, variables: Variables): boolean {
  const off = variables.ETOS_ENABLE_SENDING_LOGS === 'false' && variables.DISABLE_EVENT_PUBLISHING === 'true';
  return generation === 'current' && !off && typeof variables.ETOS_RABBITMQ_HOST !== 'string';
}

/** Python's format: a name that is not known is an error. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`KeyError: '${name}'`);
    return value;
  });
}

/** The released library: Python's JSON, one routing key, an id of its own. */
function publisher(channel: ConfirmChannel, generation: Generation, exchange: string) {
  return (
    short: string,
    data: object,
    links: readonly Link[],
    id: string = randomUUID(),
    version = versions[generation][short],
  ): string => {
    const type = `Eiffel${types[short] ?? ''}Event`;
    const meta = { type, version, id, time: Date.now(), source: { name: 'ETOS Test Runner', host: 'a-host' } };
    channel.publish(exchange, `eiffel._.${type}._._`, Buffer.from(JSON.stringify({ meta, data, links })), {
      contentType: 'application/json',
      deliveryMode: 2,
    });
    return id;
  };
}

/** 2021: SUB_SUITE_URL. Today: the event that ENVIRONMENT_ID names, asked of the event repository. */
async function addressOf(generation: Generation, variables: Variables): Promise<string> {
  if (generation === '2021') return String(variables.SUB_SUITE_URL);
  for (;;) {
    const search = `{'meta.id': '${String(variables.ENVIRONMENT_ID)}'}`;
    const said = (await ask(
      variables,
      `{ environmentDefined(search: "${search}") { edges { node { data { name uri } meta { id } } } } }`,
    )) as {
      readonly environmentDefined: { readonly edges: readonly { readonly node: { readonly data: { readonly uri: string } } }[] };
    };
    const [edge] = said.environmentDefined.edges;
    if (edge) return edge.node.data.uri;
  }
}

/** The first suite of the activity, which is what 2021 takes for the main one (etos.md 6.9). */
async function mainSuiteOf(context: string, variables: Variables): Promise<string> {
  const search = `{'links.type': 'CONTEXT', 'links.target': '${context}'}`;
  const said = (await ask(variables, `{ testSuiteStarted(search: "${search}") { edges { node { meta { id } } } } }`)) as {
    readonly testSuiteStarted: { readonly edges: readonly { readonly node: { readonly meta: { readonly id: string } } }[] };
  };
  return said.testSuiteStarted.edges[0]?.node.meta.id ?? '';
}

async function ask(variables: Variables, query: string): Promise<unknown> {
  const answer = await fetch(String(variables.ETOS_GRAPHQL_SERVER), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { readonly data: unknown }).data;
}
