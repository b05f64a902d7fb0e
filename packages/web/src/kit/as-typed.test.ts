import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTyped } from './as-typed.ts';
import { summaryList } from './index.ts';

test('what was typed in lines stands in lines, none of them indented by the list it stands in', () => {
  const drawn = summaryList({
    rows: [
      { key: { text: 'Evidence' }, value: { html: asTyped('Offered at £972.\r\nWe proposed <£900>.') } },
    ],
  }).toString();
  assert.match(drawn, /Offered at £972\.<br>We proposed &lt;£900&gt;\./);
});
