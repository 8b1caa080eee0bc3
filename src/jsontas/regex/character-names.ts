// The names of ASCII's punctuation; those of letters and digits are made by rule.
const punctuation: Readonly<Record<string, string>> = {
  SPACE: ' ',
  'EXCLAMATION MARK': '!',
  'QUOTATION MARK': '"',
  'NUMBER SIGN': '#',
  'DOLLAR SIGN': '$',
  'PERCENT SIGN': '%',
  AMPERSAND: '&',
  APOSTROPHE: "'",
  'LEFT PARENTHESIS': '(',
  'RIGHT PARENTHESIS': ')',
  ASTERISK: '*',
  'PLUS SIGN': '+',
  COMMA: ',',
  'HYPHEN-MINUS': '-',
  'FULL STOP': '.',
  SOLIDUS: '/',
  COLON: ':',
  SEMICOLON: ';',
  'LESS-THAN SIGN': '<',
  'EQUALS SIGN': '=',
  'GREATER-THAN SIGN': '>',
  'QUESTION MARK': '?',
  'COMMERCIAL AT': '@',
  'LEFT SQUARE BRACKET': '[',
  'REVERSE SOLIDUS': '\\',
  'RIGHT SQUARE BRACKET': ']',
  'CIRCUMFLEX ACCENT': '^',
  'LOW LINE': '_',
  'GRAVE ACCENT': '`',
  'LEFT CURLY BRACKET': '{',
  'VERTICAL LINE': '|',
  'RIGHT CURLY BRACKET': '}',
  TILDE: '~',
  'NO-BREAK SPACE': '\u00a0',
  'EN DASH': '\u2013',
  'EM DASH': '\u2014',
  'EURO SIGN': '\u20ac',
  'DEGREE SIGN': '\u00b0',
  'SECTION SIGN': '\u00a7',
  'MICRO SIGN': '\u00b5',
  'LATIN SMALL LETTER SHARP S': 'ß',
  'LATIN SMALL LETTER AE': 'æ',
  'LATIN CAPITAL LETTER AE': 'Æ',
  'LATIN SMALL LETTER O WITH STROKE': 'ø',
  'LATIN CAPITAL LETTER O WITH STROKE': 'Ø',
};
const digits = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
const accents: Readonly<Record<string, string>> = {
  GRAVE: '\u0300',
  ACUTE: '\u0301',
  CIRCUMFLEX: '\u0302',
  TILDE: '\u0303',
  DIAERESIS: '\u0308',
  'RING ABOVE': '\u030a',
  CARON: '\u030c',
  CEDILLA: '\u0327',
};
const greek =
  'ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO . SIGMA TAU UPSILON PHI CHI PSI OMEGA'.split(' ');

/**
 * The character that Unicode calls so, for `\N{…}`: ASCII, the letters of Latin with their usual accents and of Greek, and a few signs. The table
 * of all 34,000 would weigh more than the program.
 * @throws {SyntaxError} for any other
 */
export function characterNamed(name: string): number {
  const upper = name.toUpperCase();
  const sign = Object.hasOwn(punctuation, upper) ? punctuation[upper] : undefined;
  const digit = digits.indexOf(upper.replace(/^DIGIT /, ''));
  const [, size, script, letter = '', accent] =
    /^(SMALL|CAPITAL) (LATIN|GREEK) (\w+)(?: WITH (.+))?$/.exec(upper.replace(/^(LATIN|GREEK) (SMALL|CAPITAL) LETTER/, '$2 $1')) ?? [];
  const base =
    sign ??
    (digit >= 0 && upper.startsWith('DIGIT ') ? String(digit) : undefined) ??
    (script === 'LATIN' && letter.length === 1 ? letter.toLowerCase() : undefined) ??
    (script === 'GREEK' && greek.includes(letter) && accent === undefined
      ? String.fromCodePoint(0x3b1 + greek.indexOf(letter))
      : undefined);
  const mark = accent === undefined || sign ? '' : Object.hasOwn(accents, accent) ? accents[accent] : undefined;
  const character =
    base === undefined || mark === undefined ? '' : (size === 'CAPITAL' && !sign ? base.toUpperCase() : base).concat(mark).normalize();
  if ([...character].length !== 1)
    throw new SyntaxError(`the character name ${JSON.stringify(name)} is not known here; write the character itself`);
  return character.codePointAt(0) as number;
}
