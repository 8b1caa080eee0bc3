import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseImageReference } from '../../src/documents/image-reference.js';
import { InvalidInput } from '../../src/host/errors.js';
import { fileProblem } from '../../src/host/file-problem.js';
import { didYouMean } from '../../src/host/nearest.js';
import { parsePlain, printPath, repeatedMembers } from '../../src/json/parse.js';
import { readBytes } from './amounts.js';
import { capabilityName, capabilityNames } from './capability.js';
import { notKnown, sentences } from '../problems.js';

/** What the operator of a machine lets a parameter ask for, and what is imposed on it (delegation.md 6). Nothing that is not said is allowed. */
export interface Policy {
  /** Prefixes of image names, by whole components; undefined lets every image. */
  readonly images?: readonly string[];
  readonly digestOnly: boolean;
  readonly privileged: boolean;
  readonly binds: readonly AllowedBind[];
  readonly volumes: readonly string[];
  readonly anonymousVolumes: boolean;
  readonly devices: readonly string[];
  readonly addCapabilities: readonly string[];
  readonly networks: readonly string[];
  readonly publish?: AllowedPorts;
  readonly gpus: 'all' | number;
  readonly entrypoint: boolean;
  readonly groups: readonly string[];
  readonly sysctls: readonly string[];
  readonly securityOptions: readonly string[];
  readonly runtimes: readonly string[];
  /** Names that `--env` may set. */
  readonly environment: readonly string[];

  readonly noNewPrivileges: boolean;
  readonly dropCapabilities: readonly string[];
  /** For containers whose parameter names none. */
  readonly network?: string;
  readonly init: boolean;
  readonly limits: Limits;
}

/** A folder of the machine; what is below it may be mounted. */
export interface AllowedBind {
  readonly source: string;
  readonly writable: boolean;
}

export interface AllowedPorts {
  readonly ports: readonly (readonly [from: number, to: number])[];
  /** Of this machine; the first is taken when the parameter names none. */
  readonly addresses: readonly string[];
}

/** Bytes, processors, processes, milliseconds. The smaller of these and the parameter's own holds. */
export interface Limits {
  readonly memory?: number;
  readonly cpus?: number;
  readonly pids?: number;
  /** Of the whole run. */
  readonly time?: number;
  /** How far `--stop-timeout` may raise the grace. */
  readonly grace?: number;
}

/** Less memory no engine gives to a container. */
export const leastMemory = 6 * 1024 * 1024;
/** Nor fewer processors. */
export const leastCpus = 0.01;
/** What a timer can wait for, in whole days, in milliseconds. */
export const longestTime = 24 * 86_400_000;
/** To the stop signal somebody answers within a day. */
export const longestGrace = 86_400_000;

/** What holds without a policy file. */
export const defaultPolicy: Policy = {
  digestOnly: false,
  privileged: false,
  binds: [],
  volumes: [],
  anonymousVolumes: false,
  devices: [],
  addCapabilities: [],
  networks: [],
  gpus: 0,
  entrypoint: false,
  groups: [],
  sysctls: [],
  securityOptions: [],
  runtimes: [],
  environment: [],
  noNewPrivileges: false,
  dropCapabilities: [],
  init: true,
  limits: {},
};

/** Reads a policy file; `schemas/policy.schema.json` describes it. @throws {InvalidInput} with all problems: half a policy is none */
export function readPolicy(path: string): Policy {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InvalidInput(
      `the policy ${path} cannot be read: ${fileProblem(error)}`,
      'Without --policy everything is denied that needs an allowance',
    );
  }
  return parsePolicy(text, path);
}

/** As `readPolicy`, of its text. @throws {InvalidInput} */
export function parsePolicy(text: string, source: string): Policy {
  const examples = 'See docs/delegation.md for examples';
  const document = parsePlain(text, `the policy ${source}`, examples);
  if (!isRecord(document)) throw new InvalidInput(`the policy ${source} is not a JSON object`, examples);
  // Of two members with one name JSON takes the second, and the limits of the first would be gone without a word.
  const problems = repeatedMembers(text, document).map((path) => `${printPath(path)} is given twice`);
  const policy: { -readonly [K in keyof Policy]?: Policy[K] } = {};
  for (const [name, value] of Object.entries(document)) {
    if (name === '$schema') continue;
    if (!Object.hasOwn(readers, name)) problems.push(notKnown(JSON.stringify(name), name, Object.keys(readers)));
    else Object.assign(policy, { [name]: readers[name as keyof Policy](value, name, problems) });
  }
  if (problems.length > 0)
    throw new InvalidInput(`the policy ${source}: ${sentences(problems)}`, 'schemas/policy.schema.json describes the file');
  return { ...defaultPolicy, ...policy };
}

type Reader<T> = (value: unknown, at: string, problems: string[]) => T;

const flag: Reader<boolean> = (value, at, problems) => {
  if (typeof value !== 'boolean') problems.push(`${at} must be true or false`);
  return value === true;
};

const text: Reader<string> = (value, at, problems) => {
  if (typeof value === 'string' && value !== '') return value;
  problems.push(`${at} must be text that is not empty`);
  return '';
};

const texts =
  (form: RegExp, what: string): Reader<readonly string[]> =>
  (value, at, problems) =>
    listOf<string>((element, place) => {
      if (typeof element === 'string' && form.test(element)) return element;
      problems.push(`${place} must be ${what}`);
      return '';
    })(value, at, problems);

const capabilities: Reader<readonly string[]> = listOf((element, at, problems) => {
  // In capital or in small letters: the schema cannot say that their size does not matter.
  const isWritten = typeof element === 'string' && [element.toUpperCase(), element.toLowerCase()].includes(element);
  const name = isWritten ? capabilityName(element) : undefined;
  if (name !== undefined) return name;
  const meant = typeof element === 'string' ? didYouMean(element.replace(/^CAP_/i, ''), capabilityNames) : '';
  problems.push(`${at} must be a capability such as NET_ADMIN${meant && `.${meant}`}`);
  return '';
});

const images: Reader<readonly string[]> = listOf((element, at, problems) => {
  const prefix = typeof element === 'string' ? element.replace(/\/$/, '') : '';
  // `acme:5000` is a registry, `python:3` an image with a tag.
  const isRegistry = /^(?:[^/]*\.[^/]*|localhost|\[[^/]*\]|[^/]*(?=:\d{4})):\d+$/.test(prefix);
  const reference = parseImageReference(isRegistry ? `${prefix}/x` : prefix);
  if (reference && reference.tag === undefined && reference.digest === undefined && prefix === prefix.toLowerCase()) return prefix;
  const meant = parseImageReference(
    prefix
      .toLowerCase()
      .replace(/@.*$/, '')
      .replace(/:[^:/]*$/, ''),
  )?.text;
  problems.push(
    `${at} must be the beginning of an image name, in small letters, without tag and digest${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
  );
  return '';
});

/** A number from `least` to `most`. */
const amount =
  (least: number, most: number): Reader<number> =>
  (value, at, problems) => {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    problems.push(`${at} must be a number from ${least}${most === Infinity ? ' on' : ` to ${most}`}`);
    return least;
  };

const binds: Reader<readonly AllowedBind[]> = listOf((element, at, problems) => {
  const bind = isRecord(element) ? element : {};
  onlyKnown(bind, ['source', 'writable'], at, problems);
  const source = bind['source'];
  if (!isRecord(element) || typeof source !== 'string' || !isNormalPath(source))
    problems.push(`${at}.source must be an absolute path without "..", "." and a final slash`);
  return { source: String(source), writable: bind['writable'] === undefined ? false : flag(bind['writable'], `${at}.writable`, problems) };
});

const publish: Reader<AllowedPorts> = (value, at, problems) => {
  const allowed = isRecord(value) ? value : {};
  if (!isRecord(value)) problems.push(`${at} must be an object with "ports"`);
  else if (allowed['ports'] === undefined)
    problems.push(`${at}.ports is missing: ports such as "8000-8100", or [] for those alone that the engine chooses`);
  onlyKnown(allowed, ['ports', 'addresses'], at, problems);
  const addresses = addressList(allowed['addresses'] ?? ['127.0.0.1'], `${at}.addresses`, problems);
  if (Array.isArray(allowed['addresses']) && addresses.length === 0)
    problems.push(`${at}.addresses is empty, and a port is published on an address: 127.0.0.1 when the member is left out`);
  return { ports: portList(allowed['ports'] ?? [], `${at}.ports`, problems), addresses };
};

const portList = listOf<readonly [from: number, to: number]>((element, at, problems) => {
  const [, first = '', last = first] = (typeof element === 'string' && /^([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/.exec(element)) || [];
  const [from, to] = [Number(first), Number(last)];
  if (from < 1 || to > 65_535 || from > to) problems.push(`${at} must be a port or a range such as "8000-8100", from 1 to 65535`);
  return [from, to];
});

const addressList = listOf<string>((element, at, problems) => {
  if (typeof element === 'string' && isIP(element) !== 0) return element;
  problems.push(`${at} must be an IP address`);
  return '';
});

const gpus: Reader<'all' | number> = (value, at, problems) => {
  if (value === 'all' || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return value;
  problems.push(`${at} must be "all" or how many`);
  return 0;
};

const limits: Reader<Limits> = (value, at, problems) => {
  const given = isRecord(value) ? value : {};
  if (!isRecord(value)) problems.push(`${at} must be an object`);
  onlyKnown(given, ['memory', 'cpus', 'pids', 'timeSeconds', 'graceSeconds'], at, problems);
  const has = (name: string): boolean => given[name] !== undefined;
  const amountOfMemory = given['memory'];
  const isAmount = typeof amountOfMemory === 'string' || Number.isSafeInteger(amountOfMemory);
  const memory = isAmount ? readBytes(String(amountOfMemory)) : undefined;
  if (has('memory') && (memory === undefined || memory < leastMemory))
    problems.push(`${at}.memory must be bytes, or text such as "2g", from 6m on`);
  if (has('pids') && !Number.isInteger(given['pids'])) problems.push(`${at}.pids must be a whole number`);
  const number = (name: string, least: number, most = Infinity): number => amount(least, most)(given[name], `${at}.${name}`, problems);
  const time = (name: string, most: number): number => number(name, 0.001, most / 1000) * 1000;
  return {
    ...(memory !== undefined && { memory }),
    ...(has('cpus') && { cpus: number('cpus', leastCpus) }),
    ...(has('pids') && { pids: number('pids', 1) }),
    ...(has('timeSeconds') && { time: time('timeSeconds', longestTime) }),
    ...(has('graceSeconds') && { grace: time('graceSeconds', longestGrace) }),
  };
};

const readers: { readonly [K in keyof Required<Policy>]: Reader<Required<Policy>[K]> } = {
  images,
  digestOnly: flag,
  privileged: flag,
  binds,
  volumes: texts(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, 'the name of a volume'),
  anonymousVolumes: flag,
  devices: texts(/^\/dev\/\S+$/, 'a device such as /dev/ttyUSB0'),
  addCapabilities: capabilities,
  networks: texts(/^\S+$/, 'the name of a network'),
  publish,
  gpus,
  entrypoint: flag,
  groups: texts(/^\S+$/, 'the name or number of a group'),
  sysctls: texts(/^[a-z0-9_.-]+$/, 'the name of a kernel setting such as net.core.somaxconn'),
  securityOptions: texts(/^\S+$/, 'a value of --security-opt'),
  runtimes: texts(/^\S+$/, 'the name of a runtime'),
  environment: texts(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'the name of a variable'),
  noNewPrivileges: flag,
  dropCapabilities: capabilities,
  network: text,
  init: flag,
  limits,
};

/** Absolute, without `..`, `.`, empty components and a final slash; `/` itself is. */
export function isNormalPath(path: string): boolean {
  return path === '/' || /^(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path);
}

function listOf<T>(element: Reader<T>): Reader<readonly T[]> {
  return (value, at, problems) => {
    if (Array.isArray(value)) return value.map((item, n) => element(item, `${at}[${n}]`, problems));
    problems.push(`${at} must be a list`);
    return [];
  };
}

function onlyKnown(object: Readonly<Record<string, unknown>>, known: readonly string[], at: string, problems: string[]): void {
  for (const name of Object.keys(object)) if (!known.includes(name)) problems.push(notKnown(`${at}.${name}`, name, known));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
