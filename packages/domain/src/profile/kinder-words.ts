import { readText, type Token } from './detectors/text.ts';

/** Where a word’s reputation comes from: what young people said of it themselves, or how writing about children is advised. */
export const WORD_SOURCES = {
  'language-that-cares':
    'Young people in care, in TACT’s glossary “Language That Cares” (first published in 2019; tactfostering.org.uk)',
  plain: 'Plain words: what a reader outside the service would not know, or could take as blame',
} as const;

export interface KinderWord {
  /** As it may be written, in small letters; each of its words may have an ending that is given after a stroke. */
  readonly words: readonly string[];
  readonly better: string;
  readonly why: string;
  readonly source: keyof typeof WORD_SOURCES;
}

const said = (words: string, better: string, why: string): KinderWord => ({
  words: words.split(', '),
  better,
  why,
  source: 'language-that-cares',
});
const plain = (words: string, better: string, why: string): KinderWord => ({
  ...said(words, better, why),
  source: 'plain',
});

/**
 * Words that young people advise against, or that readers outside the service do not know, and what could be written. Suggestions:
 * a child’s own word for themselves and their family is always the best one.
 */
export const KINDER_WORDS: readonly KinderWord[] = [
  said(
    'abscond, absconds, absconded, absconding, absconder',
    'went missing, ran away',
    'It is a word of courts and prisons.',
  ),
  said(
    'asylum seeker, uasc',
    'a young person who came here alone',
    'It names a label of the Home Office, not the young person.',
  ),
  said(
    'birth parent, birth parents, birth mother, birth father, birth family, biological parents, biological mother, biological father',
    'mum, dad, family: the word that the child uses',
    'To the child they are mum, dad or family.',
  ),
  said(
    'care leaver, care leavers',
    'a care-experienced young person',
    'It says what somebody left, and not who they are.',
  ),
  said(
    'challenging behaviour, challenging behaviours, behavioural issues, behavioural problems, behaviour problems',
    'what is hard for them, what it looks like, and what helps',
    'It tells the reader about the adult’s trouble and not about the child’s.',
  ),
  said(
    'contact, contacts, supervised contact, supervised contacts, contact session, contact sessions, contact centre',
    'family time, seeing mum, a family centre',
    'Seeing one’s family is not a procedure.',
  ),
  said(
    'difficult to place, hard to place, unplaceable, cannot be placed',
    'we have not found the right home yet',
    'The search is difficult. The child is not.',
  ),
  said('drop out, dropped out', 'left school early', 'It sounds as if nobody else had a part in it.'),
  said(
    'in placement, placement, placements, placed, placing',
    'home, living with',
    'A child lives in a home.',
  ),
  said(
    'lac, cla, looked after child, looked after children',
    'the child, children in our care',
    '“LAC” is heard as “lack”.',
  ),
  said('leaving care', 'moving on', 'Moving on is what they do; care need not stop.'),
  said('neet', 'looking for work or a course', 'It says only what somebody does not have.'),
  said('peers, peer group', 'friends, others of their age', 'Nobody calls their friends that.'),
  said('permanence, permanency', 'a home for good', 'The word is not known outside the service.'),
  said(
    'respite, respite care',
    'a stay with, a sleepover, a break',
    'It sounds as if others had to have a rest from the child.',
  ),
  said('sibling, siblings, sibling group', 'brothers and sisters', 'It is a word of forms.'),
  said(
    'statutory visit, stat visit',
    'a visit from the social worker',
    'The child is visited. The law is not.',
  ),
  said('unit, residential unit', 'children’s home, house', 'Nobody wants to live in a unit.'),
  said('special needs, sen, send', 'what helps them to learn', 'Say what helps, so that it can be given.'),
  said('transition, transitions', 'moving, changing school', 'Say what changes.'),
  said('disclosed, disclosure', 'told us', 'It is what adults call it when a child tells them something.'),
  plain(
    'attention seeking, attention seeker',
    'looks for somebody to be close to',
    'It is a need, and can be met.',
  ),
  plain(
    'manipulative, manipulates',
    'has learned to look after themselves by',
    'It judges. Say what happens and what it is for.',
  ),
  plain(
    'non compliant, noncompliant, refuses to engage, does not engage, disengaged',
    'has said no to, was not ready for',
    'Say what was offered, and what the child said.',
  ),
  plain(
    'placement breakdown, placement disruption, failed placement, disrupted placement',
    'that home came to an end because',
    'It was not the child who failed.',
  ),
  plain(
    'promiscuous, sexually active, puts herself at risk, puts himself at risk, puts themselves at risk',
    'is being harmed or exploited by',
    'Children do not put themselves at risk. Others harm them.',
  ),
  plain(
    'lifestyle choice, streetwise, street wise',
    'what happens, and who draws them into it',
    'A child who is exploited has not chosen it.',
  ),
  plain(
    'violent, aggressive, assaultive',
    'when frightened or angry they may hit; what helps is',
    'Say what happens, when, and what helps.',
  ),
  plain(
    'tantrum, tantrums, meltdown, meltdowns, kicks off, kicking off, kicked off',
    'gets very upset',
    'Say what it feels like to the child.',
  ),
  plain('bed, beds, bed space', 'a home, a room of their own', 'A child is not looking for a bed.'),
  plain('case, cases', 'the child, the family', 'A child is not a case.'),
  plain(
    'edt, ehcp, camhs, sdq, pep, iro, cin, cp, dv, ehc, cse, cce, mfh, yot, nfa',
    'the whole name, in words',
    'Not every reader knows the letters.',
  ),
  plain('service user, service users, client', 'the young person', 'It is not who they are.'),
  plain(
    'suffers from, suffer from, suffered from, suffering from, sufferer, sufferers, afflicted with, afflicted by, victim of, victims of',
    'has, lives with',
    'It tells how others feel about it. Say what the child has, and what helps.',
  ),
  plain(
    'wheelchair bound, confined to a wheelchair, handicapped, the disabled, mental age, low functioning, high functioning',
    'uses a wheelchair, is disabled; what they can do, and what they need help with',
    'It says less of the child than of a scale.',
  ),
  plain(
    'refuses, refused, refusing, refusal, refusals, school refuser, school refusal',
    'says no to, does not feel able to yet',
    'Say what was asked, what the child said, and what would help.',
  ),
  plain(
    'oppositional, defiant, defiance, disobedient, uncooperative, uncompliant, compliant, non compliance, noncompliance, non engagement, will not engage, won t engage',
    'says no when; what helps is',
    'It asks for obedience. Say what happens and what helps.',
  ),
  plain(
    'beyond control, beyond parental control, out of control, uncontrollable, unmanageable, acting out, acts out, acted out, naughty, badly behaved, bad behaviour, disruptive behaviour, disruptive',
    'what is hard for them, what it looks like, and what helps',
    'It tells of what adults could not do.',
  ),
  plain(
    'attention needing, demanding behaviour, clingy',
    'looks for somebody to be close to',
    'It is a need, and can be met.',
  ),
  plain(
    'absconsion, absconsions, awol, runaway, runs off, frequent missing episodes, missing episode, missing episodes',
    'went missing; when, and where they were found',
    'Say what happened and why, as far as the child told it.',
  ),
  plain(
    'did not attend, dna, failed to attend, fails to attend, was not brought',
    'missed; who could not bring them, and why',
    'Children do not miss appointments by themselves.',
  ),
  plain(
    'natural parents, natural mother, natural father, real parents, real mum, real dad, bio mum, bio dad, birth mum, birth dad, birth sibling, birth siblings',
    'mum, dad, brother, sister: the word that the child uses',
    'To the child they are family.',
  ),
  plain(
    'foster child, foster children, foster placement, foster placements',
    'lives with a foster family',
    'It is where a child lives and not what they are.',
  ),
  plain(
    'step down, stepped down, stepping down, move on placement',
    'will live with a family, will have more say',
    'A child goes on to something.',
  ),
  plain(
    'lac review, lac reviews, cla review, cla reviews, lac nurse, lac medical, pathway review',
    'their review, the nurse, the health check',
    'A child should know the word for their own meeting.',
  ),
  plain(
    'damaged child, damaged, problem child, troubled child, troubled, broken home, broken family, feral',
    'what happened to them, and who helped',
    'A child is not what happened to them.',
  ),
  plain(
    'committed suicide, attempted suicide, self harmer, self harmers, suicidal gesture',
    'tried to end their life, hurts themselves when',
    'To commit is said of crimes. Say what happens and what helps.',
  ),
  plain(
    'drug user, drug abuser, substance abuser, substance misuser, addict, addicts, alcoholic',
    'uses, is dependent on',
    'It is something that they do and not what they are.',
  ),
  plain(
    'child prostitute, prostitute, prostitution, young offender, gang member, perpetrator, juvenile, juveniles, minors',
    'what happened, and who drew them into it; a young person',
    'It makes of a child what was done with them.',
  ),
  plain(
    'dysfunctional, chaotic family, hard to reach',
    'what happened, and who helped',
    'It judges a family in one word.',
  ),
];

/** A word in one answer, with what could be written. */
export interface WordSuggestion {
  readonly question: string;
  readonly label: string;
  readonly words: string;
  readonly better: string;
  readonly why: string;
  readonly source: KinderWord['source'];
  readonly times: number;
}

const stands = (tokens: readonly Token[], sought: readonly string[], at: number): boolean =>
  sought.every((word, index) => tokens[at + index]?.word === word);

/** Words of which there is something longer at the same place count as that: “contact centre” and not “contact”. */
const BY_LENGTH = KINDER_WORDS.flatMap((entry) =>
  entry.words.map((words) => ({ entry, sought: readText(words).tokens.map(({ word }) => word) })),
).toSorted((a, b) => b.sought.length - a.sought.length);

const suggestIn = ({ question, label, text }: TypedAnswer): readonly WordSuggestion[] => {
  const { raw, tokens } = readText(text);
  const found = new Map<KinderWord, { words: string; times: number }>();
  for (let at = 0; at < tokens.length; at += 1) {
    const hit = BY_LENGTH.find(({ sought }) => stands(tokens, sought, at));
    if (hit === undefined) continue;
    const last = tokens[at + hit.sought.length - 1];
    const words = raw.slice(tokens[at]?.from, last?.to);
    const before = found.get(hit.entry);
    if (!isOrdinaryHere(words, raw.slice(0, tokens[at]?.from), raw.slice(last?.to)))
      found.set(hit.entry, { words: before?.words ?? words, times: (before?.times ?? 0) + 1 });
    at += hit.sought.length - 1;
  }
  return [...found].map(([{ better, why, source }, { words, times }]) => ({
    question,
    label,
    words,
    better,
    why,
    source,
    times,
  }));
};

/** “Goes to bed at eight”, “in case”, “eye contact” and letters in small are as everybody says them. */
const isOrdinaryHere = (words: string, before: string, after: string): boolean =>
  (/^contact$/i.test(words) && /\beye\s$/i.test(before)) ||
  (/^beds?$/i.test(words) && !/^\s*(?:space|is needed|needed|for)/i.test(after)) ||
  (/^cases?$/i.test(words) && !/^\s*(?:is|was|has|came|work)/i.test(after)) ||
  (/^(?:sen|send|cp|cin|pep|lac|cla|dna)$/i.test(words) && words !== words.toUpperCase());

export interface TypedAnswer {
  readonly question: string;
  readonly label: string;
  readonly text: string;
}

/** What could be said in kinder or plainer words, answer by answer. Nothing waits for it. */
export const suggestWords = (answers: readonly TypedAnswer[]): readonly WordSuggestion[] =>
  answers.flatMap(suggestIn);
