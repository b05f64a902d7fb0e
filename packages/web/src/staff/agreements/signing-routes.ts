import { type AgreementView, listSigning, markAgreement, openAgreement, type World } from '@rightplace/app';
import { type AgreementMarkKind, isAgreementMark } from '@rightplace/domain';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { markPage, questionsOfMark, signingPage } from './signing-pages.ts';

type OfMark = Visit<{ readonly agreementId: string; readonly mark: string }>;

const OF_MARK = { agreementId: '1', mark: 'sent' };

interface Wanted {
  readonly mark: AgreementMarkKind;
  readonly takesBack: boolean;
}

/** What is out of somebody's reach, or not open to them now, is as if it were not there. */
const onMark = async (
  { params, signedIn, query, form }: OfMark,
  world: World,
  show: (view: AgreementView, wanted: Wanted) => Answer | Promise<Answer>,
): Promise<Answer> => {
  if (!isAgreementMark(params.mark)) return notFound;
  const view = await openAgreement(world, signedIn, wholeNumber(params.agreementId));
  if (view === undefined) return notFound;
  if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
  const takesBack = query.get('take-back') === 'yes' || form.get('take-back') === 'yes';
  return show(view, { mark: params.mark, takesBack });
};

const showMark = (visit: OfMark, world: World): Promise<Answer> =>
  onMark(visit, world, (view, wanted) => {
    const { write, takeBack } = view.signing;
    return (wanted.takesBack ? takeBack : write).includes(wanted.mark)
      ? markPage(view, wanted, { csrf: visit.csrf })
      : notFound;
  });

const sendMark = (visit: OfMark, world: World): Promise<Answer> =>
  onMark(visit, world, async (view, { mark, takesBack }) => {
    const { form, csrf, signedIn } = visit;
    const given = typedAnswers(form, questionsOfMark(view, mark, takesBack));
    const key = form.get('_key') ?? '';
    const saved = await markAgreement(world, signedIn, { id: view.id, mark, takesBack, key, typed: given });
    if (saved === undefined) return notFound;
    if (saved.kind === 'marked')
      return redirect(staffPaths.agreement({ agreementId: String(view.id) }), { notice: 'It is recorded.' });
    const again = { csrf, given, key };
    if (saved.name === 'not-said' && 'faults' in saved)
      return markPage(view, { mark, takesBack }, { ...again, faults: saved.faults });
    const [first] = questionsOfMark(view, mark, takesBack);
    return (saved.name === 'not-yet' || saved.name === 'already') && first !== undefined
      ? markPage(
          view,
          { mark, takesBack },
          { ...again, faults: [{ question: first.name, sentence: saved.sentence }] },
        )
      : saved;
  });

/** Signatures of agreements and payments to set up. Each use case records who saw or wrote what. */
export const signingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.agreementsToSign,
    action: 'list-commitments',
    audit: 'agreements-to-sign-listed',
    recordsItself: true,
    handler: async ({ signedIn }, world) => {
      const list = await listSigning(world, signedIn);
      return list.kind === 'refused' ? list : signingPage(list);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.markAgreement,
    example: OF_MARK,
    action: 'see-agreement',
    audit: 'placement-agreement-viewed',
    recordsItself: true,
    handler: showMark,
  }),
  route({
    method: 'POST',
    path: staffPaths.markAgreement,
    example: OF_MARK,
    action: 'see-agreement',
    audit: 'placement-agreement-marked',
    handler: sendMark,
  }),
];
