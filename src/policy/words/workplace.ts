/** Words that call for a look at what was learnt at work. */
export const jobCues = `
on patrol, responded to, to arrest, to cuff, to book, to ticket, to search, to interview, ran my, ran a, ran the, ran this, pulled over, pulled him over, pulled her over, pulled a, pulled this, stopped, my stop, our stop, traffic stop, my shift, our shift,
on shift, ran his, ran her, ran the plate, ran the plates, ran their, ran a plate, ran your, ran my, run his,
run her, police report, incident report, arrest report, case file, dispatch, dispatched, roll call, rollcall,
lineup, bodycam, body cam, body camera, body worn, dashcam, dash cam, ncic, collect, the system, database,
cad, i arrested, we arrested, arrested a, arrested this, arrested the, arrested my, booked, cuffed,
i responded, we responded, on scene, interview room, the victim told, the suspect told, told me,
interrogated, interviewed, questioned, at work, on duty, my call, our call, a call, call today,
call last night, calls tonight, my beat, my sector, in my sector, lockup, holding cell, cellblock,
cell block, squad room, squad car, in my cruiser, in the cruiser, my cruiser, patrol car, evidence room,
wrote him, wrote her, gave him a ticket, gave her a ticket, ticketed, cited, searched his, searched her,
searched the, raided, warrant, from a reliable, welfare check, domestic, i processed, in the records,
records room, looked him up, looked her up, looked up, looked them up, looked my, fingerprinted,
breathalyzer, blew a, dui stop, dwi stop, the complainant, the caller, the autopsy, i was first,
our dispatch, our dispatchers, our radios, our radio, our body, our evidence, our records, our lockup, told us, warned us, informed us, let us, report i, report we, the video from, the footage from, the footage off,
off the clock, graveyard shift, midnight shift, my tour, overheard at, briefing, at the station,
at the precinct, my arrestee, my prisoner, case i, caught a case`

/** Words that call for a look at talk of an investigation. */
export const investigationCues = `
raid the, to raid, to hit, to arrest, murder weapon, the body, worked the, working the, case number, case no, case, investigation, investigations, investigating, investigate, internal affairs, ia,
detectives, detective, search warrant, warrant, warrants, served a, executed a, informant, informants, ci,
snitch, wiretap, surveillance, stakeout, stake out, undercover, sting, suspect, suspects, homicide, murder,
pulled over, pulled him over, pulled her over, stopped, prints, fingerprints, lab, forensics, dna, ballistics, autopsy, evidence,
interviewed, interviewing, interrogated, confession, person of interest, lead on, leads, raid, raided,
raiding, raids, sweep, takedown, roundup, plainclothes, plain clothes, swat, undercovers, hitting, controlled buy, controlled buys, phone records, task force, grand jury, crime scene, polygraph,
lineup`

/** Words that call for a look at talk of other members. */
export const memberCues = `
my partner, my sergeant, my sgt, my lieutenant, my lt, my captain, my chief, my supervisor, my fto,
my rookie, our lieutenant, our sergeant, our captain, our chief, our dispatcher, my trainee, my squad,
squadmate, coworker, coworkers, co-worker, colleague, colleagues, sgt, sergeant, lt, lieutenant, captain,
capt, detective, det, officer, ofc, deputy, patrolman, dispatcher, trooper, chief, third shift, day shift,
night shift, the guys, b squad, a squad, c squad, my crew, fellow officer, fellow officers, fellow cop,
fellow cops, brother officer, probie`

export const personnelCues = `
under investigation, internal investigation, forced to, suspended, suspension, fired, terminated, demoted, demotion, disciplined, discipline, disciplinary,
written up, write up, wrote up, reprimand, reprimanded, administrative leave, paid leave, unpaid leave,
medical leave, sick leave, stress leave, fmla, light duty, transferred, transferring, transfer, reassigned,
desk duty, internal affairs, ia, drug test, psych eval, fit for duty, fitness for duty, personnel file,
personnel record, personnel records, roster, duty roster, shift roster, resigned, resign, forced out,
passed over, last chance agreement, ptsd, rehab, injured on duty, out on leave, on leave, days off,
days on the beach, on the beach, in the penalty box, stripped of, badge taken, gun and badge, evaluation,
performance review, pension, failed the, tested positive, salary, home addresses, grievance against`

export const proceedingCues = `
lawsuit, lawsuits, sued, suing, sue, suit, plaintiff, deposition, deposed, testify, testifying, testified,
subpoena, subpoenaed, hearing, complaint, complaints, misconduct, excessive force, brutality, settlement,
settled, civil rights, section 1983, arbitration, internal affairs, allegation, allegations, accused of,
cover up, grand jury, on the stand, court tomorrow, court today, suppression hearing, brady, giglio, perjury,
wrongful death, discrimination`
