// The Docker Engine's API over its socket, without the docker CLI: containers, their output, execs, files, images. In: what the API wants, in
// its own spelling where a whole object goes through. Out: values, or one of two errors: the engine refused, or the engine is away. What a
// container is for, who may have it and when it goes does not belong here.

import type { Readable } from 'node:stream';
import type { EngineAddress } from './address.js';
import type { Output } from './output.js';

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
  /**
   * Resolves when the wait is registered, which for `next-exit` must be before the start (delegation.md 2.7).
   * @throws {EngineRefused} also for an engine that does not know `next-exit`
   */
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
