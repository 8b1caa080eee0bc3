export const id = 236;
export const ids = [236];
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


/***/ })

};
