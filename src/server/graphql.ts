// The questions that test runners and clients ask an Eiffel event repository, answered from the events of the run (eiffel.md 8, etos.md 9.6).

import {
  buildSchema,
  execute,
  getNamedType,
  isLeafType,
  isListType,
  getNullableType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EiffelEvent } from '../eiffel/event.js';
import type { EventStore } from '../eiffel/store.js';
import { readBody } from './body.js';
import { readSearch } from './event-filter.js';
import { linkTypes, objectName, queryFields, renamed, schemaText } from './graphql-types.js';

/** Answers one request: a POST of JSON, of a form or of a query alone, or a GET. Errors are answers, too (eiffel.md 8.5). */
export async function answerQuery(
  request: IncomingMessage,
  response: ServerResponse,
  { events, query }: { readonly events: EventStore; readonly query: URLSearchParams },
): Promise<void> {
  const { status, result } = await answerTo(request, query, events);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

interface Answer {
  readonly status: 200 | 400;
  readonly result: unknown;
}

interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

const longest = 1024 * 1024;

async function answerTo(request: IncomingMessage, query: URLSearchParams, events: EventStore): Promise<Answer> {
  const refused = (message: string): Answer => ({ status: 400, result: { errors: [{ message }] } });
  let asked: Asked;
  try {
    asked = request.method === 'POST' ? await readAsked(request, query) : Object.fromEntries(query);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused('POST body sent invalid JSON.');
  }
  if (typeof asked.query !== 'string' || asked.query.trim() === '') return refused('Must provide query string.');
  let variables: unknown = asked.variables ?? {};
  try {
    if (typeof variables === 'string') variables = JSON.parse(variables || '{}');
  } catch {
    return refused('Variables are invalid JSON.');
  }
  if (typeof variables !== 'object') return refused('Variables must be an object.');
  let document: DocumentNode;
  try {
    document = parse(asked.query);
  } catch (error) {
    return { status: 400, result: { errors: [error] } };
  }
  const problems = validate(theSchema(), document);
  if (problems.length > 0) return { status: 400, result: { errors: problems } };
  const result = await execute({
    schema: theSchema(),
    document,
    contextValue: events,
    variableValues: variables as Readonly<Record<string, unknown>>,
    ...(typeof asked.operationName === 'string' && asked.operationName !== '' && { operationName: asked.operationName }),
    fieldResolver: resolve,
    typeResolver: (value) => (value as { readonly __typename: string }).__typename,
  });
  return { status: result.data === undefined ? 400 : 200, result };
}

async function readAsked(request: IncomingMessage, query: URLSearchParams): Promise<Asked> {
  const body = await readBody(request, { atMost: longest, instead: 'ask for less at once' });
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/graphql')) return { query: body };
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  if (body.trim() === '') return Object.fromEntries(query);
  const asked: unknown = JSON.parse(body);
  return typeof asked === 'object' && asked !== null ? asked : {};
}

let schema: GraphQLSchema | undefined;

/** Made when it is first asked for: most runs are asked nothing. */
function theSchema(): GraphQLSchema {
  if (schema) return schema;
  schema = buildSchema(schemaText());
  // A time in milliseconds is longer than GraphQL's Int.
  Object.assign(schema.getType('BigInt') ?? {}, { serialize: (value: unknown) => value });
  return schema;
}

/** One of the events, as its GraphQL object sees it. */
interface Node extends Partial<EiffelEvent> {
  readonly __typename: string;
}

/** The value of any field: what the events say, or what the event repository says in its place (eiffel.md 8.2). */
const resolve: GraphQLFieldResolver<unknown, EventStore> = (parent, args, events, { parentType, fieldName, returnType }) => {
  if (parentType.name === 'Query') return found(fieldName, args as Searching, events);
  const owner = (parent ?? {}) as Readonly<Record<string, unknown>>;
  if ('meta' in parentType.getFields() && fieldName === 'links') return linksOf(owner as unknown as Node, events);
  if ('meta' in parentType.getFields() && fieldName === 'reverse') return reverseOf(owner as unknown as Node, events);
  const value = owner[renamed[fieldName] ?? fieldName] ?? owner[fieldName];
  if (isListType(getNullableType(returnType))) {
    const elements = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return getNamedType(returnType).name === 'Text' ? elements.map((type) => ({ type })) : elements;
  }
  // A missing object is one whose fields are all null.
  return isLeafType(getNamedType(returnType)) ? (value ?? null) : (value ?? {});
};

interface Searching {
  readonly search?: string | null;
  readonly first?: number | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly after?: string | null;
}

function found(field: string, { search, first, last, before, after }: Searching, events: EventStore): unknown {
  const accepts = readSearch(search);
  for (const [name, amount] of Object.entries({ first, last }))
    if (typeof amount === 'number' && amount < 0) throw new Error(`${name} is ${amount}; expected 0 or more`);
  const type = `Eiffel${objectName(field)}Event`;
  const oldestFirst = events
    .all()
    .filter((event) => event.meta.type === type && accepts(event))
    .sort((a, b) => a.meta.time - b.meta.time);
  const isLimited = typeof first === 'number' || typeof last === 'number';
  let chosen: readonly EiffelEvent[];
  if (typeof last === 'number')
    chosen = oldestFirst
      .reverse()
      .slice(0, last)
      .slice(0, first ?? undefined);
  else if (typeof first === 'number') chosen = oldestFirst.slice(0, first);
  else chosen = mainSuitesFirst(oldestFirst.reverse());
  return connection(chosen.map(nodeOf), { isLimited, before, after });
}

/** Test runners of 2021 take the first suite of the activity for the main one (etos.md 6.9). */
function mainSuitesFirst(events: readonly EiffelEvent[]): readonly EiffelEvent[] {
  const isSub = ({ meta, data }: EiffelEvent): boolean =>
    meta.type === 'EiffelTestSuiteStartedEvent' && Array.isArray(data.categories) && data.categories.includes('Sub suite');
  return [...events.filter((event) => !isSub(event)), ...events.filter(isSub)];
}

/** Cursors are positions in what the limits have left: a page behind the first, with a limit, is empty (eiffel.md 8.4). */
function connection(
  nodes: readonly Node[],
  {
    isLimited,
    before,
    after,
  }: { readonly isLimited: boolean; readonly before?: string | null | undefined; readonly after?: string | null | undefined },
): unknown {
  const [from, to] = [(positionOf(after) ?? -1) + 1, positionOf(before) ?? nodes.length];
  const edges = nodes.map((node, n) => ({ cursor: Buffer.from(`${cursorName}${n}`).toString('base64'), node })).slice(from, to);
  return {
    pageInfo: {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: isLimited ? null : (edges[0]?.cursor ?? null),
      endCursor: isLimited ? null : (edges.at(-1)?.cursor ?? null),
    },
    edges,
  };
}

const cursorName = 'arrayconnection:';

/** The position that a cursor names; undefined for what is none, which is let pass. */
function positionOf(cursor: string | null | undefined): number | undefined {
  const text = Buffer.from(cursor ?? '', 'base64').toString();
  return text.startsWith(cursorName) && /^\d+$/.test(text.slice(cursorName.length)) ? Number(text.slice(cursorName.length)) : undefined;
}

function nodeOf(event: EiffelEvent): Node {
  return { __typename: event.meta.type.replace(/^Eiffel|Event$/g, ''), ...event };
}

function linksOf({ links = [] }: Node, events: EventStore): readonly unknown[] {
  return links.flatMap(({ type, target, domainId }) => {
    const linkType = linkTypes[type];
    // A link that nobody knows is none that anybody asks for.
    if (!linkType) return [];
    const event = events.byId(target);
    const known = event && queryFields.some((field) => `Eiffel${objectName(field)}Event` === event.meta.type) ? nodeOf(event) : undefined;
    const missing = linkType.typed ? {} : { __typename: 'NotFound', target, type, reason: `no event with the id ${target}` };
    return [{ __typename: linkType.name, [linkType.field]: known ?? missing, domainId: domainId ?? null }];
  });
}

function reverseOf({ meta }: Node, events: EventStore): unknown {
  const linking = meta ? events.all({ target: meta.id }) : [];
  const known = linking.map(nodeOf).filter(({ __typename }) => queryFields.some((field) => objectName(field) === __typename));
  return connection(known, { isLimited: false });
}
