import { printJson } from '../json/print.js';
import type { ReadySubSuite } from '../suite/carry-out.js';

/** The sub suite documents of a run, as test runners ask for them. */
export interface SubSuiteDocuments {
  /** Makes a document available. @returns its address below the server's root */
  add(subSuite: ReadySubSuite, serverRoot: string): string;
  /** The document by the identifier of its instructions, or by the id of its environment. */
  find(id: string): string | undefined;
}

export function subSuiteDocuments(): SubSuiteDocuments {
  const texts = new Map<string, string>();
  return {
    add({ environment, document }, serverRoot) {
      const text = printJson(document);
      texts.set(environment.identifier, text).set(environment.id, text);
      return `${serverRoot}/environment/${environment.id}`;
    },
    find: (id) => texts.get(id),
  };
}
