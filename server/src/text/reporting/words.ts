/** Closed word classes of English that bound clauses and noun phrases. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

export const BE = words("am is are was were be been being 's 're 'm");
export const HAVE = words("have has had having 've 'd");
export const MODAL = words("would could should might may must can will shall ca wo 'll");
export const DO = words('do does did');
export const AUXILIARY: ReadonlySet<string> = new Set([...BE, ...HAVE, ...MODAL, ...DO]);
export const NEGATIVE = words("not n't never neither nor hardly barely");
/** Adverbs that stand between a subject and its verb (those in -ly are told by their ending). */
export const ADVERB = words(
  'also later then now again once always ever still already yesterday today tonight even just only first since earlier previously soon ' +
    'twice often sometimes too both all himself herself themselves itself myself ourselves further instead therefore thus however meanwhile ' +
    'afterwards subsequently indeed perhaps maybe nevertheless nonetheless moreover furthermore additionally long famously',
);
/** Nouns and adjectives in -ly, which are no adverbs. */
const NOT_ADVERB = words(
  'family reply ally bully rally assembly monopoly anomaly supply italy july elderly daily weekly monthly friendly lonely likely early sicily',
);
export const SUBJECT_PRONOUN = words(
  'i he she it we they you one some many others someone everybody everyone somebody nobody both most few several',
);
export const OBJECT_PRONOUN = words('me him her us them you it himself herself themselves each everyone everybody someone anyone nobody');
export const RELATIVE = words('who which that whom whose');
export const SUBORDINATOR = words(
  'that because if when while whilst although though since unless until till after before as whereas where which who whom whose whether how why what but so than once lest',
);
export const CONJUNCTION = words('and or but nor yet then');
export const DETERMINER = words(
  'the a an this that these those his her its their our my your some any each every another no both all several many most few whose',
);
export const PREPOSITION = words(
  'of in on at by for from with to into onto upon over under about above below between among amongst through during before after since until till ' +
    'against toward towards within across along around behind beside besides beyond near off out up down per via as like despite following ' +
    'including concerning regarding without throughout alongside amid amidst unlike except versus inside outside',
);
/** Words that begin a noun phrase of time used as an adverbial ("last week", "that night"). */
export const TIME_NOUN = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'week month year day night morning afternoon evening time weeks months years days hours minutes decade decades moment weekend summer winter spring autumn today yesterday tomorrow',
);

export function isAdverb(lower: string): boolean {
  return ADVERB.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERB.has(lower));
}
