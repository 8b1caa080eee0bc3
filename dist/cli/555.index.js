export const id = 555;
export const ids = [555];
export const modules = {

/***/ 77214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lineOf),
/* harmony export */   v: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96726);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73251);
/* harmony import */ var _report_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53450);



/** The line that says a step, or nothing when it is not worth one. */
function lineOf(step, telling, { output }) {
    const all = telling === 'everything';
    switch (step.kind) {
        case 'run':
            return `Run ${step.id} of ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.identity)}: ${amount(step.suites, 'suite')}, ${amount(step.recipes, 'recipe')}`;
        case 'execution space':
            return `Execution space: ${step.text}`;
        case 'suite started':
            return all ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.suite)}: started, ${amount(step.recipes, 'recipe')}` : undefined;
        case 'sub suite waiting':
            return all ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)}: waiting for ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.on)}, ${amount(step.recipes, 'recipe')}` : undefined;
        case 'sub suite started':
            return all ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)}: started` : undefined;
        case 'recipe started':
            return all && step.inOutput !== true ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)}: ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.testCase)} ...` : undefined;
        case 'recipe finished':
            return all || step.outcome.verdict !== 'PASSED'
                ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)}: ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.testCase)} ${(0,_report_results_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAs */ .s)(step)} in ${(0,_host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r)(step.duration)}${why(step.outcome)}`
                : undefined;
        case 'sub suite finished':
            return `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)}: ${step.outcome.verdict}${why(step.outcome)}`;
        case 'suite finished':
            return `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.suite)}: ${step.outcome.verdict}: ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .inOneLine */ .U)(step.outcome.description)}`;
        case 'output':
            return output ? `${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(step.subSuite)} | ${step.line}` : undefined;
        case 'note':
            return step.warning ? `warning: ${step.text}` : step.text;
    }
}
function amount(n, what) {
    return `${n} ${what}${n === 1 ? '' : 's'}`;
}
function why({ verdict, description }) {
    return verdict === 'PASSED' || description === '' ? '' : `: ${(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .inOneLine */ .U)(description)}`;
}


/***/ }),

/***/ 1872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ encodePart),
/* harmony export */   a: () => (/* binding */ parseIdentity)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);

const expected = 'expected a package URL such as pkg:docker/acme/webshop@4.2.0';
const form = 'The form is pkg:type/namespace/name@version?qualifiers#subpath; type and name are mandatory';
/** Reads `pkg:type/namespace/name@version?qualifiers#subpath` from the right (eiffel.md 7.2). @throws {InvalidInput} */
function parseIdentity(text) {
    const fail = (what) => {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`identity ${JSON.stringify(text)}: ${what}; ${expected}`, form);
    };
    // Stricter than some libraries: `PKG:` and leading space pass there and fail in the event schemas (eiffel.md 7.3).
    if (!text.startsWith('pkg:'))
        return fail('does not start with "pkg:"');
    const decode = (part) => {
        try {
            return decodeURIComponent(part);
        }
        catch {
            return fail(`${JSON.stringify(part)} is not valid percent-encoding`);
        }
    };
    const [beforeSubpath, subpathText] = splitLast(text.slice('pkg:'.length), '#');
    const [beforeQualifiers, qualifiersText] = splitLast(beforeSubpath, '?');
    const path = beforeQualifiers.replace(/^\/+/, '');
    const slash = path.indexOf('/');
    const type = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
    if (type === '')
        return fail('has no type');
    if (!/^[a-z][a-z0-9.-]*$/.test(type))
        return fail(`${JSON.stringify(type)} is not a type: letters, digits, "." and "-" only`);
    const [place, versionText] = splitVersion(slash < 0 ? '' : path.slice(slash + 1));
    const segments = place
        .split('/')
        .filter((segment) => segment !== '')
        .map(decode);
    const name = segments.pop();
    if (name === undefined)
        return fail('has no name');
    const namespace = segments.join('/');
    const version = versionText === undefined ? '' : decode(versionText);
    const subpath = (subpathText ?? '')
        .split('/')
        .map(decode)
        .filter((segment) => !['', '.', '..'].includes(segment))
        .join('/');
    const qualifiers = Object.fromEntries((qualifiersText ?? '')
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair) => {
        const equals = pair.indexOf('=');
        if (equals < 1)
            return fail(`the qualifier ${JSON.stringify(pair)} is not key=value`);
        return [pair.slice(0, equals).toLowerCase(), decode(pair.slice(equals + 1))];
    })
        .filter(([, value]) => value !== ''));
    const folded = lowerCased.has(type);
    return {
        text,
        type,
        ...(namespace && { namespace: folded ? namespace.toLowerCase() : namespace }),
        name: type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : folded ? name.toLowerCase() : name,
        ...(version && { version }),
        qualifiers,
        ...(subpath && { subpath }),
    };
}
/** Types whose namespace and name are written in lower case, as the Python library the originals use has it. */
const lowerCased = new Set(['bitbucket', 'github', 'pypi', 'gitlab']);
/** One part of an identity, percent-encoded: everything but letters, digits and `.-_~:` (eiffel.md 7.2). */
function encodePart(text) {
    return encodeURIComponent(text)
        .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%3A', ':');
}
function splitLast(text, separator) {
    const at = text.lastIndexOf(separator);
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
function splitVersion(text) {
    const at = text.lastIndexOf('@');
    // An unencoded "@" directly after a slash, or first, belongs to a name or namespace: npm's scopes.
    return at <= 0 || text[at - 1] === '/' ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 72379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ printSubSuite),
/* harmony export */   wI: () => (/* binding */ printRecipe)
/* harmony export */ });
/* unused harmony exports parseSubSuite, readSubSuite */
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39874);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40805);
/* harmony import */ var _recipe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87492);






/**
 * Reads a sub suite document of either generation (etos.md 4.7): `testCase.url` or `.uri`, ids that 2021 does not have may be absent.
 * @param source how messages call the text
 * @throws {InvalidInput}
 */
function parseSubSuite(text, source) {
    return readSubSuite(parseJson(text, source), source);
}
/** As `parseSubSuite`, of a document that is parsed already (and evaluated for `$decrypt`). @throws {InvalidInput} */
function readSubSuite(document, source) {
    const problems = [];
    const root = new Reader(document, '', problems);
    const subSuite = {
        name: root.text('name'),
        ...root.optionalText('suite_id', 'suiteId'),
        ...root.optionalText('sub_suite_id', 'subSuiteId'),
        ...root.optionalText('test_suite_started_id', 'testSuiteStartedId'),
        priority: Number(root.get('priority') ?? 1),
        recipes: root.list('recipes').map(readRecipe),
        testRunner: root.text('test_runner'),
        iut: root.object('iut'),
        artifact: root.text('artifact'),
        context: root.text('context'),
        executor: root.object('executor'),
        logArea: parseLogArea(root.object('log_area'), problems),
    };
    if (problems.length > 0)
        throw new InvalidInput(`${source} is not a sub suite: ${problems.join('; ')}`, 'See etos.md 4.7 for the form');
    return subSuite;
}
/** The document in today's shape, which the 2021 test runner also reads: `testCase` has both `url` and `uri`. */
function printSubSuite(subSuite) {
    return new Map([
        ['name', subSuite.name],
        ['suite_id', subSuite.suiteId ?? null],
        ['sub_suite_id', subSuite.subSuiteId ?? null],
        ['test_suite_started_id', subSuite.testSuiteStartedId ?? null],
        ['priority', subSuite.priority],
        ['recipes', subSuite.recipes.map(printRecipe)],
        ['test_runner', subSuite.testRunner],
        ['iut', subSuite.iut],
        ['artifact', subSuite.artifact],
        ['context', subSuite.context],
        ['executor', subSuite.executor],
        ['log_area', subSuite.logArea],
    ]);
}
function readRecipe(recipe) {
    const testCase = recipe.child('testCase');
    const constraints = new Map(recipe.list('constraints').map((constraint) => [constraint.text('key'), constraint]));
    const of = (key) => constraints.get(key)?.get('value') ?? null;
    return {
        id: recipe.text('id'),
        testCase: {
            id: testCase.text('id'),
            tracker: printText(testCase.get('tracker')),
            uri: printText(testCase.get('uri') ?? testCase.get('url')),
            version: printText(testCase.get('version'), 'master'),
        },
        environment: pairs(of('ENVIRONMENT')),
        command: printText(of('COMMAND')),
        checkout: texts(of('CHECKOUT')),
        parameters: pairs(of('PARAMETERS')),
        execute: texts(of('EXECUTE')),
        testRunner: printText(of('TEST_RUNNER')),
    };
}
/** A recipe as documents carry it, all six constraints. */
function printRecipe({ id, testCase, ...recipe }) {
    const values = {
        ENVIRONMENT: new Map(recipe.environment),
        COMMAND: recipe.command,
        EXECUTE: [...recipe.execute],
        CHECKOUT: [...recipe.checkout],
        PARAMETERS: new Map(recipe.parameters),
        TEST_RUNNER: recipe.testRunner,
    };
    return new Map([
        ['id', id],
        [
            'testCase',
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .fromPlain */ .bM)({ id: testCase.id, tracker: testCase.tracker, url: testCase.uri, uri: testCase.uri, version: testCase.version }),
        ],
        [
            'constraints',
            _recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .constraintKeys */ .W.map((key) => new Map([
                ['key', key],
                ['value', values[key]],
            ])),
        ],
    ]);
}
function pairs(value) {
    return isObject(value) ? [...value].map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)]) : [];
}
function texts(value) {
    return Array.isArray(value) ? value.map(String) : [];
}
/** Reads members of an object and notes what is missing, so that all problems are told at once. */
class Reader {
    value;
    path;
    problems;
    constructor(value, path, problems) {
        this.value = value;
        this.path = path;
        this.problems = problems;
        if (!isObject(value))
            problems.push(`${path || 'it'} is not an object`);
    }
    get(name) {
        return isObject(this.value) ? this.value.get(name) : undefined;
    }
    text(name) {
        const value = this.get(name);
        if (typeof value === 'string')
            return value;
        this.problems.push(`${this.at(name)} is missing or not text`);
        return '';
    }
    optionalText(name, as) {
        const value = this.get(name);
        return typeof value === 'string' ? { [as]: value } : {};
    }
    list(name) {
        const value = this.get(name);
        if (Array.isArray(value))
            return value.map((element, n) => new Reader(element, `${this.at(name)}[${n}]`, this.problems));
        this.problems.push(`${this.at(name)} is missing or not a list`);
        return [];
    }
    object(name) {
        const value = this.get(name);
        if (isObject(value))
            return value;
        this.problems.push(`${this.at(name)} is missing or not an object`);
        return new Map();
    }
    child(name) {
        return new Reader(this.object(name), this.at(name), this.problems);
    }
    at(name) {
        return this.path === '' ? name : `${this.path}.${name}`;
    }
}


/***/ }),

/***/ 36923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ checkDatasets),
/* harmony export */   Oh: () => (/* binding */ datasetFor),
/* harmony export */   Zy: () => (/* binding */ datasetNames),
/* harmony export */   gA: () => (/* binding */ datasetOf),
/* harmony export */   mW: () => (/* binding */ suiteValue),
/* harmony export */   qy: () => (/* binding */ readDatasets),
/* harmony export */   xO: () => (/* binding */ maximumAmount)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _documents_sub_suite_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72379);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22257);
/* harmony import */ var _host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87026);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92948);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39874);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40805);








/** The dataset's `suite`: what the environment is for. */
function suiteValue({ name, subSuiteId, priority, testRunner, recipes }) {
    return new Map([
        ['name', name],
        ['sub_suite_id', subSuiteId],
        ['priority', priority],
        ['test_runner', testRunner],
        ['recipes', recipes.map(_documents_sub_suite_js__WEBPACK_IMPORTED_MODULE_2__/* .printRecipe */ .wI)],
    ]);
}
/** The dataset of an environment request, with the names of both generations; the user's members lie on top (etos.md 5.5). */
function datasetFor(facts) {
    const { dataset } = facts;
    return new Map([
        ['identity', (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_5__/* .identityValue */ .qC)(facts.identity)],
        ['artifact_id', facts.artifactId],
        ['context', facts.context],
        ['custom_data', []],
        ['uuid', globalThis.crypto.randomUUID()],
        ['config', new Map()],
        ['environment', (0,_json_value_js__WEBPACK_IMPORTED_MODULE_7__/* .fromPlain */ .bM)(facts.environment)],
        ['artifact_created', facts.artifactCreated],
        ['artifact_published', facts.artifactPublished],
        ['tercc', facts.tercc],
        ['local', facts.local()],
        ['dataset', dataset],
        ...dataset,
    ]);
}
/** The dataset of the nth suite; later members win. */
function datasetOf(datasets, n) {
    return new Map(datasets.flatMap((dataset) => [...(dataset instanceof Map ? dataset : (dataset[n] ?? []))]));
}
/** Every name that the dataset of some suite has. */
function datasetNames(datasets) {
    return new Set(datasets.flatMap((dataset) => (dataset instanceof Map ? [dataset] : dataset)).flatMap((one) => [...one.keys()]));
}
/** @throws {InvalidInput} a list has not as many entries as the collection has suites (etos.md 3) */
function checkDatasets(datasets, suites) {
    for (const dataset of datasets) {
        if (!(dataset instanceof Map) && dataset.length !== suites)
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the dataset is a list of ${dataset.length}, and the collection has ${suites} suite${suites === 1 ? '' : 's'}`, 'A list has one object for each suite, in their order; an object is for all of them');
    }
}
const example = 'Example: --dataset \'{"maximum_amount": 4}\' or --dataset @dataset.json';
/**
 * The user's datasets from what was given: JSON objects, lists of objects, or `@file` with one in it.
 * @throws {InvalidInput}
 */
async function readDatasets(given, workspace) {
    return Promise.all(given.map(async (text) => {
        const [inFile, source] = text.startsWith('@') ? [true, text.slice(1)] : [false, 'dataset'];
        const value = inFile ? (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(await read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, source), source), source) : (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(text, source, example);
        if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(value))
            return value;
        if (Array.isArray(value) && value.every(_json_value_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv))
            return value;
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source}: the dataset is not a JSON object, nor a list of objects`, `${example}; a list has one object for each suite`);
    }));
}
/**
 * The most IUTs that a suite may use: `maximum_amount` of the dataset, else `ETOS_MAX_PARALLEL_IUTS`; undefined when nobody says
 * (jsontas.md 12.7). @throws {InvalidInput} when it is no whole number from 1
 */
function maximumAmount(dataset, environment) {
    const [name, given] = dataset.has('maximum_amount')
        ? ['maximum_amount of the dataset', dataset.get('maximum_amount')]
        : ['ETOS_MAX_PARALLEL_IUTS', environment.ETOS_MAX_PARALLEL_IUTS];
    if (given === undefined || given === null || given === '')
        return undefined;
    // Text, because variables are text and shells quote; true is no number, whatever JavaScript says.
    const amount = typeof given === 'number' || typeof given === 'string' ? Number(given) : Number.NaN;
    if (Number.isInteger(amount) && amount >= 1)
        return amount;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} is ${JSON.stringify(given)}; expected a whole number from 1`, 'It limits how many IUTs a suite is split over');
}
async function read(path, source) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`dataset ${source} cannot be read: ${(0,_host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .fileProblem */ .W)(error)}`, 'Give JSON, or @ and the path of a JSON file');
    }
}


/***/ }),

/***/ 53450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count),
/* harmony export */   s: () => (/* binding */ shownAs)
/* harmony export */ });
// What came of a run, and how it is written: results.json, junit.xml, summary.md, the table of the terminal. In: results. Out: text. Where the
// results come from (events) and where the text goes does not belong here.
/** A test case that the test framework skipped has PASSED for those who read events, with this description alone (etos.md 6.9). */
function shownAs({ outcome }) {
    if (outcome === 'NOT_RUN')
        return outcome;
    return outcome.verdict === 'PASSED' && outcome.description === 'SKIPPED' ? 'SKIPPED' : outcome.verdict;
}
/** How many test cases ended how, over all suites. */
function count({ suites }) {
    const all = suites.flatMap((suite) => [...suite.subSuites.flatMap(({ recipes }) => recipes), ...suite.notRun]);
    const of = (shown) => all.filter((recipe) => shownAs(recipe) === shown).length;
    return {
        passed: of('PASSED'),
        failed: of('FAILED'),
        inconclusive: of('INCONCLUSIVE'),
        notRun: of('NOT_RUN'),
        skipped: of('SKIPPED'),
    };
}


/***/ }),

/***/ 69053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _documents_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1872);




/**
 * The identity of the item under test: as given, else made from what the CI system says of its checkout (GitHub, Jenkins), else from the git
 * checkout in the workspace, else `pkg:generic/<directory name>`. @throws {InvalidInput} when the one given is no package URL
 */
async function identityOf(given, { workspace, environment, signal }) {
    return (0,_documents_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .parseIdentity */ .a)(given ?? ofGitHub(environment) ?? ofJenkins(environment) ?? (await ofCheckout(workspace, signal)) ?? generic((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workspace)));
}
function ofGitHub({ GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_SERVER_URL: server }) {
    if (!repository?.includes('/'))
        return undefined;
    // GitHub Enterprise Server is not the `github` type's registry.
    return server && server !== 'https://github.com'
        ? ofRemote(`${server}/${repository}`, commit)
        : ofRemote(`https://github.com/${repository}`, commit);
}
function ofJenkins({ GIT_URL: url, GIT_COMMIT: commit, JOB_NAME: job, BUILD_NUMBER: build, JENKINS_URL: jenkins, }) {
    if (!jenkins)
        return undefined;
    return url ? ofRemote(url, commit) : job && generic(job.split('/').at(-1) ?? job, build);
}
async function ofCheckout(workspace, signal) {
    const git = async (...args) => {
        try {
            // Bounded: a checkout on a file system that hangs must not hang the run.
            const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['-C', workspace, ...args], { timeout: 5_000, signal });
            return stdout.trim() || undefined;
        }
        catch {
            return undefined;
        }
    };
    const [commit, remote] = await Promise.all([git('rev-parse', 'HEAD'), git('config', '--get', 'remote.origin.url')]);
    signal.throwIfAborted();
    if (!commit)
        return undefined;
    return remote ? ofRemote(remote, commit) : generic((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(workspace), commit);
}
/** `git@host:owner/name.git`, `ssh://…`, `https://…`: hosts that package URLs have a type for get it, others become `generic`. */
function ofRemote(remote, commit) {
    const path = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/*$/i.exec(remote);
    const [, host = '', name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(remote)] = path ?? [];
    const segments = name.split('/').filter((segment) => segment !== '');
    const type = { 'github.com': 'github', 'bitbucket.org': 'bitbucket' }[host.toLowerCase()];
    const own = type ? segments.map((segment) => segment.toLowerCase()) : segments.slice(-1);
    return `pkg:${type ?? 'generic'}/${own.map(_documents_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePart */ .Q).join('/')}${commit ? `@${(0,_documents_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePart */ .Q)(commit)}` : ''}`;
}
function generic(name, version) {
    return `pkg:generic/${(0,_documents_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePart */ .Q)(name) || 'workspace'}${version ? `@${(0,_documents_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePart */ .Q)(version)}` : ''}`;
}


/***/ }),

/***/ 97069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ localDataset),
/* harmony export */   U: () => (/* binding */ testRunnerFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _documents_recipe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87492);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40805);



/** Where the workspace is mounted in containers. */
const sourceInContainer = '/etos/source';
/** The variables that name files of a test runner, and where else they mean nothing. */
const fileVariables = ['TEST_REGEX', 'VERDICT_RULES_FILE'];
/** The files that the user's variables name, as test runners find them: relative ones are looked for in the workspace (etos.md 6.1). */
function testRunnerFiles(environment, workspace) {
    const named = fileVariables.flatMap((name) => (environment[name] ? [[name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, environment[name])]] : []));
    const below = named.map(([name, path]) => [name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path)]);
    const isInside = (path) => path !== '..' && !path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path);
    return {
        machine: Object.fromEntries(named),
        docker: Object.fromEntries(below.flatMap(([name, path]) => (isInside(path) ? [[name, `${sourceInContainer}/${path}`]] : []))),
        warnings: below
            .filter(([, path]) => !isInside(path))
            .map(([name]) => `${name} is ${environment[name] ?? ''}, which containers do not see: they see the workspace ${workspace}. It is left out there`),
    };
}
/** The dataset's `local`: what the built-in providers read (providers/). One for each sub suite. */
function localDataset(spaceFor, { serverRoot, workspace, iuts, environment, }) {
    const files = testRunnerFiles(environment, workspace);
    const docker = {
        url: `${serverRoot}/delegation/docker/build`,
        environment: { ETOS_SOURCE_DIR: sourceInContainer, ...files.docker, ...ownServer(serverRoot) },
        // The long form: a colon in the path would end a short one early.
        parameters: { '--mount': `type=bind,${inCsv(`source=${workspace}`)},target=${sourceInContainer},readonly` },
    };
    const machine = {
        url: `${serverRoot}/delegation/process/build`,
        environment: { ETOS_SOURCE_DIR: workspace, ...files.machine, ...ownServer(serverRoot) },
        parameters: {},
    };
    return (subSuite) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .fromPlain */ .bM)({
        iuts,
        livelogs: `${serverRoot}/live/${subSuite?.subSuiteId ?? ''}`,
        // Not by the two ids that are in it: test runners of 2021 know this name alone (etos.md 6.5).
        upload: `${serverRoot}/log/{folder}/{name}`,
        spaces: { docker, process: machine, default: spaceFor(subSuite?.testRunner ?? _documents_recipe_js__WEBPACK_IMPORTED_MODULE_2__/* .noImage */ .$) === 'docker' ? docker : machine },
    });
}
/** By these a test runner of this machine finds the run's own server, also where the others find theirs through a broker. */
function ownServer(serverRoot) {
    return { ETOS_ENVIRONMENT_PROVIDER: serverRoot, ENVIRONMENT_URL: null, ETOS_EVENTS_URL: `${serverRoot}/events` };
}
/** A field of CSV, which `--mount` is: quoted where it has to be. */
function inCsv(field) {
    return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}


/***/ }),

/***/ 39528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xd: () => (/* binding */ allOrProblems),
  MD: () => (/* binding */ checkWorkspace),
  iA: () => (/* binding */ prepare),
  qX: () => (/* binding */ soon)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/collection/load.js
var load = __webpack_require__(92848);
// EXTERNAL MODULE: ./src/collection/validate.js + 7 modules
var validate = __webpack_require__(96864);
// EXTERNAL MODULE: ./src/environment/dataset.js
var dataset = __webpack_require__(36923);
// EXTERNAL MODULE: ./src/environment/instructions.js
var instructions = __webpack_require__(32262);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __webpack_require__(48652);
// EXTERNAL MODULE: ./src/environment/provider-file.js + 17 modules
var provider_file = __webpack_require__(59581);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/file-problem.js
var file_problem = __webpack_require__(87026);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(39874);
;// CONCATENATED MODULE: ./src/suite/durations.js




/** Of nothing is known how long it takes. */
const noDurations = { recipes: new Map(), testCases: new Map() };
/**
 * How long recipes took, from the `results.json` of earlier runs (schemas/results.schema.json); what a later file says wins.
 * @throws {InvalidInput} a file cannot be read, or is of another form
 */
async function readDurations(paths) {
    const recipes = new Map();
    const testCases = new Map();
    for (const path of paths) {
        const read = durationsIn((0,parse/* parsePlain */.eE)(await durations_text(path), path), path);
        read.recipes.forEach((duration, id) => recipes.set(id, duration));
        read.testCases.forEach((duration, id) => testCases.set(id, duration));
    }
    return { recipes, testCases };
}
function durationsIn(document, path) {
    const recipes = new Map();
    const testCases = new Map();
    const { suites } = Object(document);
    if (!Array.isArray(suites))
        throw new errors/* InvalidInput */.o9(`${path} is not the results.json of a run: it has no list "suites"`, 'Give the results.json of an earlier run');
    for (const { subSuites } of suites) {
        if (!Array.isArray(subSuites))
            continue;
        for (const { recipes: ended } of subSuites) {
            if (!Array.isArray(ended))
                continue;
            for (const { recipe, testCase, duration } of ended) {
                if (typeof duration !== 'number' || duration < 0)
                    continue;
                // A recipe may have several test cases, told apart by what it prints.
                if (typeof recipe === 'string')
                    recipes.set(recipe, (recipes.get(recipe) ?? 0) + duration * 1000);
                if (typeof testCase?.id === 'string')
                    testCases.set(testCase.id, duration * 1000);
            }
        }
    }
    return { recipes, testCases };
}
async function durations_text(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* InvalidInput */.o9(`durations ${path} cannot be read: ${(0,file_problem/* fileProblem */.W)(error)}`, 'Give the results.json of an earlier run');
    }
}

// EXTERNAL MODULE: ./src/suite/split.js + 1 modules
var split = __webpack_require__(95945);
;// CONCATENATED MODULE: ./src/suite/plan.js
// The suite runner: carries out the suites of a collection. In: suites, the environment provider, a bus. Out: outcomes; everything else is said
// by events. What a recipe does, where a delegation runs and how results are shown do not belong here.

/**
 * Plans a collection; pure.
 * @param maximumAmounts the most IUTs that each suite may use; where there is none, as many as it has recipes
 */
function plan(suites, maximumAmounts = []) {
    return {
        suites: suites.map(({ name, priority, recipes }, n) => ({
            name,
            priority,
            groups: (0,split/* groupByTestRunner */.lh)(recipes),
            maximumIuts: Math.min(maximumAmounts[n] ?? recipes.length, recipes.length),
        })),
    };
}

// EXTERNAL MODULE: ./src/suite/splitter.js + 2 modules
var suite_splitter = __webpack_require__(9569);
// EXTERNAL MODULE: ./src/docker/create-engine.js + 6 modules
var create_engine = __webpack_require__(97055);
;// CONCATENATED MODULE: ./src/run/find-engine.js


// An engine that does not answer a ping in this time would not be of use either; it must not hold up a run that does without.
const patience = 3_000;
/** Asks the engine for a sign of life. @throws the signal's reason */
async function findEngine(environment, signal) {
    try {
        const engine = (0,create_engine/* engineFrom */.Z)(environment);
        const { apiVersion } = await engine.ping({ limit: patience, signal });
        return { apiVersion, address: engine.address.url };
    }
    catch (error) {
        signal.throwIfAborted();
        return { absent: (0,errors/* messageOf */.bD)(error) };
    }
}

// EXTERNAL MODULE: ./src/run/identity.js
var run_identity = __webpack_require__(69053);
// EXTERNAL MODULE: ./src/run/local-dataset.js
var local_dataset = __webpack_require__(97069);
// EXTERNAL MODULE: ./src/documents/recipe.js
var recipe = __webpack_require__(87492);
;// CONCATENATED MODULE: ./src/run/local-spaces.js


/**
 * Chooses between Docker and the machine itself.
 * @param provider the execution space provider: the built-in `default` leaves the choice to us, `docker` and `process` demand one, any other starts its
 *   test runners elsewhere
 * @throws {InvalidInput} Docker is demanded and no engine answers, or a recipe wants no image
 */
function chooseSpaces(provider, engine, testRunners) {
    const present = !('absent' in engine);
    const inDocker = (testRunner) => (present && testRunner !== recipe/* noImage */.$ ? 'docker' : 'process');
    // A file of the user's, or a ready-made one, says itself where its test runners are started.
    if (provider.text !== '' || !isLocal(provider.id))
        return {
            text: `provider "${provider.id}" (${provider.source})`,
            warnings: testRunners.includes(recipe/* noImage */.$)
                ? [
                    `TEST_RUNNER "${recipe/* noImage */.$}" asks for no image, but execution space provider "${provider.id}" gets "${recipe/* noImage */.$}" as the image to start`,
                ]
                : [],
            spaceFor: inDocker,
            placeOf: (testRunner) => testRunner,
        };
    const { text, spaceFor } = chooseLocal(provider.id, engine, testRunners, inDocker);
    return { text, warnings: [], spaceFor, placeOf: (testRunner) => placeIn(spaceFor(testRunner), testRunner) };
}
function isLocal(id) {
    return ['default', 'docker', 'process'].includes(id);
}
function chooseLocal(asked, engine, testRunners, inDocker) {
    const images = testRunners.filter((testRunner) => testRunner !== recipe/* noImage */.$);
    const onMachine = () => 'process';
    if (asked === 'process')
        return { text: 'this machine, because the execution space "process" was asked for', spaceFor: onMachine };
    if ('absent' in engine) {
        if (asked === 'docker')
            throw new errors/* InvalidInput */.o9(`the execution space "docker" was asked for, but no Docker engine answers: ${engine.absent}`, 'Start the engine, set DOCKER_HOST, or use --execution-space-provider process');
        return { text: `this machine, because no Docker engine answers (${engine.absent})`, spaceFor: onMachine };
    }
    const docker = `Docker at ${engine.address} (API ${engine.apiVersion})`;
    if (asked === 'docker') {
        if (images.length < testRunners.length)
            throw new errors/* InvalidInput */.o9(`TEST_RUNNER "${recipe/* noImage */.$}" asks for no image, but the execution space "docker" was asked for`, 'Name an image as TEST_RUNNER, or leave the choice: --execution-space-provider default');
        return { text: `${docker}, because it was asked for`, spaceFor: () => 'docker' };
    }
    if (testRunners.length > 0 && images.length === 0)
        return { text: `this machine, because TEST_RUNNER "${recipe/* noImage */.$}" asks for no image (${docker} answers)`, spaceFor: inDocker };
    if (images.length < testRunners.length)
        return { text: `${docker}; this machine for TEST_RUNNER "${recipe/* noImage */.$}"`, spaceFor: inDocker };
    return { text: `${docker}, because it answers`, spaceFor: inDocker };
}
function placeIn(space, testRunner) {
    if (space === 'docker')
        return testRunner;
    return testRunner === recipe/* noImage */.$ ? 'this machine' : `this machine, without the image ${testRunner}`;
}

// EXTERNAL MODULE: ./src/run/tercc.js
var run_tercc = __webpack_require__(16674);
;// CONCATENATED MODULE: ./src/run/prepare.js

















/** @throws {InvalidInput} */
async function collectionOf({ collection, tercc }, loading) {
    if (collection !== undefined)
        return await (0,load/* loadCollection */.Z)(collection, loading);
    return await (0,validate/* validate */.t)(tercc ? (0,run_tercc/* collectionIn */.et)(tercc) : '', 'the batches of TERCC');
}
/** Reads and checks all that a run was given. @throws {InvalidInput} with the problems of every input together */
async function prepare(options, { environment, http, signal }) {
    const { workspace } = options;
    const given = (0,dataset/* readDatasets */.qy)(options.dataset, workspace);
    // A dataset that cannot be read is told below, together with everything else.
    const names = (0,dataset/* datasetNames */.Zy)(await given.catch(() => []));
    const loading = { directory: (0,external_node_path_.resolve)(workspace, options.providersDirectory), workspace, http, signal, names };
    const [loaded, identity, datasets, iut, logArea, executionSpace, splitter, engine, limits] = await allOrProblems([
        collectionOf(options, { http, signal, workspace }),
        (0,run_identity/* identityOf */.c)(options.identity, { workspace, environment, signal }),
        given,
        (0,provider_file/* loadProvider */.Cg)('iut', options.iutProvider, loading),
        (0,provider_file/* loadProvider */.Cg)('log-area', options.logAreaProvider, loading),
        (0,provider_file/* loadProvider */.Cg)('execution-space', options.executionSpaceProvider, loading),
        splitterOf(options),
        findEngine(environment, signal),
        // What of the variables would only be noticed later.
        soon(() => {
            (0,instructions/* generationOf */.gS)(environment);
            (0,instructions/* checkEncryptionKey */.FM)(environment);
            return (0,kinds/* waitLimits */.U7)(environment, options.waits);
        }),
        checkWorkspace(workspace),
    ]);
    const { collection, warnings } = loaded;
    (0,dataset/* checkDatasets */.I2)(datasets, collection.suites.length);
    const maximumAmounts = collection.suites.map((_, n) => (0,dataset/* maximumAmount */.xO)((0,dataset/* datasetOf */.gA)(datasets, n), environment));
    const planned = plan(collection.suites, maximumAmounts);
    const testRunners = [...new Set(planned.suites.flatMap(({ groups }) => groups.map(({ testRunner }) => testRunner)))];
    const spaces = chooseSpaces(executionSpace, engine, testRunners);
    const inContainers = testRunners.some((testRunner) => spaces.spaceFor(testRunner) === 'docker');
    return {
        collection,
        warnings: [...warnings, ...spaces.warnings, ...(inContainers ? (0,local_dataset/* testRunnerFiles */.U)(environment, workspace).warnings : [])],
        identity,
        datasets,
        maximumAmounts,
        limits,
        splitter,
        providers: { iut, 'log-area': logArea, 'execution-space': executionSpace },
        plan: planned,
        engine,
        spaces,
    };
}
/** By the durations that were named; else, where they are of use, by those of the run whose report is still there. */
async function splitterOf({ splitter, durations, reportDirectory }) {
    if (splitter !== 'by-duration')
        return (0,suite_splitter/* createSplitter */.W3)(splitter, noDurations);
    if (durations.length > 0)
        return (0,suite_splitter/* createSplitter */.W3)(splitter, await readDurations(durations));
    return (0,suite_splitter/* createSplitter */.W3)(splitter, await readDurations([(0,external_node_path_.join)(reportDirectory, 'results.json')]).catch(() => noDurations));
}
/** A workspace that was misspelt would be made, and be empty. @throws {InvalidInput} */
async function checkWorkspace(workspace) {
    const there = await (0,promises_.stat)(workspace).catch(() => undefined);
    if (!there?.isDirectory())
        throw new errors/* InvalidInput */.o9(`the workspace ${workspace} is ${there ? 'no directory' : 'not there'}`, '--workspace names the directory that holds your tests');
}
/** A value, or what is thrown instead, as a promise. */
async function soon(value) {
    return Promise.resolve().then(value);
}
/** Waits for all; when some found their input invalid, throws one error with everything that was found. */
async function allOrProblems(promises) {
    const settled = await Promise.allSettled(promises);
    const failures = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    const unexpected = failures.find((failure) => !(failure instanceof errors/* InvalidInput */.o9));
    if (unexpected)
        throw unexpected;
    const problems = failures;
    const [first] = problems;
    if (first && problems.length === 1)
        throw first;
    if (first)
        throw new errors/* InvalidInput */.o9(problems.map(({ message, hint }) => (hint ? `${message}\n  ${hint}` : message)).join('\n'), '');
    return settled.map((result) => result.value);
}


/***/ })

};
