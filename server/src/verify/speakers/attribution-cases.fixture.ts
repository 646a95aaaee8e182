/** Invented sources, and sentences on them: `+` nothing to say of who speaks, `-` misattribution, `?` missing-attribution, `~` weak-source. */
export interface AttributionCase {
  readonly about: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly sentences: string;
}

export const CASES: readonly AttributionCase[] = [
  {
    about: 'a death in hospital',
    sources: {
      'record.txt': `Coroner rules on death at Fenbrook mill

Local news, 14 March 2016

The coroner, Helen Marsh, concluded on Friday that Daniel Orme died by misadventure at Fenbrook mill on 3 June 2015.

The consultant who treated him, Dr Imran Vale, told the inquest that the antibiotics had been given nine hours too late.

The ward sister, Joan Pym, said that nobody had told her about the blood results.

The trust's chief executive, Peter Lorne, apologised to the family for the failings in his care.

Mr Orme's widow, Carla, said that she had asked for a second opinion three times.

The Health and Safety Executive found that the guard on the machine had been removed in 2013.

The mill's owners, Harrow Textiles, denied that they had known about the missing guard.

The coroner ordered the trust to publish its protocol for sepsis within three months.

An expert witness, Professor Lena Stroud, advised the coroner that earlier treatment would probably have saved his life.

The family's barrister accused the trust of hiding the blood results for six months.

The jury was told by a paramedic that the gate had been locked when the ambulance arrived.

Ruth Amery, a former nursing lecturer who drew up the ward's rota, was asked if the rota had been kept and said: “I would rather not go into that.”

Paul Renn, head of patient safety for the ward's cleaning contractor Brightwell Services, said: “Nobody at Fenbrook asked us for a second round.”
`,
    },
    sentences: `
+ The coroner concluded that Daniel Orme died by misadventure.
- The Health and Safety Executive concluded that Daniel Orme died by misadventure.
- The jury concluded that Daniel Orme died by misadventure.
+ Helen Marsh concluded that Daniel Orme had died by misadventure.
+ The consultant told the inquest that the antibiotics had been given nine hours too late.
- The ward sister told the inquest that the antibiotics had been given nine hours too late.
- The paramedic told the inquest that the antibiotics had been given nine hours too late.
+ According to Dr Vale, the antibiotics were given nine hours too late.
- According to Professor Stroud, the antibiotics were given nine hours too late.
+ The ward sister said that nobody had told her about the blood results.
- The consultant said that nobody had told him about the blood results.
+ The chief executive apologised to the family for the failings in Mr Orme’s care.
- The consultant apologised to the family for the failings in Mr Orme’s care.
- The family apologised to the trust’s chief executive for the failings in his care.
- The coroner apologised to the family for the failings in his care.
+ Mr Orme’s widow said that she had asked three times for a second opinion.
- The ward sister said that she had asked for a second opinion three times.
+ The Health and Safety Executive found that the guard on the machine had been removed in 2013.
- The coroner found that the guard on the machine had been removed in 2013.
+ The owners of the mill denied that they had known about the missing guard.
- The trust denied that it had known about the missing guard.
+ The coroner ordered the trust to publish its protocol for sepsis within three months.
+ The trust was ordered by the coroner to publish its sepsis protocol within three months.
- The trust ordered the coroner to publish its protocol for sepsis within three months.
- The Health and Safety Executive ordered the trust to publish its protocol for sepsis within three months.
+ Professor Stroud advised the coroner that earlier treatment would probably have saved his life.
- The coroner advised Professor Stroud that earlier treatment would probably have saved his life.
- Dr Vale advised the coroner that earlier treatment would probably have saved his life.
+ The trust was accused by the family’s barrister of hiding the blood results for six months.
- The trust accused the family’s barrister of hiding the blood results for six months.
- The coroner accused the trust of hiding the blood results for six months.
+ A paramedic told the jury that the gate had been locked when the ambulance arrived.
- The jury told a paramedic that the gate had been locked when the ambulance arrived.
- The ward sister told the jury that the gate had been locked when the ambulance arrived.
? The antibiotics were given nine hours too late.
? Earlier treatment would probably have saved his life.
? Nobody had told the ward sister about the blood results.
+ The guard on the machine had been removed in 2013.
+ Daniel Orme died by misadventure at Fenbrook mill on 3 June 2015.
+ The trust’s chief executive apologised for the failings.
+ Ruth Amery, a former nursing lecturer, was asked about the rota as well.
+ The ward was cleaned by a contractor, Brightwell Services.
? Nobody at Fenbrook asked the contractor for a second round.
`,
  },
  {
    about: 'a flood',
    sources: {
      'report.txt': `Flood review of the Arden valley

Published by the Arden Flood Review, 9 May 2014

The Environment Agency told the review that the sluice at Welby had been left open on the night of 5 January.

The county council was warned by the Environment Agency in 2011 that the bank at Welby was unsafe.

The council's head of highways, Martin Gale, told us that his department had no record of the warning.

The review finds that the warning was received by the council on 4 April 2011 and filed without an answer.

The Fire Brigades Union claimed that crews had been sent out without boats.

The chief fire officer, Ruth Tennant, rejected the claim and said that four boats were in use by midnight.

Residents of Mill Lane said that the siren had not sounded.

The minister for floods, Alan Dray, promised the residents £2 million for a new bank.

The parish council recommended that the lane be closed for a year.

The insurance company Calder Mutual informed its customers in February that no claim would be paid before the summer.

Sir Hugh Barnes, who chaired the review, criticised the county council for its silence.

We recommend that the Environment Agency inspect every sluice in the valley each autumn.
`,
      'press.txt': `Minister under fire over Arden floods

The Arden Echo, 12 May 2014

The shadow minister, Kate Wills, said on Monday that the government had cut the budget for river banks by a third.

A spokesman for the department said: “We spent more on the Arden in 2013 than in any year before.”

Farmers' leader Tom Brigg called the review a whitewash.

The county council's leader, Jean Moss, told the Echo that she had not seen the letter of 2011 until the spring.

According to the minister, every sluice was inspected in the autumn of 2013.
`,
    },
    sentences: `
+ The Environment Agency told the review that the sluice at Welby had been left open on the night of 5 January.
- The review told the Environment Agency that the sluice at Welby had been left open on the night of 5 January.
- The county council told the review that the sluice at Welby had been left open on the night of 5 January.
+ The Environment Agency warned the county council in 2011 that the bank at Welby was unsafe.
- The county council warned the Environment Agency in 2011 that the bank at Welby was unsafe.
- The parish council warned the county council in 2011 that the bank at Welby was unsafe.
+ The head of highways said that his department had no record of the warning.
- The chief fire officer said that her department had no record of the warning.
- The Environment Agency said that it had no record of the warning.
+ The review found that the council received the warning on 4 April 2011 and filed it without an answer.
- The Environment Agency found that the warning was received by the council on 4 April 2011 and filed without an answer.
+ The Fire Brigades Union claimed that crews had been sent out without boats.
+ The chief fire officer said that four boats were in use by midnight.
- The minister said that four boats were in use by midnight.
+ People who lived in Mill Lane said that the siren had not sounded.
- The chief fire officer said that the siren had not sounded.
+ The minister promised the residents £2 million for a new bank.
+ The parish council recommended that the lane be closed for a year.
- The review recommended that the lane be closed for a year.
- The county council recommended that the lane be closed for a year.
+ Calder Mutual informed its customers in February that no claim would be paid before the summer.
+ Sir Hugh Barnes criticised the county council for its silence.
- The county council criticised Sir Hugh Barnes for his silence.
- The minister criticised the county council for its silence.
+ The review recommended that the Environment Agency inspect every sluice in the valley each autumn.
+ The shadow minister said that the government had cut the budget for river banks by a third.
- The minister said that the government had cut the budget for river banks by a third.
- Jean Moss said that the government had cut the budget for river banks by a third.
+ The department said that it had spent more on the Arden in 2013 than in any year before.
+ Tom Brigg called the review a whitewash.
+ The leader of the county council said that she had not seen the letter of 2011 until the spring.
- The shadow minister said that she had not seen the letter of 2011 until the spring.
+ Every sluice was inspected in the autumn of 2013, according to the minister.
- Every sluice was inspected in the autumn of 2013, according to the review.
- The Environment Agency said that every sluice was inspected in the autumn of 2013.
? Every sluice was inspected in the autumn of 2013.
+ In 2011 the Environment Agency warned the council that the Welby bank was unsafe.
+ The council received the warning on 4 April 2011 and filed it without an answer.
+ “We spent more on the Arden in 2013 than in any year before,” a spokesman for the department said.
+ “We spent more on the Arden in 2013 than in any year before,” the department said.
`,
  },
  {
    about: 'a care home, with a hearing',
    sources: {
      'hearing.rst': `Hearing of 11 October 2017 – Moira Hale and Desmond Pike
==========================================================

*(10.00 am)*

**Ms Carver**: Please give the panel your full name.

**Moira Hale**: Moira Jane Hale.

**Ms Carver**: You were the night manager at Rowan House from 2012?

**Moira Hale**: Yes, that's right.

**Ms Carver**: Did you report the falls to the council?

**Moira Hale**: No. I was told by Mr Pike that head office would do it.

**Ms Carver**: Is it right that eleven residents fell in the winter of 2015?

**Moira Hale**: Yes.

**Ms Carver**: Did you ever falsify the medicine charts?

**Moira Hale**: No, never.

**Ms Carver**: You knew that the call bells had been switched off?

**Moira Hale**: I didn't know that until the inspectors came.

**Ms Carver**: There were three carers on duty each night.

**Moira Hale**: No, two. There were never more than two.

**Ms Carver**: Thank you. The next witness is Mr Pike, the regional director of the company.

**Desmond Pike**: Good morning.

**Mr Dunn**: Mr Pike, did head office receive any report of the falls?

**Desmond Pike**: None. The first I heard of it was a letter from a daughter of one of the residents.

**Mr Dunn**: What did the letter say?

**Desmond Pike**: She wrote, "My mother lay on the floor for five hours and nobody came."

**Mr Dunn**: And the budget for agency staff was cut by half in 2014?

**Desmond Pike**: I accept that, yes.

**Mr Dunn**: Did you instruct Mrs Hale to keep quiet?

**Desmond Pike**: Absolutely not. I told her to write everything down and send it to the council.

**Mr Dunn**: The company made a profit of £4 million that year?

**Desmond Pike**: It was £3 million, I think.

**The Chair**: Mr Pike, why was the letter never answered?

**Desmond Pike**: I am ashamed to say that I do not know.
`,
      'report.txt': `Rowan House: report of the inspectors

Care Inspectorate, 3 March 2016

Inspectors found that the call bells on the first floor had been switched off for eight weeks.

The provider, Aldgate Care Ltd, told us that an electrician had disconnected the bells by mistake.

Relatives complained that letters to the company went unanswered.

A nurse told inspectors that she had been threatened with dismissal by the night manager.

The council had been informed of the falls by an ambulance crew, not by the home.

The inspectorate warned Aldgate Care that it would be closed unless it hired more staff.
`,
    },
    sentences: `
+ Mrs Hale said that Mr Pike had told her that head office would do it.
+ Moira Hale accepted that eleven residents fell in the winter of 2015.
+ Moira Hale said that there were never more than two carers on duty.
+ Mr Pike accepted that the budget for agency staff had been cut by half in 2014.
- Mrs Hale accepted that the budget for agency staff had been cut by half in 2014.
? The budget for agency staff was cut by half in 2014.
? Eleven residents fell in the winter of 2015.
+ Desmond Pike told the panel that he was ashamed that he did not know why the letter was never answered.
- Moira Hale told the panel: “I am ashamed to say that I do not know.”
+ Desmond Pike told the panel: “I am ashamed to say that I do not know.”
- Desmond Pike told the panel: “I didn’t know that until the inspectors came.”
- Ms Carver told the panel: “I told her to write everything down and send it to the council.”
+ Mr Pike said: “I told her to write everything down and send it to the council.”
+ A daughter of one of the residents wrote: “My mother lay on the floor for five hours and nobody came.”
- Moira Hale wrote: “My mother lay on the floor for five hours and nobody came.”
+ The inspectors found that the call bells on the first floor had been switched off for eight weeks.
- The council found that the call bells on the first floor had been switched off for eight weeks.
- Relatives found that the call bells on the first floor had been switched off for eight weeks.
+ Aldgate Care told the inspectors that an electrician had disconnected the bells by mistake.
- The inspectors told Aldgate Care that an electrician had disconnected the bells by mistake.
+ A nurse said that the night manager had threatened her with dismissal.
+ The inspectorate warned Aldgate Care that it would be closed unless it hired more staff.
- The council warned Aldgate Care that it would be closed unless it hired more staff.
- Aldgate Care warned the inspectorate that it would be closed unless it hired more staff.
+ The council had been informed of the falls by an ambulance crew.
+ Relatives complained that letters to the company went unanswered.
+ The night manager said that she had not known that the call bells had been switched off until the inspectors came.
`,
  },
  {
    about: 'a cyclist, with a forum',
    sources: {
      'news.txt': `Cyclist cleared of doping charge

Sportswire, 20 August 2012

The Court of Arbitration for Sport cleared the cyclist Mario Lenz of doping on Monday.

The national federation had banned Lenz for two years in March.

“I never touched the stuff,” Lenz told reporters outside the court.

His team doctor, Anders Bohl, testified that the sample had been stored at the wrong temperature.

The anti-doping agency's lawyer, Clara Voss, argued that the temperature made no difference.

The agency said it would study the ruling before deciding on an appeal.

Lenz's former team mate Piet Haan alleged in a television interview that the whole team had used the drug in 2009.

The team's sponsor, Vanto, withdrew its support in April, saying it had lost confidence in the management.

The judges criticised the laboratory in Cologne for losing the second sample.

The federation's president, Jorge Amado, welcomed the ruling and apologised to Lenz.

“We were too quick,” Amado said. “We should have waited for the second sample.”

Rival rider Tom Eriks called the verdict “a slap in the face of every clean athlete”.
`,
      'forum.txt': `Lenz cleared! | Peloton forum

velofan wrote on 20 August 2012 at 18:10:
I was at the stage in 2009 and the team bus left an hour before everyone else that night. My brother drove one of the other busses, he saw them carrying coolboxes.

granfondo wrote on 20 August 2012 at 19:42:
velofan said:
"the team bus left an hour before everyone else"
Thats nonsense, we all left at the same time because of the storm. I've been a mechanic in the peloton for twenty years and nobody uses coolboxes for anything but drinks.

spokes77 wrote on 21 August 2012 at 8:03:
The lab in Cologne had its licence taken away once before, in 2004. My wife worked there. They lost samples all the time.
`,
    },
    sentences: `
+ The Court of Arbitration for Sport cleared Mario Lenz of doping.
+ Lenz told reporters that he had never touched the stuff.
- Piet Haan told reporters: “I never touched the stuff.”
+ The team doctor testified that the sample had been stored at the wrong temperature.
- The lawyer of the anti-doping agency testified that the sample had been stored at the wrong temperature.
- The laboratory testified that the sample had been stored at the wrong temperature.
- Piet Haan testified that the sample had been stored at the wrong temperature.
+ Clara Voss argued that the temperature made no difference.
+ The agency argued that the temperature made no difference.
- The team doctor argued that the temperature made no difference.
- The federation argued that the temperature made no difference.
+ The anti-doping agency said that it would study the ruling before deciding on an appeal.
- The federation said that it would study the ruling before deciding on an appeal.
+ Piet Haan alleged that the whole team had used the drug in 2009.
- Tom Eriks alleged that the whole team had used the drug in 2009.
- The team doctor alleged that the whole team had used the drug in 2009.
? The whole team had used the drug in 2009.
+ Vanto said that it had lost confidence in the management.
+ The sponsor said that it had lost confidence in the management.
+ The judges criticised the laboratory in Cologne for losing the second sample.
- The laboratory in Cologne criticised the judges for losing the second sample.
+ Jorge Amado apologised to Lenz.
+ The president of the federation apologised to Lenz.
+ The federation apologised to Lenz.
+ Amado said: “We should have waited for the second sample.”
- Anders Bohl said: “We should have waited for the second sample.”
- The team doctor said: “We should have waited for the second sample.”
+ The rival rider called the verdict “a slap in the face of every clean athlete”.
- Clara Voss called the verdict “a slap in the face of every clean athlete”.
- Lenz called the verdict “a slap in the face of every clean athlete”.
~ The team bus left an hour before everyone else that night in 2009.
~ The laboratory in Cologne lost its licence once before, in 2004.
~ One poster, granfondo, writes that he has been a mechanic in the peloton for twenty years.
~ One contributor to the thread, granfondo, writes that he has two decades as a mechanic behind him.
~ granfondo, a reader, says in the comments under the article that he has been a mechanic for two decades.
~ velofan says that his brother saw them carrying coolboxes.
- According to velofan, the laboratory in Cologne had its licence taken away in 2004.
~ granfondo wrote: “nobody uses coolboxes for anything but drinks”.
~ velofan wrote: “the team bus left an hour before everyone else”.
`,
  },
];
