import { types } from 'node:util';

/** A failure we can explain. Anything else that is thrown is our bug, and keeps its stack trace. */
export abstract class EtosError extends Error {
  abstract readonly exitCode: 2 | 3;
  /**
   * @param message what is wrong, where, and what was expected
   * @param hint what to do about it; empty when the message says it
   */
  constructor(
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The input is wrong; nothing was started. Thrown by every parser at the border. */
export class InvalidInput extends EtosError {
  readonly exitCode = 2;
}

/** The tests could not be carried out: the run is INCONCLUSIVE. Environment, engine, registry or time are the usual causes. */
export class NotCarriedOut extends EtosError {
  readonly exitCode = 3;
}

/** Somebody ended the run. The reason of the run's signal after SIGINT, SIGTERM or SIGHUP. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor(readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') {
    super(`cancelled by ${signal}`);
  }
  /** 128 + n, as a shell reports a process that the signal ended. */
  get exitCode(): 129 | 130 | 143 {
    return this.signal === 'SIGINT' ? 130 : this.signal === 'SIGTERM' ? 143 : 129;
  }
}

/** The text of whatever was thrown, with the causes that say more, on one line. A cause whose text or code was said already says nothing more. */
export function messageOf(error: unknown): string {
  let text = ownText(error);
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
    const more = ownText(cause);
    if (!text.includes(more) && !text.includes(codeOf(cause) ?? more)) text += `: ${more}`;
  }
  return text;
}

// Not `instanceof`: errors that Node itself makes belong to another realm when this code runs in a context, as under jest.
function ownText(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

/** The word by which a system names a failure, `ECONNREFUSED` for instance. */
function codeOf(error: unknown): string | undefined {
  const code = types.isNativeError(error) && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{3,}$/.test(code) ? code : undefined;
}

function causeOf(error: unknown): unknown {
  return types.isNativeError(error) ? error.cause : undefined;
}
