// The machine's engine, of whose answers a test takes some away: everything else goes through as it is.

import { createServer, connect, type Socket } from 'node:net';
import { temporaryDirectory } from './directory.js';
import type { TestEngine } from './docker.js';

export interface TroubledEngine extends AsyncDisposable {
  /** What DOCKER_HOST says. */
  readonly host: string;
  /** Cuts all connections there are. */
  cut(): void;
}

/** What becomes of a request: a status and perhaps a reason without the engine hearing of it, a page of something that is no engine, or its answer is lost. */
export type Trouble = Refusal | { readonly page: string } | { readonly answer: 'lost' } | undefined;

interface Refusal {
  readonly status: number;
  readonly message?: string;
}

/** @param troubleOf is asked for each request, `METHOD /path?query` without the version */
export async function troubledEngine({ host }: Pick<TestEngine, 'host'>, troubleOf: (request: string) => Trouble): Promise<TroubledEngine> {
  const directory = await temporaryDirectory();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined).on('close', () => sockets.delete(client));
    // Each request comes on a connection of its own, its first line in one piece.
    client.once('data', (piece) => {
      const request = (piece.toString('latin1').split(' HTTP/')[0] ?? '').replace(/ \/v[\d.]+\//, ' /');
      const trouble = troubleOf(request);
      if (trouble && !('answer' in trouble)) return void client.end(answerOf(trouble));
      const engine = connect(host.replace('unix://', ''));
      engine.on('error', () => client.destroy()).on('close', () => client.end());
      client.on('close', () => engine.destroy());
      engine.write(piece);
      client.pipe(engine);
      if (trouble) engine.once('data', () => client.destroy());
      else engine.pipe(client);
    });
  });
  const path = directory.at('engine.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    host: `unix://${path}`,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    async [Symbol.asyncDispose]() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
      await directory[Symbol.asyncDispose]();
    },
  };
}

function answerOf(trouble: Refusal | { readonly page: string }): string {
  const [status, type, body] =
    'page' in trouble
      ? [200, 'text/html', trouble.page]
      : [trouble.status, 'application/json', JSON.stringify({ message: trouble.message ?? 'out of order' })];
  return `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
}
