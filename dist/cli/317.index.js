export const id = 317;
export const ids = [317];
export const modules = {

/***/ 45194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createLog)
/* harmony export */ });
const order = ['debug', 'event', 'info', 'warning', 'error'];
// Masking very short values would mask half of all text and tell the value by what is missing (actions.md, secrets).
const shortest = 4;
/** A log that writes one line a message: `message key=value key="two words"`. */
function createLog({ level, write, onSecret }) {
    const secrets = new Set();
    let pattern;
    const redact = (text) => {
        if (secrets.size === 0)
            return text;
        pattern ??= new RegExp([...secrets]
            .sort((a, b) => b.length - a.length)
            .map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .join('|'), 'g');
        return text.replace(pattern, '***');
    };
    const at = (own) => (message, facts) => {
        if (order.indexOf(own) >= order.indexOf(level))
            write(redact(message + inLine(facts)), own);
    };
    return {
        debug: at('debug'),
        event: at('event'),
        info: at('info'),
        warning: at('warning'),
        error: at('error'),
        redact,
        secret(value) {
            for (const form of formsOf(value)) {
                if (form.length < shortest || secrets.has(form))
                    continue;
                secrets.add(form);
                pattern = undefined;
                onSecret?.(form);
            }
        },
    };
}
function inLine(facts = {}) {
    return Object.entries(facts)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => {
        const text = String(value);
        return ` ${key}=${/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)}`;
    })
        .join('');
}
/** The ways a secret shows up in what programs print. A secret of several lines is also masked line by line. */
function formsOf(value) {
    const lines = value.includes('\n') ? value.split(/\r?\n/) : [];
    return [value, ...lines].flatMap((text) => [
        text,
        Buffer.from(text).toString('base64'),
        Buffer.from(text).toString('base64').replace(/=+$/, ''),
        encodeURIComponent(text),
        new URLSearchParams([['', text]]).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
    ]);
}


/***/ }),

/***/ 64470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ discard),
/* harmony export */   x: () => (/* binding */ createAnswer)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80371);




const mebibyte = 1024 * 1024;
/** An answer whose body is decompressed and received under a limit. The first pieces are taken at once, so a short body frees its connection. */
function createAnswer(raw, { url, method }, receiving) {
    const body = receive(decompressed(raw, method), receiving);
    const answer = {
        status: raw.status,
        reason: raw.reason,
        headers: joined(raw.headers),
        url: url.href,
        body,
        async bytes(atMost = 64 * mebibyte) {
            const pieces = [];
            let length = 0;
            for await (const piece of body) {
                pieces.push(piece);
                length += piece.length;
                // Leaving the loop destroys the stream, and with it the connection.
                if (length > atMost)
                    throw new _client_js__WEBPACK_IMPORTED_MODULE_3__/* .NoAnswer */ .W(`${receiving.request}: the answer is longer than ${atMost} bytes`, { lasting: true });
            }
            return Buffer.concat(pieces, length);
        },
        async text(atMost) {
            return decoderFor(String(answer.headers['content-type'] ?? '')).decode(await answer.bytes(atMost));
        },
    };
    return answer;
}
/** Lets go of an answer that nobody will read: a short one is received first, so that its connection serves the next request. */
async function discard({ body }) {
    let left = 64 * 1024;
    body.on('data', (piece) => {
        left -= piece.length;
        if (left < 0)
            body.destroy();
    });
    // How it ends is of no interest.
    if (!body.closed)
        await new Promise((closed) => body.once('close', closed));
}
function receive(source, { listening, signal, explain, onEnd }) {
    const body = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable({
        read() {
            listening.heard();
            source.resume();
        },
        destroy(error, done) {
            source.destroy();
            signal.removeEventListener('abort', stop);
            listening.end();
            onEnd();
            done(error);
        },
    });
    const fail = (error) => void body.destroy(signal.aborted ? signal.reason : explain(error));
    const stop = () => fail(signal.reason);
    signal.addEventListener('abort', stop);
    source.on('data', (piece) => {
        listening.heard();
        if (body.push(piece))
            return;
        // The reader is slow, not the server.
        source.pause();
        listening.pause();
    });
    source.on('end', () => {
        listening.end();
        signal.removeEventListener('abort', stop);
        onEnd();
        body.push(null);
    });
    source.on('error', fail);
    source.on('close', () => {
        if (!source.readableEnded && !body.destroyed)
            fail(new Error('aborted'));
    });
    // Whoever reads gets the error; an answer whose body interests nobody must not end the program.
    body.on('error', () => undefined);
    return body;
}
function decompressed({ status, headers, body }, method) {
    if (method === 'HEAD' || status === 204 || status === 304)
        return body;
    const coding = String(headers['content-encoding'] ?? '')
        .trim()
        .toLowerCase();
    if (['gzip', 'x-gzip', 'deflate'].includes(coding))
        return through(body, (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createUnzip)());
    return coding === 'br' ? through(body, (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createBrotliDecompress)()) : body;
}
function through(body, transform) {
    body.on('error', (error) => transform.destroy(error));
    body.on('close', () => {
        if (!body.readableEnded)
            transform.destroy(new Error('aborted'));
    });
    transform.on('close', () => void body.destroy());
    return body.pipe(transform);
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => {
        const values = [value ?? []].flat();
        return [name, name === 'set-cookie' ? values : values.join(', ')];
    }));
}
function decoderFor(contentType) {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
    try {
        return new node_util__WEBPACK_IMPORTED_MODULE_1__.TextDecoder(charset);
    }
    catch {
        return new node_util__WEBPACK_IMPORTED_MODULE_1__.TextDecoder();
    }
}


/***/ }),

/***/ 80371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ NoAnswer)
/* harmony export */ });
// One HTTP client for the whole program: proxies, TLS with private CAs, redirects, authorization, retries, a limit on every try. In: what to ask.
// Out: the answer, whatever its status. What an answer means is the caller's business.
/** No answer came: refused, reset, timed out, certificate not trusted, too many redirects. The message names address and reason in words. */
class NoAnswer extends Error {
    name = 'NoAnswer';
    /** Another try would end alike: a certificate that is not trusted, redirects that go round. */
    lasting;
    constructor(message, { lasting = false, ...options } = {}) {
        super(message, options);
        this.lasting = lasting;
    }
}


/***/ }),

/***/ 56163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createHttpClient)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./src/host/clock.js
var host_clock = __webpack_require__(96726);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/http/answer.js
var http_answer = __webpack_require__(64470);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/http/digest.js

/**
 * The first Digest challenge of a `WWW-Authenticate` header that we can answer: MD5, SHA-1, SHA-256 and SHA-512, also in their `-sess` forms,
 * with `qop=auth` or none.
 */
function findChallenge(header) {
    return challengesIn(header)
        .filter(({ scheme }) => scheme === 'digest')
        .map(({ parameters }) => toChallenge(parameters))
        .find((challenge) => challenge !== undefined);
}
/**
 * The value of the `Authorization` header that answers a challenge (RFC 7616).
 * @param use which use of this nonce it is, from 1
 * @param cnonce the client's own random text
 */
function answerChallenge(challenge, { username, password }, request, use, cnonce = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
    const { hash, session } = hashOf(challenge.algorithm) ?? { hash: 'md5', session: false };
    const digest = (text) => (0,external_node_crypto_.createHash)(hash).update(text).digest('hex');
    const identity = digest(`${username}:${challenge.realm}:${password}`);
    const secret = session ? digest(`${identity}:${challenge.nonce}:${cnonce}`) : identity;
    const count = use.toString(16).padStart(8, '0');
    const what = digest(`${request.method}:${request.uri}`);
    const response = digest(challenge.auth ? [secret, challenge.nonce, count, cnonce, 'auth', what].join(':') : [secret, challenge.nonce, what].join(':'));
    const parameters = [
        // A header holds Latin-1 only; other names go in the extended form.
        // eslint-disable-next-line no-control-regex
        /^[\x00-\x7f]*$/.test(username) ? ['username', quoted(username)] : ['username*', `UTF-8''${encodeURIComponent(username)}`],
        ['realm', quoted(challenge.realm)],
        ['nonce', quoted(challenge.nonce)],
        ['uri', quoted(request.uri)],
        ['response', quoted(response)],
        ['algorithm', challenge.algorithm],
        ['opaque', challenge.opaque === undefined ? undefined : quoted(challenge.opaque)],
        ['qop', challenge.auth ? 'auth' : undefined],
        ['nc', challenge.auth ? count : undefined],
        ['cnonce', challenge.auth || session ? quoted(cnonce) : undefined],
    ];
    const text = parameters.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(', ');
    return `Digest ${text}`;
}
function toChallenge(parameters) {
    const [realm, nonce, opaque, algorithm, qop] = ['realm', 'nonce', 'opaque', 'algorithm', 'qop'].map((name) => parameters.get(name));
    const qualities = qop?.split(',').map((quality) => quality.trim().toLowerCase());
    if (nonce === undefined || hashOf(algorithm) === undefined || (qualities && !qualities.includes('auth')))
        return undefined;
    return {
        realm: realm ?? '',
        nonce,
        ...(opaque !== undefined && { opaque }),
        ...(algorithm !== undefined && { algorithm }),
        auth: qualities !== undefined,
        stale: parameters.get('stale')?.toLowerCase() === 'true',
    };
}
function hashOf(algorithm = 'MD5') {
    const name = algorithm.toUpperCase().replace(/-SESS$/, '');
    const hash = { MD5: 'md5', SHA: 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' }[name];
    return hash === undefined ? undefined : { hash, session: name.length < algorithm.length };
}
/** `Basic realm="a", Digest realm="b", nonce="c"`: a name without `=` behind it begins the next challenge. */
function challengesIn(header) {
    const offers = [];
    for (const [, name = '', inQuotes, bare] of header.matchAll(/([^\s,="]+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+)))?/g)) {
        const value = inQuotes?.replace(/\\(.)/g, '$1') ?? bare;
        if (value === undefined)
            offers.push({ scheme: name.toLowerCase(), parameters: new Map() });
        else
            offers.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
    return offers;
}
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

;// CONCATENATED MODULE: ./src/http/authorize.js


/**
 * Sends requests with the credentials they have. Basic goes with the first message. Digest answers a challenge, and the next request to the
 * same place answers that challenge again, so that a large upload is sent once and not twice.
 */
function createAuthorizer() {
    const challenges = new Map();
    return async (request, send) => {
        const { auth } = request;
        if (!auth)
            return send(request);
        if (auth.type === 'basic')
            return send(withAuthorization(request, basic(auth)));
        const place = `${request.url.origin} ${auth.username}`;
        const answered = () => {
            const known = challenges.get(place);
            if (!known)
                return request;
            const { method, url } = request;
            return withAuthorization(request, answerChallenge(known.challenge, auth, { method, uri: url.pathname + url.search }, ++known.uses));
        };
        const before = challenges.get(place)?.challenge;
        const first = await send(answered());
        const challenge = first.status === 401 ? findChallenge(String(first.headers['www-authenticate'] ?? '')) : undefined;
        // The same nonce again, not stale: it is the password that is refused.
        if (!challenge || (challenge.nonce === before?.nonce && !challenge.stale))
            return first;
        challenges.set(place, { challenge, uses: 0 });
        await (0,http_answer/* discard */.v)(first);
        return send(answered());
    };
}
function withAuthorization(request, value) {
    return { ...request, headers: { ...request.headers, authorization: value } };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(80371);
;// CONCATENATED MODULE: ./src/http/cookies.js
/**
 * The `cookie` header for the address that a redirect leads to: what was sent so far, and what the redirect itself set for this host and path. A login
 * that redirects counts on it.
 * @param sent the header so far
 * @param set the `set-cookie` headers of the redirect
 */
function carriedOn(sent, set, { from, to }) {
    const cookies = new Map((sent ?? '').split(/;\s*/).filter(Boolean).map(nameAndValue));
    for (const line of set) {
        const [pair = '', ...attributes] = line.split(/\s*;\s*/);
        const [name, value] = nameAndValue(pair);
        const given = new Map(attributes.map(nameAndValue).map(([key, detail]) => [key.toLowerCase(), detail]));
        if (name === '' || !concerns(given, from, to))
            continue;
        if (Number(given.get('max-age')?.trim() || 1) <= 0)
            cookies.delete(name);
        else
            cookies.set(name, value);
    }
    const header = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return header === '' ? undefined : header;
}
function nameAndValue(pair) {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair.trim(), ''] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
function concerns(attributes, from, to) {
    // A domain of its own would let one host set cookies for another; nobody needs it between two requests.
    if (from.hostname !== to.hostname || (attributes.has('secure') && to.protocol !== 'https:'))
        return false;
    const given = attributes.get('path') ?? '';
    const path = given.startsWith('/') ? given : from.pathname.slice(0, Math.max(1, from.pathname.lastIndexOf('/')));
    return to.pathname === path || to.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./src/http/direct-sender.js


/** Plain `http:` without a proxy, on Node's own client: nothing to load, so that the first request of a process leaves at once. */
function createDirectSender() {
    const agent = new external_node_http_.Agent({ keepAlive: true });
    return {
        async send(message, signal) {
            const first = await exchange(message, { agent: message.once ? new external_node_http_.Agent() : agent, signal });
            if (first !== 'connection was gone')
                return first;
            const second = await exchange(message, { agent: new external_node_http_.Agent(), signal });
            if (second === 'connection was gone')
                throw new Error('a new connection cannot be an old one');
            return second;
        },
        [Symbol.asyncDispose]: () => {
            agent.destroy();
            return Promise.resolve();
        },
    };
}
function exchange(message, { agent, signal }) {
    const { method, url, headers, body } = message;
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const sent = (0,external_node_http_.request)(url, { method, headers, agent });
        const stop = () => void sent.destroy(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        sent.once('close', () => signal.removeEventListener('abort', stop));
        sent.on('error', (error) => {
            // A server may close a connection that rests at the moment in which it is used again; it has not seen this request then.
            const gone = sent.reusedSocket && error.code === 'ECONNRESET' && repeatable(message);
            if (gone && !signal.aborted)
                resolve('connection was gone');
            // A body that fails ends the request, and what Node says of it is only that it ended.
            else
                reject(body instanceof external_node_stream_.Readable && body.errored ? body.errored : error);
        });
        sent.on('response', (response) => resolve(answerOf(response)));
        if (body instanceof external_node_stream_.Readable)
            (0,external_node_stream_.pipeline)(body, sent, () => undefined);
        else
            sent.end(body);
    });
}
function repeatable({ method, body }) {
    return !(body instanceof external_node_stream_.Readable) && ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].includes(method);
}
function answerOf(response) {
    return { status: response.statusCode ?? 0, reason: response.statusMessage ?? '', headers: response.headers, body: response };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/http/url.js
var http_url = __webpack_require__(59435);
;// CONCATENATED MODULE: ./src/http/failure.js




/** The words for what the network said: the request, the address, what the code means, the code. */
function explain(error, { method, url, proxy }) {
    const [first, code] = codeOf(error);
    const address = addressIn(first) ?? (proxy ? proxy.host : url.host);
    const via = proxy ? ` through the proxy ${proxy.origin}` : '';
    const certificate = certificates[code];
    if (certificate !== undefined)
        return new client/* NoAnswer */.W(`${method} ${(0,http_url/* printUrl */.D1)(url)}${via}: the certificate of ${url.host} is not trusted: ${certificate} (${code})`, {
            cause: error,
            lasting: true,
        });
    const known = meanings[code]?.(address);
    const meaning = known === undefined ? otherwise((0,errors/* messageOf */.bD)(first), address) : `${known} (${code})`;
    return new client/* NoAnswer */.W(`${method} ${(0,http_url/* printUrl */.D1)(url)}${via}: no answer: ${meaning}`, { cause: error });
}
const privateAuthority = 'for a private authority name the file with its certificate in NODE_EXTRA_CA_CERTS';
const certificates = {
    DEPTH_ZERO_SELF_SIGNED_CERT: `it is self-signed; ${privateAuthority}`,
    SELF_SIGNED_CERT_IN_CHAIN: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its authority is not known here; ${privateAuthority}`,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: `its authority is not known here, or the server leaves out a certificate between; ${privateAuthority}`,
    CERT_HAS_EXPIRED: 'it has expired, or the clock of this machine is wrong',
    CERT_NOT_YET_VALID: 'it is not valid yet, or the clock of this machine is wrong',
    CERT_REVOKED: 'it was revoked',
    CERT_UNTRUSTED: `its authority is not trusted; ${privateAuthority}`,
    ERR_TLS_CERT_ALTNAME_INVALID: 'it was made out for another host name',
    HOSTNAME_MISMATCH: 'it was made out for another host name',
    INVALID_PURPOSE: 'it is not a certificate for servers',
};
const meanings = {
    ECONNREFUSED: (address) => `nothing listens on ${address}`,
    ENOTFOUND: (address) => `the host name ${address} is not known`,
    EAI_AGAIN: (address) => `the host name ${address} could not be looked up: the name server does not answer`,
    ECONNRESET: (address) => `${address} closed the connection`,
    ECONNABORTED: (address) => `${address} closed the connection`,
    EPIPE: (address) => `${address} closed the connection while the request was being sent`,
    UND_ERR_SOCKET: (address) => `${address} closed the connection`,
    ETIMEDOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
    UND_ERR_CONNECT_TIMEOUT: (address) => `${address} cannot be reached: no reply to the attempt to connect`,
    EHOSTUNREACH: (address) => `there is no way to ${address}`,
    ENETUNREACH: (address) => `there is no way to the network of ${address}`,
    EADDRNOTAVAIL: (address) => `this machine has no address or port left for a connection to ${address}`,
    EMFILE: () => 'this process has too many files and connections open',
    ERR_SSL_WRONG_VERSION_NUMBER: (address) => `${address} does not speak TLS; is it an http: address?`,
    ERR_SSL_PACKET_LENGTH_TOO_LONG: (address) => `${address} does not speak TLS; is it an http: address?`,
    EPROTO: (address) => `${address} and this program found no common form of TLS`,
};
function otherwise(message, address) {
    const proxyStatus = /^Proxy .*\((\d+)\)/.exec(message)?.[1];
    if (proxyStatus === '407')
        return `the proxy wants a user name and password; put them into the proxy's URL`;
    if (proxyStatus !== undefined)
        return `the proxy refused with status ${proxyStatus}`;
    if (/^aborted$|terminated|other side closed|socket hang up/.test(message))
        return `${address} closed the connection in the middle of the answer`;
    if (/^Parse Error|^HPE_|Response does not match/.test(message))
        return `${address} answered with something that is not HTTP`;
    return message;
}
/** The innermost error that has a code: several addresses of one host give one error with all of theirs in it. */
function codeOf(error) {
    if (!external_node_util_.types.isNativeError(error))
        return [error, ''];
    if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
        return codeOf(error.errors[0]);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (code in meanings || code in certificates)
        return [error, code];
    const [inner, innerCode] = error.cause === undefined ? [error, ''] : codeOf(error.cause);
    return innerCode === '' ? [error, code] : [inner, innerCode];
}
function addressIn(error) {
    const { address, port, hostname } = Object(error);
    if (typeof address === 'string')
        return port === undefined ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    return typeof hostname === 'string' ? hostname : undefined;
}

// EXTERNAL MODULE: ./src/http/prepare.js
var prepare = __webpack_require__(21457);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/http/proxy.js


/**
 * The proxy that the variables name for an address: `http_proxy`, `https_proxy`, else `all_proxy`, in lower case before upper case, unless
 * `no_proxy` names the host. Loopback addresses never go through a proxy.
 * @returns nothing for a direct connection
 * @throws {InvalidInput} when what the variable holds is no URL of an HTTP proxy
 */
function proxyFor(url, variables) {
    const variable = (name) => variables[name] || variables[name.toUpperCase()] || '';
    const proxy = variable(`${url.protocol.slice(0, -1)}_proxy`) || variable('all_proxy');
    if (proxy === '' || isLoopback(url) || exempt(url, variable('no_proxy')))
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
    // Not the value: it may hold a password.
    if (!/^https?:/i.test(address) || !URL.canParse(address))
        throw new errors/* InvalidInput */.o9(`the proxy for ${url.protocol}// addresses is not a URL`, 'Give HTTP_PROXY and HTTPS_PROXY the form http://host:port');
    return new URL(address);
}
/** `localhost` and what is below it, 127.0.0.0/8, `[::1]`. */
function isLoopback({ hostname }) {
    return /(^|\.)localhost$/.test(hostname) || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}
/** Entries of `no_proxy`: `*`, a host or a domain (with or without `.` or `*.` in front), an address or a network, each with a port or without. */
function exempt(url, list) {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[,\s]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, name = entry, ownPort] = (0,external_node_net_.isIPv6)(entry) ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
        if (ownPort !== undefined && ownPort !== port)
            return false;
        const domain = name.replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
        return host === domain || host.endsWith(`.${domain}`) || ((0,external_node_net_.isIP)(host) > 0 && inNetwork(host, domain));
    });
}
function inNetwork(host, network) {
    const [address = '', bits = ''] = network.split('/');
    const version = (0,external_node_net_.isIP)(address);
    if (version === 0 || version !== (0,external_node_net_.isIP)(host) || !/^\d{1,3}$/.test(bits) || Number(bits) > (version === 6 ? 128 : 32))
        return false;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, Number(bits), version === 6 ? 'ipv6' : 'ipv4');
    return list.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

;// CONCATENATED MODULE: ./src/http/redirect.js
/**
 * The request that a redirect asks for (jsontas.md 8.2): 303 and 302 make GET of every method but HEAD, 301 makes GET of POST, and those lose
 * their body, as does a PUT kept at 301; 307 and 308 keep method and body. Credentials stay with the origin for which they were given.
 * @returns nothing when the answer is no redirect
 */
function redirected(request, status, location) {
    if (location === undefined || ![301, 302, 303, 307, 308].includes(status))
        return undefined;
    const url = new URL(location, request.url);
    // Who follows a link keeps the place that was asked for, unless the link names one.
    if (url.hash === '')
        url.hash = request.url.hash;
    const { body, length, auth, headers, ...rest } = request;
    const keepsBody = status === 307 || status === 308;
    const toGet = keepsBody ? false : status === 301 ? request.method === 'POST' : request.method !== 'HEAD';
    const trusted = mayKnow(request.url, url);
    const kept = Object.entries(headers).filter(([name]) => (trusted || !secret.test(name)) && (keepsBody || !ofBody.has(name)) && name !== 'host');
    return {
        ...rest,
        url,
        method: toGet ? 'GET' : request.method,
        headers: Object.fromEntries(kept),
        ...(keepsBody && body !== undefined && { body }),
        ...(keepsBody && length !== undefined && { length }),
        ...(trusted && auth && { auth }),
    };
}
/** The same origin, or the same host after an upgrade from port 80 to TLS on port 443. */
function mayKnow(from, to) {
    const upgraded = from.protocol === 'http:' && from.port === '' && to.protocol === 'https:' && to.port === '';
    return from.origin === to.origin || (upgraded && from.hostname === to.hostname);
}
const secret = /^(authorization|proxy-authorization|cookie)$|token|secret|password|credential|api-?key|-art-api$/;
const ofBody = new Set(['content-length', 'content-type', 'content-encoding', 'transfer-encoding', 'expect']);

;// CONCATENATED MODULE: ./src/http/retry.js


const worthAnother = [408, 413, 429, 502, 503, 504];
const longestPause = 5_000;
/**
 * Makes tries until one ends otherwise than by a failure or a status that is worth another try. Gives the last answer, or throws the last
 * failure, when the next try would start after `within`.
 */
async function retried(once, { within, pause = 200, statuses = [] }, { clock, signal, onRetry }) {
    const started = clock.now();
    for (let tries = 1;; tries++) {
        const outcome = await once().catch((error) => {
            if (error instanceof client/* NoAnswer */.W && !error.lasting)
                return error;
            throw error;
        });
        const failed = outcome instanceof client/* NoAnswer */.W;
        if (!failed && !worthAnother.includes(outcome.status) && !statuses.includes(outcome.status))
            return outcome;
        const asked = failed ? undefined : retryAfter(outcome.headers['retry-after'], clock);
        // Jitter: those who failed together do not come back together.
        const wait = asked ?? Math.min(pause * 2 ** (tries - 1), longestPause) * (0.5 + Math.random() / 2);
        if (clock.now() + wait - started > within) {
            if (!failed)
                return outcome;
            throw tries === 1 ? outcome : new client/* NoAnswer */.W(`${outcome.message}, in ${tries} tries`, { cause: outcome });
        }
        onRetry(failed ? outcome.message : `${outcome.status} ${outcome.reason}`, wait);
        if (!failed)
            await (0,http_answer/* discard */.v)(outcome);
        await clock.sleep(wait, signal);
    }
}
/** Seconds or a date. What is neither is as good as absent. */
function retryAfter(header, clock) {
    if (typeof header !== 'string')
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now());
}

;// CONCATENATED MODULE: ./src/http/silence.js
/** Calls `onSilence` once when nothing was heard for `limit` milliseconds. */
function listenForSilence(limit, onSilence, { clock }) {
    const ended = new AbortController();
    let last = clock.now();
    let paused = false;
    const listen = async () => {
        for (let left = limit; left > 0; left = paused ? limit : last + limit - clock.now())
            await clock.sleep(Math.min(left, longest), ended.signal);
        if (!ended.signal.aborted)
            onSilence();
    };
    // The only way out beside silence is `end`, whose rejection is the one swallowed here.
    if (Number.isFinite(limit))
        listen().catch(() => undefined);
    return {
        heard() {
            last = clock.now();
            paused = false;
        },
        pause: () => void (paused = true),
        end: () => ended.abort(),
    };
}
// A timer takes 2^31-1 ms at most and fires at once beyond it.
const longest = 2 ** 31 - 1;

;// CONCATENATED MODULE: ./src/http/create-client.js

















const mostRedirects = 30;
// Long for somebody who sees nothing, short enough not to look hung.
const slow = 2_000;
/** The program's HTTP client. Disposing of it breaks whatever is still under way. */
function createHttpClient({ log, environment, clock }) {
    const direct = createDirectSender();
    let beyond;
    let unchecked;
    const special = new Map();
    const senderFor = (url, { verify = true, tls }) => {
        if (url.protocol === 'http:' && !proxyFor(url, environment))
            return direct;
        if (tls) {
            const sender = special.get(tls) ?? createSpecialSender(tls, verify, environment);
            special.set(tls, sender);
            return sender;
        }
        return verify ? (beyond ??= createSenderBeyond(environment, log)) : (unchecked ??= createUncheckedSender(environment));
    };
    const authorized = createAuthorizer();
    /** One message and its answer, under the limit. */
    const attempt = async (request, { limit = 30_000, signal, ...trust }) => {
        const { method, url } = request;
        const name = `${method} ${(0,http_url/* printUrl */.D1)(url)}`;
        // Before anything is begun that would have to end: a proxy that is no address is refused here.
        const failed = { method, url, proxy: proxyFor(url, environment) };
        const started = clock.now();
        const stopped = new AbortController();
        const stop = () => stopped.abort(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        const listening = listenForSilence(limit, () => stopped.abort(new client/* NoAnswer */.W(`${name}: no answer: nothing was heard for ${(0,host_clock/* inWords */.r)(limit)}`)), { clock });
        const onEnd = () => {
            listening.end();
            signal?.removeEventListener('abort', stop);
        };
        try {
            const sender = await senderFor(url, trust);
            const raw = await sender.send(messageOn(request, () => listening.heard()), stopped.signal);
            if (raw.status === 407 && failed.proxy) {
                raw.body.destroy();
                throw new Error('Proxy response (407)');
            }
            listening.heard();
            log.debug('requested', { method, url: (0,http_url/* printUrl */.D1)(url), status: raw.status, ms: clock.now() - started });
            return (0,http_answer/* createAnswer */.x)(raw, request, {
                request: name,
                listening,
                signal: stopped.signal,
                explain: (error) => explain(error, failed),
                onEnd,
            });
        }
        catch (error) {
            onEnd();
            if (signal?.aborted)
                throw signal.reason;
            const reason = stopped.signal.aborted
                ? stopped.signal.reason
                : error instanceof client/* NoAnswer */.W
                    ? error
                    : explain(error, failed);
            log.debug('requested in vain', { method, url: (0,http_url/* printUrl */.D1)(url), reason: reason.message, ms: clock.now() - started });
            throw reason;
        }
    };
    const follow = async (first, asked) => {
        let request = first;
        for (let redirects = 0;; redirects++) {
            const answer = await authorized(request, (message) => attempt(message, asked));
            const location = answer.headers.location;
            const next = (asked.redirects ?? first.method !== 'HEAD')
                ? nextAfter(request, answer.status, typeof location === 'string' ? location : undefined)
                : undefined;
            if (!next)
                return answer;
            const set = answer.headers['set-cookie'];
            const cookie = Array.isArray(set)
                ? carriedOn(next.headers.cookie, set, { from: request.url, to: next.url })
                : undefined;
            await (0,http_answer/* discard */.v)(answer);
            if (redirects === mostRedirects)
                throw new client/* NoAnswer */.W(`${first.method} ${(0,http_url/* printUrl */.D1)(first.url)}: no answer: more than ${mostRedirects} redirects, the last to ${(0,http_url/* printUrl */.D1)(next.url)}`, {
                    lasting: true,
                });
            request = cookie === undefined ? next : { ...next, headers: { ...next.headers, cookie } };
        }
    };
    const sayWhenSlow = async (url, answered) => {
        await clock.sleep(slow, answered).catch(() => undefined);
        if (!answered.aborted)
            log.warning(`no answer from ${(0,http_url/* printUrl */.D1)(url)} yet; waiting for it`);
    };
    return {
        async request(asked) {
            asked.signal?.throwIfAborted();
            const request = (0,prepare/* prepare */.i)(asked);
            const once = () => follow(request, asked);
            const onRetry = (reason, wait) => log.debug('trying again', { reason, in: (0,host_clock/* inWords */.r)(wait) });
            const answered = new AbortController();
            if (asked.sayWhenSlow)
                void sayWhenSlow(request.url, answered.signal);
            try {
                return await (asked.retry ? retried(once, asked.retry, { clock, signal: asked.signal, onRetry }) : once());
            }
            finally {
                answered.abort();
            }
        },
        async [Symbol.asyncDispose]() {
            await direct[Symbol.asyncDispose]();
            await (await beyond)?.[Symbol.asyncDispose]();
            await (await unchecked)?.[Symbol.asyncDispose]();
            for (const sender of special.values())
                await (await sender)[Symbol.asyncDispose]();
        },
    };
}
function nextAfter(request, status, location) {
    const name = `${request.method} ${(0,http_url/* printUrl */.D1)(request.url)}`;
    if (location !== undefined && !URL.canParse(location, request.url.href))
        throw new client/* NoAnswer */.W(`${name}: no answer: the redirect to ${JSON.stringify(location)} leads nowhere`, { lasting: true });
    const next = redirected(request, status, location);
    if (next && !['http:', 'https:'].includes(next.url.protocol))
        throw new client/* NoAnswer */.W(`${name}: no answer: the redirect to a ${next.url.protocol} address is not followed`, { lasting: true });
    return next;
}
/** The message of one try, its body a fresh stream that is held to its length. */
function messageOn({ method, url, headers, body, length, once }, onPiece) {
    const shared = { method, url, ...(once && { once }) };
    if (typeof body !== 'function') {
        const expectsBody = ['POST', 'PUT', 'PATCH'].includes(method);
        const size = body?.length ?? (expectsBody ? 0 : undefined);
        return { ...shared, headers: size === undefined ? headers : { ...headers, 'content-length': String(size) }, body };
    }
    const framing = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
    return { ...shared, headers: { ...headers, ...framing }, body: measured(body(), length, onPiece) };
}
/** A stream held to its length. What a file grows by while it is sent is left out; one that is shorter is a failure. */
function measured(source, length, onPiece) {
    let left = length ?? Infinity;
    const measure = new external_node_stream_.Transform({
        transform(piece, _encoding, done) {
            if (left > 0)
                onPiece();
            const wanted = piece.subarray(0, Math.min(piece.length, left));
            left -= wanted.length;
            done(null, wanted);
        },
        flush(done) {
            done(length === undefined || left === 0 ? null : new Error(`the body has ${length - left} bytes; ${length} were announced`));
        },
    });
    // Whoever sends it sees the error on the stream itself.
    return (0,external_node_stream_.pipeline)(source, measure, () => undefined);
}
async function createSenderBeyond(environment, log) {
    const [{ createUndiciSender }, further] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(900)]).then(__webpack_require__.bind(__webpack_require__, 47900)), furtherCertificates(environment, log)]);
    return createUndiciSender((url) => proxyFor(url, environment), further.length > 0 ? { ca: [...external_node_tls_.rootCertificates, ...further] } : {});
}
async function createUncheckedSender(environment) {
    const { createUndiciSender } = await Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(900)]).then(__webpack_require__.bind(__webpack_require__, 47900));
    return createUndiciSender((url) => proxyFor(url, environment), { rejectUnauthorized: false });
}
async function createSpecialSender({ authority, certificate, key, serverName }, verify, environment) {
    const { createUndiciSender } = await Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(900)]).then(__webpack_require__.bind(__webpack_require__, 47900));
    return createUndiciSender((url) => proxyFor(url, environment), {
        ...(authority !== undefined && { ca: authority }),
        ...(certificate !== undefined && { cert: certificate }),
        ...(key !== undefined && { key }),
        ...(serverName !== undefined && { servername: serverName }),
        rejectUnauthorized: verify,
    });
}
async function furtherCertificates(environment, log) {
    const read = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'].map(async (name) => {
        const path = environment[name];
        if (!path)
            return [];
        try {
            return [await (0,promises_.readFile)(path, 'utf8')];
        }
        catch (error) {
            // As Node does with its own: most requests do not need them.
            log.warning('left certificates out', { name, reason: (0,errors/* messageOf */.bD)(error) });
            return [];
        }
    });
    return (await Promise.all(read)).flat();
}


/***/ }),

/***/ 12810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ printForm),
/* harmony export */   z: () => (/* binding */ withParameters)
/* harmony export */ });
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63519);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40805);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59435);



/**
 * Parameters as an HTML form: `a=1&b=x+y`, in UTF-8. Objects and lists of pairs; members with null are left out, a list repeats the name
 * without its nulls, an object contributes its names, true and false are `True` and `False` (jsontas.md 8.2, `params` and `data`). Text is
 * given back as it is.
 * @throws {TypeError} with a sentence for a value that is none of these
 */
function printForm(form) {
    if (typeof form === 'string')
        return form;
    return pairsOf(form)
        .flatMap(([name, value]) => elementsOf(value).map((element) => `${encode(name)}=${encode(print(element))}`))
        .join('&');
}
/** A URL with parameters behind the query that it has already, before its fragment. Text is appended as it is. */
function withParameters(url, parameters) {
    const query = printForm(parameters);
    if (query === '')
        return url;
    const hash = url.indexOf('#');
    const [address, fragment] = hash < 0 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
    const joint = !address.includes('?') ? '?' : /\?$/.test(address) ? '' : '&';
    return `${address}${joint}${query}${fragment}`;
}
function pairsOf(form) {
    if (form === null)
        return [];
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(form))
        return [...form];
    if (!Array.isArray(form))
        throw new TypeError(`parameters are ${(0,_json_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printJson */ .Q2)(form)}; expected an object, a list of pairs or text`);
    return form.map((pair) => {
        const [name, value] = Array.isArray(pair) && pair.length === 2 ? pair : [];
        if (name === undefined || value === undefined)
            throw new TypeError(`a parameter is ${(0,_json_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printJson */ .Q2)(pair)}; expected a pair such as ["name", "value"]`);
        return [print(name), value];
    });
}
function elementsOf(value) {
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return [...value.keys()];
    if (!Array.isArray(value))
        return value === null ? [] : [value];
    // A list in a list repeats the name too, as the encoder below the reference's client does.
    return value
        .filter((element) => element !== null)
        .flatMap((element) => (Array.isArray(element) ? element : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(element) ? [...element.keys()] : [element]));
}
function print(value) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number')
        return (0,_json_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printNumber */ .xo)(value);
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    return (0,_json_print_js__WEBPACK_IMPORTED_MODULE_2__/* .printJson */ .Q2)(value);
}
function encode(text) {
    return (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .percentEncode */ .a)(text, /[\w.~-]/).replaceAll('%20', '+');
}


/***/ }),

/***/ 21457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22257);
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59435);



/** Reads what was asked for and adds the headers every request has. @throws {InvalidInput} when it can be sent nowhere */
function prepare({ method, url: address, headers = {}, body, length, auth, once }) {
    const url = (0,_url_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .Dl)(String(address));
    const own = credentialsIn(url);
    const credentials = auth ?? own;
    // A method that no server knows is its business; one that cannot stand in a request line is ours.
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(method))
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`${JSON.stringify(method)} is no HTTP method`, 'GET, POST and PUT are');
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return {
        method: method.toUpperCase(),
        url,
        headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'etos-action', ...lowerCased(headers, url) },
        ...(bytes !== undefined && { body: bytes }),
        ...(length !== undefined && { length }),
        ...(credentials && { auth: credentials }),
        ...(once && { once }),
    };
}
function lowerCased(headers, url) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => {
        try {
            (0,node_http__WEBPACK_IMPORTED_MODULE_0__.validateHeaderName)(name);
            (0,node_http__WEBPACK_IMPORTED_MODULE_0__.validateHeaderValue)(name, value);
        }
        catch {
            // Not the value: it may be a token with a newline at its end.
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o9(`request to ${(0,_url_js__WEBPACK_IMPORTED_MODULE_2__/* .printUrl */ .D1)(url)}: the header ${JSON.stringify(name)} cannot be sent`, 'Names are letters, digits and "-"; values are one line of Latin-1 text. A newline at the end of a token is the usual cause');
        }
        return [name.toLowerCase(), value];
    }));
}
/** `https://user:password@host/` gives its credentials to the header, and the URL is without them from here on. */
function credentialsIn(url) {
    const { username, password } = url;
    if (username === '' && password === '')
        return undefined;
    url.username = '';
    url.password = '';
    return { type: 'basic', username: (0,_url_js__WEBPACK_IMPORTED_MODULE_2__/* .percentDecode */ .YZ)(username), password: (0,_url_js__WEBPACK_IMPORTED_MODULE_2__/* .percentDecode */ .YZ)(password) };
}


/***/ }),

/***/ 63519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   QO: () => (/* binding */ printPlainPython),
/* harmony export */   bY: () => (/* binding */ printIndented),
/* harmony export */   n: () => (/* binding */ printText),
/* harmony export */   qj: () => (/* binding */ printPython),
/* harmony export */   xo: () => (/* binding */ printNumber)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40805);

/** JSON text without white space, members in their order. */
function printJson(value) {
    if (Array.isArray(value))
        return `[${value.map(printJson).join(',')}]`;
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return `{${[...value].map(([name, member]) => `${JSON.stringify(name)}:${printJson(member)}`).join(',')}}`;
    return JSON.stringify(value);
}
/** A value where text is wanted: text as it is, `otherwise` for null and for nothing, anything else as JSON. */
function printText(value, otherwise = '') {
    if (value === undefined || value === null)
        return otherwise;
    return typeof value === 'string' ? value : printJson(value);
}
/** JSON text for people: two spaces a level, members in their order. */
function printIndented(value, indent = '') {
    const deeper = `${indent}  `;
    const lines = Array.isArray(value)
        ? value.map((element) => deeper + printIndented(element, deeper))
        : (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)
            ? [...value].map(([name, member]) => `${deeper}${JSON.stringify(name)}: ${printIndented(member, deeper)}`)
            : undefined;
    if (lines === undefined)
        return JSON.stringify(value);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
/** JSON text as Python's `json.dumps` writes it: `", "` and `": "`, everything outside U+0020 to U+007E escaped (jsontas.md 11.5). */
function printPython(value) {
    const pieces = [];
    write(value, pieces);
    return pieces.join('');
}
// One list of pieces for the whole text: texts added to texts stay chains of small ones, and keep the memory of all.
function write(value, pieces) {
    if (typeof value === 'string')
        pieces.push(ascii(value));
    else if (typeof value === 'number')
        pieces.push(printNumber(value));
    else if (Array.isArray(value)) {
        pieces.push('[');
        for (const [i, element] of value.entries()) {
            if (i > 0)
                pieces.push(', ');
            write(element, pieces);
        }
        pieces.push(']');
    }
    else if ((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
        pieces.push('{');
        let separator = '';
        for (const [name, member] of value) {
            pieces.push(separator, ascii(name), ': ');
            write(member, pieces);
            separator = ', ';
        }
        pieces.push('}');
    }
    else
        pieces.push(JSON.stringify(value));
}
/** As `printPython`, of plain objects; members that are undefined are left out. */
function printPlainPython(value) {
    if (typeof value === 'string')
        return ascii(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return printNumber(value);
    let text = '';
    if (Array.isArray(value)) {
        for (const element of value)
            text += `${text === '' ? '' : ', '}${printPlainPython(element)}`;
        return `[${text}]`;
    }
    if (typeof value !== 'object' || value === null)
        return typeof value === 'boolean' ? String(value) : 'null';
    // Not by their entries, which are a list of lists: events are printed by the thousand.
    for (const name of Object.keys(value)) {
        const member = value[name];
        if (member !== undefined)
            text += `${text === '' ? '' : ', '}${ascii(name)}: ${printPlainPython(member)}`;
    }
    return `{${text}}`;
}
/** A number as Python prints it: exponent form from 1e16 on and below 1e-4, two digits of exponent at least (jsontas.md 11.3). */
function printNumber(value) {
    if (Object.is(value, -0))
        return '-0.0';
    if (Number.isSafeInteger(value))
        return String(value);
    const size = Math.abs(value);
    if (size < 1e16 && size >= 1e-4)
        return String(value);
    const [mantissa, exponent = ''] = value.toExponential().split('e');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
function ascii(text) {
    // Nearly every text needs nothing: this test costs a fifth of what follows.
    if (/^[ !#-[\]-~]*$/.test(text))
        return `"${text}"`;
    const json = JSON.stringify(text);
    return /[\u007f-\uffff]/.test(json)
        ? json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : json;
}


/***/ }),

/***/ 92948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EN: () => (/* reexport */ bodyOf),
  YK: () => (/* reexport */ encryptFernet),
  _3: () => (/* binding */ evaluate),
  qC: () => (/* reexport */ identityValue),
  zz: () => (/* reexport */ isTruthy),
  SX: () => (/* reexport */ providerStructures),
  zd: () => (/* reexport */ testRunnerStructures),
  Vc: () => (/* reexport */ whyUnanswered)
});

// UNUSED EXPORTS: builtIns, copyOf, decryptFernet

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(11290);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(39874);
// EXTERNAL MODULE: ./src/json/value.js
var value = __webpack_require__(40805);
;// CONCATENATED MODULE: ./src/jsontas/identity-value.js
const fields = ['type', 'namespace', 'name', 'version', 'qualifiers', 'subpath'];
/**
 * A package URL as queries see it (jsontas.md 3.4): a list of six that also knows its elements by name, so an absent part is null instead of the text
 * of the query.
 */
class PackageUrl extends Array {
    // What is made of it (a slice, a map) is an ordinary list.
    static get [Symbol.species]() {
        return Array;
    }
    /** The element of this name; undefined when there is no such field. */
    field(name) {
        const at = fields.indexOf(name);
        return at < 0 ? undefined : (this[at] ?? null);
    }
}
/** What the dataset's `identity` has to be. Absent parts are null, absent qualifiers an empty object (jsontas.md 12.2). */
function identityValue(identity) {
    const value = new PackageUrl();
    for (const name of fields)
        value.push(name === 'qualifiers' ? new Map(Object.entries(identity.qualifiers)) : (identity[name] ?? null));
    return value;
}

;// CONCATENATED MODULE: ./src/jsontas/response-description.js
/** A header collection: names are kept in lower case and found in any (jsontas.md 8.3). */
class Headers extends Map {
    get(name) {
        return super.get(name) ?? super.get(name.toLowerCase());
    }
}
/** What `$request` gives (jsontas.md 8.3). A word that is none of its members is looked up in its `json` (8.4). */
class ResponseDescription extends Map {
}
/** The JSON of a response description; any other value as it is. For whoever accepts the shape that the users' documents show (jsontas.md 8.4). */
function bodyOf(value) {
    return value instanceof ResponseDescription ? (value.get('json') ?? null) : value;
}

;// CONCATENATED MODULE: ./src/jsontas/copy.js


/**
 * A copy that shares nothing with the original but texts and numbers; what occurs twice in the original occurs twice in the copy, as one value.
 * Headers, response descriptions and the identity keep their ways.
 */
function copyOf(value) {
    return copy(value, undefined);
}
/** As `copyOf`, in a third of the time, for a value in which nothing occurs twice: without a memory of what was met. */
function copyOfTree(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (value.constructor === Array)
        return value.map(copyOfTree);
    if (value.constructor !== Map)
        return copyOf(value);
    const twin = new Map();
    for (const [name, member] of value)
        twin.set(name, typeof member === 'object' ? copyOfTree(member) : member);
    return twin;
}
/** Whether no list and no object occurs twice. */
function isTree(value) {
    const met = new Set();
    const isNew = (one) => {
        if (typeof one !== 'object' || one === null)
            return true;
        if (met.has(one))
            return false;
        met.add(one);
        if (Array.isArray(one))
            return one.every(isNew);
        if (!(one instanceof Map))
            return true;
        for (const member of one.values())
            if (!isNew(member))
                return false;
        return true;
    };
    return isNew(value);
}
function copy(value, met = new Map()) {
    if (value === null || typeof value !== 'object')
        return value;
    const known = met.get(value);
    if (known !== undefined)
        return known;
    if (Array.isArray(value)) {
        const twin = value instanceof PackageUrl ? new PackageUrl() : [];
        met.set(value, twin);
        for (const element of value)
            twin.push(copy(element, met));
        return twin;
    }
    if (!(value instanceof Map))
        return value;
    const twin = value instanceof ResponseDescription ? new ResponseDescription() : value instanceof Headers ? new Headers() : new Map();
    met.set(value, twin);
    for (const [name, member] of value)
        twin.set(name, copy(member, met));
    return twin;
}

;// CONCATENATED MODULE: ./src/jsontas/failure.js
/**
 * Stands where a structure failed, until the run ends (jsontas.md 10.3). Failing at once would be wrong: what fails may be thrown away, as the branch
 * not taken or the first evaluation of `$expand` is. It counts as true, equals nothing and has no members.
 */
class Failure {
    query;
    path;
    cause;
    /**
     * @param query the text of the query whose structure failed
     * @param path of the query within the document
     * @param cause why, as a sentence without a full stop
     */
    constructor(query, path, cause) {
        this.query = query;
        this.path = path;
        this.cause = cause;
    }
}

;// CONCATENATED MODULE: ./src/jsontas/look-up.js



const missing = Symbol('missing');
/** Follows words below a value (jsontas.md 3.2). */
function follow(below, words, from = 0) {
    let value = below;
    for (let i = from; i < words.length; i++) {
        const word = words[i];
        // What is below a failure has failed as well.
        if (value instanceof Failure)
            return value;
        const found = lookUp(value, word);
        if (found !== null && found !== undefined)
            value = found;
        else if (found === undefined)
            return null;
        else if (Array.isArray(value)) {
            const mapped = mapOver(value, word);
            if (mapped === undefined)
                return null;
            value = mapped;
        }
        else
            return missing;
    }
    return value;
}
/** One word in one value (jsontas.md 3.4): null when there is no such thing, undefined when an index is out of range. */
function lookUp(value, word) {
    if (value instanceof Map) {
        if (value instanceof ResponseDescription && !value.has(word))
            return inBody(value, word);
        return value.get(word) ?? null;
    }
    if (!Array.isArray(value))
        return null;
    if (value instanceof PackageUrl) {
        const field = value.field(word);
        if (field !== undefined)
            return field;
    }
    if (word.includes(':'))
        return slice(value, word);
    if (!integer.test(word))
        return null;
    return value.at(Number(word));
}
function inBody(response, word) {
    const found = follow(response.get('json') ?? null, [word]);
    return found === missing ? null : found;
}
// Python takes underscores and the digits of any script as well; nobody writes them.
const integer = /^-?[0-9]+$/;
function slice(list, word) {
    const [from = '', to = ''] = word.split(':', 2);
    return list.slice(integer.test(from) ? Number(from) : 0, integer.test(to) ? Number(to) : undefined);
}
/** The word in every element, one level deep; undefined when there is nothing in any, or an index is out of range in one. */
function mapOver(list, word) {
    const found = [];
    let any = false;
    for (const element of list) {
        const value = lookUp(element, word);
        if (value === undefined)
            return undefined;
        any ||= value !== null;
        found.push(value);
    }
    return any ? found : undefined;
}

;// CONCATENATED MODULE: ./src/jsontas/equal.js

/** Comparisons of one pair; lists and objects that refer to each other again and again could ask for any number. */
const most = 10_000_000;
/**
 * Deep, typed equality: text never equals a number, true never 1, and the order of members is no matter (jsontas.md 11.2, 14). A failure equals nothing.
 * @throws {Error} when the values are too large to compare, or contain themselves
 */
function equal(one, other) {
    let left = most;
    const same = (a, b) => {
        if (a instanceof Failure || b instanceof Failure)
            return false;
        if (a === b)
            return true;
        if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
            return false;
        if (left-- === 0)
            throw new Error('the values are too large to compare');
        if (Array.isArray(a))
            return Array.isArray(b) && a.length === b.length && a.every((element, i) => same(element, b[i]));
        if (Array.isArray(b) || a.size !== b.size)
            return false;
        for (const [name, member] of a) {
            const twin = b.get(name);
            if (twin === undefined || !same(member, twin))
                return false;
        }
        return true;
    };
    return same(one, other);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/letter-case.js
/** Every character that is the same letter as this one, itself first: `k`, `K` and the Kelvin sign. */
function spellings(code, ascii) {
    if (ascii)
        return code < 128 ? [...new Set([code, codeOf(textOf(code).toLowerCase()), codeOf(textOf(code).toUpperCase())])] : [code];
    if (code < 128 && !/[A-Za-z]/.test(textOf(code)))
        return [code];
    return [code, ...(families().get(fold(code)) ?? []).filter((other) => other !== code)];
}
/** One letter for all its spellings. */
function fold(code) {
    // What becomes several letters (the sharp s) is only its own spelling.
    const upper = textOf(code).toUpperCase();
    const base = upper.length === textOf(codeOf(upper)).length ? upper : textOf(code);
    return codeOf(base.toLowerCase());
}
/** In lower case, as Python has it for one character. */
function lower(code) {
    return codeOf(textOf(code).toLowerCase());
}
let known;
/** Which characters fold to one: made when first asked for, in some 20 ms. */
function families() {
    if (known)
        return known;
    const byFold = new Map();
    for (let code = 0; code < lastCased; code++) {
        if (code === 0x3000)
            code = 0xa640; // None of the scripts between has letter case.
        if (code === 0xac00)
            code = 0xfb00;
        const base = fold(code);
        if (base === code && textOf(code).toUpperCase() === textOf(code))
            continue;
        byFold.set(base, [...(byFold.get(base) ?? []), code]);
    }
    return (known = byFold);
}
const lastCased = 0x1e944;
function textOf(code) {
    return String.fromCodePoint(code);
}
function codeOf(text) {
    return text.codePointAt(0);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/character-set.js

/** A set of characters, as one literal, `.`, a category or a bracket expression has it. */
class CharacterSet {
    items;
    negative;
    ignoreCase;
    // Nearly all that is matched is ASCII: one look into a table.
    #ascii = new Uint8Array(128);
    constructor(items, negative = false, 
    /** Compares letters whatever their case; ASCII letters only when it is `ascii`. */
    ignoreCase = false) {
        this.items = items;
        this.negative = negative;
        this.ignoreCase = ignoreCase;
        for (let code = 0; code < 128; code++)
            this.#ascii[code] = this.#test(code) ? 1 : 0;
    }
    has(code) {
        return code < 128 ? this.#ascii[code] === 1 : this.#test(code);
    }
    #test(code) {
        const codes = this.ignoreCase === false ? [code] : spellings(code, this.ignoreCase === 'ascii');
        return codes.some((one) => this.items.some((item) => holds(item, one))) !== this.negative;
    }
}
function holds(item, code) {
    return 'category' in item ? isOf(item.category, code, item.ascii) : code >= item.from && code <= item.to;
}
/** Whether a character belongs to a category, in all scripts or in ASCII alone. */
function isOf(category, code, ascii) {
    const positive = category.toLowerCase();
    return (ascii ? asciiCategories : categories)[positive].test(String.fromCodePoint(code)) === (positive === category);
}
const categories = {
    d: /^\p{Nd}$/u,
    w: /^[\p{L}\p{N}_]$/u,
    // Python's white space: U+001C to U+001F and U+0085 are, U+FEFF is not.
    s: new RegExp(String.raw `^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$`, 'u'),
};
const asciiCategories = { d: /^[0-9]$/, w: /^[A-Za-z0-9_]$/, s: /^[\t-\r ]$/ };

;// CONCATENATED MODULE: ./src/jsontas/regex/node.js
/** The fewest and the most characters that a node matches. */
function widthOf(node, groups) {
    switch (node.kind) {
        case 'set':
            return [1, 1];
        case 'sequence':
            return node.parts.map((part) => widthOf(part, groups)).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
        case 'choice': {
            const widths = node.branches.map((branch) => widthOf(branch, groups));
            return [Math.min(...widths.map(([least]) => least)), Math.max(...widths.map(([, most]) => most))];
        }
        case 'repeat': {
            const [least, most] = widthOf(node.body, groups);
            // Not infinity times nothing.
            return [least * node.min, most === 0 || node.max === 0 ? 0 : most * node.max];
        }
        case 'group':
        case 'atomic':
            return widthOf(node.body, groups);
        case 'reference':
            return groups.get(node.number) ?? [0, Infinity];
        case 'conditional': {
            const [yes, no] = [widthOf(node.yes, groups), widthOf(node.no, groups)];
            return [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])];
        }
        case 'look':
        case 'at':
            return [0, 0];
    }
}

;// CONCATENATED MODULE: ./src/jsontas/regex/compile.js

const mostSteps = 100_000;
/**
 * Makes a program of a pattern. It is made from its end to its start, so that each step knows where it goes on.
 * @param linear without steps that stand for many positions, and without anything kept: what a memory of visited states needs
 * @throws {SyntaxError} when repetitions of repetitions make it too large
 */
function compile(root, { groups, linear }) {
    const steps = [];
    let slots = groups * 2;
    const add = (step) => {
        if (steps.length >= mostSteps)
            throw new SyntaxError(`the pattern is too large: more than ${mostSteps} steps`);
        return steps.push(step) - 1;
    };
    // A loop's end is made before its start is known.
    const reserve = () => add({ do: 'end' });
    const sub = (node) => make(node, add({ do: 'end' }));
    const make = (node, next) => {
        switch (node.kind) {
            case 'set':
                return add({ do: 'set', set: node.set, next });
            case 'at':
                return add({ do: 'at', place: node.place, ascii: node.ascii, next });
            case 'sequence':
                return node.parts.reduceRight((after, part) => make(part, after), next);
            case 'choice':
                return node.branches.map((branch) => make(branch, next)).reduceRight((second, first) => add({ do: 'fork', first, second }));
            case 'group':
                if (linear)
                    return make(node.body, next);
                return add({ do: 'keep', slot: node.number * 2, next: make(node.body, add({ do: 'keep', slot: node.number * 2 + 1, next })) });
            case 'atomic':
                return add({ do: 'atomic', start: sub(node.body), next });
            case 'look':
                return add({ do: 'look', start: sub(node.body), behind: node.behind, negative: node.negative, width: node.width, next });
            case 'reference':
                return add({ do: 'reference', number: node.number, ignoreCase: node.ignoreCase, ascii: node.ascii, next });
            case 'conditional':
                return add({ do: 'conditional', number: node.number, yes: make(node.yes, next), no: make(node.no, next) });
            case 'repeat':
                return repeat(node, next);
        }
    };
    const repeat = (node, next) => {
        const { body, min, max, way } = node;
        if (way === 'possessive')
            return add({ do: 'atomic', start: repeat({ ...node, way: 'greedy' }, add({ do: 'end' })), next });
        const greedy = way === 'greedy';
        if (body.kind === 'set' && !linear)
            return add({ do: 'run', set: body.set, min, max, greedy, next });
        const fork = (again, on) => ({ do: 'fork', first: greedy ? again : on, second: greedy ? on : again });
        let entry = next;
        if (max === Infinity) {
            const loop = reserve();
            if (linear || widthOf(body, new Map())[0] > 0)
                steps[loop] = fork(make(body, loop), next);
            else {
                const slot = slots++;
                const check = add({ do: 'unmoved', slot, moved: loop, stuck: next });
                steps[loop] = fork(add({ do: 'keep', slot, next: make(body, check) }), next);
            }
            entry = loop;
        }
        else
            for (let n = min; n < max; n++)
                entry = add(fork(make(body, entry), next));
        for (let n = 0; n < min; n++)
            entry = make(body, entry);
        return entry;
    };
    const start = make(root, reserve());
    return { steps, start, slots };
}

;// CONCATENATED MODULE: ./src/jsontas/regex/literals.js
// A single character is in nearly every text: looking for it costs more than it saves.
const shortest = 2;
/**
 * What every text has that a pattern matches, wherever in it: of each clause one text. Most patterns have a word in them, and most texts do not have it;
 * they need not be tried.
 */
function clausesOf(node) {
    switch (node.kind) {
        case 'sequence': {
            const clauses = [];
            let word = '';
            const finish = () => {
                if ([...word].length >= shortest)
                    clauses.push([word]);
                word = '';
            };
            for (const part of node.parts) {
                const character = characterOf(part);
                if (character !== undefined)
                    word += character;
                else {
                    finish();
                    clauses.push(...clausesOf(part));
                }
            }
            finish();
            return clauses;
        }
        case 'choice': {
            const best = node.branches.map((branch) => clausesOf(branch).reduce(better, []));
            return best.every(({ length }) => length > 0) ? [best.flat()] : [];
        }
        case 'repeat':
            return node.min > 0 ? clausesOf(node.body) : [];
        case 'group':
        case 'atomic':
            return clausesOf(node.body);
        // What is looked at need not be matched, and what a group or a condition stands for is known only then.
        case 'look':
        case 'set':
        case 'at':
        case 'reference':
        case 'conditional':
            return [];
    }
}
function characterOf(node) {
    if (node.kind !== 'set' || node.set.negative || node.set.ignoreCase !== false || node.set.items.length !== 1)
        return undefined;
    const [item] = node.set.items;
    return item && 'from' in item && item.from === item.to ? String.fromCodePoint(item.from) : undefined;
}
/** The one that fewer texts will hold: its shortest word is longer. */
function better(one, other) {
    return shortestOf(other) > shortestOf(one) ? other : one;
}
function shortestOf(clause) {
    return clause.reduce((least, { length }) => Math.min(least, length), clause.length === 0 ? 0 : Infinity);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/character-names.js
// The names of ASCII's punctuation; those of letters and digits are made by rule.
const punctuation = {
    SPACE: ' ',
    'EXCLAMATION MARK': '!',
    'QUOTATION MARK': '"',
    'NUMBER SIGN': '#',
    'DOLLAR SIGN': '$',
    'PERCENT SIGN': '%',
    AMPERSAND: '&',
    APOSTROPHE: "'",
    'LEFT PARENTHESIS': '(',
    'RIGHT PARENTHESIS': ')',
    ASTERISK: '*',
    'PLUS SIGN': '+',
    COMMA: ',',
    'HYPHEN-MINUS': '-',
    'FULL STOP': '.',
    SOLIDUS: '/',
    COLON: ':',
    SEMICOLON: ';',
    'LESS-THAN SIGN': '<',
    'EQUALS SIGN': '=',
    'GREATER-THAN SIGN': '>',
    'QUESTION MARK': '?',
    'COMMERCIAL AT': '@',
    'LEFT SQUARE BRACKET': '[',
    'REVERSE SOLIDUS': '\\',
    'RIGHT SQUARE BRACKET': ']',
    'CIRCUMFLEX ACCENT': '^',
    'LOW LINE': '_',
    'GRAVE ACCENT': '`',
    'LEFT CURLY BRACKET': '{',
    'VERTICAL LINE': '|',
    'RIGHT CURLY BRACKET': '}',
    TILDE: '~',
    'NO-BREAK SPACE': '\u00a0',
    'EN DASH': '\u2013',
    'EM DASH': '\u2014',
    'EURO SIGN': '\u20ac',
    'DEGREE SIGN': '\u00b0',
    'SECTION SIGN': '\u00a7',
    'MICRO SIGN': '\u00b5',
    'LATIN SMALL LETTER SHARP S': 'ß',
    'LATIN SMALL LETTER AE': 'æ',
    'LATIN CAPITAL LETTER AE': 'Æ',
    'LATIN SMALL LETTER O WITH STROKE': 'ø',
    'LATIN CAPITAL LETTER O WITH STROKE': 'Ø',
};
const digits = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const accents = {
    GRAVE: '\u0300',
    ACUTE: '\u0301',
    CIRCUMFLEX: '\u0302',
    TILDE: '\u0303',
    DIAERESIS: '\u0308',
    'RING ABOVE': '\u030a',
    CARON: '\u030c',
    CEDILLA: '\u0327',
};
const greek = 'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO . SIGMA TAU UPSILON PHI CHI PSI OMEGA'.split(' ');
/**
 * The character that Unicode calls so, for `\N{…}`: ASCII, the letters of Latin with their usual accents and of Greek, and a few signs. The table
 * of all 34,000 would weigh more than the program.
 * @throws {SyntaxError} for any other
 */
function characterNamed(name) {
    const upper = name.toUpperCase();
    const sign = Object.hasOwn(punctuation, upper) ? punctuation[upper] : undefined;
    const digit = digits.indexOf(upper.replace(/^DIGIT /, ''));
    const [, size, script, letter = '', accent] = /^(SMALL|CAPITAL) (LATIN|GREEK) (\w+)(?: WITH (.+))?$/.exec(upper.replace(/^(LATIN|GREEK) (SMALL|CAPITAL) LETTER/, '$2 $1')) ?? [];
    const base = sign ??
        (digit >= 0 && upper.startsWith('DIGIT ') ? String(digit) : undefined) ??
        (script === 'LATIN' && letter.length === 1 ? letter.toLowerCase() : undefined) ??
        (script === 'GREEK' && greek.includes(letter) && accent === undefined
            ? String.fromCodePoint(0x3b1 + greek.indexOf(letter))
            : undefined);
    const mark = accent === undefined || sign ? '' : Object.hasOwn(accents, accent) ? accents[accent] : undefined;
    const character = base === undefined || mark === undefined ? '' : (size === 'CAPITAL' && !sign ? base.toUpperCase() : base).concat(mark).normalize();
    if ([...character].length !== 1)
        throw new SyntaxError(`the character name ${JSON.stringify(name)} is not known here; write the character itself`);
    return character.codePointAt(0);
}

;// CONCATENATED MODULE: ./src/jsontas/regex/parse.js



/** Reads a pattern as Python 3.11 does (jsontas.md 11.4). @throws {SyntaxError} for what Python refuses, and for a `\N{…}` of unknown name */
function parsePattern(text) {
    return new Parser(text).pattern();
}
const noFlags = { i: false, m: false, s: false, x: false, a: false };
const mostRepeats = 4_294_967_295;
const mostGroups = 1_073_741_823;
const deepest = 200;
const escapes = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const anything = { from: 0, to: 0x10ffff };
class Parser {
    #codes;
    #at = 0;
    #groups = 1;
    #depth = 0;
    #remembers = false;
    #global = noFlags;
    #names = new Map();
    #open = new Set();
    #widths = new Map();
    /** How many groups there were when the outermost look-behind began; references to later ones cannot be inside it. */
    #beforeLookBehind;
    #conditions = [];
    constructor(text) {
        this.#codes = [...text];
    }
    pattern() {
        let root;
        try {
            root = this.#choice(noFlags, true);
        }
        catch (error) {
            if (!(error instanceof Verbose))
                throw error;
            // Blanks before a (?x) at the start were read as literals.
            const again = new Parser(this.#codes.join(''));
            again.#global = { ...noFlags, x: true };
            return again.pattern();
        }
        if (this.#at < this.#codes.length)
            throw new SyntaxError('unbalanced parenthesis');
        if (this.#conditions.some((number) => number >= this.#groups))
            throw new SyntaxError('invalid group reference');
        return { root, groups: this.#groups, remembers: this.#remembers };
    }
    #peek() {
        return this.#codes[this.#at];
    }
    #take() {
        return this.#codes[this.#at++];
    }
    #skip(text) {
        if (this.#peek() !== text)
            return false;
        this.#at++;
        return true;
    }
    #while(test, most = Infinity) {
        let text = '';
        while (text.length < most && this.#peek() !== undefined && test.test(this.#peek()))
            text += this.#take();
        return text;
    }
    #until(end, what) {
        let text = '';
        for (;;) {
            const next = this.#take();
            if (next === undefined)
                throw new SyntaxError(`missing ${end}, unterminated ${what}`);
            if (next === end)
                break;
            text += next;
        }
        if (text === '')
            throw new SyntaxError(`missing ${what}`);
        return text;
    }
    #choice(flags, first = false) {
        if (++this.#depth > deepest)
            throw new SyntaxError('nested too deeply');
        const branches = [this.#sequence(flags, first)];
        while (this.#skip('|'))
            branches.push(this.#sequence(flags, false));
        this.#depth--;
        return branches.length === 1 ? branches[0] : { kind: 'choice', branches };
    }
    #sequence(given, first) {
        const parts = [];
        let flags = first ? merge(given, this.#global) : given;
        for (;;) {
            const next = this.#peek();
            if (next === undefined || next === '|' || next === ')')
                break;
            this.#at++;
            if (flags.x && /[ \t\n\r\v\f]/.test(next))
                continue;
            if (flags.x && next === '#') {
                while (this.#peek() !== undefined && this.#take() !== '\n')
                    ;
                continue;
            }
            if (next === '(') {
                const node = this.#group(flags, first && parts.length === 0);
                if (node === 'flags')
                    flags = merge(flags, this.#global);
                else if (node)
                    parts.push(node);
            }
            else if ('*+?{'.includes(next))
                this.#repeat(next, parts, flags);
            else
                parts.push(this.#simple(next, flags));
        }
        return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
    }
    #simple(next, flags) {
        if (next === '.')
            return { kind: 'set', set: flags.s ? new CharacterSet([anything]) : new CharacterSet([{ from: 10, to: 10 }], true) };
        if (next === '^')
            return at(flags.m ? 'lineStart' : 'start', flags);
        if (next === '$')
            return at(flags.m ? 'lineEnd' : 'lastLine', flags);
        if (next === '[')
            return this.#set(flags);
        if (next === '\\')
            return this.#escape(flags);
        return literal(next.codePointAt(0), flags);
    }
    #repeat(sign, parts, flags) {
        const bounds = sign === '{' ? this.#bounds() : sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : [0, 1];
        if (!bounds) {
            parts.push(literal(0x7b, flags));
            return;
        }
        const [min = 0, max = 0] = bounds;
        const body = parts.pop();
        if (!body || body.kind === 'at')
            throw new SyntaxError('nothing to repeat');
        if (body.kind === 'repeat')
            throw new SyntaxError('multiple repeat');
        const way = this.#skip('?') ? 'lazy' : this.#skip('+') ? 'possessive' : 'greedy';
        parts.push({ kind: 'repeat', body, min, max, way });
    }
    /** `{2}`, `{2,}`, `{,3}`, `{2,3}`; nothing when the brace is a literal one. */
    #bounds() {
        const start = this.#at;
        if (this.#peek() === '}')
            return undefined;
        const low = this.#while(/[0-9]/);
        const high = this.#skip(',') ? this.#while(/[0-9]/) : low;
        if (!this.#skip('}')) {
            this.#at = start;
            return undefined;
        }
        const min = low === '' ? 0 : Number(low);
        const max = high === '' ? Infinity : Number(high);
        if (min >= mostRepeats || (max !== Infinity && max >= mostRepeats))
            throw new SyntaxError('the repetition number is too large');
        if (max < min)
            throw new SyntaxError('min repeat greater than max repeat');
        return [min, max];
    }
    #group(flags, atStart) {
        if (!this.#skip('?'))
            return this.#capture(undefined, flags);
        const sign = this.#take();
        switch (sign) {
            case undefined:
                throw new SyntaxError('unexpected end of pattern');
            case 'P':
                if (this.#skip('<'))
                    return this.#capture(this.#name('>'), flags);
                if (this.#skip('='))
                    return this.#reference(this.#named(this.#name(')')), flags);
                throw new SyntaxError('unknown extension');
            case ':':
                return this.#closed(group(this.#choice(flags)));
            case '#':
                while (this.#take() !== ')')
                    if (this.#peek() === undefined)
                        throw new SyntaxError('missing ), unterminated comment');
                return undefined;
            case '>':
                return this.#closed({ kind: 'atomic', body: this.#choice(flags) });
            case '=':
            case '!':
                return this.#look(sign, false, flags);
            case '<': {
                const direction = this.#take();
                if (direction === '=' || direction === '!')
                    return this.#look(direction, true, flags);
                throw new SyntaxError(direction === undefined ? 'unexpected end of pattern' : 'unknown extension');
            }
            case '(':
                return this.#conditional(flags);
            default:
                if (/[aiLmsux-]/.test(sign))
                    return this.#flags(sign, flags, atStart);
                throw new SyntaxError('unknown extension');
        }
    }
    #capture(name, flags) {
        const number = this.#groups++;
        if (name !== undefined) {
            if (this.#names.has(name))
                throw new SyntaxError('redefinition of group name');
            this.#names.set(name, number);
        }
        this.#open.add(number);
        const body = this.#choice(flags);
        this.#closed(body);
        this.#open.delete(number);
        this.#widths.set(number, widthOf(body, this.#widths));
        return { kind: 'group', number, body };
    }
    #closed(node) {
        if (!this.#skip(')'))
            throw new SyntaxError('missing ), unterminated subpattern');
        return node;
    }
    #look(sign, behind, flags) {
        const outermost = behind && this.#beforeLookBehind === undefined;
        if (outermost)
            this.#beforeLookBehind = this.#groups;
        const body = this.#closed(this.#choice(flags));
        if (outermost)
            this.#beforeLookBehind = undefined;
        const [least, most] = behind ? widthOf(body, this.#widths) : [0, 0];
        if (least !== most)
            throw new SyntaxError('look-behind requires fixed-width pattern');
        return { kind: 'look', body, behind, negative: sign === '!', width: least };
    }
    #conditional(flags) {
        const name = this.#until(')', 'group name');
        const number = /^[0-9]+$/.test(name) ? Number(name) : this.#named(identifier(name));
        if (number === 0 || number >= mostGroups)
            throw new SyntaxError('bad group number');
        this.#checkLookBehind(number);
        this.#conditions.push(number);
        this.#remembers = true;
        const yes = this.#sequence(flags, false);
        const no = this.#skip('|') ? this.#sequence(flags, false) : { kind: 'sequence', parts: [] };
        if (this.#peek() === '|')
            throw new SyntaxError('conditional backref with more than two branches');
        return this.#closed({ kind: 'conditional', number, yes, no });
    }
    #flags(sign, flags, atStart) {
        this.#at--;
        const on = this.#while(/[A-Za-z]/);
        const off = this.#skip('-') ? this.#while(/[A-Za-z]/) : undefined;
        const end = this.#take();
        for (const flag of on + (off ?? ''))
            if (!'aiLmsux'.includes(flag))
                throw new SyntaxError('unknown flag');
        if (on.includes('L') || (on.includes('a') && on.includes('u')))
            throw new SyntaxError('bad inline flags');
        if (off !== undefined && (off === '' || /[aLu]/.test(off) || [...off].some((flag) => on.includes(flag))))
            throw new SyntaxError('bad inline flags');
        const changed = {
            i: (flags.i || on.includes('i')) && !off?.includes('i'),
            m: (flags.m || on.includes('m')) && !off?.includes('m'),
            s: (flags.s || on.includes('s')) && !off?.includes('s'),
            x: (flags.x || on.includes('x')) && !off?.includes('x'),
            a: (flags.a || on.includes('a')) && !on.includes('u'),
        };
        if (end === ':')
            return this.#closed(group(this.#choice(changed)));
        if (end !== ')' || off !== undefined)
            throw new SyntaxError('missing - or : after inline flags');
        if (!atStart)
            throw new SyntaxError('global flags not at the start of the expression');
        if (sign !== '' && changed.x && !flags.x)
            throw new Verbose();
        if (changed.a && on.includes('u'))
            throw new SyntaxError('ASCII and UNICODE flags are incompatible');
        this.#global = changed;
        return 'flags';
    }
    #name(end) {
        return identifier(this.#until(end, 'group name'));
    }
    #named(name) {
        const number = this.#names.get(name);
        if (number === undefined)
            throw new SyntaxError(`unknown group name ${name}`);
        return number;
    }
    #reference(number, flags) {
        if (number >= this.#groups)
            throw new SyntaxError(`invalid group reference ${number}`);
        if (this.#open.has(number))
            throw new SyntaxError('cannot refer to an open group');
        this.#checkLookBehind(number);
        this.#remembers = true;
        return { kind: 'reference', number, ignoreCase: flags.i, ascii: flags.a };
    }
    #checkLookBehind(number) {
        if (this.#beforeLookBehind === undefined)
            return;
        if (this.#open.has(number))
            throw new SyntaxError('cannot refer to an open group');
        if (number >= this.#beforeLookBehind)
            throw new SyntaxError('cannot refer to group defined in the same lookbehind subpattern');
    }
    #escape(flags) {
        const next = this.#take();
        if (next === undefined)
            throw new SyntaxError('bad escape (end of pattern)');
        if (next === 'A')
            return at('start', flags);
        if (next === 'Z')
            return at('end', flags);
        if (next === 'b')
            return at('boundary', flags);
        if (next === 'B')
            return at('notBoundary', flags);
        if (isCategory(next))
            return { kind: 'set', set: new CharacterSet([{ category: next, ascii: flags.a }]) };
        if (/[1-9]/.test(next)) {
            let digits = next;
            if (/[0-9]/.test(this.#peek() ?? '')) {
                digits += this.#take();
                if (/^[0-7]{2}$/.test(digits) && /[0-7]/.test(this.#peek() ?? ''))
                    return literal(octal(digits + this.#take()), flags);
            }
            return this.#reference(Number(digits), flags);
        }
        if (next === '0')
            return literal(octal(next + this.#while(/[0-7]/, 2)), flags);
        return literal(this.#character(next), flags);
    }
    /** The character of an escape that means the same inside and outside of a set. */
    #character(next) {
        const hexadecimal = { x: 2, u: 4, U: 8 }[next];
        if (hexadecimal !== undefined) {
            const digits = this.#while(/[0-9a-fA-F]/, hexadecimal);
            const code = parseInt(digits, 16);
            if (digits.length !== hexadecimal || code > 0x10ffff)
                throw new SyntaxError(`incomplete escape \\${next}${digits}`);
            return code;
        }
        if (next === 'N') {
            if (!this.#skip('{'))
                throw new SyntaxError('missing {');
            return characterNamed(this.#until('}', 'character name'));
        }
        if (Object.hasOwn(escapes, next))
            return escapes[next];
        if (/[A-Za-z0-9]/.test(next))
            throw new SyntaxError(`bad escape \\${next}`);
        return next.codePointAt(0);
    }
    #set(flags) {
        const items = [];
        const negative = this.#skip('^');
        for (;;) {
            if (items.length > 0 && this.#skip(']'))
                break;
            const low = this.#member(flags);
            if (this.#peek() !== '-' || this.#codes[this.#at + 1] === ']') {
                items.push(low);
                continue;
            }
            this.#at++;
            const high = this.#member(flags);
            if ('category' in low || 'category' in high || high.from < low.from)
                throw new SyntaxError('bad character range');
            items.push({ from: low.from, to: high.to });
        }
        return { kind: 'set', set: new CharacterSet(items, negative, ignoring(flags)) };
    }
    #member(flags) {
        const next = this.#take();
        if (next === undefined)
            throw new SyntaxError('unterminated character set');
        if (next !== '\\')
            return single(next.codePointAt(0));
        const escaped = this.#take();
        if (escaped === undefined)
            throw new SyntaxError('unterminated character set');
        if (isCategory(escaped))
            return { category: escaped, ascii: flags.a };
        if (/[0-7]/.test(escaped))
            return single(octal(escaped + this.#while(/[0-7]/, 2)));
        return single(this.#character(escaped));
    }
}
/** A (?x) was met that also governs what stands before it. */
class Verbose extends Error {
}
/** What stands in brackets may be repeated, also where it alone could not. */
function group(node) {
    return node.kind === 'at' || node.kind === 'repeat' ? { kind: 'sequence', parts: [node] } : node;
}
function merge(one, other) {
    return { i: one.i || other.i, m: one.m || other.m, s: one.s || other.s, x: one.x || other.x, a: one.a || other.a };
}
function at(place, { a }) {
    return { kind: 'at', place, ascii: a };
}
function literal(code, flags) {
    return { kind: 'set', set: new CharacterSet([single(code)], false, ignoring(flags)) };
}
function single(code) {
    return { from: code, to: code };
}
function ignoring({ i, a }) {
    return !i ? false : a ? 'ascii' : 'unicode';
}
function isCategory(letter) {
    return /^[dDsSwW]$/.test(letter);
}
function octal(digits) {
    const code = parseInt(digits, 8);
    if (code > 0o377)
        throw new SyntaxError(`octal escape value \\${digits} outside of range 0-0o377`);
    return code;
}
function identifier(name) {
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name))
        throw new SyntaxError(`bad character in group name ${name}`);
    return name;
}

;// CONCATENATED MODULE: ./src/jsontas/regex/match.js





/**
 * Whether a pattern matches at the start of a text, as Python's `re.match` (jsontas.md 11.4). It never takes long: patterns are matched by trying and
 * going back, and when that does not end soon, once more with a memory of what has failed, which makes the effort linear in the length of the text
 * and of the pattern. Patterns with back references and conditional groups cannot have such a memory; they are given up after some 20 million steps,
 * a fraction of a second.
 * @throws {SyntaxError} when Python would refuse the pattern
 * @throws {TooLong} when it was given up
 */
function matchesAtStart(pattern, text) {
    const compiled = compiledOf(pattern);
    if (!mayMatch(compiled, text))
        return false;
    const subject = subjectOf(text);
    if (compiled.pattern.remembers)
        return new Machine(compiled.program, subject, hopeless).matches();
    try {
        return new Machine(compiled.program, subject, 20_000 + 20 * subject.length).matches();
    }
    catch (error) {
        if (!(error instanceof TooLong))
            throw error;
        compiled.linear ??= compile(compiled.pattern.root, { groups: 0, linear: true });
        return new Machine(compiled.linear, subject, hopeless, true).matches();
    }
}
/**
 * The first match of a pattern anywhere in a text, as Python's `re.search`. What takes longer than a few milliseconds is not found: groups need a
 * memory of their own for each way, so that the effort would not be linear.
 * @throws {SyntaxError} when Python would refuse the pattern
 */
function search(pattern, text) {
    const compiled = compiledOf(pattern);
    if (!mayMatch(compiled, text))
        return undefined;
    const { pattern: parsed, program } = compiled;
    const subject = subjectOf(text);
    const machine = new Machine(program, subject, 100_000 + 100 * subject.length);
    try {
        for (let from = 0; from <= subject.length; from++) {
            const end = machine.endOfMatch(from);
            if (end < 0)
                continue;
            const between = (one, other) => (one < 0 || other < 0 ? undefined : subject.slice(one, other));
            const groups = Array.from({ length: parsed.groups - 1 }, (_, n) => between(...machine.group(n + 1)));
            return { text: subject.slice(from, end), groups };
        }
    }
    catch (error) {
        if (!(error instanceof TooLong))
            throw error;
    }
    return undefined;
}
/** Refuses a pattern that Python would refuse. @throws {SyntaxError} */
function checkPattern(pattern) {
    compiledOf(pattern);
}
/** Matching was given up. */
class TooLong extends Error {
    name = 'TooLong';
}
const hopeless = 20_000_000;
function compiledOf(text) {
    let compiled = match_known.get(text);
    if (!compiled) {
        const pattern = parsePattern(text);
        compiled = { pattern, program: compile(pattern.root, { groups: pattern.groups, linear: false }), clauses: clausesOf(pattern.root) };
        if (match_known.size >= 256)
            match_known.clear();
        match_known.set(text, compiled);
    }
    return compiled;
}
function mayMatch({ clauses }, text) {
    return clauses.every((clause) => clause.some((word) => text.includes(word)));
}
const match_known = new Map();
/** A text by its characters, as Python counts them. */
function subjectOf(text) {
    if (!/[\ud800-\udfff]/.test(text))
        return { length: text.length, codeAt: (i) => text.charCodeAt(i), slice: (from, to) => text.slice(from, to) };
    const characters = [...text];
    const codes = characters.map((character) => character.codePointAt(0));
    return { length: codes.length, codeAt: (i) => codes[i], slice: (from, to) => characters.slice(from, to).join('') };
}
/** States that were met. Few are kept one by one; for many there is a bit for each that may come. */
class Memory {
    size;
    #few = new Set();
    #all;
    constructor(size) {
        this.size = size;
    }
    /** Whether it was met before; from now on it was. */
    met(state) {
        if (this.#few) {
            if (this.#few.has(state))
                return true;
            this.#few.add(state);
            if (this.#few.size > 50_000)
                this.#growUp(this.#few);
            return false;
        }
        const all = this.#all;
        const [byte, bit] = [Math.floor(state / 8), 1 << (state % 8)];
        if ((all[byte] & bit) !== 0)
            return true;
        all[byte] = all[byte] | bit;
        return false;
    }
    #growUp(few) {
        if (this.size > largest)
            throw new TooLong('the text is too long for this pattern');
        this.#few = undefined;
        this.#all = new Uint8Array(Math.ceil(this.size / 8));
        for (const state of few)
            this.met(state);
    }
}
// 128 MiB of bits: a megabyte of text for a pattern of a thousand steps.
const largest = 2 ** 30;
class Machine {
    #steps;
    #start;
    #slots;
    #subject;
    #memory;
    #left;
    constructor({ steps, start, slots }, subject, effort, memory = false) {
        this.#steps = steps;
        this.#start = start;
        this.#slots = memory ? [] : new Array(slots).fill(-1);
        this.#subject = subject;
        this.#left = effort;
        this.#memory = memory;
    }
    matches() {
        return this.endOfMatch(0) >= 0;
    }
    /** Where a match that begins here ends; -1 when none does. */
    endOfMatch(from) {
        return this.#run(this.#start, from);
    }
    /** Where a group of the match that was found begins and ends; -1 when it took no part. */
    group(number) {
        return [this.#slots[number * 2] ?? -1, this.#slots[number * 2 + 1] ?? -1];
    }
    /** The position where the first way from here to an end ends; -1 when there is none. */
    #run(start, from) {
        const { length } = this.#subject;
        const retreats = [];
        // One memory for each run: inside of atomic groups and look-arounds, "failed" means something else.
        const failed = this.#memory ? new Memory((length + 1) * this.#steps.length) : undefined;
        let at = start;
        let position = from;
        for (;;) {
            if (this.#left-- <= 0)
                throw new TooLong('the pattern takes too long to match');
            const step = this.#steps[at];
            let next = -1;
            switch (step.do) {
                case 'end':
                    return position;
                case 'set':
                    if (position < length && step.set.has(this.#subject.codeAt(position))) {
                        position++;
                        next = step.next;
                    }
                    break;
                case 'run': {
                    const most = step.max === Infinity ? length : Math.min(length, position + step.max);
                    const least = position + step.min;
                    if (least > most)
                        break;
                    let end = position;
                    const goal = step.greedy ? most : least;
                    while (end < goal && step.set.has(this.#subject.codeAt(end)))
                        end++;
                    this.#left -= end - position;
                    if (end < least)
                        break;
                    // A lazy one grows by one character at each retreat, a greedy one gives one back.
                    if (step.greedy ? end > least : end < most)
                        retreats.push(step.greedy ? { step: at, from: least, to: end - 1 } : { step: at, from: end, to: most });
                    position = end;
                    next = step.next;
                    break;
                }
                case 'fork': {
                    if (failed) {
                        if (failed.met(position * this.#steps.length + at))
                            break;
                    }
                    retreats.push({ step: step.second, position });
                    next = step.first;
                    break;
                }
                case 'at':
                    if (this.#isAt(step, position))
                        next = step.next;
                    break;
                case 'keep':
                    this.#keep(step.slot, position, retreats);
                    next = step.next;
                    break;
                case 'unmoved':
                    next = this.#slots[step.slot] === position ? step.stuck : step.moved;
                    break;
                case 'reference': {
                    const end = this.#referenceEnd(step, position);
                    if (end >= 0) {
                        position = end;
                        next = step.next;
                    }
                    break;
                }
                case 'conditional':
                    next = (this.#slots[step.number * 2 + 1] ?? -1) >= 0 ? step.yes : step.no;
                    break;
                case 'atomic': {
                    const end = this.#nested(step.start, position, retreats);
                    if (end >= 0) {
                        position = end;
                        next = step.next;
                    }
                    break;
                }
                case 'look': {
                    const begin = step.behind ? position - step.width : position;
                    const found = begin >= 0 && this.#nested(step.start, begin, retreats, step.negative) >= 0;
                    if (found !== step.negative)
                        next = step.next;
                    break;
                }
            }
            if (next < 0) {
                const back = this.#retreat(retreats);
                if (!back)
                    return -1;
                [at, position] = back;
            }
            else
                at = next;
        }
    }
    /** Takes the next way that is left. */
    #retreat(retreats) {
        for (;;) {
            const back = retreats.pop();
            if (!back)
                return undefined;
            if ('slot' in back)
                this.#slots[back.slot] = back.kept;
            else if ('position' in back)
                return [back.step, back.position];
            else {
                const step = this.#steps[back.step];
                if (step.greedy) {
                    if (back.to > back.from)
                        retreats.push({ ...back, to: back.to - 1 });
                    return [step.next, back.to];
                }
                if (!step.set.has(this.#subject.codeAt(back.from)))
                    continue;
                if (back.from + 1 < back.to)
                    retreats.push({ ...back, from: back.from + 1 });
                return [step.next, back.from + 1];
            }
        }
    }
    #keep(slot, position, retreats) {
        retreats.push({ slot, kept: this.#slots[slot] ?? -1 });
        this.#slots[slot] = position;
    }
    /** Runs an inner pattern once. What its groups kept stays, unless it is `forgotten`, until the outer one goes back. */
    #nested(start, position, retreats, forgotten = false) {
        const before = [...this.#slots];
        const end = this.#run(start, position);
        for (const [slot, kept] of before.entries()) {
            if (this.#slots[slot] === kept)
                continue;
            if (end < 0 || forgotten)
                this.#slots[slot] = kept;
            else
                retreats.push({ slot, kept });
        }
        return end;
    }
    #referenceEnd({ number, ignoreCase, ascii }, position) {
        const [from = -1, to = -1] = this.#slots.slice(number * 2, number * 2 + 2);
        if (from < 0 || to < from)
            return -1;
        const end = position + to - from;
        if (end > this.#subject.length)
            return -1;
        this.#left -= to - from;
        for (let i = 0; i < to - from; i++) {
            const [one, other] = [this.#subject.codeAt(from + i), this.#subject.codeAt(position + i)];
            if (one === other)
                continue;
            const alike = ignoreCase && (ascii ? one < 128 && other < 128 && fold(one) === fold(other) : lower(one) === lower(other));
            if (!alike)
                return -1;
        }
        return end;
    }
    #isAt({ place, ascii }, position) {
        const { length } = this.#subject;
        const newline = (i) => this.#subject.codeAt(i) === 10;
        switch (place) {
            case 'start':
                return position === 0;
            case 'end':
                return position === length;
            case 'lastLine':
                return position === length || (position === length - 1 && newline(position));
            case 'lineStart':
                return position === 0 || newline(position - 1);
            case 'lineEnd':
                return position === length || newline(position);
            case 'boundary':
            case 'notBoundary': {
                // In an empty text Python finds neither.
                if (length === 0)
                    return false;
                const word = (i) => i >= 0 && i < length && isOf('w', this.#subject.codeAt(i), ascii);
                return (word(position - 1) !== word(position)) === (place === 'boundary');
            }
        }
    }
}

;// CONCATENATED MODULE: ./src/jsontas/value.js
/** Whether a value counts as true: as in Python, empty lists and objects do not (jsontas.md 11.1). */
function isTruthy(value) {
    if (value === null || value === false || value === 0 || value === '')
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return !(value instanceof Map) || value.size > 0;
}
/** What a value is, for messages. */
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if (value instanceof Map)
        return 'an object';
    if (typeof value === 'object')
        return 'a failed structure';
    return typeof value === 'string' ? `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}` : String(value);
}

;// CONCATENATED MODULE: ./src/jsontas/operator.js




const comparisons = new Map([
    ['$eq', equal],
    ['$in', (key, value) => isIn(key, value) ?? false],
    ['$notin', (key, value) => !(isIn(key, value) ?? true)],
    ['$startswith', (key, value) => typeof key === 'string' && typeof value === 'string' && key.startsWith(value)],
    ['$regex', (key, value, log) => typeof key === 'string' && typeof value === 'string' && matches(value, key, log)],
]);
/** `$eq`, `$in`, …: in the member `operator` these are words of the language, whatever the dataset holds (jsontas.md 6.1). */
const operatorNames = new Set(comparisons.keys());
/** `$operator`: compares `key` with `value` (jsontas.md 6.1). */
const operator = (parameters, { log }) => comparisonOf(parameters.get('operator'))(parameters.get('key') ?? null, parameters.get('value') ?? null, log);
/** The comparison of this name. What cannot be compared is false, not an error. @throws {Error} for an unknown name */
function comparisonOf(name) {
    const comparison = typeof name === 'string' ? comparisons.get(name) : undefined;
    if (comparison)
        return comparison;
    const hint = typeof name === 'string' ? (0,nearest/* didYouMean */.a)(name, [...operatorNames]) : '';
    throw new Error(`its "operator" is ${kindOf(name)}; expected one of ${[...operatorNames].join(', ')}.${hint}`);
}
/** A pattern that Python would refuse matches nothing, with a warning. @throws {TooLong} */
function matches(pattern, text, log) {
    try {
        return matchesAtStart(pattern, text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        log.warning('$regex: the pattern is invalid, so it matches nothing', { pattern, reason: error.message });
        return false;
    }
}
/** Whether it makes sense to ask, and then whether it is so: undefined for what holds nothing, or a number in a text. */
function isIn(key, value) {
    if (Array.isArray(value))
        return value.some((element) => equal(element, key));
    if (value instanceof Map)
        return Array.isArray(key) || key instanceof Map ? undefined : typeof key === 'string' && value.has(key);
    return typeof value === 'string' && typeof key === 'string' ? value.includes(key) : undefined;
}

;// CONCATENATED MODULE: ./src/jsontas/result.js

/** Values in the JSON text of a result. A few lines that repeat one another can ask for more than any memory holds. */
const result_most = 50_000_000;
/** Flaws named at once. */
const enough = 10;
/**
 * What keeps a result from being JSON: failures, values that contain themselves, more text than anybody could store. Each value is looked at once,
 * however often it is referred to.
 */
function flawsIn(result) {
    if (isSound(result))
        return [];
    const flaws = [];
    const sizes = new Map();
    const path = [];
    const sizeOf = (value) => {
        if (value === null || typeof value !== 'object')
            return 1;
        if (value instanceof Failure) {
            if (flaws.length < enough && !flaws.includes(value))
                flaws.push(value);
            return 1;
        }
        const known = sizes.get(value);
        if (known !== undefined) {
            if (known === result_open && flaws.length < enough)
                flaws.push({ path: [...path], what: 'contains itself' });
            return Math.max(known, 1);
        }
        sizes.set(value, result_open);
        let size = 1;
        if (Array.isArray(value)) {
            for (let i = 0; i < value.length; i++) {
                const element = value[i];
                if (typeof element !== 'object' || element === null)
                    size++;
                else {
                    path.push(i);
                    size += sizeOf(element);
                    path.pop();
                }
            }
        }
        else
            for (const [name, member] of value) {
                if (typeof member !== 'object' || member === null)
                    size++;
                else {
                    path.push(name);
                    size += sizeOf(member);
                    path.pop();
                }
            }
        sizes.set(value, size);
        return size;
    };
    if (sizeOf(result) > result_most && flaws.length === 0)
        flaws.push({ path: [], what: `the result refers to the same values so often that its text would hold more than ${result_most} of them` });
    return flaws;
}
const result_open = -1;
/** Values looked at, and levels, before it is worth remembering what was met. */
const few = 2_000_000;
const result_deepest = 2_000;
/** Whether a value is sound, found out by going through it as if it were a tree; false also when that takes too long. */
function isSound(result) {
    let left = few;
    const sound = (value, depth) => {
        if (value instanceof Failure || depth > result_deepest)
            return false;
        if (Array.isArray(value)) {
            if ((left -= value.length) < 0)
                return false;
            for (const element of value)
                if (typeof element === 'object' && element !== null && !sound(element, depth + 1))
                    return false;
            return true;
        }
        const members = value;
        if ((left -= members.size) < 0)
            return false;
        for (const member of members.values())
            if (typeof member === 'object' && member !== null && !sound(member, depth + 1))
                return false;
        return true;
    };
    return typeof result !== 'object' || result === null || sound(result, 0);
}

;// CONCATENATED MODULE: ./src/jsontas/structure.js
/** An answer that keeps the object and gives the member another name; with null as value the member keeps what it had. */
class Renamed {
    name;
    value;
    constructor(name, value) {
        this.name = name;
        this.value = value;
    }
}

;// CONCATENATED MODULE: ./src/jsontas/words.js
// Letters and digits of any script; combining marks separate, as do dots, brackets, slashes and spaces (jsontas.md 3.1).
const word = /[$\-\p{L}\p{N}_!,:]+/gu;
/** The words of a query's text, its leading `$` left out. Queries come again and again, so the last few thousand are remembered. */
function wordsOf(query) {
    const known = remembered.get(query);
    if (known)
        return known;
    const words = query.slice(1).match(word) ?? [];
    if (remembered.size >= 4096)
        remembered.clear();
    remembered.set(query, words);
    return words;
}
const remembered = new Map();

;// CONCATENATED MODULE: ./src/jsontas/run.js













/** Objects and lists within each other. The original manages about 490 objects or 330 lists (jsontas.md 10.1). */
const run_deepest = 500;
/** Objects and lists evaluated in one run; ten thousand items of the Jenkins provider are 100,000. Beyond it a document only fills the memory. */
const run_most = 20_000_000;
/** After so many of them, timers and signals get their turn. */
const run_slice = 1 << 14;
/** One evaluation of one document (jsontas.md 2). Evaluation is strictly sequential, so what the last query found is kept in fields, not allocated. */
class Run {
    dataset;
    structures;
    http;
    clock;
    log;
    signal;
    #source;
    /** Where in the document evaluation stands. */
    #path = [];
    /** Objects that got members through another name of theirs before their turn came: their raw form is no longer that of the document. */
    #grown = new WeakSet();
    #unknown = new Set();
    // The raw form of the member handled last: what `query_tree` is, put into the dataset at the end only, for it changes with every member.
    #rawObject;
    #rawName = '';
    /** Whether the raw forms are trees, as what was read from a text is. */
    #rawIsTree = true;
    #depth = 0;
    #evaluated = 0;
    // The answer of the last query: a pair of name and value, name null meaning "replace the object".
    #name = null;
    #value = null;
    constructor({ dataset, structures, http, clock, log, signal, source }) {
        this.dataset = dataset;
        this.structures = structures;
        this.http = http;
        this.clock = clock;
        this.log = log;
        this.signal = signal;
        this.#source = source ?? { name: 'document' };
    }
    async evaluate(document) {
        this.signal?.throwIfAborted();
        if (!(0,value/* isObject */.Gv)(document))
            throw this.#failed([{ path: [], what: `the document is ${kindOf(document)}; expected an object` }]);
        this.#rawIsTree = this.#guarded([], () => isTree(document));
        const working = this.#guarded([], () => copyOf(document));
        this.dataset.set('this', working);
        let result;
        try {
            result = await carryOut(this.#object(working, document));
            this.dataset.set('query_tree', this.raw());
        }
        catch (error) {
            this.signal?.throwIfAborted();
            if (error instanceof Aborted)
                throw this.#failed([{ path: error.path, what: error.message }]);
            if (error instanceof RangeError)
                throw this.#failed([{ path: this.#path, what: 'nested too deeply' }]);
            throw error;
        }
        const flaws = this.#guarded([], () => flawsIn(result));
        if (flaws.length > 0)
            throw this.#failed(flaws.map((flaw) => (flaw instanceof Failure ? { ...flaw, what: `${flaw.query} failed: ${flaw.cause}` } : flaw)));
        return result;
    }
    find(below, words) {
        const found = follow(below, words);
        const value = found === missing ? null : found;
        this.dataset.set('previous', value);
        return value;
    }
    raw() {
        return (this.#rawObject ? this.#rawObject.get(this.#rawName) : this.dataset.get('query_tree')) ?? null;
    }
    *evaluateAgain(member, raw, onCopy) {
        const copy = this.#rawIsTree ? copyOfTree(raw) : copyOf(raw);
        onCopy?.(copy);
        const [length, depth] = [this.#path.length, this.#depth];
        try {
            this.#path.push(member);
            return yield* this.#evaluate(copy, raw);
        }
        finally {
            this.#path.length = length;
            this.#depth = depth;
        }
    }
    /** Evaluates whatever it is; `raw` is the same value as the document has it, which nobody may change. */
    *#evaluate(value, raw) {
        if (typeof value === 'string')
            return value.startsWith('$') ? yield* this.#text(value) : value;
        if (value instanceof Map)
            return yield* this.#object(value, raw);
        return Array.isArray(value) ? yield* this.#list(value, raw) : value;
    }
    *#object(object, given) {
        if (this.#enter())
            yield this.breathe();
        const raw = given instanceof Map && !this.#grown.has(object) ? given : copyOf(object);
        const path = this.#path;
        const { size } = object;
        let out = new Map();
        let replaced = false;
        const at = path.push('') - 1;
        let n = 0;
        for (const [key, member] of object) {
            // The original cannot go on through an object that grew under its hands, through "$this", and never looks at what was added last.
            if (n++ === size)
                break;
            if (object.size !== size)
                throw new Aborted('the object got new members through "$this" while it was evaluated', path);
            path[at] = key;
            let value = member;
            if (typeof member === 'string') {
                if (member.startsWith('$'))
                    value = key === 'operator' && operatorNames.has(member) ? this.#fixed(member) : yield* this.#text(member);
            }
            else if (typeof member === 'object' && member !== null) {
                value =
                    member instanceof Map ? yield* this.#object(member, raw.get(key) ?? null) : yield* this.#evaluate(member, raw.get(key) ?? null);
            }
            if (value !== member)
                object.set(key, value);
            this.#rawObject = raw;
            this.#rawName = key;
            let name = key;
            if (key.startsWith('$')) {
                yield* this.#query(key, value);
                name = this.#name;
                if (name === null) {
                    out = this.#value;
                    replaced = true;
                    continue;
                }
                if (this.#value !== null)
                    value = this.#value;
                else if (name === key)
                    this.#warnOfUnknown(key);
            }
            if (!(out instanceof Map))
                throw new Aborted(`the member ${JSON.stringify(name)} follows a replacement that is ${kindOf(out)}: it can only be added to an object`, path);
            if (replaced) {
                this.#grown.add(out);
                this.#rawIsTree = false;
            }
            out.set(name, value);
        }
        path.length = at;
        this.#depth--;
        return out;
    }
    *#list(list, raw) {
        if (this.#enter())
            yield this.breathe();
        const path = this.#path;
        const at = path.push(0) - 1;
        const out = [];
        for (let i = 0; i < list.length; i++) {
            path[at] = i;
            const element = list[i];
            const simple = element === null || (typeof element !== 'object' && (typeof element !== 'string' || !element.startsWith('$')));
            out.push(simple ? element : yield* this.#evaluate(element, Array.isArray(raw) ? (raw[i] ?? null) : null));
        }
        path.length = at;
        this.#depth--;
        return out;
    }
    *#text(query) {
        if (this.#plain(query))
            return this.#value ?? this.#name;
        yield* this.#query(query, new Map());
        return this.#value ?? this.#name;
    }
    /** The name of an operator is no query, even where the dataset knows the word (jsontas.md 6.1). */
    #fixed(operator) {
        this.dataset.set('previous', null);
        return operator;
    }
    /** Answers a query that meets no structure; false, and nothing done, when it meets one. */
    #plain(query) {
        const words = wordsOf(query);
        const first = words[0];
        if (first !== undefined && this.structures.has(first) && !this.dataset.has(first))
            return false;
        this.#answer(query, first === undefined ? missing : this.#inDataset(words, 0));
        return true;
    }
    /** Walks a query (jsontas.md 3.2). Nothing is thrown but what ends the run. */
    *#query(query, parameters) {
        if (this.#plain(query))
            return;
        const words = wordsOf(query);
        const { length } = this.#path;
        const depth = this.#depth;
        let name = query;
        let value = null;
        for (let i = 0; i < words.length; i++) {
            const structure = this.dataset.has(words[i]) ? undefined : this.structures.get(words[i]);
            if (structure === undefined) {
                // The subset is still the dataset: words after a structure continue there (jsontas.md 5).
                this.#answer(query, this.#inDataset(words, i));
                return;
            }
            try {
                if (!(parameters instanceof Map))
                    throw new Error(`its parameters are ${kindOf(parameters)}; expected an object`);
                const answer = structure(parameters, this);
                const given = isSteps(answer) ? yield* answer : answer;
                [name, value] = given instanceof Renamed ? [given.name, given.value] : [null, given];
            }
            catch (error) {
                this.signal?.throwIfAborted();
                this.#path.length = length;
                this.#depth = depth;
                value = new Failure(query, [...this.#path], causeOf(error));
                this.log.debug('structure failed', { query, path: (0,parse/* printPath */.bA)(value.path), cause: value.cause });
                break;
            }
        }
        this.#name = name;
        this.#value = value;
        this.dataset.set('previous', value);
    }
    #inDataset(words, from) {
        const first = words[from];
        // The raw form is the caller's document: a query gets a copy, so that members added to its result do not end up there.
        const value = (first === 'query_tree' ? copyOf(this.raw()) : this.dataset.get(first)) ?? null;
        return value === null ? missing : follow(value, words, from + 1);
    }
    #answer(query, found) {
        this.#name = found === missing ? query : null;
        this.#value = found === missing ? null : found;
        this.dataset.set('previous', this.#value);
    }
    #enter() {
        if (++this.#depth > run_deepest)
            throw new Aborted(`nested more than ${run_deepest} deep`, this.#path.slice(0, 8));
        if (++this.#evaluated > run_most)
            throw new Aborted(`more than ${run_most} objects and lists were evaluated`, this.#path);
        return this.#evaluated % run_slice === 0;
    }
    async breathe() {
        await (0,promises_.setImmediate)();
        this.signal?.throwIfAborted();
    }
    #warnOfUnknown(key) {
        const word = wordsOf(key)[0];
        if (word === undefined || this.#unknown.has(word))
            return;
        this.#unknown.add(word);
        const hint = (0,nearest/* didYouMean */.a)(`$${word}`, [...this.structures.keys()].map((name) => `$${name}`));
        // Only what looks like a slip: a key that stays is ordinary otherwise, as `$decrypt` in a provider.
        if (hint !== '' && word !== 'decrypt' && !this.dataset.has(word))
            this.log.warning(`${this.#at(this.#path)}: ${key} is neither a structure nor in the dataset, so it stays as it is.${hint}`);
    }
    #guarded(path, work) {
        try {
            return work();
        }
        catch (error) {
            if (error instanceof RangeError)
                throw this.#failed([{ path, what: 'nested too deeply' }]);
            throw error;
        }
    }
    #failed(flaws) {
        const lines = flaws.map(({ path, what }) => `${this.#at(path)}: ${what}`);
        return new errors/* InvalidInput */.o9([...new Set(lines)].join('\n'), 'etos jsontas evaluates a document by itself');
    }
    /** `iut.json:14:12: list.possible.$request`, or without line and column when the text is not known. */
    #at(path) {
        const { name, text, path: base = [] } = this.#source;
        const whole = [...base, ...path];
        const last = path.at(-1);
        const place = placeIn(text, whole, typeof last === 'string' && last.startsWith('$') ? 'name' : 'value');
        return `${name}${place && `:${place.line}:${place.column}`}: ${(0,parse/* printPath */.bA)(whole)}`;
    }
}
function placeIn(text, path, of) {
    try {
        return text === undefined ? '' : (0,parse/* placesIn */.yN)(text)(path, of);
    }
    catch (error) {
        // Too deep to look into, and it may be just that what the message is about.
        if (error instanceof RangeError)
            return '';
        throw error;
    }
}
/** What ends a run at once (jsontas.md 10.1). */
class Aborted extends Error {
    name = 'Aborted';
    path;
    constructor(message, path) {
        super(message);
        this.path = [...path];
    }
}
async function carryOut(steps) {
    let step = steps.next();
    while (!step.done) {
        let came;
        try {
            came = await step.value;
        }
        catch (error) {
            step = steps.throw(error);
            continue;
        }
        step = steps.next(came);
    }
    return step.value;
}
function isSteps(answer) {
    return typeof answer === 'object' && answer !== null && 'next' in answer;
}
function causeOf(error) {
    return error instanceof RangeError ? 'nested too deeply' : (0,errors/* messageOf */.bD)(error);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/jsontas/fernet.js

// Fernet tokens (jsontas.md 9): version, time, IV, AES-128-CBC, HMAC-SHA256 over all before; in URL-safe base64 with padding.
const version = 0x80;
const headLength = 1 + 8 + 16;
const macLength = 32;
/** Encrypts text with a Fernet key. @throws {Error} when the key is none */
function encryptFernet(text, key, now) {
    const { signing, encrypting } = halves(key);
    const head = Buffer.alloc(headLength);
    head.writeUInt8(version, 0);
    head.writeBigUInt64BE(BigInt(Math.floor(now / 1000)), 1);
    const iv = (0,external_node_crypto_.randomBytes)(16);
    iv.copy(head, 9);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-128-cbc', encrypting, iv);
    const signed = Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final()]);
    const token = Buffer.concat([signed, (0,external_node_crypto_.createHmac)('sha256', signing).update(signed).digest()]);
    return token.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
/** The text of a token, whatever its age. @throws {Error} when the key is none, or the token is not of this key */
function decryptFernet(token, key) {
    const { signing, encrypting } = halves(key);
    const bytes = fromBase64(token);
    if (!bytes || bytes.length < headLength + 16 + macLength || bytes[0] !== version)
        throw new Error('the token is no Fernet token');
    const signed = bytes.subarray(0, -macLength);
    if (!(0,external_node_crypto_.timingSafeEqual)((0,external_node_crypto_.createHmac)('sha256', signing).update(signed).digest(), bytes.subarray(-macLength)))
        throw new Error('the token was not made with this key');
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-128-cbc', encrypting, signed.subarray(9, headLength));
    return Buffer.concat([decipher.update(signed.subarray(headLength)), decipher.final()]).toString('utf8');
}
function halves(key) {
    const bytes = fromBase64(key.trim());
    if (bytes?.length !== 32)
        throw new Error('the key is not 32 bytes in URL-safe base64');
    return { signing: bytes.subarray(0, 16), encrypting: bytes.subarray(16) };
}
/** In either alphabet, as Python reads it. */
function fromBase64(text) {
    return /^[A-Za-z0-9_+/-]+={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64url') : undefined;
}

// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(63519);
;// CONCATENATED MODULE: ./src/jsontas/condition.js


/** `$condition`: `then` if every operator of `if` is true, `else` otherwise; both were evaluated already (jsontas.md 6.2). */
const condition = (parameters, { log }) => {
    const test = parameters.get('if') ?? null;
    const operators = test instanceof Map ? [test] : test;
    if (!Array.isArray(operators))
        throw new Error(`its "if" is ${kindOf(test)}; expected an operator object, or a list of them`);
    const holds = operators.every((one) => {
        if (!(one instanceof Map))
            throw new Error(`its "if" holds ${kindOf(one)}; expected an object with key, operator and value`);
        return comparisonOf(one.get('operator'))(one.get('key') ?? null, one.get('value') ?? null, log);
    });
    return parameters.get(holds ? 'then' : 'else') ?? null;
};

;// CONCATENATED MODULE: ./src/jsontas/encryption.js



const keyName = 'ETOS_ENCRYPTION_KEY';
/** `$encrypt`: `value` as a token, in a member renamed to `$decrypt` (jsontas.md 9). */
function encrypt(environment) {
    return (parameters, { clock, log }) => {
        const value = encryption_textOf(parameters);
        log.secret(value);
        return new Renamed('$decrypt', new Map([['value', encryptFernet(value, keyIn(environment), clock.now())]]));
    };
}
/** `$decrypt`: the text of the token `value` (jsontas.md 9). */
function decrypt(environment) {
    return (parameters, { log }) => {
        const text = decryptFernet(encryption_textOf(parameters), keyIn(environment));
        log.secret(text);
        return text;
    };
}
function encryption_textOf(parameters) {
    const value = parameters.get('value');
    if (typeof value !== 'string')
        throw new Error(`its "value" is ${typeof value === 'number' ? 'a number' : kindOf(value)}; expected text`);
    return value;
}
function keyIn(environment) {
    const key = environment[keyName];
    if (!key)
        throw new Error(`${keyName} is not set`);
    return key;
}

;// CONCATENATED MODULE: ./src/jsontas/expand.js

/**
 * `$expand`: `to` evaluations of `value` (jsontas.md 7.1). The ordinary evaluation of the parameters has happened before and is thrown away: with a
 * request inside there is one more than `to`, as providers know it.
 */
function* expand(parameters, scope) {
    const to = parameters.has('to') ? (parameters.get('to') ?? null) : 0;
    const count = to === true ? 1 : to === false ? 0 : to;
    if (typeof count !== 'number' || !Number.isInteger(count))
        throw new Error(`its "to" is ${kindOf(to)}; expected a whole number`);
    if (count <= 0)
        return [];
    if (count > expand_most)
        throw new Error(`its "to" is ${count}; no more than ${expand_most} values can be made`);
    const raw = scope.raw();
    if (!(raw instanceof Map))
        throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
    const value = raw.get('value') ?? null;
    const values = [];
    for (let i = 0; i < count; i++) {
        scope.dataset.set('expand_index', i);
        values.push(yield* scope.evaluateAgain('value', value, (copy) => scope.dataset.set('expand_value', copy)));
    }
    return values;
}
const expand_most = 1_000_000;

;// CONCATENATED MODULE: ./src/jsontas/filter.js




/** `$filter`: the items for which every filter is true (jsontas.md 6.4). The answer of a request counts as its JSON (8.4). */
function* filter(parameters, scope) {
    const items = bodyOf(parameters.get('items') ?? null);
    if (!Array.isArray(items) || items.length === 0)
        return [];
    const tests = testsOf(parameters, scope);
    const kept = [];
    let breathed = scope.clock.now();
    for (const item of items) {
        // One pattern may take a fraction of a second; ten thousand of them must still hear a cancel.
        if (scope.clock.now() - breathed > 50) {
            yield scope.breathe();
            breathed = scope.clock.now();
        }
        scope.dataset.set('item', item);
        if (tests.every((holds) => holds(item)))
            kept.push(item);
    }
    return kept;
}
function testsOf(parameters, scope) {
    const filters = parameters.get('filters') ?? null;
    if (!Array.isArray(filters))
        throw new Error(`its "filters" is ${kindOf(filters)}; expected a list of objects with key, operator and value`);
    const raw = scope.raw();
    const written = raw instanceof Map ? raw.get('filters') : undefined;
    // A filter that no item comes to is not looked at, as in the original.
    return filters.map((one, n) => {
        let test;
        return (item) => (test ??= testOf(one, Array.isArray(written) ? (written[n] ?? null) : null, n, scope))(item);
    });
}
function testOf(one, raw, n, scope) {
    if (!(one instanceof Map))
        throw new Error(`filter ${n} is ${kindOf(one)}; expected an object with key, operator and value`);
    const words = pathOf(one, raw, n);
    const compare = comparisonOf(one.get('operator'));
    const value = one.get('value') ?? null;
    return (item) => {
        const holds = compare(scope.find(item, words), value, scope.log);
        scope.dataset.set('previous', holds);
        return holds;
    };
}
/** The path below the item. It may be written with `$item.` before it, and then means what is written, not what an earlier item had there. */
function pathOf(one, raw, n) {
    const written = raw instanceof Map ? raw.get('key') : undefined;
    const key = typeof written === 'string' && written.startsWith('$item.') ? written : one.get('key');
    if (typeof key !== 'string')
        throw new Error(`the "key" of filter ${n} is ${kindOf(key)}; expected the text of a path below the item`);
    return wordsOf(key.startsWith('$item.') ? key : `$item.${key}`).slice(1);
}

;// CONCATENATED MODULE: ./src/jsontas/from.js



/** `$from`: what a path finds in a value, null when nothing (jsontas.md 6.3). */
const from = (parameters, scope) => {
    const item = parameters.get('item') ?? null;
    scope.dataset.set('item', item);
    // Evaluation has already looked "$item.id" up in the item that an earlier structure left; what was written is what is meant.
    const raw = scope.raw();
    const written = raw instanceof Map ? raw.get('get') : undefined;
    const get = typeof written === 'string' && written.startsWith('$item.') ? written : (parameters.get('get') ?? null);
    if (get === null)
        return new Renamed('from', null);
    if (typeof get !== 'string')
        throw new Error(`its "get" is ${kindOf(get)}; expected the text of a path`);
    const path = get.startsWith('$item.') ? get : `$item.${get}`;
    return scope.find(item, wordsOf(path).slice(1));
};

;// CONCATENATED MODULE: ./src/jsontas/instructions.js



/**
 * `$execution_space_instructions`: the dataset's `instructions` with `environment`, `parameters` and `image` of the parameters put over them, and
 * identifiers of their own (jsontas.md 9).
 */
function executionSpaceInstructions(environment) {
    return (parameters, { dataset }) => {
        const base = dataset.get('instructions') ?? null;
        if (!(base instanceof Map))
            throw new Error(`the dataset's "instructions" are ${kindOf(base)}; expected an object`);
        const instructions = copyOf(base);
        const variables = merged(instructions, 'environment', parameters);
        merged(instructions, 'parameters', parameters);
        if (parameters.has('image'))
            instructions.set('image', parameters.get('image') ?? null);
        instructions.set('identifier', (0,external_node_crypto_.randomUUID)());
        variables.set('ENVIRONMENT_ID', (0,external_node_crypto_.randomUUID)());
        if ((variables.get('ETR_VERSION') ?? null) === null)
            variables.set('ETR_VERSION', environment.ETR_VERSION ?? null);
        return instructions;
    };
}
function merged(instructions, name, parameters) {
    const own = instructions.get(name) ?? null;
    if (!(own instanceof Map))
        throw new Error(`the "${name}" of the dataset's instructions are ${kindOf(own)}; expected an object`);
    const given = parameters.has(name) ? (parameters.get(name) ?? null) : new Map();
    if (!(given instanceof Map))
        throw new Error(`its "${name}" are ${kindOf(given)}; expected an object`);
    for (const [key, value] of given)
        own.set(key, value);
    return own;
}

;// CONCATENATED MODULE: ./src/jsontas/join.js



/** `$join`: the elements of `strings` as text, one behind the other, as Python spells them: `True`, `None` (jsontas.md 9, 11.3). */
const join = (parameters) => {
    const strings = parameters.get('strings') ?? null;
    const elements = strings instanceof Map ? [...strings.keys()] : typeof strings === 'string' ? [strings] : strings;
    if (!Array.isArray(elements))
        throw new Error(`its "strings" are ${kindOf(strings)}; expected a list`);
    const texts = elements.map(join_textOf);
    if (texts.reduce((length, text) => length + text.length, 0) > longest)
        throw new Error(`the text would be longer than ${longest} characters`);
    return texts.join('');
};
const longest = 1 << 26;
function join_textOf(value) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number')
        return (0,print/* printNumber */.xo)(value);
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    if (value instanceof Failure)
        throw new Error(`it needs ${value.query}, which failed: ${value.cause}`);
    throw new Error(`"strings" holds ${kindOf(value)}; expected texts, numbers and the like. $json_dumps makes text of an object`);
}

;// CONCATENATED MODULE: ./src/jsontas/json-of.js


/** A value that goes out of the evaluation as text. @throws {Error} when it holds a failure, or contains itself */
function jsonOf(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    const [flaw] = flawsIn(value);
    if (flaw instanceof Failure)
        throw new Error(`it needs ${flaw.query}, which failed: ${flaw.cause}`);
    if (flaw)
        throw new Error(`its value ${flaw.what}`);
    return value;
}

;// CONCATENATED MODULE: ./src/jsontas/reduce.js

/** `$reduce`: the first `to` elements, or all but the last for a negative one (jsontas.md 6.5). */
const reduce = (parameters) => {
    const list = parameters.get('list') ?? null;
    const to = parameters.has('to') ? (parameters.get('to') ?? null) : 1;
    if (to !== null && !(typeof to === 'number' && Number.isInteger(to)))
        throw new Error(`its "to" is ${kindOf(to)}; expected a whole number`);
    const end = to ?? undefined;
    // Python counts characters, not halves of them.
    if (typeof list === 'string')
        return [...list].slice(0, end).join('');
    if (!Array.isArray(list))
        throw new Error(`its "list" is ${kindOf(list)}; expected a list`);
    return list.slice(0, end);
};

// EXTERNAL MODULE: ./src/http/form.js
var http_form = __webpack_require__(12810);
;// CONCATENATED MODULE: ./src/jsontas/describe.js


/** What `$request` gives for an answer (jsontas.md 8.3): plain members that can be stored. Reads the body. */
async function describe(answer) {
    const { status, headers, url, reason } = answer;
    const type = describe_textOf(headers['content-type']);
    const redirects = headers.location !== undefined;
    const bytes = await answer.bytes();
    return new ResponseDescription(Object.entries({
        status_code: status,
        reason,
        headers: headersOf(headers),
        cookies: cookiesOf(headers['set-cookie']),
        content: decode(bytes, type),
        encoding: encodingOf(type),
        is_redirect: redirects && [301, 302, 303, 307, 308].includes(status),
        is_permanent_redirect: redirects && [301, 308].includes(status),
        links: linksOf(describe_textOf(headers.link)),
        ok: status < 400,
        url,
        json: bodyAsJson(bytes, type),
    }));
}
function describe_textOf(header) {
    return typeof header === 'string' ? header : (header ?? []).join(', ');
}
function headersOf(headers) {
    return new Headers(Object.entries(headers).map(([name, value]) => [name, describe_textOf(value)]));
}
/** Name and value of each; one that is set to be deleted is none. */
function cookiesOf(header) {
    const cookies = new Map();
    for (const line of typeof header === 'string' ? [header] : (header ?? [])) {
        const [pair = '', ...attributes] = line.split(';');
        const equals = pair.indexOf('=');
        if (equals < 1)
            continue;
        const name = pair.slice(0, equals).trim();
        const gone = attributes.some((attribute) => {
            const [key = '', value = ''] = attribute.trim().split('=', 2);
            return key.toLowerCase() === 'max-age' && Number(value) <= 0;
        });
        if (gone)
            cookies.delete(name);
        else
            cookies.set(name, pair.slice(equals + 1).trim());
    }
    return cookies;
}
function charsetOf(type) {
    return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(type)?.[1];
}
function encodingOf(type) {
    const [media = ''] = type.split(';');
    return charsetOf(type) ?? (media.includes('text') ? 'ISO-8859-1' : media.includes('application/json') ? 'utf-8' : null);
}
function decode(bytes, type) {
    try {
        return new TextDecoder(charsetOf(type) ?? 'utf-8').decode(bytes);
    }
    catch {
        // A charset that nobody knows.
        return bytes.toString();
    }
}
/** JSON of any JSON media type, with or without a charset; null for what is not JSON. */
function bodyAsJson(bytes, type) {
    if (!/^\s*(?:application|text)\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i.test(type))
        return null;
    try {
        return (0,parse/* parseJson */.qF)(decode(bytes, type), 'body');
    }
    catch {
        return null;
    }
}
/** `<https://h/2>; rel="next"` as `next: { url, rel }`. A link without rel is known by its URL. */
function linksOf(header) {
    const links = new Map();
    for (const [, url = '', parameters = ''] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s;,"']*))*)/g)) {
        const link = new Map([['url', url]]);
        for (const [, name = '', value = ''] of parameters.matchAll(/;\s*([^\s=;,]+)\s*=\s*("[^"]*"|'[^']*'|[^\s;,"']*)/g))
            link.set(name, value.replace(/^["']|["']$/g, ''));
        const rel = link.get('rel');
        links.set(typeof rel === 'string' ? rel : url, link);
    }
    return links;
}

;// CONCATENATED MODULE: ./src/jsontas/wait.js


/** `$wait`: evaluates `for` until it is true, every `interval` seconds; after `timeout` seconds gives `else` (jsontas.md 7.2). */
function* wait(parameters, scope) {
    const first = parameters.get('for') ?? null;
    if (isTruthy(first))
        return first;
    const { clock, signal, log } = scope;
    const deadline = clock.now() + seconds(parameters, 'timeout');
    const raw = scope.raw();
    while (clock.now() < deadline) {
        if (!(raw instanceof Map))
            throw new Error('its parameters come from a query, but must be written out where it is used, to be evaluated again');
        try {
            const value = yield* scope.evaluateAgain('for', raw.get('for') ?? null);
            if (isTruthy(value))
                return value;
        }
        catch (error) {
            signal?.throwIfAborted();
            log.warning('$wait: this round failed', { cause: (0,errors/* messageOf */.bD)(error) });
        }
        yield clock.sleep(seconds(parameters, 'interval'), signal);
    }
    return parameters.get('else') ?? null;
}
/** A member that is a time in seconds, fractions allowed, in milliseconds. @throws {Error} when it is not, or is missing without a default */
function seconds(parameters, name, whenMissing) {
    const given = parameters.has(name) || whenMissing === undefined ? parameters.get(name) : whenMissing;
    if (typeof given !== 'number' || (name === 'interval' && given < 0))
        throw new Error(`its "${name}" is ${kindOf(given)}; expected seconds`);
    return given * 1000;
}

;// CONCATENATED MODULE: ./src/jsontas/request.js








/**
 * `$request`: sends a request until something answers, whatever the status, and gives a description of the answer, also as `response` in the dataset;
 * null when `timeout` seconds have passed first (jsontas.md 8). What can never be sent fails at once.
 */
function* request(parameters, scope) {
    const { clock, dataset, http, log, signal } = scope;
    checkNames(parameters);
    const message = messageFrom(parameters, scope);
    const timeout = seconds(parameters, 'timeout', 10);
    const deadline = clock.now() + timeout;
    unanswered.delete(dataset);
    while (clock.now() < deadline) {
        try {
            // No limit would let a server that hangs hang the run; an answer after the timeout still counts when its try began before.
            const tried = http.request({ ...message, limit: Math.max(longestSilence, timeout), ...(signal && { signal }) }).then(describe);
            const response = (yield tried);
            dataset.set('response', response);
            return response;
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* InvalidInput */.o9)
                throw error;
            unanswered.set(dataset, (0,errors/* messageOf */.bD)(error));
            log.warning('$request: no answer', { cause: (0,errors/* messageOf */.bD)(error) });
        }
        yield clock.sleep(seconds(parameters, 'interval', 5), signal);
    }
    dataset.set('response', null);
    return null;
}
/** Why the last `$request` of this dataset gave null; undefined when it was answered. For whoever has to explain the null. */
function whyUnanswered(dataset) {
    return unanswered.get(dataset);
}
const unanswered = new WeakMap();
const longestSilence = 60_000;
const methods = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete'];
const request_known = ['url', 'method', 'json', 'headers', 'params', 'data', 'auth', 'cookies', 'allow_redirects', 'verify', 'timeout', 'interval'];
// These tell Python's library how to hold the answer; there is nothing to hold here.
const idle = ['stream', 'hooks'];
const elsewhere = {
    cert: 'client certificates are not supported',
    proxies: 'proxies come from HTTP_PROXY, HTTPS_PROXY and NO_PROXY',
    files: 'files are not supported; send their text as "data"',
};
function checkNames(parameters) {
    for (const [name, value] of parameters) {
        if (request_known.includes(name) || idle.includes(name))
            continue;
        const why = elsewhere[name];
        if (why === undefined)
            throw new Error(`it has no parameter ${JSON.stringify(name)}.${(0,nearest/* didYouMean */.a)(name, request_known)}`);
        if (isTruthy(value))
            throw new Error(`its "${name}" cannot be used: ${why}`);
    }
}
function messageFrom(parameters, { log }) {
    const method = parameters.get('method');
    if (typeof method !== 'string' || !methods.includes(method.toLowerCase()))
        throw new Error(`its "method" is ${kindOf(method)}; expected one of ${methods.join(', ')}.${typeof method === 'string' ? (0,nearest/* didYouMean */.a)(method, methods) : ''}`);
    const url = parameters.get('url');
    if (typeof url !== 'string')
        throw new Error(`its "url" is ${kindOf(url)}; expected the text of an http or https address`);
    const { body, type } = bodyFrom(parameters);
    const headers = headersFrom(parameters);
    if (type !== undefined && ![...headers.keys()].some((name) => name.toLowerCase() === 'content-type'))
        headers.set('content-type', type);
    const verify = parameters.get('verify') ?? true;
    if (typeof verify !== 'boolean')
        throw new Error(`its "verify" is ${kindOf(verify)}; expected true or false. A private CA is named in NODE_EXTRA_CA_CERTS`);
    const auth = authFrom(parameters.get('auth') ?? null);
    if (auth)
        log.secret(auth.password);
    return {
        method: method.toUpperCase(),
        url: (0,http_form/* withParameters */.z)(url, json(parameters, 'params')),
        headers: Object.fromEntries(headers),
        ...(body !== undefined && { body }),
        ...(auth && { auth }),
        verify,
        // A checkout whose answer is lost may have happened: another try is the document's business, not the connection's.
        once: true,
        ...(parameters.has('allow_redirects') && { redirects: isTruthy(parameters.get('allow_redirects') ?? null) }),
    };
}
function bodyFrom(parameters) {
    const data = json(parameters, 'data');
    if (isTruthy(data)) {
        if (typeof data === 'string')
            return { body: data };
        if (typeof data !== 'object')
            throw new Error(`its "data" is ${kindOf(data)}; expected an object, a list of pairs or text`);
        return { body: (0,http_form/* printForm */.i)(data), type: 'application/x-www-form-urlencoded' };
    }
    const value = json(parameters, 'json');
    return value === null ? {} : { body: (0,print/* printPython */.qj)(value), type: 'application/json' };
}
function headersFrom(parameters) {
    const headers = new Map();
    const given = parameters.get('headers') ?? null;
    if (given !== null && !(given instanceof Map))
        throw new Error(`its "headers" are ${kindOf(given)}; expected an object`);
    for (const [name, value] of given ?? []) {
        if (value === null)
            continue;
        if (typeof value !== 'string')
            throw new Error(`its header ${JSON.stringify(name)} is ${kindOf(value)}; expected text`);
        headers.set(name, value);
    }
    const cookies = parameters.get('cookies') ?? null;
    if (cookies === null)
        return headers;
    if (!(cookies instanceof Map))
        throw new Error(`its "cookies" are ${kindOf(cookies)}; expected an object`);
    const pairs = [...cookies]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => {
        if (typeof value !== 'string')
            throw new Error(`its cookie ${JSON.stringify(name)} is ${kindOf(value)}; expected text`);
        return `${name}=${value}`;
    });
    if (pairs.length > 0 && ![...headers.keys()].some((name) => name.toLowerCase() === 'cookie'))
        headers.set('cookie', pairs.join('; '));
    return headers;
}
function authFrom(auth) {
    if (!isTruthy(auth))
        return undefined;
    if (!(auth instanceof Map))
        throw new Error(`its "auth" is ${kindOf(auth)}; expected an object with username, password and type`);
    const stray = [...auth.keys()].find((name) => !['username', 'password', 'type'].includes(name));
    if (stray !== undefined)
        throw new Error(`its "auth" has no member ${JSON.stringify(stray)}; expected username, password and type`);
    const [username, password, type] = [auth.get('username'), auth.get('password'), auth.get('type') ?? 'basic'];
    if (typeof username !== 'string')
        throw new Error(`the "username" of its "auth" is ${kindOf(username)}; expected text`);
    // Not the value: it may be a secret in a form of its own.
    if (typeof password !== 'string')
        throw new Error('the "password" of its "auth" is not text');
    if (typeof type !== 'string')
        throw new Error(`the "type" of its "auth" is ${kindOf(type)}; expected basic or digest`);
    return { username, password, type: type.toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function json(parameters, name) {
    return jsonOf(parameters.get(name) ?? null);
}

;// CONCATENATED MODULE: ./src/jsontas/profiles.js














/** What indexes and slices were made of; it has no use of its own, but its name is taken (jsontas.md 5). */
const list = () => {
    throw new Error('it has no use by name: write the index or slice behind a list, as in $items.0 or $items.1:3');
};
/** The nine structures of the language (jsontas.md 5). All that a check-in rule of a released deployment can rely on. */
const builtIns = new Map([
    ['condition', condition],
    ['operator', operator],
    ['list', list],
    ['request', request],
    ['filter', filter],
    ['expand', expand],
    ['from', from],
    ['wait', wait],
    ['reduce', reduce],
]);
/** The built-in structures and those of the environment provider (jsontas.md 9): what provider files are written with. */
function providerStructures({ environment }) {
    return new Map([
        ...builtIns,
        ['json_dumps', (parameters) => (0,print/* printPython */.qj)(jsonOf(parameters))],
        ['uuid_generate', () => (0,external_node_crypto_.randomUUID)()],
        ['join', join],
        ['encrypt', encrypt(environment)],
        ['execution_space_instructions', executionSpaceInstructions(environment)],
    ]);
}
/** What a test runner knows: `$decrypt` and nothing else, so that a sub suite can neither make requests nor read anything (jsontas.md 12.8). */
function testRunnerStructures({ environment }) {
    return new Map([['decrypt', decrypt(environment)]]);
}

;// CONCATENATED MODULE: ./src/jsontas/evaluate.js
// The JSONTas language (jsontas.md), knowing nothing of ETOS. In: a document, the dataset its queries read, the structures it may use. Out: the
// evaluated document, or one error that says which query failed where. This file is all that users of the room import. Who lists, checks
// out or delegates with the result does not belong here.








/**
 * Evaluates a document (jsontas.md 2). The document is not changed. The result may be any JSON value; it may share parts with the dataset and with
 * itself, but has no cycles; it is JSON throughout.
 * @throws {InvalidInput} the document is not an object, a structure failed whose value is in the result, the result contains itself, it is nested too
 *   deeply, or a member follows a replacement that is no object. The message begins with file, line and column where they are known
 * @throws the signal's reason, when that fired
 */
async function evaluate(document, { dataset, structures, http, clock, log, signal, source }) {
    return await new Run({ dataset, structures, http, clock, log, ...(signal && { signal }), ...(source && { source }) }).evaluate(document);
}


/***/ })

};
