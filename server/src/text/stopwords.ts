/** Function words of English: the closed classes, which say nothing of what a sentence is about. */

const WORDS =
  // Articles, determiners, quantifiers without a number.
  'a an the this that these those such some any each every either neither both all much many more most few fewer less least several ' +
  'own same other others another one ones ' +
  // Pronouns.
  'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself ' +
  'they them their theirs themselves who whom whose which what whatever whoever whichever somebody someone something anybody anyone ' +
  'anything everybody everyone everything there here ' +
  // Prepositions.
  'of in on at by for with from to into onto upon over under about above below between among amongst through during before after since ' +
  'until till against toward towards within across along around behind beside besides beyond near off out up down per via as like than ' +
  // Conjunctions.
  'and or but nor so yet if because although though while whilst whereas unless whether when where why how however therefore thus hence ' +
  // Auxiliaries.
  "be am is are was were been being have has had having do does did doing done can could will would shall should may might must ought 's " +
  "'re 've 'll 'd 'm ca wo sha ai " +
  // Adverbs of degree and time that carry no content.
  'also just only even still already again ever too very quite rather almost now then once further indeed else ' +
  // Polarity is compared apart.
  "not n't no never nothing nobody none cannot";

const STOP: ReadonlySet<string> = new Set(WORDS.split(' '));

/** Whether a word in lower case, with plain apostrophes, is a function word. */
export function isStop(lower: string): boolean {
  return STOP.has(lower);
}
