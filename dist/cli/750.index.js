export const id = 750;
export const ids = [750];
export const modules = {

/***/ 72750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runAndShow),
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/host/clock.js
var clock = __webpack_require__(96726);
// EXTERNAL MODULE: ./src/host/log.js
var host_log = __webpack_require__(45194);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/report/printable.js
var printable = __webpack_require__(73251);
;// CONCATENATED MODULE: ./src/report/last-lines.js


/** The last lines of what a test printed, fit to be shown anywhere: no colours, no moves of the cursor, of a line drawn again and again the last state. */
function lastLines(output, most = Infinity) {
    const lines = (0,external_node_util_.stripVTControlCharacters)(output)
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => (0,printable/* printable */.g)(line.slice(line.trimEnd().lastIndexOf('\r') + 1).replaceAll('\t', '  ')).trimEnd());
    return lines.slice(Math.max(0, lines.length - most));
}

// EXTERNAL MODULE: ./src/report/results.js
var report_results = __webpack_require__(53450);
;// CONCATENATED MODULE: ./src/report/rows.js

/** All test cases in the order of the results. A suite or sub suite without any has a row of its own, so that its outcome is not lost. */
function rowsOf({ suites }) {
    return suites.flatMap((suite) => {
        const rows = [
            ...suite.subSuites.flatMap((subSuite) => rowsOfSubSuite(suite, subSuite)),
            ...suite.notRun.map((recipe) => rowOf(recipe, suite.name, '', suite.outcome.description)),
        ];
        if (rows.length > 0)
            return rows;
        const { verdict, description } = suite.outcome;
        return [{ suite: suite.name, subSuite: '', verdict, description, ...span(suite) }];
    });
}
// As many test cases of one recipe as people read one by one.
const mostAlike = 10;
/** The rows for people: where more than a few test cases that were found in the output of one recipe went well, one row says how many. */
function foldedRowsOf(results) {
    const folds = new Map();
    const rows = rowsOf(results).flatMap((row) => {
        if (row.of === undefined || (row.verdict !== 'PASSED' && row.verdict !== 'SKIPPED'))
            return [row];
        const key = JSON.stringify([row.suite, row.subSuite, row.of, row.verdict]);
        const fold = folds.get(key);
        fold?.push(row);
        if (fold)
            return [];
        const first = [row];
        folds.set(key, first);
        return [first];
    });
    return rows.flatMap((row) => (!Array.isArray(row) ? [row] : row.length > mostAlike ? folded(row) : row));
}
function folded(rows) {
    return rows.slice(0, 1).map((first) => ({
        ...first,
        testCase: `${rows.length} test cases of ${first.of}`,
        duration: rows.reduce((sum, { duration = 0 }) => sum + duration, 0),
    }));
}
function rowsOfSubSuite(suite, subSuite) {
    const rows = subSuite.recipes.map((recipe) => withConsole(rowOf(recipe, suite.name, subSuite.name, subSuite.outcome.description), subSuite));
    const { verdict, description } = subSuite.outcome;
    const told = verdict === 'PASSED' || rows.some((row) => row.verdict === 'FAILED' || row.verdict === 'INCONCLUSIVE');
    if (rows.length > 0 && told)
        return rows;
    // It did not pass though none of its test cases says so: it broke before, between or after them.
    const own = { suite: suite.name, subSuite: subSuite.name, verdict, description, ...span(subSuite) };
    return [...rows, { ...own, ...(subSuite.console !== undefined && { log: subSuite.console }) }];
}
/** What did not get as far as a log of its own, a checkout that failed above all, is told of in what the test runner printed. */
function withConsole(row, { console }) {
    const bad = row.verdict === 'FAILED' || row.verdict === 'INCONCLUSIVE';
    return bad && row.log === undefined && console !== undefined ? { ...row, log: console } : row;
}
function rowOf(result, suite, subSuite, reason) {
    const { testCase, of, outcome, log, output } = result;
    return {
        suite,
        subSuite,
        testCase: testCase.id,
        ...(of !== undefined && { of }),
        verdict: (0,report_results/* shownAs */.s)(result),
        description: outcome === 'NOT_RUN' ? reason : outcome.description,
        ...span(result),
        ...(log !== undefined && { log }),
        ...(output !== undefined && { output }),
    };
}
function span({ started, finished }) {
    return started === undefined || finished === undefined ? {} : { duration: Math.max(0, finished - started) };
}

;// CONCATENATED MODULE: ../../node_modules/string-width/node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ../../node_modules/string-width/node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ../../node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ../../node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ../../node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ../../node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ../../node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}

;// CONCATENATED MODULE: ./src/report/table.js




const headings = ['SUITE', 'SUB SUITE', 'RECIPE', 'VERDICT', 'DURATION', 'LOG'];
// Beyond this a column is not made wider for the sake of a cell: a name of 400 characters would pad every other row.
const most = 60;
// A column is not made narrower than this for the sake of another.
const least = 8;
// Of a path the end says most, of a name the beginning.
const keepsEnd = [false, false, false, false, false, true];
const shrinks = [true, true, true, false, false, true];
const gap = '  ';
/**
 * The table of the terminal: suite, sub suite, recipe, verdict, duration, log; a line each, without the last newline.
 * @param columns width of the terminal; without it nothing is cut, and what is longer than its column moves the rest of its own row
 */
function printTable(results, columns = Infinity) {
    const lines = [
        headings,
        ...foldedRowsOf(results).map(({ suite, subSuite, testCase, verdict, duration, log }) => [
            suite,
            subSuite || '-',
            testCase ?? '-',
            verdict,
            duration === undefined ? '-' : (0,clock/* inWords */.r)(duration),
            log ?? '-',
        ]),
    ].map((cells) => cells.map(printable/* printable */.g));
    const needed = headings.map((_, n) => lines.map((cells) => stringWidth(cells[n] ?? '')));
    const widths = Number.isFinite(columns)
        ? fit(needed.map((all) => largest(all)), columns - gap.length * (headings.length - 1))
        : needed.map((all) => largest(all.filter((width) => width <= most)));
    return lines
        .map((cells) => cells
        .map((cell, n) => {
        const shown = Number.isFinite(columns) ? truncate(cell, widths[n] ?? 0, keepsEnd[n]) : cell;
        return shown + ' '.repeat(Math.max(0, (widths[n] ?? 0) - stringWidth(shown)));
    })
        .join(gap)
        .trimEnd())
        .join('\n');
}
function largest(widths) {
    return widths.reduce((widest, width) => Math.max(widest, width), 0);
}
/** Takes what is too much from the widest column that may shrink, one by one, so that narrow ones keep their whole text. */
function fit(widths, available) {
    const fitted = [...widths];
    const total = () => fitted.reduce((sum, width) => sum + width, 0);
    while (total() > available) {
        const candidates = fitted.map((width, n) => (shrinks[n] === true && width > least ? width : 0));
        const widest = Math.max(...candidates);
        if (widest === 0)
            break;
        const second = Math.max(least, ...candidates.filter((width) => width < widest));
        const alike = candidates.filter((width) => width === widest).length;
        const each = Math.max(1, Math.min(widest - second, Math.floor((total() - available) / alike)));
        let left = total() - available;
        candidates.forEach((width, n) => {
            if (width !== widest || left <= 0)
                return;
            fitted[n] = width - Math.min(each, left);
            left -= each;
        });
    }
    return fitted;
}
/** A text cut to a width on the terminal, with `…` where something is missing; never through a character. */
function truncate(text, width, keepEnd = false) {
    if (stringWidth(text) <= width)
        return text;
    if (width < 1)
        return '';
    const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
    if (keepEnd)
        characters.reverse();
    const kept = [];
    let left = width - 1;
    for (const character of characters) {
        left -= stringWidth(character);
        if (left < 0)
            break;
        kept.push(character);
    }
    return keepEnd ? `…${kept.reverse().join('')}` : `${kept.join('')}…`;
}

;// CONCATENATED MODULE: ./src/report/failures.js




const mostFailures = 5;
const mostLines = 10;
// Without a terminal: as much of a line as people read.
const usualWidth = 200;
/**
 * What failed, for the terminal: of each the reason, where its log is, and the last lines that it printed. Empty when nothing failed.
 * @param columns width of the terminal
 */
function printFailures(results, columns = usualWidth) {
    const failures = rowsOf(results).filter(({ verdict }) => verdict === 'FAILED' || verdict === 'INCONCLUSIVE');
    if (failures.length === 0)
        return [];
    const left = failures.length - mostFailures;
    return [
        'What failed:',
        ...failures.slice(0, mostFailures).flatMap((row) => ['', ...printFailure(row, columns)]),
        ...(left > 0 ? ['', `and ${left} more`] : []),
    ];
}
function printFailure({ suite, subSuite, testCase, verdict, description, log, output }, columns) {
    const name = testCase === undefined ? subSuite || suite : `${subSuite || suite}: ${testCase}`;
    return [
        `${(0,printable/* printable */.g)(name)} ${verdict}${description === '' ? '' : `: ${(0,printable/* inOneLine */.U)(description)}`}`,
        ...(log === undefined ? [] : [`  ${(0,printable/* printable */.g)(log)}`]),
        ...(output === undefined ? [] : lastLines(output, mostLines).map((line) => truncate(`  | ${line}`, columns))),
    ];
}

;// CONCATENATED MODULE: ./src/report/redact.js
// Words of ours; a secret that happens to be one of them must not make the results unreadable.
const words = new Set(['verdict', 'conclusion', 'outcome']);
/** The same results with the secrets taken out of every text: before they are escaped, when a secret still looks like itself. */
function redacted(results, { redact }) {
    const inAll = (value) => {
        if (typeof value === 'string')
            return redact(value);
        if (Array.isArray(value))
            return value.map(inAll);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, words.has(name) && typeof member === 'string' ? member : inAll(member)]));
    };
    return inAll(results);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/eiffel/build.js
var eiffel_build = __webpack_require__(3377);
// EXTERNAL MODULE: ./src/eiffel/edition.js
var eiffel_edition = __webpack_require__(2227);
// EXTERNAL MODULE: ./src/eiffel/record.js + 1 modules
var eiffel_record = __webpack_require__(43769);
// EXTERNAL MODULE: ./src/host/errors.js
var errors = __webpack_require__(22257);
// EXTERNAL MODULE: ./src/host/process-identity.js
var process_identity = __webpack_require__(37584);
// EXTERNAL MODULE: ./src/http/create-client.js + 9 modules
var create_client = __webpack_require__(56163);
// EXTERNAL MODULE: ./src/json/value.js
var json_value = __webpack_require__(40805);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./src/server/answer.js
var server_answer = __webpack_require__(16331);
// EXTERNAL MODULE: ./src/eiffel/parse.js
var parse = __webpack_require__(10522);
// EXTERNAL MODULE: ./src/server/body.js
var body = __webpack_require__(61337);
;// CONCATENATED MODULE: ./src/server/events.js




// An event is a kilobyte or so; a batch of thousands still fits.
const longest = 32 * 1024 * 1024;
/**
 * Takes one event as JSON, or several, one a line (NDJSON), to the bus in their order. All are on it when the promise resolves.
 * @throws {Refusal} with everything that is wrong; then none of them is
 */
async function receiveEvents(request, { bus, log }) {
    const text = await (0,body/* readBody */.x)(request, { atMost: longest, instead: 'send fewer events at once' });
    // Together: a bus that keeps them on disk does so once for all.
    await Promise.all(read(text, /ndjson/.test(request.headers['content-type'] ?? ''), log).map((event) => bus.publish(event)));
}
function read(text, several, log) {
    try {
        return several ? (0,parse/* parseEvents */.PH)(text, 'body') : [(0,parse/* parseEvent */.wj)(text, 'body')];
    }
    catch (error) {
        if (!(error instanceof errors/* InvalidInput */.o9))
            throw error;
        log.warning('event refused', { reason: error.message });
        throw new server_answer/* Refusal */.P_(400, error.message);
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/server/live.js
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



const between = 200;
/** Sends what was printed so far, and goes on until the test runner has ended or the reader has gone. @throws {Refusal} */
async function followLive(subSuiteId, request, response, { live, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const first = live.live(subSuiteId);
        if (!first)
            throw new server_answer/* Refusal */.P_(404, `sub suite ${subSuiteId} has printed nothing yet`);
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
        if (request.method === 'HEAD')
            return void response.end();
        const file = __addDisposableResource(env_1, await (0,promises_.open)(first.path), true);
        for (let at = 0; !response.destroyed && !signal.aborted;) {
            const { over = true } = live.live(subSuiteId) ?? {};
            const sent = await sendFrom(file, at, response);
            at += sent;
            if (sent > 0)
                continue;
            if (over)
                break;
            await (0,external_node_timers_promises_.setTimeout)(between, undefined, { signal }).catch(() => undefined);
        }
        response.end();
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
async function sendFrom(file, at, response) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, at);
    if (bytesRead > 0 && !response.write(buffer.subarray(0, bytesRead))) {
        await new Promise((resolve) => {
            const go = () => {
                response.off('drain', go).off('close', go);
                resolve();
            };
            response.on('drain', go).on('close', go);
        });
    }
    return bytesRead;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./src/server/uploads.js






/** Stores the body of a request as a file: under another name until it is complete, so that nobody meets half of it. @throws {Refusal} */
async function receiveUpload(segments, request, { uploads, root, signal }) {
    const upload = uploadIn(segments, root);
    const path = await uploads.destination(upload);
    if (path === undefined)
        throw new server_answer/* Refusal */.P_(404, `the run has no sub suite ${upload.subSuiteId}`);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    // A name of its own: a client that gave up and tries again may still have its first try under way.
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path).slice(0, 50)}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.partial`);
    try {
        // Not `request` itself, which a disk that is full would end together with the connection, and the refusal with it.
        const hash = uploads.received && (0,external_node_crypto_.createHash)('sha256');
        await (0,external_node_stream_promises_.pipeline)(through(request.iterator({ destroyOnReturn: false }), hash), (0,external_node_fs_.createWriteStream)(partial), { signal });
        if (!request.complete)
            throw new server_answer/* Refusal */.P_(400, 'the body ended too early');
        // What became known of it meanwhile may have given it another place.
        const place = (await uploads.destination(upload)) ?? path;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
        await moveTo(place, partial);
        if (hash)
            uploads.received?.(upload, hash.digest('hex'));
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}
async function moveTo(place, partial) {
    await (0,promises_.rename)(partial, place).catch(async (error) => {
        // That place may be on another file system.
        if (error.code !== 'EXDEV')
            throw error;
        await (0,promises_.copyFile)(partial, place);
        await (0,promises_.rm)(partial);
    });
}
/** What is read from a body, hashed on its way where that is wanted. */
async function* through(body, hash) {
    for await (const piece of body) {
        hash?.update(piece);
        yield piece;
    }
}
/** Gives a file of the log area back. @throws {Refusal} */
async function sendUpload(segments, request, response, { find, root }) {
    const { url, name } = uploadIn(segments, root);
    const path = find(url);
    const size = path && (await (0,promises_.stat)(path).catch(() => undefined))?.size;
    if (path === undefined || size === undefined)
        throw new server_answer/* Refusal */.P_(404, `${name} was not uploaded`);
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
    if (request.method === 'HEAD')
        response.end();
    else
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), response);
}
/** Reads `<main suite>/<sub suite>/<name>`. A name is one path segment, whatever was encoded in it. @throws {Refusal} */
function uploadIn(segments, root) {
    const [mainSuiteId = '', subSuiteId = '', name = '', ...more] = segments.map(decode);
    if (more.length > 0 || name === '')
        throw new server_answer/* Refusal */.P_(404, 'expected /log/<main suite id>/<sub suite id>/<file name>');
    if (/[/\\\0]/.test(name) || name === '.' || name === '..')
        throw new server_answer/* Refusal */.P_(400, `${JSON.stringify(name)} is not a file name`);
    return { mainSuiteId, subSuiteId, name, url: addressOf(root, mainSuiteId, subSuiteId, name) };
}
/** One spelling for one file, however a client encoded its name. */
function addressOf(root, ...segments) {
    return [`${root}/log`, ...segments.map(encodeURIComponent)].join('/');
}
function decode(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        throw new server_answer/* Refusal */.P_(400, `${JSON.stringify(segment)} is not valid percent-encoding`);
    }
}

;// CONCATENATED MODULE: ./src/server/server.js
// The small HTTP server of a run: sub suite documents, the log area, events, live logs, local delegations. In: requests of test runners. Out: what
// the run was handed. Everything lies below a path that nobody can guess; what an upload or an event means does not belong here.







/** Starts the server on a free port. Closing it breaks what is still under way. */
async function serve({ bus, documents, uploads, live, events, delegations, log, host = '127.0.0.1', port = 0, origin, }) {
    const secret = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    const underWay = new Set();
    const closing = new AbortController();
    let root = '';
    async function handle(request, response) {
        const { url: target = '' } = request;
        const url = new URL(target.startsWith('/') && !target.startsWith('//') ? target : '/', 'http://run');
        // Who does not know the secret learns nothing, not even that there is something.
        if (url.pathname !== `/${secret}` && !url.pathname.startsWith(`/${secret}/`))
            throw new server_answer/* Refusal */.P_(404, 'there is nothing here');
        const path = url.pathname.slice(secret.length + 1);
        const [, area = '', ...rest] = path.split('/');
        switch (area) {
            case 'sub_suite':
                return sendDocument(request, response, url.searchParams.get('id') ?? '');
            case 'environment':
                return sendDocument(request, response, rest[0] ?? '');
            case 'events':
                await receiveEvents(expect(request, 'POST'), { bus, log });
                response.writeHead(204).end();
                return;
            case 'log':
                if (request.method === 'GET' || request.method === 'HEAD')
                    return sendUpload(rest, request, response, { find: uploads.find, root });
                await receiveUpload(rest, expect(request, 'PUT', 'POST'), { uploads, root, signal: closing.signal });
                (0,server_answer/* answerJson */.hi)(response, 201, {});
                return;
            case 'live':
                return followLive(rest[0] ?? '', expect(request, 'GET', 'HEAD'), response, { live, signal: closing.signal });
            case 'graphql': {
                // Loaded here alone: few runs are asked anything.
                const { answerQuery } = await Promise.all(/* import() */[__webpack_require__.e(353), __webpack_require__.e(94)]).then(__webpack_require__.bind(__webpack_require__, 80094));
                return answerQuery(expect(request, 'POST', 'GET'), response, { events, query: url.searchParams });
            }
            case 'delegation':
                return delegations.handle(request, response, { root, rest: path.slice('/delegation'.length), query: url.searchParams });
            default:
                throw new server_answer/* Refusal */.P_(404, `there is no /${area} here`);
        }
    }
    function sendDocument(request, response, id) {
        expect(request, 'GET', 'HEAD');
        const document = documents.find(id);
        // As the released environment provider says it (etos.md 5.1).
        if (id === '')
            return (0,server_answer/* answerJson */.hi)(response, 400, { title: 'Missing parameters', description: "'id' is a required parameter." });
        if (document === undefined)
            return (0,server_answer/* answerJson */.hi)(response, 404, { title: 'Sub suite not found.', description: `Could not find sub suite with ID ${id}` });
        response.writeHead(200, { 'content-type': 'application/json' }).end(document);
    }
    async function answer(request, response) {
        try {
            await handle(request, response);
        }
        catch (error) {
            const status = error instanceof server_answer/* Refusal */.P_ ? error.status : 500;
            log.debug('request refused', { method: request.method, status, reason: (0,errors/* messageOf */.bD)(error) });
            if (error instanceof server_answer/* Refusal */.P_ && error.allow.length > 0)
                response.setHeader('allow', error.allow.join(', '));
            if (status === 500)
                log.warning('request failed', { method: request.method, reason: (0,errors/* messageOf */.bD)(error) });
            (0,server_answer/* answerText */.yy)(response, status, (0,errors/* messageOf */.bD)(error));
            // What is left of the body would be read as the next request; and a client that is cut off while it sends never sees its answer.
            request.resume();
        }
    }
    const server = (0,external_node_http_.createServer)((request, response) => {
        const one = answer(request, response);
        underWay.add(one);
        void one.finally(() => underWay.delete(one));
    });
    // An upload takes as long as it takes, and a test runner is silent while a recipe runs.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    root = `${server_addressOf(origin ?? new URL(`http://${host.includes(':') ? `[${host}]` : host}`), server.address().port)}/${secret}`;
    return {
        root,
        secret,
        async [Symbol.asyncDispose]() {
            closing.abort(new Error('the run is over'));
            const closed = new Promise((resolve) => server.close(() => resolve()));
            server.closeAllConnections();
            await closed;
            // Broken uploads take their partial files away.
            await Promise.all(underWay);
        },
    };
}
/** An address with our port, unless it names one; without a slash at its end. */
function server_addressOf(origin, port) {
    const address = new URL(origin);
    if (address.port === '' && address.protocol === 'http:')
        address.port = String(port);
    return address.href.replace(/\/+$/, '');
}
function expect(request, ...methods) {
    if (!methods.includes(request.method ?? ''))
        throw new server_answer/* Refusal */.P_(405, `expected ${methods.join(' or ')}, got ${request.method}`, methods);
    return request;
}

;// CONCATENATED MODULE: ./src/suite/announce.js

function newRunIds(run = (0,external_node_crypto_.randomUUID)()) {
    return { run, artifact: (0,external_node_crypto_.randomUUID)(), activity: (0,external_node_crypto_.randomUUID)() };
}
function announcerOf(ids, identity, { publisher, build }) {
    const publish = async (event) => {
        await publisher.publish(event);
        return event;
    };
    const { activity, artifact, run } = ids;
    return {
        activityId: activity,
        async triggered(collection, known = {}) {
            const artifactCreated = known.artifactCreated ?? (await publish(build('ArtifactCreated', { identity: identity.text }, {}, artifact)));
            const artifactPublished = known.location && !known.artifactCreated
                ? await publish(build('ArtifactPublished', { locations: [known.location] }, { artifact }))
                : undefined;
            const tercc = known.tercc ??
                (await publish(build('TestExecutionRecipeCollectionCreated', { selectionStrategy: { tracker: 'Suite Builder', id: (0,external_node_crypto_.randomUUID)() }, batchesUri: collection }, { cause: [artifact] }, run)));
            await publish(build('ActivityTriggered', { name: 'ETOS testrun', executionType: 'AUTOMATED', triggers: [{ type: 'EIFFEL_EVENT' }] }, {
                cause: [run, artifact, ...(known.build?.started === undefined ? [] : [known.build.started])],
                ...(known.build?.triggered !== undefined && { context: known.build.triggered }),
            }, activity));
            return { artifactCreated, tercc, ...(artifactPublished && { artifactPublished }) };
        },
        async started() {
            await publish(build('ActivityStarted', {}, { context: activity, activityExecution: activity }));
        },
        async finished() {
            await publish(build('ActivityFinished', { outcome: { conclusion: 'SUCCESSFUL' } }, { context: activity, activityExecution: activity }));
        },
        async canceled(reason) {
            await publish(build('ActivityCanceled', { reason }, { context: activity, activityExecution: activity }));
        },
        async suiteStarted(name) {
            const { meta } = await publish(build('TestSuiteStarted', { name, categories: ['Regression test suite', identity.name], types: ['FUNCTIONAL'] }, { context: activity, terc: run }));
            return suiteAnnouncer(name, meta.id);
        },
    };
    async function publishEnd(activityExecution, problem) {
        const outcome = problem === undefined ? { conclusion: 'SUCCESSFUL' } : { conclusion: 'UNSUCCESSFUL', description: problem };
        await publish(build('ActivityFinished', { outcome }, { activityExecution }));
    }
    function suiteAnnouncer(suite, id) {
        const checkout = (0,external_node_crypto_.randomUUID)();
        return {
            id,
            async checkoutStarted() {
                await publish(build('ActivityTriggered', { name: `Checkout environment for ${suite}`, executionType: 'AUTOMATED' }, { context: id }, checkout));
                await publish(build('ActivityStarted', {}, { activityExecution: checkout }));
            },
            checkouts: {
                async begun({ kind, id: provider, type }) {
                    const own = (0,external_node_crypto_.randomUUID)();
                    const { called, category } = providerWords[kind];
                    const data = {
                        name: `Checkout ${called} from ${provider}`,
                        categories: ['EnvironmentProvider', category, ...(type === 'external' ? ['External'] : [])],
                        triggers: [{ type: 'OTHER', description: `Checking out ${called}` }],
                        executionType: 'AUTOMATED',
                    };
                    // Together: a bus that keeps them on disk does so once for both.
                    await Promise.all([
                        publish(build('ActivityTriggered', data, { context: checkout }, own)),
                        publish(build('ActivityStarted', {}, { activityExecution: own })),
                    ]);
                    return (problem) => publishEnd(own, problem);
                },
            },
            async environmentDefined(environment) {
                await publish(build('EnvironmentDefined', { name: environment.name, uri: environment.uri }, { context: checkout }, environment.id));
            },
            checkoutFinished: (problem) => publishEnd(checkout, problem),
            async finished(outcome) {
                await publish(build('TestSuiteFinished', { outcome }, { context: activity, testSuiteExecution: id }));
            },
        };
    }
}
/** How the released services call what is checked out, and whoever does it (eiffel.md 3.1). */
const providerWords = {
    iut: { called: 'IUTs', category: 'IUTProvider' },
    'execution-space': { called: 'execution spaces', category: 'ExecutionSpaceProvider' },
    'log-area': { called: 'log areas', category: 'LogAreaProvider' },
};

// EXTERNAL MODULE: ./src/documents/sub-suite.js
var sub_suite = __webpack_require__(72379);
// EXTERNAL MODULE: ./src/environment/login.js
var login = __webpack_require__(50514);
// EXTERNAL MODULE: ./src/tracking/tracker.js
var tracking_tracker = __webpack_require__(30343);
// EXTERNAL MODULE: ./src/documents/outcome.js
var outcome = __webpack_require__(62728);
;// CONCATENATED MODULE: ./src/suite/follow.js


/** A delegation that has told its result still has to go away before what it used is given back. */
const departure = 30_000;
/** The same where only the end of its activity tells: released test runners say it a second or two after the result. */
const farewell = 5_000;
/**
 * Follows a sub suite by its events until its outcome is known (etos.md 4.3): TestSuiteStarted with CAUSE = main suite and the same name, then its
 * TestSuiteFinished. Call it before the request is sent: a short delegation may be over before its answer has been read. The tracker tells
 * what events cannot, that the delegation ended without a word. When the signal fires, or a limit passes, the delegation is cancelled and
 * has the grace to tell its result.
 */
function follow(subSuite, { bus, clock, log, limits }) {
    const { name } = subSuite;
    const [started, finished, left] = [deferred(), deferred(), deferred()];
    /** None of its test runners is left, and so long that nothing more will come. */
    const deserted = deferred();
    const startedIds = new Set();
    /** Results of suites that may yet turn out to be this one: several connections keep no common order. */
    const early = new Map();
    /** Of test runners that have not ended: there may be several, started again or twice. */
    const active = new Set();
    let desertion = new AbortController();
    let outcome;
    // The first result counts: a message bus may deliver twice, and a runner that was started again tells its story again.
    const tell = (told) => {
        if (outcome === undefined && told !== undefined)
            finished.resolve((outcome = told));
    };
    const subscription = bus.subscribe((event) => {
        if (isStartOf(subSuite, event)) {
            startedIds.add(event.meta.id);
            started.resolve(event.meta.id);
            tell(early.get(event.meta.id));
        }
        // Of activities without a place in the run, the bus has those alone that test runners began for it.
        if (event.meta.type === 'EiffelActivityTriggeredEvent' && event.data.name === name && event.links.length === 0) {
            active.add(event.meta.id);
            desertion.abort();
        }
        if (event.meta.type === 'EiffelActivityFinishedEvent' && event.links.filter(({ target }) => active.delete(target)).length > 0) {
            left.resolve(undefined);
            if (active.size > 0)
                return;
            desertion = new AbortController();
            clock.sleep(limits.late, desertion.signal).then(() => deserted.resolve(endOf(event)), () => undefined);
        }
        const ended = finishedBy(event);
        if (ended === undefined)
            return;
        if (startedIds.has(ended))
            tell(outcomeIn(event));
        else if (!early.has(ended))
            early.set(ended, outcomeIn(event));
    });
    return {
        async end(tracker, signal) {
            const over = new AbortController();
            const atMost = (promise, milliseconds) => Promise.race([promise, clock.sleep(milliseconds, over.signal).catch(() => undefined)]);
            const gone = departureOf(tracker, over.signal);
            const stopped = stopReason(started.promise, signal, { clock, limits, over: over.signal });
            try {
                const first = await Promise.race([
                    finished.promise.then(() => 'told'),
                    gone.then(() => 'gone'),
                    stopped.then(() => 'stopped'),
                    // Where nobody else tells that the test runner has ended.
                    ...(tracker ? [] : [deserted.promise.then(() => 'deserted')]),
                ]);
                if (first === 'told') {
                    tracker?.soon?.();
                    await (tracker ? atMost(gone, departure) : atMost(left.promise, active.size > 0 ? farewell : 0));
                }
                if (first === 'gone')
                    await atMost(Promise.race([finished.promise, bus.caughtUp?.() ?? finished.promise]), limits.late);
                if (first === 'stopped' && tracker) {
                    const most = signal.reason instanceof errors/* Cancelled */.cJ ? limits.cancelled : Infinity;
                    const grace = Math.min(tracker.grace ?? limits.grace, most);
                    const ended = tracker.cancel(clock.deadline(grace, new Error(`it did not end within ${grace / 1000} s`))).then(() => gone, (error) => log.warning('delegation could not be cancelled', { subSuite: name, reason: (0,errors/* messageOf */.bD)(error) }));
                    await atMost(ended, grace);
                }
                if (outcome)
                    return { name, outcome };
                return { name, lost: await (first === 'gone' ? gone : first === 'deserted' ? deserted.promise : stopped) };
            }
            finally {
                over.abort();
            }
        },
        [Symbol.dispose]() {
            subscription[Symbol.dispose]();
            desertion.abort();
        },
    };
}
/** Resolves with the reason when the delegation is over. Never, where nobody tells. */
async function departureOf(tracker, signal) {
    if (tracker) {
        for await (const tracked of tracker.follow(signal)) {
            if (tracked.state === 'ended' || tracked.state === 'lost')
                return reasonOf(tracked);
        }
    }
    return new Promise(() => undefined);
}
/** Resolves when the run is stopped, or a limit has passed. */
function stopReason(started, signal, { clock, limits, over }) {
    return new Promise((resolve) => {
        const stop = () => resolve((0,errors/* messageOf */.bD)(signal.reason));
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        over.addEventListener('abort', () => signal.removeEventListener('abort', stop), { once: true });
        const startLimit = new AbortController();
        void started.then(() => startLimit.abort());
        const after = (milliseconds, sentence, until) => void clock.sleep(milliseconds, until).then(() => resolve(sentence), () => undefined);
        after(limits.start, `did not start within ${limits.start / 1000}s`, AbortSignal.any([over, startLimit.signal]));
        after(limits.result, `gave no result within ${limits.result / 1000}s`, over);
    });
}
function reasonOf(tracked) {
    if (tracked.state === 'lost')
        return `lost: ${tracked.reason}`;
    const code = tracked.code === undefined ? '' : ` with exit code ${tracked.code}`;
    return tracked.reason ?? `the test runner ended${code} and told no result`;
}
/** Whether an event is the start of a sub suite (etos.md 6.9): by its id; else by its name and what it points at. */
function isStartOf({ id, name, mainSuiteId, activityId }, { meta, data, links }) {
    if (meta.type !== 'EiffelTestSuiteStartedEvent')
        return false;
    if (meta.id === id)
        return true;
    if (data.name !== name)
        return false;
    const causes = links.filter(({ type }) => type === 'CAUSE');
    if (causes.length > 0)
        return causes.some(({ target }) => target === mainSuiteId);
    return links.some(({ type, target }) => type === 'CONTEXT' && target === activityId);
}
/** The suite that the event ends, if it ends one. */
function finishedBy({ meta, links }) {
    return meta.type === 'EiffelTestSuiteFinishedEvent' ? links.find(({ type }) => type === 'TEST_SUITE_EXECUTION')?.target : undefined;
}
/** How a test runner says that it has ended. */
function endOf({ data }) {
    const { conclusion, description } = (data.outcome ?? {});
    const why = typeof description === 'string' && description !== '' ? `: ${description.replace(/\.$/, '')}` : '';
    return `the test runner ended${typeof conclusion === 'string' ? ` ${conclusion}` : ''} and told no result${why}`;
}
/** All of it may be missing (eiffel.md 3.9); what is no success then is none for the suite, either (etos.md 4.6). */
function outcomeIn({ data }) {
    const { verdict, conclusion, description } = (data.outcome ?? {});
    const missing = data.outcome === undefined ? 'The test runner told no outcome.' : 'The test runner gave no description.';
    return {
        verdict: outcome/* verdicts */.r.includes(verdict) ? verdict : 'INCONCLUSIVE',
        conclusion: outcome/* conclusions */.f.includes(conclusion) ? conclusion : 'INCONCLUSIVE',
        description: typeof description === 'string' && description !== '' ? description : missing,
    };
}
function deferred() {
    let resolve = () => undefined;
    const promise = new Promise((settle) => (resolve = settle));
    return { promise, resolve };
}

;// CONCATENATED MODULE: ./src/suite/outcome.js
const inconclusive = (description, conclusion = 'FAILED') => ({
    verdict: 'INCONCLUSIVE',
    conclusion,
    description,
});
/** The outcome of a suite without recipes (etos.md 4.6, first row). */
function outcomeOfNothing(suite) {
    return inconclusive(`No tests in test suite ${suite}: it has no recipes.`);
}
/**
 * The outcome of a suite from the ends of its sub suites: verdict and conclusion by the table of etos.md 4.6, in its order; descriptions that
 * say which sub suites it was, and why.
 * @param problem why the suite could not be carried out in full: no environment, time, cancelled
 */
function outcomeOf(ends, problem) {
    const lost = ends.filter((end) => 'lost' in end).map(({ name, lost: reason }) => `${name} (${reason})`);
    const told = ends.filter((end) => 'outcome' in end);
    const broken = told.filter(({ outcome }) => outcome.conclusion !== 'SUCCESSFUL');
    const failed = told.filter(({ outcome }) => outcome.conclusion === 'SUCCESSFUL' && outcome.verdict !== 'PASSED');
    // What a cancel or the end of time cut off is no news of its own.
    const cutOff = problem?.conclusion === 'ABORTED' || problem?.conclusion === 'TIMED_OUT';
    if (cutOff && failed.length === 0)
        return inconclusive(sentences([problem.reason]), problem.conclusion);
    const reasons = [
        ...(problem ? [problem.reason] : []),
        ...(lost.length > 0 ? [`${ofAll(lost.length, ends.length)} gave no result: ${lost.join('; ')}`] : []),
        ...(broken.length > 0 ? [`${ofAll(broken.length, ends.length)} could not be carried out: ${described(broken)}`] : []),
    ];
    const failures = failed.length > 0 ? [`${ofAll(failed.length, ends.length)} failed: ${described(failed)}`] : [];
    if (reasons.length > 0)
        return inconclusive(sentences([...reasons, ...failures]), problem?.conclusion ?? 'FAILED');
    if (ends.length === 0)
        return inconclusive('No sub suite was started.');
    if (failures.length > 0)
        return { verdict: 'FAILED', conclusion: 'SUCCESSFUL', description: sentences(failures) };
    return { verdict: 'PASSED', conclusion: 'SUCCESSFUL', description: 'All tests passed.' };
}
/** The outcome of a run: the first FAILED suite, else the last INCONCLUSIVE one, else the first (etos.md 4.3, 10). */
function outcomeOfRun(suites) {
    const withVerdict = (verdict) => suites.filter(({ outcome }) => outcome.verdict === verdict);
    const decisive = withVerdict('FAILED')[0] ?? withVerdict('INCONCLUSIVE').at(-1) ?? suites[0];
    if (!decisive)
        return inconclusive('Nothing was carried out.');
    if (suites.length === 1 || decisive.outcome.verdict === 'PASSED')
        return decisive.outcome;
    const others = suites.filter(({ outcome }) => outcome.verdict !== 'PASSED').length - 1;
    const more = others > 0 ? ` (and ${others} more of ${suites.length} suites not passed)` : '';
    return { ...decisive.outcome, description: `${decisive.name}: ${decisive.outcome.description}${more}` };
}
function ofAll(some, all) {
    return `${some} of ${all} sub suite${all === 1 ? '' : 's'}`;
}
function described(ends) {
    return ends.map(({ name, outcome }) => `${name} (${outcome.description.replace(/\.$/, '')})`).join('; ');
}
function sentences(parts) {
    return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}

// EXTERNAL MODULE: ./src/suite/splitter.js + 2 modules
var splitter = __webpack_require__(9569);
// EXTERNAL MODULE: ./src/http/never-left.js
var never_left = __webpack_require__(80000);
// EXTERNAL MODULE: ./src/http/form.js
var http_form = __webpack_require__(12810);
// EXTERNAL MODULE: ./src/json/print.js
var print = __webpack_require__(63519);
;// CONCATENATED MODULE: ./src/suite/start.js






const known = ['url', 'method', 'headers', 'json', 'data', 'params', 'timeout', 'auth'];
/**
 * Sends `executor.request`, the call that starts a test runner (etos.md 4.5), by the rules of the place it goes to: those of a remote space that knows
 * it, else one plain request.
 * @throws {Refused} when the answer's status is 400 or more, or there was nobody to hear it
 * @throws {NotCarriedOut} when nobody answers: it may have been started
 */
async function start(request, { identifier, moved, trackerOf, spaces, http, signal, }) {
    const call = readRequest(request);
    const space = spaces.find((one) => one.knows(call));
    if (space)
        return space.start(call, { identifier, moved, signal });
    const answer = await send(call, { http, signal });
    const { location } = answer.headers;
    const tracker = trackerOf(answer);
    return { ...(typeof location === 'string' && { location }), ...(tracker && { tracker }) };
}
/**
 * Ends what a start request without an answer may have started.
 * @param unknown what to make of one that the place does not know
 * @returns whether nothing of it runs: false where nobody can be asked @throws when that does not become known
 */
async function takenBack(request, { identifier, spaces, unknown, signal, }) {
    const call = readRequest(request);
    const space = spaces.find((one) => one.knows(call));
    if (!space)
        return false;
    const tracker = await space.recover(call, { identifier, signal });
    if (!tracker)
        return unknown;
    await tracker.cancel(signal);
    return tracker.over?.() ?? true;
}
async function send(call, { http, signal }) {
    const { origin, pathname } = new URL(call.url);
    const target = `${call.method} ${origin}${pathname}`;
    let answer;
    try {
        answer = await http.request({ ...call, once: true, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const Failure = (0,never_left/* neverLeft */.o)(error) ? tracking_tracker/* Refused */.Lw : errors/* NotCarriedOut */.sZ;
        throw new Failure(`${target} got no answer: ${(0,errors/* messageOf */.bD)(error)}`, 'Check executor.request in the execution space provider', {
            cause: error,
        });
    }
    if (answer.status >= 400) {
        const text = (await answer.text(64 * 1024).catch(() => ''))
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim()
            .slice(0, 300);
        throw new tracking_tracker/* Refused */.Lw(`${target} answered ${answer.status} ${answer.reason}${text && `: ${text}`}`, 'Check executor.request in the execution space provider');
    }
    return answer;
}
/** Reads a request description. @throws {NotCarriedOut} when url or method is missing or a member is of the wrong form */
function readRequest(request) {
    const fail = (what, hint = `It may have ${known.join(', ')} (docs/providers.md)`) => {
        throw new tracking_tracker/* Refused */.Lw(`executor.request ${what}`, hint);
    };
    const [url, method] = [request.get('url'), request.get('method')];
    if (typeof url !== 'string' || !URL.canParse(url) || !/^(?:https?|kubeconfig):$/.test(new URL(url).protocol)) {
        const [, missing] = /^\$([\w.]*\w)/.exec((0,json_value/* textOf */.b6)(url ?? null)) ?? [];
        const why = missing === undefined ? 'expected an address such as https://jenkins.example.org/…' : `the dataset has no ${missing}`;
        return fail(`has the url ${(0,print/* printJson */.Q2)(url ?? null)}; ${why}`, 'Give it by --dataset, or in the execution space provider');
    }
    if (typeof method !== 'string')
        return fail('has no method');
    const timeout = Number(request.get('timeout') ?? 30);
    const params = request.get('params') ?? null;
    const headers = textsIn(request.get('headers') ?? null);
    const auth = readAuth(request.get('auth') ?? null, fail);
    return {
        method: method.toUpperCase(),
        url: params === null ? url : (0,http_form/* withParameters */.z)(url, params),
        ...withBody(headers, request),
        ...(auth && { auth }),
        limit: Number.isFinite(timeout) && timeout > 0
            ? timeout * 1000
            : fail(`has the timeout ${JSON.stringify(request.get('timeout'))}; expected seconds`),
    };
}
function withBody(headers, request) {
    const [json, data] = [request.get('json') ?? null, request.get('data') ?? null];
    const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    const as = (type) => (typed ? headers : { ...headers, 'Content-Type': type });
    if (typeof data === 'string')
        return { headers, body: data };
    if (data !== null)
        return { headers: as('application/x-www-form-urlencoded'), body: (0,http_form/* printForm */.i)(data) };
    if (json !== null)
        return { headers: as('application/json'), body: (0,print/* printPython */.qj)(json) };
    return { headers };
}
function readAuth(auth, fail) {
    if (auth === null)
        return undefined;
    if (!(0,json_value/* isObject */.Gv)(auth))
        return fail(`has the auth ${(0,print/* printJson */.Q2)(auth)}; expected an object`);
    const [username, password] = [auth.get('username'), auth.get('password')];
    if (typeof username !== 'string' || typeof password !== 'string')
        return fail('has an auth without username and password as text');
    return { username, password, type: (0,json_value/* textOf */.b6)(auth.get('type'), 'basic').toLowerCase() === 'basic' ? 'basic' : 'digest' };
}
function textsIn(value) {
    return (0,json_value/* isObject */.Gv)(value)
        ? Object.fromEntries([...value].filter(([, text]) => text !== null).map(([name, text]) => [name, (0,json_value/* textOf */.b6)(text)]))
        : {};
}

;// CONCATENATED MODULE: ./src/suite/carry-out.js
var carry_out_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var carry_out_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** Milliseconds that giving back may take when the run was cancelled: GitHub kills 10 s after a cancel (toolchain.md 9). */
const releaseWhenCancelled = 3_000;
const release = 60_000;
/** Milliseconds to end what may have been started without an answer. */
const takeBack = 15_000;
/**
 * Carries out one suite (etos.md 4.3, steps 5 to 9): takes environments until every test runner is served, starts each sub suite as soon as it has
 * its own, gives back what a sub suite used as soon as it is done. Always ends with TestSuiteFinished; a failure is an outcome, not an exception.
 */
async function carryOut(suite, carrying) {
    const { announcer, environments, log, signal } = carrying;
    const announced = await announcer.suiteStarted(suite.name);
    const recipes = suite.groups.flatMap((group) => group.recipes);
    if (recipes.length === 0) {
        const outcome = outcomeOfNothing(suite.name);
        await announced.finished(outcome);
        return { id: announced.id, name: suite.name, outcome, notRun: [] };
    }
    const sub = new SubSuites(suite, announced, carrying);
    let problem;
    let badInput = false;
    try {
        await announced.checkoutStarted();
        await sub.startAll();
        await announced.checkoutFinished();
    }
    catch (error) {
        if (!(error instanceof errors/* EtosError */.Ss) && !signal.aborted)
            log.error('unexpected failure', { suite: suite.name, stack: error.stack ?? String(error) });
        problem = { reason: withRemedy(error), conclusion: error instanceof errors/* Cancelled */.cJ ? 'ABORTED' : signal.aborted ? 'TIMED_OUT' : 'FAILED' };
        badInput = error instanceof errors/* InvalidInput */.o9 && sub.nothingStarted() && environments.untouched();
        await announced.checkoutFinished(problem.reason);
    }
    const ends = await sub.ends();
    if (signal.aborted)
        problem ??= { reason: (0,errors/* messageOf */.bD)(signal.reason), conclusion: signal.reason instanceof errors/* Cancelled */.cJ ? 'ABORTED' : 'TIMED_OUT' };
    const outcome = outcomeOf(ends, problem);
    await announced.finished(outcome);
    return { id: announced.id, name: suite.name, outcome, notRun: sub.notStarted(), ...(problem && { problem: problem.reason, badInput }) };
}
/** What is wrong and what to do about it, in one text: who reads a report sees no hint beside it. */
function withRemedy(error) {
    return error instanceof errors/* EtosError */.Ss && error.hint !== '' ? `${(0,errors/* messageOf */.bD)(error)}. ${error.hint}` : (0,errors/* messageOf */.bD)(error);
}
/** The sub suites of one suite: started as environments become available, followed side by side. */
class SubSuites {
    suite;
    announced;
    carrying;
    running = new Set();
    finished = [];
    started = new Set();
    counter = 0;
    constructor(suite, announced, carrying) {
        this.suite = suite;
        this.announced = announced;
        this.carrying = carrying;
    }
    async startAll() {
        for (let groups = this.suite.groups; groups.length > 0;) {
            const iuts = await this.takeIuts(Math.min(Math.max(1, this.suite.maximumIuts - this.running.size), groups.reduce((sum, { recipes }) => sum + recipes.length, 0)));
            const shares = this.carrying.splitter(groups, iuts);
            // An IUT that nobody needs goes back at once.
            await this.giveBack(iuts.filter((iut) => !shares.some((share) => share.iut === iut)));
            const named = shares.map((share) => ({ share, name: `${this.suite.name}_SubSuite_${this.counter++}` }));
            await settleAll(named.map(({ share, name }) => this.startOne(share, name)));
            groups = (0,splitter/* leftOf */.lC)(groups, shares);
            // A test runner that had IUTs and still has recipes left goes on when one of them is free again.
            const goesOn = groups.some(({ testRunner }) => shares.some((share) => share.testRunner === testRunner));
            if (goesOn && this.running.size > 0)
                await Promise.race(this.running);
        }
    }
    /** The ends of all that were started, when the last of them has ended. */
    async ends() {
        while (this.running.size > 0)
            await Promise.all(this.running);
        return this.finished;
    }
    nothingStarted() {
        return this.started.size === 0;
    }
    notStarted() {
        return this.suite.groups.flatMap(({ recipes }) => recipes).filter((recipe) => !this.started.has(recipe));
    }
    /** IUTs for the groups that have none. While our own sub suites hold some, running out is no failure: one of them will give its own back. */
    async takeIuts(maximum) {
        const { environments, signal, log } = this.carrying;
        for (;;) {
            try {
                return await environments.iuts(maximum, { signal, checkouts: this.announced.checkouts });
            }
            catch (error) {
                if (this.running.size === 0 || signal.aborted || !(error instanceof errors/* NotCarriedOut */.sZ))
                    throw error;
                log.info('waiting for a sub suite to give its IUT back', { suite: this.suite.name, reason: error.message });
                await Promise.race(this.running);
            }
        }
    }
    async startOne(share, name) {
        const { environments, signal } = this.carrying;
        const id = (0,external_node_crypto_.randomUUID)();
        let environment;
        try {
            environment = await environments.complete(share.iut, { name, subSuiteId: id, priority: this.suite.priority, testRunner: share.testRunner, recipes: share.recipes }, { signal, checkouts: this.announced.checkouts });
        }
        catch (error) {
            await this.giveBack([share.iut]);
            throw error;
        }
        share.recipes.forEach((recipe) => this.started.add(recipe));
        const running = this.runOne(this.ready(share, { name, id, environment })).then((end) => {
            this.finished.push(end);
            this.running.delete(running);
            return end;
        });
        this.running.add(running);
    }
    async runOne(subSuite) {
        const { iut, logArea, executor } = subSuite.environment;
        const end = await this.runReady(subSuite);
        await this.giveBack([iut, logArea, executor]);
        this.carrying.ended(subSuite, end);
        return end;
    }
    async runReady(subSuite) {
        const { bus, clock, log, limits, place, signal } = this.carrying;
        const { name, id, environment } = subSuite;
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const following = carry_out_addDisposableResource(env_1, follow({ name, id, mainSuiteId: this.announced.id, activityId: this.carrying.announcer.activityId }, { bus, clock, log, limits }), false);
                const placed = await place(subSuite, { signal });
                await this.announced.environmentDefined({ id: environment.id, name, uri: placed.uri });
                const begun = await this.begin(placed.subSuite);
                const end = await following.end(begun.tracker, signal);
                await begun.ended();
                return end;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                carry_out_disposeResources(env_1);
            }
        }
        catch (error) {
            return { name, lost: signal.aborted ? (0,errors/* messageOf */.bD)(signal.reason) : `failed to start: ${withRemedy(error)}` };
        }
    }
    ready({ testRunner, recipes, iut }, { name, id, environment }) {
        const { runId, artifactId, announcer } = this.carrying;
        const document = (0,sub_suite/* printSubSuite */.KT)({
            name,
            suiteId: runId,
            subSuiteId: id,
            testSuiteStartedId: this.announced.id,
            priority: this.suite.priority,
            recipes,
            testRunner,
            iut: iut.item,
            artifact: artifactId,
            context: announcer.activityId,
            executor: environment.executor.item,
            logArea: environment.logArea.item,
        });
        return { suite: this.suite.name, mainSuiteId: this.announced.id, name, id, testRunner, recipes, environment, document };
    }
    /** Sends the start request, written down before and crossed out when the delegation has ended. */
    async begin({ name, environment, }) {
        const { journal, http, trackerOf, spaces, log, signal } = this.carrying;
        signal.throwIfAborted();
        const request = environment.executor.item.get('request');
        if (!(0,json_value/* isObject */.Gv)(request)) {
            throw new errors/* NotCarriedOut */.sZ(`execution space provider "${environment.executor.provider.id}" gave an item without "request"`, 'The request is what starts the test runner (docs/providers.md)');
        }
        const entry = await journal.begin({
            kind: 'delegation',
            subSuite: name,
            identifier: environment.identifier,
            url: (0,json_value/* textOf */.b6)(request.get('url')),
            login: (0,login/* loginOf */.W)(environment.executor.provider),
        });
        const { identifier } = environment;
        const moved = (location) => void journal.amend(entry, { location }).catch((error) => log.warning((0,errors/* messageOf */.bD)(error), { subSuite: name }));
        const { location, tracker } = await start(request, { identifier, moved, trackerOf, spaces, http, signal }).catch(async (error) => {
            if (error instanceof tracking_tracker/* Refused */.Lw || (await this.isTakenBack(request, identifier, error)))
                await journal.crossOut(entry);
            throw error;
        });
        await journal.amend(entry, { location: location ?? null });
        // What may still run elsewhere stays for release.
        return { tracker, ended: async () => (tracker?.over?.() === false ? undefined : journal.crossOut(entry)) };
    }
    /**
     * Whether nothing runs of a delegation whose start request has no answer: because it was ended, or because nobody knows it, unless it may yet arrive.
     * Else it stays for release.
     */
    async isTakenBack(request, identifier, error) {
        const { spaces, clock, log, limits, signal } = this.carrying;
        const limit = signal.reason instanceof errors/* Cancelled */.cJ ? Math.min(limits.cancelled, takeBack) : takeBack;
        const bound = clock.deadline(limit, new Error(`it could not be found and ended within ${limit / 1000} s`));
        const unknown = !(error instanceof tracking_tracker/* Doubtful */.Q9);
        return await takenBack(request, { identifier, spaces, unknown, signal: bound }).catch((failure) => {
            log.warning('a delegation whose start was not answered may run', { identifier, reason: (0,errors/* messageOf */.bD)(failure) });
            return false;
        });
    }
    /** Gives back with a deadline of its own: the run's signal may have fired. What is refused stays in the journal and is told. */
    async giveBack(items) {
        const { environments, clock, log, signal } = this.carrying;
        if (items.length === 0)
            return;
        const limit = signal.aborted ? releaseWhenCancelled : release;
        const bound = clock.deadline(limit, new Error(`check-in took longer than ${limit / 1000} s`));
        await environments.release(items, { signal: bound }).catch((error) => log.warning((0,errors/* messageOf */.bD)(error)));
    }
}
/** Waits for all, then throws the first failure: what the others began must not be left alone. */
async function settleAll(promises) {
    const failed = (await Promise.allSettled(promises)).find((result) => result.status === 'rejected');
    if (failed)
        throw failed.reason;
}

;// CONCATENATED MODULE: ./src/tracking/local.js

/** How long one question may stay unanswered: the server answers as soon as the state differs from the one named. */
const patience = 20_000;
/** The tracker of delegations that the run's own server started: it tells their states over HTTP, with long polling. */
function localTrackers(serverRoot, { http }) {
    return ({ headers }) => {
        const { location } = headers;
        if (typeof location !== 'string' || !location.startsWith(`${serverRoot}/delegation/item/`))
            return undefined;
        return {
            async *follow(signal) {
                let known = 'none';
                for (;;) {
                    const answer = await ask(`${location}?known=${known}&wait=${patience}`, 'GET', signal);
                    if (signal.aborted)
                        return;
                    yield answer;
                    if (answer.state === 'ended' || answer.state === 'lost')
                        return;
                    known = answer.state;
                }
            },
            async cancel(signal) {
                await http.request({ method: 'DELETE', url: location, limit: 5_000, signal });
            },
        };
    };
    async function ask(url, method, signal) {
        try {
            const answer = await http.request({ method, url, limit: patience + 10_000, signal });
            const text = await answer.text();
            return answer.status === 200
                ? JSON.parse(text)
                : { state: 'lost', reason: `the run's server answered ${answer.status}` };
        }
        catch (error) {
            return { state: 'lost', reason: (0,errors/* messageOf */.bD)(error) };
        }
    }
}

// EXTERNAL MODULE: ./src/eiffel/broker-connection.js
var broker_connection = __webpack_require__(37089);
// EXTERNAL MODULE: ./src/eiffel/broker.js
var eiffel_broker = __webpack_require__(97416);
// EXTERNAL MODULE: ./src/eiffel/embedded-bus.js
var embedded_bus = __webpack_require__(39872);
// EXTERNAL MODULE: ./src/eiffel/wire.js
var wire = __webpack_require__(24720);
// EXTERNAL MODULE: ./src/release/broker.js
var release_broker = __webpack_require__(11626);
// EXTERNAL MODULE: ./src/eiffel/check.js
var check = __webpack_require__(8729);
;// CONCATENATED MODULE: ./src/run/own-events.js

/** Suites of one name may run all over a deployment: so many that may be ours are remembered. */
const atMost = 100;
/** What test runners say of a sub suite, and so many of those which may yet turn out to be ours. */
const ofSubSuites = /^Eiffel(?:TestCase|Artifact|EnvironmentDefined)/;
const earlyAtMost = 500;
/**
 * Tells the events of a run, which it is to be asked about in order: those that point at one that is the run's. The item under test is nobody's own:
 * other runs point at it, too. The activity of a test runner is known by its name and source when its TestSuiteStarted comes, if that is of one alone:
 * runs of the same collection may go on side by side on one machine. The released library sends what a lost connection kept from being confirmed again a
 * second later, after what was published meanwhile: that waits for it.
 * @returns a function that gives what an event makes the run's: nothing, the event itself, or it after others that were waiting for it. What did not
 *   come over the broker brings nothing with it: its activity came the same way, and points at the run
 */
function ownEventsOf({ run, activity, artifact }) {
    const ours = new Set([run, activity]);
    const names = new Set();
    let waiting = [];
    let early = [];
    return (event, from) => {
        const { meta, data, links } = event;
        if (ours.has(meta.id) || links.some(({ target }) => ours.has(target))) {
            const before = from === 'broker' && (0,check/* isA */.KG)(event, 'TestSuiteStarted') ? begunFor(event) : [];
            return [...before, ...take(event)];
        }
        if (meta.id === artifact)
            return [event];
        if ((0,check/* isA */.KG)(event, 'ActivityTriggered') && links.length === 0 && typeof data.name === 'string' && names.has(data.name))
            waiting = [...waiting, { triggered: event, name: data.name }].slice(-atMost);
        const begun = (0,check/* isA */.KG)(event, 'ActivityStarted') && waiting.find(({ triggered }) => links.some(({ target }) => target === triggered.meta.id));
        if (begun)
            begun.started = event;
        if (ofSubSuites.test(meta.type) && early.push(event) > earlyAtMost)
            early.shift();
        return [];
    };
    /** An event that is ours, and after it those that came before it and point at it. */
    function take(event) {
        const { meta, data } = event;
        ours.add(meta.id);
        // The environment of a sub suite has its name (etos.md 5.7), and is there before its test runner.
        if ((0,check/* isA */.KG)(event, 'EnvironmentDefined') && typeof data.name === 'string' && data.uri !== undefined)
            names.add(data.name);
        const pointsHere = ({ links }) => links.some(({ target }) => target === meta.id);
        const followers = early.filter(pointsHere);
        if (followers.length > 0)
            early = early.filter((one) => !pointsHere(one));
        return [event, ...followers.flatMap(take)];
    }
    /** The activity that the same test runner began for a sub suite of this name, if only one can be meant. */
    function begunFor(suite) {
        const [own, ...others] = waiting.filter(({ name, triggered }) => name === suite.data.name && sourceOf(triggered) === sourceOf(suite));
        if (!own || others.length > 0)
            return [];
        waiting = waiting.filter((one) => one !== own);
        const events = [own.triggered, ...(own.started ? [own.started] : [])];
        events.forEach(({ meta }) => ours.add(meta.id));
        return events;
    }
}
function sourceOf({ meta }) {
    return `${meta.source?.name ?? ''} at ${meta.source?.host ?? ''}`;
}

;// CONCATENATED MODULE: ./src/run/bus.js








// Milliseconds for a broker that has just answered to give a queue, and to take it back.
const declaring = 60_000;
const removing = 10_000;
/**
 * Reads `RABBITMQ_*`, and `ETOS_RABBITMQ_*` of the internal bus, and sees whether they let us in, before anything is started.
 * @returns undefined when no broker is named, or it is neither to be sent to nor to be heard
 * @throws {InvalidInput} {NotCarriedOut}
 */
async function findBroker(environment, { clock, signal }) {
    const { ETOS_DISABLE_SENDING_EVENTS: deaf, ETOS_DISABLE_RECEIVING_EVENTS: dumb } = environment;
    const broker = (0,eiffel_broker.readBroker)(environment, 'RABBITMQ');
    const internal = (0,eiffel_broker.readBroker)(environment, 'ETOS_RABBITMQ');
    if (internal)
        await (0,broker_connection.checkBroker)(internal, { clock, signal });
    if (!broker || (deaf && dumb))
        return undefined;
    (0,wire.routingTag)(environment);
    await (0,broker_connection.checkBroker)(broker, { clock, signal });
    return broker;
}
/**
 * Opens the bus of a run. With a broker, what is published goes there too, and what others publish there about this run arrives here, once: an event
 * belongs to the run when it points at one that does.
 */
async function openRunBus(broker, { ids, directory, environment, journal, clock, log, signal }) {
    const embedded = (0,embedded_bus/* createEmbeddedBus */.z)({ log });
    if (!broker)
        return { ...embedded, recall: (event) => embedded.publish(event), settle: () => Promise.resolve() };
    log.secret(broker.password);
    const outbox = (0,external_node_path_.join)(directory, 'outbox');
    const queue = `etos-run-${ids.run}`;
    const owing = await journal.begin((0,release_broker/* outboxFact */.QW)(outbox, environment));
    const declared = await journal.begin((0,release_broker/* queueFact */.MI)(queue, environment));
    const tooLate = new errors/* NotCarriedOut */.sZ(`RabbitMQ at ${(0,eiffel_broker/* addressOf */.c)(broker)} gave no queue within ${declaring / 1000} s`, 'It answered before; has it been restarted, or is it out of memory or disk?');
    const patience = AbortSignal.any([signal, clock.deadline(declaring, tooLate)]);
    const rabbit = await openRabbit(broker, { outbox, name: `etos run ${ids.run}`, queue, environment, clock, log, signal: patience }).catch(async (error) => {
        // It may have been declared before the refusal, of the binding for instance.
        if (error instanceof errors/* InvalidInput */.o9 && (await isGone(broker, queue, { clock, signal }))) {
            await journal.crossOut(declared);
            await journal.crossOut(owing);
        }
        throw error;
    });
    const ownEvents = ownEventsOf(ids);
    rabbit.subscribe((event) => {
        for (const one of ownEvents(event, 'broker'))
            void embedded.publish(one);
    });
    const sends = !environment.ETOS_DISABLE_SENDING_EVENTS;
    let left = false;
    const leave = async () => {
        if (left)
            return;
        left = true;
        await rabbit[Symbol.asyncDispose]();
    };
    return {
        async publish(event) {
            ownEvents(event, 'run');
            await embedded.publish(event);
            if (sends)
                await rabbit.publish(event);
        },
        recall: (event) => embedded.publish(event),
        subscribe: (listener) => embedded.subscribe(listener),
        caughtUp: () => rabbit.caughtUp(),
        async settle(late) {
            await rabbit
                .flush(late)
                .catch((error) => log.warning('events are still to be published', { events: rabbit.owed, reason: (0,errors/* messageOf */.bD)(error) }));
            const { owed } = rabbit;
            const removed = await rabbit.remove(AbortSignal.any([late, clock.deadline(removing, new Error(`RabbitMQ did not delete the queue within ${removing / 1000} s`))]));
            await leave();
            if (owed === 0)
                await journal.crossOut(owing);
            else
                await journal.amend(owing, { owed });
            if (removed)
                await journal.crossOut(declared);
        },
        async [Symbol.asyncDispose]() {
            await leave();
            await embedded[Symbol.asyncDispose]();
        },
    };
}
/** Takes away a queue that was refused; whoever may not delete it may not have declared it. */
async function isGone(broker, queue, { clock, signal }) {
    try {
        await (0,broker_connection.deleteQueue)(broker, queue, { name: 'etos: clean-up', clock, signal, patience: removing });
        return true;
    }
    catch (error) {
        return /ACCESS.REFUSED/i.test((0,errors/* messageOf */.bD)(error));
    }
}
async function openRabbit(broker, { environment, queue, ...publishing }) {
    // Loaded here alone: a run without a broker does without.
    const { openRabbitBus, openRabbitPublisher } = await Promise.all(/* import() */[__webpack_require__.e(738), __webpack_require__.e(875)]).then(__webpack_require__.bind(__webpack_require__, 54256));
    const all = { ...publishing, tag: (0,wire.routingTag)(environment) };
    if (!environment.ETOS_DISABLE_RECEIVING_EVENTS)
        return await openRabbitBus(broker, { ...all, queue });
    const publisher = await openRabbitPublisher(broker, all);
    return {
        get owed() {
            return publisher.owed;
        },
        publish: (event) => publisher.publish(event),
        flush: (signal) => publisher.flush(signal),
        subscribe: () => ({ [Symbol.dispose]: () => undefined }),
        caughtUp: () => Promise.resolve(),
        remove: () => Promise.resolve(true),
        [Symbol.asyncDispose]: () => publisher[Symbol.asyncDispose](),
    };
}

;// CONCATENATED MODULE: ./src/run/destination.js
/** Milliseconds for events that were published before a file was sent. */
const destination_patience = 5_000;
/**
 * Where files go whose events come another way than they do, over a broker: a file may be here before the start of its sub suite, or before the event
 * that makes an artifact of it.
 */
function destinationBehind(bus, record, { clock }) {
    return async (upload) => {
        const over = new AbortController();
        const late = clock.sleep(destination_patience, over.signal).catch(() => undefined);
        try {
            await Promise.race([bus.caughtUp?.(), late]);
            const heard = announced(upload, over.signal);
            return (await record.destination(upload)) ?? (await Promise.race([heard, late.then(() => undefined)]));
        }
        finally {
            over.abort();
        }
    };
    /** When the run hears of the sub suite. */
    function announced(upload, over) {
        return new Promise((resolve) => {
            const listening = bus.subscribe(({ meta }) => {
                if (meta.id === upload.subSuiteId)
                    resolve(record.destination(upload));
            });
            over.addEventListener('abort', () => listening[Symbol.dispose](), { once: true });
        });
    }
}

// EXTERNAL MODULE: ./src/run/item.js + 1 modules
var item = __webpack_require__(27025);
// EXTERNAL MODULE: ./src/run/claim-directory.js
var claim_directory = __webpack_require__(66805);
// EXTERNAL MODULE: ./src/run/directory.js
var run_directory = __webpack_require__(41856);
// EXTERNAL MODULE: ./src/environment/dataset.js
var environment_dataset = __webpack_require__(36923);
// EXTERNAL MODULE: ./src/jsontas/evaluate.js + 34 modules
var jsontas_evaluate = __webpack_require__(92948);
// EXTERNAL MODULE: ./src/environment/check-in.js
var check_in = __webpack_require__(26015);
// EXTERNAL MODULE: ./src/environment/kinds.js
var kinds = __webpack_require__(48652);
;// CONCATENATED MODULE: ./src/environment/list.js




/**
 * Evaluates a provider's list (jsontas.md 12.3). A null `possible` or `available` counts as empty. A server that does not answer, or answers with a
 * status of 500 or more, may do so in a moment.
 * @throws {NotCarriedOut} when it is of another form
 */
async function listItems(provider, amount, { evaluate, signal }) {
    const listed = await evaluate(provider.list, ['list'], { names: new Map([['amount', amount]]), signal });
    const [possible, available] = (0,json_value/* isObject */.Gv)(listed) ? [itemsIn(listed.get('possible')), itemsIn(listed.get('available'))] : [];
    const answer = evaluate.lastAnswer();
    if (answer?.mayPass && !(possible && possible.length > 0))
        return { silent: answer.text };
    const fail = (what, seen = '') => {
        throw new errors/* NotCarriedOut */.sZ(`${provider.source}: list of ${kinds/* kinds */.EZ[provider.kind].called} provider "${provider.id}" ${what}${seen}`, '`possible` and `available` must come out as lists of objects; `etos jsontas` evaluates them (docs/providers.md)');
    };
    const seen = answer ? `: ${answer.text}` : '';
    if (!(0,json_value/* isObject */.Gv)(listed))
        return fail(`came out as ${typeOf(listed)}; expected an object with possible and available`, seen);
    if (possible === undefined)
        return fail(`has a possible that came out as ${typeOf(listed.get('possible'))}; expected a list`, seen);
    if (available === undefined) {
        const early = [...listed.keys()].indexOf('available') < [...listed.keys()].indexOf('possible');
        return fail(`has an available that came out as ${typeOf(listed.get('available'))}; expected a list`, early ? '. It stands before possible, and is evaluated first: put it after' : seen);
    }
    const reserved = provider.kind === 'iut' ? ['provider_id', 'identity'] : ['provider_id'];
    return {
        possible,
        available: available.map((item, n) => {
            if (!(0,json_value/* isObject */.Gv)(item))
                return fail(`has available[${n}], which is ${typeOf(item)}; expected an object`);
            const taken = reserved.find((name) => item.has(name));
            if (taken !== undefined)
                return fail(`has available[${n}] with a member "${taken}", a name that is set by ETOS; rename it`);
            return item;
        }),
    };
}
/** The list itself, nothing for null, or the list that a response description holds as its `json` (jsontas.md 8.4). */
function itemsIn(value) {
    const items = (0,jsontas_evaluate/* bodyOf */.EN)(value ?? null);
    return items === null && !(0,json_value/* isObject */.Gv)(value) ? [] : Array.isArray(items) ? items : undefined;
}
function typeOf(value) {
    if (value === null || value === undefined)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    if ((0,json_value/* isObject */.Gv)(value)) {
        const query = [...value.keys()].find((name) => name.startsWith('$'));
        return query !== undefined ? `an object in which ${query} was not found` : value.has('status_code') ? 'an answer' : 'an object';
    }
    return typeof value === 'string' && value.startsWith('$')
        ? `the text ${JSON.stringify(value)}, which was not found`
        : JSON.stringify((0,json_value/* textOf */.b6)(value));
}

;// CONCATENATED MODULE: ./src/environment/prepare.js





/**
 * Runs the steps of stage `environment_provider` for each IUT, the IUTs in parallel, the steps in order (jsontas.md 12.5). Each result becomes a
 * member of the IUT under the step's name; the definitions of all stages follow, for later services that carry out theirs.
 */
async function prepare(provider, items, preparing) {
    const { stages } = provider;
    if (!stages)
        return { ready: items, failed: [] };
    const ends = await Promise.all(items.map((acquired) => prepareOne(acquired, stages, preparing)));
    const failed = ends.filter((end) => 'reason' in end);
    failed.forEach(({ acquired, reason }) => preparing.log.warning('preparation of an IUT failed', { provider: provider.id, item: (0,check_in/* nameOf */.Vb)(acquired.item), reason }));
    return { ready: ends.filter((end) => 'item' in end), failed };
}
async function prepareOne(acquired, stages, { evaluate, journal, signal }) {
    const stage = stages.get('environment_provider');
    const steps = (0,json_value/* isObject */.Gv)(stage) ? stage.get('steps') : undefined;
    const item = new Map(acquired.item);
    const results = new Map();
    for (const [name, definition] of (0,json_value/* isObject */.Gv)(steps) ? steps : []) {
        const fail = (reason) => ({ acquired, reason: `step "${name}" ${reason}` });
        if (!(0,json_value/* isObject */.Gv)(definition))
            return fail('is not an object');
        let result;
        try {
            const names = new Map([
                ['iut', item],
                ['steps', results],
            ]);
            const path = ['prepare', 'stages', 'environment_provider', 'steps', name];
            result = await evaluate(definition, path, { names, apart: true, signal });
        }
        catch (error) {
            return fail(`failed: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        item.set(name, result);
        if (!(0,jsontas_evaluate/* isTruthy */.zz)(result))
            return fail(`came out as ${(0,print/* printJson */.Q2)(result)}`);
        results.set(name, result);
    }
    for (const [name, definition] of stages)
        item.set(name, definition);
    // A check-in rule may use what a step gave.
    const entry = acquired.entry && (await journal.amend(acquired.entry, { item: (0,json_value/* toPlain */.Ul)(item) }));
    return { ...acquired, item, ...(entry && { entry }) };
}

// EXTERNAL MODULE: ./src/environment/recover.js
var recover = __webpack_require__(29887);
// EXTERNAL MODULE: ./src/environment/too-late.js
var too_late = __webpack_require__(93958);
;// CONCATENATED MODULE: ./src/environment/acquire.js










const longestPause = 5_000;
/** Milliseconds that giving back may take when the run was cancelled (toolchain.md 9). */
const acquire_releaseWhenCancelled = 5_000;
/**
 * Takes items from a provider: lists, checks out and prepares until at least `minimum` are there; at most `maximum` are taken (etos.md 5.4,
 * jsontas.md 12.7). Asks at once, then on growing pauses up to 5 s. Whatever is not in the answer has been checked in again.
 * @throws {NotCarriedOut} nothing possible, nothing available in time, every checkout refused, every preparation failed
 * @throws {InvalidInput} a part of the provider cannot be evaluated
 */
async function acquire(provider, wanted, acquiring) {
    const { clock, log, signal } = acquiring;
    const { minimum, maximum, limit } = wanted;
    const until = clock.now() + limit;
    const { called } = kinds/* kinds */.EZ[provider.kind];
    // Those whose preparation failed are tried again only when nothing else is left.
    const doubtful = new Set();
    for (let pause = 100;; pause = Math.min(pause * 2, longestPause)) {
        const listed = await listItems(provider, maximum, acquiring);
        let why;
        if ('silent' in listed)
            why = listed.silent;
        else if (listed.possible.length === 0) {
            const answer = acquiring.evaluate.lastAnswer();
            const seen = answer ? ` (${answer.text})` : '';
            throw new errors/* NotCarriedOut */.sZ(`Could not checkout: ${called} provider "${provider.id}" has nothing possible${seen}`, where(provider, 'list.possible'));
        }
        else if (listed.available.length < minimum)
            why = `${listed.available.length} of ${minimum} wanted available`;
        else {
            const round = await takeRound(provider, byTrust(listed.available, doubtful), { minimum, maximum, until }, acquiring);
            if (round.taken.length >= minimum)
                return round.taken;
            why = round.why;
            round.unprepared.forEach((listed) => doubtful.add(listed));
            await giveBack(round.taken, acquiring);
            if (round.refused)
                throw new errors/* NotCarriedOut */.sZ(`All ${called}s failed checkout. ${why}`, where(provider, 'checkout'));
        }
        const left = until - clock.now();
        if (left <= 0)
            throw (0,too_late/* tooLate */.B)(provider, limit, why);
        log.debug(`waiting for ${called}`, { provider: provider.id, why, pause });
        await clock.sleep(Math.min(pause, left), signal);
    }
}
/** One round: takes up to `maximum`, going on to further items, while there is time, when some are refused or cannot be prepared. */
async function takeRound(provider, candidates, { minimum, maximum, until }, acquiring) {
    const queue = [...candidates];
    const taken = [];
    const unprepared = [];
    const listedAs = new Map();
    let checkedOut = 0;
    let why = '';
    const wanted = () => (taken.length >= minimum && acquiring.clock.now() >= until ? minimum : maximum);
    try {
        while (taken.length < wanted() && queue.length > 0) {
            const held = [];
            try {
                // Last to first, as the released services do: a rule may rely on it (jsontas.md 12.4).
                for (const item of queue.splice(0, maximum - taken.length).reverse()) {
                    const answer = await checkOut(provider, item, acquiring);
                    if ('reason' in answer)
                        why = answer.reason;
                    else {
                        held.unshift(answer);
                        listedAs.set(answer, (0,print/* printJson */.Q2)(item));
                    }
                }
            }
            catch (error) {
                taken.push(...held);
                throw error;
            }
            checkedOut += held.length;
            const { ready, failed } = await prepareAll(provider, held, acquiring);
            why = failed.at(-1)?.reason ?? why;
            unprepared.push(...failed.map(({ acquired }) => listedAs.get(acquired) ?? ''));
            taken.push(...ready);
        }
    }
    catch (error) {
        await giveBack(taken, acquiring);
        throw error;
    }
    return { taken, unprepared, refused: checkedOut === 0, why };
}
/** Prepares those that were checked out; the ones for which it fails go back. */
async function prepareAll(provider, held, acquiring) {
    const prepared = await prepare(provider, held, acquiring);
    await giveBack(prepared.failed.map(({ acquired }) => acquired), acquiring);
    return prepared;
}
/** Checks one item out. When it fails halfway, what it may have taken is given back. */
async function checkOut(provider, item, acquiring) {
    const { evaluate, marks, journal, log, signal } = acquiring;
    const { called } = kinds/* kinds */.EZ[provider.kind];
    const marked = new Map([...marks, ...item]);
    const back = (0,check_in/* byRule */.k2)(provider, evaluate);
    // On disk before the request leaves: a crash in between costs a needless check-in, never a lost item.
    const entry = back.giveBack && (await journal.begin((0,recover/* factOf */.y)(provider, marked, evaluate)));
    const held = { provider, item: marked, ...back, ...(entry && { entry }) };
    if (!provider.checkout)
        return held;
    const ends = [];
    const undo = async (taken) => {
        if (taken)
            await giveBack([held], acquiring);
        else if (entry)
            await journal.crossOut(entry);
    };
    let answer;
    try {
        answer = await evaluate(provider.checkout, ['checkout'], {
            names: (0,kinds/* atHand */.pQ)(provider.kind, marked),
            onRequest: (end) => ends.push(end),
            signal,
        });
    }
    catch (error) {
        // What was refused was not taken; of everything else it is not known.
        await undo(ends.some((end) => end !== 'refused'));
        throw error;
    }
    if (!(0,json_value/* isObject */.Gv)(answer)) {
        // A try whose answer was lost may have taken the item; that a later one was told "taken" then means: by us.
        await undo(ends.includes('lost'));
        return { reason: `${reasonIn(answer, evaluate)} (${called} ${JSON.stringify((0,check_in/* nameOf */.Vb)(marked))})` };
    }
    const unanswered = [...answer.keys()].find((key) => key.startsWith('$'));
    if (unanswered !== undefined) {
        // Not the JSON that the rule looks for: a login page, say, with status 200.
        await undo(ends.some((end) => end !== 'refused'));
        const seen = evaluate.lastAnswer();
        return { reason: `${unanswered} was not found${seen ? `: ${seen.text}` : ''} (${called} ${JSON.stringify((0,check_in/* nameOf */.Vb)(marked))})` };
    }
    const merged = new Map([...marked, ...membersOf(answer)]);
    const amended = entry && (await journal.amend(entry, { item: (0,json_value/* toPlain */.Ul)(merged) }));
    log.info(`checked out ${called}`, { provider: provider.id, item: (0,check_in/* nameOf */.Vb)(merged) });
    return { ...held, item: merged, ...(amended && { entry: amended }) };
}
/** What a checkout adds to its item. The answer of a bare request also adds what its JSON says (jsontas.md 8.4). */
function membersOf(answer) {
    const body = (0,jsontas_evaluate/* bodyOf */.EN)(answer);
    return body !== answer && (0,json_value/* isObject */.Gv)(body) ? new Map([...answer, ...body]) : answer;
}
/** Gives back last to first. What is refused stays in the journal. */
async function giveBack(items, { journal, clock, log, signal }) {
    if (items.length === 0)
        return;
    // A cancel must not stop what gives back: it has a bound of its own.
    const own = () => clock.deadline(acquire_releaseWhenCancelled, new Error(`check-in took longer than ${acquire_releaseWhenCancelled / 1000} s`));
    for (const acquired of [...items].reverse()) {
        await (0,check_in/* checkIn */.is)(acquired, { journal, clock, log, signal: signal.aborted ? own() : signal })
            .catch((error) => {
            // It was the cancel that stopped it, not the provider.
            if (signal.aborted && error instanceof errors/* NotCarriedOut */.sZ)
                return (0,check_in/* checkIn */.is)(acquired, { journal, clock, log, signal: own() });
            throw error;
        })
            .catch((error) => log.warning('check-in failed', { provider: acquired.provider.id, reason: (0,errors/* messageOf */.bD)(error) }));
    }
}
function byTrust(items, doubtful) {
    return [...items].sort((a, b) => Number(doubtful.has((0,print/* printJson */.Q2)(a))) - Number(doubtful.has((0,print/* printJson */.Q2)(b))));
}
function reasonIn(answer, evaluate) {
    if (answer === null)
        return evaluate.lastAnswer()?.text ?? 'The rule came out as null';
    return typeof answer === 'string' ? answer : `The rule came out as ${(0,print/* printJson */.Q2)(answer)}`;
}
function where(provider, part) {
    return `See ${part} in ${provider.source}; \`etos jsontas\` evaluates it alone`;
}

// EXTERNAL MODULE: ./src/environment/evaluate-part.js
var evaluate_part = __webpack_require__(27044);
// EXTERNAL MODULE: ./src/environment/external.js
var external = __webpack_require__(46536);
// EXTERNAL MODULE: ./src/environment/instructions.js
var instructions = __webpack_require__(32262);
// EXTERNAL MODULE: ./src/environment/item-rules.js
var item_rules = __webpack_require__(91638);
;// CONCATENATED MODULE: ./src/environment/environment.js












function suiteEnvironments(providers, facts, providing) {
    const { limits, clock, log } = providing;
    let touched = false;
    const journal = {
        ...providing.journal,
        begin(fact) {
            touched = true;
            return providing.journal.begin(fact);
        },
    };
    const dataset = (0,environment_dataset/* datasetFor */.Oh)(facts);
    async function take(kind, amount, { own, structures = providing.structures }, { signal }) {
        const provider = providers[kind];
        const marks = new Map([
            ['provider_id', provider.id],
            ...(kind === 'iut' ? [['identity', facts.identity.text]] : []),
        ]);
        const wanted = { ...amount, limit: limits[kind] };
        const taken = provider.type === 'jsontas'
            ? await acquire(provider, wanted, {
                ...providing,
                journal,
                evaluate: (0,evaluate_part/* evaluatorOf */.t)(provider, { ...providing, structures, dataset: own }),
                marks,
                signal,
            })
            : await (0,external/* acquireOutside */.Es)(provider, wanted, {
                ...providing,
                journal,
                request: outsideRequest(kind, facts, own),
                run: facts.run,
                marks,
                signal,
            });
        own.set(kinds/* kinds */.EZ[kind].items, taken.map(({ item }) => item));
        return taken;
    }
    /** Does it, and tells of it. */
    async function told(kind, { checkouts }, take) {
        const over = await checkouts.begun(providers[kind]);
        let taken;
        try {
            taken = await take();
        }
        catch (error) {
            await over((0,errors/* messageOf */.bD)(error));
            throw error;
        }
        await over();
        return taken;
    }
    async function takeOne(kind, own, waiting) {
        return await told(kind, waiting, () => takeChecked(kind, own, waiting));
    }
    async function takeChecked(kind, own, waiting) {
        const { structures, issued } = (0,instructions/* rememberingIssued */.$E)(providing.structures);
        const [one] = await take(kind, { minimum: 1, maximum: 1 }, { own, structures }, waiting);
        if (!one)
            throw new errors/* NotCarriedOut */.sZ(`${kinds/* kinds */.EZ[kind].called} provider "${providers[kind].id}" gave nothing`, 'See its list');
        try {
            hideSecrets(one.item);
            (0,item_rules/* checkItem */.e)(one.provider, one.item);
            return kind === 'execution-space' ? withInstructions(one, issued) : one;
        }
        catch (error) {
            await releaseNow([one]);
            throw error;
        }
    }
    /** What a provider read from somewhere to give it to others: never to be seen in a log. */
    function hideSecrets(item) {
        for (const name of ['request', 'upload']) {
            const request = item.get(name);
            const [auth, headers] = (0,json_value/* isObject */.Gv)(request) ? [request.get('auth'), request.get('headers')] : [];
            const password = (0,json_value/* isObject */.Gv)(auth) ? auth.get('password') : undefined;
            if (typeof password === 'string')
                log.secret(password);
            for (const [header, value] of (0,json_value/* isObject */.Gv)(headers) ? headers : [])
                if (typeof value === 'string' && secretHeader.test(header))
                    log.secret(value.replace(/^(?:Bearer|Basic|token) /i, ''));
        }
    }
    async function release(items, { signal }) {
        const failures = [];
        for (const item of items)
            await (0,check_in/* checkIn */.is)(item, { journal, clock, log, signal }).catch((error) => failures.push(error));
        if (failures.length > 0)
            throw new AggregateError(failures, failures.map((error) => error.message).join('; '));
    }
    /** With a bound of its own: the run's signal may have fired. What is refused is told, and stays in the journal. */
    async function releaseNow(items) {
        const bound = clock.deadline(5_000, new Error('check-in took longer than 5 s'));
        await release(items, { signal: bound }).catch((error) => log.warning(error.message));
    }
    return {
        release,
        untouched: () => !touched,
        iuts: (maximum, waiting) => told('iut', waiting, () => take('iut', { minimum: 1, maximum }, { own: dataset }, waiting)),
        async complete(iut, subSuite, waiting) {
            // A dataset of its own for each IUT: several are completed side by side, and each sees its own `$iut`.
            const own = new Map([
                ...dataset,
                ['iut', iut.item],
                ['test_runner', subSuite.testRunner],
                ['suite', (0,environment_dataset/* suiteValue */.mW)(subSuite)],
                ['local', facts.local(subSuite)],
                ['instructions', (0,instructions/* baseInstructions */.ZW)(subSuite.testRunner, providing.variables)],
            ]);
            const executor = await takeOne('execution-space', own, waiting);
            try {
                own.set('executor', executor.item);
                const logArea = await takeOne('log-area', own, waiting);
                return { iut, executor, logArea, ...idsOf(executor) };
            }
            catch (error) {
                await releaseNow([executor]);
                throw error;
            }
        },
    };
}
const secretHeader = /authorization|token|secret|password|api-?key|cookie/i;
/** What an external provider is told (etos.md 5.6). */
function outsideRequest(kind, facts, dataset) {
    const of = (name) => dataset.get(name) ?? null;
    const instructions = of('instructions');
    const environment = (0,json_value/* isObject */.Gv)(instructions) ? instructions.get('environment') : undefined;
    const told = (0,json_value/* isObject */.Gv)(environment) ? environment : new Map();
    const internal = Object.entries(facts.environment).filter(([name]) => name.startsWith('ETOS_RABBITMQ_') && !told.has(name));
    const texts = [...told, ...(0,json_value/* fromPlain */.bM)(Object.fromEntries(internal))]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, typeof value === 'string' ? value : (0,print/* printJson */.Q2)(value)]);
    return new Map([
        ['identity', facts.identity.text],
        ['artifact_id', facts.artifactId],
        ['artifact_created', facts.artifactCreated],
        ['artifact_published', facts.artifactPublished],
        ['tercc', facts.tercc],
        ['dataset', facts.dataset],
        ['context', facts.context],
        ...(kind === 'execution-space'
            ? [
                ['test_runner', of('test_runner')],
                ['iut', of('iut')],
                ['environment', new Map(texts)],
            ]
            : []),
        ...(kind === 'log-area'
            ? [
                ['iut', of('iut')],
                ['executor', of('executor')],
            ]
            : []),
    ]);
}
/**
 * The execution space with the instructions it is about. The documented provider puts them into its request alone, where the released services do not
 * find them (jsontas.md 13): those that were issued are known by their identifier.
 */
function withInstructions(executor, issued) {
    const { item, provider } = executor;
    if ((0,json_value/* isObject */.Gv)(item.get('instructions')))
        return executor;
    const request = (0,print/* printJson */.Q2)(item.get('request') ?? null);
    const own = issued.find((instructions) => {
        const identifier = instructions.get('identifier');
        return typeof identifier === 'string' && request.includes(identifier);
    });
    if (own)
        return { ...executor, item: new Map([...item, ['instructions', own]]) };
    throw new errors/* NotCarriedOut */.sZ(`${provider.source}: an execution space of provider "${provider.id}" has no "instructions", and its request holds none`, 'Give each item "instructions": "$execution_space_instructions" and use $expand_value.instructions in its request (docs/providers.md)');
}
function idsOf({ item }) {
    const instructions = item.get('instructions');
    const [environment, identifier] = (0,json_value/* isObject */.Gv)(instructions) ? [instructions.get('environment'), instructions.get('identifier')] : [];
    const id = (0,json_value/* isObject */.Gv)(environment) ? environment.get('ENVIRONMENT_ID') : undefined;
    return { id: typeof id === 'string' ? id : (0,external_node_crypto_.randomUUID)(), identifier: typeof identifier === 'string' ? identifier : (0,external_node_crypto_.randomUUID)() };
}

;// CONCATENATED MODULE: ./src/environment/structures.js

/** What provider files may use (jsontas.md 9). */
function structuresOfProviders(environment) {
    return (0,jsontas_evaluate/* providerStructures */.SX)({ environment });
}

// EXTERNAL MODULE: ./src/run/local-spaces.js
var local_spaces = __webpack_require__(87414);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./src/docker/engine.js + 4 modules
var engine = __webpack_require__(42616);
;// CONCATENATED MODULE: ./src/run/reach.js




const loopback = { host: '127.0.0.1', port: 0 };
const localSpaces = ['default', 'docker', 'process'];
/** Whether the run starts its test runners itself, on this machine: they need no way in from outside. */
function startsHere({ providers }) {
    const provider = providers['execution-space'];
    return provider.type === 'jsontas' && provider.text === '' && localSpaces.includes(provider.id);
}
/**
 * Where the run's server is to listen. Test runners that are started elsewhere reach it at `--advertise-url`; without one, those in containers of this
 * machine do, at the address that it has on Docker's bridge.
 * @throws {InvalidInput} when the address to advertise is none that we can listen for
 */
async function reachOf(prepared, { advertise }, { environment, signal }) {
    if (advertise !== undefined)
        return readAdvertised(advertise);
    if (startsHere(prepared))
        return { ...loopback, by: 'own' };
    if ('absent' in prepared.engine)
        return { ...loopback, by: 'processes' };
    const gateway = await (0,engine/* engineFrom */.Z)(environment)
        .bridgeAddress({ limit: 3_000, signal })
        .catch(() => undefined);
    // The engine may be on another machine, or in one of its own.
    return gateway !== undefined && (await canListenAt(gateway))
        ? { host: gateway, port: 0, by: 'containers' }
        : { ...loopback, by: 'processes' };
}
/** The system's list of interfaces leaves a bridge out while no container is on it. */
async function canListenAt(host) {
    const server = (0,external_node_net_.createServer)();
    const listens = await new Promise((resolve) => {
        server.once('error', () => resolve(false)).listen(0, host, () => resolve(true));
    });
    if (listens)
        await new Promise((resolve) => server.close(resolve));
    return listens;
}
/** Whether a host is this machine, as far as its name or address tells. */
function isThisMachine(host) {
    const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
    if (bare === 'localhost' || bare.endsWith('.localhost') || bare === (0,external_node_os_.hostname)().toLowerCase() || /^127\.|^::1$/.test(bare))
        return true;
    return Object.values((0,external_node_os_.networkInterfaces)()).some((addresses) => addresses?.some(({ address }) => address === bare));
}
function readAdvertised(text) {
    const origin = URL.canParse(text) ? new URL(text) : undefined;
    const isHttp = origin?.protocol === 'http:' || origin?.protocol === 'https:';
    if (!origin || !isHttp || origin.search !== '' || origin.hash !== '' || origin.username !== '')
        throw new errors/* InvalidInput */.o9(`--advertise-url is ${JSON.stringify(text)}; expected an address such as http://ci-7.example.org:8123`, 'It is the address at which test runners on other machines reach this one');
    // Behind TLS or a path stands somebody who hands on to a port of ours, which has to be named.
    if (origin.port === '' && (origin.protocol === 'https:' || origin.pathname !== '/'))
        throw new errors/* InvalidInput */.o9(`--advertise-url is ${JSON.stringify(text)}, and names no port; expected the port that requests are handed on to`, 'For instance https://proxy.example.org:8123/ where the proxy forwards to port 8123 of this machine');
    return { host: '0.0.0.0', port: Number(origin.port || 0), origin, by: 'others' };
}

;// CONCATENATED MODULE: ./src/run/environments.js






/** The environments of the nth suite of a run. */
function environmentsFor(prepared, n, { ids, options, environment, serverRoot, artifactCreated, artifactPublished, tercc, journal, http, clock, log }) {
    const { identity, datasets, providers, spaces, limits, maximumAmounts } = prepared;
    const dataset = (0,environment_dataset/* datasetOf */.gA)(datasets, n);
    const local = (0,local_spaces/* localDataset */.If)(spaces.spaceFor, { serverRoot, workspace: options.workspace, iuts: maximumAmounts[n] ?? 1, environment });
    if (environment.RABBITMQ_PASSWORD)
        log.secret(environment.RABBITMQ_PASSWORD);
    const facts = {
        run: ids.run,
        identity,
        artifactId: ids.artifact,
        context: ids.activity,
        tercc,
        artifactCreated,
        artifactPublished,
        environment,
        local,
        dataset,
    };
    const structures = (0,instructions/* withSubSuiteAddress */.Lf)(structuresOfProviders(environment), environment);
    return suiteEnvironments(providers, facts, {
        structures,
        variables: (0,instructions/* runnerVariables */.Gg)(variablesFor(prepared, environment, serverRoot), { serverRoot, runId: ids.run, now: clock.now() }),
        limits,
        journal,
        http,
        clock,
        log,
    });
}
/**
 * What the variables of test runners are made of. Those that the run starts itself report to its own server, which publishes for them; all others are
 * told the broker, and where the events of the run are asked for unless the deployment has a place for that.
 */
function variablesFor(prepared, environment, serverRoot) {
    if (startsHere(prepared) || !environment.RABBITMQ_HOST)
        return { ...environment, RABBITMQ_HOST: undefined };
    return { ...environment, ETOS_GRAPHQL_SERVER: environment.ETOS_GRAPHQL_SERVER || `${serverRoot}/graphql` };
}

// EXTERNAL MODULE: ./src/tracking/github/space.js + 3 modules
var space = __webpack_require__(32899);
// EXTERNAL MODULE: ./src/tracking/jenkins/space.js + 8 modules
var jenkins_space = __webpack_require__(49694);
// EXTERNAL MODULE: ./src/tracking/kubernetes/space.js + 10 modules
var kubernetes_space = __webpack_require__(74045);
;// CONCATENATED MODULE: ./src/run/remote-spaces.js



/** The places elsewhere where a run may start its test runners; what they print is linked in the results, and shown where that is wanted. */
function remoteSpaces(record, { verbose, progress, environment, http, clock, log, }) {
    const telling = {
        onConsole: (identifier, address) => record.consoleAt(identifier, address),
        ...(verbose && {
            onWaiting: (identifier, why) => progress({ kind: 'note', text: `${record.nameOf(identifier) ?? identifier} waits: ${why}`, warning: false }),
            onLine: (identifier, line) => progress({ kind: 'output', subSuite: record.nameOf(identifier) ?? identifier, line: log.redact(line) }),
        }),
    };
    return [
        (0,jenkins_space/* jenkinsSpace */.J)({ ...telling, http, clock, log }),
        (0,space/* githubSpace */.k)({ ...telling, http, clock, log }),
        (0,kubernetes_space/* kubernetesSpace */.l)({ ...telling, environment, http, clock, log }),
    ];
}

;// CONCATENATED MODULE: ./src/run/build-events.js
/** Reads what the Eiffel Broadcaster plugin of Jenkins tells builds: `EIFFEL_ACTIVITY_TRIGGERED` and `EIFFEL_ACTIVITY_STARTED`, events as JSON (jenkins.md 9). */
function buildEvents(environment) {
    const [triggered, started] = [idIn(environment.EIFFEL_ACTIVITY_TRIGGERED), idIn(environment.EIFFEL_ACTIVITY_STARTED)];
    return { ...(triggered !== undefined && { triggered }), ...(started !== undefined && { started }) };
}
/** Something that is no event is no reason not to test. */
function idIn(text) {
    try {
        const { meta } = JSON.parse(text ?? '');
        return typeof meta?.id === 'string' && /^[0-9a-f-]{36}$/i.test(meta.id) ? meta.id : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/release/release.js + 2 modules
var release_release = __webpack_require__(72944);
// EXTERNAL MODULE: ./src/host/strays.js
var strays = __webpack_require__(96588);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./src/server/local-delegation.js









function localDelegations(options) {
    const items = new Map();
    let last = 0;
    async function build(request, response, root, space) {
        const text = parameterIn(await (0,body/* readBody */.x)(request, { atMost: longestBody, instead: 'a parameter is far shorter' }));
        if (text === undefined)
            return (0,server_answer/* answerJson */.hi)(response, 400, { error: 'expected the form field json={"parameter":[{"name":"docker","value":"…"}]}' });
        const instructions = instructionsIn(text);
        if (instructions === undefined)
            return (0,server_answer/* answerJson */.hi)(response, 400, { error: 'the docker parameter is not a JSON object with "environment"' });
        const delegated = { n: ++last, space, identifier: instructions.identifier };
        try {
            items.set(delegated.n, await start(delegated, text, instructions.environment));
        }
        catch (error) {
            return (0,server_answer/* answerJson */.hi)(response, 500, { error: `could not start the delegation: ${(0,errors/* messageOf */.bD)(error)}` });
        }
        response.writeHead(201, { location: `${root}/delegation/item/${delegated.n}/` }).end();
    }
    async function start(delegated, text, parameter) {
        const consoleFile = options.console(delegated);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(consoleFile), { recursive: true });
        const { command, environment, cwd } = await options.program({ ...delegated, parameter });
        const [file, ...args] = command;
        // A session of its own: a Ctrl+C in the terminal reaches the run, which then decides. Descriptor 3 is the lifeline: it ends when this
        // process is gone, however it went.
        const child = (0,external_node_child_process_.spawn)(file, args, {
            cwd,
            env: { ...environment, ETOS_LIFELINE_FD: '3' },
            stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
            detached: true,
        });
        child.stdin?.on('error', () => undefined).end(text);
        child.stdio[3]?.on('error', () => undefined);
        const output = (0,external_node_fs_.createWriteStream)(consoleFile, { mode: 0o600 });
        const { onLine } = options;
        const lines = copy(child, output, onLine && ((line) => onLine(delegated, line)));
        const running = { state: 'running', log: consoleFile };
        const exit = new Promise((resolve) => {
            child.on('error', (error) => {
                options.log.warning('delegation could not be started', { reason: (0,errors/* messageOf */.bD)(error) });
                resolve(125);
            });
            child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
        });
        const item = {
            delegated,
            child,
            state: running,
            ended: exit.then(async (code) => {
                await lines.catch(() => undefined);
                const reason = await local_delegation_reasonIn(options.outcomeFile(delegated));
                await options.onEnd?.(delegated);
                item.state = { state: 'ended', log: consoleFile, code, ...(reason !== undefined && { reason }) };
            }),
        };
        return item;
    }
    async function tell(item, response, known, wait) {
        if (item.state.state === known) {
            let timer;
            const gone = new Promise((resolve) => response.on('close', resolve));
            await Promise.race([item.ended, gone, new Promise((resolve) => (timer = setTimeout(resolve, Math.min(wait, 60_000))))]);
            clearTimeout(timer);
        }
        (0,server_answer/* answerJson */.hi)(response, 200, item.state);
    }
    const cancel = ({ child, state }) => {
        if (state.state === 'running')
            child?.kill('SIGTERM');
    };
    return {
        async handle(request, response, { root, rest, query }) {
            const [, space] = /^\/(docker|process)\/build(?:WithParameters)?\/?$/.exec(rest) ?? [];
            if (space !== undefined) {
                if (request.method !== 'POST')
                    return (0,server_answer/* answerJson */.hi)(response, 405, { error: 'expected POST' });
                return build(request, response, root, space);
            }
            const item = items.get(Number(/^\/item\/(\d+)\/?$/.exec(rest)?.[1]));
            if (!item)
                return (0,server_answer/* answerJson */.hi)(response, 404, { error: `there is no delegation at ${rest}` });
            if (request.method === 'DELETE') {
                cancel(item);
                return (0,server_answer/* answerJson */.hi)(response, 202, {});
            }
            return tell(item, response, query.get('known') ?? '', Number(query.get('wait') ?? 0));
        },
        endAll: () => items.forEach(cancel),
        async [Symbol.asyncDispose]() {
            const timer = setTimeout(() => items.forEach(({ child, state }) => state.state === 'running' && child?.kill('SIGKILL')), options.grace);
            items.forEach(cancel);
            await Promise.all([...items.values()].map(({ ended }) => ended));
            clearTimeout(timer);
        },
    };
}
/** Copies what a child prints into its console file, byte by byte, and hands on whole lines. */
async function copy(child, output, onLine) {
    const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
    for (const stream of streams) {
        stream.pipe(output, { end: false });
        // Only for whoever listens: finding lines costs more than copying bytes.
        if (onLine)
            (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Infinity }).on('line', onLine);
    }
    await Promise.all(streams.map((stream) => (0,external_node_stream_promises_.finished)(stream).catch(() => undefined)));
    output.end();
    await (0,external_node_stream_promises_.finished)(output);
}
// Far above any parameter (a value may hold 60 kB, delegation.md 1), far below what would hurt.
const longestBody = 16 * 1024 * 1024;
/** The `docker` parameter of a Jenkins form: in the field `json`, or as a field of its own (`buildWithParameters`). */
function parameterIn(body) {
    const form = new URLSearchParams(body);
    const field = form.get('docker');
    if (field !== null)
        return field;
    try {
        const { parameter } = JSON.parse(form.get('json') ?? '');
        const { value } = [parameter].flat().find((one) => one?.name === 'docker') ?? {};
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Identifier and variables of a parameter, as texts: numbers and booleans as JSON, null left out (delegation.md 1). */
function instructionsIn(text) {
    try {
        const { identifier, environment } = JSON.parse(text);
        if (typeof environment !== 'object' || environment === null)
            return undefined;
        const texts = Object.entries(environment)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
        return { identifier: typeof identifier === 'string' ? identifier : '', environment: Object.fromEntries(texts) };
    }
    catch {
        return undefined;
    }
}
async function local_delegation_reasonIn(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        const { reason } = JSON.parse(text);
        return typeof reason === 'string' ? reason : undefined;
    }
    catch {
        return undefined;
    }
}
/** Where the outcome record of a delegation lies in a run's directory. */
function outcomeFileIn(directory) {
    return ({ n }) => (0,external_node_path_.join)(directory, `delegation-${n}.json`);
}

;// CONCATENATED MODULE: ./src/run/child-environment.js

// What the run itself was told in secret, or what only concerns its own step: no test has business with it.
const ownBusiness = /^(INPUT_|STATE_|GITHUB_(TOKEN|OUTPUT|STATE|STEP_SUMMARY|ENV|PATH)$|ACTIONS_|RABBITMQ_PASSWORD$|ETOS_RABBITMQ_PASSWORD$|ETOS_ENCRYPTION_KEY$|JENKINS_TOKEN$|DELEGATION_TOKEN$|KUBERNETES_TOKEN$)/;
// The delegation runner logs in with it to pull; a test has no business with it.
const registryLogin = 'DOCKER_AUTH_CONFIG';
/**
 * The variables that the program of a local delegation starts with: those of the run without what is private to it, the mark by which strays are found.
 * A test runner on this machine also gets those of its parameter; the delegation runner reads its own from standard input.
 */
function childEnvironment(runId, { environment, parameter, space, }) {
    const isPrivate = (name) => ownBusiness.test(name) || (space === 'process' && name === registryLogin);
    const own = Object.entries(environment).filter((entry) => entry[1] !== undefined && !isPrivate(entry[0]));
    return { ...Object.fromEntries(own), ...(space === 'process' ? parameter : {}), [release_release/* runVariable */.MU]: runId };
}

;// CONCATENATED MODULE: ./src/run/limits.js
/** Milliseconds that a local delegation has to end when it was told to; GitHub kills the step 10 s after a cancel (toolchain.md 9). */
const localGrace = 3_000;
/** Milliseconds that what runs elsewhere has to end when the run is cancelled; `etos release` ends what needs longer. */
function patienceOf(environment) {
    // Jenkins gives a step up 20 s after the abort (jenkins.md 3), GitHub kills after 10 s (toolchain.md 9): giving back and the last events come after it.
    if (environment.JENKINS_SERVER_COOKIE)
        return 12_000;
    return environment.GITHUB_ACTIONS === 'true' ? 4_000 : Infinity;
}
/** The limits of following a sub suite: `ETOS_SUB_SUITE_START_TIMEOUT` (1800 s), `ETOS_DEFAULT_TEST_RESULT_TIMEOUT` (a day) (etos.md 4.3, 9.5). */
function limitsOf(environment, broker) {
    const seconds = (name, fallback) => {
        const value = Number(environment[name] || Number.NaN);
        return (Number.isFinite(value) && value > 0 ? value : fallback) * 1000;
    };
    return {
        start: seconds('ETOS_SUB_SUITE_START_TIMEOUT', 1_800),
        result: seconds('ETOS_DEFAULT_TEST_RESULT_TIMEOUT', 86_400),
        // Time for a connection to a broker to come back: what a delegation told before it ended is waiting there.
        late: broker ? 120_000 : 0,
        // The delegation needs its own grace, then a moment to clean up and to be heard of.
        grace: localGrace + 2_000,
        cancelled: patienceOf(environment),
    };
}

;// CONCATENATED MODULE: ./src/run/delegations.js








/** The variable by which what a delegation on this machine started is found, wherever it went. */
const delegationVariable = 'ETOS_DELEGATION_ID';
const strayGrace = 1_000;
/** The local execution spaces of a run: the delegation runner for Docker, the test runner itself for this machine. */
function delegationsOf(record, { options, runId, directory, environment, progress, verbose, clock, log }) {
    const outcomeFile = outcomeFileIn(directory.path);
    const policyFile = (0,external_node_path_.join)(directory.path, 'policy.json');
    const names = new Map();
    let policy;
    const mark = ({ n }) => `${runId}.${n}`;
    return localDelegations({
        outcomeFile,
        /** A test runner that was killed leaves what it had started; nothing of a delegation outlives it. */
        async onEnd(delegated) {
            if (delegated.space !== 'process')
                return;
            const signal = clock.deadline(strayGrace + 5_000, new Error('what the test runner left does not end, SIGKILL included'));
            const ended = await (0,strays/* endProcessesMarked */.H)(delegationVariable, mark(delegated), { clock, signal, grace: strayGrace });
            if (ended > 0)
                log.warning('the test runner left processes, which were ended', { processes: ended });
        },
        grace: localGrace + 3_000,
        log,
        console({ identifier, n }) {
            const found = record.console(identifier);
            if (found)
                names.set(identifier, found.subSuite);
            return found?.path ?? (0,external_node_path_.join)(directory.path, `console-${n}.log`);
        },
        async program(delegated) {
            const own = childEnvironment(runId, { environment, parameter: delegated.parameter, space: delegated.space });
            const node = process.execPath;
            if (delegated.space === 'process') {
                const cwd = (0,external_node_path_.join)(directory.scratch, String(delegated.n));
                await (0,promises_.mkdir)(cwd, { recursive: true });
                return {
                    command: [node, (0,local_spaces/* programPath */.kx)('test-runner')],
                    environment: { ...own, [delegationVariable]: mark(delegated), ETOS_GRACE: String(localGrace / 1000) },
                    cwd,
                };
            }
            await (policy ??= (0,promises_.writeFile)(policyFile, JSON.stringify((0,local_spaces/* localPolicy */.qH)(options.workspace)), { mode: 0o600 }));
            const where = ['--param-file', '-', '--policy', policyFile, '--outcome', outcomeFile(delegated), '--label', `${release_release/* runLabel */.Az}=${runId}`];
            const command = [
                node,
                (0,local_spaces/* programPath */.kx)('runner'),
                'run',
                ...where,
                '--grace',
                `${localGrace / 1000}s`,
                '--pull',
                'missing',
            ];
            return { command, environment: own, cwd: directory.path };
        },
        ...(verbose && { onLine: ({ identifier }, line) => progress({ kind: 'output', subSuite: names.get(identifier) ?? identifier, line }) }),
    });
}

;// CONCATENATED MODULE: ./src/run/left.js


/** Crosses out the run itself when nothing else is open; what is open stays for `etos release`. */
async function tellWhatIsLeft(journal, progress, directory) {
    const open = journal.open().filter(({ fact }) => fact.kind !== 'run');
    if (open.length === 0) {
        for (const entry of journal.open())
            await journal.crossOut(entry);
        return 0;
    }
    const what = open
        .map(({ fact }) => fact.kind === 'outbox'
        ? `${typeof fact.owed === 'number' ? fact.owed : 'some'} events for RabbitMQ`
        : fact.kind === 'queue'
            ? `queue ${String(fact.queue)} of RabbitMQ`
            : `${fact.kind}${typeof fact.subSuite === 'string' ? ` ${fact.subSuite}` : nameIn(fact)}`)
        .join(', ');
    progress({ kind: 'note', text: `could not be released: ${what}; try again with: etos release ${directory.path}`, warning: true });
    return open.length;
}
/** The name of an item that was checked out, after a space. */
function nameIn({ item }) {
    const value = (0,json_value/* fromPlain */.bM)(item);
    return (0,json_value/* isObject */.Gv)(value) ? ` ${JSON.stringify((0,check_in/* nameOf */.Vb)(value))}` : '';
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./src/documents/log-area.js
var log_area = __webpack_require__(67638);
// EXTERNAL MODULE: ./src/http/client.js
var client = __webpack_require__(80371);
// EXTERNAL MODULE: ./src/host/nearest.js
var nearest = __webpack_require__(11290);
;// CONCATENATED MODULE: ./src/log-area/template.js


/**
 * Fills a template of Python's format form, as far as log areas use it (etos.md 6.5): `{name}`, `{{` and `}}` for braces.
 * @param what how messages call the template
 * @throws {InvalidInput} for an unknown name, a single brace, and Python's further forms (`{}`, `{0}`, `{name!r}`, `{name:>5}`, `{name.x}`)
 */
function fillTemplate(template, values, what) {
    const known = Object.keys(values);
    const fail = (problem) => {
        throw new errors/* InvalidInput */.o9(`${what} ${JSON.stringify(template)}: ${problem}`, `It may hold ${known.map((name) => `{${name}}`).join(', ')}; {{ and }} are braces`);
    };
    return template.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, name) => {
        if (found === '{{')
            return '{';
        if (found === '}}')
            return '}';
        if (name === undefined)
            return fail(`a single "${found}"`);
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        return value ?? fail(`${found} is not known.${(0,nearest/* didYouMean */.a)(name, known)}`);
    });
}

;// CONCATENATED MODULE: ./src/log-area/upload.js





/** Puts files into a log area (etos.md 6.5). A file is there when the server said so, and only then. */
class Uploader {
    area;
    place;
    parts;
    lastTimedOut = false;
    noted = false;
    /** @throws {InvalidInput} when the template of the address cannot be filled */
    constructor(area, place, parts) {
        this.area = area;
        this.place = place;
        this.parts = parts;
        this.addressOf('');
        if (area.upload.unknown.length > 0)
            parts.log.warning('members of log_area.upload that mean nothing here were left out', { members: area.upload.unknown.join(', ') });
    }
    /** The address of a file, or, for an empty name, of the folder: what ArtifactPublished tells. */
    addressOf(name) {
        const { context, mainSuiteId, subSuiteId } = this.place;
        const values = {
            context,
            folder: `${mainSuiteId}/${subSuiteId}`,
            // Encoded, because a name may hold what has a meaning in an address (`#`, `?`, `%`, `&`).
            name: encodeURIComponent(name),
            main_suite_id: mainSuiteId,
            sub_suite_id: subSuiteId,
        };
        return fillTemplate(this.area.upload.url, values, 'log_area.upload.url');
    }
    /** Uploads one file, again and again within the log area's timeout. Whatever stands in the way, the signal too, is the reason it is missing. */
    async upload({ name, open }, signal) {
        const uri = this.addressOf(name);
        try {
            signal.throwIfAborted();
            const { length, content } = await open(signal);
            let first = content;
            let hash;
            const body = () => {
                const taken = first ?? external_node_stream_.Readable.from(again(open, signal));
                first = undefined;
                if (!this.parts.checksums)
                    return taken;
                hash = (0,external_node_crypto_.createHash)('sha256');
                return external_node_stream_.Readable.from(upload_through(hash, taken));
            };
            const answer = await this.send(uri, body, length, signal);
            first?.destroy();
            const problem = await this.problemOf(answer, name);
            if (problem !== undefined)
                return this.missing(name, problem);
            this.lastTimedOut = false;
            this.parts.log.debug('uploaded', { name, uri, bytes: length });
            return { state: 'there', name, uri, ...(hash && { sha256: hash.digest('hex') }) };
        }
        catch (error) {
            if (error instanceof client/* NoAnswer */.W)
                this.lastTimedOut = true;
            return this.missing(name, (0,errors/* messageOf */.bD)(error));
        }
    }
    async send(uri, body, length, signal) {
        const { method, auth, headers, params, timeout } = this.area.upload;
        const answer = await this.parts.http.request({
            method,
            url: withParams(uri, params),
            headers,
            ...(auth && { auth }),
            body,
            length,
            // A log area that did not answer for the whole time of one file is asked once for each further one, or a long suite would wait for hours.
            ...(!this.lastTimedOut && { retry: { within: timeout, statuses: [500] } }),
            signal,
        });
        this.lastTimedOut = answer.status >= 500;
        return answer;
    }
    async problemOf(answer, name) {
        const text = await answer.text();
        const status = `${answer.status} ${answer.reason}`.trim();
        if (answer.status < 200 || answer.status > 299)
            return `the log area answered ${status}`;
        const { asJson } = this.area.upload;
        if (asJson === false || isJson(text))
            return undefined;
        // A page of a login with status 200 is what a demanded form protects from. Where nobody demanded it, plain servers answer as they like.
        if (asJson)
            return `the log area answered ${status}, but with something that is not JSON, which as_json asks for`;
        if (!this.noted)
            this.parts.log.debug('the log area does not answer with JSON; as_json: false says that it need not', { name });
        this.noted = true;
        return undefined;
    }
    missing(name, reason) {
        this.parts.log.warning('not uploaded', { name, reason });
        return { state: 'missing', name, reason };
    }
}
async function* again(open, signal) {
    const { content } = await open(signal);
    yield* content;
}
/** Reads a body and hashes it on its way. */
async function* upload_through(hash, content) {
    for await (const piece of content) {
        hash.update(piece);
        yield piece;
    }
}
function withParams(uri, params) {
    if (params.length === 0)
        return uri;
    const query = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
    const [address = '', fragment] = uri.split('#', 2);
    return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/run/place-document.js







/** An upload is there at once in most log areas; some hand it on behind their answer. */
const place_document_patience = 5_000;
/**
 * How sub suite documents get to test runners. The run's own server gives them to whoever reaches it. For those who may not, a document goes to the log
 * area, by its own upload instructions as `{sub suite}.json` (etos.md 5.7), and is referred to there, where it can be read without a login; where not,
 * the run's server stays the place, with a warning when the request goes to another machine.
 */
function placing({ by, host: ourHost }, { documents, serverRoot, progress, http, clock, log }) {
    let warned = false;
    return async (subSuite, { signal }) => {
        const here = { uri: documents.add(subSuite, serverRoot), subSuite };
        const host = hostOf(subSuite.environment.executor.item.get('request'));
        const onThisMachine = host === undefined || host === ourHost || isThisMachine(host);
        if (by === 'own' || by === 'others' || (by === 'containers' && onThisMachine))
            return here;
        try {
            return await upload(subSuite, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            log.debug('the sub suite is not in its log area', { subSuite: subSuite.name, reason: (0,errors/* messageOf */.bD)(error) });
            if (!onThisMachine && !warned) {
                warned = true;
                const text = `test runners that ${host} starts may not reach this run at ${new URL(serverRoot).origin}, and the log area cannot hold their sub suites for them: ${(0,errors/* messageOf */.bD)(error)}; name an address that they reach with --advertise-url`;
                progress({ kind: 'note', text: log.redact(text), warning: true });
            }
            return here;
        }
    };
    async function upload(given, signal) {
        const problems = [];
        const area = (0,log_area/* parseLogArea */.F)(given.environment.logArea.item, problems);
        if (problems.length > 0)
            throw new Error(problems.join('; '));
        if (area.upload.url.startsWith(serverRoot))
            throw new Error("it is the run's own");
        const { mainSuiteId, id, name } = given;
        const uploader = new Uploader(area, { context: contextOf(given.document), mainSuiteId, subSuiteId: id }, { http, clock, log });
        const uri = new URL(uploader.addressOf(`${name}.json`)).href;
        const subSuite = referringTo(uri, given);
        const content = Buffer.from((0,print/* printJson */.Q2)(subSuite.document));
        const open = () => Promise.resolve({ length: content.length, content: external_node_stream_.Readable.from([content]) });
        const uploaded = await uploader.upload({ name: `${name}.json`, open }, signal);
        if (uploaded.state === 'missing')
            throw new Error(uploaded.reason);
        // Test runners show no login when they fetch it.
        const answer = await http.request({ method: 'GET', url: uri, retry: { within: place_document_patience, statuses: [404] }, signal });
        const text = await answer.text();
        if (answer.status !== 200 || text !== content.toString())
            throw new Error(`${new URL(uri).origin} does not give it back: it answered ${answer.status} ${answer.reason}`.trimEnd());
        return { uri, subSuite };
    }
}
function hostOf(request) {
    const url = (0,json_value/* isObject */.Gv)(request) ? request.get('url') : undefined;
    return typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : undefined;
}
function contextOf(document) {
    const context = document.get('context');
    return typeof context === 'string' ? context : '';
}
/** The sub suite with another address of its document, wherever its execution space says it: the request may hold it as text in text. */
function referringTo(uri, subSuite) {
    const { environment, document } = subSuite;
    const { executor } = environment;
    const instructions = executor.item.get('instructions');
    const variables = (0,json_value/* isObject */.Gv)(instructions) ? instructions.get('environment') : undefined;
    const addresses = ['SUB_SUITE_URL', 'ENVIRONMENT_URL'].flatMap((name) => {
        const address = (0,json_value/* isObject */.Gv)(variables) ? variables.get(name) : undefined;
        return typeof address === 'string' ? [address] : [];
    });
    const item = replaced(executor.item, addresses, uri);
    return {
        ...subSuite,
        environment: { ...environment, executor: { ...executor, item } },
        document: new Map([...document, ['executor', item]]),
    };
}
function replaced(value, from, to) {
    if (typeof value === 'string')
        return from.reduce((text, address) => text.replaceAll(address, () => to), value);
    if (Array.isArray(value))
        return value.map((element) => replaced(element, from, to));
    if (!(0,json_value/* isObject */.Gv)(value))
        return value;
    return new Map([...value].map(([name, member]) => [name, replaced(member, from, to)]));
}

// EXTERNAL MODULE: ./src/run/prepare.js + 3 modules
var run_prepare = __webpack_require__(67851);
;// CONCATENATED MODULE: ./src/run/last-output.js
var last_output_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var last_output_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

const mostBytes = 16 * 1024;
const last_output_mostLines = 20;
/**
 * The last lines that a test printed, from its log: what is before the test itself (environment, preparation) is left out (etos.md 6.4.4).
 * @returns undefined when there is no log, or nothing was printed
 */
async function lastOutput(path) {
    const tail = await readTail(path).catch(() => undefined);
    if (tail === undefined)
        return undefined;
    const lines = tail.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
    const test = lines.lastIndexOf('Executing:');
    // The line after it is the command; what failed before the test began is shown from its beginning.
    const own = test < 0 ? lines : lines.slice(test + 2);
    const text = own.slice(-last_output_mostLines).join('\n');
    return text.trim() === '' ? undefined : text;
}
async function readTail(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = last_output_addDisposableResource(env_1, await (0,promises_.open)(path), true);
        const { size } = await file.stat();
        const start = Math.max(0, size - mostBytes);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, mostBytes)), 0, Math.min(size, mostBytes), start);
        const text = buffer.subarray(0, bytesRead).toString();
        // The first line of a part is most likely half a line.
        return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = last_output_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/run/record.js





/** What the delegation printed; an upload of that name must not take its place. */
const consoleName = 'console.log';
/** The one artifact that no event announces (etos.md 6.4). */
const workspaceArchive = 'workspace.tar.gz';
/** What the events of a run say about its sub suites, put together as they come: progress for the faces, results for the reports. */
class RunRecord {
    options;
    subSuites = new Map();
    /** By the id of the TestSuiteStarted that was really published. */
    byStart = new Map();
    cases = new Map();
    /** Events that came before the one that they are about, by its id. */
    early = new Map();
    paths = new Map();
    directories = new Set();
    constructor(options) {
        this.options = options;
    }
    /** A sub suite is about to be started. */
    ready(subSuite) {
        const directory = this.directoryFor(subSuite.name);
        // What an earlier run left under this name must not pass for ours.
        for (const place of [this.options.reportDirectory, this.options.artifactDirectory])
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(place, directory), { recursive: true, force: true });
        this.subSuites.set(subSuite.id, { subSuite, directory, artifacts: new Set(), cases: [], files: [] });
        this.options.progress({
            kind: 'sub suite waiting',
            suite: subSuite.suite,
            subSuite: subSuite.name,
            recipes: subSuite.recipes.length,
            on: this.options.placeOf(subSuite.testRunner),
        });
    }
    /** A sub suite is over, whatever its events said. */
    ended({ id, name }, end) {
        const record = this.subSuites.get(id);
        const outcome = 'outcome' in end ? end.outcome : lostOutcome(end.lost);
        if (record)
            record.outcome = outcome;
        this.options.progress({ kind: 'sub suite finished', subSuite: name, outcome });
    }
    /** Takes an event of the run into account; others are ignored, as are those of a version whose test cases have another form. */
    take(event) {
        const { type, id } = event.meta;
        const about = aboutOf(event);
        if (about !== undefined && !this.byStart.has(about) && !this.cases.has(about)) {
            const others = this.early.get(about);
            if (others)
                others.push(event);
            else
                this.early.set(about, [event]);
            return;
        }
        if (type === 'EiffelTestSuiteStartedEvent')
            this.started(event);
        else if (type === 'EiffelTestSuiteFinishedEvent')
            this.finished(event);
        else if ((0,check/* isA */.KG)(event, 'ArtifactCreated'))
            this.artifactCreated(event);
        else if ((0,check/* isA */.KG)(event, 'TestCaseTriggered'))
            this.caseTriggered(event);
        else if (type === 'EiffelTestCaseStartedEvent')
            this.caseStarted(event);
        else if ((0,check/* isA */.KG)(event, 'TestCaseFinished'))
            this.caseFinished(event);
        if (!this.byStart.has(id) && !this.cases.has(id))
            return;
        const waiting = this.early.get(id) ?? [];
        this.early.delete(id);
        for (const one of waiting)
            this.take(one);
    }
    /** Where an uploaded file goes: artifacts announced as such into the artifact directory, all others to the reports. Undefined: not of this run. */
    destination({ subSuiteId, name, url }) {
        const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
        if (!record)
            return undefined;
        const known = this.paths.get(url);
        if (known !== undefined)
            return known;
        const file = { name, url, artifact: record.artifacts.has(name) || name === workspaceArchive, path: '' };
        this.give(file, record);
        record.files.push(file);
        return file.path;
    }
    /** Chooses the path of a file. */
    give(file, { directory, files }) {
        const { artifactDirectory, reportDirectory } = this.options;
        const others = files.filter((other) => other !== file);
        file.path = (0,external_node_path_.join)(file.artifact ? artifactDirectory : reportDirectory, directory, this.fileName(file.name, others));
        this.paths.set(file.url, file.path);
    }
    /** The file that gets what the delegation with this identifier prints. */
    console(identifier) {
        const record = this.byIdentifier(identifier);
        if (!record)
            return undefined;
        record.console = (0,external_node_path_.join)(this.options.reportDirectory, record.directory, consoleName);
        return { path: record.console, subSuite: record.subSuite.name };
    }
    /** Where people can read what a delegation elsewhere prints. */
    consoleAt(identifier, address) {
        const record = this.byIdentifier(identifier);
        if (record)
            record.consoleAddress = address;
    }
    /** The name of the sub suite that a delegation carries out. */
    nameOf(identifier) {
        return this.byIdentifier(identifier)?.subSuite.name;
    }
    byIdentifier(identifier) {
        return [...this.subSuites.values()].find(({ subSuite }) => subSuite.environment.identifier === identifier);
    }
    /** Whether a file that was uploaded is an artifact, and the directory of its sub suite. */
    fileAt({ subSuiteId, url }) {
        const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
        const file = record?.files.find(({ path }) => path === this.paths.get(url));
        return record && file && { artifact: file.artifact, directory: record.directory };
    }
    /** The path that an uploaded file has got. */
    find(url) {
        return this.paths.get(url);
    }
    /** What a sub suite's delegation prints, by the id of its TestSuiteStarted. */
    live(subSuiteId) {
        const record = this.byStart.get(subSuiteId) ?? this.subSuites.get(subSuiteId);
        return record?.console === undefined ? undefined : { path: record.console, over: record.outcome !== undefined };
    }
    /** The results of a suite's sub suites, in the order in which they were started. @param mainSuiteId the suite's TestSuiteStarted: names may repeat */
    resultsOf(mainSuiteId) {
        return [...this.subSuites.values()]
            .filter(({ subSuite }) => subSuite.mainSuiteId === mainSuiteId)
            .map((record) => this.resultOf(record));
    }
    /** Reads what tests that did not pass printed last. */
    async readOutputs() {
        for (const record of this.subSuites.values()) {
            const shown = new Set();
            for (const one of record.cases) {
                const path = logOf(one, record) ?? one.logs.map((uri) => this.paths.get(uri))[0];
                // Test cases that were found in one output share its end: the first that did not pass shows it.
                if (path === undefined || one.outcome?.verdict === 'PASSED' || shown.has(path))
                    continue;
                one.output = await lastOutput(path);
                if (one.of !== undefined)
                    shown.add(path);
            }
        }
    }
    /** The run was stopped: what that cut off says why, not which signal carried the news. */
    stopped(reason) {
        const aborted = ({ outcome }) => outcome?.conclusion === 'ABORTED';
        for (const record of this.subSuites.values()) {
            for (const cut of [record, ...record.cases].filter(aborted))
                cut.outcome = { ...cut.outcome, description: `${reason}.` };
        }
    }
    resultOf(record) {
        const { subSuite, outcome = lostOutcome('it never ended'), started, finished, cases, files, console, consoleAddress } = record;
        const told = cases.map((one) => this.caseResult(one, record));
        const untold = subSuite.recipes.filter(({ id }) => !cases.some(({ recipe }) => recipe === id));
        return {
            name: subSuite.name,
            testRunner: subSuite.testRunner,
            outcome,
            ...(started !== undefined && { started }),
            ...(finished !== undefined && { finished }),
            ...(console !== undefined ? { console: this.shown(console) } : consoleAddress !== undefined && { console: consoleAddress }),
            logs: files.filter(({ artifact }) => !artifact).map(({ path }) => this.shown(path)),
            artifacts: files.filter(({ artifact }) => artifact).map(({ path }) => this.shown(path)),
            // A runner with live test cases tells those instead of recipes; then there is nothing more to say about the recipes.
            recipes: cases.some(({ recipe }) => recipe === undefined)
                ? told
                : [...told, ...untold.map((recipe) => untoldResult(recipe, outcome))],
        };
    }
    caseResult(one, record) {
        const { testCase, recipe, of, outcome, started, finished, logs, output } = one;
        const log = logOf(one, record) ?? logs.map((uri) => this.paths.get(uri) ?? uri)[0];
        return {
            testCase,
            ...(recipe !== undefined && { recipe }),
            ...(of !== undefined && { of }),
            outcome: outcome ??
                (started === undefined
                    ? 'NOT_RUN'
                    : { verdict: 'INCONCLUSIVE', conclusion: 'ABORTED', description: 'It was started and told no result.' }),
            ...(started !== undefined && { started }),
            ...(finished !== undefined && { finished }),
            ...(log !== undefined && { log: this.shown(log) }),
            ...(output !== undefined && { output }),
        };
    }
    started(event) {
        const { meta } = event;
        const { activityId } = this.options;
        const record = this.subSuites.get(meta.id) ?? [...this.subSuites.values()].find(({ subSuite }) => isStartOf({ ...subSuite, activityId }, event));
        if (!record)
            return;
        // A runner that was started again begins anew; its files and test cases belong here all the same.
        this.byStart.set(meta.id, record);
        if (record.started !== undefined)
            return;
        record.started = meta.time;
        this.options.progress({ kind: 'sub suite started', subSuite: record.subSuite.name });
    }
    finished({ meta, links }) {
        const record = this.byStart.get(target(links, 'TEST_SUITE_EXECUTION'));
        if (record)
            record.finished ??= meta.time;
    }
    artifactCreated({ data, links }) {
        const record = this.byStart.get(target(links, 'CAUSE'));
        for (const { name } of Array.isArray(data.fileInformation) ? data.fileInformation : []) {
            if (typeof name !== 'string' || !record)
                continue;
            record.artifacts.add(name);
            // Over a broker a file may be faster than the event that makes an artifact of it.
            for (const file of record.files.filter((one) => one.name === name && !one.artifact)) {
                const { path } = file;
                file.artifact = true;
                this.give(file, record);
                move(path, file.path);
            }
        }
    }
    caseTriggered({ meta, data, links }) {
        const record = this.byStart.get(target(links, 'CONTEXT'));
        if (!record)
            return;
        const testCase = data.testCase;
        const recipe = typeof data.recipeId === 'string' ? data.recipeId : undefined;
        const own = record.subSuite.recipes.find(({ id }) => id === recipe)?.testCase.id;
        const of = own === testCase.id ? undefined : own;
        const one = { subSuite: record.subSuite.name, testCase, recipe, of, logs: [] };
        record.cases.push(one);
        this.cases.set(meta.id, one);
    }
    caseStarted({ meta, links }) {
        const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
        if (!one)
            return;
        one.started = meta.time;
        const inOutput = one.of !== undefined || one.recipe === undefined;
        this.options.progress({ kind: 'recipe started', subSuite: one.subSuite, testCase: one.testCase.id, inOutput });
    }
    caseFinished({ meta, data, links }) {
        const one = this.cases.get(target(links, 'TEST_CASE_EXECUTION'));
        if (!one)
            return;
        one.finished = meta.time;
        // One that is announced when it is over says itself how long it took.
        const duration = durationIn(data.outcome);
        if (duration !== undefined)
            one.started = meta.time - duration;
        one.outcome = record_outcomeIn(data.outcome);
        one.logs = urisIn(data.persistentLogs);
        this.options.progress({
            kind: 'recipe finished',
            subSuite: one.subSuite,
            testCase: one.testCase.id,
            outcome: one.outcome,
            duration: meta.time - (one.started ?? meta.time),
        });
    }
    /** The name of an uploaded file on this machine, unique in its directory. The log area's own name stays in its address. */
    fileName(name, files) {
        const fit = fitForFiles(name);
        const taken = new Set([consoleName, ...files.map(({ path }) => (0,external_node_path_.basename)(path))]);
        let unique = fit;
        for (let n = 1; taken.has(unique); n++)
            unique = `${n}_${fit}`;
        return unique;
    }
    /** The directory of a sub suite's files: its name as the released clients have it, spaces as `-`, made fit for a file system and unique. */
    directoryFor(name) {
        const fit = fitForFiles(name.replaceAll(' ', '-')).replace(/^\.+/, '_').slice(0, 100) || 'sub-suite';
        let directory = fit;
        for (let n = 2; this.directories.has(directory); n++)
            directory = `${fit}-${n}`;
        this.directories.add(directory);
        return directory;
    }
    shown(path) {
        const below = (0,external_node_path_.relative)(this.options.workspace, path);
        return below.startsWith('..') || /^https?:/.test(path) ? path : below;
    }
}
/** One that is not there is still on its way, and asks where to go when it has come. */
function move(from, to) {
    if (!(0,external_node_fs_.existsSync)(from))
        return;
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    try {
        (0,external_node_fs_.renameSync)(from, to);
    }
    catch {
        // Artifacts may be on another file system.
        (0,external_node_fs_.copyFileSync)(from, to);
        (0,external_node_fs_.rmSync)(from);
    }
}
// File systems take 255 bytes; a number in front must still fit.
const longestName = 240;
/** A name that every file system takes, and GitHub's artifact store, which refuses `" : < > | * ?` and control characters. */
function fitForFiles(name) {
    const fit = name.replace(/["*:<>?|/\\\p{Cc}]/gu, '_');
    const { name: stem, ext } = (0,external_node_path_.parse)(fit);
    let characters = [...stem];
    while (Buffer.byteLength(characters.join('') + ext) > longestName && characters.length > 1)
        characters = characters.slice(0, -1);
    return characters.join('') + ext;
}
/** The log of the recipe in whose output a test case was found: it is uploaded when the test case is long over, so no event names it. */
function logOf({ of }, { subSuite, files }) {
    if (of === undefined || subSuite.recipes.filter(({ testCase }) => testCase.id === of).length > 1)
        return undefined;
    const name = fitForFiles(`${of}_test_output.log`);
    return files.find(({ path, artifact }) => !artifact && (0,external_node_path_.basename)(path) === name)?.path;
}
function untoldResult({ id, testCase }, outcome) {
    if (outcome.conclusion !== 'SUCCESSFUL')
        return { recipe: id, testCase, outcome: 'NOT_RUN' };
    // A test runner that tells no test cases says only how all of them went together.
    if (outcome.verdict === 'PASSED')
        return { recipe: id, testCase, outcome };
    return {
        recipe: id,
        testCase,
        outcome: { verdict: 'INCONCLUSIVE', conclusion: 'SUCCESSFUL', description: 'The test runner told no result for this recipe.' },
    };
}
function lostOutcome(reason) {
    return { verdict: 'INCONCLUSIVE', conclusion: 'FAILED', description: `${reason.replace(/\.$/, '')}.` };
}
function record_outcomeIn(value) {
    const { verdict, conclusion, description } = (value ?? {});
    return {
        verdict: (verdict ?? 'INCONCLUSIVE'),
        conclusion: (conclusion ?? 'INCONCLUSIVE'),
        description: description ?? '',
    };
}
/** The start of the suite or test case that an event of a test runner is about, which it may overtake on its way. */
function aboutOf(event) {
    const { meta, links } = event;
    if ((0,check/* isA */.KG)(event, 'TestCaseTriggered'))
        return target(links, 'CONTEXT');
    if ((0,check/* isA */.KG)(event, 'ArtifactCreated'))
        return target(links, 'CAUSE');
    if (meta.type === 'EiffelTestSuiteFinishedEvent')
        return target(links, 'TEST_SUITE_EXECUTION');
    if (meta.type === 'EiffelTestCaseStartedEvent' || (0,check/* isA */.KG)(event, 'TestCaseFinished'))
        return target(links, 'TEST_CASE_EXECUTION');
    return undefined;
}
/** The metric of our own test runner, in milliseconds. */
function durationIn(outcome) {
    const { metrics } = (outcome ?? {});
    const value = [metrics ?? []].flat().find(({ name }) => name === 'duration_ms')?.value;
    return typeof value === 'number' ? value : undefined;
}
function urisIn(logs) {
    return Array.isArray(logs)
        ? logs.flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : []))
        : [];
}
function target(links, type) {
    return links.find((link) => link.type === type)?.target ?? '';
}

;// CONCATENATED MODULE: ./src/run/sub-suite-documents.js

function subSuiteDocuments() {
    const texts = new Map();
    return {
        add({ environment, document }, serverRoot) {
            const text = (0,print/* printJson */.Q2)(document);
            texts.set(environment.identifier, text).set(environment.id, text);
            return `${serverRoot}/environment/${environment.id}`;
        },
        find: (id) => texts.get(id),
    };
}

;// CONCATENATED MODULE: ./src/run/sweep.js



/** Finishes what killed runs of this workspace left, so that their IUTs and containers are not in the way of this one. */
async function sweep({ workspace }, directory, { signal, progress, ...releasing }) {
    await (0,run_directory/* removeUnborn */.hU)((0,run_directory/* runsIn */.UN)(workspace), releasing);
    const others = (await (0,release_release/* runDirectories */.$N)((0,run_directory/* runsIn */.UN)(workspace))).filter((path) => path !== directory.path);
    if (others.length === 0)
        return;
    const bound = AbortSignal.any([
        signal,
        releasing.clock.deadline(60_000, new errors/* NotCarriedOut */.sZ('releasing what killed runs left took longer than 60 s', 'etos release')),
    ]);
    for (const { alive, done, refused } of await (0,release_release/* release */._r)(others, { ...releasing, signal: bound })) {
        if (!alive && done.length > 0)
            progress({ kind: 'note', text: `released what a killed run left: ${done.join(', ')}`, warning: false });
        if (refused.length > 0)
            progress({ kind: 'note', text: `a killed run left what could not be released: ${refused.join('; ')}`, warning: true });
    }
}

// EXTERNAL MODULE: ./src/host/durable.js
var durable = __webpack_require__(47375);
;// CONCATENATED MODULE: ./src/report/junit.js


/**
 * `junit.xml`: a testsuite for each sub suite, and one for what reached none. Failures are FAILED, errors INCONCLUSIVE, skipped what never
 * started, or what its test framework skipped. Valid by the schema of Ant's JUnit task and by that of Jenkins' xUnit plugin: times are UTC without a zone, in seconds.
 */
function printJunit(results) {
    const groups = results.suites.flatMap((suite) => {
        const rows = rowsOf({ suites: [suite] });
        const names = [...new Set(rows.map(({ subSuite }) => subSuite))];
        return names.map((name) => {
            const subSuite = suite.subSuites.find((candidate) => candidate.name === name);
            return {
                name: name || suite.name,
                suite: suite.name,
                started: subSuite?.started ?? suite.started,
                properties: [
                    ['etos.run', results.run.id],
                    ['etos.identity', results.run.identity],
                    ['etos.execution_space', results.run.executionSpace],
                    ...(subSuite ? [['etos.test_runner', subSuite.testRunner]] : []),
                ],
                output: [
                    ...(subSuite?.console === undefined ? [] : [`console: ${subSuite.console}`]),
                    ...(subSuite?.logs ?? []).map((log) => `log: ${log}`),
                ],
                rows: rows.filter((row) => row.subSuite === name),
            };
        });
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${groups.map(printGroup).join('')}</testsuites>\n`;
}
function printGroup({ name, suite, started, properties, output, rows }, id) {
    const count = (verdict) => String(rows.filter((row) => row.verdict === verdict).length);
    const attributes = printAttributes({
        name: token(name),
        package: token(suite),
        id: String(id),
        timestamp: new Date(started).toISOString().slice(0, 19),
        hostname: 'localhost',
        tests: String(rows.length),
        failures: count('FAILED'),
        errors: count('INCONCLUSIVE'),
        skipped: String(rows.filter(({ verdict }) => verdict === 'NOT_RUN' || verdict === 'SKIPPED').length),
        time: seconds(rows.reduce((sum, { duration = 0 }) => sum + duration, 0)),
    });
    const lines = [
        '    <properties>',
        ...properties.map(([property, value]) => `      <property${printAttributes({ name: property, value })}/>`),
        '    </properties>',
        ...rows.map((row) => printRow(row)),
        `    <system-out>${junit_text(output.join('\n'))}</system-out>`,
        '    <system-err></system-err>',
    ];
    return `  <testsuite${attributes}>\n${lines.join('\n')}\n  </testsuite>\n`;
}
function printRow({ suite, subSuite, testCase, verdict, description, duration = 0, log, output }) {
    // The suite and not the sub suite: its number changes with the number of IUTs, and histories are kept by class and name.
    const attributes = printAttributes({ classname: token(suite), name: token(testCase ?? (subSuite || suite)), time: seconds(duration) });
    const lines = [description, ...(log === undefined ? [] : [`log: ${log}`]), ...(output === undefined ? [] : ['', ...lastLines(output)])];
    const body = junit_text(lines.join('\n'));
    switch (verdict) {
        case 'PASSED':
            return `    <testcase${attributes}/>`;
        case 'NOT_RUN':
        case 'SKIPPED':
            return `    <testcase${attributes}>\n      <skipped${printAttributes({ message: description })}/>\n    </testcase>`;
        case 'FAILED':
            return `    <testcase${attributes}>\n      <failure${printAttributes({ message: description, type: verdict })}>${body}</failure>\n    </testcase>`;
        case 'INCONCLUSIVE':
            return `    <testcase${attributes}>\n      <error${printAttributes({ message: description, type: verdict })}>${body}</error>\n    </testcase>`;
    }
}
function printAttributes(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${junit_text(value).replace(/["\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`)
        .join('');
}
/** A name as the schemas have it: never empty, no white space but single spaces. */
function token(name) {
    return legal(name).replace(/\s+/g, ' ').trim() || '-';
}
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(3);
}
function junit_text(value) {
    return legal(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
/** XML 1.0 cannot say control characters and lone surrogates in any way: a reader would refuse the whole file. */
function legal(value) {
    return value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

;// CONCATENATED MODULE: ./src/report/results-json.js

/** `results.json`: everything that is known, in the form of schemas/results.schema.json. Times are ISO 8601, durations seconds. */
function printResultsJson(results) {
    const { id, identity, collection, executionSpace, started, finished } = results.run;
    const document = {
        version: 1,
        run: { id, identity, collection, executionSpace, ...times({ started, finished }) },
        ...outcomeFields(results.outcome),
        counts: (0,report_results/* count */.U)(results),
        suites: results.suites.map(suiteFields),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function suiteFields({ name, outcome, started, finished, subSuites, notRun }) {
    return {
        name,
        ...outcomeFields(outcome),
        ...times({ started, finished }),
        subSuites: subSuites.map(subSuiteFields),
        notRun: notRun.map(recipeFields),
    };
}
function subSuiteFields({ name, testRunner, outcome, console, logs, artifacts, recipes, ...span }) {
    return {
        name,
        testRunner,
        ...outcomeFields(outcome),
        ...times(span),
        ...(console !== undefined && { console }),
        logs,
        artifacts,
        recipes: recipes.map(recipeFields),
    };
}
function recipeFields(result) {
    const { recipe, testCase, outcome, log, output, ...span } = result;
    const { id, tracker, uri, version } = testCase;
    return {
        ...(recipe !== undefined && { recipe }),
        testCase: {
            id,
            ...(tracker !== undefined && { tracker }),
            ...(uri !== undefined && { uri }),
            ...(version !== undefined && { version }),
        },
        ...(outcome === 'NOT_RUN' ? { verdict: outcome } : outcomeFields(outcome)),
        ...((0,report_results/* shownAs */.s)(result) === 'SKIPPED' && { skipped: true }),
        ...times(span),
        ...(log !== undefined && { log }),
        ...(output !== undefined && { output }),
    };
}
function outcomeFields({ verdict, conclusion, description }) {
    return { verdict, conclusion, description };
}
function times({ started, finished }) {
    return {
        ...(started !== undefined && { started: new Date(started).toISOString() }),
        ...(finished !== undefined && { finished: new Date(finished).toISOString() }),
        ...(started !== undefined && finished !== undefined && { duration: Math.max(0, finished - started) / 1000 }),
    };
}

;// CONCATENATED MODULE: ./src/report/summary.js




const icons = { PASSED: '✅', FAILED: '❌', INCONCLUSIVE: '⚠️', NOT_RUN: '⏭️', SKIPPED: '⏭️' };
const longestHeading = 80;
/**
 * `summary.md`: verdict first, counts, the table, failures folded. Everything from outside is escaped. What is too large for the budget
 * loses the rows that passed, then what tests printed, then the table, and says so; the answer is never larger.
 */
function printSummary(results, { budget = 1_048_576, alreadyThere = 0 } = {}) {
    const available = Math.max(0, budget - alreadyThere);
    const rows = foldedRowsOf(results);
    const bad = rows.filter(({ verdict }) => verdict !== 'PASSED' && verdict !== 'SKIPPED');
    const failures = bad.filter(({ verdict }) => verdict !== 'NOT_RUN');
    const head = printHead(results);
    const candidates = [
        () => [head, summary_printTable(rows), ...failures.map(summary_printFailure)].join('\n'),
        () => [head, note('Only what did not pass is listed'), summary_printTable(bad), ...failures.map(summary_printFailure)].join('\n'),
        () => [
            head,
            note('Only what did not pass is listed, without what it printed'),
            summary_printTable(bad),
            ...failures.map(({ output: _, ...failure }) => summary_printFailure(failure)),
        ].join('\n'),
        () => [head, note('Only what did not pass is listed, without its messages'), summary_printTable(bad)].join('\n'),
        () => [head, note('Only the counts are shown')].join('\n'),
    ];
    for (const candidate of candidates) {
        const text = candidate();
        if (Buffer.byteLength(text) <= available)
            return text;
    }
    return cut(head, available);
}
function note(what) {
    return `> ${what}: the whole would be larger than this place takes. \`results.json\` and \`junit.xml\` have everything.\n`;
}
function printHead(results) {
    const { run, outcome } = results;
    const { passed, failed, inconclusive, notRun, skipped } = (0,report_results/* count */.U)(results);
    const facts = [
        ['Item under test', run.identity],
        ['Collection', run.collection],
        ['Carried out', run.executionSpace],
        ['Run', run.id],
    ];
    return [
        ...headline(outcome),
        '',
        `**${passed} passed · ${failed} failed · ${inconclusive} inconclusive · ${notRun} not run${skipped > 0 ? ` · ${skipped} skipped` : ''}** in ${(0,clock/* inWords */.r)(Math.max(0, run.finished - run.started))}`,
        '',
        ...facts.map(([name, value]) => `- ${name}: ${markdown(value)}`),
        '',
    ].join('\n');
}
/** What has several reasons is no heading any more: GitHub shows it in 24 px, over half a screen. */
function headline({ verdict, description }) {
    const heading = `## ${icons[verdict]} ${verdict}`;
    const reason = markdown(description);
    return description.length <= longestHeading ? [`${heading}: ${reason}`] : [heading, '', reason];
}
function summary_printTable(rows) {
    const lines = rows.map(({ suite, subSuite, testCase, verdict, duration, log }) => [
        markdown(suite),
        markdown(subSuite || '-'),
        markdown(testCase ?? '-'),
        `${icons[verdict]} ${verdict}`,
        duration === undefined ? '-' : (0,clock/* inWords */.r)(duration),
        log === undefined ? '-' : code(log),
    ].join(' | '));
    return [
        '| Suite | Sub suite | Recipe | Verdict | Duration | Log |',
        '| --- | --- | --- | --- | --: | --- |',
        ...lines.map((line) => `| ${line} |`),
        '',
    ].join('\n');
}
function summary_printFailure({ suite, subSuite, testCase, verdict, description, log, output }) {
    const title = `${icons[verdict]} ${html(oneLine(testCase ?? (subSuite || suite)))} <em>(${html(oneLine(subSuite || suite))})</em>`;
    // A <pre> after a blank line is a block that ends at </pre> alone: whatever a test writes, blank lines included, is no Markdown in it.
    const lines = [
        description,
        ...(log === undefined ? [] : ['', `log: ${log}`]),
        ...(output === undefined ? [] : ['', ...lastLines(output)]),
    ];
    const body = `<pre>${html(lines.join('\n'))}</pre>`;
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>\n`;
}
/** Text on one line of Markdown that shows as it is: no markup, no HTML, no table cells, mentions, emoji or formulas of its own. */
function markdown(text) {
    return html(oneLine(text))
        .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
        .replace(/@/g, '&#64;')
        .replace(/:(?=[\w+-]+:)/g, '&#58;');
}
/** A path in a table cell, in a fixed font; HTML, because a code span cannot hold an escaped bar or a backtick. */
function code(text) {
    return `<code>${markdown(text)}</code>`;
}
function html(text) {
    // eslint-disable-next-line no-control-regex -- control characters are what is replaced
    const visible = text.replaceAll('\r\n', '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\uFFFD');
    return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
/** As many whole characters as fit. */
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    // What the cut leaves of a character is replaced by the decoder, and dropped.
    const kept = Buffer.from(text)
        .subarray(0, Math.max(0, bytes - 4))
        .toString('utf8')
        .replace(/\uFFFD+$/, '');
    return kept === '' ? '' : `${kept}…\n`;
}

;// CONCATENATED MODULE: ./src/run/write-reports.js






/** Writes `results.json`, `junit.xml` and `summary.md`, without secrets. @returns their paths */
async function writeReports(results, { directory, log }) {
    const shown = redacted(results, log);
    const reports = { 'results.json': printResultsJson(shown), 'junit.xml': printJunit(shown), 'summary.md': printSummary(shown) };
    const paths = Object.entries(reports).map(([name, text]) => ({ path: (0,external_node_path_.join)(directory, name), text }));
    for (const { path, text } of paths)
        await (0,durable/* writeWhole */.f)(path, text, { mode: 0o644 });
    return paths.map(({ path }) => path);
}

;// CONCATENATED MODULE: ./src/run/run.js
// Puts one run together: everything is made here, handed to the parts, and taken down again. In: options. Out: results, written to the report
// directory, and an exit code. What a part does belongs to its room; what a face shows belongs to the face.
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

































/**
 * Carries out a test collection. A verdict, a failure to get an environment and a cancel are results, not exceptions.
 * @throws {InvalidInput} with all problems of what was given; nothing was started
 */
async function run(options, running) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, clock, progress } = running;
        const started = clock.now();
        const http = run_addDisposableResource(env_1, (0,create_client/* createHttpClient */.u)({ log, environment, clock }), true);
        // Whatever becomes of this run, what lies there afterwards is its own.
        const prepared = await (0,run_prepare/* prepare */.i)(options, { environment, http, signal: running.signal }).finally(() => (0,run_directory/* removeOldReports */.nx)(options.reportDirectory, { clock }));
        const edition = (0,eiffel_edition/* editionOf */.y)(environment);
        const broker = await findBroker(environment, { clock, signal: running.signal });
        const reach = await reachOf(prepared, options, { environment, signal: running.signal });
        const given = await (0,item/* itemOf */.Tu)(options, prepared.identity, { environment, http, clock, signal: running.signal });
        const ids = { ...newRunIds(options.tercc?.meta.id), ...(given && { artifact: given.meta.id }) };
        const scratch = (0,run_directory/* scratchOf */.Y5)(ids.run, environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)());
        await (0,run_directory/* make */.L8)(options.reportDirectory, 'report directory');
        await (0,run_directory/* make */.L8)(options.artifactDirectory, 'artifact directory');
        const _reports = run_addDisposableResource(env_1, await (0,claim_directory/* claimDirectory */.A)(options.reportDirectory, 'reports', { clock }), true);
        const _artifacts = run_addDisposableResource(env_1, await (0,claim_directory/* claimDirectory */.A)(options.artifactDirectory, 'artifacts', { clock }), true);
        const directory = run_addDisposableResource(env_1, await (0,run_directory/* makeRunDirectory */.L6)(runFact(prepared, { ids, scratch, eventFile: eventFileOf(options) }), options.workspace), true);
        running.onDirectory?.(directory.path);
        prepared.warnings.forEach((text) => progress({ kind: 'note', text, warning: true }));
        await sweep(options, directory, { ...running, http });
        const signal = options.timeout === undefined
            ? running.signal
            : AbortSignal.any([running.signal, clock.deadline(options.timeout, timedOut(options.timeout))]);
        const report = async (suites, record) => {
            const results = resultsOf(suites, { prepared, record, id: ids.run, started, finished: clock.now() });
            return { results, files: await writeReports(results, { directory: options.reportDirectory, log }) };
        };
        const { suites, results, files, left } = await carryOutAll(prepared, {
            edition,
            broker,
            reach,
            given,
            options,
            ids,
            directory,
            running,
            http,
            signal,
            report,
        }).catch(async (error) => {
            // Refused before anything was begun: there is nothing to release.
            if (error instanceof errors/* InvalidInput */.o9 && directory.journal.open().every(({ fact }) => fact.kind === 'run'))
                await directory.remove();
            throw error;
        });
        if (left === 0)
            await directory.remove();
        return {
            results,
            exitCode: exitCodeOf(results.outcome, { signal: running.signal, badInput: suites.some((suite) => suite.badInput) }),
            files: [...files, eventFileOf(options)],
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
// Milliseconds for a broker to confirm what is left. GitHub kills 10 s after a cancel (toolchain.md 9); the rest is what `etos release` is for.
const flush = 60_000;
const flushWhenCancelled = 2_000;
async function carryOutAll(prepared, { edition, broker, reach, given, options, ids, directory, running, http, signal, report }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, log, clock } = running;
        const { journal, entry } = directory;
        const internal = run_addDisposableResource(env_2, await internalBusOf({ ids, directory, running }), true);
        const progress = (step) => {
            running.progress(step);
            internal?.tell(step);
        };
        const bus = run_addDisposableResource(env_2, await openRunBus(broker, { ids, directory: directory.path, environment, journal, clock, log, signal }), true);
        const events = run_addDisposableResource(env_2, await (0,eiffel_record/* openRecord */.C)(eventFileOf(options), { bus, log }), true);
        const record = new RunRecord({
            ...options,
            placeOf: (testRunner) => prepared.spaces.placeOf(testRunner),
            activityId: ids.activity,
            progress,
        });
        const _listening = run_addDisposableResource(env_2, bus.subscribe((event) => record.take(event)), false);
        const documents = subSuiteDocuments();
        const limits = limitsOf(environment, broker);
        const delegations = run_addDisposableResource(env_2, delegationsOf(record, {
            options,
            runId: ids.run,
            directory,
            environment,
            progress,
            verbose: options.verbose,
            clock,
            log,
        }), true);
        const server = run_addDisposableResource(env_2, await serve({
            ...reach,
            bus,
            log,
            documents,
            uploads: startsHere(prepared) || !broker
                ? uploadsOf(record, internal)
                : { ...uploadsOf(record), destination: destinationBehind(bus, record, { clock }) },
            live: record,
            events,
            delegations,
        }), true);
        log.secret(server.secret);
        await journal.amend(entry, { server: server.root });
        const build = (0,eiffel_build/* createBuilder */.I)({ source: { name: 'ETOS Suite Runner', host: environment.SOURCE_HOST ?? (0,external_node_os_.hostname)() }, clock, edition });
        const place = placing(reach, { documents, serverRoot: server.root, progress, http, clock, log });
        const announcer = announcerOf(ids, prepared.identity, { publisher: bus, build });
        announceRun(prepared, { ids, directory, progress });
        for (const known of [given, options.tercc])
            if (known)
                await bus.recall(known);
        const known = {
            artifactCreated: given,
            tercc: options.tercc,
            build: buildEvents(environment),
            location: options.publishArtifact ? (0,item/* locationOf */.hD)(prepared.identity) : undefined,
        };
        const { artifactCreated, artifactPublished, tercc } = await announcer.triggered(run_addressOf(options), known);
        await announcer.started();
        const suites = await Promise.all(prepared.plan.suites.map(async (suite, n) => {
            const begun = clock.now();
            progress({ kind: 'suite started', suite: suite.name, recipes: recipesIn(suite) });
            const environments = environmentsFor(prepared, n, {
                ids,
                options,
                environment,
                serverRoot: server.root,
                artifactCreated: (0,json_value/* fromPlain */.bM)(artifactCreated),
                artifactPublished: (0,json_value/* fromPlain */.bM)(artifactPublished ?? null),
                tercc: (0,json_value/* fromPlain */.bM)(tercc),
                journal,
                http,
                clock,
                log,
            });
            const end = await carryOut(suite, {
                runId: ids.run,
                artifactId: ids.artifact,
                environments,
                splitter: prepared.splitter,
                announcer,
                bus,
                place: (subSuite, waiting) => {
                    record.ready(subSuite);
                    return place(subSuite, waiting);
                },
                ended: (subSuite, subSuiteEnd) => record.ended(subSuite, subSuiteEnd),
                trackerOf: localTrackers(server.root, { http }),
                spaces: remoteSpaces(record, { verbose: options.verbose, progress, environment, http, clock, log }),
                limits,
                journal,
                http,
                clock,
                log,
                signal,
            });
            progress({ kind: 'suite finished', suite: suite.name, outcome: end.outcome });
            return { ...end, started: begun, finished: clock.now() };
        }));
        const problem = suites.find((suite) => suite.problem !== undefined)?.problem;
        await (problem === undefined ? announcer.finished() : announcer.canceled(problem));
        await events.written();
        await record.readOutputs();
        if (signal.aborted)
            record.stopped((0,errors/* messageOf */.bD)(signal.reason));
        internal?.shutdown(outcomeOfRun(suites));
        // Before the wait for a broker that may be away: whoever kills this program then has the reports.
        const reported = await report(suites, record);
        const late = run_addDisposableResource(env_2, lateOf(running), false);
        await Promise.all([bus.settle(late.signal), internal?.settle(late.signal)]);
        const left = await tellWhatIsLeft(journal, progress, directory);
        return { ...reported, suites, left };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = run_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function resultsOf(suites, { prepared, record, ...run }) {
    const { identity, collection, spaces } = prepared;
    return {
        run: { ...run, identity: identity.text, collection: collection.source, executionSpace: spaces.text },
        outcome: outcomeOfRun(suites),
        suites: suites.map(({ id, name, outcome, started, finished, notRun }) => ({
            name,
            outcome,
            started,
            finished,
            subSuites: record.resultsOf(id),
            notRun: notRun.map(({ id: recipe, testCase }) => ({ recipe, testCase, outcome: 'NOT_RUN' })),
        })),
    };
}
/** Fires when a broker has had its time, which is shorter as soon as the run is cancelled. */
function lateOf({ signal, clock }) {
    const late = new AbortController();
    const within = (milliseconds) => clock.deadline(milliseconds, new Error(`RabbitMQ did not confirm them within ${milliseconds / 1000} s`));
    const after = (limit) => limit.addEventListener('abort', () => late.abort(limit.reason), { once: true });
    const onCancel = () => after(within(flushWhenCancelled));
    after(within(flush));
    if (signal.aborted)
        onCancel();
    else
        signal.addEventListener('abort', onCancel, { once: true });
    return { signal: late.signal, [Symbol.dispose]: () => signal.removeEventListener('abort', onCancel) };
}
/** The run's own log area. Of files there the run tells on the internal bus where test runners report to it alone; others do it themselves. */
function uploadsOf(record, internal) {
    return {
        destination: (upload) => record.destination(upload),
        find: (url) => record.find(url),
        ...(internal && {
            received(upload, sha256) {
                const { artifact, directory } = record.fileAt(upload) ?? { artifact: false, directory: '' };
                const file = { url: upload.url, name: upload.name, checksums: { 'SHA-256': sha256 } };
                internal.uploaded(artifact ? { ...file, directory } : file);
            },
        }),
    };
}
/** Loaded here alone: a run without such a bus does without. */
async function internalBusOf({ ids, directory, running }) {
    if (!running.environment.ETOS_RABBITMQ_HOST)
        return undefined;
    const { openInternalBus } = await Promise.all(/* import() */[__webpack_require__.e(738), __webpack_require__.e(803)]).then(__webpack_require__.bind(__webpack_require__, 79803));
    return await openInternalBus({ ...running, runId: ids.run, directory: directory.path });
}
function announceRun({ identity, plan: { suites }, spaces }, { ids, directory, progress }) {
    const recipes = suites.reduce((sum, suite) => sum + recipesIn(suite), 0);
    progress({ kind: 'run', id: ids.run, directory: directory.path, identity: identity.text, suites: suites.length, recipes });
    progress({ kind: 'execution space', text: spaces.text });
}
/** What whoever finds the run's directory needs to know. */
function runFact({ engine }, { ids, scratch, eventFile }) {
    const engineFound = 'address' in engine && { engine: engine.address };
    return { kind: 'run', id: ids.run, process: (0,process_identity/* identify */.ls)(process.pid), scratch, ...engineFound, events: eventFile, activity: ids.activity };
}
function eventFileOf({ reportDirectory }) {
    return (0,external_node_path_.join)(reportDirectory, 'events.ndjson');
}
/** The collection's address for events: a URL, without what it may hold of credentials. Whoever has none was told what to do by an event. */
function run_addressOf({ collection = '', workspace }) {
    if (!/^(?:https?|file):/i.test(collection))
        return (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(workspace, collection)).href;
    const url = new URL(collection);
    url.username = url.password = '';
    return url.href;
}
function recipesIn({ groups }) {
    return groups.reduce((sum, { recipes }) => sum + recipes.length, 0);
}
function timedOut(timeout) {
    return new errors/* NotCarriedOut */.sZ(`the run did not finish within ${timeout / 1000}s`, 'Raise --timeout');
}
function exitCodeOf({ verdict }, { signal, badInput }) {
    if (signal.aborted && signal.reason instanceof errors/* Cancelled */.cJ)
        return signal.reason.exitCode;
    // Only when nothing came of it anywhere: what another suite found out counts for more.
    if (badInput && verdict === 'INCONCLUSIVE')
        return 2;
    return verdict === 'PASSED' ? 0 : verdict === 'FAILED' ? 1 : 3;
}

;// CONCATENATED MODULE: ./src/cli/colour.js
const codes = { PASSED: 32, FAILED: 31, INCONCLUSIVE: 33, NOT_RUN: 33, SKIPPED: 33 };
const colour_words = /\b(?:PASSED|FAILED|INCONCLUSIVE|NOT_RUN|SKIPPED)\b|^(?:warning|error)(?=:)/gm;
/** Gives verdicts their colours on a terminal; NO_COLOR (no-color.org) and a terminal without any keep the text as it is. */
function colouring({ out, environment, }) {
    if (out.isTTY !== true || environment.TERM === 'dumb' || (environment.NO_COLOR ?? '') !== '')
        return (text) => text;
    return (text) => text.replace(colour_words, (word) => `\u001b[${word in codes ? codes[word] : word === 'error' ? 31 : 33}m${word}\u001b[0m`);
}

// EXTERNAL MODULE: ./src/cli/log-level.js
var log_level = __webpack_require__(86685);
// EXTERNAL MODULE: ./src/cli/print-error.js
var print_error = __webpack_require__(66764);
// EXTERNAL MODULE: ./src/cli/run-options.js + 2 modules
var run_options = __webpack_require__(95447);
;// CONCATENATED MODULE: ./src/cli/terminal-size.js
/** Columns and rows of a terminal. One that does not know its size says 0; then it is taken for the usual one. */
function terminalSize({ columns, rows }) {
    return { columns: columns || 80, rows: rows || 24 };
}

;// CONCATENATED MODULE: ./src/cli/live-area.js



// One column less than there is: some terminals begin another line as soon as the last column is used.
const margin = 1;
/** The last lines of a terminal, drawn again and again; what is printed meanwhile scrolls by above them. */
class LiveArea {
    out;
    /** What stands there, one string a line. */
    drawn = [];
    onResize = () => this.replace(this.fit(this.drawn));
    constructor(out) {
        this.out = out;
        out.on('resize', this.onResize);
    }
    /** Replaces what stands there. */
    draw(lines) {
        const fitted = this.fit(lines);
        if (fitted.length === this.drawn.length && fitted.every((line, n) => line === this.drawn[n]))
            return;
        this.replace(fitted);
    }
    /** Prints whole lines above what stands there, and draws that anew. */
    above(text, lines, to = this.out) {
        if (to !== this.out) {
            this.replace([]);
            to.write(text);
            this.draw(lines);
        }
        else
            this.replace(this.fit(lines), text);
    }
    [Symbol.dispose]() {
        this.replace([]);
        this.out.off('resize', this.onResize);
    }
    fit(lines) {
        const { columns, rows } = terminalSize(this.out);
        // A terminal cannot draw above its first row: the rest is counted.
        const room = Math.max(1, rows - 2);
        const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), `and ${lines.length - room + 1} more`];
        return shown.map((line) => truncate(line, columns - margin));
    }
    replace(lines, above = '') {
        if (this.drawn.length === 0 && lines.length === 0 && above === '')
            return;
        const { columns } = terminalSize(this.out);
        // A terminal that became narrower has broken our lines: they take more rows now than when they were drawn.
        const height = this.drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / columns)), 0);
        const erase = height === 0 ? '' : `\u001b[${height}A\r\u001b[0J`;
        // One write: a terminal that shows what it got so far would flicker between two.
        this.out.write(erase + above + lines.map((line) => `${line}\n`).join(''));
        this.drawn = lines;
    }
}

// EXTERNAL MODULE: ./src/cli/step-lines.js
var step_lines = __webpack_require__(77214);
;// CONCATENATED MODULE: ./src/cli/sub-suites.js




/** The sub suites that are going on, kept up to date by steps. */
class sub_suites_SubSuites {
    active = new Map();
    take(step, now) {
        if (step.kind === 'sub suite waiting') {
            this.active.set(step.subSuite, { recipes: step.recipes, on: step.on, since: now, started: false, done: 0, failed: 0 });
            return;
        }
        if (!('subSuite' in step))
            return;
        const before = this.active.get(step.subSuite);
        if (!before)
            return;
        if (step.kind === 'sub suite started')
            this.active.set(step.subSuite, { ...before, started: true, since: now });
        else if (step.kind === 'recipe started')
            this.active.set(step.subSuite, { ...before, current: { testCase: step.testCase, since: now } });
        else if (step.kind === 'recipe finished') {
            const { current: _, ...rest } = before;
            this.active.set(step.subSuite, {
                ...rest,
                done: before.done + 1,
                failed: before.failed + (step.outcome.verdict === 'PASSED' ? 0 : 1),
            });
        }
        else if (step.kind === 'sub suite finished')
            this.active.delete(step.subSuite);
    }
    /**
     * A line for each: name, how far it is, since when, what it does.
     * @param columns width of a line; names give way, and never how far it is
     * @param redact takes the secrets out of names, before a part of them is left out and the rest is not recognised
     */
    lines(now, columns = Infinity, redact = (text) => text) {
        return [...this.active].map(([own, { recipes, on, since, started, done, failed, current }]) => {
            const name = redact(own);
            const elapsed = (0,clock/* inWords */.r)(Math.max(0, now - since));
            if (!started)
                return fitted([name, '  waiting for ', redact(on), `  ${elapsed}`], columns);
            const bad = failed > 0 ? `, ${failed} not passed` : '';
            // TEST_REGEX may find more test cases than there are recipes.
            const progress = `  ${done} of ${Math.max(recipes, done)}${bad}  ${elapsed}`;
            return current
                ? fitted([name, `${progress}  `, redact(current.testCase), ` (${(0,clock/* inWords */.r)(Math.max(0, now - current.since))})`], columns)
                : fitted([name, progress, '', ''], columns);
        });
    }
}
/** A line whose two names share what its facts leave of the width. Of a sub suite's name the end is kept: that is where its number stands. */
function fitted([name, fact, other, lastFact], columns) {
    const [left, right] = [(0,printable/* printable */.g)(name), (0,printable/* printable */.g)(other)];
    if (!Number.isFinite(columns))
        return left + fact + right + lastFact;
    const room = Math.max(2, columns - stringWidth(fact) - stringWidth(lastFact));
    const forLeft = Math.max(Math.floor(room / 2), room - stringWidth(right));
    const shown = truncate(left, forLeft, true);
    return shown + fact + truncate(right, room - stringWidth(shown)) + lastFact;
}

;// CONCATENATED MODULE: ./src/cli/terminal.js





// Often enough to look alive, seldom enough to cost nothing.
const terminal_frame = 200;
// A CI system without a sign of life looks hung, and some of them end a quiet job.
const heartbeat = 60_000;
/** Whether live lines make sense: not in CI, whose logs keep every redrawn line. */
function isLive({ out, environment }, tty) {
    const ci = !['', '0', 'false'].includes((environment.CI ?? '').toLowerCase());
    return tty && !ci && out.isTTY === true && environment.TERM !== 'dumb';
}
/** The face of a run. */
function createTerminal(options, face) {
    return options.live ? liveLines(options, face) : plainLines(options, face);
}
function liveLines({ output, redact, colour }, { out, err, clock }) {
    const area = new LiveArea(out);
    const subSuites = new sub_suites_SubSuites();
    const over = new AbortController();
    const goingOn = () => subSuites.lines(clock.now(), terminalSize(out).columns - margin, redact);
    void every(() => terminal_frame, () => area.draw(goingOn()), { clock, signal: over.signal });
    const print = (text, isError) => area.above(`${colour(lines(redact(text)))}\n`, goingOn(), isError ? err : out);
    return {
        progress(step) {
            subSuites.take(step, clock.now());
            const line = (0,step_lines/* lineOf */.c)(step, 'what stays', { output });
            if (line === undefined)
                area.draw(goingOn());
            else
                print(line, isWarning(step));
        },
        log: (line, level) => print(prefixed(line, level), isProblem(level)),
        [Symbol.dispose]() {
            over.abort();
            area[Symbol.dispose]();
        },
    };
}
function plainLines({ output, redact, colour }, { out, err, clock }) {
    const subSuites = new sub_suites_SubSuites();
    const over = new AbortController();
    let last = clock.now();
    const print = (text, isError) => {
        last = clock.now();
        (isError ? err : out).write(`${colour(lines(redact(text)))}\n`);
    };
    const showLife = () => {
        if (clock.now() - last < heartbeat)
            return;
        const goingOn = subSuites.lines(clock.now());
        // Before the first sub suite and after the last there is something to wait for, too: an IUT, a broker.
        for (const line of goingOn.length > 0 ? goingOn.map((one) => `: ${one}`) : [''])
            print(`still running${line}`, false);
    };
    void every(() => Math.max(1, last + heartbeat - clock.now()), showLife, { clock, signal: over.signal });
    return {
        progress(step) {
            subSuites.take(step, clock.now());
            const line = (0,step_lines/* lineOf */.c)(step, 'everything', { output });
            if (line !== undefined)
                print(line, isWarning(step));
        },
        log: (line, level) => print(prefixed(line, level), isProblem(level)),
        [Symbol.dispose]: () => over.abort(),
    };
}
/** @param pause milliseconds until the next time, asked each time */
async function every(pause, action, { clock, signal }) {
    try {
        for (;;) {
            await clock.sleep(pause(), signal);
            action();
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
}
function lines(text) {
    return text.trimEnd().split(/\r?\n/).map(printable/* printable */.g).join('\n');
}
function isWarning(step) {
    return step.kind === 'note' && step.warning;
}
function isProblem(level) {
    return level === 'warning' || level === 'error';
}
function prefixed(line, level) {
    return level === 'info' ? line : `${level}: ${line}`;
}

;// CONCATENATED MODULE: ./src/cli/run.js















/** `etos run`: carries a collection out, shows how it goes and what came of it. Gives the exit code. */
async function runCommand(collection, flags, face) {
    return (await runAndShow(collection, flags, face)).exitCode;
}
/**
 * The same, for a face that has more to say than an exit code.
 * @param onDirectory is called with the run's directory before anything is started @throws {InvalidInput} the options are wrong
 */
async function runAndShow(collection, flags, face, onDirectory) {
    const { environment, signal, clock } = face;
    const options = (0,run_options/* runOptions */.Ku)(collection, flags, face);
    const redact = (text) => log.redact(text);
    const colour = colouring(face);
    const terminal = createTerminal({ live: isLive(face, flags.tty), output: flags.verbose > 0, redact, colour }, face);
    const log = (0,host_log/* createLog */.h)({ level: (0,log_level/* levelOf */.I)(flags.verbose), write: terminal.log });
    if (environment.ETOS_API)
        log.warning('ETOS_API is not used: the run is carried out here', { ETOS_API: environment.ETOS_API });
    try {
        const finished = await run(options, {
            environment,
            log,
            progress: terminal.progress,
            signal,
            clock,
            ...(onDirectory && { onDirectory }),
        });
        terminal[Symbol.dispose]();
        // Before anything is cut: half a secret is not recognised.
        const shareable = redacted(finished.results, log);
        face.out.write(colour(redact(printEnd(shareable, { files: finished.files, options }, face))));
        return { exitCode: finished.exitCode, redact, finished, options };
    }
    catch (error) {
        terminal[Symbol.dispose]();
        return { exitCode: (0,print_error/* printError */.y)(error, { err: face.err, redact }), redact, error };
    }
}
function printEnd(results, { files, options }, { out, directory }) {
    const { run: facts, outcome, suites } = results;
    const { passed, failed, inconclusive, notRun, skipped } = (0,report_results/* count */.U)(results);
    const counts = `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${notRun} not run${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    const artifacts = suites.some(({ subSuites }) => subSuites.some((subSuite) => subSuite.artifacts.length > 0));
    const columns = out.isTTY === true ? terminalSize(out).columns : undefined;
    const failures = printFailures(results, columns);
    return [
        '',
        printTable(results, columns),
        ...(failures.length === 0 ? [] : ['', ...failures]),
        '',
        `${outcome.verdict}: ${(0,printable/* inOneLine */.U)(outcome.description)}`,
        `${counts} in ${(0,clock/* inWords */.r)(Math.max(0, facts.finished - facts.started))}`,
        `Reports in ${shown(options.reportDirectory, directory)}: ${files.map((file) => (0,external_node_path_.relative)(options.reportDirectory, file)).join(', ')}`,
        ...(artifacts ? [`Artifacts in ${shown(options.artifactDirectory, directory)}`] : []),
        '',
    ].join('\n');
}
/** A path as somebody in this directory would write it. */
function shown(path, directory) {
    const below = (0,external_node_path_.relative)(directory, path);
    return below === '' ? '.' : below.startsWith('..') ? path : below;
}


/***/ }),

/***/ 16331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   hi: () => (/* binding */ answerJson),
/* harmony export */   yy: () => (/* binding */ answerText)
/* harmony export */ });
/** A request that is refused with a status and a sentence. */
class Refusal extends Error {
    status;
    allow;
    name = 'Refusal';
    /** @param allow the methods that are served there, of a 405 */
    constructor(status, message, allow = []) {
        super(message);
        this.status = status;
        this.allow = allow;
    }
}
function answerJson(response, status, body) {
    if (response.destroyed || response.headersSent)
        return;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
function answerText(response, status, text) {
    if (response.destroyed || response.headersSent)
        return;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}


/***/ }),

/***/ 61337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16331);

/** The whole body of a request as text. @throws {Refusal} 413 when it has more bytes than `atMost`, with what to do instead */
async function readBody(request, { atMost, instead }) {
    const chunks = [];
    let length = 0;
    // Leaving the loop must not end the connection: the refusal still has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        length += chunk.length;
        if (length > atMost)
            throw new _answer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(413, `the body is longer than ${atMost} bytes; ${instead}`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}


/***/ })

};
