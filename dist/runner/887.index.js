"use strict";
exports.id = 887;
exports.ids = [887,89,720];
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


/***/ }),

/***/ 4621:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: function() { return /* binding */ openOutbox; }
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
;// CONCATENATED MODULE: ./src/eiffel/message-files.js




const confirmedName = 'confirmed';
/** Milliseconds until a disk that took nothing is tried again. */
const untilAgain = 250;
const chunkSize = 128 * 1024;
const [tab, lineBreak] = [0x09, 0x0a];
/**
 * The files of an outbox: a line for each message, in order. What is put in the same turn, or while the disk is at work, goes there together and is
 * past every cache then. A disk that takes nothing is asked again and again; what it did not take waits in memory.
 */
class MessageFiles {
    parts;
    segments;
    opened;
    file;
    /** Where lines are put together: `used` bytes of it are. The messages in memory are parts of such chunks. */
    chunk = Buffer.alloc(0);
    used = 0;
    lots = [];
    /** What the disk is at, and what it will do next, for messages that came meanwhile. */
    writing;
    writingNext;
    problem;
    retrying;
    constructor(segments, parts) {
        this.parts = parts;
        this.segments = [...segments];
    }
    /** Why the disk took nothing when it was last asked to. */
    get failure() {
        return this.problem;
    }
    /** Messages of which the disk does not have all. */
    get unwritten() {
        return this.lots.reduce((sum, { chunk, from, to }) => sum + chunk.subarray(from, to).filter((byte) => byte === lineBreak).length, 0);
    }
    /** Puts a message where it is written next. Gives its place in the files, and its body in memory. */
    put(n, key, body) {
        const line = `${key}\t${body}\n`;
        // A character takes three bytes at most.
        if (this.chunk.length - this.used < line.length * 3) {
            this.chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, line.length * 3));
            this.used = 0;
        }
        const from = this.used;
        const size = this.chunk.write(line, from);
        const to = (this.used = from + size);
        const segment = this.segmentFor(n, size);
        const offset = segment.size;
        segment.count++;
        segment.size += size;
        const last = this.lots.at(-1);
        if (last?.segment === segment && last.chunk === this.chunk)
            last.to = to;
        else
            this.lots.push({ segment, chunk: this.chunk, from, to });
        return { place: { segment, offset }, body: this.chunk.subarray(to - 1 - body.length, to - 1) };
    }
    /** Writes all that was put. Resolves when it is on the disk, or the disk takes nothing. */
    write() {
        // A disk that took nothing is asked again before long.
        if (this.problem)
            return Promise.resolve();
        return (this.writingNext ??= this.writeAfter(this.writing));
    }
    /** When everything that was put by now is on the disk, or refused by it; undefined when it is. */
    get written() {
        return this.writingNext ?? this.writing;
    }
    /** Whole lines from a place on: about a megabyte of them, one at least. */
    async linesAt({ segment, offset }) {
        await this.written;
        return await readLines(segment.path, offset);
    }
    /** The place so many bytes further on: at the end of a file it is the next file. */
    after({ segment, offset }, bytes) {
        const next = this.segments[this.segments.indexOf(segment) + 1];
        return offset + bytes >= segment.size && next ? { segment: next, offset: 0 } : { segment, offset: offset + bytes };
    }
    /**
     * Notes that the messages before `first` are confirmed, and takes files away that have nothing else. Failing only means that some come again.
     * @param reading where messages are yet to be read
     */
    async confirmed(first, reading) {
        const gone = this.segments.filter((segment) => segment.first + segment.count <= first &&
            segment !== this.opened &&
            segment !== reading?.segment &&
            !this.lots.some((lot) => lot.segment === segment));
        for (const segment of gone)
            this.segments.splice(this.segments.indexOf(segment), 1);
        await Promise.all([
            ...gone.map(({ path }) => (0,promises_.rm)(path, { force: true })),
            (0,promises_.writeFile)((0,external_node_path_.join)(this.parts.directory, confirmedName), String(first), { mode: 0o600 }),
        ]).catch(() => undefined);
    }
    /** Tries once more what the disk did not take, and closes. */
    async close() {
        while (this.written)
            await this.written;
        if (this.problem)
            await this.writeAfter(undefined);
        clearTimeout(this.retrying);
        await this.file?.close().catch(() => undefined);
    }
    segmentFor(n, length) {
        const last = this.segments.at(-1);
        if (last && last.size + length <= this.parts.segmentSize)
            return last;
        const segment = { path: (0,external_node_path_.join)(this.parts.directory, `${String(n).padStart(16, '0')}.log`), first: n, count: 0, size: 0 };
        this.segments.push(segment);
        return segment;
    }
    async writeAfter(before) {
        // Never at once: what is published in the same turn goes together.
        await before;
        this.writing = this.writingNext;
        this.writingNext = undefined;
        try {
            if (this.problem)
                this.makeRoom();
            for (let [lot] = this.lots; lot; [lot] = this.lots) {
                const file = this.file && this.opened === lot.segment ? this.file : await this.openSegment(lot.segment);
                // What is appended meanwhile makes it longer.
                while (lot.from < lot.to)
                    lot.from += (await file.write(lot.chunk, lot.from, lot.to - lot.from)).bytesWritten;
                this.lots.shift();
            }
            await this.file?.datasync();
            if (this.problem)
                this.parts.log.info('events are kept on the disk again', { directory: this.parts.directory });
            this.problem = undefined;
        }
        catch (error) {
            await this.failed(error);
        }
        finally {
            this.writing = undefined;
        }
    }
    /** Goes on from memory, and asks the disk again later. */
    async failed(error) {
        const { directory, log } = this.parts;
        if (!this.problem)
            log.warning('events cannot be kept on the disk; memory alone has them', { directory, reason: (0,errors/* messageOf */.bD)(error) });
        this.problem = new errors/* NotCarriedOut */.sZ(`events cannot be kept in ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, 'Is the disk full?');
        const { file } = this;
        this.file = this.opened = undefined;
        await file?.close().catch(() => undefined);
        clearTimeout(this.retrying);
        this.retrying = setTimeout(() => {
            this.writingNext ??= this.writeAfter(this.writing);
        }, untilAgain).unref();
    }
    /** Where memory has all that is owed, the files only take its room: away with them, which end anywhere. */
    makeRoom() {
        const owed = this.parts.inMemory();
        const [oldest] = this.segments;
        if (!owed || !oldest || oldest.first >= (owed[0]?.n ?? Infinity) || owed.length > this.unwritten)
            return;
        const gone = this.segments.splice(0);
        this.lots = [];
        for (const { n, key, body } of owed)
            this.put(n, key, body.toString());
        for (const { path } of gone)
            (0,external_node_fs_.rmSync)(path, { force: true });
    }
    async openSegment(segment) {
        const before = this.file;
        await before?.datasync();
        this.file = this.opened = undefined;
        await before?.close();
        this.file = await (0,promises_.open)(segment.path, 'a', 0o600);
        this.opened = segment;
        await syncDirectory(this.parts.directory);
        return this.file;
    }
}
/** Makes the directory, and finds what an earlier process left in it. */
async function findMessages(directory) {
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    await syncDirectory((0,external_node_path_.dirname)(directory));
    return { segments: await readSegments(directory), confirmed: await readConfirmed(directory) };
}
/** Whether a directory holds messages that are owed. */
async function isOwing(directory) {
    return (await readSegments(directory).catch(() => [])).some(({ count }) => count > 0);
}
/** The messages that lines hold, and how far each reaches. */
function* messagesIn(lines) {
    for (let [at, end] = [0, lines.indexOf(lineBreak)]; end >= 0; [at, end] = [end + 1, lines.indexOf(lineBreak, end + 1)]) {
        const keyEnd = lines.indexOf(tab, at);
        yield { key: lines.toString('utf8', at, keyEnd), body: lines.subarray(keyEnd + 1, end), end: end + 1 };
    }
}
/** Whole lines of a file from an offset on: about a megabyte of them, one at least. */
async function readLines(path, offset) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        for (let length = 1024 * 1024;; length *= 4) {
            const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, offset);
            const end = buffer.subarray(0, bytesRead).lastIndexOf(lineBreak) + 1;
            if (end > 0 || bytesRead < length)
                return buffer.subarray(0, end);
        }
    }
    finally {
        await file.close();
    }
}
/** So that a power cut does not take the name of a new file. Where a directory cannot be opened, on Windows, it is nothing to care about. */
async function syncDirectory(path) {
    const directory = await (0,promises_.open)(path, 'r').catch(() => undefined);
    await directory?.sync().catch(() => undefined);
    await directory?.close();
}
async function readConfirmed(directory) {
    return Number(await (0,promises_.readFile)((0,external_node_path_.join)(directory, confirmedName), 'utf8').catch(() => '0')) || 0;
}
/** The files of a directory, in order. Half a line that a crash left at the end of one was never promised, nor what is behind zeros of a power cut. */
async function readSegments(directory) {
    const names = (await (0,promises_.readdir)(directory)).filter((name) => /^\d{16}\.log$/.test(name)).sort();
    const confirmed = await readConfirmed(directory);
    const segments = [];
    for (const name of names) {
        const path = (0,external_node_path_.join)(directory, name);
        const bytes = await (0,promises_.readFile)(path);
        const zero = bytes.indexOf(0);
        const size = bytes.subarray(0, zero < 0 ? bytes.length : zero).lastIndexOf(lineBreak) + 1;
        if (size < bytes.length)
            await (0,promises_.truncate)(path, size);
        let count = 0;
        for (let at = bytes.indexOf(lineBreak); at >= 0 && at < size; at = bytes.indexOf(lineBreak, at + 1))
            count++;
        const first = Number(name.slice(0, 16));
        if (first + count <= confirmed)
            await (0,promises_.rm)(path, { force: true });
        else
            segments.push({ path, first, count, size });
    }
    return segments;
}

;// CONCATENATED MODULE: ./src/eiffel/outbox.js


const usual = { held: 16_000, heldBytes: 16 * 1024 * 1024, segment: 4 * 1024 * 1024 };
/** Milliseconds between two notes of how far the broker has confirmed. */
const between = 100;
/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
async function openOutbox(directory, { log, limits = usual }) {
    return new FileOutbox(await findMessages(directory), { directory, limits, log });
}
/** The next messages in memory, all of them in files. */
class FileOutbox {
    parts;
    files;
    /** Messages at the front of the oldest file that were confirmed before this process. */
    skip;
    /** The messages `[first, loadedEnd)` are in memory; `head` of them are confirmed and about to go. */
    held = [];
    heldBytes = 0;
    head = 0;
    first;
    next;
    loadedEnd;
    tail;
    /** Where the message `loadedEnd` lies, when it is in a file alone. */
    reading;
    loading;
    timer;
    noting;
    waiting = [];
    constructor({ segments, confirmed }, parts) {
        this.parts = parts;
        const { directory, limits, log } = parts;
        const inMemory = () => (this.loadedEnd === this.tail ? this.held.slice(this.head) : undefined);
        this.files = new MessageFiles(segments, { directory, segmentSize: limits.segment, inMemory, log });
        const [oldest, last] = [segments[0], segments.at(-1)];
        const start = oldest?.first ?? confirmed;
        this.tail = last ? last.first + last.count : start;
        this.first = this.next = this.loadedEnd = start;
        if (oldest && this.tail > start)
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
        const fits = this.loadedEnd === this.tail && this.hasRoom;
        const { failure } = this.files;
        if (failure && !fits)
            return Promise.reject(failure);
        const n = this.tail++;
        const { place, body: kept } = this.files.put(n, key, body);
        if (fits)
            this.hold({ n, key, body: kept, confirmed: false });
        else
            this.reading ??= place;
        return this.files.write();
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
        for (let next = this.held[this.head]; next?.confirmed; next = this.held[this.head]) {
            this.head++;
            this.heldBytes -= next.body.length;
        }
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
        const { directory, log } = this.parts;
        while (this.files.written)
            await this.files.written;
        await this.loading?.catch(() => undefined);
        clearTimeout(this.timer);
        await this.noting;
        await this.files.close();
        if (this.owed === 0)
            return await (0,promises_.rm)(directory, { recursive: true, force: true });
        await this.files.confirmed(this.first + this.head + this.skip, this.reading);
        if (this.files.failure)
            log.error('events are lost: neither confirmed nor on the disk', {
                events: Math.min(this.owed, this.files.unwritten),
                reason: this.files.failure.message,
            });
    }
    get hasRoom() {
        const { held, heldBytes } = this.parts.limits;
        return this.held.length - this.head < held && this.heldBytes < heldBytes;
    }
    /** Reads on in the files, behind everything that is in memory. */
    async read() {
        const { reading } = this;
        if (!reading || !this.hasRoom)
            return;
        const lines = await this.files.linesAt(reading);
        // From here on nothing waits in between: what is appended meanwhile must find things in order.
        let read = 0;
        for (const { key, body, end } of messagesIn(lines)) {
            const confirmed = this.skip > 0;
            this.hold({ n: this.loadedEnd, key, body, confirmed });
            if (confirmed) {
                this.skip--;
                this.head++;
            }
            read = end;
            if (!this.hasRoom)
                break;
        }
        this.reading = this.loadedEnd === this.tail ? undefined : this.files.after(reading, read);
    }
    hold(message) {
        this.held.push(message);
        this.loadedEnd++;
        if (!message.confirmed)
            this.heldBytes += message.body.length;
    }
    /** Not at once each time: it only saves duplicates. */
    async note() {
        this.timer = undefined;
        await this.noting;
        await this.files.confirmed(this.first, this.reading);
    }
}


/***/ }),

/***/ 5704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: function() { return /* binding */ startSending; }
/* harmony export */ });
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7416);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7089);


/** Messages that may be under way without a confirm. With half as many a broker that shares its machine with us had nothing to do at times. */
const window = 2_000;
/** Milliseconds until an outbox that had nothing to give is asked again. */
const untilAgain = 1_000;
/**
 * Sends what is in an outbox, in order, until the broker has confirmed it. What was under way when a connection ended is sent again on the next one,
 * from the first that is not confirmed: a consumer may see it twice, never out of order and never not at all.
 */
function startSending(broker, outbox, properties, { name, clock, log }) {
    const over = new AbortController();
    let wake = () => undefined;
    const use = async (connection, works) => {
        const { model } = connection;
        model.on('blocked', (reason) => log.warning('RabbitMQ takes no more for now', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(broker), reason }));
        model.on('unblocked', () => log.info('RabbitMQ takes messages again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(broker) }));
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
                    if (!error) {
                        works();
                        return confirmed();
                    }
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
    let again;
    const load = async () => {
        loading = true;
        await outbox.load().catch(() => undefined);
        loading = false;
        if (outbox.hasNext)
            pump();
        // A disk that was full did not have it yet.
        else if (outbox.hasMore && isAlive())
            again ??= setTimeout(() => {
                again = undefined;
                pump();
            }, untilAgain).unref();
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
            publish(message.key, message.body, () => {
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

/***/ 4720:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bodyOf: function() { return /* binding */ bodyOf; },
/* harmony export */   propertiesFor: function() { return /* binding */ propertiesFor; },
/* harmony export */   routingKey: function() { return /* binding */ routingKey; },
/* harmony export */   routingTag: function() { return /* binding */ routingTag; }
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);


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


/***/ })

};
;