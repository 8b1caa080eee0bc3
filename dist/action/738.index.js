export const id = 738;
export const ids = [738,940];
export const modules = {

/***/ 81940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MessageFiles: () => (/* binding */ MessageFiles),
/* harmony export */   findMessages: () => (/* binding */ findMessages),
/* harmony export */   isOwing: () => (/* binding */ isOwing),
/* harmony export */   messagesIn: () => (/* binding */ messagesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22257);




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
            ...gone.map(({ path }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true })),
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.parts.directory, confirmedName), String(first), { mode: 0o600 }),
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
        const segment = { path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.parts.directory, `${String(n).padStart(16, '0')}.log`), first: n, count: 0, size: 0 };
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
            log.warning('events cannot be kept on the disk; memory alone has them', { directory, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) });
        this.problem = new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NotCarriedOut */ .sZ(`events cannot be kept in ${directory}: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Is the disk full?');
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
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    }
    async openSegment(segment) {
        const before = this.file;
        await before?.datasync();
        this.file = this.opened = undefined;
        await before?.close();
        this.file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(segment.path, 'a', 0o600);
        this.opened = segment;
        await syncDirectory(this.parts.directory);
        return this.file;
    }
}
/** Makes the directory, and finds what an earlier process left in it. */
async function findMessages(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory, { recursive: true, mode: 0o700 });
    await syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory));
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
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
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
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r').catch(() => undefined);
    await directory?.sync().catch(() => undefined);
    await directory?.close();
}
async function readConfirmed(directory) {
    return Number(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, confirmedName), 'utf8').catch(() => '0')) || 0;
}
/** The files of a directory, in order. Half a line that a crash left at the end of one was never promised, nor what is behind zeros of a power cut. */
async function readSegments(directory) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory)).filter((name) => /^\d{16}\.log$/.test(name)).sort();
    const confirmed = await readConfirmed(directory);
    const segments = [];
    for (const name of names) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name);
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
        const zero = bytes.indexOf(0);
        const size = bytes.subarray(0, zero < 0 ? bytes.length : zero).lastIndexOf(lineBreak) + 1;
        if (size < bytes.length)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.truncate)(path, size);
        let count = 0;
        for (let at = bytes.indexOf(lineBreak); at >= 0 && at < size; at = bytes.indexOf(lineBreak, at + 1))
            count++;
        const first = Number(name.slice(0, 16));
        if (first + count <= confirmed)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        else
            segments.push({ path, first, count, size });
    }
    return segments;
}


/***/ }),

/***/ 40236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openOutbox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _message_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81940);


const usual = { held: 16_000, heldBytes: 16 * 1024 * 1024, segment: 4 * 1024 * 1024 };
/** Milliseconds between two notes of how far the broker has confirmed. */
const between = 100;
/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
async function openOutbox(directory, { log, limits = usual }) {
    return new FileOutbox(await (0,_message_files_js__WEBPACK_IMPORTED_MODULE_1__.findMessages)(directory), { directory, limits, log });
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
        this.files = new _message_files_js__WEBPACK_IMPORTED_MODULE_1__.MessageFiles(segments, { directory, segmentSize: limits.segment, inMemory, log });
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
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
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
        for (const { key, body, end } of (0,_message_files_js__WEBPACK_IMPORTED_MODULE_1__.messagesIn)(lines)) {
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

/***/ 92016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ startReceiving)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22257);
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97416);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37089);




/** An exchange that was deleted and declared again has lost our binding, and nobody tells. */
const bindAgainEvery = 2_000;
const pauseAfterFailure = 1_000;
/** Declares a queue, binds it, and reads it; all of it again on each new connection (eiffel.md 5.5, 5.6). */
function startReceiving(broker, subscription, receiving) {
    const { queue, routingKey, parameters } = subscription;
    const { clock, log, name, prefetch, take } = receiving;
    const over = new AbortController();
    // Each may come twice, from the connection on which it was sent and from the next.
    const marking = `etos-marker-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
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
                const say = error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .cJ ? log.debug : log.warning;
                say('a message could not be taken; it comes again', { queue, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) });
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
            log.warning('the queue was deleted; it is declared again, without what was in it', { queue, broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(broker) });
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
    const staying = (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.stayConnected)(broker, use, { name, clock, log, signal: over.signal });
    return {
        ready: (signal) => (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_3__.untilAborted)(ready, signal),
        caughtUp() {
            const id = `${marking}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
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
/** What is against having the queue, when that is for somebody to set right; undefined for what may pass by itself. */
function refusalOf(error, broker, { queue, parameters }) {
    const { username, vhost, exchange, prefix } = broker;
    const [text, where] = [(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), `RabbitMQ at ${(0,_broker_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(broker)}`];
    if (/ACCESS.REFUSED/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${where} does not let user "${username}" have queue "${queue}": ${text}`, `The user needs configure, write and read on the queue, read on exchange "${exchange}": ` +
            `rabbitmqctl list_permissions -p ${vhost}, set_permissions -p ${vhost}`, { cause: error });
    if (/PRECONDITION.FAILED/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${where} has queue "${queue}", with other parameters than ${JSON.stringify(parameters)}: ${text}`, `Declare it as it was first declared (RABBITMQ_QUEUE_PARAMS), or take another queue, or delete that one: rabbitmqctl delete_queue ${queue}`, { cause: error });
    // Not the other 404s: the node that has the queue may be about to start.
    if (/NOT.FOUND.*no exchange/i.test(text))
        return new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${where} has no exchange "${exchange}" any more`, `Check ${prefix}_EXCHANGE`, { cause: error });
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


/***/ }),

/***/ 35704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ startSending)
/* harmony export */ });
/* harmony import */ var _broker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97416);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37089);


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
        model.on('blocked', (reason) => log.warning('RabbitMQ takes no more for now', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .c)(broker), reason }));
        model.on('unblocked', () => log.info('RabbitMQ takes messages again', { broker: (0,_broker_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .c)(broker) }));
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


/***/ })

};
