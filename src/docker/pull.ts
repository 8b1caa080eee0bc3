import type { IncomingMessage } from 'node:http';
import type { EngineAddress } from './address.js';
import { EngineAway, EngineRefused } from './connection.js';

/**
 * Reads the answer to a pull to its end. Its status is 200 even when the pull fails: errors are objects in the stream (delegation.md 7).
 * @throws {EngineRefused} with the registry's words and status 0; {EngineAway}
 */
export function untilPulled(answer: IncomingMessage, address: EngineAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    let line = '';
    let failure: string | undefined;
    const take = (text: string): void => {
      if (text.trim() === '') return;
      try {
        const { error, errorDetail } = JSON.parse(text) as { error?: string; errorDetail?: { message?: string } };
        failure ??= errorDetail?.message ?? error;
      } catch {
        failure ??= 'the engine answered something that is not JSON';
      }
    };
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      lines.forEach(take);
    });
    answer.once('end', () => {
      take(line);
      if (failure === undefined) resolve();
      else reject(new EngineRefused(failure, 0));
    });
    answer.once('error', (error) => {
      if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
        reject(new EngineAway(`the engine at ${address.url} broke the connection during the pull`, 'answer', { cause: error }));
      else reject(error);
    });
  });
}
