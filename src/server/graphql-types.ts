// The types that an Eiffel event repository answers with (eiffel.md 8.2). Objects mirror the events; what has another name here than in the event
// stands in `renamed`. Lists of texts are lists of objects with one field, `type`.

/** By query field: the object that a `data` of that event type is. */
const data: Readonly<Record<string, string>> = {
  activityTriggered: 'name: String categories: [Text] activityTriggers: [Trigger] executionType: String',
  activityStarted: 'executionUri: String activityLiveLogs: [LiveLog]',
  activityFinished: 'activityOutcome: ActivityOutcome activityPersistentLogs: [PersistentLog]',
  activityCanceled: 'reason: String',
  artifactCreated:
    'identity: String fileInformation: [FileInformation] buildCommand: String requiresImplementation: String dependsOn: [Text] implements: [Text] name: String',
  artifactPublished: 'locations: [Location]',
  artifactReused: 'none: String',
  testExecutionRecipeCollectionCreated: 'selectionStrategy: SelectionStrategy batchesUri: String batches: [Batch]',
  testSuiteStarted: 'name: String testSuiteCategories: [Text] types: [Text] testSuiteLiveLogs: [LiveLog]',
  testSuiteFinished: 'testSuiteOutcome: TestOutcome testSuitePersistentLogs: [PersistentLog]',
  testCaseTriggered: 'testCase: TestCase recipeId: String testCaseTriggers: [Trigger] executionType: String parameters: [Parameter]',
  testCaseStarted: 'executor: String testCaseLiveLogs: [LiveLog]',
  testCaseFinished: 'testCaseOutcome: TestOutcome testCasePersistentLogs: [PersistentLog]',
  testCaseCanceled: 'reason: String',
  environmentDefined: 'name: String version: String image: String host: Host uri: String',
  confidenceLevelModified: 'name: String value: String issuer: Issuer',
  announcementPublished: 'heading: String body: String severity: String uri: String',
  compositionDefined: 'name: String version: String',
  flowContextDefined: 'product: String program: String track: String version: String',
  issueDefined: 'type: String tracker: String id: String uri: String title: String',
  issueVerified: 'issues: [Issue]',
  sourceChangeCreated: 'author: Author change: Change gitIdentifier: GitIdentifier issues: [Issue]',
  sourceChangeSubmitted: 'submitter: Author gitIdentifier: GitIdentifier',
};

const shared = `
  scalar BigInt
  type Text { type: String }
  type CustomData { key: String value: String }
  type Trigger { type: String description: String }
  type LiveLog { name: String uri: String mediaType: String tags: [Text] }
  type PersistentLog { name: String uri: String mediaType: String tags: [Text] integrityProtection: IntegrityProtection }
  type IntegrityProtection { alg: String digest: String }
  type ActivityOutcome { conclusion: String description: String }
  type TestOutcome { verdict: String conclusion: String description: String metrics: [Metric] }
  type Metric { name: String value: String }
  type FileInformation { name: String artifactTags: [Text] artifactIntegrityProtection: IntegrityProtection }
  type Location { type: String uri: String name: String }
  type SelectionStrategy { id: String tracker: String uri: String }
  type Batch { name: String priority: Int recipes: [Recipe] dependencies: [Dependency] }
  type Recipe { id: String recipeTestCase: TestCase constraints: [Constraint] }
  type Constraint { key: String value: String }
  type Dependency { dependent: String dependency: String }
  type TestCase { id: String tracker: String version: String uri: String }
  type Parameter { name: String value: String }
  type Host { name: String user: String }
  type Issuer { name: String email: String id: String group: String }
  type Issue { type: String tracker: String id: String uri: String transition: String value: String }
  type Author { name: String email: String id: String group: String }
  type Change { insertions: Int deletions: Int files: String details: String tracker: String id: String }
  type GitIdentifier { commitId: String branch: String repoName: String repoUri: String }
  type Source { domainId: String host: String name: String serializer: String uri: String }
  type Signature { signature: String alg: String publicKey: String }
  type Sequence { sequenceName: String position: Int }
  type Security { authorIdentity: String integrityProtection: Signature sequenceProtection: [Sequence] }
  type Meta { id: String type: String version: String time: BigInt tags: [Text] source: Source security: Security schemaUri: String }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type NotFound { target: String type: String reason: String }
  type ReverseConnection { pageInfo: PageInfo! edges: [ReverseEdge]! }
  type ReverseEdge { cursor: String! node: Event }
`;

/** Fields whose member in the event has another name. */
export const renamed: Readonly<Record<string, string>> = {
  activityTriggers: 'triggers',
  testCaseTriggers: 'triggers',
  activityLiveLogs: 'liveLogs',
  testSuiteLiveLogs: 'liveLogs',
  testCaseLiveLogs: 'liveLogs',
  activityOutcome: 'outcome',
  testSuiteOutcome: 'outcome',
  testCaseOutcome: 'outcome',
  activityPersistentLogs: 'persistentLogs',
  testSuitePersistentLogs: 'persistentLogs',
  testCasePersistentLogs: 'persistentLogs',
  testSuiteCategories: 'categories',
  recipeTestCase: 'testCase',
  artifactTags: 'tags',
  artifactIntegrityProtection: 'integrityProtection',
};

/** A link as an object: what it is called, and its one field. A typed one leads to events of one type. */
export interface LinkType {
  readonly name: string;
  readonly field: string;
  readonly typed: boolean;
}

const typed = (name: string, field: string): LinkType => ({ name, field, typed: true });
const untyped = (name: string, field = 'link'): LinkType => ({ name, field, typed: false });

/** By the link's name in events. */
export const linkTypes: Readonly<Record<string, LinkType>> = {
  CONTEXT: untyped('Context'),
  CAUSE: untyped('Cause', 'links'),
  FLOW_CONTEXT: typed('FlowContext', 'flowContextDefined'),
  ACTIVITY_EXECUTION: typed('ActivityExecution', 'activityTriggered'),
  PREVIOUS_ACTIVITY_EXECUTION: typed('PreviousActivityExecution', 'activityTriggered'),
  TEST_SUITE_EXECUTION: typed('TestSuiteExecution', 'testSuiteStarted'),
  TEST_CASE_EXECUTION: typed('TestCaseExecution', 'testCaseTriggered'),
  ARTIFACT: typed('Artifact', 'artifactCreated'),
  TERC: typed('Terc', 'testExecutionRecipeCollectionCreated'),
  ENVIRONMENT: typed('Environment', 'environmentDefined'),
  MODIFIED_ANNOUNCEMENT: typed('ModifiedAnnouncement', 'announcementPublished'),
  COMPOSITION: typed('Composition', 'compositionDefined'),
  SUB_CONFIDENCE_LEVEL: typed('SubConfidenceLevel', 'confidenceLevelModified'),
  IUT: untyped('IUT'),
  SUBJECT: untyped('Subject'),
  ELEMENT: untyped('Element'),
  PREVIOUS_VERSION: untyped('PreviousVersion'),
  RUNTIME_ENVIRONMENT: untyped('RuntimeEnvironment'),
  PRECURSOR: untyped('Precursor'),
  ORIGINAL_TRIGGER: untyped('OriginalTrigger'),
  CONFIDENCE_BASIS: untyped('ConfidenceBasis'),
  VERIFICATION_BASIS: untyped('VerificationBasis'),
};

/** The query fields. */
export const queryFields: readonly string[] = Object.keys(data);

/** `activityTriggered` as `ActivityTriggered`. */
export function objectName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

/** The schema in GraphQL's own language. */
export function schemaText(): string {
  const names = queryFields.map(objectName);
  const links = Object.values(linkTypes);
  return [
    shared,
    ...queryFields.map((field) => {
      const name = objectName(field);
      return `
        type ${name}Data { ${data[field] ?? ''} customData: [CustomData] }
        type ${name} { meta: Meta data: ${name}Data links: [Link] reverse: ReverseConnection }
        type ${name}Edge { cursor: String! node: ${name} }
        type ${name}Connection { pageInfo: PageInfo! edges: [${name}Edge]! }`;
    }),
    ...links.map(
      ({ name, field, typed: isTyped }) => `type ${name} { ${field}: ${isTyped ? objectName(field) : 'EventOrNotFound'} domainId: String }`,
    ),
    `union Event = ${names.join(' | ')}`,
    `union EventOrNotFound = ${[...names, 'NotFound'].join(' | ')}`,
    `union Link = ${links.map(({ name }) => name).join(' | ')}`,
    `type Query { ${queryFields
      .map((field) => `${field}(search: String, first: Int, last: Int, before: String, after: String): ${objectName(field)}Connection`)
      .join(' ')} }`,
  ].join('\n');
}
