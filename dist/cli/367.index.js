export const id = 367;
export const ids = [367];
export const modules = {

/***/ 5194:
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

/***/ 1290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8232);

/**
 * The known word that somebody probably meant, or undefined when none is near: `COMAND` gives `COMMAND`. Letter case costs nothing,
 * and about one slip in three letters is forgiven; two letters in each other's place are one slip.
 */
function nearest(word, known) {
    const byFolded = new Map(known.map((candidate) => [candidate.toLowerCase(), candidate]));
    const folded = word.toLowerCase();
    if (byFolded.size === 0)
        return undefined;
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(folded, [...byFolded.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(folded.length, best.length) / 3));
    const slips = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(folded, best);
    return slips <= allowed || (slips === 2 && lettersOf(folded) === lettersOf(best)) ? byFolded.get(best) : undefined;
}
function lettersOf(word) {
    return [...word].sort().join('');
}
/** ` Did you mean COMMAND?` with the leading space, or nothing. */
function didYouMean(word, known) {
    const meant = nearest(word, known);
    return meant === undefined || meant === word ? '' : ` Did you mean ${meant}?`;
}


/***/ }),

/***/ 371:
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

/***/ 1530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createHttpClient)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./src/host/clock.js
var host_clock = __webpack_require__(6726);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(371);
;// CONCATENATED MODULE: ./src/http/answer.js




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
                    throw new client/* NoAnswer */.W(`${receiving.request}: the answer is longer than ${atMost} bytes`, { lasting: true });
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
    const body = new external_node_stream_.Readable({
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
        return through(body, (0,external_node_zlib_.createUnzip)());
    return coding === 'br' ? through(body, (0,external_node_zlib_.createBrotliDecompress)()) : body;
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
        return new external_node_util_.TextDecoder(charset);
    }
    catch {
        return new external_node_util_.TextDecoder();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
        await discard(first);
        return send(answered());
    };
}
function withAuthorization(request, value) {
    return { ...request, headers: { ...request.headers, authorization: value } };
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

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
var external_node_http_ = __webpack_require__(7067);
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

// EXTERNAL MODULE: ./src/http/url.js
var http_url = __webpack_require__(9435);
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

;// CONCATENATED MODULE: ./src/http/prepare.js



/** Reads what was asked for and adds the headers every request has. @throws {InvalidInput} when it can be sent nowhere */
function prepare({ method, url: address, headers = {}, body, length, auth, once }) {
    const url = (0,http_url/* parseUrl */.Dl)(String(address));
    const own = credentialsIn(url);
    const credentials = auth ?? own;
    // A method that no server knows is its business; one that cannot stand in a request line is ours.
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(method))
        throw new errors/* InvalidInput */.o9(`${JSON.stringify(method)} is no HTTP method`, 'GET, POST and PUT are');
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
            (0,external_node_http_.validateHeaderName)(name);
            (0,external_node_http_.validateHeaderValue)(name, value);
        }
        catch {
            // Not the value: it may be a token with a newline at its end.
            throw new errors/* InvalidInput */.o9(`request to ${(0,http_url/* printUrl */.D1)(url)}: the header ${JSON.stringify(name)} cannot be sent`, 'Names are letters, digits and "-"; values are one line of Latin-1 text. A newline at the end of a token is the usual cause');
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
    return { type: 'basic', username: decode(username), password: decode(password) };
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
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
            await discard(outcome);
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
/** The program's HTTP client. Disposing of it breaks whatever is still under way. */
function createHttpClient({ log, environment, clock }) {
    const direct = createDirectSender();
    let beyond;
    let unchecked;
    const senderFor = (url, verify) => {
        if (url.protocol === 'http:' && !proxyFor(url, environment))
            return direct;
        return verify ? (beyond ??= createSenderBeyond(environment, log)) : (unchecked ??= createUncheckedSender(environment));
    };
    const authorized = createAuthorizer();
    /** One message and its answer, under the limit. */
    const attempt = async (request, { limit = 30_000, signal, verify = true }) => {
        const { method, url } = request;
        const name = `${method} ${(0,http_url/* printUrl */.D1)(url)}`;
        const started = clock.now();
        const stopped = new AbortController();
        const stop = () => stopped.abort(signal?.reason);
        signal?.addEventListener('abort', stop, { once: true });
        const listening = listenForSilence(limit, () => stopped.abort(new client/* NoAnswer */.W(`${name}: no answer: nothing was heard for ${(0,host_clock/* inWords */.r)(limit)}`)), { clock });
        const onEnd = () => {
            listening.end();
            signal?.removeEventListener('abort', stop);
        };
        const failed = { method, url, proxy: proxyFor(url, environment) };
        try {
            const sender = await senderFor(url, verify);
            const raw = await sender.send(messageOn(request, () => listening.heard()), stopped.signal);
            if (raw.status === 407 && failed.proxy) {
                raw.body.destroy();
                throw new Error('Proxy response (407)');
            }
            listening.heard();
            log.debug('requested', { method, url: (0,http_url/* printUrl */.D1)(url), status: raw.status, ms: clock.now() - started });
            return createAnswer(raw, request, {
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
            await discard(answer);
            if (redirects === mostRedirects)
                throw new client/* NoAnswer */.W(`${first.method} ${(0,http_url/* printUrl */.D1)(first.url)}: no answer: more than ${mostRedirects} redirects, the last to ${(0,http_url/* printUrl */.D1)(next.url)}`, {
                    lasting: true,
                });
            request = cookie === undefined ? next : { ...next, headers: { ...next.headers, cookie } };
        }
    };
    return {
        async request(asked) {
            asked.signal?.throwIfAborted();
            const request = prepare(asked);
            const once = () => follow(request, asked);
            if (!asked.retry)
                return once();
            const onRetry = (reason, wait) => log.debug('trying again', { reason, in: (0,host_clock/* inWords */.r)(wait) });
            return retried(once, asked.retry, { clock, signal: asked.signal, onRetry });
        },
        async [Symbol.asyncDispose]() {
            await direct[Symbol.asyncDispose]();
            await (await beyond)?.[Symbol.asyncDispose]();
            await (await unchecked)?.[Symbol.asyncDispose]();
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
    const [{ createUndiciSender }, further] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(900)]).then(__webpack_require__.bind(__webpack_require__, 7900)), furtherCertificates(environment, log)]);
    return createUndiciSender((url) => proxyFor(url, environment), further.length > 0 ? [...external_node_tls_.rootCertificates, ...further] : undefined);
}
async function createUncheckedSender(environment) {
    const { createUndiciSender } = await Promise.all(/* import() */[__webpack_require__.e(684), __webpack_require__.e(900)]).then(__webpack_require__.bind(__webpack_require__, 7900));
    return createUndiciSender((url) => proxyFor(url, environment), 'unchecked');
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

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ printUrl),
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   a: () => (/* binding */ percentEncode)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);

/**
 * An absolute `http:` or `https:` URL. Characters that a URL may not hold, also those that WHATWG's parser lets pass, are percent-encoded in
 * UTF-8 (jsontas.md 8.2); a percent sign that starts no escape is one of them.
 * @throws {InvalidInput}
 */
function parseUrl(text) {
    const legal = percentEncode(text.trim(), /[!#$%&'()*+,/:;=?@[\]~\w.-]/).replace(/%(?![0-9a-f]{2})/gi, '%25');
    const url = URL.canParse(legal) ? new URL(legal) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '')
        return url;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${JSON.stringify(text)} cannot be requested: expected an absolute URL such as https://example.com/path`, 'The URL must start with http:// or https:// and name a host');
}
/** An address for people and logs: without what may be secret in it, the user's name, the password and the query. */
function printUrl(url) {
    return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
/** Percent-encodes, in UTF-8, every character that does not match. */
function percentEncode(text, legal) {
    return Array.from(text, (character) => (legal.test(character) ? character : escapes(character))).join('');
}
function escapes(character) {
    // A Buffer makes U+FFFD of half a surrogate pair, where encodeURIComponent throws.
    return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 7412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qF: () => (/* binding */ parseJson),
  eE: () => (/* binding */ parsePlain),
  yN: () => (/* binding */ placesIn),
  bA: () => (/* binding */ printPath)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
;// CONCATENATED MODULE: ./src/json/tree.js
/** The text is no JSON from this offset on; at its end when it stops too early. */
class NotJson extends Error {
    at;
    name = 'NotJson';
    constructor(at) {
        super(`not JSON at offset ${at}`);
        this.at = at;
    }
}
// One megabyte takes some 20 ms: a general parser that also notes where values end took four times that, and as much memory again.
/** Reads JSON text as strictly as `JSON.parse`, in the order of the text. @throws {NotJson} */
function readTree(text) {
    const reader = new Reader(text);
    const tree = reader.value();
    reader.end();
    return tree;
}
const numbers = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const literals = { true: true, false: false, null: null };
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    value() {
        this.skipSpace();
        const at = this.at;
        switch (this.text[at]) {
            case '{':
                return { at, members: this.members() };
            case '[':
                return { at, elements: this.elements() };
            case '"':
                return { at, scalar: this.string() };
            default:
                return { at, scalar: this.numberOrLiteral() };
        }
    }
    end() {
        this.skipSpace();
        if (this.at < this.text.length)
            throw new NotJson(this.at);
    }
    members() {
        const members = new Map();
        this.at++;
        if (this.next('}'))
            return members;
        do {
            this.skipSpace();
            const nameAt = this.at;
            const name = this.string();
            if (!this.next(':'))
                throw new NotJson(this.at);
            members.set(name, { nameAt, tree: this.value() });
        } while (this.next(','));
        if (!this.next('}'))
            throw new NotJson(this.at);
        return members;
    }
    elements() {
        const elements = [];
        this.at++;
        if (this.next(']'))
            return elements;
        do
            elements.push(this.value());
        while (this.next(','));
        if (!this.next(']'))
            throw new NotJson(this.at);
        return elements;
    }
    string() {
        const start = this.at;
        if (this.text[start] !== '"')
            throw new NotJson(start);
        let escaped = false;
        for (let at = start + 1; at < this.text.length; at++) {
            const code = this.text.charCodeAt(at);
            if (code === 0x22) {
                this.at = at + 1;
                return escaped ? JSON.parse(this.text.slice(start, at + 1)) : this.text.slice(start + 1, at);
            }
            if (code < 0x20)
                throw new NotJson(at);
            if (code === 0x5c) {
                escaped = true;
                at += this.escape(at);
            }
        }
        throw new NotJson(this.text.length);
    }
    /** How many characters follow the backslash at this offset. */
    escape(at) {
        const kind = this.text[at + 1] ?? '';
        if (kind !== '' && '"\\/bfnrt'.includes(kind))
            return 1;
        if (kind === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6)))
            return 5;
        throw new NotJson(at + 1 >= this.text.length ? this.text.length : at);
    }
    numberOrLiteral() {
        numbers.lastIndex = this.at;
        const digits = numbers.exec(this.text)?.[0];
        if (digits !== undefined) {
            this.at += digits.length;
            return Number(digits);
        }
        const word = Object.keys(literals).find((candidate) => this.text.startsWith(candidate, this.at));
        if (word === undefined)
            throw new NotJson(this.at);
        this.at += word.length;
        return literals[word] ?? null;
    }
    next(character) {
        this.skipSpace();
        if (this.text[this.at] !== character)
            return false;
        this.at++;
        return true;
    }
    skipSpace() {
        for (;;) {
            const code = this.text.charCodeAt(this.at);
            if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)
                return;
            this.at++;
        }
    }
}

// EXTERNAL MODULE: ./src/json/value.js
var value = __webpack_require__(805);
;// CONCATENATED MODULE: ./src/json/parse.js



// JSON.parse moves names such as "10" to the front of their object. Only a text that may hold one needs the slower parser.
const integerLikeName = /"(?:0|[1-9][0-9]*)"\s*:/;
/**
 * Reads JSON text, with or without a byte-order mark, in the order of the text. Repeated names: the last value, at the first place.
 * @param source how messages call the text: a file, a URL
 * @throws {InvalidInput} with line and column; for thousands of levels without
 */
function parseJson(text, source) {
    const plain = parsePlain(text, source);
    try {
        return integerLikeName.test(text) ? fromTree(readTree(withoutMark(text))) : (0,value/* fromPlain */.bM)(plain);
    }
    catch (error) {
        // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
        if (error instanceof RangeError)
            throw new errors/* InvalidInput */.o9(`${source}: nested too deeply`, 'A thousand levels of lists and objects can be read');
        throw error;
    }
}
/** As `parseJson`, into plain objects. @throws {InvalidInput} */
function parsePlain(text, source) {
    const json = withoutMark(text);
    try {
        return JSON.parse(json);
    }
    catch (error) {
        const { line, column, what } = syntaxErrorIn(json);
        const hint = /^\s*</.test(json) ? 'This looks like HTML or XML: is it the page of a login or an error?' : 'The file must be JSON';
        // The cause would quote the text, and a text may hold secrets: its message is left out (delegation.md 6).
        throw new errors/* InvalidInput */.o9(`${source}:${line}:${column}: not JSON: ${what ?? error.name}`, hint);
    }
}
/** Finds the values of a text again. A path that does not exist gives the place of the last step that does. */
function placesIn(text) {
    const json = withoutMark(text);
    const root = readTree(json);
    const placeOf = lineCounter(json);
    return (path, of = 'value') => {
        let tree = root;
        let { at } = root;
        for (const [n, step] of path.entries()) {
            const member = 'members' in tree ? tree.members.get(String(step)) : undefined;
            const next = member?.tree ?? ('elements' in tree ? tree.elements[Number(step)] : undefined);
            if (!next)
                break;
            tree = next;
            at = member && of === 'name' && n === path.length - 1 ? member.nameAt : next.at;
        }
        return placeOf(at);
    };
}
/** Places of offsets; asked in any order, quick in the order of the text. */
function lineCounter(text) {
    let [line, start] = [1, 0];
    return (at) => {
        if (at < start)
            [line, start] = [1, 0];
        for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return { line, column: at - start + 1 };
    };
}
/** `[0].recipes[2].constraints[1].key`; names that are no identifiers are quoted: `["a b"]`. The document itself is `$`. */
function printPath(path) {
    const text = path
        .map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
        .join('');
    return text === '' ? '$' : text.replace(/^\./, '');
}
function withoutMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
function fromTree(tree) {
    if ('scalar' in tree)
        return tree.scalar;
    if ('elements' in tree)
        return tree.elements.map(fromTree);
    return new Map([...tree.members].map(([name, member]) => [name, fromTree(member.tree)]));
}
function syntaxErrorIn(json) {
    if (json.trim() === '')
        return { line: 1, column: 1, what: 'it is empty' };
    try {
        readTree(json);
    }
    catch (error) {
        if (!(error instanceof NotJson))
            throw error;
        const near = [...json.slice(error.at, error.at + 2)][0];
        return { ...lineCounter(json)(error.at), what: near === undefined ? 'the text ends too early' : `unexpected ${JSON.stringify(near)}` };
    }
    return { line: 1, column: 1 };
}


/***/ }),

/***/ 3519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   bY: () => (/* binding */ printIndented),
/* harmony export */   n: () => (/* binding */ printText),
/* harmony export */   qj: () => (/* binding */ printPython),
/* harmony export */   xo: () => (/* binding */ printNumber)
/* harmony export */ });
/* unused harmony export printPlainPython */
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(805);

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
    for (const [name, member] of Object.entries(value))
        if (member !== undefined)
            text += `${text === '' ? '' : ', '}${ascii(name)}: ${printPlainPython(member)}`;
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

/***/ 805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bM: () => (/* binding */ fromPlain)
/* harmony export */ });
// JSON text and values, knowing nothing of ETOS. In: text. Out: values that keep the order and the names of the text (`__proto__` and "10" are
// ordinary names), the places of values in the text, and text again. What a document means does not belong here.
function isObject(value) {
    return value instanceof Map;
}
/** A value of plain objects, as `JSON.parse` gives it, as a value of maps. What JSON cannot say becomes null, as in `JSON.stringify`. */
function fromPlain(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : null;
    if (Array.isArray(value))
        return value.map(fromPlain);
    if (value instanceof Map)
        return new Map([...value].map(([name, member]) => [name, fromPlain(member)]));
    if (typeof value === 'object') {
        const members = Object.entries(value).filter(([, member]) => member !== undefined);
        return new Map(members.map(([name, member]) => [name, fromPlain(member)]));
    }
    return null;
}
/** A value of maps as one of plain objects, for code and schemas that know no others. */
function toPlain(value) {
    if (Array.isArray(value))
        return value.map(toPlain);
    if (!isObject(value))
        return value;
    const plain = {};
    // defineProperty, because an assignment to `__proto__` would change the object instead of adding a member.
    for (const [name, member] of value)
        Object.defineProperty(plain, name, { value: toPlain(member), enumerable: true, writable: true, configurable: true });
    return plain;
}
/** The text of a member, or of a number or boolean as JSON has it; the fallback for everything else. */
function textOf(value, fallback = '') {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : fallback;
}


/***/ })

};
