import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { readBytes } from './amounts.js';
import { notListed, type Asked } from './asked.js';
import { commaSeparated } from './comma-separated.js';
import { isNormalPath, type AllowedBind } from './policy.js';

/** As the engine's create call has them. */
export type Mount = Readonly<Record<string, unknown>>;

/** Folders of the machine, volumes and memory that the container sees as its own (delegation.md 6). */
export function mounts(asked: Asked): Readonly<Record<string, unknown>> {
  const all = [
    ...asked.each('--volume', (argument) => volume(asked, argument)),
    ...asked.each('--mount', (argument) => mount(asked, argument)),
  ];
  return { ...(all.length > 0 && { Mounts: all }), ...temporary(asked) };
}

/** `/container/path`, `source:/container/path`, `source:/container/path:ro`. */
function volume(asked: Asked, argument: string): Mount | undefined {
  const parts = argument.split(':');
  const [source, target, mode = ''] = parts.length === 1 ? [undefined, parts[0]] : parts;
  if (parts.length > 3 || !/^(?:|ro|rw)$/.test(mode)) return asked.form('--volume', '[source:]target[:ro|rw]');
  return mountFrom(
    asked,
    '--volume',
    source === undefined || !source.startsWith('/') ? 'volume' : 'bind',
    source,
    target ?? '',
    mode === 'ro',
  );
}

/** `type=bind,source=…,target=…[,readonly]`. Everything else that the docker CLI takes here reaches past what the policy can compare. */
function mount(asked: Asked, argument: string): Mount | undefined {
  const fields = commaSeparated(argument);
  if (!fields) return asked.form('--mount', 'key=value pairs with commas between, one that holds a comma in quotes');
  const keys: Readonly<Record<string, string>> = { src: 'source', dst: 'target', destination: 'target', ro: 'readonly' };
  const given = new Map<string, string>();
  for (const field of fields) {
    const [written = ''] = field.split('=', 1);
    const key = keys[written.toLowerCase()] ?? written.toLowerCase();
    if (!['type', 'source', 'target', 'readonly', 'tmpfs-size', 'tmpfs-mode'].includes(key) || given.has(key))
      return asked.refuse('--mount', 'takes type, source, target and readonly, each once; volume and bind options are never allowed');
    given.set(key, field.includes('=') ? field.slice(written.length + 1) : 'true');
  }
  const readOnly = given.get('readonly') ?? 'false';
  if (!/^(?:true|false|1|0)$/.test(readOnly)) return asked.form('--mount', 'readonly, readonly=true or readonly=false');
  const type = given.get('type') ?? 'volume';
  const target = given.get('target') ?? '';
  const isReadOnly = readOnly === 'true' || readOnly === '1';
  if (type === 'bind' || type === 'volume') {
    if (given.has('tmpfs-size') || given.has('tmpfs-mode'))
      return asked.refuse('--mount', 'takes tmpfs-size and tmpfs-mode with type=tmpfs alone');
    return mountFrom(asked, '--mount', type, given.get('source'), target, isReadOnly);
  }
  if (type !== 'tmpfs' || given.has('source')) return asked.form('--mount', 'type=bind, type=volume or type=tmpfs');
  const size = given.get('tmpfs-size');
  const mode = given.get('tmpfs-mode');
  const bytes = size === undefined ? undefined : readBytes(size);
  if ((size !== undefined && bytes === undefined) || (mode !== undefined && !/^[0-7]{3,4}$/.test(mode)) || !isTarget(target))
    return asked.form('--mount', 'type=tmpfs,target=/path[,tmpfs-size=…][,tmpfs-mode=…]');
  const options = { ...(bytes !== undefined && { SizeBytes: bytes }), ...(mode !== undefined && { Mode: parseInt(mode, 8) }) };
  return { Type: 'tmpfs', Target: target, ReadOnly: isReadOnly, TmpfsOptions: options };
}

function mountFrom(
  asked: Asked,
  option: string,
  type: 'bind' | 'volume',
  source: string | undefined,
  target: string,
  readOnly: boolean,
): Mount | undefined {
  if (!isTarget(target)) return asked.form(option, 'something with an absolute target without ".." and "."');
  if (type === 'bind') {
    const allowed = allowedBind(asked, option, source ?? '');
    if (!allowed) return undefined;
    if (!readOnly && !allowed.writable) return asked.refuse(option, 'names a folder that the policy lets be mounted read-only (by binds)');
    return { Type: 'bind', Source: source, Target: target, ReadOnly: readOnly };
  }
  if (source === undefined || source === '') {
    if (!asked.policy.anonymousVolumes) return asked.refuse(option, 'without a source needs anonymousVolumes in the policy');
    return { Type: 'volume', Target: target, ReadOnly: readOnly };
  }
  if (asked.listed(option, source, 'volumes') === undefined) return undefined;
  return { Type: 'volume', Source: source, Target: target, ReadOnly: readOnly };
}

/** The policy's entry that lets this folder be mounted: by whole components, and also where its links lead. */
function allowedBind(asked: Asked, option: string, source: string): AllowedBind | undefined {
  if (!isNormalPath(source)) return asked.form(option, 'something with an absolute source without "..", "." and a final slash');
  const { binds } = asked.policy;
  const real = realPath(source);
  const exact = binds.find((bind) => bind.source === source && (bind.source === real || realPath(bind.source) === real));
  if (exact) return exact;
  if ([source, real].some((path) => asked.sockets.some((socket) => isWithin(socket, path))))
    return asked.refuse(option, 'holds the engine’s socket, and the policy does not name it exactly');
  const bind = binds.find((allowed) => isWithin(source, allowed.source) && isWithin(real, realPath(allowed.source)));
  return bind ?? asked.refuse(option, notListed('a folder', 'binds'));
}

function temporary(asked: Asked): Readonly<Record<string, unknown>> {
  const mounts = asked.each('--tmpfs', (argument): readonly [string, string] | undefined => {
    const [path = ''] = argument.split(':', 1);
    const options = argument.slice(path.length + 1);
    const known =
      /^(?:(?:rw|ro|noexec|exec|nosuid|nodev|noatime|size=\d+[kmg%]?|mode=[0-7]{3,4}|uid=\d+|gid=\d+|nr_inodes=\d+[kmg]?)(?:,|$))*$/i;
    return isNormalPath(path) && path !== '/' && known.test(options)
      ? [path, options]
      : asked.form('--tmpfs', 'path[:options] with size, mode, uid, gid, nr_inodes, ro, rw, exec, noexec, nosuid, nodev or noatime');
  });
  return mounts.length > 0 ? { Tmpfs: Object.fromEntries(mounts) } : {};
}

function isTarget(path: string): boolean {
  return isNormalPath(path) && path !== '/';
}

/** True when `path` is `folder` or lies below it, by whole components. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}

/** Where a path leads when its links are followed; what is not there yet lies where its folder leads. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path === '/' ? path : `${realPath(dirname(path)).replace(/\/$/, '')}/${path.split('/').at(-1) ?? ''}`;
  }
}
