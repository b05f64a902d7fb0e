import { type ProfileView, profileBlocks } from '@rightplace/app';
import { formErrors, heading, html } from '../../kit/index.ts';
import { documentOnPage } from '../../parts/document-blocks.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import type { CameFrom } from '../search/came-from.ts';
import {
  approvePart,
  earlierPart,
  findingsPart,
  leftOutPart,
  type ProfileForm,
  stagesPart,
  standingPart,
} from './profile-parts.ts';
import { notAgreedPart, qualityPart, suggestionsPart } from './quality-part.ts';

const TITLE = 'The profile for providers';

/** The profile as providers read it, with what keeps it from going out, what is left out, and what would make it better. */
export const profilePage = (view: ProfileView, shown: ProfileForm, came?: CameFrom): Page => {
  const { fault } = shown;
  const errors = formErrors(fault === undefined ? [] : [{ field: fault.field, text: fault.sentence }]);
  return page({
    // Browsers print it at the top of the paper.
    title: `${TITLE}: ${view.profile.reference}`,
    section: came === undefined ? 'my-work' : 'searches',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    ...(came === undefined
      ? {
          breadcrumbs: [
            { text: 'Your work', href: staffPaths.myWork() },
            {
              text: `${view.title}: ${childInWords(view)}`,
              href: staffPaths.case({ caseId: String(view.caseId) }),
            },
            { text: TITLE },
          ],
        }
      : { backLink: came }),
    main: readingWidth(html`${errors.summary}<div class="app-no-print">
${heading(1, TITLE, { caption: `${view.title}: ${childInWords(view)}` })}</div>
${stagesPart(view)}
${standingPart(view)}
${findingsPart(view, shown)}
${approvePart(view, shown.csrf)}
<section class="app-profile" aria-label="The profile">${documentOnPage({ blocks: [{ kind: 'heading', level: 1, text: view.profile.reference }, ...profileBlocks(view.profile).slice(1)] })}</section>
${leftOutPart(view)}
<section class="app-no-print">${heading(2, 'How well the request shows the child')}
${notAgreedPart(view.notAgreed)}
${qualityPart(view.quality)}</section>
<section class="app-no-print">${heading(2, 'Words you could say another way')}
${suggestionsPart(view.suggestions)}</section>
${earlierPart(view)}`),
  });
};
