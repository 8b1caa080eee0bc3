import { Refused, type StartCall } from '../tracker.js';

/** What a start request creates: a Job, and the Secrets that go with it. */
export interface Manifest {
  readonly name: string;
  readonly job: object;
  readonly secrets: readonly { readonly name: string; readonly document: object }[];
  /** Milliseconds that its container may take to be started, as far as the cluster says why it is not. */
  readonly patience: number;
}

/** In seconds, for clusters that start nodes on demand. */
export const patienceAnnotation = 'etos.eiffel-community.github.io/start-timeout';
/** A registry may have a bad minute, and nobody wants to wait longer. */
const usualPatience = 45;

interface Named {
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly annotations?: Readonly<Record<string, unknown>> };
}

/**
 * Reads the manifest in a start request: a Job, or a List of one and of Secrets. Values of a Secret's `stringData` become text, as those of a
 * delegation's environment do: true and 5672 as JSON writes them, and what is null is left out.
 * @throws {Refused}
 */
export function readManifest({ body }: Pick<StartCall, 'body'>): Manifest {
  const document = (typeof body === 'string' ? JSON.parse(body) : {}) as Named & { readonly items?: unknown };
  const items = document.kind === 'List' && Array.isArray(document.items) ? (document.items as readonly Named[]) : [document];
  const [job, ...others] = items.filter(({ kind }) => kind === 'Job' || kind === undefined);
  const foreign = items.find(({ kind }) => kind !== undefined && kind !== 'Job' && kind !== 'Secret');
  if (!job || others.length > 0 || foreign)
    throw refused(`the manifest ${foreign ? `has a ${String(foreign.kind)}` : `has ${job ? 'more than one Job' : 'no Job'}`}`);
  const secrets = items.filter(({ kind }) => kind === 'Secret').map((secret) => ({ name: nameOf(secret), document: withTexts(secret) }));
  return { name: nameOf(job), job, secrets, patience: patienceOf(job.metadata?.annotations) };
}

/** Milliseconds. @throws {Refused} */
export function patienceOf(annotations: Readonly<Record<string, unknown>> = {}): number {
  const text = annotations[patienceAnnotation] ?? usualPatience;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
  throw refused(`the annotation ${patienceAnnotation} is ${JSON.stringify(text)}; expected seconds`);
}

function nameOf({ kind, metadata }: Named): string {
  if (typeof metadata?.name === 'string' && metadata.name !== '') return metadata.name;
  throw refused(`the ${kind === 'Secret' ? 'Secret in the ' : ''}manifest has no metadata.name`);
}

function withTexts(secret: Named & { readonly stringData?: Readonly<Record<string, unknown>> }): object {
  const texts = Object.entries(secret.stringData ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const],
  );
  return { ...secret, stringData: Object.fromEntries(texts) };
}

function refused(what: string): Refused {
  return new Refused(
    what,
    'It must be a Job, or a List of one Job and of Secrets, each with a name that holds the identifier (providers/)',
  );
}
