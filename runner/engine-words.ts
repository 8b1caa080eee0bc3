import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import { messageOf } from '../src/host/errors.js';

const advice: Readonly<Record<string, string>> = {
  ENOENT: 'Install or start the engine (systemctl start docker), or say with DOCKER_HOST where it is',
  ECONNREFUSED: 'Start the engine (systemctl start docker), or say with DOCKER_HOST where it is',
  ENOTFOUND: 'DOCKER_HOST, or the docker context, says where the engine is',
  EACCES:
    'Whoever runs this must be in the group that owns the socket (usermod -aG docker USER, then log in anew), which is root on this machine',
  EPERM:
    'Whoever runs this must be in the group that owns the socket (usermod -aG docker USER, then log in anew), which is root on this machine',
};

/** What an engine that refused, or was not there, leaves to be said: where it is, what it was asked, what can be done. */
export function engineWords(error: unknown): string {
  if (error instanceof EngineRefused && error.asked !== undefined) return `${error.asked} was refused: ${messageOf(error)}`;
  const code = error instanceof EngineAway && error.at === 'connect' ? (error.cause as NodeJS.ErrnoException | undefined)?.code : undefined;
  const what = code === undefined ? undefined : advice[code];
  return what === undefined ? messageOf(error) : `${messageOf(error)}. ${what}`;
}
