// node price-of.js <cents> <items>: prints what is to be paid.

import { total } from './price.js';

const [cents, items] = process.argv.slice(2).map(Number);
try {
  console.log(total(cents, items));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
