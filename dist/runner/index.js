#!/usr/bin/env node
/******/ (function() { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 7794:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D5: function() { return /* binding */ ReaderGone; },
/* harmony export */   Lr: function() { return /* binding */ TimeUp; },
/* harmony export */   Rx: function() { return /* binding */ endingOfError; },
/* harmony export */   VR: function() { return /* binding */ NotRun; },
/* harmony export */   lR: function() { return /* binding */ endingOfStop; },
/* harmony export */   x5: function() { return /* binding */ refusal; }
/* harmony export */ });
/* harmony import */ var _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3332);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2257);
/* harmony import */ var _engine_words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7410);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3120);




/** It could not be run: no engine, no image, no container, no start. Thrown by the steps of a run. */
class NotRun extends Error {
    exitCode;
    name = 'NotRun';
    constructor(message, exitCode = 125, options) {
        super(message, options);
        this.exitCode = exitCode;
    }
}
/** The time limit is over. The reason of the run's signal then. */
class TimeUp extends Error {
    name = 'TimeUp';
}
/** Whoever read standard output or error has gone away. The reason of the run's signal then. */
class ReaderGone extends Error {
    name = 'ReaderGone';
}
/** The ending that a reason to stop leads to, whatever the container answered: an aborted job is no success. */
function endingOfStop(reason) {
    const { message } = reason;
    if (reason instanceof TimeUp)
        return { kind: 'timed-out', exitCode: 124, reason: message };
    if (reason instanceof ReaderGone)
        return { kind: 'reader-gone', exitCode: 141, reason: message };
    return { kind: 'cancelled', exitCode: reason.exitCode, reason: message };
}
/** The ending that an error leads to. One that nobody foresaw is told with its place in the program. */
function endingOfError(error) {
    if (error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ || error instanceof TimeUp || error instanceof ReaderGone)
        return endingOfStop(error);
    if (error instanceof NotRun)
        return { kind: 'not-run', exitCode: error.exitCode, reason: error.message };
    if (error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineRefused */ .zN || error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineAway */ .hu)
        return { kind: 'not-run', exitCode: 125, reason: (0,_engine_words_js__WEBPACK_IMPORTED_MODULE_2__/* .engineWords */ .Y)(error) };
    if (error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtosError */ .Ss)
        return { kind: 'not-run', exitCode: 125, reason: (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(error) };
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'not-run', exitCode: 125, reason: `this is a bug: ${told}` };
}
/** Parameter, policy and options are read before anything happens: an error there is a refusal. */
function refusal(error) {
    return error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtosError */ .Ss ? { kind: 'refused', exitCode: 2, reason: (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .withHint */ .mu)(error) } : endingOfError(error);
}


/***/ }),

/***/ 7410:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: function() { return /* binding */ engineWords; }
/* harmony export */ });
/* harmony import */ var _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3332);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2257);


const advice = {
    ENOENT: 'Install or start the engine (systemctl start docker), or say with DOCKER_HOST where it is',
    ECONNREFUSED: 'Start the engine (systemctl start docker), or say with DOCKER_HOST where it is',
    ENOTFOUND: 'DOCKER_HOST, or the docker context, says where the engine is',
    EACCES: 'Whoever runs this must be in the group that owns the socket (usermod -aG docker USER, then log in anew), which is root on this machine',
    EPERM: 'Whoever runs this must be in the group that owns the socket (usermod -aG docker USER, then log in anew), which is root on this machine',
};
/** What an engine that refused, or was not there, leaves to be said: where it is, what it was asked, what can be done. */
function engineWords(error) {
    if (error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineRefused */ .zN && error.asked !== undefined)
        return `${error.asked} was refused: ${(0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`;
    const code = error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineAway */ .hu && error.at === 'connect' ? error.cause?.code : undefined;
    const what = code === undefined ? undefined : advice[code];
    return what === undefined ? (0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) : `${(0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}. ${what}`;
}


/***/ }),

/***/ 5175:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HY: function() { return /* binding */ labelFilter; },
/* harmony export */   L0: function() { return /* binding */ printLabels; },
/* harmony export */   Tb: function() { return /* binding */ labelPrefix; },
/* harmony export */   k2: function() { return /* binding */ readLabels; }
/* harmony export */ });
/* harmony import */ var _src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7584);

/** Every label of ours begins so, and none of the parameter's may. */
const labelPrefix = 'io.github.etos-action.';
/** The labels of a run's container. `more` are the CI system's and the operator's. */
function printLabels(origin, more) {
    const { run, instance, owner, identifier, version, created, deadline, grace, process, watchdog } = origin;
    const own = {
        run,
        instance,
        owner,
        ...(identifier !== undefined && { identifier }),
        version,
        created: new Date(created).toISOString(),
        ...(deadline !== undefined && { deadline: new Date(deadline).toISOString() }),
        grace: String(grace),
        process: (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .printProcess */ .XT)(process),
        watchdog: (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .printProcess */ .XT)(watchdog),
    };
    return { ...more, ...Object.fromEntries(Object.entries(own).map(([name, value]) => [labelPrefix + name, value])) };
}
/** Reads a container's labels; undefined when it is none of ours. */
function readLabels({ labels }) {
    const of = (name) => labels[labelPrefix + name] ?? '';
    const process = (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .readProcess */ .Wv)(of('process'));
    const watchdog = (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .readProcess */ .Wv)(of('watchdog'));
    if (of('run') === '' || !process || !watchdog)
        return undefined;
    const deadline = Date.parse(of('deadline'));
    return {
        run: of('run'),
        instance: of('instance'),
        owner: of('owner'),
        version: of('version'),
        created: Date.parse(of('created')),
        ...(Number.isNaN(deadline) ? {} : { deadline }),
        grace: Number(of('grace')) || 0,
        process,
        watchdog,
    };
}
/** The filter that finds a run's containers, those of one instance of it, an owner's, or all of this program. */
const labelFilter = {
    run: (run) => `${labelPrefix}run=${run}`,
    instance: (instance) => `${labelPrefix}instance=${instance}`,
    owner: (owner) => `${labelPrefix}owner=${owner}`,
    all: `${labelPrefix}run`,
};


/***/ }),

/***/ 756:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Du: function() { return /* binding */ readCleanupOptions; },
/* harmony export */   Pi: function() { return /* binding */ commands; },
/* harmony export */   oQ: function() { return /* binding */ commandNames; },
/* harmony export */   u8: function() { return /* binding */ readRunOptions; },
/* harmony export */   yj: function() { return /* binding */ help; }
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_host_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8694);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2257);
/* harmony import */ var _src_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1290);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5175);
/* harmony import */ var _plan_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8752);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3120);







const pullRules = ['always', 'missing', 'never'];
const runOptions = {
    'param-file': { type: 'string', argument: 'FILE', help: 'the delegation parameter as a file; - is standard input' },
    'param-env': { type: 'string', argument: 'NAME', help: 'the variable that holds it (default: docker)' },
    policy: {
        type: 'string',
        argument: 'FILE',
        help: 'what a parameter may ask for (default: $ETOS_RUNNER_POLICY, else nothing that needs an allowance)',
    },
    run: { type: 'string', argument: 'ID', help: 'the id of this run, for a later cleanup --run (default: a random one)' },
    owner: { type: 'string', argument: 'NAME', help: 'whose dead containers are swept first (default: host name and job)' },
    grace: {
        type: 'string',
        argument: 'TIME',
        help: 'from the stop signal to SIGKILL (default: 15s under Jenkins, 6s under GitHub, 10s elsewhere)',
    },
    timeout: {
        type: 'string',
        argument: 'TIME',
        help: 'limit of the whole run, such as 90m, at most 24d; then the exit code is 124 (default: none)',
    },
    pull: { type: 'string', argument: 'WHEN', help: 'always, missing or never (default: always for a tag, missing for a digest)' },
    outcome: { type: 'string', argument: 'FILE', help: 'gets one JSON line that says how the run ended' },
    label: {
        type: 'string',
        multiple: true,
        argument: 'KEY=VALUE',
        help: 'a further label of the container, none of the runner’s own; repeatable',
    },
    init: {
        type: 'string',
        argument: 'on|off',
        help: 'the engine’s init as PID 1, which makes shells hear the stop signal (default: on)',
    },
};
/** Every option of every command, as the help shows it. */
const commands = {
    run: {
        help: 'run the container that the parameter asks for, show its output, end with its exit code, leave nothing behind',
        options: runOptions,
    },
    cleanup: {
        help: 'remove what dead runs left; without an option, those of the owner that run would have here',
        options: {
            run: { type: 'string', argument: 'ID', help: 'the containers of this run, dead or not' },
            owner: { type: 'string', argument: 'NAME', help: 'those of dead runs of this owner' },
            expired: { type: 'boolean', help: 'those of all owners that are past their deadline' },
            'dry-run': { type: 'boolean', help: 'say what would be removed' },
        },
    },
    check: {
        help: 'say what run would create with these options, or what is refused and why; touches nothing',
        options: runOptions,
    },
};
const commandNames = ['run', 'cleanup', 'check'];
/**
 * Those of `check` are the same: whoever asks why a run is refused says `check` instead of `run`.
 * @throws {InvalidInput} with all problems
 */
function readRunOptions(args, command = 'run') {
    const values = parse(command, initWithValue(args));
    const { problems } = values;
    const duration = (name, most) => {
        const text = values.text(name);
        const milliseconds = text === undefined ? undefined : (0,_src_host_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text);
        if (text !== undefined && milliseconds === undefined)
            problems.push(`--${name} must be ${/^[\s0.]+$/.test(text) ? 'more than 0: ' : ''}${_src_host_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationForm */ .r}`);
        if (milliseconds !== undefined && milliseconds > most)
            problems.push(`--${name} may be at most ${most / 86_400_000}d`);
        return milliseconds;
    };
    const pull = values.text('pull');
    if (pull !== undefined && !pullRules.includes(pull)) {
        const meant = (0,_src_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(pull, pullRules);
        problems.push(`--pull must be always, missing or never${meant && `.${meant}`}`);
    }
    const init = values.text('init')?.toLowerCase();
    if (init !== undefined && !/^(?:on|off|true|false|yes|no)$/.test(init))
        problems.push('--init must be on or off');
    const outcome = values.text('outcome');
    if (outcome === '-')
        problems.push('--outcome must be a file: standard output is the container’s');
    const options = {
        ...parameterAndPolicy(values),
        run: runId(values),
        owner: values.text('owner'),
        grace: duration('grace', _plan_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .longestGrace */ .lz),
        timeLimit: duration('timeout', _plan_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .longestTime */ .s3),
        pull: pull,
        outcome,
        labels: labels(values),
        init: init === undefined ? undefined : /^(?:on|true|yes)$/.test(init),
    };
    return orThrow(options, command, problems);
}
/** @throws {InvalidInput} with all problems */
function readCleanupOptions(args) {
    const values = parse('cleanup', args);
    const [run, owner, expired] = [runId(values), values.text('owner'), values.flag('expired')];
    if ([run !== undefined, owner !== undefined, expired].filter(Boolean).length > 1)
        values.problems.push('--run, --owner and --expired exclude each other');
    const of = run !== undefined ? { run } : expired ? { expired } : { owner };
    return orThrow({ of, dryRun: values.flag('dry-run') }, 'cleanup', values.problems);
}
/** The help of the program, or of one command. */
function help(command) {
    if (command === undefined) {
        const lines = Object.entries(commands).map(([name, { help: text }]) => `  ${name.padEnd(10)}${text}`);
        return ['usage: etos-runner COMMAND [OPTION …]', '', ...lines, '', 'etos-runner COMMAND --help tells a command’s options.', ''].join('\n');
    }
    const { help: text, options } = commands[command];
    const lines = Object.entries(options).map(([name, option]) => {
        return `  ${`--${name}${option.argument === undefined ? '' : ` ${option.argument}`}`.padEnd(20)}  ${option.help}`;
    });
    return [`usage: etos-runner ${command} [OPTION …]`, '', text, '', ...lines, ''].join('\n');
}
function parse(command, args) {
    const { options } = commands[command];
    const config = Object.fromEntries(Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]));
    // Not strict: of several mistakes that tells the first alone, and with the value.
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true });
    const problems = new Set();
    const given = new Map();
    // What stands after an option that is refused is its value, or that of the option it took for one.
    let excused = -1;
    for (const token of tokens) {
        if (token.kind === 'positional' && token.index !== excused)
            problems.add('there is an argument that is no option: the parameter comes in a file or a variable, as everybody on the machine sees arguments');
        if (token.kind !== 'option')
            continue;
        const { name, rawName, value, inlineValue } = token;
        const option = Object.hasOwn(options, name) ? options[name] : undefined;
        // What follows a dash may be a secret: short options take their arguments that way.
        if (!rawName.startsWith('--'))
            problems.add('short options are not known: each option has one name, with two dashes');
        else if (!option) {
            excused = token.index + 1;
            problems.add((0,_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .notKnown */ .bh)(/^--[a-z][a-z-]{0,30}$/i.test(rawName) ? rawName : 'an option', rawName, Object.keys(options).map((known) => `--${known}`)));
        }
        else if (option.type === 'boolean') {
            if (value !== undefined)
                problems.add(`--${name} takes no value`);
            given.set(name, []);
        }
        else if (value === undefined || (!inlineValue && /^-./.test(value))) {
            excused = token.index + 2;
            problems.add(`--${name} wants a value: --${name} ${option.argument ?? ''}`);
        }
        else if (value === '')
            problems.add(`--${name} is empty: --${name} ${option.argument ?? ''}`);
        else
            given.set(name, [...(given.get(name) ?? []), value]);
    }
    return {
        problems: [...problems],
        text: (name) => given.get(name)?.at(-1),
        texts: (name) => given.get(name) ?? [],
        flag: (name) => given.has(name),
    };
}
function orThrow(options, command, problems) {
    if (problems.length > 0)
        throw new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9((0,_problems_js__WEBPACK_IMPORTED_MODULE_6__/* .sentences */ .hC)(problems), `See etos-runner ${command} --help`);
    return options;
}
function parameterAndPolicy(values) {
    const [file, variable] = [values.text('param-file'), values.text('param-env')];
    if (file !== undefined && variable !== undefined)
        values.problems.push('--param-file and --param-env exclude each other');
    return { parameter: file === undefined ? { variable: variable ?? 'docker' } : { file }, policy: values.text('policy') };
}
function runId(values) {
    const run = values.text('run');
    if (run !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(run))
        values.problems.push('--run must be letters, digits, "_", "." and "-", a letter or digit first, at most 100');
    return run;
}
function labels(values) {
    const pairs = values.texts('label').map((text) => {
        const [key = ''] = text.split('=', 1);
        if (!/^[^=\s]+=/.test(text))
            values.problems.push('--label must be KEY=VALUE');
        // By its own labels a run is found, and found to be dead. The one that names a whole ETOS run is `etos run`'s to give.
        else if (key.toLowerCase().startsWith(_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelPrefix */ .Tb) && key !== `${_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelPrefix */ .Tb}etos-run`)
            values.problems.push(`--label with the prefix ${_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelPrefix */ .Tb} belongs to the runner`);
        return [key, text.slice(key.length + 1)];
    });
    return Object.fromEntries(pairs);
}
/** `--init` alone is `--init on`, `--no-init` is `--init off`. */
function initWithValue(args) {
    return args.flatMap((arg, n) => {
        if (arg === '--no-init')
            return ['--init=off'];
        return arg === '--init' && (args[n + 1] ?? '-').startsWith('-') ? ['--init=on'] : [arg];
    });
}


/***/ }),

/***/ 2619:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DZ: function() { return /* binding */ engineAway; },
/* harmony export */   Nw: function() { return /* binding */ delayed; },
/* harmony export */   RV: function() { return /* binding */ fired; },
/* harmony export */   U6: function() { return /* binding */ hangs; },
/* harmony export */   cJ: function() { return /* binding */ whileAway; },
/* harmony export */   tA: function() { return /* binding */ orStopped; }
/* harmony export */ });
/* harmony import */ var _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3332);

/** Milliseconds for which an engine that was lost during a run is looked for (delegation.md 8). */
const engineAway = 120_000;
/** Milliseconds for which an answer that is on its way is awaited after the run is to end. */
const limitAfterStop = 8_000;
/** A signal 8 s later, with its reason: for a call that must not be cut off, because what it asks for may happen all the same. */
function delayed(signal, clock) {
    const controller = new AbortController();
    const onAbort = () => {
        clock.sleep(limitAfterStop).then(() => controller.abort(signal.reason), () => undefined);
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    return controller.signal;
}
/** Resolves when the signal fires. */
function fired(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}
/** Awaits a promise, but only until the signal fires. @throws the signal's reason */
async function orStopped(promise, signal) {
    return await Promise.race([
        promise,
        fired(signal).then(() => {
            throw signal.reason;
        }),
    ]);
}
/**
 * Makes a call again while the engine is away, for `limit` milliseconds: it may be starting anew.
 * @throws {EngineAway} the last one; whatever else the call throws
 */
async function whileAway(call, limit, { clock, signal }) {
    const giveUpAt = clock.monotonic() + limit;
    for (let pause = 100;; pause = Math.min(pause * 2, 1_000)) {
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineAway */ .hu) || clock.monotonic() + pause > giveUpAt)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}
/**
 * Resolves when the engine has shown no sign of life for `limit` milliseconds after `signal` fired: whatever is still to be done is the
 * watchdog's. While it answers, this never resolves.
 */
async function hangs(engine, signal, limit, clock) {
    await fired(signal);
    for (let alive = clock.monotonic(); clock.monotonic() - alive < limit; await clock.sleep(1_000)) {
        const left = limit - (clock.monotonic() - alive);
        await engine.ping({ limit: left }).then(() => (alive = clock.monotonic()), () => undefined);
    }
}


/***/ }),

/***/ 301:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ readInteger; },
/* harmony export */   i: function() { return /* binding */ readBytes; }
/* harmony export */ });
const units = ['', 'k', 'm', 'g', 't', 'p'];
/** `64m`, `1.5g`, `2GiB`, `1024` as bytes, as the docker CLI reads them; undefined when it is none. */
function readBytes(text) {
    const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?(?:i?b)?$/i.exec(text);
    if (!match)
        return undefined;
    const bytes = Math.floor(Number(match[1]) * 1024 ** units.indexOf((match[2] ?? '').toLowerCase()));
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
/** Whole numbers in decimal; undefined when it is none or lies outside. */
function readInteger(text, least, most = Number.MAX_SAFE_INTEGER) {
    if (!/^-?\d{1,16}$/.test(text))
        return undefined;
    const number = Number(text);
    return number >= least && number <= most ? number : undefined;
}


/***/ }),

/***/ 1880:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: function() { return /* binding */ capabilityName; },
/* harmony export */   n: function() { return /* binding */ capabilityNames; }
/* harmony export */ });
/** Linux's capabilities, and ALL of them. */
const capabilityNames = [
    'ALL',
    ...[
        'AUDIT_CONTROL',
        'AUDIT_READ',
        'AUDIT_WRITE',
        'BLOCK_SUSPEND',
        'BPF',
        'CHECKPOINT_RESTORE',
        'CHOWN',
        'DAC_OVERRIDE',
        'DAC_READ_SEARCH',
    ],
    ...['FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN'],
    ...['NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_ADMIN', 'SYS_BOOT'],
    ...['SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG'],
    ...['SYSLOG', 'WAKE_ALARM'],
];
/** `cap_net_admin`, `NET_ADMIN` and `CAP_NET_ADMIN` are one; undefined when it is none. */
function capabilityName(written) {
    const name = written.toUpperCase().replace(/^CAP_/, '');
    return capabilityNames.includes(name) ? name : undefined;
}


/***/ }),

/***/ 4430:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: function() { return /* binding */ plan; },
  V: function() { return /* binding */ testRunnerRoot; }
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
// EXTERNAL MODULE: ./runner/plan/amounts.js
var amounts = __nccwpck_require__(301);
;// CONCATENATED MODULE: ./runner/plan/asked.js

/** Why something is refused that the policy says nothing of, with the member that would let it. */
function notAllowed(member) {
    return `is not allowed by the policy (by ${member})`;
}
/** Why something is refused that is not among those that a member of the policy lists. */
function notListed(what, member) {
    return `names ${what} that the policy does not list (in ${member})`;
}
/** The options that a parameter asks for, to be read each once into its field of the create call. Refusals go to `problems`. */
class Asked {
    options;
    policy;
    sockets;
    problems;
    /** Which of several arguments of an option is being read: ` (2 of 3)`. */
    place = '';
    constructor(options, policy, 
    /** The engine's sockets on this machine. */
    sockets, problems) {
        this.options = options;
        this.policy = policy;
        this.sockets = sockets;
        this.problems = problems;
    }
    text(name, form, what) {
        return this.let(name, (argument) => (form.test(argument) ? undefined : `must be ${what}`));
    }
    /** Bytes, `least` of them or none. */
    bytes(name, least = 0) {
        const text = this.let(name, (argument) => {
            const bytes = (0,amounts/* readBytes */.i)(argument);
            if (bytes === undefined)
                return 'must be bytes such as 512m';
            return bytes > 0 && bytes < least ? `must be at least ${least / 1024 ** 2}m` : undefined;
        });
        return text === undefined ? undefined : (0,amounts/* readBytes */.i)(text);
    }
    integer(name, least, most) {
        const range = most === undefined ? `from ${least} on` : `from ${least} to ${most}`;
        const text = this.let(name, (argument) => (0,amounts/* readInteger */.J)(argument, least, most) === undefined ? `must be a whole number ${range}` : undefined);
        return text === undefined ? undefined : (0,amounts/* readInteger */.J)(text, least, most);
    }
    flag(name) {
        return this.given(name)[0] === 'true';
    }
    /** The argument of an option that stands once, unless `why` says why not. */
    let(name, why) {
        const [argument] = this.given(name);
        if (argument === undefined)
            return undefined;
        const reason = why(argument);
        return reason === undefined ? argument : this.refuse(name, reason);
    }
    each(name, read) {
        const all = this.given(name);
        const items = all.map((argument, n) => {
            this.place = all.length > 1 ? ` (${n + 1} of ${all.length})` : '';
            return read(argument);
        });
        this.place = '';
        return items.filter((item) => item !== undefined);
    }
    listed(name, argument, member) {
        const why = this.whyNotListed(argument, member);
        return why === undefined ? argument : this.refuse(name, why);
    }
    /** @param member a list of the policy */
    whyNotListed(argument, member) {
        const list = this.policy[member] ?? [];
        return list.includes(argument) ? undefined : list.length === 0 ? notAllowed(member) : notListed('something', member);
    }
    form(name, what) {
        return this.refuse(name, `must be ${what}`);
    }
    refuse(name, why) {
        this.problems.push(`${name}${this.place} ${why}`);
        return undefined;
    }
    given(name) {
        return this.options.filter((option) => option.name === name).map(({ argument }) => argument);
    }
}

// EXTERNAL MODULE: ./src/documents/image-reference.js
var image_reference = __nccwpck_require__(6109);
// EXTERNAL MODULE: ./runner/labels.js
var labels = __nccwpck_require__(5175);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./runner/plan/comma-separated.js
/**
 * The fields of one line of CSV, which the argument of `--mount` is: a field in quotes may hold commas, and quotes twice.
 * @returns undefined when quotes stand or are missing where CSV has none
 */
function commaSeparated(line) {
    const fields = [];
    // Each match starts where the last one ended, so what fits no field ends the reading.
    const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/y;
    for (;;) {
        const [, quoted, plain = '', after] = field.exec(line) ?? [];
        if (after === undefined)
            return undefined;
        fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        if (after === '')
            return fields;
    }
}

// EXTERNAL MODULE: ./runner/plan/policy.js
var policy = __nccwpck_require__(8752);
;// CONCATENATED MODULE: ./runner/plan/mounts.js






/** Folders of the machine, volumes and memory that the container sees as its own (delegation.md 6). */
function mounts(asked) {
    const all = [
        ...asked.each('--volume', (argument) => volume(asked, argument)),
        ...asked.each('--mount', (argument) => mount(asked, argument)),
    ];
    return { ...(all.length > 0 && { Mounts: all }), ...temporary(asked) };
}
/** `/container/path`, `source:/container/path`, `source:/container/path:ro`. */
function volume(asked, argument) {
    const parts = argument.split(':');
    const [source, target, mode = ''] = parts.length === 1 ? [undefined, parts[0]] : parts;
    if (parts.length > 3 || !/^(?:|ro|rw)$/.test(mode))
        return asked.form('--volume', '[source:]target[:ro|rw]');
    return mountFrom(asked, '--volume', source === undefined || !source.startsWith('/') ? 'volume' : 'bind', source, target ?? '', mode === 'ro');
}
/** `type=bind,source=…,target=…[,readonly]`. Everything else that the docker CLI takes here reaches past what the policy can compare. */
function mount(asked, argument) {
    const fields = commaSeparated(argument);
    if (!fields)
        return asked.form('--mount', 'key=value pairs with commas between, one that holds a comma in quotes');
    const keys = { src: 'source', dst: 'target', destination: 'target', ro: 'readonly' };
    const given = new Map();
    for (const field of fields) {
        const [written = ''] = field.split('=', 1);
        const key = keys[written.toLowerCase()] ?? written.toLowerCase();
        if (!['type', 'source', 'target', 'readonly', 'tmpfs-size', 'tmpfs-mode'].includes(key) || given.has(key))
            return asked.refuse('--mount', 'takes type, source, target and readonly, each once; volume and bind options are never allowed');
        given.set(key, field.includes('=') ? field.slice(written.length + 1) : 'true');
    }
    const readOnly = given.get('readonly') ?? 'false';
    if (!/^(?:true|false|1|0)$/.test(readOnly))
        return asked.form('--mount', 'readonly, readonly=true or readonly=false');
    const type = given.get('type') ?? 'volume';
    const target = given.get('target') ?? '';
    const isReadOnly = readOnly === 'true' || readOnly === '1';
    if (type === 'bind' || type === 'volume') {
        if (given.has('tmpfs-size') || given.has('tmpfs-mode'))
            return asked.refuse('--mount', 'takes tmpfs-size and tmpfs-mode with type=tmpfs alone');
        return mountFrom(asked, '--mount', type, given.get('source'), target, isReadOnly);
    }
    if (type !== 'tmpfs' || given.has('source'))
        return asked.form('--mount', 'type=bind, type=volume or type=tmpfs');
    const size = given.get('tmpfs-size');
    const mode = given.get('tmpfs-mode');
    const bytes = size === undefined ? undefined : (0,amounts/* readBytes */.i)(size);
    if ((size !== undefined && bytes === undefined) || (mode !== undefined && !/^[0-7]{3,4}$/.test(mode)) || !isTarget(target))
        return asked.form('--mount', 'type=tmpfs,target=/path[,tmpfs-size=…][,tmpfs-mode=…]');
    const options = { ...(bytes !== undefined && { SizeBytes: bytes }), ...(mode !== undefined && { Mode: parseInt(mode, 8) }) };
    return { Type: 'tmpfs', Target: target, ReadOnly: isReadOnly, TmpfsOptions: options };
}
function mountFrom(asked, option, type, source, target, readOnly) {
    if (!isTarget(target))
        return asked.form(option, 'something with an absolute target without ".." and "."');
    if (type === 'bind') {
        const allowed = allowedBind(asked, option, source ?? '');
        if (!allowed)
            return undefined;
        if (!readOnly && !allowed.writable)
            return asked.refuse(option, 'names a folder that the policy lets be mounted read-only (by binds)');
        return { Type: 'bind', Source: source, Target: target, ReadOnly: readOnly };
    }
    if (source === undefined || source === '') {
        if (!asked.policy.anonymousVolumes)
            return asked.refuse(option, 'without a source needs anonymousVolumes in the policy');
        return { Type: 'volume', Target: target, ReadOnly: readOnly };
    }
    if (asked.listed(option, source, 'volumes') === undefined)
        return undefined;
    return { Type: 'volume', Source: source, Target: target, ReadOnly: readOnly };
}
/** The policy's entry that lets this folder be mounted: by whole components, and also where its links lead. */
function allowedBind(asked, option, source) {
    if (!(0,policy/* isNormalPath */.Xl)(source))
        return asked.form(option, 'something with an absolute source without "..", "." and a final slash');
    const { binds } = asked.policy;
    const real = realPath(source);
    const exact = binds.find((bind) => bind.source === source && (bind.source === real || realPath(bind.source) === real));
    if (exact)
        return exact;
    if ([source, real].some((path) => asked.sockets.some((socket) => isWithin(socket, path))))
        return asked.refuse(option, 'holds the engine’s socket, and the policy does not name it exactly');
    const bind = binds.find((allowed) => isWithin(source, allowed.source) && isWithin(real, realPath(allowed.source)));
    return bind ?? asked.refuse(option, notListed('a folder', 'binds'));
}
function temporary(asked) {
    const mounts = asked.each('--tmpfs', (argument) => {
        const [path = ''] = argument.split(':', 1);
        const options = argument.slice(path.length + 1);
        const known = /^(?:(?:rw|ro|noexec|exec|nosuid|nodev|noatime|size=\d+[kmg%]?|mode=[0-7]{3,4}|uid=\d+|gid=\d+|nr_inodes=\d+[kmg]?)(?:,|$))*$/i;
        return (0,policy/* isNormalPath */.Xl)(path) && path !== '/' && known.test(options)
            ? [path, options]
            : asked.form('--tmpfs', 'path[:options] with size, mode, uid, gid, nr_inodes, ro, rw, exec, noexec, nosuid, nodev or noatime');
    });
    return mounts.length > 0 ? { Tmpfs: Object.fromEntries(mounts) } : {};
}
function isTarget(path) {
    return (0,policy/* isNormalPath */.Xl)(path) && path !== '/';
}
/** True when `path` is `folder` or lies below it, by whole components. */
function isWithin(path, folder) {
    return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}
/** Where a path leads when its links are followed; what is not there yet lies where its folder leads. */
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path === '/' ? path : `${realPath((0,external_node_path_.dirname)(path)).replace(/\/$/, '')}/${path.split('/').at(-1) ?? ''}`;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./runner/plan/network.js


/** The network of a container and the names it knows there (delegation.md 6). */
function network(asked) {
    const { policy } = asked;
    const dns = asked.each('--dns', (argument) => ((0,external_node_net_.isIP)(argument) ? argument : asked.form('--dns', 'an IP address')));
    const search = asked.each('--dns-search', (argument) => /^(?:\.|[A-Za-z0-9_.-]+)$/.test(argument) ? argument : asked.form('--dns-search', 'a domain'));
    const hosts = asked.each('--add-host', (argument) => {
        const [, host = '', address = ''] = /^([A-Za-z0-9_.-]+)[:=](.+)$/.exec(argument) ?? [];
        const bare = address.replace(/^\[(.*)\]$/, '$1');
        return (0,external_node_net_.isIP)(bare) || address === 'host-gateway' ? `${host}:${bare}` : asked.form('--add-host', 'host:address');
    });
    const mode = asked.let('--network', (argument) => asked.whyNotListed(argument, 'networks')) ?? policy.network;
    return {
        ...(dns.length > 0 && { Dns: dns }),
        ...(search.length > 0 && { DnsSearch: search }),
        ...(hosts.length > 0 && { ExtraHosts: hosts }),
        ...(mode !== undefined && { NetworkMode: mode }),
    };
}
/** `[[address:]port:]inside[/protocol]`, single ports. */
function published(asked) {
    const allowed = asked.policy.publish;
    return asked.each('--publish', (argument) => {
        const refuse = (why) => asked.refuse('--publish', why);
        if (!allowed)
            return refuse(notAllowed('publish'));
        const match = /^(?:(?:(\[[0-9A-Fa-f:]+\]|[0-9.]+):)?(\d{0,5}):)?(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(argument);
        if (!match)
            return refuse('must be [[address:]port:]port[/protocol]');
        const [, addressText = '', port = '', inside = '', protocol = 'tcp'] = match;
        const address = addressText.replace(/^\[|\]$/g, '') || (allowed.addresses[0] ?? '127.0.0.1');
        if (!allowed.addresses.includes(address))
            return refuse(notListed('an address', 'publish.addresses'));
        if (port !== '' && !allowed.ports.some(([from, to]) => Number(port) >= from && Number(port) <= to))
            return refuse(notListed('a port of the machine', 'publish.ports'));
        return { inside: `${inside}/${protocol}`, address, port };
    });
}
function exposedPorts(ports) {
    return ports.length > 0 ? { ExposedPorts: Object.fromEntries(ports.map(({ inside }) => [inside, {}])) } : {};
}
function portBindings(ports) {
    const bindings = {};
    for (const { inside, address, port } of ports)
        (bindings[inside] ??= []).push({ HostIp: address, HostPort: port });
    return ports.length > 0 ? { PortBindings: bindings } : {};
}

// EXTERNAL MODULE: ./runner/plan/capability.js
var capability = __nccwpck_require__(1880);
;// CONCATENATED MODULE: ./runner/plan/privileges.js




/** What a container may do beyond the others, and the devices it may reach (delegation.md 6). */
function privileges(asked) {
    const { policy } = asked;
    const privileged = asked.let('--privileged', (argument) => (argument === 'false' || policy.privileged ? undefined : notAllowed('privileged'))) === 'true';
    const groups = asked.each('--group-add', (argument) => asked.listed('--group-add', argument, 'groups'));
    const sysctls = asked.each('--sysctl', (argument) => {
        const [, key = '', setting = ''] = /^([^=]+)=(.*)$/.exec(argument) ?? [];
        return asked.listed('--sysctl', key, 'sysctls') === undefined ? undefined : [key, setting];
    });
    const runtime = asked.let('--runtime', (argument) => asked.whyNotListed(argument, 'runtimes'));
    return {
        ...(privileged && { Privileged: true }),
        ...capabilities(asked),
        ...security(asked),
        ...devices(asked),
        ...(groups.length > 0 && { GroupAdd: groups }),
        ...(sysctls.length > 0 && { Sysctls: Object.fromEntries(sysctls) }),
        ...(runtime !== undefined && { Runtime: runtime }),
    };
}
function capabilities(asked) {
    const { addCapabilities, dropCapabilities } = asked.policy;
    const add = asked.each('--cap-add', (argument) => {
        const name = (0,capability/* capabilityName */.I)(argument);
        if (name === undefined)
            return asked.form('--cap-add', 'a capability such as NET_ADMIN');
        // To the engine an added capability weighs more than the same one dropped.
        if (dropCapabilities.includes(name))
            return asked.refuse('--cap-add', notAllowed('dropCapabilities'));
        return addCapabilities.includes('ALL') ? name : asked.listed('--cap-add', name, 'addCapabilities');
    });
    const drop = asked.each('--cap-drop', (argument) => (0,capability/* capabilityName */.I)(argument) ?? asked.form('--cap-drop', 'a capability such as NET_ADMIN'));
    const dropped = [...new Set([...dropCapabilities, ...drop])];
    return { ...(add.length > 0 && { CapAdd: add }), ...(dropped.length > 0 && { CapDrop: dropped }) };
}
function security(asked) {
    const { noNewPrivileges } = asked.policy;
    const given = asked.each('--security-opt', (argument) => asked.listed('--security-opt', argument, 'securityOptions'));
    const options = [...(noNewPrivileges ? ['no-new-privileges'] : []), ...given];
    return options.length > 0 ? { SecurityOpt: options } : {};
}
function devices(asked) {
    const listed = asked.each('--device', (argument) => {
        const [source = '', second, third] = argument.split(':');
        const inContainer = second?.startsWith('/') ? second : source;
        const permissions = third ?? (second?.startsWith('/') ? undefined : second) ?? 'rwm';
        if (!/^[rwm]{1,3}$/.test(permissions) || !(0,policy/* isNormalPath */.Xl)(inContainer))
            return asked.form('--device', '/dev/name[:/path][:rwm]');
        if (asked.listed('--device', source, 'devices') === undefined)
            return undefined;
        return { PathOnHost: source, PathInContainer: inContainer, CgroupPermissions: permissions };
    });
    const request = gpuRequest(asked);
    return { ...(listed.length > 0 && { Devices: listed }), ...(request && { DeviceRequests: [request] }) };
}
function gpuRequest(asked) {
    const { gpus } = asked.policy;
    const which = asked.let('--gpus', (argument) => {
        if (gpus === 0)
            return notAllowed('gpus');
        if (argument === 'all')
            return gpus === 'all' ? undefined : 'asks for more than the policy lets (by gpus)';
        const devices = /^"?device=([A-Za-z0-9-]+(?:,[A-Za-z0-9-]+)*)"?$/.exec(argument)?.[1]?.split(',');
        if (devices)
            return gpus === 'all' ? undefined : 'by number needs "gpus": "all" in the policy';
        const count = (0,amounts/* readInteger */.J)(argument, 1, 1024);
        if (count === undefined)
            return 'must be all, a number or device=…';
        return gpus === 'all' || count <= gpus ? undefined : 'asks for more than the policy lets (by gpus)';
    });
    if (which === undefined)
        return undefined;
    const devices = /^"?device=([^"]+)"?$/.exec(which)?.[1]?.split(',');
    return { ...(devices ? { DeviceIDs: devices } : { Count: which === 'all' ? -1 : Number(which) }), Capabilities: [['gpu']] };
}

;// CONCATENATED MODULE: ./runner/plan/resources.js


/** What a container may use of the machine: the smaller of what the parameter asks for and what the policy lets (delegation.md 6). */
function resources(asked) {
    return { ...memory(asked), ...processors(asked), ...ulimits(asked) };
}
function memory(asked) {
    const wanted = asked.bytes('--memory', policy/* leastMemory */.H7);
    const limit = asked.policy.limits.memory;
    const memory = smaller(wanted === 0 ? undefined : wanted, limit);
    const reservation = asked.bytes('--memory-reservation', policy/* leastMemory */.H7);
    const swapText = asked.let('--memory-swap', (argument) => argument === '-1' || (0,amounts/* readBytes */.i)(argument) !== undefined ? undefined : 'must be bytes, or -1');
    const swapAsked = swapText === undefined ? undefined : swapText === '-1' ? -1 : (0,amounts/* readBytes */.i)(swapText);
    if (swapAsked !== undefined && swapAsked !== 0 && memory === undefined)
        asked.refuse('--memory-swap', 'wants --memory beside it');
    if (swapAsked !== undefined && swapAsked > 0 && limit === undefined && memory !== undefined && swapAsked < memory)
        asked.refuse('--memory-swap', 'must be at least --memory: it is both together');
    // Memory and swap together. Twice the memory is the engine's own rule; without a bound here -1 would undo the operator's limit.
    const swap = limit === undefined || memory === undefined || swapAsked === undefined || swapAsked === 0
        ? swapAsked
        : Math.max(memory, swapAsked === -1 ? 2 * memory : Math.min(swapAsked, 2 * memory));
    const shared = asked.bytes('--shm-size');
    return {
        ...(memory !== undefined && { Memory: memory }),
        ...(reservation !== undefined && { MemoryReservation: memory === undefined ? reservation : Math.min(reservation, memory) }),
        ...(swap !== undefined && { MemorySwap: swap }),
        ...(shared !== undefined && { ShmSize: limit === undefined ? shared : Math.min(shared, limit) }),
    };
}
function processors(asked) {
    const { limits } = asked.policy;
    const cpusText = asked.let('--cpus', (argument) => {
        if (!/^\d{1,5}(?:\.\d{1,9})?$/.test(argument))
            return 'must be a number of processors';
        return Number(argument) !== 0 && Number(argument) < policy/* leastCpus */.ty ? `must be at least ${policy/* leastCpus */.ty}` : undefined;
    });
    const cpus = smaller(cpusText === undefined || Number(cpusText) === 0 ? undefined : Number(cpusText), limits.cpus);
    const shares = asked.integer('--cpu-shares', 0, 262_144);
    const set = asked.text('--cpuset-cpus', /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/, 'a list such as 0-2,4');
    const pidsAsked = asked.integer('--pids-limit', -1);
    const pids = smaller(pidsAsked !== undefined && pidsAsked <= 0 ? undefined : pidsAsked, limits.pids);
    return {
        ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
        ...(shares !== undefined && { CpuShares: shares }),
        ...(set !== undefined && { CpusetCpus: set }),
        ...(pids !== undefined && { PidsLimit: pids }),
    };
}
const ulimitNames = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');
function ulimits(asked) {
    const limits = asked.each('--ulimit', (argument) => {
        const [, name, soft, hard] = /^([a-z]+)=(-1|\d+)(?::(-1|\d+))?$/.exec(argument) ?? [];
        if (name === undefined)
            return asked.form('--ulimit', 'name=soft[:hard]');
        if (!ulimitNames.includes(name))
            return asked.form('--ulimit', `one of ${ulimitNames.join(', ')}`);
        const [most, least] = [Number(hard ?? soft), Number(soft)];
        if (most !== -1 && (least === -1 || least > most))
            return asked.form('--ulimit', 'name=soft:hard with no more soft than hard');
        return { Name: name, Soft: least, Hard: most };
    });
    return limits.length > 0 ? { Ulimits: limits } : {};
}
function smaller(a, b) {
    return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

// EXTERNAL MODULE: ./runner/problems.js
var runner_problems = __nccwpck_require__(3120);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __nccwpck_require__(1290);
// EXTERNAL MODULE: ./runner/options.js
var options = __nccwpck_require__(756);
;// CONCATENATED MODULE: ./runner/plan/docker-options.js


const value = { takes: 'value', repeats: false };
const list = { takes: 'value', repeats: true };
const flag = { takes: 'flag', repeats: false };
const allowed = { permission: 'allowed' };
const operator = { permission: 'operator' };
const never = { permission: 'never' };
/** Every option that is known. What is not here is refused: an option nobody thought of cannot slip through. */
const dockerOptions = new Map([
    ['--name', { ...allowed, ...value }],
    ['--label', { ...allowed, ...list }],
    ['--hostname', { ...allowed, ...value }],
    ['--user', { ...allowed, ...value }],
    ['--workdir', { ...allowed, ...value }],
    ['--memory', { ...allowed, ...value }],
    ['--memory-reservation', { ...allowed, ...value }],
    ['--memory-swap', { ...allowed, ...value }],
    ['--cpus', { ...allowed, ...value }],
    ['--cpu-shares', { ...allowed, ...value }],
    ['--cpuset-cpus', { ...allowed, ...value }],
    ['--pids-limit', { ...allowed, ...value }],
    ['--shm-size', { ...allowed, ...value }],
    ['--ulimit', { ...allowed, ...list }],
    ['--read-only', { ...allowed, ...flag }],
    ['--tmpfs', { ...allowed, ...list }],
    ['--init', { ...allowed, ...flag }],
    ['--stop-signal', { ...allowed, ...value }],
    ['--stop-timeout', { ...allowed, ...value }],
    ['--cap-drop', { ...allowed, ...list }],
    ['--no-healthcheck', { ...allowed, ...flag }],
    ['--dns', { ...allowed, ...list }],
    ['--dns-search', { ...allowed, ...list }],
    ['--add-host', { ...allowed, ...list }],
    ['--platform', { ...allowed, ...value }],
    ['--pull', { ...allowed, ...value }],
    ['--log-opt', { ...allowed, ...list }],
    ['--privileged', { ...operator, ...flag }],
    ['--volume', { ...operator, ...list }],
    ['--mount', { ...operator, ...list }],
    ['--device', { ...operator, ...list }],
    ['--cap-add', { ...operator, ...list }],
    ['--network', { ...operator, ...value }],
    ['--publish', { ...operator, ...list }],
    ['--gpus', { ...operator, ...value }],
    ['--entrypoint', { ...operator, ...value }],
    ['--group-add', { ...operator, ...list }],
    ['--sysctl', { ...operator, ...list }],
    ['--security-opt', { ...operator, ...list }],
    ['--runtime', { ...operator, ...value }],
    ['--env', { ...operator, ...list }],
    ...[
        ...['--detach', '--rm', '--interactive', '--tty', '--sig-proxy', '--oom-kill-disable', '--use-api-socket'].map((name) => [name, { ...never, ...flag }]),
        ...['--restart', '--attach', '--cidfile', '--env-file', '--label-file', '--volumes-from', '--volume-driver', '--link', '--pid'].map((name) => [name, { ...never, ...list }]),
        ...['--ipc', '--uts', '--userns', '--cgroupns', '--cgroup-parent', '--device-cgroup-rule', '--oom-score-adj', '--storage-opt'].map((name) => [name, { ...never, ...list }]),
        ['--isolation', { ...never, ...value }],
    ],
]);
const otherSpellings = new Map([
    ['-l', '--label'],
    ['-h', '--hostname'],
    ['-u', '--user'],
    ['-w', '--workdir'],
    ['-m', '--memory'],
    ['-v', '--volume'],
    ['-p', '--publish'],
    ['-e', '--env'],
    ['-d', '--detach'],
    ['-i', '--interactive'],
    ['-t', '--tty'],
    ['-a', '--attach'],
    ['--net', '--network'],
]);
/**
 * Brings the parameter's options to one spelling: `-v`, `--volume` and `--volume=/:/host` with an empty argument are the same.
 * @param problems gets a sentence for each refusal: the option and the rule, never an argument
 */
function readDockerOptions(parameters, problems) {
    const seen = new Set();
    return parameters.flatMap(([written, beside]) => {
        const equals = written.indexOf('=');
        const spelling = equals < 0 ? written : written.slice(0, equals);
        const within = equals < 0 ? undefined : written.slice(equals + 1);
        const refuse = (why) => {
            problems.push(`${shown(spelling)} ${why}`);
            return [];
        };
        if (/^-[^-]./.test(spelling))
            return refuse('is a bundle of short options, or a short option with its argument attached; write each by itself');
        const name = otherSpellings.get(spelling) ?? spelling;
        const known = dockerOptions.get(name);
        if (!known && Object.hasOwn(options/* commands */.Pi.run.options, name.replace(/^--/, '')))
            return refuse('is no option of docker run but one of etos-runner run, and whoever runs the machine gives it there');
        if (!known)
            return refuse(unknownBecause(spelling));
        if (within !== undefined && beside !== '')
            return refuse('has one argument in its name and another beside it');
        if (known.permission === 'never')
            return refuse(neverBecause(name));
        const argument = within ?? beside;
        if (seen.has(name) && !known.repeats)
            return refuse('is given twice');
        seen.add(name);
        if (known.takes === 'value')
            return [{ name, argument }];
        if (argument === '' || argument === 'true')
            return [{ name, argument: 'true' }];
        return argument === 'false' ? [{ name, argument }] : refuse('is a flag: its value is "", "true" or "false"');
    });
}
/** Options of `docker run` that nobody asked for so far: whoever writes one of these meant no other. */
const unsupported = '--annotation --blkio-weight --blkio-weight-device --cpu-count --cpu-percent --cpu-period --cpu-quota --cpu-rt-period --cpu-rt-runtime ' +
    '--cpuset-mems --detach-keys --device-read-bps --device-read-iops --device-write-bps --device-write-iops --disable-content-trust --dns-opt ' +
    '--dns-option --domainname --expose --health-cmd --health-interval --health-retries --health-start-interval --health-start-period ' +
    '--health-timeout --help --io-maxbandwidth --io-maxiops --ip --ip6 --kernel-memory --link-local-ip --log-driver --mac-address ' +
    '--memory-swappiness --net-alias --network-alias --publish-all --quiet -P -c -q';
function unknownBecause(spelling) {
    if (unsupported.split(' ').includes(spelling))
        return 'is an option of docker run that this runner does not support';
    const meant = (0,nearest/* didYouMean */.a)(spelling, [...dockerOptions.keys()]);
    return `is not an option of docker run that this runner knows${meant && `.${meant}`}`;
}
function neverBecause(name) {
    if (name === '--detach')
        return 'is never allowed: the job would end before its container';
    if (name === '--rm' || name === '--restart')
        return 'is never allowed: the end of the container is the runner’s business';
    if (['--env-file', '--label-file', '--cidfile'].includes(name))
        return 'is never allowed: it reads or writes files of the machine';
    if (['--interactive', '--tty', '--attach', '--sig-proxy'].includes(name))
        return 'is never allowed: nobody sits at the other end';
    return 'is never allowed: it reaches beyond the container';
}
/** A name from the parameter for a message: as far as it may be one. What is attached to it may be its argument, and a secret. */
function shown(name) {
    const head = /^-[A-Za-z](?=.)|^--ip6$|^[A-Za-z-]{0,40}/.exec(name)?.[0] ?? '';
    if (head.length < name.length)
        return JSON.stringify(`${head}…`);
    return /^--?[a-z]/.test(name) ? name : JSON.stringify(name);
}

;// CONCATENATED MODULE: ./runner/plan/signal-name.js
// As Linux has them. The first and last real-time signals count from either end.
const names = 'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(' ');
/** True for what an engine takes as a signal: `SIGTERM`, `term`, `15`, `SIGRTMIN+3`. */
function isSignal(text) {
    if (/^\d{1,2}$/.test(text))
        return Number(text) >= 1 && Number(text) <= 64;
    const name = text.toUpperCase().replace(/^SIG/, '');
    return names.includes(name) || /^RTMIN(?:\+(?:[1-9]|1[0-5]))?$|^RTMAX(?:-(?:[1-9]|1[0-4]))?$/.test(name);
}

;// CONCATENATED MODULE: ./runner/plan/plan.js












/** Where the embedded test runner works inside the container. */
const testRunnerRoot = '/etos';
// A shell that sleeps: `sleep infinity` is not in every busybox, and a shell waiting for a foreground child would hear TERM only after it. Without
// a `sleep` the loop would spin, so it ends with what a missing program ends with.
const idle = 'trap "exit 143" TERM INT HUP; while :; do sleep 3600 & wait $!; [ $? -ne 127 ] || exit 127; done';
// What the test runner needs and no test has business with: the broker, the key, the addresses of the run's own server.
const testRunnerOnly = /^(?:SUB_SUITE_URL|ENVIRONMENT_URL|ETOS_EVENTS_URL|ETOS_ENVIRONMENT_PROVIDER|(?:ETOS_)?RABBITMQ_.*|ETOS_ENCRYPTION_KEY)$/;
/**
 * Turns the parameter into a create call under the policy (delegation.md 6). Pure but for a look at where links of bind mounts lead.
 * @param problems those of the parameter's form
 * @throws {InvalidInput} with these and every refusal: the option and the rule, no values
 */
function plan(instructions, operator, problems) {
    const { policy } = operator;
    const image = readImage(instructions.image, policy, problems);
    const options = readDockerOptions(instructions.parameters, problems);
    const asked = new Asked(options, policy, operator.sockets, problems);
    const embedded = instructions.testRunner === 'embedded';
    const environment = [...instructions.environment, ...environmentOptions(asked)];
    const grace = graceOf(asked, operator.grace);
    const ports = published(asked);
    const place = hostConfig(asked, ports, operator.init ?? policy.init);
    const spec = {
        Image: instructions.image,
        AttachStdin: false,
        AttachStdout: true,
        AttachStderr: true,
        OpenStdin: false,
        Tty: false,
        Env: environment.filter(([name]) => !embedded || !testRunnerOnly.test(name)).map(([name, value]) => `${name}=${value}`),
        ...config(asked, ports),
        StopTimeout: Math.ceil(grace / 1000),
        ...(embedded && { Entrypoint: ['/bin/sh', '-c', idle], Cmd: [], Healthcheck: { Test: ['NONE'] }, StopSignal: 'SIGTERM' }),
        HostConfig: { AutoRemove: false, RestartPolicy: { Name: 'no' }, ...place, ...(embedded && withRoomFor(place)) },
    };
    const name = asked.text('--name', /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, 'a letter or digit and then letters, digits, "_", "." and "-"');
    const platform = asked.text('--platform', /^[a-z0-9]+(?:\/[a-z0-9]+){0,2}$/, 'os[/architecture[/variant]]');
    const pull = asked.text('--pull', /^(?:always|missing|never)$/, 'always, missing or never');
    const timeLimit = smaller(operator.timeLimit, policy.limits.time);
    if (problems.length > 0 || !image)
        throw new errors/* InvalidInput */.o9((0,runner_problems/* sentences */.hC)(problems), `See docs/delegation.md for the form of the parameter and what a policy lets through; ${operator.policyFile === undefined ? 'none is named here, by --policy or ETOS_RUNNER_POLICY' : `here it is ${operator.policyFile}`}`);
    return {
        image,
        spec,
        ...(name !== undefined && { name }),
        ...(platform !== undefined && { platform }),
        pull: operator.pull ?? pull ?? (image.digest === undefined ? 'always' : 'missing'),
        grace,
        ...(timeLimit !== undefined && { timeLimit }),
        environment,
        testRunner: instructions.testRunner,
        testRunnerVariables: Object.fromEntries(instructions.environment),
    };
}
/** Where nothing can be written the test runner needs a place all the same: an anonymous volume, which goes with the container. */
function withRoomFor(hostConfig) {
    if (hostConfig['ReadonlyRootfs'] !== true)
        return {};
    return { Mounts: [...(hostConfig['Mounts'] ?? []), { Type: 'volume', Target: testRunnerRoot }] };
}
function readImage(text, policy, problems) {
    // Without any there has been a word about that.
    if (text === '')
        return undefined;
    const image = (0,image_reference/* parseImageReference */.o)(text);
    if (!image)
        problems.push('image is not a reference to an image');
    else if (policy.images && !policy.images.some((prefix) => (0,image_reference/* isBelow */.Y)(image, prefix)))
        problems.push('image is not among those that the policy lists (in images)');
    if (image && policy.digestOnly && image.digest === undefined)
        problems.push('image has no digest, and the policy wants name@sha256:… (by digestOnly)');
    return image;
}
/** Fields of the container itself. */
function config(asked, ports) {
    const hostname = asked.text('--hostname', /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, 'a host name');
    const user = asked.text('--user', /^[a-zA-Z0-9_][a-zA-Z0-9_.-]*\$?(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]*)?$/, 'user[:group]');
    const workdir = asked.text('--workdir', /^\/[^\0]*$/, 'an absolute path');
    const stopSignal = asked.let('--stop-signal', (argument) => (isSignal(argument) ? undefined : 'must be a signal such as SIGINT'));
    const entrypoint = asked.let('--entrypoint', () => (asked.policy.entrypoint ? undefined : notAllowed('entrypoint')));
    return {
        Labels: plan_labels(asked),
        ...(hostname !== undefined && { Hostname: hostname }),
        ...(user !== undefined && { User: user }),
        ...(workdir !== undefined && { WorkingDir: workdir }),
        ...(stopSignal !== undefined && { StopSignal: stopSignal }),
        ...(entrypoint !== undefined && { Entrypoint: [entrypoint], Cmd: [] }),
        ...(asked.flag('--no-healthcheck') && { Healthcheck: { Test: ['NONE'] } }),
        ...exposedPorts(ports),
    };
}
/** Fields of the container's place on the machine. */
function hostConfig(asked, ports, init) {
    const initAsked = asked.let('--init', () => undefined);
    return {
        Init: initAsked === undefined ? init : initAsked === 'true',
        ...privileges(asked),
        ...resources(asked),
        ...(asked.flag('--read-only') && { ReadonlyRootfs: true }),
        ...mounts(asked),
        ...log(asked),
        ...network(asked),
        ...portBindings(ports),
    };
}
function log(asked) {
    const options = asked.each('--log-opt', (argument) => {
        const [, key = '', amount = ''] = /^([a-z-]+)=(.*)$/.exec(argument) ?? [];
        if (key !== 'max-size' && key !== 'max-file')
            return asked.refuse('--log-opt', 'is allowed for max-size and max-file alone');
        const good = key === 'max-size' ? (0,amounts/* readBytes */.i)(amount) !== undefined : (0,amounts/* readInteger */.J)(amount, 1) !== undefined;
        return good ? [key, amount] : asked.form('--log-opt', 'an amount');
    });
    return options.length > 0 ? { LogConfig: { Type: '', Config: Object.fromEntries(options) } } : {};
}
/** Variables that `--env` sets; `-e NAME` alone would take the machine's. */
function environmentOptions(asked) {
    return asked.each('--env', (argument) => {
        const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(argument) ?? [];
        if (!argument.includes('='))
            return asked.refuse('--env', 'without a value would take the machine’s: NAME=value is expected');
        return asked.listed('--env', name, 'environment') === undefined ? undefined : [name, value];
    });
}
/** `--stop-timeout` lowers the grace, and raises it as far as the policy says. */
function graceOf(asked, usual) {
    const seconds = asked.integer('--stop-timeout', 0, 86_400);
    if (seconds === undefined)
        return usual;
    return Math.min(seconds * 1000, Math.max(usual, asked.policy.limits.grace ?? 0));
}
function plan_labels(asked) {
    const pairs = asked.each('--label', (argument) => {
        const [key = ''] = argument.split('=', 1);
        if (key === '' || /\s/.test(key))
            return asked.form('--label', 'key=value');
        if (key.toLowerCase().startsWith(labels/* labelPrefix */.Tb))
            return asked.refuse('--label', `with the prefix ${labels/* labelPrefix */.Tb} belongs to the runner`);
        return [key, argument.slice(key.length + 1)];
    });
    return Object.fromEntries(pairs);
}


/***/ }),

/***/ 8752:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G4: function() { return /* binding */ defaultPolicy; },
/* harmony export */   H7: function() { return /* binding */ leastMemory; },
/* harmony export */   T4: function() { return /* binding */ readPolicy; },
/* harmony export */   Xl: function() { return /* binding */ isNormalPath; },
/* harmony export */   lz: function() { return /* binding */ longestGrace; },
/* harmony export */   s3: function() { return /* binding */ longestTime; },
/* harmony export */   ty: function() { return /* binding */ leastCpus; }
/* harmony export */ });
/* unused harmony export parsePolicy */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _src_documents_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6109);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2257);
/* harmony import */ var _src_host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7026);
/* harmony import */ var _src_host_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1290);
/* harmony import */ var _src_json_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9874);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(301);
/* harmony import */ var _capability_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1880);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3120);










/** Less memory no engine gives to a container. */
const leastMemory = 6 * 1024 * 1024;
/** Nor fewer processors. */
const leastCpus = 0.01;
/** What a timer can wait for, in whole days, in milliseconds. */
const longestTime = 24 * 86_400_000;
/** To the stop signal somebody answers within a day. */
const longestGrace = 86_400_000;
/** What holds without a policy file. */
const defaultPolicy = {
    digestOnly: false,
    privileged: false,
    binds: [],
    volumes: [],
    anonymousVolumes: false,
    devices: [],
    addCapabilities: [],
    networks: [],
    gpus: 0,
    entrypoint: false,
    groups: [],
    sysctls: [],
    securityOptions: [],
    runtimes: [],
    environment: [],
    noNewPrivileges: false,
    dropCapabilities: [],
    init: true,
    limits: {},
};
/** Reads a policy file; `schemas/policy.schema.json` describes it. @throws {InvalidInput} with all problems: half a policy is none */
function readPolicy(path) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the policy ${path} cannot be read: ${(0,_src_host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .fileProblem */ .W)(error)}`, 'Without --policy everything is denied that needs an allowance');
    }
    return parsePolicy(text, path);
}
/** As `readPolicy`, of its text. @throws {InvalidInput} */
function parsePolicy(text, source) {
    const examples = 'See docs/delegation.md for examples';
    const document = (0,_src_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlain */ .eE)(text, `the policy ${source}`, examples);
    if (!isRecord(document))
        throw new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the policy ${source} is not a JSON object`, examples);
    // Of two members with one name JSON takes the second, and the limits of the first would be gone without a word.
    const problems = (0,_src_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .repeatedMembers */ .SD)(text, document).map((path) => `${(0,_src_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .printPath */ .bA)(path)} is given twice`);
    const policy = {};
    for (const [name, value] of Object.entries(document)) {
        if (name === '$schema')
            continue;
        if (!Object.hasOwn(readers, name))
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .notKnown */ .bh)(JSON.stringify(name), name, Object.keys(readers)));
        else
            Object.assign(policy, { [name]: readers[name](value, name, problems) });
    }
    if (problems.length > 0)
        throw new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`the policy ${source}: ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .sentences */ .hC)(problems)}`, 'schemas/policy.schema.json describes the file');
    return { ...defaultPolicy, ...policy };
}
const flag = (value, at, problems) => {
    if (typeof value !== 'boolean')
        problems.push(`${at} must be true or false`);
    return value === true;
};
const text = (value, at, problems) => {
    if (typeof value === 'string' && value !== '')
        return value;
    problems.push(`${at} must be text that is not empty`);
    return '';
};
const texts = (form, what) => (value, at, problems) => listOf((element, place) => {
    if (typeof element === 'string' && form.test(element))
        return element;
    problems.push(`${place} must be ${what}`);
    return '';
})(value, at, problems);
const capabilities = listOf((element, at, problems) => {
    // In capital or in small letters: the schema cannot say that their size does not matter.
    const isWritten = typeof element === 'string' && [element.toUpperCase(), element.toLowerCase()].includes(element);
    const name = isWritten ? (0,_capability_js__WEBPACK_IMPORTED_MODULE_7__/* .capabilityName */ .I)(element) : undefined;
    if (name !== undefined)
        return name;
    const meant = typeof element === 'string' ? (0,_src_host_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(element.replace(/^CAP_/i, ''), _capability_js__WEBPACK_IMPORTED_MODULE_7__/* .capabilityNames */ .n) : '';
    problems.push(`${at} must be a capability such as NET_ADMIN${meant && `.${meant}`}`);
    return '';
});
const images = listOf((element, at, problems) => {
    const prefix = typeof element === 'string' ? element.replace(/\/$/, '') : '';
    // `acme:5000` is a registry, `python:3` an image with a tag.
    const isRegistry = /^(?:[^/]*\.[^/]*|localhost|\[[^/]*\]|[^/]*(?=:\d{4})):\d+$/.test(prefix);
    const reference = (0,_src_documents_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o)(isRegistry ? `${prefix}/x` : prefix);
    if (reference && reference.tag === undefined && reference.digest === undefined && prefix === prefix.toLowerCase())
        return prefix;
    const meant = (0,_src_documents_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o)(prefix
        .toLowerCase()
        .replace(/@.*$/, '')
        .replace(/:[^:/]*$/, ''))?.text;
    problems.push(`${at} must be the beginning of an image name, in small letters, without tag and digest${meant === undefined ? '' : `. Did you mean ${meant}?`}`);
    return '';
});
/** A number from `least` to `most`. */
const amount = (least, most) => (value, at, problems) => {
    if (typeof value === 'number' && value >= least && value <= most)
        return value;
    problems.push(`${at} must be a number from ${least}${most === Infinity ? ' on' : ` to ${most}`}`);
    return least;
};
const binds = listOf((element, at, problems) => {
    const bind = isRecord(element) ? element : {};
    onlyKnown(bind, ['source', 'writable'], at, problems);
    const source = bind['source'];
    if (!isRecord(element) || typeof source !== 'string' || !isNormalPath(source))
        problems.push(`${at}.source must be an absolute path without "..", "." and a final slash`);
    return { source: String(source), writable: bind['writable'] === undefined ? false : flag(bind['writable'], `${at}.writable`, problems) };
});
const publish = (value, at, problems) => {
    const allowed = isRecord(value) ? value : {};
    if (!isRecord(value))
        problems.push(`${at} must be an object with "ports"`);
    else if (allowed['ports'] === undefined)
        problems.push(`${at}.ports is missing: ports such as "8000-8100", or [] for those alone that the engine chooses`);
    onlyKnown(allowed, ['ports', 'addresses'], at, problems);
    const addresses = addressList(allowed['addresses'] ?? ['127.0.0.1'], `${at}.addresses`, problems);
    if (Array.isArray(allowed['addresses']) && addresses.length === 0)
        problems.push(`${at}.addresses is empty, and a port is published on an address: 127.0.0.1 when the member is left out`);
    return { ports: portList(allowed['ports'] ?? [], `${at}.ports`, problems), addresses };
};
const portList = listOf((element, at, problems) => {
    const [, first = '', last = first] = (typeof element === 'string' && /^([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/.exec(element)) || [];
    const [from, to] = [Number(first), Number(last)];
    if (from < 1 || to > 65_535 || from > to)
        problems.push(`${at} must be a port or a range such as "8000-8100", from 1 to 65535`);
    return [from, to];
});
const addressList = listOf((element, at, problems) => {
    if (typeof element === 'string' && (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(element) !== 0)
        return element;
    problems.push(`${at} must be an IP address`);
    return '';
});
const gpus = (value, at, problems) => {
    if (value === 'all' || (typeof value === 'number' && Number.isInteger(value) && value >= 0))
        return value;
    problems.push(`${at} must be "all" or how many`);
    return 0;
};
const limits = (value, at, problems) => {
    const given = isRecord(value) ? value : {};
    if (!isRecord(value))
        problems.push(`${at} must be an object`);
    onlyKnown(given, ['memory', 'cpus', 'pids', 'timeSeconds', 'graceSeconds'], at, problems);
    const has = (name) => given[name] !== undefined;
    const amountOfMemory = given['memory'];
    const isAmount = typeof amountOfMemory === 'string' || Number.isSafeInteger(amountOfMemory);
    const memory = isAmount ? (0,_amounts_js__WEBPACK_IMPORTED_MODULE_9__/* .readBytes */ .i)(String(amountOfMemory)) : undefined;
    if (has('memory') && (memory === undefined || memory < leastMemory))
        problems.push(`${at}.memory must be bytes, or text such as "2g", from 6m on`);
    if (has('pids') && !Number.isInteger(given['pids']))
        problems.push(`${at}.pids must be a whole number`);
    const number = (name, least, most = Infinity) => amount(least, most)(given[name], `${at}.${name}`, problems);
    const time = (name, most) => number(name, 0.001, most / 1000) * 1000;
    return {
        ...(memory !== undefined && { memory }),
        ...(has('cpus') && { cpus: number('cpus', leastCpus) }),
        ...(has('pids') && { pids: number('pids', 1) }),
        ...(has('timeSeconds') && { time: time('timeSeconds', longestTime) }),
        ...(has('graceSeconds') && { grace: time('graceSeconds', longestGrace) }),
    };
};
const readers = {
    images,
    digestOnly: flag,
    privileged: flag,
    binds,
    volumes: texts(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, 'the name of a volume'),
    anonymousVolumes: flag,
    devices: texts(/^\/dev\/\S+$/, 'a device such as /dev/ttyUSB0'),
    addCapabilities: capabilities,
    networks: texts(/^\S+$/, 'the name of a network'),
    publish,
    gpus,
    entrypoint: flag,
    groups: texts(/^\S+$/, 'the name or number of a group'),
    sysctls: texts(/^[a-z0-9_.-]+$/, 'the name of a kernel setting such as net.core.somaxconn'),
    securityOptions: texts(/^\S+$/, 'a value of --security-opt'),
    runtimes: texts(/^\S+$/, 'the name of a runtime'),
    environment: texts(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'the name of a variable'),
    noNewPrivileges: flag,
    dropCapabilities: capabilities,
    network: text,
    init: flag,
    limits,
};
/** Absolute, without `..`, `.`, empty components and a final slash; `/` itself is. */
function isNormalPath(path) {
    return path === '/' || /^(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path);
}
function listOf(element) {
    return (value, at, problems) => {
        if (Array.isArray(value))
            return value.map((item, n) => element(item, `${at}[${n}]`, problems));
        problems.push(`${at} must be a list`);
        return [];
    };
}
function onlyKnown(object, known, at, problems) {
    for (const name of Object.keys(object))
        if (!known.includes(name))
            problems.push((0,_problems_js__WEBPACK_IMPORTED_MODULE_8__/* .notKnown */ .bh)(`${at}.${name}`, name, known));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9735:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: function() { return /* binding */ prepare; }
});

// EXTERNAL MODULE: ./src/docker/address.js
var docker_address = __nccwpck_require__(3638);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __nccwpck_require__(1290);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __nccwpck_require__(9874);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __nccwpck_require__(805);
;// CONCATENATED MODULE: ./src/documents/instructions.js





const members = ['image', 'environment', 'parameters', 'identifier', 'testRunner'];
const variableName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** Linux starts no program with a variable, name and final NUL counted, of more bytes than this. */
const longestVariable = 128 * 1024;
/**
 * Nor with more of them all together: a quarter of the stack's limit, 8 MiB unless told, for variables, arguments and a pointer to each. What the
 * image and the engine add gets the rest of it.
 */
const mostVariables = 2 * 1024 * 1024 - 128 * 1024;
const pointer = 8;
// A value that holds NUL is refused; `withMarks` keeps one from looking like this.
const numberMark = '\0number ';
/**
 * Reads the parameter. No message quotes any of its values, and none the text: it is full of secrets (delegation.md 6).
 * @param source how messages call the text
 * @param problems gets a sentence for each member that cannot be taken; whoever reads on adds his own and refuses with all of them
 * @throws {InvalidInput} when there is no member at all to be read
 */
function parseInstructions(text, source, problems) {
    const document = instructions_parse(text, source);
    const notes = [];
    if (!(0,json_value/* isObject */.Gv)(document))
        throw new errors/* InvalidInput */.o9(`${source} is not a JSON object`, 'It must be {"image": …, "environment": {…}, "parameters": {…}}');
    for (const name of document.keys())
        if (!members.includes(name))
            notes.push(`warning: the parameter's member ${shown(name)} is not known and ignored${meantBy(name, document)}`);
    return {
        image: readImage(document.get('image'), problems),
        environment: readEnvironment(document.get('environment') ?? null, problems, notes),
        parameters: readParameters(document.get('parameters') ?? null, problems),
        ...readIdentifier(document.get('identifier') ?? null, problems),
        testRunner: readTestRunner(document.get('testRunner') ?? null, problems),
        notes,
    };
}
/** ` Did you mean image?`, of the members that are not there. */
function meantBy(name, document) {
    const meant = (0,nearest/* didYouMean */.a)(name, members.filter((member) => !document.has(member)));
    return meant && `.${meant}`;
}
/** The parameter's text as Python's `json.dumps` writes it, members in the order in which the released services send them. */
function printInstructions({ image, environment, parameters, identifier, testRunner }) {
    const document = new Map([
        ['image', image],
        ['environment', environment],
        ['parameters', parameters],
        ['identifier', identifier],
    ]);
    return printPython(testRunner === undefined ? document : document.set('testRunner', testRunner));
}
/** JSON with every number as text behind a mark: a port `5671` and a version `1.10` are handed over as they were written. */
function instructions_parse(text, source) {
    const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
    try {
        JSON.parse(json);
    }
    catch {
        // The parser's message quotes the text.
        throw new errors/* InvalidInput */.o9(json.trim() === '' ? `${source} is empty` : `${source} is not JSON: ${slip(json)}`, 'It must be the JSON text of the delegation parameter. The text is not shown because it holds secrets');
    }
    try {
        return (0,json_value/* fromPlain */.bM)(JSON.parse(withMarks(json)));
    }
    catch (error) {
        // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
        if (error instanceof RangeError)
            throw new errors/* InvalidInput */.o9(`${source} is nested too deeply`, 'A thousand levels can be read');
        throw error;
    }
}
/** `line 3, column 7: unexpected "}" after a comma: …`: a letter or a digit is not shown, which may be one of a secret. */
function slip(json) {
    const { line, column, what } = (0,parse/* syntaxErrorIn */.zS)(json);
    const told = what?.replace(/^unexpected "[^{}[\],:'"/#\\]*"(?:: )?/, '') ?? '';
    return `line ${line}, column ${column}${told && `: ${told}`}`;
}
/** A scanner, because a regular expression for a whole text runs out of its stack at some millions of escapes. */
function withMarks(json) {
    const token = /"|-?\d[\d.eE+-]*/g;
    const pieces = [];
    let copied = 0;
    for (let found = token.exec(json); found; found = token.exec(json)) {
        const at = found.index;
        if (found[0] !== '"') {
            pieces.push(json.slice(copied, at), JSON.stringify(numberMark + found[0]));
            copied = token.lastIndex;
            continue;
        }
        // Text that begins as a mark does gets another NUL, and is no mark.
        if (json.startsWith('\\u0000', at + 1)) {
            pieces.push(json.slice(copied, at + 1), '\\u0000');
            copied = at + 1;
        }
        token.lastIndex = endOfText(json, at);
    }
    return pieces.join('') + json.slice(copied);
}
/** Behind the quotation mark that ends the text which begins at `from`. */
function endOfText(json, from) {
    for (let at = json.indexOf('"', from + 1);; at = json.indexOf('"', at + 1)) {
        let escapes = at;
        while (json[escapes - 1] === '\\')
            escapes--;
        if ((at - escapes) % 2 === 0)
            return at + 1;
    }
}
function readImage(value, problems) {
    if (typeof value === 'string' && value !== '' && !isNumber(value))
        return value;
    problems.push(value === undefined || value === null ? 'image is missing' : 'image must be text that is not empty');
    return '';
}
// What the environment provider was not configured with is null in its instructions, each time: nobody left these out by mistake.
const unset = ['ETR_VERSION', 'SOURCE_HOST'];
function readEnvironment(value, problems, notes) {
    const variables = membersOf('environment', value, problems).flatMap(([name, member]) => {
        if (!variableName.test(name)) {
            problems.push(`environment: ${shown(name)} is not the name of a variable: expected are letters, digits, "_", "." and "-", no digit first`);
            return [];
        }
        if (member === null) {
            if (!unset.includes(name))
                notes.push(`the variable ${name} is null and left out`);
            return [];
        }
        const text = textOf(member);
        const problem = text === undefined
            ? 'is an object or a list; expected text, a number, true, false or null'
            : (problemOf(text) ??
                (Buffer.byteLength(`${name}=${text}`) >= longestVariable
                    ? 'is 128 KiB or longer, and Linux starts no program with it'
                    : undefined));
        if (problem !== undefined)
            problems.push(`environment.${name} ${problem}`);
        return [[name, text ?? '']];
    });
    const bytes = variables.reduce((sum, [name, text]) => sum + Buffer.byteLength(`${name}=${text}\0`) + pointer, 0);
    if (bytes > mostVariables)
        problems.push(`environment is ${Math.ceil(bytes / 1024)} KiB long in all, and Linux starts no program with more than ${mostVariables / 1024} KiB`);
    return variables;
}
function readParameters(value, problems) {
    return membersOf('parameters', value, problems).flatMap(([option, member]) => (Array.isArray(member) ? member : [member]).map((element) => {
        const text = textOf(element);
        const problem = text === undefined ? 'must be text, a number, true, false, or a list of these' : problemOf(text);
        if (problem !== undefined)
            problems.push(`parameters: the argument of ${shown(option)} ${problem}`);
        return [option, text ?? ''];
    }));
}
function readIdentifier(value, problems) {
    if (value === null)
        return {};
    if (typeof value === 'string' && !isNumber(value) && /^[\x21-\x7e]{1,256}$/.test(value))
        return { identifier: value };
    problems.push('identifier must be text of 1 to 256 printable characters without spaces');
    return {};
}
function readTestRunner(value, problems) {
    if (value === null || value === 'image')
        return 'image';
    if (value === 'embedded')
        return 'embedded';
    problems.push('testRunner must be "image" or "embedded"');
    return 'image';
}
function membersOf(name, value, problems) {
    if (value === null)
        return [];
    if ((0,json_value/* isObject */.Gv)(value))
        return [...value];
    problems.push(`${name} must be an object`);
    return [];
}
function textOf(value) {
    if (typeof value === 'boolean')
        return String(value);
    if (typeof value !== 'string')
        return undefined;
    return isNumber(value) ? value.slice(numberMark.length) : value;
}
function isNumber(text) {
    return text.startsWith(numberMark);
}
function problemOf(text) {
    if (text.includes('\0'))
        return 'holds a NUL, which no program can be given';
    // Half of a surrogate pair has no UTF-8 form: something else would arrive.
    return /\p{Surrogate}/u.test(text) ? 'is not valid Unicode' : undefined;
}
/** A name from the parameter for a message: never what follows an equals sign, or an option's blank, and not more than a line. */
function shown(name) {
    const head = name.split(name.startsWith('-') ? /[=\s]/ : '=', 1)[0] ?? '';
    return JSON.stringify(head.length > 60 ? `${head.slice(0, 60)}…` : head);
}

// EXTERNAL MODULE: ./src/host/file-problem.js
var file_problem = __nccwpck_require__(7026);
;// CONCATENATED MODULE: ./runner/parameter.js






const mostBytes = 16 * 1024 * 1024;
/**
 * Reads the delegation parameter from where it is. A variable that held it is deleted: no child is to inherit it (delegation.md 6).
 * @param problems gets a sentence for each member that cannot be taken
 * @throws {InvalidInput} when it cannot be read at all
 */
function readParameter(source, variables, problems) {
    if ('text' in source)
        return parseInstructions(source.text, source.called, problems);
    if ('variable' in source) {
        const text = variables[source.variable];
        delete variables[source.variable];
        if (text === undefined) {
            const others = Object.keys(variables).filter((name) => name !== source.variable);
            const meant = (0,nearest/* didYouMean */.a)(source.variable, others);
            throw new errors/* InvalidInput */.o9(`there is no parameter: the variable ${source.variable} is not set${meant && `.${meant}`}`, 'Name the variable with --param-env, or a file with --param-file (- is standard input)');
        }
        return parseInstructions(text, `the variable ${source.variable}`, problems);
    }
    const name = source.file === '-' ? 'standard input' : source.file;
    let bytes;
    try {
        bytes = readWhole(source.file);
    }
    catch (error) {
        throw new errors/* InvalidInput */.o9(`the parameter cannot be read from ${name}: ${(0,file_problem/* fileProblem */.W)(error)}`, 'Name a file with --param-file, or - for standard input');
    }
    if (bytes.length > mostBytes)
        throw new errors/* InvalidInput */.o9(`the parameter in ${name} is longer than 16 MiB`, 'Is it the right file?');
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        throw new errors/* InvalidInput */.o9(`the parameter in ${name} is not UTF-8`, 'JSON text is UTF-8');
    return parseInstructions(bytes.toString('utf8'), name, problems);
}
/** All of a file, a pipe or standard input, and no more than says that it is too long: a device may never end. */
function readWhole(file) {
    const descriptor = file === '-' ? 0 : (0,external_node_fs_.openSync)(file, 'r');
    try {
        const pieces = [];
        for (let length = 0; length <= mostBytes;) {
            const piece = Buffer.allocUnsafe(64 * 1024);
            const read = readSome(descriptor, piece);
            if (read === 0)
                break;
            length += read;
            pieces.push(piece.subarray(0, read));
        }
        return Buffer.concat(pieces);
    }
    finally {
        if (descriptor !== 0)
            (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Reads, and waits where the descriptor does not: whoever made the pipe may have made it so. A signal still ends this process. */
function readSome(descriptor, piece) {
    for (;;) {
        try {
            return (0,external_node_fs_.readSync)(descriptor, piece);
        }
        catch (error) {
            if (error.code !== 'EAGAIN')
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}

// EXTERNAL MODULE: ./runner/plan/plan.js + 8 modules
var plan = __nccwpck_require__(4430);
// EXTERNAL MODULE: ./runner/plan/policy.js
var policy = __nccwpck_require__(8752);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./runner/plan/trusted-file.js


const writableByAll = 0o002;
/** In a folder with this bit only their owners replace files. */
const sticky = 0o1000;
/**
 * How others than root and this process's own user can change a file, or put another one in its place, a sentence each: as ssh and sudo look at theirs. Not
 * asked is who is in a group: many machines have one for each user, and files that it may write.
 * @param user the number of this process's user
 */
function changeableByOthers(file, user) {
    // Both ways lead to it: the one that links show, and the one that they hide.
    const places = new Set([(0,external_node_path_.resolve)(file), behindLinks(file)].flatMap(withFoldersAbove));
    return [...places].flatMap((place) => {
        const found = (0,external_node_fs_.statSync)(place, { throwIfNoEntry: false });
        return found ? doubtsAbout(place, found, user) : [];
    });
}
function doubtsAbout(place, found, user) {
    const isOpen = (found.mode & writableByAll) !== 0 && !(found.isDirectory() && (found.mode & sticky) !== 0);
    const isStrange = found.uid !== 0 && found.uid !== user;
    return [...(isOpen ? [`everybody may write ${place}`] : []), ...(isStrange ? [`${place} belongs to user ${found.uid}`] : [])];
}
function behindLinks(file) {
    try {
        return (0,external_node_fs_.realpathSync)(file);
    }
    catch {
        // A pipe of the shell has no place among the files.
        return (0,external_node_path_.resolve)(file);
    }
}
function withFoldersAbove(path) {
    const above = (0,external_node_path_.dirname)(path);
    return above === path ? [path] : [path, ...withFoldersAbove(above)];
}

// EXTERNAL MODULE: ./runner/problems.js
var runner_problems = __nccwpck_require__(3120);
// EXTERNAL MODULE: ./runner/surroundings.js
var surroundings = __nccwpck_require__(7479);
;// CONCATENATED MODULE: ./runner/prepare.js








/**
 * Reads and validates everything and applies the policy (delegation.md 2.1). The engine is not asked.
 * @throws {InvalidInput} with every refusal
 */
function prepare(options, { variables, say }) {
    const problems = [];
    const policyFile = options.policy ?? variables['ETOS_RUNNER_POLICY'];
    const [instructions, policy] = (0,runner_problems/* both */.WP)(() => readParameter(options.parameter, variables, problems), () => (0,runner_problems/* besides */.oN)(problems, () => readPolicyOf(policyFile, say)));
    for (const note of instructions.notes)
        say(note);
    const around = (0,surroundings/* surroundings */.i)(variables);
    const address = (0,docker_address/* engineAddress */.ZK)(variables);
    const operator = {
        policy,
        policyFile,
        pull: options.pull,
        init: options.init,
        grace: options.grace ?? around.grace,
        timeLimit: options.timeLimit,
        sockets: [...(address.kind === 'socket' ? [address.path] : []), docker_address/* defaultSocket */.H6, '/run/docker.sock', '/run/podman/podman.sock'],
    };
    const planned = (0,plan/* plan */.e)(instructions, operator, problems);
    return { instructions, planned, address, surroundings: around, owner: options.owner ?? around.owner, policyFile };
}
function readPolicyOf(path, say) {
    if (path === undefined)
        return policy/* defaultPolicy */.G4;
    // Somebody meant to name one, and what holds without lets images and amounts through that it may not.
    if (path === '')
        throw new errors/* InvalidInput */.o9('ETOS_RUNNER_POLICY is empty', 'Let it name the policy, or unset it: then everything is denied that needs an allowance, and nothing is limited');
    const read = (0,policy/* readPolicy */.T4)(path);
    // Told, not refused: in containers of CI systems mounted files belong to numbers that nobody has there, and everybody may write them.
    const doubts = changeableByOthers(path, process.getuid?.());
    if (doubts.length > 0)
        say(`warning: others can change the policy ${path}: ${doubts.join('; ')}. Let root or this user own the file and the folders above it, and chmod o-w them`);
    return read;
}


/***/ }),

/***/ 3120:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WP: function() { return /* binding */ both; },
/* harmony export */   bh: function() { return /* binding */ notKnown; },
/* harmony export */   hC: function() { return /* binding */ sentences; },
/* harmony export */   mu: function() { return /* binding */ withHint; },
/* harmony export */   oN: function() { return /* binding */ besides; }
/* harmony export */ });
/* harmony import */ var _src_host_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1290);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2257);


// More than this nobody reads, and a parameter may have a million.
const mostTold = 50;
/** Several problems as one text; one that ends with a mark of its own gets no second one. */
function sentences(all) {
    const problems = all.length > mostTold ? [...all.slice(0, mostTold), `and ${all.length - mostTold} more`] : all;
    return problems.map((problem, n) => (n === 0 ? problem : `${endsWithMark(problems[n - 1] ?? '') ? ' ' : '; '}${problem}`)).join('');
}
/** What is wrong and what to do, on one line. */
function withHint({ message, hint }) {
    return hint === '' ? message : `${message}${endsWithMark(message) ? '' : '.'} ${hint}`;
}
/** `--polcy is not known. Did you mean --policy?` */
function notKnown(shown, name, known) {
    const meant = (0,_src_host_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(name, known);
    return `${shown} is not known${meant && `.${meant}`}`;
}
/**
 * What both give. Whoever has two things to mend hears of both at once.
 * @throws {InvalidInput} of the one that fails, or of both in one
 */
function both(first, second) {
    let failed;
    let found;
    try {
        found = first();
    }
    catch (error) {
        if (!(error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9))
            throw error;
        failed = error;
        try {
            second();
        }
        catch (other) {
            if (!(other instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9))
                throw other;
            throw joined(withHint(failed), other);
        }
        throw failed;
    }
    return [found, second()];
}
/**
 * What `next` gives.
 * @param problems those found so far, which whoever goes on tells with his own
 * @throws {InvalidInput} with these before its own
 */
function besides(problems, next) {
    try {
        return next();
    }
    catch (error) {
        if (!(error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9) || problems.length === 0)
            throw error;
        throw joined(sentences(problems), error);
    }
}
function joined(before, other) {
    return new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${before}${endsWithMark(before) ? '' : '.'} And ${other.message}`, other.hint);
}
function endsWithMark(text) {
    return /[.?!]$/.test(text);
}


/***/ }),

/***/ 6169:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ sayTo; },
/* harmony export */   s: function() { return /* binding */ errorMark; }
/* harmony export */ });
/** Before what ended a run, or kept it from beginning: whoever started the job looks for it in the log. */
const errorMark = 'error: ';
/** A `Say` that writes to a stream. Messages of the engine or a registry may have several lines and control characters: they become one line. */
function sayTo(write) {
    return (message) => {
        // eslint-disable-next-line no-control-regex
        write(`etos-runner: ${message.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()}\n`);
    };
}


/***/ }),

/***/ 7479:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ surroundings; }
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5175);


/** Reads the CI system off the environment. */
function surroundings(variables) {
    if (variables['GITHUB_ACTIONS'] === 'true') {
        const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = variables;
        return {
            system: 'github',
            // SIGTERM follows SIGINT after 7.5 s: the container should be gone by then.
            grace: 6_000,
            owner: ownerOf(repository),
            labels: labelled({
                'build-url': server && repository && run && `${server}/${repository}/actions/runs/${run}`,
                repository,
                'github-run': run,
                attempt,
            }),
        };
    }
    if (['JENKINS_URL', 'JENKINS_NODE_COOKIE', 'JENKINS_SERVER_COOKIE'].some((name) => variables[name])) {
        const { JOB_NAME: job, BUILD_URL: url, BUILD_NUMBER: build } = variables;
        // The step is given up 20 s after the abort: until then its log is read.
        return { system: 'jenkins', grace: 15_000, owner: ownerOf(job), labels: labelled({ 'build-url': url, job, build }) };
    }
    return { system: 'other', grace: 10_000, owner: ownerOf(undefined), labels: {} };
}
function ownerOf(job) {
    return job ? `${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}/${job}` : (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)();
}
function labelled(values) {
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .labelPrefix */ .Tb + name, value]] : [])));
}


/***/ }),

/***/ 5590:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X0: function() { return /* binding */ sweep; },
/* harmony export */   YP: function() { return /* binding */ standingOf; },
/* harmony export */   Z7: function() { return /* binding */ removeFully; }
/* harmony export */ });
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2257);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7794);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5175);
/* harmony import */ var _src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7584);




/**
 * Judges a container by its labels alone (delegation.md 5): never by its name, its image or its age.
 * @param now milliseconds since 1970
 */
function standingOf(container, now) {
    const origin = (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .readLabels */ .k2)(container);
    if (!origin)
        return 'living';
    const fate = (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .fateOf */ ._L)(origin.process);
    if (fate === 'dead')
        return (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .fateOf */ ._L)(origin.watchdog) === 'alive' ? 'watched' : 'left';
    const expired = origin.deadline !== undefined && now > origin.deadline;
    return fate === 'unknown' && expired ? 'left' : 'living';
}
/** Removes what dead runs of an owner left. Never throws, for no run depends on it: what cannot be removed is told, and the next sweep sees it again. */
async function sweep(owner, sweeping) {
    const { engine, clock, say, signal } = sweeping;
    try {
        const containers = await engine.listContainers([_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .labelFilter */ .HY.owner(owner)], { signal, limit: 5_000 });
        const left = containers.filter((container) => standingOf(container, clock.now()) === 'left');
        await Promise.all(left.map((container) => removeLeft(container, sweeping)));
    }
    catch (error) {
        if (!signal.aborted)
            say(`warning: dead runs could not be looked for: ${(0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}
async function removeLeft(container, { engine, clock, say, signal }) {
    try {
        await removeFully(container.id, 20_000, { engine, clock, signal });
        say(`removed container ${container.id.slice(0, 12)}, left by the dead run ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .readLabels */ .k2)(container)?.run ?? ''}`);
    }
    catch (error) {
        if (!signal.aborted)
            say(`warning: container ${container.id.slice(0, 12)} of a dead run could not be removed: ${(0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}
/**
 * Removes a container by its id, again and again until the engine says that it is gone.
 * @param patience milliseconds
 * @throws the last answer, when that was not enough
 */
async function removeFully(id, patience, { engine, clock, signal }) {
    const giveUpAt = clock.monotonic() + patience;
    for (let pause = 50;; pause = Math.min(pause * 2, 1_000)) {
        try {
            if (await engine.removeContainer(id, { signal, limit: Math.max(1_000, giveUpAt - clock.monotonic()) }))
                return;
            if (clock.monotonic() + pause > giveUpAt)
                throw new _endings_js__WEBPACK_IMPORTED_MODULE_1__/* .NotRun */ .VR('the engine is still removing it');
        }
        catch (error) {
            if (signal?.aborted || clock.monotonic() + pause > giveUpAt)
                throw error;
        }
        await clock.sleep(pause, signal);
    }
}


/***/ }),

/***/ 6357:
/***/ (function(__unused_webpack_module, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ printWord; },
/* harmony export */   u: function() { return /* binding */ readWords; }
/* harmony export */ });
function printWord(word) {
    if (word.word === 'instance')
        return `instance:${word.instance}`;
    if (word.word === 'grace')
        return `grace:${Math.round(word.milliseconds)}`;
    return word.word === 'stopping' ? `stopping:${Math.round(word.at)}` : word.word;
}
/** What all the words together say; undefined when they do not say whose watchdog this is. */
function readWords(text) {
    let instance;
    let known = { grace: 0, creating: false };
    for (const word of text.split(' ')) {
        const [name = '', value = ''] = word.split(':');
        if (name === 'instance')
            instance = value;
        else if (name === 'grace')
            known = { ...known, grace: Number(value) };
        else if (name === 'creating')
            known = { ...known, creating: true };
        else if (name === 'created' || name === 'not-created' || name === 'removed')
            known = { ...known, creating: false };
        else if (name === 'stopping')
            known = { ...known, ...{ stopRequestedAt: Number(value) } };
    }
    return instance === undefined ? undefined : { instance, ...known };
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

/***/ 4434:
/***/ (function(module) {

module.exports = require("events");

/***/ }),

/***/ 9896:
/***/ (function(module) {

module.exports = require("fs");

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

/***/ 4708:
/***/ (function(module) {

module.exports = require("node:https");

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

/***/ 3916:
/***/ (function(module) {

module.exports = require("node:path/posix");

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

/***/ 8321:
/***/ (function(module) {

module.exports = require("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ (function(module) {

module.exports = require("node:stream/promises");

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

/***/ 3638:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H6: function() { return /* binding */ defaultSocket; },
/* harmony export */   ZK: function() { return /* binding */ engineAddress; },
/* harmony export */   j$: function() { return /* binding */ variablesFor; },
/* harmony export */   p1: function() { return /* binding */ dockerConfig; }
/* harmony export */ });
/* unused harmony export dockerConfigDirectory */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2257);




const defaultSocket = '/var/run/docker.sock';
/**
 * Finds the engine as the docker CLI does (delegation.md 8): `DOCKER_HOST`, `DOCKER_CONTEXT`, the current context, the default socket; after
 * these Podman's sockets.
 * @throws {InvalidInput} for `ssh://`, a malformed address, a context that is not there
 */
function engineAddress(variables) {
    const host = variables['DOCKER_HOST'];
    if (host !== undefined && host !== '')
        return parseAddress(host, 'DOCKER_HOST', tlsFrom(variables));
    const context = variables['DOCKER_CONTEXT'] || currentContext(variables);
    if (context !== undefined && context !== '' && context !== 'default')
        return contextAddress(context, variables);
    return socket(firstThatExists([defaultSocket, ...podmanSockets(variables)]) ?? defaultSocket);
}
/** The variables that lead another process to the same engine: all that a watchdog's environment needs. */
function variablesFor(address) {
    if (address.kind === 'socket' || address.tls === undefined)
        return { DOCKER_HOST: address.url };
    const { directory, verify } = address.tls;
    return { DOCKER_HOST: address.url, DOCKER_CERT_PATH: directory, ...(verify ? { DOCKER_TLS_VERIFY: '1' } : { DOCKER_TLS: '1' }) };
}
/** The folder of the docker CLI's settings: `DOCKER_CONFIG` or `~/.docker`. */
function dockerConfigDirectory(variables) {
    return variables['DOCKER_CONFIG'] || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(variables['HOME'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker');
}
/**
 * The docker CLI's `config.json`; one that is not there, or that is no JSON object, is empty.
 * @param tell hears of one that is no JSON: without it a login that is there, and an unreadable comma before it, look like none
 */
function dockerConfig(variables, tell) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerConfigDirectory(variables), 'config.json');
    try {
        const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch (error) {
        if (error instanceof SyntaxError)
            tell?.(`${path} is not JSON and not used`);
        return {};
    }
}
function parseAddress(text, source, tls) {
    const hint = 'Use unix:///path/to/docker.sock or tcp://host:port';
    if (/^ssh:/i.test(text))
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source}: ssh:// is not supported`, 'Forward the socket, ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock user@host, and use unix:///tmp/engine.sock');
    const path = /^unix:\/\/(\/.+)$/i.exec(text)?.[1] ?? (text.startsWith('/') ? text : undefined);
    if (path !== undefined)
        return socket(path);
    const tcp = /^(?:tcp|https?):\/\/(\[[0-9A-Fa-f:]+\]|[^/:@]+)(?::(\d{1,5}))?\/?$/i.exec(text);
    if (!tcp)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source} is no address of an engine`, hint);
    const host = tcp[1] ?? '';
    const secure = tls ?? (/^https:/i.test(text) ? { directory: '', verify: true } : undefined);
    const port = Number(tcp[2] ?? (secure ? 2376 : 2375));
    if (port === 0 || port > 65_535)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source} names port ${port}; there are 1 to 65535`, hint);
    return { kind: 'tcp', url: `tcp://${host}:${port}`, host: host.replace(/^\[|\]$/g, ''), port, ...(secure && { tls: secure }) };
}
function socket(path) {
    return { kind: 'socket', url: `unix://${path}`, path };
}
function tlsFrom(variables) {
    const verify = Boolean(variables['DOCKER_TLS_VERIFY']);
    const directory = variables['DOCKER_CERT_PATH'];
    if (!verify && !variables['DOCKER_TLS'] && !directory)
        return undefined;
    return { directory: directory || dockerConfigDirectory(variables), verify };
}
function currentContext(variables) {
    const name = dockerConfig(variables)['currentContext'];
    return typeof name === 'string' ? name : undefined;
}
/** A context's folder is named by the SHA-256 of its name. */
function contextAddress(name, variables) {
    // Loaded here alone: it takes 2 ms of a start.
    const folder = process.getBuiltinModule('node:crypto').createHash('sha256').update(name).digest('hex');
    const contexts = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerConfigDirectory(variables), 'contexts');
    let endpoint;
    try {
        const meta = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(contexts, 'meta', folder, 'meta.json'), 'utf8'));
        endpoint = meta.Endpoints?.['docker'];
    }
    catch {
        // Told below, with what to do.
    }
    if (typeof endpoint?.Host !== 'string')
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`docker context "${name}" is not there or names no engine`, 'See docker context ls, or set DOCKER_HOST');
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(contexts, 'tls', folder, 'docker');
    const tls = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(directory) ? { directory, verify: endpoint.SkipTLSVerify !== true } : undefined;
    return parseAddress(endpoint.Host, `docker context "${name}"`, tls);
}
function podmanSockets(variables) {
    const runtime = variables['XDG_RUNTIME_DIR'];
    return ['/run/podman/podman.sock', ...(runtime ? [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'podman/podman.sock')] : [])];
}
function firstThatExists(paths) {
    return paths.find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
}


/***/ }),

/***/ 3332:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EN: function() { return /* binding */ bodyOf; },
/* harmony export */   hu: function() { return /* binding */ EngineAway; },
/* harmony export */   mQ: function() { return /* binding */ connectionTo; },
/* harmony export */   zN: function() { return /* binding */ EngineRefused; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7067);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2257);





/**
 * The engine answered that it will not or cannot. `status` is the answer's, 0 without one; `message` is the engine's own sentence. Asking again
 * helps nothing.
 */
class EngineRefused extends Error {
    status;
    asked;
    name = 'EngineRefused';
    constructor(message, status, 
    /** The call and the engine: `GET /containers/json of unix:///var/run/docker.sock`. */
    asked) {
        super(message);
        this.status = status;
        this.asked = asked;
    }
}
/** No answer came: nobody listens, the connection was lost, or the time was over. The message names the address. */
class EngineAway extends Error {
    at;
    name = 'EngineAway';
    constructor(message, 
    /** `connect`: the request has not left this process, so nothing can have come of it. */
    at, options) {
        super(message, options);
        this.at = at;
    }
}
const turn = 50;
/**
 * Ways to an engine. A connection is made for each request: on a socket of the same machine that costs 0.1 ms, and a request never meets a
 * connection that died while it lay idle.
 */
function connectionTo(address) {
    const target = targetOf(address);
    // Most engines are on a socket: TLS is loaded where it is spoken.
    const isSecure = 'rejectUnauthorized' in target;
    const requesting = isSecure ? Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19)).then(({ request }) => request) : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
    return async ({ method, path, headers, body, limit, signal }) => {
        const request = await requesting;
        return await new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(reasonOf(signal));
            const away = (at, what, cause) => new EngineAway(`the engine at ${address.url} ${what}`, at, cause === undefined ? undefined : { cause });
            const options = { ...target, method, path, agent: false, headers: { Host: 'docker', ...lengthOf(body), ...headers } };
            let outgoing;
            try {
                outgoing = request(options);
            }
            catch (error) {
                if (!isSecure)
                    throw error;
                return reject(new EngineRefused(`the engine at ${address.url} cannot be asked: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}. ${certificates}`, 0));
            }
            let connected = false;
            // After a suspended job goes on, timers fire before what has long arrived is read: that gets its turn.
            let timer = setTimeout(() => {
                timer = setTimeout(() => outgoing.destroy(away('late', `has not answered for ${Math.round(limit / 100) / 10} s`)), turn);
            }, limit);
            const onAbort = () => void outgoing.destroy(reasonOf(signal));
            signal?.addEventListener('abort', onAbort, { once: true });
            const settle = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', onAbort);
            };
            outgoing.once('socket', (socket) => {
                socket.setKeepAlive(true, 15_000);
                socket.once(isSecure ? 'secureConnect' : 'connect', () => (connected = true));
            });
            outgoing.once('response', (answer) => {
                settle();
                // An answer that outlives the limit still ends with the signal.
                const onLate = () => void answer.destroy(reasonOf(signal));
                signal?.addEventListener('abort', onLate, { once: true });
                answer.once('close', () => signal?.removeEventListener('abort', onLate));
                resolve(answer);
            });
            outgoing.on('error', (error) => {
                settle();
                if (error instanceof EngineAway || error === signal?.reason)
                    return reject(error);
                if (/wrong version number/i.test(error.message))
                    return reject(new EngineRefused(`what answers at ${address.url} speaks no TLS. ${unsecured}`, 0));
                if (isUntrusted(error))
                    return reject(new EngineRefused(`the engine at ${address.url} is not trusted: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}. ${certificates}`, 0));
                reject(connected
                    ? away('answer', `broke the connection: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, error)
                    : away('connect', `cannot be reached: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, error));
            });
            if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
                return outgoing.end(body);
            body.once('error', (error) => outgoing.destroy(error));
            body.pipe(outgoing);
        });
    };
}
/** The whole body of a short answer. @throws {EngineAway} when it stops before its end or takes longer than `limit` milliseconds */
function bodyOf(answer, limit) {
    return new Promise((resolve, reject) => {
        const pieces = [];
        const late = setTimeout(() => answer.destroy(new EngineAway(`the engine's answer stopped for ${limit / 1000} s`, 'late')), limit);
        const settle = () => clearTimeout(late);
        answer.on('data', (piece) => pieces.push(piece));
        answer.once('end', () => {
            settle();
            resolve(Buffer.concat(pieces).toString('utf8'));
        });
        answer.once('error', (error) => {
            settle();
            reject(error instanceof EngineAway
                ? error
                : new EngineAway(`the engine broke the connection: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, 'answer', { cause: error }));
        });
    });
}
function targetOf(address) {
    // Node would look whether `Host` is an IP address, and takes 4 ms to make the expression for that.
    if (address.kind === 'socket')
        return { socketPath: address.path, servername: '' };
    const { host, port, tls } = address;
    if (!tls)
        return { host, port };
    const read = (name) => {
        try {
            return tls.directory === '' ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(tls.directory, name));
        }
        catch {
            return undefined; // A folder may hold a CA alone.
        }
    };
    const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map(read);
    // Without a name to expect Node takes the one of the `Host` header.
    const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 ? host : '';
    return { host, port, servername, rejectUnauthorized: tls.verify, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}
const certificates = 'In the folder of DOCKER_CERT_PATH, ca.pem says whom to trust, cert.pem and key.pem who asks';
const unsecured = 'DOCKER_TLS_VERIFY, DOCKER_TLS or DOCKER_CERT_PATH ask for it: unset them, or name the port that does, usually 2376';
function isUntrusted(error) {
    return /CERT|SIGNATURE|ISSUER|ALTNAME/.test(error.code ?? '');
}
function lengthOf(body) {
    if (body === undefined)
        return { 'Content-Length': '0' };
    if (typeof body === 'string' || body instanceof Uint8Array)
        return { 'Content-Length': String(Buffer.byteLength(body)) };
    return { 'Transfer-Encoding': 'chunked' };
}
function reasonOf(signal) {
    const reason = signal?.reason;
    return reason instanceof Error ? reason : new Error(String(reason));
}


/***/ }),

/***/ 8803:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: function() { return /* binding */ createEngine; },
  Z: function() { return /* binding */ engineFrom; }
});

// EXTERNAL MODULE: ./src/docker/address.js
var address = __nccwpck_require__(3638);
// EXTERNAL MODULE: ./src/docker/connection.js
var docker_connection = __nccwpck_require__(3332);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
;// CONCATENATED MODULE: ./src/docker/demultiplexer.js
/**
 * Cuts a multiplexed stream into its pieces. A frame is one byte of stream number, three of padding, four of length, then the bytes; it may be
 * split anywhere, and many may come in one chunk, so this is a loop. What neighbouring frames of one stream hold is moved together within the
 * chunk: engines send frames of a few kB, and a write for each costs more than all the rest.
 */
function demultiplexer(sink) {
    const header = Buffer.alloc(8);
    let headerBytes = 0;
    let rest = 0;
    let stream = 'stdout';
    const take = (chunk) => {
        let waits;
        let [from, to] = [0, 0];
        let pending = stream;
        const hand = () => {
            if (to === from)
                return;
            const one = sink(pending, chunk.subarray(from, to));
            if (one)
                waits = waits ? Promise.all([waits, one]).then(() => undefined) : one;
            from = to;
        };
        for (let at = 0; at < chunk.length;) {
            if (rest === 0) {
                const taken = Math.min(8 - headerBytes, chunk.length - at);
                chunk.copy(header, headerBytes, at, at + taken);
                headerBytes += taken;
                at += taken;
                if (headerBytes < 8)
                    break;
                headerBytes = 0;
                // 0 is standard input, which the engine writes to standard output.
                stream = header[0] === 2 ? 'stderr' : 'stdout';
                rest = header.readUInt32BE(4);
                continue;
            }
            const length = Math.min(rest, chunk.length - at);
            if (stream !== pending || to === from) {
                hand();
                pending = stream;
                from = to = at;
            }
            if (to !== at)
                chunk.copyWithin(to, at, at + length);
            to += length;
            at += length;
            rest -= length;
        }
        hand();
        return waits;
    };
    return { take, untilBorder: () => (headerBytes > 0 ? 8 - headerBytes : rest) };
}

;// CONCATENATED MODULE: ./src/docker/output.js



/**
 * An output over a stream of multiplexed frames (delegation.md 9). A TTY would have raw bytes, which engines before API 1.42 do not tell from frames;
 * nobody here asks for a TTY.
 */
function outputOf(stream) {
    return {
        close: () => void stream.destroy(),
        copy: (sink, { signal } = {}) => copyFrames(sink, signal, {
            begin({ take, over, fail }) {
                stream.on('data', (chunk) => {
                    if (!take(chunk))
                        stream.pause();
                });
                stream.once('end', over).once('close', over).once('error', fail);
                if (stream.destroyed)
                    over();
            },
            goOn: () => void stream.resume(),
            close: () => void stream
                .removeAllListeners('data')
                .on('error', () => undefined)
                .destroy(),
        }),
    };
}
/** Hands a stream's frames to a sink, and stops the stream while the sink waits. As `Output.copy`. */
function copyFrames(sink, signal, source) {
    return new Promise((resolve, reject) => {
        const { take, untilBorder } = demultiplexer(sink);
        let isBusy = false;
        let end;
        const settle = (error) => {
            signal?.removeEventListener('abort', onAbort);
            source.close();
            if (error === undefined)
                resolve();
            else
                reject(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error)));
        };
        const onAbort = () => settle(signal?.reason);
        const settleAtEnd = () => {
            if (end && !isBusy)
                settle(end.failure ?? cutOff(untilBorder()));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted)
            return onAbort();
        source.begin({
            take(chunk) {
                let waits;
                try {
                    waits = take(chunk);
                }
                catch (error) {
                    settle(error);
                    return false;
                }
                if (!waits)
                    return true;
                isBusy = true;
                waits.then(() => {
                    isBusy = false;
                    if (end)
                        settleAtEnd();
                    else
                        source.goOn();
                }, settle);
                return false;
            },
            over(failure) {
                end = { failure: end?.failure ?? failure };
                settleAtEnd();
            },
            fail: settle,
        });
    });
}
/** An output that ends within a frame is not whole: engines end theirs at a border. */
function cutOff(missing) {
    return missing === 0 ? undefined : new docker_connection/* EngineAway */.hu(`the output ended ${missing} bytes before the end of a frame`, 'answer');
}

;// CONCATENATED MODULE: ./src/docker/pull.js

/**
 * Reads the answer to a pull to its end. Its status is 200 even when the pull fails: errors are objects in the stream (delegation.md 7).
 * @throws {EngineRefused} with the registry's words and status 0; {EngineAway}
 */
function untilPulled(answer, address) {
    return new Promise((resolve, reject) => {
        let line = '';
        let failure;
        const take = (text) => {
            if (text.trim() === '')
                return;
            try {
                const { error, errorDetail } = JSON.parse(text);
                failure ??= errorDetail?.message ?? error;
            }
            catch {
                failure ??= 'the engine answered something that is not JSON';
            }
        };
        answer.setEncoding('utf8');
        answer.on('data', (text) => {
            const lines = (line + text).split('\n');
            line = lines.pop() ?? '';
            lines.forEach(take);
        });
        answer.once('end', () => {
            take(line);
            if (failure === undefined)
                resolve();
            else
                reject(new docker_connection/* EngineRefused */.zN(failure, 0));
        });
        answer.once('error', (error) => {
            if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
                reject(new docker_connection/* EngineAway */.hu(`the engine at ${address.url} broke the connection during the pull`, 'answer', { cause: error }));
            else
                reject(error);
        });
    });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./src/docker/raw-stream.js




// As much as a socket between processes of one machine holds.
const readAtOnce = 256 * 1024;
const longestHead = 64 * 1024;
/**
 * Takes over the connection of an attach call for its output. Past Node's HTTP client, which allocates memory for every 64 kB: with
 * 200 MB of output the process grew to 100 MB. Here all of it goes through one piece of memory, and the process keeps to 60 MB. Not for TLS,
 * whose sockets cannot do that.
 * @param path of a POST, with version and query
 * @throws {EngineRefused}; {EngineAway}; the signal's reason
 */
function rawStream(address, path, { limit, signal }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const away = (at, what) => new docker_connection/* EngineAway */.hu(`the engine at ${address.url} ${what}`, at);
        let take = head;
        const socket = (0,external_node_net_.connect)({
            ...(address.kind === 'socket' ? { path: address.path } : { host: address.host, port: address.port }),
            onread: {
                buffer: Buffer.allocUnsafe(readAtOnce),
                callback: (length, buffer) => take(Buffer.from(buffer.buffer, buffer.byteOffset, length)),
            },
        });
        let connected = false;
        let said = Buffer.alloc(0);
        const onAbort = () => fail(signal?.reason);
        const onError = (error) => fail(connected ? away('answer', `broke the connection: ${(0,errors/* messageOf */.bD)(error)}`) : away('connect', `cannot be reached: ${(0,errors/* messageOf */.bD)(error)}`));
        const onClose = () => fail(refusalIn(said.toString('utf8'), true) ?? away('answer', 'ended the connection without an answer'));
        const timer = setTimeout(() => fail(away('late', `has not answered for ${limit / 1000} s`)), limit);
        signal?.addEventListener('abort', onAbort, { once: true });
        socket.once('error', onError).once('close', onClose);
        socket.once('connect', () => {
            connected = true;
            socket.setKeepAlive(true, 15_000);
            socket.write(`POST ${path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n`);
        });
        function settle() {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            socket.off('error', onError).off('close', onClose);
        }
        function fail(error) {
            settle();
            socket.on('error', () => undefined).destroy();
            reject(error);
        }
        /** Reads the head of the answer; false stops the reading until somebody wants the rest. */
        function head(chunk) {
            said = Buffer.concat([said, chunk]);
            const end = said.indexOf('\r\n\r\n');
            // A refusal has a body: the engine closes the connection after it.
            if (end < 0 || !/^HTTP\/1\.[01] (?:101|200) /.test(said.toString('latin1', 0, 16))) {
                if (said.length > longestHead || refusalIn(said.toString('utf8'), false))
                    socket.destroy();
                return true;
            }
            settle();
            const early = said.subarray(end + 4);
            resolve(outputOver(socket, early, (next) => (take = next)));
            return false;
        }
    });
}
function outputOver(socket, early, onChunk) {
    // An end that nobody listens to yet must not end the program.
    let failure;
    socket.on('error', (error) => (failure = error));
    return {
        close: () => void socket.destroy(),
        copy: (sink, { signal } = {}) => copyFrames(sink, signal, {
            begin({ take, over }) {
                onChunk(take);
                const onOver = () => over(failure);
                socket.once('end', onOver).once('close', onOver);
                if (!take(Buffer.from(early)))
                    return;
                if (socket.destroyed)
                    onOver();
                else
                    socket.resume();
            },
            goOn: () => void socket.resume(),
            close: () => void socket.destroy(),
        }),
    };
}
/** The engine's refusal: once its announced length is there, or all that came before the end. It speaks JSON, or after a hijack plain text. */
function refusalIn(text, isWhole) {
    const [, status, headers = '', body = ''] = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
    if (status === undefined || Number(status) < 400)
        return undefined;
    const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
    if (!isWhole && (length === undefined || body.length < Number(length)))
        return undefined;
    const message = /"message" *: *("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
    return new docker_connection/* EngineRefused */.zN(message === undefined ? body.trim() || `status ${status}` : JSON.parse(message), Number(status));
}

;// CONCATENATED MODULE: ./src/docker/create-engine.js





/** Milliseconds a call may take unless it says otherwise: a busy engine needs seconds, one that hangs must not hold anybody for ever. */
const usualLimit = 20_000;
// Above this nothing is known to this client; below the engine's own newest, the engine's counts (delegation.md 2.3).
const newestKnown = '1.47';
// The condition `next-exit` of a wait.
const oldestWithNextExit = '1.30';
/** A client of the engine that these variables lead to. Nothing is sent yet. @throws {InvalidInput} */
function engineFrom(variables) {
    return createEngine((0,address/* engineAddress */.ZK)(variables));
}
/** A client of the engine at this address. Nothing is sent yet. */
function createEngine(address) {
    const connection = (0,docker_connection/* connectionTo */.mQ)(address);
    let version;
    async function ping({ signal, limit = usualLimit } = {}) {
        const answer = await connection({ method: 'GET', path: '/_ping', limit, signal });
        if (answer.statusCode !== 200)
            throw refusal(answer, await (0,docker_connection/* bodyOf */.EN)(answer, limit), 'GET /_ping');
        // What counts is in its head.
        answer.on('error', () => undefined).resume();
        const offered = answer.headers['api-version'];
        version = lower(typeof offered === 'string' && /^\d+\.\d+$/.test(offered) ? offered : '1.24', newestKnown);
        return { apiVersion: version };
    }
    function refusal(answer, body, call) {
        return new docker_connection/* EngineRefused */.zN(wordsOf(answer, body), answer.statusCode ?? 0, `${call} of ${address.url}`);
    }
    /** One call below the negotiated version; the caller reads the body. */
    async function open(call, limit) {
        if (version === undefined)
            await ping({ signal: call.signal, limit });
        const answer = await connection({ ...call, path: `/v${version}${call.path}`, limit });
        const status = answer.statusCode ?? 0;
        if (status < 400)
            return answer;
        throw refusal(answer, await (0,docker_connection/* bodyOf */.EN)(answer, limit), `${call.method} ${call.path.split('?', 1)[0] ?? ''}`);
    }
    async function ask(method, path, { signal, limit = usualLimit } = {}, body) {
        const answer = await open({ method, path, signal, ...json(body) }, limit);
        const text = await (0,docker_connection/* bodyOf */.EN)(answer, limit);
        return (text === '' ? undefined : parsed(text, address));
    }
    async function output(call, limit) {
        return outputOf(await open(call, limit));
    }
    return {
        address,
        ping,
        async createContainer(spec, { name, platform, ...options }) {
            const path = `/containers/create${query({ name, platform: atLeast(version, '1.41') ? platform : undefined })}`;
            const made = await ask('POST', path, options, spec);
            return { id: made.Id, warnings: made.Warnings ?? [] };
        },
        startContainer: (id, options) => ask('POST', containerPath(id, '/start'), options),
        async attachContainer(id, { signal, limit = usualLimit } = {}) {
            const path = containerPath(id, '/attach?stream=1&stdout=1&stderr=1');
            if (address.kind === 'tcp' && address.tls)
                return await output({ method: 'POST', path, signal }, limit);
            if (version === undefined)
                await ping({ signal, limit });
            return await rawStream(address, `/v${version}${path}`, { limit, signal });
        },
        followLogs: (id, { signal, limit = usualLimit } = {}) => output({ method: 'GET', path: containerPath(id, '/logs?follow=1&stdout=1&stderr=1'), signal }, limit),
        readLogs: (id, { signal, limit = usualLimit } = {}) => output({ method: 'GET', path: containerPath(id, '/logs?stdout=1&stderr=1'), signal }, limit),
        async waitForContainer(id, condition, { signal, limit = usualLimit } = {}) {
            const path = containerPath(id, `/wait?condition=${condition}`);
            if (version === undefined)
                await ping({ signal, limit });
            // Older ones take it for `not-running`, and of a container that has not started they say at once that it ended well.
            if (condition === 'next-exit' && !atLeast(version, oldestWithNextExit))
                throw new docker_connection/* EngineRefused */.zN(`the engine at ${address.url} speaks API ${version}, and ${oldestWithNextExit} (Docker 17.06) is needed`, 0);
            const answer = await open({ method: 'POST', path, signal }, limit);
            const ended = (0,docker_connection/* bodyOf */.EN)(answer, 2 ** 31 - 1).then((text) => {
                const { StatusCode, Error } = (text.trim() === '' ? {} : parsed(text, address));
                if (!Number.isInteger(StatusCode))
                    throw new docker_connection/* EngineAway */.hu(`the engine at ${address.url} ended the wait without an answer`, 'answer');
                return { exitCode: Number(StatusCode), error: Error?.Message ?? '' };
            });
            // Whoever asked may be looking elsewhere when it fails.
            ended.catch(() => undefined);
            return { ended };
        },
        stopContainer: (id, grace, { limit = usualLimit, ...options } = {}) => unless([304, 404], ask('POST', containerPath(id, `/stop?t=${Math.ceil(grace / 1000)}`), { limit: limit + grace, ...options })),
        killContainer: (id, signalName, options) => unless([404, 409], ask('POST', containerPath(id, `/kill${query({ signal: signalName })}`), options)),
        unpauseContainer: (id, options) => unless([404, 409, 500], ask('POST', containerPath(id, '/unpause'), options)),
        async removeContainer(id, options) {
            try {
                await ask('DELETE', containerPath(id, '?force=1&v=1'), options);
                return true;
            }
            catch (error) {
                if (!(error instanceof docker_connection/* EngineRefused */.zN))
                    throw error;
                if (error.status === 404)
                    return true;
                if (error.status === 409)
                    return false; // Somebody else's removal is under way.
                throw error;
            }
        },
        async inspectContainer(id, options) {
            const found = await orUndefined(ask('GET', containerPath(id, '/json'), options));
            return found && containerState(found);
        },
        async bridgeAddress(options) {
            const { IPAM } = await ask('GET', '/networks/bridge', options);
            return IPAM?.Config?.find(({ Gateway }) => Gateway)?.Gateway;
        },
        async listContainers(labels, options) {
            const path = `/containers/json${query({ all: '1', filters: JSON.stringify({ label: labels }) })}`;
            const found = await ask('GET', path, options);
            return found.map(({ Id, Names, State, Created, Labels }) => ({
                id: Id,
                names: (Names ?? []).map((name) => name.replace(/^\//, '')),
                status: State,
                createdAt: Created * 1000,
                labels: Labels ?? {},
            }));
        },
        getArchive: (id, path, { signal, limit = usualLimit } = {}) => open({ method: 'GET', path: containerPath(id, `/archive${query({ path })}`), signal }, limit),
        async putArchive(id, path, tar, { signal, limit = 2 ** 31 - 1 } = {}) {
            const headers = { 'Content-Type': 'application/x-tar' };
            const call = {
                method: 'PUT',
                path: containerPath(id, `/archive${query({ path })}`),
                headers,
                body: tar,
                signal,
            };
            const answer = await open(call, limit);
            await (0,docker_connection/* bodyOf */.EN)(answer, limit);
        },
        async statPath(id, path, { signal, limit = usualLimit } = {}) {
            const call = { method: 'HEAD', path: containerPath(id, `/archive${query({ path })}`), signal };
            const answer = await orUndefined(open(call, limit));
            answer?.resume();
            const stat = answer?.headers['x-docker-container-path-stat'];
            if (typeof stat !== 'string')
                return undefined;
            const { name, size, mode, linkTarget } = JSON.parse(Buffer.from(stat, 'base64').toString('utf8'));
            return { name, size, mode, linkTarget };
        },
        async createExec(id, { command, environment, workingDirectory, user }, options) {
            const made = await ask('POST', containerPath(id, '/exec'), options, {
                AttachStdin: false,
                AttachStdout: true,
                AttachStderr: true,
                Tty: false,
                Cmd: command,
                Env: environment,
                WorkingDir: workingDirectory,
                User: user,
            });
            return made.Id;
        },
        startExec: (execId, { signal, limit = usualLimit } = {}) => output({ method: 'POST', path: `/exec/${encodeURIComponent(execId)}/start`, signal, ...json({ Detach: false, Tty: false }) }, limit),
        async inspectExec(execId, options) {
            const { Running, Pid, ExitCode } = await ask('GET', `/exec/${encodeURIComponent(execId)}/json`, options);
            return { running: Running, pid: Pid ?? 0, exitCode: Running ? undefined : (ExitCode ?? undefined) };
        },
        async pullImage(reference, { auth, platform, signal } = {}) {
            const path = `/images/create${query({ fromImage: reference, platform })}`;
            // A registry that hangs is ended by the caller's signal: no limit of ours can tell it from a slow one.
            const answer = await open({ method: 'POST', path, signal, headers: auth === undefined ? {} : { 'X-Registry-Auth': auth } }, 2 ** 31 - 1);
            await untilPulled(answer, address);
        },
        async inspectImage(reference, options) {
            const path = `/images/${reference.split('/').map(encodeURIComponent).join('/')}/json`;
            const found = await orUndefined(ask('GET', path, options));
            return found && { id: found.Id, digests: found.RepoDigests ?? [], stopSignal: found.Config?.StopSignal };
        },
    };
}
function containerState({ Id, Name, Image, State, Config }) {
    return {
        id: Id,
        name: Name.replace(/^\//, ''),
        status: State.Status,
        exitCode: State.ExitCode,
        oomKilled: State.OOMKilled,
        error: State.Error ?? '',
        startedAt: State.StartedAt,
        finishedAt: State.FinishedAt,
        imageId: Image,
        labels: Config.Labels ?? {},
        environment: Config.Env ?? [],
        workingDirectory: Config.WorkingDir ?? '',
        user: Config.User ?? '',
        stopSignal: Config.StopSignal || undefined,
    };
}
/** What something else than an engine answers is not repeated: it may be anything. */
function parsed(text, { url }) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new docker_connection/* EngineRefused */.zN(`what answers at ${url} is no Docker engine: its answer is not JSON`, 0);
    }
}
/** The engine's own sentence. */
function wordsOf(answer, body) {
    try {
        const { message, cause } = JSON.parse(body);
        if (typeof message === 'string')
            return message;
        if (typeof cause === 'string')
            return cause;
    }
    catch {
        // An answer to HEAD has no body, and something in between may answer a page of its own.
        if (/HTTP request to an HTTPS server/i.test(body))
            return 'it speaks TLS there: DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH are wanted';
    }
    return `${answer.statusCode ?? 0} ${answer.statusMessage ?? ''}`.trim();
}
async function unless(statuses, call) {
    try {
        await call;
    }
    catch (error) {
        if (!(error instanceof docker_connection/* EngineRefused */.zN) || !statuses.includes(error.status))
            throw error;
    }
}
async function orUndefined(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof docker_connection/* EngineRefused */.zN && error.status === 404)
            return undefined;
        throw error;
    }
}
function json(body) {
    return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}
/** @param call with the slash before it, or the query */
function containerPath(id, call) {
    return `/containers/${encodeURIComponent(id)}${call}`;
}
function query(values) {
    const pairs = Object.entries(values).filter((pair) => pair[1] !== undefined);
    return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
function lower(a, b) {
    return atLeast(a, b) ? b : a;
}
function atLeast(version, wanted) {
    const [major = 0, minor = 0] = (version ?? wanted).split('.').map(Number);
    const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}


/***/ }),

/***/ 6109:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: function() { return /* binding */ isBelow; },
/* harmony export */   o: function() { return /* binding */ parseImageReference; }
/* harmony export */ });
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domain = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]+)?';
const grammar = new RegExp(`^(?:(${domain})/)?(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$`);
/** Undefined when the text is no reference: a leading dash, a space, an upper-case name, anything that could be taken for something else. */
function parseImageReference(text) {
    if (text.length > 4096)
        return undefined;
    if (/^sha256:[0-9a-f]{64}$/.test(text))
        return { text, name: text, registry: '', digest: text, mayBeId: true };
    const match = grammar.exec(text);
    if (!match)
        return undefined;
    const [, head, path = '', tag, digest] = match;
    // `acme/tool` is on Docker Hub, `acme.io/tool`, `localhost/tool` and `acme:5000/tool` are elsewhere.
    const isRegistry = head !== undefined && (/[.:]/.test(head) || head === 'localhost' || head !== head.toLowerCase());
    const registry = isRegistry ? head : 'docker.io';
    const local = head === undefined || isRegistry ? path : `${head}/${path}`;
    const namespace = registry === 'docker.io' && !local.includes('/') ? 'library/' : '';
    return {
        text,
        name: `${registry === 'index.docker.io' ? 'docker.io' : registry}/${namespace}${local}`,
        registry: registry === 'index.docker.io' ? 'docker.io' : registry,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
        mayBeId: !isRegistry && tag === undefined && digest === undefined && /^[0-9a-f]+$/.test(local),
    };
}
/** True when the reference's name is `prefix` or lies below it, by whole components; the prefix may leave out `docker.io/`. */
function isBelow(reference, prefix) {
    if (reference.mayBeId)
        return false;
    const clean = prefix.replace(/\/$/, '');
    const below = (name) => name === clean || name.startsWith(`${clean}/`);
    const short = reference.name.replace(/^docker\.io\/(?:library\/)?/, '');
    return (below(reference.name) || (reference.registry === 'docker.io' && (below(short) || below(reference.name.replace(/^docker\.io\//, '')))));
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

/***/ 7026:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: function() { return /* binding */ fileProblem; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2257);

const reasons = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EISDIR: 'it is a directory; expected a file',
    ENOSPC: 'no space is left on the device',
    EROFS: 'the file system is read-only',
    EMFILE: 'this process has too many files open',
};
/** Why a file cannot be read or written, for a message that names the file: Node's own text would name it again, with the system call. */
function fileProblem(error) {
    const { code } = Object(error);
    return (typeof code === 'string' ? reasons[code] : undefined) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
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

/***/ 7584:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wv: function() { return /* binding */ readProcess; },
/* harmony export */   XT: function() { return /* binding */ printProcess; },
/* harmony export */   _L: function() { return /* binding */ fateOf; },
/* harmony export */   ls: function() { return /* binding */ identify; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);


/** The identity of a process of this machine; one that is gone has the start time `0`, which no process has. */
function identify(pid) {
    return { ...here(), pid, started: statOf(pid)?.started ?? '0' };
}
/**
 * What can be said of a process from here (delegation.md 5). `dead` is a proof: another boot of this machine, or in our own pid namespace no
 * process with that number and start time. Of another machine or namespace nothing can be known, and of another user's process where /proc
 * hides those (`hidepid`) only that its number is taken.
 */
function fateOf(process) {
    const { machine, boot, namespace } = here();
    if (process.machine !== machine)
        return 'unknown';
    // Neither of them where there is no /proc.
    if ([boot, process.boot, namespace, process.namespace].includes('unknown'))
        return 'unknown';
    if (process.boot !== boot)
        return 'dead';
    if (process.namespace !== namespace)
        return 'unknown';
    const stat = statOf(process.pid);
    if (!stat && isThere(process.pid))
        return 'alive';
    if (!stat || stat.started !== process.started || stat.state === 'Z' || stat.state === 'X')
        return 'dead';
    return stat.state === 'T' || stat.state === 't' ? 'stopped' : 'alive';
}
/** As one line for a label or a file; `readProcess` reads it. */
function printProcess({ machine, boot, namespace, pid, started }) {
    return [machine, boot, namespace, pid, started].join(' ');
}
/** Reads what `printProcess` printed; undefined when it is nothing of the kind. */
function readProcess(text) {
    const [machine, boot, namespace, pid, started, ...more] = text.split(' ');
    if (!machine || !boot || !namespace || !pid || !started || more.length > 0 || !/^\d+$/.test(pid))
        return undefined;
    return { machine, boot, namespace, pid: Number(pid), started };
}
function here() {
    // Two machines may share an engine and an owner's name: another boot proves nothing unless the machine is the same. Build containers without a
    // machine id have a host name of their own.
    const machine = digest(`${read('/etc/machine-id') ?? ''} ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}`);
    return { machine, boot: read('/proc/sys/kernel/random/boot_id') ?? 'unknown', namespace: pidNamespace() };
}
/** FNV-1a of 32 bits: tells machines apart and gives no machine's id away. node:crypto takes 2 ms of a start. */
function digest(text) {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid').replace(/\s/g, '');
    }
    catch {
        return 'unknown';
    }
}
/** Whether a number is taken: the kernel tells that of hidden processes too. */
function isThere(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
function statOf(pid) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined)
        return undefined;
    // The program's name is in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
}
function read(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1321:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: function() { return /* binding */ cancelOnSignals; },
/* harmony export */   e: function() { return /* binding */ ignoreDebugger; }
/* harmony export */ });
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

/***/ 9874:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qF: function() { return /* binding */ parseJson; },
  eE: function() { return /* binding */ parsePlain; },
  yN: function() { return /* binding */ placesIn; },
  bA: function() { return /* binding */ printPath; },
  SD: function() { return /* binding */ repeatedMembers; },
  zS: function() { return /* binding */ syntaxErrorIn; }
});

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
function readTree(text) {
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
        return integerLikeName.test(text) ? fromTree(readTree(withoutMark(text))) : (0,value/* fromPlain */.bM)(plain);
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
    const root = readTree(json);
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
        readTree(json);
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
var __webpack_exports__ = {};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./src/docker/create-engine.js + 4 modules
var create_engine = __nccwpck_require__(8803);
// EXTERNAL MODULE: ./src/host/clock.js
var clock = __nccwpck_require__(6726);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(2257);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/host/leave.js

/**
 * Ends this process with this exit code, on a terminal that has been closed too: there Node 20 cannot put the terminal's settings back, and aborts (134,
 * and where the machine keeps cores a file with all the process's secrets).
 */
function leave(exitCode) {
    for (const descriptor of [0, 1, 2])
        if (isClosedTerminal(descriptor))
            (0,external_node_fs_.closeSync)(descriptor);
    process.exit(exitCode);
}
/** Devices that are no terminal are taken for one that was; nobody misses them any more. */
function isClosedTerminal(descriptor) {
    try {
        return (0,external_node_fs_.fstatSync)(descriptor).isCharacterDevice() && !process.getBuiltinModule('node:tty').isatty(descriptor);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __nccwpck_require__(1290);
;// CONCATENATED MODULE: ./src/host/uuid.js

/** A random UUID, where a program's start counts: the kernel makes one in no time, Node loads its cryptography first, which takes over 1 ms. */
function newUuid() {
    try {
        return (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/uuid', 'utf8').trim();
    }
    catch {
        return crypto.randomUUID();
    }
}

// EXTERNAL MODULE: ./src/docker/connection.js
var connection = __nccwpck_require__(3332);
// EXTERNAL MODULE: ./runner/endings.js
var endings = __nccwpck_require__(7794);
// EXTERNAL MODULE: ./runner/labels.js
var runner_labels = __nccwpck_require__(5175);
// EXTERNAL MODULE: ./runner/patience.js
var runner_patience = __nccwpck_require__(2619);
// EXTERNAL MODULE: ./runner/sweep.js
var sweep = __nccwpck_require__(5590);
;// CONCATENATED MODULE: ./runner/create.js






// An engine may have to unpack layers first.
const createLimit = 120_000;
/**
 * Creates the container and gives its id. From here on everything goes by this id.
 * @throws {NotRun}; the signal's reason when it fired and there is nothing to remove
 */
async function create(wanted, creating) {
    const { engine, watchdog, clock, say, signal } = creating;
    const patience = (0,runner_patience/* delayed */.Nw)(signal, clock);
    for (let tries = 1;; tries++) {
        signal.throwIfAborted();
        watchdog.tell({ word: 'creating' });
        try {
            const { name, platform, spec } = wanted;
            const { id, warnings } = await engine.createContainer(spec, { name, platform, limit: createLimit, signal: patience });
            watchdog.tell({ word: 'created' });
            for (const warning of warnings)
                say(`warning: ${warning}`);
            return id;
        }
        catch (error) {
            if (error instanceof connection/* EngineRefused */.zN) {
                watchdog.tell({ word: 'not-created' });
                const own = error.status === 409 ? await freeName(wanted, creating) : undefined;
                if (own !== undefined) {
                    watchdog.tell({ word: 'created' });
                    return own;
                }
                if (error.status !== 409 || tries > 50)
                    throw new endings/* NotRun */.VR(`the engine creates no container of ${wanted.spec.Image}: ${error.message}`, 125, { cause: error });
                // A name is free only some time after its container is gone.
                await clock.sleep(100, signal);
                continue;
            }
            if (!(error instanceof connection/* EngineAway */.hu))
                throw error;
            if (error.at === 'connect')
                watchdog.tell({ word: 'not-created' });
            // The answer is lost; the container may be there. Asking again would make two.
            const own = await (0,runner_patience/* whileAway */.cJ)(() => findOwn(wanted.origin.instance, engine, clock), runner_patience/* engineAway */.DZ, { clock, signal: patience }).catch((cause) => {
                patience.throwIfAborted();
                throw new endings/* NotRun */.VR(`the engine was lost while it created the container: ${(0,errors/* messageOf */.bD)(cause)}`, 125, { cause });
            });
            if (own === undefined)
                continue;
            watchdog.tell({ word: 'created' });
            return own;
        }
    }
}
/** The container of this run, given a little time to appear. */
async function findOwn(instance, engine, clock) {
    for (let tries = 0; tries < 6; tries++, await clock.sleep(300)) {
        const [own] = await engine.listContainers([runner_labels/* labelFilter */.HY.instance(instance)]);
        if (own)
            return own.id;
    }
    return undefined;
}
/**
 * The name is taken. A dead run of this owner gives it up; a container of this very run, made by a call whose answer was lost, is what was
 * wanted, and its id is returned. Anybody else's is not touched.
 * @throws {NotRun} naming the holder
 */
async function freeName({ name, origin: { instance, owner } }, { engine, clock, say, signal }) {
    const holder = await engine.inspectContainer(name, { signal });
    if (!holder)
        return undefined;
    const other = (0,runner_labels/* readLabels */.k2)(holder);
    if (other?.instance === instance)
        return holder.id;
    const isGivenUp = other?.owner === owner && (0,sweep/* standingOf */.YP)(holder, clock.now()) !== 'living';
    if (!isGivenUp)
        throw new endings/* NotRun */.VR(`the name ${name} is taken by container ${holder.id.slice(0, 12)}, which this run does not touch: remove it, or let the parameter give another --name`);
    say(`the name ${name} is held by container ${holder.id.slice(0, 12)} of a dead run, which is removed first`);
    await untilUnwatched(holder, other.grace, { engine, clock, signal });
    await (0,sweep/* removeFully */.Z7)(holder.id, 20_000, { engine, clock, signal });
    return undefined;
}
/** A watchdog at work lets the container end in peace: wait for that, as long as it may take. */
async function untilUnwatched(holder, grace, { engine, clock, signal }) {
    const giveUpAt = clock.monotonic() + grace + 5_000;
    while (clock.monotonic() < giveUpAt && (0,sweep/* standingOf */.YP)(holder, clock.now()) === 'watched') {
        if (!(await engine.inspectContainer(holder.id, { signal })))
            return;
        await clock.sleep(200, signal);
    }
}

;// CONCATENATED MODULE: ./runner/start.js



const startLimit = 60_000;
/**
 * Attaches, registers the wait, starts (delegation.md 2.7, 2.8).
 * @throws {NotRun} 126 or 127 when its program cannot be started, with the engine's refusal as its cause; {EngineAway}; the signal's reason
 */
async function start(id, starting) {
    return await attachAndStart(id, starting).catch((error) => {
        throw error instanceof connection/* EngineRefused */.zN ? notStarted(error) : error;
    });
}
async function attachAndStart(id, { engine, clock, signal }) {
    const away = { clock, signal };
    const [attached, waiting] = await Promise.all([
        (0,runner_patience/* whileAway */.cJ)(() => engine.attachContainer(id, { signal }), startLimit, away),
        (0,runner_patience/* whileAway */.cJ)(() => engine.waitForContainer(id, 'next-exit'), startLimit, away),
    ]);
    signal.throwIfAborted();
    await startOnce(id, { engine, clock, signal: (0,runner_patience/* delayed */.Nw)(signal, clock) });
    signal.throwIfAborted();
    return { id, attached, waiting };
}
/** A start whose answer was lost may have been carried out, and a short container has ended since: another start would run it twice. */
async function startOnce(id, { engine, clock, signal }) {
    let mayHaveStarted = false;
    const call = async () => {
        // An engine that is at the start answers this after it.
        if (mayHaveStarted && (await engine.inspectContainer(id, { signal }))?.status !== 'created')
            return;
        await engine.startContainer(id, { limit: startLimit, signal }).catch((error) => {
            mayHaveStarted ||= error instanceof connection/* EngineAway */.hu && error.at !== 'connect';
            throw error;
        });
    };
    await (0,runner_patience/* whileAway */.cJ)(call, startLimit, { clock, signal });
}
/** As a shell tells it: 127 for a program that is not there, 126 for one that cannot be executed. */
function notStarted(error) {
    const { message } = error;
    // A device or a folder may be missing, or closed, in the same words.
    const isOfProgram = !/gathering device information|error mounting/i.test(message);
    const isMissing = /executable file not found|no such file or directory/i.test(message);
    const isUnfit = /permission denied|is a directory|exec format error/i.test(message);
    const code = isOfProgram && isMissing ? 127 : isOfProgram && isUnfit ? 126 : 125;
    return new endings/* NotRun */.VR(`the container cannot be started: ${message}`, code, { cause: error });
}

;// CONCATENATED MODULE: ./runner/container.js






// The watchdog goes on with what an engine does not remove at once.
const ownPatience = 5_000;
/** Creates the container of a run. @throws {NotRun} */
async function createContainer({ planned, labels, origin }, containing) {
    const { engine, watchdog, clock, say, signal, account } = containing;
    const spec = { ...planned.spec, Labels: { ...planned.spec['Labels'], ...labels } };
    const wanted = { spec, name: planned.name ?? `etos-${origin.instance}`, platform: planned.platform, origin };
    let id = await create(wanted, containing).catch((error) => {
        // Podman looks for its init here, Docker at the start.
        if (!lacksInit(error, wanted))
            throw error;
        return createWithoutInit();
    });
    account.container = id;
    const remove = async () => {
        await (0,sweep/* removeFully */.Z7)(id, ownPatience, { engine, clock });
        watchdog.tell({ word: 'removed' });
    };
    return {
        async start() {
            return await start(id, { engine, clock, signal }).catch(async (error) => {
                if (!lacksInit(error, wanted))
                    throw error;
                await remove();
                id = await createWithoutInit();
                account.container = id;
                return await start(id, { engine, clock, signal });
            });
        },
        async [Symbol.asyncDispose]() {
            await remove().catch((error) => say(`warning: container ${id.slice(0, 12)} could not be removed, the watchdog goes on trying: ${(0,errors/* messageOf */.bD)(error)}`));
        },
    };
    function createWithoutInit() {
        say('the engine has no init program: the container runs without, and a shell in it may not hear the stop signal');
        return create({ ...wanted, spec: { ...spec, HostConfig: { ...hostConfig(wanted), Init: false } } }, containing);
    }
}
/** Distributions package the engine's init apart from the engine (delegation.md 8). */
function lacksInit(error, wanted) {
    return (hostConfig(wanted)['Init'] === true &&
        error instanceof endings/* NotRun */.VR &&
        error.cause instanceof connection/* EngineRefused */.zN &&
        /container-init|docker-init|podman-init|catatonit|\btini\b/i.test(error.cause.message));
}
function hostConfig({ spec }) {
    return spec['HostConfig'];
}

;// CONCATENATED MODULE: ./runner/image.js



/** Milliseconds for which a registry that may come back is asked again. */
const patience = 120_000;
// What may pass, in the words of engines and registries. A name that cannot be looked up, a login that is wanted and an image that is not
// there do not pass.
const passing = /connection refused|connection reset|reset by peer|broken pipe|unexpected EOF|\bEOF$|time(?:d )?-?out|deadline exceeded|toomanyrequests|too many requests|(?:status|code|error)[^a-z]{0,5}\b(?:408|429|5\d\d)\b|internal server error|bad gateway|service unavailable|gateway time/i;
const lasting = /no such host|\blookup\b|unauthorized|authentication required|access denied|forbidden|not found|manifest unknown|\b40[134]\b/i;
/**
 * Sees to it that the image is on the machine (delegation.md 7).
 * @throws {NotRun} with the registry's answer; the signal's reason
 */
async function provideImage({ image, platform, pull }, providing) {
    const { engine, say, signal, clock } = providing;
    const present = () => engine.inspectImage(image.text, { signal });
    // An id names an image that is here or nowhere.
    const rule = image.registry === '' ? 'never' : pull;
    const there = rule === 'always' ? undefined : await present();
    if (there)
        return there;
    if (rule === 'never') {
        const remedy = image.registry === '' ? 'An id names an image that is here or nowhere' : 'Bring it here, or allow it with --pull missing';
        throw new endings/* NotRun */.VR(`image ${image.text} is not on this machine and is not to be pulled. ${remedy}`);
    }
    const login = await providing.login(image.registry);
    const giveUpAt = clock.monotonic() + patience;
    for (let pause = 1_000;; pause = Math.min(pause * 2, 15_000)) {
        const pulled = pullOnce(image.text, image.tag ?? (image.digest === undefined ? 'latest' : undefined), { platform, login, providing });
        // Meanwhile, for the case that it fails.
        const looked = present();
        looked.catch(() => undefined);
        try {
            return await pulled;
        }
        catch (error) {
            if (signal.aborted || !(error instanceof connection/* EngineRefused */.zN || error instanceof connection/* EngineAway */.hu))
                throw error;
            const local = await looked;
            if (local) {
                say(`warning: image ${image.text} could not be pulled; the one on this machine is used. The registry’s answer: ${(0,errors/* messageOf */.bD)(error)}`);
                return local;
            }
            const wait = retryAfter((0,errors/* messageOf */.bD)(error)) ?? pause;
            if (!mayPass(error) || clock.monotonic() + wait > giveUpAt)
                throw new endings/* NotRun */.VR(`image ${image.text} cannot be pulled: ${(0,errors/* messageOf */.bD)(error)}${remedyOf((0,errors/* messageOf */.bD)(error))}`, 125, { cause: error });
            say(`image ${image.text} cannot be pulled yet, next try in ${wait / 1000} s: ${(0,errors/* messageOf */.bD)(error)}`);
            await clock.sleep(wait, signal);
        }
    }
}
async function pullOnce(reference, tag, { platform, login, providing, }) {
    const { engine, clock, say, signal } = providing;
    const began = clock.monotonic();
    say(`pulling ${reference}`);
    // Without a tag the engine pulls every tag there is.
    await engine.pullImage(tag === undefined || /:[^/]+$/.test(reference) ? reference : `${reference}:${tag}`, {
        auth: login,
        platform,
        signal,
    });
    const image = await engine.inspectImage(reference, { signal });
    if (!image)
        throw new endings/* NotRun */.VR(`image ${reference} was pulled and is not there`);
    say(`pulled ${reference} in ${((clock.monotonic() - began) / 1000).toFixed(1)} s, ${image.digests[0]?.split('@')[1] ?? image.id}`);
    return image;
}
function mayPass(error) {
    const message = (0,errors/* messageOf */.bD)(error);
    return error instanceof connection/* EngineAway */.hu || (passing.test(message) && !lasting.test(message));
}
/** What may be done about what a registry, or the engine on its way there, answered: it never says itself. */
function remedyOf(answer) {
    if (/no such host|\blookup\b/i.test(answer))
        return '. Is the registry’s name right, and can the engine look it up?';
    if (/unauthorized|authentication required|denied|forbidden|\b40[13]\b/i.test(answer))
        return '. Is the image’s name right, and has docker login, or DOCKER_CONFIG, a login for its registry?';
    return /not found|manifest unknown|\b404\b/i.test(answer) ? '. Is the image’s name right, and does the registry have that tag?' : '';
}
/** Milliseconds that a registry asks for, when the engine passes its words on. */
function retryAfter(message) {
    const seconds = /retry[- ]after:?\s*(\d{1,4})/i.exec(message)?.[1];
    return seconds === undefined ? undefined : Number(seconds) * 1000;
}

;// CONCATENATED MODULE: ./runner/output/job-output.js


/**
 * @param onReaderGone called once, when somebody closed the other end
 */
function jobOutput(onReaderGone) {
    const gone = new AbortController();
    const abandoned = new AbortController();
    const onError = (error) => {
        // EIO is a terminal that was closed. Any other error, a full disk above all, costs the output and not the run.
        if (error.code !== 'EPIPE' && error.code !== 'EIO' && error.code !== 'ECONNRESET')
            return;
        if (gone.signal.aborted)
            return;
        const reason = new endings/* ReaderGone */.D5('the reader of the output has gone away');
        gone.abort(reason);
        abandoned.abort();
        onReaderGone(reason);
    };
    const streams = {
        stdout: channel(1, () => process.stdout, abandoned.signal, onError),
        stderr: channel(2, () => process.stderr, abandoned.signal, onError),
    };
    let lastByte = 0x0a;
    return {
        sink(stream, piece) {
            if (stream === 'stdout' && piece.length > 0)
                lastByte = piece[piece.length - 1] ?? lastByte;
            return streams[stream].write(piece);
        },
        writeError: (line) => streams.stderr.tell(line),
        writeLine: (line) => streams.stdout.tell(line),
        isWaiting: () => streams.stdout.isWaiting() || streams.stderr.isWaiting(),
        atLineStart: () => lastByte === 0x0a,
        abandon: () => abandoned.abort(),
        async flush(patience) {
            await Promise.all(Object.values(streams).map((stream) => stream.flush(patience)));
        },
    };
}
function channel(descriptor, get, abandoned, onError) {
    // Jenkins gives a file. Node's stream over it does not survive a full disk; a plain write does.
    if (isFile(descriptor))
        return {
            write: (piece) => writeToFile(descriptor, piece, onError),
            tell: (line) => writeToFile(descriptor, Buffer.from(line), onError),
            flush: () => Promise.resolve(),
            isWaiting: () => false,
        };
    // Node makes its stream when somebody asks for it, which takes a while: not before there is something to write.
    let made;
    const open = () => (made ??= get().on('error', onError));
    return {
        write(piece) {
            const stream = open();
            if (abandoned.aborted || stream.destroyed)
                return;
            let isWritten = false;
            let onWritten = () => undefined;
            stream.write(piece, () => {
                isWritten = true;
                onWritten();
            });
            // Nothing queued: all of it is with the kernel. Else the piece's memory is still needed, whatever the stream says of its buffer.
            if (stream.writableLength === 0)
                return;
            return new Promise((resolve) => {
                onWritten = () => {
                    abandoned.removeEventListener('abort', onWritten);
                    resolve();
                };
                if (isWritten)
                    resolve();
                else
                    abandoned.addEventListener('abort', onWritten, { once: true });
            });
        },
        tell(line) {
            const stream = open();
            if (!stream.destroyed)
                stream.write(line);
        },
        isWaiting: () => (made?.writableLength ?? 0) > 0,
        flush: async (patience) => {
            if (made)
                await emptied(made, patience);
        },
    };
}
function writeToFile(descriptor, piece, onError) {
    try {
        for (let at = 0; at < piece.length;)
            at += (0,external_node_fs_.writeSync)(descriptor, piece, at);
    }
    catch (error) {
        onError(error);
    }
}
function emptied(stream, patience) {
    return new Promise((resolve) => {
        let left = stream.writableLength;
        let movedAt = performance.now();
        const look = () => {
            if (stream.destroyed || stream.writableLength === 0)
                return resolve();
            if (stream.writableLength !== left)
                [left, movedAt] = [stream.writableLength, performance.now()];
            if (performance.now() - movedAt > patience)
                return resolve();
            setTimeout(look, 10);
        };
        look();
    });
}
function isFile(descriptor) {
    try {
        return (0,external_node_fs_.fstatSync)(descriptor).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./runner/options.js
var options = __nccwpck_require__(756);
// EXTERNAL MODULE: ./runner/prepare.js + 3 modules
var prepare = __nccwpck_require__(9735);
// EXTERNAL MODULE: ./runner/problems.js
var problems = __nccwpck_require__(3120);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __nccwpck_require__(7584);
;// CONCATENATED MODULE: external "node:child_process"
var external_node_child_process_namespaceObject = require("node:child_process");
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __nccwpck_require__(8321);
// EXTERNAL MODULE: ./src/docker/address.js
var docker_address = __nccwpck_require__(3638);
;// CONCATENATED MODULE: ./runner/registry-login.js




// What credential helpers live on: their own stores and clouds. Nothing else of the job's environment is handed on.
const handedOn = /^(?:PATH|HOME|USER|LOGNAME|LANG|TMPDIR|XDG_.*|DBUS_SESSION_BUS_ADDRESS|DOCKER_CONFIG|GNUPGHOME|PASSWORD_STORE_DIR|AWS_.*|GOOGLE_.*|CLOUDSDK_.*|AZURE_.*|(?:HTTPS?|NO)_PROXY|(?:https?|no)_proxy)$/;
/**
 * The login that the docker CLI's settings hold for a registry, as the value of `X-Registry-Auth`; undefined when there is none
 * (delegation.md 7). A helper that fails is told and taken for none: many images need no login.
 */
async function registryLogin(registry, { variables, say, signal }) {
    const named = fromAuths(authsIn(variables['DOCKER_AUTH_CONFIG'], say), registry);
    if (named)
        return pad(Buffer.from(JSON.stringify(named)).toString('base64url'));
    const config = (0,docker_address/* dockerConfig */.p1)(variables, (problem) => say(`warning: ${problem}`));
    const helpers = recordOf(config['credHelpers']);
    const keys = keysOf(registry);
    const helper = keys.map((key) => helpers[key]).find((name) => typeof name === 'string') ?? config['credsStore'];
    const login = typeof helper === 'string' && helper !== '' ? await fromHelper(helper, registry, { variables, say, signal }) : undefined;
    const found = login ?? fromAuths(recordOf(config['auths']), registry);
    // With padding: engines that do not find it pull anonymously and say only "unauthorized".
    return found && pad(Buffer.from(JSON.stringify(found)).toString('base64url'));
}
/** A `config.json` in a variable, as the docker CLI and other runners take it: CI systems keep secrets as text. It wins over the file. */
function authsIn(text, say) {
    if (!text)
        return {};
    try {
        return recordOf(recordOf(JSON.parse(text))['auths']);
    }
    catch {
        say('warning: DOCKER_AUTH_CONFIG is not JSON and not used');
        return {};
    }
}
function fromAuths(auths, registry) {
    const wanted = keysOf(registry);
    const [, entry] = Object.entries(auths).find(([key]) => wanted.includes(key) || wanted.includes(hostOf(key))) ?? [];
    const { auth, username, password, identitytoken } = recordOf(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { identitytoken, serveraddress: registry };
    if (typeof auth === 'string' && auth !== '') {
        const pair = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
        const colon = pair.indexOf(':');
        if (colon > 0)
            return { username: pair.slice(0, colon), password: pair.slice(colon + 1), serveraddress: registry };
    }
    if (typeof username === 'string' && typeof password === 'string' && username !== '')
        return { username, password, serveraddress: registry };
    return undefined;
}
async function fromHelper(helper, registry, { variables, say, signal }) {
    if (!/^[A-Za-z0-9._-]+$/.test(helper))
        return undefined;
    const program = `docker-credential-${helper}`;
    try {
        const child = (0,external_node_child_process_namespaceObject.spawn)(program, ['get'], {
            env: Object.fromEntries(Object.entries(variables).filter(([name]) => handedOn.test(name))),
            stdio: ['pipe', 'pipe', 'ignore'],
            signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
        });
        const failed = new Promise((_, reject) => child.once('error', reject));
        child.stdin.on('error', () => undefined).end(registry === 'docker.io' ? hub : registry);
        const answer = await Promise.race([(0,consumers_.text)(child.stdout), failed]);
        const { Username, Secret } = recordOf(JSON.parse(answer));
        if (typeof Username !== 'string' || typeof Secret !== 'string' || Secret === '')
            return undefined;
        const serveraddress = registry;
        return Username === '<token>' ? { identitytoken: Secret, serveraddress } : { username: Username, password: Secret, serveraddress };
    }
    catch (error) {
        signal.throwIfAborted();
        // "credentials not found" is no JSON and no failure.
        if (!(error instanceof SyntaxError))
            say(`warning: ${program} gave no login for ${registry}: ${isMissing(error) ? 'it is not on the PATH' : (0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
const hub = 'https://index.docker.io/v1/';
/** The names under which the docker CLI keeps a registry. */
function keysOf(registry) {
    return registry === 'docker.io' ? [hub, 'index.docker.io', 'docker.io', 'registry-1.docker.io'] : [registry];
}
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
function pad(text) {
    return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
function recordOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function isMissing(error) {
    return Object(error).code === 'ENOENT';
}

// EXTERNAL MODULE: ./runner/say.js
var runner_say = __nccwpck_require__(6169);
// EXTERNAL MODULE: ./src/host/signals.js
var host_signals = __nccwpck_require__(1321);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./src/host/lifeline.js



/** Watches the file descriptor that ETOS_LIFELINE_FD names. Nothing named, or nothing there, nothing watched. */
function watchLifeline(descriptor) {
    const controller = new AbortController();
    const pipe = lifeline_open(descriptor);
    if (!pipe)
        return { signal: controller.signal, [Symbol.dispose]: () => undefined };
    const cut = () => controller.abort(new errors/* Cancelled */.cJ('SIGTERM'));
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
function lifeline_open(descriptor) {
    // The one that a parent of ours hands on. Where none did, the next ones are Node's own, which nobody else may read.
    if (descriptor !== '3')
        return undefined;
    try {
        // Node ends the whole process for a descriptor of another kind, as this one is when the variable alone was handed on.
        const what = (0,external_node_fs_.fstatSync)(Number(descriptor));
        if (!what.isFIFO() && !what.isSocket())
            return undefined;
        // Reading keeps this process alive no longer than it would be.
        return new external_node_net_.Socket({ fd: Number(descriptor), readable: true, writable: false }).unref();
    }
    catch {
        // The variable was handed on by somebody who did not hand on the descriptor.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./runner/stopping.js



/** Listens from now on to SIGINT, SIGTERM and SIGHUP, to the time limit, to the reader's and the parent's leaving. The first reason counts. */
function listenForStops({ timeLimit, lifeline, readerGone }) {
    const signals = (0,host_signals/* cancelOnSignals */.d)();
    const controller = new AbortController();
    const stop = (reason) => controller.abort(reason);
    const parent = watchLifeline(lifeline);
    const either = AbortSignal.any([signals.signal, parent.signal, readerGone]);
    either.addEventListener('abort', () => stop(either.reason), { once: true });
    if (either.aborted)
        stop(either.reason);
    const timer = timeLimit === undefined
        ? undefined
        : setTimeout(() => stop(new endings/* TimeUp */.Lr(`the time limit of ${timeLimit / 1000} s is over`)), Math.min(timeLimit, 2 ** 31 - 1)).unref();
    return {
        signal: controller.signal,
        forced: signals.forced,
        [Symbol.dispose]() {
            clearTimeout(timer);
            parent[Symbol.dispose]();
            signals[Symbol.dispose]();
        },
    };
}

;// CONCATENATED MODULE: ./runner/version.js
/** The version in package.json; a test compares them. A bundle that read the file would have to carry it. */
const version = '0.1.0';

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: ./runner/watchdog/watchdog-words.js
var watchdog_words = __nccwpck_require__(6357);
;// CONCATENATED MODULE: ./runner/watchdog/watchdog.js







// The words of this script are fixed: nothing from outside is part of it. It is a shell because that starts in 1 ms and takes 1 MB, where Node
// takes 50 ms of a small machine's processors just when the engine needs them; Node comes when there is something to do. The background part
// listens; the rest says its number and ends, so that the watchdog is no descendant of the job: Jenkins ends those, children first, and waits up
// to 5 s for each before it turns to us. The stop of a systemd unit signals its whole control group, and only 90 s later kills it.
const script = `trap '' TERM INT HUP
(
  while IFS= read -r word <&3; do
    [ "$word" = done ] && exit 0
    words="$words $word"
  done
  exec "$@" "$words"
) </dev/null >/dev/null 2>&1 &
echo $!`;
// Milliseconds for a shell to say its number on the busiest of machines.
const watchdog_patience = 30_000;
/**
 * Starts it.
 * @param account is told whether something may be left when the watchdog is let go
 * @param program this program's own file
 */
function startWatchdog({ instance, grace, address }, { program, path, account }) {
    // Detached: a session of its own. Descriptor 3 is the lifeline: Node closes a child's standard input when the child ends, and the lifeline
    // has to live on. The environment is its own, not the job's cleaned of known names: CI systems find processes by their variables.
    const intermediate = (0,external_node_child_process_namespaceObject.spawn)('/bin/sh', ['-c', script, 'sh', process.execPath, program, 'watchdog'], {
        cwd: '/',
        detached: true,
        env: { ...(path !== undefined && { PATH: path }), ...(0,docker_address/* variablesFor */.j$)(address) },
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    });
    const identity = numberFrom(intermediate).then(process_identity/* identify */.ls);
    identity.catch(() => undefined);
    // Where no descriptor is left there is none at all, and the reason comes as an event.
    const lifeline = (intermediate.stdio?.[3] ?? new external_node_stream_.PassThrough());
    // A watchdog that somebody killed must not end the run with EPIPE: the sweep is there for that.
    lifeline.on('error', () => undefined);
    // A container may be there: what is told says so.
    let isNeeded = false;
    const tell = (word) => {
        if (word.word === 'creating' || word.word === 'created')
            isNeeded = true;
        if (word.word === 'not-created' || word.word === 'removed')
            isNeeded = false;
        lifeline.write(`${(0,watchdog_words/* printWord */.O)(word)}\n`);
    };
    tell({ word: 'instance', instance });
    tell({ word: 'grace', milliseconds: grace });
    return {
        process: identity,
        tell,
        async [Symbol.asyncDispose]() {
            account.clean = !isNeeded;
            // The end of the lifeline without this word is the word for the contrary.
            if (!isNeeded)
                await new Promise((resolve) => lifeline.end(`${(0,watchdog_words/* printWord */.O)({ word: 'done' })}\n`, () => resolve()));
            lifeline.destroy();
        },
    };
}
async function numberFrom(intermediate) {
    // Not `close`: that waits for the lifeline too, which stays open.
    const exited = new Promise((done, failed) => intermediate.once('exit', done).once('error', failed));
    let said = '';
    const read = new Promise((done) => intermediate.stdout
        ?.setEncoding('utf8')
        .on('data', (piece) => (said += piece))
        .once('close', done));
    const late = new Promise((_, failed) => setTimeout(() => failed(new Error(`/bin/sh has not begun for ${watchdog_patience / 1000} s`)), watchdog_patience).unref());
    await Promise.race([Promise.all([exited, read]), late]).catch((error) => {
        throw new endings/* NotRun */.VR(`the watchdog cannot be started: ${(0,errors/* messageOf */.bD)(error)}`, 125, { cause: error });
    });
    const pid = Number(said.trim());
    if (Number.isInteger(pid) && pid > 0)
        return pid;
    throw new endings/* NotRun */.VR('the watchdog cannot be started: /bin/sh did not say its number');
}

;// CONCATENATED MODULE: ./runner/main.js
// The delegation runner: the program that a CI job starts on a build machine to run one container, and that leaves nothing behind however the
// job ends. In: the delegation parameter, the operator's policy, options. Out: the container's output and exit code, an outcome record. `run`
// and what it calls are the life of a run; the numbers are the steps of delegation.md 2. What the tests are and mean does not belong here.
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























async function main([command, ...args], variables, program) {
    if (command === 'watchdog') {
        await (await __nccwpck_require__.e(/* import() */ 671).then(__nccwpck_require__.bind(__nccwpck_require__, 5671))).watch(args[0] ?? '', variables);
        return 0;
    }
    const readerGone = new AbortController();
    const output = jobOutput((reason) => readerGone.abort(reason));
    const say = (0,runner_say/* sayTo */.B)(output.writeError);
    const job = { variables, program, output, say, readerGone: readerGone.signal };
    try {
        const asked = options/* commandNames */.oQ.find((name) => name === command);
        if (command === '--version')
            output.writeLine(`${version}\n`);
        else if (command === '--help' || command === '-h' || (asked && args.some((arg) => arg === '--help' || arg === '-h')))
            output.writeLine((0,options/* help */.yj)(asked));
        else if (command === 'jenkins')
            return await (await __nccwpck_require__.e(/* import() */ 588).then(__nccwpck_require__.bind(__nccwpck_require__, 8588))).jenkins(args, (options, heard) => run(options, { ...job, say: heard }), job);
        else if (asked === 'run')
            return await run((0,options/* readRunOptions */.u8)(args), job);
        else if (asked === 'cleanup')
            return await (await __nccwpck_require__.e(/* import() */ 782).then(__nccwpck_require__.bind(__nccwpck_require__, 1782))).cleanup(args, job);
        else if (asked === 'check')
            return (await __nccwpck_require__.e(/* import() */ 974).then(__nccwpck_require__.bind(__nccwpck_require__, 8974))).check(args, job);
        else {
            say(runner_say/* errorMark */.s + notACommand(command));
            return 2;
        }
        return 0;
    }
    catch (error) {
        if (!(error instanceof errors/* EtosError */.Ss))
            throw error;
        say(runner_say/* errorMark */.s + (0,problems/* withHint */.mu)(error));
        return 2;
    }
    finally {
        await output.flush(2_000);
    }
}
function notACommand(command) {
    const what = command === undefined ? 'a command is missing' : `${JSON.stringify(command.slice(0, 40))} is not a command`;
    const meant = (0,nearest/* didYouMean */.a)(command ?? '', options/* commandNames */.oQ);
    return `${what}; expected ${options/* commandNames */.oQ.join(', ')}${meant && `.${meant}`}`;
}
/** A run from its options to its exit code: steps 1 and 2; 3 to 10 are `carryOut`, 11 is `conclude`. */
async function run(options, job) {
    const instance = newUuid();
    const account = { run: options.run ?? instance, began: clock/* systemClock */.m.now(), phase: 'reading', clean: true };
    const begun = { options, account, job };
    // 1. Read and validate everything, apply the policy. Nothing outside this process has happened yet.
    let prepared;
    try {
        prepared = (0,prepare/* prepare */.i)(options, job);
    }
    catch (error) {
        return await conclude((0,endings/* refusal */.x5)(error), begun);
    }
    // 2. From here on a signal is a request to end well; the process listens until it ends. The watchdog belongs to this step too: it has to be there
    // before a container is created (6), and is started beside 4 and 5.
    const { timeLimit } = prepared.planned;
    const stopping = listenForStops({ timeLimit, lifeline: job.variables['ETOS_LIFELINE_FD'], readerGone: job.readerGone });
    const ending = await carryOut(prepared, { ...begun, instance, stopping });
    return await conclude(ending, { ...begun, stopping });
}
/** 3 to 10 in bounded time: when the engine hangs and the run is to end, the watchdog does the rest. */
async function carryOut(prepared, run) {
    const { account, stopping, job } = run;
    const { instructions, planned, address } = prepared;
    Object.assign(account, { identifier: instructions.identifier, image: planned.image.text });
    const engine = (0,create_engine/* createEngine */.P)(address);
    const { signal } = stopping;
    const endingNow = () => (0,endings/* endingOfStop */.lR)(signal.reason);
    const leftToWatchdog = (why) => {
        account.clean = false;
        job.output.abandon();
        job.say(`${why}: the watchdog removes what there is when it does`);
        return endingNow();
    };
    // So long without a sign of life, and an engine hangs.
    const silence = 12_000;
    const ending = await Promise.race([
        runContainer(prepared, { ...run, engine }).then((exitCode) => ({ kind: 'exited', exitCode }), endings/* endingOfError */.Rx),
        (0,runner_patience/* hangs */.U6)(engine, signal, silence, clock/* systemClock */.m).then(() => leftToWatchdog('the engine does not answer')),
        // Jenkins waits 20 s, of which 15 are the container's; no job is to take more than 18.
        (0,runner_patience/* fired */.RV)(signal)
            .then(() => clock/* systemClock */.m.sleep(Math.max(silence, planned.grace + 2_800)))
            .then(() => leftToWatchdog('the engine does not do what it is asked')),
    ]);
    // An aborted job is no success, whatever the container answered.
    if (signal.aborted)
        return endingNow();
    if (ending.kind === 'exited')
        account.phase = 'done';
    return ending;
}
/** 3 to 10, as far as nothing ends the run before. @returns the container's own exit code @throws what did */
async function runContainer(prepared, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { planned, surroundings, owner } = prepared;
        const { instance, options, account, engine, stopping, job } = run;
        const { variables, program, output, say } = job;
        const { signal } = stopping;
        const enter = (phase) => {
            signal.throwIfAborted();
            account.phase = phase;
        };
        // 3. The engine, and the version to speak.
        enter('connecting');
        await (0,runner_patience/* whileAway */.cJ)(() => engine.ping({ signal, limit: 8_000 }), 4_000, { clock: clock/* systemClock */.m, signal });
        // 2, 4, 5 side by side: the watchdog, what dead runs left, the image. None needs another, none creates a container, and step 6 waits for all.
        // The requests of 4 and 5 leave first, so that the engine works on them while a process is made for the watchdog.
        const swept = (0,sweep/* sweep */.X0)(owner, { engine, clock: clock/* systemClock */.m, say, signal });
        const login = (registry) => registryLogin(registry, { variables, say, signal });
        const provided = provideImage(planned, { engine, login, clock: clock/* systemClock */.m, say, signal });
        provided.catch(() => undefined); // Told where it is awaited.
        await (0,promises_.setImmediate)(); // Node sends them in the next turn of its loop.
        enter('watchdog');
        const watchdog = __addDisposableResource(env_1, startWatchdog({ instance, grace: planned.grace, address: engine.address }, { program, path: variables['PATH'], account }), true);
        const processes = { process: (0,process_identity/* identify */.ls)(process.pid), watchdog: await (0,runner_patience/* orStopped */.tA)(watchdog.process, signal) };
        enter('pulling');
        const image = await provided;
        account.imageDigest = image.digests[0] ?? image.id;
        // Names and ports that the dead still hold are worth a moment.
        await Promise.race([swept, clock/* systemClock */.m.sleep(3_000)]);
        // 6. The container. From here on there is something to remove.
        enter('creating');
        account.created = clock/* systemClock */.m.now();
        const origin = originOf(prepared, { ...run, ...processes, created: account.created });
        const labels = (0,runner_labels/* printLabels */.L0)(origin, { ...surroundings.labels, ...options.labels });
        const container = __addDisposableResource(env_1, await createContainer({ planned, labels, origin }, { engine, watchdog, clock: clock/* systemClock */.m, say, signal, account }), true);
        // 7, 8. Attach, register the wait, start.
        enter('starting');
        const _guard = __addDisposableResource(env_1, surroundings.system === 'github' ? (await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 6260))).guardGitHubLog(planned.environment, output) : undefined, false);
        const [started, follow] = await Promise.all([container.start(), followerOf(planned.testRunner, options)]);
        account.started = clock/* systemClock */.m.now();
        say(`run ${account.run}: container ${started.id.slice(0, 12)} runs ${planned.image.text}`);
        // 9. Its output and its end; when the run is to end before, it is asked to stop and followed to its end.
        enter('running');
        const exitCode = await follow(started, planned, { engine, watchdog, output, clock: clock/* systemClock */.m, say, stopping, variables });
        account.ended = clock/* systemClock */.m.now();
        account.containerExitCode = exitCode;
        if (options.outcome !== undefined || exitCode === 137)
            account.oomKilled = await killedForMemory(started.id, exitCode, { engine, say, signal });
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
function originOf({ planned, instructions, owner }, { instance, account, created, process, watchdog }) {
    const { grace, timeLimit } = planned;
    const { identifier } = instructions;
    return {
        run: account.run,
        instance,
        owner,
        version: version,
        created,
        ...(timeLimit !== undefined && { deadline: account.began + timeLimit + grace }),
        ...(identifier !== undefined && { identifier }),
        grace,
        process,
        watchdog,
    };
}
/**
 * What follows the container to its end. The files that are needed from here on are read now, while the engine starts the container: the test runner
 * is as large as all the rest, and somebody may put a newer version in their place before the end.
 */
async function followerOf(testRunner, { outcome }) {
    // The request to the engine first.
    await clock/* systemClock */.m.sleep(10);
    if (outcome !== undefined)
        await __nccwpck_require__.e(/* import() */ 701).then(__nccwpck_require__.bind(__nccwpck_require__, 7701));
    return testRunner === 'embedded'
        ? (await Promise.all(/* import() */[__nccwpck_require__.e(474), __nccwpck_require__.e(274)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8274))).carryOutInside
        : (await __nccwpck_require__.e(/* import() */ 775).then(__nccwpck_require__.bind(__nccwpck_require__, 5775))).followContainer;
}
/**
 * Whether the container was killed at its memory limit. The engine learns of that by an event of its own, which may come after that of the end: one
 * whose exit code says so is looked at for a second.
 */
async function killedForMemory(id, exitCode, { engine, say, signal }) {
    const looks = exitCode === 137 && !signal.aborted ? 10 : 1;
    for (let look = 1;; look++) {
        const state = await engine.inspectContainer(id, { limit: 5_000 }).catch(() => undefined);
        if (state?.oomKilled)
            say('the container was killed at its memory limit');
        if (!state || state.oomKilled || look === looks)
            return state?.oomKilled ?? false;
        await clock/* systemClock */.m.sleep(100);
    }
}
/** 11. Tells how it ended, and waits a while for the reader of the output. @returns the exit code */
async function conclude(ending, { options, account, job, stopping }) {
    const isError = ending.kind === 'refused' || ending.kind === 'not-run' || ending.kind === 'timed-out';
    if ('reason' in ending)
        job.say(isError ? runner_say/* errorMark */.s + ending.reason : ending.reason);
    if (options.outcome !== undefined)
        await (await __nccwpck_require__.e(/* import() */ 701).then(__nccwpck_require__.bind(__nccwpck_require__, 7701))).writeOutcome({ account, ending, finished: clock/* systemClock */.m.now() }, options.outcome, job.say);
    // Whoever ends a run does not wait for somebody to read.
    const whole = job.output.flush(ending.kind === 'exited' || ending.kind === 'not-run' ? 30_000 : 500);
    await (stopping ? Promise.race([whole, (0,runner_patience/* fired */.RV)(stopping.signal).then(() => job.output.flush(500))]) : whole);
    return ending.exitCode;
}
main(process.argv.slice(2), process.env, process.argv[1] ?? '').then(
// An open connection to an engine that hangs must not keep this process.
leave, (error) => {
    (0,runner_say/* sayTo */.B)((line) => process.stderr.write(line))(`this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    leave(125);
});

module.exports = __webpack_exports__;
/******/ })()
;