/**
 * The words of web pages about themselves: signing in, sharing, cookies, menus. They are a small, slowly growing
 * vocabulary that pages of all kinds share, so how dense it stands in a line tells a page's controls from its matter.
 */
import { countWords, endsSentence, type Line } from './lines.ts';

export interface InterfaceRead {
  /** Weight of interface words in the line; 2 and more is sure for a short line. */
  readonly strength: number;
  /** Whether the line is running text, whatever it is about. */
  readonly prose: boolean;
  readonly words: number;
}

/** Phrases that hardly stand outside a page's controls, in lower case: to look for both cases at once takes twenty times as long. */
const STRONG = new RegExp(
  [
    String.raw`\b(?:sign|log|logged|signed|signing|logging)[ -]?(?:in|up|out|on)\b`,
    String.raw`\blogin\b`,
    String.raw`\b(?:un)?subscrib(?:e|ers?|ing)\b`,
    String.raw`\b(?:e-?)?newsletters?\b`,
    String.raw`\bcookies?\b`,
    String.raw`\bprivacy (?:policy|notice|statement|settings)\b`,
    String.raw`\bterms (?:of (?:use|service)|(?:and|&) conditions)\b`,
    String.raw`\ball rights reserved\b|©|\bcopyright\b`,
    String.raw`\bskip to\b|\bback to (?:top|homepage)\b|\bjump to\b`,
    String.raw`\bshare (?:this|on|via)\b|\bfollow (?:us|this|@)|\bconnect with us\b|\btweet(?: this| widget)?\b|\bfacebook like\b`,
    String.raw`\bopens? in (?:a )?new (?:tab|window)\b|\bopen in a new tab\b`,
    String.raw`\brecaptcha\b|\bjavascript\b|\byour browser\b|\bthis browser\b|\boutdated browser\b`,
    String.raw`\b(?:user ?name|password|passcode)\b`,
    String.raw`\be-?mail (?:address|alerts?|sign|updates?|document)|\[email protected\]|\bemail alerts\b`,
    String.raw`\badvertis(?:e with|ing|ements?)\b|\bsponsored\b`,
    String.raw`\bmost (?:read|viewed|popular|shared|commented)\b|\btrending\b`,
    String.raw`\b(?:related|recommended|latest|featured|similar|popular) (?:articles?|content|posts?|stories|news|topics|links|jobs|reading|videos?|searches)\b`,
    String.raw`\b(?:read|see|learn|find out|view|show|load|discover) more\b|\bview all\b|\bmore (?:from|information|in this)\b|\bfind out more\b`,
    String.raw`\b(?:create|register|activate|upgrade)\b.{0,20}\baccount\b|\b(?:your|my|personal|existing) accounts?\b|\baccount (?:icon|settings|management)\b`,
    String.raw`\bregister (?:now|here|today|for free|to)\b|\bnew user\b|\bjoin for free\b|\bfree trial\b`,
    String.raw`\b(?:this|our) (?:web ?site|site|page|blog|app|journalism)\b|\bblog site\b|\bsite map\b|\bsitemap\b`,
    String.raw`\bdownload(?: (?:a|the|this|as))? (?:pdf|citation|app)\b|\bpdf version\b|\bcitation manager\b|\bciting articles\b|\bcited by\b|\bthis article\b`,
    String.raw`\bonline (?:issn|ordering)\b|\bissn\b|\beditorial board\b|\bauthor guidelines\b|\badvance articles\b|\babout us\b|\bcontact us\b`,
    String.raw`\b(?:media|press) enquiries\b|\bnewsroom\b|\bnewsdesk\b`,
    String.raw`\bcomments (?:(?:to|on|for) this \p{L}+ )?(?:are|have) (?:now |been )?closed\b|\b(?:leave|post|add|write) a (?:reply|comment)\b|\breader comments\b|\bto comment\b`,
    String.raw`\bdiscount codes?\b|\bspecial offers?\b|\bspam\b|\bjunk mail\b`,
    String.raw`\b(?:yes|no),? this page\b|\bis this page\b|\bhelp us improve\b|\bfill in (?:this|our) survey\b`,
    String.raw`\bimage credit\b|\bphoto credit\b|\btable of contents\b|\bbook contents\b|\barticle (?:contents|menu)\b|\bin this (?:issue|section|article)\b`,
    String.raw`\bsearch (?:form|for this|results?|menu)\b|\badvanced search\b|\bfind this author\b|\bemail this\b|\bprint this\b`,
    String.raw`\bwe use\b.{0,40}\b(?:tracking|technolog)|\bofficial website\b|\bsecurely\b|\bfederal government site`,
    String.raw`\bpowered by\b|\ball times are\b|\bscroll down\b|\bjoin the (?:debate|conversation|discussion)\b|\bsend your (?:story|stories|pictures)\b|\breuse this content\b|\bimage source\b|\bwas this (?:page|article )?helpful\b|\bstory continues\b|\barticle continues\b`,
    String.raw`\brequired fields?\b|\brefresh the page\b|\bclick(?:ing)?\b|\bplease (?:try again|wait)\b|\bloading\b`,
    String.raw`\b(?:e-?mail|share|save|print|bookmark|download|listen)\b(?: to (?:kindle|dropbox|google drive))?$`,
    String.raw`\b(?:international|uk|us|australia|europe|india|global|print) edition\b`,
  ].join('|'),
  'gu',
);

/** Words that often stand in controls and also outside them. */
const WEAK =
  /\b(?:menu|search|home ?page|help|accessibility|settings|account|subscriptions?|purchase|access|institutional?|institution's|library card|librarian|link|links|website|websites|facebook|twitter|linkedin|instagram|youtube|whatsapp|reddit|pinterest|app|apps|email|e-mail|online|free|offer|deals|jobs|join|register|registration|membership|member|save|upload|tool|https?|browse|submit|submission|publications?|journals?|authors?|permissions?|supplementary|figures|editor's choice|previous|next|logo|icon|flag|advertise|legal|policy|editions?|platform|network|site|users?|user|preview|version|pdf|xml|tagged)\b/gu;

const FUNCTION_WORDS =
  /\b(?:the|of|to|and|a|an|in|was|were|is|are|that|for|on|with|had|has|have|by|he|she|they|it|his|her|their|be|been|who|which|at|from|as|but|not|i|we|you)\b/gu;

/** Only the beginning of a very long line is looked at. */
const LOOKED_AT = 1500;

/** Lines already read: several readers of a page's layout ask for the same ones. */
const READS = new WeakMap<Line, InterfaceRead>();

export function readInterface(line: Line): InterfaceRead {
  const known = READS.get(line);
  const read = known ?? readLine(line);
  if (known === undefined) {
    READS.set(line, read);
  }
  return read;
}

function readLine(line: Line): InterfaceRead {
  const text = line.body.slice(0, LOOKED_AT);
  const words = countWords(text);
  const lower = text.toLowerCase();
  const strong = lower.match(STRONG)?.length ?? 0;
  const weak = lower.match(WEAK)?.length ?? 0;
  const functions = lower.match(FUNCTION_WORDS)?.length ?? 0;
  const sentence = words >= (line.bullet === null ? 4 : 6) && functions >= 1 && (endsSentence(line.body) || line.body.endsWith(':'));
  const prose = sentence || (words >= 13 && functions * 7 >= words);
  return { strength: strong * 2 + weak * 0.8, prose, words };
}
