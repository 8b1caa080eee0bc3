import { readFileSync } from 'node:fs';

/** A random UUID, where a program's start counts: the kernel makes one in no time, Node loads its cryptography first, which takes over 1 ms. */
export function newUuid(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();
  } catch {
    return crypto.randomUUID();
  }
}
