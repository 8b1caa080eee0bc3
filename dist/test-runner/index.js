#!/usr/bin/env node
/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 3220:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: function() { return /* binding */ carryOut; }
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./src/host/duration.js
var duration = __nccwpck_require__(8694);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:path/posix"
var posix_namespaceObject = require("node:path/posix");
// EXTERNAL MODULE: ./src/host/clock.js
var host_clock = __nccwpck_require__(6726);
;// CONCATENATED MODULE: ./src/test-runner/exit.js

/** The exit code as a shell reports it: 128 + n for a command that signal n ended. */
function exitCodeOf(exit) {
    return 'code' in exit ? exit.code : 128 + external_node_os_.constants.signals[exit.killedBy];
}
/** `exit code 3`, `signal SIGKILL`: for people. */
function describeExit(exit) {
    return 'code' in exit ? `exit code ${exit.code}` : `signal ${exit.killedBy}`;
}

;// CONCATENATED MODULE: ./src/test-runner/python-text.js
/** A list of texts as Python prints it, for messages that others know by their words: `['git clone x', "it's"]`. */
function pythonList(texts) {
    return `[${texts.map(pythonText).join(', ')}]`;
}
function pythonText(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const escaped = text.replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c] ?? c);
    return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

;// CONCATENATED MODULE: ./src/test-runner/secret-names.js
// The names under which people keep secrets. Some are lower-case: of package managers, of Python programs.
const words = ['SECRET', 'TOKEN', 'PASSWORD', 'PASSWD', 'PASSPHRASE', 'CREDENTIAL', 'PRIVATE', 'API_?KEY', 'ACCESS_?KEY'];
const inAnyCase = words.join('|').replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`);
/** Matches a variable's name that sounds secret; the source of a regular expression, here and for `sed -E` alike. It has one group. */
const secretName = `[A-Za-z0-9_]*(${inAnyCase})[A-Za-z0-9_]*`;
/** What is shown of their values. */
const hiddenValue = '*********';
// A word of a shell: bare characters, quoted pieces, substitutions.
const word = String.raw `(?:'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|\$\([^)]*\)|[^\s;&|()'"\\])*`;
const assignment = new RegExp(`(?<![A-Za-z0-9_$])(${secretName})=${word}`, 'g');
/** A script as it may be shown to many: what is assigned to names that sound secret is hidden. */
function withoutSecrets(script) {
    return script.replace(assignment, `$1=${hiddenValue}`);
}

;// CONCATENATED MODULE: ./src/test-runner/scripts.js

/** A text as one word of a POSIX shell; what needs no quotes stays bare (etos.md 6.4.2). */
function quote(text) {
    if (text === '')
        return "''";
    return /^[A-Za-z0-9@%+=:,./_-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}
/** The script that checks tests out (etos.md 6.4.1). */
function checkoutScript(commands, prologue) {
    return prologue + commands.map(orFail).join('');
}
/** ENVIRONMENT and EXECUTE as a script to be sourced (etos.md 6.4.2). */
function environScript({ environment, execute }) {
    const exports = environment.map(([name, value]) => `export ${name}=${quote(value)}`);
    return [...exports, ...execute].map(orFail).join('');
}
/** COMMAND and PARAMETERS as one command line, interpreted by the outer shell (etos.md 6.4.3). */
function commandLine({ command, parameters }) {
    const words = parameters.map(([name, value]) => (value === '' ? name : `${name}=${value}`));
    return ['./executor.sh', command, ...words, '2>&1'].join(' ');
}
/**
 * `executor.sh`: sources `environ.sh`, says what it does, runs its words as they are (etos.md 6.4.4). The last command is run by the shell
 * itself, not in its place, so that it may be a function that EXECUTE defined. Programs are started only where the shell cannot do it: each
 * costs a short recipe more than all else. What it says goes into logs that many may read, and on a machine of ours the environment is that of
 * the CI job: values of names that sound secret are left out, the test itself sees them.
 * @param environ the content of `environ.sh`
 */
function executorScript(program, prologue, environ) {
    return `#!${program}
if [ -n "\${TEST_FRAMEWORK_VENV:-}" ]; then
. "$TEST_FRAMEWORK_VENV/bin/activate"
else
:
${prologue}fi
echo "Executing pre-execution script"
${saying(withoutSecrets(environ))}. ./environ.sh || { echo "Could not execute pre-execution script."; exit 1; }
echo "Environment used for tests"
( set -f; unset IFS; env $(env | sed -nE '${hiding}') env | sort )
echo "Executing:"
printf '%s\\n' "$*"
"$@"
`;
}
// Gives what is to be set before the environment is printed, and not what is to be changed in what was printed: a value may have many lines.
const hiding = `s/^(${secretName})=.*/\\1=${hiddenValue}/p`;
function saying(text) {
    return text === '' ? '' : `printf '%s' ${quote(text)}\n`;
}
function orFail(command) {
    return `${command} || exit 1\n`;
}

;// CONCATENATED MODULE: ./src/test-runner/silence.js

/** An alarm for a command that prints nothing: `signal` fires when it was silent for longer than allowed, or when the outer signal fires. */
class Silence {
    allowed;
    signal;
    clock;
    alarm = new AbortController();
    /** Ends the sleep under way: the watch is over, or another time is allowed. */
    wake = new AbortController();
    over = false;
    heard;
    /** @param allowed milliseconds until something must be heard */
    constructor(allowed, { clock, signal }) {
        this.allowed = allowed;
        this.clock = clock;
        this.heard = clock.now();
        this.signal = AbortSignal.any([signal, this.alarm.signal]);
        void this.watch();
    }
    /** Whether it was this alarm that fired. */
    get broken() {
        return this.alarm.signal.aborted;
    }
    /** Something was heard; from now on this many milliseconds are allowed. */
    allow(allowed) {
        this.heard = this.clock.now();
        if (allowed === this.allowed)
            return;
        this.allowed = allowed;
        this.wake.abort();
    }
    [Symbol.dispose]() {
        this.over = true;
        this.wake.abort();
    }
    async watch() {
        for (;;) {
            const left = this.heard + this.allowed - this.clock.now();
            if (this.over)
                return;
            if (left <= 0)
                break;
            this.wake = new AbortController();
            await this.clock.sleep(left, this.wake.signal).catch(() => undefined);
        }
        this.alarm.abort(new Error(`nothing was printed for ${(0,host_clock/* inWords */.r)(this.allowed)}`));
    }
}

;// CONCATENATED MODULE: ./src/test-runner/checkout.js
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








/** What released test runners warn at (etos.md 6.4.1); here a checkout really ends at them. */
const usualCheckoutLimits = { firstLine: 60_000, nextLine: 120_000 };
const triesAtMost = 3;
/** The checked-out tests of a sub suite: recipes with the same CHECKOUT share one directory, and what earlier tests left in it (etos.md 6.4.1). */
class Checkouts {
    parts;
    directories = new Map();
    constructor(parts) {
        this.parts = parts;
    }
    /**
     * The directory for these commands, checked out now or before.
     * @throws {NotCarriedOut} after three tries, each in a fresh directory; the signal's reason
     */
    async directoryFor(commands) {
        const key = commands.join(' ');
        const known = this.directories.get(key);
        if (known !== undefined)
            return known;
        for (let tries = 1;; tries += 1) {
            const directory = (0,posix_namespaceObject.join)(this.parts.shell.root, 'workspace', `tmp${randomName()}`);
            const failure = await checkOut(commands, directory, this.parts);
            if (failure === undefined) {
                this.directories.set(key, directory);
                return directory;
            }
            const message = `Could not checkout tests using ${pythonList(commands)}: ${failure}`;
            if (tries === triesAtMost)
                throw new errors/* NotCarriedOut */.sZ(`${message}, in ${tries} tries`, 'The output of the checkout is in full_execution.log');
            this.parts.log.warning(message, { try: tries });
        }
    }
}
/** @returns what went wrong, if anything */
async function checkOut(commands, directory, parts) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { shell, environment, prologue, limits, full, clock, signal, stop } = parts;
        const script = (0,posix_namespaceObject.join)(shell.root, 'workspace', `checkout_${directory.slice(directory.lastIndexOf('/') + 1)}.sh`);
        await shell.write([{ directory }, { file: script, content: checkoutScript(commands, prologue), mode: 0o755 }]);
        const silence = __addDisposableResource(env_1, new Silence(limits.firstLine, { clock, signal }), false);
        let said = '';
        try {
            const exit = await shell.run([shell.program, '-c', `${quote(shell.program)} ${script} 2>&1`], {
                cwd: directory,
                environment,
                onOutput: (chunk) => {
                    silence.allow(limits.nextLine);
                    said = (said + chunk.toString('utf8')).slice(-2_000);
                    return full.take(chunk);
                },
                signal: silence.signal,
                stop,
            });
            return 'code' in exit && exit.code === 0 ? undefined : withLastLine(`it ended with ${describeExit(exit)}`, said);
        }
        catch (error) {
            if (!silence.broken || signal.aborted)
                throw error;
            return withLastLine(`nothing was printed for ${(0,host_clock/* inWords */.r)(silence.allowed)}, so it was ended`, said);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function withLastLine(problem, output) {
    const last = output.trimEnd().split('\n').at(-1)?.trim();
    return last ? `${problem} after printing ${JSON.stringify(last)}` : problem;
}
// `tmp` and eight characters of the alphabet that Python's tempfile takes.
function randomName() {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789_';
    return [...(0,external_node_crypto_.randomBytes)(8)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __nccwpck_require__(9874);
// EXTERNAL MODULE: ./src/json/print.js
var print = __nccwpck_require__(3519);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __nccwpck_require__(805);
;// CONCATENATED MODULE: ./src/documents/log-area.js


const known = ['url', 'method', 'auth', 'headers', 'params', 'as_json', 'timeout'];
const usualTimeout = 30;
/**
 * Reads a log area as a provider gives it (etos.md 6.5): `provider_id`, `livelogs`, `upload`, `logs`, `type`.
 * @param problems gets a sentence for each thing that is wrong; the value is then of no use
 */
function parseLogArea(area, problems) {
    const upload = area.get('upload');
    const logs = area.get('logs');
    const livelogs = area.get('livelogs');
    const type = area.get('type');
    if (!(0,json_value/* isObject */.Gv)(upload))
        problems.push('log_area.upload is missing or not an object');
    return {
        providerId: (0,print/* printText */.n)(area.get('provider_id')),
        ...(typeof livelogs === 'string' && { livelogs }),
        upload: parseUpload((0,json_value/* isObject */.Gv)(upload) ? upload : new Map(), (0,json_value/* isObject */.Gv)(upload) ? problems : []),
        logs: readLogs(logs, problems),
        type: type === 'ARTIFACTORY' || type === 'NEXUS' || type === 'PLAIN' ? type : 'OTHER',
    };
}
function parseUpload(upload, problems) {
    const url = upload.get('url');
    if (typeof url !== 'string')
        problems.push('log_area.upload.url is missing or not text');
    const method = upload.get('method') ?? 'PUT';
    const isMethod = typeof method === 'string' && /^[A-Za-z]+$/.test(method);
    if (!isMethod)
        problems.push(`log_area.upload.method is ${JSON.stringify((0,json_value/* toPlain */.Ul)(method))}; expected a method such as PUT or POST`);
    const timeout = upload.get('timeout') ?? usualTimeout;
    const isTime = typeof timeout === 'number' && timeout >= 0;
    if (!isTime)
        problems.push(`log_area.upload.timeout is ${JSON.stringify((0,json_value/* toPlain */.Ul)(timeout))}; expected seconds`);
    const asJson = upload.get('as_json');
    const auth = readAuth(upload.get('auth'), problems);
    return {
        url: typeof url === 'string' ? url : '',
        method: isMethod ? method.toUpperCase() : 'PUT',
        ...(auth && { auth }),
        headers: Object.fromEntries(readPairs(upload.get('headers'))),
        params: readPairs(upload.get('params')),
        ...(typeof asJson === 'boolean' && { asJson }),
        timeout: (isTime ? timeout : usualTimeout) * 1000,
        unknown: [...upload.keys()].filter((name) => !known.includes(name)),
    };
}
function readLogs(logs, problems) {
    // The two defaults hold only where `logs` says anything at all (etos.md 6.5): an empty object prefixes nothing.
    if (!(0,json_value/* isObject */.Gv)(logs) || logs.size === 0)
        return {};
    const text = (name, otherwise) => {
        const value = logs.get(name) ?? otherwise;
        if (typeof value !== 'string')
            problems.push(`log_area.logs.${name} is not text`);
        return (0,print/* printText */.n)(value);
    };
    return { prepend: text('prepend', ''), joinCharacter: text('join_character', '_') };
}
function readAuth(auth, problems) {
    if (!(0,json_value/* isObject */.Gv)(auth))
        return undefined;
    const [username, password] = [auth.get('username'), auth.get('password')];
    if (typeof username !== 'string' || typeof password !== 'string') {
        problems.push('log_area.upload.auth needs username and password as text');
        return undefined;
    }
    // Whatever is not basic is digest, as the released test runners have it.
    return { username, password, type: (0,print/* printText */.n)(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function readPairs(value) {
    if (!(0,json_value/* isObject */.Gv)(value))
        return [];
    return [...value].flatMap(([name, member]) => (Array.isArray(member) ? member : [member]).filter((one) => one !== null).map((one) => [name, (0,print/* printText */.n)(one)]));
}

;// CONCATENATED MODULE: ./src/documents/sub-suite.js






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
        throw new errors/* InvalidInput */.o9(`${source} is not a sub suite: ${problems.join('; ')}`, 'See etos.md 4.7 for the form');
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
            tracker: (0,print/* printText */.n)(testCase.get('tracker')),
            uri: (0,print/* printText */.n)(testCase.get('uri') ?? testCase.get('url')),
            version: (0,print/* printText */.n)(testCase.get('version'), 'master'),
        },
        environment: pairs(of('ENVIRONMENT')),
        command: (0,print/* printText */.n)(of('COMMAND')),
        checkout: texts(of('CHECKOUT')),
        parameters: pairs(of('PARAMETERS')),
        execute: texts(of('EXECUTE')),
        testRunner: (0,print/* printText */.n)(of('TEST_RUNNER')),
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
            fromPlain({ id: testCase.id, tracker: testCase.tracker, url: testCase.uri, uri: testCase.uri, version: testCase.version }),
        ],
        [
            'constraints',
            constraintKeys.map((key) => new Map([
                ['key', key],
                ['value', values[key]],
            ])),
        ],
    ]);
}
function pairs(value) {
    return (0,json_value/* isObject */.Gv)(value) ? [...value].map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)]) : [];
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
        if (!(0,json_value/* isObject */.Gv)(value))
            problems.push(`${path || 'it'} is not an object`);
    }
    get(name) {
        return (0,json_value/* isObject */.Gv)(this.value) ? this.value.get(name) : undefined;
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
        if ((0,json_value/* isObject */.Gv)(value))
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

// EXTERNAL MODULE: ./src/eiffel/catalogue.js
var catalogue = __nccwpck_require__(1588);
// EXTERNAL MODULE: ./src/http/client.js
var client = __nccwpck_require__(371);
;// CONCATENATED MODULE: ./src/host/seconds.js

/**
 * The milliseconds that a variable says in seconds, as the released services have it (etos.md 9.5).
 * @param usual seconds, where it is not set
 * @param what it is good for, for the error
 * @throws {InvalidInput} it is no number of seconds
 */
function secondsIn(variables, name, { usual, what }) {
    const text = variables[name]?.trim() || String(usual);
    const seconds = Number(text);
    if (Number.isFinite(seconds) && seconds >= 0)
        return seconds * 1000;
    throw new errors/* InvalidInput */.o9(`${name} is ${JSON.stringify(text)}; expected seconds`, `${what}; ${usual} without it`);
}

;// CONCATENATED MODULE: ./src/test-runner/environment-address.js


const query = 'query Environments($s: String) { environmentDefined(search: $s, last: 1) { edges { node { data { name uri } } } } }';
const pause = 1_000;
/** Milliseconds that a try has in any case, and at most. */
const [shortest, longest] = [5_000, 30_000];
/**
 * The address of a sub suite by the id of its EnvironmentDefined, asked of the event repository (etos.md 6.1).
 * It is asked for a minute, or as long as `ETOS_DEFAULT_WAIT_TIMEOUT` says: an event that was just published is stored with a delay (eiffel.md 8.1).
 * @throws {InvalidInput} no repository is named
 * @throws {NotCarriedOut} it does not have the event by then; the signal's reason
 */
async function environmentAddress(variables, { http, clock, signal }) {
    const { ENVIRONMENT_ID: id = '', ETOS_GRAPHQL_SERVER: repository } = variables;
    if (!repository)
        throw new errors/* InvalidInput */.o9('ENVIRONMENT_ID names an event, and nothing says where events are asked for', 'Set ETOS_GRAPHQL_SERVER, or ENVIRONMENT_URL to the address of the sub suite');
    const patience = secondsIn(variables, 'ETOS_DEFAULT_WAIT_TIMEOUT', {
        usual: 60,
        what: 'So long the event repository is asked for the sub suite',
    });
    let last;
    for (const until = clock.now() + patience;; await clock.sleep(pause, signal)) {
        try {
            const answer = await http.request({
                method: 'POST',
                url: repository,
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify({ query, variables: { s: JSON.stringify({ 'meta.id': id }) } }),
                limit: Math.min(Math.max(until - clock.now(), shortest), longest),
                signal,
            });
            const said = uriIn(await answer.text());
            if ('uri' in said)
                return said.uri;
            last = answer.status === 200 ? said.why : `it answers ${answer.status} ${answer.reason}: ${said.why}`;
        }
        catch (error) {
            signal.throwIfAborted();
            last = (0,errors/* messageOf */.bD)(error);
        }
        if (clock.now() + pause > until)
            throw new errors/* NotCarriedOut */.sZ(`Could not get sub suite environment event with id '${id}' from ${repository} within ${patience / 1000} s: ${last}`, 'Does the run publish to the bus that this event repository stores? ETOS_DEFAULT_WAIT_TIMEOUT says for how many seconds it is asked');
    }
}
function uriIn(text) {
    let said;
    try {
        said = JSON.parse(text);
    }
    catch {
        return { why: `that is no JSON: ${text.slice(0, 80).replace(/\s+/g, ' ')}` };
    }
    if (said?.errors?.length)
        return { why: String(said.errors[0]?.message) };
    const data = said?.data?.environmentDefined?.edges?.[0]?.node?.data;
    if (typeof data?.uri === 'string')
        return { uri: data.uri };
    return { why: data ? 'URL to sub suite is missing' : 'it has no such event' };
}

;// CONCATENATED MODULE: ./src/test-runner/fetch-sub-suite.js







// A run that is being started may need a moment until its server knows the sub suite; a deployment's services, some minutes after a restart.
const patience = 300_000;
/**
 * Fetches the sub suite that ENVIRONMENT_URL, SUB_SUITE_URL or ENVIRONMENT_ID names and makes clear text of what is encrypted in it (etos.md 6.1, 6.2).
 * @throws {InvalidInput} nothing names it, or it is not a sub suite
 * @throws {NotCarriedOut} it cannot be had; the signal's reason
 */
async function fetchSubSuite(variables, { http, clock, log, signal }) {
    const url = variables.ENVIRONMENT_URL ||
        variables.SUB_SUITE_URL ||
        (variables.ENVIRONMENT_ID ? await environmentAddress(variables, { http, clock, signal }) : undefined);
    if (!url)
        throw new errors/* InvalidInput */.o9('nothing says which sub suite to carry out', 'Set ENVIRONMENT_URL or SUB_SUITE_URL to the address of its document, or ENVIRONMENT_ID to its event');
    const source = `the sub suite at ${url}`;
    const document = (0,parse/* parseJson */.qF)(await get(url, { http, signal }), source);
    const subSuite = readSubSuite(await decrypted(document, { variables, http, clock, log, signal }), source);
    checkIds(subSuite, source);
    return subSuite;
}
/** What events will point at. Better now than by an event that cannot be made, after others have been published. */
function checkIds({ artifact, context, suiteId, subSuiteId, testSuiteStartedId }, source) {
    const ids = { artifact, context, suite_id: suiteId, sub_suite_id: subSuiteId, test_suite_started_id: testSuiteStartedId };
    const problems = Object.entries(ids)
        .filter(([, id]) => id !== undefined && !catalogue/* idPattern */.aD.test(id.toLowerCase()))
        .map(([name, id]) => `${name} is ${JSON.stringify(id)}`);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`${source} cannot be announced: ${problems.join('; ')}; expected ids of events`, 'An id is a UUID of version 1 to 5');
}
async function get(url, { http, signal }) {
    const hint = 'See whether the run that started this test runner is still there, and reachable from here';
    try {
        const answer = await http.request({ method: 'GET', url, retry: { within: patience, statuses: [404] }, signal });
        const body = await answer.text();
        if (answer.status < 200 || answer.status > 299)
            throw new errors/* NotCarriedOut */.sZ(`${url} answered ${answer.status} ${answer.reason}`.trimEnd(), hint);
        return body;
    }
    catch (error) {
        if (error instanceof client/* NoAnswer */.W)
            throw new errors/* NotCarriedOut */.sZ(`the sub suite cannot be fetched: ${(0,errors/* messageOf */.bD)(error)}`, hint, { cause: error });
        throw error;
    }
}
// Steps of the IUT are documents of their own, evaluated by whoever carries them out (jsontas.md 12.5): a query in them means nothing yet.
const stages = ['environment_provider', 'suite_runner', 'test_runner'];
/**
 * The document with every `{"$decrypt": {"value": token}}` replaced by the clear text, which is a secret of the log from then on. Nothing else in
 * it is looked at: `$` is at home in commands (etos.md 6.2, jsontas.md 12.8).
 */
async function decrypted(value, parts, name = '') {
    if (Array.isArray(value))
        return await Promise.all(value.map((element) => decrypted(element, parts)));
    if (!(0,json_value/* isObject */.Gv)(value))
        return value;
    if (value.has('$decrypt'))
        return await decrypt(value, parts);
    const members = await Promise.all([...value].map(async ([key, member]) => [
        key,
        name === 'iut' && stages.includes(key) ? member : await decrypted(member, parts, key),
    ]));
    return new Map(members);
}
async function decrypt(value, { variables, log, ...parts }) {
    const { evaluate, testRunnerStructures } = await __nccwpck_require__.e(/* import() */ 363).then(__nccwpck_require__.bind(__nccwpck_require__, 3363));
    const clear = await evaluate(value, { ...parts, log, dataset: new Map(), structures: testRunnerStructures({ environment: variables }) });
    if (typeof clear === 'string')
        log.secret(clear);
    return clear;
}

;// CONCATENATED MODULE: ./src/test-runner/masks.js
const secret = [
    'RABBITMQ_PASSWORD',
    'ETOS_RABBITMQ_PASSWORD',
    'ETOS_ENCRYPTION_KEY',
    // Who knows the address of a run's server may publish events and upload files in its name.
    'ETOS_EVENTS_URL',
    'ENVIRONMENT_URL',
    'SUB_SUITE_URL',
    'ETOS_ENVIRONMENT_PROVIDER',
];
/** What recipes see instead of the test runner's own secrets, because the environment is printed before each test (etos.md 6.1). */
function masksFor(environment) {
    return Object.fromEntries(secret.filter((name) => name in environment).map((name) => [name, '*'.repeat(9)]));
}
/** The values that must not get into any log. */
function secretsIn(variables) {
    return secret.flatMap((name) => variables[name] ?? []).filter((value) => value !== '');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __nccwpck_require__(7416);
;// CONCATENATED MODULE: ./src/eiffel/http-bus.js

/** How long an address that does not answer is tried for, and how long `dispose` waits for what is still queued. */
const http_bus_patience = 60_000;
const mostAtOnce = 500;
const mostBytesAtOnce = 1024 * 1024;
/**
 * Publishes events by posting them to an address, `ETOS_EVENTS_URL` of a run. One request is under way at a time, so events arrive in the order
 * of the calls; what was published meanwhile goes with the next one, as NDJSON. A try that got no answer is made again, and the receiver
 * knows an event that comes twice by its id.
 * `publish` rejects with `NotCarriedOut` when the event was refused, or the address did not answer for a minute; those behind it are still sent.
 */
function createHttpPublisher(url, { http, clock, log }) {
    const queue = [];
    const closed = new AbortController();
    let sending;
    const post = async (batch) => {
        const [first] = batch;
        const answer = await http.request({
            method: 'POST',
            url,
            headers: { 'content-type': batch.length === 1 ? 'application/json' : 'application/x-ndjson' },
            body: batch.map(({ line }) => line).join('\n'),
            retry: { within: http_bus_patience, statuses: [500] },
            signal: closed.signal,
        });
        const said = (await answer.text(64 * 1024)).trim();
        if (answer.status < 300)
            batch.forEach(({ accepted }) => accepted());
        // One bad event has all of its batch refused; alone, each gets its own answer.
        else if (batch.length > 1)
            for (const one of batch)
                await send([one]);
        else
            first?.refused(new errors/* NotCarriedOut */.sZ(`${first.event.meta.type} was refused with ${answer.status}: ${said === '' ? answer.reason : said}`, 'The receiver of events and this program disagree about their form'));
    };
    const send = async (batch) => {
        try {
            await post(batch);
        }
        catch (error) {
            const failure = new errors/* NotCarriedOut */.sZ(`events were not taken: ${(0,errors/* messageOf */.bD)(error)}`, 'Is the run that this test runner belongs to still there?', {
                cause: error,
            });
            batch.forEach(({ refused }) => refused(failure));
        }
    };
    const sendAll = async () => {
        for (let batch = nextOf(queue); batch.length > 0; batch = nextOf(queue))
            await send(batch);
        sending = undefined;
    };
    return {
        publish(event) {
            log.event(event.meta.type, { id: event.meta.id });
            return new Promise((accepted, refused) => {
                queue.push({ event, line: JSON.stringify(event), accepted, refused });
                // Not at once: what is published in the same turn goes out together.
                sending ??= Promise.resolve().then(sendAll);
            });
        },
        async [Symbol.asyncDispose]() {
            const tooLate = new errors/* NotCarriedOut */.sZ(`they were not taken within ${http_bus_patience / 1000} s of the end`, '');
            const deadline = clock.deadline(http_bus_patience, tooLate);
            const stop = () => closed.abort(tooLate);
            deadline.addEventListener('abort', stop, { once: true });
            while (sending)
                await sending;
            deadline.removeEventListener('abort', stop);
        },
    };
}
function nextOf(queue) {
    let bytes = 0;
    const fit = queue.findIndex(({ line }, n) => n >= mostAtOnce || ((bytes += line.length + 1) > mostBytesAtOnce && n > 0));
    return queue.splice(0, fit < 0 ? queue.length : fit);
}

;// CONCATENATED MODULE: ./src/test-runner/clear-passwords.js

const names = ['RABBITMQ_PASSWORD', 'ETOS_RABBITMQ_PASSWORD'];
/**
 * Passwords of the two buses are Fernet tokens where there is an `ETOS_ENCRYPTION_KEY` (etos.md 6.1); one that is none is taken as it is, as the released
 * test runners do. @throws {InvalidInput} a token of another key
 */
async function withClearPasswords(variables) {
    const { ETOS_ENCRYPTION_KEY: key } = variables;
    const tokens = names.filter((name) => /^gAAAA[\w-]+={0,2}$/.test(variables[name] ?? ''));
    if (!key || tokens.length === 0)
        return variables;
    const { decryptFernet } = await __nccwpck_require__.e(/* import() */ 363).then(__nccwpck_require__.bind(__nccwpck_require__, 3363));
    const clear = tokens.map((name) => {
        try {
            return [name, decryptFernet(variables[name] ?? '', key)];
        }
        catch (error) {
            throw new errors/* InvalidInput */.o9(`${name} cannot be decrypted: ${(0,errors/* messageOf */.bD)(error)}`, 'ETOS_ENCRYPTION_KEY must be the key that it was encrypted with');
        }
    });
    return { ...variables, ...Object.fromEntries(clear) };
}

;// CONCATENATED MODULE: ./src/test-runner/publisher.js







/** Milliseconds that the end waits for confirms, and by how much each one that comes puts it off (etos.md 6.8). */
const publisher_patience = 600_000;
const progress = 10_000;
/** When the test runner was told to end. */
const patienceWhenCancelled = 2_000;
/**
 * Where the events of a test runner go: to the run that named itself by ETOS_EVENTS_URL, else to RabbitMQ by the variables of the released test
 * runners (etos.md 6.1). Disposing of it waits until they have arrived.
 * @throws {InvalidInput} nothing says where, or the broker refuses us; {NotCarriedOut} the broker does not answer
 */
async function publisherFor(variables, parts) {
    const { ETOS_EVENTS_URL: url, ETOS_DISABLE_SENDING_EVENTS: disabled = '' } = variables;
    const hint = 'Set ETOS_EVENTS_URL to the address of a run that takes them, RABBITMQ_HOST, or ETOS_DISABLE_SENDING_EVENTS=1 to do without';
    if (disabled !== '' && !url)
        return nowhere;
    if (url) {
        if (URL.canParse(url))
            return createHttpPublisher(new URL(url), parts);
        throw new errors/* InvalidInput */.o9(`ETOS_EVENTS_URL is ${JSON.stringify(url)}; expected an http or https address`, hint);
    }
    const broker = (0,eiffel_broker/* readBroker */.i2)(await withClearPasswords(variables), 'RABBITMQ');
    if (!broker)
        throw new errors/* InvalidInput */.o9('nothing says where events go', hint);
    const { clock, log, signal } = parts;
    log.secret(broker.password);
    // Loaded here alone: a local run does without.
    const [{ checkBroker }, { openRabbitPublisher }, { routingTag }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 89).then(__nccwpck_require__.bind(__nccwpck_require__, 7089)),
        Promise.all(/* import() */[__nccwpck_require__.e(887), __nccwpck_require__.e(271)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5271)),
        __nccwpck_require__.e(/* import() */ 720).then(__nccwpck_require__.bind(__nccwpck_require__, 4720)),
    ]);
    const tag = routingTag(variables);
    await checkBroker(broker, { clock, signal });
    const outbox = (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'etos-events-')), 'outbox');
    const publisher = await openRabbitPublisher(broker, { outbox, tag, name: 'etos test runner', clock, log });
    return {
        publish: (event) => publisher.publish(event),
        async [Symbol.asyncDispose]() {
            await untilConfirmed(publisher, parts);
            if (publisher.owed > 0)
                log.error('events were not published', { events: publisher.owed, kept: outbox });
            await publisher[Symbol.asyncDispose]();
        },
    };
}
async function untilConfirmed(publisher, { clock, signal }) {
    const tooLate = new Error('RabbitMQ does not confirm');
    const bound = signal.aborted ? patienceWhenCancelled : publisher_patience;
    await publisher.flush(clock.deadline(bound, tooLate)).catch(() => undefined);
    for (let owed = Number.POSITIVE_INFINITY; !signal.aborted && publisher.owed > 0 && publisher.owed < owed;) {
        owed = publisher.owed;
        await publisher.flush(clock.deadline(progress, tooLate)).catch(() => undefined);
    }
}
const nowhere = { publish: () => Promise.resolve(), [Symbol.asyncDispose]: () => Promise.resolve() };

;// CONCATENATED MODULE: external "node:stream/consumers"
var consumers_namespaceObject = require("node:stream/consumers");
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __nccwpck_require__(1290);
;// CONCATENATED MODULE: ./src/eiffel/edition.js



/** The edition that ETOS_EIFFEL_EDITION names, in any case; Arica without it (eiffel.md 2). @throws {InvalidInput} */
function editionOf({ ETOS_EIFFEL_EDITION: name = '' }) {
    if (name === '')
        return 'Arica';
    const edition = catalogue/* editions */.SH.find((one) => one.toLowerCase() === name.toLowerCase());
    if (edition)
        return edition;
    throw new errors/* InvalidInput */.o9(`ETOS_EIFFEL_EDITION is ${JSON.stringify(name)}; expected ${catalogue/* editions */.SH.join(', ')}.${(0,nearest/* didYouMean */.a)(name, catalogue/* editions */.SH)}`, 'A consumer of the released services drops events of newer editions without a word');
}

;// CONCATENATED MODULE: ./src/test-runner/after.js
/** A signal that fires `delay` milliseconds after another has fired, with the same reason. Disposing takes its listener off. */
class After {
    first;
    delay;
    parts;
    signal;
    controller = new AbortController();
    over = new AbortController();
    constructor(first, delay, parts) {
        this.first = first;
        this.delay = delay;
        this.parts = parts;
        this.signal = this.controller.signal;
        if (first.aborted)
            this.begin();
        else
            first.addEventListener('abort', this.begin, { once: true });
    }
    [Symbol.dispose]() {
        this.first.removeEventListener('abort', this.begin);
        this.over.abort(new Error('no longer needed'));
    }
    begin = () => {
        this.parts.clock.sleep(this.delay, this.over.signal).then(() => this.controller.abort(this.first.reason), () => undefined);
    };
}

;// CONCATENATED MODULE: ./src/documents/identity.js

const expected = 'expected a package URL such as pkg:docker/acme/webshop@4.2.0';
const identity_form = 'The form is pkg:type/namespace/name@version?qualifiers#subpath; type and name are mandatory';
/** Reads `pkg:type/namespace/name@version?qualifiers#subpath` from the right (eiffel.md 7.2). @throws {InvalidInput} */
function parseIdentity(text) {
    const fail = (what) => {
        throw new errors/* InvalidInput */.o9(`identity ${JSON.stringify(text)}: ${what}; ${expected}`, identity_form);
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

// EXTERNAL MODULE: ./src/eiffel/check.js
var check = __nccwpck_require__(8729);
;// CONCATENATED MODULE: ./src/eiffel/build.js




/**
 * A function that makes the events of one publisher, in the member and link order of the released library (etos.md 9.2): links in the order
 * in which they are given, what the event is about last. Members that are undefined are left out, as are live logs without an address; ids
 * are written in lower case.
 * @throws {InvalidInput} from that function, when data or links break the rules of eiffel.md 3
 */
function createBuilder({ source, clock, edition = 'Arica' }) {
    const origin = definedOnly({ name: source.name, host: source.host || undefined, domainId: source.domainId || undefined });
    return (name, data, links, id = (0,external_node_crypto_.randomUUID)()) => {
        const event = {
            meta: {
                type: (0,catalogue/* typeOf */.QP)(name),
                version: catalogue/* catalogue */.sW[name].versions[catalogue/* editions */.SH.indexOf(edition)],
                id: id.toLowerCase(),
                time: Math.trunc(clock.now()),
                source: origin,
            },
            data: withoutDeadLogs(definedOnly(data)),
            links: inOrder(name, links),
        };
        const problems = (0,check/* check */.z6)(event);
        if (problems.length > 0)
            throw new errors/* InvalidInput */.o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop the event without a word');
        return event;
    };
}
function inOrder(name, links) {
    const rules = (0,catalogue/* linkRules */.WQ)(name);
    const isLast = ([link]) => rules[link]?.last === true;
    const given = Object.entries(links);
    return [...given.filter((entry) => !isLast(entry)), ...given.filter(isLast)].flatMap(([link, targets = []]) => [targets].flat().map((target) => ({ type: (0,catalogue/* wireName */.R5)(link), target: target.toLowerCase() })));
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

;// CONCATENATED MODULE: ./src/test-runner/announcements.js




// With more events than this under way, whoever makes them waits.
const underWayAtMost = 100;
/**
 * The events of one sub suite, in the order in which its methods are called (etos.md 6.9). A method gives the id of the event at once; whether the bus
 * has taken it is what `settled` tells.
 */
class Announcements {
    subSuite;
    parts;
    /** The id of the TestSuiteStarted, which all else points at. */
    testSuite;
    activity = '';
    build;
    underWay = new Set();
    failure;
    constructor(subSuite, parts) {
        this.subSuite = subSuite;
        this.parts = parts;
        this.testSuite = subSuite.subSuiteId ?? (0,external_node_crypto_.randomUUID)();
        this.build = createBuilder({ source: { name: 'ETOS Test Runner', host: parts.host }, clock: parts.clock, edition: parts.edition });
    }
    activityStarted() {
        this.activity = this.publish(this.build('ActivityTriggered', { name: this.subSuite.name }, {}));
        this.publish(this.build('ActivityStarted', {}, { activityExecution: this.activity }));
    }
    testSuiteStarted() {
        const { name, logArea, context, testSuiteStartedId } = this.subSuite;
        const data = {
            name,
            categories: ['Regression test_suite', 'Sub suite', ...nameOfIut(this.subSuite)],
            types: ['FUNCTIONAL'],
            liveLogs: [{ name: 'console', uri: logArea.livelogs }],
        };
        this.publish(this.build('TestSuiteStarted', data, { context, cause: testSuiteStartedId }, this.testSuite));
    }
    environmentDefined(name, host) {
        this.publish(this.build('EnvironmentDefined', { name, host: { name: host, user: 'etos' } }, { context: this.testSuite }));
    }
    /** @param recipeId of the recipe that the test case is, or whose output told of it */
    testCaseTriggered({ id, tracker, version, uri }, recipeId) {
        const data = {
            testCase: { id, ...(tracker && { tracker }), ...(version && { version }), ...(uri && { uri }) },
            // Collections may have any UUID, events only lower-case ones of version 1 to 5.
            recipeId: recipeId !== undefined && catalogue/* idPattern */.aD.test(recipeId) ? recipeId : undefined,
        };
        return this.publish(this.build('TestCaseTriggered', data, { context: this.testSuite, iut: this.subSuite.artifact }));
    }
    testCaseStarted(triggered) {
        this.publish(this.build('TestCaseStarted', {}, { context: this.testSuite, testCaseExecution: triggered }));
    }
    testCaseFinished(triggered, outcome, { duration, logs = [], skipped = false, }) {
        const metrics = duration === undefined ? undefined : [{ name: 'duration_ms', value: Math.round(duration) }];
        const there = persistent(logs);
        const data = { outcome: { ...outcome, ...(metrics && { metrics }) }, persistentLogs: there.length > 0 ? there : undefined };
        const environment = skipped ? this.parts.environmentId : undefined;
        this.publish(this.build('TestCaseFinished', data, { context: this.testSuite, environment, testCaseExecution: triggered }));
    }
    /** @param testCaseId of the recipe that made the files; none for those of the whole sub suite */
    artifactCreated(files, testCaseId) {
        const path = [this.subSuite.name.replaceAll(' ', '-'), ...(testCaseId === undefined ? [] : [testCaseId])];
        const data = { identity: `pkg:etos-test-output/${path.map(encodePart).join('/')}`, fileInformation: files.map((name) => ({ name })) };
        return this.publish(this.build('ArtifactCreated', data, { context: this.subSuite.context, cause: this.testSuite }));
    }
    artifactPublished(created, uri) {
        const { context, logArea } = this.subSuite;
        this.publish(this.build('ArtifactPublished', { locations: [{ uri, type: logArea.type }] }, { context, artifact: created }));
    }
    testSuiteFinished(outcome, logs) {
        const data = { outcome, persistentLogs: persistent(logs) };
        this.publish(this.build('TestSuiteFinished', data, { context: this.subSuite.context, testSuiteExecution: this.testSuite }));
    }
    activityFinished(outcome) {
        this.publish(this.build('ActivityFinished', { outcome }, { activityExecution: this.activity }));
    }
    /** Waits while many events are under way. */
    keepUp() {
        return this.underWay.size > underWayAtMost ? this.settled() : undefined;
    }
    /** Resolves when the bus has every event so far. @throws what the bus threw first; the signal's reason */
    async settled(signal = this.parts.signal) {
        let giveUp = () => undefined;
        const late = new Promise((resolve) => (giveUp = resolve));
        signal.addEventListener('abort', giveUp, { once: true });
        if (signal.aborted)
            giveUp();
        await Promise.race([Promise.all(this.underWay), late]);
        signal.removeEventListener('abort', giveUp);
        if (this.failure)
            throw this.failure.reason;
        signal.throwIfAborted();
    }
    publish(event) {
        const sent = this.parts.publisher
            .publish(event)
            .catch((reason) => {
            this.failure ??= { reason };
        })
            .finally(() => this.underWay.delete(sent));
        this.underWay.add(sent);
        return event.meta.id;
    }
}
function persistent(logs) {
    return logs.flatMap((log) => (log.state === 'there' ? [{ name: log.name, uri: log.uri }] : []));
}
function nameOfIut({ iut }) {
    const identity = iut.get('identity');
    try {
        return typeof identity === 'string' ? [parseIdentity(identity).name] : [];
    }
    catch {
        // The category helps people to find the suite; it is no reason not to run it.
        return [];
    }
}

;// CONCATENATED MODULE: ./src/test-runner/output-log.js

const newline = 0x0a;
// A line longer than this is passed on in pieces.
const longestLine = 64 * 1024;
/** Takes the output of commands, line by line, to files and to whoever watches, with the secrets taken out. */
class OutputLog {
    files;
    options;
    held = Buffer.alloc(0);
    constructor(files, options) {
        this.files = files;
        this.options = options;
    }
    /** @throws the system's error when a file cannot be opened */
    static async open(options) {
        return new OutputLog(await Promise.all(options.files.map(({ path, flag }) => (0,promises_.open)(path, flag))), options);
    }
    /** Takes a piece of output as it comes. Calls follow each other: the next only when this has resolved. */
    take(chunk) {
        const end = chunk.lastIndexOf(newline) + 1;
        if (end === 0 && this.held.length + chunk.length <= longestLine) {
            this.held = Buffer.concat([this.held, chunk]);
            return undefined;
        }
        const cut = end === 0 ? chunk.length : end;
        const whole = this.held.length === 0 ? chunk.subarray(0, cut) : Buffer.concat([this.held, chunk.subarray(0, cut)]);
        // A copy: the reader may use its buffer again.
        this.held = Buffer.from(chunk.subarray(cut));
        return this.pass(whole);
    }
    /** A line of the test runner itself, between those of commands. */
    async say(line) {
        await this.flush();
        await this.pass(Buffer.from(`${line}\n`));
    }
    /** Passes on what came after the last newline, and closes the files. */
    async [Symbol.asyncDispose]() {
        await this.flush();
        await Promise.all(this.files.map((file) => file.close()));
    }
    async flush() {
        const rest = this.held;
        this.held = Buffer.alloc(0);
        if (rest.length > 0)
            await this.pass(rest);
    }
    async pass(bytes) {
        const { log, onLine } = this.options;
        const text = bytes.toString('utf8');
        const redacted = log.redact(text);
        // Only text in which a secret was found is taken apart and put together again: bytes that are no text stay what they are.
        const shown = redacted === text ? bytes : Buffer.from(redacted);
        await Promise.all([...this.files.map((file) => writeAll(file, shown)), this.show(shown)]);
        if (onLine)
            for (const line of redacted.replace(/\r?\n$/, '').split(/\r?\n/))
                await onLine(line);
    }
    async show(bytes) {
        const { output, signal } = this.options;
        if (output.writable && !output.write(bytes) && !signal.aborted)
            await drained(output, signal);
    }
}
async function writeAll(file, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (await file.write(bytes, at)).bytesWritten;
}
function drained(output, signal) {
    return new Promise((resolve) => {
        const done = () => {
            ['drain', 'close', 'error'].forEach((event) => output.off(event, done));
            signal.removeEventListener('abort', done);
            resolve();
        };
        ['drain', 'close', 'error'].forEach((event) => output.on(event, done));
        signal.addEventListener('abort', done, { once: true });
    });
}

// EXTERNAL MODULE: ./src/documents/outcome.js
var outcome = __nccwpck_require__(2728);
;// CONCATENATED MODULE: ./src/test-runner/verdict-rules.js




const condition = 'test_framework_exit_code';
const members = ['description', 'condition', 'conclusion', 'verdict'];
/**
 * Reads the file that VERDICT_RULES_FILE names: a list of objects with exactly `description`, `condition`, `conclusion` and `verdict`.
 * @throws {InvalidInput} with all problems
 */
function parseVerdictRules(text, source) {
    const rules = (0,parse/* parsePlain */.eE)(text, source);
    const problems = [];
    const read = Array.isArray(rules) ? rules.map((rule, n) => readRule(rule, `[${n}]`, problems)) : [];
    if (!Array.isArray(rules))
        problems.push('it is not a list');
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`${source}: these are no verdict rules: ${problems.join('; ')}`, `Each is {"description": "…", "condition": {"${condition}": 1}, "conclusion": "SUCCESSFUL", "verdict": "FAILED"}`);
    return read;
}
/** The outcome of the first rule that holds: its number is among the exit codes of the recipes. */
function outcomeByRule(rules, exitCodes) {
    return rules.find(({ exitCode }) => exitCodes.includes(exitCode))?.outcome;
}
function readRule(rule, at, problems) {
    const of = isPlain(rule) ? rule : {};
    if (!isPlain(rule))
        problems.push(`${at} is not an object`);
    for (const name of Object.keys(of))
        if (!members.includes(name))
            problems.push(`${at}.${name} is not known.${(0,nearest/* didYouMean */.a)(name, members)}`);
    for (const name of isPlain(rule) ? members : [])
        if (!(name in of))
            problems.push(`${at}.${name} is missing`);
    return {
        exitCode: readCondition(of.condition, at, problems),
        outcome: {
            verdict: oneOf(of.verdict, outcome/* verdicts */.r, `${at}.verdict`, problems),
            conclusion: oneOf(of.conclusion, outcome/* conclusions */.f, `${at}.conclusion`, problems),
            description: textOf(of.description, `${at}.description`, problems),
        },
    };
}
function readCondition(value, at, problems) {
    if (value === undefined)
        return Number.NaN;
    const names = isPlain(value) ? Object.keys(value) : [];
    const code = isPlain(value) ? value[condition] : undefined;
    if (names.length === 1 && Number.isInteger(code))
        return code;
    problems.push(`${at}.condition is ${JSON.stringify(value)}; expected {"${condition}": a whole number}, the only condition there is`);
    return Number.NaN;
}
function oneOf(value, allowed, at, problems) {
    const found = allowed.find((one) => one === value);
    if (found === undefined && value !== undefined)
        problems.push(`${at} is ${JSON.stringify(value)}; expected ${allowed.join(', ')}.${typeof value === 'string' ? (0,nearest/* didYouMean */.a)(value, allowed) : ''}`);
    return found ?? allowed[0];
}
function textOf(value, at, problems) {
    if (typeof value !== 'string' && value !== undefined)
        problems.push(`${at} is not text`);
    return typeof value === 'string' ? value : '';
}
function isPlain(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/test-runner/outcome.js



const namedAtMost = 10;
/** What a sub suite's recipes come to, when all were carried out (etos.md 6.8). */
function outcomeOf(name, results, rules) {
    const ruled = outcomeByRule(rules, results.map(({ exit }) => exitCodeOf(exit)));
    if (ruled)
        return ruled;
    const failed = results.filter(({ exit }) => exitCodeOf(exit) !== 0);
    if (failed.length === 0)
        return { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: `All ${name} tests completed successfully.` };
    const which = failed.map(({ testCase, exit }) => `${testCase} (${describeExit(exit)})`);
    const recipes = `${failed.length} of ${results.length} ${results.length === 1 ? 'recipe' : 'recipes'}`;
    return {
        verdict: 'FAILED',
        conclusion: 'SUCCESSFUL',
        description: `At least some ${name} tests failed. ${recipes} failed: ${someOf(which)}.`,
    };
}
/** What a sub suite, or a recipe, comes to that was not carried out to its end. */
function brokenOff(error, signal) {
    // Whatever the end of the run breaks on its way, that is the reason; only a cancel is somebody's wish.
    const conclusion = signal.reason instanceof errors/* Cancelled */.cJ ? 'ABORTED' : 'FAILED';
    return { verdict: 'INCONCLUSIVE', conclusion, description: (0,errors/* messageOf */.bD)(signal.aborted ? signal.reason : error) };
}
/** The outcome with a sentence about what did not reach the log area. Whether tests passed does not depend on it. */
function withMissingFiles(outcome, uploads) {
    const missing = uploads.filter((upload) => upload.state === 'missing');
    if (missing.length === 0)
        return outcome;
    const which = someOf(missing.map(({ name, reason }) => `${name} (${reason})`));
    const files = missing.length === 1 ? '1 file was' : `${missing.length} files were`;
    const said = /[.!?]$/.test(outcome.description) ? outcome.description : `${outcome.description}.`;
    return { ...outcome, description: `${said} ${files} not uploaded: ${which}.` };
}
function someOf(texts) {
    const rest = texts.length - namedAtMost;
    return rest > 0 ? `${texts.slice(0, namedAtMost).join(', ')} and ${rest} more` : texts.join(', ');
}

;// CONCATENATED MODULE: ./src/test-runner/carry-out-recipe.js
var carry_out_recipe_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var carry_out_recipe_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





const testLog = 'test_output.log';
/**
 * Carries out one recipe: checkout, ENVIRONMENT and EXECUTE, COMMAND with PARAMETERS, upload of logs and artifacts (etos.md 6.4).
 * @param testCases announces it
 * @throws {NotCarriedOut} when it could not be carried out; the signal's reason. What there is by then has been uploaded.
 */
async function carryOutRecipe(recipe, testCases, parts) {
    testCases.begin();
    const held = [];
    let directory;
    let carried;
    let failure;
    try {
        directory = await parts.checkouts.directoryFor(recipe.checkout);
        carried = await runIn(directory, recipe, testCases, held, parts);
    }
    catch (error) {
        failure = error;
    }
    const testCase = recipe.testCase.id;
    const { logs, artifacts } = await filesOf(directory, parts.shell).catch((error) => {
        // The shell is gone, and may be what ended the recipe: its exit code says nothing. What this process holds can still be delivered.
        failure ??= error;
        carried = undefined;
        return { logs: nothing, artifacts: nothing };
    });
    if (carried && held.length === 0 && logs.entries[0]?.name !== testLog)
        parts.live.log.warning('the test removed its own log; its output is in full_execution.log', { testCase });
    const uploaded = await parts.delivery.deliverLogs(logs.directory, logs.entries, testCase, held);
    if (carried)
        testCases.end({ ...carried, logs: uploaded });
    else
        testCases.abandon(brokenOff(failure, parts.signal), uploaded);
    await parts.delivery.deliverArtifacts(artifacts.directory, artifacts.entries, testCase);
    if (!carried)
        throw failure;
    return { testCase, exit: carried.exit };
}
/** @param held gets the log, when it is not among the files of the shell */
async function runIn(directory, recipe, testCases, held, { shell, prologue, environment, delivery, scratch, fullLog, live, clock, signal, stop }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [logs, artifacts] = [(0,posix_namespaceObject.join)(directory, 'logs'), (0,posix_namespaceObject.join)(directory, 'artifacts')];
        const environ = environScript(recipe);
        await shell.write([
            { directory: logs },
            { directory: artifacts },
            { file: (0,posix_namespaceObject.join)(directory, 'environ.sh'), content: environ, mode: 0o644 },
            { file: (0,posix_namespaceObject.join)(directory, 'executor.sh'), content: executorScript(shell.program, prologue, environ), mode: 0o755 },
        ]);
        const path = (0,posix_namespaceObject.join)(logs, testLog);
        const own = shell.own(path);
        const file = own ?? (0,external_node_path_.join)(await scratch.directory(), `${scratch.next()}-${testLog}`);
        const onLine = testCases.line?.bind(testCases);
        const output = carry_out_recipe_addDisposableResource(env_1, await OutputLog.open({
            ...live,
            files: [
                { path: file, flag: 'w' },
                { path: fullLog, flag: 'a' },
            ],
            ...(onLine && { onLine }),
        }), true);
        // Only now is it there to be delivered.
        if (own === undefined)
            held.push({ name: testLog, file });
        else
            delivery.isNew(path);
        const started = clock.now();
        const exit = await shell.run([shell.program, '-c', commandLine(recipe)], {
            cwd: directory,
            environment: { ...environment, LOG_PATH: logs, ARTIFACT_PATH: artifacts, TEST_ARTIFACT_PATH: artifacts },
            onOutput: (chunk) => output.take(chunk),
            signal,
            stop,
        });
        // Whatever ended the command together with the run, its code says nothing about the test.
        signal.throwIfAborted();
        return { exit, duration: clock.now() - started };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = carry_out_recipe_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const nothing = { directory: '/', entries: [] };
async function filesOf(directory, shell) {
    const [logs, artifacts] = [(0,posix_namespaceObject.join)(directory ?? '/', 'logs'), (0,posix_namespaceObject.join)(directory ?? '/', 'artifacts')];
    const [inLogs = [], inArtifacts = []] = directory === undefined ? [] : await shell.list([logs, artifacts]);
    const first = inLogs.filter(({ name }) => name === testLog);
    const others = inLogs.filter(({ name }) => name !== testLog);
    return { logs: { directory: logs, entries: [...first, ...others] }, artifacts: { directory: artifacts, entries: inArtifacts } };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:stream/promises"
var external_node_stream_promises_namespaceObject = require("node:stream/promises");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./src/test-runner/file-names.js
const file_names_longest = 250;
// What most file systems take for one name; a name of few but long characters may be over it.
const mostBytes = 255;
/** The name of the packed workspace, which gets no prefix and is nobody else's. */
const workspaceArchive = 'workspace.tar.gz';
/** Gives the files of one sub suite the names under which the log area gets them (etos.md 6.5). No name is given twice. */
class FileNames {
    logs;
    given = new Set([workspaceArchive]);
    constructor(logs) {
        this.logs = logs;
    }
    /**
     * @param name of the file, or of the archive of a directory (`archiveName`)
     * @param testCaseId of the test that made the file; none for the files of the whole sub suite
     */
    give(name, testCaseId) {
        const ofTest = testCaseId === undefined ? name : `${inFileName(testCaseId)}_${name}`;
        const { prepend, joinCharacter } = this.logs;
        const prefixed = prepend === undefined && joinCharacter === undefined ? ofTest : `${inFileName(prepend ?? '')}${joinCharacter ?? '_'}${ofTest}`;
        const shortened = shorten(prefixed);
        let free = shortened;
        // A number may make a name too long for a file system, but not for the rule of 250, which comes before it.
        for (let n = 1; this.given.has(free); n += 1)
            free = shorten(`${n}_${free}`, Infinity);
        this.given.add(free);
        return free;
    }
}
/** The name of the archive that a directory becomes. */
function archiveName(directory) {
    return `${directory.replace(/\.+$/, '')}.tar.gz`;
}
/** Text as a part of a file name: a test case's id is often a path, which the released test runners could not rename a log to. */
function inFileName(text) {
    return text.replace(/[/\\\0]/g, '_');
}
function shorten(name, atMost = file_names_longest) {
    const fits = (text) => [...text].length <= atMost && Buffer.byteLength(text) <= mostBytes;
    if (fits(name))
        return name;
    const dot = name.lastIndexOf('.');
    const last = dot < 0 ? '' : name.slice(dot);
    // What is so long is no ending, and would leave no room for the name.
    const ending = Buffer.byteLength(last) > file_names_longest / 2 ? '' : last;
    const stem = [...name.slice(0, name.length - ending.length)];
    while (!fits(stem.join('') + ending))
        stem.pop();
    return stem.join('').replace(/\.+$/, '') + ending;
}

// EXTERNAL MODULE: ./src/test-runner/open-file.js
var open_file = __nccwpck_require__(6249);
;// CONCATENATED MODULE: ./src/test-runner/collect.js








/**
 * What is at the top level of a directory, under the names the log area gets, in the order of their own (etos.md 6.5). Directories become archives
 * when they are opened. What has no content of its own is left out with a warning.
 */
function collect(directory, entries, testCaseId, parts) {
    const { shell, names, scratch, log } = parts;
    return entries.flatMap(({ name, kind }) => {
        const path = (0,posix_namespaceObject.join)(directory, name);
        switch (kind) {
            case 'directory':
                return [{ path, upload: { name: names.give(archiveName(name), testCaseId), open: archive(path, { shell, scratch }) } }];
            case 'file':
                return [{ path, upload: { name: names.give(name, testCaseId), open: () => shell.read(path) } }];
            case 'other':
                log.warning('not collected: neither a file nor a directory', { path });
                return [];
        }
    });
}
/** Opens a directory as a packed file, packed once: its length must be known before it is sent, and it may be sent more than once. */
function archive(path, { shell, scratch }) {
    let packing;
    return async (signal) => {
        return await (0,open_file/* openFile */.T)(await (packing ??= pack(path, { shell, scratch, signal })));
    };
}
async function pack(path, { shell, scratch, signal }) {
    const file = (0,external_node_path_.join)(await scratch.directory(), `${scratch.next()}.tar.gz`);
    try {
        // The fastest level: a workspace is large, and whoever waits for a verdict waits for this.
        await (0,external_node_stream_promises_namespaceObject.pipeline)(await shell.pack(path), (0,external_node_zlib_.createGzip)({ level: external_node_zlib_.constants.Z_BEST_SPEED }), (0,external_node_fs_.createWriteStream)(file), { signal });
        return file;
    }
    catch (error) {
        await (0,promises_.rm)(file, { force: true });
        signal.throwIfAborted();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/delivery.js





/** Takes logs and artifacts to the log area, announces them, and knows what became of each (etos.md 6.5, 6.9). */
class Delivery {
    parts;
    done = [];
    doneLogs = [];
    /** Files that are still there because they could not be uploaded: they are not the next recipe's. */
    left = new Set();
    constructor(parts) {
        this.parts = parts;
    }
    /** Everything so far, in the order of upload. */
    get uploads() {
        return this.done;
    }
    /** The logs among them. */
    get logs() {
        return this.doneLogs;
    }
    /** A file is being made anew under a path that could not be uploaded before. */
    isNew(path) {
        this.left.delete(path);
    }
    /** Uploads the logs in a directory, those that are held first, and removes what is there now. */
    async deliverLogs(directory, entries, testCaseId, held = []) {
        const { names } = this.parts;
        const kept = held.map(({ name, file }) => ({
            path: undefined,
            upload: { name: names.give(name, testCaseId), open: () => (0,open_file/* openFile */.T)(file) },
        }));
        const uploads = await this.upload('report', [...kept, ...this.found(directory, entries, testCaseId)]);
        this.doneLogs.push(...uploads);
        await Promise.all(held.map(({ file }) => (0,promises_.rm)(file, { force: true })));
        return uploads;
    }
    /** Announces the artifacts in a directory, uploads them, announces where they are. Nothing when there are none. */
    async deliverArtifacts(directory, entries, testCaseId) {
        const { announcements, uploader } = this.parts;
        const found = this.found(directory, entries, testCaseId);
        if (found.length === 0)
            return;
        const created = announcements.artifactCreated(found.map(({ upload }) => upload.name), testCaseId);
        // Whoever hears of the file's arrival in the log area must be able to know what it belongs to.
        await announcements.settled();
        const uploads = await this.upload('artifact', found);
        if (uploads.some(({ state }) => state === 'there'))
            announcements.artifactPublished(created, uploader.addressOf(''));
    }
    /** Uploads the workspace as one archive, whose name is never changed (etos.md 6.5). */
    async deliverWorkspace() {
        const { shell, scratch } = this.parts;
        await this.upload('artifact', [
            { path: undefined, upload: { name: workspaceArchive, open: archive((0,posix_namespaceObject.join)(shell.root, 'workspace'), { shell, scratch }) } },
        ]);
    }
    found(directory, entries, testCaseId) {
        return collect(directory, entries.filter(({ name }) => !this.left.has((0,posix_namespaceObject.join)(directory, name))), testCaseId, this.parts);
    }
    async upload(kind, found) {
        const { uploader, shell, signal } = this.parts;
        const uploads = [];
        const gone = [];
        for (const { path, upload } of found) {
            const uploaded = await uploader.upload(upload, signal);
            uploads.push(uploaded);
            if (uploaded.state === 'there')
                this.parts.uploaded?.(kind, uploaded);
            if (path !== undefined && uploaded.state === 'there')
                gone.push(path);
            if (path !== undefined && uploaded.state === 'missing')
                this.left.add(path);
        }
        if (gone.length > 0)
            await shell.remove(gone);
        this.done.push(...uploads);
        return uploads;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/iut-commands.js
var iut_commands_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var iut_commands_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



const patient = [
    { send: 'SIGINT', patience: 60_000 },
    { send: 'SIGTERM', patience: 30_000 },
];
/** The commands of an IUT, running beside the tests (etos.md 6.7). */
class IutCommands {
    running;
    unwanted = new AbortController();
    constructor(running) {
        this.running = running;
    }
    /** Writes the commands' files below the shell's root and starts them. */
    static async start(commands, parts) {
        const { shell } = parts;
        const files = commands.map(({ name, script }) => ({ file: (0,posix_namespaceObject.join)(shell.root, name), content: `${script.join('\n')}\n`, mode: 0o755 }));
        if (files.length > 0)
            await shell.write(files);
        const running = [];
        const all = new IutCommands(running);
        for (const command of commands)
            running.push(all.run(command, parts));
        return all;
    }
    /** Ends those that still run: SIGINT, after 60 s SIGTERM, after 30 s SIGKILL. */
    async end() {
        this.unwanted.abort(new Error('the last test is over'));
        await Promise.all(this.running);
    }
    async run({ name, parameters }, { shell, environment, openOutput, log, hurry }) {
        const { signal } = this.unwanted;
        log.info('command of the IUT started', { command: name });
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const output = iut_commands_addDisposableResource(env_1, await openOutput(), true);
                const exit = await shell.run([(0,posix_namespaceObject.join)(shell.root, name), ...parameters], {
                    cwd: shell.root,
                    environment,
                    onOutput: (chunk) => output.take(chunk),
                    signal,
                    stop: patient,
                    hurry,
                });
                log.warning('command of the IUT ended before the last test', { command: name, end: describeExit(exit) });
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = iut_commands_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        catch (error) {
            if (signal.aborted && error === signal.reason)
                log.info('command of the IUT ended', { command: name });
            else
                log.error('command of the IUT failed', { command: name, reason: (0,errors/* messageOf */.bD)(error) });
        }
    }
}

;// CONCATENATED MODULE: ./src/test-runner/iut-steps.js




const iut_steps_form = 'The steps are {"environment": {"NAME": "text"}, "commands": [{"name": "…", "script": ["#!/bin/sh", "…"], "parameters": []}]}';
/** Reads and evaluates `iut.test_runner.steps`. Unknown steps are logged and left out. @throws {InvalidInput} with all problems */
async function iutSteps(iut, parts) {
    const stage = iut.get('test_runner');
    const steps = (0,json_value/* isObject */.Gv)(stage) ? stage.get('steps') : undefined;
    if (!(0,json_value/* isObject */.Gv)(steps))
        return { environment: {}, commands: [] };
    const problems = [];
    let environment = {};
    let commands = [];
    for (const [name, step] of steps) {
        if (name === 'environment')
            environment = readEnvironment(await evaluated(step, iut, parts), problems);
        else if (name === 'commands')
            commands = readCommands(await evaluated(step, iut, parts), problems);
        else
            parts.log.warning('unknown step of the IUT skipped', { step: name });
    }
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`iut.test_runner.steps: ${problems.join('; ')}`, iut_steps_form);
    return { environment, commands };
}
async function evaluated(step, iut, { variables, ...parts }) {
    if (!holdsQuery(step))
        return step;
    const { evaluate, testRunnerStructures } = await __nccwpck_require__.e(/* import() */ 363).then(__nccwpck_require__.bind(__nccwpck_require__, 3363));
    // An item shows its members by name, and all of them as `as_dict` (jsontas.md 12.2).
    const dataset = new Map([['iut', new Map([...iut, ['as_dict', iut]])]]);
    // A document is an object; a list of commands is put into one.
    const document = new Map([['step', step]]);
    const result = await evaluate(document, { ...parts, dataset, structures: testRunnerStructures({ environment: variables }) });
    return (0,json_value/* isObject */.Gv)(result) ? (result.get('step') ?? null) : result;
}
function holdsQuery(value) {
    if (typeof value === 'string')
        return value.startsWith('$');
    if (Array.isArray(value))
        return value.some(holdsQuery);
    return (0,json_value/* isObject */.Gv)(value) && [...value].some(([name, member]) => name.startsWith('$') || holdsQuery(member));
}
function readEnvironment(value, problems) {
    if (!(0,json_value/* isObject */.Gv)(value)) {
        problems.push(`environment is ${inJson(value)}; expected an object of texts`);
        return {};
    }
    return Object.fromEntries([...value].map(([name, member]) => {
        if (typeof member !== 'string')
            problems.push(`${(0,parse/* printPath */.bA)(['environment', name])} is ${inJson(member)}; expected text`);
        return [name, (0,print/* printText */.n)(member)];
    }));
}
function readCommands(value, problems) {
    const commands = Array.isArray(value) ? value : [value];
    return commands.map((command, n) => {
        const at = `commands[${n}]`;
        const of = (name) => ((0,json_value/* isObject */.Gv)(command) ? (command.get(name) ?? null) : null);
        if (!(0,json_value/* isObject */.Gv)(command))
            problems.push(`${at} is ${inJson(command)}; expected an object`);
        const name = of('name');
        if (typeof name !== 'string' || name === '' || /[/\0]/.test(name))
            problems.push(`${at}.name is ${inJson(name)}; expected a file name`);
        return {
            name: (0,print/* printText */.n)(name),
            script: iut_steps_texts(of('script'), `${at}.script`, problems),
            parameters: iut_steps_texts(of('parameters') ?? [], `${at}.parameters`, problems),
        };
    });
}
function iut_steps_texts(value, at, problems) {
    if (value === null)
        return [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return value;
    problems.push(`${at} is ${inJson(value)}; expected a list of texts`);
    return [];
}
function inJson(value) {
    return JSON.stringify((0,json_value/* toPlain */.Ul)(value));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./src/test-runner/test-cases/recipe-test-case.js

/** A recipe as one test case: where no patterns say how its output tells of others. */
class RecipeTestCase {
    recipe;
    announcements;
    triggered = '';
    constructor(recipe, announcements) {
        this.recipe = recipe;
        this.announcements = announcements;
    }
    begin() {
        const { id, testCase } = this.recipe;
        this.triggered = this.announcements.testCaseTriggered(testCase, id);
        this.announcements.testCaseStarted(this.triggered);
    }
    end({ exit, duration, logs }) {
        const outcome = exitCodeOf(exit) === 0
            ? { verdict: 'PASSED', conclusion: 'SUCCESSFUL' }
            : { verdict: 'FAILED', conclusion: 'FAILED', description: `It ended with ${describeExit(exit)}.` };
        this.announcements.testCaseFinished(this.triggered, outcome, { duration, logs });
    }
    abandon(outcome, logs) {
        this.announcements.testCaseFinished(this.triggered, outcome, { logs });
    }
}

// EXTERNAL MODULE: ./src/jsontas/regex/match.js + 7 modules
var match = __nccwpck_require__(4339);
;// CONCATENATED MODULE: ./src/test-runner/test-cases/test-patterns.js





const test_patterns_names = ['test_name', 'triggered', 'started', 'passed', 'failed', 'error', 'skipped'];
/** What a line of output may say about a test case, in the order in which a line is looked at (etos.md 6.6). */
const sayings = ['triggered', 'started', 'passed', 'failed', 'error', 'skipped'];
// The escape character that begins a colour, as Python's patterns write it.
const test_patterns_escape = /\\x1b|\\033|\\u001b/i;
/**
 * Reads the file that TEST_REGEX names: an object of all seven patterns, in Python's notation.
 * @throws {InvalidInput} with all problems
 */
function parseTestPatterns(text, source) {
    const file = (0,parse/* parsePlain */.eE)(text, source);
    const members = typeof file === 'object' && file !== null ? file : {};
    const problems = Object.keys(members)
        .filter((name) => !test_patterns_names.includes(name))
        .map((name) => [name, (0,nearest/* didYouMean */.a)(name, test_patterns_names)])
        .filter(([, meant]) => meant !== '')
        .map(([name, meant]) => `${name} is not known.${meant}`);
    const read = (name) => {
        const pattern = members[name];
        try {
            if (typeof pattern === 'string')
                (0,match/* checkPattern */.rg)(pattern);
            else
                problems.push(pattern === undefined ? `${name} is missing` : `${name} is not text`);
        }
        catch (error) {
            problems.push(`${name} is not a regular expression: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        return String(pattern);
    };
    const patterns = {
        coloured: test_patterns_names.some((name) => test_patterns_escape.test(String(members[name])) || String(members[name]).includes('\u001b')),
        testName: read('test_name'),
        says: Object.fromEntries(sayings.map((saying) => [saying, read(saying)])),
    };
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`${source}: ${problems.join('; ')}`, `It must hold ${test_patterns_names.join(', ')}`);
    return patterns;
}
/** A line as the patterns see it: frameworks also colour what they write into files, and `PASSED` is `PASSED` in green. */
function asSeen(line, { coloured }) {
    return coloured || !line.includes('\u001b') ? line : (0,external_node_util_.stripVTControlCharacters)(line);
}
/** The name of the test case that a line speaks of: what the first group holds, or the whole match. */
function testNameIn(line, { testName }) {
    const found = (0,match/* search */.$P)(testName, line);
    return found && (found.groups.find((group) => group !== undefined) ?? found.text);
}
/** What a line says, in the order in which it is to be told. */
function sayingsIn(line, { says }) {
    return sayings.filter((saying) => matches(says[saying], line));
}
function matches(pattern, line) {
    try {
        return (0,match/* matchesAtStart */.hU)(pattern, line);
    }
    catch (error) {
        // One with back references may take too long for a line: nothing is known of the line then.
        if (error instanceof match/* TooLong */.VL)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/test-cases/live-test-cases.js



const results = {
    passed: { verdict: 'PASSED', conclusion: 'SUCCESSFUL' },
    failed: { verdict: 'FAILED', conclusion: 'FAILED' },
    error: { verdict: 'FAILED', conclusion: 'INCONCLUSIVE' },
    skipped: { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'SKIPPED' },
};
// Whoever reads a description wants to know which failure it was; the log has the rest.
const live_test_cases_longestLine = 300;
/**
 * The test cases that the output of one recipe tells of (etos.md 6.6), each with the recipe's id. Frameworks leave lines out: a test case that
 * nothing triggered is triggered by the first line about it, and one that was never finished ends inconclusive with the recipe. A recipe whose
 * output told of none is one itself, or nobody would hear of it.
 */
class LiveTestCases {
    recipe;
    patterns;
    parts;
    current;
    open = new Map();
    finished = new Set();
    constructor(recipe, patterns, parts) {
        this.recipe = recipe;
        this.patterns = patterns;
        this.parts = parts;
    }
    /** Nothing is known before the output tells. */
    begin() {
        this.current = undefined;
    }
    line(printed) {
        const line = asSeen(printed, this.patterns);
        this.current = testNameIn(line, this.patterns) ?? this.current;
        for (const saying of sayingsIn(line, this.patterns)) {
            if (this.current === undefined)
                this.parts.log.debug('a line tells of a test case before one was named', { line });
            else
                this.told(this.current, saying, line);
        }
        return this.parts.announcements.keepUp();
    }
    end(carried) {
        if (this.none)
            this.asOne().end(carried);
        const unknown = {
            verdict: 'INCONCLUSIVE',
            conclusion: 'INCONCLUSIVE',
            description: 'The output ended without a result for this test case.',
        };
        for (const name of [...this.open.keys()])
            this.finish(name, unknown);
    }
    abandon(outcome, logs) {
        if (this.none)
            this.asOne().abandon(outcome, logs);
        for (const name of [...this.open.keys()])
            this.finish(name, outcome);
    }
    get none() {
        return this.open.size === 0 && this.finished.size === 0;
    }
    asOne() {
        const testCase = new RecipeTestCase(this.recipe, this.parts.announcements);
        testCase.begin();
        return testCase;
    }
    told(name, saying, line) {
        switch (saying) {
            case 'triggered':
                this.trigger(name);
                return;
            case 'started': {
                const testCase = this.trigger(name);
                if (!testCase.started)
                    this.parts.announcements.testCaseStarted(testCase.id);
                testCase.started = true;
                return;
            }
            case 'passed':
            case 'failed':
            case 'error':
            case 'skipped':
                // A summary often repeats results.
                if (!this.open.has(name) && this.finished.has(name))
                    return;
                this.trigger(name);
                this.finish(name, { ...(results[saying].verdict === 'FAILED' && { description: shown(line) }), ...results[saying] }, saying === 'skipped');
                return;
        }
    }
    /** Said again of a test case that runs, it is the same one; after its end it is run again. */
    trigger(name) {
        const known = this.open.get(name);
        if (known)
            return known;
        const triggered = { id: this.parts.announcements.testCaseTriggered({ id: name }, this.recipe.id), started: false };
        this.open.set(name, triggered);
        return triggered;
    }
    finish(name, outcome, skipped = false) {
        const testCase = this.open.get(name);
        if (!testCase)
            return;
        this.open.delete(name);
        this.finished.add(name);
        this.parts.announcements.testCaseFinished(testCase.id, outcome, { skipped });
    }
}
function shown(line) {
    const text = (0,external_node_util_.stripVTControlCharacters)(line).trim();
    return text.length > live_test_cases_longestLine ? `${text.slice(0, live_test_cases_longestLine - 1).trimEnd()}…` : text;
}

;// CONCATENATED MODULE: ./src/test-runner/pyenv.js
// Without the rehash, which takes 100 ms and more; pip makes the shims of what it installs itself. What is printed is what the two lines come to,
// because the text of `pyenv init -` starts a bash of its own each time it is evaluated.
const ask = `command -v pyenv > /dev/null 2>&1 || exit 1
{ eval "$(pyenv init - --no-rehash bash)" && pyenv shell --unset; } > /dev/null 2>&1 || exit 1
printf 'export PATH=%q\n' "$PATH"
echo 'export PYENV_SHELL=bash'
echo 'unset PYENV_VERSION'
declare -f pyenv`;
/**
 * What scripts begin with so that pyenv's Python is the one that tests find (etos.md 6.4): what `pyenv init -` and `pyenv shell --unset` do to a
 * shell. Asked for once, because pyenv needs longer for the answer than all else around a short recipe. Empty where there is
 * no pyenv, and without bash, which pyenv needs.
 */
async function pyenvPrologue({ shell, environment, signal, }) {
    if (!shell.program.endsWith('bash'))
        return '';
    const pieces = [];
    const exit = await shell.run([shell.program, '-c', ask], {
        cwd: shell.root,
        environment,
        onOutput: (chunk) => void pieces.push(chunk),
        signal,
        stop: [{ send: 'SIGTERM', patience: 1_000 }],
    });
    const text = Buffer.concat(pieces).toString('utf8').trimEnd();
    return 'code' in exit && exit.code === 0 && text !== '' ? `${text}\n` : '';
}

;// CONCATENATED MODULE: ./src/test-runner/scratch.js



/** A directory of this process for what is on its way to the log area; made when it is first needed. */
class Scratch {
    made;
    count = 0;
    directory() {
        return (this.made ??= (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'etos-test-runner-')));
    }
    /** A number that nothing else in it has. */
    next() {
        this.count += 1;
        return this.count;
    }
    async [Symbol.asyncDispose]() {
        if (this.made)
            await (0,promises_.rm)(await this.made, { recursive: true, force: true, maxRetries: 2 });
    }
}

;// CONCATENATED MODULE: ./src/test-runner/traps.js
/**
 * What in a recipe looks right and is not, because of how its scripts are put together (etos.md 6.4): a sentence for each, for people. The recipe
 * is carried out all the same: a few of them may be meant.
 */
function trapsIn({ command, execute, checkout, environment }) {
    return [
        ...environment.flatMap(([name]) => inEnvironment(name)),
        ...checkout.flatMap((line) => inLine('CHECKOUT', line)),
        ...execute.flatMap((line) => inLine('EXECUTE', line)),
        ...inCommand(command),
    ];
}
const ownVariables = ['TEST_REGEX', 'VERDICT_RULES_FILE'];
function inEnvironment(name) {
    if (!ownVariables.includes(name))
        return [];
    return [`${name} in ENVIRONMENT is only seen by the test: the test runner reads it from the environment of etos run, or of its image`];
}
// Lines are put into a script as they are, with ` || exit 1` behind each.
function inLine(key, line) {
    const text = line.trim();
    const problem = (what) => `${key} ${traps_shown(text)} ${what}`;
    if (/(?<![&\\])&$/.test(text))
        return [problem('ends with "&", which is a syntax error before " || exit 1": write { command & }')];
    if (/(?<!<)<<-?\s*['"\\]?[A-Za-z_]/.test(text) && !text.includes('(('))
        return [problem('has a here-document, whose last line gets " || exit 1" and is not found: use printf, or a file')];
    if (/(?:^|\s)#[^'"]*$/.test(text))
        return [problem('ends in a comment, and " || exit 1" with it: its failure is not noticed')];
    if (key === 'EXECUTE' && /^exit(?:\s+0)?$/.test(text))
        return [problem('ends the recipe as passed: COMMAND is not run')];
    return [];
}
const starts = [
    [/^\(/, 'starts with "(", which is a syntax error after ./executor.sh: write sh -c \'…\''],
    [/^!(?:\s|$)/, 'starts with "!", which is looked for as a program: write sh -c \'…\''],
    [/^\{(?:\s|$)/, 'starts with "{", which is looked for as a program: write sh -c \'…\''],
    [
        /^(?:if|for|while|until|case)\s/,
        "starts with a word that only a shell knows, which is a syntax error after ./executor.sh: write sh -c '…'",
    ],
    [/^[A-Za-z_][A-Za-z0-9_]*=/, 'starts with a variable, which is looked for as a program: put it into ENVIRONMENT'],
    [/^cd\s[^&|;]*(?:&&|;)/, 'starts with cd, which is over before the next command: put it into EXECUTE'],
];
// COMMAND becomes words of ./executor.sh, which runs them as a program with its arguments.
function inCommand(command) {
    const text = command.trim();
    const found = starts.find(([pattern]) => pattern.test(text));
    return found ? [`COMMAND ${traps_shown(text)} ${found[1]}`] : [];
}
function traps_shown(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: ./src/log-area/template.js


/**
 * Fills a template of Python's format form, as far as log areas use it (etos.md 6.5): `{name}`, `{{` and `}}` for braces.
 * @param what how messages call the template
 * @throws {InvalidInput} for an unknown name, a single brace, and Python's further forms (`{}`, `{0}`, `{name!r}`, `{name:>5}`, `{name.x}`)
 */
function fillTemplate(template, values, what) {
    const known = Object.keys(values);
    const fail = (problem) => {
        throw new errors/* InvalidInput */.o9(`${what} ${JSON.stringify(template)}: ${problem}`, `It may hold ${known.map((name) => `{${name}}`).join(', ')}; {{ and }} are braces`);
    };
    return template.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, name) => {
        if (found === '{{')
            return '{';
        if (found === '}}')
            return '}';
        if (name === undefined)
            return fail(`a single "${found}"`);
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        return value ?? fail(`${found} is not known.${(0,nearest/* didYouMean */.a)(name, known)}`);
    });
}

;// CONCATENATED MODULE: ./src/log-area/upload.js





/** Puts files into a log area (etos.md 6.5). A file is there when the server said so, and only then. */
class Uploader {
    area;
    place;
    parts;
    lastTimedOut = false;
    noted = false;
    /** @throws {InvalidInput} when the template of the address cannot be filled */
    constructor(area, place, parts) {
        this.area = area;
        this.place = place;
        this.parts = parts;
        this.addressOf('');
        if (area.upload.unknown.length > 0)
            parts.log.warning('members of log_area.upload that mean nothing here were left out', { members: area.upload.unknown.join(', ') });
    }
    /** The address of a file, or, for an empty name, of the folder: what ArtifactPublished tells. */
    addressOf(name) {
        const { context, mainSuiteId, subSuiteId } = this.place;
        const values = {
            context,
            folder: `${mainSuiteId}/${subSuiteId}`,
            // Encoded, because a name may hold what has a meaning in an address (`#`, `?`, `%`, `&`).
            name: encodeURIComponent(name),
            main_suite_id: mainSuiteId,
            sub_suite_id: subSuiteId,
        };
        return fillTemplate(this.area.upload.url, values, 'log_area.upload.url');
    }
    /** Uploads one file, again and again within the log area's timeout. Whatever stands in the way, the signal too, is the reason it is missing. */
    async upload({ name, open }, signal) {
        const uri = this.addressOf(name);
        try {
            signal.throwIfAborted();
            const { length, content } = await open(signal);
            let first = content;
            let hash;
            const body = () => {
                const taken = first ?? external_node_stream_.Readable.from(again(open, signal));
                first = undefined;
                if (!this.parts.checksums)
                    return taken;
                hash = (0,external_node_crypto_.createHash)('sha256');
                return external_node_stream_.Readable.from(through(hash, taken));
            };
            const answer = await this.send(uri, body, length, signal);
            first?.destroy();
            const problem = await this.problemOf(answer, name);
            if (problem !== undefined)
                return this.missing(name, problem);
            this.lastTimedOut = false;
            this.parts.log.debug('uploaded', { name, uri, bytes: length });
            return { state: 'there', name, uri, ...(hash && { sha256: hash.digest('hex') }) };
        }
        catch (error) {
            if (error instanceof client/* NoAnswer */.W)
                this.lastTimedOut = true;
            return this.missing(name, (0,errors/* messageOf */.bD)(error));
        }
    }
    async send(uri, body, length, signal) {
        const { method, auth, headers, params, timeout } = this.area.upload;
        const answer = await this.parts.http.request({
            method,
            url: withParams(uri, params),
            headers,
            ...(auth && { auth }),
            body,
            length,
            // A log area that did not answer for the whole time of one file is asked once for each further one, or a long suite would wait for hours.
            ...(!this.lastTimedOut && { retry: { within: timeout, statuses: [500] } }),
            signal,
        });
        this.lastTimedOut = answer.status >= 500;
        return answer;
    }
    async problemOf(answer, name) {
        const text = await answer.text();
        const status = `${answer.status} ${answer.reason}`.trim();
        if (answer.status < 200 || answer.status > 299)
            return `the log area answered ${status}`;
        const { asJson } = this.area.upload;
        if (asJson === false || isJson(text))
            return undefined;
        // A page of a login with status 200 is what a demanded form protects from. Where nobody demanded it, plain servers answer as they like.
        if (asJson)
            return `the log area answered ${status}, but with something that is not JSON, which as_json asks for`;
        if (!this.noted)
            this.parts.log.debug('the log area does not answer with JSON; as_json: false says that it need not', { name });
        this.noted = true;
        return undefined;
    }
    missing(name, reason) {
        this.parts.log.warning('not uploaded', { name, reason });
        return { state: 'missing', name, reason };
    }
}
async function* again(open, signal) {
    const { content } = await open(signal);
    yield* content;
}
/** Reads a body and hashes it on its way. */
async function* through(hash, content) {
    for await (const piece of content) {
        hash.update(piece);
        yield piece;
    }
}
function withParams(uri, params) {
    if (params.length === 0)
        return uri;
    const query = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
    const [address = '', fragment] = uri.split('#', 2);
    return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/run-sub-suite.js
// The test runner carries out the recipes of one sub suite through a shell, takes what they leave to the log area, and announces it all (etos.md 6).
// In: a sub suite document. Out: events, files in the log area, an outcome. Where the shell is, who started this and who listens does not
// belong here.
var run_sub_suite_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_sub_suite_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

























const fullLogName = 'full_execution.log';
/** Milliseconds that the last events get when the grace is over, however long the clean-up took: nobody knows how it ended without them. */
const lastWords = 2_000;
/**
 * Carries out a sub suite from its ActivityTriggered to its ActivityFinished (etos.md 6.3 to 6.9). Whatever recipes, files or servers do is part of
 * the outcome: INCONCLUSIVE when not all recipes could be carried out, with conclusion ABORTED after a cancel.
 * @throws only when the bus does not take the events, so that nobody can learn the outcome from them
 */
async function runSubSuite(subSuite, parts) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { publisher, clock, log, variables, host, signal, grace } = parts;
        const lastUpload = run_sub_suite_addDisposableResource(env_1, new After(signal, grace * 0.8, { clock }), false);
        const lastWord = run_sub_suite_addDisposableResource(env_1, new After(signal, grace, { clock }), false);
        const scratch = run_sub_suite_addDisposableResource(env_1, new Scratch(), true);
        const environmentId = variables.ENVIRONMENT_ID;
        const edition = editionOf(variables);
        const announcements = new Announcements(subSuite, { publisher, clock, host, environmentId, edition, signal: lastWord.signal });
        announcements.activityStarted();
        announcements.testSuiteStarted();
        announcements.environmentDefined('ETR Hostname', host);
        if (variables.EXECUTION_SPACE_URL)
            announcements.environmentDefined('Execution Space URL', variables.EXECUTION_SPACE_URL);
        let delivery;
        let ended;
        try {
            const work = await prepare(subSuite, { ...parts, announcements, scratch, lastUpload: lastUpload.signal });
            delivery = work.delivery;
            ended = { outcome: await carryOutRecipes(subSuite, work), whole: true };
        }
        catch (error) {
            const hint = error instanceof errors/* EtosError */.Ss && error.hint !== '' ? error.hint : undefined;
            log.error('the sub suite was not carried out to its end', { reason: (0,errors/* messageOf */.bD)(signal.aborted ? signal.reason : error), hint });
            ended = { outcome: brokenOff(error, signal), whole: false };
        }
        if (delivery)
            ended = await deliverTheRest(delivery, ended, { ...parts, scratch });
        announcements.testSuiteFinished(ended.outcome, delivery?.logs ?? []);
        const { conclusion, description } = ended.outcome;
        announcements.activityFinished(ended.whole ? { conclusion: 'SUCCESSFUL' } : { conclusion, description });
        const end = run_sub_suite_addDisposableResource(env_1, new After(lastWord.signal, lastWords, { clock }), false);
        await announcements.settled(end.signal);
        log.info('sub suite finished', { subSuite: subSuite.name, verdict: ended.outcome.verdict, conclusion, description });
        return ended.outcome;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_sub_suite_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function prepare(subSuite, parts) {
    const { shell, announcements, scratch, lastUpload } = parts;
    const { context, testSuiteStartedId, suiteId, logArea } = subSuite;
    // Documents of 2021 name no main suite.
    const mainSuiteId = testSuiteStartedId ?? suiteId ?? context;
    const uploader = new Uploader(logArea, { context, mainSuiteId, subSuiteId: announcements.testSuite }, { ...parts, checksums: parts.uploaded !== undefined });
    await shell.write(['logs', 'artifacts', 'workspace'].map((name) => ({ directory: (0,posix_namespaceObject.join)(shell.root, name) })));
    const delivery = new Delivery({ ...parts, uploader, names: new FileNames(logArea.logs), signal: lastUpload });
    const fullLog = shell.own((0,posix_namespaceObject.join)(shell.root, 'logs', fullLogName)) ?? (0,external_node_path_.join)(await scratch.directory(), fullLogName);
    return { ...parts, delivery, fullLog };
}
async function carryOutRecipes(subSuite, work) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { shell, log, variables, signal, grace, announcements, output, fullLog } = work;
        const live = { output, log, signal };
        const openFull = () => OutputLog.open({ ...live, files: [{ path: fullLog, flag: 'a' }] });
        // First of all: it is delivered whatever keeps recipes from being carried out.
        const full = run_sub_suite_addDisposableResource(env_2, await openFull(), true);
        const steps = await iutSteps(subSuite.iut, work);
        const environment = { ...variablesForAll(shell, variables), ...steps.environment };
        const [prologue, rules, patterns] = await Promise.all([
            pyenvPrologue({ shell, environment, signal }),
            readRules(work),
            readPatterns(work),
        ]);
        const stop = [{ send: 'SIGTERM', patience: grace / 2 }];
        const hurry = run_sub_suite_addDisposableResource(env_2, new After(signal, grace / 2, work), false);
        const beside = await IutCommands.start(steps.commands, { shell, environment, openOutput: openFull, log, hurry: hurry.signal });
        try {
            const checkouts = new Checkouts({ ...work, environment, prologue, limits: work.checkoutLimits, full, stop });
            const results = [];
            const warned = new Set();
            for (const [n, recipe] of subSuite.recipes.entries()) {
                signal.throwIfAborted();
                log.info('recipe started', { recipe: `${n + 1} of ${subSuite.recipes.length}`, testCase: recipe.testCase.id });
                for (const trap of trapsIn(recipe).filter((one) => !warned.has(one))) {
                    warned.add(trap);
                    log.warning(trap, { testCase: recipe.testCase.id });
                }
                const testCases = patterns ? new LiveTestCases(recipe, patterns, work) : new RecipeTestCase(recipe, announcements);
                const result = await carryOutRecipe(recipe, testCases, { ...work, checkouts, prologue, environment, live, stop });
                await announcements.settled();
                log.info('recipe finished', { testCase: recipe.testCase.id, end: describeExit(result.exit) });
                results.push(result);
            }
            return outcomeOf(subSuite.name, results, rules);
        }
        finally {
            await beside.end();
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_sub_suite_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function deliverTheRest(delivery, { outcome, whole }, { shell, scratch, log, grace }) {
    const [logs, artifacts] = [(0,posix_namespaceObject.join)(shell.root, 'logs'), (0,posix_namespaceObject.join)(shell.root, 'artifacts')];
    const inShell = shell.own((0,posix_namespaceObject.join)(logs, fullLogName)) !== undefined;
    const held = inShell ? [] : [{ name: fullLogName, file: (0,external_node_path_.join)(await scratch.directory(), fullLogName) }];
    // Each of these for itself: where the shell is gone, what this process holds can still be delivered.
    await shell.sweep(Math.min(1_000, grace / 4)).catch((error) => {
        log.warning('what tests left running may run on', { reason: (0,errors/* messageOf */.bD)(error) });
    });
    const [inLogs = [], inArtifacts = []] = await shell.list([logs, artifacts]).catch((error) => {
        log.error('logs and artifacts of the sub suite cannot be reached', { reason: (0,errors/* messageOf */.bD)(error) });
        return [];
    });
    try {
        await delivery.deliverLogs(logs, inLogs, undefined, held);
        await delivery.deliverArtifacts(artifacts, inArtifacts);
        await delivery.deliverWorkspace();
        return { whole, outcome: withMissingFiles(outcome, delivery.uploads) };
    }
    catch (error) {
        log.error('what was left could not be delivered', { reason: (0,errors/* messageOf */.bD)(error) });
        const description = `${outcome.description} What was left could not be delivered: ${(0,errors/* messageOf */.bD)(error)}.`;
        return { whole, outcome: withMissingFiles({ ...outcome, description }, delivery.uploads) };
    }
}
/** What every command of the sub suite gets beside the shell's own variables (etos.md 6.1, 6.3). */
function variablesForAll(shell, variables) {
    const { ETOS_SOURCE_DIR: source } = variables;
    return {
        ...masksFor(shell.environment),
        ...(source !== undefined && { ETOS_SOURCE_DIR: source }),
        GLOBAL_LOGS: (0,posix_namespaceObject.join)(shell.root, 'logs'),
        GLOBAL_ARTIFACTS: (0,posix_namespaceObject.join)(shell.root, 'artifacts'),
    };
}
async function readRules({ shell, variables }) {
    const path = variables.VERDICT_RULES_FILE;
    return path ? parseVerdictRules(await readText((0,posix_namespaceObject.resolve)(shell.root, path), shell), path) : [];
}
/** The patterns for live test cases. A file that cannot be used disables them, with a line in the log (etos.md 6.6). */
async function readPatterns({ shell, variables, log }) {
    const path = variables.TEST_REGEX;
    if (!path)
        return undefined;
    try {
        return parseTestPatterns(await readText((0,posix_namespaceObject.resolve)(shell.root, path), shell), path);
    }
    catch (error) {
        log.error('TEST_REGEX cannot be used: each recipe is one test case', { reason: (0,errors/* messageOf */.bD)(error) });
        return undefined;
    }
}
async function readText(path, shell) {
    try {
        return await (0,consumers_namespaceObject.text)((await shell.read(path)).content);
    }
    catch (error) {
        throw new errors/* InvalidInput */.o9(`${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 'It must be a file where the recipes are carried out', {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./src/host/log.js
var host_log = __nccwpck_require__(5194);
;// CONCATENATED MODULE: ./src/test-runner/user-log.js







/** Milliseconds for what is still to be confirmed at the end: it is told live, or not at all. */
const user_log_patience = 2_000;
const levels = { debug: 'INFO', event: 'INFO', info: 'INFO', warning: 'WARNING', error: 'ERROR' };
/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`, unless events go to a run (ETOS_EVENTS_URL), which tells of its own; `ETOS_ENABLE_SENDING_LOGS=false` keeps lines from it, `DISABLE_EVENT_PUBLISHING=true` files. Whatever is
 * wrong with it is told in the log: it fails nothing.
 */
async function openUserLog(variables, { suiteId, name }, { clock, log }) {
    const without = { log, [Symbol.asyncDispose]: () => Promise.resolve() };
    const lines = variables.ETOS_ENABLE_SENDING_LOGS?.toLowerCase() !== 'false';
    const files = variables.DISABLE_EVENT_PUBLISHING?.toLowerCase() !== 'true';
    if (variables.ETOS_EVENTS_URL || !variables.ETOS_RABBITMQ_HOST || suiteId === undefined || (!lines && !files))
        return without;
    try {
        const broker = (0,eiffel_broker/* readBroker */.i2)(await withClearPasswords(variables), 'ETOS_RABBITMQ');
        if (!broker)
            return without;
        log.secret(broker.password);
        // Loaded here alone: most test runners do without.
        const { openInternalPublisher } = await Promise.all(/* import() */[__nccwpck_require__.e(887), __nccwpck_require__.e(757)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8757));
        const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'etos-user-log-'));
        const publisher = await openInternalPublisher(broker, {
            identifier: suiteId,
            application: 'ETOS Test Runner',
            outbox: (0,external_node_path_.join)(directory, 'outbox'),
            clock,
            log,
        });
        const teller = (0,host_log/* createLog */.h)({ level: 'info', write: (line, level) => publisher.line(levels[level], name, line) });
        return {
            log: lines ? both(log, teller) : log,
            ...(files && {
                uploaded: (kind, { name: file, uri, sha256 = '' }) => {
                    const data = { url: uri, name: file, checksums: { 'SHA-256': sha256 } };
                    publisher.event(kind === 'report' ? { event: 'report', data } : { event: 'artifact', data: { ...data, directory: name.replaceAll(' ', '-') } });
                },
            }),
            async [Symbol.asyncDispose]() {
                await publisher.settle(clock.deadline(user_log_patience, new Error('too late')));
                await publisher[Symbol.asyncDispose]();
                await (0,promises_.rm)(directory, { recursive: true, force: true });
            },
        };
    }
    catch (error) {
        log.warning('log lines and files are not told on the internal bus', { reason: (0,errors/* messageOf */.bD)(error) });
        return without;
    }
}
function both(log, teller) {
    const to = (level) => (message, facts) => {
        log[level](message, facts);
        teller[level](message, facts);
    };
    return { ...log, info: to('info'), warning: to('warning'), error: to('error') };
}

;// CONCATENATED MODULE: ./src/test-runner/carry-out.js
var carry_out_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var carry_out_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/**
 * Fetches the sub suite that the variables name and carries it out (etos.md 6).
 * @param variables what a test runner is told: ENVIRONMENT_URL, SUB_SUITE_URL or ENVIRONMENT_ID, ETOS_EVENTS_URL or RABBITMQ_*, and those of etos.md 6.1. Those that the shell
 *   has and that are not among them count too: an image may bring its TEST_REGEX
 * @returns the exit code: 0 PASSED, 1 FAILED, 3 INCONCLUSIVE, 128 + n after a cancel
 * @throws {InvalidInput} the variables are wrong, or what they name is no sub suite
 * @throws {NotCarriedOut} the sub suite cannot be fetched, or the bus does not take events; the signal's reason when it fires before the start
 */
async function carryOut(variables, { shell, http, clock, log, output, signal, grace }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const told = { ...shell.environment, ...variables };
        secretsIn(told).forEach((secret) => log.secret(secret));
        const checkoutLimits = readCheckoutLimits(told);
        const publisher = carry_out_addDisposableResource(env_1, await publisherFor(told, { http, clock, log, signal }), true);
        const subSuite = await fetchSubSuite(told, { http, clock, log, signal });
        const { auth } = subSuite.logArea.upload;
        if (auth)
            log.secret(auth.password);
        const host = told.HOSTNAME || (0,external_node_os_.hostname)();
        const userLog = carry_out_addDisposableResource(env_1, await openUserLog(told, subSuite, { clock, log }), true);
        const outcome = await runSubSuite(subSuite, {
            shell,
            publisher,
            http,
            clock,
            log: userLog.log,
            ...(userLog.uploaded && { uploaded: userLog.uploaded }),
            output,
            variables: told,
            host,
            checkoutLimits,
            signal,
            grace,
        });
        // As released test runners end, so that a job's log shows the reason.
        if (outcome.verdict !== 'PASSED')
            log.error(JSON.stringify(outcome));
        return carry_out_exitCodeOf(outcome, signal);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = carry_out_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function carry_out_exitCodeOf({ verdict }, signal) {
    if (signal.aborted && signal.reason instanceof errors/* Cancelled */.cJ)
        return signal.reason.exitCode;
    return { PASSED: 0, FAILED: 1, INCONCLUSIVE: 3 }[verdict];
}
function readCheckoutLimits(variables) {
    const read = (name, usual) => {
        const text = variables[name];
        if (text === undefined || text === '')
            return usual;
        const limit = (0,duration/* parseDuration */.E)(text);
        if (limit === undefined)
            throw new errors/* InvalidInput */.o9(`${name} is ${JSON.stringify(text)}; expected ${duration/* durationForm */.r}`, 'It is how long a checkout may print nothing');
        return limit;
    };
    return {
        firstLine: read('ETOS_CHECKOUT_FIRST_LINE_TIMEOUT', usualCheckoutLimits.firstLine),
        nextLine: read('ETOS_CHECKOUT_LINE_TIMEOUT', usualCheckoutLimits.nextLine),
    };
}


/***/ }),

/***/ 7027:
/***/ (function(module, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(module, async function (__webpack_handle_async_dependencies__, __webpack_async_result__) { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6726);
/* harmony import */ var _host_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8694);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2257);
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5194);
/* harmony import */ var _host_signals_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1321);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1530);
/* harmony import */ var _carry_out_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3220);
/* harmony import */ var _host_lifeline_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7166);
/* harmony import */ var _shell_machine_shell_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(265);
// The test runner as a program: what our images start, and the `process` execution space. Recipes are carried out on this machine, in the
// current directory.
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









const usualGrace = 8_000;
// Output that nobody takes must not keep a cancelled program.
const flushing = 500;
// Whoever watches may stop watching; the tests go on.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
const { ETOS_LIFELINE_FD: lifelineDescriptor, ETOS_GRACE: graceText = '', ...rest } = process.env;
const variables = Object.fromEntries(Object.entries(rest).filter((pair) => pair[1] !== undefined));
const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_8__/* .createLog */ .h)({
    level: variables.ETOS_LOG_LEVEL === 'debug' ? 'debug' : 'info',
    write: (line, level) => (level === 'warning' || level === 'error' ? process.stderr : process.stdout).write(`${line}\n`),
});
async function main() {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cancellation = __addDisposableResource(env_1, (0,_host_signals_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelOnSignals */ .d)(), false);
        const lifeline = __addDisposableResource(env_1, (0,_host_lifeline_js__WEBPACK_IMPORTED_MODULE_6__/* .watchLifeline */ .Y)(lifelineDescriptor), false);
        const clock = _host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m;
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createHttpClient */ .u)({ log, environment: variables, clock }), true);
        const shell = __addDisposableResource(env_1, (0,_shell_machine_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .machineShell */ .u)(process.cwd(), variables, { clock }), true);
        return await (0,_carry_out_js__WEBPACK_IMPORTED_MODULE_5__/* .carryOut */ .u)(variables, {
            shell,
            http,
            clock,
            log,
            output: process.stdout,
            signal: AbortSignal.any([cancellation.signal, lifeline.signal]),
            grace: (0,_host_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(graceText) ?? usualGrace,
        });
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
function report(error) {
    if (error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Cancelled */ .cJ)
        return error.exitCode;
    if (error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtosError */ .Ss) {
        log.error(error.message + (error.hint ? `. ${error.hint}` : ''));
        return error.exitCode;
    }
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 3;
}
process.exitCode = await main().catch(report);
setTimeout(() => process.exit(), flushing).unref();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6249:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ openFile; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);



/** A file of this machine as a stream, as long as it is now: what a process that is still there appends does not belong to it. */
async function openFile(path) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    return { length: size, content: size === 0 ? node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([]) : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { end: size - 1 }) };
}


/***/ }),

/***/ 265:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: function() { return /* binding */ machineShell; }
});

;// CONCATENATED MODULE: external "node:child_process"
var external_node_child_process_namespaceObject = require("node:child_process");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
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

// EXTERNAL MODULE: ./src/test-runner/open-file.js
var open_file = __nccwpck_require__(6249);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./src/test-runner/shell/output-pipes.js









const atATime = 16;
/**
 * Real pipes for children. Node's own are sockets, on which a test that opens `/dev/stdout` or `/dev/stderr` fails with ENXIO; and one
 * pipe for both standard output and standard error keeps their order. Node cannot make a pipe, so they are named ones, made by `mkfifo`
 * many at a time, because each start of a program costs more than the pipe.
 */
class OutputPipes {
    ready = [];
    making;
    closed = false;
    /** @throws {NotCarriedOut} where the machine has no named pipes */
    async open() {
        while (this.ready.length === 0)
            await (this.making ??= this.make().finally(() => (this.making = undefined)));
        const named = this.ready.pop();
        // Reading first and without blocking: opening a named pipe waits for its other side.
        const from = (0,external_node_fs_.openSync)(named.path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        const end = (0,external_node_fs_.openSync)(named.path, external_node_fs_.constants.O_WRONLY);
        letGo(named);
        const output = new external_node_net_.Socket({ fd: from, readable: true, writable: false });
        return { end, output, handedOver: () => (0,external_node_fs_.closeSync)(end) };
    }
    [Symbol.dispose]() {
        this.closed = true;
        this.ready.splice(0).forEach(letGo);
    }
    async make() {
        const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'etos-pipes-'));
        const paths = Array.from({ length: atATime }, () => (0,external_node_path_.join)(directory, (0,external_node_crypto_.randomBytes)(6).toString('hex')));
        try {
            await (0,external_node_util_.promisify)(external_node_child_process_namespaceObject.execFile)('mkfifo', ['-m', '600', ...paths]);
            // Where a descriptor can be opened by a name, nothing is left on the disk for a crash to leave behind.
            const nameless = (0,external_node_fs_.existsSync)('/proc/self/fd');
            this.ready.push(...paths.map((path) => (nameless ? namelessly(path) : { path })));
            if (nameless)
                await (0,promises_.rm)(directory, { recursive: true, force: true });
        }
        catch (error) {
            await (0,promises_.rm)(directory, { recursive: true, force: true });
            throw new errors/* NotCarriedOut */.sZ(`cannot make a pipe for the output of commands: ${(0,errors/* messageOf */.bD)(error)}`, 'The program mkfifo must be on the machine', { cause: error });
        }
        if (this.closed)
            this[Symbol.dispose]();
    }
}
function namelessly(path) {
    // For both, because this neither waits for another side nor ever ends.
    const held = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NONBLOCK);
    return { path: `/proc/self/fd/${held}`, held };
}
function letGo({ path, held }) {
    if (held === undefined)
        (0,external_node_fs_.unlinkSync)(path);
    else
        (0,external_node_fs_.closeSync)(held);
}

;// CONCATENATED MODULE: ./src/test-runner/shell/output-reader.js
// A background process may hold the pipe open after its command has ended. What the command wrote is in the pipe by then: it comes without a
// longer silence than this, and it is not more than a pipe holds.
const silence = 50;
const pipeAtMost = 1024 * 1024;
const drainingAtMost = 1_000;
/** Reads a command's output, one piece after the other; the command waits while a piece is being taken. */
class OutputReader {
    output;
    onOutput;
    /** Resolves at the end of the output, or at `discard`; rejects when a piece could not be taken. */
    ended;
    taking = false;
    discarding = false;
    settle = () => undefined;
    constructor(output, onOutput) {
        this.output = output;
        this.onOutput = onOutput;
        this.ended = new Promise((resolve, reject) => {
            this.settle = resolve;
            output.on('data', (chunk) => this.take(chunk, reject));
            output.once('close', resolve);
            output.once('error', reject);
        });
        this.ended.catch(() => undefined);
    }
    /** After the command has ended: waits for the rest of what it wrote, whoever else still holds its output. */
    async rest({ clock }) {
        await Promise.race([this.ended, this.quiet(clock)]);
    }
    /** From now on what comes is thrown away: a process left running must neither stop nor die at a pipe that nobody reads. */
    discard() {
        this.discarding = true;
        this.output.unref();
        this.output.resume();
        this.settle();
    }
    take(chunk, fail) {
        if (this.discarding)
            return;
        const taken = attempt(() => this.onOutput(chunk), fail);
        if (taken === undefined)
            return;
        this.taking = true;
        this.output.pause();
        taken.catch(fail).finally(() => {
            this.taking = false;
            this.output.resume();
        });
    }
    async quiet(clock) {
        const until = clock.now() + drainingAtMost;
        const bytes = this.output.bytesRead;
        for (let before = -1; !this.discarding; before = this.output.bytesRead) {
            if (!this.taking && (this.output.bytesRead === before || clock.now() > until))
                return;
            if (this.output.bytesRead > bytes + pipeAtMost)
                return;
            await clock.sleep(silence);
        }
    }
}
function attempt(take, fail) {
    try {
        return take() ?? undefined;
    }
    catch (error) {
        fail(error);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/shell/process-tree.js

/**
 * The living processes of the session and group that a process leads or led. What has ended and was not collected is not among them: below
 * a program that is the first process of a container and collects nobody's children, it stays for ever.
 */
async function processesLedBy(leader) {
    const entries = await (0,promises_.readdir)('/proc').catch(() => []);
    const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
    if (pids.length === 0)
        return groupLives(leader) ? [-leader] : [];
    const led = await Promise.all(pids.map((pid) => isLedBy(pid, leader)));
    return pids.filter((_, n) => led[n]);
}
async function isLedBy(pid, leader) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The name in parentheses may hold spaces and parentheses; after the last one: state, parent, group, session.
    const [state, , group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state !== 'Z' && (Number(group) === leader || Number(session) === leader);
}
// For systems without /proc.
function groupLives(leader) {
    try {
        process.kill(-leader, 0);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/test-runner/shell/machine-shell.js
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












// Every process that a command starts inherits these: what left the command's process group is found by them.
const shellMark = 'ETOS_TEST_RUNNER_ID';
const commandMark = 'ETOS_TEST_RUNNER_COMMAND_ID';
/**
 * A shell on this machine: each command leads a session and process group of its own.
 * @param root an absolute path; made when it is not there
 * @param environment what commands start with
 */
function machineShell(root, environment, { clock }) {
    const id = (0,external_node_crypto_.randomUUID)();
    const pipes = new OutputPipes();
    const mine = () => processesMarked(shellMark, id);
    return {
        root,
        program: bash() ?? '/bin/sh',
        environment,
        own: (path) => path,
        run: (command, options) => runToEnd(command, { ...options, environment: { ...environment, ...options.environment, [shellMark]: id } }, { pipes, clock }),
        async write(entries) {
            await Promise.all(entries.map((entry) => ('directory' in entry ? (0,promises_.mkdir)(entry.directory, { recursive: true }) : writeOne(entry))));
        },
        list: (paths) => Promise.all(paths.map(listOne)),
        read: open_file/* openFile */.T,
        pack: (path) => Promise.resolve(pack(path)),
        async remove(paths) {
            await Promise.all(paths.map((path) => (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 2 })));
        },
        sweep: (grace) => end(mine, [{ send: 'SIGTERM', patience: grace }], { clock }),
        async [Symbol.asyncDispose]() {
            await end(mine, [], { clock });
            pipes[Symbol.dispose]();
        },
    };
}
async function runToEnd([program, ...args], { cwd, environment, onOutput, signal, stop, hurry }, { pipes, clock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        signal.throwIfAborted();
        const commandId = (0,external_node_crypto_.randomUUID)();
        const pipe = await pipes.open();
        const child = machine_shell_attempt(program, cwd, () => (0,external_node_child_process_namespaceObject.spawn)(program, args, { cwd, env: { ...environment, [commandMark]: commandId }, detached: true, stdio: ['ignore', pipe.end, pipe.end] }));
        pipe.handedOver();
        if (child instanceof Error)
            throw child;
        const reader = new OutputReader(pipe.output, onOutput);
        const exit = new Promise((resolve, reject) => {
            child.once('error', (error) => reject(notStarted(program, cwd, error)));
            child.once('exit', (code, killedBy) => resolve(killedBy === null ? { code: code ?? 0 } : { killedBy }));
        });
        const unwanted = __addDisposableResource(env_1, whenFired(signal), false);
        try {
            // A piece of output that cannot be taken ends the command too: what nobody records must not go on.
            await Promise.race([exit, unwanted.fired, reader.ended.then(() => exit)]);
            await Promise.race([reader.rest({ clock }), unwanted.fired]);
            const ended = await exit;
            // The end may have been caused by what the signal tells of, and have come here first.
            signal.throwIfAborted();
            return ended;
        }
        catch (error) {
            if (child.pid !== undefined)
                await end(() => treeOf(child.pid ?? 0, commandId), stop, { clock, hurry });
            await reader.rest({ clock });
            throw error;
        }
        finally {
            reader.discard();
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Some failures to start are thrown (arguments that are too long), others come as an event. */
function machine_shell_attempt(program, cwd, start) {
    try {
        return start();
    }
    catch (error) {
        return notStarted(program, cwd, error);
    }
}
function notStarted(program, cwd, cause) {
    return new errors/* NotCarriedOut */.sZ(`cannot start ${program} in ${cwd}: ${(0,errors/* messageOf */.bD)(cause)}`, 'See whether both are there and may be used', {
        cause,
    });
}
/** The processes of a command: its session and group, and what left them but carries the command's mark. */
async function treeOf(leader, commandId) {
    return [...new Set((await Promise.all([processesLedBy(leader), processesMarked(commandMark, commandId)])).flat())];
}
/** Sends one signal after the other until no process is left; SIGKILL comes last. Processes that appear meanwhile get the signal too. */
async function end(find, stop, { clock, hurry }) {
    for (const { send, patience } of [...stop, { send: 'SIGKILL', patience: 5_000 }]) {
        const until = clock.now() + patience;
        const told = new Set();
        for (let pause = 5;; pause = Math.min(pause * 2, 100)) {
            const left = await find();
            if (left.length === 0)
                return;
            left.filter((pid) => !told.has(pid)).forEach((pid) => tell(pid, send));
            left.forEach((pid) => told.add(pid));
            if (clock.now() >= until || (hurry?.aborted && send !== 'SIGKILL'))
                break;
            await clock.sleep(Math.min(pause, Math.max(1, until - clock.now())));
        }
    }
}
function tell(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It ended in the meantime.
    }
}
function whenFired(signal) {
    let listener = () => undefined;
    const fired = new Promise((_, reject) => {
        listener = () => reject(signal.reason);
        if (signal.aborted)
            listener();
        else
            signal.addEventListener('abort', listener, { once: true });
    });
    fired.catch(() => undefined);
    return { fired, [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}
async function writeOne({ file, content, mode }) {
    try {
        await (0,promises_.writeFile)(file, content, { mode });
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        await (0,promises_.writeFile)(file, content, { mode });
    }
    // The mode above is for new files, and less the umask.
    await (0,promises_.chmod)(file, mode);
}
async function listOne(path) {
    try {
        const entries = await (0,promises_.readdir)(path, { withFileTypes: true });
        return await Promise.all(entries.map(async (entry) => {
            const facts = entry.isSymbolicLink() ? await (0,promises_.stat)((0,external_node_path_.join)(path, entry.name)).catch(() => undefined) : entry;
            return { name: entry.name, kind: facts?.isDirectory() ? 'directory' : facts?.isFile() ? 'file' : 'other' };
        }));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
}
function pack(path) {
    const packed = new external_node_stream_.PassThrough();
    const child = (0,external_node_child_process_namespaceObject.spawn)('tar', ['-cf', '-', '-C', (0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (piece) => (complaints = (complaints + piece).slice(0, 1000)));
    child.stdout.pipe(packed, { end: false });
    child.once('error', (error) => packed.destroy(new errors/* NotCarriedOut */.sZ(`cannot pack ${path}: ${(0,errors/* messageOf */.bD)(error)}`, 'The program tar must be there')));
    child.once('close', (code) => {
        // 1: a file changed while it was read, which a test's left-over process may well do; the archive is whole.
        if (code === 0 || code === 1)
            packed.end();
        else
            packed.destroy(new errors/* NotCarriedOut */.sZ(`cannot pack ${path}: ${complaints.trim() || `tar ended with ${code}`}`, 'See the rights of the files in it'));
    });
    packed.once('close', () => child.kill());
    return packed;
}
function bash() {
    return ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find((path) => {
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
}


/***/ }),

/***/ 8232:
/***/ (function(__unused_webpack_module, exports) {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 4589:
/***/ (function(module) {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ (function(module) {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function(module) {

module.exports = require("node:buffer");

/***/ }),

/***/ 7540:
/***/ (function(module) {

module.exports = require("node:console");

/***/ }),

/***/ 7598:
/***/ (function(module) {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ (function(module) {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ (function(module) {

module.exports = require("node:dns");

/***/ }),

/***/ 8474:
/***/ (function(module) {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ (function(module) {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ (function(module) {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ (function(module) {

module.exports = require("node:http");

/***/ }),

/***/ 2467:
/***/ (function(module) {

module.exports = require("node:http2");

/***/ }),

/***/ 7030:
/***/ (function(module) {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ (function(module) {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ (function(module) {

module.exports = require("node:path");

/***/ }),

/***/ 643:
/***/ (function(module) {

module.exports = require("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ (function(module) {

module.exports = require("node:querystring");

/***/ }),

/***/ 99:
/***/ (function(module) {

module.exports = require("node:sqlite");

/***/ }),

/***/ 7075:
/***/ (function(module) {

module.exports = require("node:stream");

/***/ }),

/***/ 7997:
/***/ (function(module) {

module.exports = require("node:timers");

/***/ }),

/***/ 8500:
/***/ (function(module) {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ (function(module) {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ (function(module) {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ (function(module) {

module.exports = require("node:util");

/***/ }),

/***/ 3429:
/***/ (function(module) {

module.exports = require("node:util/types");

/***/ }),

/***/ 5919:
/***/ (function(module) {

module.exports = require("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ (function(module) {

module.exports = require("node:zlib");

/***/ }),

/***/ 2728:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: function() { return /* binding */ conclusions; },
/* harmony export */   r: function() { return /* binding */ verdicts; }
/* harmony export */ });
const verdicts = ['PASSED', 'FAILED', 'INCONCLUSIVE'];
const conclusions = ['SUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE'];


/***/ }),

/***/ 7416:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ci: function() { return /* binding */ addressOf; },
/* harmony export */   i2: function() { return /* binding */ readBroker; }
/* harmony export */ });
/* unused harmony export readSubscription */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7030);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2257);



const usualExchange = { RABBITMQ: 'eiffel', ETOS_RABBITMQ: 'etos' };
// A lost peer is noticed after some 45 s; with the broker's own proposal it would take three minutes.
const usualHeartbeat = 15;
/**
 * Reads `RABBITMQ_*` or `ETOS_RABBITMQ_*` (etos.md 9.1), and beside them `_CA_FILE`, a file of certificates in PEM, and `_HEARTBEAT`, seconds.
 * @returns undefined when no host is named: there is no broker
 * @throws {InvalidInput} with every variable that is wrong
 */
function readBroker(variables, prefix) {
    const of = (name) => variables[`${prefix}_${name}`] ?? '';
    const host = of('HOST');
    if (host === '')
        return undefined;
    const problems = [];
    const number = (name, usual, most) => {
        const value = of(name) === '' ? usual : /^\s*\d+\s*$/.test(of(name)) ? Number(of(name)) : Number.NaN;
        if (!Number.isInteger(value) || value < 1 || value > most)
            problems.push(`${prefix}_${name} is ${JSON.stringify(of(name))}; expected a whole number from 1 to ${most}`);
        return value;
    };
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) && /[^\p{L}\p{N}._-]/u.test(host))
        problems.push(`${prefix}_HOST is ${JSON.stringify(host)}; expected a host name or an IP address alone`);
    const port = number('PORT', 5672, 65_535);
    const heartbeat = number('HEARTBEAT', usualHeartbeat, 3_600);
    // Exactly this word, as the released library has it; unset means it, too.
    const authorities = (of('SSL') || 'true') === 'true' ? readAuthorities(of('CA_FILE'), `${prefix}_CA_FILE`, problems) : undefined;
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(problems.join('\n'), 'See docs/eiffel.md for the variables');
    return {
        prefix,
        host,
        port,
        heartbeat,
        username: of('USERNAME') || 'guest',
        password: of('PASSWORD') || 'guest',
        vhost: of('VHOST') || '/',
        exchange: of('EXCHANGE') || usualExchange[prefix],
        ...(authorities && { tls: authorities }),
    };
}
/**
 * Reads `RABBITMQ_QUEUE`, `RABBITMQ_ROUTING_KEY` (`#`) and `RABBITMQ_QUEUE_PARAMS` (etos.md 9.1).
 * @throws {InvalidInput}
 */
function readSubscription(variables) {
    const text = variables.RABBITMQ_QUEUE_PARAMS || '{"durable": true}';
    let parameters;
    try {
        parameters = JSON.parse(text);
    }
    catch {
        parameters = undefined;
    }
    if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
        throw new InvalidInput(`RABBITMQ_QUEUE_PARAMS is ${JSON.stringify(text)}; expected a JSON object`, 'For instance {"durable": true}, as the queue was first declared');
    return {
        queue: variables.RABBITMQ_QUEUE || 'etos-suite-starter',
        routingKey: variables.RABBITMQ_ROUTING_KEY || '#',
        parameters: parameters,
    };
}
/** The broker as people know it: without the password. */
function addressOf({ host, port, vhost, tls }) {
    return `${tls ? 'amqps' : 'amqp'}://${host.includes(':') ? `[${host}]` : host}:${port}/${vhost === '/' ? '' : encodeURIComponent(vhost)}`;
}
function readAuthorities(file, name, problems) {
    if (file === '')
        return {};
    try {
        const authorities = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        if (!authorities.includes('-----BEGIN CERTIFICATE-----'))
            problems.push(`${name} names ${file}, which holds no certificate; expected PEM`);
        return { authorities };
    }
    catch (error) {
        problems.push(`${name} cannot be read: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return {};
    }
}


/***/ }),

/***/ 1588:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QP: function() { return /* binding */ typeOf; },
/* harmony export */   R5: function() { return /* binding */ wireName; },
/* harmony export */   SH: function() { return /* binding */ editions; },
/* harmony export */   Vb: function() { return /* binding */ nameOf; },
/* harmony export */   W7: function() { return /* binding */ olderThan; },
/* harmony export */   WQ: function() { return /* binding */ linkRules; },
/* harmony export */   aD: function() { return /* binding */ idPattern; },
/* harmony export */   sW: function() { return /* binding */ catalogue; }
/* harmony export */ });
/* unused harmony export commonLinks */
/* harmony import */ var _documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2728);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7248);
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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   vh: function() { return /* binding */ checkForeign; },
/* harmony export */   z6: function() { return /* binding */ check; }
/* harmony export */ });
/* unused harmony exports isA, problemsAs */
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1588);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7248);


/**
 * What is wrong with an event, a sentence for each (eiffel.md 1 to 3): the envelope always; data and links in full when type and version are ours;
 * of other types and versions, only the envelope, because a consumer must expect events it does not know.
 */
function check(event) {
    if (typeof event === 'object' && event !== null && passed.has(event))
        return [];
    const problems = problemsIn(event, problemsOfLinks);
    if (problems.length === 0)
        passed.add(event);
    return problems;
}
/** The same for an event that others have published: no schema says which links there may be, so that no other consumer asks (eiffel.md 1.2). */
function checkForeign(event) {
    return problemsIn(event, () => []);
}
// Nobody changes an event (they are readonly), and each border checks: whoever made it, then the bus. A check costs as much as printing it.
const passed = new WeakSet();
function problemsIn(event, linkProblems) {
    const problems = [];
    envelope.check(event, 'event', problems, true);
    if (problems.length > 0)
        return problems;
    const { meta, data, links } = event;
    const name = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(meta.type);
    if (name === undefined || !_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].versions.some((version) => version === meta.version))
        return [];
    _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].data.check(data, 'event.data', problems, true);
    return [...problems, ...problemsOfData(name, data, meta.version, links), ...linkProblems(name, links, meta.version)];
}
/** Whether an event, of whatever version, is of this type and its data can be read as such. */
function isA(event, name) {
    return event.meta.type === typeOf(name) && problemsAs(event, name).length === 0;
}
/** Why the data of an event cannot be read as that of this type. */
function problemsAs(event, name) {
    const problems = [];
    catalogue[name].data.check(event.data, 'event.data', problems, false);
    return problems;
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
        problems.push(`event.data has ${has('batches') ? 'both batches and' : 'neither batches nor'} batchesUri; expected exactly one`);
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

/***/ 7248:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: function() { return /* binding */ anything; },
/* harmony export */   Qq: function() { return /* binding */ text; },
/* harmony export */   Xy: function() { return /* binding */ objectOf; },
/* harmony export */   c3: function() { return /* binding */ listOf; },
/* harmony export */   rD: function() { return /* binding */ wholeNumber; },
/* harmony export */   yL: function() { return /* binding */ oneOf; }
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

/***/ 6726:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ systemClock; },
/* harmony export */   r: function() { return /* binding */ inWords; }
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);

/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1_000,
    async sleep(milliseconds, signal) {
        signal?.throwIfAborted();
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal && { signal });
        }
        catch (error) {
            // Node rejects with an AbortError of its own; whoever waits is owed the reason.
            signal?.throwIfAborted();
            throw error;
        }
    },
    deadline(milliseconds, reason) {
        const controller = new AbortController();
        // setTimeout takes 2^31-1 ms at most and fires at once beyond it.
        setTimeout(() => controller.abort(reason), Math.min(milliseconds, 2 ** 31 - 1)).unref();
        return controller.signal;
    },
};
/** `90_500` as `1m 30s`, `1_250` as `1.3s`: for people. */
function inWords(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 60)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes}m ${whole % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}


/***/ }),

/***/ 8694:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ parseDuration; },
/* harmony export */   r: function() { return /* binding */ durationForm; }
/* harmony export */ });
const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What a duration looks like, for messages and help. */
const durationForm = 'seconds, or a number with a unit: 90, 90s, 30m, 2h, 1h30m';
/** Milliseconds of a duration as people write it: seconds when it is a bare number (etos.md 1.1), else `30m`, `1h30m`. Undefined: it is none, or not above zero. */
function parseDuration(text) {
    const folded = text.trim().toLowerCase();
    const parts = [...folded.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
    const milliseconds = /^\d+(\.\d+)?$/.test(folded)
        ? Number(folded) * 1000
        : parts.map(([whole]) => whole).join('') === folded
            ? parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? NaN), 0)
            : NaN;
    return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds : undefined;
}


/***/ }),

/***/ 2257:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ss: function() { return /* binding */ EtosError; },
/* harmony export */   bD: function() { return /* binding */ messageOf; },
/* harmony export */   cJ: function() { return /* binding */ Cancelled; },
/* harmony export */   o9: function() { return /* binding */ InvalidInput; },
/* harmony export */   sZ: function() { return /* binding */ NotCarriedOut; }
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/** A failure we can explain. Anything else that is thrown is our bug, and keeps its stack trace. */
class EtosError extends Error {
    hint;
    /**
     * @param message what is wrong, where, and what was expected
     * @param hint what to do about it; empty when the message says it
     */
    constructor(message, hint, options) {
        super(message, options);
        this.hint = hint;
        this.name = new.target.name;
    }
}
/** The input is wrong; nothing was started. Thrown by every parser at the border. */
class InvalidInput extends EtosError {
    exitCode = 2;
}
/** The tests could not be carried out: the run is INCONCLUSIVE. Environment, engine, registry or time are the usual causes. */
class NotCarriedOut extends EtosError {
    exitCode = 3;
}
/** Somebody ended the run. The reason of the run's signal after SIGINT, SIGTERM or SIGHUP. */
class Cancelled extends Error {
    signal;
    name = 'Cancelled';
    constructor(signal) {
        super(`cancelled by ${signal}`);
        this.signal = signal;
    }
    /** 128 + n, as a shell reports a process that the signal ended. */
    get exitCode() {
        return this.signal === 'SIGINT' ? 130 : this.signal === 'SIGTERM' ? 143 : 129;
    }
}
/** The text of whatever was thrown, with the causes that say more, on one line. A cause whose text or code was said already says nothing more. */
function messageOf(error) {
    let text = ownText(error);
    for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
        const more = ownText(cause);
        if (!text.includes(more) && !text.includes(codeOf(cause) ?? more))
            text += `: ${more}`;
    }
    return text;
}
// Not `instanceof`: errors that Node itself makes belong to another realm when this code runs in a context, as under jest.
function ownText(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return String(error);
    return error.message || ('code' in error ? String(error.code) : error.name);
}
/** The word by which a system names a failure, `ECONNREFUSED` for instance. */
function codeOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{3,}$/.test(code) ? code : undefined;
}
function causeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error.cause : undefined;
}


/***/ }),

/***/ 7166:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: function() { return /* binding */ watchLifeline; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2257);



/** Watches the file descriptor that ETOS_LIFELINE_FD names. Nothing named, or nothing there, nothing watched. */
function watchLifeline(descriptor) {
    const controller = new AbortController();
    const pipe = open(descriptor);
    if (!pipe)
        return { signal: controller.signal, [Symbol.dispose]: () => undefined };
    const cut = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Cancelled */ .cJ('SIGTERM'));
    pipe.resume().once('end', cut).once('error', cut);
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            pipe
                .off('end', cut)
                .off('error', cut)
                .on('error', () => undefined);
            pipe.destroy();
        },
    };
}
function open(descriptor) {
    // The one that a parent of ours hands on. Where none did, the next ones are Node's own, which nobody else may read.
    if (descriptor !== '3')
        return undefined;
    try {
        // Node ends the whole process for a descriptor of another kind, as this one is when the variable alone was handed on.
        const what = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(Number(descriptor));
        if (!what.isFIFO() && !what.isSocket())
            return undefined;
        // Reading keeps this process alive no longer than it would be.
        return new node_net__WEBPACK_IMPORTED_MODULE_1__.Socket({ fd: Number(descriptor), readable: true, writable: false }).unref();
    }
    catch {
        // The variable was handed on by somebody who did not hand on the descriptor.
        return undefined;
    }
}


/***/ }),

/***/ 5194:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: function() { return /* binding */ createLog; }
/* harmony export */ });
const order = ['debug', 'event', 'info', 'warning', 'error'];
// Masking very short values would mask half of all text and tell the value by what is missing (actions.md, secrets).
const shortest = 4;
/** A log that writes one line a message: `message key=value key="two words"`. */
function createLog({ level, write, onSecret }) {
    const secrets = new Set();
    let pattern;
    const redact = (text) => {
        if (secrets.size === 0)
            return text;
        pattern ??= new RegExp([...secrets]
            .sort((a, b) => b.length - a.length)
            .map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('|'), 'g');
        return text.replace(pattern, '***');
    };
    const at = (own) => (message, facts) => {
        if (order.indexOf(own) >= order.indexOf(level))
            write(redact(message + inLine(facts)), own);
    };
    return {
        debug: at('debug'),
        event: at('event'),
        info: at('info'),
        warning: at('warning'),
        error: at('error'),
        redact,
        secret(value) {
            for (const form of formsOf(value)) {
                if (form.length < shortest || secrets.has(form))
                    continue;
                secrets.add(form);
                pattern = undefined;
                onSecret?.(form);
            }
        },
    };
}
function inLine(facts = {}) {
    return Object.entries(facts)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => {
        const text = String(value);
        return ` ${key}=${/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)}`;
    })
        .join('');
}
/** The ways a secret shows up in what programs print. A secret of several lines is also masked line by line. */
function formsOf(value) {
    const lines = value.includes('\n') ? value.split(/\r?\n/) : [];
    return [value, ...lines].flatMap((text) => [
        text,
        Buffer.from(text).toString('base64'),
        Buffer.from(text).toString('base64').replace(/=+$/, ''),
        encodeURIComponent(text),
        new URLSearchParams([['', text]]).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
    ]);
}


/***/ }),

/***/ 1290:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: function() { return /* binding */ didYouMean; }
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8232);

/**
 * The known word that somebody probably meant, or undefined when none is near: `COMAND` gives `COMMAND`. Letter case costs nothing,
 * and about one slip in three letters is forgiven; two letters in each other's place are one slip.
 */
function nearest(word, known) {
    const folded = word.toLowerCase();
    // Those that are shorter by more letters than are forgiven need no comparison: a word may be as long as somebody likes.
    const near = known.filter((candidate) => candidate.length * 1.5 + 1 >= folded.length);
    const byFolded = new Map(near.map((candidate) => [candidate.toLowerCase(), candidate]));
    if (byFolded.size === 0)
        return undefined;
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(folded, [...byFolded.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(folded.length, best.length) / 3));
    const slips = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(folded, best);
    return slips <= allowed || (slips === 2 && lettersOf(folded) === lettersOf(best)) ? byFolded.get(best) : undefined;
}
function lettersOf(word) {
    return [...word].sort().join('');
}
/** ` Did you mean COMMAND?` with the leading space, or nothing. */
function didYouMean(word, known) {
    const meant = nearest(word, known);
    return meant === undefined || meant === word ? '' : ` Did you mean ${meant}?`;
}


/***/ }),

/***/ 1321:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: function() { return /* binding */ cancelOnSignals; }
/* harmony export */ });
/* unused harmony export ignoreDebugger */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2257);

const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Turns SIGINT, SIGTERM and SIGHUP into an AbortSignal whose reason is `Cancelled`. The same signal again does nothing: Jenkins sends
 * SIGTERM two or three times (delegation.md 3). SIGTERM after SIGINT is GitHub's last word 2.5 s before SIGKILL, so it sets `forced`.
 */
function cancelOnSignals() {
    const first = new AbortController();
    const second = new AbortController();
    const listeners = cancelling.map((name) => {
        const listener = () => {
            if (!first.signal.aborted)
                first.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(name));
            else if (name === 'SIGTERM' && first.signal.reason.signal === 'SIGINT')
                second.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(name));
        };
        process.on(name, listener);
        return [name, listener];
    });
    const withoutDebugger = ignoreDebugger();
    return {
        signal: first.signal,
        forced: second.signal,
        [Symbol.dispose]() {
            listeners.forEach(([name, listener]) => process.off(name, listener));
            withoutDebugger[Symbol.dispose]();
        },
    };
}
/** At SIGUSR1 Node opens its debugger on a port of this machine, and every user of it could read this process's secrets there. Not while this holds. */
function ignoreDebugger() {
    const listener = () => undefined;
    process.on('SIGUSR1', listener);
    return { [Symbol.dispose]: () => void process.off('SIGUSR1', listener) };
}


/***/ }),

/***/ 371:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: function() { return /* binding */ NoAnswer; }
/* harmony export */ });
// One HTTP client for the whole program: proxies, TLS with private CAs, redirects, authorization, retries, a limit on every try. In: what to ask.
// Out: the answer, whatever its status. What an answer means is the caller's business.
/** No answer came: refused, reset, timed out, certificate not trusted, too many redirects. The message names address and reason in words. */
class NoAnswer extends Error {
    name = 'NoAnswer';
    /** Another try would end alike: a certificate that is not trusted, redirects that go round. */
    lasting;
    constructor(message, { lasting = false, ...options } = {}) {
        super(message, options);
        this.lasting = lasting;
    }
}


/***/ }),

/***/ 1530:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: function() { return /* binding */ createHttpClient; }
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
// EXTERNAL MODULE: ./src/host/clock.js
var host_clock = __nccwpck_require__(6726);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: ./src/http/client.js
var client = __nccwpck_require__(371);
;// CONCATENATED MODULE: ./src/http/answer.js




const mebibyte = 1024 * 1024;
/** An answer whose body is decompressed and received under a limit. The first pieces are taken at once, so a short body frees its connection. */
function createAnswer(raw, { url, method }, receiving) {
    const body = receive(decompressed(raw, method), receiving);
    const answer = {
        status: raw.status,
        reason: raw.reason,
        headers: joined(raw.headers),
        url: url.href,
        body,
        async bytes(atMost = 64 * mebibyte) {
            const pieces = [];
            let length = 0;
            for await (const piece of body) {
                pieces.push(piece);
                length += piece.length;
                // Leaving the loop destroys the stream, and with it the connection.
                if (length > atMost)
                    throw new client/* NoAnswer */.W(`${receiving.request}: the answer is longer than ${atMost} bytes`, { lasting: true });
            }
            return Buffer.concat(pieces, length);
        },
        async text(atMost) {
            return decoderFor(String(answer.headers['content-type'] ?? '')).decode(await answer.bytes(atMost));
        },
    };
    return answer;
}
/** Lets go of an answer that nobody will read: a short one is received first, so that its connection serves the next request. */
async function discard({ body }) {
    let left = 64 * 1024;
    body.on('data', (piece) => {
        left -= piece.length;
        if (left < 0)
            body.destroy();
    });
    // How it ends is of no interest.
    if (!body.closed)
        await new Promise((closed) => body.once('close', closed));
}
function receive(source, { listening, signal, explain, onEnd }) {
    const body = new external_node_stream_.Readable({
        read() {
            listening.heard();
            source.resume();
        },
        destroy(error, done) {
            source.destroy();
            signal.removeEventListener('abort', stop);
            listening.end();
            onEnd();
            done(error);
        },
    });
    const fail = (error) => void body.destroy(signal.aborted ? signal.reason : explain(error));
    const stop = () => fail(signal.reason);
    signal.addEventListener('abort', stop);
    source.on('data', (piece) => {
        listening.heard();
        if (body.push(piece))
            return;
        // The reader is slow, not the server.
        source.pause();
        listening.pause();
    });
    source.on('end', () => {
        listening.end();
        signal.removeEventListener('abort', stop);
        onEnd();
        body.push(null);
    });
    source.on('error', fail);
    source.on('close', () => {
        if (!source.readableEnded && !body.destroyed)
            fail(new Error('aborted'));
    });
    // Whoever reads gets the error; an answer whose body interests nobody must not end the program.
    body.on('error', () => undefined);
    return body;
}
function decompressed({ status, headers, body }, method) {
    if (method === 'HEAD' || status === 204 || status === 304)
        return body;
    const coding = String(headers['content-encoding'] ?? '')
        .trim()
        .toLowerCase();
    if (['gzip', 'x-gzip', 'deflate'].includes(coding))
        return through(body, (0,external_node_zlib_.createUnzip)());
    return coding === 'br' ? through(body, (0,external_node_zlib_.createBrotliDecompress)()) : body;
}
function through(body, transform) {
    body.on('error', (error) => transform.destroy(error));
    body.on('close', () => {
        if (!body.readableEnded)
            transform.destroy(new Error('aborted'));
    });
    transform.on('close', () => void body.destroy());
    return body.pipe(transform);
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => {
        const values = [value ?? []].flat();
        return [name, name === 'set-cookie' ? values : values.join(', ')];
    }));
}
function decoderFor(contentType) {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
    try {
        return new external_node_util_.TextDecoder(charset);
    }
    catch {
        return new external_node_util_.TextDecoder();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/http/digest.js

/**
 * The first Digest challenge of a `WWW-Authenticate` header that we can answer: MD5, SHA-1, SHA-256 and SHA-512, also in their `-sess` forms,
 * with `qop=auth` or none.
 */
function findChallenge(header) {
    return challengesIn(header)
        .filter(({ scheme }) => scheme === 'digest')
        .map(({ parameters }) => toChallenge(parameters))
        .find((challenge) => challenge !== undefined);
}
/**
 * The value of the `Authorization` header that answers a challenge (RFC 7616).
 * @param use which use of this nonce it is, from 1
 * @param cnonce the client's own random text
 */
function answerChallenge(challenge, { username, password }, request, use, cnonce = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
    const { hash, session } = hashOf(challenge.algorithm) ?? { hash: 'md5', session: false };
    const digest = (text) => (0,external_node_crypto_.createHash)(hash).update(text).digest('hex');
    const identity = digest(`${username}:${challenge.realm}:${password}`);
    const secret = session ? digest(`${identity}:${challenge.nonce}:${cnonce}`) : identity;
    const count = use.toString(16).padStart(8, '0');
    const what = digest(`${request.method}:${request.uri}`);
    const response = digest(challenge.auth ? [secret, challenge.nonce, count, cnonce, 'auth', what].join(':') : [secret, challenge.nonce, what].join(':'));
    const parameters = [
        // A header holds Latin-1 only; other names go in the extended form.
        // eslint-disable-next-line no-control-regex
        /^[\x00-\x7f]*$/.test(username) ? ['username', quoted(username)] : ['username*', `UTF-8''${encodeURIComponent(username)}`],
        ['realm', quoted(challenge.realm)],
        ['nonce', quoted(challenge.nonce)],
        ['uri', quoted(request.uri)],
        ['response', quoted(response)],
        ['algorithm', challenge.algorithm],
        ['opaque', challenge.opaque === undefined ? undefined : quoted(challenge.opaque)],
        ['qop', challenge.auth ? 'auth' : undefined],
        ['nc', challenge.auth ? count : undefined],
        ['cnonce', challenge.auth || session ? quoted(cnonce) : undefined],
    ];
    const text = parameters.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(', ');
    return `Digest ${text}`;
}
function toChallenge(parameters) {
    const [realm, nonce, opaque, algorithm, qop] = ['realm', 'nonce', 'opaque', 'algorithm', 'qop'].map((name) => parameters.get(name));
    const qualities = qop?.split(',').map((quality) => quality.trim().toLowerCase());
    if (nonce === undefined || hashOf(algorithm) === undefined || (qualities && !qualities.includes('auth')))
        return undefined;
    return {
        realm: realm ?? '',
        nonce,
        ...(opaque !== undefined && { opaque }),
        ...(algorithm !== undefined && { algorithm }),
        auth: qualities !== undefined,
        stale: parameters.get('stale')?.toLowerCase() === 'true',
    };
}
function hashOf(algorithm = 'MD5') {
    const name = algorithm.toUpperCase().replace(/-SESS$/, '');
    const hash = { MD5: 'md5', SHA: 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' }[name];
    return hash === undefined ? undefined : { hash, session: name.length < algorithm.length };
}
/** `Basic realm="a", Digest realm="b", nonce="c"`: a name without `=` behind it begins the next challenge. */
function challengesIn(header) {
    const offers = [];
    for (const [, name = '', inQuotes, bare] of header.matchAll(/([^\s,="]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+)))?/g)) {
        const value = inQuotes?.replace(/\\(.)/g, '$1') ?? bare;
        if (value === undefined)
            offers.push({ scheme: name.toLowerCase(), parameters: new Map() });
        else
            offers.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
    return offers;
}
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

;// CONCATENATED MODULE: ./src/http/authorize.js


/**
 * Sends requests with the credentials they have. Basic goes with the first message. Digest answers a challenge, and the next request to the
 * same place answers that challenge again, so that a large upload is sent once and not twice.
 */
function createAuthorizer() {
    const challenges = new Map();
    return async (request, send) => {
        const { auth } = request;
        if (!auth)
            return send(request);
        if (auth.type === 'basic')
            return send(withAuthorization(request, basic(auth)));
        const place = `${request.url.origin} ${auth.username}`;
        const answered = () => {
            const known = challenges.get(place);
            if (!known)
                return request;
            const { method, url } = request;
            return withAuthorization(request, answerChallenge(known.challenge, auth, { method, uri: url.pathname + url.search }, ++known.uses));
        };
        const before = challenges.get(place)?.challenge;
        const first = await send(answered());
        const challenge = first.status === 401 ? findChallenge(String(first.headers['www-authenticate'] ?? '')) : undefined;
        // The same nonce again, not stale: it is the password that is refused.
        if (!challenge || (challenge.nonce === before?.nonce && !challenge.stale))
            return first;
        challenges.set(place, { challenge, uses: 0 });
        await discard(first);
        return send(answered());
    };
}
function withAuthorization(request, value) {
    return { ...request, headers: { ...request.headers, authorization: value } };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./src/http/cookies.js
/**
 * The `cookie` header for the address that a redirect leads to: what was sent so far, and what the redirect itself set for this host and path. A login
 * that redirects counts on it.
 * @param sent the header so far
 * @param set the `set-cookie` headers of the redirect
 */
function carriedOn(sent, set, { from, to }) {
    const cookies = new Map((sent ?? '').split(/;\s*/).filter(Boolean).map(nameAndValue));
    for (const line of set) {
        const [pair = '', ...attributes] = line.split(/\s*;\s*/);
        const [name, value] = nameAndValue(pair);
        const given = new Map(attributes.map(nameAndValue).map(([key, detail]) => [key.toLowerCase(), detail]));
        if (name === '' || !concerns(given, from, to))
            continue;
        if (Number(given.get('max-age')?.trim() || 1) <= 0)
            cookies.delete(name);
        else
            cookies.set(name, value);
    }
    const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return header === '' ? undefined : header;
}
function nameAndValue(pair) {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair.trim(), ''] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
function concerns(attributes, from, to) {
    // A domain of its own would let one host set cookies for another; nobody needs it between two requests.
    if (from.hostname !== to.hostname || (attributes.has('secure') && to.protocol !== 'https:'))
        return false;
    const given = attributes.get('path') ?? '';
    const path = given.startsWith('/') ? given : from.pathname.slice(0, Math.max(1, from.pathname.lastIndexOf('/')));
    return to.pathname === path || to.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
;// CONCATENATED MODULE: ./src/http/direct-sender.js


/** Plain `http:` without a proxy, on Node's own client: nothing to load, so that the first request of a process leaves at once. */
function createDirectSender() {
    const agent = new external_node_http_.Agent({ keepAlive: true });
    return {
        async send(message, signal) {
            const first = await exchange(message, { agent: message.once ? new external_node_http_.Agent() : agent, signal });
            if (first !== 'connection was gone')
                return first;
            const second = await exchange(message, { agent: new external_node_http_.Agent(), signal });
            if (second === 'connection was gone')
                throw new Error('a new connection cannot be an old one');
            return second;
        },
        [Symbol.asyncDispose]: () => {
            agent.destroy();
            return Promise.resolve();
        },
    };
}
function exchange(message, { agent, signal }) {
    const { method, url, headers, body } = message;
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const sent = (0,external_node_http_.request)(url, { method, headers, agent });
        const stop = () => void sent.destroy(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        sent.once('close', () => signal.removeEventListener('abort', stop));
        sent.on('error', (error) => {
            // A server may close a connection that rests at the moment in which it is used again; it has not seen this request then.
            const gone = sent.reusedSocket && error.code === 'ECONNRESET' && repeatable(message);
            if (gone && !signal.aborted)
                resolve('connection was gone');
            // A body that fails ends the request, and what Node says of it is only that it ended.
            else
                reject(body instanceof external_node_stream_.Readable && body.errored ? body.errored : error);
        });
        sent.on('response', (response) => resolve(answerOf(response)));
        if (body instanceof external_node_stream_.Readable)
            (0,external_node_stream_.pipeline)(body, sent, () => undefined);
        else
            sent.end(body);
    });
}
function repeatable({ method, body }) {
    return !(body instanceof external_node_stream_.Readable) && ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].includes(method);
}
function answerOf(response) {
    return { status: response.statusCode ?? 0, reason: response.statusMessage ?? '', headers: response.headers, body: response };
}

// EXTERNAL MODULE: ./src/http/url.js
var http_url = __nccwpck_require__(9435);
;// CONCATENATED MODULE: ./src/http/failure.js




/** The words for what the network said: the request, the address, what the code means, the code. */
function explain(error, { method, url, proxy }) {
    const [first, code] = codeOf(error);
    const address = addressIn(first) ?? (proxy ? proxy.host : url.host);
    const via = proxy ? ` through the proxy ${proxy.origin}` : '';
    const certificate = certificates[code];
    if (certificate !== undefined)
        return new client/* NoAnswer */.W(`${method} ${(0,http_url/* printUrl */.D1)(url)}${via}: the certificate of ${url.host} is not trusted: ${certificate} (${code})`, {
            cause: error,
            lasting: true,
        });
    const known = meanings[code]?.(address);
    const meaning = known === undefined ? otherwise((0,errors/* messageOf */.bD)(first), address) : `${known} (${code})`;
    return new client/* NoAnswer */.W(`${method} ${(0,http_url/* printUrl */.D1)(url)}${via}: no answer: ${meaning}`, { cause: error });
}
const privateAuthority = 'for a private authority name the file with its certificate in NODE_EXTRA_CA_CERTS';
const certificates = {
    DEPTH_ZERO_SELF_SIGNED_CERT: `it is self-signed; ${privateAuthority}`,
    SELF_SIGNED_CERT_IN_CHAIN: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: `its authority is not known here, or the server leaves out a certificate between; ${privateAuthority}`,
    CERT_HAS_EXPIRED: 'it has expired, or the clock of this machine is wrong',
    CERT_NOT_YET_VALID: 'it is not valid yet, or the clock of this machine is wrong',
    CERT_REVOKED: 'it was revoked',
    CERT_UNTRUSTED: `its authority is not trusted; ${privateAuthority}`,
    ERR_TLS_CERT_ALTNAME_INVALID: 'it was made out for another host name',
    HOSTNAME_MISMATCH: 'it was made out for another host name',
    INVALID_PURPOSE: 'it is not a certificate for servers',
};
const meanings = {
    ECONNREFUSED: (address) => `nothing listens on ${address}`,
    ENOTFOUND: (address) => `the host name ${address} is not known`,
    EAI_AGAIN: (address) => `the host name ${address} could not be looked up: the name server does not answer`,
    ECONNRESET: (address) => `${address} closed the connection`,
    ECONNABORTED: (address) => `${address} closed the connection`,
    EPIPE: (address) => `${address} closed the connection while the request was being sent`,
    UND_ERR_SOCKET: (address) => `${address} closed the connection`,
    ETIMEDOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
    UND_ERR_CONNECT_TIMEOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
    EHOSTUNREACH: (address) => `there is no way to ${address}`,
    ENETUNREACH: (address) => `there is no way to the network of ${address}`,
    EADDRNOTAVAIL: (address) => `this machine has no address or port left for a connection to ${address}`,
    EMFILE: () => 'this process has too many files and connections open',
    ERR_SSL_WRONG_VERSION_NUMBER: (address) => `${address} does not speak TLS; is it an http: address?`,
    ERR_SSL_PACKET_LENGTH_TOO_LONG: (address) => `${address} does not speak TLS; is it an http: address?`,
    EPROTO: (address) => `${address} and this program found no common form of TLS`,
};
function otherwise(message, address) {
    const proxyStatus = /^Proxy .*\((\d+)\)/.exec(message)?.[1];
    if (proxyStatus === '407')
        return `the proxy wants a user name and password; put them into the proxy's URL`;
    if (proxyStatus !== undefined)
        return `the proxy refused with status ${proxyStatus}`;
    if (/^aborted$|terminated|other side closed|socket hang up/.test(message))
        return `${address} closed the connection in the middle of the answer`;
    if (/^Parse Error|^HPE_|Response does not match/.test(message))
        return `${address} answered with something that is not HTTP`;
    return message;
}
/** The innermost error that has a code: several addresses of one host give one error with all of theirs in it. */
function codeOf(error) {
    if (!external_node_util_.types.isNativeError(error))
        return [error, ''];
    if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
        return codeOf(error.errors[0]);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (code in meanings || code in certificates)
        return [error, code];
    const [inner, innerCode] = error.cause === undefined ? [error, ''] : codeOf(error.cause);
    return innerCode === '' ? [error, code] : [inner, innerCode];
}
function addressIn(error) {
    const { address, port, hostname } = Object(error);
    if (typeof address === 'string')
        return port === undefined ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    return typeof hostname === 'string' ? hostname : undefined;
}

;// CONCATENATED MODULE: ./src/http/prepare.js



/** Reads what was asked for and adds the headers every request has. @throws {InvalidInput} when it can be sent nowhere */
function prepare({ method, url: address, headers = {}, body, length, auth, once }) {
    const url = (0,http_url/* parseUrl */.Dl)(String(address));
    const own = credentialsIn(url);
    const credentials = auth ?? own;
    // A method that no server knows is its business; one that cannot stand in a request line is ours.
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(method))
        throw new errors/* InvalidInput */.o9(`${JSON.stringify(method)} is no HTTP method`, 'GET, POST and PUT are');
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return {
        method: method.toUpperCase(),
        url,
        headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'etos-action', ...lowerCased(headers, url) },
        ...(bytes !== undefined && { body: bytes }),
        ...(length !== undefined && { length }),
        ...(credentials && { auth: credentials }),
        ...(once && { once }),
    };
}
function lowerCased(headers, url) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => {
        try {
            (0,external_node_http_.validateHeaderName)(name);
            (0,external_node_http_.validateHeaderValue)(name, value);
        }
        catch {
            // Not the value: it may be a token with a newline at its end.
            throw new errors/* InvalidInput */.o9(`request to ${(0,http_url/* printUrl */.D1)(url)}: the header ${JSON.stringify(name)} cannot be sent`, 'Names are letters, digits and "-"; values are one line of Latin-1 text. A newline at the end of a token is the usual cause');
        }
        return [name.toLowerCase(), value];
    }));
}
/** `https://user:password@host/` gives its credentials to the header, and the URL is without them from here on. */
function credentialsIn(url) {
    const { username, password } = url;
    if (username === '' && password === '')
        return undefined;
    url.username = '';
    url.password = '';
    return { type: 'basic', username: (0,http_url/* percentDecode */.YZ)(username), password: (0,http_url/* percentDecode */.YZ)(password) };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./src/http/proxy.js


/**
 * The proxy that the variables name for an address: `http_proxy`, `https_proxy`, else `all_proxy`, in lower case before upper case, unless
 * `no_proxy` names the host. Loopback addresses never go through a proxy.
 * @returns nothing for a direct connection
 * @throws {InvalidInput} when what the variable holds is no URL of an HTTP proxy
 */
function proxyFor(url, variables) {
    const variable = (name) => variables[name] || variables[name.toUpperCase()] || '';
    const proxy = variable(`${url.protocol.slice(0, -1)}_proxy`) || variable('all_proxy');
    if (proxy === '' || isLoopback(url) || exempt(url, variable('no_proxy')))
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
    // Not the value: it may hold a password.
    if (!/^https?:/i.test(address) || !URL.canParse(address))
        throw new errors/* InvalidInput */.o9(`the proxy for ${url.protocol}// addresses is not a URL`, 'Give HTTP_PROXY and HTTPS_PROXY the form http://host:port');
    return new URL(address);
}
/** `localhost` and what is below it, 127.0.0.0/8, `[::1]`. */
function isLoopback({ hostname }) {
    return /(^|\.)localhost$/.test(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}
/** Entries of `no_proxy`: `*`, a host or a domain (with or without `.` or `*.` in front), an address or a network, each with a port or without. */
function exempt(url, list) {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[,\s]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, name = entry, ownPort] = (0,external_node_net_.isIPv6)(entry) ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
        if (ownPort !== undefined && ownPort !== port)
            return false;
        const domain = name.replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
        return host === domain || host.endsWith(`.${domain}`) || ((0,external_node_net_.isIP)(host) > 0 && inNetwork(host, domain));
    });
}
function inNetwork(host, network) {
    const [address = '', bits = ''] = network.split('/');
    const version = (0,external_node_net_.isIP)(address);
    if (version === 0 || version !== (0,external_node_net_.isIP)(host) || !/^\d{1,3}$/.test(bits) || Number(bits) > (version === 6 ? 128 : 32))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits), version === 6 ? 'ipv6' : 'ipv4');
    return list.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

;// CONCATENATED MODULE: ./src/http/redirect.js
/**
 * The request that a redirect asks for (jsontas.md 8.2): 303 and 302 make GET of every method but HEAD, 301 makes GET of POST, and those lose
 * their body, as does a PUT kept at 301; 307 and 308 keep method and body. Credentials stay with the origin for which they were given.
 * @returns nothing when the answer is no redirect
 */
function redirected(request, status, location) {
    if (location === undefined || ![301, 302, 303, 307, 308].includes(status))
        return undefined;
    const url = new URL(location, request.url);
    // Who follows a link keeps the place that was asked for, unless the link names one.
    if (url.hash === '')
        url.hash = request.url.hash;
    const { body, length, auth, headers, ...rest } = request;
    const keepsBody = status === 307 || status === 308;
    const toGet = keepsBody ? false : status === 301 ? request.method === 'POST' : request.method !== 'HEAD';
    const trusted = mayKnow(request.url, url);
    const kept = Object.entries(headers).filter(([name]) => (trusted || !secret.test(name)) && (keepsBody || !ofBody.has(name)) && name !== 'host');
    return {
        ...rest,
        url,
        method: toGet ? 'GET' : request.method,
        headers: Object.fromEntries(kept),
        ...(keepsBody && body !== undefined && { body }),
        ...(keepsBody && length !== undefined && { length }),
        ...(trusted && auth && { auth }),
    };
}
/** The same origin, or the same host after an upgrade from port 80 to TLS on port 443. */
function mayKnow(from, to) {
    const upgraded = from.protocol === 'http:' && from.port === '' && to.protocol === 'https:' && to.port === '';
    return from.origin === to.origin || (upgraded && from.hostname === to.hostname);
}
const secret = /^(authorization|proxy-authorization|cookie)$|token|secret|password|credential|api-?key|-art-api$/;
const ofBody = new Set(['content-length', 'content-type', 'content-encoding', 'transfer-encoding', 'expect']);

;// CONCATENATED MODULE: ./src/http/retry.js


const worthAnother = [408, 413, 429, 502, 503, 504];
const longestPause = 5_000;
/**
 * Makes tries until one ends otherwise than by a failure or a status that is worth another try. Gives the last answer, or throws the last
 * failure, when the next try would start after `within`.
 */
async function retried(once, { within, pause = 200, statuses = [] }, { clock, signal, onRetry }) {
    const started = clock.now();
    for (let tries = 1;; tries++) {
        const outcome = await once().catch((error) => {
            if (error instanceof client/* NoAnswer */.W && !error.lasting)
                return error;
            throw error;
        });
        const failed = outcome instanceof client/* NoAnswer */.W;
        if (!failed && !worthAnother.includes(outcome.status) && !statuses.includes(outcome.status))
            return outcome;
        const asked = failed ? undefined : retryAfter(outcome.headers['retry-after'], clock);
        // Jitter: those who failed together do not come back together.
        const wait = asked ?? Math.min(pause * 2 ** (tries - 1), longestPause) * (0.5 + Math.random() / 2);
        if (clock.now() + wait - started > within) {
            if (!failed)
                return outcome;
            throw tries === 1 ? outcome : new client/* NoAnswer */.W(`${outcome.message}, in ${tries} tries`, { cause: outcome });
        }
        onRetry(failed ? outcome.message : `${outcome.status} ${outcome.reason}`, wait);
        if (!failed)
            await discard(outcome);
        await clock.sleep(wait, signal);
    }
}
/** Seconds or a date. What is neither is as good as absent. */
function retryAfter(header, clock) {
    if (typeof header !== 'string')
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}

;// CONCATENATED MODULE: ./src/http/silence.js
/** Calls `onSilence` once when nothing was heard for `limit` milliseconds. */
function listenForSilence(limit, onSilence, { clock }) {
    const ended = new AbortController();
    let last = clock.now();
    let paused = false;
    const listen = async () => {
        for (let left = limit; left > 0; left = paused ? limit : last + limit - clock.now())
            await clock.sleep(Math.min(left, longest), ended.signal);
        if (!ended.signal.aborted)
            onSilence();
    };
    // The only way out beside silence is `end`, whose rejection is the one swallowed here.
    if (Number.isFinite(limit))
        listen().catch(() => undefined);
    return {
        heard() {
            last = clock.now();
            paused = false;
        },
        pause: () => void (paused = true),
        end: () => ended.abort(),
    };
}
// A timer takes 2^31-1 ms at most and fires at once beyond it.
const longest = 2 ** 31 - 1;

;// CONCATENATED MODULE: ./src/http/create-client.js

















const mostRedirects = 30;
// Long for somebody who sees nothing, short enough not to look hung.
const slow = 2_000;
/** The program's HTTP client. Disposing of it breaks whatever is still under way. */
function createHttpClient({ log, environment, clock }) {
    const direct = createDirectSender();
    let beyond;
    let unchecked;
    const special = new Map();
    const senderFor = (url, { verify = true, tls }) => {
        if (url.protocol === 'http:' && !proxyFor(url, environment))
            return direct;
        if (tls) {
            const sender = special.get(tls) ?? createSpecialSender(tls, verify, environment);
            special.set(tls, sender);
            return sender;
        }
        return verify ? (beyond ??= createSenderBeyond(environment, log)) : (unchecked ??= createUncheckedSender(environment));
    };
    const authorized = createAuthorizer();
    /** One message and its answer, under the limit. */
    const attempt = async (request, { limit = 30_000, signal, ...trust }) => {
        const { method, url } = request;
        const name = `${method} ${(0,http_url/* printUrl */.D1)(url)}`;
        // Before anything is begun that would have to end: a proxy that is no address is refused here.
        const failed = { method, url, proxy: proxyFor(url, environment) };
        const started = clock.now();
        const stopped = new AbortController();
        const stop = () => stopped.abort(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        const listening = listenForSilence(limit, () => stopped.abort(new client/* NoAnswer */.W(`${name}: no answer: nothing was heard for ${(0,host_clock/* inWords */.r)(limit)}`)), { clock });
        const onEnd = () => {
            listening.end();
            signal?.removeEventListener('abort', stop);
        };
        try {
            const sender = await senderFor(url, trust);
            const raw = await sender.send(messageOn(request, () => listening.heard()), stopped.signal);
            if (raw.status === 407 && failed.proxy) {
                raw.body.destroy();
                throw new Error('Proxy response (407)');
            }
            listening.heard();
            log.debug('requested', { method, url: (0,http_url/* printUrl */.D1)(url), status: raw.status, ms: clock.now() - started });
            return createAnswer(raw, request, {
                request: name,
                listening,
                signal: stopped.signal,
                explain: (error) => explain(error, failed),
                onEnd,
            });
        }
        catch (error) {
            onEnd();
            if (signal?.aborted)
                throw signal.reason;
            const reason = stopped.signal.aborted
                ? stopped.signal.reason
                : error instanceof client/* NoAnswer */.W
                    ? error
                    : explain(error, failed);
            log.debug('requested in vain', { method, url: (0,http_url/* printUrl */.D1)(url), reason: reason.message, ms: clock.now() - started });
            throw reason;
        }
    };
    const follow = async (first, asked) => {
        let request = first;
        for (let redirects = 0;; redirects++) {
            const answer = await authorized(request, (message) => attempt(message, asked));
            const location = answer.headers.location;
            const next = (asked.redirects ?? first.method !== 'HEAD')
                ? nextAfter(request, answer.status, typeof location === 'string' ? location : undefined)
                : undefined;
            if (!next)
                return answer;
            const set = answer.headers['set-cookie'];
            const cookie = Array.isArray(set)
                ? carriedOn(next.headers.cookie, set, { from: request.url, to: next.url })
                : undefined;
            await discard(answer);
            if (redirects === mostRedirects)
                throw new client/* NoAnswer */.W(`${first.method} ${(0,http_url/* printUrl */.D1)(first.url)}: no answer: more than ${mostRedirects} redirects, the last to ${(0,http_url/* printUrl */.D1)(next.url)}`, {
                    lasting: true,
                });
            request = cookie === undefined ? next : { ...next, headers: { ...next.headers, cookie } };
        }
    };
    const sayWhenSlow = async (url, answered) => {
        await clock.sleep(slow, answered).catch(() => undefined);
        if (!answered.aborted)
            log.warning(`no answer from ${(0,http_url/* printUrl */.D1)(url)} yet; waiting for it`);
    };
    return {
        async request(asked) {
            asked.signal?.throwIfAborted();
            const request = prepare(asked);
            const once = () => follow(request, asked);
            const onRetry = (reason, wait) => log.debug('trying again', { reason, in: (0,host_clock/* inWords */.r)(wait) });
            const answered = new AbortController();
            if (asked.sayWhenSlow)
                void sayWhenSlow(request.url, answered.signal);
            try {
                return await (asked.retry ? retried(once, asked.retry, { clock, signal: asked.signal, onRetry }) : once());
            }
            finally {
                answered.abort();
            }
        },
        async [Symbol.asyncDispose]() {
            await direct[Symbol.asyncDispose]();
            await (await beyond)?.[Symbol.asyncDispose]();
            await (await unchecked)?.[Symbol.asyncDispose]();
            for (const sender of special.values())
                await (await sender)[Symbol.asyncDispose]();
        },
    };
}
function nextAfter(request, status, location) {
    const name = `${request.method} ${(0,http_url/* printUrl */.D1)(request.url)}`;
    if (location !== undefined && !URL.canParse(location, request.url.href))
        throw new client/* NoAnswer */.W(`${name}: no answer: the redirect to ${JSON.stringify(location)} leads nowhere`, { lasting: true });
    const next = redirected(request, status, location);
    if (next && !['http:', 'https:'].includes(next.url.protocol))
        throw new client/* NoAnswer */.W(`${name}: no answer: the redirect to a ${next.url.protocol} address is not followed`, { lasting: true });
    return next;
}
/** The message of one try, its body a fresh stream that is held to its length. */
function messageOn({ method, url, headers, body, length, once }, onPiece) {
    const shared = { method, url, ...(once && { once }) };
    if (typeof body !== 'function') {
        const expectsBody = ['POST', 'PUT', 'PATCH'].includes(method);
        const size = body?.length ?? (expectsBody ? 0 : undefined);
        return { ...shared, headers: size === undefined ? headers : { ...headers, 'content-length': String(size) }, body };
    }
    const framing = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
    return { ...shared, headers: { ...headers, ...framing }, body: measured(body(), length, onPiece) };
}
/** A stream held to its length. What a file grows by while it is sent is left out; one that is shorter is a failure. */
function measured(source, length, onPiece) {
    let left = length ?? Infinity;
    const measure = new external_node_stream_.Transform({
        transform(piece, _encoding, done) {
            if (left > 0)
                onPiece();
            const wanted = piece.subarray(0, Math.min(piece.length, left));
            left -= wanted.length;
            done(null, wanted);
        },
        flush(done) {
            done(length === undefined || left === 0 ? null : new Error(`the body has ${length - left} bytes; ${length} were announced`));
        },
    });
    // Whoever sends it sees the error on the stream itself.
    return (0,external_node_stream_.pipeline)(source, measure, () => undefined);
}
async function createSenderBeyond(environment, log) {
    const [{ createUndiciSender }, further] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(684), __nccwpck_require__.e(900)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7900)), furtherCertificates(environment, log)]);
    return createUndiciSender((url) => proxyFor(url, environment), further.length > 0 ? { ca: [...external_node_tls_.rootCertificates, ...further] } : {});
}
async function createUncheckedSender(environment) {
    const { createUndiciSender } = await Promise.all(/* import() */[__nccwpck_require__.e(684), __nccwpck_require__.e(900)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7900));
    return createUndiciSender((url) => proxyFor(url, environment), { rejectUnauthorized: false });
}
async function createSpecialSender({ authority, certificate, key, serverName }, verify, environment) {
    const { createUndiciSender } = await Promise.all(/* import() */[__nccwpck_require__.e(684), __nccwpck_require__.e(900)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7900));
    return createUndiciSender((url) => proxyFor(url, environment), {
        ...(authority !== undefined && { ca: authority }),
        ...(certificate !== undefined && { cert: certificate }),
        ...(key !== undefined && { key }),
        ...(serverName !== undefined && { servername: serverName }),
        rejectUnauthorized: verify,
    });
}
async function furtherCertificates(environment, log) {
    const read = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'].map(async (name) => {
        const path = environment[name];
        if (!path)
            return [];
        try {
            return [await (0,promises_.readFile)(path, 'utf8')];
        }
        catch (error) {
            // As Node does with its own: most requests do not need them.
            log.warning('left certificates out', { name, reason: (0,errors/* messageOf */.bD)(error) });
            return [];
        }
    });
    return (await Promise.all(read)).flat();
}


/***/ }),

/***/ 9435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D1: function() { return /* binding */ printUrl; },
/* harmony export */   Dl: function() { return /* binding */ parseUrl; },
/* harmony export */   YZ: function() { return /* binding */ percentDecode; },
/* harmony export */   a: function() { return /* binding */ percentEncode; }
/* harmony export */ });
/* unused harmony export withoutCredentials */
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2257);

/**
 * An absolute `http:` or `https:` URL. Characters that a URL may not hold, also those that WHATWG's parser lets pass, are percent-encoded in
 * UTF-8 (jsontas.md 8.2); a percent sign that starts no escape is one of them.
 * @throws {InvalidInput}
 */
function parseUrl(text) {
    const legal = percentEncode(text.trim(), /[!#$%&'()*+,/:;=?@[\]~\w.-]/).replace(/%(?![0-9a-f]{2})/gi, '%25');
    const url = URL.canParse(legal) ? new URL(legal) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '')
        return url;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${JSON.stringify(withoutCredentials(text))} cannot be requested: expected an absolute URL such as https://example.com/path`, 'The URL must start with http:// or https:// and name a host');
}
/** An address for people and logs: without what may be secret in it, the user's name, the password and the query. */
function printUrl(url) {
    return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
/** What was meant to be an address, or text around one, for messages that must not repeat a password. */
function withoutCredentials(text) {
    return text.replace(/:\/\/[^\s/"?#]*@/g, '://***@');
}
/** Percent-encodes, in UTF-8, every character that does not match. */
function percentEncode(text, legal) {
    return Array.from(text, (character) => (legal.test(character) ? character : escapes(character))).join('');
}
/** What percent-encoded text says; text that nobody encoded so, or not in UTF-8, as it stands. */
function percentDecode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function escapes(character) {
    // A Buffer makes U+FFFD of half a surrogate pair, where encodeURIComponent throws.
    return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 9874:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qF: function() { return /* binding */ parseJson; },
  eE: function() { return /* binding */ parsePlain; },
  yN: function() { return /* binding */ placesIn; },
  bA: function() { return /* binding */ printPath; }
});

// UNUSED EXPORTS: repeatedMembers, syntaxErrorIn

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
;// CONCATENATED MODULE: ./src/json/slip.js
/** What is wrong where a text stops being JSON, and what was probably meant: mostly a comma too many or too few. */
function slipIn(text, { at, wanted }) {
    const found = [...text.slice(at, at + 2)][0];
    if (found === undefined)
        return 'the text ends too early';
    const what = `unexpected ${JSON.stringify(found)}`;
    const afterComma = text.slice(0, at).trimEnd().endsWith(',');
    if ((found === '}' || found === ']') && afterComma)
        return `${what} after a comma: the last comma is too many`;
    if (found === '/' || found === '#')
        return `${what}: there are no comments in JSON`;
    switch (wanted) {
        case 'comma':
            return `${what}: is a comma missing before it?`;
        case 'colon':
            return `${what}: a name is followed by ":"`;
        case 'name':
            return `${what}: names stand in double quotes`;
        case 'value':
            return /^(?:true|false|none|null|nan)\b/i.test(text.slice(at, at + 6))
                ? `${what}: there are true, false and null, in small letters`
                : /^['\p{L}]/u.test(found)
                    ? `${what}: text stands in double quotes`
                    : what;
        case 'text':
            return found === '\\' ? `${what}: a backslash in text is written twice` : `${what} in a text: is the quote that ends it missing?`;
        case 'end':
            return `${what}: the document is over before it`;
    }
}
/** What to do about a text that is written in another language as a whole. */
function likelyLanguage(text) {
    if (/^\s*</.test(text))
        return 'This looks like HTML or XML: is it the page of a login or an error?';
    // A key and a colon at the very start, perhaps below comments: no JSON begins so.
    if (/^(?:\s*(?:#.*|---.*)?\n)*(?:- )?[A-Za-z][\w.-]*:(?:\s|$)/.test(text))
        return 'This looks like YAML; JSON is expected';
    return undefined;
}

;// CONCATENATED MODULE: ./src/json/tree.js
/** The text is no JSON from this offset on; at its end when it stops too early. */
class NotJson extends Error {
    at;
    wanted;
    name = 'NotJson';
    constructor(at, wanted) {
        super(`not JSON at offset ${at}`);
        this.at = at;
        this.wanted = wanted;
    }
}
// One megabyte takes some 20 ms: a general parser that also notes where values end took four times that, and as much memory again.
/** Reads JSON text as strictly as `JSON.parse`, in the order of the text. @throws {NotJson} */
function tree_readTree(text) {
    const reader = new Reader(text);
    const tree = reader.value();
    reader.end();
    return tree;
}
const numbers = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// One for all: nearly every object has none.
const none = [];
const literals = { true: true, false: false, null: null };
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    value() {
        this.skipSpace();
        const at = this.at;
        switch (this.text[at]) {
            case '{':
                return { at, ...this.members() };
            case '[':
                return { at, elements: this.elements() };
            case '"':
                return { at, scalar: this.string() };
            default:
                return { at, scalar: this.numberOrLiteral() };
        }
    }
    end() {
        this.skipSpace();
        if (this.at < this.text.length)
            throw new NotJson(this.at, 'end');
    }
    members() {
        const members = new Map();
        let repeated = none;
        this.at++;
        if (this.next('}'))
            return { members, repeated };
        do {
            this.skipSpace();
            const nameAt = this.at;
            const name = this.string();
            if (!this.next(':'))
                throw new NotJson(this.at, 'colon');
            if (members.has(name))
                repeated = [...repeated, name];
            members.set(name, { nameAt, tree: this.value() });
        } while (this.next(','));
        if (!this.next('}'))
            throw new NotJson(this.at, 'comma');
        return { members, repeated };
    }
    elements() {
        const elements = [];
        this.at++;
        if (this.next(']'))
            return elements;
        do
            elements.push(this.value());
        while (this.next(','));
        if (!this.next(']'))
            throw new NotJson(this.at, 'comma');
        return elements;
    }
    string() {
        const start = this.at;
        if (this.text[start] !== '"')
            throw new NotJson(start, 'name');
        let escaped = false;
        for (let at = start + 1; at < this.text.length; at++) {
            const code = this.text.charCodeAt(at);
            if (code === 0x22) {
                this.at = at + 1;
                return escaped ? JSON.parse(this.text.slice(start, at + 1)) : this.text.slice(start + 1, at);
            }
            if (code < 0x20)
                throw new NotJson(at, 'text');
            if (code === 0x5c) {
                escaped = true;
                at += this.escape(at);
            }
        }
        throw new NotJson(this.text.length, 'text');
    }
    /** How many characters follow the backslash at this offset. */
    escape(at) {
        const kind = this.text[at + 1] ?? '';
        if (kind !== '' && '"\\/bfnrt'.includes(kind))
            return 1;
        if (kind === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6)))
            return 5;
        throw new NotJson(at + 1 >= this.text.length ? this.text.length : at, 'text');
    }
    numberOrLiteral() {
        numbers.lastIndex = this.at;
        const digits = numbers.exec(this.text)?.[0];
        if (digits !== undefined) {
            this.at += digits.length;
            return Number(digits);
        }
        const word = Object.keys(literals).find((candidate) => this.text.startsWith(candidate, this.at));
        if (word === undefined)
            throw new NotJson(this.at, 'value');
        this.at += word.length;
        return literals[word] ?? null;
    }
    next(character) {
        this.skipSpace();
        if (this.text[this.at] !== character)
            return false;
        this.at++;
        return true;
    }
    skipSpace() {
        for (;;) {
            const code = this.text.charCodeAt(this.at);
            if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)
                return;
            this.at++;
        }
    }
}

// EXTERNAL MODULE: ./src/json/value.js
var value = __nccwpck_require__(805);
;// CONCATENATED MODULE: ./src/json/parse.js




// JSON.parse moves names such as "10" to the front of their object. Only a text that may hold one needs the slower parser.
const integerLikeName = /"(?:0|[1-9][0-9]*)"\s*:/;
/**
 * Reads JSON text, with or without a byte-order mark, in the order of the text. Repeated names: the last value, at the first place.
 * @param source how messages call the text: a file, a URL
 * @param hint what to do about a text that is no JSON
 * @throws {InvalidInput} with line and column; for thousands of levels without
 */
function parseJson(text, source, hint) {
    const plain = parsePlain(text, source, hint);
    try {
        return integerLikeName.test(text) ? fromTree(tree_readTree(withoutMark(text))) : (0,value/* fromPlain */.bM)(plain);
    }
    catch (error) {
        // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
        if (error instanceof RangeError)
            throw new errors/* InvalidInput */.o9(`${source}: nested too deeply`, 'A thousand levels of lists and objects can be read');
        throw error;
    }
}
/** As `parseJson`, into plain objects. @throws {InvalidInput} */
function parsePlain(text, source, hint = 'The file must be JSON') {
    const json = withoutMark(text);
    try {
        return JSON.parse(json);
    }
    catch (error) {
        const { line, column, what } = syntaxErrorIn(json);
        const remedy = likelyLanguage(json) ?? hint;
        // The cause would quote the text, and a text may hold secrets: its message is left out (delegation.md 6).
        throw new errors/* InvalidInput */.o9(`${source}:${line}:${column}: not JSON: ${what ?? error.name}`, remedy);
    }
}
/**
 * The members whose names were given before in the same object; the last value of them counts.
 * @param value the same text as plain objects
 */
function repeatedMembers(text, value) {
    // Only a text that may hold one needs the slower parser: one that has more names than its value has members.
    return (text.match(/"\s*:/g)?.length ?? 0) === countMembers(value) ? [] : repeatedIn(readTree(withoutMark(text)), []);
}
function countMembers(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const members = Object.values(value);
    return members.reduce((sum, member) => sum + countMembers(member), Array.isArray(value) ? 0 : members.length);
}
function repeatedIn(tree, path) {
    if ('elements' in tree)
        return tree.elements.flatMap((element, n) => repeatedIn(element, [...path, n]));
    if (!('members' in tree))
        return [];
    const own = [...new Set(tree.repeated)].map((name) => [...path, name]);
    return [...own, ...[...tree.members].flatMap(([name, member]) => repeatedIn(member.tree, [...path, name]))];
}
/** Finds the values of a text again. A path that does not exist gives the place of the last step that does. */
function placesIn(text) {
    const json = withoutMark(text);
    const root = tree_readTree(json);
    const placeOf = lineCounter(json);
    return (path, of = 'value') => {
        let tree = root;
        let { at } = root;
        for (const [n, step] of path.entries()) {
            const member = 'members' in tree ? tree.members.get(String(step)) : undefined;
            const next = member?.tree ?? ('elements' in tree ? tree.elements[Number(step)] : undefined);
            if (!next)
                break;
            tree = next;
            at = member && of === 'name' && n === path.length - 1 ? member.nameAt : next.at;
        }
        return placeOf(at);
    };
}
/** Places of offsets; asked in any order, quick in the order of the text. */
function lineCounter(text) {
    let [line, start] = [1, 0];
    return (at) => {
        if (at < start)
            [line, start] = [1, 0];
        for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return { line, column: at - start + 1 };
    };
}
/** `[0].recipes[2].constraints[1].key`; names that are no identifiers are quoted: `["a b"]`. The document itself is `$`. */
function printPath(path) {
    const text = path
        .map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
        .join('');
    return text === '' ? '$' : text.replace(/^\./, '');
}
function withoutMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
function fromTree(tree) {
    if ('scalar' in tree)
        return tree.scalar;
    if ('elements' in tree)
        return tree.elements.map(fromTree);
    return new Map([...tree.members].map(([name, member]) => [name, fromTree(member.tree)]));
}
/** Where a text stops being JSON, and what is wrong there, which quotes one character of it. */
function syntaxErrorIn(json) {
    if (json.trim() === '')
        return { line: 1, column: 1, what: 'it is empty' };
    try {
        tree_readTree(json);
    }
    catch (error) {
        // Who nests deeper than this reader goes gets no place.
        if (error instanceof RangeError)
            return { line: 1, column: 1 };
        if (!(error instanceof NotJson))
            throw error;
        return { ...lineCounter(json)(error.at), what: slipIn(json, error) };
    }
    return { line: 1, column: 1 };
}


/***/ }),

/***/ 3519:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q2: function() { return /* binding */ printJson; },
/* harmony export */   QO: function() { return /* binding */ printPlainPython; },
/* harmony export */   n: function() { return /* binding */ printText; },
/* harmony export */   qj: function() { return /* binding */ printPython; },
/* harmony export */   xo: function() { return /* binding */ printNumber; }
/* harmony export */ });
/* unused harmony export printIndented */
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(805);

/** JSON text without white space, members in their order. */
function printJson(value) {
    if (Array.isArray(value))
        return `[${value.map(printJson).join(',')}]`;
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return `{${[...value].map(([name, member]) => `${JSON.stringify(name)}:${printJson(member)}`).join(',')}}`;
    return JSON.stringify(value);
}
/** A value where text is wanted: text as it is, `otherwise` for null and for nothing, anything else as JSON. */
function printText(value, otherwise = '') {
    if (value === undefined || value === null)
        return otherwise;
    return typeof value === 'string' ? value : printJson(value);
}
/** JSON text for people: two spaces a level, members in their order. */
function printIndented(value, indent = '') {
    const deeper = `${indent}  `;
    const lines = Array.isArray(value)
        ? value.map((element) => deeper + printIndented(element, deeper))
        : isObject(value)
            ? [...value].map(([name, member]) => `${deeper}${JSON.stringify(name)}: ${printIndented(member, deeper)}`)
            : undefined;
    if (lines === undefined)
        return JSON.stringify(value);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
/** JSON text as Python's `json.dumps` writes it: `", "` and `": "`, everything outside U+0020 to U+007E escaped (jsontas.md 11.5). */
function printPython(value) {
    const pieces = [];
    write(value, pieces);
    return pieces.join('');
}
// One list of pieces for the whole text: texts added to texts stay chains of small ones, and keep the memory of all.
function write(value, pieces) {
    if (typeof value === 'string')
        pieces.push(ascii(value));
    else if (typeof value === 'number')
        pieces.push(printNumber(value));
    else if (Array.isArray(value)) {
        pieces.push('[');
        for (const [i, element] of value.entries()) {
            if (i > 0)
                pieces.push(', ');
            write(element, pieces);
        }
        pieces.push(']');
    }
    else if ((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
        pieces.push('{');
        let separator = '';
        for (const [name, member] of value) {
            pieces.push(separator, ascii(name), ': ');
            write(member, pieces);
            separator = ', ';
        }
        pieces.push('}');
    }
    else
        pieces.push(JSON.stringify(value));
}
/** As `printPython`, of plain objects; members that are undefined are left out. */
function printPlainPython(value) {
    if (typeof value === 'string')
        return ascii(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return printNumber(value);
    let text = '';
    if (Array.isArray(value)) {
        for (const element of value)
            text += `${text === '' ? '' : ', '}${printPlainPython(element)}`;
        return `[${text}]`;
    }
    if (typeof value !== 'object' || value === null)
        return typeof value === 'boolean' ? String(value) : 'null';
    // Not by their entries, which are a list of lists: events are printed by the thousand.
    for (const name of Object.keys(value)) {
        const member = value[name];
        if (member !== undefined)
            text += `${text === '' ? '' : ', '}${ascii(name)}: ${printPlainPython(member)}`;
    }
    return `{${text}}`;
}
/** A number as Python prints it: exponent form from 1e16 on and below 1e-4, two digits of exponent at least (jsontas.md 11.3). */
function printNumber(value) {
    if (Object.is(value, -0))
        return '-0.0';
    if (Number.isSafeInteger(value))
        return String(value);
    const size = Math.abs(value);
    if (size < 1e16 && size >= 1e-4)
        return String(value);
    const [mantissa, exponent = ''] = value.toExponential().split('e');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
function ascii(text) {
    // Nearly every text needs nothing: this test costs a fifth of what follows.
    if (/^[ !#-[\]-~]*$/.test(text))
        return `"${text}"`;
    const json = JSON.stringify(text);
    return /[\u007f-\uffff]/.test(json)
        ? json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : json;
}


/***/ }),

/***/ 805:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: function() { return /* binding */ isObject; },
/* harmony export */   Ul: function() { return /* binding */ toPlain; },
/* harmony export */   bM: function() { return /* binding */ fromPlain; }
/* harmony export */ });
/* unused harmony export textOf */
// JSON text and values, knowing nothing of ETOS. In: text. Out: values that keep the order and the names of the text (`__proto__` and "10" are
// ordinary names), the places of values in the text, and text again. What a document means does not belong here.
function isObject(value) {
    return value instanceof Map;
}
/** A value of plain objects, as `JSON.parse` gives it, as a value of maps. What JSON cannot say becomes null, as in `JSON.stringify`. */
function fromPlain(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : null;
    if (Array.isArray(value))
        return value.map(fromPlain);
    if (value instanceof Map)
        return new Map([...value].map(([name, member]) => [name, fromPlain(member)]));
    if (typeof value === 'object') {
        const members = Object.entries(value).filter(([, member]) => member !== undefined);
        return new Map(members.map(([name, member]) => [name, fromPlain(member)]));
    }
    return null;
}
/** A value of maps as one of plain objects, for code and schemas that know no others. */
function toPlain(value) {
    if (Array.isArray(value))
        return value.map(toPlain);
    if (!isObject(value))
        return value;
    const plain = {};
    // defineProperty, because an assignment to `__proto__` would change the object instead of adding a member.
    for (const [name, member] of value)
        Object.defineProperty(plain, name, { value: toPlain(member), enumerable: true, writable: true, configurable: true });
    return plain;
}
/** The text of a member, or of a number or boolean as JSON has it; the fallback for everything else. */
function textOf(value, fallback = '') {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : fallback;
}


/***/ }),

/***/ 4339:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  VL: function() { return /* binding */ TooLong; },
  rg: function() { return /* binding */ checkPattern; },
  hU: function() { return /* binding */ matchesAtStart; },
  $P: function() { return /* binding */ search; }
});

;// CONCATENATED MODULE: ./src/jsontas/regex/letter-case.js
/** Every character that is the same letter as this one, itself first: `k`, `K` and the Kelvin sign. */
function spellings(code, ascii) {
    if (ascii)
        return code < 128 ? [...new Set([code, codeOf(textOf(code).toLowerCase()), codeOf(textOf(code).toUpperCase())])] : [code];
    if (code < 128 && !/[A-Za-z]/.test(textOf(code)))
        return [code];
    return [code, ...(families().get(fold(code)) ?? []).filter((other) => other !== code)];
}
/** One letter for all its spellings. */
function fold(code) {
    // What becomes several letters (the sharp s) is only its own spelling.
    const upper = textOf(code).toUpperCase();
    const base = upper.length === textOf(codeOf(upper)).length ? upper : textOf(code);
    return codeOf(base.toLowerCase());
}
/** In lower case, as Python has it for one character. */
function lower(code) {
    return codeOf(textOf(code).toLowerCase());
}
let known;
/** Which characters fold to one: made when first asked for, in some 20 ms. */
function families() {
    if (known)
        return known;
    const byFold = new Map();
    for (let code = 0; code < lastCased; code++) {
        if (code === 0x3000)
            code = 0xa640; // None of the scripts between has letter case.
        if (code === 0xac00)
            code = 0xfb00;
        const base = fold(code);
        if (base === code && textOf(code).toUpperCase() === textOf(code))
            continue;
        byFold.set(base, [...(byFold.get(base) ?? []), code]);
    }
    return (known = byFold);
}
const lastCased = 0x1e944;
function textOf(code) {
    return String.fromCodePoint(code);
}
function codeOf(text) {
    return text.codePointAt(0);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/character-set.js

/** A set of characters, as one literal, `.`, a category or a bracket expression has it. */
class CharacterSet {
    items;
    negative;
    ignoreCase;
    // Nearly all that is matched is ASCII: one look into a table.
    #ascii = new Uint8Array(128);
    constructor(items, negative = false, 
    /** Compares letters whatever their case; ASCII letters only when it is `ascii`. */
    ignoreCase = false) {
        this.items = items;
        this.negative = negative;
        this.ignoreCase = ignoreCase;
        for (let code = 0; code < 128; code++)
            this.#ascii[code] = this.#test(code) ? 1 : 0;
    }
    has(code) {
        return code < 128 ? this.#ascii[code] === 1 : this.#test(code);
    }
    #test(code) {
        const codes = this.ignoreCase === false ? [code] : spellings(code, this.ignoreCase === 'ascii');
        return codes.some((one) => this.items.some((item) => holds(item, one))) !== this.negative;
    }
}
function holds(item, code) {
    return 'category' in item ? isOf(item.category, code, item.ascii) : code >= item.from && code <= item.to;
}
/** Whether a character belongs to a category, in all scripts or in ASCII alone. */
function isOf(category, code, ascii) {
    const positive = category.toLowerCase();
    return (ascii ? asciiCategories : categories)[positive].test(String.fromCodePoint(code)) === (positive === category);
}
const categories = {
    d: /^\p{Nd}$/u,
    w: /^[\p{L}\p{N}_]$/u,
    // Python's white space: U+001C to U+001F and U+0085 are, U+FEFF is not.
    s: new RegExp(String.raw `^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$`, 'u'),
};
const asciiCategories = { d: /^[0-9]$/, w: /^[A-Za-z0-9_]$/, s: /^[\t-\r ]$/ };

;// CONCATENATED MODULE: ./src/jsontas/regex/node.js
/** The fewest and the most characters that a node matches. */
function widthOf(node, groups) {
    switch (node.kind) {
        case 'set':
            return [1, 1];
        case 'sequence':
            return node.parts.map((part) => widthOf(part, groups)).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
        case 'choice': {
            const widths = node.branches.map((branch) => widthOf(branch, groups));
            return [Math.min(...widths.map(([least]) => least)), Math.max(...widths.map(([, most]) => most))];
        }
        case 'repeat': {
            const [least, most] = widthOf(node.body, groups);
            // Not infinity times nothing.
            return [least * node.min, most === 0 || node.max === 0 ? 0 : most * node.max];
        }
        case 'group':
        case 'atomic':
            return widthOf(node.body, groups);
        case 'reference':
            return groups.get(node.number) ?? [0, Infinity];
        case 'conditional': {
            const [yes, no] = [widthOf(node.yes, groups), widthOf(node.no, groups)];
            return [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])];
        }
        case 'look':
        case 'at':
            return [0, 0];
    }
}

;// CONCATENATED MODULE: ./src/jsontas/regex/compile.js

const mostSteps = 100_000;
/**
 * Makes a program of a pattern. It is made from its end to its start, so that each step knows where it goes on.
 * @param linear without steps that stand for many positions, and without anything kept: what a memory of visited states needs
 * @throws {SyntaxError} when repetitions of repetitions make it too large
 */
function compile(root, { groups, linear }) {
    const steps = [];
    let slots = groups * 2;
    const add = (step) => {
        if (steps.length >= mostSteps)
            throw new SyntaxError(`the pattern is too large: more than ${mostSteps} steps`);
        return steps.push(step) - 1;
    };
    // A loop's end is made before its start is known.
    const reserve = () => add({ do: 'end' });
    const sub = (node) => make(node, add({ do: 'end' }));
    const make = (node, next) => {
        switch (node.kind) {
            case 'set':
                return add({ do: 'set', set: node.set, next });
            case 'at':
                return add({ do: 'at', place: node.place, ascii: node.ascii, next });
            case 'sequence':
                return node.parts.reduceRight((after, part) => make(part, after), next);
            case 'choice':
                return node.branches.map((branch) => make(branch, next)).reduceRight((second, first) => add({ do: 'fork', first, second }));
            case 'group':
                if (linear)
                    return make(node.body, next);
                return add({ do: 'keep', slot: node.number * 2, next: make(node.body, add({ do: 'keep', slot: node.number * 2 + 1, next })) });
            case 'atomic':
                return add({ do: 'atomic', start: sub(node.body), next });
            case 'look':
                return add({ do: 'look', start: sub(node.body), behind: node.behind, negative: node.negative, width: node.width, next });
            case 'reference':
                return add({ do: 'reference', number: node.number, ignoreCase: node.ignoreCase, ascii: node.ascii, next });
            case 'conditional':
                return add({ do: 'conditional', number: node.number, yes: make(node.yes, next), no: make(node.no, next) });
            case 'repeat':
                return repeat(node, next);
        }
    };
    const repeat = (node, next) => {
        const { body, min, max, way } = node;
        if (way === 'possessive')
            return add({ do: 'atomic', start: repeat({ ...node, way: 'greedy' }, add({ do: 'end' })), next });
        const greedy = way === 'greedy';
        if (body.kind === 'set' && !linear)
            return add({ do: 'run', set: body.set, min, max, greedy, next });
        const fork = (again, on) => ({ do: 'fork', first: greedy ? again : on, second: greedy ? on : again });
        let entry = next;
        if (max === Infinity) {
            const loop = reserve();
            if (linear || widthOf(body, new Map())[0] > 0)
                steps[loop] = fork(make(body, loop), next);
            else {
                const slot = slots++;
                const check = add({ do: 'unmoved', slot, moved: loop, stuck: next });
                steps[loop] = fork(add({ do: 'keep', slot, next: make(body, check) }), next);
            }
            entry = loop;
        }
        else
            for (let n = min; n < max; n++)
                entry = add(fork(make(body, entry), next));
        for (let n = 0; n < min; n++)
            entry = make(body, entry);
        return entry;
    };
    const start = make(root, reserve());
    return { steps, start, slots };
}

;// CONCATENATED MODULE: ./src/jsontas/regex/literals.js
// A single character is in nearly every text: looking for it costs more than it saves.
const shortest = 2;
/**
 * What every text has that a pattern matches, wherever in it: of each clause one text. Most patterns have a word in them, and most texts do not have it;
 * they need not be tried.
 */
function clausesOf(node) {
    switch (node.kind) {
        case 'sequence': {
            const clauses = [];
            let word = '';
            const finish = () => {
                if ([...word].length >= shortest)
                    clauses.push([word]);
                word = '';
            };
            for (const part of node.parts) {
                const character = characterOf(part);
                if (character !== undefined)
                    word += character;
                else {
                    finish();
                    clauses.push(...clausesOf(part));
                }
            }
            finish();
            return clauses;
        }
        case 'choice': {
            const best = node.branches.map((branch) => clausesOf(branch).reduce(better, []));
            return best.every(({ length }) => length > 0) ? [best.flat()] : [];
        }
        case 'repeat':
            return node.min > 0 ? clausesOf(node.body) : [];
        case 'group':
        case 'atomic':
            return clausesOf(node.body);
        // What is looked at need not be matched, and what a group or a condition stands for is known only then.
        case 'look':
        case 'set':
        case 'at':
        case 'reference':
        case 'conditional':
            return [];
    }
}
function characterOf(node) {
    if (node.kind !== 'set' || node.set.negative || node.set.ignoreCase !== false || node.set.items.length !== 1)
        return undefined;
    const [item] = node.set.items;
    return item && 'from' in item && item.from === item.to ? String.fromCodePoint(item.from) : undefined;
}
/** The one that fewer texts will hold: its shortest word is longer. */
function better(one, other) {
    return shortestOf(other) > shortestOf(one) ? other : one;
}
function shortestOf(clause) {
    return clause.reduce((least, { length }) => Math.min(least, length), clause.length === 0 ? 0 : Infinity);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/character-names.js
// The names of ASCII's punctuation; those of letters and digits are made by rule.
const punctuation = {
    SPACE: ' ',
    'EXCLAMATION MARK': '!',
    'QUOTATION MARK': '"',
    'NUMBER SIGN': '#',
    'DOLLAR SIGN': '$',
    'PERCENT SIGN': '%',
    AMPERSAND: '&',
    APOSTROPHE: "'",
    'LEFT PARENTHESIS': '(',
    'RIGHT PARENTHESIS': ')',
    ASTERISK: '*',
    'PLUS SIGN': '+',
    COMMA: ',',
    'HYPHEN-MINUS': '-',
    'FULL STOP': '.',
    SOLIDUS: '/',
    COLON: ':',
    SEMICOLON: ';',
    'LESS-THAN SIGN': '<',
    'EQUALS SIGN': '=',
    'GREATER-THAN SIGN': '>',
    'QUESTION MARK': '?',
    'COMMERCIAL AT': '@',
    'LEFT SQUARE BRACKET': '[',
    'REVERSE SOLIDUS': '\\',
    'RIGHT SQUARE BRACKET': ']',
    'CIRCUMFLEX ACCENT': '^',
    'LOW LINE': '_',
    'GRAVE ACCENT': '`',
    'LEFT CURLY BRACKET': '{',
    'VERTICAL LINE': '|',
    'RIGHT CURLY BRACKET': '}',
    TILDE: '~',
    'NO-BREAK SPACE': '\u00a0',
    'EN DASH': '\u2013',
    'EM DASH': '\u2014',
    'EURO SIGN': '\u20ac',
    'DEGREE SIGN': '\u00b0',
    'SECTION SIGN': '\u00a7',
    'MICRO SIGN': '\u00b5',
    'LATIN SMALL LETTER SHARP S': 'ß',
    'LATIN SMALL LETTER AE': 'æ',
    'LATIN CAPITAL LETTER AE': 'Æ',
    'LATIN SMALL LETTER O WITH STROKE': 'ø',
    'LATIN CAPITAL LETTER O WITH STROKE': 'Ø',
};
const digits = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const accents = {
    GRAVE: '\u0300',
    ACUTE: '\u0301',
    CIRCUMFLEX: '\u0302',
    TILDE: '\u0303',
    DIAERESIS: '\u0308',
    'RING ABOVE': '\u030a',
    CARON: '\u030c',
    CEDILLA: '\u0327',
};
const greek = 'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO . SIGMA TAU UPSILON PHI CHI PSI OMEGA'.split(' ');
/**
 * The character that Unicode calls so, for `\N{…}`: ASCII, the letters of Latin with their usual accents and of Greek, and a few signs. The table
 * of all 34,000 would weigh more than the program.
 * @throws {SyntaxError} for any other
 */
function characterNamed(name) {
    const upper = name.toUpperCase();
    const sign = Object.hasOwn(punctuation, upper) ? punctuation[upper] : undefined;
    const digit = digits.indexOf(upper.replace(/^DIGIT /, ''));
    const [, size, script, letter = '', accent] = /^(SMALL|CAPITAL) (LATIN|GREEK) (\w+)(?: WITH (.+))?$/.exec(upper.replace(/^(LATIN|GREEK) (SMALL|CAPITAL) LETTER/, '$2 $1')) ?? [];
    const base = sign ??
        (digit >= 0 && upper.startsWith('DIGIT ') ? String(digit) : undefined) ??
        (script === 'LATIN' && letter.length === 1 ? letter.toLowerCase() : undefined) ??
        (script === 'GREEK' && greek.includes(letter) && accent === undefined
            ? String.fromCodePoint(0x3b1 + greek.indexOf(letter))
            : undefined);
    const mark = accent === undefined || sign ? '' : Object.hasOwn(accents, accent) ? accents[accent] : undefined;
    const character = base === undefined || mark === undefined ? '' : (size === 'CAPITAL' && !sign ? base.toUpperCase() : base).concat(mark).normalize();
    if ([...character].length !== 1)
        throw new SyntaxError(`the character name ${JSON.stringify(name)} is not known here; write the character itself`);
    return character.codePointAt(0);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/parse.js



/** Reads a pattern as Python 3.11 does (jsontas.md 11.4). @throws {SyntaxError} for what Python refuses, and for a `\N{…}` of unknown name */
function parsePattern(text) {
    return new Parser(text).pattern();
}
const noFlags = { i: false, m: false, s: false, x: false, a: false };
const mostRepeats = 4_294_967_295;
const mostGroups = 1_073_741_823;
const deepest = 200;
const escapes = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const anything = { from: 0, to: 0x10ffff };
class Parser {
    #codes;
    #at = 0;
    #groups = 1;
    #depth = 0;
    #remembers = false;
    #global = noFlags;
    #names = new Map();
    #open = new Set();
    #widths = new Map();
    /** How many groups there were when the outermost look-behind began; references to later ones cannot be inside it. */
    #beforeLookBehind;
    #conditions = [];
    constructor(text) {
        this.#codes = [...text];
    }
    pattern() {
        let root;
        try {
            root = this.#choice(noFlags, true);
        }
        catch (error) {
            if (!(error instanceof Verbose))
                throw error;
            // Blanks before a (?x) at the start were read as literals.
            const again = new Parser(this.#codes.join(''));
            again.#global = { ...noFlags, x: true };
            return again.pattern();
        }
        if (this.#at < this.#codes.length)
            throw new SyntaxError('unbalanced parenthesis');
        if (this.#conditions.some((number) => number >= this.#groups))
            throw new SyntaxError('invalid group reference');
        return { root, groups: this.#groups, remembers: this.#remembers };
    }
    #peek() {
        return this.#codes[this.#at];
    }
    #take() {
        return this.#codes[this.#at++];
    }
    #skip(text) {
        if (this.#peek() !== text)
            return false;
        this.#at++;
        return true;
    }
    #while(test, most = Infinity) {
        let text = '';
        while (text.length < most && this.#peek() !== undefined && test.test(this.#peek()))
            text += this.#take();
        return text;
    }
    #until(end, what) {
        let text = '';
        for (;;) {
            const next = this.#take();
            if (next === undefined)
                throw new SyntaxError(`missing ${end}, unterminated ${what}`);
            if (next === end)
                break;
            text += next;
        }
        if (text === '')
            throw new SyntaxError(`missing ${what}`);
        return text;
    }
    #choice(flags, first = false) {
        if (++this.#depth > deepest)
            throw new SyntaxError('nested too deeply');
        const branches = [this.#sequence(flags, first)];
        while (this.#skip('|'))
            branches.push(this.#sequence(flags, false));
        this.#depth--;
        return branches.length === 1 ? branches[0] : { kind: 'choice', branches };
    }
    #sequence(given, first) {
        const parts = [];
        let flags = first ? merge(given, this.#global) : given;
        for (;;) {
            const next = this.#peek();
            if (next === undefined || next === '|' || next === ')')
                break;
            this.#at++;
            if (flags.x && /[ \t\n\r\v\f]/.test(next))
                continue;
            if (flags.x && next === '#') {
                while (this.#peek() !== undefined && this.#take() !== '\n')
                    ;
                continue;
            }
            if (next === '(') {
                const node = this.#group(flags, first && parts.length === 0);
                if (node === 'flags')
                    flags = merge(flags, this.#global);
                else if (node)
                    parts.push(node);
            }
            else if ('*+?{'.includes(next))
                this.#repeat(next, parts, flags);
            else
                parts.push(this.#simple(next, flags));
        }
        return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
    }
    #simple(next, flags) {
        if (next === '.')
            return { kind: 'set', set: flags.s ? new CharacterSet([anything]) : new CharacterSet([{ from: 10, to: 10 }], true) };
        if (next === '^')
            return at(flags.m ? 'lineStart' : 'start', flags);
        if (next === '$')
            return at(flags.m ? 'lineEnd' : 'lastLine', flags);
        if (next === '[')
            return this.#set(flags);
        if (next === '\\')
            return this.#escape(flags);
        return literal(next.codePointAt(0), flags);
    }
    #repeat(sign, parts, flags) {
        const bounds = sign === '{' ? this.#bounds() : sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : [0, 1];
        if (!bounds) {
            parts.push(literal(0x7b, flags));
            return;
        }
        const [min = 0, max = 0] = bounds;
        const body = parts.pop();
        if (!body || body.kind === 'at')
            throw new SyntaxError('nothing to repeat');
        if (body.kind === 'repeat')
            throw new SyntaxError('multiple repeat');
        const way = this.#skip('?') ? 'lazy' : this.#skip('+') ? 'possessive' : 'greedy';
        parts.push({ kind: 'repeat', body, min, max, way });
    }
    /** `{2}`, `{2,}`, `{,3}`, `{2,3}`; nothing when the brace is a literal one. */
    #bounds() {
        const start = this.#at;
        if (this.#peek() === '}')
            return undefined;
        const low = this.#while(/[0-9]/);
        const high = this.#skip(',') ? this.#while(/[0-9]/) : low;
        if (!this.#skip('}')) {
            this.#at = start;
            return undefined;
        }
        const min = low === '' ? 0 : Number(low);
        const max = high === '' ? Infinity : Number(high);
        if (min >= mostRepeats || (max !== Infinity && max >= mostRepeats))
            throw new SyntaxError('the repetition number is too large');
        if (max < min)
            throw new SyntaxError('min repeat greater than max repeat');
        return [min, max];
    }
    #group(flags, atStart) {
        if (!this.#skip('?'))
            return this.#capture(undefined, flags);
        const sign = this.#take();
        switch (sign) {
            case undefined:
                throw new SyntaxError('unexpected end of pattern');
            case 'P':
                if (this.#skip('<'))
                    return this.#capture(this.#name('>'), flags);
                if (this.#skip('='))
                    return this.#reference(this.#named(this.#name(')')), flags);
                throw new SyntaxError('unknown extension');
            case ':':
                return this.#closed(group(this.#choice(flags)));
            case '#':
                while (this.#take() !== ')')
                    if (this.#peek() === undefined)
                        throw new SyntaxError('missing ), unterminated comment');
                return undefined;
            case '>':
                return this.#closed({ kind: 'atomic', body: this.#choice(flags) });
            case '=':
            case '!':
                return this.#look(sign, false, flags);
            case '<': {
                const direction = this.#take();
                if (direction === '=' || direction === '!')
                    return this.#look(direction, true, flags);
                throw new SyntaxError(direction === undefined ? 'unexpected end of pattern' : 'unknown extension');
            }
            case '(':
                return this.#conditional(flags);
            default:
                if (/[aiLmsux-]/.test(sign))
                    return this.#flags(sign, flags, atStart);
                throw new SyntaxError('unknown extension');
        }
    }
    #capture(name, flags) {
        const number = this.#groups++;
        if (name !== undefined) {
            if (this.#names.has(name))
                throw new SyntaxError('redefinition of group name');
            this.#names.set(name, number);
        }
        this.#open.add(number);
        const body = this.#choice(flags);
        this.#closed(body);
        this.#open.delete(number);
        this.#widths.set(number, widthOf(body, this.#widths));
        return { kind: 'group', number, body };
    }
    #closed(node) {
        if (!this.#skip(')'))
            throw new SyntaxError('missing ), unterminated subpattern');
        return node;
    }
    #look(sign, behind, flags) {
        const outermost = behind && this.#beforeLookBehind === undefined;
        if (outermost)
            this.#beforeLookBehind = this.#groups;
        const body = this.#closed(this.#choice(flags));
        if (outermost)
            this.#beforeLookBehind = undefined;
        const [least, most] = behind ? widthOf(body, this.#widths) : [0, 0];
        if (least !== most)
            throw new SyntaxError('look-behind requires fixed-width pattern');
        return { kind: 'look', body, behind, negative: sign === '!', width: least };
    }
    #conditional(flags) {
        const name = this.#until(')', 'group name');
        const number = /^[0-9]+$/.test(name) ? Number(name) : this.#named(identifier(name));
        if (number === 0 || number >= mostGroups)
            throw new SyntaxError('bad group number');
        this.#checkLookBehind(number);
        this.#conditions.push(number);
        this.#remembers = true;
        const yes = this.#sequence(flags, false);
        const no = this.#skip('|') ? this.#sequence(flags, false) : { kind: 'sequence', parts: [] };
        if (this.#peek() === '|')
            throw new SyntaxError('conditional backref with more than two branches');
        return this.#closed({ kind: 'conditional', number, yes, no });
    }
    #flags(sign, flags, atStart) {
        this.#at--;
        const on = this.#while(/[A-Za-z]/);
        const off = this.#skip('-') ? this.#while(/[A-Za-z]/) : undefined;
        const end = this.#take();
        for (const flag of on + (off ?? ''))
            if (!'aiLmsux'.includes(flag))
                throw new SyntaxError('unknown flag');
        if (on.includes('L') || (on.includes('a') && on.includes('u')))
            throw new SyntaxError('bad inline flags');
        if (off !== undefined && (off === '' || /[aLu]/.test(off) || [...off].some((flag) => on.includes(flag))))
            throw new SyntaxError('bad inline flags');
        const changed = {
            i: (flags.i || on.includes('i')) && !off?.includes('i'),
            m: (flags.m || on.includes('m')) && !off?.includes('m'),
            s: (flags.s || on.includes('s')) && !off?.includes('s'),
            x: (flags.x || on.includes('x')) && !off?.includes('x'),
            a: (flags.a || on.includes('a')) && !on.includes('u'),
        };
        if (end === ':')
            return this.#closed(group(this.#choice(changed)));
        if (end !== ')' || off !== undefined)
            throw new SyntaxError('missing - or : after inline flags');
        if (!atStart)
            throw new SyntaxError('global flags not at the start of the expression');
        if (sign !== '' && changed.x && !flags.x)
            throw new Verbose();
        if (changed.a && on.includes('u'))
            throw new SyntaxError('ASCII and UNICODE flags are incompatible');
        this.#global = changed;
        return 'flags';
    }
    #name(end) {
        return identifier(this.#until(end, 'group name'));
    }
    #named(name) {
        const number = this.#names.get(name);
        if (number === undefined)
            throw new SyntaxError(`unknown group name ${name}`);
        return number;
    }
    #reference(number, flags) {
        if (number >= this.#groups)
            throw new SyntaxError(`invalid group reference ${number}`);
        if (this.#open.has(number))
            throw new SyntaxError('cannot refer to an open group');
        this.#checkLookBehind(number);
        this.#remembers = true;
        return { kind: 'reference', number, ignoreCase: flags.i, ascii: flags.a };
    }
    #checkLookBehind(number) {
        if (this.#beforeLookBehind === undefined)
            return;
        if (this.#open.has(number))
            throw new SyntaxError('cannot refer to an open group');
        if (number >= this.#beforeLookBehind)
            throw new SyntaxError('cannot refer to group defined in the same lookbehind subpattern');
    }
    #escape(flags) {
        const next = this.#take();
        if (next === undefined)
            throw new SyntaxError('bad escape (end of pattern)');
        if (next === 'A')
            return at('start', flags);
        if (next === 'Z')
            return at('end', flags);
        if (next === 'b')
            return at('boundary', flags);
        if (next === 'B')
            return at('notBoundary', flags);
        if (isCategory(next))
            return { kind: 'set', set: new CharacterSet([{ category: next, ascii: flags.a }]) };
        if (/[1-9]/.test(next)) {
            let digits = next;
            if (/[0-9]/.test(this.#peek() ?? '')) {
                digits += this.#take();
                if (/^[0-7]{2}$/.test(digits) && /[0-7]/.test(this.#peek() ?? ''))
                    return literal(octal(digits + this.#take()), flags);
            }
            return this.#reference(Number(digits), flags);
        }
        if (next === '0')
            return literal(octal(next + this.#while(/[0-7]/, 2)), flags);
        return literal(this.#character(next), flags);
    }
    /** The character of an escape that means the same inside and outside of a set. */
    #character(next) {
        const hexadecimal = { x: 2, u: 4, U: 8 }[next];
        if (hexadecimal !== undefined) {
            const digits = this.#while(/[0-9a-fA-F]/, hexadecimal);
            const code = parseInt(digits, 16);
            if (digits.length !== hexadecimal || code > 0x10ffff)
                throw new SyntaxError(`incomplete escape \\${next}${digits}`);
            return code;
        }
        if (next === 'N') {
            if (!this.#skip('{'))
                throw new SyntaxError('missing {');
            return characterNamed(this.#until('}', 'character name'));
        }
        if (Object.hasOwn(escapes, next))
            return escapes[next];
        if (/[A-Za-z0-9]/.test(next))
            throw new SyntaxError(`bad escape \\${next}`);
        return next.codePointAt(0);
    }
    #set(flags) {
        const items = [];
        const negative = this.#skip('^');
        for (;;) {
            if (items.length > 0 && this.#skip(']'))
                break;
            const low = this.#member(flags);
            if (this.#peek() !== '-' || this.#codes[this.#at + 1] === ']') {
                items.push(low);
                continue;
            }
            this.#at++;
            const high = this.#member(flags);
            if ('category' in low || 'category' in high || high.from < low.from)
                throw new SyntaxError('bad character range');
            items.push({ from: low.from, to: high.to });
        }
        return { kind: 'set', set: new CharacterSet(items, negative, ignoring(flags)) };
    }
    #member(flags) {
        const next = this.#take();
        if (next === undefined)
            throw new SyntaxError('unterminated character set');
        if (next !== '\\')
            return single(next.codePointAt(0));
        const escaped = this.#take();
        if (escaped === undefined)
            throw new SyntaxError('unterminated character set');
        if (isCategory(escaped))
            return { category: escaped, ascii: flags.a };
        if (/[0-7]/.test(escaped))
            return single(octal(escaped + this.#while(/[0-7]/, 2)));
        return single(this.#character(escaped));
    }
}
/** A (?x) was met that also governs what stands before it. */
class Verbose extends Error {
}
/** What stands in brackets may be repeated, also where it alone could not. */
function group(node) {
    return node.kind === 'at' || node.kind === 'repeat' ? { kind: 'sequence', parts: [node] } : node;
}
function merge(one, other) {
    return { i: one.i || other.i, m: one.m || other.m, s: one.s || other.s, x: one.x || other.x, a: one.a || other.a };
}
function at(place, { a }) {
    return { kind: 'at', place, ascii: a };
}
function literal(code, flags) {
    return { kind: 'set', set: new CharacterSet([single(code)], false, ignoring(flags)) };
}
function single(code) {
    return { from: code, to: code };
}
function ignoring({ i, a }) {
    return !i ? false : a ? 'ascii' : 'unicode';
}
function isCategory(letter) {
    return /^[dDsSwW]$/.test(letter);
}
function octal(digits) {
    const code = parseInt(digits, 8);
    if (code > 0o377)
        throw new SyntaxError(`octal escape value \\${digits} outside of range 0-0o377`);
    return code;
}
function identifier(name) {
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name))
        throw new SyntaxError(`bad character in group name ${name}`);
    return name;
}

;// CONCATENATED MODULE: ./src/jsontas/regex/match.js





/**
 * Whether a pattern matches at the start of a text, as Python's `re.match` (jsontas.md 11.4). It never takes long: patterns are matched by trying and
 * going back, and when that does not end soon, once more with a memory of what has failed, which makes the effort linear in the length of the text
 * and of the pattern. Patterns with back references and conditional groups cannot have such a memory; they are given up after some 20 million steps,
 * a fraction of a second.
 * @throws {SyntaxError} when Python would refuse the pattern
 * @throws {TooLong} when it was given up
 */
function matchesAtStart(pattern, text) {
    const compiled = compiledOf(pattern);
    if (!mayMatch(compiled, text))
        return false;
    const subject = subjectOf(text);
    if (compiled.pattern.remembers)
        return new Machine(compiled.program, subject, hopeless).matches();
    try {
        return new Machine(compiled.program, subject, 20_000 + 20 * subject.length).matches();
    }
    catch (error) {
        if (!(error instanceof TooLong))
            throw error;
        compiled.linear ??= compile(compiled.pattern.root, { groups: 0, linear: true });
        return new Machine(compiled.linear, subject, hopeless, true).matches();
    }
}
/**
 * The first match of a pattern anywhere in a text, as Python's `re.search`. What takes longer than a few milliseconds is not found: groups need a
 * memory of their own for each way, so that the effort would not be linear.
 * @throws {SyntaxError} when Python would refuse the pattern
 */
function search(pattern, text) {
    const compiled = compiledOf(pattern);
    if (!mayMatch(compiled, text))
        return undefined;
    const { pattern: parsed, program } = compiled;
    const subject = subjectOf(text);
    const machine = new Machine(program, subject, 100_000 + 100 * subject.length);
    try {
        for (let from = 0; from <= subject.length; from++) {
            const end = machine.endOfMatch(from);
            if (end < 0)
                continue;
            const between = (one, other) => (one < 0 || other < 0 ? undefined : subject.slice(one, other));
            const groups = Array.from({ length: parsed.groups - 1 }, (_, n) => between(...machine.group(n + 1)));
            return { text: subject.slice(from, end), groups };
        }
    }
    catch (error) {
        if (!(error instanceof TooLong))
            throw error;
    }
    return undefined;
}
/** Refuses a pattern that Python would refuse. @throws {SyntaxError} */
function checkPattern(pattern) {
    compiledOf(pattern);
}
/** Matching was given up. */
class TooLong extends Error {
    name = 'TooLong';
}
const hopeless = 20_000_000;
function compiledOf(text) {
    let compiled = match_known.get(text);
    if (!compiled) {
        const pattern = parsePattern(text);
        compiled = { pattern, program: compile(pattern.root, { groups: pattern.groups, linear: false }), clauses: clausesOf(pattern.root) };
        if (match_known.size >= 256)
            match_known.clear();
        match_known.set(text, compiled);
    }
    return compiled;
}
function mayMatch({ clauses }, text) {
    return clauses.every((clause) => clause.some((word) => text.includes(word)));
}
const match_known = new Map();
/** A text by its characters, as Python counts them. */
function subjectOf(text) {
    if (!/[\ud800-\udfff]/.test(text))
        return { length: text.length, codeAt: (i) => text.charCodeAt(i), slice: (from, to) => text.slice(from, to) };
    const characters = [...text];
    const codes = characters.map((character) => character.codePointAt(0));
    return { length: codes.length, codeAt: (i) => codes[i], slice: (from, to) => characters.slice(from, to).join('') };
}
/** States that were met. Few are kept one by one; for many there is a bit for each that may come. */
class Memory {
    size;
    #few = new Set();
    #all;
    constructor(size) {
        this.size = size;
    }
    /** Whether it was met before; from now on it was. */
    met(state) {
        if (this.#few) {
            if (this.#few.has(state))
                return true;
            this.#few.add(state);
            if (this.#few.size > 50_000)
                this.#growUp(this.#few);
            return false;
        }
        const all = this.#all;
        const [byte, bit] = [Math.floor(state / 8), 1 << (state % 8)];
        if ((all[byte] & bit) !== 0)
            return true;
        all[byte] = all[byte] | bit;
        return false;
    }
    #growUp(few) {
        if (this.size > largest)
            throw new TooLong('the text is too long for this pattern');
        this.#few = undefined;
        this.#all = new Uint8Array(Math.ceil(this.size / 8));
        for (const state of few)
            this.met(state);
    }
}
// 128 MiB of bits: a megabyte of text for a pattern of a thousand steps.
const largest = 2 ** 30;
class Machine {
    #steps;
    #start;
    #slots;
    #subject;
    #memory;
    #left;
    constructor({ steps, start, slots }, subject, effort, memory = false) {
        this.#steps = steps;
        this.#start = start;
        this.#slots = memory ? [] : new Array(slots).fill(-1);
        this.#subject = subject;
        this.#left = effort;
        this.#memory = memory;
    }
    matches() {
        return this.endOfMatch(0) >= 0;
    }
    /** Where a match that begins here ends; -1 when none does. */
    endOfMatch(from) {
        return this.#run(this.#start, from);
    }
    /** Where a group of the match that was found begins and ends; -1 when it took no part. */
    group(number) {
        return [this.#slots[number * 2] ?? -1, this.#slots[number * 2 + 1] ?? -1];
    }
    /** The position where the first way from here to an end ends; -1 when there is none. */
    #run(start, from) {
        const { length } = this.#subject;
        const retreats = [];
        // One memory for each run: inside of atomic groups and look-arounds, "failed" means something else.
        const failed = this.#memory ? new Memory((length + 1) * this.#steps.length) : undefined;
        let at = start;
        let position = from;
        for (;;) {
            if (this.#left-- <= 0)
                throw new TooLong('the pattern takes too long to match');
            const step = this.#steps[at];
            let next = -1;
            switch (step.do) {
                case 'end':
                    return position;
                case 'set':
                    if (position < length && step.set.has(this.#subject.codeAt(position))) {
                        position++;
                        next = step.next;
                    }
                    break;
                case 'run': {
                    const most = step.max === Infinity ? length : Math.min(length, position + step.max);
                    const least = position + step.min;
                    if (least > most)
                        break;
                    let end = position;
                    const goal = step.greedy ? most : least;
                    while (end < goal && step.set.has(this.#subject.codeAt(end)))
                        end++;
                    this.#left -= end - position;
                    if (end < least)
                        break;
                    // A lazy one grows by one character at each retreat, a greedy one gives one back.
                    if (step.greedy ? end > least : end < most)
                        retreats.push(step.greedy ? { step: at, from: least, to: end - 1 } : { step: at, from: end, to: most });
                    position = end;
                    next = step.next;
                    break;
                }
                case 'fork': {
                    if (failed) {
                        if (failed.met(position * this.#steps.length + at))
                            break;
                    }
                    retreats.push({ step: step.second, position });
                    next = step.first;
                    break;
                }
                case 'at':
                    if (this.#isAt(step, position))
                        next = step.next;
                    break;
                case 'keep':
                    this.#keep(step.slot, position, retreats);
                    next = step.next;
                    break;
                case 'unmoved':
                    next = this.#slots[step.slot] === position ? step.stuck : step.moved;
                    break;
                case 'reference': {
                    const end = this.#referenceEnd(step, position);
                    if (end >= 0) {
                        position = end;
                        next = step.next;
                    }
                    break;
                }
                case 'conditional':
                    next = (this.#slots[step.number * 2 + 1] ?? -1) >= 0 ? step.yes : step.no;
                    break;
                case 'atomic': {
                    const end = this.#nested(step.start, position, retreats);
                    if (end >= 0) {
                        position = end;
                        next = step.next;
                    }
                    break;
                }
                case 'look': {
                    const begin = step.behind ? position - step.width : position;
                    const found = begin >= 0 && this.#nested(step.start, begin, retreats, step.negative) >= 0;
                    if (found !== step.negative)
                        next = step.next;
                    break;
                }
            }
            if (next < 0) {
                const back = this.#retreat(retreats);
                if (!back)
                    return -1;
                [at, position] = back;
            }
            else
                at = next;
        }
    }
    /** Takes the next way that is left. */
    #retreat(retreats) {
        for (;;) {
            const back = retreats.pop();
            if (!back)
                return undefined;
            if ('slot' in back)
                this.#slots[back.slot] = back.kept;
            else if ('position' in back)
                return [back.step, back.position];
            else {
                const step = this.#steps[back.step];
                if (step.greedy) {
                    if (back.to > back.from)
                        retreats.push({ ...back, to: back.to - 1 });
                    return [step.next, back.to];
                }
                if (!step.set.has(this.#subject.codeAt(back.from)))
                    continue;
                if (back.from + 1 < back.to)
                    retreats.push({ ...back, from: back.from + 1 });
                return [step.next, back.from + 1];
            }
        }
    }
    #keep(slot, position, retreats) {
        retreats.push({ slot, kept: this.#slots[slot] ?? -1 });
        this.#slots[slot] = position;
    }
    /** Runs an inner pattern once. What its groups kept stays, unless it is `forgotten`, until the outer one goes back. */
    #nested(start, position, retreats, forgotten = false) {
        const before = [...this.#slots];
        const end = this.#run(start, position);
        for (const [slot, kept] of before.entries()) {
            if (this.#slots[slot] === kept)
                continue;
            if (end < 0 || forgotten)
                this.#slots[slot] = kept;
            else
                retreats.push({ slot, kept });
        }
        return end;
    }
    #referenceEnd({ number, ignoreCase, ascii }, position) {
        const [from = -1, to = -1] = this.#slots.slice(number * 2, number * 2 + 2);
        if (from < 0 || to < from)
            return -1;
        const end = position + to - from;
        if (end > this.#subject.length)
            return -1;
        this.#left -= to - from;
        for (let i = 0; i < to - from; i++) {
            const [one, other] = [this.#subject.codeAt(from + i), this.#subject.codeAt(position + i)];
            if (one === other)
                continue;
            const alike = ignoreCase && (ascii ? one < 128 && other < 128 && fold(one) === fold(other) : lower(one) === lower(other));
            if (!alike)
                return -1;
        }
        return end;
    }
    #isAt({ place, ascii }, position) {
        const { length } = this.#subject;
        const newline = (i) => this.#subject.codeAt(i) === 10;
        switch (place) {
            case 'start':
                return position === 0;
            case 'end':
                return position === length;
            case 'lastLine':
                return position === length || (position === length - 1 && newline(position));
            case 'lineStart':
                return position === 0 || newline(position - 1);
            case 'lineEnd':
                return position === length || newline(position);
            case 'boundary':
            case 'notBoundary': {
                // In an empty text Python finds neither.
                if (length === 0)
                    return false;
                const word = (i) => i >= 0 && i < length && isOf('w', this.#subject.codeAt(i), ascii);
                return (word(position - 1) !== word(position)) === (place === 'boundary');
            }
        }
    }
}


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			id: moduleId,
/******/ 			loaded: false,
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Flag the module as loaded
/******/ 		module.loaded = true;
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	!function() {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = function(queue) {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach(function(fn) { fn.r--; });
/******/ 				queue.forEach(function(fn) { fn.r-- ? fn.r++ : fn(); });
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = function(deps) { return deps.map(function(dep) {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then(function(r) {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, function(e) {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = function(fn) { fn(queue); };
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = function() {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}); };
/******/ 		__nccwpck_require__.a = function(module, body, hasAwait) {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise(function(resolve, rej) {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = function(fn) { queue && fn(queue), depQueues.forEach(fn), promise["catch"](function() {}); };
/******/ 			module.exports = promise;
/******/ 			body(function(deps) {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = function() { return currentDeps.map(function(d) {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}); }
/******/ 				var promise = new Promise(function(resolve) {
/******/ 					fn = function() { resolve(getResult); };
/******/ 					fn.r = 0;
/******/ 					var fnQueue = function(q) { q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))); };
/******/ 					currentDeps.map(function(dep) { dep[webpackQueues](fnQueue); });
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, function(err) { (err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue); });
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	!function() {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = function(module) {
/******/ 			var getter = module && module.__esModule ?
/******/ 				function() { return module['default']; } :
/******/ 				function() { return module; };
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	!function() {
/******/ 		var getProto = Object.getPrototypeOf ? function(obj) { return Object.getPrototypeOf(obj); } : function(obj) { return obj.__proto__; };
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach(function(key) { def[key] = function() { return value[key]; }; });
/******/ 			}
/******/ 			def['default'] = function() { return value; };
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	!function() {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = function(exports, definition) {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	!function() {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = function(chunkId) {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce(function(promises, key) {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	!function() {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = function(chunkId) {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	!function() {
/******/ 		__nccwpck_require__.o = function(obj, prop) { return Object.prototype.hasOwnProperty.call(obj, prop); }
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	!function() {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = function(exports) {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/node module decorator */
/******/ 	!function() {
/******/ 		__nccwpck_require__.nmd = function(module) {
/******/ 			module.paths = [];
/******/ 			if (!module.children) module.children = [];
/******/ 			return module;
/******/ 		};
/******/ 	}();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	!function() {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = function(chunk) {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = function(chunkId, promises) {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	}();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(7027);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;