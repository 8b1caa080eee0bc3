import { describe, expect, test } from '@jest/globals';
import { eventsIn, type ServerSentEvent } from '../../src/remote/server-sent-events.js';

async function* cut(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function all(text: string, length: number): Promise<readonly ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of eventsIn(cut(text, length))) events.push(event);
  return events;
}

describe('the events of a stream', () => {
  const streams: readonly { readonly what: string; readonly text: string; readonly gives: readonly ServerSentEvent[] }[] = [
    {
      what: 'as the Go service writes them',
      text: 'id: 7\nevent: Message\ndata: {"a":"é"}\n\n',
      gives: [{ id: 7, event: 'message', data: '{"a":"é"}' }],
    },
    { what: 'a ping has no number', text: 'event: ping\ndata: \n\n', gives: [{ id: undefined, event: 'ping', data: '' }] },
    { what: 'comments are none', text: ': keep-alive\n\n:\n\n', gives: [] },
    {
      what: 'other ends of lines',
      text: 'event:x\r\ndata:1\r\n\r\nevent:y\rdata:2\r\r\n',
      gives: [
        { id: undefined, event: 'x', data: '1' },
        { id: undefined, event: 'y', data: '2' },
      ],
    },
    {
      what: 'data of several lines, a mark in front',
      text: '\uFEFFdata: 1\ndata: 2\n\n',
      gives: [{ id: undefined, event: 'message', data: '1\n2' }],
    },
    {
      what: 'one that is cut off comes again later',
      text: 'data: 1\n\nid: 2\ndata: {"mess',
      gives: [{ id: undefined, event: 'message', data: '1' }],
    },
    { what: 'a number that is none', text: 'id: -1\ndata: 1\n\n', gives: [{ id: undefined, event: 'message', data: '1' }] },
  ];
  test.each(streams)('$what, in whatever pieces they come', async ({ text, gives }) => {
    for (const length of [1, 2, 3, 7, 1000]) expect(await all(text, length)).toEqual(gives);
  });

  test('a line without an end is not kept for ever', async () => {
    await expect(all(`data: ${'x'.repeat(5_000_000)}`, 100_000)).rejects.toThrow('longer than');
  });
});
