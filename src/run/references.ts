import { isAbsolute, resolve } from 'node:path';

/** A collection as it was typed in `directory`: a path becomes absolute, an address stays. */
export function collectionReference(text: string, directory: string): string {
  return isAddress(text) ? text : resolve(directory, text);
}

/** A provider as it was typed in `directory`: a path becomes absolute; a name, an address or JSON text stays. */
export function providerReference(text: string, directory: string): string {
  const isPath = text.startsWith('.') || /[/\\]/.test(text) || text.endsWith('.json');
  return isAddress(text) || isAbsolute(text) || /^\s*\{/.test(text) || !isPath ? text : resolve(directory, text);
}

/** A dataset as it was typed in `directory`: the path of `@file` becomes absolute, JSON text stays. */
export function datasetReference(text: string, directory: string): string {
  return text.startsWith('@') ? `@${resolve(directory, text.slice(1))}` : text;
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\/|^file:/i.test(text);
}
