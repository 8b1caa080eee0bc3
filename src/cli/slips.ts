// What those type who know the client of ETOS, etos_client or etosctl, and what it is called here.
const known: Readonly<Record<string, string>> = {
  '-s': 'The test collection is the argument of the command: etos run collection.json',
  '--test-suite': 'The test collection is the argument of the command: etos run collection.json',
  '-d': 'Reports are always written; --report-dir says where',
  '--download-reports': 'Reports are always written; --report-dir says where',
  '-p': 'There is no parent activity: a run of its own begins',
  '--parent-activity': 'There is no parent activity: a run of its own begins',
  testrun: 'A test collection is carried out by: etos run collection.json',
  start: 'A test collection is carried out by: etos run collection.json',
  check: 'A test collection is checked by: etos validate collection.json',
};

/** What to do about a command line that was refused, where we know what was meant: a line to follow the error, or nothing. */
export function hintAt(error: string): string {
  const [, kind, word = ''] = /^error: unknown (option|command) '([^']*)'/.exec(error) ?? [];
  if (kind === undefined || error.includes('Did you mean')) return '';
  if (Object.hasOwn(known, word)) return `  ${known[word]}\n`;
  return kind === 'command' && word.endsWith('.json') ? `  A test collection is carried out by: etos run ${word}\n` : '';
}
