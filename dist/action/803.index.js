export const id = 803;
export const ids = [803];
export const modules = {

/***/ 79803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openInternalBus: () => (/* binding */ openInternalBus)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/eiffel/broker-connection.js
var broker_connection = __webpack_require__(37089);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __webpack_require__(97416);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(63519);
// EXTERNAL MODULE: ./src/eiffel/outbox.js
var eiffel_outbox = __webpack_require__(40236);
// EXTERNAL MODULE: ./src/eiffel/sender.js
var eiffel_sender = __webpack_require__(35704);
// EXTERNAL MODULE: ./src/eiffel/wire.js
var wire = __webpack_require__(24720);
;// CONCATENATED MODULE: ./src/eiffel/internal-publisher.js





/** What is not confirmed when it is disposed of is owed to nobody. */
async function openInternalPublisher(broker, { identifier, application, outbox: directory, clock, log }) {
    const outbox = await (0,eiffel_outbox/* openOutbox */.A)(directory, { log });
    const sender = (0,eiffel_sender/* startSending */.t)(broker, outbox, (0,wire.propertiesFor)(broker), { name: `etos log of ${identifier}`, clock, log });
    const publish = (key, body) => {
        outbox
            .append(`${identifier}.${key}`, (0,print/* printPlainPython */.QO)(body))
            .catch((error) => log.debug('a log line was not kept', { reason: (0,errors/* messageOf */.bD)(error) }));
        sender.wake();
    };
    return {
        line: (level, name, message) => publish(`log.${level}`, {
            message: log.redact(message),
            levelname: level,
            name,
            '@timestamp': timestamp(clock.now()),
            application,
            identifier,
            user_log: true,
        }),
        event: (event) => publish(`event.${event.event}`, event),
        async settle(late) {
            const over = new Promise((resolve) => {
                if (late.aborted)
                    resolve();
                else
                    late.addEventListener('abort', () => resolve(), { once: true });
            });
            await Promise.race([outbox.empty(), over]);
        },
        async [Symbol.asyncDispose]() {
            await sender[Symbol.asyncDispose]();
            await outbox[Symbol.asyncDispose]();
        },
    };
}
/** UTC with six digits and a Z (eiffel.md 6.1). */
function timestamp(now) {
    return new Date(now).toISOString().replace('Z', '000Z');
}

// EXTERNAL MODULE: ./src/eiffel/receiver.js
var eiffel_receiver = __webpack_require__(92016);
;// CONCATENATED MODULE: ./src/run/internal-bus.js






/** What tells our own lines, which come back to us, from those of others. */
const application = 'ETOS Suite Runner';
/**
 * Opens the internal bus by `ETOS_RABBITMQ_*`. A line of a delegated test runner becomes output of the run as it comes.
 * @returns undefined when no host is named, or `ETOS_ENABLE_SENDING_LOGS` is false
 * @throws {InvalidInput} {NotCarriedOut} the broker does not let us in
 */
async function openInternalBus({ runId, directory, environment, progress, clock, log, signal, }) {
    const broker = (0,eiffel_broker.readBroker)(environment, 'ETOS_RABBITMQ');
    if (!broker || environment.ETOS_ENABLE_SENDING_LOGS === 'false')
        return undefined;
    log.secret(broker.password);
    await (0,broker_connection.checkBroker)(broker, { clock, signal });
    const publisher = await openInternalPublisher(broker, {
        identifier: runId,
        application,
        outbox: (0,external_node_path_.join)(directory, 'log-outbox'),
        clock,
        log,
    });
    const tooLate = new errors/* NotCarriedOut */.sZ(`RabbitMQ at ${(0,eiffel_broker/* addressOf */.c)(broker)} gave no queue within 60 s`, 'It answered before; has it been restarted?');
    const receiver = (0,eiffel_receiver/* startReceiving */.v)(broker, 
    // Gone with the connection: a line that nobody sees live is in the logs all the same.
    { queue: `etos-log-${runId}`, routingKey: `${runId}.log.#`, parameters: { exclusive: true, auto_delete: true } }, {
        name: `etos log of ${runId}`,
        prefetch: 200,
        clock,
        log,
        take(body) {
            linesIn(body).forEach(progress);
            return 'taken';
        },
    });
    const leave = async () => {
        await publisher[Symbol.asyncDispose]();
        await receiver[Symbol.asyncDispose]();
    };
    try {
        await receiver.ready(AbortSignal.any([signal, clock.deadline(60_000, tooLate)]));
    }
    catch (error) {
        await leave();
        throw error;
    }
    return {
        tell(step) {
            const line = textOf(step);
            if (line !== undefined)
                publisher.line(line.level, 'ETOS', line.message);
        },
        uploaded(file) {
            const { directory: subSuite, ...data } = file;
            publisher.event(subSuite === undefined ? { event: 'report', data } : { event: 'artifact', data: { ...data, directory: subSuite } });
        },
        shutdown: (outcome) => publisher.event({ event: 'shutdown', data: shutdownData(outcome) }),
        settle: (late) => publisher.settle(late),
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
/**
 * What a test runner published, line by line: a line without its name before it would pass for ours, or for a command to the CI system. Nothing for our own,
 * and for what is no log record.
 */
function linesIn(body) {
    let said;
    try {
        said = JSON.parse(body.toString());
    }
    catch {
        return [];
    }
    const { message, name, application: from } = (said ?? {});
    if (typeof message !== 'string' || from === application)
        return [];
    const subSuite = typeof name === 'string' ? name : 'test runner';
    return message.split(/\r?\n|[\r\v\f\u0085\u2028\u2029]/).map((line) => ({ kind: 'output', subSuite, line }));
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


/***/ })

};
