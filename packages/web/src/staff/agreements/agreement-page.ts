import type { AgreementDocument, AgreementView } from '@rightplace/app';
import {
  AGREEMENT_CHANGES,
  addDays,
  dayInWords,
  formatWeekly,
  momentInWords,
  nightsInPrice,
  type PaymentLine,
  type PriceLine,
  type UnlikeApproved,
} from '@rightplace/domain';
import {
  button,
  dataTable,
  details,
  type Html,
  heading,
  html,
  summaryList,
  warningText,
} from '../../kit/index.ts';
import { documentOnPage } from '../../parts/document-blocks.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { saidInWords } from '../cases/case-page.ts';
import { avoidedPart } from '../cost-avoidance/avoided-part.ts';
import { staffPaths } from '../paths.ts';
import { childWords, inFull, quiet, sameStayInWords, standingTag } from './agreement-words.ts';
import { linesByMoveList, ownNightsLink } from './by-move-part.ts';
import { signingPart } from './signing-part.ts';

const lastNight = ({ ends }: Pick<PriceLine, 'ends'>): string =>
  ends === null ? 'As long as the child lives there' : dayInWords(addDays(ends, -1));

/** Until when the home goes on is for a person to say: notice may be taken back, and a child may leave before its last day. */
const noticeText = (
  { id, changes, terms, today }: AgreementView,
  { givenOn, lastDay }: NonNullable<AgreementView['notice']>,
): Html => {
  const isCounted = terms.expectedEnd === null || terms.expectedEnd > lastDay;
  return html`Given on ${dayInWords(givenOn)}: the child may be there until ${dayInWords(lastDay)}.${
    isCounted && lastDay > today && ' Nights after that are still counted in what is expected.'
  }${
    isCounted &&
    changes.includes('expected-end') &&
    html` <a class="govuk-link app-no-print" href="${staffPaths.changeAgreement({ agreementId: String(id), change: 'expected-end' })}">${AGREEMENT_CHANGES['expected-end'].button}</a>`
  }`;
};

/** Where nobody has said until when it goes on. */
const END_UNSAID = {
  'to-come': 'Nobody has said: nights to come are counted up to the 18th birthday',
  'gone-by':
    'Nobody has said. The 18th birthday has gone by: nights to come are in no figure of this page until somebody does',
} as const;

const approvedAfter = ({ approvedAfter: on }: AgreementView): string =>
  on === undefined
    ? ''
    : `. The home was approved after that, on ${dayInWords(on)}; why stands in the search`;

const inShort = (view: AgreementView): Html => {
  const {
    stay,
    terms,
    weekly,
    with: { provider, terms: priced },
  } = view;
  const row = (key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  const lives =
    stay === null
      ? view.movedUnrecorded !== undefined
        ? `Since ${dayInWords(view.movedUnrecorded)} by the search, and the child’s record has no such move: nothing is payable until the record, or the search, is put right`
        : view.moves === undefined
          ? 'Not yet: payment begins with the night of the move'
          : `Not yet: the move is to be on ${dayInWords(view.moves)}, and payment begins with that night`
      : `From ${dayInWords(stay.starts)}${stay.ends === null ? '' : `, up to the night before ${dayInWords(stay.ends)}`}`;
  return summaryList({
    rows: [
      row('How it stands', standingTag(view)),
      ...(provider === undefined
        ? []
        : [row('Provider', priced === undefined ? provider : `${provider}. ${priced}`)]),
      row('The child lives there', `${lives}${approvedAfter(view)}`),
      row('A week, as things are', formatWeekly(weekly)),
      row(
        'Expected to go on until',
        terms.expectedEnd === null
          ? view.untilGrownUp === undefined
            ? 'Nobody has said'
            : END_UNSAID[view.untilGrownUp]
          : view.standing === 'running' && terms.expectedEnd <= view.today
            ? `${dayInWords(terms.expectedEnd)}. That day has gone by: nights to come are in no figure of this page until it is changed`
            : dayInWords(terms.expectedEnd),
      ),
      ...(view.notice === undefined ? [] : [row('Notice', noticeText(view, view.notice))]),
    ],
  });
};

const priceTable = ({ terms }: AgreementView): Html =>
  dataTable({
    caption: 'What was agreed to be paid',
    captionSize: 'm',
    stacks: true,
    rows: nightsInPrice(terms),
    columns: [
      {
        key: 'name',
        header: 'What',
        cell: ({ name, why }) => (why === undefined ? name : html`${name}<br>${quiet(why)}`),
      },
      { key: 'weekly', header: 'A week', numeric: true, cell: ({ weekly }) => inFull(weekly as never) },
      { key: 'starts', header: 'First night', cell: ({ starts }) => dayInWords(starts) },
      { key: 'ends', header: 'Last night', cell: lastNight },
    ],
  });

/** That the child came on another day than was agreed, and what moved with it. */
const putFromMovePart = ({ putFromMove, terms, id, changes }: AgreementView): Html | false =>
  putFromMove !== undefined &&
  html`<p class="govuk-body">The price was agreed from ${dayInWords(putFromMove.agreedFrom)} and runs from the move on ${dayInWords(terms.starts)}.${putFromMove.lines.length > 0 && ' These additions move with it:'}</p>
${linesByMoveList(putFromMove.lines)}
${putFromMove.lines.length > 0 && changes.includes('addition-nights') && ownNightsLink(id)}`;

/** What is to be done where nobody approved the home: before the move it is before the director again, and after it the search waits for one. */
const toBeApproved = ({ afterMove }: UnlikeApproved): string => {
  switch (afterMove) {
    case 'to-decide':
      return 'The child lives there already. A director has to decide on the home, on the page of the search: approve it, or have another found.';
    case 'refused':
      return 'Not approved: another home is to be found. A director decided so after the child had moved in.';
    case 'left':
      return 'The child has left the home since.';
    default:
      return 'A director has to approve the home.';
  }
};

const unlikeInWords = (unlike: UnlikeApproved): string =>
  unlike.agreedOn === undefined
    ? `Nobody has approved the price here: whoever was said to have approved the home has denied it. ${toBeApproved(unlike)}`
    : `The price here is not the one that was agreed in the search on ${dayInWords(unlike.agreedOn)} and approved. It has to be changed to what was approved.`;

/** That other terms were agreed in the search than these, and approved: line by line. */
const unlikeApprovedPart = ({ unlikeApproved }: AgreementView): Html | false =>
  unlikeApproved !== undefined &&
  html`${warningText({
    text: unlikeInWords(unlikeApproved),
    iconFallbackText: 'Warning',
  })}
${unlikeApproved.differences.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${unlikeApproved.differences.map((one) => html`<li>${one}</li>`)}</ul>`}`;

/** That other agreements are for the same nights: which is paid, and the way to the others and to decide. */
const sameStayPart = ({ id, sameStay, changes }: AgreementView): Html | false =>
  sameStay !== undefined &&
  html`${warningText({ text: sameStayInWords(sameStay, id) })}
<ul class="govuk-list app-no-print">${sameStay.agreements
    .filter((other) => other !== id)
    .map(
      (other) =>
        html`<li><a class="govuk-link" href="${staffPaths.agreement({ agreementId: String(other) })}">Agreement ${other}</a></li>`,
    )}
${changes.includes('pay-by-this') && html`<li><a class="govuk-link" href="${staffPaths.changeAgreement({ agreementId: String(id), change: 'pay-by-this' })}">${AGREEMENT_CHANGES['pay-by-this'].button}</a></li>`}</ul>`;

const yearPart = ({ position, year }: AgreementView): Html =>
  dataTable({
    caption: `The financial year, 1 April ${year.starts.slice(0, 4)} to 31 March ${year.ends.slice(0, 4)}`,
    captionSize: 'm',
    rows: [
      { what: 'For nights up to today', amount: position.incurred },
      { what: 'Paid, as the finance system says', amount: position.paid },
      { what: 'Still to be paid for those nights', amount: position.accrued },
      { what: 'For nights still to come this year', amount: position.committed },
    ],
    columns: [
      { key: 'what', header: 'What' },
      { key: 'amount', header: 'Amount', numeric: true, cell: ({ amount }) => inFull(amount) },
    ],
    foot: ['Expected for the year', inFull(position.expected)],
  });

const newestFirst = (lines: readonly PaymentLine[]): readonly PaymentLine[] => lines.toReversed();

const paymentsPart = ({ id, payments, sameStay }: AgreementView): Html =>
  dataTable({
    caption: 'Payable so far, week by week, the latest first',
    captionSize: 'm',
    dense: true,
    stacks: true,
    empty:
      sameStay === undefined || sameStay.paid === id
        ? 'Nothing is payable yet: the child has not moved in.'
        : `Nothing is payable by this agreement: agreement ${sameStay.paid} is paid for these nights.`,
    rows: newestFirst(payments),
    columns: [
      { key: 'starts', header: 'First night', cell: ({ starts }) => dayInWords(starts) },
      { key: 'nights', header: 'Nights', numeric: true },
      { key: 'what', header: 'What', cell: ({ line }) => line.name },
      { key: 'weekly', header: 'A week', numeric: true, cell: ({ weekly }) => inFull(weekly as never) },
      { key: 'amount', header: 'Amount', numeric: true, cell: ({ amount }) => inFull(amount) },
    ],
  });

const changesPart = ({ id, changes, mayCorrect }: AgreementView): Html | false => {
  const agreementId = String(id);
  const link = (text: string, change: string): Html =>
    html`<li><a class="govuk-link" href="${staffPaths.changeAgreement({ agreementId, change })}">${text}</a></li>`;
  return (
    changes.length > 0 &&
    html`<div class="app-no-print">${heading(2, 'What you can record')}
<ul class="govuk-list">${changes.map((change) => link(AGREEMENT_CHANGES[change].button, change))}
${mayCorrect && link('Put the agreement right', 'corrected')}</ul></div>`
  );
};

const storyPart = ({ story }: AgreementView): Html => html`${heading(2, 'What has happened')}
${story.map(
  ({ at, sentence, said }) => html`<section class="app-evidence">${heading(3, sentence, { size: 's' })}
<p class="govuk-body-s">${momentInWords(at)}</p>
${saidInWords(said)}</section>`,
)}`;

/** What was agreed for one placement, what it costs, and what has come of it. */
export const agreementPage = (view: AgreementView): Page => {
  const agreementId = String(view.id);
  return page({
    title: `${view.home}: ${childWords(view.child)}`,
    section: 'commitments',
    childrenNamed: [view.child.id],
    breadcrumbs: [
      { text: 'What placements cost', href: staffPaths.commitments() },
      { text: `Agreement ${view.id}` },
    ],
    main: readingWidth(html`${heading(1, view.home, { caption: `Placement agreement ${view.id}, for ${childWords(view.child)}` })}
${sameStayPart(view)}
${unlikeApprovedPart(view)}
${inShort(view)}
<div class="govuk-button-group app-no-print">${button({ text: 'Read or print the agreement', href: staffPaths.agreementDocument({ agreementId }), classes: 'govuk-button--secondary' })}
<a class="govuk-link" href="${staffPaths.agreementFile({ agreementId })}">Download it as a Word document</a></div>
${signingPart(view)}
${priceTable(view)}
${putFromMovePart(view)}
${
  view.terms.absences.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${view.terms.absences.map(
    (absence) =>
      html`<li>Away from ${dayInWords(absence.starts)} to ${lastNight(absence)}: ${absence.percent}% is paid</li>`,
  )}</ul>`
}
${yearPart(view)}
${changesPart(view)}
${paymentsPart(view)}
${
  view.paid.length > 0 &&
  details({
    summaryText: `What was paid: ${view.paid.length === 1 ? '1 line' : `${view.paid.length} lines`}`,
    html: dataTable({
      caption: 'What was paid',
      captionSize: 'hidden',
      dense: true,
      stacks: true,
      rows: view.paid,
      columns: [
        { key: 'reference', header: 'Reference' },
        { key: 'starts', header: 'First night', cell: ({ starts }) => dayInWords(starts) },
        { key: 'ends', header: 'Last night', cell: lastNight },
        { key: 'amount', header: 'Amount', numeric: true, cell: ({ amount }) => inFull(amount) },
      ],
    }),
  })
}
${avoidedPart(view)}
${heading(2, 'What was agreed in words')}
${saidInWords(view.words)}
${storyPart(view)}`),
  });
};

/** The agreement as it is signed. */
export const agreementDocumentPage = ({ view, document }: AgreementDocument): Page => {
  const agreementId = String(view.id);
  return page({
    title: `Placement agreement ${view.id}`,
    section: 'commitments',
    childrenNamed: [view.child.id],
    breadcrumbs: [
      { text: 'What placements cost', href: staffPaths.commitments() },
      { text: `${view.home}: ${childWords(view.child)}`, href: staffPaths.agreement({ agreementId }) },
      { text: 'The agreement' },
    ],
    main: readingWidth(html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.agreementFile({ agreementId })}">Download it as a Word document</a>. It can also be printed from this page.</p>
${documentOnPage(document)}`),
  });
};
