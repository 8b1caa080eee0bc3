import type { Readable } from 'node:stream';

/** One request as it goes over the wire. */
export interface Message {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. `content-length` is there whenever the length of the body is known. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Readable | undefined;
  /** Over a connection of its own. */
  readonly once?: boolean;
}

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readable;
}

/** One request, one answer. Redirects, authorization, limits and retries are others' business. */
export interface Sender extends AsyncDisposable {
  /**
   * Rejects with what the network said. The signal also ends the body of the answer, with its reason; whoever gives it sees to it that it
   * lives no longer than that body.
   */
  send(message: Message, signal: AbortSignal): Promise<RawAnswer>;
}
