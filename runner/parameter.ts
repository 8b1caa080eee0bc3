import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { parseInstructions, type Instructions } from '../src/documents/instructions.js';
import { InvalidInput } from '../src/host/errors.js';
import { fileProblem } from '../src/host/file-problem.js';
import { didYouMean } from '../src/host/nearest.js';
import type { ParameterSource } from './options.js';

const mostBytes = 16 * 1024 * 1024;

/**
 * Reads the delegation parameter from where it is. A variable that held it is deleted: no child is to inherit it (delegation.md 6).
 * @param problems gets a sentence for each member that cannot be taken
 * @throws {InvalidInput} when it cannot be read at all
 */
export function readParameter(source: ParameterSource, variables: Record<string, string | undefined>, problems: string[]): Instructions {
  if ('text' in source) return parseInstructions(source.text, source.called, problems);
  if ('variable' in source) {
    const text = variables[source.variable];
    delete variables[source.variable];
    if (text === undefined) {
      const others = Object.keys(variables).filter((name) => name !== source.variable);
      const meant = didYouMean(source.variable, others);
      throw new InvalidInput(
        `there is no parameter: the variable ${source.variable} is not set${meant && `.${meant}`}`,
        'Name the variable with --param-env, or a file with --param-file (- is standard input)',
      );
    }
    return parseInstructions(text, `the variable ${source.variable}`, problems);
  }
  const name = source.file === '-' ? 'standard input' : source.file;
  let bytes: Buffer;
  try {
    bytes = readWhole(source.file);
  } catch (error) {
    throw new InvalidInput(
      `the parameter cannot be read from ${name}: ${fileProblem(error)}`,
      'Name a file with --param-file, or - for standard input',
    );
  }
  if (bytes.length > mostBytes) throw new InvalidInput(`the parameter in ${name} is longer than 16 MiB`, 'Is it the right file?');
  if (!isUtf8(bytes)) throw new InvalidInput(`the parameter in ${name} is not UTF-8`, 'JSON text is UTF-8');
  return parseInstructions(bytes.toString('utf8'), name, problems);
}

/** All of a file, a pipe or standard input, and no more than says that it is too long: a device may never end. */
function readWhole(file: string): Buffer {
  const descriptor = file === '-' ? 0 : openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let length = 0; length <= mostBytes;) {
      const piece = Buffer.allocUnsafe(64 * 1024);
      const read = readSome(descriptor, piece);
      if (read === 0) break;
      length += read;
      pieces.push(piece.subarray(0, read));
    }
    return Buffer.concat(pieces);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** Reads, and waits where the descriptor does not: whoever made the pipe may have made it so. A signal still ends this process. */
function readSome(descriptor: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
