// Runs once before the tests (jest's globalSetup, which must be JavaScript): is there a Docker engine, and has it the images that tests need? They
// are made without a registry and stay in the engine; a label holds what they were made of, so that a changed recipe makes them anew. What was
// found goes to the tests by the environment, read by docker.ts.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { spawn } from 'node:child_process';
import tar from 'tar-stream';

const run = promisify(execFile);
const label = 'etos-test.made-of';
const searchPath = 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export default async function lookForDocker() {
  const found = await whatIsThere();
  process.env.ETOS_TEST_DOCKER = JSON.stringify(found);
  for (const reason of new Set([found.engine, found.busybox, found.python].filter((part) => part.missing).map((part) => part.missing))) {
    process.stderr.write(`Tests with Docker: ${reason}\n`);
  }
}

async function whatIsThere() {
  const host = process.env.DOCKER_HOST || 'unix:///var/run/docker.sock';
  const engine = { host };
  const answer = await ask(host, 'GET', '/_ping', { limit: 3000 }).catch((error) => error);
  if (answer.status !== 200) {
    const missing = `no Docker engine answers at ${host} (${answer.message || answer.code || `status ${answer.status}`})`;
    return { engine: { host, missing }, busybox: { missing }, python: { missing } };
  }
  const none = (error) => ({ missing: error.message });
  return { engine, busybox: await busybox(host).catch(none), python: await python(host).catch(none) };
}

async function busybox(host) {
  const program = await readFile('/bin/busybox').catch(() => undefined);
  if (!program || !isStatic(program))
    throw new Error('no static /bin/busybox to make an image of (Debian: apt-get install busybox-static)');
  const { stdout } = await run('/bin/busybox', ['--list']);
  const pack = tar.pack();
  for (const name of ['bin', 'etc', 'root', 'usr', 'usr/bin']) pack.entry({ name, type: 'directory', mode: 0o755 });
  pack.entry({ name: 'tmp', type: 'directory', mode: 0o1777 });
  pack.entry({ name: 'bin/busybox', mode: 0o755 }, program);
  // `/bin/sh` and the rest are links: an image with a POSIX shell, and without bash.
  for (const applet of stdout.split('\n')) {
    if (applet !== '' && applet !== 'busybox') pack.entry({ name: `bin/${applet}`, type: 'symlink', linkname: 'busybox' });
  }
  pack.entry({ name: 'usr/bin/env', type: 'symlink', linkname: '/bin/busybox' });
  pack.entry({ name: 'etc/passwd' }, 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n');
  pack.entry({ name: 'etc/group' }, 'root:x:0:\nnogroup:x:65534:\n');
  pack.finalize();
  const tree = await buffer(pack);
  return make(host, 'etos-test/busybox:1', digest(program, stdout, 'busybox 1'), () => tree);
}

async function python(host) {
  const packages = 'python3-minimal,libpython3-stdlib,bash';
  const image = 'etos-test/python:1';
  const madeOf = digest(packages, 'python 1');
  return make(host, image, madeOf, async () => {
    if (process.getuid?.() !== 0) throw new Error('the image with Python is made by debootstrap, which needs root');
    process.stderr.write(`Making ${image} (once, about a minute) …\n`);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'etos-test-image-'));
    try {
      await run('debootstrap', ['--variant=minbase', `--include=${packages}`, 'stable', folder], { maxBuffer: 2 ** 26 }).catch((error) => {
        if (error.code === 'ENOENT') throw new Error('the image with Python is made by debootstrap, which is not installed');
        throw new Error(`debootstrap failed: ${String(error.stdout).trim().split('\n').at(-1)}`);
      });
      const exclude = [
        './var/cache/apt',
        './var/lib/apt/lists',
        './usr/share/doc',
        './usr/share/man',
        './usr/share/locale',
        './dev',
        './proc',
        './sys',
      ];
      const child = spawn('tar', ['-C', folder, ...exclude.map((name) => `--exclude=${name}/*`), '-c', '.'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return await buffer(child.stdout);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

/** Makes the image unless the engine has it already, made of the same. */
async function make(host, image, madeOf, tree) {
  const known = await ask(host, 'GET', `/images/${image}/json`);
  if (known.status === 200 && JSON.parse(known.text).Config?.Labels?.[label] === madeOf) return { image };
  const [repo, tag] = image.split(':');
  const query = new URLSearchParams({ fromSrc: '-', repo, tag });
  for (const change of [searchPath, `LABEL ${label}=${madeOf}`, 'CMD ["sh"]']) query.append('changes', change);
  const answer = await ask(host, 'POST', `/images/create?${query}`, { body: await tree() });
  if (answer.status !== 200 || answer.text.includes('"error"'))
    throw new Error(`the engine did not take ${image}: ${answer.status} ${answer.text.trim()}`);
  return { image };
}

function ask(host, method, path, { body, limit } = {}) {
  const url = new URL(host);
  const place = url.protocol === 'unix:' ? { socketPath: url.pathname } : { host: url.hostname, port: url.port };
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/x-tar', 'content-length': body.length } : {};
    const request = http.request({ ...place, method, path, headers }, (answer) => {
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (piece) => (text += piece)).on('end', () => resolve({ status: answer.statusCode, text }));
      answer.on('error', reject);
    });
    if (limit) request.setTimeout(limit, () => request.destroy(new Error(`no answer within ${limit / 1000} s`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** An ELF program that asks for no interpreter (no PT_INTERP among its program headers) runs in an empty image. */
function isStatic(program) {
  const [offset, size, count] = [Number(program.readBigUInt64LE(32)), program.readUInt16LE(54), program.readUInt16LE(56)];
  return !Array.from({ length: count }, (_, i) => program.readUInt32LE(offset + i * size)).includes(3);
}

function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
