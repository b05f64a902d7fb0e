import { ENTRY_EVIDENCE } from '../entry-to-care/evidence.ts';
import { type Form, type FormQuestion, questionsOf } from '../form/form.ts';

/** Asked as in the request for care, under the same name, so that what was answered there is offered here. */
const asInRequest = (...names: readonly string[]): readonly FormQuestion[] => {
  const asked = questionsOf(ENTRY_EVIDENCE);
  return names.map((name) => {
    const question = asked.find((one) => one.name === name);
    if (question === undefined) throw new Error(`The request for care does not ask ${name}`);
    return question;
  });
};

/** What the panel reads: what the request for care says already, and what only a panel asks. */
export const ENTRY_PANEL_EVIDENCE: Form = {
  id: 'entry-to-care-panel',
  sections: [
    {
      id: 'asked',
      title: 'What the panel is asked',
      questions: [
        {
          kind: 'one-of',
          name: 'in-care',
          label: 'Is the child in care already?',
          options: { no: 'No, the panel is asked first', emergency: 'Yes, they came in an emergency' },
        },
        {
          kind: 'text',
          name: 'ask',
          label: 'What do you ask the panel to look at?',
          hint: 'The papers below speak for themselves. Say what is hard about the decision.',
        },
      ],
    },
    {
      id: 'child',
      title: 'The child',
      questions: asInRequest('at-their-best', 'child-view', 'siblings'),
    },
    { id: 'family', title: 'The family', questions: asInRequest('parents-view', 'network') },
    { id: 'why', title: 'Why care', questions: asInRequest('analysis', 'risk', 'chronology') },
    {
      id: 'alternatives',
      title: 'What was tried',
      questions: [
        ...asInRequest('alternatives', 'alternatives-came-to', 'none-why'),
        {
          kind: 'text',
          name: 'support-instead',
          label: 'What support, from tomorrow, could keep the child safely at home?',
          hint: 'What it would take, even where you do not think that it is enough.',
        },
      ],
    },
    {
      id: 'legal',
      title: 'The legal basis, and the right home',
      questions: [
        ...asInRequest('legal-basis', 'consent'),
        {
          kind: 'text',
          name: 'instead-of-agreement',
          label: 'What was considered instead of care by agreement under section 20?',
          hint: 'Help at home, relatives or friends, an order. Where section 20 is not asked for, say why not.',
        },
        {
          kind: 'text',
          name: 'right-home',
          label: 'Which home would be right for the child from the first day?',
        },
      ],
    },
  ],
};
