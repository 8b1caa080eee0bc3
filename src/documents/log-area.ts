import { printText } from '../json/print.js';
import { isObject, toPlain, type JsonObject, type JsonValue } from '../json/value.js';

/** Where the logs and artifacts of a sub suite go (etos.md 4.7, 6.5). */
export interface LogArea {
  readonly providerId: string;
  /** Address of the live log, for people; absent or null where the provider has none. */
  readonly livelogs?: string;
  readonly upload: Upload;
  readonly logs: { readonly prepend?: string; readonly joinCharacter?: string };
  /** Type of the location in ArtifactPublished. `OTHER` unless the provider says. */
  readonly type: 'ARTIFACTORY' | 'NEXUS' | 'PLAIN' | 'OTHER';
}

/** How one file is uploaded. */
export interface Upload {
  /** Template in Python's format form: `{context}`, `{folder}`, `{name}`, `{main_suite_id}`, `{sub_suite_id}`; `{{` is a brace. */
  readonly url: string;
  readonly method: string;
  readonly auth?: { readonly username: string; readonly password: string; readonly type: 'basic' | 'digest' };
  readonly headers: Readonly<Record<string, string>>;
  /** For the query of the address; a list of values gives a pair for each. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** Whether the answer must be JSON; undefined where the provider does not say. */
  readonly asJson?: boolean;
  /** Milliseconds for all tries of one file together. */
  readonly timeout: number;
  /** Members that the released test runners hand to their HTTP library and that mean nothing here. */
  readonly unknown: readonly string[];
}

const known: readonly string[] = ['url', 'method', 'auth', 'headers', 'params', 'as_json', 'timeout'];
const usualTimeout = 30;

/**
 * Reads a log area as a provider gives it (etos.md 6.5): `provider_id`, `livelogs`, `upload`, `logs`, `type`.
 * @param problems gets a sentence for each thing that is wrong; the value is then of no use
 */
export function parseLogArea(area: JsonObject, problems: string[]): LogArea {
  const upload = area.get('upload');
  const logs = area.get('logs');
  const livelogs = area.get('livelogs');
  const type = area.get('type');
  if (!isObject(upload)) problems.push('log_area.upload is missing or not an object');
  return {
    providerId: printText(area.get('provider_id')),
    ...(typeof livelogs === 'string' && { livelogs }),
    upload: parseUpload(isObject(upload) ? upload : new Map<string, JsonValue>(), isObject(upload) ? problems : []),
    logs: readLogs(logs, problems),
    type: type === 'ARTIFACTORY' || type === 'NEXUS' || type === 'PLAIN' ? type : 'OTHER',
  };
}

function parseUpload(upload: JsonObject, problems: string[]): Upload {
  const url = upload.get('url');
  if (typeof url !== 'string') problems.push('log_area.upload.url is missing or not text');
  const method = upload.get('method') ?? 'PUT';
  const isMethod = typeof method === 'string' && /^[A-Za-z]+$/.test(method);
  if (!isMethod) problems.push(`log_area.upload.method is ${JSON.stringify(toPlain(method))}; expected a method such as PUT or POST`);
  const timeout = upload.get('timeout') ?? usualTimeout;
  const isTime = typeof timeout === 'number' && timeout >= 0;
  if (!isTime) problems.push(`log_area.upload.timeout is ${JSON.stringify(toPlain(timeout))}; expected seconds`);
  const asJson = upload.get('as_json');
  const auth = readAuth(upload.get('auth'), problems);
  return {
    url: typeof url === 'string' ? url : '',
    method: isMethod ? method.toUpperCase() : 'PUT',
    ...(auth && { auth }),
    headers: Object.fromEntries(readPairs(upload.get('headers'))),
    params: readPairs(upload.get('params')),
    ...(typeof asJson === 'boolean' && { asJson }),
    timeout: (isTime ? timeout : usualTimeout) * 1000,
    unknown: [...upload.keys()].filter((name) => !known.includes(name)),
  };
}

function readLogs(logs: JsonValue | undefined, problems: string[]): LogArea['logs'] {
  // The two defaults hold only where `logs` says anything at all (etos.md 6.5): an empty object prefixes nothing.
  if (!isObject(logs) || logs.size === 0) return {};
  const text = (name: string, otherwise: string): string => {
    const value = logs.get(name) ?? otherwise;
    if (typeof value !== 'string') problems.push(`log_area.logs.${name} is not text`);
    return printText(value);
  };
  return { prepend: text('prepend', ''), joinCharacter: text('join_character', '_') };
}

function readAuth(auth: JsonValue | undefined, problems: string[]): Upload['auth'] {
  if (!isObject(auth)) return undefined;
  const [username, password] = [auth.get('username'), auth.get('password')];
  if (typeof username !== 'string' || typeof password !== 'string') {
    problems.push('log_area.upload.auth needs username and password as text');
    return undefined;
  }
  // Whatever is not basic is digest, as the released test runners have it.
  return { username, password, type: printText(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}

function readPairs(value: JsonValue | undefined): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return [...value].flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member]).filter((one) => one !== null).map((one) => [name, printText(one)] as const),
  );
}
