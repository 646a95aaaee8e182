/** Statements about the draft itself, and definitions of its terms. */
import type { SentenceView } from './view.ts';

const PART =
  'section|chapter|part|appendix|annex|table|figure|chart|box|list|summary|introduction|conclusion|paragraph|footnote|chronology|timeline|glossary|bibliography|overview';
const WHOLE =
  'report|review|paper|document|draft|note|briefing|memo|essay|article|account|study|analysis|dossier|submission|text|page|piece|book|thesis|exercise|work';
const NUMBERED = String.raw`(?:\d+(?:\.\d+)*|[a-z]|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;

/** What a text does with its matter: verbs of exposition, with their participles. */
const EXPOSE =
  'set(?:s)? out|look(?:s|ed)?(?: back)? (?:at|into|for)|consider(?:s|ed)?|examin(?:e|es|ed)|describ(?:e|es|ed)|summari[sz](?:e|es|ed)|list(?:s|ed)?|discuss(?:es|ed)?|explain(?:s|ed)?|present(?:s|ed)?|cover(?:s|ed)?|deal(?:s|t)? with|tak(?:e|es|en)|draw(?:s|n)? (?:on|together)|bring(?:s)? together|turn(?:s|ed)? to|outlin(?:e|es|ed)|explor(?:e|es|ed)|trac(?:e|es|ed)|address(?:es|ed)?|review(?:s|ed)?|compar(?:e|es|ed)|assess(?:es|ed)?|analys(?:e|es|ed)|analyz(?:e|es|ed)|focus(?:es|ed)? on|giv(?:e|es|en)|show(?:s|n)?|illustrat(?:e|es|ed)|ask(?:s|ed)?|aim(?:s|ed)?|seek(?:s)?|attempt(?:s|ed)?|tr(?:y|ies|ied) to|rel(?:y|ies|ied) on|us(?:e|es|ed)|leav(?:e|es)|left|follow(?:s|ed)?|arrang(?:e|es|ed)|organi[sz](?:e|es|ed)|group(?:s|ed)?|quot(?:e|es|ed)|cit(?:e|es|ed)|refer(?:s|red)? to|introduc(?:e|es|ed)|conclud(?:e|es|ed)|contain(?:s|ed)?|collect(?:s|ed)?|treat(?:s|ed)?|tell(?:s)?|told|survey(?:s|ed)?|divid(?:e|es|ed)|structur(?:e|es|ed)|reproduc(?:e|es|ed)|detail(?:s|ed)?|mention(?:s|ed)?|note(?:s|d)?|not(?:es|ed)|argu(?:e|es|ed)|report(?:s|ed)|weigh(?:s|ed)?|sketch(?:es|ed)?|return(?:s|ed)? to|begin(?:s)?(?: with| by)?|start(?:s)? with|end(?:s)? with|open(?:s)? with|close(?:s)? with|omit(?:s|ted)?|define(?:s|d)?|record(?:s|ed)?|identif(?:y|ies|ied)';

const CLAUSE = `(?:in |for |throughout )?(?:this|the present|our|the (?:next|following|previous|preceding|last|final|first|second|third|rest of th(?:is|e)))`;

/** "This section …", "The next chapter …": parts of a draft are only ever the draft's. */
const PART_SUBJECT = new RegExp(
  String.raw`^(?:(?:this|the present|our) (?:\w+ ){0,1}(?:${PART})s?|the (?:next|following|previous|preceding|remaining|final|first|second|third|last) (?:\w+ ){0,1}(?:chapter|section|appendix|annex|paragraph|table|figure)s?|the rest of this (?:${PART}|${WHOLE}))\b(?! of (?!this\b))`,
  'i',
);
/** "This review lists …", "The present report is …": in the present tense, for "this report" may also be one that was told of. */
const WHOLE_SUBJECT = new RegExp(
  String.raw`^(?:this|the present|our) (?:(?:short|brief|present|first|second|final|draft|interim|working|whole) )?(?:${WHOLE})s? (?:\w+ly |also |therefore |then |first |next |now |only |does not |do not |cannot |can |will |is |are |may |makes )`,
  'i',
);
const WHOLE_EXPOSES = new RegExp(
  String.raw`^(?:this|the present|our) (?:(?:short|brief|present|first|second|final|draft|interim|working|whole) )?(?:${WHOLE})s? (?:${EXPOSE})\b`,
  'i',
);
/** "Table 1 sets out …", "Chapter four returns to …". */
const NUMBERED_SUBJECT = new RegExp(
  String.raw`^(?:see )?(?:${PART})s? ${NUMBERED}(?: (?:and|to) ${NUMBERED})?\b,? (?:(?:\w+ly |also |then )?(?:${EXPOSE})\b|is |are |has |contains |does )`,
  'i',
);
const THE_TABLE = new RegExp(
  String.raw`^the (?:${PART})s? (?:(?:above|below|overleaf|opposite|that follows?|here)\b|(?:${EXPOSE})\b)`,
  'i',
);
/** How a sentence about the draft begins. The patterns above are long, and dear to make ready; few sentences need them. */
const DRAFT_SUBJECT = new RegExp(
  `^(?:this|our|the (?:present|next|following|previous|preceding|remaining|final|first|second|third|last|rest|${PART})|see|${PART})`,
  'i',
);
const PLACE = String.raw`\b(?:here|below|above|overleaf|in (?:this|the (?:next|following|previous|final|last)) (?:${PART}|${WHOLE})|in (?:${PART})s? ${NUMBERED}|in what follows|in turn|separately|elsewhere in this (?:${WHOLE}))\b`;
const PLACED = new RegExp(PLACE, 'i');
/** "… are taken here in the order …", "… is discussed in chapter four", "… are listed below". */
const EXPOSED = new RegExp(
  String.raw`\b(?:is|are|will be|have been|has been) (?:\w+ly |also |not |then |first |only )?(?:${EXPOSE})\b[^.]*${PLACE}`,
  'i',
);
const WE_DO =
  'set out|look (?:back )?at|consider(?:ed)?|examined?|describe|summari[sz]e|list(?:ed)?|discuss|explain|present|cover|deal with|draw on|drawn on|turn (?:now )?to|outline|explore|trace|address|compare|assess|analy[sz]e|focus on|aim|rely on|relied on|use|used|leave|follow(?:ed)?|arranged?|organi[sz]ed?|group(?:ed)?|quoted?|cited?|refer to|return to|begin with|omit(?:ted)?|define|tried to|kept to|keep to|confined? ourselves|drawn together|argue';
const WE_EXPOSE = new RegExp(
  String.raw`^(?:(?:here|below|first|next|then|finally|now|${CLAUSE} (?:${PART}|${WHOLE})),? )?(?:we|i) (?:\w+ly |also |then |first |now |shall |will |do not |cannot |can |begin by |now turn to |have (?:not |only )?)*(?:${WE_DO})\b`,
  'i',
);
const WE = /\b(?:we|i)\b/i;
const SIGNPOST =
  /^(?:what follows|here follows?|the following (?:pages|sections|chapters|paragraphs|points|list|table|account)|names? (?:has|have) been (?:changed|withheld)|(?:all )?(?:emphasis|translations?) (?:is|are|added)|see (?:also )?(?:above|below|table|figure|chapter|section|appendix|annex|page|note|box)\b)/i;

/** "Quotations are from the transcript", "Page numbers refer to …": the apparatus of a text, in the present. */
const APPARATUS =
  /^(?:all |the |most |unless otherwise stated,? )*(?:(?:page|line|paragraph|footnote|day|chapter) )?(?:references?|quotations?|quotes?|citations?|numbers?|extracts?|footnotes?|notes?|spellings?|translations?|dates?|names?|sources?|abbreviations?|initials?|paragraphs?|passages?)(?: in (?:this|square|the) [\w ]{1,30}| from [\w ]{1,40})? (?:are|is|refer|refers|follow|follows|have been|has been) (?:\w+ly |not |all )?(?:from|to|as|in|given|cited|taken|shown|marked|set|listed|kept|quoted|used|those|used|reproduced|left|changed|omitted|my|our|the)\b/i;

const GOES_ON = new RegExp(
  String.raw`^(?:it|they|these|those|each|both|the (?:rest|others?)) (?:\w+ly |also |then |does not |do not |is |are |will )*(?:${EXPOSE}|meant|intended|written|based|concerned|limited|no|not)\b(?!.*\b(?:was|were|had|did)\b)`,
  'i',
);

const BY_WE_MEAN =
  /^(?:by |here |throughout,? |in this \w+,? |for (?:the|our) purposes?[^,]{0,40},? )+.{1,80}?\b(?:(?:we|i) (?:mean|understand|refer to)|is (?:here )?meant|th(?:is|e) \w+ means)\b/i;
const WE_MEAN = /^(?:we|i) (?:use|take|understand|define|refer to|call)\b.{1,120}\b(?:to mean|to refer|as|throughout|to denote)\b/i;
const TERM =
  /^(?:the (?:term|word|phrase|expression|abbreviation|acronym|label)s?\b.{1,60}?\b(?:means?|refers? to|denotes?|stands? for|is|are)\b|.{1,60}? (?:is|are) (?:defined as|the (?:term|name|word) (?:for|given)|used (?:here|throughout|in this \w+) to mean|short for|shorthand for)\b|.{1,40}? stands? for\b|.{1,40}? here means\b)/i;
/** "A serious case review is an inquiry …": any one of a kind, in the present, said to be another kind. */
const GENERIC =
  /^an? (?:[\p{Ll}-]+ ){1,6}(?:is|means|refers to|denotes) (?:an?|the|any|one|when|where|what|that which|simply an?|usually an?|generally an?)\b/u;

export function isAboutDraft({ text }: SentenceView): boolean {
  const told = (...patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(text));
  return (
    (DRAFT_SUBJECT.test(text) && told(PART_SUBJECT, WHOLE_SUBJECT, WHOLE_EXPOSES, NUMBERED_SUBJECT, THE_TABLE)) ||
    (PLACED.test(text) && EXPOSED.test(text)) ||
    (WE.test(text) && WE_EXPOSE.test(text)) ||
    told(SIGNPOST, APPARATUS)
  );
}

/** "It leaves the rest to chapter four", "They are quoted in full": goes on about the draft where the sentence before is about it. */
export function continuesAboutDraft({ text, hasFigure, hasName }: SentenceView): boolean {
  return !hasFigure && !hasName && GOES_ON.test(text);
}

export function isDefinition(view: SentenceView): boolean {
  const { text } = view;
  if (BY_WE_MEAN.test(text) || WE_MEAN.test(text) || TERM.test(text)) return true;
  return GENERIC.test(text.charAt(0).toLowerCase() + text.slice(1)) && !view.hasFigure && !view.hasName;
}
