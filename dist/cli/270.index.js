export const id = 270;
export const ids = [270];
export const modules = {

/***/ 16270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsontasCommand: () => (/* binding */ jsontasCommand)
/* harmony export */ });
/* harmony import */ var _collection_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92848);
/* harmony import */ var _documents_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1872);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22257);
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45194);
/* harmony import */ var _host_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11290);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56163);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39874);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63519);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40805);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92948);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(73251);
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











const profiles = { provider: _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_6__/* .providerStructures */ .SX, 'test-runner': _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_6__/* .testRunnerStructures */ .zd };
/**
 * `etos jsontas`: evaluates a JSONTas document and prints the result. Warnings and what a request met go to standard error.
 * @throws {InvalidInput} with file, line and path of what cannot be evaluated
 */
async function jsontasCommand(document, { dataset = [], identity, profile = 'provider', part }, face) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, clock, signal, directory, out, err } = face;
        const structures = structuresOf(profile)({ environment });
        const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_7__/* .createLog */ .h)({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createHttpClient */ .u)({ log, environment, clock }), true);
        const names = new Map();
        if (identity !== undefined)
            names.set('identity', (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_6__/* .identityValue */ .qC)((0,_documents_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIdentity */ .a)(identity)));
        for (const source of dataset) {
            const { text, name } = await (0,_collection_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadText */ .E)(source, { http, signal, workspace: directory });
            const value = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text, name);
            if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(value))
                throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`${name}: a dataset is an object, names and their values`, 'The form is { "name": value, … }');
            for (const [key, member] of value)
                names.set(key, member);
        }
        const { text, name } = await (0,_collection_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadText */ .E)(document, { http, signal, workspace: directory });
        const path = part?.split('.') ?? [];
        const value = partOf((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text, name), path, name);
        const unresolved = names.has('identity') ? [] : [...new Set(identitiesIn(value))];
        if (unresolved.length > 0)
            err.write(`note: ${unresolved.join(', ')} stays unresolved: give --identity pkg:type/namespace/name@version\n`);
        const result = await (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_6__/* .evaluate */ ._3)(value, { dataset: names, structures, http, clock, log, signal, source: { name, text, path } });
        out.write(`${(0,_json_print_js__WEBPACK_IMPORTED_MODULE_9__/* .printIndented */ .bY)(result)}\n`);
        return 0;
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
/** Where a document asks for the item under test: `$identity`, `$identity.version`. */
function identitiesIn(value) {
    if (typeof value === 'string')
        return /^\$identity(?:$|\.)/.test(value) ? [(0,_report_printable_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g)(value)] : [];
    if (Array.isArray(value))
        return value.flatMap(identitiesIn);
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(value) ? [...value.values()].flatMap(identitiesIn) : [];
}
function partOf(document, path, source) {
    let value = document;
    for (const [n, step] of path.entries()) {
        const next = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(value) ? value.get(step) : undefined;
        if (next === undefined) {
            const names = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(value) ? [...value.keys()] : [];
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`${source}: there is no ${path.slice(0, n + 1).join('.')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(step, names)}`, names.length > 0 ? `There is ${names.join(', ')}` : 'Only objects have parts');
        }
        value = next;
    }
    return value;
}
function structuresOf(profile) {
    const found = Object.entries(profiles).find(([name]) => name === profile);
    if (found)
        return found[1];
    const names = Object.keys(profiles);
    const meant = (0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(profile, names);
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`--profile is ${JSON.stringify(profile)}; expected ${names.join(' or ')}`, meant ? `Did you mean ${meant}?` : '');
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


/***/ })

};
