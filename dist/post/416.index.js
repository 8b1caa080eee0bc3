export const id = 416;
export const ids = [416];
export const modules = {

/***/ 7416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ addressOf),
/* harmony export */   readBroker: () => (/* binding */ readBroker)
/* harmony export */ });
/* unused harmony export readSubscription */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2257);



const usualExchange = { RABBITMQ: 'eiffel', ETOS_RABBITMQ: 'etos' };
// A lost peer is noticed after some 45 s; with the broker's own proposal it would take three minutes.
const usualHeartbeat = 15;
/**
 * Reads `RABBITMQ_*` or `ETOS_RABBITMQ_*` (etos.md 9.1), and beside them `_CA_FILE`, a file of certificates in PEM, and `_HEARTBEAT`, seconds.
 * @returns undefined when no host is named: there is no broker
 * @throws {InvalidInput} with every variable that is wrong
 */
function readBroker(variables, prefix) {
    const of = (name) => variables[`${prefix}_${name}`] ?? '';
    const host = of('HOST');
    if (host === '')
        return undefined;
    const problems = [];
    const number = (name, usual, most) => {
        const value = of(name) === '' ? usual : /^\s*\d+\s*$/.test(of(name)) ? Number(of(name)) : Number.NaN;
        if (!Number.isInteger(value) || value < 1 || value > most)
            problems.push(`${prefix}_${name} is ${JSON.stringify(of(name))}; expected a whole number from 1 to ${most}`);
        return value;
    };
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) && /[^\p{L}\p{N}._-]/u.test(host))
        problems.push(`${prefix}_HOST is ${JSON.stringify(host)}; expected a host name or an IP address alone`);
    const port = number('PORT', 5672, 65_535);
    const heartbeat = number('HEARTBEAT', usualHeartbeat, 3_600);
    // Exactly this word, as the released library has it; unset means it, too.
    const authorities = (of('SSL') || 'true') === 'true' ? readAuthorities(of('CA_FILE'), `${prefix}_CA_FILE`, problems) : undefined;
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(problems.join('\n'), 'See docs/eiffel.md for the variables');
    return {
        prefix,
        host,
        port,
        heartbeat,
        username: of('USERNAME') || 'guest',
        password: of('PASSWORD') || 'guest',
        vhost: of('VHOST') || '/',
        exchange: of('EXCHANGE') || usualExchange[prefix],
        ...(authorities && { tls: authorities }),
    };
}
/**
 * Reads `RABBITMQ_QUEUE`, `RABBITMQ_ROUTING_KEY` (`#`) and `RABBITMQ_QUEUE_PARAMS` (etos.md 9.1).
 * @throws {InvalidInput}
 */
function readSubscription(variables) {
    const text = variables.RABBITMQ_QUEUE_PARAMS || '{"durable": true}';
    let parameters;
    try {
        parameters = JSON.parse(text);
    }
    catch {
        parameters = undefined;
    }
    if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
        throw new InvalidInput(`RABBITMQ_QUEUE_PARAMS is ${JSON.stringify(text)}; expected a JSON object`, 'For instance {"durable": true}, as the queue was first declared');
    return {
        queue: variables.RABBITMQ_QUEUE || 'etos-suite-starter',
        routingKey: variables.RABBITMQ_ROUTING_KEY || '#',
        parameters: parameters,
    };
}
/** The broker as people know it: without the password. */
function addressOf({ host, port, vhost, tls }) {
    return `${tls ? 'amqps' : 'amqp'}://${host.includes(':') ? `[${host}]` : host}:${port}/${vhost === '/' ? '' : encodeURIComponent(vhost)}`;
}
function readAuthorities(file, name, problems) {
    if (file === '')
        return {};
    try {
        const authorities = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        if (!authorities.includes('-----BEGIN CERTIFICATE-----'))
            problems.push(`${name} names ${file}, which holds no certificate; expected PEM`);
        return { authorities };
    }
    catch (error) {
        problems.push(`${name} cannot be read: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return {};
    }
}


/***/ })

};
