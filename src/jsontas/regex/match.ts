import type { Log } from '../../host/log.js';
export function matchesAtStart(_pattern: string, _text: string, _log: Log): boolean {
  throw new Error('x');
}
