import { describe, expect, test } from '@jest/globals';
import { httpService, type HttpService, type ServiceAnswer, type ServiceRequest } from '../support/http-service.js';
import { context, environments, plain, runId, type Environments, untold } from '../providers/environments.js';

const items = {
  iuts: [{ id: 'board-1', ip_address: '192.0.2.17' }],
  execution_spaces: [
    {
      id: 'space-1',
      instructions: { identifier: 'i', environment: { ENVIRONMENT_ID: 'e' } },
      request: { url: 'http://x', method: 'POST' },
    },
  ],
  log_areas: [{ id: 'area-1', livelogs: 'http://live', upload: { url: 'http://log/{name}', method: 'PUT' } }],
};
const body = (request: ServiceRequest): Record<string, unknown> => JSON.parse(request.body) as Record<string, unknown>;

describe('external providers', () => {
  test('all three kinds are asked, waited for and stopped, one item at a time', async () => {
    await using service = await aService();
    await using own = await ask(service, ['iut', 'execution-space', 'log-area']);
    const environment = await own.one();
    expect(plain(environment.iut.item)).toEqual({
      provider_id: 'outside',
      identity: 'pkg:docker/acme/webshop@4.2.0',
      id: 'board-1',
      ip_address: '192.0.2.17',
    });
    expect([environment.executor.item.get('id'), environment.logArea.item.get('id'), environment.id]).toEqual(['space-1', 'area-1', 'e']);
    const [iut, space, area] = service.requests.filter(({ url }) => url.endsWith('/start'));
    expect(iut?.headers).toMatchObject({
      'x-etos-id': runId,
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/) as unknown,
    });
    expect(body(iut as ServiceRequest)).toEqual({
      minimum_amount: 1,
      maximum_amount: 1,
      identity: 'pkg:docker/acme/webshop@4.2.0',
      artifact_id: 'artifact',
      artifact_created: null,
      artifact_published: null,
      tercc: null,
      dataset: { my_env: 'value from dataset' },
      context,
    });
    expect(body(space as ServiceRequest)).toMatchObject({
      test_runner: 'example/runner:1',
      iut: { id: 'board-1' },
      environment: { RABBITMQ_HOST: 'broker', RABBITMQ_PORT: '5672', RABBITMQ_SSL: 'true', ETOS_RABBITMQ_HOST: 'inner' },
    });
    expect(body(area as ServiceRequest)).toMatchObject({ iut: { id: 'board-1' }, executor: { id: 'space-1' } });
    expect(own.open()).toEqual(['iut', 'execution-space', 'log-area']);
    await own.giveBack(environment);
    expect(service.requests.slice(-3).map(({ url, body: text }) => [url, (JSON.parse(text) as [{ id: string }])[0].id])).toEqual([
      ['/iuts/stop', 'board-1'],
      ['/log_areas/stop', 'area-1'],
      ['/execution_spaces/stop', 'space-1'],
    ]);
    expect(own.open()).toEqual([]);
  });

  test('is asked again while it is pending, and while it does not answer', async () => {
    const states: ServiceAnswer[] = [
      { status: 200, body: { status: 'PENDING' } },
      { status: 503, body: 'moment' },
    ];
    await using service = await aService(({ url }) => (url.includes('/status') ? states.shift() : undefined));
    await using own = await ask(service, ['iut']);
    expect((await own.iuts(1, { signal: new AbortController().signal, checkouts: untold })).map(({ item }) => item.get('id'))).toEqual([
      'board-1',
    ]);
  });

  test.each([
    {
      why: 'refuses',
      path: '/start',
      answers: { status: 400, body: { error: 'no such board' } },
      says: 'external IUT provider "outside" refused: 400 Bad Request: no such board',
      open: [],
    },
    {
      why: 'fails',
      path: '/status',
      answers: { status: 200, body: { status: 'FAILED', description: 'on fire' } },
      says: 'external IUT provider "outside" failed: on fire',
      open: [],
    },
    {
      why: 'gives nothing',
      path: '/status',
      answers: { status: 200, body: { status: 'DONE', iuts: [] } },
      says: 'gave 0 of 1 wanted',
      open: [],
    },
    {
      why: 'says nothing of an id',
      path: '/start',
      answers: { status: 200, body: '<html>' },
      says: 'answered 200 without an "id": <html>',
      open: ['iut'],
    },
    {
      why: 'speaks in riddles',
      path: '/status',
      answers: { status: 200, body: { status: 'READY' } },
      says: /within 0\.3s: .*expected PENDING, FAILED, or DONE/,
      open: ['iut'],
    },
  ])(
    'one that $why is told',
    async ({ path, answers, says, open }) => {
      await using service = await aService(({ url }) => (url.includes(path) ? answers : undefined));
      await using own = await ask(service, ['iut'], 300);
      await expect(own.one()).rejects.toThrow(says);
      expect(own.open()).toEqual(open);
    },
    20_000,
  );

  test('what comes too late goes back', async () => {
    let asked = 0;
    await using service = await aService(({ url }) =>
      url.includes('/status') && ++asked < 4 ? { status: 200, body: { status: 'PENDING' } } : undefined,
    );
    await using own = await ask(service, ['iut'], 0);
    await expect(own.one()).rejects.toThrow('No IUT became available from provider "outside" within 0s: it is still pending');
    expect(service.requests.at(-1)).toMatchObject({ url: '/iuts/stop' });
    expect(own.open()).toEqual([]);
  });

  test('what refuses to take an item back is told by its name, and asked again by a later process', async () => {
    let broken = true;
    await using service = await aService(({ url }) =>
      broken && url.endsWith('/stop') ? { status: 200, body: { error: 'still in use' } } : undefined,
    );
    await using own = await ask(service, ['iut', 'execution-space', 'log-area']);
    const environment = await own.one();
    await expect(own.giveBack(environment)).rejects.toThrow('Unable to checkin IUT "board-1" to provider "outside": still in use');
    expect(own.open()).toHaveLength(3);
    broken = false;
    await own.recover();
    expect(own.open()).toEqual([]);
  });

  test('a request whose end nobody saw is settled by a later process', async () => {
    let down = false;
    await using service = await aService(({ url }) => (down && url.includes('/status') ? { status: 503 } : undefined));
    await using own = await ask(service, ['iut'], 100);
    down = true;
    await expect(own.one()).rejects.toThrow('503');
    expect(own.open()).toEqual(['iut']);
    down = false;
    await own.recover();
    expect(service.requests.at(-1)).toMatchObject({ url: '/iuts/stop' });
    expect(own.open()).toEqual([]);
  }, 20_000);
});

async function aService(answer: (request: ServiceRequest) => ServiceAnswer | undefined = () => undefined): Promise<HttpService> {
  return httpService((request) => {
    const special = answer(request);
    if (special) return special;
    const [, name = '', action = ''] = /^\/(\w+)\/(\w+)/.exec(request.url) ?? [];
    if (action === 'start') return { status: 200, body: { id: '9d0b8a2e' } };
    if (action === 'stop') return { status: 204 };
    return { status: 200, body: { status: 'DONE', description: '', [name]: items[name as keyof typeof items] } };
  });
}

async function ask({ url }: HttpService, kinds: readonly ('iut' | 'execution-space' | 'log-area')[], limit = 2_000): Promise<Environments> {
  const names = {
    iut: ['iut', 'iuts'],
    'execution-space': ['execution_space', 'execution_spaces'],
    'log-area': ['log', 'log_areas'],
  } as const;
  const provider = (kind: (typeof kinds)[number]): string => {
    const [topKey, path] = names[kind];
    const host = (action: string) => ({ host: `${url}/${path}/${action}` });
    return JSON.stringify({
      [topKey]: { id: 'outside', type: 'external', start: host('start'), status: host('status'), stop: host('stop') },
    });
  };
  return environments({
    providers: Object.fromEntries(kinds.map((kind) => [kind, provider(kind)])),
    dataset: { my_env: 'value from dataset' },
    variables: { RABBITMQ_HOST: 'broker', ETOS_RABBITMQ_HOST: 'inner' },
    limit,
  });
}
