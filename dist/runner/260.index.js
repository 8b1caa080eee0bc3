"use strict";
exports.id = 260;
exports.ids = [260];
exports.modules = {

/***/ 6260:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardGitHubLog: function() { return /* binding */ guardGitHubLog; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

// Names whose values are secrets by their name. Masking every value would take words such as "true" out of all logs.
const secretName = /PASS(?:WORD|WD|PHRASE)?|SECRET|TOKEN|(?:^|_)(?:API|ACCESS|PRIVATE|ENCRYPTION|SIGNING)?_?KEY|CREDENTIAL|(?:^|_)AUTH(?:$|_)/i;
const shortestMask = 4;
/**
 * Takes the GitHub runner's commands away from the container: its output is not ours, and a line that begins with `::` would be obeyed
 * (delegation.md 3). Secrets are announced first, line by line.
 * @returns gives them back when it is disposed of
 */
function guardGitHubLog(environment, output) {
    for (const [name, value] of environment) {
        if (!secretName.test(name))
            continue;
        for (const line of value.split(/\r?\n/))
            if (line.trim().length >= shortestMask)
                output.writeLine(`::add-mask::${escaped(line)}\n`);
    }
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
    output.writeLine(`::stop-commands::${token}\n`);
    return { [Symbol.dispose]: () => output.writeLine(`${output.atLineStart() ? '' : '\n'}::${token}::\n`) };
}
function escaped(line) {
    return line.replace(/%/g, '%25').replace(/\r/g, '%0D');
}


/***/ })

};
;