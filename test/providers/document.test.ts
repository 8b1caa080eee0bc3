// docs/providers.md: its examples are carried out, its tables compared.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseProvider, providerNames } from '../../src/environment/provider-file.js';
import { structureForms } from '../../src/environment/structure-forms.js';
import { httpService } from '../support/http-service.js';
import { managementSystem } from '../support/management-system.js';
import { context, environments, plain } from './environments.js';

const document = await readFile(join(import.meta.dirname, '../../docs/providers.md'), 'utf8');
const example = (name: string): string => {
  const [, text] = new RegExp(`<!-- example: ${name} -->\\n\\n\`\`\`json\\n([^]*?)\`\`\``).exec(document) ?? [];
  if (text === undefined) throw new Error(`docs/providers.md has no example "${name}"`);
  return text;
};

describe('the examples of docs/providers.md', () => {
  test.each(['iut', 'log-area', 'execution-space', 'external'])('%s is valid', async (name) => {
    await expect(parseProvider(example(name), `${name}.json`)).resolves.toMatchObject({ id: expect.any(String) as unknown });
  });

  test('work together as they stand', async () => {
    await using lab = await managementSystem({ names: ['board-1'] });
    await using jenkins = await httpService(() => ({ status: 201 }));
    await using own = await environments({
      providers: { iut: example('iut'), 'log-area': example('log-area'), 'execution-space': example('execution-space') },
      dataset: {
        lab: { url: lab.url },
        files: { url: 'https://files' },
        hosts: { job: `${jenkins.url}/job/X`, proxy: 'http://proxy:3128' },
      },
      variables: { LAB_TOKEN: 'a', FILES_USERNAME: 'b', FILES_PASSWORD: 'c', JENKINS_USERNAME: 'd', JENKINS_TOKEN: 'e' },
    });
    const environment = await own.one();
    expect(plain(environment.iut.item)).toMatchObject({ board: { address: 'board-1', lease: 'lease-board-1' }, known: true });
    expect(plain(environment.logArea.item)).toMatchObject({
      livelogs: `https://files/${context}`,
      upload: { url: `https://files/${context}/{sub_suite_id}/{name}`, auth: { username: 'b', password: 'c' } },
      logs: {},
    });
    expect(plain(environment.executor.item).instructions).toMatchObject({
      environment: { HTTP_PROXY: 'http://proxy:3128' },
      parameters: { '--memory': '2g' },
    });
    await own.start(environment);
    expect(jenkins.requests.map(({ url }) => url)).toEqual(['/job/X/build']);
    await own.giveBack(environment);
    expect(lab.lent()).toEqual([]);
  });
});

test('docs/providers.md names every provider that is built in, and every structure', async () => {
  const names = await Promise.all((['iut', 'log-area', 'execution-space'] as const).map((kind) => providerNames(kind, '/nowhere')));
  expect(names.flat().filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  const structures = Object.keys(structureForms).filter((name) => name !== 'list');
  expect(structures.filter((name) => !document.includes(`\`$${name}\``))).toEqual([]);
});
