export const id = 29;
export const ids = [29];
export const modules = {

/***/ 8232:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

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

/***/ 4088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _collection_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2848);
/* harmony import */ var _collection_validate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7284);
/* harmony import */ var _environment_provider_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4899);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2257);
/* harmony import */ var _host_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5194);
/* harmony import */ var _http_create_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1530);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7412);
/* harmony import */ var _print_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6764);
/* harmony import */ var _step_lines_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7214);
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









/** `etos validate`: says of each file what it is, or everything that is wrong with it. Exit code 2 when one of them is not valid. */
async function validateCommand(files, face) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, clock, signal, directory, out, err } = face;
        const log = (0,_host_log_js__WEBPACK_IMPORTED_MODULE_8__/* .createLog */ .h)({ level: 'warning', write: (line, level) => err.write(`${level}: ${line}\n`) });
        const http = __addDisposableResource(env_1, (0,_http_create_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createHttpClient */ .u)({ log, environment, clock }), true);
        let exitCode = 0;
        for (const file of files) {
            try {
                const { text, name } = await (0,_collection_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadText */ .E)(file, { http, signal, workspace: directory });
                const { valid, warnings } = await describe(text, name);
                for (const warning of warnings)
                    err.write(`warning: ${warning}\n`);
                out.write(`${name}: ${valid}\n`);
            }
            catch (error) {
                signal.throwIfAborted();
                if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtosError */ .Ss))
                    throw error;
                exitCode = Math.max(exitCode, (0,_print_error_js__WEBPACK_IMPORTED_MODULE_6__/* .printError */ .y)(error, { err }));
            }
        }
        return exitCode;
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
async function describe(text, name) {
    const document = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePlain */ .eE)(text, name);
    // A collection is a list; one suite without its brackets is better told as a collection than as a provider.
    if (typeof document === 'object' && document !== null && !Array.isArray(document) && !('recipes' in document)) {
        const provider = await (0,_environment_provider_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseProvider */ .te)(text, name);
        return { valid: `a valid ${provider.kind} provider, "${provider.id}"`, warnings: [] };
    }
    const { collection, warnings } = await (0,_collection_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .t)(text, name);
    const recipes = collection.suites.reduce((sum, suite) => sum + suite.recipes.length, 0);
    return { valid: `a valid test collection of ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_7__/* .amount */ .v)(collection.suites.length, 'suite')} and ${(0,_step_lines_js__WEBPACK_IMPORTED_MODULE_7__/* .amount */ .v)(recipes, 'recipe')}`, warnings };
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
