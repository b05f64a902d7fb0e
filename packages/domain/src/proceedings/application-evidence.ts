import { type Form, type FormQuestion, questionsOf } from '../form/form.ts';
import { GATEWAY_EVIDENCE } from './gateway-evidence.ts';
import { ORDERS_ASKED } from './questions.ts';

/** Asked as for the gateway, under the same name, so that what was answered there is offered again. */
const asAtGateway = (name: string): FormQuestion => {
  const question = questionsOf(GATEWAY_EVIDENCE).find((one) => one.name === name);
  if (question === undefined) throw new Error(`The gateway does not ask ${name}`);
  return question;
};

const papers = (name: string, label: string): FormQuestion => ({
  kind: 'one-of',
  name,
  label,
  options: { done: 'Done', 'not-needed': 'Not needed here' },
});

/** What an application to a court goes out with. */
export const APPLICATION_EVIDENCE: Form = {
  id: 'care-proceedings',
  sections: [
    {
      id: 'application',
      title: 'The application',
      questions: [
        { kind: 'one-of', name: 'order-asked', label: 'What is the court asked for?', options: ORDERS_ASKED },
        asAtGateway('threshold'),
        asAtGateway('plan'),
        asAtGateway('parental-responsibility'),
      ],
    },
    {
      id: 'child',
      title: 'The child',
      questions: [asAtGateway('child-view'), asAtGateway('brothers-sisters')],
    },
    {
      id: 'papers',
      title: 'The papers',
      questions: [
        papers('statement', 'Social work evidence and chronology'),
        papers('care-plan', 'Care plan'),
        papers('assessments', 'Assessments relied on'),
        papers('family-plan', 'Family group decision-making offered, and the family’s plan'),
        papers('letter', 'Letter before proceedings and records of the meetings'),
      ],
    },
  ],
};
