// Tests with a real Docker engine. What is there was found out once, before the tests (images.js); without an engine these tests are skipped with
// the reason in their name, or fail when ETOS_TEST_REQUIRE_REAL_PARTS is 1, as on our CI.

import { test } from '@jest/globals';
import http from 'node:http';
import { text } from 'node:stream/consumers';

interface Found {
  readonly engine: { readonly host: string; readonly missing?: string };
  readonly busybox: { readonly image?: string; readonly missing?: string };
  readonly python: { readonly image?: string; readonly missing?: string };
}

/** A container as the engine lists it. */
export interface Container {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The engine that tests look at with their own eyes, past the product's client. */
export interface TestEngine {
  /** What DOCKER_HOST says, or `unix:///var/run/docker.sock`. */
  readonly host: string;
  /** An image with busybox alone: `/bin/sh` and the usual small programs, no bash. Nothing has to be pulled. */
  readonly busybox: string;
  /** Runs a command in a container of its own; its exit code. */
  run(image: string, command: readonly string[]): Promise<number>;
  /** Containers, running or not, with a label: `name` or `name=value`. */
  containers(label: string): Promise<readonly Container[]>;
  /** The containers of a delegation, by its id. */
  containersOf(delegation: string): Promise<readonly Container[]>;
  /** The containers of a run, by the run's id. */
  containersOfRun(run: string): Promise<readonly Container[]>;
  /** Forces a container out of existence; one that is not there is fine. */
  remove(container: Pick<Container, 'id'>): Promise<void>;
  /** Any request of the engine's API, for what the methods above do not show. */
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
}

const found = JSON.parse(process.env.ETOS_TEST_DOCKER ?? '{}') as Partial<Found>;
const required = process.env.ETOS_TEST_REQUIRE_REAL_PARTS === '1';
const unknown: Found['busybox'] = { missing: 'test/support/images.js did not run' };

/** A test that needs a Docker engine and the busybox image. */
export function testWithDocker(name: string, body: (parts: { readonly engine: TestEngine }) => Promise<void>, timeout?: number): void {
  const { image, missing = '' } = found.busybox ?? unknown;
  if (image === undefined) withoutPart(name, missing);
  else test(name, () => body({ engine: engineAt(found.engine?.host ?? '', image) }), timeout);
}

/** A test that also needs an image with bash and python3; `python` is its name. */
export function testWithPythonImage(
  name: string,
  body: (parts: { readonly engine: TestEngine; readonly python: string }) => Promise<void>,
  timeout?: number,
): void {
  const { image, missing = '' } = found.python ?? unknown;
  if (image === undefined) withoutPart(name, missing);
  else testWithDocker(name, ({ engine }) => body({ engine, python: image }), timeout);
}

function withoutPart(name: string, missing: string): void {
  const { skip } = test;
  if (!required) skip(`${name} (skipped: ${missing})`, () => undefined);
  else {
    test(name, () => {
      throw new Error(`${missing}; ETOS_TEST_REQUIRE_REAL_PARTS=1 wants it`);
    });
  }
}

function engineAt(host: string, busybox: string): TestEngine {
  const ask: TestEngine['ask'] = (method, path, body) => request(host, method, path, body);
  const containers = async (label: string): Promise<readonly Container[]> => {
    const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
    const { body } = await ask('GET', `/containers/json?all=true&filters=${filters}`);
    return (body as { Id: string; Names: string[]; State: string; Labels: Record<string, string> }[]).map((container) => ({
      id: container.Id,
      name: container.Names[0]?.replace(/^\//, '') ?? '',
      state: container.State,
      labels: container.Labels,
    }));
  };
  return {
    host,
    busybox,
    ask,
    containers,
    containersOf: (delegation) => containers(`io.github.etos-action.run=${delegation}`),
    containersOfRun: (run) => containers(`io.github.etos-action.etos-run=${run}`),
    async run(image, command) {
      const created = await ask('POST', '/containers/create', { Image: image, Cmd: command, HostConfig: { NetworkMode: 'none' } });
      const { Id: id } = created.body as { Id: string };
      try {
        await ask('POST', `/containers/${id}/start`);
        const { body } = await ask('POST', `/containers/${id}/wait`);
        return (body as { StatusCode: number }).StatusCode;
      } finally {
        await this.remove({ id });
      }
    },
    async remove({ id }) {
      const { status, body } = await ask('DELETE', `/containers/${id}?force=true&v=true`);
      if (status !== 204 && status !== 404 && status !== 409) throw new Error(`the engine does not remove ${id}: ${JSON.stringify(body)}`);
    },
  };
}

function request(host: string, method: string, path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }> {
  const url = new URL(host);
  const place = url.protocol === 'unix:' ? { socketPath: url.pathname } : { host: url.hostname, port: url.port };
  return new Promise((resolve, reject) => {
    const asked = http.request({ ...place, method, path, headers: { 'content-type': 'application/json' } }, (answer) => {
      text(answer).then((said) => {
        resolve({
          status: answer.statusCode ?? 0,
          body: /json/.test(answer.headers['content-type'] ?? '') && said !== '' ? JSON.parse(said) : said,
        });
      }, reject);
    });
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
