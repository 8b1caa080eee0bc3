import { closeSync, fstatSync } from 'node:fs';

/**
 * Ends this process with this exit code, on a terminal that has been closed too: there Node 20 cannot put the terminal's settings back, and aborts (134,
 * and where the machine keeps cores a file with all the process's secrets).
 */
export function leave(exitCode: number): never {
  for (const descriptor of [0, 1, 2]) if (isClosedTerminal(descriptor)) closeSync(descriptor);
  process.exit(exitCode);
}

/** Devices that are no terminal are taken for one that was; nobody misses them any more. */
function isClosedTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && !process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}
