import type { JenkinsJob } from './controller.js';

/** What of a delegation is known: where it waits, or the build it became. `item` tells the build from another that has got its number. */
export type JenkinsPlace = { readonly item: number } | { readonly build: number; readonly item?: number };

/** The address of a place, for the journal. */
export function locationOf({ root, path }: JenkinsJob, place: JenkinsPlace): string {
  if (!('build' in place)) return `${root}/queue/item/${place.item}/`;
  return `${root}${path}/${place.build}/${place.item === undefined ? '' : `#item=${place.item}`}`;
}

/** Reads what `locationOf` wrote. */
export function placeIn(location: string | undefined): JenkinsPlace | undefined {
  const [, waits, build, item] = /(?:\/queue\/item\/(\d+)|\/(\d+))\/?(?:#item=(\d+))?$/.exec(location ?? '') ?? [];
  if (waits !== undefined) return { item: Number(waits) };
  return build === undefined ? undefined : { build: Number(build), ...(item !== undefined && { item: Number(item) }) };
}

/** Whether two places are of one delegation. What an item has become is not known yet, so only what both know is compared. */
export function isSame(one: JenkinsPlace, other: JenkinsPlace): boolean {
  if (one.item !== undefined && other.item !== undefined) return one.item === other.item;
  return 'build' in one && 'build' in other ? one.build === other.build : true;
}
