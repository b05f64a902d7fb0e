import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, fileOf, rowsIn } from '../../test/files.ts';
import { type ReadReturn, readReturn } from '../read/read-return.ts';

const read = (body: string, start = '<?xml version="1.0"?>\n'): ReadReturn =>
  readReturn([fileOf('r.xml', `${start}<EXPSSDA903>${body}</EXPSSDA903>`)]);
const texts = (given: ReadReturn): readonly string[] => rowsIn(given).map(({ text }) => text);
const child = (header: string, rest = ''): string =>
  `<CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>01/02/2009</DOB>${header}</HEADER>${rest}</CHILD>`;

test('every table of the XML is read from its own place', () => {
  const given = read(
    child(
      [
        '<UPN>UN1</UPN><ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>01/02/2027</DUC><MOTHER>0</MOTHER><MC_DOB/>',
        '<IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>K1</ACCOM>',
        '<DATE_INT>01/05/2025</DATE_INT><DATE_MATCH>02/05/2025</DATE_MATCH><FOSTER_CARE>0</FOSTER_CARE>',
        '<NB_ADOPTR>1</NB_ADOPTR><SEX_ADOPTR>F1</SEX_ADOPTR><LS_ADOPTR>L0</LS_ADOPTR>',
        '<AREVIEW><REVIEW>03/04/2025</REVIEW><REVIEW_CODE>pn1</REVIEW_CODE></AREVIEW>',
        '<AREVIEW><REVIEW>04/10/2025</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>',
        '<AMISSING><MISSING>M</MISSING><MIS_START>01/06/2025</MIS_START><MIS_END/></AMISSING>',
        '<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>',
        '<AD_PLACED><DATE_PLACED>01/07/2025</DATE_PLACED></AD_PLACED>',
        '<OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2>',
      ].join(''),
      '<EPISODE><DECOM>01/04/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>AB1 2CD</PL_POST></EPISODE>',
    ),
  );
  assert.deepEqual([...texts(given)].sort(), [
    'AD1|A1|01/02/2009|01/05/2025|02/05/2025|0|1|F1|L0',
    'Episodes|A1|01/04/2025|S|C2|N1|U6||||||AB1 2CD|',
    'Header|A1|1|01/02/2009|WBRI|UN1|0|',
    'Missing|A1|01/02/2009|M|01/06/2025|',
    'OC2|A1|01/02/2009|12||0|||||||',
    'OC3|A1|01/02/2009|YES|F1|K1',
    'PlacedAdoption|A1|01/02/2009|01/07/2025||',
    'PrevPerm|A1|01/02/2009|Z1||',
    'Reviews|A1|01/02/2009|03/04/2025|PN1',
    'Reviews|A1|01/02/2009|04/10/2025|PN2',
    'UASC|A1|1|01/02/2009|01/02/2027',
  ]);
});

test('a block that lacks an item leaves it blank, whatever other blocks say', () => {
  const given = read(
    child(
      '<AREVIEW><REVIEW>03/04/2025</REVIEW></AREVIEW><AREVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>',
      '<EPISODE><DECOM>01/04/2025</DECOM><DEC>01/05/2025</DEC></EPISODE><EPISODE><DECOM>01/05/2025</DECOM></EPISODE>',
    ),
  );
  const rows = texts(given);
  assert.ok(rows.includes('Reviews|A1|01/02/2009|03/04/2025|'));
  assert.ok(rows.includes('Reviews|A1|01/02/2009||PN2'));
  assert.equal(rows.filter((row) => row.startsWith('Episodes') && row.includes('01/05/2025')).length, 2);
  assert.ok(rows.some((row) => row.startsWith('Episodes|A1|01/05/2025|||||||')));
});

test('UASC 0 makes no row; 1 does, and so does a date on which the status ceased', () => {
  const uasc = (items: string): number =>
    texts(read(child(items))).filter((row) => row.startsWith('UASC')).length;
  assert.equal(uasc('<UASC>0</UASC>'), 0);
  assert.equal(uasc('<UASC/>'), 0);
  assert.equal(uasc('<UASC>1</UASC>'), 1);
  assert.equal(uasc('<UASC>0</UASC><DUC>01/02/2025</DUC>'), 1);
});

test('an OC3 or AD1 row is read when any of its items has text, not only the first', () => {
  const rows = texts(read(child('<ACTIV>F1</ACTIV><DATE_MATCH>02/05/2025</DATE_MATCH>')));
  assert.ok(rows.includes('OC3|A1|01/02/2009||F1|'));
  assert.ok(rows.some((row) => row.startsWith('AD1|A1|01/02/2009||02/05/2025')));
});

test('a HEADER that comes after its episodes still names them', () => {
  const given = read(
    '<CHILD><EPISODE><DECOM>01/04/2025</DECOM></EPISODE><HEADER><CHILDID>A1</CHILDID></HEADER></CHILD>',
  );
  assert.ok(texts(given).some((row) => row.startsWith('Episodes|A1|01/04/2025')));
});

test('rows have the line of their element', () => {
  const given = read(
    `\n${child('\n<AREVIEW>\n<REVIEW>03/04/2025</REVIEW></AREVIEW>', '\n<EPISODE><DECOM>01/04/2025</DECOM></EPISODE>')}`,
  );
  assert.deepEqual(
    rowsIn(given).map(({ text, line }) => `${text.split('|')[0]}@${line}`),
    ['Header@3', 'Reviews@4', 'Episodes@6'],
  );
});

test('escapes, CDATA, comments and namespaces are read for what they are', () => {
  const given = read(
    '<CHILD xmlns:x="y"><x:HEADER><CHILDID>&lt;A&amp;<!-- no --><![CDATA[<1>]]></CHILDID></x:HEADER></CHILD>',
  );
  assert.equal(texts(given)[0], 'Header|<A&<1>||||||');
});

test('elements that are not of the return are named in a note and left', () => {
  const given = read(child('<SHOE_SIZE>4</SHOE_SIZE>'));
  assert.deepEqual(given.notes, ['r.xml: SHOE_SIZE is not of the return and not read.']);
});

test('the encoding that the file declares is heeded', () => {
  const text = `<?xml version='1.0' encoding='iso-8859-1'?><EXPSSDA903>${child('<UPN>#</UPN>')}</EXPSSDA903>`;
  const bytes = bytesOf(text).map((byte) => (byte === 0x23 ? 0xc9 : byte));
  assert.match(texts(readReturn([{ name: 'r.xml', bytes }]))[0] ?? '', /\|É\|/);
  const undeclared = readReturn([
    { name: 'r.xml', bytes: bytes.map((byte) => (byte === 0x69 ? 0x78 : byte)) },
  ]);
  assert.equal(undeclared.setAside[0]?.rule, 'xml-broken');
});
