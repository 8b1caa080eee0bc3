export const id = 725;
export const ids = [725];
export const modules = {

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openInternalBus: () => (/* binding */ openInternalBus)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _eiffel_broker_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7089);
/* harmony import */ var _eiffel_broker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7416);
/* harmony import */ var _eiffel_outbox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(236);
/* harmony import */ var _eiffel_receiver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2016);
/* harmony import */ var _eiffel_sender_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5704);
/* harmony import */ var _eiffel_wire_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4720);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3519);









/** What tells our own lines, which come back to us, from those of others. */
const application = 'ETOS Suite Runner';
/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`. A line of a delegated test runner becomes output of the run as it comes.
 * @returns undefined when no host is named, or `ETOS_ENABLE_SENDING_LOGS` is false
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in
 */
async function openInternalBus({ runId, directory, environment, progress, clock, log, signal, }) {
    const broker = (0,_eiffel_broker_js__WEBPACK_IMPORTED_MODULE_2__.readBroker)(environment, 'ETOS_RABBITMQ');
    if (!broker || environment.ETOS_ENABLE_SENDING_LOGS === 'false')
        return undefined;
    log.secret(broker.password);
    await (0,_eiffel_broker_connection_js__WEBPACK_IMPORTED_MODULE_1__.checkBroker)(broker, { clock, signal });
    const outbox = await (0,_eiffel_outbox_js__WEBPACK_IMPORTED_MODULE_3__.openOutbox)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'log-outbox'));
    const name = `etos log of ${runId}`;
    const sender = (0,_eiffel_sender_js__WEBPACK_IMPORTED_MODULE_5__/* .startSending */ .t)(broker, outbox, (0,_eiffel_wire_js__WEBPACK_IMPORTED_MODULE_6__.propertiesFor)(broker), { name, clock, log });
    const tooLate = new _host_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .NotCarriedOut */ .sZ(`RabbitMQ at ${(0,_eiffel_broker_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .c)(broker)} gave no queue within 60 s`, 'It answered before; has it been restarted?');
    const receiver = (0,_eiffel_receiver_js__WEBPACK_IMPORTED_MODULE_4__/* .startReceiving */ .v)(broker, 
    // Gone with the connection: a line that nobody sees live is in the logs all the same.
    { queue: `etos-log-${runId}`, routingKey: `${runId}.log.#`, parameters: { exclusive: true, auto_delete: true } }, {
        name,
        prefetch: 200,
        clock,
        log,
        take(body) {
            const line = lineIn(body);
            if (line)
                progress(line);
            return 'taken';
        },
    });
    const leave = async () => {
        await sender[Symbol.asyncDispose]();
        await receiver[Symbol.asyncDispose]();
        await outbox[Symbol.asyncDispose]();
    };
    try {
        await receiver.ready(AbortSignal.any([signal, clock.deadline(60_000, tooLate)]));
    }
    catch (error) {
        await leave();
        throw error;
    }
    const publish = (key, body) => {
        outbox
            .append(`${runId}.${key}`, (0,_json_print_js__WEBPACK_IMPORTED_MODULE_8__/* .printPlainPython */ .QO)(body))
            .catch((error) => log.debug('a log line was not kept', { reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error) }));
        sender.wake();
    };
    return {
        tell(step) {
            const line = textOf(step);
            if (line === undefined)
                return;
            const { level, message } = line;
            publish(`log.${level}`, {
                message: log.redact(message),
                levelname: level,
                name: 'ETOS',
                '@timestamp': timestamp(clock.now()),
                application,
                identifier: runId,
                user_log: true,
            });
        },
        shutdown: (outcome) => publish('event.shutdown', { event: 'shutdown', data: shutdownData(outcome) }),
        async settle(patience) {
            const bound = clock.deadline(patience, new Error('too late'));
            await Promise.race([outbox.empty(), clock.sleep(patience, bound).catch(() => undefined)]);
        },
        [Symbol.asyncDispose]: leave,
    };
}
/** What the end of a run is on that bus: words with a capital, as the released services write them. */
function shutdownData({ verdict, conclusion, description }) {
    const capital = (word) => word
        .toLowerCase()
        .split('_')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('');
    return { verdict: capital(verdict), conclusion: capital(conclusion), description };
}
/** A line that a test runner published; undefined for our own, and for what is no line. */
function lineIn(body) {
    let said;
    try {
        said = JSON.parse(body.toString());
    }
    catch {
        return undefined;
    }
    const { message, name, application: from } = (said ?? {});
    if (typeof message !== 'string' || from === application)
        return undefined;
    return { kind: 'output', subSuite: typeof name === 'string' ? name : 'test runner', line: message };
}
function textOf(step) {
    const info = (message) => ({ level: 'INFO', message });
    switch (step.kind) {
        case 'run':
            return info(`Run of ${step.identity}: suites ${step.suites}, recipes ${step.recipes}`);
        case 'execution space':
            return info(`Execution space: ${step.text}`);
        case 'suite started':
            return info(`${step.suite}: started, recipes ${step.recipes}`);
        case 'sub suite waiting':
            return info(`${step.subSuite}: waiting for ${step.on}`);
        case 'sub suite started':
            return info(`${step.subSuite}: started`);
        case 'recipe started':
            return info(`${step.subSuite}: ${step.testCase} started`);
        case 'recipe finished':
            return info(`${step.subSuite}: ${step.testCase} ${step.outcome.verdict}`);
        case 'sub suite finished':
            return info(`${step.subSuite}: ${step.outcome.verdict}: ${step.outcome.description}`);
        case 'suite finished':
            return info(`${step.suite}: ${step.outcome.verdict}: ${step.outcome.description}`);
        case 'note':
            return { level: step.warning ? 'WARNING' : 'INFO', message: step.text };
        case 'output':
            // What delegations print is theirs to publish, and goes into their logs.
            return undefined;
    }
}
/** UTC with six digits and a Z (eiffel.md 6.1). */
function timestamp(now) {
    return new Date(now).toISOString().replace('Z', '000Z');
}


/***/ })

};
