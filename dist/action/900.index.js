export const id = 900;
export const ids = [900];
export const modules = {

/***/ 47900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createUndiciSender: () => (/* binding */ createUndiciSender)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61684);

/**
 * Everything that Node's own client does not do: TLS with further CAs, and proxies. This file is imported when it is needed first: undici
 * takes some 60 ms to load.
 * @param proxyFor the proxy for an address, none for a direct connection
 */
function createUndiciSender(proxyFor, tls) {
    // The client above measures silence itself, the whole way; zero switches undici's own limits off.
    const limits = { headersTimeout: 0, bodyTimeout: 0 };
    const { cert: _cert, key: _key, servername: _servername, ...proxyTls } = tls;
    const dispatchers = new Map();
    const dispatcherFor = (url, once) => {
        const proxy = proxyFor(url);
        const key = `${once} ${proxy?.href ?? ''}`;
        // Without pipelining undici keeps no connection.
        const keeping = once ? { pipelining: 0 } : {};
        const dispatcher = dispatchers.get(key) ??
            (proxy
                ? // Proxies commonly refuse CONNECT to port 80: an http: target is asked for in absolute form.
                    new undici__WEBPACK_IMPORTED_MODULE_0__/* .ProxyAgent */ .kT({ ...limits, ...keeping, uri: proxy.href, proxyTunnel: false, requestTls: tls, proxyTls })
                : new undici__WEBPACK_IMPORTED_MODULE_0__/* .Agent */ .g6({ ...limits, ...keeping, connect: { ...tls, timeout: 0 } }));
        dispatchers.set(key, dispatcher);
        return dispatcher;
    };
    return {
        async send({ method, url, headers, body, once = false }, signal) {
            const answer = await (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .request */ .Em)(url, {
                method,
                headers,
                body: body ?? null,
                signal,
                dispatcher: dispatcherFor(url, once),
            });
            return { status: answer.statusCode, reason: answer.statusText, headers: answer.headers, body: answer.body };
        },
        async [Symbol.asyncDispose]() {
            await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
        },
    };
}


/***/ })

};
