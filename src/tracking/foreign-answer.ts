/** Something else answered than the place that was asked: its answer is well, and not of the kind that was asked for. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer';
  /** @param asked `GET /path` */
  constructor(asked: string) {
    super(`the answer to ${asked} is not of that place: a proxy or a login page answers there`);
  }
}

/** Milliseconds in which such answers may pass: what stands between is exchanged in seconds, a login page stays. */
export const foreignFor = 10_000;
