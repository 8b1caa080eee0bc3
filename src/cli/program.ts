import { Command, Option } from 'commander';
import type { Face } from './face.js';
import type { JsontasFlags } from './jsontas.js';
import type { ListenFlags } from './listen.js';
import type { ReleaseFlags } from './release.js';
import {
  addClusterOptions,
  addInputOptions,
  addOutputOptions,
  collect,
  verboseOption,
  type Flags,
  type InputFlags,
} from './run-options.js';
import { hintAt } from './slips.js';
import type { ValidateFlags } from './validate.js';
import { version } from './version.js';

/** What a command is called for: the text that it prints, or what it does, with the text to tell of it. */
export type Product = 'text' | 'deeds';

/**
 * The command line. Each command's code is loaded when it is called, so that help and small commands start quickly.
 * @param done gets the exit code of a command that was carried out
 */
export function createProgram(face: Face, done: (exitCode: number, product: Product) => void): Command {
  const program = new Command('etos')
    .description(
      'Carries out ETOS test collections on this machine: environment, suites, test runners, logs, verdict. No service to install.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError(false)
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => face.out.write(text),
      writeErr: (text) => face.err.write(text),
      outputError: (text, write) => write(text + hintAt(text)),
      getOutHelpWidth: () => helpWidth(face.out),
      getErrHelpWidth: () => helpWidth(face.err),
    })
    .configureHelp({ minWidthToWrap: 20 })
    .addHelpText('after', `\nExit codes:\n${exitCodes}\n\nEvery command has its own help: etos run --help`);

  const run = new Command('run')
    .description('carry out a test collection: the main job')
    .argument('[collection]', 'path or URL of the test collection; else TEST_SUITE');
  addClusterOptions(addOutputOptions(addInputOptions(run)))
    .addHelpText('after', `\nExamples:\n${runExamples}\n\nExit codes:\n${exitCodes}`)
    .action(async (collection: string | undefined, flags: Flags) => {
      const { runCommand } = await import('./run.js');
      done(await runCommand(collection, flags, face), 'deeds');
    });

  const plan = new Command('plan')
    .description('show what would run where: suites, sub suites, providers, images; starts and checks out nothing')
    .argument('[collection]', 'path or URL of the test collection; else TEST_SUITE');
  addInputOptions(plan)
    .addHelpText('after', '\nExample:\n  etos plan collection.json --dataset \'{"maximum_amount": 4}\'')
    .action(async (collection: string | undefined, flags: InputFlags) => {
      const { planCommand } = await import('./plan.js');
      done(await planCommand(collection, flags, face), 'text');
    });

  const validate = new Command('validate')
    .description('check test collections and provider files; tells all problems at once')
    .argument('<file...>', 'paths or URLs')
    .addOption(
      new Option('--dataset <json>', 'the dataset that provider files will get, or @file; they may use its names')
        .default([], '{}')
        .argParser(collect),
    )
    .addHelpText(
      'after',
      '\nExample:\n  etos validate collection.json .etos/providers/iut/*.json\n\nEditors can check while you type: schemas/collection.schema.json',
    )
    .action(async (files: readonly string[], flags: ValidateFlags) => {
      const { validateCommand } = await import('./validate.js');
      done(await validateCommand(files, flags, face), 'text');
    });

  const jsontas = new Command('jsontas')
    .description('evaluate a JSONTas document; the result goes to standard output')
    .argument('<document>', 'path or URL of the document')
    .addOption(
      new Option('-d, --dataset <file>', 'path or URL of names and values; may be given several times, later ones win')
        .default([], 'none')
        .argParser(collect),
    )
    .option('--identity <purl>', 'package URL that the document sees as $identity')
    .option('--part <path>', 'evaluate only this part, as the environment provider does: iut.list')
    .option('--profile <name>', 'which structures there are: provider, or test-runner ($decrypt alone)', 'provider')
    .addHelpText('after', '\nExample:\n  etos jsontas iut.json -d dataset.json --identity pkg:docker/acme/webshop@4.2.0')
    .action(async (document: string, flags: JsontasFlags) => {
      const { jsontasCommand } = await import('./jsontas.js');
      done(await jsontasCommand(document, flags, face), 'text');
    });

  const listenTo = new Command('listen')
    .description('start a run for each recipe collection event (TERCC) that comes over RabbitMQ, RABBITMQ_*')
    .option('--at-once <number>', 'runs at once', '1');
  addOutputOptions(addInputOptions(listenTo))
    .addHelpText(
      'after',
      '\nRuns go on when it ends, and are looked after when it is started again. Reports are in a folder for each run.\nThe queue: RABBITMQ_QUEUE (etos-suite-starter), RABBITMQ_ROUTING_KEY (#), RABBITMQ_QUEUE_PARAMS (durable).',
    )
    .action(async (flags: ListenFlags) => {
      const { listenCommand } = await import('./listen.js');
      done(await listenCommand(flags, face), 'deeds');
    });

  const release = new Command('release')
    .description('finish what killed runs left: check in, stop, remove')
    .argument('[run-dir...]', 'directories of runs; else all in <workspace>/.etos/runs')
    .option('-w, --workspace <dir>', 'where the runs were started; else WORKSPACE, else the current directory')
    .addOption(verboseOption())
    .addHelpText('after', '\nA run that is still going on is left alone. Exit code 3 when something could not be released.')
    .action(async (directories: readonly string[], flags: ReleaseFlags) => {
      const { releaseCommand } = await import('./release.js');
      done(await releaseCommand(directories, flags, face), 'deeds');
    });

  // Not for people: what the step of the Jenkins library calls (jenkins/vars/etos.groovy).
  const jenkins = new Command('jenkins')
    .argument('<directory>', 'where options.json is and result is written')
    .option('--release', 'finish what the run of these options left when it was killed')
    .action(async (directory: string, { release: releasing }: { readonly release?: true }) => {
      const { jenkinsCommand, jenkinsRelease } = await import('./jenkins.js');
      done(await (releasing ? jenkinsRelease : jenkinsCommand)(directory, face), 'deeds');
    });
  program.addCommand(jenkins.copyInheritedSettings(program), { hidden: true });
  for (const command of [run, plan, validate, jsontas, listenTo, release]) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

/** Long lines are hard to read, however wide the terminal is. */
function helpWidth({ columns }: Face['out']): number {
  return Math.min(columns || 100, 100);
}

const exitCodes = `\
  0        every suite PASSED
  1        some verdict is FAILED
  2        the command line or an input is wrong; nothing was started
  3        INCONCLUSIVE: the tests could not be carried out (environment, runner, timeout)
  130 143  cancelled by SIGINT, SIGTERM; etos listen, which is ended so, gives 0`;

const runExamples = `\
  etos run collection.json
  etos run https://example.org/smoke.json --identity pkg:docker/acme/webshop@4.2.0
  etos run collection.json --execution-space-provider process --timeout 30m
  etos run collection.json --iut-provider ./boards.json --dataset '{"room": "lab 3"}' --dataset @more.json
  etos run https://example.org/smoke.json --cluster https://etos.example.org`;
