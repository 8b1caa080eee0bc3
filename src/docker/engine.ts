// The Docker Engine's API over its socket, without the docker CLI: containers, their output, execs, files, images. In: what the API wants, in
// its own spelling where a whole object goes through. Out: values, or one of two errors: the engine refused, or the engine is away. What a
// container is for, who may have it and when it goes does not belong here.

import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { engineAddress, type EngineAddress } from './address.js';
import { bodyOf, connectionTo, EngineAway, EngineRefused, type Call } from './connection.js';
import { outputOf, type Output } from './output.js';
import { rawStream } from './raw-stream.js';

/** Milliseconds a call may take unless it says otherwise: a busy engine needs seconds, one that hangs must not hold anybody for ever. */
const usualLimit = 20_000;
// Above this nothing is known to this client; below the engine's own newest, the engine's counts (delegation.md 2.3).
const newestKnown = '1.47';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the answer must be there; of a stream, until it begins. Default 20 s. */
  readonly limit?: number;
}

/** Body of a create call, in the engine's spelling (`Image`, `Cmd`, `HostConfig`, …). */
export type ContainerSpec = Readonly<Record<string, unknown>> & { readonly Image: string };

export interface ContainerState {
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  readonly exitCode: number;
  readonly oomKilled: boolean;
  /** What the engine says went wrong at start; empty when nothing did. */
  readonly error: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** `sha256:…` of the image it was made from. */
  readonly imageId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly environment: readonly string[];
  readonly workingDirectory: string;
  readonly user: string;
  /** What it is to be stopped with, when it says so. */
  readonly stopSignal: string | undefined;
}

export interface ContainerListed {
  readonly id: string;
  readonly names: readonly string[];
  readonly status: ContainerState['status'];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** A wait that the engine has registered: from now on no end is missed. */
export interface Waiting {
  /** @throws {EngineAway} when the connection is lost before the answer; the signal's reason */
  readonly ended: Promise<{ readonly exitCode: number; readonly error: string }>;
}

export interface ExecSpec {
  readonly command: readonly string[];
  /** `NAME=value`, beside the container's own. */
  readonly environment?: readonly string[];
  readonly workingDirectory?: string;
  readonly user?: string;
}

export interface ExecState {
  readonly running: boolean;
  /** Of the process as the machine's own kernel counts; 0 before it runs. */
  readonly pid: number;
  /** Undefined while it runs. */
  readonly exitCode: number | undefined;
}

export interface PathStat {
  readonly name: string;
  readonly size: number;
  /** Go's file mode: `0x80000000` is a directory, `0x08000000` a symbolic link. */
  readonly mode: number;
  readonly linkTarget: string;
}

export interface ImageState {
  readonly id: string;
  /** `name@sha256:…` for each registry it came from. */
  readonly digests: readonly string[];
  readonly stopSignal: string | undefined;
}

export interface PullOptions {
  /** Value of `X-Registry-Auth`: base64 in the URL alphabet, with padding. */
  readonly auth?: string | undefined;
  readonly platform?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Engine {
  readonly address: EngineAddress;
  /** Asks for a sign of life and settles which API version is spoken; every other call does so first, once. */
  ping(options?: CallOptions): Promise<{ readonly apiVersion: string }>;

  /** @throws {EngineRefused} 404 no such image, 409 the name is taken */
  createContainer(
    spec: ContainerSpec,
    options: CallOptions & { readonly name?: string | undefined; readonly platform?: string | undefined },
  ): Promise<{ readonly id: string; readonly warnings: readonly string[] }>;
  startContainer(id: string, options?: CallOptions): Promise<void>;
  /** Standard output and error from now on; attached when the promise resolves. */
  attachContainer(id: string, options?: CallOptions): Promise<Output>;
  /** Everything the container has printed, then what it prints, until it ends. @throws {EngineRefused} when its logging driver cannot be read */
  followLogs(id: string, options?: CallOptions): Promise<Output>;
  /** What there is of that now. @throws {EngineRefused} as `followLogs` */
  readLogs(id: string, options?: CallOptions): Promise<Output>;
  /** Resolves when the wait is registered, which for `next-exit` must be before the start (delegation.md 2.7). */
  waitForContainer(id: string, condition: 'next-exit' | 'not-running', options?: CallOptions): Promise<Waiting>;
  /** Sends the container's stop signal, after `grace` milliseconds SIGKILL; answers when it has ended. One that has ended already is no error. */
  stopContainer(id: string, grace: number, options?: CallOptions): Promise<void>;
  /** One that does not run is no error. */
  killContainer(id: string, signalName: string, options?: CallOptions): Promise<void>;
  /** One that is not paused is no error. */
  unpauseContainer(id: string, options?: CallOptions): Promise<void>;
  /** Removes it, running or not, with its anonymous volumes. True when it is gone, now or before; false while the engine is at it. */
  removeContainer(id: string, options?: CallOptions): Promise<boolean>;
  /** Undefined when there is none. Takes an id or a name. */
  inspectContainer(id: string, options?: CallOptions): Promise<ContainerState | undefined>;
  /** In every state. `labels` are `key` or `key=value`, all of which it must have. */
  listContainers(labels: readonly string[], options?: CallOptions): Promise<readonly ContainerListed[]>;
  /** The address of the engine's machine on its default bridge, at which containers reach it; undefined when it has none. */
  bridgeAddress(options?: CallOptions): Promise<string | undefined>;

  /** Files below `path` as a tar stream whose entries start with the path's last name. @throws {EngineRefused} 404 not there */
  getArchive(id: string, path: string, options?: CallOptions): Promise<Readable>;
  /** Unpacks a tar into the directory `path`, which must be there. */
  putArchive(id: string, path: string, tar: Readable | Uint8Array, options?: CallOptions): Promise<void>;
  /** Undefined when there is no such path. */
  statPath(id: string, path: string, options?: CallOptions): Promise<PathStat | undefined>;

  createExec(id: string, spec: ExecSpec, options?: CallOptions): Promise<string>;
  /** Starts it, standard input closed. Its output ends when nothing in the container holds it open any more. */
  startExec(execId: string, options?: CallOptions): Promise<Output>;
  inspectExec(execId: string, options?: CallOptions): Promise<ExecState>;

  /** Pulls; resolves when the image is there. @throws {EngineRefused} with the registry's words; status 0 when they came within the stream */
  pullImage(reference: string, options?: PullOptions): Promise<void>;
  /** Undefined when it is not on the machine. */
  inspectImage(reference: string, options?: CallOptions): Promise<ImageState | undefined>;
}

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
    const answer = await open(call, limit);
    // Engines of API 1.42 and later tell a TTY's raw bytes from frames; earlier ones say raw-stream of both, and we never ask for a TTY.
    return outputOf(answer, true);
  }

  return {
    address,
    ping,
    async createContainer(spec, { name, platform, ...options }) {
      const path = `/containers/create${query({ name, platform: atLeast(version, '1.41') ? platform : undefined })}`;
      const made = await ask<{ readonly Id: string; readonly Warnings?: readonly string[] | null }>('POST', path, options, spec);
      return { id: made.Id, warnings: made.Warnings ?? [] };
    },
    startContainer: (id, options) => ask('POST', `/containers/${encodeURIComponent(id)}/start`, options),
    async attachContainer(id, { signal, limit = usualLimit } = {}) {
      const path = `/containers/${encodeURIComponent(id)}/attach?stream=1&stdout=1&stderr=1`;
      if (address.kind === 'tcp' && address.tls) return await output({ method: 'POST', path, signal }, limit);
      if (version === undefined) await ping({ signal, limit });
      return await rawStream(address, `/v${version}${path}`, { limit, signal });
    },
    followLogs: (id, { signal, limit = usualLimit } = {}) =>
      output({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/logs?follow=1&stdout=1&stderr=1`, signal }, limit),
    readLogs: (id, { signal, limit = usualLimit } = {}) =>
      output({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/logs?stdout=1&stderr=1`, signal }, limit),
    async waitForContainer(id, condition, { signal, limit = usualLimit } = {}) {
      const path = `/containers/${encodeURIComponent(id)}/wait?condition=${condition}`;
      const answer = await open({ method: 'POST', path, signal }, limit);
      const ended = bodyOf(answer, 2 ** 31 - 1).then((text) => {
        if (text.trim() === '') throw new EngineAway(`the engine at ${address.url} ended the wait without an answer`, 'answer');
        const { StatusCode, Error } = parsed(text, address) as { StatusCode: number; Error?: { Message?: string } | null };
        return { exitCode: StatusCode, error: Error?.Message ?? '' };
      });
      // Whoever asked may be looking elsewhere when it fails.
      ended.catch(() => undefined);
      return { ended };
    },
    stopContainer: (id, grace, { limit = usualLimit, ...options } = {}) =>
      unless(
        [304, 404],
        ask('POST', `/containers/${encodeURIComponent(id)}/stop?t=${Math.ceil(grace / 1000)}`, { limit: limit + grace, ...options }),
      ),
    killContainer: (id, signalName, options) =>
      unless([404, 409], ask('POST', `/containers/${encodeURIComponent(id)}/kill${query({ signal: signalName })}`, options)),
    unpauseContainer: (id, options) => unless([404, 409, 500], ask('POST', `/containers/${encodeURIComponent(id)}/unpause`, options)),
    async removeContainer(id, options) {
      try {
        await ask('DELETE', `/containers/${encodeURIComponent(id)}?force=1&v=1`, options);
        return true;
      } catch (error) {
        if (!(error instanceof EngineRefused)) throw error;
        if (error.status === 404) return true;
        if (error.status === 409) return false; // Somebody else's removal is under way.
        throw error;
      }
    },
    async inspectContainer(id, options) {
      const found = await orUndefined(ask<ContainerJson>('GET', `/containers/${encodeURIComponent(id)}/json`, options));
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
      open({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`, signal }, limit),
    async putArchive(id, path, tar, { signal, limit = 2 ** 31 - 1 } = {}) {
      const headers = { 'Content-Type': 'application/x-tar' };
      const call = {
        method: 'PUT',
        path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`,
        headers,
        body: tar,
        signal,
      } as const;
      const answer = await open(call, limit);
      await bodyOf(answer, limit);
    },
    async statPath(id, path, { signal, limit = usualLimit } = {}) {
      const call = { method: 'HEAD', path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`, signal } as const;
      const answer = await orUndefined(open(call, limit));
      answer?.resume();
      const stat = answer?.headers['x-docker-container-path-stat'];
      if (typeof stat !== 'string') return undefined;
      const { name, size, mode, linkTarget } = JSON.parse(Buffer.from(stat, 'base64').toString('utf8')) as PathStat;
      return { name, size, mode, linkTarget };
    },
    async createExec(id, { command, environment, workingDirectory, user }, options) {
      const made = await ask<{ readonly Id: string }>('POST', `/containers/${encodeURIComponent(id)}/exec`, options, {
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
      await readPull(answer, address);
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

/** The status of a pull is 200 even when it fails: errors are objects in the stream (delegation.md 7). */
function readPull(answer: IncomingMessage, address: EngineAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    let line = '';
    let failure: string | undefined;
    const take = (text: string): void => {
      if (text.trim() === '') return;
      try {
        const { error, errorDetail } = JSON.parse(text) as { error?: string; errorDetail?: { message?: string } };
        failure ??= errorDetail?.message ?? error;
      } catch {
        failure ??= 'the engine answered something that is not JSON';
      }
    };
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      lines.forEach(take);
    });
    answer.once('end', () => {
      take(line);
      if (failure === undefined) resolve();
      else reject(new EngineRefused(failure, 0));
    });
    answer.once('error', (error) => {
      if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
        reject(new EngineAway(`the engine at ${address.url} broke the connection during the pull`, 'answer', { cause: error }));
      else reject(error);
    });
  });
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
