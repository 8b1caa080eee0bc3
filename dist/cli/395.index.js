export const id = 395;
export const ids = [395];
export const modules = {

/***/ 40245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planCommand: () => (/* binding */ planCommand)
/* harmony export */ });
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45194);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56163);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73251);
/* harmony import */ var _run_prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83451);
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

/***/ 87414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ chooseSpaces),
/* harmony export */   GO: () => (/* binding */ findEngine),
/* harmony export */   If: () => (/* binding */ localDataset),
/* harmony export */   Ue: () => (/* binding */ testRunnerFiles),
/* harmony export */   kx: () => (/* binding */ programPath),
/* harmony export */   qH: () => (/* binding */ localPolicy)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _docker_create_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97055);
/* harmony import */ var _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87492);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22257);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40805);






// An engine that does not answer a ping in this time would not be of use either; it must not hold up a run that does without.
const patience = 3_000;
/** Asks the engine for a sign of life. @throws the signal's reason */
async function findEngine(environment, signal) {
    try {
        const engine = (0,_docker_create_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .engineFrom */ .Z)(environment);
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
    const present = !('absent' in engine);
    const inDocker = (testRunner) => (present && testRunner !== _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$ ? 'docker' : 'process');
    // A file of the user's, or a ready-made one, says itself where its test runners are started.
    if (provider.text !== '' || !isLocal(provider.id))
        return {
            text: `provider "${provider.id}" (${provider.source})`,
            warnings: testRunners.includes(_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$)
                ? [
                    `TEST_RUNNER "${_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$}" asks for no image, but execution space provider "${provider.id}" gets "${_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$}" as the image to start`,
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
    const images = testRunners.filter((testRunner) => testRunner !== _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$);
    const onMachine = () => 'process';
    if (asked === 'process')
        return { text: 'this machine, because the execution space "process" was asked for', spaceFor: onMachine };
    if ('absent' in engine) {
        if (asked === 'docker')
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the execution space "docker" was asked for, but no Docker engine answers: ${engine.absent}`, 'Start the engine, set DOCKER_HOST, or use --execution-space-provider process');
        return { text: `this machine, because no Docker engine answers (${engine.absent})`, spaceFor: onMachine };
    }
    const docker = `Docker at ${engine.address} (API ${engine.apiVersion})`;
    if (asked === 'docker') {
        if (images.length < testRunners.length)
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`TEST_RUNNER "${_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$}" asks for no image, but the execution space "docker" was asked for`, 'Name an image as TEST_RUNNER, or leave the choice: --execution-space-provider default');
        return { text: `${docker}, because it was asked for`, spaceFor: () => 'docker' };
    }
    if (testRunners.length > 0 && images.length === 0)
        return { text: `this machine, because TEST_RUNNER "${_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$}" asks for no image (${docker} answers)`, spaceFor: inDocker };
    if (images.length < testRunners.length)
        return { text: `${docker}; this machine for TEST_RUNNER "${_documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$}"`, spaceFor: inDocker };
    return { text: `${docker}, because it answers`, spaceFor: inDocker };
}
function placeIn(space, testRunner) {
    if (space === 'docker')
        return testRunner;
    return testRunner === _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$ ? 'this machine' : `this machine, without the image ${testRunner}`;
}
/** Where the workspace is mounted in containers. */
const sourceInContainer = '/etos/source';
/** The variables that name files of a test runner, and where else they mean nothing. */
const fileVariables = ['TEST_REGEX', 'VERDICT_RULES_FILE'];
/** The files that the user's variables name, as test runners find them: relative ones are looked for in the workspace (etos.md 6.1). */
function testRunnerFiles(environment, workspace) {
    const named = fileVariables.flatMap((name) => (environment[name] ? [[name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, environment[name])]] : []));
    const below = named.map(([name, path]) => [name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path)]);
    const isInside = (path) => path !== '..' && !path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path);
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
    return (subSuite) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .fromPlain */ .bM)({
        iuts,
        livelogs: `${serverRoot}/live/${subSuite?.subSuiteId ?? ''}`,
        // Not by the two ids that are in it: test runners of 2021 know this name alone (etos.md 6.5).
        upload: `${serverRoot}/log/{folder}/{name}`,
        spaces: { docker, process: machine, default: spaceFor(subSuite?.testRunner ?? _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$) === 'docker' ? docker : machine },
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
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(own), name === 'cli' ? 'etos.mjs' : `etos-${name}.mjs`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(own), '..', '..', 'dist', name, 'index.js');
}


/***/ })

};
