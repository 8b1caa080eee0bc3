export const id = 933;
export const ids = [933];
export const modules = {

/***/ 31933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runThere: () => (/* binding */ runThere)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/report/printable.js
var printable = __webpack_require__(73251);
;// CONCATENATED MODULE: ./src/remote/log-file.js



const levels = {
    DEBUG: 'debug',
    INFO: 'event',
    WARNING: 'warning',
    WARN: 'warning',
    ERROR: 'error',
    CRITICAL: 'error',
    FATAL: 'error',
};
/** Makes `etos.log` in the directory of the reports. Secrets do not get into it. */
async function createLogFile(reportDirectory, log) {
    const path = (0,external_node_path_.join)(reportDirectory, 'etos.log');
    const file = await (0,promises_.open)(path, 'w', 0o644);
    const stream = file.createWriteStream();
    // A full disk takes the file, and not the run.
    stream.once('error', (error) => log.warning('etos.log ends here', { reason: error.message }));
    return {
        path,
        write({ level, name, text, time }) {
            if (!stream.destroyed)
                stream.write(log.redact(`${[time, level, name].filter((part) => part !== '').join(' ')}: ${text}\n`));
            const at = Object.entries(levels).find(([word]) => word === level)?.[1] ?? 'event';
            // Each line says whose it is: one that begins with `::` would be a command to the runner of a CI.
            const who = (0,printable/* inOneLine */.U)(name) || 'ETOS';
            log[at](text
                .split(/\r\n|\n|\r/)
                .map((line) => `${who}: ${line}`)
                .join('\n'));
        },
        [Symbol.asyncDispose]: () => new Promise((done) => stream.end(done)),
    };
}

// EXTERNAL MODULE: ./src/collection/load.js
var load = __webpack_require__(92848);
// EXTERNAL MODULE: ./src/environment/dataset.js
var dataset = __webpack_require__(36923);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/http/create-client.js + 9 modules
var create_client = __webpack_require__(56163);
// EXTERNAL MODULE: ./src/http/url.js
var http_url = __webpack_require__(59435);
// EXTERNAL MODULE: ./src/json/value.js
var value = __webpack_require__(40805);
// EXTERNAL MODULE: ./src/remote/deployment.js
var remote_deployment = __webpack_require__(98781);
// EXTERNAL MODULE: ./src/remote/login.js
var remote_login = __webpack_require__(87497);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/remote/abort.js
var abort = __webpack_require__(6326);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/host/fit-for-files.js
var fit_for_files = __webpack_require__(65539);
// EXTERNAL MODULE: ./src/http/answer.js
var http_answer = __webpack_require__(64470);
;// CONCATENATED MODULE: ./src/remote/downloads.js











/** As many at once as today's client has (etos.md 1.4). */
const atOnce = 10;
/** Tries of a file that arrives damaged, or in part, and milliseconds between them. */
const [tries, pause] = [4, 100];
/** Milliseconds in which a log area that does not answer, or has a file not yet, is asked again. */
const within = 60_000;
/** The same for a file that nobody said was uploaded. */
const withinUnsaid = 5_000;
const gibibyte = 1024 ** 3;
/** Bytes of one file, and of all: what a deployment hands out must not fill the disk of a build node. */
const [largest, mostOfAll] = [4 * gibibyte, 32 * gibibyte];
/** Ours in the report directory, as files are and as a sub suite must not be called. */
const reserved = ['results.json', 'junit.xml', 'summary.md', 'events.ndjson', 'etos.log', '.etos-run'];
const algorithms = {
    'SHA-224': 'sha224',
    'SHA-256': 'sha256',
    'SHA-384': 'sha384',
    'SHA-512': 'sha512',
    'SHA-512/224': 'sha512-224',
    'SHA-512/256': 'sha512-256',
};
/** Fetches the files of a run while it goes on: each address once, whole or not at all, below the directories of the report and the artifacts. */
class Downloads {
    options;
    done = [];
    /** A sentence for each file that could not be had, of those that are owed. */
    failures = [];
    waiting = [];
    known = new Set();
    paths = new Set();
    directories = new Set();
    cleared = new Map();
    workers = new Set();
    received = 0;
    stopped = new AbortController();
    signal;
    constructor(options) {
        this.options = options;
        this.signal = AbortSignal.any([options.signal, this.stopped.signal]);
        // Each download listens, in more than one place.
        (0,external_node_events_.setMaxListeners)(10 * atOnce, this.signal);
    }
    /** @param owed whether the deployment has said that the file is there; others are fetched where they can be had */
    add(file, owed = true) {
        const address = URL.canParse(file.url) ? new URL(file.url).href : file.url;
        if (this.known.has(address))
            return;
        this.known.add(address);
        this.waiting.push({ file, owed });
        if (this.workers.size >= atOnce)
            return;
        const worker = this.work().finally(() => this.workers.delete(worker));
        this.workers.add(worker);
    }
    /** Resolves when all that was added is here, or has failed. */
    async settled() {
        while (this.workers.size > 0)
            await Promise.all(this.workers);
    }
    /** Gives up what is not here yet; resolves when nothing of it is left. */
    async stop() {
        this.stopped.abort(new Error('the run was stopped'));
        await this.settled();
    }
    async work() {
        for (let wanted = this.waiting.shift(); wanted; wanted = this.waiting.shift()) {
            const { file, owed } = wanted;
            try {
                const path = await this.fetch(wanted);
                this.done.push({ file, path });
            }
            catch (error) {
                if (this.signal.aborted)
                    continue;
                const reason = (0,errors/* messageOf */.bD)(error);
                if (owed)
                    this.failures.push(`${file.name}: ${reason}`);
                this.options.log.warning('could not download', { file: file.name, reason });
            }
        }
    }
    async fetch({ file, owed }) {
        const { signal } = this;
        const { clock } = this.options;
        signal.throwIfAborted();
        const directory = this.directoryFor(file);
        const path = this.pathFor(file, directory);
        await this.clear(file, directory);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path).slice(0, 50)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.partial`);
        try {
            for (let n = 1;; n++) {
                try {
                    await this.receive(file, partial, owed ? within : withinUnsaid);
                    await (0,promises_.rename)(partial, path);
                    return path;
                }
                catch (error) {
                    if (signal.aborted || error instanceof Refused || n === tries)
                        throw error;
                }
                await clock.sleep(pause * n, signal);
            }
        }
        finally {
            await (0,promises_.rm)(partial, { force: true });
        }
    }
    async receive({ url: text, checksums }, partial, patience) {
        const { signal } = this;
        const { http, deployment } = this.options;
        const url = (0,http_url/* parseUrl */.Dl)(text);
        const answer = await http.request({
            method: 'GET',
            url,
            headers: (0,remote_deployment/* loginFor */.LD)(url, deployment),
            retry: { within: patience, pause: 500, statuses: [404] },
            signal,
        });
        if (answer.status < 200 || answer.status > 299) {
            await (0,http_answer/* discard */.v)(answer);
            throw new Refused(`${(0,http_url/* printUrl */.D1)(url)} answers ${answer.status} ${answer.reason}`.trimEnd());
        }
        const announced = Number(answer.headers['content-length'] ?? 0);
        if (announced > largest) {
            answer.body.destroy();
            throw new Refused(`it has ${announced} bytes; at most ${largest} are taken`);
        }
        const [name, expected] = Object.keys(algorithms)
            .map((one) => [one, checksums[one]])
            .find(([, value]) => value !== undefined) ?? ['SHA-256', undefined];
        const hash = (0,external_node_crypto_.createHash)(algorithms[name] ?? 'sha256');
        let size = 0;
        const pieces = answer.body;
        const measured = async function* () {
            for await (const piece of pieces) {
                size += piece.length;
                this.received += piece.length;
                if (size > largest)
                    throw new Refused(`it has more than ${largest} bytes`);
                if (this.received > mostOfAll)
                    throw new Refused(`the files of the run have more than ${mostOfAll} bytes`);
                hash.update(piece);
                yield piece;
            }
        };
        await (0,external_node_stream_promises_.pipeline)(measured.call(this), (0,external_node_fs_.createWriteStream)(partial), { signal });
        const found = hash.digest('hex');
        if (expected !== undefined && found !== expected.toLowerCase())
            throw new Error(`its ${name} is ${found}, and the deployment says ${expected}: it arrived damaged`);
    }
    /** Where a file goes. A name that another file of the run has got is told apart by a number in front, as the released clients do. */
    pathFor({ directory, name }, base) {
        const fit = (0,fit_for_files/* fitForFiles */.y)(name).replace(/^\.+$/, '_') || 'file';
        for (let n = 0;; n++) {
            const path = (0,external_node_path_.join)(base, n === 0 ? fit : `${n}_${fit}`);
            // Some file systems do not tell `a` from `A`.
            const isOurs = directory === undefined && reserved.includes((0,external_node_path_.basename)(path).toLowerCase());
            if (isOurs || this.paths.has(path.toLowerCase()) || this.directories.has(path.toLowerCase()))
                continue;
            this.paths.add(path.toLowerCase());
            return path;
        }
    }
    /** Where the files of a sub suite go. A name that a file has got is told apart like those of files. */
    directoryFor({ kind, directory }) {
        const base = kind === 'log' ? this.options.reportDirectory : this.options.artifactDirectory;
        if (directory === undefined)
            return base;
        const name = (0,fit_for_files/* directoryNameOf */.u)(directory);
        for (let n = 0;; n++) {
            const path = (0,external_node_path_.join)(base, n === 0 ? name : `${n}_${name}`);
            if (reserved.includes((0,external_node_path_.basename)(path).toLowerCase()) || this.paths.has(path.toLowerCase()))
                continue;
            this.directories.add(path.toLowerCase());
            return path;
        }
    }
    /** What an earlier run left under the name of a sub suite must not pass for this one's. Other names may be the user's own directories. */
    async clear({ directory }, path) {
        if (directory === undefined || !/_SubSuite_\d+$/.test(directory))
            return;
        const cleared = this.cleared.get(path) ?? (0,promises_.rm)(path, { recursive: true, force: true });
        this.cleared.set(path, cleared);
        await cleared;
    }
}
/** Another try would end alike. */
class Refused extends Error {
    name = 'Refused';
}

// EXTERNAL MODULE: ./src/remote/fact.js
var fact = __webpack_require__(83008);
// EXTERNAL MODULE: ./src/host/clock.js
var host_clock = __webpack_require__(96726);
// EXTERNAL MODULE: ./src/remote/outcome.js
var outcome = __webpack_require__(40684);
;// CONCATENATED MODULE: ./src/remote/messages.js

/** Reads an event; undefined for pings, and for what is none of this. */
function messageIn({ event, data }) {
    const value = objectIn(data);
    const text = (...names) => {
        const found = names.map((name) => value?.[name]).find((one) => one !== undefined && one !== null);
        return typeof found === 'string' ? found : undefined;
    };
    switch (event) {
        case 'message':
            return {
                kind: 'message',
                level: (text('levelname', 'level') ?? 'INFO').toUpperCase(),
                name: text('name') ?? '',
                text: text('message') ?? data,
                time: text('@timestamp', 'datestring') ?? '',
            };
        case 'report':
        case 'artifact': {
            const [url, name] = [text('url'), text('name')];
            if (url === undefined || name === undefined)
                return undefined;
            const checksums = Object.entries((value?.checksums ?? {})).filter((pair) => typeof pair[1] === 'string');
            return {
                kind: 'file',
                file: {
                    kind: event === 'report' ? 'log' : 'artifact',
                    url,
                    name,
                    directory: text('directory') || undefined,
                    checksums: Object.fromEntries(checksums),
                },
            };
        }
        case 'shutdown':
            return { kind: 'shutdown', outcome: value && (0,outcome/* outcomeIn */._)(value), text: text('description') ?? data };
        case 'error':
            return { kind: 'error', retry: value?.retry === true, reason: text('reason') ?? data };
        default:
            return undefined;
    }
}
function objectIn(data) {
    try {
        const value = JSON.parse(data);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/remote/server-sent-events.js
// Longer is no event of ETOS: a description or a log message.
const longest = 4 * 1024 * 1024;
/**
 * Reads the events of a `text/event-stream`, whatever pieces it comes in. Comments and fields of others are left out; so is an event that the stream
 * ends in the middle of: it comes again.
 * @throws {Error} an event is too long to be one
 */
async function* eventsIn(pieces) {
    let fields = {};
    for await (const line of linesIn(pieces)) {
        if (line === '') {
            const { id, event, data } = fields;
            fields = {};
            if (event === undefined && data === undefined)
                continue;
            yield {
                id: id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined,
                event: (event || 'message').toLowerCase(),
                data: data ?? '',
            };
            continue;
        }
        const colon = line.indexOf(':');
        if (colon === 0)
            continue;
        const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
        if (name === 'data')
            fields.data = fields.data === undefined ? value : `${fields.data}\n${value}`;
        else if (name === 'id' || name === 'event')
            fields[name] = value;
        if ((fields.data?.length ?? 0) > longest)
            throw new Error(`an event of the stream is longer than ${longest} characters`);
    }
}
/** Lines end with LF, CR or both (what follows a CR may be in the next piece). The last one, when nothing ends it, is left out. */
async function* linesIn(pieces) {
    // A byte-order mark is left out by the decoder.
    const decoder = new TextDecoder();
    let rest = '';
    for await (const piece of pieces) {
        const text = rest + decoder.decode(piece, { stream: true });
        const lines = text.split(/\r\n|\n|\r(?!$)/);
        rest = lines.pop() ?? '';
        if (rest.length > longest)
            throw new Error(`a line of the stream is longer than ${longest} characters`);
        yield* lines;
    }
}

;// CONCATENATED MODULE: ./src/remote/stream.js




/** Milliseconds: four pings of the server are missing then. */
const silence = 60_000;
/** Before a run has been started the stream is not there; milliseconds that this is waited for, and at most between two tries. */
const [start, startPause] = [1_800_000, 10_000];
/** Tries in a row that bring no event, and milliseconds before the first; doubled each time, up to the last. */
const [stream_tries, stream_pause, longestPause] = [28, 100, 15_000];
/** Milliseconds of 404 after which a stream that was there, or whose run is over, is gone: a proxy says so, too, while the server is replaced. */
const vanished = 5_000;
/** Times that a gap in the numbers is asked for again before it is taken for a fact. */
const gapTries = 3;
const filters = ['message.info', 'message.warning', 'message.error', 'message.critical', 'report.*', 'artifact.*', 'shutdown.*'];
/**
 * Follows the stream of a run (etos.md 1.3) to its end: connections that break, fall silent or are refused for a while are made again, with the number of
 * the last event. An event that comes twice is told once.
 * @returns how it ended @throws only the signal's reason
 */
async function followStream({ url, generation, login }, id, { http, clock, log, signal, onMessage, isOver }) {
    const version = generation === 'v1alpha' ? 'v2alpha' : 'v1';
    const query = version === 'v1' ? '' : `?${filters.map((filter) => `filter=${filter}`).join('&')}`;
    const address = `${url}/sse/${version}/events/${id}${query}`;
    const begun = clock.now();
    let [last, connected, failed, gaps] = [undefined, false, 0, 0];
    let notThere;
    /** Whether the event is the next one. Throws where some are missing before it. */
    const isNext = ({ id: number }) => {
        if (number === undefined)
            return true;
        if (last !== undefined && (version === 'v1' ? number === last : number <= last))
            return false;
        if (version === 'v1' && last !== undefined && number !== last + 1 && ++gaps <= gapTries)
            throw new Error(`event ${number} came after ${last}: some are missing`);
        gaps = 0;
        last = number;
        return true;
    };
    const listen = async (answer) => {
        for await (const event of eventsIn(answer.body)) {
            if (!isNext(event))
                continue;
            // A stream that says the same again and again is no progress.
            if (event.id !== undefined)
                failed = 0;
            const message = messageIn(event);
            if (message?.kind === 'shutdown' || message?.kind === 'error')
                return message;
            if (message)
                onMessage(message);
        }
        return undefined;
    };
    for (;;) {
        let reason;
        try {
            const answer = await http.request({
                method: 'GET',
                url: address,
                headers: {
                    ...login.headers,
                    accept: 'text/event-stream',
                    'cache-control': 'no-cache',
                    ...(last !== undefined && { 'last-event-id': String(last) }),
                },
                limit: silence,
                signal,
            });
            try {
                const refusal = await refusalIn(answer);
                if (refusal === undefined) {
                    [connected, notThere] = [true, undefined];
                    const end = await listen(answer);
                    if (end?.kind === 'shutdown')
                        return end;
                    if (end && !end.retry && version !== 'v1')
                        return { kind: 'lost', reason: `the deployment's stream says: ${end.reason}` };
                    reason = end?.reason ?? 'the stream ended';
                }
                else {
                    reason = refusal;
                    if (answer.status !== 404)
                        notThere = undefined;
                    else if (connected || isOver())
                        notThere ??= clock.now();
                    if (notThere !== undefined && clock.now() - notThere >= vanished)
                        return { kind: 'gone' };
                    // Not there yet: neither is the suite runner.
                    if (answer.status === 404 && clock.now() - begun < start)
                        failed = Math.min(failed, stream_tries - 2);
                    else if (!mayPass(answer.status))
                        return { kind: 'lost', reason };
                }
            }
            finally {
                answer.body.destroy();
            }
        }
        catch (error) {
            signal.throwIfAborted();
            reason = (0,errors/* messageOf */.bD)(error);
        }
        failed++;
        if (failed >= stream_tries)
            return { kind: 'lost', reason };
        const wait = Math.min(stream_pause * 2 ** (failed - 1), connected ? longestPause : startPause);
        log.debug('connecting to the stream again', { reason, in: (0,host_clock/* inWords */.r)(wait), last });
        await clock.sleep(wait, signal);
    }
}
/** Why an answer is no stream of events; undefined when it is. */
async function refusalIn(answer) {
    const { status, reason, headers } = answer;
    if (status === 200) {
        const type = String(headers['content-type'] ?? 'nothing');
        return /^text\/event-stream\b/i.test(type)
            ? undefined
            : `the stream of the deployment has the content type ${type}; expected text/event-stream`;
    }
    const text = await answer.text(64 * 1024).catch(() => '');
    const said = text.slice(0, 200).replace(/\s+/g, ' ').trim();
    return `the stream of the deployment answers ${status} ${reason}`.trimEnd() + (said === '' || said.startsWith('<') ? '' : `: ${said}`);
}
/** 400 is what v2alpha says while it has no stream to open. */
function mayPass(status) {
    return status >= 500 || [200, 400, 404, 408, 413, 425, 429].includes(status);
}

;// CONCATENATED MODULE: ./src/remote/follow.js


/** Milliseconds between two looks: soon at first, then as the released services ask (eiffel.md 8.1). */
const [firstPause, follow_longestPause] = [500, 5_000];
/** Milliseconds in which events still come that were published before the end was told; of a run that was cut off not all do. */
const late = { finished: 10_000, canceled: 2_000 };
/** Milliseconds for a stream to end by itself when the run is over: five minutes as today's client gives it for v0 (etos.md 1.3). */
const streamEnding = { v0: 300_000, v1alpha: 60_000, '2021': 0 };
/** Milliseconds for the last events of a suite runner that is gone. */
const lastWords = 600_000;
/** Milliseconds without a single answer from the event repository, and without a stream, after which nothing is known of the run. */
const blind = 300_000;
/**
 * Follows a run to its end, by its stream and by its events: each tells what the other does not, and either may be out of reach (etos.md 1.3).
 * @throws {NotCarriedOut} it cannot be followed; the signal's reason
 */
async function followTestrun(deployment, id, { watch, signal, clock, log, ...following }) {
    const done = new AbortController();
    const both = AbortSignal.any([signal, done.signal]);
    const looks = watch && new Looks(watch, { clock, log });
    let stream;
    const streamed = deployment.generation === '2021'
        ? new Promise(() => undefined)
        : followStream(deployment, id, { ...following, clock, log, signal: both, isOver: () => watch?.end !== undefined }).then((end) => {
            stream = end;
            looks?.hurry();
        });
    const watched = looks ? looks.untilEnd(both) : new Promise(() => undefined);
    // Whoever loses a race below rejects when all is over.
    for (const one of [streamed, watched])
        one.catch(() => undefined);
    const within = (milliseconds) => clock.sleep(milliseconds, both);
    try {
        await Promise.race([streamed, watched]);
        if (watch?.end) {
            if (!stream && streamEnding[deployment.generation] > 0) {
                await Promise.race([streamed, within(streamEnding[deployment.generation])]);
                if (!stream)
                    log.warning('the run is over, and its stream is still open: it is not read any further');
            }
        }
        else if (stream?.kind === 'shutdown' && stream.outcome) {
            const until = clock.now() + late.finished;
            while (looks && !watch?.end && clock.now() < until && (await looks.once(both)))
                await Promise.race([watched, within(firstPause)]);
        }
        else if (stream) {
            const { reason } = stream.kind === 'lost' ? stream : { reason: 'the stream ended' };
            if (stream.kind === 'lost')
                log.warning('messages and files of the run are not heard any more', { reason });
            if (!looks)
                throw unfollowable(deployment, stream.kind === 'lost' ? reason : 'it ended without telling a result');
            if (stream.kind === 'lost')
                await Promise.race([watched, looks.untilBlind(both).then(() => Promise.reject(unfollowable(deployment, reason)))]);
            else
                await Promise.race([watched, within(lastWords), looks.untilBlind(both)]);
        }
        // What the suites told before their end may be stored after it.
        for (const until = clock.now() + late.finished; watch?.end && !watch.isComplete() && clock.now() < until; await within(firstPause))
            await looks?.once(both);
    }
    finally {
        done.abort(new Error('the run is over'));
        await Promise.allSettled([deployment.generation === '2021' ? undefined : streamed, looks && watched]);
    }
    const told = stream?.kind === 'shutdown' ? stream.outcome : undefined;
    if (told && (deployment.generation === 'v1alpha' || !watch?.end))
        return { kind: 'outcome', outcome: told };
    if (watch?.end)
        return { kind: 'activity', ...watch.end };
    if (looks?.isFailing())
        return { kind: 'untold', reason: 'its event repository does not answer' };
    return { kind: 'untold', reason: stream?.kind === 'shutdown' && stream.text !== '' ? stream.text : 'the suite runner is gone' };
}
function unfollowable({ url }, reason) {
    return new errors/* NotCarriedOut */.sZ(`the run in the ETOS deployment at ${url} cannot be followed: ${reason}`, 'This machine must reach its stream of events (/sse), or the event repository that it names');
}
/** Looks at a run again and again. A repository that does not answer is asked again, and said once. */
class Looks {
    watch;
    options;
    failing;
    soon = new AbortController();
    current;
    constructor(watch, options) {
        this.watch = watch;
        this.options = options;
    }
    async untilEnd(signal) {
        const { clock } = this.options;
        for (let pause = firstPause; !this.watch.end; pause = Math.min(pause * 1.5, follow_longestPause)) {
            await this.once(signal);
            if (this.watch.end)
                return;
            await clock.sleep(pause, AbortSignal.any([signal, this.soon.signal])).catch(() => {
                signal.throwIfAborted();
                this.soon = new AbortController();
                pause = firstPause;
            });
        }
    }
    /** The next look is now. */
    hurry() {
        this.soon.abort();
    }
    /** Looks, or waits for the look that is under way. Gives whether the repository answered. */
    once(signal) {
        this.current ??= this.look(signal).finally(() => (this.current = undefined));
        return this.current;
    }
    async look(signal) {
        const { clock, log } = this.options;
        try {
            await this.watch.look(signal);
            this.failing = undefined;
            return true;
        }
        catch (error) {
            signal.throwIfAborted();
            if (this.failing === undefined)
                log.warning('the events of the run cannot be asked for; asking again', { reason: (0,errors/* messageOf */.bD)(error) });
            this.failing ??= clock.now();
            return false;
        }
    }
    isFailing() {
        return this.failing !== undefined;
    }
    /** Resolves when the repository has not answered for too long. */
    async untilBlind(signal) {
        const { clock } = this.options;
        while (this.failing === undefined || clock.now() - this.failing < blind)
            await clock.sleep(follow_longestPause, signal);
    }
}

// EXTERNAL MODULE: ./src/remote/start.js
var remote_start = __webpack_require__(43536);
// EXTERNAL MODULE: ./src/remote/watch.js + 1 modules
var remote_watch = __webpack_require__(38531);
;// CONCATENATED MODULE: ./src/remote/remote.js
// A run in an ETOS deployment that is there: started, followed, its files fetched, ended when it is not wanted any more. In: where the deployment is and
// what it shall carry out. Out: what was seen of the run, and how it ended. What people see of it, the reports and the run's directory belong to `run`.
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/**
 * Carries a collection out in a deployment. A verdict, a cancel, and that the deployment loses its run are results.
 * @throws {InvalidInput} the deployment refuses the request; {NotCarriedOut} it could not start it; the signal's reason before it was asked
 */
async function carryOutThere(deployment, request, parts) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { journal, http, clock, log, signal, grace } = parts;
        signal.throwIfAborted();
        // On disk before the request leaves; what it is called there is known with the answer.
        const entry = await journal.begin((0,fact/* testrunFact */.M)(deployment, request, clock));
        // A cancel does not break the request off: without its answer nobody could end what it started.
        const patience = __addDisposableResource(env_1, graceAfter(signal, grace, clock), false);
        const testrun = await (0,remote_start/* startTestrun */.Uz)(deployment, request, { http, clock, signal: patience.signal }).catch(async (error) => {
            await journal.crossOut(entry);
            throw error;
        });
        const named = await journal.amend(entry, { ...testrun });
        parts.onStarted(testrun);
        const { eventRepository: repository } = testrun;
        const watch = repository === undefined ? undefined : new remote_watch/* Watch */.o(repository, testrun.id, { ...parts, deployment });
        const downloads = new Downloads({ ...parts, deployment });
        const onMessage = (message) => {
            if (message.kind === 'file')
                downloads.add(message.file);
            else if (message.kind === 'message')
                parts.onMessage(message);
        };
        const seen = () => {
            const suites = watch?.suites ?? [];
            return { testrun, suites, files: downloads.done, missing: downloads.failures };
        };
        let isOver = false;
        try {
            const end = await followTestrun(deployment, testrun.id, { http, clock, log, signal, watch, onMessage });
            isOver = end.kind !== 'untold';
            // Deployments that tell of no files name them in their events; where they do, events may also name what cannot be had from here (etos.md 1.4).
            if (watch)
                filesIn(watch.suites).forEach((file) => downloads.add(file, deployment.generation === '2021'));
            await downloads.settled();
            signal.throwIfAborted();
            await journal.crossOut(named);
            return { ...seen(), end };
        }
        catch (error) {
            // What is not followed any more must not go on there.
            if (!signal.aborted && !(error instanceof errors/* NotCarriedOut */.sZ))
                throw error;
            const late = clock.deadline(grace, new Error(`the deployment did not confirm it within ${grace / 1000} s`));
            const over = new AbortController();
            const looked = (isOver ? undefined : watch)?.look(late).then(() => watch?.end && over.abort(), () => undefined);
            // What is over, and has files left to fetch, needs no end.
            const aborted = isOver
                ? { state: 'confirmed' }
                : await (0,abort/* abortTestrun */.m)(deployment, testrun.id, { http, clock, signal: late, over: over.signal });
            await Promise.all([looked, downloads.stop()]);
            if (aborted.state === 'confirmed' || aborted.state === 'impossible' || watch?.end)
                await journal.crossOut(named);
            const [by, reason] = signal.aborted
                ? [signal.reason instanceof errors/* Cancelled */.cJ ? 'cancel' : 'time', signal.reason]
                : ['loss', error];
            return { ...seen(), end: { kind: 'stopped', by, reason, aborted: watch?.end ? { state: 'confirmed' } : aborted } };
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function filesIn(suites) {
    return suites.flatMap(({ subSuites, logs }) => [
        ...logs.map(({ name, uri: url }) => ({
            kind: 'log',
            url,
            name: name || fileNameOf(url),
            directory: undefined,
            checksums: {},
        })),
        ...subSuites.flatMap((subSuite) => subSuite.logs.map(({ name, uri: url }) => ({
            kind: 'log',
            url,
            name: name || fileNameOf(url),
            directory: subSuite.name,
            checksums: {},
        }))),
    ]);
}
function fileNameOf(url) {
    return url.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
/** Fires so many milliseconds after a signal, with its reason. */
function graceAfter(signal, grace, clock) {
    const late = new AbortController();
    const count = () => {
        clock.deadline(grace, signal.reason).addEventListener('abort', () => late.abort(signal.reason), { once: true });
    };
    if (signal.aborted)
        count();
    else
        signal.addEventListener('abort', count, { once: true });
    return { signal: late.signal, [Symbol.dispose]: () => signal.removeEventListener('abort', count) };
}

// EXTERNAL MODULE: ./src/run/build-events.js
var build_events = __webpack_require__(26157);
// EXTERNAL MODULE: ./src/run/claim-directory.js
var claim_directory = __webpack_require__(66805);
// EXTERNAL MODULE: ./src/run/directory.js
var run_directory = __webpack_require__(41856);
// EXTERNAL MODULE: ./src/run/identity.js + 1 modules
var run_identity = __webpack_require__(83026);
// EXTERNAL MODULE: ./src/run/last-output.js
var last_output = __webpack_require__(27861);
// EXTERNAL MODULE: ./src/run/left.js
var left = __webpack_require__(70282);
// EXTERNAL MODULE: ./src/run/limits.js
var limits = __webpack_require__(68135);
// EXTERNAL MODULE: ./src/run/prepare.js + 4 modules
var prepare = __webpack_require__(39528);
// EXTERNAL MODULE: ./src/suite/outcome.js
var suite_outcome = __webpack_require__(10094);
;// CONCATENATED MODULE: ./src/run/results-there.js




/**
 * Results from what was seen of a run: a suite that was not seen has the outcome of the run where that says it all. Released test runners tell no test
 * cases unless they are asked to (etos.md 6.6), so that a sub suite may have none.
 * @param outputs the last lines that test cases printed, by their ids
 */
function resultsThere(carriedOut, { suites, workspace, outputs, started, finished, }) {
    const { end, missing } = carriedOut;
    const left = [...carriedOut.suites];
    const take = (name) => {
        const at = left.findIndex((one) => one.name === name);
        return at < 0 ? undefined : left.splice(at, 1)[0];
    };
    const pairs = suites.map((suite) => ({ suite, seen: take(suite.name) }));
    const unknown = unknownOutcome(carriedOut);
    const whole = end.kind === 'outcome' ? end.outcome : undefined;
    const context = { workspace, outputs, started, finished, files: carriedOut.files, unknown };
    // Of a run of one suite the outcome of the run says it all, of others only that all of them passed.
    const unseen = whole && (whole.verdict === 'PASSED' || suites.length === 1) ? whole : unknown;
    const results = [
        ...pairs.map(({ suite, seen }) => (seen ? seenSuite(seen, suite.recipes, context) : unseenSuite(suite, unseen, context))),
        ...left.map((seen) => seenSuite(seen, [], context)),
    ];
    return { outcome: withMissing(outcomeOf(carriedOut, results), missing), suites: results };
}
const stops = { cancel: 'ABORTED', time: 'TIMED_OUT', loss: 'FAILED' };
/** The outcome of what was begun and told no end. */
function unknownOutcome({ end }) {
    const cut = (description, conclusion) => ({
        verdict: 'INCONCLUSIVE',
        conclusion,
        description: sentence(description),
    });
    if (end.kind === 'outcome')
        return cut('The deployment did not say how it ended', 'INCONCLUSIVE');
    if (end.kind === 'untold')
        return cut(`The deployment did not say how it ended: ${end.reason}`, 'FAILED');
    if (end.kind === 'activity')
        return cut(end.state === 'canceled' ? end.reason : 'It never ended', 'FAILED');
    return cut((0,errors/* messageOf */.bD)(end.reason), stops[end.by]);
}
function outcomeOf(carriedOut, suites) {
    const { end } = carriedOut;
    switch (end.kind) {
        case 'outcome': {
            // What failed has failed, whatever is said of the whole.
            const ofSuites = (0,suite_outcome/* outcomeOfRun */.z_)(suites);
            if (end.outcome.verdict === 'PASSED' && ofSuites.verdict === 'FAILED')
                return ofSuites;
            return { ...end.outcome, description: end.outcome.description || 'The deployment gave no description.' };
        }
        case 'activity': {
            const outcome = (0,suite_outcome/* outcomeOfRun */.z_)(suites);
            if (end.state === 'finished' || outcome.verdict === 'FAILED')
                return outcome;
            return unknownOutcome(carriedOut);
        }
        case 'untold':
            return carriedOut.suites.length > 0 ? (0,suite_outcome/* outcomeOfRun */.z_)(suites) : unknownOutcome(carriedOut);
        case 'stopped':
            return unknownOutcome(carriedOut);
    }
}
/** Logs that nobody can read make a verdict worth little: today's client fails the run (etos.md 1.4). Tests that failed have failed all the same. */
function withMissing(outcome, missing) {
    if (missing.length === 0 || outcome.verdict !== 'PASSED')
        return outcome;
    const more = missing.length > 1 ? ` (and ${missing.length - 1} more)` : '';
    return {
        verdict: 'INCONCLUSIVE',
        conclusion: 'FAILED',
        description: sentence(`ETOS logs did not download successfully: ${missing[0]}${more}. The deployment says: ${outcome.description}`),
    };
}
/** A suite of which no event was to be had. The files that came for it tell which sub suites it had. */
function unseenSuite({ name, recipes }, outcome, { started, finished, files, workspace, unknown }) {
    const own = files.filter(({ file }) => file.directory?.startsWith((0,fit_for_files/* directoryNameOf */.u)(`${name}_SubSuite_`)));
    const runners = new Set(recipes.map(({ testRunner }) => testRunner));
    const directories = [...new Set(own.map(({ file }) => file.directory ?? ''))].sort();
    const paths = (directory, kind) => own.filter(({ file }) => file.directory === directory && file.kind === kind).map(({ path }) => shown(path, workspace));
    return {
        name,
        outcome,
        started,
        finished,
        subSuites: directories.map((directory) => ({
            name: directory,
            testRunner: theOnly(runners),
            outcome: outcome.verdict === 'PASSED' ? outcome : unknown,
            logs: paths(directory, 'log'),
            artifacts: paths(directory, 'artifact'),
            recipes: [],
        })),
        notRun: outcome.verdict === 'INCONCLUSIVE' && directories.length === 0 ? recipes.map(notRun) : [],
    };
}
function theOnly(words) {
    return words.size === 1 ? ([...words][0] ?? '') : '';
}
function seenSuite(seen, recipes, context) {
    const { name, outcome = context.unknown, started, finished = context.finished } = seen;
    // A runner that was started again begins its sub suite anew: its last start counts.
    const subSuites = seen.subSuites.filter((one, n) => !seen.subSuites.some((other, m) => m > n && other.name === one.name));
    return {
        name,
        outcome,
        started,
        finished,
        subSuites: subSuites.map((subSuite) => subSuiteResult(subSuite, recipes, subSuites.length === 1, context)),
        notRun: subSuites.length === 0 && outcome.verdict !== 'PASSED' ? recipes.map(notRun) : [],
    };
}
function subSuiteResult(subSuite, recipes, alone, context) {
    const { name, outcome = context.unknown, started, finished, cases, logs } = subSuite;
    const directory = (0,fit_for_files/* directoryNameOf */.u)(name);
    const addresses = new Set(logs.map(({ uri }) => uri));
    const own = context.files.filter(({ file }) => file.directory === undefined
        ? addresses.has(file.url) || (alone && addresses.size === 0)
        : (0,fit_for_files/* directoryNameOf */.u)(file.directory) === directory);
    const paths = (kind) => own.filter(({ file }) => file.kind === kind).map(({ path }) => shown(path, context.workspace));
    const runners = new Set(recipes.map(({ testRunner }) => testRunner));
    const runner = recipes.find(({ id, testCase }) => cases.some((one) => one.recipe === id || one.testCase.id === testCase.id))?.testRunner;
    return {
        name,
        testRunner: runner ?? theOnly(runners),
        outcome,
        started,
        ...(finished !== undefined && { finished }),
        logs: paths('log'),
        artifacts: paths('artifact'),
        recipes: cases.map((one) => caseResult(one, context)),
    };
}
function caseResult({ id, testCase, recipe, outcome, started, finished, logs: [log] }, { files, workspace, outputs, unknown }) {
    const path = log && files.find(({ file }) => file.url === log.uri)?.path;
    const output = outputs.get(id);
    return {
        testCase,
        ...(recipe !== undefined && { recipe }),
        outcome: outcome ?? (started === undefined ? 'NOT_RUN' : unknown),
        ...(started !== undefined && { started }),
        ...(finished !== undefined && { finished }),
        ...(log && { log: path === undefined ? log.uri : shown(path, workspace) }),
        ...(output !== undefined && { output }),
    };
}
function notRun({ id: recipe, testCase }) {
    return { recipe, testCase, outcome: 'NOT_RUN' };
}
function shown(path, workspace) {
    const below = (0,external_node_path_.relative)(workspace, path);
    return below.startsWith('..') ? path : below;
}
function sentence(text) {
    return `${text.replace(/\.$/, '')}.`;
}

// EXTERNAL MODULE: ./src/run/finished.js
var run_finished = __webpack_require__(62761);
// EXTERNAL MODULE: ./src/run/sweep.js
var sweep = __webpack_require__(85431);
// EXTERNAL MODULE: ./src/run/write-reports.js + 3 modules
var write_reports = __webpack_require__(69055);
;// CONCATENATED MODULE: ./src/run/run-there.js
var run_there_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_there_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});

























/** Milliseconds that a run may take, and that a deployment has to confirm its end: as today's client (etos.md 1.3), and as long as people wait. */
const [day, longestGrace] = [86_400_000, 20_000];
/**
 * Has a test collection carried out by an existing ETOS deployment, with the results, reports and exit codes of a run on this machine.
 * @throws {InvalidInput} with all problems of what was given, also those that the deployment sees; {NotCarriedOut} it is not there, or cannot start it
 */
async function runThere(options, cluster, running) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, clock, progress } = running;
        const started = clock.now();
        const http = run_there_addDisposableResource(env_1, (0,create_client/* createHttpClient */.u)({ log, environment, clock }), true);
        const prepared = await prepareThere(options, { environment, http, signal: running.signal }).finally(() => (0,run_directory/* removeOldReports */.nx)(options.reportDirectory, { clock }));
        const { collection, identity, login } = prepared;
        secretsIn(options, login).forEach((secret) => log.secret(secret));
        const deployment = await (0,remote_deployment/* findDeployment */.HZ)(cluster.url, cluster.api, { login, http, signal: running.signal });
        await (0,run_directory/* make */.L8)(options.reportDirectory, 'report directory');
        await (0,run_directory/* make */.L8)(options.artifactDirectory, 'artifact directory');
        const _reports = run_there_addDisposableResource(env_1, await (0,claim_directory/* claimDirectory */.A)(options.reportDirectory, 'reports', { clock }), true);
        const _artifacts = run_there_addDisposableResource(env_1, await (0,claim_directory/* claimDirectory */.A)(options.artifactDirectory, 'artifacts', { clock }), true);
        const id = (0,external_node_crypto_.randomUUID)();
        const fact = { kind: 'run', id, process: (0,process_identity/* identify */.ls)(process.pid), scratch: (0,run_directory/* scratchOf */.Y5)(id, environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)()) };
        const directory = run_there_addDisposableResource(env_1, await (0,run_directory/* makeRunDirectory */.L6)(fact, options.workspace), true);
        running.onDirectory?.(directory.path);
        prepared.warnings.forEach((text) => progress({ kind: 'note', text, warning: true }));
        await (0,sweep/* sweep */.X)(options, directory, { ...running, http });
        const limit = options.timeout ?? day;
        const signal = AbortSignal.any([running.signal, clock.deadline(limit, (0,run_finished/* timedOut */.i)(limit))]);
        const recipes = collection.suites.reduce((sum, suite) => sum + suite.recipes.length, 0);
        const place = `the ETOS deployment at ${cluster.url} (${deployment.generation})`;
        const messages = run_there_addDisposableResource(env_1, await createLogFile(options.reportDirectory, log), true);
        const carriedOut = await carryOutThere(deployment, requestOf(options, prepared, environment), {
            ...options,
            journal: directory.journal,
            http,
            clock,
            log,
            signal,
            grace: Math.min((0,limits/* patienceOf */.Hw)(environment), longestGrace),
            onStarted(testrun) {
                progress({ kind: 'run', id: testrun.id, directory: directory.path, identity, suites: collection.suites.length, recipes });
                progress({ kind: 'execution space', text: place });
            },
            onSight: (sight) => tell(sight, collection, progress),
            onMessage: messages.write,
        }).catch(async (error) => {
            // Nothing goes on there, as far as anybody can tell.
            if (directory.journal.open().every(({ fact: { kind } }) => kind === 'run'))
                await directory.remove();
            throw error;
        });
        tellEnd(carriedOut, progress);
        const finished = clock.now();
        const outputs = await lastOutputs(carriedOut);
        const { outcome, suites } = resultsThere(carriedOut, {
            suites: collection.suites,
            workspace: options.workspace,
            outputs,
            started,
            finished,
        });
        const results = {
            run: { id: carriedOut.testrun.id, identity, collection: collection.source, executionSpace: place, started, finished },
            outcome,
            suites,
        };
        const files = await (0,write_reports/* writeReports */.L)(results, { directory: options.reportDirectory, log });
        if ((await (0,left/* tellWhatIsLeft */.B)(directory.journal, progress, directory)) === 0)
            await directory.remove();
        return { results, exitCode: (0,run_finished/* exitCodeOf */.F)(outcome, { signal: running.signal, badInput: false }), files: [...files, messages.path] };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_there_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function prepareThere(options, { environment, http, signal }) {
    const { workspace, collection = '' } = options;
    const [loaded, identity, datasets, login] = await (0,prepare/* allOrProblems */.Xd)([
        (0,load/* loadCollection */.Z)(collection, { http, signal, workspace }),
        itemOf(options, { environment, signal }),
        (0,dataset/* readDatasets */.qy)(options.dataset, workspace),
        (0,prepare/* soon */.qX)(() => (0,remote_login/* loginFrom */.i)(environment)),
        (0,prepare/* checkWorkspace */.MD)(workspace),
    ]);
    (0,dataset/* checkDatasets */.I2)(datasets, loaded.collection.suites.length);
    return { ...loaded, identity, datasets, login };
}
async function itemOf({ identity, workspace }, context) {
    if (identity !== undefined && (0,remote_start/* isUuid */.O1)(identity))
        return identity;
    const { text } = await (0,run_identity/* identityOf */.c)(identity, { workspace, ...context });
    return text;
}
function requestOf({ collection = '', iutProvider, executionSpaceProvider, logAreaProvider, timeout }, { identity, datasets, collection: { suites } }, environment) {
    const { triggered } = (0,build_events/* buildEvents */.U)(environment);
    return {
        collection,
        item: (0,remote_start/* isUuid */.O1)(identity) ? { id: identity } : { identity },
        dataset: merged(datasets, suites.length),
        iutProvider,
        executionSpaceProvider,
        logAreaProvider,
        ...(triggered !== undefined && { parentActivity: triggered }),
        ...(timeout !== undefined && { timeout }),
        ...(environment.BAGGAGE && { baggage: environment.BAGGAGE }),
    };
}
/** One dataset of several, as a run on this machine has them: an object, or where one was a list, a list with one for each suite. */
function merged(datasets, suites) {
    const one = (n) => (0,value/* toPlain */.Ul)(new Map(datasets.flatMap((dataset) => [...(dataset instanceof Map ? dataset : (dataset[n] ?? []))])));
    return datasets.every((dataset) => dataset instanceof Map) ? one(0) : Array.from({ length: suites }, (_, n) => one(n));
}
/** Of providers that are addresses, what only their servers should know. */
function secretsIn({ iutProvider, executionSpaceProvider, logAreaProvider }, { secrets }) {
    const passwords = [iutProvider, executionSpaceProvider, logAreaProvider].flatMap((provider) => URL.canParse(provider) ? [(0,http_url/* percentDecode */.YZ)(new URL(provider).password)] : []);
    return [...secrets, ...passwords.filter((password) => password !== '')];
}
function tell(sight, { suites }, progress) {
    if (sight.kind !== 'suite started')
        return progress(sight);
    const recipes = suites.find(({ name }) => name === sight.suite)?.recipes.length ?? 0;
    return progress({ ...sight, recipes });
}
/** Says what became of the wish to end a run there. */
function tellEnd({ end, testrun: { id } }, progress) {
    if (end.kind !== 'stopped')
        return;
    const { aborted } = end;
    if (aborted.state === 'confirmed')
        return progress({ kind: 'note', text: `the deployment confirms that testrun ${id} is ended`, warning: false });
    const reasons = { unknown: 'it knows no such run, which may still be on its way', impossible: 'one of 2021 cannot end runs' };
    const reason = aborted.state === 'refused' ? aborted.reason : reasons[aborted.state];
    progress({ kind: 'note', text: `the deployment does not confirm that testrun ${id} is ended: ${reason}`, warning: true });
}
/** The last lines of tests that did not pass, by their ids. */
async function lastOutputs({ suites, files }) {
    const outputs = new Map();
    const cases = suites.flatMap(({ subSuites }) => subSuites.flatMap((subSuite) => subSuite.cases));
    for (const { id, outcome, logs: [log], } of cases) {
        if (outcome?.verdict === 'PASSED')
            continue;
        const path = log && files.find(({ file }) => file.url === log.uri)?.path;
        const output = path && (await (0,last_output/* lastOutput */.G)(path));
        if (output)
            outputs.set(id, output);
    }
    return outputs;
}


/***/ })

};
