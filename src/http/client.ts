// One HTTP client for the whole program: proxies, TLS with private CAs, redirects, authorization, retries, a limit on every try. In: what to ask.
// Out: the answer, whatever its status. What an answer means is the caller's business.

import type { Readable } from 'node:stream';

export interface HttpRequest {
  readonly method: string;
  /** `http:` or `https:`. Characters that a URL may not hold are percent-encoded; `user:password@` is Basic authorization. */
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** A function is called once for each try, so that a stream can be sent again. */
  readonly body?: string | Uint8Array | (() => Readable);
  /** Known length of a body that is a stream; without it the body is sent in chunks. A stream of another length is a failure. */
  readonly length?: number;
  readonly auth?: { readonly type: 'basic' | 'digest'; readonly username: string; readonly password: string };
  /** `false`: a redirect is an answer like any other. Default: followed, up to 30, by the rules of jsontas.md 8.2; not for HEAD. */
  readonly redirects?: boolean;
  /** `false`: a certificate is not checked, because the user said so for this request. */
  readonly verify?: boolean;
  /** Whom to trust and as whom to come, instead of what the variables name. The same value is the same connections. */
  readonly tls?: Tls;
  /**
   * Milliseconds of silence that one try may have: from its start, or the last piece of its body that was taken, to the headers of the answer,
   * and between two pieces of the answer's body. A redirect is a try of its own. Default 30 s; `Infinity` for none.
   */
  readonly limit?: number;
  /** When a try that failed to get an answer, or got 408, 413, 429, 502, 503 or 504, is made again. Default: never. */
  readonly retry?: Retry;
  /**
   * A try is sent over a connection of its own, and never a second time behind the caller's back: for what may take effect although its answer is
   * lost. Default: connections are kept and used again; one that turns out to be gone is replaced where the method allows it.
   */
  readonly once?: boolean;
  /** The log says what is waited for when there is no answer after 2 s: for what people wait for before anything else is to be seen. */
  readonly sayWhenSlow?: boolean;
  readonly signal?: AbortSignal;
}

/** TLS with a server that has an authority of its own, or knows its clients by certificates. All PEM. */
export interface Tls {
  readonly authority?: string;
  readonly certificate?: string;
  readonly key?: string;
  /** The name on the server's certificate, where it is not that of the address. */
  readonly serverName?: string;
}

export interface Retry {
  /** Milliseconds from the first try; no try is started after them. */
  readonly within: number;
  /** Milliseconds before the second try; doubled each time up to 5 s, with jitter. `Retry-After` wins. Default 200. */
  readonly pause?: number;
  /** Further statuses that are worth another try. */
  readonly statuses?: readonly number[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  /** Lower-case names. Several headers of one name are joined by ", ", except `set-cookie`, which is always a list. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The address that answered, after redirects, with the fragment that was asked for. */
  readonly url: string;
  /** Decompressed. Read it, or destroy it; a short one may also be left alone. */
  readonly body: Readable;
  /** The whole body; throws when it is longer than `atMost` bytes (default 64 MiB). @throws {NoAnswer} */
  bytes(atMost?: number): Promise<Buffer>;
  /** The whole body as text, a byte-order mark left out. UTF-8 unless the content type says otherwise. @throws {NoAnswer} */
  text(atMost?: number): Promise<string>;
}

/** No answer came: refused, reset, timed out, certificate not trusted, too many redirects. The message names address and reason in words. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** Another try would end alike: a certificate that is not trusted, redirects that go round. */
  readonly lasting: boolean;
  constructor(message: string, { lasting = false, ...options }: ErrorOptions & { readonly lasting?: boolean } = {}) {
    super(message, options);
    this.lasting = lasting;
  }
}

export interface HttpClient extends AsyncDisposable {
  /**
   * @throws {NoAnswer}; the signal's reason when that fired
   * @throws {InvalidInput} when it can be sent nowhere: no absolute http or https URL, a header that no header may be
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
}
