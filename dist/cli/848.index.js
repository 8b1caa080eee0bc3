export const id = 848;
export const ids = [848];
export const modules = {

/***/ 92848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ loadText),
/* harmony export */   Z: () => (/* binding */ loadCollection)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22257);
/* harmony import */ var _host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87026);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80371);
/* harmony import */ var _http_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59435);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(96864);








// JSON.parse makes about ten times the bytes of it, and Node's strings end at 512 MiB.
const largest = 256 * 1024 * 1024;
/**
 * Reads and validates a test collection.
 * @param source a path, a `file:` or an `http(s):` URL; the latter may hold credentials, which no message repeats
 * @throws {InvalidInput} when it cannot be read, or with all problems that it has
 */
async function loadCollection(source, loading) {
    const { text, name } = await loadText(source, loading);
    return (0,_validate_js__WEBPACK_IMPORTED_MODULE_7__/* .validate */ .t)(text, name);
}
/** The text behind a path or an address, and how messages call it. @throws {InvalidInput} */
async function loadText(source, { http, signal, workspace }) {
    const url = /^(?:https?|file):/i.test(source) ? parseUrl(source) : undefined;
    const other = /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1];
    if (!url && other !== undefined)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${(0,_http_url_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutCredentials */ .ri)(source)} cannot be read: ${other} is not supported`, 'Expected a path or a file:, http: or https: URL');
    if (url && url.protocol !== 'file:') {
        const name = nameOf(url);
        return { text: decode(await download(url, name, { http, signal }), name), name };
    }
    const path = url ? pathOf(url) : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, source);
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path);
    const name = below === '' || below.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) ? path : below;
    return { text: decode(await readBytes(path, name, signal), name), name };
}
function parseUrl(source) {
    try {
        return new URL(source);
    }
    catch (cause) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${(0,_http_url_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutCredentials */ .ri)(source)} is not a URL`, 'Expected a path or a file:, http: or https: URL', { cause });
    }
}
function pathOf(url) {
    try {
        return (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(url);
    }
    catch (cause) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${url.href}: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, 'The form is file:///path/to/collection.json', { cause });
    }
}
/** The address without what may be secret: user, password, query. */
function nameOf({ protocol, host, pathname, search }) {
    return `${protocol}//${host}${pathname}${search && '?…'}`;
}
async function readBytes(path, name, signal) {
    signal.throwIfAborted();
    let file;
    try {
        file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
        const stat = await file.stat();
        if (stat.isDirectory())
            throw Object.assign(new Error(), { code: 'EISDIR' });
        // A device or a pipe that never ends would be read until memory does.
        if (!stat.isFile() && !stat.isFIFO())
            throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be read: it is no ordinary file`, 'Give the path of a JSON file');
        if (stat.size > largest)
            throw tooLarge(name);
        return await file.readFile({ signal });
    }
    catch (cause) {
        signal.throwIfAborted();
        if (cause instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9)
            throw cause;
        const { code } = cause;
        const hint = code === 'EISDIR' ? `Name the file in it, ${name}/collection.json for instance` : `Looked for ${path}`;
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be read: ${(0,_host_file_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .fileProblem */ .W)(cause)}`, hint, { cause });
    }
    finally {
        await file?.close();
    }
}
async function download(url, name, { http, signal }) {
    const { username, password } = url;
    const address = new URL(url);
    address.username = address.password = '';
    try {
        const answer = await http.request({
            method: 'GET',
            url: address,
            headers: { accept: 'application/json, */*;q=0.5' },
            ...(username && { auth: { type: 'basic', username: (0,_http_url_js__WEBPACK_IMPORTED_MODULE_6__/* .percentDecode */ .YZ)(username), password: (0,_http_url_js__WEBPACK_IMPORTED_MODULE_6__/* .percentDecode */ .YZ)(password) } }),
            // Long enough for a server that restarts its proxy, short enough for whoever mistyped a host.
            retry: { within: 3_000 },
            sayWhenSlow: true,
            signal,
        });
        if (answer.status < 200 || answer.status > 299)
            throw refused(name, answer);
        return await answer.bytes(largest);
    }
    catch (cause) {
        signal.throwIfAborted();
        if (cause instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9)
            throw cause;
        const hint = cause instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .NoAnswer */ .W ? 'Is the address right, and can this machine reach it? HTTPS_PROXY and NO_PROXY are honoured' : '';
        // The request's own name for itself is the address again.
        const reason = (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause).replace(`GET ${(0,_http_url_js__WEBPACK_IMPORTED_MODULE_6__/* .printUrl */ .D1)(address)}: `, '');
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be downloaded: ${reason}`, hint, { cause });
    }
}
function refused(name, { status, reason, body }) {
    body.destroy();
    const hint = status === 401 || status === 403
        ? 'It needs credentials: https://user:password@…, or download it first'
        : status === 404
            ? 'Is the address right? Servers also answer 404 where a login is missing'
            : 'The server could not deliver it: try again, or download it first';
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be downloaded: the server answered ${status} ${reason}`.trimEnd(), hint);
}
function tooLarge(name) {
    return new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} is larger than ${largest / 1024 / 1024} MiB`, 'Split it into several collections');
}
/** UTF-8, or what a byte-order mark says: PowerShell writes UTF-16. */
function decode(bytes, name) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} is not ${encoding.toUpperCase()} text${placeOfBadByte(bytes, encoding)}`, 'Save it as UTF-8', {
            cause,
        });
    }
}
function placeOfBadByte(bytes, encoding) {
    if (encoding !== 'utf-8')
        return '';
    // What the lenient decoder replaces is where the strict one stopped; a genuine U+FFFD is three bytes that both agree on.
    const lines = bytes.toString('latin1').split('\n');
    const line = lines.findIndex((text) => {
        const raw = Buffer.from(text, 'latin1');
        return !Buffer.from(raw.toString('utf8'), 'utf8').equals(raw);
    });
    return line < 0 ? '' : `: line ${line + 1} has other bytes`;
}


/***/ }),

/***/ 85226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ mistakenProvider),
/* harmony export */   e: () => (/* binding */ mistakenFor)
/* harmony export */ });
/** What a document is that was surely meant for a test collection and is none, and what to do about it; told by its members alone. */
function mistakenFor(document) {
    if (!isMembers(document))
        return undefined;
    if ('recipes' in document)
        return 'This is one suite: put [ and ] around it';
    if ('constraints' in document)
        return 'This is one recipe: put it into a suite, [{"name": "Smoke", "priority": 1, "recipes": [ here ]}]';
    if (Array.isArray(document['suites']) || 'testExecutions' in document)
        return 'This is a suite definition of ETOS v1alpha1; a test collection is a list of suites with recipes';
    const { meta, data, apiVersion, kind } = document;
    if (isMembers(meta) && isMembers(data)) {
        if (typeof data['batchesUri'] === 'string')
            return 'This is an Eiffel event: its collection is what data.batchesUri names';
        if ('batches' in data)
            return 'This is an Eiffel event: its collection is the list in data.batches, where testCase.url is called uri';
        return 'This is an Eiffel event';
    }
    if (typeof apiVersion === 'string' && typeof kind === 'string')
        return `This is a Kubernetes resource, ${JSON.stringify(kind)}; a test collection is a list of suites with recipes`;
    return undefined;
}
/** The same for a provider file. */
function mistakenProvider(document) {
    return isMembers(document) && ['iut', 'log', 'execution_space'].some((key) => key in document)
        ? 'This is a provider: --iut-provider, --log-area-provider and --execution-space-provider take it'
        : undefined;
}
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 84685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ printProblems),
/* harmony export */   Xu: () => (/* binding */ repetitions),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39874);

/** Members that were given twice, which is surely a mistake: what stands first is ignored. */
function repetitions(text, document) {
    return (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .repeatedMembers */ .SD)(text, document).map((path) => ({ path, of: 'name', text: ' is given again; only this one counts' }));
}
// A collection that is wrong everywhere has more problems than anybody reads, and CI logs have limits.
const most = 1000;
/** One line a problem, `source:line:column: path text`, in the order of the text. */
function printProblems(problems, text, source) {
    if (problems.length === 0)
        return [];
    const placeOf = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .placesIn */ .yN)(text);
    const located = problems.map((problem) => ({ problem, place: placeOf(problem.path, problem.of) }));
    located.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    const lines = located.map(({ problem, place }) => `${source}:${place.line}:${place.column}: ${(0,_json_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .printPath */ .bA)(problem.path)}${problem.text}`);
    const told = [...new Set(lines)];
    return told.length <= most ? told : [...told.slice(0, most), `and ${told.length - most} more`];
}
/** A value as messages quote it: JSON, cut where it gets long, without the credentials of addresses. */
function quote(value) {
    const json = (JSON.stringify(value) ?? String(value)).replace(/:\/\/[^\s/"@]+@/g, '://***@');
    return json.length <= 80 ? json : `${json.slice(0, 79)}…`;
}


/***/ }),

/***/ 96864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(39874);
// EXTERNAL MODULE: ./src/collection/mistaken.js
var mistaken = __webpack_require__(85226);
// EXTERNAL MODULE: ./src/collection/problem.js
var problem = __webpack_require__(84685);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(40805);
// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(63519);
;// CONCATENATED MODULE: ./src/collection/text.js


/**
 * The text that a value of ENVIRONMENT or PARAMETERS stands for. Other than text is accepted by the released API: its test runner prints a
 * parameter as Python does (`-n=4`, `--x=True`) and stops at a variable (etos.md 3), where we take the JSON text, and nothing for null.
 */
function textOf(key, value) {
    if (typeof value === 'string')
        return value;
    if (key === 'PARAMETERS')
        return asPython(value);
    return value === null ? '' : (0,print/* printJson */.Q2)(value);
}
function asPython(value) {
    if (value === null)
        return 'None';
    if (typeof value === 'boolean')
        return value ? 'True' : 'False';
    if (typeof value === 'number')
        return (0,print/* printNumber */.xo)(value);
    if (typeof value === 'string')
        return inQuotes(value);
    if ((0,json_value/* isObject */.Gv)(value))
        return `{${[...value].map(([name, member]) => `${inQuotes(name)}: ${asPython(member)}`).join(', ')}}`;
    return `[${value.map(asPython).join(', ')}]`;
}
function inQuotes(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` };
    // eslint-disable-next-line no-control-regex -- control characters are what is escaped
    const escaped = text.replace(/[\u0000-\u001f\u007f\\'"]/g, (c) => c === '"' || c === "'" ? (c === quote ? `\\${c}` : c) : (named[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`));
    return quote + escaped + quote;
}

;// CONCATENATED MODULE: ./src/collection/read.js


/** The suites of a document that keeps the schema and the rules. */
function readSuites(document) {
    return objects(document).map((suite) => ({
        name: read_text(suite.get('name')),
        priority: wholeNumber(suite.get('priority')),
        recipes: objects(suite.get('recipes')).map(readRecipe),
    }));
}
function readRecipe(recipe) {
    const testCase = recipe.get('testCase');
    const version = testCase.get('version');
    const constraints = new Map(objects(recipe.get('constraints')).map((constraint) => [constraint.get('key'), constraint.get('value') ?? null]));
    return {
        id: read_text(recipe.get('id')),
        testCase: {
            id: read_text(testCase.get('id')),
            tracker: read_text(testCase.get('tracker')),
            uri: read_text(testCase.get('url')),
            version: typeof version === 'string' && version !== '' ? version : 'master',
        },
        environment: pairs('ENVIRONMENT', constraints.get('ENVIRONMENT')),
        command: read_text(constraints.get('COMMAND')),
        checkout: texts(constraints.get('CHECKOUT')),
        parameters: pairs('PARAMETERS', constraints.get('PARAMETERS')),
        execute: texts(constraints.get('EXECUTE')),
        testRunner: read_text(constraints.get('TEST_RUNNER')),
    };
}
/** `"1"`, `" 1_000 "`, `"1.0"` and `true` are numbers for the released API, too (etos.md 3). */
function wholeNumber(priority) {
    return typeof priority === 'string' ? Number(priority.replaceAll('_', '')) : Number(priority);
}
function pairs(key, value) {
    return (0,json_value/* isObject */.Gv)(value) ? [...value].map(([name, member]) => [name, textOf(key, member)]) : [];
}
function read_text(value) {
    return typeof value === 'string' ? value : '';
}
function texts(value) {
    return Array.isArray(value) ? value.map(read_text) : [];
}
function objects(value) {
    return Array.isArray(value) ? value.filter(json_value/* isObject */.Gv) : [];
}

;// CONCATENATED MODULE: ./src/documents/image-reference.js
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domain = '(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]+)?';
const grammar = new RegExp(`^(?:(${domain})/)?(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$`);
/** Undefined when the text is no reference: a leading dash, a space, an upper-case name, anything that could be taken for something else. */
function parseImageReference(text) {
    if (text.length > 4096)
        return undefined;
    if (/^sha256:[0-9a-f]{64}$/.test(text))
        return { text, name: text, registry: '', digest: text, mayBeId: true };
    const match = grammar.exec(text);
    if (!match)
        return undefined;
    const [, head, path = '', tag, digest] = match;
    // `acme/tool` is on Docker Hub, `acme.io/tool`, `localhost/tool` and `acme:5000/tool` are elsewhere.
    const isRegistry = head !== undefined && (/[.:]/.test(head) || head === 'localhost' || head !== head.toLowerCase());
    const registry = isRegistry ? head : 'docker.io';
    const local = head === undefined || isRegistry ? path : `${head}/${path}`;
    const namespace = registry === 'docker.io' && !local.includes('/') ? 'library/' : '';
    return {
        text,
        name: `${registry === 'index.docker.io' ? 'docker.io' : registry}/${namespace}${local}`,
        registry: registry === 'index.docker.io' ? 'docker.io' : registry,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
        mayBeId: !isRegistry && tag === undefined && digest === undefined && /^[0-9a-f]+$/.test(local),
    };
}
/** True when the reference's name is `prefix` or lies below it, by whole components; the prefix may leave out `docker.io/`. */
function isBelow(reference, prefix) {
    if (reference.mayBeId)
        return false;
    const clean = prefix.replace(/\/$/, '');
    const below = (name) => name === clean || name.startsWith(`${clean}/`);
    const short = reference.name.replace(/^docker\.io\/(?:library\/)?/, '');
    return (below(reference.name) || (reference.registry === 'docker.io' && (below(short) || below(reference.name.replace(/^docker\.io\//, '')))));
}

// EXTERNAL MODULE: ./src/documents/recipe.js
var recipe = __webpack_require__(87492);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(11290);
;// CONCATENATED MODULE: ./schemas/collection.schema.json
const collection_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","title":"ETOS test collection","description":"What to run: a list of suites, each with recipes. Unknown properties are ignored.","errorMessage":"a list of suites","type":"array","items":{"$ref":"#/definitions/suite"},"examples":[[{"name":"Smoke","priority":1,"recipes":[{"id":"6e8d29eb-4b05-4f5e-9207-0c94438479c7","testCase":{"id":"login","tracker":"GitHub","url":"https://github.com/acme/webshop-tests"},"constraints":[{"key":"ENVIRONMENT","value":{"LOG_LEVEL":"debug"}},{"key":"COMMAND","value":"pytest"},{"key":"PARAMETERS","value":{"-k":"smoke","-v":""}},{"key":"TEST_RUNNER","value":"python:3.13"},{"key":"EXECUTE","value":["pip install -r requirements.txt"]},{"key":"CHECKOUT","value":["git clone https://github.com/acme/webshop-tests.git ."]}]}]}]],"definitions":{"suite":{"title":"Suite","description":"Recipes with one verdict. All suites of a collection are carried out in parallel.","errorMessage":"a suite: an object with name, priority and recipes","type":"object","required":["name","priority","recipes"],"properties":{"name":{"description":"Name of the suite. Its sub suites are called {name}_SubSuite_0, {name}_SubSuite_1 and so on.","errorMessage":"the name of the suite as text","type":"string","examples":["Smoke"]},"priority":{"description":"A whole number. Nothing is ordered by it today; 1 is recommended.","errorMessage":"a whole number such as 1","type":["integer","string","boolean"],"pattern":"^\\\\s*[+-]?[0-9]+(_[0-9]+)*(\\\\.0*)?\\\\s*$","default":1,"examples":[1]},"recipes":{"description":"What the suite carries out. Recipes with the same TEST_RUNNER share sub suites.","errorMessage":"a list of recipes","type":"array","items":{"$ref":"#/definitions/recipe"}}}},"recipe":{"title":"Recipe","description":"One thing to carry out.","errorMessage":"a recipe: an object with id, testCase and constraints","type":"object","required":["id","testCase","constraints"],"properties":{"id":{"description":"A UUID of any version. Recipes that share one cannot be told apart in results.","errorMessage":"a UUID such as 6e8d29eb-4b05-4f5e-9207-0c94438479c7","type":"string","pattern":"^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\\\})$","examples":["6e8d29eb-4b05-4f5e-9207-0c94438479c7"]},"testCase":{"$ref":"#/definitions/testCase"},"constraints":{"$ref":"#/definitions/constraints"}}},"testCase":{"title":"Test case","description":"What events and reports call the recipe.","errorMessage":"an object with id, tracker and url","type":"object","required":["id","tracker","url"],"properties":{"id":{"description":"Name of the test case; log files are named after it.","errorMessage":"the name of the test case as text","type":"string","examples":["login","tests/test_login.py::test_ok"]},"tracker":{"description":"Where the test case is kept.","errorMessage":"where the test case is kept, as text such as GitHub","type":"string","examples":["GitHub","Jira"]},"url":{"description":"Address of the test case.","errorMessage":"the address of the test case as text","type":"string","examples":["https://github.com/acme/webshop-tests"]},"version":{"description":"Version of the test case; master where it is left out.","default":"master","examples":["master","2.1"]}}},"constraints":{"title":"Constraints","description":"How the recipe is carried out: each of the six keys exactly once, in any order.","errorMessage":"a list of { key, value } objects","type":"array","maxItems":6,"items":{"$ref":"#/definitions/constraint"},"allOf":[{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"ENVIRONMENT"}}}},{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"COMMAND"}}}},{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"CHECKOUT"}}}},{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"PARAMETERS"}}}},{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"EXECUTE"}}}},{"contains":{"type":"object","required":["key"],"properties":{"key":{"const":"TEST_RUNNER"}}}}]},"constraint":{"title":"Constraint","errorMessage":"an object with key and value","type":"object","required":["key","value"],"properties":{"key":{"description":"Which of the six constraints this is. Case matters.","errorMessage":"one of ENVIRONMENT, COMMAND, CHECKOUT, PARAMETERS, EXECUTE, TEST_RUNNER","enum":["ENVIRONMENT","COMMAND","CHECKOUT","PARAMETERS","EXECUTE","TEST_RUNNER"]},"value":{"description":"What it holds depends on the key.","errorMessage":"the value of the constraint"}},"allOf":[{"if":{"required":["key"],"properties":{"key":{"const":"ENVIRONMENT"}}},"then":{"properties":{"value":{"$ref":"#/definitions/environment"}}}},{"if":{"required":["key"],"properties":{"key":{"const":"COMMAND"}}},"then":{"properties":{"value":{"$ref":"#/definitions/command"}}}},{"if":{"required":["key"],"properties":{"key":{"const":"CHECKOUT"}}},"then":{"properties":{"value":{"$ref":"#/definitions/checkout"}}}},{"if":{"required":["key"],"properties":{"key":{"const":"PARAMETERS"}}},"then":{"properties":{"value":{"$ref":"#/definitions/parameters"}}}},{"if":{"required":["key"],"properties":{"key":{"const":"EXECUTE"}}},"then":{"properties":{"value":{"$ref":"#/definitions/execute"}}}},{"if":{"required":["key"],"properties":{"key":{"const":"TEST_RUNNER"}}},"then":{"properties":{"value":{"$ref":"#/definitions/testRunner"}}}}]},"environment":{"title":"ENVIRONMENT","description":"Environment variables of EXECUTE and COMMAND, taken literally: $HOME stays $HOME. May be {}.","errorMessage":"an object of names and texts such as { \\"LOG_LEVEL\\": \\"debug\\" }, or {}","type":"object","examples":[{"LOG_LEVEL":"debug"},{}]},"command":{"title":"COMMAND","description":"The command of the test, a line of shell. Exit code 0 is a pass.","errorMessage":"a command as text of at least one character","type":"string","minLength":1,"examples":["pytest","./run.sh"]},"checkout":{"title":"CHECKOUT","description":"Commands that fetch the tests into the current directory. Recipes of a sub suite with the same commands share the directory.","errorMessage":"a list of at least one command","type":"array","minItems":1,"items":{"errorMessage":"a command as text","type":"string"},"examples":[["git clone https://github.com/acme/webshop-tests.git ."],["cp -r \\"$ETOS_SOURCE_DIR/tests\\" ."]]},"parameters":{"title":"PARAMETERS","description":"What follows the command, in this order and not quoted: name=value, or the name alone where the value is empty. May be {}.","errorMessage":"an object of names and texts such as { \\"-k\\": \\"smoke\\", \\"-v\\": \\"\\" }, or {}","type":"object","examples":[{"-k":"smoke","-v":""},{}]},"execute":{"title":"EXECUTE","description":"Commands to run before the test, in the same shell environment. May be [] but must be there.","errorMessage":"a list of commands, or []","type":"array","items":{"errorMessage":"a command as text","type":"string"},"examples":[["pip install -r requirements.txt"],[]]},"testRunner":{"title":"TEST_RUNNER","description":"The image to run in, or process: no image, the machine itself.","errorMessage":"an image such as python:3.13, or process for the machine itself","type":"string","minLength":1,"examples":["python:3.13","process"]}}}');
;// CONCATENATED MODULE: ./src/collection/rules.js








const { suite: suiteForm, recipe: recipeForm, testCase: testCaseForm, constraint: constraintForm } = collection_schema_namespaceObject.definitions;
// What the released services call testCase.url once they have taken a collection over: it may well stand beside it.
const alsoKnown = ['uri'];
/** Applies the rules to a document of any shape: what is no suite, recipe or constraint is left to the schema. */
function findingsByRules(document) {
    const findings = { problems: [], warnings: [], suiteNames: new Map(), recipeIds: new Map() };
    const suites = list(document);
    if (Array.isArray(document) && suites.length === 0)
        findings.warnings.push({ path: [], text: ' is an empty list: there is nothing to run' });
    suites.forEach((suite, n) => inspectSuite(suite, [n], findings));
    return findings;
}
function inspectSuite(suite, path, findings) {
    if (!isMembers(suite))
        return;
    const { warnings, suiteNames } = findings;
    warnings.push(...misspelt(suite, path, suiteForm));
    warnings.push(...blank(suite, 'name', path), ...repeated(suite['name'], [...path, 'name'], suiteNames, 'their sub suites and reports have the same names'));
    if (typeof suite['priority'] === 'boolean')
        warnings.push({ path: [...path, 'priority'], text: ` is ${suite['priority']} and counts as ${Number(suite['priority'])}` });
    if (Array.isArray(suite['recipes']) && suite['recipes'].length === 0)
        warnings.push({ path: [...path, 'recipes'], text: ' is an empty list: without recipes the suite ends INCONCLUSIVE' });
    list(suite['recipes']).forEach((recipe, n) => inspectRecipe(recipe, [...path, 'recipes', n], findings));
}
function inspectRecipe(recipe, path, findings) {
    if (!isMembers(recipe))
        return;
    const { problems, warnings, recipeIds } = findings;
    warnings.push(...misspelt(recipe, path, recipeForm));
    warnings.push(...repeated(recipe['id'], [...path, 'id'], recipeIds, 'the results of the two cannot be told apart'));
    const testCase = recipe['testCase'];
    if (isMembers(testCase)) {
        const at = [...path, 'testCase'];
        warnings.push(...misspelt(testCase, at, testCaseForm), ...blank(testCase, 'id', at));
        const version = testCase['version'];
        if (version !== undefined && typeof version !== 'string')
            warnings.push({ path: [...at, 'version'], text: ` is ${(0,problem/* quote */.hD)(version)}; it is ignored because it is not text` });
    }
    if (!Array.isArray(recipe['constraints']))
        return;
    const constraints = recipe['constraints'];
    problems.push(...countProblems(constraints, [...path, 'constraints']));
    constraints.forEach((constraint, n) => {
        if (!isMembers(constraint))
            return;
        const at = [...path, 'constraints', n];
        warnings.push(...misspelt(constraint, at, constraintForm), ...valueWarnings(constraint, [...at, 'value']));
    });
}
/** Each of the six keys exactly once. */
function countProblems(constraints, path) {
    const keys = constraints.map((constraint) => (isMembers(constraint) ? constraint['key'] : undefined));
    const known = recipe/* constraintKeys */.W;
    const twice = keys.flatMap((key, n) => known.includes(key) && keys.indexOf(key) < n
        ? [{ path: [...path, n, 'key'], text: ` is ${(0,problem/* quote */.hD)(key)} again, as constraints[${keys.indexOf(key)}]. Only 1 allowed.` }]
        : []);
    const slips = keys.map((key) => (typeof key === 'string' && !known.includes(key) ? (0,nearest/* nearest */.p)(key, recipe/* constraintKeys */.W) : undefined));
    // A misspelt key is told where it stands; that the right one is missing would be the same problem again.
    const missing = recipe/* constraintKeys */.W.filter((key) => !keys.includes(key) && !slips.includes(key));
    if (missing.length === 0)
        return twice;
    const remedy = missing.includes('EXECUTE') ? ' EXECUTE may be [].' : '';
    return [...twice, { path, text: ` lacks ${missing.join(', ')}. At least 1 required of each.${remedy}` }];
}
function valueWarnings({ key, value }, path) {
    if ((key === 'COMMAND' || key === 'TEST_RUNNER') && typeof value === 'string' && value !== '' && value.trim() === '')
        return [{ path, text: ` of ${key} is blank` }];
    if (key === 'TEST_RUNNER' && typeof value === 'string' && value !== '')
        return testRunnerWarnings(value, path);
    if ((key !== 'ENVIRONMENT' && key !== 'PARAMETERS') || !isMembers(value))
        return [];
    return Object.entries(value).flatMap(([name, member]) => {
        const at = [...path, name];
        const texts = [];
        if (typeof member !== 'string')
            texts.push({
                path: at,
                text: ` of ${key} is ${(0,problem/* quote */.hD)(member)}; expected text. It is taken as ${(0,problem/* quote */.hD)(textOf(key, (0,json_value/* fromPlain */.bM)(member)))}, other ETOS releases may stop here`,
            });
        if (key === 'ENVIRONMENT' && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            texts.push({
                path: at,
                of: 'name',
                text: ` of ENVIRONMENT: ${(0,problem/* quote */.hD)(name)} is not a name that a shell can export, so the recipe will fail. Letters, digits and _ are allowed`,
            });
        return texts;
    });
}
/** The machine itself can do without an image, and a provider of the user may know other names: so it is no more than a warning. */
function testRunnerWarnings(value, path) {
    if (parseImageReference(value))
        return [];
    const meant = (0,nearest/* nearest */.p)(value.trim().toLowerCase(), [recipe/* noImage */.$]) ?? value.trim().toLowerCase();
    const hint = parseImageReference(meant) ? ` Did you mean ${meant}?` : '';
    return [{ path, text: ` of TEST_RUNNER is ${(0,problem/* quote */.hD)(value)}; expected an image such as python:3.13, or ${recipe/* noImage */.$}.${hint}` }];
}
const slips = new Map();
/** Members that are ignored, and look as if they should not be. Where the right one is missing, the schema has said so. */
function misspelt(object, path, form) {
    const known = Object.keys(form.properties);
    return Object.keys(object).flatMap((name) => {
        if (known.includes(name) || alsoKnown.includes(name))
            return [];
        const of = `${known.join()}:${name}`;
        // Ten thousand recipes with the same comment member are looked up once.
        if (!slips.has(of))
            slips.set(of, (0,nearest/* nearest */.p)(name, known));
        const right = slips.get(of);
        const missing = right !== undefined && form.required.includes(right) && !Object.hasOwn(object, right);
        return right === undefined || missing
            ? []
            : [{ path: [...path, name], of: 'name', text: ` is not known and is ignored. Did you mean ${right}?` }];
    });
}
function blank(object, name, path) {
    const value = object[name];
    return typeof value === 'string' && value.trim() === ''
        ? [{ path: [...path, name], text: ` is ${(0,problem/* quote */.hD)(value)}: reports will show nothing` }]
        : [];
}
function repeated(value, path, seen, consequence) {
    if (typeof value !== 'string')
        return [];
    const first = seen.get(value);
    if (first === undefined) {
        seen.set(value, path);
        return [];
    }
    return [{ path, text: ` is ${(0,problem/* quote */.hD)(value)} as ${(0,parse/* printPath */.bA)(first)} is: ${consequence}` }];
}
function list(value) {
    return Array.isArray(value) ? value : [];
}
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/collection/conforms.generated.js
/* eslint-disable */
// @ts-nocheck -- made of schemas/collection.schema.json by tools/compile-schemas.js; do not edit
const conforms = validate10;
const schema11 = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'array',
    items: { $ref: '#/definitions/suite' },
    definitions: {
        suite: {
            type: 'object',
            required: ['name', 'priority', 'recipes'],
            properties: {
                name: { type: 'string' },
                priority: { type: ['integer', 'string', 'boolean'], pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', default: 1 },
                recipes: { type: 'array', items: { $ref: '#/definitions/recipe' } },
            },
        },
        recipe: {
            type: 'object',
            required: ['id', 'testCase', 'constraints'],
            properties: {
                id: {
                    type: 'string',
                    pattern: '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
                },
                testCase: { $ref: '#/definitions/testCase' },
                constraints: { $ref: '#/definitions/constraints' },
            },
        },
        testCase: {
            type: 'object',
            required: ['id', 'tracker', 'url'],
            properties: { id: { type: 'string' }, tracker: { type: 'string' }, url: { type: 'string' }, version: { default: 'master' } },
        },
        constraints: {
            type: 'array',
            maxItems: 6,
            items: { $ref: '#/definitions/constraint' },
            allOf: [
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } } },
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'COMMAND' } } } },
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'CHECKOUT' } } } },
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'PARAMETERS' } } } },
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'EXECUTE' } } } },
                { contains: { type: 'object', required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } } },
            ],
        },
        constraint: {
            type: 'object',
            required: ['key', 'value'],
            properties: { key: { enum: ['ENVIRONMENT', 'COMMAND', 'CHECKOUT', 'PARAMETERS', 'EXECUTE', 'TEST_RUNNER'] }, value: {} },
            allOf: [
                {
                    if: { required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } },
                    then: { properties: { value: { $ref: '#/definitions/environment' } } },
                },
                {
                    if: { required: ['key'], properties: { key: { const: 'COMMAND' } } },
                    then: { properties: { value: { $ref: '#/definitions/command' } } },
                },
                {
                    if: { required: ['key'], properties: { key: { const: 'CHECKOUT' } } },
                    then: { properties: { value: { $ref: '#/definitions/checkout' } } },
                },
                {
                    if: { required: ['key'], properties: { key: { const: 'PARAMETERS' } } },
                    then: { properties: { value: { $ref: '#/definitions/parameters' } } },
                },
                {
                    if: { required: ['key'], properties: { key: { const: 'EXECUTE' } } },
                    then: { properties: { value: { $ref: '#/definitions/execute' } } },
                },
                {
                    if: { required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } },
                    then: { properties: { value: { $ref: '#/definitions/testRunner' } } },
                },
            ],
        },
        environment: { type: 'object' },
        command: { type: 'string', minLength: 1 },
        checkout: { type: 'array', minItems: 1, items: { type: 'string' } },
        parameters: { type: 'object' },
        execute: { type: 'array', items: { type: 'string' } },
        testRunner: { type: 'string', minLength: 1 },
    },
};
const schema12 = {
    type: 'object',
    required: ['name', 'priority', 'recipes'],
    properties: {
        name: { type: 'string' },
        priority: { type: ['integer', 'string', 'boolean'], pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', default: 1 },
        recipes: { type: 'array', items: { $ref: '#/definitions/recipe' } },
    },
};
const pattern0 = new RegExp('^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', 'u');
const schema13 = {
    type: 'object',
    required: ['id', 'testCase', 'constraints'],
    properties: {
        id: {
            type: 'string',
            pattern: '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
        },
        testCase: { $ref: '#/definitions/testCase' },
        constraints: { $ref: '#/definitions/constraints' },
    },
};
const schema14 = {
    type: 'object',
    required: ['id', 'tracker', 'url'],
    properties: { id: { type: 'string' }, tracker: { type: 'string' }, url: { type: 'string' }, version: { default: 'master' } },
};
const pattern1 = new RegExp('^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$', 'u');
const schema15 = {
    type: 'array',
    maxItems: 6,
    items: { $ref: '#/definitions/constraint' },
    allOf: [
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'COMMAND' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'CHECKOUT' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'PARAMETERS' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'EXECUTE' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } } },
    ],
};
const schema16 = {
    type: 'object',
    required: ['key', 'value'],
    properties: { key: { enum: ['ENVIRONMENT', 'COMMAND', 'CHECKOUT', 'PARAMETERS', 'EXECUTE', 'TEST_RUNNER'] }, value: {} },
    allOf: [
        {
            if: { required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } },
            then: { properties: { value: { $ref: '#/definitions/environment' } } },
        },
        {
            if: { required: ['key'], properties: { key: { const: 'COMMAND' } } },
            then: { properties: { value: { $ref: '#/definitions/command' } } },
        },
        {
            if: { required: ['key'], properties: { key: { const: 'CHECKOUT' } } },
            then: { properties: { value: { $ref: '#/definitions/checkout' } } },
        },
        {
            if: { required: ['key'], properties: { key: { const: 'PARAMETERS' } } },
            then: { properties: { value: { $ref: '#/definitions/parameters' } } },
        },
        {
            if: { required: ['key'], properties: { key: { const: 'EXECUTE' } } },
            then: { properties: { value: { $ref: '#/definitions/execute' } } },
        },
        {
            if: { required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } },
            then: { properties: { value: { $ref: '#/definitions/testRunner' } } },
        },
    ],
};
const schema17 = { type: 'object' };
const schema18 = { type: 'string', minLength: 1 };
const schema19 = { type: 'array', minItems: 1, items: { type: 'string' } };
const schema20 = { type: 'object' };
const schema21 = { type: 'array', items: { type: 'string' } };
const schema22 = { type: 'string', minLength: 1 };
const func2 = (text) => [...text].length;
function validate14(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs1 = errors;
    const _errs2 = errors;
    let valid1 = true;
    const _errs3 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing0;
        if (data.key === undefined && (missing0 = 'key')) {
            const err0 = {};
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        else {
            if (data.key !== undefined) {
                if ('ENVIRONMENT' !== data.key) {
                    const err1 = {};
                    if (vErrors === null) {
                        vErrors = [err1];
                    }
                    else {
                        vErrors.push(err1);
                    }
                    errors++;
                }
            }
        }
    }
    var _valid0 = _errs3 === errors;
    errors = _errs2;
    if (vErrors !== null) {
        if (_errs2) {
            vErrors.length = _errs2;
        }
        else {
            vErrors = null;
        }
    }
    if (_valid0) {
        const _errs5 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.value !== undefined) {
                let data1 = data.value;
                if (!(data1 && typeof data1 == 'object' && !Array.isArray(data1))) {
                    validate14.errors = [
                        {
                            instancePath: instancePath + '/value',
                            schemaPath: '#/definitions/environment/type',
                            keyword: 'type',
                            params: { type: 'object' },
                        },
                    ];
                    return false;
                }
            }
        }
        var _valid0 = _errs5 === errors;
        valid1 = _valid0;
    }
    if (!valid1) {
        const err2 = { instancePath, schemaPath: '#/allOf/0/if', keyword: 'if', params: { failingKeyword: 'then' } };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
        validate14.errors = vErrors;
        return false;
    }
    var valid0 = _errs1 === errors;
    if (valid0) {
        const _errs9 = errors;
        const _errs10 = errors;
        let valid5 = true;
        const _errs11 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing1;
            if (data.key === undefined && (missing1 = 'key')) {
                const err3 = {};
                if (vErrors === null) {
                    vErrors = [err3];
                }
                else {
                    vErrors.push(err3);
                }
                errors++;
            }
            else {
                if (data.key !== undefined) {
                    if ('COMMAND' !== data.key) {
                        const err4 = {};
                        if (vErrors === null) {
                            vErrors = [err4];
                        }
                        else {
                            vErrors.push(err4);
                        }
                        errors++;
                    }
                }
            }
        }
        var _valid1 = _errs11 === errors;
        errors = _errs10;
        if (vErrors !== null) {
            if (_errs10) {
                vErrors.length = _errs10;
            }
            else {
                vErrors = null;
            }
        }
        if (_valid1) {
            const _errs13 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.value !== undefined) {
                    let data3 = data.value;
                    const _errs15 = errors;
                    if (errors === _errs15) {
                        if (typeof data3 === 'string') {
                            if (func2(data3) < 1) {
                                validate14.errors = [
                                    {
                                        instancePath: instancePath + '/value',
                                        schemaPath: '#/definitions/command/minLength',
                                        keyword: 'minLength',
                                        params: { limit: 1 },
                                    },
                                ];
                                return false;
                            }
                        }
                        else {
                            validate14.errors = [
                                {
                                    instancePath: instancePath + '/value',
                                    schemaPath: '#/definitions/command/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                },
                            ];
                            return false;
                        }
                    }
                }
            }
            var _valid1 = _errs13 === errors;
            valid5 = _valid1;
        }
        if (!valid5) {
            const err5 = { instancePath, schemaPath: '#/allOf/1/if', keyword: 'if', params: { failingKeyword: 'then' } };
            if (vErrors === null) {
                vErrors = [err5];
            }
            else {
                vErrors.push(err5);
            }
            errors++;
            validate14.errors = vErrors;
            return false;
        }
        var valid0 = _errs9 === errors;
        if (valid0) {
            const _errs17 = errors;
            const _errs18 = errors;
            let valid9 = true;
            const _errs19 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
                let missing2;
                if (data.key === undefined && (missing2 = 'key')) {
                    const err6 = {};
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
                else {
                    if (data.key !== undefined) {
                        if ('CHECKOUT' !== data.key) {
                            const err7 = {};
                            if (vErrors === null) {
                                vErrors = [err7];
                            }
                            else {
                                vErrors.push(err7);
                            }
                            errors++;
                        }
                    }
                }
            }
            var _valid2 = _errs19 === errors;
            errors = _errs18;
            if (vErrors !== null) {
                if (_errs18) {
                    vErrors.length = _errs18;
                }
                else {
                    vErrors = null;
                }
            }
            if (_valid2) {
                const _errs21 = errors;
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                    if (data.value !== undefined) {
                        let data5 = data.value;
                        const _errs23 = errors;
                        if (errors === _errs23) {
                            if (Array.isArray(data5)) {
                                if (data5.length < 1) {
                                    validate14.errors = [
                                        {
                                            instancePath: instancePath + '/value',
                                            schemaPath: '#/definitions/checkout/minItems',
                                            keyword: 'minItems',
                                            params: { limit: 1 },
                                        },
                                    ];
                                    return false;
                                }
                                else {
                                    var valid13 = true;
                                    const len0 = data5.length;
                                    for (let i0 = 0; i0 < len0; i0++) {
                                        const _errs25 = errors;
                                        if (typeof data5[i0] !== 'string') {
                                            validate14.errors = [
                                                {
                                                    instancePath: instancePath + '/value/' + i0,
                                                    schemaPath: '#/definitions/checkout/items/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                },
                                            ];
                                            return false;
                                        }
                                        var valid13 = _errs25 === errors;
                                        if (!valid13) {
                                            break;
                                        }
                                    }
                                }
                            }
                            else {
                                validate14.errors = [
                                    {
                                        instancePath: instancePath + '/value',
                                        schemaPath: '#/definitions/checkout/type',
                                        keyword: 'type',
                                        params: { type: 'array' },
                                    },
                                ];
                                return false;
                            }
                        }
                    }
                }
                var _valid2 = _errs21 === errors;
                valid9 = _valid2;
            }
            if (!valid9) {
                const err8 = { instancePath, schemaPath: '#/allOf/2/if', keyword: 'if', params: { failingKeyword: 'then' } };
                if (vErrors === null) {
                    vErrors = [err8];
                }
                else {
                    vErrors.push(err8);
                }
                errors++;
                validate14.errors = vErrors;
                return false;
            }
            var valid0 = _errs17 === errors;
            if (valid0) {
                const _errs27 = errors;
                const _errs28 = errors;
                let valid14 = true;
                const _errs29 = errors;
                if (data && typeof data == 'object' && !Array.isArray(data)) {
                    let missing3;
                    if (data.key === undefined && (missing3 = 'key')) {
                        const err9 = {};
                        if (vErrors === null) {
                            vErrors = [err9];
                        }
                        else {
                            vErrors.push(err9);
                        }
                        errors++;
                    }
                    else {
                        if (data.key !== undefined) {
                            if ('PARAMETERS' !== data.key) {
                                const err10 = {};
                                if (vErrors === null) {
                                    vErrors = [err10];
                                }
                                else {
                                    vErrors.push(err10);
                                }
                                errors++;
                            }
                        }
                    }
                }
                var _valid3 = _errs29 === errors;
                errors = _errs28;
                if (vErrors !== null) {
                    if (_errs28) {
                        vErrors.length = _errs28;
                    }
                    else {
                        vErrors = null;
                    }
                }
                if (_valid3) {
                    const _errs31 = errors;
                    if (data && typeof data == 'object' && !Array.isArray(data)) {
                        if (data.value !== undefined) {
                            let data8 = data.value;
                            if (!(data8 && typeof data8 == 'object' && !Array.isArray(data8))) {
                                validate14.errors = [
                                    {
                                        instancePath: instancePath + '/value',
                                        schemaPath: '#/definitions/parameters/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                    },
                                ];
                                return false;
                            }
                        }
                    }
                    var _valid3 = _errs31 === errors;
                    valid14 = _valid3;
                }
                if (!valid14) {
                    const err11 = { instancePath, schemaPath: '#/allOf/3/if', keyword: 'if', params: { failingKeyword: 'then' } };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                    validate14.errors = vErrors;
                    return false;
                }
                var valid0 = _errs27 === errors;
                if (valid0) {
                    const _errs35 = errors;
                    const _errs36 = errors;
                    let valid18 = true;
                    const _errs37 = errors;
                    if (data && typeof data == 'object' && !Array.isArray(data)) {
                        let missing4;
                        if (data.key === undefined && (missing4 = 'key')) {
                            const err12 = {};
                            if (vErrors === null) {
                                vErrors = [err12];
                            }
                            else {
                                vErrors.push(err12);
                            }
                            errors++;
                        }
                        else {
                            if (data.key !== undefined) {
                                if ('EXECUTE' !== data.key) {
                                    const err13 = {};
                                    if (vErrors === null) {
                                        vErrors = [err13];
                                    }
                                    else {
                                        vErrors.push(err13);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    var _valid4 = _errs37 === errors;
                    errors = _errs36;
                    if (vErrors !== null) {
                        if (_errs36) {
                            vErrors.length = _errs36;
                        }
                        else {
                            vErrors = null;
                        }
                    }
                    if (_valid4) {
                        const _errs39 = errors;
                        if (data && typeof data == 'object' && !Array.isArray(data)) {
                            if (data.value !== undefined) {
                                let data10 = data.value;
                                const _errs41 = errors;
                                if (errors === _errs41) {
                                    if (Array.isArray(data10)) {
                                        var valid22 = true;
                                        const len1 = data10.length;
                                        for (let i1 = 0; i1 < len1; i1++) {
                                            const _errs43 = errors;
                                            if (typeof data10[i1] !== 'string') {
                                                validate14.errors = [
                                                    {
                                                        instancePath: instancePath + '/value/' + i1,
                                                        schemaPath: '#/definitions/execute/items/type',
                                                        keyword: 'type',
                                                        params: { type: 'string' },
                                                    },
                                                ];
                                                return false;
                                            }
                                            var valid22 = _errs43 === errors;
                                            if (!valid22) {
                                                break;
                                            }
                                        }
                                    }
                                    else {
                                        validate14.errors = [
                                            {
                                                instancePath: instancePath + '/value',
                                                schemaPath: '#/definitions/execute/type',
                                                keyword: 'type',
                                                params: { type: 'array' },
                                            },
                                        ];
                                        return false;
                                    }
                                }
                            }
                        }
                        var _valid4 = _errs39 === errors;
                        valid18 = _valid4;
                    }
                    if (!valid18) {
                        const err14 = { instancePath, schemaPath: '#/allOf/4/if', keyword: 'if', params: { failingKeyword: 'then' } };
                        if (vErrors === null) {
                            vErrors = [err14];
                        }
                        else {
                            vErrors.push(err14);
                        }
                        errors++;
                        validate14.errors = vErrors;
                        return false;
                    }
                    var valid0 = _errs35 === errors;
                    if (valid0) {
                        const _errs45 = errors;
                        const _errs46 = errors;
                        let valid23 = true;
                        const _errs47 = errors;
                        if (data && typeof data == 'object' && !Array.isArray(data)) {
                            let missing5;
                            if (data.key === undefined && (missing5 = 'key')) {
                                const err15 = {};
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                            else {
                                if (data.key !== undefined) {
                                    if ('TEST_RUNNER' !== data.key) {
                                        const err16 = {};
                                        if (vErrors === null) {
                                            vErrors = [err16];
                                        }
                                        else {
                                            vErrors.push(err16);
                                        }
                                        errors++;
                                    }
                                }
                            }
                        }
                        var _valid5 = _errs47 === errors;
                        errors = _errs46;
                        if (vErrors !== null) {
                            if (_errs46) {
                                vErrors.length = _errs46;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                        if (_valid5) {
                            const _errs49 = errors;
                            if (data && typeof data == 'object' && !Array.isArray(data)) {
                                if (data.value !== undefined) {
                                    let data13 = data.value;
                                    const _errs51 = errors;
                                    if (errors === _errs51) {
                                        if (typeof data13 === 'string') {
                                            if (func2(data13) < 1) {
                                                validate14.errors = [
                                                    {
                                                        instancePath: instancePath + '/value',
                                                        schemaPath: '#/definitions/testRunner/minLength',
                                                        keyword: 'minLength',
                                                        params: { limit: 1 },
                                                    },
                                                ];
                                                return false;
                                            }
                                        }
                                        else {
                                            validate14.errors = [
                                                {
                                                    instancePath: instancePath + '/value',
                                                    schemaPath: '#/definitions/testRunner/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                },
                                            ];
                                            return false;
                                        }
                                    }
                                }
                            }
                            var _valid5 = _errs49 === errors;
                            valid23 = _valid5;
                        }
                        if (!valid23) {
                            const err17 = { instancePath, schemaPath: '#/allOf/5/if', keyword: 'if', params: { failingKeyword: 'then' } };
                            if (vErrors === null) {
                                vErrors = [err17];
                            }
                            else {
                                vErrors.push(err17);
                            }
                            errors++;
                            validate14.errors = vErrors;
                            return false;
                        }
                        var valid0 = _errs45 === errors;
                    }
                }
            }
        }
    }
    if (errors === 0) {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing6;
            if ((data.key === undefined && (missing6 = 'key')) || (data.value === undefined && (missing6 = 'value'))) {
                validate14.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing6 } }];
                return false;
            }
            else {
                if (data.key !== undefined) {
                    let data14 = data.key;
                    if (!(data14 === 'ENVIRONMENT' ||
                        data14 === 'COMMAND' ||
                        data14 === 'CHECKOUT' ||
                        data14 === 'PARAMETERS' ||
                        data14 === 'EXECUTE' ||
                        data14 === 'TEST_RUNNER')) {
                        validate14.errors = [
                            {
                                instancePath: instancePath + '/key',
                                schemaPath: '#/properties/key/enum',
                                keyword: 'enum',
                                params: { allowedValues: schema16.properties.key.enum },
                            },
                        ];
                        return false;
                    }
                }
            }
        }
        else {
            validate14.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
            return false;
        }
    }
    validate14.errors = vErrors;
    return errors === 0;
}
function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    const _errs1 = errors;
    if (Array.isArray(data)) {
        const _errs2 = errors;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
            let data0 = data[i0];
            const _errs3 = errors;
            if (errors === _errs3) {
                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                    let missing0;
                    if (data0.key === undefined && (missing0 = 'key')) {
                        const err0 = {
                            instancePath: instancePath + '/' + i0,
                            schemaPath: '#/allOf/0/contains/required',
                            keyword: 'required',
                            params: { missingProperty: missing0 },
                        };
                        if (vErrors === null) {
                            vErrors = [err0];
                        }
                        else {
                            vErrors.push(err0);
                        }
                        errors++;
                    }
                    else {
                        if (data0.key !== undefined) {
                            if ('ENVIRONMENT' !== data0.key) {
                                const err1 = {
                                    instancePath: instancePath + '/' + i0 + '/key',
                                    schemaPath: '#/allOf/0/contains/properties/key/const',
                                    keyword: 'const',
                                    params: { allowedValue: 'ENVIRONMENT' },
                                };
                                if (vErrors === null) {
                                    vErrors = [err1];
                                }
                                else {
                                    vErrors.push(err1);
                                }
                                errors++;
                            }
                        }
                    }
                }
                else {
                    const err2 = {
                        instancePath: instancePath + '/' + i0,
                        schemaPath: '#/allOf/0/contains/type',
                        keyword: 'type',
                        params: { type: 'object' },
                    };
                    if (vErrors === null) {
                        vErrors = [err2];
                    }
                    else {
                        vErrors.push(err2);
                    }
                    errors++;
                }
            }
            var valid1 = _errs3 === errors;
            if (valid1) {
                break;
            }
        }
        if (!valid1) {
            validate13.errors = [{ instancePath, schemaPath: '#/allOf/0/contains', keyword: 'contains', params: { minContains: 1 } }];
            return false;
        }
        else {
            errors = _errs2;
            if (vErrors !== null) {
                if (_errs2) {
                    vErrors.length = _errs2;
                }
                else {
                    vErrors = null;
                }
            }
        }
    }
    var valid0 = _errs1 === errors;
    if (valid0) {
        const _errs6 = errors;
        if (Array.isArray(data)) {
            const _errs7 = errors;
            const len1 = data.length;
            for (let i1 = 0; i1 < len1; i1++) {
                let data2 = data[i1];
                const _errs8 = errors;
                if (errors === _errs8) {
                    if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                        let missing1;
                        if (data2.key === undefined && (missing1 = 'key')) {
                            const err3 = {
                                instancePath: instancePath + '/' + i1,
                                schemaPath: '#/allOf/1/contains/required',
                                keyword: 'required',
                                params: { missingProperty: missing1 },
                            };
                            if (vErrors === null) {
                                vErrors = [err3];
                            }
                            else {
                                vErrors.push(err3);
                            }
                            errors++;
                        }
                        else {
                            if (data2.key !== undefined) {
                                if ('COMMAND' !== data2.key) {
                                    const err4 = {
                                        instancePath: instancePath + '/' + i1 + '/key',
                                        schemaPath: '#/allOf/1/contains/properties/key/const',
                                        keyword: 'const',
                                        params: { allowedValue: 'COMMAND' },
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err4];
                                    }
                                    else {
                                        vErrors.push(err4);
                                    }
                                    errors++;
                                }
                            }
                        }
                    }
                    else {
                        const err5 = {
                            instancePath: instancePath + '/' + i1,
                            schemaPath: '#/allOf/1/contains/type',
                            keyword: 'type',
                            params: { type: 'object' },
                        };
                        if (vErrors === null) {
                            vErrors = [err5];
                        }
                        else {
                            vErrors.push(err5);
                        }
                        errors++;
                    }
                }
                var valid3 = _errs8 === errors;
                if (valid3) {
                    break;
                }
            }
            if (!valid3) {
                validate13.errors = [{ instancePath, schemaPath: '#/allOf/1/contains', keyword: 'contains', params: { minContains: 1 } }];
                return false;
            }
            else {
                errors = _errs7;
                if (vErrors !== null) {
                    if (_errs7) {
                        vErrors.length = _errs7;
                    }
                    else {
                        vErrors = null;
                    }
                }
            }
        }
        var valid0 = _errs6 === errors;
        if (valid0) {
            const _errs11 = errors;
            if (Array.isArray(data)) {
                const _errs12 = errors;
                const len2 = data.length;
                for (let i2 = 0; i2 < len2; i2++) {
                    let data4 = data[i2];
                    const _errs13 = errors;
                    if (errors === _errs13) {
                        if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                            let missing2;
                            if (data4.key === undefined && (missing2 = 'key')) {
                                const err6 = {
                                    instancePath: instancePath + '/' + i2,
                                    schemaPath: '#/allOf/2/contains/required',
                                    keyword: 'required',
                                    params: { missingProperty: missing2 },
                                };
                                if (vErrors === null) {
                                    vErrors = [err6];
                                }
                                else {
                                    vErrors.push(err6);
                                }
                                errors++;
                            }
                            else {
                                if (data4.key !== undefined) {
                                    if ('CHECKOUT' !== data4.key) {
                                        const err7 = {
                                            instancePath: instancePath + '/' + i2 + '/key',
                                            schemaPath: '#/allOf/2/contains/properties/key/const',
                                            keyword: 'const',
                                            params: { allowedValue: 'CHECKOUT' },
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err7];
                                        }
                                        else {
                                            vErrors.push(err7);
                                        }
                                        errors++;
                                    }
                                }
                            }
                        }
                        else {
                            const err8 = {
                                instancePath: instancePath + '/' + i2,
                                schemaPath: '#/allOf/2/contains/type',
                                keyword: 'type',
                                params: { type: 'object' },
                            };
                            if (vErrors === null) {
                                vErrors = [err8];
                            }
                            else {
                                vErrors.push(err8);
                            }
                            errors++;
                        }
                    }
                    var valid5 = _errs13 === errors;
                    if (valid5) {
                        break;
                    }
                }
                if (!valid5) {
                    validate13.errors = [{ instancePath, schemaPath: '#/allOf/2/contains', keyword: 'contains', params: { minContains: 1 } }];
                    return false;
                }
                else {
                    errors = _errs12;
                    if (vErrors !== null) {
                        if (_errs12) {
                            vErrors.length = _errs12;
                        }
                        else {
                            vErrors = null;
                        }
                    }
                }
            }
            var valid0 = _errs11 === errors;
            if (valid0) {
                const _errs16 = errors;
                if (Array.isArray(data)) {
                    const _errs17 = errors;
                    const len3 = data.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                        let data6 = data[i3];
                        const _errs18 = errors;
                        if (errors === _errs18) {
                            if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                                let missing3;
                                if (data6.key === undefined && (missing3 = 'key')) {
                                    const err9 = {
                                        instancePath: instancePath + '/' + i3,
                                        schemaPath: '#/allOf/3/contains/required',
                                        keyword: 'required',
                                        params: { missingProperty: missing3 },
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err9];
                                    }
                                    else {
                                        vErrors.push(err9);
                                    }
                                    errors++;
                                }
                                else {
                                    if (data6.key !== undefined) {
                                        if ('PARAMETERS' !== data6.key) {
                                            const err10 = {
                                                instancePath: instancePath + '/' + i3 + '/key',
                                                schemaPath: '#/allOf/3/contains/properties/key/const',
                                                keyword: 'const',
                                                params: { allowedValue: 'PARAMETERS' },
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err10];
                                            }
                                            else {
                                                vErrors.push(err10);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                const err11 = {
                                    instancePath: instancePath + '/' + i3,
                                    schemaPath: '#/allOf/3/contains/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                };
                                if (vErrors === null) {
                                    vErrors = [err11];
                                }
                                else {
                                    vErrors.push(err11);
                                }
                                errors++;
                            }
                        }
                        var valid7 = _errs18 === errors;
                        if (valid7) {
                            break;
                        }
                    }
                    if (!valid7) {
                        validate13.errors = [{ instancePath, schemaPath: '#/allOf/3/contains', keyword: 'contains', params: { minContains: 1 } }];
                        return false;
                    }
                    else {
                        errors = _errs17;
                        if (vErrors !== null) {
                            if (_errs17) {
                                vErrors.length = _errs17;
                            }
                            else {
                                vErrors = null;
                            }
                        }
                    }
                }
                var valid0 = _errs16 === errors;
                if (valid0) {
                    const _errs21 = errors;
                    if (Array.isArray(data)) {
                        const _errs22 = errors;
                        const len4 = data.length;
                        for (let i4 = 0; i4 < len4; i4++) {
                            let data8 = data[i4];
                            const _errs23 = errors;
                            if (errors === _errs23) {
                                if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                                    let missing4;
                                    if (data8.key === undefined && (missing4 = 'key')) {
                                        const err12 = {
                                            instancePath: instancePath + '/' + i4,
                                            schemaPath: '#/allOf/4/contains/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing4 },
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err12];
                                        }
                                        else {
                                            vErrors.push(err12);
                                        }
                                        errors++;
                                    }
                                    else {
                                        if (data8.key !== undefined) {
                                            if ('EXECUTE' !== data8.key) {
                                                const err13 = {
                                                    instancePath: instancePath + '/' + i4 + '/key',
                                                    schemaPath: '#/allOf/4/contains/properties/key/const',
                                                    keyword: 'const',
                                                    params: { allowedValue: 'EXECUTE' },
                                                };
                                                if (vErrors === null) {
                                                    vErrors = [err13];
                                                }
                                                else {
                                                    vErrors.push(err13);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                }
                                else {
                                    const err14 = {
                                        instancePath: instancePath + '/' + i4,
                                        schemaPath: '#/allOf/4/contains/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err14];
                                    }
                                    else {
                                        vErrors.push(err14);
                                    }
                                    errors++;
                                }
                            }
                            var valid9 = _errs23 === errors;
                            if (valid9) {
                                break;
                            }
                        }
                        if (!valid9) {
                            validate13.errors = [{ instancePath, schemaPath: '#/allOf/4/contains', keyword: 'contains', params: { minContains: 1 } }];
                            return false;
                        }
                        else {
                            errors = _errs22;
                            if (vErrors !== null) {
                                if (_errs22) {
                                    vErrors.length = _errs22;
                                }
                                else {
                                    vErrors = null;
                                }
                            }
                        }
                    }
                    var valid0 = _errs21 === errors;
                    if (valid0) {
                        const _errs26 = errors;
                        if (Array.isArray(data)) {
                            const _errs27 = errors;
                            const len5 = data.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                                let data10 = data[i5];
                                const _errs28 = errors;
                                if (errors === _errs28) {
                                    if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                                        let missing5;
                                        if (data10.key === undefined && (missing5 = 'key')) {
                                            const err15 = {
                                                instancePath: instancePath + '/' + i5,
                                                schemaPath: '#/allOf/5/contains/required',
                                                keyword: 'required',
                                                params: { missingProperty: missing5 },
                                            };
                                            if (vErrors === null) {
                                                vErrors = [err15];
                                            }
                                            else {
                                                vErrors.push(err15);
                                            }
                                            errors++;
                                        }
                                        else {
                                            if (data10.key !== undefined) {
                                                if ('TEST_RUNNER' !== data10.key) {
                                                    const err16 = {
                                                        instancePath: instancePath + '/' + i5 + '/key',
                                                        schemaPath: '#/allOf/5/contains/properties/key/const',
                                                        keyword: 'const',
                                                        params: { allowedValue: 'TEST_RUNNER' },
                                                    };
                                                    if (vErrors === null) {
                                                        vErrors = [err16];
                                                    }
                                                    else {
                                                        vErrors.push(err16);
                                                    }
                                                    errors++;
                                                }
                                            }
                                        }
                                    }
                                    else {
                                        const err17 = {
                                            instancePath: instancePath + '/' + i5,
                                            schemaPath: '#/allOf/5/contains/type',
                                            keyword: 'type',
                                            params: { type: 'object' },
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err17];
                                        }
                                        else {
                                            vErrors.push(err17);
                                        }
                                        errors++;
                                    }
                                }
                                var valid11 = _errs28 === errors;
                                if (valid11) {
                                    break;
                                }
                            }
                            if (!valid11) {
                                validate13.errors = [{ instancePath, schemaPath: '#/allOf/5/contains', keyword: 'contains', params: { minContains: 1 } }];
                                return false;
                            }
                            else {
                                errors = _errs27;
                                if (vErrors !== null) {
                                    if (_errs27) {
                                        vErrors.length = _errs27;
                                    }
                                    else {
                                        vErrors = null;
                                    }
                                }
                            }
                        }
                        var valid0 = _errs26 === errors;
                    }
                }
            }
        }
    }
    if (errors === 0) {
        if (Array.isArray(data)) {
            if (data.length > 6) {
                validate13.errors = [{ instancePath, schemaPath: '#/maxItems', keyword: 'maxItems', params: { limit: 6 } }];
                return false;
            }
            else {
                var valid13 = true;
                const len6 = data.length;
                for (let i6 = 0; i6 < len6; i6++) {
                    const _errs31 = errors;
                    if (!validate14(data[i6], { instancePath: instancePath + '/' + i6, parentData: data, parentDataProperty: i6, rootData })) {
                        vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
                        errors = vErrors.length;
                    }
                    var valid13 = _errs31 === errors;
                    if (!valid13) {
                        break;
                    }
                }
            }
        }
        else {
            validate13.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'array' } }];
            return false;
        }
    }
    validate13.errors = vErrors;
    return errors === 0;
}
function validate12(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing0;
            if ((data.id === undefined && (missing0 = 'id')) ||
                (data.testCase === undefined && (missing0 = 'testCase')) ||
                (data.constraints === undefined && (missing0 = 'constraints'))) {
                validate12.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } }];
                return false;
            }
            else {
                if (data.id !== undefined) {
                    let data0 = data.id;
                    const _errs1 = errors;
                    if (errors === _errs1) {
                        if (typeof data0 === 'string') {
                            if (!pattern1.test(data0)) {
                                validate12.errors = [
                                    {
                                        instancePath: instancePath + '/id',
                                        schemaPath: '#/properties/id/pattern',
                                        keyword: 'pattern',
                                        params: {
                                            pattern: '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
                                        },
                                    },
                                ];
                                return false;
                            }
                        }
                        else {
                            validate12.errors = [
                                { instancePath: instancePath + '/id', schemaPath: '#/properties/id/type', keyword: 'type', params: { type: 'string' } },
                            ];
                            return false;
                        }
                    }
                    var valid0 = _errs1 === errors;
                }
                else {
                    var valid0 = true;
                }
                if (valid0) {
                    if (data.testCase !== undefined) {
                        let data1 = data.testCase;
                        const _errs3 = errors;
                        const _errs4 = errors;
                        if (errors === _errs4) {
                            if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                                let missing1;
                                if ((data1.id === undefined && (missing1 = 'id')) ||
                                    (data1.tracker === undefined && (missing1 = 'tracker')) ||
                                    (data1.url === undefined && (missing1 = 'url'))) {
                                    validate12.errors = [
                                        {
                                            instancePath: instancePath + '/testCase',
                                            schemaPath: '#/definitions/testCase/required',
                                            keyword: 'required',
                                            params: { missingProperty: missing1 },
                                        },
                                    ];
                                    return false;
                                }
                                else {
                                    if (data1.id !== undefined) {
                                        const _errs6 = errors;
                                        if (typeof data1.id !== 'string') {
                                            validate12.errors = [
                                                {
                                                    instancePath: instancePath + '/testCase/id',
                                                    schemaPath: '#/definitions/testCase/properties/id/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                },
                                            ];
                                            return false;
                                        }
                                        var valid2 = _errs6 === errors;
                                    }
                                    else {
                                        var valid2 = true;
                                    }
                                    if (valid2) {
                                        if (data1.tracker !== undefined) {
                                            const _errs8 = errors;
                                            if (typeof data1.tracker !== 'string') {
                                                validate12.errors = [
                                                    {
                                                        instancePath: instancePath + '/testCase/tracker',
                                                        schemaPath: '#/definitions/testCase/properties/tracker/type',
                                                        keyword: 'type',
                                                        params: { type: 'string' },
                                                    },
                                                ];
                                                return false;
                                            }
                                            var valid2 = _errs8 === errors;
                                        }
                                        else {
                                            var valid2 = true;
                                        }
                                        if (valid2) {
                                            if (data1.url !== undefined) {
                                                const _errs10 = errors;
                                                if (typeof data1.url !== 'string') {
                                                    validate12.errors = [
                                                        {
                                                            instancePath: instancePath + '/testCase/url',
                                                            schemaPath: '#/definitions/testCase/properties/url/type',
                                                            keyword: 'type',
                                                            params: { type: 'string' },
                                                        },
                                                    ];
                                                    return false;
                                                }
                                                var valid2 = _errs10 === errors;
                                            }
                                            else {
                                                var valid2 = true;
                                            }
                                        }
                                    }
                                }
                            }
                            else {
                                validate12.errors = [
                                    {
                                        instancePath: instancePath + '/testCase',
                                        schemaPath: '#/definitions/testCase/type',
                                        keyword: 'type',
                                        params: { type: 'object' },
                                    },
                                ];
                                return false;
                            }
                        }
                        var valid0 = _errs3 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.constraints !== undefined) {
                            const _errs12 = errors;
                            if (!validate13(data.constraints, {
                                instancePath: instancePath + '/constraints',
                                parentData: data,
                                parentDataProperty: 'constraints',
                                rootData,
                            })) {
                                vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                                errors = vErrors.length;
                            }
                            var valid0 = _errs12 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                    }
                }
            }
        }
        else {
            validate12.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
            return false;
        }
    }
    validate12.errors = vErrors;
    return errors === 0;
}
function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing0;
            if ((data.name === undefined && (missing0 = 'name')) ||
                (data.priority === undefined && (missing0 = 'priority')) ||
                (data.recipes === undefined && (missing0 = 'recipes'))) {
                validate11.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } }];
                return false;
            }
            else {
                if (data.name !== undefined) {
                    const _errs1 = errors;
                    if (typeof data.name !== 'string') {
                        validate11.errors = [
                            { instancePath: instancePath + '/name', schemaPath: '#/properties/name/type', keyword: 'type', params: { type: 'string' } },
                        ];
                        return false;
                    }
                    var valid0 = _errs1 === errors;
                }
                else {
                    var valid0 = true;
                }
                if (valid0) {
                    if (data.priority !== undefined) {
                        let data1 = data.priority;
                        const _errs3 = errors;
                        if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) &&
                            typeof data1 !== 'string' &&
                            typeof data1 !== 'boolean') {
                            validate11.errors = [
                                {
                                    instancePath: instancePath + '/priority',
                                    schemaPath: '#/properties/priority/type',
                                    keyword: 'type',
                                    params: { type: schema12.properties.priority.type },
                                },
                            ];
                            return false;
                        }
                        if (errors === _errs3) {
                            if (typeof data1 === 'string') {
                                if (!pattern0.test(data1)) {
                                    validate11.errors = [
                                        {
                                            instancePath: instancePath + '/priority',
                                            schemaPath: '#/properties/priority/pattern',
                                            keyword: 'pattern',
                                            params: { pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$' },
                                        },
                                    ];
                                    return false;
                                }
                            }
                        }
                        var valid0 = _errs3 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.recipes !== undefined) {
                            let data2 = data.recipes;
                            const _errs5 = errors;
                            if (errors === _errs5) {
                                if (Array.isArray(data2)) {
                                    var valid1 = true;
                                    const len0 = data2.length;
                                    for (let i0 = 0; i0 < len0; i0++) {
                                        const _errs7 = errors;
                                        if (!validate12(data2[i0], {
                                            instancePath: instancePath + '/recipes/' + i0,
                                            parentData: data2,
                                            parentDataProperty: i0,
                                            rootData,
                                        })) {
                                            vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
                                            errors = vErrors.length;
                                        }
                                        var valid1 = _errs7 === errors;
                                        if (!valid1) {
                                            break;
                                        }
                                    }
                                }
                                else {
                                    validate11.errors = [
                                        {
                                            instancePath: instancePath + '/recipes',
                                            schemaPath: '#/properties/recipes/type',
                                            keyword: 'type',
                                            params: { type: 'array' },
                                        },
                                    ];
                                    return false;
                                }
                            }
                            var valid0 = _errs5 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                    }
                }
            }
        }
        else {
            validate11.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
            return false;
        }
    }
    validate11.errors = vErrors;
    return errors === 0;
}
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    let vErrors = null;
    let errors = 0;
    if (errors === 0) {
        if (Array.isArray(data)) {
            var valid0 = true;
            const len0 = data.length;
            for (let i0 = 0; i0 < len0; i0++) {
                const _errs1 = errors;
                if (!validate11(data[i0], { instancePath: instancePath + '/' + i0, parentData: data, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
                    errors = vErrors.length;
                }
                var valid0 = _errs1 === errors;
                if (!valid0) {
                    break;
                }
            }
        }
        else {
            validate10.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'array' } }];
            return false;
        }
    }
    validate10.errors = vErrors;
    return errors === 0;
}

;// CONCATENATED MODULE: ./src/collection/schema.js




/** What the published schema says against a document, in sentences. Which constraints are missing or given twice is left to `rules`. */
async function problemsBySchema(document) {
    // The same schema, compiled before: it costs nothing to start with, but gives no reasons.
    if (conforms(document))
        return [];
    const explaining = await explainer();
    explaining(document);
    return (explaining.errors ?? []).flatMap((error) => inWords(error, document));
}
let validator;
// By `default`: bundled, a CommonJS module that is imported lazily has no other name.
/** Loaded when it is needed: ajv and the compilation take longer than the rest of the program's start. */
function explainer() {
    validator ??= __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 65627, 19)).then(({ default: { Ajv } }) => {
        // strictTypes would ask for `type` beside each `required` of an `if`; `allowUnionTypes` is for priority.
        const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false, allowUnionTypes: true });
        // The sentence that editors show, too, in place of their own.
        ajv.addKeyword('errorMessage');
        return ajv.compile(collection_schema_namespaceObject);
    });
    return validator;
}
function inWords(error, document) {
    const path = pathOf(error.instancePath, document);
    const parent = error.parentSchema;
    switch (error.keyword) {
        case 'if': // its `then` has said it
        case 'contains':
        case 'maxItems':
        case 'const': // both inside `contains`
            return [];
        case 'required': {
            if (error.schemaPath.includes('/contains/'))
                return [];
            const missing = error.params.missingProperty;
            return [
                {
                    path,
                    text: `.${missing} is missing; expected ${expected(parent.properties?.[missing])}.${insteadOf(missing, error.data, parent)}`,
                },
            ];
        }
        default:
            if (error.schemaPath.includes('/contains/'))
                return [];
            return [{ path, text: `${constraintOf(path, document)} is ${(0,problem/* quote */.hD)(error.data)}; expected ${expected(parent)}.${meant(error)}` }];
    }
}
function expected(described) {
    const definition = described?.$ref?.replace('#/definitions/', '');
    const target = definition === undefined ? described : collection_schema_namespaceObject.definitions[definition];
    return target?.errorMessage ?? 'another value';
}
/** Which member was probably meant to be the missing one. */
function insteadOf(missing, object, { properties = {} }) {
    const others = Object.keys(object).filter((name) => !Object.hasOwn(properties, name));
    const candidate = (0,nearest/* nearest */.p)(missing, others);
    return candidate === undefined ? '' : ` There is ${(0,problem/* quote */.hD)(candidate)}: did you mean ${missing}?`;
}
function meant({ keyword, data, schema: values }) {
    if (keyword !== 'enum' || typeof data !== 'string')
        return '';
    const word = (0,nearest/* nearest */.p)(data, values);
    return word === undefined ? '' : ` Did you mean ${word}?`;
}
/** ` of COMMAND` where the path lies in the value of that constraint: people think in keys, not in numbers. */
function constraintOf(path, document) {
    if (path[3] !== 'constraints' || path[5] !== 'value')
        return '';
    const constraint = path.slice(0, 5).reduce((value, step) => value[step], document);
    return ` of ${String(constraint.key)}`;
}
function pathOf(pointer, document) {
    let value = document;
    return pointer
        .split('/')
        .slice(1)
        .map((part) => {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        const step = Array.isArray(value) ? Number(name) : name;
        value = value[step];
        return step;
    });
}

;// CONCATENATED MODULE: ./src/collection/validate.js







const validate_form = 'The form is described in schemas/collection.schema.json; editors can check against it';
/**
 * Reads the text of a test collection (etos.md 3): what the released API accepts is accepted.
 * @param source how messages call the text: a path, an address
 * @throws {InvalidInput} with all problems, a line each
 */
async function validate(text, source) {
    const document = (0,parse/* parsePlain */.eE)(text, source);
    const { problems, warnings } = findingsByRules(document);
    const all = [...(await problemsBySchema(document)), ...problems];
    if (all.length > 0)
        throw new errors/* InvalidInput */.o9((0,problem/* printProblems */.Mr)(all, text, source).join('\n'), (0,mistaken/* mistakenFor */.e)(document) ?? (0,mistaken/* mistakenProvider */.A)(document) ?? validate_form);
    const collection = { source, suites: readSuites((0,parse/* parseJson */.qF)(text, source)) };
    return { collection, warnings: (0,problem/* printProblems */.Mr)([...(0,problem/* repetitions */.Xu)(text, document), ...warnings], text, source) };
}


/***/ }),

/***/ 87492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ noImage),
/* harmony export */   W: () => (/* binding */ constraintKeys)
/* harmony export */ });
/** The six constraint keys, in the order in which sub suite documents carry them (etos.md 4.7). */
const constraintKeys = ['ENVIRONMENT', 'COMMAND', 'EXECUTE', 'CHECKOUT', 'PARAMETERS', 'TEST_RUNNER'];
/** The reserved TEST_RUNNER: no image, the machine itself. */
const noImage = 'process';


/***/ })

};
