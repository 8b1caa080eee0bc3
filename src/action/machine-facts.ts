/** What a version takes at most; an engine that hangs is the run's business, not the log's. */
const patience = 3_000;

const questions: readonly (readonly [what: string, program: string, args: readonly string[]])[] = [
  ['git', 'git', ['--version']],
  ['Docker', 'docker', ['version', '--format', 'client {{.Client.Version}}, engine {{.Server.Version}}']],
];

/** Versions of what a run relies on, a line for each, for the log of a step: the first thing that whoever helps asks for. */
export async function machineFacts(): Promise<readonly string[]> {
  // For short commands alone: it cannot end what it has started (toolchain.md 9).
  const { getExecOutput } = await import('@actions/exec');
  const ask = async (program: string, args: readonly string[]): Promise<string> => {
    try {
      const { exitCode, stdout, stderr } = await getExecOutput(program, [...args], { silent: true, ignoreReturnCode: true });
      const [said = ''] = (exitCode === 0 ? stdout : stderr).trim().split('\n');
      return exitCode === 0 ? said : `exit code ${exitCode}: ${said}`;
    } catch {
      return 'not there';
    }
  };
  const answers = questions.map(async ([what, program, args]) => `${what}: ${await Promise.race([ask(program, args), tooLate()])}`);
  return [`Node.js: ${process.version}`, ...(await Promise.all(answers))];
}

function tooLate(): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('no answer'), patience).unref());
}
