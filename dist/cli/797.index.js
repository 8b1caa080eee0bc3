export const id = 797;
export const ids = [797];
export const modules = {

/***/ 6685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf)
/* harmony export */ });
/** What `-v` and `-vv` show: events, then requests, too. */
function levelOf(verbose) {
    return verbose === 0 ? 'info' : verbose === 1 ? 'event' : 'debug';
}


/***/ }),

/***/ 2728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ conclusions),
/* harmony export */   r: () => (/* binding */ verdicts)
/* harmony export */ });
const verdicts = ['PASSED', 'FAILED', 'INCONCLUSIVE'];
const conclusions = ['SUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE'];


/***/ }),

/***/ 3377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createBuilder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2257);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1588);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8729);




/**
 * A function that makes the events of one publisher, in the member and link order of the released library (etos.md 9.2): links in the order
 * in which they are given, what the event is about last. Members that are undefined are left out, as are live logs without an address; ids
 * are written in lower case.
 * @throws {InvalidInput} from that function, when data or links break the rules of eiffel.md 3
 */
function createBuilder({ source, clock, edition = 'Arica' }) {
    const origin = definedOnly({ name: source.name, host: source.host || undefined, domainId: source.domainId || undefined });
    return (name, data, links, id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()) => {
        const event = {
            meta: {
                type: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .typeOf */ .QP)(name),
                version: _catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogue */ .sW[name].versions[_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .editions */ .SH.indexOf(edition)],
                id: id.toLowerCase(),
                time: Math.trunc(clock.now()),
                source: origin,
            },
            data: withoutDeadLogs(definedOnly(data)),
            links: inOrder(name, links),
        };
        const problems = (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z)(event);
        if (problems.length > 0)
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop the event without a word');
        return event;
    };
}
function inOrder(name, links) {
    const rules = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .linkRules */ .WQ)(name);
    const isLast = ([link]) => rules[link]?.last === true;
    const given = Object.entries(links);
    return [...given.filter((entry) => !isLast(entry)), ...given.filter(isLast)].flatMap(([link, targets = []]) => [targets].flat().map((target) => ({ type: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .wireName */ .R5)(link), target: target.toLowerCase() })));
}
function definedOnly(value) {
    return Object.fromEntries(Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, deep(member)]));
}
function deep(member) {
    if (Array.isArray(member))
        return member.map(deep);
    return typeof member === 'object' && member !== null ? definedOnly(member) : member;
}
/** A log area without live logs gives no address, and a log without address makes the whole event invalid (eiffel.md 3.8). */
function withoutDeadLogs({ liveLogs, ...data }) {
    if (!Array.isArray(liveLogs))
        return liveLogs === undefined ? data : { ...data, liveLogs };
    const alive = liveLogs.filter(({ uri }) => uri !== undefined && uri !== null && uri !== '');
    return alive.length === 0 ? data : { ...data, liveLogs: alive };
}


/***/ }),

/***/ 1588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   R5: () => (/* binding */ wireName),
/* harmony export */   SH: () => (/* binding */ editions),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   WQ: () => (/* binding */ linkRules),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   sW: () => (/* binding */ catalogue)
/* harmony export */ });
/* unused harmony export commonLinks */
/* harmony import */ var _documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2728);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7248);
// The Eiffel events that ETOS publishes (eiffel.md 2 and 3): versions, data and links of each type, said once. Types, constructors and checks are
// made of it.


/** Versions 1 to 5, lower case: what the schemas take as an id (eiffel.md 1.1). */
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/**
 * Which versions of the events are published: those of edition Arica, which every consumer in use reads; those of edition Orizaba; the newest
 * official ones. A consumer of the released services drops a version it has no schema for without a word (eiffel.md 2).
 */
const editions = ['Arica', 'Orizaba', 'newest'];
const uuid = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(idPattern, 'a lower-case UUID of version 1 to 5');
const purl = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^pkg:/, 'a package URL, pkg:…');
const texts = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)());
const custom = { customData: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ key: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) };
const liveLogs = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { mediaType: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), tags: texts }));
const integrityProtection = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    alg: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA-512/224', 'SHA-512/256'),
    digest: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9a-f]+$/, 'lower-case hexadecimal digits'),
}, {});
const persistentLogs = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { mediaType: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), tags: texts, integrityProtection }));
const triggers = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MANUAL', 'EIFFEL_EVENT', 'SOURCE_CHANGE', 'TIMER', 'OTHER') }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }));
const executionType = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MANUAL', 'SEMI_AUTOMATED', 'AUTOMATED', 'OTHER');
const testCase = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tracker: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() });
const verdict = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdicts */ .r);
const conclusion = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .conclusions */ .f);
const recipe = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: uuid, testCase }, { constraints: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ key: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) });
const activity = { activityExecution: { required: true, last: true } };
const testCaseExecution = { testCaseExecution: { required: true, last: true } };
/** By the type's name without `Eiffel` and `Event`. `versions` in the order of `editions`. */
const catalogue = {
    ActivityTriggered: {
        versions: ['4.2.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { categories: texts, triggers, executionType, ...custom }),
        links: { precursor: { many: true }, originalTrigger: { since: '4.3.0' } },
    },
    ActivityStarted: {
        versions: ['4.3.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { executionUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), liveLogs, ...custom }),
        links: { ...activity, previousActivityExecution: {} },
    },
    ActivityFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
            outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ conclusion: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SUCCESSFUL', 'UNSUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE') }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { open: true }),
        }, { persistentLogs, ...custom }),
        links: activity,
    },
    ActivityCanceled: {
        versions: ['3.2.0', '3.2.0', '5.0.1'],
        // Open, because the schema of 3.2.0 misspells what would close it (eiffel.md 9).
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { reason: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }, { open: true }),
        links: activity,
    },
    ArtifactCreated: {
        versions: ['3.3.0', '3.3.0', '4.0.2'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ identity: purl }, {
            fileInformation: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tags: texts, integrityProtection })),
            buildCommand: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            requiresImplementation: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('NONE', 'ANY', 'EXACTLY_ONE', 'AT_LEAST_ONE'),
            dependsOn: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(purl),
            implements: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(purl),
            name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            ...custom,
        }),
        links: { composition: {}, environment: {}, previousVersion: { many: true } },
    },
    ArtifactPublished: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ locations: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('ARTIFACTORY', 'NEXUS', 'PLAIN', 'OTHER'), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() })) }, custom),
        links: { artifact: { required: true, last: true } },
    },
    TestExecutionRecipeCollectionCreated: {
        versions: ['4.3.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ selectionStrategy: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tracker: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }) }, {
            batchesUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            batches: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ priority: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD, recipes: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(recipe) }, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), dependencies: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ dependent: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), dependency: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {})) })),
            ...custom,
        }),
        links: {},
    },
    TestSuiteStarted: {
        versions: ['3.3.0', '3.4.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {
            categories: texts,
            types: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(...[
                'ACCESSIBILITY',
                'BACKUP_RECOVERY',
                'COMPATIBILITY',
                'CONVERSION',
                'DISASTER_RECOVERY',
                'FUNCTIONAL',
                'INSTALLABILITY',
            ], ...['INTEROPERABILITY', 'LOCALIZATION', 'MAINTAINABILITY', 'PERFORMANCE', 'PORTABILITY', 'PROCEDURE', 'RELIABILITY'], ...['SECURITY', 'STABILITY', 'USABILITY'])),
            liveLogs,
            ...custom,
        }),
        links: { terc: {}, precursor: { many: true }, originalTrigger: { since: '3.4.0' } },
    },
    TestSuiteFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { verdict, conclusion, description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }), persistentLogs, ...custom }),
        links: { testSuiteExecution: { required: true, last: true } },
    },
    TestCaseTriggered: {
        versions: ['3.2.0', '3.5.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ testCase }, { recipeId: uuid, triggers, executionType, parameters: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {})), ...custom }),
        links: { iut: { required: true, last: true }, precursor: { many: true }, originalTrigger: { since: '3.5.0' } },
    },
    TestCaseStarted: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { executor: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), liveLogs, ...custom }),
        links: { ...testCaseExecution, environment: {} },
    },
    TestCaseFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
            outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ verdict, conclusion }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), metrics: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) }),
        }, { persistentLogs, ...custom }),
        // Of skipped test cases; the protocol has it on TestCaseStarted alone, but test runners send it (etos.md 6.9).
        links: { ...testCaseExecution, environment: {} },
    },
    TestCaseCanceled: {
        versions: ['3.2.0', '3.2.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { reason: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: testCaseExecution,
    },
    EnvironmentDefined: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), image: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), host: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), user: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {}), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { previousVersion: { many: true }, runtimeEnvironment: { many: true } },
    },
    ConfidenceLevelModified: {
        versions: ['3.2.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SUCCESS', 'FAILURE', 'INCONCLUSIVE') }, { issuer: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), email: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), group: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }), ...custom }),
        links: { subject: { required: true, many: true }, subConfidenceLevel: { many: true }, confidenceBasis: { many: true, since: '3.4.0' } },
    },
    AnnouncementPublished: {
        versions: ['3.2.0', '3.2.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ heading: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), body: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), severity: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MINOR', 'MAJOR', 'CRITICAL', 'BLOCKER', 'CLOSED', 'CANCELED') }, { uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { modifiedAnnouncement: {} },
    },
    CompositionDefined: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { element: { many: true }, previousVersion: { many: true } },
    },
};
/** The links that every event may have (eiffel.md 1.2). */
const commonLinks = { cause: { many: true }, context: {}, flowContext: { many: true } };
function typeOf(name) {
    return `Eiffel${name}Event`;
}
/** The name of a type that the catalogue knows. */
function nameOf(type) {
    const name = /^Eiffel(.+)Event$/.exec(type)?.[1] ?? '';
    return Object.hasOwn(catalogue, name) ? name : undefined;
}
/** The links of a type, by the name they have in our code: `testCaseExecution`. */
function linkRules(name) {
    return { ...commonLinks, ...catalogue[name].links };
}
/** `testCaseExecution` as `TEST_CASE_EXECUTION`. */
function wireName(link) {
    return link.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
/** Whether version `a` is older than version `b`. */
function olderThan(a, b) {
    const [left, right] = [a, b].map((version) => version.split('.').map(Number));
    const n = left?.findIndex((part, i) => part !== right?.[i]) ?? -1;
    return n >= 0 && (left?.[n] ?? 0) < (right?.[n] ?? 0);
}


/***/ }),

/***/ 8729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isA),
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1588);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);


/**
 * What is wrong with an event, a sentence for each (eiffel.md 1 to 3): the envelope always; data and links in full when type and version are ours;
 * of other types and versions, only the envelope, because a consumer must expect events it does not know.
 */
function check(event) {
    const problems = [];
    envelope.check(event, 'event', problems, true);
    if (problems.length > 0)
        return problems;
    const { meta, data, links } = event;
    const name = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(meta.type);
    if (name === undefined || !_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].versions.some((version) => version === meta.version))
        return [];
    _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].data.check(data, 'event.data', problems, true);
    return [...problems, ...problemsOfData(name, data, meta.version, links), ...problemsOfLinks(name, links, meta.version)];
}
/** Whether an event, of whatever version, is of this type and its data can be read as such. */
function isA(event, name) {
    if (event.meta.type !== (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .typeOf */ .QP)(name))
        return false;
    const problems = [];
    _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].data.check(event.data, 'data', problems, false);
    return problems.length === 0;
}
const id = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .idPattern */ .aD, 'a lower-case UUID of version 1 to 5');
const envelope = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({
    meta: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({ id, type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/./), version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^\d+\.\d+\.\d+/, 'a version such as 4.2.0'), time: _shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD }, {
        tags: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
        source: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, { domainId: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), host: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), serializer: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^pkg:/, 'a package URL, pkg:…') }),
        security: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, {}, { open: true }),
        schemaUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
    }),
    data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, {}, { open: true }),
    links: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/./), target: id }, { domainId: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)() })),
}, {});
/** The rules that no schema says (eiffel.md 3.7, 3.14, 3.16, 9). */
function problemsOfData(name, data, version, links) {
    const has = (member) => Object.hasOwn(data, member);
    const problems = [];
    if (name === 'TestExecutionRecipeCollectionCreated' && has('batches') === has('batchesUri'))
        problems.push(`event.data has ${has('batches') ? 'both' : 'neither'} batches and batchesUri; expected exactly one`);
    if (name === 'EnvironmentDefined' && !has('image') && !has('host') && !has('uri'))
        problems.push('event.data has none of image, host and uri; expected at least one');
    const closing = data.severity === 'CLOSED' || data.severity === 'CANCELED';
    if (name === 'AnnouncementPublished' && closing && !links.some(({ type }) => type === 'MODIFIED_ANNOUNCEMENT'))
        problems.push(`event.data.severity is ${JSON.stringify(data.severity)} without a link MODIFIED_ANNOUNCEMENT`);
    const logs = Array.isArray(data.persistentLogs) ? data.persistentLogs : [];
    if ((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .olderThan */ .W7)(version, '4.1.0') && logs.some((log) => typeof log === 'object' && log !== null && 'integrityProtection' in log))
        problems.push(`event.data.persistentLogs has integrityProtection, which version ${version} does not know; it came with 4.1.0`);
    return problems;
}
function problemsOfLinks(name, links, version) {
    const rules = new Map(Object.entries((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .linkRules */ .WQ)(name)).map(([link, rule]) => [(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .wireName */ .R5)(link), rule]));
    const counts = new Map();
    for (const { type } of links)
        counts.set(type, (counts.get(type) ?? 0) + 1);
    const unknown = [...counts.keys()].filter((type) => !rules.has(type));
    return [
        ...unknown.map((type) => `the link ${type} is not known to ${name}; known are ${[...rules.keys()].join(', ')}`),
        ...[...rules].flatMap(([type, { required, many, since }]) => {
            const count = counts.get(type) ?? 0;
            if (required && count === 0)
                return [`the link ${type} is missing`];
            if (!many && count > 1)
                return [`the link ${type} is there ${count} times; expected it once`];
            return since && count > 0 && (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .olderThan */ .W7)(version, since) ? [`the link ${type} came with version ${since}; this is ${version}`] : [];
        }),
    ];
}


/***/ }),

/***/ 9872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createEmbeddedBus)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

/**
 * The bus of a run, in this process. An event whose id was published before is taken and not passed on: whoever publishes over a network sends
 * again what may not have arrived.
 */
function createEmbeddedBus({ log }) {
    const listeners = new Set();
    const published = new Set();
    return {
        publish(event) {
            if (published.has(event.meta.id))
                return Promise.resolve();
            published.add(event.meta.id);
            log.event(event.meta.type, { id: event.meta.id, from: event.meta.source?.name });
            for (const listener of [...listeners]) {
                try {
                    listener(event);
                }
                catch (error) {
                    log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
                }
            }
            return Promise.resolve();
        },
        subscribe(listener) {
            // A listener of its own, so that one who subscribes twice is called twice and leaves once.
            const own = (event) => listener(event);
            listeners.add(own);
            return { [Symbol.dispose]: () => void listeners.delete(own) };
        },
        [Symbol.asyncDispose]() {
            listeners.clear();
            return Promise.resolve();
        },
    };
}


/***/ }),

/***/ 3769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openRecord)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/eiffel/check.js
var check = __webpack_require__(8729);
;// CONCATENATED MODULE: ./src/eiffel/store.js

/** A store that grows by `add`; an id that is there already is not added again. */
function createEventStore() {
    const events = new Map();
    const byTarget = new Map();
    const all = (link) => {
        if (!link)
            return [...events.values()];
        const candidates = byTarget.get(link.target) ?? [];
        return candidates.filter(({ links }) => links.some(({ type, target }) => target === link.target && type === (link.type ?? type)));
    };
    return {
        add(event) {
            if (events.has(event.meta.id))
                return false;
            events.set(event.meta.id, event);
            for (const target of new Set(event.links.map((link) => link.target))) {
                const linking = byTarget.get(target);
                if (linking)
                    linking.push(event);
                else
                    byTarget.set(target, [event]);
            }
            return true;
        },
        byId: (id) => events.get(id),
        find: (name, link) => all(link).filter((event) => (0,check/* isA */.K)(event, name)),
        all,
    };
}

;// CONCATENATED MODULE: ./src/eiffel/record.js



/**
 * Records what is published on a bus from now on: one event on a line, appended in order, so that a crash costs the last line at most. What the
 * file holds from an earlier process of the same run is in the store again, and half a line that a crash left is taken away.
 */
async function openRecord(path, { bus, log }) {
    const store = createEventStore();
    for (const event of await readRecord(path))
        store.add(event);
    const file = await (0,promises_.open)(path, 'a', 0o600);
    const queue = [];
    let writing;
    const write = async () => {
        while (queue.length > 0) {
            const lines = queue.splice(0).join('');
            // A disk that is full costs the record, not the run.
            await file.appendFile(lines).catch((error) => log.error('could not record events', { path, reason: (0,errors/* messageOf */.bD)(error) }));
        }
        writing = undefined;
    };
    const subscription = bus.subscribe((event) => {
        if (!store.add(event))
            return;
        queue.push(`${JSON.stringify(event)}\n`);
        writing ??= write();
    });
    const written = async () => {
        while (writing)
            await writing;
    };
    return {
        byId: (id) => store.byId(id),
        find: (name, link) => store.find(name, link),
        all: (link) => store.all(link),
        written,
        async [Symbol.asyncDispose]() {
            subscription[Symbol.dispose]();
            await written();
            await file.sync().catch(() => undefined);
            await file.close();
        },
    };
}
/** Reads a record back; a file that is not there has no events. Half a line at its end is cut off. */
async function readRecord(path) {
    const content = await (0,promises_.readFile)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return Buffer.alloc(0);
        throw error;
    });
    const whole = content.lastIndexOf(0x0a) + 1;
    if (whole < content.length)
        await (0,promises_.truncate)(path, whole);
    return content
        .subarray(0, whole)
        .toString()
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}


/***/ }),

/***/ 7248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
function text(pattern, expected = 'text') {
    return simple((value) => typeof value === 'string' && (pattern?.test(value) ?? true), expected);
}
function oneOf(...words) {
    return simple((value) => words.some((word) => word === value), words.join(', '));
}
const wholeNumber = simple((value) => Number.isSafeInteger(value), 'a whole number');
/** Any JSON value: its own name for what has no form. */
const anything = simple((value) => value !== undefined, 'a value');
function listOf(element) {
    return {
        check(value, path, problems, strict) {
            if (!Array.isArray(value))
                problems.push(`${path} is ${print(value)}; expected a list`);
            else
                value.forEach((one, n) => element.check(one, `${path}[${n}]`, problems, strict));
        },
    };
}
/** @param open members beside these are let pass even by a strict check */
function objectOf(required, optional, { open = false } = {}) {
    return {
        check(value, path, problems, strict) {
            if (typeof value !== 'object' || value === null || Array.isArray(value)) {
                problems.push(`${path} is ${print(value)}; expected an object`);
                return;
            }
            const at = (name) => `${path}.${name}`;
            for (const name of Object.keys(required))
                if (!Object.hasOwn(value, name))
                    problems.push(`${at(name)} is missing`);
            for (const [name, member] of Object.entries(value)) {
                const shape = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
                if (shape)
                    shape.check(member, at(name), problems, strict);
                else if (strict && !open)
                    problems.push(`${at(name)} is not known; known are ${[...Object.keys(required), ...Object.keys(optional)].join(', ')}`);
            }
        },
    };
}
function simple(isOne, expected) {
    return {
        check(value, path, problems) {
            if (!isOne(value))
                problems.push(`${path} is ${print(value)}; expected ${expected}`);
        },
    };
}
function print(value) {
    const json = JSON.stringify(value) ?? String(value);
    return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}


/***/ }),

/***/ 6015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   is: () => (/* binding */ checkIn),
/* harmony export */   k2: () => (/* binding */ byRule)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5020);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3519);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8652);




const tries = 3;
const pauseBetween = 300;
/**
 * Gives an item back (jsontas.md 12.6). Tried three times, because what is not given back is lost to everybody.
 * @throws {NotCarriedOut} when the provider goes on refusing; the journal's entry then stays open
 */
async function checkIn({ provider, item, giveBack, entry }, { journal, clock, log, signal }) {
    const { called } = _kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kinds */ .EZ[provider.kind];
    for (let n = 1; giveBack; n++) {
        const refusal = await giveBack(item, signal).catch((error) => (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        if (refusal === undefined) {
            log.info(`checked in ${called}`, { provider: provider.id, item: nameOf(item) });
            break;
        }
        if (n === tries || signal.aborted) {
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`Unable to checkin ${called} ${nameOf(item)} to provider "${provider.id}": ${refusal}`, 'It stays in the journal: `etos release` tries again');
        }
        await clock.sleep(pauseBetween * n, signal).catch(() => undefined);
    }
    if (entry)
        await journal.crossOut(entry);
}
/** By the check-in rule of a provider, which must come out true; nothing where there is none. */
function byRule(provider, evaluate) {
    const { checkin, kind } = provider;
    if (!checkin)
        return {};
    return {
        async giveBack(item, signal) {
            // Apart: several check in side by side, and each looks at the answers to its own requests.
            const answer = await evaluate(checkin, ['checkin'], { names: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .atHand */ .pQ)(kind, item), apart: true, signal });
            return (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isTruthy */ .zz)(answer) ? undefined : `the rule came out as ${(0,_json_print_js__WEBPACK_IMPORTED_MODULE_3__/* .printJson */ .Q2)(answer)}`;
        },
    };
}
/** What people recognise an item by. */
function nameOf(item) {
    const names = ['id', 'name', 'identity', 'ip_address'].map((key) => item.get(key));
    return JSON.stringify(names.find((value) => typeof value === 'string' || typeof value === 'number') ?? 'without a name');
}


/***/ }),

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ evaluatorOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2257);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(371);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5020);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(805);
/* harmony import */ var _provider_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4899);






/** Evaluates with one dataset: what one part leaves behind the next one sees (jsontas.md 12.2). */
function evaluatorOf(provider, { dataset, structures, http, clock, log, }) {
    const evaluator = async (document, part, { names, apart, onRequest, signal }) => {
        const own = apart ? new Map(dataset) : dataset;
        for (const [name, value] of names)
            own.set(name, value);
        const source = { name: provider.source, ...(provider.text && { text: provider.text }), path: [_provider_file_js__WEBPACK_IMPORTED_MODULE_4__/* .topKeys */ .sb[provider.kind], ...part] };
        return (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluate */ ._3)(document, { dataset: own, structures, http: eachOnce(http, onRequest ?? (() => undefined)), clock, log, signal, source });
    };
    return Object.assign(evaluator, {
        lastAnswer: () => describeAnswer(dataset),
        values: (names) => new Map([...names].flatMap((name) => (dataset.has(name) ? [[name, dataset.get(name)]] : []))),
    });
}
/** A request of a provider may take something: it is never repeated behind the back of the language, and what became of it is told. */
function eachOnce(http, onRequest) {
    const watch = async (answer) => {
        try {
            return await answer;
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9) && !neverLeft(error))
                onRequest('lost');
            throw error;
        }
    };
    return {
        async request(request) {
            const answer = await watch(http.request({ ...request, once: true }));
            onRequest(answer.status < 400 ? 'accepted' : 'refused');
            return { ...answer, bytes: (atMost) => watch(answer.bytes(atMost)), text: (atMost) => watch(answer.text(atMost)) };
        },
        [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
    };
}
/** There was no connection that it could have left by. */
function neverLeft(error) {
    for (let inner = error; node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(inner); inner = inner.cause)
        if ('code' in inner && noConnection.has(String(inner.code)))
            return true;
    return error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_2__/* .NoAnswer */ .W && error.lasting;
}
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT']);
function describeAnswer(dataset) {
    const unanswered = (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .whyUnanswered */ .Vc)(dataset);
    if (unanswered !== undefined)
        return { text: unanswered, mayPass: true };
    const response = dataset.get('response');
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(response) || !response.has('status_code'))
        return undefined;
    const headers = response.get('headers');
    const type = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(headers) ? (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(headers.get('content-type')) : '';
    const form = (response.get('json') ?? null) === null ? `, which is not JSON but ${type === '' ? 'of no content type' : type}` : '';
    const status = Number(response.get('status_code'));
    const words = [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('status_code')), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('reason'))].filter((word) => word !== '').join(' ');
    return { text: `${withoutQuery((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('url')))} answered ${words}${form}`, mayPass: status >= 500 };
}
/** A query may hold what is secret. */
function withoutQuery(url) {
    return url.replace(/[?#].*$/, '');
}


/***/ }),

/***/ 6536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ acquireOutside),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   xO: () => (/* binding */ byRequest)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(371);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7412);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3519);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(805);
/* harmony import */ var _check_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6015);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8652);
/* harmony import */ var _too_late_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3958);








/** Milliseconds between two questions for the state, which grow up to this. */
const longestPause = 2_000;
/** Milliseconds for one answer. */
const patience = 30_000;
/** Milliseconds that are spent on giving back what came too late. */
const patienceWithLate = 5_000;
/**
 * Takes items from a provider that is an HTTP service (etos.md 5.6): starts a request there, asks until it is done. Written down before it is started,
 * and each item once it is known, so that nothing is lost that the service holds for us.
 * @throws {NotCarriedOut} the service refuses, fails, gives too few, or is not done in time
 */
async function acquireOutside(provider, { minimum, maximum, limit }, acquiring) {
    const { request, marks, journal, clock, log, signal } = acquiring;
    const until = clock.now() + limit;
    const fact = factOf(provider, acquiring.run);
    const asked = await journal.begin(fact);
    const body = new Map([['minimum_amount', minimum], ['maximum_amount', maximum], ...request]);
    const { id, entry } = await start(provider, body, asked, acquiring);
    let given;
    let why = 'it is still pending';
    try {
        for (let pause = 100; given === undefined; pause = Math.min(pause * 2, longestPause)) {
            const state = await stateOf(provider, id, { ...acquiring, signal });
            if (state.state === 'failed') {
                await journal.crossOut(entry);
                throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} failed: ${state.description}`, `See the service at ${provider.status}`);
            }
            if (state.state === 'done')
                given = state.items;
            else {
                if (state.state === 'silent')
                    why = state.description;
                const left = until - clock.now();
                if (left <= 0)
                    throw (0,_too_late_js__WEBPACK_IMPORTED_MODULE_5__/* .tooLate */ .B)(provider, limit, why);
                await clock.sleep(Math.min(pause, left), signal);
            }
        }
    }
    catch (error) {
        // It may still come to have something for us.
        if (journal.open().some((open) => open.id === entry.id))
            await giveBackLate(provider, entry, acquiring);
        throw error;
    }
    const held = [];
    for (const item of given) {
        const marked = new Map([...marks, ...item]);
        held.push({
            provider,
            item: marked,
            giveBack: byRequest(provider, acquiring),
            entry: await journal.begin({ ...fact, item: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(marked) }),
        });
    }
    await journal.crossOut(entry);
    log.info(`checked out ${held.length} of kind ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind].called}`, { provider: provider.id });
    const surplus = held.splice(maximum);
    const tooFew = held.length < minimum;
    for (const acquired of tooFew ? held : surplus)
        await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_3__/* .checkIn */ .is)(acquired, { journal, clock, log, signal }).catch((error) => log.warning((0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)));
    if (!tooFew)
        return held;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} gave ${held.length} of ${minimum} wanted`, `See the service at ${provider.status}: ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind].items} of its answer`);
}
/** Hands an item back by `stop`, which gets a list of what is no longer needed. */
function byRequest(provider, { run, http }) {
    return async (item, signal) => {
        const answer = await http.request({
            method: 'POST',
            url: provider.stop,
            headers: headersOf(run),
            body: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_7__/* .printJson */ .Q2)([item]),
            limit: patience,
            once: true,
            signal,
        });
        const text = await answer.text();
        if (answer.status >= 400)
            return refusalIn(answer, text);
        const error = text.trim() === '' ? undefined : memberOf(text, 'error');
        return error === undefined || error === null ? undefined : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(error, 'the answer holds an error');
    };
}
/**
 * Finishes a request that an earlier process began: waits for its items and hands them back.
 * @throws {NotCarriedOut} the service is not done with it, refuses, or never said how it calls the request
 */
async function settle(provider, { fact }, { clock, ...asking }) {
    if (typeof fact.request !== 'string') {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} was asked by run ${asking.run}, and its answer was lost: nobody here knows what it holds for us`, `See the service at ${provider.start}; then remove the run's directory`);
    }
    for (;;) {
        const state = await stateOf(provider, fact.request, asking);
        if (state.state === 'failed')
            return 0;
        if (state.state === 'done') {
            const giveBack = byRequest(provider, asking);
            for (const item of state.items) {
                const refusal = await giveBack(item, asking.signal);
                if (refusal !== undefined)
                    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} does not take back what it gave: ${refusal}`, 'Try again');
            }
            return state.items.length;
        }
        await clock.sleep(500, asking.signal);
    }
}
async function start(provider, body, asked, { run, http, journal, signal }) {
    const hint = 'Check start.host in the provider file; the service must answer {"id": …} (docs/providers.md)';
    let answer;
    let text;
    try {
        answer = await http.request({
            method: 'POST',
            url: provider.start,
            headers: headersOf(run),
            body: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_7__/* .printJson */ .Q2)(body),
            limit: patience,
            once: true,
            signal,
        });
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .NoAnswer */ .W && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|not trusted/.test(error.message))
            await journal.crossOut(asked);
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} cannot be asked: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, hint, { cause: error });
    }
    if (answer.status >= 400) {
        await journal.crossOut(asked);
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} refused: ${refusalIn(answer, text)}`, hint);
    }
    const id = memberOf(text, 'id');
    if (typeof id !== 'string' && typeof id !== 'number') {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} answered ${answer.status} without an "id": ${short(text)}`, hint);
    }
    return { id: String(id), entry: await journal.amend(asked, { request: String(id) }) };
}
async function stateOf(provider, id, { run, http, signal }) {
    const url = new URL(provider.status);
    url.searchParams.set('id', id);
    let answer;
    let text;
    try {
        answer = await http.request({ method: 'GET', url, headers: headersOf(run), limit: patience, signal });
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        return { state: 'silent', description: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
    }
    if (answer.status >= 500)
        return { state: 'silent', description: refusalIn(answer, text) };
    if (answer.status >= 400)
        return { state: 'failed', description: refusalIn(answer, text) };
    const status = memberOf(text, 'status');
    if (status === 'PENDING')
        return { state: 'pending' };
    if (status === 'FAILED')
        return { state: 'failed', description: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(memberOf(text, 'description'), 'no description') };
    const { items: name } = _kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind];
    const items = memberOf(text, name);
    if (status === 'DONE' && Array.isArray(items) && items.every(_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv))
        return { state: 'done', items };
    const seen = status === 'DONE' ? `${name} are ${items === undefined ? 'missing' : 'no list of objects'}` : `the status is ${short(text)}`;
    return { state: 'silent', description: `${provider.status}: ${seen}; expected PENDING, FAILED, or DONE with a list "${name}"` };
}
/** The run goes on without it, and what the service still takes for us goes back when it is known within a moment; else `release` sees to it. */
async function giveBackLate(provider, entry, { journal, clock, log, ...asking }) {
    const bound = clock.deadline(patienceWithLate, new Error(`it was not done ${patienceWithLate / 1000} s later`));
    try {
        await settle(provider, entry, { ...asking, clock, signal: bound });
        await journal.crossOut(entry);
    }
    catch (error) {
        log.warning('what a provider still gets ready for this run stays in the journal', { provider: provider.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
    }
}
function factOf({ kind, id, source, start: begin, status, stop }, run) {
    return { kind, provider: { id, source, external: { start: begin, status, stop } }, run };
}
function named({ kind, id }) {
    return `external ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[kind].called} provider "${id}"`;
}
function headersOf(run) {
    const hex = run.replaceAll('-', '');
    return { 'content-type': 'application/json', accept: 'application/json', 'x-etos-id': run, traceparent: `00-${hex}-${hex.slice(0, 16)}-01` };
}
function memberOf(text, name) {
    try {
        const value = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text, 'answer');
        return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value) ? value.get(name) : undefined;
    }
    catch {
        return undefined;
    }
}
function refusalIn({ status, reason }, text) {
    const error = memberOf(text, 'error') ?? memberOf(text, 'description');
    return `${status} ${reason}: ${typeof error === 'string' ? error : short(text)}`;
}
function short(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line === '' ? 'an empty answer' : line.length > 200 ? `${line.slice(0, 200)}…` : line;
}


/***/ }),

/***/ 8652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   U7: () => (/* binding */ waitLimits),
/* harmony export */   pQ: () => (/* binding */ atHand)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

const kinds = {
    iut: { called: 'IUT', item: ['iut'], items: 'iuts', waitVariable: 'ETOS_WAIT_FOR_IUT_TIMEOUT', waitOption: 'wait-for-iut' },
    'log-area': {
        called: 'log area',
        item: ['log_area', 'logs'],
        items: 'log_areas',
        waitVariable: 'ETOS_WAIT_FOR_LOG_AREA_TIMEOUT',
        waitOption: 'wait-for-log-area',
    },
    'execution-space': {
        called: 'execution space',
        item: ['execution_space'],
        items: 'execution_spaces',
        waitVariable: 'ETOS_WAIT_FOR_EXECUTION_SPACE_TIMEOUT',
        waitOption: 'wait-for-execution-space',
    },
};
/** The item at hand under its names. */
function atHand(kind, item) {
    return new Map(kinds[kind].item.map((name) => [name, item]));
}
const usualLimit = 10_000;
/**
 * How long items are waited for: as given, else as the three variables say, else 10 s (etos.md 5.4).
 * @throws {InvalidInput} when a variable is no number of seconds
 */
function waitLimits(environment, given = {}) {
    const problems = [];
    const limit = (kind) => {
        const own = given[kind];
        if (own !== undefined)
            return own;
        const { waitVariable } = kinds[kind];
        const text = environment[waitVariable]?.trim() ?? '';
        const seconds = text === '' ? usualLimit / 1000 : Number(text);
        if (!Number.isFinite(seconds) || seconds < 0)
            problems.push(`${waitVariable} is ${JSON.stringify(text)}; expected seconds`);
        return seconds * 1000;
    };
    const limits = { iut: limit('iut'), 'log-area': limit('log-area'), 'execution-space': limit('execution-space') };
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(problems.join('\n'), 'Without the variable the limit is 10 seconds');
    return limits;
}


/***/ }),

/***/ 9887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ recover),
/* harmony export */   y: () => (/* binding */ factOf)
/* harmony export */ });
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5020);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(805);
/* harmony import */ var _check_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6015);
/* harmony import */ var _evaluate_part_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7044);
/* harmony import */ var _external_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6536);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8652);






/** What the journal keeps of an item: enough to check it in when everything else is gone. */
function factOf({ kind, id, source, checkin }, item, { values }) {
    const names = checkin ? namesIn(checkin) : new Set();
    // These come from the process that releases, and may be secret; or are there anyway.
    for (const own of ['environment', ..._kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[kind].item, 'this', 'previous', 'response', 'item'])
        names.delete(own);
    const dataset = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .toPlain */ .Ul)(values(names));
    return { kind, provider: { id, source, checkin: checkin && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .toPlain */ .Ul)(checkin) }, item: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .toPlain */ .Ul)(item), dataset };
}
/**
 * Checks an item in that an earlier process took. Its rule sees the item, the variables of this process, and what it named of the dataset; the released
 * services leave it nothing but the item (jsontas.md 12.2).
 * @returns a line for people
 * @throws {NotCarriedOut} refused
 */
async function recover(kind, entry, recovering) {
    const { environment, journal, http, clock, log, signal } = recovering;
    const fact = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .fromPlain */ .bM)(entry.fact);
    const [written, item] = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(fact) ? [fact.get('provider'), fact.get('item')] : [];
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(written))
        throw new Error('the journal does not say what was checked out');
    const { called } = _kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[kind];
    const named = { kind, id: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(written.get('id')), source: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(written.get('source')), text: '' };
    const external = written.get('external');
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(external)) {
        const host = (name) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(external.get(name));
        const provider = { ...named, type: 'external', start: host('start'), status: host('status'), stop: host('stop') };
        const asking = { run: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(entry.fact.run), http };
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item)) {
            const settled = await (0,_external_js__WEBPACK_IMPORTED_MODULE_3__/* .settle */ .G9)(provider, entry, { ...asking, clock, signal });
            await journal.crossOut(entry);
            return `gave ${settled} of kind ${called} back to external provider "${named.id}"`;
        }
        await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIn */ .is)({ provider, item, giveBack: (0,_external_js__WEBPACK_IMPORTED_MODULE_3__/* .byRequest */ .xO)(provider, asking), entry }, { journal, clock, log, signal });
        return checkedIn(called, item, named.id);
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item))
        throw new Error('the journal does not say what was checked out');
    const checkin = written.get('checkin');
    const provider = { ...named, type: 'jsontas', list: new Map(), ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(checkin) && { checkin }) };
    const kept = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(fact) ? fact.get('dataset') : undefined;
    const dataset = new Map([['environment', (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .fromPlain */ .bM)(environment)], ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(kept) ? kept : [])]);
    const evaluate = (0,_evaluate_part_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluatorOf */ .t)(provider, { dataset, structures: (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .providerStructures */ .SX)({ environment }), http, clock, log });
    await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIn */ .is)({ provider, item, ...(0,_check_in_js__WEBPACK_IMPORTED_MODULE_1__/* .byRule */ .k2)(provider, evaluate), entry }, { journal, clock, log, signal });
    return checkedIn(called, item, named.id);
}
function checkedIn(called, item, provider) {
    return `checked in ${called} ${(0,_check_in_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(item)} of provider "${provider}"`;
}
/** The names of the dataset that queries of a rule begin with. */
function namesIn(value, names = new Set()) {
    if (typeof value === 'string') {
        if (value.startsWith('$'))
            names.add(firstWord(value));
    }
    else if (Array.isArray(value))
        value.forEach((element) => namesIn(element, names));
    else if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value))
        for (const [name, member] of value) {
            namesIn(name, names);
            namesIn(member, names);
        }
    return names;
}
function firstWord(query) {
    return /^\$[^\p{L}\p{N}_$-]*([\p{L}\p{N}_$!,:-]+)/u.exec(query)?.[1] ?? '';
}


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tooLate)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8652);


/** Nothing came in time. @param limit milliseconds */
function tooLate({ kind, id }, limit, why) {
    const { called, waitVariable, waitOption } = _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ[kind];
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`No ${called} became available from provider "${id}" within ${limit / 1000}s: ${why}`, `Raise --${waitOption} (or ${waitVariable}, seconds), or free what a killed run left: etos release`);
}


/***/ }),

/***/ 7584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stateOf),
/* harmony export */   l: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** Who a process of this machine is; this process unless a pid is given. */
async function identify(pid = process.pid) {
    const [boot, namespace, start] = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').then((text) => text.trim(), () => ''),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)('/proc/self/ns/pid').catch(() => ''),
        startOf(pid),
    ]);
    return { boot, namespace, pid, start: start ?? '' };
}
/** Whether a process is alive, dead, or of a machine or namespace from which nothing can be proved. */
async function stateOf(known) {
    const here = await identify();
    if (known.boot !== here.boot)
        return known.boot !== '' && here.boot !== '' ? 'dead' : 'unknown';
    if (known.namespace !== here.namespace)
        return 'unknown';
    if (known.start === '')
        return exists(known.pid) ? 'unknown' : 'dead';
    return (await startOf(known.pid)) === known.start ? 'alive' : 'dead';
}
async function startOf(pid) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name in parentheses may hold spaces and parentheses; the fields after the last one are fixed. State Z: dead, but not yet collected.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields?.[0] === 'Z' ? undefined : fields?.[19];
}
function exists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}


/***/ }),

/***/ 8790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal),
/* harmony export */   a: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
// What a run began and has not finished, on disk before it is begun. In: entries. Out: those that are still open, after a crash too. What an
// entry means, and how it is undone, belongs to `release`.

/** Opens a journal, made with mode 0600 when it is not there; what an earlier process left open is open again. */
async function openJournal(path) {
    const left = await readJournal(path);
    const entries = new Map(left.map((entry) => [entry.id, entry]));
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'a+', 0o600);
    await endTornLine(file);
    const write = inTurn(async (line) => {
        await file.appendFile(`${JSON.stringify(line)}\n`);
        await file.datasync();
    });
    let last = Math.max(0, ...(await everyId(path)));
    return {
        async begin(fact) {
            const entry = { id: ++last, fact };
            entries.set(entry.id, entry);
            await write({ id: entry.id, begin: fact });
            return entry;
        },
        async amend(entry, more) {
            const amended = { id: entry.id, fact: { ...(entries.get(entry.id) ?? entry).fact, ...more } };
            entries.set(entry.id, amended);
            await write({ id: entry.id, amend: more });
            return amended;
        },
        async crossOut(entry) {
            if (!entries.delete(entry.id))
                return;
            await write({ id: entry.id, done: true });
        },
        open: () => [...entries.values()],
        [Symbol.asyncDispose]: () => file.close(),
    };
}
/** What a journal has open; a file that is not there has nothing. A line cut short by a crash was never promised and is ignored. */
async function readJournal(path) {
    const entries = new Map();
    for (const line of await readLines(path)) {
        if ('begin' in line)
            entries.set(line.id, { id: line.id, fact: line.begin });
        else if ('done' in line)
            entries.delete(line.id);
        else {
            const entry = entries.get(line.id);
            if (entry)
                entries.set(line.id, { id: line.id, fact: { ...entry.fact, ...line.amend } });
        }
    }
    return [...entries.values()];
}
async function everyId(path) {
    return (await readLines(path)).map(({ id }) => id);
}
async function readLines(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    return text.split('\n').flatMap((line) => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}
async function endTornLine(file) {
    const { size } = await file.stat();
    if (size === 0)
        return;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer[0] !== 0x0a)
        await file.appendFile('\n');
}
/** Runs calls one after the other, in the order they were made; a failed call does not stop the next. */
function inTurn(action) {
    let before = Promise.resolve();
    return (value) => {
        const mine = before.then(() => action(value));
        before = mine.catch(() => undefined);
        return mine;
    };
}


/***/ }),

/***/ 8874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _r: () => (/* binding */ release),
  $N: () => (/* binding */ runDirectories),
  Az: () => (/* binding */ runLabel),
  MU: () => (/* binding */ runVariable)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/docker/engine.js + 4 modules
var docker_engine = __webpack_require__(2616);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __webpack_require__(8652);
// EXTERNAL MODULE: ./src/environment/recover.js
var recover = __webpack_require__(9887);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(7584);
;// CONCATENATED MODULE: ./src/host/strays.js

/**
 * The processes of this machine whose environment holds `name=value`: what a run started, wherever it went (a new session, a new parent).
 * Needs /proc; elsewhere, and for other users' processes, it finds nothing. Never this process itself.
 */
async function processesMarked(name, value) {
    const mark = Buffer.from(`${name}=${value}`);
    const pids = (await (0,promises_.readdir)('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number);
    const marked = await Promise.all(pids.map(async (pid) => {
        if (pid === process.pid)
            return false;
        const environment = await (0,promises_.readFile)(`/proc/${pid}/environ`).catch(() => undefined);
        return environment !== undefined && holds(environment, mark);
    }));
    return pids.filter((_, n) => marked[n]);
}
/**
 * Ends the marked processes: SIGTERM, after `grace` milliseconds SIGKILL, again for those that appear meanwhile.
 * @returns how many there were
 */
async function endProcessesMarked(name, value, { clock, signal, grace }) {
    const seen = new Set();
    const killAt = clock.now() + grace;
    for (;;) {
        const pids = await processesMarked(name, value);
        if (pids.length === 0)
            return seen.size;
        const late = clock.now() >= killAt;
        for (const pid of pids) {
            if (late || !seen.has(pid))
                send(pid, late ? 'SIGKILL' : 'SIGTERM');
            seen.add(pid);
        }
        await clock.sleep(50, signal);
    }
}
function holds(environment, mark) {
    for (let at = environment.indexOf(mark); at >= 0; at = environment.indexOf(mark, at + 1)) {
        const end = environment[at + mark.length];
        if ((at === 0 || environment[at - 1] === 0) && (end === 0 || end === undefined))
            return true;
    }
    return false;
}
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It ended in the meantime.
    }
}

// EXTERNAL MODULE: ./src/journal/journal.js
var journal_journal = __webpack_require__(8790);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/eiffel/build.js
var eiffel_build = __webpack_require__(3377);
// EXTERNAL MODULE: ./src/eiffel/embedded-bus.js
var embedded_bus = __webpack_require__(9872);
// EXTERNAL MODULE: ./src/eiffel/record.js + 1 modules
var eiffel_record = __webpack_require__(3769);
;// CONCATENATED MODULE: ./src/release/close-events.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





const reason = 'The run was killed before it could tell its result.';
/**
 * Ends in the record of events what a killed run began: test cases, suites, activities, in that order. Whoever reads the record then waits for nothing.
 * @param activity the run's ActivityTriggered; a record that does not hold it belongs to another run and is left alone
 * @returns how many events were added
 */
async function closeEvents(path, activity, { clock, log }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const there = await (0,promises_.access)(path).then(() => true, () => false);
        if (!there)
            return 0;
        const bus = __addDisposableResource(env_1, (0,embedded_bus/* createEmbeddedBus */.z)({ log }), true);
        const record = __addDisposableResource(env_1, await (0,eiffel_record/* openRecord */.C)(path, { bus, log }), true);
        if (!record.byId(activity))
            return 0;
        const build = (0,eiffel_build/* createBuilder */.I)({ source: { name: 'ETOS release', host: (0,external_node_os_.hostname)() }, clock });
        const outcome = { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: reason };
        const closing = [
            ...close_events_open(record, 'TestCaseTriggered', 'TEST_CASE_EXECUTION', ['TestCaseFinished', 'TestCaseCanceled']).map((id) => build('TestCaseFinished', { outcome }, { testCaseExecution: id })),
            ...close_events_open(record, 'TestSuiteStarted', 'TEST_SUITE_EXECUTION', ['TestSuiteFinished'])
                .reverse()
                .map((id) => build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id })),
            ...close_events_open(record, 'ActivityTriggered', 'ACTIVITY_EXECUTION', ['ActivityFinished', 'ActivityCanceled'])
                .reverse()
                .map((id) => build('ActivityCanceled', { reason }, { context: activity, activityExecution: id })),
        ];
        for (const event of closing)
            await bus.publish(event);
        await record.written();
        return closing.length;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The events of a type that no event of the ending types points at. */
function close_events_open(record, begins, link, ends) {
    return record
        .find(begins)
        .map(({ meta }) => meta.id)
        .filter((target) => ends.every((end) => record.find(end, { type: link, target }).length === 0));
}

;// CONCATENATED MODULE: ./src/release/release.js
// Finishes what a run began, from its journal alone: after a crash, in GitHub's post step, before the next run. In: a run's directory. Out: what was
// released and what was refused. How something is undone belongs to the room that did it; this one knows which room that is.
var release_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var release_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** The label that every container of a run has. */
const runLabel = 'io.github.etos-action.etos-run';
/** The variable that every process of a run has. */
const runVariable = 'ETOS_RUN_ID';
/** Milliseconds from SIGTERM to SIGKILL for what a dead run left running. */
const grace = 3_000;
/** The directories of runs below `<workspace>/.etos/runs` that are there, finished or not. */
async function runDirectories(runs) {
    const entries = await (0,promises_.readdir)(runs, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => (0,external_node_path_.join)(runs, name));
}
/** Releases each run; a run without a journal has nothing. A directory that has nothing left to finish is removed. */
async function release(directories, releasing) {
    const released = [];
    for (const directory of directories)
        released.push(await releaseRun(directory, releasing));
    return released;
}
async function releaseRun(directory, releasing) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const path = (0,external_node_path_.join)(directory, 'journal.ndjson');
        // A directory that is no run's is none of our business, whoever names it.
        if (!(await exists(path)))
            return { directory, alive: false, done: [], refused: [] };
        const open = await (0,journal_journal/* readJournal */.a)(path);
        const run = open.find(({ fact }) => fact.kind === 'run')?.fact;
        if (run && !releasing.evenAlive && (await (0,process_identity/* stateOf */.L)(run.process)) !== 'dead')
            return { directory, alive: true, done: [], refused: [] };
        if (open.length === 0) {
            // A finished run has removed its directory itself.
            await (0,promises_.rm)(directory, { recursive: true, force: true });
            return { directory, alive: false, done: [], refused: [] };
        }
        const done = [];
        const refused = [];
        const attempt = async (what, action) => {
            try {
                const text = await action();
                if (text !== undefined)
                    done.push(text);
            }
            catch (error) {
                releasing.signal.throwIfAborted();
                refused.push(`${what}: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        };
        const journal = release_addDisposableResource(env_1, await (0,journal_journal/* openJournal */._)(path), true);
        if (run) {
            await attempt('processes', () => endProcesses(run, releasing));
            await attempt('containers', () => removeContainers(run, releasing));
        }
        for (const kind of ['iut', 'log-area', 'execution-space']) {
            for (const entry of open.filter(({ fact }) => fact.kind === kind)) {
                await attempt(kinds/* kinds */.EZ[kind].called, () => (0,recover/* recover */.l)(kind, entry, { ...releasing, journal }));
            }
        }
        for (const entry of open.filter(({ fact }) => fact.kind === 'delegation')) {
            // Those of this machine are gone with their processes and containers.
            if (run?.server !== undefined && String(entry.fact.url).startsWith(run.server))
                await journal.crossOut(entry);
            else
                refused.push(`sub suite ${String(entry.fact.subSuite)} was started by ${String(entry.fact.location ?? entry.fact.url)}: see there whether it still runs`);
        }
        if (run)
            await attempt('events', () => endEvents(run, releasing));
        if (refused.length === 0) {
            for (const entry of journal.open())
                await journal.crossOut(entry);
            if (run)
                await (0,promises_.rm)(run.scratch, { recursive: true, force: true });
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        }
        return { directory, alive: false, done, refused };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = release_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}
async function endProcesses({ id }, { clock, signal }) {
    const bound = AbortSignal.any([signal, clock.deadline(grace + 10_000, new Error('they do not end, SIGKILL included'))]);
    const ended = await endProcessesMarked(runVariable, id, { clock, signal: bound, grace });
    return ended === 0 ? undefined : `ended ${ended} process${ended === 1 ? '' : 'es'}`;
}
/** Removes the run's containers and sees them gone: one that the engine is still at, or that a dying runner just made, is asked for again. */
async function removeContainers({ id, engine: address }, { environment, clock, signal }) {
    if (address === undefined)
        return undefined;
    const engine = (0,docker_engine/* engineFrom */.Z)({ ...environment, DOCKER_HOST: address });
    const bound = AbortSignal.any([signal, clock.deadline(30_000, new Error('the engine does not get rid of them within 30 s'))]);
    const removed = new Set();
    for (;;) {
        const containers = await engine.listContainers([`${runLabel}=${id}`], { signal: bound });
        if (containers.length === 0)
            return removed.size === 0 ? undefined : `removed ${removed.size} container${removed.size === 1 ? '' : 's'}`;
        for (const container of containers) {
            await engine.removeContainer(container.id, { signal: bound });
            removed.add(container.id);
        }
        await clock.sleep(100, bound);
    }
}
async function endEvents({ events, activity }, { clock, log }) {
    const added = await closeEvents(events, activity, { clock, log });
    return added === 0 ? undefined : `ended ${added} open event${added === 1 ? '' : 's'} in ${events}`;
}


/***/ }),

/***/ 1856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories),
/* harmony export */   U: () => (/* binding */ runsIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2257);



/** Where the runs of a workspace are. */
function runsIn(workspace) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.etos', 'runs');
}
/** Makes the run's directory and those for reports and artifacts. @throws {InvalidInput} naming the one that cannot be written */
async function makeDirectories(id, { workspace, reportDirectory, artifactDirectory, temporary, }) {
    const runs = runsIn(workspace);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, id);
    const scratch = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, `etos-${id}`);
    await make(runs, 'workspace', 0o700);
    // A checkout that lists untracked files, or packs them, has no business with journals.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, '.gitignore'), '*\n').catch(() => undefined);
    await make(path, 'workspace', 0o700);
    try {
        await make(reportDirectory, 'report directory');
        await make(artifactDirectory, 'artifact directory');
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        throw error;
    }
    return {
        path,
        journal: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'journal.ndjson'),
        scratch,
        async remove() {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(scratch, { recursive: true, force: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        },
    };
}
async function make(path, called, mode = 0o777) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true, mode });
        const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, `.etos-${process.pid}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(probe, '');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe);
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`${called} ${path} cannot be written: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'Choose another one: --workspace, --report-dir, --artifact-dir');
    }
}


/***/ })

};
