import { randomUUID } from 'node:crypto';
import type { Clock } from '../host/clock.js';
import { InvalidInput } from '../host/errors.js';
import { catalogue, type commonLinks, editions, linkRules, typeOf, wireName, type Edition, type EventName } from './catalogue.js';
import { check, type DataOf, type EventOf } from './check.js';
import type { Link } from './event.js';

/** Who publishes. */
export interface Source {
  readonly name: string;
  /** Left out when it is not known: others write null there, which no schema takes. */
  readonly host?: string | undefined;
  readonly domainId?: string | undefined;
}

export interface Building {
  readonly source: Source;
  readonly clock: Clock;
  /** Default: Arica. */
  readonly edition?: Edition;
}

/** Makes events of any type; a missing mandatory link does not compile. */
export type Build = <Name extends EventName>(
  name: Name,
  data: Given<DataOf<Name>>,
  links: LinksOf<Name>,
  /** Where others know the event before it is published: run, suites, environments. Default: a new one. */
  id?: string,
) => EventOf<Name>;

/**
 * A function that makes the events of one publisher, in the member and link order of the released library (etos.md 9.2): links in the order
 * in which they are given, what the event is about last. Members that are undefined are left out, as are live logs without an address; ids
 * are written in lower case.
 * @throws {InvalidInput} from that function, when data or links break the rules of eiffel.md 3
 */
export function createBuilder({ source, clock, edition = 'Arica' }: Building): Build {
  const origin = definedOnly({ name: source.name, host: source.host || undefined, domainId: source.domainId || undefined });
  return <Name extends EventName>(name: Name, data: Given<DataOf<Name>>, links: LinksOf<Name>, id: string = randomUUID()) => {
    const event = {
      meta: {
        type: typeOf(name),
        version: catalogue[name].versions[editions.indexOf(edition)],
        id: id.toLowerCase(),
        time: Math.trunc(clock.now()),
        source: origin,
      },
      data: withoutDeadLogs(definedOnly(data)),
      links: inOrder(name, links),
    };
    const problems = check(event);
    if (problems.length > 0)
      throw new InvalidInput(
        `${event.meta.type} cannot be published: ${problems.join('; ')}`,
        'Consumers would drop the event without a word',
      );
    return event as unknown as EventOf<Name>;
  };
}

/** Data as it may be given: a member may be undefined, and a live log may have no address. */
export type Given<Data> = {
  readonly [K in keyof Data]: K extends 'liveLogs'
    ? readonly { readonly name: string; readonly uri?: string | null | undefined; readonly mediaType?: string }[] | undefined
    : undefined extends Data[K]
      ? Data[K] | undefined
      : Data[K];
};

type RulesOf<Name extends EventName> = (typeof catalogue)[Name]['links'] & typeof commonLinks;
type Required<Rules> = { [K in keyof Rules]: Rules[K] extends { readonly required: true } ? K : never }[keyof Rules];
type Targets<Rule> = Rule extends { readonly many: true }
  ? Rule extends { readonly required: true }
    ? string | readonly [string, ...(readonly string[])]
    : string | readonly string[]
  : string;

/** The links of a type with the ids they point at. */
export type LinksOf<Name extends EventName> = {
  readonly [K in Required<RulesOf<Name>>]: Targets<RulesOf<Name>[K]>;
} & {
  readonly [K in Exclude<keyof RulesOf<Name>, Required<RulesOf<Name>>>]?: Targets<RulesOf<Name>[K]> | undefined;
};

function inOrder(name: EventName, links: Readonly<Record<string, string | readonly string[] | undefined>>): readonly Link[] {
  const rules = linkRules(name);
  const isLast = ([link]: readonly [string, unknown]): boolean => rules[link]?.last === true;
  const given = Object.entries(links);
  return [...given.filter((entry) => !isLast(entry)), ...given.filter(isLast)].flatMap(([link, targets = []]) =>
    [targets].flat().map((target) => ({ type: wireName(link), target: target.toLowerCase() })),
  );
}

function definedOnly(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, deep(member)]),
  );
}

function deep(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(deep);
  return typeof member === 'object' && member !== null ? definedOnly(member) : member;
}

/** A log area without live logs gives no address, and a log without address makes the whole event invalid (eiffel.md 3.8). */
function withoutDeadLogs({ liveLogs, ...data }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(liveLogs)) return liveLogs === undefined ? data : { ...data, liveLogs };
  const alive = (liveLogs as readonly { readonly uri?: unknown }[]).filter(({ uri }) => uri !== undefined && uri !== null && uri !== '');
  return alive.length === 0 ? data : { ...data, liveLogs: alive };
}
