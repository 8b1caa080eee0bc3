import { readBytes, readInteger } from './amounts.js';
import type { Policy } from './policy.js';
import type { DockerOption } from './docker-options.js';

/** Why something is refused that the policy says nothing of, with the member that would let it. */
export function notAllowed(member: keyof Policy): string {
  return `is not allowed by the policy (by ${member})`;
}

/** Why something is refused that is not among those that a member of the policy lists. */
export function notListed(what: string, member: string): string {
  return `names ${what} that the policy does not list (in ${member})`;
}

type ListOf<T> = { readonly [K in keyof Policy]-?: NonNullable<Policy[K]> extends readonly T[] ? K : never }[keyof Policy];

/** The options that a parameter asks for, to be read each once into its field of the create call. Refusals go to `problems`. */
export class Asked {
  /** Which of several arguments of an option is being read: ` (2 of 3)`. */
  private place = '';

  constructor(
    private readonly options: readonly DockerOption[],
    readonly policy: Policy,
    /** The engine's sockets on this machine. */
    readonly sockets: readonly string[],
    private readonly problems: string[],
  ) {}

  text(name: string, form: RegExp, what: string): string | undefined {
    return this.let(name, (argument) => (form.test(argument) ? undefined : `must be ${what}`));
  }

  /** Bytes, `least` of them or none. */
  bytes(name: string, least = 0): number | undefined {
    const text = this.let(name, (argument) => {
      const bytes = readBytes(argument);
      if (bytes === undefined) return 'must be bytes such as 512m';
      return bytes > 0 && bytes < least ? `must be at least ${least / 1024 ** 2}m` : undefined;
    });
    return text === undefined ? undefined : readBytes(text);
  }

  integer(name: string, least: number, most?: number): number | undefined {
    const range = most === undefined ? `from ${least} on` : `from ${least} to ${most}`;
    const text = this.let(name, (argument) =>
      readInteger(argument, least, most) === undefined ? `must be a whole number ${range}` : undefined,
    );
    return text === undefined ? undefined : readInteger(text, least, most);
  }

  flag(name: string): boolean {
    return this.given(name)[0] === 'true';
  }

  /** The argument of an option that stands once, unless `why` says why not. */
  let(name: string, why: (argument: string) => string | undefined): string | undefined {
    const [argument] = this.given(name);
    if (argument === undefined) return undefined;
    const reason = why(argument);
    return reason === undefined ? argument : this.refuse(name, reason);
  }

  each<T>(name: string, read: (argument: string) => T | undefined): readonly T[] {
    const all = this.given(name);
    const items = all.map((argument, n) => {
      this.place = all.length > 1 ? ` (${n + 1} of ${all.length})` : '';
      return read(argument);
    });
    this.place = '';
    return items.filter((item): item is T & {} => item !== undefined);
  }

  listed(name: string, argument: string, member: ListOf<string>): string | undefined {
    const why = this.whyNotListed(argument, member);
    return why === undefined ? argument : this.refuse(name, why);
  }

  /** @param member a list of the policy */
  whyNotListed(argument: string, member: ListOf<string>): string | undefined {
    const list = this.policy[member] ?? [];
    return list.includes(argument) ? undefined : list.length === 0 ? notAllowed(member) : notListed('something', member);
  }

  form(name: string, what: string): undefined {
    return this.refuse(name, `must be ${what}`);
  }

  refuse(name: string, why: string): undefined {
    this.problems.push(`${name}${this.place} ${why}`);
    return undefined;
  }

  private given(name: string): readonly string[] {
    return this.options.filter((option) => option.name === name).map(({ argument }) => argument);
  }
}
