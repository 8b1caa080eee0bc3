// The bundles of jenkins/resources: what `libraryResource` hands to a build node. Unlike those of dist/ each program is one file, minified and in
// ASCII: every build of a controller keeps its own copy of a library, and a resource is read as text in whatever encoding the controller has. The
// programs find each other side by side (programPath in src/run/program-path.ts).

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const resources = {
  'etos.mjs': 'src/cli/main.js',
  'etos-runner.mjs': 'runner/main.js',
  'etos-test-runner.mjs': 'src/test-runner/main.js',
};
// What takes most of the room, in files of its own. Programs that do not use one do not load it.
const libraries = { undici: 'etos-undici.cjs', graphql: 'etos-graphql.cjs', '@actions/github': 'etos-github.mjs', yaml: 'etos-yaml.cjs' };
// Of these, what few runs need: loaded when it is.
const seldom = ['@actions/github', 'yaml'];
// Every build keeps a copy (jenkins.md 5).
const longest = 1_000_000;

/**
 * @param out the folder that gets the files, emptied first
 * @param compiled the compiled sources
 * @param ncc carries out `ncc ARGS` in a directory
 */
export async function buildJenkinsResources(out, compiled, { ncc }) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const sources = `${compiled}-in-one`;
  try {
    // Without what makes some of them CommonJS in dist/: here the names of the files say that they are modules.
    await cp(compiled, sources, { recursive: true, filter: (file) => !/runner[\\/]package\.json$/.test(file) });
    await inlineChunks(sources);
    const licenses = [];
    const bundle = async (entry, externals) => {
      const folder = path.join(sources, 'bundle');
      await rm(folder, { recursive: true, force: true });
      const options = ['--minify', '--license', 'licenses.txt', '--no-cache', '--quiet', ...externals.flatMap((name) => ['-e', name])];
      await ncc(['build', path.join(sources, entry), '-o', folder, ...options], sources);
      const files = (await readdir(folder)).filter((name) => !['index.js', 'package.json', 'licenses.txt'].includes(name));
      if (files.length > 0) throw new Error(`${entry} is not one file: ${files.join(', ')}`);
      licenses.push(...(await readFile(path.join(folder, 'licenses.txt'), 'utf8')).split(/\n(?=\S+\n\S+\n)/));
      return readFile(path.join(folder, 'index.js'), 'utf8');
    };
    const write = async (name, text) => {
      const ascii = toAscii(text);
      if (ascii.length > longest)
        throw new Error(`jenkins/resources: ${name} has ${ascii.length} bytes; at most ${longest} may be in a library`);
      await writeFile(path.join(out, name), ascii);
    };
    const others = (own) => Object.keys(libraries).filter((library) => library !== own);
    const linked = (text) =>
      Object.entries(libraries).reduce(
        (done, [library, file]) => done.replace(new RegExp(`\\bfrom\\s*"${library}"`), `from"./${file}"`),
        text,
      );
    for (const [name, entry] of Object.entries(resources)) await write(name, linked(await bundle(entry, others())));
    for (const [library, file] of Object.entries(libraries)) {
      const [folder, isModule] = [path.join(sources, `library-${path.parse(file).name}`), file.endsWith('.mjs')];
      await mkdir(folder);
      await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: isModule ? 'module' : 'commonjs' }));
      await writeFile(
        path.join(folder, 'entry.js'),
        isModule ? `export * from '${library}';\n` : `module.exports = require('${library}');\n`,
      );
      const text = linked(await bundle(path.join(path.basename(folder), 'entry.js'), isModule ? others(library) : []));
      // The line at the end is never carried out: Node reads the names of a CommonJS module's exports off the text.
      const names = isModule ? undefined : Object.keys(createRequire(import.meta.url)(library)).join(', ');
      await write(file, names === undefined ? text : `${text}\n0 && (module.exports = { ${names} });\n`);
    }
    await writeFile(path.join(out, 'licenses.txt'), toAscii([...new Set(licenses)].sort().join('\n')));
  } finally {
    await rm(sources, { recursive: true, force: true });
  }
}

/** What is loaded when it is needed becomes a part of the one file. */
async function inlineChunks(sources) {
  for (const name of await readdir(sources, { recursive: true })) {
    if (!/^(?:src|runner)\/.*\.js$/.test(name)) continue;
    const file = path.join(sources, name);
    const text = await readFile(file, 'utf8');
    const inlined = text.replace(/\bimport\((?=['"])/g, 'import(/* webpackMode: "eager" */ ');
    // A module of its own stays one that is loaded when it is needed.
    const eager = seldom.reduce(
      (done, library) =>
        done.replaceAll(`import(/* webpackMode: "eager" */ '${library}')`, `import(/* webpackIgnore: true */ './${libraries[library]}')`),
      inlined,
    );
    if (eager !== text) await writeFile(file, eager);
  }
}

/** The same program: the minifier leaves such characters in texts, templates and regular expressions alone, where their escapes mean the same. */
function toAscii(text) {
  return text.replace(/[^\t\n\r -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
