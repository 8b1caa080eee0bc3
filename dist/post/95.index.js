export const id = 95;
export const ids = [95];
export const modules = {

/***/ 3095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Unendable: () => (/* binding */ Unendable),
  endTestrun: () => (/* binding */ endTestrun)
});

// UNUSED EXPORTS: testrunFact

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
;// CONCATENATED MODULE: ./src/remote/detail.js
/**
 * What an answer of the API says of itself: `detail`, as text or as the list that FastAPI makes (etos.md 1.2). Undefined: it says nothing.
 */
function detail_detailIn(text) {
    let detail;
    try {
        detail = JSON.parse(text)?.detail;
    }
    catch {
        return undefined;
    }
    if (typeof detail === 'string' && detail !== '')
        return detail;
    if (!Array.isArray(detail))
        return undefined;
    const messages = detail.flatMap((one) => {
        if (typeof one?.msg !== 'string')
            return [];
        // Where in the body: `body` itself says nothing.
        const place = Array.isArray(one.loc)
            ? one.loc.filter((part) => (typeof part === 'string' && part !== 'body') || typeof part === 'number').join('.')
            : '';
        const message = one.msg.replace(/^Value error, /, '');
        return [place === '' ? message : `${place}: ${message}`];
    });
    return messages.length === 0 ? undefined : messages.join('; ');
}

// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(371);
// EXTERNAL MODULE: ./src/http/url.js
var url = __webpack_require__(9435);
// EXTERNAL MODULE: ./src/http/never-left.js
var never_left = __webpack_require__(0);
;// CONCATENATED MODULE: ./src/remote/deployment.js



/** Milliseconds for the answer, and of trying again: as today's client waits (etos.md 1.2). */
const [limit, within] = [5_000, 15_500];
const checks = (/* unused pure expression or super */ null && ([
    ['/api/selftest/ping', 'v0'],
    ['/api/v1alpha/ping', 'v1alpha'],
    ['/selftest/ping', '2021'],
]));
/**
 * Finds out whether somebody is there, and how to speak to them. Where both of today's generations are served it is v0, as with today's client.
 * @param asked the generation that the user wants; then no other is looked for
 * @throws {InvalidInput} the address answers, and is no ETOS; {NotCarriedOut} nobody answers; the signal's reason
 */
async function findDeployment(url, asked, { login, ...asking }) {
    const refusals = [];
    // The released clients ask this one for either of today's generations.
    const paths = asked === undefined ? checks : checks.filter(([, generation]) => generation === asked || (asked === 'v1alpha' && generation === 'v0'));
    for (const [path, generation] of paths) {
        const refusal = await ping(url, path, { login, ...asking });
        if (refusal === undefined)
            return { url, generation: asked ?? generation, login };
        refusals.push(`${path}: ${refusal}`);
    }
    throw new InvalidInput(`no ETOS deployment${asked === undefined ? '' : ` that speaks ${asked}`} answers at ${url} (${refusals.join('; ')})`, 'Expected the address under which its API is reached at /api, https://etos.example.org for instance; --cluster-api names what it speaks');
}
/** @returns what it answered instead, where this is not the place */
async function ping(url, path, { login, http, signal }) {
    try {
        const answer = await http.request({
            method: 'GET',
            url: url + path,
            headers: login.headers,
            limit,
            retry: { within, pause: 500, statuses: [500] },
            sayWhenSlow: true,
            signal,
        });
        answer.body.destroy();
        const { status } = answer;
        if (status === 401 || status === 403)
            throw deployment_noEntry(url, status);
        if (status >= 500)
            throw new NotCarriedOut(`the ETOS deployment at ${url} answers ${status} ${answer.reason}`.trimEnd(), 'See the logs of its API, or try again later');
        return status < 300 ? undefined : `${status} ${answer.reason}`.trimEnd();
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof NoAnswer))
            throw error;
        throw new NotCarriedOut(`the ETOS deployment at ${url} does not answer: ${messageOf(error)}`, 'Is the address right, and can this machine reach it?', {
            cause: error,
        });
    }
}
/** The login for an address that a deployment names: for its own alone. */
function loginFor(address, { url, login }) {
    return URL.canParse(String(address)) && new URL(address).origin === new URL(url).origin ? login.headers : {};
}
/** @param said what the answer says, if anything */
function deployment_noEntry(url, status, said = '') {
    return new InvalidInput(`the ETOS deployment at ${url} lets nobody in: ${status}${detailIn(said) === undefined ? '' : ` ${detailIn(said)}`}`, 'Set ETOS_CLUSTER_TOKEN, or ETOS_CLUSTER_USERNAME and ETOS_CLUSTER_PASSWORD');
}

;// CONCATENATED MODULE: ./src/remote/start.js






const paths = { v0: '/api/etos', v1alpha: '/api/v1alpha/testrun', '2021': '/etos' };
/** Where a generation starts runs, and below it aborts them (etos.md 2.1). */
function pathOf(generation) {
    return paths[generation];
}
/** Milliseconds for the answer: the API downloads the collection, waits up to 30 s for the artifact and looks for images before it answers (etos.md 2.3). */
const patience = { v0: 180_000, v1alpha: 180_000, '2021': 600_000 };
/** Milliseconds in which a connection is tried for again, and between the tries. */
const [start_within, pause] = [15_500, 1_000];
/**
 * Asks a deployment for a run (etos.md 1.2). It is asked once: whether a request took effect whose answer was lost nobody can tell, so only what never
 * left is sent again.
 * @throws {InvalidInput} the deployment refuses what it was given; {NotCarriedOut} it could not start it, or does not answer
 */
async function startTestrun(deployment, request, { http, clock, signal }) {
    const { url, generation, login } = deployment;
    const answer = await untilItLeft(() => http.request({
        method: 'POST',
        url: url + pathOf(generation),
        headers: { ...login.headers, 'content-type': 'application/json', accept: 'application/json', baggage: baggageOf(request) },
        body: JSON.stringify(bodyOf(request, generation)),
        redirects: false,
        once: true,
        limit: patience[generation],
        sayWhenSlow: true,
        signal,
    }), { clock, signal }).catch((error) => {
        signal.throwIfAborted();
        if (!(error instanceof NoAnswer))
            throw error;
        const unsure = neverLeft(error) ? '' : '; whether it has started the run is not known';
        throw new NotCarriedOut(`the ETOS deployment at ${url} gave no answer to the request for a run: ${messageOf(error)}${unsure}`, 'See what runs there before you try again', {
            cause: error,
        });
    });
    const text = await answer.text(mebibyte);
    if (answer.status < 200 || answer.status > 299)
        throw refused(deployment, answer, text);
    return testrunIn(text, url);
}
const mebibyte = (/* unused pure expression or super */ null && (1024 * 1024));
async function untilItLeft(send, { clock, signal }) {
    for (const until = clock.now() + start_within;; await clock.sleep(pause, signal)) {
        try {
            return await send();
        }
        catch (error) {
            const hopeless = !(error instanceof NoAnswer) || error.lasting || !neverLeft(error);
            if (hopeless || signal.aborted || clock.now() + pause > until)
                throw error;
        }
    }
}
/** Every key that the generation's own client sends, in its order (etos.md 1.2): the API wants some of them even where they say nothing. */
function bodyOf(request, generation) {
    const { item, collection, dataset, executionSpaceProvider, iutProvider, logAreaProvider, parentActivity, timeout } = request;
    if (generation === '2021')
        return {
            dataset,
            iut_provider: iutProvider,
            execution_space_provider: executionSpaceProvider,
            log_area_provider: logAreaProvider,
            test_suite_url: collection,
            ...('id' in item ? { artifact_id: item.id } : { artifact_identity: item.identity }),
        };
    // The operator has a default of its own, which is not necessarily called so.
    const provider = (name) => (generation === 'v1alpha' && name === 'default' ? null : name);
    return {
        artifact_id: 'id' in item ? item.id : null,
        artifact_identity: 'identity' in item ? item.identity : null,
        parent_activity: parentActivity ?? null,
        test_suite_url: collection,
        dataset,
        execution_space_provider: provider(executionSpaceProvider),
        iut_provider: provider(iutProvider),
        log_area_provider: provider(logAreaProvider),
        ...(generation === 'v1alpha' && { timeout: timeout === undefined ? null : Math.ceil(timeout / 1000) }),
    };
}
// W3C limits, beyond which the released client sends none.
const [mostBytes, mostMembers] = [8_192, 64];
function baggageOf({ baggage = '', parentActivity = 'None' }) {
    const own = [`correlation_id=${crypto.randomUUID()}`, `parent_activity=${parentActivity}`];
    const members = [
        ...baggage
            .split(',')
            .map((member) => member.trim())
            .filter((member) => /^[!-~]+(?: [!-~]+)*$/.test(member)),
        ...own,
    ];
    const text = members.join(',');
    return members.length > mostMembers || text.length > mostBytes ? own.join(',') : text;
}
function refused({ url, generation }, { status, reason, headers }, text) {
    const said = detailIn(text);
    const what = `${status} ${reason}`.trimEnd() + (said === undefined ? '' : `: ${said}`);
    if (status === 401 || status === 403)
        return noEntry(url, status, text);
    // As the framework says it, which knows no such route, or only others at it.
    if ((status === 404 || status === 405) && [undefined, 'Not Found', 'Method Not Allowed'].includes(said))
        return new InvalidInput(`the ETOS deployment at ${url} does not speak ${generation}: it has no ${pathOf(generation)}`, 'Try another --cluster-api');
    if (status >= 300 && status < 400 && typeof headers.location === 'string' && URL.canParse(headers.location, url))
        return new InvalidInput(`the ETOS deployment at ${url} sends the request for a run elsewhere: ${what}, to ${printUrl(new URL(headers.location, url))}`, 'Give --cluster the address of the deployment to which it leads');
    if (status >= 400 && status < 500)
        return new InvalidInput(`the ETOS deployment at ${url} refuses the run: ${what}`, said === undefined ? 'See the logs of its API' : 'Collection, identity, providers and dataset must be known to the deployment');
    return new NotCarriedOut(`the ETOS deployment at ${url} could not start the run: ${what}`, 'See the logs of its API, or try again later');
}
function testrunIn(text, url) {
    let answer = {};
    try {
        answer = JSON.parse(text) ?? {};
    }
    catch {
        // Said below.
    }
    const { tercc: id, event_repository: repository } = answer;
    if (typeof id !== 'string' || !isUuid(id))
        throw new NotCarriedOut(`the ETOS deployment at ${url} does not say which run it has started: ${JSON.stringify(text.slice(0, 200))}`, 'Is that the address of an ETOS API? A run may have been started there: it can be seen in its logs');
    return { id, eventRepository: typeof repository === 'string' && /^https?:\/\//i.test(repository) ? repository : undefined };
}
/** Ids of others become parts of addresses and of questions: nothing but a UUID does. */
function isUuid(text) {
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

;// CONCATENATED MODULE: ./src/remote/abort.js



/** Milliseconds of one try, and between tries. */
const [abort_limit, abort_pause] = [10_000, 300];
/**
 * Ends a run of a deployment (etos.md 2.1). One that the deployment does not know is asked for again until the signal fires: for some seconds after its
 * start there is nothing that could be ended.
 * @param over fires when the run is seen to be over, which ends the wait
 */
async function abortTestrun({ url, generation, login }, id, { http, clock, signal, over }) {
    if (generation === '2021')
        return { state: 'impossible' };
    let last = { state: 'refused', reason: 'it was not asked in time' };
    const stop = over ? AbortSignal.any([signal, over]) : signal;
    while (!stop.aborted) {
        try {
            const answer = await http.request({
                method: 'DELETE',
                url: `${url}${pathOf(generation)}/${id}`,
                headers: { ...login.headers, accept: 'application/json' },
                limit: abort_limit,
                signal: stop,
            });
            const text = await answer.text(64 * 1024);
            if (answer.status < 300)
                return { state: 'confirmed' };
            const said = detail_detailIn(text);
            last =
                answer.status === 404
                    ? { state: 'unknown' }
                    : { state: 'refused', reason: `${answer.status} ${answer.reason}`.trimEnd() + (said === undefined ? '' : `: ${said}`) };
            if (answer.status < 500 && answer.status !== 404 && answer.status !== 429)
                return last;
        }
        catch (error) {
            if (stop.aborted)
                break;
            last = { state: 'refused', reason: (0,errors/* messageOf */.bD)(error) };
        }
        await clock.sleep(abort_pause, stop).catch(() => undefined);
    }
    return last;
}

;// CONCATENATED MODULE: ./src/remote/generation.js
/** How a deployment is spoken to (etos.md 0). `v0` and `v1alpha` are served side by side by today's; `2021` is what was before them (G1). */
const generations = ['v0', 'v1alpha', '2021'];

;// CONCATENATED MODULE: ./src/remote/login.js

/**
 * ETOS knows no logins, the proxies before it do: a user's name and password, or a token, from the variables of the process. They are sent to the
 * deployment's own address alone.
 * @throws {InvalidInput} both are given, or half of one
 */
function loginFrom({ ETOS_CLUSTER_TOKEN: token, ETOS_CLUSTER_USERNAME: username, ETOS_CLUSTER_PASSWORD: password, }) {
    if (token && (username || password))
        throw new errors/* InvalidInput */.o9('ETOS_CLUSTER_TOKEN is set, and ETOS_CLUSTER_USERNAME or ETOS_CLUSTER_PASSWORD, too', 'Set the token, or name and password');
    if (Boolean(username) !== Boolean(password))
        throw new errors/* InvalidInput */.o9(`${username ? 'ETOS_CLUSTER_PASSWORD' : 'ETOS_CLUSTER_USERNAME'} is not set, though ${username ? 'ETOS_CLUSTER_USERNAME' : 'ETOS_CLUSTER_PASSWORD'} is`, 'A deployment behind a login needs both');
    if (token)
        return { headers: { authorization: `Bearer ${token}` }, secrets: [token] };
    if (!username || !password)
        return { headers: {}, secrets: [] };
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return { headers: { authorization: `Basic ${basic}` }, secrets: [password, basic] };
}

;// CONCATENATED MODULE: ./src/remote/event-repository.js
/** Events in one answer. */
const page = 500;
const event_repository_limit = 30_000;
const largest = 64 * 1024 * 1024;
/** Answers to one question: no run has more events, and a repository that begins again and again must not be followed for ever. */
const mostPages = 200;
/**
 * Events in the order of their times, oldest first. The questions have the form in which the released services ask them (etos.md 9.6).
 * @throws {Error} the repository does not answer, or refuses the question; the signal's reason
 */
async function findEvents(repository, search, asking) {
    const found = new Map();
    let before;
    for (let pages = 1;; pages++) {
        const events = await ask(repository, search, before, asking);
        const known = found.size;
        for (const event of events)
            found.set(event.meta.id, event);
        if (events.length < page || found.size === known)
            break;
        if (pages === mostPages)
            throw new Error(`the event repository has more than ${page * mostPages} events for ${search.root}`);
        // Those of the same millisecond come again, so that none is left out (eiffel.md 8.4).
        before = Math.min(...events.map(({ meta }) => meta.time));
    }
    return [...found.values()].sort((a, b) => a.meta.time - b.meta.time);
}
async function ask(repository, { root, link, target, fields }, before, { http, headers, signal }) {
    const filter = `{'links.type': '${link}', 'links.target': '${target}'${before === undefined ? '' : `, 'meta.time': {'$lte': ${before}}`}}`;
    const query = `{ ${root}(last: ${page}, search: "${filter}") { edges { node { ${fields} meta { id time } } } } }`;
    const answer = await http.request({
        method: 'POST',
        url: repository,
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query }),
        limit: event_repository_limit,
        signal,
    });
    const text = await answer.text(largest);
    const said = saidIn(text);
    const problem = listIn(said?.errors)
        .map(({ message }) => (typeof message === 'string' ? message : 'no reason'))
        .join('; ');
    if (problem !== '')
        throw new Error(`the event repository refuses a question for ${root}: ${problem}`);
    const edges = said?.data?.[root]?.edges;
    if (!Array.isArray(edges))
        throw new Error(`the event repository answers ${answer.status} ${answer.reason}: ${text.slice(0, 80).replace(/\s+/g, ' ')}`);
    return listIn(edges).flatMap((edge) => {
        const node = objectIn(edge.node);
        const { id, time } = objectIn(node.meta);
        return typeof id === 'string' ? [{ meta: { id, time: timeIn(time) }, data: objectIn(node.data), links: listIn(node.links) }] : [];
    });
}
function listIn(value) {
    return Array.isArray(value) ? value.map(objectIn) : [];
}
function objectIn(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
/** Milliseconds since 1970. What is no time that a date can have is its beginning. */
function timeIn(value) {
    return Number.isNaN(new Date(Number(value)).getTime()) ? 0 : Math.trunc(Number(value));
}
function saidIn(text) {
    try {
        return JSON.parse(text) ?? undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/documents/outcome.js
var outcome = __webpack_require__(2728);
;// CONCATENATED MODULE: ./src/remote/outcome.js

/**
 * An outcome as a deployment tells it. The operator writes `Passed`, `TimedOut` and `None` where events have `PASSED`, `TIMED_OUT` and nothing (etos.md
 * 1.5); what is neither is INCONCLUSIVE, and so is a verdict PASSED of what could not be carried out.
 */
function outcomeIn(value) {
    const word = (name) => bare(typeof value[name] === 'string' ? value[name] : '');
    const conclusion = outcome/* conclusions */.f.find((one) => bare(one) === word('conclusion')) ?? 'INCONCLUSIVE';
    const verdict = outcome/* verdicts */.r.find((one) => bare(one) === word('verdict')) ?? 'INCONCLUSIVE';
    const description = typeof value.description === 'string' ? value.description : '';
    return { verdict: verdict === 'PASSED' && conclusion !== 'SUCCESSFUL' ? 'INCONCLUSIVE' : verdict, conclusion, description };
}
function bare(word) {
    return word.toUpperCase().replace(/[^A-Z]/g, '');
}

;// CONCATENATED MODULE: ./src/remote/watch.js





/** Sub suites that are asked for at once. */
const atOnce = 8;
const startFields = 'data { name testSuiteCategories { type } }';
const finishFields = 'data { testSuiteOutcome { verdict conclusion description } testSuitePersistentLogs { name uri } }';
const caseLink = 'links { ... on TestCaseExecution { testCaseTriggered { meta { id } } } }';
/** A run of a deployment as the events in its repository tell, put together by one look after the other: sights for the faces, suites for the results. */
class Watch {
    repository;
    testrun;
    watching;
    suites = [];
    end;
    activity;
    /** Repositories of old may not know every field of test cases; a run can be followed without. */
    withCases = true;
    constructor(repository, testrun, watching) {
        this.repository = repository;
        this.testrun = testrun;
        this.watching = watching;
    }
    /** Asks for what is new (etos.md 1.3, eiffel.md 8.6). @throws {Error} the repository gives no answer; the signal's reason */
    async look(signal) {
        const { http, deployment } = this.watching;
        const headers = loginFor(this.repository, deployment);
        const find = (root, link, target, fields) => findEvents(this.repository, { root, link, target, fields }, { http, headers, signal });
        this.activity ??= (await find('activityTriggered', 'CAUSE', this.testrun, '')).map(({ meta }) => meta.id).find(isUuid);
        const { activity } = this;
        if (activity === undefined)
            return;
        // Asked before everything else: what the run told before its end is then seen in this same look.
        const [finished, canceled] = await Promise.all([
            find('activityFinished', 'ACTIVITY_EXECUTION', activity, 'data { activityOutcome { conclusion description } }'),
            find('activityCanceled', 'ACTIVITY_EXECUTION', activity, 'data { reason }'),
        ]);
        const starts = await find('testSuiteStarted', 'CONTEXT', activity, startFields);
        for (const { meta, data } of starts)
            if (!isSubSuite(data) && isUuid(meta.id) && !this.suites.some(({ id }) => id === meta.id)) {
                const suite = { id: meta.id, name: nameIn(data), started: meta.time, logs: [], subSuites: [] };
                this.suites.push(suite);
                this.watching.onSight({ kind: 'suite started', suite: suite.name });
            }
        // Test runners of 2021 do not say which suite they belong to; there is one (etos.md 4.2).
        const [only, another] = this.suites;
        if (only && !another)
            this.begin(only, starts);
        for (const suite of this.suites) {
            if (suite.outcome === undefined || suite.subSuites.some(({ outcome }) => outcome === undefined))
                await this.lookInto(suite, find);
        }
        const reason = canceled[0]?.data.reason;
        if (canceled.length > 0)
            this.end = { state: 'canceled', reason: typeof reason === 'string' ? reason : 'It gave no reason' };
        else if (finished[0])
            this.end = { state: 'finished', outcome: outcomeIn(watch_objectIn(finished[0].data.activityOutcome)) };
    }
    /** Whether every suite that was seen has told how it ended. */
    isComplete() {
        return this.suites.every(({ outcome, subSuites }) => outcome !== undefined && subSuites.every((one) => one.outcome !== undefined));
    }
    async lookInto(suite, find) {
        const [starts, [end]] = await Promise.all([
            find('testSuiteStarted', 'CAUSE', suite.id, startFields),
            suite.outcome === undefined ? find('testSuiteFinished', 'TEST_SUITE_EXECUTION', suite.id, finishFields) : [],
        ]);
        this.begin(suite, starts);
        const open = suite.subSuites.filter(({ outcome }) => outcome === undefined);
        for (let n = 0; n < open.length; n += atOnce)
            await Promise.all(open.slice(n, n + atOnce).map(async (subSuite) => {
                const [finish] = await find('testSuiteFinished', 'TEST_SUITE_EXECUTION', subSuite.id, finishFields);
                await this.lookIntoCases(subSuite, find);
                if (!finish)
                    return;
                const outcome = finishedBy(subSuite, finish);
                this.watching.onSight({ kind: 'sub suite finished', subSuite: subSuite.name, outcome });
            }));
        if (end)
            this.watching.onSight({ kind: 'suite finished', suite: suite.name, outcome: finishedBy(suite, end) });
    }
    /** Takes the starts of sub suites into account. */
    begin(suite, starts) {
        for (const { meta, data } of starts) {
            if (!isSubSuite(data) || !isUuid(meta.id) || suite.subSuites.some(({ id }) => id === meta.id))
                continue;
            const subSuite = { id: meta.id, name: nameIn(data), started: meta.time, logs: [], cases: [] };
            suite.subSuites.push(subSuite);
            this.watching.onSight({ kind: 'sub suite started', suite: suite.name, subSuite: subSuite.name });
        }
    }
    async lookIntoCases(subSuite, find) {
        if (!this.withCases)
            return;
        const caseFields = 'data { recipeId testCase { id tracker version uri } }';
        const outcomeFields = `data { testCaseOutcome { verdict conclusion description } testCasePersistentLogs { name uri } } ${caseLink}`;
        try {
            // Ends before beginnings: of what has ended the beginning is then there, too.
            const finishes = await find('testCaseFinished', 'CONTEXT', subSuite.id, outcomeFields);
            const starts = await find('testCaseStarted', 'CONTEXT', subSuite.id, caseLink);
            const known = new Map(subSuite.cases.map((one) => [one.id, one]));
            for (const { meta, data } of await find('testCaseTriggered', 'CONTEXT', subSuite.id, caseFields)) {
                if (known.has(meta.id))
                    continue;
                const one = { id: meta.id, testCase: testCaseIn(data.testCase), recipe: textIn(data.recipeId), logs: [] };
                known.set(meta.id, one);
                subSuite.cases.push(one);
            }
            for (const event of starts) {
                const one = known.get(caseOf(event));
                if (!one || one.started !== undefined)
                    continue;
                one.started = event.meta.time;
                this.watching.onSight({ kind: 'recipe started', subSuite: subSuite.name, testCase: one.testCase.id });
            }
            for (const event of finishes) {
                const one = known.get(caseOf(event));
                if (!one || one.outcome)
                    continue;
                const outcome = outcomeIn(watch_objectIn(event.data.testCaseOutcome));
                Object.assign(one, { finished: event.meta.time, outcome, logs: logsIn(event.data.testCasePersistentLogs) });
                const duration = event.meta.time - (one.started ?? event.meta.time);
                this.watching.onSight({ kind: 'recipe finished', subSuite: subSuite.name, testCase: one.testCase.id, outcome, duration });
            }
        }
        catch (error) {
            if (!(0,errors/* messageOf */.bD)(error).includes('refuses a question'))
                throw error;
            this.withCases = false;
            this.watching.log.warning('test cases are not shown', { reason: (0,errors/* messageOf */.bD)(error) });
        }
    }
}
function finishedBy(part, { meta, data }) {
    part.finished = meta.time;
    part.logs = logsIn(data.testSuitePersistentLogs);
    return (part.outcome = outcomeIn(watch_objectIn(data.testSuiteOutcome)));
}
/** Sub suites and suites may have one context: the category is what separates them (eiffel.md 3.8). */
function isSubSuite({ testSuiteCategories: categories }) {
    return Array.isArray(categories) && categories.some((category) => /sub suite/i.test(String(watch_objectIn(category).type)));
}
function caseOf({ links }) {
    const ids = links.map((link) => watch_objectIn(watch_objectIn(link.testCaseTriggered).meta).id);
    return String(ids.find((id) => typeof id === 'string'));
}
function testCaseIn(value) {
    const { id, tracker, uri, version } = watch_objectIn(value);
    const [from, at, of] = [textIn(tracker), textIn(uri), textIn(version)];
    return {
        id: textIn(id) ?? 'unnamed test case',
        ...(from !== undefined && { tracker: from }),
        ...(at !== undefined && { uri: at }),
        ...(of !== undefined && { version: of }),
    };
}
function logsIn(value) {
    return (Array.isArray(value) ? value : []).flatMap((one) => {
        const { name, uri } = watch_objectIn(one);
        return typeof uri === 'string' ? [{ name: textIn(name) ?? '', uri }] : [];
    });
}
function nameIn({ name }) {
    return textIn(name) ?? 'unnamed';
}
function textIn(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function watch_objectIn(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./src/remote/fact.js




/** A run that a deployment was asked for, for the journal. The login comes from the variables again. */
function testrunFact({ url, generation }, { collection }, clock) {
    return { kind: 'testrun', cluster: url, generation, collection, asked: new Date(clock.now()).toISOString() };
}
/** Milliseconds for a deployment to confirm an end; one that knows no such run is asked again for as long. */
const fact_limit = 10_000;
/** Milliseconds after which a run is over in any case: a day, as everybody who waits for one waits (etos.md 1.3). */
const longest = 86_400_000;
/**
 * Ends what a dead run had begun in a deployment, from its journal entry.
 * @returns a line for people @throws when the run may go on {Unendable} when that will never change
 */
async function endTestrun(fact, { environment, http, clock, log, signal, }) {
    const [url, id] = [String(fact.cluster), fact.id];
    if (typeof id !== 'string')
        throw new Unendable(`${url} was asked for a run of ${String(fact.collection)} at ${String(fact.asked)}, and its answer was lost: see there whether it runs`);
    const generation = generations.find((one) => one === fact.generation) ?? 'v0';
    const login = loginFrom(environment);
    login.secrets.forEach((secret) => log.secret(secret));
    const late = AbortSignal.any([signal, clock.deadline(fact_limit, new Error(`the deployment did not confirm it within ${fact_limit / 1000} s`))]);
    const watch = typeof fact.eventRepository === 'string'
        ? new Watch(fact.eventRepository, id, { deployment: { url, login }, http, log, onSight: () => undefined })
        : undefined;
    const seen = await watch?.look(late).then(() => true, () => false);
    if (watch?.end)
        return `testrun ${id} in ${url} was over`;
    const aborted = await abortTestrun({ url, generation, login }, id, { http, clock, signal: late });
    signal.throwIfAborted();
    if (aborted.state === 'confirmed')
        return `ended testrun ${id} in ${url}`;
    if (aborted.state === 'impossible')
        throw new Unendable(`testrun ${id} may go on in ${url}: a deployment of ${generation} cannot end it`);
    if (aborted.state === 'refused')
        throw new Error(`testrun ${id} in ${url}: ${aborted.reason}`);
    if (seen && clock.now() - Date.parse(String(fact.asked)) < longest)
        throw new Error(`testrun ${id} in ${url}: the deployment knows no such run to end, and its events do not say that it is over`);
    return `testrun ${id} is not known any more in ${url}`;
}
/** A run may go on, and asking again would not end it. */
class Unendable extends Error {
    name = 'Unendable';
}


/***/ })

};
