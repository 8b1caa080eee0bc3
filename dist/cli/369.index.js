export const id = 369;
export const ids = [369,89,416];
export const modules = {

/***/ 9369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listenCommand: () => (/* binding */ listenCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/eiffel/broker-connection.js
var broker_connection = __webpack_require__(7089);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __webpack_require__(7416);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/host/log.js
var host_log = __webpack_require__(5194);
// EXTERNAL MODULE: ./src/http/create-client.js + 10 modules
var create_client = __webpack_require__(8553);
// EXTERNAL MODULE: ./src/run/local-spaces.js
var local_spaces = __webpack_require__(7414);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/eiffel/parse.js
var parse = __webpack_require__(522);
// EXTERNAL MODULE: ./src/eiffel/receiver.js
var eiffel_receiver = __webpack_require__(2016);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(7584);
// EXTERNAL MODULE: ./src/journal/journal.js
var journal_journal = __webpack_require__(8790);
// EXTERNAL MODULE: ./src/release/release.js + 3 modules
var release = __webpack_require__(9120);
// EXTERNAL MODULE: ./src/run/artifact.js
var artifact = __webpack_require__(3357);
// EXTERNAL MODULE: ./src/run/directory.js
var run_directory = __webpack_require__(1856);
// EXTERNAL MODULE: ./src/run/tercc.js
var tercc = __webpack_require__(6674);
;// CONCATENATED MODULE: ./src/suite-starter/listen.js
// The suite starter: a run for each recipe collection event that comes over the bus. In: a broker, a queue, what every run is to be given. Out: runs, each
// a process of its own that outlives this one, and a journal of those that are not over. What a run does belongs to `etos run`.
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












/** How long an event may wait for a place, without its confirm, until it goes back into the queue: brokers give up on it after half an hour. */
const patience = 600_000;
const look = 500;
/**
 * Listens until the signal fires. An event is acknowledged when its run is in the journal; one that comes again, whoever was restarted in between, starts
 * nothing. Runs that were begun by an earlier process are waited for, finished or begun, as they were left.
 */
async function listen(options, listening) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { broker, subscription, workspace } = options;
        const { clock, log, signal, say } = listening;
        const home = (0,external_node_path_.join)(workspace, '.etos', 'listen');
        await (0,promises_.mkdir)(home, { recursive: true, mode: 0o700 });
        const journal = __addDisposableResource(env_1, await (0,journal_journal/* openJournal */._)((0,external_node_path_.join)(home, 'journal.ndjson')), true);
        const seen = await openSeen((0,external_node_path_.join)(home, 'seen'));
        const runs = new Runs(options, { ...listening, journal, home });
        for (const entry of journal.open())
            runs.resume(entry);
        const take = async (body) => {
            const event = eventIn(body, log);
            if (event === undefined)
                return 'dropped';
            if (event.meta.type !== terccType || seen.has(event.meta.id))
                return 'taken';
            await runs.place(AbortSignal.any([signal, clock.deadline(patience, new Error('no run has ended meanwhile'))]));
            const entry = await journal.begin({ kind: 'asked', event });
            await seen.add(event.meta.id);
            runs.resume(entry);
            return 'taken';
        };
        const receiver = __addDisposableResource(env_1, (0,eiffel_receiver/* startReceiving */.v)(broker, subscription, { name: 'etos listen', prefetch: 1, take, clock, log }), true);
        await receiver.ready(signal).catch(() => undefined);
        if (!signal.aborted)
            say(`listening on queue ${subscription.queue}, at most ${options.most} runs at once`);
        await fired(signal);
        if (runs.count > 0)
            say(`${runs.count} run${runs.count === 1 ? '' : 's'} still going on; start etos listen again to look after them`);
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
const terccType = 'EiffelTestExecutionRecipeCollectionCreatedEvent';
class Runs {
    options;
    parts;
    going = new Set();
    ended = new Set();
    constructor(options, parts) {
        this.options = options;
        this.parts = parts;
    }
    get count() {
        return this.going.size;
    }
    /** Resolves when one more may be started. */
    async place(signal) {
        while (this.going.size >= this.options.most) {
            signal.throwIfAborted();
            await new Promise((resolve) => {
                const go = () => {
                    this.ended.delete(go);
                    signal.removeEventListener('abort', go);
                    resolve();
                };
                this.ended.add(go);
                signal.addEventListener('abort', go, { once: true });
            });
        }
        signal.throwIfAborted();
    }
    /** Brings a run to its end from wherever it is. */
    resume(entry) {
        const { id } = entry.fact.event.meta;
        const { journal, log, signal, say } = this.parts;
        this.going.add(id);
        void this.bring(entry)
            .then(async (how) => {
            // Whoever was told to stop knows nothing of the end.
            if (how === undefined)
                return;
            say(`run ${id} ${how}`);
            await journal.crossOut(entry);
        })
            .catch((error) => signal.aborted || log.error('a run could not be brought to its end', { run: id, reason: (0,errors/* messageOf */.bD)(error) }))
            .finally(() => {
            this.going.delete(id);
            this.ended.forEach((go) => go());
        });
    }
    /** How it ended; undefined when nobody listens any more. */
    async bring({ id: entryId, fact: { kind, event, process } }) {
        const { id } = event.meta;
        const reports = (0,external_node_path_.join)(this.options.reportDirectory, id);
        if (process !== undefined) {
            if (await this.untilDead(process))
                return undefined;
            return await this.afterwards(id, reports);
        }
        // The process may have been started without its number having been written down: its directory, or its results, would tell.
        if ((await exists((0,external_node_path_.join)((0,run_directory/* runsIn */.UN)(this.options.workspace), id))) || (await exists((0,external_node_path_.join)(reports, 'results.json')))) {
            return await this.afterwards(id, reports);
        }
        const started = await this.start(event, reports);
        await this.parts.journal.amend({ id: entryId, fact: { kind, event } }, { process: started });
        this.parts.say(`run ${id} started`);
        if (await this.untilDead(started))
            return undefined;
        return await this.afterwards(id, reports);
    }
    async start(event, reports) {
        const { environment, home, log } = this.parts;
        const { artifactDirectory, command } = this.options;
        const { id } = event.meta;
        await (0,promises_.mkdir)(reports, { recursive: true });
        let collection = (0,tercc/* batchesUriOf */.Qu)(event);
        if (collection === undefined)
            await (0,promises_.writeFile)((collection = (0,external_node_path_.join)(home, `${id}.json`)), (0,tercc/* collectionIn */.et)(event));
        const identity = await this.identityOf(event).catch((error) => {
            log.warning('the item under test is not known', { run: id, reason: (0,errors/* messageOf */.bD)(error) });
            return undefined;
        });
        const output = await (0,promises_.open)((0,external_node_path_.join)(reports, 'run.log'), 'a');
        const [file, ...args] = command;
        const where = ['--report-dir', reports, '--artifact-dir', (0,external_node_path_.join)(artifactDirectory, id), '--no-tty'];
        try {
            // A session of its own: it outlives this process, whatever ends it.
            const child = (0,external_node_child_process_.spawn)(file, [...args, collection, ...where, ...(identity === undefined ? [] : ['--identity', identity])], {
                env: { ...environment, TERCC: JSON.stringify(event) },
                stdio: ['ignore', output.fd, output.fd],
                detached: true,
            });
            await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
            child.unref();
            return (0,process_identity/* identify */.ls)(child.pid ?? 0);
        }
        finally {
            await output.close();
        }
    }
    /** The identity that the item under test was announced with, where there is an event repository. */
    async identityOf(event) {
        const { environment } = this.parts;
        const [repository, id] = [environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API, (0,tercc/* artifactOf */.qB)(event)];
        if (!repository || id === undefined)
            return undefined;
        const identity = (await (0,artifact/* findArtifact */.K)(repository, { id }, this.parts))?.data.identity;
        return typeof identity === 'string' ? identity : undefined;
    }
    /** Finishes what a killed run left, and says how the run ended. */
    async afterwards(id, reports) {
        const directory = (0,external_node_path_.join)((0,run_directory/* runsIn */.UN)(this.options.workspace), id);
        if (await exists(directory)) {
            const [released] = await (0,release/* release */._r)([directory], this.parts);
            if (released && released.refused.length > 0)
                return `was killed; ${released.refused.join('; ')}`;
            if (released && !released.alive && released.done.length > 0)
                return `was killed; ${released.done.join('; ')}`;
        }
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(reports, 'results.json'), 'utf8').catch(() => undefined);
        if (text === undefined)
            return `was not carried out: see ${(0,external_node_path_.join)(reports, 'run.log')}`;
        return `ended ${String(JSON.parse(text).verdict)}`;
    }
    /** True when listening ended first. */
    async untilDead(process) {
        const { clock, signal } = this.parts;
        while (['alive', 'stopped'].includes((0,process_identity/* fateOf */._L)(process))) {
            await clock.sleep(look, signal).catch(() => undefined);
            if (signal.aborted)
                return true;
        }
        return false;
    }
}
/** The ids of every event that a run was journalled for: the journal forgets those that are over. */
async function openSeen(path) {
    const ids = new Set((await (0,promises_.readFile)(path, 'utf8').catch(() => '')).split('\n'));
    return {
        has: (id) => ids.has(id),
        async add(id) {
            ids.add(id);
            await (0,promises_.appendFile)(path, `${id}\n`, { flush: true });
        },
    };
}
function eventIn(body, log) {
    try {
        return (0,parse/* parseEvent */.w)(body.toString(), 'a message');
    }
    catch (error) {
        log.warning('a message was dropped', { reason: (0,errors/* messageOf */.bD)(error).slice(0, 500) });
        return undefined;
    }
}
function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}
function fired(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}

// EXTERNAL MODULE: ./src/cli/log-level.js
var log_level = __webpack_require__(6685);
;// CONCATENATED MODULE: ./src/cli/listen.js
var listen_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var listen_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/** `etos listen`: starts a run for each recipe collection event, until it is told to end. Gives the exit code. */
async function listenCommand(flags, { environment, directory, clock, signal, out, err }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const most = Number(flags.atOnce);
        if (!Number.isInteger(most) || most < 1)
            throw new errors/* InvalidInput */.o9(`--at-once is ${JSON.stringify(flags.atOnce)}; expected a whole number from 1 on`, 'See etos listen --help');
        const broker = (0,eiffel_broker.readBroker)(environment, 'RABBITMQ');
        if (!broker)
            throw new errors/* InvalidInput */.o9('RABBITMQ_HOST is not set; there is nothing to listen to', 'See docs/eiffel.md for the variables');
        const log = (0,host_log/* createLog */.h)({
            level: (0,log_level/* levelOf */.I)(flags.verbose),
            write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`),
        });
        log.secret(broker.password);
        await (0,broker_connection.checkBroker)(broker, { clock, signal });
        const workspace = (0,external_node_path_.resolve)(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
        const http = listen_addDisposableResource(env_1, (0,create_client/* createHttpClient */.u)({ log, environment, clock }), true);
        const handedOn = [
            ['--iut-provider', flags.iutProvider],
            ['--execution-space-provider', flags.executionSpaceProvider],
            ['--log-area-provider', flags.logAreaProvider],
            ['--providers-dir', flags.providersDir],
            ...flags.dataset.map((dataset) => ['--dataset', dataset]),
            ...(flags.advertiseUrl === undefined ? [] : [['--advertise-url', flags.advertiseUrl]]),
            ...(flags.timeout === undefined ? [] : [['--timeout', flags.timeout]]),
        ].flat();
        await listen({
            broker,
            subscription: (0,eiffel_broker/* readSubscription */.M)(environment),
            most,
            workspace,
            reportDirectory: (0,external_node_path_.resolve)(workspace, flags.reportDir),
            artifactDirectory: (0,external_node_path_.resolve)(workspace, flags.artifactDir),
            command: [process.execPath, (0,local_spaces/* programPath */.kx)('cli'), 'run', '--workspace', workspace, ...handedOn],
        }, { environment, http, clock, log, signal, say: (line) => out.write(`${log.redact(line)}\n`) });
        return 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = listen_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ }),

/***/ 7492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ noImage),
/* harmony export */   W: () => (/* binding */ constraintKeys)
/* harmony export */ });
/** The six constraint keys, in the order in which sub suite documents carry them (etos.md 4.7). */
const constraintKeys = ['ENVIRONMENT', 'COMMAND', 'EXECUTE', 'CHECKOUT', 'PARAMETERS', 'TEST_RUNNER'];
/** The reserved TEST_RUNNER: no image, the machine itself. */
const noImage = 'process';


/***/ }),

/***/ 7089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBroker: () => (/* binding */ checkBroker),
/* harmony export */   connectTo: () => (/* binding */ connectTo),
/* harmony export */   deleteQueue: () => (/* binding */ deleteQueue),
/* harmony export */   stayConnected: () => (/* binding */ stayConnected),
/* harmony export */   untilAborted: () => (/* binding */ untilAborted)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7416);


/** How long TCP, TLS and the handshake may take together. */
const handshake = 10_000;
const leaving = 2_000;
const [firstPause, longestPause] = [100, 5_000];
/**
 * Connects and checks that the exchange is there, without declaring it: its kind is the deployment's business (eiffel.md 5.2).
 * @throws {InvalidInput} the broker refuses user, password, vhost, or has no such exchange; its certificate is not trusted, or for another host; it does not speak TLS
 * @throws {NotCarriedOut} nobody answers
 */
async function connectTo(broker, name) {
    const { connect } = (await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.t.bind(__webpack_require__, 7978, 19))).default;
    const { host, port, username, password, vhost, tls, heartbeat } = broker;
    let model;
    try {
        model = await connect({ protocol: tls ? 'amqps' : 'amqp', hostname: host, port, username, password, vhost: encodeURIComponent(vhost), heartbeat }, {
            timeout: handshake,
            noDelay: true,
            keepAlive: true,
            clientProperties: { connection_name: name },
            ...(tls?.authorities !== undefined && { ca: tls.authorities }),
        });
    }
    catch (error) {
        throw refusalOf(error, broker);
    }
    const connection = held(model);
    try {
        const channel = connection.watch(await model.createChannel());
        await Promise.race([channel.checkExchange(broker.exchange), connection.ended.then((reason) => Promise.reject(reason))]);
        return connection;
    }
    catch (error) {
        await connection.close();
        throw refusalOf(error, broker);
    }
}
function held(model) {
    let tell = () => undefined;
    const ended = new Promise((resolve) => (tell = resolve));
    const socket = model.connection.stream;
    // The error comes before the close, which then says nothing new.
    model.on('error', tell);
    model.on('close', (reason) => tell(reason ?? new Error('the broker closed the connection')));
    // With a reason, so that amqplib, too, learns that it is over, and stops its heartbeat.
    const destroy = () => void socket.destroy(new Error('given up'));
    void ended.then(destroy);
    return {
        model,
        ended,
        watch(channel) {
            channel.on('error', tell);
            channel.on('close', () => tell(new Error('the broker closed the channel')));
            return channel;
        },
        async close() {
            // A broker that is short of memory does not read, so it does not answer either.
            const timer = setTimeout(destroy, leaving);
            await Promise.race([
                model.close().catch(() => undefined),
                new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve()))),
            ]);
            clearTimeout(timer);
            destroy();
        },
    };
}
/** What the broker, or the way to it, has against us, as something to do. */
function refusalOf(error, broker) {
    const { username, vhost, exchange, tls, host, prefix } = broker;
    const [text, where] = [(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), `RabbitMQ at ${(0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker)}`];
    const wrong = (message, hint) => new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(message, hint, { cause: error });
    if (/ACCESS.REFUSED/i.test(text) && !/exchange/i.test(text))
        return wrong(`${where} refuses user "${username}": wrong password, or no such user`, `Check ${prefix}_USERNAME and ${prefix}_PASSWORD`);
    if (/ConnectionOpenOk/i.test(text))
        return wrong(`${where} does not let user "${username}" into vhost "${vhost}": it is not there, or the user has no permission`, `Check ${prefix}_VHOST; rabbitmqctl list_vhosts, list_permissions`);
    if (/NOT.FOUND/i.test(text))
        return wrong(`${where} has no exchange "${exchange}"`, `Check ${prefix}_EXCHANGE; a topic exchange is declared once by whoever runs the broker, never by us`);
    if (/ACCESS.REFUSED/i.test(text))
        return wrong(`${where} does not let user "${username}" use exchange "${exchange}"`, 'rabbitmqctl list_permissions');
    const names = namesOfOther(error);
    if (names !== undefined)
        return wrong(`the certificate of ${where} is for ${names}, not for ${host}`, `Set ${prefix}_HOST to a name of the certificate`);
    if (/certificate|self.signed|CERT_/i.test(text))
        return wrong(`the certificate of ${where} is not trusted: ${text}`, `Name the authority that signed it, a PEM file, with ${prefix}_CA_FILE, or NODE_EXTRA_CA_CERTS`);
    if (tls && /wrong version number|packet length|EPROTO|disconnected before secure/i.test(text))
        return wrong(`${where} does not speak TLS on this port`, `Set ${prefix}_SSL=false, or name the port that does, usually ${prefix}_PORT=5671`);
    const maybeTls = !tls && /opening handshake/i.test(text) ? `. If this port speaks TLS: ${prefix}_SSL=true` : '';
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${where} does not answer: ${text}`, `Check ${prefix}_HOST, ${prefix}_PORT and ${prefix}_SSL, and whether the broker is running${maybeTls}`, { cause: error });
}
/** The names in a certificate that is not for the host which we asked for; undefined when that is not the problem. */
function namesOfOther(error) {
    const { code, cert } = error;
    if (code !== 'ERR_TLS_CERT_ALTNAME_INVALID')
        return undefined;
    return cert?.subjectaltname?.replaceAll(/(?:DNS|IP Address):/g, '') ?? 'no host at all';
}
/**
 * Stays connected until the signal fires: whatever ends a connection, the next one is made after a pause that grows with each that failed
 * (eiffel.md 5.5). Resolves when the signal has fired and the last connection is closed.
 * @param use makes channels and uses them; when it rejects, the connection is given up
 */
async function stayConnected(broker, use, { name, clock, log, signal }) {
    const over = new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
    let pause = 0;
    // Each new reason is said once, not each try: a run has several connections.
    let said;
    while (!signal.aborted) {
        try {
            const connection = await connectTo(broker, name);
            try {
                await use(connection);
                if (pause > firstPause)
                    log.info('connected to RabbitMQ again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker) });
                pause = 0;
                said = undefined;
                const reason = await Promise.race([connection.ended, over]);
                if (reason !== undefined)
                    log.warning('connection to RabbitMQ lost', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason) });
            }
            finally {
                await connection.close();
            }
        }
        catch (error) {
            if (signal.aborted)
                break;
            const kind = error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9 ? error.message : 'does not answer';
            const say = kind === said ? log.debug : log.warning;
            said = kind;
            say('RabbitMQ cannot be used; trying again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
        }
        pause = Math.min(Math.max(pause * 2, firstPause), longestPause);
        await clock.sleep(pause, signal).catch(() => undefined);
    }
}
/**
 * Connects once and leaves again, so that wrong settings are told before anything is started. A broker that does not answer is tried for a while.
 * @throws {InvalidInput} what it refuses; {NotCarriedOut} when nobody answers within `patience` milliseconds; the signal's reason
 */
async function checkBroker(broker, waiting) {
    const connection = await connectWithin(broker, 'etos: check of settings', waiting);
    await connection.close();
}
/** Deletes a queue; one that is not there is no problem. Throws as `checkBroker` does. */
async function deleteQueue(broker, queue, { name, ...waiting }) {
    const connection = await connectWithin(broker, name, waiting);
    try {
        const channel = connection.watch(await connection.model.createChannel());
        await Promise.race([channel.deleteQueue(queue), connection.ended.then((reason) => Promise.reject(reason))]);
    }
    finally {
        await connection.close();
    }
}
async function connectWithin(broker, name, { clock, signal, patience = 30_000 }) {
    const until = clock.now() + patience;
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        try {
            return await connectTo(broker, name);
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ) || clock.now() + pause > until)
                throw error;
        }
        await clock.sleep(pause, signal);
    }
}
/** The promise's end, or the signal's reason, whatever comes first. */
function untilAborted(promise, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}


/***/ }),

/***/ 7416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readSubscription),
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   readBroker: () => (/* binding */ readBroker)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2257);


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
        const value = of(name) === '' ? usual : Number(of(name));
        if (!Number.isInteger(value) || value < 1 || value > most)
            problems.push(`${prefix}_${name} is ${JSON.stringify(of(name))}; expected a whole number from 1 to ${most}`);
        return value;
    };
    if (/[/@\s]|^$/.test(host))
        problems.push(`${prefix}_HOST is ${JSON.stringify(host)}; expected a host name or an IP address alone`);
    const port = number('PORT', 5672, 65_535);
    const heartbeat = number('HEARTBEAT', usualHeartbeat, 3_600);
    // Exactly this word, as the released library has it; unset means it, too.
    const authorities = (of('SSL') || 'true') === 'true' ? readAuthorities(of('CA_FILE'), `${prefix}_CA_FILE`, problems) : undefined;
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(problems.join('\n'), 'See docs/eiffel.md for the variables');
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
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`RABBITMQ_QUEUE_PARAMS is ${JSON.stringify(text)}; expected a JSON object`, 'For instance {"durable": true}, as the queue was first declared');
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
        problems.push(`${name} cannot be read: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return {};
    }
}


/***/ }),

/***/ 2016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ startReceiving)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7416);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7089);




/** An exchange that was deleted and declared again has lost our binding, and nobody tells. */
const bindAgainEvery = 2_000;
const pauseAfterFailure = 1_000;
/** Declares a queue, binds it, and reads it; all of it again on each new connection (eiffel.md 5.5, 5.6). */
function startReceiving(broker, { queue, routingKey, parameters }, receiving) {
    const { clock, log, name, prefetch, take } = receiving;
    const over = new AbortController();
    const markers = new Map();
    let channel;
    let isReady = () => undefined;
    const ready = new Promise((resolve) => (isReady = resolve));
    let remove;
    const use = async (connection) => {
        const own = connection.watch(await connection.model.createChannel());
        let turn = Promise.resolve();
        const handle = async (message) => {
            const marker = markers.get(String(message.properties.messageId));
            if (marker) {
                own.ack(message);
                return marker();
            }
            try {
                if ((await take(message.content)) === 'taken')
                    own.ack(message);
                else
                    own.reject(message, false);
            }
            catch (error) {
                log.warning('a message could not be taken; it comes again', { queue, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) });
                await clock.sleep(pauseAfterFailure, over.signal).catch(() => undefined);
                own.nack(message, false, true);
            }
        };
        await own.assertQueue(queue, declared(parameters));
        await own.bindQueue(queue, broker.exchange, routingKey);
        await own.prefetch(prefetch);
        await own.consume(queue, (message) => {
            // Null: somebody deleted the queue. Where it was not us, a new connection declares it again.
            if (message === null)
                return remove ? undefined : void connection.close();
            // Answering on a channel that is gone throws; the broker gives the message again on the next.
            turn = turn.then(() => handle(message)).catch(() => undefined);
        });
        const timer = setInterval(() => void own.bindQueue(queue, broker.exchange, routingKey).catch(() => undefined), bindAgainEvery).unref();
        void connection.ended.then(() => {
            clearInterval(timer);
            if (channel === own)
                channel = undefined;
        });
        channel = own;
        isReady();
        for (const id of markers.keys())
            mark(own, queue, id);
        remove?.(own);
    };
    const staying = (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.stayConnected)(broker, use, { name, clock, log, signal: over.signal });
    return {
        ready: (signal) => (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.untilAborted)(ready, signal),
        caughtUp() {
            const id = `etos-marker-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
            return new Promise((resolve) => {
                markers.set(id, () => {
                    markers.delete(id);
                    resolve();
                });
                if (channel)
                    mark(channel, queue, id);
            });
        },
        async remove(signal) {
            const removed = new Promise((resolve) => {
                remove = (from) => {
                    from.deleteQueue(queue).then(() => resolve(true), 
                    // The connection is lost again, and the next one tries.
                    () => undefined);
                };
            });
            if (channel)
                remove?.(channel);
            return await (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.untilAborted)(removed, signal).catch(() => {
                log.debug('queue not removed', { queue, broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(broker) });
                return false;
            });
        },
        async [Symbol.asyncDispose]() {
            over.abort();
            await staying;
        },
    };
}
/** Into the queue itself, past the exchange: what was in it before is read before. */
function mark(channel, queue, id) {
    try {
        channel.sendToQueue(queue, Buffer.alloc(0), { messageId: id });
    }
    catch {
        // The channel is about to be replaced, and the next one is marked again.
    }
}
/** The released library's names of what queue.declare takes. */
function declared({ durable, exclusive, auto_delete: autoDelete, arguments: more }) {
    return {
        durable: durable === true,
        exclusive: exclusive === true,
        autoDelete: autoDelete === true,
        ...(typeof more === 'object' && more !== null && { arguments: more }),
    };
}


/***/ }),

/***/ 3357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findArtifact)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

const query = 'query ArtifactCreated($s: String) { artifactCreated(search: $s, last: 1) { edges { node { meta { id time type version } data { identity } } } } }';
// As the released API does (eiffel.md 7.4): an event that was just published is stored with a delay.
const patience = 30_000;
const pause = 2_000;
/**
 * The ArtifactCreated of the item under test, asked of an event repository by id or by identity. The identity must be the very text: the released
 * services take anything that starts with it (eiffel.md 7.4).
 * @returns undefined when the repository does not have it
 * @throws {NotCarriedOut} the repository does not answer; {InvalidInput} it refuses the question; the signal's reason
 */
async function findArtifact(repository, search, { http, clock, signal }) {
    const filter = 'id' in search ? { 'meta.id': search.id } : { 'data.identity': search.identity };
    for (const until = clock.now() + patience;; await clock.sleep(pause, signal)) {
        // The server makes quotes of apostrophes before it reads the filter (eiffel.md 8.3).
        const found = await ask(repository, JSON.stringify(filter).replaceAll("'", '\\u0027'), { http, clock, signal });
        if (found || clock.now() + pause > until)
            return found;
    }
}
async function ask(repository, filter, { http, signal }) {
    const hint = 'Check ETOS_GRAPHQL_SERVER: it is the address of an Eiffel event repository, such as http://events.example.org:5000/graphql';
    let text;
    try {
        const answer = await http.request({
            method: 'POST',
            url: repository,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables: { s: filter } }),
            retry: { within: patience, statuses: [500] },
            signal,
        });
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`the event repository at ${repository} does not answer: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, hint, { cause: error });
    }
    let said;
    try {
        said = JSON.parse(text);
    }
    catch {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${repository} does not answer as an event repository: ${text.slice(0, 80).replace(/\s+/g, ' ')}`, hint);
    }
    if (said.errors?.length)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`the event repository at ${repository} refuses: ${String(said.errors[0]?.message)}`, hint);
    const node = said.data?.artifactCreated?.edges?.[0]?.node;
    return node && { meta: node.meta, data: node.data, links: [] };
}


/***/ }),

/***/ 7414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ chooseSpaces),
/* harmony export */   GO: () => (/* binding */ findEngine),
/* harmony export */   If: () => (/* binding */ localDataset),
/* harmony export */   Ue: () => (/* binding */ testRunnerFiles),
/* harmony export */   kx: () => (/* binding */ programPath),
/* harmony export */   qH: () => (/* binding */ localPolicy)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _docker_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2616);
/* harmony import */ var _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7492);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2257);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(805);






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
    const present = !('absent' in engine);
    const inDocker = (testRunner) => (present && testRunner !== _documents_recipe_js__WEBPACK_IMPORTED_MODULE_4__/* .noImage */ .$ ? 'docker' : 'process');
    // A file of the user's, or a ready-made one, says itself where its test runners are started.
    if (provider.text !== '' || !isLocal(provider.id))
        return { text: `provider "${provider.id}" (${provider.source})`, spaceFor: inDocker, placeOf: (testRunner) => testRunner };
    const { text, spaceFor } = chooseLocal(provider.id, engine, testRunners, inDocker);
    return { text, spaceFor, placeOf: (testRunner) => placeIn(spaceFor(testRunner), testRunner) };
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
