import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aRegisterWorld, type RegisterWorld } from '../../../app/test/register-world.ts';
import { aService } from '../../test/service.ts';
import { reachedAt, wholeAddress } from './reached-at.ts';

let world: RegisterWorld;
before(async () => {
  world = await aRegisterWorld();
});
after(() => world.close());

test('where somebody reached the service is a host and a port, and no more of what a request claims', () => {
  const at = (host: string, protocol = 'http') => reachedAt({ protocol, host });
  assert.equal(at('127.0.0.1:4397'), 'http://127.0.0.1:4397');
  assert.equal(at('[::1]:4397'), 'http://[::1]:4397');
  assert.equal(at('rightplace.invented.example', 'https'), 'https://rightplace.invented.example');
  for (const host of [
    '',
    'a b',
    'there@elsewhere.example',
    'a/b',
    'a?b',
    'a#b',
    'a:99999',
    '"><script>',
    'a\\b',
  ])
    assert.equal(at(host), undefined, host);
  assert.equal(at('localhost', 'javascript'), undefined);
});

test('a link that is handed over is of the address that was configured, and of no other where there is one', () => {
  const visit = { reachedAt: 'http://127.0.0.1:4397' };
  const path = '/provider/invitation/key';
  assert.equal(
    wholeAddress(path, { publicUrl: 'https://rightplace.invented.example' }, visit),
    'https://rightplace.invented.example/provider/invitation/key',
  );
  assert.equal(wholeAddress(path, {}, visit), 'http://127.0.0.1:4397/provider/invitation/key');
  assert.equal(wholeAddress(path, {}, { reachedAt: undefined }), path);
});

test('whoever invites somebody of a provider is shown a whole address to send, as they reached the service', async () => {
  const officer = await aService(world).signedInAs((await world.hub()).person.id);
  const address = `/homes/providers/${world.zed}/people`;
  const hidden = (await officer.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const asked = [...hidden, ['name', 'Kit Rowanby'], ['email', 'kit@zed.invented.example']] as const;
  const { page } = await officer.post(address, asked);
  assert.match(
    page.querySelector('main .govuk-inset-text code')?.text ?? '',
    /^http:\/\/localhost(:\d+)?\/provider\/invitation\/[\w.-]{20,}$/,
  );
});
