// `npm run bench`: every other file of this folder that measures something, each in a process of its own so that none warms up or fills the
// memory of the next. `npm run bench -- jsontas` takes those whose name contains the word. Ends with 1 when a goal was missed.

import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const beside = ['run.js', 'measure.js'];
const words = process.argv.slice(2);
const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.js') && !beside.includes(file)).sort();
const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
if (chosen.length === 0)
  process.stderr.write(
    `nothing is called ${words.join(' or ')}; expected one of ${files.map((file) => path.basename(file, '.js')).join(', ')}\n`,
  );
const ended: [string, number | NodeJS.Signals | null][] = [];
// Node 20 reads the certificates of this file whenever it starts, which takes it 30 ms: a machine that sets it would be measured, not the programs.
const { NODE_EXTRA_CA_CERTS: certificates, ...env } = process.env;
if (certificates !== undefined) process.stdout.write('measured without NODE_EXTRA_CA_CERTS, which this machine sets\n');
for (const file of chosen) {
  const name = path.basename(file, '.js');
  process.stdout.write(`${name}\n`);
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file)], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  ended.push([name, await new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)))]);
}
const missed = ended.filter(([, code]) => code !== 0).map(([name]) => name);
if (chosen.length > 0)
  process.stdout.write(
    missed.length === 0 ? `${ended.length} measured, every goal kept\n` : `goals missed or not measured: ${missed.join(', ')}\n`,
  );
process.exitCode = missed.length === 0 && chosen.length > 0 ? 0 : 1;
