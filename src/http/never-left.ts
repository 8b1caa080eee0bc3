import { types } from 'node:util';
import { NoAnswer } from './client.js';

/** Whether a request that failed cannot have taken effect: there was no connection that it could have left by. */
export function neverLeft(error: unknown): boolean {
  for (let inner = error; types.isNativeError(inner); inner = inner.cause)
    if ('code' in inner && noConnection.has(String(inner.code))) return true;
  return error instanceof NoAnswer && error.lasting;
}

const noConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
