import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { aWorld, type TestWorld } from '../../test/service.ts';
import { fragment } from './answer.ts';
import { buildServer } from './build-server.ts';
import { csrfToken } from './csrf.ts';
import { path } from './path.ts';
import { route } from './route.ts';

let world: TestWorld;
let server: FastifyInstance;
let cookie: string;
before(async () => {
  world = await aWorld();
  const { personId } = await world.addPerson({ name: 'Uploading Ulla', role: 'performance' });
  ({ cookie } = await world.signIn(personId));
  server = buildServer({
    world,
    routes: [
      route({
        method: 'POST',
        path: path('/files'),
        action: 'preview-import',
        audit: 'files-sent',
        upload: { maxBytes: 1000, maxFiles: 2 },
        handler: async ({ form, uploads }) => {
          const seen: string[] = [`note=${form.get('note')}`];
          for await (const { field, name, content } of uploads) {
            let size = 0;
            for await (const chunk of content) size += (chunk as Buffer).length;
            seen.push(`${field} ${name} ${size}`);
          }
          return fragment('text/plain', seen.join('; '));
        },
      }),
    ],
    framing: { navigation: () => [], today: () => '2026-11-23' as never },
    settings: { isSecure: false, trustProxy: false, formTargets: [], requestsPerMinute: 1000 },
  });
});
after(() => world.close());

const file = (name: string, text: string): string =>
  `--b\r\ncontent-disposition: form-data; name="return"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`;
const field = (name: string, value: string): string =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const send = (parts: readonly string[], as: string | undefined = cookie) =>
  server.inject({
    method: 'POST',
    url: '/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      ...(as === undefined ? {} : { cookie: `rightplace-session=${as}` }),
    },
    payload: `${parts.join('')}--b--\r\n`,
  });

const token = (): string => field('_csrf', csrfToken(cookie));

test('files stream in after the fields, and each is told apart', async () => {
  const answer = await send([
    token(),
    field('note', 'ours'),
    file('header.csv', 'CHILD'),
    file('episodes.csv', 'CHILD,DECOM'),
  ]);
  assert.equal(answer.body, 'note=ours; return header.csv 5; return episodes.csv 11');
});

test('csrf: files without the token before them are refused and not read', async () => {
  assert.equal((await send([file('header.csv', 'CHILD')])).statusCode, 403);
  assert.equal(
    (await send([file('header.csv', 'CHILD'), token()])).statusCode,
    403,
    'after them is too late',
  );
});

test('a file too long, or one too many, gets a sentence', async () => {
  for (const parts of [
    [file('long.csv', 'x'.repeat(2000))],
    [file('1.csv', 'a'), file('2.csv', 'b'), file('3.csv', 'c')],
  ]) {
    const answer = await send([token(), ...parts]);
    assert.equal(answer.statusCode, 413);
    assert.match(answer.body, /More was sent than this page takes/);
  }
});

test('an upload cut off half way is said to be unreadable, and is no error of ours', async () => {
  const whole = `${token()}${file('header.csv', 'CHILD,SEX')}`;
  const answer = await server.inject({
    method: 'POST',
    url: '/files',
    headers: { 'content-type': 'multipart/form-data; boundary=b', cookie: `rightplace-session=${cookie}` },
    payload: whole.slice(0, -8),
  });
  assert.equal(answer.statusCode, 400);
  assert.match(answer.body, /could not be read/);
});

test('whoever is not signed in is sent to sign in, and nothing of the files is kept', async () => {
  const answer = await send([token(), file('header.csv', 'CHILD')], '');
  assert.equal(answer.statusCode, 303);
  world.pass(45);
  const late = await send([token(), file('header.csv', 'CHILD')]);
  assert.equal(late.headers.location, '/sign-in?why=kept');
});
