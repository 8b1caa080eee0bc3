"use strict";
exports.id = 757;
exports.ids = [757];
exports.modules = {

/***/ 8757:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openInternalPublisher: function() { return /* binding */ openInternalPublisher; }
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3519);
/* harmony import */ var _outbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4621);
/* harmony import */ var _sender_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5704);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4720);





/** What is not confirmed when it is disposed of is owed to nobody. */
async function openInternalPublisher(broker, { identifier, application, outbox: directory, clock, log }) {
    const outbox = await (0,_outbox_js__WEBPACK_IMPORTED_MODULE_1__/* .openOutbox */ .A)(directory, { log });
    const sender = (0,_sender_js__WEBPACK_IMPORTED_MODULE_2__/* .startSending */ .t)(broker, outbox, (0,_wire_js__WEBPACK_IMPORTED_MODULE_3__.propertiesFor)(broker), { name: `etos log of ${identifier}`, clock, log });
    const publish = (key, body) => {
        outbox
            .append(`${identifier}.${key}`, (0,_json_print_js__WEBPACK_IMPORTED_MODULE_4__/* .printPlainPython */ .QO)(body))
            .catch((error) => log.debug('a log line was not kept', { reason: (0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) }));
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


/***/ })

};
;