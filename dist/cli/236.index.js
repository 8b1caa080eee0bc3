export const id = 236;
export const ids = [236];
export const modules = {

/***/ 40236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isOwing: () => (/* binding */ isOwing),
/* harmony export */   openOutbox: () => (/* binding */ openOutbox)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22257);




const usual = { held: 16_000, heldBytes: 16 * 1024 * 1024, segment: 4 * 1024 * 1024 };
const confirmedName = 'confirmed';
const between = 100;
/** Milliseconds until a disk that took nothing is tried again. */
const untilAgain = 250;
const chunkSize = 128 * 1024;
const [tab, lineBreak] = [0x09, 0x0a];
/** Opens the outbox in a directory, which is made; what an earlier process left there is owed again. */
async function openOutbox(directory, { log, limits = usual }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory, { recursive: true, mode: 0o700 });
    await syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory));
    const found = await readSegments(directory);
    return new FileOutbox({ directory, limits, log }, found, await readConfirmed(directory));
}
/** Whether a directory holds messages that are owed. */
async function isOwing(directory) {
    return (await readSegments(directory).catch(() => [])).some(({ count }) => count > 0);
}
class FileOutbox {
    parts;
    segments;
    /** Messages at the front of the oldest file that were confirmed before this process. */
    skip;
    opened;
    file;
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
    /** Where lines are put together: `used` bytes of it are. The messages in memory are parts of such chunks. */
    chunk = Buffer.alloc(0);
    used = 0;
    lots = [];
    /** What the disk is at, and what it will do next, for messages that came meanwhile. */
    writing;
    writingNext;
    /** Why the disk took nothing when it was last asked to. */
    failure;
    retrying;
    timer;
    noting;
    waiting = [];
    constructor(parts, segments, confirmed) {
        this.parts = parts;
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
        const fits = this.loadedEnd === this.tail && this.hasRoom;
        if (this.failure && !fits)
            return Promise.reject(this.failure);
        const n = this.tail++;
        const { segment, offset, body: kept } = this.put(n, key, body);
        if (fits)
            this.hold({ n, key, body: kept, confirmed: false });
        else
            this.reading ??= { segment, offset };
        // The disk is asked again before long.
        if (this.failure)
            return Promise.resolve();
        return (this.writingNext ??= this.writeAfter(this.writing));
    }
    /** Puts a message where it is written next. Gives its place in the file, and its body in memory. */
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
        return { segment, offset, body: this.chunk.subarray(to - 1 - body.length, to - 1) };
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
        while (this.written)
            await this.written;
        await this.loading?.catch(() => undefined);
        clearTimeout(this.timer);
        await this.noting;
        if (this.failure && this.owed > 0)
            await this.writeAfter(undefined);
        clearTimeout(this.retrying);
        await this.file?.close().catch(() => undefined);
        if (this.owed === 0)
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(directory, { recursive: true, force: true });
        // Without it some of what is confirmed comes again.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, confirmedName), String(this.first + this.head + this.skip), { mode: 0o600 }).catch(() => undefined);
        if (this.failure)
            log.error('events are lost: neither confirmed nor on the disk', {
                events: Math.min(this.owed, this.unwritten),
                reason: this.failure.message,
            });
    }
    get hasRoom() {
        const { held, heldBytes } = this.parts.limits;
        return this.held.length - this.head < held && this.heldBytes < heldBytes;
    }
    /** When everything appended by now is on the disk; undefined when it is. */
    get written() {
        return this.writingNext ?? this.writing;
    }
    segmentFor(n, length) {
        const last = this.segments.at(-1);
        if (last && last.size + length <= this.parts.limits.segment)
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
            if (this.failure && this.inVain)
                this.beginAnew();
            for (let [lot] = this.lots; lot; [lot] = this.lots) {
                const file = this.file && this.opened === lot.segment ? this.file : await this.openSegment(lot.segment);
                // What is appended meanwhile makes it longer.
                while (lot.from < lot.to)
                    lot.from += (await file.write(lot.chunk, lot.from, lot.to - lot.from)).bytesWritten;
                this.lots.shift();
            }
            await this.file?.datasync();
            if (this.failure)
                this.parts.log.info('events are kept on the disk again', { directory: this.parts.directory });
            this.failure = undefined;
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
        if (!this.failure)
            log.warning('events cannot be kept on the disk; memory alone has them', { directory, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) });
        this.failure = new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NotCarriedOut */ .sZ(`events cannot be kept in ${directory}: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Is the disk full?');
        const { file } = this;
        this.file = this.opened = undefined;
        await file?.close().catch(() => undefined);
        clearTimeout(this.retrying);
        this.retrying = setTimeout(() => {
            this.writingNext ??= this.writeAfter(this.writing);
        }, untilAgain).unref();
    }
    /** Whether the files have something, and nothing of it is owed. */
    get inVain() {
        const [oldest] = this.segments;
        return oldest !== undefined && oldest.first < this.first + this.head && this.loadedEnd === this.tail && this.owed <= this.unwritten;
    }
    /** Takes the files away, which end anywhere: they make room for what memory has. */
    beginAnew() {
        const gone = this.segments.splice(0);
        this.lots = [];
        this.reading = undefined;
        for (const { n, key, body } of this.held.slice(this.head))
            this.put(n, key, body.toString());
        for (const { path } of gone)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    }
    /** Messages of which the disk does not have all. */
    get unwritten() {
        return this.lots.reduce((sum, { chunk, from, to }) => sum + chunk.subarray(from, to).filter((byte) => byte === lineBreak).length, 0);
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
    /** Reads on in the file, behind everything that is in memory. */
    async read() {
        await this.written;
        const { reading } = this;
        if (!reading || !this.hasRoom)
            return;
        const { segment, offset } = reading;
        const lines = await readLines(segment.path, offset);
        let at = 0;
        for (let end = lines.indexOf(lineBreak); end >= 0 && (at === 0 || this.hasRoom); end = lines.indexOf(lineBreak, at)) {
            const keyEnd = lines.indexOf(tab, at);
            const confirmed = this.skip > 0;
            this.hold({ n: this.loadedEnd, key: lines.toString('utf8', at, keyEnd), body: lines.subarray(keyEnd + 1, end), confirmed });
            if (confirmed) {
                this.skip--;
                this.head++;
            }
            at = end + 1;
        }
        // From here on nothing waits in between: what is appended meanwhile must find things in order.
        const next = this.segments[this.segments.indexOf(segment) + 1];
        if (this.loadedEnd === this.tail)
            this.reading = undefined;
        else if (offset + at >= segment.size && next)
            this.reading = { segment: next, offset: 0 };
        else
            this.reading = { segment, offset: offset + at };
    }
    hold(message) {
        this.held.push(message);
        this.loadedEnd++;
        if (!message.confirmed)
            this.heldBytes += message.body.length;
    }
    /** Notes how far the broker has confirmed, and takes files away that have nothing left. Not at once each time: it only saves duplicates. */
    async note() {
        this.timer = undefined;
        const gone = this.segments.filter((segment) => segment.first + segment.count <= this.first &&
            segment !== this.opened &&
            segment !== this.reading?.segment &&
            !this.lots.some((lot) => lot.segment === segment));
        for (const segment of gone)
            this.segments.splice(this.segments.indexOf(segment), 1);
        await this.noting;
        await Promise.all([
            ...gone.map(({ path }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true })),
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.parts.directory, confirmedName), String(this.first), { mode: 0o600 }),
        ]).catch(() => undefined);
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


/***/ })

};
