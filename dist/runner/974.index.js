"use strict";
exports.id = 974;
exports.ids = [974];
exports.modules = {

/***/ 8974:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: function() { return /* binding */ check; }
/* harmony export */ });
/* harmony import */ var _src_host_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6726);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(756);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9735);



/**
 * The `check` command: prints what would be created, without the values of variables. Touches nothing.
 * @throws {InvalidInput} with every refusal
 */
function check(args, { variables, output, say }) {
    const began = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m.monotonic();
    const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunOptions */ .u8)(args, 'check');
    const { planned, address, owner, policyFile, surroundings } = (0,_prepare_js__WEBPACK_IMPORTED_MODULE_2__/* .prepare */ .i)(options, { variables, say });
    const { Env, ...spec } = planned.spec;
    const shown = {
        engine: address.url,
        owner,
        policy: policyFile ?? null,
        image: planned.image.name + (planned.image.tag ? `:${planned.image.tag}` : '') + (planned.image.digest ? `@${planned.image.digest}` : ''),
        pull: planned.pull,
        testRunner: planned.testRunner,
        graceSeconds: planned.grace / 1000,
        ...(planned.timeLimit !== undefined && { timeLimitSeconds: planned.timeLimit / 1000 }),
        ...(planned.name !== undefined && { name: planned.name }),
        ...(planned.platform !== undefined && { platform: planned.platform }),
        // Every value is a secret.
        variables: Env.map((variable) => variable.split('=', 1)[0]),
        container: { ...spec, Labels: { ...spec['Labels'], ...surroundings.labels, ...options.labels } },
    };
    output.writeLine(`${JSON.stringify(shown, undefined, 2)}\n`);
    say(`the parameter is accepted (${Math.round(_src_host_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m.monotonic() - began)} ms)`);
    return 0;
}


/***/ })

};
;