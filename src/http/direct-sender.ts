import { Agent, request, type IncomingMessage } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { Message, RawAnswer, Sender } from './sender.js';

/** Plain `http:` without a proxy, on Node's own client: nothing to load, so that the first request of a process leaves at once. */
export function createDirectSender(): Sender {
  const agent = new Agent({ keepAlive: true });
  return {
    async send(message, signal) {
      const first = await exchange(message, { agent: message.once ? new Agent() : agent, signal });
      if (first !== 'connection was gone') return first;
      const second = await exchange(message, { agent: new Agent(), signal });
      if (second === 'connection was gone') throw new Error('a new connection cannot be an old one');
      return second;
    },
    [Symbol.asyncDispose]: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

type Exchange = RawAnswer | 'connection was gone';

function exchange(message: Message, { agent, signal }: { readonly agent: Agent; readonly signal: AbortSignal }): Promise<Exchange> {
  const { method, url, headers, body } = message;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const sent = request(url, { method, headers, agent });
    const stop = (): void => void sent.destroy(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    sent.once('close', () => signal.removeEventListener('abort', stop));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // A server may close a connection that rests at the moment in which it is used again; it has not seen this request then.
      const gone = sent.reusedSocket && error.code === 'ECONNRESET' && repeatable(message);
      if (gone && !signal.aborted) resolve('connection was gone');
      // A body that fails ends the request, and what Node says of it is only that it ended.
      else reject(body instanceof Readable && body.errored ? body.errored : error);
    });
    sent.on('response', (response) => resolve(answerOf(response)));
    if (body instanceof Readable) pipeline(body, sent, () => undefined);
    else sent.end(body);
  });
}

function repeatable({ method, body }: Message): boolean {
  return !(body instanceof Readable) && ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].includes(method);
}

function answerOf(response: IncomingMessage): RawAnswer {
  return { status: response.statusCode ?? 0, reason: response.statusMessage ?? '', headers: response.headers, body: response };
}
