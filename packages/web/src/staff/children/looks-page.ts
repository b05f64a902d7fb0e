import type { Look, Looks } from '@rightplace/app';
import { isRole, momentInWords, roleTitle } from '@rightplace/domain';
import { dataTable, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { childIdentity, childParts, glassNotice } from './child-frame.ts';
import { childName } from './child-words.ts';

/** What the audit calls it, as people would say it. */
const DONE: Readonly<Record<string, string>> = {
  'child-viewed': 'Looked at the overview',
  'reviewing-officer-viewed': 'Looked at who their reviewing officer is',
  'reviewing-officer-allocated': 'Said who their reviewing officer is',
  'conflict-form-viewed': 'Opened the form that says who knows them outside work',
  'conflict-declared': 'Said that somebody knows them outside work: closed to that person from then on',
  'conflict-viewed': 'Looked at whose conflict of interest with them is in force',
  'conflict-covered': 'Said who has the cases of a colleague with a conflict of interest',
  'conflict-ended': 'Ended a colleague’s conflict of interest',
  'child-journey-viewed': 'Looked at the journey',
  'child-facts-viewed': 'Looked at the record',
  'child-looks-viewed': 'Looked at who has looked',
  'restricted-record-opened': 'Opened the restricted record',
  'child-due-viewed': 'Looked at what is due',
  'clock-said': 'Recorded something of what is due',
  'child-return-viewed': 'Looked at the rows of a return',
  'return-row-viewed': 'Opened a row of a return to correct it',
  'return-row-corrected': 'Corrected a row of a return',
  'return-row-added': 'Added a row to a return',
  'return-row-removed': 'Removed a row of a return',
  'finding-viewed': 'Looked at what a rule of the return found, with the rows it is about',
  'finding-answer-proposed': 'Said why a finding of the return stands',
  'finding-answer-agreed': 'Agreed that a finding of the return stands',
  'finding-answer-refused': 'Refused an answer to a finding of the return',
  'entry-to-care-begun': 'Asked for the child to come into care',
  'leaving-care-viewed': 'Looked at how the child may leave care',
  'leaving-care-begun': 'Began a case of the child leaving care',
  'proceedings-begun': 'Began papers for the legal gateway, or the record of a section 20 agreement',
  'case-evidence-saved': 'Wrote in a case of the child',
  'case-opened-from': 'Opened a case from another case of the child',
  'case-followed': 'Took a step of a case, and with it of the case it was opened from',
  'case-step-taken': 'Took a step of a case of the child',
  'home-notice-recorded': 'Recorded that the home the child lives in is to end',
  'certificate-viewed': 'Opened the certificate that authorises coming into care',
  'certificate-downloaded': 'Downloaded the certificate that authorises coming into care',
  'profile-viewed': 'Opened the profile for providers',
  'provider-words-answered': 'Said of words to a provider that they can go',
  'profile-words-answered': 'Said of words in the profile that they can stay',
  'profile-approved': 'Approved the profile for providers',
  'profile-downloaded': 'Downloaded the profile for providers',
  'profile-written': 'Wrote what a provider is told besides the request',
  'profile-disclosed': 'Sent more of the profile to a provider',
  'referral-viewed':
    'Read in the portal what the provider was sent, with nothing that tells who the child is',
  'disclosed-profile-viewed': 'Read in the portal more of the profile, as the provider was sent it',
  'certificate-checked': 'Checked a copy of the certificate that authorises coming into care',
  'finding-answer-withdrawn': 'Withdrew an answer to a finding of the return',
};

/** The same for entries that are about something else and have the child's name in them. */
const NAMED: Readonly<Record<string, string>> = {
  'child-viewed': 'Saw the name on the page of a brother or sister',
  'conflicts-listed': 'Saw the name in the list of conflicts of interest',
  'children-listed': 'Saw the name in the list of children',
  'own-children-listed': 'Saw the name among their own children on the first page',
  'measure-children-listed': 'Saw the name in a list of the children behind a figure',
  'measure-changes-listed': 'Saw the name in a list of what changed a figure',
  'api-children-read':
    'Another system read the identifier, or the name, in a list of the children behind a figure',
  'children-downloaded': 'Downloaded a list with this child in it',
  'import-previewed': 'Read a return of which rows of this child were set aside',
  'import-applied': 'Loaded a return that changed this record',
  'import-opened': 'Saw rows of this child that an import set aside',
  'import-report-downloaded': 'Downloaded a list with rows of this child that an import set aside',
  'case-viewed': 'Looked at a case of the child',
  'my-work-listed': 'Saw the name in the list of their work',
  'desk-listed': 'Saw the name in the list of what waits for a director',
  'team-queue-listed': 'Saw the name in the list of what is open in their team or service',
  'leaving-care-listed': 'Saw the name in the list of who leaves care',
  'what-is-due-listed': 'Saw the name in the list of what is due',
  'return-exported': 'Exported a return with this child in it',
  'return-readiness-viewed': 'Saw the name among what the rules of the return found or no longer find',
  'findings-listed': 'Saw the name in a list of what the rules of the return found',
  'findings-downloaded': 'Downloaded a list of what the rules of the return found, with this child in it',
  'return-frozen': 'Froze the submitted return with this child in it',
  'return-rehearsed': 'Froze a rehearsal of the return with this child in it',
  'freeze-downloaded': 'Downloaded a frozen return with this child in it',
};

const done = ({ action, named }: Look): string => {
  const plain = action.replaceAll('-', ' ');
  return named ? (NAMED[action] ?? `Saw the name: ${plain}`) : (DONE[action] ?? plain);
};

const roles = ({ roles: held }: Look): string =>
  held.map((role) => (isRole(role) ? roleTitle(role) : role)).join(', ') || '–';

export const looksPage = (looks: Looks, looking: AskedMoment, mayCorrect: boolean): Page => {
  const name = childName(looks);
  const carried = looking.query;
  return page({
    title: `Who has looked – ${name}`,
    section: 'children',
    identity: childIdentity(looks, {
      facts: name === looks.id ? [] : [`number ${looks.id}`],
      parts: childParts(looks.id, { here: 'looks', carried, mayAudit: true, mayCorrect }),
    }),
    main: html`${glassNotice(looks.glass)}
${heading(1, 'Who has looked at this record', { caption: name })}
<p class="govuk-body">Every time the record is opened, on any of its pages, it is written here before the page is shown. So is every list and file with the child’s name in it.</p>
${dataTable<Look>({
  caption: 'Newest first',
  dense: true,
  rowHeader: 'who',
  rows: looks.looks,
  empty: 'Nobody has opened this record before now.',
  columns: [
    { key: 'at', header: 'When', nowrap: true, cell: ({ at }) => momentInWords(at) },
    { key: 'who', header: 'Who', cell: ({ who, actor }) => who ?? actor },
    { key: 'roles', header: 'Role that day', cell: roles },
    { key: 'done', header: 'What they did', cell: done },
    { key: 'why', header: 'Why', cell: ({ why }) => why ?? '' },
  ],
})}
${looks.earlier !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.childLooks({ childId: looks.id }, { ...carried, before: looks.earlier })}">Earlier</a></p>`}`,
  });
};
