export const id = 940;
export const ids = [940];
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


/***/ })

};
