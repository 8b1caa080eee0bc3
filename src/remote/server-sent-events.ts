/** One event of a stream, as it came: the name in lower case, `message` where there was none. */
export interface ServerSentEvent {
  readonly id: number | undefined;
  readonly event: string;
  readonly data: string;
}

// Longer is no event of ETOS: a description or a log message.
const longest = 4 * 1024 * 1024;

/**
 * Reads the events of a `text/event-stream`, whatever pieces it comes in. Comments and fields of others are left out; so is an event that the stream
 * ends in the middle of: it comes again.
 * @throws {Error} an event is too long to be one
 */
export async function* eventsIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let fields: { id?: string; event?: string; data?: string } = {};
  for await (const line of linesIn(pieces)) {
    if (line === '') {
      const { id, event, data } = fields;
      fields = {};
      if (event === undefined && data === undefined) continue;
      yield {
        id: id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined,
        event: (event || 'message').toLowerCase(),
        data: data ?? '',
      };
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    if (name === 'data') fields.data = fields.data === undefined ? value : `${fields.data}\n${value}`;
    else if (name === 'id' || name === 'event') fields[name] = value;
    if ((fields.data?.length ?? 0) > longest) throw new Error(`an event of the stream is longer than ${longest} characters`);
  }
}

/** Lines end with LF, CR or both (what follows a CR may be in the next piece). The last one, when nothing ends it, is left out. */
async function* linesIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A byte-order mark is left out by the decoder.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true });
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > longest) throw new Error(`a line of the stream is longer than ${longest} characters`);
    yield* lines;
  }
}
