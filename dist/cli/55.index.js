export const id = 55;
export const ids = [55];
export const modules = {

/***/ 97055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ engineFrom)
});

// UNUSED EXPORTS: createEngine

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
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
/**
 * The docker CLI's `config.json`; one that is not there, or that is no JSON object, is empty.
 * @param tell hears of one that is no JSON: without it a login that is there, and an unreadable comma before it, look like none
 */
function dockerConfig(variables, tell) {
    const path = (0,external_node_path_.join)(dockerConfigDirectory(variables), 'config.json');
    try {
        const config = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch (error) {
        if (error instanceof SyntaxError)
            tell?.(`${path} is not JSON and not used`);
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
    if (port === 0 || port > 65_535)
        throw new errors/* InvalidInput */.o9(`${source} names port ${port}; there are 1 to 65535`, hint);
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
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/docker/connection.js





/**
 * The engine answered that it will not or cannot. `status` is the answer's, 0 without one; `message` is the engine's own sentence. Asking again
 * helps nothing.
 */
class EngineRefused extends Error {
    status;
    asked;
    name = 'EngineRefused';
    constructor(message, status, 
    /** The call and the engine: `GET /containers/json of unix:///var/run/docker.sock`. */
    asked) {
        super(message);
        this.status = status;
        this.asked = asked;
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
const turn = 50;
/**
 * Ways to an engine. A connection is made for each request: on a socket of the same machine that costs 0.1 ms, and a request never meets a
 * connection that died while it lay idle.
 */
function connectionTo(address) {
    const target = targetOf(address);
    // Most engines are on a socket: TLS is loaded where it is spoken.
    const isSecure = 'rejectUnauthorized' in target;
    const requesting = isSecure ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)).then(({ request }) => request) : external_node_http_.request;
    return async ({ method, path, headers, body, limit, signal }) => {
        const request = await requesting;
        return await new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(reasonOf(signal));
            const away = (at, what, cause) => new EngineAway(`the engine at ${address.url} ${what}`, at, cause === undefined ? undefined : { cause });
            const options = { ...target, method, path, agent: false, headers: { Host: 'docker', ...lengthOf(body), ...headers } };
            let outgoing;
            try {
                outgoing = request(options);
            }
            catch (error) {
                if (!isSecure)
                    throw error;
                return reject(new EngineRefused(`the engine at ${address.url} cannot be asked: ${(0,errors/* messageOf */.bD)(error)}. ${certificates}`, 0));
            }
            let connected = false;
            // After a suspended job goes on, timers fire before what has long arrived is read: that gets its turn.
            let timer = setTimeout(() => {
                timer = setTimeout(() => outgoing.destroy(away('late', `has not answered for ${Math.round(limit / 100) / 10} s`)), turn);
            }, limit);
            const onAbort = () => void outgoing.destroy(reasonOf(signal));
            signal?.addEventListener('abort', onAbort, { once: true });
            const settle = () => {
                clearTimeout(timer);
                signal?.removeEventListener('abort', onAbort);
            };
            outgoing.once('socket', (socket) => {
                socket.setKeepAlive(true, 15_000);
                socket.once(isSecure ? 'secureConnect' : 'connect', () => (connected = true));
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
                if (/wrong version number/i.test(error.message))
                    return reject(new EngineRefused(`what answers at ${address.url} speaks no TLS. ${unsecured}`, 0));
                if (isUntrusted(error))
                    return reject(new EngineRefused(`the engine at ${address.url} is not trusted: ${(0,errors/* messageOf */.bD)(error)}. ${certificates}`, 0));
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
    // Node would look whether `Host` is an IP address, and takes 4 ms to make the expression for that.
    if (address.kind === 'socket')
        return { socketPath: address.path, servername: '' };
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
    // Without a name to expect Node takes the one of the `Host` header.
    const servername = (0,external_node_net_.isIP)(host) === 0 ? host : '';
    return { host, port, servername, rejectUnauthorized: tls.verify, ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
}
const certificates = 'In the folder of DOCKER_CERT_PATH, ca.pem says whom to trust, cert.pem and key.pem who asks';
const unsecured = 'DOCKER_TLS_VERIFY, DOCKER_TLS or DOCKER_CERT_PATH ask for it: unset them, or name the port that does, usually 2376';
function isUntrusted(error) {
    return /CERT|SIGNATURE|ISSUER|ALTNAME/.test(error.code ?? '');
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

;// CONCATENATED MODULE: ./src/docker/demultiplexer.js
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
    const take = (chunk) => {
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
    return { take, untilBorder: () => (headerBytes > 0 ? 8 - headerBytes : rest) };
}

;// CONCATENATED MODULE: ./src/docker/output.js



/**
 * An output over a stream of multiplexed frames (delegation.md 9). A TTY would have raw bytes, which engines before API 1.42 do not tell from frames;
 * nobody here asks for a TTY.
 */
function outputOf(stream) {
    return {
        close: () => void stream.destroy(),
        copy: (sink, { signal } = {}) => copyFrames(sink, signal, {
            begin({ take, over, fail }) {
                stream.on('data', (chunk) => {
                    if (!take(chunk))
                        stream.pause();
                });
                stream.once('end', over).once('close', over).once('error', fail);
                if (stream.destroyed)
                    over();
            },
            goOn: () => void stream.resume(),
            close: () => void stream
                .removeAllListeners('data')
                .on('error', () => undefined)
                .destroy(),
        }),
    };
}
/** Hands a stream's frames to a sink, and stops the stream while the sink waits. As `Output.copy`. */
function copyFrames(sink, signal, source) {
    return new Promise((resolve, reject) => {
        const { take, untilBorder } = demultiplexer(sink);
        let isBusy = false;
        let end;
        const settle = (error) => {
            signal?.removeEventListener('abort', onAbort);
            source.close();
            if (error === undefined)
                resolve();
            else
                reject(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error)));
        };
        const onAbort = () => settle(signal?.reason);
        const settleAtEnd = () => {
            if (end && !isBusy)
                settle(end.failure ?? cutOff(untilBorder()));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted)
            return onAbort();
        source.begin({
            take(chunk) {
                let waits;
                try {
                    waits = take(chunk);
                }
                catch (error) {
                    settle(error);
                    return false;
                }
                if (!waits)
                    return true;
                isBusy = true;
                waits.then(() => {
                    isBusy = false;
                    if (end)
                        settleAtEnd();
                    else
                        source.goOn();
                }, settle);
                return false;
            },
            over(failure) {
                end = { failure: end?.failure ?? failure };
                settleAtEnd();
            },
            fail: settle,
        });
    });
}
/** An output that ends within a frame is not whole: engines end theirs at a border. */
function cutOff(missing) {
    return missing === 0 ? undefined : new EngineAway(`the output ended ${missing} bytes before the end of a frame`, 'answer');
}

;// CONCATENATED MODULE: ./src/docker/pull.js

/**
 * Reads the answer to a pull to its end. Its status is 200 even when the pull fails: errors are objects in the stream (delegation.md 7).
 * @throws {EngineRefused} with the registry's words and status 0; {EngineAway}
 */
function untilPulled(answer, address) {
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
        const onClose = () => fail(refusalIn(said.toString('utf8'), true) ?? away('answer', 'ended the connection without an answer'));
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
                if (said.length > longestHead || refusalIn(said.toString('utf8'), false))
                    socket.destroy();
                return true;
            }
            settle();
            const early = said.subarray(end + 4);
            resolve(outputOver(socket, early, (next) => (take = next)));
            return false;
        }
    });
}
function outputOver(socket, early, onChunk) {
    // An end that nobody listens to yet must not end the program.
    let failure;
    socket.on('error', (error) => (failure = error));
    return {
        close: () => void socket.destroy(),
        copy: (sink, { signal } = {}) => copyFrames(sink, signal, {
            begin({ take, over }) {
                onChunk(take);
                const onOver = () => over(failure);
                socket.once('end', onOver).once('close', onOver);
                if (!take(Buffer.from(early)))
                    return;
                if (socket.destroyed)
                    onOver();
                else
                    socket.resume();
            },
            goOn: () => void socket.resume(),
            close: () => void socket.destroy(),
        }),
    };
}
/** The engine's refusal: once its announced length is there, or all that came before the end. It speaks JSON, or after a hijack plain text. */
function refusalIn(text, isWhole) {
    const [, status, headers = '', body = ''] = /^HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
    if (status === undefined || Number(status) < 400)
        return undefined;
    const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
    if (!isWhole && (length === undefined || body.length < Number(length)))
        return undefined;
    const message = /"message" *: *("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
    return new EngineRefused(message === undefined ? body.trim() || `status ${status}` : JSON.parse(message), Number(status));
}

;// CONCATENATED MODULE: ./src/docker/create-engine.js





/** Milliseconds a call may take unless it says otherwise: a busy engine needs seconds, one that hangs must not hold anybody for ever. */
const usualLimit = 20_000;
// Above this nothing is known to this client; below the engine's own newest, the engine's counts (delegation.md 2.3).
const newestKnown = '1.47';
// The condition `next-exit` of a wait.
const oldestWithNextExit = '1.30';
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
        if (answer.statusCode !== 200)
            throw refusal(answer, await bodyOf(answer, limit), 'GET /_ping');
        // What counts is in its head.
        answer.on('error', () => undefined).resume();
        const offered = answer.headers['api-version'];
        version = lower(typeof offered === 'string' && /^\d+\.\d+$/.test(offered) ? offered : '1.24', newestKnown);
        return { apiVersion: version };
    }
    function refusal(answer, body, call) {
        return new EngineRefused(wordsOf(answer, body), answer.statusCode ?? 0, `${call} of ${address.url}`);
    }
    /** One call below the negotiated version; the caller reads the body. */
    async function open(call, limit) {
        if (version === undefined)
            await ping({ signal: call.signal, limit });
        const answer = await connection({ ...call, path: `/v${version}${call.path}`, limit });
        const status = answer.statusCode ?? 0;
        if (status < 400)
            return answer;
        throw refusal(answer, await bodyOf(answer, limit), `${call.method} ${call.path.split('?', 1)[0] ?? ''}`);
    }
    async function ask(method, path, { signal, limit = usualLimit } = {}, body) {
        const answer = await open({ method, path, signal, ...json(body) }, limit);
        const text = await bodyOf(answer, limit);
        return (text === '' ? undefined : parsed(text, address));
    }
    async function output(call, limit) {
        return outputOf(await open(call, limit));
    }
    return {
        address,
        ping,
        async createContainer(spec, { name, platform, ...options }) {
            const path = `/containers/create${query({ name, platform: atLeast(version, '1.41') ? platform : undefined })}`;
            const made = await ask('POST', path, options, spec);
            return { id: made.Id, warnings: made.Warnings ?? [] };
        },
        startContainer: (id, options) => ask('POST', containerPath(id, '/start'), options),
        async attachContainer(id, { signal, limit = usualLimit } = {}) {
            const path = containerPath(id, '/attach?stream=1&stdout=1&stderr=1');
            if (address.kind === 'tcp' && address.tls)
                return await output({ method: 'POST', path, signal }, limit);
            if (version === undefined)
                await ping({ signal, limit });
            return await rawStream(address, `/v${version}${path}`, { limit, signal });
        },
        followLogs: (id, { signal, limit = usualLimit } = {}) => output({ method: 'GET', path: containerPath(id, '/logs?follow=1&stdout=1&stderr=1'), signal }, limit),
        readLogs: (id, { signal, limit = usualLimit } = {}) => output({ method: 'GET', path: containerPath(id, '/logs?stdout=1&stderr=1'), signal }, limit),
        async waitForContainer(id, condition, { signal, limit = usualLimit } = {}) {
            const path = containerPath(id, `/wait?condition=${condition}`);
            if (version === undefined)
                await ping({ signal, limit });
            // Older ones take it for `not-running`, and of a container that has not started they say at once that it ended well.
            if (condition === 'next-exit' && !atLeast(version, oldestWithNextExit))
                throw new EngineRefused(`the engine at ${address.url} speaks API ${version}, and ${oldestWithNextExit} (Docker 17.06) is needed`, 0);
            const answer = await open({ method: 'POST', path, signal }, limit);
            const ended = bodyOf(answer, 2 ** 31 - 1).then((text) => {
                const { StatusCode, Error } = (text.trim() === '' ? {} : parsed(text, address));
                if (!Number.isInteger(StatusCode))
                    throw new EngineAway(`the engine at ${address.url} ended the wait without an answer`, 'answer');
                return { exitCode: Number(StatusCode), error: Error?.Message ?? '' };
            });
            // Whoever asked may be looking elsewhere when it fails.
            ended.catch(() => undefined);
            return { ended };
        },
        stopContainer: (id, grace, { limit = usualLimit, ...options } = {}) => unless([304, 404], ask('POST', containerPath(id, `/stop?t=${Math.ceil(grace / 1000)}`), { limit: limit + grace, ...options })),
        killContainer: (id, signalName, options) => unless([404, 409], ask('POST', containerPath(id, `/kill${query({ signal: signalName })}`), options)),
        unpauseContainer: (id, options) => unless([404, 409, 500], ask('POST', containerPath(id, '/unpause'), options)),
        async removeContainer(id, options) {
            try {
                await ask('DELETE', containerPath(id, '?force=1&v=1'), options);
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
            const found = await orUndefined(ask('GET', containerPath(id, '/json'), options));
            return found && containerState(found);
        },
        async bridgeAddress(options) {
            const { IPAM } = await ask('GET', '/networks/bridge', options);
            return IPAM?.Config?.find(({ Gateway }) => Gateway)?.Gateway;
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
        getArchive: (id, path, { signal, limit = usualLimit } = {}) => open({ method: 'GET', path: containerPath(id, `/archive${query({ path })}`), signal }, limit),
        async putArchive(id, path, tar, { signal, limit = 2 ** 31 - 1 } = {}) {
            const headers = { 'Content-Type': 'application/x-tar' };
            const call = {
                method: 'PUT',
                path: containerPath(id, `/archive${query({ path })}`),
                headers,
                body: tar,
                signal,
            };
            const answer = await open(call, limit);
            await bodyOf(answer, limit);
        },
        async statPath(id, path, { signal, limit = usualLimit } = {}) {
            const call = { method: 'HEAD', path: containerPath(id, `/archive${query({ path })}`), signal };
            const answer = await orUndefined(open(call, limit));
            answer?.resume();
            const stat = answer?.headers['x-docker-container-path-stat'];
            if (typeof stat !== 'string')
                return undefined;
            const { name, size, mode, linkTarget } = JSON.parse(Buffer.from(stat, 'base64').toString('utf8'));
            return { name, size, mode, linkTarget };
        },
        async createExec(id, { command, environment, workingDirectory, user }, options) {
            const made = await ask('POST', containerPath(id, '/exec'), options, {
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
            await untilPulled(answer, address);
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
        stopSignal: Config.StopSignal || undefined,
    };
}
/** What something else than an engine answers is not repeated: it may be anything. */
function parsed(text, { url }) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new EngineRefused(`what answers at ${url} is no Docker engine: its answer is not JSON`, 0);
    }
}
/** The engine's own sentence. */
function wordsOf(answer, body) {
    try {
        const { message, cause } = JSON.parse(body);
        if (typeof message === 'string')
            return message;
        if (typeof cause === 'string')
            return cause;
    }
    catch {
        // An answer to HEAD has no body, and something in between may answer a page of its own.
        if (/HTTP request to an HTTPS server/i.test(body))
            return 'it speaks TLS there: DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH are wanted';
    }
    return `${answer.statusCode ?? 0} ${answer.statusMessage ?? ''}`.trim();
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
/** @param call with the slash before it, or the query */
function containerPath(id, call) {
    return `/containers/${encodeURIComponent(id)}${call}`;
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


/***/ })

};
