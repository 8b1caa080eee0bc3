import { appendFile, stat } from 'node:fs/promises';

// A summary over this many bytes is dropped whole, with an error; exactly so many are kept (toolchain.md 9).
const limit = 1_048_576;

/** Adds to the step's summary; what other parts of the step wrote before counts against the same limit. */
export async function addToStepSummary(
  path: string | undefined,
  text: (budget: number) => string,
): Promise<'written' | 'no room' | 'no file'> {
  if (path === undefined || path === '') return 'no file';
  const before = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  const bytes = Buffer.from(`${before === 0 ? '' : '\n'}${text(limit - before - 2)}\n`);
  if (before + bytes.length > limit) return 'no room';
  await appendFile(path, bytes);
  return 'written';
}

/** The summary of a step that ended before there were results. */
export function printFailure(message: string, hint: string): string {
  return ['## ETOS: nothing was carried out', '', fenced(message), ...(hint === '' ? [] : ['', hint])].join('\n');
}

/** The summary of a step that was killed before it could write one. */
export function printReleased(done: readonly string[], refused: readonly string[]): string {
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, '', fenced(lines.join('\n'))];
  return [
    '## ETOS: the step was killed before it had results',
    ...part('Cleaned up after it:', done),
    ...part('Left behind:', refused),
    ...(done.length + refused.length === 0 ? ['', 'It left nothing behind.'] : []),
  ].join('\n');
}

/** As a block of code, out of which no text gets. */
function fenced(text: string): string {
  const ticks = Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1));
  const fence = '`'.repeat(ticks);
  return [fence, text.length > 20_000 ? `${text.slice(0, 20_000)}\n…` : text, fence].join('\n');
}
