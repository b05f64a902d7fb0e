import { addMonths, day, endOfMonth } from '@rightplace/domain';
import { journeyPicture } from '../../charts/index.ts';
import { html } from '../index.ts';

const TODAY = day('2026-11-21');

export const kofi = (id: string) =>
  journeyPicture({
    id,
    headingLevel: 2,
    finding: 'Kofi has lived in four homes, and with Mr and Mrs Lowe since May 2025',
    subtitle: 'Kofi’s legal status, homes, school and what happened, since January 2023',
    today: TODAY,
    periodsOfCare: [
      { starts: day('2023-01-16'), ends: day('2023-06-01') },
      { starts: day('2023-09-11'), ends: null },
    ],
    lanes: [
      {
        label: 'legal',
        stretches: [
          {
            starts: day('2023-01-16'),
            ends: day('2023-06-01'),
            label: 'Section 20',
            full: 'Accommodated under section 20 (V2)',
            tone: 0,
          },
          {
            starts: day('2023-09-11'),
            ends: day('2024-05-20'),
            label: 'Interim care order',
            full: 'Interim care order (C1)',
            tone: 1,
          },
          { starts: day('2024-05-20'), ends: null, label: 'Care order', full: 'Care order (C2)', tone: 3 },
        ],
      },
      {
        label: 'home',
        stretches: [
          {
            starts: day('2023-01-16'),
            ends: day('2023-02-20'),
            label: 'Emergency carers',
            full: 'Emergency foster carers',
            tone: 1,
            isMove: true,
            why: 'Police protection',
          },
          {
            starts: day('2023-02-20'),
            ends: day('2023-06-01'),
            label: 'Hart',
            full: 'Mrs Hart, foster carer',
            tone: 1,
            isMove: true,
            why: 'Planned',
          },
          {
            starts: day('2023-09-11'),
            ends: day('2025-05-04'),
            label: 'Lane House (children’s home)',
            tone: 2,
            isMove: true,
            why: html`Carer’s <a class="govuk-link" href="/moves/3">notice</a>`,
          },
          {
            starts: day('2025-05-04'),
            ends: null,
            label: 'Carers: Mr and Mrs Lowe',
            tone: 1,
            isMove: true,
            why: 'Matched at panel',
          },
        ],
      },
      {
        label: 'school',
        stretches: [
          { starts: day('2023-01-16'), ends: day('2024-10-01'), label: 'Hillside Primary', tone: 0 },
          { starts: day('2024-10-01'), ends: day('2024-12-01'), label: 'Excluded', tone: 3 },
          { starts: day('2024-12-01'), ends: null, label: 'Brook Lane School', tone: 0 },
        ],
      },
    ],
    events: [
      { on: day('2023-02-10'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2023-05-10'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2024-03-02'), label: 'Missing 2 days', symbol: 'diamond', kind: 'missing' },
      { on: day('2024-03-05'), label: 'Review', symbol: 'circle', kind: 'review' },
      { on: day('2024-03-06'), label: 'Strategy discussion', symbol: 'square', kind: 'meeting' },
      { on: day('2025-03-01'), label: 'Disruption meeting', symbol: 'square', kind: 'meeting' },
      { on: day('2026-08-10'), label: 'Review', symbol: 'circle', kind: 'review' },
    ],
  });

export const childhood = () => {
  const born = day('2008-11-30');
  const homes = Array.from({ length: 22 }, (_, i) => ({
    starts: addMonths(born, i * 9 + (i % 3)),
    ends: i === 21 ? null : addMonths(born, (i + 1) * 9 + ((i + 1) % 3)),
    label: `Home ${i + 1}`,
    tone: (i % 3) as 0 | 1 | 2,
    isMove: true,
  }));
  return journeyPicture({
    id: 'childhood',
    headingLevel: 2,
    finding: 'Twenty-two homes in eighteen years',
    subtitle: 'Sam’s homes since birth',
    today: TODAY,
    lanes: [
      { label: 'legal', stretches: [{ starts: born, ends: null, label: 'Care order', tone: 3 }] },
      { label: 'home', stretches: homes },
    ],
    events: Array.from({ length: 36 }, (_, i) => ({
      on: endOfMonth(addMonths(born, i * 6)),
      label: i % 5 === 0 ? 'Missing' : 'Review',
      symbol: i % 5 === 0 ? ('diamond' as const) : ('circle' as const),
      kind: i % 5 === 0 ? 'missing' : 'review',
    })),
  });
};

export const firstDay = () =>
  journeyPicture({
    id: 'first-day',
    headingLevel: 2,
    finding: 'Bea came into care today',
    subtitle: 'Bea’s first day',
    today: TODAY,
    table: 'plain',
    lanes: [
      { label: 'legal', stretches: [{ starts: TODAY, ends: null, label: 'Police protection', tone: 2 }] },
      {
        label: 'home',
        stretches: [
          { starts: TODAY, ends: null, label: 'Mrs Hart', tone: 1, isMove: true, why: 'Emergency' },
        ],
      },
    ],
    events: [],
  });
