import type { HttpClient } from '../http/client.js';

/** Events of one type that link so to one event, or the one that has an id. */
export interface Search {
  /** A root of the schema: `testSuiteStarted`. */
  readonly root: string;
  readonly link: string;
  readonly target: string;
  /** GraphQL of what is wanted beside `meta { id time }`. */
  readonly fields: string;
}

/** An event as the repository gives it: fields that were asked for, under their GraphQL names (eiffel.md 8.2). */
export interface FoundEvent {
  readonly meta: { readonly id: string; readonly time: number };
  readonly data: Readonly<Record<string, unknown>>;
  /** Targets of typed links, by the name of the event. */
  readonly links: readonly Readonly<Record<string, unknown>>[];
}

export interface AskingForEvents {
  readonly http: HttpClient;
  /** The login, where the repository wants one. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Events in one answer. */
const page = 500;
const limit = 30_000;
const largest = 64 * 1024 * 1024;
/** Answers to one question: no run has more events, and a repository that begins again and again must not be followed for ever. */
const mostPages = 200;

/**
 * Events in the order of their times, oldest first. The questions have the form in which the released services ask them (etos.md 9.6).
 * @throws {Error} the repository does not answer, or refuses the question; the signal's reason
 */
export async function findEvents(repository: string, search: Search, asking: AskingForEvents): Promise<readonly FoundEvent[]> {
  const found = new Map<string, FoundEvent>();
  let before: number | undefined;
  for (let pages = 1; ; pages++) {
    const events = await ask(repository, search, before, asking);
    const known = found.size;
    for (const event of events) found.set(event.meta.id, event);
    if (events.length < page || found.size === known) break;
    if (pages === mostPages) throw new Error(`the event repository has more than ${page * mostPages} events for ${search.root}`);
    // Those of the same millisecond come again, so that none is left out (eiffel.md 8.4).
    before = Math.min(...events.map(({ meta }) => meta.time));
  }
  return [...found.values()].sort((a, b) => a.meta.time - b.meta.time);
}

async function ask(
  repository: string,
  { root, link, target, fields }: Search,
  before: number | undefined,
  { http, headers, signal }: AskingForEvents,
): Promise<readonly FoundEvent[]> {
  const filter = `{'links.type': '${link}', 'links.target': '${target}'${before === undefined ? '' : `, 'meta.time': {'$lte': ${before}}`}}`;
  const query = `{ ${root}(last: ${page}, search: "${filter}") { edges { node { ${fields} meta { id time } } } } }`;
  const answer = await http.request({
    method: 'POST',
    url: repository,
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    limit,
    signal,
  });
  const text = await answer.text(largest);
  const said = saidIn(text);
  const problem = listIn(said?.errors)
    .map(({ message }) => (typeof message === 'string' ? message : 'no reason'))
    .join('; ');
  if (problem !== '') throw new Error(`the event repository refuses a question for ${root}: ${problem}`);
  const edges = said?.data?.[root]?.edges;
  if (!Array.isArray(edges))
    throw new Error(`the event repository answers ${answer.status} ${answer.reason}: ${text.slice(0, 80).replace(/\s+/g, ' ')}`);
  return listIn(edges).flatMap((edge) => {
    const node = objectIn(edge.node);
    const { id, time } = objectIn(node.meta);
    return typeof id === 'string' ? [{ meta: { id, time: timeIn(time) }, data: objectIn(node.data), links: listIn(node.links) }] : [];
  });
}

type Members = Readonly<Record<string, unknown>>;

interface Said {
  readonly errors?: unknown;
  readonly data?: Readonly<Record<string, { readonly edges?: unknown } | null>> | null;
}

function listIn(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(objectIn) : [];
}

function objectIn(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

/** Milliseconds since 1970. What is no time that a date can have is its beginning. */
function timeIn(value: unknown): number {
  return Number.isNaN(new Date(Number(value)).getTime()) ? 0 : Math.trunc(Number(value));
}

function saidIn(text: string): Said | undefined {
  try {
    return (JSON.parse(text) as Said | null) ?? undefined;
  } catch {
    return undefined;
  }
}
