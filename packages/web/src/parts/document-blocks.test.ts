import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '@rightplace/app';
import { parse } from 'node-html-parser';
import { documentOnPage } from './document-blocks.ts';

const table: Block = {
  kind: 'table',
  columns: [{ title: 'What' }, { title: 'A week' }],
  rows: [['Core', '£1']],
};

test('each table of a document has a name of its own on the page: its caption, or the heading over it', () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: 'What is paid' },
    table,
    { kind: 'paragraph', text: 'Each night is a seventh of a week.' },
    { ...table, caption: 'Besides' },
    { kind: 'heading', level: 1, text: 'Signatures' },
    table,
  ];
  const page = parse(documentOnPage({ blocks }).toString());
  const names = ['What is paid', 'Besides', 'Signatures'];
  assert.deepEqual(
    page.querySelectorAll('caption').map(({ text }) => text),
    names,
  );
  assert.deepEqual(
    page.querySelectorAll('[role=region]').map((one) => one.getAttribute('aria-label')),
    names,
  );
});
