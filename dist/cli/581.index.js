export const id = 581;
export const ids = [581];
export const modules = {

/***/ 67638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseLogArea)
/* harmony export */ });
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63519);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40805);


const known = ['url', 'method', 'auth', 'headers', 'params', 'as_json', 'timeout'];
const usualTimeout = 30;
/**
 * Reads a log area as a provider gives it (etos.md 6.5): `provider_id`, `livelogs`, `upload`, `logs`, `type`.
 * @param problems gets a sentence for each thing that is wrong; the value is then of no use
 */
function parseLogArea(area, problems) {
    const upload = area.get('upload');
    const logs = area.get('logs');
    const livelogs = area.get('livelogs');
    const type = area.get('type');
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(upload))
        problems.push('log_area.upload is missing or not an object');
    return {
        providerId: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printText */ .n)(area.get('provider_id')),
        ...(typeof livelogs === 'string' && { livelogs }),
        upload: parseUpload((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(upload) ? upload : new Map(), (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(upload) ? problems : []),
        logs: readLogs(logs, problems),
        type: type === 'ARTIFACTORY' || type === 'NEXUS' || type === 'PLAIN' ? type : 'OTHER',
    };
}
function parseUpload(upload, problems) {
    const url = upload.get('url');
    if (typeof url !== 'string')
        problems.push('log_area.upload.url is missing or not text');
    const method = upload.get('method') ?? 'PUT';
    const isMethod = typeof method === 'string' && /^[A-Za-z]+$/.test(method);
    if (!isMethod)
        problems.push(`log_area.upload.method is ${JSON.stringify((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlain */ .Ul)(method))}; expected a method such as PUT or POST`);
    const timeout = upload.get('timeout') ?? usualTimeout;
    const isTime = typeof timeout === 'number' && timeout >= 0;
    if (!isTime)
        problems.push(`log_area.upload.timeout is ${JSON.stringify((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlain */ .Ul)(timeout))}; expected seconds`);
    const asJson = upload.get('as_json');
    const auth = readAuth(upload.get('auth'), problems);
    return {
        url: typeof url === 'string' ? url : '',
        method: isMethod ? method.toUpperCase() : 'PUT',
        ...(auth && { auth }),
        headers: Object.fromEntries(readPairs(upload.get('headers'))),
        params: readPairs(upload.get('params')),
        ...(typeof asJson === 'boolean' && { asJson }),
        timeout: (isTime ? timeout : usualTimeout) * 1000,
        unknown: [...upload.keys()].filter((name) => !known.includes(name)),
    };
}
function readLogs(logs, problems) {
    // The two defaults hold only where `logs` says anything at all (etos.md 6.5): an empty object prefixes nothing.
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(logs) || logs.size === 0)
        return {};
    const text = (name, otherwise) => {
        const value = logs.get(name) ?? otherwise;
        if (typeof value !== 'string')
            problems.push(`log_area.logs.${name} is not text`);
        return (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printText */ .n)(value);
    };
    return { prepend: text('prepend', ''), joinCharacter: text('join_character', '_') };
}
function readAuth(auth, problems) {
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(auth))
        return undefined;
    const [username, password] = [auth.get('username'), auth.get('password')];
    if (typeof username !== 'string' || typeof password !== 'string') {
        problems.push('log_area.upload.auth needs username and password as text');
        return undefined;
    }
    // Whatever is not basic is digest, as the released test runners have it.
    return { username, password, type: (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printText */ .n)(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function readPairs(value) {
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return [];
    return [...value].flatMap(([name, member]) => (Array.isArray(member) ? member : [member]).filter((one) => one !== null).map((one) => [name, (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printText */ .n)(one)]));
}


/***/ }),

/***/ 4422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ firstWord)
/* harmony export */ });
/** The word that a query begins with: what it is looked up by in the dataset, or the structure's name (jsontas.md 3.1). */
function firstWord(query) {
    return /^\$[^\p{L}\p{N}_$!,:-]*([\p{L}\p{N}_$!,:-]+)/u.exec(query)?.[1] ?? '';
}


/***/ }),

/***/ 32262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ rememberingIssued),
/* harmony export */   FM: () => (/* binding */ checkEncryptionKey),
/* harmony export */   Gg: () => (/* binding */ runnerVariables),
/* harmony export */   Lf: () => (/* binding */ withSubSuiteAddress),
/* harmony export */   YZ: () => (/* binding */ generations),
/* harmony export */   ZW: () => (/* binding */ baseInstructions),
/* harmony export */   gS: () => (/* binding */ generationOf)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _host_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11290);
/* harmony import */ var _jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92948);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40805);




/**
 * The variables of every test runner of a run (etos.md 8.1). With a broker those of the released services: by it and by the services they find
 * everything, and what is not set is null. Without one they report to the run's own server.
 * @param now milliseconds, for the token that the password becomes when there is an `ETOS_ENCRYPTION_KEY`
 * @throws {InvalidInput} when a variable cannot be read
 */
function runnerVariables(environment, { serverRoot, runId, now }) {
    const { SOURCE_HOST: host = environment.HOSTNAME, ETOS_API: api } = environment;
    if (environment.RABBITMQ_HOST) {
        return [
            ...brokerVariables(environment, now),
            ['SOURCE_HOST', host ?? null],
            ['ETOS_GRAPHQL_SERVER', environment.ETOS_GRAPHQL_SERVER ?? null],
            ['ETOS_API', api ?? null],
            [providerVariable, environment[providerVariable] || serverRoot],
            // Another provider does not know this path.
            ...(environment[providerVariable] ? [] : [[directVariable, null]]),
            ...internalBusVariables(environment, now),
        ];
    }
    return [
        ...(host ? [['SOURCE_HOST', host]] : []),
        ...(api ? [['ETOS_API', api]] : []),
        [providerVariable, serverRoot],
        [directVariable, null],
        ['ETOS_EVENTS_URL', `${serverRoot}/events`],
        ['ETOS_RUN_ID', runId],
    ];
}
/** Where the test runner asks for its sub suite. */
const providerVariable = 'ETOS_ENVIRONMENT_PROVIDER';
/** The sub suite's own address, which test runners since 2026 ask first (etos.md 6.1). */
const directVariable = 'ENVIRONMENT_URL';
function brokerVariables(environment, now, prefix = '', exchange = 'eiffel') {
    const named = (name) => `${prefix}RABBITMQ_${name}`;
    // What is empty is not set, as for ourselves (readBroker).
    const given = (name) => environment[named(name)] || undefined;
    const [password, port = '5672', key] = [given('PASSWORD'), given('PORT'), environment.ETOS_ENCRYPTION_KEY];
    if (!/^\s*\d+\s*$/.test(port))
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${named('PORT')} is ${JSON.stringify(port)}; expected a number`, 'The usual one is 5672');
    return [
        [named('HOST'), given('HOST') ?? null],
        [named('USERNAME'), given('USERNAME') ?? null],
        [named('PASSWORD'), password === undefined ? null : key ? encrypted(password, key, now) : password],
        [named('EXCHANGE'), given('EXCHANGE') ?? exchange],
        [named('PORT'), Number(port)],
        [named('VHOST'), given('VHOST') ?? null],
        // Only the exact word enables TLS (etos.md 9.1).
        [named('SSL'), (given('SSL') ?? 'true') === 'true'],
    ];
}
const internalPrefix = 'ETOS_RABBITMQ_';
/** What we have no use for ourselves. */
const streamVariables = [`${internalPrefix}STREAM_PORT`, `${internalPrefix}STREAM_NAME`];
/** Without a bus for them, a released test runner waits for ever with its first log line, or its first upload (etos.md 6.1). */
const switchedOff = [
    ['ETOS_ENABLE_SENDING_LOGS', 'false'],
    ['DISABLE_EVENT_PUBLISHING', 'true'],
];
/** The bus for log lines and files of today's test runners (etos.md 9.1), or that there is none. */
function internalBusVariables(environment, now) {
    if (environment.ETOS_RABBITMQ_HOST) {
        const handedOn = [...streamVariables, ...switchedOff.map(([name]) => name)];
        const said = handedOn.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
        return [...withPassword(brokerVariables(environment, now, 'ETOS_', 'etos'), environment, now), ...said];
    }
    return [...withPassword([], environment, now), ...switchedOff];
}
/** With a key they read a token in any case, and end where there is none. */
function withPassword(variables, { ETOS_ENCRYPTION_KEY: key }, now) {
    const name = `${internalPrefix}PASSWORD`;
    if (!key || variables.some(([one, value]) => one === name && value !== null))
        return variables;
    return [...variables.filter(([one]) => one !== name), [name, encrypted('', key, now)]];
}
function isInternal(name) {
    return name.startsWith(internalPrefix) || switchedOff.some(([one]) => one === name);
}
function encrypted(password, key, now) {
    try {
        return (0,_jsontas_evaluate_js__WEBPACK_IMPORTED_MODULE_2__/* .encryptFernet */ .YK)(password, key, now);
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`ETOS_ENCRYPTION_KEY cannot be used: ${error.message}`, 'It is a Fernet key: 32 random bytes in URL-safe base64');
    }
}
/** @throws {InvalidInput} `ETOS_ENCRYPTION_KEY` is set, and nothing can be encrypted with it */
function checkEncryptionKey({ ETOS_ENCRYPTION_KEY: key }) {
    if (key)
        encrypted('', key, 0);
}
/** The instructions that `$execution_space_instructions` starts from (jsontas.md 9): the image of the test runner, no parameters, the variables. */
function baseInstructions(testRunner, variables) {
    return new Map([
        ['image', testRunner],
        ['environment', new Map(variables)],
        ['parameters', new Map()],
    ]);
}
/**
 * For which generation of test runners instructions are made (etos.md 8.1). `2021` asks for its sub suite at `SUB_SUITE_URL`; `late-2021` also gets its
 * version and a feature flag; `current` finds its environment by `ENVIRONMENT_ID`. `any` has what each of them reads, in an order that is right for all.
 */
const generations = ['any', '2021', 'late-2021', 'current'];
/** The generation that the variable `ETOS_TEST_RUNNER_GENERATION` names; `any` without it. @throws {InvalidInput} */
function generationOf(environment) {
    const text = environment.ETOS_TEST_RUNNER_GENERATION || 'any';
    const generation = findGeneration(text);
    if (generation)
        return generation;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`ETOS_TEST_RUNNER_GENERATION is ${JSON.stringify(text)}; expected ${generations.join(', ')}.${(0,_host_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(text, generations)}`, 'Without the variable, instructions have what test runners of every generation read');
}
const structureName = 'execution_space_instructions';
/**
 * The structures of a provider, whose `$execution_space_instructions` is complete (etos.md 8.1): `SUB_SUITE_URL` below `ETOS_ENVIRONMENT_PROVIDER` after
 * everything that a provider may override, `ENVIRONMENT_URL` where the base asks for one. Two members of its parameters are ours, the released services
 * know neither: `generation`, and `testRunner` (`image` or `embedded`), which is handed on (design.md, decision 2).
 */
function withSubSuiteAddress(structures, environment) {
    const base = structures.get(structureName);
    if (!base)
        return structures;
    const usual = generationOf(environment);
    const complete = (parameters, scope) => {
        const generation = chosen(parameters.get('generation') ?? null, usual);
        const overridden = parameters.get('environment');
        const instructions = base(parameters, scope);
        if (!(instructions instanceof Map))
            return instructions;
        const variables = instructions.get('environment');
        if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(variables)) {
            const own = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(overridden) ? overridden : new Map();
            instructions.set('environment', forGeneration(variables, { generation, own, identifier: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(instructions.get('identifier')), environment }));
        }
        const testRunner = parameters.get('testRunner') ?? null;
        if (testRunner !== null)
            instructions.set('testRunner', testRunner);
        return instructions;
    };
    return new Map([...structures, [structureName, complete]]);
}
function forGeneration(given, { generation, own, identifier, environment }) {
    const variables = new Map(given);
    const take = (name) => {
        const value = variables.get(name) ?? null;
        variables.delete(name);
        return value;
    };
    const id = take('ENVIRONMENT_ID');
    // One that the provider sets stays where it is.
    const version = (own.get('ETR_VERSION') ?? null) === null ? [['ETR_VERSION', take('ETR_VERSION')]] : [];
    const provider = variables.get(providerVariable);
    // With a broker the documents of the single generations are those of the released services, and an address of the provider's own counts.
    const direct = !variables.has('RABBITMQ_HOST') || own.has(directVariable) || (generation === 'any' && !own.has(providerVariable));
    if (!direct)
        variables.delete(directVariable);
    if (variables.has(directVariable))
        variables.set(directVariable, `${(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(provider)}/environment/${(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(id)}`);
    const address = typeof provider === 'string' ? [['SUB_SUITE_URL', `${provider}/sub_suite?id=${identifier}`]] : [];
    const flag = environment.ETOS_FEATURE_CLM;
    // Those of 2021 have no such bus; with today's choice, what there is not is not said: the document is that of the released services.
    const knowsInternal = generation === 'any' || (generation === 'current' && Boolean(environment.ETOS_RABBITMQ_HOST));
    if (!knowsInternal)
        [...variables.keys()].filter((name) => isInternal(name) && !own.has(name)).forEach((name) => variables.delete(name));
    switch (generation) {
        case '2021':
            return new Map([...variables, ...address]);
        case 'late-2021':
            return new Map([...variables, ...address, ...version, ['ETOS_FEATURE_CLM', flag ?? 'true']]);
        case 'current':
            if (!own.has(providerVariable))
                variables.delete(providerVariable);
            return new Map([...variables, ['ENVIRONMENT_ID', id], ...version]);
        case 'any':
            return new Map([
                ...variables,
                ...address,
                ['ENVIRONMENT_ID', id],
                ...version,
                ...(flag === undefined ? [] : [['ETOS_FEATURE_CLM', flag]]),
            ]);
    }
}
function chosen(given, usual) {
    if (given === null)
        return usual;
    const generation = typeof given === 'string' ? findGeneration(given) : undefined;
    if (generation)
        return generation;
    throw new Error(`its "generation" is ${JSON.stringify(given)}; expected one of ${generations.join(', ')}`);
}
function findGeneration(text) {
    return generations.find((one) => one === text);
}
/** Structures that remember which instructions were issued. */
function rememberingIssued(structures) {
    const base = structures.get(structureName);
    const issued = [];
    if (!base)
        return { structures, issued };
    const remembering = (parameters, scope) => {
        const instructions = base(parameters, scope);
        if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(instructions))
            issued.push(new Map(instructions));
        return instructions;
    };
    return { structures: new Map([...structures, [structureName, remembering]]), issued };
}


/***/ }),

/***/ 91638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ itemRules),
/* harmony export */   e: () => (/* binding */ checkItem)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22257);
/* harmony import */ var _documents_log_area_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67638);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40805);



/** What a log area and an execution space must hold once they are checked out (jsontas.md 12.8). */
const itemRules = {
    iut: { members: [], hint: '' },
    'log-area': {
        members: ['livelogs', 'upload'],
        hint: '`livelogs` is the address of the live log for people, `upload` the request that stores a file (docs/providers.md)',
    },
    'execution-space': {
        members: ['request'],
        hint: '`request` is the call that starts a test runner: url, method, headers, json or data (docs/providers.md)',
    },
};
/** @throws {NotCarriedOut} with all that is wrong with an item */
function checkItem(provider, item) {
    const { members, hint } = itemRules[provider.kind];
    const problems = members.filter((name) => !item.has(name)).map((name) => `has no "${name}"`);
    if (provider.kind === 'log-area' && problems.length === 0) {
        const wrong = [];
        (0,_documents_log_area_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLogArea */ .F)(item, wrong);
        problems.push(...wrong.map((problem) => `is wrong: ${problem.replace(/^log_area\./, '')}`));
    }
    const request = item.get('request');
    if (provider.kind === 'execution-space' && request !== undefined && !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(request))
        problems.push('has a "request" that is no object');
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NotCarriedOut */ .sZ(`${provider.source}: an item of provider "${provider.id}" ${problems.join(' and ')}`, hint);
}


/***/ }),

/***/ 59581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cg: () => (/* binding */ loadProvider),
  te: () => (/* binding */ parseProvider)
});

// UNUSED EXPORTS: providerNames

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./providers/execution-space/default.json
const default_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"default","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.default.environment","parameters":"$local.spaces.default.parameters","testRunner":"embedded"}},"request":{"url":"$local.spaces.default.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/docker.json
const docker_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"docker","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.docker.environment","parameters":"$local.spaces.docker.parameters","testRunner":"embedded"}},"request":{"url":"$local.spaces.docker.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/process.json
const process_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"process","list":{"possible":{"$expand":{"value":{"instructions":{"$execution_space_instructions":{"environment":"$local.spaces.process.environment","parameters":"$local.spaces.process.parameters"}},"request":{"url":"$local.spaces.process.url","method":"POST","headers":{"Accept":"application/json"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/github.json
const github_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"github","list":{"possible":{"$expand":{"value":{"instructions":"$execution_space_instructions","request":{"url":{"$join":{"strings":["$github.api","/repos/","$github.repository","/actions/workflows/","$github.workflow","/dispatches"]}},"method":"POST","headers":{"Accept":"application/vnd.github+json","Authorization":{"$join":{"strings":["Bearer ","$environment.DELEGATION_TOKEN"]}},"X-GitHub-Api-Version":"2022-11-28"},"json":{"ref":"$github.ref","inputs":{"docker":{"$json_dumps":"$expand_value.instructions"}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/jenkins-with-parameters.json
const jenkins_with_parameters_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"jenkins-with-parameters","list":{"possible":{"$expand":{"value":{"instructions":"$execution_space_instructions","request":{"url":{"$join":{"strings":["$jenkins.job","/buildWithParameters"]}},"method":"POST","headers":{"Accept":"application/json"},"auth":{"username":"$environment.JENKINS_USERNAME","password":"$environment.JENKINS_TOKEN","type":"basic"},"data":{"docker":{"$json_dumps":"$expand_value.instructions"}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/jenkins.json
const jenkins_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"jenkins","list":{"possible":{"$expand":{"value":{"instructions":"$execution_space_instructions","request":{"url":{"$join":{"strings":["$jenkins.job","/build"]}},"method":"POST","headers":{"Accept":"application/json"},"auth":{"username":"$environment.JENKINS_USERNAME","password":"$environment.JENKINS_TOKEN","type":"basic"},"data":{"json":{"$json_dumps":{"parameter":[{"name":"docker","value":{"$json_dumps":"$expand_value.instructions"}}]}}}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/execution-space/kubernetes.json
const kubernetes_namespaceObject = /*#__PURE__*/JSON.parse('{"execution_space":{"id":"kubernetes","list":{"possible":{"$expand":{"value":{"instructions":"$execution_space_instructions","request":{"url":{"$join":{"strings":["$kubernetes.api","/apis/batch/v1/namespaces/","$kubernetes.namespace","/jobs"]}},"method":"POST","headers":{"Accept":"application/json","Authorization":{"$join":{"strings":["Bearer ","$environment.KUBERNETES_TOKEN"]}}},"json":{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":{"$join":{"strings":["etr-","$expand_value.instructions.identifier"]}},"namespace":"$kubernetes.namespace","labels":{"app.kubernetes.io/name":"etos-test-runner","app.kubernetes.io/managed-by":"etos-action","etos.eiffel-community.github.io/id":"$context","etos.eiffel-community.github.io/identifier":"$expand_value.instructions.identifier"},"annotations":{"etos.eiffel-community.github.io/start-timeout":"45"}},"spec":{"backoffLimit":0,"activeDeadlineSeconds":86400,"ttlSecondsAfterFinished":3600,"template":{"metadata":{"labels":{"app.kubernetes.io/name":"etos-test-runner","app.kubernetes.io/managed-by":"etos-action","etos.eiffel-community.github.io/id":"$context","etos.eiffel-community.github.io/identifier":"$expand_value.instructions.identifier"}},"spec":{"restartPolicy":"Never","automountServiceAccountToken":false,"enableServiceLinks":false,"containers":[{"name":"test-runner","image":"$expand_value.instructions.image","terminationMessagePolicy":"FallbackToLogsOnError","envFrom":[{"secretRef":{"name":{"$join":{"strings":["etr-","$expand_value.instructions.identifier"]}}}}],"resources":{"limits":{"memory":"512Mi","cpu":"400m"}}}]}}}},{"apiVersion":"v1","kind":"Secret","metadata":{"name":{"$join":{"strings":["etr-","$expand_value.instructions.identifier"]}},"namespace":"$kubernetes.namespace","labels":{"app.kubernetes.io/name":"etos-test-runner","app.kubernetes.io/managed-by":"etos-action","etos.eiffel-community.github.io/id":"$context","etos.eiffel-community.github.io/identifier":"$expand_value.instructions.identifier"}},"type":"Opaque","immutable":true,"stringData":"$expand_value.instructions.environment"}]}}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/iut/default.json
const iut_default_namespaceObject = /*#__PURE__*/JSON.parse('{"iut":{"id":"default","list":{"possible":{"$expand":{"value":{"type":"$identity.type","namespace":"$identity.namespace","name":"$identity.name","version":"$identity.version","qualifiers":"$identity.qualifiers","subpath":"$identity.subpath"},"to":"$local.iuts"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/iut/management-system.json
const management_system_namespaceObject = /*#__PURE__*/JSON.parse('{"iut":{"id":"management-system","list":{"possible":{"$request.response.json":{"url":{"$join":{"strings":["$management_system.url","/list"]}},"method":"GET","params":{"name":"$identity.name"},"headers":{"Authorization":{"$join":{"strings":["Bearer ","$environment.MANAGEMENT_SYSTEM_TOKEN"]}}}}},"available":{"$filter":{"items":"$this.possible","filters":[{"key":"checked_out","operator":"$eq","value":"false"}]}}},"checkout":{"$condition":{"then":{"$request.response.json":{"url":{"$join":{"strings":["$management_system.url","/checkout"]}},"method":"POST","params":{"id":"$iut.id"},"headers":{"Authorization":{"$join":{"strings":["Bearer ","$environment.MANAGEMENT_SYSTEM_TOKEN"]}}}}},"if":{"key":"$response.status_code","operator":"$eq","value":200},"else":"$response.json.message"}},"checkin":{"$operator":{"key":{"$from":{"item":{"$request":{"url":{"$join":{"strings":["$management_system.url","/checkin"]}},"method":"POST","params":{"id":"$iut.id"},"headers":{"Authorization":{"$join":{"strings":["Bearer ","$environment.MANAGEMENT_SYSTEM_TOKEN"]}}}}},"get":"id"}},"operator":"$eq","value":"$iut.id"}}}}');
;// CONCATENATED MODULE: ./providers/log-area/artifactory.json
const artifactory_namespaceObject = /*#__PURE__*/JSON.parse('{"log":{"id":"artifactory","list":{"possible":{"$expand":{"value":{"livelogs":{"$join":{"strings":["$artifactory.url","/","$context"]}},"upload":{"url":{"$join":{"strings":["$artifactory.url","/","$context","/{folder}/{name}"]}},"method":"PUT","as_json":false,"auth":{"username":"$environment.ARTIFACTORY_USERNAME","password":"$environment.ARTIFACTORY_PASSWORD","type":"basic"}},"logs":{}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/log-area/default.json
const log_area_default_namespaceObject = /*#__PURE__*/JSON.parse('{"log":{"id":"default","list":{"possible":{"$expand":{"value":{"livelogs":"$local.livelogs","upload":{"url":"$local.upload","method":"PUT","as_json":false},"logs":{}},"to":"$amount"}},"available":"$this.possible"}}}');
;// CONCATENATED MODULE: ./providers/log-area/webdav.json
const webdav_namespaceObject = /*#__PURE__*/JSON.parse('{"log":{"id":"webdav","list":{"possible":{"$expand":{"value":{"livelogs":"$webdav.url","upload":{"url":{"$join":{"strings":["$webdav.url","/","$context","-{sub_suite_id}-{name}"]}},"method":"PUT","as_json":false,"auth":{"username":"$environment.WEBDAV_USERNAME","password":"$environment.WEBDAV_PASSWORD","type":"basic"}},"logs":{}},"to":"$amount"}},"available":"$this.possible"}}}');
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/file-problem.js
var file_problem = __webpack_require__(87026);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(11290);
// EXTERNAL MODULE: ./src/json/parse.js + 2 modules
var parse = __webpack_require__(39874);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(40805);
// EXTERNAL MODULE: ./src/environment/provider-kind.js
var provider_kind = __webpack_require__(85305);
// EXTERNAL MODULE: ./src/environment/first-word.js
var first_word = __webpack_require__(4422);
// EXTERNAL MODULE: ./src/environment/instructions.js
var instructions = __webpack_require__(32262);
// EXTERNAL MODULE: ./src/environment/item-rules.js
var item_rules = __webpack_require__(91638);
;// CONCATENATED MODULE: ./src/environment/structure-forms.js
/** The parameters of the structures that provider files know (jsontas.md 6 to 9). */
const structureForms = {
    condition: { needs: ['if'], takes: { if: 'tests', then: 'any', else: 'any' } },
    operator: { needs: ['key', 'operator'], takes: { key: 'any', operator: 'operator', value: 'any' } },
    request: {
        needs: ['url', 'method'],
        takes: {
            url: 'text',
            method: 'method',
            json: 'any',
            headers: 'object',
            params: 'any',
            data: 'any',
            auth: 'object',
            cookies: 'object',
            allow_redirects: 'any',
            timeout: 'number',
            interval: 'number',
            stream: 'any',
            hooks: 'any',
            verify: 'any',
            cert: 'any',
            proxies: 'any',
            files: 'any',
        },
        closed: true,
    },
    filter: { needs: ['items', 'filters'], takes: { items: 'any', filters: 'tests' } },
    expand: { needs: ['value'], takes: { value: 'any', to: 'amount' } },
    from: { needs: ['item', 'get'], takes: { item: 'any', get: 'text' } },
    wait: { needs: ['for'], takes: { for: 'any', timeout: 'number', interval: 'number', else: 'any' } },
    reduce: { needs: ['list'], takes: { list: 'list', to: 'number' } },
    list: { needs: [], takes: {} },
    json_dumps: { needs: [], takes: {} },
    uuid_generate: { needs: [], takes: {} },
    join: { needs: ['strings'], takes: { strings: 'any' } },
    encrypt: { needs: ['value'], takes: { value: 'text' } },
    execution_space_instructions: {
        needs: [],
        takes: { image: 'any', environment: 'object', parameters: 'object', generation: 'generation', testRunner: 'test runner' },
    },
};
/** Names that ETOS and evaluation put into the dataset (etos.md 5.5, jsontas.md 4). */
const datasetWords = [
    'identity',
    'artifact_id',
    'artifact_created',
    'artifact_published',
    'context',
    'custom_data',
    'uuid',
    'config',
    'environment',
    'tercc',
    'local',
    'dataset',
    'amount',
    'iut',
    'iuts',
    'log_area',
    'log_areas',
    'logs',
    'execution_space',
    'execution_spaces',
    'executor',
    'instructions',
    'test_runner',
    'suite',
    'steps',
    'this',
    'previous',
    'query_tree',
    'response',
    'item',
    'expand_index',
    'expand_value',
];
const operatorWords = ['$eq', '$in', '$notin', '$startswith', '$regex'];
const methodWords = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

;// CONCATENATED MODULE: ./src/environment/provider-rules.js








/**
 * What is wrong with a provider beyond its schema, as far as it can be seen without evaluating it: `file:line:column: path …`, all at once.
 * @param names that the user's dataset has; a provider may use them as keys
 */
function brokenRules(document, text, source, names = new Set()) {
    const problems = [...document].flatMap(([topKey, body]) => {
        if (!(0,json_value/* isObject */.Gv)(body))
            return [];
        if (body.get('type') === 'external')
            return hostProblems(body, [topKey]);
        const parts = ['list', 'checkout', 'checkin', 'prepare'].flatMap((part) => walk(body.get(part) ?? null, [topKey, part], names));
        return [...parts, ...listProblems((0,provider_kind/* kindOfTopKey */.s)(topKey), body, [topKey, 'list'])];
    });
    const at = (0,parse/* placesIn */.yN)(text);
    return problems.map(({ path, what, of = 'value' }) => {
        const { line, column } = at(path, of);
        return `${source}:${line}:${column}: ${(0,parse/* printPath */.bA)(path)} ${what}`;
    });
}
function hostProblems(body, path) {
    return ['start', 'status', 'stop'].flatMap((name) => {
        const service = body.get(name);
        const host = (0,json_value/* isObject */.Gv)(service) ? service.get('host') : undefined;
        if (typeof host === 'string' && /^https?:$/.test(URL.canParse(host) ? new URL(host).protocol : ''))
            return [];
        return [{ path: [...path, name, 'host'], what: `is ${shown(host ?? null)}; expected an http or https address` }];
    });
}
/** Looks at every structure in a value. */
function walk(value, path, names) {
    if (Array.isArray(value))
        return value.flatMap((element, n) => walk(element, [...path, n], names));
    if (!(0,json_value/* isObject */.Gv)(value))
        return [];
    return [...value].flatMap(([key, member]) => {
        const here = [...path, key];
        return [...(key.startsWith('$') ? queryProblems(key, member, here, names) : []), ...walk(member, here, names)];
    });
}
function queryProblems(key, member, path, names) {
    const word = (0,first_word/* firstWord */.N)(key);
    // A name of the dataset hides a structure; `$decrypt` is for the test runner.
    if (names.has(word) || word === 'decrypt')
        return [];
    const form = Object.hasOwn(structureForms, word) ? structureForms[word] : undefined;
    if (!form) {
        if (datasetWords.includes(word))
            return [];
        const structures = Object.keys(structureForms).map((name) => `$${name}`);
        const near = (0,nearest/* didYouMean */.a)(`$${word}`, structures);
        return [
            {
                path,
                what: `is no structure; there are ${structures.join(', ')}. A name of your dataset must be given with it.${near}`,
                of: 'name',
            },
        ];
    }
    if (isDynamic(member))
        return [];
    if (!(0,json_value/* isObject */.Gv)(member))
        return [{ path, what: `is ${shown(member)}; expected an object with its parameters` }];
    const missing = form.needs.filter((name) => !member.has(name)).map((name) => ({ path, what: `has no "${name}"`, of: 'name' }));
    const wrong = [...member].flatMap(([name, value]) => {
        const takes = Object.hasOwn(form.takes, name) ? form.takes[name] : undefined;
        if (takes !== undefined)
            return parameterProblems(value, takes, [...path, name], names);
        const known = Object.keys(form.takes);
        return form.closed
            ? [
                {
                    path: [...path, name],
                    what: `is no parameter of $${word}; expected ${known.join(', ')}.${(0,nearest/* didYouMean */.a)(name, known)}`,
                    of: 'name',
                },
            ]
            : [];
    });
    return [...missing, ...wrong];
}
function parameterProblems(value, form, path, names) {
    if (form === 'operator')
        return operatorProblems(value, path, names);
    if (isDynamic(value))
        return [];
    const expected = (what) => [{ path, what: `is ${shown(value)}; expected ${what}` }];
    const oneOf = (words, text = value) => typeof text === 'string' && words.includes(text)
        ? []
        : expected(`${words.join(', ')}.${typeof text === 'string' ? (0,nearest/* didYouMean */.a)(text, words) : ''}`);
    switch (form) {
        case 'any':
            return [];
        case 'text':
            return typeof value === 'string' ? [] : expected('text');
        case 'number':
            return typeof value === 'number' ? [] : expected('a number');
        case 'amount':
            return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? [] : expected('a whole number, such as "$amount"');
        case 'object':
            return (0,json_value/* isObject */.Gv)(value) ? [] : expected('an object');
        case 'list':
            return Array.isArray(value) ? [] : expected('a list');
        case 'method':
            return oneOf(methodWords, typeof value === 'string' ? value.toUpperCase() : value);
        case 'generation':
            return oneOf(instructions/* generations */.YZ);
        case 'test runner':
            return oneOf(['image', 'embedded']);
        case 'test':
            return testProblems(value, path, names);
        case 'tests':
            return Array.isArray(value)
                ? value.flatMap((one, n) => testProblems(one, [...path, n], names))
                : path.at(-1) === 'if'
                    ? testProblems(value, path, names)
                    : expected('a list of objects with key, operator and value');
    }
}
/** One comparison of a condition or a filter. */
function testProblems(value, path, names) {
    if (isDynamic(value))
        return [];
    if (!(0,json_value/* isObject */.Gv)(value))
        return [{ path, what: `is ${shown(value)}; expected an object with key, operator and value` }];
    const missing = ['key', 'operator'].filter((name) => !value.has(name)).map((name) => ({ path, what: `has no "${name}"` }));
    return [...missing, ...(value.has('operator') ? operatorProblems(value.get('operator') ?? null, [...path, 'operator'], names) : [])];
}
function operatorProblems(value, path, names) {
    if (typeof value === 'string' && (operatorWords.includes(value) || names.has((0,first_word/* firstWord */.N)(value))))
        return [];
    const query = typeof value === 'string' && !value.startsWith('$') ? `$${value}` : value;
    const near = typeof query !== 'string' ? '' : operatorWords.includes(query) ? ` Did you mean ${query}?` : (0,nearest/* didYouMean */.a)(query, operatorWords);
    return [{ path, what: `is ${shown(value)}; expected ${operatorWords.join(', ')}.${near}` }];
}
function listProblems(kind, body, path) {
    const list = body.get('list');
    if (!(0,json_value/* isObject */.Gv)(list))
        return [];
    const [possible, available] = [list.get('possible') ?? null, list.get('available') ?? null];
    const problems = [];
    for (const [name, value] of [
        ['possible', possible],
        ['available', available],
    ]) {
        if (typeof value === 'string' && !value.startsWith('$'))
            problems.push({ path: [...path, name], what: `is the text ${shown(value)}; expected a list, or a query that gives one` });
        if ((0,json_value/* isObject */.Gv)(value) && !isDynamic(value))
            problems.push({ path: [...path, name], what: 'is an object; expected a list, or a query that gives one' });
        if (Array.isArray(value))
            value.forEach((item, n) => (0,json_value/* isObject */.Gv)(item) || isDynamic(item) || problems.push({ path: [...path, name, n], what: `is ${shown(item)}; expected an object` }));
    }
    const names = [...list.keys()];
    if (names.indexOf('available') < names.indexOf('possible') && JSON.stringify(toText(available)).includes('$this.possible'))
        problems.push({
            path: [...path, 'available'],
            what: 'refers to $this.possible, which stands after it and is not evaluated yet; put it after',
            of: 'name',
        });
    // What a checkout adds cannot be seen here.
    if ((0,json_value/* isObject */.Gv)(body.get('checkout')))
        return problems;
    const from = available === '$this.possible' ? ['possible', possible] : ['available', available];
    return [...problems, ...itemProblems(kind, from[1], [...path, from[0]])];
}
function itemProblems(kind, items, path) {
    const { members, hint } = item_rules/* itemRules */.D[kind];
    const check = (item, at) => (0,json_value/* isObject */.Gv)(item) && !isDynamic(item)
        ? members.filter((name) => !item.has(name)).map((name) => ({ path: at, what: `has no "${name}": ${hint}` }))
        : [];
    if (Array.isArray(items))
        return items.flatMap((item, n) => check(item, [...path, n]));
    const expand = (0,json_value/* isObject */.Gv)(items) ? items.get('$expand') : undefined;
    return (0,json_value/* isObject */.Gv)(expand) ? check(expand.get('value') ?? null, [...path, '$expand', 'value']) : [];
}
/** Whether only evaluating tells what it is. */
function isDynamic(value) {
    return typeof value === 'string' ? value.startsWith('$') : (0,json_value/* isObject */.Gv)(value) && [...value.keys()].some((name) => name.startsWith('$'));
}
function shown(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    return (0,json_value/* isObject */.Gv)(value) ? 'an object' : JSON.stringify(value);
}
function toText(value) {
    return (0,json_value/* isObject */.Gv)(value) ? [...value].map(([name, member]) => [name, toText(member)]) : Array.isArray(value) ? value.map(toText) : value;
}

;// CONCATENATED MODULE: ./schemas/provider.schema.json
const provider_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://etos-action.github.io/schemas/provider.schema.json","title":"ETOS provider","description":"Where IUTs, log areas or execution spaces come from: one of the three keys","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"properties":{"iut":{"description":"Items under test","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]},"prepare":{"description":"What is done to each IUT after it was checked out","type":["object","null"],"required":["stages"],"properties":{"stages":{"type":"object","properties":{"environment_provider":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}},"suite_runner":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}},"test_runner":{"type":["object","null"],"properties":{"steps":{"type":"object","description":"Steps in order; each is JSONTas and must come out true","additionalProperties":{"type":"object"}}}}},"additionalProperties":false}}}},"additionalProperties":false}},"log":{"description":"Log areas","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]}},"additionalProperties":false}},"execution_space":{"description":"Execution spaces","if":{"type":"object","required":["type"]},"then":{"type":"object","required":["id","type","status","start","stop"],"properties":{"id":{"$ref":"#/$defs/id"},"type":{"const":"external"},"status":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"start":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}},"stop":{"type":"object","required":["host"],"properties":{"host":{"type":"string","description":"URL"}}}},"additionalProperties":false},"else":{"type":"object","required":["id","list"],"properties":{"id":{"$ref":"#/$defs/id"},"list":{"$ref":"#/$defs/list"},"checkout":{"description":"JSONTas that takes one item: an object is merged into the item, anything else is the reason why it could not be had","type":["object","null"]},"checkin":{"description":"JSONTas that gives one item back: must come out true","type":["object","null"]}},"additionalProperties":false}}},"$defs":{"id":{"description":"The provider\'s name","type":"string","minLength":1},"list":{"description":"Evaluated as one JSONTas document, with `amount` in the dataset","type":"object","required":["possible","available"],"properties":{"possible":{"description":"Every item that exists: a list, or JSONTas that gives one. Empty: give up at once","type":["object","array","string"]},"available":{"description":"The items that can be had now: a list, or JSONTas that gives one, usually from $this.possible. Empty: wait and ask again","type":["object","array","string"]}}}}}');
;// CONCATENATED MODULE: ./src/environment/conforms.generated.js
/* eslint-disable */
// @ts-nocheck -- made of schemas/provider.schema.json by tools/compile-schemas.js; do not edit
const conforms = validate10;
const schema11 = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://etos-action.github.io/schemas/provider.schema.json',
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: {
        iut: {
            if: { type: 'object', required: ['type'] },
            then: {
                type: 'object',
                required: ['id', 'type', 'status', 'start', 'stop'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    type: { const: 'external' },
                    status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                },
                additionalProperties: false,
            },
            else: {
                type: 'object',
                required: ['id', 'list'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    list: { $ref: '#/$defs/list' },
                    checkout: { type: ['object', 'null'] },
                    checkin: { type: ['object', 'null'] },
                    prepare: {
                        type: ['object', 'null'],
                        required: ['stages'],
                        properties: {
                            stages: {
                                type: 'object',
                                properties: {
                                    environment_provider: {
                                        type: ['object', 'null'],
                                        properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                                    },
                                    suite_runner: {
                                        type: ['object', 'null'],
                                        properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                                    },
                                    test_runner: {
                                        type: ['object', 'null'],
                                        properties: { steps: { type: 'object', additionalProperties: { type: 'object' } } },
                                    },
                                },
                                additionalProperties: false,
                            },
                        },
                    },
                },
                additionalProperties: false,
            },
        },
        log: {
            if: { type: 'object', required: ['type'] },
            then: {
                type: 'object',
                required: ['id', 'type', 'status', 'start', 'stop'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    type: { const: 'external' },
                    status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                },
                additionalProperties: false,
            },
            else: {
                type: 'object',
                required: ['id', 'list'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    list: { $ref: '#/$defs/list' },
                    checkout: { type: ['object', 'null'] },
                    checkin: { type: ['object', 'null'] },
                },
                additionalProperties: false,
            },
        },
        execution_space: {
            if: { type: 'object', required: ['type'] },
            then: {
                type: 'object',
                required: ['id', 'type', 'status', 'start', 'stop'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    type: { const: 'external' },
                    status: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    start: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                    stop: { type: 'object', required: ['host'], properties: { host: { type: 'string' } } },
                },
                additionalProperties: false,
            },
            else: {
                type: 'object',
                required: ['id', 'list'],
                properties: {
                    id: { $ref: '#/$defs/id' },
                    list: { $ref: '#/$defs/list' },
                    checkout: { type: ['object', 'null'] },
                    checkin: { type: ['object', 'null'] },
                },
                additionalProperties: false,
            },
        },
    },
    $defs: {
        id: { type: 'string', minLength: 1 },
        list: {
            type: 'object',
            required: ['possible', 'available'],
            properties: { possible: { type: ['object', 'array', 'string'] }, available: { type: ['object', 'array', 'string'] } },
        },
    },
};
const schema12 = { type: 'string', minLength: 1 };
const schema14 = {
    type: 'object',
    required: ['possible', 'available'],
    properties: { possible: { type: ['object', 'array', 'string'] }, available: { type: ['object', 'array', 'string'] } },
};
const func2 = (text) => [...text].length;
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
    /*# sourceURL="https://etos-action.github.io/schemas/provider.schema.json" */ let vErrors = null;
    let errors = 0;
    if (errors === 0) {
        if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (Object.keys(data).length > 1) {
                validate10.errors = [{ instancePath, schemaPath: '#/maxProperties', keyword: 'maxProperties', params: { limit: 1 } }];
                return false;
            }
            else {
                if (Object.keys(data).length < 1) {
                    validate10.errors = [{ instancePath, schemaPath: '#/minProperties', keyword: 'minProperties', params: { limit: 1 } }];
                    return false;
                }
                else {
                    const _errs1 = errors;
                    for (const key0 in data) {
                        if (!(key0 === 'iut' || key0 === 'log' || key0 === 'execution_space')) {
                            validate10.errors = [
                                {
                                    instancePath,
                                    schemaPath: '#/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key0 },
                                },
                            ];
                            return false;
                            break;
                        }
                    }
                    if (_errs1 === errors) {
                        if (data.iut !== undefined) {
                            let data0 = data.iut;
                            const _errs2 = errors;
                            const _errs3 = errors;
                            let valid1 = true;
                            const _errs4 = errors;
                            if (errors === _errs4) {
                                if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                                    let missing0;
                                    if (data0.type === undefined && (missing0 = 'type')) {
                                        const err0 = {};
                                        if (vErrors === null) {
                                            vErrors = [err0];
                                        }
                                        else {
                                            vErrors.push(err0);
                                        }
                                        errors++;
                                    }
                                }
                                else {
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
                            var _valid0 = _errs4 === errors;
                            errors = _errs3;
                            if (vErrors !== null) {
                                if (_errs3) {
                                    vErrors.length = _errs3;
                                }
                                else {
                                    vErrors = null;
                                }
                            }
                            let ifClause0;
                            if (_valid0) {
                                const _errs6 = errors;
                                if (errors === _errs6) {
                                    if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                                        let missing1;
                                        if ((data0.id === undefined && (missing1 = 'id')) ||
                                            (data0.type === undefined && (missing1 = 'type')) ||
                                            (data0.status === undefined && (missing1 = 'status')) ||
                                            (data0.start === undefined && (missing1 = 'start')) ||
                                            (data0.stop === undefined && (missing1 = 'stop'))) {
                                            validate10.errors = [
                                                {
                                                    instancePath: instancePath + '/iut',
                                                    schemaPath: '#/properties/iut/then/required',
                                                    keyword: 'required',
                                                    params: { missingProperty: missing1 },
                                                },
                                            ];
                                            return false;
                                        }
                                        else {
                                            const _errs8 = errors;
                                            for (const key1 in data0) {
                                                if (!(key1 === 'id' || key1 === 'type' || key1 === 'status' || key1 === 'start' || key1 === 'stop')) {
                                                    validate10.errors = [
                                                        {
                                                            instancePath: instancePath + '/iut',
                                                            schemaPath: '#/properties/iut/then/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key1 },
                                                        },
                                                    ];
                                                    return false;
                                                    break;
                                                }
                                            }
                                            if (_errs8 === errors) {
                                                if (data0.id !== undefined) {
                                                    let data1 = data0.id;
                                                    const _errs9 = errors;
                                                    const _errs10 = errors;
                                                    if (errors === _errs10) {
                                                        if (typeof data1 === 'string') {
                                                            if (func2(data1) < 1) {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/iut/id',
                                                                        schemaPath: '#/$defs/id/minLength',
                                                                        keyword: 'minLength',
                                                                        params: { limit: 1 },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                        }
                                                        else {
                                                            validate10.errors = [
                                                                {
                                                                    instancePath: instancePath + '/iut/id',
                                                                    schemaPath: '#/$defs/id/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                },
                                                            ];
                                                            return false;
                                                        }
                                                    }
                                                    var valid2 = _errs9 === errors;
                                                }
                                                else {
                                                    var valid2 = true;
                                                }
                                                if (valid2) {
                                                    if (data0.type !== undefined) {
                                                        const _errs12 = errors;
                                                        if ('external' !== data0.type) {
                                                            validate10.errors = [
                                                                {
                                                                    instancePath: instancePath + '/iut/type',
                                                                    schemaPath: '#/properties/iut/then/properties/type/const',
                                                                    keyword: 'const',
                                                                    params: { allowedValue: 'external' },
                                                                },
                                                            ];
                                                            return false;
                                                        }
                                                        var valid2 = _errs12 === errors;
                                                    }
                                                    else {
                                                        var valid2 = true;
                                                    }
                                                    if (valid2) {
                                                        if (data0.status !== undefined) {
                                                            let data3 = data0.status;
                                                            const _errs13 = errors;
                                                            if (errors === _errs13) {
                                                                if (data3 && typeof data3 == 'object' && !Array.isArray(data3)) {
                                                                    let missing2;
                                                                    if (data3.host === undefined && (missing2 = 'host')) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/iut/status',
                                                                                schemaPath: '#/properties/iut/then/properties/status/required',
                                                                                keyword: 'required',
                                                                                params: { missingProperty: missing2 },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                    else {
                                                                        if (data3.host !== undefined) {
                                                                            if (typeof data3.host !== 'string') {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/iut/status/host',
                                                                                        schemaPath: '#/properties/iut/then/properties/status/properties/host/type',
                                                                                        keyword: 'type',
                                                                                        params: { type: 'string' },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                                else {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/iut/status',
                                                                            schemaPath: '#/properties/iut/then/properties/status/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'object' },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid2 = _errs13 === errors;
                                                        }
                                                        else {
                                                            var valid2 = true;
                                                        }
                                                        if (valid2) {
                                                            if (data0.start !== undefined) {
                                                                let data5 = data0.start;
                                                                const _errs17 = errors;
                                                                if (errors === _errs17) {
                                                                    if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                                                                        let missing3;
                                                                        if (data5.host === undefined && (missing3 = 'host')) {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/iut/start',
                                                                                    schemaPath: '#/properties/iut/then/properties/start/required',
                                                                                    keyword: 'required',
                                                                                    params: { missingProperty: missing3 },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                        else {
                                                                            if (data5.host !== undefined) {
                                                                                if (typeof data5.host !== 'string') {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/iut/start/host',
                                                                                            schemaPath: '#/properties/iut/then/properties/start/properties/host/type',
                                                                                            keyword: 'type',
                                                                                            params: { type: 'string' },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                    else {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/iut/start',
                                                                                schemaPath: '#/properties/iut/then/properties/start/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'object' },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                }
                                                                var valid2 = _errs17 === errors;
                                                            }
                                                            else {
                                                                var valid2 = true;
                                                            }
                                                            if (valid2) {
                                                                if (data0.stop !== undefined) {
                                                                    let data7 = data0.stop;
                                                                    const _errs21 = errors;
                                                                    if (errors === _errs21) {
                                                                        if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                                                                            let missing4;
                                                                            if (data7.host === undefined && (missing4 = 'host')) {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/iut/stop',
                                                                                        schemaPath: '#/properties/iut/then/properties/stop/required',
                                                                                        keyword: 'required',
                                                                                        params: { missingProperty: missing4 },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            else {
                                                                                if (data7.host !== undefined) {
                                                                                    if (typeof data7.host !== 'string') {
                                                                                        validate10.errors = [
                                                                                            {
                                                                                                instancePath: instancePath + '/iut/stop/host',
                                                                                                schemaPath: '#/properties/iut/then/properties/stop/properties/host/type',
                                                                                                keyword: 'type',
                                                                                                params: { type: 'string' },
                                                                                            },
                                                                                        ];
                                                                                        return false;
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/iut/stop',
                                                                                    schemaPath: '#/properties/iut/then/properties/stop/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: 'object' },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid2 = _errs21 === errors;
                                                                }
                                                                else {
                                                                    var valid2 = true;
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                    else {
                                        validate10.errors = [
                                            {
                                                instancePath: instancePath + '/iut',
                                                schemaPath: '#/properties/iut/then/type',
                                                keyword: 'type',
                                                params: { type: 'object' },
                                            },
                                        ];
                                        return false;
                                    }
                                }
                                var _valid0 = _errs6 === errors;
                                valid1 = _valid0;
                                ifClause0 = 'then';
                            }
                            else {
                                const _errs25 = errors;
                                if (errors === _errs25) {
                                    if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                                        let missing5;
                                        if ((data0.id === undefined && (missing5 = 'id')) || (data0.list === undefined && (missing5 = 'list'))) {
                                            validate10.errors = [
                                                {
                                                    instancePath: instancePath + '/iut',
                                                    schemaPath: '#/properties/iut/else/required',
                                                    keyword: 'required',
                                                    params: { missingProperty: missing5 },
                                                },
                                            ];
                                            return false;
                                        }
                                        else {
                                            const _errs27 = errors;
                                            for (const key2 in data0) {
                                                if (!(key2 === 'id' || key2 === 'list' || key2 === 'checkout' || key2 === 'checkin' || key2 === 'prepare')) {
                                                    validate10.errors = [
                                                        {
                                                            instancePath: instancePath + '/iut',
                                                            schemaPath: '#/properties/iut/else/additionalProperties',
                                                            keyword: 'additionalProperties',
                                                            params: { additionalProperty: key2 },
                                                        },
                                                    ];
                                                    return false;
                                                    break;
                                                }
                                            }
                                            if (_errs27 === errors) {
                                                if (data0.id !== undefined) {
                                                    let data9 = data0.id;
                                                    const _errs28 = errors;
                                                    const _errs29 = errors;
                                                    if (errors === _errs29) {
                                                        if (typeof data9 === 'string') {
                                                            if (func2(data9) < 1) {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/iut/id',
                                                                        schemaPath: '#/$defs/id/minLength',
                                                                        keyword: 'minLength',
                                                                        params: { limit: 1 },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                        }
                                                        else {
                                                            validate10.errors = [
                                                                {
                                                                    instancePath: instancePath + '/iut/id',
                                                                    schemaPath: '#/$defs/id/type',
                                                                    keyword: 'type',
                                                                    params: { type: 'string' },
                                                                },
                                                            ];
                                                            return false;
                                                        }
                                                    }
                                                    var valid7 = _errs28 === errors;
                                                }
                                                else {
                                                    var valid7 = true;
                                                }
                                                if (valid7) {
                                                    if (data0.list !== undefined) {
                                                        let data10 = data0.list;
                                                        const _errs31 = errors;
                                                        const _errs32 = errors;
                                                        if (errors === _errs32) {
                                                            if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                                                                let missing6;
                                                                if ((data10.possible === undefined && (missing6 = 'possible')) ||
                                                                    (data10.available === undefined && (missing6 = 'available'))) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/iut/list',
                                                                            schemaPath: '#/$defs/list/required',
                                                                            keyword: 'required',
                                                                            params: { missingProperty: missing6 },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                                else {
                                                                    if (data10.possible !== undefined) {
                                                                        let data11 = data10.possible;
                                                                        const _errs34 = errors;
                                                                        if ((!data11 || typeof data11 != 'object') && typeof data11 !== 'string') {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/iut/list/possible',
                                                                                    schemaPath: '#/$defs/list/properties/possible/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: schema14.properties.possible.type },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                        var valid10 = _errs34 === errors;
                                                                    }
                                                                    else {
                                                                        var valid10 = true;
                                                                    }
                                                                    if (valid10) {
                                                                        if (data10.available !== undefined) {
                                                                            let data12 = data10.available;
                                                                            const _errs36 = errors;
                                                                            if ((!data12 || typeof data12 != 'object') && typeof data12 !== 'string') {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/iut/list/available',
                                                                                        schemaPath: '#/$defs/list/properties/available/type',
                                                                                        keyword: 'type',
                                                                                        params: { type: schema14.properties.available.type },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            var valid10 = _errs36 === errors;
                                                                        }
                                                                        else {
                                                                            var valid10 = true;
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                            else {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/iut/list',
                                                                        schemaPath: '#/$defs/list/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'object' },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                        }
                                                        var valid7 = _errs31 === errors;
                                                    }
                                                    else {
                                                        var valid7 = true;
                                                    }
                                                    if (valid7) {
                                                        if (data0.checkout !== undefined) {
                                                            let data13 = data0.checkout;
                                                            const _errs38 = errors;
                                                            if (!(data13 && typeof data13 == 'object' && !Array.isArray(data13)) && data13 !== null) {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/iut/checkout',
                                                                        schemaPath: '#/properties/iut/else/properties/checkout/type',
                                                                        keyword: 'type',
                                                                        params: { type: schema11.properties.iut.else.properties.checkout.type },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                            var valid7 = _errs38 === errors;
                                                        }
                                                        else {
                                                            var valid7 = true;
                                                        }
                                                        if (valid7) {
                                                            if (data0.checkin !== undefined) {
                                                                let data14 = data0.checkin;
                                                                const _errs40 = errors;
                                                                if (!(data14 && typeof data14 == 'object' && !Array.isArray(data14)) && data14 !== null) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/iut/checkin',
                                                                            schemaPath: '#/properties/iut/else/properties/checkin/type',
                                                                            keyword: 'type',
                                                                            params: { type: schema11.properties.iut.else.properties.checkin.type },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                                var valid7 = _errs40 === errors;
                                                            }
                                                            else {
                                                                var valid7 = true;
                                                            }
                                                            if (valid7) {
                                                                if (data0.prepare !== undefined) {
                                                                    let data15 = data0.prepare;
                                                                    const _errs42 = errors;
                                                                    if (!(data15 && typeof data15 == 'object' && !Array.isArray(data15)) && data15 !== null) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/iut/prepare',
                                                                                schemaPath: '#/properties/iut/else/properties/prepare/type',
                                                                                keyword: 'type',
                                                                                params: { type: schema11.properties.iut.else.properties.prepare.type },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                    if (errors === _errs42) {
                                                                        if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
                                                                            let missing7;
                                                                            if (data15.stages === undefined && (missing7 = 'stages')) {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/iut/prepare',
                                                                                        schemaPath: '#/properties/iut/else/properties/prepare/required',
                                                                                        keyword: 'required',
                                                                                        params: { missingProperty: missing7 },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            else {
                                                                                if (data15.stages !== undefined) {
                                                                                    let data16 = data15.stages;
                                                                                    const _errs44 = errors;
                                                                                    if (errors === _errs44) {
                                                                                        if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
                                                                                            const _errs46 = errors;
                                                                                            for (const key3 in data16) {
                                                                                                if (!(key3 === 'environment_provider' ||
                                                                                                    key3 === 'suite_runner' ||
                                                                                                    key3 === 'test_runner')) {
                                                                                                    validate10.errors = [
                                                                                                        {
                                                                                                            instancePath: instancePath + '/iut/prepare/stages',
                                                                                                            schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/additionalProperties',
                                                                                                            keyword: 'additionalProperties',
                                                                                                            params: { additionalProperty: key3 },
                                                                                                        },
                                                                                                    ];
                                                                                                    return false;
                                                                                                    break;
                                                                                                }
                                                                                            }
                                                                                            if (_errs46 === errors) {
                                                                                                if (data16.environment_provider !== undefined) {
                                                                                                    let data17 = data16.environment_provider;
                                                                                                    const _errs47 = errors;
                                                                                                    if (!(data17 && typeof data17 == 'object' && !Array.isArray(data17)) && data17 !== null) {
                                                                                                        validate10.errors = [
                                                                                                            {
                                                                                                                instancePath: instancePath + '/iut/prepare/stages/environment_provider',
                                                                                                                schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/type',
                                                                                                                keyword: 'type',
                                                                                                                params: {
                                                                                                                    type: schema11.properties.iut.else.properties.prepare.properties.stages.properties
                                                                                                                        .environment_provider.type,
                                                                                                                },
                                                                                                            },
                                                                                                        ];
                                                                                                        return false;
                                                                                                    }
                                                                                                    if (errors === _errs47) {
                                                                                                        if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
                                                                                                            if (data17.steps !== undefined) {
                                                                                                                let data18 = data17.steps;
                                                                                                                const _errs49 = errors;
                                                                                                                if (errors === _errs49) {
                                                                                                                    if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
                                                                                                                        for (const key4 in data18) {
                                                                                                                            let data19 = data18[key4];
                                                                                                                            const _errs52 = errors;
                                                                                                                            if (!(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
                                                                                                                                validate10.errors = [
                                                                                                                                    {
                                                                                                                                        instancePath: instancePath +
                                                                                                                                            '/iut/prepare/stages/environment_provider/steps/' +
                                                                                                                                            key4.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                                                                                        schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/properties/steps/additionalProperties/type',
                                                                                                                                        keyword: 'type',
                                                                                                                                        params: { type: 'object' },
                                                                                                                                    },
                                                                                                                                ];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                            var valid14 = _errs52 === errors;
                                                                                                                            if (!valid14) {
                                                                                                                                break;
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        validate10.errors = [
                                                                                                                            {
                                                                                                                                instancePath: instancePath + '/iut/prepare/stages/environment_provider/steps',
                                                                                                                                schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/environment_provider/properties/steps/type',
                                                                                                                                keyword: 'type',
                                                                                                                                params: { type: 'object' },
                                                                                                                            },
                                                                                                                        ];
                                                                                                                        return false;
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                    var valid12 = _errs47 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid12 = true;
                                                                                                }
                                                                                                if (valid12) {
                                                                                                    if (data16.suite_runner !== undefined) {
                                                                                                        let data20 = data16.suite_runner;
                                                                                                        const _errs54 = errors;
                                                                                                        if (!(data20 && typeof data20 == 'object' && !Array.isArray(data20)) &&
                                                                                                            data20 !== null) {
                                                                                                            validate10.errors = [
                                                                                                                {
                                                                                                                    instancePath: instancePath + '/iut/prepare/stages/suite_runner',
                                                                                                                    schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/type',
                                                                                                                    keyword: 'type',
                                                                                                                    params: {
                                                                                                                        type: schema11.properties.iut.else.properties.prepare.properties.stages
                                                                                                                            .properties.suite_runner.type,
                                                                                                                    },
                                                                                                                },
                                                                                                            ];
                                                                                                            return false;
                                                                                                        }
                                                                                                        if (errors === _errs54) {
                                                                                                            if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
                                                                                                                if (data20.steps !== undefined) {
                                                                                                                    let data21 = data20.steps;
                                                                                                                    const _errs56 = errors;
                                                                                                                    if (errors === _errs56) {
                                                                                                                        if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                                                                                                                            for (const key5 in data21) {
                                                                                                                                let data22 = data21[key5];
                                                                                                                                const _errs59 = errors;
                                                                                                                                if (!(data22 && typeof data22 == 'object' && !Array.isArray(data22))) {
                                                                                                                                    validate10.errors = [
                                                                                                                                        {
                                                                                                                                            instancePath: instancePath +
                                                                                                                                                '/iut/prepare/stages/suite_runner/steps/' +
                                                                                                                                                key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                                                                                            schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/properties/steps/additionalProperties/type',
                                                                                                                                            keyword: 'type',
                                                                                                                                            params: { type: 'object' },
                                                                                                                                        },
                                                                                                                                    ];
                                                                                                                                    return false;
                                                                                                                                }
                                                                                                                                var valid16 = _errs59 === errors;
                                                                                                                                if (!valid16) {
                                                                                                                                    break;
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            validate10.errors = [
                                                                                                                                {
                                                                                                                                    instancePath: instancePath + '/iut/prepare/stages/suite_runner/steps',
                                                                                                                                    schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/suite_runner/properties/steps/type',
                                                                                                                                    keyword: 'type',
                                                                                                                                    params: { type: 'object' },
                                                                                                                                },
                                                                                                                            ];
                                                                                                                            return false;
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                        var valid12 = _errs54 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid12 = true;
                                                                                                    }
                                                                                                    if (valid12) {
                                                                                                        if (data16.test_runner !== undefined) {
                                                                                                            let data23 = data16.test_runner;
                                                                                                            const _errs61 = errors;
                                                                                                            if (!(data23 && typeof data23 == 'object' && !Array.isArray(data23)) &&
                                                                                                                data23 !== null) {
                                                                                                                validate10.errors = [
                                                                                                                    {
                                                                                                                        instancePath: instancePath + '/iut/prepare/stages/test_runner',
                                                                                                                        schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/type',
                                                                                                                        keyword: 'type',
                                                                                                                        params: {
                                                                                                                            type: schema11.properties.iut.else.properties.prepare.properties.stages
                                                                                                                                .properties.test_runner.type,
                                                                                                                        },
                                                                                                                    },
                                                                                                                ];
                                                                                                                return false;
                                                                                                            }
                                                                                                            if (errors === _errs61) {
                                                                                                                if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
                                                                                                                    if (data23.steps !== undefined) {
                                                                                                                        let data24 = data23.steps;
                                                                                                                        const _errs63 = errors;
                                                                                                                        if (errors === _errs63) {
                                                                                                                            if (data24 && typeof data24 == 'object' && !Array.isArray(data24)) {
                                                                                                                                for (const key6 in data24) {
                                                                                                                                    let data25 = data24[key6];
                                                                                                                                    const _errs66 = errors;
                                                                                                                                    if (!(data25 && typeof data25 == 'object' && !Array.isArray(data25))) {
                                                                                                                                        validate10.errors = [
                                                                                                                                            {
                                                                                                                                                instancePath: instancePath +
                                                                                                                                                    '/iut/prepare/stages/test_runner/steps/' +
                                                                                                                                                    key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                                                                                                                                                schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/properties/steps/additionalProperties/type',
                                                                                                                                                keyword: 'type',
                                                                                                                                                params: { type: 'object' },
                                                                                                                                            },
                                                                                                                                        ];
                                                                                                                                        return false;
                                                                                                                                    }
                                                                                                                                    var valid18 = _errs66 === errors;
                                                                                                                                    if (!valid18) {
                                                                                                                                        break;
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                validate10.errors = [
                                                                                                                                    {
                                                                                                                                        instancePath: instancePath + '/iut/prepare/stages/test_runner/steps',
                                                                                                                                        schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/properties/test_runner/properties/steps/type',
                                                                                                                                        keyword: 'type',
                                                                                                                                        params: { type: 'object' },
                                                                                                                                    },
                                                                                                                                ];
                                                                                                                                return false;
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                            var valid12 = _errs61 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid12 = true;
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                        else {
                                                                                            validate10.errors = [
                                                                                                {
                                                                                                    instancePath: instancePath + '/iut/prepare/stages',
                                                                                                    schemaPath: '#/properties/iut/else/properties/prepare/properties/stages/type',
                                                                                                    keyword: 'type',
                                                                                                    params: { type: 'object' },
                                                                                                },
                                                                                            ];
                                                                                            return false;
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                    var valid7 = _errs42 === errors;
                                                                }
                                                                else {
                                                                    var valid7 = true;
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                    else {
                                        validate10.errors = [
                                            {
                                                instancePath: instancePath + '/iut',
                                                schemaPath: '#/properties/iut/else/type',
                                                keyword: 'type',
                                                params: { type: 'object' },
                                            },
                                        ];
                                        return false;
                                    }
                                }
                                var _valid0 = _errs25 === errors;
                                valid1 = _valid0;
                                ifClause0 = 'else';
                            }
                            if (!valid1) {
                                const err2 = {
                                    instancePath: instancePath + '/iut',
                                    schemaPath: '#/properties/iut/if',
                                    keyword: 'if',
                                    params: { failingKeyword: ifClause0 },
                                };
                                if (vErrors === null) {
                                    vErrors = [err2];
                                }
                                else {
                                    vErrors.push(err2);
                                }
                                errors++;
                                validate10.errors = vErrors;
                                return false;
                            }
                            var valid0 = _errs2 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.log !== undefined) {
                                let data26 = data.log;
                                const _errs68 = errors;
                                const _errs69 = errors;
                                let valid19 = true;
                                const _errs70 = errors;
                                if (errors === _errs70) {
                                    if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                                        let missing8;
                                        if (data26.type === undefined && (missing8 = 'type')) {
                                            const err3 = {};
                                            if (vErrors === null) {
                                                vErrors = [err3];
                                            }
                                            else {
                                                vErrors.push(err3);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
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
                                var _valid1 = _errs70 === errors;
                                errors = _errs69;
                                if (vErrors !== null) {
                                    if (_errs69) {
                                        vErrors.length = _errs69;
                                    }
                                    else {
                                        vErrors = null;
                                    }
                                }
                                let ifClause1;
                                if (_valid1) {
                                    const _errs72 = errors;
                                    if (errors === _errs72) {
                                        if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                                            let missing9;
                                            if ((data26.id === undefined && (missing9 = 'id')) ||
                                                (data26.type === undefined && (missing9 = 'type')) ||
                                                (data26.status === undefined && (missing9 = 'status')) ||
                                                (data26.start === undefined && (missing9 = 'start')) ||
                                                (data26.stop === undefined && (missing9 = 'stop'))) {
                                                validate10.errors = [
                                                    {
                                                        instancePath: instancePath + '/log',
                                                        schemaPath: '#/properties/log/then/required',
                                                        keyword: 'required',
                                                        params: { missingProperty: missing9 },
                                                    },
                                                ];
                                                return false;
                                            }
                                            else {
                                                const _errs74 = errors;
                                                for (const key7 in data26) {
                                                    if (!(key7 === 'id' || key7 === 'type' || key7 === 'status' || key7 === 'start' || key7 === 'stop')) {
                                                        validate10.errors = [
                                                            {
                                                                instancePath: instancePath + '/log',
                                                                schemaPath: '#/properties/log/then/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key7 },
                                                            },
                                                        ];
                                                        return false;
                                                        break;
                                                    }
                                                }
                                                if (_errs74 === errors) {
                                                    if (data26.id !== undefined) {
                                                        let data27 = data26.id;
                                                        const _errs75 = errors;
                                                        const _errs76 = errors;
                                                        if (errors === _errs76) {
                                                            if (typeof data27 === 'string') {
                                                                if (func2(data27) < 1) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/log/id',
                                                                            schemaPath: '#/$defs/id/minLength',
                                                                            keyword: 'minLength',
                                                                            params: { limit: 1 },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            else {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/log/id',
                                                                        schemaPath: '#/$defs/id/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'string' },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                        }
                                                        var valid20 = _errs75 === errors;
                                                    }
                                                    else {
                                                        var valid20 = true;
                                                    }
                                                    if (valid20) {
                                                        if (data26.type !== undefined) {
                                                            const _errs78 = errors;
                                                            if ('external' !== data26.type) {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/log/type',
                                                                        schemaPath: '#/properties/log/then/properties/type/const',
                                                                        keyword: 'const',
                                                                        params: { allowedValue: 'external' },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                            var valid20 = _errs78 === errors;
                                                        }
                                                        else {
                                                            var valid20 = true;
                                                        }
                                                        if (valid20) {
                                                            if (data26.status !== undefined) {
                                                                let data29 = data26.status;
                                                                const _errs79 = errors;
                                                                if (errors === _errs79) {
                                                                    if (data29 && typeof data29 == 'object' && !Array.isArray(data29)) {
                                                                        let missing10;
                                                                        if (data29.host === undefined && (missing10 = 'host')) {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/log/status',
                                                                                    schemaPath: '#/properties/log/then/properties/status/required',
                                                                                    keyword: 'required',
                                                                                    params: { missingProperty: missing10 },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                        else {
                                                                            if (data29.host !== undefined) {
                                                                                if (typeof data29.host !== 'string') {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/log/status/host',
                                                                                            schemaPath: '#/properties/log/then/properties/status/properties/host/type',
                                                                                            keyword: 'type',
                                                                                            params: { type: 'string' },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                    else {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/log/status',
                                                                                schemaPath: '#/properties/log/then/properties/status/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'object' },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                }
                                                                var valid20 = _errs79 === errors;
                                                            }
                                                            else {
                                                                var valid20 = true;
                                                            }
                                                            if (valid20) {
                                                                if (data26.start !== undefined) {
                                                                    let data31 = data26.start;
                                                                    const _errs83 = errors;
                                                                    if (errors === _errs83) {
                                                                        if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
                                                                            let missing11;
                                                                            if (data31.host === undefined && (missing11 = 'host')) {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/log/start',
                                                                                        schemaPath: '#/properties/log/then/properties/start/required',
                                                                                        keyword: 'required',
                                                                                        params: { missingProperty: missing11 },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            else {
                                                                                if (data31.host !== undefined) {
                                                                                    if (typeof data31.host !== 'string') {
                                                                                        validate10.errors = [
                                                                                            {
                                                                                                instancePath: instancePath + '/log/start/host',
                                                                                                schemaPath: '#/properties/log/then/properties/start/properties/host/type',
                                                                                                keyword: 'type',
                                                                                                params: { type: 'string' },
                                                                                            },
                                                                                        ];
                                                                                        return false;
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/log/start',
                                                                                    schemaPath: '#/properties/log/then/properties/start/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: 'object' },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid20 = _errs83 === errors;
                                                                }
                                                                else {
                                                                    var valid20 = true;
                                                                }
                                                                if (valid20) {
                                                                    if (data26.stop !== undefined) {
                                                                        let data33 = data26.stop;
                                                                        const _errs87 = errors;
                                                                        if (errors === _errs87) {
                                                                            if (data33 && typeof data33 == 'object' && !Array.isArray(data33)) {
                                                                                let missing12;
                                                                                if (data33.host === undefined && (missing12 = 'host')) {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/log/stop',
                                                                                            schemaPath: '#/properties/log/then/properties/stop/required',
                                                                                            keyword: 'required',
                                                                                            params: { missingProperty: missing12 },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                                else {
                                                                                    if (data33.host !== undefined) {
                                                                                        if (typeof data33.host !== 'string') {
                                                                                            validate10.errors = [
                                                                                                {
                                                                                                    instancePath: instancePath + '/log/stop/host',
                                                                                                    schemaPath: '#/properties/log/then/properties/stop/properties/host/type',
                                                                                                    keyword: 'type',
                                                                                                    params: { type: 'string' },
                                                                                                },
                                                                                            ];
                                                                                            return false;
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                            else {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/log/stop',
                                                                                        schemaPath: '#/properties/log/then/properties/stop/type',
                                                                                        keyword: 'type',
                                                                                        params: { type: 'object' },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                        }
                                                                        var valid20 = _errs87 === errors;
                                                                    }
                                                                    else {
                                                                        var valid20 = true;
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                        else {
                                            validate10.errors = [
                                                {
                                                    instancePath: instancePath + '/log',
                                                    schemaPath: '#/properties/log/then/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                },
                                            ];
                                            return false;
                                        }
                                    }
                                    var _valid1 = _errs72 === errors;
                                    valid19 = _valid1;
                                    ifClause1 = 'then';
                                }
                                else {
                                    const _errs91 = errors;
                                    if (errors === _errs91) {
                                        if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                                            let missing13;
                                            if ((data26.id === undefined && (missing13 = 'id')) || (data26.list === undefined && (missing13 = 'list'))) {
                                                validate10.errors = [
                                                    {
                                                        instancePath: instancePath + '/log',
                                                        schemaPath: '#/properties/log/else/required',
                                                        keyword: 'required',
                                                        params: { missingProperty: missing13 },
                                                    },
                                                ];
                                                return false;
                                            }
                                            else {
                                                const _errs93 = errors;
                                                for (const key8 in data26) {
                                                    if (!(key8 === 'id' || key8 === 'list' || key8 === 'checkout' || key8 === 'checkin')) {
                                                        validate10.errors = [
                                                            {
                                                                instancePath: instancePath + '/log',
                                                                schemaPath: '#/properties/log/else/additionalProperties',
                                                                keyword: 'additionalProperties',
                                                                params: { additionalProperty: key8 },
                                                            },
                                                        ];
                                                        return false;
                                                        break;
                                                    }
                                                }
                                                if (_errs93 === errors) {
                                                    if (data26.id !== undefined) {
                                                        let data35 = data26.id;
                                                        const _errs94 = errors;
                                                        const _errs95 = errors;
                                                        if (errors === _errs95) {
                                                            if (typeof data35 === 'string') {
                                                                if (func2(data35) < 1) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/log/id',
                                                                            schemaPath: '#/$defs/id/minLength',
                                                                            keyword: 'minLength',
                                                                            params: { limit: 1 },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            else {
                                                                validate10.errors = [
                                                                    {
                                                                        instancePath: instancePath + '/log/id',
                                                                        schemaPath: '#/$defs/id/type',
                                                                        keyword: 'type',
                                                                        params: { type: 'string' },
                                                                    },
                                                                ];
                                                                return false;
                                                            }
                                                        }
                                                        var valid25 = _errs94 === errors;
                                                    }
                                                    else {
                                                        var valid25 = true;
                                                    }
                                                    if (valid25) {
                                                        if (data26.list !== undefined) {
                                                            let data36 = data26.list;
                                                            const _errs97 = errors;
                                                            const _errs98 = errors;
                                                            if (errors === _errs98) {
                                                                if (data36 && typeof data36 == 'object' && !Array.isArray(data36)) {
                                                                    let missing14;
                                                                    if ((data36.possible === undefined && (missing14 = 'possible')) ||
                                                                        (data36.available === undefined && (missing14 = 'available'))) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/log/list',
                                                                                schemaPath: '#/$defs/list/required',
                                                                                keyword: 'required',
                                                                                params: { missingProperty: missing14 },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                    else {
                                                                        if (data36.possible !== undefined) {
                                                                            let data37 = data36.possible;
                                                                            const _errs100 = errors;
                                                                            if ((!data37 || typeof data37 != 'object') && typeof data37 !== 'string') {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/log/list/possible',
                                                                                        schemaPath: '#/$defs/list/properties/possible/type',
                                                                                        keyword: 'type',
                                                                                        params: { type: schema14.properties.possible.type },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            var valid28 = _errs100 === errors;
                                                                        }
                                                                        else {
                                                                            var valid28 = true;
                                                                        }
                                                                        if (valid28) {
                                                                            if (data36.available !== undefined) {
                                                                                let data38 = data36.available;
                                                                                const _errs102 = errors;
                                                                                if ((!data38 || typeof data38 != 'object') && typeof data38 !== 'string') {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/log/list/available',
                                                                                            schemaPath: '#/$defs/list/properties/available/type',
                                                                                            keyword: 'type',
                                                                                            params: { type: schema14.properties.available.type },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                                var valid28 = _errs102 === errors;
                                                                            }
                                                                            else {
                                                                                var valid28 = true;
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                                else {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/log/list',
                                                                            schemaPath: '#/$defs/list/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'object' },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid25 = _errs97 === errors;
                                                        }
                                                        else {
                                                            var valid25 = true;
                                                        }
                                                        if (valid25) {
                                                            if (data26.checkout !== undefined) {
                                                                let data39 = data26.checkout;
                                                                const _errs104 = errors;
                                                                if (!(data39 && typeof data39 == 'object' && !Array.isArray(data39)) && data39 !== null) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/log/checkout',
                                                                            schemaPath: '#/properties/log/else/properties/checkout/type',
                                                                            keyword: 'type',
                                                                            params: { type: schema11.properties.log.else.properties.checkout.type },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                                var valid25 = _errs104 === errors;
                                                            }
                                                            else {
                                                                var valid25 = true;
                                                            }
                                                            if (valid25) {
                                                                if (data26.checkin !== undefined) {
                                                                    let data40 = data26.checkin;
                                                                    const _errs106 = errors;
                                                                    if (!(data40 && typeof data40 == 'object' && !Array.isArray(data40)) && data40 !== null) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/log/checkin',
                                                                                schemaPath: '#/properties/log/else/properties/checkin/type',
                                                                                keyword: 'type',
                                                                                params: { type: schema11.properties.log.else.properties.checkin.type },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                    var valid25 = _errs106 === errors;
                                                                }
                                                                else {
                                                                    var valid25 = true;
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                        else {
                                            validate10.errors = [
                                                {
                                                    instancePath: instancePath + '/log',
                                                    schemaPath: '#/properties/log/else/type',
                                                    keyword: 'type',
                                                    params: { type: 'object' },
                                                },
                                            ];
                                            return false;
                                        }
                                    }
                                    var _valid1 = _errs91 === errors;
                                    valid19 = _valid1;
                                    ifClause1 = 'else';
                                }
                                if (!valid19) {
                                    const err5 = {
                                        instancePath: instancePath + '/log',
                                        schemaPath: '#/properties/log/if',
                                        keyword: 'if',
                                        params: { failingKeyword: ifClause1 },
                                    };
                                    if (vErrors === null) {
                                        vErrors = [err5];
                                    }
                                    else {
                                        vErrors.push(err5);
                                    }
                                    errors++;
                                    validate10.errors = vErrors;
                                    return false;
                                }
                                var valid0 = _errs68 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.execution_space !== undefined) {
                                    let data41 = data.execution_space;
                                    const _errs108 = errors;
                                    const _errs109 = errors;
                                    let valid29 = true;
                                    const _errs110 = errors;
                                    if (errors === _errs110) {
                                        if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                                            let missing15;
                                            if (data41.type === undefined && (missing15 = 'type')) {
                                                const err6 = {};
                                                if (vErrors === null) {
                                                    vErrors = [err6];
                                                }
                                                else {
                                                    vErrors.push(err6);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
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
                                    var _valid2 = _errs110 === errors;
                                    errors = _errs109;
                                    if (vErrors !== null) {
                                        if (_errs109) {
                                            vErrors.length = _errs109;
                                        }
                                        else {
                                            vErrors = null;
                                        }
                                    }
                                    let ifClause2;
                                    if (_valid2) {
                                        const _errs112 = errors;
                                        if (errors === _errs112) {
                                            if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                                                let missing16;
                                                if ((data41.id === undefined && (missing16 = 'id')) ||
                                                    (data41.type === undefined && (missing16 = 'type')) ||
                                                    (data41.status === undefined && (missing16 = 'status')) ||
                                                    (data41.start === undefined && (missing16 = 'start')) ||
                                                    (data41.stop === undefined && (missing16 = 'stop'))) {
                                                    validate10.errors = [
                                                        {
                                                            instancePath: instancePath + '/execution_space',
                                                            schemaPath: '#/properties/execution_space/then/required',
                                                            keyword: 'required',
                                                            params: { missingProperty: missing16 },
                                                        },
                                                    ];
                                                    return false;
                                                }
                                                else {
                                                    const _errs114 = errors;
                                                    for (const key9 in data41) {
                                                        if (!(key9 === 'id' || key9 === 'type' || key9 === 'status' || key9 === 'start' || key9 === 'stop')) {
                                                            validate10.errors = [
                                                                {
                                                                    instancePath: instancePath + '/execution_space',
                                                                    schemaPath: '#/properties/execution_space/then/additionalProperties',
                                                                    keyword: 'additionalProperties',
                                                                    params: { additionalProperty: key9 },
                                                                },
                                                            ];
                                                            return false;
                                                            break;
                                                        }
                                                    }
                                                    if (_errs114 === errors) {
                                                        if (data41.id !== undefined) {
                                                            let data42 = data41.id;
                                                            const _errs115 = errors;
                                                            const _errs116 = errors;
                                                            if (errors === _errs116) {
                                                                if (typeof data42 === 'string') {
                                                                    if (func2(data42) < 1) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/execution_space/id',
                                                                                schemaPath: '#/$defs/id/minLength',
                                                                                keyword: 'minLength',
                                                                                params: { limit: 1 },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                }
                                                                else {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/execution_space/id',
                                                                            schemaPath: '#/$defs/id/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid30 = _errs115 === errors;
                                                        }
                                                        else {
                                                            var valid30 = true;
                                                        }
                                                        if (valid30) {
                                                            if (data41.type !== undefined) {
                                                                const _errs118 = errors;
                                                                if ('external' !== data41.type) {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/execution_space/type',
                                                                            schemaPath: '#/properties/execution_space/then/properties/type/const',
                                                                            keyword: 'const',
                                                                            params: { allowedValue: 'external' },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                                var valid30 = _errs118 === errors;
                                                            }
                                                            else {
                                                                var valid30 = true;
                                                            }
                                                            if (valid30) {
                                                                if (data41.status !== undefined) {
                                                                    let data44 = data41.status;
                                                                    const _errs119 = errors;
                                                                    if (errors === _errs119) {
                                                                        if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                                                                            let missing17;
                                                                            if (data44.host === undefined && (missing17 = 'host')) {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/execution_space/status',
                                                                                        schemaPath: '#/properties/execution_space/then/properties/status/required',
                                                                                        keyword: 'required',
                                                                                        params: { missingProperty: missing17 },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                            else {
                                                                                if (data44.host !== undefined) {
                                                                                    if (typeof data44.host !== 'string') {
                                                                                        validate10.errors = [
                                                                                            {
                                                                                                instancePath: instancePath + '/execution_space/status/host',
                                                                                                schemaPath: '#/properties/execution_space/then/properties/status/properties/host/type',
                                                                                                keyword: 'type',
                                                                                                params: { type: 'string' },
                                                                                            },
                                                                                        ];
                                                                                        return false;
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/execution_space/status',
                                                                                    schemaPath: '#/properties/execution_space/then/properties/status/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: 'object' },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid30 = _errs119 === errors;
                                                                }
                                                                else {
                                                                    var valid30 = true;
                                                                }
                                                                if (valid30) {
                                                                    if (data41.start !== undefined) {
                                                                        let data46 = data41.start;
                                                                        const _errs123 = errors;
                                                                        if (errors === _errs123) {
                                                                            if (data46 && typeof data46 == 'object' && !Array.isArray(data46)) {
                                                                                let missing18;
                                                                                if (data46.host === undefined && (missing18 = 'host')) {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/execution_space/start',
                                                                                            schemaPath: '#/properties/execution_space/then/properties/start/required',
                                                                                            keyword: 'required',
                                                                                            params: { missingProperty: missing18 },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                                else {
                                                                                    if (data46.host !== undefined) {
                                                                                        if (typeof data46.host !== 'string') {
                                                                                            validate10.errors = [
                                                                                                {
                                                                                                    instancePath: instancePath + '/execution_space/start/host',
                                                                                                    schemaPath: '#/properties/execution_space/then/properties/start/properties/host/type',
                                                                                                    keyword: 'type',
                                                                                                    params: { type: 'string' },
                                                                                                },
                                                                                            ];
                                                                                            return false;
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                            else {
                                                                                validate10.errors = [
                                                                                    {
                                                                                        instancePath: instancePath + '/execution_space/start',
                                                                                        schemaPath: '#/properties/execution_space/then/properties/start/type',
                                                                                        keyword: 'type',
                                                                                        params: { type: 'object' },
                                                                                    },
                                                                                ];
                                                                                return false;
                                                                            }
                                                                        }
                                                                        var valid30 = _errs123 === errors;
                                                                    }
                                                                    else {
                                                                        var valid30 = true;
                                                                    }
                                                                    if (valid30) {
                                                                        if (data41.stop !== undefined) {
                                                                            let data48 = data41.stop;
                                                                            const _errs127 = errors;
                                                                            if (errors === _errs127) {
                                                                                if (data48 && typeof data48 == 'object' && !Array.isArray(data48)) {
                                                                                    let missing19;
                                                                                    if (data48.host === undefined && (missing19 = 'host')) {
                                                                                        validate10.errors = [
                                                                                            {
                                                                                                instancePath: instancePath + '/execution_space/stop',
                                                                                                schemaPath: '#/properties/execution_space/then/properties/stop/required',
                                                                                                keyword: 'required',
                                                                                                params: { missingProperty: missing19 },
                                                                                            },
                                                                                        ];
                                                                                        return false;
                                                                                    }
                                                                                    else {
                                                                                        if (data48.host !== undefined) {
                                                                                            if (typeof data48.host !== 'string') {
                                                                                                validate10.errors = [
                                                                                                    {
                                                                                                        instancePath: instancePath + '/execution_space/stop/host',
                                                                                                        schemaPath: '#/properties/execution_space/then/properties/stop/properties/host/type',
                                                                                                        keyword: 'type',
                                                                                                        params: { type: 'string' },
                                                                                                    },
                                                                                                ];
                                                                                                return false;
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                                else {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/execution_space/stop',
                                                                                            schemaPath: '#/properties/execution_space/then/properties/stop/type',
                                                                                            keyword: 'type',
                                                                                            params: { type: 'object' },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                            }
                                                                            var valid30 = _errs127 === errors;
                                                                        }
                                                                        else {
                                                                            var valid30 = true;
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                validate10.errors = [
                                                    {
                                                        instancePath: instancePath + '/execution_space',
                                                        schemaPath: '#/properties/execution_space/then/type',
                                                        keyword: 'type',
                                                        params: { type: 'object' },
                                                    },
                                                ];
                                                return false;
                                            }
                                        }
                                        var _valid2 = _errs112 === errors;
                                        valid29 = _valid2;
                                        ifClause2 = 'then';
                                    }
                                    else {
                                        const _errs131 = errors;
                                        if (errors === _errs131) {
                                            if (data41 && typeof data41 == 'object' && !Array.isArray(data41)) {
                                                let missing20;
                                                if ((data41.id === undefined && (missing20 = 'id')) || (data41.list === undefined && (missing20 = 'list'))) {
                                                    validate10.errors = [
                                                        {
                                                            instancePath: instancePath + '/execution_space',
                                                            schemaPath: '#/properties/execution_space/else/required',
                                                            keyword: 'required',
                                                            params: { missingProperty: missing20 },
                                                        },
                                                    ];
                                                    return false;
                                                }
                                                else {
                                                    const _errs133 = errors;
                                                    for (const key10 in data41) {
                                                        if (!(key10 === 'id' || key10 === 'list' || key10 === 'checkout' || key10 === 'checkin')) {
                                                            validate10.errors = [
                                                                {
                                                                    instancePath: instancePath + '/execution_space',
                                                                    schemaPath: '#/properties/execution_space/else/additionalProperties',
                                                                    keyword: 'additionalProperties',
                                                                    params: { additionalProperty: key10 },
                                                                },
                                                            ];
                                                            return false;
                                                            break;
                                                        }
                                                    }
                                                    if (_errs133 === errors) {
                                                        if (data41.id !== undefined) {
                                                            let data50 = data41.id;
                                                            const _errs134 = errors;
                                                            const _errs135 = errors;
                                                            if (errors === _errs135) {
                                                                if (typeof data50 === 'string') {
                                                                    if (func2(data50) < 1) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/execution_space/id',
                                                                                schemaPath: '#/$defs/id/minLength',
                                                                                keyword: 'minLength',
                                                                                params: { limit: 1 },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                }
                                                                else {
                                                                    validate10.errors = [
                                                                        {
                                                                            instancePath: instancePath + '/execution_space/id',
                                                                            schemaPath: '#/$defs/id/type',
                                                                            keyword: 'type',
                                                                            params: { type: 'string' },
                                                                        },
                                                                    ];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid35 = _errs134 === errors;
                                                        }
                                                        else {
                                                            var valid35 = true;
                                                        }
                                                        if (valid35) {
                                                            if (data41.list !== undefined) {
                                                                let data51 = data41.list;
                                                                const _errs137 = errors;
                                                                const _errs138 = errors;
                                                                if (errors === _errs138) {
                                                                    if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
                                                                        let missing21;
                                                                        if ((data51.possible === undefined && (missing21 = 'possible')) ||
                                                                            (data51.available === undefined && (missing21 = 'available'))) {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/execution_space/list',
                                                                                    schemaPath: '#/$defs/list/required',
                                                                                    keyword: 'required',
                                                                                    params: { missingProperty: missing21 },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                        else {
                                                                            if (data51.possible !== undefined) {
                                                                                let data52 = data51.possible;
                                                                                const _errs140 = errors;
                                                                                if ((!data52 || typeof data52 != 'object') && typeof data52 !== 'string') {
                                                                                    validate10.errors = [
                                                                                        {
                                                                                            instancePath: instancePath + '/execution_space/list/possible',
                                                                                            schemaPath: '#/$defs/list/properties/possible/type',
                                                                                            keyword: 'type',
                                                                                            params: { type: schema14.properties.possible.type },
                                                                                        },
                                                                                    ];
                                                                                    return false;
                                                                                }
                                                                                var valid38 = _errs140 === errors;
                                                                            }
                                                                            else {
                                                                                var valid38 = true;
                                                                            }
                                                                            if (valid38) {
                                                                                if (data51.available !== undefined) {
                                                                                    let data53 = data51.available;
                                                                                    const _errs142 = errors;
                                                                                    if ((!data53 || typeof data53 != 'object') && typeof data53 !== 'string') {
                                                                                        validate10.errors = [
                                                                                            {
                                                                                                instancePath: instancePath + '/execution_space/list/available',
                                                                                                schemaPath: '#/$defs/list/properties/available/type',
                                                                                                keyword: 'type',
                                                                                                params: { type: schema14.properties.available.type },
                                                                                            },
                                                                                        ];
                                                                                        return false;
                                                                                    }
                                                                                    var valid38 = _errs142 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid38 = true;
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                    else {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/execution_space/list',
                                                                                schemaPath: '#/$defs/list/type',
                                                                                keyword: 'type',
                                                                                params: { type: 'object' },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                }
                                                                var valid35 = _errs137 === errors;
                                                            }
                                                            else {
                                                                var valid35 = true;
                                                            }
                                                            if (valid35) {
                                                                if (data41.checkout !== undefined) {
                                                                    let data54 = data41.checkout;
                                                                    const _errs144 = errors;
                                                                    if (!(data54 && typeof data54 == 'object' && !Array.isArray(data54)) && data54 !== null) {
                                                                        validate10.errors = [
                                                                            {
                                                                                instancePath: instancePath + '/execution_space/checkout',
                                                                                schemaPath: '#/properties/execution_space/else/properties/checkout/type',
                                                                                keyword: 'type',
                                                                                params: { type: schema11.properties.execution_space.else.properties.checkout.type },
                                                                            },
                                                                        ];
                                                                        return false;
                                                                    }
                                                                    var valid35 = _errs144 === errors;
                                                                }
                                                                else {
                                                                    var valid35 = true;
                                                                }
                                                                if (valid35) {
                                                                    if (data41.checkin !== undefined) {
                                                                        let data55 = data41.checkin;
                                                                        const _errs146 = errors;
                                                                        if (!(data55 && typeof data55 == 'object' && !Array.isArray(data55)) && data55 !== null) {
                                                                            validate10.errors = [
                                                                                {
                                                                                    instancePath: instancePath + '/execution_space/checkin',
                                                                                    schemaPath: '#/properties/execution_space/else/properties/checkin/type',
                                                                                    keyword: 'type',
                                                                                    params: { type: schema11.properties.execution_space.else.properties.checkin.type },
                                                                                },
                                                                            ];
                                                                            return false;
                                                                        }
                                                                        var valid35 = _errs146 === errors;
                                                                    }
                                                                    else {
                                                                        var valid35 = true;
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                validate10.errors = [
                                                    {
                                                        instancePath: instancePath + '/execution_space',
                                                        schemaPath: '#/properties/execution_space/else/type',
                                                        keyword: 'type',
                                                        params: { type: 'object' },
                                                    },
                                                ];
                                                return false;
                                            }
                                        }
                                        var _valid2 = _errs131 === errors;
                                        valid29 = _valid2;
                                        ifClause2 = 'else';
                                    }
                                    if (!valid29) {
                                        const err8 = {
                                            instancePath: instancePath + '/execution_space',
                                            schemaPath: '#/properties/execution_space/if',
                                            keyword: 'if',
                                            params: { failingKeyword: ifClause2 },
                                        };
                                        if (vErrors === null) {
                                            vErrors = [err8];
                                        }
                                        else {
                                            vErrors.push(err8);
                                        }
                                        errors++;
                                        validate10.errors = vErrors;
                                        return false;
                                    }
                                    var valid0 = _errs108 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                            }
                        }
                    }
                }
            }
        }
        else {
            validate10.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
            return false;
        }
    }
    validate10.errors = vErrors;
    return errors === 0;
}

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
    // A slip in one name is told where it stands; a document that has nothing of a provider is told so once.
    if (unknown.length === keys.length && unknown.every((key) => (0,nearest/* didYouMean */.a)(key, known) === ''))
        return [problem([], `has no key that says what kind of provider it is; expected one of ${known.join(', ')}`)];
    if (unknown.length > 0)
        return unknown.map((key) => problem([key], `is not a kind of provider; expected ${known.join(', ')}.${(0,nearest/* didYouMean */.a)(key, known)}`, 'name'));
    if (keys.length !== 1)
        return [problem([], `has ${keys.length} top keys (${keys.join(', ')}); expected one`)];
    if (topKey !== undefined && keys[0] !== topKey)
        return [problem([keys[0] ?? ''], `is another kind of provider; expected ${topKey}`, 'name')];
    const plain = (0,json_value/* toPlain */.Ul)(document);
    if (conforms(plain))
        return [];
    const validate = await (compiled ??= compile());
    if (validate(plain))
        return [];
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => explain(error, document, problem));
}
async function compile() {
    // By `default`: bundled, a CommonJS module that is imported lazily has no other name.
    const { default: { Ajv }, } = await __webpack_require__.e(/* import() */ 627).then(__webpack_require__.t.bind(__webpack_require__, 65627, 19));
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























/** Where a run goes without any service: its own server, this machine. */
const localSpaces = {
    iut: { default: iut_default_namespaceObject },
    'log-area': { default: log_area_default_namespaceObject },
    'execution-space': { default: default_namespaceObject, docker: docker_namespaceObject, process: process_namespaceObject },
};
/** For services that many have; the dataset and the variables say where they are (docs/providers.md). */
const readyMade = {
    iut: { 'management-system': management_system_namespaceObject },
    'log-area': { artifactory: artifactory_namespaceObject, webdav: webdav_namespaceObject },
    'execution-space': { jenkins: jenkins_namespaceObject, 'jenkins-with-parameters': jenkins_with_parameters_namespaceObject, github: github_namespaceObject, kubernetes: kubernetes_namespaceObject },
};
/**
 * Loads a provider.
 * @param reference a name (of a built-in provider or of a file `<directory>/<kind>/<name>.json`), a path, a `file:` or `http(s):` URL, or the JSON
 *   text itself. A file of the directory wins over a built-in one of the same name.
 * @throws {InvalidInput} with all problems of the file, or the nearest names
 */
async function loadProvider(kind, reference, loading) {
    const parse = (text, source) => parseProvider(text, source, { ...loading, kind });
    if (/^\s*\{/.test(reference))
        return parse(reference, `inline ${kind} provider`);
    if (/^https?:/i.test(reference))
        return parse(await download(reference, loading), withoutCredentials(reference));
    const path = /^file:/i.test(reference) ? (0,external_node_url_.fileURLToPath)(reference) : reference;
    if (isPath(path))
        return parse(await readText((0,external_node_path_.resolve)(loading.workspace, path), kind), path);
    const named = (0,external_node_path_.join)(loading.directory, kind, `${path}.json`);
    const text = await (0,promises_.readFile)(named, 'utf8').catch((error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return undefined;
        throw new errors/* InvalidInput */.o9(`${kind} provider ${named} cannot be read: ${(0,file_problem/* fileProblem */.W)(error)}`, 'It must be a JSON file that may be read');
    });
    if (text !== undefined)
        return parse(text, named);
    const source = `built-in ${kind} provider "${path}"`;
    const local = Object.hasOwn(localSpaces[kind], path) ? localSpaces[kind][path] : undefined;
    if (local !== undefined)
        return understand((0,json_value/* fromPlain */.bM)(local), { source, text: '' }, kind);
    const ready = Object.hasOwn(readyMade[kind], path) ? readyMade[kind][path] : undefined;
    if (ready !== undefined)
        return parse(JSON.stringify(ready, undefined, 2), source);
    throw await unknownName(kind, path, loading.directory);
}
/**
 * Reads a provider file.
 * @param options `kind`: the kind that is wanted, without it any; `names`: what the user's dataset has
 * @throws {InvalidInput} with all problems, each with its place
 */
async function parseProvider(text, source, { kind, names } = {}) {
    const document = (0,parse/* parseJson */.qF)(text, source);
    const bad = await problemsIn(document, text, source, kind && provider_kind/* topKeys */.$[kind]);
    const problems = bad.length > 0 || !(0,json_value/* isObject */.Gv)(document) ? bad : brokenRules(document, text, source, names);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(problems.join('\n'), 'docs/providers.md shows each kind of provider; `etos validate` checks a file');
    return understand(document, { source, text }, kind);
}
/** The names a kind of provider can be called by. */
async function providerNames(kind, directory) {
    const files = await (0,promises_.readdir)((0,external_node_path_.join)(directory, kind)).catch(() => []);
    const own = files.filter((file) => (0,external_node_path_.extname)(file) === '.json').map((file) => file.slice(0, -'.json'.length));
    return [...new Set([...Object.keys(localSpaces[kind]), ...Object.keys(readyMade[kind]), ...own])].sort();
}
function understand(document, { source, text }, wanted) {
    const kind = wanted ?? (0,provider_kind/* kindOfTopKey */.s)((0,json_value/* isObject */.Gv)(document) ? ([...document.keys()][0] ?? '') : '');
    const body = (0,json_value/* isObject */.Gv)(document) ? document.get(provider_kind/* topKeys */.$[kind]) : undefined;
    if (!(0,json_value/* isObject */.Gv)(body))
        throw new errors/* InvalidInput */.o9(`${source}: "${provider_kind/* topKeys */.$[kind]}" is missing`, 'See docs/providers.md');
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
        throw new errors/* InvalidInput */.o9(`${kind} provider ${path} cannot be read: ${(0,file_problem/* fileProblem */.W)(error)}`, 'Give a name, the path of a JSON file, or a URL');
    }
}
async function download(url, { http, signal }) {
    try {
        const answer = await http.request({ method: 'GET', url, signal, retry: { within: 10_000 }, sayWhenSlow: true });
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
/** An address for messages and the journal. */
function withoutCredentials(address) {
    if (!URL.canParse(address))
        return address;
    const url = new URL(address);
    url.username = url.password = '';
    return url.href;
}


/***/ }),

/***/ 85305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ topKeys),
/* harmony export */   s: () => (/* binding */ kindOfTopKey)
/* harmony export */ });
/** The top key of a provider file, by kind. */
const topKeys = { iut: 'iut', 'log-area': 'log', 'execution-space': 'execution_space' };
/** The kind of provider that has this top key; IUTs for one that nobody has. */
function kindOfTopKey(topKey) {
    return Object.keys(topKeys).find((kind) => topKeys[kind] === topKey) ?? 'iut';
}


/***/ })

};
