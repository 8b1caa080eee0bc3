import type { Recipe } from '../documents/recipe.js';
import { hiddenValue, secretName, withoutSecrets } from './secret-names.js';

/** A text as one word of a POSIX shell; what needs no quotes stays bare (etos.md 6.4.2). */
export function quote(text: string): string {
  if (text === '') return "''";
  return /^[A-Za-z0-9@%+=:,./_-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** The script that checks tests out (etos.md 6.4.1). */
export function checkoutScript(commands: readonly string[], prologue: string): string {
  return prologue + commands.map(orFail).join('');
}

/** ENVIRONMENT and EXECUTE as a script to be sourced (etos.md 6.4.2). */
export function environScript({ environment, execute }: Pick<Recipe, 'environment' | 'execute'>): string {
  const exports = environment.map(([name, value]) => `export ${name}=${quote(value)}`);
  return [...exports, ...execute].map(orFail).join('');
}

/** COMMAND and PARAMETERS as one command line, interpreted by the outer shell (etos.md 6.4.3). */
export function commandLine({ command, parameters }: Pick<Recipe, 'command' | 'parameters'>): string {
  const words = parameters.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return ['./executor.sh', command, ...words, '2>&1'].join(' ');
}

/**
 * `executor.sh`: sources `environ.sh`, says what it does, runs its words as they are (etos.md 6.4.4). The last command is run by the shell
 * itself, not in its place, so that it may be a function that EXECUTE defined. Programs are started only where the shell cannot do it: each
 * costs a short recipe more than all else. What it says goes into logs that many may read, and on a machine of ours the environment is that of
 * the CI job: values of names that sound secret are left out, the test itself sees them.
 * @param environ the content of `environ.sh`
 */
export function executorScript(program: string, prologue: string, environ: string): string {
  return `#!${program}
if [ -n "\${TEST_FRAMEWORK_VENV:-}" ]; then
. "$TEST_FRAMEWORK_VENV/bin/activate"
else
:
${prologue}fi
echo "Executing pre-execution script"
${saying(withoutSecrets(environ))}. ./environ.sh || { echo "Could not execute pre-execution script."; exit 1; }
echo "Environment used for tests"
( set -f; unset IFS; env $(env | sed -nE '${hiding}') env | sort )
echo "Executing:"
printf '%s\\n' "$*"
"$@"
`;
}

// Gives what is to be set before the environment is printed, and not what is to be changed in what was printed: a value may have many lines.
const hiding = `s/^(${secretName})=.*/\\1=${hiddenValue}/p`;

function saying(text: string): string {
  return text === '' ? '' : `printf '%s' ${quote(text)}\n`;
}

function orFail(command: string): string {
  return `${command} || exit 1\n`;
}
