export const id = 89;
export const ids = [89];
export const modules = {

/***/ 7089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBroker: () => (/* binding */ checkBroker),
/* harmony export */   connectTo: () => (/* binding */ connectTo),
/* harmony export */   stayConnected: () => (/* binding */ stayConnected)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7416);


/** How long TCP, TLS and the handshake may take together. */
const handshake = 10_000;
const leaving = 2_000;
const [firstPause, longestPause] = [100, 5_000];
/**
 * Connects and checks that the exchange is there, without declaring it: its kind is the deployment's business (eiffel.md 5.2).
 * @throws {InvalidInput} the broker refuses user, password, vhost, or has no such exchange; its certificate is not trusted
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
    const { username, vhost, exchange, tls } = broker;
    const [text, where] = [(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error), (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker)];
    const cause = { cause: error };
    if (/ACCESS.REFUSED/i.test(text) && !/exchange/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`RabbitMQ at ${where} refuses user "${username}": wrong password, or no such user`, 'Check RABBITMQ_USERNAME and RABBITMQ_PASSWORD', cause);
    if (/ConnectionOpenOk/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`RabbitMQ at ${where} does not let user "${username}" into vhost "${vhost}": it is not there, or the user has no permission`, 'Check RABBITMQ_VHOST; rabbitmqctl list_vhosts, list_permissions', cause);
    if (/NOT.FOUND/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`RabbitMQ at ${where} has no exchange "${exchange}"`, 'Check RABBITMQ_EXCHANGE; a topic exchange is declared once by whoever runs the broker, never by us', cause);
    if (/ACCESS.REFUSED/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`RabbitMQ at ${where} does not let user "${username}" use exchange "${exchange}"`, 'rabbitmqctl list_permissions', cause);
    if (/certificate|altnames|self.signed|CERT_/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`the certificate of RabbitMQ at ${where} is not trusted: ${text}`, 'Name the authority with RABBITMQ_CA_FILE or NODE_EXTRA_CA_CERTS, and the host as the certificate does', cause);
    const mixed = tls ? /wrong version number|packet length|EPROTO|disconnected before secure/i.test(text) : false;
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`RabbitMQ at ${where} does not answer: ${text}`, mixed
        ? 'It does not speak TLS on this port: set RABBITMQ_SSL=false, or name the port that does, RABBITMQ_PORT=5671'
        : 'Check RABBITMQ_HOST, RABBITMQ_PORT and RABBITMQ_SSL, and whether the broker is running', cause);
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
    while (!signal.aborted) {
        try {
            const connection = await connectTo(broker, name);
            try {
                await use(connection);
                if (pause > firstPause)
                    log.info('connected to RabbitMQ again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker) });
                pause = 0;
                const reason = await Promise.race([connection.ended, over]);
                if (reason !== undefined)
                    log.warning('connection to RabbitMQ lost', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason) });
            }
            finally {
                await connection.close();
            }
        }
        catch (error) {
            if (signal.aborted)
                break;
            const say = pause < longestPause ? log.warning : log.debug;
            say('RabbitMQ cannot be used; trying again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_1__/* .addressOf */ .ci)(broker), reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
        }
        pause = Math.min(Math.max(pause * 2, firstPause), longestPause);
        await clock.sleep(pause, signal).catch(() => undefined);
    }
}
/**
 * Connects once and leaves again, so that wrong settings are told before anything is started. A broker that does not answer is tried for a while.
 * @throws {InvalidInput} what it refuses; {NotCarriedOut} when nobody answers within `patience` milliseconds; the signal's reason
 */
async function checkBroker(broker, { clock, signal, patience = 30_000 }) {
    const until = clock.now() + patience;
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        try {
            const connection = await connectTo(broker, 'etos: check of settings');
            return await connection.close();
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ) || /RABBITMQ_SSL=false/.test(error.hint) || clock.now() + pause > until)
                throw error;
        }
        await clock.sleep(pause, signal);
    }
}


/***/ })

};
