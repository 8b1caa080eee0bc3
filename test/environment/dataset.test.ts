import { describe, expect, test } from '@jest/globals';
import { checkDatasets, datasetOf, maximumAmount, readDatasets } from '../../src/environment/dataset.js';
import { waitLimits } from '../../src/environment/kinds.js';
import { temporaryDirectory } from '../support/directory.js';

describe('the dataset', () => {
  test('later ones win, and a list has one for each suite', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('more.json', [{ b: 2 }, { b: 3, c: 4 }]);
    const datasets = await readDatasets(['{"a": 1, "b": 1}', '@more.json', '{"c": 5}'], directory.path);
    expect([0, 1].map((n) => Object.fromEntries(datasetOf(datasets, n)))).toEqual([
      { a: 1, b: 2, c: 5 },
      { a: 1, b: 3, c: 5 },
    ]);
    expect(() => checkDatasets(datasets, 3)).toThrow('the dataset is a list of 2, and the collection has 3 suites');
  });

  test.each(['1', '"text"', '[1]', '[{}, null]', '{', '@missing.json'])('%s is refused', async (text) => {
    await expect(readDatasets([text], '/nowhere')).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test.each([
    { given: 4, gives: 4 },
    { given: '4', gives: 4 },
    { given: null, gives: undefined },
  ])('maximum_amount $given is $gives', ({ given, gives }) => {
    expect(maximumAmount(new Map([['maximum_amount', given]]), {})).toBe(gives);
  });

  test.each([0, -1, 1.5, 'two', true])('maximum_amount %p is refused', (given) => {
    expect(() => maximumAmount(new Map([['maximum_amount', given]]), {})).toThrow('expected a whole number from 1');
  });

  test('the variable holds where the dataset says nothing, as a number', () => {
    expect(maximumAmount(new Map(), { ETOS_MAX_PARALLEL_IUTS: '3' })).toBe(3);
    expect(maximumAmount(new Map([['maximum_amount', 2]]), { ETOS_MAX_PARALLEL_IUTS: '3' })).toBe(2);
  });
});

describe('limits of waiting', () => {
  test('come from an option, else the variable, else are 10 s', () => {
    const environment = { ETOS_WAIT_FOR_IUT_TIMEOUT: '1.5', ETOS_WAIT_FOR_LOG_AREA_TIMEOUT: '20' };
    expect(waitLimits(environment, { iut: 0 })).toEqual({ iut: 0, 'log-area': 20_000, 'execution-space': 10_000 });
  });

  test('a variable that is no number is refused', () => {
    expect(() => waitLimits({ ETOS_WAIT_FOR_IUT_TIMEOUT: 'long' })).toThrow('ETOS_WAIT_FOR_IUT_TIMEOUT is "long"; expected seconds');
  });
});
