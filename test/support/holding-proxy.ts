// A proxy before an engine, for what happens between a request and its answer.

import { connect, createServer, type Socket } from 'node:net';
import { temporaryDirectory } from './directory.js';

export interface HoldingProxy extends AsyncDisposable {
  readonly host: string;
  /** Resolves when the first request that matches has come. */
  readonly reached: Promise<void>;
  /** Resolves when a request that was held has been let through, and the engine has answered. */
  readonly passed: Promise<void>;
  release(): void;
  cut(): void;
  /** Ends the answers to requests that match, as a proxy does that has had enough: with the first bytes of the frame that comes next, if any. */
  end(match: RegExp, bytes: number): void;
}

/** A proxy before the engine that can hold a request (or its answer) until it is released, and cut every connection. */
export async function holdingProxy(host: string, match?: RegExp, held: 'request' | 'answer' = 'request'): Promise<HoldingProxy> {
  const directory = await temporaryDirectory();
  const sockets = new Set<Socket>();
  const ends = new Set<(match: RegExp, bytes: number) => void>();
  let reach = (): void => undefined;
  let release = (): void => undefined;
  let pass = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const passed = new Promise<void>((resolve) => (pass = resolve));
  const server = createServer((client) => {
    const engine = connect(new URL(host).pathname);
    for (const socket of [client, engine]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    let before = Promise.resolve();
    let isHeld = false;
    let request: string | undefined;
    let isToEnd = false;
    let left = 0;
    const end = (ending: RegExp, bytes: number): void => {
      if (!ending.test(request ?? '')) return;
      [isToEnd, left] = [true, bytes];
      if (bytes === 0) client.end();
    };
    ends.add(end);
    client.on('close', () => ends.delete(end));
    client.on('data', (chunk: Buffer) => {
      request ??= chunk.toString('latin1').split('\r\n', 1)[0];
      if (match?.test(chunk.toString('latin1'))) {
        isHeld = true;
        if (held === 'request') {
          reach();
          before = released;
        }
      }
      void before.then(() => engine.write(chunk));
    });
    engine.on('data', (chunk: Buffer) => {
      if (isToEnd) {
        if (left > 0) client.end(chunk.subarray(0, left));
        left = 0;
        return;
      }
      if (isHeld) (held === 'request' ? pass : reach)();
      void (isHeld ? released : Promise.resolve()).then(() => client.write(chunk));
    });
    client.on('close', () => void before.then(() => setTimeout(() => engine.destroy(), isHeld ? 2_000 : 0)));
    engine.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(directory.at('proxy.sock'), resolve));
  return {
    host: `unix://${directory.at('proxy.sock')}`,
    reached,
    passed,
    release,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    end: (ending, bytes) => ends.forEach((end) => end(ending, bytes)),
    async [Symbol.asyncDispose]() {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await directory[Symbol.asyncDispose]();
    },
  };
}
