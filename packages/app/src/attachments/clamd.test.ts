import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { aClamd } from '../../test/clamd.ts';
import { EICAR, piecesOf } from '../../test/documents.ts';
import { clamdAt } from './clamd.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rightplace-clamd-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const scan = async (address: string, content: string | Buffer, patienceMs?: number) => {
  const scanner = clamdAt(address, patienceMs);
  assert.ok(scanner !== undefined, address);
  return scanner.scan(piecesOf(Buffer.from(content), 7));
};

test('the scanner is asked over the network or a socket, gets every byte, and its answer is understood', async () => {
  const clamd = await aClamd();
  const clean = 'Her grandmother said that she would come.';
  assert.deepEqual(await scan(clamd.address, clean), { outcome: 'clean', said: '' });
  assert.equal(clamd.heard().at(-1)?.toString(), clean);
  assert.deepEqual(await scan(clamd.address, EICAR), { outcome: 'refused', said: 'Eicar-Test-Signature' });
  await clamd.stop();
  const bySocket = await aClamd({ path: path.join(folder, 'clamd.ctl') });
  assert.equal(bySocket.address, `clamd://${path.join(folder, 'clamd.ctl')}`);
  assert.equal((await scan(bySocket.address, EICAR)).outcome, 'refused');
  await bySocket.stop();
});

test('a scanner that is not there, hangs up, says something else or says nothing is not reached; none of it is a clean bill', async () => {
  const gone = await aClamd();
  await gone.stop();
  assert.deepEqual(await scan(gone.address, 'x'), { outcome: 'unreachable', said: 'ECONNREFUSED' });
  for (const [answer, said] of [
    ['', /hung up without an answer|EPIPE|ECONNRESET/],
    ['INSTREAM size limit exceeded. ERROR\0', /size limit exceeded/],
    ['stream: OK but not really\0', /OK but not really/],
  ] as const) {
    const clamd = await aClamd({ answer });
    const told = await scan(clamd.address, 'x'.repeat(100_000));
    assert.equal(told.outcome, 'unreachable');
    assert.match(told.said, said);
    await clamd.stop();
  }
  const silent = await aClamd({ answer: 'nothing at all' });
  assert.equal((await scan(silent.address, 'x', 100)).outcome, 'unreachable');
  await silent.stop();
});

test('only addresses of clamd are addresses of clamd', () => {
  for (const wrong of ['', 'localhost:3310', 'http://localhost', 'clamd://', 'clamd:///'])
    assert.equal(clamdAt(wrong), undefined, wrong);
});
