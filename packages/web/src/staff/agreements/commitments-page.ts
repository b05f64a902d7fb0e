import type { Commitments } from '@rightplace/app';
import { collectionYearLabel, dayInWords, formatWeekly } from '@rightplace/domain';
import { count, dataTable, type Html, heading, html, status } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { childWords, inFull, quiet, sameStayInShort, standingTag } from './agreement-words.ts';
import { yearForm } from './year-form.ts';

const table = ({ lines, total, year }: Commitments): Html =>
  dataTable({
    caption: `Agreements and what they cost, ${collectionYearLabel(year)}`,
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    scroll: true,
    empty: 'No agreement costs anything in this year.',
    rows: lines,
    columns: [
      {
        key: 'child',
        header: 'Child and home',
        cell: (line) =>
          html`<a class="govuk-link" href="${staffPaths.agreement({ agreementId: String(line.id) })}">${childWords({ id: line.child, name: line.name })}</a><br>${quiet(line.home)}`,
      },
      {
        key: 'standing',
        header: 'How it stands',
        cell: ({ standing, movedUnrecorded, starts, ends, sameStay, id }) =>
          html`${standingTag({ standing, movedUnrecorded })}<br>${quiet(ends === null ? `from ${dayInWords(starts)}` : `until ${dayInWords(ends)}`)}${sameStay !== undefined && html`<br>${status(sameStayInShort(sameStay, id), sameStay.isDecided ? 'grey' : 'red')}`}`,
      },
      {
        key: 'weekly',
        header: 'A week',
        numeric: true,
        cell: ({ weekly, standing }) =>
          standing === 'to-come'
            ? html`${inFull(weekly as never)}<br>${quiet('once there')}`
            : inFull(weekly as never),
      },
      {
        key: 'incurred',
        header: 'Up to today',
        numeric: true,
        cell: ({ position }) => inFull(position.incurred),
      },
      { key: 'paid', header: 'Paid', numeric: true, cell: ({ position }) => inFull(position.paid) },
      {
        key: 'accrued',
        header: 'To be paid',
        numeric: true,
        cell: ({ position }) => inFull(position.accrued),
      },
      {
        key: 'committed',
        header: 'Still to come',
        numeric: true,
        cell: ({ position }) => inFull(position.committed),
      },
      {
        key: 'expected',
        header: 'The year',
        numeric: true,
        cell: ({ position }) => inFull(position.expected),
      },
    ],
    foot: [
      'All',
      '',
      inFull(total.weekly as never),
      inFull(total.incurred),
      inFull(total.paid),
      inFull(total.accrued),
      inFull(total.committed),
      inFull(total.expected),
    ],
  });

export interface CommitmentsParts {
  readonly maySeePayments: boolean;
  readonly mayDownload: boolean;
}

/** What placements cost this year, agreement by agreement: what has come about, what was paid, what is still to come. */
export const commitmentsPage = (list: Commitments, { maySeePayments, mayDownload }: CommitmentsParts): Page =>
  page({
    title: 'What placements cost',
    section: 'commitments',
    width: 'wide',
    childrenNamed: list.lines.map(({ child }) => child),
    main: html`${heading(1, 'What placements cost')}
<p class="govuk-body">${count(list.lines.length, 'agreement', 'agreements')}, ${formatWeekly(list.total.weekly)} as things are. Nights count from the move, and to each placement’s end or the last day of March.${list.lines.some(({ position }) => position.accrued < 0) && ' Where what is to be paid is below nought, more was paid than is due.'}</p>
${yearForm(list, staffPaths.commitments())}
${list.closed > 0 && html`<p class="govuk-body-s">${count(list.closed, 'more is', 'more are')} of restricted records, and not in these sums.</p>`}
${table(list)}
<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.agreementsToSign()}">Signatures and payments to set up</a><br>${maySeePayments && html`<a class="govuk-link" href="${staffPaths.payments()}">What was paid, and where it differs</a><br>`}
${mayDownload && html`<a class="govuk-link" href="${staffPaths.downloadPayments()}">Download payments for the finance system</a>`}</p>`,
  });
