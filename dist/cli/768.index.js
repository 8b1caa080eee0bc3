export const id = 768;
export const ids = [768,720,89,416];
export const modules = {

/***/ 37089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBroker: () => (/* binding */ checkBroker),
/* harmony export */   connectTo: () => (/* binding */ connectTo),
/* harmony export */   deleteQueue: () => (/* binding */ deleteQueue),
/* harmony export */   stayConnected: () => (/* binding */ stayConnected),
/* harmony export */   untilAborted: () => (/* binding */ untilAborted)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97416);


/** How long TCP, TLS and the handshake may take together. */
const handshake = 10_000;
const leaving = 2_000;
const [firstPause, longestPause] = [100, 5_000];
/** A connection that has lasted so long was a good one, though nothing may have gone over it. */
const lasting = 5_000;
/**
 * Connects and checks that the exchange is there, without declaring it: its kind is the deployment's business (eiffel.md 5.2).
 * @throws {InvalidInput} as `connect`, or the broker has no such exchange
 * @throws {NotCarriedOut} nobody answers
 */
async function connectTo(broker, name) {
    const connection = await connect(broker, name);
    try {
        const channel = connection.watch(await connection.model.createChannel());
        await Promise.race([channel.checkExchange(broker.exchange), connection.ended.then((reason) => Promise.reject(reason))]);
        return connection;
    }
    catch (error) {
        await connection.close();
        throw refusalOf(error, broker);
    }
}
/**
 * @throws {InvalidInput} the broker refuses user, password, vhost; its certificate is not trusted, or for another host; it does not speak TLS
 * @throws {NotCarriedOut} nobody answers
 */
async function connect(broker, name) {
    const { connect: open } = (await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.t.bind(__webpack_require__, 17978, 19))).default;
    const { host, port, username, password, vhost, tls, heartbeat } = broker;
    let model;
    try {
        model = await open({ protocol: tls ? 'amqps' : 'amqp', hostname: host, port, username, password, vhost: encodeURIComponent(vhost), heartbeat }, {
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
    return held(model);
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
            // With the connection go its channels, before it is said why.
            channel.on('close', () => queueMicrotask(() => tell(new Error('the broker closed the channel'))));
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
    // A port that speaks TLS ends our greeting one way or the other, as the kernel has it.
    const atOnce = /opening handshake|ECONNRESET/i.test(text);
    const maybeTls = !tls && atOnce ? `. If this port speaks TLS: ${prefix}_SSL=true` : '';
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${where} ${atOnce ? 'ends the connection before it has begun' : `does not answer: ${text}`}`, `Check ${prefix}_HOST, ${prefix}_PORT and ${prefix}_SSL, and whether the broker is running${maybeTls}`, { cause: error });
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
 * @param use makes channels and uses them, and calls `works` when the broker has done something for us: until then nothing says that it lets us do it,
 *   and the pauses go on growing. When it rejects, the connection is given up
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
    const sayOnce = (kind, message, reason) => {
        const say = kind === said ? log.debug : log.warning;
        said = kind;
        say(message, { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason) });
    };
    const works = () => {
        if (pause > firstPause)
            log.info('connected to RabbitMQ again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .c)(broker) });
        pause = 0;
        said = undefined;
    };
    while (!signal.aborted) {
        try {
            const connection = await connectUntil(connectTo(broker, name), signal);
            try {
                const since = clock.now();
                await untilAborted(use(connection, works), signal);
                const reason = await Promise.race([connection.ended, over]);
                if (clock.now() - since >= lasting)
                    [pause, said] = [0, undefined];
                if (reason !== undefined)
                    sayOnce((0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason), 'connection to RabbitMQ lost', reason);
            }
            finally {
                await connection.close();
            }
        }
        catch (error) {
            if (signal.aborted)
                break;
            sayOnce(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9 ? error.message : 'does not answer', 'RabbitMQ cannot be used; trying again', error);
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
    // Whatever has become of the exchange.
    const connection = await connectWithin(broker, name, waiting, connect);
    try {
        const channel = connection.watch(await connection.model.createChannel());
        await Promise.race([channel.deleteQueue(queue), connection.ended.then((reason) => Promise.reject(reason))]);
    }
    finally {
        await connection.close();
    }
}
async function connectWithin(broker, name, { clock, signal, patience = 30_000 }, connecting = connectTo) {
    const until = clock.now() + patience;
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        try {
            return await connectUntil(connecting(broker, name), signal);
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ) || clock.now() + pause > until)
                throw error;
        }
        await clock.sleep(pause, signal);
    }
}
/** The connection, let go at once when the signal fires: a broker that does not answer at all is waited for ten seconds otherwise. */
async function connectUntil(connecting, signal) {
    try {
        return await untilAborted(connecting, signal);
    }
    catch (error) {
        if (signal.aborted)
            void connecting.then((late) => late.close(), () => undefined);
        throw error;
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

/***/ 97416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readSubscription),
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   readBroker: () => (/* binding */ readBroker)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22257);



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
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`RABBITMQ_QUEUE_PARAMS is ${JSON.stringify(text)}; expected a JSON object`, 'For instance {"durable": true}, as the queue was first declared');
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

/***/ 2227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ editionOf)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _host_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11290);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21588);



/** The edition that ETOS_EIFFEL_EDITION names, in any case; Arica without it (eiffel.md 2). @throws {InvalidInput} */
function editionOf({ ETOS_EIFFEL_EDITION: name = '' }) {
    if (name === '')
        return 'Arica';
    const edition = _catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .editions */ .SH.find((one) => one.toLowerCase() === name.toLowerCase());
    if (edition)
        return edition;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`ETOS_EIFFEL_EDITION is ${JSON.stringify(name)}; expected ${_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .editions */ .SH.join(', ')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(name, _catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .editions */ .SH)}`, 'A consumer of the released services drops events of newer editions without a word');
}


/***/ }),

/***/ 24720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bodyOf: () => (/* binding */ bodyOf),
/* harmony export */   propertiesFor: () => (/* binding */ propertiesFor),
/* harmony export */   routingKey: () => (/* binding */ routingKey),
/* harmony export */   routingTag: () => (/* binding */ routingTag)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63519);


// How an event goes over the wire (etos.md 9.2, eiffel.md 5.1 and 5.4), byte by byte as the released library has it.
/** `ETOS_ROUTING_KEY_TAG`, `_` when it is not set. @throws {InvalidInput} */
function routingTag({ ETOS_ROUTING_KEY_TAG: tag }) {
    if (tag === undefined || tag === '')
        return '_';
    if (/[.\s*#]/.test(tag) || Buffer.byteLength(tag) > 100)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`ETOS_ROUTING_KEY_TAG is ${JSON.stringify(tag)}; expected a word without periods, spaces, * and #`, 'It is one segment of the routing key, eiffel._.<type>.<tag>._');
    return tag;
}
/** `eiffel.<family>.<type>.<tag>.<domain>`; `_` stands for what is not set, and nobody sets a family. */
function routingKey({ meta }, tag) {
    return `eiffel._.${meta.type}.${tag}.${meta.source?.domainId ?? '_'}`;
}
/** The text of an event, as Python prints it. */
function bodyOf(event) {
    return (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printPlainPython */ .QO)(event);
}
/** The properties of every message to a broker. */
function propertiesFor({ host, vhost, exchange }) {
    const type = `${host},${vhost},${exchange}`;
    // AMQP holds it in a short text.
    return { contentType: 'application/json', deliveryMode: 2, ...(Buffer.byteLength(type) <= 255 && { type }) };
}


/***/ }),

/***/ 47375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
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



/** Writes a whole file or nothing: a reader, or a crash, never meets half of it. Readable by the owner alone unless `mode` says otherwise. */
async function writeWhole(path, content, { mode = 0o600 } = {}) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', mode), true);
            await file.writeFile(content);
            await file.sync();
            await file.close();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
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
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
}


/***/ }),

/***/ 3357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findArtifact)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);

const query = 'query ArtifactCreated($s: String) { artifactCreated(search: $s, last: 1) { edges { node { meta { id time type version } data { identity } } } } }';
const pause = 2_000;
/** Milliseconds that a try has in any case, and at most. */
const [shortest, longest] = [5_000, 30_000];
/**
 * The ArtifactCreated of the item under test, asked of an event repository by id or by identity. The identity must be the very text: the released
 * services take anything that starts with it (eiffel.md 7.4).
 * @returns undefined when the repository does not have it
 * @throws {NotCarriedOut} the repository does not answer; {InvalidInput} it refuses the question; the signal's reason
 */
async function findArtifact(repository, search, { http, clock, signal, limit, awaited }) {
    const filter = 'id' in search ? { 'meta.id': search.id } : { 'data.identity': search.identity };
    for (const until = clock.now() + limit;; await clock.sleep(pause, signal)) {
        // The server makes quotes of apostrophes before it reads the filter (eiffel.md 8.3).
        const question = JSON.stringify(filter).replaceAll("'", '\\u0027');
        const found = await ask(repository, question, { http, signal, left: Math.max(0, until - clock.now()), limit });
        if (found || !awaited || clock.now() + pause > until)
            return found;
    }
}
async function ask(repository, filter, { http, signal, left, limit }) {
    const hint = 'Check ETOS_GRAPHQL_SERVER: it is the address of an Eiffel event repository, such as http://events.example.org:5000/graphql';
    const outage = (how, cause) => new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`the event repository at ${repository} ${how}; it was asked for ${limit / 1000} s`, `${hint}. See its own log, or wait longer: ETOS_DEFAULT_WAIT_TIMEOUT, in seconds`, { cause });
    let status, text;
    try {
        const answer = await http.request({
            method: 'POST',
            url: repository,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables: { s: filter } }),
            limit: Math.min(Math.max(left, shortest), longest),
            retry: { within: left, statuses: [500] },
            signal,
        });
        status = `${answer.status} ${answer.reason}`.trim();
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        throw outage(`does not answer: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, error);
    }
    const shown = text.slice(0, 80).replace(/\s+/g, ' ');
    if (/^(?:5|408|429)/.test(status))
        throw outage(`answers ${status}${shown === '' ? '' : `: ${shown}`}`);
    const said = saidIn(text);
    if (said?.errors?.length)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`the event repository at ${repository} refuses: ${String(said.errors[0]?.message)}`, hint);
    const artifacts = said?.data?.artifactCreated;
    if (artifacts === undefined)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${repository} does not answer as an event repository, but ${status}: ${shown}`, hint);
    const node = artifacts?.edges?.[0]?.node;
    return node && { meta: node.meta, data: node.data, links: [] };
}
function saidIn(text) {
    try {
        return JSON.parse(text) ?? undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 27025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Tu: () => (/* binding */ itemOf),
  hD: () => (/* binding */ locationOf),
  Tk: () => (/* binding */ waitLimit)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
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

// EXTERNAL MODULE: ./src/run/artifact.js
var artifact = __webpack_require__(3357);
// EXTERNAL MODULE: ./src/run/tercc.js
var run_tercc = __webpack_require__(16674);
;// CONCATENATED MODULE: ./src/run/item.js




/**
 * The item under test as somebody else has announced it: the one that the recipe collection points at, else the one of this identity in the user's event
 * repository, `ETOS_GRAPHQL_SERVER` (or `ETOS_GRAPHQL_API`, as the first documents call it).
 * @returns undefined when the run announces it itself
 * @throws {InvalidInput} the repository does not have it and `--publish-artifact` was not given; {NotCarriedOut} it does not answer
 */
async function itemOf({ tercc, publishArtifact }, identity, { environment, ...asking }) {
    const repository = environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API;
    const id = tercc && (0,run_tercc/* artifactOf */.qB)(tercc);
    if (id !== undefined) {
        const found = repository && (await (0,artifact/* findArtifact */.K)(repository, { id }, { ...asking, limit: waitLimit(environment), awaited: true }));
        // Without a repository its identity is what was given, and its event is known by its id alone.
        return (found || {
            meta: { id, type: 'EiffelArtifactCreatedEvent', version: '3.3.0', time: tercc?.meta.time ?? 0 },
            data: { identity: identity.text },
            links: [],
        });
    }
    if (!repository)
        return undefined;
    // What is to be announced anyhow is not waited for.
    const asked = { ...asking, limit: waitLimit(environment), awaited: !publishArtifact };
    const found = await (0,artifact/* findArtifact */.K)(repository, { identity: identity.text }, asked);
    if (found || publishArtifact)
        return found;
    throw new errors/* InvalidInput */.o9(`the event repository at ${repository} has no ArtifactCreated with the identity ${identity.text}`, 'The identity must be the very text of that event; or let the run announce it: --publish-artifact');
}
/** Milliseconds for an event repository to answer, and for an event to be in it: as the released API waits (eiffel.md 7.4), or as `ETOS_DEFAULT_WAIT_TIMEOUT` says (etos.md 9.5). */
function waitLimit(environment) {
    return secondsIn(environment, 'ETOS_DEFAULT_WAIT_TIMEOUT', {
        usual: 30,
        what: 'So long the event repository is asked for the item under test',
    });
}
/** Where the item can be had: its identity's `download_url`; else the identity is all that is known, and a package manager's address. */
function locationOf({ text, qualifiers }) {
    const { download_url: address } = qualifiers;
    return address === undefined ? { type: 'OTHER', uri: text } : { type: 'PLAIN', uri: address };
}


/***/ }),

/***/ 7347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ programPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/**
 * The committed bundle of another program, beside the one that runs: `dist/<name>/index.js`, from sources and bundles alike; from the
 * one-file bundles for Jenkins, which are `.mjs`, their neighbour.
 */
function programPath(name) {
    const own = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url);
    if (own.endsWith('.mjs'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(own), name === 'cli' ? 'etos.mjs' : `etos-${name}.mjs`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(own), '..', '..', 'dist', name, 'index.js');
}


/***/ })

};
