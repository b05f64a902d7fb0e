import { type DisclosedView, profileBlocks } from '@rightplace/app';
import { type LaterStage, momentInWords } from '@rightplace/domain';
import { heading, html, warningText } from '../kit/index.ts';
import { documentOnPage } from '../parts/document-blocks.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { providerPaths } from './paths.ts';
import { referenceOf, referralAddress, STAGES_TO_PROVIDERS } from './referral-words.ts';

const WHAT_FOR: Readonly<Record<LaterStage, string>> = {
  shortlist:
    'Your offer is being considered, and this is to plan with. You are not told who the child is. Do not try to find out.',
  match:
    'This says who the child is. It is for those who will look after them, to receive them well, and for nothing else. It is shown here only while your home is the approved one, the child has not left it and the search goes on: the placement plan takes its place.',
};

/** A later stage of the profile, as this provider was sent it. */
export const disclosedPage = ({ referral, disclosure, profile }: DisclosedView): Page => {
  const { stage, at } = disclosure;
  const reference = referenceOf(referral);
  const { title } = STAGES_TO_PROVIDERS[stage];
  return page({
    // Browsers print it at the top of the paper: the reference, and no name.
    title: `${title}: ${reference}`,
    section: 'referrals',
    breadcrumbs: [
      { text: 'Referrals', href: providerPaths.referrals() },
      { text: reference, href: referralAddress(referral) },
      { text: title },
    ],
    main: readingWidth(html`${heading(1, title, { caption: reference })}
<p class="govuk-body">Sent ${momentInWords(at)}</p>
${warningText({ text: WHAT_FOR[stage], iconFallbackText: 'In confidence' })}
<section class="app-profile" aria-label="${title}">${documentOnPage({ blocks: profileBlocks(profile).slice(1) })}</section>
<p class="govuk-body app-quiet">In confidence. Every time it is opened is recorded.</p>`),
  });
};
