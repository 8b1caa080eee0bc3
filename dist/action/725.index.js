export const id = 725;
export const ids = [725,236];
export const modules = {

/***/ 236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isOwing: () => (/* binding */ isOwing),
/* harmony export */   openOutbox: () => (/* binding */ openOutbox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2257);



const usual = { held: 4_000, segment: 4 * 1024 * 1024 };
const confirmedName = 'confirmed';
const between = 100;
/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
async function openOutbox(directory, limits = usual) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true, mode: 0o700 });
    const found = await readSegments(directory);
    return new FileOutbox(directory, limits, found, await readConfirmed(directory));
}
/** Whether a directory holds messages that are owed. */
async function isOwing(directory) {
    return (await readSegments(directory).catch(() => [])).some(({ count }) => count > 0);
}
class FileOutbox {
    directory;
    limits;
    segments;
    /** Messages at the front of the oldest file that were confirmed before this process. */
    skip;
    opened;
    file;
    /** The messages `[first, loadedEnd)` are in memory; `head` of them are confirmed and about to go. */
    held = [];
    head = 0;
    first;
    next;
    loadedEnd;
    tail;
    /** Where the message `loadedEnd` lies, when it is in a file alone. */
    reading;
    loading;
    lines = [];
    writing;
    failure;
    timer;
    noting;
    waiting = [];
    constructor(directory, limits, segments, confirmed) {
        this.directory = directory;
        this.limits = limits;
        this.segments = [...segments];
        const start = segments[0]?.first ?? confirmed;
        const last = segments.at(-1);
        this.tail = last ? last.first + last.count : start;
        this.first = this.next = this.loadedEnd = start;
        const [oldest] = segments;
        if (oldest)
            this.reading = { segment: oldest, offset: 0 };
        this.skip = Math.max(0, confirmed - start);
    }
    get owed() {
        return this.tail - this.first - this.head - this.skip;
    }
    get hasNext() {
        return this.next < this.loadedEnd;
    }
    get hasMore() {
        return this.loadedEnd < this.tail;
    }
    append(key, body) {
        if (this.failure)
            return Promise.reject(this.failure);
        const line = `${key}\t${body}\n`;
        const segment = this.segmentFor(line.length);
        const n = this.tail++;
        if (this.loadedEnd === n && this.held.length - this.head < this.limits.held) {
            this.held.push({ n, key, body, confirmed: false });
            this.loadedEnd++;
        }
        else
            this.reading ??= { segment, offset: segment.size };
        segment.count++;
        segment.size += line.length;
        const last = this.lines.at(-1);
        if (last?.segment === segment)
            last.text.push(line);
        else
            this.lines.push({ segment, text: [line] });
        this.writing ??= Promise.resolve().then(() => this.write());
        return this.writing;
    }
    take() {
        while (this.next < this.loadedEnd) {
            const message = this.held[this.next++ - this.first];
            if (message && !message.confirmed)
                return message;
        }
        return undefined;
    }
    load() {
        if (this.next < this.loadedEnd || this.loadedEnd === this.tail)
            return Promise.resolve();
        return (this.loading ??= this.read().finally(() => (this.loading = undefined)));
    }
    rewind() {
        this.next = this.first + this.head;
    }
    confirm(n) {
        const message = this.held[n - this.first];
        if (message)
            message.confirmed = true;
        while (this.held[this.head]?.confirmed)
            this.head++;
        // Taken away in lots: an array moves all that is behind.
        if (this.head < 512 && this.first + this.head < this.tail)
            return;
        this.held.splice(0, this.head);
        this.first += this.head;
        this.head = 0;
        this.next = Math.max(this.next, this.first);
        this.timer ??= setTimeout(() => {
            this.noting = this.note();
        }, between).unref();
        if (this.owed === 0)
            this.waiting.splice(0).forEach((resolve) => resolve());
    }
    async empty() {
        if (this.owed > 0)
            await new Promise((resolve) => this.waiting.push(resolve));
    }
    async [Symbol.asyncDispose]() {
        while (this.writing)
            await this.writing.catch(() => undefined);
        await this.loading?.catch(() => undefined);
        clearTimeout(this.timer);
        await this.noting;
        await this.file?.close();
        if (this.owed === 0)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.directory, { recursive: true, force: true });
        else
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, confirmedName), String(this.first + this.head + this.skip), { mode: 0o600 });
    }
    segmentFor(length) {
        const last = this.segments.at(-1);
        if (last && last.size + length <= this.limits.segment)
            return last;
        const segment = { path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, `${String(this.tail).padStart(16, '0')}.log`), first: this.tail, count: 0, size: 0 };
        this.segments.push(segment);
        return segment;
    }
    async write() {
        try {
            for (let lot = this.lines.shift(); lot; lot = this.lines.shift()) {
                if (this.opened !== lot.segment) {
                    await this.file?.close();
                    this.file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(lot.segment.path, 'a', 0o600);
                    this.opened = lot.segment;
                }
                await this.file?.appendFile(Buffer.from(lot.text.join(''), 'latin1'));
            }
        }
        catch (error) {
            this.failure = new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NotCarriedOut */ .sZ(`events cannot be kept in ${this.directory}: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'Is the disk full?');
            throw this.failure;
        }
        finally {
            this.writing = undefined;
        }
    }
    /** Reads on in the file, behind everything that is in memory. */
    async read() {
        await this.writing;
        const { reading } = this;
        if (!reading || this.held.length - this.head >= this.limits.held)
            return;
        const { segment, offset } = reading;
        const text = await readLines(segment.path, offset);
        for (const line of text.split('\n'))
            if (line !== '')
                this.hold(line);
        // From here on nothing waits in between: what is appended meanwhile must find things in order.
        const next = this.segments[this.segments.indexOf(segment) + 1];
        if (this.loadedEnd === this.tail)
            this.reading = undefined;
        else if (offset + text.length >= segment.size && next)
            this.reading = { segment: next, offset: 0 };
        else
            this.reading = { segment, offset: offset + text.length };
    }
    hold(line) {
        const n = this.loadedEnd++;
        const tab = line.indexOf('\t');
        const confirmed = this.skip > 0;
        this.held.push({ n, key: line.slice(0, tab), body: line.slice(tab + 1), confirmed });
        if (!confirmed)
            return;
        this.skip--;
        this.head++;
    }
    /** Notes how far the broker has confirmed, and takes files away that have nothing left. Not at once each time: it only saves duplicates. */
    async note() {
        this.timer = undefined;
        const gone = this.segments.filter((segment) => segment.first + segment.count <= this.first &&
            segment !== this.opened &&
            segment !== this.reading?.segment &&
            !this.lines.some((lot) => lot.segment === segment));
        for (const segment of gone)
            this.segments.splice(this.segments.indexOf(segment), 1);
        await this.noting;
        await Promise.all([
            ...gone.map(({ path }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true })),
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, confirmedName), String(this.first), { mode: 0o600 }),
        ]).catch(() => undefined);
    }
}
/** Whole lines of a file from an offset on: about a megabyte of them, one at least. */
async function readLines(path, offset) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        for (let length = 1024 * 1024;; length *= 4) {
            const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
            const end = buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
            if (end > 0 || bytesRead < length)
                return buffer.toString('latin1', 0, end);
        }
    }
    finally {
        await file.close();
    }
}
async function readConfirmed(directory) {
    return Number(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, confirmedName), 'utf8').catch(() => '0')) || 0;
}
/** The files of a directory, in order. Half a line that a crash left at the end of one was never promised. */
async function readSegments(directory) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).filter((name) => /^\d{16}\.log$/.test(name)).sort();
    const confirmed = await readConfirmed(directory);
    const segments = [];
    for (const name of names) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        const size = bytes.lastIndexOf(0x0a) + 1;
        if (size < bytes.length)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.truncate)(path, size);
        let count = 0;
        for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1))
            count++;
        const first = Number(name.slice(0, 16));
        if (first + count <= confirmed)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        else
            segments.push({ path, first, count, size });
    }
    return segments;
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
            // Null: somebody deleted the queue. A new connection declares it again.
            if (message === null)
                return void connection.close();
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
    };
    const staying = (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.stayConnected)(broker, use, { name, clock, log, signal: over.signal });
    return {
        ready: () => ready,
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
        async remove() {
            const own = channel;
            if (!own)
                return log.debug('queue not removed: no connection', { queue, broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_2__.addressOf)(broker) });
            await Promise.race([own.deleteQueue(queue), clock.sleep(2_000)]).catch(() => undefined);
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

/***/ 5704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ startSending)
/* harmony export */ });
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7416);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7089);


/** Messages that may be under way without a confirm. */
const window = 1_000;
/**
 * Sends what is in an outbox, in order, until the broker has confirmed it. What was under way when a connection ended is sent again on the next one,
 * from the first that is not confirmed: a consumer may see it twice, never out of order and never not at all.
 */
function startSending(broker, outbox, properties, { name, clock, log }) {
    const over = new AbortController();
    let wake = () => undefined;
    const use = async (connection) => {
        const { model } = connection;
        model.on('blocked', (reason) => log.warning('RabbitMQ takes no more for now', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__.addressOf)(broker), reason }));
        model.on('unblocked', () => log.info('RabbitMQ takes messages again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__.addressOf)(broker) }));
        const channel = connection.watch(await model.createConfirmChannel());
        let alive = true;
        void connection.ended.then(() => (alive = false));
        outbox.rewind();
        wake = pumpInto({
            outbox,
            isAlive: () => alive,
            publish(key, body, confirmed) {
                const answered = (error) => {
                    if (!alive)
                        return;
                    if (!error)
                        return confirmed();
                    // The broker itself could not keep it: from the start, so that the order stays.
                    alive = false;
                    void connection.close();
                };
                try {
                    channel.publish(broker.exchange, key, body, properties, answered);
                }
                catch {
                    // The channel is closed, and `ended` is about to say so.
                    alive = false;
                }
            },
        });
        wake();
    };
    const staying = (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_1__.stayConnected)(broker, use, { name, clock, log, signal: over.signal });
    return {
        wake: () => wake(),
        async [Symbol.asyncDispose]() {
            over.abort();
            await staying;
        },
    };
}
/** Fills the window of a channel; to be called when the outbox has more. */
function pumpInto({ outbox, isAlive, publish }) {
    let underWay = 0;
    let loading = false;
    const load = async () => {
        loading = true;
        await outbox.load().catch(() => undefined);
        loading = false;
        if (outbox.hasNext)
            pump();
    };
    const pump = () => {
        while (underWay < window && isAlive()) {
            const message = outbox.take();
            if (!message) {
                if (!loading && outbox.hasMore)
                    void load();
                return;
            }
            underWay++;
            publish(message.key, Buffer.from(message.body, 'latin1'), () => {
                underWay--;
                outbox.confirm(message.n);
                // Not for each single one: a window that is half empty keeps the broker as busy as a full one.
                if (underWay <= window / 2)
                    pump();
            });
        }
    };
    return pump;
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openInternalBus: () => (/* binding */ openInternalBus)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _eiffel_broker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7089);
/* harmony import */ var _eiffel_broker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7416);
/* harmony import */ var _eiffel_outbox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(236);
/* harmony import */ var _eiffel_receiver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2016);
/* harmony import */ var _eiffel_sender_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5704);
/* harmony import */ var _eiffel_wire_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4720);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3519);









/** What tells our own lines, which come back to us, from those of others. */
const application = 'ETOS Suite Runner';
/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`. A line of a delegated test runner becomes output of the run as it comes.
 * @returns undefined when no host is named, or `ETOS_ENABLE_SENDING_LOGS` is false
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in
 */
async function openInternalBus({ runId, directory, environment, progress, clock, log, signal, }) {
    const broker = (0,_eiffel_broker_js__WEBPACK_IMPORTED_MODULE_2__.readBroker)(environment, 'ETOS_RABBITMQ');
    if (!broker || environment.ETOS_ENABLE_SENDING_LOGS === 'false')
        return undefined;
    log.secret(broker.password);
    await (0,_eiffel_broker_connection_js__WEBPACK_IMPORTED_MODULE_1__.checkBroker)(broker, { clock, signal });
    const outbox = await (0,_eiffel_outbox_js__WEBPACK_IMPORTED_MODULE_3__.openOutbox)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'log-outbox'));
    const name = `etos log of ${runId}`;
    const sender = (0,_eiffel_sender_js__WEBPACK_IMPORTED_MODULE_5__/* .startSending */ .t)(broker, outbox, (0,_eiffel_wire_js__WEBPACK_IMPORTED_MODULE_6__.propertiesFor)(broker), { name, clock, log });
    const receiver = (0,_eiffel_receiver_js__WEBPACK_IMPORTED_MODULE_4__/* .startReceiving */ .v)(broker, 
    // Gone with the connection: a line that nobody sees live is in the logs all the same.
    { queue: `etos-log-${runId}`, routingKey: `${runId}.log.#`, parameters: { exclusive: true, auto_delete: true } }, {
        name,
        prefetch: 200,
        clock,
        log,
        take(body) {
            const line = lineIn(body);
            if (line)
                progress(line);
            return 'taken';
        },
    });
    await receiver.ready();
    const publish = (key, body) => {
        outbox
            .append(`${runId}.${key}`, (0,_json_print_js__WEBPACK_IMPORTED_MODULE_8__/* .printPlainPython */ .QO)(body))
            .catch((error) => log.debug('a log line was not kept', { reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error) }));
        sender.wake();
    };
    return {
        tell(step) {
            const line = textOf(step);
            if (line === undefined)
                return;
            const { level, message } = line;
            publish(`log.${level}`, {
                message: log.redact(message),
                levelname: level,
                name: 'ETOS',
                '@timestamp': timestamp(clock.now()),
                application,
                identifier: runId,
                user_log: true,
            });
        },
        shutdown: (outcome) => publish('event.shutdown', { event: 'shutdown', data: shutdownData(outcome) }),
        async settle(patience) {
            const bound = clock.deadline(patience, new Error('too late'));
            await Promise.race([outbox.empty(), clock.sleep(patience, bound).catch(() => undefined)]);
        },
        async [Symbol.asyncDispose]() {
            await sender[Symbol.asyncDispose]();
            await receiver[Symbol.asyncDispose]();
            await outbox[Symbol.asyncDispose]();
        },
    };
}
/** What the end of a run is on that bus: words with a capital, as the released services write them. */
function shutdownData({ verdict, conclusion, description }) {
    const capital = (word) => word
        .toLowerCase()
        .split('_')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('');
    return { verdict: capital(verdict), conclusion: capital(conclusion), description };
}
/** A line that a test runner published; undefined for our own, and for what is no line. */
function lineIn(body) {
    let said;
    try {
        said = JSON.parse(body.toString());
    }
    catch {
        return undefined;
    }
    const { message, name, application: from } = (said ?? {});
    if (typeof message !== 'string' || from === application)
        return undefined;
    return { kind: 'output', subSuite: typeof name === 'string' ? name : 'test runner', line: message };
}
function textOf(step) {
    const info = (message) => ({ level: 'INFO', message });
    switch (step.kind) {
        case 'run':
            return info(`Run of ${step.identity}: suites ${step.suites}, recipes ${step.recipes}`);
        case 'execution space':
            return info(`Execution space: ${step.text}`);
        case 'suite started':
            return info(`${step.suite}: started, recipes ${step.recipes}`);
        case 'sub suite waiting':
            return info(`${step.subSuite}: waiting for ${step.on}`);
        case 'sub suite started':
            return info(`${step.subSuite}: started`);
        case 'recipe started':
            return info(`${step.subSuite}: ${step.testCase} started`);
        case 'recipe finished':
            return info(`${step.subSuite}: ${step.testCase} ${step.outcome.verdict}`);
        case 'sub suite finished':
            return info(`${step.subSuite}: ${step.outcome.verdict}: ${step.outcome.description}`);
        case 'suite finished':
            return info(`${step.suite}: ${step.outcome.verdict}: ${step.outcome.description}`);
        case 'note':
            return { level: step.warning ? 'WARNING' : 'INFO', message: step.text };
        case 'output':
            // What delegations print is theirs to publish, and goes into their logs.
            return undefined;
    }
}
/** UTC with six digits and a Z (eiffel.md 6.1). */
function timestamp(now) {
    return new Date(now).toISOString().replace('Z', '000Z');
}


/***/ })

};
