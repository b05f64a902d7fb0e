import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asCensus, asWorkbook, SOME_FACTS } from '../../ssda903/test/upstream-files.ts';
import { commandLine } from '../test/run-command.ts';

let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rp-upstream-'));
  for (const { name, bytes } of [
    await asWorkbook(SOME_FACTS, 'lists.xlsx'),
    asCensus(SOME_FACTS, '2026-03-31'),
  ])
    writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'other.csv'), 'A,B\n1,2\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder);
const inRecord = ['--data', 'data', '--authority', 'E10000016'];

test('lists are shown, then loaded, and the same files once more change nothing', async () => {
  const shown = await rightplace('upstream', 'lists.xlsx', ...inRecord);
  assert.equal(shown.code, 0, shown.notes);
  assert.match(shown.out, /Section 47 enquiries +2 +0 +0 +0/);
  assert.match(shown.notes, /Nothing has been changed\. Add --apply/);
  const loaded = await rightplace('upstream', 'lists.xlsx', ...inRecord, '--apply', '--json');
  assert.equal(loaded.code, 0, loaded.notes);
  const report = JSON.parse(loaded.out);
  assert.deepEqual(report.counts['in-need'], { new: 2, changed: 0, unchanged: 0, withdrawn: 0 });
  assert.equal(report.applied, true);
  const again = await rightplace('upstream', 'lists.xlsx', ...inRecord);
  assert.match(again.out, /Section 47 enquiries +0 +0 +2 +0/);
  const census = await rightplace('upstream', 'CIN.xml', ...inRecord, '--apply');
  assert.match(census.out, /Children in need census, 2025-04-01 to 2026-03-31/);
});

test('files of nothing known and days that are none are sentences and exit code 2', async () => {
  const other = await rightplace('upstream', 'other.csv', ...inRecord);
  assert.equal(other.code, 2);
  assert.match(other.notes, /headings are not those of a list/);
  const gone = await rightplace('upstream', 'gone.xlsx', ...inRecord);
  assert.equal(gone.code, 2);
  assert.match(gone.notes, /There is no file or folder gone\.xlsx/);
  assert.equal((await rightplace('upstream', 'lists.xlsx', ...inRecord, '--from', 'May')).code, 2);
  assert.equal((await rightplace('upstream', ...inRecord)).code, 2);
});
