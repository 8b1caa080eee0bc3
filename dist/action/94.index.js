export const id = 94;
export const ids = [94];
export const modules = {

/***/ 80094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answerQuery: () => (/* binding */ answerQuery)
});

// EXTERNAL MODULE: ../../node_modules/graphql/index.js
var graphql = __webpack_require__(10353);
// EXTERNAL MODULE: ./src/server/body.js
var server_body = __webpack_require__(61337);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
;// CONCATENATED MODULE: ./src/server/event-filter.js

/**
 * Reads a search of an event repository (eiffel.md 8.3): a MongoDB filter as JSON, in which every `'` stands for `"`. Nothing, and `null`, is everything.
 * @throws {Error} with what is wrong
 */
function readSearch(search) {
    if (search === undefined || search === null)
        return () => true;
    let filter;
    try {
        filter = JSON.parse(search.replaceAll("'", '"'));
    }
    catch (error) {
        throw new Error(`search is not JSON: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    if (filter === null)
        return () => true;
    return matching(objectIn(filter, 'search'));
}
function matching(filter) {
    const conditions = Object.entries(filter).map(([name, condition]) => {
        if (name === '$and')
            return event_filter_all(several(condition, name).map(matching));
        if (name === '$or')
            return any(several(condition, name).map(matching));
        if (name === '$nor')
            return not(any(several(condition, name).map(matching)));
        if (name.startsWith('$'))
            throw new Error(`unknown operator ${name}`);
        const path = name.split('.');
        const accepts = conditionOf(condition);
        return (value) => accepts(valuesAt(value, path));
    });
    return event_filter_all(conditions);
}
function conditionOf(condition) {
    if (!isOperators(condition))
        return ({ values, exists }) => values.some((value) => isEqual(value, condition)) || (condition === null && !exists);
    const { $options: options = '', ...operators } = condition;
    const conditions = Object.entries(operators).map(([name, operand]) => operatorOf(name, operand, String(options)));
    return (found) => conditions.every((accepts) => accepts(found));
}
function operatorOf(name, operand, options) {
    const some = (accepts) => ({ values }) => values.some(accepts);
    const compare = (holds) => some((value) => {
        const order = orderOf(value, operand);
        return order !== undefined && holds(order);
    });
    switch (name) {
        case '$eq':
            return conditionOf(operand);
        case '$ne':
            return negated(conditionOf(operand));
        case '$not':
            return negated(conditionOf(objectIn(operand, name)));
        case '$in':
            return anyOf(listIn(operand, name).map(conditionOf));
        case '$nin':
            return negated(anyOf(listIn(operand, name).map(conditionOf)));
        case '$all': {
            const conditions = listIn(operand, name).map(conditionOf);
            return (found) => conditions.every((accepts) => accepts(found));
        }
        case '$lt':
            return compare((order) => order < 0);
        case '$lte':
            return compare((order) => order <= 0);
        case '$gt':
            return compare((order) => order > 0);
        case '$gte':
            return compare((order) => order >= 0);
        case '$exists':
            return ({ exists }) => exists === Boolean(operand);
        case '$size':
            return some((value) => Array.isArray(value) && value.length === operand);
        case '$regex': {
            if (typeof operand !== 'string')
                throw new Error('$regex wants text');
            // MongoDB's own syntax may begin with its options.
            const [, inline = '', expression = ''] = /^(?:\(\?([a-z]+)\))?(.*)$/s.exec(operand) ?? [];
            const pattern = new RegExp(expression, [...new Set((options + inline).replaceAll(/[^imsu]/g, ''))].join(''));
            return some((value) => typeof value === 'string' && pattern.test(value));
        }
        case '$elemMatch': {
            const filter = objectIn(operand, name);
            const accepts = isOperators(filter)
                ? ((own) => (value) => own({ values: [value], exists: true }))(conditionOf(filter))
                : matching(filter);
            return some((value) => Array.isArray(value) && value.some(accepts));
        }
        default:
            throw new Error(`unknown operator ${name}`);
    }
}
function valuesAt(value, [name, ...rest]) {
    if (name === undefined)
        return { values: Array.isArray(value) ? [value, ...value] : [value], exists: true };
    const nodes = Array.isArray(value) && !/^\d+$/.test(name) ? value : [value];
    const found = nodes.flatMap((node) => typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? [valuesAt(node[name], rest)] : []);
    return { values: found.flatMap(({ values }) => values), exists: found.some(({ exists }) => exists) };
}
function isEqual(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b;
    const [left, right] = [Object.entries(a), Object.entries(b)];
    return (Array.isArray(a) === Array.isArray(b) &&
        left.length === right.length &&
        left.every(([name, value], n) => right[n]?.[0] === name && isEqual(value, right[n][1])));
}
function orderOf(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return a - b;
    if (typeof a === 'string' && typeof b === 'string')
        return a < b ? -1 : a > b ? 1 : 0;
    return undefined;
}
function isOperators(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).some((name) => name.startsWith('$'));
}
const event_filter_all = (filters) => (value) => filters.every((accepts) => accepts(value));
const any = (filters) => (value) => filters.some((accepts) => accepts(value));
const not = (filter) => (value) => !filter(value);
const negated = (condition) => (found) => !condition(found);
const anyOf = (conditions) => (found) => conditions.some((accepts) => accepts(found));
function several(value, name) {
    return listIn(value, name).map((element) => objectIn(element, name));
}
function listIn(value, name) {
    if (Array.isArray(value))
        return value;
    throw new Error(`${name} wants a list`);
}
function objectIn(value, name) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw new Error(`${name} wants an object`);
}

;// CONCATENATED MODULE: ./src/server/graphql-types.js
// The types that an Eiffel event repository answers with (eiffel.md 8.2). Objects mirror the events; what has another name here than in the event
// stands in `renamed`. Lists of texts are lists of objects with one field, `type`.
/** By query field: the object that a `data` of that event type is. */
const data = {
    activityTriggered: 'name: String categories: [Text] activityTriggers: [Trigger] executionType: String',
    activityStarted: 'executionUri: String activityLiveLogs: [LiveLog]',
    activityFinished: 'activityOutcome: ActivityOutcome activityPersistentLogs: [PersistentLog]',
    activityCanceled: 'reason: String',
    artifactCreated: 'identity: String fileInformation: [FileInformation] buildCommand: String requiresImplementation: String dependsOn: [Text] implements: [Text] name: String',
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
const renamed = {
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
const typed = (name, field) => ({ name, field, typed: true });
const untyped = (name, field = 'link') => ({ name, field, typed: false });
/** By the link's name in events. */
const linkTypes = {
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
const queryFields = Object.keys(data);
/** `activityTriggered` as `ActivityTriggered`. */
function objectName(field) {
    return field.charAt(0).toUpperCase() + field.slice(1);
}
/** The schema in GraphQL's own language. */
function schemaText() {
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
        ...links.map(({ name, field, typed: isTyped }) => `type ${name} { ${field}: ${isTyped ? objectName(field) : 'EventOrNotFound'} domainId: String }`),
        `union Event = ${names.join(' | ')}`,
        `union EventOrNotFound = ${[...names, 'NotFound'].join(' | ')}`,
        `union Link = ${links.map(({ name }) => name).join(' | ')}`,
        `type Query { ${queryFields
            .map((field) => `${field}(search: String, first: Int, last: Int, before: String, after: String): ${objectName(field)}Connection`)
            .join(' ')} }`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/server/graphql.js
// The questions that test runners and clients ask an Eiffel event repository, answered from the events of the run (eiffel.md 8, etos.md 9.6).




/** Answers one request: a POST of JSON, of a form or of a query alone, or a GET. Errors are answers, too (eiffel.md 8.5). */
async function answerQuery(request, response, { events, query }) {
    const { status, result } = await answerTo(request, query, events);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
const longest = 1024 * 1024;
async function answerTo(request, query, events) {
    const refused = (message) => ({ status: 400, result: { errors: [{ message }] } });
    let asked;
    try {
        asked = request.method === 'POST' ? await readAsked(request, query) : Object.fromEntries(query);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return refused('POST body sent invalid JSON.');
    }
    if (typeof asked.query !== 'string' || asked.query.trim() === '')
        return refused('Must provide query string.');
    let variables = asked.variables ?? {};
    try {
        if (typeof variables === 'string')
            variables = JSON.parse(variables || '{}');
    }
    catch {
        return refused('Variables are invalid JSON.');
    }
    if (typeof variables !== 'object')
        return refused('Variables must be an object.');
    let document;
    try {
        document = (0,graphql/* parse */.qgA)(asked.query);
    }
    catch (error) {
        return { status: 400, result: { errors: [error] } };
    }
    const problems = (0,graphql/* validate */.tfT)(theSchema(), document);
    if (problems.length > 0)
        return { status: 400, result: { errors: problems } };
    const result = await (0,graphql/* execute */.g7Y)({
        schema: theSchema(),
        document,
        contextValue: events,
        variableValues: variables,
        ...(typeof asked.operationName === 'string' && asked.operationName !== '' && { operationName: asked.operationName }),
        fieldResolver: resolve,
        typeResolver: (value) => value.__typename,
    });
    return { status: result.data === undefined ? 400 : 200, result };
}
async function readAsked(request, query) {
    const body = await (0,server_body/* readBody */.x)(request, { atMost: longest, instead: 'ask for less at once' });
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('application/graphql'))
        return { query: body };
    if (type.startsWith('application/x-www-form-urlencoded'))
        return Object.fromEntries(new URLSearchParams(body));
    if (body.trim() === '')
        return Object.fromEntries(query);
    const asked = JSON.parse(body);
    return typeof asked === 'object' && asked !== null ? asked : {};
}
let schema;
/** Made when it is first asked for: most runs are asked nothing. */
function theSchema() {
    if (schema)
        return schema;
    schema = (0,graphql/* buildSchema */.IV5)(schemaText());
    // A time in milliseconds is longer than GraphQL's Int.
    Object.assign(schema.getType('BigInt') ?? {}, { serialize: (value) => value });
    return schema;
}
/** The value of any field: what the events say, or what the event repository says in its place (eiffel.md 8.2). */
const resolve = (parent, args, events, { parentType, fieldName, returnType }) => {
    if (parentType.name === 'Query')
        return found(fieldName, args, events);
    const owner = (parent ?? {});
    if ('meta' in parentType.getFields() && fieldName === 'links')
        return linksOf(owner, events);
    if ('meta' in parentType.getFields() && fieldName === 'reverse')
        return reverseOf(owner, events);
    const value = owner[renamed[fieldName] ?? fieldName] ?? owner[fieldName];
    if ((0,graphql/* isListType */.Fsh)((0,graphql/* getNullableType */.ylD)(returnType))) {
        const elements = Array.isArray(value) ? value : [];
        return (0,graphql/* getNamedType */.MR_)(returnType).name === 'Text' ? elements.map((type) => ({ type })) : elements;
    }
    // A missing object is one whose fields are all null.
    return (0,graphql/* isLeafType */.zf9)((0,graphql/* getNamedType */.MR_)(returnType)) ? (value ?? null) : (value ?? {});
};
function found(field, { search, first, last, before, after }, events) {
    const accepts = readSearch(search);
    for (const [name, amount] of Object.entries({ first, last }))
        if (typeof amount === 'number' && amount < 0)
            throw new Error(`${name} is ${amount}; expected 0 or more`);
    const type = `Eiffel${objectName(field)}Event`;
    const oldestFirst = events
        .all()
        .filter((event) => event.meta.type === type && accepts(event))
        .sort((a, b) => a.meta.time - b.meta.time);
    const isLimited = typeof first === 'number' || typeof last === 'number';
    let chosen;
    if (typeof last === 'number')
        chosen = oldestFirst
            .reverse()
            .slice(0, last)
            .slice(0, first ?? undefined);
    else if (typeof first === 'number')
        chosen = oldestFirst.slice(0, first);
    else
        chosen = mainSuitesFirst(oldestFirst.reverse());
    return connection(chosen.map(nodeOf), { isLimited, before, after });
}
/** Test runners of 2021 take the first suite of the activity for the main one (etos.md 6.9). */
function mainSuitesFirst(events) {
    const isSub = ({ meta, data }) => meta.type === 'EiffelTestSuiteStartedEvent' && Array.isArray(data.categories) && data.categories.includes('Sub suite');
    return [...events.filter((event) => !isSub(event)), ...events.filter(isSub)];
}
/** Cursors are positions in what the limits have left: a page behind the first, with a limit, is empty (eiffel.md 8.4). */
function connection(nodes, { isLimited, before, after, }) {
    const [from, to] = [(positionOf(after) ?? -1) + 1, positionOf(before) ?? nodes.length];
    const edges = nodes.map((node, n) => ({ cursor: Buffer.from(`${cursorName}${n}`).toString('base64'), node })).slice(from, to);
    return {
        pageInfo: {
            hasNextPage: false,
            hasPreviousPage: false,
            startCursor: isLimited ? null : (edges[0]?.cursor ?? null),
            endCursor: isLimited ? null : (edges.at(-1)?.cursor ?? null),
        },
        edges,
    };
}
const cursorName = 'arrayconnection:';
/** The position that a cursor names; undefined for what is none, which is let pass. */
function positionOf(cursor) {
    const text = Buffer.from(cursor ?? '', 'base64').toString();
    return text.startsWith(cursorName) && /^\d+$/.test(text.slice(cursorName.length)) ? Number(text.slice(cursorName.length)) : undefined;
}
function nodeOf(event) {
    return { __typename: event.meta.type.replace(/^Eiffel|Event$/g, ''), ...event };
}
function linksOf({ links = [] }, events) {
    return links.flatMap(({ type, target, domainId }) => {
        const linkType = linkTypes[type];
        // A link that nobody knows is none that anybody asks for.
        if (!linkType)
            return [];
        const event = events.byId(target);
        const known = event && queryFields.some((field) => `Eiffel${objectName(field)}Event` === event.meta.type) ? nodeOf(event) : undefined;
        const missing = linkType.typed ? {} : { __typename: 'NotFound', target, type, reason: `no event with the id ${target}` };
        return [{ __typename: linkType.name, [linkType.field]: known ?? missing, domainId: domainId ?? null }];
    });
}
function reverseOf({ meta }, events) {
    const linking = meta ? events.all({ target: meta.id }) : [];
    const known = linking.map(nodeOf).filter(({ __typename }) => queryFields.some((field) => objectName(field) === __typename));
    return connection(known, { isLimited: false });
}


/***/ })

};
