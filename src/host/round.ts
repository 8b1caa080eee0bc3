/** Rounds half to even, as Python's `round` does: 0.5 gives 0, 1.5 gives 2. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
