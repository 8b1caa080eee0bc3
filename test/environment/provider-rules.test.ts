import { describe, expect, test } from '@jest/globals';
import { parseProvider } from '../../src/environment/provider-file.js';

const request = { url: 'http://x/', method: 'GET' };
const list = { possible: [], available: '$this.possible' };
const iut = (more: object): object => ({ iut: { id: 'x', list, ...more } });

describe('a provider file is refused, with places', () => {
  test.each([
    { provider: { iut: { id: 'x', list }, log: { id: 'y', list } }, says: /^p\.json:1:1: \$ has 2 top keys \(iut, log\); expected one/ },
    {
      provider: { itu: { id: 'x', list } },
      says: /p\.json:2:3: itu is not a kind of provider; expected iut, log, execution_space\. Did you mean iut\?/,
    },
    {
      provider: { tercc: 'x', artifact_id: 'y' },
      says: /^p\.json:1:1: \$ has no key that says what kind of provider it is; expected one of iut, /,
    },
    { provider: {}, says: /^p\.json:1:1: \$ has no key that says what kind/ },
    { provider: { iut: { id: 'x' } }, says: /p\.json:2:10: iut has no "list"/ },
    { provider: { iut: { id: 'x', list: { possible: [] } } }, says: /iut\.list has no "available"/ },
    { provider: { iut: { id: 'x', list, chekout: {} } }, says: /iut\.chekout is not known.*Did you mean checkout\?/ },
    {
      provider: iut({ checkout: { $conditon: {} } }),
      says: /p\.json:9:7: iut\.checkout\.\$conditon is no structure.*Did you mean \$condition\?/,
    },
    { provider: iut({ checkin: { $frobnicate: {} } }), says: /\$frobnicate is no structure/ },
    {
      provider: iut({ checkin: { $operator: { key: 1, operator: 'eq', value: 1 } } }),
      says: /operator is "eq"; expected \$eq, .*Did you mean \$eq\?/,
    },
    {
      provider: iut({ checkin: { $condition: { if: [{ key: 1, operator: '$equal', value: 1 }], then: 1 } } }),
      says: /if\[0\]\.operator is "\$equal"/,
    },
    { provider: iut({ checkin: { $request: { url: 'http://x' } } }), says: /\$request has no "method"/ },
    { provider: iut({ checkin: { $request: { ...request, method: 'PSOT' } } }), says: /method is "PSOT".*Did you mean POST\?/ },
    {
      provider: iut({ checkin: { $request: { ...request, parms: {} } } }),
      says: /parms is no parameter of \$request.*Did you mean params\?/,
    },
    { provider: iut({ checkin: { '$request.response.json': { ...request, timeout: '10' } } }), says: /timeout is "10"; expected a number/ },
    { provider: iut({ checkin: { $request: 'http://x' } }), says: /\$request is "http:\/\/x"; expected an object with its parameters/ },
    {
      provider: { iut: { id: 'x', list: { possible: { $expand: { value: {}, to: '3' } }, available: '$this.possible' } } },
      says: /to is "3"; expected a whole number/,
    },
    {
      provider: { iut: { id: 'x', list: { possible: { $filter: { items: [], filters: {} } }, available: [] } } },
      says: /filters is an object; expected a list/,
    },
    {
      provider: { iut: { id: 'x', list: { possible: null, available: [] } } },
      says: /iut\.list\.possible is null; expected object or array or string/,
    },
    {
      provider: { iut: { id: 'x', list: { available: '$this.possible', possible: [] } } },
      says: /available refers to \$this\.possible, which stands after it/,
    },
    { provider: { iut: { id: 'x', list: { possible: ['a'], available: [] } } }, says: /possible\[0\] is "a"; expected an object/ },
    {
      provider: { log: { id: 'x', list: { possible: [{ upload: {} }], available: '$this.possible' } } },
      says: /log\.list\.possible\[0\] has no "livelogs"/,
    },
    {
      provider: { log: { id: 'x', list: { possible: { $expand: { value: { livelogs: 'x' }, to: 1 } }, available: '$this.possible' } } },
      says: /\$expand\.value has no "upload"/,
    },
    {
      provider: { execution_space: { id: 'x', list: { possible: [], available: [{ instructions: {} }] } } },
      says: /available\[0\] has no "request"/,
    },
    {
      provider: { iut: { id: 'x', type: 'external', start: { host: 'http://x' }, status: { host: 'x' }, stop: { host: 'ftp://x' } } },
      says: /status\.host is "x"; expected an http[^]*stop\.host is "ftp:/,
    },
    { provider: { iut: { id: 'x', type: 'extern', start: { host: 'http://x' } } }, says: /iut has no "stat/ },
  ])('$says', async ({ provider, says }) => {
    const text = JSON.stringify(provider, undefined, 2);
    const error = await parseProvider(text, 'p.json').catch((caught: unknown) => caught as Error & { readonly exitCode: number });
    expect(error).toMatchObject({ name: 'InvalidInput', exitCode: 2, message: expect.stringMatching(says) as unknown });
  });

  test('all problems are told at once', async () => {
    const text = JSON.stringify(iut({ checkin: { $requst: {}, $operator: { key: 1, operator: '$eqq' } } }));
    const error = await parseProvider(text, 'p.json').catch((caught: unknown) => caught as Error);
    expect((error as Error).message.split('\n')).toHaveLength(2);
  });
});

describe('a provider file is accepted', () => {
  test.each([
    { why: 'static JSON', provider: { iut: { id: 'x', list: { possible: [{ name: 'a' }], available: [{ name: 'a' }] } } } },
    { why: 'queries where values go', provider: iut({ checkin: { $request: { url: '$url', method: '$method', timeout: '$limit' } } }) },
    { why: 'names of the dataset as keys', provider: iut({ checkin: { $iut: {}, '$identity.name': 1 } }) },
    { why: 'a token for the test runner', provider: iut({ checkin: { password: { $decrypt: { value: 'x' } } } }) },
    {
      why: 'what a checkout adds',
      provider: { log: { id: 'x', checkout: { $request: request }, list: { possible: [{}], available: '$this.possible' } } },
    },
    { why: 'absent parts', provider: iut({ checkout: null, checkin: null, prepare: null }) },
  ])('$why', async ({ provider }) => {
    expect(await parseProvider(JSON.stringify(provider), 'p.json')).toMatchObject({ id: 'x' });
  });

  test("names of the user's dataset as keys, when it is known", async () => {
    const text = JSON.stringify(iut({ checkin: { $rooms: {} } }));
    await expect(parseProvider(text, 'p.json')).rejects.toThrow('$rooms is no structure');
    await expect(parseProvider(text, 'p.json', { names: new Set(['rooms']) })).resolves.toMatchObject({ id: 'x' });
  });
});
