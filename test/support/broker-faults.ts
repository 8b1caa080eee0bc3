// What happens to brokers and to the way there. Each fault is made with the broker's own tools, or by a proxy between us and it, and is over when its
// function resolves.

import { setTimeout as pause } from 'node:timers/promises';
import { connect, type OwnBroker } from './rabbitmq-server.js';
import type { TcpProxy } from './tcp-proxy.js';

export interface BrokenParts {
  readonly broker: OwnBroker;
  readonly proxy: TcpProxy;
  readonly exchange: string;
  /** The queue of whoever is tested. */
  readonly queue: () => Promise<string>;
}

/** What the user of the broker that everything goes through is called; its password is `secret`. */
export const faultyUser = 'runner';

/** Makes that user, and takes back whatever a fault did to it. */
export async function admitUser(broker: OwnBroker): Promise<void> {
  await broker.ctl('add_user', faultyUser, 'secret').catch(() => undefined);
  await broker.ctl('set_permissions', faultyUser, '.*', '.*', '.*');
}

export const brokerFaults: Readonly<Record<string, (parts: BrokenParts) => Promise<void>>> = {
  'all connections closed by the operator': async ({ broker }) => {
    await broker.ctl('close_all_connections', 'a test', '--global');
  },
  'the broker stopped and started': async ({ broker }) => {
    await broker.ctl('stop_app');
    await broker.ctl('start_app');
  },
  'the broker killed and started': async ({ broker }) => {
    await broker.kill();
    await broker.start();
  },
  'a memory alarm': async ({ broker }) => {
    await broker.ctl('set_vm_memory_high_watermark', '0.000001');
    await broker.ctl('set_vm_memory_high_watermark', '0.8');
  },
  'a disk alarm': async ({ broker }) => {
    await broker.ctl('set_disk_free_limit', String(1e15));
    await broker.ctl('set_disk_free_limit', String(10e6));
  },
  'a slow way': async ({ proxy }) => {
    proxy.slowDown(100);
    await pause(1_000);
    proxy.slowDown(0);
  },
  'five TCP resets': async ({ proxy }) => {
    for (let n = 0; n < 5; n++) {
      proxy.reset();
      await pause(Math.random() * 300);
    }
  },
  'a connection cut in the middle of a frame': async ({ proxy }) => {
    proxy.cutAfter(1 + Math.floor(Math.random() * 50_000));
    await pause(300);
  },
  'a way that stalls, then breaks': async ({ proxy }) => {
    proxy.stall();
    await pause(500);
    proxy.reset();
    proxy.resume();
  },
  'a way that is closed for a while': async ({ proxy }) => {
    proxy.refuse();
    await pause(1_000);
    proxy.admit();
  },
  'the exchange deleted, and declared again with its bindings': async ({ broker, proxy, exchange }) => {
    const bound = (await broker.ctl('list_bindings', 'source_name', 'destination_name', 'routing_key', '--quiet', '--no-table-headers'))
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([source]) => source === exchange);
    const connection = await connect(broker);
    const channel = await connection.createChannel();
    await channel.deleteExchange(exchange);
    await pause(300);
    // As definitions are imported: whoever publishes between the two would publish for nobody.
    proxy.refuse();
    await channel.assertExchange(exchange, 'topic', { durable: true });
    for (const [, queue = '', key = ''] of bound) {
      const own = await connection.createChannel();
      own.on('error', () => undefined);
      // A run that has ended meanwhile has taken its queue with it.
      await own.bindQueue(queue, exchange, key).catch(() => undefined);
    }
    await connection.close();
    proxy.admit();
  },
  'a password that is wrong for a while': async ({ broker, proxy }) => {
    await broker.ctl('change_password', faultyUser, 'another');
    proxy.reset();
    await pause(300);
    await broker.ctl('change_password', faultyUser, 'secret');
  },
  'permissions taken and given back': async ({ broker, proxy }) => {
    await broker.ctl('clear_permissions', faultyUser);
    proxy.reset();
    await admitUser(broker);
  },
  'our own queue deleted': async ({ broker, queue }) => {
    const connection = await connect(broker);
    await (await connection.createChannel()).deleteQueue(await queue());
    await connection.close();
  },
};
