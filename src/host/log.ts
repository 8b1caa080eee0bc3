/** Facts beside a log line. Values are printed as they read best; `undefined` is left out. */
export type Facts = Readonly<Record<string, string | number | boolean | URL | null | undefined>>;

export type Level = 'debug' | 'event' | 'info' | 'warning' | 'error';

/** The log of a program. Whatever goes through it has the registered secrets taken out: redaction is not the caller's business. */
export interface Log {
  /** `-vv`: requests and the like. */
  debug(message: string, facts?: Facts): void;
  /** `-v`: Eiffel events. */
  event(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  warning(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
  /** From now on this value, and its base64, URL-encoded and JSON-escaped forms, never leave through this log. */
  secret(value: string): void;
  /** Text with the secrets taken out, for whoever prints past the log (summaries, tables). */
  redact(text: string): string;
}

export interface LogOptions {
  /** The lowest level that is written. */
  readonly level: Level;
  /** Gets one line without its newline. */
  readonly write: (line: string, level: Level) => void;
  /** Called with each form of a new secret: GitHub's mask, for instance. */
  readonly onSecret?: (value: string) => void;
}

const order: readonly Level[] = ['debug', 'event', 'info', 'warning', 'error'];

// Masking very short values would mask half of all text and tell the value by what is missing (actions.md, secrets).
const shortest = 4;

/** A log that writes one line a message: `message key=value key="two words"`. */
export function createLog({ level, write, onSecret }: LogOptions): Log {
  const secrets = new Set<string>();
  let pattern: RegExp | undefined;
  const redact = (text: string): string => {
    if (secrets.size === 0) return text;
    pattern ??= new RegExp(
      [...secrets]
        .sort((a, b) => b.length - a.length)
        .map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return text.replace(pattern, '***');
  };
  const at = (own: Level) => (message: string, facts?: Facts) => {
    if (order.indexOf(own) >= order.indexOf(level)) write(redact(message + inLine(facts)), own);
  };
  return {
    debug: at('debug'),
    event: at('event'),
    info: at('info'),
    warning: at('warning'),
    error: at('error'),
    redact,
    secret(value) {
      for (const form of formsOf(value)) {
        if (form.length < shortest || secrets.has(form)) continue;
        secrets.add(form);
        pattern = undefined;
        onSecret?.(form);
      }
    },
  };
}

function inLine(facts: Facts = {}): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const text = String(value);
      return ` ${key}=${/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)}`;
    })
    .join('');
}

/** The ways a secret shows up in what programs print. A secret of several lines is also masked line by line. */
function formsOf(value: string): readonly string[] {
  const lines = value.includes('\n') ? value.split(/\r?\n/) : [];
  return [value, ...lines].flatMap((text) => [
    text,
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    JSON.stringify(text).slice(1, -1),
  ]);
}
