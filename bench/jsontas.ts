// What evaluating costs, beside JSON.parse and JSON.stringify of the same result. The goals in milliseconds are a tenth of what the original needs
// on a machine of two cores.

import { systemClock } from '../src/host/clock.js';
import { createLog } from '../src/host/log.js';
import type { HttpClient } from '../src/http/client.js';
import { fromPlain, toPlain, type JsonObject, type JsonValue } from '../src/json/value.js';
import { evaluate, providerStructures, type Dataset } from '../src/jsontas/evaluate.js';
import { report, sideBySide } from './measure.js';

const environment = { ETR_VERSION: '1.0.0' };
const structures = providerStructures({ environment });
const log = createLog({ level: 'error', write: () => undefined });
const http: HttpClient = {
  request: () => Promise.reject(new Error('nothing here makes a request')),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

const jenkins = {
  possible: {
    $expand: {
      to: '$amount',
      value: {
        instructions: '$execution_space_instructions',
        request: {
          url: 'https://jenkins.example.com/job/DELEGATION/build',
          method: 'POST',
          headers: { Accept: 'application/json' },
          data: { json: { $json_dumps: { parameter: [{ name: 'docker', value: { $json_dumps: '$expand_value.instructions' } }] } } },
        },
      },
    },
  },
  available: '$this.possible',
};

const variables: readonly (readonly [string, unknown])[] = ['HOST', 'USERNAME', 'PASSWORD', 'EXCHANGE', 'PORT', 'VHOST'].map(
  (name) => [`RABBITMQ_${name}`, `${name} of the bus`] as const,
);
const instructions = {
  image: 'registry.example.com/etr:1.4.0',
  environment: Object.fromEntries([...variables, ['RABBITMQ_SSL', true], ['SOURCE_HOST', 'host'], ['ETOS_API', 'http://api.example.com']]),
  parameters: {},
};

const items = Array.from({ length: 10_000 }, (_, n) => ({
  name: `item ${n}`,
  status: n % 3 === 0 ? 'free' : 'taken',
  tags: ['a', `t${n % 10}`],
}));
const filter = {
  free: {
    $filter: {
      items: '$items',
      filters: [
        { key: 'status', operator: '$eq', value: 'free' },
        { key: 'tags', operator: '$notin', value: 't1' },
      ],
    },
  },
};
// As the original's own figure was taken: one comparison an item.
filter.free.$filter.filters.pop();

function nested(levels: number, keys: number): Record<string, unknown> {
  let document: Readonly<Record<string, unknown>> = {};
  for (let level = levels; level > 0; level--) {
    const members = Array.from({ length: keys - 1 }, (_, n): [string, unknown] => [
      `key_${level}_${n}`,
      n % 4 === 0 ? '$name' : n % 4 === 1 ? `text ${n}` : n,
    ]);
    document = { ...Object.fromEntries(members), below: document };
  }
  return document;
}

interface Bench {
  readonly what: string;
  readonly document: unknown;
  readonly dataset: unknown;
  /** Milliseconds. For ten thousand items there is no figure of the original; what counts there is the growth. */
  readonly goal?: number;
  readonly rounds: number;
}

const expanded = (amount: number, goal: number | undefined, rounds: number): Bench => ({
  what: `Jenkins provider expanded to ${amount}`,
  document: jenkins,
  dataset: { amount, instructions },
  ...(goal !== undefined && { goal }),
  rounds,
});

const benches: readonly Bench[] = [
  expanded(1, 0.044, 2000),
  expanded(100, 1.63, 200),
  expanded(1000, 16.1, 40),
  expanded(10_000, undefined, 9),
  { what: '$filter over 10,000 items', document: filter, dataset: { items }, goal: 26.3, rounds: 30 },
  { what: 'document of 2,000 keys, 100 deep', document: nested(100, 20), dataset: { name: 'Ada' }, goal: 9.3, rounds: 100 },
];

const perItem = new Map<string, number>();
for (const { what, document, dataset, goal, rounds } of benches) {
  const parsed: JsonValue = fromPlain(document);
  const names: Dataset = new Map(fromPlain(dataset) as JsonObject);
  const run = (): Promise<JsonValue> => evaluate(parsed, { dataset: names, structures, http, clock: systemClock, log });
  const text = JSON.stringify(toPlain(await run()));
  const parse = (): string => JSON.stringify(JSON.parse(text));
  await sideBySide({ run, parse }, { rounds: Math.ceil(rounds / 2) });
  const times = await sideBySide({ run, parse }, { rounds });
  report(what, times.run, 'ms', goal === undefined ? undefined : { atMost: goal });
  report(`${what}, beside JSON.parse and stringify`, times.run / times.parse, 'times');
  perItem.set(what, times.run);
}
const growth = (perItem.get('Jenkins provider expanded to 10000') ?? NaN) / (perItem.get('Jenkins provider expanded to 1000') ?? NaN);
report('ten times the items cost', growth, 'times', { atMost: 15 });
