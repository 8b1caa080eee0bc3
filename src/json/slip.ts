import type { NotJson } from './tree.js';

/** What is wrong where a text stops being JSON, and what was probably meant: mostly a comma too many or too few. */
export function slipIn(text: string, { at, wanted }: NotJson): string {
  const found = [...text.slice(at, at + 2)][0];
  if (found === undefined) return 'the text ends too early';
  const what = `unexpected ${JSON.stringify(found)}`;
  const afterComma = text.slice(0, at).trimEnd().endsWith(',');
  if ((found === '}' || found === ']') && afterComma) return `${what} after a comma: the last comma is too many`;
  if (found === '/' || found === '#') return `${what}: there are no comments in JSON`;
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
export function likelyLanguage(text: string): string | undefined {
  if (/^\s*</.test(text)) return 'This looks like HTML or XML: is it the page of a login or an error?';
  // A key and a colon at the very start, perhaps below comments: no JSON begins so.
  if (/^(?:\s*(?:#.*|---.*)?\n)*(?:- )?[A-Za-z][\w.-]*:(?:\s|$)/.test(text)) return 'This looks like YAML; JSON is expected';
  return undefined;
}
