import { heading, html, identityBar, quotation, subNavigation, timeline } from '../index.ts';
import { frame } from './frame.ts';
import { childhood, firstDay, kofi } from './sample-journeys.ts';

export const childPage = (): string =>
  frame({
    title: 'Kofi A.',
    section: 'children',
    width: 'wide',
    breadcrumbs: [{ text: 'Children', href: '/children' }, { text: 'Kofi A.' }],
    identity: html`${identityBar({
      title: {
        html: html`<strong>Kofi A.</strong>, 12 · care order (C2) · with Mr and Mrs Lowe since 4 May 2025 · social worker Jo Park`,
      },
      menus: [
        {
          items: [
            { text: 'Record a move', href: '/move' },
            { text: 'Request a home', href: '/request' },
          ],
        },
      ],
    })}`,
    main: html`${heading(1, 'Kofi A.', { caption: 'Child' })}
${subNavigation({
  label: 'Kofi’s record',
  items: [
    'Overview',
    'Journey',
    'Plan',
    'Health',
    'Education',
    'Safety',
    'What Kofi says',
    'Documents',
    'Chronology',
  ].map((text, i) => ({ text, href: `/${i}`, active: i === 1 })),
})}
${quotation('I want to stay at this school.', 'Kofi, 12 October 2026')}
${kofi('journey')}
${childhood()}
${firstDay()}
${heading(2, 'Chronology')}
${timeline({
  headingLevel: 3,
  items: [
    {
      label: { text: 'Review held' },
      text: 'Kofi was there.',
      datetime: { timestamp: '2026-08-10T13:30:00Z', type: 'datetime' },
      byline: { text: 'Jo Park' },
    },
    {
      label: { text: 'Moved to Mr and Mrs Lowe' },
      text: 'As planned.',
      datetime: { timestamp: '2025-05-04', type: 'date' },
    },
  ],
})}`,
  });
