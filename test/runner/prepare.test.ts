import { describe, expect, test } from '@jest/globals';
import { prepare } from '../../runner/prepare.js';
import { withHint } from '../../runner/problems.js';
import { InvalidInput } from '../../src/host/errors.js';
import { temporaryDirectory } from '../support/directory.js';

function refusalOf(parameter: string, policy: string | undefined, variables: Record<string, string> = {}): string {
  try {
    prepare(
      { parameter: { file: parameter }, policy },
      { variables: { DOCKER_HOST: 'unix:///x.sock', ...variables }, say: () => undefined },
    );
  } catch (error) {
    if (error instanceof InvalidInput) return withHint(error);
    throw error;
  }
  return 'nothing';
}

describe('what is refused before anything happens', () => {
  test('a parameter and a policy that cannot be read are told at once', async () => {
    await using directory = await temporaryDirectory();
    const parameter = await directory.write('p.json', { image: 'x' });
    const [noParameter, noPolicy] = [directory.at('no-p.json'), directory.at('no-policy.json')];
    expect(refusalOf(noParameter, noPolicy)).toMatch(
      /^the parameter cannot be read from .*no-p\.json.*\. And the policy .*no-policy\.json cannot be read/,
    );
    expect(refusalOf(noParameter, undefined)).toMatch(/^the parameter cannot be read from [^;]*standard input$/);
    expect(refusalOf(parameter, noPolicy)).toMatch(/^the policy .* cannot be read/);
    expect(refusalOf(parameter, undefined, { ETOS_RUNNER_POLICY: noPolicy })).toMatch(/^the policy .* cannot be read/);
    expect(refusalOf(parameter, undefined, { ETOS_RUNNER_POLICY: '' })).toMatch(/^ETOS_RUNNER_POLICY is empty\. Let it name/); // somebody meant to name one
  });

  test('no sentence ends twice', async () => {
    await using directory = await temporaryDirectory();
    const parameter = await directory.write('p.json', { image: 'x', parameters: { '--nmae': 'y', '--nothing-like-it': '', '--Name': '' } });
    expect(refusalOf(parameter, undefined)).toMatch(
      /knows\. Did you mean --name\? --nothing-like-it is not an option of docker run that this runner knows; "--Name" is .* Did you mean --name\? See docs\//,
    );
  });
});
