import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aLedger } from '../../../test/ledgers.ts';
import { names, on, onOrNull, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { AUDIT_GRADES } from '../records/practice.ts';
import { auditGrades } from './practice.ts';

const DAY = '2024-03-31';

test('audits: six of ten good or better, and the grades told apart', () => {
  const grades: readonly (keyof typeof AUDIT_GRADES)[] = [
    'outstanding',
    ...Array.from({ length: 5 }, () => 'good' as const),
    ...Array.from({ length: 3 }, () => 'requires-improvement' as const),
    'inadequate',
  ];
  const audited = grades.map((grade, i) => ({
    child: who(`C${i}`),
    on: on('2024-01-10'),
    theme: 'Visits',
    grade,
  }));
  const records = {
    caseAudits: [
      ...audited,
      { child: who('X'), on: on('2024-04-01'), theme: 'Visits', grade: 'good' as const },
    ],
  };
  assert.equal(withRecords('audit-grades', records, DAY).value, 60);
  const rows = breakDown(auditGrades, 'audit-grade', authorityOnDay(prepare(aLedger()), on(DAY)), {
    records,
  });
  assert.deepEqual(
    rows.map(({ key, denominator }) => [key, denominator]),
    [
      ['outstanding', 1],
      ['good', 5],
      ['requires-improvement', 3],
      ['inadequate', 1],
    ],
  );
});

test('a survey: 41 of 50 happy and healthy is 82%, an answer left blank told apart', () => {
  const surveyAnswers = Array.from({ length: 50 }, (_, i) => ({
    answer: `A${i}`,
    on: on('2024-01-10'),
    happyAndHealthy: i < 41 ? true : i === 49 ? null : false,
  }));
  const figure = withRecords('voice', { surveyAnswers }, DAY);
  assert.deepEqual([figure.value, figure.notRecorded], [82, ['A49']]);
});

test('children for each social worker: those who hold none are not in the average', () => {
  const held = (worker: string, child: string, ends: string | null = null) => ({
    worker,
    child: who(child),
    starts: on('2023-06-01'),
    ends: onOrNull(ends),
  });
  const casesHeld = [
    ...names(18).map((child) => held('W1', child)),
    ...names(12).map((child) => held('W2', child)),
    held('W2', 'C1'),
    held('W3', 'C20', DAY),
  ];
  assert.equal(withRecords('sw-caseload', { casesHeld }, DAY).value, 15);
  const supervisions = [
    { worker: 'W1', on: on('2024-03-03') },
    { worker: 'W2', on: on('2024-03-02') },
    { worker: 'W2', on: on('2024-04-01') },
  ];
  assert.equal(read(withRecords('supervision-ontime', { casesHeld, supervisions }, DAY)), 'W1 of W1 W2');
});
