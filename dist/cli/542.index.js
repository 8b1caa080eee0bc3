export const id = 542;
export const ids = [542,875];
export const modules = {

/***/ 49542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listenCommand: () => (/* binding */ listenCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/eiffel/broker-connection.js
var broker_connection = __webpack_require__(37089);
// EXTERNAL MODULE: ./src/documents/identity.js
var documents_identity = __webpack_require__(1872);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __webpack_require__(97416);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/log.js
var host_log = __webpack_require__(45194);
// EXTERNAL MODULE: ./src/http/create-client.js + 9 modules
var create_client = __webpack_require__(56163);
// EXTERNAL MODULE: ./src/run/program-path.js
var program_path = __webpack_require__(7347);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/eiffel/parse.js
var parse = __webpack_require__(10522);
// EXTERNAL MODULE: ./src/eiffel/receiver.js
var eiffel_receiver = __webpack_require__(92016);
// EXTERNAL MODULE: ./src/journal/journal.js
var journal_journal = __webpack_require__(38790);
// EXTERNAL MODULE: ./src/release/claim.js
var claim = __webpack_require__(70315);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/eiffel/build.js
var eiffel_build = __webpack_require__(3377);
// EXTERNAL MODULE: ./src/eiffel/edition.js
var edition = __webpack_require__(2227);
// EXTERNAL MODULE: ./src/eiffel/rabbitmq-bus.js
var rabbitmq_bus = __webpack_require__(54256);
// EXTERNAL MODULE: ./src/eiffel/wire.js
var wire = __webpack_require__(24720);
;// CONCATENATED MODULE: ./src/suite-starter/announcements.js







/** Milliseconds for the broker's last confirms; what it has not by then goes out when listening begins again. */
const flush = 5_000;
async function openAnnouncements(broker, { home, environment, journal, clock, log }) {
    const build = (0,eiffel_build/* createBuilder */.I)({
        source: { name: 'ETOS Suite Starter', host: environment.SOURCE_HOST ?? (0,external_node_os_.hostname)() },
        clock,
        edition: (0,edition/* editionOf */.y)(environment),
    });
    const publisher = environment.ETOS_DISABLE_SENDING_EVENTS
        ? undefined
        : await (0,rabbitmq_bus.openRabbitPublisher)(broker, { outbox: (0,external_node_path_.join)(home, 'outbox'), tag: (0,wire.routingTag)(environment), name: 'etos listen', clock, log });
    const monitors = publisher && !environment.ETOS_DISABLE_MONITOR_ANNOUNCE;
    const takeBack = async (severity, heading, body) => {
        for (const entry of journal.open().filter(isUp)) {
            await publisher?.publish(build('AnnouncementPublished', { heading, body, severity }, { modifiedAnnouncement: entry.fact.id }));
            await journal.crossOut(entry);
        }
    };
    return {
        async up() {
            await takeBack('CRITICAL', 'ETOS Suite Starter was killed.', 'It listens again.');
            if (!monitors)
                return;
            const data = {
                heading: 'ETOS Suite Starter is up and running.',
                body: 'Listening for recipe collections',
                severity: 'MINOR',
            };
            const event = build('AnnouncementPublished', data, {});
            await journal.begin({ kind: 'up', id: event.meta.id });
            await publisher.publish(event);
        },
        down: () => takeBack('CLOSED', 'ETOS Suite Starter is shutting down.', 'It listens no more'),
        failure: ({ meta }, reason) => build('AnnouncementPublished', { heading: '[ESR] Failed to start test execution', body: reason, severity: 'CRITICAL' }, { cause: meta.id }),
        publish: async (event) => await publisher?.publish(event),
        async [Symbol.asyncDispose]() {
            await publisher
                ?.flush(clock.deadline(flush, new Error(`RabbitMQ did not confirm within ${flush / 1000} s`)))
                .catch((error) => log.warning('announcements are still to be published', { events: publisher.owed, reason: (0,errors/* messageOf */.bD)(error) }));
            await publisher?.[Symbol.asyncDispose]();
        },
    };
}
function isUp(entry) {
    return entry.fact.kind === 'up';
}

// EXTERNAL MODULE: ./src/host/durable.js
var durable = __webpack_require__(47375);
;// CONCATENATED MODULE: ./src/suite-starter/artifacts.js


/** A bus announces whatever is built in a deployment: so many of the last are remembered. */
const most = 10_000;
async function openArtifacts(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    // Half a line that a crash left is none.
    const identities = new Map(text.split('\n').flatMap((line) => entriesIn(line)));
    const forget = () => {
        for (const id of [...identities.keys()].slice(0, Math.max(0, identities.size - most)))
            identities.delete(id);
    };
    forget();
    const whole = () => (0,durable/* writeWhole */.f)(path, [...identities].map(lineOf).join(''));
    if (text !== '')
        await whole();
    let added = 0;
    return {
        identityOf: (id) => identities.get(id),
        async add({ meta, data }) {
            const { identity } = data;
            if (meta.type !== 'EiffelArtifactCreatedEvent' || typeof identity !== 'string' || identities.has(meta.id))
                return;
            identities.set(meta.id, identity);
            forget();
            added++;
            if (added % most === 0)
                await whole();
            else
                await (0,promises_.appendFile)(path, lineOf([meta.id, identity]), { flush: true });
        },
    };
}
function lineOf(entry) {
    return `${JSON.stringify(entry)}\n`;
}
function entriesIn(line) {
    try {
        return [JSON.parse(line)];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/host/strays.js
var strays = __webpack_require__(96588);
// EXTERNAL MODULE: ./src/release/release.js + 2 modules
var release = __webpack_require__(72944);
// EXTERNAL MODULE: ./src/run/artifact.js
var artifact = __webpack_require__(3357);
// EXTERNAL MODULE: ./src/run/directory.js
var run_directory = __webpack_require__(41856);
// EXTERNAL MODULE: ./src/run/item.js + 1 modules
var item = __webpack_require__(27025);
// EXTERNAL MODULE: ./src/run/tercc.js
var tercc = __webpack_require__(16674);
;// CONCATENATED MODULE: ./src/suite-starter/runs.js












function isAsked(entry) {
    return entry.fact.kind === 'asked';
}
const look = 500;
/** Runs that were asked for, each a process of its own, looked after from wherever an earlier process left them. */
class Runs {
    options;
    parts;
    going = new Set();
    ended = new Set();
    constructor(options, parts) {
        this.options = options;
        this.parts = parts;
    }
    get count() {
        return this.going.size;
    }
    /** Resolves when one more may be started. */
    async place(signal) {
        while (this.going.size >= this.options.most) {
            signal.throwIfAborted();
            await new Promise((resolve) => {
                const go = () => {
                    this.ended.delete(go);
                    signal.removeEventListener('abort', go);
                    resolve();
                };
                this.ended.add(go);
                signal.addEventListener('abort', go, { once: true });
            });
        }
        signal.throwIfAborted();
    }
    /** Brings a run to its end from wherever it is, once. */
    resume(entry) {
        const { id } = entry.fact.event.meta;
        const { log, signal } = this.parts;
        if (this.going.has(id))
            return;
        this.going.add(id);
        void this.bring(entry)
            .then((end) => this.close(entry, end))
            .catch((error) => signal.aborted || log.error('a run could not be brought to its end', { run: id, reason: (0,errors/* messageOf */.bD)(error) }))
            .finally(() => {
            this.going.delete(id);
            this.ended.forEach((go) => go());
        });
    }
    /** How it ended; undefined when nobody listens any more. */
    async bring(entry) {
        const { event, process, announcement } = entry.fact;
        // Its end was known, and may not have been told.
        if (announcement)
            return { how: 'was not carried out' };
        const known = process ?? (await this.adopt(event)) ?? (await this.startOnce(entry));
        if (typeof known === 'object' && 'how' in known)
            return known;
        if (known !== undefined && (await this.untilDead(known)))
            return undefined;
        return await this.afterwards(event.meta.id, known);
    }
    /** Tells how it ended, and forgets it. */
    async close(entry, end) {
        // Whoever was told to stop knows nothing of the end.
        if (end === undefined)
            return;
        const { journal, say, announcements } = this.parts;
        const { event } = entry.fact;
        let { announcement } = entry.fact;
        if (end.failure !== undefined) {
            // In the journal first: whoever is restarted in between publishes the very same event.
            announcement = announcements.failure(event, end.failure);
            await journal.amend(entry, { announcement });
        }
        if (announcement)
            await announcements.publish(announcement);
        say(`run ${event.meta.id} ${end.how}`);
        await journal.crossOut(entry);
        await (0,promises_.rm)(this.terccFile(event), { force: true });
    }
    /** Its process, when it was started without its number having been written down. */
    async adopt(event) {
        const marked = (await (0,strays/* processesMarked */.w)('TERCC', this.markOf(event))).map(process_identity/* identify */.ls);
        // What it started has the mark, too.
        return marked.filter((process) => (0,process_identity/* fateOf */._L)(process) !== 'dead').sort((a, b) => Number(a.started) - Number(b.started))[0];
    }
    /** Starts it, unless its directory or its results say that it was started; its end, when that cannot be done. */
    async startOnce(entry) {
        const { event } = entry.fact;
        const { signal } = this.parts;
        const { id } = event.meta;
        if ((await exists((0,external_node_path_.join)((0,run_directory/* runsIn */.UN)(this.options.workspace), id))) || (await exists((0,external_node_path_.join)(this.reportsOf(id), 'results.json'))))
            return undefined;
        let process;
        try {
            process = await this.start(event);
        }
        catch (error) {
            signal.throwIfAborted();
            return { how: `could not be started: ${(0,errors/* messageOf */.bD)(error)}`, failure: `It could not be started: ${(0,errors/* messageOf */.bD)(error)}` };
        }
        await this.parts.journal.amend(entry, { process });
        this.parts.say(`run ${id} started`);
        return process;
    }
    async start(event) {
        const { environment, log, signal } = this.parts;
        const { artifactDirectory, command } = this.options;
        const { id } = event.meta;
        const reports = this.reportsOf(id);
        await (0,promises_.mkdir)(reports, { recursive: true });
        // Not in the variable itself: an event with all its recipes may be longer than a variable can be.
        await (0,durable/* writeWhole */.f)(this.terccFile(event), JSON.stringify(event));
        const identity = await this.identityOf(event).catch((error) => {
            // Whoever listens next asks anew.
            signal.throwIfAborted();
            log.warning('the item under test is not known', { run: id, reason: (0,errors/* messageOf */.bD)(error) });
            return undefined;
        });
        const output = await (0,promises_.open)((0,external_node_path_.join)(reports, 'run.log'), 'a');
        const [file, ...args] = command;
        const where = ['--report-dir', reports, '--artifact-dir', (0,external_node_path_.join)(artifactDirectory, id), '--no-tty'];
        try {
            // A session of its own: it outlives this process, whatever ends it.
            const child = (0,external_node_child_process_.spawn)(file, [...args, ...where, ...(identity === undefined ? [] : ['--identity', identity])], {
                // What is to be carried out stands in the event, and nowhere else.
                env: { ...environment, TEST_SUITE: '', TERCC: this.markOf(event) },
                stdio: ['ignore', output.fd, output.fd],
                detached: true,
            });
            await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
            child.unref();
            return (0,process_identity/* identify */.ls)(child.pid ?? 0);
        }
        finally {
            await output.close();
        }
    }
    /** The identity that the item under test was announced with: heard on the bus, or else asked of the event repository, where there is one. */
    async identityOf(event) {
        const { environment, artifacts } = this.parts;
        const id = (0,tercc/* artifactOf */.qB)(event);
        const repository = environment.ETOS_GRAPHQL_SERVER || environment.ETOS_GRAPHQL_API;
        if (id === undefined)
            return undefined;
        const heard = artifacts.identityOf(id);
        if (heard !== undefined || !repository)
            return heard;
        const identity = (await (0,artifact/* findArtifact */.K)(repository, { id }, { ...this.parts, limit: (0,item/* waitLimit */.Tk)(environment), awaited: true }))?.data
            .identity;
        return typeof identity === 'string' ? identity : undefined;
    }
    /** Finishes what a killed run left, and says how the run ended. */
    async afterwards(id, process) {
        const directory = (0,external_node_path_.join)((0,run_directory/* runsIn */.UN)(this.options.workspace), id);
        const reports = this.reportsOf(id);
        if (process !== undefined && (0,process_identity/* fateOf */._L)(process) === 'unknown')
            return { how: `was started on another machine or in another container; when it is over: etos release ${directory}` };
        if (await exists(directory)) {
            const [released] = await (0,release/* release */._r)([directory], this.parts);
            if (released && released.refused.length > 0)
                return { how: `was killed; ${released.refused.join('; ')}` };
            if (released && !released.alive && released.done.length > 0)
                return { how: `was killed; ${released.done.join('; ')}` };
        }
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(reports, 'results.json'), 'utf8').catch(() => undefined);
        if (text !== undefined)
            return { how: `ended ${String(JSON.parse(text).verdict)}` };
        const failure = failureIn(await (0,promises_.readFile)((0,external_node_path_.join)(reports, 'run.log'), 'utf8').catch(() => ''));
        return { how: `was not carried out: ${failure.split('\n', 1)[0] ?? ''}; see ${(0,external_node_path_.join)(reports, 'run.log')}`, failure };
    }
    /** True when listening ended first. */
    async untilDead(process) {
        const { clock, signal } = this.parts;
        while (['alive', 'stopped'].includes((0,process_identity/* fateOf */._L)(process))) {
            await clock.sleep(look, signal).catch(() => undefined);
            if (signal.aborted)
                return true;
        }
        return false;
    }
    reportsOf(id) {
        return (0,external_node_path_.join)(this.options.reportDirectory, id);
    }
    terccFile({ meta }) {
        return (0,external_node_path_.join)(this.parts.home, `${meta.id}.tercc.json`);
    }
    /** What a run is told of its event, and known by. */
    markOf(event) {
        return `@${this.terccFile(event)}`;
    }
}
/** Why a run says it was not carried out: from its error on, or its last lines. */
function failureIn(output) {
    const lines = output.trimEnd().split('\n');
    const error = lines.findLastIndex((line) => line.startsWith('error: '));
    const said = (error < 0 ? lines.slice(-5) : lines.slice(error)).join('\n').replace(/^error: /, '');
    return said === '' ? 'It ended without a word.' : said.slice(0, 4_000);
}
function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./src/suite-starter/seen.js

async function openSeen(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    const ids = new Set(text.split('\n'));
    // Half a line that a crash left must not swallow the next.
    let before = text === '' || text.endsWith('\n') ? '' : '\n';
    return {
        has: (id) => ids.has(id),
        async add(id) {
            if (ids.has(id))
                return;
            ids.add(id);
            await (0,promises_.appendFile)(path, `${before}${id}\n`, { flush: true });
            before = '';
        },
    };
}

;// CONCATENATED MODULE: ./src/suite-starter/listen.js
// The suite starter: a run for each recipe collection event that comes over the bus. In: a broker, a queue, what every run is to be given. Out: runs, each
// a process of its own that outlives this one, a journal of those that are not over, announcements. What a run does belongs to `etos run`.
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











/** How long an event may wait for a place, without its confirm, until it goes back into the queue: brokers give up on it after half an hour. */
const patience = 600_000;
/**
 * Listens until the signal fires. An event is acknowledged when its run is in the journal; one that comes again, whoever was restarted in between, starts
 * nothing. Runs that were begun by an earlier process are waited for, finished or begun, as they were left.
 * @throws {InvalidInput} somebody else listens with this workspace; the queue cannot be had
 */
async function listen(options, listening) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { broker, subscription, workspace } = options;
        const { clock, log, signal, say } = listening;
        const home = (0,external_node_path_.join)(workspace, '.etos', 'listen');
        await (0,promises_.mkdir)(home, { recursive: true, mode: 0o700 });
        const ours = __addDisposableResource(env_1, await (0,claim/* claim */.B)(home), true);
        if (!ours)
            throw new errors/* InvalidInput */.o9(`another etos listen uses the workspace ${workspace}`, 'Each needs a workspace of its own; --at-once says how many runs one of them has');
        const journal = __addDisposableResource(env_1, await (0,journal_journal/* openJournal */._)((0,external_node_path_.join)(home, 'journal.ndjson')), true);
        const seen = await openSeen((0,external_node_path_.join)(home, 'seen'));
        const artifacts = await openArtifacts((0,external_node_path_.join)(home, 'artifacts'));
        const announcements = __addDisposableResource(env_1, await openAnnouncements(broker, { ...listening, journal, home }), true);
        const runs = new Runs(options, { ...listening, journal, home, announcements, artifacts });
        for (const entry of journal.open().filter(isAsked)) {
            // A process that was killed between the two knew it from the journal alone.
            await seen.add(entry.fact.event.meta.id);
            runs.resume(entry);
        }
        const take = async (body, gone) => {
            const event = eventIn(body, log);
            if (event === undefined)
                return 'dropped';
            await artifacts
                .add(event)
                .catch((error) => log.debug('an item under test is known in memory alone', { reason: (0,errors/* messageOf */.bD)(error) }));
            if (event.meta.type !== terccType || seen.has(event.meta.id))
                return 'taken';
            await runs.place(AbortSignal.any([signal, gone, clock.deadline(patience, new Error('no run has ended meanwhile'))]));
            const entry = await journal.begin({ kind: 'asked', event });
            // Before the note of it, which a full disk may refuse: from the journal on, the run is ours.
            if (isAsked(entry))
                runs.resume(entry);
            await seen.add(event.meta.id);
            return 'taken';
        };
        const receiver = __addDisposableResource(env_1, (0,eiffel_receiver/* startReceiving */.v)(broker, subscription, { name: 'etos listen', prefetch: 1, take, clock, log }), true);
        await receiver.ready(signal).catch((error) => {
            if (!signal.aborted)
                throw error;
        });
        if (!signal.aborted) {
            await announcements.up();
            say(`listening on queue ${subscription.queue}, at most ${options.most} run${options.most === 1 ? '' : 's'} at once`);
        }
        await fired(signal);
        await announcements.down();
        if (runs.count > 0)
            say(`${runs.count} run${runs.count === 1 ? '' : 's'} still going on; start etos listen again to look after them`);
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
const terccType = 'EiffelTestExecutionRecipeCollectionCreatedEvent';
function eventIn(body, log) {
    try {
        return (0,parse/* parseForeignEvent */.kV)(body.toString(), 'a message');
    }
    catch (error) {
        log.warning('a message was dropped', { reason: (0,errors/* messageOf */.bD)(error).slice(0, 500) });
        return undefined;
    }
}
function fired(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true });
    });
}

// EXTERNAL MODULE: ./src/cli/log-level.js
var log_level = __webpack_require__(86685);
// EXTERNAL MODULE: ./src/cli/run-options.js + 4 modules
var run_options = __webpack_require__(92705);
;// CONCATENATED MODULE: ./src/cli/listen.js
var listen_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var listen_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** `etos listen`: starts a run for each recipe collection event, until it is told to end. Gives the exit code. */
async function listenCommand(flags, { environment, directory, clock, signal, out, err }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const most = Number(flags.atOnce);
        if (!Number.isInteger(most) || most < 1)
            throw new errors/* InvalidInput */.o9(`--at-once is ${JSON.stringify(flags.atOnce)}; expected a whole number from 1 on`, 'See etos listen --help');
        // What is wrong for every run is told now.
        const { TERCC: _tercc, ...own } = environment;
        const { identity } = (0,run_options/* runOptions */.Ku)('the batches of each event', flags, { environment: own, directory });
        if (identity !== undefined)
            (0,documents_identity/* parseIdentity */.a)(identity);
        const broker = (0,eiffel_broker.readBroker)(environment, 'RABBITMQ');
        if (!broker)
            throw new errors/* InvalidInput */.o9('RABBITMQ_HOST is not set; there is nothing to listen to', 'See docs/eiffel.md for the variables');
        const log = (0,host_log/* createLog */.h)({
            level: (0,log_level/* levelOf */.I)(flags.verbose),
            write: (line, level) => err.write(`${level === 'info' ? '' : `${level}: `}${line}\n`),
        });
        log.secret(broker.password);
        try {
            await (0,broker_connection.checkBroker)(broker, { clock, signal });
        }
        catch (error) {
            // As at any other time: it was asked to end.
            if (signal.aborted)
                return 0;
            throw error;
        }
        const workspace = (0,external_node_path_.resolve)(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
        const http = listen_addDisposableResource(env_1, (0,create_client/* createHttpClient */.u)({ log, environment, clock }), true);
        await listen({
            broker,
            subscription: (0,eiffel_broker/* readSubscription */.M)(environment),
            most,
            workspace,
            reportDirectory: (0,external_node_path_.resolve)(workspace, flags.reportDir),
            artifactDirectory: (0,external_node_path_.resolve)(workspace, flags.artifactDir),
            command: [process.execPath, (0,program_path/* programPath */.k)('cli'), 'run', '--workspace', workspace, ...optionsOf(flags, identity)],
        }, { environment, http, clock, log, signal, say: (line) => out.write(`${log.redact(line)}\n`) });
        return 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = listen_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The options of a run as they are typed; the folders of its reports and artifacts are its own. */
function optionsOf(flags, identity) {
    const given = (name, ...values) => values.flatMap((value) => (value === undefined ? [] : [name, value]));
    return [
        ...given('--identity', identity),
        ...given('--iut-provider', flags.iutProvider),
        ...given('--execution-space-provider', flags.executionSpaceProvider),
        ...given('--log-area-provider', flags.logAreaProvider),
        ...given('--providers-dir', flags.providersDir),
        ...given('--dataset', ...flags.dataset),
        ...given('--splitter', flags.splitter),
        ...given('--durations', ...flags.durations),
        ...given('--advertise-url', flags.advertiseUrl),
        ...(flags.publishArtifact === true ? ['--publish-artifact'] : []),
        ...given('--timeout', flags.timeout),
        ...given('--wait-for-iut', flags.waitForIut),
        ...given('--wait-for-log-area', flags.waitForLogArea),
        ...given('--wait-for-execution-space', flags.waitForExecutionSpace),
    ];
}


/***/ }),

/***/ 1872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ encodePart),
/* harmony export */   a: () => (/* binding */ parseIdentity)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);

const expected = 'expected a package URL such as pkg:docker/acme/webshop@4.2.0';
const form = 'The form is pkg:type/namespace/name@version?qualifiers#subpath; type and name are mandatory';
/** Reads `pkg:type/namespace/name@version?qualifiers#subpath` from the right (eiffel.md 7.2). @throws {InvalidInput} */
function parseIdentity(text) {
    const fail = (what) => {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`identity ${JSON.stringify(text)}: ${what}; ${expected}`, form);
    };
    // Stricter than some libraries: `PKG:` and leading space pass there and fail in the event schemas (eiffel.md 7.3).
    if (!text.startsWith('pkg:'))
        return fail('does not start with "pkg:"');
    const decode = (part) => {
        try {
            return decodeURIComponent(part);
        }
        catch {
            return fail(`${JSON.stringify(part)} is not valid percent-encoding`);
        }
    };
    const [beforeSubpath, subpathText] = splitLast(text.slice('pkg:'.length), '#');
    const [beforeQualifiers, qualifiersText] = splitLast(beforeSubpath, '?');
    const path = beforeQualifiers.replace(/^\/+/, '');
    const slash = path.indexOf('/');
    const type = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
    if (type === '')
        return fail('has no type');
    if (!/^[a-z][a-z0-9.-]*$/.test(type))
        return fail(`${JSON.stringify(type)} is not a type: letters, digits, "." and "-" only`);
    const [place, versionText] = splitVersion(slash < 0 ? '' : path.slice(slash + 1));
    const segments = place
        .split('/')
        .filter((segment) => segment !== '')
        .map(decode);
    const name = segments.pop();
    if (name === undefined)
        return fail('has no name');
    const namespace = segments.join('/');
    const version = versionText === undefined ? '' : decode(versionText);
    const subpath = (subpathText ?? '')
        .split('/')
        .map(decode)
        .filter((segment) => !['', '.', '..'].includes(segment))
        .join('/');
    const qualifiers = Object.fromEntries((qualifiersText ?? '')
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair) => {
        const equals = pair.indexOf('=');
        if (equals < 1)
            return fail(`the qualifier ${JSON.stringify(pair)} is not key=value`);
        return [pair.slice(0, equals).toLowerCase(), decode(pair.slice(equals + 1))];
    })
        .filter(([, value]) => value !== ''));
    const folded = lowerCased.has(type);
    return {
        text,
        type,
        ...(namespace && { namespace: folded ? namespace.toLowerCase() : namespace }),
        name: type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : folded ? name.toLowerCase() : name,
        ...(version && { version }),
        qualifiers,
        ...(subpath && { subpath }),
    };
}
/** Types whose namespace and name are written in lower case, as the Python library the originals use has it. */
const lowerCased = new Set(['bitbucket', 'github', 'pypi', 'gitlab']);
/** One part of an identity, percent-encoded: everything but letters, digits and `.-_~:` (eiffel.md 7.2). */
function encodePart(text) {
    return encodeURIComponent(text)
        .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%3A', ':');
}
function splitLast(text, separator) {
    const at = text.lastIndexOf(separator);
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
function splitVersion(text) {
    const at = text.lastIndexOf('@');
    // An unencoded "@" directly after a slash, or first, belongs to a name or namespace: npm's scopes.
    return at <= 0 || text[at - 1] === '/' ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 54256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRabbitBus: () => (/* binding */ openRabbitBus),
/* harmony export */   openRabbitPublisher: () => (/* binding */ openRabbitPublisher)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8729);
/* harmony import */ var _broker_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37089);
/* harmony import */ var _outbox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40236);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10522);
/* harmony import */ var _receiver_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92016);
/* harmony import */ var _sender_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35704);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24720);








/** Opens the way to a broker. `publish` resolves when the event is in the outbox: from then on a crash does not lose it. */
async function openRabbitPublisher(broker, publishing) {
    return publisherOver(broker, await (0,_outbox_js__WEBPACK_IMPORTED_MODULE_3__/* .openOutbox */ .A)(publishing.outbox, publishing), publishing);
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
    const receiver = (0,_receiver_js__WEBPACK_IMPORTED_MODULE_5__/* .startReceiving */ .v)(broker, 
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
                    log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
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
    const sender = (0,_sender_js__WEBPACK_IMPORTED_MODULE_6__/* .startSending */ .t)(broker, outbox, (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.propertiesFor)(broker), { name, clock, log });
    return {
        get owed() {
            return outbox.owed;
        },
        publish(event) {
            const key = (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.routingKey)(event, tag);
            const problems = [...(0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6)(event), ...problemsOfKey(key)];
            if (problems.length > 0)
                return Promise.reject(new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop it without a word'));
            const kept = outbox.append(key, (0,_wire_js__WEBPACK_IMPORTED_MODULE_7__.bodyOf)(event));
            sender.wake();
            return kept;
        },
        async flush(signal) {
            await (0,_broker_connection_js__WEBPACK_IMPORTED_MODULE_2__.untilAborted)(outbox.empty(), signal);
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
        return (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseForeignEvent */ .kV)(body.toString(), 'a message');
    }
    catch (error) {
        log.warning('a message from RabbitMQ was dropped', { reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).slice(0, 500) });
        return undefined;
    }
}


/***/ })

};
