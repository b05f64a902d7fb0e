import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Moment, POLICY } from '@rightplace/domain';
import { asTenant, ledgerSigns } from '@rightplace/store';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers, type Ledgers } from '../ledger/ledgers.ts';
import { makeAgreement } from '../payment/make-agreement.ts';
import { openSearch } from '../search/open-search.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { downloadCostAvoided } from './avoidance-file.ts';
import { beginAvoidance, draftAvoidance } from './draft-avoidance.ts';
import { listCostAvoided } from './list-avoidance.ts';
import { type AvoidanceDecisionAsked, decideAvoidance, openAvoidance } from './open-avoidance.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let agreement: number;
let caseId: number;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  caseId = await world.search('NM1', MOVED);
  await offered(caseId);
  agreement = await agreementsIn(world, officer).made(caseId, plainFrom(MOVED));
});
after(() => world.close());

const offered = (id: number): Promise<void> =>
  laneHouseOffered(world, officer, {
    caseId: id,
    said: {
      'core-weekly': '5900.00',
      additions: [{ what: '2:1 staffing', weekly: '2800.00', starts: '2025-06-02', why: 'The first months' }],
    },
    figure: {
      'proposed-by': 'us',
      weekly: '5500.00',
      'proposed-where': 'E-mail of 2 May',
      words: 'Without the second member of staff',
    },
  });

const LINE = {
  of: 'Core fee',
  forum: 'placements-forum',
  category: 'rate',
  'agreed-on': '2026-11-02',
  before: '5200',
  after: '4900',
  first: '2026-11-09',
  last: '2027-03-28',
  'why-weeks': 'To the end of the financial year: the framework is tendered again in April',
  evidence: 'E-mails of 2 and 3 November',
};
let drafts = 0;
const drafted = async (
  said: Partial<Record<keyof typeof LINE, string>> = {},
  { who = officer, insteadOf }: { readonly who?: SignedIn; readonly insteadOf?: number } = {},
) => {
  drafts += 1;
  const typed = { ...LINE, ...said };
  return draftAvoidance(world, who, { agreement, insteadOf, key: `draft ${drafts}`, typed });
};
const draftedLine = async (said: Partial<Record<keyof typeof LINE, string>> = {}): Promise<number> => {
  const answer = await drafted(said);
  assert.ok(answer?.kind === 'avoidance-drafted', JSON.stringify(answer));
  return answer.id;
};
const seen = async (id: number, who = officer) => {
  const view = await openAvoidance(world, who, id);
  assert.ok(view?.kind === 'avoidance', name(view));
  return view;
};
const decide = async (id: number, decision: AvoidanceDecisionAsked, who: SignedIn, reason = 'Because') =>
  decideAvoidance(world, who, { id, decision, reason, seen: (await seen(id)).seen });
/** Takes back whatever still counts, so that each test has the nights to itself. */
const nothingCounts = async (): Promise<void> => {
  const list = await listCostAvoided(world, officer, { year: undefined });
  assert.ok(list.kind === 'avoided');
  for (const { id, standing } of list.lines)
    if (standing === 'drafted' || standing === 'verified')
      assert.equal(
        name(await decide(id, 'take-back', standing === 'drafted' ? officer : finance)),
        'avoidance-decided',
      );
};

test('a line begins with what the log of the search says: the first price, what was agreed, and the evidence', async () => {
  const core = await beginAvoidance(world, officer, { agreement, of: 'Core fee' });
  assert.ok(core?.kind === 'to-draft');
  assert.deepEqual(core.lines, ['Core fee', '2:1 staffing']);
  assert.deepEqual([core.given.before, core.given.after, core.given.first], ['5900.00', '5600.00', MOVED]);
  assert.ok(typeof core.given.evidence === 'string');
  assert.match(core.given.evidence, /We proposed £5,500 a week: E-mail of 2 May\./);
  const extra = await beginAvoidance(world, officer, { agreement, of: '2:1 staffing' });
  assert.ok(extra?.kind === 'to-draft');
  assert.deepEqual(
    [extra.given.before, extra.given.after, extra.given.first],
    ['2800.00', '0.00', '2025-06-02'],
    'it is not in the agreement, and is claimed from where it would have begun',
  );
  assert.equal(extra.given['why-weeks'], undefined, 'nobody but the officer says why');
});

test('a line begins with the night of the move, where the child came on another than was agreed', async () => {
  const caseId = await world.search('NM6', '2026-07-01');
  await offered(caseId);
  const early = plainFrom('2026-06-24');
  const answer = await makeAgreement(world, officer, { caseId, key: `early ${caseId}`, typed: early });
  assert.ok(answer.kind === 'agreement-saved', JSON.stringify(answer));
  const core = await beginAvoidance(world, officer, { agreement: answer.id, of: 'Core fee' });
  assert.ok(core?.kind === 'to-draft');
  assert.equal(core.given.first, '2026-07-01', 'no night is claimed on which the child was not there');
});

test('what is claimed is the difference times the weeks, to the penny, in the year and in full', async () => {
  await nothingCounts();
  const { line } = await seen(await draftedLine());
  assert.deepEqual(
    [line.aWeek, line.inYear, line.inFull],
    [300_00, { nights: 140, amount: 6_000_00 }, { nights: 140, amount: 6_000_00 }],
    'the example of the definition: £5,200 to £4,900 for 20 weeks is £6,000',
  );
  const across = await seen(
    await draftedLine({
      of: '2:1 staffing',
      before: '1100',
      after: '0',
      first: '2027-03-30',
      last: '2027-04-09',
    }),
  );
  assert.deepEqual(
    [across.line.inYear, across.line.inFull],
    [
      { nights: 2, amount: 314_29 },
      { nights: 11, amount: 1_728_57 },
    ],
  );
});

test('a line without its weeks, with more than 52 of them, or with nothing that came down is not drafted', async () => {
  await nothingCounts();
  const faults = async (said: Partial<Record<keyof typeof LINE, string>>) => {
    const answer = await drafted(said);
    assert.ok(answer?.kind === 'refused' && answer.name === 'not-drafted', name(answer));
    return answer.faults.map(({ question }) => question);
  };
  assert.deepEqual(await faults({ 'why-weeks': '' }), ['why-weeks']);
  assert.deepEqual(await faults({ evidence: ' ' }), ['evidence']);
  assert.deepEqual(await faults({ after: '5200' }), ['after']);
  assert.deepEqual(await faults({ last: '2027-11-08' }), ['last']);
  assert.deepEqual(await faults({ of: 'Something else' }), ['of']);
});

test('the same reduction is counted in one forum, and whoever claims it again is told where', async () => {
  await nothingCounts();
  const first = await draftedLine();
  const again = await drafted({ forum: 'panel', first: '2027-03-01', last: '2027-05-01' });
  assert.ok(again?.kind === 'refused' && again.name === 'counted-already', name(again));
  assert.match(
    again.sentence,
    /^Already counted in the Placements forum: £300 a week of “Core fee” from 9 November 2026 to 28 March 2027/,
  );
  assert.equal(
    name(await drafted({ forum: 'panel', first: '2027-03-29', last: '2027-05-01' })),
    'avoidance-drafted',
  );
  await decide(first, 'send-back', finance, 'The e-mail of 3 November is missing');
  assert.equal(
    name(await drafted({ forum: 'panel' })),
    'avoidance-drafted',
    'what was sent back claims nothing',
  );
});

test('a line is drafted once by one form, and another price, evidence or line instead is not taken for drafted', async () => {
  await nothingCounts();
  const send = (said: object = {}, insteadOf?: number) =>
    draftAvoidance(world, officer, { agreement, insteadOf, key: 'one form', typed: { ...LINE, ...said } });
  const first = await send();
  assert.ok(first?.kind === 'avoidance-drafted', name(first));
  world.pass(1);
  assert.deepEqual(await send({ evidence: `${LINE.evidence} ` }), first, 'sent twice');
  for (const again of [
    await send({ after: '4800' }),
    await send({ evidence: 'A call' }),
    await send({ after: '' }),
    await send({}, first.id),
  ]) {
    assert.ok(again?.kind === 'refused' && again.name === 'said-otherwise', name(again));
    assert.match(
      again.sentence,
      /^This form was sent before, on .* is not\. Where that line is wrong, take it back/,
    );
  }
  assert.equal((await seen(first.id)).line.evidence, LINE.evidence);
});

test('two officers who claim the same at once: one line is kept, and the other is told', async () => {
  await nothingCounts();
  const answers = await Promise.all([drafted(), drafted({ forum: 'panel' })]);
  assert.deepEqual(answers.map(name).toSorted(), ['avoidance-drafted', 'counted-already']);
});

test('finance verifies or sends back with why; whoever drafted it never verifies it, in whatever roles', async () => {
  await nothingCounts();
  const id = await draftedLine();
  assert.equal(name(await decide(id, 'verify', officer)), 'not-open');
  assert.equal(name(await decide(id, 'send-back', finance, ' ')), 'reason-needed');
  const stale = { id, decision: 'verify', reason: '', seen: 7 } as const;
  assert.equal(name(await decideAvoidance(world, finance, stale)), 'changed-meanwhile');
  assert.equal(name(await decide(id, 'send-back', finance, 'Which weeks?')), 'avoidance-decided');
  assert.equal(name(await decide(id, 'verify', finance)), 'not-open');
  const anew = await drafted({ 'why-weeks': 'Twenty' }, { insteadOf: id });
  assert.ok(anew?.kind === 'avoidance-drafted');
  assert.equal(name(await decide(anew.id, 'verify', finance, '')), 'avoidance-decided');
  const view = await seen(anew.id);
  assert.deepEqual([view.line.standing, view.line.insteadOf, view.may], ['verified', id, []]);
  const both = {
    ...officer,
    actor: {
      ...officer.actor,
      assignments: [...officer.actor.assignments, ...finance.actor.assignments],
    },
  };
  const own = await drafted({ of: '2:1 staffing', before: '10', after: '0' }, { who: both });
  assert.ok(own?.kind === 'avoidance-drafted');
  assert.equal(name(await decide(own.id, 'verify', both)), 'drafted-it-yourself');
  const asBoth = await seen(own.id, both);
  assert.deepEqual([asBoth.tookPart, asBoth.may], ['drafted', ['take-back']]);
});

test('finance is told where the agreement has another price than the line on nights that are claimed', async () => {
  await nothingCounts();
  const right = await draftedLine({ before: '5900', after: '5600' });
  assert.deepEqual((await seen(right, finance)).line.pricedOtherwise, []);
  await nothingCounts();
  const wrong = await draftedLine({ before: '5900', after: '4900' });
  assert.deepEqual((await seen(wrong, finance)).line.pricedOtherwise, [
    { starts: '2026-11-09', ends: '2027-03-29', weekly: 560_000 },
  ]);
  await nothingCounts();
  const gone = await draftedLine({ of: '2:1 staffing', before: '2800', after: '0' });
  assert.deepEqual((await seen(gone, finance)).line.pricedOtherwise, [], 'what fell away costs nothing');
});

test('whoever negotiated a price never verifies what came of it, though a colleague drafted the line', async () => {
  await nothingCounts();
  const colleague = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  const both = {
    ...officer,
    actor: {
      ...officer.actor,
      assignments: [...officer.actor.assignments, ...finance.actor.assignments],
    },
  };
  const line = await drafted({}, { who: colleague });
  assert.ok(line?.kind === 'avoidance-drafted');
  const asBoth = await seen(line.id, both);
  assert.deepEqual([asBoth.tookPart, asBoth.may], ['negotiated', ['take-back']]);
  for (const decision of ['verify', 'send-back'] as const)
    assert.equal(name(await decide(line.id, decision, both)), 'negotiated-it-yourself');
  assert.equal((await seen(line.id)).line.standing, 'drafted');
  assert.equal(name(await decide(line.id, 'verify', finance)), 'avoidance-decided');
});

test('who may see, draft, verify and download is as the policy says, role by role', async () => {
  await nothingCounts();
  const id = await draftedLine();
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const may = POLICY[role];
    const list = await listCostAvoided(world, who, { year: undefined });
    assert.equal(list.kind === 'avoided', may['see-cost-avoidance'] !== undefined, `${role} lists`);
    const view = await openAvoidance(world, who, id);
    assert.equal(view?.kind === 'avoidance', may['see-cost-avoidance'] !== undefined, `${role} sees`);
    const begun = await beginAvoidance(world, who, { agreement });
    assert.equal(begun?.kind === 'to-draft', may['draft-cost-avoidance'] !== undefined, `${role} drafts`);
    const verifies = view?.kind === 'avoidance' && view.may.includes('verify');
    assert.equal(verifies, may['verify-cost-avoidance'] !== undefined, `${role} verifies`);
    const file = await downloadCostAvoided(world, who, { year: undefined, purpose: 'oversight' });
    assert.equal(file.kind === 'file', may['download-cost-avoidance'] !== undefined, `${role} downloads`);
  }
  assert.equal(
    name(await downloadCostAvoided(world, finance, { year: undefined, purpose: '' })),
    'purpose-needed',
  );
});

test('the list adds up by forum what is verified, says what waits, and finance sees no name', async () => {
  await nothingCounts();
  await decide(await draftedLine(), 'verify', finance, '');
  await draftedLine({ of: '2:1 staffing', forum: 'panel', before: '1100', after: '0', last: '2026-12-20' });
  const list = await listCostAvoided(world, finance, { year: undefined });
  assert.ok(list.kind === 'avoided');
  assert.deepEqual(
    list.totals.map(({ forum, lines, placements, inYear, waiting }) => [
      forum,
      lines,
      placements,
      inYear,
      waiting,
    ]),
    [
      ['placements-forum', 1, 1, 6_000_00, 0],
      ['panel', 0, 0, 0, 6_600_00],
      ['all', 1, 1, 6_000_00, 6_600_00],
    ],
  );
  const file = await downloadCostAvoided(world, finance, { year: undefined, purpose: 'oversight' });
  assert.ok(file.kind === 'file' && file.text.includes('6000.00'));
  assert.ok(!`${JSON.stringify(list)}${file.text}`.includes('Kofi'));
  const before = await listCostAvoided(world, finance, { year: 2026 });
  assert.ok(before.kind === 'avoided' && before.lines.length === 0, 'by the year in which it was agreed');
});

test('each line, each decision and each look is audited, and told in the placement chronology', async () => {
  const actions = (await world.auditOf('NM1')).map(({ action }) => action);
  for (const action of ['cost-avoidance-drafted', 'cost-avoidance-decided', 'cost-avoidance-viewed'])
    assert.ok(actions.includes(action), action);
  const search = await openSearch(world, officer, caseId);
  assert.ok(search.kind === 'search', name(search));
  const sentences = search.story.filter(({ of }) => of === 'cost-avoided').map(({ sentence }) => sentence);
  assert.ok(sentences.some((sentence) => sentence.endsWith('drafted a line of cost avoided')));
  assert.ok(sentences.some((sentence) => sentence.endsWith('verified a line of cost avoided')));
});

const avoidedBy = (ledgers: Ledgers, knownAt?: Moment) =>
  asTenant(world.db, { authorityId: NORTHMARSH, ...(knownAt === undefined ? {} : { knownAt }) }, async (tx) =>
    (await ledgers.load(tx, NORTHMARSH, knownAt)).context.records?.costAvoidance?.map(
      ({ child, forum, before: first, after: agreed, weeksInYear }) =>
        [child, forum, first, agreed, weeksInYear].join(' '),
    ),
  );

test('measures are fed at once with what finance has verified, and with nothing else', async () => {
  await nothingCounts();
  const forgetful = createLedgers(world.now, async (tx, asked) => ({
    ...(await ledgerSigns(tx, asked)),
    agreed: 0,
  }));
  assert.deepEqual([await avoidedBy(world.ledgers), await avoidedBy(forgetful)], [[], []]);
  const id = await draftedLine();
  assert.deepEqual(await avoidedBy(world.ledgers), [], 'drafted only');
  const drafted = world.now();
  world.pass(1);
  await decide(id, 'verify', finance, '');
  const told = ['NM1 placements-forum 520000 490000 20'];
  assert.deepEqual(await avoidedBy(world.ledgers), told);
  assert.deepEqual(await avoidedBy(createLedgers(world.now)), told);
  assert.deepEqual(await avoidedBy(forgetful), [], 'one that does not look for decisions is found out');
  world.pass(1);
  const verified = world.now();
  world.pass(1);
  await decide(id, 'take-back', finance);
  assert.deepEqual(await avoidedBy(world.ledgers), []);
  assert.deepEqual(await avoidedBy(createLedgers(world.now), drafted), []);
  assert.deepEqual(await avoidedBy(createLedgers(world.now), verified), told, 'as it was known then');
});
