// Builds the committed bundles: `npm run build` into dist/, `npm run build -- --out DIR [name…]` elsewhere, `npm run check:dist` into a
// temporary folder that is then compared with dist/. Same sources and `npm ci` give the same bytes, so a comparison is sound (docs: CONTRIBUTING.md).

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildJenkinsResources } from './jenkins-resources.js';

export const programs = {
  cli: 'src/cli/main.ts',
  runner: 'runner/main.ts',
  'test-runner': 'src/test-runner/main.ts',
  action: 'src/action/main.ts',
  post: 'src/action/post.ts',
};

// What is started for each delegation: Node is 5 ms sooner in a CommonJS file than in a module.
const started = ['runner', 'test-runner'];

const root = path.dirname(import.meta.dirname);
// A build takes half a gigabyte and a core; more than two at once are slower than two.
const atOnce = 2;

const { values, positionals } = parseArgs({ options: { out: { type: 'string' }, check: { type: 'boolean' } }, allowPositionals: true });
// Beside the programs: their forms for Jenkins, in a folder of their own.
const known = [...Object.keys(programs), 'jenkins'];
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No program is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
const names = positionals.length > 0 ? positionals : known;
const committed = (name) => (name === 'jenkins' ? 'jenkins/resources/etos' : `dist/${name}`);

if (values.check) {
  const fresh = await mkdtemp(path.join(os.tmpdir(), 'etos-dist-'));
  try {
    await build((name) => path.join(fresh, name));
    const stale = (await Promise.all(names.map((name) => differences(path.join(fresh, name), committed(name))))).flat();
    if (stale.length > 0) {
      console.error(
        `The committed bundles are not what the sources give:\n${stale.map((line) => `  ${line}\n`).join('')}Run npm run build and commit dist/ and jenkins/resources/.`,
      );
      process.exitCode = 1;
    } else console.log(`The committed bundles are what the sources give: ${names.join(', ')}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
} else await build((name) => (values.out === undefined ? path.join(root, committed(name)) : path.resolve(values.out, name)));

/** @param folderOf where the files of a program go */
async function build(folderOf) {
  await mkdir(path.join(root, 'build'), { recursive: true });
  // Inside the project, because packages are looked for from here upwards.
  const compiled = await mkdtemp(path.join(root, 'build', 'bundles-'));
  try {
    // Once for all bundles, where ncc would compile the whole project again for each; the types are `npm run typecheck`'s business.
    await run('the sources', [bin('typescript', 'bin/tsc'), '--noCheck', '--sourceMap', 'false', '--outDir', compiled], root);
    // ncc takes the form of a bundle from the package of its entry; without a word there it is CommonJS.
    for (const name of started) await writeFile(path.join(compiled, path.dirname(programs[name]), 'package.json'), '{}\n');
    const queue = [...names];
    const worker = async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) await bundle(name, folderOf(name), compiled);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    await rm(compiled, { recursive: true, force: true });
  }
}

async function bundle(name, out, compiled) {
  const began = Date.now();
  const ncc = (args, cwd) => run(name, [bin('@vercel/ncc', 'dist/ncc/cli.js'), ...args], cwd);
  if (name === 'jenkins') {
    await buildJenkinsResources(out, compiled, { ncc });
    return console.log(`${name.padEnd(12)} ${' '.repeat(9)}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  // Emptied first: chunks are named by number, and those of an older build would stay.
  await rm(out, { recursive: true, force: true });
  const entry = path.join(compiled, programs[name].replace(/\.ts$/, '.js'));
  // No cache: what is built must not depend on what was built before. The working directory is what paths in the bundle are relative to.
  const options = ['--license', 'licenses.txt', '--no-cache', '--quiet'];
  // The target is that of ncc's own lines, not of ours: V8 reads what stands in `(function …)` once, in `(… => …)` twice, which takes 4 ms.
  if (started.includes(name)) options.push('--target', 'es5');
  await ncc(['build', entry, '-o', out, ...options], compiled);
  if (started.includes(name)) await writeFile(path.join(out, 'package.json'), '{\n  "type": "commonjs"\n}\n');
  const text = await readFile(path.join(out, 'index.js'), 'utf8');
  // ncc says nothing of a module that it does not find, and leaves a call that fails when the program starts.
  const lost = [...text.matchAll(/eval\("require"\)\("([^"]+)"\)/g)].map(([, module]) => module);
  if (lost.length > 0) throw new Error(`${programs[name]} imports what is not there: ${lost.join(', ')}`);
  console.log(`${name.padEnd(12)} ${String(Math.round(text.length / 1024)).padStart(6)} kB  ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function run(what, command, cwd) {
  const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${what} could not be built:\n${Buffer.concat(said).toString()}`);
}

function bin(name, file) {
  return path.join(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
}

async function differences(fresh, folder) {
  const [expected, found] = await Promise.all([contents(fresh), contents(path.join(root, folder))]);
  return [...new Set([...expected.keys(), ...found.keys()])].sort().flatMap((file) => {
    const place = `${folder}/${file}`;
    if (!found.has(file)) return [`${place} is missing`];
    if (!expected.has(file)) return [`${place} is left over from an older build`];
    return expected.get(file).equals(found.get(file)) ? [] : [`${place} differs`];
  });
}

async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file)])));
}
