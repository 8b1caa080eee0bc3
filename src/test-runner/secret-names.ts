// The names under which people keep secrets. Some are lower-case: of package managers, of Python programs.
const words = ['SECRET', 'TOKEN', 'PASSWORD', 'PASSWD', 'PASSPHRASE', 'CREDENTIAL', 'PRIVATE', 'API_?KEY', 'ACCESS_?KEY'];
const inAnyCase = words.join('|').replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);

/** Matches a variable's name that sounds secret; the source of a regular expression, here and for `sed -E` alike. It has one group. */
export const secretName = `[A-Za-z0-9_]*(${inAnyCase})[A-Za-z0-9_]*`;

/** What is shown of their values. */
export const hiddenValue = '*********';

// A word of a shell: bare characters, quoted pieces, substitutions.
const word = String.raw`(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|\$\([^)]*\)|[^\s;&|()'"\\])*`;
const assignment = new RegExp(`(?<![A-Za-z0-9_$])(${secretName})=${word}`, 'g');

/** A script as it may be shown to many: what is assigned to names that sound secret is hidden. */
export function withoutSecrets(script: string): string {
  return script.replace(assignment, `$1=${hiddenValue}`);
}
