/** How many items are wanted, and how long they are waited for: milliseconds after which no further round is begun. */
export interface Wanted {
  readonly minimum: number;
  readonly maximum: number;
  readonly limit: number;
}
