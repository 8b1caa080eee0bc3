// The item under test: a price calculator, used by the tests in JavaScript directly and by those in shell through its command line.

/** Cents to pay for a number of items, with the discount for many. */
export function total(cents, items) {
  if (!Number.isInteger(items) || items < 0) throw new RangeError(`items is ${items}; expected a whole number from 0`);
  const discount = items >= 10 ? 0.1 : 0;
  return Math.round(cents * items * (1 - discount));
}
