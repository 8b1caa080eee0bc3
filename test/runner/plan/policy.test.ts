import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from '@jest/globals';
import { capabilityNames } from '../../../runner/plan/capability.js';
import { defaultPolicy, parsePolicy } from '../../../runner/plan/policy.js';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'schemas/policy.schema.json'), 'utf8')) as {
  readonly properties: Readonly<Record<string, unknown>>;
};
const isValid = new Ajv({ strict: false }).compile(schema);

const full = {
  images: ['ghcr.io/acme'],
  digestOnly: true,
  privileged: false,
  binds: [{ source: '/srv/data' }, { source: '/srv/work', writable: true }],
  volumes: ['cache'],
  anonymousVolumes: true,
  devices: ['/dev/ttyUSB0'],
  addCapabilities: ['cap_net_admin', 'SYS_PTRACE'],
  networks: ['lab', 'host', 'container:dut'],
  publish: { ports: ['80', '8000-8100'], addresses: ['0.0.0.0'] },
  gpus: 2,
  entrypoint: true,
  groups: ['dialout'],
  sysctls: ['net.core.somaxconn'],
  securityOptions: ['seccomp=unconfined'],
  runtimes: ['runsc'],
  environment: ['A'],
  noNewPrivileges: true,
  dropCapabilities: ['ALL'],
  network: 'lab',
  init: false,
  limits: { memory: '2g', cpus: 1.5, pids: 100, timeSeconds: 3600, graceSeconds: 60 },
};

describe('parsePolicy', () => {
  test('an empty file is the default', () => {
    expect(parsePolicy('{}', 'p.json')).toEqual(defaultPolicy);
  });

  test('every member is read', () => {
    expect(parsePolicy(JSON.stringify({ $schema: 'x', ...full }), 'p.json')).toEqual({
      ...full,
      binds: [
        { source: '/srv/data', writable: false },
        { source: '/srv/work', writable: true },
      ],
      addCapabilities: ['NET_ADMIN', 'SYS_PTRACE'],
      publish: { ports: [[80, 80], [8000, 8100]], addresses: ['0.0.0.0'] }, // prettier-ignore
      limits: { memory: 2 * 1024 ** 3, cpus: 1.5, pids: 100, time: 3_600_000, grace: 60_000 },
    });
  });

  test('ports are published on this machine alone when nothing else is said', () => {
    expect(parsePolicy('{"publish": {"ports": []}}', 'p.json').publish).toEqual({ ports: [], addresses: ['127.0.0.1'] });
  });

  test.each([
    { text: '', says: /p\.json:1:1: not JSON: it is empty/ },
    { text: '[]', says: /p\.json is not a JSON object/ },
    { text: '{"privilegd": true}', says: /"privilegd" is not known\. Did you mean privileged\?/ },
    { text: '{"privileged": "yes"}', says: /privileged must be true or false/ },
    { text: '{"binds": ["/srv"]}', says: /binds\[0\]\.source must be/ },
    { text: '{"binds": [{"source": "/srv/"}]}', says: /binds\[0\]\.source must be/ },
    { text: '{"binds": [{"source": "/srv/../etc"}]}', says: /binds\[0\]\.source must be/ },
    { text: '{"binds": [{"source": "/srv", "readonly": true}]}', says: /binds\[0\]\.readonly is not known/ },
    { text: '{"images": "ghcr.io"}', says: /images must be a list/ },
    { text: '{"devices": ["ttyUSB0"]}', says: /devices\[0\] must be a device/ },
    { text: '{"limits": {"memory": "much"}}', says: /limits\.memory must be bytes/ },
    { text: '{"limits": {"cpus": 0}}', says: /limits\.cpus must be a number from 0\.01/ },
    { text: '{"limits": {"cpus": 1e-12}}', says: /limits\.cpus must be a number from 0\.01/ },
    { text: '{"limits": {"memory": 0}}', says: /limits\.memory must be.* from 6m on/ },
    { text: '{"limits": {"memory": "0"}}', says: /limits\.memory must be.* from 6m on/ },
    { text: '{"limits": {"memory": "0.0g"}}', says: /limits\.memory must be.* from 6m on/ },
    { text: '{"limits": {"memory": 1000}}', says: /limits\.memory must be.* from 6m on/ },
    { text: '{"limits": {"pids": 0.5}}', says: /limits\.pids must be a whole number/ },
    { text: '{"limits": {"pids": 0}}', says: /limits\.pids must be a number from 1/ },
    { text: '{"limits": {"timeSeconds": 0}}', says: /limits\.timeSeconds must be/ },
    { text: '{"limits": {"timeSeconds": 2100000}}', says: /limits\.timeSeconds must be a number from 0\.001 to 2073600/ }, // no timer waits so long
    {
      text: '{"addCapabilities": ["NET_ADMN"]}',
      says: /addCapabilities\[0\] must be a capability such as NET_ADMIN\. Did you mean NET_ADMIN\?/,
    },
    { text: '{"dropCapabilities": [1]}', says: /dropCapabilities\[0\] must be a capability/ },
    { text: '{"publish": {}}', says: /publish\.ports is missing/ },
    { text: '{"publish": {"ports": ["99999"]}}', says: /publish\.ports\[0\] must be a port or a range .* 65535/ },
    { text: '{"publish": {"ports": ["0"]}}', says: /publish\.ports\[0\] must be a port/ },
    { text: '{"publish": {"ports": [], "addresses": []}}', says: /publish\.addresses is empty/ },
    { text: '{"publish": {"ports": [], "addresses": ["localhost"]}}', says: /publish\.addresses\[0\] must be an IP address/ },
    { text: '{"images": ["ghcr.io/acme/tool:1"]}', says: /images\[0\] must be the beginning .* Did you mean ghcr\.io\/acme\/tool\?/ },
    { text: '{"images": ["GHCR.io/Acme"]}', says: /images\[0\] must be .* small letters.* Did you mean ghcr\.io\/acme\?/ },
    { text: '{"images": [""]}', says: /images\[0\] must be/ },
    { text: '{"images": ["ghcr.io/acme/*"]}', says: /images\[0\] must be the beginning/ }, // what other tools want
    { text: '{"images": ["https://ghcr.io/acme"]}', says: /images\[0\] must be the beginning/ },
    { text: '{"images": ["ghcr.io/_acme"]}', says: /images\[0\] must be the beginning/ },
    { text: '{"dropCapabilities": ["All"]}', says: /dropCapabilities\[0\] must be .* Did you mean ALL\?/ },
    { text: '{"publish": {"ports": ["080"]}}', says: /publish\.ports\[0\] must be a port/ },
    { text: '{"publish": {"ports": [], "addresses": ["999.1.1.1"]}}', says: /publish\.addresses\[0\] must be an IP address/ },
    { text: '{"limits": {"memory": [8388608]}}', says: /limits\.memory must be bytes/ },
    { text: '{"limits": {"memory": 8388608.5}}', says: /limits\.memory must be bytes/ },
    { text: '{"limits": {"memory": 1e300}}', says: /limits\.memory must be bytes/ },
    { text: '{"limits": {"seconds": 3}}', says: /limits\.seconds is not known/ },
    { text: '{"gpus": "some"}', says: /gpus must be "all" or how many/ },
    { text: '{"publish": {"ports": [80]}}', says: /publish\.ports\[0\] must be a port/ },
    { text: '{"privileged": 1, "init": 2}', says: /privileged must be.*init must be/ },
  ])('$text is refused: half a policy is none', ({ text, says }) => {
    expect(() => parsePolicy(text, 'p.json')).toThrow(says);
    if (text !== '') expect(isValid(JSON.parse(text))).toBe(false);
  });

  test('a member that is given twice is refused: the first would be gone without a word', () => {
    const text = '{"limits": {"memory": "2g", "memory": "4g"}, "images": ["ghcr.io/acme"], "limits": {}}';
    expect(() => parsePolicy(text, 'p.json')).toThrow(/limits is given twice/);
    expect(() => parsePolicy('{"limits": {"memory": "2g", "memory": "4g"}}', 'p.json')).toThrow(/limits\.memory is given twice/);
  });
});

describe('what a schema cannot say', () => {
  test.each([
    { text: '{"publish": {"ports": ["8100-8000"]}}', says: /publish\.ports\[0\] must be a port or a range/ },
    { text: '{"limits": {"memory": "5m"}}', says: /limits\.memory must be/ },
    { text: '{"images": ["python:3"]}', says: /images\[0\] must be .* Did you mean python\?/ },
    { text: '{"a": 1, "privilegd": true}', says: /p\.json: "a" is not known; "privilegd" is not known\. Did you mean privileged\?$/ },
  ])('$text', ({ text, says }) => {
    expect(() => parsePolicy(text, 'p.json')).toThrow(says);
  });
});

describe('the published schema', () => {
  test('knows the members that the program knows', () => {
    const known = ['$schema', ...Object.keys(full)].sort();
    expect(Object.keys(schema.properties).sort()).toEqual(known);
  });

  test.each([
    full,
    { gpus: 'all', limits: { memory: 8_388_608 } },
    {
      images: [
        'registry.example.com',
        'localhost:5000',
        'acme:5000',
        'registry.example.com:443/etos/',
        'busybox',
        'docker.io/library',
        'a__b/c---d.e/',
      ],
    },
    { publish: { ports: ['1-65535'], addresses: ['::1', '10.0.0.1'] } },
    { addCapabilities: capabilityNames, dropCapabilities: capabilityNames.map((name) => `cap_${name.toLowerCase()}`) },
    { limits: { memory: '6m', cpus: 0.01, pids: 1, timeSeconds: 0.5, graceSeconds: 86_400 } },
  ])('takes what the program takes: %j', (policy) => {
    expect(isValid(policy)).toBe(true);
    expect(() => parsePolicy(JSON.stringify(policy), 'p.json')).not.toThrow();
  });
});
