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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3332);
/* harmony import */ var _src_docker_create_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8803);
/* harmony import */ var _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6726);
/* harmony import */ var _src_host_signals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1321);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5175);
/* harmony import */ var _watchdog_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6357);







const { sleep, monotonic } = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
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
    (0,_src_host_signals_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoreDebugger */ .e)();
    closeInherited();
    const known = (0,_watchdog_words_js__WEBPACK_IMPORTED_MODULE_6__/* .readWords */ .u)(words);
    if (known)
        await cleanUp(known, (0,_src_docker_create_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .engineFrom */ .Z)(variables));
}
const closeOnExec = 0o2_000_000;
/**
 * Closes what the job had open for its children, a lock or a pipe that somebody reads: it ended with the job. Node keeps such descriptors from its own
 * children only up to the first gap above 15, and shells cannot close those of two digits.
 */
function closeInherited() {
    // Where there is no /proc, nothing is known of them.
    const open = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)('/proc/self/fd') ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc/self/fd').map(Number) : [];
    for (const descriptor of open) {
        if (descriptor <= 2)
            continue;
        try {
            const flags = /^flags:\s*([0-7]+)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1] ?? '';
            // Node's own are marked so.
            if ((parseInt(flags, 8) & closeOnExec) === 0)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
        catch {
            // The one with which the folder was read.
        }
    }
}
async function cleanUp(known, engine) {
    let lastSeen;
    let answeredAt = monotonic();
    const began = monotonic();
    const stop = { grace: known.grace, requestedAt: known.stopRequestedAt };
    for (let pause = 250;; await sleep(pause)) {
        const containers = await engine.listContainers([_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .labelFilter */ .HY.instance(known.instance)], { limit: 10_000 }).catch(() => undefined);
        const now = monotonic();
        if (containers === undefined) {
            if (now - answeredAt > engineAway)
                return;
            pause = 1_000;
            continue;
        }
        answeredAt = now;
        if (containers.length > 0) {
            await Promise.all(containers.map((container) => end(container, stop, engine).catch(() => undefined)));
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
/** @throws {EngineAway} when that could not be brought to its end: what is left of the grace is the container's, whatever becomes of connections */
async function end({ id, status }, stop, engine) {
    if (status === 'paused')
        await engine.unpauseContainer(id);
    if (status === 'running' || status === 'paused') {
        // The engine finishes a stop whose client has died. A second one would send the signal again, into the clean-up that the first began.
        if (stop.requestedAt === undefined)
            await requestStop(id, stop, engine);
        else
            await ended(id, Math.max(0, stop.grace - (monotonic() - stop.requestedAt)) + 1_000, engine);
    }
    await engine.removeContainer(id);
}
/** Returns when the container has ended, or cannot be stopped so. */
async function requestStop(id, stop, engine) {
    const now = monotonic();
    try {
        await engine.stopContainer(id, stop.grace);
    }
    catch (error) {
        if (!(error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineAway */ .hu))
            return;
        if (error.at !== 'connect')
            stop.requestedAt = now;
        throw error;
    }
}
/** Waits for the end so many milliseconds; what has not ended then is removed all the same. */
async function ended(id, limit, engine) {
    const late = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m.deadline(limit, new Error('late'));
    try {
        await (await engine.waitForContainer(id, 'not-running', { signal: late })).ended;
    }
    catch (error) {
        if (error instanceof _src_docker_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .EngineAway */ .hu && !late.aborted)
            throw error;
    }
}


/***/ })

};
;