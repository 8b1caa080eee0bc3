import { EngineAway, EngineRefused } from '../src/docker/connection.js';
import type { Engine, ImageState } from '../src/docker/engine.js';
import type { Clock } from '../src/host/clock.js';
import { messageOf } from '../src/host/errors.js';
import { NotRun } from './endings.js';
import type { Plan } from './plan/plan.js';
import type { Say } from './say.js';

export interface Providing {
  readonly engine: Engine;
  /** The `X-Registry-Auth` for a registry, if there is a login. */
  readonly login: (registry: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly say: Say;
  readonly signal: AbortSignal;
}

/** Milliseconds for which a registry that may come back is asked again. */
const patience = 120_000;
// What may pass, in the words of engines and registries. A name that cannot be looked up, a login that is wanted and an image that is not
// there do not pass.
const passing =
  /connection refused|connection reset|reset by peer|broken pipe|unexpected EOF|\bEOF$|time(?:d )?-?out|deadline exceeded|toomanyrequests|too many requests|(?:status|code|error)[^a-z]{0,5}\b(?:408|429|5\d\d)\b|internal server error|bad gateway|service unavailable|gateway time/i;
const lasting =
  /no such host|\blookup\b|unauthorized|authentication required|access denied|forbidden|not found|manifest unknown|\b40[134]\b/i;

/**
 * Sees to it that the image is on the machine (delegation.md 7).
 * @throws {NotRun} with the registry's answer; the signal's reason
 */
export async function provideImage(
  { image, platform, pull }: Pick<Plan, 'image' | 'platform' | 'pull'>,
  providing: Providing,
): Promise<ImageState> {
  const { engine, say, signal, clock } = providing;
  const present = (): Promise<ImageState | undefined> => engine.inspectImage(image.text, { signal });
  // An id names an image that is here or nowhere.
  const rule = image.registry === '' ? 'never' : pull;
  const there = rule === 'always' ? undefined : await present();
  if (there) return there;
  if (rule === 'never') {
    const remedy =
      image.registry === '' ? 'An id names an image that is here or nowhere' : 'Bring it here, or allow it with --pull missing';
    throw new NotRun(`image ${image.text} is not on this machine and is not to be pulled. ${remedy}`);
  }
  const login = await providing.login(image.registry);
  const giveUpAt = clock.monotonic() + patience;
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 15_000)) {
    const pulled = pullOnce(image.text, image.tag ?? (image.digest === undefined ? 'latest' : undefined), { platform, login, providing });
    // Meanwhile, for the case that it fails.
    const looked = present();
    looked.catch(() => undefined);
    try {
      return await pulled;
    } catch (error) {
      if (signal.aborted || !(error instanceof EngineRefused || error instanceof EngineAway)) throw error;
      const local = await looked;
      if (local) {
        say(
          `warning: image ${image.text} could not be pulled; the one on this machine is used. The registry’s answer: ${messageOf(error)}`,
        );
        return local;
      }
      const wait = retryAfter(messageOf(error)) ?? pause;
      if (!mayPass(error) || clock.monotonic() + wait > giveUpAt)
        throw new NotRun(`image ${image.text} cannot be pulled: ${messageOf(error)}${remedyOf(messageOf(error))}`, 125, { cause: error });
      say(`image ${image.text} cannot be pulled yet, next try in ${wait / 1000} s: ${messageOf(error)}`);
      await clock.sleep(wait, signal);
    }
  }
}

async function pullOnce(
  reference: string,
  tag: string | undefined,
  {
    platform,
    login,
    providing,
  }: { readonly platform: string | undefined; readonly login: string | undefined; readonly providing: Providing },
): Promise<ImageState> {
  const { engine, clock, say, signal } = providing;
  const began = clock.monotonic();
  say(`pulling ${reference}`);
  // Without a tag the engine pulls every tag there is.
  await engine.pullImage(tag === undefined || /:[^/]+$/.test(reference) ? reference : `${reference}:${tag}`, {
    auth: login,
    platform,
    signal,
  });
  const image = await engine.inspectImage(reference, { signal });
  if (!image) throw new NotRun(`image ${reference} was pulled and is not there`);
  say(`pulled ${reference} in ${((clock.monotonic() - began) / 1000).toFixed(1)} s, ${image.digests[0]?.split('@')[1] ?? image.id}`);
  return image;
}

function mayPass(error: EngineRefused | EngineAway): boolean {
  const message = messageOf(error);
  return error instanceof EngineAway || (passing.test(message) && !lasting.test(message));
}

/** What may be done about what a registry, or the engine on its way there, answered: it never says itself. */
function remedyOf(answer: string): string {
  if (/no such host|\blookup\b/i.test(answer)) return '. Is the registry’s name right, and can the engine look it up?';
  if (/unauthorized|authentication required|denied|forbidden|\b40[13]\b/i.test(answer))
    return '. Is the image’s name right, and has docker login, or DOCKER_CONFIG, a login for its registry?';
  return /not found|manifest unknown|\b404\b/i.test(answer) ? '. Is the image’s name right, and does the registry have that tag?' : '';
}

/** Milliseconds that a registry asks for, when the engine passes its words on. */
function retryAfter(message: string): number | undefined {
  const seconds = /retry[- ]after:?\s*(\d{1,4})/i.exec(message)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
