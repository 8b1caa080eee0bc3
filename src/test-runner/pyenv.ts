import type { Shell } from './shell/shell.js';

// Without the rehash, which takes 100 ms and more; pip makes the shims of what it installs itself. What is printed is what the two lines come to,
// because the text of `pyenv init -` starts a bash of its own each time it is evaluated.
const ask = `command -v pyenv > /dev/null 2>&1 || exit 1
{ eval "$(pyenv init - --no-rehash bash)" && pyenv shell --unset; } > /dev/null 2>&1 || exit 1
printf 'export PATH=%q\n' "$PATH"
echo 'export PYENV_SHELL=bash'
echo 'unset PYENV_VERSION'
declare -f pyenv`;

/**
 * What scripts begin with so that pyenv's Python is the one that tests find (etos.md 6.4): what `pyenv init -` and `pyenv shell --unset` do to a
 * shell. Asked for once, because pyenv needs longer for the answer than all else around a short recipe. Empty where there is
 * no pyenv, and without bash, which pyenv needs.
 */
export async function pyenvPrologue({
  shell,
  environment,
  signal,
}: {
  readonly shell: Shell;
  /** What scripts are started with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}): Promise<string> {
  if (!shell.program.endsWith('bash')) return '';
  const pieces: Buffer[] = [];
  const exit = await shell.run([shell.program, '-c', ask], {
    cwd: shell.root,
    environment,
    onOutput: (chunk) => void pieces.push(chunk),
    signal,
    stop: [{ send: 'SIGTERM', patience: 1_000 }],
  });
  const text = Buffer.concat(pieces).toString('utf8').trimEnd();
  return 'code' in exit && exit.code === 0 && text !== '' ? `${text}\n` : '';
}
