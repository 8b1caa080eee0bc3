"use strict";
exports.id = 720;
exports.ids = [720];
exports.modules = {

/***/ 4720:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bodyOf: function() { return /* binding */ bodyOf; },
/* harmony export */   propertiesFor: function() { return /* binding */ propertiesFor; },
/* harmony export */   routingKey: function() { return /* binding */ routingKey; },
/* harmony export */   routingTag: function() { return /* binding */ routingTag; }
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2257);
/* harmony import */ var _json_print_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);


// How an event goes over the wire (etos.md 9.2, eiffel.md 5.1 and 5.4), byte by byte as the released library has it.
/** `ETOS_ROUTING_KEY_TAG`, `_` when it is not set. @throws {InvalidInput} */
function routingTag({ ETOS_ROUTING_KEY_TAG: tag }) {
    if (tag === undefined || tag === '')
        return '_';
    if (/[.\s*#]/.test(tag) || Buffer.byteLength(tag) > 100)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`ETOS_ROUTING_KEY_TAG is ${JSON.stringify(tag)}; expected a word without periods, spaces, * and #`, 'It is one segment of the routing key, eiffel._.<type>.<tag>._');
    return tag;
}
/** `eiffel.<family>.<type>.<tag>.<domain>`; `_` stands for what is not set, and nobody sets a family. */
function routingKey({ meta }, tag) {
    return `eiffel._.${meta.type}.${tag}.${meta.source?.domainId ?? '_'}`;
}
/** The text of an event, as Python prints it. */
function bodyOf(event) {
    return (0,_json_print_js__WEBPACK_IMPORTED_MODULE_1__/* .printPlainPython */ .QO)(event);
}
/** The properties of every message to a broker. */
function propertiesFor({ host, vhost, exchange }) {
    const type = `${host},${vhost},${exchange}`;
    // AMQP holds it in a short text.
    return { contentType: 'application/json', deliveryMode: 2, ...(Buffer.byteLength(type) <= 255 && { type }) };
}


/***/ })

};
;