import stringWidth from 'string-width';
import type { Output } from '../../src/cli/face.js';

/** A terminal as far as our programs use one: it breaks long lines, breaks them anew when its size changes, moves up, erases downwards. */
export interface Screen extends Output {
  /** What a person sees, trailing empty lines left out. */
  readonly lines: readonly string[];
  readonly listeners: number;
  resize(columns: number): void;
}

export function aScreen({ columns = 80, rows = 24 }: { readonly columns?: number; readonly rows?: number } = {}): Screen {
  let width = columns;
  // Lines as they were ended by their writer; the last one is the one the cursor is in.
  let lines: string[] = [''];
  const listeners = new Set<() => void>();
  const height = (line: string): number => Math.max(1, Math.ceil(stringWidth(line) / (width || 80)));
  const up = (wanted: number): void => {
    if (lines.at(-1) !== '') throw new Error('moves up from within a line');
    let left = wanted;
    let above = lines.length - 1;
    while (left > 0) {
      above--;
      if (above < 0) throw new Error(`moves up ${wanted} rows, which is above the first`);
      left -= height(lines[above] ?? '');
    }
    if (left < 0) throw new Error(`moves up ${wanted} rows, into the middle of ${JSON.stringify(lines[above])}`);
    if (wanted >= rows) throw new Error(`moves up ${wanted} of ${rows} rows`);
    lines = [...lines.slice(0, above), ''];
  };
  return {
    isTTY: true,
    get columns() {
      return width;
    },
    rows,
    get lines() {
      return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
    },
    get listeners() {
      return listeners.size;
    },
    write(text) {
      // eslint-disable-next-line no-control-regex -- what a terminal obeys
      for (const [, rowsUp, colour, newline, plain] of text.matchAll(/\u001b\[(\d+)A\r\u001b\[0J|(\u001b\[\d*m)|(\n)|([^\u001b\n]+)/g)) {
        if (rowsUp !== undefined) up(Number(rowsUp));
        else if (newline !== undefined) lines.push('');
        else if (colour === undefined) lines.push(`${lines.pop() ?? ''}${plain ?? ''}`);
      }
      return true;
    },
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    resize(to) {
      width = to;
      for (const listener of listeners) listener();
    },
  };
}
