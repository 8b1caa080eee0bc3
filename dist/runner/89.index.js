"use strict";
exports.id = 89;
exports.ids = [89];
exports.modules = {

/***/ 7089:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBroker: function() { return /* binding */ checkBroker; },
/* harmony export */   connectTo: function() { return /* binding */ connectTo; },
/* harmony export */   deleteQueue: function() { return /* binding */ deleteQueue; },
/* harmony export */   stayConnected: function() { return /* binding */ stayConnected; },
/* harmony export */   untilAborted: function() { return /* binding */ untilAborted; }
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7416);


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
    const { connect: open } = (await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.t.bind(__webpack_require__, 7978, 19))).default;
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
    const [text, where] = [(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), `RabbitMQ at ${(0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker)}`];
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
        say(message, { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason) });
    };
    const works = () => {
        if (pause > firstPause)
            log.info('connected to RabbitMQ again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker) });
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


/***/ })

};
;