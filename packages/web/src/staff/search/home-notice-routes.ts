import { recordHomeNotice, type World } from '@rightplace/app';
import { childId, HOME_NOTICE_ASKS } from '@rightplace/domain';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { homeNoticePage } from './home-notice-page.ts';
import { searchPaths } from './search-paths.ts';

const record = async ({ form, signedIn, csrf }: Visit, world: World): Promise<Answer> => {
  const number = (form.get('number') ?? '').trim();
  const key = form.get('_key') ?? '';
  const given = typedAnswers(form, HOME_NOTICE_ASKS);
  const answer = await recordHomeNotice(world, signedIn, { child: childId(number), key, typed: given });
  if (answer.kind === 'home-notice-recorded')
    return redirect(staffPaths.case({ caseId: String(answer.id) }), {
      notice: answer.isNew
        ? 'The notice is recorded, and another home is asked for.'
        : 'The notice is recorded with the search for a home.',
    });
  if (answer.name === 'not-your-role') return answer;
  const shown = { csrf, number, key, given };
  return answer.name === 'not-said'
    ? homeNoticePage({ ...shown, faults: answer.faults })
    : homeNoticePage({
        ...shown,
        // Sent again it is another notice, and so another form.
        ...(answer.name === 'said-otherwise' ? { key: undefined } : {}),
        faults: [],
        problem: answer.sentence,
      });
};

/** That a home is to end, from the child’s page or by the child’s number. */
export const homeNoticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: searchPaths.homeNotice,
    action: 'record-home-notice',
    audit: 'nothing',
    handler: ({ csrf, query }) =>
      homeNoticePage({ csrf, number: query.get('number') ?? '', given: {}, faults: [] }),
  }),
  route({
    method: 'POST',
    path: searchPaths.homeNotice,
    action: 'record-home-notice',
    audit: 'home-notice-recorded',
    handler: record,
  }),
];
