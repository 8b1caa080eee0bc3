export const id = 86;
export const ids = [86];
export const modules = {

/***/ 5086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runAndShow),
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/host/clock.js
var clock = __webpack_require__(6726);
// EXTERNAL MODULE: ./src/host/log.js
var host_log = __webpack_require__(5194);
// EXTERNAL MODULE: ./src/report/results.js
var report_results = __webpack_require__(3450);
// EXTERNAL MODULE: ./src/report/table.js
var table = __webpack_require__(1008);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./src/eiffel/build.js
var eiffel_build = __webpack_require__(3377);
// EXTERNAL MODULE: ./src/eiffel/embedded-bus.js
var embedded_bus = __webpack_require__(9872);
// EXTERNAL MODULE: ./src/eiffel/record.js + 1 modules
var eiffel_record = __webpack_require__(3769);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(7584);
// EXTERNAL MODULE: ./src/http/create-client.js + 11 modules
var create_client = __webpack_require__(1530);
// EXTERNAL MODULE: ./src/journal/journal.js
var journal_journal = __webpack_require__(8790);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(805);
// EXTERNAL MODULE: ./src/release/release.js + 2 modules
var release = __webpack_require__(8874);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/server/answer.js
/** A request that is refused with a status and a sentence. */
class Refusal extends Error {
    status;
    allow;
    name = 'Refusal';
    /** @param allow the methods that are served there, of a 405 */
    constructor(status, message, allow = []) {
        super(message);
        this.status = status;
        this.allow = allow;
    }
}
function answerJson(response, status, body) {
    if (response.destroyed || response.headersSent)
        return;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
function answerText(response, status, text) {
    if (response.destroyed || response.headersSent)
        return;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

// EXTERNAL MODULE: ./src/json/parse.js + 1 modules
var parse = __webpack_require__(7412);
// EXTERNAL MODULE: ./src/eiffel/check.js
var check = __webpack_require__(8729);
;// CONCATENATED MODULE: ./src/eiffel/parse.js



/**
 * Reads one Eiffel event from JSON text. Types and versions that we do not know pass when their envelope is right.
 * @param source how messages call the text
 * @throws {InvalidInput} with everything that is wrong
 */
function parseEvent(text, source) {
    const event = (0,parse/* parsePlain */.eE)(text, source);
    const problems = (0,check/* check */.z)(event);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(`${source} is not an Eiffel event: ${problems.join('; ')}`, 'See eiffel.md 1 to 3 for the form');
    return event;
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
            if (!(error instanceof errors/* InvalidInput */.o9))
                throw error;
            problems.push(error.message);
            return [];
        }
    });
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(problems.join('\n'), 'See eiffel.md 1 to 3 for the form');
    return events;
}

;// CONCATENATED MODULE: ./src/server/body.js

/** The whole body of a request as text. @throws {Refusal} 413 when it has more bytes than `atMost`, with what to do instead */
async function readBody(request, { atMost, instead }) {
    const chunks = [];
    let length = 0;
    // Leaving the loop must not end the connection: the refusal still has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        length += chunk.length;
        if (length > atMost)
            throw new Refusal(413, `the body is longer than ${atMost} bytes; ${instead}`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}

;// CONCATENATED MODULE: ./src/server/events.js




// An event is a kilobyte or so; a batch of thousands still fits.
const longest = 32 * 1024 * 1024;
/**
 * Takes one event as JSON, or several, one a line (NDJSON), to the bus in their order. All are on it when the promise resolves.
 * @throws {Refusal} with everything that is wrong; then none of them is
 */
async function receiveEvents(request, { bus, log }) {
    const text = await readBody(request, { atMost: longest, instead: 'send fewer events at once' });
    for (const event of read(text, /ndjson/.test(request.headers['content-type'] ?? ''), log))
        await bus.publish(event);
}
function read(text, several, log) {
    try {
        return several ? parseEvents(text, 'body') : [parseEvent(text, 'body')];
    }
    catch (error) {
        if (!(error instanceof errors/* InvalidInput */.o9))
            throw error;
        log.warning('event refused', { reason: error.message });
        throw new Refusal(400, error.message);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/server/live.js
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



const between = 200;
/** Sends what was printed so far, and goes on until the test runner has ended or the reader has gone. @throws {Refusal} */
async function followLive(subSuiteId, request, response, { live, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const first = live.live(subSuiteId);
        if (!first)
            throw new Refusal(404, `sub suite ${subSuiteId} has printed nothing yet`);
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
        if (request.method === 'HEAD')
            return void response.end();
        const file = __addDisposableResource(env_1, await (0,promises_.open)(first.path), true);
        for (let at = 0; !response.destroyed && !signal.aborted;) {
            const { over = true } = live.live(subSuiteId) ?? {};
            const sent = await sendFrom(file, at, response);
            at += sent;
            if (sent > 0)
                continue;
            if (over)
                break;
            await (0,external_node_timers_promises_.setTimeout)(between, undefined, { signal }).catch(() => undefined);
        }
        response.end();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function sendFrom(file, at, response) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, at);
    if (bytesRead > 0 && !response.write(buffer.subarray(0, bytesRead))) {
        await new Promise((resolve) => {
            const go = () => {
                response.off('drain', go).off('close', go);
                resolve();
            };
            response.on('drain', go).on('close', go);
        });
    }
    return bytesRead;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/server/uploads.js






/** Stores the body of a request as a file: under another name until it is complete, so that nobody meets half of it. @throws {Refusal} */
async function receiveUpload(segments, request, { uploads, root, signal }) {
    const upload = uploadIn(segments, root);
    const path = uploads.destination(upload);
    if (path === undefined)
        throw new Refusal(404, `the run has no sub suite ${upload.subSuiteId}`);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    // A name of its own: a client that gave up and tries again may still have its first try under way.
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path).slice(0, 50)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.partial`);
    try {
        // Not `request` itself, which a disk that is full would end together with the connection, and the refusal with it.
        await (0,external_node_stream_promises_.pipeline)(request.iterator({ destroyOnReturn: false }), (0,external_node_fs_.createWriteStream)(partial), { signal });
        if (!request.complete)
            throw new Refusal(400, 'the body ended too early');
        await (0,promises_.rename)(partial, path);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}
/** Gives a file of the log area back. @throws {Refusal} */
async function sendUpload(segments, request, response, { find, root }) {
    const { url, name } = uploadIn(segments, root);
    const path = find(url);
    const size = path && (await (0,promises_.stat)(path).catch(() => undefined))?.size;
    if (path === undefined || size === undefined)
        throw new Refusal(404, `${name} was not uploaded`);
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
    if (request.method === 'HEAD')
        response.end();
    else
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), response);
}
/** Reads `<main suite>/<sub suite>/<name>`. A name is one path segment, whatever was encoded in it. @throws {Refusal} */
function uploadIn(segments, root) {
    const [mainSuiteId = '', subSuiteId = '', name = '', ...more] = segments.map(decode);
    if (more.length > 0 || name === '')
        throw new Refusal(404, 'expected /log/<main suite id>/<sub suite id>/<file name>');
    if (/[/\\\0]/.test(name) || name === '.' || name === '..')
        throw new Refusal(400, `${JSON.stringify(name)} is not a file name`);
    return { mainSuiteId, subSuiteId, name, url: addressOf(root, mainSuiteId, subSuiteId, name) };
}
/** One spelling for one file, however a client encoded its name. */
function addressOf(root, ...segments) {
    return [`${root}/log`, ...segments.map(encodeURIComponent)].join('/');
}
function decode(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        throw new Refusal(400, `${JSON.stringify(segment)} is not valid percent-encoding`);
    }
}

;// CONCATENATED MODULE: ./src/server/server.js
// The small HTTP server of a run: sub suite documents, the log area, events, live logs, local delegations. In: requests of test runners. Out: what
// the run was handed. Everything lies below a path that nobody can guess; what an upload or an event means does not belong here.







/** Starts the server on a free port. Closing it breaks what is still under way. */
async function serve({ bus, documents, uploads, live, delegations, log, host = '127.0.0.1' }) {
    const secret = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    const underWay = new Set();
    const closing = new AbortController();
    let root = '';
    async function handle(request, response) {
        const { url: target = '' } = request;
        const url = new URL(target.startsWith('/') && !target.startsWith('//') ? target : '/', 'http://run');
        // Who does not know the secret learns nothing, not even that there is something.
        if (url.pathname !== `/${secret}` && !url.pathname.startsWith(`/${secret}/`))
            throw new Refusal(404, 'there is nothing here');
        const path = url.pathname.slice(secret.length + 1);
        const [, area = '', ...rest] = path.split('/');
        switch (area) {
            case 'sub_suite':
                return sendDocument(request, response, url.searchParams.get('id') ?? '');
            case 'environment':
                return sendDocument(request, response, rest[0] ?? '');
            case 'events':
                await receiveEvents(expect(request, 'POST'), { bus, log });
                response.writeHead(204).end();
                return;
            case 'log':
                if (request.method === 'GET' || request.method === 'HEAD')
                    return sendUpload(rest, request, response, { find: uploads.find, root });
                await receiveUpload(rest, expect(request, 'PUT', 'POST'), { uploads, root, signal: closing.signal });
                answerJson(response, 201, {});
                return;
            case 'live':
                return followLive(rest[0] ?? '', expect(request, 'GET', 'HEAD'), response, { live, signal: closing.signal });
            case 'delegation':
                return delegations.handle(request, response, { root, rest: path.slice('/delegation'.length), query: url.searchParams });
            default:
                throw new Refusal(404, `there is no /${area} here`);
        }
    }
    function sendDocument(request, response, id) {
        expect(request, 'GET', 'HEAD');
        const document = documents.find(id);
        if (document === undefined)
            throw new Refusal(404, `Could not find sub suite with ID ${id}`);
        response.writeHead(200, { 'content-type': 'application/json' }).end(document);
    }
    async function answer(request, response) {
        try {
            await handle(request, response);
        }
        catch (error) {
            const status = error instanceof Refusal ? error.status : 500;
            log.debug('request refused', { method: request.method, status, reason: (0,errors/* messageOf */.bD)(error) });
            if (error instanceof Refusal && error.allow.length > 0)
                response.setHeader('allow', error.allow.join(', '));
            if (status === 500)
                log.warning('request failed', { method: request.method, reason: (0,errors/* messageOf */.bD)(error) });
            answerText(response, status, (0,errors/* messageOf */.bD)(error));
            // What is left of the body would be read as the next request; and a client that is cut off while it sends never sees its answer.
            request.resume();
        }
    }
    const server = (0,external_node_http_.createServer)((request, response) => {
        const one = answer(request, response);
        underWay.add(one);
        void one.finally(() => underWay.delete(one));
    });
    // An upload takes as long as it takes, and a test runner is silent while a recipe runs.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, host, resolve);
    });
    const { port } = server.address();
    root = `http://${host}:${port}/${secret}`;
    return {
        root,
        secret,
        async [Symbol.asyncDispose]() {
            closing.abort(new Error('the run is over'));
            const closed = new Promise((resolve) => server.close(() => resolve()));
            server.closeAllConnections();
            await closed;
            // Broken uploads take their partial files away.
            await Promise.all(underWay);
        },
    };
}
function expect(request, ...methods) {
    if (!methods.includes(request.method ?? ''))
        throw new Refusal(405, `expected ${methods.join(' or ')}, got ${request.method}`, methods);
    return request;
}

;// CONCATENATED MODULE: ./src/suite/announce.js

function newRunIds(run = (0,external_node_crypto_.randomUUID)()) {
    return { run, artifact: (0,external_node_crypto_.randomUUID)(), activity: (0,external_node_crypto_.randomUUID)() };
}
function announcerOf(ids, identity, { publisher, build }) {
    const publish = async (event) => {
        await publisher.publish(event);
        return event;
    };
    const { activity, artifact, run } = ids;
    return {
        activityId: activity,
        async triggered(collection) {
            const artifactCreated = await publish(build('ArtifactCreated', { identity: identity.text }, {}, artifact));
            const tercc = await publish(build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { tracker: 'Suite Builder', id: (0,external_node_crypto_.randomUUID)() }, batchesUri: collection }, { cause: [artifact] }, run));
            await publish(build('ActivityTriggered', { name: 'ETOS testrun', executionType: 'AUTOMATED', triggers: [{ type: 'EIFFEL_EVENT' }] }, { cause: [run, artifact] }, activity));
            return { artifactCreated, tercc };
        },
        async started() {
            await publish(build('ActivityStarted', {}, { context: activity, activityExecution: activity }));
        },
        async finished() {
            await publish(build('ActivityFinished', { outcome: { conclusion: 'SUCCESSFUL' } }, { context: activity, activityExecution: activity }));
        },
        async canceled(reason) {
            await publish(build('ActivityCanceled', { reason }, { context: activity, activityExecution: activity }));
        },
        async suiteStarted(name) {
            const { meta } = await publish(build('TestSuiteStarted', { name, categories: ['Regression test suite', identity.name], types: ['FUNCTIONAL'] }, { context: activity, terc: run }));
            return suiteAnnouncer(name, meta.id);
        },
    };
    function suiteAnnouncer(suite, id) {
        const checkout = (0,external_node_crypto_.randomUUID)();
        return {
            id,
            async checkoutStarted() {
                await publish(build('ActivityTriggered', { name: `Checkout environment for ${suite}`, executionType: 'AUTOMATED' }, { context: id }, checkout));
                await publish(build('ActivityStarted', {}, { activityExecution: checkout }));
            },
            async environmentDefined(environment) {
                await publish(build('EnvironmentDefined', { name: environment.name, uri: environment.uri }, { context: checkout }, environment.id));
            },
            async checkoutFinished(problem) {
                const outcome = problem === undefined ? { conclusion: 'SUCCESSFUL' } : { conclusion: 'UNSUCCESSFUL', description: problem };
                await publish(build('ActivityFinished', { outcome }, { activityExecution: checkout }));
            },
            async finished(outcome) {
                await publish(build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id }));
            },
        };
    }
}

// EXTERNAL MODULE: ./src/documents/sub-suite.js
var sub_suite = __webpack_require__(2379);
// EXTERNAL MODULE: ./src/documents/outcome.js
var outcome = __webpack_require__(2728);
;// CONCATENATED MODULE: ./src/suite/follow.js


/** A delegation that has told its result still has to go away before what it used is given back. */
const departure = 30_000;
/**
 * Follows a sub suite by its events until its outcome is known (etos.md 4.3): TestSuiteStarted with CAUSE = main suite and the same name, then its
 * TestSuiteFinished. Call it before the request is sent: a short delegation may be over before its answer has been read. The tracker tells
 * what events cannot, that the delegation ended without a word. When the signal fires, or a limit passes, the delegation is cancelled and
 * has the grace to tell its result.
 */
function follow(subSuite, { bus, clock, log, limits }) {
    const { name } = subSuite;
    const [started, finished] = [deferred(), deferred()];
    let startedId;
    let outcome;
    const subscription = bus.subscribe((event) => {
        // The first of each counts: a message bus may deliver twice, and a restarted runner tells its story again.
        if (startedId === undefined && isStartOf(subSuite, event))
            started.resolve((startedId = event.meta.id));
        if (outcome === undefined && startedId !== undefined && isFinishOf(startedId, event))
            finished.resolve((outcome = outcomeIn(event)));
    });
    return {
        async end(tracker, signal) {
            const over = new AbortController();
            const atMost = (promise, milliseconds) => Promise.race([promise, clock.sleep(milliseconds, over.signal).catch(() => undefined)]);
            const gone = departureOf(tracker, over.signal);
            const stopped = stopReason(started.promise, signal, { clock, limits, over: over.signal });
            try {
                const first = await Promise.race([finished.promise.then(() => 'told'), gone.then(() => 'gone'), stopped.then(() => 'stopped')]);
                if (first === 'told')
                    await atMost(gone, tracker ? departure : 0);
                if (first === 'gone')
                    await atMost(finished.promise, limits.late);
                if (first === 'stopped' && tracker) {
                    await tracker
                        .cancel(clock.deadline(limits.grace, new Error('the grace is over')))
                        .catch((error) => log.warning('delegation could not be cancelled', { subSuite: name, reason: (0,errors/* messageOf */.bD)(error) }));
                    await atMost(gone, limits.grace);
                }
                if (outcome)
                    return { name, outcome };
                return { name, lost: await (first === 'gone' ? gone : stopped) };
            }
            finally {
                over.abort();
            }
        },
        [Symbol.dispose]: () => subscription[Symbol.dispose](),
    };
}
/** Resolves with the reason when the delegation is over. Never, where nobody tells. */
async function departureOf(tracker, signal) {
    if (tracker) {
        for await (const tracked of tracker.follow(signal)) {
            if (tracked.state === 'ended' || tracked.state === 'lost')
                return reasonOf(tracked);
        }
    }
    return new Promise(() => undefined);
}
/** Resolves when the run is stopped, or a limit has passed. */
function stopReason(started, signal, { clock, limits, over }) {
    return new Promise((resolve) => {
        const stop = () => resolve((0,errors/* messageOf */.bD)(signal.reason));
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        over.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true });
        const startLimit = new AbortController();
        void started.then(() => startLimit.abort());
        const after = (milliseconds, sentence, until) => void clock.sleep(milliseconds, until).then(() => resolve(sentence), () => undefined);
        after(limits.start, `did not start within ${limits.start / 1000}s`, AbortSignal.any([over, startLimit.signal]));
        after(limits.result, `gave no result within ${limits.result / 1000}s`, over);
    });
}
function reasonOf(tracked) {
    if (tracked.state === 'lost')
        return `lost: ${tracked.reason}`;
    const code = tracked.code === undefined ? '' : ` with exit code ${tracked.code}`;
    return tracked.reason ?? `the test runner ended${code} and told no result`;
}
function isStartOf({ id, name, mainSuiteId }, { meta, data, links }) {
    if (meta.type !== 'EiffelTestSuiteStartedEvent')
        return false;
    return meta.id === id || (data.name === name && links.some(({ type, target }) => type === 'CAUSE' && target === mainSuiteId));
}
function isFinishOf(startedId, { meta, links }) {
    return (meta.type === 'EiffelTestSuiteFinishedEvent' &&
        links.some(({ type, target }) => type === 'TEST_SUITE_EXECUTION' && target === startedId));
}
function outcomeIn({ data }) {
    const { verdict, conclusion, description } = (data.outcome ?? {});
    return {
        verdict: outcome/* verdicts */.r.includes(verdict) ? verdict : 'INCONCLUSIVE',
        conclusion: outcome/* conclusions */.f.includes(conclusion) ? conclusion : 'INCONCLUSIVE',
        description: typeof description === 'string' && description !== '' ? description : 'The test runner gave no description.',
    };
}
function deferred() {
    let resolve = () => undefined;
    const promise = new Promise((settle) => (resolve = settle));
    return { promise, resolve };
}

;// CONCATENATED MODULE: ./src/suite/outcome.js
const inconclusive = (description, conclusion = 'FAILED') => ({
    verdict: 'INCONCLUSIVE',
    conclusion,
    description,
});
/** The outcome of a suite without recipes (etos.md 4.6, first row). */
function outcomeOfNothing(suite) {
    return inconclusive(`No tests in test suite ${suite}: it has no recipes.`);
}
/**
 * The outcome of a suite from the ends of its sub suites: verdict and conclusion by the table of etos.md 4.6, in its order; descriptions that
 * say which sub suites it was, and why.
 * @param problem why the suite could not be carried out in full: no environment, time, cancelled
 */
function outcomeOf(ends, problem) {
    const lost = ends.filter((end) => 'lost' in end).map(({ name, lost: reason }) => `${name} (${reason})`);
    const told = ends.filter((end) => 'outcome' in end);
    const broken = told.filter(({ outcome }) => outcome.conclusion !== 'SUCCESSFUL');
    const failed = told.filter(({ outcome }) => outcome.conclusion === 'SUCCESSFUL' && outcome.verdict !== 'PASSED');
    // What a cancel or the end of time cut off is no news of its own.
    const cutOff = problem?.conclusion === 'ABORTED' || problem?.conclusion === 'TIMED_OUT';
    if (cutOff && failed.length === 0)
        return inconclusive(sentences([problem.reason]), problem.conclusion);
    const reasons = [
        ...(problem ? [problem.reason] : []),
        ...(lost.length > 0 ? [`${ofAll(lost.length, ends.length)} gave no result: ${lost.join('; ')}`] : []),
        ...(broken.length > 0 ? [`${ofAll(broken.length, ends.length)} could not be carried out: ${described(broken)}`] : []),
    ];
    const failures = failed.length > 0 ? [`${ofAll(failed.length, ends.length)} failed: ${described(failed)}`] : [];
    if (reasons.length > 0)
        return inconclusive(sentences([...reasons, ...failures]), problem?.conclusion ?? 'FAILED');
    if (ends.length === 0)
        return inconclusive('No sub suite was started.');
    if (failures.length > 0)
        return { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: sentences(failures) };
    return { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' };
}
/** The outcome of a run: the first FAILED suite, else the last INCONCLUSIVE one, else the first (etos.md 4.3, 10). */
function outcomeOfRun(suites) {
    const withVerdict = (verdict) => suites.filter(({ outcome }) => outcome.verdict === verdict);
    const decisive = withVerdict('FAILED')[0] ?? withVerdict('INCONCLUSIVE').at(-1) ?? suites[0];
    if (!decisive)
        return inconclusive('Nothing was carried out.');
    if (suites.length === 1 || decisive.outcome.verdict === 'PASSED')
        return decisive.outcome;
    const others = suites.filter(({ outcome }) => outcome.verdict !== 'PASSED').length - 1;
    const more = others > 0 ? ` (and ${others} more of ${suites.length} suites not passed)` : '';
    return { ...decisive.outcome, description: `${decisive.name}: ${decisive.outcome.description}${more}` };
}
function ofAll(some, all) {
    return `${some} of ${all} sub suite${all === 1 ? '' : 's'}`;
}
function described(ends) {
    return ends.map(({ name, outcome }) => `${name} (${outcome.description.replace(/\.$/, '')})`).join('; ');
}
function sentences(parts) {
    return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}

// EXTERNAL MODULE: ./src/suite/split.js + 1 modules
var split = __webpack_require__(5945);
// EXTERNAL MODULE: ./src/http/form.js
var http_form = __webpack_require__(2810);
// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(3519);
;// CONCATENATED MODULE: ./src/suite/start.js




/** The request was answered with a refusal: nothing was started. Any other failure to start may have started something. */
class Refused extends errors/* NotCarriedOut */.sZ {
}
const known = ['url', 'method', 'headers', 'json', 'data', 'params', 'timeout', 'auth'];
/**
 * Sends `executor.request`, the call that starts a test runner (etos.md 4.5): one request; connection errors before anything was sent and 429, 503
 * are tried again within the request's `timeout`.
 * @throws {Refused} when the answer's status is 400 or more
 * @throws {NotCarriedOut} when nobody answers
 */
async function start(request, { http, signal }) {
    const call = readRequest(request);
    const { origin, pathname } = new URL(call.url);
    const target = `${call.method} ${origin}${pathname}`;
    let answer;
    try {
        answer = await http.request({ ...call, once: true, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        throw new errors/* NotCarriedOut */.sZ(`${target} got no answer: ${(0,errors/* messageOf */.bD)(error)}`, 'Check executor.request in the execution space provider', {
            cause: error,
        });
    }
    if (answer.status >= 400) {
        const text = (await answer.text(64 * 1024).catch(() => '')).replace(/\s+/g, ' ').slice(0, 300);
        throw new Refused(`${target} answered ${answer.status} ${answer.reason}${text && `: ${text}`}`, 'Check executor.request in the execution space provider');
    }
    return answer;
}
/** Reads a request description. @throws {NotCarriedOut} when url or method is missing or a member is of the wrong form */
function readRequest(request) {
    const fail = (what) => {
        throw new Refused(`executor.request ${what}`, `It may have ${known.join(', ')} (docs/providers.md)`);
    };
    const [url, method] = [request.get('url'), request.get('method')];
    if (typeof url !== 'string' || !URL.canParse(url))
        return fail(`has the url ${JSON.stringify(url ?? null)}; expected an address`);
    if (typeof method !== 'string')
        return fail('has no method');
    const timeout = Number(request.get('timeout') ?? 30);
    const params = request.get('params') ?? null;
    const headers = textsIn(request.get('headers') ?? null);
    const auth = readAuth(request.get('auth') ?? null, fail);
    return {
        method: method.toUpperCase(),
        url: params === null ? url : (0,http_form/* withParameters */.z)(url, params),
        ...withBody(headers, request),
        ...(auth && { auth }),
        limit: Number.isFinite(timeout) && timeout > 0
            ? timeout * 1000
            : fail(`has the timeout ${JSON.stringify(request.get('timeout'))}; expected seconds`),
    };
}
function withBody(headers, request) {
    const [json, data] = [request.get('json') ?? null, request.get('data') ?? null];
    const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    const as = (type) => (typed ? headers : { ...headers, 'Content-Type': type });
    if (typeof data === 'string')
        return { headers, body: data };
    if (data !== null)
        return { headers: as('application/x-www-form-urlencoded'), body: (0,http_form/* printForm */.i)(data) };
    if (json !== null)
        return { headers: as('application/json'), body: (0,print/* printPython */.qj)(json) };
    return { headers };
}
function readAuth(auth, fail) {
    if (auth === null)
        return undefined;
    if (!(0,json_value/* isObject */.Gv)(auth))
        return fail(`has the auth ${(0,print/* printJson */.Q2)(auth)}; expected an object`);
    const [username, password] = [auth.get('username'), auth.get('password')];
    if (typeof username !== 'string' || typeof password !== 'string')
        return fail('has an auth without username and password as text');
    return { username, password, type: (0,json_value/* textOf */.b6)(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function textsIn(value) {
    return (0,json_value/* isObject */.Gv)(value)
        ? Object.fromEntries([...value].filter(([, text]) => text !== null).map(([name, text]) => [name, (0,json_value/* textOf */.b6)(text)]))
        : {};
}

;// CONCATENATED MODULE: ./src/suite/carry-out.js
var carry_out_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var carry_out_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** Milliseconds that giving back may take when the run was cancelled: GitHub kills 10 s after a cancel (toolchain.md 9). */
const releaseWhenCancelled = 3_000;
const carry_out_release = 60_000;
/**
 * Carries out one suite (etos.md 4.3, steps 5 to 9): takes environments until every test runner is served, starts each sub suite as soon as it has
 * its own, gives back what a sub suite used as soon as it is done. Always ends with TestSuiteFinished; a failure is an outcome, not an exception.
 */
async function carryOut(suite, carrying) {
    const { announcer, log, signal } = carrying;
    const announced = await announcer.suiteStarted(suite.name);
    const recipes = suite.groups.flatMap((group) => group.recipes);
    if (recipes.length === 0) {
        const outcome = outcomeOfNothing(suite.name);
        await announced.finished(outcome);
        return { id: announced.id, name: suite.name, outcome, notRun: [] };
    }
    const sub = new SubSuites(suite, announced, carrying);
    let problem;
    try {
        await announced.checkoutStarted();
        await sub.startAll();
        await announced.checkoutFinished();
    }
    catch (error) {
        if (!(error instanceof errors/* EtosError */.Ss) && !signal.aborted)
            log.error('unexpected failure', { suite: suite.name, stack: error.stack ?? String(error) });
        problem = { reason: (0,errors/* messageOf */.bD)(error), conclusion: error instanceof errors/* Cancelled */.cJ ? 'ABORTED' : signal.aborted ? 'TIMED_OUT' : 'FAILED' };
        await announced.checkoutFinished(problem.reason);
    }
    const ends = await sub.ends();
    if (signal.aborted)
        problem ??= { reason: (0,errors/* messageOf */.bD)(signal.reason), conclusion: signal.reason instanceof errors/* Cancelled */.cJ ? 'ABORTED' : 'TIMED_OUT' };
    const outcome = outcomeOf(ends, problem);
    await announced.finished(outcome);
    return { id: announced.id, name: suite.name, outcome, notRun: sub.notStarted(), ...(problem && { problem: problem.reason }) };
}
/** The sub suites of one suite: started as environments become available, followed side by side. */
class SubSuites {
    suite;
    announced;
    carrying;
    running = new Set();
    finished = [];
    started = new Set();
    counter = 0;
    constructor(suite, announced, carrying) {
        this.suite = suite;
        this.announced = announced;
        this.carrying = carrying;
    }
    async startAll() {
        for (let groups = this.suite.groups; groups.length > 0;) {
            const iuts = await this.takeIuts(Math.min(this.suite.maximumIuts, groups.reduce((sum, { recipes }) => sum + recipes.length, 0)));
            const shares = (0,split/* split */.E)(groups, iuts);
            // An IUT that nobody needs goes back at once.
            await this.giveBack(iuts.filter((iut) => !shares.some((share) => share.iut === iut)));
            const named = shares.map((share) => ({ share, name: `${this.suite.name}_SubSuite_${this.counter++}` }));
            await settleAll(named.map(({ share, name }) => this.startOne(share, name)));
            groups = groups.filter(({ testRunner }) => !shares.some((share) => share.testRunner === testRunner));
        }
    }
    /** The ends of all that were started, when the last of them has ended. */
    async ends() {
        while (this.running.size > 0)
            await Promise.all(this.running);
        return this.finished;
    }
    notStarted() {
        return this.suite.groups.flatMap(({ recipes }) => recipes).filter((recipe) => !this.started.has(recipe));
    }
    /** IUTs for the groups that have none. While our own sub suites hold some, running out is no failure: one of them will give its own back. */
    async takeIuts(maximum) {
        const { environments, signal, log } = this.carrying;
        for (;;) {
            try {
                return await environments.iuts(maximum, { signal });
            }
            catch (error) {
                if (this.running.size === 0 || signal.aborted || !(error instanceof errors/* NotCarriedOut */.sZ))
                    throw error;
                log.info('waiting for a sub suite to give its IUT back', { suite: this.suite.name, reason: error.message });
                await Promise.race(this.running);
            }
        }
    }
    async startOne(share, name) {
        const { environments, signal } = this.carrying;
        const id = (0,external_node_crypto_.randomUUID)();
        let environment;
        try {
            environment = await environments.complete(share.iut, { name, subSuiteId: id, priority: this.suite.priority, testRunner: share.testRunner, recipes: share.recipes }, { signal });
        }
        catch (error) {
            await this.giveBack([share.iut]);
            throw error;
        }
        share.recipes.forEach((recipe) => this.started.add(recipe));
        const running = this.runOne(this.ready(share, { name, id, environment })).then((end) => {
            this.finished.push(end);
            this.running.delete(running);
            return end;
        });
        this.running.add(running);
    }
    async runOne(subSuite) {
        const { iut, logArea, executor } = subSuite.environment;
        const end = await this.runReady(subSuite);
        await this.giveBack([iut, logArea, executor]);
        this.carrying.ended(subSuite, end);
        return end;
    }
    async runReady(subSuite) {
        const { bus, clock, log, limits, serve, signal } = this.carrying;
        const { name, id, environment } = subSuite;
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const following = carry_out_addDisposableResource(env_1, follow({ name, id, mainSuiteId: this.announced.id }, { bus, clock, log, limits }), false);
                await this.announced.environmentDefined({ id: environment.id, name, uri: serve(subSuite) });
                const begun = await this.begin(subSuite);
                const end = await following.end(begun.tracker, signal);
                await begun.ended();
                return end;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                carry_out_disposeResources(env_1);
            }
        }
        catch (error) {
            return { name, lost: signal.aborted ? (0,errors/* messageOf */.bD)(signal.reason) : `failed to start: ${(0,errors/* messageOf */.bD)(error)}` };
        }
    }
    ready({ testRunner, recipes, iut }, { name, id, environment }) {
        const { runId, artifactId, announcer } = this.carrying;
        const document = (0,sub_suite/* printSubSuite */.KT)({
            name,
            suiteId: runId,
            subSuiteId: id,
            testSuiteStartedId: this.announced.id,
            priority: this.suite.priority,
            recipes,
            testRunner,
            iut: iut.item,
            artifact: artifactId,
            context: announcer.activityId,
            executor: environment.executor.item,
            logArea: environment.logArea.item,
        });
        return { suite: this.suite.name, mainSuiteId: this.announced.id, name, id, testRunner, recipes, environment, document };
    }
    /** Sends the start request, written down before and crossed out when the delegation has ended. */
    async begin({ name, environment, }) {
        const { journal, http, trackerOf, signal } = this.carrying;
        signal.throwIfAborted();
        const request = environment.executor.item.get('request');
        if (!(0,json_value/* isObject */.Gv)(request)) {
            throw new errors/* NotCarriedOut */.sZ(`execution space provider "${environment.executor.provider.id}" gave an item without "request"`, 'The request is what starts the test runner (docs/providers.md)');
        }
        const entry = await journal.begin({
            kind: 'delegation',
            subSuite: name,
            identifier: environment.identifier,
            url: (0,json_value/* textOf */.b6)(request.get('url')),
        });
        const answer = await start(request, { http, signal }).catch(async (error) => {
            if (error instanceof Refused)
                await journal.crossOut(entry);
            throw error;
        });
        const { location } = answer.headers;
        await journal.amend(entry, { location: typeof location === 'string' ? location : null });
        return { tracker: trackerOf(answer), ended: () => journal.crossOut(entry) };
    }
    /** Gives back with a deadline of its own: the run's signal may have fired. What is refused stays in the journal and is told. */
    async giveBack(items) {
        const { environments, clock, log, signal } = this.carrying;
        if (items.length === 0)
            return;
        const limit = signal.aborted ? releaseWhenCancelled : carry_out_release;
        const bound = clock.deadline(limit, new Error(`check-in took longer than ${limit / 1000} s`));
        await environments.release(items, { signal: bound }).catch((error) => log.warning((0,errors/* messageOf */.bD)(error)));
    }
}
/** Waits for all, then throws the first failure: what the others began must not be left alone. */
async function settleAll(promises) {
    const failed = (await Promise.allSettled(promises)).find((result) => result.status === 'rejected');
    if (failed)
        throw failed.reason;
}

;// CONCATENATED MODULE: ./src/tracking/local.js

/** How long one question may stay unanswered: the server answers as soon as the state differs from the one named. */
const patience = 20_000;
/** The tracker of delegations that the run's own server started: it tells their states over HTTP, with long polling. */
function localTrackers(serverRoot, { http }) {
    return ({ headers }) => {
        const { location } = headers;
        if (typeof location !== 'string' || !location.startsWith(`${serverRoot}/delegation/item/`))
            return undefined;
        return {
            async *follow(signal) {
                let known = 'none';
                for (;;) {
                    const answer = await ask(`${location}?known=${known}&wait=${patience}`, 'GET', signal);
                    if (signal.aborted)
                        return;
                    yield answer;
                    if (answer.state === 'ended' || answer.state === 'lost')
                        return;
                    known = answer.state;
                }
            },
            async cancel(signal) {
                await http.request({ method: 'DELETE', url: location, limit: 5_000, signal });
            },
        };
    };
    async function ask(url, method, signal) {
        try {
            const answer = await http.request({ method, url, limit: patience + 10_000, signal });
            const text = await answer.text();
            return answer.status === 200
                ? JSON.parse(text)
                : { state: 'lost', reason: `the run's server answered ${answer.status}` };
        }
        catch (error) {
            return { state: 'lost', reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
}

// EXTERNAL MODULE: ./src/run/directory.js
var run_directory = __webpack_require__(1856);
// EXTERNAL MODULE: ./src/jsontas/evaluate.js + 33 modules
var jsontas_evaluate = __webpack_require__(5020);
// EXTERNAL MODULE: ./src/environment/check-in.js
var check_in = __webpack_require__(6015);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __webpack_require__(8652);
;// CONCATENATED MODULE: ./src/environment/list.js




/**
 * Evaluates a provider's list (jsontas.md 12.3). A null `possible` or `available` counts as empty. A server that does not answer, or answers with a
 * status of 500 or more, may do so in a moment.
 * @throws {NotCarriedOut} when it is of another form
 */
async function listItems(provider, amount, { evaluate, signal }) {
    const listed = await evaluate(provider.list, ['list'], { names: new Map([['amount', amount]]), signal });
    const [possible, available] = (0,json_value/* isObject */.Gv)(listed) ? [itemsIn(listed.get('possible')), itemsIn(listed.get('available'))] : [];
    const answer = evaluate.lastAnswer();
    if (answer?.mayPass && !(possible && possible.length > 0))
        return { silent: answer.text };
    const fail = (what, seen = '') => {
        throw new errors/* NotCarriedOut */.sZ(`${provider.source}: list of ${kinds/* kinds */.EZ[provider.kind].called} provider "${provider.id}" ${what}${seen}`, '`possible` and `available` must come out as lists of objects; `etos jsontas` evaluates them (docs/providers.md)');
    };
    const seen = answer ? `: ${answer.text}` : '';
    if (!(0,json_value/* isObject */.Gv)(listed))
        return fail(`came out as ${typeOf(listed)}; expected an object with possible and available`, seen);
    if (possible === undefined)
        return fail(`has a possible that came out as ${typeOf(listed.get('possible'))}; expected a list`, seen);
    if (available === undefined) {
        const early = [...listed.keys()].indexOf('available') < [...listed.keys()].indexOf('possible');
        return fail(`has an available that came out as ${typeOf(listed.get('available'))}; expected a list`, early ? '. It stands before possible, and is evaluated first: put it after' : seen);
    }
    const reserved = provider.kind === 'iut' ? ['provider_id', 'identity'] : ['provider_id'];
    return {
        possible,
        available: available.map((item, n) => {
            if (!(0,json_value/* isObject */.Gv)(item))
                return fail(`has available[${n}], which is ${typeOf(item)}; expected an object`);
            const taken = reserved.find((name) => item.has(name));
            if (taken !== undefined)
                return fail(`has available[${n}] with a member "${taken}", a name that is set by ETOS; rename it`);
            return item;
        }),
    };
}
/** The list itself, nothing for null, or the list that a response description holds as its `json` (jsontas.md 8.4). */
function itemsIn(value) {
    const items = (0,jsontas_evaluate/* bodyOf */.EN)(value ?? null);
    return items === null && !(0,json_value/* isObject */.Gv)(value) ? [] : Array.isArray(items) ? items : undefined;
}
function typeOf(value) {
    if (value === null || value === undefined)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if ((0,json_value/* isObject */.Gv)(value)) {
        const query = [...value.keys()].find((name) => name.startsWith('$'));
        return query !== undefined ? `an object in which ${query} was not found` : value.has('status_code') ? 'an answer' : 'an object';
    }
    return typeof value === 'string' && value.startsWith('$') ? `the text ${JSON.stringify(value)}, which was not found` : JSON.stringify((0,json_value/* textOf */.b6)(value));
}

;// CONCATENATED MODULE: ./src/environment/prepare.js





/**
 * Runs the steps of stage `environment_provider` for each IUT, the IUTs in parallel, the steps in order (jsontas.md 12.5). Each result becomes a
 * member of the IUT under the step's name; the definitions of all stages follow, for later services that carry out theirs.
 */
async function prepare(provider, items, preparing) {
    const { stages } = provider;
    if (!stages)
        return { ready: items, failed: [] };
    const ends = await Promise.all(items.map((acquired) => prepareOne(acquired, stages, preparing)));
    const failed = ends.filter((end) => 'reason' in end);
    failed.forEach(({ acquired, reason }) => preparing.log.warning('preparation of an IUT failed', { provider: provider.id, item: (0,check_in/* nameOf */.Vb)(acquired.item), reason }));
    return { ready: ends.filter((end) => 'item' in end), failed };
}
async function prepareOne(acquired, stages, { evaluate, journal, signal }) {
    const stage = stages.get('environment_provider');
    const steps = (0,json_value/* isObject */.Gv)(stage) ? stage.get('steps') : undefined;
    const item = new Map(acquired.item);
    const results = new Map();
    for (const [name, definition] of (0,json_value/* isObject */.Gv)(steps) ? steps : []) {
        const fail = (reason) => ({ acquired, reason: `step "${name}" ${reason}` });
        if (!(0,json_value/* isObject */.Gv)(definition))
            return fail('is not an object');
        let result;
        try {
            const names = new Map([
                ['iut', item],
                ['steps', results],
            ]);
            const path = ['prepare', 'stages', 'environment_provider', 'steps', name];
            result = await evaluate(definition, path, { names, apart: true, signal });
        }
        catch (error) {
            return fail(`failed: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        item.set(name, result);
        if (!(0,jsontas_evaluate/* isTruthy */.zz)(result))
            return fail(`came out as ${(0,print/* printJson */.Q2)(result)}`);
        results.set(name, result);
    }
    for (const [name, definition] of stages)
        item.set(name, definition);
    // A check-in rule may use what a step gave.
    const entry = acquired.entry && (await journal.amend(acquired.entry, { item: (0,json_value/* toPlain */.Ul)(item) }));
    return { ...acquired, item, ...(entry && { entry }) };
}

// EXTERNAL MODULE: ./src/environment/recover.js
var recover = __webpack_require__(9887);
// EXTERNAL MODULE: ./src/environment/too-late.js
var too_late = __webpack_require__(3958);
;// CONCATENATED MODULE: ./src/environment/acquire.js










const longestPause = 5_000;
/** Milliseconds that giving back may take when the run was cancelled (toolchain.md 9). */
const acquire_releaseWhenCancelled = 5_000;
/**
 * Takes items from a provider: lists, checks out and prepares until at least `minimum` are there; at most `maximum` are taken (etos.md 5.4,
 * jsontas.md 12.7). Asks at once, then on growing pauses up to 5 s. Whatever is not in the answer has been checked in again.
 * @throws {NotCarriedOut} nothing possible, nothing available in time, every checkout refused, every preparation failed
 * @throws {InvalidInput} a part of the provider cannot be evaluated
 */
async function acquire(provider, wanted, acquiring) {
    const { clock, log, signal } = acquiring;
    const { minimum, maximum, limit } = wanted;
    const until = clock.now() + limit;
    const { called } = kinds/* kinds */.EZ[provider.kind];
    // Those whose preparation failed are tried again only when nothing else is left.
    const doubtful = new Set();
    for (let pause = 100;; pause = Math.min(pause * 2, longestPause)) {
        const listed = await listItems(provider, maximum, acquiring);
        let why;
        if ('silent' in listed)
            why = listed.silent;
        else if (listed.possible.length === 0) {
            const answer = acquiring.evaluate.lastAnswer();
            const seen = answer ? ` (${answer.text})` : '';
            throw new errors/* NotCarriedOut */.sZ(`Could not checkout: ${called} provider "${provider.id}" has nothing possible${seen}`, where(provider, 'list.possible'));
        }
        else if (listed.available.length < minimum)
            why = `${listed.available.length} of ${minimum} wanted available`;
        else {
            const round = await takeRound(provider, byTrust(listed.available, doubtful), { minimum, maximum, until }, acquiring);
            if (round.taken.length >= minimum)
                return round.taken;
            why = round.why;
            round.unprepared.forEach((listed) => doubtful.add(listed));
            await giveBack(round.taken, acquiring);
            if (round.refused)
                throw new errors/* NotCarriedOut */.sZ(`All ${called}s failed checkout. ${why}`, where(provider, 'checkout'));
        }
        const left = until - clock.now();
        if (left <= 0)
            throw (0,too_late/* tooLate */.B)(provider, limit, why);
        log.debug(`waiting for ${called}`, { provider: provider.id, why, pause });
        await clock.sleep(Math.min(pause, left), signal);
    }
}
/** One round: takes up to `maximum`, going on to further items, while there is time, when some are refused or cannot be prepared. */
async function takeRound(provider, candidates, { minimum, maximum, until }, acquiring) {
    const queue = [...candidates];
    const taken = [];
    const unprepared = [];
    const listedAs = new Map();
    let checkedOut = 0;
    let why = '';
    const wanted = () => (taken.length >= minimum && acquiring.clock.now() >= until ? minimum : maximum);
    try {
        while (taken.length < wanted() && queue.length > 0) {
            const held = [];
            try {
                // Last to first, as the released services do: a rule may rely on it (jsontas.md 12.4).
                for (const item of queue.splice(0, maximum - taken.length).reverse()) {
                    const answer = await checkOut(provider, item, acquiring);
                    if ('reason' in answer)
                        why = answer.reason;
                    else {
                        held.unshift(answer);
                        listedAs.set(answer, (0,print/* printJson */.Q2)(item));
                    }
                }
            }
            catch (error) {
                taken.push(...held);
                throw error;
            }
            checkedOut += held.length;
            const { ready, failed } = await prepareAll(provider, held, acquiring);
            why = failed.at(-1)?.reason ?? why;
            unprepared.push(...failed.map(({ acquired }) => listedAs.get(acquired) ?? ''));
            taken.push(...ready);
        }
    }
    catch (error) {
        await giveBack(taken, acquiring);
        throw error;
    }
    return { taken, unprepared, refused: checkedOut === 0, why };
}
/** Prepares those that were checked out; the ones for which it fails go back. */
async function prepareAll(provider, held, acquiring) {
    const prepared = await prepare(provider, held, acquiring);
    await giveBack(prepared.failed.map(({ acquired }) => acquired), acquiring);
    return prepared;
}
/** Checks one item out. When it fails halfway, what it may have taken is given back. */
async function checkOut(provider, item, acquiring) {
    const { evaluate, marks, journal, log, signal } = acquiring;
    const { called } = kinds/* kinds */.EZ[provider.kind];
    const marked = new Map([...marks, ...item]);
    const back = (0,check_in/* byRule */.k2)(provider, evaluate);
    // On disk before the request leaves: a crash in between costs a needless check-in, never a lost item.
    const entry = back.giveBack && (await journal.begin((0,recover/* factOf */.y)(provider, marked, evaluate)));
    const held = { provider, item: marked, ...back, ...(entry && { entry }) };
    if (!provider.checkout)
        return held;
    const ends = [];
    const undo = async (taken) => {
        if (taken)
            await giveBack([held], acquiring);
        else if (entry)
            await journal.crossOut(entry);
    };
    let answer;
    try {
        answer = await evaluate(provider.checkout, ['checkout'], { names: (0,kinds/* atHand */.pQ)(provider.kind, marked), onRequest: (end) => ends.push(end), signal });
    }
    catch (error) {
        // What was refused was not taken; of everything else it is not known.
        await undo(ends.some((end) => end !== 'refused'));
        throw error;
    }
    if (!(0,json_value/* isObject */.Gv)(answer)) {
        // A try whose answer was lost may have taken the item; that a later one was told "taken" then means: by us.
        await undo(ends.includes('lost'));
        return { reason: `${reasonIn(answer, evaluate)} (${called} ${(0,check_in/* nameOf */.Vb)(marked)})` };
    }
    const merged = new Map([...marked, ...membersOf(answer)]);
    const amended = entry && (await journal.amend(entry, { item: (0,json_value/* toPlain */.Ul)(merged) }));
    log.info(`checked out ${called}`, { provider: provider.id, item: (0,check_in/* nameOf */.Vb)(merged) });
    return { ...held, item: merged, ...(amended && { entry: amended }) };
}
/** What a checkout adds to its item. The answer of a bare request also adds what its JSON says (jsontas.md 8.4). */
function membersOf(answer) {
    const body = (0,jsontas_evaluate/* bodyOf */.EN)(answer);
    return body !== answer && (0,json_value/* isObject */.Gv)(body) ? new Map([...answer, ...body]) : answer;
}
/** Gives back last to first. What is refused stays in the journal. */
async function giveBack(items, { journal, clock, log, signal }) {
    if (items.length === 0)
        return;
    // A cancel must not stop what gives back: it has a bound of its own.
    const own = () => clock.deadline(acquire_releaseWhenCancelled, new Error(`check-in took longer than ${acquire_releaseWhenCancelled / 1000} s`));
    for (const acquired of [...items].reverse()) {
        await (0,check_in/* checkIn */.is)(acquired, { journal, clock, log, signal: signal.aborted ? own() : signal })
            .catch((error) => {
            // It was the cancel that stopped it, not the provider.
            if (signal.aborted && error instanceof errors/* NotCarriedOut */.sZ)
                return (0,check_in/* checkIn */.is)(acquired, { journal, clock, log, signal: own() });
            throw error;
        })
            .catch((error) => log.warning('check-in failed', { provider: acquired.provider.id, reason: (0,errors/* messageOf */.bD)(error) }));
    }
}
function byTrust(items, doubtful) {
    return [...items].sort((a, b) => Number(doubtful.has((0,print/* printJson */.Q2)(a))) - Number(doubtful.has((0,print/* printJson */.Q2)(b))));
}
function reasonIn(answer, evaluate) {
    if (answer === null)
        return evaluate.lastAnswer()?.text ?? 'The rule came out as null';
    return typeof answer === 'string' ? answer : `The rule came out as ${(0,print/* printJson */.Q2)(answer)}`;
}
function where(provider, part) {
    return `See ${part} in ${provider.source}; \`etos jsontas\` evaluates it alone`;
}

// EXTERNAL MODULE: ./src/environment/dataset.js
var environment_dataset = __webpack_require__(6923);
// EXTERNAL MODULE: ./src/environment/evaluate-part.js
var evaluate_part = __webpack_require__(7044);
// EXTERNAL MODULE: ./src/environment/external.js
var external = __webpack_require__(6536);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(1290);
;// CONCATENATED MODULE: ./src/environment/instructions.js




/**
 * The variables of every test runner of a run (etos.md 8.1). With a broker those of the released services: by it and by the services they find
 * everything, and what is not set is null. Without one they report to the run's own server.
 * @param now milliseconds, for the token that the password becomes when there is an `ETOS_ENCRYPTION_KEY`
 * @throws {InvalidInput} when a variable cannot be read
 */
function runnerVariables(environment, { serverRoot, runId, now }) {
    const { SOURCE_HOST: host = environment.HOSTNAME, ETOS_API: api } = environment;
    if (environment.RABBITMQ_HOST) {
        return [
            ...brokerVariables(environment, now),
            ['SOURCE_HOST', host ?? null],
            ['ETOS_GRAPHQL_SERVER', environment.ETOS_GRAPHQL_SERVER ?? null],
            ['ETOS_API', api ?? null],
            [providerVariable, environment[providerVariable] || serverRoot],
        ];
    }
    return [
        ...(host ? [['SOURCE_HOST', host]] : []),
        ...(api ? [['ETOS_API', api]] : []),
        [providerVariable, serverRoot],
        ['ENVIRONMENT_URL', null],
        ['ETOS_EVENTS_URL', `${serverRoot}/events`],
        ['ETOS_RUN_ID', runId],
    ];
}
/** Where the test runner asks for its sub suite. */
const providerVariable = 'ETOS_ENVIRONMENT_PROVIDER';
function brokerVariables(environment, now) {
    const { RABBITMQ_PASSWORD: password, RABBITMQ_PORT: port = '5672', ETOS_ENCRYPTION_KEY: key } = environment;
    if (!/^\d+$/.test(port))
        throw new errors/* InvalidInput */.o9(`RABBITMQ_PORT is ${JSON.stringify(port)}; expected a number`, 'The usual one is 5672');
    return [
        ['RABBITMQ_HOST', environment.RABBITMQ_HOST ?? null],
        ['RABBITMQ_USERNAME', environment.RABBITMQ_USERNAME ?? null],
        ['RABBITMQ_PASSWORD', password === undefined ? null : key ? encrypted(password, key, now) : password],
        ['RABBITMQ_EXCHANGE', environment.RABBITMQ_EXCHANGE ?? 'eiffel'],
        ['RABBITMQ_PORT', Number(port)],
        ['RABBITMQ_VHOST', environment.RABBITMQ_VHOST ?? null],
        // Only the exact word enables TLS (etos.md 9.1).
        ['RABBITMQ_SSL', (environment.RABBITMQ_SSL ?? 'true') === 'true'],
    ];
}
function encrypted(password, key, now) {
    try {
        return (0,jsontas_evaluate/* encryptFernet */.YK)(password, key, now);
    }
    catch (error) {
        throw new errors/* InvalidInput */.o9(`ETOS_ENCRYPTION_KEY cannot be used: ${error.message}`, 'It is a Fernet key: 32 random bytes in URL-safe base64');
    }
}
/** The instructions that `$execution_space_instructions` starts from (jsontas.md 9): the image of the test runner, no parameters, the variables. */
function baseInstructions(testRunner, variables) {
    return new Map([
        ['image', testRunner],
        ['environment', new Map(variables)],
        ['parameters', new Map()],
    ]);
}
/**
 * For which generation of test runners instructions are made (etos.md 8.1). `2021` asks for its sub suite at `SUB_SUITE_URL`; `late-2021` also gets its
 * version and a feature flag; `current` finds its environment by `ENVIRONMENT_ID`. `any` has what each of them reads, in an order that is right for all.
 */
const generations = ['any', '2021', 'late-2021', 'current'];
/** The generation that the variable `ETOS_TEST_RUNNER_GENERATION` names; `any` without it. @throws {InvalidInput} */
function generationOf(environment) {
    const text = environment.ETOS_TEST_RUNNER_GENERATION || 'any';
    const generation = findGeneration(text);
    if (generation)
        return generation;
    throw new errors/* InvalidInput */.o9(`ETOS_TEST_RUNNER_GENERATION is ${JSON.stringify(text)}; expected ${generations.join(', ')}.${(0,nearest/* didYouMean */.a)(text, generations)}`, 'Without the variable, instructions have what test runners of every generation read');
}
const structureName = 'execution_space_instructions';
/**
 * The structures of a provider, whose `$execution_space_instructions` is complete (etos.md 8.1): `SUB_SUITE_URL` below `ETOS_ENVIRONMENT_PROVIDER` after
 * everything that a provider may override, `ENVIRONMENT_URL` where the base asks for one. Two members of its parameters are ours, the released services
 * know neither: `generation`, and `testRunner` (`image` or `embedded`), which is handed on (design.md, decision 2).
 */
function withSubSuiteAddress(structures, environment) {
    const base = structures.get(structureName);
    if (!base)
        return structures;
    const usual = generationOf(environment);
    const complete = (parameters, scope) => {
        const generation = chosen(parameters.get('generation') ?? null, usual);
        const overridden = parameters.get('environment');
        const instructions = base(parameters, scope);
        if (!(instructions instanceof Map))
            return instructions;
        const variables = instructions.get('environment');
        if ((0,json_value/* isObject */.Gv)(variables)) {
            const own = (0,json_value/* isObject */.Gv)(overridden) ? overridden : new Map();
            instructions.set('environment', forGeneration(variables, { generation, own, identifier: (0,json_value/* textOf */.b6)(instructions.get('identifier')), environment }));
        }
        const testRunner = parameters.get('testRunner') ?? null;
        if (testRunner !== null)
            instructions.set('testRunner', testRunner);
        return instructions;
    };
    return new Map([...structures, [structureName, complete]]);
}
function forGeneration(given, { generation, own, identifier, environment }) {
    const variables = new Map(given);
    const take = (name) => {
        const value = variables.get(name) ?? null;
        variables.delete(name);
        return value;
    };
    const id = take('ENVIRONMENT_ID');
    // One that the provider sets stays where it is.
    const version = (own.get('ETR_VERSION') ?? null) === null ? [['ETR_VERSION', take('ETR_VERSION')]] : [];
    const provider = variables.get(providerVariable);
    if (variables.has('ENVIRONMENT_URL'))
        variables.set('ENVIRONMENT_URL', `${(0,json_value/* textOf */.b6)(provider)}/environment/${(0,json_value/* textOf */.b6)(id)}`);
    const address = typeof provider === 'string' ? [['SUB_SUITE_URL', `${provider}/sub_suite?id=${identifier}`]] : [];
    const flag = environment.ETOS_FEATURE_CLM;
    switch (generation) {
        case '2021':
            return new Map([...variables, ...address]);
        case 'late-2021':
            return new Map([...variables, ...address, ...version, ['ETOS_FEATURE_CLM', flag ?? 'true']]);
        case 'current':
            if (!own.has(providerVariable))
                variables.delete(providerVariable);
            return new Map([...variables, ['ENVIRONMENT_ID', id], ...version]);
        case 'any':
            return new Map([
                ...variables,
                ...address,
                ['ENVIRONMENT_ID', id],
                ...version,
                ...(flag === undefined ? [] : [['ETOS_FEATURE_CLM', flag]]),
            ]);
    }
}
function chosen(given, usual) {
    if (given === null)
        return usual;
    const generation = typeof given === 'string' ? findGeneration(given) : undefined;
    if (generation)
        return generation;
    throw new Error(`its "generation" is ${JSON.stringify(given)}; expected one of ${generations.join(', ')}`);
}
function findGeneration(text) {
    return generations.find((one) => one === text);
}
/** Structures that remember which instructions were issued. */
function rememberingIssued(structures) {
    const base = structures.get(structureName);
    const issued = [];
    if (!base)
        return { structures, issued };
    const remembering = (parameters, scope) => {
        const instructions = base(parameters, scope);
        if ((0,json_value/* isObject */.Gv)(instructions))
            issued.push(new Map(instructions));
        return instructions;
    };
    return { structures: new Map([...structures, [structureName, remembering]]), issued };
}

;// CONCATENATED MODULE: ./src/documents/log-area.js


const log_area_known = ['url', 'method', 'auth', 'headers', 'params', 'as_json', 'timeout'];
const usualTimeout = 30;
/**
 * Reads a log area as a provider gives it (etos.md 6.5): `provider_id`, `livelogs`, `upload`, `logs`, `type`.
 * @param problems gets a sentence for each thing that is wrong; the value is then of no use
 */
function parseLogArea(area, problems) {
    const upload = area.get('upload');
    const logs = area.get('logs');
    const livelogs = area.get('livelogs');
    const type = area.get('type');
    if (!(0,json_value/* isObject */.Gv)(upload))
        problems.push('log_area.upload is missing or not an object');
    return {
        providerId: (0,print/* printText */.n)(area.get('provider_id')),
        ...(typeof livelogs === 'string' && { livelogs }),
        upload: parseUpload((0,json_value/* isObject */.Gv)(upload) ? upload : new Map(), (0,json_value/* isObject */.Gv)(upload) ? problems : []),
        logs: readLogs(logs, problems),
        type: type === 'ARTIFACTORY' || type === 'NEXUS' || type === 'PLAIN' ? type : 'OTHER',
    };
}
function parseUpload(upload, problems) {
    const url = upload.get('url');
    if (typeof url !== 'string')
        problems.push('log_area.upload.url is missing or not text');
    const method = upload.get('method') ?? 'PUT';
    const isMethod = typeof method === 'string' && /^[A-Za-z]+$/.test(method);
    if (!isMethod)
        problems.push(`log_area.upload.method is ${JSON.stringify((0,json_value/* toPlain */.Ul)(method))}; expected a method such as PUT or POST`);
    const timeout = upload.get('timeout') ?? usualTimeout;
    const isTime = typeof timeout === 'number' && timeout >= 0;
    if (!isTime)
        problems.push(`log_area.upload.timeout is ${JSON.stringify((0,json_value/* toPlain */.Ul)(timeout))}; expected seconds`);
    const asJson = upload.get('as_json');
    const auth = log_area_readAuth(upload.get('auth'), problems);
    return {
        url: typeof url === 'string' ? url : '',
        method: isMethod ? method.toUpperCase() : 'PUT',
        ...(auth && { auth }),
        headers: Object.fromEntries(readPairs(upload.get('headers'))),
        params: readPairs(upload.get('params')),
        ...(typeof asJson === 'boolean' && { asJson }),
        timeout: (isTime ? timeout : usualTimeout) * 1000,
        unknown: [...upload.keys()].filter((name) => !log_area_known.includes(name)),
    };
}
function readLogs(logs, problems) {
    // The two defaults hold only where `logs` says anything at all (etos.md 6.5): an empty object prefixes nothing.
    if (!(0,json_value/* isObject */.Gv)(logs) || logs.size === 0)
        return {};
    const text = (name, otherwise) => {
        const value = logs.get(name) ?? otherwise;
        if (typeof value !== 'string')
            problems.push(`log_area.logs.${name} is not text`);
        return (0,print/* printText */.n)(value);
    };
    return { prepend: text('prepend', ''), joinCharacter: text('join_character', '_') };
}
function log_area_readAuth(auth, problems) {
    if (!(0,json_value/* isObject */.Gv)(auth))
        return undefined;
    const [username, password] = [auth.get('username'), auth.get('password')];
    if (typeof username !== 'string' || typeof password !== 'string') {
        problems.push('log_area.upload.auth needs username and password as text');
        return undefined;
    }
    // Whatever is not basic is digest, as the released test runners have it.
    return { username, password, type: (0,print/* printText */.n)(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function readPairs(value) {
    if (!(0,json_value/* isObject */.Gv)(value))
        return [];
    return [...value].flatMap(([name, member]) => (Array.isArray(member) ? member : [member]).filter((one) => one !== null).map((one) => [name, (0,print/* printText */.n)(one)]));
}

;// CONCATENATED MODULE: ./src/environment/item-rules.js



/** What a log area and an execution space must hold once they are checked out (jsontas.md 12.8). */
const itemRules = {
    iut: { members: [], hint: '' },
    'log-area': {
        members: ['livelogs', 'upload'],
        hint: '`livelogs` is the address of the live log for people, `upload` the request that stores a file (docs/providers.md)',
    },
    'execution-space': {
        members: ['request'],
        hint: '`request` is the call that starts a test runner: url, method, headers, json or data (docs/providers.md)',
    },
};
/** @throws {NotCarriedOut} with all that is wrong with an item */
function checkItem(provider, item) {
    const { members, hint } = itemRules[provider.kind];
    const problems = members.filter((name) => !item.has(name)).map((name) => `has no "${name}"`);
    if (provider.kind === 'log-area' && problems.length === 0) {
        const wrong = [];
        parseLogArea(item, wrong);
        problems.push(...wrong.map((problem) => `is wrong: ${problem.replace(/^log_area\./, '')}`));
    }
    const request = item.get('request');
    if (provider.kind === 'execution-space' && request !== undefined && !(0,json_value/* isObject */.Gv)(request))
        problems.push('has a "request" that is no object');
    if (problems.length > 0)
        throw new errors/* NotCarriedOut */.sZ(`${provider.source}: an item of provider "${provider.id}" ${problems.join(' and ')}`, hint);
}

;// CONCATENATED MODULE: ./src/environment/environment.js












function suiteEnvironments(providers, facts, providing) {
    const { limits, journal, clock, log } = providing;
    const dataset = (0,environment_dataset/* datasetFor */.Oh)(facts);
    async function take(kind, amount, { own, structures = providing.structures }, { signal }) {
        const provider = providers[kind];
        const marks = new Map([
            ['provider_id', provider.id],
            ...(kind === 'iut' ? [['identity', facts.identity.text]] : []),
        ]);
        const wanted = { ...amount, limit: limits[kind] };
        const taken = provider.type === 'jsontas'
            ? await acquire(provider, wanted, {
                ...providing,
                evaluate: (0,evaluate_part/* evaluatorOf */.t)(provider, { ...providing, structures, dataset: own }),
                marks,
                signal,
            })
            : await (0,external/* acquireOutside */.Es)(provider, wanted, { ...providing, request: outsideRequest(kind, facts, own), run: facts.run, marks, signal });
        own.set(kinds/* kinds */.EZ[kind].items, taken.map(({ item }) => item));
        return taken;
    }
    async function takeOne(kind, own, waiting) {
        const { structures, issued } = rememberingIssued(providing.structures);
        const [one] = await take(kind, { minimum: 1, maximum: 1 }, { own, structures }, waiting);
        if (!one)
            throw new errors/* NotCarriedOut */.sZ(`${kinds/* kinds */.EZ[kind].called} provider "${providers[kind].id}" gave nothing`, 'See its list');
        try {
            checkItem(one.provider, one.item);
            return kind === 'execution-space' ? withInstructions(one, issued) : one;
        }
        catch (error) {
            await releaseNow([one]);
            throw error;
        }
    }
    async function release(items, { signal }) {
        const failures = [];
        for (const item of items)
            await (0,check_in/* checkIn */.is)(item, { journal, clock, log, signal }).catch((error) => failures.push(error));
        if (failures.length > 0)
            throw new AggregateError(failures, failures.map((error) => error.message).join('; '));
    }
    /** With a bound of its own: the run's signal may have fired. What is refused is told, and stays in the journal. */
    async function releaseNow(items) {
        const bound = clock.deadline(5_000, new Error('check-in took longer than 5 s'));
        await release(items, { signal: bound }).catch((error) => log.warning(error.message));
    }
    return {
        release,
        iuts: (maximum, waiting) => take('iut', { minimum: 1, maximum }, { own: dataset }, waiting),
        async complete(iut, subSuite, waiting) {
            // A dataset of its own for each IUT: several are completed side by side, and each sees its own `$iut`.
            const own = new Map([
                ...dataset,
                ['iut', iut.item],
                ['test_runner', subSuite.testRunner],
                ['suite', (0,environment_dataset/* suiteValue */.mW)(subSuite)],
                ['local', facts.local(subSuite)],
                ['instructions', baseInstructions(subSuite.testRunner, providing.variables)],
            ]);
            const executor = await takeOne('execution-space', own, waiting);
            try {
                own.set('executor', executor.item);
                const logArea = await takeOne('log-area', own, waiting);
                return { iut, executor, logArea, ...idsOf(executor) };
            }
            catch (error) {
                await releaseNow([executor]);
                throw error;
            }
        },
    };
}
/** What an external provider is told (etos.md 5.6). */
function outsideRequest(kind, facts, dataset) {
    const of = (name) => dataset.get(name) ?? null;
    const instructions = of('instructions');
    const environment = (0,json_value/* isObject */.Gv)(instructions) ? instructions.get('environment') : undefined;
    const internal = Object.entries(facts.environment).filter(([name]) => name.startsWith('ETOS_RABBITMQ_'));
    const texts = [...((0,json_value/* isObject */.Gv)(environment) ? environment : []), ...(0,json_value/* fromPlain */.bM)(Object.fromEntries(internal))]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, typeof value === 'string' ? value : (0,print/* printJson */.Q2)(value)]);
    return new Map([
        ['identity', facts.identity.text],
        ['artifact_id', facts.artifactId],
        ['artifact_created', facts.artifactCreated],
        ['artifact_published', null],
        ['tercc', facts.tercc],
        ['dataset', facts.dataset],
        ['context', facts.context],
        ...(kind === 'execution-space'
            ? [
                ['test_runner', of('test_runner')],
                ['iut', of('iut')],
                ['environment', new Map(texts)],
            ]
            : []),
        ...(kind === 'log-area'
            ? [
                ['iut', of('iut')],
                ['executor', of('executor')],
            ]
            : []),
    ]);
}
/**
 * The execution space with the instructions it is about. The documented provider puts them into its request alone, where the released services do not
 * find them (jsontas.md 13): those that were issued are known by their identifier.
 */
function withInstructions(executor, issued) {
    const { item, provider } = executor;
    if ((0,json_value/* isObject */.Gv)(item.get('instructions')))
        return executor;
    const request = (0,print/* printJson */.Q2)(item.get('request') ?? null);
    const own = issued.find((instructions) => {
        const identifier = instructions.get('identifier');
        return typeof identifier === 'string' && request.includes(identifier);
    });
    if (own)
        return { ...executor, item: new Map([...item, ['instructions', own]]) };
    throw new errors/* NotCarriedOut */.sZ(`${provider.source}: an execution space of provider "${provider.id}" has no "instructions", and its request holds none`, 'Give each item "instructions": "$execution_space_instructions" and use $expand_value.instructions in its request (docs/providers.md)');
}
function idsOf({ item }) {
    const instructions = item.get('instructions');
    const [environment, identifier] = (0,json_value/* isObject */.Gv)(instructions) ? [instructions.get('environment'), instructions.get('identifier')] : [];
    const id = (0,json_value/* isObject */.Gv)(environment) ? environment.get('ENVIRONMENT_ID') : undefined;
    return { id: typeof id === 'string' ? id : (0,external_node_crypto_.randomUUID)(), identifier: typeof identifier === 'string' ? identifier : (0,external_node_crypto_.randomUUID)() };
}

;// CONCATENATED MODULE: ./src/environment/structures.js

/** What provider files may use (jsontas.md 9). */
function structuresOfProviders(environment) {
    return (0,jsontas_evaluate/* providerStructures */.SX)({ environment });
}

// EXTERNAL MODULE: ./src/run/local-spaces.js
var local_spaces = __webpack_require__(7414);
;// CONCATENATED MODULE: ./src/run/environments.js





/** The environments of one suite of a run. */
function environmentsFor(prepared, { ids, options, environment, serverRoot, artifactCreated, tercc, journal, http, clock, log }) {
    const { identity, dataset, providers, spaces, maximumAmount } = prepared;
    const local = (0,local_spaces/* localDataset */.If)(spaces.spaceFor, { serverRoot, workspace: options.workspace, iuts: maximumAmount ?? 1 });
    if (environment.RABBITMQ_PASSWORD)
        log.secret(environment.RABBITMQ_PASSWORD);
    const facts = { run: ids.run, identity, artifactId: ids.artifact, context: ids.activity, tercc, artifactCreated, environment, local, dataset };
    const structures = withSubSuiteAddress(structuresOfProviders(environment), environment);
    return suiteEnvironments(providers, facts, {
        structures,
        variables: runnerVariables(environment, { serverRoot, runId: ids.run, now: clock.now() }),
        limits: (0,kinds/* waitLimits */.U7)(environment),
        journal,
        http,
        clock,
        log,
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./src/server/local-delegation.js









function localDelegations(options) {
    const items = new Map();
    let last = 0;
    async function build(request, response, root, space) {
        const text = parameterIn(await readBody(request, { atMost: longestBody, instead: 'a parameter is far shorter' }));
        if (text === undefined)
            return answerJson(response, 400, { error: 'expected the form field json={"parameter":[{"name":"docker","value":"…"}]}' });
        const instructions = instructionsIn(text);
        if (instructions === undefined)
            return answerJson(response, 400, { error: 'the docker parameter is not a JSON object with "environment"' });
        const delegated = { n: ++last, space, identifier: instructions.identifier };
        try {
            items.set(delegated.n, await start(delegated, text, instructions.environment));
        }
        catch (error) {
            return answerJson(response, 500, { error: `could not start the delegation: ${(0,errors/* messageOf */.bD)(error)}` });
        }
        response.writeHead(201, { location: `${root}/delegation/item/${delegated.n}/` }).end();
    }
    async function start(delegated, text, parameter) {
        const consoleFile = options.console(delegated);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(consoleFile), { recursive: true });
        const { command, environment, cwd } = await options.program({ ...delegated, parameter });
        const [file, ...args] = command;
        // A session of its own: a Ctrl+C in the terminal reaches the run, which then decides. Descriptor 3 is the lifeline: it ends when this
        // process is gone, however it went.
        const child = (0,external_node_child_process_.spawn)(file, args, {
            cwd,
            env: { ...environment, ETOS_LIFELINE_FD: '3' },
            stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
            detached: true,
        });
        child.stdin?.on('error', () => undefined).end(text);
        child.stdio[3]?.on('error', () => undefined);
        const output = (0,external_node_fs_.createWriteStream)(consoleFile, { mode: 0o600 });
        const { onLine } = options;
        const lines = copy(child, output, onLine && ((line) => onLine(delegated, line)));
        const running = { state: 'running', log: consoleFile };
        const exit = new Promise((resolve) => {
            child.on('error', (error) => {
                options.log.warning('delegation could not be started', { reason: (0,errors/* messageOf */.bD)(error) });
                resolve(125);
            });
            child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
        });
        const item = {
            delegated,
            child,
            state: running,
            ended: exit.then(async (code) => {
                await lines.catch(() => undefined);
                const reason = await local_delegation_reasonIn(options.outcomeFile(delegated));
                await options.onEnd?.(delegated);
                item.state = { state: 'ended', log: consoleFile, code, ...(reason !== undefined && { reason }) };
            }),
        };
        return item;
    }
    async function tell(item, response, known, wait) {
        if (item.state.state === known) {
            let timer;
            const gone = new Promise((resolve) => response.on('close', resolve));
            await Promise.race([item.ended, gone, new Promise((resolve) => (timer = setTimeout(resolve, Math.min(wait, 60_000))))]);
            clearTimeout(timer);
        }
        answerJson(response, 200, item.state);
    }
    const cancel = ({ child, state }) => {
        if (state.state === 'running')
            child?.kill('SIGTERM');
    };
    return {
        async handle(request, response, { root, rest, query }) {
            const [, space] = /^\/(docker|process)\/build(?:WithParameters)?\/?$/.exec(rest) ?? [];
            if (space !== undefined) {
                if (request.method !== 'POST')
                    return answerJson(response, 405, { error: 'expected POST' });
                return build(request, response, root, space);
            }
            const item = items.get(Number(/^\/item\/(\d+)\/?$/.exec(rest)?.[1]));
            if (!item)
                return answerJson(response, 404, { error: `there is no delegation at ${rest}` });
            if (request.method === 'DELETE') {
                cancel(item);
                return answerJson(response, 202, {});
            }
            return tell(item, response, query.get('known') ?? '', Number(query.get('wait') ?? 0));
        },
        endAll: () => items.forEach(cancel),
        async [Symbol.asyncDispose]() {
            const timer = setTimeout(() => items.forEach(({ child, state }) => state.state === 'running' && child?.kill('SIGKILL')), options.grace);
            items.forEach(cancel);
            await Promise.all([...items.values()].map(({ ended }) => ended));
            clearTimeout(timer);
        },
    };
}
/** Copies what a child prints into its console file, byte by byte, and hands on whole lines. */
async function copy(child, output, onLine) {
    const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    for (const stream of streams) {
        stream.pipe(output, { end: false });
        // Only for whoever listens: finding lines costs more than copying bytes.
        if (onLine)
            (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Infinity }).on('line', onLine);
    }
    await Promise.all(streams.map((stream) => (0,external_node_stream_promises_.finished)(stream).catch(() => undefined)));
    output.end();
    await (0,external_node_stream_promises_.finished)(output);
}
// Far above any parameter (a value may hold 60 kB, delegation.md 1), far below what would hurt.
const longestBody = 16 * 1024 * 1024;
/** The `docker` parameter of a Jenkins form: in the field `json`, or as a field of its own (`buildWithParameters`). */
function parameterIn(body) {
    const form = new URLSearchParams(body);
    const field = form.get('docker');
    if (field !== null)
        return field;
    try {
        const { parameter } = JSON.parse(form.get('json') ?? '');
        const { value } = [parameter].flat().find((one) => one?.name === 'docker') ?? {};
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Identifier and variables of a parameter, as texts: numbers and booleans as JSON, null left out (delegation.md 1). */
function instructionsIn(text) {
    try {
        const { identifier, environment } = JSON.parse(text);
        if (typeof environment !== 'object' || environment === null)
            return undefined;
        const texts = Object.entries(environment)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
        return { identifier: typeof identifier === 'string' ? identifier : '', environment: Object.fromEntries(texts) };
    }
    catch {
        return undefined;
    }
}
async function local_delegation_reasonIn(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        const { reason } = JSON.parse(text);
        return typeof reason === 'string' ? reason : undefined;
    }
    catch {
        return undefined;
    }
}
/** Where the outcome record of a delegation lies in a run's directory. */
function outcomeFileIn(directory) {
    return ({ n }) => (0,external_node_path_.join)(directory, `delegation-${n}.json`);
}

;// CONCATENATED MODULE: ./src/run/child-environment.js

// What the run itself was told in secret, or what only concerns its own step: no test has business with it.
const ownBusiness = /^(INPUT_|STATE_|GITHUB_(TOKEN|OUTPUT|STATE|STEP_SUMMARY|ENV|PATH)$|ACTIONS_|RABBITMQ_PASSWORD$|ETOS_RABBITMQ_PASSWORD$|ETOS_ENCRYPTION_KEY$)/;
/**
 * The variables that the program of a local delegation starts with: those of the run without what is private to it, the mark by which strays are found.
 * A test runner on this machine also gets those of its parameter; the delegation runner reads its own from standard input.
 */
function childEnvironment(runId, { environment, parameter, space, }) {
    const own = Object.entries(environment).filter((entry) => entry[1] !== undefined && !ownBusiness.test(entry[0]));
    return { ...Object.fromEntries(own), ...(space === 'process' ? parameter : {}), [release/* runVariable */.MU]: runId };
}

;// CONCATENATED MODULE: ./src/run/limits.js
/** Milliseconds that a local delegation has to end when it was told to; GitHub kills the step 10 s after a cancel (toolchain.md 9). */
const localGrace = 3_000;
/** The limits of following a sub suite: `ETOS_SUB_SUITE_START_TIMEOUT` (1800 s), `ETOS_DEFAULT_TEST_RESULT_TIMEOUT` (a day) (etos.md 4.3, 9.5). */
function limitsOf(environment) {
    const seconds = (name, fallback) => {
        const value = Number(environment[name] || Number.NaN);
        return (Number.isFinite(value) && value > 0 ? value : fallback) * 1000;
    };
    return {
        start: seconds('ETOS_SUB_SUITE_START_TIMEOUT', 1_800),
        result: seconds('ETOS_DEFAULT_TEST_RESULT_TIMEOUT', 86_400),
        late: 0,
        // The delegation needs its own grace, then a moment to clean up and to be heard of.
        grace: localGrace + 2_000,
    };
}

;// CONCATENATED MODULE: ./src/run/delegations.js







/** The local execution spaces of a run: the delegation runner for Docker, the test runner itself for this machine. */
function delegationsOf(record, { options, runId, directory, environment, progress, verbose, log }) {
    const outcomeFile = outcomeFileIn(directory.path);
    const policyFile = (0,external_node_path_.join)(directory.path, 'policy.json');
    const names = new Map();
    let policy;
    return localDelegations({
        outcomeFile,
        grace: localGrace + 3_000,
        log,
        console({ identifier, n }) {
            const found = record.console(identifier);
            if (found)
                names.set(identifier, found.subSuite);
            return found?.path ?? (0,external_node_path_.join)(directory.path, `console-${n}.log`);
        },
        async program(delegated) {
            const own = childEnvironment(runId, { environment, parameter: delegated.parameter, space: delegated.space });
            const node = process.execPath;
            if (delegated.space === 'process') {
                const cwd = (0,external_node_path_.join)(directory.scratch, String(delegated.n));
                await (0,promises_.mkdir)(cwd, { recursive: true });
                return { command: [node, (0,local_spaces/* programPath */.kx)('test-runner')], environment: { ...own, ETOS_GRACE: String(localGrace / 1000) }, cwd };
            }
            await (policy ??= (0,promises_.writeFile)(policyFile, JSON.stringify((0,local_spaces/* localPolicy */.qH)(options.workspace)), { mode: 0o600 }));
            const where = ['--param-file', '-', '--policy', policyFile, '--outcome', outcomeFile(delegated), '--label', `${release/* runLabel */.Az}=${runId}`];
            const command = [
                node,
                (0,local_spaces/* programPath */.kx)('runner'),
                'run',
                ...where,
                '--grace',
                `${localGrace / 1000}s`,
                '--pull',
                'missing',
            ];
            return { command, environment: own, cwd: directory.path };
        },
        ...(verbose && { onLine: ({ identifier }, line) => progress({ kind: 'output', subSuite: names.get(identifier) ?? identifier, line }) }),
    });
}

// EXTERNAL MODULE: ./src/run/prepare.js + 2 modules
var run_prepare = __webpack_require__(2765);
;// CONCATENATED MODULE: ./src/run/record.js

/** What the delegation printed; an upload of that name must not take its place. */
const consoleName = 'console.log';
/** The one artifact that no event announces (etos.md 6.4). */
const workspaceArchive = 'workspace.tar.gz';
/** What the events of a run say about its sub suites, put together as they come: progress for the faces, results for the reports. */
class RunRecord {
    options;
    subSuites = new Map();
    /** By the id of the TestSuiteStarted that was really published. */
    byStart = new Map();
    cases = new Map();
    paths = new Map();
    directories = new Set();
    constructor(options) {
        this.options = options;
    }
    /** A sub suite is about to be started. */
    ready(subSuite) {
        this.subSuites.set(subSuite.id, { subSuite, directory: this.directoryFor(subSuite.name), artifacts: new Set(), cases: [], files: [] });
        this.options.progress({
            kind: 'sub suite waiting',
            suite: subSuite.suite,
            subSuite: subSuite.name,
            recipes: subSuite.recipes.length,
            on: subSuite.testRunner,
        });
    }
    /** A sub suite is over, whatever its events said. */
    ended({ id, name }, end) {
        const record = this.subSuites.get(id);
        const outcome = 'outcome' in end ? end.outcome : lostOutcome(end.lost);
        if (record)
            record.outcome = outcome;
        this.options.progress({ kind: 'sub suite finished', subSuite: name, outcome });
    }
    /** Takes an event of the run into account; others are ignored. */
    take(event) {
        const { type } = event.meta;
        if (type === 'EiffelTestSuiteStartedEvent')
            this.started(event);
        else if (type === 'EiffelTestSuiteFinishedEvent')
            this.finished(event);
        else if (type === 'EiffelArtifactCreatedEvent')
            this.artifactCreated(event);
        else if (type === 'EiffelTestCaseTriggeredEvent')
            this.caseTriggered(event);
        else if (type === 'EiffelTestCaseStartedEvent')
            this.caseStarted(event);
        else if (type === 'EiffelTestCaseFinishedEvent')
            this.caseFinished(event);
    }
    /** Where an uploaded file goes: artifacts announced as such into the artifact directory, all others to the reports. Undefined: not of this run. */
    destination({ subSuiteId, name, url }) {
        const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
        if (!record)
            return undefined;
        const known = this.paths.get(url);
        if (known !== undefined)
            return known;
        const artifact = record.artifacts.has(name) || name === workspaceArchive;
        const path = (0,external_node_path_.join)(artifact ? this.options.artifactDirectory : this.options.reportDirectory, record.directory, name === consoleName ? `1_${name}` : name);
        record.files.push({ path, artifact });
        this.paths.set(url, path);
        return path;
    }
    /** The file that gets what the delegation with this identifier prints. */
    console(identifier) {
        const record = [...this.subSuites.values()].find(({ subSuite }) => subSuite.environment.identifier === identifier);
        if (!record)
            return undefined;
        record.console = (0,external_node_path_.join)(this.options.reportDirectory, record.directory, consoleName);
        return { path: record.console, subSuite: record.subSuite.name };
    }
    /** The path that an uploaded file has got. */
    find(url) {
        return this.paths.get(url);
    }
    /** What a sub suite's delegation prints, by the id of its TestSuiteStarted. */
    live(subSuiteId) {
        const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
        return record?.console === undefined ? undefined : { path: record.console, over: record.outcome !== undefined };
    }
    /** The results of a suite's sub suites, in the order in which they were started. @param mainSuiteId the suite's TestSuiteStarted: names may repeat */
    resultsOf(mainSuiteId) {
        return [...this.subSuites.values()]
            .filter(({ subSuite }) => subSuite.mainSuiteId === mainSuiteId)
            .map((record) => this.resultOf(record));
    }
    resultOf({ subSuite, outcome = lostOutcome('it never ended'), started, finished, cases, files, console, }) {
        const told = cases.map((one) => this.caseResult(one));
        const untold = subSuite.recipes.filter(({ id }) => !cases.some(({ recipe }) => recipe === id));
        return {
            name: subSuite.name,
            testRunner: subSuite.testRunner,
            outcome,
            ...(started !== undefined && { started }),
            ...(finished !== undefined && { finished }),
            ...(console !== undefined && { console: this.shown(console) }),
            logs: files.filter(({ artifact }) => !artifact).map(({ path }) => this.shown(path)),
            artifacts: files.filter(({ artifact }) => artifact).map(({ path }) => this.shown(path)),
            // A runner with live test cases tells those instead of recipes; then there is nothing more to say about the recipes.
            recipes: cases.some(({ recipe }) => recipe === undefined)
                ? told
                : [...told, ...untold.map((recipe) => untoldResult(recipe, outcome))],
        };
    }
    caseResult({ testCase, recipe, outcome, started, finished, logs }) {
        const log = logs.map((uri) => this.paths.get(uri) ?? uri)[0];
        return {
            testCase,
            ...(recipe !== undefined && { recipe }),
            outcome: outcome ??
                (started === undefined
                    ? 'NOT_RUN'
                    : { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'It was started and told no result.' }),
            ...(started !== undefined && { started }),
            ...(finished !== undefined && { finished }),
            ...(log !== undefined && { log: this.shown(log) }),
        };
    }
    started({ meta, data, links }) {
        const record = this.subSuites.get(meta.id) ??
            [...this.subSuites.values()].find(({ subSuite }) => data.name === subSuite.name && target(links, 'CAUSE') === subSuite.mainSuiteId);
        if (!record || record.started !== undefined)
            return;
        record.started = meta.time;
        this.byStart.set(meta.id, record);
        this.options.progress({ kind: 'sub suite started', subSuite: record.subSuite.name });
    }
    finished({ meta, links }) {
        const record = this.byStart.get(target(links, 'TEST_SUITE_EXECUTION'));
        if (record)
            record.finished ??= meta.time;
    }
    artifactCreated({ data, links }) {
        const record = this.byStart.get(target(links, 'CAUSE'));
        for (const file of Array.isArray(data.fileInformation) ? data.fileInformation : []) {
            if (typeof file.name === 'string')
                record?.artifacts.add(file.name);
        }
    }
    caseTriggered({ meta, data, links }) {
        const record = this.byStart.get(target(links, 'CONTEXT'));
        if (!record)
            return;
        const testCase = data.testCase;
        const one = {
            subSuite: record.subSuite.name,
            testCase,
            recipe: typeof data.recipeId === 'string' ? data.recipeId : undefined,
            logs: [],
        };
        record.cases.push(one);
        this.cases.set(meta.id, one);
    }
    caseStarted({ meta, links }) {
        const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
        if (!one)
            return;
        one.started = meta.time;
        this.options.progress({ kind: 'recipe started', subSuite: one.subSuite, testCase: one.testCase.id });
    }
    caseFinished({ meta, data, links }) {
        const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
        if (!one)
            return;
        one.finished = meta.time;
        one.outcome = record_outcomeIn(data.outcome);
        one.logs = urisIn(data.persistentLogs);
        this.options.progress({
            kind: 'recipe finished',
            subSuite: one.subSuite,
            testCase: one.testCase.id,
            outcome: one.outcome,
            duration: meta.time - (one.started ?? meta.time),
        });
    }
    /** The directory of a sub suite's files: its name as the released clients have it, spaces as `-`, made fit for a file system and unique. */
    directoryFor(name) {
        const fit = name
            .replaceAll(' ', '-')
            .replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')
            .replace(/^\.+/, '_')
            .slice(0, 200) || 'sub-suite';
        let directory = fit;
        for (let n = 2; this.directories.has(directory); n++)
            directory = `${fit}-${n}`;
        this.directories.add(directory);
        return directory;
    }
    shown(path) {
        const below = (0,external_node_path_.relative)(this.options.workspace, path);
        return below.startsWith('..') || /^https?:/.test(path) ? path : below;
    }
}
function untoldResult({ id, testCase }, outcome) {
    if (outcome.conclusion !== 'SUCCESSFUL')
        return { recipe: id, testCase, outcome: 'NOT_RUN' };
    // A test runner that tells no test cases says only how all of them went together.
    if (outcome.verdict === 'PASSED')
        return { recipe: id, testCase, outcome };
    return {
        recipe: id,
        testCase,
        outcome: { verdict: 'INCONCLUSIVE', conclusion: 'SUCCESSFUL', description: 'The test runner told no result for this recipe.' },
    };
}
function lostOutcome(reason) {
    return { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: `${reason.replace(/\.$/, '')}.` };
}
function record_outcomeIn(value) {
    const { verdict, conclusion, description } = (value ?? {});
    return {
        verdict: (verdict ?? 'INCONCLUSIVE'),
        conclusion: (conclusion ?? 'INCONCLUSIVE'),
        description: description ?? '',
    };
}
function urisIn(logs) {
    return Array.isArray(logs)
        ? logs.flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : []))
        : [];
}
function target(links, type) {
    return links.find((link) => link.type === type)?.target ?? '';
}

;// CONCATENATED MODULE: ./src/run/sub-suite-documents.js

function subSuiteDocuments() {
    const texts = new Map();
    return {
        add({ environment, document }, serverRoot) {
            const text = (0,print/* printJson */.Q2)(document);
            texts.set(environment.identifier, text).set(environment.id, text);
            return `${serverRoot}/environment/${environment.id}`;
        },
        find: (id) => texts.get(id),
    };
}

;// CONCATENATED MODULE: ./src/host/durable.js
var durable_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var durable_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Writes a whole file or nothing: a reader, or a crash, never meets half of it. Readable by the owner alone unless `mode` says otherwise. */
async function writeWhole(path, content, { mode = 0o600 } = {}) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = durable_addDisposableResource(env_1, await (0,promises_.open)(temporary, 'wx', mode), true);
            await file.writeFile(content);
            await file.sync();
            await file.close();
            await (0,promises_.rename)(temporary, path);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = durable_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./src/report/rows.js
var report_rows = __webpack_require__(6667);
;// CONCATENATED MODULE: ./src/report/junit.js

/**
 * `junit.xml`: a testsuite for each sub suite, and one for what reached none. Failures are FAILED, errors INCONCLUSIVE, skipped what never
 * started. Valid by the schema of Ant's JUnit task and by that of Jenkins' xUnit plugin: times are UTC without a zone, in seconds.
 */
function printJunit(results) {
    const groups = results.suites.flatMap((suite) => {
        const rows = (0,report_rows/* rowsOf */.R)({ suites: [suite] });
        const names = [...new Set(rows.map(({ subSuite }) => subSuite))];
        return names.map((name) => {
            const subSuite = suite.subSuites.find((candidate) => candidate.name === name);
            return {
                name: name || suite.name,
                suite: suite.name,
                started: subSuite?.started ?? suite.started,
                properties: [
                    ['etos.run', results.run.id],
                    ['etos.identity', results.run.identity],
                    ...(subSuite ? [['etos.test_runner', subSuite.testRunner]] : []),
                ],
                output: [
                    ...(subSuite?.console === undefined ? [] : [`console: ${subSuite.console}`]),
                    ...(subSuite?.logs ?? []).map((log) => `log: ${log}`),
                ],
                rows: rows.filter((row) => row.subSuite === name),
            };
        });
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${groups.map(printGroup).join('')}</testsuites>\n`;
}
function printGroup({ name, suite, started, properties, output, rows }, id) {
    const count = (verdict) => String(rows.filter((row) => row.verdict === verdict).length);
    const attributes = printAttributes({
        name: token(name),
        package: token(suite),
        id: String(id),
        timestamp: new Date(started).toISOString().slice(0, 19),
        hostname: 'localhost',
        tests: String(rows.length),
        failures: count('FAILED'),
        errors: count('INCONCLUSIVE'),
        skipped: count('NOT_RUN'),
        time: seconds(rows.reduce((sum, { duration = 0 }) => sum + duration, 0)),
    });
    const lines = [
        '    <properties>',
        ...properties.map(([property, value]) => `      <property${printAttributes({ name: property, value })}/>`),
        '    </properties>',
        ...rows.map((row) => printRow(row)),
        `    <system-out>${junit_text(output.join('\n'))}</system-out>`,
        '    <system-err></system-err>',
    ];
    return `  <testsuite${attributes}>\n${lines.join('\n')}\n  </testsuite>\n`;
}
function printRow({ suite, subSuite, testCase, verdict, description, duration = 0, log }) {
    // The suite and not the sub suite: its number changes with the number of IUTs, and histories are kept by class and name.
    const attributes = printAttributes({ classname: token(suite), name: token(testCase ?? (subSuite || suite)), time: seconds(duration) });
    const body = junit_text([description, ...(log === undefined ? [] : [`log: ${log}`])].join('\n'));
    switch (verdict) {
        case 'PASSED':
            return `    <testcase${attributes}/>`;
        case 'NOT_RUN':
            return `    <testcase${attributes}>\n      <skipped${printAttributes({ message: description })}/>\n    </testcase>`;
        case 'FAILED':
            return `    <testcase${attributes}>\n      <failure${printAttributes({ message: description, type: verdict })}>${body}</failure>\n    </testcase>`;
        case 'INCONCLUSIVE':
            return `    <testcase${attributes}>\n      <error${printAttributes({ message: description, type: verdict })}>${body}</error>\n    </testcase>`;
    }
}
function printAttributes(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${junit_text(value).replace(/["\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`)
        .join('');
}
/** A name as the schemas have it: never empty, no white space but single spaces. */
function token(name) {
    return legal(name).replace(/\s+/g, ' ').trim() || '-';
}
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}
function junit_text(value) {
    return legal(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** XML 1.0 cannot say control characters and lone surrogates in any way: a reader would refuse the whole file. */
function legal(value) {
    return value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

;// CONCATENATED MODULE: ./src/report/redact.js
// Words of ours; a secret that happens to be one of them must not make the results unreadable.
const words = new Set(['verdict', 'conclusion', 'outcome']);
/** The same results with the secrets taken out of every text: before they are escaped, when a secret still looks like itself. */
function redacted(results, { redact }) {
    const inAll = (value) => {
        if (typeof value === 'string')
            return redact(value);
        if (Array.isArray(value))
            return value.map(inAll);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, words.has(name) && typeof member === 'string' ? member : inAll(member)]));
    };
    return inAll(results);
}

;// CONCATENATED MODULE: ./src/report/results-json.js

/** `results.json`: everything that is known, in the form of schemas/results.schema.json. Times are ISO 8601, durations seconds. */
function printResultsJson(results) {
    const { id, identity, collection, executionSpace, started, finished } = results.run;
    const document = {
        version: 1,
        run: { id, identity, collection, executionSpace, ...times({ started, finished }) },
        ...outcomeFields(results.outcome),
        counts: (0,report_results/* count */.U)(results),
        suites: results.suites.map(suiteFields),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function suiteFields({ name, outcome, started, finished, subSuites, notRun }) {
    return {
        name,
        ...outcomeFields(outcome),
        ...times({ started, finished }),
        subSuites: subSuites.map(subSuiteFields),
        notRun: notRun.map(recipeFields),
    };
}
function subSuiteFields({ name, testRunner, outcome, console, logs, artifacts, recipes, ...span }) {
    return {
        name,
        testRunner,
        ...outcomeFields(outcome),
        ...times(span),
        ...(console !== undefined && { console }),
        logs,
        artifacts,
        recipes: recipes.map(recipeFields),
    };
}
function recipeFields({ recipe, testCase, outcome, log, ...span }) {
    const { id, tracker, uri, version } = testCase;
    return {
        ...(recipe !== undefined && { recipe }),
        testCase: {
            id,
            ...(tracker !== undefined && { tracker }),
            ...(uri !== undefined && { uri }),
            ...(version !== undefined && { version }),
        },
        ...(outcome === 'NOT_RUN' ? { verdict: outcome } : outcomeFields(outcome)),
        ...times(span),
        ...(log !== undefined && { log }),
    };
}
function outcomeFields({ verdict, conclusion, description }) {
    return { verdict, conclusion, description };
}
function times({ started, finished }) {
    return {
        ...(started !== undefined && { started: new Date(started).toISOString() }),
        ...(finished !== undefined && { finished: new Date(finished).toISOString() }),
        ...(started !== undefined && finished !== undefined && { duration: Math.max(0, finished - started) / 1000 }),
    };
}

;// CONCATENATED MODULE: ./src/report/summary.js



const icons = { PASSED: '✅', FAILED: '❌', INCONCLUSIVE: '⚠️', NOT_RUN: '⏭️' };
/**
 * `summary.md`: verdict first, counts, the table, failures folded. Everything from outside is escaped. What is too large for the budget
 * loses the rows that passed, then the table, and says so; the answer is never larger.
 */
function printSummary(results, { budget = 1_048_576, alreadyThere = 0 } = {}) {
    const available = Math.max(0, budget - alreadyThere);
    const rows = (0,report_rows/* rowsOf */.R)(results);
    const bad = rows.filter(({ verdict }) => verdict !== 'PASSED');
    const head = printHead(results);
    const candidates = [
        () => [head, printTable(rows), ...bad.filter(({ verdict }) => verdict !== 'NOT_RUN').map(printFailure)].join('\n'),
        () => [
            head,
            note('Only what did not pass is listed'),
            printTable(bad),
            ...bad.filter(({ verdict }) => verdict !== 'NOT_RUN').map(printFailure),
        ].join('\n'),
        () => [head, note('Only what did not pass is listed, without its messages'), printTable(bad)].join('\n'),
        () => [head, note('Only the counts are shown')].join('\n'),
    ];
    for (const candidate of candidates) {
        const text = candidate();
        if (Buffer.byteLength(text) <= available)
            return text;
    }
    return cut(head, available);
}
function note(what) {
    return `> ${what}: the whole would be larger than this place takes. \`results.json\` and \`junit.xml\` have everything.\n`;
}
function printHead(results) {
    const { run, outcome } = results;
    const { passed, failed, inconclusive, notRun } = (0,report_results/* count */.U)(results);
    const facts = [
        ['Item under test', run.identity],
        ['Collection', run.collection],
        ['Carried out', run.executionSpace],
        ['Run', run.id],
    ];
    return [
        `## ${icons[outcome.verdict]} ${outcome.verdict}: ${markdown(outcome.description)}`,
        '',
        `**${passed} passed · ${failed} failed · ${inconclusive} inconclusive · ${notRun} not run** in ${(0,clock/* inWords */.r)(Math.max(0, run.finished - run.started))}`,
        '',
        ...facts.map(([name, value]) => `- ${name}: ${markdown(value)}`),
        '',
    ].join('\n');
}
function printTable(rows) {
    const lines = rows.map(({ suite, subSuite, testCase, verdict, duration, log }) => [
        markdown(suite),
        markdown(subSuite || '-'),
        markdown(testCase ?? '-'),
        `${icons[verdict]} ${verdict}`,
        duration === undefined ? '-' : (0,clock/* inWords */.r)(duration),
        log === undefined ? '-' : code(log),
    ].join(' | '));
    return [
        '| Suite | Sub suite | Recipe | Verdict | Duration | Log |',
        '| --- | --- | --- | --- | --: | --- |',
        ...lines.map((line) => `| ${line} |`),
        '',
    ].join('\n');
}
function printFailure({ suite, subSuite, testCase, verdict, description, log }) {
    const title = `${icons[verdict]} ${html(oneLine(testCase ?? (subSuite || suite)))} <em>(${html(oneLine(subSuite || suite))})</em>`;
    // A <pre> after a blank line is a block that ends at </pre> alone: whatever a test writes, blank lines included, is no Markdown in it.
    const body = `<pre>${html(description)}${log === undefined ? '' : `\n\nlog: ${html(log)}`}</pre>`;
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>\n`;
}
/** Text on one line of Markdown that shows as it is: no markup, no HTML, no table cells, mentions, emoji or formulas of its own. */
function markdown(text) {
    return html(oneLine(text))
        .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
        .replace(/@/g, '&#64;')
        .replace(/:(?=[\w+-]+:)/g, '&#58;');
}
/** A path in a table cell, in a fixed font; HTML, because a code span cannot hold an escaped bar or a backtick. */
function code(text) {
    return `<code>${markdown(text)}</code>`;
}
function html(text) {
    // eslint-disable-next-line no-control-regex -- control characters are what is replaced
    const visible = text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\uFFFD');
    return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
/** As many whole characters as fit. */
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    // What the cut leaves of a character is replaced by the decoder, and dropped.
    const kept = Buffer.from(text)
        .subarray(0, Math.max(0, bytes - 4))
        .toString('utf8')
        .replace(/\uFFFD+$/, '');
    return kept === '' ? '' : `${kept}…\n`;
}

;// CONCATENATED MODULE: ./src/run/write-reports.js






/** Writes `results.json`, `junit.xml` and `summary.md`, without secrets. @returns their paths */
async function writeReports(results, { directory, log }) {
    const shown = redacted(results, log);
    const reports = { 'results.json': printResultsJson(shown), 'junit.xml': printJunit(shown), 'summary.md': printSummary(shown) };
    const paths = Object.entries(reports).map(([name, text]) => ({ path: (0,external_node_path_.join)(directory, name), text }));
    for (const { path, text } of paths)
        await writeWhole(path, text, { mode: 0o644 });
    return paths.map(({ path }) => path);
}

;// CONCATENATED MODULE: ./src/run/run.js
// Puts one run together: everything is made here, handed to the parts, and taken down again. In: options. Out: results, written to the report
// directory, and an exit code. What a part does belongs to its room; what a face shows belongs to the face.
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Carries out a test collection. A verdict, a failure to get an environment and a cancel are results, not exceptions.
 * @throws {InvalidInput} with all problems of what was given; nothing was started
 */
async function run(options, running) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, clock, progress } = running;
        const started = clock.now();
        const http = run_addDisposableResource(env_1, (0,create_client/* createHttpClient */.u)({ log, environment, clock }), true);
        const prepared = await (0,run_prepare/* prepare */.i)(options, { environment, http, signal: running.signal });
        const ids = newRunIds();
        const directory = await (0,run_directory/* makeDirectories */.K)(ids.run, { ...options, temporary: environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)() });
        running.onDirectory?.(directory.path);
        prepared.warnings.forEach((text) => progress({ kind: 'note', text, warning: true }));
        await sweep(options, directory, running, http);
        const signal = options.timeout === undefined
            ? running.signal
            : AbortSignal.any([running.signal, clock.deadline(options.timeout, timedOut(options.timeout))]);
        const { suites, record, left } = await carryOutAll(prepared, { options, ids, directory, running, http, signal });
        const results = {
            run: {
                id: ids.run,
                identity: prepared.identity.text,
                collection: prepared.collection.source,
                executionSpace: prepared.spaces.text,
                started,
                finished: clock.now(),
            },
            outcome: outcomeOfRun(suites),
            suites: suites.map((suite) => ({
                name: suite.name,
                outcome: suite.outcome,
                started: suite.started,
                finished: suite.finished,
                subSuites: record.resultsOf(suite.id),
                notRun: suite.notRun.map(({ id, testCase }) => ({ recipe: id, testCase, outcome: 'NOT_RUN' })),
            })),
        };
        const files = await writeReports(results, { directory: options.reportDirectory, log });
        if (left === 0)
            await directory.remove();
        return {
            results,
            exitCode: exitCodeOf(results.outcome, running.signal),
            files: [...files, (0,external_node_path_.join)(options.reportDirectory, 'events.ndjson')],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function carryOutAll(prepared, { options, ids, directory, running, http, signal }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, clock, progress } = running;
        const eventFile = (0,external_node_path_.join)(options.reportDirectory, 'events.ndjson');
        const journal = run_addDisposableResource(env_2, await (0,journal_journal/* openJournal */._)(directory.journal), true);
        // First of all: whatever is found later is found by what this says.
        const entry = await journal.begin(await runFact(prepared, { ids, directory, eventFile }));
        const bus = run_addDisposableResource(env_2, (0,embedded_bus/* createEmbeddedBus */.z)({ log }), true);
        await (0,promises_.rm)(eventFile, { force: true });
        const events = run_addDisposableResource(env_2, await (0,eiffel_record/* openRecord */.C)(eventFile, { bus, log }), true);
        const record = new RunRecord({ ...options, progress });
        const _listening = run_addDisposableResource(env_2, bus.subscribe((event) => record.take(event)), false);
        const documents = subSuiteDocuments();
        const limits = limitsOf(environment);
        const delegations = run_addDisposableResource(env_2, delegationsOf(record, {
            options,
            runId: ids.run,
            directory,
            environment,
            progress,
            verbose: options.verbose,
            log,
        }), true);
        const server = run_addDisposableResource(env_2, await serve({ bus, log, documents, uploads: record, live: record, delegations }), true);
        log.secret(server.secret);
        await journal.amend(entry, { server: server.root });
        const build = (0,eiffel_build/* createBuilder */.I)({ source: { name: 'ETOS Suite Runner', host: environment.SOURCE_HOST ?? (0,external_node_os_.hostname)() }, clock });
        const announcer = announcerOf(ids, prepared.identity, { publisher: bus, build });
        announceRun(prepared, { ids, directory, progress });
        const { artifactCreated, tercc } = await announcer.triggered(run_addressOf(options));
        await announcer.started();
        const suites = await Promise.all(prepared.plan.suites.map(async (suite) => {
            const begun = clock.now();
            progress({ kind: 'suite started', suite: suite.name, recipes: recipesIn(suite) });
            const environments = environmentsFor(prepared, {
                ids,
                options,
                environment,
                serverRoot: server.root,
                artifactCreated: (0,json_value/* fromPlain */.bM)(artifactCreated),
                tercc: (0,json_value/* fromPlain */.bM)(tercc),
                journal,
                http,
                clock,
                log,
            });
            const end = await carryOut(suite, {
                runId: ids.run,
                artifactId: ids.artifact,
                environments,
                announcer,
                bus,
                serve: (subSuite) => {
                    record.ready(subSuite);
                    return documents.add(subSuite, server.root);
                },
                ended: (subSuite, subSuiteEnd) => record.ended(subSuite, subSuiteEnd),
                trackerOf: localTrackers(server.root, { http }),
                limits,
                journal,
                http,
                clock,
                log,
                signal,
            });
            progress({ kind: 'suite finished', suite: suite.name, outcome: end.outcome });
            return { ...end, started: begun, finished: clock.now() };
        }));
        const problem = suites.find((suite) => suite.problem !== undefined)?.problem;
        await (problem === undefined ? announcer.finished() : announcer.canceled(problem));
        await events.written();
        const left = await tellWhatIsLeft(journal, progress, directory);
        return { suites, record, left };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function announceRun({ identity, plan: { suites }, spaces }, { ids, directory, progress }) {
    const recipes = suites.reduce((sum, suite) => sum + recipesIn(suite), 0);
    progress({ kind: 'run', id: ids.run, directory: directory.path, identity: identity.text, suites: suites.length, recipes });
    progress({ kind: 'execution space', text: spaces.text });
}
async function runFact({ engine }, { ids, directory, eventFile }) {
    const own = await (0,process_identity/* identify */.l)();
    return {
        kind: 'run',
        id: ids.run,
        process: own,
        scratch: directory.scratch,
        ...('address' in engine && { engine: engine.address }),
        events: eventFile,
        activity: ids.activity,
    };
}
/** Finishes what killed runs of this workspace left, so that their IUTs and containers are not in the way of this one. */
async function sweep({ workspace }, directory, { environment, clock, log, signal, progress }, http) {
    const others = (await (0,release/* runDirectories */.$N)((0,run_directory/* runsIn */.U)(workspace))).filter((path) => path !== directory.path);
    if (others.length === 0)
        return;
    const bound = AbortSignal.any([
        signal,
        clock.deadline(60_000, new errors/* NotCarriedOut */.sZ('releasing what killed runs left took longer than 60 s', 'etos release')),
    ]);
    for (const { alive, done, refused } of await (0,release/* release */._r)(others, { environment, http, clock, log, signal: bound })) {
        if (!alive && done.length > 0)
            progress({ kind: 'note', text: `released what a killed run left: ${done.join(', ')}`, warning: false });
        if (refused.length > 0)
            progress({ kind: 'note', text: `a killed run left what could not be released: ${refused.join('; ')}`, warning: true });
    }
}
/** Crosses out the run itself when nothing else is open; what is open stays for `etos release`. */
async function tellWhatIsLeft(journal, progress, directory) {
    const open = journal.open().filter(({ fact }) => fact.kind !== 'run');
    if (open.length === 0) {
        for (const entry of journal.open())
            await journal.crossOut(entry);
        return 0;
    }
    const what = open.map(({ fact }) => `${fact.kind}${typeof fact.subSuite === 'string' ? ` ${fact.subSuite}` : ''}`).join(', ');
    progress({ kind: 'note', text: `could not be released: ${what}; try again with: etos release ${directory.path}`, warning: true });
    return open.length;
}
/** The collection's address for events: a URL, without what it may hold of credentials. */
function run_addressOf({ collection, workspace }) {
    if (!/^(?:https?|file):/i.test(collection))
        return (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(workspace, collection)).href;
    const url = new URL(collection);
    url.username = url.password = '';
    return url.href;
}
function recipesIn({ groups }) {
    return groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
}
function timedOut(timeout) {
    return new errors/* NotCarriedOut */.sZ(`the run did not finish within ${timeout / 1000}s`, 'Raise --timeout');
}
function exitCodeOf({ verdict }, signal) {
    if (signal.aborted && signal.reason instanceof errors/* Cancelled */.cJ)
        return signal.reason.exitCode;
    return verdict === 'PASSED' ? 0 : verdict === 'FAILED' ? 1 : 3;
}

;// CONCATENATED MODULE: ./src/cli/colour.js
const codes = { PASSED: 32, FAILED: 31, INCONCLUSIVE: 33, NOT_RUN: 33 };
const colour_words = /\b(?:PASSED|FAILED|INCONCLUSIVE|NOT_RUN)\b|^(?:warning|error)(?=:)/gm;
/** Gives verdicts their colours on a terminal; NO_COLOR (no-color.org) and a terminal without any keep the text as it is. */
function colouring({ out, environment, }) {
    if (out.isTTY !== true || environment.TERM === 'dumb' || (environment.NO_COLOR ?? '') !== '')
        return (text) => text;
    return (text) => text.replace(colour_words, (word) => `\u001b[${word in codes ? codes[word] : word === 'error' ? 31 : 33}m${word}\u001b[0m`);
}

// EXTERNAL MODULE: ./src/cli/log-level.js
var log_level = __webpack_require__(6685);
// EXTERNAL MODULE: ./src/cli/print-error.js
var print_error = __webpack_require__(6764);
// EXTERNAL MODULE: ./src/cli/run-options.js + 2 modules
var run_options = __webpack_require__(6608);
;// CONCATENATED MODULE: ./src/cli/terminal-size.js
/** Columns and rows of a terminal. One that does not know its size says 0; then it is taken for the usual one. */
function terminalSize({ columns, rows }) {
    return { columns: columns || 80, rows: rows || 24 };
}

// EXTERNAL MODULE: ../../node_modules/string-width/index.js + 6 modules
var string_width = __webpack_require__(3576);
;// CONCATENATED MODULE: ./src/cli/live-area.js



// One column less than there is: some terminals begin another line as soon as the last column is used.
const margin = 1;
/** The last lines of a terminal, drawn again and again; what is printed meanwhile scrolls by above them. */
class LiveArea {
    out;
    /** What stands there, one string a line. */
    drawn = [];
    onResize = () => this.replace(this.fit(this.drawn));
    constructor(out) {
        this.out = out;
        out.on('resize', this.onResize);
    }
    /** Replaces what stands there. */
    draw(lines) {
        const fitted = this.fit(lines);
        if (fitted.length === this.drawn.length && fitted.every((line, n) => line === this.drawn[n]))
            return;
        this.replace(fitted);
    }
    /** Prints whole lines above what stands there, and draws that anew. */
    above(text, lines, to = this.out) {
        if (to !== this.out) {
            this.replace([]);
            to.write(text);
            this.draw(lines);
        }
        else
            this.replace(this.fit(lines), text);
    }
    [Symbol.dispose]() {
        this.replace([]);
        this.out.off('resize', this.onResize);
    }
    fit(lines) {
        const { columns, rows } = terminalSize(this.out);
        // A terminal cannot draw above its first row: the rest is counted.
        const room = Math.max(1, rows - 2);
        const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), `and ${lines.length - room + 1} more`];
        return shown.map((line) => (0,table/* truncate */.xv)(line, columns - margin));
    }
    replace(lines, above = '') {
        if (this.drawn.length === 0 && lines.length === 0 && above === '')
            return;
        const { columns } = terminalSize(this.out);
        // A terminal that became narrower has broken our lines: they take more rows now than when they were drawn.
        const height = this.drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil((0,string_width/* default */.A)(line) / columns)), 0);
        const erase = height === 0 ? '' : `\u001b[${height}A\r\u001b[0J`;
        // One write: a terminal that shows what it got so far would flicker between two.
        this.out.write(erase + above + lines.map((line) => `${line}\n`).join(''));
        this.drawn = lines;
    }
}

// EXTERNAL MODULE: ./src/cli/step-lines.js
var step_lines = __webpack_require__(7214);
;// CONCATENATED MODULE: ./src/cli/sub-suites.js

/** The sub suites that are going on, kept up to date by steps. */
class sub_suites_SubSuites {
    active = new Map();
    take(step, now) {
        if (step.kind === 'sub suite waiting') {
            this.active.set(step.subSuite, { recipes: step.recipes, on: step.on, since: now, started: false, done: 0, failed: 0 });
            return;
        }
        if (!('subSuite' in step))
            return;
        const before = this.active.get(step.subSuite);
        if (!before)
            return;
        if (step.kind === 'sub suite started')
            this.active.set(step.subSuite, { ...before, started: true, since: now });
        else if (step.kind === 'recipe started')
            this.active.set(step.subSuite, { ...before, current: { testCase: step.testCase, since: now } });
        else if (step.kind === 'recipe finished') {
            const { current: _, ...rest } = before;
            this.active.set(step.subSuite, {
                ...rest,
                done: before.done + 1,
                failed: before.failed + (step.outcome.verdict === 'PASSED' ? 0 : 1),
            });
        }
        else if (step.kind === 'sub suite finished')
            this.active.delete(step.subSuite);
    }
    /** A line for each: name, how far it is, since when, what it does. */
    lines(now) {
        return [...this.active].map(([name, { recipes, on, since, started, done, failed, current }]) => {
            const elapsed = (0,clock/* inWords */.r)(Math.max(0, now - since));
            if (!started)
                return `${name}  waiting for ${on}  ${elapsed}`;
            const bad = failed > 0 ? `, ${failed} not passed` : '';
            const what = current ? `  ${current.testCase} (${(0,clock/* inWords */.r)(Math.max(0, now - current.since))})` : '';
            // TEST_REGEX may find more test cases than there are recipes.
            return `${name}  ${done} of ${Math.max(recipes, done)}${bad}  ${elapsed}${what}`;
        });
    }
}

;// CONCATENATED MODULE: ./src/cli/terminal.js




// Often enough to look alive, seldom enough to cost nothing.
const terminal_frame = 200;
// A CI system without a sign of life looks hung, and some of them end a quiet job.
const heartbeat = 60_000;
/** Whether live lines make sense: not in CI, whose logs keep every redrawn line. */
function isLive({ out, environment }, tty) {
    const ci = !['', '0', 'false'].includes((environment.CI ?? '').toLowerCase());
    return tty && !ci && out.isTTY === true && environment.TERM !== 'dumb';
}
/** The face of a run. */
function createTerminal(options, face) {
    return options.live ? liveLines(options, face) : plainLines(options, face);
}
function liveLines({ output, redact, colour }, { out, err, clock }) {
    const area = new LiveArea(out);
    const subSuites = new sub_suites_SubSuites();
    const over = new AbortController();
    const goingOn = () => subSuites.lines(clock.now()).map((line) => (0,table/* printable */.g$)(redact(line)));
    void every(terminal_frame, () => area.draw(goingOn()), { clock, signal: over.signal });
    const print = (text, isError) => area.above(`${colour(lines(redact(text)))}\n`, goingOn(), isError ? err : out);
    return {
        progress(step) {
            subSuites.take(step, clock.now());
            const line = (0,step_lines/* lineOf */.c)(step, 'what stays', { output });
            if (line === undefined)
                area.draw(goingOn());
            else
                print(line, isWarning(step));
        },
        log: (line, level) => print(prefixed(line, level), isProblem(level)),
        [Symbol.dispose]() {
            over.abort();
            area[Symbol.dispose]();
        },
    };
}
function plainLines({ output, redact, colour }, { out, err, clock }) {
    const subSuites = new sub_suites_SubSuites();
    const over = new AbortController();
    let last = clock.now();
    const print = (text, isError) => {
        last = clock.now();
        (isError ? err : out).write(`${colour(lines(redact(text)))}\n`);
    };
    const showLife = () => {
        if (clock.now() - last < heartbeat)
            return;
        for (const line of subSuites.lines(clock.now()))
            print(`still running: ${line}`, false);
    };
    void every(heartbeat / 4, showLife, { clock, signal: over.signal });
    return {
        progress(step) {
            subSuites.take(step, clock.now());
            const line = (0,step_lines/* lineOf */.c)(step, 'everything', { output });
            if (line !== undefined)
                print(line, isWarning(step));
        },
        log: (line, level) => print(prefixed(line, level), isProblem(level)),
        [Symbol.dispose]: () => over.abort(),
    };
}
async function every(period, action, { clock, signal }) {
    try {
        for (;;) {
            await clock.sleep(period, signal);
            action();
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
}
function lines(text) {
    return text.trimEnd().split(/\r?\n/).map(table/* printable */.g$).join('\n');
}
function isWarning(step) {
    return step.kind === 'note' && step.warning;
}
function isProblem(level) {
    return level === 'warning' || level === 'error';
}
function prefixed(line, level) {
    return level === 'info' ? line : `${level}: ${line}`;
}

;// CONCATENATED MODULE: ./src/cli/run.js












/** `etos run`: carries a collection out, shows how it goes and what came of it. Gives the exit code. */
async function runCommand(collection, flags, face) {
    return (await runAndShow(collection, flags, face)).exitCode;
}
/** The same, for a face that has more to say than an exit code. @throws {InvalidInput} the options are wrong */
async function runAndShow(collection, flags, face) {
    const { environment, signal, clock } = face;
    const options = (0,run_options/* runOptions */.Ku)(collection, flags, face);
    const redact = (text) => log.redact(text);
    const colour = colouring(face);
    const terminal = createTerminal({ live: isLive(face, flags.tty), output: flags.verbose > 0, redact, colour }, face);
    const log = (0,host_log/* createLog */.h)({ level: (0,log_level/* levelOf */.I)(flags.verbose), write: terminal.log });
    if (environment.ETOS_API)
        log.warning('ETOS_API is not used: the run is carried out here', { ETOS_API: environment.ETOS_API });
    try {
        const finished = await run(options, { environment, log, progress: terminal.progress, signal, clock });
        terminal[Symbol.dispose]();
        face.out.write(colour(redact(printEnd(finished.results, { files: finished.files, options }, face))));
        return { exitCode: finished.exitCode, redact, finished, options };
    }
    catch (error) {
        terminal[Symbol.dispose]();
        return { exitCode: (0,print_error/* printError */.y)(error, { err: face.err, redact }), redact, error };
    }
}
function printEnd(results, { files, options }, { out, directory }) {
    const { run: facts, outcome, suites } = results;
    const { passed, failed, inconclusive, notRun } = (0,report_results/* count */.U)(results);
    const counts = `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${notRun} not run in ${(0,clock/* inWords */.r)(Math.max(0, facts.finished - facts.started))}`;
    const artifacts = suites.some(({ subSuites }) => subSuites.some((subSuite) => subSuite.artifacts.length > 0));
    return [
        '',
        (0,table/* printTable */.e4)(results, out.isTTY === true ? terminalSize(out).columns : undefined),
        '',
        `${outcome.verdict}: ${(0,table/* printable */.g$)(outcome.description)}`,
        counts,
        `Reports in ${shown(options.reportDirectory, directory)}: ${files.map((file) => (0,external_node_path_.relative)(options.reportDirectory, file)).join(', ')}`,
        ...(artifacts ? [`Artifacts in ${shown(options.artifactDirectory, directory)}`] : []),
        '',
    ].join('\n');
}
/** A path as somebody in this directory would write it. */
function shown(path, directory) {
    const below = (0,external_node_path_.relative)(directory, path);
    return below === '' ? '.' : below.startsWith('..') ? path : below;
}


/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ count)
/* harmony export */ });
// What came of a run, and how it is written: results.json, junit.xml, summary.md, the table of the terminal. In: results. Out: text. Where the
// results come from (events) and where the text goes does not belong here.
/** How many test cases ended how, over all suites. */
function count({ suites }) {
    const all = suites.flatMap((suite) => [...suite.subSuites.flatMap(({ recipes }) => recipes), ...suite.notRun]);
    const of = (verdict) => all.filter(({ outcome }) => (outcome === 'NOT_RUN' ? outcome : outcome.verdict) === verdict).length;
    return { passed: of('PASSED'), failed: of('FAILED'), inconclusive: of('INCONCLUSIVE'), notRun: of('NOT_RUN') };
}


/***/ })

};
