export const id = 760;
export const ids = [760];
export const modules = {

/***/ 2848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ loadText),
/* harmony export */   Z: () => (/* binding */ loadCollection)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2257);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(371);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7284);






// JSON.parse makes about ten times the bytes of it, and Node's strings end at 512 MiB.
const largest = 256 * 1024 * 1024;
/**
 * Reads and validates a test collection.
 * @param source a path, a `file:` or an `http(s):` URL; the latter may hold credentials, which no message repeats
 * @throws {InvalidInput} when it cannot be read, or with all problems that it has
 */
async function loadCollection(source, loading) {
    const { text, name } = await loadText(source, loading);
    return (0,_validate_js__WEBPACK_IMPORTED_MODULE_5__/* .validate */ .t)(text, name);
}
/** The text behind a path or an address, and how messages call it. @throws {InvalidInput} */
async function loadText(source, { http, signal, workspace }) {
    const url = /^(?:https?|file):/i.test(source) ? parseUrl(source) : undefined;
    const other = /^([a-z][a-z0-9+.-]+):\/\//i.exec(source)?.[1];
    if (!url && other !== undefined)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source} cannot be read: ${other} is not supported`, 'Expected a path or a file:, http: or https: URL');
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
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${source} is not a URL`, 'Expected a path or a file:, http: or https: URL', { cause });
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
const reasons = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EACCES: 'no permission to read it',
    EISDIR: 'it is a directory; expected a file',
};
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
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be read: ${reasons[code ?? ''] ?? (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, hint, { cause });
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
            ...(username && { auth: { type: 'basic', username: decodeURIComponent(username), password: decodeURIComponent(password) } }),
            // Long enough for a server that restarts its proxy, short enough for whoever mistyped a host.
            retry: { within: 3_000 },
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
        const hint = cause instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_4__/* .NoAnswer */ .W ? 'Is the address right, and can this machine reach it? HTTPS_PROXY and NO_PROXY are honoured' : '';
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidInput */ .o9(`${name} cannot be downloaded: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, hint, { cause });
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

/***/ 7284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(2257);
// EXTERNAL MODULE: ./src/json/parse.js + 1 modules
var parse = __webpack_require__(7412);
;// CONCATENATED MODULE: ./src/collection/problem.js

// A collection that is wrong everywhere has more problems than anybody reads, and CI logs have limits.
const most = 1000;
/** One line a problem, `source:line:column: path text`, in the order of the text. */
function printProblems(problems, text, source) {
    if (problems.length === 0)
        return [];
    const placeOf = (0,parse/* placesIn */.yN)(text);
    const located = problems.map((problem) => ({ problem, place: placeOf(problem.path, problem.of) }));
    located.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    const lines = located.map(({ problem, place }) => `${source}:${place.line}:${place.column}: ${(0,parse/* printPath */.bA)(problem.path)}${problem.text}`);
    const told = [...new Set(lines)];
    return told.length <= most ? told : [...told.slice(0, most), `and ${told.length - most} more`];
}
/** A value as messages quote it: JSON, cut where it gets long, without the credentials of addresses. */
function quote(value) {
    const json = (JSON.stringify(value) ?? String(value)).replace(/:\/\/[^\s/"@]+@/g, '://***@');
    return json.length <= 80 ? json : `${json.slice(0, 79)}…`;
}

// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(805);
// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(3519);
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

// EXTERNAL MODULE: ./src/documents/recipe.js
var recipe = __webpack_require__(7492);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(1290);
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
            warnings.push({ path: [...at, 'version'], text: ` is ${quote(version)}; it is ignored because it is not text` });
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
        ? [{ path: [...path, n, 'key'], text: ` is ${quote(key)} again, as constraints[${keys.indexOf(key)}]. Only 1 allowed.` }]
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
    if ((key !== 'ENVIRONMENT' && key !== 'PARAMETERS') || !isMembers(value))
        return [];
    return Object.entries(value).flatMap(([name, member]) => {
        const at = [...path, name];
        const texts = [];
        if (typeof member !== 'string')
            texts.push({
                path: at,
                text: ` of ${key} is ${quote(member)}; expected text. It is taken as ${quote(textOf(key, (0,json_value/* fromPlain */.bM)(member)))}, other ETOS releases may stop here`,
            });
        if (key === 'ENVIRONMENT' && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            texts.push({
                path: at,
                of: 'name',
                text: ` of ENVIRONMENT: ${quote(name)} is not a name that a shell can export, so the recipe will fail. Letters, digits and _ are allowed`,
            });
        return texts;
    });
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
        ? [{ path: [...path, name], text: ` is ${quote(value)}: reports will show nothing` }]
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
    return [{ path, text: ` is ${quote(value)} as ${(0,parse/* printPath */.bA)(first)} is: ${consequence}` }];
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
    validator ??= __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 5627, 19)).then(({ default: { Ajv } }) => {
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
            return [{ path, text: `${constraintOf(path, document)} is ${quote(error.data)}; expected ${expected(parent)}.${meant(error)}` }];
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
    return candidate === undefined ? '' : ` There is ${quote(candidate)}: did you mean ${missing}?`;
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
        throw new errors/* InvalidInput */.o9(printProblems(all, text, source).join('\n'), hintFor(document));
    return { collection: { source, suites: readSuites((0,parse/* parseJson */.qF)(text, source)) }, warnings: printProblems(warnings, text, source) };
}
function hintFor(document) {
    const isOneSuite = typeof document === 'object' && document !== null && 'recipes' in document;
    return isOneSuite
        ? 'This is one suite: put [ and ] around it'
        : 'The form is described in schemas/collection.schema.json; editors can check against it';
}


/***/ }),

/***/ 7492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ constraintKeys)
/* harmony export */ });
/** The six constraint keys, in the order in which sub suite documents carry them (etos.md 4.7). */
const constraintKeys = ['ENVIRONMENT', 'COMMAND', 'EXECUTE', 'CHECKOUT', 'PARAMETERS', 'TEST_RUNNER'];


/***/ }),

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
            const first = await exchange(message, { agent, signal });
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
function prepare({ method, url: address, headers = {}, body, length, auth }) {
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
    const senderFor = (url) => {
        if (url.protocol === 'http:' && !proxyFor(url, environment))
            return direct;
        return (beyond ??= createSenderBeyond(environment, log));
    };
    const authorized = createAuthorizer();
    /** One message and its answer, under the limit. */
    const attempt = async (request, { limit = 30_000, signal }) => {
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
            const sender = await senderFor(url);
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
function messageOn({ method, url, headers, body, length }, onPiece) {
    if (typeof body !== 'function') {
        const expectsBody = ['POST', 'PUT', 'PATCH'].includes(method);
        const size = body?.length ?? (expectsBody ? 0 : undefined);
        return { method, url, headers: size === undefined ? headers : { ...headers, 'content-length': String(size) }, body };
    }
    const framing = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
    return { method, url, headers: { ...headers, ...framing }, body: measured(body(), length, onPiece) };
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
 * @throws {InvalidInput} with line and column
 */
function parseJson(text, source) {
    const plain = parsePlain(text, source);
    return integerLikeName.test(text) ? fromTree(readTree(withoutMark(text))) : (0,value/* fromPlain */.bM)(plain);
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
/* harmony export */   qj: () => (/* binding */ printPython),
/* harmony export */   xo: () => (/* binding */ printNumber)
/* harmony export */ });
/* unused harmony export printText */
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
    if (typeof value === 'string')
        return ascii(value);
    if (typeof value === 'number')
        return printNumber(value);
    let text = '';
    if (Array.isArray(value)) {
        for (const element of value)
            text += `${text === '' ? '' : ', '}${printPython(element)}`;
        return `[${text}]`;
    }
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return JSON.stringify(value);
    for (const [name, member] of value)
        text += `${text === '' ? '' : ', '}${ascii(name)}: ${printPython(member)}`;
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
