#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 38232:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7313:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(20854);
const { Command } = __nccwpck_require__(49600);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(49851);
const { Help } = __nccwpck_require__(71518);
const { Option } = __nccwpck_require__(97596);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 20854:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(49851);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 49600:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(78474).EventEmitter);
const childProcess = __nccwpck_require__(31421);
const path = __nccwpck_require__(76760);
const fs = __nccwpck_require__(73024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(20854);
const { CommanderError } = __nccwpck_require__(49851);
const { Help, stripColor } = __nccwpck_require__(71518);
const { Option, DualOptions } = __nccwpck_require__(97596);
const { suggestSimilar } = __nccwpck_require__(19266);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 49851:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 71518:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(20854);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 97596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(49851);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 19266:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 66764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ printError)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22257);
/* harmony import */ var _report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73251);


/**
 * Says what ended a command, and gives the exit code: of an error that we can explain, the problems and the hint; of a cancel, one line; of anything
 * else, that it is a bug of ours, with the stack that a report needs.
 */
function printError(error, { err, redact = (text) => text }) {
    if (error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtosError */ .Ss) {
        err.write(redact(`${prefixed(error.message.replace(/[^\n]+/g, _report_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g))}\n${error.hint === '' ? '' : `${error.hint}\n`}`));
        return error.exitCode;
    }
    if (error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ) {
        err.write(`${error.message}\n`);
        return error.exitCode;
    }
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    err.write(redact(`error: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}\nThis is a bug in etos. Please report it with these lines:\n${stack}\n`));
    return 3;
}
/** Each problem is an error of its own; indented lines belong to the one above. */
function prefixed(message) {
    return message.replace(/^(?=\S)/gm, 'error: ');
}


/***/ }),

/***/ 92705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Mp: () => (/* binding */ addClusterOptions),
  Sr: () => (/* binding */ addInputOptions),
  JW: () => (/* binding */ addOutputOptions),
  Fo: () => (/* binding */ collect),
  Ku: () => (/* binding */ runOptions),
  qM: () => (/* binding */ verboseOption)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ../../node_modules/commander/esm.mjs
var esm = __nccwpck_require__(13735);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __nccwpck_require__(48652);
;// CONCATENATED MODULE: ./src/host/duration.js
const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What a duration looks like, for messages and help. */
const durationForm = 'seconds, or a number with a unit: 90, 90s, 30m, 2h, 1h30m';
/** Milliseconds of a duration as people write it: seconds when it is a bare number (etos.md 1.1), else `30m`, `1h30m`. Undefined: it is none, or not above zero. */
function parseDuration(text) {
    const folded = text.trim().toLowerCase();
    const parts = [...folded.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
    const milliseconds = /^\d+(\.\d+)?$/.test(folded)
        ? Number(folded) * 1000
        : parts.map(([whole]) => whole).join('') === folded
            ? parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? NaN), 0)
            : NaN;
    return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds : undefined;
}

// EXTERNAL MODULE: ./src/run/tercc.js
var run_tercc = __nccwpck_require__(16674);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(22257);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __nccwpck_require__(11290);
// EXTERNAL MODULE: ./src/suite/splitter.js + 2 modules
var suite_splitter = __nccwpck_require__(9569);
;// CONCATENATED MODULE: ./src/run/options.js



/** How long items are waited for, as people write it; 0 asks once. @param problems gets a sentence for each text that is no duration */
function waitsIn(texts, nameOf, problems) {
    const given = Object.entries(texts).filter(([, text]) => text !== undefined && text !== '');
    return Object.fromEntries(given.map(([kind, text = '']) => {
        const limit = text.trim() === '0' ? 0 : parseDuration(text);
        if (limit === undefined)
            problems.push(`${nameOf(kind)} is ${JSON.stringify(text)}; expected ${durationForm}`);
        return [kind, limit ?? 0];
    }));
}
/** @param problems gets a sentence for a name that no splitter has */
function splitterIn(text, name, problems) {
    const splitter = suite_splitter/* splitterNames */.wG.find((one) => one === text);
    if (splitter === undefined)
        problems.push(`${name} is ${JSON.stringify(text)}; expected ${suite_splitter/* splitterNames */.wG.join(', ')}.${(0,nearest/* didYouMean */.a)(text, suite_splitter/* splitterNames */.wG)}`);
    return splitter ?? suite_splitter/* splitterNames */.wG[0];
}

// EXTERNAL MODULE: ./src/http/url.js
var url = __nccwpck_require__(59435);
;// CONCATENATED MODULE: ./src/remote/address.js


/**
 * The address of a deployment, `https://etos.example.org`, without the `/` or `/api` that people leave at its end (etos.md 1.1).
 * @throws {InvalidInput} it is no http or https address, or holds what does not belong there: credentials would be in the list of processes
 */
function deploymentAddress(text) {
    const url = addressIn(text);
    if (url.username !== '' || url.password !== '')
        throw new errors/* InvalidInput */.o9(`the address of the deployment at ${url.host} holds credentials`, 'Give them in ETOS_CLUSTER_USERNAME and ETOS_CLUSTER_PASSWORD, or a token in ETOS_CLUSTER_TOKEN');
    if (url.search !== '' || url.hash !== '')
        throw new errors/* InvalidInput */.o9(`the address of the deployment at ${url.host} has a query or a fragment`, 'Expected https://host or https://host/path');
    return url.href
        .replace(/\/+$/, '')
        .replace(/\/api$/, '')
        .replace(/\/+$/, '');
}
function addressIn(text) {
    try {
        return (0,url/* parseUrl */.Dl)(text);
    }
    catch (cause) {
        throw new errors/* InvalidInput */.o9(`${JSON.stringify((0,url/* withoutCredentials */.ri)(text))} is no address of a deployment`, 'Expected an http(s) address such as https://etos.example.org', { cause });
    }
}

// EXTERNAL MODULE: ./src/remote/generation.js
var generation = __nccwpck_require__(11704);
;// CONCATENATED MODULE: ./src/run/cluster.js





/**
 * The deployment that a run is to be started in; undefined when it is carried out here.
 * @param names how the face calls its two options
 * @param problems gets a sentence for everything that makes no sense there
 */
function clusterIn({ cluster, clusterApi, collection, providers, here, tercc }, names, problems) {
    const api = generation/* generations */.Y.find((one) => one === clusterApi);
    if (clusterApi !== undefined && api === undefined)
        problems.push(`${names.clusterApi} is ${JSON.stringify(clusterApi)}; expected ${generation/* generations */.Y.join(', ')}.${(0,nearest/* didYouMean */.a)(clusterApi, generation/* generations */.Y)}`);
    if (cluster === undefined) {
        if (clusterApi !== undefined)
            problems.push(`${names.clusterApi} is given without ${names.cluster}, the address of the deployment`);
        return undefined;
    }
    let url = '';
    try {
        url = deploymentAddress(cluster);
    }
    catch (error) {
        if (!(error instanceof errors/* InvalidInput */.o9))
            throw error;
        problems.push(`${names.cluster}: ${error.message}. ${error.hint}`);
    }
    problems.push(...(collection === undefined ? [] : problemsOfCollection(collection)));
    for (const [option, provider] of Object.entries(providers)) {
        if (/^https?:\/\//i.test(provider) || /^[\w.-]+$/.test(provider))
            continue;
        problems.push(`${option} is ${shortened(provider)}; a deployment takes a name that it knows, or an http(s) address that it can read`);
    }
    const meaningless = Object.entries(here).flatMap(([option, given]) => (given ? [option] : []));
    if (meaningless.length > 0)
        problems.push(`${meaningless.join(', ')}: for a run on this machine; with ${names.cluster} the deployment has its own way. Leave ${meaningless.length === 1 ? 'it' : 'them'} out`);
    if (tercc)
        problems.push(`TERCC holds an event that asks for a run on this machine; with ${names.cluster} the deployment makes its own. Unset it`);
    return { url, ...(api && { api }) };
}
function problemsOfCollection(collection) {
    if (!/^https?:\/\//i.test(collection))
        return [
            `the test collection is ${(0,url/* withoutCredentials */.ri)(collection)}, on this machine; the deployment downloads it itself: put it where both can read it, and give its http(s) address`,
        ];
    const { username, password } = URL.canParse(collection) ? new URL(collection) : { username: '', password: '' };
    return username !== '' || password !== ''
        ? [
            'the address of the test collection holds credentials, which the deployment would announce to everybody; put it where it can be read without',
        ]
        : [];
}
function shortened(provider) {
    const shown = (0,url/* withoutCredentials */.ri)(provider);
    return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 57)}...` : shown);
}

// EXTERNAL MODULE: ./src/run/references.js
var references = __nccwpck_require__(28813);
;// CONCATENATED MODULE: ./src/cli/run-options.js











const providersDirectory = '.etos/providers';
/** An option that may be given several times. */
const collect = (value, before) => [...before, value];
/** What a run is about: the item under test and where things are. */
function addInputOptions(command) {
    return command
        .option('-i, --identity <purl>', 'package URL of the item under test; else IDENTITY, else made from the CI variables or the git checkout')
        .option('-w, --workspace <dir>', 'the workspace, which recipes can read as $ETOS_SOURCE_DIR; else WORKSPACE, else the current directory')
        .option('--iut-provider <provider>', 'where items under test come from: a name, file or URL', 'default')
        .option('--execution-space-provider <provider>', 'where test runners run: docker and process demand one, default chooses', 'default')
        .option('--log-area-provider <provider>', 'where logs and artifacts go', 'default')
        .option('--providers-dir <dir>', 'where providers are looked up by name, below the workspace', providersDirectory)
        .addOption(new esm/* Option */.c$('--dataset <json>', 'values for the providers, or @file; repeat it to add more, later ones win')
        .default([], '{}')
        .argParser(collect))
        .option('--splitter <name>', `how recipes are dealt to IUTs: ${suite_splitter/* splitterNames */.wG.join(', ')}`, suite_splitter/* splitterNames */.wG[0])
        .addOption(new esm/* Option */.c$('--durations <file>', 'results.json of an earlier run, for by-duration; may be repeated; without it the one in the report directory')
        .default([], 'none')
        .argParser(collect));
}
/** Where results go and how much is told. */
function addOutputOptions(command) {
    return command
        .option('-r, --report-dir <dir>', 'reports and logs, below the workspace; one run at a time: a second is refused', 'reports')
        .option('-a, --artifact-dir <dir>', 'artifacts of the tests, below the workspace; one run at a time, too', 'artifacts')
        .option('--advertise-url <url>', 'where test runners on other machines reach this one, http://host:port; else ETOS_ADVERTISE_URL, else the address on the Docker bridge')
        .option('--publish-artifact', 'announce the item under test, and where it is, when the event repository (ETOS_GRAPHQL_SERVER) does not have it')
        .option('--timeout <duration>', `end the run as INCONCLUSIVE after so long: ${durationForm}`)
        .option('--wait-for-iut <duration>', waitHelp('iut', 'an IUT'))
        .option('--wait-for-log-area <duration>', waitHelp('log-area', 'a log area'))
        .option('--wait-for-execution-space <duration>', waitHelp('execution-space', 'an execution space'))
        .option('--no-tty', 'plain lines, no cursor movement; always so in CI and without a terminal')
        .addOption(verboseOption());
}
/** Who carries the run out, where it is not this machine. */
function addClusterOptions(command) {
    return command
        .option('--cluster <url>', 'start the run in the ETOS deployment at this address, and follow it from here')
        .option('--cluster-api <generation>', `how that deployment is spoken to: ${generation/* generations */.Y.join(', ')}; else it is asked, and today's is v0`);
}
function waitHelp(kind, item) {
    return `wait so long for ${item} to become available; else ${kinds/* kinds */.EZ[kind].waitVariable}, else 10s`;
}
/** `-v`, `-vv`. */
function verboseOption() {
    return new esm/* Option */.c$('-v, --verbose', 'show events; -vv: requests, too')
        .default(0, 'off')
        .argParser((_value, before) => before + 1);
}
/** The options of a run, with the variables of the ETOS client for those that were not given. @throws {InvalidInput} */
function runOptions(collection, flags, { environment, directory }) {
    const problems = [];
    // With a deployment its event is refused, whatever it says.
    const tercc = environment.TERCC && flags.cluster === undefined ? (0,run_tercc/* parseTercc */.rf)(environment.TERCC) : undefined;
    const source = collection ?? (environment.TEST_SUITE || (0,run_tercc/* batchesUriOf */.Qu)(tercc));
    if (source === undefined && !(tercc && (0,run_tercc/* holdsRecipes */.q0)(tercc)))
        problems.push('no test collection was given; expected its path or URL as argument, or in TEST_SUITE, or an event that asks for it in TERCC');
    else if (source?.trim() === '')
        problems.push('the test collection is empty text; expected a path or a URL');
    const timeout = flags.timeout === undefined ? undefined : parseDuration(flags.timeout);
    if (flags.timeout !== undefined && timeout === undefined)
        problems.push(`--timeout is ${JSON.stringify(flags.timeout)}; expected ${durationForm}`);
    const waits = waitsIn({ iut: flags.waitForIut, 'log-area': flags.waitForLogArea, 'execution-space': flags.waitForExecutionSpace }, (kind) => `--${kinds/* kinds */.EZ[kind].waitOption}`, problems);
    const splitter = splitterIn(flags.splitter, '--splitter', problems);
    const cluster = clusterIn({
        cluster: flags.cluster,
        clusterApi: flags.clusterApi,
        collection: source,
        providers: {
            '--iut-provider': flags.iutProvider,
            '--execution-space-provider': flags.executionSpaceProvider,
            '--log-area-provider': flags.logAreaProvider,
        },
        here: {
            '--providers-dir': flags.providersDir !== providersDirectory,
            '--splitter': flags.splitter !== suite_splitter/* splitterNames */.wG[0],
            '--durations': flags.durations.length > 0,
            '--wait-for-iut': flags.waitForIut !== undefined,
            '--wait-for-log-area': flags.waitForLogArea !== undefined,
            '--wait-for-execution-space': flags.waitForExecutionSpace !== undefined,
            '--advertise-url': flags.advertiseUrl !== undefined,
            '--publish-artifact': flags.publishArtifact === true,
        },
        tercc: Boolean(environment.TERCC),
    }, { cluster: '--cluster', clusterApi: '--cluster-api' }, problems);
    if (problems.length > 0)
        throw new errors/* InvalidInput */.o9(problems.join('\n'), 'See etos run --help');
    const workspace = (0,external_node_path_.resolve)(directory, flags.workspace ?? (environment.WORKSPACE || '.'));
    const advertise = flags.advertiseUrl ?? (environment.ETOS_ADVERTISE_URL || undefined);
    const identity = flags.identity ?? (environment.IDENTITY || undefined);
    return {
        collection: source === undefined ? undefined : (0,references/* collectionReference */.Gh)(source, directory),
        ...(identity !== undefined && { identity }),
        workspace,
        artifactDirectory: (0,external_node_path_.resolve)(workspace, flags.artifactDir),
        reportDirectory: (0,external_node_path_.resolve)(workspace, flags.reportDir),
        iutProvider: (0,references/* providerReference */.tq)(flags.iutProvider, directory),
        executionSpaceProvider: (0,references/* providerReference */.tq)(flags.executionSpaceProvider, directory),
        logAreaProvider: (0,references/* providerReference */.tq)(flags.logAreaProvider, directory),
        dataset: flags.dataset.map((text) => (0,references/* datasetReference */.e2)(text, directory)),
        providersDirectory: (0,external_node_path_.resolve)(workspace, flags.providersDir),
        waits,
        splitter,
        durations: flags.durations.map((path) => (0,external_node_path_.resolve)(directory, path)),
        verbose: flags.verbose > 0,
        ...(advertise !== undefined && { advertise }),
        ...(flags.publishArtifact === true && { publishArtifact: true }),
        ...(tercc && { tercc }),
        ...(timeout !== undefined && { timeout }),
        ...(cluster && { cluster }),
    };
}


/***/ }),

/***/ 62728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ conclusions),
/* harmony export */   r: () => (/* binding */ verdicts)
/* harmony export */ });
const verdicts = ['PASSED', 'FAILED', 'INCONCLUSIVE'];
const conclusions = ['SUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE'];


/***/ }),

/***/ 21588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   R5: () => (/* binding */ wireName),
/* harmony export */   SH: () => (/* binding */ editions),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W7: () => (/* binding */ olderThan),
/* harmony export */   WQ: () => (/* binding */ linkRules),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   sW: () => (/* binding */ catalogue)
/* harmony export */ });
/* unused harmony export commonLinks */
/* harmony import */ var _documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(62728);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77248);
// The Eiffel events that ETOS publishes (eiffel.md 2 and 3): versions, data and links of each type, said once. Types, constructors and checks are
// made of it.


/** Versions 1 to 5, lower case: what the schemas take as an id (eiffel.md 1.1). */
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/**
 * Which versions of the events are published: those of edition Arica, which every consumer in use reads; those of edition Orizaba; the newest
 * official ones. A consumer of the released services drops a version it has no schema for without a word (eiffel.md 2).
 */
const editions = ['Arica', 'Orizaba', 'newest'];
const uuid = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(idPattern, 'a lower-case UUID of version 1 to 5');
const purl = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^pkg:/, 'a package URL, pkg:…');
const texts = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)());
const custom = { customData: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ key: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) };
const liveLogs = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { mediaType: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), tags: texts }));
const integrityProtection = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    alg: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA-512/224', 'SHA-512/256'),
    digest: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9a-f]+$/, 'lower-case hexadecimal digits'),
}, {});
const persistentLogs = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { mediaType: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), tags: texts, integrityProtection }));
const triggers = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MANUAL', 'EIFFEL_EVENT', 'SOURCE_CHANGE', 'TIMER', 'OTHER') }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }));
const executionType = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MANUAL', 'SEMI_AUTOMATED', 'AUTOMATED', 'OTHER');
const testCase = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tracker: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() });
const verdict = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdicts */ .r);
const conclusion = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(..._documents_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .conclusions */ .f);
const recipe = (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: uuid, testCase }, { constraints: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ key: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) });
const activity = { activityExecution: { required: true, last: true } };
const testCaseExecution = { testCaseExecution: { required: true, last: true } };
/** By the type's name without `Eiffel` and `Event`. `versions` in the order of `editions`. */
const catalogue = {
    ActivityTriggered: {
        versions: ['4.2.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { categories: texts, triggers, executionType, ...custom }),
        links: { precursor: { many: true }, originalTrigger: { since: '4.3.0' } },
    },
    ActivityStarted: {
        versions: ['4.3.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { executionUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), liveLogs, ...custom }),
        links: { ...activity, previousActivityExecution: {} },
    },
    ActivityFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
            outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ conclusion: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SUCCESSFUL', 'UNSUCCESSFUL', 'FAILED', 'ABORTED', 'TIMED_OUT', 'INCONCLUSIVE') }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { open: true }),
        }, { persistentLogs, ...custom }),
        links: activity,
    },
    ActivityCanceled: {
        versions: ['3.2.0', '3.2.0', '5.0.1'],
        // Open, because the schema of 3.2.0 misspells what would close it (eiffel.md 9).
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { reason: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }, { open: true }),
        links: activity,
    },
    ArtifactCreated: {
        versions: ['3.3.0', '3.3.0', '4.0.2'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ identity: purl }, {
            fileInformation: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tags: texts, integrityProtection })),
            buildCommand: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            requiresImplementation: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('NONE', 'ANY', 'EXACTLY_ONE', 'AT_LEAST_ONE'),
            dependsOn: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(purl),
            implements: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(purl),
            name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            ...custom,
        }),
        links: { composition: {}, environment: {}, previousVersion: { many: true } },
    },
    ArtifactPublished: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ locations: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('ARTIFACTORY', 'NEXUS', 'PLAIN', 'OTHER'), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() })) }, custom),
        links: { artifact: { required: true, last: true } },
    },
    TestExecutionRecipeCollectionCreated: {
        versions: ['4.3.0', '4.3.0', '5.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ selectionStrategy: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { tracker: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }) }, {
            batchesUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(),
            batches: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ priority: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD, recipes: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(recipe) }, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), dependencies: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ dependent: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), dependency: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {})) })),
            ...custom,
        }),
        links: {},
    },
    TestSuiteStarted: {
        versions: ['3.3.0', '3.4.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {
            categories: texts,
            types: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(...[
                'ACCESSIBILITY',
                'BACKUP_RECOVERY',
                'COMPATIBILITY',
                'CONVERSION',
                'DISASTER_RECOVERY',
                'FUNCTIONAL',
                'INSTALLABILITY',
            ], ...['INTEROPERABILITY', 'LOCALIZATION', 'MAINTAINABILITY', 'PERFORMANCE', 'PORTABILITY', 'PROCEDURE', 'RELIABILITY'], ...['SECURITY', 'STABILITY', 'USABILITY'])),
            liveLogs,
            ...custom,
        }),
        links: { terc: {}, precursor: { many: true }, originalTrigger: { since: '3.4.0' } },
    },
    TestSuiteFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { verdict, conclusion, description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }), persistentLogs, ...custom }),
        links: { testSuiteExecution: { required: true, last: true } },
    },
    TestCaseTriggered: {
        versions: ['3.2.0', '3.5.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ testCase }, { recipeId: uuid, triggers, executionType, parameters: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {})), ...custom }),
        links: { iut: { required: true, last: true }, precursor: { many: true }, originalTrigger: { since: '3.5.0' } },
    },
    TestCaseStarted: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { executor: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), liveLogs, ...custom }),
        links: { ...testCaseExecution, environment: {} },
    },
    TestCaseFinished: {
        versions: ['3.3.0', '3.3.0', '4.1.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
            outcome: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ verdict, conclusion }, { description: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), metrics: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: _shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anything */ .D8 }, {})) }),
        }, { persistentLogs, ...custom }),
        // Of skipped test cases; the protocol has it on TestCaseStarted alone, but test runners send it (etos.md 6.9).
        links: { ...testCaseExecution, environment: {} },
    },
    TestCaseCanceled: {
        versions: ['3.2.0', '3.2.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { reason: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: testCaseExecution,
    },
    EnvironmentDefined: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), image: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), host: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), user: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, {}), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { previousVersion: { many: true }, runtimeEnvironment: { many: true } },
    },
    ConfidenceLevelModified: {
        versions: ['3.2.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), value: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('SUCCESS', 'FAILURE', 'INCONCLUSIVE') }, { issuer: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({}, { name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), email: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), id: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), group: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }), ...custom }),
        links: { subject: { required: true, many: true }, subConfidenceLevel: { many: true }, confidenceBasis: { many: true, since: '3.4.0' } },
    },
    AnnouncementPublished: {
        versions: ['3.2.0', '3.2.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ heading: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), body: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), severity: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('MINOR', 'MAJOR', 'CRITICAL', 'BLOCKER', 'CLOSED', 'CANCELED') }, { uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { modifiedAnnouncement: {} },
    },
    CompositionDefined: {
        versions: ['3.3.0', '3.3.0', '4.0.1'],
        data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)() }, { version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(), ...custom }),
        links: { element: { many: true }, previousVersion: { many: true } },
    },
};
/** The links that every event may have (eiffel.md 1.2). */
const commonLinks = { cause: { many: true }, context: {}, flowContext: { many: true } };
function typeOf(name) {
    return `Eiffel${name}Event`;
}
/** The name of a type that the catalogue knows. */
function nameOf(type) {
    const name = /^Eiffel(.+)Event$/.exec(type)?.[1] ?? '';
    return Object.hasOwn(catalogue, name) ? name : undefined;
}
/** The links of a type, by the name they have in our code: `testCaseExecution`. */
function linkRules(name) {
    return { ...commonLinks, ...catalogue[name].links };
}
/** `testCaseExecution` as `TEST_CASE_EXECUTION`. */
function wireName(link) {
    return link.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
/** Whether version `a` is older than version `b`. */
function olderThan(a, b) {
    const [left, right] = [a, b].map((version) => version.split('.').map(Number));
    const n = left?.findIndex((part, i) => part !== right?.[i]) ?? -1;
    return n >= 0 && (left?.[n] ?? 0) < (right?.[n] ?? 0);
}


/***/ }),

/***/ 8729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ isA),
/* harmony export */   bv: () => (/* binding */ problemsAs),
/* harmony export */   vh: () => (/* binding */ checkForeign),
/* harmony export */   z6: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21588);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(77248);


/**
 * What is wrong with an event, a sentence for each (eiffel.md 1 to 3): the envelope always; data and links in full when type and version are ours;
 * of other types and versions, only the envelope, because a consumer must expect events it does not know.
 */
function check(event) {
    if (typeof event === 'object' && event !== null && passed.has(event))
        return [];
    const problems = problemsIn(event, problemsOfLinks);
    if (problems.length === 0)
        passed.add(event);
    return problems;
}
/** The same for an event that others have published: no schema says which links there may be, so that no other consumer asks (eiffel.md 1.2). */
function checkForeign(event) {
    return problemsIn(event, () => []);
}
// Nobody changes an event (they are readonly), and each border checks: whoever made it, then the bus. A check costs as much as printing it.
const passed = new WeakSet();
function problemsIn(event, linkProblems) {
    const problems = [];
    envelope.check(event, 'event', problems, true);
    if (problems.length > 0)
        return problems;
    const { meta, data, links } = event;
    const name = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(meta.type);
    if (name === undefined || !_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].versions.some((version) => version === meta.version))
        return [];
    _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].data.check(data, 'event.data', problems, true);
    return [...problems, ...problemsOfData(name, data, meta.version, links), ...linkProblems(name, links, meta.version)];
}
/** Whether an event, of whatever version, is of this type and its data can be read as such. */
function isA(event, name) {
    return event.meta.type === (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .typeOf */ .QP)(name) && problemsAs(event, name).length === 0;
}
/** Why the data of an event cannot be read as that of this type. */
function problemsAs(event, name) {
    const problems = [];
    _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW[name].data.check(event.data, 'event.data', problems, false);
    return problems;
}
const id = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .idPattern */ .aD, 'a lower-case UUID of version 1 to 5');
const envelope = (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({
    meta: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({ id, type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/./), version: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^\d+\.\d+\.\d+/, 'a version such as 4.2.0'), time: _shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD }, {
        tags: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)()),
        source: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, { domainId: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), host: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), name: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), uri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(), serializer: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^pkg:/, 'a package URL, pkg:…') }),
        security: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, {}, { open: true }),
        schemaUri: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(),
    }),
    data: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({}, {}, { open: true }),
    links: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .objectOf */ .Xy)({ type: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/./), target: id }, { domainId: (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)() })),
}, {});
/** The rules that no schema says (eiffel.md 3.7, 3.14, 3.16, 9). */
function problemsOfData(name, data, version, links) {
    const has = (member) => Object.hasOwn(data, member);
    const problems = [];
    if (name === 'TestExecutionRecipeCollectionCreated' && has('batches') === has('batchesUri'))
        problems.push(`event.data has ${has('batches') ? 'both batches and' : 'neither batches nor'} batchesUri; expected exactly one`);
    if (name === 'EnvironmentDefined' && !has('image') && !has('host') && !has('uri'))
        problems.push('event.data has none of image, host and uri; expected at least one');
    const closing = data.severity === 'CLOSED' || data.severity === 'CANCELED';
    if (name === 'AnnouncementPublished' && closing && !links.some(({ type }) => type === 'MODIFIED_ANNOUNCEMENT'))
        problems.push(`event.data.severity is ${JSON.stringify(data.severity)} without a link MODIFIED_ANNOUNCEMENT`);
    const logs = Array.isArray(data.persistentLogs) ? data.persistentLogs : [];
    if ((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .olderThan */ .W7)(version, '4.1.0') && logs.some((log) => typeof log === 'object' && log !== null && 'integrityProtection' in log))
        problems.push(`event.data.persistentLogs has integrityProtection, which version ${version} does not know; it came with 4.1.0`);
    return problems;
}
function problemsOfLinks(name, links, version) {
    const rules = new Map(Object.entries((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .linkRules */ .WQ)(name)).map(([link, rule]) => [(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .wireName */ .R5)(link), rule]));
    const counts = new Map();
    for (const { type } of links)
        counts.set(type, (counts.get(type) ?? 0) + 1);
    const unknown = [...counts.keys()].filter((type) => !rules.has(type));
    return [
        ...unknown.map((type) => `the link ${type} is not known to ${name}; known are ${[...rules.keys()].join(', ')}`),
        ...[...rules].flatMap(([type, { required, many, since }]) => {
            const count = counts.get(type) ?? 0;
            if (required && count === 0)
                return [`the link ${type} is missing`];
            if (!many && count > 1)
                return [`the link ${type} is there ${count} times; expected it once`];
            return since && count > 0 && (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .olderThan */ .W7)(version, since) ? [`the link ${type} came with version ${since}; this is ${version}`] : [];
        }),
    ];
}


/***/ }),

/***/ 10522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PH: () => (/* binding */ parseEvents),
/* harmony export */   kV: () => (/* binding */ parseForeignEvent),
/* harmony export */   wj: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22257);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(39874);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8729);



/**
 * Reads one Eiffel event from JSON text. Types and versions that we do not know pass when their envelope is right.
 * @param source how messages call the text
 * @throws {InvalidInput} with everything that is wrong
 */
function parseEvent(text, source) {
    return parsed(text, source, _check_js__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6);
}
/** Reads what others have published; links may be any. @throws {InvalidInput} */
function parseForeignEvent(text, source) {
    return parsed(text, source, _check_js__WEBPACK_IMPORTED_MODULE_2__/* .checkForeign */ .vh);
}
/** Reads events that stand one on a line (NDJSON); empty lines are skipped. All or none. @throws {InvalidInput} with the problems of every line */
function parseEvents(text, source) {
    const problems = [];
    const events = text.split('\n').flatMap((line, n) => {
        if (line.trim() === '')
            return [];
        try {
            return [parseEvent(line, `${source} line ${n + 1}`)];
        }
        catch (error) {
            if (!(error instanceof _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9))
                throw error;
            problems.push(error.message);
            return [];
        }
    });
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(problems.join('\n'), 'See eiffel.md 1 to 3 for the form');
    return events;
}
function parsed(text, source, problemsOf) {
    const event = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlain */ .eE)(text, source);
    const problems = problemsOf(event);
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${source} is not an Eiffel event: ${problems.join('; ')}`, 'See eiffel.md 1 to 3 for the form');
    return event;
}


/***/ }),

/***/ 77248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
function text(pattern, expected = 'text') {
    return simple((value) => typeof value === 'string' && (pattern?.test(value) ?? true), expected);
}
function oneOf(...words) {
    return simple((value) => words.some((word) => word === value), words.join(', '));
}
const wholeNumber = simple((value) => Number.isSafeInteger(value), 'a whole number');
/** Any JSON value: its own name for what has no form. */
const anything = simple((value) => value !== undefined, 'a value');
function listOf(element) {
    return {
        check(value, path, problems, strict) {
            if (!Array.isArray(value))
                problems.push(`${path} is ${print(value)}; expected a list`);
            else
                value.forEach((one, n) => element.check(one, `${path}[${n}]`, problems, strict));
        },
    };
}
/** @param open members beside these are let pass even by a strict check */
function objectOf(required, optional, { open = false } = {}) {
    return {
        check(value, path, problems, strict) {
            if (typeof value !== 'object' || value === null || Array.isArray(value)) {
                problems.push(`${path} is ${print(value)}; expected an object`);
                return;
            }
            const at = (name) => `${path}.${name}`;
            for (const name of Object.keys(required))
                if (!Object.hasOwn(value, name))
                    problems.push(`${at(name)} is missing`);
            for (const [name, member] of Object.entries(value)) {
                const shape = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) ? optional[name] : undefined;
                if (shape)
                    shape.check(member, at(name), problems, strict);
                else if (strict && !open)
                    problems.push(`${at(name)} is not known; known are ${[...Object.keys(required), ...Object.keys(optional)].join(', ')}`);
            }
        },
    };
}
function simple(isOne, expected) {
    return {
        check(value, path, problems) {
            if (!isOne(value))
                problems.push(`${path} is ${print(value)}; expected ${expected}`);
        },
    };
}
function print(value) {
    const json = JSON.stringify(value) ?? String(value);
    return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}


/***/ }),

/***/ 48652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   U7: () => (/* binding */ waitLimits),
/* harmony export */   pQ: () => (/* binding */ atHand)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22257);

const kinds = {
    iut: { called: 'IUT', item: ['iut'], items: 'iuts', waitVariable: 'ETOS_WAIT_FOR_IUT_TIMEOUT', waitOption: 'wait-for-iut' },
    'log-area': {
        called: 'log area',
        item: ['log_area', 'logs'],
        items: 'log_areas',
        waitVariable: 'ETOS_WAIT_FOR_LOG_AREA_TIMEOUT',
        waitOption: 'wait-for-log-area',
    },
    'execution-space': {
        called: 'execution space',
        item: ['execution_space'],
        items: 'execution_spaces',
        waitVariable: 'ETOS_WAIT_FOR_EXECUTION_SPACE_TIMEOUT',
        waitOption: 'wait-for-execution-space',
    },
};
/** The item at hand under its names. */
function atHand(kind, item) {
    return new Map(kinds[kind].item.map((name) => [name, item]));
}
const usualLimit = 10_000;
/**
 * How long items are waited for: as given, else as the three variables say, else 10 s (etos.md 5.4).
 * @throws {InvalidInput} when a variable is no number of seconds
 */
function waitLimits(environment, given = {}) {
    const problems = [];
    const limit = (kind) => {
        const own = given[kind];
        if (own !== undefined)
            return own;
        const { waitVariable } = kinds[kind];
        const text = environment[waitVariable]?.trim() ?? '';
        const seconds = text === '' ? usualLimit / 1000 : Number(text);
        if (!Number.isFinite(seconds) || seconds < 0)
            problems.push(`${waitVariable} is ${JSON.stringify(text)}; expected seconds`);
        return seconds * 1000;
    };
    const limits = { iut: limit('iut'), 'log-area': limit('log-area'), 'execution-space': limit('execution-space') };
    if (problems.length > 0)
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(problems.join('\n'), 'Without the variable the limit is 10 seconds');
    return limits;
}


/***/ }),

/***/ 96726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock),
/* harmony export */   r: () => (/* binding */ inWords)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58500);

/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1_000,
    async sleep(milliseconds, signal) {
        signal?.throwIfAborted();
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal && { signal });
        }
        catch (error) {
            // Node rejects with an AbortError of its own; whoever waits is owed the reason.
            signal?.throwIfAborted();
            throw error;
        }
    },
    deadline(milliseconds, reason) {
        const controller = new AbortController();
        // setTimeout takes 2^31-1 ms at most and fires at once beyond it.
        setTimeout(() => controller.abort(reason), Math.min(milliseconds, 2 ** 31 - 1)).unref();
        return controller.signal;
    },
};
/** `90_500` as `1m 30s`, `1_250` as `1.3s`: for people. */
function inWords(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 60)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes}m ${whole % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}


/***/ }),

/***/ 22257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ss: () => (/* binding */ EtosError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   o9: () => (/* binding */ InvalidInput),
/* harmony export */   sZ: () => (/* binding */ NotCarriedOut)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);

/** A failure we can explain. Anything else that is thrown is our bug, and keeps its stack trace. */
class EtosError extends Error {
    hint;
    /**
     * @param message what is wrong, where, and what was expected
     * @param hint what to do about it; empty when the message says it
     */
    constructor(message, hint, options) {
        super(message, options);
        this.hint = hint;
        this.name = new.target.name;
    }
}
/** The input is wrong; nothing was started. Thrown by every parser at the border. */
class InvalidInput extends EtosError {
    exitCode = 2;
}
/** The tests could not be carried out: the run is INCONCLUSIVE. Environment, engine, registry or time are the usual causes. */
class NotCarriedOut extends EtosError {
    exitCode = 3;
}
/** Somebody ended the run. The reason of the run's signal after SIGINT, SIGTERM or SIGHUP. */
class Cancelled extends Error {
    signal;
    name = 'Cancelled';
    constructor(signal) {
        super(`cancelled by ${signal}`);
        this.signal = signal;
    }
    /** 128 + n, as a shell reports a process that the signal ended. */
    get exitCode() {
        return this.signal === 'SIGINT' ? 130 : this.signal === 'SIGTERM' ? 143 : 129;
    }
}
/** The text of whatever was thrown, with the causes that say more, on one line. A cause whose text or code was said already says nothing more. */
function messageOf(error) {
    let text = ownText(error);
    for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) {
        const more = ownText(cause);
        if (!text.includes(more) && !text.includes(codeOf(cause) ?? more))
            text += `: ${more}`;
    }
    return text;
}
// Not `instanceof`: errors that Node itself makes belong to another realm when this code runs in a context, as under jest.
function ownText(error) {
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error))
        return String(error);
    return error.message || ('code' in error ? String(error.code) : error.name);
}
/** The word by which a system names a failure, `ECONNREFUSED` for instance. */
function codeOf(error) {
    const code = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error ? error.code : undefined;
    return typeof code === 'string' && /^[A-Z][A-Z0-9_]{3,}$/.test(code) ? code : undefined;
}
function causeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) ? error.cause : undefined;
}


/***/ }),

/***/ 87026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fileProblem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22257);

const reasons = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EISDIR: 'it is a directory; expected a file',
    ENOSPC: 'no space is left on the device',
    EROFS: 'the file system is read-only',
    EMFILE: 'this process has too many files open',
};
/** Why a file cannot be read or written, for a message that names the file: Node's own text would name it again, with the system call. */
function fileProblem(error) {
    const { code } = Object(error);
    return (typeof code === 'string' ? reasons[code] : undefined) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
}


/***/ }),

/***/ 11290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38232);

/**
 * The known word that somebody probably meant, or undefined when none is near: `COMAND` gives `COMMAND`. Letter case costs nothing,
 * and about one slip in three letters is forgiven; two letters in each other's place are one slip.
 */
function nearest(word, known) {
    const folded = word.toLowerCase();
    // Those that are shorter by more letters than are forgiven need no comparison: a word may be as long as somebody likes.
    const near = known.filter((candidate) => candidate.length * 1.5 + 1 >= folded.length);
    const byFolded = new Map(near.map((candidate) => [candidate.toLowerCase(), candidate]));
    if (byFolded.size === 0)
        return undefined;
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(folded, [...byFolded.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(folded.length, best.length) / 3));
    const slips = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(folded, best);
    return slips <= allowed || (slips === 2 && lettersOf(folded) === lettersOf(best)) ? byFolded.get(best) : undefined;
}
function lettersOf(word) {
    return [...word].sort().join('');
}
/** ` Did you mean COMMAND?` with the leading space, or nothing. */
function didYouMean(word, known) {
    const meant = nearest(word, known);
    return meant === undefined || meant === word ? '' : ` Did you mean ${meant}?`;
}


/***/ }),

/***/ 59435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ printUrl),
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   YZ: () => (/* binding */ percentDecode),
/* harmony export */   a: () => (/* binding */ percentEncode),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(22257);

/**
 * An absolute `http:` or `https:` URL. Characters that a URL may not hold, also those that WHATWG's parser lets pass, are percent-encoded in
 * UTF-8 (jsontas.md 8.2); a percent sign that starts no escape is one of them.
 * @throws {InvalidInput}
 */
function parseUrl(text) {
    const legal = percentEncode(text.trim(), /[!#$%&'()*+,/:;=?@[\]~\w.-]/).replace(/%(?![0-9a-f]{2})/gi, '%25');
    const url = URL.canParse(legal) ? new URL(legal) : undefined;
    if (url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '')
        return url;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o9(`${JSON.stringify(withoutCredentials(text))} cannot be requested: expected an absolute URL such as https://example.com/path`, 'The URL must start with http:// or https:// and name a host');
}
/** An address for people and logs: without what may be secret in it, the user's name, the password and the query. */
function printUrl(url) {
    return `${url.origin}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
/** What was meant to be an address, or text around one, for messages that must not repeat a password. */
function withoutCredentials(text) {
    return text.replace(/:\/\/[^\s/"?#]*@/g, '://***@');
}
/** Percent-encodes, in UTF-8, every character that does not match. */
function percentEncode(text, legal) {
    return Array.from(text, (character) => (legal.test(character) ? character : escapes(character))).join('');
}
/** What percent-encoded text says; text that nobody encoded so, or not in UTF-8, as it stands. */
function percentDecode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function escapes(character) {
    // A Buffer makes U+FFFD of half a surrogate pair, where encodeURIComponent throws.
    return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 39874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qF: () => (/* binding */ parseJson),
  eE: () => (/* binding */ parsePlain),
  yN: () => (/* binding */ placesIn),
  bA: () => (/* binding */ printPath),
  SD: () => (/* binding */ repeatedMembers)
});

// UNUSED EXPORTS: syntaxErrorIn

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(22257);
;// CONCATENATED MODULE: ./src/json/slip.js
/** What is wrong where a text stops being JSON, and what was probably meant: mostly a comma too many or too few. */
function slipIn(text, { at, wanted }) {
    const found = [...text.slice(at, at + 2)][0];
    if (found === undefined)
        return 'the text ends too early';
    const what = `unexpected ${JSON.stringify(found)}`;
    const afterComma = text.slice(0, at).trimEnd().endsWith(',');
    if ((found === '}' || found === ']') && afterComma)
        return `${what} after a comma: the last comma is too many`;
    if (found === '/' || found === '#')
        return `${what}: there are no comments in JSON`;
    switch (wanted) {
        case 'comma':
            return `${what}: is a comma missing before it?`;
        case 'colon':
            return `${what}: a name is followed by ":"`;
        case 'name':
            return `${what}: names stand in double quotes`;
        case 'value':
            return /^(?:true|false|none|null|nan)\b/i.test(text.slice(at, at + 6))
                ? `${what}: there are true, false and null, in small letters`
                : /^['\p{L}]/u.test(found)
                    ? `${what}: text stands in double quotes`
                    : what;
        case 'text':
            return found === '\\' ? `${what}: a backslash in text is written twice` : `${what} in a text: is the quote that ends it missing?`;
        case 'end':
            return `${what}: the document is over before it`;
    }
}
/** What to do about a text that is written in another language as a whole. */
function likelyLanguage(text) {
    if (/^\s*</.test(text))
        return 'This looks like HTML or XML: is it the page of a login or an error?';
    // A key and a colon at the very start, perhaps below comments: no JSON begins so.
    if (/^(?:\s*(?:#.*|---.*)?\n)*(?:- )?[A-Za-z][\w.-]*:(?:\s|$)/.test(text))
        return 'This looks like YAML; JSON is expected';
    return undefined;
}

;// CONCATENATED MODULE: ./src/json/tree.js
/** The text is no JSON from this offset on; at its end when it stops too early. */
class NotJson extends Error {
    at;
    wanted;
    name = 'NotJson';
    constructor(at, wanted) {
        super(`not JSON at offset ${at}`);
        this.at = at;
        this.wanted = wanted;
    }
}
// One megabyte takes some 20 ms: a general parser that also notes where values end took four times that, and as much memory again.
/** Reads JSON text as strictly as `JSON.parse`, in the order of the text. @throws {NotJson} */
function readTree(text) {
    const reader = new Reader(text);
    const tree = reader.value();
    reader.end();
    return tree;
}
const numbers = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// One for all: nearly every object has none.
const none = [];
const literals = { true: true, false: false, null: null };
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    value() {
        this.skipSpace();
        const at = this.at;
        switch (this.text[at]) {
            case '{':
                return { at, ...this.members() };
            case '[':
                return { at, elements: this.elements() };
            case '"':
                return { at, scalar: this.string() };
            default:
                return { at, scalar: this.numberOrLiteral() };
        }
    }
    end() {
        this.skipSpace();
        if (this.at < this.text.length)
            throw new NotJson(this.at, 'end');
    }
    members() {
        const members = new Map();
        let repeated = none;
        this.at++;
        if (this.next('}'))
            return { members, repeated };
        do {
            this.skipSpace();
            const nameAt = this.at;
            const name = this.string();
            if (!this.next(':'))
                throw new NotJson(this.at, 'colon');
            if (members.has(name))
                repeated = [...repeated, name];
            members.set(name, { nameAt, tree: this.value() });
        } while (this.next(','));
        if (!this.next('}'))
            throw new NotJson(this.at, 'comma');
        return { members, repeated };
    }
    elements() {
        const elements = [];
        this.at++;
        if (this.next(']'))
            return elements;
        do
            elements.push(this.value());
        while (this.next(','));
        if (!this.next(']'))
            throw new NotJson(this.at, 'comma');
        return elements;
    }
    string() {
        const start = this.at;
        if (this.text[start] !== '"')
            throw new NotJson(start, 'name');
        let escaped = false;
        for (let at = start + 1; at < this.text.length; at++) {
            const code = this.text.charCodeAt(at);
            if (code === 0x22) {
                this.at = at + 1;
                return escaped ? JSON.parse(this.text.slice(start, at + 1)) : this.text.slice(start + 1, at);
            }
            if (code < 0x20)
                throw new NotJson(at, 'text');
            if (code === 0x5c) {
                escaped = true;
                at += this.escape(at);
            }
        }
        throw new NotJson(this.text.length, 'text');
    }
    /** How many characters follow the backslash at this offset. */
    escape(at) {
        const kind = this.text[at + 1] ?? '';
        if (kind !== '' && '"\\/bfnrt'.includes(kind))
            return 1;
        if (kind === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 2, at + 6)))
            return 5;
        throw new NotJson(at + 1 >= this.text.length ? this.text.length : at, 'text');
    }
    numberOrLiteral() {
        numbers.lastIndex = this.at;
        const digits = numbers.exec(this.text)?.[0];
        if (digits !== undefined) {
            this.at += digits.length;
            return Number(digits);
        }
        const word = Object.keys(literals).find((candidate) => this.text.startsWith(candidate, this.at));
        if (word === undefined)
            throw new NotJson(this.at, 'value');
        this.at += word.length;
        return literals[word] ?? null;
    }
    next(character) {
        this.skipSpace();
        if (this.text[this.at] !== character)
            return false;
        this.at++;
        return true;
    }
    skipSpace() {
        for (;;) {
            const code = this.text.charCodeAt(this.at);
            if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)
                return;
            this.at++;
        }
    }
}

// EXTERNAL MODULE: ./src/json/value.js
var value = __nccwpck_require__(40805);
;// CONCATENATED MODULE: ./src/json/parse.js




// JSON.parse moves names such as "10" to the front of their object. Only a text that may hold one needs the slower parser.
const integerLikeName = /"(?:0|[1-9][0-9]*)"\s*:/;
/**
 * Reads JSON text, with or without a byte-order mark, in the order of the text. Repeated names: the last value, at the first place.
 * @param source how messages call the text: a file, a URL
 * @param hint what to do about a text that is no JSON
 * @throws {InvalidInput} with line and column; for thousands of levels without
 */
function parseJson(text, source, hint) {
    const plain = parsePlain(text, source, hint);
    try {
        return integerLikeName.test(text) ? fromTree(readTree(withoutMark(text))) : (0,value/* fromPlain */.bM)(plain);
    }
    catch (error) {
        // JSON.parse takes any depth; whoever goes through the value afterwards, level by level, does not.
        if (error instanceof RangeError)
            throw new errors/* InvalidInput */.o9(`${source}: nested too deeply`, 'A thousand levels of lists and objects can be read');
        throw error;
    }
}
/** As `parseJson`, into plain objects. @throws {InvalidInput} */
function parsePlain(text, source, hint = 'The file must be JSON') {
    const json = withoutMark(text);
    try {
        return JSON.parse(json);
    }
    catch (error) {
        const { line, column, what } = syntaxErrorIn(json);
        const remedy = likelyLanguage(json) ?? hint;
        // The cause would quote the text, and a text may hold secrets: its message is left out (delegation.md 6).
        throw new errors/* InvalidInput */.o9(`${source}:${line}:${column}: not JSON: ${what ?? error.name}`, remedy);
    }
}
/**
 * The members whose names were given before in the same object; the last value of them counts.
 * @param value the same text as plain objects
 */
function repeatedMembers(text, value) {
    // Only a text that may hold one needs the slower parser: one that has more names than its value has members.
    return (text.match(/"\s*:/g)?.length ?? 0) === countMembers(value) ? [] : repeatedIn(readTree(withoutMark(text)), []);
}
function countMembers(value) {
    if (typeof value !== 'object' || value === null)
        return 0;
    const members = Object.values(value);
    return members.reduce((sum, member) => sum + countMembers(member), Array.isArray(value) ? 0 : members.length);
}
function repeatedIn(tree, path) {
    if ('elements' in tree)
        return tree.elements.flatMap((element, n) => repeatedIn(element, [...path, n]));
    if (!('members' in tree))
        return [];
    const own = [...new Set(tree.repeated)].map((name) => [...path, name]);
    return [...own, ...[...tree.members].flatMap(([name, member]) => repeatedIn(member.tree, [...path, name]))];
}
/** Finds the values of a text again. A path that does not exist gives the place of the last step that does. */
function placesIn(text) {
    const json = withoutMark(text);
    const root = readTree(json);
    const placeOf = lineCounter(json);
    return (path, of = 'value') => {
        let tree = root;
        let { at } = root;
        for (const [n, step] of path.entries()) {
            const member = 'members' in tree ? tree.members.get(String(step)) : undefined;
            const next = member?.tree ?? ('elements' in tree ? tree.elements[Number(step)] : undefined);
            if (!next)
                break;
            tree = next;
            at = member && of === 'name' && n === path.length - 1 ? member.nameAt : next.at;
        }
        return placeOf(at);
    };
}
/** Places of offsets; asked in any order, quick in the order of the text. */
function lineCounter(text) {
    let [line, start] = [1, 0];
    return (at) => {
        if (at < start)
            [line, start] = [1, 0];
        for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return { line, column: at - start + 1 };
    };
}
/** `[0].recipes[2].constraints[1].key`; names that are no identifiers are quoted: `["a b"]`. The document itself is `$`. */
function printPath(path) {
    const text = path
        .map((step) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_$][\w$-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
        .join('');
    return text === '' ? '$' : text.replace(/^\./, '');
}
function withoutMark(text) {
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
function fromTree(tree) {
    if ('scalar' in tree)
        return tree.scalar;
    if ('elements' in tree)
        return tree.elements.map(fromTree);
    return new Map([...tree.members].map(([name, member]) => [name, fromTree(member.tree)]));
}
/** Where a text stops being JSON, and what is wrong there, which quotes one character of it. */
function syntaxErrorIn(json) {
    if (json.trim() === '')
        return { line: 1, column: 1, what: 'it is empty' };
    try {
        readTree(json);
    }
    catch (error) {
        // Who nests deeper than this reader goes gets no place.
        if (error instanceof RangeError)
            return { line: 1, column: 1 };
        if (!(error instanceof NotJson))
            throw error;
        return { ...lineCounter(json)(error.at), what: slipIn(json, error) };
    }
    return { line: 1, column: 1 };
}


/***/ }),

/***/ 40805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Ul: () => (/* binding */ toPlain),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bM: () => (/* binding */ fromPlain)
/* harmony export */ });
// JSON text and values, knowing nothing of ETOS. In: text. Out: values that keep the order and the names of the text (`__proto__` and "10" are
// ordinary names), the places of values in the text, and text again. What a document means does not belong here.
function isObject(value) {
    return value instanceof Map;
}
/** A value of plain objects, as `JSON.parse` gives it, as a value of maps. What JSON cannot say becomes null, as in `JSON.stringify`. */
function fromPlain(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : null;
    if (Array.isArray(value))
        return value.map(fromPlain);
    if (value instanceof Map)
        return new Map([...value].map(([name, member]) => [name, fromPlain(member)]));
    if (typeof value === 'object') {
        const members = Object.entries(value).filter(([, member]) => member !== undefined);
        return new Map(members.map(([name, member]) => [name, fromPlain(member)]));
    }
    return null;
}
/** A value of maps as one of plain objects, for code and schemas that know no others. */
function toPlain(value) {
    if (Array.isArray(value))
        return value.map(toPlain);
    if (!isObject(value))
        return value;
    const plain = {};
    // defineProperty, because an assignment to `__proto__` would change the object instead of adding a member.
    for (const [name, member] of value)
        Object.defineProperty(plain, name, { value: toPlain(member), enumerable: true, writable: true, configurable: true });
    return plain;
}
/** The text of a member, or of a number or boolean as JSON has it; the fallback for everything else. */
function textOf(value, fallback = '') {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : fallback;
}


/***/ }),

/***/ 11704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ generations)
/* harmony export */ });
/** How a deployment is spoken to (etos.md 0). `v0` and `v1alpha` are served side by side by today's; `2021` is what was before them (G1). */
const generations = ['v0', 'v1alpha', '2021'];


/***/ }),

/***/ 73251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ inOneLine),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** A name as a terminal may have it: control characters, and with them whatever would move the cursor or colour the rest, shown as such. */
function printable(text) {
    // eslint-disable-next-line no-control-regex -- these are what is replaced
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
/** A sentence of others on one line of a terminal. */
function inOneLine(text) {
    return printable(text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' '));
}


/***/ }),

/***/ 28813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ collectionReference),
/* harmony export */   e2: () => (/* binding */ datasetReference),
/* harmony export */   tq: () => (/* binding */ providerReference)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);

/** A collection as it was typed in `directory`: a path becomes absolute, an address stays. */
function collectionReference(text, directory) {
    return isAddress(text) ? text : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, text);
}
/** A provider as it was typed in `directory`: a path becomes absolute; a name, an address or JSON text stays. */
function providerReference(text, directory) {
    const isPath = text.startsWith('.') || /[/\\]/.test(text) || text.endsWith('.json');
    return isAddress(text) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text) || /^\s*\{/.test(text) || !isPath ? text : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, text);
}
/** A dataset as it was typed in `directory`: the path of `@file` becomes absolute, JSON text stays. */
function datasetReference(text, directory) {
    return text.startsWith('@') ? `@${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, text.slice(1))}` : text;
}
function isAddress(text) {
    return /^[a-z][a-z0-9+.-]+:\/\/|^file:/i.test(text);
}


/***/ }),

/***/ 16674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ batchesUriOf),
/* harmony export */   et: () => (/* binding */ collectionIn),
/* harmony export */   q0: () => (/* binding */ holdsRecipes),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   rf: () => (/* binding */ parseTercc)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _eiffel_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21588);
/* harmony import */ var _eiffel_check_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8729);
/* harmony import */ var _eiffel_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(10522);
/* harmony import */ var _host_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(22257);





/**
 * Reads the event that asks for a run, as suite runners get it in the variable TERCC (etos.md 4.2), or `@` and the file that it is in.
 * @throws {InvalidInput}
 */
function parseTercc(value) {
    const event = (0,_eiffel_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseForeignEvent */ .kV)(value.startsWith('@') ? textOf(value.slice(1)) : value, 'TERCC');
    const [expected, { type, version }] = ['TestExecutionRecipeCollectionCreated', event.meta];
    if (type !== (0,_eiffel_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(expected))
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9(`TERCC is a ${type}; expected an ${(0,_eiffel_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(expected)}`, 'See etos.md 4.2');
    const problems = (0,_eiffel_check_js__WEBPACK_IMPORTED_MODULE_2__/* .problemsAs */ .bv)(event, expected);
    if (problems.length === 0)
        return event;
    throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9(`TERCC, of version ${version}, cannot be read: ${problems.join('; ')}`, 'See eiffel.md 3.7');
}
function textOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new _host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InvalidInput */ .o9(`TERCC names a file that cannot be read: ${(0,_host_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`, 'It holds the event, or @ and the path of a file that does');
    }
}
/** Where the collection of a run is; undefined when the event holds the recipes itself. */
function batchesUriOf(tercc) {
    const uri = tercc?.data.batchesUri;
    return typeof uri === 'string' ? uri : undefined;
}
/** Whether the event says itself what to carry out. */
function holdsRecipes({ data }) {
    return Array.isArray(data.batches);
}
/** The item under test: the first CAUSE, as ETOS has it (eiffel.md 3.7). */
function artifactOf({ links }) {
    return links.find(({ type }) => type === 'CAUSE')?.target;
}
/** The collection that the event itself holds, as JSON text: batches are suites, whose test cases have a `url` (etos.md 3). */
function collectionIn({ meta, data }) {
    const batches = Array.isArray(data.batches) ? data.batches : [];
    const suites = batches.map(({ name, priority = 1, recipes = [] }, n) => ({
        name: name ?? `${meta.id}-${n}`,
        priority,
        recipes: recipes.map(({ id, testCase = {}, constraints = [] }) => ({
            id,
            testCase: {
                id: testCase.id ?? id,
                tracker: testCase.tracker ?? '',
                url: testCase.uri ?? '',
                ...(testCase.version !== undefined && { version: testCase.version }),
            },
            constraints,
        })),
    }));
    return `${JSON.stringify(suites, undefined, 2)}\n`;
}


/***/ }),

/***/ 95945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ deal),
  lh: () => (/* binding */ groupByTestRunner),
  hx: () => (/* binding */ quota),
  lD: () => (/* binding */ split)
});

;// CONCATENATED MODULE: ./src/host/round.js
/** Rounds half to even, as Python's `round` does: 0.5 gives 0, 1.5 gives 2. */
function roundHalfToEven(value) {
    const below = Math.floor(value);
    const rest = value - below;
    if (rest !== 0.5)
        return Math.round(value);
    return below % 2 === 0 ? below : below + 1;
}

;// CONCATENATED MODULE: ./src/suite/split.js

/** The recipes by test runner, in the order in which the runners are first named (etos.md 4.4). */
function groupByTestRunner(recipes) {
    const groups = new Map();
    for (const recipe of recipes) {
        const group = groups.get(recipe.testRunner);
        if (group)
            group.push(recipe);
        else
            groups.set(recipe.testRunner, [recipe]);
    }
    return [...groups].map(([testRunner, own]) => ({ testRunner, recipes: own }));
}
/**
 * Splits groups over IUTs as the released services do (etos.md 4.4): an IUT serves one test runner, recipes are dealt round robin.
 * @param iuts in the order of check-out
 * @returns one share for each IUT in use, runners in order, then IUTs in order. A runner for which no IUT was left has none: it waits for
 *   the next round of IUTs.
 */
function split(groups, iuts) {
    const all = groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
    const quotas = groups.map(({ recipes }) => quota(recipes.length, { of: all, atMost: recipes.length, iuts: iuts.length }));
    const hands = deal(iuts, quotas);
    return groups.flatMap((group, g) => roundRobin(group, hands[g] ?? []));
}
/** How many of the IUTs a test runner gets whose share of the work is `part` of `of`: one at least, no more than it has recipes. */
function quota(part, { of, atMost, iuts }) {
    // Half to even, as Python rounds: in a mixed deployment both sides must split alike.
    return Math.min(Math.max(roundHalfToEven((iuts * part) / of), 1), atMost);
}
/** Hands out IUTs: over the runners in order, again and again, each takes the next while it has fewer than its quota. */
function deal(iuts, quotas) {
    const hands = quotas.map(() => []);
    const left = [...iuts];
    while (left.length > 0 && hands.some((hand, g) => hand.length < (quotas[g] ?? 0))) {
        for (const [g, hand] of hands.entries()) {
            if (hand.length < (quotas[g] ?? 0))
                hand.push(...left.splice(0, 1));
        }
    }
    return hands;
}
function roundRobin({ testRunner, recipes }, hand) {
    return hand.map((iut, n) => ({ iut, testRunner, recipes: recipes.filter((_, i) => i % hand.length === n) }));
}


/***/ }),

/***/ 9569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W3: () => (/* binding */ createSplitter),
  lC: () => (/* binding */ leftOf),
  wG: () => (/* binding */ splitterNames)
});

// EXTERNAL MODULE: ./src/suite/split.js + 1 modules
var split = __nccwpck_require__(95945);
;// CONCATENATED MODULE: ./src/suite/by-duration.js

/**
 * Splits so that the sub suites end at about the same time: IUTs are dealt to test runners by how long their recipes take together; then, longest first,
 * each recipe goes to the IUT that has least to do. Of what was never run before, the median is expected.
 */
function byDuration(groups, iuts, durations) {
    const weigh = weighing(groups, durations);
    const weights = groups.map(({ recipes }) => recipes.reduce((sum, recipe) => sum + weigh(recipe), 0));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const quotas = groups.map(({ recipes }, g) => (0,split/* quota */.hx)(weights[g] ?? 0, { of: all, atMost: recipes.length, iuts: iuts.length }));
    const hands = (0,split/* deal */.T)(iuts, quotas);
    return groups.flatMap((group, g) => longestFirst(group, hands[g] ?? [], weigh));
}
/** Never zero, so that recipes without a duration are still dealt evenly. */
function weighing(groups, { recipes, testCases }) {
    const known = ({ id, testCase }) => recipes.get(id) ?? testCases.get(testCase.id);
    const all = groups
        .flatMap((group) => group.recipes)
        .map(known)
        .filter((duration) => duration !== undefined)
        .sort((a, b) => a - b);
    const median = all[Math.floor(all.length / 2)] ?? 1;
    return (recipe) => Math.max(known(recipe) ?? median, 1);
}
function longestFirst({ testRunner, recipes }, hand, weigh) {
    const loads = hand.map((iut) => ({ iut, recipes: [], weight: 0 }));
    for (const recipe of [...recipes].sort((a, b) => weigh(b) - weigh(a))) {
        const [least] = [...loads].sort((a, b) => a.weight - b.weight);
        if (!least)
            break;
        least.recipes.push(recipe);
        least.weight += weigh(recipe);
    }
    return loads.map(({ iut, recipes: own }) => ({ iut, testRunner, recipes: own }));
}

;// CONCATENATED MODULE: ./src/suite/one-per-iut.js

/** One recipe for each IUT, so that every test starts on one that nothing else has used; the others wait until an IUT is free again. */
function onePerIut(groups, iuts) {
    const all = groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
    const quotas = groups.map(({ recipes }) => (0,split/* quota */.hx)(recipes.length, { of: all, atMost: recipes.length, iuts: iuts.length }));
    const hands = (0,split/* deal */.T)(iuts, quotas);
    return groups.flatMap(({ testRunner, recipes }, g) => (hands[g] ?? []).flatMap((iut, n) => {
        const recipe = recipes[n];
        return recipe ? [{ iut, testRunner, recipes: [recipe] }] : [];
    }));
}

;// CONCATENATED MODULE: ./src/suite/splitter.js



/** The splitters by name; the first one is the usual one. */
const splitterNames = ['round-robin', 'by-duration', 'one-per-iut'];
/** @param durations for `by-duration` */
function createSplitter(name, durations) {
    switch (name) {
        case 'round-robin':
            return split/* split */.lD;
        case 'by-duration':
            return (groups, iuts) => byDuration(groups, iuts, durations);
        case 'one-per-iut':
            return onePerIut;
    }
}
/** What is left of the groups when these shares are carried out. */
function leftOf(groups, shares) {
    const shared = new Set(shares.flatMap(({ recipes }) => recipes));
    return groups
        .map(({ testRunner, recipes }) => ({ testRunner, recipes: recipes.filter((recipe) => !shared.has(recipe)) }))
        .filter(({ recipes }) => recipes.length > 0);
}


/***/ }),

/***/ 13735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b7: () => (/* binding */ CommanderError),
/* harmony export */   c$: () => (/* binding */ Option),
/* harmony export */   uB: () => (/* binding */ Command)
/* harmony export */ });
/* unused harmony exports program, createCommand, createArgument, createOption, InvalidArgumentError, InvalidOptionArgumentError, Argument, Help */
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7313);


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = _index_js__WEBPACK_IMPORTED_MODULE_0__;


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ../../node_modules/commander/esm.mjs
var esm = __nccwpck_require__(13735);
// EXTERNAL MODULE: ./src/host/clock.js
var clock = __nccwpck_require__(96726);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./src/host/leave.js

/**
 * Ends this process with this exit code, on a terminal that has been closed too: there Node 20 cannot put the terminal's settings back, and aborts (134,
 * and where the machine keeps cores a file with all the process's secrets).
 */
function leave(exitCode) {
    for (const descriptor of [0, 1, 2])
        if (isClosedTerminal(descriptor))
            (0,external_node_fs_.closeSync)(descriptor);
    process.exit(exitCode);
}
/** Devices that are no terminal are taken for one that was; nobody misses them any more. */
function isClosedTerminal(descriptor) {
    try {
        return (0,external_node_fs_.fstatSync)(descriptor).isCharacterDevice() && !process.getBuiltinModule('node:tty').isatty(descriptor);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/host/errors.js
var errors = __nccwpck_require__(22257);
;// CONCATENATED MODULE: ./src/host/signals.js

const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Turns SIGINT, SIGTERM and SIGHUP into an AbortSignal whose reason is `Cancelled`. The same signal again does nothing: Jenkins sends
 * SIGTERM two or three times (delegation.md 3). SIGTERM after SIGINT is GitHub's last word 2.5 s before SIGKILL, so it sets `forced`.
 */
function cancelOnSignals() {
    const first = new AbortController();
    const second = new AbortController();
    const listeners = cancelling.map((name) => {
        const listener = () => {
            if (!first.signal.aborted)
                first.abort(new errors/* Cancelled */.cJ(name));
            else if (name === 'SIGTERM' && first.signal.reason.signal === 'SIGINT')
                second.abort(new errors/* Cancelled */.cJ(name));
        };
        process.on(name, listener);
        return [name, listener];
    });
    const withoutDebugger = ignoreDebugger();
    return {
        signal: first.signal,
        forced: second.signal,
        [Symbol.dispose]() {
            listeners.forEach(([name, listener]) => process.off(name, listener));
            withoutDebugger[Symbol.dispose]();
        },
    };
}
/** At SIGUSR1 Node opens its debugger on a port of this machine, and every user of it could read this process's secrets there. Not while this holds. */
function ignoreDebugger() {
    const listener = () => undefined;
    process.on('SIGUSR1', listener);
    return { [Symbol.dispose]: () => void process.off('SIGUSR1', listener) };
}

// EXTERNAL MODULE: ./src/cli/print-error.js
var print_error = __nccwpck_require__(66764);
// EXTERNAL MODULE: ./src/cli/run-options.js + 4 modules
var run_options = __nccwpck_require__(92705);
;// CONCATENATED MODULE: ./src/cli/slips.js
// What those type who know the client of ETOS, etos_client or etosctl, and what it is called here.
const known = {
    '-s': 'The test collection is the argument of the command: etos run collection.json',
    '--test-suite': 'The test collection is the argument of the command: etos run collection.json',
    '-d': 'Reports are always written; --report-dir says where',
    '--download-reports': 'Reports are always written; --report-dir says where',
    '-p': 'There is no parent activity: a run of its own begins',
    '--parent-activity': 'There is no parent activity: a run of its own begins',
    testrun: 'A test collection is carried out by: etos run collection.json',
    start: 'A test collection is carried out by: etos run collection.json',
    check: 'A test collection is checked by: etos validate collection.json',
};
/** What to do about a command line that was refused, where we know what was meant: a line to follow the error, or nothing. */
function hintAt(error) {
    const [, kind, word = ''] = /^error: unknown (option|command) '([^']*)'/.exec(error) ?? [];
    if (kind === undefined || error.includes('Did you mean'))
        return '';
    if (Object.hasOwn(known, word))
        return `  ${known[word]}\n`;
    return kind === 'command' && word.endsWith('.json') ? `  A test collection is carried out by: etos run ${word}\n` : '';
}

;// CONCATENATED MODULE: ./src/cli/version.js
/** As in package.json; a test compares. Importing that file would bring all of it into the bundle. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./src/cli/program.js




/**
 * The command line. Each command's code is loaded when it is called, so that help and small commands start quickly.
 * @param done gets the exit code of a command that was carried out
 */
function createProgram(face, done) {
    const program = new esm/* Command */.uB('etos')
        .description('Carries out ETOS test collections on this machine: environment, suites, test runners, logs, verdict. No service to install.')
        .version(version, '--version', 'print the version')
        .helpOption('-h, --help', 'print this help')
        .showHelpAfterError(false)
        .helpCommand('help [command]', 'print the help of a command')
        .exitOverride()
        .configureOutput({
        writeOut: (text) => face.out.write(text),
        writeErr: (text) => face.err.write(text),
        outputError: (text, write) => write(text + hintAt(text)),
        getOutHelpWidth: () => helpWidth(face.out),
        getErrHelpWidth: () => helpWidth(face.err),
    })
        .configureHelp({ minWidthToWrap: 20 })
        .addHelpText('after', `\nExit codes:\n${exitCodes}\n\nEvery command has its own help: etos run --help`);
    const run = new esm/* Command */.uB('run')
        .description('carry out a test collection: the main job')
        .argument('[collection]', 'path or URL of the test collection; else TEST_SUITE');
    (0,run_options/* addClusterOptions */.Mp)((0,run_options/* addOutputOptions */.JW)((0,run_options/* addInputOptions */.Sr)(run)))
        .addHelpText('after', `\nExamples:\n${runExamples}\n\nExit codes:\n${exitCodes}`)
        .action(async (collection, flags) => {
        const { runCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(848), __nccwpck_require__.e(55), __nccwpck_require__.e(739), __nccwpck_require__.e(555), __nccwpck_require__.e(768), __nccwpck_require__.e(70)]).then(__nccwpck_require__.bind(__nccwpck_require__, 88070));
        done(await runCommand(collection, flags, face), 'deeds');
    });
    const plan = new esm/* Command */.uB('plan')
        .description('show what would run where: suites, sub suites, providers, images; starts and checks out nothing')
        .argument('[collection]', 'path or URL of the test collection; else TEST_SUITE');
    (0,run_options/* addInputOptions */.Sr)(plan)
        .addHelpText('after', '\nExample:\n  etos plan collection.json --dataset \'{"maximum_amount": 4}\'')
        .action(async (collection, flags) => {
        const { planCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(848), __nccwpck_require__.e(55), __nccwpck_require__.e(555), __nccwpck_require__.e(245)]).then(__nccwpck_require__.bind(__nccwpck_require__, 40245));
        done(await planCommand(collection, flags, face), 'text');
    });
    const validate = new esm/* Command */.uB('validate')
        .description('check test collections and provider files; tells all problems at once')
        .argument('<file...>', 'paths or URLs')
        .addOption(new esm/* Option */.c$('--dataset <json>', 'the dataset that provider files will get, or @file; they may use its names')
        .default([], '{}')
        .argParser(run_options/* collect */.Fo))
        .addHelpText('after', '\nExample:\n  etos validate collection.json .etos/providers/iut/*.json\n\nEditors can check while you type: schemas/collection.schema.json')
        .action(async (files, flags) => {
        const { validateCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(848), __nccwpck_require__.e(88)]).then(__nccwpck_require__.bind(__nccwpck_require__, 74088));
        done(await validateCommand(files, flags, face), 'text');
    });
    const jsontas = new esm/* Command */.uB('jsontas')
        .description('evaluate a JSONTas document; the result goes to standard output')
        .argument('<document>', 'path or URL of the document')
        .addOption(new esm/* Option */.c$('-d, --dataset <file>', 'path or URL of names and values; may be given several times, later ones win')
        .default([], 'none')
        .argParser(run_options/* collect */.Fo))
        .option('--identity <purl>', 'package URL that the document sees as $identity')
        .option('--part <path>', 'evaluate only this part, as the environment provider does: iut.list')
        .option('--profile <name>', 'which structures there are: provider, or test-runner ($decrypt alone)', 'provider')
        .addHelpText('after', '\nExample:\n  etos jsontas iut.json -d dataset.json --identity pkg:docker/acme/webshop@4.2.0')
        .action(async (document, flags) => {
        const { jsontasCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(848), __nccwpck_require__.e(270)]).then(__nccwpck_require__.bind(__nccwpck_require__, 16270));
        done(await jsontasCommand(document, flags, face), 'text');
    });
    const listenTo = new esm/* Command */.uB('listen')
        .description('start a run for each recipe collection event (TERCC) that comes over RabbitMQ, RABBITMQ_*')
        .option('--at-once <number>', 'runs at once', '1');
    (0,run_options/* addOutputOptions */.JW)((0,run_options/* addInputOptions */.Sr)(listenTo))
        .addHelpText('after', '\nRuns go on when it ends, and are looked after when it is started again. Reports are in a folder for each run.\nThe queue: RABBITMQ_QUEUE (etos-suite-starter), RABBITMQ_ROUTING_KEY (#), RABBITMQ_QUEUE_PARAMS (durable).')
        .action(async (flags) => {
        const { listenCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(55), __nccwpck_require__.e(739), __nccwpck_require__.e(738), __nccwpck_require__.e(768), __nccwpck_require__.e(542)]).then(__nccwpck_require__.bind(__nccwpck_require__, 49542));
        done(await listenCommand(flags, face), 'deeds');
    });
    const release = new esm/* Command */.uB('release')
        .description('finish what killed runs left: check in, stop, remove')
        .argument('[run-dir...]', 'directories of runs; else all in <workspace>/.etos/runs')
        .option('-w, --workspace <dir>', 'where the runs were started; else WORKSPACE, else the current directory')
        .addOption((0,run_options/* verboseOption */.qM)())
        .addHelpText('after', '\nA run that is still going on is left alone. Exit code 3 when something could not be released.')
        .action(async (directories, flags) => {
        const { releaseCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(55), __nccwpck_require__.e(739), __nccwpck_require__.e(985)]).then(__nccwpck_require__.bind(__nccwpck_require__, 85985));
        done(await releaseCommand(directories, flags, face), 'deeds');
    });
    // Not for people: what the step of the Jenkins library calls (jenkins/vars/etos.groovy).
    const jenkins = new esm/* Command */.uB('jenkins')
        .argument('<directory>', 'where options.json is and result is written')
        .option('--release', 'finish what the run of these options left when it was killed')
        .action(async (directory, { release: releasing }) => {
        const { jenkinsCommand, jenkinsRelease } = await Promise.all(/* import() */[__nccwpck_require__.e(317), __nccwpck_require__.e(581), __nccwpck_require__.e(848), __nccwpck_require__.e(55), __nccwpck_require__.e(739), __nccwpck_require__.e(555), __nccwpck_require__.e(768), __nccwpck_require__.e(70), __nccwpck_require__.e(594)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19594));
        done(await (releasing ? jenkinsRelease : jenkinsCommand)(directory, face), 'deeds');
    });
    program.addCommand(jenkins.copyInheritedSettings(program), { hidden: true });
    for (const command of [run, plan, validate, jsontas, listenTo, release])
        program.addCommand(command.copyInheritedSettings(program));
    return program;
}
/** Long lines are hard to read, however wide the terminal is. */
function helpWidth({ columns }) {
    return Math.min(columns || 100, 100);
}
const exitCodes = `\
  0        every suite PASSED
  1        some verdict is FAILED
  2        the command line or an input is wrong; nothing was started
  3        INCONCLUSIVE: the tests could not be carried out (environment, runner, timeout)
  130 143  cancelled by SIGINT, SIGTERM; etos listen, which is ended so, gives 0`;
const runExamples = `\
  etos run collection.json
  etos run https://example.org/smoke.json --identity pkg:docker/acme/webshop@4.2.0
  etos run collection.json --execution-space-provider process --timeout 30m
  etos run collection.json --iut-provider ./boards.json --dataset '{"room": "lab 3"}' --dataset @more.json
  etos run https://example.org/smoke.json --cluster https://etos.example.org`;

// EXTERNAL MODULE: ./src/host/file-problem.js
var file_problem = __nccwpck_require__(87026);
;// CONCATENATED MODULE: ./src/host/streams.js

/**
 * Keeps a program alive whose text cannot be written. Whoever reads may stop reading (`etos … | head`), a disk may be full: the rest is written nowhere, and of
 * the latter the first is told on standard error. A run goes on to its end, with its files and its exit code.
 */
function watchStreams({ out, err }) {
    let lost = false;
    out.on('error', (error) => {
        if (error.code === 'EPIPE' || lost)
            return;
        lost = true;
        err.write(`error: standard output cannot be written: ${(0,file_problem/* fileProblem */.W)(error)}\n`);
    });
    // There is no place left to tell it.
    err.on('error', () => undefined);
    return {
        async settled() {
            for (const stream of [out, err])
                await new Promise((done) => void stream.write('', () => done()));
        },
        get lost() {
            return lost;
        },
    };
}

;// CONCATENATED MODULE: ./src/cli/main.js







const written = watchStreams({ out: process.stdout, err: process.stderr });
const cancellation = cancelOnSignals();
// SIGTERM after SIGINT is a CI system's last word before SIGKILL: what is left is in the journal.
cancellation.forced.addEventListener('abort', () => {
    process.stderr.write('told to stop at once; etos release finishes what is left\n');
    leave(cancellation.signal.reason.exitCode);
});
const face = {
    environment: process.env,
    directory: process.cwd(),
    out: process.stdout,
    err: process.stderr,
    clock: clock/* systemClock */.m,
    signal: cancellation.signal,
};
// Node would end with 1, which says that a test failed.
process.on('uncaughtException', (error) => leave((0,print_error/* printError */.y)(error, face)));
let exitCode = 0;
let product = 'text';
createProgram(face, (code, what) => {
    [exitCode, product] = [code, what];
})
    .parseAsync(process.argv)
    .catch((error) => {
    // commander has said what is wrong; what it throws for --help and --version has code 0.
    exitCode = error instanceof esm/* CommanderError */.b7 ? (error.exitCode === 0 ? 0 : 2) : (0,print_error/* printError */.y)(error, face);
})
    .finally(async () => {
    await written.settled();
    // What a library left open must not keep a CI step from ending.
    leave(exitCode === 0 && written.lost && product === 'text' ? 3 : exitCode);
});

