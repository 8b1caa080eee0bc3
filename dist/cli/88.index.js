export const id = 88;
export const ids = [88];
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

/***/ 74088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _collection_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92848);
/* harmony import */ var _collection_mistaken_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(85226);
/* harmony import */ var _collection_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84685);
/* harmony import */ var _collection_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96864);
/* harmony import */ var _environment_dataset_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36923);
/* harmony import */ var _environment_provider_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59581);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22257);
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45194);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56163);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39874);
/* harmony import */ var _run_references_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28813);
/* harmony import */ var _print_error_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66764);
/* harmony import */ var _step_lines_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(77214);
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













/** `etos validate`: says of each file what it is, or everything that is wrong with it. Exit code 2 when one of them is not valid. */
async function validateCommand(files, { dataset }, face) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, clock, signal, directory, out, err } = face;
        const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_11__/* .createLog */ .h)({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_6__/* .createHttpClient */ .u)({ log, environment, clock }), true);
        const names = (0,_environment_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .datasetNames */ .Zy)(await (0,_environment_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .readDatasets */ .qy)(dataset.map((text) => (0,_run_references_js__WEBPACK_IMPORTED_MODULE_8__/* .datasetReference */ .e2)(text, directory)), directory));
        let exitCode = 0;
        for (const file of files) {
            try {
                const { text, name } = await (0,_collection_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadText */ .E)(file, { http, signal, workspace: directory });
                const { valid, warnings } = await describe(text, name, names);
                for (const warning of warnings)
                    err.write(`warning: ${warning}\n`);
                out.write(`${name}: ${valid}\n`);
            }
            catch (error) {
                signal.throwIfAborted();
                if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .EtosError */ .Ss))
                    throw error;
                exitCode = Math.max(exitCode, (0,_print_error_js__WEBPACK_IMPORTED_MODULE_9__/* .printError */ .y)(error, { err }));
            }
        }
        return exitCode;
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
async function describe(text, name, names) {
    const document = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parsePlain */ .eE)(text, name);
    // A collection is a list; what is surely meant for one, a suite without its brackets or an event, is better told so than as a provider.
    if (typeof document === 'object' && document !== null && !Array.isArray(document) && (0,_collection_mistaken_js__WEBPACK_IMPORTED_MODULE_12__/* .mistakenFor */ .e)(document) === undefined) {
        const provider = await (0,_environment_provider_file_js__WEBPACK_IMPORTED_MODULE_4__/* .parseProvider */ .te)(text, name, { names });
        return {
            valid: `a valid ${provider.kind} provider, "${provider.id}"`,
            warnings: (0,_collection_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .printProblems */ .Mr)((0,_collection_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .repetitions */ .Xu)(text, document), text, name),
        };
    }
    const { collection, warnings } = await (0,_collection_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .validate */ .t)(text, name);
    const recipes = collection.suites.reduce((sum, suite) => sum + suite.recipes.length, 0);
    return { valid: `a valid test collection of ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_10__/* .amount */ .v)(collection.suites.length, 'suite')} and ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_10__/* .amount */ .v)(recipes, 'recipe')}`, warnings };
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


/***/ })

};
