import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import type { Face } from '../../src/cli/face.js';
import { createProgram } from '../../src/cli/program.js';
import { systemClock } from '../../src/host/clock.js';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const program = theProgram();

describe('the README says what --help says', () => {
  test('of the commands', () => {
    expect(tableOf('commands')).toEqual(
      // What only the step of the Jenkins library calls is not for people.
      program.commands
        .filter((command) => command.name() !== 'jenkins')
        .map((command) => [code(`etos ${command.name()}${operandsOf(command)}`), command.description()]),
    );
  });

  test('of the options of etos run', () => {
    const run = program.commands.find((command) => command.name() === 'run');
    expect(tableOf('options')).toEqual(
      (run?.options ?? []).map(({ flags, defaultValue, defaultValueDescription, description, negate }) => {
        const shown = defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : undefined);
        return [code(flags), negate || shown === undefined ? '' : code(shown), description];
      }),
    );
  });

  test('of the exit codes', () => {
    const [, help = ''] = helpOf(program).split('Exit codes:\n');
    const lines = help.split('\n\n')[0]?.split('\n') ?? [];
    const codes = lines.map((line) => /^ {2}(\d+(?: \d+)*) +(.+)$/.exec(line)?.slice(1) ?? []);
    expect(codes.length).toBeGreaterThan(4);
    expect(tableOf('exit codes')).toEqual(codes.map(([numbers = '', meaning = '']) => [numbers.split(' ').map(code).join(', '), meaning]));
  });
});

/** The cells of the table between `<!-- name -->` and `<!-- end -->`, without its head. */
function tableOf(name: string): readonly (readonly string[])[] {
  const [, text = ''] = new RegExp(`<!-- ${name} -->\n([^]*?)<!-- end -->`).exec(readme) ?? [];
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
    row
      .slice(2, -2)
      .split(/ ?(?<!\\)\| ?/)
      .map((cell) => cell.replaceAll('\\|', '|').trim()),
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function operandsOf(command: Command): string {
  return command.registeredArguments
    .map(
      (argument) => ` ${argument.required ? '<' : '['}${argument.name()}${argument.variadic ? '...' : ''}${argument.required ? '>' : ']'}`,
    )
    .join('');
}

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

function theProgram(): Command {
  const nowhere = { write: () => true, on: () => undefined, off: () => undefined };
  const face: Face = {
    environment: {},
    directory: '/',
    out: nowhere,
    err: nowhere,
    clock: systemClock,
    signal: new AbortController().signal,
  };
  return createProgram(face, () => undefined);
}
