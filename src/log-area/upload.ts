import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { LogArea } from '../documents/log-area.js';
import type { Clock } from '../host/clock.js';
import { messageOf } from '../host/errors.js';
import type { Log } from '../host/log.js';
import { NoAnswer, type HttpAnswer, type HttpClient } from '../http/client.js';
import { fillTemplate } from './template.js';

/** What the log area's template may name besides the file. */
export interface Place {
  readonly context: string;
  readonly mainSuiteId: string;
  readonly subSuiteId: string;
}

/** A file that is to go to the log area. `open` is called once for each try. */
export interface Upload {
  readonly name: string;
  readonly open: (signal: AbortSignal) => Promise<{ readonly length: number; readonly content: Readable }>;
}

/** What became of a file: where it is, or why it is not there. */
export type Uploaded =
  | { readonly state: 'there'; readonly name: string; readonly uri: string; readonly sha256?: string }
  | { readonly state: 'missing'; readonly name: string; readonly reason: string };

export interface Uploading {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether what becomes of a file says its SHA-256, in hexadecimal. */
  readonly checksums?: boolean;
}

/** Puts files into a log area (etos.md 6.5). A file is there when the server said so, and only then. */
export class Uploader {
  private lastTimedOut = false;
  private noted = false;

  /** @throws {InvalidInput} when the template of the address cannot be filled */
  constructor(
    private readonly area: LogArea,
    private readonly place: Place,
    private readonly parts: Uploading,
  ) {
    this.addressOf('');
    if (area.upload.unknown.length > 0)
      parts.log.warning('members of log_area.upload that mean nothing here were left out', { members: area.upload.unknown.join(', ') });
  }

  /** The address of a file, or, for an empty name, of the folder: what ArtifactPublished tells. */
  addressOf(name: string): string {
    const { context, mainSuiteId, subSuiteId } = this.place;
    const values = {
      context,
      folder: `${mainSuiteId}/${subSuiteId}`,
      // Encoded, because a name may hold what has a meaning in an address (`#`, `?`, `%`, `&`).
      name: encodeURIComponent(name),
      main_suite_id: mainSuiteId,
      sub_suite_id: subSuiteId,
    };
    return fillTemplate(this.area.upload.url, values, 'log_area.upload.url');
  }

  /** Uploads one file, again and again within the log area's timeout. Whatever stands in the way, the signal too, is the reason it is missing. */
  async upload({ name, open }: Upload, signal: AbortSignal): Promise<Uploaded> {
    const uri = this.addressOf(name);
    try {
      signal.throwIfAborted();
      const { length, content } = await open(signal);
      let first: Readable | undefined = content;
      let hash: Hash | undefined;
      const body = (): Readable => {
        const taken = first ?? Readable.from(again(open, signal));
        first = undefined;
        if (!this.parts.checksums) return taken;
        hash = createHash('sha256');
        return Readable.from(through(hash, taken));
      };
      const answer = await this.send(uri, body, length, signal);
      first?.destroy();
      const problem = await this.problemOf(answer, name);
      if (problem !== undefined) return this.missing(name, problem);
      this.lastTimedOut = false;
      this.parts.log.debug('uploaded', { name, uri, bytes: length });
      return { state: 'there', name, uri, ...(hash && { sha256: hash.digest('hex') }) };
    } catch (error) {
      if (error instanceof NoAnswer) this.lastTimedOut = true;
      return this.missing(name, messageOf(error));
    }
  }

  private async send(uri: string, body: () => Readable, length: number, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, auth, headers, params, timeout } = this.area.upload;
    const answer = await this.parts.http.request({
      method,
      url: withParams(uri, params),
      headers,
      ...(auth && { auth }),
      body,
      length,
      // A log area that did not answer for the whole time of one file is asked once for each further one, or a long suite would wait for hours.
      ...(!this.lastTimedOut && { retry: { within: timeout, statuses: [500] } }),
      signal,
    });
    this.lastTimedOut = answer.status >= 500;
    return answer;
  }

  private async problemOf(answer: HttpAnswer, name: string): Promise<string | undefined> {
    const text = await answer.text();
    const status = `${answer.status} ${answer.reason}`.trim();
    if (answer.status < 200 || answer.status > 299) return `the log area answered ${status}`;
    const { asJson } = this.area.upload;
    if (asJson === false || isJson(text)) return undefined;
    // A page of a login with status 200 is what a demanded form protects from. Where nobody demanded it, plain servers answer as they like.
    if (asJson) return `the log area answered ${status}, but with something that is not JSON, which as_json asks for`;
    if (!this.noted) this.parts.log.debug('the log area does not answer with JSON; as_json: false says that it need not', { name });
    this.noted = true;
    return undefined;
  }

  private missing(name: string, reason: string): Uploaded {
    this.parts.log.warning('not uploaded', { name, reason });
    return { state: 'missing', name, reason };
  }
}

async function* again(open: Upload['open'], signal: AbortSignal): AsyncGenerator<Buffer> {
  const { content } = await open(signal);
  yield* content as AsyncIterable<Buffer>;
}

/** Reads a body and hashes it on its way. */
async function* through(hash: Hash, content: Readable): AsyncGenerator<Buffer> {
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
}

function withParams(uri: string, params: readonly (readonly [string, string])[]): string {
  if (params.length === 0) return uri;
  const query = new URLSearchParams(params.map(([name, value]): [string, string] => [name, value])).toString();
  const [address = '', fragment] = uri.split('#', 2);
  return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
