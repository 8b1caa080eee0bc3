export const id = 192;
export const ids = [192];
export const modules = {

/***/ 2192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   watch: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _src_docker_engine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4756);
/* harmony import */ var _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6726);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3540);





const { sleep } = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
// How long one looks for a container that nothing announces, for one that a create call on its way may still make, and for the engine.
const quiet = 3_000;
const announced = 60_000;
const engineAway = 600_000;
/**
 * The watchdog's whole life (delegation.md 4): listens on the lifeline; at its end without the word that all is done, removes what the run made.
 * Always ends by itself.
 */
async function watch(descriptor, variables) {
    // The stop of a systemd unit signals its whole control group, and only 90 s later kills it.
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'])
        process.on(name, () => undefined);
    const known = await untilTheRunnerIsGone(descriptor);
    if (known)
        await cleanUp(known, (0,_src_docker_engine_js__WEBPACK_IMPORTED_MODULE_2__/* .engineFrom */ .Z)(variables));
}
/** Undefined when there is nothing left to do. */
async function untilTheRunnerIsGone(descriptor) {
    const lifeline = new node_net__WEBPACK_IMPORTED_MODULE_0__.Socket({ fd: descriptor, readable: true, writable: false });
    lifeline.on('error', () => undefined);
    let known;
    let released = false;
    const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: lifeline });
    lines.on('line', (line) => {
        const word = JSON.parse(line);
        if (word.word === 'run')
            known = { run: word.run, grace: word.grace, creating: false };
        else if (word.word === 'done')
            released = true;
        else if (known)
            known = learned(known, word);
    });
    await new Promise((resolve) => lines.once('close', resolve));
    return released ? undefined : known;
}
function learned(known, { word }) {
    if (word === 'creating')
        return { ...known, creating: true };
    if (word === 'created' || word === 'not-created' || word === 'removed')
        return { ...known, creating: false };
    return word === 'stopping' ? { ...known, stopRequestedAt: performance.now() } : known;
}
async function cleanUp(known, engine) {
    let lastSeen;
    let answeredAt = performance.now();
    const began = performance.now();
    for (;;) {
        const containers = await engine.listContainers([_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelFilter */ .HY.run(known.run)], { limit: 10_000 }).catch(() => undefined);
        const now = performance.now();
        if (containers === undefined) {
            if (now - answeredAt > engineAway)
                return;
            await sleep(1_000);
            continue;
        }
        answeredAt = now;
        if (containers.length > 0) {
            await Promise.all(containers.map((container) => end(container, known, engine).catch(() => undefined)));
            lastSeen = performance.now();
        }
        else if (now - (lastSeen ?? began) > (known.creating && lastSeen === undefined ? announced : quiet))
            return;
        await sleep(250);
    }
}
async function end({ id, status }, { grace, stopRequestedAt }, engine) {
    const left = stopRequestedAt === undefined ? grace : Math.max(0, grace - (performance.now() - stopRequestedAt));
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
    const late = _src_host_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m.deadline(limit, new Error('late'));
    await engine
        .waitForContainer(id, 'not-running', { signal: late })
        .then((waiting) => waiting.ended)
        .catch(() => undefined);
}


/***/ })

};
