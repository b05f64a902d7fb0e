/** The product in a process of its own on a folder of its own, for benchmarks that ask it for pages. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Served {
  readonly url: string;
  /** From the command to the line that says where it is. */
  readonly startedInMs: number;
  readonly pid: number;
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
    env: { ...process.env, PORT: process.env['BENCH_PORT'] ?? '3600' },
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
  return { url, startedInMs: performance.now() - started, pid: child.pid ?? 0, stop };
};

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** What a form brings with it before anybody types: its hidden fields, by the end of where it is sent. */
export const formFields = (page: string, action: string): readonly (readonly [string, string])[] => {
  const form = page
    .split('<form')
    .slice(1)
    .find((part) =>
      (attribute(part.slice(0, part.indexOf('>') + 1), 'action') ?? '').split('?')[0]?.endsWith(action),
    );
  if (form === undefined) throw new Error(`There is no form for ${action} on the page`);
  return [...(form.split('</form>')[0] ?? '').matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    return attribute(tag, 'type') === 'hidden' && name !== undefined
      ? [[name, attribute(tag, 'value') ?? ''] as const]
      : [];
  });
};

/** Signs in as somebody of the demonstration, by the door of the staff or another, and gives the cookies of the session. */
export const signInAs = async (url: string, person: string, door = '/sign-in'): Promise<string> => {
  const page = await fetch(url + door);
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
  const button = [...text.matchAll(/(<button[^>]*>)([^<]*)/g)].find(([, , words = '']) =>
    words.includes(person),
  )?.[1];
  const before = text.slice(0, text.indexOf(button ?? 'nobody is called this'));
  const action = attribute(before.slice(before.lastIndexOf('<form')).split('>')[0] ?? '', 'action');
  if (button === undefined || action === undefined) throw new Error(`${person} is not on the sign-in page`);
  const fields = [
    ...formFields(text, action),
    [attribute(button, 'name') ?? '', attribute(button, 'value') ?? ''] as const,
  ];
  const answer = await fetch(url + action, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(), 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  });
  keep(answer);
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`);
  return cookies();
};
