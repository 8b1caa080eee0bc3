"use strict";
exports.id = 701;
exports.ids = [701];
exports.modules = {

/***/ 7701:
/***/ (function(__unused_webpack_module, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeOutcome: function() { return /* binding */ writeOutcome; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/host/durable.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Writes a whole file or nothing: a reader, or a crash, never meets half of it. Readable by the owner alone unless `mode` says otherwise. */
async function writeWhole(path, content, { mode = 0o600 } = {}) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(temporary, 'wx', mode), true);
            await file.writeFile(content);
            await file.sync();
            await file.close();
            await (0,promises_.rename)(temporary, path);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./src/host/file-problem.js
var file_problem = __webpack_require__(7026);
;// CONCATENATED MODULE: ./runner/outcome.js




/**
 * Writes the record of a run, one JSON line (delegation.md 2). One that cannot be written is told and changes nothing.
 * @param finished milliseconds since 1970
 */
async function writeOutcome({ account, ending, finished }, path, say) {
    const { began, created, started, ended, ...rest } = account;
    const times = Object.entries({ began, created, started, ended, finished }).filter((time) => time[1] !== undefined);
    const record = { ...rest, ...ending, times: Object.fromEntries(times.map(([name, at]) => [name, new Date(at).toISOString()])) };
    const line = `${JSON.stringify(record)}\n`;
    try {
        const end = endOf(path);
        const own = new RegExp(`^/proc/${process.pid}/fd/(\\d+)$`).exec(end)?.[1];
        // Opened anew it would be written at another place, and over that whatever follows in the log.
        if (own !== undefined)
            (0,external_node_fs_.writeSync)(Number(own), line);
        else if ((0,external_node_fs_.lstatSync)(end, { throwIfNoEntry: false })?.isFile() === false)
            writeNow(end, line);
        else
            await writeWhole(end, line, { mode: 0o644 });
    }
    catch (error) {
        const { code } = Object(error);
        say(`warning: the outcome could not be written to ${path}: ${code === 'ENOENT' ? 'its folder is not there' : (0,file_problem/* fileProblem */.W)(error)}`);
    }
}
/**
 * Where the links lead that begin at a path; they stay. Not beyond what a process has open: `/dev/stdout` may end in a file, and to root's rename it is a
 * link like any other, and the whole machine's.
 */
function endOf(path) {
    if (!(0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink())
        return path;
    const folder = (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path));
    return folder.startsWith('/proc/') ? (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path)) : endOf((0,external_node_path_.resolve)(folder, (0,external_node_fs_.readlinkSync)(path)));
}
/** A file cannot take the place of a pipe or a device. A pipe that nobody reads would be waited for, for ever. */
function writeNow(path, line) {
    const descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_APPEND);
    try {
        (0,external_node_fs_.writeSync)(descriptor, line);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}


/***/ })

};
;