import { catalogue, idPattern, linkRules, nameOf, olderThan, typeOf, wireName, type EventName, type EventType } from './catalogue.js';
import type { EiffelEvent } from './event.js';
import { listOf, objectOf, text, wholeNumber, type Held } from './shape.js';

export type DataOf<Name extends EventName> = Held<(typeof catalogue)[Name]['data']>;
/** An event whose data is known. */
export type EventOf<Name extends EventName> = EiffelEvent<EventType<Name>, DataOf<Name>>;

/**
 * What is wrong with an event, a sentence for each (eiffel.md 1 to 3): the envelope always; data and links in full when type and version are ours;
 * of other types and versions, only the envelope, because a consumer must expect events it does not know.
 */
export function check(event: unknown): readonly string[] {
  if (typeof event === 'object' && event !== null && passed.has(event)) return [];
  const problems = problemsIn(event, problemsOfLinks);
  if (problems.length === 0) passed.add(event as EiffelEvent);
  return problems;
}

/** The same for an event that others have published: no schema says which links there may be, so that no other consumer asks (eiffel.md 1.2). */
export function checkForeign(event: unknown): readonly string[] {
  return problemsIn(event, () => []);
}

// Nobody changes an event (they are readonly), and each border checks: whoever made it, then the bus. A check costs as much as printing it.
const passed = new WeakSet<object>();

function problemsIn(event: unknown, linkProblems: typeof problemsOfLinks): readonly string[] {
  const problems: string[] = [];
  envelope.check(event, 'event', problems, true);
  if (problems.length > 0) return problems;
  const { meta, data, links } = event as EiffelEvent;
  const name = nameOf(meta.type);
  if (name === undefined || !catalogue[name].versions.some((version) => version === meta.version)) return [];
  catalogue[name].data.check(data, 'event.data', problems, true);
  return [...problems, ...problemsOfData(name, data, meta.version, links), ...linkProblems(name, links, meta.version)];
}

/** Whether an event, of whatever version, is of this type and its data can be read as such. */
export function isA<Name extends EventName>(event: EiffelEvent, name: Name): event is EventOf<Name> {
  return event.meta.type === typeOf(name) && problemsAs(event, name).length === 0;
}

/** Why the data of an event cannot be read as that of this type. */
export function problemsAs(event: EiffelEvent, name: EventName): readonly string[] {
  const problems: string[] = [];
  catalogue[name].data.check(event.data, 'event.data', problems, false);
  return problems;
}

const id = text(idPattern, 'a lower-case UUID of version 1 to 5');
const envelope = objectOf(
  {
    meta: objectOf(
      { id, type: text(/./), version: text(/^\d+\.\d+\.\d+/, 'a version such as 4.2.0'), time: wholeNumber },
      {
        tags: listOf(text()),
        source: objectOf(
          {},
          { domainId: text(), host: text(), name: text(), uri: text(), serializer: text(/^pkg:/, 'a package URL, pkg:…') },
        ),
        security: objectOf({}, {}, { open: true }),
        schemaUri: text(),
      },
    ),
    data: objectOf({}, {}, { open: true }),
    links: listOf(objectOf({ type: text(/./), target: id }, { domainId: text() })),
  },
  {},
);

/** The rules that no schema says (eiffel.md 3.7, 3.14, 3.16, 9). */
function problemsOfData(name: EventName, data: EiffelEvent['data'], version: string, links: EiffelEvent['links']): readonly string[] {
  const has = (member: string): boolean => Object.hasOwn(data, member);
  const problems: string[] = [];
  if (name === 'TestExecutionRecipeCollectionCreated' && has('batches') === has('batchesUri'))
    problems.push(`event.data has ${has('batches') ? 'both batches and' : 'neither batches nor'} batchesUri; expected exactly one`);
  if (name === 'EnvironmentDefined' && !has('image') && !has('host') && !has('uri'))
    problems.push('event.data has none of image, host and uri; expected at least one');
  const closing = data.severity === 'CLOSED' || data.severity === 'CANCELED';
  if (name === 'AnnouncementPublished' && closing && !links.some(({ type }) => type === 'MODIFIED_ANNOUNCEMENT'))
    problems.push(`event.data.severity is ${JSON.stringify(data.severity)} without a link MODIFIED_ANNOUNCEMENT`);
  const logs = Array.isArray(data.persistentLogs) ? (data.persistentLogs as readonly unknown[]) : [];
  if (olderThan(version, '4.1.0') && logs.some((log) => typeof log === 'object' && log !== null && 'integrityProtection' in log))
    problems.push(`event.data.persistentLogs has integrityProtection, which version ${version} does not know; it came with 4.1.0`);
  return problems;
}

function problemsOfLinks(name: EventName, links: EiffelEvent['links'], version: string): readonly string[] {
  const rules = new Map(Object.entries(linkRules(name)).map(([link, rule]) => [wireName(link), rule]));
  const counts = new Map<string, number>();
  for (const { type } of links) counts.set(type, (counts.get(type) ?? 0) + 1);
  const unknown = [...counts.keys()].filter((type) => !rules.has(type));
  return [
    ...unknown.map((type) => `the link ${type} is not known to ${name}; known are ${[...rules.keys()].join(', ')}`),
    ...[...rules].flatMap(([type, { required, many, since }]) => {
      const count = counts.get(type) ?? 0;
      if (required && count === 0) return [`the link ${type} is missing`];
      if (!many && count > 1) return [`the link ${type} is there ${count} times; expected it once`];
      return since && count > 0 && olderThan(version, since) ? [`the link ${type} came with version ${since}; this is ${version}`] : [];
    }),
  ];
}
