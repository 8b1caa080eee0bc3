import type { Path } from '../json/parse.js';

/**
 * Stands where a structure failed, until the run ends (jsontas.md 10.3). Failing at once would be wrong: what fails may be thrown away, as the branch
 * not taken or the first evaluation of `$expand` is. It counts as true, equals nothing and has no members.
 */
export class Failure {
  /**
   * @param query the text of the query whose structure failed
   * @param path of the query within the document
   * @param cause why, as a sentence without a full stop
   */
  constructor(
    readonly query: string,
    readonly path: Path,
    readonly cause: string,
  ) {}
}
