const units = ['', 'k', 'm', 'g', 't', 'p'];

/** `64m`, `1.5g`, `2GiB`, `1024` as bytes, as the docker CLI reads them; undefined when it is none. */
export function readBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?(?:i?b)?$/i.exec(text);
  if (!match) return undefined;
  const bytes = Math.floor(Number(match[1]) * 1024 ** units.indexOf((match[2] ?? '').toLowerCase()));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** Whole numbers in decimal; undefined when it is none or lies outside. */
export function readInteger(text: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number | undefined {
  if (!/^-?\d{1,16}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
