export const id = 256;
export const ids = [256];
export const modules = {

/***/ 54256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRabbitBus: () => (/* binding */ openRabbitBus),
/* harmony export */   openRabbitPublisher: () => (/* binding */ openRabbitPublisher)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8729);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37089);
/* harmony import */ var _outbox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40236);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10522);
/* harmony import */ var _receiver_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92016);
/* harmony import */ var _sender_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35704);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24720);








/** Opens the way to a broker. `publish` resolves when the event is in the outbox: from then on a crash does not lose it. */
async function openRabbitPublisher(broker, publishing) {
    return publisherOver(broker, await (0,_outbox_js__WEBPACK_IMPORTED_MODULE_3__/* .openOutbox */ .A)(publishing.outbox, publishing), publishing);
}
/**
 * Opens the way to and from a broker. Events of others are received through a queue that outlives a lost connection, and this process: `remove` it.
 * @param queue its name; the run's own
 * @throws the signal's reason, when the queue is not there by then
 */
async function openRabbitBus(broker, { queue, signal, ...publishing }) {
    const { clock, log, name } = publishing;
    const listeners = new Set();
    // Not exclusive: such a queue would go with the connection, and with it what test runners publish until the next one.
    const parameters = { durable: true, arguments: { 'x-expires': queueExpires } };
    const receiver = (0,_receiver_js__WEBPACK_IMPORTED_MODULE_5__/* .startReceiving */ .v)(broker, 
    // Deployments have log lines on the same exchange; what is no Eiffel event is none of ours.
    { queue, routingKey: 'eiffel.#', parameters }, {
        name,
        prefetch: 200,
        clock,
        log,
        take(body) {
            const event = read(body, log);
            if (event === undefined)
                return 'dropped';
            for (const listener of [...listeners]) {
                try {
                    listener(event);
                }
                catch (error) {
                    log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
                }
            }
            return 'taken';
        },
    });
    let publisher;
    try {
        await receiver.ready(signal);
        publisher = await openRabbitPublisher(broker, publishing);
    }
    catch (error) {
        await receiver[Symbol.asyncDispose]();
        throw error;
    }
    return {
        get owed() {
            return publisher.owed;
        },
        publish: (event) => publisher.publish(event),
        flush: (signal) => publisher.flush(signal),
        caughtUp: () => receiver.caughtUp(),
        remove: (until) => receiver.remove(until),
        subscribe(listener) {
            const own = (event) => listener(event);
            listeners.add(own);
            return { [Symbol.dispose]: () => void listeners.delete(own) };
        },
        async [Symbol.asyncDispose]() {
            listeners.clear();
            // Together: each waits a while for a broker that does not answer any more.
            await Promise.all([publisher[Symbol.asyncDispose](), receiver[Symbol.asyncDispose]()]);
        },
    };
}
/** Milliseconds after which a broker takes the queue of a killed run away. */
const queueExpires = 24 * 3_600_000;
// AMQP's longest.
const longestKey = 255;
function publisherOver(broker, outbox, { tag, name, clock, log }) {
    const sender = (0,_sender_js__WEBPACK_IMPORTED_MODULE_6__/* .startSending */ .t)(broker, outbox, (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.propertiesFor)(broker), { name, clock, log });
    return {
        get owed() {
            return outbox.owed;
        },
        publish(event) {
            const key = (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.routingKey)(event, tag);
            const problems = [...(0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(event), ...problemsOfKey(key)];
            if (problems.length > 0)
                return Promise.reject(new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop it without a word'));
            const kept = outbox.append(key, (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.bodyOf)(event));
            sender.wake();
            return kept;
        },
        async flush(signal) {
            await (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_2__.untilAborted)(outbox.empty(), signal);
        },
        async [Symbol.asyncDispose]() {
            await sender[Symbol.asyncDispose]();
            await outbox[Symbol.asyncDispose]();
        },
    };
}
function problemsOfKey(key) {
    if (Buffer.byteLength(key) > longestKey)
        return [`its routing key is longer than ${longestKey} bytes`];
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    return /[\u0000-\u001f]/.test(key) ? [`its routing key ${JSON.stringify(key)} holds control characters; see its domain id`] : [];
}
/** Reads what came. Whatever others publish cannot hurt us (eiffel.md 5.6): bad events are said and dropped. */
function read(body, log) {
    try {
        return (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseForeignEvent */ .kV)(body.toString(), 'a message');
    }
    catch (error) {
        log.warning('a message from RabbitMQ was dropped', { reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 500) });
        return undefined;
    }
}


/***/ })

};
