/** A name as a terminal may have it: control characters, and with them whatever would move the cursor or colour the rest, shown as such. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}

/** A sentence of others on one line of a terminal. */
export function inOneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' '));
}
