import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeDocument } from '@rightplace/documents';
import { anOfficeFile, aPdf, aZip, piecesOf } from '../../test/documents.ts';
import { tidyFileName } from './file-names.ts';
import { kindOf } from './kinds.ts';
import { newDocumentKey, PIECE_BYTES } from './seal.ts';
import { spool } from './spool.ts';

const lookAt = async (name: string, bytes: Uint8Array) => {
  const sealing = { as: 'a document', key: newDocumentKey() };
  const spooled = await spool(piecesOf(bytes), sealing, 10_000_000);
  assert.ok(spooled !== undefined);
  const looked = await kindOf(name, spooled);
  await spooled.close();
  return 'kind' in looked ? looked.kind : looked.why;
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const box = (brand: string): Buffer => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0`, 'latin1');

test('each kind is told by what is in it, and its name has to say the same', async () => {
  const word = await writeDocument({
    title: 'Minutes',
    authority: 'Northmarsh',
    foot: 'Invented',
    madeAt: '2026-11-22T09:30:00Z',
    blocks: [{ kind: 'paragraph', text: 'Said.' }],
  });
  for (const [name, bytes, kind] of [
    ['minutes.docx', word, 'docx'],
    ['figures.xlsx', anOfficeFile('xl/workbook.xml'), 'xlsx'],
    ['slides.pptx', anOfficeFile('ppt/presentation.xml'), 'pptx'],
    ['order.PDF', aPdf(), 'pdf'],
    ['photo.jpeg', JPEG, 'jpeg'],
    ['photo.JPG', JPEG, 'jpeg'],
    ['scan.png', PNG, 'png'],
    ['photo.heic', box('heic'), 'heic'],
    ['note.txt', Buffer.from('Mum rang — “tell her I’m coming”.\r\n'), 'text'],
    ['old note.txt', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x93, 0x0a]), 'text'],
  ] as const)
    assert.equal(await lookAt(name, bytes), kind, name);
  assert.match(await lookAt('order.pdf', PNG), /ends in \.pdf, and what is in it is Picture \(PNG\)/);
  assert.match(
    await lookAt('order', aPdf()),
    /ends in nothing that says what it is, and what is in it is PDF/,
  );
  assert.match(await lookAt('minutes.xlsx', word), /what is in it is Word.*ending in \.docx/);
  assert.match(await lookAt('data.csv', Buffer.from('a,b\n')), /Files of this kind are not taken\. Word/);
});

test('what can run, or carries another file, is not taken, whatever it is called', async () => {
  const office = (...names: readonly string[]) =>
    anOfficeFile('word/document.xml', ...names.map((name) => ({ name })));
  for (const [name, bytes, why] of [
    ['setup.pdf', Buffer.from('MZ\x90\0\x03'), /a program/],
    ['run.txt', Buffer.from('#!/bin/sh\nrm'), /a program/],
    ['tool.docx', Buffer.from('\x7fELF\x02'), /a program/],
    ['minutes.docx', office('word/vbaProject.bin'), /macros/],
    ['minutes.docx', office('word/activeX/activeX1.xml'), /macros/],
    ['minutes.docm', office(), /macros/],
    ['minutes.docx', office('word/embeddings/oleObject1.bin'), /Another file is packed into it/],
    ['page.html', Buffer.from('<p>Said'), /web page/],
    ['page.txt', Buffer.from('\ufeff <!DOCTYPE html><script>1</script>'), /web page/],
    ['drawing.svg', Buffer.from('<svg onload="1"/>'), /web page or a drawing/],
    ['drawing.txt', Buffer.from('<svg onload="1"/>'), /web page or a drawing/],
    ['letter.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /older version of Office/],
    ['mail.msg', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /An e-mail may carry other files/],
    ['mail.eml', Buffer.from('From: a@b.example\r\n'), /An e-mail may carry other files/],
    ['film.mp4', box('isom'), /a film or a sound/],
    ['many.zip', aZip([{ name: 'a.pdf' }]), /It is a zip/],
    ['many.docx', aZip([{ name: 'a.pdf' }]), /It is a zip/],
    ['odd.pdf', Buffer.from([1, 2, 3, 0, 9]), /What is in it is not known/],
  ] as const)
    assert.match(await lookAt(name, bytes), why, name);
});

test('a zip bomb is told by what it says of itself and is not unpacked; a damaged document is said to be damaged', async () => {
  const bomb = anOfficeFile('word/document.xml', { name: 'word/media/big.png', says: 0xf000_0000 });
  assert.match(await lookAt('bomb.docx', bomb), /would unpack to far more/);
  const whole = anOfficeFile('word/document.xml');
  assert.match(await lookAt('cut.docx', whole.subarray(0, whole.length - 30)), /damaged or was cut short/);
  const many = anOfficeFile(
    'word/document.xml',
    ...Array.from({ length: 10_001 }, (_, i) => ({ name: `word/${i}` })),
  );
  assert.match(await lookAt('many.docx', many), /would unpack to far more/);
});

test('text is text from its first byte to its last', async () => {
  const long = Buffer.alloc(PIECE_BYTES * 2, 'a');
  assert.equal(await lookAt('long.txt', long), 'text');
  long[long.length - 1] = 0;
  assert.match(await lookAt('long.txt', long), /not known/);
});

test('a name is kept as it can be read: no folders, nothing unseen or turned round, and its ending whatever its length', () => {
  for (const [given, kept] of [
    ['C:\\Users\\ana\\Minutes of 3 May.docx', 'Minutes of 3 May.docx'],
    ['../../etc/passwd', 'passwd'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie- b.pdf'],
    ['Zoe\u0308’s “wishes” 💛.pdf', 'Zoë’s “wishes” 💛.pdf'],
    ['.htaccess', 'htaccess'],
    ['   ', 'document'],
    ['', 'document'],
    ['half \ud83d.pdf', 'half \ufffd.pdf'],
  ] as const)
    assert.equal(tidyFileName(given), kept);
  const long = tidyFileName(`${'💛'.repeat(300)}.docx`);
  assert.equal(Array.from(long).length, 120);
  assert.match(long, /^💛+….docx$/u);
  assert.equal(tidyFileName('x'.repeat(300)).length, 120);
});
