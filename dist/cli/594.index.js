export const id = 594;
export const ids = [594];
export const modules = {

/***/ 19594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jenkinsCommand: () => (/* binding */ jenkinsCommand),
/* harmony export */   jenkinsRelease: () => (/* binding */ jenkinsRelease)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13735);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22257);
/* harmony import */ var _host_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11290);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72944);
/* harmony import */ var _report_results_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(53450);
/* harmony import */ var _print_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66764);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85985);
/* harmony import */ var _run_options_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92705);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(88070);












/** What the step has secrets for, and binds itself (vars/etos.groovy). */
const secretKinds = ['rabbitmq', 'jenkins', 'github', 'kubernetes', 'registry', 'encryption', 'cluster'];
const failOns = ['failure', 'error', 'never'];
/**
 * What the Jenkins library runs: reads `options.json` in a directory, carries the collection out, and writes what the pipeline has to know to `result`
 * there, a line `name=value` for each, because a pipeline had better not parse JSON (jenkins.md 2). Gives the exit code of `etos run`.
 */
async function jenkinsCommand(directory, face) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(face.directory, directory);
    let asked;
    try {
        asked = await readAsked(folder, face);
    }
    catch (error) {
        await writeResult(folder, { build: 'FAILURE', reason: inOneLine(error) });
        return (0,_print_error_js__WEBPACK_IMPORTED_MODULE_7__/* .printError */ .y)(error, face);
    }
    // For the clean-up, which may come before a killed run is dead.
    const onDirectory = (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, runFile), path);
    const end = await (0,_run_js__WEBPACK_IMPORTED_MODULE_10__/* .runAndShow */ ._)(asked.collection, asked.flags, face, onDirectory).catch((error) => {
        return { exitCode: (0,_print_error_js__WEBPACK_IMPORTED_MODULE_7__/* .printError */ .y)(error, face), redact: unchanged, error };
    });
    if ('finished' in end)
        sayWhatIsNotArchived(end.options, face);
    const result = 'error' in end ? { build: 'FAILURE', reason: inOneLine(end.error) } : resultOf(end, asked.failOn, face);
    await writeResult(folder, result, end.redact);
    return end.exitCode;
}
/** Steps of Jenkins find nothing outside the directory they are called in. */
function sayWhatIsNotArchived({ reportDirectory, artifactDirectory }, { directory, out }) {
    const places = { reportDir: reportDirectory, artifactDir: artifactDirectory };
    for (const [option, path] of Object.entries(places))
        if (!isBelow((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(directory, path)))
            out.write(`Nothing of ${path} is archived: it is not below ${directory}, where the steps of Jenkins look (${option})\n`);
}
/** Holds the directory of the run. */
const runFile = 'run';
/** Milliseconds in which a run that Jenkins has given up ends, or never. */
const lastMoments = 15_000;
/** Finishes what the run of these options left when it was killed, or given up by Jenkins while it was still ending what it had started. */
async function jenkinsRelease(directory, face) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(face.directory, directory);
    const { flags } = await readAsked(folder, face);
    const run = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, runFile), 'utf8').catch(() => '');
    const { clock, signal } = face;
    for (const until = clock.now() + lastMoments; run !== '' && clock.now() < until && (await (0,_release_release_js__WEBPACK_IMPORTED_MODULE_6__/* .isAlive */ ._n)(run));)
        await clock.sleep(200, signal);
    return (0,_release_js__WEBPACK_IMPORTED_MODULE_8__.releaseCommand)([], { workspace: flags.workspace ?? face.directory, verbose: 0 }, face);
}
async function readAsked(folder, face) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'options.json');
    const options = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8'));
    // Inside `dir('below') { … }` paths are meant from there; the variable WORKSPACE knows nothing of it.
    return readOptions({ workspace: face.directory, ...options });
}
/**
 * The options of the step: those of `etos run` by their camelCase names, `testSuite`, `failOn`.
 * @throws {InvalidInput} with all problems
 */
function readOptions(options) {
    const command = (0,_run_options_js__WEBPACK_IMPORTED_MODULE_9__/* .addClusterOptions */ .Mp)((0,_run_options_js__WEBPACK_IMPORTED_MODULE_9__/* .addOutputOptions */ .JW)((0,_run_options_js__WEBPACK_IMPORTED_MODULE_9__/* .addInputOptions */ .Sr)(new commander__WEBPACK_IMPORTED_MODULE_3__/* .Command */ .uB('etos').exitOverride().configureOutput({ writeErr: () => undefined }))));
    const byName = new Map(command.options.map((option) => [option.attributeName(), option]));
    const problems = [];
    const words = [];
    const { testSuite = null, failOn: rule = null, credentials = null, ...rest } = options;
    for (const [name, value] of Object.entries(rest)) {
        const option = byName.get(name);
        if (option === undefined) {
            const names = ['testSuite', 'credentials', 'failOn', 'programs', ...byName.keys()];
            problems.push(`there is no option "${name}"; expected ${names.join(', ')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(name, names)}`);
        }
        else if (value !== null)
            words.push(...wordsFor(option, value, problems));
    }
    if (testSuite !== null && typeof testSuite !== 'string')
        problems.push(`testSuite is ${JSON.stringify(testSuite)}; expected a path or a URL`);
    problems.push(...problemsOf(credentials));
    const failOn = rule === null ? 'error' : failOns.find((word) => word === rule);
    if (failOn === undefined) {
        const said = typeof rule === 'string' ? rule : JSON.stringify(rule);
        problems.push(`failOn is "${said}"; expected ${failOns.join(', ')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(said, failOns)}`);
    }
    if (problems.length > 0 || failOn === undefined)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9(problems.map((problem) => `etos: ${problem}`).join('\n'), 'See the help of the step: vars/etos.txt');
    command.parse(words, { from: 'user' });
    return { collection: typeof testSuite === 'string' ? testSuite : undefined, flags: command.opts(), failOn };
}
/** Bindings of one's own are not told to this program. */
function problemsOf(credentials) {
    const example = "[rabbitmq: 'id'], or a list of bindings";
    if (credentials === null)
        return [];
    if (typeof credentials !== 'object')
        return [`credentials is ${JSON.stringify(credentials)}; expected ${example}`];
    return Object.entries(credentials).flatMap(([kind, id]) => {
        if (!secretKinds.includes(kind))
            return [`credentials has "${kind}"; expected ${secretKinds.join(', ')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(kind, secretKinds)}`];
        return typeof id === 'string' && id !== '' ? [] : [`credentials.${kind} is ${JSON.stringify(id)}; expected the id of a credential`];
    });
}
/** An option as words of a command line. Joined by "=", so that no value is taken for another option. */
function wordsFor(option, value, problems) {
    const name = option.attributeName();
    const long = option.long ?? '';
    if (option.required) {
        return [value].flat().flatMap((one) => {
            const text = typeof one === 'string' ? one : JSON.stringify(one);
            if (text !== undefined && (typeof one !== 'object' || name === 'dataset'))
                return [`${long}=${text}`];
            problems.push(`${name} is ${text}; expected text`);
            return [];
        });
    }
    if (option.negate) {
        if (typeof value === 'boolean')
            return value ? [] : [long];
        problems.push(`${name} is ${JSON.stringify(value)}; expected true or false`);
        return [];
    }
    const times = typeof value === 'boolean' ? Number(value) : value;
    if (typeof times === 'number' && Number.isInteger(times) && times >= 0)
        return Array(times).fill(long);
    problems.push(`${name} is ${JSON.stringify(value)}; expected true, false or how many times`);
    return [];
}
function resultOf({ exitCode, finished, options }, failOn, { directory }) {
    const { results } = finished;
    const { verdict, conclusion, description } = results.outcome;
    const counts = (0,_report_results_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U)(results);
    const below = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(directory, path);
    const archived = [options.reportDirectory, options.artifactDirectory].map(below);
    return {
        build: buildResultOf(exitCode, failOn),
        reason: `ETOS ${verdict}: ${description}`,
        description: descriptionOf(results, counts),
        verdict,
        conclusion,
        ...counts,
        runId: results.run.id,
        reports: below(options.reportDirectory),
        artifacts: below(options.artifactDirectory),
        results: below((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.reportDirectory, 'results.json')),
        summary: below((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.reportDirectory, 'summary.md')),
        // Steps of Jenkins find nothing outside the directory they are called in.
        junit: isBelow(below(options.reportDirectory)) ? below((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.reportDirectory, 'junit.xml')) : '',
        archive: archived
            .filter(isBelow)
            .map((path) => `${path}/**`)
            .join(','),
    };
}
/** Tests that failed are no failure of the build but make it unstable (jenkins.md 6), unless somebody wants it otherwise. */
function buildResultOf(exitCode, failOn) {
    if (exitCode === 0)
        return 'SUCCESS';
    if (exitCode === 1)
        return failOn === 'failure' ? 'FAILURE' : failOn === 'error' ? 'UNSTABLE' : 'SUCCESS';
    return exitCode === 3 && failOn === 'never' ? 'UNSTABLE' : 'FAILURE';
}
function descriptionOf({ outcome }, { passed, failed, inconclusive, notRun, skipped }) {
    const others = [
        [failed, 'failed'],
        [inconclusive, 'inconclusive'],
        [notRun, 'not run'],
        [skipped, 'skipped'],
    ];
    return `ETOS ${outcome.verdict}: ${[`${passed} passed`, ...others.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`)].join(', ')}`;
}
function isBelow(path) {
    return path !== '' && !path.startsWith('..') && !path.startsWith('/');
}
function inOneLine(error) {
    return error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Cancelled */ .cJ ? error.message : (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error);
}
const unchanged = (text) => text;
async function writeResult(folder, values, redact = unchanged) {
    const lines = Object.entries(values).map(([name, value]) => `${name}=${redact(String(value)).replace(/\s*[\r\n]+\s*/g, '; ')}\n`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'result'), lines.join(''));
}


/***/ }),

/***/ 85985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releaseCommand: () => (/* binding */ releaseCommand)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22257);
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45194);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56163);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72944);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41856);
/* harmony import */ var _step_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77214);
/* harmony import */ var _log_level_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86685);
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









/** `etos release`: finishes what killed runs left. Exit code 0 when nothing is left, 3 when something could not be released. */
async function releaseCommand(named, { workspace, verbose }, face) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, clock, signal, out, err } = face;
        const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(face.directory, workspace ?? (environment.WORKSPACE || '.'));
        const runs = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_5__/* .runsIn */ .UN)(home);
        const directories = named.length > 0 ? await Promise.all(named.map((path) => runDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(face.directory, path)))) : await (0,_release_release_js__WEBPACK_IMPORTED_MODULE_4__/* .runDirectories */ .$N)(runs);
        if (directories.length === 0) {
            out.write(`Nothing to release: no run left anything in ${runs}\n`);
            return 0;
        }
        const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_7__/* .createLog */ .h)({ level: (0,_log_level_js__WEBPACK_IMPORTED_MODULE_8__/* .levelOf */ .I)(verbose), write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`) });
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_3__/* .createHttpClient */ .u)({ log, environment, clock }), true);
        const released = await (0,_release_release_js__WEBPACK_IMPORTED_MODULE_4__/* .release */ ._r)(directories, { environment, http, clock, log, signal });
        for (const one of released) {
            const [lines, problems] = inWords(one);
            out.write(log.redact(lines.map((line) => `${line}\n`).join('')));
            err.write(log.redact(problems.map((line) => `error: ${line}\n`).join('')));
        }
        return released.some(({ refused }) => refused.length > 0) ? 3 : 0;
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
/** A directory that is removed afterwards had better be the one of a run. */
async function runDirectory(path) {
    const journal = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'journal.ndjson')).catch(() => undefined);
    if (journal?.isFile())
        return path;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`${path} is not the directory of a run: there is no journal.ndjson in it`, 'Runs are in <workspace>/.etos/runs; without a directory all of them are released');
}
function inWords({ directory, alive, done, refused }) {
    if (alive)
        return [[`${directory}: the run is still going on, nothing was touched`], []];
    const lines = done.length > 0 ? done.map((line) => `${directory}: ${line}`) : refused.length === 0 ? [`${directory}: nothing was left`] : [];
    return [
        lines,
        refused.length === 0
            ? []
            : [
                ...refused.map((line) => `${directory}: ${line}`),
                `${directory}: ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .amount */ .v)(refused.length, 'thing')} left; etos release tries again`,
            ],
    ];
}


/***/ })

};
