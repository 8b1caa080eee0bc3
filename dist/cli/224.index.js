export const id = 224;
export const ids = [224];
export const modules = {

/***/ 1872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ encodePart),
/* harmony export */   a: () => (/* binding */ parseIdentity)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

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

/***/ 2379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ printSubSuite),
/* harmony export */   wI: () => (/* binding */ printRecipe)
/* harmony export */ });
/* unused harmony exports parseSubSuite, readSubSuite */
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7412);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(805);
/* harmony import */ var _recipe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7492);






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

/***/ 6923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JP: () => (/* binding */ readDataset),
/* harmony export */   Oh: () => (/* binding */ datasetFor),
/* harmony export */   mW: () => (/* binding */ suiteValue),
/* harmony export */   xO: () => (/* binding */ maximumAmount)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _documents_sub_suite_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2379);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2257);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5020);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7412);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(805);







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
        ['identity', (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_4__/* .identityValue */ .qC)(facts.identity)],
        ['artifact_id', facts.artifactId],
        ['context', facts.context],
        ['custom_data', []],
        ['uuid', globalThis.crypto.randomUUID()],
        ['config', new Map()],
        ['environment', (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .fromPlain */ .bM)(facts.environment)],
        ['artifact_created', facts.artifactCreated],
        ['artifact_published', null],
        ['tercc', facts.tercc],
        ['local', facts.local()],
        ['dataset', dataset],
        ...dataset,
    ]);
}
/**
 * The user's dataset from what was given: JSON objects, or `@file` with one in it; later members win.
 * @throws {InvalidInput}
 */
async function readDataset(given, workspace) {
    const merged = new Map();
    for (const text of given) {
        const source = text.startsWith('@') ? text.slice(1) : 'dataset';
        const value = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text.startsWith('@') ? await read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, source), source) : text, source);
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value))
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source}: the dataset is not a JSON object`, 'Example: --dataset \'{"maximum_amount": 4}\' or --dataset @dataset.json');
        for (const [name, member] of value)
            merged.set(name, member);
    }
    return merged;
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
    const amount = Number(given);
    if (Number.isInteger(amount) && amount >= 1)
        return amount;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} is ${JSON.stringify(given)}; expected a whole number from 1`, 'It limits how many IUTs a suite is split over');
}
async function read(path, source) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`dataset ${source} cannot be read: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Give JSON, or @ and the path of a JSON file');
    }
}


/***/ }),

/***/ 6667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rowsOf)
/* harmony export */ });
/** All test cases in the order of the results. A suite or sub suite without any has a row of its own, so that its outcome is not lost. */
function rowsOf({ suites }) {
    return suites.flatMap((suite) => {
        const rows = [
            ...suite.subSuites.flatMap((subSuite) => rowsOfSubSuite(suite, subSuite)),
            ...suite.notRun.map((recipe) => rowOf(recipe, suite.name, '', suite.outcome.description)),
        ];
        if (rows.length > 0)
            return rows;
        const { verdict, description } = suite.outcome;
        return [{ suite: suite.name, subSuite: '', verdict, description, ...span(suite) }];
    });
}
function rowsOfSubSuite(suite, subSuite) {
    const rows = subSuite.recipes.map((recipe) => rowOf(recipe, suite.name, subSuite.name, subSuite.outcome.description));
    const { verdict, description } = subSuite.outcome;
    const told = verdict === 'PASSED' || rows.some((row) => row.verdict === 'FAILED' || row.verdict === 'INCONCLUSIVE');
    if (rows.length > 0 && told)
        return rows;
    // It did not pass though none of its test cases says so: it broke before, between or after them.
    const own = { suite: suite.name, subSuite: subSuite.name, verdict, description, ...span(subSuite) };
    return [...rows, { ...own, ...(subSuite.console !== undefined && { log: subSuite.console }) }];
}
function rowOf(result, suite, subSuite, reason) {
    const { testCase, outcome, log } = result;
    return {
        suite,
        subSuite,
        testCase: testCase.id,
        ...(outcome === 'NOT_RUN' ? { verdict: outcome, description: reason } : { verdict: outcome.verdict, description: outcome.description }),
        ...span(result),
        ...(log !== undefined && { log }),
    };
}
function span({ started, finished }) {
    return started === undefined || finished === undefined ? {} : { duration: Math.max(0, finished - started) };
}


/***/ }),

/***/ 1008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e4: () => (/* binding */ printTable),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var string_width__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3576);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6726);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6667);



const headings = ['SUITE', 'SUB SUITE', 'RECIPE', 'VERDICT', 'DURATION', 'LOG'];
// A column is not made narrower than this for the sake of another.
const least = 8;
// Of a path the end says most, of a name the beginning.
const keepsEnd = [false, false, false, false, false, true];
const shrinks = [true, true, true, false, false, true];
const gap = '  ';
/**
 * The table of the terminal: suite, sub suite, recipe, verdict, duration, log; a line each, without the last newline.
 * @param columns width of the terminal; without it nothing is cut
 */
function printTable(results, columns = Infinity) {
    const lines = [
        headings,
        ...(0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .R)(results).map(({ suite, subSuite, testCase, verdict, duration, log }) => [
            suite,
            subSuite || '-',
            testCase ?? '-',
            verdict,
            duration === undefined ? '-' : (0,_host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r)(duration),
            log ?? '-',
        ]),
    ].map((cells) => cells.map(printable));
    const widths = fit(headings.map((_, n) => lines.reduce((width, cells) => Math.max(width, (0,string_width__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(cells[n] ?? '')), 0)), columns - gap.length * (headings.length - 1));
    return lines
        .map((cells) => cells
        .map((cell, n) => {
        const shown = truncate(cell, widths[n] ?? 0, keepsEnd[n]);
        return shown + ' '.repeat(Math.max(0, (widths[n] ?? 0) - (0,string_width__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(shown)));
    })
        .join(gap)
        .trimEnd())
        .join('\n');
}
/** Takes what is too much from the widest column that may shrink, one by one, so that narrow ones keep their whole text. */
function fit(widths, available) {
    const fitted = [...widths];
    const total = () => fitted.reduce((sum, width) => sum + width, 0);
    while (total() > available) {
        const candidates = fitted.map((width, n) => (shrinks[n] === true && width > least ? width : 0));
        const widest = Math.max(...candidates);
        if (widest === 0)
            break;
        const second = Math.max(least, ...candidates.filter((width) => width < widest));
        const alike = candidates.filter((width) => width === widest).length;
        const each = Math.max(1, Math.min(widest - second, Math.floor((total() - available) / alike)));
        let left = total() - available;
        candidates.forEach((width, n) => {
            if (width !== widest || left <= 0)
                return;
            fitted[n] = width - Math.min(each, left);
            left -= each;
        });
    }
    return fitted;
}
/** A text cut to a width on the terminal, with `…` where something is missing; never through a character. */
function truncate(text, width, keepEnd = false) {
    if ((0,string_width__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(text) <= width)
        return text;
    if (width < 1)
        return '';
    const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    if (keepEnd)
        characters.reverse();
    const kept = [];
    let left = width - 1;
    for (const character of characters) {
        left -= (0,string_width__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(character);
        if (left < 0)
            break;
        kept.push(character);
    }
    return keepEnd ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}
/** A name as a terminal may have it: control characters, and with them whatever would move the cursor or colour the rest, shown as such. */
function printable(text) {
    // eslint-disable-next-line no-control-regex -- these are what is replaced
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}


/***/ }),

/***/ 7414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ chooseSpaces),
/* harmony export */   GO: () => (/* binding */ findEngine),
/* harmony export */   If: () => (/* binding */ localDataset),
/* harmony export */   kx: () => (/* binding */ programPath),
/* harmony export */   qH: () => (/* binding */ localPolicy)
/* harmony export */ });
/* unused harmony export noImage */
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2616);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2257);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(805);





/** The reserved TEST_RUNNER: no image, the machine itself. */
const noImage = 'process';
// An engine that does not answer a ping in this time would not be of use either; it must not hold up a run that does without.
const patience = 3_000;
/** Asks the engine for a sign of life. @throws the signal's reason */
async function findEngine(environment, signal) {
    try {
        const engine = (0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .engineFrom */ .Z)(environment);
        const { apiVersion } = await engine.ping({ limit: patience, signal });
        return { apiVersion, address: engine.address.url };
    }
    catch (error) {
        signal.throwIfAborted();
        return { absent: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
    }
}
/**
 * Chooses between Docker and the machine itself.
 * @param provider the execution space provider: the built-in `default` leaves the choice to us, `docker` and `process` demand one, any other starts its
 *   test runners elsewhere
 * @throws {InvalidInput} Docker is demanded and no engine answers, or a recipe wants no image
 */
function chooseSpaces(provider, engine, testRunners) {
    const spaceOfOthers = (testRunner) => ('absent' in engine || testRunner === noImage ? 'process' : 'docker');
    if (provider.text !== '')
        return { text: `provider "${provider.id}" (${provider.source})`, spaceFor: spaceOfOthers };
    const images = testRunners.filter((testRunner) => testRunner !== noImage);
    if (provider.id === 'process')
        return { text: 'this machine, because the execution space "process" was asked for', spaceFor: () => 'process' };
    if ('absent' in engine) {
        if (provider.id === 'docker')
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the execution space "docker" was asked for, but no Docker engine answers: ${engine.absent}`, 'Start the engine, set DOCKER_HOST, or use --execution-space-provider process');
        return { text: `this machine, because no Docker engine answers (${engine.absent})`, spaceFor: () => 'process' };
    }
    const docker = `Docker at ${engine.address} (API ${engine.apiVersion})`;
    if (provider.id === 'docker') {
        if (images.length < testRunners.length) {
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`TEST_RUNNER "${noImage}" asks for no image, but the execution space "docker" was asked for`, 'Name an image as TEST_RUNNER, or leave the choice: --execution-space-provider default');
        }
        return { text: `${docker}, because it was asked for`, spaceFor: () => 'docker' };
    }
    const spaceFor = (testRunner) => (testRunner === noImage ? 'process' : 'docker');
    if (images.length === 0)
        return { text: `this machine, because TEST_RUNNER "${noImage}" asks for no image (${docker} answers)`, spaceFor };
    if (images.length < testRunners.length)
        return { text: `${docker}; this machine for TEST_RUNNER "${noImage}"`, spaceFor };
    return { text: `${docker}, because it answers`, spaceFor };
}
/** Where the workspace is mounted in containers. */
const sourceInContainer = '/etos/source';
/** The dataset's `local`: what the built-in providers read (providers/). One for each sub suite. */
function localDataset(spaceFor, { serverRoot, workspace, iuts }) {
    const docker = {
        url: `${serverRoot}/delegation/docker/build`,
        environment: { ETOS_SOURCE_DIR: sourceInContainer, ...ownServer(serverRoot) },
        // The long form: a colon in the path would end a short one early.
        parameters: { '--mount': `type=bind,${inCsv(`source=${workspace}`)},target=${sourceInContainer},readonly` },
    };
    const machine = { url: `${serverRoot}/delegation/process/build`, environment: { ETOS_SOURCE_DIR: workspace, ...ownServer(serverRoot) }, parameters: {} };
    return (subSuite) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_4__/* .fromPlain */ .bM)({
        iuts,
        livelogs: `${serverRoot}/live/${subSuite?.subSuiteId ?? ''}`,
        upload: `${serverRoot}/log/{main_suite_id}/{sub_suite_id}/{name}`,
        spaces: { docker, process: machine, default: spaceFor(subSuite?.testRunner ?? noImage) === 'docker' ? docker : machine },
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
/** The delegation policy of local runs (delegation.md 6): nothing beyond the default but reading the workspace. */
function localPolicy(workspace) {
    return { binds: [{ source: workspace, writable: false }] };
}
/**
 * The committed bundle of another program, beside the one that runs: `dist/<name>/index.js`, from sources and bundles alike; from the
 * one-file bundles for Jenkins, which are `.mjs`, their neighbour.
 */
function programPath(name) {
    const own = (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(import.meta.url);
    if (own.endsWith('.mjs'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(own), `etos-${name}.mjs`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(own), '..', '..', 'dist', name, 'index.js');
}


/***/ }),

/***/ 2765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/collection/load.js
var load = __webpack_require__(2848);
// EXTERNAL MODULE: ./src/environment/dataset.js
var environment_dataset = __webpack_require__(6923);
// EXTERNAL MODULE: ./src/environment/provider-file.js + 7 modules
var provider_file = __webpack_require__(4899);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/suite/split.js + 1 modules
var split = __webpack_require__(5945);
;// CONCATENATED MODULE: ./src/suite/plan.js
// The suite runner: carries out the suites of a collection. In: suites, the environment provider, a bus. Out: outcomes; everything else is said
// by events. What a recipe does, where a delegation runs and how results are shown do not belong here.

/**
 * Plans a collection; pure.
 * @param maximumAmount the most IUTs that one suite may use; without it as many as it has recipes
 */
function plan(suites, { maximumAmount } = {}) {
    return {
        suites: suites.map(({ name, priority, recipes }) => ({
            name,
            priority,
            groups: (0,split/* groupByTestRunner */.l)(recipes),
            maximumIuts: Math.min(maximumAmount ?? recipes.length, recipes.length),
        })),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/documents/identity.js
var identity = __webpack_require__(1872);
;// CONCATENATED MODULE: ./src/run/identity.js




/**
 * The identity of the item under test: as given, else made from what the CI system says of its checkout (GitHub, Jenkins), else from the git
 * checkout in the workspace, else `pkg:generic/<directory name>`. @throws {InvalidInput} when the one given is no package URL
 */
async function identityOf(given, { workspace, environment, signal }) {
    return (0,identity/* parseIdentity */.a)(given ?? ofGitHub(environment) ?? ofJenkins(environment) ?? (await ofCheckout(workspace, signal)) ?? generic((0,external_node_path_.basename)(workspace)));
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
            const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', ['-C', workspace, ...args], { timeout: 5_000, signal });
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
    return remote ? ofRemote(remote, commit) : generic((0,external_node_path_.basename)(workspace), commit);
}
/** `git@host:owner/name.git`, `ssh://…`, `https://…`: hosts that package URLs have a type for get it, others become `generic`. */
function ofRemote(remote, commit) {
    const path = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/*$/i.exec(remote);
    const [, host = '', name = (0,external_node_path_.basename)(remote)] = path ?? [];
    const segments = name.split('/').filter((segment) => segment !== '');
    const type = { 'github.com': 'github', 'bitbucket.org': 'bitbucket' }[host.toLowerCase()];
    const own = type ? segments.map((segment) => segment.toLowerCase()) : segments.slice(-1);
    return `pkg:${type ?? 'generic'}/${own.map(identity/* encodePart */.Q).join('/')}${commit ? `@${(0,identity/* encodePart */.Q)(commit)}` : ''}`;
}
function generic(name, version) {
    return `pkg:generic/${(0,identity/* encodePart */.Q)(name) || 'workspace'}${version ? `@${(0,identity/* encodePart */.Q)(version)}` : ''}`;
}

// EXTERNAL MODULE: ./src/run/local-spaces.js
var local_spaces = __webpack_require__(7414);
;// CONCATENATED MODULE: ./src/run/prepare.js








/** Reads and checks all that a run was given. @throws {InvalidInput} with the problems of every input together */
async function prepare(options, { environment, http, signal }) {
    const { workspace } = options;
    const loading = { directory: (0,external_node_path_.resolve)(workspace, options.providersDirectory), workspace, http, signal };
    const [loaded, identity, dataset, iut, logArea, executionSpace, engine] = await allOrProblems([
        (0,load/* loadCollection */.Z)(options.collection, { http, signal, workspace }),
        identityOf(options.identity, { workspace, environment, signal }),
        (0,environment_dataset/* readDataset */.JP)(options.dataset, workspace),
        loadJsontas('iut', options.iutProvider, loading),
        loadJsontas('log-area', options.logAreaProvider, loading),
        loadJsontas('execution-space', options.executionSpaceProvider, loading),
        (0,local_spaces/* findEngine */.GO)(environment, signal),
    ]);
    const { collection, warnings } = loaded;
    const most = (0,environment_dataset/* maximumAmount */.xO)(dataset, environment);
    const planned = plan(collection.suites, most === undefined ? {} : { maximumAmount: most });
    const testRunners = [...new Set(planned.suites.flatMap(({ groups }) => groups.map(({ testRunner }) => testRunner)))];
    return {
        collection,
        warnings,
        identity,
        dataset,
        maximumAmount: most,
        providers: { iut, 'log-area': logArea, 'execution-space': executionSpace },
        plan: planned,
        engine,
        spaces: (0,local_spaces/* chooseSpaces */.$S)(executionSpace, engine, testRunners),
    };
}
async function loadJsontas(kind, reference, loading) {
    const provider = await (0,provider_file/* loadProvider */.Cg)(kind, reference, loading);
    if (provider.type === 'jsontas')
        return provider;
    throw new errors/* InvalidInput */.o9(`${provider.source}: ${kind} provider "${provider.id}" is external, which is not supported`, 'Use a JSONTas provider');
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


/***/ }),

/***/ 5945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ groupByTestRunner),
  E: () => (/* binding */ split)
});

;// CONCATENATED MODULE: ./src/host/round.js
/** Rounds half to even, as Python's `round` does: 0.5 gives 0, 1.5 gives 2. */
function roundHalfToEven(value) {
    const below = Math.floor(value);
    const rest = value - below;
    if (rest !== 0.5)
        return Math.round(value);
    return below % 2 === 0 ? below : below + 1;
}

;// CONCATENATED MODULE: ./src/suite/split.js

/** The recipes by test runner, in the order in which the runners are first named (etos.md 4.4). */
function groupByTestRunner(recipes) {
    const groups = new Map();
    for (const recipe of recipes) {
        const group = groups.get(recipe.testRunner);
        if (group)
            group.push(recipe);
        else
            groups.set(recipe.testRunner, [recipe]);
    }
    return [...groups].map(([testRunner, own]) => ({ testRunner, recipes: own }));
}
/**
 * Splits groups over IUTs as the released services do (etos.md 4.4): an IUT serves one test runner, recipes are dealt round robin.
 * @param iuts in the order of check-out
 * @returns one share for each IUT in use, runners in order, then IUTs in order. A runner for which no IUT was left has none: it waits for
 *   the next round of IUTs.
 */
function split(groups, iuts) {
    const all = groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
    const quotas = groups.map(({ recipes }) => quota(recipes.length, all, iuts.length));
    const hands = deal(iuts, quotas);
    return groups.flatMap((group, g) => roundRobin(group, hands[g] ?? []));
}
function quota(recipes, all, iuts) {
    // Half to even, as Python rounds: in a mixed deployment both sides must split alike.
    return Math.min(Math.max(roundHalfToEven((iuts * recipes) / all), 1), recipes);
}
/** Hands out IUTs: over the runners in order, again and again, each takes the next while it has fewer than its quota. */
function deal(iuts, quotas) {
    const hands = quotas.map(() => []);
    const left = [...iuts];
    while (left.length > 0 && hands.some((hand, g) => hand.length < (quotas[g] ?? 0))) {
        for (const [g, hand] of hands.entries()) {
            if (hand.length < (quotas[g] ?? 0))
                hand.push(...left.splice(0, 1));
        }
    }
    return hands;
}
function roundRobin({ testRunner, recipes }, hand) {
    return hand.map((iut, n) => ({ iut, testRunner, recipes: recipes.filter((_, i) => i % hand.length === n) }));
}


/***/ })

};
