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

/** Events in one answer. */
const page = 500;
const limit = 30_000;
const largest = 64 * 1024 * 1024;

/**
 * Events in the order of their times, oldest first. The questions have the form in which the released services ask them (etos.md 9.6).
 * @throws {Error} the repository does not answer, or refuses the question; the signal's reason
 */
export async function findEvents(
  repository: string,
  search: Search,
  asking: { readonly http: HttpClient; readonly signal: AbortSignal },
): Promise<readonly FoundEvent[]> {
  const found = new Map<string, FoundEvent>();
  for (let before: number | undefined; ;) {
    const events = await ask(repository, search, before, asking);
    const known = found.size;
    for (const event of events) found.set(event.meta.id, event);
    if (events.length < page || found.size === known) break;
    // Those of the same millisecond come again, so that none is left out (eiffel.md 8.4).
    before = Math.min(...events.map(({ meta }) => meta.time));
  }
  return [...found.values()].sort((a, b) => a.meta.time - b.meta.time);
}

async function ask(
  repository: string,
  { root, link, target, fields }: Search,
  before: number | undefined,
  { http, signal }: { readonly http: HttpClient; readonly signal: AbortSignal },
): Promise<readonly FoundEvent[]> {
  const filter = `{'links.type': '${link}', 'links.target': '${target}'${before === undefined ? '' : `, 'meta.time': {'$lte': ${before}}`}}`;
  const query = `{ ${root}(last: ${page}, search: "${filter}") { edges { node { ${fields} meta { id time } } } } }`;
  const answer = await http.request({
    method: 'POST',
    url: repository,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    limit,
    signal,
  });
  const text = await answer.text(largest);
  const said = saidIn(text);
  const problem = said?.errors?.map(({ message }) => String(message)).join('; ');
  if (problem !== undefined && problem !== '') throw new Error(`the event repository refuses a question for ${root}: ${problem}`);
  const edges = said?.data?.[root]?.edges;
  if (edges === undefined)
    throw new Error(`the event repository answers ${answer.status} ${answer.reason}: ${text.slice(0, 80).replace(/\s+/g, ' ')}`);
  return edges.flatMap(({ node }) => {
    const { meta, data, links } = node ?? {};
    return typeof meta?.id === 'string'
      ? [{ meta: { id: meta.id, time: Number(meta.time ?? 0) }, data: data ?? {}, links: links ?? [] }]
      : [];
  });
}

interface Said {
  readonly errors?: readonly { readonly message?: unknown }[];
  readonly data?: Readonly<Record<string, { readonly edges?: readonly { readonly node?: Node | null }[] } | null>> | null;
}

interface Node {
  readonly meta?: { readonly id?: unknown; readonly time?: unknown };
  readonly data?: FoundEvent['data'];
  readonly links?: FoundEvent['links'];
}

function saidIn(text: string): Said | undefined {
  try {
    return (JSON.parse(text) as Said | null) ?? undefined;
  } catch {
    return undefined;
  }
}
