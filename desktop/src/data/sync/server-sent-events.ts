/** Reads a text/event-stream until it ends: `listen` gets the data of each event. Comments are signs of life only. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  alive: () => void,
  listen: (data: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    alive();
    // the rest too: a line's end may be cut between two chunks
    rest = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n');
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const lines = rest.slice(0, end).split('\n');
      rest = rest.slice(end + 2);
      const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart());
      if (data.length > 0) listen(data.join('\n'));
    }
  }
}
