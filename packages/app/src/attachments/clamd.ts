import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ScanAnswer, Scanner } from './scanner.ts';

type Where = { readonly path: string } | { readonly host: string; readonly port: number };

/** Long enough for a scanner that is busy with others; whoever waits meanwhile is told that it goes on without them. */
const PATIENCE_MS = 30_000;
const USUAL_PORT = 3310;
const LONGEST_SAID = 200;

/** Where ClamAV's daemon listens: clamd://host:port, or clamd:///path/of/its/socket. Undefined for anything else. */
const whereOf = (address: string): Where | undefined => {
  const url = URL.parse(address);
  if (url?.protocol !== 'clamd:') return undefined;
  if (url.hostname !== '')
    return { host: url.hostname.replaceAll(/^\[|\]$/g, ''), port: Number(url.port || USUAL_PORT) };
  return url.pathname.length > 1 ? { path: decodeURIComponent(url.pathname) } : undefined;
};

const answerOf = (said: string): ScanAnswer => {
  const text = said
    .replaceAll(/[\0\n]/g, '')
    .trim()
    .slice(0, LONGEST_SAID);
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { outcome: 'refused', said: found };
  if (text === 'stream: OK') return { outcome: 'clean', said: '' };
  return { outcome: 'unreachable', said: text === '' ? 'It hung up without an answer.' : text };
};

/** Each piece with its length before it, and a length of nothing at the end. */
const asStream = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const length = (bytes: number): Buffer => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(bytes);
    return four;
  };
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of content) {
    yield length(piece.length);
    yield piece;
  }
  yield length(0);
};

/** ClamAV, asked by its INSTREAM command: nothing is put on a disk for it. */
export const clamdAt = (address: string, patienceMs: number = PATIENCE_MS): Scanner | undefined => {
  const where = whereOf(address);
  if (where === undefined) return undefined;
  return {
    scan: async (content) => {
      const socket = connect(where);
      const told: Buffer[] = [];
      const answered = new Promise<void>((resolve, reject) => {
        socket.on('data', (part: Buffer) => {
          told.push(part);
          if (part.includes(0)) resolve();
        });
        socket.once('error', reject);
        socket.once('close', () => resolve());
      });
      socket.setTimeout(patienceMs, () => socket.destroy(new Error('It did not answer in time.')));
      try {
        // It may answer before it has heard all, for instance that a document is larger than it takes.
        const sent = pipeline(Readable.from(asStream(content)), socket, { end: false });
        await Promise.race([answered, sent.catch(() => answered)]);
        await answered;
        return answerOf(Buffer.concat(told).toString('utf8'));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (told.length > 0) return answerOf(Buffer.concat(told).toString('utf8'));
        return { outcome: 'unreachable', said: (code ?? message).slice(0, LONGEST_SAID) };
      } finally {
        socket.destroy();
      }
    },
  };
};
