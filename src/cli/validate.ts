import { loadText } from '../collection/load.js';
import { mistakenFor } from '../collection/mistaken.js';
import { printProblems, repetitions } from '../collection/problem.js';
import { validate } from '../collection/validate.js';
import { datasetNames, readDatasets } from '../environment/dataset.js';
import { parseProvider } from '../environment/provider-file.js';
import { EtosError } from '../host/errors.js';
import { createLog } from '../host/log.js';
import { createHttpClient } from '../http/create-client.js';
import { parsePlain } from '../json/parse.js';
import { datasetReference } from '../run/references.js';
import type { Face } from './face.js';
import { printError } from './print-error.js';
import { amount } from './step-lines.js';

export interface ValidateFlags {
  /** JSON texts or `@file`: what the providers will get. */
  readonly dataset: readonly string[];
}

/** `etos validate`: says of each file what it is, or everything that is wrong with it. Exit code 2 when one of them is not valid. */
export async function validateCommand(files: readonly string[], { dataset }: ValidateFlags, face: Face): Promise<number> {
  const { environment, clock, signal, directory, out, err } = face;
  const log = createLog({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
  await using http = createHttpClient({ log, environment, clock });
  const names = datasetNames(
    await readDatasets(
      dataset.map((text) => datasetReference(text, directory)),
      directory,
    ),
  );
  let exitCode = 0;
  for (const file of files) {
    try {
      const { text, name } = await loadText(file, { http, signal, workspace: directory });
      const { valid, warnings } = await describe(text, name, names);
      for (const warning of warnings) err.write(`warning: ${warning}\n`);
      out.write(`${name}: ${valid}\n`);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof EtosError)) throw error;
      exitCode = Math.max(exitCode, printError(error, { err }));
    }
  }
  return exitCode;
}

async function describe(
  text: string,
  name: string,
  names: ReadonlySet<string>,
): Promise<{ readonly valid: string; readonly warnings: readonly string[] }> {
  const document = parsePlain(text, name);
  // A collection is a list; what is surely meant for one, a suite without its brackets or an event, is better told so than as a provider.
  if (typeof document === 'object' && document !== null && !Array.isArray(document) && mistakenFor(document) === undefined) {
    const provider = await parseProvider(text, name, { names });
    return {
      valid: `a valid ${provider.kind} provider, "${provider.id}"`,
      warnings: printProblems(repetitions(text, document), text, name),
    };
  }
  const { collection, warnings } = await validate(text, name);
  const recipes = collection.suites.reduce((sum, suite) => sum + suite.recipes.length, 0);
  return { valid: `a valid test collection of ${amount(collection.suites.length, 'suite')} and ${amount(recipes, 'recipe')}`, warnings };
}
