import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { EICAR } from './documents.ts';

export interface Clamd {
  readonly address: string;
  /** What it was given to look at, whole. */
  readonly heard: () => readonly Buffer[];
  readonly stop: () => Promise<void>;
}

const COMMAND = 'zINSTREAM\0';

/** All that came with its lengths before it, once the length of nothing has come. */
const streamIn = (told: Buffer): Buffer | undefined => {
  if (told.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= told.length; ) {
    const length = told.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(told.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** A scanner of ours that speaks as ClamAV's daemon does, and knows one virus. `answer` is said instead, whatever it is given. */
export const aClamd = async ({
  path,
  answer,
}: {
  readonly path?: string;
  readonly answer?: string;
} = {}): Promise<Clamd> => {
  const heard: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.unref();
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let told = Buffer.alloc(0);
    let isAnswered = false;
    socket.on('data', (part) => {
      told = Buffer.concat([told, Buffer.from(part)]);
      if (isAnswered || answer === 'nothing at all') return;
      isAnswered = answer !== undefined;
      if (answer !== undefined) return void socket.end(answer);
      const stream = streamIn(told);
      if (stream === undefined) return;
      heard.push(stream);
      socket.end(stream.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  server.listen(path ?? { port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  // A test that fails before it stops this is not kept waiting for it.
  server.unref();
  const address =
    path === undefined ? `clamd://127.0.0.1:${(server.address() as AddressInfo).port}` : `clamd://${path}`;
  return {
    address,
    heard: () => heard,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
