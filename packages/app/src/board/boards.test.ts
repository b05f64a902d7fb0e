import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Day, day, isRole, POLICY, type Role } from '@rightplace/domain';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { writeCommentary } from '../commentary/write-commentary.ts';
import { setTarget } from '../comparison/set-target.ts';
import { measuresFor } from '../measure/figure-book.ts';
import { HEADLINE_IDS } from '../measure/headline.ts';
import { downloadBoard } from './board-files.ts';
import { BOARD_ROLES, type BoardAsked, findBoardForm, removeBoard, saveBoard } from './save-board.ts';
import { openBoard, showBoards } from './show-boards.ts';

const TODAY = day('2026-11-23');
let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // Seven more, so that a headline has something to round: some counts stay below five.
  const more = ['NM11', 'NM12', 'NM13', 'NM14', 'NM15', 'NM16', 'NM17'].map((id, i) =>
    aChild(id, { episodes: [anEpisode({ decom: '2020-01-01', place: i < 3 ? 'K2' : 'U6' })] }),
  );
  await world.saveChildren(more, '2026-09-01T09:00:00Z');
});
after(() => world.close());

const people = new Map<Role, number>();
const as = async (role: Role) => {
  const person = people.get(role) ?? (await world.someone(role));
  people.set(role, person);
  return (await world.signIn(person)).signedIn;
};
const EVERYTHING = measuresFor({ kind: 'authority' })
  .map(({ id }) => id)
  .slice(0, 40);
const asked = (said: Partial<BoardAsked> = {}): BoardAsked => ({
  changes: undefined,
  title: 'A board',
  about: '',
  roles: BOARD_ROLES,
  measures: ['cla-number', 'uasc-number', 'cla-rate-10k'],
  ...said,
});
const made = async (said?: Partial<BoardAsked>): Promise<number> => {
  const answer = await saveBoard(world, await as('director'), asked(said));
  assert.ok(answer.kind === 'board-saved', answer.kind);
  return answer.id;
};
const seen = async (role: Role, id: number, asOf: Day = TODAY) => {
  const found = await openBoard(world, await as(role), { id, asKnown: { asOf, knownAt: undefined } });
  assert.ok(found.kind === 'board', `${role}: ${found.kind}`);
  return found;
};

test('boards are made by those the policy names and by nobody else', async () => {
  const id = await made();
  for (const role of ALL_ROLES) {
    const may = POLICY[role]['make-boards'] !== undefined;
    const answers = [
      await saveBoard(world, await as(role), asked({ title: `By ${role}` })),
      await findBoardForm(world, await as(role), id),
    ];
    for (const { kind } of answers) assert.equal(kind !== 'refused', may, role);
    if (!may) assert.equal((await removeBoard(world, await as(role), id)).kind, 'refused', role);
  }
});

test('a board is seen by the roles it is for and by who makes boards, and for others it does not exist', async () => {
  const id = await made({ roles: ['elected-member', 'finance', 'nonsense'] });
  for (const role of ALL_ROLES) {
    const list = await showBoards(world, await as(role));
    const found = await openBoard(world, await as(role), {
      id,
      asKnown: { asOf: TODAY, knownAt: undefined },
    });
    if (POLICY[role]['view-measure'] === undefined) {
      assert.deepEqual([list.kind, found.kind], ['refused', 'refused'], role);
      continue;
    }
    const may = ['director', 'performance', 'elected-member'].includes(role);
    assert.equal(found.kind, may ? 'board' : 'not-found', role);
    assert.equal(list.kind === 'boards' && list.boards.some((board) => board.id === id), may, role);
  }
});

test('a line has the figure, its target and standing, others’ figures, what chance makes of it, and the newest commentary', async () => {
  const director = await as('director');
  await setTarget(world, director, {
    measureId: 'cla-rate-10k',
    value: '58',
    tolerance: '1',
    direction: 'at-most',
    why: 'Agreed',
    from: day('2026-04-01'),
  });
  const words = {
    aboutDay: undefined,
    doing: '',
    owner: '',
    due: undefined,
    doneOn: undefined,
    namesAre: '',
  };
  for (const said of ['First.', 'Second.'])
    await writeCommentary(world, director, {
      ...words,
      measureId: 'cla-rate-10k',
      replaces: undefined,
      said,
      forMembers: said === 'First.',
    });
  const id = await made({ measures: ['cla-rate-10k', 'cla-number'] });
  const { lines } = await seen('director', id);
  const [line] = lines;
  assert.ok(line?.kind === 'figure');
  assert.equal(line.figure.measure.id, 'cla-rate-10k');
  assert.equal(line.comparison.target?.value, 58);
  assert.ok(line.comparison.comparators.some((each) => each.id === 'england' && each.kind === 'value'));
  assert.match(line.reading.sentence, /\.$/);
  assert.equal(line.commentary?.said, 'Second.');
  const [forMembers] = (await seen('elected-member', id)).lines;
  assert.ok(forMembers?.kind === 'headline');
  assert.equal(forMembers.commentary?.said, 'First.', 'the newest that is marked for them');
});

test('of a team a board shows the team’s figures, and says why it has no others', async () => {
  const { lines, whose } = await seen('team-manager', await made());
  assert.deepEqual(whose, { kind: 'part', names: ['East team'] });
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ['figure', 'figure', 'not-shown'],
  );
  assert.ok(lines[0]?.kind === 'figure' && lines[0].figure.value === 2);
});

test('a member is told why an average is not on their board', async () => {
  const { lines } = await seen('elected-member', await made({ measures: ['fee-average', 'uasc-number'] }));
  const why = lines.map((line) => (line.kind === 'not-shown' ? line.why : ''));
  assert.match(why[0] ?? '', /^This average or sum of amounts is not/);
  assert.match(why[1] ?? '', /^Your role sees the main figures/);
});

/** Every number in what leaves the service, wherever it stands. */
const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
};

test('headline roles never get a true small number: only headlines, in fives, whatever is on the board and whichever day', async () => {
  const id = await made({ measures: EVERYTHING });
  const roles = BOARD_ROLES.filter((role) =>
    ['figures-only', 'region'].includes(POLICY[role]['view-measure'] ?? ''),
  );
  assert.equal(roles.length, 5);
  for (const role of roles)
    for (const asOf of ['2026-11-23', '2026-10-31', '2026-02-14'].map(day)) {
      const { lines, quarterEnds, asKnown } = await seen(role, id, asOf);
      assert.equal(quarterEnds?.asOf, asKnown.asOf, 'a quarter’s end');
      for (const line of lines) {
        if (line.kind === 'not-shown') {
          assert.ok(!(HEADLINE_IDS as readonly string[]).includes(line.measure.id));
          continue;
        }
        assert.ok(line.kind === 'headline', `${role}: ${line.kind}`);
        const { measure, on, ...values } = line.headline;
        assert.ok(on === asKnown.asOf || (line.headline.every === 'year' && on < asKnown.asOf));
        if (measure.unit === 'children' || measure.unit === 'events')
          for (const value of numbersIn(values)) assert.equal(value % 5, 0, `${role} ${measure.id} ${value}`);
        else
          for (const value of numbersIn(values)) assert.ok(Number.isInteger(value), `${role} ${measure.id}`);
      }
      for (const format of ['csv', 'xlsx'] as const) {
        const asKnownThen = { asOf, knownAt: undefined };
        const file = await downloadBoard(world, await as(role), { id, asKnown: asKnownThen, format });
        assert.ok(file.kind === 'file');
        if (typeof file.body !== 'string') continue;
        const rows = file.body
          .split('\r\n')
          .filter((row) => /^[a-z0-9-]+,.*(2026|2025)-\d\d-\d\d,now,/.test(row));
        assert.ok(rows.length > 8);
        for (const row of rows) {
          const [value, unit = '', numerator, denominator] = row.split(/-\d\d,now,/)[1]?.split(',') ?? [];
          assert.deepEqual([numerator, denominator], ['', ''], row);
          assert.ok(value === 'not shown' || unit.includes('rounded'), row);
          if (/children|events/.test(unit) && value !== 'fewer than 5')
            assert.equal(Number(value) % 5, 0, row);
        }
      }
    }
});

test('saboteur: the sweep above would see a true figure', async () => {
  const id = await made({ measures: ['cla-number', 'residential-share'] });
  const { lines } = await seen('director', id);
  const numbers = lines.flatMap((line) => (line.kind === 'figure' ? numbersIn(line.figure.numerator) : []));
  assert.ok(
    numbers.some((value) => value % 5 !== 0),
    String(numbers),
  );
});

test('a file has a line a measure and the definitions; words that would run as a formula do not', async () => {
  const director = await as('director');
  const words = {
    aboutDay: undefined,
    doing: '',
    owner: '',
    due: undefined,
    doneOn: undefined,
    namesAre: '',
  };
  await writeCommentary(world, director, {
    ...words,
    measureId: 'uasc-number',
    replaces: undefined,
    said: '=cmd()',
    forMembers: false,
  });
  const id = await made();
  const asKnown = { asOf: TODAY, knownAt: undefined };
  const file = await downloadBoard(world, director, { id, asKnown, format: 'csv' });
  assert.ok(file.kind === 'file' && typeof file.body === 'string');
  assert.equal(file.body.indexOf('\uFEFF'), file.body.lastIndexOf('\uFEFF'));
  assert.match(file.body, /\r\ncla-number,.*,whole authority,2026-11-23,now,11,children/);
  assert.match(file.body, /,'=cmd\(\),/);
  assert.match(file.body, /\r\nmeasure,title,definition,source/);
  const workbook = await downloadBoard(world, director, { id, asKnown, format: 'xlsx' });
  assert.ok(workbook.kind === 'file' && workbook.body.length > 1000);
});

test('a change is a version of its own, two cannot both be the next, and a removed board is gone for all', async () => {
  const id = await made({ title: 'One' });
  const change = (title: string, version: number) =>
    as('performance').then((who) => saveBoard(world, who, asked({ title, changes: { id, version } })));
  assert.equal((await change('Two', 1)).kind, 'board-saved');
  const late = await change('Three', 1);
  assert.ok(late.kind === 'refused' && late.name === 'saved-meanwhile');
  assert.equal((await seen('director', id)).board.title, 'Two');
  assert.equal((await removeBoard(world, await as('director'), id)).kind, 'board-removed');
  assert.equal((await change('Four', 2)).kind, 'not-found');
  assert.equal((await removeBoard(world, await as('director'), id)).kind, 'not-found');
  const audit = await world.auditOf(String(id), 'board');
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['board-removed', 'board-saved', 'board-saved'],
  );
});

const FAULTS: readonly [what: string, said: Partial<BoardAsked>, name: string][] = [
  ['no title', { title: ' ' }, 'title-needed'],
  ['too long a purpose', { about: 'x'.repeat(501) }, 'about-too-long'],
  ['nobody who sees it', { roles: ['finance', 'nonsense'] }, 'roles-needed'],
  ['no measure there is', { measures: ['nonsense'] }, 'measures-needed'],
];
for (const [what, said, name] of FAULTS)
  test(`a board is refused in words: ${what}`, async () => {
    const answer = await saveBoard(world, await as('director'), asked(said));
    assert.ok(answer.kind === 'refused', answer.kind);
    assert.equal(answer.name, name);
  });

test('every role that sees figures can be chosen for a board, and no other', () => {
  for (const role of BOARD_ROLES) assert.ok(isRole(role) && POLICY[role]['view-measure'] !== undefined);
  assert.equal(BOARD_ROLES.length, ALL_ROLES.filter((role) => POLICY[role]['view-measure']).length);
});
