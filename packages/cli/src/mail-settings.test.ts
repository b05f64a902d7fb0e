import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from './command.ts';
import { mailSettings } from './mail-settings.ts';

const PUBLIC = 'https://rightplace.council.example';
const RIGHT = {
  RIGHTPLACE_SMTP: 'smtps://rightplace:secret%40word@mail.council.example',
  RIGHTPLACE_MAIL_FROM: 'Rightplace <rightplace@council.example>',
};

const problem = (env: Readonly<Record<string, string>>): string => {
  try {
    mailSettings({ env }, PUBLIC)?.sender.close();
  } catch (error) {
    assert.ok(error instanceof UsageError);
    assert.doesNotMatch(error.message, /secret/);
    return error.message;
  }
  return '';
};

test('without a mail server nothing is sent and nothing else is asked for', () => {
  assert.equal(mailSettings({ env: {} }, undefined), undefined);
  assert.equal(mailSettings({ env: { RIGHTPLACE_SMTP: '' } }, undefined), undefined);
});

test('a mail server comes with the address mail is from, and the one that links lead to', () => {
  const settings = mailSettings({ env: RIGHT }, PUBLIC);
  assert.equal(settings?.address, PUBLIC);
  settings?.sender.close();
  assert.equal(problem({ ...RIGHT, RIGHTPLACE_MAIL_FROM: 'rightplace@council.example' }), '');
});

test('half of it is refused with a sentence that says what is missing, and never the password', () => {
  assert.match(
    problem({ ...RIGHT, RIGHTPLACE_SMTP: 'https://x:secret@mail.council.example' }),
    /^RIGHTPLACE_SMTP is/,
  );
  assert.match(problem({ ...RIGHT, RIGHTPLACE_SMTP: 'mail.council.example secret' }), /^RIGHTPLACE_SMTP is/);
  for (const from of ['', 'Rightplace', 'a@b\nBcc: c@d'])
    assert.match(problem({ ...RIGHT, RIGHTPLACE_MAIL_FROM: from }), /needs RIGHTPLACE_MAIL_FROM/, from);
  assert.throws(() => mailSettings({ env: RIGHT }, undefined), /needs PUBLIC_URL/);
});
