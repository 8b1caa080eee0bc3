"use strict";
exports.id = 775;
exports.ids = [775];
exports.modules = {

/***/ 5775:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followContainer: function() { return /* binding */ followContainer; }
});

// EXTERNAL MODULE: ./src/docker/connection.js
var connection = __webpack_require__(3332);
// EXTERNAL MODULE: ./runner/patience.js
var runner_patience = __webpack_require__(2619);
// EXTERNAL MODULE: ./runner/until-ended.js
var until_ended = __webpack_require__(3163);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./runner/output/delivered.js

// Enough to tell one place of a log from every other one, in 64 kB a stream.
const keptOfHead = 4 * 1024;
const keptOfTail = 64 * 1024;
/** What the job has of one stream of its container's output: how much, how it begins and how it ends. */
class Delivered {
    total = 0;
    totalAscii = 0;
    first = Buffer.alloc(keptOfHead);
    last = Buffer.alloc(keptOfTail);
    get bytes() {
        return this.total;
    }
    /** How many of them are ASCII: these a log keeps whatever it makes of the others. */
    get asciiBytes() {
        return this.totalAscii;
    }
    add(piece) {
        this.totalAscii += countAscii(piece);
        if (this.total < keptOfHead)
            piece.copy(this.first, this.total);
        const end = piece.subarray(Math.max(0, piece.length - keptOfTail));
        const at = (this.total + piece.length - end.length) % keptOfTail;
        end.copy(this.last, 0, end.copy(this.last, at));
        this.total += piece.length;
    }
    head() {
        return this.first.subarray(0, Math.min(this.total, keptOfHead));
    }
    tail() {
        if (this.total <= keptOfTail)
            return Buffer.from(this.last.subarray(0, this.total));
        const at = this.total % keptOfTail;
        return Buffer.concat([this.last.subarray(at), this.last.subarray(0, at)]);
    }
}
/** The log does not begin where the container's output began: the engine has dropped the beginning (`max-size`, drivers that rotate by themselves). */
class LogBeginsLater extends Error {
    name = 'LogBeginsLater';
}
/**
 * Reads one stream of a log from its beginning on, past what was delivered when this is called: engines cannot continue at a byte. Logs are text,
 * and have three bytes for one that is none (U+FFFD), also for the halves of a character where they cut a long line. So of output that is no text
 * the bytes of ASCII are counted and compared, which are the same in both.
 */
function continuation(delivered) {
    const isText = [delivered.head(), delivered.tail()].every(couldBeText);
    const comparable = isText ? (piece) => piece : asciiOf;
    const total = isText ? delivered.bytes : delivered.asciiBytes;
    const [head, tail] = [comparable(delivered.head()), comparable(delivered.tail())];
    const endsLine = delivered.bytes === 0 || delivered.tail().at(-1) === 0x0a;
    const pastLooseEnd = isText ? () => 0 : looseEndSkipper(delivered);
    let at = 0;
    let heldBack = false;
    return {
        isReached: () => at >= total,
        take(piece) {
            const end = isText ? Math.min(piece.length, total - at) : indexAfterAscii(piece, total - at);
            const known = comparable(piece.subarray(0, end));
            if (!(agree(head, 0, known, at) && agree(tail, total - tail.length, known, at)))
                throw new LogBeginsLater();
            at += known.length;
            const skipped = at === total ? pastLooseEnd(piece.subarray(end)) : 0;
            const rest = piece.subarray(end + skipped);
            // Logs end every line. One that the container has not ended is the last one, unless there is more.
            if (end + skipped > 0 && at === total && !endsLine && rest.length === 1 && rest[0] === 0x0a) {
                heldBack = true;
                return rest.subarray(1);
            }
            if (!heldBack || rest.length === 0)
                return rest;
            heldBack = false;
            return Buffer.concat([Buffer.from('\n'), rest]);
        },
    };
}
/**
 * Where in what is left of a log the job is: so many bytes of it were delivered. Where the text repeats itself and several places fit, the last one.
 * @returns undefined when nothing in it was delivered
 */
function placeIn(log, delivered) {
    const tail = delivered.tail();
    if (tail.length === 0)
        return 0;
    const whole = endOfLast(log, tail);
    if (whole !== undefined || ((0,external_node_buffer_.isAscii)(log) && (0,external_node_buffer_.isAscii)(tail)))
        return whole ?? endOfBeginning(log, tail);
    const [asciiLog, asciiTail] = [asciiOf(log), asciiOf(tail)];
    const ascii = asciiTail.length === 0 ? undefined : endOfLast(asciiLog, asciiTail);
    if (ascii === undefined) {
        const partly = endOfBeginning(log, tail);
        if (partly !== undefined)
            return partly;
    }
    const counted = ascii ?? endOfBeginning(asciiLog, asciiTail);
    if (counted === undefined)
        return undefined;
    const end = indexAfterAscii(log, counted);
    return end + looseEndSkipper(delivered)(log.subarray(end));
}
/** Where the last occurrence of `tail` ends. */
function endOfLast(log, tail) {
    const at = log.lastIndexOf(tail);
    return at < 0 ? undefined : at + tail.length;
}
/** Where the end of `tail` ends with which the log begins. */
function endOfBeginning(log, tail) {
    for (let length = Math.min(log.length, tail.length - 1); length > 0; length--)
        if (log[length - 1] === tail.at(-1) && log.subarray(0, length).equals(tail.subarray(tail.length - length)))
            return length;
    return undefined;
}
/**
 * Skips, in a log past the last ASCII byte that was delivered, what was delivered after that: as it was, or replaced byte by byte.
 * @returns a function that says of each piece of the log how many of its bytes are to be skipped
 */
function looseEndSkipper(delivered) {
    const replacement = Buffer.from('\ufffd');
    const isReplacement = (bytes) => bytes.subarray(0, replacement.length).equals(replacement);
    let loose = delivered.tail();
    loose = loose.subarray(loose.findLastIndex((byte) => byte < 0x80) + 1);
    return (piece) => {
        let at = 0;
        for (let byte = piece[0]; loose.length > 0 && byte !== undefined; byte = piece[at]) {
            if (isReplacement(piece.subarray(at)) && !isReplacement(loose))
                at += replacement.length;
            else if (byte === loose[0])
                at++;
            else
                loose = Buffer.alloc(0);
            loose = loose.subarray(1);
        }
        return at;
    };
}
function countAscii(piece) {
    if ((0,external_node_buffer_.isAscii)(piece))
        return piece.length;
    let others = 0;
    for (let at = 0; at < piece.length; at++)
        others += (piece[at] ?? 0) >> 7;
    return piece.length - others;
}
function asciiOf(piece) {
    return (0,external_node_buffer_.isAscii)(piece) ? piece : Buffer.from(piece.filter((byte) => byte < 0x80));
}
/** Behind the `count`th byte of ASCII, or the end of the piece. */
function indexAfterAscii(piece, count) {
    if ((0,external_node_buffer_.isAscii)(piece))
        return Math.min(piece.length, count);
    let at = 0;
    for (let left = count; left > 0 && at < piece.length; at++)
        if ((piece[at] ?? 0) < 0x80)
            left--;
    return at;
}
/** True when two pieces of one text, each from its offset on, are the same where both are. */
function agree(a, aAt, b, bAt) {
    const [from, to] = [Math.max(aAt, bAt), Math.min(aAt + a.length, bAt + b.length)];
    return from >= to || a.subarray(from - aAt, to - aAt).equals(b.subarray(from - bAt, to - bAt));
}
/** True when this is UTF-8 but for a character that is cut at either end. */
function couldBeText(piece) {
    const isContinuing = (byte) => byte !== undefined && (byte & 0xc0) === 0x80;
    let from = 0;
    while (from < 3 && isContinuing(piece[from]))
        from++;
    const isCutAt = (at) => at === piece.length || (at >= from && (piece[at] ?? 0) >= 0xc2 && (piece[at] ?? 0) <= 0xf4);
    return [0, 1, 2, 3].some((cut) => isCutAt(piece.length - cut) && (0,external_node_buffer_.isUtf8)(piece.subarray(from, piece.length - cut)));
}

;// CONCATENATED MODULE: ./runner/output/last-bytes.js
/** Bytes as they came: all, or about the last `most` of them. */
class LastBytes {
    most;
    pieces = [];
    length = 0;
    constructor(most) {
        this.most = most;
    }
    add(piece) {
        // The piece's memory takes the next one.
        this.pieces.push(Buffer.from(piece));
        this.length += piece.length;
        for (let [oldest] = this.pieces; oldest && this.length - oldest.length >= this.most; [oldest] = this.pieces) {
            this.length -= oldest.length;
            this.pieces.shift();
        }
    }
    whole() {
        return Buffer.concat(this.pieces);
    }
}

;// CONCATENATED MODULE: ./runner/output/copy-output.js





/** Milliseconds between two looks at a log. */
const pause = 250;
// More than this and the engine is at the log for a while after the container's end, in bytes.
const muchOutput = 1024 * 1024;
// As much of a log as is held at once to find the place in it.
const mostOfLog = 32 * 1024 * 1024;
/**
 * Copies the output of a container that has been attached to and started (delegation.md 2.8). A lost connection is mended: every line comes once
 * (delegation.md 8). Never throws: output that cannot be had is told.
 * @param end `ended` settles when the container has ended, or is gone; `lost` fires when the connection was lost over which that is waited for
 * @returns when the output is with the job, or is given up
 */
async function copyOutput({ id, attached }, { ended, lost }, { engine, output, clock, say, signal }) {
    const state = { isShort: false, isGivenUp: false, writing: 0, current: attached };
    const delivered = { stdout: new Delivered(), stderr: new Delivered() };
    const sink = (stream, piece) => {
        delivered[stream].add(piece);
        const waits = output.sink(stream, piece);
        if (!waits)
            return;
        state.writing++;
        return waits.finally(() => state.writing--);
    };
    await copiedOrGivenUp(copyAll());
    /**
     * Nobody waits for a reader while a run is being ended, and a container that waits for one cannot end at all. A slow reader gets the time it takes
     * as long as nobody wants the end; an engine that says nothing more, 10 s.
     */
    async function copiedOrGivenUp(copied) {
        let isOver = false;
        const end = ended.then(() => (isOver = true), () => (isOver = true));
        await Promise.race([end, (0,runner_patience/* fired */.RV)(signal)]);
        let [last, movedAt] = [-1, clock.monotonic()];
        while (!(await within(copied, 50, clock))) {
            const bytes = delivered.stdout.bytes + delivered.stderr.bytes;
            const isReaderSlow = state.writing > 0;
            if (bytes !== last || (isReaderSlow && !signal.aborted))
                [last, movedAt] = [bytes, clock.monotonic()];
            const patience = isOver ? (signal.aborted ? 500 : 10_000) : isReaderSlow ? 1_000 : Infinity;
            if (clock.monotonic() - movedAt <= patience)
                continue;
            state.isGivenUp = true;
            output.abandon();
            state.current.close();
            return;
        }
    }
    async function copyAll() {
        const cameToItsEnd = await copy(attached, sink);
        if (!(cameToItsEnd && (await isWhole(clock.now()))))
            await copyRest();
    }
    /** True when what came over a stream that ended `at` that time is all of the output. */
    async function isWhole(at) {
        // Asked already now, while the engine tidies up behind the container. That it has not ended yet settles nothing.
        const early = hadEnded(at);
        // A container that has printed a lot ends seconds after its last byte: its log is still being written. One that goes on has closed its output,
        // or the connection was lost without a sign.
        const patience = delivered.stdout.bytes + delivered.stderr.bytes > muchOutput ? 5_000 : 500;
        const isOver = await within(Promise.race([ended, (0,runner_patience/* fired */.RV)(lost)]), patience, clock);
        return isOver && !lost.aborted && ((await early) || (await hadEnded(at)));
    }
    /** True when the container had ended by then. Before its end a stream ends when it closes its output, or when the connection is lost. */
    async function hadEnded(at) {
        // An engine that hangs now is no reason to wait: what there is has been printed.
        const container = await engine.inspectContainer(id, { limit: 5_000 }).catch(() => undefined);
        return !container || Date.parse(container.finishedAt) <= at;
    }
    /** Takes from the log what the job does not have, again and again until the container has ended. */
    async function copyRest() {
        for (let fromBeginning = true; !state.isGivenUp; await within(ended, pause, clock)) {
            const container = await (0,runner_patience/* whileAway */.cJ)(() => engine.inspectContainer(id), runner_patience/* engineAway */.DZ, { clock }).catch(() => undefined);
            if (!container)
                return;
            try {
                const outcome = fromBeginning ? await goOn() : await catchUp();
                fromBeginning &&= outcome !== 'begins later' && !(outcome === 'not reached' && (0,until_ended/* hasEnded */.h)(container));
                if (outcome === 'reached' && (0,until_ended/* hasEnded */.h)(container))
                    return;
            }
            catch (error) {
                if (!(error instanceof connection/* EngineRefused */.zN))
                    continue;
                return say(`warning: the output cannot be read again, lines may be missing: ${error.message}`);
            }
        }
    }
    /** Follows the log from its beginning, less what the job has already. */
    async function goOn() {
        const rest = { stdout: continuation(delivered.stdout), stderr: continuation(delivered.stderr) };
        const logs = await engine.followLogs(id);
        try {
            await copyFrom(logs, (stream, piece) => {
                const fresh = rest[stream].take(piece);
                return fresh.length > 0 ? sink(stream, fresh) : undefined;
            });
        }
        catch (error) {
            return error instanceof LogBeginsLater ? 'begins later' : 'lost';
        }
        return rest.stdout.isReached() && rest.stderr.isReached() ? 'reached' : 'not reached';
    }
    /** Reads what there is of a log that has lost its beginning, and delivers what follows on what the job has. */
    async function catchUp() {
        const log = { stdout: new LastBytes(mostOfLog), stderr: new LastBytes(mostOfLog) };
        const logs = await engine.readLogs(id);
        try {
            await copyFrom(logs, (stream, piece) => log[stream].add(piece));
        }
        catch {
            return 'lost';
        }
        for (const stream of ['stdout', 'stderr']) {
            const text = log[stream].whole();
            const place = placeIn(text, delivered[stream]);
            if (text.length > 0 && place === undefined && !state.isShort) {
                state.isShort = true;
                say('warning: the engine no longer has all of the log (--log-opt max-size, or a driver that rotates): lines may be missing');
            }
            if (text.length > (place ?? 0))
                await sink(stream, text.subarray(place));
        }
        return 'reached';
    }
    /** True when the stream came to its end, as far as a stream can tell. */
    async function copy(from, to) {
        return await copyFrom(from, to).then(() => true, () => false);
    }
    async function copyFrom(from, to) {
        state.current = from;
        await from.copy(to);
    }
}
async function within(promise, milliseconds, clock) {
    const late = new AbortController();
    const settled = promise.then(() => true, () => true);
    try {
        return await Promise.race([settled, clock.sleep(milliseconds, late.signal).then(() => false)]);
    }
    finally {
        late.abort();
    }
}

;// CONCATENATED MODULE: ./runner/stop-container.js


/**
 * Asks the container to stop, once: its own stop signal, after `grace` milliseconds SIGKILL. A signal of the CI system is translated so, never
 * passed on: a second one would interrupt the clean-up that the first began (delegation.md 3). Resolves when the container should have ended:
 * what has not is removed by force.
 */
async function stopContainer(id, grace, { engine, watchdog, clock, stopping }) {
    const killAt = clock.monotonic() + grace;
    const forced = (0,runner_patience/* fired */.RV)(stopping.forced).then(() => engine.killContainer(id, 'SIGKILL').catch(() => undefined));
    const stopped = askToStop(id, killAt, { engine, watchdog, clock }).catch(() => undefined);
    // The engine sends SIGKILL itself, and its answer may be lost.
    await Promise.race([
        stopped.then(() => clock.sleep(Math.max(0, Math.min(500, killAt + 1_500 - clock.monotonic())))),
        forced,
        clock.sleep(grace + 1_500),
    ]);
}
async function askToStop(id, killAt, { engine, watchdog, clock }) {
    // A paused container cannot act on a signal.
    const state = await engine.inspectContainer(id, { limit: 2_000 }).catch(() => undefined);
    if (state?.status === 'paused')
        await engine.unpauseContainer(id, { limit: 2_000 }).catch(() => undefined);
    // Not before: the watchdog would rely on a request that this process never made.
    watchdog.tell({ word: 'stopping', at: clock.monotonic() });
    for (;;) {
        try {
            return await engine.stopContainer(id, Math.max(0, killAt - clock.monotonic()), { limit: 5_000 });
        }
        catch (error) {
            if (error instanceof connection/* EngineRefused */.zN) {
                // What cannot be stopped may still be sent a signal, and has the rest of its grace.
                await engine.killContainer(id, state?.stopSignal ?? 'SIGTERM', { limit: 2_000 }).catch(() => undefined);
                return await clock.sleep(Math.max(0, killAt - clock.monotonic()));
            }
            if (!(error instanceof connection/* EngineAway */.hu))
                throw error;
            // A request that has left this process is the engine's to finish, and another would send the signal again: the container has its grace.
            if (error.at !== 'connect' || clock.monotonic() > killAt)
                return await clock.sleep(Math.max(0, killAt - clock.monotonic()));
            await clock.sleep(250);
        }
    }
}

;// CONCATENATED MODULE: ./runner/follow-container.js




/**
 * Follows a container to its end. When the run is to end before, asks the container to stop and follows it on: its last lines matter.
 * @returns the container's own exit code
 * @throws {NotRun} when it is lost; the reason to stop when it did not end within the grace
 */
async function followContainer(started, { grace }, following) {
    const { clock, stopping } = following;
    const followed = untilEndedAndCopied(started, following);
    const stopped = (0,runner_patience/* fired */.RV)(stopping.signal).then(async () => {
        await stopContainer(started.id, grace, following);
        // What it printed last may still be on its way to a reader.
        await clock.sleep(1_500);
        throw stopping.signal.reason;
    });
    stopped.catch(() => undefined);
    return await Promise.race([followed, stopped]);
}
async function untilEndedAndCopied(started, { engine, output, clock, say, stopping }) {
    const lost = new AbortController();
    const onLost = () => {
        if (!lost.signal.aborted)
            say('the connection to the engine was lost; looking for the container');
        lost.abort();
    };
    const ended = (0,until_ended/* untilEnded */.r)(started, { engine, clock, onLost });
    const copied = copyOutput(started, { ended, lost: lost.signal }, { engine, output, clock, say, signal: stopping.signal });
    const exitCode = await ended;
    await copied;
    return exitCode;
}


/***/ }),

/***/ 3163:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: function() { return /* binding */ hasEnded; },
/* harmony export */   r: function() { return /* binding */ untilEnded; }
/* harmony export */ });
/* harmony import */ var _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3332);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7794);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2619);



/**
 * Waits for a container's end, over lost connections (delegation.md 2.9, 8).
 * @param onLost called each time the connection was lost
 * @returns its exit code
 * @throws {NotRun} when it is gone, or the engine for too long
 */
async function untilEnded({ id, waiting }, { engine, clock, onLost }) {
    const found = async (call) => {
        try {
            return await (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .whileAway */ .cJ)(call, _patience_js__WEBPACK_IMPORTED_MODULE_2__/* .engineAway */ .DZ, { clock });
        }
        catch (error) {
            if (error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineRefused */ .zN && error.status === 404)
                throw gone;
            if (error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineAway */ .hu)
                throw new _endings_js__WEBPACK_IMPORTED_MODULE_1__/* .NotRun */ .VR(`the engine was lost while the container ran: ${error.message}`, 125, { cause: error });
            throw error;
        }
    };
    const gone = new _endings_js__WEBPACK_IMPORTED_MODULE_1__/* .NotRun */ .VR('the container is gone: somebody removed it');
    for (let current = waiting;;) {
        try {
            return (await current.ended).exitCode;
        }
        catch (error) {
            if (!(error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineAway */ .hu))
                throw error;
            onLost();
        }
        const state = await found(() => engine.inspectContainer(id));
        if (!state)
            throw gone;
        if (hasEnded(state))
            return state.exitCode;
        current = await found(() => engine.waitForContainer(id, 'not-running'));
    }
}
/** True for a container that does not run any more. */
function hasEnded({ status }) {
    return status === 'exited' || status === 'dead' || status === 'removing';
}


/***/ })

};
;