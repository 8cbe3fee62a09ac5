export const streetCues = `
st, street, ave, avenue, rd, road, dr, drive, ln, lane, blvd, boulevard, ct, court, pl, place, way, ter,
terrace, cir, circle, hwy, highway, pkwy, parkway, sq, square, apt, apartment, suite, unit, po box, p o box,
po boxes, trl, trail, row, alley, loop, plaza, path, address, rue, strasse, via, calle`

export const plateCues = 'plate, plates, license plate, tag, tags, registration, reg, marker, marker plate'

export const birthCues = 'dob, d o b, date of birth, born, birthdate, birth date, birthday'

/** Incidents that stick to a name. */
export const incidentCues = `
dui, dwi, oui, owi, drunk, arrested, arrest, arrests, overdose, overdosed, od'd, suicide, suicidal, domestic,
domestics, rape, raped, molested, victim, booked, cuffed, pulled over, rehab, restraining order,
protective order, psych hold, mental breakdown, mental, psych, prostitute, prostitution, john, solicitation,
assaulted, drugs, heroin, cocaine, crack, meth, shoplifting, stole, stabbed, shot, murdered, beat, warrant,
warrants, informant, snitch, complainant, caller, juvenile, abuse, abused, std, hiv, miscarriage, autopsy,
dead body, died, naked, dv, larceny, theft, burglary, robbery, assault, ticket, ticketed, busted, jail,
lockup, charged`

/** Incidents whose mere link with a name wrongs somebody. */
export const delicateCues = `
overdose, overdosed, od'd, suicide, suicidal, rape, raped, rape victim, domestic, domestics, informant,
snitch, complainant, caller, juvenile, psych hold, hiv, victim's name, victim is, victim was`

/** What calls for a look at who is named: a deed that befell somebody, and what is done with the young. */
export const personCues = `
shot, stabbed, raped, killed, murdered, molested, assaulted, abused, attacked, robbed, mugged, jumped, beaten,
hit, run over, arrested, busted, booked, charged, cuffed, overdosed, od'd, called 911, called the cops,
called the police, called it in, called us, snitched, ratted, drowned, died, found dead, kidnapped,
locked up, picked up, name is, name was, tipped us off, custody, summons, detained, accused, arraigned,
charges, juvenile, confessed, caught, sexual assault, sexually assaulted, sexual abuse, rape`

export const recordCues = `
record, records, rap sheet, priors, prior arrests, criminal history, criminal record, medical history,
medical records, medical record, mental health, juvenile record, toxicology, hiv, hiv positive, hepatitis,
diagnosis, ncic, sealed, expunged, confession, statement, autopsy, confidential, sensitive, restricted,
classified, official use only, internal use only, not for release, not for public release, do not distribute,
do not release, do not share, law enforcement only, law enforcement sensitive, les, fouo, privileged, leaked,
internal memo, memo, bulletin, tip sheet, attorney client, psych, home addresses, informant, passwords,
password, witness statement, case file`

/** Capitalised words that begin or end no person's name. */
export const notNames = new Set(
  `the a an our my his her their this that these those police department officer officers sergeant sgt
lieutenant lt captain capt chief detective det corporal trooper deputy mayor city town state county street
st avenue ave road rd drive dr lane court ct boulevard blvd route hwy highway park main elm north south east
west new haven hartford hamden bridgeport springfield boston york connecticut waterbury stamford norwalk
meriden bristol danbury monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december happy merry thank thanks good great please
call breaking update news bank fire school high middle elementary church hospital center shop store bar
grill club team red sox yankees patriots giants jets facebook twitter instagram youtube rt via dui dwi fbi
dea pd us usa ct ny nyc god jesus christ lord internal affairs major crimes criminal records division unit
squad bureau union pulled arrested booked cuffed stopped ran just when who what why where how he she they it
i we you and but so if then now today yesterday tonight last night another got guess look lol wow no yes not
never also only black white blue lives matter memorial day national holy united states american home depot
burger king dunkin donuts walmart target honda toyota ford chevy civic accord third second first shift case
number call dispatch body camera taser green hill lake river bridge airport train station mall plaza
university college superior supreme court district attorney judge jury county sheriff deputy county american
legion veterans affairs super bowl world series christmas thanksgiving easter halloween valentine`.split(
    /\s+/,
  ),
)
