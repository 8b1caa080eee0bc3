import type { Shell } from './shell.js';

// Without the rehash, which takes 100 ms and more; pip makes the shims of what it installs itself.
const ask = 'command -v pyenv > /dev/null 2>&1 && pyenv init - --no-rehash bash 2> /dev/null && pyenv sh-shell --unset 2> /dev/null';

/**
 * What scripts begin with so that pyenv's Python is the one that tests find (etos.md 6.4): what `pyenv init -` and `pyenv shell --unset` would
 * have the shell evaluate. Asked for once, because pyenv needs longer for the answer than all else around a short recipe. Empty where there is
 * no pyenv, and without bash, which pyenv needs.
 */
export async function pyenvPrologue({ shell, signal }: { readonly shell: Shell; readonly signal: AbortSignal }): Promise<string> {
  if (!shell.program.endsWith('bash')) return '';
  const pieces: Buffer[] = [];
  const exit = await shell.run([shell.program, '-c', ask], {
    cwd: shell.root,
    onOutput: (chunk) => void pieces.push(chunk),
    signal,
    stop: [{ send: 'SIGTERM', patience: 1_000 }],
  });
  const text = Buffer.concat(pieces).toString('utf8').trimEnd();
  return 'code' in exit && exit.code === 0 && text !== '' ? `${text}\n` : '';
}
