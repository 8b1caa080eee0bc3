const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** What a duration looks like, for messages and help. */
export const durationForm = 'seconds, or a number with a unit: 90, 90s, 30m, 2h, 1h30m';

/** Milliseconds of a duration as people write it: seconds when it is a bare number (etos.md 1.1), else `30m`, `1h30m`. Undefined: it is none, or not above zero. */
export function parseDuration(text: string): number | undefined {
  const folded = text.trim().toLowerCase();
  const parts = [...folded.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  const milliseconds = /^\d+(\.\d+)?$/.test(folded)
    ? Number(folded) * 1000
    : parts.map(([whole]) => whole).join('') === folded
      ? parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? NaN), 0)
      : NaN;
  return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds : undefined;
}
