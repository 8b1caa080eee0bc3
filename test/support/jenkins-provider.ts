import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The ready-made provider `jenkins`, for images that have no test runner of their own. */
export async function embeddedJenkinsProvider(): Promise<string> {
  const file = resolve(import.meta.dirname, '../../providers/execution-space/jenkins.json');
  const text = await readFile(file, 'utf8');
  return text.replace('"$execution_space_instructions"', '{ "$execution_space_instructions": { "testRunner": "embedded" } }');
}
