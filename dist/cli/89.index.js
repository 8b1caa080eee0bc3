export const id = 89;
export const ids = [89];
export const modules = {

/***/ 7214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lineOf),
/* harmony export */   v: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6726);

/** The line that says a step, or nothing when it is not worth one. */
function lineOf(step, telling, { output }) {
    const all = telling === 'everything';
    switch (step.kind) {
        case 'run':
            return `Run ${step.id} of ${step.identity}: ${amount(step.suites, 'suite')}, ${amount(step.recipes, 'recipe')}`;
        case 'execution space':
            return `Execution space: ${step.text}`;
        case 'suite started':
            return all ? `${step.suite}: started, ${amount(step.recipes, 'recipe')}` : undefined;
        case 'sub suite waiting':
            return all ? `${step.subSuite}: waiting for ${step.on}, ${amount(step.recipes, 'recipe')}` : undefined;
        case 'sub suite started':
            return all ? `${step.subSuite}: started` : undefined;
        case 'recipe started':
            return all ? `${step.subSuite}: ${step.testCase} ...` : undefined;
        case 'recipe finished':
            return all || step.outcome.verdict !== 'PASSED'
                ? `${step.subSuite}: ${step.testCase} ${verdict(step.outcome)} in ${(0,_host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .inWords */ .r)(step.duration)}${why(step.outcome)}`
                : undefined;
        case 'sub suite finished':
            return `${step.subSuite}: ${verdict(step.outcome)}${why(step.outcome)}`;
        case 'suite finished':
            return `${step.suite}: ${verdict(step.outcome)}: ${step.outcome.description}`;
        case 'output':
            return output ? `${step.subSuite} | ${step.line}` : undefined;
        case 'note':
            return step.warning ? `warning: ${step.text}` : step.text;
    }
}
function amount(n, what) {
    return `${n} ${what}${n === 1 ? '' : 's'}`;
}
function verdict({ verdict: word }) {
    return word;
}
function why({ verdict: word, description }) {
    return word === 'PASSED' || description === '' ? '' : `: ${description}`;
}


/***/ }),

/***/ 2616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ engineFrom)
});

// UNUSED EXPORTS: createEngine

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
;// CONCATENATED MODULE: ./src/docker/address.js




const defaultSocket = '/var/run/docker.sock';
/**
 * Finds the engine as the docker CLI does (delegation.md 8): `DOCKER_HOST`, `DOCKER_CONTEXT`, the current context, the default socket; after
 * these Podman's sockets.
 * @throws {InvalidInput} for `ssh://`, a malformed address, a context that is not there
 */
function engineAddress(variables) {
    const host = variables['DOCKER_HOST'];
    if (host !== undefined && host !== '')
        return parseAddress(host, 'DOCKER_HOST', tlsFrom(variables));
    const context = variables['DOCKER_CONTEXT'] || currentContext(variables);
    if (context !== undefined && context !== '' && context !== 'default')
        return contextAddress(context, variables);
    return socket(firstThatExists([defaultSocket, ...podmanSockets(variables)]) ?? defaultSocket);
}
/** The variables that lead another process to the same engine: all that a watchdog's environment needs. */
function variablesFor(address) {
    if (address.kind === 'socket' || address.tls === undefined)
        return { DOCKER_HOST: address.url };
    const { directory, verify } = address.tls;
    return { DOCKER_HOST: address.url, DOCKER_CERT_PATH: directory, ...(verify ? { DOCKER_TLS_VERIFY: '1' } : { DOCKER_TLS: '1' }) };
}
/** The folder of the docker CLI's settings: `DOCKER_CONFIG` or `~/.docker`. */
function dockerConfigDirectory(variables) {
    return variables['DOCKER_CONFIG'] || (0,external_node_path_.join)(variables['HOME'] || (0,external_node_os_.homedir)(), '.docker');
}
/** The docker CLI's `config.json`; one that is not there, or that is no JSON object, is empty: the CLI's own messages are about it. */
function dockerConfig(variables) {
    try {
        const config = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(dockerConfigDirectory(variables), 'config.json'), 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch {
        return {};
    }
}
function parseAddress(text, source, tls) {
    const hint = 'Use unix:///path/to/docker.sock or tcp://host:port';
    if (/^ssh:/i.test(text))
        throw new errors/* InvalidInput */.o9(`${source}: ssh:// is not supported`, 'Forward the socket, ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock user@host, and use unix:///tmp/engine.sock');
    const path = /^unix:\/\/(\/.+)$/i.exec(text)?.[1] ?? (text.startsWith('/') ? text : undefined);
    if (path !== undefined)
        return socket(path);
    const tcp = /^(?:tcp|https?):\/\/(\[[0-9A-Fa-f:]+\]|[^/:@]+)(?::(\d{1,5}))?\/?$/i.exec(text);
    if (!tcp)
        throw new errors/* InvalidInput */.o9(`${source} is no address of an engine`, hint);
    const host = tcp[1] ?? '';
    const secure = tls ?? (/^https:/i.test(text) ? { directory: '', verify: true } : undefined);
    const port = Number(tcp[2] ?? (secure ? 2376 : 2375));
    return { kind: 'tcp', url: `tcp://${host}:${port}`, host: host.replace(/^\[|\]$/g, ''), port, ...(secure && { tls: secure }) };
}
function socket(path) {
    return { kind: 'socket', url: `unix://${path}`, path };
}
function tlsFrom(variables) {
    const verify = Boolean(variables['DOCKER_TLS_VERIFY']);
    const directory = variables['DOCKER_CERT_PATH'];
    if (!verify && !variables['DOCKER_TLS'] && !directory)
        return undefined;
    return { directory: directory || dockerConfigDirectory(variables), verify };
}
function currentContext(variables) {
    const name = dockerConfig(variables)['currentContext'];
    return typeof name === 'string' ? name : undefined;
}
/** A context's folder is named by the SHA-256 of its name. */
function contextAddress(name, variables) {
    // Loaded here alone: it takes 2 ms of a start.
    const folder = process.getBuiltinModule('node:crypto').createHash('sha256').update(name).digest('hex');
    const contexts = (0,external_node_path_.join)(dockerConfigDirectory(variables), 'contexts');
    let endpoint;
    try {
        const meta = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(contexts, 'meta', folder, 'meta.json'), 'utf8'));
        endpoint = meta.Endpoints?.['docker'];
    }
    catch {
        // Told below, with what to do.
    }
    if (typeof endpoint?.Host !== 'string')
        throw new errors/* InvalidInput */.o9(`docker context "${name}" is not there or names no engine`, 'See docker context ls, or set DOCKER_HOST');
    const directory = (0,external_node_path_.join)(contexts, 'tls', folder, 'docker');
    const tls = (0,external_node_fs_.existsSync)(directory) ? { directory, verify: endpoint.SkipTLSVerify !== true } : undefined;
    return parseAddress(endpoint.Host, `docker context "${name}"`, tls);
}
function podmanSockets(variables) {
    const runtime = variables['XDG_RUNTIME_DIR'];
    return ['/run/podman/podman.sock', ...(runtime ? [(0,external_node_path_.join)(runtime, 'podman/podman.sock')] : [])];
}
function firstThatExists(paths) {
    return paths.find((path) => (0,external_node_fs_.existsSync)(path));
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/docker/connection.js




/** The engine answered that it will not or cannot. `status` is the answer's; `message` is the engine's own sentence. */
class EngineRefused extends Error {
    status;
    name = 'EngineRefused';
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
/** No answer came: nobody listens, the connection was lost, or the time was over. The message names the address. */
class EngineAway extends Error {
    at;
    name = 'EngineAway';
    constructor(message, 
    /** `connect`: the request has not left this process, so nothing can have come of it. */
    at, options) {
        super(message, options);
        this.at = at;
    }
}
/**
 * Ways to an engine. A connection is made for each request: on a socket of the same machine that costs 0.1 ms, and a request never meets a
 * connection that died while it lay idle.
 */
function connectionTo(address) {
    const target = targetOf(address);
    // Most engines are on a socket: TLS is loaded where it is spoken.
    const requesting = 'rejectUnauthorized' in target ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)).then(({ request }) => request) : external_node_http_.request;
    return async ({ method, path, headers, body, limit, signal }) => {
        const request = await requesting;
        return await new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(reasonOf(signal));
            const away = (at, what, cause) => new EngineAway(`the engine at ${address.url} ${what}`, at, cause === undefined ? undefined : { cause });
            const outgoing = request({ ...target, method, path, agent: false, headers: { Host: 'docker', ...lengthOf(body), ...headers } });
            let connected = false;
            const timer = setTimeout(() => outgoing.destroy(away('late', `has not answered for ${limit / 1000} s`)), limit);
            const onAbort = () => void outgoing.destroy(reasonOf(signal));
            signal?.addEventListener('abort', onAbort, { once: true });
            const settle = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', onAbort);
            };
            outgoing.once('socket', (socket) => {
                socket.setKeepAlive(true, 15_000);
                socket.once('connect', () => (connected = true));
            });
            outgoing.once('response', (answer) => {
                settle();
                // An answer that outlives the limit still ends with the signal.
                const onLate = () => void answer.destroy(reasonOf(signal));
                signal?.addEventListener('abort', onLate, { once: true });
                answer.once('close', () => signal?.removeEventListener('abort', onLate));
                resolve(answer);
            });
            outgoing.on('error', (error) => {
                settle();
                if (error instanceof EngineAway || error === signal?.reason)
                    return reject(error);
                reject(connected
                    ? away('answer', `broke the connection: ${(0,errors/* messageOf */.bD)(error)}`, error)
                    : away('connect', `cannot be reached: ${(0,errors/* messageOf */.bD)(error)}`, error));
            });
            if (body === undefined || typeof body === 'string' || body instanceof Uint8Array)
                return outgoing.end(body);
            body.once('error', (error) => outgoing.destroy(error));
            body.pipe(outgoing);
        });
    };
}
/** The whole body of a short answer. @throws {EngineAway} when it stops before its end or takes longer than `limit` milliseconds */
function bodyOf(answer, limit) {
    return new Promise((resolve, reject) => {
        const pieces = [];
        const late = setTimeout(() => answer.destroy(new EngineAway(`the engine's answer stopped for ${limit / 1000} s`, 'late')), limit);
        const settle = () => clearTimeout(late);
        answer.on('data', (piece) => pieces.push(piece));
        answer.once('end', () => {
            settle();
            resolve(Buffer.concat(pieces).toString('utf8'));
        });
        answer.once('error', (error) => {
            settle();
            reject(error instanceof EngineAway
                ? error
                : new EngineAway(`the engine broke the connection: ${(0,errors/* messageOf */.bD)(error)}`, 'answer', { cause: error }));
        });
    });
}
function targetOf(address) {
    if (address.kind === 'socket')
        return { socketPath: address.path };
    const { host, port, tls } = address;
    if (!tls)
        return { host, port };
    const read = (name) => {
        try {
            return tls.directory === '' ? undefined : (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(tls.directory, name));
        }
        catch {
            return undefined; // A folder may hold a CA alone.
        }
    };
    const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map(read);
    return { host, port, rejectUnauthorized: tls.verify, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}
function lengthOf(body) {
    if (body === undefined)
        return { 'Content-Length': '0' };
    if (typeof body === 'string' || body instanceof Uint8Array)
        return { 'Content-Length': String(Buffer.byteLength(body)) };
    return { 'Transfer-Encoding': 'chunked' };
}
function reasonOf(signal) {
    const reason = signal?.reason;
    return reason instanceof Error ? reason : new Error(String(reason));
}

;// CONCATENATED MODULE: ./src/docker/output.js

/** An output over a stream of multiplexed frames (delegation.md 9), or of raw bytes, as a container with a TTY has. */
function outputOf(stream, framed) {
    return {
        close: () => void stream.destroy(),
        copy: (sink, { signal } = {}) => new Promise((resolve, reject) => {
            const take = framed ? demultiplexer(sink) : (chunk) => sink('stdout', chunk);
            const settle = (error) => {
                signal?.removeEventListener('abort', onAbort);
                stream.removeAllListeners('data');
                if (error === undefined)
                    return resolve();
                stream.destroy();
                reject(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error)));
            };
            const onAbort = () => settle(signal?.reason);
            let ended = false;
            let busy = false;
            stream.on('data', (chunk) => {
                let waits;
                try {
                    waits = take(chunk);
                }
                catch (error) {
                    return settle(error);
                }
                if (!waits)
                    return;
                busy = true;
                stream.pause();
                waits.then(() => {
                    busy = false;
                    if (ended)
                        settle();
                    else
                        stream.resume();
                }, settle);
            });
            const end = () => {
                ended = true;
                if (!busy)
                    settle();
            };
            stream.once('end', end);
            stream.once('close', end);
            stream.once('error', settle);
            signal?.addEventListener('abort', onAbort, { once: true });
            if (signal?.aborted)
                onAbort();
            else if (stream.destroyed)
                end();
        }),
    };
}
/**
 * Cuts a multiplexed stream into its pieces. A frame is one byte of stream number, three of padding, four of length, then the bytes; it may be
 * split anywhere, and many may come in one chunk, so this is a loop. What neighbouring frames of one stream hold is moved together within the
 * chunk: engines send frames of a few kB, and a write for each costs more than all the rest.
 */
function demultiplexer(sink) {
    const header = Buffer.alloc(8);
    let headerBytes = 0;
    let rest = 0;
    let stream = 'stdout';
    return (chunk) => {
        let waits;
        let [from, to] = [0, 0];
        let pending = stream;
        const hand = () => {
            if (to === from)
                return;
            const one = sink(pending, chunk.subarray(from, to));
            if (one)
                waits = waits ? Promise.all([waits, one]).then(() => undefined) : one;
            from = to;
        };
        for (let at = 0; at < chunk.length;) {
            if (rest === 0) {
                const taken = Math.min(8 - headerBytes, chunk.length - at);
                chunk.copy(header, headerBytes, at, at + taken);
                headerBytes += taken;
                at += taken;
                if (headerBytes < 8)
                    break;
                headerBytes = 0;
                // 0 is standard input, which the engine writes to standard output.
                stream = header[0] === 2 ? 'stderr' : 'stdout';
                rest = header.readUInt32BE(4);
                continue;
            }
            const length = Math.min(rest, chunk.length - at);
            if (stream !== pending || to === from) {
                hand();
                pending = stream;
                from = to = at;
            }
            if (to !== at)
                chunk.copyWithin(to, at, at + length);
            to += length;
            at += length;
            rest -= length;
        }
        hand();
        return waits;
    };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/docker/raw-stream.js




// As much as a socket between processes of one machine holds.
const readAtOnce = 256 * 1024;
const longestHead = 64 * 1024;
/**
 * Takes over the connection of an attach call for its output. Past Node's HTTP client, which allocates memory for every 64 kB: with
 * 200 MB of output the process grew to 100 MB. Here all of it goes through one piece of memory, and the process keeps to 60 MB. Not for TLS,
 * whose sockets cannot do that.
 * @param path of a POST, with version and query
 * @throws {EngineRefused}; {EngineAway}; the signal's reason
 */
function rawStream(address, path, { limit, signal }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const away = (at, what) => new EngineAway(`the engine at ${address.url} ${what}`, at);
        let take = head;
        const socket = (0,external_node_net_.connect)({
            ...(address.kind === 'socket' ? { path: address.path } : { host: address.host, port: address.port }),
            onread: {
                buffer: Buffer.allocUnsafe(readAtOnce),
                callback: (length, buffer) => take(Buffer.from(buffer.buffer, buffer.byteOffset, length)),
            },
        });
        let connected = false;
        let said = Buffer.alloc(0);
        const onAbort = () => fail(signal?.reason);
        const onError = (error) => fail(connected ? away('answer', `broke the connection: ${(0,errors/* messageOf */.bD)(error)}`) : away('connect', `cannot be reached: ${(0,errors/* messageOf */.bD)(error)}`));
        const onClose = () => fail(refusalIn(said.toString('latin1')) ?? away('answer', 'ended the connection without an answer'));
        const timer = setTimeout(() => fail(away('late', `has not answered for ${limit / 1000} s`)), limit);
        signal?.addEventListener('abort', onAbort, { once: true });
        socket.once('error', onError).once('close', onClose);
        socket.once('connect', () => {
            connected = true;
            socket.setKeepAlive(true, 15_000);
            socket.write(`POST ${path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n`);
        });
        function settle() {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            socket.off('error', onError).off('close', onClose);
        }
        function fail(error) {
            settle();
            socket.on('error', () => undefined).destroy();
            reject(error);
        }
        /** Reads the head of the answer; false stops the reading until somebody wants the rest. */
        function head(chunk) {
            said = Buffer.concat([said, chunk]);
            const end = said.indexOf('\r\n\r\n');
            // A refusal has a body: the engine closes the connection after it.
            if (end < 0 || !/^HTTP\/1\.[01] (?:101|200) /.test(said.toString('latin1', 0, 16))) {
                if (said.length > longestHead || refusalIn(said.toString('latin1')))
                    socket.destroy();
                return true;
            }
            settle();
            const early = said.subarray(end + 4);
            resolve(raw_stream_outputOf(socket, early, (next) => (take = next)));
            return false;
        }
    });
}
function raw_stream_outputOf(socket, early, onChunk) {
    // An end that nobody listens to yet must not end the program.
    let failure;
    socket.on('error', (error) => (failure = error));
    return {
        close: () => void socket.destroy(),
        copy: (sink, { signal } = {}) => new Promise((resolve, reject) => {
            const cut = demultiplexer(sink);
            let busy = false;
            let over = false;
            const settle = (error) => {
                signal?.removeEventListener('abort', onAbort);
                socket.destroy();
                if (error === undefined)
                    resolve();
                else
                    reject(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error)));
            };
            const onAbort = () => settle(signal?.reason);
            const onOver = () => {
                over = true;
                if (!busy)
                    settle(failure);
            };
            const take = (chunk) => {
                let waits;
                try {
                    waits = cut(chunk);
                }
                catch (error) {
                    settle(error);
                    return false;
                }
                if (!waits)
                    return true;
                busy = true;
                waits.then(() => {
                    busy = false;
                    if (over)
                        settle(failure);
                    else
                        socket.resume();
                }, settle);
                return false;
            };
            onChunk(take);
            signal?.addEventListener('abort', onAbort, { once: true });
            socket.once('end', onOver).once('close', onOver);
            if (signal?.aborted)
                onAbort();
            else if (take(Buffer.from(early))) {
                if (socket.destroyed)
                    onOver();
                else
                    socket.resume();
            }
        }),
    };
}
/** The engine's refusal, once all of it is there. */
function refusalIn(text) {
    const [, status, headers = '', body = ''] = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
    if (status === undefined || Number(status) < 400)
        return undefined;
    const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
    if (length !== undefined && body.length < Number(length))
        return undefined;
    const json = /\{.*\}/s.exec(body)?.[0];
    try {
        const { message } = JSON.parse(json ?? '');
        if (typeof message === 'string')
            return new EngineRefused(message, Number(status));
    }
    catch {
        // Not the engine's own words.
    }
    return json === undefined && length === undefined ? undefined : new EngineRefused(`status ${status}`, Number(status));
}

;// CONCATENATED MODULE: ./src/docker/engine.js
// The Docker Engine's API over its socket, without the docker CLI: containers, their output, execs, files, images. In: what the API wants, in
// its own spelling where a whole object goes through. Out: values, or one of two errors: the engine refused, or the engine is away. What a
// container is for, who may have it and when it goes does not belong here.




/** Milliseconds a call may take unless it says otherwise: a busy engine needs seconds, one that hangs must not hold anybody for ever. */
const usualLimit = 20_000;
// Above this nothing is known to this client; below the engine's own newest, the engine's counts (delegation.md 2.3).
const newestKnown = '1.47';
/** A client of the engine that these variables lead to. Nothing is sent yet. @throws {InvalidInput} */
function engineFrom(variables) {
    return createEngine(engineAddress(variables));
}
/** A client of the engine at this address. Nothing is sent yet. */
function createEngine(address) {
    const connection = connectionTo(address);
    let version;
    async function ping({ signal, limit = usualLimit } = {}) {
        const answer = await connection({ method: 'GET', path: '/_ping', limit, signal });
        const body = await bodyOf(answer, limit);
        if (answer.statusCode !== 200)
            throw refusal(answer, body);
        const offered = answer.headers['api-version'];
        version = lower(typeof offered === 'string' && /^\d+\.\d+$/.test(offered) ? offered : '1.24', newestKnown);
        return { apiVersion: version };
    }
    /** One call below the negotiated version; the caller reads the body. */
    async function open(call, limit) {
        if (version === undefined)
            await ping({ signal: call.signal, limit });
        const answer = await connection({ ...call, path: `/v${version}${call.path}`, limit });
        const status = answer.statusCode ?? 0;
        if (status < 400)
            return answer;
        throw refusal(answer, await bodyOf(answer, limit));
    }
    async function ask(method, path, { signal, limit = usualLimit } = {}, body) {
        const answer = await open({ method, path, signal, ...json(body) }, limit);
        const text = await bodyOf(answer, limit);
        return (text === '' ? undefined : JSON.parse(text));
    }
    async function output(call, limit) {
        const answer = await open(call, limit);
        // Engines of API 1.42 and later tell a TTY's raw bytes from frames; earlier ones say raw-stream of both, and we never ask for a TTY.
        return outputOf(answer, true);
    }
    return {
        address,
        ping,
        async createContainer(spec, { name, platform, ...options }) {
            const path = `/containers/create${query({ name, platform: atLeast(version, '1.41') ? platform : undefined })}`;
            const made = await ask('POST', path, options, spec);
            return { id: made.Id, warnings: made.Warnings ?? [] };
        },
        startContainer: (id, options) => ask('POST', `/containers/${encodeURIComponent(id)}/start`, options),
        async attachContainer(id, { signal, limit = usualLimit } = {}) {
            const path = `/containers/${encodeURIComponent(id)}/attach?stream=1&stdout=1&stderr=1`;
            if (address.kind === 'tcp' && address.tls)
                return await output({ method: 'POST', path, signal }, limit);
            if (version === undefined)
                await ping({ signal, limit });
            return await rawStream(address, `/v${version}${path}`, { limit, signal });
        },
        followLogs: (id, { signal, limit = usualLimit } = {}) => output({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/logs?follow=1&stdout=1&stderr=1`, signal }, limit),
        async waitForContainer(id, condition, { signal, limit = usualLimit } = {}) {
            const path = `/containers/${encodeURIComponent(id)}/wait?condition=${condition}`;
            const answer = await open({ method: 'POST', path, signal }, limit);
            const ended = bodyOf(answer, 2 ** 31 - 1).then((text) => {
                if (text.trim() === '')
                    throw new EngineAway(`the engine at ${address.url} ended the wait without an answer`, 'answer');
                const { StatusCode, Error } = JSON.parse(text);
                return { exitCode: StatusCode, error: Error?.Message ?? '' };
            });
            // Whoever asked may be looking elsewhere when it fails.
            ended.catch(() => undefined);
            return { ended };
        },
        stopContainer: (id, grace, { limit = usualLimit, ...options } = {}) => unless([304, 404], ask('POST', `/containers/${encodeURIComponent(id)}/stop?t=${Math.ceil(grace / 1000)}`, { limit: limit + grace, ...options })),
        killContainer: (id, signalName, options) => unless([404, 409], ask('POST', `/containers/${encodeURIComponent(id)}/kill${query({ signal: signalName })}`, options)),
        unpauseContainer: (id, options) => unless([404, 409, 500], ask('POST', `/containers/${encodeURIComponent(id)}/unpause`, options)),
        async removeContainer(id, options) {
            try {
                await ask('DELETE', `/containers/${encodeURIComponent(id)}?force=1&v=1`, options);
                return true;
            }
            catch (error) {
                if (!(error instanceof EngineRefused))
                    throw error;
                if (error.status === 404)
                    return true;
                if (error.status === 409)
                    return false; // Somebody else's removal is under way.
                throw error;
            }
        },
        async inspectContainer(id, options) {
            const found = await orUndefined(ask('GET', `/containers/${encodeURIComponent(id)}/json`, options));
            return found && containerState(found);
        },
        async listContainers(labels, options) {
            const path = `/containers/json${query({ all: '1', filters: JSON.stringify({ label: labels }) })}`;
            const found = await ask('GET', path, options);
            return found.map(({ Id, Names, State, Created, Labels }) => ({
                id: Id,
                names: (Names ?? []).map((name) => name.replace(/^\//, '')),
                status: State,
                createdAt: Created * 1000,
                labels: Labels ?? {},
            }));
        },
        getArchive: (id, path, { signal, limit = usualLimit } = {}) => open({ method: 'GET', path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`, signal }, limit),
        async putArchive(id, path, tar, { signal, limit = 2 ** 31 - 1 } = {}) {
            const headers = { 'Content-Type': 'application/x-tar' };
            const call = {
                method: 'PUT',
                path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`,
                headers,
                body: tar,
                signal,
            };
            const answer = await open(call, limit);
            await bodyOf(answer, limit);
        },
        async statPath(id, path, { signal, limit = usualLimit } = {}) {
            const call = { method: 'HEAD', path: `/containers/${encodeURIComponent(id)}/archive${query({ path })}`, signal };
            const answer = await orUndefined(open(call, limit));
            answer?.resume();
            const stat = answer?.headers['x-docker-container-path-stat'];
            if (typeof stat !== 'string')
                return undefined;
            const { name, size, mode, linkTarget } = JSON.parse(Buffer.from(stat, 'base64').toString('utf8'));
            return { name, size, mode, linkTarget };
        },
        async createExec(id, { command, environment, workingDirectory, user }, options) {
            const made = await ask('POST', `/containers/${encodeURIComponent(id)}/exec`, options, {
                AttachStdin: false,
                AttachStdout: true,
                AttachStderr: true,
                Tty: false,
                Cmd: command,
                Env: environment,
                WorkingDir: workingDirectory,
                User: user,
            });
            return made.Id;
        },
        startExec: (execId, { signal, limit = usualLimit } = {}) => output({ method: 'POST', path: `/exec/${encodeURIComponent(execId)}/start`, signal, ...json({ Detach: false, Tty: false }) }, limit),
        async inspectExec(execId, options) {
            const { Running, Pid, ExitCode } = await ask('GET', `/exec/${encodeURIComponent(execId)}/json`, options);
            return { running: Running, pid: Pid ?? 0, exitCode: Running ? undefined : (ExitCode ?? undefined) };
        },
        async pullImage(reference, { auth, platform, signal } = {}) {
            const path = `/images/create${query({ fromImage: reference, platform })}`;
            // A registry that hangs is ended by the caller's signal: no limit of ours can tell it from a slow one.
            const answer = await open({ method: 'POST', path, signal, headers: auth === undefined ? {} : { 'X-Registry-Auth': auth } }, 2 ** 31 - 1);
            await readPull(answer, address);
        },
        async inspectImage(reference, options) {
            const path = `/images/${reference.split('/').map(encodeURIComponent).join('/')}/json`;
            const found = await orUndefined(ask('GET', path, options));
            return found && { id: found.Id, digests: found.RepoDigests ?? [], stopSignal: found.Config?.StopSignal };
        },
    };
}
function containerState({ Id, Name, Image, State, Config }) {
    return {
        id: Id,
        name: Name.replace(/^\//, ''),
        status: State.Status,
        exitCode: State.ExitCode,
        oomKilled: State.OOMKilled,
        error: State.Error ?? '',
        startedAt: State.StartedAt,
        finishedAt: State.FinishedAt,
        imageId: Image,
        labels: Config.Labels ?? {},
        environment: Config.Env ?? [],
        workingDirectory: Config.WorkingDir ?? '',
        user: Config.User ?? '',
    };
}
/** The status of a pull is 200 even when it fails: errors are objects in the stream (delegation.md 7). */
function readPull(answer, address) {
    return new Promise((resolve, reject) => {
        let line = '';
        let failure;
        const take = (text) => {
            if (text.trim() === '')
                return;
            try {
                const { error, errorDetail } = JSON.parse(text);
                failure ??= errorDetail?.message ?? error;
            }
            catch {
                failure ??= 'the engine answered something that is not JSON';
            }
        };
        answer.setEncoding('utf8');
        answer.on('data', (text) => {
            const lines = (line + text).split('\n');
            line = lines.pop() ?? '';
            lines.forEach(take);
        });
        answer.once('end', () => {
            take(line);
            if (failure === undefined)
                resolve();
            else
                reject(new EngineRefused(failure, 0));
        });
        answer.once('error', (error) => {
            if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET')
                reject(new EngineAway(`the engine at ${address.url} broke the connection during the pull`, 'answer', { cause: error }));
            else
                reject(error);
        });
    });
}
function refusal(answer, body) {
    const status = answer.statusCode ?? 0;
    try {
        const { message, cause } = JSON.parse(body);
        if (typeof message === 'string')
            return new EngineRefused(message, status);
        if (typeof cause === 'string')
            return new EngineRefused(cause, status);
    }
    catch {
        // An answer to HEAD has no body, and something in between may answer a page of its own.
    }
    return new EngineRefused(`${status} ${answer.statusMessage ?? ''}`.trim(), status);
}
async function unless(statuses, call) {
    try {
        await call;
    }
    catch (error) {
        if (!(error instanceof EngineRefused) || !statuses.includes(error.status))
            throw error;
    }
}
async function orUndefined(call) {
    try {
        return await call;
    }
    catch (error) {
        if (error instanceof EngineRefused && error.status === 404)
            return undefined;
        throw error;
    }
}
function json(body) {
    return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}
function query(values) {
    const pairs = Object.entries(values).filter((pair) => pair[1] !== undefined);
    return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
function lower(a, b) {
    return atLeast(a, b) ? b : a;
}
function atLeast(version, wanted) {
    const [major = 0, minor = 0] = (version ?? wanted).split('.').map(Number);
    const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}


/***/ }),

/***/ 4899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cg: () => (/* binding */ loadProvider),
  te: () => (/* binding */ parseProvider),
  sb: () => (/* binding */ topKeys)
});

// UNUSED EXPORTS: providerNames

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./providers/execution-space/default.json
const default_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"default","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.default.environment","parameters":"$local.spaces.default.parameters","testRunner":"embedded"}},"request":{"url":"$local.spaces.default.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/docker.json
const docker_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"docker","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.docker.environment","parameters":"$local.spaces.docker.parameters","testRunner":"embedded"}},"request":{"url":"$local.spaces.docker.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/process.json
const process_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"process","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.process.environment","parameters":"$local.spaces.process.parameters"}},"request":{"url":"$local.spaces.process.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/iut/default.json
const iut_default_namespaceObject = /*#__PURE__*/JSON.parse('{"iut":{"id":"default","list":{"possible":{"$expand":{"value":{"type":"$identity.type","namespace":"$identity.namespace","name":"$identity.name","version":"$identity.version","qualifiers":"$identity.qualifiers","subpath":"$identity.subpath"},"to":"$local.iuts"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/log-area/default.json
const log_area_default_namespaceObject = /*#__PURE__*/JSON.parse('{"log":{"id":"default","list":{"possible":{"$expand":{"value":{"livelogs":"$local.livelogs","upload":{"url":"$local.upload","method":"PUT","as_json":false},"logs":{}},"to":"$amount"}},"available":"$this.possible"}}}');
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(1290);
// EXTERNAL MODULE: ./src/json/parse.js + 1 modules
var parse = __webpack_require__(7412);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(805);
;// CONCATENATED MODULE: ./schemas/provider.schema.json
const provider_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://etos-action.github.io/schemas/provider.schema.json","title":"ETOS provider","description":"Where IUTs, log areas or execution spaces come from: one of the three keys","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"properties":{"iut":{"description":"Items under test","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]},"prepare":{"description":"What is done to each IUT after it was checked out","type":["object","null"],"required":["stages"],"properties":{"stages":{"type":"object","properties":{"environment_provider":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}},"suite_runner":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}},"test_runner":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}}},"additionalProperties":false}}}},"additionalProperties":false}},"log":{"description":"Log areas","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]}},"additionalProperties":false}},"execution_space":{"description":"Execution spaces","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]}},"additionalProperties":false}}},"$defs":{"id":{"description":"The provider\'s name","type":"string","minLength":1},"list":{"description":"Evaluated as one JSONTas document, with `amount` in the dataset","type":"object","required":["possible","available"],"properties":{"possible":{"description":"Every item that exists: a list, or JSONTas that gives one. Empty: give up at once","type":["object","array","string"]},"available":{"description":"The items that can be had now: a list, or JSONTas that gives one, usually from $this.possible. Empty: wait and ask again","type":["object","array","string"]}}}}}');
;// CONCATENATED MODULE: ./src/environment/provider-schema.js




let compiled;
/**
 * What is wrong with a provider document: `file:line:column: path …`, all at once, by the published schema.
 * @param topKey the key that the wanted kind of provider has; without it any of the three
 */
async function problemsIn(document, text, source, topKey) {
    const at = (0,parse/* placesIn */.yN)(text);
    const problem = (path, what, of = 'value') => {
        const { line, column } = at(path, of);
        return `${source}:${line}:${column}: ${(0,parse/* printPath */.bA)(path)} ${what}`;
    };
    const known = Object.keys(provider_schema_namespaceObject.properties);
    if (!(0,json_value/* isObject */.Gv)(document))
        return [problem([], `is ${typeName(document)}; expected an object with one key: ${known.join(', ')}`)];
    const keys = [...document.keys()];
    const unknown = keys.filter((key) => !known.includes(key));
    if (unknown.length > 0)
        return unknown.map((key) => problem([key], `is not a kind of provider; expected ${known.join(', ')}.${(0,nearest/* didYouMean */.a)(key, known)}`, 'name'));
    if (keys.length !== 1)
        return [problem([], `has ${keys.length} top keys (${keys.join(', ')}); expected one`)];
    if (topKey !== undefined && keys[0] !== topKey)
        return [problem([keys[0] ?? ''], `is another kind of provider; expected ${topKey}`, 'name')];
    const validate = await (compiled ??= compile());
    if (validate((0,json_value/* toPlain */.Ul)(document)))
        return [];
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => explain(error, document, problem));
}
async function compile() {
    // By `default`: bundled, a CommonJS module that is imported lazily has no other name.
    const { default: { Ajv }, } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 5627, 19));
    return new Ajv({ allErrors: true, strict: false, verbose: true }).compile(provider_schema_namespaceObject);
}
function explain(error, document, problem) {
    const path = stepsOf(error.instancePath, document);
    const { params, parentSchema } = error;
    switch (error.keyword) {
        case 'required':
            return problem(path, `has no "${String(params.missingProperty)}"`);
        case 'additionalProperties': {
            const name = String(params.additionalProperty);
            const known = Object.keys(parentSchema?.properties ?? {});
            return problem([...path, name], `is not known; expected ${known.join(', ')}.${(0,nearest/* didYouMean */.a)(name, known)}`, 'name');
        }
        case 'type':
            return problem(path, `is ${typeName(error.data)}; expected ${[params.type].flat().join(' or ')}`);
        default:
            return problem(path, error.message ?? error.keyword);
    }
}
/** The steps of a JSON pointer; numbers where the document has a list. */
function stepsOf(pointer, document) {
    let value = document;
    return pointer
        .split('/')
        .slice(1)
        .map((part) => {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        const step = Array.isArray(value) ? Number(name) : name;
        value = Array.isArray(value) ? value[Number(name)] : (0,json_value/* isObject */.Gv)(value) ? value.get(name) : undefined;
        return step;
    });
}
function typeName(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'an object';
    const text = JSON.stringify(value);
    return text.length > 60 ? `a ${typeof value}` : text;
}

;// CONCATENATED MODULE: ./src/environment/provider-file.js
// The environment provider: IUTs, log areas and execution spaces from provider files. In: provider files, a dataset, how many are wanted. Out:
// acquired items, each journalled before it is taken. Which recipes they serve does not belong here.













/** The top key of a provider file, by kind. */
const topKeys = { iut: 'iut', 'log-area': 'log', 'execution-space': 'execution_space' };
const builtIn = {
    iut: { default: iut_default_namespaceObject },
    'log-area': { default: log_area_default_namespaceObject },
    'execution-space': { default: default_namespaceObject, docker: docker_namespaceObject, process: process_namespaceObject },
};
/**
 * Loads a provider.
 * @param reference a name (of a built-in provider or of a file `<directory>/<kind>/<name>.json`), a path, a `file:` or `http(s):` URL, or the JSON
 *   text itself. A file of the directory wins over a built-in one of the same name.
 * @throws {InvalidInput} with all problems of the file, or the nearest names
 */
async function loadProvider(kind, reference, loading) {
    if (/^\s*\{/.test(reference))
        return parseProvider(reference, `inline ${kind} provider`, kind);
    if (/^https?:/i.test(reference))
        return parseProvider(await download(reference, loading), reference, kind);
    const path = /^file:/i.test(reference) ? (0,external_node_url_.fileURLToPath)(reference) : reference;
    if (isPath(path))
        return parseProvider(await readText((0,external_node_path_.resolve)(loading.workspace, path), kind), path, kind);
    const named = (0,external_node_path_.join)(loading.directory, kind, `${path}.json`);
    const text = await (0,promises_.readFile)(named, 'utf8').catch(() => undefined);
    if (text !== undefined)
        return parseProvider(text, named, kind);
    const document = Object.hasOwn(builtIn[kind], path) ? builtIn[kind][path] : undefined;
    if (document !== undefined)
        return understand((0,json_value/* fromPlain */.bM)(document), { source: `built-in ${kind} provider "${path}"`, text: '' }, kind);
    throw await unknownName(kind, path, loading.directory);
}
/**
 * Reads a provider file.
 * @param kind the kind that is wanted; without it any
 * @throws {InvalidInput} with all problems, each with its place
 */
async function parseProvider(text, source, kind) {
    const document = (0,parse/* parseJson */.qF)(text, source);
    const problems = await problemsIn(document, text, source, kind && topKeys[kind]);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(problems.join('\n'), 'docs/providers.md shows each kind of provider; `etos validate` checks a file');
    return understand(document, { source, text }, kind);
}
/** The names a kind of provider can be called by. */
async function providerNames(kind, directory) {
    const files = await (0,promises_.readdir)((0,external_node_path_.join)(directory, kind)).catch(() => []);
    const own = files.filter((file) => (0,external_node_path_.extname)(file) === '.json').map((file) => file.slice(0, -'.json'.length));
    return [...new Set([...Object.keys(builtIn[kind]), ...own])].sort();
}
function understand(document, { source, text }, wanted) {
    const kind = wanted ?? Object.keys(topKeys).find((one) => (0,json_value/* isObject */.Gv)(document) && document.has(topKeys[one])) ?? 'iut';
    const body = (0,json_value/* isObject */.Gv)(document) ? document.get(topKeys[kind]) : undefined;
    if (!(0,json_value/* isObject */.Gv)(body))
        throw new errors/* InvalidInput */.o9(`${source}: "${topKeys[kind]}" is missing`, 'See docs/providers.md');
    const named = { kind, id: (0,json_value/* textOf */.b6)(body.get('id')), source, text };
    if (body.get('type') === 'external') {
        const host = (name) => {
            const service = body.get(name);
            return (0,json_value/* isObject */.Gv)(service) ? (0,json_value/* textOf */.b6)(service.get('host')) : '';
        };
        return { ...named, type: 'external', start: host('start'), status: host('status'), stop: host('stop') };
    }
    const part = (name) => {
        const value = body.get(name);
        return (0,json_value/* isObject */.Gv)(value) ? value : undefined;
    };
    const [list, checkout, checkin, stages] = [part('list'), part('checkout'), part('checkin'), part('prepare')?.get('stages')];
    return {
        ...named,
        type: 'jsontas',
        list: list ?? new Map(),
        ...(checkout && { checkout }),
        ...(checkin && { checkin }),
        ...((0,json_value/* isObject */.Gv)(stages) && { stages }),
    };
}
function isPath(reference) {
    return (0,external_node_path_.isAbsolute)(reference) || reference.startsWith('.') || /[/\\]/.test(reference) || (0,external_node_path_.extname)(reference) === '.json';
}
async function readText(path, kind) {
    try {
        if ((await (0,promises_.stat)(path)).isDirectory())
            throw new errors/* InvalidInput */.o9(`${kind} provider ${path} is a directory`, 'Name the JSON file in it');
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof errors/* InvalidInput */.o9)
            throw error;
        throw new errors/* InvalidInput */.o9(`${kind} provider ${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 'Give a name, the path of a JSON file, or a URL');
    }
}
async function download(url, { http, signal }) {
    try {
        const answer = await http.request({ method: 'GET', url, signal, retry: { within: 10_000 } });
        if (answer.status !== 200)
            throw new errors/* InvalidInput */.o9(`provider ${url}: the server answered ${answer.status} ${answer.reason}`, 'Open the address in a browser: it must give the JSON file');
        return await answer.text();
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* InvalidInput */.o9)
            throw error;
        throw new errors/* InvalidInput */.o9(`provider ${url} cannot be downloaded: ${(0,errors/* messageOf */.bD)(error)}`, 'Check the address and the proxy settings', {
            cause: error,
        });
    }
}
async function unknownName(kind, name, directory) {
    const names = await providerNames(kind, directory);
    return new errors/* InvalidInput */.o9(`there is no ${kind} provider "${name}"; known are ${names.join(', ')}.${(0,nearest/* didYouMean */.a)(name, names)}`, `Give a path or a URL, or put ${name}.json into ${(0,external_node_path_.join)(directory, kind)}`);
}


/***/ })

};
