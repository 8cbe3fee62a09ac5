import type { CueWords } from './cue-words.ts'

/** Words that stand for or against a candidate, a party or a ballot question. */
export const political: CueWords = {
  alone: `
    write in, write-in, vote straight, early vote for, just voted for, i voted for,
    i'm voting for, i am voting for, we're voting for, voting for, voted republican/democrat,
    ticket top to bottom, say/_ no/yes to/on amendment/proposition/question/measure/prop, doors for,
    knocking/knock on/_ doors, phonebanking, canvassing, deserves another term, another term,
    first term, next mayor/governor/president/senator/sheriff/congressman/congresswoman,
    our next mayor/governor/president/sheriff/senator, for our next,
    running for mayor/sheriff/governor/office/congress/senate/council/president/selectman/judge,
    throw/throws/threw his/her hat, town/democratic/republican committee, primary day, on the ballot,
    ballot initiative, campaign kickoff, campaign kick-off, campaign event, campaign office,
    campaign headquarters, campaign fundraiser, meet the candidate/candidates, vote early,
    make your voice heard, vote like your, at the ballot box, flip the house/senate/seat, turn texas blue,
    blue no matter who, never trump, never biden, never hillary, trump train, let's go brandon, fjb,
    biden crime, yes we did, stop the steal, rigged election, stolen election,
    vote yes/no, vote yes/no on, yes/no on prop/proposition/question/measure/amendment/issue,
    vote for/against me/him/her/them/this/that/question/measure/prop/proposition/amendment,
    vote democrat/democratic/republican/gop/blue/red/libertarian/green/independent/row,
    vote him/her/them/it out/in, vote them all out, next state senator/rep/representative,
    measure/proposition/prop/amendment 1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20, nuestro voto es,
    mi voto es, vote them all out, vote out, get out and vote, go vote for,
    please vote for, don't vote for, do not vote for, never vote for, vote down ballot,
    i endorse, we endorse, i'm endorsing, i am endorsing, endorses me, proud to endorse, proudly endorse,
    endorsed by, endorsement of, endorsing, re-elect, reelect, elect me, my candidate, my campaign,
    our campaign, campaign donation/donations/contribution/contributions, campaign rally, phone bank,
    phonebank, phone banking, knock/knocking doors/on for/doors, canvass/canvassing for, lawn sign/signs,
    yard sign/signs, campaign trail, my vote is, my vote goes, got my vote, have my vote, has my vote,
    gets my vote, earned my vote, second term, four more years, lock her up, drain the swamp,
    build the wall, make america great again, maga, kag, makeamericagreatagain, americafirst, draintheswamp,
    votetrump, trump2016, trump2020, trump2024, trumptrain, biden2020, bidenharris, imwithher, feelthebern,
    votethemout, voteblue, votered, bluewave, redwave, voteyes, voteno, crookedhillary, lockherup,
    doyourjob, actonclimate, teamtrump, thankyoutour2016, thankyoutour, getcovered, bigleaguetruth,
    debates2016, debatenight, neverhillary, nevertrump, ofaction, yes we can, backs the blue for, impeach,
    crooked hillary, sleepy joe, let's go brandon, letsgobrandon, fake news media, radical left,
    far left democrats, repeal and replace, repeal obamacare, in her/his/their bid for,
    bid for re-election/reelection, whole slate, entire slate, straight ticket, row a/b/c/d,
    party line vote, trump/biden/harris/vance/desantis/newsom/haley/obama/clinton/sanders/bernie 2016/2020/2024/2028,
    trump/biden/harris/vance/desantis/newsom/haley/sanders/bernie for president,
    call on congress/lawmakers/senators/senate, tell congress/senate/lawmakers/senators,
    tell your senator/senators/representative/congressman/lawmakers, urge congress/senate/your,
    add your name, join the fight, stand with president, climate change deniers, climate deniers,
    fight back against, congress to act, congress needs to/must, senate leaders, republican leaders,
    democratic leaders,
    vota por, vote por, voten por, vota si/no, vote si/no, voten si/no, votar por, no votes por,
    apoyo a la/el candidata/candidato, nuestro candidato, nuestra candidata, mi candidato, mi candidata,
    reelijan, reelige, fuera trump, partido republicano, partido democrata`,
  pairs: [
    {
      words: `
        support, supports, supporting, backing, backs, stand behind, stands behind, get behind,
        stand with, stands with, volunteers, donations, donors, signs, canvass, donate, donated, donating,
        chip in, contribute, volunteer, volunteering, elect, vote, voting, voted, rally, join, rooting for,
        campaigning, proud, endorse, endorses, choice, choose, oppose, reject, rejecting, defeat, pledge,
        she's going to win, going to win, best, choice, win, apoyo, apoyamos, apoya`,
      with: `
        for mayor, for sheriff, for governor, for senate, for senator, for state senate,
        for state rep/representative, for congress, for president, for city council, for council,
        for alderman, for attorney general, for judge, for selectman, for school board,
        for district attorney, for da, for treasurer, for commissioner, for congressman, campaign,
        senate campaign, candidate, candidacy, re-election, primary, democratic party, republican party,
        green party, democrats, republicans, democrat, republican, gop, ballot, ballot question,
        ballot measure, bond measure, referendum, slate, measure a/b/c/d, prop, proposition,
        question 1/2/3/4/5, hillary, trump, bernie, biden, kamala, harris for, obama, desantis, sanders,
        clinton, para alcalde, para alcaldesa, para gobernador, para presidente, para senador`,
      reach: 45,
    },
    {
      words: `
        worst, best, destroying, destroyed, ruining, ruined, corrupt, crooked, liar, liars, lying, lies,
        failed, failing, failure, disaster, evil, traitor, traitors, has to go, must go, hate, love, great,
        greatest, weak, pathetic, incompetent, disgrace, joke, stupid, idiot, clown, clowns, fraud,
        socialist, communist, fascist, fascists, hypocrites, obstruct, obstruction, obstructionist, block,
        blocking, rigged, win, wins, winning, won, loser, losers, beat, poll, polls, nominee, nomination,
        amazing, proud, fight, must, needs, again, dishonest, opposes`,
      with: `
        trump, donald trump, biden, hillary, clinton, obama, president obama, bernie, kamala, democrats,
        democrat, dems, republicans, republican, gop, liberals, libs, conservatives, rinos, pelosi,
        mcconnell, desantis, aoc, romney, cruz, rubio, jeb, kasich, potus, fake news, dnc, rnc, leftists,
        left wing, right wing, congress, obamacare, senate`,
      reach: 60,
    },
    {
      words: `
        needs to go, need to go, has to go, have to go, must go, gotta go, got to go, should resign, must resign,
        needs to resign, should step down, must step down, out of office`,
      with: `
        councilman, councilwoman, alderman, alderwoman, mayor, the mayor, first selectman, selectman,
        selectwoman, selectmen, governor, the governor, senator, congressman, congresswoman`,
      reach: 30,
      confidence: 0.6,
    },
    {
      words: `
        abandoned, betrayed, sold out, hates, hate, want to take, wants to take, destroy, ruin, wrecked,
        wreck, lied, lies, raise your taxes, socialism, radical, extremist, extremists, the real party of,
        proud, vote, voting, hijacked, cheat, cheating, cheated, steal, stole, never, listens, agenda,
        wake up`,
      with: `
        democratic party, republican party, the democrats, the republicans, the gop, the left, the dems,
        the libs, democrat party, maga republicans, far left, far right, this president,
        this administration, the white house, our president, congressional republicans, senate republicans,
        house republicans, senate democrats, house democrats, party bosses, the machine`,
      reach: 60,
    },
    {
      words: `
        support, supports, supporting, vote, voting, back, backing, listens, best, choose, elect, volunteer,
        volunteers, rally, help, donate`,
      with: `
        school board, city council, board of education, board of selectmen, town council, board of aldermen,
        county commission, state rep, state representative, state senate, the ticket`,
      reach: 30,
      confidence: 0.5,
    },
    {
      words: `
        jobs, job, economy, taxes, tax, tax cuts, health care, healthcare, medicare, medicaid,
        social security, minimum wage, overtime pay, college, affordable, immigration, immigrants, border,
        the wall, repeal, replace, bill, legislation, vote, votes, poll, polls, debate, election, elections,
        voters, ballot, supreme court, nominee, filibuster, shutdown, deficit, budget, climate,
        climate change, clean energy, carbon, background checks, trade, deal, iran deal, russia, collusion,
        witch hunt, e-mails, emails, leaks, hearing, hearings, obstruct, reform, middle class,
        working families, families, equal pay, equality, veterans, military, agenda, administration,
        leadership, candidate, campaign, campaigns, record, speech, state of the union, weekly address,
        great again, act on, take action`,
      with: `
        congress, senate, senators, lawmakers, republicans, republican, democrats, democrat, dems, gop, dnc,
        rnc, president obama, obama, obamacare, trump, hillary, clinton, crooked, potus, white house,
        house republicans, senate republicans, bernie, cruz, rubio, pence, schumer, pelosi, mcconnell,
        biden, kamala, harris campaign`,
      reach: 80,
      confidence: 0.5,
    },
  ],
  idioms: `
    needs/need/has/have/got to go to/home/back/through/over/down/before/around/with/see/and/public/into/on,
    gotta/must go to/home/back/through/over/before/see/public/into,
    vote yes/no on the/this contract/agreement/offer/tentative,
    not/cannot endorse, does/do not endorse, don't/doesn't/can't endorse, not endorsing,
    not an endorsement, no endorsement, not imply endorsement, trump card, trump cards,
    vote for your favorite, vote for our, vote in the/our/this contest/poll, vote online for,
    officer of the year, employee of the month, congressional medal, student council, youth council,
    class president, library of congress, obama street, trump tower, trump hotel, clinton street,
    clinton avenue, clinton st, clinton ave, clinton township, clinton police, clinton county, biden street,
    k9 contest, calendar contest, ad campaign, awareness campaign, safety campaign, enforcement campaign,
    click it or ticket campaign, recruitment campaign, education campaign, fundraising campaign,
    campaign against, high school primary, primary school, primary care, primary victim, primary aggressor,
    primary suspect, primary road, primary residence,
    disaster declaration/declarations/area/areas/zone/aid/relief/assistance/response/recovery/request/victims,
    major/natural/federal/state/national/emergency disaster, disaster declared, disaster for, worst of the storm,
    signs a/an/the/bill/order/executive/emergency/disaster/legislation/law, worst of the flooding/fire/weather, worst is over, worst ever, worst-ever, worst hit, worst-hit, worst affected`,
}

/** Words of a disaster and of help in it: who holds office visits, briefs and signs, and takes no side by that. */
export const disasters = `
  disaster declaration, state of emergency, disaster area/relief/aid/assistance/response/recovery,
  wildfire/wildfires, bushfire/bushfires, floods, flooding, flooded, hurricane, tornado, earthquake, typhoon,
  evacuated, evacuation, evacuations, evacuees, fema, red cross, relief efforts, first responders, victims,
  derailment, explosion, bombing, bombings`

/** Words of a plain notice about voting, which takes no side. */
export const votingNotice = `
  polls are open, polls open, polls close, polling place, polling places, polling location,
  polling locations, election day hours, closed on election day, register to vote, voter registration,
  city council will vote, council will vote, council voted, will vote tonight, election officials, urna,
  urnas`

/** Urges or tells a vote for whoever is named next: "elect Ann Poe". */
export const votes = `
  elect, a vote for, all in for, riding with, is backing, vote for, voting for, voted for, votes for, vote,
  endorse, endorses, endorsing, endorsed, i'm with,
  re-elect, vota por, vote por, voten por, voto por, elijan a`
