import { lastLineOf } from '../last-words.js';
import type { Tracked } from '../tracker.js';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export interface Job {
  readonly metadata: {
    readonly name: string;
    readonly uid?: string;
    readonly labels?: object;
    readonly annotations?: Readonly<Record<string, unknown>>;
  };
  readonly spec?: { readonly template?: { readonly spec?: { readonly containers?: readonly { readonly name: string }[] } } };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

interface ContainerStatus {
  readonly name: string;
  readonly state?: {
    readonly waiting?: { readonly reason?: string; readonly message?: string };
    readonly running?: object;
    /** `message`: what it wrote for this purpose, or printed last, as the manifest wants it. */
    readonly terminated?: { readonly exitCode: number; readonly reason?: string; readonly message?: string };
  };
}

export interface Pod {
  readonly metadata: { readonly name: string; readonly creationTimestamp?: string };
  readonly status?: {
    readonly reason?: string;
    readonly message?: string;
    readonly conditions?: readonly Condition[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

/** What is to be seen of a delegation that is a Job. */
export interface Seen {
  readonly tracked: Tracked;
  readonly pod?: Pod | undefined;
  /** The container of the pod that is the delegation's. */
  readonly container?: string | undefined;
  /** It runs, or has run. */
  readonly started?: boolean;
  /** Why it waits, where that is nothing that passes by waiting a little. */
  readonly stuck?: string;
  /** Nothing that passes at all. */
  readonly hopeless?: boolean;
}

/** No cluster will ever start what waits for these reasons. */
const hopelessReasons = ['InvalidImageName', 'ErrImageNeverPull'];
/** Hopeless, or perhaps not. */
const stuckReasons = [
  ...hopelessReasons,
  'ErrImagePull',
  'ImagePullBackOff',
  'RegistryUnavailable',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
];

/** What a Job and its pods say about the delegation; the newest pod counts. */
export function lookAt(job: Job, pods: readonly Pod[]): Seen {
  const [pod] = pods.toSorted((a, b) => (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''));
  const statuses = pod?.status?.containerStatuses ?? [];
  // A cluster may add containers of its own to a pod: ours is the first of the manifest.
  const container = job.spec?.template?.spec?.containers?.[0]?.name ?? statuses[0]?.name;
  const state = statuses.find((status) => status.name === container)?.state;
  const started = state?.running !== undefined || state?.terminated !== undefined;
  const ended = job.status?.conditions?.find(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True');
  if (ended) {
    const code = state?.terminated?.exitCode;
    const why = [ended.reason, ended.message, state?.terminated?.reason, pod?.status?.reason, pod?.status?.message].filter(Boolean);
    const because = [...new Set(why)].join(', ');
    const last = lastLineOf(state?.terminated?.message ?? '');
    const words = last === undefined ? '' : `; its last words: ${last}`;
    const reason = `job ${job.metadata.name} ended ${ended.type}${because && ` (${because})`} and told no result${words}`;
    return { pod, container, started, tracked: { state: 'ended', ...(code !== undefined && { code }), reason } };
  }
  if (started) return { pod, container, started, tracked: { state: 'running' } };
  if (!pod) return { tracked: { state: 'waiting', queue: 'no pod yet' }, stuck: `the cluster made no pod for job ${job.metadata.name}` };
  const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  const all = [...(pod.status?.initContainerStatuses ?? []), ...statuses].flatMap((status) => status.state?.waiting ?? []);
  const waiting = all.find(({ reason = '' }) => stuckReasons.includes(reason)) ?? unscheduled ?? all[0];
  const queue = [waiting?.reason, waiting?.message].filter(Boolean).join(': ') || `pod ${pod.metadata.name} waits`;
  const isStuck = waiting !== undefined && (waiting === unscheduled || stuckReasons.includes(waiting.reason ?? ''));
  return {
    pod,
    tracked: { state: 'waiting', queue },
    ...(isStuck && { stuck: queue }),
    hopeless: hopelessReasons.includes(waiting?.reason ?? ''),
  };
}
