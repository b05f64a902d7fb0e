import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { type Block, type DocumentToWrite, writeDocument } from './index.ts';

/** The parts of a zip by their names, found by the list at its end. */
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    parts.set(
      zip.toString('utf8', at + 46, at + 46 + length),
      (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'),
    );
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
};

const written = async (blocks: readonly Block[], more: Partial<DocumentToWrite> = {}) =>
  partsOf(await writeDocument({ ...LETTER, ...more, blocks }));

const LETTER: DocumentToWrite = {
  title: 'Certificate of <entry> & "care"',
  authority: 'Northmarsh',
  foot: 'Case 12',
  madeAt: '2026-11-22T09:30:00Z',
  blocks: [],
};
const partIn = (parts: ReadonlyMap<string, string>, name: string) =>
  parse(parts.get(name) ?? '', { lowerCaseTagName: true });
/** Each paragraph of the body: its style, and its text with breaks as new lines. */
const paragraphsOf = (parts: ReadonlyMap<string, string>) =>
  partIn(parts, 'word/document.xml')
    .querySelectorAll('w\\:p')
    .map((paragraph) => ({
      style: paragraph.querySelector('w\\:pstyle')?.getAttribute('w:val'),
      text: paragraph
        .querySelectorAll('w\\:t, w\\:br')
        .map((part) => (part.rawTagName === 'w:br' ? '\n' : part.text))
        .join(''),
    }));

const EVERYTHING: readonly Block[] = [
  { kind: 'title', text: 'Authority to come into care', caption: 'Case 12' },
  { kind: 'notice', text: 'This has lapsed.', more: 'On 3 November 2026.' },
  { kind: 'heading', level: 1, text: 'The child' },
  { kind: 'facts', facts: [{ label: 'Name', paragraphs: ['Lark O’Brindle', 'known as “Birdie”'] }] },
  { kind: 'heading', level: 2, text: 'Why' },
  { kind: 'paragraph', text: 'One line.\nAnother line.' },
  { kind: 'numbered', paragraphs: ['First', 'Second'] },
  { kind: 'heading', level: 3, text: 'Again' },
  { kind: 'numbered', paragraphs: ['First again'] },
  { kind: 'list', items: ['A point'] },
  {
    kind: 'table',
    caption: 'Duties',
    columns: [{ title: 'Duty', share: 3 }, { title: 'Answer' }],
    rows: [
      ['Virtual school told', 'Done'],
      ['Near home', 'Not yet'],
    ],
  },
  { kind: 'signature', label: 'Name and day' },
];

test('every block is in the document, its headings as headings', async () => {
  const paragraphs = paragraphsOf(await written(EVERYTHING));
  const styleOf = (text: string) => paragraphs.find((one) => one.text === text)?.style;
  assert.deepEqual(['Authority to come into care', 'The child', 'Why', 'Again'].map(styleOf), [
    'Title',
    'Heading1',
    'Heading2',
    'Heading3',
  ]);
  const texts = paragraphs.map(({ text }) => text).filter((text) => text !== '');
  assert.deepEqual(texts, [
    'Case 12',
    'Authority to come into care',
    'This has lapsed.',
    'On 3 November 2026.',
    'The child',
    'Name',
    'Lark O’Brindle',
    'known as “Birdie”',
    'Why',
    'One line.\nAnother line.',
    'First',
    'Second',
    'Again',
    'First again',
    'A point',
    'Duties',
    'Duty',
    'Answer',
    'Virtual school told',
    'Done',
    'Near home',
    'Not yet',
    'Name and day',
  ]);
});

test('a table says its headings again on every page, and no row is broken over two', async () => {
  const tables = partIn(await written(EVERYTHING), 'word/document.xml').querySelectorAll('w\\:tbl');
  const [facts, duties] = tables;
  const isHead = (row: { querySelector(s: string): unknown }) => row.querySelector('w\\:tblheader') !== null;
  assert.deepEqual(duties?.querySelectorAll('w\\:tr').map(isHead), [true, false, false]);
  assert.ok(duties?.querySelectorAll('w\\:tr').every((row) => row.querySelector('w\\:cantsplit') !== null));
  assert.equal(duties?.querySelector('w\\:tbllook')?.getAttribute('w:firstRow'), 'true');
  assert.equal(facts?.querySelector('w\\:tbllook')?.getAttribute('w:firstColumn'), 'true');
});

test('what is said beside a name stays on its page with it, and a title stands clear of what is above it', async () => {
  const parts = await written(EVERYTHING);
  const rows = partIn(parts, 'word/document.xml').querySelectorAll('w\\:tr');
  assert.ok(rows.length > 2 && rows.every((row) => row.querySelector('w\\:cantsplit') !== null));
  const styles = parts.get('word/styles.xml') ?? '';
  // Without the rule one of the programs that open it draws the title over the line before.
  assert.match(styles, /<w:docDefaults>.*?<w:spacing [^>]*w:lineRule="auto"/s);
  assert.match(styles, /w:styleId="Title".*?<w:spacing [^>]*w:before="60"/s);
});

test('numbers begin again in each block of numbered paragraphs', async () => {
  const numbers = partIn(await written(EVERYTHING), 'word/document.xml')
    .querySelectorAll('w\\:numid')
    .map((one) => one.getAttribute('w:val'));
  const [first, second, again, point] = numbers;
  assert.equal(first, second);
  assert.equal(new Set([first, again, point]).size, 3, numbers.join());
});

test('the document is in British English and says its title, whose it is and when it was made', async () => {
  const parts = await written([]);
  assert.equal(
    partIn(parts, 'word/styles.xml').querySelector('w\\:docdefaults w\\:lang')?.getAttribute('w:val'),
    'en-GB',
  );
  const core = parts.get('docProps/core.xml') ?? '';
  assert.match(core, /<dc:title>Certificate of &lt;entry&gt; &amp; "care"<\/dc:title>/);
  assert.match(core, /<dc:creator>Northmarsh<\/dc:creator><dc:language>en-GB<\/dc:language>/);
  assert.equal(core.match(/>2026-11-22T09:30:00Z</g)?.length, 2);
});

test('every page has the authority’s name, what it is not, and its number of how many', async () => {
  const parts = await written([], { mark: 'Demonstration. Everybody in it is invented.' });
  assert.match(partIn(parts, 'word/header1.xml').text, /Northmarsh.*Demonstration\. Everybody/s);
  const footer = parts.get('word/footer1.xml') ?? '';
  assert.match(partIn(parts, 'word/footer1.xml').text, /Case 12\. Page/);
  assert.match(footer, /PAGE.*NUMPAGES/s);
  assert.doesNotMatch(partIn(await written([]), 'word/header1.xml').text, /Demonstration/);
});

test('the same document gives the same bytes, a moment later too', async () => {
  const document = { ...LETTER, blocks: EVERYTHING };
  const first = await writeDocument(document);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  assert.ok(Buffer.from(first).equals(Buffer.from(await writeDocument(document))));
  const other = await writeDocument({ ...document, madeAt: '2026-11-22T09:31:00Z' });
  assert.ok(!Buffer.from(first).equals(Buffer.from(other)));
});

test('a text is a text, whatever is in it and however long it is', async () => {
  const names = [
    `<script>alert("x")</script> & 'Sons' > "all"`,
    'Ł'.repeat(200),
    'Ünïcode ‮ rtl 👧🏽',
    '&amp; &#60; ]]>',
  ];
  const texts = paragraphsOf(await written(names.map((text) => ({ kind: 'paragraph', text })))).map(
    ({ text }) => text,
  );
  assert.deepEqual(texts, names);
  const [control] = paragraphsOf(await written([{ kind: 'paragraph', text: 'a\u0001b\uFFFEc\ud800d' }]));
  assert.equal(control?.text, 'a b c d');
});

test('nothing in the document is fetched from anywhere, or linked', async () => {
  for (const [name, text] of await written(EVERYTHING)) {
    assert.doesNotMatch(text, /TargetMode="External"/, name);
    if (name.endsWith('.rels')) assert.doesNotMatch(text, /Target="[a-z]+:/, name);
  }
});
