/**
 * Gets every piece of output in its order. While the promise it returned is pending nothing more is read from the engine. A piece is the sink's
 * until it returns, or until that promise is settled: then its memory takes the next one.
 */
export type OutputSink = (stream: 'stdout' | 'stderr', piece: Buffer) => void | Promise<void>;
