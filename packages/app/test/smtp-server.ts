import { createServer, type Server, type Socket } from 'node:net';

/** A mail as a mail server got it. */
export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
  /** The subject and the words, decoded. */
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** A small mail server on this machine. */
export interface SmtpServer {
  readonly url: string;
  readonly received: Received[];
  /** Answers so, instead of with a yes, to the next mails' addressees: "451 Try later". */
  refusing: string | undefined;
  /** Awaited when a mail has come, before the yes to it. */
  beforeYes: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Quoted-printable and base64, as far as mails here use them. */
const decoded = (raw: string): { readonly head: string; readonly text: string } => {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  const encoding = /^content-transfer-encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return { head, text: Buffer.from(text, 'base64').toString('utf8') };
  if (encoding !== 'quoted-printable') return { head, text };
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { head, text: Buffer.from(bytes, 'latin1').toString('utf8') };
};

const read = (to: readonly string[], raw: string): Received => {
  const { head, text } = decoded(raw);
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return { to, raw, text, subject: header('subject'), messageId: header('message-id') };
};

const talk = (socket: Socket, server: SmtpServer): void => {
  let said = '';
  let to: string[] = [];
  let isData = false;
  const answer = (line: string): void => void socket.write(`${line}\r\n`);
  const onLine = (line: string): void => {
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    if (verb === 'EHLO' || verb === 'HELO') answer('250 ready');
    else if (verb === 'RCPT' && server.refusing !== undefined) answer(server.refusing);
    else if (verb === 'RCPT') {
      to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      answer('250 yes');
    } else if (verb === 'DATA') {
      isData = true;
      answer('354 go on');
    } else if (verb === 'QUIT') socket.end('221 goodbye\r\n');
    else answer('250 yes');
  };
  const onPart = (): void => {
    if (isData) {
      const end = said.indexOf('\r\n.\r\n');
      if (end === -1) return;
      const raw = said.slice(0, end);
      said = said.slice(end + 5);
      isData = false;
      server.received.push(read(to, raw));
      to = [];
      void server.beforeYes().then(() => answer('250 taken'));
    } else {
      const end = said.indexOf('\r\n');
      if (end === -1) return;
      const line = said.slice(0, end);
      said = said.slice(end + 2);
      onLine(line);
    }
    onPart();
  };
  socket.on('error', () => undefined);
  socket.on('data', (part) => {
    said += part.toString('latin1');
    onPart();
  });
  answer('220 a test');
};

export const anSmtpServer = async (): Promise<SmtpServer> => {
  const sockets = new Set<Socket>();
  const listening: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    talk(socket, server);
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server: SmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    refusing: undefined,
    beforeYes: async () => undefined,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listening.close(() => resolve());
      }),
  };
  return server;
};
