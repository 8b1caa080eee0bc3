"use strict";
exports.id = 271;
exports.ids = [271];
exports.modules = {

/***/ 5271:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRabbitBus: function() { return /* binding */ openRabbitBus; },
  openRabbitPublisher: function() { return /* binding */ openRabbitPublisher; }
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/eiffel/check.js
var eiffel_check = __webpack_require__(8729);
// EXTERNAL MODULE: ./src/eiffel/broker-connection.js
var broker_connection = __webpack_require__(7089);
// EXTERNAL MODULE: ./src/eiffel/outbox.js + 1 modules
var outbox = __webpack_require__(4621);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(9874);
;// CONCATENATED MODULE: ./src/eiffel/parse.js



/**
 * Reads one Eiffel event from JSON text. Types and versions that we do not know pass when their envelope is right.
 * @param source how messages call the text
 * @throws {InvalidInput} with everything that is wrong
 */
function parseEvent(text, source) {
    return parsed(text, source, check);
}
/** Reads what others have published; links may be any. @throws {InvalidInput} */
function parseForeignEvent(text, source) {
    return parsed(text, source, eiffel_check/* checkForeign */.vh);
}
/** Reads events that stand one on a line (NDJSON); empty lines are skipped. All or none. @throws {InvalidInput} with the problems of every line */
function parseEvents(text, source) {
    const problems = [];
    const events = text.split('\n').flatMap((line, n) => {
        if (line.trim() === '')
            return [];
        try {
            return [parseEvent(line, `${source} line ${n + 1}`)];
        }
        catch (error) {
            if (!(error instanceof InvalidInput))
                throw error;
            problems.push(error.message);
            return [];
        }
    });
    if (problems.length > 0)
        throw new InvalidInput(problems.join('\n'), 'See eiffel.md 1 to 3 for the form');
    return events;
}
function parsed(text, source, problemsOf) {
    const event = (0,parse/* parsePlain */.eE)(text, source);
    const problems = problemsOf(event);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`${source} is not an Eiffel event: ${problems.join('; ')}`, 'See eiffel.md 1 to 3 for the form');
    return event;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __webpack_require__(7416);
;// CONCATENATED MODULE: ./src/eiffel/receiver.js




/** An exchange that was deleted and declared again has lost our binding, and nobody tells. */
const bindAgainEvery = 2_000;
const pauseAfterFailure = 1_000;
/** Declares a queue, binds it, and reads it; all of it again on each new connection (eiffel.md 5.5, 5.6). */
function startReceiving(broker, subscription, receiving) {
    const { queue, routingKey, parameters } = subscription;
    const { clock, log, name, prefetch, take } = receiving;
    const over = new AbortController();
    // Each may come twice, from the connection on which it was sent and from the next.
    const marking = `etos-marker-${(0,external_node_crypto_.randomUUID)()}`;
    const markers = new Map();
    let channel;
    let wasReady = false;
    let [isReady, isRefused] = [() => undefined, () => undefined];
    const ready = new Promise((resolve, reject) => ([isReady, isRefused] = [resolve, reject]));
    ready.catch(() => undefined);
    let leaving = false;
    // One for all connections: the same message comes again on the next one while the last is still at it.
    let turn = Promise.resolve();
    /** Deletes the queue, once that is wanted; tells whether it is. */
    let remove = () => false;
    const use = async (connection, works) => {
        const own = connection.watch(await connection.model.createChannel());
        // Not declared again only to be deleted: whoever leaves in between would leave it there.
        if (remove(own))
            return;
        const gone = new AbortController();
        void connection.ended.then((reason) => gone.abort(reason));
        const handle = async (message) => {
            const id = String(message.properties.messageId);
            if (id.startsWith(marking)) {
                own.ack(message);
                return markers.get(id)?.();
            }
            let fate;
            try {
                fate = await take(message.content, gone.signal);
            }
            catch (error) {
                if (gone.signal.aborted)
                    return;
                const say = error instanceof errors/* Cancelled */.cJ ? log.debug : log.warning;
                say('a message could not be taken; it comes again', { queue, reason: (0,errors/* messageOf */.bD)(error) });
                await clock.sleep(pauseAfterFailure, AbortSignal.any([over.signal, gone.signal])).catch(() => undefined);
                return own.nack(message, false, true);
            }
            if (fate === 'taken')
                own.ack(message);
            else
                own.reject(message, false);
        };
        const begin = async () => {
            await own.assertQueue(queue, declared(parameters));
            await own.bindQueue(queue, broker.exchange, routingKey);
            await own.consume(queue, (message) => {
                // Answering on a channel that is gone throws; the broker gives the message again on the next.
                if (message)
                    turn = turn.then(() => handle(message)).catch(() => undefined);
                else if (!leaving)
                    beginAgain();
            });
            for (const id of markers.keys())
                mark(own, queue, id);
        };
        // Somebody deleted the queue, and not us. At once, and on this channel: what is published until it is bound again is lost to us.
        const beginAgain = () => {
            log.warning('the queue was deleted; it is declared again, without what was in it', { queue, broker: (0,eiffel_broker/* addressOf */.ci)(broker) });
            begin().catch(() => void connection.close());
        };
        await own.prefetch(prefetch);
        await begin().catch((error) => {
            const refusal = refusalOf(error, broker, subscription);
            // Once it was there, somebody is at work on the broker, and may be done soon.
            if (refusal && !wasReady) {
                over.abort();
                isRefused(refusal);
            }
            throw refusal ?? error;
        });
        works();
        const timer = setInterval(() => void own.bindQueue(queue, broker.exchange, routingKey).catch(() => undefined), bindAgainEvery).unref();
        void connection.ended.then(() => {
            clearInterval(timer);
            if (channel === own)
                channel = undefined;
        });
        channel = own;
        wasReady = true;
        isReady();
        remove(own);
    };
    const staying = (0,broker_connection.stayConnected)(broker, use, { name, clock, log, signal: over.signal });
    return {
        ready: (signal) => (0,broker_connection.untilAborted)(ready, signal),
        caughtUp() {
            const id = `${marking}-${(0,external_node_crypto_.randomUUID)()}`;
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
            leaving = true;
            const removed = new Promise((resolve) => {
                remove = (from) => {
                    from.deleteQueue(queue).then(() => {
                        over.abort();
                        resolve(true);
                    }, 
                    // The connection is lost again, and the next one tries.
                    () => undefined);
                    return true;
                };
            });
            if (channel)
                remove(channel);
            return await (0,broker_connection.untilAborted)(removed, signal).catch(() => {
                log.debug('queue not removed', { queue, broker: (0,eiffel_broker/* addressOf */.ci)(broker) });
                return false;
            });
        },
        async [Symbol.asyncDispose]() {
            over.abort();
            await staying;
        },
    };
}
/** What is against having the queue, when that is for somebody to set right; undefined for what may pass by itself. */
function refusalOf(error, broker, { queue, parameters }) {
    const { username, vhost, exchange, prefix } = broker;
    const [text, where] = [(0,errors/* messageOf */.bD)(error), `RabbitMQ at ${(0,eiffel_broker/* addressOf */.ci)(broker)}`];
    if (/ACCESS.REFUSED/i.test(text))
        return new errors/* InvalidInput */.o9(`${where} does not let user "${username}" have queue "${queue}": ${text}`, `The user needs configure, write and read on the queue, read on exchange "${exchange}": ` +
            `rabbitmqctl list_permissions -p ${vhost}, set_permissions -p ${vhost}`, { cause: error });
    if (/PRECONDITION.FAILED/i.test(text))
        return new errors/* InvalidInput */.o9(`${where} has queue "${queue}", with other parameters than ${JSON.stringify(parameters)}: ${text}`, `Declare it as it was first declared (RABBITMQ_QUEUE_PARAMS), or take another queue, or delete that one: rabbitmqctl delete_queue ${queue}`, { cause: error });
    // Not the other 404s: the node that has the queue may be about to start.
    if (/NOT.FOUND.*no exchange/i.test(text))
        return new errors/* InvalidInput */.o9(`${where} has no exchange "${exchange}" any more`, `Check ${prefix}_EXCHANGE`, { cause: error });
    return undefined;
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

// EXTERNAL MODULE: ./src/eiffel/sender.js
var eiffel_sender = __webpack_require__(5704);
// EXTERNAL MODULE: ./src/eiffel/wire.js
var wire = __webpack_require__(4720);
;// CONCATENATED MODULE: ./src/eiffel/rabbitmq-bus.js








/** Opens the way to a broker. `publish` resolves when the event is in the outbox: from then on a crash does not lose it. */
async function openRabbitPublisher(broker, publishing) {
    return publisherOver(broker, await (0,outbox/* openOutbox */.A)(publishing.outbox, publishing), publishing);
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
    const receiver = startReceiving(broker, 
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
                    log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: (0,errors/* messageOf */.bD)(error) });
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
    const sender = (0,eiffel_sender/* startSending */.t)(broker, outbox, (0,wire.propertiesFor)(broker), { name, clock, log });
    return {
        get owed() {
            return outbox.owed;
        },
        publish(event) {
            const key = (0,wire.routingKey)(event, tag);
            const problems = [...(0,eiffel_check/* check */.z6)(event), ...problemsOfKey(key)];
            if (problems.length > 0)
                return Promise.reject(new errors/* InvalidInput */.o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop it without a word'));
            const kept = outbox.append(key, (0,wire.bodyOf)(event));
            sender.wake();
            return kept;
        },
        async flush(signal) {
            await (0,broker_connection.untilAborted)(outbox.empty(), signal);
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
        return parseForeignEvent(body.toString(), 'a message');
    }
    catch (error) {
        log.warning('a message from RabbitMQ was dropped', { reason: (0,errors/* messageOf */.bD)(error).slice(0, 500) });
        return undefined;
    }
}


/***/ })

};
;