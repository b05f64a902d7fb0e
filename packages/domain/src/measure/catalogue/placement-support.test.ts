import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { names, on, onOrNull, who, withRecords } from '../../../test/records.ts';

const DAY = '2024-03-31';
const ENDED = '2023-09-04';

const brokeDown = (id: string) =>
  aChild(
    id,
    `2022-01-10 S C2 U6 PR1 ${ENDED} X1 REASON=CREQB
     ${ENDED} P C2 K2 PR4`,
  );

test('disruption meetings: of eight unplanned endings six had one, five in time', () => {
  const ledger = aLedger(...names(8).map(brokeDown));
  const held = ['2023-09-11', '2023-09-11', '2023-09-20', '2023-09-29', '2023-10-02', '2023-10-03'];
  const disruptionMeetings = held.map((day, i) => ({
    child: who(`C${i + 1}`),
    endedOn: on(ENDED),
    on: on(day),
  }));
  assert.equal(withRecords('disruption-meetings-held', { disruptionMeetings }, DAY, ledger).value, 75);
  const inTime = withRecords('disruption-meetings-in-time', { disruptionMeetings }, DAY, ledger);
  assert.equal(inTime.value, 62.5);
  assert.match(inTime.certainty.join(' '), /within 20 working days/);
  const stricter = { disruptionMeetingWorkingDays: 5 };
  assert.equal(
    withRecords('disruption-meetings-in-time', { disruptionMeetings }, DAY, ledger, stricter).value,
    25,
  );
});

test('a meeting held later, or about another ending, is none; one not due yet is left out of those in time', () => {
  const ledger = aLedger(brokeDown('A'), brokeDown('B'));
  const disruptionMeetings = [
    { child: who('A'), endedOn: on(ENDED), on: on('2023-09-12') },
    { child: who('B'), endedOn: on('2022-01-10'), on: on('2023-09-08') },
  ];
  const early = (id: string) => withRecords(id, { disruptionMeetings }, '2023-09-11', ledger);
  assert.equal(early('disruption-meetings-held').value, 0);
  assert.deepEqual(
    early('disruption-meetings-in-time').excluded.map(({ reason }) => reason),
    ['not-due-yet', 'not-due-yet'],
  );
});

const consolidated = aLedger(
  aChild('A', '2022-01-10 S C2 U6 PR1'),
  aChild('B', '2022-01-10 S C2 U6 PR1'),
  aChild('C', '2022-01-10 S C2 U6 PR1 2023-07-01 X1 REASON=CREQB\n2023-07-01 P C2 K2 PR4'),
  aChild('D', '2022-01-10 S C2 U6 PR1 2023-07-01 X1 REASON=CARPL\n2023-07-01 P C2 U4 PR1'),
);
const consolidationMeetings = ['A', 'B', 'C', 'D'].map((id) => ({ child: who(id), on: on('2023-05-22') }));

test('kept after a consolidation meeting: two of three, and one who moved as planned left out', () => {
  const figure = withRecords('consolidation-maintained', { consolidationMeetings }, DAY, consolidated);
  assert.equal(read(figure), 'A B of A B C');
  assert.deepEqual(figure.excluded, [{ id: 'D', reason: 'moved-as-planned' }]);
});

test('what happens after the weeks of following up, or after the day, does not undo it', () => {
  const figure = (asOf: string, weeks: number) =>
    read(
      withRecords('consolidation-maintained', { consolidationMeetings }, asOf, consolidated, {
        consolidationFollowUpWeeks: weeks,
      }),
    );
  assert.equal(figure('2023-06-30', 12), 'A B C D of A B C D');
  assert.equal(figure(DAY, 5), 'A B C D of A B C D');
  assert.equal(figure(DAY, 6), 'A B of A B C');
});

test('at risk five; a risk that is over and a child who has left are not', () => {
  const risk = (id: string, starts: string, ends: string | null, notice: string | null) => ({
    child: who(id),
    starts: on(starts),
    ends: onOrNull(ends),
    noticeOn: onOrNull(notice),
  });
  const ledger = aLedger(
    ...names(6).map((id) => aChild(id, '2023-01-10 S C2 U6')),
    aChild('L', '2023-01-10 S C2 U6 PR1 2024-02-01 E4A'),
  );
  const placementsAtRisk = [
    risk('C1', '2024-01-01', null, '2024-03-31'),
    risk('C2', '2024-01-01', null, '2024-02-01'),
    risk('C3', '2024-01-01', null, '2024-04-01'),
    risk('C4', '2024-03-31', null, null),
    risk('C5', '2024-01-01', '2024-05-01', null),
    risk('C6', '2024-01-01', DAY, '2024-02-01'),
    risk('L', '2024-01-01', null, '2024-01-15'),
  ];
  assert.equal(read(withRecords('placements-at-risk', { placementsAtRisk }, DAY, ledger)), 'C1 C2 C3 C4 C5');
});

test('under notice two; a notice to come, one that is over and a child who has left are not', () => {
  const under = (id: string, starts: string, ends: string | null) => ({
    child: who(id),
    starts: on(starts),
    ends: onOrNull(ends),
  });
  const ledger = aLedger(
    ...names(4).map((id) => aChild(id, '2023-01-10 S C2 U6')),
    aChild('L', '2023-01-10 S C2 U6 PR1 2024-02-01 E4A'),
  );
  const homesUnderNotice = [
    under('C1', '2024-03-31', null),
    under('C2', '2024-02-01', '2024-05-01'),
    under('C2', '2024-03-01', null),
    under('C3', '2024-04-01', null),
    under('C4', '2024-01-01', DAY),
    under('L', '2024-01-15', null),
  ];
  assert.equal(read(withRecords('notice-given', { homesUnderNotice }, DAY, ledger)), 'C1 C2');
  const known = withRecords('placements-at-risk', { homesUnderNotice }, DAY, ledger);
  assert.equal(known.noValue, 'no-records', 'that a home is at risk is not told by notice alone');
});
