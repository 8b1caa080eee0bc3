import { NotCarriedOut } from '../host/errors.js';
import { parseLogArea } from '../documents/log-area.js';
import { isObject, type JsonObject } from '../json/value.js';
import type { ProviderKind } from './provider-kind.js';

interface Rule {
  /** Members that an item of the kind must have. */
  readonly members: readonly string[];
  readonly hint: string;
}

/** What a log area and an execution space must hold once they are checked out (jsontas.md 12.8). */
export const itemRules: Readonly<Record<ProviderKind, Rule>> = {
  iut: { members: [], hint: '' },
  'log-area': {
    members: ['livelogs', 'upload'],
    hint: '`livelogs` is the address of the live log for people, `upload` the request that stores a file (docs/providers.md)',
  },
  'execution-space': {
    members: ['request'],
    hint: '`request` is the call that starts a test runner: url, method, headers, json or data (docs/providers.md)',
  },
};

/** @throws {NotCarriedOut} with all that is wrong with an item */
export function checkItem(provider: { readonly kind: ProviderKind; readonly id: string; readonly source: string }, item: JsonObject): void {
  const { members, hint } = itemRules[provider.kind];
  const problems = members.filter((name) => !item.has(name)).map((name) => `has no "${name}"`);
  if (provider.kind === 'log-area' && problems.length === 0) {
    const wrong: string[] = [];
    parseLogArea(item, wrong);
    problems.push(...wrong.map((problem) => `is wrong: ${problem.replace(/^log_area\./, '')}`));
  }
  const request = item.get('request');
  if (provider.kind === 'execution-space' && request !== undefined && !isObject(request))
    problems.push('has a "request" that is no object');
  if (problems.length > 0)
    throw new NotCarriedOut(`${provider.source}: an item of provider "${provider.id}" ${problems.join(' and ')}`, hint);
}
