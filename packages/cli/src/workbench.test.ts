import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commandLine } from '../test/run-command.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-workbench-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder);

test('the workbench is written as one page, and nothing is printed that is not an answer', async () => {
  const { code, out } = await rightplace('workbench', 'out.html');
  assert.equal(code, 0);
  assert.equal(out, '');
  assert.match(readFileSync(join(folder, 'out.html'), 'utf8'), /^<!doctype html>[^]*Content-Security-Policy/);
});

test('it asks where to write it', async () => {
  const { code, notes } = await rightplace('workbench');
  assert.equal(code, 2);
  assert.match(notes, /takes the file to write/);
});
