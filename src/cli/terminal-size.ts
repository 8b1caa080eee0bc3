import type { Output } from './face.js';

/** Columns and rows of a terminal. One that does not know its size says 0; then it is taken for the usual one. */
export function terminalSize({ columns, rows }: Output): { readonly columns: number; readonly rows: number } {
  return { columns: columns || 80, rows: rows || 24 };
}
