import { messageOf } from './errors.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a directory; expected a file',
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
  EMFILE: 'this process has too many files open',
};

/** Why a file cannot be read or written, for a message that names the file: Node's own text would name it again, with the system call. */
export function fileProblem(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return (typeof code === 'string' ? reasons[code] : undefined) ?? messageOf(error);
}
