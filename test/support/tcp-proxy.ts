// A way to a server that a test can break: connections are reset, stalled, cut in the middle of what they carry, or refused.

import net, { type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Ends every connection with a reset. */
  reset(): void;
  /** Lets nothing through in either direction until `resume`; connections stay open. */
  stall(): void;
  resume(): void;
  /** Each piece takes so many milliseconds from now on, in either direction; 0: as fast as it goes. */
  slowDown(milliseconds: number): void;
  /** Lets so many more bytes of each client through, then resets. */
  cutAfter(bytes: number): void;
  /** Resets all, and every new connection at once, until `admit`. */
  refuse(): void;
  admit(): void;
}

export async function tcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let [refusing, stalled] = [false, false];
  let left = Number.POSITIVE_INFINITY;
  let delay = 0;
  const pass = (piece: Buffer, from: Socket, to: Socket): void => {
    if (delay === 0) {
      if (!to.write(piece)) from.pause();
      return;
    }
    from.pause();
    setTimeout(() => {
      if (to.destroyed || (to.write(piece) && !stalled)) from.resume();
    }, delay);
  };
  const end = (pair: readonly [Socket, Socket]): void => {
    pairs.delete(pair);
    // One that is ending is not reset: Node 20 never finishes closing it then, and spins when the process is to end.
    for (const socket of pair) {
      if (socket.writableEnded || socket.connecting) socket.destroy();
      else if (!socket.destroyed) socket.resetAndDestroy();
    }
  };
  const server = net.createServer((client) => {
    client.on('error', () => undefined);
    if (refusing) return void client.resetAndDestroy();
    const upstream = net.connect(target.port, target.host);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const socket of pair) socket.on('error', () => end(pair)).on('close', () => end(pair));
    client.on('data', (piece: Buffer) => {
      const passed = piece.subarray(0, left);
      left -= passed.length;
      pass(passed, client, upstream);
      if (left > 0) return;
      left = Number.POSITIVE_INFINITY;
      setImmediate(() => [...pairs].forEach(end));
    });
    upstream.on('drain', () => stalled || client.resume());
    upstream.on('data', (piece: Buffer) => pass(piece, upstream, client));
    client.on('drain', () => stalled || upstream.resume());
    if (stalled) pair.forEach((socket) => socket.pause());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reset = (): void => [...pairs].forEach(end);
  return {
    port: (server.address() as AddressInfo).port,
    reset,
    stall() {
      stalled = true;
      for (const pair of pairs) pair.forEach((socket) => socket.pause());
    },
    resume() {
      stalled = false;
      for (const pair of pairs) pair.forEach((socket) => socket.resume());
    },
    slowDown(milliseconds) {
      delay = milliseconds;
    },
    cutAfter(bytes) {
      left = bytes;
    },
    refuse() {
      refusing = true;
      reset();
    },
    admit() {
      refusing = false;
    },
    async [Symbol.asyncDispose]() {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
