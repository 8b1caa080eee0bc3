import { randomBytes } from 'node:crypto';
import type { JobOutput } from './job-output.js';

// Names whose values are secrets by their name. Masking every value would take words such as "true" out of all logs.
const secretName =
  /PASS(?:WORD|WD|PHRASE)?|SECRET|TOKEN|(?:^|_)(?:API|ACCESS|PRIVATE|ENCRYPTION|SIGNING)?_?KEY|CREDENTIAL|(?:^|_)AUTH(?:$|_)/i;
const shortestMask = 4;

/**
 * Takes the GitHub runner's commands away from the container: its output is not ours, and a line that begins with `::` would be obeyed
 * (delegation.md 3). Secrets are announced first, line by line.
 * @returns gives them back when it is disposed of
 */
export function guardGitHubLog(environment: readonly (readonly [string, string])[], output: JobOutput): Disposable {
  for (const [name, value] of environment) {
    if (!secretName.test(name)) continue;
    for (const line of value.split(/\r?\n/)) if (line.trim().length >= shortestMask) output.writeLine(`::add-mask::${escaped(line)}\n`);
  }
  const token = randomBytes(24).toString('hex');
  output.writeLine(`::stop-commands::${token}\n`);
  return { [Symbol.dispose]: () => output.writeLine(`${output.atLineStart() ? '' : '\n'}::${token}::\n`) };
}

function escaped(line: string): string {
  return line.replace(/%/g, '%25').replace(/\r/g, '%0D');
}
