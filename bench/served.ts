/** The product in a process of its own on a folder of its own, for benchmarks that ask it for pages. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Served {
  readonly url: string;
  /** From the command to the line that says where it is. */
  readonly startedInMs: number;
  readonly stop: () => Promise<void>;
}

const root = join(import.meta.dirname, '..');

export const emptyFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'rp-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export const serveFrom = async (folder: string): Promise<Served> => {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'packages/cli/src/main.ts'), 'serve', '--data', folder], {
    env: { ...process.env, PORT: '3600' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      const match = /http:\/\/localhost:\d+/.exec(part.toString());
      if (match !== null) resolve(match[0]);
    });
    child.once('exit', () => reject(new Error('Rightplace did not start')));
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, startedInMs: performance.now() - started, stop };
};

/** Signs in as the demonstration's director and gives the cookies of the session. */
export const signInAsDirector = async (url: string): Promise<string> => {
  const page = await fetch(`${url}/sign-in`);
  const text = await page.text();
  const jar = new Map<string, string>();
  const keep = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  keep(page);
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const director = text.split('<form').find((form) => form.includes('Ada Osei'));
  if (director === undefined) throw new Error('The director is not on the sign-in page');
  const fields = new URLSearchParams();
  for (const [tag] of director.matchAll(/<(?:input|button)[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1];
    if (
      name !== undefined &&
      (tag.startsWith('<input') ||
        /Ada Osei/.test(director.slice(director.indexOf(tag), director.indexOf(tag) + tag.length + 40)))
    ) {
      fields.append(name, (value ?? '').replaceAll('&amp;', '&'));
    }
  }
  const action = /action="([^"]*)"/.exec(director)?.[1] ?? '/sign-in/as';
  const answer = await fetch(url + action, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(), 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: fields,
  });
  keep(answer);
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`);
  return cookies();
};
