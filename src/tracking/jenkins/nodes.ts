import type { JenkinsController } from './controller.js';

/**
 * What becomes of something that waits for a node while none is online. `comes`: Jenkins starts one of that kind on demand, or again. `never`: there is none,
 * and nothing that would start one. `unknown`: somebody else has to bring one back, or Jenkins does not say.
 */
export type Prospect = 'comes' | 'never' | 'unknown';

interface Label {
  /** Those that can start a node with the label. */
  readonly clouds?: readonly unknown[];
  readonly nodes?: readonly { readonly nodeName?: string }[];
}
interface Computer {
  readonly offline?: boolean;
  readonly temporarilyOffline?: boolean;
  /** Jenkins starts the agent, not the agent itself. */
  readonly launchSupported?: boolean;
  readonly offlineCause?: { readonly _class?: string } | null;
}

/** Whether a node may come for what waits. @param why the sentence of the queue item, which names a label or a node */
export async function prospectOf(
  why: string,
  { controller, signal }: { readonly controller: JenkinsController; readonly signal: AbortSignal },
): Promise<Prospect> {
  const labels = await Promise.all(
    namesIn(why).map((name) =>
      controller.ask<Label>(`/label/${encodeURIComponent(name)}/api/json?tree=clouds[_class],nodes[nodeName]`, signal),
    ),
  );
  const known = labels.flatMap((label) => ('value' in label ? [label.value] : []));
  if (known.some(({ clouds = [] }) => clouds.length > 0)) return 'comes';
  const nodes = known.flatMap(({ nodes: some = [] }) => some.flatMap(({ nodeName = '' }) => (nodeName === '' ? [] : [nodeName])));
  const computers = await Promise.all(
    nodes.map((name) =>
      controller.ask<Computer>(
        `/computer/${encodeURIComponent(name)}/api/json?tree=offline,temporarilyOffline,launchSupported,offlineCause[_class]`,
        signal,
      ),
    ),
  );
  if (computers.some((computer) => 'value' in computer && comesBack(computer.value))) return 'comes';
  return nodes.length === 0 && known.length > 0 && known.length === labels.length ? 'never' : 'unknown';
}

/** Not one that somebody took away, nor one that Jenkins could not start when it tried. */
function comesBack({ offline = true, temporarilyOffline = false, launchSupported = false, offlineCause }: Computer): boolean {
  return !offline || (launchSupported && !temporarilyOffline && !/LaunchFailed/.test(offlineCause?._class ?? ''));
}

/** `There are no nodes with the label ‘docker’`, `‘node-7’ is offline`; several sentences are joined by semicolons. */
function namesIn(why: string): readonly string[] {
  const quoted = /‘/.test(why) ? /‘([^‘’]+)’/g : /(?<!\w)'([^']+)'(?!\w)/g;
  return [...why.matchAll(quoted)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
