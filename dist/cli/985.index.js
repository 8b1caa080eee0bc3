export const id = 985;
export const ids = [985];
export const modules = {

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


/***/ }),

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
