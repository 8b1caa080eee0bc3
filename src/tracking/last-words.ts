const longest = 400;

/**
 * Why a delegation gave no result, from the end of its log: the sentence by which the delegation runner says that it could not run it, because the policy
 * refused it for instance; else what Jenkins says of a build that failed. Without a full stop.
 */
export function reasonIn(log: string): string | undefined {
  const lines = log.split('\n').map(clean);
  const said = (pattern: RegExp): string | undefined => lines.findLast((line) => pattern.test(line))?.replace(pattern, '');
  return inShort(said(/^.*?\betos-runner: error: /) ?? said(/^ERROR: /) ?? '');
}

/** The last line of a log. */
export function lastLineOf(log: string): string | undefined {
  return inShort(log.split('\n').map(clean).findLast(Boolean) ?? '');
}

function inShort(text: string): string | undefined {
  const sentence = text.replace(/\.$/, '');
  if (sentence === '') return undefined;
  return sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence;
}

/** Without colours, and the notes that Jenkins hides on terminals. */
function clean(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replace(/\u001b\[8mha:.*?\u001b\[0m|\u001b\[[\d;?]*[A-Za-z]/g, '').trim();
}
