import { randomUUID } from 'node:crypto';
import { type ProfileView, profileBlocks, type Recipient, type SentStage } from '@rightplace/app';
import {
  CHANNELS,
  dayInShort,
  type Fault,
  type LaterStage,
  londonDayOf,
  londonTimeOf,
  type Moment,
  momentInWords,
  PROFILE_STAGES,
  STAGE_SECTIONS,
  stageQuestions,
} from '@rightplace/domain';
import {
  button,
  checkboxes,
  dataTable,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  link,
  status,
} from '../../kit/index.ts';
import { documentOnPage } from '../../parts/document-blocks.ts';
import { errorsOf, questionFields } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import { searchPaths } from '../search/search-paths.ts';
import {
  addressesOf,
  approvePart,
  earlierPart,
  findingsPart,
  leftOutPart,
  type ProfileForm,
  stagesPart,
  standingPart,
} from './profile-parts.ts';

const TITLES: Readonly<Record<LaterStage, string>> = {
  shortlist: 'The shortlist profile',
  match: 'The match profile',
};

const LEAD: Readonly<Record<LaterStage, string>> = {
  shortlist:
    'For providers whose offer is shared with the social worker: more, to plan with. It has no name, no date of birth, no address and no school.',
  match:
    'For the one provider whose offer the director approved. It says who the child is. It is no longer shown once the approval does not stand, the child has left the home, or the search is over.',
};

export interface StageForm extends ProfileForm {
  /** To whom it was to be sent when it was not. */
  readonly sendFault?: string;
}

const crumbs = (view: ProfileView, last: string) => [
  { text: 'Searches', href: staffPaths.searches() },
  {
    text: `${view.title}: ${childInWords(view)}`,
    href: searchPaths.search({ caseId: String(view.caseId) }),
  },
  { text: last },
];

const shortMoment = (at: Moment): string => `${dayInShort(londonDayOf(at))}, ${londonTimeOf(at)}`;

const sentPart = ({ sent, caseId }: ProfileView): Html | false =>
  sent.length > 0 &&
  html`<section class="app-no-print">${dataTable<SentStage>({
    caption: 'Who was sent it',
    captionSize: 'm',
    stacks: true,
    rows: sent,
    columns: [
      {
        key: 'provider',
        header: 'Provider',
        cell: ({ provider, approach }) =>
          link(searchPaths.searchApproach({ caseId: String(caseId), entry: String(approach) }), provider),
      },
      {
        key: 'at',
        header: 'Sent',
        cell: ({ disclosure: { at, channel, version } }) =>
          html`${shortMoment(at)}<br><span class="app-quiet">${CHANNELS[channel] ?? channel}${version !== undefined && `, version ${version}`}</span>`,
      },
      {
        key: 'opened',
        header: 'Opened',
        cell: ({ disclosure: { openedAt, channel } }) =>
          openedAt === undefined ? (channel === 'portal' ? 'Not yet' : 'Not known') : shortMoment(openedAt),
      },
      {
        key: 'stands',
        header: 'Now',
        cell: ({ stands, disclosure: { channel } }) =>
          stands
            ? status(channel === 'portal' ? 'Shown' : 'Stands', 'green')
            : status(channel === 'portal' ? 'Taken away' : 'To be destroyed', 'grey'),
      },
    ],
  })}</section>`;

const named = ({ provider, home }: Recipient): string =>
  home === undefined ? provider : `${provider}: ${home}`;

const byWhat = ({ channel }: Recipient): string =>
  channel === 'portal'
    ? 'They read it in the portal, and are told by e-mail that there is something to read.'
    : 'Not asked by the portal: download it and send it yourself by secure e-mail. It is logged that you did.';

const sendPart = (view: ProfileView, { csrf, sendFault }: StageForm): Html | false => {
  const { caseId, stage, recipients, approved } = view;
  const version = approved[0]?.version;
  const open = recipients.filter(({ sent }) => sent?.version !== version);
  if (!view.maySend || view.isCurrent !== true || view.isInTheWay || open.length === 0) return false;
  const [only, ...others] = open;
  const action = staffPaths.profileStageSend({ caseId: String(caseId), stage });
  const fields =
    only !== undefined && others.length === 0
      ? html`<input type="hidden" name="approaches" value="${String(only.approach)}"><p class="govuk-body">To <strong>${named(only)}</strong>. ${byWhat(only)}</p>`
      : checkboxes({
          name: 'approaches',
          idPrefix: 'approaches',
          fieldset: { legend: { text: 'To whom?', classes: 'govuk-fieldset__legend--s' } },
          ...(sendFault === undefined ? {} : { errorMessage: { text: sendFault } }),
          items: open.map((one) => ({
            value: String(one.approach),
            text: named(one),
            hint: { text: byWhat(one) },
          })),
        });
  return html`<section class="app-no-print" id="send">${heading(2, 'Send it')}
${form({
  action,
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${randomUUID()}">${fields}
${button({ text: `Send version ${version ?? ''}`, preventDoubleClick: true })}`,
})}</section>`;
};

const writtenPart = (view: ProfileView): Html | false => {
  const { caseId, stage, added, mayApprove } = view;
  if (!mayApprove) return false;
  const address = staffPaths.writeProfileStage({ caseId: String(caseId), stage });
  const { by, at, revision, missing } = added;
  return html`<section class="app-no-print">${heading(2, 'What is written for it')}
<p class="govuk-body">${revision === 0 ? 'Nothing yet. Ask the social worker, and write it here: it stands in the profile beside the request.' : html`Written by ${by ?? ''}${at !== undefined && html` on ${momentInWords(at)}`}. It stands in the profile below.`}</p>
${missing.length > 0 && insetText({ html: html`<p class="govuk-body">Before it can be approved, write:</p><ul class="govuk-list govuk-list--bullet">${missing.map((label) => html`<li>${label}</li>`)}</ul>` })}
<p class="govuk-body">${link(address, revision === 0 ? 'Write it' : 'Change what is written')}</p></section>`;
};

/** A later stage of the profile: who has it, who may, what is written for it, what is in the way, and how it reads. */
export const stagePage = (view: ProfileView, stage: LaterStage, shown: StageForm): Page => {
  const { fault, sendFault } = shown;
  const errors = formErrors([
    ...(fault === undefined ? [] : [{ field: fault.field, text: fault.sentence }]),
    ...(sendFault === undefined ? [] : [{ field: 'approaches', text: sendFault }]),
  ]);
  return page({
    title: `${TITLES[stage]}: ${view.profile.reference}`,
    section: 'searches',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    breadcrumbs: crumbs(view, TITLES[stage]),
    main: readingWidth(html`${errors.summary}<div class="app-no-print">
${heading(1, TITLES[stage], { caption: `${view.title}: ${childInWords(view)}` })}
<p class="govuk-body-l">${LEAD[stage]}</p></div>
${stagesPart(view)}
${standingPart(view)}
${sendPart(view, shown)}
${sentPart(view)}
${writtenPart(view)}
${findingsPart(view, shown)}
${approvePart(view, shown.csrf)}
<section class="app-profile" aria-label="The profile">${documentOnPage({ blocks: [{ kind: 'heading', level: 1, text: `${view.profile.reference}: ${PROFILE_STAGES[stage].title.toLowerCase()}` }, ...profileBlocks(view.profile).slice(1)] })}</section>
${leftOutPart(view)}
${earlierPart(view)}`),
  });
};

export interface WriteStageForm {
  readonly csrf: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly key: string | undefined;
}

/** The form of what is written for a stage. */
export const writeStagePage = (view: ProfileView, stage: LaterStage, shown: WriteStageForm): Page => {
  const asks = stageQuestions(stage);
  const errors = errorsOf(shown.faults, asks);
  const title = STAGE_SECTIONS[stage]?.title ?? '';
  return page({
    title: `${title}: ${childInWords(view)}`,
    section: 'searches',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    backLink: { href: addressesOf(view).page, text: `Back to ${TITLES[stage].toLowerCase()}` },
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption: childInWords(view) })}
<p class="govuk-body">It is read by ${PROFILE_STAGES[stage].to}, beside what the request says. ${stage === 'shortlist' ? 'Write nothing that tells who the child is: it is searched for that.' : 'They are told who the child is; write of others only what a home has to know.'}</p>
${form({
  action: staffPaths.writeProfileStage({ caseId: String(view.caseId), stage }),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="_key" value="${shown.key ?? randomUUID()}"><input type="hidden" name="added" value="${String(view.added.revision)}">
${questionFields(asks, shown)}
${button({ text: 'Save', preventDoubleClick: true })}`,
})}`),
  });
};
