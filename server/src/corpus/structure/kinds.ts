/** What kind of publication a page is, from how such publications are set out and what they call themselves. */
import type { DocumentKind } from '../domain.ts';
import { isByline } from './bylines.ts';
import { endsSentence, joined } from './lines.ts';
import type { Page } from './pages.ts';

export interface Circumstances {
  /** Its entries are dated. */
  readonly timeline: boolean;
  /** A publisher is named. */
  readonly published: boolean;
  /** No other page is in the file, so that all around it is its own. */
  readonly alone: boolean;
}

const RECORD = /\bjournal of\b|\bissn\b|\bdoi\b|doi\.org|\b(?:volume|vol\.?|v\.)\s?\d+.{0,20}(?:issue|no\.?|\(\d{1,3}\))/iu;
const OFFICIAL =
  /\bgov\.\p{L}+|\.gov\b|\bdepartment (?:for|of)\b|\bministry of\b|\bparliament\b|\binspectorate\b|\bnotes to editors\b|\bofficial public record\b/iu;
/** Bodies that write findings, decisions and letters in their own name. */
const BODY =
  /\b(?:agency|authority|inspectorate|commission(?:er)?|department|ministry|council|board|ombudsman|regulator|constabulary|police|tribunal|court|coroner|committee|directorate|office (?:of|for)|executive|trust|registrar|crown)\b/iu;
/** Neutral citations and the names of the parties' sides. */
const JUDGMENT =
  /\[(?:19|20)\d\d\] (?:UK|EW|NI|CS|S)[\p{L}]{1,6}\b|\bneutral citation\b|\bapproved judgment\b|\b(?:claimant|appellant|applicant)\n(?:-? ?(?:and|v\.?) ?-?)\n/iu;
const MINUTES = /^(?:\p{L}+ )?(?:draft )?minutes (?:of|from)\b|^minutes$/imu;
const MEETING =
  /^(?:present|in attendance|apologies(?: for absence)?|resolved|action(?:ed)?|attendees|members present)\b\s*(?::|$|–|-)/gimu;
const NOTICE =
  /\bnotice is (?:hereby )?given\b|\bpursuant to (?:section|regulation|article)\b|\bin (?:the )?exercise of (?:the |its )?powers\b/iu;
const RELEASE = /^(?:press|news|media) (?:release|statement|notice)\b|^notes (?:to|for) editors\b|^for immediate release\b/imu;
const FINDINGS =
  /\b(?:(?:serious|child|adult|domestic|safeguarding|independent|case|practice|learning|public) (?:\p{L}+ ){0,3}(?:review|inquiry|investigation)|(?:inspection|inquiry|investigation|inquest|overview|annual|audit|final|interim) report|report (?:of|on|into|by)|prevention of future deaths|inquiry\b.{0,20}\breport|record of inquest|(?:final|ombudsman['’]s|panel['’]s|tribunal['’]s|committee['’]s|adjudicator['’]s) (?:decision|findings|determination)|statement of (?:findings|reasons))\b/iu;
const BLOG = /\bblogs?\b|\bposted (?:by|in|on)\b|\/\/\s+by\b|\bfiled under\b/iu;

/** Share of the words that speak to the reader, as advice does. */
function secondPerson(text: string): number {
  return (text.match(/\b(?:you|your)\b/giu)?.length ?? 0) / Math.max(1, text.split(/\s+/).length);
}

/** Share of the words that are the writer's "I" and "my". */
function firstPerson(text: string): number {
  const unquoted = text.replace(/[“"][^”"\n]{0,2000}[”"]/gu, ' ');
  return (unquoted.match(/\b(?:I|my|me)\b/gu)?.length ?? 0) / Math.max(1, unquoted.split(/\s+/).length);
}

/** Papers that a body writes in its own name: minutes, judgments, notices, releases, letters, findings. */
function isOfficial(page: Page, matter: string, near: string, alone: boolean, bylined: boolean): boolean {
  const top = alone ? joined(page.before.slice(-40), 40) : '';
  const opening = `${top}\n${near}\n${joined(page.body, 6)}`;
  const numbered = page.body.filter((line) => /^\d+\.\d+(?:\.\d+)*\.?\s/u.test(line.text)).length;
  if (OFFICIAL.test(joined(page.before.slice(-25), 25)) || RELEASE.test(matter) || numbered >= 3) {
    return true;
  }
  const meeting = new Set((`${opening}\n${matter}`.match(MEETING) ?? []).map((word) => word.toLowerCase().slice(0, 6))).size;
  if (JUDGMENT.test(opening) || meeting >= 2 || (MINUTES.test(opening) && meeting >= 1)) {
    return true;
  }
  const letter = /^dear\b/imu.test(`${top}\n${matter.slice(0, 1500)}`) && /^yours (?:sincerely|faithfully|truly)/imu.test(matter);
  if ((letter && BODY.test(opening)) || (NOTICE.test(matter.slice(0, 3000)) && !bylined) || RELEASE.test(opening)) {
    return true;
  }
  const labels = joined(
    page.body.slice(0, 3).filter(({ text }) => alone && !endsSentence(text)),
    3,
  );
  return !bylined && FINDINGS.test(`${page.title?.body ?? ''}\n${top.split('\n').slice(-4).join('\n')}\n${labels}`);
}

export function kindOf(page: Page, { timeline, published, alone }: Circumstances): DocumentKind {
  const matter = joined(page.body, 400);
  const near = joined([...page.head, ...page.tail], 40);
  const around = `${near}\n${joined(page.before.slice(-60), 60)}\n${joined(page.after, 60)}`;
  if (RECORD.test(near) || (/\bjournal\b/iu.test(around) && RECORD.test(around)) || /\b(?:J|Br J|Am J) [A-Z][a-z]+/u.test(near)) {
    return 'academic';
  }
  if (/^abstract\b/imu.test(`${around}\n${matter}`) && /^(?:keywords|references|introduction|methods?)\b/imu.test(matter)) {
    return 'academic';
  }
  const bylined = page.head.some((line) => /^(?:written |posted |words )?by:? \p{Lu}/iu.test(line.body));
  if (isOfficial(page, matter, near, alone, bylined)) {
    return 'report';
  }
  if (timeline) {
    return 'news';
  }
  const outer = `${joined(page.before, 60)}\n${joined(page.after, 60)}`;
  if (/\b(?:this|our|the) blog\b|\bblog (?:site|posts?)\b/iu.test(outer)) {
    return 'blog';
  }
  const said = matter.match(/\b(?:said|says|told|added|claimed|warned|argued|according to|argues)\b/giu)?.length ?? 0;
  if (BLOG.test(near) || firstPerson(matter) > 0.02 || (BLOG.test(around) && said < 2)) {
    return 'blog';
  }
  if (said < 2 && secondPerson(matter) > 0.02) {
    return 'guidance';
  }
  return said >= 2 || published || page.head.some((line) => isByline(line.body)) ? 'news' : 'blog';
}
