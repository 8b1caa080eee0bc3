import type { Recipe } from '../documents/recipe.js';

/**
 * What in a recipe looks right and is not, because of how its scripts are put together (etos.md 6.4): a sentence for each, for people. The recipe
 * is carried out all the same: a few of them may be meant.
 */
export function trapsIn({ command, execute, checkout, environment }: Recipe): readonly string[] {
  return [
    ...environment.flatMap(([name]) => inEnvironment(name)),
    ...checkout.flatMap((line) => inLine('CHECKOUT', line)),
    ...execute.flatMap((line) => inLine('EXECUTE', line)),
    ...inCommand(command),
  ];
}

const ownVariables: readonly string[] = ['TEST_REGEX', 'VERDICT_RULES_FILE'];

function inEnvironment(name: string): readonly string[] {
  if (!ownVariables.includes(name)) return [];
  return [`${name} in ENVIRONMENT is only seen by the test: the test runner reads it from the environment of etos run, or of its image`];
}

// Lines are put into a script as they are, with ` || exit 1` behind each.
function inLine(key: 'CHECKOUT' | 'EXECUTE', line: string): readonly string[] {
  const text = line.trim();
  const problem = (what: string): string => `${key} ${shown(text)} ${what}`;
  if (/(?<![&\\])&$/.test(text)) return [problem('ends with "&", which is a syntax error before " || exit 1": write { command & }')];
  if (/(?<!<)<<-?\s*['"\\]?[A-Za-z_]/.test(text) && !text.includes('(('))
    return [problem('has a here-document, whose last line gets " || exit 1" and is not found: use printf, or a file')];
  if (/(?:^|\s)#[^'"]*$/.test(text)) return [problem('ends in a comment, and " || exit 1" with it: its failure is not noticed')];
  if (key === 'EXECUTE' && /^exit(?:\s+0)?$/.test(text)) return [problem('ends the recipe as passed: COMMAND is not run')];
  return [];
}

const starts: readonly (readonly [RegExp, string])[] = [
  [/^\(/, 'starts with "(", which is a syntax error after ./executor.sh: write sh -c \'…\''],
  [/^!(?:\s|$)/, 'starts with "!", which is looked for as a program: write sh -c \'…\''],
  [/^\{(?:\s|$)/, 'starts with "{", which is looked for as a program: write sh -c \'…\''],
  [
    /^(?:if|for|while|until|case)\s/,
    "starts with a word that only a shell knows, which is a syntax error after ./executor.sh: write sh -c '…'",
  ],
  [/^[A-Za-z_][A-Za-z0-9_]*=/, 'starts with a variable, which is looked for as a program: put it into ENVIRONMENT'],
  [/^cd\s[^&|;]*(?:&&|;)/, 'starts with cd, which is over before the next command: put it into EXECUTE'],
];

// COMMAND becomes words of ./executor.sh, which runs them as a program with its arguments.
function inCommand(command: string): readonly string[] {
  const text = command.trim();
  const found = starts.find(([pattern]) => pattern.test(text));
  return found ? [`COMMAND ${shown(text)} ${found[1]}`] : [];
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
