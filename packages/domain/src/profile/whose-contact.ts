import { isNoName } from './detectors/names.ts';
import { RELATIONS } from './detectors/relation-words.ts';
import { joined } from './detectors/text.ts';

const OF_RELATION = new RegExp(String.raw`\b(?:${RELATIONS.join('|')})\b`, 'iu');
const OF_CHILD = /\b(?:he|she|they|him|her|his|them|their|child|girl|boy)\b/iu;

/** Whether words speak of somebody close to the child. */
export const isOfRelation = (words: string): boolean => OF_RELATION.test(words);

const KIND_OF_TEAM =
  "(?:placements?|duty|council|fostering|commissioning|brokerage|out[ -]of[ -]hours|emergency|county|city|children(?:[’']s)?|services?|social|care|access|to|resources|referrals?|sufficiency|matching|family|finding)";
const TEAM = String.raw`(?:${KIND_OF_TEAM} ){0,4}(?:team|office|desk|switchboard|line|helpline|council|service)`;
const OURS = String.raw`(?:us|me|(?:our|the) ${TEAM})`;
const ASKS =
  '(?:call|ring|phone|telephone|text|contact|reach|e-?mail|write to|speak to|talk to|get hold of|answer|reply to)';
const FIRST =
  '(?:please|do|or|and|then|also|just|if so|otherwise|at any time|out of hours|in an emergency|with any questions?|to answer|to reply|you|can|could|may|might|should|would)';
const SO = String.raw`(?: (?:back|here|directly|first|please|now|today|by phone|by e-?mail|any ?time|out of hours))*`;
const THERE = String.raw`(?:,|:| [–—-])?(?: (?:on|at|by|via|is|are|is on|using))?(?: (?:tel|phone|telephone|number))?[.:]? ?$`;

/** “Please ring us back on”, “our number is”, “duty desk:”: by what is said right before it, a number or an address is the team’s. */
const OF_STAFF = new RegExp(
  [
    String.raw`(?:^|, |: |[–—-] )\W*(?:${FIRST},? ){0,6}(?:${ASKS} ${OURS} (?:or|and) )?${ASKS} ${OURS}${SO}${THERE}`,
    String.raw`(?:^|[ (])(?<!\b(?:of|with|in|from|for|by|to) )(?:our|my|the ${TEAM}[’']s) (?:${KIND_OF_TEAM} ){0,4}(?:direct )?(?:phone|telephone|mobile|e-?mail|contact|team|office|desk|line)?(?: ?(?:number|address))?${THERE}`,
    String.raw`(?:^|, |\()\W*(?:the |our )?${TEAM}(?:[’']s (?:phone )?number)?${THERE}`,
    String.raw`(?:^|[ (])we(?: are|[’']re| can be) (?:here |reached )?(?:on|at|by|via) (?:\S{1,64}@\S{1,64} or (?:on )?)?$`,
  ].join('|'),
  'iu',
);

const OWN_WORDS = new RegExp(
  String.raw`^(?:${ASKS}|${FIRST}|${KIND_OF_TEAM}|direct|number|tel|desk|office|line|switchboard|email|mobile|phone)$`,
  'iu',
);
const isOfNobody = (words: string): boolean =>
  (words.match(/\p{Lu}[\p{L}'’-]{0,40}/gu) ?? []).every(
    (word) => OWN_WORDS.test(word) || isNoName(joined(word)),
  );

/** Whether the words before a number or an address say that whoever writes is reached by it, and nobody else. */
export const isOfTeam = (before: string): boolean =>
  OF_STAFF.test(before) && !OF_RELATION.test(before) && !OF_CHILD.test(before) && isOfNobody(before);
