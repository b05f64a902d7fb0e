import {
  type Agenda,
  findMeeting,
  listChairs,
  openAgenda,
  referToResourcesPanel,
  saveMeeting,
  showPanels,
  type World,
} from '@rightplace/app';
import { childId, isPanelId, parseDay } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { caseBegunIn } from '../cases/begun-link.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { agendaPage } from './agenda-page.ts';
import { type MeetingForm, meetingFormPage } from './meeting-form-page.ts';
import { panelsPage } from './panels-page.ts';
import { referPage } from './refer-page.ts';

type OfPanel = Visit<{ readonly panelId: string }>;
type OfMeeting = Visit<{ readonly panelId: string; readonly day: string }>;

const PANEL = { panelId: 'entry-to-care-panel' };
const MEETING = { ...PANEL, day: '2026-11-24' };

const onMeeting = async (
  { signedIn, params }: OfMeeting,
  world: World,
  show: (agenda: Agenda) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const agenda = await openAgenda(world, signedIn, { panel: params.panelId, on: params.day });
  if (agenda.kind === 'refused') return agenda.name === 'no-such-meeting' ? notFound : agenda;
  return show(agenda);
};

/** What was typed of a meeting, as its form shows it again. */
const typedIn = (form: URLSearchParams): MeetingForm['given'] => {
  const text = (name: string): string => form.get(name) ?? '';
  return {
    revision: text('revision'),
    startsAt: text('starts-at'),
    place: text('place'),
    chair: text('chair'),
    members: text('members'),
    calledOff: form.get('called-off') === 'yes',
  };
};

const NEW: MeetingForm['given'] = {
  revision: '0',
  startsAt: '',
  place: '',
  chair: '',
  members: '',
  calledOff: false,
};

const save = async (visit: OfPanel, world: World, day: MeetingForm['day']): Promise<Answer> => {
  const { form, params, signedIn, csrf, today } = visit;
  const given = typedIn(form);
  const on = day ?? dayTyped(form, 'day');
  const answer = await saveMeeting(world, signedIn, {
    panel: params.panelId,
    on,
    basedOn: wholeNumber(given.revision) || 0,
    ...given,
  });
  if (answer.kind === 'meeting-saved')
    return redirect(staffPaths.panelMeeting({ panelId: answer.panel, day: answer.on }), {
      notice: 'The meeting is saved.',
    });
  if (answer.name === 'saved-meanwhile')
    return notRecordedPage({
      title: 'It was not recorded',
      sentence: answer.sentence,
      section: 'panels',
      form,
      goOn: html`<a class="govuk-link" href="${staffPaths.panels()}">The panels as they are now</a>`,
    });
  if (!isPanelId(params.panelId)) return notFound;
  if (answer.name !== 'meeting-wrong' && answer.name !== 'panel-not-run') return answer;
  return meetingFormPage({
    csrf,
    panel: params.panelId,
    day,
    hasCome: day !== undefined && day <= today,
    chairs: await listChairs(world, signedIn, on ?? today),
    given,
    typed: form,
    problems:
      'faults' in answer
        ? answer.faults.map(({ field, sentence }) => ({
            field: field === 'day' ? 'day-day' : field,
            text: sentence,
          }))
        : [{ field: 'starts-at', text: answer.sentence }],
  });
};

const refer = async ({ form, signedIn, csrf }: Visit, world: World): Promise<Answer> => {
  const [number, key] = [(form.get('number') ?? '').trim(), form.get('_key') ?? ''];
  if (number === '') {
    const text = 'Enter the child’s number in your case system';
    return referPage({ csrf, number, key, problems: [{ field: 'number', text }] });
  }
  const answer = await referToResourcesPanel(world, signedIn, { child: childId(number), key });
  if (answer.kind === 'referral-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  if (answer.name === 'not-your-role') return answer;
  return referPage({
    csrf,
    number,
    // Sent again it refers another child, and so is another form.
    key: answer.name === 'said-otherwise' ? undefined : key,
    problems: [{ field: 'number', text: answer.sentence }],
    begun: caseBegunIn(answer),
  });
};

/** Panels, their meetings, and what is put before them. What each case comes to is recorded on the case's own pages. */
export const panelRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.panels,
    action: 'see-panels',
    audit: 'panels-listed',
    recordsItself: true,
    handler: async ({ signedIn }, world) => {
      const shown = await showPanels(world, signedIn);
      return shown.kind === 'refused' ? shown : panelsPage(shown);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.referToPanel,
    action: 'refer-to-panel',
    audit: 'nothing',
    handler: ({ csrf, query }) => referPage({ csrf, number: query.get('child') ?? '' }),
  }),
  route({
    method: 'POST',
    path: staffPaths.referToPanel,
    action: 'refer-to-panel',
    audit: 'panel-referral-begun',
    handler: refer,
  }),
  route({
    method: 'GET',
    path: staffPaths.addPanelMeeting,
    example: PANEL,
    action: 'arrange-panels',
    audit: 'nothing',
    handler: async ({ signedIn, params, csrf, today }: OfPanel, world) =>
      isPanelId(params.panelId)
        ? meetingFormPage({
            csrf,
            panel: params.panelId,
            day: undefined,
            hasCome: false,
            chairs: await listChairs(world, signedIn, today),
            given: NEW,
          })
        : notFound,
  }),
  route({
    method: 'POST',
    path: staffPaths.addPanelMeeting,
    example: PANEL,
    action: 'arrange-panels',
    audit: 'panel-meeting-saved',
    handler: (visit: OfPanel, world) => save(visit, world, undefined),
  }),
  route({
    method: 'GET',
    path: staffPaths.panelMeeting,
    example: MEETING,
    action: 'see-panels',
    audit: 'panel-agenda-viewed',
    recordsItself: true,
    handler: (visit: OfMeeting, world) => onMeeting(visit, world, agendaPage),
  }),
  route({
    method: 'GET',
    path: staffPaths.changePanelMeeting,
    example: MEETING,
    action: 'arrange-panels',
    audit: 'nothing',
    handler: async ({ signedIn, params, csrf, today }: OfMeeting, world) => {
      const found = await findMeeting(world, signedIn, { panel: params.panelId, on: params.day });
      if (found.kind === 'refused') return found.name === 'no-such-meeting' ? notFound : found;
      const { meeting, chairs } = found;
      return meetingFormPage({
        csrf,
        panel: meeting.panel,
        day: meeting.on,
        hasCome: meeting.on <= today,
        chairs,
        given: {
          revision: String(meeting.revision),
          startsAt: meeting.startsAt,
          place: meeting.place,
          chair: meeting.chair === null ? '' : String(meeting.chair),
          members: meeting.members.join('\n'),
          calledOff: meeting.calledOff,
        },
      });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.changePanelMeeting,
    example: MEETING,
    action: 'arrange-panels',
    audit: 'panel-meeting-saved',
    handler: (visit: OfMeeting, world) => {
      const day = parseDay(visit.params.day);
      return day === undefined ? notFound : save(visit, world, day);
    },
  }),
];
