/** Words that call for a look at talk of a prosecution. */
export const prosecutionCues = `
charge him, charge her, charge them, case against, overcharging, undercharging, fry, fries, hang, hanged, lock him, lock her, lock them, throw the book, throws the book, throw away the key,
throws away the key, threw the book, rot, deserves, deserve, prosecutor, prosecutors, prosecutor's, da, da's,
district attorney, state's attorney, states attorney, judge, jury, jurors, charges, charge, charged, plea,
plead, verdict, sentence, sentenced, acquit, acquitted, convict, convicted, conviction, trial, bail, bond,
parole, probation, death penalty, electric chair, needle, life in prison, prison, jail, slap on the wrist,
defense attorney, defense lawyer, public defender, his lawyer, her lawyer, their lawyer, mistrial, walk free,
walks free, get off, gets off, getting off, guilty, indict, indicted, prosecute, prosecuted, prosecution,
arraignment, court, courtroom, executed, execute, string him up, burn in hell, bars, the chair, put away,
on the stand, in court, at trial, evidence,
overwhelming, damning, airtight, rock solid, ironclad, isn't enough, is not enough, not enough, ain't enough, wasn't enough, too light, too lenient, less than life`
