import { describe, expect, it } from 'vitest';
import { outline } from './outline.ts';

const page = `Harbour Gazette

Skip to content
Home
News
Sport
Subscribe

Council votes to close the east pier

By Ann Hale, 3 May 2011

Share this article
Facebook
Twitter

The council voted on Tuesday to close the east pier after inspectors found rot in 14 of its 60 piles.

"We had no choice," said Ben Ward, who chairs the harbour committee. "The pier would not have survived another winter."

Read more: Pier repairs to cost £3m

The pier will shut on 1 June. A contractor will be chosen in the autumn.

Related stories
Storm damage at west pier
Ferry fares to rise
`;

describe('a scraped article', () => {
  it('is its title and paragraphs; menus, share bars and related lists are furniture', () => {
    expect(outline('page.txt', page)).toEqual([
      'news 2011-05-03 Council votes to close the east pier',
      '  heading: Council votes to close the east pier',
      '  paragraph: The council voted on Tuesday to close the east pier after inspectors found rot in 14 of its 60 piles.',
      '  paragraph: "We had no choice," said Ben Ward, who chairs the harbour committee. "The pier would not have survived another winter."',
      '  paragraph: The pier will shut on 1 June. A contractor will be chosen in the autumn.',
      '✂ Harbour Gazette Skip to content Home News Sport Subscribe',
      '✂ Share this article Facebook Twitter',
      '✂ Read more: Pier repairs to cost £3m',
      '✂ Related stories Storm damage at west pier Ferry fares to rise',
    ]);
  });

  it('has its comments as a document of their own, each with its poster', () => {
    const thread = `3 comments

Cem Aydin says:
May 4, 2011 at 9:12 am
They should have done this ten years ago.

Reply

old_salt says:
May 5, 2011 at 8:02 pm
Sixty piles. I counted them.

Leave a Reply

Your email address will not be published.
`;
    expect(outline('page.txt', `${page}\n${thread}`).filter((line) => /comments|post/.test(line))).toEqual([
      'comments 2011-05-04 Comments on Council votes to close the east pier',
      '  post (Cem Aydin): They should have done this ten years ago.',
      '  post (old_salt): Sixty piles. I counted them.',
      '✂ Related stories Storm damage at west pier Ferry fares to rise 3 comments',
    ]);
  });

  it('is apart from the articles that follow it in the same file', () => {
    const glued = `Pier closes after rot found

By Ann Hale
3 May 2011

The council has closed the east pier. Inspectors found rot in 14 piles.

Traders on the pier were told on Monday. They will get no compensation.

Fishermen demand answers

Harbour Gazette, 10 May 2011

Fishermen marched to the town hall on Saturday. About 200 people took part.
`;
    expect(outline('glued.txt', glued).filter((line) => line.startsWith('news'))).toEqual([
      'news 2011-05-03 Pier closes after rot found',
      'news 2011-05-10 Fishermen demand answers',
    ]);
  });
});

describe('bylines with a time of day', () => {
  it('head articles, not posts', () => {
    const body = 'The council met for three hours on Tuesday evening.\n\nIt then voted to close the pier, which was built in 1901.\n\n';
    const glued = `Pier closes\n\nBy Ann Hale\n3 May 2011 10:31\n\n${body}Ferry fares rise\n\nBy Ben Ward\n4 May 2011 09:15\n\n${body}`;
    expect(outline('glued.txt', glued).filter((line) => !line.startsWith(' '))).toEqual([
      'news 2011-05-03 Pier closes',
      'news 2011-05-04 Ferry fares rise',
    ]);
  });
});

describe('a typed text', () => {
  it('keeps its short lines: they are headings and lists, not menus', () => {
    const memo = `To: Harbour committee
From: Ben Ward
Date: 14 February 2011
Subject: East pier

Background

The pier was built in 1901. It has 60 piles.

Findings

- 14 piles rotten
- deck unsound
`;
    expect(outline('memo.txt', memo)).toEqual([
      'blog 2011-02-14 East pier',
      '  heading: Background',
      '  paragraph: The pier was built in 1901. It has 60 piles.',
      '  heading: Findings',
      '  list-item: 14 piles rotten',
      '  list-item: deck unsound',
      '✂ To: Harbour committee From: Ben Ward Date: 14 February 2011 Subject: East pier',
    ]);
  });

  it('joins the lines of a wrapped paragraph', () => {
    const wrapped =
      'The inspectors went below the pier in February\nand found that fourteen of its sixty piles were\nrotten. They told the committee at once.\n\nNothing was done.\n';
    expect(outline('wrapped.txt', wrapped).filter((line) => line.includes('paragraph'))).toEqual([
      '  paragraph: The inspectors went below the pier in February and found that fourteen of its sixty piles were rotten. They told the committee at once.',
      '  paragraph: Nothing was done.',
    ]);
  });
});

describe('a timeline', () => {
  it('takes the year from the heading, or from the year that opens a glued line', () => {
    const glued =
      'Timeline: the pier\n\n2010 March 12 - Ben Ward takes the chair. He stays a year. June - An inspection is put off.\n\n2011 February 14 - The inspectors report.\n';
    expect(outline('pier.txt', glued).filter((line) => line.includes('timeline-entry'))).toEqual([
      '  timeline-entry (2010-03-12): March 12 - Ben Ward takes the chair. He stays a year. ',
      '  timeline-entry (2010-06): June - An inspection is put off.',
      '  timeline-entry (2011-02-14): February 14 - The inspectors report.',
    ]);
    const listed =
      '# The pier\n\nIt has a history.\n\n### 2010\n\n- 12 March: Ben Ward takes the chair.\n- June: The inspection is put off.\n\n### 2011\n\n- 14 February: The inspectors report.\n';
    expect(outline('pier.md', listed).filter((line) => line.includes('timeline-entry'))).toEqual([
      '  timeline-entry (2010-03-12): 12 March: Ben Ward takes the chair.',
      '  timeline-entry (2010-06): June: The inspection is put off.',
      '  timeline-entry (2011-02-14): 14 February: The inspectors report.',
    ]);
  });
});

describe('a forum page', () => {
  it('gives quoted words to the quoted poster, by the thread itself', () => {
    const thread = `East pier closing

Re: East pier closing
by old_salt » Tue May 03, 2011 7:15 pm

I hear they are shutting the pier. Anyone know why?
old_salt
Posts: 211
Joined: Mon Jan 04, 2010 1:00 pm

Re: East pier closing
by Dora F » Tue May 03, 2011 8:02 pm

old_salt wrote:
I hear they are shutting the pier. Anyone know why?

Rot. The inspectors found fourteen bad piles.
Dora F
Posts: 12
`;
    expect(outline('thread.txt', thread).filter((line) => line.includes('post'))).toEqual([
      '  post (old_salt): I hear they are shutting the pier. Anyone know why?',
      '  post (quoting old_salt): I hear they are shutting the pier. Anyone know why?',
      '  post (Dora F): Rot. The inspectors found fourteen bad piles.',
    ]);
  });

  it('reads names above their dates, with ranks between', () => {
    const thread = `Pier closing - what now?

Dora
Well-known member
May 3, 2011
#1
The council has voted to close the pier.

old_salt
Active member
May 3, 2011
#2
A disgrace. They spent £2 million on it in 2006.

You must log in or register to reply here.
`;
    expect(outline('thread.txt', thread)).toEqual([
      'forum 2011-05-03 Pier closing - what now?',
      '  heading: Pier closing - what now?',
      '  post (Dora): The council has voted to close the pier.',
      '  post (old_salt): A disgrace. They spent £2 million on it in 2006.',
      '✂ You must log in or register to reply here.',
    ]);
  });
});

describe('a hearing', () => {
  it('in reStructuredText tells who asks, who answers and who presides', () => {
    const hearing = `3 May 2011 – Ben Ward
=====================

.. raw:: html

   <p>Video</p>

*(10.00 am)*

**Sir Amos Fell**: Good morning.

Ben Ward
--------

*BEN WARD (sworn).*

Questioned by Ms Hale
^^^^^^^^^^^^^^^^^^^^^

**Ms Hale**: Mr Ward, you chaired the committee?

**Ben Ward**: I did, from March
until I resigned.

I regret it.

**Ms Hale**: Thank you.
`;
    expect(outline('hearings/2011-05-03.rst', hearing)).toEqual([
      'transcript 2011-05-03 3 May 2011 – Ben Ward',
      '  heading: 3 May 2011 – Ben Ward',
      '  stage-direction: *(10.00 am)*',
      '  turn (Sir Amos Fell, chair): Good morning.',
      '  heading: Ben Ward',
      '  stage-direction: *BEN WARD (sworn).*',
      '  heading: Questioned by Ms Hale',
      '  turn (Ms Hale, questioner): Mr Ward, you chaired the committee?',
      '  turn (Ben Ward, witness): I did, from March until I resigned.',
      '  turn (Ben Ward, witness): I regret it.',
      '  turn (Ms Hale, questioner): Thank you.',
      '✂ .. raw:: html <p>Video</p>',
    ]);
  });

  it('in plain text names "Q" and "A" by the oath and the heading', () => {
    const hearing = `                 Tuesday, 3 May 2011
                 BEN WARD (sworn)
                 Questions by MS HALE
Q.  You chaired the committee?
A.  I did.
Q.  You saw the report?
A.  In February.
THE CHAIRMAN:  How many piles are there?
A.  Sixty.
Q.  Thank you.
A.  Thank you.
`;
    expect(
      outline('hearing.txt', hearing)
        .filter((line) => line.includes('turn'))
        .slice(0, 5),
    ).toEqual([
      '  turn (Ms Hale, questioner): You chaired the committee?',
      '  turn (Ben Ward, witness): I did.',
      '  turn (Ms Hale, questioner): You saw the report?',
      '  turn (Ben Ward, witness): In February.',
      '  turn (The Chairman, chair): How many piles are there?',
    ]);
  });
});

describe('any input', () => {
  it.each(['', '\n\n', '\0\0', 'x', '>'.repeat(500), '---\n', '.. \n', '**A**:', '2006 ', '1.\n2.\n', '\r\r\n', '“'])(
    'gives a value: %j',
    (text) => {
      for (const id of ['a.txt', 'a.md', 'a.rst']) {
        expect(Array.isArray(outline(id, text))).toBe(true);
      }
    },
  );

  it('reads the same structure with other line ends', () => {
    expect(outline('page.txt', page.replaceAll('\n', '\r\n'))).toEqual(outline('page.txt', page));
  });
});

describe('what is spoken', () => {
  const turns = [
    'It closed in May.',
    'Who closed it then?',
    'The board closed it.',
    'Was the board told?',
    'It was told in March.',
    'Of what?',
  ]
    .map((words, i) => `${i % 2 === 0 ? 'MR HALE' : 'MS LEE'}: ${words}`)
    .join('\n\n');

  it('has its file’s name where it has no title, for its first words are somebody’s', () => {
    expect(outline('day-3_2011-05-03.vtt', turns)[0]).toBe('transcript 2011-05-03 Day 3 2011-05-03');
    expect(outline('harbour-talk.srt', 'The pier closed.\n\nNobody knew why it had.\n')).toEqual([
      'blog – Harbour talk',
      '  paragraph: The pier closed.',
      '  paragraph: Nobody knew why it had.',
    ]);
  });

  it('has the title that the file states above it, which is no part of its words', () => {
    const [title, ...blocks] = outline('day3.vtt', `---\nTitle: Harbour inquiry, 4 May 2011\n---\n\n${turns}`);
    expect(title).toBe('transcript 2011-05-04 Harbour inquiry, 4 May 2011');
    expect(blocks.filter((block) => !block.startsWith('✂'))).toHaveLength(6);
  });
});
