export const id = 245;
export const ids = [245];
export const modules = {

/***/ 40245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planCommand: () => (/* binding */ planCommand)
/* harmony export */ });
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45194);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56163);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73251);
/* harmony import */ var _run_prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39528);
/* harmony import */ var _suite_splitter_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9569);
/* harmony import */ var _run_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92705);
/* harmony import */ var _step_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77214);
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







/** `etos plan`: what `etos run` would carry out where. Everything is read and checked as for a run; nothing is started or checked out. */
async function planCommand(collection, flags, face) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, clock, signal, out, err } = face;
        const options = (0,_run_options_js__WEBPACK_IMPORTED_MODULE_2__/* .runOptions */ .Ku)(collection, { ...flags, artifactDir: 'artifacts', reportDir: 'reports', tty: false, verbose: 0 }, face);
        const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_4__/* .createLog */ .h)({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createHttpClient */ .u)({ log, environment, clock }), true);
        const prepared = await (0,_run_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .iA)(options, { environment, http, signal });
        for (const warning of prepared.warnings)
            err.write(`warning: ${warning}\n`);
        out.write(log.redact(`${printPlan(prepared).map(_report_printable_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g).join('\n')}\n`));
        return 0;
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
function printPlan(prepared) {
    const { collection, identity, providers, spaces, plan } = prepared;
    const recipes = plan.suites.reduce((sum, suite) => sum + recipesOf(suite.groups), 0);
    return [
        `Collection:        ${collection.source}, ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .v)(plan.suites.length, 'suite')}, ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .v)(recipes, 'recipe')}`,
        `Item under test:   ${identity.text}`,
        `Execution space:   ${spaces.text}`,
        ...['iut', 'execution-space', 'log-area'].map((kind) => `${`${titles[kind]} provider:`.padEnd(18)} ${providers[kind].id} (${providers[kind].text === '' ? 'built in' : providers[kind].source})`),
        ...plan.suites.flatMap((suite, n) => ['', ...printSuite(suite, n, prepared)]),
    ];
}
const titles = { iut: 'IUT', 'execution-space': 'Space', 'log-area': 'Log area' };
function printSuite(suite, n, { providers, spaces, maximumAmounts, splitter }) {
    const head = `${suite.name}: ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .v)(recipesOf(suite.groups), 'recipe')}`;
    if (suite.groups.length === 0)
        return [`${head}; the suite ends INCONCLUSIVE`];
    // The built-in provider makes as many IUTs as are asked for; of any other only a check-out would tell.
    if (providers.iut.text === '') {
        return [
            head,
            ...subSuites(suite, { atOnce: maximumAmounts[n] ?? 1, splitter }).flatMap(({ name, testRunner, recipes }) => [
                `  ${name} on ${spaces.placeOf(testRunner)}`,
                ...recipes.map(({ testCase }) => `    ${testCase.id}`),
            ]),
        ];
    }
    return [
        `${head}, over as many IUTs as "${providers.iut.id}" has, at most ${suite.maximumIuts} at once`,
        ...suite.groups.flatMap(({ testRunner, recipes }) => [
            `  on ${spaces.placeOf(testRunner)}`,
            ...recipes.map(({ testCase }) => `    ${testCase.id}`),
        ]),
    ];
}
/** The sub suites in the order in which they get their names: a test runner that gets no IUT waits for the next round (etos.md 4.4). */
function subSuites({ name, groups, maximumIuts }, { atOnce, splitter }) {
    const shares = [];
    for (let left = groups; left.length > 0;) {
        const iuts = Array.from({ length: Math.min(atOnce, maximumIuts, recipesOf(left)) }, (_, n) => n);
        const round = splitter(left, iuts);
        shares.push(...round);
        left = (0,_suite_splitter_js__WEBPACK_IMPORTED_MODULE_6__/* .leftOf */ .lC)(left, round);
    }
    return shares.map((share, n) => ({ ...share, name: `${name}_SubSuite_${n}` }));
}
function recipesOf(groups) {
    return groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
}


/***/ })

};
