import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { encodePart, parseIdentity, type Identity } from '../documents/identity.js';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The identity of the item under test: as given, else made from what the CI system says of its checkout (GitHub, Jenkins), else from the git
 * checkout in the workspace, else `pkg:generic/<directory name>`. @throws {InvalidInput} when the one given is no package URL
 */
export async function identityOf(
  given: string | undefined,
  { workspace, environment, signal }: { readonly workspace: string; readonly environment: Variables; readonly signal: AbortSignal },
): Promise<Identity> {
  return parseIdentity(
    given ?? ofGitHub(environment) ?? ofJenkins(environment) ?? (await ofCheckout(workspace, signal)) ?? generic(basename(workspace)),
  );
}

function ofGitHub({ GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_SERVER_URL: server }: Variables): string | undefined {
  if (!repository?.includes('/')) return undefined;
  // GitHub Enterprise Server is not the `github` type's registry.
  return server && server !== 'https://github.com'
    ? ofRemote(`${server}/${repository}`, commit)
    : ofRemote(`https://github.com/${repository}`, commit);
}

function ofJenkins({
  GIT_URL: url,
  GIT_COMMIT: commit,
  JOB_NAME: job,
  BUILD_NUMBER: build,
  JENKINS_URL: jenkins,
}: Variables): string | undefined {
  if (!jenkins) return undefined;
  return url ? ofRemote(url, commit) : job && generic(job.split('/').at(-1) ?? job, build);
}

async function ofCheckout(workspace: string, signal: AbortSignal): Promise<string | undefined> {
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      // Bounded: a checkout on a file system that hangs must not hang the run.
      const { stdout } = await promisify(execFile)('git', ['-C', workspace, ...args], { timeout: 5_000, signal });
      return stdout.trim() || undefined;
    } catch {
      return undefined;
    }
  };
  const [commit, remote] = await Promise.all([git('rev-parse', 'HEAD'), git('config', '--get', 'remote.origin.url')]);
  signal.throwIfAborted();
  if (!commit) return undefined;
  return remote ? ofRemote(remote, commit) : generic(basename(workspace), commit);
}

/** `git@host:owner/name.git`, `ssh://…`, `https://…`: hosts that package URLs have a type for get it, others become `generic`. */
function ofRemote(remote: string, commit: string | undefined): string {
  const path = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/*$/i.exec(remote);
  const [, host = '', name = basename(remote)] = path ?? [];
  const segments = name.split('/').filter((segment) => segment !== '');
  const type = { 'github.com': 'github', 'bitbucket.org': 'bitbucket' }[host.toLowerCase()];
  const own = type ? segments.map((segment) => segment.toLowerCase()) : segments.slice(-1);
  return `pkg:${type ?? 'generic'}/${own.map(encodePart).join('/')}${commit ? `@${encodePart(commit)}` : ''}`;
}

function generic(name: string, version?: string): string {
  return `pkg:generic/${encodePart(name) || 'workspace'}${version ? `@${encodePart(version)}` : ''}`;
}
