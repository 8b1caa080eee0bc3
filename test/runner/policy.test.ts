import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy, parsePolicy } from '../../runner/policy.js';

const root = join(import.meta.dirname, '../..');
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
    expect(parsePolicy('{"publish": {}}', 'p.json').publish).toEqual({ ports: [], addresses: ['127.0.0.1'] });
  });

  test.each([
    { text: '', says: /p\.json is not JSON/ },
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
    { text: '{"limits": {"cpus": 0}}', says: /limits\.cpus must be a number above 0/ },
    { text: '{"limits": {"seconds": 3}}', says: /limits\.seconds is not known/ },
    { text: '{"gpus": "some"}', says: /gpus must be "all" or how many/ },
    { text: '{"publish": {"ports": [80]}}', says: /publish\.ports\[0\] must be a port/ },
    { text: '{"privileged": 1, "init": 2}', says: /privileged must be.*init must be/ },
  ])('$text is refused: half a policy is none', ({ text, says }) => {
    expect(() => parsePolicy(text, 'p.json')).toThrow(says);
    if (text !== '') expect(isValid(JSON.parse(text))).toBe(false);
  });
});

describe('the published schema', () => {
  test('knows the members that the program knows', () => {
    const known = ['$schema', ...Object.keys(full)].sort();
    expect(Object.keys(schema.properties).sort()).toEqual(known);
  });

  test('takes what the program takes', () => {
    expect(isValid(full)).toBe(true);
    expect(isValid({ gpus: 'all', limits: { memory: 1024 } })).toBe(true);
  });
});
