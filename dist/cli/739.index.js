export const id = 739;
export const ids = [739];
export const modules = {

/***/ 86685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf)
/* harmony export */ });
/** What `-v` and `-vv` show: events, then requests, too. */
function levelOf(verbose) {
    return verbose === 0 ? 'info' : verbose === 1 ? 'event' : 'debug';
}


/***/ }),

/***/ 3377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createBuilder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22257);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21588);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8729);




/**
 * A function that makes the events of one publisher, in the member and link order of the released library (etos.md 9.2): links in the order
 * in which they are given, what the event is about last. Members that are undefined are left out, as are live logs without an address; ids
 * are written in lower case.
 * @throws {InvalidInput} from that function, when data or links break the rules of eiffel.md 3
 */
function createBuilder({ source, clock, edition = 'Arica' }) {
    const origin = definedOnly({ name: source.name, host: source.host || undefined, domainId: source.domainId || undefined });
    return (name, data, links, id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()) => {
        const event = {
            meta: {
                type: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .typeOf */ .QP)(name),
                version: _catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogue */ .sW[name].versions[_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .editions */ .SH.indexOf(edition)],
                id: id.toLowerCase(),
                time: Math.trunc(clock.now()),
                source: origin,
            },
            data: withoutDeadLogs(definedOnly(data)),
            links: inOrder(name, links),
        };
        const problems = (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6)(event);
        if (problems.length > 0)
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${event.meta.type} cannot be published: ${problems.join('; ')}`, 'Consumers would drop the event without a word');
        return event;
    };
}
function inOrder(name, links) {
    const rules = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .linkRules */ .WQ)(name);
    const isLast = ([link]) => rules[link]?.last === true;
    const given = Object.entries(links);
    return [...given.filter((entry) => !isLast(entry)), ...given.filter(isLast)].flatMap(([link, targets = []]) => [targets].flat().map((target) => ({ type: (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .wireName */ .R5)(link), target: target.toLowerCase() })));
}
function definedOnly(value) {
    return Object.fromEntries(Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, deep(member)]));
}
function deep(member) {
    if (Array.isArray(member))
        return member.map(deep);
    return typeof member === 'object' && member !== null ? definedOnly(member) : member;
}
/** A log area without live logs gives no address, and a log without address makes the whole event invalid (eiffel.md 3.8). */
function withoutDeadLogs({ liveLogs, ...data }) {
    if (!Array.isArray(liveLogs))
        return liveLogs === undefined ? data : { ...data, liveLogs };
    const alive = liveLogs.filter(({ uri }) => uri !== undefined && uri !== null && uri !== '');
    return alive.length === 0 ? data : { ...data, liveLogs: alive };
}


/***/ }),

/***/ 39872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createEmbeddedBus)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);

/**
 * The bus of a run, in this process. An event whose id was published before is taken and not passed on: whoever publishes over a network sends
 * again what may not have arrived.
 */
function createEmbeddedBus({ log }) {
    const listeners = new Set();
    const published = new Set();
    return {
        publish(event) {
            if (published.has(event.meta.id))
                return Promise.resolve();
            published.add(event.meta.id);
            log.event(event.meta.type, { id: event.meta.id, from: event.meta.source?.name });
            for (const listener of [...listeners]) {
                try {
                    listener(event);
                }
                catch (error) {
                    log.error('a listener failed', { event: event.meta.type, id: event.meta.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
                }
            }
            return Promise.resolve();
        },
        subscribe(listener) {
            // A listener of its own, so that one who subscribes twice is called twice and leaves once.
            const own = (event) => listener(event);
            listeners.add(own);
            return { [Symbol.dispose]: () => void listeners.delete(own) };
        },
        [Symbol.asyncDispose]() {
            listeners.clear();
            return Promise.resolve();
        },
    };
}


/***/ }),

/***/ 43769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openRecord)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/eiffel/check.js
var check = __webpack_require__(8729);
;// CONCATENATED MODULE: ./src/eiffel/store.js

/** A store that grows by `add`; an id that is there already is not added again. */
function createEventStore() {
    const events = new Map();
    const byTarget = new Map();
    const all = (link) => {
        if (!link)
            return [...events.values()];
        const candidates = byTarget.get(link.target) ?? [];
        return candidates.filter(({ links }) => links.some(({ type, target }) => target === link.target && type === (link.type ?? type)));
    };
    return {
        add(event) {
            if (events.has(event.meta.id))
                return false;
            events.set(event.meta.id, event);
            for (const target of new Set(event.links.map((link) => link.target))) {
                const linking = byTarget.get(target);
                if (linking)
                    linking.push(event);
                else
                    byTarget.set(target, [event]);
            }
            return true;
        },
        byId: (id) => events.get(id),
        find: (name, link) => all(link).filter((event) => (0,check/* isA */.KG)(event, name)),
        all,
    };
}

;// CONCATENATED MODULE: ./src/eiffel/record.js



/**
 * Records what is published on a bus from now on: one event on a line, appended in order, so that a crash costs the last line at most. What the
 * file holds from an earlier process of the same run is in the store again, and half a line that a crash left is taken away.
 */
async function openRecord(path, { bus, log }) {
    const store = createEventStore();
    for (const event of await readRecord(path))
        store.add(event);
    const file = await (0,promises_.open)(path, 'a', 0o600);
    const queue = [];
    let writing;
    const write = async () => {
        while (queue.length > 0) {
            const lines = queue.splice(0).join('');
            // A disk that is full costs the record, not the run.
            await file.appendFile(lines).catch((error) => log.error('could not record events', { path, reason: (0,errors/* messageOf */.bD)(error) }));
        }
        writing = undefined;
    };
    const subscription = bus.subscribe((event) => {
        if (!store.add(event))
            return;
        queue.push(`${JSON.stringify(event)}\n`);
        writing ??= write();
    });
    const written = async () => {
        while (writing)
            await writing;
    };
    return {
        byId: (id) => store.byId(id),
        find: (name, link) => store.find(name, link),
        all: (link) => store.all(link),
        written,
        async [Symbol.asyncDispose]() {
            subscription[Symbol.dispose]();
            await written();
            await file.sync().catch(() => undefined);
            await file.close();
        },
    };
}
/** Reads a record back; a file that is not there has no events. Half a line at its end is cut off. */
async function readRecord(path) {
    const content = await (0,promises_.readFile)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return Buffer.alloc(0);
        throw error;
    });
    const whole = content.lastIndexOf(0x0a) + 1;
    if (whole < content.length)
        await (0,promises_.truncate)(path, whole);
    return content
        .subarray(0, whole)
        .toString()
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}


/***/ }),

/***/ 26015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   is: () => (/* binding */ checkIn),
/* harmony export */   k2: () => (/* binding */ byRule)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92948);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63519);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48652);




const tries = 3;
const pauseBetween = 300;
/**
 * Gives an item back (jsontas.md 12.6). Tried three times, because what is not given back is lost to everybody.
 * @throws {NotCarriedOut} when the provider goes on refusing; the journal's entry then stays open
 */
async function checkIn({ provider, item, giveBack, entry }, { journal, clock, log, signal }) {
    const { called } = _kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kinds */ .EZ[provider.kind];
    for (let n = 1; giveBack; n++) {
        const refusal = await giveBack(item, signal).catch((error) => (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        if (refusal === undefined) {
            log.info(`checked in ${called}`, { provider: provider.id, item: nameOf(item) });
            break;
        }
        if (n === tries || signal.aborted) {
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`Unable to checkin ${called} ${JSON.stringify(nameOf(item))} to provider "${provider.id}": ${refusal}`, 'It stays in the journal: `etos release` tries again');
        }
        await clock.sleep(pauseBetween * n, signal).catch(() => undefined);
    }
    if (entry)
        await journal.crossOut(entry);
}
/** By the check-in rule of a provider, which must come out true; nothing where there is none. */
function byRule(provider, evaluate) {
    const { checkin, kind } = provider;
    if (!checkin)
        return {};
    return {
        async giveBack(item, signal) {
            // Apart: several check in side by side, and each looks at the answers to its own requests.
            const answer = await evaluate(checkin, ['checkin'], { names: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .atHand */ .pQ)(kind, item), apart: true, signal });
            return (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isTruthy */ .zz)(answer) ? undefined : `the rule came out as ${(0,_json_print_js__WEBPACK_IMPORTED_MODULE_3__/* .printJson */ .Q2)(answer)}`;
        },
    };
}
/** What people recognise an item by. */
function nameOf(item) {
    const names = ['id', 'name', 'identity', 'ip_address'].map((key) => item.get(key));
    return names.find((value) => typeof value === 'string' || typeof value === 'number') ?? 'without a name';
}


/***/ }),

/***/ 27044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ evaluatorOf)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _http_never_left_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80000);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92948);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40805);
/* harmony import */ var _provider_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59581);
/* harmony import */ var _provider_kind_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85305);






/** Evaluates with one dataset: what one part leaves behind the next one sees (jsontas.md 12.2). */
function evaluatorOf(provider, { dataset, structures, http, clock, log, }) {
    const evaluator = async (document, part, { names, apart, onRequest, signal }) => {
        const own = apart ? new Map(dataset) : dataset;
        for (const [name, value] of names)
            own.set(name, value);
        const source = { name: provider.source, ...(provider.text && { text: provider.text }), path: [_provider_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .topKeys */ .$[provider.kind], ...part] };
        return (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluate */ ._3)(document, {
            dataset: own,
            structures,
            http: eachOnce(http, onRequest ?? (() => undefined)),
            clock,
            log,
            signal,
            source,
        });
    };
    return Object.assign(evaluator, {
        lastAnswer: () => describeAnswer(dataset),
        values: (names) => new Map([...names].flatMap((name) => (dataset.has(name) ? [[name, dataset.get(name)]] : []))),
    });
}
/** A request of a provider may take something: it is never repeated behind the back of the language, and what became of it is told. */
function eachOnce(http, onRequest) {
    const watch = async (answer) => {
        try {
            return await answer;
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9) && !(0,_http_never_left_js__WEBPACK_IMPORTED_MODULE_1__/* .neverLeft */ .o)(error))
                onRequest('lost');
            throw error;
        }
    };
    return {
        async request(request) {
            const answer = await watch(http.request({ ...request, once: true }));
            onRequest(answer.status < 400 ? 'accepted' : 'refused');
            return { ...answer, bytes: (atMost) => watch(answer.bytes(atMost)), text: (atMost) => watch(answer.text(atMost)) };
        },
        [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
    };
}
function describeAnswer(dataset) {
    const unanswered = (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnanswered */ .Vc)(dataset);
    if (unanswered !== undefined)
        return { text: unanswered, mayPass: true };
    const response = dataset.get('response');
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(response) || !response.has('status_code'))
        return undefined;
    const headers = response.get('headers');
    const type = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(headers) ? (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(headers.get('content-type')) : '';
    const form = (response.get('json') ?? null) === null ? `, which is not JSON but ${type === '' ? 'of no content type' : type}` : '';
    const status = Number(response.get('status_code'));
    const words = [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('status_code')), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('reason'))].filter((word) => word !== '').join(' ');
    return { text: `${withoutQuery((0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(response.get('url')))} answered ${words}${form}`, mayPass: status >= 500 };
}
/** A query may hold what is secret. */
function withoutQuery(url) {
    return url.replace(/[?#].*$/, '');
}


/***/ }),

/***/ 46536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Es: () => (/* binding */ acquireOutside),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   xO: () => (/* binding */ byRequest)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80371);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39874);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63519);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40805);
/* harmony import */ var _check_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26015);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48652);
/* harmony import */ var _too_late_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93958);








/** Milliseconds between two questions for the state, which grow up to this. */
const longestPause = 2_000;
/** Milliseconds for one answer. */
const patience = 30_000;
/** Milliseconds that are spent on giving back what came too late. */
const patienceWithLate = 5_000;
/**
 * Takes items from a provider that is an HTTP service (etos.md 5.6): starts a request there, asks until it is done. Written down before it is started,
 * and each item once it is known, so that nothing is lost that the service holds for us.
 * @throws {NotCarriedOut} the service refuses, fails, gives too few, or is not done in time
 */
async function acquireOutside(provider, { minimum, maximum, limit }, acquiring) {
    const { request, marks, journal, clock, log, signal } = acquiring;
    const until = clock.now() + limit;
    const fact = factOf(provider, acquiring.run);
    const asked = await journal.begin(fact);
    const body = new Map([['minimum_amount', minimum], ['maximum_amount', maximum], ...request]);
    const { id, entry } = await start(provider, body, asked, acquiring);
    let given;
    let why = 'it is still pending';
    try {
        for (let pause = 100; given === undefined; pause = Math.min(pause * 2, longestPause)) {
            const state = await stateOf(provider, id, { ...acquiring, signal });
            if (state.state === 'failed') {
                await journal.crossOut(entry);
                throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} failed: ${state.description}`, `See the service at ${provider.status}`);
            }
            if (state.state === 'done')
                given = state.items;
            else {
                if (state.state === 'silent')
                    why = state.description;
                const left = until - clock.now();
                if (left <= 0)
                    throw (0,_too_late_js__WEBPACK_IMPORTED_MODULE_5__/* .tooLate */ .B)(provider, limit, why);
                await clock.sleep(Math.min(pause, left), signal);
            }
        }
    }
    catch (error) {
        // It may still come to have something for us.
        if (journal.open().some((open) => open.id === entry.id))
            await giveBackLate(provider, entry, acquiring);
        throw error;
    }
    const held = [];
    for (const item of given) {
        const marked = new Map([...marks, ...item]);
        held.push({
            provider,
            item: marked,
            giveBack: byRequest(provider, acquiring),
            entry: await journal.begin({ ...fact, item: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(marked) }),
        });
    }
    await journal.crossOut(entry);
    log.info(`checked out ${held.length} of kind ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind].called}`, { provider: provider.id });
    const surplus = held.splice(maximum);
    const tooFew = held.length < minimum;
    for (const acquired of tooFew ? held : surplus)
        await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_3__/* .checkIn */ .is)(acquired, { journal, clock, log, signal }).catch((error) => log.warning((0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)));
    if (!tooFew)
        return held;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} gave ${held.length} of ${minimum} wanted`, `See the service at ${provider.status}: ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind].items} of its answer`);
}
/** Hands an item back by `stop`, which gets a list of what is no longer needed. */
function byRequest(provider, { run, http }) {
    return async (item, signal) => {
        const answer = await http.request({
            method: 'POST',
            url: provider.stop,
            headers: headersOf(run),
            body: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_7__/* .printJson */ .Q2)([item]),
            limit: patience,
            once: true,
            signal,
        });
        const text = await answer.text();
        if (answer.status >= 400)
            return refusalIn(answer, text);
        const error = text.trim() === '' ? undefined : memberOf(text, 'error');
        return error === undefined || error === null ? undefined : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(error, 'the answer holds an error');
    };
}
/**
 * Finishes a request that an earlier process began: waits for its items and hands them back.
 * @throws {NotCarriedOut} the service is not done with it, refuses, or never said how it calls the request
 */
async function settle(provider, { fact }, { clock, ...asking }) {
    if (typeof fact.request !== 'string') {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} was asked by run ${asking.run}, and its answer was lost: nobody here knows what it holds for us`, `See the service at ${provider.start}; then remove the run's directory`);
    }
    for (;;) {
        const state = await stateOf(provider, fact.request, asking);
        if (state.state === 'failed')
            return 0;
        if (state.state === 'done') {
            const giveBack = byRequest(provider, asking);
            for (const item of state.items) {
                const refusal = await giveBack(item, asking.signal);
                if (refusal !== undefined)
                    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} does not take back what it gave: ${refusal}`, 'Try again');
            }
            return state.items.length;
        }
        await clock.sleep(500, asking.signal);
    }
}
async function start(provider, body, asked, { run, http, journal, signal }) {
    const hint = 'Check start.host in the provider file; the service must answer {"id": …} (docs/providers.md)';
    let answer;
    let text;
    try {
        answer = await http.request({
            method: 'POST',
            url: provider.start,
            headers: headersOf(run),
            body: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_7__/* .printJson */ .Q2)(body),
            limit: patience,
            once: true,
            signal,
        });
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .NoAnswer */ .W && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|not trusted/.test(error.message))
            await journal.crossOut(asked);
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} cannot be asked: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, hint, { cause: error });
    }
    if (answer.status >= 400) {
        await journal.crossOut(asked);
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} refused: ${refusalIn(answer, text)}`, hint);
    }
    const id = memberOf(text, 'id');
    if (typeof id !== 'string' && typeof id !== 'number') {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${named(provider)} answered ${answer.status} without an "id": ${short(text)}`, hint);
    }
    return { id: String(id), entry: await journal.amend(asked, { request: String(id) }) };
}
async function stateOf(provider, id, { run, http, signal }) {
    const url = new URL(provider.status);
    url.searchParams.set('id', id);
    let answer;
    let text;
    try {
        answer = await http.request({ method: 'GET', url, headers: headersOf(run), limit: patience, signal });
        text = await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        return { state: 'silent', description: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
    }
    if (answer.status >= 500)
        return { state: 'silent', description: refusalIn(answer, text) };
    if (answer.status >= 400)
        return { state: 'failed', description: refusalIn(answer, text) };
    const status = memberOf(text, 'status');
    if (status === 'PENDING')
        return { state: 'pending' };
    if (status === 'FAILED')
        return { state: 'failed', description: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(memberOf(text, 'description'), 'no description') };
    const { items: name } = _kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[provider.kind];
    const items = memberOf(text, name);
    if (status === 'DONE' && Array.isArray(items) && items.every(_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv))
        return { state: 'done', items };
    const seen = status === 'DONE' ? `${name} are ${items === undefined ? 'missing' : 'no list of objects'}` : `the status is ${short(text)}`;
    return { state: 'silent', description: `${provider.status}: ${seen}; expected PENDING, FAILED, or DONE with a list "${name}"` };
}
/** The run goes on without it, and what the service still takes for us goes back when it is known within a moment; else `release` sees to it. */
async function giveBackLate(provider, entry, { journal, clock, log, ...asking }) {
    const bound = clock.deadline(patienceWithLate, new Error(`it was not done ${patienceWithLate / 1000} s later`));
    try {
        await settle(provider, entry, { ...asking, clock, signal: bound });
        await journal.crossOut(entry);
    }
    catch (error) {
        log.warning('what a provider still gets ready for this run stays in the journal', { provider: provider.id, reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) });
    }
}
function factOf({ kind, id, source, start: begin, status, stop }, run) {
    return { kind, provider: { id, source, external: { start: begin, status, stop } }, run };
}
function named({ kind, id }) {
    return `external ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kinds */ .EZ[kind].called} provider "${id}"`;
}
function headersOf(run) {
    const hex = run.replaceAll('-', '');
    return {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-etos-id': run,
        traceparent: `00-${hex}-${hex.slice(0, 16)}-01`,
    };
}
function memberOf(text, name) {
    try {
        const value = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text, 'answer');
        return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value) ? value.get(name) : undefined;
    }
    catch {
        return undefined;
    }
}
function refusalIn({ status, reason }, text) {
    const error = memberOf(text, 'error') ?? memberOf(text, 'description');
    return `${status} ${reason}: ${typeof error === 'string' ? error : short(text)}`;
}
function short(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line === '' ? 'an empty answer' : line.length > 200 ? `${line.slice(0, 200)}…` : line;
}


/***/ }),

/***/ 50514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ evaluateLogin),
/* harmony export */   W: () => (/* binding */ loginOf)
/* harmony export */ });
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92948);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40805);
/* harmony import */ var _evaluate_part_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27044);



/**
 * How a provider's start request says who asks, as the provider file has it: names of variables, not their values. For the journal, so that another
 * process can end what was started. Undefined when it does not say.
 */
function loginOf(provider) {
    const request = provider.type === 'jsontas' ? requestIn(provider.list) : undefined;
    const login = [...(request ?? [])].filter(([name]) => name === 'auth' || name === 'headers');
    return login.length === 0 ? undefined : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .toPlain */ .Ul)(new Map(login));
}
function requestIn(value) {
    if (Array.isArray(value))
        return value.map(requestIn).find((found) => found !== undefined);
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return undefined;
    const request = value.get('request');
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(request) && request.has('url') ? request : [...value.values()].map(requestIn).find((found) => found !== undefined);
}
/** The login that the journal describes, with the variables of this process. */
async function evaluateLogin(login, { environment, http, clock, log, signal, }) {
    const document = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .fromPlain */ .bM)(login ?? {});
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(document))
        return {};
    const dataset = new Map([['environment', (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .fromPlain */ .bM)(environment)]]);
    const evaluate = (0,_evaluate_part_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluatorOf */ .t)({ kind: 'execution-space', source: 'the journal', text: '' }, { dataset, structures: (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .providerStructures */ .SX)({ environment }), http, clock, log });
    const value = await evaluate(document, ['list'], { names: new Map(), signal });
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return {};
    const [auth, headers] = [value.get('auth'), value.get('headers')];
    return {
        ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(auth) && { auth: { type: 'basic', username: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(auth.get('username')), password: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(auth.get('password')) } }),
        ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(headers) && { headers: Object.fromEntries([...headers].map(([name, text]) => [name, (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(text)])) }),
    };
}


/***/ }),

/***/ 29887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ recover),
/* harmony export */   y: () => (/* binding */ factOf)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92948);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40805);
/* harmony import */ var _check_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26015);
/* harmony import */ var _evaluate_part_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27044);
/* harmony import */ var _external_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46536);
/* harmony import */ var _first_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4422);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48652);








/** Milliseconds that a service gets to finish what an earlier process asked it for. */
const patience = 30_000;
/** What the journal keeps of an item: enough to check it in when everything else is gone. */
function factOf({ kind, id, source, checkin }, item, { values }) {
    const names = checkin ? namesIn(checkin) : new Set();
    // These come from the process that releases, and may be secret; or are there anyway.
    for (const own of ['environment', ..._kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kinds */ .EZ[kind].item, 'this', 'previous', 'response', 'item'])
        names.delete(own);
    const dataset = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(values(names));
    return { kind, provider: { id, source, checkin: checkin && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(checkin) }, item: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .toPlain */ .Ul)(item), dataset };
}
/**
 * Checks an item in that an earlier process took. Its rule sees the item, the variables of this process, and what it named of the dataset; the released
 * services leave it nothing but the item (jsontas.md 12.2).
 * @returns a line for people
 * @throws {NotCarriedOut} refused
 */
async function recover(kind, entry, recovering) {
    const { environment, journal, http, clock, log, signal } = recovering;
    const fact = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .fromPlain */ .bM)(entry.fact);
    const [written, item] = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(fact) ? [fact.get('provider'), fact.get('item')] : [];
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(written))
        throw new Error('the journal does not say what was checked out');
    const { called } = _kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .kinds */ .EZ[kind];
    const named = { kind, id: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(written.get('id')), source: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(written.get('source')), text: '' };
    const external = written.get('external');
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(external)) {
        const host = (name) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(external.get(name));
        const provider = { ...named, type: 'external', start: host('start'), status: host('status'), stop: host('stop') };
        const asking = { run: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(entry.fact.run), http };
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(item)) {
            const tooLong = new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`external provider "${named.id}" is not done with what it was asked for`, 'Try again later: etos release');
            const bound = AbortSignal.any([signal, clock.deadline(patience, tooLong)]);
            const settled = await (0,_external_js__WEBPACK_IMPORTED_MODULE_4__/* .settle */ .G9)(provider, entry, { ...asking, clock, signal: bound });
            await journal.crossOut(entry);
            return `gave ${settled} of kind ${called} back to external provider "${named.id}"`;
        }
        await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_2__/* .checkIn */ .is)({ provider, item, giveBack: (0,_external_js__WEBPACK_IMPORTED_MODULE_4__/* .byRequest */ .xO)(provider, asking), entry }, { journal, clock, log, signal });
        return checkedIn(called, item, named.id);
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(item))
        throw new Error('the journal does not say what was checked out');
    const checkin = written.get('checkin');
    const provider = { ...named, type: 'jsontas', list: new Map(), ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(checkin) && { checkin }) };
    const kept = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(fact) ? fact.get('dataset') : undefined;
    const dataset = new Map([['environment', (0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .fromPlain */ .bM)(environment)], ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(kept) ? kept : [])]);
    const evaluate = (0,_evaluate_part_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatorOf */ .t)(provider, { dataset, structures: (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .providerStructures */ .SX)({ environment }), http, clock, log });
    await (0,_check_in_js__WEBPACK_IMPORTED_MODULE_2__/* .checkIn */ .is)({ provider, item, ...(0,_check_in_js__WEBPACK_IMPORTED_MODULE_2__/* .byRule */ .k2)(provider, evaluate), entry }, { journal, clock, log, signal });
    return checkedIn(called, item, named.id);
}
function checkedIn(called, item, provider) {
    return `checked in ${called} ${JSON.stringify((0,_check_in_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(item))} of provider "${provider}"`;
}
/** The names of the dataset that queries of a rule begin with. */
function namesIn(value, names = new Set()) {
    if (typeof value === 'string') {
        if (value.startsWith('$'))
            names.add((0,_first_word_js__WEBPACK_IMPORTED_MODULE_7__/* .firstWord */ .N)(value));
    }
    else if (Array.isArray(value))
        value.forEach((element) => namesIn(element, names));
    else if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value))
        for (const [name, member] of value) {
            namesIn(name, names);
            namesIn(member, names);
        }
    return names;
}


/***/ }),

/***/ 93958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tooLate)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48652);


/** Nothing came in time. @param limit milliseconds */
function tooLate({ kind, id }, limit, why) {
    const { called, waitVariable, waitOption } = _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ[kind];
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`No ${called} became available from provider "${id}" within ${limit / 1000}s: ${why}`, `Raise --${waitOption} (or ${waitVariable}, seconds), or free what a killed run left: etos release`);
}


/***/ }),

/***/ 37584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wv: () => (/* binding */ readProcess),
/* harmony export */   XT: () => (/* binding */ printProcess),
/* harmony export */   _L: () => (/* binding */ fateOf),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);


/** The identity of a process of this machine; one that is gone has the start time `0`, which no process has. */
function identify(pid) {
    return { ...here(), pid, started: statOf(pid)?.started ?? '0' };
}
/**
 * What can be said of a process from here (delegation.md 5). `dead` is a proof: another boot of this machine, or in our own pid namespace no
 * process with that number and start time. Of another machine or namespace nothing can be known, and of another user's process where /proc
 * hides those (`hidepid`) only that its number is taken.
 */
function fateOf(process) {
    const { machine, boot, namespace } = here();
    if (process.machine !== machine)
        return 'unknown';
    // Neither of them where there is no /proc.
    if ([boot, process.boot, namespace, process.namespace].includes('unknown'))
        return 'unknown';
    if (process.boot !== boot)
        return 'dead';
    if (process.namespace !== namespace)
        return 'unknown';
    const stat = statOf(process.pid);
    if (!stat && isThere(process.pid))
        return 'alive';
    if (!stat || stat.started !== process.started || stat.state === 'Z' || stat.state === 'X')
        return 'dead';
    return stat.state === 'T' || stat.state === 't' ? 'stopped' : 'alive';
}
/** As one line for a label or a file; `readProcess` reads it. */
function printProcess({ machine, boot, namespace, pid, started }) {
    return [machine, boot, namespace, pid, started].join(' ');
}
/** Reads what `printProcess` printed; undefined when it is nothing of the kind. */
function readProcess(text) {
    const [machine, boot, namespace, pid, started, ...more] = text.split(' ');
    if (!machine || !boot || !namespace || !pid || !started || more.length > 0 || !/^\d+$/.test(pid))
        return undefined;
    return { machine, boot, namespace, pid: Number(pid), started };
}
function here() {
    // Two machines may share an engine and an owner's name: another boot proves nothing unless the machine is the same. Build containers without a
    // machine id have a host name of their own.
    const machine = digest(`${read('/etc/machine-id') ?? ''} ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}`);
    return { machine, boot: read('/proc/sys/kernel/random/boot_id') ?? 'unknown', namespace: pidNamespace() };
}
/** FNV-1a of 32 bits: tells machines apart and gives no machine's id away. node:crypto takes 2 ms of a start. */
function digest(text) {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid').replace(/\s/g, '');
    }
    catch {
        return 'unknown';
    }
}
/** Whether a number is taken: the kernel tells that of hidden processes too. */
function isThere(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
function statOf(pid) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined)
        return undefined;
    // The program's name is in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
}
function read(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').trim();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 96588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ endProcessesMarked),
/* harmony export */   w: () => (/* binding */ processesMarked)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/**
 * The processes of this machine whose environment holds `name=value`: what a run started, wherever it went (a new session, a new parent).
 * Needs /proc; elsewhere, and for other users' processes, it finds nothing. Never this process itself.
 */
async function processesMarked(name, value) {
    const mark = Buffer.from(`${name}=${value}`);
    const pids = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry)).map(Number);
    const marked = await Promise.all(pids.map(async (pid) => {
        if (pid === process.pid)
            return false;
        const environment = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/environ`).catch(() => undefined);
        return environment !== undefined && holds(environment, mark);
    }));
    return pids.filter((_, n) => marked[n]);
}
/**
 * Ends the marked processes: SIGTERM, after `grace` milliseconds SIGKILL, again for those that appear meanwhile.
 * @returns how many there were
 */
async function endProcessesMarked(name, value, { clock, signal, grace }) {
    const seen = new Set();
    const killAt = clock.now() + grace;
    for (;;) {
        const pids = await processesMarked(name, value);
        if (pids.length === 0)
            return seen.size;
        const late = clock.now() >= killAt;
        for (const pid of pids) {
            if (late || !seen.has(pid))
                send(pid, late ? 'SIGKILL' : 'SIGTERM');
            seen.add(pid);
        }
        await clock.sleep(50, signal);
    }
}
function holds(environment, mark) {
    for (let at = environment.indexOf(mark); at >= 0; at = environment.indexOf(mark, at + 1)) {
        const end = environment[at + mark.length];
        if ((at === 0 || environment[at - 1] === 0) && (end === 0 || end === undefined))
            return true;
    }
    return false;
}
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It ended in the meantime.
    }
}


/***/ }),

/***/ 80000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ neverLeft)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80371);


/** Whether a request that failed cannot have taken effect: there was no connection that it could have left by. */
function neverLeft(error) {
    for (let inner = error; node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(inner); inner = inner.cause)
        if ('code' in inner && noConnection.has(String(inner.code)))
            return true;
    return error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .NoAnswer */ .W && error.lasting;
}
const noConnection = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'UND_ERR_CONNECT_TIMEOUT',
]);


/***/ }),

/***/ 38790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal),
/* harmony export */   a: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
// What a run began and has not finished, on disk before it is begun. In: entries. Out: those that are still open, after a crash too. What an
// entry means, and how it is undone, belongs to `release`.

/** Opens a journal, made with mode 0600 when it is not there; what an earlier process left open is open again. */
async function openJournal(path) {
    const left = await readJournal(path);
    const entries = new Map(left.map((entry) => [entry.id, entry]));
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'a+', 0o600);
    await endTornLine(file);
    const write = inTurn(async (line) => {
        await file.appendFile(`${JSON.stringify(line)}\n`);
        await file.datasync();
    });
    let last = Math.max(0, ...(await everyId(path)));
    return {
        async begin(fact) {
            const entry = { id: ++last, fact };
            entries.set(entry.id, entry);
            await write({ id: entry.id, begin: fact });
            return entry;
        },
        async amend(entry, more) {
            const amended = { id: entry.id, fact: { ...(entries.get(entry.id) ?? entry).fact, ...more } };
            entries.set(entry.id, amended);
            await write({ id: entry.id, amend: more });
            return amended;
        },
        async crossOut(entry) {
            if (!entries.delete(entry.id))
                return;
            await write({ id: entry.id, done: true });
        },
        open: () => [...entries.values()],
        [Symbol.asyncDispose]: () => file.close(),
    };
}
/** What a journal has open; a file that is not there has nothing. A line cut short by a crash was never promised and is ignored. */
async function readJournal(path) {
    const entries = new Map();
    for (const line of await readLines(path)) {
        if ('begin' in line)
            entries.set(line.id, { id: line.id, fact: line.begin });
        else if ('done' in line)
            entries.delete(line.id);
        else {
            const entry = entries.get(line.id);
            if (entry)
                entries.set(line.id, { id: line.id, fact: { ...entry.fact, ...line.amend } });
        }
    }
    return [...entries.values()];
}
async function everyId(path) {
    return (await readLines(path)).map(({ id }) => id);
}
async function readLines(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '';
        throw error;
    });
    return text.split('\n').flatMap((line) => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}
async function endTornLine(file) {
    const { size } = await file.stat();
    if (size === 0)
        return;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer[0] !== 0x0a)
        await file.appendFile('\n');
}
/** Runs calls one after the other, in the order they were made; a failed call does not stop the next. */
function inTurn(action) {
    let before = Promise.resolve();
    return (value) => {
        const mine = before.then(() => action(value));
        before = mine.catch(() => undefined);
        return mine;
    };
}


/***/ }),

/***/ 11626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ queueFact),
/* harmony export */   QW: () => (/* binding */ outboxFact),
/* harmony export */   hT: () => (/* binding */ publishOwed),
/* harmony export */   wx: () => (/* binding */ removeQueue)
/* harmony export */ });
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
const kept = ['HOST', 'PORT', 'USERNAME', 'VHOST', 'SSL', 'EXCHANGE', 'CA_FILE', 'HEARTBEAT'].map((name) => `RABBITMQ_${name}`);
function outboxFact(path, environment) {
    return { kind: 'outbox', path, variables: variablesIn(environment) };
}
function queueFact(queue, environment) {
    return { kind: 'queue', queue, variables: variablesIn(environment) };
}
/**
 * Publishes what a run still owed, and what has ended it since. Resolves with the number of events when the broker has confirmed all of them.
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in; the signal's reason when it does not confirm in time
 */
async function publishOwed({ path, variables }, closing, { environment, clock, log, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [{ isOwing }, { routingTag }] = await Promise.all([__webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 81940)), __webpack_require__.e(/* import() */ 720).then(__webpack_require__.bind(__webpack_require__, 24720))]);
        const broker = await brokerOf(variables, environment);
        if (!broker || (closing.length === 0 && !(await isOwing(path))))
            return 0;
        log.secret(broker.password);
        const [{ checkBroker }, { openRabbitPublisher }] = await Promise.all([
            __webpack_require__.e(/* import() */ 89).then(__webpack_require__.bind(__webpack_require__, 37089)),
            Promise.all(/* import() */[__webpack_require__.e(738), __webpack_require__.e(256)]).then(__webpack_require__.bind(__webpack_require__, 54256)),
        ]);
        const patience = AbortSignal.any([signal, clock.deadline(60_000, new Error('RabbitMQ did not confirm them within 60 s'))]);
        const publisher = __addDisposableResource(env_1, await openRabbitPublisher(broker, { outbox: path, tag: routingTag(variables), name: 'etos release', clock, log }), true);
        // Kept in the outbox before anything else: the record has them already, and nobody would make them again.
        for (const event of closing)
            await publisher.publish(event);
        const { owed } = publisher;
        await checkBroker(broker, { clock, signal: patience, patience: 5_000 });
        await publisher.flush(patience);
        return owed;
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
/**
 * Takes the queue of a run away; one that is gone already is nothing to mention.
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in; the signal's reason
 */
async function removeQueue({ queue, variables }, { environment, clock, log, signal }) {
    const broker = await brokerOf(variables, environment);
    if (!broker)
        return;
    log.secret(broker.password);
    const { deleteQueue } = await __webpack_require__.e(/* import() */ 89).then(__webpack_require__.bind(__webpack_require__, 37089));
    await deleteQueue(broker, queue, { name: 'etos release', clock, signal, patience: 5_000 });
}
function variablesIn(environment) {
    const known = [...kept, 'ETOS_ROUTING_KEY_TAG'].filter((name) => environment[name] !== undefined);
    return Object.fromEntries(known.map((name) => [name, environment[name]]));
}
async function brokerOf(variables, { RABBITMQ_PASSWORD }) {
    const { readBroker } = await __webpack_require__.e(/* import() */ 416).then(__webpack_require__.bind(__webpack_require__, 97416));
    return readBroker({ ...variables, ...(RABBITMQ_PASSWORD !== undefined && { RABBITMQ_PASSWORD }) }, 'RABBITMQ');
}


/***/ }),

/***/ 70315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_process_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37584);
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



/** The right to release a run, which one process has at a time: two that start together would both check in what a third left. */
async function claim(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'released-by.json');
    for (;;) {
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600), true);
                await file.writeFile(JSON.stringify((0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .identify */ .ls)(process.pid)));
                return { [Symbol.asyncDispose]: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true }) };
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
        catch (error) {
            const { code } = error;
            // The directory is gone: somebody else was faster, and is done.
            if (code === 'ENOENT')
                return undefined;
            if (code !== 'EEXIST')
                throw error;
        }
        const holder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '');
        if (holder === '' || (0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .fateOf */ ._L)(JSON.parse(holder)) !== 'dead')
            return undefined;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
    }
}


/***/ }),

/***/ 72944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _n: () => (/* binding */ isAlive),
  _r: () => (/* binding */ release),
  $N: () => (/* binding */ runDirectories),
  Az: () => (/* binding */ runLabel),
  MU: () => (/* binding */ runVariable)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/docker/create-engine.js + 6 modules
var create_engine = __webpack_require__(97055);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __webpack_require__(48652);
// EXTERNAL MODULE: ./src/environment/recover.js
var recover = __webpack_require__(29887);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/host/strays.js
var strays = __webpack_require__(96588);
// EXTERNAL MODULE: ./src/journal/journal.js
var journal_journal = __webpack_require__(38790);
// EXTERNAL MODULE: ./src/release/broker.js
var broker = __webpack_require__(11626);
// EXTERNAL MODULE: ./src/tracking/tracker.js
var tracking_tracker = __webpack_require__(30343);
// EXTERNAL MODULE: ./src/release/claim.js
var claim = __webpack_require__(70315);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/eiffel/build.js
var eiffel_build = __webpack_require__(3377);
// EXTERNAL MODULE: ./src/eiffel/embedded-bus.js
var embedded_bus = __webpack_require__(39872);
// EXTERNAL MODULE: ./src/eiffel/record.js + 1 modules
var eiffel_record = __webpack_require__(43769);
;// CONCATENATED MODULE: ./src/release/close-events.js
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





const reason = 'The run was killed before it could tell its result.';
/**
 * Ends in the record of events what a killed run began: test cases, suites, activities, in that order. Whoever reads the record then waits for nothing.
 * @param activity the run's ActivityTriggered; a record that does not hold it belongs to another run and is left alone
 * @returns the events that were added
 */
async function closeEvents(path, activity, { clock, log }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const there = await (0,promises_.access)(path).then(() => true, () => false);
        if (!there)
            return [];
        const bus = __addDisposableResource(env_1, (0,embedded_bus/* createEmbeddedBus */.z)({ log }), true);
        const record = __addDisposableResource(env_1, await (0,eiffel_record/* openRecord */.C)(path, { bus, log }), true);
        if (!record.byId(activity))
            return [];
        const build = (0,eiffel_build/* createBuilder */.I)({ source: { name: 'ETOS release', host: (0,external_node_os_.hostname)() }, clock });
        const outcome = { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: reason };
        const closing = [
            ...close_events_open(record, 'TestCaseTriggered', 'TEST_CASE_EXECUTION', ['TestCaseFinished', 'TestCaseCanceled']).map((id) => build('TestCaseFinished', { outcome }, { testCaseExecution: id })),
            ...close_events_open(record, 'TestSuiteStarted', 'TEST_SUITE_EXECUTION', ['TestSuiteFinished'])
                .reverse()
                .map((id) => build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id })),
            ...close_events_open(record, 'ActivityTriggered', 'ACTIVITY_EXECUTION', ['ActivityFinished', 'ActivityCanceled'])
                .reverse()
                .map((id) => build('ActivityCanceled', { reason }, { context: activity, activityExecution: id })),
        ];
        for (const event of closing)
            await bus.publish(event);
        await record.written();
        return closing;
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
/** The events of a type that no event of the ending types points at. */
function close_events_open(record, begins, link, ends) {
    return record
        .find(begins)
        .map(({ meta }) => meta.id)
        .filter((target) => ends.every((end) => record.find(end, { type: link, target }).length === 0));
}

// EXTERNAL MODULE: ./src/environment/login.js
var environment_login = __webpack_require__(50514);
// EXTERNAL MODULE: ./src/tracking/github/space.js + 3 modules
var github_space = __webpack_require__(32899);
// EXTERNAL MODULE: ./src/tracking/jenkins/space.js + 8 modules
var jenkins_space = __webpack_require__(49694);
// EXTERNAL MODULE: ./src/tracking/kubernetes/space.js + 11 modules
var kubernetes_space = __webpack_require__(5959);
;// CONCATENATED MODULE: ./src/release/end-delegation.js





/**
 * Ends a delegation that a dead run started elsewhere, as the run itself would have: cancelled in the queue, stopped, at last killed.
 * @returns a line for people @throws when it may still run {NobodyToAsk} when that will never be known
 */
async function endDelegation(fact, ending) {
    const { environment, http, clock, log, signal } = ending;
    const url = String(fact.url);
    const [subSuite, place] = [String(fact.subSuite), typeof fact.location === 'string' ? fact.location : url];
    const spaces = [
        (0,jenkins_space/* jenkinsSpace */.J)({ http, clock, log }),
        (0,github_space/* githubSpace */.k)({ http, clock, log }),
        (0,kubernetes_space/* kubernetesSpace */.l)({ environment, http, clock, log }),
    ];
    const space = spaces.find((one) => one.knows({ url, method: 'POST' }));
    if (!space)
        throw new tracking_tracker/* NobodyToAsk */._G(`it was started by ${place}, which cannot be asked: see there whether it still runs`, '');
    const login = await (0,environment_login/* evaluateLogin */.D)(fact.login, ending);
    const location = typeof fact.location === 'string' ? { location: fact.location } : {};
    const tracker = await space.recover({ url, method: 'POST', ...login }, { identifier: String(fact.identifier), ...location, signal });
    if (!tracker)
        return `nothing was started for sub suite ${subSuite} at ${url}`;
    const tooLate = new Error(`${place} did not end within ${(tracker.grace ?? 0) / 1000} s`);
    await tracker.cancel(AbortSignal.any([signal, clock.deadline(tracker.grace ?? 60_000, tooLate)]));
    if (tracker.over?.() === false)
        throw tooLate;
    return `ended ${place.split('#', 1)[0]}`;
}

;// CONCATENATED MODULE: ./src/release/release.js
// Finishes what a run began, from its journal alone: after a crash, in GitHub's post step, before the next run. In: a run's directory. Out: what was
// released and what was refused. How something is undone belongs to the room that did it; this one knows which room that is.
var release_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var release_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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














/** The label that every container of a run has. */
const runLabel = 'io.github.etos-action.etos-run';
/** The variable that every process of a run has. */
const runVariable = 'ETOS_RUN_ID';
/** Milliseconds from SIGTERM to SIGKILL for what a dead run left running. */
const grace = 3_000;
/** The directories of runs below `<workspace>/.etos/runs` that are there, finished or not. */
async function runDirectories(runs) {
    const entries = await (0,promises_.readdir)(runs, { withFileTypes: true }).catch(() => []);
    // One that begins with a dot is being made; it holds nothing.
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => (0,external_node_path_.join)(runs, name));
}
/** Releases each run; a run without a journal has nothing. A directory that has nothing left to finish is removed. */
async function release(directories, releasing) {
    const released = [];
    for (const directory of directories)
        released.push(await releaseRun(directory, releasing));
    return released;
}
/** Whether the process of a run may still be there. */
async function isAlive(directory) {
    const run = runOf(await (0,journal_journal/* readJournal */.a)((0,external_node_path_.join)(directory, journalFile)));
    return run !== undefined && (0,process_identity/* fateOf */._L)(run.process) !== 'dead';
}
const journalFile = 'journal.ndjson';
function runOf(entries) {
    return entries.find(({ fact }) => fact.kind === 'run')?.fact;
}
async function releaseRun(directory, releasing) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const path = (0,external_node_path_.join)(directory, journalFile);
        // A directory that is no run's is none of our business, whoever names it.
        if (!(await exists(path)))
            return { directory, alive: false, done: [], refused: [] };
        const open = await (0,journal_journal/* readJournal */.a)(path);
        const run = runOf(open);
        if (run && !releasing.evenAlive && (0,process_identity/* fateOf */._L)(run.process) !== 'dead')
            return { directory, alive: true, done: [], refused: [] };
        if (open.length === 0) {
            // A finished run has removed its directory itself.
            await (0,promises_.rm)(directory, { recursive: true, force: true });
            return { directory, alive: false, done: [], refused: [] };
        }
        const claimed = release_addDisposableResource(env_1, await (0,claim/* claim */.B)(directory), true);
        if (!claimed)
            return { directory, alive: false, done: [], refused: [] };
        const done = [];
        const refused = [];
        const attempt = async (what, action) => {
            try {
                const text = await action();
                if (text !== undefined)
                    done.push(text);
            }
            catch (error) {
                releasing.signal.throwIfAborted();
                refused.push(`${what}: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        };
        const journal = release_addDisposableResource(env_1, await (0,journal_journal/* openJournal */._)(path), true);
        if (run) {
            await attempt('processes', () => endProcesses(run, releasing));
            await attempt('containers', () => removeContainers(run, releasing));
        }
        for (const kind of ['iut', 'log-area', 'execution-space']) {
            for (const entry of open.filter(({ fact }) => fact.kind === kind).reverse()) {
                await attempt(kinds/* kinds */.EZ[kind].called, () => (0,recover/* recover */.l)(kind, entry, { ...releasing, journal }));
            }
        }
        // Side by side, because each may need a minute; the newest first: what waits would take the place of what is stopped.
        const delegations = open.filter(({ fact }) => fact.kind === 'delegation').reverse();
        await Promise.all(delegations.map(async (entry) => {
            // Those of this machine are gone with their processes and containers.
            if (run?.server !== undefined && String(entry.fact.url).startsWith(run.server))
                return journal.crossOut(entry);
            await attempt(`sub suite ${String(entry.fact.subSuite)}`, async () => {
                const done = await endDelegation(entry.fact, releasing).catch(async (error) => {
                    if (error instanceof tracking_tracker/* NobodyToAsk */._G)
                        await journal.crossOut(entry);
                    throw error;
                });
                await journal.crossOut(entry);
                return done;
            });
        }));
        for (const entry of open.filter(({ fact }) => fact.kind === 'testrun')) {
            await attempt('testrun', async () => {
                const { endTestrun, Unendable } = await __webpack_require__.e(/* import() */ 8).then(__webpack_require__.bind(__webpack_require__, 83008));
                const line = await endTestrun(entry.fact, releasing).catch(async (error) => {
                    if (error instanceof Unendable)
                        await journal.crossOut(entry);
                    throw error;
                });
                await journal.crossOut(entry);
                return line;
            });
        }
        const closing = [];
        const record = run?.record;
        if (record) {
            await attempt('events', async () => {
                closing.push(...(await closeEvents(record.events, record.activity, releasing)));
                return closing.length === 0 ? undefined : `ended ${closing.length} open event${closing.length === 1 ? '' : 's'} in ${record.events}`;
            });
        }
        for (const entry of open.filter(({ fact }) => fact.kind === 'outbox')) {
            await attempt('events for RabbitMQ', async () => {
                const published = await (0,broker/* publishOwed */.hT)(entry.fact, closing, releasing);
                await journal.crossOut(entry);
                return published === 0 ? undefined : `published ${published} event${published === 1 ? '' : 's'} that RabbitMQ had not confirmed`;
            });
        }
        for (const entry of open.filter(({ fact }) => fact.kind === 'queue')) {
            await attempt('queue of RabbitMQ', async () => {
                await (0,broker/* removeQueue */.wx)(entry.fact, releasing);
                await journal.crossOut(entry);
                return `deleted queue ${String(entry.fact.queue)}`;
            });
        }
        if (refused.length === 0) {
            for (const entry of journal.open())
                await journal.crossOut(entry);
            if (run)
                await (0,promises_.rm)(run.scratch, { recursive: true, force: true });
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        }
        return { directory, alive: false, done, refused };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = release_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}
async function endProcesses({ id }, { clock, signal }) {
    const bound = AbortSignal.any([signal, clock.deadline(grace + 10_000, new Error('they do not end, SIGKILL included'))]);
    const ended = await (0,strays/* endProcessesMarked */.H)(runVariable, id, { clock, signal: bound, grace });
    return ended === 0 ? undefined : `ended ${ended} process${ended === 1 ? '' : 'es'}`;
}
/** Removes the run's containers and sees them gone: one that the engine is still at, or that a dying runner just made, is asked for again. */
async function removeContainers({ id, engine: address }, { environment, clock, signal }) {
    if (address === undefined)
        return undefined;
    const engine = (0,create_engine/* engineFrom */.Z)({ ...environment, DOCKER_HOST: address });
    const bound = AbortSignal.any([signal, clock.deadline(30_000, new Error('the engine does not get rid of them within 30 s'))]);
    const removed = new Set();
    for (;;) {
        const containers = await engine.listContainers([`${runLabel}=${id}`], { signal: bound });
        if (containers.length === 0)
            return removed.size === 0 ? undefined : `removed ${removed.size} container${removed.size === 1 ? '' : 's'}`;
        for (const container of containers) {
            await engine.removeContainer(container.id, { signal: bound });
            removed.add(container.id);
        }
        await clock.sleep(100, bound);
    }
}


/***/ }),

/***/ 66805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ claimDirectory),
/* harmony export */   K: () => (/* binding */ holderOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22257);
/* harmony import */ var _host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37584);




/** Says which process writes there. One that was killed leaves it, and it holds nobody up. */
const claimFile = '.etos-run';
/** Milliseconds in which a claim that says nothing may still be written. */
const writing = 200;
/**
 * The right to write to a directory that is there, which one run has at a time: two would overwrite each other's files. A run may claim one twice.
 * @param what goes there
 * @throws {InvalidInput} when a run that is alive has it
 */
async function claimDirectory(directory, what, { clock }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimFile);
    const own = (0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identify */ .ls)(process.pid);
    for (;;) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, (0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .printProcess */ .XT)(own), { flag: 'wx' });
            return { [Symbol.asyncDispose]: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true }) };
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw error;
        }
        const holder = await holderOf(directory, { clock });
        // Reports and artifacts may have one directory.
        if (holder?.pid === own.pid && holder.started === own.started)
            return { [Symbol.asyncDispose]: () => Promise.resolve() };
        if (holder)
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`another run (process ${holder.pid}) is writing its ${what} to ${directory}`, 'Give each run that goes on at the same time directories of its own: --report-dir, --artifact-dir (in Jenkins reportDir, artifactDir)');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
    }
}
/** The run that is alive and has claimed a directory; of what goes on in another container or machine nothing is known. */
async function holderOf(directory, { clock }) {
    const read = async () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimFile), 'utf8').catch(() => 'nobody');
    let text = await read();
    if (text === '')
        text = await clock.sleep(writing).then(read);
    const holder = (0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .readProcess */ .Wv)(text);
    return holder && ['alive', 'stopped'].includes((0,_host_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .fateOf */ ._L)(holder)) ? holder : undefined;
}


/***/ }),

/***/ 41856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ makeRunDirectory),
/* harmony export */   L8: () => (/* binding */ make),
/* harmony export */   UN: () => (/* binding */ runsIn),
/* harmony export */   Y5: () => (/* binding */ scratchOf),
/* harmony export */   hU: () => (/* binding */ removeUnborn),
/* harmony export */   nx: () => (/* binding */ removeOldReports)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22257);
/* harmony import */ var _journal_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38790);
/* harmony import */ var _claim_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66805);





/** Where the runs of a workspace are. */
function runsIn(workspace) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, '.etos', 'runs');
}
/** Where the test runners of a run work. */
function scratchOf(id, temporary) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, `etos-${id}`);
}
/**
 * Makes the run's directory. Others see it only with the run written down in it: one that says nothing would be taken for what a dead run left.
 * @throws {InvalidInput} when the workspace cannot be written
 */
async function makeRunDirectory(fact, workspace) {
    const runs = runsIn(workspace);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, fact.id);
    await make(runs, 'workspace', 0o700);
    // A checkout that lists untracked files, or packs them, has no business with journals.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, '.gitignore'), '*\n').catch(() => undefined);
    const hidden = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, `.${fact.id}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(hidden, { mode: 0o700 });
    const journal = await (0,_journal_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .openJournal */ ._)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(hidden, 'journal.ndjson'));
    const entry = await journal.begin(fact);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(hidden, path);
    return {
        path,
        journal,
        entry,
        scratch: fact.scratch,
        async remove() {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(fact.scratch, { recursive: true, force: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        },
        [Symbol.asyncDispose]: () => journal[Symbol.asyncDispose](),
    };
}
/** Removes directories whose run was killed while it made them: they hold nothing. */
async function removeUnborn(runs, { clock }) {
    const hour = 3_600_000;
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(runs, { withFileTypes: true }).catch(() => [])) {
        if (!entry.isDirectory() || !entry.name.startsWith('.'))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runs, entry.name);
        const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
        if (made && clock.now() - made.mtimeMs > hour)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    }
}
/** The reports of an earlier run, which nobody must take for those of this one. Those of a run that goes on stay. */
async function removeOldReports(reportDirectory, { clock }) {
    if (await (0,_claim_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .holderOf */ .K)(reportDirectory, { clock }))
        return;
    for (const name of ['results.json', 'junit.xml', 'summary.md', 'events.ndjson', 'etos.log'])
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(reportDirectory, name), { force: true }).catch(() => undefined);
}
/** @throws {InvalidInput} when it cannot be written */
async function make(path, called, mode = 0o777) {
    try {
        await makeEach(path, mode);
        const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, `.etos-${process.pid}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(probe, '');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe);
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`${called} ${path} cannot be written: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'Choose another one: --workspace, --report-dir, --artifact-dir');
    }
}
/** As `mkdir -p`. Node's own never ends where a file system takes no directories: `/proc/x`. */
async function makeEach(path, mode) {
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (there?.isDirectory())
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path)
        await makeEach((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), 0o777);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode }).catch((error) => {
        // Somebody else made it meanwhile.
        if (error.code !== 'EEXIST' || there)
            throw error;
    });
}


/***/ }),

/***/ 14646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ bearerIn)
/* harmony export */ });
/**
 * The token in a request's Authorization; undefined when it has none. A variable that is not set stays in it as the provider names it
 * (`$environment.KUBERNETES_TOKEN`), which is no token.
 */
function bearerIn(headers = {}) {
    const [, authorization = ''] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
    const token = authorization.replace(/^(?:Bearer|token)(?:\s+|$)/i, '').trim();
    return token === '' || token.startsWith('$') ? undefined : token;
}


/***/ }),

/***/ 31894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ForeignAnswer),
/* harmony export */   o: () => (/* binding */ foreignAnswers)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);

/** Something else answered than the place that was asked: its answer is well, and not of the kind that was asked for. */
class ForeignAnswer extends _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ {
    /**
     * @param asked what was answered so: an address, `GET /path`
     * @param place whose answer it is not
     */
    constructor(asked, place, hint = 'Check the address in the provider, HTTPS_PROXY and NO_PROXY') {
        super(`${asked}: a login page or a proxy answered, not ${place}`, hint);
    }
}
/** Milliseconds in which such answers may pass: what stands between is exchanged in seconds, a login page stays. */
const foreignFor = 10_000;
/** Tells whether such answers have come for so long that no other will. Ask it of each failure, one after the other. */
function foreignAnswers(clock) {
    let since;
    return (error) => {
        since = error instanceof ForeignAnswer ? (since ?? clock.now()) : undefined;
        return since !== undefined && clock.now() - since >= foreignFor;
    };
}


/***/ }),

/***/ 32899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ githubSpace)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/http/never-left.js
var never_left = __webpack_require__(80000);
// EXTERNAL MODULE: ./src/http/url.js
var http_url = __webpack_require__(59435);
// EXTERNAL MODULE: ./src/tracking/bearer.js
var bearer = __webpack_require__(14646);
// EXTERNAL MODULE: ./src/tracking/foreign-answer.js
var foreign_answer = __webpack_require__(31894);
// EXTERNAL MODULE: ./src/tracking/tracker.js
var tracker = __webpack_require__(30343);
;// CONCATENATED MODULE: ./src/tracking/github/api.js




/** The workflow that an address dispatches; undefined when it dispatches none. */
function workflowOf(url) {
    const { origin, pathname } = new URL(url);
    const [, base = '', owner, repo, id] = /^(.*?)\/*\/repos\/([^/]+)\/([^/]+)\/actions\/workflows\/([^/]+)\/dispatches$/.exec(pathname) ?? [];
    return owner === undefined || repo === undefined || id === undefined
        ? undefined
        : { baseUrl: origin + base, owner, repo, workflow_id: (0,http_url/* percentDecode */.YZ)(id) };
}
/** @throws {Refused} without a token */
async function connect(workflow, headers, { http, log }) {
    const token = (0,bearer/* bearerIn */.$)(headers);
    if (token === undefined)
        throw new tracker/* Refused */.Lw('the request to GitHub has no Authorization header with a token', 'Set DELEGATION_TOKEN, or whatever the provider reads');
    log.secret(token);
    const { baseUrl, owner, repo } = workflow;
    // Loaded when it is needed: it takes as long as the rest of a start.
    const toolkit = await Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(646)]).then(__webpack_require__.bind(__webpack_require__, 78646));
    const octokit = toolkit.getOctokit(token, { baseUrl, request: { fetch: fetchOver(http) } });
    const { actions } = octokit.rest;
    const known = new Map();
    return {
        workflow,
        async dispatch({ ref, inputs, tells }, signal) {
            const details = tells && { return_run_details: true };
            const { baseUrl: _baseUrl, ...where } = workflow;
            const { data } = await actions.createWorkflowDispatch({ ...where, ref, inputs, ...details, request: { signal } });
            if (typeof data === 'string' && data !== '')
                throw new foreign_answer/* ForeignAnswer */.J(`the dispatch of ${workflow.workflow_id}`, 'GitHub');
            const { workflow_run_id: id } = Object(data);
            return typeof id === 'number' ? id : undefined;
        },
        async runs(page, signal) {
            const { baseUrl: _baseUrl, ...where } = workflow;
            const asked = { ...where, event: 'workflow_dispatch', per_page: 100, page, request: { signal } };
            const { workflow_runs: runs } = Object((await actions.listWorkflowRuns(asked)).data);
            if (runs === undefined)
                throw new foreign_answer/* ForeignAnswer */.J(`GET the runs of ${workflow.workflow_id}`, 'GitHub');
            return runs;
        },
        async run(id, signal) {
            const last = known.get(id);
            try {
                const { data, headers: answered } = await actions.getWorkflowRun({
                    owner,
                    repo,
                    run_id: id,
                    ...(last && { headers: { 'if-none-match': last.etag } }),
                    request: { signal },
                });
                if (typeof data === 'string')
                    throw new foreign_answer/* ForeignAnswer */.J(`GET workflow run ${id}`, 'GitHub');
                if (answered.etag)
                    known.set(id, { etag: answered.etag, run: data });
                return data;
            }
            catch (error) {
                if (last && statusOf(error) === 304)
                    return last.run;
                throw error;
            }
        },
        async cancel(id, way, signal) {
            const which = { owner, repo, run_id: id, request: { signal } };
            await (way === 'cancel' ? actions.cancelWorkflowRun(which) : actions.forceCancelWorkflowRun(which));
        },
        async log(id, signal) {
            const { data } = await actions.listJobsForWorkflowRun({ owner, repo, run_id: id, per_page: 100, request: { signal } });
            if (typeof data === 'string')
                throw new foreign_answer/* ForeignAnswer */.J(`GET the jobs of workflow run ${id}`, 'GitHub');
            const logs = [];
            for (const job of data.jobs) {
                const answer = await actions.downloadJobLogsForWorkflowRun({ owner, repo, job_id: job.id, request: { signal } });
                logs.push(String(answer.data));
            }
            return logs.join('');
        },
    };
}
/** The status of GitHub's answer; undefined when there was none. */
function statusOf(error) {
    const { status, response } = Object(error);
    return typeof status === 'number' && response !== undefined ? status : undefined;
}
/** Milliseconds that GitHub asks us to wait because the token has asked too often; undefined when it does not. */
function pauseAsked(error, clock) {
    const status = statusOf(error);
    if (status !== 403 && status !== 429)
        return undefined;
    const { headers } = error.response;
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(after))
        return after * 1000;
    if (headers['x-ratelimit-remaining'] === '0')
        return Math.max(1_000, Number(headers['x-ratelimit-reset']) * 1000 - clock.now());
    return status === 429 || /secondary rate limit/i.test(String(error.message)) ? 60_000 : undefined;
}
/** The program's own HTTP client in the form in which octokit asks: proxies, authorities, limits and the log are the same everywhere. */
function fetchOver(http) {
    return async (input, init = {}) => {
        const url = input instanceof Request ? input.url : input;
        const { method = 'GET', headers, body, signal } = init;
        const answer = await http.request({
            method,
            url,
            headers: headers,
            ...(typeof body === 'string' && { body }),
            ...(method === 'GET' ? {} : { once: true }),
            limit: 30_000,
            ...(signal && { signal }),
        });
        const bytes = await answer.bytes();
        const answered = Object.entries(answer.headers).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []);
        const empty = [204, 205, 304].includes(answer.status);
        return new Response(empty ? null : new Uint8Array(bytes), { status: answer.status, statusText: answer.reason, headers: answered });
    };
}

;// CONCATENATED MODULE: ./src/tracking/github/runs.js


/** Milliseconds in which a dispatch that was accepted is listed. */
const listed = 60_000;
const firstPause = 1_000;
const longestPause = 5_000;
/** The newest three hundred runs: more are not started while one is looked for. */
const pages = 3;
/**
 * The run whose name holds the identifier; asked for until it is listed.
 * @param patience milliseconds
 * @returns undefined when it is not listed in that time
 * @throws what the last answer was, when it may not be asked for, or when something else answers
 */
async function findRun(identifier, { github, clock, signal }, patience) {
    const until = clock.now() + patience;
    const isForeign = (0,foreign_answer/* foreignAnswers */.o)(clock);
    for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
        let wait = pause;
        try {
            for (let page = 1, more = true; more && page <= pages; page++) {
                const runs = await github.runs(page, signal);
                const found = runs.find(({ display_title = '' }) => display_title.includes(identifier));
                if (found)
                    return found.id;
                more = runs.length === 100;
            }
            if (clock.now() >= until)
                return undefined;
        }
        catch (error) {
            signal.throwIfAborted();
            const asked = pauseAsked(error, clock);
            const status = statusOf(error);
            if (isForeign(error) || status === 401 || status === 404 || (status === 403 && asked === undefined) || clock.now() >= until)
                throw error;
            wait = Math.max(asked ?? 0, pause);
        }
        await clock.sleep(Math.min(wait, Math.max(until - clock.now(), firstPause)), signal);
    }
}

// EXTERNAL MODULE: ./src/tracking/last-words.js
var last_words = __webpack_require__(49355);
// EXTERNAL MODULE: ./src/tracking/until-aborted.js
var until_aborted = __webpack_require__(76041);
;// CONCATENATED MODULE: ./src/tracking/github/tracker.js






const tracker_firstPause = 1_000;
/** A minute of a token's requests is finite, and a run has many delegations. */
const tracker_longestPause = 5_000;
const away = 5 * 60_000;
/** A run that was just dispatched may not be there in every place that is asked. */
const lagging = 30_000;
/** GitHub gives a cancelled job five minutes; ours need ten seconds and their clean-up (delegation.md 3). */
const afterCancel = 60_000;
const afterForce = 30_000;
const betweenCancels = 2_000;
/** The log of a job is there some seconds after its end; who only wants its last sentence waits less. */
const [afterEnd, afterFailure] = [15_000, 5_000];
/** Follows and ends one delegation at GitHub. @param begun its workflow run; undefined: it is found by the identifier in its name */
function githubTracker(begun, identifier, { github, clock, log, onConsole, onLine, }) {
    const { owner, repo, workflow_id } = github.workflow;
    let id = begun;
    let told = false;
    let over = false;
    let failed = false;
    async function theRun(signal) {
        id ??= await findRun(identifier, { github, clock, signal }, listed);
        return id;
    }
    async function look(run, signal) {
        const until = clock.now() + away;
        const isForeign = (0,foreign_answer/* foreignAnswers */.o)(clock);
        let missingSince;
        for (let pause = tracker_firstPause;; pause = Math.min(pause * 2, tracker_longestPause)) {
            let wait;
            try {
                return stateOf(await github.run(run, signal));
            }
            catch (error) {
                signal.throwIfAborted();
                const [status, asked] = [statusOf(error), pauseAsked(error, clock)];
                missingSince = status === 404 ? (missingSince ?? clock.now()) : undefined;
                if (missingSince !== undefined && clock.now() - missingSince >= lagging && (await isUnlisted(signal))) {
                    over = true;
                    return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo} was deleted` };
                }
                if (isForeign(error) || status === 401 || (status === 403 && asked === undefined) || clock.now() >= until)
                    return { state: 'lost', reason: `workflow run ${run} of ${owner}/${repo}: ${(0,errors/* messageOf */.bD)(error)}` };
                wait = Math.max(asked ?? 0, pause);
            }
            await clock.sleep(wait, signal);
        }
    }
    /** Whether the list of runs knows it no more either. What may not be seen is not known to be gone. */
    async function isUnlisted(signal) {
        return findRun(identifier, { github, clock, signal }, 0).then((found) => found === undefined, () => false);
    }
    function stateOf({ id: run, status, conclusion, html_url: address }) {
        if (!told)
            onConsole(address);
        told = true;
        if (status === 'completed') {
            over = true;
            failed = conclusion === 'failure';
            const reason = `workflow run ${run} of ${owner}/${repo} ended ${conclusion ?? 'without a conclusion'}: ${address}`;
            return { state: 'ended', log: address, reason };
        }
        if (status === 'in_progress')
            return { state: 'running', log: address };
        return { state: 'waiting', queue: `${status ?? 'queued'} at GitHub` };
    }
    /** What its jobs printed; empty when it cannot be read. */
    async function readLog(run, signal) {
        for (const until = clock.now() + (onLine ? afterEnd : afterFailure);; await clock.sleep(tracker_firstPause, signal)) {
            try {
                const lines = (await github.log(run, signal)).replace(/\n$/, '').split('\n').map(withoutTime);
                lines.forEach((line) => onLine?.(line));
                return lines.join('\n');
            }
            catch (error) {
                signal.throwIfAborted();
                if (clock.now() < until && ![401, 403, 410].includes(statusOf(error) ?? 0))
                    continue;
                log[onLine ? 'warning' : 'debug']('the log could not be read', { run, reason: (0,errors/* messageOf */.bD)(error) });
                return '';
            }
        }
    }
    async function* states(signal) {
        const run = await theRun(signal).catch((error) => {
            signal.throwIfAborted();
            return (0,errors/* messageOf */.bD)(error);
        });
        if (typeof run !== 'number') {
            const why = run ?? `no run of ${workflow_id} has ${identifier} in its name: is its run-name that of examples/delegation-workflow.yml?`;
            yield { state: 'lost', reason: why };
            return;
        }
        for (let known = '', pause = tracker_firstPause;; pause = Math.min(pause * 2, tracker_longestPause)) {
            let looked = await look(run, signal);
            if (looked.state === 'ended' && (onLine || failed)) {
                const why = (0,last_words/* reasonIn */.Y)(await readLog(run, signal));
                if (failed && why !== undefined)
                    looked = { ...looked, reason: `${looked.reason} (${why})` };
            }
            if (JSON.stringify(looked) !== known) {
                known = JSON.stringify(looked);
                yield looked;
            }
            if (looked.state === 'ended' || looked.state === 'lost')
                return;
            await clock.sleep(pause, signal);
        }
    }
    /**
     * Asks a run to end.
     * @returns milliseconds after which to ask again; 0: it was taken note of
     * @throws {NotCarriedOut} when the token may not ask
     */
    async function ask(run, way, signal) {
        try {
            await github.cancel(run, way, signal);
            return 0;
        }
        catch (error) {
            signal.throwIfAborted();
            const [status, asked, reason] = [statusOf(error), pauseAsked(error, clock), (0,errors/* messageOf */.bD)(error)];
            if (status === 401 || (status === 403 && asked === undefined))
                throw new errors/* NotCarriedOut */.sZ(`${way} of workflow run ${run} of ${owner}/${repo} was answered ${status} (${reason}): the token needs "actions: write"`, 'Cancel the run at GitHub, and give the token that permission');
            // 409: it has ended meanwhile.
            log.debug('run could not be cancelled', { run, way, reason });
            return Math.max(asked ?? 0, betweenCancels);
        }
    }
    async function endsBy(way, run, milliseconds, signal) {
        const until = clock.now() + milliseconds;
        for (let askAt = clock.now(); clock.now() < until; await clock.sleep(tracker_firstPause, signal)) {
            if (clock.now() >= askAt)
                askAt = clock.now() + ((await ask(run, way, signal)) || Infinity);
            await look(run, signal);
            if (over)
                return true;
        }
        return false;
    }
    return {
        grace: listed + afterCancel + afterForce,
        over: () => over,
        async cancel(signal) {
            const run = await theRun(signal);
            if (run === undefined)
                return;
            for (const [way, patience] of [
                ['cancel', afterCancel],
                ['force-cancel', afterForce],
            ]) {
                if (await endsBy(way, run, patience, signal))
                    return;
            }
        },
        follow: (0,until_aborted/* untilAborted */.E)(states),
    };
}
/** GitHub puts the time before each line, and a byte order mark before the first. */
function withoutTime(line) {
    return line.replace(/^\uFEFF?(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?/, '').replace(/\r$/, '');
}

;// CONCATENATED MODULE: ./src/tracking/github/space.js






/** GitHub takes no more characters as inputs of a dispatch. */
const longestInputs = 65_535;
const space_firstPause = 1_000;
const space_away = 5 * 60_000;
/**
 * GitHub as an execution space: a workflow that takes the delegation parameter as the input `docker` of a workflow_dispatch, and whose run's name carries
 * its identifier (examples/delegation-workflow.yml).
 */
function githubSpace({ http, clock, log, onConsole, onLine, }) {
    const open = async (call, identifier) => {
        const workflow = workflowOf(call.url);
        if (!workflow)
            throw new Error('this is no workflow of GitHub');
        const github = await connect(workflow, call.headers, { http, log });
        const tracker = (run) => githubTracker(run, identifier, {
            github,
            clock,
            log,
            onConsole: (address) => onConsole?.(identifier, address),
            ...(onLine && { onLine: (line) => onLine(identifier, line) }),
        });
        return { workflow, github, tracker };
    };
    return {
        knows: ({ url, method }) => method === 'POST' && workflowOf(url) !== undefined,
        async start(call, { identifier, signal }) {
            const { workflow, github, tracker } = await open(call, identifier);
            const run = await dispatch(call, { github, identifier, clock, log, signal });
            return { location: run === undefined ? call.url : addressOf(workflow, run), tracker: tracker(run) };
        },
        async recover(call, { identifier, location, signal }) {
            const { github, tracker } = await open(call, identifier);
            const known = /\/actions\/runs\/(\d+)$/.exec(location ?? '')?.[1];
            const run = known === undefined ? await findRun(identifier, { github, clock, signal }, listed) : Number(known);
            return run === undefined ? undefined : tracker(run);
        },
    };
}
function addressOf({ baseUrl, owner, repo }, run) {
    return `${baseUrl}/repos/${owner}/${repo}/actions/runs/${run}`;
}
/**
 * Dispatches once. A request whose answer was lost is not sent again unless the run is not there, and what fails then is in doubt: a run may be listed
 * later than anybody waits.
 * @returns the run; undefined where the server is too old to tell it
 * @throws {Refused} nothing was started
 * @throws {Doubtful} something may have been started
 */
async function dispatch(call, { github, identifier, clock, log, signal }) {
    const { workflow } = github;
    const { ref, inputs } = readBody(call);
    const until = clock.now() + (call.limit ?? 30_000);
    const limitUntil = clock.now() + space_away;
    let tells = true;
    let doubtful = false;
    for (let pause = space_firstPause;; pause = Math.min(pause * 2, 5_000)) {
        try {
            return await github.dispatch({ ref, inputs, tells }, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            const status = statusOf(error);
            const asked = pauseAsked(error, clock);
            if (tells && (status === 400 || status === 422) && (0,errors/* messageOf */.bD)(error).includes('return_run_details')) {
                tells = false;
                continue;
            }
            if (asked === undefined && status !== undefined && status < 500)
                throw refusal(error, { status, workflow, doubtful });
            if (asked === undefined && !(0,never_left/* neverLeft */.o)(error)) {
                doubtful = true;
                log.warning('the answer to a dispatch was lost: looking for its run', { workflow: workflow.workflow_id, reason: (0,errors/* messageOf */.bD)(error) });
                const run = await findRun(identifier, { github, clock, signal }, listed);
                if (run !== undefined)
                    return run;
            }
            const wait = asked ?? pause;
            if (asked === undefined ? clock.now() >= until : clock.now() + wait > limitUntil)
                throw new (doubtful ? tracker/* Doubtful */.Q9 : tracker/* Refused */.Lw)(`${workflow.baseUrl}: ${(0,errors/* messageOf */.bD)(error)}${doubtful ? `, and no run was listed within ${listed / 1000} s: one may begin later` : ''}`, asked === undefined
                    ? 'Is GitHub up, and is the address in the provider right?'
                    : 'The token has no requests left: try again later');
            if (asked !== undefined)
                log.warning('GitHub lets us wait', { seconds: Math.ceil(wait / 1000), reason: (0,errors/* messageOf */.bD)(error) });
            await clock.sleep(wait, signal);
        }
    }
}
function readBody({ body }) {
    const document = (typeof body === 'string' ? JSON.parse(body) : {});
    if (typeof document.ref !== 'string' || typeof document.inputs !== 'object' || document.inputs === null)
        throw new tracker/* Refused */.Lw('executor.request has no "json" with "ref" and "inputs"', 'See providers/execution-space/github.json');
    if (JSON.stringify(document.inputs).length > longestInputs)
        throw new tracker/* Refused */.Lw(`the delegation parameter is longer than the ${longestInputs} characters that GitHub takes as inputs`, 'Give the test runner its large values by a secret of the workflow, or by a file');
    return { ref: document.ref, inputs: document.inputs };
}
const meanings = {
    401: 'The token is not valid: check DELEGATION_TOKEN',
    403: 'The token needs the permission "Actions: read and write" on the repository',
    404: 'There is no such repository or workflow, or the token may not see it',
    422: 'The workflow must be on that ref, be enabled, have "on: workflow_dispatch" and the input "docker" (examples/delegation-workflow.yml)',
};
function refusal(error, { status, workflow, doubtful }) {
    const { baseUrl, owner, repo, workflow_id } = workflow;
    return new (doubtful ? tracker/* Doubtful */.Q9 : tracker/* Refused */.Lw)(`${baseUrl}/repos/${owner}/${repo}, workflow ${workflow_id}, answered ${status}: ${(0,errors/* messageOf */.bD)(error)}`, meanings[status] ?? 'Check executor.request in the execution space provider');
}


/***/ }),

/***/ 49694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ jenkinsSpace)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(80371);
// EXTERNAL MODULE: ./src/http/prepare.js
var prepare = __webpack_require__(21457);
// EXTERNAL MODULE: ./src/http/never-left.js
var never_left = __webpack_require__(80000);
// EXTERNAL MODULE: ./src/tracking/foreign-answer.js
var foreign_answer = __webpack_require__(31894);
// EXTERNAL MODULE: ./src/http/url.js
var http_url = __webpack_require__(59435);
// EXTERNAL MODULE: ./src/http/answer.js
var http_answer = __webpack_require__(64470);
;// CONCATENATED MODULE: ./src/tracking/jenkins/controller.js




/** Reads the address that starts a job: `…/job/X/build` or `…/job/X/buildWithParameters` (jenkins.md 8). Undefined: it is none. */
function jobOf(url) {
    const { origin, pathname, search } = new URL(url);
    const [, context, place, way] = /^(.*?)\/*((?:(?:\/view\/[^/]+)*\/job\/[^/]+)+)\/*(\/build(?:WithParameters)?)\/*$/.exec(pathname) ?? [];
    if (context === undefined || place === undefined || way === undefined)
        return undefined;
    // Views stand before the job or inside its folders, and nothing is below them alone.
    const path = [...place.matchAll(/\/(view|job)\/[^/]+/g)].map(([step, kind]) => (kind === 'job' ? step : '')).join('');
    return { root: origin + context, path, start: path + way + search };
}
/** Whether `address`, or a path, ends with `path`: people, controllers and proxies write the same escapes differently. */
function endsWithPath(address, path) {
    return `/${(0,http_url/* percentDecode */.YZ)(address)}`.replace(/\/+$/, '').endsWith((0,http_url/* percentDecode */.YZ)(path));
}
/** What answered instead of a controller. */
function notJenkins(root, status) {
    const hint = 'Give the request "auth" with a user and an API token; the address must reach Jenkins itself';
    return new foreign_answer/* ForeignAnswer */.J(`${root} answered ${status}`, 'Jenkins', hint);
}
/** How long one request may stay unanswered. */
const limit = 30_000;
/** A controller that restarts is away for minutes; its builds go on. */
const away = 5 * 60_000;
const firstPause = 500;
const longestPause = 5_000;
/** Times that an answer may say that nothing will come of asking: what checks logins has its hiccups, and a button may be broken. */
const hopelessAtMost = 3;
/** Talks to a controller as a user: an API token needs nothing more, a password a crumb and its session. */
function jenkinsController(root, { auth, headers = {} }, { http, clock }) {
    let session = {};
    /** Of the session: a controller that knows it sends none again. */
    const cookies = new Map();
    // Why something waits is a sentence, which we read.
    const own = {
        headers: { ...headers, Accept: 'application/json', 'Accept-Language': 'en' },
        ...(auth && { auth }),
        redirects: false,
        limit,
    };
    const get = (path, signal) => {
        const { headers: said, ...rest } = own;
        return http.request({ ...rest, headers: { ...said, ...session }, method: 'GET', url: root + path, signal });
    };
    /** A crumb is good for one session only, so its cookies go with it. */
    async function openSession(signal) {
        const answer = await get('/crumbIssuer/api/json', signal);
        if (answer.status !== 200)
            return false;
        const { crumb, crumbRequestField } = await objectIn(answer);
        for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
            const [cookie = ''] = line.split(';', 1);
            cookies.set(cookie.split('=', 1)[0] ?? '', cookie);
        }
        session = { [crumbRequestField]: crumb, ...(cookies.size > 0 && { Cookie: [...cookies.values()].join('; ') }) };
        return true;
    }
    async function json(path, signal) {
        const answer = await get(path, signal);
        if (answer.status === 200)
            return { status: 200, value: await objectIn(answer) };
        await (0,http_answer/* discard */.v)(answer);
        // Jenkins answers no question with the way to another page.
        if (answer.status >= 300 && answer.status < 400)
            throw notJenkins(root, answer.status);
        return { status: answer.status };
    }
    async function objectIn(answer) {
        const text = await answer.text();
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            // Said below.
        }
        if (typeof value !== 'object' || value === null)
            throw notJenkins(root, answer.status);
        return value;
    }
    async function post(path, signal, request = {}) {
        const send = () => http.request({
            ...own,
            ...request,
            headers: { ...own.headers, ...request.headers, ...session },
            method: 'POST',
            once: true,
            url: root + path,
            signal,
        });
        const answer = await send();
        if (answer.status !== 403 || !/No valid crumb/i.test(await peek(answer)))
            return answer;
        return (await openSession(signal)) ? send() : answer;
    }
    return {
        get,
        json,
        post,
        async ask(path, signal) {
            const until = clock.now() + away;
            const isForeign = (0,foreign_answer/* foreignAnswers */.o)(clock);
            let hopeless = 0;
            for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
                let reason;
                try {
                    const { status, value } = await json(path, signal);
                    if (value !== undefined)
                        return { value };
                    if (status === 404)
                        return { gone: true };
                    reason = `${root} answered ${status}`;
                    if ((status === 401 || status === 403) && ++hopeless >= hopelessAtMost)
                        return { reason: `${reason}: the user may not see ${path.split('?')[0]}` };
                }
                catch (error) {
                    signal.throwIfAborted();
                    reason = (0,errors/* messageOf */.bD)(error);
                    if (isForeign(error))
                        return { reason };
                }
                if (clock.now() >= until)
                    return { reason: `${reason} for ${away / 60_000} minutes` };
                await clock.sleep(pause, signal);
            }
        },
        async press(path, signal) {
            let broken = 0;
            for (let pause = firstPause;; pause = Math.min(pause * 2, longestPause)) {
                const status = await post(path, signal).then(async (answer) => {
                    await (0,http_answer/* discard */.v)(answer);
                    return answer.status;
                }, () => signal.throwIfAborted());
                if (status === 401 || status === 403)
                    throw new errors/* NotCarriedOut */.sZ(`${root} answered ${status}: the user may not end what is at ${path}`, 'The user needs Job/Cancel');
                if (status !== undefined && status < 500 && status !== 429)
                    return status;
                // Who is away comes back. This one is there, and fails.
                if (status === 500 && ++broken >= hopelessAtMost)
                    return status;
                await clock.sleep(pause, signal);
            }
        },
    };
}
/** The text of a refusal, which stays readable for whoever gets the answer. */
async function peek(answer) {
    const text = await answer.text(256 * 1024).catch(() => '');
    Object.assign(answer, { text: () => Promise.resolve(text) });
    return text;
}

;// CONCATENATED MODULE: ./src/tracking/jenkins/place.js
/** The address of a place, for the journal. */
function locationOf({ root, path }, place) {
    if (!('build' in place))
        return `${root}/queue/item/${place.item}/`;
    return `${root}${path}/${place.build}/${place.item === undefined ? '' : `#item=${place.item}`}`;
}
/** Reads what `locationOf` wrote. */
function placeIn(location) {
    const [, waits, build, item] = /(?:\/queue\/item\/(\d+)|\/(\d+))\/?(?:#item=(\d+))?$/.exec(location ?? '') ?? [];
    if (waits !== undefined)
        return { item: Number(waits) };
    return build === undefined ? undefined : { build: Number(build), ...(item !== undefined && { item: Number(item) }) };
}
/** Whether two places are of one delegation. What an item has become is not known yet, so only what both know is compared. */
function isSame(one, other) {
    if (one.item !== undefined && other.item !== undefined)
        return one.item === other.item;
    return 'build' in one && 'build' in other ? one.build === other.build : true;
}

// EXTERNAL MODULE: ./src/tracking/tracker.js
var tracker = __webpack_require__(30343);
;// CONCATENATED MODULE: ./src/tracking/jenkins/search.js





/** Milliseconds to look for a build whose start request was not answered. */
const search = 60_000;
const once = { looks: 1, pause: 1_000 };
const briefly = { looks: 2, pause: 1_000 };
/** Before a request is sent again: proxies deliver seconds after they have given up. */
const thoroughly = { looks: 6, pause: 2_000 };
/** Times that a look may be refused: what checks logins has its hiccups. */
const refusalsAtMost = 3;
/**
 * Looks for a delegation by the identifier in its parameter: in the queue, then among the builds.
 * @throws as `findAll`
 */
async function find(identifier, searching, patience = briefly) {
    const [place] = await findAll(identifier, searching, patience);
    return place;
}
/**
 * All that has the identifier, as soon as there is any but `ours`. The only place where parameters are fetched: nothing else tells whose a build is.
 * @throws {NobodyToAsk} it will never say: it shows no values, the job is gone; {NotCarriedOut} it does not say now
 */
async function findAll(identifier, { job, controller, clock, signal }, { looks, pause }, ours) {
    const unsaid = (why, Failure = errors/* NotCarriedOut */.sZ) => new Failure(`${job.root} does not say whether it started ${identifier}: ${why}`, `See the queue and the builds of ${job.root}${job.path}`);
    const bound = AbortSignal.any([signal, clock.deadline(search, unsaid(`no answer within ${search / 1000} s`))]);
    const parameters = 'actions[parameters[name,value]]';
    let refusals = 0;
    for (let seen = 0; seen < looks;) {
        try {
            // First the queue: what leaves it in between is found as a build.
            const queue = await controller.json(`/queue/api/json?tree=items[id,params,task[url],${parameters}]`, bound);
            const items = queue.value?.items ?? [];
            const answer = await controller.json(`${job.path}/api/json?tree=builds[number,queueId,${parameters}]{0,100}`, bound);
            const builds = answer.value?.builds ?? [];
            const found = [
                ...items.filter((one) => one.params?.includes(identifier) || has(one, identifier)).map(({ id }) => ({ item: id })),
                ...builds
                    .filter((one) => has(one, identifier))
                    .map(({ number, queueId }) => ({ build: number, ...(queueId !== undefined && { item: queueId }) })),
            ].filter((place) => ours === undefined || !isSame(place, ours));
            if (found.length > 0)
                return found;
            const itsItems = items.filter(({ task }) => task?.url === undefined || endsWithPath(task.url, job.path));
            if ([...itsItems, ...builds].some(hidesValues))
                throw unsaid('the values of its parameters are hidden', tracker/* NobodyToAsk */._G);
            if (queue.status === 200 && answer.status === 200)
                seen++;
            else if (answer.status === 404)
                throw unsaid('the job is not there any more, or may not be seen', tracker/* NobodyToAsk */._G);
            else if ((answer.status === 401 || answer.status === 403) && ++refusals >= refusalsAtMost)
                throw unsaid(`it answered ${answer.status}`);
        }
        catch (error) {
            bound.throwIfAborted();
            if (error instanceof foreign_answer/* ForeignAnswer */.J) {
                if (++refusals >= refusalsAtMost)
                    throw unsaid(error.message);
            }
            else if (error instanceof errors/* NotCarriedOut */.sZ)
                throw error;
        }
        if (seen < looks)
            await clock.sleep(pause, bound);
    }
    return [];
}
function has(one, text) {
    return valuesOf(one).some((value) => typeof value === 'string' && value.includes(text));
}
/** A password parameter has a name and no value. Beside one that can be read it is not what tells whose a build is. */
function hidesValues(one) {
    return valuesOf(one).includes(undefined) && !has(one, '"identifier"');
}
function valuesOf({ actions = [] }) {
    return actions.flatMap((action) => action?.parameters?.map(({ value }) => value) ?? []);
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./src/tracking/jenkins/console.js


// Annotations for Jenkins' own pages, in base64 behind an escape that hides them on terminals.
// eslint-disable-next-line no-control-regex
const notes = /\u001b\[8mha:.*?\u001b\[0m/g;
/** Milliseconds after which the rest of a build that has ended is asked for again: nobody comes back for it later. */
const pauses = [500, 1_000, 2_000, 4_000];
/** @param build the build's path */
function jenkinsConsole(build, { controller, clock, onLine }) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let start = 0;
    let rest = '';
    /** What there is from `start` on; undefined: nothing that could be told from the pages of others, or the log has been cut. */
    async function next(signal) {
        const answer = await controller.get(`${build}/logText/progressiveText?start=${start}`, signal);
        if (!isConsole(answer)) {
            await (0,http_answer/* discard */.v)(answer);
            return undefined;
        }
        const bytes = await answer.bytes();
        // Counted in the bytes of the log, which the answer is not: notes are left out of it, line ends grow.
        const size = Number(answer.headers['x-text-size'] ?? start + bytes.length);
        return size < start ? undefined : { bytes, size, more: answer.headers['x-more-data'] === 'true' };
    }
    async function nextOfEnded(signal) {
        for (const pause of pauses) {
            const piece = await next(signal).catch(() => signal.throwIfAborted());
            if (piece)
                return piece;
            await clock.sleep(pause, signal);
        }
        return next(signal);
    }
    return {
        async read(signal, all = false) {
            for (let more = true; more;) {
                const piece = await (all ? nextOfEnded(signal) : next(signal));
                if (!piece)
                    break;
                more = piece.size > start && (all || piece.more);
                start = piece.size;
                const lines = (rest + decoder.write(piece.bytes)).split('\n');
                rest = lines.pop() ?? '';
                lines.forEach((line) => onLine(clean(line)));
                if (!all)
                    return;
            }
            if (!all)
                return;
            const last = rest + decoder.end();
            rest = '';
            if (last !== '')
                onLine(clean(last));
        },
    };
}
/** Bytes of a console in which its last sentence is. */
const tail = 64 * 1024;
/** The end of what a build printed; empty when it cannot be read. */
async function endOfConsole(build, { controller, signal }) {
    const from = (start) => controller.get(`${build}/logText/progressiveText?start=${start}`, signal);
    try {
        let answer = await from(0);
        const size = Number(answer.headers['x-text-size'] ?? 0);
        if (size > tail) {
            answer.body.destroy();
            answer = await from(size - tail);
        }
        if (isConsole(answer))
            return await answer.text();
        await (0,http_answer/* discard */.v)(answer);
    }
    catch {
        signal.throwIfAborted();
    }
    return '';
}
function isConsole({ status, headers }) {
    return status === 200 && !String(headers['content-type'] ?? '').startsWith('text/html');
}
function clean(line) {
    return line.replace(notes, '').replace(/\r+$/, '');
}

// EXTERNAL MODULE: ./src/tracking/last-words.js
var last_words = __webpack_require__(49355);
;// CONCATENATED MODULE: ./src/tracking/jenkins/look.js




/** A build may not be listed in the moment its item has gone, and an item that has left may not know its build yet. */
const unlisted = 5_000;
/** What a controller that has just started does not know may only not be loaded yet. */
const doubt = 1_000;
/** A pipeline asks for its node soon after it has begun, if it asks for one. */
const asksForNode = 30_000;
function jenkinsLook({ root, path }, { controller, clock, log }) {
    let leftAt;
    /** Until when it is worth asking whether the build waits for its node. */
    let nodeUntil;
    /** What the build said of its failure. */
    let why;
    /** Five minutes after it left the queue, or after a restart, nobody knows an item; its build remembers it. */
    async function buildOf(item, otherwise, signal) {
        for (const until = clock.now() + unlisted;;) {
            const known = await controller.ask(`${path}/api/json?tree=builds[number,queueId,building,result]{0,100}`, signal);
            if ('reason' in known)
                return lost(known.reason);
            const build = 'value' in known ? known.value.builds?.find(({ queueId }) => queueId === item) : undefined;
            if (build)
                return { build: build.number };
            if (clock.now() >= until) {
                if ('gone' in known)
                    return unseen(`queue item ${item}`);
                return lost(`${root}${path} has no build of queue item ${item}: ${otherwise}`, 'over');
            }
            await clock.sleep(1_000, signal);
        }
    }
    /** A job that was renamed, or hidden from us, answers as one that was deleted, and its builds go on. */
    const unseen = (what) => lost(`${what} of ${root}${path} cannot be seen any more: the job was renamed, moved or deleted, or the user may not see it`, 'unseen');
    return {
        async item(item, signal) {
            const known = await controller.ask(`/queue/item/${item}/api/json?tree=id,cancelled,why,stuck,executable[number,url]`, signal);
            if ('reason' in known)
                return lost(known.reason);
            if ('gone' in known)
                return buildOf(item, 'it was removed, or lost in a restart', signal);
            const { cancelled, executable } = known.value;
            if (cancelled)
                return { tracked: { state: 'ended', reason: `it was cancelled in the queue of ${root}` }, fate: 'over' };
            if (executable)
                return { build: executable.number };
            // Only what has left the queue says whether it was cancelled. It may take a moment to know its build, but no longer.
            if (cancelled === false) {
                leftAt ??= clock.now();
                if (clock.now() - leftAt >= unlisted)
                    return buildOf(item, 'it left the queue without one', signal);
            }
            return { waiting: waitingOf(known.value, 'about to start') };
        },
        async build(build, item, signal) {
            const address = `${root}${path}/${build}/console`;
            const look = () => controller.ask(`${path}/${build}/api/json?tree=number,url,building,inProgress,result,duration,timestamp,queueId`, signal);
            let known = await look();
            if ('gone' in known) {
                await clock.sleep(doubt, signal);
                known = await look();
            }
            if ('reason' in known)
                return lost(known.reason);
            if ('gone' in known) {
                const itsJob = await controller.ask(`${path}/api/json?tree=name`, signal);
                if ('reason' in itsJob)
                    return lost(itsJob.reason);
                return 'gone' in itsJob ? unseen(`build ${build}`) : lost(`build ${build} of ${root}${path} was deleted`, 'over');
            }
            // The result may be there long before the end.
            const { building = false, inProgress = false, result, queueId = item } = known.value;
            if (item !== undefined && queueId !== item)
                return lost(`build ${build} of ${root}${path} was deleted, and another has its number: of queue item ${queueId}, not ${item}`, 'over');
            if (building || inProgress)
                return { tracked: { state: 'running', log: address }, fate: 'open' };
            // Other results say why themselves. Asked once: a build that has ended prints no more.
            if (result === 'FAILURE')
                why ??= (0,last_words/* reasonIn */.Y)(await endOfConsole(`${path}/${build}`, { controller, signal })) ?? '';
            const reason = `build ${build} of ${root}${path} ended ${result ?? 'without a result'}${why ? ` (${why})` : ''}: ${address}`;
            return { tracked: { state: 'ended', log: address, reason }, fate: 'over' };
        },
        async node(build, signal) {
            nodeUntil ??= clock.now() + asksForNode;
            if (clock.now() > nodeUntil)
                return undefined;
            const queue = await controller
                .json('/queue/api/json?tree=items[why,stuck,task[url]]', signal)
                .catch((error) => log.debug('queue could not be read', { reason: (0,errors/* messageOf */.bD)(error) }));
            signal.throwIfAborted();
            const item = queue?.value?.items?.find(({ task }) => endsWithPath(task?.url ?? '', `${path}/${build}`));
            if (!item)
                return undefined;
            nodeUntil = clock.now() + asksForNode;
            return waitingOf(item, 'it waits for a node');
        },
    };
}
/** It is not known what became of it: it may go on, unless its fate says more. */
function lost(reason, fate = 'open') {
    return { tracked: { state: 'lost', reason }, fate };
}
function waitingOf({ why, stuck = false }, otherwise) {
    // What waits for others that run, or for a controller that starts nothing any more, counts as stuck after some time, and is not.
    const goesOn = /next available executor|about to shut down|already (?:in progress|running|building)|^blocked by|quiet period/i.test(why ?? '');
    return { why: why ?? otherwise, stuck: stuck && !goesOn };
}

;// CONCATENATED MODULE: ./src/tracking/jenkins/nodes.js
/** Whether a node may come for what waits. @param why the sentence of the queue item, which names a label or a node */
async function prospectOf(why, { controller, signal }) {
    const labels = await Promise.all(namesIn(why).map((name) => controller.ask(`/label/${encodeURIComponent(name)}/api/json?tree=clouds[_class],nodes[nodeName]`, signal)));
    const known = labels.flatMap((label) => ('value' in label ? [label.value] : []));
    if (known.some(({ clouds = [] }) => clouds.length > 0))
        return 'comes';
    const nodes = known.flatMap(({ nodes: some = [] }) => some.flatMap(({ nodeName = '' }) => (nodeName === '' ? [] : [nodeName])));
    const computers = await Promise.all(nodes.map((name) => controller.ask(`/computer/${encodeURIComponent(name)}/api/json?tree=offline,temporarilyOffline,launchSupported,offlineCause[_class]`, signal)));
    if (computers.some((computer) => 'value' in computer && comesBack(computer.value)))
        return 'comes';
    return nodes.length === 0 && known.length > 0 && known.length === labels.length ? 'never' : 'unknown';
}
/** Not one that somebody took away, nor one that Jenkins could not start when it tried. */
function comesBack({ offline = true, temporarilyOffline = false, launchSupported = false, offlineCause }) {
    return !offline || (launchSupported && !temporarilyOffline && !/LaunchFailed/.test(offlineCause?._class ?? ''));
}
/** `There are no nodes with the label ‘docker’`, `‘node-7’ is offline`; several sentences are joined by semicolons. */
function namesIn(why) {
    const quoted = /‘/.test(why) ? /‘([^‘’]+)’/g : /(?<!\w)'([^']+)'(?!\w)/g;
    return [...why.matchAll(quoted)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

// EXTERNAL MODULE: ./src/tracking/until-aborted.js
var until_aborted = __webpack_require__(76041);
;// CONCATENATED MODULE: ./src/tracking/jenkins/tracker.js






const tracker_firstPause = 500;
const tracker_longestPause = 5_000;
/** Milliseconds after which it is asked whether a node will ever come: one that was only restarted is back by then. */
const stuckAtMost = 10_000;
/** After `/stop`: Jenkins waits 20 s for the processes, then come the pipeline's own clean-ups. After `/term`: those alone. `/kill` needs no one's help. */
const patience = [
    ['stop', 30_000],
    ['term', 10_000],
    ['kill', 5_000],
];
const grace = patience.reduce((sum, [, milliseconds]) => sum + milliseconds, unlisted);
/** Follows and ends one delegation on a controller (jenkins.md 8). */
function jenkinsTracker(begun, job, { controller, clock, log, onBuild, onWaiting, onLine, }) {
    const look = jenkinsLook(job, { controller, clock, log });
    let place = begun;
    let fate = 'open';
    let pause = tracker_firstPause;
    /** Ends the pause of whoever follows. */
    let nudge = new AbortController();
    let stuckSince;
    let lines;
    const pathOf = (build) => `${job.path}/${build}`;
    const becomes = ({ build }) => {
        const its = { build, ...(place.item !== undefined && { item: place.item }) };
        place = its;
        stuckSince = undefined;
        onBuild?.(its);
    };
    const trackedOf = (seen) => {
        if (fate !== 'over')
            fate = seen.fate;
        return seen.tracked;
    };
    /** @throws {NobodyToAsk} what cannot be seen is not there to be ended, either */
    const isOver = (seen) => {
        const tracked = trackedOf(seen);
        if (fate === 'unseen' && tracked.state === 'lost')
            throw new tracker/* NobodyToAsk */._G(tracked.reason, `Look for it at ${job.root}: it may go on`);
        return fate === 'over';
    };
    async function* states(signal) {
        let known = '';
        for (pause = tracker_firstPause;; pause = Math.min(pause * 2, tracker_longestPause)) {
            const tracked = 'build' in place ? await followBuild(place, signal) : await followItem(place.item, signal);
            if (tracked === 'it has become a build') {
                pause = tracker_firstPause / 2;
                known = '';
                continue;
            }
            const now = JSON.stringify(tracked);
            if (now !== known) {
                if (tracked.state === 'waiting')
                    onWaiting?.(tracked.queue);
                // Whoever sees something happen looks again soon.
                if (known !== '')
                    pause = tracker_firstPause / 2;
                known = now;
                yield tracked;
            }
            if (tracked.state === 'ended' || tracked.state === 'lost')
                return;
            await clock.sleep(pause, AbortSignal.any([signal, nudge.signal])).catch(() => signal.throwIfAborted());
        }
    }
    async function followItem(item, signal) {
        const seen = await look.item(item, signal);
        if ('build' in seen) {
            becomes(seen);
            return 'it has become a build';
        }
        if ('tracked' in seen)
            return orGivenUp(trackedOf(seen), signal);
        const { why } = seen.waiting;
        // Of a controller that does not say what it can start, whatever it calls stuck is.
        if (!(await isHopeless(seen.waiting, ['never', 'unknown'], signal)))
            return { state: 'waiting', queue: why };
        await giveUp(signal);
        return { state: 'lost', reason: `stuck in the queue of ${job.root}: ${why}` };
    }
    /** Whether it has been stuck for so long that no node will come. @param hopeless the prospects that mean so */
    async function isHopeless({ why, stuck }, hopeless, signal) {
        stuckSince = stuck ? (stuckSince ?? clock.now()) : undefined;
        if (stuckSince === undefined || clock.now() - stuckSince < stuckAtMost)
            return false;
        if (hopeless.includes(await prospectOf(why, { controller, signal })))
            return true;
        // A start that fails is told later.
        stuckSince = clock.now();
        return false;
    }
    async function followBuild({ build, item }, signal) {
        const tracked = await orGivenUp(trackedOf(await look.build(build, item, signal)), signal);
        if (onLine && tracked.state !== 'lost') {
            lines ??= jenkinsConsole(pathOf(build), { controller, clock, onLine });
            await lines.read(signal, tracked.state === 'ended').catch((error) => {
                signal.throwIfAborted();
                log.debug('console could not be read', { reason: (0,errors/* messageOf */.bD)(error) });
            });
        }
        const waiting = tracked.state === 'running' ? await look.node(build, signal) : undefined;
        stuckSince = waiting && stuckSince;
        if (!waiting)
            return tracked;
        if (!(await isHopeless(waiting, ['never'], signal)))
            return { state: 'waiting', queue: waiting.why };
        await giveUp(signal);
        return { state: 'lost', reason: `${job.root}${pathOf(build)} waits for a node that will not come: ${waiting.why}` };
    }
    /** What cannot be followed and may go on is ended before it is lost. */
    async function orGivenUp(tracked, signal) {
        if (tracked.state === 'lost' && fate === 'open')
            await giveUp(signal);
        return tracked;
    }
    /** Asks what nobody will follow any more to end. */
    async function giveUp(signal) {
        const bound = AbortSignal.any([signal, clock.deadline(grace, new Error(`it did not end within ${grace / 1000} s`))]);
        await cancel(bound).catch((error) => {
            signal.throwIfAborted();
            log.warning('delegation could not be ended', { job: job.root + job.path, reason: (0,errors/* messageOf */.bD)(error) });
        });
    }
    async function cancel(signal) {
        try {
            if (!('build' in place))
                await leaveQueue(place.item, signal);
            // Nobody else's build is stopped.
            else
                isOver(await look.build(place.build, place.item, signal));
            for (const [way, milliseconds] of patience) {
                if (fate === 'over' || !('build' in place))
                    return;
                // Harmless on a build that has ended.
                const status = await controller.press(`${pathOf(place.build)}/${way}`, signal);
                // What fails has done nothing that would be worth the wait.
                if (await endsWithin(status === 500 ? 0 : milliseconds, place, signal))
                    return;
                log.warning(`build did not end after /${way}`, { build: job.root + pathOf(place.build) });
            }
        }
        finally {
            lookNow();
        }
    }
    /** Done when it is out of the queue: for good, or because it has become a build. @throws {NotCarriedOut} it goes on waiting */
    async function leaveQueue(item, signal) {
        const status = await controller.press(`/queue/cancelItem?id=${item}`, signal);
        // 204, or 302 of older controllers; 404 when it has left already, 422 when it is leaving.
        log.debug('cancelled in the queue', { item, status });
        for (const until = clock.now() + 2 * unlisted;;) {
            const seen = await look.item(item, signal);
            if ('build' in seen)
                return becomes(seen);
            if ('tracked' in seen && isOver(seen))
                return;
            if (clock.now() >= until)
                throw new errors/* NotCarriedOut */.sZ(`${job.root} answered ${status} and keeps item ${item} in the queue`, `See the queue of ${job.root}`);
            await clock.sleep(tracker_firstPause / 2, signal);
        }
    }
    /** Whether a build is over within so many milliseconds. */
    async function endsWithin(milliseconds, { build, item }, signal) {
        for (const until = clock.now() + milliseconds;;) {
            const over = isOver(await look.build(build, item, signal));
            if (over || clock.now() >= until)
                return over;
            await clock.sleep(tracker_firstPause, signal);
        }
    }
    function lookNow() {
        pause = tracker_firstPause / 2;
        nudge.abort();
        nudge = new AbortController();
    }
    return {
        grace,
        soon: lookNow,
        over: () => fate === 'over',
        cancel,
        follow: (0,until_aborted/* untilAborted */.E)(states),
    };
}

;// CONCATENATED MODULE: ./src/tracking/jenkins/duplicates.js




/** Milliseconds for one search and the end of what it finds. */
const duplicates_limit = 60_000;
/** Nobody knows how long a proxy holds a request. Looked for often at first, then now and then, because a look fetches parameters. */
const duplicates_firstPause = 5_000;
const duplicates_longestPause = 5 * 60_000;
/**
 * A tracker of a delegation whose start request was sent again: whatever comes of the first one, which may arrive at any time, is ended, because a
 * second runner would tell the same story. Looked for while ours is followed, and a last time when it has ended.
 */
function withoutDuplicates(tracker, ours, ending) {
    async function endAsTheyCome(until) {
        for (let pause = duplicates_firstPause;; pause = Math.min(pause * 2, duplicates_longestPause)) {
            await endDuplicates(ours, once, ending, until);
            await ending.clock.sleep(pause, until);
        }
    }
    return {
        ...tracker,
        async cancel(until) {
            await Promise.all([tracker.cancel(until), endDuplicates(ours, briefly, ending, until)]);
        },
        async *follow(until) {
            const ended = new AbortController();
            const coming = endAsTheyCome(AbortSignal.any([until, ended.signal])).catch(() => undefined);
            try {
                for await (const tracked of tracker.follow(until)) {
                    if (tracked.state === 'ended' || tracked.state === 'lost')
                        await endDuplicates(ours, once, ending, until);
                    yield tracked;
                }
            }
            finally {
                ended.abort();
                await coming;
            }
        },
    };
}
/** Ours goes on, whatever becomes of this: what fails is told as a warning. */
async function endDuplicates(ours, patience, { identifier, log, ...searching }, signal) {
    const { job, controller, clock } = searching;
    const bound = AbortSignal.any([signal, clock.deadline(duplicates_limit, new Error(`it did not end within ${duplicates_limit / 1000} s`))]);
    try {
        for (const other of await findAll(identifier, { ...searching, signal: bound }, patience, ours)) {
            const tracker = jenkinsTracker(other, job, { controller, clock, log });
            // One that was ended before is still listed.
            if (await hasEnded(tracker, bound))
                continue;
            log.warning('a start request was delivered twice: ending the second', { location: locationOf(job, other) });
            await tracker.cancel(bound);
        }
    }
    catch (error) {
        if (signal.aborted)
            return;
        log.warning('a start request was sent twice: a second build may run', { job: job.root + job.path, reason: (0,errors/* messageOf */.bD)(error) });
    }
}
async function hasEnded(tracker, signal) {
    for await (const { state } of tracker.follow(signal))
        return state === 'ended' || state === 'lost';
    return false;
}

;// CONCATENATED MODULE: ./src/tracking/jenkins/space.js












/**
 * Jenkins as an execution space: a job that takes the delegation parameter, by `/build` with the form field `json` or by `/buildWithParameters`
 * (jenkins.md 8).
 */
function jenkinsSpace({ http, clock, log, onConsole, onWaiting, onLine, }) {
    const open = (call, identifier) => {
        const job = jobOf(call.url);
        if (!job)
            throw new Error('this is no job of Jenkins');
        // Those in the address, where there are no others.
        const { auth } = (0,prepare/* prepare */.i)({ method: 'GET', url: call.url, ...(call.auth && isLogin(call.auth) && { auth: call.auth }) });
        const controller = jenkinsController(job.root, { ...(auth && { auth }), headers: loginOnly(call.headers) }, { http, clock });
        const tracker = (place, moved) => jenkinsTracker(place, job, {
            controller,
            clock,
            log,
            onBuild(its) {
                onConsole?.(identifier, `${job.root}${job.path}/${its.build}/console`);
                moved?.(locationOf(job, its));
            },
            onWaiting: (why) => onWaiting?.(identifier, why),
            ...(onLine && { onLine: (line) => onLine(identifier, line) }),
        });
        return { job, controller, tracker };
    };
    return {
        knows: ({ url, method }) => method === 'POST' && jobOf(url) !== undefined,
        async start(call, { identifier, moved, signal }) {
            const { job, controller, tracker } = open(call, identifier);
            const { place, repeated } = await startOnce(call, { job, controller, identifier, clock, log, signal });
            const ours = tracker(place, moved);
            return {
                location: locationOf(job, place),
                tracker: repeated ? withoutDuplicates(ours, place, { job, controller, identifier, clock, log }) : ours,
            };
        },
        async recover(call, { identifier, location, signal }) {
            const { job, controller, tracker } = open(call, identifier);
            const known = placeIn(location);
            if (known)
                return tracker(known);
            const place = await find(identifier, { job, controller, clock, signal });
            // Where nobody ever came to know it, its request may have been sent twice.
            return place && withoutDuplicates(tracker(place), place, { job, controller, identifier, clock, log });
        },
    };
}
/**
 * Sends the request until it is answered; again only when nothing can have been accepted, or nothing of it is there.
 * @returns `repeated`: an earlier request may yet arrive @throws {Refused} nothing was started {Doubtful} something may be
 */
async function startOnce(call, { identifier, log, ...searching }) {
    const { job, controller, clock, signal } = searching;
    const { url: _url, method: _method, auth: _auth, ...request } = call;
    const began = clock.now();
    let patience = call.limit ?? 30_000;
    let posts = 0;
    /** An answer was lost: what it answered may have been taken. */
    let doubtful = false;
    const Failure = () => (doubtful ? tracker/* Doubtful */.Q9 : tracker/* Refused */.Lw);
    const startedAt = (place) => ({ place, repeated: doubtful && posts > 1 });
    for (let pause = 500;; pause = Math.min(pause * 2, 5_000)) {
        let reason;
        try {
            posts++;
            const answer = await controller.post(job.start, signal, request);
            const item = itemIn(answer);
            if ([201, 302, 303].includes(answer.status) && item !== undefined)
                return startedAt({ item });
            const accepted = answer.status === 201 || answer.status === 303;
            if (accepted)
                doubtful = true;
            else if (![429, 502, 503, 504].includes(answer.status)) {
                // What was lost before may be why: the same parameters wait already.
                const place = doubtful && (await find(identifier, searching));
                if (place)
                    return startedAt(place);
                throw await refusal(answer, job, Failure());
            }
            reason = `${job.root} answered ${answer.status} ${answer.reason}`;
            if (answer.status === 503)
                patience = Math.max(patience, away);
            // What stands between may have handed the request on.
            if (answer.status === 502 || answer.status === 504)
                doubtful = true;
            if (accepted || answer.status === 502 || answer.status === 504) {
                const place = await find(identifier, searching, accepted ? briefly : thoroughly);
                if (place)
                    return startedAt(place);
            }
            if (accepted)
                throw new tracker/* Doubtful */.Q9(`${job.root}${job.path} took the request and has nothing of it`, `See the queue and the builds of that job`);
        }
        catch (error) {
            if (signal.aborted)
                throw new tracker/* Doubtful */.Q9((0,errors/* messageOf */.bD)(signal.reason), '', { cause: error });
            if (error instanceof foreign_answer/* ForeignAnswer */.J)
                throw new (Failure())(error.message, error.hint);
            if (error instanceof errors/* NotCarriedOut */.sZ)
                throw error;
            reason = (0,errors/* messageOf */.bD)(error);
            if (hopeless(error))
                throw new (Failure())(reason, 'Is the address of the job in the provider right?');
            if (!(0,never_left/* neverLeft */.o)(error)) {
                doubtful = true;
                log.warning('the answer to a start request was lost: looking for its build', { job: `${job.root}${job.path}`, reason });
                const place = await find(identifier, searching, thoroughly);
                if (place)
                    return startedAt(place);
            }
        }
        if (clock.now() >= began + patience)
            throw new (Failure())(reason, 'Is Jenkins up, and is the address of the job in the provider right?');
        // Where nothing can have been accepted, whoever stops here leaves nothing to be looked for.
        await clock.sleep(pause, signal).catch((error) => {
            throw new (Failure())((0,errors/* messageOf */.bD)(error), '');
        });
    }
}
/** Another try would end alike: no such host, a certificate that is not trusted. */
function hopeless(error) {
    return error instanceof client/* NoAnswer */.W && (error.lasting || /\(ENOTFOUND\)$/.test(error.message));
}
/** Only the path counts: scheme and host are what the controller, behind its proxies, believes to be called. */
function itemIn({ headers: { location } }) {
    const [, item] = /\/queue\/item\/(\d+)/.exec(typeof location === 'string' ? location : '') ?? [];
    return item === undefined ? undefined : Number(item);
}
/** Variables that are not set leave their names: a controller that wants no login is asked without one. */
function isLogin({ username, password }) {
    return ![username, password].some((text) => text.startsWith('$environment.'));
}
/** Of the headers that start a job only those that say who asks are good for other requests. */
function loginOnly(headers = {}) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:authorization|cookie)$/i.test(name)));
}
const meanings = {
    302: [
        'took it for a build that already waits, or sent us to a page',
        'Give each delegation an identifier of its own, and the request a login',
    ],
    400: ['takes no parameter', 'The job needs the multi-line parameter "docker" before its first build (docs/jenkins.md)'],
    401: ['does not accept the user or the API token', 'Check JENKINS_USERNAME and JENKINS_TOKEN'],
    403: [
        'does not let the user start this job',
        'The request needs "auth" with a user and an API token (JENKINS_USERNAME, JENKINS_TOKEN); the user needs Job/Build',
    ],
    404: ['has no such job, or the user may not see it', 'Check the address of the job; the user needs Job/Read'],
    405: ['wants another way of asking', 'The request of the provider must be a POST'],
    409: ['has disabled the job', 'Enable it'],
    500: ['failed, as it does for a parameter that the job does not define', 'The job needs the parameter "docker" (docs/jenkins.md)'],
};
async function refusal(answer, { root, path }, Failure) {
    const text = await answer.text(256 * 1024).catch(() => '');
    const { 'x-you-are-authenticated-as': user, 'x-required-permission': permission } = answer.headers;
    const crumb = /No valid crumb/i.test(text) ? '. It wants a crumb: use an API token instead of a password' : '';
    const who = typeof user === 'string' ? ` as ${user}${typeof permission === 'string' ? ` without ${permission}` : ''}` : '';
    if (answer.status === 200 || (answer.status === 302 && !leadsTo(answer, path))) {
        const { message, hint } = notJenkins(root, answer.status);
        return new Failure(message, hint);
    }
    const elsewhere = movedTo(answer, path);
    if (elsewhere !== undefined)
        return new Failure(`${root}${path} answered ${answer.status}: the job is at ${elsewhere}`, 'Name that address in the provider');
    const [what = 'refused', hint = 'Check executor.request in the execution space provider'] = meanings[answer.status] ?? [];
    return new Failure(`${root}${path} answered ${answer.status} ${answer.reason}${who}: Jenkins ${what}${crumb}`, hint);
}
/** Whether a redirect stays at the job: to its page, or to the job at another address. */
function leadsTo({ headers: { location }, url }, path) {
    if (typeof location !== 'string' || !URL.canParse(location, url))
        return false;
    return (0,http_url/* percentDecode */.YZ)(new URL(location, url).pathname).includes((0,http_url/* percentDecode */.YZ)(path));
}
/** The address that a proxy names for the same job: with https, or another host. What follows it would not be a POST any more. */
function movedTo({ status, headers: { location } }, path) {
    if (![301, 302, 307, 308].includes(status) || typeof location !== 'string' || !URL.canParse(location))
        return undefined;
    const { origin, pathname } = new URL(location);
    return /\/build(?:WithParameters)?\/?$/.test(pathname) && (0,http_url/* percentDecode */.YZ)(pathname).includes((0,http_url/* percentDecode */.YZ)(path))
        ? origin + pathname
        : undefined;
}


/***/ }),

/***/ 5959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ kubernetesSpace)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(80371);
// EXTERNAL MODULE: ./src/http/never-left.js
var never_left = __webpack_require__(80000);
// EXTERNAL MODULE: ./src/tracking/bearer.js
var bearer = __webpack_require__(14646);
// EXTERNAL MODULE: ./src/tracking/foreign-answer.js
var foreign_answer = __webpack_require__(31894);
// EXTERNAL MODULE: ./src/tracking/tracker.js
var tracking_tracker = __webpack_require__(30343);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/api.js


const silence = 30_000;
function kubernetesApi(connection, { http }) {
    return {
        async ask(method, path, { signal, body, limit = silence }) {
            const send = async () => {
                const { authorization, tls } = await connection.identity(signal);
                return http.request({
                    method,
                    url: connection.server + path,
                    headers: {
                        Accept: 'application/json',
                        ...(authorization !== undefined && { Authorization: authorization }),
                        ...(body && { 'Content-Type': 'application/json' }),
                    },
                    ...(body && { body: JSON.stringify(body) }),
                    ...(tls && { tls }),
                    verify: connection.verify,
                    redirects: false,
                    limit,
                    once: true,
                    signal,
                });
            };
            const answer = await send();
            if (answer.status !== 401 || !connection.renew())
                return answer;
            answer.body.destroy();
            return send();
        },
    };
}
const hints = {
    401: 'The login is not valid: check KUBERNETES_TOKEN, or the user of the kubeconfig',
    403: 'The account needs create, get, list, watch and delete of jobs, create of secrets, list and watch of pods, get of pods/log (docs/execution-spaces.md)',
    404: 'There is no such namespace',
    409: 'There is one of this name already',
    422: 'The manifest in the provider is not valid',
};
/** Makes of an answer that is none of what was hoped for what it says of itself. */
async function refusal(answer, asked) {
    return new tracking_tracker/* Refused */.Lw(await saidBy(answer, asked), hints[answer.status] ?? 'Check executor.request in the provider');
}
/** The things in the answer to a list. @throws {ForeignAnswer} when it is none @throws {Error} what the answer says, when it is a refusal */
async function readItems(answer, asked) {
    if (answer.status >= 300 && answer.status < 400)
        throw new foreign_answer/* ForeignAnswer */.J(`${asked} answered ${answer.status}`, 'Kubernetes');
    if (answer.status !== 200)
        throw new Error(await saidBy(answer, asked));
    const text = await answer.text();
    try {
        const list = JSON.parse(text);
        if (Array.isArray(list.items))
            return list;
    }
    catch {
        // A page.
    }
    throw new foreign_answer/* ForeignAnswer */.J(`${asked} answered ${answer.status}`, 'Kubernetes');
}
/** `POST /apis/… answered 403 Forbidden: jobs.batch is forbidden: …` */
async function saidBy(answer, asked) {
    const text = await answer.text(256 * 1024).catch(() => '');
    let said = text.replace(/\s+/g, ' ').slice(0, 300);
    try {
        said = JSON.parse(text).message ?? said;
    }
    catch {
        // What stands between answers with pages.
    }
    return `${asked} answered ${answer.status} ${answer.reason}${said && `: ${said}`}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/http/url.js
var url = __webpack_require__(59435);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/exec-credential.js



/** Some ask a cloud, which may take its time. */
const limit = 60_000;
/**
 * Asks a plugin of a kubeconfig for a login (client.authentication.k8s.io). It gets what it is asked for in KUBERNETES_EXEC_INFO, and nobody to talk to.
 * @throws {Refused} it is not there, fails, takes longer than a minute, or says nothing of use
 */
async function askPlugin({ apiVersion, command, args, env, installHint, provideClusterInfo }, { source, server, serverName, insecure, authorityText }, { environment, signal }) {
    const cluster = {
        server,
        ...(serverName !== undefined && { 'tls-server-name': serverName }),
        ...(insecure && { 'insecure-skip-tls-verify': true }),
        ...(authorityText !== undefined && { 'certificate-authority-data': Buffer.from(authorityText).toString('base64') }),
    };
    const info = { apiVersion, kind: 'ExecCredential', spec: { interactive: false, ...(provideClusterInfo && { cluster }) } };
    const variables = { ...environment, ...env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
    const fail = (what) => new tracking_tracker/* Refused */.Lw(`${source}: the login plugin ${command} ${what}`, installHint?.trim() ?? 'Run it by hand: kubectl get jobs');
    const printed = await new Promise((resolve, reject) => {
        const options = { env: variables, timeout: limit, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024, signal };
        const child = (0,external_node_child_process_.execFile)(command, [...args], options, (error, stdout, stderr) => {
            if (!error)
                return resolve(stdout);
            if (signal.aborted)
                return reject(signal.reason);
            const said = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
            if (error.code === 'ENOENT')
                return reject(fail('is not there'));
            if (error.killed)
                return reject(fail(`gave no login within ${limit / 1000} s`));
            reject(fail(`failed${typeof error.code === 'number' ? ` with exit code ${error.code}` : ''}${said && `: ${said}`}`));
        });
        child.stdin?.on('error', () => undefined).end();
    });
    try {
        return statusIn(JSON.parse(printed));
    }
    catch (error) {
        throw fail(`gave no login: ${error instanceof SyntaxError ? 'what it prints is not JSON' : (0,errors/* messageOf */.bD)(error)}`);
    }
}
function statusIn(answer) {
    const { kind, status } = Object(answer);
    if (kind !== 'ExecCredential')
        throw new Error('it prints no ExecCredential');
    const { token, clientCertificateData, clientKeyData, expirationTimestamp } = Object(status);
    const expires = Date.parse(String(expirationTimestamp));
    const credential = {
        ...(typeof token === 'string' && token !== '' && { token }),
        ...(typeof clientCertificateData === 'string' &&
            typeof clientKeyData === 'string' && { certificate: clientCertificateData, key: clientKeyData }),
    };
    if (Object.keys(credential).length === 0)
        throw new Error('its status has neither a token nor a certificate with its key');
    return { ...credential, ...(!Number.isNaN(expires) && { expires }) };
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/kept-login.js
/** Milliseconds that a login must still be good for: a request takes its time. */
const margin = 10_000;
/** @param ask gives a login; `expires` in milliseconds since 1970 */
function keptLogin(ask, { clock }) {
    let kept;
    return {
        get(signal) {
            if (kept && kept.until > clock.now())
                return kept.login;
            const own = { login: ask(signal), until: Infinity };
            kept = own;
            own.login.then(({ expires = Infinity }) => (own.until = expires - margin), () => kept === own && (kept = undefined));
            return own.login;
        },
        forget() {
            const had = kept !== undefined;
            kept = undefined;
            return had;
        },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(11290);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/kubeconfig.js





/**
 * Reads a context of the kubeconfig as kubectl does: the files that KUBECONFIG names, else `~/.kube/config`; of what several files say the first holds.
 * @param context empty: the current one
 * @returns undefined when there is no file at all
 * @throws {Refused} with the file in its message
 */
async function readKubeconfig(context, environment) {
    const named = (environment.KUBECONFIG ?? '').split(external_node_path_.delimiter).filter((path) => path !== '');
    const paths = named.length > 0 ? named : environment.HOME ? [(0,external_node_path_.join)(environment.HOME, '.kube', 'config')] : [];
    const files = (await Promise.all(paths.map(readFileOf))).filter((file) => file !== undefined);
    if (files.length === 0)
        return undefined;
    const source = paths.join(', ');
    const entries = (list, one) => {
        const found = new Map();
        for (const { document, directory } of files)
            for (const item of listIn(document, list)) {
                const name = textIn(item, 'name');
                if (name !== undefined && !found.has(name))
                    found.set(name, { fields: fieldsIn(item, one), directory });
            }
        return found;
    };
    const pick = (list, one, name, by) => {
        const all = entries(list, one);
        const found = all.get(name);
        if (found)
            return found;
        throw new tracking_tracker/* Refused */.Lw(`${source}: ${by} ${JSON.stringify(name)}, and there is no such ${one}.${(0,nearest/* didYouMean */.a)(name, [...all.keys()])}`, `There ${all.size === 0 ? 'are none' : `are ${[...all.keys()].join(', ')}`}: kubectl config get-contexts`);
    };
    const chosen = context || files.map(({ document }) => textIn(document, 'current-context')).find((name) => name);
    if (!chosen)
        throw new tracking_tracker/* Refused */.Lw(`${source}: it has no current context`, 'Name one: "api": "kubeconfig:NAME", or kubectl config use-context NAME');
    const { fields } = pick('contexts', 'context', chosen, context ? 'the context asked for is' : 'the current context is');
    const cluster = pick('clusters', 'cluster', textIn(fields, 'cluster') ?? '', `context ${chosen} has the cluster`);
    const userName = textIn(fields, 'user') ?? '';
    const user = userName === '' ? undefined : pick('users', 'user', userName, `context ${chosen} has the user`);
    return accessOf(cluster, user, `context ${chosen} of ${source}`);
}
async function readFileOf(path) {
    try {
        const text = await (0,promises_.readFile)(path, 'utf8');
        // Loaded where there is such a file: it is YAML.
        const { parse } = await __webpack_require__.e(/* import() */ 483).then(__webpack_require__.t.bind(__webpack_require__, 33483, 19));
        const document = parse(text);
        return { document: isFields(document) ? document : {}, directory: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)) };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        // What is wrong with YAML is said without the lines around, which may hold a login.
        throw new tracking_tracker/* Refused */.Lw(`${path} cannot be read: ${(0,errors/* messageOf */.bD)(error).split('\n', 1)[0] ?? ''}`, 'Check it: kubectl config view');
    }
}
function accessOf({ fields: cluster, directory }, user, source) {
    const server = textIn(cluster, 'server');
    if (server === undefined || !/^https?:\/\//.test(server) || !URL.canParse(server))
        throw new tracking_tracker/* Refused */.Lw(`${source}: its cluster has no server that is an address`, 'It is https://host:port');
    const refuse = (what, hint) => {
        throw new tracking_tracker/* Refused */.Lw(`${source}: ${what}`, hint);
    };
    if (textIn(cluster, 'proxy-url') !== undefined)
        refuse('proxy-url is not supported', 'Set HTTPS_PROXY instead');
    const serverName = textIn(cluster, 'tls-server-name');
    const authority = pemIn(cluster, 'certificate-authority', directory);
    return {
        source,
        server,
        insecure: cluster['insecure-skip-tls-verify'] === true,
        ...(serverName !== undefined && { serverName }),
        ...(authority && { authority }),
        user: user ? userOf(user, refuse) : {},
    };
}
function userOf({ fields, directory }, refuse) {
    if (fields['auth-provider'] !== undefined && fields['auth-provider'] !== null)
        refuse('its user logs in by auth-provider, which Kubernetes has given up', 'Use an exec plugin, a token or a certificate');
    if (['as', 'as-uid', 'as-groups'].some((name) => fields[name] !== undefined))
        refuse('its user acts as somebody else (as, as-groups), which is not supported', 'Use a user of its own');
    const [certificate, key] = [pemIn(fields, 'client-certificate', directory), pemIn(fields, 'client-key', directory)];
    if ((certificate === undefined) !== (key === undefined))
        refuse('its user has a client certificate without a key, or a key without a certificate', 'Both are needed');
    const [token, tokenFile] = [textIn(fields, 'token'), textIn(fields, 'tokenFile')];
    const [username, password] = [textIn(fields, 'username'), textIn(fields, 'password')];
    const exec = isFields(fields['exec']) ? pluginOf(fields['exec'], directory, refuse) : undefined;
    return {
        ...(certificate && key && { certificate, key }),
        ...(token !== undefined && { token }),
        ...(tokenFile !== undefined && { tokenFile: (0,external_node_path_.resolve)(directory, tokenFile) }),
        ...(username !== undefined && { basic: { username, password: password ?? '' } }),
        ...(exec && { exec }),
    };
}
const pluginVersions = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];
function pluginOf(fields, directory, refuse) {
    const [apiVersion = '', command = ''] = [textIn(fields, 'apiVersion'), textIn(fields, 'command')];
    if (!pluginVersions.includes(apiVersion))
        refuse(`the plugin of its user has the apiVersion ${JSON.stringify(apiVersion)}`, `Expected ${pluginVersions.join(' or ')}`);
    if (command === '')
        refuse('the plugin of its user has no command', 'It is the program that gives the login');
    if (fields['interactiveMode'] === 'Always')
        refuse('the plugin of its user wants to ask somebody', 'Nobody is there: use one that does not');
    const installHint = textIn(fields, 'installHint');
    const variables = listIn(fields, 'env').map((item) => [textIn(item, 'name') ?? '', textIn(item, 'value') ?? '']);
    return {
        apiVersion,
        // As a shell does: a name without a slash is looked for in PATH.
        command: command.includes('/') ? (0,external_node_path_.resolve)(directory, command) : command,
        args: Array.isArray(fields['args']) ? fields['args'].map(String) : [],
        env: Object.fromEntries(variables),
        ...(installHint !== undefined && { installHint }),
        provideClusterInfo: fields['provideClusterInfo'] === true,
    };
}
/** The data wins over the file, as in kubectl. */
function pemIn(fields, name, directory) {
    const data = textIn(fields, `${name}-data`);
    if (data !== undefined)
        return { data: Buffer.from(data, 'base64').toString() };
    const file = textIn(fields, name);
    return file === undefined ? undefined : { file: (0,external_node_path_.resolve)(directory, file) };
}
function textIn(fields, name) {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function listIn(fields, name) {
    const value = fields[name];
    return Array.isArray(value) ? value.filter(isFields) : [];
}
function fieldsIn(fields, name) {
    const value = fields[name];
    return isFields(value) ? value : {};
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/login.js







/** @returns undefined when it is no address of Jobs */
function jobsAddress(url) {
    const [, place, jobs] = /^(https?:\/\/[^?#]*?|kubeconfig:.*?)\/*(\/apis\/batch\/v1\/namespaces\/[^/?#]+\/jobs)\/?(?:[?#].*)?$/i.exec(url) ?? [];
    return place === undefined || jobs === undefined ? undefined : { place, jobs };
}
/** Where a pod finds its service account. */
const account = '/var/run/secrets/kubernetes.io/serviceaccount';
/**
 * Logs in to a place: with a token that was given, else as a kubeconfig says, or as the service account of the pod that we are in; to any other place
 * without, as `kubectl proxy` takes it.
 * @throws {Refused}
 */
async function connectionTo(place, given, { environment, clock, log }) {
    const [, context] = /^kubeconfig:\/*(.*)$/i.exec(place) ?? [];
    const own = ownCluster(environment);
    const access = context !== undefined
        ? ((await readKubeconfig((0,url/* percentDecode */.YZ)(context), environment)) ?? own)
        : own && isOwn(place, own)
            ? { ...own, server: place }
            : { source: place, server: place, insecure: false, user: {} };
    if (!access)
        throw new tracking_tracker/* Refused */.Lw('there is no kubeconfig, and this is no pod', 'Set KUBECONFIG, or name the address of the API server in the dataset');
    if (access.insecure)
        log.warning('the certificate of the API server is not checked, as the kubeconfig says', { server: access.server });
    return connection(access, given, { environment, clock, log });
}
/** The cluster of the pod that we are in; undefined when we are in none. */
function ownCluster(environment) {
    const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = environment;
    if (!host)
        return undefined;
    return {
        source: 'the service account of this pod',
        server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
        insecure: false,
        authority: { file: `${account}/ca.crt` },
        user: { tokenFile: `${account}/token` },
    };
}
function isOwn(place, { server }) {
    const { origin, hostname } = new URL(place);
    return origin === new URL(server).origin || /^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(hostname);
}
async function connection(access, given, { environment, clock, log }) {
    const { server, user, source } = access;
    const read = async (pem) => {
        if (pem === undefined || 'data' in pem)
            return pem?.data;
        return (0,promises_.readFile)(pem.file, 'utf8').catch((error) => {
            throw new tracking_tracker/* Refused */.Lw(`${source}: ${pem.file} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 'The kubeconfig names it');
        });
    };
    const authority = await read(access.authority);
    const [certificate, key] = [await read(user.certificate), await read(user.key)];
    if (key !== undefined)
        log.secret(key);
    const trust = {
        ...(authority !== undefined && { authority }),
        ...(access.serverName !== undefined && { serverName: access.serverName }),
    };
    const tlsWith = (own) => {
        const tls = { ...trust, ...own };
        return Object.keys(tls).length === 0 && !access.insecure ? undefined : tls;
    };
    const standing = tlsWith({ ...(certificate !== undefined && { certificate }), ...(key !== undefined && { key }) });
    const { exec } = user;
    const byPlugin = exec &&
        keptLogin(async (signal) => {
            const cluster = { ...access, ...(authority !== undefined && { authorityText: authority }) };
            const { certificate: ownCertificate, key: ownKey, ...login } = await askPlugin(exec, cluster, { environment, signal });
            if (ownCertificate === undefined || ownKey === undefined)
                return { ...login, tls: standing };
            log.secret(ownKey);
            return { ...login, tls: tlsWith({ certificate: ownCertificate, key: ownKey }) };
        }, { clock });
    const bearer = (token) => {
        log.secret(token);
        return `Bearer ${token}`;
    };
    return {
        server: server.replace(/\/+$/, ''),
        verify: !access.insecure,
        async identity(signal) {
            const withTls = (tls) => tls && { tls };
            if (given !== undefined)
                return { authorization: bearer(given), ...withTls(standing) };
            if (user.tokenFile !== undefined)
                return { authorization: bearer(((await read({ file: user.tokenFile })) ?? '').trim()), ...withTls(standing) };
            if (user.token !== undefined)
                return { authorization: bearer(user.token), ...withTls(standing) };
            if (user.basic) {
                log.secret(user.basic.password);
                const pair = Buffer.from(`${user.basic.username}:${user.basic.password}`).toString('base64');
                return { authorization: `Basic ${pair}`, ...withTls(standing) };
            }
            if (!byPlugin)
                return { ...withTls(standing) };
            const { token, tls } = await byPlugin.get(signal);
            return { ...(token !== undefined && { authorization: bearer(token) }), ...withTls(tls) };
        },
        renew: () => given === undefined && (byPlugin?.forget() ?? false),
    };
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/manifest.js

/** In seconds, for clusters that start nodes on demand. */
const patienceAnnotation = 'etos.eiffel-community.github.io/start-timeout';
/** A registry may have a bad minute, and nobody wants to wait longer. */
const usualPatience = 45;
/**
 * Reads the manifest in a start request: a Job, or a List of one and of Secrets. Values of a Secret's `stringData` become text, as those of a
 * delegation's environment do: true and 5672 as JSON writes them, and what is null is left out.
 * @throws {Refused}
 */
function readManifest({ body }) {
    const document = (typeof body === 'string' ? JSON.parse(body) : {});
    const items = document.kind === 'List' && Array.isArray(document.items) ? document.items : [document];
    const [job, ...others] = items.filter(({ kind }) => kind === 'Job' || kind === undefined);
    const foreign = items.find(({ kind }) => kind !== undefined && kind !== 'Job' && kind !== 'Secret');
    if (!job || others.length > 0 || foreign)
        throw refused(`the manifest ${foreign ? `has a ${String(foreign.kind)}` : `has ${job ? 'more than one Job' : 'no Job'}`}`);
    const secrets = items.filter(({ kind }) => kind === 'Secret').map((secret) => ({ name: nameOf(secret), document: withTexts(secret) }));
    return { name: nameOf(job), job, secrets, patience: patienceOf(job.metadata?.annotations) };
}
/** Milliseconds. @throws {Refused} */
function patienceOf(annotations = {}) {
    const text = annotations[patienceAnnotation] ?? usualPatience;
    const seconds = Number(text);
    if (Number.isFinite(seconds) && seconds > 0)
        return seconds * 1000;
    throw refused(`the annotation ${patienceAnnotation} is ${JSON.stringify(text)}; expected seconds`);
}
function nameOf({ kind, metadata }) {
    if (typeof metadata?.name === 'string' && metadata.name !== '')
        return metadata.name;
    throw refused(`the ${kind === 'Secret' ? 'Secret in the ' : ''}manifest has no metadata.name`);
}
function withTexts(secret) {
    const texts = Object.entries(secret.stringData ?? {}).flatMap(([name, value]) => value === null ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]);
    return { ...secret, stringData: Object.fromEntries(texts) };
}
function refused(what) {
    return new tracking_tracker/* Refused */.Lw(what, 'It must be a Job, or a List of one Job and of Secrets, each with a name that holds the identifier (providers/)');
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/answer-lines.js

/** The lines of an answer as they come, and the last one though it has no end. Throws what ends the body early. */
async function* linesOf(body) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    for await (const piece of body) {
        const lines = (rest + decoder.write(piece)).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    rest += decoder.end();
    if (rest !== '')
        yield rest;
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/log.js



const pause = 1_000;
/** Milliseconds in which nothing is printed, after which the log is asked for anew: the connection may have died in silence. */
const log_silence = 5 * 60_000;
/**
 * Reads what a container prints from its beginning to its end, each line once: a connection that breaks is taken up where it broke, by the times that the
 * cluster gives the lines. Ends when the container has ended and all is read, when the log is gone, or when the signal fires.
 * @param path of the pod
 * @param running whether the container may still print
 */
async function readPodLog(path, container, onLine, { running, api, clock, log, signal, }) {
    let last = '';
    for (;;) {
        const ended = !running();
        try {
            const since = last === '' ? '' : `&sinceTime=${encodeURIComponent(last.replace(/\.\d+/, ''))}`;
            const query = `container=${encodeURIComponent(container)}&follow=true&timestamps=true${since}`;
            const answer = await api.ask('GET', `${path}/log?${query}`, { signal, limit: log_silence });
            if (answer.status !== 200) {
                const said = await saidBy(answer, `GET ${path}/log`);
                if (ended || answer.status === 403 || answer.status === 404)
                    return log.warning('the log could not be read', { reason: said });
                throw new Error(said);
            }
            for await (const line of linesOf(answer.body)) {
                const [, time = '', text = line] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.*)$/s.exec(line) ?? [];
                if (time !== '' && comparable(time) <= comparable(last))
                    continue;
                if (time !== '')
                    last = time;
                onLine(text.replace(/\r$/, ''));
            }
            if (ended || !running())
                return;
        }
        catch (error) {
            if (signal.aborted)
                return;
            log.debug('the log broke off', { pod: path, reason: (0,errors/* messageOf */.bD)(error) });
            if (ended)
                return;
        }
        await clock.sleep(pause, signal).catch(() => undefined);
        if (signal.aborted)
            return;
    }
}
/** Times come with as many digits as they need. */
function comparable(time) {
    const [, whole = '', fraction = ''] = /^([^.Z]*)(?:\.(\d+))?Z?$/.exec(time) ?? [];
    return `${whole}.${fraction.padEnd(9, '0')}`;
}

// EXTERNAL MODULE: ./src/tracking/last-words.js
var last_words = __webpack_require__(49355);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/look.js

/** No cluster will ever start what waits for these reasons. */
const hopelessReasons = ['InvalidImageName', 'ErrImageNeverPull'];
/** Hopeless, or perhaps not. */
const stuckReasons = [
    ...hopelessReasons,
    'ErrImagePull',
    'ImagePullBackOff',
    'RegistryUnavailable',
    'CreateContainerConfigError',
    'CreateContainerError',
    'RunContainerError',
];
/** What a Job and its pods say about the delegation; the newest pod counts. */
function lookAt(job, pods) {
    const [pod] = pods.toSorted((a, b) => (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''));
    const statuses = pod?.status?.containerStatuses ?? [];
    // A cluster may add containers of its own to a pod: ours is the first of the manifest.
    const container = job.spec?.template?.spec?.containers?.[0]?.name ?? statuses[0]?.name;
    const state = statuses.find((status) => status.name === container)?.state;
    const started = state?.running !== undefined || state?.terminated !== undefined;
    const ended = job.status?.conditions?.find(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True');
    if (ended) {
        const code = state?.terminated?.exitCode;
        const why = [ended.reason, ended.message, state?.terminated?.reason, pod?.status?.reason, pod?.status?.message].filter(Boolean);
        const because = [...new Set(why)].join(', ');
        const last = (0,last_words/* lastLineOf */.S)(state?.terminated?.message ?? '');
        const words = last === undefined ? '' : `; its last words: ${last}`;
        const reason = `job ${job.metadata.name} ended ${ended.type}${because && ` (${because})`} and told no result${words}`;
        return { pod, container, started, tracked: { state: 'ended', ...(code !== undefined && { code }), reason } };
    }
    if (started)
        return { pod, container, started, tracked: { state: 'running' } };
    if (!pod)
        return { tracked: { state: 'waiting', queue: 'no pod yet' }, stuck: `the cluster made no pod for job ${job.metadata.name}` };
    const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    const all = [...(pod.status?.initContainerStatuses ?? []), ...statuses].flatMap((status) => status.state?.waiting ?? []);
    const waiting = all.find(({ reason = '' }) => stuckReasons.includes(reason)) ?? unscheduled ?? all[0];
    const queue = [waiting?.reason, waiting?.message].filter(Boolean).join(': ') || `pod ${pod.metadata.name} waits`;
    const isStuck = waiting !== undefined && (waiting === unscheduled || stuckReasons.includes(waiting.reason ?? ''));
    return {
        pod,
        tracked: { state: 'waiting', queue },
        ...(isStuck && { stuck: queue }),
        hopeless: hopelessReasons.includes(waiting?.reason ?? ''),
    };
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/watch.js




const firstPause = 500;
const longestPause = 5_000;
/** An API server that is exchanged is away for minutes; its pods go on. */
const away = 5 * 60_000;
/** A token in a file is exchanged at any time, and whoever checks tokens has bad moments. */
const retriesOf401 = 2;
/** Seconds that one watch lasts; with it a connection that died in silence is noticed. */
const watchFor = 60;
/**
 * Tells the items of a list, first as they are, then whenever they change: listed once, watched from there, listed anew when what was between is
 * forgotten (410). Ends when the signal fires, with its reason.
 * @param list path and selector of the list, with a query
 * @returns why it cannot be told any more: no permission, something else that answers, or five minutes without an answer
 */
async function watchItems(list, onItems, { api, clock, signal }) {
    const items = new Map();
    let version;
    let heard = clock.now();
    let unauthorized = 0;
    const isForeign = (0,foreign_answer/* foreignAnswers */.o)(clock);
    const path = list.split('?', 1)[0] ?? list;
    /** @returns why it cannot go on, where it cannot */
    async function listAll() {
        const answer = await api.ask('GET', list, { signal });
        if (isFinal(answer.status))
            return saidBy(answer, `GET ${path}`);
        const found = await readItems(answer, `GET ${path}`);
        version = found.metadata?.resourceVersion ?? '0';
        items.clear();
        for (const item of found.items)
            items.set(item.metadata.name, item);
        onItems([...items.values()]);
        return undefined;
    }
    function isFinal(status) {
        return status === 401 ? ++unauthorized > retriesOf401 : status === 403 || status === 404;
    }
    async function watch(from) {
        const query = `watch=1&allowWatchBookmarks=true&timeoutSeconds=${watchFor}&resourceVersion=${encodeURIComponent(from)}`;
        const answer = await api.ask('GET', `${list}&${query}`, { signal, limit: (watchFor + 30) * 1000 });
        if (isFinal(answer.status))
            return saidBy(answer, `watch of ${path}`);
        if (answer.status === 410)
            return forget(answer.body);
        if (answer.status !== 200)
            throw new Error(await saidBy(answer, `watch of ${path}`));
        unauthorized = 0;
        for await (const line of linesOf(answer.body)) {
            heard = clock.now();
            const { type, object } = JSON.parse(line);
            if (type === 'ERROR') {
                const { code, message } = object;
                if (code === 410)
                    return forget(answer.body);
                throw new Error(`watch of ${path}: ${message ?? 'an error without a message'}`);
            }
            version = object.metadata.resourceVersion ?? version;
            if (type === 'BOOKMARK')
                continue;
            if (type === 'DELETED')
                items.delete(object.metadata.name);
            else
                items.set(object.metadata.name, object);
            onItems([...items.values()]);
        }
        return undefined;
    }
    function forget(body) {
        body.destroy();
        version = undefined;
    }
    for (let pause = 0;;) {
        const begun = clock.now();
        const listing = version === undefined;
        try {
            const problem = version === undefined ? await listAll() : await watch(version);
            if (problem !== undefined)
                return problem;
            heard = clock.now();
            isForeign(undefined);
            // A watch that ends as soon as it begins is no reason to ask without a rest.
            pause = listing || clock.now() - begun >= firstPause ? 0 : firstPause;
        }
        catch (error) {
            signal.throwIfAborted();
            version = undefined;
            if (isForeign(error))
                return (0,errors/* messageOf */.bD)(error);
            if (clock.now() - heard >= away)
                return `${(0,errors/* messageOf */.bD)(error)} (for ${away / 60_000} minutes)`;
            pause = Math.min(Math.max(pause * 2, firstPause), longestPause);
        }
        if (pause > 0)
            await clock.sleep(pause, signal);
    }
}

// EXTERNAL MODULE: ./src/tracking/until-aborted.js
var until_aborted = __webpack_require__(76041);
;// CONCATENATED MODULE: ./src/tracking/kubernetes/tracker.js







/** Foreground deletion waits for the pods, which have 30 s by default. */
const deletion = 60_000;
/** An API server that is exchanged refuses for seconds, and answers are lost. */
const [tracker_firstPause, tracker_longestPause] = [500, 5_000];
/** What a container printed last may come after the news of its end, and so may its exit code. */
const [afterEnd, afterJob] = [10_000, 2_000];
/** Follows and ends one delegation that is a Job. @param jobs the collection of Jobs of its namespace */
function kubernetesTracker(name, jobs, { api, clock, log, onLine, }) {
    const core = jobs.replace(/\/apis\/batch\/v1(\/namespaces\/[^/]+)\/jobs$/, '/api/v1$1');
    const theJob = `${jobs}?fieldSelector=${encodeURIComponent(`metadata.name=${name}`)}`;
    const thePods = `${core}/pods?labelSelector=${encodeURIComponent(`job-name=${name}`)}`;
    // What stands between may know no selectors.
    const isOurs = ({ metadata }) => metadata.name === name;
    let over = false;
    async function* states(signal) {
        const done = new AbortController();
        const until = AbortSignal.any([signal, done.signal]);
        const news = newsBell();
        const seen = {};
        const onBlind = (blind) => news.ring(Object.assign(seen, { blind }));
        // They end with `done`; what they reject with then is its reason.
        watchItems(theJob, (items) => news.ring((seen.jobs = items.filter(isOurs))), { api, clock, signal: until }).then(onBlind, () => undefined);
        watchItems(thePods, (items) => news.ring((seen.pods = items)), { api, clock, signal: until }).then(onBlind, () => undefined);
        let reading;
        let since;
        let endedAt;
        let known = '';
        try {
            for (;;) {
                signal.throwIfAborted();
                const bell = news.next();
                let wait = Infinity;
                if (seen.blind !== undefined)
                    return void (yield { state: 'lost', reason: seen.blind });
                if (seen.jobs && seen.pods) {
                    const [own] = seen.jobs;
                    if (!own) {
                        over = true;
                        return void (yield { state: 'lost', reason: `job ${name} was deleted` });
                    }
                    const looked = lookAt(own, seen.pods);
                    const { tracked, pod, container } = looked;
                    if (onLine && pod && container && looked.started)
                        reading ??= readPodLog(`${core}/pods/${pod.metadata.name}`, container, onLine, {
                            running: () => endedAt === undefined,
                            api,
                            clock,
                            log,
                            signal: until,
                        });
                    if (tracked.state === 'ended') {
                        endedAt ??= clock.now();
                        wait = tracked.code === undefined && pod ? endedAt + afterJob - clock.now() : 0;
                        if (wait <= 0) {
                            if (reading)
                                await atMost(reading, afterEnd, until);
                            over = true;
                            return void (yield tracked);
                        }
                    }
                    else {
                        since = looked.stuck === undefined ? undefined : { stuck: looked.stuck, time: since?.time ?? clock.now() };
                        if (since) {
                            wait = looked.hopeless ? 0 : since.time + patienceOf(own.metadata.annotations) - clock.now();
                            if (wait <= 0) {
                                const reason = `${since.stuck}${await warningOf(pod?.metadata.name ?? name, signal)}`;
                                await remove(signal);
                                return void (yield { state: 'lost', reason: `the container cannot be started: ${reason}` });
                            }
                        }
                        if (JSON.stringify(tracked) !== known) {
                            known = JSON.stringify(tracked);
                            yield tracked;
                        }
                    }
                }
                await atMost(bell, wait, until);
            }
        }
        finally {
            done.abort(new Error('it is followed no longer'));
        }
    }
    async function atMost(what, milliseconds, signal) {
        const enough = new AbortController();
        const bound = AbortSignal.any([signal, enough.signal]);
        const patience = clock.sleep(Math.min(milliseconds, 2 ** 31 - 1), bound).catch(() => undefined);
        await Promise.race([what, patience]);
        enough.abort();
    }
    /** What the cluster warned of last, for people: an account that may not list events does without. */
    async function warningOf(object, signal) {
        try {
            const answer = await api.ask('GET', `${core}/events?fieldSelector=${encodeURIComponent(`involvedObject.name=${object},type=Warning`)}`, { signal });
            if (answer.status !== 200)
                return '';
            const { items } = JSON.parse(await answer.text());
            const last = items.at(-1);
            return last?.message === undefined ? '' : ` (${last.reason ?? 'warning'}: ${last.message})`;
        }
        catch (error) {
            signal.throwIfAborted();
            log.debug('events could not be read', { reason: (0,errors/* messageOf */.bD)(error) });
            return '';
        }
    }
    /** Deletes the Job with all that is of it, and sees it gone: with foreground deletion it is there until its pods are gone. */
    async function remove(signal) {
        const gone = new AbortController();
        const bound = AbortSignal.any([
            signal,
            gone.signal,
            clock.deadline(deletion, new Error(`job ${name} is still there after ${deletion / 1000} s`)),
        ]);
        await askToGo(bound);
        const onItems = (items) => void (!items.some(isOurs) && gone.abort(new Error('gone')));
        const problem = await watchItems(theJob, onItems, { api, clock, signal: bound }).catch((error) => {
            if (!gone.signal.aborted)
                throw error;
            return undefined;
        });
        if (problem !== undefined)
            throw new Error(problem);
        over = true;
    }
    /** Asks again when the answer is lost or the server is not ready: deleting twice is no more than once. */
    async function askToGo(signal) {
        const asked = `DELETE ${jobs}/${name}`;
        let reason = '';
        for (let pause = tracker_firstPause;; pause = Math.min(pause * 2, tracker_longestPause)) {
            try {
                const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Foreground' };
                const answer = await api.ask('DELETE', `${jobs}/${name}`, { signal, body });
                if ([200, 202, 404].includes(answer.status))
                    return void (await answer.text().catch(() => ''));
                if (answer.status !== 429 && answer.status < 500)
                    throw await refusal(answer, asked);
                reason = await saidBy(answer, asked);
            }
            catch (error) {
                if (error instanceof errors/* NotCarriedOut */.sZ)
                    throw error;
                if (signal.aborted)
                    throw new Error(`${(0,errors/* messageOf */.bD)(signal.reason)}${reason && `: ${reason}`}`, { cause: error });
                reason = (0,errors/* messageOf */.bD)(error);
            }
            log.debug('the job could not be deleted', { job: name, reason });
            // What ends the wait is told by the next request.
            await clock.sleep(pause, signal).catch(() => undefined);
        }
    }
    return {
        grace: deletion + 5_000,
        over: () => over,
        cancel: (signal) => remove(signal),
        follow: (0,until_aborted/* untilAborted */.E)(states),
    };
}
/** Whoever waits for the next ring hears it, also one that comes before it waits. */
function newsBell() {
    let wake = () => undefined;
    let next = new Promise((resolve) => (wake = resolve));
    return {
        ring: () => wake(),
        next() {
            next = new Promise((resolve) => (wake = resolve));
            return next;
        },
    };
}

;// CONCATENATED MODULE: ./src/tracking/kubernetes/space.js









const space_firstPause = 500;
const space_longestPause = 5_000;
const space_limit = 30_000;
/**
 * Kubernetes as an execution space: a Job is created by its manifest with the Secrets that it reads, watched, its log read, deleted with its pods. Asks with
 * the login of the start request, else as the kubeconfig or the service account of the pod it runs in says.
 */
function kubernetesSpace({ environment, http, clock, log, onLine, }) {
    const connections = new Map();
    /** One for all delegations at a place: a plugin is asked once. */
    const connected = (place, token) => {
        const key = `${place} ${token ?? ''}`;
        const connection = connections.get(key) ?? connectionTo(place, token, { environment, clock, log });
        connections.set(key, connection);
        connection.catch(() => connections.delete(key));
        return connection;
    };
    const open = async (call, identifier) => {
        const address = jobsAddress(call.url);
        if (!address)
            throw new Error('these are no Jobs of Kubernetes');
        const { place, jobs } = address;
        const connection = await connected(place, (0,bearer/* bearerIn */.$)(call.headers));
        const api = kubernetesApi(connection, { http });
        const tracker = (name) => kubernetesTracker(name, jobs, { api, clock, log, ...(onLine && { onLine: (line) => onLine(identifier, line) }) });
        return { place, jobs, api, tracker };
    };
    return {
        knows: ({ url, method }) => method === 'POST' && jobsAddress(url) !== undefined,
        async start(call, { identifier, signal }) {
            const { name, job, secrets } = readManifest(call);
            const { place, jobs, api, tracker } = await open(call, identifier);
            const creating = { api, clock, signal, until: clock.now() + (call.limit ?? space_limit) };
            const made = await create(jobs, { name, document: job }, creating);
            try {
                for (const { name: secretName, document } of secrets)
                    await create(secretsBeside(jobs), { name: secretName, document: ownedBy(made, document) }, creating);
            }
            catch (error) {
                if (!(error instanceof tracking_tracker/* Refused */.Lw))
                    throw error;
                // Without what it reads the Job is of no use. While it may be there it stays in the journal.
                await tracker(name)
                    .cancel(signal)
                    .catch((left) => {
                    throw new errors/* NotCarriedOut */.sZ(`${error.message}; the job ${name} is left: ${(0,errors/* messageOf */.bD)(left)}`, error.hint);
                });
                throw error;
            }
            return { location: `${place}${jobs}/${name}`, tracker: tracker(name) };
        },
        async recover(call, { identifier, location, signal }) {
            const { place, jobs, api, tracker } = await open(call, identifier);
            if (location?.startsWith(`${place}${jobs}/`))
                return tracker(location.slice(place.length + jobs.length + 1));
            // A request of the killed process may still be on its way to the second look.
            for (let looks = 0; looks < 2; looks++) {
                if (looks > 0)
                    await clock.sleep(1_000, signal);
                const { items } = await readItems(await api.ask('GET', jobs, { signal }), `GET ${jobs}`);
                const found = items.find(({ metadata: { name, labels, annotations } }) => JSON.stringify([name, labels, annotations]).includes(identifier));
                if (found)
                    return tracker(found.metadata.name);
            }
            return undefined;
        },
    };
}
function secretsBeside(jobs) {
    return jobs.replace(/\/apis\/batch\/v1(\/namespaces\/[^/]+)\/jobs$/, '/api/v1$1/secrets');
}
/** Deleted with the Job, also when nobody of us is left: that is what an owner is for. */
function ownedBy({ metadata: { name, uid } }, secret) {
    const { metadata = {} } = secret;
    return { ...secret, metadata: { ...metadata, ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name, uid }] } };
}
/** Creates one thing. Its name makes a second request harmless: the API server knows one thing of a kind and name. */
async function create(collection, { name, document }, { api, clock, signal, until }) {
    let doubtful = false;
    for (let pause = space_firstPause;; pause = Math.min(pause * 2, space_longestPause)) {
        let reason;
        try {
            const answer = await api.ask('POST', collection, { signal, body: document });
            if (answer.status === 201)
                return JSON.parse(await answer.text());
            if (answer.status === 409 && doubtful) {
                const ours = await api.ask('GET', `${collection}/${name}`, { signal });
                if (ours.status === 200)
                    return JSON.parse(await ours.text());
                // Secrets can be made by whoever may not read them.
                if (ours.status === 403)
                    return { metadata: { name } };
            }
            if (![409, 429, 500, 502, 503, 504].includes(answer.status) || (answer.status === 409 && !doubtful))
                throw await refusal(answer, `POST ${collection}`);
            reason = await saidBy(answer, `POST ${collection}`);
            doubtful ||= answer.status !== 429;
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof errors/* NotCarriedOut */.sZ)
                throw error;
            reason = (0,errors/* messageOf */.bD)(error);
            if (error instanceof client/* NoAnswer */.W && error.lasting)
                throw new tracking_tracker/* Refused */.Lw(reason, 'Is the address of the API server right, and its authority known?');
            doubtful ||= !(0,never_left/* neverLeft */.o)(error);
        }
        if (clock.now() >= until)
            // What may be there stays in the journal.
            throw new (doubtful ? tracking_tracker/* Doubtful */.Q9 : tracking_tracker/* Refused */.Lw)(reason, 'Is the API server up, and is its address right?');
        await clock.sleep(pause, signal);
    }
}


/***/ }),

/***/ 49355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ lastLineOf),
/* harmony export */   Y: () => (/* binding */ reasonIn)
/* harmony export */ });
const longest = 400;
/**
 * Why a delegation gave no result, from the end of its log: the sentence by which the delegation runner says that it could not run it, because the policy
 * refused it for instance; else what Jenkins says of a build that failed. Without a full stop.
 */
function reasonIn(log) {
    const lines = log.split('\n').map(clean);
    const said = (pattern) => lines.findLast((line) => pattern.test(line))?.replace(pattern, '');
    return inShort(said(/^.*?\betos-runner: error: /) ?? said(/^ERROR: /) ?? '');
}
/** The last line of a log. */
function lastLineOf(log) {
    return inShort(log.split('\n').map(clean).findLast(Boolean) ?? '');
}
function inShort(text) {
    const sentence = text.replace(/\.$/, '');
    if (sentence === '')
        return undefined;
    return sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence;
}
/** Without colours, and the notes that Jenkins hides on terminals. */
function clean(line) {
    // eslint-disable-next-line no-control-regex
    return line.replace(/\u001b\[8mha:.*?\u001b\[0m|\u001b\[[\d;?]*[A-Za-z]/g, '').trim();
}


/***/ }),

/***/ 30343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   Q9: () => (/* binding */ Doubtful),
/* harmony export */   _G: () => (/* binding */ NobodyToAsk)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
// What became of a started request, as far as its events cannot tell. In: the answer to the request. Out: states, a log address, a way to cancel.
// What the tests said does not belong here: that is told by events.

/** The request was answered with a refusal: nothing was started. Any other failure to start may have started something. */
class Refused extends _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ {
}
/** The answer to the request was lost, and the place knows nothing of it so far: it may yet arrive, and start something. */
class Doubtful extends _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ {
}
/** Nobody will ever say whether something was started: telling it once is all that can be done. */
class NobodyToAsk extends _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ {
}


/***/ }),

/***/ 76041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ untilAborted)
/* harmony export */ });
/** What a tracker says as `Tracker.follow` wants it: the end of whoever listens is no error. */
function untilAborted(states) {
    return async function* follow(signal) {
        try {
            yield* states(signal);
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
    };
}


/***/ })

};
