import { printText } from '../json/print.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.js';

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
  readonly params: Readonly<Record<string, string>>;
  /** Whether the answer must be JSON to count as success. */
  readonly asJson: boolean;
  /** Milliseconds for all tries of one file together. */
  readonly timeout: number;
}

/**
 * Reads a log area as a provider gives it (etos.md 6.5): `provider_id`, `livelogs`, `upload`, `logs`, `type`.
 * @param problems gets a sentence for each thing that is wrong; the value is then of no use
 */
export function parseLogArea(area: JsonObject, problems: string[]): LogArea {
  const upload = area.get('upload');
  const of = (name: string): JsonValue | undefined => (isObject(upload) ? upload.get(name) : undefined);
  if (!isObject(upload)) problems.push('log_area.upload is missing or not an object');
  else if (typeof upload.get('url') !== 'string') problems.push('log_area.upload.url is missing or not text');
  const logs = area.get('logs');
  const logText = (name: string): string | undefined => {
    const value = isObject(logs) ? logs.get(name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const [prepend, joinCharacter] = [logText('prepend'), logText('join_character')];
  // The two defaults hold only where `logs` says anything at all (etos.md 6.5): an empty object prefixes nothing.
  const prefixed = isObject(logs) && logs.size > 0;
  const livelogs = area.get('livelogs');
  const type = area.get('type');
  const auth = readAuth(of('auth'), problems);
  return {
    providerId: printText(area.get('provider_id')),
    ...(typeof livelogs === 'string' && { livelogs }),
    upload: {
      url: printText(of('url')),
      method: printText(of('method'), 'PUT').toUpperCase(),
      ...(auth && { auth }),
      headers: readTexts(of('headers')),
      params: readTexts(of('params')),
      asJson: of('as_json') !== false,
      timeout: Number(of('timeout') ?? 30) * 1000,
    },
    logs: prefixed ? { prepend: prepend ?? '', joinCharacter: joinCharacter ?? '_' } : {},
    type: type === 'ARTIFACTORY' || type === 'NEXUS' || type === 'PLAIN' ? type : 'OTHER',
  };
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

function readTexts(value: JsonValue | undefined): Readonly<Record<string, string>> {
  return isObject(value)
    ? Object.fromEntries([...value].filter(([, member]) => member !== null).map(([name, member]) => [name, printText(member)]))
    : {};
}
