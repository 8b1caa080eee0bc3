import { describe, expect, test } from '@jest/globals';
import { chmod } from 'node:fs/promises';
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

test('a policy that others can change holds, with a warning', async () => {
  await using directory = await temporaryDirectory();
  const parameter = await directory.write('p.json', { image: 'x' });
  const policy = await directory.write('policy.json', { images: ['y'] });
  await chmod(policy, 0o666);
  const said: string[] = [];
  const prepared = () =>
    prepare(
      { parameter: { file: parameter }, policy },
      { variables: { DOCKER_HOST: 'unix:///x.sock' }, say: (line) => void said.push(line) },
    );
  expect(prepared).toThrow(/image/);
  expect(said).toEqual([
    expect.stringMatching(/^warning: others can change the policy .*: everybody may write .*policy\.json.*\. Let root .* chmod o-w/),
  ]);
});

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

  test('so are members of the parameter and a policy that is wrong', async () => {
    await using directory = await temporaryDirectory();
    const parameter = await directory.write('p.json', { image: 5, identifier: 6 });
    const policy = await directory.write('policy.json', { device: [] });
    expect(refusalOf(parameter, policy)).toMatch(/^image must be .*; identifier must be .*\. And the policy .*: "device" is not known\./);
  });

  test('a refusal says which policy is in force', async () => {
    await using directory = await temporaryDirectory();
    const parameter = await directory.write('p.json', { image: 'x', parameters: { '--privileged': '' } });
    const policy = await directory.write('policy.json', {});
    expect(refusalOf(parameter, undefined)).toMatch(/; none is named here, by --policy or ETOS_RUNNER_POLICY$/);
    expect(refusalOf(parameter, policy)).toMatch(/; here it is .*policy\.json$/);
    expect(refusalOf(parameter, undefined, { ETOS_RUNNER_POLICY: policy })).toMatch(/; here it is .*policy\.json$/);
  });

  test('a variable whose name is another, but nearly, is found', () => {
    const variables = { DOCKER_HOST: 'unix:///x.sock', Docker: '{}' };
    const ask = (): unknown => prepare({ parameter: { variable: 'docker' }, policy: undefined }, { variables, say: () => undefined });
    expect(ask).toThrow(/^there is no parameter: the variable docker is not set\. Did you mean Docker\?$/);
  });

  test('no sentence ends twice', async () => {
    await using directory = await temporaryDirectory();
    const parameter = await directory.write('p.json', { image: 'x', parameters: { '--nmae': 'y', '--nothing-like-it': '', '--Name': '' } });
    expect(refusalOf(parameter, undefined)).toMatch(
      /knows\. Did you mean --name\? --nothing-like-it is not an option of docker run that this runner knows; "--Name" is .* Did you mean --name\? See docs\//,
    );
  });
});
