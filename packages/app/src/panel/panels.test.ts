import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, dayInWords, londonDayOf, type Role } from '@rightplace/domain';
import { nameOf } from '../../test/name-of.ts';
import { aPanelWorld, type PanelWorld, TODAY } from '../../test/panel-world.ts';
import { showDesk } from '../cases/desk.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { openCertificate } from '../entry-to-care/open-certificate.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openAgenda } from './open-agenda.ts';
import { referToResourcesPanel } from './refer-to-panel.ts';
import { showPanels } from './show-panels.ts';

const ENTRY = 'entry-to-care-panel';
const RESOURCES = 'access-to-resources-panel';

let world: PanelWorld;
let ana: SignedIn;
before(async () => {
  world = await aPanelWorld();
  ({ signedIn: ana } = await world.signIn(world.ana));
});
after(() => world.close());

const shownTo = async (who: SignedIn) => {
  const shown = await showPanels(world, who);
  assert.ok(shown.kind === 'panels');
  return new Map(shown.panels.map((one) => [one.panel, one]));
};
const agendaFor = async (who: SignedIn, panel: string, on: string = TODAY) => {
  const agenda = await openAgenda(world, who, { panel, on });
  assert.ok(agenda.kind === 'agenda', nameOf(agenda));
  return agenda;
};

test('an authority that runs no panel waits for none, has none to show and nothing to arrange', async () => {
  const director = await world.as('director');
  const id = await world.withDirector('P none');
  assert.deepEqual([...(await shownTo(director))], []);
  const seen = await world.seenBy(ana, id);
  assert.deepEqual(seen.kind === 'case' && seen.refers, []);
  assert.equal(nameOf(await openFromCase(world, ana, { id, key: 'none', to: ENTRY })), 'nothing-to-open');
  assert.equal(nameOf(await world.arrange(director)), 'panel-not-run');
  const child = { child: childId('NM1'), key: 'none' };
  assert.equal(nameOf(await referToResourcesPanel(world, ana, child)), 'panel-not-run');
  assert.equal(nameOf(await world.step(director, id, 'director-authorise')), 'step-taken');
});

test('where the panel is run, the director authorises once it has given its view, and sees it', async () => {
  await world.runPanels();
  const director = await world.as('director');
  const hub = await world.as('placements-officer');
  const chair = await world.as('reviewing-officer');
  const id = await world.withDirector('P way');
  assert.equal(nameOf(await world.step(director, id, 'director-authorise')), 'need-not-met');

  const referral = await world.refer(id, ana);
  const before = await world.seenBy(ana, referral);
  assert.ok(before.kind === 'case');
  const request = await world.seenBy(ana, id);
  assert.ok(request.kind === 'case');
  assert.deepEqual(request.refers, [], 'it is not referred twice');
  assert.equal(before.answers['analysis'], request.answers['analysis'], 'what was answered is offered');

  assert.equal(nameOf(await world.step(hub, referral, 'list', { 'meeting-on': TODAY })), 'need-not-met');
  await world.meet(ENTRY);
  assert.deepEqual(
    (await shownTo(hub)).get(ENTRY)?.toList.map((line) => line.id),
    [referral],
  );
  assert.equal(nameOf(await world.step(hub, referral, 'list', { 'meeting-on': '2026-11-30' })), 'not-said');
  assert.equal(nameOf(await world.step(hub, referral, 'list', { 'meeting-on': TODAY })), 'step-taken');
  assert.equal(
    nameOf(await world.step(director, id, 'director-authorise')),
    'need-not-met',
    'listed is not heard',
  );
  assert.equal(nameOf(await world.step(hub, referral, 'divert')), 'not-your-step');
  const heard = await world.step(chair, referral, 'divert', { conditions: 'Weekly visits.' });
  assert.equal(nameOf(heard), 'step-taken');

  const seen = await world.seenBy(director, id);
  assert.ok(seen.kind === 'case');
  assert.deepEqual(
    [seen.panelView?.title, seen.panelView?.on, seen.panelView?.caseId],
    ['Heard: support instead of care', TODAY, referral],
  );
  assert.ok(seen.panelView?.line.said.some(({ paragraphs }) => paragraphs.includes('Weekly visits.')));
  assert.equal(
    nameOf(await world.step(director, id, 'director-authorise')),
    'step-taken',
    'the director decides',
  );
  const certificate = await openCertificate(world, director, id);
  assert.ok(certificate.kind === 'certificate');
  assert.match(JSON.stringify(certificate.document), /Entry to Care Panel.*Weekly visits\./);
});

test('a child does not wait on the director’s desk before the day of the meeting, nor where another chairs it', async () => {
  const [director, hub] = [await world.as('director'), await world.as('placements-officer')];
  const onDesk = async (id: number): Promise<boolean> => {
    const desk = await showDesk(world, director);
    assert.ok(desk.kind === 'desk');
    return desk.toSign.some((line) => line.id === id);
  };
  const id = await world.withDirector('P desk');
  const referral = await world.refer(id, ana);
  const on = day('2026-11-30');
  assert.equal(nameOf(await world.arrange(hub, { on })), 'meeting-saved');
  assert.equal(nameOf(await world.step(hub, referral, 'list', { 'meeting-on': on })), 'step-taken');
  assert.deepEqual([await onDesk(id), await onDesk(referral)], [true, false]);
  const another = await world.refer(await world.withDirector('P desk today'), ana);
  await world.step(hub, another, 'list', { 'meeting-on': TODAY });
  assert.equal(await onDesk(another), false, 'somebody else chairs it');
});

test('a referral is made once the request is with the group manager, and not before', async () => {
  const id = await world.begin('P early');
  const refer = (key: string) => openFromCase(world, ana, { id, key, to: ENTRY });
  assert.equal(nameOf(await refer('early')), 'nothing-to-open');
  await world.fillIn(id, ana);
  await world.step(ana, id, 'submit');
  assert.equal(nameOf(await refer('early')), 'nothing-to-open');
  await world.step(await world.as('team-manager'), id, 'support');
  assert.equal(nameOf(await refer('early')), 'opened-from');
});

test('a group manager who refers says nothing for the panel, and the worker who asked still sees the referral', async () => {
  const manager = await world.as('group-manager');
  const id = await world.withDirector('P manager');
  const referral = await world.refer(id, manager);
  assert.equal((await world.seenBy(ana, referral)).kind, 'case');
  await world.step(await world.as('placements-officer'), referral, 'list', { 'meeting-on': TODAY });
  assert.equal(nameOf(await world.step(manager, referral, 'agree-care')), 'own-request');
  const chair = await world.as('reviewing-officer');
  assert.equal(nameOf(await world.step(chair, referral, 'agree-care')), 'step-taken');
});

test('nothing is heard at a meeting that has not come, that was called off, or that does not say who was there', async () => {
  const [hub, chair] = [await world.as('placements-officer'), await world.as('reviewing-officer')];
  const id = await world.withDirector('P meeting');
  const referral = await world.refer(id, ana);
  const on = day('2026-12-08');
  const named = { on, chair: String(chair.person.id) };
  assert.equal(nameOf(await world.arrange(hub, named)), 'meeting-saved');
  await world.step(hub, referral, 'list', { 'meeting-on': on });
  assert.equal(nameOf(await world.step(chair, referral, 'agree-care')), 'need-not-met');
  assert.equal(nameOf(await world.arrange(hub, { ...named, basedOn: 1, calledOff: true })), 'meeting-saved');
  assert.ok(
    (await shownTo(hub)).get(ENTRY)?.toList.some((line) => line.id === referral),
    'to be listed anew',
  );
  assert.equal(nameOf(await world.step(hub, referral, 'list', { 'meeting-on': TODAY })), 'step-taken');
  assert.equal(nameOf(await world.step(chair, referral, 'to-legal-gateway')), 'step-taken');
  const papers = await openFromCase(world, ana, { id: referral, key: 'gateway', to: 'pre-proceedings' });
  assert.ok(papers.kind === 'opened-from', nameOf(papers));
  const seen = await world.seenBy(ana, papers.id);
  assert.deepEqual(seen.kind === 'case' && seen.linked.map(({ workflow }) => workflow), [ENTRY]);
});

test('a case that is linked is told of to those who may see it, and to nobody else who sees this one', async () => {
  const [hub, chair] = [await world.as('placements-officer'), await world.as('reviewing-officer')];
  const id = await world.withDirector('P privileged');
  const referral = await world.refer(id, ana);
  await world.step(hub, referral, 'list', { 'meeting-on': TODAY });
  await world.step(chair, referral, 'to-legal-gateway');
  const papers = await openFromCase(world, ana, { id: referral, key: 'privileged', to: 'pre-proceedings' });
  assert.ok(papers.kind === 'opened-from', nameOf(papers));
  const linkedFor = async (who: SignedIn) => {
    const seen = await world.seenBy(who, referral);
    assert.ok(seen.kind === 'case', nameOf(seen));
    return seen.linked.map(({ workflow }) => workflow).toSorted();
  };
  assert.equal((await world.seenBy(hub, papers.id)).kind, 'refused', 'papers for a court are not theirs');
  assert.deepEqual(await linkedFor(hub), ['entry-to-care']);
  assert.deepEqual(await linkedFor(await world.as('director')), ['entry-to-care', 'pre-proceedings']);
});

test('a meeting says what is missing, is arranged from today on, and is not changed by two at once', async () => {
  const hub = await world.as('placements-officer');
  const faultsOf = async (said: Parameters<PanelWorld['arrange']>[1]) => {
    const answer = await world.arrange(hub, { on: day('2026-12-15'), ...said });
    assert.ok(answer.kind === 'refused' && answer.name === 'meeting-wrong', nameOf(answer));
    return answer.faults.map(({ field }) => field);
  };
  assert.deepEqual(await faultsOf({ on: undefined }), ['day']);
  assert.deepEqual(await faultsOf({ on: day('2026-11-22') }), ['day']);
  assert.deepEqual(await faultsOf({ on: TODAY }), ['day'], 'it meets on that day already');
  assert.deepEqual(await faultsOf({ startsAt: 'noon', place: ' ' }), ['starts-at', 'place']);
  assert.deepEqual(await faultsOf({ chair: String(world.ana) }), ['chair'], 'a social worker does not chair');
  assert.deepEqual(await faultsOf({ members: 'Gwen Hale' }), ['members'], 'it has not met');
  const on = day('2026-12-15');
  const chair = String((await world.as('director')).person.id);
  assert.equal(nameOf(await world.arrange(hub, { on, chair })), 'meeting-saved');
  assert.equal(nameOf(await world.arrange(hub, { on, basedOn: 1, place: 'Room 5' })), 'meeting-saved');
  assert.equal(nameOf(await world.arrange(hub, { on, basedOn: 1, place: 'Room 6' })), 'saved-meanwhile');
});

test('each role sees panels, arranges meetings and refers children as the policy gives it, and no other', async () => {
  const sees: readonly Role[] = [
    'social-worker',
    'team-manager',
    'group-manager',
    'director',
    'placements-officer',
    'reviewing-officer',
    'performance',
    'inspector',
  ];
  const arranges: readonly Role[] = ['group-manager', 'director', 'placements-officer', 'reviewing-officer'];
  for (const [at, role] of ALL_ROLES.entries()) {
    const who = await world.as(role);
    assert.equal((await showPanels(world, who)).kind === 'panels', sees.includes(role), role);
    const agenda = await openAgenda(world, who, { panel: ENTRY, on: TODAY });
    assert.equal(agenda.kind === 'agenda', sees.includes(role), role);
    const arranged = await world.arrange(who, { panel: RESOURCES, on: day(`2027-01-${10 + at}`) });
    assert.equal(nameOf(arranged), arranges.includes(role) ? 'meeting-saved' : 'not-your-role', role);
  }
  const refersTo = async (role: Role) =>
    nameOf(await referToResourcesPanel(world, await world.as(role), { child: childId('NM1'), key: role }));
  for (const role of ['director', 'reviewing-officer', 'performance', 'inspector', 'finance'] as const)
    assert.equal(await refersTo(role), 'not-your-role', role);
});

test('an agenda names whom the reader may see and counts the others; a restricted record is not named; all named are recorded', async () => {
  const [hub, director] = [await world.as('placements-officer'), await world.as('director')];
  const secret = await world.refer(await world.withDirector('P conflict'), ana);
  await world.step(hub, secret, 'list', { 'meeting-on': TODAY });
  const whole = await agendaFor(director, ENTRY);
  assert.ok(whole.items.some((item) => item.id === secret && item.papers.length > 0));
  assert.equal(whole.notShown, 0);
  await world.conflict('P conflict', director.person.id);
  const without = await agendaFor(director, ENTRY);
  assert.deepEqual([without.items.some((item) => item.id === secret), without.notShown], [false, 1]);
  assert.doesNotMatch(JSON.stringify(without), /P conflict/);
  const listed = await shownTo(director);
  assert.doesNotMatch(JSON.stringify([...listed]), /P conflict/);
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.deepEqual((await agendaFor(ben, ENTRY)).items, [], 'another team’s are not named either');
  await agendaFor(ana, ENTRY);
  assert.ok(
    (await world.auditNaming('P conflict')).some(
      ({ action, actor }) => action === 'panel-agenda-viewed' && actor === String(ana.person.id),
    ),
  );
  assert.equal(nameOf(await openAgenda(world, ana, { panel: ENTRY, on: '2026-11-01' })), 'no-such-meeting');
  assert.equal(nameOf(await openAgenda(world, ana, { panel: 'no-panel', on: TODAY })), 'no-such-meeting');
});

test('a restricted child is not put before a panel in passing', async () => {
  const answer = await referToResourcesPanel(world, ana, { child: childId('NM3'), key: 'restricted' });
  assert.equal(nameOf(answer), 'restricted-record');
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(
    nameOf(await referToResourcesPanel(world, ben, { child: childId('NM1'), key: 'ben' })),
    'out-of-reach',
  );
});

test('support is agreed with its cost, followed up thing by thing, and closed', async () => {
  const [hub, chair] = [await world.as('placements-officer'), await world.as('director')];
  const begun = await referToResourcesPanel(world, ana, { child: childId('NM1'), key: 'support' });
  assert.ok(begun.kind === 'referral-begun');
  const again = await referToResourcesPanel(world, ana, { child: childId('NM1'), key: 'another form' });
  assert.deepEqual(again.kind === 'refused' && [again.name, 'id' in again && again.id], [
    'referred-already',
    begun.id,
  ]);
  assert.deepEqual(await referToResourcesPanel(world, ana, { child: childId('NM1'), key: 'support' }), begun);
  await world.fillIn(begun.id, ana);
  assert.equal(nameOf(await world.step(ana, begun.id, 'refer')), 'step-taken');
  await world.meet(RESOURCES, 'director');
  assert.equal(nameOf(await world.step(hub, begun.id, 'list', { 'meeting-on': TODAY })), 'step-taken');
  const support = [
    { what: 'Family worker', weekly: '£310', starts: '2026-11-24', owner: 'Ola Brandt' },
    { what: 'Night sitter', weekly: '95.50', starts: '2026-11-24', ends: '2026-12-24', owner: 'Ana' },
  ];
  assert.equal(nameOf(await world.step(chair, begun.id, 'agree-support', { support })), 'step-taken');
  const [item] = (await agendaFor(hub, RESOURCES)).items;
  assert.deepEqual([item?.support.length, item?.weekly], [2, 40550]);
  assert.ok((await shownTo(ana)).get(RESOURCES)?.toFollowUp.some((line) => line.id === begun.id));
  const seen = await world.seenBy(ana, begun.id);
  assert.ok(seen.kind === 'case');
  const asks = seen.steps.find(({ id }) => id === 'follow-up')?.asks ?? [];
  assert.deepEqual(
    asks.slice(-2).map(({ label }) => label),
    [
      'What came of this: Family worker (£310 a week, Ola Brandt)?',
      'What came of this: Night sitter (£95.50 a week, Ana)?',
    ],
  );
  assert.equal(nameOf(await world.step(ana, begun.id, 'follow-up', { 'result-2': '' })), 'not-said');
  assert.equal(nameOf(await world.step(ana, begun.id, 'follow-up')), 'step-taken');
  assert.equal(nameOf(await world.step(hub, begun.id, 'close')), 'step-taken');
  const closed = await world.seenBy(ana, begun.id);
  assert.ok(closed.kind === 'case' && closed.isOver);
  assert.match(JSON.stringify(closed.chronology), /What came of this: Night sitter/);
});

test('after an emergency the director does not wait for the panel, and the panel is asked at its next meeting', async () => {
  const [director, hub] = [await world.as('director'), await world.as('placements-officer')];
  const night = await world.begin('P night', ana, true);
  await world.fillIn(night, ana);
  const here = { means: 'here' };
  assert.equal(
    nameOf(await world.step(await world.as('team-manager'), night, 'manager-approve', here)),
    'step-taken',
  );
  assert.equal(nameOf(await world.step(director, night, 'director-approve', here)), 'step-taken');
  const placed = await world.take(ana, night, 'placed');
  assert.equal(nameOf(placed), 'step-taken', JSON.stringify(placed));
  const toRefer = async () => (await shownTo(hub)).get(ENTRY)?.toRefer.map((line) => line.id);
  assert.deepEqual(await toRefer(), [night]);
  const opened = await openFromCase(world, ana, { id: night, key: 'full' });
  assert.ok(opened.kind === 'opened-from');
  const seen = await world.seenBy(ana, night);
  assert.ok(seen.kind === 'case');
  assert.deepEqual([seen.opens, seen.refers.map(({ workflow }) => workflow)], [undefined, [ENTRY]]);
  const referral = await world.refer(night, ana);
  assert.deepEqual(await toRefer(), []);
  await world.fillIn(opened.id, ana);
  await world.step(ana, opened.id, 'submit');
  await world.step(await world.as('team-manager'), opened.id, 'support');
  await world.step(await world.as('group-manager'), opened.id, 'authorise');
  assert.equal(nameOf(await world.step(director, opened.id, 'director-authorise')), 'step-taken');
  await world.step(hub, referral, 'list', { 'meeting-on': TODAY });
  assert.equal(
    nameOf(await world.step(await world.as('reviewing-officer'), referral, 'agree-care')),
    'step-taken',
  );
  const after = await world.seenBy(director, opened.id);
  assert.equal(after.kind === 'case' && after.panelView?.caseId, referral);
});

test('a director is told why the view of the panel is not there: nobody referred the child, or when, and for which meeting', async () => {
  const director = await world.as('director');
  const hub = await world.as('placements-officer');
  const request = await world.withDirector('W why');
  const why = async () => {
    const view = await world.seenBy(director, request);
    const step = view.kind === 'case' ? view.steps.find(({ id }) => id === 'director-authorise') : undefined;
    const desk = await showDesk(world, director);
    assert.ok(desk.kind === 'desk');
    assert.deepEqual(desk.toSign.find(({ id }) => id === request)?.missing, [step?.refusal?.sentence]);
    return step?.refusal?.sentence ?? '';
  };
  const today = dayInWords(londonDayOf(world.now()));
  assert.match(
    await why(),
    /nobody has referred the child\. Whoever works with the child as social worker, .* can refer them/,
  );
  const opened = await openFromCase(world, ana, { id: request, key: 'why', to: ENTRY });
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  assert.ok((await why()).includes(`a referral was begun on ${today}, and is not sent`));
  await world.fillIn(opened.id, ana);
  assert.equal(nameOf(await world.step(ana, opened.id, 'refer')), 'step-taken');
  assert.ok((await why()).includes(`was referred on ${today}, and is not listed for a meeting yet`));
  const on = day('2027-02-02');
  assert.equal(nameOf(await world.arrange(hub, { on })), 'meeting-saved');
  assert.equal(nameOf(await world.step(hub, opened.id, 'list', { 'meeting-on': on })), 'step-taken');
  assert.ok(
    (await why()).includes(`was referred on ${today}, and is listed for the meeting on 2 February 2027`),
  );
});
