"use strict";
exports.id = 671;
exports.ids = [671];
exports.modules = {

/***/ 5671:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watch: function() { return /* binding */ watch; }
/* harmony export */ });
/* harmony import */ var _src_docker_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4756);
/* harmony import */ var _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6726);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5175);
/* harmony import */ var _watchdog_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6357);




const { sleep, monotonic } = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m;
// How long one looks for a container that nothing announces, for one that a create call on its way may still make, and for the engine.
const quiet = 3_000;
const announced = 60_000;
const engineAway = 600_000;
// And for an engine that does not remove what it lists: then the sweep of a later run is left.
const unremovable = 600_000;
/**
 * What the watchdog does when its runner is gone without the word that all is done (delegation.md 4): removes what the run made. Always ends by
 * itself.
 * @param words all that the runner said
 */
async function watch(words, variables) {
    // Node does not go on ignoring what its shell ignored.
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'])
        process.on(name, () => undefined);
    const known = (0,_watchdog_words_js__WEBPACK_IMPORTED_MODULE_3__/* .readWords */ .u)(words);
    if (known)
        await cleanUp(known, (0,_src_docker_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .engineFrom */ .Z)(variables));
}
async function cleanUp(known, engine) {
    let lastSeen;
    let answeredAt = monotonic();
    const began = monotonic();
    for (let pause = 250;; await sleep(pause)) {
        const containers = await engine.listContainers([_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .labelFilter */ .HY.instance(known.instance)], { limit: 10_000 }).catch(() => undefined);
        const now = monotonic();
        if (containers === undefined) {
            if (now - answeredAt > engineAway)
                return;
            pause = 1_000;
            continue;
        }
        answeredAt = now;
        if (containers.length > 0) {
            await Promise.all(containers.map((container) => end(container, known, engine).catch(() => undefined)));
            lastSeen = monotonic();
            if (lastSeen - began > known.grace + unremovable)
                return;
            pause = Math.min(pause * 2, 5_000);
        }
        else {
            if (now - (lastSeen ?? began) > (known.creating && lastSeen === undefined ? announced : quiet))
                return;
            pause = 250;
        }
    }
}
async function end({ id, status }, { grace, stopRequestedAt }, engine) {
    const left = stopRequestedAt === undefined ? grace : Math.max(0, grace - (monotonic() - stopRequestedAt));
    if (status === 'paused')
        await engine.unpauseContainer(id);
    if (status === 'running' || status === 'paused') {
        // The engine finishes a stop whose client has died. A second one would send the signal again, into the clean-up that the first began.
        if (stopRequestedAt === undefined)
            await engine.stopContainer(id, left).catch(() => undefined);
        else
            await ended(id, left + 1_000, engine);
    }
    await engine.removeContainer(id);
}
async function ended(id, limit, engine) {
    const late = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.deadline(limit, new Error('late'));
    await engine
        .waitForContainer(id, 'not-running', { signal: late })
        .then((waiting) => waiting.ended)
        .catch(() => undefined);
}


/***/ })

};
;