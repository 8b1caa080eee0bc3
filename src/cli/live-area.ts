import stringWidth from 'string-width';
import { truncate } from '../report/table.js';
import type { Output } from './face.js';
import { terminalSize } from './terminal-size.js';

// One column less than there is: some terminals begin another line as soon as the last column is used.
export const margin = 1;

/** The last lines of a terminal, drawn again and again; what is printed meanwhile scrolls by above them. */
export class LiveArea implements Disposable {
  /** What stands there, one string a line. */
  private drawn: readonly string[] = [];
  private readonly onResize = (): void => this.replace(this.fit(this.drawn));

  constructor(private readonly out: Output) {
    out.on('resize', this.onResize);
  }

  /** Replaces what stands there. */
  draw(lines: readonly string[]): void {
    const fitted = this.fit(lines);
    if (fitted.length === this.drawn.length && fitted.every((line, n) => line === this.drawn[n])) return;
    this.replace(fitted);
  }

  /** Prints whole lines above what stands there, and draws that anew. */
  above(text: string, lines: readonly string[], to: Output = this.out): void {
    if (to !== this.out) {
      this.replace([]);
      to.write(text);
      this.draw(lines);
    } else this.replace(this.fit(lines), text);
  }

  [Symbol.dispose](): void {
    this.replace([]);
    this.out.off('resize', this.onResize);
  }

  private fit(lines: readonly string[]): readonly string[] {
    const { columns, rows } = terminalSize(this.out);
    // A terminal cannot draw above its first row: the rest is counted.
    const room = Math.max(1, rows - 2);
    const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), `and ${lines.length - room + 1} more`];
    return shown.map((line) => truncate(line, columns - margin));
  }

  private replace(lines: readonly string[], above = ''): void {
    if (this.drawn.length === 0 && lines.length === 0 && above === '') return;
    const { columns } = terminalSize(this.out);
    // A terminal that became narrower has broken our lines: they take more rows now than when they were drawn.
    const height = this.drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
    const erase = height === 0 ? '' : `\u001b[${height}A\r\u001b[0J`;
    // One write: a terminal that shows what it got so far would flicker between two.
    this.out.write(erase + above + lines.map((line) => `${line}\n`).join(''));
    this.drawn = lines;
  }
}
