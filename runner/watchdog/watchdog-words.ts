/** What the watchdog is told through the lifeline, a line each, without spaces. No secret is among it. */
export type Word =
  | { readonly word: 'instance'; readonly instance: string }
  | { readonly word: 'grace'; readonly milliseconds: number }
  /** A create call is about to leave: from now on a container may appear. */
  | { readonly word: 'creating' }
  | { readonly word: 'created' }
  /** The engine has refused: nothing will appear. */
  | { readonly word: 'not-created' }
  /** The container has been asked to stop, at this time of the monotonic clock. */
  | { readonly word: 'stopping'; readonly at: number }
  | { readonly word: 'removed' }
  /** Nothing is left: go away. */
  | { readonly word: 'done' };

/** What the watchdog knows when its runner is gone. */
export interface Known {
  readonly instance: string;
  /** Milliseconds from the stop signal to SIGKILL. */
  readonly grace: number;
  /** A create call had left, and its answer had not come. */
  readonly creating: boolean;
  readonly stopRequestedAt?: number;
}

export function printWord(word: Word): string {
  if (word.word === 'instance') return `instance:${word.instance}`;
  if (word.word === 'grace') return `grace:${Math.round(word.milliseconds)}`;
  return word.word === 'stopping' ? `stopping:${Math.round(word.at)}` : word.word;
}

/** What all the words together say; undefined when they do not say whose watchdog this is. */
export function readWords(text: string): Known | undefined {
  let instance: string | undefined;
  let known = { grace: 0, creating: false };
  for (const word of text.split(' ')) {
    const [name = '', value = ''] = word.split(':');
    if (name === 'instance') instance = value;
    else if (name === 'grace') known = { ...known, grace: Number(value) };
    else if (name === 'creating') known = { ...known, creating: true };
    else if (name === 'created' || name === 'not-created' || name === 'removed') known = { ...known, creating: false };
    else if (name === 'stopping') known = { ...known, ...{ stopRequestedAt: Number(value) } };
  }
  return instance === undefined ? undefined : { instance, ...known };
}
