import type { Clock } from '../../host/clock.js';
import { messageOf, NotCarriedOut } from '../../host/errors.js';
import type { Log } from '../../host/log.js';
import { NoAnswer, type HttpClient } from '../../http/client.js';
import { neverLeft } from '../../http/never-left.js';
import { bearerIn } from '../bearer.js';
import { kubernetesApi, readItems, refusal, saidBy, type KubernetesApi } from './api.js';
import { connectionTo, jobsAddress, type Connection } from './login.js';
import { readManifest } from './manifest.js';
import type { Job } from './look.js';
import { kubernetesTracker } from './tracker.js';
import { Doubtful, Refused, type RemoteSpace, type StartCall, type Telling, type Tracker } from '../tracker.js';

const firstPause = 500;
const longestPause = 5_000;
const limit = 30_000;

/**
 * Kubernetes as an execution space: a Job is created by its manifest with the Secrets that it reads, watched, its log read, deleted with its pods. Asks with
 * the login of the start request, else as the kubeconfig or the service account of the pod it runs in says.
 */
export function kubernetesSpace({
  environment,
  http,
  clock,
  log,
  onLine,
}: Telling & {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
}): RemoteSpace {
  const connections = new Map<string, Promise<Connection>>();
  /** One for all delegations at a place: a plugin is asked once. */
  const connected = (place: string, token: string | undefined): Promise<Connection> => {
    const key = `${place} ${token ?? ''}`;
    const connection = connections.get(key) ?? connectionTo(place, token, { environment, clock, log });
    connections.set(key, connection);
    connection.catch(() => connections.delete(key));
    return connection;
  };
  const open = async (call: Pick<StartCall, 'url' | 'headers'>, identifier: string) => {
    const address = jobsAddress(call.url);
    if (!address) throw new Error('these are no Jobs of Kubernetes');
    const { place, jobs } = address;
    const connection = await connected(place, bearerIn(call.headers));
    const api = kubernetesApi(connection, { http });
    const tracker = (name: string): Tracker =>
      kubernetesTracker(name, jobs, { api, clock, log, ...(onLine && { onLine: (line: string) => onLine(identifier, line) }) });
    return { place, jobs, api, tracker };
  };
  return {
    knows: ({ url, method }) => method === 'POST' && jobsAddress(url) !== undefined,
    async start(call, { identifier, signal }) {
      const { name, job, secrets } = readManifest(call);
      const { place, jobs, api, tracker } = await open(call, identifier);
      const creating = { api, clock, signal, until: clock.now() + (call.limit ?? limit) };
      const made = await create(jobs, { name, document: job }, creating);
      try {
        for (const { name: secretName, document } of secrets)
          await create(secretsBeside(jobs), { name: secretName, document: ownedBy(made, document) }, creating);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // Without what it reads the Job is of no use. While it may be there it stays in the journal.
        await tracker(name)
          .cancel(signal)
          .catch((left: unknown) => {
            throw new NotCarriedOut(`${error.message}; the job ${name} is left: ${messageOf(left)}`, error.hint);
          });
        throw error;
      }
      return { location: `${place}${jobs}/${name}`, tracker: tracker(name) };
    },
    async recover(call, { identifier, location, signal }) {
      const { place, jobs, api, tracker } = await open(call, identifier);
      if (location?.startsWith(`${place}${jobs}/`)) return tracker(location.slice(place.length + jobs.length + 1));
      // A request of the killed process may still be on its way to the second look.
      for (let looks = 0; looks < 2; looks++) {
        if (looks > 0) await clock.sleep(1_000, signal);
        const { items } = await readItems<Job>(await api.ask('GET', jobs, { signal }), `GET ${jobs}`);
        const found = items.find(({ metadata: { name, labels, annotations } }) =>
          JSON.stringify([name, labels, annotations]).includes(identifier),
        );
        if (found) return tracker(found.metadata.name);
      }
      return undefined;
    },
  };
}

function secretsBeside(jobs: string): string {
  return jobs.replace(/\/apis\/batch\/v1(\/namespaces\/[^/]+)\/jobs$/, '/api/v1$1/secrets');
}

/** Deleted with the Job, also when nobody of us is left: that is what an owner is for. */
function ownedBy({ metadata: { name, uid } }: Job, secret: object): object {
  const { metadata = {} } = secret as { readonly metadata?: object };
  return { ...secret, metadata: { ...metadata, ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name, uid }] } };
}

interface Creating {
  readonly api: KubernetesApi;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** No try is begun after this time. */
  readonly until: number;
}

/** Creates one thing. Its name makes a second request harmless: the API server knows one thing of a kind and name. */
async function create(
  collection: string,
  { name, document }: { readonly name: string; readonly document: object },
  { api, clock, signal, until }: Creating,
): Promise<Job> {
  let doubtful = false;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    let reason: string;
    try {
      const answer = await api.ask('POST', collection, { signal, body: document });
      if (answer.status === 201) return JSON.parse(await answer.text()) as Job;
      if (answer.status === 409 && doubtful) {
        const ours = await api.ask('GET', `${collection}/${name}`, { signal });
        if (ours.status === 200) return JSON.parse(await ours.text()) as Job;
        // Secrets can be made by whoever may not read them.
        if (ours.status === 403) return { metadata: { name } };
      }
      if (![409, 429, 500, 502, 503, 504].includes(answer.status) || (answer.status === 409 && !doubtful))
        throw await refusal(answer, `POST ${collection}`);
      reason = await saidBy(answer, `POST ${collection}`);
      doubtful ||= answer.status !== 429;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof NotCarriedOut) throw error;
      reason = messageOf(error);
      if (error instanceof NoAnswer && error.lasting)
        throw new Refused(reason, 'Is the address of the API server right, and its authority known?');
      doubtful ||= !neverLeft(error);
    }
    if (clock.now() >= until)
      // What may be there stays in the journal.
      throw new (doubtful ? Doubtful : Refused)(reason, 'Is the API server up, and is its address right?');
    await clock.sleep(pause, signal);
  }
}
