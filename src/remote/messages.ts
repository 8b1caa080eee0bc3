import type { Outcome } from '../documents/outcome.js';
import { outcomeIn } from './outcome.js';
import type { ServerSentEvent } from './server-sent-events.js';

/** A file that a test runner has uploaded. */
export interface RemoteFile {
  readonly kind: 'log' | 'artifact';
  readonly url: string;
  readonly name: string;
  /** Its sub suite's, as the deployment calls it: the name with `-` for spaces. */
  readonly directory: string | undefined;
  /** Names of algorithms as the deployment writes them, and values in hexadecimal. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** What a stream of ETOS tells (etos.md 1.3). */
export type Message =
  | { readonly kind: 'message'; readonly level: string; readonly name: string; readonly text: string; readonly time: string }
  | { readonly kind: 'file'; readonly file: RemoteFile }
  /** The run is over. Without an outcome where only that is said, as v1 does. */
  | { readonly kind: 'shutdown'; readonly outcome: Outcome | undefined; readonly text: string }
  | { readonly kind: 'error'; readonly retry: boolean; readonly reason: string };

/** Reads an event; undefined for pings, and for what is none of this. */
export function messageIn({ event, data }: ServerSentEvent): Message | undefined {
  const value = objectIn(data);
  const text = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => value?.[name]).find((one) => one !== undefined && one !== null);
    return typeof found === 'string' ? found : undefined;
  };
  switch (event) {
    case 'message':
      return {
        kind: 'message',
        level: (text('levelname', 'level') ?? 'INFO').toUpperCase(),
        name: text('name') ?? '',
        text: text('message') ?? data,
        time: text('@timestamp', 'datestring') ?? '',
      };
    case 'report':
    case 'artifact': {
      const [url, name] = [text('url'), text('name')];
      if (url === undefined || name === undefined) return undefined;
      const checksums = Object.entries((value?.checksums ?? {}) as Readonly<Record<string, unknown>>).filter(
        (pair): pair is [string, string] => typeof pair[1] === 'string',
      );
      return {
        kind: 'file',
        file: {
          kind: event === 'report' ? 'log' : 'artifact',
          url,
          name,
          directory: text('directory') || undefined,
          checksums: Object.fromEntries(checksums),
        },
      };
    }
    case 'shutdown':
      return { kind: 'shutdown', outcome: value && outcomeIn(value), text: text('description') ?? data };
    case 'error':
      return { kind: 'error', retry: value?.retry === true, reason: text('reason') ?? data };
    default:
      return undefined;
  }
}

function objectIn(data: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
