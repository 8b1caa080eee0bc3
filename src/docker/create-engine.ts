import type { IncomingMessage } from 'node:http';
import { engineAddress, type EngineAddress } from './address.js';
import { bodyOf, connectionTo, EngineAway, EngineRefused, type Call } from './connection.js';
import type { CallOptions, ContainerState, Engine, PathStat } from './engine.js';
import { outputOf, type Output } from './output.js';
import { untilPulled } from './pull.js';
import { rawStream } from './raw-stream.js';

/** Milliseconds a call may take unless it says otherwise: a busy engine needs seconds, one that hangs must not hold anybody for ever. */
const usualLimit = 20_000;
// Above this nothing is known to this client; below the engine's own newest, the engine's counts (delegation.md 2.3).
const newestKnown = '1.47';
// The condition `next-exit` of a wait.
const oldestWithNextExit = '1.30';

/** A client of the engine that these variables lead to. Nothing is sent yet. @throws {InvalidInput} */
export function engineFrom(variables: Readonly<Record<string, string | undefined>>): Engine {
  return createEngine(engineAddress(variables));
}

/** A client of the engine at this address. Nothing is sent yet. */
export function createEngine(address: EngineAddress): Engine {
  const connection = connectionTo(address);
  let version: string | undefined;

  async function ping({ signal, limit = usualLimit }: CallOptions = {}): Promise<{ readonly apiVersion: string }> {
    const answer = await connection({ method: 'GET', path: '/_ping', limit, signal });
    if (answer.statusCode !== 200) throw refusal(answer, await bodyOf(answer, limit), 'GET /_ping');
    // What counts is in its head.
    answer.on('error', () => undefined).resume();
    const offered = answer.headers['api-version'];
    version = lower(typeof offered === 'string' && /^\d+\.\d+$/.test(offered) ? offered : '1.24', newestKnown);
    return { apiVersion: version };
  }

  function refusal(answer: IncomingMessage, body: string, call: string): EngineRefused {
    return new EngineRefused(wordsOf(answer, body), answer.statusCode ?? 0, `${call} of ${address.url}`);
  }

  /** One call below the negotiated version; the caller reads the body. */
  async function open(call: Omit<Call, 'limit'>, limit: number): Promise<IncomingMessage> {
    if (version === undefined) await ping({ signal: call.signal, limit });
    const answer = await connection({ ...call, path: `/v${version}${call.path}`, limit });
    const status = answer.statusCode ?? 0;
    if (status < 400) return answer;
    throw refusal(answer, await bodyOf(answer, limit), `${call.method} ${call.path.split('?', 1)[0] ?? ''}`);
  }

  async function ask<T>(
    method: Call['method'],
    path: string,
    { signal, limit = usualLimit }: CallOptions = {},
    body?: unknown,
  ): Promise<T> {
    const answer = await open({ method, path, signal, ...json(body) }, limit);
    const text = await bodyOf(answer, limit);
    return (text === '' ? undefined : parsed(text, address)) as T;
  }

  async function output(call: Omit<Call, 'limit'>, limit: number): Promise<Output> {
    return outputOf(await open(call, limit));
  }

  return {
    address,
    ping,
    async createContainer(spec, { name, platform, ...options }) {
      const path = `/containers/create${query({ name, platform: atLeast(version, '1.41') ? platform : undefined })}`;
      const made = await ask<{ readonly Id: string; readonly Warnings?: readonly string[] | null }>('POST', path, options, spec);
      return { id: made.Id, warnings: made.Warnings ?? [] };
    },
    startContainer: (id, options) => ask('POST', containerPath(id, '/start'), options),
    async attachContainer(id, { signal, limit = usualLimit } = {}) {
      const path = containerPath(id, '/attach?stream=1&stdout=1&stderr=1');
      if (address.kind === 'tcp' && address.tls) return await output({ method: 'POST', path, signal }, limit);
      if (version === undefined) await ping({ signal, limit });
      return await rawStream(address, `/v${version}${path}`, { limit, signal });
    },
    followLogs: (id, { signal, limit = usualLimit } = {}) =>
      output({ method: 'GET', path: containerPath(id, '/logs?follow=1&stdout=1&stderr=1'), signal }, limit),
    readLogs: (id, { signal, limit = usualLimit } = {}) =>
      output({ method: 'GET', path: containerPath(id, '/logs?stdout=1&stderr=1'), signal }, limit),
    async waitForContainer(id, condition, { signal, limit = usualLimit } = {}) {
      const path = containerPath(id, `/wait?condition=${condition}`);
      if (version === undefined) await ping({ signal, limit });
      // Older ones take it for `not-running`, and of a container that has not started they say at once that it ended well.
      if (condition === 'next-exit' && !atLeast(version, oldestWithNextExit))
        throw new EngineRefused(
          `the engine at ${address.url} speaks API ${version}, and ${oldestWithNextExit} (Docker 17.06) is needed`,
          0,
        );
      const answer = await open({ method: 'POST', path, signal }, limit);
      const ended = bodyOf(answer, 2 ** 31 - 1).then((text) => {
        const { StatusCode, Error } = (text.trim() === '' ? {} : parsed(text, address)) as {
          readonly StatusCode?: number;
          readonly Error?: { readonly Message?: string } | null;
        };
        if (!Number.isInteger(StatusCode)) throw new EngineAway(`the engine at ${address.url} ended the wait without an answer`, 'answer');
        return { exitCode: Number(StatusCode), error: Error?.Message ?? '' };
      });
      // Whoever asked may be looking elsewhere when it fails.
      ended.catch(() => undefined);
      return { ended };
    },
    stopContainer: (id, grace, { limit = usualLimit, ...options } = {}) =>
      unless([304, 404], ask('POST', containerPath(id, `/stop?t=${Math.ceil(grace / 1000)}`), { limit: limit + grace, ...options })),
    killContainer: (id, signalName, options) =>
      unless([404, 409], ask('POST', containerPath(id, `/kill${query({ signal: signalName })}`), options)),
    unpauseContainer: (id, options) => unless([404, 409, 500], ask('POST', containerPath(id, '/unpause'), options)),
    async removeContainer(id, options) {
      try {
        await ask('DELETE', containerPath(id, '?force=1&v=1'), options);
        return true;
      } catch (error) {
        if (!(error instanceof EngineRefused)) throw error;
        if (error.status === 404) return true;
        if (error.status === 409) return false; // Somebody else's removal is under way.
        throw error;
      }
    },
    async inspectContainer(id, options) {
      const found = await orUndefined(ask<ContainerJson>('GET', containerPath(id, '/json'), options));
      return found && containerState(found);
    },
    async bridgeAddress(options) {
      const { IPAM } = await ask<{ readonly IPAM?: { readonly Config?: readonly { readonly Gateway?: string }[] | null } }>(
        'GET',
        '/networks/bridge',
        options,
      );
      return IPAM?.Config?.find(({ Gateway }) => Gateway)?.Gateway;
    },
    async listContainers(labels, options) {
      const path = `/containers/json${query({ all: '1', filters: JSON.stringify({ label: labels }) })}`;
      const found = await ask<readonly ListedJson[]>('GET', path, options);
      return found.map(({ Id, Names, State, Created, Labels }) => ({
        id: Id,
        names: (Names ?? []).map((name) => name.replace(/^\//, '')),
        status: State,
        createdAt: Created * 1000,
        labels: Labels ?? {},
      }));
    },
    getArchive: (id, path, { signal, limit = usualLimit } = {}) =>
      open({ method: 'GET', path: containerPath(id, `/archive${query({ path })}`), signal }, limit),
    async putArchive(id, path, tar, { signal, limit = 2 ** 31 - 1 } = {}) {
      const headers = { 'Content-Type': 'application/x-tar' };
      const call = {
        method: 'PUT',
        path: containerPath(id, `/archive${query({ path })}`),
        headers,
        body: tar,
        signal,
      } as const;
      const answer = await open(call, limit);
      await bodyOf(answer, limit);
    },
    async statPath(id, path, { signal, limit = usualLimit } = {}) {
      const call = { method: 'HEAD', path: containerPath(id, `/archive${query({ path })}`), signal } as const;
      const answer = await orUndefined(open(call, limit));
      answer?.resume();
      const stat = answer?.headers['x-docker-container-path-stat'];
      if (typeof stat !== 'string') return undefined;
      const { name, size, mode, linkTarget } = JSON.parse(Buffer.from(stat, 'base64').toString('utf8')) as PathStat;
      return { name, size, mode, linkTarget };
    },
    async createExec(id, { command, environment, workingDirectory, user }, options) {
      const made = await ask<{ readonly Id: string }>('POST', containerPath(id, '/exec'), options, {
        AttachStdin: false,
        AttachStdout: true,
        AttachStderr: true,
        Tty: false,
        Cmd: command,
        Env: environment,
        WorkingDir: workingDirectory,
        User: user,
      });
      return made.Id;
    },
    startExec: (execId, { signal, limit = usualLimit } = {}) =>
      output({ method: 'POST', path: `/exec/${encodeURIComponent(execId)}/start`, signal, ...json({ Detach: false, Tty: false }) }, limit),
    async inspectExec(execId, options) {
      const { Running, Pid, ExitCode } = await ask<ExecJson>('GET', `/exec/${encodeURIComponent(execId)}/json`, options);
      return { running: Running, pid: Pid ?? 0, exitCode: Running ? undefined : (ExitCode ?? undefined) };
    },
    async pullImage(reference, { auth, platform, signal } = {}) {
      const path = `/images/create${query({ fromImage: reference, platform })}`;
      // A registry that hangs is ended by the caller's signal: no limit of ours can tell it from a slow one.
      const answer = await open(
        { method: 'POST', path, signal, headers: auth === undefined ? {} : { 'X-Registry-Auth': auth } },
        2 ** 31 - 1,
      );
      await untilPulled(answer, address);
    },
    async inspectImage(reference, options) {
      const path = `/images/${reference.split('/').map(encodeURIComponent).join('/')}/json`;
      const found = await orUndefined(ask<ImageJson>('GET', path, options));
      return found && { id: found.Id, digests: found.RepoDigests ?? [], stopSignal: found.Config?.StopSignal };
    },
  };
}

interface ContainerJson {
  readonly Id: string;
  readonly Name: string;
  readonly Image: string;
  readonly State: {
    readonly Status: ContainerState['status'];
    readonly ExitCode: number;
    readonly OOMKilled: boolean;
    readonly Error?: string;
    readonly StartedAt: string;
    readonly FinishedAt: string;
  };
  readonly Config: {
    readonly Labels?: Readonly<Record<string, string>> | null;
    readonly Env?: readonly string[] | null;
    readonly WorkingDir?: string;
    readonly User?: string;
    readonly StopSignal?: string;
  };
}

interface ListedJson {
  readonly Id: string;
  readonly Names?: readonly string[] | null;
  readonly State: ContainerState['status'];
  readonly Created: number;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

interface ExecJson {
  readonly Running: boolean;
  readonly Pid?: number;
  readonly ExitCode?: number | null;
}

interface ImageJson {
  readonly Id: string;
  readonly RepoDigests?: readonly string[] | null;
  readonly Config?: { readonly StopSignal?: string } | null;
}

function containerState({ Id, Name, Image, State, Config }: ContainerJson): ContainerState {
  return {
    id: Id,
    name: Name.replace(/^\//, ''),
    status: State.Status,
    exitCode: State.ExitCode,
    oomKilled: State.OOMKilled,
    error: State.Error ?? '',
    startedAt: State.StartedAt,
    finishedAt: State.FinishedAt,
    imageId: Image,
    labels: Config.Labels ?? {},
    environment: Config.Env ?? [],
    workingDirectory: Config.WorkingDir ?? '',
    user: Config.User ?? '',
    stopSignal: Config.StopSignal || undefined,
  };
}

/** What something else than an engine answers is not repeated: it may be anything. */
function parsed(text: string, { url }: EngineAddress): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EngineRefused(`what answers at ${url} is no Docker engine: its answer is not JSON`, 0);
  }
}

/** The engine's own sentence. */
function wordsOf(answer: IncomingMessage, body: string): string {
  try {
    const { message, cause } = JSON.parse(body) as { message?: unknown; cause?: unknown };
    if (typeof message === 'string') return message;
    if (typeof cause === 'string') return cause;
  } catch {
    // An answer to HEAD has no body, and something in between may answer a page of its own.
    if (/HTTP request to an HTTPS server/i.test(body)) return 'it speaks TLS there: DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH are wanted';
  }
  return `${answer.statusCode ?? 0} ${answer.statusMessage ?? ''}`.trim();
}

async function unless(statuses: readonly number[], call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof EngineRefused) || !statuses.includes(error.status)) throw error;
  }
}

async function orUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof EngineRefused && error.status === 404) return undefined;
    throw error;
  }
}

function json(body: unknown): { readonly body?: string; readonly headers?: Readonly<Record<string, string>> } {
  return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/** @param call with the slash before it, or the query */
function containerPath(id: string, call: string): string {
  return `/containers/${encodeURIComponent(id)}${call}`;
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function lower(a: string, b: string): string {
  return atLeast(a, b) ? b : a;
}

function atLeast(version: string | undefined, wanted: string): boolean {
  const [major = 0, minor = 0] = (version ?? wanted).split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
