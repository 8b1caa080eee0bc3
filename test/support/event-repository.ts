// An Eiffel event repository for tests, which has ArtifactCreated events and answers questions about them by GraphQL, by the rules of eiffel.md 8.

import { buildSchema, graphql } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface EventRepository extends AsyncDisposable {
  readonly url: string;
  /** The filters of the questions, as the database gets them. */
  readonly searches: readonly unknown[];
}

interface Artifact {
  readonly id: string;
  readonly identity: string;
}

const schema = buildSchema(`
  type Meta { id: String type: String version: String time: Float }
  type Data { identity: String }
  type ArtifactCreated { meta: Meta data: Data }
  type Edge { node: ArtifactCreated }
  type Connection { edges: [Edge]! }
  type Query { artifactCreated(search: String, first: Int, last: Int): Connection }
`);

/** Starts one on the loopback. */
export async function eventRepository(artifacts: readonly Artifact[]): Promise<EventRepository> {
  const searches: unknown[] = [];
  const root = {
    artifactCreated({ search }: { readonly search: string }) {
      const filter = JSON.parse(search.replaceAll("'", '"')) as { readonly 'meta.id'?: string; readonly 'data.identity'?: string };
      searches.push(filter);
      const found = artifacts.filter(({ id, identity }) => id === filter['meta.id'] || identity === filter['data.identity']);
      const meta = { type: 'EiffelArtifactCreatedEvent', version: '3.0.0', time: 1_735_689_000_000 };
      return { edges: found.map(({ id, identity }) => ({ node: { meta: { ...meta, id }, data: { identity } } })) };
    },
  };
  const server = createServer((request, response) => {
    void (json(request) as Promise<{ readonly query: string; readonly variables?: Readonly<Record<string, unknown>> }>)
      .then(({ query, variables = {} }) => graphql({ schema, source: query, variableValues: variables, rootValue: root }))
      .then((result) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    searches,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
