import { randomUUID } from 'node:crypto';

/** Prints text into a step's log so that none of it is taken for a workflow command. */
export interface Printer {
  print(text: string): void;
}

/**
 * What a test prints is not ours: a line `::add-path::/tmp/evil` would be carried out by the runner. Lines that it would read as a command are
 * put between `::stop-commands::` and its token; others are left as they are. So is
 * `::add-mask::`: a test that hides its secret would else show it.
 * @param write takes text with its newlines
 */
export function createPrinter(write: (text: string) => void): Printer {
  // One token a process, never printed before the first line that needs it: a test cannot know it beforehand, and does not see the step's log.
  const token = randomUUID();
  return {
    print(text) {
      // The runner reads a lone carriage return as the end of a line too.
      for (const line of text.split(/\r\n|\n|\r/)) {
        write(isCommand(line) ? `::stop-commands::${token}\n${line}\n::${token}::\n` : `${line}\n`);
      }
    },
  };
}

/** As the runner sees it: `::` first in the line, white space aside, or the older `##[` anywhere. */
function isCommand(line: string): boolean {
  const start = line.trimStart();
  return (start.startsWith('::') && !start.startsWith('::add-mask::')) || line.includes('##[');
}
