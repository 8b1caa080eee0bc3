"use strict";
exports.id = 588;
exports.ids = [588];
exports.modules = {

/***/ 8588:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jenkins: function() { return /* binding */ jenkins; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2257);
/* harmony import */ var _src_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1290);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(756);
/* harmony import */ var _plan_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8752);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6169);







/** The options of the step `etosDelegation`. */
const names = ['timeoutMinutes', 'policy', 'credentials', 'parameter', 'programs'];
/** Those of its option `credentials`. */
const secretKinds = ['registry'];
const defaultMinutes = 360;
/** Minutes by which Jenkins itself is faster: it can say that it was a timeout. A build node that has lost its controller has only this limit. */
const margin = 5;
/**
 * The `jenkins` command, what the Jenkins library runs (vars/etosDelegation.groovy): a delegation by the options in `options.json` and the parameter in
 * `parameter.json` of a directory. The parameter is taken away: after a build that is killed nobody cleans up. Why it was not carried out is in `reason`
 * there afterwards: a pipeline cannot read its own log.
 * @param carryOut carries out a run; says the reason of one that was refused, or failed, as an error
 * @returns the exit code of the run
 */
async function jenkins([directory = '.'], carryOut, { variables, say }) {
    let reason = '';
    const listening = (message) => {
        if (message.startsWith(_say_js__WEBPACK_IMPORTED_MODULE_6__/* .errorMark */ .s))
            reason = message.slice(_say_js__WEBPACK_IMPORTED_MODULE_6__/* .errorMark */ .s.length);
        say(message);
    };
    try {
        const run = variables['ETOS_DELEGATION'];
        const text = taken((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'parameter.json'));
        const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_4__/* .readRunOptions */ .u8)([...(run ? ['--run', run] : []), ...wordsFor(text, directory)]);
        return await carryOut({ ...options, parameter: { text, called: 'the parameter of the build' } }, listening);
    }
    catch (error) {
        if (!(error instanceof _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9))
            throw error;
        reason = error.message;
        say(_say_js__WEBPACK_IMPORTED_MODULE_6__/* .errorMark */ .s + reason);
        return 2;
    }
    finally {
        if (reason !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'reason'), reason.replace(/\s+/g, ' ').trim());
    }
}
/** A file that is full of secrets, and gone when it has been read. */
function taken(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true });
    }
}
/** The options of the step as those of `run`. @throws {InvalidInput} with all problems, also of the parameter's text */
function wordsFor(text, directory) {
    const options = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'options.json'), 'utf8'));
    const { timeoutMinutes: minutes = null, policy = null, credentials = null, parameter = null } = options;
    const shown = (value) => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));
    const problems = Object.keys(options)
        .filter((name) => !names.includes(name))
        .map((name) => `there is no option "${name}"; expected ${names.join(', ')}.${(0,_src_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(name, names) || abbreviated(name)}`);
    if (minutes !== null && !/^"?[1-9]\d{0,5}"?$/.test(shown(minutes)))
        problems.push(`timeoutMinutes is ${shown(minutes)}; expected a number of minutes, from 1`);
    if (policy !== null && typeof policy !== 'string' && !isTable(policy))
        problems.push(`policy is ${shown(policy)}; expected a path on the build node, or a map`);
    if (parameter !== null && (typeof parameter !== 'string' || parameter === ''))
        problems.push(`parameter is ${shown(parameter)}; expected the name of a parameter`);
    problems.push(...problemsOf(credentials, shown));
    if (text.trim() === '')
        problems.push(`the build has no parameter "${typeof parameter === 'string' ? parameter : 'docker'}", or it is empty: start it with /build and json=…, or /buildWithParameters`);
    if (problems.length > 0)
        throw new _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9(`etosDelegation: ${problems.join('; ')}`, '');
    const limit = Math.min(Number(minutes ?? defaultMinutes) + margin, _plan_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .longestTime */ .s3 / 60_000);
    return ['--timeout', `${limit}m`, ...(policy === null ? [] : ['--policy', policyFile(policy, directory)])];
}
/** `timeout` for `timeoutMinutes`: not near by its letters, but what other steps call it. */
function abbreviated(word) {
    const whole = names.find((name) => word.length > 2 && name.toLowerCase().startsWith(word.toLowerCase()));
    return whole === undefined ? '' : ` Did you mean ${whole}?`;
}
/** A list is of bindings of one's own, and is not told to this program. */
function problemsOf(credentials, shown) {
    if (credentials === null)
        return [];
    if (!isTable(credentials))
        return [`credentials is ${shown(credentials)}; expected [registry: 'id'] or a list of bindings`];
    return Object.entries(credentials).flatMap(([kind, id]) => {
        if (!secretKinds.includes(kind))
            return [`credentials has "${kind}"; expected ${secretKinds.join(', ')}.${(0,_src_host_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(kind, secretKinds)}`];
        return typeof id === 'string' && id !== '' ? [] : [`credentials.${kind} is ${shown(id)}; expected the id of a credential`];
    });
}
function policyFile(policy, directory) {
    if (typeof policy === 'string')
        return policy;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'policy.json');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, JSON.stringify(policy), { mode: 0o600 });
    return file;
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ })

};
;