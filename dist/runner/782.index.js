"use strict";
exports.id = 782;
exports.ids = [782];
exports.modules = {

/***/ 1782:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanup: function() { return /* binding */ cleanup; }
/* harmony export */ });
/* harmony import */ var _src_docker_create_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8803);
/* harmony import */ var _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6726);
/* harmony import */ var _src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2257);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5175);
/* harmony import */ var _engine_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7410);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(756);
/* harmony import */ var _src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7584);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6169);
/* harmony import */ var _surroundings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7479);
/* harmony import */ var _sweep_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5590);










/**
 * The `cleanup` command (delegation.md 5): removes what dead runs left.
 * @returns 0 when nothing is left, 1 when something could not be removed or looked for
 * @throws {InvalidInput}
 */
async function cleanup(args, { variables, output, say }) {
    const options = (0,_options_js__WEBPACK_IMPORTED_MODULE_5__/* .readCleanupOptions */ .Du)(args);
    const engine = (0,_src_docker_create_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineFrom */ .Z)(variables);
    let containers;
    try {
        containers = await engine.listContainers([filterOf(options, variables)]);
    }
    catch (error) {
        say(_say_js__WEBPACK_IMPORTED_MODULE_9__/* .errorMark */ .s + (0,_engine_words_js__WEBPACK_IMPORTED_MODULE_4__/* .engineWords */ .Y)(error));
        return 1;
    }
    const left = containers.filter((container) => isLeft(container, options));
    if (left.length === 0)
        output.writeLine('nothing to remove\n');
    if (options.dryRun) {
        for (const container of left)
            output.writeLine(`would remove ${described(container)}\n`);
        return 0;
    }
    const results = await Promise.all(left.map((container) => remove(container, { engine, output, say })));
    return results.every(Boolean) ? 0 : 1;
}
function filterOf({ of }, variables) {
    if ('run' in of)
        return _labels_js__WEBPACK_IMPORTED_MODULE_3__/* .labelFilter */ .HY.run(of.run);
    return 'expired' in of ? _labels_js__WEBPACK_IMPORTED_MODULE_3__/* .labelFilter */ .HY.all : _labels_js__WEBPACK_IMPORTED_MODULE_3__/* .labelFilter */ .HY.owner(of.owner ?? (0,_surroundings_js__WEBPACK_IMPORTED_MODULE_7__/* .surroundings */ .i)(variables).owner);
}
function isLeft(container, { of }) {
    if ('run' in of)
        return true;
    if (!('expired' in of))
        return (0,_sweep_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOf */ .YP)(container, _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now()) !== 'living';
    const origin = (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .readLabels */ .k2)(container);
    if (origin?.deadline === undefined)
        return false;
    // A run that lives ends by its own limit; one that is a minute late does not.
    const grace = (0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .fateOf */ ._L)(origin.process) === 'alive' || (0,_sweep_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOf */ .YP)(container, _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now()) === 'watched' ? 60_000 : 0;
    return _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now() > origin.deadline + grace;
}
/** `0a06fbb67168 (running) of run 7-1-test, owner machine/job`: whoever reads the log of a timer does not know which run it was. */
function described(container) {
    const origin = (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .readLabels */ .k2)(container);
    return `${container.id.slice(0, 12)} (${container.status})${origin ? ` of run ${origin.run}, owner ${origin.owner}` : ''}`;
}
async function remove(container, { engine, output, say }) {
    try {
        await untilItsOwnEnd(container, engine);
        await (0,_sweep_js__WEBPACK_IMPORTED_MODULE_8__/* .removeFully */ .Z7)(container.id, 20_000, { engine, clock: _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m });
        output.writeLine(`removed ${described(container)}\n`);
        return true;
    }
    catch (error) {
        say(`${_say_js__WEBPACK_IMPORTED_MODULE_9__/* .errorMark */ .s}container ${container.id.slice(0, 12)} could not be removed: ${(0,_src_host_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return false;
    }
}
/**
 * A cancelled run, or its watchdog, may be letting the container finish: it gets its grace before it is removed by force. One that goes on all
 * the same was asked by nobody, and is asked now: its runner, so that the job does not take the end for a success; where that cannot be reached,
 * the container.
 */
async function untilItsOwnEnd(container, engine) {
    const origin = (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .readLabels */ .k2)(container);
    const grace = origin?.grace ?? 0;
    if ((await isOver(container, grace + 2_000, engine)) || (0,_sweep_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOf */ .YP)(container, _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now()) !== 'living')
        return;
    if (origin && cancel(origin.process))
        await isOver(container, grace + 2_000, engine);
    else
        await engine.stopContainer(container.id, grace).catch(() => undefined);
}
/** Waits until the container is gone, or is nobody's any more. @returns false when it was not for so many milliseconds */
async function isOver(container, limit, engine) {
    const giveUpAt = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic() + limit;
    while ((0,_sweep_js__WEBPACK_IMPORTED_MODULE_8__/* .standingOf */ .YP)(container, _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now()) !== 'left' && (await engine.inspectContainer(container.id))) {
        if (_src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic() > giveUpAt)
            return false;
        await _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(200);
    }
    return true;
}
/** False when its process is none that lives here, or another user's. */
function cancel(runner) {
    if ((0,_src_host_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .fateOf */ ._L)(runner) !== 'alive')
        return false;
    try {
        return process.kill(runner.pid, 'SIGTERM');
    }
    catch {
        return false;
    }
}


/***/ })

};
;